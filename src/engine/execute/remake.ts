import type { Json } from "../json/json.ts";
import type { Output } from "../model/outcome.ts";
import type { TaskState } from "../model/state-body.ts";
import type { Task } from "../model/task.ts";
import type { IoFactory } from "../plan/observe.ts";
import { isOf } from "../plan/vouching.ts";
import type { Processors, TaskProcessor } from "../ports/processor.ts";
import type { RunScope } from "../prepare/scope.ts";
import { type Entries, recordedOrder } from "../recorded/entries.ts";
import { declaresSensitive, findGiven, findRecorded, outputKey, type SensitiveOutput } from "../recorded/outputs.ts";
import { recordedProcessorOf } from "../recorded/recorded.ts";
import { fillStored, type StoredSources } from "../references/fill-stored-spec.ts";
import type { ReferenceEnvironment } from "../references/lookup.ts";
import type { Found } from "../references/variables.ts";
import { taskError } from "./attempt.ts";

/** What making outputs again takes. */
export interface RemakeSources {
  readonly referenceEnvironment: ReferenceEnvironment;
  readonly run: RunScope;
  readonly findOutside: StoredSources["findOutside"];
  readonly processors: Processors;
  /** Every task of the manifest. */
  readonly manifest: ReadonlyMap<string, Task>;
  readonly io: IoFactory;
  readonly signal: AbortSignal;
}

/** The outputs of a recorded spec, or why they can't be made again. */
type Made = { readonly outputs: readonly Output[] } | { readonly why: string };

/**
 * Finds recorded outputs. Plain state does not keep sensitive ones: those of kinds that predict are made again from the
 * recorded spec, with the secrets of now filled in.
 */
export class Remaker {
  readonly #sources: RemakeSources;
  /** By entry: a task that was changed has another one. */
  readonly #made = new WeakMap<TaskState, Made>();
  readonly #open = new Set<string>();
  #primed: Entries | undefined;

  constructor(sources: RemakeSources) {
    this.#sources = sources;
  }

  /** What `${VAR:task:key}` stands for when the task does not give it in this run. */
  recorded(task: string, key: string, entries: Entries): Found {
    const { run, referenceEnvironment } = this.#sources;
    const entry = entries.get(task);
    const found = findRecorded(task, entry, key, run);
    if (found.type !== "missing" || found.code !== "sensitive-output" || !entry) return found;
    const processor = this.#predicting(task, entry);
    // The fallback is for what never was: what had a value does not become another one unseen.
    if (!processor) return { ...found, final: true };
    // Nothing is filled in where secrets are hidden, and whoever asks hides this one, too.
    if (!referenceEnvironment.trusted) return { type: "sensitive", value: null };
    this.#prime(entries);
    const made = this.#make(task, entry, processor, entries);
    const output = "outputs" in made ? findGiven(made.outputs, key, run) : undefined;
    if (output) return { type: "sensitive", value: output.value };
    const why = "why" in made ? made.why : `its kind does not give it for what is recorded`;
    const message = `output ${key} of task "${task}" is sensitive and not kept in unsealed state, and it can't be made again: ${why}`;
    return { ...found, message, final: true };
  }

  /** All sensitive outputs that can be made again, so that they are hidden. */
  secrets(entries: Entries): readonly SensitiveOutput[] {
    if (!this.#sources.referenceEnvironment.trusted) return [];
    return [...entries].flatMap(([task, entry]) =>
      lost(entry).flatMap((key) => {
        const processor = this.#predicting(task, entry);
        if (!processor) return [];
        this.#prime(entries);
        const made = this.#make(task, entry, processor, entries);
        const output = "outputs" in made ? made.outputs.find((one) => outputKey(one) === key) : undefined;
        return output ? [{ task, key, value: output.value as Json, declared: declaresSensitive(entry, key) }] : [];
      }),
    );
  }

  /** Code of a module gets nothing of what only state in doubt tells: secrets would be filled in. */
  #predicting(name: string, entry: TaskState): TaskProcessor | undefined {
    const { processors, referenceEnvironment, manifest } = this.#sources;
    const processor = recordedProcessorOf(entry, processors);
    if (!processor?.predict) return undefined;
    const vouched =
      !referenceEnvironment.doubted || processor.module === undefined || isOf(manifest.get(name), processor);
    return vouched ? processor : undefined;
  }

  /** What others rest on first, so that a long chain of tasks is no deep recursion. */
  #prime(entries: Entries): void {
    if (this.#primed === entries) return;
    this.#primed = entries;
    if ([...entries.values()].filter((entry) => lost(entry).length > 0).length < 2) return;
    for (const name of recordedOrder(entries).names) {
      const entry = entries.get(name);
      const processor = entry && lost(entry).length > 0 ? this.#predicting(name, entry) : undefined;
      if (entry && processor) this.#make(name, entry, processor, entries);
    }
  }

  #make(task: string, entry: TaskState, processor: TaskProcessor, entries: Entries): Made {
    const known = this.#made.get(entry);
    if (known) return known;
    if (this.#open.has(task)) return { why: "it rests on itself" };
    this.#open.add(task);
    const made = this.#predict(task, entry, processor, entries);
    this.#open.delete(task);
    this.#made.set(entry, made);
    return made;
  }

  #predict(task: string, entry: TaskState, processor: TaskProcessor, entries: Entries): Made {
    const { referenceEnvironment, findOutside, io, signal } = this.#sources;
    try {
      const spec = processor.upgrade?.(entry.spec, entry.apiVersion) ?? entry.spec;
      const recorded = (name: string, key: string): Found => this.recorded(name, key, entries);
      const filled = fillStored(spec, entry.secrets ?? {}, task, {
        referenceEnvironment,
        entries,
        recorded,
        findOutside,
      });
      const [problem] = filled.problems;
      if (problem) return { why: problem.message };
      return { outputs: processor.predict?.(filled.value, io(task, signal)) ?? [] };
    } catch (error) {
      return { why: taskError(error).message };
    }
  }
}

/** Sensitive outputs that are not kept. */
function lost({ sensitiveOutputs, outputs }: TaskState): readonly string[] {
  return (sensitiveOutputs ?? []).filter((key) => !Object.hasOwn(outputs, key));
}
