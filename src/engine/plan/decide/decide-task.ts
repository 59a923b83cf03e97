import type { Observation } from "../../model/observation.ts";
import type { Facts } from "../../model/outcome.ts";
import type { Lifecycle, Task } from "../../model/task.ts";
import type { KindPlan, TaskProcessor } from "../../ports/processor.ts";
import { located } from "../../prepare/spec-problems.ts";
import type { Desired } from "../desired.ts";
import { planByKind } from "../look/ask-kind.ts";
import { lookAt, mayLook, observe } from "../look/look-at-task.ts";
import { redactedLikeState, withIgnoredFields } from "../look/observe.ts";
import { movesElsewhere } from "../owners/identity.ts";
import { newlyFound, type PlannedTask } from "../planned-task.ts";
import type { Planning } from "../planning.ts";
import type { PlanCandidate } from "../select-tasks.ts";
import { remadeOf } from "../wanted-spec.ts";
import { decide } from "./decide.ts";
import type { Situation } from "./decision.ts";
import { withWriteOnly } from "./field-effects.ts";
import { afterOthers, forCommand, withReason } from "./for-command.ts";
import { asWithheld, withheldOf } from "./withheld.ts";

/**
 * Looks at the resource of a task, and decides what is to be done about it.
 * @param wanted undefined: the task is to go
 * @throws Cancelled, and what the kind throws
 */
export async function decideTask(
  planning: Planning,
  draft: PlannedTask,
  candidate: PlanCandidate,
  processor: TaskProcessor,
  recordedProcessor: TaskProcessor,
  wanted: Desired | undefined,
): Promise<PlannedTask> {
  const { recorded, awaitsPlaceOf } = draft;
  const { action, references, toolbox } = planning.request;
  const situated = { processor, recordedProcessor, lifecycle: lifecycleNow(draft, candidate) };
  const { found, observation, facts, desired, elsewhere } = await lookAround(planning, draft, wanted, situated);
  const ownPlan =
    processor.plan && processor === recordedProcessor
      ? await ownPlanOf(planning, draft, processor, desired, found)
      : undefined;
  const decision = decide({
    ...situated,
    recorded,
    desired,
    ownPlan,
    observation,
    onCommand: action === "delete" || action === "rollback",
    sealed: toolbox.sealed,
    remade: remadeOf(planning, draft, desired),
    ...(elsewhere ? { elsewhere } : {}),
  });
  const told = withWriteOnly(decision, processor, desired);
  const planned = forCommand(action, candidate, afterOthers(told, awaitsPlaceOf), recorded);
  const reasoned = withReason(planned, observation, references.vouching);
  const withheld = withheldOf(recorded, desired, found);
  const final = withheld ? asWithheld(reasoned, withheld, desired) : reasoned;
  const taken = newlyFound(recorded && !final.foundAsWanted ? elsewhere : observation);
  return {
    ...draft,
    desired,
    facts,
    found: taken,
    ownPlan,
    ...(withheld ? { withheld } : {}),
    decision: final,
    status: final.error ? "failed" : "planned",
  };
}

/** The lifecycle that counts in this run. */
function lifecycleNow(draft: PlannedTask, candidate: PlanCandidate): Lifecycle {
  // Going back mends what the run to be undone has changed: what that run ignored stays ignored, nothing else.
  const { ignoreChanges = [] } =
    typeof candidate.wanted === "object" ? (draft.recorded?.entry.lifecycle ?? {}) : draft.lifecycle;
  // What an interruption means is said by the manifest of now, also where the rest comes from state.
  const { onInterrupted } = (candidate.task ?? draft).lifecycle;
  return { ...draft.lifecycle, ignoreChanges, ...(onInterrupted ? { onInterrupted } : {}) };
}

/** What looking at a task's resource told, and what is wanted with ignored fields as they are. */
interface LookedAround extends Pick<Situation, "observation" | "desired" | "elsewhere"> {
  /** The observation as it came, secrets and all. */
  readonly found: Observation;
  readonly facts: Facts | undefined;
}

async function lookAround(
  planning: Planning,
  draft: PlannedTask,
  wanted: Desired | undefined,
  { processor, recordedProcessor, lifecycle }: Pick<Situation, "processor" | "recordedProcessor" | "lifecycle">,
): Promise<LookedAround> {
  const { recorded, awaitsPlaceOf } = draft;
  const { redactor } = planning.request.toolbox;
  const looked = observe(planning, draft, wanted, recorded ? recordedProcessor : processor);
  const found = looked instanceof Promise ? await looked : looked;
  const observation = redactedLikeState(found, recorded, (value) => redactor.value(value));
  const facts = observation.state === "present" ? observation.facts : undefined;
  // Another kind has other fields: there is nothing of the old one to keep.
  const settled =
    wanted && processor === recordedProcessor
      ? withIgnoredFields(wanted, recorded, facts, lifecycle.ignoreChanges)
      : wanted;
  const elsewhere =
    awaitsPlaceOf.length === 0 &&
    movesElsewhere(recorded, recordedProcessor, settled, processor) &&
    mayLook(planning, draft, settled)
      ? await lookAt(planning, draft, processor, settled, undefined)
      : undefined;
  const desired =
    settled && elsewhere?.state === "present"
      ? withIgnoredFields(settled, undefined, elsewhere.facts, lifecycle.ignoreChanges)
      : settled;
  return { found, observation, facts, desired, ...(elsewhere ? { elsewhere } : {}) };
}

/** Has a kind plan by its own rules; what it warns of is told at once. */
async function ownPlanOf(
  planning: Planning,
  planned: PlannedTask,
  processor: TaskProcessor,
  desired: Desired | undefined,
  observation: Observation,
): Promise<KindPlan | undefined> {
  const { references, toolbox } = planning.request;
  const { recorded, task } = planned;
  const nothing = !recorded && !desired;
  if (withheldOf(recorded, desired)) return undefined;
  if (nothing || observation.state === "failed" || recorded?.lost || !references.environment.trusted) return undefined;
  const ownPlan = await planByKind(processor, planned, { recorded, desired, observation }, toolbox);
  for (const warning of task && ownPlan ? ownPlan.warnings : [])
    toolbox.emit({
      type: "diagnostic",
      diagnostic: { ...located(task as Task, undefined, warning), severity: "warning" },
    });
  return ownPlan;
}
