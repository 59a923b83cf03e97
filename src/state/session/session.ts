import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Change } from "../../engine/model/change.ts";
import type { ReviewRecord } from "../../engine/model/review.ts";
import type { RunInfo } from "../../engine/model/run-info.ts";
import type { Intent, Made, Snapshot, StateBody, TaskState, UndoEntry } from "../../engine/model/state-body.ts";
import { checkpointMs } from "../../engine/model/timing.ts";
import { untouched } from "../../engine/plan/compare-with-review.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { JournalRecord, RecordedResult } from "../../engine/ports/journal.ts";
import type { Recorder } from "../../engine/ports/recorder.ts";
import type { Read, Revision, StateStore, Write } from "../../engine/ports/state-store.ts";
import { undoWithNewNames, withNewNames } from "../../engine/recorded/entries.ts";
import { readThrown } from "../../engine/text/thrown-error.ts";
import type { Seal } from "../seal/seal.ts";
import { bodyDigest, encode, type Followed } from "../snapshot/codec.ts";
import { type FoundSeal, foundSeal } from "../snapshot/found-seal.ts";
import { sameBody } from "../snapshot/same-body.ts";
import { growthProblem } from "../snapshot/state-size.ts";

export interface SessionOptions {
  readonly project: string;
  readonly context: string;
  readonly clock: Clock;
  /** Makes the lineage of a state that is written for the first time: a UUID. */
  readonly newLineage: () => string;
  readonly run: RunInfo;
  /** The command, for the store's messages. */
  readonly command: string;
  /** Version of the program, for the recovery file. */
  readonly writer: string;
  /** Seals the recovery file, and what is stored: then the body has a key for fingerprints. */
  readonly sealed?: { readonly seal: Seal; readonly newFingerprintKey: () => string } | undefined;
  /** The lock under which this goes on, for the recovery file: who stores that may take it over. */
  readonly lockId?: string | undefined;
  /** Aborts when stores have had time enough; results are then left for `recovery`. Never the signal of the run. */
  readonly giveUp?: AbortSignal;
  /** Longest time between a result and its checkpoint, in milliseconds. Default: 10,000. */
  readonly checkpointMs?: number;
  /** Called after each write to the store. */
  onSaved?(event: SavedEvent): void;
}

export interface SavedEvent {
  readonly serial: number;
  readonly tasks: number;
  readonly pending: number;
  /** How state was sealed that is sealed by this write, with the key for all to come. Absent: as before. */
  readonly sealedOver?: Exclude<FoundSeal, "current">;
}

/** An intent of a run that did not end, or of this one. */
export interface PendingTask {
  readonly intent: Intent;
  /** True: its effects had begun. False: the journal is not here to tell, so they may have. */
  readonly started: boolean;
}

/** What became of a pending task: its entry from now on (null: none), or `drop`: as recorded before. */
export type Resolution = "drop" | { readonly entry: TaskState | null; readonly undo: UndoEntry | null };

/**
 * State during one run: what is stored, plus the results so far. A result is in the journal when `record` returns, in
 * the store at the next checkpoint; a crash at any point loses none. One entry changes per result, nothing is copied.
 */
export class StateSession implements Recorder {
  readonly #store: StateStore;
  readonly #options: SessionOptions;
  readonly #checkpointMs: number;
  readonly #tasks: Map<string, TaskState>;
  readonly #pending: Map<string, Intent>;
  /** Pending tasks whose effects have, or may have, begun. */
  readonly #begun: Set<string>;
  /** Is the journal proof of what began? Not when this machine has none for the stored serial. */
  readonly #certain: boolean;
  readonly #fingerprintKey: string | undefined;
  readonly #lastRun: RunInfo | undefined;
  readonly #foundSealed: boolean;
  /** How the stored version is sealed, as long as the first write has still to seal it with the key for all to come. */
  #sealsOver: Exclude<FoundSeal, "current"> | undefined;
  #lineage: string | undefined;
  #serial: number;
  #revision: Revision | undefined;
  /** What the store holds. */
  #storedBody: StateBody;
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
  /** Whose write the next one is. */
  #run: RunInfo;
  /** Does the journal on disk follow the stored serial, so that it may be appended to? */
  #journaling = false;
  #unsaved = false;
  #written: "no" | "checkpoint" | "end" = "no";
  #lastWrite: number;
  #timer: NodeJS.Timeout | undefined;
  #saving: Promise<Result<void, Failure>> | undefined;
  /** What came while a write was under way: the next journal begins with it. */
  #carried: JournalRecord[] = [];
  /** How many tasks this run has changed, by change. */
  readonly #changes: { [change in Change]?: number } = {};
  /** Writes whose end is not known: the store may hold one of these. */
  #attempted: { readonly serial: number; readonly body: StateBody }[] = [];
  #failure: Failure | undefined;
  #conflict = false;

  private constructor(
    store: StateStore,
    options: SessionOptions,
    read: Read,
    journal: readonly JournalRecord[] | undefined,
    found: FoundSeal | undefined,
  ) {
    const snapshot = read.state === "found" ? read.snapshot : undefined;
    this.#store = store;
    this.#options = options;
    this.#checkpointMs = options.checkpointMs ?? checkpointMs;
    this.#lastWrite = options.clock.now();
    this.#run = options.run;
    this.#lastRun = read.state === "found" ? read.run : undefined;
    this.#lineage = snapshot?.lineage;
    this.#serial = snapshot?.serial ?? 0;
    this.#revision = read.state === "found" ? read.revision : undefined;
    this.#storedBody = snapshot?.body ?? { tasks: {}, undo: [], pending: [] };
    const { sealed } = options;
    this.#foundSealed = found === "current" || found === "former";
    this.#sealsOver = found === "current" ? undefined : found;
    // A key that stood open somewhere is none any more, and state that is not sealed has none.
    const kept = this.#foundSealed ? this.#storedBody.fingerprintKey : undefined;
    this.#fingerprintKey = sealed && (kept ?? sealed.newFingerprintKey());
    this.#tasks = new Map(Object.entries(this.#storedBody.tasks));
    this.#pending = new Map(this.#storedBody.pending.map((intent) => [intent.task, intent]));
    this.#previousUndo = new Map(this.#storedBody.undo.map((entry) => [entry.task, entry]));
    this.#review = this.#storedBody.review;
    this.#certain = journal !== undefined;
    this.#begun = new Set();
    for (const record of journal ?? [])
      if (record.type === "started") this.#begun.add(record.task);
      else if (record.type === "made") this.#keepMade(record.task, record.made);
      else {
        this.#apply(record, this.#previousUndo);
        this.#count(record.undo);
      }
    for (const task of this.#pending.keys())
      if (journal === undefined) this.#begun.add(task);
      else if (!this.#begun.has(task)) this.#pending.delete(task);
    for (const task of this.#begun) if (!this.#pending.has(task)) this.#begun.delete(task);
    this.#unsaved = journal?.some((record) => record.type === "result") ?? false;
  }

  /**
   * Reads the store, and what a run that did not end left in the journal.
   * @returns the session, or why state can't be read or trusted; an unreadable state is never an empty one
   */
  static async open(
    store: StateStore,
    options: SessionOptions,
    signal: AbortSignal,
  ): Promise<Result<StateSession, Failure>> {
    let read = await store.read(signal);
    for (let tries = 0; ; tries++) {
      if (read.state === "unavailable") return err(read.failure);
      const found = read.state === "found" ? read : undefined;
      const journal = store.journal?.read(found?.snapshot.lineage ?? "", found?.snapshot.serial ?? 0) ?? ok(undefined);
      if (journal.ok) {
        const seal = options.sealed && (await foundSeal(read, options.sealed.seal));
        return ok(new StateSession(store, options, read, journal.value, seal));
      }
      // Another run may have written between the two looks: then the journal continues what it has just stored.
      const again = await store.read(signal);
      const moved = again.state !== "found" || again.revision !== found?.revision;
      if (tries >= 5 || !moved || again.state === "absent") return err(journal.error);
      read = again;
    }
  }

  get tasks(): ReadonlyMap<string, TaskState> {
    return this.#tasks;
  }

  /** Tasks that a run meant to change and whose end nobody recorded. Settle them before `begin`. */
  get pending(): readonly PendingTask[] {
    return [...this.#pending.values()].map((intent) => ({
      intent,
      started: this.#certain && this.#begun.has(intent.task),
    }));
  }

  /** The reviewed plan that was applied last, as long as it is not done. */
  get review(): ReviewRecord | undefined {
    return this.#review;
  }

  /** From now on this run applies a reviewed plan; undefined: it is done, and nothing is left of it. Stored with the next write. */
  keepReview(review: ReviewRecord | undefined): void {
    this.#review = review;
    this.#underReview = true;
  }

  /** How to undo the last run that changed something. */
  get undo(): readonly UndoEntry[] {
    if (this.#leftUndo) return this.#leftUndo;
    return [...(this.#undo?.size ? this.#undo : this.#previousUndo).values()];
  }

  /** The run that stored what this one began with; undefined: nothing was ever stored. */
  get lastRun(): RunInfo | undefined {
    return this.#lastRun;
  }

  /** This run changes nothing: what it finds in the journal and stores is of the run before, and stays so. */
  standBack(): void {
    this.#run = this.#lastRun ?? this.#run;
  }

  /** Undefined: nothing was ever stored. */
  get lineage(): string | undefined {
    return this.#lineage;
  }

  /** Of the stored version; 0: nothing was ever stored. */
  get serial(): number {
    return this.#serial;
  }

  /** Of the stored version. */
  get revision(): Revision | undefined {
    return this.#revision;
  }

  /** The key of all fingerprints of secrets; undefined when state is not sealed. Stored with the first write. */
  get fingerprintKey(): string | undefined {
    return this.#fingerprintKey;
  }

  /** Was the state sealed that this one began with? */
  get foundSealed(): boolean {
    return this.#foundSealed;
  }

  /** Is what is stored sealed? True also where nothing is stored yet, and will be sealed. */
  get sealed(): boolean {
    return this.#options.sealed !== undefined && this.#sealsOver !== "plain";
  }

  /** Was there a journal on this machine that continues the stored version? */
  get journalled(): boolean {
    return this.#certain;
  }

  /** True while there are results that the store does not have. */
  get unsaved(): boolean {
    return this.#unsaved;
  }

  /** Why state can't be kept any more, once that happened. Nothing new may be started then. */
  get failed(): Failure | undefined {
    return this.#failure;
  }

  async begin(intents: readonly Intent[]): Promise<Result<void, Failure>> {
    if (this.#failure) return err(this.#failure);
    if (intents.length === 0) return ok(undefined);
    this.#previousUndo = new Map(this.undo.map((entry) => [entry.task, entry]));
    this.#undo = new Map();
    const tooLarge = growthProblem(this.#storedBody, intents);
    if (tooLarge !== undefined) return err(tooLarge);
    for (const intent of intents) this.#pending.set(intent.task, intent);
    // What another run changes is not as the reviewed plan left it.
    if (!this.#underReview)
      this.#review = untouched(
        this.#review,
        intents.map(({ task }) => task),
      );
    return this.#save(false);
  }

  started(task: string): Result<void, Failure> {
    if (this.#failure) return err(this.#failure);
    this.#begun.add(task);
    return this.#append({ type: "started", task });
  }

  made(task: string, made: Made): Result<void, Failure> {
    if (this.#failure) return err(this.#failure);
    return this.#keepMade(task, made) ? this.#append({ type: "made", task, made }) : ok(undefined);
  }

  /** Also after a failure the result is kept in memory, and in the journal if that works, for `recovery`. */
  async record(result: RecordedResult): Promise<Result<void, Failure>> {
    const clean = !this.#unsaved;
    // Without `begin` nothing says yet that this run changes something; the stored undo must not be mixed with its own.
    const first = result.undo !== null && this.#undo === undefined;
    if (first) this.#undo = new Map();
    this.#apply(result, this.#undo ?? this.#previousUndo);
    this.#count(result.undo);
    this.#unsaved = true;
    if (this.#store.journal && !this.#journaling && !this.#failure && !this.#saving) {
      if (first || !clean || this.#serial === 0) return this.#save(false);
      const begun = this.#startJournal();
      if (!begun.ok) this.#failure = begun.error;
    } else if (first) return this.#save(false);
    this.#append({ type: "result", ...result });
    const saved = await this.#saving;
    if (this.#failure) return err(this.#failure);
    if (saved === undefined && this.#options.clock.now() - this.#lastWrite >= this.#checkpointMs)
      return this.#save(false);
    if (this.#unsaved) this.#schedule();
    return ok(undefined);
  }

  /** Settles a pending task of an earlier run. Stored with the next write. */
  resolvePending(task: string, resolution: Resolution): void {
    if (!this.#pending.delete(task)) throw new Error(`the task ${task} is not pending`);
    this.#begun.delete(task);
    this.#unsaved = true;
    if (resolution === "drop") return;
    this.#apply({ task, ...resolution }, this.#previousUndo);
    this.#count(resolution.undo);
  }

  /** After a rollback only what it has not undone is left to undo, whatever this run recorded. */
  keepUndo(left: readonly UndoEntry[]): void {
    this.#leftUndo = left;
  }

  /** A checkpoint now, if there is anything to store. With the file store, not sealed, it takes no turn of the event loop. */
  async saveNow(): Promise<Result<void, Failure>> {
    if (this.#failure) return err(this.#failure);
    return this.#unsaved ? this.#save(false) : ok(undefined);
  }

  /**
   * Ends the run: stores what is not stored yet (the serial rises only when the body changed, or is to be
   * sealed with another key), and clears the journal.
   * @param options `clearPendingNeverStarted`: a normal exit, after which intents that never began mean nothing
   * @returns the failure that stopped the session, or of this write. `unsaved` then tells whether the store lacks
   *   results; if so, keep `recovery()` for the user
   */
  async close(options: { readonly clearPendingNeverStarted: boolean }): Promise<Result<void, Failure>> {
    if (options.clearPendingNeverStarted)
      for (const task of this.#pending.keys()) if (!this.#begun.has(task)) this.#pending.delete(task);
    // Whatever failed before, the store gets another chance, unless somebody else has written there.
    const saved = this.#conflict ? ok(undefined) : await this.#save(true);
    clearTimeout(this.#timer);
    const cleared = (this.#unsaved ? undefined : this.#store.journal?.clear()) ?? ok(undefined);
    return this.#failure ? err(this.#failure) : saved.ok ? cleared : saved;
  }

  /** The current state, as a store would hold it, with the versions over which it may be stored: a recovery file. */
  recovery(): Promise<string> {
    const next = this.#next(this.#body(true));
    const stored: Followed =
      this.#serial === 0 ? { serial: 0, digest: null } : { serial: this.#serial, digest: bodyDigest(this.#storedBody) };
    const mayBe = this.#attempted.map(({ serial, body }) => ({ serial, digest: bodyDigest(body) }));
    const serial = Math.max(next.serial, ...mayBe.map((one) => one.serial + 1));
    const { writer, lockId, sealed } = this.#options;
    const recovery = { follows: [stored, ...mayBe], lockId };
    return encode({ ...next, serial }, this.#run, writer, { recovery, seal: sealed?.seal });
  }

  /** Never the run's signal: a cancelled run has results to keep all the same. */
  get #storeDeadline(): AbortSignal {
    return this.#options.giveUp ?? new AbortController().signal;
  }

  /** With the intent it is in every version that is stored until the task is through. */
  #keepMade(task: string, made: Made): boolean {
    const intent = this.#pending.get(task);
    if (intent) this.#pending.set(task, { ...intent, made });
    return intent !== undefined;
  }

  #count(undo: UndoEntry | null): void {
    if (undo !== null) this.#changes[undo.change] = (this.#changes[undo.change] ?? 0) + 1;
  }

  #apply(result: RecordedResult, undo: Map<string, UndoEntry>): void {
    if (result.formerName !== undefined) this.#rename(result.formerName, result.task, undo);
    if (result.entry === null) this.#tasks.delete(result.task);
    else this.#tasks.set(result.task, result.entry);
    this.#pending.delete(result.task);
    this.#begun.delete(result.task);
    // The first entry of a task is how it was before the run.
    if (result.undo !== null && !undo.has(result.undo.task)) undo.set(result.undo.task, result.undo);
  }

  /** Drops a former name, and gives all that names it the new one. */
  #rename(from: string, to: string, undo: Map<string, UndoEntry>): void {
    const newNames = new Map([[from, to]]);
    this.#tasks.delete(from);
    for (const [name, entry] of this.#tasks) this.#tasks.set(name, withNewNames(entry, newNames));
    for (const [name, intent] of this.#pending) this.#pending.set(name, withNewNames(intent, newNames));
    for (const [name, entry] of undo) undo.set(name, undoWithNewNames(entry, newNames));
  }

  /** A journal that can't be written fails the session, as a store does. */
  #append(record: JournalRecord): Result<void, Failure> {
    if (this.#saving) this.#carried.push(record);
    if (!this.#journaling) return ok(undefined);
    const appended = this.#store.journal?.append(record) ?? ok(undefined);
    if (!appended.ok) this.#failure ??= appended.error;
    return appended;
  }

  /** @param ended while a run goes on, its own undo is stored even when it is empty */
  #body(ended: boolean): StateBody {
    const body: StateBody = {
      tasks: Object.fromEntries(this.#tasks),
      undo: ended || this.#undo === undefined || this.#leftUndo ? this.undo : [...this.#undo.values()],
      pending: [...this.#pending.values()],
    };
    const fingerprintKey = this.#fingerprintKey;
    if (this.#review) Object.assign(body, { review: this.#review });
    const begins = this.#serial === 0 && this.#tasks.size === 0 && body.undo.length === 0 && body.pending.length === 0;
    // Of a state that never was there is nothing to store yet.
    return fingerprintKey === undefined || begins ? body : { ...body, fingerprintKey };
  }

  #next(body: StateBody): Snapshot {
    this.#lineage ??= this.#options.newLineage();
    const { project, context } = this.#options;
    return { lineage: this.#lineage, serial: this.#serial + 1, project, context, body };
  }

  /** One write at a time. */
  async #save(runEnded: boolean): Promise<Result<void, Failure>> {
    while (this.#saving) await this.#saving;
    if (!runEnded && this.#failure) return err(this.#failure);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // Assigned before anything else can run; the write itself may be done already.
    const saving = this.#write(runEnded);
    this.#saving = saving;
    try {
      return await saving;
    } finally {
      if (this.#saving === saving) this.#saving = undefined;
    }
  }

  async #write(runEnded: boolean): Promise<Result<void, Failure>> {
    if (this.#attempted.length > 0) await this.#resync();
    const body = this.#body(runEnded);
    // Stores keep one version of a serial, so what is only sealed anew is a version of its own, too.
    const changed = !sameBody(body, this.#storedBody) || (runEnded && this.#sealsOver !== undefined);
    this.#unsaved = false;
    this.#carried = [];
    let saved: Result<void, Failure> = ok(undefined);
    // A run that ends right after a checkpoint marks that version as its end.
    if (changed || (runEnded && this.#written === "checkpoint")) saved = await this.#put(body, changed, runEnded);
    if (saved.ok && !runEnded) saved = this.#startJournal();
    if (!saved.ok) this.#failure ??= saved.error;
    return saved;
  }

  /** A write that failed on its way may have arrived all the same: then it is what the next one follows. */
  async #resync(): Promise<void> {
    const read = await this.#store.read(this.#storeDeadline).catch(() => undefined);
    if (read === undefined || read.state === "unavailable") return;
    const attempted = this.#attempted;
    this.#attempted = [];
    if (read.state === "absent" || read.snapshot.lineage !== this.#lineage) return;
    const { serial, body } = read.snapshot;
    const arrived = attempted.find((one) => one.serial === serial && sameBody(one.body, body));
    if (arrived) this.#stored(serial, read.revision, arrived.body);
  }

  #stored(serial: number, revision: Revision, body: StateBody): void {
    this.#serial = serial;
    this.#revision = revision;
    this.#storedBody = body;
    this.#written = "checkpoint";
    // The journal on disk now follows an older version.
    this.#journaling = false;
  }

  async #put(body: StateBody, changed: boolean, runEnded: boolean): Promise<Result<void, Failure>> {
    const next = changed ? this.#next(body) : { ...this.#next(body), serial: this.#serial };
    const { command } = this.#options;
    const options = { run: this.#run, command, runEnded, changes: { ...this.#changes } };
    const written = await this.#store
      .write(next, this.#revision, options, this.#storeDeadline)
      .catch((thrown: unknown): Write => ({ state: "unavailable", failure: unexpected(thrown) }));
    this.#lastWrite = this.#options.clock.now();
    if (written.state !== "written") {
      this.#unsaved = !sameBody(body, this.#storedBody);
      this.#conflict = written.state === "conflict";
      if (written.state === "unavailable") this.#attempted.push({ serial: next.serial, body });
      return err(written.failure);
    }
    this.#stored(next.serial, written.revision, body);
    if (runEnded) this.#written = "end";
    const sealedOver = this.#sealsOver;
    this.#sealsOver = undefined;
    const saved = { serial: next.serial, tasks: this.#tasks.size, pending: body.pending.length };
    this.#options.onSaved?.(sealedOver ? { ...saved, sealedOver } : saved);
    return ok(undefined);
  }

  #startJournal(): Result<void, Failure> {
    const { journal } = this.#store;
    if (!journal || this.#lineage === undefined || this.#serial === 0) return ok(undefined);
    const running = [...this.#begun].map((task) => ({ type: "started", task }) as const);
    const carried = this.#carried.filter((record) => record.type !== "started");
    const startedAgain = journal.start(this.#lineage, this.#serial, [...running, ...carried]);
    this.#journaling = startedAgain.ok;
    return startedAgain;
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#failure) return;
    const rest = this.#checkpointMs - (this.#options.clock.now() - this.#lastWrite);
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        // A failure stays in the session, and every later call answers it.
        this.saveNow().catch((error: unknown) => {
          this.#failure ??= unexpected(error);
        });
      },
      Math.max(0, rest),
    );
    this.#timer.unref();
  }
}

/** A store that throws has a bug, which must not cost anybody results: they are kept in a recovery file all the same. */
function unexpected(thrown: unknown): Failure {
  const { message, stack } = readThrown(thrown);
  return failure("internal", `Storing the state failed unexpectedly, please report it: ${stack ?? message}`);
}
