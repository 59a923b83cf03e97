/** A JSON value. Specs, facts, outputs and state are made of these alone. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object; `undefined` members do not exist. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** True for objects, false for arrays, null and scalars. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One segment of a JSON pointer, escaped (RFC 6901). */
export function pointerSegment(key: string | number): string {
  const text = String(key);
  return /[~/]/.test(text) ? text.replaceAll("~", "~0").replaceAll("/", "~1") : text;
}

/** The segments of a JSON pointer, unescaped; `""` has none (RFC 6901). */
export function pointerPath(pointer: string): string[] {
  if (pointer === "") return [];
  const segments = pointer.slice(1).split("/");
  if (!pointer.includes("~")) return segments;
  return segments.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** True when `pointer` is `ancestor` or lies below it. */
export function pointerWithin(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

/** A list or an object with every member mapped; the same one when no member changed. */
export function mapMembers(
  value: readonly Json[] | JsonObject,
  map: (member: Json, key: string) => Json,
): readonly Json[] | JsonObject {
  if (!Array.isArray(value)) return mapObject(value as JsonObject, map);
  let mapped: Json[] | undefined;
  for (let index = 0; index < value.length; index++) {
    const member = value[index] as Json;
    const next = map(member, String(index));
    if (next !== member) mapped ??= value.slice(0, index);
    mapped?.push(next);
  }
  return mapped ?? value;
}

function mapObject(value: JsonObject, map: (member: Json, key: string) => Json): JsonObject {
  const keys = Object.keys(value);
  let mapped: [string, Json][] | undefined;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    const member = value[key] as Json;
    const next = map(member, key);
    if (next !== member)
      mapped ??= keys.slice(0, index).map((before): [string, Json] => [before, value[before] as Json]);
    mapped?.push([key, next]);
  }
  return mapped ? Object.fromEntries(mapped) : value;
}
