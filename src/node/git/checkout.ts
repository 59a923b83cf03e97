import { lstatSync, realpathSync } from "node:fs";
import { dirname, join, resolve as resolvePath } from "node:path";
import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { checkoutLookMs, localQuestionMs } from "../../engine/model/timing.ts";
import { askProgram, type ProgramAnswer } from "../processes/run-process.ts";
import { gitWords } from "./git-words.ts";
import { whyGitFailed } from "./why-git-failed.ts";

/** A setting of git's: its name, as `http.<url>.proxy`, and its value. */
type Setting = readonly [name: string, value: string];

/**
 * Could git find a repository around a folder? It looks for `.git` there and above, and takes a folder with a `HEAD` for
 * a bare one. Asks no program; false is sure.
 * @param environment of the process
 */
function possible(folder: string, environment: { readonly [name: string]: string | undefined }): boolean {
  if (environment.GIT_DIR !== undefined) return true;
  try {
    for (let at = realpathSync(folder); ; at = dirname(at)) {
      if (exists(join(at, ".git")) || exists(join(at, "HEAD"))) return true;
      if (at === dirname(at)) return false;
    }
  } catch {
    return true;
  }
}

/** Also a symbolic link that leads nowhere yet. */
function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * The remote `origin` of the checkout around a folder, as git would use it: an address, or an absolute path.
 * @returns why there is none, as the end of a sentence
 */
async function origin(folder: string): Promise<Result<string, string>> {
  const asked = await ask(folder, ["remote", "get-url", "origin"]);
  if (asked.ok) return ok(isAddress(asked.value) ? asked.value : resolvePath(await top(folder), asked.value));
  const inside = await answer(folder, ["rev-parse", "--git-dir"]);
  return err(inside.ok ? "it has none" : whyGitFailed(inside, folder));
}

/** From where git understands a path: the top of the checkout, wherever in it git was called. */
async function top(folder: string): Promise<string> {
  const checkedOut = await ask(folder, ["rev-parse", "--show-toplevel"]);
  if (checkedOut.ok) return checkedOut.value;
  const bare = await ask(folder, ["rev-parse", "--absolute-git-dir"]);
  return bare.ok ? bare.value : folder;
}

/** `scheme://…`, or `host:path` as for ssh; everything else is a path on this machine. */
function isAddress(remote: string): boolean {
  return /^[a-z][a-z0-9+.-]*::?\/\//i.test(remote) || /^(?![a-z]:[\\/])[^/\\:]+:/i.test(remote);
}

/** Whom git would name as the author of a commit made in a folder, where that is configured. */
async function author(folder: string): Promise<{ readonly name: string; readonly email: string } | undefined> {
  const [name, email] = await Promise.all([
    ask(folder, ["config", "--get", "user.name"]),
    ask(folder, ["config", "--get", "user.email"]),
  ]);
  return name.ok && email.ok ? { name: name.value, email: email.value } : undefined;
}

/** Names of settings that decide how a server is reached, and how one signs in there. */
const connecting = "^(credential\\..*|http\\..*|url\\..*|core\\.(sshcommand|askpass|gitproxy)|ssh\\.variant)$";

/**
 * How a checkout reaches its server otherwise than a repository elsewhere would: what its own configuration adds, and
 * what the user's has for repositories in this place alone. May hold credentials.
 */
async function connection(folder: string): Promise<readonly Setting[]> {
  const [here, elsewhere] = await Promise.all([settings(folder), settings(folder, ["--git-dir=/dev/null"])]);
  const known = elsewhere.map((setting) => setting.join("\n"));
  return here.filter((setting) => {
    const at = known.indexOf(setting.join("\n"));
    if (at === -1) return true;
    known.splice(at, 1);
    return false;
  });
}

/** In the order in which git reads them. */
async function settings(folder: string, where: readonly string[] = []): Promise<readonly Setting[]> {
  const listed = await ask(folder, [...where, "config", "--null", "--get-regexp", connecting]);
  if (!listed.ok) return [];
  return listed.value
    .split("\0")
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [name = "", ...value] = entry.split("\n");
      // One without a value means true.
      return [name, entry.includes("\n") ? value.join("\n") : "true"];
    });
}

const mostBytes = 64 * 1024 * 1024;

/**
 * What the clone around a folder knows of a branch of `origin` from its last fetch: paths of files below a folder there.
 * Nobody else is asked, and nothing is fetched, also where objects are missing. Empty when there is nothing, or it can't
 * be told.
 * @param environment of the process
 */
async function tracked(
  folder: string,
  branch: string,
  below: string,
  environment: { readonly [name: string]: string | undefined },
): Promise<readonly string[]> {
  const args = ["ls-tree", "-r", "-z", "--full-tree", "--name-only", `refs/remotes/origin/${branch}`, "--", below];
  const env = { ...environment, GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0" };
  const { ok: listed, stdout } = await askProgram({
    ...inFolder(folder, args),
    env,
    timeoutMs: checkoutLookMs,
    mostBytes,
  });
  return listed ? stdout.split("\0").filter((path) => path !== "") : [];
}

async function ask(folder: string, args: readonly string[]): Promise<Result<string, string>> {
  const { ok: answered, code, stdout } = await answer(folder, args);
  const text = stdout.trim();
  return !answered || text === "" ? err(answered ? "" : code) : ok(text);
}

function answer(folder: string, args: readonly string[]): Promise<ProgramAnswer> {
  return askProgram({ ...inFolder(folder, args), timeoutMs: localQuestionMs, mostBytes });
}

function inFolder(folder: string, args: readonly string[]) {
  return { called: gitWords(args), command: "git", args: ["-C", folder, ...args] };
}

/** What a checkout says of itself. */
interface CheckoutFacts {
  /** Absolute: its top. Undefined: the folder is in none. */
  readonly top: string | undefined;
  /** `owner/name` on the server of `origin`. */
  readonly repository: string | undefined;
  /** That of `origin`, as far as the clone knows it; else the one that is checked out. */
  readonly defaultBranch: string | undefined;
}

/** What a new project has to know of the checkout around a folder. */
async function facts(folder: string): Promise<CheckoutFacts> {
  const [inside, remote, head, here] = await Promise.all([
    ask(folder, ["rev-parse", "--show-toplevel"]),
    ask(folder, ["remote", "get-url", "origin"]),
    ask(folder, ["symbolic-ref", "--short", "refs/remotes/origin/HEAD"]),
    ask(folder, ["symbolic-ref", "--short", "HEAD"]),
  ]);
  const named = remote.ok && isAddress(remote.value) ? /[:/]([^/:]+\/[^/]+?)(?:\.git)?\/?$/.exec(remote.value) : null;
  const branch = head.ok ? head.value.replace(/^origin\//, "") : here.ok ? here.value : undefined;
  return { top: inside.ok ? inside.value : undefined, repository: named?.[1], defaultBranch: branch };
}

/** What the checkout around a folder tells; it is only asked. */
export const checkout = { facts, possible, origin, author, connection, tracked };
