import { isObject } from "../../engine/json/json.ts";
import { shortened } from "../../engine/text/shorten.ts";
import { withoutCredentials } from "../../engine/text/shown-url.ts";
import type { NamedProxy } from "./proxy.ts";

/** What GitHub answered, whatever the status. */
export interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | number | undefined };
  /** Parsed when it is JSON, else the text. */
  readonly data: unknown;
}

/** GitHub's own words about an error, without the token; empty when it gave none. */
export function wordsOf({ data }: Answer, token: string): string {
  return isObject(data) && typeof data.message === "string" ? shortened(withoutToken(data.message, token), 200) : "";
}

/** Status and words: `403: Resource not accessible by integration`. */
export function saidOf(answer: Answer, token: string): string {
  const words = wordsOf(answer, token);
  return words === "" ? `${answer.status}` : `${answer.status}: ${words}`;
}

/** Is a limit of requests used up, rather than a permission missing? */
export function isRateLimit(answer: Answer): boolean {
  const { status, headers } = answer;
  if (status === 429) return true;
  if (status !== 403) return false;
  const words = wordsOf(answer, "");
  return headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== undefined || /rate limit/i.test(words);
}

/** An answer came, and is not taken. The message goes on after the address: `answered with more than 2 MiB (…)`. */
export class NotTaken extends Error {}

/** Why there was no answer at all, or none that is taken. */
export function whyUnreachable(error: unknown, apiUrl: string, proxy: NamedProxy | undefined): string {
  const shown = withoutCredentials(apiUrl);
  // Who sends a request wraps what it throws.
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof NotTaken) return `${shown} ${cause.message}`;
  const message = error instanceof Error ? error.message || error.name : String(error);
  const through = proxy === undefined ? "" : ` through the proxy that \`${proxy.variable}\` names`;
  return `${shown} can't be reached${through} (${message.replaceAll(apiUrl, shown)})`;
}

export function withoutToken(text: string, token: string): string {
  return token === "" ? text : text.replaceAll(token, "***");
}
