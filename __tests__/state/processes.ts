import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { nodeForTypeScript } from "./fixtures.ts";

const worker = join(import.meta.dirname, "backends/file/worker.ts");

export interface Worker {
  readonly child: ChildProcess;
  output(): string;
  readonly ended: Promise<number | null>;
}

/** Starts a worker of the file store. */
export function startWorker(...args: string[]): Worker {
  return startScript(worker, ...args);
}

/** Starts a script in TypeScript; its stdout is collected. */
export function startScript(script: string, ...args: string[]): Worker {
  const child = spawn(nodeForTypeScript(), ["--no-warnings", script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  child.stderr.on("data", (chunk) => (errors += String(chunk)));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0 || code === null) resolve(code);
      else reject(new Error(`worker ${args.join(" ")} ended with ${code}: ${errors}`));
    });
  });
  // Tests that kill a worker don't wait for it to fail.
  ended.catch(() => undefined);
  return { child, output: () => output, ended };
}

/** Waits until a worker has printed something. */
export async function printed(
  worker: { output(): string; readonly child: ChildProcess },
  pattern: RegExp,
): Promise<void> {
  for (let tries = 0; !pattern.test(worker.output()); tries++) {
    if (tries > 2_000 || worker.child.exitCode !== null) throw new Error(`worker printed only: ${worker.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
