import { err, ok } from "../engine/diagnostics/diagnostic.ts";
import { isObject } from "../engine/json/json.ts";
import { textsBytes } from "../engine/model/size-limits.ts";
import { apiAttemptMs, apiLimitMs } from "../engine/model/timing.ts";
import type { ApiTrouble, Asked } from "../ports/pull-requests.ts";
import type { GitHubAccess } from "./api/access.ts";
import { type Answer, type ApiFailure, isRateLimit, limitEnd, saidOf } from "./api/answer.ts";
import type { GitHubClient, Parameters } from "./api/client.ts";
import { GitHubServer } from "./api/open-client.ts";
import { type KnownServer, serverOf } from "./servers.ts";

export interface RepositoryOptions extends GitHubAccess {
  /** As `GITHUB_GRAPHQL_URL`. */
  readonly graphqlUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** How long one attempt of a request may take, in milliseconds. Default: 10 s. */
  readonly attemptMs?: number;
  /** The longest wait for a rate limit, in milliseconds. Default: 20 s. */
  readonly patienceMs?: number;
}

/** How a request is sent. */
interface AskOptions {
  readonly signal: AbortSignal;
  /** See `GitHubClient.call`. */
  readonly once?: boolean;
}

/** What people have written in a repository, asked for and changed through the API: the part that all of it shares. */
export class GitHubRepository {
  readonly #options: RepositoryOptions;
  readonly #server: GitHubServer;
  /** Which server it is on. */
  readonly on: KnownServer;
  readonly #repository: { readonly owner: string; readonly repo: string };
  #client: Promise<GitHubClient> | undefined;
  #login: string | undefined;

  constructor(options: RepositoryOptions) {
    const [owner = "", repo = ""] = options.repository.split("/");
    this.#options = options;
    this.#server = new GitHubServer(options);
    this.on = serverOf(options.environment);
    this.#repository = { owner, repo };
  }

  /**
   * The login under which this token writes. Tokens of installations may not ask who they are, but GraphQL tells them;
   * the token of a job writes as `github-actions[bot]`. Other servers have no GraphQL, and a login of their own for it.
   */
  async login(signal: AbortSignal): Asked<string> {
    if (this.#login !== undefined) return ok(this.#login);
    const user = await this.ask("GET /user", {}, { signal });
    const query = "query { viewer { login } }";
    const refused = (trouble: ApiTrouble): boolean => !["unreachable", "rate-limit"].includes(trouble.kind);
    // Nobody knows whose texts are one's own while GitHub does not answer.
    if (!user.ok && !refused(user.error)) return user;
    const viewer =
      user.ok || !this.on.graphql
        ? user
        : await this.ask(`POST ${this.#options.graphqlUrl}`, { query }, { signal, once: true });
    if (!viewer.ok && !refused(viewer.error)) return viewer;
    this.#login = (viewer.ok ? loginIn(viewer.value.data) : undefined) ?? this.on.jobLogin;
    return ok(this.#login);
  }

  /**
   * All entries of a list, on all pages.
   * @param most no more entries are asked for than about so many; absent: all, and a list that does not end is refused
   */
  async pages<T>(
    route: string,
    parameters: Parameters,
    take: (entry: unknown) => T | undefined,
    signal: AbortSignal,
    most?: number,
  ): Asked<readonly T[]> {
    const client = await this.#open();
    const called = await client.pages(route, { ...this.#repository, ...parameters }, take, signal, most);
    return called.ok ? ok(called.value) : err(this.#trouble(called));
  }

  /** @param route as `GitHubClient.call` takes it; `{owner}` and `{repo}` are filled in */
  async ask(route: string, parameters: Parameters, options: AskOptions): Asked<Answer> {
    // What a route has no braces for would be sent along.
    const named = route.includes("{owner}") ? { ...this.#repository, ...parameters } : parameters;
    const called = await (await this.#open()).call(route, named, options);
    return called.ok ? ok(called.value) : err(this.#trouble(called, /\bhttps?:.*/.exec(route)?.[0]));
  }

  /** Ends all connections. */
  async dispose(): Promise<void> {
    await (await this.#client)?.dispose();
  }

  #open(): Promise<GitHubClient> {
    const { graphqlUrl, attemptMs = apiAttemptMs, patienceMs = apiLimitMs } = this.#options;
    this.#client ??= this.#server.open({ alsoServers: [graphqlUrl], attemptMs, patienceMs, mostBytes: textsBytes });
    return this.#client;
  }

  /** @param address that was asked; absent: that of the REST API */
  #trouble(failed: ApiFailure, address?: string): ApiTrouble {
    if ("error" in failed)
      return { kind: "unreachable", said: this.#server.whyUnreachable(failed.error, address), unclear: true };
    const { answer } = failed;
    const said = `${this.on.called} answered ${saidOf(answer, this.#options.token)}`;
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
