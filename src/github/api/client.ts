import { Octokit } from "@octokit/core";
import { paginateRest } from "@octokit/plugin-paginate-rest";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import Bottleneck from "bottleneck/light.js";
import { EnvHttpProxyAgent } from "undici";
import { listedEntries } from "../../engine/model/size-limits.ts";
import { notifyingWritesMs, pacedWritesMs } from "../../engine/model/timing.ts";
import { grouped } from "../../engine/text/grouped.ts";
import { trace } from "../../trace/trace.ts";
import type { ClientPolicy, GitHubAccess } from "./access.ts";
import { type Answer, type Called, NotTaken } from "./answer.ts";
import { carefulFetch } from "./careful-fetch.ts";
import { onceWhereInVain } from "./once-where-in-vain.ts";
import { tracedRetries } from "./traced-retries.ts";

/** Of one client: where and how GitHub's API is asked. */
export interface ClientOptions extends Omit<GitHubAccess, "environment">, ClientPolicy {
  /** The proxy to go through; undefined: none. */
  readonly proxy: string | undefined;
  /** Hosts that are reached without the proxy, as `NO_PROXY` writes them. */
  readonly noProxy: string;
}

/** What braces of a route and the body of a request stand for. */
export type Parameters = { readonly [name: string]: Parameter };
type Parameter = string | number | readonly Parameter[] | Parameters;

interface CallOptions {
  readonly signal: AbortSignal;
  /** Is not sent again by itself, as it depends on what was read before, or must not happen twice. */
  readonly once?: boolean;
}

const pageSize = 100;
/** Of the REST API: https://docs.github.com/en/rest/about-the-rest-api/api-versions. */
const headers = { "x-github-api-version": "2022-11-28" };

/** What one process writes, whichever client it takes for it. */
const writes = {
  write: new Bottleneck.Group({ id: "writes", maxConcurrent: 1, minTime: pacedWritesMs }),
  notifications: new Bottleneck.Group({ id: "notifications", maxConcurrent: 1, minTime: notifyingWritesMs }),
};

const WithPlugins = Octokit.plugin(tracedRetries, onceWhereInVain, paginateRest, retry, throttling);

/**
 * The one client of GitHub's API, with the patience that it asks for: waits between writes and for rate limits, tries again what failed on
 * the way. This module brings an HTTP client with it, so it is imported only when there is something to ask.
 */
export class GitHubClient {
  readonly #octokit: InstanceType<typeof WithPlugins>;
  #dispatcher: EnvHttpProxyAgent | undefined;

  constructor(options: ClientOptions) {
    const { apiUrl, token, userAgent, proxy = "", noProxy } = options;
    const { alsoServers = [], attemptMs, patienceMs = 0, mostBytes } = options;
    // Made with the first request, as an address of a proxy that can't be read is why that fails.
    const send = (): ReturnType<typeof carefulFetch> => {
      this.#dispatcher ??= new EnvHttpProxyAgent({ httpProxy: proxy, httpsProxy: proxy, noProxy });
      return carefulFetch([apiUrl, ...alsoServers], this.#dispatcher);
    };
    const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
    // The plugin asks this of requests that may be repeated; see `call` for the others.
    const waits = (seconds: number, { request }: { readonly request: object }, _: unknown, count: number): boolean => {
      const again = !("retries" in request && request.retries === 0) && count < 2 && seconds * 1_000 <= patienceMs;
      trace(
        () =>
          `GitHub asks to wait ${seconds} s: ${again ? `retry ${count + 1} after that` : "not sent again by itself"}`,
      );
      return again;
    };
    this.#octokit = new WithPlugins({
      auth: token,
      baseUrl: apiUrl,
      userAgent,
      log: silent,
      retry: { retries: 2 },
      throttle: { ...writes, onRateLimit: waits, onSecondaryRateLimit: waits, fallbackSecondaryRateRetryAfter: 5 },
      request: {
        fetch: async (url: string, { signal, ...init }: { readonly signal?: AbortSignal }) =>
          send()(url, { ...init, mostBytes, signal: either(AbortSignal.timeout(attemptMs), signal) }),
      },
    });
  }

  /**
   * Sends one request, and again as GitHub asks for.
   * @param route method and path, as `GET /repos/{owner}/{repo}`
   * @returns the answer; that of an error status counts as a failure. Does not throw
   */
  call(route: string, parameters: Parameters, { signal, once = false }: CallOptions): Promise<Called<Answer>> {
    const request = { signal, ...(once ? { retries: 0 } : {}) };
    return settled(this.#octokit.request(route, { ...parameters, headers, request }), signal);
  }

  /**
   * The entries of all pages of a list, which must end: what comes is 10,000 entries at most.
   * @param take what is kept of each entry
   * @param most once so many entries have come, no further page is asked for; absent: there must be an end
   */
  pages<T>(
    route: string,
    parameters: Parameters,
    take: (entry: unknown) => T | undefined,
    signal: AbortSignal,
    most?: number,
  ): Promise<Called<readonly T[]>> {
    return settled(this.#pages(route, parameters, take, signal, most), signal);
  }

  async #pages<T>(
    route: string,
    parameters: Parameters,
    take: (entry: unknown) => T | undefined,
    signal: AbortSignal,
    most: number | undefined,
  ): Promise<readonly T[]> {
    const options = { ...parameters, headers, per_page: pageSize, request: { signal } };
    const taken: T[] = [];
    let pages = 0;
    for await (const { data } of this.#octokit.paginate.iterator(route, options)) {
      if (++pages > listedEntries / pageSize)
        throw new NotTaken(
          `answered with a list of more than ${grouped(listedEntries)} entries (at most that many are read)`,
        );
      if (!Array.isArray(data)) throw new NotTaken("answered with something that is no list");
      for (const entry of data as readonly unknown[]) {
        const one = take(entry);
        if (one !== undefined) taken.push(one);
      }
      if (most !== undefined && pages * pageSize >= most) break;
    }
    return taken;
  }

  /** Ends all connections. */
  async dispose(): Promise<void> {
    await this.#dispatcher?.destroy();
  }
}

function either(one: AbortSignal, other: AbortSignal | undefined): AbortSignal {
  return other ? AbortSignal.any([one, other]) : one;
}

/** Ends with the signal at the latest: the plugins sleep through it. */
async function settled<T>(work: Promise<T>, signal: AbortSignal): Promise<Called<T>> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  // Whoever comes second must not go unhandled.
  aborted.catch(() => {});
  work.catch(() => {});
  try {
    return { ok: true, value: await Promise.race([work, aborted]) };
  } catch (error) {
    const { response } = error as { readonly response?: Answer };
    return response === undefined ? { ok: false, error } : { ok: false, answer: response };
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
