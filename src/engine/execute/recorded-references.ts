import type { Json, JsonObject } from "../json/json.ts";
import type { Output } from "../model/outcome.ts";
import type { TaskState } from "../model/state-body.ts";
import type { Task } from "../model/task.ts";
import { isOf, type Vouching } from "../plan/guards/vouching.ts";
import type { TaskProcessor } from "../ports/processor.ts";
import type { RecordedSpec, References } from "../ports/references.ts";
import type { Toolbox } from "../ports/toolbox.ts";
import type { RunScope } from "../prepare/scope.ts";
import { type Entries, recordedOrder } from "../recorded/entries.ts";
import { declaresSensitive, findGiven, findRecorded, outputKey, type SensitiveOutput } from "../recorded/outputs.ts";
import { recordedProcessorOf } from "../recorded/recorded.ts";
import { fillStored, type StoredSources } from "../references/fill-stored-spec.ts";
import type { Found, MissingSecrets } from "../references/found.ts";
import { missingSecret, type ReferenceEnvironment } from "../references/lookup.ts";
import { missingOf, type Resolved } from "../references/resolve.ts";
import { unseen } from "../references/unseen.ts";
import { taskError } from "./calls/retry-call.ts";

/** Where references of recorded specs find what they stand for. */
export interface RecordedSources {
  readonly environment: ReferenceEnvironment;
  readonly vouching: Vouching;
  readonly run: RunScope;
  /** Finds `${VALUE:…}`, `${ENV:…}` and the like that a recorded spec was left with because they held a secret. */
  readonly findOutside: StoredSources["findOutside"];
  /** Every task of the manifest, in scope or not. */
  readonly manifest: ReadonlyMap<string, Task>;
  readonly toolbox: Pick<Toolbox, "processors" | "io" | "signal">;
}

/** The outputs of a recorded spec, or why they can't be made again. */
type Made = { readonly outputs: readonly Output[] } | { readonly why: string } | { readonly missing: MissingSecrets };

/**
 * Resolves the references of recorded specs. Plain state does not keep sensitive outputs: those of kinds that predict are
 * made again from the recorded spec, with the secrets of now filled in.
 */
export class RecordedReferences implements References {
  readonly environment: ReferenceEnvironment;
  readonly vouching: Vouching;
  readonly #sources: RecordedSources;
  /** By entry: a task that was changed has another one. */
  readonly #made = new WeakMap<TaskState, Made>();
  readonly #open = new Set<string>();
  #primed: Entries | undefined;

  constructor(sources: RecordedSources) {
    this.#sources = sources;
    this.environment = sources.environment;
    this.vouching = sources.vouching;
  }

  fill({ task, spec, secrets = {} }: RecordedSpec, entries: Entries, partly = false): Resolved<JsonObject> {
    const { environment, findOutside } = this.#sources;
    const recorded = (name: string, key: string): Found => this.output(name, key, entries);
    const sources = { referenceEnvironment: environment, entries, recorded, findOutside };
    return fillStored(spec, secrets, task, sources, partly);
  }

  output(task: string, key: string, entries: Entries): Found {
    const { run, environment } = this.#sources;
    const entry = entries.get(task);
    const found = findRecorded(task, entry, key, run);
    if (found.type !== "missing" || found.code !== "sensitive-output" || !entry) return found;
    const processor = this.#predicting(task, entry);
    // The fallback is for what never was: what had a value does not become another one unseen.
    if (!processor) return { ...found, final: true };
    // Nothing is filled in where secrets are hidden, and whoever asks hides this one, too.
    if (!environment.trusted || environment.secretsUnread) return { type: "sensitive", value: unseen };
    this.#prime(entries);
    const made = this.#make(task, entry, processor, entries);
    if ("missing" in made) return { type: "sensitive", value: missingSecret(`${task}:${key}`), missing: made.missing };
    const output = "outputs" in made ? findGiven(made.outputs, key, run) : undefined;
    if (output) return { type: "sensitive", value: output.value };
    const why = "why" in made ? made.why : `its kind does not give it for what is recorded`;
    const message = `output ${key} of task "${task}" is sensitive and not kept in unsealed state, and it can't be made again: ${why}`;
    return { ...found, message, final: true };
  }

  secrets(entries: Entries): readonly SensitiveOutput[] {
    const { trusted, secretsUnread } = this.environment;
    if (!trusted || secretsUnread) return [];
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
    const { toolbox, environment, manifest } = this.#sources;
    const processor = recordedProcessorOf(entry, toolbox.processors);
    if (!processor?.known?.predict) return undefined;
    const vouched = !environment.doubted || processor.module === undefined || isOf(manifest.get(name), processor);
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
    const { io, signal } = this.#sources.toolbox;
    try {
      const spec = processor.upgrade?.(entry.spec, entry.apiVersion) ?? entry.spec;
      const filled = this.fill({ task, spec, secrets: entry.secrets }, entries);
      const [problem] = filled.problems;
      if (problem) return { why: problem.message };
      const missing = missingOf(filled);
      if (missing.length > 0) return { missing };
      return { outputs: processor.known?.predict?.(filled.value, io(task, { signal })) ?? [] };
    } catch (error) {
      return { why: taskError(error).message };
    }
  }
}

/** Sensitive outputs that are not kept. */
function lost({ sensitiveOutputs, outputs }: TaskState): readonly string[] {
  return (sensitiveOutputs ?? []).filter((key) => !Object.hasOwn(outputs, key));
}
