import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { RunInfo } from "../../engine/model/run-info.ts";
import type { Intent, Made, StateBody, TaskState } from "../../engine/model/state-body.ts";
import { checkpointMs } from "../../engine/model/timing.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { JournalRecord, RecordedResult } from "../../engine/ports/journal.ts";
import type { Recorder } from "../../engine/ports/recorder.ts";
import type { Read, Revision, StateStore, Write } from "../../engine/ports/state-store.ts";
import { overtaken } from "../../engine/recorded/overtaken.ts";
import { readThrown } from "../../engine/text/thrown-error.ts";
import type { Seal } from "../seal/seal.ts";
import { encode } from "../snapshot/codec.ts";
import { type FoundSeal, foundSeal } from "../snapshot/found-seal.ts";
import { sameBody } from "../snapshot/same-body.ts";
import { growthProblem } from "../snapshot/state-size.ts";
import { type RecordedContents, type Resolution, SessionContents } from "./session-contents.ts";
import { type StoredFacts, StoredVersion } from "./stored-version.ts";
import { UnclearWrites } from "./unclear-writes.ts";

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
  /**
   * The lock comes with the first write that does not end the run (`lockWithWrite` of the store). Until then nothing goes
   * to the journal, which may be another run's. Called once it is held, before anything else is done under it. Absent:
   * the lock is held, or there is none.
   */
  readonly whenLocked?: () => Promise<Result<void, Failure>>;
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

/**
 * State during one run: what is stored, plus the results so far. A result is in the journal when `record` returns, in
 * the store at the next checkpoint; a crash at any point loses none. One entry changes per result, nothing is copied.
 */
export class StateSession implements Recorder {
  readonly #store: StateStore;
  readonly #options: SessionOptions;
  readonly #checkpointMs: number;
  readonly #contents: SessionContents;
  readonly #stored: StoredVersion;
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
  readonly #unclear = new UnclearWrites();
  #failure: Failure | undefined;
  #conflict = false;
  /** May the journal be written? */
  #underLock: boolean;

  private constructor(
    store: StateStore,
    options: SessionOptions,
    read: Read,
    journal: readonly JournalRecord[] | undefined,
    found: FoundSeal | undefined,
  ) {
    this.#store = store;
    this.#options = options;
    this.#checkpointMs = options.checkpointMs ?? checkpointMs;
    this.#lastWrite = options.clock.now();
    this.#underLock = options.whenLocked === undefined;
    this.#run = options.run;
    this.#stored = new StoredVersion(read, found, journal !== undefined, options);
    this.#contents = new SessionContents(this.#stored.body, journal);
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
    return this.#contents.tasks;
  }

  /** State as of now. */
  get contents(): RecordedContents {
    return this.#contents;
  }

  /** Where the store stands. */
  get stored(): StoredFacts {
    return this.#stored;
  }

  /** This run changes nothing: what it finds in the journal and stores is of the run before, and stays so. */
  standBack(): void {
    this.#run = this.#stored.lastRun ?? this.#run;
  }

  /** True while there are results that the store does not have. */
  get unsaved(): boolean {
    return this.#unsaved;
  }

  /** Why state can't be kept any more, once that happened, or `overtaken`. Nothing new may be started then. */
  get failed(): Failure | undefined {
    return this.#failure;
  }

  async begin(intents: readonly Intent[]): Promise<Result<void, Failure>> {
    if (this.#failure) return err(this.#failure);
    if (intents.length === 0) return ok(undefined);
    const tooLarge = growthProblem(this.#stored.body, intents);
    if (tooLarge !== undefined) return err(tooLarge);
    this.#contents.begin(intents);
    return this.#save(false);
  }

  started(task: string): Result<void, Failure> {
    if (this.#failure) return err(this.#failure);
    this.#contents.started(task);
    return this.#append({ type: "started", task });
  }

  made(task: string, made: Made): Result<void, Failure> {
    if (this.#failure) return err(this.#failure);
    return this.#contents.made(task, made) ? this.#append({ type: "made", task, made }) : ok(undefined);
  }

  /** Also after a failure the result is kept in memory, and in the journal if that works, for `recovery`. */
  async record(result: RecordedResult): Promise<Result<void, Failure>> {
    const clean = !this.#unsaved;
    const first = this.#contents.record(result);
    this.#unsaved = true;
    // Without an effect nothing is lost that the same command would not record again.
    if (!this.#underLock) return this.#failure ? err(this.#failure) : ok(undefined);
    if (this.#store.journal && !this.#journaling && !this.#failure && !this.#saving) {
      if (first || !clean || this.#stored.serial === 0) return this.#save(false);
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
    this.#contents.resolve(task, resolution);
    this.#unsaved = true;
  }

  /**
   * A checkpoint now, if there is anything to store that the same command would not find again. With the file store, not
   * sealed, it takes no turn of the event loop.
   */
  async saveNow(): Promise<Result<void, Failure>> {
    if (this.#failure) return err(this.#failure);
    if (!this.#underLock) return ok(undefined);
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
    if (options.clearPendingNeverStarted) this.#contents.dropNeverStarted();
    // Whatever failed before, the store gets another chance, unless somebody else has written there.
    const saved = this.#conflict ? ok(undefined) : await this.#save(true);
    clearTimeout(this.#timer);
    const mayClear = this.#underLock && !this.#unsaved;
    const cleared = (mayClear ? this.#store.journal?.clear() : undefined) ?? ok(undefined);
    return this.#failure ? err(this.#failure) : saved.ok ? cleared : saved;
  }

  /** The current state, as a store would hold it, with the versions over which it may be stored: a recovery file. */
  recovery(): Promise<string> {
    const next = this.#stored.next(this.#body(true));
    const follows = [this.#stored.followed(), ...this.#unclear.followed()];
    const serial = Math.max(...follows.map((one) => one.serial + 1));
    const { writer, lockId, sealed } = this.#options;
    return encode({ ...next, serial }, this.#run, writer, { recovery: { follows, lockId }, seal: sealed?.seal });
  }

  /** Never the run's signal: a cancelled run has results to keep all the same. */
  get #storeDeadline(): AbortSignal {
    return this.#options.giveUp ?? new AbortController().signal;
  }

  /** A journal that can't be written fails the session, as a store does. */
  #append(record: JournalRecord): Result<void, Failure> {
    if (this.#saving) this.#carried.push(record);
    if (!this.#journaling) return ok(undefined);
    const appended = this.#store.journal?.append(record) ?? ok(undefined);
    if (!appended.ok) this.#failure ??= appended.error;
    return appended;
  }

  #body(ended: boolean): StateBody {
    return this.#stored.withKey(this.#contents.body(ended));
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
    if (this.#unclear.any) await this.#resync();
    const body = this.#body(runEnded);
    // Stores keep one version of a serial, so what is only sealed anew is a version of its own, too.
    const changed = !sameBody(body, this.#stored.body) || (runEnded && this.#stored.sealsOver !== undefined);
    this.#unsaved = false;
    this.#carried = [];
    let saved: Result<void, Failure> = ok(undefined);
    // A run that ends right after a checkpoint marks that version as its end.
    if (changed || (runEnded && this.#written === "checkpoint")) saved = await this.#put(body, changed, runEnded);
    if (saved.ok && !runEnded && this.#underLock) saved = this.#startJournal();
    if (!saved.ok) this.#failure ??= saved.error;
    return saved;
  }

  /** A write that failed on its way may have arrived all the same: then it is what the next one follows. */
  async #resync(): Promise<void> {
    const read = await this.#store.read(this.#storeDeadline).catch(() => undefined);
    const arrived = this.#unclear.settle(read, this.#stored.lineage);
    if (arrived) this.#moveTo(arrived.serial, arrived.revision, arrived.body);
  }

  #moveTo(serial: number, revision: Revision, body: StateBody): void {
    this.#stored.moveTo(serial, revision, body);
    this.#written = "checkpoint";
    // The journal on disk now follows an older version.
    this.#journaling = false;
  }

  async #put(body: StateBody, changed: boolean, runEnded: boolean): Promise<Result<void, Failure>> {
    const following = this.#stored.next(body);
    const next = changed ? following : { ...following, serial: this.#stored.serial };
    const { command } = this.#options;
    const options = { run: this.#run, command, runEnded, changes: this.#contents.changes };
    const written = await this.#store
      .write(next, this.#stored.revision, options, this.#storeDeadline)
      .catch((thrown: unknown): Write => ({ state: "unavailable", failure: unexpected(thrown) }));
    this.#lastWrite = this.#options.clock.now();
    if (written.state !== "written") {
      this.#unsaved = !sameBody(body, this.#stored.body);
      this.#conflict = written.state === "conflict";
      if (written.state === "unavailable") this.#unclear.add(next.serial, body);
      const nothingYet = this.#conflict && !this.#underLock && this.#failure === undefined;
      return err(nothingYet ? overtaken : written.failure);
    }
    this.#moveTo(next.serial, written.revision, body);
    if (runEnded) this.#written = "end";
    const { sealsOver: sealedOver } = this.#stored;
    this.#stored.sealedAnew();
    const saved = { serial: next.serial, tasks: this.#contents.tasks.size, pending: body.pending.length };
    this.#options.onSaved?.(sealedOver ? { ...saved, sealedOver } : saved);
    if (runEnded || this.#underLock) return ok(undefined);
    this.#underLock = true;
    return this.#options.whenLocked?.() ?? ok(undefined);
  }

  #startJournal(): Result<void, Failure> {
    const { journal } = this.#store;
    const { lineage, serial } = this.#stored;
    if (!journal || lineage === undefined || serial === 0) return ok(undefined);
    const running = [...this.#contents.begun].map((task) => ({ type: "started", task }) as const);
    const carried = this.#carried.filter((record) => record.type !== "started");
    const startedAgain = journal.start(lineage, serial, [...running, ...carried]);
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
