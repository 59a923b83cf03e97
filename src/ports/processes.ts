/** How a program is run. */
export interface ProcessRequest {
  /** What it is called in a trace: `git fetch …`. Holds nothing of specs. */
  readonly called: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Absolute; must exist. Default: where this process is. */
  readonly cwd?: string;
  /** The whole environment. Default: that of this process. */
  readonly env?: { readonly [name: string]: string };
  /** For stdin; without it stdin is closed. */
  readonly input?: string | Uint8Array;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** How long to wait, after the program's end, for background programs to close its pipes. Default: 500. */
  readonly lingerMs?: number;
  /** What it leaves running may go on writing to its pipes. Default: they are closed with its end. */
  readonly mayLeaveOthers?: boolean;
  /** It runs, as the leader of its process group. */
  onStart?(pid: number): void;
  onOutput(stream: "stdout" | "stderr", chunk: Buffer): void;
  /** Gives it a channel. @returns true: that was all, and its group is killed */
  onMessage?(message: unknown): boolean;
  /** Ends it on timeout and abort, and calls `over`. Default: its group is killed. */
  stop?(running: StoppedProcess, over: () => void): void;
}

/** A process that is being stopped. */
export interface StoppedProcess {
  /** The program itself has ended. */
  readonly exited: boolean;
  /** Nobody has its pipes open any more. */
  readonly closed: boolean;
}

export type ProcessEnd =
  /** `exitCode` is null when a signal ended it. */
  | { readonly state: "exited"; readonly exitCode: number | null; readonly signal: string | null }
  | { readonly state: "timed-out" | "aborted" }
  /** It could not be started: a system error's code, and its message. */
  | { readonly state: "not-started"; readonly code: string; readonly message: string };

/** Runs a program in a process group of its own. Whatever becomes of it is a value; never rejects. */
export type RunProcess = (request: ProcessRequest) => Promise<ProcessEnd>;
