import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import { misfit, shapeProblem } from "../../schema/shape.ts";
import { type StateShape, stateShapes } from "../../schema/state.generated.ts";
import { loadSchemas } from "../../schema/validate.ts";
import { recordedSpecProblem } from "./recorded-spec.ts";

/** Loads what `bodyProblem` checks recorded specs of a body with, whatever else is wrong with it. */
export async function loadShapesOf({ tasks, undo, pending }: JsonObject): Promise<void> {
  const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
  const before = list(undo).map((step) => (isObject(step) ? step.before : undefined));
  const entries = [...(isObject(tasks) ? Object.values(tasks) : []), ...before, ...list(pending)];
  const kinds = entries.flatMap((entry) => (isObject(entry) && typeof entry.kind === "string" ? [entry.kind] : []));
  await loadSchemas(new Set(kinds));
}

/**
 * Checks that a value is a `StateBody`, by `schema/state.json`. Fields that this version does not know are let through
 * and kept.
 * @returns what is wrong first, with the task and the field; undefined when nothing is
 */
export function bodyProblem(body: unknown): string | undefined {
  if (!isObject(body)) return misfit("body", body, "an object");
  // A key is not shown.
  if (body.fingerprintKey !== undefined && typeof body.fingerprintKey !== "string")
    return misfit("body/fingerprintKey", undefined, "a string");
  if (!isObject(body.tasks)) return misfit("body/tasks", body.tasks, "an object");
  for (const [name, entry] of Object.entries(body.tasks)) {
    const problem = name === "" ? "its name is empty" : taskStateProblem(entry);
    if (problem) return `task ${JSON.stringify(name)}: ${problem}`;
  }
  const reviewProblem = body.review === undefined ? undefined : problemOf("review", body.review, "body/review");
  if (reviewProblem) return reviewProblem;
  return listProblem("undo", body.undo, undoEntryProblem) ?? listProblem("pending", body.pending, intentProblem);
}

/** Checks one recorded entry, also where it comes from a journal. */
export function taskStateProblem(value: unknown): string | undefined {
  return problemOf("taskState", value) ?? recordedSpecProblem(value);
}

/** Checks what was made of a task, where it comes from a journal. */
export function madeProblem(value: unknown): string | undefined {
  return problemOf("made", value);
}

/** Checks one undo entry, also where it comes from a journal. */
export function undoEntryProblem(value: unknown): string | undefined {
  const problem = problemOf("undoEntry", value);
  if (problem || !isObject(value) || value.before === null) return problem;
  return recordedSpecProblem(value.before);
}

function intentProblem(value: unknown): string | undefined {
  return problemOf("intent", value) ?? recordedSpecProblem(value);
}

function problemOf(name: StateShape, value: unknown, path = ""): string | undefined {
  return shapeProblem(stateShapes, stateShapes[name], value, path);
}

function listProblem(field: string, list: unknown, check: (value: unknown) => string | undefined): string | undefined {
  if (!Array.isArray(list)) return misfit(`body/${field}`, list, "a list");
  for (const [index, entry] of list.entries()) {
    const problem = check(entry);
    if (!problem) continue;
    const task = isObject(entry) && typeof entry.task === "string" ? ` (task ${JSON.stringify(entry.task)})` : "";
    return `entry ${index + 1} of "${field}"${task}: ${problem}`;
  }
  return undefined;
}
