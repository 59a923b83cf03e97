import { type ChildProcess, fork } from "node:child_process";
import type { Readable } from "node:stream";
import type { CacheAnswer, CacheRequest } from "./cache-request.ts";

/** How the process of the cache client is run. */
export interface CacheProcessCall {
  /** The program's main file. */
  readonly program: string;
  readonly request: CacheRequest;
  /** Absolute. */
  readonly cwd: string;
  /** The whole environment. */
  readonly environment: { readonly [name: string]: string };
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** How it ended. `printed` is all that it and its programs wrote: stderr, then stdout, up to 1 MiB each. */
export type CacheProcessEnd =
  | { readonly state: "answered"; readonly answer: CacheAnswer; readonly printed: string }
  | { readonly state: "timed-out"; readonly printed: string }
  | { readonly state: "aborted" }
  /** It was killed from outside, or could not be started. */
  | { readonly state: "ended"; readonly how: string };

const printedBytes = 1024 ** 2;
/** How long a program that it has started may keep its pipes open after its end. */
const lingerMs = 500;

/**
 * Runs the program as cache client, in a process group of its own that is gone when the promise resolves. Whatever
 * happens is a value; never rejects.
 */
export function runCacheProcess(call: CacheProcessCall): Promise<CacheProcessEnd> {
  if (call.signal.aborted) return Promise.resolve({ state: "aborted" });
  const child = fork(call.program, ["cache-worker", JSON.stringify(call.request)], {
    cwd: call.cwd,
    env: call.environment,
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true,
  });
  // Each for itself, so that no line stands in the middle of another.
  const printed = [child.stderr, child.stdout].map(collect);

  return new Promise((done) => {
    let answer: CacheAnswer | undefined;
    let stopped: "timed-out" | "aborted" | undefined;
    let failed: string | undefined;
    let linger: NodeJS.Timeout | undefined;
    const stop = (why: "timed-out" | "aborted") => {
      stopped ??= why;
      killGroup(child);
    };
    const abort = () => stop("aborted");
    const timer = setTimeout(() => stop("timed-out"), call.timeoutMs);
    call.signal.addEventListener("abort", abort, { once: true });

    const settle = () => {
      clearTimeout(timer);
      clearTimeout(linger);
      call.signal.removeEventListener("abort", abort);
      for (const stream of [child.stdout, child.stderr]) stream?.destroy();
      const text = printed.map((read) => read()).join("\n");
      const how = failed ?? (child.signalCode ? `killed by ${child.signalCode}` : `exit code ${child.exitCode}`);
      if (answer !== undefined) done({ state: "answered", answer, printed: text });
      else if (stopped === "aborted") done({ state: "aborted" });
      else if (stopped === "timed-out") done({ state: "timed-out", printed: text });
      else done({ state: "ended", how });
    };
    child.once("message", (message) => {
      answer = message as CacheAnswer;
      // Connections that it keeps open would hold it up.
      killGroup(child);
    });
    child.once("error", (error) => {
      failed = error.message;
      if (child.pid === undefined) settle();
    });
    child.once("exit", () => {
      linger = setTimeout(settle, lingerMs);
    });
    child.once("close", settle);
  });
}

function collect(stream: Readable | null): () => string {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream?.on("data", (chunk: Buffer) => {
    if (bytes < printedBytes) chunks.push(chunk);
    bytes += chunk.length;
  });
  stream?.on("error", () => undefined);
  return () => Buffer.concat(chunks).toString("utf8");
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended just now.
  }
}
