import type { Problem } from "../../engine/diagnostics/diagnostic.ts";
import { isObject, type Json } from "../../engine/json/json.ts";
import { nearest } from "../../engine/references/references.ts";
import { nameOf } from "../../schema/explain.ts";
import { childPointer } from "../yaml/convert.ts";

/** Where a setting of a hook stands. */
export interface Place {
  /** For messages: `Project.spec.hooks[0].with.labels`. */
  readonly place: string;
  readonly pointer: string;
}

/** What is wrong with the value of a setting. */
export type SettingCheck = (value: Json, at: Place) => Problem[];

/** What an issue can tell of, each with labels of its own. */
const told = ["drift", "failure"];
/** GitHub takes no more of an issue. */
const mostAssignees = 10;
const mostLabels = 20;
/** The names of project and context follow. */
const longestCheckName = 50;

/** `map` of the outputs hook. */
export function mapProblems(value: Json, at: Place): Problem[] {
  return isObject(value) ? [] : [wrongType("a mapping", value, at, "Write `map: {output-name: value}`.")];
}

/** `labels` of the issue hook. */
export function labelProblems(value: Json, at: Place): Problem[] {
  const form = "Write `labels: {drift: [drift], failure: [ops]}`.";
  if (!isObject(value)) return [wrongType("a mapping", value, at, form)];
  return Object.entries(value).flatMap(([name, labels]): Problem[] => {
    const below = { place: `${at.place}.${name}`, pointer: childPointer(at.pointer, name) };
    if (told.includes(name)) return listProblems(labels as Json, below, labelProblem, mostLabels, form);
    const near = nearest(name, told);
    const message = `${JSON.stringify(name)} is not a field of ${at.place}`;
    const suggestion = near ? `Did you mean "${near}"?` : form;
    return [{ code: "unknown-field", message, pointer: below.pointer, atKey: true, suggestion }];
  });
}

/** `assignees` of the issue hook. */
export function assigneeProblems(value: Json, at: Place): Problem[] {
  return listProblems(value, at, loginProblem, mostAssignees, "Write logins: `assignees: [mona]`.");
}

/** `name` of the check hook. */
export function checkNameProblems(value: Json, at: Place): Problem[] {
  const suggestion = "Write what stands before the colon: `name: opus`.";
  if (typeof value !== "string") return [wrongType("a string", value, at, suggestion)];
  const why = value.includes("${") ? "is written as it stands: references are not filled in here" : nameProblem(value);
  return why === undefined
    ? []
    : [{ code: "invalid-value", message: `${at.place} ${why}`, pointer: at.pointer, suggestion }];
}

function nameProblem(text: string): string | undefined {
  if (text.trim() === "" || text !== text.trim()) return "is no name: it is empty or has blanks around it";
  if ([...text].length > longestCheckName) return `is too long for a name: at most ${longestCheckName} characters`;
  return /\p{Cc}/u.test(text) ? "is no name: it holds a sign that does not show" : undefined;
}

/** A setting that is on or off. */
export function switchProblems(value: Json, at: Place): Problem[] {
  return typeof value === "boolean" ? [] : [wrongType("true or false", value, at, "Write `true` or `false`.")];
}

function listProblems(
  value: Json,
  at: Place,
  wrong: (text: string) => string | undefined,
  most: number,
  suggestion: string,
): Problem[] {
  if (!Array.isArray(value)) return [wrongType("a list", value, at, suggestion)];
  if (value.length > most) {
    const message = `${at.place} has ${value.length} entries, and at most ${most} are allowed`;
    return [{ code: "invalid-value", message, pointer: at.pointer, suggestion: "Leave some out." }];
  }
  return value.flatMap((one: Json, index): Problem[] => {
    const below = { place: `${at.place}[${index}]`, pointer: childPointer(at.pointer, index) };
    if (typeof one !== "string") return [wrongType("a string", one, below, suggestion)];
    const why = wrong(one);
    return why === undefined
      ? []
      : [{ code: "invalid-value", message: `${below.place} ${why}`, pointer: below.pointer, suggestion }];
  });
}

function labelProblem(text: string): string | undefined {
  if (text.includes("${")) return "is written as it stands: references are not filled in here";
  if (text.trim() === "" || text !== text.trim()) return "is no label: it is empty or has blanks around it";
  if ([...text].length > 50) return "is too long for a label: GitHub takes 50 characters";
  return /[\p{Cc},]/u.test(text) ? "is no label: it holds a comma or a sign that does not show" : undefined;
}

function loginProblem(text: string): string | undefined {
  if (text.startsWith("@")) return "is a login without the `@`";
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/.test(text)
    ? undefined
    : "is no login of a person: letters, digits, `-` and `_`";
}

/** The problem of a value of another type. @param wanted `a list` */
export function wrongType(wanted: string, value: Json, { place, pointer }: Place, suggestion: string): Problem {
  return { code: "wrong-type", message: `${place} must be ${wanted}, not ${nameOf(value)}`, pointer, suggestion };
}
