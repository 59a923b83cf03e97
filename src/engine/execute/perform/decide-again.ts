import type { Observation } from "../../model/observation.ts";
import { decide } from "../../plan/decide/decide.ts";
import type { Situation } from "../../plan/decide/decision.ts";
import type { Desired, Recorded } from "../../plan/desired.ts";
import { planByKind } from "../../plan/look/ask-kind.ts";
import { look, redactedLikeState, withIgnoredFields } from "../../plan/look/observe.ts";
import { movesElsewhere } from "../../plan/owners/identity.ts";
import { newlyFound } from "../../plan/planned-task.ts";
import type { KindPlan } from "../../ports/processor.ts";
import type { ChangeResult } from "./change-result.ts";
import type { ChangeWork } from "./change-work.ts";
import { unlooked } from "./in-doubt.ts";

/** Values are known now: look again. What was planned may only turn into nothing, or a create into an adoption. */
export async function decideAgain(work: ChangeWork): Promise<ChangeResult | undefined> {
  const { recorded, decision } = work.planned;
  const desired = work.desired as Desired;
  const taken = work.services.taken(desired);
  if (taken) return work.result("failed", { error: taken });
  if (decision.change === "create" && recorded) return undefined;
  const again = decide(await situationNow(work, desired));
  if (again.error) return work.result("failed", { error: again.error, reason: again.reason, fields: again.fields });
  // Whether a fresh sensitive value is another one now may be beyond telling: then what was planned is done.
  if (again.change === "noop" && !knows(work, desired.fresh)) return undefined;
  // What was found is recorded by who planned it so; to change nothing of it comes to the same.
  if (again.foundAsWanted) return undefined;
  if (again.change === "noop" || (decision.change === "create" && again.change === "adopt")) {
    work.decision = again;
    return undefined;
  }
  if (again.change === "replace" && decision.change !== "replace") {
    const error = {
      message: "the values that are known now need a replacement, and the plan said update",
      hint: "Run plan and apply again: what its dependencies give is recorded by then.",
    };
    return work.result("failed", { error });
  }
  const { takesOver } = again;
  const fields = again.fields.length > 0 ? again.fields : decision.fields;
  work.decision = { ...decision, fields, ...(takesOver === undefined ? {} : { takesOver }) };
  return undefined;
}

/** What a decision rests on now. Keeps in `work` what is wanted, and what was found where nothing is recorded yet. */
async function situationNow(work: ChangeWork, desired: Desired): Promise<Situation> {
  const { recorded, lifecycle } = work.planned;
  const { clock, signal, io, redactor } = work.services;
  const processor = recorded ? work.recordedProcessor : work.processor;
  const spec = recorded?.value ?? desired.value;
  const seen: Observation = recorded?.unvouched?.has("read")
    ? unlooked
    : await look(processor, spec, recorded?.entry, work.planned, { clock, signal, io });
  const observation = redactedLikeState(seen, recorded, (value) => redactor.value(value));
  const facts = observation.state === "present" ? observation.facts : undefined;
  const settled =
    work.processor === work.recordedProcessor
      ? withIgnoredFields(desired, recorded, facts, lifecycle.ignoreChanges)
      : desired;
  work.desired = settled;
  const moves = movesElsewhere(recorded, work.recordedProcessor, settled, work.processor);
  const elsewhere = moves ? await work.lookAt(settled.value) : undefined;
  const ownPlan = await ownPlanOf(work, recorded, settled, seen);
  work.found = newlyFound(recorded ? elsewhere : observation);
  return {
    recorded,
    desired: settled,
    observation,
    ...(elsewhere ? { elsewhere } : {}),
    lifecycle,
    processor: work.processor,
    recordedProcessor: work.recordedProcessor,
    ownPlan,
    sealed: work.services.sealed,
  };
}

/** Has the kind plan, where it has rules of its own for what was found. */
async function ownPlanOf(
  work: ChangeWork,
  recorded: Recorded | undefined,
  desired: Desired,
  observation: Observation,
): Promise<KindPlan | undefined> {
  if (observation.state === "failed" || work.processor !== work.recordedProcessor) return undefined;
  return planByKind(work.processor, work.planned, { recorded, desired, observation }, work.services);
}

/** Was it recorded of all these secrets which values they had? */
function knows(work: ChangeWork, names: ReadonlySet<string> = new Set()): boolean {
  const known = work.services.sealed && work.planned.entry?.fingerprints;
  return [...names].every((name) => known !== undefined && Object.hasOwn(known, name));
}
