import { isObject, type JsonObject } from "../../engine/json/json.ts";
import { member } from "../../event/github-context.ts";

/** Events that name a pull request of this repository, in whatever it comes from. */
const commentEvents: ReadonlySet<string> = new Set([
  "pull_request",
  "pull_request_target",
  "pull_request_review",
  "pull_request_review_comment",
  "issue_comment",
]);

/** The number of the pull request that an event is about; undefined when it names none. */
export function pullRequestOfEvent(name: string | undefined, event: JsonObject | undefined): number | undefined {
  if (name === undefined || !commentEvents.has(name)) return undefined;
  const pull = member(event, "pull_request", "number");
  if (typeof pull === "number") return pull;
  const issue = member(event, "issue");
  return isObject(issue) && isObject(issue.pull_request) && typeof issue.number === "number" ? issue.number : undefined;
}
