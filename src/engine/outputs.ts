import type { Json, JsonObject } from "./json.ts";
import type { Output, TaskState } from "./model.ts";
import { nearest } from "./references.ts";
import type { RunScope } from "./scope.ts";
import type { Found } from "./variables.ts";

/** The key under which state keeps an output: its name, or `command:context:NAME` when it is bound. */
export function outputKey({ name, command, context }: Pick<Output, "name" | "command" | "context">): string {
  return command === undefined && context === undefined ? name : `${command ?? ""}:${context ?? ""}:${name}`;
}

/** Keys under which an output may be found in a run, the most specific first. */
function candidates(key: string, { command, context }: RunScope): readonly string[] {
  return [`${command}:${context}:${key}`, `${command}::${key}`, `:${context}:${key}`, key];
}

/** Looks an output up among those that a task has just given. */
export function findGiven(outputs: readonly Output[], key: string, run: RunScope): Output | undefined {
  const byKey = new Map(outputs.map((output) => [outputKey(output), output]));
  for (const candidate of candidates(key, run)) if (byKey.has(candidate)) return byKey.get(candidate);
  return undefined;
}

/** Looks an output up in state. */
export function findRecorded(task: string, entry: TaskState | undefined, key: string, run: RunScope): Found {
  if (!entry) {
    return {
      type: "missing",
      code: "unknown-output",
      message: `task "${task}" has not been applied in the context "${run.context}", so it has no output ${key}`,
      suggestion: `Apply "${task}" first, or give a default: \`\${VAR:${task}:${key}:-…}\`.`,
    };
  }
  for (const candidate of candidates(key, run)) {
    const sensitive = entry.sensitiveOutputs?.includes(candidate) ?? false;
    if (Object.hasOwn(entry.outputs, candidate))
      return { type: sensitive ? "sensitive" : "value", value: entry.outputs[candidate] as Json };
    if (sensitive) {
      return {
        type: "missing",
        code: "sensitive-output",
        message: `output ${key} of task "${task}" is sensitive and not kept in unsealed state, and "${task}" does not run this time`,
        suggestion: `Take the value from a secret; or seal the state with \`encryption-key\`: then it is kept from the next create or update of "${task}" on.`,
      };
    }
  }
  return unknownOutput(task, key, [...Object.keys(entry.outputs), ...(entry.sensitiveOutputs ?? [])]);
}

/** No such output, with the nearest that there is. */
export function unknownOutput(task: string, key: string, known: readonly string[]): Found {
  const near = nearest(key, known);
  return {
    type: "missing",
    code: "unknown-output",
    message: `task "${task}" has no output ${key}`,
    suggestion: near
      ? `Did you mean ${near}?`
      : known.length > 0
        ? `It has ${known.join(", ")}.`
        : "It has no outputs at all.",
  };
}

/**
 * Outputs as state keeps them, with the names of the sensitive ones.
 * @param sealed only then the values of sensitive outputs are among them
 */
export function storedOutputs(
  outputs: readonly Output[],
  sealed: boolean,
): Pick<TaskState, "outputs" | "sensitiveOutputs"> {
  const stored: { [key: string]: Json } = {};
  const sensitiveOutputs: string[] = [];
  for (const output of outputs) {
    const key = outputKey(output);
    if (output.sensitive) sensitiveOutputs.push(key);
    if (!output.sensitive || sealed) stored[key] = output.value;
  }
  return { outputs: stored, ...(sensitiveOutputs.length > 0 ? { sensitiveOutputs } : {}) };
}

/** Recorded outputs as they may be shown: of the sensitive ones only the names. */
export function shownOutputs(entry: TaskState | undefined): {
  readonly outputs: JsonObject;
  readonly sensitiveOutputs?: readonly string[];
} {
  const { outputs = {}, sensitiveOutputs } = entry ?? {};
  if (!sensitiveOutputs) return { outputs };
  const shown = Object.entries(outputs).filter(([key]) => !sensitiveOutputs.includes(key));
  return { outputs: Object.fromEntries(shown), sensitiveOutputs };
}

/** A sensitive value that is shorter can't be told from other text. */
const shortestSecret = 4;

/** The texts by which a sensitive value would be recognised: of a list or an object, those of its members. */
export function secretTexts(value: Json): string[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap((member) => secretTexts(member));
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return text.length >= shortestSecret ? [text] : [];
}

/** The sensitive outputs of entries, those with the shortest texts first. */
export function recordedSecrets(
  entries: Iterable<readonly [task: string, TaskState]>,
): { readonly task: string; readonly key: string; readonly text: string }[] {
  const found: { readonly task: string; readonly key: string; readonly text: string }[] = [];
  for (const [task, { outputs, sensitiveOutputs = [] }] of entries) {
    for (const key of sensitiveOutputs)
      for (const text of Object.hasOwn(outputs, key) ? secretTexts(outputs[key] as Json) : [])
        found.push({ task, key, text });
  }
  return found.sort((left, right) => left.text.length - right.text.length);
}
