import { err, type Failure, failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import { lockGiveBackMs } from "../../../engine/model/timing.ts";
import type { RunLookup } from "../../../engine/ports/run-lookup.ts";
import type { Lock, LockHolder, LockOptions } from "../../../engine/ports/state-lock.ts";
import { heldFailure, notHeldFailure, notReleasedFailure, unreadableFailure } from "../../lock/lock-messages.ts";
import { heldLock } from "../../lock/lock-record.ts";
import { type Machine, whyGone } from "../../lock/process-identity.ts";
import { type ContextFiles, lockFile, lockIn } from "./branch-files.ts";
import { type Decision, type UpdateFailure, updateBranch } from "./branch-update.ts";
import { lockMessage, unlockMessage } from "./commit-message.ts";
import type { BranchRepository } from "./git/branch-repository.ts";
import { type Held, HolderLookup, LockWait } from "./lock-wait.ts";

export interface BranchLockOptions {
  readonly repository: BranchRepository;
  readonly project: string;
  readonly context: string;
  /** `<project>/<context>`, as on the branch. */
  readonly folder: string;
  /** Of the lock file, for messages. */
  readonly location: string;
  readonly machine: Machine;
  /** Asked where there is no branch, before it is made for the lock: why not? */
  whyNotBegin?(): Failure | undefined;
  /** Absent: only holders of this machine can be found dead. */
  readonly runLookup?: RunLookup | undefined;
  readonly onProgress?: ((message: string) => void) | undefined;
  /** Words that lead a terminal to the same state, for messages. */
  readonly flags?: readonly string[] | undefined;
}

/** Somebody's lock that nobody needs any more. */
interface Dead {
  readonly holder: LockHolder;
  readonly why: string;
}

export type Judgement =
  | { readonly state: "free"; readonly dead?: Dead }
  | { readonly state: "held"; readonly held: Held };

type Tried =
  | { readonly state: "locked"; readonly broken: Dead | undefined }
  | { readonly state: "refused"; readonly failure: Failure }
  | { readonly state: "held"; readonly held: Held };

type NotLocked = Exclude<Lock, { readonly state: "locked" }>;

const unreadableId = "unreadable";

/**
 * The lock of one state: `lock.json` beside it, in the same branch. Whoever writes state checks it in the very commit
 * that he goes on from, so a broken lock keeps its old holder from writing.
 */
export class BranchLock {
  readonly #options: BranchLockOptions;
  /** Ids of locks of this process that it could not release. */
  readonly #abandoned = new Set<string>();
  /** Ids of holders whose runs are over, and why. They never live again. */
  readonly #over = new Map<string, string>();

  constructor(options: BranchLockOptions) {
    this.#options = options;
  }

  /** Takes the lock, waiting for a living holder at most `timeoutMs`. */
  async acquire(
    holder: LockHolder,
    options: LockOptions,
    signal: AbortSignal,
  ): Promise<NotLocked | { readonly state: "locked" }> {
    const wait = this.wait(options, signal);
    for (;;) {
      if (signal.aborted) return { state: "unavailable", failure: this.cancelled() };
      const tried = await this.#update((files) => this.#take(files, holder), signal);
      if (!tried.ok) return this.#notTaken(holder, tried.error);
      if (tried.value.state === "locked") {
        const { broken } = tried.value;
        if (broken) options.onBroken(broken.holder, broken.why);
        return { state: "locked" };
      }
      if (tried.value.state === "refused") return { state: "unavailable", failure: tried.value.failure };
      const refused = await wait.longer(tried.value.held);
      if (refused) return refused;
    }
  }

  /**
   * Waits until nobody has the lock, and takes nothing.
   * @returns `left-behind`: it is somebody's who is gone
   */
  async whenFree(
    options: LockOptions,
    signal: AbortSignal,
  ): Promise<NotLocked | { readonly state: "free" } | { readonly state: "left-behind" }> {
    const { repository, folder, whyNotBegin } = this.#options;
    const wait = this.wait(options, signal);
    for (;;) {
      if (signal.aborted) return { state: "unavailable", failure: this.cancelled() };
      const looked = await repository.exclusive(async () => {
        const tip = await repository.fetch(signal);
        return tip.ok ? repository.files(tip.value, folder, signal) : tip;
      });
      if (!looked.ok) {
        const cancelled = looked.error.reason === "cancelled";
        return { state: "unavailable", failure: cancelled ? this.cancelled() : looked.error };
      }
      const judgement = this.judge(looked.value);
      if (judgement.state === "free") {
        const refused = looked.value.commit === undefined ? whyNotBegin?.() : undefined;
        if (refused) return { state: "unavailable", failure: refused };
        return lockIn(looked.value.lock).state === "free" ? { state: "free" } : { state: "left-behind" };
      }
      const refused = await wait.longer(judgement.held);
      if (refused) return refused;
    }
  }

  /** Begins to wait for those who have the lock. */
  wait(options: LockOptions, signal: AbortSignal): LockWait {
    const { repository, runLookup } = this.#options;
    const lookup = new HolderLookup(runLookup, repository.clock.now, this.#over);
    const refusal = (held: Held, waitedMs: number): Failure => this.refusal(held, waitedMs);
    return new LockWait({ clock: repository.clock, lookup, options, signal, refusal });
  }

  /** Releases a lock if it is still held under this id; otherwise nothing happens. */
  async release(id: string, signal: AbortSignal): Promise<Result<void, Failure>> {
    const released = await this.#update((files) => {
      const content = lockIn(files.lock);
      if (content.state !== "held" || content.holder.id !== id) return { do: "answer", value: undefined };
      return this.#remove(content.holder, false, undefined);
    }, signal);
    if (released.ok) return ok(undefined);
    this.#abandoned.add(id);
    const { project, context, flags } = this.#options;
    return err(notReleasedFailure(id, released.error.failure, project, context, flags));
  }

  /** Releases the lock with this id, whoever holds it. A lock file that can't be read goes by `unreadable`. */
  async unlock(id: string, signal: AbortSignal): Promise<Result<LockHolder, Failure>> {
    const { project, context, flags } = this.#options;
    const unlocked = await this.#update<Result<LockHolder, Failure>>((files) => {
      const content = lockIn(files.lock);
      if (content.state === "free")
        return { do: "answer", value: err(notHeldFailure(id, undefined, project, context, flags)) };
      const holder = content.state === "held" ? content.holder : this.#unknownHolder();
      if (holder.id !== id) {
        const why = content.state === "held" ? notHeldFailure(id, holder, project, context, flags) : this.#unreadable();
        return { do: "answer", value: err(why) };
      }
      return this.#remove(holder, true, ok(holder));
    }, signal);
    return unlocked.ok ? unlocked.value : err(unlocked.error.failure);
  }

  /** Who has the lock in this commit, and does he still need it? */
  judge(files: ContextFiles): Judgement {
    const content = lockIn(files.lock);
    switch (content.state) {
      case "free":
        return { state: "free" };
      case "unreadable":
        return { state: "held", held: { holder: this.#unknownHolder(), where: "", unreadable: true } };
      case "held": {
        const { holder, process } = content;
        if (this.#abandoned.has(holder.id)) return { state: "free" };
        const why = whyGone(process, this.#options.machine) ?? this.#over.get(holder.id);
        if (why !== undefined) return { state: "free", dead: { holder, why } };
        // A link to the run says more than the name of its runner.
        const where = holder.run.url === "" ? ` (process ${process.pid} on ${process.host})` : "";
        return { state: "held", held: { holder, where } };
      }
    }
  }

  /** Why somebody else's lock keeps this run from going on. */
  refusal({ holder, where, unreadable }: Held, waitedMs: number): Failure {
    return unreadable ? this.#unreadable() : heldFailure(holder, where, waitedMs, this.#options.flags);
  }

  /** The file of a lock that goes with a write. */
  file(holder: LockHolder): readonly [path: string, content: Uint8Array] {
    const { folder, machine } = this.#options;
    return [`${folder}/${lockFile}`, heldLock(holder, machine.self)];
  }

  #take(files: ContextFiles, holder: LockHolder): Decision<Tried> {
    const content = lockIn(files.lock);
    if (content.state === "held" && content.holder.id === holder.id)
      return { do: "answer", value: { state: "locked", broken: undefined } };
    const judgement = this.judge(files);
    if (judgement.state === "held") return { do: "answer", value: judgement };
    const { folder, whyNotBegin } = this.#options;
    const refused = files.commit === undefined ? whyNotBegin?.() : undefined;
    if (refused) return { do: "answer", value: { state: "refused", failure: refused } };
    return {
      do: "push",
      files: new Map([this.file(holder)]),
      message: lockMessage(folder, holder, judgement.dead?.why),
      aside: true,
      value: { state: "locked", broken: judgement.dead },
      arrived: (later) => isHeldBy(later, holder.id),
    };
  }

  #remove<T>(holder: LockHolder, byHand: boolean, value: T): Decision<T> {
    const { folder } = this.#options;
    return {
      do: "push",
      files: new Map([[`${folder}/${lockFile}`, null]]),
      message: unlockMessage(folder, holder, byHand),
      ...(byHand ? {} : { aside: true }),
      value,
      arrived: (later) => {
        const lock = lockIn(later.lock);
        return lock.state === "free" || (lock.state === "held" && lock.holder.id !== holder.id);
      },
    };
  }

  /** A lock that was perhaps taken all the same must not stay behind. */
  async #notTaken(holder: LockHolder, { failure, mayHaveArrived }: UpdateFailure): Promise<Lock> {
    const why = failure.reason === "cancelled" ? this.cancelled() : failure;
    if (!mayHaveArrived) return { state: "unavailable", failure: why };
    const given = await this.release(holder.id, AbortSignal.timeout(lockGiveBackMs));
    return { state: "unavailable", failure: why, ...(given.ok ? {} : { mayBeHeld: true }) };
  }

  #update<T>(decide: (files: ContextFiles) => Decision<T>, signal: AbortSignal): Promise<Result<T, UpdateFailure>> {
    const { repository, folder, onProgress } = this.#options;
    return updateBranch(repository, { folder, decide, onProgress }, signal);
  }

  #unknownHolder(): LockHolder {
    const { project, context } = this.#options;
    const run = { id: "", attempt: 0, sha: "", url: "" };
    return { id: unreadableId, command: "unknown", project, context, since: "an unknown time", run };
  }

  #unreadable(): Failure {
    const { location, project, context, flags } = this.#options;
    return unreadableFailure(unreadableId, location, project, context, flags);
  }

  /** A run was cancelled that waited for it. */
  cancelled(): Failure {
    return failure("cancelled", `Waiting for the lock ${this.#options.location} was cancelled.`);
  }
}

/** Is the lock there under this id? */
export function isHeldBy(files: ContextFiles, id: string): boolean {
  const lock = lockIn(files.lock);
  return lock.state === "held" && lock.holder.id === id;
}
