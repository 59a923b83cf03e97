import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { CacheAnswer, CacheRequest } from "../../src/github/cache/cache-request.ts";
import type { ProcessEnd, ProcessRequest, RunProcess } from "../../src/ports/processes.ts";

/** What the process is asked for. */
export interface ResidentCall {
  readonly request: CacheRequest;
  readonly environment: { readonly [name: string]: string };
  readonly cwd: string;
}

/** What it says: that it can begin, what the client has printed, and the client's answer. */
export type ResidentMessage =
  | { readonly ready: true }
  | { readonly stream: "stdout" | "stderr"; readonly text: string }
  | { readonly answer: CacheAnswer };

const program = join(import.meta.dirname, "resident-client.program.ts");

/** Processes that wait for a call. */
const idle: ChildProcess[] = [];

/**
 * Runs the official client of the cache as the product does, but in processes that stay, one for each call at a time:
 * a start takes some hundred times as long as a call. The pauses of the client before it tries again are hundred times
 * shorter.
 */
export const residentClient: RunProcess = async (request) => {
  const child = idle.pop() ?? (await started());
  const end = await ask(child, request);
  if (end.state === "exited" && child.connected && !child.killed) idle.push(child);
  else child.kill("SIGKILL");
  return end;
};

async function started(): Promise<ChildProcess> {
  // Where the library for Azure's storage looks when it is loaded.
  const env = { PATH: process.env.PATH, AZURE_LOG_LEVEL: "info" };
  const child = fork(program, { env, execArgv: [], stdio: "inherit" });
  await once(child, "message");
  // It ends with this process, which does not wait for it.
  child.unref();
  child.channel?.unref();
  return child;
}

function ask(child: ChildProcess, request: ProcessRequest): Promise<ProcessEnd> {
  const { args, cwd = "", env = {}, signal, timeoutMs } = request;
  if (signal?.aborted) return Promise.resolve({ state: "aborted" });
  child.channel?.ref();
  return new Promise<ProcessEnd>((done) => {
    const over = (end: ProcessEnd): void => {
      clearTimeout(deadline);
      signal?.removeEventListener("abort", abort);
      child.removeAllListeners();
      child.channel?.unref();
      done(end);
    };
    const abort = (): void => over({ state: "aborted" });
    const deadline = timeoutMs === undefined ? undefined : setTimeout(() => over({ state: "timed-out" }), timeoutMs);
    signal?.addEventListener("abort", abort, { once: true });
    child.once("exit", (exitCode, by) => over({ state: "exited", exitCode, signal: by }));
    child.on("message", (message: ResidentMessage) => {
      if ("stream" in message) request.onOutput(message.stream, Buffer.from(message.text));
      if (!("answer" in message)) return;
      request.onMessage?.(message.answer);
      // After a refusal the client goes on, as nobody has told it.
      if ("refused" in message.answer) child.kill("SIGKILL");
      over({ state: "exited", exitCode: null, signal: "SIGKILL" });
    });
    const call: ResidentCall = { request: JSON.parse(args.at(-1) ?? ""), environment: env, cwd };
    child.send(call);
  });
}
