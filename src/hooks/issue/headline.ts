import type { Issue } from "../../ports/issues.ts";
import type { IssueFacts, IssueLabels } from "./model.ts";

/** The title of an issue. */
export function titleOf(facts: Pick<IssueFacts, "project" | "context" | "failure" | "tasks" | "more">): string {
  const { project, context, failure, tasks, more } = facts;
  const fails = failure !== null && tasks.size + more === 0;
  return fails ? failureTitle(project, context) : driftTitle(project, context);
}

/** The title that an issue gets; undefined: it stays, as it is right, or somebody has given it one of his own. */
export function titleAfter({ title }: Pick<Issue, "title">, facts: IssueFacts): string | undefined {
  const { project, context } = facts;
  const wanted = titleOf(facts);
  const isOurs = title === driftTitle(project, context) || title === failureTitle(project, context);
  return isOurs && title !== wanted ? wanted : undefined;
}

/** The labels of an issue that tells this. */
export function labelsOf(
  { failure, tasks, more }: Pick<IssueFacts, "failure" | "tasks" | "more">,
  labels: IssueLabels,
): readonly string[] {
  const drifts = tasks.size + more > 0;
  return [...new Set([...(drifts ? labels.drift : []), ...(failure === null ? [] : labels.failure)])];
}

/**
 * The labels that an issue gets; undefined: they stay. They are only touched when it comes to tell of something else, so
 * that what people take away and add stays as they want it.
 */
export function labelsAfter(
  issue: Pick<Issue, "labels" | "state">,
  before: IssueFacts,
  after: IssueFacts,
  labels: IssueLabels,
): readonly string[] | undefined {
  const wanted = labelsOf(after, labels);
  if (wanted.length === 0) return undefined;
  const isSame = wanted.join("\n") === labelsOf(before, labels).join("\n");
  if (isSame && issue.state === "open") return undefined;
  const own = new Set([...labels.drift, ...labels.failure]);
  return [...issue.labels.filter((name) => !own.has(name)), ...wanted];
}

function driftTitle(project: string, context: string): string {
  return `Drift: ${context} (${project})`;
}

function failureTitle(project: string, context: string): string {
  return `Drift check failed: ${context} (${project})`;
}
