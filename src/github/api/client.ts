import { request as octokitRequest } from "@octokit/request";
import { EnvHttpProxyAgent } from "undici";
import type { Answer } from "./answer.ts";
import { carefulFetch } from "./careful-fetch.ts";

/** Where and how GitHub's API is asked. */
export interface ClientOptions {
  /** Without a slash at the end, as `GITHUB_API_URL`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly userAgent: string;
  /** The proxy to go through; undefined: none. */
  readonly proxy: string | undefined;
  /** Hosts that are reached without the proxy, as `NO_PROXY` writes them. */
  readonly noProxy: string;
}

/**
 * Sends one request with the token, and ends its connection.
 * This module brings an HTTP client with it, so it is imported only when there is something to ask.
 * @param route method and path, as `GET /repos/{owner}/{repo}`
 * @param parameters what the braces of the route stand for
 * @returns the answer, also of an error status. Throws when there is none: unreachable, cut off, or `signal` aborted
 */
export async function request(
  options: ClientOptions,
  route: string,
  parameters: { readonly [name: string]: string | number },
  signal: AbortSignal,
): Promise<Answer> {
  const { apiUrl, token, userAgent, proxy = "", noProxy } = options;
  const dispatcher = new EnvHttpProxyAgent({ httpProxy: proxy, httpsProxy: proxy, noProxy });
  try {
    return await octokitRequest(route, {
      ...parameters,
      baseUrl: apiUrl,
      headers: {
        authorization: `token ${token}`,
        "user-agent": userAgent,
        "x-github-api-version": "2022-11-28",
      },
      request: {
        fetch: carefulFetch([apiUrl], dispatcher),
        signal,
        log: { warn: () => {} },
      },
    });
  } catch (error) {
    const { response } = error as { readonly response?: Answer };
    if (response === undefined) throw error;
    return response;
  } finally {
    await dispatcher.destroy();
  }
}
