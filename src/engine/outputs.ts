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
    if (Object.hasOwn(entry.outputs, candidate)) return { type: "value", value: entry.outputs[candidate] as Json };
    if (entry.sensitiveOutputs?.includes(candidate)) {
      return {
        type: "missing",
        code: "sensitive-output",
        message: `output ${key} of task "${task}" is sensitive and not kept in unsealed state, and "${task}" does not run this time`,
        suggestion: "Take the value from a secret, or seal the state with `encryption-key`.",
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

/** Outputs as state keeps them: without the sensitive ones, whose names are kept apart. */
export function storedOutputs(outputs: readonly Output[]): {
  readonly outputs: JsonObject;
  readonly sensitive: readonly string[];
} {
  const stored: { [key: string]: Json } = {};
  const sensitive: string[] = [];
  for (const output of outputs) {
    if (output.sensitive) sensitive.push(outputKey(output));
    else stored[outputKey(output)] = output.value;
  }
  return { outputs: stored, sensitive };
}
