/** What goes wrong with a request. */
export type Fault =
  | {
      readonly status: number;
      readonly message?: string;
      readonly headers?: { readonly [name: string]: string };
      /** Instead of JSON. */
      readonly html?: string;
    }
  /** Never answers, and does nothing. */
  | { readonly hang: true }
  /** The connection ends, and nothing is done. */
  | { readonly cut: true }
  /** What was asked for is done, and the connection ends without an answer. */
  | { readonly cutAfter: true }
  /** Waits so many milliseconds, then does it. */
  | { readonly slow: number }
  /** Does it, then waits so many milliseconds. */
  | { readonly slowAnswer: number };

const secondary = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";

/** Refusals as GitHub says them. */
export const githubFaults = {
  /** Too much at once; without a time to wait, as GitHub often says it. */
  secondaryLimit: (retryAfter?: number): Fault => ({ status: 403, message: secondary, headers: wait(retryAfter) }),
  tooMany: (retryAfter?: number): Fault => ({ status: 429, message: secondary, headers: wait(retryAfter) }),
  /** All requests of this hour are used up. */
  primaryLimit: (resetInSeconds = 3600): Fault => ({
    status: 403,
    message: "API rate limit exceeded for installation ID 4711.",
    headers: {
      "x-ratelimit-limit": "1000",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-used": "1000",
      "x-ratelimit-resource": "core",
      "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000) + resetInSeconds),
    },
  }),
  broken: (): Fault => ({ status: 500, message: "Server Error" }),
  badGateway: (): Fault => ({
    status: 502,
    html: "<!DOCTYPE html>\n<html>\n<head><title>Unicorn! &middot; GitHub</title></head>\n<body><p>This page is taking too long to load.</p></body>\n</html>\n",
  }),
};

function wait(seconds: number | undefined): { readonly [name: string]: string } {
  return seconds === undefined ? {} : { "retry-after": String(seconds) };
}
