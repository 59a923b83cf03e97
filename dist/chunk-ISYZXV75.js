import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  mayBeRounded
} from "./chunk-B6KQZQNF.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject,
  pointerSegment
} from "./chunk-RRD47Q5D.js";
import {
  depthLimit
} from "./chunk-35FI2EEV.js";

// src/engine/json/storable.ts
var plainData = "Give plain data: texts, numbers, true, false, null, lists and objects.";
function storable(value) {
  const found = copy(value, []);
  return found instanceof NotStorable ? err(found.flaw) : ok(found);
}
var NotStorable = class {
  #what;
  #hint;
  #pointer = "";
  constructor(what, hint = plainData) {
    this.#what = what;
    this.#hint = hint;
  }
  get flaw() {
    return { pointer: this.#pointer, what: this.#what, hint: this.#hint };
  }
  /** The same, told of what it stands in. */
  in(member) {
    this.#pointer = `/${pointerSegment(member)}${this.#pointer}`;
    return this;
  }
};
function copy(value, above) {
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
var halfPair = "holds half of a surrogate pair, which is no character";
function checkNumber(value) {
  if (!Number.isFinite(value)) return new NotStorable(`is ${value}, which JSON does not know`);
  if (!mayBeRounded(value)) return value;
  const what = `is the whole number ${value}, which may be a rounded one: numbers are exact only up to ${Number.MAX_SAFE_INTEGER}`;
  return new NotStorable(what, "Give it as a text.");
}
function container(value, above) {
  if (above.includes(value)) return new NotStorable("refers back to what it stands in");
  if (above.length >= depthLimit) return new NotStorable(`is nested more than ${depthLimit} levels deep`);
  above.push(value);
  try {
    if ("toJSON" in value && typeof value.toJSON === "function") return copy(value.toJSON(), above);
    return Array.isArray(value) ? list(value, above) : members(value, above);
  } catch (error) {
    return new NotStorable(`can't be read: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    above.pop();
  }
}
function list(value, above) {
  const copied = [];
  for (let index = 0; index < value.length; index++) {
    const member = copy(value[index], above);
    if (member instanceof NotStorable) return member.in(index);
    copied.push(member);
  }
  return copied;
}
var closed = /^\[object (?:Map|Set|Weak\w+|Promise|RegExp|Error|Date|String|Number|Boolean|\w*ArrayBuffer|DataView)\]$/;
var ownMember = { configurable: true, enumerable: true, writable: true };
function members(value, above) {
  const isPlain = Object.getPrototypeOf(value) === Object.prototype && !(Symbol.toStringTag in value);
  const tag = isPlain ? "" : Object.prototype.toString.call(value);
  if (!isPlain && (closed.test(tag) || ArrayBuffer.isView(value))) {
    const name = tag.slice("[object ".length, -1);
    return new NotStorable(`is a ${name}`, name === "Promise" ? "Is an `await` missing?" : plainData);
  }
  const copied = {};
  for (const key of Object.keys(value)) {
    const given = value[key];
    if (!key.isWellFormed())
      return new NotStorable(`has a name that ${halfPair}`, "Cut texts between characters.").in(key);
    if (given === void 0) continue;
    const member = copy(given, above);
    if (member instanceof NotStorable) return member.in(key);
    if (key === "__proto__") Object.defineProperty(copied, key, { ...ownMember, value: member });
    else copied[key] = member;
  }
  return copied;
}
function object(value) {
  const kept = storable(value);
  if (!kept.ok) return kept;
  return isObject(kept.value) ? ok(kept.value) : err({ pointer: "", what: "is no object", hint: plainData });
}
function storableObservation(observation) {
  if (observation.state !== "present") return observation;
  const facts = object(observation.facts);
  const given = observation.outputs && storableOutputs(observation.outputs);
  const flaws = [...facts.ok ? [] : [{ ...facts.error, of: "facts" }], ...given?.flaws ?? []];
  if (facts.ok && flaws.length === 0)
    return { ...observation, facts: facts.value, ...given ? { outputs: given.outputs } : {} };
  return { state: "failed", error: told("what it saw can't be kept", flaws) };
}
function storableOutcome(given) {
  const { outputs, flaws } = storableOutputs(given.outputs);
  const { observed, ...others } = given;
  const seen = observed === void 0 ? void 0 : object(observed);
  if (seen && !seen.ok) flaws.push({ ...seen.error, of: "observed" });
  const outcome = { ...others, outputs, ...seen?.ok ? { observed: seen.value } : {} };
  const error = flaws.length === 0 ? void 0 : told("it took effect, but what it gave can't be kept", flaws);
  return { outcome, error };
}
function storableOutputs(given) {
  const flaws = [];
  const outputs = given.flatMap((output) => {
    const value = storable(output.value);
    if (value.ok) return [{ ...output, value: value.value }];
    flaws.push({ ...value.error, of: `output ${output.name}` });
    return [];
  });
  return { outputs, flaws };
}
function told(message, flaws) {
  const list2 = flaws.map(({ of, pointer, what }) => `${pointer === "" ? of : `${of} at ${pointer}`} ${what}`);
  return { message: `${message}: ${list2.join("; ")}`, hint: flaws[0]?.hint ?? plainData };
}

export {
  storable,
  storableObservation,
  storableOutcome
};
