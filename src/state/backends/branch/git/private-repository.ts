import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { err, type Failure, failure, ok, type Result } from "../../../../engine/diagnostics/diagnostic.ts";
import { localGitMs } from "../../../../engine/model/timing.ts";
import type { GitEnd, RunGit } from "../../../../ports/git.ts";
import { trace } from "../../../../trace/trace.ts";
import { ioFailure, makeFolder } from "../../file/file-system.ts";
import { type GitSetting, gitEnvironment, withoutHeaders, withoutToken } from "./git-environment.ts";
import { type RemoteNames, remoteFailure } from "./remote-messages.ts";
import { troubleOf } from "./remote-trouble.ts";

export interface PrivateRepositoryOptions {
  /** Address of the server that the token is for, as `https://github.com`. */
  readonly server: string;
  readonly token?: string;
  /**
   * Present, as in a terminal: without a token git signs in as the user has set it up, with these settings of his
   * checkout besides. They may hold credentials.
   */
  readonly ownSettings?: readonly GitSetting[];
  readonly git: RunGit;
  /** What the program was started with; git gets what it needs of it. */
  readonly environment: { readonly [name: string]: string | undefined };
  /** Absolute path of the folder in which the private repository is made. */
  readonly temporaryFolder: string;
  /** How its name begins, by which it is found after this process was killed. */
  readonly folderPrefix?: string;
  /** Takes secrets out of what git says. */
  redact?(text: string): string;
}

/** How one call differs from the others. */
export interface GitOptions {
  readonly input?: string | Uint8Array;
  /** Absolute path of another repository than the main one. */
  readonly directory?: string;
}

/** A bare repository in a temporary folder of its own, made on first use; neither configuration nor hooks play a part. */
export class PrivateRepository {
  readonly #options: PrivateRepositoryOptions;
  readonly #names: RemoteNames;
  #folder: string | undefined;

  /** @param names of the remote, for messages */
  constructor(options: PrivateRepositoryOptions, names: RemoteNames) {
    this.#options = options;
    this.#names = names;
  }

  /** Makes it, unless it is there. @returns the folder around it, which is removed with it */
  async ready(signal: AbortSignal): Promise<Result<string, Failure>> {
    if (signal.aborted) return err(this.cancelled());
    if (this.#folder !== undefined) return ok(this.#folder);
    const { temporaryFolder, folderPrefix = "opus-state-" } = this.#options;
    let folder: string;
    try {
      makeFolder(temporaryFolder);
      folder = mkdtempSync(join(temporaryFolder, folderPrefix));
    } catch (error) {
      return err(ioFailure("make a temporary folder in", temporaryFolder, error, "temporary"));
    }
    this.#folder = folder;
    const made = await this.#make(signal);
    if (made.ok) return ok(folder);
    this.dispose();
    return made;
  }

  /** A call that asks nobody else: when it fails, this machine is the reason. */
  async local(
    args: readonly string[],
    signal: AbortSignal,
    options: GitOptions = {},
  ): Promise<Result<Uint8Array, Failure>> {
    const end = await this.git(args, signal, localGitMs, options);
    if (end.state === "aborted") return err(this.cancelled());
    if (end.state === "exited" && end.code === 0) return ok(end.stdout);
    if (end.state === "not-started") return err(remoteFailure(troubleOf(end), "read", this.#names));
    return err(failure("state-unavailable", whyNotHere(args[0] ?? "", end, this.#options.temporaryFolder)));
  }

  /** Any call; the caller makes sense of its end. */
  async git(
    args: readonly string[],
    signal: AbortSignal,
    timeoutMs: number,
    { input = "", directory = this.#directory }: GitOptions = {},
  ): Promise<GitEnd> {
    const { git, environment: base, token, ownSettings, server, redact, temporaryFolder } = this.#options;
    const environment = gitEnvironment({ base, directory, token, ownSettings, server });
    const cwd = this.#folder ?? temporaryFolder;
    const end = await git({ args, cwd, environment, input, timeoutMs, signal });
    if (!("stderr" in end)) return end;
    const clean = token === undefined ? withoutHeaders(end.stderr, ownSettings ?? []) : withoutToken(end.stderr, token);
    const stderr = redact?.(clean) ?? clean;
    if (end.state !== "exited" || end.code !== 0) trace(() => `git said: ${stderr}`);
    return { ...end, stderr };
  }

  /** Removes it. A later call would make it anew. */
  dispose(): void {
    const folder = this.#folder;
    this.#folder = undefined;
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }

  cancelled(): Failure {
    const { shown, branch } = this.#names;
    return failure("cancelled", `Using the state branch ${branch} of ${shown} was cancelled.`);
  }

  async #make(signal: AbortSignal): Promise<Result<unknown, Failure>> {
    const printed = await this.local(["version"], signal);
    if (!printed.ok) return printed;
    const version = Buffer.from(printed.value).toString("utf8").trim();
    // An older one would not look into the environment for the token, and ask for a password.
    const [, major = "0", minor = "0"] = /\b(\d{1,9})\.(\d{1,9})/.exec(version) ?? [];
    if (Number(major) < 2 || (Number(major) === 2 && Number(minor) < 31))
      return err(
        failure("state-unavailable", `This is ${version}. Install git 2.31 or newer, and put it on the PATH.`),
      );
    return this.local(["init", "--quiet", "--bare", "--template=", this.#directory], signal);
  }

  get #directory(): string {
    return join(this.#folder ?? this.#options.temporaryFolder, "state.git");
  }
}

/** What keeps git from its work on this machine, and what to do. */
function whyNotHere(command: string, end: Exclude<GitEnd, { state: "aborted" }>, folder: string): string {
  const { words } = troubleOf(end);
  // A shell says 126 and 127 of a program that it can't start; nothing is simpler to git than its version.
  const noGit = command === "version" || (end.state === "exited" && (end.code === 126 || end.code === 127));
  if (noGit) {
    const status = end.state === "exited" ? `exit code ${end.code}: ` : "";
    return `The \`git\` on the PATH does not work: \`git ${command}\` failed (${status}${words}). Install git 2.31 or newer, and put it first on the PATH.`;
  }
  const failed = `\`git ${command}\` failed in the temporary folder ${folder}: ${words}.`;
  if (/Too many open files/i.test(words)) return `${failed} Raise the limit of open files (\`ulimit -n\`).`;
  return `${failed} Is there room on its disk, and may it be written?`;
}
