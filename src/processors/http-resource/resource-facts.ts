import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import type { FieldDiff } from "../../engine/model/change.ts";
import type { Facts } from "../../engine/model/outcome.ts";
import { bodyDifferences, type Comparison, declaredPart } from "./compare-body.ts";
import { at, leaves, withAt } from "./pointers.ts";
import type { HttpFields } from "./resource-spec.ts";

/** What is known of a resource: of the answer only what is declared. */
export interface ResourceFacts {
  /** As the API names it. */
  readonly id: string;
  readonly body: JsonObject;
  /** Places in the body that nobody looked at. */
  readonly unseen: readonly string[];
}

/** What facts say; undefined: they are none of ours. */
export function readFacts(facts: Facts | undefined): ResourceFacts | undefined {
  if (!facts || typeof facts.id !== "string") return undefined;
  const unseen = Array.isArray(facts.unseen)
    ? facts.unseen.filter((one): one is string => typeof one === "string")
    : [];
  return { id: facts.id, body: isObject(facts.body) ? facts.body : {}, unseen };
}

/** The same as they are stored. */
export function storedFacts({ id, body, unseen }: ResourceFacts): Facts {
  return { id, body, ...(unseen.length > 0 ? { unseen } : {}) };
}

/** Places in the body that are sent and not looked at: declared ones, and those with a secret in them. */
export function unseenPlaces(fields: HttpFields, containsSecret: (text: string) => boolean): readonly string[] {
  const { writeOnly = [], createOnly = [], body } = fields;
  const secret = [...leaves(body)].flatMap(([pointer, value]) =>
    typeof value === "string" && value !== "" && containsSecret(value) ? [pointer] : [],
  );
  return [...writeOnly, ...createOnly, ...secret];
}

/** The body as an answer has it, in the shape of ours: fields that answers have elsewhere are put where we have them. */
export function inOurShape({ aliases = {} }: HttpFields, thing: Json): Json {
  return Object.entries(aliases).reduce((shaped, [ours, theirs]) => {
    const value = at(thing, theirs);
    return value === undefined ? shaped : withAt(shaped, ours, value);
  }, thing);
}

/** @param thing as the answer has it, out of its envelope */
export function factsOf(fields: HttpFields, id: string, thing: Json, unseen: readonly string[]): ResourceFacts {
  const rules = comparison(fields, unseen);
  const body = declaredPart(fields.body, inOurShape(fields, thing), rules);
  return { id, body: isObject(body) ? body : {}, unseen };
}

export function comparison({ lists, normalize }: HttpFields, unseen: readonly string[], weak = false): Comparison {
  return { ...(lists ? { lists } : {}), ...(normalize ? { normalize } : {}), unseen, ...(weak ? { weak } : {}) };
}

/**
 * Where facts are not as a spec wants them. What a server has made of a value after the last write is the value.
 * @param observed recorded after the last write
 */
export function factDifferences(facts: Facts, fields: HttpFields, observed: Facts | undefined): FieldDiff[] {
  const found = readFacts(facts);
  if (!found) return [];
  const made = readFacts(observed);
  const rules = comparison(fields, found.unseen);
  return bodyDifferences(fields.body, found.body, rules)
    .filter(({ path }) => !withAncestors(path).some((place) => isMade(place, found, made, fields)))
    .map((field) => ({ ...field, path: `/body${field.path}` }));
}

/** A place, and all that it lies in: a list may be in another order as a whole. */
function withAncestors(pointer: string): readonly string[] {
  const path = pointer.split("/");
  return path.map((_, index) => path.slice(0, path.length - index).join("/"));
}

/** Is what is at a place just what the server made of what is wanted there? */
function isMade(pointer: string, found: ResourceFacts, made: ResourceFacts | undefined, fields: HttpFields): boolean {
  const [wanted, now, then] = [fields.body, found.body, made?.body ?? {}].map((body) => at(body, pointer));
  if (wanted === undefined || then === undefined) return false;
  const strict = comparison(fields, found.unseen);
  if (bodyDifferences(wanted, then, { ...strict, weak: true }, pointer).length > 0) return false;
  // A server that has not kept the order of a list may give another one each time.
  const isMoved = Array.isArray(wanted) && bodyDifferences(wanted, then, strict, pointer).length > 0;
  const rules = isMoved ? { ...strict, lists: { ...strict.lists, [pointer]: "set" as const } } : strict;
  return bodyDifferences(then, now, rules, pointer).length === 0;
}
