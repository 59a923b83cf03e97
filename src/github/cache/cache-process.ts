import type { RunProcess } from "../../ports/processes.ts";
import { trace } from "../../trace/trace.ts";
import type { CacheAnswer, CacheRequest, Traced } from "./cache-request.ts";

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
  readonly run: RunProcess;
}

/** How it ended. `printed` is all that it and its programs wrote: stderr, then stdout, up to 1 MiB each. */
export type CacheProcessEnd =
  | { readonly state: "answered"; readonly answer: CacheAnswer; readonly printed: string }
  | { readonly state: "timed-out"; readonly printed: string }
  | { readonly state: "aborted" }
  /** It was killed from outside, or could not be started. */
  | { readonly state: "ended"; readonly how: string };

const printedBytes = 1024 ** 2;

/**
 * Runs the program as cache client, in a process group of its own that is gone when the promise resolves. Whatever
 * happens is a value; never rejects.
 */
export async function runCacheProcess({
  program,
  request,
  run,
  environment,
  ...call
}: CacheProcessCall): Promise<CacheProcessEnd> {
  // Each for itself, so that no line stands in the middle of another.
  const printed = { stderr: new Printed(), stdout: new Printed() };
  let answer: CacheAnswer | undefined;
  const end = await run({
    ...call,
    called: `cache client: ${request.call} ${request.key}`,
    command: process.execPath,
    args: [program, "cache-worker", JSON.stringify(request)],
    env: environment,
    onOutput: (stream, chunk) => printed[stream].add(chunk),
    onMessage: (message) => {
      if (isTraced(message)) {
        trace(() => `cache client: ${message.traced}`);
        return false;
      }
      answer ??= message as CacheAnswer;
      // Connections that it keeps open would hold it up.
      return true;
    },
  });
  const text = `${printed.stderr.text}\n${printed.stdout.text}`;
  if (answer !== undefined) return { state: "answered", answer, printed: text };
  switch (end.state) {
    case "aborted":
      return { state: "aborted" };
    case "timed-out":
      return { state: "timed-out", printed: text };
    case "not-started":
      return { state: "ended", how: end.message };
    case "exited":
      return { state: "ended", how: end.signal === null ? `exit code ${end.exitCode}` : `killed by ${end.signal}` };
  }
}

function isTraced(message: unknown): message is Traced {
  return typeof message === "object" && message !== null && "traced" in message;
}

/** The beginning of what a stream brings. */
class Printed {
  readonly #chunks: Buffer[] = [];
  #bytes = 0;

  add(chunk: Buffer): void {
    if (this.#bytes < printedBytes) this.#chunks.push(chunk);
    this.#bytes += chunk.length;
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString("utf8");
  }
}
