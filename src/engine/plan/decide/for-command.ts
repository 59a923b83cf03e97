import { type Action, commandNamed, onlyLooks } from "../../model/commands.ts";
import type { Observation } from "../../model/observation.ts";
import type { Recorded } from "../desired.ts";
import type { Vouching } from "../guards/vouching.ts";
import type { PlanCandidate } from "../select-tasks.ts";
import type { Decision } from "./decision.ts";

/** What of a decision the called command does. */
export function forCommand(
  action: Action,
  candidate: PlanCandidate,
  decided: Decision,
  recorded: Recorded | undefined,
): Decision {
  const decision: Decision =
    candidate.reason !== undefined &&
    (decided.change === "delete" || (typeof candidate.wanted === "object" && decided.change !== "noop"))
      ? { ...decided, reason: candidate.reason }
      : decided;
  if (candidate.forget && decision.change === "delete") return { ...decision, change: "forget", fields: [] };
  if (candidate.forgotten && (!decision.error || recorded?.entry.status === "interrupted")) {
    // Forgetting touched nothing, so remembering touches nothing: what differs, or is unclear, is so as it was before.
    const { drift, reason } = decision;
    return { change: "adopt", reason: candidate.reason ?? reason, fields: [], drift, remembers: true };
  }
  const leave = (): Decision => {
    const { error: _, ...rest } = decision;
    return {
      ...rest,
      change: "noop",
      leftAlone: true,
      reason: `left alone by ${action}: ${decision.change === "none" ? decision.reason : `would ${decision.change}`}`,
    };
  };
  // What could not be looked at fails under every command: nobody knows what would be done to it.
  if (decision.error && decision.drift === "unknown") return decision;
  switch (action) {
    case "create":
      return (recorded && !decision.goesOn) || !["create", "adopt", "none"].includes(decision.change)
        ? decision.change === "noop"
          ? decision
          : leave()
        : decision;
    case "update":
      if (!recorded || decision.change === "delete" || decision.change === "forget") return leave();
      return decision;
    default: {
      if (!onlyLooks(commandNamed(action))) return decision;
      // Looking finds no fault with what apply would refuse to do.
      const { error: _, ...rest } = decision;
      return rest;
    }
  }
}

/** Says why nobody looked, where that is for want of trust in state. */
export function withReason(decision: Decision, observation: Observation, { doubt, unseen }: Vouching): Decision {
  if (doubt === undefined || observation.state !== "unobservable" || observation.why !== unseen.why) return decision;
  if (decision.reason.includes(unseen.why)) return decision;
  return { ...decision, reason: `${decision.reason}; not looked at: ${unseen.why}` };
}

/** Says in the plan whom a task waits for. */
export function afterOthers(decision: Decision, owners: readonly string[]): Decision {
  if (owners.length === 0) return decision;
  const names = owners.map((name) => `"${name}"`).join(", ");
  return { ...decision, reason: `${decision.reason}, once ${names} left its place` };
}
