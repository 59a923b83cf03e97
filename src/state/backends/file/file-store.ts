import { randomUUID } from "node:crypto";
import { err, type Failure, failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { Snapshot } from "../../../engine/model/state-body.ts";
import { writeLockMs } from "../../../engine/model/timing.ts";
import type { Clock } from "../../../engine/ports/clock.ts";
import type { Journal } from "../../../engine/ports/journal.ts";
import type { Lock, LockHolder, LockOptions } from "../../../engine/ports/state-lock.ts";
import type {
  Read,
  Revision,
  RunEnd,
  StateName,
  StateStore,
  Write,
  WriteOptions,
} from "../../../engine/ports/state-store.ts";
import { FileJournal } from "../../journal/file-journal.ts";
import { localMachine, type Machine } from "../../lock/process-identity.ts";
import type { Sealing } from "../../seal/seal.ts";
import { belongsTo, encode } from "../../snapshot/codec.ts";
import { sha256 } from "../../snapshot/digest.ts";
import { movedFailure } from "../../snapshot/moved-state.ts";
import { conflict, type Version, versionOf } from "../../snapshot/succession.ts";
import { decodeState } from "./decode-state.ts";
import { FileLock, type HeldLock } from "./file-lock.ts";
import { errorCode, type FileSystem, ioFailure, nodeFileSystem } from "./file-system.ts";
import { type NotWritten, replaceState } from "./replace-state.ts";
import { runEnds } from "./run-end.ts";
import { StateFolder, statesIn } from "./state-folder.ts";

export interface FileStoreOptions {
  /** Absolute path of the folder that holds all states. */
  readonly statePath: string;
  readonly project: string;
  readonly context: string;
  /** Version of the program, for the envelope. */
  readonly writer: string;
  readonly clock: Clock;
  /** How long a write without a lock waits for those who hold it, in milliseconds. Default: 10,000. */
  readonly writeLockMs?: number;
  readonly sealing?: Sealing | undefined;
  readonly files?: FileSystem;
  readonly machine?: Machine;
  /** Words that lead a terminal to the same state, for messages. */
  readonly flags?: readonly string[];
}

type StoredVersion = Version & { readonly revision: Revision };
/** What is stored at the moment: its bytes' revision, and what they are. */
type StoredNow = {
  readonly revision: Revision | undefined;
  readonly version: Result<StoredVersion | undefined, Failure>;
  /** It may have changed since it was read. */
  readonly waited?: true;
};
/** What is to be stored. */
type Writing = {
  readonly next: Snapshot;
  readonly data: Uint8Array;
  readonly expected: Revision | undefined;
  readonly runEnded: boolean;
};

/** State in a folder on this machine. Safe between processes, and through crashes of them. */
export class FileStore implements StateStore {
  readonly backend = "file";
  /** Path of state.json. */
  readonly location: string;
  readonly journal: Journal;
  readonly localFolder: string;
  readonly #options: FileStoreOptions;
  readonly #files: FileSystem;
  readonly #folder: StateFolder;
  readonly #lock: FileLock;
  /** The lock that `lock` took and that is not released yet. */
  #heldLock: HeldLock | undefined;
  /** What this instance read or wrote last, to save decoding it again. */
  #known: StoredVersion | undefined;

  constructor(options: FileStoreOptions) {
    const {
      statePath,
      project,
      context,
      clock,
      files = nodeFileSystem,
      machine = localMachine(),
      flags = [],
    } = options;
    this.#options = options;
    this.#files = files;
    this.#folder = new StateFolder(statePath, project, context, files);
    this.location = this.#folder.state;
    this.localFolder = this.#folder.path;
    this.journal = new FileJournal(this.#folder.journal, files, options.sealing);
    this.#lock = new FileLock({ folder: this.#folder.path, project, context, files, machine, clock, flags });
  }

  async read(signal: AbortSignal): Promise<Read> {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Reading") };
    const moved = this.#folder.movedTo();
    if (moved.ok && moved.value !== undefined)
      return { state: "unavailable", failure: movedFailure(this.#options, moved.value), movedTo: moved.value };
    const data = this.#folder.read();
    if (!data.ok) return { state: "unavailable", failure: data.error };
    if (!moved.ok) return { state: "unavailable", failure: moved.error };
    if (data.value === undefined) return { state: "absent" };
    const read = await this.#decode(data.value);
    if (read.state === "found") this.#known = { ...versionOf(read.snapshot), revision: read.revision };
    return read;
  }

  async write(
    next: Snapshot,
    expected: Revision | undefined,
    options: WriteOptions,
    signal: AbortSignal,
  ): Promise<Write> {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Writing") };
    const writing = await this.#writing(next, expected, options);
    return this.#gripped(options, signal, (heldLock) => this.#writeLocked(heldLock, writing));
  }

  /** A note comes first, then the switch, then the old files go: whenever this ends, the state is in one place. */
  async takeOver(
    from: StateStore,
    next: Snapshot,
    expected: Revision,
    options: WriteOptions,
    signal: AbortSignal,
  ): Promise<Write> {
    if (!(from instanceof FileStore)) throw new Error(`the ${from.backend} backend is another place`);
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Writing") };
    const writing = await this.#writing(next, undefined, options);
    return this.#gripped(options, signal, (heldLock) =>
      from.#gripped(options, signal, async (theirs) => {
        const there = this.#folder.movedTo();
        const stored = there.ok && there.value !== undefined ? undefined : await this.#storedVersion();
        if (stored && !stored.version.ok) return { state: "unavailable", failure: stored.version.error };
        const before = stored?.version.ok ? stored.version.value : undefined;
        const refused = conflict(versionOf(next), before, undefined, this.location);
        if (refused) return { state: "conflict", failure: refused };
        return from.#whyNotTake(expected, theirs) ?? this.#take(from, heldLock, writing);
      }),
    );
  }

  /** May this state be taken away? It must be what was read. */
  #whyNotTake(expected: Revision, heldLock: HeldLock): NotWritten | undefined {
    const lost = this.#lostLock(heldLock);
    if (lost) return lost;
    const moved = this.#folder.movedTo();
    if (moved.ok && moved.value === undefined && this.#revisionNow() === expected) return undefined;
    const message = `The state at ${this.location} was not carried over: another run has changed it meanwhile. Nothing was changed; run again.`;
    return { state: "conflict", failure: failure("state-conflict", message) };
  }

  #take(from: FileStore, heldLock: HeldLock, { next, data }: Writing): Write {
    try {
      this.#folder.expect(from.#folder);
      this.#folder.forgetMove();
      from.#folder.noteMove(this.#options);
    } catch (error) {
      return { state: "unavailable", failure: ioFailure("carry the state over to", this.#folder.path, error) };
    }
    const replacement = { data, keepOld: false, endedSerial: undefined };
    const failed = replaceState(this.#files, this.#folder, replacement, () => this.#lostLock(heldLock));
    if (failed) return failed;
    this.#folder.arrived();
    from.#folder.empty();
    from.#known = undefined;
    const revision = sha256(data);
    this.#known = { ...versionOf(next), revision };
    return { state: "written", revision };
  }

  async holds(signal: AbortSignal): Promise<Result<boolean, Failure>> {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const moved = this.#folder.movedTo();
    if (!moved.ok) return moved;
    const data = moved.value === undefined ? this.#folder.read() : ok(undefined);
    return data.ok ? ok(data.value !== undefined) : data;
  }

  async beside(signal: AbortSignal): Promise<Result<readonly StateName[], Failure>> {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const { statePath } = this.#options;
    try {
      return ok(statesIn(statePath, this.#files));
    } catch (error) {
      return err(ioFailure("list the states in", statePath, error));
    }
  }

  async #writing(next: Snapshot, expected: Revision | undefined, options: WriteOptions): Promise<Writing> {
    const { project, context, writer, sealing } = this.#options;
    if (next.project !== project || next.context !== context)
      throw new Error(`state of ${next.project}/${next.context} given to the store of ${project}/${context}`);
    const data = Buffer.from(await encode(next, options.run, writer, { seal: sealing?.seal }));
    return { next, data, expected, runEnded: options.runEnded };
  }

  /** Does something under the lock that this store has, or else under one that is taken for it. */
  async #gripped(
    { run, command }: WriteOptions,
    signal: AbortSignal,
    work: (heldLock: HeldLock) => Promise<Write>,
  ): Promise<Write> {
    if (this.#heldLock !== undefined) return work(this.#heldLock);
    const { project, context, clock, writeLockMs: waitMs = writeLockMs } = this.#options;
    const holder = { id: randomUUID(), command, project, context, since: clock.timestamp(), run };
    const waiting = { timeoutMs: waitMs, onWait: () => {}, onBroken: () => {} };
    const lock = await this.#lock.acquire(holder, waiting, signal);
    if (lock.state !== "locked") return { state: "unavailable", failure: lock.failure };
    try {
      this.#folder.removeLeftovers();
      return await work(lock.heldLock);
    } finally {
      this.#lock.release(lock.heldLock);
    }
  }

  async lock(holder: LockHolder, options: LockOptions, signal: AbortSignal): Promise<Lock> {
    const lock = await this.#lock.acquire(holder, options, signal);
    if (lock.state !== "locked") return lock;
    const { heldLock } = lock;
    this.#heldLock = heldLock;
    this.#folder.removeLeftovers();
    const release = async () => {
      if (this.#heldLock === heldLock) this.#heldLock = undefined;
      return this.#lock.release(heldLock);
    };
    return { state: "locked", release };
  }

  /** A lock is a file in the folder of the state, which is made for it. */
  lockLeavesTraces(): boolean {
    try {
      this.#files.modified(this.#folder.path);
      return false;
    } catch (error) {
      return errorCode(error) === "ENOENT";
    }
  }

  async unlock(id: string, signal: AbortSignal): Promise<Result<LockHolder, Failure>> {
    return signal.aborted ? err(this.#cancelled("Unlocking")) : this.#lock.unlock(id);
  }

  async lockedBy(signal: AbortSignal): Promise<LockHolder | undefined> {
    return signal.aborted ? undefined : this.#lock.holder();
  }

  async history(serial: number, signal: AbortSignal): Promise<Read> {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Reading") };
    const path = this.#folder.history.path(serial);
    let data: Uint8Array;
    try {
      data = this.#files.readFile(path);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return { state: "absent" };
      return { state: "unavailable", failure: ioFailure("read the state", path, error) };
    }
    const read = await this.#decode(data, path, await this.#nameThen(data, signal));
    if (read.state !== "found" || read.snapshot.serial === serial) return read;
    const message = `The state at ${path} has serial ${read.snapshot.serial}, not ${serial} as its name says. Restore it, or move it away.`;
    return { state: "unavailable", failure: failure("state-unavailable", message) };
  }

  async runEnds(signal: AbortSignal): Promise<Result<readonly RunEnd[], Failure>> {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    try {
      return ok(runEnds(this.#files, this.#folder));
    } catch (error) {
      return err(ioFailure("list the earlier states in", this.#folder.history.folder, error));
    }
  }

  async #writeLocked(heldLock: HeldLock, writing: Writing): Promise<Write> {
    for (;;) {
      const now = this.#storedVersion();
      const stored = now instanceof Promise ? await now : now;
      const written = this.#writeOver(stored, heldLock, writing);
      if (written) return written;
    }
  }

  /**
   * All of it in one go: within this process nothing can come between the check and the switch.
   * @returns undefined: what is stored is not that any more
   */
  #writeOver(stored: StoredNow, heldLock: HeldLock, { next, data, expected, runEnded }: Writing): Write | undefined {
    const lost = this.#lostLock(heldLock);
    if (lost) return lost;
    if (stored.waited && this.#revisionNow() !== stored.revision) return undefined;
    const { version } = stored;
    // Only who was told that it is damaged knows the revision of something that can't be read.
    if (!version.ok && (stored.revision === undefined || stored.revision !== expected))
      return { state: "unavailable", failure: version.error };
    const before = version.ok ? version.value : undefined;
    const refused = version.ok ? conflict(versionOf(next), before, expected, this.location) : undefined;
    if (refused) return { state: "conflict", failure: refused };
    // The same version again would push the one before out of the backup, and so would a damaged one.
    const backup = before !== undefined && before.serial !== next.serial;
    const replacement = { data, keepOld: backup, endedSerial: runEnded ? next.serial : undefined };
    const failed = replaceState(this.#files, this.#folder, replacement, () => this.#lostLock(heldLock));
    if (failed) return failed;
    const revision = sha256(data);
    this.#known = { ...versionOf(next), revision };
    return { state: "written", revision };
  }

  /** Of the stored bytes, whatever they are; undefined: there are none, or they can't be read. */
  #revisionNow(): Revision | undefined {
    const data = this.#folder.read();
    return data.ok && data.value !== undefined ? sha256(data.value) : undefined;
  }

  /** What is stored; at once, where it is what this instance read or wrote last. */
  #storedVersion(): StoredNow | Promise<StoredNow> {
    const moved = this.#folder.movedTo();
    if (!moved.ok) return { revision: undefined, version: moved };
    if (moved.value !== undefined)
      return { revision: undefined, version: err(movedFailure(this.#options, moved.value)) };
    const data = this.#folder.read();
    if (!data.ok || data.value === undefined) return { revision: undefined, version: data.ok ? ok(undefined) : data };
    const revision = sha256(data.value);
    if (this.#known?.revision === revision) return { revision, version: ok(this.#known) };
    return this.#decodedVersion(data.value, revision);
  }

  async #decodedVersion(data: Uint8Array, revision: Revision): Promise<StoredNow> {
    const read = await this.#decode(data);
    const waited = true;
    if (read.state === "found") return { revision, version: ok({ ...versionOf(read.snapshot), revision }), waited };
    return { revision, version: read.state === "unavailable" ? err(read.failure) : ok(undefined), waited };
  }

  #lostLock(heldLock: HeldLock): NotWritten | undefined {
    try {
      if (this.#lock.holds(heldLock)) return undefined;
    } catch (error) {
      return { state: "unavailable", failure: ioFailure("read the lock in", this.#folder.path, error) };
    }
    const message = `The state at ${this.location} was not written: the lock of this run (${heldLock.id}) was released by somebody else meanwhile, so another run may be writing. The stored state is untouched.`;
    return { state: "conflict", failure: failure("state-conflict", message) };
  }

  /** An earlier version may have been stored under a former name: then it is of the same lineage. */
  async #nameThen(data: Uint8Array, signal: AbortSignal): Promise<StateName & { readonly lineage?: string }> {
    const { project, context } = this.#options;
    const named = belongsTo(data);
    if (named === undefined || (named.project === project && named.context === context)) return { project, context };
    const now = await this.read(signal);
    return now.state === "found" ? { ...named, lineage: now.snapshot.lineage } : { project, context };
  }

  /** @param path of an earlier state; absent: of the current one */
  #decode(data: Uint8Array, path = this.location, name?: StateName & { readonly lineage?: string }): Promise<Read> {
    return decodeState(data, path, this.#folder, this.#options, name);
  }

  #cancelled(what: string): Failure {
    return failure("cancelled", `${what} the state at ${this.location} was cancelled.`);
  }
}
