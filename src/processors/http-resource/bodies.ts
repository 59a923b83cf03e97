import { isObject, type Json, type JsonObject, pointerPath, pointerSegment } from "../../engine/json/json.ts";
import { bodyDifferences } from "./compare-body.ts";
import { isWithin, withAt, without } from "./pointers.ts";
import { comparison, inOurShape } from "./resource-facts.ts";
import { type HttpFields, sending } from "./resource-spec.ts";

/** The body of a create. */
export function bodyOfCreate({ body, create }: HttpFields): JsonObject {
  return { ...body, ...create?.body };
}

/** What an operation sends besides, with the id where it says `{id}`. */
export function withId(body: JsonObject | undefined, id: string): JsonObject {
  const fill = (value: Json): Json => {
    if (value === "{id}") return id;
    if (Array.isArray(value)) return value.map(fill);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fill(member)]));
  };
  return body === undefined ? {} : (fill(body) as JsonObject);
}

/**
 * The body of an update.
 * @param thing as it is now, out of its envelope
 * @param unseen places that are not compared
 */
export function bodyOfUpdate(
  fields: HttpFields,
  { id, thing }: { readonly id: string; readonly thing: Json },
  unseen: readonly string[],
): JsonObject {
  const { body, createOnly = [], update } = fields;
  const declared = without(body, createOnly);
  const sent = ((): JsonObject => {
    switch (sending(fields)) {
      case "declared":
        return declared;
      case "merged":
        return isObject(thing) ? overlaid(thing, declared) : declared;
      case "changed":
        return changedMembers(fields, declared, thing, unseen);
    }
  })();
  return { ...sent, ...withId(update?.body, id) };
}

/** Does an update have anything to say? Not when all that is compared is there, and nothing is written without a look. */
export function needsWrite(fields: HttpFields, thing: Json, unseen: readonly string[]): boolean {
  const { createOnly = [], body } = fields;
  const rules = comparison(fields, unseen);
  return (
    sendsBlindly(fields, unseen) ||
    bodyDifferences(without(body, createOnly), inOurShape(fields, thing), rules).length > 0
  );
}

/** Is something sent with each update that nobody can look at? */
export function sendsBlindly({ createOnly = [] }: HttpFields, unseen: readonly string[]): boolean {
  return unseen.some((place) => !createOnly.includes(place));
}

/** The members of the body that differ, whole, and all that is sent without a look. */
function changedMembers(fields: HttpFields, body: JsonObject, thing: Json, unseen: readonly string[]): JsonObject {
  const differing = bodyDifferences(body, inOurShape(fields, thing), comparison(fields, unseen));
  const places = [...differing.map(({ path }) => path), ...unseen];
  const members = new Set(places.map((place) => pointerPath(place)[0]));
  return Object.fromEntries(
    Object.entries(body).filter(([key]) => members.has(key) || isWithin(unseen, `/${pointerSegment(key)}`)),
  );
}

/** What is there, with what is declared over it; lists as a whole. */
function overlaid(thing: JsonObject, declared: JsonObject): JsonObject {
  const entries = Object.entries(declared).map(([key, member]): [string, Json] => {
    const there = Object.hasOwn(thing, key) ? thing[key] : undefined;
    return [key, isObject(member) && isObject(there) ? overlaid(there, member) : member];
  });
  return { ...thing, ...Object.fromEntries(entries) };
}

/** A body in what the API wraps it in. */
export function wrapped({ request }: HttpFields, body: JsonObject): JsonObject {
  return request ? (withAt({}, request.at, body) as JsonObject) : body;
}

/** A body as it is sent, and what it is. */
export function encoded({ encoding }: HttpFields, body: JsonObject): { readonly type: string; readonly text: string } {
  if (encoding !== "form") return { type: "application/json", text: JSON.stringify(body) };
  const form = new URLSearchParams();
  const add = (name: string, value: Json): void => {
    if (Array.isArray(value)) for (const member of value as readonly Json[]) add(`${name}[]`, member);
    else if (isObject(value)) for (const [key, member] of Object.entries(value)) add(`${name}[${key}]`, member);
    else form.append(name, value === null ? "" : String(value));
  };
  for (const [name, value] of Object.entries(body)) add(name, value);
  return { type: "application/x-www-form-urlencoded", text: form.toString() };
}
