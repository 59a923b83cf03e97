import { withoutEnd } from "../../engine/text/line-ends.ts";
import { withoutCredentials } from "../../engine/text/shown-url.ts";
import { whyUnreachable, withoutToken } from "./answer.ts";
import type { GitHubClient } from "./client.ts";
import { noProxy, proxyFor } from "./proxy.ts";

/** Where GitHub's API is, and who asks. */
export interface GitHubAccess {
  /** As `GITHUB_API_URL`. */
  readonly apiUrl: string;
  /** Empty: nothing is asked. */
  readonly token: string;
  readonly userAgent: string;
  /** For the variables of proxies. */
  readonly environment: { readonly [name: string]: string | undefined };
}

/** How long GitHub is waited for, and what is taken of it. */
export interface ClientPolicy {
  /** Further addresses that may be asked with the token. */
  readonly alsoServers?: readonly string[];
  /** How long one attempt of a request may take, in milliseconds. */
  readonly attemptMs: number;
  /** The longest wait for a rate limit to end, in milliseconds; GitHub may name hours. Default: none. */
  readonly patienceMs?: number;
  /** Most bytes of one answer, unpacked. Default: `answerBytes`. */
  readonly mostBytes?: number;
}

/** GitHub's API at one address. Nothing is loaded before something is asked: the client brings an HTTP client with it. */
export class GitHubServer {
  readonly #access: GitHubAccess;
  readonly #apiUrl: string;

  constructor(access: GitHubAccess) {
    this.#access = access;
    this.#apiUrl = withoutEnd(access.apiUrl, "/");
  }

  /** The address as people may see it. */
  get shown(): string {
    return withoutCredentials(this.#apiUrl);
  }

  /** Loads a client. Whoever opens it ends it with `dispose`. */
  async open(policy: ClientPolicy): Promise<GitHubClient> {
    const { token, userAgent, environment } = this.#access;
    const { GitHubClient } = await import("./client.ts");
    const proxy = proxyFor(this.#apiUrl, environment)?.url;
    return new GitHubClient({
      apiUrl: this.#apiUrl,
      token,
      userAgent,
      proxy,
      noProxy: noProxy(environment),
      ...policy,
    });
  }

  /** Why there was no answer, without the token. */
  whyUnreachable(error: unknown): string {
    const { token, environment } = this.#access;
    return withoutToken(whyUnreachable(error, this.#apiUrl, proxyFor(this.#apiUrl, environment)), token);
  }
}
