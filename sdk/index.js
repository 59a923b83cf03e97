// What kinds and hooks of a repository are written with. Nothing in here is needed: a plain object is as good.
import { schemaProblems, valueProblems } from "./schema.js";

/** @typedef {{ readonly [name: string]: any }} Loose */

/** Group → its members, as a class has them beside each other; `hasRollback` is `has` of `undo`. */
const groups = {
  fields: ["names", "verbatim", "files", "expand", "normalize", "warnings"],
  compare: [
    ...["differs", "factFields", "replaceOn", "replaces", "recordOnly"],
    ...["effects", "writeOnly", "deletes", "removes", "accept"],
  ],
  known: [
    ...["identity", "likeness", "excludes", "addressFields"],
    ...["outputNames", "sensitiveOutputs", "predict", "resource"],
  ],
  workspace: ["reads", "writes", "owns"],
  undo: ["rollback", "asFound"],
  supports: ["commands", "contexts"],
};
const single = ["apiVersion", "kind", "version", "observe", "create", "update", "delete"];
const optional = ["parse", "upgrade", "validate", "plan", "open", "gate"];

/** A kind as a class. Extend it, and export `defineProcessor(YourClass)`. */
export class TaskProcessor {}

/** An error that says what to do about it. Plain errors with these members are as good. */
export class TaskFailure extends Error {
  /**
   * @param {string} message
   * @param {{ hint?: string, detail?: string, untouched?: boolean, cause?: unknown }} [options]
   */
  constructor(message, { hint, detail, untouched, cause } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "TaskFailure";
    if (hint !== undefined) this.hint = hint;
    if (detail !== undefined) this.detail = detail;
    if (untouched !== undefined) this.untouched = untouched;
  }
}

/**
 * A kind, with its specs checked by a schema.
 * @param {any} given an object with the members of a kind and its `schema`, or a class that extends `TaskProcessor`
 */
export function defineProcessor(given) {
  const instance = typeof given === "function" ? new given() : given;
  if (typeof instance !== "object" || instance === null) throw new Error("defineProcessor: there is no kind");
  const { schema, check, ...members } = instance instanceof TaskProcessor ? grouped(instance) : instance;
  const named = `the kind ${String(members.kind)}`;
  if (schema === undefined) return members;
  const wrong = schemaProblems(schema);
  if (schema.type !== "object") wrong.unshift('the type of the schema of a spec is "object"');
  if (wrong.length > 0) throw new Error(`${named}: ${wrong.join("; ")}`);
  if (members.parse !== undefined)
    throw new Error(`${named} has both \`schema\` and \`parse\`; what a schema can't say belongs into \`check\``);
  const names = Object.keys(schema.properties ?? {});
  return {
    ...members,
    fields: { ...(schema.additionalProperties ? {} : { names }), ...members.fields },
    /** @param {unknown} spec */
    parse: (spec) => {
      const problems = valueProblems(schema, spec, `${members.kind}.spec`);
      if (problems.length > 0) return { ok: false, error: problems };
      const more = check?.(spec) ?? [];
      return more.length > 0 ? { ok: false, error: more } : { ok: true, value: spec };
    },
  };
}

/**
 * A kind of a class, as opus takes it.
 * @param {Loose} instance
 * @returns {Loose}
 */
function grouped(instance) {
  /** @param {string} name */
  const taken = (name) => {
    const value = instance[name];
    return typeof value === "function" ? value.bind(instance) : value;
  };
  /** @param {readonly string[]} names */
  const present = (names) => names.filter((name) => instance[name] !== undefined).map((name) => [name, taken(name)]);
  const found = Object.entries(groups).flatMap(([group, names]) => {
    const members = present(names);
    if (group === "undo" && instance.hasRollback !== undefined) members.push(["has", taken("hasRollback")]);
    return members.length === 0 ? [] : [[group, Object.fromEntries(members)]];
  });
  return {
    ...Object.fromEntries([...present([...single, ...optional]), ...found]),
    schema: instance.schema,
    check: taken("check"),
  };
}

/**
 * A hook, or a function that makes one from what the Project says (`with`).
 * @param {any} given
 */
export function defineHook(given) {
  return given;
}
