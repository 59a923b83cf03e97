/** How git is run. */
export interface GitCall {
  readonly args: readonly string[];
  /** Absolute; must exist. */
  readonly cwd: string;
  /** The whole environment. */
  readonly environment: { readonly [name: string]: string };
  /** For stdin; without it stdin is empty. */
  readonly input?: string | Uint8Array;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export type GitEnd =
  | { readonly state: "exited"; readonly code: number; readonly stdout: Uint8Array; readonly stderr: string }
  /** Something else killed it, or a program that it had started. */
  | { readonly state: "killed"; readonly signal: string; readonly stderr: string }
  | { readonly state: "timed-out"; readonly timeoutMs: number; readonly stderr: string }
  | { readonly state: "aborted" }
  /** `message` is a sentence that says what to do. */
  | { readonly state: "not-started"; readonly message: string };

/** Runs git with nothing of this process but what the call says. Timeout and abort end all that it has started. */
export type RunGit = (call: GitCall) => Promise<GitEnd>;
