import type { Settings } from "../../action/inputs.ts";
import type { Location } from "../../engine/diagnostics/diagnostic.ts";
import { RecordedReferences } from "../../engine/execute/recorded-references.ts";
import type { PlanPolicy } from "../../engine/model/plan-policy.ts";
import type { Project } from "../../engine/model/project.ts";
import type { Task } from "../../engine/model/task.ts";
import { Vouching } from "../../engine/plan/guards/vouching.ts";
import type { Processors } from "../../engine/ports/processor.ts";
import type { References } from "../../engine/ports/references.ts";
import type { LockHolder } from "../../engine/ports/state-lock.ts";
import type { StateStore } from "../../engine/ports/state-store.ts";
import type { Toolbox } from "../../engine/ports/toolbox.ts";
import type { Prepared } from "../../engine/prepare/prepare.ts";
import type { StoredSources } from "../../engine/references/fill-stored-spec.ts";
import { environmentLookup, type ReferenceEnvironment, readSecret } from "../../engine/references/lookup.ts";
import { fingerprinter } from "../../node/fingerprint.ts";
import type { StateSession } from "../../state/session/session.ts";
import type { ContextFrame } from "./context-frame.ts";

/** A context whose state is open. */
export interface OpenedContext {
  readonly frame: ContextFrame;
  readonly prepared: Prepared;
  readonly store: StateStore;
  readonly session: StateSession;
  /** Who is at work on what is pending; undefined: nobody any more. */
  readonly writer: LockHolder | undefined;
  /** Opened before they are asked. */
  readonly processors: Processors;
}

/** What the stages of a context share once its state is open. */
export interface ContextWork extends OpenedContext {
  /** Every task of the manifest, by name. */
  readonly tasks: ReadonlyMap<string, Task>;
  readonly toolbox: Toolbox;
  readonly references: References;
  readonly policy: PlanPolicy;
}

/** @param doubted who may have written the state besides who can change the manifest, for messages; undefined: nobody */
export function contextWork(opened: OpenedContext, doubted: string | undefined): ContextWork {
  const { frame, prepared, session, processors } = opened;
  const { services, scope, io } = frame;
  const { settings, loaded, clock, signal, redactor, emit, conceal } = services;
  const { manifest, trust } = loaded;
  // What is only compared with what is recorded reads no secret.
  const key = trust.trusted && !settings.changed ? session.stored.fingerprintKey : undefined;
  const sealed = key === undefined ? undefined : { fingerprint: fingerprinter(key) };
  const lineage = () => session.stored.lineage;
  const toolbox: Toolbox = { clock, signal, redactor, sealed, processors, io, lineage, emit, conceal };
  // An untrusted run runs nothing.
  const doubt = trust.trusted ? doubted : undefined;
  const environment: ReferenceEnvironment = { ...frame.referenceEnvironment, doubted: doubt !== undefined };
  const tasks = new Map(manifest.tasks.map((task) => [task.name, task]));
  const references = new RecordedReferences({
    environment,
    vouching: new Vouching(doubt, tasks, prepared),
    run: scope.run,
    findOutside: outsideOf(frame, environment),
    manifest: tasks,
    toolbox,
  });
  return { ...opened, tasks, toolbox, references, policy: planPolicy(settings, manifest.project) };
}

/** Finds what a recorded spec was left with because it held a secret. */
function outsideOf({ values }: ContextFrame, environment: ReferenceEnvironment): StoredSources["findOutside"] {
  return ({ source, name }) => {
    if (source === "VALUE") return values.get(name);
    if (source === "SECRET") return readSecret(environment, name, name);
    return environmentLookup(environment)({ source, name, start: 0, end: 0 });
  };
}

/** What inputs and the project say of planning and carrying out. */
function planPolicy(settings: Settings, project: Project | undefined): PlanPolicy {
  const { targets, refresh, parallelism, failFast, maxDeletes, surface } = settings;
  const fromInput = maxDeletes === undefined ? {} : { fromInput: maxDeletes };
  const limits = { ...project?.limits, surface, ...fromInput, ...limitsLocation(project) };
  const mayMissSecrets = project?.plan?.missingSecrets === "unknown";
  return { targets, refresh, limits, parallelism, failFast, mayMissSecrets };
}

/** Where limits are declared, if they are. */
function limitsLocation(project: Project | undefined): { readonly location?: Location } {
  if (!project || Object.keys(project.limits).length === 0) return {};
  return { location: project.locate("/spec/limits") };
}
