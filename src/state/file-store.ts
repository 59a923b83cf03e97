import { randomUUID } from "node:crypto";
import { err, type Failure, failure, ok, type Result } from "../engine/diagnostic.ts";
import type { Snapshot } from "../engine/model.ts";
import type {
  Clock,
  Journal,
  Lock,
  LockHolder,
  LockOptions,
  Read,
  Revision,
  RunEnd,
  StateStore,
  Write,
  WriteOptions,
} from "../engine/ports.ts";
import { damageOf, decode, encode } from "./codec.ts";
import { sha256 } from "./digest.ts";
import { FileJournal } from "./file-journal.ts";
import { FileLock, type Grip } from "./file-lock.ts";
import { attempt, errorCode, type FileSystem, ioFailure, nodeFileSystem, syncFolder, writeNew } from "./file-system.ts";
import { localMachine, type Machine } from "./machine.ts";
import { StateFolder } from "./state-folder.ts";
import { conflict, type Version, versionOf } from "./succession.ts";

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
  readonly files?: FileSystem;
  readonly machine?: Machine;
}

type StoredVersion = Version & { readonly revision: Revision };
type NotWritten = Exclude<Write, { readonly state: "written" }>;

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
  #grip: Grip | undefined;
  /** What this instance read or wrote last, to save decoding it again. */
  #known: StoredVersion | undefined;

  constructor(options: FileStoreOptions) {
    const { statePath, project, context, clock, files = nodeFileSystem, machine = localMachine() } = options;
    this.#options = options;
    this.#files = files;
    this.#folder = new StateFolder(statePath, project, context, files);
    this.location = this.#folder.state;
    this.localFolder = this.#folder.path;
    this.journal = new FileJournal(this.#folder.journal, files);
    this.#lock = new FileLock({ folder: this.#folder.path, project, context, files, machine, clock });
  }

  async read(signal: AbortSignal): Promise<Read> {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Reading") };
    const data = this.#folder.read();
    if (!data.ok) return { state: "unavailable", failure: data.error };
    if (data.value === undefined) return { state: "absent" };
    const read = this.#decode(data.value, this.location);
    if (read.state === "found") this.#known = { ...versionOf(read.snapshot), revision: read.revision };
    return read;
  }

  async write(
    next: Snapshot,
    expected: Revision | undefined,
    options: WriteOptions,
    signal: AbortSignal,
  ): Promise<Write> {
    const { project, context, clock, writeLockMs = 10_000 } = this.#options;
    if (next.project !== project || next.context !== context)
      throw new Error(`state of ${next.project}/${next.context} given to the store of ${project}/${context}`);
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Writing") };
    if (this.#grip !== undefined) return this.#writeLocked(this.#grip, next, expected, options);
    const { run, command } = options;
    const holder = { id: randomUUID(), command, project, context, since: clock.timestamp(), run };
    const waiting = { timeoutMs: writeLockMs, onWait: () => {}, onBroken: () => {} };
    const lock = await this.#lock.acquire(holder, waiting, signal);
    if (lock.state !== "locked") return { state: "unavailable", failure: lock.failure };
    try {
      this.#folder.removeLeftovers();
      return this.#writeLocked(lock.grip, next, expected, options);
    } finally {
      this.#lock.release(lock.grip);
    }
  }

  async lock(holder: LockHolder, options: LockOptions, signal: AbortSignal): Promise<Lock> {
    const lock = await this.#lock.acquire(holder, options, signal);
    if (lock.state !== "locked") return lock;
    const { grip } = lock;
    this.#grip = grip;
    this.#folder.removeLeftovers();
    const release = async () => {
      if (this.#grip === grip) this.#grip = undefined;
      return this.#lock.release(grip);
    };
    return { state: "locked", release };
  }

  async unlock(id: string, signal: AbortSignal): Promise<Result<LockHolder, Failure>> {
    return signal.aborted ? err(this.#cancelled("Unlocking")) : this.#lock.unlock(id);
  }

  async lockedBy(signal: AbortSignal): Promise<LockHolder | undefined> {
    return signal.aborted ? undefined : this.#lock.holder();
  }

  async history(serial: number, signal: AbortSignal): Promise<Read> {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Reading") };
    const path = this.#folder.historyPath(serial);
    let data: Uint8Array;
    try {
      data = this.#files.readFile(path);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return { state: "absent" };
      return { state: "unavailable", failure: ioFailure("read the state", path, error) };
    }
    const read = this.#decode(data, path);
    if (read.state !== "found" || read.snapshot.serial === serial) return read;
    const message = `The state at ${path} has serial ${read.snapshot.serial}, not ${serial} as its name says. Restore it, or move it away.`;
    return { state: "unavailable", failure: failure("state-unavailable", message) };
  }

  async runEnds(signal: AbortSignal): Promise<Result<readonly RunEnd[], Failure>> {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    try {
      return ok(this.#folder.serials().map((serial) => this.#runEnd(serial)));
    } catch (error) {
      return err(ioFailure("list the earlier states in", this.#folder.history, error));
    }
  }

  /** What the envelope tells; whether the state is sound is looked at when it is used. */
  #runEnd(serial: number): RunEnd {
    const path = this.#folder.historyPath(serial);
    const at = new Date(this.#files.modified(path)).toISOString();
    const run = /"run": \{[^}]*?"url": "([^"\\]*)"/.exec(Buffer.from(this.#files.readFile(path)).toString("utf8"));
    return { serial, at, what: "", url: run?.[1] ?? "" };
  }

  /** All of it in one go: within this process nothing can come between the check and the switch. */
  #writeLocked(grip: Grip, next: Snapshot, expected: Revision | undefined, options: WriteOptions): Write {
    const lost = this.#lostLock(grip);
    if (lost) return lost;
    const stored = this.#storedVersion();
    if (!stored.ok && !this.#isRevision(expected)) return { state: "unavailable", failure: stored.error };
    const version = stored.ok ? stored.value : undefined;
    const refused = stored.ok ? conflict(versionOf(next), version, expected, this.location) : undefined;
    if (refused) return { state: "conflict", failure: refused };
    const data = Buffer.from(encode(next, options.run, this.#options.writer));
    // The same version again would push the one before out of the backup, and so would a damaged one.
    const backup = version !== undefined && version.serial !== next.serial;
    const failed = this.#replace(grip, data, backup, options.runEnded ? next.serial : undefined);
    if (failed) return failed;
    const revision = sha256(data);
    this.#known = { ...versionOf(next), revision };
    return { state: "written", revision };
  }

  /** Only who was told that it is damaged knows the revision of something that can't be read. */
  #isRevision(expected: Revision | undefined): boolean {
    const data = this.#folder.read();
    return data.ok && data.value !== undefined && sha256(data.value) === expected;
  }

  #storedVersion(): Result<StoredVersion | undefined, Failure> {
    const data = this.#folder.read();
    if (!data.ok || data.value === undefined) return data.ok ? ok(undefined) : data;
    if (this.#known?.revision === sha256(data.value)) return ok(this.#known);
    const read = this.#decode(data.value, this.location);
    if (read.state === "found") return ok({ ...versionOf(read.snapshot), revision: read.revision });
    return read.state === "unavailable" ? err(read.failure) : ok(undefined);
  }

  /** New bytes beside the old ones, then backup, then the switch. Until the switch everything is as before. */
  #replace(grip: Grip, data: Uint8Array, keepOld: boolean, endedSerial: number | undefined): NotWritten | undefined {
    const files = this.#files;
    const folder = this.#folder;
    const temporary = folder.temporary(folder.path);
    const backup = folder.temporary(folder.path);
    const history = folder.temporary(folder.history);
    let lost: NotWritten | undefined;
    try {
      writeNew(files, temporary, data);
      if (endedSerial !== undefined) {
        files.mkdir(folder.history);
        // A copy, not a link: whoever mends state.json in place must not change history with it.
        files.copy(temporary, history);
      }
      if (keepOld) this.#keepBackup(backup);
      lost = this.#lostLock(grip);
      if (!lost) files.rename(temporary, folder.state);
    } catch (error) {
      lost = { state: "unavailable", failure: ioFailure("write the state", folder.state, error) };
    }
    if (lost) {
      for (const path of [temporary, backup, history]) attempt(() => files.unlink(path));
      return lost;
    }
    if (endedSerial !== undefined) {
      attempt(() => files.rename(history, folder.historyPath(endedSerial)));
      attempt(() => folder.pruneHistory());
    }
    syncFolder(files, folder.path);
    return undefined;
  }

  #keepBackup(temporary: string): void {
    const files = this.#files;
    try {
      files.link(this.#folder.state, temporary);
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      files.copy(this.#folder.state, temporary);
    }
    files.rename(temporary, this.#folder.backup);
    // When both were the same file already, the rename did nothing and left the name.
    attempt(() => files.unlink(temporary));
  }

  #lostLock(grip: Grip): NotWritten | undefined {
    try {
      if (this.#lock.holds(grip)) return undefined;
    } catch (error) {
      return { state: "unavailable", failure: ioFailure("read the lock in", this.#folder.path, error) };
    }
    const message = `The state at ${this.location} was not written: the lock of this run (${grip.id}) was released by somebody else meanwhile, so another run may be writing. The stored state is untouched.`;
    return { state: "conflict", failure: failure("state-conflict", message) };
  }

  #decode(data: Uint8Array, path: string): Read {
    const { project, context } = this.#options;
    const { backup, history } = this.#folder;
    const remedy =
      path === this.location
        ? `The version before it is ${backup}, earlier ones are in ${history}: put a good one back with \`opus state push FILE --force\`, or copy it over this one.`
        : "Restore it, or move it away.";
    const decoded = decode(data, { project, context, location: path, remedy });
    if (!decoded.ok) {
      const left = damageOf(data, { project, context, location: path });
      const damaged = left && { ...left, revision: sha256(data) };
      return { state: "unavailable", failure: decoded.error, ...(damaged ? { damaged } : {}) };
    }
    return { state: "found", snapshot: decoded.value, revision: sha256(data), data };
  }

  #cancelled(what: string): Failure {
    return failure("cancelled", `${what} the state at ${this.location} was cancelled.`);
  }
}
