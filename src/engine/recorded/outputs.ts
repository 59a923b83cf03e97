import type { Json, JsonObject } from "../json/json.ts";
import type { Output } from "../model/outcome.ts";
import type { TaskState } from "../model/state-body.ts";
import type { Desired } from "../plan/desired.ts";
import type { TaskProcessor } from "../ports/processor.ts";
import type { Redactor } from "../ports/redactor.ts";
import type { RunScope } from "../prepare/scope.ts";
import type { Found } from "../references/found.ts";
import { nearest } from "../references/references.ts";

/** What state keeps of outputs. */
export type StoredOutputs = Pick<TaskState, "outputs" | "sensitiveOutputs">;

/** The key under which state keeps an output: its name, or `command:context:NAME` when it is bound. */
export function outputKey({ name, command, context }: Pick<Output, "name" | "command" | "context">): string {
  return command === undefined && context === undefined ? name : `${command ?? ""}:${context ?? ""}:${name}`;
}

/** Keys under which an output may be found in a run, the most specific first. */
function candidates(key: string, { command, context }: Pick<RunScope, "command" | "context">): readonly string[] {
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

/**
 * True when an output of a running task is sensitive: unsealed state does not keep it, so the next run can't know it.
 * @param predicted what its kind predicts of it; undefined: nothing is known
 */
export function isLost(
  { processor, desired }: { readonly processor: TaskProcessor | undefined; readonly desired: Desired | undefined },
  key: string,
  predicted: readonly Output[] | undefined,
): boolean {
  // What its kind predicts is made again, and so is what it may predict once the spec is whole.
  if (predicted?.some(({ name }) => name === key) || (!predicted && processor?.known?.predict)) return false;
  if (processor?.known?.sensitiveOutputs?.includes(key)) return true;
  const named = processor?.module === undefined ? desired?.stored.sensitiveOutputs : undefined;
  return Array.isArray(named) && named.includes(key);
}

/** Said before anything runs of a reference that only the first run could fill in. */
export function lostOutput(task: string, key: string): Found {
  return {
    type: "missing",
    code: "sensitive-output",
    message: `output ${key} of task "${task}" is sensitive, and unsealed state does not keep it: what "${task}" gives in this run could not be filled in by the next plan, nor when this task is deleted`,
    suggestion:
      "Seal the state with `encryption-key`: then it is kept. Or use the secret itself that the value comes from, as `${SECRET:name}`.",
    final: true,
  };
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
export function storedOutputs(outputs: readonly Output[], sealed: boolean): StoredOutputs {
  const stored: { [key: string]: Json } = {};
  const sensitiveOutputs: string[] = [];
  for (const output of outputs) {
    const key = outputKey(output);
    if (output.sensitive) sensitiveOutputs.push(key);
    if (!output.sensitive || sealed) stored[key] = output.value;
  }
  return { outputs: stored, ...(sensitiveOutputs.length > 0 ? { sensitiveOutputs } : {}) };
}

/**
 * Recorded outputs with those that were given now: a change keeps what it does not give again.
 * @returns as state keeps them
 */
export function keptOutputs(before: StoredOutputs, given: StoredOutputs): StoredOutputs {
  const sensitive = new Set(given.sensitiveOutputs);
  for (const key of before.sensitiveOutputs ?? []) if (!Object.hasOwn(given.outputs, key)) sensitive.add(key);
  // A value that was not sensitive must not outlive that it is now.
  const kept = Object.entries(before.outputs).filter(([key]) => !given.sensitiveOutputs?.includes(key));
  return {
    outputs: { ...Object.fromEntries(kept), ...given.outputs },
    ...(sensitive.size > 0 ? { sensitiveOutputs: [...sensitive] } : {}),
  };
}

/** Recorded outputs that `given` does not replace, as far as their values are known. */
export function outputsKept({ outputs, sensitiveOutputs }: StoredOutputs, given: readonly Output[]): Output[] {
  const keys = new Set(given.map(outputKey));
  return Object.entries(outputs)
    .filter(([key]) => !keys.has(key))
    .map(([key, value]) => {
      const output = { ...splitKey(key), value };
      return sensitiveOutputs?.includes(key) ? { ...output, sensitive: true } : output;
    });
}

/** The name and the binding that a key stands for. */
function splitKey(key: string): Pick<Output, "name" | "command" | "context"> {
  const name = key.slice(key.lastIndexOf(":") + 1);
  if (name === key) return { name };
  const [command, context] = key.split(":");
  return { name, ...(command ? { command } : {}), ...(context ? { context } : {}) };
}

/** Recorded outputs as this run sees them, by name: of bound ones the most specific that fits. */
export function outputsOfRun(outputs: JsonObject, run: Pick<RunScope, "command" | "context">): JsonObject {
  const names = new Set(Object.keys(outputs).map((key) => splitKey(key).name));
  const seen: { [name: string]: Json } = {};
  for (const name of names) {
    const key = candidates(name, run).find((candidate) => Object.hasOwn(outputs, candidate));
    if (key !== undefined) seen[name] = outputs[key] as Json;
  }
  return seen;
}

/** Recorded outputs as they may be shown: of the sensitive ones only the names. */
export function shownOutputs(entry: StoredOutputs | undefined): {
  readonly outputs: JsonObject;
  readonly sensitiveOutputs?: readonly string[];
} {
  const { outputs, sensitiveOutputs } = entry ?? { outputs: {} };
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

/** Outputs as a task gave them: one that holds a secret is sensitive, whatever its task says. */
export function withSensitivity(outputs: readonly Output[], redactor: Pick<Redactor, "contains">): readonly Output[] {
  return outputs.map((output) => {
    const { sensitive, value } = output;
    const holds = !sensitive && redactor.contains(typeof value === "string" ? value : JSON.stringify(value));
    return holds ? { ...output, sensitive: true } : output;
  });
}

/** A sensitive output whose value is at hand. */
export interface SensitiveOutput {
  readonly task: string;
  /** As `outputKey` has it. */
  readonly key: string;
  readonly value: Json;
  /** It is a secret itself; otherwise it holds one, as the output of a whole script may. */
  readonly declared: boolean;
}

/**
 * Is a sensitive output one that was called so? Kinds of modules call all of theirs so; of the built-in ones specs do,
 * and the rest turned out to hold a secret.
 */
export function declaresSensitive(
  { module, spec }: { readonly module?: string | undefined; readonly spec: JsonObject },
  key: string,
): boolean {
  const { sensitiveOutputs } = spec;
  return (
    module !== undefined ||
    (Array.isArray(sensitiveOutputs) && sensitiveOutputs.includes(key.slice(key.lastIndexOf(":") + 1)))
  );
}

/** The sensitive outputs of entries, as far as state has their values. */
export function recordedSecrets(entries: Iterable<readonly [task: string, TaskState]>): SensitiveOutput[] {
  return [...entries].flatMap(([task, entry]) => {
    const kept = (entry.sensitiveOutputs ?? []).filter((key) => Object.hasOwn(entry.outputs, key));
    return kept.map((key) => {
      return { task, key, value: entry.outputs[key] as Json, declared: declaresSensitive(entry, key) };
    });
  });
}

/**
 * Makes secrets of sensitive outputs: all texts of those that are declared, also where they hold a secret that is known
 * already, for the rest of them is as secret. Of an output that merely holds a secret, the texts of one line in which it
 * stands; what has several lines is not secret in all of them, and what is known is hidden in it anyway. Where nothing is
 * known any more, because the secret was rotated, nobody can tell which line held it.
 * @param conceal takes a text, and what it is for people
 */
export function concealOutputs(
  outputs: readonly SensitiveOutput[],
  redactor: Pick<Redactor, "contains">,
  conceal: (text: string, what: string) => void,
): void {
  const take = ({ task, key }: SensitiveOutput, texts: readonly string[]): void => {
    for (const text of texts) conceal(text, `output ${key} of task "${task}"`);
  };
  for (const output of outputs) if (output.declared) take(output, secretTexts(output.value));
  // Decided of all before any of them is known: one is no reason for another one.
  const holding = outputs
    .filter(({ declared }) => !declared)
    .map((output) => {
      const texts = secretTexts(output.value);
      const known = texts.filter((text) => redactor.contains(text));
      return { output, texts: known.length > 0 ? known.filter(oneLine) : texts };
    });
  for (const { output, texts } of holding) take(output, texts);
}

function oneLine(text: string): boolean {
  return !/[\r\n]/.test(text.trim());
}
