/** A script and how it is run. */
export interface ScriptRequest {
  readonly script: string;
  /** Program and arguments; every `{0}` stands for the script file, which is appended when there is none. */
  readonly shell: readonly string[];
  /** Ending of the script file's name, with the dot. */
  readonly extension: string;
  /** What is taken on Windows where there is no bash. Absent: the shell was chosen by name. */
  readonly otherwise?: { readonly shell: readonly string[]; readonly extension: string };
  /** Absolute. */
  readonly cwd: string;
  readonly env: { readonly [name: string]: string };
  /** The variable that names the file for outputs. */
  readonly outputVariable: string;
  /** Most bytes of that file. */
  readonly outputBytes: number;
  /** Takes what that file holds whenever the script has written to it, now and then; what comes last is in the result. */
  onOutputFile?(data: Uint8Array): void;
  /** Texts that the script can read: the variable that names the file of each. */
  readonly files?: { readonly [variable: string]: string };
  /** Bytes of each stream that are kept. */
  readonly captureBytes: number;
  readonly timeoutMs?: number;
  readonly signal: AbortSignal;
  onOutput(stream: "stdout" | "stderr", text: string): void;
}

export interface Captured {
  readonly text: string;
  /** How many bytes were written in all. */
  readonly bytes: number;
  /** There was more than `captureBytes`. */
  readonly cut: boolean;
}

export interface ScriptResult {
  readonly end:
    | { readonly state: "exited"; readonly exitCode: number | null; readonly signal: string | null }
    /** `left`: something that it has started still runs. */
    | { readonly state: "timed-out" | "aborted"; readonly left?: true }
    /** A system error's code; `ENOSHELL`: there is neither `shell` nor `otherwise`. */
    | { readonly state: "not-started"; readonly code: string };
  readonly stdout: Captured;
  readonly stderr: Captured;
  /** The end of both streams, in lines as they came, without secrets; so is that of stderr. */
  readonly tail: string;
  readonly stderrTail: string;
  /** What the file for outputs holds; undefined: more than allowed, gone, or not a file any more. */
  readonly outputFile: Uint8Array | undefined;
}

/** Runs a script to its end; what it started is gone when it was stopped, but for what is `left`. */
export type RunScript = (request: ScriptRequest) => Promise<ScriptResult>;
