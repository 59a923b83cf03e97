import { type Diagnostic, type Failure, failure } from "../../../engine/diagnostics/diagnostic.ts";
import { executePlan } from "../../../engine/execute/execute.ts";
import type { TaskReport } from "../../../engine/model/report.ts";
import type { UndoEntry } from "../../../engine/model/state-body.ts";
import type { Plan } from "../../../engine/plan/plan-model.ts";
import { overtaken } from "../../../engine/recorded/overtaken.ts";
import { deletedWords } from "../../../hooks/rendering/labels.ts";
import type { ContextWork } from "../context-work.ts";
import { tasksFailed } from "../task-names.ts";
import type { PoliciesAgain } from "./ask-policies.ts";
import { othersRecorded } from "./what-stays.ts";

const failedStatuses: ReadonlySet<string> = new Set(["failed", "rolled-back", "tainted"]);

/** Carries out a plan that nothing speaks against any more. */
export async function executeContextPlan(plan: Plan, work: ContextWork): Promise<Failure | undefined> {
  const { frame, prepared, session, references, policy, toolbox } = work;
  const { settings, extensions, signal, command } = frame.services;
  const undoBefore = session.contents.undo;
  const again = await policiesAgain(plan, work);
  const { reports, failure: storeFailure } = await executePlan({
    plan,
    prepared,
    scope: frame.scope,
    recorder: session,
    references,
    hooks: extensions.hooks.filter((hook) => hook.around),
    policy,
    ...(again?.ask && { agreeAgain: again.ask }),
    toolbox,
  });
  // There will be another plan.
  if (storeFailure === overtaken) return storeFailure;
  const bad = reports.filter((report) => failedStatuses.has(report.status));
  const skipped = reports.filter((report) => report.status === "skipped").length;
  frame.draft.add({ tasks: reports, counts: { ...plan.counts, failed: bad.length, skipped } });
  if (command.does === "delete") frame.draft.add({ deletes: { others: othersRecorded(plan, work).length } });
  if (command.does === "rollback") session.contents.keepUndo(leftToUndo(settings.to, undoBefore, reports));
  if (storeFailure) return storeFailure;
  const agreed = settings.requireReviewedPlan || settings.planDigest !== undefined;
  if (bad.length === 0 && skipped === 0 && !signal.aborted && session.contents.review && agreed)
    session.contents.keepReview(undefined);
  if (signal.aborted)
    return failure(
      "cancelled",
      "the run was cancelled; what was done is recorded, and the next run settles what was under way",
    );
  if (again && again.refusals.length > 0) return forbiddenNow(again.refusals, bad);
  if (bad.length === 0) return undefined;
  return command.does === "delete" ? failure("task-failed", deletedWords(reports)) : tasksFailed(bad, "failed");
}

async function policiesAgain(plan: Plan, { frame }: ContextWork): Promise<PoliciesAgain | undefined> {
  if (!frame.services.extensions.hooks.some(({ review }) => review)) return undefined;
  const { PoliciesAgain } = await import("./ask-policies.ts");
  return new PoliciesAgain(plan, frame);
}

/** What policies forbade once it was known comes first, whatever else failed. */
function forbiddenNow(refusals: readonly Diagnostic[], bad: readonly TaskReport[]): Failure {
  const told = (task: TaskReport): boolean => refusals.some(({ message }) => task.error?.message.includes(message));
  const others = bad.filter((task) => !told(task));
  const [first] = refusals;
  const message = `${first?.message ?? ""}${others.length > 0 ? `; besides, ${tasksFailed(others, "failed").message}` : ""}`;
  return failure("policy", message, refusals);
}

/** What a rollback has not undone: of the record of the last run, all that is not through. One to a serial leaves nothing. */
function leftToUndo(
  to: number | undefined,
  undo: readonly UndoEntry[],
  reports: readonly TaskReport[],
): readonly UndoEntry[] {
  if (to !== undefined) return [];
  const done = new Set(reports.filter(({ status }) => status === "done").map(({ name }) => name));
  return undo.filter(({ task }) => !done.has(task));
}
