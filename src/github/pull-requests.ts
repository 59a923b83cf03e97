import { err, ok } from "../engine/diagnostics/diagnostic.ts";
import { isObject } from "../engine/json/json.ts";
import { textsBytes } from "../engine/model/size-limits.ts";
import { apiAttemptMs, apiLimitMs } from "../engine/model/timing.ts";
import type { ApiTrouble, Asked, IssueComment, PullRequest } from "../ports/pull-requests.ts";
import type { GitHubAccess } from "./api/access.ts";
import { type Answer, type ApiFailure, isRateLimit, limitEnd, saidOf } from "./api/answer.ts";
import type { GitHubClient, Parameters } from "./api/client.ts";
import { GitHubServer } from "./api/open-client.ts";

export interface PullRequestsOptions extends GitHubAccess {
  /** As `GITHUB_GRAPHQL_URL`. */
  readonly graphqlUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** How long one attempt of a request may take, in milliseconds. Default: 10 s. */
  readonly attemptMs?: number;
  /** The longest wait for a rate limit, in milliseconds. Default: 20 s. */
  readonly patienceMs?: number;
}

/** Pull requests of one repository and the comments on them. */
export class PullRequests {
  readonly #options: PullRequestsOptions;
  readonly #server: GitHubServer;
  readonly #repository: { readonly owner: string; readonly repo: string };
  #client: Promise<GitHubClient> | undefined;
  #login: string | undefined;

  constructor(options: PullRequestsOptions) {
    const [owner = "", repo = ""] = options.repository.split("/");
    this.#options = options;
    this.#server = new GitHubServer(options);
    this.#repository = { owner, repo };
  }

  /**
   * The login under which this token writes comments. Tokens of installations may not ask who they are, but GraphQL
   * tells them; the token of a job writes as `github-actions[bot]`.
   */
  async login(signal: AbortSignal): Asked<string> {
    if (this.#login !== undefined) return ok(this.#login);
    const user = await this.#ask("GET /user", {}, { signal });
    const query = "query { viewer { login } }";
    const refused = (trouble: ApiTrouble): boolean => !["unreachable", "rate-limit"].includes(trouble.kind);
    // Nobody knows whose comments are one's own while GitHub does not answer.
    if (!user.ok && !refused(user.error)) return user;
    const viewer = user.ok
      ? user
      : await this.#ask(`POST ${this.#options.graphqlUrl}`, { query }, { signal, once: true });
    if (!viewer.ok && !refused(viewer.error)) return viewer;
    this.#login = (viewer.ok ? loginIn(viewer.value.data) : undefined) ?? "github-actions[bot]";
    return ok(this.#login);
  }

  /** All comments of a pull request, on all pages, oldest first. */
  async comments(number: number, signal: AbortSignal): Asked<readonly IssueComment[]> {
    const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
    const comments = await this.#pages(route, { issue_number: number }, readComment, signal);
    return comments.ok ? ok([...comments.value].sort((a, b) => a.id - b.id)) : comments;
  }

  /** @returns undefined when it is gone */
  async comment(id: number, signal: AbortSignal): Asked<IssueComment | undefined> {
    const route = "GET /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const answer = await this.#ask(route, { comment_id: id }, { signal });
    if (answer.ok) return ok(readComment(answer.value.data));
    return answer.error.kind === "missing" ? ok(undefined) : answer;
  }

  async addComment(number: number, body: string, signal: AbortSignal): Asked<IssueComment | undefined> {
    const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
    const answer = await this.#ask(route, { issue_number: number, body }, { signal, once: true });
    return answer.ok ? ok(readComment(answer.value.data)) : answer;
  }

  async editComment(id: number, body: string, signal: AbortSignal): Asked<IssueComment | undefined> {
    const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const answer = await this.#ask(route, { comment_id: id, body }, { signal, once: true });
    return answer.ok ? ok(readComment(answer.value.data)) : answer;
  }

  async removeComment(id: number, signal: AbortSignal): Asked<void> {
    const route = "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const answer = await this.#ask(route, { comment_id: id }, { signal });
    return answer.ok || answer.error.kind === "missing" ? ok(undefined) : answer;
  }

  /** The pull requests that brought a commit: merged, squashed or rebased. */
  async ofCommit(sha: string, signal: AbortSignal): Asked<readonly PullRequest[]> {
    const route = "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls";
    return this.#pages(route, { commit_sha: sha }, readPull, signal);
  }

  /** The open pull requests from a branch, of a fork or of this repository. */
  async ofBranch(owner: string, branch: string, signal: AbortSignal): Asked<readonly PullRequest[]> {
    const route = "GET /repos/{owner}/{repo}/pulls";
    return this.#pages(route, { state: "open", head: `${owner}:${branch}` }, readPull, signal);
  }

  /** Ends all connections. */
  async dispose(): Promise<void> {
    await (await this.#client)?.dispose();
  }

  async #pages<T>(
    route: string,
    parameters: Parameters,
    take: (entry: unknown) => T | undefined,
    signal: AbortSignal,
  ): Asked<readonly T[]> {
    const called = await (await this.#open()).pages(route, { ...this.#repository, ...parameters }, take, signal);
    return called.ok ? ok(called.value) : err(this.#trouble(called));
  }

  async #ask(
    route: string,
    parameters: Parameters,
    options: { readonly signal: AbortSignal; readonly once?: boolean },
  ): Asked<Answer> {
    // What a route has no braces for would be sent along.
    const named = route.includes("{owner}") ? { ...this.#repository, ...parameters } : parameters;
    const called = await (await this.#open()).call(route, named, options);
    return called.ok ? ok(called.value) : err(this.#trouble(called));
  }

  #open(): Promise<GitHubClient> {
    const { graphqlUrl, attemptMs = apiAttemptMs, patienceMs = apiLimitMs } = this.#options;
    this.#client ??= this.#server.open({ alsoServers: [graphqlUrl], attemptMs, patienceMs, mostBytes: textsBytes });
    return this.#client;
  }

  #trouble(failed: ApiFailure): ApiTrouble {
    if ("error" in failed)
      return { kind: "unreachable", said: this.#server.whyUnreachable(failed.error), unclear: true };
    const { answer } = failed;
    const said = `GitHub answered ${saidOf(answer, this.#options.token)}`;
    const { status } = answer;
    if (isRateLimit(answer)) return { kind: "rate-limit", unclear: false, ...limitOf(answer, said) };
    // Of what a read-only token may not see, GitHub says that it is not there.
    if (status === 401 || status === 403) return { kind: "forbidden", said, unclear: false };
    if (status === 404 || status === 410) return { kind: "missing", said, unclear: false };
    return { kind: status >= 500 ? "unreachable" : "refused", said, unclear: status >= 500 };
  }
}

/** When a limit ends, where GitHub says so. */
function limitOf(answer: Answer, said: string): Pick<ApiTrouble, "said" | "retryAfterMs"> {
  const end = limitEnd(answer);
  if (end === undefined) return { said };
  const when = end.until === undefined ? `to be tried again after ${end.seconds} s` : `until ${end.until}`;
  return { said: `${said} (${when})`, retryAfterMs: end.seconds * 1_000 };
}

/** Of `GET /user`, or of GraphQL's `viewer`. */
function loginIn(data: unknown): string | undefined {
  if (!isObject(data)) return undefined;
  const viewer = isObject(data.data) ? data.data.viewer : data;
  return isObject(viewer) && typeof viewer.login === "string" ? viewer.login : undefined;
}

function readComment(value: unknown): IssueComment | undefined {
  if (!isObject(value) || typeof value.id !== "number") return undefined;
  const author = isObject(value.user) && typeof value.user.login === "string" ? value.user.login : "";
  const body = typeof value.body === "string" ? value.body : "";
  return { id: value.id, author, body, url: typeof value.html_url === "string" ? value.html_url : "" };
}

function readPull(value: unknown): PullRequest | undefined {
  if (!isObject(value) || typeof value.number !== "number") return undefined;
  const text = (one: unknown): string | null => (typeof one === "string" && one !== "" ? one : null);
  return {
    number: value.number,
    url: text(value.html_url) ?? "",
    base: (isObject(value.base) && text(value.base.ref)) || "",
    headSha: (isObject(value.head) && text(value.head.sha)) || "",
    open: value.state === "open",
    mergedAt: text(value.merged_at),
    mergeCommit: text(value.merge_commit_sha),
  };
}
