import { err, ok, type Result } from "../engine/diagnostics/diagnostic.ts";
import { isObject } from "../engine/json/json.ts";
import { isoTime } from "../engine/text/iso-time.ts";
import { withoutEnd } from "../engine/text/line-ends.ts";
import { type Answer, isRateLimit, saidOf, whyUnreachable, withoutToken } from "./api/answer.ts";
import type { Api, ApiFailure, Parameters } from "./api/api.ts";
import { noProxy, proxyFor } from "./api/proxy.ts";

/** Why GitHub did not do or tell something. */
export interface ApiTrouble {
  readonly kind: "forbidden" | "rate-limit" | "missing" | "refused" | "unreachable";
  /** Half a sentence with what it said: `GitHub answered 403: Resource not accessible by integration`. */
  readonly said: string;
  /** Nothing is known of whether it was done. */
  readonly unclear: boolean;
  /** After how many milliseconds GitHub wants to be asked again; undefined: it did not say. */
  readonly retryAfterMs?: number;
}

export interface IssueComment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly url: string;
}

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  /** Name of the branch that it is for. */
  readonly base: string;
  readonly headSha: string;
  readonly open: boolean;
  /** When it was merged, ISO 8601; null: it was not. */
  readonly mergedAt: string | null;
  /** The commit that merging it made. */
  readonly mergeCommit: string | null;
}

export interface PullRequestsOptions {
  /** As `GITHUB_API_URL`. */
  readonly apiUrl: string;
  /** As `GITHUB_GRAPHQL_URL`. */
  readonly graphqlUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  readonly userAgent: string;
  /** For the variables of proxies. */
  readonly environment: { readonly [name: string]: string | undefined };
  /** How long one attempt of a request may take, in milliseconds. Default: 10 s. */
  readonly attemptMs?: number;
  /** The longest wait for a rate limit, in milliseconds. Default: 20 s. */
  readonly patienceMs?: number;
}

type Asked<T> = Promise<Result<T, ApiTrouble>>;

/** Pull requests of one repository and the comments on them. */
export class PullRequests {
  readonly #options: PullRequestsOptions;
  readonly #apiUrl: string;
  readonly #repository: { readonly owner: string; readonly repo: string };
  #api: Promise<Api> | undefined;
  #login: string | undefined;

  constructor(options: PullRequestsOptions) {
    const [owner = "", repo = ""] = options.repository.split("/");
    this.#options = options;
    this.#apiUrl = withoutEnd(options.apiUrl, "/");
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
    await (await this.#api)?.dispose();
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

  #open(): Promise<Api> {
    const { token, userAgent, environment, attemptMs = 10_000, patienceMs = 20_000 } = this.#options;
    const proxy = proxyFor(this.#apiUrl, environment)?.url;
    const options = {
      apiUrl: this.#apiUrl,
      alsoServers: [this.#options.graphqlUrl],
      token,
      userAgent,
      proxy,
      noProxy: noProxy(environment),
    };
    this.#api ??= import("./api/api.ts").then(({ Api }) => new Api({ ...options, attemptMs, patienceMs }));
    return this.#api;
  }

  #trouble(failed: ApiFailure): ApiTrouble {
    const { token, environment } = this.#options;
    if ("error" in failed) {
      const why = whyUnreachable(failed.error, this.#apiUrl, proxyFor(this.#apiUrl, environment));
      return { kind: "unreachable", said: withoutToken(why, token), unclear: true };
    }
    const { answer } = failed;
    const said = `GitHub answered ${saidOf(answer, token)}`;
    const { status } = answer;
    if (isRateLimit(answer)) return { kind: "rate-limit", unclear: false, ...limitOf(answer, said) };
    // Of what a read-only token may not see, GitHub says that it is not there.
    if (status === 401 || status === 403) return { kind: "forbidden", said, unclear: false };
    if (status === 404 || status === 410) return { kind: "missing", said, unclear: false };
    return { kind: status >= 500 ? "unreachable" : "refused", said, unclear: status >= 500 };
  }
}

/** When a limit ends, where GitHub says so. */
function limitOf({ headers }: Answer, said: string): Pick<ApiTrouble, "said" | "retryAfterMs"> {
  const seconds = Number(headers["retry-after"]);
  if (Number.isFinite(seconds))
    return { said: `${said} (to be tried again after ${seconds} s)`, retryAfterMs: seconds * 1_000 };
  const reset = Number(headers["x-ratelimit-reset"]) * 1_000;
  if (headers["x-ratelimit-remaining"] !== "0" || !(reset > 0)) return { said };
  const retryAfterMs = Math.max(0, reset - Date.now());
  return { said: `${said} (until ${isoTime(reset)})`, retryAfterMs };
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
