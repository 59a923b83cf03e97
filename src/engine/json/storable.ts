import { err, ok, type Result } from "../diagnostics/diagnostic.ts";
import type { Observation } from "../model/observation.ts";
import type { Outcome, Output, TaskError } from "../model/outcome.ts";
import { depthLimit } from "../model/size-limits.ts";
import { isObject, type Json, type JsonObject, pointerSegment } from "./json.ts";
import { mayBeRounded } from "./number-text.ts";

/** What of a value state can't keep. */
export interface Flaw {
  /** JSON pointer into the value. */
  readonly pointer: string;
  /** What goes on with "it": `is NaN, which JSON does not know`. */
  readonly what: string;
  readonly hint: string;
}

const plainData = "Give plain data: texts, numbers, true, false, null, lists and objects.";

/**
 * What `JSON.stringify` makes of a value, as data of its own: whoever gave it may change his later. Members of objects
 * that are undefined do not exist.
 * @returns the first thing that would be lost or become another: half of a surrogate pair, `NaN`, a whole number that
 *   may be a rounded one, undefined in a list, a function, a `Map`, a circle, too deep a nesting
 */
export function storable(value: unknown): Result<Json, Flaw> {
  const found = copy(value, []);
  return found instanceof NotStorable ? err(found.flaw) : ok(found);
}

class NotStorable {
  readonly #what: string;
  readonly #hint: string;
  #pointer = "";

  constructor(what: string, hint = plainData) {
    this.#what = what;
    this.#hint = hint;
  }

  get flaw(): Flaw {
    return { pointer: this.#pointer, what: this.#what, hint: this.#hint };
  }

  /** The same, told of what it stands in. */
  in(member: string | number): NotStorable {
    this.#pointer = `/${pointerSegment(member)}${this.#pointer}`;
    return this;
  }
}

function copy(value: unknown, above: object[]): Json | NotStorable {
  switch (typeof value) {
    case "string":
      return value.isWellFormed() ? value : new NotStorable(halfPair, "Cut texts between characters.");
    case "number":
      return checkNumber(value);
    case "boolean":
      return value;
    case "object":
      return value === null ? null : container(value, above);
    case "undefined":
      return new NotStorable("is undefined", `${plainData} Leave out what is not there.`);
    default:
      return new NotStorable(`is a ${typeof value}`);
  }
}

const halfPair = "holds half of a surrogate pair, which is no character";

function checkNumber(value: number): Json | NotStorable {
  if (!Number.isFinite(value)) return new NotStorable(`is ${value}, which JSON does not know`);
  if (!mayBeRounded(value)) return value;
  const what = `is the whole number ${value}, which may be a rounded one: numbers are exact only up to ${Number.MAX_SAFE_INTEGER}`;
  return new NotStorable(what, "Give it as a text.");
}

function container(value: object, above: object[]): Json | NotStorable {
  if (above.includes(value)) return new NotStorable("refers back to what it stands in");
  if (above.length >= depthLimit) return new NotStorable(`is nested more than ${depthLimit} levels deep`);
  above.push(value);
  try {
    if ("toJSON" in value && typeof value.toJSON === "function") return copy(value.toJSON(), above);
    return Array.isArray(value) ? list(value, above) : members(value, above);
  } catch (error) {
    // A getter or a proxy.
    return new NotStorable(`can't be read: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    above.pop();
  }
}

function list(value: readonly unknown[], above: object[]): Json | NotStorable {
  const copied: Json[] = [];
  for (let index = 0; index < value.length; index++) {
    const member = copy(value[index], above);
    if (member instanceof NotStorable) return member.in(index);
    copied.push(member);
  }
  return copied;
}

/** Objects whose data is not in members of their own. */
const closed =
  /^\[object (?:Map|Set|Weak\w+|Promise|RegExp|Error|Date|String|Number|Boolean|\w*ArrayBuffer|DataView)\]$/;

const ownMember = { configurable: true, enumerable: true, writable: true };

function members(value: object, above: object[]): Json | NotStorable {
  const isPlain = Object.getPrototypeOf(value) === Object.prototype && !(Symbol.toStringTag in value);
  const tag = isPlain ? "" : Object.prototype.toString.call(value);
  if (!isPlain && (closed.test(tag) || ArrayBuffer.isView(value))) {
    const name = tag.slice("[object ".length, -1);
    return new NotStorable(`is a ${name}`, name === "Promise" ? "Is an `await` missing?" : plainData);
  }
  const copied: { [key: string]: Json } = {};
  for (const key of Object.keys(value)) {
    const given = (value as { readonly [key: string]: unknown })[key];
    if (!key.isWellFormed())
      return new NotStorable(`has a name that ${halfPair}`, "Cut texts between characters.").in(key);
    if (given === undefined) continue;
    const member = copy(given, above);
    if (member instanceof NotStorable) return member.in(key);
    // As a member of its own: what is assigned to this name would become the prototype.
    if (key === "__proto__") Object.defineProperty(copied, key, { ...ownMember, value: member });
    else copied[key] = member;
  }
  return copied;
}

function object(value: unknown): Result<JsonObject, Flaw> {
  const kept = storable(value);
  if (!kept.ok) return kept;
  return isObject(kept.value) ? ok(kept.value) : err({ pointer: "", what: "is no object", hint: plainData });
}

/** What a processor saw, as data that state and plans can keep; a failed observation where it can't be kept. */
export function storableObservation(observation: Observation): Observation {
  if (observation.state !== "present") return observation;
  const facts = object(observation.facts);
  const given = observation.outputs && storableOutputs(observation.outputs);
  const flaws = [...(facts.ok ? [] : [{ ...facts.error, of: "facts" }]), ...(given?.flaws ?? [])];
  if (facts.ok && flaws.length === 0)
    return { ...observation, facts: facts.value, ...(given ? { outputs: given.outputs } : {}) };
  return { state: "failed", error: told("what it saw can't be kept", flaws) };
}

/**
 * What a processor gave, without what state can't keep; and what that was. The processor has acted by then: whoever asks
 * must not take it for something that did not happen.
 */
export function storableOutcome<T extends Outcome>(
  given: T,
): { readonly outcome: T; readonly error: TaskError | undefined } {
  const { outputs, flaws } = storableOutputs(given.outputs);
  const { observed, ...others } = given;
  const seen = observed === undefined ? undefined : object(observed);
  if (seen && !seen.ok) flaws.push({ ...seen.error, of: "observed" });
  const outcome = { ...others, outputs, ...(seen?.ok ? { observed: seen.value } : {}) } as T;
  const error = flaws.length === 0 ? undefined : told("it took effect, but what it gave can't be kept", flaws);
  return { outcome, error };
}

/** A flaw, and what it was found in. */
type Placed = Flaw & { readonly of: string };

function storableOutputs(given: readonly Output[]): { readonly outputs: readonly Output[]; readonly flaws: Placed[] } {
  const flaws: Placed[] = [];
  const outputs = given.flatMap((output): readonly Output[] => {
    const value = storable(output.value);
    if (value.ok) return [{ ...output, value: value.value }];
    flaws.push({ ...value.error, of: `output ${output.name}` });
    return [];
  });
  return { outputs, flaws };
}

function told(message: string, flaws: readonly Placed[]): TaskError {
  const list = flaws.map(({ of, pointer, what }) => `${pointer === "" ? of : `${of} at ${pointer}`} ${what}`);
  return { message: `${message}: ${list.join("; ")}`, hint: flaws[0]?.hint ?? plainData };
}
