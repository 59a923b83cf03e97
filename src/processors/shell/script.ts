/** A script and how it is run. */
export interface ScriptRequest {
  readonly script: string;
  /** Program and arguments; every `{0}` stands for the script file, which is appended when there is none. */
  readonly shell: readonly string[];
  /** Ending of the script file's name, with the dot. */
  readonly extension: string;
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
    | { readonly state: "timed-out" | "aborted" }
    /** A system error's code. */
    | { readonly state: "not-started"; readonly code: string };
  readonly stdout: Captured;
  readonly stderr: Captured;
  /** The end of both streams, in lines as they came, without secrets; so is that of stderr. */
  readonly tail: string;
  readonly stderrTail: string;
  /** What the file for outputs holds; undefined: more than allowed, gone, or not a file any more. */
  readonly outputFile: Uint8Array | undefined;
}

/** Runs a script to its end; what it started is gone when it was stopped. */
export type RunScript = (request: ScriptRequest) => Promise<ScriptResult>;

const extensions: { readonly [program: string]: string } = {
  pwsh: ".ps1",
  powershell: ".ps1",
  cmd: ".cmd",
  python: ".py",
  python3: ".py",
  node: ".mjs",
};

/** Shells that are named alone get the options that GitHub gives them, so that a failing command fails the script. */
const usualOptions: { readonly [shell: string]: readonly string[] } = {
  bash: ["bash", "-e", "-o", "pipefail"],
  sh: ["sh", "-e"],
  pwsh: ["pwsh", "-NoProfile", "-File"],
};

/** The words of a `shell`; quotes keep white space together. Undefined: a quote is not closed, or there is no word. */
export function splitShell(shell = "bash"): readonly string[] | undefined {
  const words: string[] = [];
  const pattern = /\s*((?:[^\s"']|"[^"]*"|'[^']*')+)/y;
  const text = shell.trimEnd();
  while (pattern.lastIndex < text.length) {
    const word = pattern.exec(text)?.[1];
    if (word === undefined) return undefined;
    words.push(word.replace(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? ""));
  }
  const [first] = words;
  if (!first) return undefined;
  return words.length === 1 && Object.hasOwn(usualOptions, first) ? usualOptions[first] : words;
}

/** The ending that a shell wants its files to have. */
export function scriptExtension(words: readonly string[]): string {
  const program = (words[0] ?? "").replace(/^.*[\\/]/, "").replace(/\.exe$/i, "");
  return Object.hasOwn(extensions, program) ? (extensions[program] ?? ".sh") : ".sh";
}

/** Milliseconds of a duration like `500ms`, `30s`, `5m`, `1h`; undefined: it is none. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d+)(ms|s|m|h)$/.exec(text);
  if (!match) return undefined;
  const factor = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }[match[2] as "ms" | "s" | "m" | "h"];
  return Number(match[1]) * factor;
}

/** The last lines of a program's output; undefined when there are none. */
export function lastLines(text: string, count = 20): string | undefined {
  const lines = text.trimEnd().split("\n");
  const last = lines.slice(-count).join("\n");
  return last.trim() === "" ? undefined : last;
}
