import { httpLongestRetryMs, httpPatienceMs, httpRetryMs } from "../../engine/model/timing.ts";
import type { HttpAnswer, HttpRequest } from "../../engine/ports/http.ts";

/** How often a request is sent at most, where no server says when to come again. */
export const mostTries = 4;

/** May it be sent again when nobody knows what became of it? */
export function isRepeatable({ method, repeatable }: HttpRequest): boolean {
  return repeatable ?? !["POST", "PATCH"].includes(method.toUpperCase());
}

/** As much of an answer as tells whether it is one. */
export interface AnswerHead extends Pick<HttpAnswer, "status" | "headers"> {
  /** Gives up what is not read of it. */
  close?(): void;
}

/** What to do after an answer. */
export type After =
  /** `leaveAloneMs`: the server wants nobody to come for so long. */
  | { readonly what: "take"; readonly leaveAloneMs?: number }
  /** `asked`: the server says when, and means it for all who ask. */
  | { readonly what: "again"; readonly ms: number; readonly asked: boolean };

/**
 * Is an answer to be taken as it is, or the request to be sent again?
 * @param tries how often it was sent
 * @param waitedMs how long it has waited for what servers ask for
 * @param time wall clock, in milliseconds
 */
export function afterAnswer(
  request: HttpRequest,
  answer: AnswerHead,
  tries: number,
  waitedMs: number,
  time: number,
): After {
  const asked = askedWait(answer, time);
  const passing = isPassing(request, answer, asked);
  if (!passing) return { what: "take" };
  if (asked !== undefined) {
    // Even a busy server may say "now".
    const ms = Math.max(asked, httpRetryMs);
    // It is for who asked to find out first whether it was carried out.
    if (request.repeatable === false && answer.status >= 500)
      return { what: "take", ...(ms <= httpPatienceMs ? { leaveAloneMs: ms } : {}) };
    return waitedMs + ms > httpPatienceMs ? { what: "take" } : { what: "again", ms, asked: true };
  }
  if (!isRepeatable(request) || tries >= mostTries) return { what: "take" };
  return { what: "again", ms: backoff(tries), asked: false };
}

/** Milliseconds before another try, the longer the more there were. */
export function backoff(tries: number): number {
  return Math.min(httpRetryMs * 2 ** (tries - 1), httpLongestRetryMs) * (0.75 + Math.random() / 2);
}

/** Is it a refusal that may be over soon? */
function isPassing({ retryOn = [] }: HttpRequest, answer: AnswerHead, asked: number | undefined): boolean {
  const { status } = answer;
  if ([408, 425, 429].includes(status) || retryOn.includes(status)) return true;
  // Some say so for a limit of requests.
  if (status === 403) return asked !== undefined;
  return status >= 500 && status !== 501 && status !== 505;
}

/** How long a server asks to be left alone, in milliseconds; undefined: it does not say. */
export function askedWait({ status, headers }: AnswerHead, time: number): number | undefined {
  const after = headers["retry-after"]?.trim();
  if (after !== undefined && /^\d{1,9}$/.test(after)) return Number(after) * 1_000;
  const at = after === undefined ? Number.NaN : Date.parse(after);
  if (!Number.isNaN(at)) return Math.max(0, at - time);
  if ((status !== 403 && status !== 429) || headers["x-ratelimit-remaining"] !== "0") return undefined;
  const reset = headers["x-ratelimit-reset"] ?? "";
  if (!/^\d{1,10}$/.test(reset)) return undefined;
  const seconds = Number(reset);
  // A time, or what is left of it.
  return seconds > 1e9 ? Math.max(0, seconds * 1_000 - time) : seconds * 1_000;
}
