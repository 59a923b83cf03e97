import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import { storable } from "../../engine/json/storable.ts";
import { policyMessageLength, policyProblems } from "../../engine/model/size-limits.ts";
import type { PolicyProblem } from "../../engine/ports/hook.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { nearest } from "../../engine/references/references.ts";
import { shortened } from "../../engine/text/shorten.ts";
import { readThrown } from "../../engine/text/thrown-error.ts";

const members = ["message", "task", "pointer", "severity", "hint"];
const form =
  'It returns a list of problems: [] for none, else texts or {message, task, pointer, severity, hint}, of which only `message` must be there. `severity` is "error" or "warning".';

/**
 * What `review` of a module gave, checked, and copied as plain data. No answer is not "nothing against it".
 * @param who gave it, for messages
 * @throws TaskFailure
 */
export function checkProblems(who: string, given: unknown): readonly PolicyProblem[] {
  const wrong = (what: string): TaskFailure => new TaskFailure(`${who}: \`review\` gave ${what}`, { hint: form });
  if (!Array.isArray(given)) throw wrong(given === undefined ? "nothing" : "something else than a list of problems");
  const told = readable(given.length > policyProblems ? given.slice(0, policyProblems) : given, wrong);
  const problems = told.map((problem): PolicyProblem => checkProblem(problem, wrong));
  const more = given.length - problems.length;
  if (more === 0) return problems;
  return [...problems, { severity: "error", message: `there are ${more} more problems` }];
}

function readable(given: readonly unknown[], wrong: (what: string) => TaskFailure): readonly Json[] {
  try {
    const kept = storable(given);
    if (!kept.ok) throw wrong(`what can't be read: ${kept.error.pointer} ${kept.error.what}`);
    return kept.value as Json[];
  } catch (error) {
    if (error instanceof TaskFailure) throw error;
    // A getter or a proxy.
    throw wrong(`what can't be read: ${readThrown(error).message}`);
  }
}

function checkProblem(given: Json, wrong: (what: string) => TaskFailure): PolicyProblem {
  const {
    message,
    severity = "error",
    ...rest
  }: JsonObject = typeof given === "string" ? { message: given } : knownMembers(given, wrong);
  if (typeof message !== "string" || message.trim() === "") throw wrong("a problem without a `message`");
  if (severity !== "error" && severity !== "warning")
    throw wrong(`a problem whose \`severity\` is neither "error" nor "warning"`);
  const texts = (["task", "pointer", "hint"] as const).flatMap((name) => {
    const text = rest[name];
    if (text === undefined) return [];
    if (typeof text !== "string") throw wrong(`a problem whose \`${name}\` is no text`);
    return [[name, text] as const];
  });
  return { message: shortened(message, policyMessageLength), severity, ...Object.fromEntries(texts) };
}

function knownMembers(given: Json, wrong: (what: string) => TaskFailure): JsonObject {
  if (!isObject(given)) throw wrong("a problem that is neither a text nor an object");
  const unknown = Object.keys(given).find((name) => !members.includes(name));
  if (unknown === undefined) return given;
  const near = nearest(unknown, members);
  throw wrong(`a problem with an unknown member "${unknown}"${near ? `; did you mean "${near}"?` : ""}`);
}
