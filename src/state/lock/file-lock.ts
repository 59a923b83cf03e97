import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { isObject } from "../../engine/json/json.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { Lock, LockHolder, LockOptions } from "../../engine/ports/state-lock.ts";
import { attempt, errorCode, type FileSystem, ioFailure, overwrite, writeNew } from "../backends/file/file-system.ts";
import { heldFailure, notHeldFailure, unreadableFailure } from "./lock-messages.ts";
import { isLockText, lockBytes } from "./lock-text.ts";
import { type Machine, type ProcessIdentity, whyGone } from "./machine.ts";

export interface FileLockOptions {
  /** Folder of the lock files, made when missing. */
  readonly folder: string;
  readonly project: string;
  readonly context: string;
  readonly files: FileSystem;
  readonly machine: Machine;
  readonly clock: Clock;
  /** Words that lead a terminal to the same state, for messages. */
  readonly flags?: readonly string[];
}

/** A lock that this process got: generation `generation`, under the holder's id. */
export interface HeldLock {
  readonly generation: number;
  readonly id: string;
}

type Attempt =
  | { readonly state: "locked"; readonly heldLock: HeldLock }
  | { readonly state: "held"; readonly holder: LockHolder; readonly where: string; readonly unreadable?: Failure }
  /** Somebody else moved meanwhile: look again. */
  | { readonly state: "again" };

/** What is in a lock file. */
type Content =
  | { readonly state: "held"; readonly holder: LockHolder; readonly process: ProcessIdentity }
  | { readonly state: "released" }
  | { readonly state: "unreadable" }
  | { readonly state: "gone" };

const lockFormat = "opus-lock";
const noticeEveryMs = 5_000;
const staleTemporaryMs = 600_000;
/** Each run takes a few. */
const mostGenerations = 1_000_000_000_000;

/**
 * The lock of one state: files `lock-<n>.json`, of which the highest n counts. Numbers only rise. A lock is released
 * by a tombstone in its place, and taken by creating the next number, which only one process can. So a dead holder's
 * lock is broken in the same step in which it is taken, and two healers can't both win.
 */
export class FileLock {
  readonly #options: FileLockOptions;
  /** Ids of locks that this instance could not release: their files still say that they are held. */
  readonly #abandoned = new Set<string>();

  constructor(options: FileLockOptions) {
    this.#options = options;
  }

  /** Takes the lock, waiting for a living holder at most `timeoutMs`. */
  async acquire(
    holder: LockHolder,
    options: LockOptions,
    signal: AbortSignal,
  ): Promise<Exclude<Lock, { state: "locked" }> | { readonly state: "locked"; readonly heldLock: HeldLock }> {
    const { clock, folder, files } = this.#options;
    const begun = clock.now();
    let notice = 0;
    for (;;) {
      if (signal.aborted) return { state: "unavailable", failure: this.#cancelled() };
      let tried: Attempt;
      try {
        files.mkdir(folder);
        tried = this.#try(holder, options);
      } catch (error) {
        return { state: "unavailable", failure: ioFailure("lock the state in", folder, error) };
      }
      if (tried.state === "locked") return tried;
      const waited = clock.now() - begun;
      if (tried.state === "held") {
        const { holder: other, where, unreadable } = tried;
        if (waited >= options.timeoutMs)
          return {
            state: "held",
            holder: other,
            failure: unreadable ?? heldFailure(other, where, waited, this.#options.flags),
          };
        if (waited >= notice) {
          options.onWait(tried.holder, waited);
          notice = waited + noticeEveryMs;
        }
      }
      // Jitter, so that several waiters don't knock together.
      const pause = tried.state === "again" ? Math.random() * 10 : 100 + Math.random() * 400;
      const rest = Math.max(1, options.timeoutMs - waited);
      await clock.sleep(Math.min(pause, tried.state === "again" ? pause : rest), signal).catch(() => undefined);
    }
  }

  /** Is this lock still ours? False when somebody released it by its id. Throws what the file system throws. */
  holds(heldLock: HeldLock): boolean {
    if (this.#highest() !== heldLock.generation) return false;
    const content = this.#read(heldLock.generation);
    return content.state === "held" && content.holder.id === heldLock.id;
  }

  /** Who holds the lock now: undefined when nobody does, when that process is gone, and when it can't be told. */
  holder(): LockHolder | undefined {
    const { machine } = this.#options;
    try {
      const generation = this.#highest();
      const content: Content = generation === 0 ? { state: "gone" } : this.#read(generation);
      if (content.state === "unreadable") return this.#unknownHolder(generation);
      if (content.state !== "held" || this.#abandoned.has(content.holder.id)) return undefined;
      return whyGone(content.process, machine) === undefined ? content.holder : undefined;
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      return undefined;
    }
  }

  /** Releases a lock if it is still ours; otherwise nothing happens. */
  release(heldLock: HeldLock): Result<void, Failure> {
    try {
      const content = this.#read(heldLock.generation);
      if (content.state === "held" && content.holder.id === heldLock.id) this.#bury(heldLock.generation);
      return ok(undefined);
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      // Other processes find it held until this one has ended, and break it then.
      this.#abandoned.add(heldLock.id);
      return err(ioFailure("release the lock in", this.#options.folder, error));
    }
  }

  /** Releases the lock with this id, whoever holds it. A lock file that can't be read goes by its name, `lock-<n>`. */
  unlock(id: string): Result<LockHolder, Failure> {
    const { project, context, folder, flags } = this.#options;
    try {
      const generation = this.#highest();
      const content: Content = generation === 0 ? { state: "gone" } : this.#read(generation);
      if (content.state === "unreadable" && id === `lock-${generation}`) {
        this.#bury(generation);
        return ok(this.#unknownHolder(generation));
      }
      if (content.state === "unreadable") return err(this.#unreadable(generation));
      if (content.state !== "held") return err(notHeldFailure(id, undefined, project, context, flags));
      if (content.holder.id !== id) return err(notHeldFailure(id, content.holder, project, context, flags));
      this.#bury(generation);
      return ok(content.holder);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return err(notHeldFailure(id, undefined, project, context, flags));
      return err(ioFailure("release the lock in", folder, error));
    }
  }

  #try(holder: LockHolder, options: LockOptions): Attempt {
    const highest = this.#highest();
    const broken = highest === 0 ? undefined : this.#judge(highest);
    if (broken !== undefined && broken.state !== "free") return broken;
    const generation = highest + 1;
    if (!this.#create(generation, holder)) return { state: "again" };
    // Between looking and creating, others may have taken and released higher numbers, and removed this one.
    if (this.#highest() !== generation) {
      attempt(() => this.#options.files.unlink(this.#path(generation)));
      return { state: "again" };
    }
    if (broken?.dead) options.onBroken(broken.dead.holder, broken.dead.why);
    this.#tidy(generation);
    return { state: "locked", heldLock: { generation, id: holder.id } };
  }

  /** May the lock of this generation be followed by the next one? */
  #judge(
    generation: number,
  ): Attempt | { readonly state: "free"; readonly dead?: { readonly holder: LockHolder; readonly why: string } } {
    const content = this.#read(generation);
    switch (content.state) {
      case "released":
        return { state: "free" };
      case "gone":
        return { state: "again" };
      case "unreadable":
        return {
          state: "held",
          holder: this.#unknownHolder(generation),
          where: "",
          unreadable: this.#unreadable(generation),
        };
      case "held": {
        if (this.#abandoned.has(content.holder.id)) return { state: "free" };
        const why = whyGone(content.process, this.#options.machine);
        if (why !== undefined) return { state: "free", dead: { holder: content.holder, why } };
        const where = ` (process ${content.process.pid} on ${content.process.host})`;
        return { state: "held", holder: content.holder, where };
      }
    }
  }

  /** Creates a lock file with its whole content at once. @returns false when that number is taken */
  #create(generation: number, holder: LockHolder): boolean {
    const { files, folder } = this.#options;
    const path = this.#path(generation);
    const data = this.#content({ ...holder, released: false, ...this.#options.machine.self });
    const temporary = join(folder, `.lock-${randomUUID()}.tmp`);
    writeNew(files, temporary, data);
    try {
      files.link(temporary, path);
      return true;
    } catch (error) {
      const code = errorCode(error);
      // On a network file system a link may be made and still answer that it was there.
      if (code === "EEXIST") return this.#isOurs(generation, holder.id);
      if (code === "ENOENT") return false;
      if (code === undefined || !noHardLinks.has(code)) throw error;
    } finally {
      attempt(() => files.unlink(temporary));
    }
    try {
      writeNew(files, path, data);
      return true;
    } catch (error) {
      if (errorCode(error) === "EEXIST") return false;
      throw error;
    }
  }

  #isOurs(generation: number, id: string): boolean {
    const content = this.#read(generation);
    const { self } = this.#options.machine;
    return content.state === "held" && content.holder.id === id && content.process.pid === self.pid;
  }

  /** Puts a tombstone in place of a lock. */
  #bury(generation: number): void {
    const { files, folder } = this.#options;
    const temporary = join(folder, `.lock-${randomUUID()}.tmp`);
    const tombstone = this.#content({ released: true });
    try {
      writeNew(files, temporary, tombstone);
      files.rename(temporary, this.#path(generation));
    } catch (error) {
      attempt(() => files.unlink(temporary));
      if (errorCode(error) === undefined) throw error;
      // On a full disk there is still the room of the lock itself. Half written it reads as held.
      const length = files.readFile(this.#path(generation)).length;
      const padding = " ".repeat(Math.max(0, length - tombstone.length));
      overwrite(files, this.#path(generation), Buffer.concat([tombstone, Buffer.from(padding)]));
    }
  }

  #content(fields: object): Uint8Array {
    return Buffer.from(`${JSON.stringify({ format: lockFormat, version: 1, ...fields }, null, 2)}\n`);
  }

  #read(generation: number): Content {
    let text: string;
    try {
      text = Buffer.from(this.#options.files.readFile(this.#path(generation), lockBytes)).toString("utf8");
    } catch (error) {
      const code = errorCode(error);
      if (code === "ENOENT") return { state: this.#isThere(generation) ? "unreadable" : "gone" };
      if (code === "wrong-type" || code === "too-big") return { state: "unreadable" };
      throw error;
    }
    return parseLock(text);
  }

  /** Also as a link to nothing. */
  #isThere(generation: number): boolean {
    try {
      this.#options.files.modified(this.#path(generation));
      return true;
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      return false;
    }
  }

  /** The number that counts; 0 when there is none. A missing folder is an error, and so is a number that nobody gets to. */
  #highest(): number {
    let highest = 0;
    for (const name of this.#options.files.readdir(this.#options.folder)) {
      const number = generationOf(name);
      if (number > mostGenerations)
        throw Object.assign(new Error(`${name} has a number that no lock of opus gets to`), { code: "wrong-type" });
      if (number > highest) highest = number;
    }
    return highest;
  }

  /**
   * Removes what older generations left. The last two stay: whoever looked just before them then finds the next
   * number taken, instead of a gap in which to settle for a moment.
   */
  #tidy(generation: number): void {
    const { files, folder } = this.#options;
    attempt(() => {
      for (const name of files.readdir(folder)) {
        const path = join(folder, name);
        const number = generationOf(name);
        if (number > 0 && number < generation - 2) attempt(() => files.unlink(path));
        if (!name.startsWith(".lock-")) continue;
        attempt(() => {
          if (Date.now() - files.modified(path) > staleTemporaryMs) files.unlink(path);
        });
      }
    });
  }

  #path(generation: number): string {
    return join(this.#options.folder, `lock-${generation}.json`);
  }

  #unknownHolder(generation: number): LockHolder {
    const { project, context } = this.#options;
    const run = { id: "", attempt: 0, sha: "", url: "" };
    return { id: `lock-${generation}`, command: "unknown", project, context, since: "an unknown time", run };
  }

  #unreadable(generation: number): Failure {
    const { project, context, flags } = this.#options;
    return unreadableFailure(`lock-${generation}`, this.#path(generation), project, context, flags);
  }

  #cancelled(): Failure {
    return failure("cancelled", `Waiting for the lock of the state in ${this.#options.folder} was cancelled.`);
  }
}

/** Answers of file systems that have no hard links. */
const noHardLinks: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL"]);

function generationOf(name: string): number {
  const digits = /^lock-([1-9]\d*)\.json$/.exec(name)?.[1];
  return digits === undefined ? 0 : Number(digits);
}

function parseLock(text: string): Content {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { state: "unreadable" };
  }
  if (!isObject(value) || value.format !== lockFormat || value.version !== 1) return { state: "unreadable" };
  if (value.released === true) return { state: "released" };
  const { id, command, project, context, since, run, host, bootId, processNamespace, pid, startTime } = value;
  const texts = [id, command, project, context, since, host];
  const soundPid = Number.isSafeInteger(pid) && (pid as number) > 0;
  if (!texts.every(isLockText) || !isObject(run) || !soundPid) return { state: "unreadable" };
  const { id: runId, attempt: runAttempt, sha, url } = run;
  const whose = {
    id: isLockText(runId) ? runId : "",
    attempt: Number.isSafeInteger(runAttempt) ? (runAttempt as number) : 0,
    sha: isLockText(sha) ? sha : "",
    url: isLockText(url) ? url : "",
  };
  const holder = { id, command, project, context, since, run: whose } as LockHolder;
  const process = { machine: null, host, bootId, processNamespace, pid, startTime } as ProcessIdentity;
  return { state: "held", holder, process };
}
