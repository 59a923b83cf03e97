import type { Facts, Outcome, Output } from "../../model/outcome.ts";
import type { TaskState } from "../../model/state-body.ts";
import type { Desired } from "../../plan/desired.ts";
import { keptOutputs, storedOutputs } from "../../recorded/outputs.ts";
import { keptSecrets } from "../../recorded/recorded-secrets.ts";
import { type KnownTask, withMade } from "../calls/made-so-far.ts";
import type { ChangeWork } from "./change-work.ts";

/** What putting back came to; `anew`: by making again what was gone. */
export type PutBack = Outcome & { readonly anew?: boolean };

/**
 * The entry of what is there now as it is wanted.
 * @param before what the change has gone on from
 */
export function newEntry(
  work: ChangeWork,
  desired: Desired,
  outcome: Outcome,
  given: readonly Output[],
  before?: KnownTask,
): TaskState {
  const { planned } = work;
  const { sealed, clock } = work.services;
  const now = clock.timestamp();
  const { change } = work.decision;
  const observed = outcome.observed ?? work.calls.made?.observed ?? keptFacts(work, before);
  const resource = outcome.resource ?? work.calls.made?.resource ?? before?.resource;
  const created = change === "update" || change === "noop" ? planned.entry?.createdAt : undefined;
  return {
    apiVersion: work.processor.apiVersion,
    kind: work.processor.kind,
    status: "applied",
    spec: desired.stored,
    ...keptSecrets(desired.secrets, sealed),
    ...(observed === undefined ? {} : { observed: work.redacted(observed) }),
    ...(resource === undefined || !sealed ? {} : { resource }),
    ...keptOutputs(before ?? { outputs: {} }, storedOutputs(given, sealed !== undefined)),
    dependencies: planned.dependencies,
    scope: planned.scope,
    lifecycle: planned.lifecycle,
    order: planned.order,
    ...(work.processor.module === undefined ? {} : { module: work.processor.module }),
    createdAt: created ?? now,
    updatedAt: now,
  };
}

/** Facts that nobody has looked at again; kinds that compare with them have to. */
function keptFacts(work: ChangeWork, before: KnownTask | undefined): Facts | undefined {
  return work.processor.compare?.factFields ? undefined : before?.observed;
}

/** The recorded entry again, with what putting it back saw, gave, and took: the values that its secrets have today. */
export function asBefore(work: ChangeWork, entry: TaskState, outcome: PutBack): TaskState {
  const { sealed } = work.services;
  const { outputs: _, sensitiveOutputs: __, fingerprints, resource: recorded, ...lasting } = entry;
  const resource = outcome.resource ?? (outcome.anew ? undefined : recorded);
  const { fingerprints: today } = keptSecrets(work.planned.recorded?.secrets ?? new Map(), sealed);
  const given = work.withSensitivity(outcome.outputs, entry.spec);
  const before = outcome.anew ? { outputs: {} } : entry;
  return {
    ...lasting,
    ...(today ? { fingerprints: { ...fingerprints, ...today } } : {}),
    ...(outcome.observed === undefined ? {} : { observed: work.redacted(outcome.observed) }),
    ...(resource === undefined ? {} : { resource }),
    ...keptOutputs(before, storedOutputs(given, sealed !== undefined)),
  };
}

/** The entry of a resource that a failed change may have left half done: what was recorded, or else what was wanted. */
export function taintedEntry(work: ChangeWork, recordedEntry: TaskState | undefined): TaskState {
  const { made } = work.calls;
  if (recordedEntry) {
    // What a replacement has made is no part of what was recorded.
    const known = work.decision.change === "replace" ? recordedEntry : withMade(recordedEntry, made);
    return { ...known, status: "tainted", updatedAt: work.services.clock.timestamp() };
  }
  return withMade({ ...newEntry(work, work.desired as Desired, { outputs: [] }, []), status: "tainted" }, made);
}

/** What was recorded was deleted, and making it again failed: nothing that it gave out is true any more. */
export function remadeEntry(
  work: ChangeWork,
  { observed: _, sensitiveOutputs: __, resource: ___, ...entry }: TaskState,
): TaskState {
  const bare: TaskState = { ...entry, outputs: {}, status: "tainted", updatedAt: work.services.clock.timestamp() };
  return withMade(bare, work.calls.remade);
}
