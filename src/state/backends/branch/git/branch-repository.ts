import { err, type Failure, failure, ok, type Result } from "../../../../engine/diagnostics/diagnostic.ts";
import { stateBytes } from "../../../../engine/model/size-limits.ts";
import { exchangeMs } from "../../../../engine/model/timing.ts";
import type { Clock } from "../../../../engine/ports/clock.ts";
import { andOthers } from "../../../../engine/text/listed.ts";
import {
  type ContextFiles,
  contextFiles,
  foreignFilesAmong,
  lockFile,
  questions,
  readmeFile,
  stateFile,
  stateFolders,
} from "../branch-files.ts";
import { withoutSecrets } from "../commit-message.ts";
import { BranchObjects } from "./branch-objects.ts";
import { type CommitMessage, fetchFlags, readCommitLog } from "./commit-log.ts";
import { fastImport, type NewCommit } from "./fast-import.ts";
import { objectName } from "./git-objects.ts";
import { isDefault, refsOf } from "./ls-remote.ts";
import { plainProxy } from "./plain-proxy.ts";
import { PrivateRepository, type PrivateRepositoryOptions } from "./private-repository.ts";
import { type PushOutcome, pushOutcome } from "./push-outcome.ts";
import { type RemoteNames, remoteFailure } from "./remote-messages.ts";
import { type Trouble, troubleOf } from "./remote-trouble.ts";

export interface BranchRepositoryOptions extends PrivateRepositoryOptions {
  /** Of the remote; holds no credentials. */
  readonly url: string;
  /** The remote, for messages; without credentials. */
  readonly shown: string;
  /** Name of the branch, without `refs/heads/`. */
  readonly branch: string;
  /** Of the commits. */
  readonly author: { readonly name: string; readonly email: string };
  readonly clock: Clock;
  /** How long one exchange with the server may take, in milliseconds. Default: 60,000. */
  readonly exchangeMs?: number;
  /** How often a server that does not answer is asked before it is given up. Default: 4. */
  readonly tries?: number;
  /** Everything is read as it was when it was fetched first, also that it could not be. Default: false. */
  readonly oneLook?: boolean;
}

/** A commit of the branch; undefined: the branch is not there. */
export interface Tip {
  readonly commit: string | undefined;
}

/** The ref of the private repository that keeps the last tip, so that later fetches bring only what is new. */
const tipRef = "refs/opus/tip";
const defaultTries = 4;
const mayPass: ReadonlySet<Trouble["kind"]> = new Set(["transient", "unreachable", "proxy-failed"]);

/**
 * The branch of state on its remote, through a private bare repository that is made on first use. Neither the user's
 * checkout nor his hooks play a part. Several stores may share one; `exclusive` keeps them apart.
 */
export class BranchRepository {
  readonly names: RemoteNames;
  readonly clock: Clock;
  /** What was fetched. */
  readonly objects: BranchObjects;
  readonly #options: BranchRepositoryOptions;
  readonly #here: PrivateRepository;
  #tip: Tip | undefined;
  #lastCommit: string | undefined;
  #knownAsState = false;
  /** Commits that are in the private repository, with their files. */
  readonly #commits = new Set<string>();
  #queue: Promise<unknown> = Promise.resolve();
  #looked: Promise<Result<Tip, Failure>> | undefined;
  #listed: Promise<Result<readonly CommitMessage[], Failure>> | undefined;

  constructor(options: BranchRepositoryOptions) {
    this.#options = options;
    this.clock = options.clock;
    const { shown, branch, token, ownSettings } = options;
    const signIn = token !== undefined ? "token" : ownSettings !== undefined ? "own" : "no-token";
    this.names = { shown, branch, signIn, plainProxy: plainProxy(options.url, options.environment) };
    this.#here = new PrivateRepository(options, this.names);
    this.objects = new BranchObjects(this.#here);
  }

  /** The tip as last seen or pushed; undefined: never looked. */
  get tip(): Tip | undefined {
    return this.#tip;
  }

  /** The last commit of the branch that was seen, also when the branch is gone since. */
  get lastCommit(): string | undefined {
    return this.#lastCommit;
  }

  /** Runs one action at a time. */
  exclusive<T>(action: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(action);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** Asks the remote where the branch is, and brings that commit here. Tries again where that may help. */
  async fetch(signal: AbortSignal): Promise<Result<Tip, Failure>> {
    if (!this.#options.oneLook) return this.#fetch(signal);
    this.#looked ??= this.#fetch(signal);
    return this.#looked;
  }

  async #fetch(signal: AbortSignal): Promise<Result<Tip, Failure>> {
    const ready = await this.#ready(signal);
    if (!ready.ok) return ready;
    const fetched = await this.#retried(() => this.#fetchOnce(signal), signal);
    if (fetched.ok) this.#moveTo(fetched.value);
    return fetched;
  }

  /** What a fetched commit holds of a context. */
  async files(tip: Tip, folder: string, signal: AbortSignal): Promise<Result<ContextFiles, Failure>> {
    const { commit } = tip;
    if (commit === undefined) return ok({ commit, state: { state: "absent" }, lock: { state: "absent" } });
    const input = questions(commit, folder)
      .map((question) => `${question}\n`)
      .join("");
    // Nothing is read that is too large: its size is asked for first.
    const sizes = await this.#here.local(["cat-file", "--batch-check=%(objectsize)"], signal, { input });
    if (!sizes.ok) return sizes;
    const tooLarge = largeObjects(sizes.value);
    const asked = tooLarge.size === 0 ? input : withoutLines(input, tooLarge);
    const read = await this.#here.local(["cat-file", "--batch"], signal, { input: asked });
    if (!read.ok) return read;
    const { foreignFiles, files } = contextFiles(commit, folder, read.value, tooLarge);
    const known = await this.#knowAsState(commit, foreignFiles, signal);
    return known.ok ? ok(files) : known;
  }

  /** Once a run: the folders of the branch must be of state as well. */
  async #knowAsState(commit: string, atTop: readonly string[], signal: AbortSignal): Promise<Result<void, Failure>> {
    if (this.#knownAsState && atTop.length === 0) return ok(undefined);
    const listed = await this.objects.listing(commit, signal);
    if (!listed.ok) return listed;
    const refused = whyNotForState(
      this.names,
      listed.value.map(({ path }) => path),
      atTop,
    );
    this.#knownAsState = refused === undefined;
    return refused ? err(refused) : ok(undefined);
  }

  /** Names of all branches of the remote. */
  async branches(signal: AbortSignal): Promise<Result<readonly string[], Failure>> {
    const ready = await this.#ready(signal);
    if (!ready.ok) return ready;
    const args = ["ls-remote", "--heads", this.#options.url];
    const listed = await this.#retried(
      async () => refsOf(await this.#here.git(args, signal, this.#exchangeMs)),
      signal,
    );
    return listed.ok ? ok([...listed.value.keys()].map((ref) => ref.replace("refs/heads/", ""))) : listed;
  }

  /**
   * Makes a commit, here only.
   * @param onto what it follows
   * @param main the commit that is to be its first parent instead. It is not asked for, as others would be faster
   *   meanwhile: where it is not here, the history has a line more
   * @param history a commit whose history is to be that of this one, too; it was fetched
   */
  async commit(
    { message: text, files }: Pick<NewCommit, "message" | "files">,
    onto: Pick<ContextFiles, "commit" | "tree">,
    main: string | undefined,
    signal: AbortSignal,
    history?: string,
  ): Promise<Result<string, Failure>> {
    const { author, redact = (words: string) => words } = this.#options;
    const message = withoutSecrets(text, redact);
    const parents = this.#parents(onto, main);
    const input = fastImport({
      ...parents,
      ...(history !== undefined && { history }),
      message,
      files,
      author,
      at: this.clock.timestamp(),
    });
    const made = await this.#here.local(["fast-import", "--quiet", "--force"], signal, { input });
    if (!made.ok) return made;
    const name = Buffer.from(made.value).toString("utf8").trim();
    if (!objectName.test(name)) throw new Error(`git fast-import printed ${JSON.stringify(name)}`);
    return ok(name);
  }

  #parents({ commit, tree }: Pick<ContextFiles, "commit" | "tree">, main: string | undefined) {
    if (commit === undefined || tree === undefined || main === undefined || !this.#commits.has(main))
      return { parent: commit };
    return { parent: main, merged: { commit, tree } };
  }

  /** Moves the branch from `tip` to `commit`, or not at all. */
  async push(tip: Tip, commit: string, signal: AbortSignal): Promise<PushOutcome> {
    const ref = `refs/heads/${this.#options.branch}`;
    const lease = `--force-with-lease=${ref}:${tip.commit ?? ""}`;
    const args = ["push", "--porcelain", "--no-verify", lease, this.#options.url, `${commit}:${ref}`];
    const outcome = pushOutcome(await this.#here.git(args, signal, this.#exchangeMs));
    if (outcome.state === "landed") this.#moveTo({ commit });
    return outcome;
  }

  #moveTo(tip: Tip): void {
    this.#tip = tip;
    if (tip.commit !== undefined) this.#commits.add(tip.commit);
    this.#lastCommit = tip.commit ?? this.#lastCommit;
  }

  /** Is one of these commits among the last ones behind the tip? */
  async contains(tip: Tip, commits: readonly string[], signal: AbortSignal): Promise<Result<boolean, Failure>> {
    if (tip.commit === undefined) return ok(false);
    const fetched = await this.#retried(() => this.#fetchObjects(`${tip.commit}`, signal, 200), signal);
    if (!fetched.ok) return fetched;
    const listed = await this.#here.local(["rev-list", "--max-count=200", tip.commit], signal);
    if (!listed.ok) return listed;
    const behind = new Set(Buffer.from(listed.value).toString("utf8").split("\n"));
    return ok(commits.some((commit) => behind.has(commit)));
  }

  /** Messages of all commits of the branch, newest first; see `readCommitLog`. */
  async messages(signal: AbortSignal): Promise<Result<readonly CommitMessage[], Failure>> {
    if (!this.#options.oneLook) return this.#messages(signal);
    this.#listed ??= this.#messages(signal);
    return this.#listed;
  }

  async #messages(signal: AbortSignal): Promise<Result<readonly CommitMessage[], Failure>> {
    const ready = await this.#ready(signal);
    if (!ready.ok) return ready;
    return readCommitLog(this.#here, { ...this.#options, folder: ready.value, names: this.names }, signal);
  }

  /** Brings earlier commits of the branch here, each with its files. */
  async fetchCommits(commits: readonly string[], signal: AbortSignal): Promise<Result<void, Failure>> {
    const ready = await this.#ready(signal);
    if (!ready.ok) return ready;
    return this.#retried(() => this.#fetchObjects(commits, signal), signal);
  }

  /** Removes the private repository. A later call would make it anew. */
  dispose(): void {
    this.#tip = undefined;
    this.#commits.clear();
    this.#here.dispose();
  }

  async #ready(signal: AbortSignal): Promise<Result<string, Failure>> {
    const { branch } = this.#options;
    if (!signal.aborted && !validBranch(branch))
      return err(failure("invalid-input", `"${branch}" is no name for a branch of git's.`));
    return this.#here.ready(signal);
  }

  get #exchangeMs(): number {
    return this.#options.exchangeMs ?? exchangeMs;
  }

  async #fetchOnce(signal: AbortSignal): Promise<Result<Tip, Trouble | "aborted">> {
    const { url, branch } = this.#options;
    const ref = `refs/heads/${branch}`;
    if (this.#tip?.commit !== undefined) {
      // It was there: one exchange instead of two, so that others have less time to be faster.
      const fetched = await this.#fetchObjects(`+${ref}:${tipRef}`, signal);
      const commit = fetched.ok ? await this.#commitOf(tipRef, signal) : undefined;
      if (commit !== undefined) return ok({ commit });
    }
    const listed = await this.#here.git(["ls-remote", "--symref", url, "HEAD", ref], signal, this.#exchangeMs);
    const refs = refsOf(listed);
    if (!refs.ok) return refs;
    if (isDefault(ref, listed)) return err({ kind: "default-branch", words: "" });
    const commit = refs.value.get(ref);
    if (commit === undefined) return this.#absent(refs.value, signal);
    if (commit === this.#tip?.commit) return ok({ commit });
    const fetched = await this.#fetchObjects(`+${commit}:${tipRef}`, signal);
    return fetched.ok ? ok({ commit }) : fetched;
  }

  async #commitOf(ref: string, signal: AbortSignal): Promise<string | undefined> {
    const named = await this.#here.local(["rev-parse", "--verify", ref], signal);
    return named.ok ? Buffer.from(named.value).toString("utf8").trim() : undefined;
  }

  /** @param what commits, or refspecs */
  async #fetchObjects(
    what: string | readonly string[],
    signal: AbortSignal,
    depth = 1,
  ): Promise<Result<void, Trouble | "aborted">> {
    const begin = ["fetch", "--quiet", `--depth=${depth}`, ...fetchFlags];
    const fetched =
      typeof what === "string"
        ? await this.#here.git([...begin, this.#options.url, what], signal, this.#exchangeMs)
        : // There may be more of them than a command line takes.
          await this.#here.git([...begin, "--stdin", this.#options.url], signal, this.#exchangeMs, {
            input: what.map((one) => `${one}\n`).join(""),
          });
    if (fetched.state === "aborted") return err("aborted");
    return fetched.state === "exited" && fetched.code === 0 ? ok(undefined) : err(troubleOf(fetched));
  }

  /** Tries again where that may help. */
  async #retried<T>(
    look: () => Promise<Result<T, Trouble | "aborted">>,
    signal: AbortSignal,
  ): Promise<Result<T, Failure>> {
    for (let tries = 1; ; tries++) {
      const looked = await look();
      if (looked.ok) return looked;
      if (looked.error === "aborted" || signal.aborted) return err(this.#here.cancelled());
      if (!mayPass.has(looked.error.kind) || tries >= (this.#options.tries ?? defaultTries))
        return err(remoteFailure(looked.error, "read", this.names));
      await this.clock.sleep(tries * tries * (150 + Math.random() * 150), signal).catch(() => undefined);
    }
  }

  /** Not listed: absent only where something else is, since an empty answer may come from anybody. */
  async #absent(refs: ReadonlyMap<string, string>, signal: AbortSignal): Promise<Result<Tip, Trouble | "aborted">> {
    if (refs.size > 0) return ok({ commit: undefined });
    const all = refsOf(await this.#here.git(["ls-remote", this.#options.url], signal, this.#exchangeMs));
    if (!all.ok) return all;
    if (all.value.size > 0) return ok({ commit: all.value.get(`refs/heads/${this.#options.branch}`) });
    return err({ kind: "empty", words: "" });
  }
}

/**
 * Why a branch is not taken for one of state.
 * @param paths of all its files
 * @param atTop names beside its folders that are none of state
 * @returns undefined: it is one
 */
export function whyNotForState(
  { shown, branch }: RemoteNames,
  paths: readonly string[],
  atTop: readonly string[] = [],
): Failure | undefined {
  const foreignFiles = atTop.length > 0 ? atTop : foreignFilesAmong(paths);
  if (foreignFiles.length === 0) return undefined;
  const others = `The branch ${branch} of ${shown} holds other files than state (${andOthers(foreignFiles, 3)})`;
  const choose = "choose a branch for state alone with `state-branch`";
  // Who goes on with another branch here has nothing recorded, and makes everything once more.
  const [state] = stateFolders(paths);
  const advice =
    state === undefined
      ? choose
      : `it holds state as well (${state}). If somebody has added them to the branch of your state, take them off it with a commit, and keep the branch: on another one nothing is recorded, and everything would be made once more. If it is a branch of something else, ${choose}`;
  const message = `${others}: ${advice}. One of state has ${stateFile} and ${lockFile} in folders \`<project>/<context>\`, and at most a ${readmeFile} beside those.`;
  return failure("state-unavailable", message);
}

/** Questions for files whose answers are larger than any state, and their sizes. Those before are for folders. */
function largeObjects(sizes: Uint8Array): ReadonlyMap<number, number> {
  const lines = Buffer.from(sizes).toString("utf8").split("\n");
  return new Map(
    lines
      .map((line, index) => [index, Number(line)] as const)
      .filter(([index, size]) => index >= 3 && size > stateBytes),
  );
}

/** In place of these lines the name of an object that there never is. */
function withoutLines(text: string, lines: ReadonlyMap<number, number>): string {
  return text
    .split("\n")
    .map((line, index) => (lines.has(index) ? "0".repeat(40) : line))
    .join("\n");
}

/** As `git check-ref-format --branch`, as far as it can do harm here. */
function validBranch(name: string): boolean {
  return !/^[-./]|[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|[./]$|^$|^@$/.test(name);
}
