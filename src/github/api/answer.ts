import { isObject } from "../../engine/json/json.ts";
import { isoTime } from "../../engine/text/iso-time.ts";
import { shortened } from "../../engine/text/shorten.ts";
import { withoutCredentials } from "../../engine/text/shown-url.ts";
import { type NoAnswer, noAnswer } from "./no-answer.ts";
import type { NamedProxy } from "./proxy.ts";

/** What GitHub answered, whatever the status. */
export interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | number | undefined };
  /** Parsed when it is JSON, else the text. */
  readonly data: unknown;
}

/** An answer that is an error, or why there was none. */
export type ApiFailure = { readonly answer: Answer } | { readonly error: unknown };

export type Called<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & ApiFailure);

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

/** When a limit of requests ends. */
export interface LimitEnd {
  /** Seconds from now. */
  readonly seconds: number;
  /** ISO 8601, where GitHub named a time. */
  readonly until?: string;
}

/**
 * When GitHub wants to be asked again: what `retry-after` says, else the reset of a limit that is used up. The reset is a
 * time of GitHub's clock, which its answer tells too.
 * @returns undefined when it did not say
 */
export function limitEnd({ headers }: Answer): LimitEnd | undefined {
  const after = headers["retry-after"];
  if (after !== undefined && Number.isFinite(Number(after))) return { seconds: Number(after) };
  const reset = Number(headers["x-ratelimit-reset"]);
  if (headers["x-ratelimit-remaining"] !== "0" || !(reset > 0)) return undefined;
  const told = Date.parse(String(headers.date));
  const now = Number.isNaN(told) ? Date.now() : told;
  return { seconds: Math.max(0, Math.ceil(reset - now / 1_000)), until: isoTime(reset * 1_000) };
}

/** An answer came, and is not taken. The message goes on after the address: `answered with more than 2 MiB (…)`. */
export class NotTaken extends Error {}

/** Why there was no answer at all, or none that is taken. */
export function whyUnreachable(error: unknown, apiUrl: string, proxy: NamedProxy | undefined): string {
  const shown = withoutCredentials(apiUrl);
  // Who sends a request wraps what it throws.
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof NotTaken) return `${shown} ${cause.message}`;
  const known = noAnswer(error);
  if (known !== undefined) return `${shown} can't be reached: ${noAnswerWords(known, proxy)}`;
  const message = error instanceof Error ? error.message || error.name : String(error);
  const through = proxy === undefined ? "" : ` through the proxy that \`${proxy.variable}\` names`;
  return `${shown} can't be reached${through} (${message.replaceAll(apiUrl, shown)})`;
}

/** What keeps a request from a server, and what to do about it: one or two sentences without the last full stop. */
export function noAnswerWords(known: NoAnswer, proxy: NamedProxy | undefined): string {
  if (known.by === "certificate") return `its certificate can't be verified (${known.words}). ${ownCertificates}`;
  const named = proxy === undefined ? "the proxy" : `the proxy that \`${proxy.variable}\` names`;
  const { status, lasting } = known;
  if (status === 407)
    return `${named} wants another user and password (407). Write them as \`http://user:password@host:port\``;
  if (lasting)
    return `${named} does not let this machine through to it (${status}). Have the host allowed there, or name it in \`NO_PROXY\``;
  return `${named} does not get through to it (${status})`;
}

/** What to do where a network has certificates of its own: a sentence without its full stop. */
const ownCertificates =
  "Name the file of the certificates that this network uses in the variable `NODE_EXTRA_CA_CERTS`, and in `GIT_SSL_CAINFO` for git";

export function withoutToken(text: string, token: string): string {
  return token === "" ? text : text.replaceAll(token, "***");
}
