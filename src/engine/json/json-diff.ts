import type { FieldDiff } from "../model/change.ts";
import type { Facts } from "../model/outcome.ts";
import { isObject, type Json, type JsonObject, pointerSegment, pointerWithin } from "./json.ts";

/** True when two JSON values are the same; the order of keys does not count. */
export function equalJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((member, index) => equalJson(member, right[index]))
    );
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && equalJson(left[key], right[key]))
  );
}

/**
 * The fields in which two values differ, as deep as both are objects or lists of one length; in the order of `after`, then `before`.
 * @param pointer where the values stand
 */
export function diffJson(before: Json | undefined, after: Json | undefined, pointer = ""): FieldDiff[] {
  const found: FieldDiff[] = [];
  collect(before, after, pointer, found);
  return found;
}

function collect(before: Json | undefined, after: Json | undefined, path: string, found: FieldDiff[]): void {
  if (before === after) return;
  if (isObject(before) && isObject(after)) {
    for (const key of Object.keys(after)) {
      collect(
        Object.hasOwn(before, key) ? before[key] : undefined,
        after[key],
        `${path}/${pointerSegment(key)}`,
        found,
      );
    }
    for (const key of Object.keys(before)) {
      if (!Object.hasOwn(after, key)) collect(before[key], undefined, `${path}/${pointerSegment(key)}`, found);
    }
    return;
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    before.forEach((member, index) => {
      collect(member, after[index], `${path}/${index}`, found);
    });
    return;
  }
  if (equalJson(before, after)) return;
  found.push({ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) });
}

/** Objects that appear or go as a whole, told member by member. */
export function memberByMember(fields: readonly FieldDiff[]): FieldDiff[] {
  return fields.flatMap((field): FieldDiff[] => {
    const { path, before, after } = field;
    const [whole, side] =
      before === undefined ? [after, "after"] : after === undefined ? [before, "before"] : [undefined, ""];
    if (!isObject(whole) || Object.keys(whole).length === 0) return [field];
    const members = Object.entries(whole).map(([key, member]) => ({
      path: `${path}/${pointerSegment(key)}`,
      [side]: member,
    }));
    return memberByMember(members);
  });
}

/** Facts against a spec, by default: the fields that the spec declares, compared with the facts of the same name. */
export function declaredDifferences(facts: Facts, spec: JsonObject): FieldDiff[] {
  return Object.keys(spec).flatMap((key) =>
    declared(Object.hasOwn(facts, key) ? facts[key] : undefined, spec[key] as Json, `/${pointerSegment(key)}`),
  );
}

function declared(fact: Json | undefined, wanted: Json, path: string): FieldDiff[] {
  if (isObject(wanted) && isObject(fact)) {
    return Object.keys(wanted).flatMap((key) =>
      declared(Object.hasOwn(fact, key) ? fact[key] : undefined, wanted[key] as Json, `${path}/${pointerSegment(key)}`),
    );
  }
  return diffJson(fact, wanted, path);
}

/** Without the fields at or below (or above, for whole-value differences) the given pointers. */
export function withoutPointers(fields: readonly FieldDiff[], pointers: readonly string[] | undefined): FieldDiff[] {
  if (!pointers || pointers.length === 0) return [...fields];
  return fields.filter((field) => !pointers.some((pointer) => pointerWithin(field.path, pointer)));
}

/** True when one of the pointers lies at, above or below a path. */
export function touches(path: string, pointers: ReadonlySet<string> | undefined): boolean {
  if (!pointers || pointers.size === 0) return false;
  return [...pointers].some((pointer) => pointerWithin(pointer, path) || pointerWithin(path, pointer));
}

/** The value at a JSON pointer's path, or undefined. */
export function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  let at = value;
  for (const segment of path) {
    if (Array.isArray(at)) at = (at as readonly Json[])[Number(segment)];
    else if (isObject(at)) at = Object.hasOwn(at, segment) ? at[segment] : undefined;
    else return undefined;
  }
  return at;
}

/** A copy with the value at a path set (or removed); shares the rest. A path through something that is not there changes nothing. */
export function withValueAt(value: Json, path: readonly string[], next: Json | undefined): Json {
  const [head, ...rest] = path;
  if (head === undefined) return next ?? null;
  if (Array.isArray(value)) {
    const index = Number(head);
    if (!(index in value)) return value;
    return value.map((member: Json, at) => (at === index ? withValueAt(member, rest, next) : member));
  }
  if (!isObject(value)) return value;
  if (rest.length > 0)
    return Object.hasOwn(value, head) ? { ...value, [head]: withValueAt(value[head] as Json, rest, next) } : value;
  const { [head]: _, ...others } = value;
  return next === undefined ? others : { ...value, [head]: next };
}
