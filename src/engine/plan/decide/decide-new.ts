import { diffJson, memberByMember, withoutPointers } from "../../json/json-diff.ts";
import type { FieldDiff } from "../../model/change.ts";
import type { Observation } from "../../model/observation.ts";
import type { DriftState } from "../../model/report.ts";
import { readableTemplate } from "../../references/templates.ts";
import type { Desired } from "../desired.ts";
import { fieldsOfKind } from "./decide-by-kind.ts";
import type { Decision, Situation } from "./decision.ts";
import { differences, hide } from "./live-fields.ts";
import { withNotes } from "./spec-differences.ts";

/** What is done about a task of which nothing is recorded, or whose recorded resource is left for another one. */
export function decideNew(
  situation: Situation,
  desired: Desired,
  observation: Observation,
  drift: DriftState = "untracked",
): Decision {
  const { ownPlan } = situation;
  const all = ownPlan
    ? fieldsOfKind(ownPlan, desired, undefined)
    : withNotes(memberByMember(diffJson({}, readableTemplate(desired.stored))), desired);
  const { adopt } = situation.lifecycle;
  if (observation.state !== "present" && isAdoptedById(adopt)) return adoptedLater(adopt.id, observation, all, drift);
  if (observation.state !== "present" || desired.unknowns.size > 0)
    return { change: "create", reason: "new", fields: all, drift };
  const fields = ownPlan
    ? all.filter(() => ownPlan.change !== "noop")
    : withoutPointers(
        hide(differences(situation.processor, observation.facts, desired.value, undefined), desired.secretPointers),
        situation.lifecycle.ignoreChanges,
      );
  if (fields.length === 0) return { change: "adopt", reason: "exists as declared", fields, drift };
  if (adopt && ownPlan?.change === "replace") return notInPlace(fields, drift);
  if (adopt) return { change: "adopt", reason: "exists, differs", fields, drift };
  return {
    change: "none",
    reason: "exists, differs",
    fields,
    drift,
    error: {
      message: `the resource exists, differs from the spec in ${fields.map((field) => field.path).join(", ")}, and was not made by opus`,
      hint: "Remove it, make the spec equal to it, or set `lifecycle: {adopt: true}` to take it over and change it.",
    },
  };
}

/** A resource that is named by its id is taken over, or nothing is done: never is another one made instead. */
function adoptedLater(id: string, { state }: Observation, fields: readonly FieldDiff[], drift: DriftState): Decision {
  if (state !== "absent") return { change: "adopt", reason: `takes over ${JSON.stringify(id)}`, fields, drift };
  return {
    change: "none",
    reason: "not there",
    fields,
    drift,
    error: {
      message: `there is no resource with the id ${JSON.stringify(id)}, which \`lifecycle.adopt\` names`,
      hint: "Mend the id, or take `adopt` away to have a new one made.",
    },
  };
}

/** What was not made by opus is never deleted to make another. */
function notInPlace(fields: readonly FieldDiff[], drift: DriftState): Decision {
  return {
    change: "none",
    reason: "exists, differs",
    fields,
    drift,
    error: {
      message: `the resource exists, was not made by opus, and can't be changed in place: ${fields
        .filter((field) => field.forcesReplacement)
        .map((field) => field.path)
        .join(", ")}`,
      hint: "Remove it, or make the spec equal to it.",
    },
  };
}

function isAdoptedById(adopt: Situation["lifecycle"]["adopt"]): adopt is { readonly id: string } {
  return typeof adopt === "object";
}
