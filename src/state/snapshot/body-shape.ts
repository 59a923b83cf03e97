import { isObject } from "../../engine/json/json.ts";
import { shortened } from "../../engine/text/shorten.ts";
import { recordedSpecProblem } from "./recorded-spec.ts";

/** Says what is wrong with a value at a path (`/status`), or nothing. */
type Check = (value: unknown, path: string) => string | undefined;

const text: Check = (value, path) => (typeof value === "string" ? undefined : wrong(path, value, "a string"));
const flag: Check = (value, path) => (typeof value === "boolean" ? undefined : wrong(path, value, "true or false"));
const number: Check = (value, path) => (typeof value === "number" ? undefined : wrong(path, value, "a number"));
const anyObject: Check = (value, path) => (isObject(value) ? undefined : wrong(path, value, "an object"));
const texts = listOf(text);

const adoptedId = shape({ id: text });
const scope = listOf(shape({}, { commands: texts, contexts: texts }));
const lifecycle = shape(
  {},
  {
    adopt: (value, path) => (typeof value === "boolean" ? undefined : adoptedId(value, path)),
    recreate: flag,
    onRemove: oneOf("delete", "forget"),
    preventDestroy: (value, path) => (typeof value === "boolean" ? undefined : texts(value, path)),
    ignoreChanges: texts,
    ephemeral: flag,
    onInterrupted: oneOf("stop", "rerun"),
  },
);
const change = oneOf("create", "update", "replace", "delete", "adopt", "forget", "noop", "none");

const common = { apiVersion: text, kind: text, spec: anyObject, dependencies: texts, scope, lifecycle, order: number };
const taskFields = shape(
  {
    ...common,
    status: oneOf("applied", "tainted", "interrupted"),
    outputs: anyObject,
    createdAt: text,
    updatedAt: text,
  },
  {
    secrets: mapOf(text),
    fingerprints: mapOf(text),
    observed: anyObject,
    sensitiveOutputs: texts,
    resource: text,
    module: text,
    interrupted: change,
  },
);
const taskState: Check = (value, path) => taskFields(value, path) ?? recordedSpecProblem(value);
const undoEntry = shape({
  task: text,
  change,
  before: (value, path) => (value === null ? undefined : taskState(value, path)),
});
const made = shape({ outputs: anyObject }, { observed: anyObject, sensitiveOutputs: texts, resource: text });
const intentFields = shape(
  { ...common, task: text, change },
  { secrets: mapOf(text), fingerprints: mapOf(text), made },
);
const intent: Check = (value, path) => intentFields(value, path) ?? recordedSpecProblem(value);
const digestOrNull: Check = (value, path) => (value === null ? undefined : text(value, path));
const review = shape({
  digest: text,
  items: mapOf(shape({ change, digest: text, wanted: digestOrNull }, { awaits: texts })),
});

/**
 * Checks that a value is a `StateBody`. Fields that this version does not know are let through and kept.
 * @returns what is wrong first, with the task and the field; undefined when nothing is
 */
export function bodyProblem(body: unknown): string | undefined {
  if (!isObject(body)) return wrong("body", body, "an object");
  if (body.fingerprintKey !== undefined && typeof body.fingerprintKey !== "string")
    return wrong("body/fingerprintKey", undefined, "a string");
  if (!isObject(body.tasks)) return wrong("body/tasks", body.tasks, "an object");
  for (const [name, entry] of Object.entries(body.tasks)) {
    const problem = name === "" ? "its name is empty" : taskState(entry, "");
    if (problem) return `task ${JSON.stringify(name)}: ${problem}`;
  }
  const reviewProblem = body.review === undefined ? undefined : review(body.review, "body/review");
  if (reviewProblem) return reviewProblem;
  return listProblem("undo", body.undo, undoEntry) ?? listProblem("pending", body.pending, intent);
}

/** Checks one recorded entry, where it comes from a journal. */
export function taskStateProblem(value: unknown): string | undefined {
  return taskState(value, "");
}

/** Checks what was made of a task, where it comes from a journal. */
export function madeProblem(value: unknown): string | undefined {
  return made(value, "");
}

/** Checks one undo entry, where it comes from a journal. */
export function undoEntryProblem(value: unknown): string | undefined {
  return undoEntry(value, "");
}

function listProblem(field: string, list: unknown, check: Check): string | undefined {
  if (!Array.isArray(list)) return wrong(`body/${field}`, list, "a list");
  for (const [index, entry] of list.entries()) {
    const problem = check(entry, "");
    if (!problem) continue;
    const task = isObject(entry) && typeof entry.task === "string" ? ` (task ${JSON.stringify(entry.task)})` : "";
    return `entry ${index + 1} of "${field}"${task}: ${problem}`;
  }
  return undefined;
}

function shape(required: { [field: string]: Check }, optional: { [field: string]: Check } = {}): Check {
  const needed = Object.entries(required);
  const allowed = Object.entries(optional);
  return (value, path) => {
    if (!isObject(value)) return wrong(path, value, "an object");
    for (const [field, check] of needed) {
      const problem = check(value[field], `${path}/${field}`);
      if (problem) return problem;
    }
    for (const [field, check] of allowed) {
      const problem = value[field] === undefined ? undefined : check(value[field], `${path}/${field}`);
      if (problem) return problem;
    }
    return undefined;
  };
}

function listOf(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return wrong(path, value, "a list");
    for (let index = 0; index < value.length; index++) {
      const problem = check(value[index], `${path}/${index}`);
      if (problem) return problem;
    }
    return undefined;
  };
}

function mapOf(check: Check): Check {
  return (value, path) => {
    if (!isObject(value)) return wrong(path, value, "an object");
    for (const [key, member] of Object.entries(value)) {
      const problem = check(member, `${path}/${key}`);
      if (problem) return problem;
    }
    return undefined;
  };
}

function oneOf(...allowed: string[]): Check {
  return (value, path) =>
    typeof value === "string" && allowed.includes(value)
      ? undefined
      : wrong(path, value, `one of ${allowed.join(", ")}`);
}

function wrong(path: string, value: unknown, expected: string): string {
  const field = path === "" ? "it" : `the field "${path}"`;
  return value === undefined
    ? `${field} is missing; expected ${expected}`
    : `${field} is ${shown(value)}; expected ${expected}`;
}

/** A value from a state file, short enough for a message. */
export function shown(value: unknown): string {
  const written = JSON.stringify(value) ?? String(value);
  return written.length > 80 ? shortened(written, 78) : written;
}
