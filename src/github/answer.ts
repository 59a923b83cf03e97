import { isObject } from "../engine/json.ts";
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
  return isObject(data) && typeof data.message === "string" ? withoutToken(data.message, token).slice(0, 200) : "";
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

/** Why there was no answer at all. */
export function whyUnreachable(error: unknown, apiUrl: string, proxy: NamedProxy | undefined): string {
  const message = error instanceof Error ? error.message || error.name : String(error);
  const through = proxy === undefined ? "" : ` through the proxy that \`${proxy.variable}\` names`;
  return `${apiUrl} can't be reached${through} (${message})`;
}

export function withoutToken(text: string, token: string): string {
  return token === "" ? text : text.replaceAll(token, "***");
}
