import type { DiagnosticCode } from "../../engine/diagnostics/codes.ts";
import { err, ok, type Problem, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { failureReasons } from "../../engine/diagnostics/failure-reasons.ts";
import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import { storable } from "../../engine/json/storable.ts";
import type { Observation } from "../../engine/model/observation.ts";
import type { TaskError } from "../../engine/model/outcome.ts";
import type { Expanded } from "../../engine/ports/processor.ts";
import { readThrown } from "../../engine/text/thrown-error.ts";

/** Anything with members. */
export type Loose = { readonly [name: string]: unknown };

/** What was given, as the engine can take it; or what is wrong with it, as what goes on with "gave". */
type Checked = Result<unknown, string>;

/**
 * What functions of a module give that answer at once, by the function's name: checked, and copied as plain data. State,
 * digests and the report hold some of it, so nothing of it may be what these can't hold.
 */
export const answerChecks: { readonly [method: string]: (given: unknown) => Checked } = {
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
  removes: (given) => (isNothing(given) ? ok({ count: 0, of: 0 }) : data(given, "{count, of}", isRemoval)),
  accept: (given) =>
    isNothing(given) ? ok([]) : data(given, "a list of {path, value} and {path, why, hint}", isAcceptables),
  normalize: object,
  addressFields: (given) => optional(given, texts),
  warnings: (given) => (isNothing(given) ? ok([]) : problemList(given)),
  validate: (given) => (isNothing(given) ? ok([]) : problemList(given)),
};

function checked(check: (given: unknown) => Checked, given: unknown): unknown {
  const found = check(given);
  return found.ok ? found.value : undefined;
}

function optional(given: unknown, check: (given: unknown) => Checked): Checked {
  return isNothing(given) ? ok(undefined) : check(given);
}

function isNothing(given: unknown): given is undefined | null {
  return given === undefined || given === null;
}

function problemList(given: unknown): Checked {
  return Array.isArray(given) ? ok(problemsOf(given)) : err("something else than a list of problems");
}

function data<T extends Json>(given: unknown, form: string, is: (value: Json) => value is T): Result<T, string> {
  const kept = storable(given);
  if (!kept.ok) return err(notKept(kept.error));
  return is(kept.value) ? ok(kept.value) : err(`something else than ${form}`);
}

/** `what can't be kept: /0/before is NaN, which JSON does not know` */
export function notKept({ pointer, what }: { readonly pointer: string; readonly what: string }): string {
  const place = pointer.length > 60 ? `${pointer.slice(0, 60)}…` : pointer;
  return `what can't be kept: ${place === "" ? "it" : place} ${what}`;
}

function object(given: unknown): Result<JsonObject, string> {
  return data(given, "an object", isObject);
}

function texts(given: unknown): Checked {
  const isTexts = (value: Json): value is string[] =>
    Array.isArray(value) && value.every((member) => typeof member === "string");
  return data(given, "a list of texts", isTexts);
}

function identity(given: unknown): Checked {
  const isName = (value: Json): value is string | number => typeof value === "string" || typeof value === "number";
  const name = data(given, "a text", isName);
  return name.ok ? ok(String(name.value)) : name;
}

function isFields(value: Json): value is JsonObject[] {
  return Array.isArray(value) && value.every((field) => isObject(field) && typeof field.path === "string");
}

function isRemoval(value: Json): value is JsonObject {
  return isObject(value) && [value.count, value.of].every((one) => Number.isSafeInteger(one) && Number(one) >= 0);
}

function isAcceptables(value: Json): value is JsonObject[] {
  return (
    Array.isArray(value) &&
    value.every(
      (one) =>
        isObject(one) &&
        typeof one.path === "string" &&
        // To copy files takes a kind that opus ships.
        one.copy === undefined &&
        (one.why === undefined ? one.value !== undefined && one.path.startsWith("/") : typeof one.why === "string") &&
        (one.hint === undefined || typeof one.hint === "string"),
    )
  );
}

/** What `expand` gave. */
export function checkExpanded(given: unknown): Result<Expanded, Problem[]> {
  const wrong = (message: string): Result<never, Problem[]> =>
    err([{ code: "bad-processor", message: `\`expand\` gave ${message}`, pointer: "" }]);
  const answer = loose(given);
  if (answer?.ok === false && Array.isArray(answer.error)) return err(problemsOf(answer.error));
  const value = answer?.ok === true ? loose(answer.value) : undefined;
  if (!value) return wrong("neither {ok: true, value: {spec}} nor {ok: false, error: [problems]}");
  const spec = object(value.spec);
  if (!spec.ok) return wrong(`as \`spec\` ${spec.error}`);
  const origins = Object.entries(loose(value.origins) ?? {}).flatMap(([pointer, origin]) => {
    const { file, text } = loose(origin) ?? {};
    return typeof file === "string" && typeof text === "string" ? [[pointer, { file, text }] as const] : [];
  });
  return ok({ spec: spec.value, ...(origins.length > 0 ? { origins: Object.fromEntries(origins) } : {}) });
}

/** Problems that `parse` or `expand` gave. They may be texts about the whole spec. */
export function problemsOf(given: readonly unknown[]): Problem[] {
  return given.map((one) => {
    const problem = loose(one);
    if (!problem) return { code: "bad-spec", message: textOf(one), pointer: "" };
    const { code, message, pointer, offset, suggestion, atKey } = problem;
    return {
      code: codeOf(code),
      message: textOf(message),
      pointer: typeof pointer === "string" ? pointer : "",
      ...(typeof offset === "number" && Number.isSafeInteger(offset) && offset >= 0 ? { offset } : {}),
      ...(suggestion === undefined ? {} : { suggestion: textOf(suggestion) }),
      ...(atKey === true ? { atKey } : {}),
    };
  });
}

/** A module may have codes of its own, but none by which opus says how a run ended or what it did itself. */
function codeOf(code: unknown): DiagnosticCode {
  const own = typeof code === "string" && /^[a-z]+(?:-[a-z]+)*$/.test(code) && !reservedCodes.has(code);
  return own ? (code as DiagnosticCode) : "bad-spec";
}

const reservedCodes: ReadonlySet<string> = new Set([
  ...failureReasons,
  "bad-module",
  "bad-processor",
  "hook-failed",
  "kind-not-closed",
  "resource-needs-seal",
]);

/** An observation that has its members, with texts where texts belong. */
export function cleanObservation(observation: Observation): Observation {
  if (observation.state === "unobservable") return { state: "unobservable", why: textOf(observation.why) };
  if (observation.state !== "failed") return observation;
  const { message, hint, detail } = observation.error;
  const error: TaskError = {
    message: textOf(message),
    ...(typeof hint === "string" ? { hint: textOf(hint) } : {}),
    ...(typeof detail === "string" ? { detail: textOf(detail) } : {}),
  };
  return { state: "failed", error };
}

/** For people, whatever it is. */
function textOf(given: unknown): string {
  if (given === undefined) return "(nothing was said)";
  if (typeof given === "string") return given.toWellFormed();
  const text = typeof given === "object" && given !== null ? readThrown(given).message : undefined;
  return (text ?? (typeof given === "function" ? "(a function)" : String(given))).toWellFormed();
}

function loose(value: unknown): Loose | undefined {
  return isThing(value) ? value : undefined;
}

/** Has it members? */
export function isThing(value: unknown): value is Loose {
  return typeof value === "object" && value !== null;
}
