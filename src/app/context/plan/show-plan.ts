import { type Failure, failure } from "../../../engine/diagnostics/diagnostic.ts";
import type { ContextReport, TaskReport } from "../../../engine/model/report.ts";
import { reviewedChange } from "../../../engine/plan/guards/compare-with-review.ts";
import { type Plan, plannedReport } from "../../../engine/plan/plan-model.ts";
import type { Entries } from "../../../engine/recorded/entries.ts";
import { missingWords } from "../../../engine/references/lookup.ts";
import { andMore } from "../../../engine/text/listed.ts";
import { isDrifted } from "../../../hooks/rendering/labels.ts";
import type { ContextFrame } from "../context-frame.ts";
import { quotedNames, tasksFailed } from "../task-names.ts";

/** Puts a plan into the report, and shows it where it is to be carried out or was asked for. */
export function announcePlan(plan: Plan, frame: ContextFrame): void {
  const { services, draft } = frame;
  const { command, emit } = services;
  const tasks = plan.tasks.map((planned) => plannedReport(planned));
  const { context, action, digest, counts, order } = plan;
  draft.add({ order, planDigest: digest, counts, tasks });
  if (!command.executes && !command.previews) return;
  draft.add(reviewable(plan, frame));
  tellWithheld(plan, frame);
  emit({ type: "planned", context, action, digest, counts, tasks });
}

/** Secrets that are not set where this plan is only shown. */
function withheldSecrets({ tasks }: Plan): readonly string[] {
  return [...new Set(tasks.flatMap(({ withheld }) => withheld?.secrets ?? []))].sort();
}

/** Says once how much of the plan is unknown, and why. */
function tellWithheld(plan: Plan, { tell, context }: ContextFrame): void {
  const secrets = withheldSecrets(plan);
  if (secrets.length === 0) return;
  const names = plan.tasks.flatMap(({ name, withheld }) => (withheld ? [`"${name}"`] : []));
  const what = `${names.length === 1 ? "task" : "tasks"} ${andMore(names, 5)}`;
  const message = `${missingWords(secrets)}, so nobody has looked at ${what} in the context "${context}"`;
  tell("notice", "secret-not-set-here", message);
}

/** What a preview of the plan tells; nothing where it could not be made out what would be done. */
function reviewable(plan: Plan, { services }: ContextFrame): Pick<ContextReport, "reviewable"> {
  const { loaded, reviews } = services;
  const { trust, project } = loaded;
  const { previewSignature, pullRequest } = reviews;
  if (!trust.trusted || plan.tasks.some(({ status, hidden }) => status !== "planned" || hidden)) return {};
  const { context, action, digest } = plan;
  const seal =
    pullRequest === undefined ? undefined : previewSignature.make({ project, context, action, digest }, pullRequest);
  const changes = [...plan.items].map(([name, item]) => [name, reviewedChange(item)] as const);
  return { reviewable: { seal: seal ?? null, changes: Object.fromEntries(changes) } };
}

/**
 * Reports what a command found that carries nothing out.
 * @param entries what is recorded
 */
export async function lookAtPlan(plan: Plan, entries: Entries, frame: ContextFrame): Promise<Failure | undefined> {
  const { services, draft } = frame;
  const { command, settings } = services;
  const statuses = plan.tasks.map((planned) =>
    plannedReport(planned, planned.status === "planned" && !command.previews ? "observed" : planned.status),
  );
  const looked = statuses.map((task, place) => sinceWhen(task, recordedName(plan, place), entries));
  const tasks = command.does === "describe" ? await described(plan, looked, entries, frame) : looked;
  draft.add({ tasks });
  const failed = tasks.filter((task) => task.status === "failed");
  if (failed.length > 0) return tasksFailed(failed, "could not be planned");
  if (settings.failOnDrift && tasks.some(isDrifted))
    return failure("drift-detected", `${driftWords(tasks)}, and \`fail-on-drift\` is set`);
  if (!settings.expectNoChanges) return undefined;
  if (hasChanges(plan)) return failure("changes-pending", "there are changes to apply, and `expect-no-changes` is set");
  const withheld = withheldSecrets(plan);
  if (withheld.length === 0) return undefined;
  const message = `it can't be told that there are no changes, and \`expect-no-changes\` is set: ${missingWords(withheld)}`;
  return failure("changes-pending", message);
}

/** The reports of `describe`; see `describeTasks`, which no other command needs. */
async function described(
  plan: Plan,
  looked: readonly TaskReport[],
  entries: Entries,
  { services }: ContextFrame,
): Promise<readonly TaskReport[]> {
  const { describeTasks } = await import("../commands/describe-tasks.ts");
  return describeTasks(plan, looked, entries, services.loaded.manifest.declaredNames, services.redactor);
}

function recordedName({ tasks }: Plan, place: number): string {
  const planned = tasks[place];
  return planned?.formerName ?? planned?.name ?? "";
}

/** What drifted, with the moment at which it was as opus left it. */
function sinceWhen(task: TaskReport, recordedAs: string, entries: Entries): TaskReport {
  const recorded = task.status === "observed" && isDrifted(task) ? entries.get(recordedAs) : undefined;
  return recorded ? { ...task, recordedAt: recorded.updatedAt } : task;
}

/** `"a" drifted, "b" does not hold` */
function driftWords(tasks: readonly TaskReport[]): string {
  const names = (gates: boolean): string[] =>
    tasks.filter((task) => isDrifted(task) && (task.gate !== undefined) === gates).map(({ name }) => name);
  const [drifted, closed] = [names(false), names(true)];
  return [
    ...(drifted.length > 0 ? [`${quotedNames(drifted)} drifted`] : []),
    ...(closed.length > 0 ? [`${quotedNames(closed)} ${closed.length === 1 ? "does" : "do"} not hold`] : []),
  ].join(", ");
}

export function hasChanges({ counts, tasks }: Plan): boolean {
  const { create, update, replace, adopt, forget } = counts;
  return (
    create + update + replace + counts.delete + adopt + forget > 0 ||
    tasks.some((task) => task.decision.error !== undefined)
  );
}
