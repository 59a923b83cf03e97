import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  canonicalJson
} from "./chunk-CKNN2SAB.js";
import {
  escapeText,
  formatReference,
  parseTemplate
} from "./chunk-XT5GRKLC.js";
import {
  addedCharactersLimit,
  addedValuesLimit,
  depthLimit,
  sizeWords,
  totalAddedCharactersLimit,
  totalAddedValuesLimit
} from "./chunk-CFBAOGDQ.js";
import {
  isObject,
  mapMembers,
  pointerSegment,
  pointerWithin
} from "./chunk-OYQK6QYK.js";

// src/engine/json/measure.ts
var known = /* @__PURE__ */ new WeakMap();
var one = { values: 1, characters: 0, height: 0 };
function measure(value) {
  const open = [value];
  for (let top = open.at(-1); top !== void 0; top = open.at(-1)) {
    if (typeof top !== "object" || top === null || known.has(top)) {
      open.pop();
      continue;
    }
    const members = Object.values(top);
    const waiting = members.filter((member) => typeof member === "object" && member !== null && !known.has(member));
    if (waiting.length > 0) {
      open.push(...waiting);
      continue;
    }
    open.pop();
    let [values, height] = [1, 0];
    let characters = Array.isArray(top) ? 0 : Object.keys(top).reduce((sum, key) => sum + key.length, 0);
    for (const member of members) {
      const part = measured(member);
      values += part.values;
      characters += part.characters;
      height = Math.max(height, part.height);
    }
    known.set(top, { values, characters, height: height + 1 });
  }
  return measured(value);
}
function measured(value) {
  if (typeof value === "string") return { values: 1, characters: value.length, height: 0 };
  return typeof value === "object" && value !== null ? known.get(value) ?? one : one;
}

// src/engine/references/expansion-budget.ts
function expansionBudget() {
  return { values: totalAddedValuesLimit, characters: totalAddedCharactersLimit };
}
var Expansion = class {
  #values = 0;
  #characters = 0;
  #total;
  /** @param total of this and others */
  constructor(total = expansionBudget()) {
    this.#total = total;
  }
  /**
   * @param depth lists and objects around it
   * @returns why it can't be added; undefined when it can
   */
  add(value, depth) {
    const { values, characters, height } = measure(value);
    if (depth + height > depthLimit) {
      const what = `this is nested more than ${depthLimit} levels deep`;
      return { code: "too-deep", what, suggestion: "Flatten it; values in values add their levels." };
    }
    this.#values += values;
    this.#characters += characters;
    this.#total.values -= values;
    this.#total.characters -= characters;
    if (this.#values > addedValuesLimit || this.#characters > addedCharactersLimit)
      return bomb("references make this", addedValuesLimit, addedCharactersLimit);
    if (this.#total.values < 0 || this.#total.characters < 0)
      return bomb("all references together make the manifest", totalAddedValuesLimit, totalAddedCharactersLimit);
    return void 0;
  }
};
function bomb(what, values, characters) {
  return {
    code: "value-bomb",
    what: `${what} larger than is allowed (${values.toLocaleString("en")} values or ${sizeWords(characters)} of text)`,
    suggestion: "Use fewer references; values of values multiply."
  };
}

// src/engine/references/variables.ts
function secretName({ source, name }) {
  return source === "SECRET" ? name : `${source}:${name}`;
}
function resolve(template, lookup, verbatim = [], budget) {
  const resolver = new Resolver(lookup, new Expansion(budget));
  const whole = isObject(template) && verbatim.length > 0 ? resolver.fields(template, new Set(verbatim)) : resolver.any(template, "");
  return {
    value: whole.value,
    stored: whole.stored,
    unknowns: resolver.unknowns,
    secretPointers: resolver.secretPointers,
    fresh: resolver.fresh,
    secrets: resolver.secrets,
    problems: resolver.problems
  };
}
var mostProblems = 50;
var Resolver = class {
  unknowns = /* @__PURE__ */ new Map();
  secretPointers = /* @__PURE__ */ new Set();
  fresh = /* @__PURE__ */ new Set();
  secrets = /* @__PURE__ */ new Map();
  problems = [];
  #lookup;
  #expansion;
  /** Nothing more is filled in. */
  #stopped = false;
  constructor(lookup, expansion) {
    this.#lookup = lookup;
    this.#expansion = expansion;
  }
  any(template, pointer) {
    if (typeof template === "string") return this.#string(template, pointer);
    if (typeof template === "object" && template !== null) return this.fields(template, void 0, pointer);
    return { value: template, stored: template };
  }
  fields(template, verbatim, pointer = "") {
    const both = /* @__PURE__ */ new Map();
    for (const [key, member] of Object.entries(template)) {
      const at = `${pointer}/${pointerSegment(key)}`;
      both.set(key, verbatim?.has(key) ? { value: member, stored: escapeAll(member) } : this.any(member, at));
    }
    return {
      value: mapMembers(template, (_, key) => both.get(key).value),
      stored: mapMembers(template, (_, key) => both.get(key).stored)
    };
  }
  #string(text, pointer) {
    if (this.#stopped || !text.includes("${")) return { value: text, stored: text };
    const { parts, problems } = parseTemplate(text);
    for (const problem of problems) this.#report({ ...problem, pointer });
    if (problems.length > 0) return { value: text, stored: text };
    const [first] = parts;
    if (parts.length === 1 && typeof first === "object") return this.#whole(first, pointer);
    return this.#mixed(parts, pointer);
  }
  #whole(reference, pointer) {
    const found = this.#find(reference, pointer);
    switch (found?.type) {
      case void 0:
        return { value: null, stored: null };
      case "value":
        return { value: found.value, stored: escapeAll(found.value) };
      case "secret":
        this.secretPointers.add(pointer);
        return { value: found.value, stored: formatReference({ source: "SECRET", name: reference.name }) };
      case "sensitive":
        this.secretPointers.add(pointer);
        return { value: found.value, stored: formatReference(reference) };
      case "unknown":
        this.#wait(pointer, found.label);
        return { value: `(known after apply: ${found.label})`, stored: formatReference(reference) };
    }
  }
  #mixed(parts, pointer) {
    let value = "";
    let stored = "";
    let literal = "";
    const keep = (reference) => {
      const escaped = escapeText(literal);
      let end = escaped.length;
      while (escaped[end - 1] === "$") end--;
      stored += escaped.slice(0, end) + "${OPUS:dollar}".repeat(escaped.length - end) + formatReference(reference);
      literal = "";
    };
    for (const part of parts) {
      if (typeof part === "string") {
        value += part;
        literal += part;
        continue;
      }
      const found = this.#find(part, pointer);
      if (found === void 0) continue;
      if (found.type === "secret") {
        this.secretPointers.add(pointer);
        value += found.value;
        keep({ source: "SECRET", name: part.name });
      } else if (found.type === "unknown") {
        this.#wait(pointer, found.label);
        value += `(known after apply: ${found.label})`;
        keep(part);
      } else if (typeof found.value === "object") {
        const what = found.value === null ? "null" : Array.isArray(found.value) ? "a list" : "an object";
        this.#report({
          code: "not-text",
          message: `\`${formatReference(part)}\` is ${what}, which can't stand inside longer text`,
          pointer,
          offset: part.start,
          suggestion: "Use the reference as the whole string; then it keeps its type."
        });
      } else {
        value += String(found.value);
        if (found.type === "sensitive") {
          this.secretPointers.add(pointer);
          keep(part);
        } else literal += String(found.value);
      }
    }
    return { value, stored: stored + escapeText(literal) };
  }
  #find(reference, pointer) {
    if (this.#stopped) return void 0;
    const found = this.#look(reference, pointer);
    if (found === void 0) return void 0;
    const depth = pointer === "" ? 0 : pointer.split("/").length - 1;
    const overflow = this.#expansion.add(found.type === "unknown" ? found.label : found.value, depth);
    if (overflow === void 0) return found;
    const { code, what, suggestion } = overflow;
    const message = `with \`${formatReference(reference)}\` filled in, ${what}`;
    this.#report({ code, message, pointer, offset: reference.start, suggestion });
    this.#stopped = true;
    return void 0;
  }
  #look(reference, pointer) {
    const found = this.#lookup(reference);
    if (found.type === "secret") this.secrets.set(secretName(reference), { value: found.value, env: found.env });
    if (found.type === "sensitive") {
      this.secrets.set(secretName(reference), { value: canonicalJson(found.value) });
      if (found.fresh) this.fresh.add(secretName(reference));
    }
    const empty = reference.source === "ENV" && found.type === "value" && found.value === "";
    if (empty && reference.fallback !== void 0) return { type: "value", value: reference.fallback };
    if (found.type !== "missing") return found;
    if (reference.fallback !== void 0 && !found.final) return { type: "value", value: reference.fallback };
    const { code, message, suggestion } = found;
    const advice = suggestion === void 0 ? {} : { suggestion };
    this.#report({ code, message, pointer, offset: reference.start, ...advice });
    return void 0;
  }
  #report(problem) {
    this.problems.push(problem);
    this.#stopped ||= this.problems.length >= mostProblems;
  }
  #wait(pointer, label) {
    const labels = this.unknowns.get(pointer);
    if (labels === void 0) this.unknowns.set(pointer, [label]);
    else labels.push(label);
  }
};
function escapeAll(value) {
  return mapStrings(value, escapeText);
}
function isDollar({ source, name }) {
  return source === "OPUS" && name === "dollar";
}
function readableTemplate(stored) {
  return mapStrings(
    stored,
    (text) => parseTemplate(text).parts.map((part) => typeof part === "string" ? part : isDollar(part) ? "$" : formatReference(part)).join("")
  );
}
function mapStrings(value, map) {
  if (typeof value === "string") return value.includes("${") ? map(value) : value;
  if (typeof value !== "object" || value === null) return value;
  return mapMembers(value, (member) => mapStrings(member, map));
}
function* references(template, verbatim = [], pointer = "") {
  if (typeof template === "string") {
    if (!template.includes("${")) return;
    for (const part of parseTemplate(template).parts) if (typeof part === "object") yield { reference: part, pointer };
  } else if (Array.isArray(template)) {
    for (const [index, member] of template.entries()) yield* references(member, [], `${pointer}/${index}`);
  } else if (isObject(template)) {
    for (const [key, member] of Object.entries(template)) {
      if (!verbatim.includes(key)) yield* references(member, [], `${pointer}/${pointerSegment(key)}`);
    }
  }
}

// src/engine/json/json-diff.ts
function equalJson(left, right) {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return Array.isArray(right) && left.length === right.length && left.every((member, index) => equalJson(member, right[index]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && equalJson(left[key], right[key]));
}
function diffJson(before, after, pointer = "") {
  const found = [];
  collect(before, after, pointer, found);
  return found;
}
function collect(before, after, path, found) {
  if (before === after) return;
  if (isObject(before) && isObject(after)) {
    for (const key of Object.keys(after)) {
      collect(
        Object.hasOwn(before, key) ? before[key] : void 0,
        after[key],
        `${path}/${pointerSegment(key)}`,
        found
      );
    }
    for (const key of Object.keys(before)) {
      if (!Object.hasOwn(after, key)) collect(before[key], void 0, `${path}/${pointerSegment(key)}`, found);
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
  found.push({ path, ...before === void 0 ? {} : { before }, ...after === void 0 ? {} : { after } });
}
function memberByMember(fields) {
  return fields.flatMap((field) => {
    const { path, before, after } = field;
    const [whole, side] = before === void 0 ? [after, "after"] : after === void 0 ? [before, "before"] : [void 0, ""];
    if (!isObject(whole) || Object.keys(whole).length === 0) return [field];
    const members = Object.entries(whole).map(([key, member]) => ({
      path: `${path}/${pointerSegment(key)}`,
      [side]: member
    }));
    return memberByMember(members);
  });
}
function declaredDifferences(facts, spec) {
  return Object.keys(spec).flatMap(
    (key) => declared(Object.hasOwn(facts, key) ? facts[key] : void 0, spec[key], `/${pointerSegment(key)}`)
  );
}
function declared(fact, wanted, path) {
  if (isObject(wanted) && isObject(fact)) {
    return Object.keys(wanted).flatMap(
      (key) => declared(Object.hasOwn(fact, key) ? fact[key] : void 0, wanted[key], `${path}/${pointerSegment(key)}`)
    );
  }
  return diffJson(fact, wanted, path);
}
function withoutPointers(fields, pointers) {
  if (!pointers || pointers.length === 0) return [...fields];
  return fields.filter((field) => !pointers.some((pointer) => pointerWithin(field.path, pointer)));
}
function touches(path, pointers) {
  if (!pointers || pointers.size === 0) return false;
  return [...pointers].some((pointer) => pointerWithin(pointer, path) || pointerWithin(path, pointer));
}
function valueAt(value, path) {
  let at = value;
  for (const segment of path) {
    if (Array.isArray(at)) at = at[Number(segment)];
    else if (isObject(at)) at = Object.hasOwn(at, segment) ? at[segment] : void 0;
    else return void 0;
  }
  return at;
}
function withValueAt(value, path, next) {
  const [head, ...rest] = path;
  if (head === void 0) return next ?? null;
  if (Array.isArray(value)) {
    const index = Number(head);
    if (!(index in value)) return value;
    return value.map((member, at) => at === index ? withValueAt(member, rest, next) : member);
  }
  if (!isObject(value)) return value;
  if (rest.length > 0)
    return Object.hasOwn(value, head) ? { ...value, [head]: withValueAt(value[head], rest, next) } : value;
  const { [head]: _, ...others } = value;
  return next === void 0 ? others : { ...value, [head]: next };
}

export {
  equalJson,
  diffJson,
  memberByMember,
  declaredDifferences,
  withoutPointers,
  touches,
  valueAt,
  withValueAt,
  expansionBudget,
  secretName,
  resolve,
  escapeAll,
  readableTemplate,
  references
};
