import { pointerWithin } from "../../json/json.ts";
import { touches } from "../../json/json-diff.ts";
import type { FieldDiff } from "../../model/change.ts";
import type { DriftState } from "../../model/report.ts";
import type { KindPlan } from "../../ports/processor.ts";
import type { Desired, Recorded } from "../desired.ts";
import type { Decision, Situation } from "./decision.ts";
import { hide } from "./live-fields.ts";

/** What a field waits for that the change itself decides. */
const byTheChange = "the change itself";

/** The fields that a kind's own plan names, with what they wait for, and without what is secret. */
export function fieldsOfKind(
  plan: KindPlan,
  desired: Desired | undefined,
  recorded: Recorded | undefined,
): readonly FieldDiff[] {
  const forcing = new Set(plan.replaceOn);
  const decided = Object.keys(plan.unknowns);
  const shown = hide(hide(plan.fields, desired?.secretPointers ?? new Set()), recorded?.secretPointers ?? new Set());
  return shown.map((field): FieldDiff => {
    const others = [...(desired?.unknowns ?? [])]
      .filter(([pointer]) => pointerWithin(pointer, field.path) || pointerWithin(field.path, pointer))
      .flatMap(([, labels]) => labels);
    const own = decided.some((pointer) => pointerWithin(pointer, field.path)) ? [byTheChange] : [];
    const knownAfter = [...new Set([...others, ...own])];
    const { after, ...rest } = field;
    return {
      ...rest,
      ...(after === undefined || knownAfter.length > 0 ? {} : { after }),
      ...(knownAfter.length > 0 ? { knownAfter } : {}),
      ...(touches(field.path, forcing) ? { forcesReplacement: true } : {}),
    };
  });
}

/**
 * What is done about a resource that is there, as its kind has planned it.
 * @param changed how the manifest differs from what was applied
 * @param driftOf tells the drift, from the fields that somebody else has changed
 */
export function decideByKind(
  { observation }: Pick<Situation, "observation">,
  recorded: Recorded,
  desired: Desired,
  plan: KindPlan,
  changed: readonly FieldDiff[],
  driftOf: (live: readonly FieldDiff[]) => DriftState,
): Decision {
  const fields = fieldsOfKind(plan, desired, recorded);
  if (plan.change === "create" || plan.change === "delete") {
    const message = `its kind plans to ${plan.change} a resource that is there and is wanted`;
    const hint = "Mend `plan` of the kind: for such a resource it answers noop, update or replace.";
    return { change: "none", reason: "could not be planned", fields, drift: "unknown", error: { message, hint } };
  }
  const isTainted = recorded.entry.status === "tainted";
  const drifted = changed.length === 0 && plan.change !== "noop";
  const drift = driftOf(drifted ? fields : []);
  if (plan.change === "noop" && !isTainted) {
    const unchanged = observation.state === "unobservable" ? `unchanged, ${observation.why}` : "unchanged";
    return {
      change: "noop",
      reason: changed.length > 0 ? "recorded only" : unchanged,
      fields: changed.map((field) => ({ ...field, effect: "recorded" })),
      drift,
      recordOnly: changed.length > 0,
    };
  }
  const waits = changed.length > 0 && [...changed, ...fields].every((field) => field.knownAfter);
  const asked = waits ? "may change" : drifted ? "drifted" : "spec changed";
  return {
    change: plan.change === "noop" ? "update" : plan.change,
    reason: isTainted ? "tainted" : asked,
    fields: drifted ? fields.map((field) => ({ ...field, drifted: true })) : fields,
    drift,
  };
}
