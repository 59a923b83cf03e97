import { err, type Failure, failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import { leastContestedMs, longestBranchPauseMs } from "../../../engine/model/timing.ts";
import { type ContextFiles, readmeFile } from "./branch-files.ts";
import { readme } from "./branch-readme.ts";
import { asideMessage } from "./commit-message.ts";
import type { BranchRepository, Tip } from "./git/branch-repository.ts";
import { remoteFailure, unclearFailure } from "./git/remote-messages.ts";
import type { Trouble } from "./git/remote-trouble.ts";

/** What to do about what a commit of the branch holds. */
export type Decision<T> =
  | { readonly do: "answer"; readonly value: T }
  | {
      readonly do: "push";
      /** Path → new content; null removes the file. */
      readonly files: ReadonlyMap<string, Uint8Array | null>;
      readonly message: string;
      /** It is not one of the history's own: see `asideMessage`. */
      readonly aside?: true;
      /** A commit of another branch whose history goes on here; it was fetched. */
      readonly history?: string;
      /** The answer once it is pushed. */
      readonly value: T;
      /**
       * Do the files show that it was pushed, when the push itself ended without an answer? Absent: having been on the
       * branch is enough, whatever others have made of it since. So it is for state, which they went on from, and not
       * for a lock, which is worth something only while it is there.
       */
      readonly arrived?: (files: ContextFiles) => boolean;
    };

export interface Update<T> {
  /** `<project>/<context>`, as on the branch. */
  readonly folder: string;
  /** Called again for each commit that others put in between. */
  decide(files: ContextFiles): Decision<T> | Promise<Decision<T>>;
  /** Told of each try that did not do. */
  onProgress?: ((message: string) => void) | undefined;
}

export interface UpdateFailure {
  readonly failure: Failure;
  /** It may have been pushed all the same. */
  readonly mayHaveArrived: boolean;
}

type Step<T> =
  | { readonly state: "done"; readonly result: Result<T, UpdateFailure> }
  | { readonly state: "again"; readonly pauseMs: number };

interface UnclearPush<T> {
  readonly tip: Tip;
  readonly commit: string;
  readonly value: T;
  readonly trouble: Trouble;
  /** It can't have arrived. */
  readonly unsent: boolean;
  readonly arrived: ((files: ContextFiles) => boolean) | undefined;
}

/** How often the last write to a branch lost against those of others. */
const lostRaces = new WeakMap<BranchRepository, number>();
/** A write gives up to others only after this many tries that lasted long enough. */
const leastMoves = 30;
const mostUnclear = 4;
/** How long a writer pauses at most, in times of what a try takes: about so many others are at it. */
const mostTriesPaused = 16;

/**
 * Changes the files of one context: decides by what the branch holds, commits, and pushes with a lease on exactly that
 * commit. Where others were faster it looks again, 30 times and for a minute at least. A push with an unclear end is
 * settled by looking: what is there counts as done, so nothing is written twice.
 */
export async function updateBranch<T>(
  repository: BranchRepository,
  update: Update<T>,
  signal: AbortSignal,
): Promise<Result<T, UpdateFailure>> {
  const run = new UpdateRun(repository, update, signal);
  // Who had to fight for the last write gives way before the next, so that those who are still at it get their turn.
  const giveWayMs = Math.random() * Math.min(2_000, 100 * (lostRaces.get(repository) ?? 0));
  if (giveWayMs > 0) await repository.clock.sleep(giveWayMs, signal).catch(() => undefined);
  for (;;) {
    const step = await repository.exclusive(() => run.step());
    lostRaces.set(repository, run.lostRaces);
    if (step.state === "done") return step.result;
    await repository.clock.sleep(step.pauseMs, signal).catch(() => undefined);
  }
}

class UpdateRun<T> {
  readonly #repository: BranchRepository;
  readonly #update: Update<T>;
  readonly #signal: AbortSignal;
  readonly #unclear: UnclearPush<T>[] = [];
  /**
   * Pushes that may be on the branch: those with an unclear end, and refused ones as well. When a connection breaks,
   * curl sends the same push again by itself, and the second one is refused because the first has moved the branch.
   */
  readonly #sent: UnclearPush<T>[] = [];
  /** The tip as known here may be an old one. */
  #mustLook = false;
  #moves = 0;
  #firstMove = 0;
  /** In milliseconds of this process. */
  #stepBegan = 0;

  constructor(repository: BranchRepository, update: Update<T>, signal: AbortSignal) {
    this.#repository = repository;
    this.#update = update;
    this.#signal = signal;
  }

  /** How often others were faster. */
  get lostRaces(): number {
    return this.#moves;
  }

  async step(): Promise<Step<T>> {
    this.#stepBegan = performance.now();
    let tip = this.#mustLook ? undefined : this.#repository.tip;
    for (;;) {
      const known = tip !== undefined;
      if (tip === undefined) {
        const fetched = await this.#repository.fetch(this.#signal);
        if (!fetched.ok) return this.#couldNotLook(fetched.error);
        tip = fetched.value;
      }
      const files = await this.#repository.files(tip, this.#update.folder, this.#signal);
      if (files.ok) {
        const arrived = this.#arrived(tip, files.value);
        if (arrived) return done(ok(arrived.value));
        const decision = await this.#update.decide(files.value);
        if (decision.do === "push") return this.#push(tip, files.value, decision);
        if (!known) return this.#settled(tip, decision.value);
      } else if (!known || files.error.reason === "cancelled") return this.#couldNotLook(files.error);
      // Nothing is refused because of what was there some time ago.
      tip = undefined;
    }
  }

  #arrived(tip: Tip, files: ContextFiles): UnclearPush<T> | undefined {
    return this.#sent.find((push) => push.commit === tip.commit || push.arrived?.(files));
  }

  /** Others may have gone on from what was pushed here: then it did arrive, whatever there is to see now. */
  async #settled(tip: Tip, value: T): Promise<Step<T>> {
    const [first] = this.#sent.filter(({ arrived }) => arrived === undefined);
    if (first === undefined) return done(ok(value));
    const commits = this.#sent.map((push) => push.commit);
    const found = await this.#repository.contains(tip, commits, this.#signal);
    if (!found.ok) return this.#couldNotLook(found.error);
    return done(ok(found.value ? first.value : value));
  }

  async #push(tip: Tip, files: ContextFiles, decision: Extract<Decision<T>, { do: "push" }>): Promise<Step<T>> {
    const { names } = this.#repository;
    const last = this.#unclear.at(-1);
    if (last !== undefined && this.#unclear.length >= mostUnclear)
      return failed(remoteFailure(last.trouble, "write", names));
    const made = await this.#commit(tip, files, decision);
    if (!made.ok) return failed(made.error);
    const commit = made.value;
    const outcome = await this.#repository.push(tip, commit, this.#signal);
    if (outcome.state === "landed") {
      if (tip.commit === undefined) this.#update.onProgress?.(`Made the branch ${names.branch} in ${names.shown}.`);
      return done(ok(decision.value));
    }
    this.#mustLook = true;
    const { value, arrived } = decision;
    const push = { tip, commit, value, arrived };
    switch (outcome.state) {
      case "moved":
        this.#sent.push({ ...push, trouble: { kind: "transient", words: outcome.words }, unsent: true });
        return this.#moved(outcome.words);
      case "refused":
        return failed(remoteFailure(outcome.trouble, "write", names));
      case "aborted": {
        const trouble: Trouble = { kind: "transient", words: "it was cancelled" };
        this.#keepUnclear({ ...push, trouble, unsent: false });
        const words = `Writing to the state branch ${names.branch} of ${names.shown} was cancelled; what was written may or may not have arrived.`;
        return failed(failure("cancelled", words), true);
      }
      case "unclear": {
        const { trouble, unsent } = outcome;
        this.#keepUnclear({ ...push, trouble, unsent });
        if (trouble.kind === "no-git") return failed(remoteFailure(trouble, "write", names));
        const tries = this.#unclear.length;
        this.#update.onProgress?.(`Pushing to ${names.branch} ended unclearly (${trouble.words}); looking again.`);
        return { state: "again", pauseMs: tries * tries * (100 + Math.random() * 200) };
      }
    }
  }

  /** The same commit again where nothing has moved: should both pushes arrive, the second one changes nothing. */
  #commit(
    tip: Tip,
    { tree, mainCommit }: ContextFiles,
    decision: Extract<Decision<T>, { do: "push" }>,
  ): Promise<Result<string, Failure>> {
    const last = this.#unclear.at(-1);
    if (last !== undefined && last.tip.commit === tip.commit) return Promise.resolve(ok(last.commit));
    const files = new Map(decision.files);
    if (tip.commit === undefined) files.set(readmeFile, Buffer.from(readme(this.#repository.names.branch)));
    const { message, aside, history } = decision;
    const text = aside && tip.commit !== undefined ? asideMessage(message, mainCommit ?? tip.commit) : message;
    const onto = { commit: tip.commit, tree };
    const main = aside ? undefined : mainCommit;
    return this.#repository.commit({ message: text, files }, onto, main, this.#signal, history);
  }

  #keepUnclear(push: UnclearPush<T>): void {
    this.#unclear.push(push);
    this.#sent.push(push);
  }

  #moved(words: string): Step<T> {
    const { clock, names } = this.#repository;
    if (this.#moves === 0) this.#firstMove = clock.now();
    this.#moves++;
    const elapsed = clock.now() - this.#firstMove;
    if (this.#moves >= leastMoves && elapsed >= leastContestedMs) {
      const message = `The state branch ${names.branch} of ${names.shown} can't be written: others were faster ${this.#moves} times in ${Math.round(elapsed / 1_000)} s (${words}). Run again when fewer runs write to it, or keep this project on a branch of its own with \`state-branch\`.`;
      return failed(failure("state-unavailable", message));
    }
    if (this.#moves % 5 === 0)
      this.#update.onProgress?.(
        `Others keep writing to ${names.branch}; trying again (${this.#moves + 1}, ${Math.round(elapsed / 1_000)} s).`,
      );
    // All at once again, all but one would lose again: the more often, the more of them there are.
    const stepMs = performance.now() - this.#stepBegan;
    const tries = Math.min(mostTriesPaused, 1.6 ** this.#moves);
    return { state: "again", pauseMs: Math.random() * Math.min(longestBranchPauseMs, tries * stepMs) };
  }

  /** The branch can't be looked at: then nobody knows what became of what was sent. */
  #couldNotLook(failure: Failure): Step<T> {
    const sent = this.#unclear.find((push) => !push.unsent);
    if (sent === undefined) return failed(failure);
    return failed(unclearFailure(sent.trouble, failure, this.#repository.names), true);
  }
}

function done<T>(result: Result<T, UpdateFailure>): Step<T> {
  return { state: "done", result };
}

function failed<T>(failure: Failure, mayHaveArrived = false): Step<T> {
  return done(err({ failure, mayHaveArrived }));
}
