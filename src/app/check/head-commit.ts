import type { JsonObject } from "../../engine/json/json.ts";
import { member } from "../../event/github-context.ts";

/** Events that run on a commit of GitHub's own, which merges the head of the pull request into its base. */
const ofHead: ReadonlySet<string> = new Set(["pull_request", "pull_request_review", "pull_request_review_comment"]);

/**
 * The commit that people and rules look at for the checks of a run: the head of the pull request, that of the merge
 * queue's group, else the commit of the event. Under `pull_request_target` it is the base that is checked out, so a check
 * there is not of the head.
 * @returns undefined when the event names no commit
 */
export function headCommit(
  { GITHUB_EVENT_NAME: name = "", GITHUB_SHA }: { readonly [name: string]: string | undefined },
  event: JsonObject | undefined,
): string | undefined {
  const head = ofHead.has(name)
    ? member(event, "pull_request", "head", "sha")
    : name === "merge_group"
      ? member(event, "merge_group", "head_sha")
      : undefined;
  return [head, GITHUB_SHA].find((sha) => typeof sha === "string" && /^[0-9a-f]{40,64}$/.test(sha)) as
    | string
    | undefined;
}
