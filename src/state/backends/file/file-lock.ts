import { err, type Failure, failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import { lockNoticeMs } from "../../../engine/model/timing.ts";
import type { Clock } from "../../../engine/ports/clock.ts";
import type { Lock, LockHolder, LockOptions } from "../../../engine/ports/state-lock.ts";
import { heldFailure, notHeldFailure, unreadableFailure } from "../../lock/lock-messages.ts";
import { type Machine, whyGone } from "../../lock/process-identity.ts";
import { errorCode, type FileSystem, ioFailure } from "./file-system.ts";
import { type FoundLock, LockFiles } from "./lock-files.ts";

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

/**
 * The lock of one state: files `lock-<n>.json`, of which the highest n counts. Numbers only rise. A lock is released
 * by a tombstone in its place, and taken by creating the next number, which only one process can. So a dead holder's
 * lock is broken in the same step in which it is taken, and two healers can't both win.
 */
export class FileLock {
  readonly #options: FileLockOptions;
  readonly #locks: LockFiles;
  /** Ids of locks that this instance could not release: their files still say that they are held. */
  readonly #abandoned = new Set<string>();

  constructor(options: FileLockOptions) {
    this.#options = options;
    this.#locks = new LockFiles(options.folder, options.files, options.machine.self);
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
          notice = waited + lockNoticeMs;
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
    if (this.#locks.highest() !== heldLock.generation) return false;
    const content = this.#locks.read(heldLock.generation);
    return content.state === "held" && content.holder.id === heldLock.id;
  }

  /** Who holds the lock now: undefined when nobody does, when that process is gone, and when it can't be told. */
  holder(): LockHolder | undefined {
    const { machine } = this.#options;
    try {
      const generation = this.#locks.highest();
      const content: FoundLock = generation === 0 ? { state: "gone" } : this.#locks.read(generation);
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
      const content = this.#locks.read(heldLock.generation);
      if (content.state === "held" && content.holder.id === heldLock.id) this.#locks.bury(heldLock.generation);
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
      const generation = this.#locks.highest();
      const content: FoundLock = generation === 0 ? { state: "gone" } : this.#locks.read(generation);
      if (content.state === "unreadable" && id === `lock-${generation}`) {
        this.#locks.bury(generation);
        return ok(this.#unknownHolder(generation));
      }
      if (content.state === "unreadable") return err(this.#unreadable(generation));
      if (content.state !== "held") return err(notHeldFailure(id, undefined, project, context, flags));
      if (content.holder.id !== id) return err(notHeldFailure(id, content.holder, project, context, flags));
      this.#locks.bury(generation);
      return ok(content.holder);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return err(notHeldFailure(id, undefined, project, context, flags));
      return err(ioFailure("release the lock in", folder, error));
    }
  }

  #try(holder: LockHolder, options: LockOptions): Attempt {
    const highest = this.#locks.highest();
    const broken = highest === 0 ? undefined : this.#judge(highest);
    if (broken !== undefined && broken.state !== "free") return broken;
    const generation = highest + 1;
    if (!this.#locks.create(generation, holder)) return { state: "again" };
    // Between looking and creating, others may have taken and released higher numbers, and removed this one.
    if (this.#locks.highest() !== generation) {
      this.#locks.remove(generation);
      return { state: "again" };
    }
    if (broken?.dead) options.onBroken(broken.dead.holder, broken.dead.why);
    this.#locks.tidy(generation);
    return { state: "locked", heldLock: { generation, id: holder.id } };
  }

  /** May the lock of this generation be followed by the next one? */
  #judge(
    generation: number,
  ): Attempt | { readonly state: "free"; readonly dead?: { readonly holder: LockHolder; readonly why: string } } {
    const content = this.#locks.read(generation);
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

  #unknownHolder(generation: number): LockHolder {
    const { project, context } = this.#options;
    const run = { id: "", attempt: 0, sha: "", url: "" };
    return { id: `lock-${generation}`, command: "unknown", project, context, since: "an unknown time", run };
  }

  #unreadable(generation: number): Failure {
    const { project, context, flags } = this.#options;
    return unreadableFailure(`lock-${generation}`, this.#locks.path(generation), project, context, flags);
  }

  #cancelled(): Failure {
    return failure("cancelled", `Waiting for the lock of the state in ${this.#options.folder} was cancelled.`);
  }
}
