import { type Dispatcher, fetch, type RequestInit, Response } from "undici";
import { answerBytes, sizeWords } from "../../engine/model/size-limits.ts";
import { withoutCredentials } from "../../engine/text/shown-url.ts";
import { stopwatch, trace } from "../../trace/trace.ts";
import { NotTaken } from "./answer.ts";

type CarefulInit = RequestInit & {
  /** Most bytes of the answer, unpacked. Default: `answerBytes`. */
  readonly mostBytes?: number | undefined;
};

const mostRedirects = 5;

/**
 * Makes a `fetch` for requests with the token: it asks only the given servers, also when an answer leads elsewhere (a
 * redirect, or the link to a next page), and takes no answer that is too large.
 * @param servers addresses that may get the token
 */
export function carefulFetch(servers: readonly string[], dispatcher: Dispatcher) {
  const origins = new Set(servers.flatMap((address) => URL.parse(address)?.origin ?? []));
  return async (address: string, { mostBytes = answerBytes, ...init }: CarefulInit): Promise<Response> => {
    let url = address;
    let request = init;
    for (let redirects = 0; ; redirects++) {
      const { origin } = new URL(url);
      if (!origins.has(origin)) throw new NotTaken(`led to another server (${origin}), which is not given the token`);
      const response = await traced(url, request, () => fetch(url, { ...request, dispatcher, redirect: "manual" }));
      const { status, headers } = response;
      const next = [301, 302, 303, 307, 308].includes(status) ? headers.get("location") : null;
      if (next === null) return whole(response, url, mostBytes);
      await response.body?.cancel();
      if (redirects === mostRedirects) throw new NotTaken(`led to another address ${mostRedirects + 1} times in a row`);
      const again = URL.parse(next, url);
      if (again === null) throw new NotTaken(`led to an address that can't be read (${status})`);
      url = again.href;
      request = redirected(request, status);
    }
  };
}

/** Says in a trace what was asked, and what came of it: of the answer the status and the limits alone. */
async function traced(url: string, { method = "GET" }: RequestInit, ask: () => Promise<Response>): Promise<Response> {
  const took = stopwatch();
  try {
    const response = await ask();
    trace(() => `${method} ${withoutCredentials(url)}: ${response.status} in ${took()}${limitWords(response.headers)}`);
    return response;
  } catch (error) {
    trace(() => `${method} ${withoutCredentials(url)}: no answer (${causeOf(error)}) in ${took()}`);
    throw error;
  }
}

function causeOf(error: unknown): string {
  const { cause, message } = error as { readonly cause?: unknown; readonly message?: unknown };
  return cause instanceof Error ? cause.message : String(message);
}

/** What an answer says of limits of requests: `, 4999 of 5000 requests left until 12:00:00Z, retry after 60 s`. */
function limitWords(headers: Response["headers"]): string {
  const [left, all, reset, after] = [
    "x-ratelimit-remaining",
    "x-ratelimit-limit",
    "x-ratelimit-reset",
    "retry-after",
  ].map((name) => headers.get(name));
  const until = /^\d{1,12}$/.test(reset ?? "")
    ? ` until ${new Date(Number(reset) * 1_000).toISOString().slice(11, 19)}Z`
    : "";
  const limit = left === null || left === undefined ? "" : `, ${left} of ${all ?? "?"} requests left${until}`;
  return after === null || after === undefined ? limit : `${limit}, retry after ${after} s`;
}

/** What is sent to the place that an answer names: by the rules of `fetch`, a 301 or 302 makes a GET of a POST. */
function redirected(request: RequestInit, status: number): RequestInit {
  const { method = "GET" } = request;
  const becomesGet = status === 303 ? method !== "HEAD" : status < 303 && method === "POST";
  return becomesGet ? { ...request, method: "GET", body: null } : request;
}

/** Reads an answer to its end, as long as it is not too large. */
async function whole(response: Response, url: string, mostBytes: number): Promise<Response> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    if (bytes > mostBytes)
      throw new NotTaken(`answered with more than ${sizeWords(mostBytes)} (at most that is taken)`);
    pieces.push(piece);
  }
  const { status, statusText, headers } = response;
  const empty = [101, 204, 205, 304].includes(status);
  const read = new Response(empty ? null : Buffer.concat(pieces), { status, statusText, headers });
  Object.defineProperty(read, "url", { value: withoutCredentials(url) });
  return read;
}
