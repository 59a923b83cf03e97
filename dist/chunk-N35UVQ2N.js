import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  require_dist
} from "./chunk-Z3T6MPV3.js";
import {
  canonicalJson
} from "./chunk-Q4RDUBL5.js";
import {
  isObject,
  mapMembers,
  pointerSegment
} from "./chunk-RRD47Q5D.js";
import {
  addedCharactersLimit,
  addedValuesLimit,
  depthLimit,
  sizeWords,
  totalAddedCharactersLimit,
  totalAddedValuesLimit
} from "./chunk-35FI2EEV.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";
import {
  escapeText,
  formatFilters,
  formatReference,
  parseTemplate
} from "./chunk-DGTLEPWR.js";
import {
  __toESM
} from "./chunk-QHW5LFAW.js";

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
    what: `${what} larger than is allowed (${grouped(values)} values or ${sizeWords(characters)} of text)`,
    suggestion: "Use fewer references; values of values multiply."
  };
}

// src/engine/references/filters.ts
var import_yaml = __toESM(require_dist(), 1);
function filtered(value, { source, filters = [] }) {
  let made = source === "VAR" && typeof value === "object" ? JSON.parse(canonicalJson(value)) : value;
  for (const filter of filters) {
    const next = applied(filter, made);
    if (typeof next !== "string") return next;
    made = next;
  }
  return String(made);
}
function applied(filter, value) {
  const { name, argument } = filter;
  if (name === "json") return bounded(JSON.stringify(value, void 0, Number(argument ?? 0)));
  if (name === "yaml") return bounded(yaml(value));
  const text = name === "join" ? joined(value, String(argument)) : textOf(value, filter);
  if (typeof text !== "string") return text;
  switch (name) {
    case "base64":
      return bounded(base64(text));
    case "indent":
      return indented(text, Number(argument));
    case "lower":
      return text.toLowerCase();
    case "upper":
      return text.toUpperCase();
    case "join":
      return bounded(text);
  }
}
function yaml(value) {
  const options = { aliasDuplicateObjects: false, compat: "yaml-1.1", lineWidth: 0 };
  return (0, import_yaml.stringify)(value, options).replace(/\n$/, "");
}
function base64(text) {
  const bytes = new TextEncoder().encode(text);
  const pieces = [];
  for (let at = 0; at < bytes.length; at += 24576)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 24576))));
  return pieces.join("");
}
function indented(text, spaces) {
  const lines = text.match(/\n(?=[^\r\n])/g)?.length ?? 0;
  if (text.length + lines * spaces > addedCharactersLimit) return tooLarge;
  return text.replace(/\n(?=[^\r\n])/g, `
${" ".repeat(spaces)}`);
}
function joined(value, between) {
  if (!Array.isArray(value))
    return unfit(
      `takes a list for \`join\`, and this is ${sortOf(value)}`,
      "Leave out `join`; it puts the members of a list in a row."
    );
  const wrong = value.find((member) => typeof member === "object");
  if (wrong === void 0) return value.join(between);
  return unfit(
    `takes a list of texts, numbers and booleans for \`join\`, and ${sortOf(wrong)} is in this one`,
    "Write `| json` for a list of such members."
  );
}
function textOf(value, filter) {
  if (typeof value !== "object") return String(value);
  const written = formatFilters([filter]).slice(3);
  const way = Array.isArray(value) ? '`| join ", "`, `| json` or `| yaml`' : "`| json` or `| yaml`";
  return unfit(`takes a text for \`${written}\`, and this is ${sortOf(value)}`, `Make a text of it first: ${way}.`);
}
function unfit(what, suggestion) {
  return { code: "filter-type", what, suggestion };
}
var tooLarge = {
  code: "value-bomb",
  what: `becomes larger than is allowed (${sizeWords(addedCharactersLimit)} of text)`,
  suggestion: "Use fewer filters, or keep large contents in files of their own."
};
function bounded(text) {
  return text.length > addedCharactersLimit ? tooLarge : text;
}
function sortOf(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return isObject(value) ? "an object" : `a ${typeof value === "string" ? "text" : typeof value}`;
}

// src/engine/references/unseen.ts
var unseen = "(hidden)";

// src/engine/references/variables.ts
function lookupWith(filtered2, find) {
  return Object.assign((reference) => find(reference), filtered2 && { filtered: filtered2 });
}
function secretName({ source, name }) {
  return source === "SECRET" ? name : `${source}:${name}`;
}
function resolve(template, lookup, verbatim = [], budget) {
  if (!mayRefer(template)) return { ...nothingReferred, value: template, stored: template };
  const resolver = new Resolver(lookup, new Expansion(budget));
  const whole = isObject(template) && verbatim.length > 0 ? resolver.fields(template, new Set(verbatim)) : resolver.any(template, "");
  return {
    value: whole.value,
    stored: whole.stored,
    unknowns: resolver.unknowns,
    unknownTypes: resolver.unknownTypes,
    secretPointers: resolver.secretPointers,
    fresh: resolver.fresh,
    secrets: resolver.secrets,
    missing: resolver.missing,
    problems: resolver.problems
  };
}
var nothingReferred = {
  unknowns: /* @__PURE__ */ new Map(),
  unknownTypes: /* @__PURE__ */ new Map(),
  secretPointers: /* @__PURE__ */ new Set(),
  fresh: /* @__PURE__ */ new Set(),
  secrets: /* @__PURE__ */ new Map(),
  missing: /* @__PURE__ */ new Map(),
  problems: []
};
function mayRefer(template) {
  if (typeof template === "string") return template.includes("${");
  if (typeof template !== "object" || template === null) return false;
  if (Array.isArray(template)) return template.some(mayRefer);
  for (const key in template) if (mayRefer(template[key])) return true;
  return false;
}
var mostProblems = 50;
var Resolver = class {
  unknowns = /* @__PURE__ */ new Map();
  unknownTypes = /* @__PURE__ */ new Map();
  secretPointers = /* @__PURE__ */ new Set();
  fresh = /* @__PURE__ */ new Set();
  secrets = /* @__PURE__ */ new Map();
  missing = /* @__PURE__ */ new Map();
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
      if (verbatim?.has(key)) both.set(key, { value: member, stored: escapeAll(member) });
      else if (mayRefer(member)) both.set(key, this.any(member, `${pointer}/${pointerSegment(key)}`));
      else both.set(key, { value: member, stored: member });
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
        return { value: found.value, stored: formatReference(withoutFallback(reference)) };
      case "sensitive":
        this.secretPointers.add(pointer);
        return { value: found.value, stored: formatReference(reference) };
      case "partial":
        for (const [part, type] of found.unknowns) this.#wait(`${pointer}${part}`, found.label, type);
        return { value: found.value, stored: formatReference(reference) };
      case "unknown":
        this.#wait(pointer, found.label, found.of);
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
        keep(withoutFallback(part));
      } else if (found.type === "unknown" || found.type === "partial") {
        this.#wait(pointer, found.label, "string");
        value += `(known after apply: ${found.label})`;
        keep(part);
      } else if (typeof found.value === "object") {
        const what = found.value === null ? "null" : Array.isArray(found.value) ? "a list" : "an object";
        this.#report({
          code: "not-text",
          message: `\`${formatReference(part)}\` is ${what}, which can't stand inside longer text`,
          pointer,
          offset: part.start,
          suggestion: `Use the reference as the whole string; then it keeps its type. Or make a text of it: \`${formatReference({ source: part.source, name: part.name, filters: [{ name: "json" }] })}\`.`
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
    if ((found.type === "secret" || found.type === "sensitive") && found.missing) {
      if (reference.fallback !== void 0 && found.type === "secret")
        return { type: "value", value: reference.fallback };
      this.missing.set(pointer, [.../* @__PURE__ */ new Set([...this.missing.get(pointer) ?? [], ...found.missing])]);
      return found;
    }
    if (found.type === "secret") this.secrets.set(secretName(reference), { value: found.value, env: found.env });
    if (found.type === "sensitive") {
      this.secrets.set(secretName(reference), { value: canonicalJson(found.value) });
      if (found.fresh) this.fresh.add(secretName(reference));
    }
    const empty = reference.source === "ENV" && found.type === "value" && found.value === "";
    if (empty && reference.fallback !== void 0) return { type: "value", value: reference.fallback };
    if (found.type !== "missing")
      return reference.filters === void 0 ? found : this.#filtered(found, reference, pointer);
    if (reference.fallback !== void 0 && !found.final) return { type: "value", value: reference.fallback };
    const { code, message, suggestion } = found;
    const advice = suggestion === void 0 ? {} : { suggestion };
    this.#report({ code, message, pointer, offset: reference.start, ...advice });
    return void 0;
  }
  #filtered(found, reference, pointer) {
    const { type } = found;
    if (type === "unknown" || type === "partial") return { type: "unknown", label: found.label, of: "string" };
    if (type !== "value" && found.value === unseen) return found;
    const value = filtered(found.value, reference);
    if (typeof value === "string") {
      this.#lookup.filtered?.(found, reference);
      return { ...found, value };
    }
    const { code, what, suggestion } = value;
    const message = `\`${formatReference(reference)}\` ${what}`;
    this.#report({ code, message, pointer, offset: reference.start, suggestion });
    return void 0;
  }
  #report(problem) {
    this.problems.push(problem);
    this.#stopped ||= this.problems.length >= mostProblems;
  }
  #wait(pointer, label, type) {
    if (type !== void 0) this.unknownTypes.set(pointer, type);
    const labels = this.unknowns.get(pointer);
    if (labels === void 0) this.unknowns.set(pointer, [label]);
    else labels.push(label);
  }
};
function withoutFallback({ source, name, filters }) {
  return filters === void 0 ? { source, name } : { source, name, filters };
}
function missingOf(resolved) {
  return resolved === void 0 || resolved.missing.size === 0 ? [] : [...new Set([...resolved.missing.values()].flat())];
}
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
function references(template, verbatim = []) {
  return mayRefer(template) ? referencesBelow(template, verbatim, "") : [];
}
function* referencesBelow(template, verbatim, pointer) {
  if (typeof template === "string") {
    if (!template.includes("${")) return;
    for (const part of parseTemplate(template).parts) if (typeof part === "object") yield { reference: part, pointer };
  } else if (Array.isArray(template)) {
    for (const [index, member] of template.entries()) yield* referencesBelow(member, [], `${pointer}/${index}`);
  } else if (isObject(template)) {
    for (const [key, member] of Object.entries(template)) {
      if (!verbatim.includes(key)) yield* referencesBelow(member, [], `${pointer}/${pointerSegment(key)}`);
    }
  }
}

export {
  expansionBudget,
  applied,
  unseen,
  lookupWith,
  secretName,
  resolve,
  missingOf,
  escapeAll,
  readableTemplate,
  references
};
