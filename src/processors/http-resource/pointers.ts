import { isObject, type Json, type JsonObject, pointerPath, pointerSegment } from "../../engine/json/json.ts";
import { valueAt } from "../../engine/json/json-diff.ts";

/** The value at a pointer; undefined: there is none. */
export function at(value: Json | undefined, pointer: string): Json | undefined {
  return valueAt(value, pointerPath(pointer));
}

/** Does a pointer with `*` for any segment name this place? */
export function names(pattern: string, pointer: string): boolean {
  if (pattern === pointer) return true;
  if (!pattern.includes("*")) return false;
  const [wanted, path] = [pattern.split("/"), pointer.split("/")];
  return wanted.length === path.length && wanted.every((segment, index) => segment === "*" || segment === path[index]);
}

/** The rule of a mapping by pointer that counts for a place; `*` stands for any segment. */
export function ruleAt<T>(rules: { readonly [pointer: string]: T } | undefined, pointer: string): T | undefined {
  if (!rules) return undefined;
  if (Object.hasOwn(rules, pointer)) return rules[pointer];
  const pattern = Object.keys(rules).find((one) => names(one, pointer));
  return pattern === undefined ? undefined : rules[pattern];
}

/** Does one of the patterns name the place, or one above it? */
export function isWithin(patterns: readonly string[], pointer: string): boolean {
  if (patterns.length === 0) return false;
  const path = pointer.split("/");
  return patterns.some((pattern) => names(pattern, path.slice(0, pattern.split("/").length).join("/")));
}

/** A copy with a value at a pointer; objects that are not there on the way are made. */
export function withAt(value: Json, pointer: string, next: Json): Json {
  const place = (current: Json | undefined, path: readonly string[]): Json => {
    const [head, ...rest] = path;
    if (head === undefined) return next;
    if (Array.isArray(current))
      return current.map((member: Json, index) => (String(index) === head ? place(member, rest) : member));
    const object: JsonObject = isObject(current) ? current : {};
    return { ...object, [head]: place(Object.hasOwn(object, head) ? object[head] : undefined, rest) };
  };
  return place(value, pointerPath(pointer));
}

/** A copy without the places that the patterns name. */
export function without(value: JsonObject, patterns: readonly string[]): JsonObject {
  const strip = (current: Json, pointer: string): Json => {
    if (Array.isArray(current)) return current.map((member: Json, index) => strip(member, `${pointer}/${index}`));
    if (!isObject(current)) return current;
    const kept = Object.entries(current).flatMap(([key, member]) => {
      const place = `${pointer}/${pointerSegment(key)}`;
      return patterns.some((pattern) => names(pattern, place)) ? [] : [[key, strip(member, place)] as const];
    });
    return Object.fromEntries(kept);
  };
  return patterns.length === 0 ? value : (strip(value, "") as JsonObject);
}

/** Every text, number, true, false and null in a value, with its pointer. */
export function* leaves(value: Json, pointer = ""): Generator<readonly [string, Json]> {
  if (Array.isArray(value)) {
    for (const [index, member] of (value as readonly Json[]).entries()) yield* leaves(member, `${pointer}/${index}`);
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) yield* leaves(member, `${pointer}/${pointerSegment(key)}`);
  } else yield [pointer, value];
}
