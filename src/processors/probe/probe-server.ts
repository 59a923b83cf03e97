import { type Json, pointerPath } from "../../engine/json/json.ts";
import { equalJson, valueAt } from "../../engine/json/json-diff.ts";
import { type Http, type HttpAnswer, HttpFailure } from "../../engine/ports/http.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import { shortened } from "../../engine/text/shorten.ts";
import { shownAddress } from "../../engine/text/shown-url.ts";
import { holds, type Look, open, type Probed } from "./look.ts";
import type { Expectation, HttpTarget, StatusRule, TcpTarget } from "./probe-spec.ts";

/** A server that is asked over HTTP. */
export function probedServer(
  { url, method = "GET", headers = {} }: HttpTarget,
  expect: Expectation,
  http: Http,
  { signal, containsSecret }: Pick<Io, "signal" | "containsSecret">,
): Probed {
  const statuses = listed(expect.status ?? "2xx");
  // Who expects an answer that leads elsewhere wants to see that one.
  const follows = !statuses.some((rule) => String(rule).startsWith("3"));
  return {
    what: shownAddress(url),
    look: async (ms) => {
      try {
        const request = { method, url, headers, once: true, withinMs: ms } as const;
        const answer = await http.request(follows ? request : { ...request, follow: false });
        return judge(answer, statuses, expect, containsSecret);
      } catch (error) {
        return unanswered(error, URL.parse(url)?.host ?? "", signal);
      }
    },
  };
}

/** A port that is connected with. */
export function probedPort({ host, port }: TcpTarget, http: Http, { signal }: Pick<Io, "signal">): Probed {
  const place = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  return {
    what: place,
    look: async (ms) => {
      try {
        await http.reach(host, port, ms);
        return holds;
      } catch (error) {
        return unanswered(error, place, signal);
      }
    },
  };
}

function listed(rule: StatusRule | readonly StatusRule[]): readonly StatusRule[] {
  return typeof rule === "object" ? rule : [rule];
}

/** @param place what is named wherever it is told */
function unanswered(error: unknown, place: string, signal: AbortSignal): Look {
  if (signal.aborted || !(error instanceof HttpFailure)) throw error;
  const { message, hint, refused } = error;
  const advice = hint === undefined ? {} : { hint };
  if (refused) return { state: "hopeless", why: message, ...advice };
  const why = message.startsWith(`${place} gave `) ? message.slice(place.length + 6) : message;
  return { state: "open", why, ...advice };
}

function judge(
  answer: HttpAnswer,
  statuses: readonly StatusRule[],
  { contains, json }: Expectation,
  containsSecret: Io["containsSecret"],
): Look {
  const { status, text } = answer;
  const words = statusWords(answer);
  if (!statuses.some((rule) => (typeof rule === "number" ? rule === status : rule[0] === String(status)[0])))
    return open(words);
  if (contains !== undefined && !text.includes(contains))
    return open(`${words}, and its body does not contain ${quoted(contains, containsSecret)}`);
  if (json === undefined) return holds;
  let body: Json;
  try {
    body = JSON.parse(text) as Json;
  } catch {
    return open(`${words}, and its body is not JSON`);
  }
  for (const [pointer, wanted] of Object.entries(json)) {
    const found = valueAt(body, pointerPath(pointer));
    if (found === undefined) return open(`there is no ${placeWords(pointer)} in the answer`);
    if (equalJson(found, wanted)) continue;
    // What was a secret before may be there still: nobody knows it any more.
    const hidden = containsSecret(JSON.stringify(wanted));
    const told = hidden ? "is another" : `is ${value(found)}, not ${value(wanted)}`;
    return open(`${placeWords(pointer)} ${told}`);
  }
  return holds;
}

/** The pointer, or what the empty one stands for. */
function placeWords(pointer: string): string {
  return pointer === "" ? "the answer" : pointer;
}

/** `503 Service Unavailable` */
function statusWords({ status, statusName }: HttpAnswer): string {
  return statusName === undefined ? String(status) : `${status} ${statusName}`;
}

function value(json: Json): string {
  return shortened(JSON.stringify(json), 100);
}

function quoted(text: string, containsSecret: Io["containsSecret"]): string {
  return containsSecret(text) ? "what it should" : `\`${shortened(text, 100)}\``;
}
