import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  ModuleFailure
} from "./chunk-3VAY737V.js";
import {
  failureReasons
} from "./chunk-HL4FL66I.js";
import {
  refusedName,
  tooLongName
} from "./chunk-7ANHA2T2.js";
import {
  storable,
  storableOutcome
} from "./chunk-ISYZXV75.js";
import {
  taskError
} from "./chunk-KEXNV5DD.js";
import {
  readThrown
} from "./chunk-MAM7B6KD.js";
import "./chunk-NOJM2UO2.js";
import "./chunk-B6KQZQNF.js";
import {
  outputKey
} from "./chunk-H6W3A4JT.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  depthLimit,
  outputNameLength,
  plannedEntries
} from "./chunk-35FI2EEV.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";
import "./chunk-IE326VUJ.js";
import {
  nearest
} from "./chunk-DGTLEPWR.js";
import "./chunk-QHW5LFAW.js";

// src/processors/module/module-answers.ts
var answerChecks = {
  differs: (given) => data(given, "a list of {path, before, after}", isFields),
  replaceOn: (given) => optional(given, texts),
  recordOnly: (given) => optional(given, texts),
  writeOnly: (given) => optional(given, texts),
  excludes: (given) => optional(given, texts),
  writes: (given) => optional(given, texts),
  identity: (given) => optional(given, identity),
  likeness: (given) => optional(given, object),
  effects: (given) => optional(given, object),
  upgrade: object,
  // What can't be kept can't be put back.
  asFound: (given) => ok(checked(object, given)),
  replaces: (given) => ok(Boolean(given)),
  has: (given) => ok(Boolean(given)),
  deletes: (given) => ok(Boolean(given)),
  removes: (given) => isNothing(given) ? ok({ count: 0, of: 0 }) : data(given, "{count, of}", isRemoval),
  accept: (given) => isNothing(given) ? ok([]) : data(given, "a list of {path, value} and {path, why, hint}", isAcceptables),
  normalize: object,
  addressFields: (given) => optional(given, texts),
  warnings: (given) => isNothing(given) ? ok([]) : problemList(given),
  validate: (given) => isNothing(given) ? ok([]) : problemList(given)
};
function checked(check, given) {
  const found = check(given);
  return found.ok ? found.value : void 0;
}
function optional(given, check) {
  return isNothing(given) ? ok(void 0) : check(given);
}
function isNothing(given) {
  return given === void 0 || given === null;
}
function problemList(given) {
  return Array.isArray(given) ? ok(problemsOf(given)) : err("something else than a list of problems");
}
function data(given, form, is) {
  const kept = storable(given);
  if (!kept.ok) return err(notKept(kept.error));
  return is(kept.value) ? ok(kept.value) : err(`something else than ${form}`);
}
function notKept({ pointer, what }) {
  const place = pointer.length > 60 ? `${pointer.slice(0, 60)}\u2026` : pointer;
  return `what can't be kept: ${place === "" ? "it" : place} ${what}`;
}
function object(given) {
  return data(given, "an object", isObject);
}
function texts(given) {
  const isTexts = (value) => Array.isArray(value) && value.every((member) => typeof member === "string");
  return data(given, "a list of texts", isTexts);
}
function identity(given) {
  const isName = (value) => typeof value === "string" || typeof value === "number";
  const name = data(given, "a text", isName);
  return name.ok ? ok(String(name.value)) : name;
}
function isFields(value) {
  return Array.isArray(value) && value.every((field) => isObject(field) && typeof field.path === "string");
}
function isRemoval(value) {
  return isObject(value) && [value.count, value.of].every((one) => Number.isSafeInteger(one) && Number(one) >= 0);
}
function isAcceptables(value) {
  return Array.isArray(value) && value.every(
    (one) => isObject(one) && typeof one.path === "string" && // To copy files takes a kind that opus ships.
    one.copy === void 0 && (one.why === void 0 ? one.value !== void 0 && one.path.startsWith("/") : typeof one.why === "string") && (one.hint === void 0 || typeof one.hint === "string")
  );
}
function checkExpanded(given) {
  const wrong = (message) => err([{ code: "bad-processor", message: `\`expand\` gave ${message}`, pointer: "" }]);
  const answer = loose(given);
  if (answer?.ok === false && Array.isArray(answer.error)) return err(problemsOf(answer.error));
  const value = answer?.ok === true ? loose(answer.value) : void 0;
  if (!value) return wrong("neither {ok: true, value: {spec}} nor {ok: false, error: [problems]}");
  const spec = object(value.spec);
  if (!spec.ok) return wrong(`as \`spec\` ${spec.error}`);
  const origins = Object.entries(loose(value.origins) ?? {}).flatMap(([pointer, origin]) => {
    const { file, text } = loose(origin) ?? {};
    return typeof file === "string" && typeof text === "string" ? [[pointer, { file, text }]] : [];
  });
  return ok({ spec: spec.value, ...origins.length > 0 ? { origins: Object.fromEntries(origins) } : {} });
}
function problemsOf(given) {
  return given.map((one) => {
    const problem = loose(one);
    if (!problem) return { code: "bad-spec", message: textOf(one), pointer: "" };
    const { code, message, pointer, offset, suggestion, atKey } = problem;
    return {
      code: codeOf(code),
      message: textOf(message),
      pointer: typeof pointer === "string" ? pointer : "",
      ...typeof offset === "number" && Number.isSafeInteger(offset) && offset >= 0 ? { offset } : {},
      ...suggestion === void 0 ? {} : { suggestion: textOf(suggestion) },
      ...atKey === true ? { atKey } : {}
    };
  });
}
function codeOf(code) {
  const own = typeof code === "string" && /^[a-z]+(?:-[a-z]+)*$/.test(code) && !reservedCodes.has(code);
  return own ? code : "bad-spec";
}
var reservedCodes = /* @__PURE__ */ new Set([
  ...failureReasons,
  "bad-module",
  "bad-processor",
  "hook-failed",
  "kind-not-closed",
  "resource-needs-seal"
]);
function cleanObservation(observation) {
  if (observation.state === "unobservable") return { state: "unobservable", why: textOf(observation.why) };
  if (observation.state !== "failed") return observation;
  const { message, hint, detail } = observation.error;
  const error = {
    message: textOf(message),
    ...typeof hint === "string" ? { hint: textOf(hint) } : {},
    ...typeof detail === "string" ? { detail: textOf(detail) } : {}
  };
  return { state: "failed", error };
}
function textOf(given) {
  if (given === void 0) return "(nothing was said)";
  if (typeof given === "string") return given.toWellFormed();
  const text = typeof given === "object" && given !== null ? readThrown(given).message : void 0;
  return (text ?? (typeof given === "function" ? "(a function)" : String(given))).toWellFormed();
}
function loose(value) {
  return isThing(value) ? value : void 0;
}
function isThing(value) {
  return typeof value === "object" && value !== null;
}

// src/processors/module/module-outcomes.ts
var observationMembers = {
  present: ["state", "facts", "outputs", "resource"],
  absent: ["state", "why"],
  unobservable: ["state", "why"],
  failed: ["state", "error"]
};
function keepable(outputs) {
  return areOutputs(outputs) ? storableOutcome({ outputs }).outcome.outputs : [];
}
function checkObservation(name, observation) {
  const found = isThing(observation) ? observation : {};
  if (found.state === "present") refuseNames(name, "observe", found.outputs);
  const whole = found.state === "absent" && isText(found.why) || found.state === "present" && isObject(found.facts) && areOutputs(found.outputs ?? []) && isText(found.resource) || found.state === "unobservable" && typeof found.why === "string" || found.state === "failed" && isThing(found.error) && typeof found.error.message === "string";
  if (whole) {
    refuseUnknown(name, "observe", found, observationMembers[String(found.state)] ?? []);
    refuseUnknownOutputs(name, "observe", found.outputs);
    return cleanObservation(observation);
  }
  throw new TaskFailure(`${name}: \`observe\` gave no observation`, {
    hint: 'It returns {state: "present", facts: {\u2026}, outputs: [\u2026]} (`outputs` may be left out), {state: "absent"}, {state: "unobservable", why: "\u2026"} or {state: "failed", error: {message: "\u2026"}}.'
  });
}
function checkOutcome(name, method, outcome) {
  if (outcome === void 0 || outcome === null) return { outputs: [] };
  if (isThing(outcome)) {
    const { outputs = [], observed, warnings, resource } = outcome;
    refuseNames(name, method, outputs);
    const whole = areOutputs(outputs) && (observed === void 0 || isObject(observed)) && (warnings === void 0 || Array.isArray(warnings) && warnings.every((warning) => typeof warning === "string")) && isText(resource);
    if (whole) {
      refuseUnknown(name, method, outcome, ["outputs", "observed", "warnings", "resource"]);
      refuseUnknownOutputs(name, method, outputs);
      return { ...outcome, outputs };
    }
  }
  throw new TaskFailure(`${name}: \`${method}\` gave no outcome`, {
    hint: 'It returns {outputs: [{name: "KEY", value: \u2026}], observed: {\u2026}}, either may be left out.'
  });
}
function refuseNames(name, method, outputs) {
  const names = Array.isArray(outputs) ? outputs.map((output) => isThing(output) ? output.name : void 0) : [];
  if (names.includes(refusedName)) {
    throw new TaskFailure(`${name}: \`${method}\` gave an output with the name "${refusedName}"`, {
      hint: "Choose another name: no output can have this one."
    });
  }
  if (names.some((one) => typeof one === "string" && one.length > outputNameLength)) {
    throw new TaskFailure(`${name}: \`${method}\` gave an output whose name ${tooLongName}`, {
      hint: "Choose a shorter name, and put what it says into the value."
    });
  }
}
function areOutputs(outputs) {
  return Array.isArray(outputs) && outputs.every((output) => isThing(output) && isOutputName(output.name));
}
function isText(value) {
  return value === void 0 || typeof value === "string" && value.isWellFormed();
}
function refuseUnknown(name, method, given, known, where = "") {
  const unknown = Object.keys(given).find((member) => given[member] !== void 0 && !known.includes(member));
  if (unknown === void 0) return;
  const near = nearest(unknown, known);
  throw new TaskFailure(`${name}: \`${method}\` gave ${where}an unknown member "${unknown}"`, {
    hint: near ? `Did you mean "${near}"?` : `Known are ${known.join(", ")}.`
  });
}
function refuseUnknownOutputs(name, method, outputs) {
  for (const output of outputs ?? []) {
    refuseUnknown(name, method, output, ["name", "value", "sensitive", "command", "context"]);
    const { sensitive, command, context } = output;
    const wrong = sensitive !== void 0 && typeof sensitive !== "boolean" || [command, context].some(
      (binding) => binding !== void 0 && !(typeof binding === "string" && binding.isWellFormed())
    );
    if (!wrong) continue;
    throw new TaskFailure(`${name}: \`${method}\` gave the output ${String(output.name)} with a wrong binding`, {
      hint: "`sensitive` is true or false; `command` and `context` are names."
    });
  }
}
function isOutputName(name) {
  return typeof name === "string" && name.length <= outputNameLength && /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name);
}

// src/processors/module/module-plan.ts
var plannedChanges = ["create", "update", "replace", "delete", "noop"];
var members = ["change", "fields", "replaceOn", "outputs", "unknowns", "warnings"];
var fieldMembers = ["path", "before", "after", "sensitive"];
var warningMembers = ["code", "message", "pointer", "offset", "suggestion", "atKey"];
var unknownTypes = ["string", "number", "boolean", "list", "object"];
function checkPlan(name, method, given) {
  try {
    return new PlanCheck(name, method).plan(isThing(given) ? given : {});
  } catch (error) {
    if (error instanceof TaskFailure) throw error;
    throw new ModuleFailure(`${name}: \`${method}\` gave a plan that can't be read: ${readThrown(error).message}`);
  }
}
var PlanCheck = class {
  #name;
  #method;
  constructor(name, method) {
    this.#name = name;
    this.#method = method;
  }
  plan(given) {
    const { change } = given;
    if (typeof change !== "string" || !plannedChanges.includes(change)) {
      throw this.#gave(`no plan; its \`change\` is one of ${plannedChanges.join(", ")}`);
    }
    refuseUnknown(this.#name, this.#method, given, members);
    return {
      change,
      fields: this.#fields(given.fields ?? []),
      replaceOn: this.#pointers(given.replaceOn ?? []),
      outputs: this.#outputs(given.outputs ?? []),
      unknowns: this.#unknowns(given.unknowns ?? {}),
      warnings: this.#warnings(given.warnings ?? [])
    };
  }
  #fields(given) {
    const form = "a list of {path, before, after}";
    const fields = this.#list("fields", given, form);
    for (const [index, field] of fields.entries()) {
      if (!isObject(field) || typeof field.path !== "string")
        throw this.#gaveAs("fields", `something else than ${form}`);
      this.#known("fields", `/${index}`, field, fieldMembers);
      this.#pointer("fields", `/${index}/path`, field.path);
      if (field.sensitive !== void 0 && typeof field.sensitive !== "boolean")
        throw this.#gaveAs("fields", `/${index}/sensitive, which is neither true nor false`);
    }
    return fields;
  }
  #pointers(given) {
    const pointers = this.#list("replaceOn", given, "a list of texts");
    return pointers.map((pointer, index) => this.#pointer("replaceOn", `/${index}`, pointer));
  }
  /** Nobody has acted yet, so what state could not keep fails the task. */
  #outputs(given) {
    if (!Array.isArray(given) || !given.every((output) => isThing(output) && typeof output.name === "string"))
      throw this.#gaveAs("outputs", "something else than a list of {name, value}");
    this.#bounded("outputs", given.length);
    const { outputs } = checkOutcome(this.#name, this.#method, { outputs: given });
    return outputs.map((output, index) => {
      const value = storable(output.value);
      if (value.ok) return { ...output, value: value.value };
      const { pointer, what } = value.error;
      throw this.#gaveAs("outputs", notKept({ pointer: `/${index}/value${pointer}`, what }));
    });
  }
  #unknowns(given) {
    const unknowns = this.#data("unknowns", given);
    if (!isObject(unknowns)) throw this.#gaveAs("unknowns", "something else than an object");
    this.#bounded("unknowns", Object.keys(unknowns).length);
    for (const [pointer, unknown] of Object.entries(unknowns)) {
      this.#pointer("unknowns", "", pointer);
      const shown = JSON.stringify(shortened(pointer));
      if (!isObject(unknown)) throw this.#gaveAs("unknowns", `for ${shown} something else than an object`);
      this.#known("unknowns", pointer, unknown, ["type"]);
      if (unknown.type !== void 0 && !unknownTypes.includes(unknown.type))
        throw this.#gaveAs("unknowns", `for ${shown} a \`type\` that is none of ${unknownTypes.join(", ")}`);
    }
    return unknowns;
  }
  #warnings(given) {
    const form = "a list of problems";
    const warnings = this.#list("warnings", given, form);
    for (const [index, warning] of warnings.entries()) {
      if (typeof warning === "string") continue;
      if (!isObject(warning) || typeof warning.message !== "string")
        throw this.#gaveAs("warnings", `something else than ${form}: each is a text, or has a \`message\``);
      this.#known("warnings", `/${index}`, warning, warningMembers);
      if (warning.pointer !== void 0) this.#pointer("warnings", `/${index}/pointer`, warning.pointer);
    }
    return problemsOf(warnings);
  }
  #list(member, given, form) {
    if (Array.isArray(given)) this.#bounded(member, given.length);
    const list = this.#data(member, given);
    if (!Array.isArray(list)) throw this.#gaveAs(member, `something else than ${form}`);
    return list;
  }
  #data(member, given) {
    const kept = storable(given);
    if (!kept.ok) throw this.#gaveAs(member, notKept(kept.error));
    return kept.value;
  }
  #bounded(member, size) {
    if (size <= plannedEntries) return;
    const [is, most] = [size, plannedEntries].map(grouped);
    throw this.#gaveAs(member, `${is} entries; ${most} are the most`);
  }
  #pointer(member, place, given) {
    if (typeof given === "string" && isPointer(given)) return given;
    const shown = typeof given === "string" ? JSON.stringify(shortened(given)) : "something";
    const at = place === "" ? "" : `${place}: `;
    throw this.#gaveAs(member, `${at}${shown} that is no pointer`, 'A pointer is like "/owner/name".');
  }
  #known(member, pointer, given, known) {
    refuseUnknown(this.#name, this.#method, given, known, `in \`${member}\` at ${shortened(pointer)} `);
  }
  #gaveAs(member, what, hint) {
    return this.#gave(`as \`${member}\` ${what}`, hint);
  }
  #gave(what, hint) {
    const more = hint === void 0 ? {} : { hint };
    return new ModuleFailure(`${this.#name}: \`${this.#method}\` gave ${what}`, more);
  }
};
function isPointer(text) {
  if (text === "") return true;
  return text.startsWith("/") && !/~(?![01])/.test(text) && text.split("/").length <= depthLimit;
}
function shortened(text) {
  return text.length > 60 ? `${text.slice(0, 60).toWellFormed()}\u2026` : text;
}

// src/processors/module/module-shape.ts
var groups = {
  fields: {
    names: ["names", "specFields"],
    verbatim: ["names", "verbatimFields"],
    files: ["names", "fileFields"],
    expand: ["function", "expand"],
    normalize: "function",
    warnings: "function"
  },
  compare: {
    differs: ["function", "differs"],
    factFields: ["names", "factFields"],
    replaceOn: ["function", "replaceOn"],
    replaces: ["function", "replaces"],
    recordOnly: ["function", "recordOnly"],
    effects: ["function", "effects"],
    writeOnly: "function",
    deletes: "function",
    removes: "function",
    accept: "function"
  },
  known: {
    identity: ["function", "identity"],
    likeness: ["function", "likeness"],
    excludes: ["function", "excludes"],
    addressFields: ["names or function", "addressFields"],
    outputNames: ["names", "outputNames"],
    sensitiveOutputs: ["names", "sensitiveOutputs"],
    predict: ["function", "predict"],
    resource: "true"
  },
  workspace: { reads: "reads", writes: ["function", "writes"], owns: "owns" },
  undo: {
    rollback: ["function", "rollback"],
    has: ["function", "hasRollback"],
    asFound: ["function", "asFound"]
  },
  supports: { commands: ["names", "commands"], contexts: ["names", "contexts"] }
};
var grouped2 = Object.entries(groups).flatMap(
  ([group, members2]) => Object.entries(members2).map(([name, said]) => {
    const [form, former] = typeof said === "string" ? [said] : said;
    return { group, name, form, ...former === void 0 ? {} : { former } };
  })
);
var newOnes = ["validate", "plan", "open", "gate"];
var single = ["parse", "upgrade", ...newOnes].map((name) => ({
  group: void 0,
  name,
  form: name === "gate" ? "true" : "function"
}));
var required = ["observe", "create", "update", "delete"];
var topLevel = [
  "apiVersion",
  "kind",
  "version",
  ...required,
  ...single.map(({ name }) => name),
  ...Object.keys(groups)
];
function givenMembers(kind) {
  const own = kind;
  return [...single, ...grouped2].flatMap(({ group, name, former }) => {
    const holder = group === void 0 ? own : isGrouped(own) ? own[group] : own;
    const key = group !== void 0 && !isGrouped(own) ? former : name;
    if (key === void 0 || !isThing(holder) || holder[key] === void 0) return [];
    const written = group !== void 0 && isGrouped(own) ? `${group}.${name}` : key;
    return [{ group, name, written, value: holder[key], holder }];
  });
}
function isGrouped(own) {
  return newOnes.some((name) => own[name] !== void 0) || // A class may have a method of such a name for itself.
  Object.keys(groups).some((name) => own[name] !== void 0 && typeof own[name] !== "function");
}
function shapeProblems(where, kind) {
  if (typeof kind === "function") return [`${where} is a function; export the processor itself`];
  if (!isThing(kind)) return [`${where} is ${kind === null ? "null" : `a ${typeof kind}`}, not a processor`];
  const problems = [...requiredProblems(where, kind)];
  const misplaced = isGrouped(kind) ? misplacedMembers(where, kind) : [];
  for (const { written, value, group, name } of givenMembers(kind)) {
    const form = [...single, ...grouped2].find((one) => one.group === group && one.name === name)?.form;
    const wrong = form && formProblem(form, value);
    if (wrong) problems.push(`${where}: \`${written}\` ${wrong}`);
  }
  return [...problems, ...misplaced];
}
function requiredProblems(where, kind) {
  const problems = [];
  if (typeof kind.apiVersion !== "string" || kind.apiVersion === "") {
    problems.push(`${where} has no \`apiVersion\`; give it one of your own, like "example.com/v1"`);
  }
  if (typeof kind.kind !== "string" || !/^[A-Za-z][A-Za-z0-9_]*$/.test(kind.kind)) {
    problems.push(`${where} has no \`kind\` of letters, digits and "_" with a letter first, like "Bucket"`);
  }
  if (kind.version !== void 0 && typeof kind.version !== "string") {
    problems.push(`${where}: \`version\` is not a text`);
  }
  for (const name of required) {
    if (kind[name] === void 0) problems.push(`${where} has no \`${name}\``);
    else if (typeof kind[name] !== "function") problems.push(`${where}: \`${name}\` is not a function`);
  }
  return problems;
}
function formProblem(form, value) {
  switch (form) {
    case "function":
      return typeof value === "function" ? void 0 : "is not a function";
    case "true":
      return value === true ? void 0 : "is not `true`";
    case "names":
      return areNames(value) ? void 0 : "is not a list of names";
    case "names or function":
      return areNames(value) || typeof value === "function" ? void 0 : "is not a list of names";
    case "reads":
      return isThing(value) && typeof value.from === "string" && typeof value.into === "string" ? void 0 : "is not {from, into}, the names of two fields";
    case "owns":
      return isThing(value) && areNames(value.fields) && typeof value.of === "function" ? void 0 : "is not {fields, of}, a list of names and a function";
  }
}
function areNames(value) {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}
function misplacedMembers(where, kind) {
  const problems = [];
  for (const { group, name, former } of grouped2) {
    for (const written of /* @__PURE__ */ new Set([former ?? name, name])) {
      if (kind[written] === void 0) continue;
      if (written !== former && !ownNames(kind).includes(written)) continue;
      problems.push(`${where}: \`${written}\` belongs to a group: write \`${group}: {${name}}\``);
    }
  }
  for (const [group, members2] of Object.entries(groups)) {
    const given = kind[group];
    if (given === void 0) continue;
    if (typeof given === "function" && !ownNames(kind).includes(group)) continue;
    if (isThing(given)) problems.push(...unknownInGroup(where, group, given));
    else problems.push(`${where}: \`${group}\` is a group: write \`${group}: {${Object.keys(members2).join(", ")}}\``);
  }
  const belonging = new Set(grouped2.flatMap(({ name, former }) => [name, ...former === void 0 ? [] : [former]]));
  for (const name of ownNames(kind)) {
    if (topLevel.includes(name) || belonging.has(name)) continue;
    problems.push(`${where}: nothing knows the member \`${name}\`; ${advice(name, topLevel)}`);
  }
  return problems;
}
function unknownInGroup(where, group, given) {
  const known = Object.keys(groups[group] ?? {});
  return ownNames(given).filter((name) => !known.includes(name)).map((name) => {
    const home = grouped2.find((one) => one.former === name || one.name === name);
    const say = home ? `write \`${home.group}: {${home.name}}\`` : advice(name, known);
    return `${where}: \`${group}\` has no member \`${name}\`; ${say}`;
  });
}
function advice(name, known) {
  const near = nearest(name, known);
  return near ? `did you mean \`${near}\`?` : `known are ${known.join(", ")}`;
}
function ownNames(value) {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return [];
  return Object.keys(value).filter((name) => value[name] !== void 0);
}

// src/processors/module/module-guard.ts
function guard(module, own, caller) {
  return new Guard(module, own, caller).processor();
}
var Guard = class _Guard {
  #module;
  #own;
  #caller;
  /** For messages. */
  #name;
  /** What the module's `open` gave, by what stands for it outside. */
  static #opened = /* @__PURE__ */ new WeakMap();
  /** Kinds of a module that share an `open` share what it gives, so it stays one function outside, too. By module. */
  static #opens = /* @__PURE__ */ new WeakMap();
  constructor(module, own, caller) {
    this.#module = module;
    this.#own = own;
    this.#caller = caller;
    this.#name = `${module}: ${own.kind}`;
  }
  processor() {
    const own = this.#own;
    const members2 = {};
    const groups2 = {};
    for (const member of givenMembers(own)) {
      if (member.group === void 0) members2[member.name] = this.#guarded(member);
      else groups2[member.group] = { ...groups2[member.group], [member.name]: this.#guarded(member) };
    }
    return {
      parse: (spec) => ok(spec),
      ...groups2,
      ...members2,
      apiVersion: own.apiVersion,
      kind: own.kind,
      module: this.#module,
      ...own.version === void 0 ? {} : { version: own.version },
      // Called on the object itself, so that classes work as well.
      observe: async (spec, io) => checkObservation(this.#name, await this.#later("observe", () => own.observe(copied(spec), this.#seen(io)))),
      create: (spec, io) => this.#making("create", io, async (checked2) => own.create(copied(spec), checked2)),
      update: (before, after, io) => this.#making("update", io, async (checked2) => own.update(copied(before), copied(after), checked2)),
      delete: async (before, io) => void await this.#later("delete", () => own.delete(copied(before), this.#seen(io)))
    };
  }
  /** A member as the engine can take it. */
  #guarded({ name, written, value, holder }) {
    if (typeof value !== "function") return name === "owns" ? this.#owned(written, value) : value;
    const method = (...given) => value.apply(holder, given);
    switch (name) {
      case "parse":
        return (spec) => this.#parsed(spec, method);
      case "expand":
        return (spec) => this.#expanded(written, spec, method);
      // What state could not keep is not known before somebody acts; who gives it then is told.
      case "predict":
        return (spec, io) => keepable(this.#now(written, () => method(copied(spec), io)));
      case "rollback":
        return (change, before, attempted, io) => this.#undone(written, () => method(change, copied(before), copied(attempted), this.#seen(io)));
      case "validate":
        return (spec, io) => this.#asked(written, name, () => method(copied(spec), this.#seen(io)));
      case "plan":
        return (wanted, io) => this.#planned(written, () => method(copied(wanted), this.#seen(io)));
      case "open":
        return this.#sharedOpen(written, value);
      default:
        return (...given) => this.#answered(written, name, () => method(...given.map(copied)));
    }
  }
  #owned(written, owns) {
    const of = owns.of;
    return {
      ...owns,
      of: (...given) => this.#answered(`${written}.of`, "writes", () => of.apply(owns, given.map(copied))) ?? []
    };
  }
  #later(method, work) {
    return this.#caller.later(this.#call(method), work);
  }
  #now(method, work) {
    try {
      return this.#caller.now(this.#call(method), work);
    } catch (error) {
      throw this.#broken(method, error);
    }
  }
  #call(method) {
    return { who: `the kind ${this.#own.kind} of module ${this.#module}`, doing: `its \`${method}\`` };
  }
  #broken(method, thrown) {
    const { message, hint, detail } = taskError(thrown);
    return new ModuleFailure(`${this.#name}: \`${method}\` threw: ${message}`, {
      ...hint === void 0 ? {} : { hint },
      ...detail === void 0 ? {} : { detail }
    });
  }
  /** What a function gives that answers at once. */
  #answered(method, name, work) {
    const given = this.#now(method, () => {
      if (name !== "asFound") return work();
      try {
        return work();
      } catch {
        return void 0;
      }
    });
    return this.#checked(method, name, given);
  }
  /** What a function gives that asks somebody. */
  async #asked(method, name, work) {
    return this.#checked(method, name, await this.#later(method, work));
  }
  #checked(method, name, given) {
    const checked2 = answerChecks[name]?.(given) ?? ok(given);
    if (checked2.ok) return checked2.value;
    throw new ModuleFailure(`${this.#name}: \`${method}\` gave ${checked2.error}`);
  }
  #parsed(spec, parse) {
    return checkParsed(this.#name, spec, () => this.#caller.now(this.#call("parse"), () => parse(copied(spec))));
  }
  #expanded(method, spec, expand) {
    return this.#later(method, async () => checkExpanded(await expand(copied(spec)))).catch((error) => {
      throw this.#broken(method, error);
    });
  }
  /** What a create or update gives. What it has said of its outputs need not be said again. */
  async #making(method, io, operation) {
    const told = /* @__PURE__ */ new Map();
    const given = await this.#later(method, () => operation(this.#seen(io, told)));
    const outcome = checkOutcome(this.#name, method, given);
    for (const output of outcome.outputs) told.set(outputKey(output), output);
    return { ...outcome, outputs: [...told.values()] };
  }
  async #undone(method, work) {
    const outcome = await this.#later(method, work);
    return outcome === void 0 || outcome === null ? void 0 : checkOutcome(this.#name, method, outcome);
  }
  async #planned(method, work) {
    return checkPlan(this.#name, method, await this.#later(method, work));
  }
  #sharedOpen(written, open) {
    const known = _Guard.#opens.get(open) ?? /* @__PURE__ */ new Map();
    const opens = known.get(this.#module) ?? ((access) => this.#opening(written, () => open.call(this.#own, access)));
    _Guard.#opens.set(open, known.set(this.#module, opens));
    return opens;
  }
  async #opening(method, work) {
    const given = await this.#later(method, work);
    const close = isThing(given) ? given.close : void 0;
    if (typeof close !== "function") {
      throw new ModuleFailure(`${this.#name}: \`${method}\` gave nothing with a \`close\``, {
        hint: "It returns an object with a function `close`, which ends what was started."
      });
    }
    const opened = { close: async () => void await this.#later("close", () => close.call(given)) };
    _Guard.#opened.set(opened, given);
    return opened;
  }
  /**
   * What a module gets with a call. What it says of what it has made is recorded, so it is checked like what it returns.
   * @param told takes the outputs; undefined: the call makes nothing
   */
  #seen(io, told) {
    const opened = io.opened && _Guard.#opened.get(io.opened);
    return {
      ...io,
      ...opened === void 0 ? {} : { opened },
      // Copied, it would stay what it was before anything was made.
      get recorded() {
        return copied(io.recorded);
      },
      ...told ? { made: this.#made(io, told) } : {}
    };
  }
  #made(io, told) {
    return (observed, outputs, resource) => {
      const made = checkOutcome(this.#name, "io.made", { observed, outputs: outputs ?? [], resource });
      for (const output of made.outputs) told.set(outputKey(output), output);
      io.made(made.observed, made.outputs, made.resource);
    };
  }
};
function copied(given) {
  return isThing(given) ? structuredClone(given) : given;
}
function checkParsed(name, spec, parse) {
  const wrong = (message) => err([{ code: "bad-processor", message: `${name}: ${message}`, pointer: "" }]);
  let parsed;
  try {
    parsed = parse();
  } catch (error) {
    const { message, detail } = taskError(error);
    return wrong(`\`parse\` threw: ${message}${detail === void 0 ? "" : `
${detail}`}`);
  }
  if (isThing(parsed) && parsed.ok === true) return ok(isObject(parsed.value) ? parsed.value : spec);
  if (!isThing(parsed) || parsed.ok !== false || !Array.isArray(parsed.error)) {
    return wrong("`parse` gave neither {ok: true, value: spec} nor {ok: false, error: [problems]}");
  }
  return err(problemsOf(parsed.error));
}

// src/processors/module/modules.ts
async function loadProcessors(path, importModule, caller) {
  let module;
  try {
    module = await importModule(path);
  } catch (error) {
    const { message, detail } = taskError(error);
    return err([`${path}: can't be imported: ${message}${detail === void 0 ? "" : `
${detail}`}`]);
  }
  return checkModule(path, module, caller);
}
function checkModule(path, module, caller) {
  const exported = module.default;
  if (exported === void 0) {
    return err([`${path}: there is no default export; export a processor, or a list of processors, as default`]);
  }
  const within = isThing(exported) && "processors" in exported ? exported.processors : exported;
  const one = !Array.isArray(within) && within === exported;
  const candidates = Array.isArray(within) ? within : [within];
  if (candidates.length === 0) return err([`${path}: default export is an empty list`]);
  const problems = [];
  const processors = [];
  candidates.forEach((candidate, index) => {
    const where = `${path}: ${one ? "default export" : `processor ${index + 1} of default export`}`;
    const found = shapeProblems(where, candidate);
    if (found.length > 0) problems.push(...found);
    else processors.push(guard(path, candidate, caller));
  });
  return problems.length > 0 ? err(problems) : ok(processors);
}
export {
  checkModule,
  loadProcessors
};
