import { join } from "node:path";
import { err, type Failure, failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { Snapshot } from "../../../engine/model/state-body.ts";
import { writeLockMs } from "../../../engine/model/timing.ts";
import type { Journal } from "../../../engine/ports/journal.ts";
import type { Lock, LockHolder, LockOptions, LockToCome } from "../../../engine/ports/state-lock.ts";
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
import { localMachine } from "../../lock/process-identity.ts";
import { encode } from "../../snapshot/codec.ts";
import { sha256 } from "../../snapshot/digest.ts";
import { versionOf } from "../../snapshot/succession.ts";
import { nodeFileSystem } from "../file/file-system.ts";
import { folderName, sortedNames } from "../file/state-folder.ts";
import { type ContextFiles, lockFile, lockIn, namesOf, stateFile, stateFolders } from "./branch-files.ts";
import { type LastState, lastState, recordedEnds } from "./branch-history.ts";
import { BranchLock, isHeldBy } from "./branch-lock.ts";
import {
  type KnownVersion,
  leftMeanwhile,
  lostBranch,
  whyNotFree,
  whyNotHeld,
  whyNotSucceed,
  whyNotTake,
  whyPutBack,
} from "./branch-refusals.ts";
import type { BranchStoreOptions } from "./branch-store-options.ts";
import { type Decision, updateBranch } from "./branch-update.ts";
import { type CarryingEnd, carryOver } from "./carry-over.ts";
import { stateMessage } from "./commit-message.ts";
import { type BranchPlace, decodeStored, goneState } from "./decode-stored.ts";
import { earlierState } from "./earlier-state.ts";
import type { BranchRepository, Tip } from "./git/branch-repository.ts";
import { untilHandedOver } from "./handed-over-journal.ts";
import type { Held } from "./lock-wait.ts";

/** What writing came to; `held`: somebody has the lock. */
type Tried = Write | { readonly state: "held"; readonly held: Held };

/** State on a branch of a git repository: `<project>/<context>/state.json`, and `lock.json` beside it while locked. */
export class BranchStore implements StateStore {
  readonly backend = "branch";
  readonly location: string;
  readonly journal: Journal;
  readonly localFolder: string;
  readonly #options: BranchStoreOptions;
  readonly #repository: BranchRepository;
  /** `<project>/<context>`, as on the branch. */
  readonly #folder: string;
  readonly #lock: BranchLock;
  readonly #place: BranchPlace;
  readonly #file: FileJournal;
  /** Id of the lock that `lock` took and that is not released yet. */
  #held: string | undefined;
  /** The lock that comes with the first write. */
  #toCome: { readonly holder: LockHolder; readonly options: LockOptions; readonly signal: AbortSignal } | undefined;
  /** A push that takes it was sent. */
  #mayHold = false;
  /** The lock went with the run's last write: the journal's file may be the next run's by now. */
  #handedOver = false;
  /** The lock was just taken: the tip known here has the current state. */
  #current = false;
  /** What this instance read or wrote last, to save decoding it again. */
  #known: KnownVersion | undefined;
  /** Nothing is stored, and the history of the branch has nothing either. */
  #neverStored = false;

  constructor(options: BranchStoreOptions) {
    const { repository, project, context, localFolder, machine = localMachine(), runLookup, onProgress } = options;
    this.#options = options;
    this.#repository = repository;
    this.#folder = `${folderName(project)}/${folderName(context)}`;
    const { branch, shown } = repository.names;
    const on = `on the branch ${branch} of ${shown}`;
    this.location = `${this.#folder}/${stateFile} ${on}`;
    this.localFolder = localFolder;
    const { sealing, flags } = options;
    this.#place = {
      project,
      context,
      folder: this.#folder,
      location: this.location,
      names: repository.names,
      sealing,
      flags,
    };
    this.#file = new FileJournal(join(localFolder, "journal.ndjson"), nodeFileSystem, options.sealing);
    this.journal = untilHandedOver(this.#file, () => this.#handedOver);
    const location = `${this.#folder}/${lockFile} ${on}`;
    this.#lock = new BranchLock({
      repository,
      project,
      context,
      folder: this.#folder,
      location,
      machine,
      whyNotBegin: () => this.#whyNotBegin(),
      runLookup,
      onProgress,
      flags: options.flags,
    });
  }

  async read(signal: AbortSignal): Promise<Read> {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Reading") };
    const tip = this.#current ? this.#repository.tip : undefined;
    this.#current = false;
    const looked = await this.#repository.exclusive(async () => {
      const files = await this.#files(tip, signal);
      if (!files.ok) return files;
      const last = await this.#lastOf(files.value, signal);
      return last.ok ? ok({ stored: files.value.state, last: last.value }) : last;
    });
    if (!looked.ok) return { state: "unavailable", failure: looked.error };
    const { stored, last } = looked.value;
    const read = last === undefined ? await decodeStored(stored, this.#place) : goneState(last, this.#place);
    if (read.state === "found") this.#known = { ...versionOf(read.snapshot), revision: read.revision };
    return read;
  }

  async write(
    next: Snapshot,
    expected: Revision | undefined,
    options: WriteOptions,
    signal: AbortSignal,
  ): Promise<Write> {
    const { project, context, writer, sealing } = this.#options;
    if (next.project !== project || next.context !== context)
      throw new Error(`state of ${next.project}/${next.context} given to the store of ${project}/${context}`);
    this.#current = false;
    // The lock goes with this write, and the journal is ended after it.
    if (options.runEnded && this.#held !== undefined) this.#file.hold();
    const data = Buffer.from(await encode(next, options.run, writer, { seal: sealing?.seal }));
    const decide = (files: ContextFiles) => this.#decideWrite(files, next, data, expected, options);
    const wait = this.#waitToWrite(options, signal);
    for (;;) {
      if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Writing") };
      // A cancelled run begins nothing, and stores how it ended.
      if (this.#toCome?.signal.aborted && !options.runEnded)
        return { state: "unavailable", failure: this.#lock.cancelled() };
      const { onProgress } = this.#options;
      const update = { folder: this.#folder, decide, onProgress };
      const tried = await updateBranch<Tried>(this.#repository, update, signal);
      if (!tried.ok) return { state: "unavailable", failure: tried.error.failure };
      if (tried.value.state === "written") this.#afterWrite(next, tried.value.revision, options);
      if (tried.value.state !== "held") return tried.value;
      const refused = await wait.longer(tried.value.held);
      if (refused) return { state: "unavailable", failure: refused.failure };
    }
  }

  async takeOver(
    from: StateStore,
    next: Snapshot,
    expected: Revision,
    options: WriteOptions,
    signal: AbortSignal,
  ): Promise<Write> {
    if (!(from instanceof BranchStore)) throw new Error(`the ${from.backend} backend is another place`);
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Writing") };
    this.#current = false;
    const { writer, sealing } = this.#options;
    const data = Buffer.from(await encode(next, options.run, writer, { seal: sealing?.seal }));
    const carried = { next, data, expected, options };
    const { answer, arrived, left } = await carryOver(this.#asEnd(), from.#asEnd(), carried, signal);
    if (arrived !== undefined) {
      this.#afterWrite(next, arrived, { ...options, runEnded: false });
      this.#current = this.#held !== undefined;
    }
    if (left) from.#takenAway();
    return answer;
  }

  #asEnd(): CarryingEnd {
    return {
      repository: this.#repository,
      place: this.#place,
      onProgress: this.#options.onProgress,
      files: (signal) => this.#files(undefined, signal),
      whyNotArrive: async (files, next) =>
        this.#whyNotMine(files) ?? (await this.#whyNotWriteHere(files, next, undefined)),
      whyNotBusy: (files) => this.#whyNotMine(files) ?? this.#whyNotHeld(files),
      whyNotLeave: (files, expected) =>
        this.#whyNotMine(files) ?? this.#whyNotHeld(files) ?? whyNotTake(files, expected, this.location),
    };
  }

  async holds(signal: AbortSignal): Promise<Result<boolean, Failure>> {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const files = await this.#repository.exclusive(() => this.#files(this.#repository.tip, signal));
    return files.ok ? ok(files.value.state.state !== "absent") : files;
  }

  async beside(signal: AbortSignal): Promise<Result<readonly StateName[], Failure>> {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const folders = await this.#repository.exclusive(async () => {
      const { tip } = this.#repository;
      const known = tip === undefined ? await this.#repository.fetch(signal) : ok(tip);
      return known.ok ? foldersOn(this.#repository, known.value, signal) : known;
    });
    if (!folders.ok) return folders;
    const names = folders.value.map(namesOf);
    const others = (await this.#options.others?.(signal)) ?? ok([]);
    for (const other of others.ok ? others.value : []) {
      const found = await other.exclusive(async () => {
        const tip = await other.fetch(signal);
        return tip.ok ? foldersOn(other, tip.value, signal) : tip;
      });
      // Not one of state, perhaps.
      if (found.ok) names.push(...found.value.map(namesOf));
    }
    return ok(sortedNames(names));
  }

  async lock(holder: LockHolder, options: LockOptions, signal: AbortSignal): Promise<Lock> {
    const lock = await this.#lock.acquire(holder, options, signal);
    if (lock.state !== "locked") return lock;
    this.#toCome = undefined;
    this.#held = holder.id;
    this.#handedOver = false;
    this.#current = true;
    return { state: "locked", release: this.#releaser(holder.id) };
  }

  async lockWithWrite(holder: LockHolder, options: LockOptions, signal: AbortSignal): Promise<LockToCome> {
    const looked = await this.#lock.whenFree(options, signal);
    if (looked.state !== "free") return looked;
    this.#toCome = { holder, options, signal };
    this.#mayHold = false;
    this.#handedOver = false;
    this.#current = true;
    const release = this.#releaser(holder.id);
    return {
      state: "free",
      release: async (until) => {
        this.#toCome = undefined;
        return this.#held === holder.id || this.#mayHold ? release(until) : ok(undefined);
      },
    };
  }

  #releaser(id: string): (until?: AbortSignal) => Promise<Result<void, Failure>> {
    let released = false;
    return async (until) => {
      if (this.#held === id) this.#held = undefined;
      else released ||= this.#handedOver;
      if (released) return ok(undefined);
      // Never the run's signal: a cancelled run gives its lock back as well.
      const answer = await this.#lock.release(id, until ?? new AbortController().signal);
      released = answer.ok;
      return answer;
    };
  }

  /** Who has or gets the lock waits for others as long as he said; others only as long as a short write may take. */
  #waitToWrite({ runEnded }: WriteOptions, signal: AbortSignal) {
    const toCome = this.#toCome;
    if (toCome && !(runEnded && toCome.signal.aborted))
      return this.#lock.wait(toCome.options, AbortSignal.any([signal, toCome.signal]));
    const { writeLockMs: timeoutMs = writeLockMs } = this.#options;
    return this.#lock.wait({ timeoutMs, onWait: () => {}, onBroken: () => {} }, signal);
  }

  async unlock(id: string, signal: AbortSignal): Promise<Result<LockHolder, Failure>> {
    return signal.aborted ? err(this.#cancelled("Unlocking")) : this.#lock.unlock(id, signal);
  }

  async lockedBy(signal: AbortSignal): Promise<LockHolder | undefined> {
    if (signal.aborted) return undefined;
    const files = await this.#repository.exclusive(() => this.#files(undefined, signal));
    if (!files.ok) return undefined;
    const judgement = this.#lock.judge(files.value);
    return judgement.state === "held" ? judgement.held.holder : undefined;
  }

  async history(serial: number, signal: AbortSignal): Promise<Read> {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Reading") };
    return earlierState(this.#repository, this.#place, serial, signal);
  }

  async runEnds(signal: AbortSignal): Promise<Result<readonly RunEnd[], Failure>> {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const ends = await this.#repository.exclusive(() => recordedEnds(this.#repository, this.#folder, signal));
    return ends.ok ? ok(ends.value.map(({ serial, at, what, url }) => ({ serial, at, what, url }))) : ends;
  }

  async #decideWrite(
    files: ContextFiles,
    next: Snapshot,
    data: Uint8Array,
    expected: Revision | undefined,
    options: WriteOptions,
  ): Promise<Decision<Tried>> {
    // A first write that ended unclearly may have taken it.
    const holder = this.#toCome?.holder;
    const held = this.#held ?? (holder && isHeldBy(files, holder.id) ? holder.id : undefined);
    const lock = lockIn(files.lock);
    const judgement = held === undefined ? this.#lock.judge(files) : undefined;
    if (judgement?.state === "held") return { do: "answer", value: judgement };
    const refused =
      this.#whyGone(files, expected) ??
      (await this.#whyNotWriteHere(files, next, expected)) ??
      (holder && held === undefined && lock.state !== "free" ? leftMeanwhile(this.location) : undefined);
    if (refused) return { do: "answer", value: refused };
    if (holder && held === undefined && !options.runEnded) return this.#takeWith(holder, next, data, options);

    const revision = sha256(data);
    // A lock that is not held by this run, and still there, is a dead run's.
    const unlocks = lock.state !== "free" && (held === undefined || options.runEnded);
    const changed = new Map<string, Uint8Array | null>([[`${this.#folder}/${stateFile}`, data]]);
    if (unlocks) changed.set(`${this.#folder}/${lockFile}`, null);
    return {
      do: "push",
      files: changed,
      message: stateMessage(this.#folder, next, options),
      ...(options.runEnded ? {} : { aside: true }),
      value: { state: "written", revision },
    };
  }

  /** The lock and the first state of a run, at once. */
  #takeWith(holder: LockHolder, next: Snapshot, data: Uint8Array, options: WriteOptions): Decision<Tried> {
    this.#mayHold = true;
    return {
      do: "push",
      files: new Map([[`${this.#folder}/${stateFile}`, data], this.#lock.file(holder)]),
      message: stateMessage(this.#folder, next, options),
      aside: true,
      value: { state: "written", revision: sha256(data) },
      arrived: (later) => isHeldBy(later, holder.id),
    };
  }

  async #whyNotWriteHere(
    files: ContextFiles,
    next: Snapshot,
    expected: Revision | undefined,
  ): Promise<Write | undefined> {
    const lost = this.#whyNotHeld(files);
    if (lost) return (await whyPutBack(files, this.#place, this.#known, this.#repository.lastCommit)) ?? lost;
    return whyNotSucceed(files.state, next, expected, this.#place, this.#known);
  }

  /** What was planned from is nowhere any more: to plan again from nothing would make everything once more. */
  #whyGone({ commit }: ContextFiles, expected: Revision | undefined): Write | undefined {
    if (this.#toCome === undefined || commit !== undefined || expected === undefined) return undefined;
    return { state: "unavailable", failure: lostBranch(this.location, this.#repository, "all that was stored") };
  }

  #whyNotHeld(files: ContextFiles): Write | undefined {
    return whyNotHeld(files, this.#held, this.location, this.#repository);
  }

  #whyNotMine(files: ContextFiles): Write | undefined {
    return this.#held === undefined ? whyNotFree(files, this.#lock) : undefined;
  }

  /** Nothing is left here, the lock neither. */
  #takenAway(): void {
    this.#known = undefined;
    if (this.#held === undefined) return;
    this.#held = undefined;
    this.#handedOver = true;
  }

  #afterWrite(next: Snapshot, revision: Revision, options: WriteOptions): void {
    this.#known = { ...versionOf(next), revision };
    this.#neverStored = false;
    if (this.#toCome && this.#mayHold) this.#held = this.#toCome.holder.id;
    if (this.#mayHold) this.#toCome = undefined;
    if (!options.runEnded || this.#held === undefined) return;
    this.#held = undefined;
    this.#mayHold = false;
    this.#handedOver = true;
  }

  async #files(known: Tip | undefined, signal: AbortSignal): Promise<Result<ContextFiles, Failure>> {
    const tip = known === undefined ? await this.#repository.fetch(signal) : ok(known);
    return tip.ok ? this.#repository.files(tip.value, this.#folder, signal) : tip;
  }

  /** A file that is not there: the branch tells whether one ever was. That takes a look at all of its history. */
  async #lastOf(files: ContextFiles, signal: AbortSignal): Promise<Result<LastState | undefined, Failure>> {
    if (files.state.state !== "absent" || files.commit === undefined || this.#neverStored) return ok(undefined);
    const last = await lastState(this.#repository, this.#folder, signal);
    this.#neverStored = last.ok && last.value === undefined;
    return last;
  }

  /** A journal on this machine is proof that the branch was there. */
  #whyNotBegin(): Failure | undefined {
    const left = this.journal.read("", 0);
    const { branch, shown } = this.#repository.names;
    const gone = `There is no branch ${branch} in ${shown} any more`;
    if (!left.ok) return { ...left.error, message: `${gone}. ${left.error.message}` };
    const before = this.#file.ended();
    if (before === undefined) return undefined;
    const message = `${gone}, and a run on this machine has stored ${this.#folder} there, with a serial of at least ${before.serial}. Bring the branch back from a clone that has it. To begin anew, remove ${this.#file.path}.`;
    return failure("state-unavailable", message);
  }

  #cancelled(what: string): Failure {
    return failure("cancelled", `${what} the state at ${this.location} was cancelled.`);
  }
}

/** Folders `<project>/<context>` of a fetched commit that hold a state. */
async function foldersOn(
  repository: BranchRepository,
  { commit }: Tip,
  signal: AbortSignal,
): Promise<Result<readonly string[], Failure>> {
  if (commit === undefined) return ok([]);
  const listed = await repository.objects.listing(commit, signal);
  return listed.ok ? ok(stateFolders(listed.value.map(({ path }) => path))) : listed;
}
