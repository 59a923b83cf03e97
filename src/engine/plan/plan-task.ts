import { Cancelled, taskError } from "../execute/calls/retry-call.ts";
import { commandNamed, onlyLooks } from "../model/commands.ts";
import type { TaskError } from "../model/outcome.ts";
import { goneProcessor, recordedProcessorOf, wantedProcessor } from "../recorded/recorded.ts";
import { decideTask } from "./decide/decide-task.ts";
import { withheldOf } from "./decide/withheld.ts";
import type { Desired } from "./desired.ts";
import { draftOf, failed, hiddenTask, undecided } from "./draft.ts";
import { isGate } from "./look/is-gate.ts";
import { planGate } from "./look/plan-gate.ts";
import { manifestProblems } from "./look/validate-by-kind.ts";
import { claimPlace } from "./owners/claims.ts";
import type { PlannedTask } from "./planned-task.ts";
import type { Planning } from "./planning.ts";
import { recordedOf } from "./recorded-spec.ts";
import type { PlanCandidate } from "./select-tasks.ts";
import { wantedOf } from "./wanted-spec.ts";

/**
 * Plans one task; those before it are planned already.
 * @param node its place among the candidates
 * @throws Cancelled, TaskFailure
 */
export async function planTask(planning: Planning, candidate: PlanCandidate, node: number): Promise<PlannedTask> {
  const { prepared, references, toolbox, action } = planning.request;
  const { processors, signal } = toolbox;
  if (signal.aborted) throw new Cancelled();
  const draft = draftOf(planning, candidate, node);
  const { entry } = candidate;
  const underWay = planning.request.underWay.get(candidate.name);
  if (underWay !== undefined)
    return undecided(draft, "none", `pending: another run is about to ${underWay} it`, "unknown");
  if (candidate.wanted === "untouched") return undecided(draft, "noop", candidate.reason ?? "", "unobservable");
  if (prepared.hidden.has(candidate.name)) return hiddenTask(planning, draft);
  const stays = staysThere(planning, draft, node);
  if (stays) return stays;
  const recordedProcessor = entry && recordedProcessorOf(entry, processors);
  const processor = wantedProcessor(candidate, processors) ?? recordedProcessor;
  const known = { ...draft, processor, recordedProcessor };
  const blocked = draft.dependencies.find((name) =>
    ["failed", "skipped"].includes(planning.byName.get(name)?.status ?? ""),
  );
  const looking = onlyLooks(commandNamed(action));
  if (blocked !== undefined && candidate.wanted === "manifest" && !looking) {
    const ready = prepared.desired.get(candidate.name);
    if (ready && processor) claimPlace(planning, { ...known, processor }, ready);
    return { ...undecided(known, "none", `"${blocked}" failed`, "unknown"), status: "skipped" };
  }
  if (entry && !recordedProcessor) {
    if (!references.environment.trusted) return hiddenTask(planning, draft);
    return failed(known, goneProcessor(entry));
  }
  if (!processor) return failed(known, { message: "no processor knows its kind" });
  // What is wrong with the manifest counts first: it has a place.
  const wanted = wantedOf(planning, candidate, node);
  if (wanted && "message" in wanted) return failed(known, wanted);
  const asks = processor.validate ?? processor.known?.resource;
  const refused = wanted && asks ? await refusedByKind(planning, { ...known, processor }, wanted) : undefined;
  if (refused) return failed({ ...known, desired: wanted }, refused);
  const claim = wanted ? claimPlace(planning, { ...known, processor }, wanted) : [];
  if ("message" in claim) return failed({ ...known, desired: wanted }, claim);
  const recorded = entry && recordedProcessor && recordedOf(planning, candidate.name, entry, recordedProcessor);
  if (recorded && "message" in recorded) return failed(known, recorded);
  const ready = { ...known, processor, recorded, awaitsPlaceOf: claim };

  try {
    if (wanted && isGate(ready)) return await planGate(planning, ready, candidate, node, wanted);
    return await decideTask(planning, ready, candidate, processor, recordedProcessor ?? processor, wanted);
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return failed({ ...ready, desired: wanted }, taskError(error));
  }
}

/** A task that `delete` leaves where it is, as something that depends on it stays. */
function staysThere(
  { request, candidates, byName }: Planning,
  draft: PlannedTask,
  node: number,
): PlannedTask | undefined {
  if (request.action !== "delete") return undefined;
  const dependants = (candidates.edges[node] ?? []).map((other) => candidates.candidates[other]?.name ?? "");
  const kept = dependants.find((name) => ["failed", "skipped"].includes(byName.get(name)?.status ?? ""));
  if (kept === undefined) return undefined;
  return { ...undecided(draft, "none", `"${kept}" depends on it, and stays`, "unobservable"), status: "skipped" };
}

/** What rules that live elsewhere refuse: it is reported with its place as well. */
async function refusedByKind(
  planning: Planning,
  planned: PlannedTask,
  desired: Desired,
): Promise<TaskError | undefined> {
  const { references, toolbox } = planning.request;
  if (!references.environment.trusted || withheldOf(undefined, desired)) return undefined;
  try {
    const found = await manifestProblems(planned, desired, toolbox.sealed !== undefined, toolbox);
    for (const diagnostic of found) planning.diagnostics.push(diagnostic);
    const [first] = found;
    return first && { message: first.message, ...(first.suggestion === undefined ? {} : { hint: first.suggestion }) };
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return taskError(error);
  }
}
