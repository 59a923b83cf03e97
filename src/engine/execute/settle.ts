import type { Problem } from "../diagnostics/diagnostic.ts";
import type { JsonObject } from "../json/json.ts";
import { withoutPointers } from "../json/json-diff.ts";
import type { Observation } from "../model/observation.ts";
import type { Output } from "../model/outcome.ts";
import type { Intent, TaskState, UndoEntry } from "../model/state-body.ts";
import { differences } from "../plan/live-fields.ts";
import { look } from "../plan/observe.ts";
import type { PresentResource } from "../plan/planned-task.ts";
import type { TaskProcessor } from "../ports/processor.ts";
import type { RecordedSpec, References } from "../ports/references.ts";
import { TaskFailure } from "../ports/task-failure.ts";
import type { Toolbox } from "../ports/toolbox.ts";
import type { Entries } from "../recorded/entries.ts";
import { keptOutputs, type StoredOutputs, storedOutputs, withSensitivity } from "../recorded/outputs.ts";
import { type KnownTask, withMade } from "./made.ts";

/** What became of an intent of a run that did not end. */
export interface Settlement {
  readonly task: string;
  /** `drop`: as recorded before. `keep`: nothing could be found out; it stays pending. */
  readonly resolution: "drop" | "keep" | { readonly entry: TaskState | null; readonly undo: UndoEntry | null };
  /** For the log: what was found. */
  readonly note: string;
}

export interface SettleRequest {
  readonly pending: readonly Intent[];
  readonly entries: Entries;
  readonly references: References;
  readonly toolbox: Toolbox;
}

/** Looks at every resource that an earlier run was about to change when it ended, and says what state should hold. */
export async function settlePending(request: SettleRequest): Promise<readonly Settlement[]> {
  const settlements: Settlement[] = [];
  for (const intent of request.pending)
    settlements.push(
      await settle(intent, request).catch((error: unknown) => {
        if (!(error instanceof TaskFailure)) throw error;
        return { task: intent.task, resolution: "keep", note: `it could not be looked at: ${error.message}` };
      }),
    );
  return settlements;
}

async function settle(intent: Intent, request: SettleRequest): Promise<Settlement> {
  const { references, toolbox } = request;
  const { processors } = toolbox;
  const { task, change, made } = intent;
  const entry = request.entries.get(task);
  const keep = (note: string): Settlement => ({ task, resolution: "keep", note });
  if (!references.environment.trusted) return keep("not looked at in an untrusted run");
  const processor = processors.get(intent.apiVersion, intent.kind);
  if (!processor) return keep(`no processor knows ${intent.apiVersion} ${intent.kind}`);
  const looks = [intent, ...(entry ? [entry] : [])].flatMap(({ apiVersion, kind, spec }) => {
    const by = processors.get(apiVersion, kind);
    return by ? [...references.vouching.unvouched(task, by, spec)] : [];
  });
  if (looks.includes("read")) return keep(`not looked at: ${references.vouching.unseen.why}`);
  const undo = (): UndoEntry => ({ task, change, before: entry ?? null });
  const unclear = (note: string): Settlement => {
    return { task, resolution: { entry: interrupted(intent, entry, request), undo: undo() }, note };
  };
  const filled = fill(intent, request);
  if ("problem" in filled) {
    const { code, message } = filled.problem;
    // It waited for the output of a task that never ended, so it had not begun.
    if (code === "unknown-output") return { task, resolution: "drop", note: `its ${change} had not begun` };
    if (code === "sensitive-output") return unclear(`nothing can tell whether its ${change} took effect: ${message}`);
    return keep(`it could not be looked at: ${message}`);
  }
  const wanted = filled;
  const deleting = change === "delete";
  const observe = (by: TaskProcessor, spec: JsonObject, recorded: KnownTask | undefined): Promise<Observation> =>
    look(by, spec, recorded, { name: task, retries: { limit: 0, delayMs: 0 }, timeoutMs: undefined }, toolbox);
  const old = entry && fill({ task, spec: entry.spec, secrets: entry.secrets }, request);
  const before = old && !("problem" in old) ? old.value : undefined;
  const observation = await observe(processor, (deleting && before) || wanted.value, known(intent, entry));
  if (observation.state === "failed") return keep(`it could not be looked at: ${observation.error.message}`);
  /** It was in the middle of being made when its run ended. */
  const half = (): Settlement => ({
    task,
    resolution: { entry: halfMade(intent, wanted, request), undo: undo() },
    note: `its ${change} had begun to make it, and did not end; it is tainted`,
  });
  if (observation.state === "unobservable" || (observation.state === "absent" && observation.partly)) {
    // What can be deleted or changed can be made whole by the next run; the rest would be made once more.
    const mends = !processor.compare?.replaces?.(wanted.value) || (processor.compare?.deletes?.(wanted.value) ?? true);
    if (made && makes(change, entry) && mends) return half();
    const { resolution } = half();
    if (made && makes(change, entry) && typeof resolution === "object" && resolution.entry) {
      const left: TaskState = { ...resolution.entry, status: "interrupted", interrupted: change };
      return {
        ...unclear(`its ${change} had begun to make it, and did not end`),
        resolution: { entry: left, undo: undo() },
      };
    }
    return unclear(`nothing can tell whether its ${change} took effect`);
  }

  const gone: Settlement["resolution"] = entry ? { entry: null, undo: undo() } : "drop";
  const tainted = (): Settlement => ({
    task,
    resolution: { entry: { ...withMade(entry as TaskState, made), status: "tainted" }, undo: undo() },
    note: `its ${change} had not taken effect as a whole; it is tainted`,
  });
  if (observation.state === "absent") {
    const oldProcessor = entry && processors.get(entry.apiVersion, entry.kind);
    if (!deleting && oldProcessor && before) {
      // It was to move: then the old one may still be where it was.
      const there = await observe(oldProcessor, before, entry);
      if (there.state === "failed") return keep(`it could not be looked at: ${there.error.message}`);
      if (there.state === "unobservable" || (there.state === "absent" && there.partly))
        return unclear(`nothing can tell whether its ${change} took effect`);
      if (there.state === "present") return tainted();
    }
    return { task, resolution: gone, note: deleting || entry ? "it is gone" : "it was not made" };
  }
  if (deleting) return { task, resolution: "drop", note: "it is still there" };
  const fields = differences(processor, observation.facts, wanted.value, undefined);
  const equal = withoutPointers(fields, intent.lifecycle.ignoreChanges).length === 0;
  if (!entry && change === "adopt" && !equal)
    return { task, resolution: "drop", note: "its adopt had not taken effect as a whole" };
  if (!entry)
    return {
      task,
      resolution: { entry: applied(intent, undefined, wanted, observation, processor, request), undo: undo() },
      note: "it was made",
    };
  if (equal)
    return {
      task,
      resolution: { entry: applied(intent, entry, wanted, observation, processor, request), undo: undo() },
      note: `its ${change} had taken effect`,
    };
  // A replacement makes its new resource when the old one is gone.
  return made && makes(change, entry) ? half() : tainted();
}

/** Does a change make a new resource, of which nothing that was recorded is true? */
function makes(change: Intent["change"], entry: TaskState | undefined): boolean {
  return change === "create" || change === "replace" || entry === undefined;
}

/** What is known of the resource that a change was about when its run ended. */
function known({ change, made, spec }: Intent, entry: TaskState | undefined): KnownTask | undefined {
  if (change === "delete") return entry;
  if (!makes(change, entry)) return entry && withMade(entry, made);
  return made && withMade({ spec, outputs: {} }, made);
}

/** A recorded spec, with what was left in place in it filled in; or the first thing that is missing. */
function fill(recorded: RecordedSpec, { entries, references }: SettleRequest): Filled | { readonly problem: Problem } {
  const resolved = references.fill(recorded, entries);
  const [problem] = resolved.problems;
  return problem ? { problem } : resolved;
}

interface Filled {
  readonly value: JsonObject;
  /** As state keeps it. */
  readonly stored: JsonObject;
}

function applied(
  intent: Intent,
  entry: TaskState | undefined,
  wanted: Filled,
  found: PresentResource,
  processor: TaskProcessor,
  { toolbox: { clock, io, signal, redactor, sealed } }: SettleRequest,
): TaskState {
  const predicted: readonly Output[] = processor.known?.predict?.(wanted.value, io(intent.task, signal)) ?? [];
  const told = withSensitivity([...(found.outputs ?? []), ...predicted], redactor);
  const before: StoredOutputs = (!makes(intent.change, entry) && entry) || { outputs: {} };
  const given = keptOutputs(before, storedOutputs(told, sealed !== undefined));
  const { outputs, sensitiveOutputs } = intent.made ? keptOutputs(given, intent.made) : given;
  const observed = intent.made?.observed ?? redactor.value(found.facts);
  const now = clock.timestamp();
  return {
    ...base(intent),
    spec: wanted.stored,
    status: "applied",
    // Kinds that compare with what they saw have to see it; the others ignore it.
    ...(processor.known?.predict ? {} : { observed }),
    outputs,
    ...(sensitiveOutputs ? { sensitiveOutputs } : {}),
    createdAt: entry?.createdAt ?? now,
    updatedAt: now,
  };
}

/** A resource that is known to be made in part, by what its processor told of it. */
function halfMade(intent: Intent, wanted: Filled, { toolbox: { clock } }: SettleRequest): TaskState {
  const now = clock.timestamp();
  const entry: TaskState = {
    ...base(intent),
    spec: wanted.stored,
    status: "tainted",
    outputs: {},
    createdAt: now,
    updatedAt: now,
  };
  return withMade(entry, intent.made);
}

function interrupted(intent: Intent, entry: TaskState | undefined, { toolbox: { clock } }: SettleRequest): TaskState {
  const now = clock.timestamp();
  const before: TaskState = entry ?? {
    ...base(intent),
    status: "interrupted",
    outputs: {},
    createdAt: now,
    updatedAt: now,
  };
  const made = intent.change === "replace" && entry ? undefined : intent.made;
  return { ...withMade(before, made), status: "interrupted", interrupted: intent.change, updatedAt: now };
}

function base({
  apiVersion,
  kind,
  spec,
  secrets,
  fingerprints,
  dependencies,
  scope,
  lifecycle,
  order,
}: Intent): Omit<TaskState, "status" | "outputs" | "createdAt" | "updatedAt"> {
  const used = { ...(secrets ? { secrets } : {}), ...(fingerprints ? { fingerprints } : {}) };
  return { apiVersion, kind, spec, ...used, dependencies, scope, lifecycle, order };
}
