import { describe, expect, it } from "vitest";
import { err, ok } from "../../src/engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../../src/engine/json/json.ts";
import { readGithubContext } from "../../src/event/github-context.ts";
import { decideTrust } from "../../src/event/trust.ts";
import type { UntoldCommit, WorkspaceCommit } from "../../src/ports/workspace-commit.ts";

const sha = "1".repeat(40);
const own = { id: 1, full_name: "octo/app", default_branch: "main" };
const fork = { id: 2, full_name: "stranger/app" };
const untold: UntoldCommit = { untold: "git is not installed" };
const clean: WorkspaceCommit = { sha, clean: true };

interface Given {
  readonly event?: string;
  readonly payload?: JsonObject | undefined;
  readonly ref?: string;
  readonly actor?: string;
  readonly workspace?: WorkspaceCommit | undefined;

  readonly environment?: { readonly [name: string]: string };
}

async function trust({ event, payload, ref = "refs/heads/main", actor = "mona", workspace, environment }: Given) {
  const variables = environment ?? {
    GITHUB_ACTIONS: "true",
    GITHUB_ACTOR: actor,
    GITHUB_REF: ref,
    GITHUB_SHA: sha,
    ...(event ? { GITHUB_EVENT_NAME: event } : {}),
  };
  return decideTrust(
    variables,
    { values: {}, event: payload, eventProblem: undefined },
    async () => workspace ?? untold,
  );
}

const pull = (head: JsonObject | null, more: JsonObject = {}): JsonObject => ({
  repository: own,
  pull_request: { head: { repo: head }, base: { repo: own }, user: { login: "mona" }, ...more },
});
const workflowRun = (run: JsonObject): JsonObject => ({ repository: own, workflow_run: run });

describe("trusted", () => {
  it.each<[string, Given, string]>([
    ...[
      "push",
      "schedule",
      "workflow_dispatch",
      "repository_dispatch",
      "release",
      "create",
      "delete",
      "merge_group",
    ].map((event): [string, Given, string] => [
      event,
      { event, payload: { repository: own } },
      `the event is ${event}`,
    ]),
    [
      "a pull request of this repository",
      { event: "pull_request", payload: pull(own) },
      "the pull request comes from this repository",
    ],
    ["a terminal", { environment: {} }, "run in a terminal"],
    ...["pull_request_target", "issue_comment", "issues"].map((event): [string, Given, string] => [
      `${event} on exactly the default branch's commit`,
      { event, payload: { repository: own }, workspace: clean },
      `under ${event} exactly the default branch's commit is checked out`,
    ]),
    [
      "workflow_run of the default branch, on its commit",
      { event: "workflow_run", payload: workflowRun({ head_branch: "main", head_repository: own }), workspace: clean },
      "under workflow_run exactly the default branch's commit is checked out",
    ],
  ])("%s", async (_, given, why) => {
    expect(await trust(given)).toEqual({ trusted: true, why });
  });
});

describe("untrusted", () => {
  const noPlace = "the repository of the pull request's head is not known";
  it.each<[string, Given, string]>([
    [
      "a fork's pull request",
      { event: "pull_request", payload: pull(fork) },
      "the pull request comes from the fork stranger/app",
    ],
    [
      "a review of a fork's pull request",
      { event: "pull_request_review", payload: pull(fork) },
      "the pull request comes from the fork stranger/app",
    ],
    ["a fork that was deleted", { event: "pull_request", payload: pull(null) }, noPlace],
    ["a pull request without a payload to speak of", { event: "pull_request", payload: {} }, noPlace],
    [
      "Dependabot's push",
      { event: "push", payload: { repository: own }, actor: "dependabot[bot]" },
      "it was caused by Dependabot",
    ],
    [
      "Dependabot's pull request, run again by a person",
      { event: "pull_request", payload: pull(own, { user: { login: "dependabot[bot]" } }) },
      "it was caused by Dependabot",
    ],
    [
      "an event that Dependabot sent",
      { event: "pull_request", payload: { ...pull(own), sender: { login: "dependabot[bot]" } } },
      "it was caused by Dependabot",
    ],
    ["no payload", { event: "push", payload: undefined }, "the event's payload is missing"],
    ["no event in Actions", { environment: { GITHUB_ACTIONS: "true" } }, "the event has no name"],
    [
      "pull_request_target with a fork's commit",
      { event: "pull_request_target", payload: pull(fork), workspace: { sha: "2".repeat(40), clean: true } },
      "under pull_request_target another commit than the default branch's is checked out",
    ],
    [
      "pull_request_target with a fork's files beside the commit",
      { event: "pull_request_target", payload: pull(fork), workspace: { sha, clean: false } },
      "under pull_request_target the workspace holds files that the default branch's commit does not",
    ],
    [
      "pull_request_target where nobody can tell",
      { event: "pull_request_target", payload: pull(own) },
      "under pull_request_target it can't be told which commit is checked out: git is not installed",
    ],
    [
      "issue_comment on another branch",
      { event: "issue_comment", payload: { repository: own }, ref: "refs/heads/other", workspace: clean },
      "under issue_comment the run is not on the default branch",
    ],
    [
      "issue_comment without a default branch",
      { event: "issue_comment", payload: {}, workspace: clean },
      "under issue_comment the run is not on the default branch",
    ],
    [
      "workflow_run of a fork's branch called main",
      { event: "workflow_run", payload: workflowRun({ head_branch: "main", head_repository: fork }), workspace: clean },
      "the workflow run was caused by another repository",
    ],
    [
      "workflow_run of a repository that is gone",
      { event: "workflow_run", payload: workflowRun({ head_branch: "main", head_repository: null }), workspace: clean },
      "the workflow run was caused by another repository",
    ],
    [
      "workflow_run of another branch",
      {
        event: "workflow_run",
        payload: workflowRun({ head_branch: "feature", head_repository: own }),
        workspace: clean,
      },
      "the workflow run is of the branch feature, not of the default branch",
    ],
    [
      "workflow_run on another commit",
      {
        event: "workflow_run",
        payload: workflowRun({ head_branch: "main", head_repository: own }),
        workspace: { sha: "2".repeat(40), clean: true },
      },
      "under workflow_run another commit than the default branch's is checked out",
    ],
    [
      "an event nobody knows",
      { event: "brand_new", payload: { repository: own } },
      "under brand_new it can't be told which commit is checked out: git is not installed",
    ],
  ])("%s", async (_, given, why) => {
    expect(await trust(given)).toEqual({ trusted: false, why });
  });

  it("an event file that can't be read", async () => {
    const github = { values: {}, event: undefined, eventProblem: "/event.json could not be read: EACCES" };
    expect(await decideTrust({ GITHUB_EVENT_NAME: "push" }, github, async () => clean)).toEqual({
      trusted: false,
      why: "/event.json could not be read: EACCES",
    });
  });

  it("asks git only when that matters", async () => {
    let asked = 0;
    const workspace = async () => {
      asked++;
      return clean;
    };
    await decideTrust({ GITHUB_EVENT_NAME: "push" }, { values: {}, event: {}, eventProblem: undefined }, workspace);
    expect(asked).toBe(0);
    await decideTrust(
      { GITHUB_EVENT_NAME: "issue_comment" },
      { values: {}, event: {}, eventProblem: undefined },
      workspace,
    );
    expect(asked).toBe(1);
  });
});

describe("the github context", () => {
  const environment = {
    GITHUB_SHA: sha,
    GITHUB_REF_NAME: "main",
    GITHUB_EVENT_NAME: "push",
    GITHUB_TOKEN: "ghs_secret",
    GITHUB_ENV: "/env",
    GITHUB_EVENT_PATH: "/event.json",
    GITHUB_HEAD_REF: "",
  };
  const read = (text: string) => readGithubContext(environment, () => ok(text));

  it("has what has a variable, and the event, without the token", () => {
    const { values, event } = read('{"number": 7}');
    expect(values).toEqual({ sha, ref_name: "main", event_name: "push", event: { number: 7 } });
    expect(event).toEqual({ number: 7 });
  });

  it("has no event where there is no file, and says why one can't be read", () => {
    expect(readGithubContext({}, () => ok("{}"))).toEqual({ values: {}, event: undefined, eventProblem: undefined });
    expect(readGithubContext(environment, () => err("gone"))).toMatchObject({ event: undefined, eventProblem: "gone" });
    expect(read("[1]").eventProblem).toBe("the event file /event.json does not hold a JSON object");
    expect(read("{").eventProblem).toBe("the event file /event.json does not hold JSON");
  });
});
