import type { Change } from "../../engine/model/change.ts";
import type { ReviewRecord } from "../../engine/model/review.ts";
import type { Intent, Made, StateBody, TaskState, UndoEntry } from "../../engine/model/state-body.ts";
import { untouched } from "../../engine/plan/guards/compare-with-review.ts";
import type { JournalRecord, RecordedResult } from "../../engine/ports/journal.ts";
import { undoWithNewNames, withNewNames } from "../../engine/recorded/entries.ts";

/** An intent of a run that did not end, or of this one. */
export interface PendingTask {
  readonly intent: Intent;
  /** True: its effects had begun. False: the journal is not here to tell, so they may have. */
  readonly started: boolean;
}

/** What became of a pending task: its entry from now on (null: none), or `drop`: as recorded before. */
export type Resolution = "drop" | { readonly entry: TaskState | null; readonly undo: UndoEntry | null };

/** State as of now: what was stored, plus what was recorded since. */
export interface RecordedContents {
  readonly tasks: ReadonlyMap<string, TaskState>;
  /** Tasks that a run meant to change and whose end nobody recorded. Settle them before `begin`. */
  readonly pending: readonly PendingTask[];
  /** How to undo the last run that changed something. */
  readonly undo: readonly UndoEntry[];
  /** The reviewed plan that was applied last, as long as it is not done. */
  readonly review: ReviewRecord | undefined;
  /** From now on this run applies a reviewed plan; undefined: it is done, and nothing is left of it. Stored with the next write. */
  keepReview(review: ReviewRecord | undefined): void;
  /** After a rollback only what it has not undone is left to undo, whatever this run recorded. */
  keepUndo(left: readonly UndoEntry[]): void;
}

/** What a session holds in memory. One entry changes per result, nothing is copied. */
export class SessionContents implements RecordedContents {
  readonly #tasks: Map<string, TaskState>;
  readonly #pending: Map<string, Intent>;
  /** Pending tasks whose effects have, or may have, begun. */
  readonly #begun = new Set<string>();
  /** Is the journal proof of what began? Not when this machine has none for the stored serial. */
  readonly #certain: boolean;
  /** How to undo the last run that changed something before this one. */
  #previousUndo: Map<string, UndoEntry>;
  /** How to undo this run. Undefined until it may change something. */
  #undo: Map<string, UndoEntry> | undefined;
  /** Set by a rollback: what of the record of the last run is left. */
  #leftUndo: readonly UndoEntry[] | undefined;
  /** The reviewed plan that is not wholly applied yet. */
  #review: ReviewRecord | undefined;
  /** Is it the plan of this run? */
  #underReview = false;
  readonly #changes: { [change in Change]?: number } = {};

  /**
   * @param body that is stored
   * @param journal what a run that did not end left since; undefined: no journal continues what is stored
   */
  constructor(body: StateBody, journal: readonly JournalRecord[] | undefined) {
    this.#tasks = new Map(Object.entries(body.tasks));
    this.#pending = new Map(body.pending.map((intent) => [intent.task, intent]));
    this.#previousUndo = new Map(body.undo.map((entry) => [entry.task, entry]));
    this.#review = body.review;
    this.#certain = journal !== undefined;
    for (const record of journal ?? [])
      if (record.type === "started") this.#begun.add(record.task);
      else if (record.type === "made") this.made(record.task, record.made);
      else this.#apply(record, this.#previousUndo);
    for (const task of this.#pending.keys())
      if (journal === undefined) this.#begun.add(task);
      else if (!this.#begun.has(task)) this.#pending.delete(task);
    for (const task of this.#begun) if (!this.#pending.has(task)) this.#begun.delete(task);
  }

  get tasks(): ReadonlyMap<string, TaskState> {
    return this.#tasks;
  }

  get pending(): readonly PendingTask[] {
    return [...this.#pending.values()].map((intent) => ({
      intent,
      started: this.#certain && this.#begun.has(intent.task),
    }));
  }

  get undo(): readonly UndoEntry[] {
    if (this.#leftUndo) return this.#leftUndo;
    return [...(this.#undo?.size ? this.#undo : this.#previousUndo).values()];
  }

  get review(): ReviewRecord | undefined {
    return this.#review;
  }

  /** Pending tasks whose effects have, or may have, begun. */
  get begun(): ReadonlySet<string> {
    return this.#begun;
  }

  /** How many tasks this run has changed, by change. */
  get changes(): { readonly [change in Change]?: number } {
    return { ...this.#changes };
  }

  keepReview(review: ReviewRecord | undefined): void {
    this.#review = review;
    this.#underReview = true;
  }

  keepUndo(left: readonly UndoEntry[]): void {
    this.#leftUndo = left;
  }

  /** This run is about to change these tasks: from now on its own undo is kept. */
  begin(intents: readonly Intent[]): void {
    this.#previousUndo = new Map(this.undo.map((entry) => [entry.task, entry]));
    this.#undo = new Map();
    for (const intent of intents) this.#pending.set(intent.task, intent);
    // What another run changes is not as the reviewed plan left it.
    if (!this.#underReview)
      this.#review = untouched(
        this.#review,
        intents.map(({ task }) => task),
      );
  }

  started(task: string): void {
    this.#begun.add(task);
  }

  /**
   * With the intent it is in every version that is stored until the task is through.
   * @returns is the task pending?
   */
  made(task: string, made: Made): boolean {
    const intent = this.#pending.get(task);
    if (intent) this.#pending.set(task, { ...intent, made });
    return intent !== undefined;
  }

  /** @returns is it the first change of a run that has not called `begin`? */
  record(result: RecordedResult): boolean {
    // Without `begin` nothing says yet that this run changes something; the stored undo must not be mixed with its own.
    const first = result.undo !== null && this.#undo === undefined;
    if (first) this.#undo = new Map();
    this.#apply(result, this.#undo ?? this.#previousUndo);
    return first;
  }

  /** Settles a pending task of an earlier run. */
  resolve(task: string, resolution: Resolution): void {
    if (!this.#pending.delete(task)) throw new Error(`the task ${task} is not pending`);
    this.#begun.delete(task);
    if (resolution !== "drop") this.#apply({ task, ...resolution }, this.#previousUndo);
  }

  /** Drops the intents of tasks whose effects never began. */
  dropNeverStarted(): void {
    for (const task of this.#pending.keys()) if (!this.#begun.has(task)) this.#pending.delete(task);
  }

  /**
   * @param ended while a run goes on, its own undo is stored even when it is empty
   * @returns what there is to store, without a key
   */
  body(ended: boolean): StateBody {
    const body: StateBody = {
      tasks: Object.fromEntries(this.#tasks),
      undo: ended || this.#undo === undefined || this.#leftUndo ? this.undo : [...this.#undo.values()],
      pending: [...this.#pending.values()],
    };
    return this.#review ? { ...body, review: this.#review } : body;
  }

  #apply(result: RecordedResult, undo: Map<string, UndoEntry>): void {
    if (result.formerName !== undefined) this.#rename(result.formerName, result.task, undo);
    if (result.entry === null) this.#tasks.delete(result.task);
    else this.#tasks.set(result.task, result.entry);
    this.#pending.delete(result.task);
    this.#begun.delete(result.task);
    if (result.undo === null) return;
    // The first entry of a task is how it was before the run.
    if (!undo.has(result.undo.task)) undo.set(result.undo.task, result.undo);
    const { change } = result.undo;
    this.#changes[change] = (this.#changes[change] ?? 0) + 1;
  }

  /** Drops a former name, and gives all that names it the new one. */
  #rename(from: string, to: string, undo: Map<string, UndoEntry>): void {
    const newNames = new Map([[from, to]]);
    this.#tasks.delete(from);
    for (const [name, entry] of this.#tasks) this.#tasks.set(name, withNewNames(entry, newNames));
    for (const [name, intent] of this.#pending) this.#pending.set(name, withNewNames(intent, newNames));
    for (const [name, entry] of undo) undo.set(name, undoWithNewNames(entry, newNames));
  }
}
