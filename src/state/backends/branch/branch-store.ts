import { join } from "node:path";
import { err, type Failure, failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { Snapshot } from "../../../engine/model/state-body.ts";
import { writeLockMs } from "../../../engine/model/timing.ts";
import type { Journal } from "../../../engine/ports/journal.ts";
import type { RunLookup } from "../../../engine/ports/run-lookup.ts";
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
import { commandLine } from "../../../engine/text/command-line.ts";
import { FileJournal } from "../../journal/file-journal.ts";
import { localMachine, type Machine } from "../../lock/machine.ts";
import type { Sealing } from "../../seal/seal.ts";
import { decode, encode } from "../../snapshot/codec.ts";
import { sha256 } from "../../snapshot/digest.ts";
import { movedFailure } from "../../snapshot/moved-state.ts";
import { conflict, type Version, versionOf } from "../../snapshot/succession.ts";
import { nodeFileSystem } from "../file/file-system.ts";
import { folderName, nameOfFolder, sortedNames } from "../file/state-folder.ts";
import { type ContextFiles, lockFile, lockIn, type Stored, stateFile } from "./branch-files.ts";
import { type LastState, lastState, recordedEnds, stateAt } from "./branch-history.ts";
import { BranchLock, type Held } from "./branch-lock.ts";
import { type Decision, updateBranch } from "./branch-update.ts";
import { moveMessage, removalTrailer, stateMessage } from "./commit-message.ts";
import type { BranchRepository, Tip } from "./git/branch-repository.ts";

export interface BranchStoreOptions {
  /** Shared by the stores of a run. */
  readonly repository: BranchRepository;
  readonly project: string;
  readonly context: string;
  /** Version of the program, for the envelope. */
  readonly writer: string;
  /** Absolute path of the folder on this machine for the journal and what else a run leaves; made on use. */
  readonly localFolder: string;
  readonly machine?: Machine;
  /** Tells whether the run of a lock's holder is over. */
  readonly runLookup?: RunLookup;
  /** How long a write without a lock waits for those who hold it, in milliseconds. Default: 10,000. */
  readonly writeLockMs?: number;
  readonly sealing?: Sealing | undefined;
  /** Told when a push has to be tried again. */
  readonly onProgress?: (message: string) => void;
  /** Words that lead a terminal to the same state, for messages. */
  readonly flags?: readonly string[];
}

type StoredVersion = Version & { readonly revision: Revision };

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
  readonly #file: FileJournal;
  /** Id of the lock that `lock` took and that is not released yet. */
  #held: string | undefined;
  /** The lock went with the run's last write: the journal's file may be the next run's by now. */
  #handedOver = false;
  /** The lock was just taken: the tip known here has the current state. */
  #current = false;
  /** What this instance read or wrote last, to save decoding it again. */
  #known: StoredVersion | undefined;
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
    this.#file = new FileJournal(join(localFolder, "journal.ndjson"), nodeFileSystem, options.sealing);
    this.journal = this.#localJournal();
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
    const read = last === undefined ? await this.#decode(stored) : this.#gone(last);
    if (read.state === "found") this.#known = { ...versionOf(read.snapshot), revision: read.revision };
    return read;
  }

  async write(
    next: Snapshot,
    expected: Revision | undefined,
    options: WriteOptions,
    signal: AbortSignal,
  ): Promise<Write> {
    const { project, context, writer, sealing, writeLockMs: waitMs = writeLockMs } = this.#options;
    if (next.project !== project || next.context !== context)
      throw new Error(`state of ${next.project}/${next.context} given to the store of ${project}/${context}`);
    this.#current = false;
    // The lock goes with this write, and the journal is ended after it.
    if (options.runEnded && this.#held !== undefined) this.#file.hold();
    const data = Buffer.from(await encode(next, options.run, writer, { seal: sealing?.seal }));
    const decide = (files: ContextFiles) => this.#decideWrite(files, next, data, expected, options);
    const { clock } = this.#repository;
    const begun = clock.now();
    for (;;) {
      if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Writing") };
      const { onProgress } = this.#options;
      const update = { folder: this.#folder, decide, onProgress };
      const tried = await updateBranch<Tried>(this.#repository, update, signal);
      if (!tried.ok) return { state: "unavailable", failure: tried.error.failure };
      if (tried.value.state === "written") this.#afterWrite(next, tried.value.revision, options);
      if (tried.value.state !== "held") return tried.value;
      const waited = clock.now() - begun;
      const { held } = tried.value;
      if (waited >= waitMs) return { state: "unavailable", failure: this.#lock.refusal(held, waited) };
      await clock.sleep(100 + Math.random() * 300, signal).catch(() => undefined);
    }
  }

  /** One commit moves all files. Its message says so: the history of the branch is what tells it from then on. */
  async takeOver(
    from: StateStore,
    next: Snapshot,
    expected: Revision,
    options: WriteOptions,
    signal: AbortSignal,
  ): Promise<Write> {
    if (!(from instanceof BranchStore)) throw new Error(`the ${from.backend} backend is another place`);
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Writing") };
    const { writer, sealing, onProgress } = this.#options;
    this.#current = false;
    const data = Buffer.from(await encode(next, options.run, writer, { seal: sealing?.seal }));
    const decide = async (files: ContextFiles): Promise<Decision<Write>> => {
      const theirs = await this.#repository.files({ commit: files.commit }, from.#folder, signal);
      const refused = theirs.ok
        ? (this.#whyNotMine(files) ??
          (await this.#whyNotWriteHere(files, next, undefined)) ??
          from.#whyNotMine(theirs.value) ??
          from.#whyNotTake(theirs.value, expected))
        : ({ state: "unavailable", failure: theirs.error } as const);
      if (refused) return { do: "answer", value: refused };
      return {
        do: "push",
        files: new Map([
          [`${this.#folder}/${stateFile}`, data],
          [`${from.#folder}/${stateFile}`, null],
          ...(theirs.ok && theirs.value.lock.state === "file" ? [[`${from.#folder}/${lockFile}`, null] as const] : []),
        ]),
        message: moveMessage(this.#folder, from.#folder, next, options),
        value: { state: "written", revision: sha256(data) },
      };
    };
    const tried = await updateBranch<Write>(this.#repository, { folder: this.#folder, decide, onProgress }, signal);
    if (!tried.ok) return { state: "unavailable", failure: tried.error.failure };
    if (tried.value.state === "written") {
      this.#afterWrite(next, tried.value.revision, { ...options, runEnded: false });
      this.#current = this.#held !== undefined;
      from.#takenAway();
    }
    return tried.value;
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
      return known.ok ? this.#repository.folders(known.value, signal) : known;
    });
    return folders.ok ? ok(sortedNames(folders.value.map(namesOf))) : folders;
  }

  async lock(holder: LockHolder, options: LockOptions, signal: AbortSignal): Promise<Lock> {
    const lock = await this.#lock.acquire(holder, options, signal);
    if (lock.state !== "locked") return lock;
    const { id } = holder;
    this.#held = id;
    this.#handedOver = false;
    this.#current = true;
    let released = false;
    const release = async (until?: AbortSignal): Promise<Result<void, Failure>> => {
      if (this.#held === id) this.#held = undefined;
      else released ||= this.#handedOver;
      if (released) return ok(undefined);
      // Never the run's signal: a cancelled run gives its lock back as well.
      const answer = await this.#lock.release(id, until ?? new AbortController().signal);
      released = answer.ok;
      return answer;
    };
    return { state: "locked", release };
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
    const found = await this.#repository.exclusive(async () => {
      const ends = await recordedEnds(this.#repository, this.#folder, signal);
      if (!ends.ok) return ends;
      const end = ends.value.find((one) => one.serial === serial);
      if (end === undefined) return ok(undefined);
      const { commit, folder } = end;
      const state = await stateAt(this.#repository, commit, folder, signal);
      return state.ok ? ok({ commit, folder, state: state.value }) : state;
    });
    if (!found.ok) return { state: "unavailable", failure: found.error };
    if (found.value === undefined) return { state: "absent" };
    const { commit, folder, state } = found.value;
    const { branch, shown } = this.#repository.names;
    const location = `${folder}/${stateFile} in commit ${commit} of the branch ${branch} of ${shown}`;
    const read = await this.#decode(state, { location, folder });
    if (read.state === "found" && read.snapshot.serial === serial) return read;
    const holds = read.state === "found" ? `serial ${read.snapshot.serial}` : "no state";
    const message = `The state at ${location} has ${holds}, not serial ${serial} as the commit's message says. Choose another serial.`;
    return read.state === "unavailable"
      ? read
      : { state: "unavailable", failure: failure("state-unavailable", message) };
  }

  async runEnds(signal: AbortSignal): Promise<Result<readonly RunEnd[], Failure>> {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const ends = await this.#repository.exclusive(() => recordedEnds(this.#repository, this.#folder, signal));
    return ends.ok ? ok(ends.value.map(({ serial, at, what, url }) => ({ serial, at, what, url }))) : ends;
  }

  async dispose(): Promise<void> {
    this.#repository.dispose();
  }

  async #decideWrite(
    files: ContextFiles,
    next: Snapshot,
    data: Uint8Array,
    expected: Revision | undefined,
    options: WriteOptions,
  ): Promise<Decision<Tried>> {
    const held = this.#held;
    const lock = lockIn(files.lock);
    const judgement = held === undefined ? this.#lock.judge(files) : undefined;
    if (judgement?.state === "held") return { do: "answer", value: judgement };
    const refused = await this.#whyNotWriteHere(files, next, expected);
    if (refused) return { do: "answer", value: refused };

    const revision = sha256(data);
    // A lock that is not held by this run, and still there, is a dead run's.
    const unlocks = lock.state !== "free" && (held === undefined || options.runEnded);
    const changed = new Map<string, Uint8Array | null>([[`${this.#folder}/${stateFile}`, data]]);
    if (unlocks) changed.set(`${this.#folder}/${lockFile}`, null);
    return {
      do: "push",
      files: changed,
      message: stateMessage(this.#folder, next, options),
      value: { state: "written", revision },
    };
  }

  async #whyNotWriteHere(
    files: ContextFiles,
    next: Snapshot,
    expected: Revision | undefined,
  ): Promise<Write | undefined> {
    return this.#whyNotHeld(files) ?? (await this.#whyNotWrite(files.state, next, expected));
  }

  /** The lock of this run must still be there, if it took one. */
  #whyNotHeld(files: ContextFiles): Write | undefined {
    const held = this.#held;
    const lock = lockIn(files.lock);
    if (held === undefined || (lock.state === "held" && lock.holder.id === held)) return undefined;
    return files.commit === undefined ? this.#lostBranch() : this.#lostLock(held);
  }

  /** Without a lock of this run, nobody else may have it. */
  #whyNotMine(files: ContextFiles): Write | undefined {
    const judgement = this.#held === undefined ? this.#lock.judge(files) : undefined;
    if (judgement?.state !== "held") return undefined;
    return { state: "unavailable", failure: this.#lock.refusal(judgement.held, 0) };
  }

  /** May this state be taken away? Its lock must be this run's, and it must be what was read. */
  #whyNotTake(files: ContextFiles, expected: Revision): Write | undefined {
    const lost = this.#whyNotHeld(files);
    if (lost) return lost;
    const { state } = files;
    if (state.state === "file" && sha256(state.data) === expected) return undefined;
    const message = `The state at ${this.location} was not carried over: another run has changed it meanwhile. Nothing was changed; run again.`;
    return { state: "conflict", failure: failure("state-conflict", message) };
  }

  /** Nothing is left here, the lock neither. */
  #takenAway(): void {
    this.#known = undefined;
    if (this.#held === undefined) return;
    this.#held = undefined;
    this.#handedOver = true;
  }

  async #whyNotWrite(stored: Stored, next: Snapshot, expected: Revision | undefined): Promise<Write | undefined> {
    const version = await this.#storedVersion(stored);
    if (!version.ok) {
      // Only who was told that it is damaged knows the revision of something that can't be read.
      const replaced = stored.state === "file" && sha256(stored.data) === expected;
      return replaced ? undefined : { state: "unavailable", failure: version.error };
    }
    const refused = conflict(versionOf(next), version.value, expected, this.location);
    return refused && { state: "conflict", failure: refused };
  }

  #afterWrite(next: Snapshot, revision: Revision, options: WriteOptions): void {
    this.#known = { ...versionOf(next), revision };
    this.#neverStored = false;
    if (!options.runEnded || this.#held === undefined) return;
    this.#held = undefined;
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

  #gone({ serial, commit, at, movedTo: to }: LastState): Read {
    const { branch } = this.#repository.names;
    if (to !== undefined) {
      const { project, context } = this.#options;
      const movedTo = namesOf(to);
      return {
        state: "unavailable",
        failure: movedFailure({ project, context }, movedTo, ` in commit ${commit} of the branch ${branch}`),
        movedTo,
      };
    }
    const path = `${this.#folder}/${stateFile}`;
    const message = `The state at ${this.location} is gone: it was there with serial ${serial}, written ${at} in commit ${commit}, and somebody has removed the file. Put it back: \`${this.#gitFetch} && ${gitShow(commit, path)}\`, then \`${this.#push}\`. To begin anew, say so on the branch: in a commit whose message has the line \`${removalTrailer}: ${this.#folder}\`. Nothing was changed.`;
    const damaged = { revision: undefined, lineage: undefined, serial };
    return { state: "unavailable", failure: failure("state-unavailable", message), damaged };
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

  async #storedVersion(stored: Stored): Promise<Result<StoredVersion | undefined, Failure>> {
    if (stored.state === "file" && this.#known?.revision === sha256(stored.data)) return ok(this.#known);
    const read = await this.#decode(stored);
    if (read.state === "found") return ok({ ...versionOf(read.snapshot), revision: read.revision });
    return read.state === "unavailable" ? err(read.failure) : ok(undefined);
  }

  /** @param earlier where an earlier version is, perhaps under a former name; absent: it is what is stored now */
  async #decode(stored: Stored, earlier?: { readonly location: string; readonly folder: string }): Promise<Read> {
    const { sealing } = this.#options;
    const { location } = earlier ?? this;
    const { project, context } =
      earlier === undefined || earlier.folder === this.#folder ? this.#options : namesOf(earlier.folder);
    const path = `${this.#folder}/${stateFile}`;
    const earlierOnes = `Earlier versions are in the history of the branch: \`${this.#gitFetch} && ${commandLine(["git", "log", "FETCH_HEAD", "--", path])}\` lists them.`;
    const remedy = `${earlierOnes} Put a good one back: \`${gitShow("COMMIT", path)}\` with the COMMIT that it is from, then \`${this.#push}\`.`;
    if (stored.state === "absent") return { state: "absent" };
    const foreignRemedy = `${earlierOnes} Put the right one back in a commit on that branch, with git: \`opus state push\` writes over nothing that is not of this state.`;
    if (stored.state === "other") {
      const message = `The state at ${location} can't be read: ${stored.what}. ${foreignRemedy}`;
      return { state: "unavailable", failure: failure("state-unavailable", message) };
    }
    const former = earlier !== undefined;
    const decoded = await decode(stored.data, { project, context, location, former, remedy, foreignRemedy, sealing });
    if (!decoded.ok) {
      const damaged = decoded.damaged && { ...decoded.damaged, revision: sha256(stored.data) };
      return { state: "unavailable", failure: decoded.error, ...(damaged ? { damaged } : {}) };
    }
    const { value: snapshot, run } = decoded;
    return { state: "found", snapshot, revision: sha256(stored.data), run, data: stored.data };
  }

  #localJournal(): Journal {
    const journal = this.#file;
    return {
      read: (lineage, serial) => journal.read(lineage, serial),
      start: (lineage, serial, records) => journal.start(lineage, serial, records),
      append: (record) => journal.append(record),
      clear: () => {
        if (!this.#handedOver) return journal.clear();
        journal.end();
        return ok(undefined);
      },
    };
  }

  get #gitFetch(): string {
    return commandLine(["git", "fetch", "origin", this.#repository.names.branch]);
  }

  /** Stores a file over whatever is there. */
  get #push(): string {
    const { flags = [] } = this.#options;
    const branch = flags.includes("--state-branch") ? [] : ["--state-branch", this.#repository.names.branch];
    return commandLine(["opus", "state", "push", "state.json", "--force", ...flags, ...branch]);
  }

  #lostLock(id: string): Write {
    const message = `The state at ${this.location} was not written: the lock of this run (${id}) was released by somebody else meanwhile, so another run may be writing. The stored state is untouched.`;
    return { state: "conflict", failure: failure("state-conflict", message) };
  }

  #lostBranch(): Write {
    const { branch, shown } = this.#repository.names;
    const { lastCommit } = this.#repository;
    const last =
      lastCommit === undefined
        ? ""
        : ` The last commit of it that this run has seen is ${lastCommit}: \`${commandLine(["git", "push", "origin", `${lastCommit}:refs/heads/${branch}`])}\` brings it back, from a clone that has it.`;
    const message = `The state at ${this.location} was not written: the branch ${branch} of ${shown} was deleted while this run went on, and with it the lock of this run and all that was stored.${last} Bring it back before the next run.`;
    return { state: "conflict", failure: failure("state-conflict", message) };
  }

  #cancelled(what: string): Failure {
    return failure("cancelled", `${what} the state at ${this.location} was cancelled.`);
  }
}

/** Whose state a folder of the branch is. */
function namesOf(folder: string): StateName {
  const [project = "", context = ""] = folder.split("/");
  return { project: nameOfFolder(project), context: nameOfFolder(context) };
}

/** Writes a file of an earlier commit beside the others. */
function gitShow(commit: string, path: string): string {
  return `${commandLine(["git", "show", `${commit}:${path}`])} > state.json`;
}
