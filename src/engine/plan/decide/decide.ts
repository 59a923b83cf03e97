import { diffJson, memberByMember, touches, withoutPointers } from "../../json/json-diff.ts";
import type { Change, FieldDiff } from "../../model/change.ts";
import type { Observation } from "../../model/observation.ts";
import type { TaskError } from "../../model/outcome.ts";
import type { DriftState } from "../../model/report.ts";
import type { KindPlan } from "../../ports/processor.ts";
import { withoutToday } from "../../recorded/recorded-secrets.ts";
import { readableTemplate } from "../../references/templates.ts";
import type { Desired, Recorded } from "../desired.ts";
import { decideByKind, fieldsOfKind } from "./decide-by-kind.ts";
import { decideNew } from "./decide-new.ts";
import type { Decision, Situation } from "./decision.ts";
import { withEffects } from "./field-effects.ts";
import { comparedWith, factsBefore, leavingFields, liveFields, overLive, wantedFields } from "./live-fields.ts";
import { specDifferences, withNotes } from "./spec-differences.ts";
import { isThereAlready } from "./there-already.ts";

/** What `apply` does about one task: the table of docs/commands.md. */
export function decide(situation: Situation): Decision {
  const { recorded, desired, observation } = situation;
  if (observation.state === "failed") return unseen(observation.error);
  if (!desired && !recorded) return { change: "noop", reason: "not recorded", fields: [], drift: "untracked" };
  const decision =
    recorded && desired
      ? decideRecorded(situation, recorded, desired)
      : recorded
        ? decideLeaving(situation, recorded)
        : decideNew(situation, desired as Desired, observation);
  if (decision.fields.length === 0) return decision;
  const fields = recorded && recorded.entry.status !== "applied" ? decision.fields.map(asUnfinished) : decision.fields;
  return { ...decision, fields, compared: comparedWith(observation, situation.recordedProcessor) };
}

/** Of a change that did not end nobody knows how far it came. */
function asUnfinished(field: FieldDiff): FieldDiff {
  return field.drifted ? { ...field, unfinished: true } : field;
}

function decideLeaving(situation: Situation, recorded: Recorded): Decision {
  const { ownPlan } = situation;
  const live = ownPlan ? fieldsOfKind(ownPlan, undefined, recorded) : liveFields(situation, recorded);
  const drift: DriftState =
    situation.observation.state === "absent" ? "missing" : driftOf(true, situation.observation, live);
  const fields = leavingFields(memberByMember(diffJson(readableTemplate(recorded.entry.spec), {})), live);
  if (recorded.entry.lifecycle.onRemove === "forget" && !situation.onCommand)
    return { change: "forget", reason: "left the manifest", fields: [], drift };
  const refused = interruption(recorded);
  if (!refused) return { change: "delete", reason: "left the manifest", fields, drift };
  // Whatever it was in the middle of: it is to go.
  if (situation.lifecycle.onInterrupted === "rerun") return { change: "delete", reason: "interrupted", fields, drift };
  const hint =
    "Look at the resource, remove it if it is there, and run `forget` with this task as `target`; or, while the task is in the manifest, set `lifecycle: {onInterrupted: rerun}` to have it deleted.";
  return { ...refused, error: { ...refused.error, hint }, drift };
}

/** What somebody wants to look at before it is made again. */
function goneForGood(drift: DriftState): Decision {
  return {
    change: "none",
    reason: "missing",
    fields: [],
    drift,
    error: {
      message: "the resource is gone, and `lifecycle: {recreate: false}` says not to make it again",
      hint: "Find out what became of it. Then take `recreate` away to have it made again, or run `forget` with this task as `target`.",
    },
  };
}

/** How the manifest and the resource differ from what was applied. */
interface Compared {
  /** What the manifest changes. */
  readonly changed: readonly FieldDiff[];
  /** Of it, what is not only recorded. */
  readonly material: readonly FieldDiff[];
  /** What somebody else has changed. */
  readonly live: readonly FieldDiff[];
  readonly drift: DriftState;
  /** All that the manifest changes and all that drifted, with what it means in this change. */
  told(change: Change, forcing?: ReadonlySet<string>): readonly FieldDiff[];
}

function compareBoth(situation: Situation, recorded: Recorded, desired: Desired): Compared {
  const { observation, processor, ownPlan } = situation;
  const recordOnly = processor.compare?.recordOnly?.(desired.value);
  const changed = specDifferences(situation, recorded, desired, recordOnly);
  const material = withoutPointers(changed, recordOnly);
  const live = ownPlan ? [] : liveFields(situation, recorded);
  // What waits for another task is no change of the manifest.
  const drift = driftOf(
    changed.some((field) => !field.knownAfter),
    observation,
    live,
  );
  const told: Compared["told"] = (change, forcing) => {
    const meant = withEffects(changed, change, situation, recorded, desired, recordOnly);
    const wanted = changed.length > 0 ? wantedFields(situation, recorded, desired) : undefined;
    const merged = overLive(meant, live, wanted, desired);
    const fields = material.length > 0 ? factsBefore(merged) : merged;
    if (!forcing || forcing.size === 0) return fields;
    return fields.map((field) => (touches(field.path, forcing) ? { ...field, forcesReplacement: true } : field));
  };
  return { changed, material, live, drift, told };
}

function decideRecorded(situation: Situation, recorded: Recorded, desired: Desired): Decision {
  const { observation, processor, recordedProcessor, lifecycle, ownPlan } = situation;
  const compared = compareBoth(situation, recorded, desired);
  const { changed, material, live, drift, told } = compared;
  const refused = interruption(recorded);
  if (refused && lifecycle.onInterrupted !== "rerun") return { ...refused, drift };
  if (refused) {
    const change = again(situation, recorded);
    return { change, reason: "interrupted", fields: told(change), drift };
  }

  if (observation.state === "absent") return decideGone(situation, recorded, desired, changed, drift);
  if (processor !== recordedProcessor) {
    const fields = told("replace");
    return replacement(situation, desired, { change: "replace", reason: "kind changed", fields, drift });
  }
  if (ownPlan) return decidePlanned(situation, recorded, desired, ownPlan, changed);
  if (material.length > 0) return decideChanged(situation, recorded, desired, compared);
  const mend = processor.compare?.replaces?.(desired.value) ? "replace" : "update";
  if (recorded.entry.status === "tainted") {
    const goesOn = mend === "replace" && !canBeDeleted(situation, recorded);
    const change = goesOn ? "create" : mend;
    return { change, reason: "tainted", fields: told(change), drift, ...(goesOn ? { goesOn } : {}) };
  }
  if (live.length > 0) return { change: mend, reason: "drifted", fields: told(mend), drift };
  const reason = observation.state === "unobservable" ? `unchanged, ${observation.why}` : "unchanged";
  return {
    change: "noop",
    reason: changed.length > 0 ? "recorded only" : reason,
    fields: told("noop"),
    drift,
    recordOnly: changed.length > 0,
  };
}

/** The manifest changes something that is there. */
function decideChanged(
  situation: Situation,
  recorded: Recorded,
  desired: Desired,
  { material, live, drift, told }: Compared,
): Decision {
  const { compare } = situation.processor;
  if (live.length > 0 && isThereAlready(situation, recorded, desired, material)) {
    const fields = told("noop").map((field): FieldDiff => ({ ...field, effect: "recorded" }));
    return { change: "noop", reason: "recorded only", fields, drift: "in-sync", recordOnly: true, foundAsWanted: true };
  }
  const onlyUnknown =
    material.every((field) => field.knownAfter) && live.length === 0 && recorded.entry.status === "applied";
  const forcing = new Set(compare?.replaceOn?.(withoutToday(recorded.value, material), desired.value) ?? []);
  const change = material.some(({ path }) => touches(path, forcing)) ? "replace" : "update";
  const reason = onlyUnknown ? "may change" : "spec changed";
  const decision: Decision = { change, reason, fields: told(change, forcing), drift };
  if (change === "replace" && !canBeDeleted(situation, recorded))
    return { ...decision, change: "create", fields: told("create"), goesOn: true };
  return change === "replace" ? replacement(situation, desired, decision) : decision;
}

/** What was recorded is not there any more. */
function decideGone(
  situation: Situation,
  recorded: Recorded,
  desired: Desired,
  changed: readonly FieldDiff[],
  drift: DriftState,
): Decision {
  const { processor, lifecycle, elsewhere, ownPlan } = situation;
  const recordOnly = processor.compare?.recordOnly?.(desired.value);
  if (elsewhere?.state === "failed") return unseen(elsewhere.error);
  if (elsewhere?.state === "present") return decideNew(withoutPlan(situation), desired, elsewhere, drift);
  if (lifecycle.recreate === false && !situation.onCommand) return goneForGood(drift);
  const fields = ownPlan
    ? fieldsOfKind(ownPlan, desired, undefined)
    : withNotes(memberByMember(diffJson({}, readableTemplate(desired.stored))), desired);
  const { remade } = situation;
  const asBefore =
    changed.length === 0 ||
    (remade !== undefined && specDifferences(situation, recorded, remade, recordOnly).length === 0);
  const silent = lifecycle.ephemeral === true && asBefore && recorded.entry.status === "applied";
  return silent
    ? { change: "create", reason: "ephemeral", fields, drift: "in-sync", silent }
    : { change: "create", reason: "missing", fields, drift };
}

/** What the kind has planned by its own rules for what is there. */
function decidePlanned(
  situation: Situation,
  recorded: Recorded,
  desired: Desired,
  ownPlan: KindPlan,
  changed: readonly FieldDiff[],
): Decision {
  const isChanged = changed.some((field) => !field.knownAfter);
  const decision = decideByKind(situation, recorded, desired, ownPlan, changed, (fields) =>
    driftOf(isChanged, situation.observation, fields),
  );
  if (decision.change !== "replace") return decision;
  if (!canBeDeleted(situation, recorded)) return { ...decision, change: "create", goesOn: true };
  return replacement(situation, desired, decision);
}

/** False for what a failed change has left and nothing deletes: to replace it is to create. */
function canBeDeleted({ recordedProcessor }: Situation, { entry, value }: Recorded): boolean {
  return entry.status !== "tainted" || (recordedProcessor.compare?.deletes?.(value) ?? true);
}

/** A replacement makes a new resource: what stands in its place counts like that of a task that was never recorded. */
function replacement(situation: Situation, desired: Desired, decision: Decision): Decision {
  const { elsewhere } = situation;
  if (elsewhere?.state === "failed") return { ...unseen(elsewhere.error), fields: decision.fields };
  if (elsewhere?.state !== "present") return decision;
  const taken = decideNew(withoutPlan(situation), desired, elsewhere, decision.drift);
  return taken.error ? { ...taken, fields: decision.fields } : { ...decision, takesOver: true };
}

/** What a kind has planned rests on what was found where the resource was recorded, and not elsewhere. */
function withoutPlan({ ownPlan: _, ...situation }: Situation): Situation {
  return situation;
}

/** Nobody could look, so nobody knows. */
export function unseen(error: TaskError): Decision {
  return { change: "none", reason: "could not be looked at", fields: [], drift: "unknown", error };
}

/** A task of which a crash left unclear whether it ran: nothing is done to it, unless it says to run it again. */
function interruption({ entry }: Recorded): (Omit<Decision, "drift"> & { readonly error: TaskError }) | undefined {
  if (entry.status !== "interrupted") return undefined;
  return {
    change: "none",
    reason: "interrupted",
    fields: [],
    error: {
      message: `an earlier run ended in the middle of its ${entry.interrupted ?? "update"}, and nothing can tell whether it took effect`,
      hint: "Look at the resource. Then either set `lifecycle: {onInterrupted: rerun}` to run it again, or run `forget` with this task as `target`.",
    },
  };
}

/** What runs again for a task that is to be there: what was interrupted, unless that would not lead there. */
function again({ processor, recordedProcessor }: Situation, { entry }: Recorded): Change {
  if (processor !== recordedProcessor) return "replace";
  switch (entry.interrupted) {
    case "create":
    case "replace":
      return entry.interrupted;
    case "delete":
      return "replace";
    default:
      return "update";
  }
}

function driftOf(specChanged: boolean, observation: Observation, liveFields: readonly FieldDiff[]): DriftState {
  if (observation.state === "failed") return "unknown";
  if (observation.state === "absent") return "missing";
  if (observation.state === "unobservable") return specChanged ? "spec-changed" : "unobservable";
  if (liveFields.length > 0) return specChanged ? "both" : "resource-changed";
  return specChanged ? "spec-changed" : "in-sync";
}
