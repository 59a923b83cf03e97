import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import "./chunk-QHW5LFAW.js";

// sdk/schema.js
var typeNames = {
  object: "a mapping",
  array: "a list",
  string: "a string",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  null: "empty"
};
var keywords = [
  ...["type", "const", "enum", "anyOf", "title", "description", "examples"],
  ...["properties", "required", "additionalProperties", "items", "minItems", "maxItems"],
  ...["pattern", "minLength", "maxLength", "minimum", "maximum"]
];
function schemaProblems(schema, place = "schema") {
  if (!isMapping(schema)) return [`${place} is not an object`];
  const problems = Object.keys(schema).filter((name) => !keywords.includes(name)).map((name) => {
    const why = name === "default" ? "a spec is recorded as it is written, so the code of the kind has its defaults" : void 0;
    return `${place} has the keyword \`${name}\`, which is not checked; ${why ?? `known are ${keywords.join(", ")}`}`;
  });
  for (const type of typesOf(schema)) if (!(type in typeNames)) problems.push(`${place}: there is no type "${type}"`);
  if (schema.pattern !== void 0 && !isPattern(schema.pattern))
    problems.push(`${place}: its \`pattern\` is no regular expression`);
  const { properties = {}, required = [] } = schema;
  for (
    const name of
    /** @type {string[]} */
    required
  )
    if (!Object.hasOwn(
      /** @type {object} */
      properties,
      name
    ))
      problems.push(`${place} requires "${name}", which is none of its properties`);
  for (const [name, field] of Object.entries(
    /** @type {object} */
    properties
  ))
    problems.push(...schemaProblems(field, `${place}.properties.${name}`));
  if (schema.items !== void 0) problems.push(...schemaProblems(schema.items, `${place}.items`));
  if (isMapping(schema.additionalProperties))
    problems.push(...schemaProblems(schema.additionalProperties, `${place}.additionalProperties`));
  for (
    const [index, one] of
    /** @type {unknown[]} */
    (schema.anyOf ?? []).entries()
  )
    problems.push(...schemaProblems(one, `${place}.anyOf[${index}]`));
  return problems;
}
function valueProblems(schema, value, place, pointer = "") {
  const wrong = scalarProblem(schema, value, place);
  if (wrong) return [{ pointer, ...wrong }];
  if (schema.anyOf) return choiceProblems(schema.anyOf, value, place, pointer);
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === void 0) return [];
    return value.flatMap((item, index) => valueProblems(items, item, `${place}[${index}]`, `${pointer}/${index}`));
  }
  return isMapping(value) && (schema.properties || schema.additionalProperties !== void 0) ? fieldProblems(schema, value, place, pointer) : [];
}
function fieldProblems({ properties = {}, required = [], additionalProperties = false }, value, place, pointer) {
  const names = Object.keys(properties);
  const problems = [];
  const misspelt = /* @__PURE__ */ new Set();
  for (const [name, member] of Object.entries(value)) {
    const at = `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const within = /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name) ? `${place}.${name}` : `${place}[${quote(name)}]`;
    const field = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (field === true || field === void 0) continue;
    if (field !== false) {
      problems.push(...valueProblems(field, member, within, at));
      continue;
    }
    const near = nearest(name, names);
    if (near !== void 0) misspelt.add(near);
    const suggestion = near === void 0 ? `Fields of ${place}: ${names.join(", ")}.` : `Did you mean "${near}"?`;
    problems.push({
      code: "unknown-field",
      message: `${quote(name)} is not a field of ${place}`,
      pointer: at,
      atKey: true,
      suggestion
    });
  }
  for (const name of required.filter((one) => !Object.hasOwn(value, one) && !misspelt.has(one))) {
    const purpose = properties[name]?.description;
    problems.push({
      code: "missing-field",
      message: `${place} has no "${name}"`,
      pointer,
      atKey: true,
      ...purpose ? { suggestion: `Add "${name}": ${lowerFirst(purpose).replace(/\.$/, "")}.` } : {}
    });
  }
  return problems;
}
function choiceProblems(choices, value, place, pointer) {
  const tried = choices.map((choice) => valueProblems(choice, value, place, pointer));
  if (tried.some((problems) => problems.length === 0)) return [];
  const near = tried.filter(
    (problems) => !problems.some((one) => one.pointer === pointer && one.code === "wrong-type")
  );
  if (near.length === 1) return near[0] ?? [];
  return [{ code: "invalid-value", message: `${place} is none of what it may be: ${quote(value)}`, pointer }];
}
function scalarProblem(schema, value, place) {
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => isOf(value, type))) return typeProblem(types, value, place);
  const choices = schema.const === void 0 ? schema.enum : [schema.const];
  if (choices && !choices.some((one) => same(one, value))) {
    const words = inWords(choices.map((one) => typeof one === "string" ? one : quote(one)));
    const near = typeof value === "string" ? nearest(value, choices.map(String)) : void 0;
    const suggestion2 = near === void 0 ? "Use one of them." : `Did you mean ${quote(near)}?`;
    const message = `${place} must be ${words}, not ${quote(value)}`;
    return { code: "invalid-value", message, ...choices.length > 1 || near ? { suggestion: suggestion2 } : {} };
  }
  const { description } = schema;
  const wrong = boundProblem(schema, value);
  if (wrong === void 0) return void 0;
  const suggestion = description ? `It is ${lowerFirst(description).replace(/\.$/, "")}.` : void 0;
  return { code: "invalid-value", message: `${place} ${wrong}`, ...suggestion ? { suggestion } : {} };
}
function boundProblem({ pattern, minLength, maxLength, minimum, maximum, minItems, maxItems }, value) {
  if (typeof value === "number") {
    if (minimum !== void 0 && value < minimum) return `must be at least ${minimum}, not ${value}`;
    if (maximum !== void 0 && value > maximum) return `must be at most ${maximum}, not ${value}`;
  }
  if (typeof value === "string") {
    const { length } = [...value];
    if (minLength !== void 0 && length < minLength)
      return length === 0 ? "is empty" : `must have at least ${minLength} characters, not ${length}`;
    if (maxLength !== void 0 && length > maxLength)
      return `must have at most ${maxLength} characters, not ${length}`;
    if (pattern !== void 0 && !new RegExp(pattern, "u").test(value)) return `${quote(value)} has the wrong form`;
  }
  if (Array.isArray(value)) {
    if (minItems !== void 0 && value.length < minItems)
      return value.length === 0 ? "is an empty list" : `must have at least ${minItems} items, not ${value.length}`;
    if (maxItems !== void 0 && value.length > maxItems)
      return `must have at most ${maxItems} items, not ${value.length}`;
  }
  return void 0;
}
function typeProblem(types, value, place) {
  const wanted = inWords(types.map((type) => typeNames[type] ?? type));
  const code = "wrong-type";
  if (value === null || value === void 0)
    return {
      code,
      message: `${place} has no value; it must be ${wanted}`,
      suggestion: "Give it a value, or delete the field."
    };
  const message = `${place} must be ${wanted}, not ${nameOf(value)}`;
  const unquoted = typeof value === "string" ? value.trim() : "";
  const meansNumber = types.some((type) => type === "number" || type === "integer") && /^-?\d+(\.\d+)?$/.test(unquoted);
  const suggestion = types.includes("array") && typeof value === "string" ? `Write it as a list: [${quote(value)}].` : types.includes("boolean") && /^(true|false)$/i.test(unquoted) ? `Write ${unquoted.toLowerCase()} without quotes.` : meansNumber ? `Write ${unquoted} without quotes.` : types.length === 1 && types[0] === "string" && typeof value !== "object" ? "Put it in quotes, as it is written." : void 0;
  return { code, message, ...suggestion === void 0 ? {} : { suggestion } };
}
function typesOf({ type }) {
  return type === void 0 ? [] : (
    /** @type {string[]} */
    [type].flat()
  );
}
function isOf(value, type) {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isMapping(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isPattern(pattern) {
  try {
    return typeof pattern === "string" && new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
function same(one, other) {
  return one === other || typeof one === "object" && JSON.stringify(one) === JSON.stringify(other);
}
function nameOf(value) {
  if (Array.isArray(value)) return "a list";
  if (isMapping(value)) return "a mapping";
  if (typeof value === "string") return `the string ${quote(value)}`;
  return `${typeof value === "number" ? "the number " : ""}${quote(value)}`;
}
function quote(value) {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 56)}\u2026${typeof value === "string" ? '"' : ""}` : text;
}
function inWords(parts) {
  return parts.length < 2 ? parts[0] ?? "" : `${parts.slice(0, -1).join(", ")} or ${parts.at(-1)}`;
}
function lowerFirst(text) {
  return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
function nearest(word, candidates) {
  if (word.length > 100) return void 0;
  const limit = Math.max(1, Math.floor(word.length / 3));
  const [best] = candidates.map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) })).filter(({ far }) => far <= limit).sort((one, other) => one.far - other.far);
  return best?.candidate;
}
function distance(one, other) {
  let before = (
    /** @type {number[]} */
    []
  );
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}

// sdk/index.js
var groups = {
  fields: ["names", "verbatim", "files", "expand", "normalize", "warnings"],
  compare: [
    ...["differs", "factFields", "replaceOn", "replaces", "recordOnly"],
    ...["effects", "writeOnly", "deletes", "removes", "accept"]
  ],
  known: [
    ...["identity", "likeness", "excludes", "addressFields"],
    ...["outputNames", "sensitiveOutputs", "predict", "resource"]
  ],
  workspace: ["reads", "writes", "owns"],
  undo: ["rollback", "asFound"],
  supports: ["commands", "contexts"]
};
var single = ["apiVersion", "kind", "version", "observe", "create", "update", "delete"];
var optional = ["parse", "upgrade", "validate", "plan", "open", "gate"];
var TaskProcessor = class {
};
var TaskFailure = class extends Error {
  /**
   * @param {string} message
   * @param {{ hint?: string, detail?: string, untouched?: boolean, cause?: unknown }} [options]
   */
  constructor(message, { hint, detail, untouched, cause } = {}) {
    super(message, cause === void 0 ? void 0 : { cause });
    this.name = "TaskFailure";
    if (hint !== void 0) this.hint = hint;
    if (detail !== void 0) this.detail = detail;
    if (untouched !== void 0) this.untouched = untouched;
  }
};
function defineProcessor(given) {
  const instance = typeof given === "function" ? new given() : given;
  if (typeof instance !== "object" || instance === null) throw new Error("defineProcessor: there is no kind");
  const { schema, check, ...members } = instance instanceof TaskProcessor ? grouped(instance) : instance;
  const named = `the kind ${String(members.kind)}`;
  if (schema === void 0) return members;
  const wrong = schemaProblems(schema);
  if (schema.type !== "object") wrong.unshift('the type of the schema of a spec is "object"');
  if (wrong.length > 0) throw new Error(`${named}: ${wrong.join("; ")}`);
  if (members.parse !== void 0)
    throw new Error(`${named} has both \`schema\` and \`parse\`; what a schema can't say belongs into \`check\``);
  const names = Object.keys(schema.properties ?? {});
  return {
    ...members,
    fields: { ...schema.additionalProperties ? {} : { names }, ...members.fields },
    /** @param {unknown} spec */
    parse: (spec) => {
      const problems = valueProblems(schema, spec, `${members.kind}.spec`);
      if (problems.length > 0) return { ok: false, error: problems };
      const more = check?.(spec) ?? [];
      return more.length > 0 ? { ok: false, error: more } : { ok: true, value: spec };
    }
  };
}
function grouped(instance) {
  const taken = (name) => {
    const value = instance[name];
    return typeof value === "function" ? value.bind(instance) : value;
  };
  const present = (names) => names.filter((name) => instance[name] !== void 0).map((name) => [name, taken(name)]);
  const found = Object.entries(groups).flatMap(([group, names]) => {
    const members = present(names);
    if (group === "undo" && instance.hasRollback !== void 0) members.push(["has", taken("hasRollback")]);
    return members.length === 0 ? [] : [[group, Object.fromEntries(members)]];
  });
  return {
    ...Object.fromEntries([...present([...single, ...optional]), ...found]),
    schema: instance.schema,
    check: taken("check")
  };
}
function defineHook(given) {
  return given;
}
export {
  TaskFailure,
  TaskProcessor,
  defineHook,
  defineProcessor
};
