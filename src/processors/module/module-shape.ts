import { nearest } from "../../engine/references/references.ts";
import { isThing, type Loose } from "./module-answers.ts";

/** What a member may be. */
type Form = "function" | "true" | "names" | "names or function" | "reads" | "owns";

/** A member that a kind may leave out. */
interface Member {
  /** Undefined: it stands beside the groups. */
  readonly group: string | undefined;
  readonly name: string;
  readonly form: Form;
  /** What it was called before there were groups, when all members stood side by side. */
  readonly former?: string;
}

/** Group → its members, as `name: form`, or as `name: [form, former name]`. */
const groups: { readonly [group: string]: { readonly [name: string]: Form | readonly [Form, string] } } = {
  fields: {
    names: ["names", "specFields"],
    verbatim: ["names", "verbatimFields"],
    files: ["names", "fileFields"],
    expand: ["function", "expand"],
    normalize: "function",
    warnings: "function",
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
    accept: "function",
  },
  known: {
    identity: ["function", "identity"],
    likeness: ["function", "likeness"],
    excludes: ["function", "excludes"],
    addressFields: ["names or function", "addressFields"],
    outputNames: ["names", "outputNames"],
    sensitiveOutputs: ["names", "sensitiveOutputs"],
    predict: ["function", "predict"],
    resource: "true",
  },
  workspace: { reads: "reads", writes: ["function", "writes"], owns: "owns" },
  undo: {
    rollback: ["function", "rollback"],
    has: ["function", "hasRollback"],
    asFound: ["function", "asFound"],
  },
  supports: { commands: ["names", "commands"], contexts: ["names", "contexts"] },
};

const grouped: readonly Member[] = Object.entries(groups).flatMap(([group, members]) =>
  Object.entries(members).map(([name, said]): Member => {
    const [form, former] = typeof said === "string" ? [said] : said;
    return { group, name, form, ...(former === undefined ? {} : { former }) };
  }),
);
/** Members that came with the groups: who has one writes the others in groups, too. */
const newOnes = ["validate", "plan", "open", "gate"] as const;
const single: readonly Member[] = ["parse", "upgrade", ...newOnes].map((name) => ({
  group: undefined,
  name,
  form: name === "gate" ? "true" : "function",
}));
const required = ["observe", "create", "update", "delete"] as const;
const topLevel = [
  "apiVersion",
  "kind",
  "version",
  ...required,
  ...single.map(({ name }) => name),
  ...Object.keys(groups),
];

/** A member that a module gives. */
export interface GivenMember {
  readonly group: string | undefined;
  readonly name: string;
  /** As the module wrote it, for messages: `compare.differs`, or `differs` where all stand side by side. */
  readonly written: string;
  readonly value: unknown;
  /** What a function is called on, so that classes work as well. */
  readonly holder: object;
}

/**
 * The members of a kind besides those that every kind has: from its groups, or, where it has none, from beside each
 * other, as kinds were written before there were groups.
 */
export function givenMembers(kind: object): readonly GivenMember[] {
  const own = kind as Loose;
  return [...single, ...grouped].flatMap(({ group, name, former }): GivenMember[] => {
    const holder = group === undefined ? own : isGrouped(own) ? own[group] : own;
    const key = group !== undefined && !isGrouped(own) ? former : name;
    if (key === undefined || !isThing(holder) || holder[key] === undefined) return [];
    const written = group !== undefined && isGrouped(own) ? `${group}.${name}` : key;
    return [{ group, name, written, value: holder[key], holder }];
  });
}

/** Is it written in groups? Who gives neither these nor what was there before has nothing to tell them by. */
function isGrouped(own: Loose): boolean {
  return (
    newOnes.some((name) => own[name] !== undefined) ||
    // A class may have a method of such a name for itself.
    Object.keys(groups).some((name) => own[name] !== undefined && typeof own[name] !== "function")
  );
}

/**
 * Finds everything that is wrong with the shape of a kind.
 * @param where names it, for messages
 */
export function shapeProblems(where: string, kind: unknown): readonly string[] {
  if (typeof kind === "function") return [`${where} is a function; export the processor itself`];
  if (!isThing(kind)) return [`${where} is ${kind === null ? "null" : `a ${typeof kind}`}, not a processor`];
  const problems = [...requiredProblems(where, kind)];
  const misplaced = isGrouped(kind) ? misplacedMembers(where, kind) : unheardMembers(where, kind);
  for (const { written, value, group, name } of givenMembers(kind)) {
    const form = [...single, ...grouped].find((one) => one.group === group && one.name === name)?.form;
    const wrong = form && formProblem(form, value);
    if (wrong) problems.push(`${where}: \`${written}\` ${wrong}`);
  }
  return [...problems, ...misplaced];
}

function requiredProblems(where: string, kind: Loose): readonly string[] {
  const problems: string[] = [];
  if (typeof kind.apiVersion !== "string" || kind.apiVersion === "") {
    problems.push(`${where} has no \`apiVersion\`; give it one of your own, like "example.com/v1"`);
  }
  if (typeof kind.kind !== "string" || !/^[A-Za-z][A-Za-z0-9_]*$/.test(kind.kind)) {
    problems.push(`${where} has no \`kind\` of letters, digits and "_" with a letter first, like "Bucket"`);
  }
  if (kind.version !== undefined && typeof kind.version !== "string") {
    problems.push(`${where}: \`version\` is not a text`);
  }
  for (const name of required) {
    if (kind[name] === undefined) problems.push(`${where} has no \`${name}\``);
    else if (typeof kind[name] !== "function") problems.push(`${where}: \`${name}\` is not a function`);
  }
  return problems;
}

function formProblem(form: Form, value: unknown): string | undefined {
  switch (form) {
    case "function":
      return typeof value === "function" ? undefined : "is not a function";
    case "true":
      return value === true ? undefined : "is not `true`";
    case "names":
      return areNames(value) ? undefined : "is not a list of names";
    case "names or function":
      return areNames(value) || typeof value === "function" ? undefined : "is not a list of names";
    case "reads":
      return isThing(value) && typeof value.from === "string" && typeof value.into === "string"
        ? undefined
        : "is not {from, into}, the names of two fields";
    case "owns":
      return isThing(value) && areNames(value.fields) && typeof value.of === "function"
        ? undefined
        : "is not {fields, of}, a list of names and a function";
  }
}

function areNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

/** What stands beside the groups of a kind and belongs into one, and what nobody knows. */
function misplacedMembers(where: string, kind: Loose): readonly string[] {
  const problems: string[] = [];
  for (const { group, name, former } of grouped) {
    for (const written of new Set([former ?? name, name])) {
      if (kind[written] === undefined) continue;
      // A class may have a method of such a name for itself.
      if (written !== former && !ownNames(kind).includes(written)) continue;
      problems.push(`${where}: \`${written}\` belongs to a group: write \`${group}: {${name}}\``);
    }
  }
  for (const [group, members] of Object.entries(groups)) {
    const given = kind[group];
    if (given === undefined) continue;
    if (typeof given === "function" && !ownNames(kind).includes(group)) continue;
    if (isThing(given)) problems.push(...unknownInGroup(where, group, given));
    else problems.push(`${where}: \`${group}\` is a group: write \`${group}: {${Object.keys(members).join(", ")}}\``);
  }
  const belonging = new Set(grouped.flatMap(({ name, former }) => [name, ...(former === undefined ? [] : [former])]));
  for (const name of ownNames(kind)) {
    if (topLevel.includes(name) || belonging.has(name)) continue;
    problems.push(`${where}: nothing knows the member \`${name}\`; ${advice(name, topLevel)}`);
  }
  return problems;
}

/** Shorter words are near to those of many helpers. */
const longEnough = 6;

/**
 * Of a kind without groups, members that nobody would call although they are called, or nearly so, as one of a group, and
 * are what that is. A kind as it was written before there were groups may have such names for itself, and so may a class.
 */
function unheardMembers(where: string, kind: Loose): readonly string[] {
  const homes = new Map(
    grouped.flatMap((member) => [member.former ?? member.name, member.name].map((one) => [one, member])),
  );
  const names = ownNames(kind).filter((name) => !topLevel.includes(name));
  if (names.some((name) => homes.get(name)?.former === name)) return [];
  return names.flatMap((name) => {
    const near = name.length < longEnough ? undefined : nearest(name, homes.keys());
    const home = homes.get(name) ?? homes.get(near ?? "");
    if (home === undefined || formProblem(home.form, kind[name]) !== undefined) return [];
    return [`${where}: nothing calls \`${name}\` there; write \`${home.group}: {${home.name}}\``];
  });
}

function unknownInGroup(where: string, group: string, given: Loose): readonly string[] {
  const known = Object.keys(groups[group] ?? {});
  return ownNames(given)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const home = grouped.find((one) => one.former === name || one.name === name);
      const say = home ? `write \`${home.group}: {${home.name}}\`` : advice(name, known);
      return `${where}: \`${group}\` has no member \`${name}\`; ${say}`;
    });
}

function advice(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near ? `did you mean \`${near}\`?` : `known are ${known.join(", ")}`;
}

/** The members of a plain object. An instance of a class may have more than those that are for us. */
function ownNames(value: Loose): readonly string[] {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return [];
  return Object.keys(value).filter((name) => value[name] !== undefined);
}
