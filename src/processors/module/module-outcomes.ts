import { isObject, type JsonObject } from "../../engine/json/json.ts";
import { storableOutcome } from "../../engine/json/storable.ts";
import type { Observation } from "../../engine/model/observation.ts";
import type { Outcome, Output } from "../../engine/model/outcome.ts";
import { outputNameLength } from "../../engine/model/size-limits.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { nearest } from "../../engine/references/references.ts";
import { refusedName, tooLongName } from "../shell/output-file.ts";
import { cleanObservation, isThing, type Loose } from "./module-answers.ts";

/** The members of an observation, by its state. */
const observationMembers: { readonly [state: string]: readonly string[] } = {
  present: ["state", "facts", "outputs", "resource"],
  absent: ["state", "why"],
  unobservable: ["state", "why"],
  failed: ["state", "error"],
};

/** Outputs that state could keep; none where they are no outputs. */
export function keepable(outputs: unknown): readonly Output[] {
  return areOutputs(outputs) ? storableOutcome({ outputs }).outcome.outputs : [];
}

/**
 * What `observe` gave, with its members checked.
 * @param name of the kind, for messages
 * @throws TaskFailure
 */
export function checkObservation(name: string, observation: unknown): Observation {
  const found = isThing(observation) ? observation : {};
  if (found.state === "present") refuseNames(name, "observe", found.outputs);
  const whole =
    (found.state === "absent" && isText(found.why)) ||
    (found.state === "present" && isObject(found.facts) && areOutputs(found.outputs ?? []) && isText(found.resource)) ||
    (found.state === "unobservable" && typeof found.why === "string") ||
    (found.state === "failed" && isThing(found.error) && typeof found.error.message === "string");
  if (whole) {
    refuseUnknown(name, "observe", found, observationMembers[String(found.state)] ?? []);
    refuseUnknownOutputs(name, "observe", found.outputs);
    return cleanObservation(observation as Observation);
  }
  throw new TaskFailure(`${name}: \`observe\` gave no observation`, {
    hint: 'It returns {state: "present", facts: {…}, outputs: […]} (`outputs` may be left out), {state: "absent"}, {state: "unobservable", why: "…"} or {state: "failed", error: {message: "…"}}.',
  });
}

/**
 * What `create`, `update`, `undo.rollback` or `io.made` gave, with its members checked; nothing is an outcome without outputs.
 * @throws TaskFailure
 */
export function checkOutcome(name: string, method: string, outcome: unknown): Outcome {
  if (outcome === undefined || outcome === null) return { outputs: [] };
  if (isThing(outcome)) {
    const { outputs = [], observed, warnings, resource } = outcome;
    refuseNames(name, method, outputs);
    const whole =
      areOutputs(outputs) &&
      (observed === undefined || isObject(observed as JsonObject)) &&
      (warnings === undefined ||
        (Array.isArray(warnings) && warnings.every((warning) => typeof warning === "string"))) &&
      isText(resource);
    if (whole) {
      refuseUnknown(name, method, outcome, ["outputs", "observed", "warnings", "resource"]);
      refuseUnknownOutputs(name, method, outputs);
      return { ...outcome, outputs } as unknown as Outcome;
    }
  }
  throw new TaskFailure(`${name}: \`${method}\` gave no outcome`, {
    hint: 'It returns {outputs: [{name: "KEY", value: …}], observed: {…}}, either may be left out.',
  });
}

function refuseNames(name: string, method: string, outputs: unknown): void {
  const names = Array.isArray(outputs) ? outputs.map((output) => (isThing(output) ? output.name : undefined)) : [];
  if (names.includes(refusedName)) {
    throw new TaskFailure(`${name}: \`${method}\` gave an output with the name "${refusedName}"`, {
      hint: "Choose another name: no output can have this one.",
    });
  }
  if (names.some((one) => typeof one === "string" && one.length > outputNameLength)) {
    throw new TaskFailure(`${name}: \`${method}\` gave an output whose name ${tooLongName}`, {
      hint: "Choose a shorter name, and put what it says into the value.",
    });
  }
}

function areOutputs(outputs: unknown): outputs is readonly Output[] {
  return Array.isArray(outputs) && outputs.every((output) => isThing(output) && isOutputName(output.name));
}

/** A text that can be kept to the byte, or nothing. */
function isText(value: unknown): boolean {
  return value === undefined || (typeof value === "string" && value.isWellFormed());
}

/**
 * What is not known would be lost in silence.
 * @param where in what it gave, for messages; with a blank behind it
 * @throws TaskFailure
 */
export function refuseUnknown(name: string, method: string, given: Loose, known: readonly string[], where = ""): void {
  const unknown = Object.keys(given).find((member) => given[member] !== undefined && !known.includes(member));
  if (unknown === undefined) return;
  const near = nearest(unknown, known);
  throw new TaskFailure(`${name}: \`${method}\` gave ${where}an unknown member "${unknown}"`, {
    hint: near ? `Did you mean "${near}"?` : `Known are ${known.join(", ")}.`,
  });
}

function refuseUnknownOutputs(name: string, method: string, outputs: unknown): void {
  for (const output of (outputs as readonly Loose[] | undefined) ?? []) {
    refuseUnknown(name, method, output, ["name", "value", "sensitive", "command", "context"]);
    const { sensitive, command, context } = output;
    const wrong =
      (sensitive !== undefined && typeof sensitive !== "boolean") ||
      [command, context].some(
        (binding) => binding !== undefined && !(typeof binding === "string" && binding.isWellFormed()),
      );
    if (!wrong) continue;
    throw new TaskFailure(`${name}: \`${method}\` gave the output ${String(output.name)} with a wrong binding`, {
      hint: "`sensitive` is true or false; `command` and `context` are names.",
    });
  }
}

function isOutputName(name: unknown): boolean {
  return typeof name === "string" && name.length <= outputNameLength && /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name);
}
