import type { Problem } from "../diagnostics/diagnostic.ts";
import type { JsonObject } from "../json/json.ts";
import { withoutPointers } from "../json/json-diff.ts";
import type { Observation } from "../model/observation.ts";
import type { Output } from "../model/outcome.ts";
import type { Intent, TaskState, UndoEntry } from "../model/state-body.ts";
import { differences } from "../plan/decide/live-fields.ts";
import { type AskedTask, planByKind } from "../plan/look/ask-kind.ts";
import { look } from "../plan/look/observe.ts";
import type { PresentResource } from "../plan/planned-task.ts";
import type { TaskProcessor } from "../ports/processor.ts";
import type { RecordedSpec, References } from "../ports/references.ts";
import { TaskFailure } from "../ports/task-failure.ts";
import type { Toolbox } from "../ports/toolbox.ts";
import type { Entries } from "../recorded/entries.ts";
import { keptOutputs, type StoredOutputs, storedOutputs, withSensitivity } from "../recorded/outputs.ts";
import type { Resolved } from "../references/resolve.ts";
import type { Prompt } from "./calls/at-once.ts";
import { type KnownTask, withMade } from "./calls/made-so-far.ts";

/** What became of an intent of a run that did not end. */
export interface Settlement {
  readonly task: string;
  /** `drop`: as recorded before. `keep`: nothing could be found out; it stays pending. */
  readonly resolution: "drop" | "keep" | { readonly entry: TaskState | null; readonly undo: UndoEntry | null };
  /** For the log: what was found. */
  readonly note: string;
}

export interface SettleRequest {
  readonly pending: readonly Intent[];
  readonly entries: Entries;
  readonly references: References;
  readonly toolbox: Toolbox;
}

/** Looks at every resource that an earlier run was about to change when it ended, and says what state should hold. */
export async function settlePending(request: SettleRequest): Promise<readonly Settlement[]> {
  const settlements: Settlement[] = [];
  for (const intent of request.pending)
    settlements.push(
      await settle(intent, request).catch((error: unknown) => {
        if (!(error instanceof TaskFailure)) throw error;
        return { task: intent.task, resolution: "keep", note: `it could not be looked at: ${error.message}` };
      }),
    );
  return settlements;
}

function settle(intent: Intent, request: SettleRequest): Promise<Settlement> {
  return new Settling(intent, request).run();
}

/** Finds out what became of one intent. */
class Settling {
  readonly #intent: Intent;
  readonly #request: SettleRequest;
  readonly #entry: TaskState | undefined;

  constructor(intent: Intent, request: SettleRequest) {
    this.#intent = intent;
    this.#request = request;
    this.#entry = request.entries.get(intent.task);
  }

  async run(): Promise<Settlement> {
    const { references, toolbox } = this.#request;
    const intent = this.#intent;
    const entry = this.#entry;
    if (!references.environment.trusted) return this.#keep("not looked at in an untrusted run");
    const processor = toolbox.processors.get(intent.apiVersion, intent.kind);
    if (!processor) return this.#keep(`no processor knows ${intent.apiVersion} ${intent.kind}`);
    if (this.#isUnvouched()) return this.#keep(`not looked at: ${references.vouching.unseen.why}`);
    const wanted = fill(intent, this.#request);
    if ("problem" in wanted) return this.#unfilled(wanted.problem);
    const old = entry && fill({ task: intent.task, spec: entry.spec, secrets: entry.secrets }, this.#request);
    const before = old && !("problem" in old) ? old.value : undefined;
    const spec = (intent.change === "delete" && before) || wanted.value;
    const observation = await this.#look(processor, spec, known(intent, entry));
    if (observation.state === "failed") return this.#keep(`it could not be looked at: ${observation.error.message}`);
    if (observation.state === "unobservable" || (observation.state === "absent" && observation.partly))
      return this.#unseen(processor, wanted);
    if (observation.state === "absent") return this.#gone(before);
    return this.#present(processor, wanted, before, observation);
  }

  #keep(note: string): Settlement {
    return { task: this.#intent.task, resolution: "keep", note };
  }

  #drop(note: string): Settlement {
    return { task: this.#intent.task, resolution: "drop", note };
  }

  #to(entry: TaskState | null, note: string): Settlement {
    const { task, change } = this.#intent;
    return { task, resolution: { entry, undo: { task, change, before: this.#entry ?? null } }, note };
  }

  #unclear(note: string): Settlement {
    return this.#to(interrupted(this.#intent, this.#entry, this.#request), note);
  }

  /** Would state that may be anybody's say what runs to look at it? */
  #isUnvouched(): boolean {
    const { references, toolbox } = this.#request;
    const specs = [this.#intent, ...(this.#entry ? [this.#entry] : [])];
    return specs.some(({ apiVersion, kind, spec }) => {
      const by = toolbox.processors.get(apiVersion, kind);
      return by !== undefined && references.vouching.unvouched(this.#intent.task, by, spec).has("read");
    });
  }

  #unfilled({ code, message }: Problem): Settlement {
    const { change } = this.#intent;
    // It waited for the output of a task that never ended, so it had not begun.
    if (code === "unknown-output") return this.#drop(`its ${change} had not begun`);
    if (code === "sensitive-output")
      return this.#unclear(`nothing can tell whether its ${change} took effect: ${message}`);
    return this.#keep(`it could not be looked at: ${message}`);
  }

  get #asked(): AskedTask {
    const { task: name, lifecycle } = this.#intent;
    return { name, retries: { limit: 0, delayMs: 0 }, timeoutMs: undefined, lifecycle, entry: this.#entry };
  }

  #look(by: TaskProcessor, spec: JsonObject, recorded: KnownTask | undefined): Prompt<Observation> {
    return look(by, spec, recorded, this.#asked, this.#request.toolbox);
  }

  /** Nobody can tell what is there. */
  #unseen(processor: TaskProcessor, wanted: Filled): Settlement {
    const { change, made } = this.#intent;
    if (!made || !makes(change, this.#entry))
      return this.#unclear(`nothing can tell whether its ${change} took effect`);
    // What can be deleted or changed can be made whole by the next run; the rest would be made once more.
    const { replaces, deletes } = processor.compare ?? {};
    if (!replaces?.(wanted.value) || (deletes?.(wanted.value) ?? true)) return this.#half(wanted);
    const left: TaskState = {
      ...halfMade(this.#intent, wanted, this.#request),
      status: "interrupted",
      interrupted: change,
    };
    return this.#to(left, `its ${change} had begun to make it, and did not end`);
  }

  /** It was in the middle of being made when its run ended. */
  #half(wanted: Filled): Settlement {
    const note = `its ${this.#intent.change} had begun to make it, and did not end; it is tainted`;
    return this.#to(halfMade(this.#intent, wanted, this.#request), note);
  }

  #tainted(): Settlement {
    const { change, made } = this.#intent;
    const entry: TaskState = { ...withMade(this.#entry as TaskState, made), status: "tainted" };
    return this.#to(entry, `its ${change} had not taken effect as a whole; it is tainted`);
  }

  async #gone(before: JsonObject | undefined): Promise<Settlement> {
    const { change } = this.#intent;
    const entry = this.#entry;
    const isDeleting = change === "delete";
    const oldProcessor = entry && this.#request.toolbox.processors.get(entry.apiVersion, entry.kind);
    if (!isDeleting && oldProcessor && before) {
      // It was to move: then the old one may still be where it was.
      const there = await this.#look(oldProcessor, before, entry);
      if (there.state === "failed") return this.#keep(`it could not be looked at: ${there.error.message}`);
      if (there.state === "unobservable" || (there.state === "absent" && there.partly))
        return this.#unclear(`nothing can tell whether its ${change} took effect`);
      if (there.state === "present") return this.#tainted();
    }
    const note = isDeleting || entry ? "it is gone" : "it was not made";
    return entry ? this.#to(null, note) : this.#drop(note);
  }

  async #present(
    processor: TaskProcessor,
    wanted: Filled,
    before: JsonObject | undefined,
    found: PresentResource,
  ): Promise<Settlement> {
    const { change, made } = this.#intent;
    const entry = this.#entry;
    if (change === "delete") return this.#drop("it is still there");
    const isWanted = await this.#isAsWanted(processor, wanted, before, found);
    if (!entry && change === "adopt" && !isWanted) return this.#drop("its adopt had not taken effect as a whole");
    if (!entry && !isWanted && tellsPartFromWhole(processor)) {
      const made = applied(this.#intent, entry, wanted, found, processor, this.#request);
      return this.#to({ ...made, status: "tainted" }, `its ${change} had not taken effect as a whole; it is tainted`);
    }
    if (!entry || isWanted) {
      const next = applied(this.#intent, entry, wanted, found, processor, this.#request);
      return this.#to(next, entry ? `its ${change} had taken effect` : "it was made");
    }
    // A replacement makes its new resource when the old one is gone.
    return made && makes(change, entry) ? this.#half(wanted) : this.#tainted();
  }

  async #isAsWanted(
    processor: TaskProcessor,
    wanted: Filled,
    before: JsonObject | undefined,
    observation: PresentResource,
  ): Promise<boolean> {
    const entry = known(this.#intent, this.#entry);
    const value = makes(this.#intent.change, this.#entry) ? wanted.value : before;
    const recorded = entry && value ? { entry, value } : undefined;
    const about = { recorded, desired: wanted, observation };
    const ownPlan = await planByKind(processor, this.#asked, about, this.#request.toolbox);
    if (ownPlan) return ownPlan.change === "noop";
    const fields = differences(processor, observation.facts, wanted.value, undefined);
    return withoutPointers(fields, this.#intent.lifecycle.ignoreChanges).length === 0;
  }
}

/** Does a kind compare what it sees with specs by rules of its own? Facts of the others may leave out what is there. */
function tellsPartFromWhole({ compare }: TaskProcessor): boolean {
  return compare?.differs !== undefined && compare.factFields === undefined;
}

/** Does a change make a new resource, of which nothing that was recorded is true? */
function makes(change: Intent["change"], entry: TaskState | undefined): boolean {
  return change === "create" || change === "replace" || entry === undefined;
}

/** What is known of the resource that a change was about when its run ended. */
function known({ change, made, spec }: Intent, entry: TaskState | undefined): KnownTask | undefined {
  if (change === "delete") return entry;
  if (!makes(change, entry)) return entry && withMade(entry, made);
  return made && withMade({ spec, outputs: {} }, made);
}

/** A recorded spec, with what was left in place in it filled in; or the first thing that is missing. */
function fill(recorded: RecordedSpec, { entries, references }: SettleRequest): Filled | { readonly problem: Problem } {
  const resolved = references.fill(recorded, entries);
  const [problem] = resolved.problems;
  return problem ? { problem } : resolved;
}

type Filled = Resolved<JsonObject>;

function applied(
  intent: Intent,
  entry: TaskState | undefined,
  wanted: Filled,
  found: PresentResource,
  processor: TaskProcessor,
  { toolbox: { clock, io, signal, redactor, sealed } }: SettleRequest,
): TaskState {
  const predicted: readonly Output[] = processor.known?.predict?.(wanted.value, io(intent.task, { signal })) ?? [];
  const told = withSensitivity([...(found.outputs ?? []), ...predicted], redactor);
  const before: StoredOutputs = (!makes(intent.change, entry) && entry) || { outputs: {} };
  const given = keptOutputs(before, storedOutputs(told, sealed !== undefined));
  const { outputs, sensitiveOutputs } = intent.made ? keptOutputs(given, intent.made) : given;
  const observed = intent.made?.observed ?? redactor.value(found.facts);
  const text = intent.made?.resource ?? (makes(intent.change, entry) ? undefined : entry?.resource) ?? found.resource;
  const now = clock.timestamp();
  return {
    ...base(intent),
    spec: wanted.stored,
    status: "applied",
    // Kinds that compare with what they saw have to see it; the others ignore it.
    ...(processor.known?.predict ? {} : { observed }),
    outputs,
    ...(sensitiveOutputs ? { sensitiveOutputs } : {}),
    ...(text === undefined || !sealed ? {} : { resource: text }),
    createdAt: entry?.createdAt ?? now,
    updatedAt: now,
  };
}

/** A resource that is known to be made in part, by what its processor told of it. */
function halfMade(intent: Intent, wanted: Filled, { toolbox: { clock } }: SettleRequest): TaskState {
  const now = clock.timestamp();
  const entry: TaskState = {
    ...base(intent),
    spec: wanted.stored,
    status: "tainted",
    outputs: {},
    createdAt: now,
    updatedAt: now,
  };
  return withMade(entry, intent.made);
}

function interrupted(intent: Intent, entry: TaskState | undefined, { toolbox: { clock } }: SettleRequest): TaskState {
  const now = clock.timestamp();
  const before: TaskState = entry ?? {
    ...base(intent),
    status: "interrupted",
    outputs: {},
    createdAt: now,
    updatedAt: now,
  };
  const made = intent.change === "replace" && entry ? undefined : intent.made;
  return { ...withMade(before, made), status: "interrupted", interrupted: intent.change, updatedAt: now };
}

function base({
  apiVersion,
  kind,
  spec,
  secrets,
  fingerprints,
  dependencies,
  scope,
  lifecycle,
  order,
}: Intent): Omit<TaskState, "status" | "outputs" | "createdAt" | "updatedAt"> {
  const used = { ...(secrets ? { secrets } : {}), ...(fingerprints ? { fingerprints } : {}) };
  return { apiVersion, kind, spec, ...used, dependencies, scope, lifecycle, order };
}
