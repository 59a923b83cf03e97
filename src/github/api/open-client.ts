import { withoutEnd } from "../../engine/text/line-ends.ts";
import { withoutCredentials } from "../../engine/text/shown-url.ts";
import type { ClientPolicy, GitHubAccess } from "./access.ts";
import { whyUnreachable, withoutToken } from "./answer.ts";
import type { GitHubClient } from "./client.ts";
import { noProxy, proxyFor } from "./proxy.ts";

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

  /**
   * Why there was no answer, without the token.
   * @param address that was asked; absent: that of the REST API
   */
  whyUnreachable(error: unknown, address = this.#apiUrl): string {
    const { token, environment } = this.#access;
    return withoutToken(whyUnreachable(error, address, proxyFor(address, environment)), token);
  }
}
