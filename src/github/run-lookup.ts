import { isObject } from "../engine/json/json.ts";
import type { RunInfo } from "../engine/model/run-info.ts";
import { runLookupMs } from "../engine/model/timing.ts";
import type { RunLookup } from "../engine/ports/run-lookup.ts";
import { withoutEnd } from "../engine/text/line-ends.ts";
import type { GitHubAccess } from "./api/access.ts";
import { type Answer, isRateLimit, saidOf } from "./api/answer.ts";
import { GitHubServer } from "./api/open-client.ts";
import { serverOf } from "./servers.ts";

export interface RunLookupOptions extends GitHubAccess {
  /** As `GITHUB_SERVER_URL`. */
  readonly serverUrl: string;
  /** `owner/name`. Runs of other repositories are never asked for: the token is not theirs. */
  readonly repository: string;
  /** How long one question may take, in milliseconds. */
  readonly timeoutMs?: number;
}

type RunState = Awaited<ReturnType<RunLookup>>;

const routeOfRun = "GET /repos/{owner}/{repo}/actions/runs/{run_id}";
const route = `${routeOfRun}/attempts/{attempt_number}`;

/** Asks GitHub's API whether the attempt of a workflow run is over. Only its own word counts, never a clock. */
export function createRunLookup(options: RunLookupOptions): RunLookup {
  const { repository, token, timeoutMs = runLookupMs } = options;
  const [owner = "", repo = ""] = repository.split("/");
  const server = new GitHubServer(options);

  return async (run, signal) => {
    const unasked = whyUnasked(run, options);
    if (unasked !== undefined) return unsure(unasked);
    const late = AbortSignal.timeout(timeoutMs);
    const client = await server.open({ attemptMs: timeoutMs });
    const parameters = { owner, repo, run_id: Number(run.id), attempt_number: run.attempt };
    // Whoever waits for a lock asks again anyway.
    const asked = { signal: AbortSignal.any([signal, late]), once: true };
    const ofAttempt = await client.call(route, parameters, asked);
    const unknown = !ofAttempt.ok && "answer" in ofAttempt && ofAttempt.answer.status === 404;
    const whole = unknown && serverOf(options.environment).wholeRuns;
    const called = whole ? await client.call(routeOfRun, { owner, repo, run_id: parameters.run_id }, asked) : ofAttempt;
    await client.dispose();
    // Some ends of a request look like an empty answer; these two reasons come first.
    if (signal.aborted) return unsure("asking GitHub was cancelled");
    if (late.aborted) return unsure(`${server.shown} did not answer within ${timeoutMs / 1_000} s`);
    if (!called.ok && "error" in called) return unsure(server.whyUnreachable(called.error));
    const answer = called.ok ? called.value : called.answer;
    return (whole ? judgeWhole(answer, run) : undefined) ?? judge(answer, run, server.shown, token);
  };
}

/** Why there is nothing to ask, if so. */
function whyUnasked(run: RunInfo, options: RunLookupOptions): string | undefined {
  const { serverUrl, repository, token, environment } = options;
  if (run.id === "") return "it is no run of a workflow, so GitHub can't be asked";
  const where = `${withoutEnd(serverUrl, "/")}/${repository}/actions/runs/${run.id}/attempts/${run.attempt}`;
  // What a lock says goes into the path of a request, so it must be exactly what a run is called.
  if (!/^[1-9]\d{0,14}$/.test(run.id) || !Number.isSafeInteger(run.attempt) || run.attempt < 1)
    return `its lock names a run that can't exist (id "${run.id}", attempt ${run.attempt})`;
  if (run.url.toLowerCase() !== where.toLowerCase())
    return `it is not a run of ${repository}, whose token this run has`;
  const { runs: lacking } = serverOf(environment).lacks;
  if (lacking !== undefined) return `${lacking}: when it is, release its lock with \`unlock\``;
  if (token === "") return "there is no token to ask GitHub with: give the input `token`";
  return undefined;
}

/** Once a run is over, each of its attempts is. */
function judgeWhole({ status, data }: Answer, run: RunInfo): RunState | undefined {
  if (status !== 200 || !isObject(data) || String(data.id) !== run.id || typeof data.status !== "string")
    return undefined;
  return data.status === "completed" ? { state: "over", why: `run ${run.url} ended` } : { state: "going-on" };
}

function judge(answer: Answer, run: RunInfo, apiUrl: string, token: string): RunState {
  const { status, data, headers } = answer;
  if (status === 200 && isObject(data) && String(data.id) === run.id && data.run_attempt === run.attempt) {
    if (data.status === "completed") {
      const conclusion = typeof data.conclusion === "string" ? `: ${data.conclusion}` : "";
      return { state: "over", why: `run attempt ${run.url} ended${conclusion}` };
    }
    if (typeof data.status === "string") return { state: "going-on" };
  }
  const said = saidOf(answer, token);
  if (isRateLimit(answer)) return unsure(`GitHub's rate limit for this token is used up (${said})`);
  switch (status) {
    case 401:
      return unsure(`GitHub refused the token (${said}): check the input \`token\``);
    case 403:
      return unsure(
        `the token may not look at runs (${said}): add \`actions: read\` to the \`permissions\` of the workflow`,
      );
    case 404:
      return unsure(
        `GitHub has no such run attempt, or the token may not see it (${said}): if that run was deleted, release its lock with \`unlock\``,
      );
    default: {
      const type = isObject(data) ? "" : ` with ${headers["content-type"] ?? "nothing"}`;
      return unsure(`${apiUrl} answered ${said}${type}, which tells nothing about that run`);
    }
  }
}

function unsure(why: string): RunState {
  return { state: "unsure", why };
}
