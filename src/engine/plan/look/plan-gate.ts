import { type Action, commandNamed, onlyLooks } from "../../model/commands.ts";
import { gateHolds, notHolding, probedAfter, probedLater } from "../../model/gate-words.ts";
import type { Facts } from "../../model/outcome.ts";
import type { GateState } from "../../model/report.ts";
import type { TaskProcessor } from "../../ports/processor.ts";
import { unseen } from "../decide/decide.ts";
import { decideTask } from "../decide/decide-task.ts";
import type { Decision } from "../decide/decision.ts";
import { withheldOf } from "../decide/withheld.ts";
import type { Desired } from "../desired.ts";
import type { PlannedTask } from "../planned-task.ts";
import type { Planning } from "../planning.ts";
import type { PlanCandidate } from "../select-tasks.ts";
import { observe } from "./look-at-task.ts";

/**
 * Plans a gate: nothing is to be done, and where the run only shows a plan, a look tells whether it holds.
 * @param node its place among the candidates
 * @throws Cancelled, and what the kind of a recorded resource throws
 */
export async function planGate(
  planning: Planning,
  draft: PlannedTask & { readonly processor: TaskProcessor },
  candidate: PlanCandidate,
  node: number,
  wanted: Desired,
): Promise<PlannedTask> {
  const { processor, recordedProcessor } = draft;
  if (draft.recorded && recordedProcessor) {
    // It was something else, and that goes. A gate leaves no entry in its place.
    const left = await decideTask(planning, draft, candidate, recordedProcessor, recordedProcessor, undefined);
    const { decision } = left;
    const reason = decision.change === "delete" || decision.change === "forget" ? "kind changed" : decision.reason;
    return { ...left, desired: wanted, decision: { ...decision, reason } };
  }
  const found = await lookAtGate(planning, { ...draft, processor }, node, wanted);
  const withheld = withheldOf(undefined, wanted);
  const status = found.decision.error ? "failed" : "planned";
  return { ...draft, desired: wanted, ...found, ...(withheld ? { withheld } : {}), status };
}

type Found = Pick<PlannedTask, "decision" | "facts">;

async function lookAtGate(
  planning: Planning,
  draft: PlannedTask & { readonly processor: TaskProcessor },
  node: number,
  wanted: Desired,
): Promise<Found> {
  const { action, executes } = planning.request;
  const unsettled = (planning.candidates.edges[node] ?? []).some((before) => planning.unsettled.has(before));
  // What it looks at is about to change; a run that carries the plan out looks in its turn anyway.
  if (unsettled && carriesOut(action)) return unchanged("after-changes", probedAfter(action), "unobservable");
  if (executes) return unchanged("in-turn", probedLater, "unobservable");
  const observation = await observe(planning, draft, wanted, draft.processor);
  switch (observation.state) {
    case "present":
      return unchanged("holds", gateHolds, "in-sync", { holds: true });
    case "absent":
      return unchanged("does-not-hold", notHolding(observation.why), "resource-changed", { holds: false });
    case "unobservable":
      return unchanged("unknown", observation.why, "unobservable");
    case "failed":
      return { decision: unseen(observation.error), facts: undefined };
  }
}

function carriesOut(action: Action): boolean {
  return !onlyLooks(commandNamed(action));
}

function unchanged(gate: GateState, reason: string, drift: Decision["drift"], facts?: Facts): Found {
  return { decision: { change: "noop", reason, fields: [], drift, gate }, facts };
}
