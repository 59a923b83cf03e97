import { isObject, type Json, type JsonObject, pointerSegment } from "../../engine/json/json.ts";
import type { FieldDiff } from "../../engine/model/change.ts";
import { at, isWithin, ruleAt } from "./pointers.ts";
import type { HttpFields, ListRule, Normalization } from "./resource-spec.ts";
import { isEmpty, likeScalar, normalized, sameScalar } from "./same-value.ts";

/** By which rules bodies are compared. */
export interface Comparison {
  readonly lists?: HttpFields["lists"];
  readonly normalize?: HttpFields["normalize"];
  /** Places that nobody looks at. */
  readonly unseen: readonly string[];
  /** What servers make of values counts as the values: case, numbers as text, forms of times, order. */
  readonly weak?: boolean;
}

/**
 * What is found, cut down to what is declared: no field that nobody asked for.
 * @param wanted what is declared, or is below `pointer`
 */
export function declaredPart(wanted: Json, found: Json | undefined, rules: Comparison, pointer = ""): Json | undefined {
  if (found === undefined || isWithin(rules.unseen, pointer)) return undefined;
  if (isObject(wanted)) {
    if (!isObject(found)) return found === null || typeof found !== "object" ? found : {};
    const entries = Object.entries(wanted).flatMap(([key, member]) => {
      const value = Object.hasOwn(found, key) ? found[key] : undefined;
      const part = declaredPart(member, value, rules, `${pointer}/${pointerSegment(key)}`);
      return part === undefined ? [] : [[key, part] as const];
    });
    return Object.fromEntries(entries);
  }
  if (Array.isArray(found)) return declaredMembers(Array.isArray(wanted) ? wanted : [], found, rules, pointer);
  // A thing in the place of a value: nobody has asked for what is in it.
  return isObject(found) ? {} : found;
}

function declaredMembers(
  wanted: readonly Json[],
  found: readonly Json[],
  rules: Comparison,
  pointer: string,
): readonly Json[] {
  const rule = ruleAt(rules.lists, pointer);
  const all = Object.assign({}, ...wanted.filter(isObject)) as JsonObject;
  const parts = found.map((member, index): readonly [number, Json] => {
    if (!isObject(member)) return [index, Array.isArray(member) ? [] : member];
    const like = partner(wanted, member, index, rule) ?? all;
    const known = wanted.indexOf(like);
    const part = declaredPart(isObject(like) ? like : {}, member, rules, `${pointer}/${known === -1 ? index : known}`);
    return [known === -1 ? wanted.length + index : known, part ?? null];
  });
  // Members with a key stand where ours do.
  return (typeof rule === "object" ? parts.sort(([left], [right]) => left - right) : parts).map(([, part]) => part);
}

function partner(wanted: readonly Json[], member: Json, index: number, rule: ListRule | undefined): Json | undefined {
  if (typeof rule !== "object") return rule === "set" ? undefined : wanted[index];
  const key = at(member, rule.key);
  return wanted.find((one) => likeScalar(at(one, rule.key), key));
}

/** Where what is found is not as declared; `before` is cut down to what is declared. */
export function bodyDifferences(wanted: Json, found: Json | undefined, rules: Comparison, pointer = ""): FieldDiff[] {
  if (isWithin(rules.unseen, pointer)) return [];
  if (isObject(wanted)) {
    if (isEmpty(wanted)) return [];
    if (found !== undefined && found !== null && !isObject(found)) return [difference(wanted, found, rules, pointer)];
    return Object.entries(wanted).flatMap(([key, member]) => {
      const value = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
      return bodyDifferences(member, value, rules, `${pointer}/${pointerSegment(key)}`);
    });
  }
  const rule = ruleAt(rules.normalize, pointer);
  if (Array.isArray(wanted)) return listDifferences(wanted, found, rules, pointer, rule);
  const same = rules.weak ? likeScalar : sameScalar;
  if (same(normalized(wanted, rule), normalized(found, rule))) return [];
  return [difference(wanted, found, rules, pointer)];
}

function difference(wanted: Json, found: Json | undefined, rules: Comparison, pointer: string): FieldDiff {
  const before = declaredPart(wanted, found, rules, pointer);
  return { path: pointer, ...(before === undefined ? {} : { before }), after: wanted };
}

function listDifferences(
  wanted: readonly Json[],
  given: Json | undefined,
  rules: Comparison,
  pointer: string,
  rule: Normalization | undefined,
): FieldDiff[] {
  if (isEmpty(wanted) && isEmpty(given)) return [];
  const whole = [difference(wanted as Json, given, rules, pointer)];
  const found = normalizedList(given, rule);
  if (!found || found.length !== wanted.length) return whole;
  const order = ruleAt(rules.lists, pointer) ?? "ordered";
  const compare = (index: number, member: Json | undefined): FieldDiff[] =>
    bodyDifferences(wanted[index] as Json, member, inMember(rules, rule, pointer), `${pointer}/${index}`);
  if (order !== "set" && typeof order === "object") {
    const partners = wanted.map((one) => found.find((member) => likeScalar(at(one, order.key), at(member, order.key))));
    if (partners.includes(undefined)) return whole;
    return partners.flatMap((member, index) => compare(index, member));
  }
  if (order === "set" || rules.weak) {
    const left = [...found];
    const isThere = (_: Json, index: number): boolean => {
      const match = left.findIndex((member) => compare(index, member).length === 0);
      if (match !== -1) left.splice(match, 1);
      return match !== -1;
    };
    return wanted.every(isThere) ? [] : whole;
  }
  return found.flatMap((member, index) => compare(index, member));
}

function normalizedList(given: Json | undefined, rule: Normalization | undefined): readonly Json[] | undefined {
  const list = rule === "json" ? normalized(given, rule) : given;
  return Array.isArray(list) ? (list as readonly Json[]) : undefined;
}

/** What a rule says of a list it says of its members. */
function inMember(rules: Comparison, rule: Normalization | undefined, pointer: string): Comparison {
  return rule === undefined ? rules : { ...rules, normalize: { ...rules.normalize, [`${pointer}/*`]: rule } };
}

/** Does what is found have a value for all that is declared? Nothing is one way to say "nothing". */
export function holdsAll(wanted: Json, found: Json | undefined, unseen: readonly string[], pointer = ""): boolean {
  if (isWithin(unseen, pointer)) return true;
  if (isObject(wanted)) {
    return (
      isObject(found) &&
      Object.entries(wanted).every(([key, member]) => {
        const place = `${pointer}/${pointerSegment(key)}`;
        const value = Object.hasOwn(found, key) ? found[key] : undefined;
        return (value === undefined && isEmpty(member)) || holdsAll(member, value, unseen, place);
      })
    );
  }
  if (!Array.isArray(wanted)) return found !== undefined;
  const first = wanted.find(isObject);
  if (!Array.isArray(found) || !isObject(first)) return found !== undefined;
  return (found as readonly Json[]).every(
    (member) => !isObject(member) || holdsAll(first, member, unseen, `${pointer}/0`),
  );
}
