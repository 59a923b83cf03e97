import type { Json } from "../../engine/json/json.ts";
import type { HttpAnswer, HttpHeaders } from "../../engine/ports/http.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { shownAddress } from "../../engine/text/shown-url.ts";
import { lastPart } from "./addresses.ts";
import { errorWords } from "./error-words.ts";
import { at } from "./pointers.ts";
import { absence, type HttpFields, ownIdPointer } from "./resource-spec.ts";

/** An answer that was read. */
export interface Answer {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** JSON, or the text where it is none; undefined: nothing. */
  readonly value: Json | undefined;
  /** What was asked, for people: `GET https://api.example/pets/1`. */
  readonly asked: string;
  readonly url: string;
}

export function readAnswer(method: string, { status, headers, text, url }: HttpAnswer): Answer {
  return { status, headers, value: jsonOrText(text), asked: `${method} ${shownAddress(url)}`, url };
}

function jsonOrText(text: string): Json | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  try {
    return JSON.parse(trimmed) as Json;
  } catch {
    return trimmed;
  }
}

/**
 * What an answer that is to tell of something has in the place of JSON: a page, as who has to sign in first often gets one
 * with status 200, or other text. Undefined: it has JSON, or nothing.
 */
export function notJson({ asked, status, value }: Answer): TaskFailure | undefined {
  if (typeof value !== "string") return undefined;
  const what = value.startsWith("<") ? "a web page" : "text that is not JSON";
  return new TaskFailure(`\`${asked}\` answered ${status} with ${what}`, {
    untouched: true,
    hint: "Look at the address: it may want a sign-in, be out of order, or be that of something else than the API.",
  });
}

/** Does an answer mean that it was done? */
export function isDone({ status }: Answer, statuses: readonly number[] | undefined): boolean {
  return statuses ? statuses.includes(status) : status >= 200 && status < 300;
}

/** The thing in an answer, out of its envelope; undefined: there is none. */
export function thingIn({ response }: HttpFields, { value }: Pick<Answer, "value">): Json | undefined {
  const thing = value !== undefined && response ? at(value, response.at) : value;
  return thing === null ? undefined : thing;
}

/** Is a thing only marked as deleted? */
export function isMarkedAbsent(fields: HttpFields, thing: Json): boolean {
  const { at: place, in: values = [] } = absence(fields);
  const value = place === undefined ? undefined : at(thing, place);
  return value !== undefined && values.some((one) => one === value);
}

/** A value as an id. @throws TaskFailure for a number that is read as another one */
export function idText(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  if (typeof value !== "number") return undefined;
  if (Number.isSafeInteger(value)) return String(value);
  throw new TaskFailure(`the server gave the number ${value} as id, which is beyond 2^53 and may be rounded`, {
    hint: "Point `id` at a text, or use `{header: Location}`.",
  });
}

/** May a whole answer be an id? Not a page, and no other text. */
function isBareId(thing: Json | undefined): boolean {
  return typeof thing === "string" && /^[^\s<>"{}]{1,200}$/.test(thing);
}

/** The id of a thing; undefined: it has none where it should. */
export function idOfThing(fields: HttpFields, thing: Json | undefined): string | undefined {
  const own = ownIdPointer(fields);
  if (own !== undefined) return idText(at(thing, fields.aliases?.[own] ?? own));
  return idText(at(thing, typeof fields.id === "string" ? fields.id : "/id"));
}

/** The id that the answer to a create names. */
export function idOfAnswer(fields: HttpFields, answer: Answer): string | undefined {
  const { id } = fields;
  const own = ownIdPointer(fields);
  if (own !== undefined) return idText(at(fields.body, own));
  if (typeof id === "object" && "header" in id) {
    const value = answer.headers[id.header.toLowerCase()];
    return value === undefined ? undefined : lastPart(value);
  }
  const thing = thingIn(fields, answer);
  // Some answer with the id alone.
  if (id === undefined && (typeof thing === "number" || isBareId(thing))) return idText(thing);
  return idOfThing(fields, thing) ?? (typeof id === "string" ? idText(at(answer.value, id)) : undefined);
}

/** What went wrong, as a sentence: what was asked, the status, and what the server says of it. */
export function refusalWords({ asked, status, value }: Answer): string {
  const words = errorWords(value);
  return `\`${asked}\` answered ${status}${words === undefined ? "" : `: ${words}`}`;
}

export function refusalHint({ status }: Pick<Answer, "status">): string | undefined {
  switch (status) {
    case 401:
      return "Its credentials are not, or no longer, taken: look at `auth`.";
    case 403:
      return "Its credentials may not do this: look at what they are good for.";
    case 409:
      return "Something else stands in its way there: look at it.";
    case 429:
      return "The server wants to be asked later. `limits` makes a run slower.";
    default:
      return status >= 500 ? "The server has a problem of its own: run again later." : undefined;
  }
}

/** A write that was refused. @param untouched nothing was changed by it, or before it */
export function refused(answer: Answer, untouched: boolean): TaskFailure {
  const hint = refusalHint(answer);
  return new TaskFailure(refusalWords(answer), { untouched, ...(hint === undefined ? {} : { hint }) });
}
