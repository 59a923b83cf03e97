import type { JsonObject } from "../engine/json/json.ts";
import type { UntoldCommit, WorkspaceCommit } from "../ports/workspace-commit.ts";
import { type Environment, type GithubContext, member } from "./github-context.ts";

/** Whether this run may act. The event alone decides it, never the manifest. */
export interface Trust {
  readonly trusted: boolean;
  /** Half a sentence for people: `the pull request comes from the fork x/y`. */
  readonly why: string;
}

/** Events that only somebody with write access can cause, on code of this repository. */
const trustedEvents = new Set([
  "push",
  "schedule",
  "workflow_dispatch",
  "repository_dispatch",
  "release",
  "create",
  "delete",
  "merge_group",
  "deployment",
  "registry_package",
]);

/** Events of a pull request that run on its own code. */
const pullRequestEvents = new Set(["pull_request", "pull_request_review", "pull_request_review_comment"]);

const dependabot = "dependabot[bot]";

/**
 * Trust by event: forks and Dependabot have none; events that strangers can cause while secrets are at hand
 * have it only on exactly the default branch's commit. When unsure: none.
 * @param workspace the checked-out commit
 */
export async function decideTrust(
  environment: Environment,
  github: GithubContext,
  workspace: () => Promise<WorkspaceCommit | UntoldCommit>,
): Promise<Trust> {
  const name = environment.GITHUB_EVENT_NAME;
  if (!name) {
    return environment.GITHUB_ACTIONS === "true"
      ? untrusted("the event has no name")
      : { trusted: true, why: "run in a terminal" };
  }
  const { event } = github;
  if (!event) return untrusted(github.eventProblem ?? "the event's payload is missing");
  const people = [
    environment.GITHUB_ACTOR,
    member(event, "sender", "login"),
    member(event, "pull_request", "user", "login"),
  ];
  if (people.includes(dependabot)) return untrusted("it was caused by Dependabot");
  if (pullRequestEvents.has(name)) return pullRequestTrust(event);
  if (trustedEvents.has(name)) return { trusted: true, why: `the event is ${name}` };
  if (name === "workflow_run") {
    const foreign = workflowRunTrust(event);
    if (foreign) return foreign;
  }
  return workspaceTrust(name, environment, event, await workspace());
}

function untrusted(why: string): Trust {
  return { trusted: false, why };
}

function pullRequestTrust(event: JsonObject): Trust {
  const head = member(event, "pull_request", "head", "repo", "id");
  const base = member(event, "pull_request", "base", "repo", "id") ?? member(event, "repository", "id");
  if (head === undefined || head === null || base === undefined)
    return untrusted("the repository of the pull request's head is not known");
  if (head !== base)
    return untrusted(
      `the pull request comes from the fork ${String(member(event, "pull_request", "head", "repo", "full_name") ?? head)}`,
    );
  return { trusted: true, why: "the pull request comes from this repository" };
}

function workflowRunTrust(event: JsonObject): Trust | undefined {
  const branch = member(event, "workflow_run", "head_branch");
  const standard = member(event, "repository", "default_branch");
  const head = member(event, "workflow_run", "head_repository", "id");
  const own = member(event, "repository", "id");
  if (own === undefined || head !== own) return untrusted("the workflow run was caused by another repository");
  if (standard === undefined || branch !== standard)
    return untrusted(`the workflow run is of the branch ${String(branch)}, not of the default branch`);
  return undefined;
}

/** Strangers can cause these events: what is checked out must be what the default branch holds, and nothing else. */
function workspaceTrust(
  name: string,
  environment: Environment,
  event: JsonObject,
  workspace: WorkspaceCommit | UntoldCommit,
): Trust {
  const standard = member(event, "repository", "default_branch");
  if (typeof standard !== "string" || environment.GITHUB_REF !== `refs/heads/${standard}`) {
    return untrusted(`under ${name} the run is not on the default branch`);
  }
  if ("untold" in workspace)
    return untrusted(`under ${name} it can't be told which commit is checked out: ${workspace.untold}`);
  if (workspace.sha !== environment.GITHUB_SHA)
    return untrusted(`under ${name} another commit than the default branch's is checked out`);
  if (!workspace.clean)
    return untrusted(`under ${name} the workspace holds files that the default branch's commit does not`);
  return { trusted: true, why: `under ${name} exactly the default branch's commit is checked out` };
}
