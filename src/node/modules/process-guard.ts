import { syncBuiltinESMExports } from "node:module";
import type { ModuleCalls, ProcessEnded } from "./module-calls.ts";

/** Keeps the process in the hands of the run. */
export interface ProcessGuard {
  /** The run came to its end: from now on whoever ends the process does it with this status. */
  over(status: number): void;
  /** Ends the process at once with this status. */
  end(status: number): void;
}

export interface GuardOptions {
  readonly calls: ModuleCalls;
  /** A module tried to end the process where nobody waits for it. */
  ended(error: ProcessEnded): void;
  /** Nothing is left that the run could wait for, and it waits for no module. Answers whether that made it go on. */
  stuck(): boolean;
  /** The process ends before the run is through, by a way that can't be kept. Says it, at once. */
  lost(): void;
}

/**
 * From now on no module ends the process of a run: whoever tries gets an error, and what never answers is given up as soon
 * as nothing is left that could make it.
 */
export function guardProcess(process: NodeJS.Process, options: GuardOptions): ProcessGuard {
  const { calls, ended, stuck, lost } = options;
  const { exit } = process;
  const reallyExit = (process as unknown as { reallyExit(code?: number): void }).reallyExit.bind(process);
  let settled: number | undefined;
  const end = (status: number): void => {
    settled ??= status;
    // What `process.exit` calls, and what others may call: the status is ours whoever ends the process.
    Object.assign(process, { reallyExit: () => reallyExit(settled) });
    process.exitCode = settled;
    exit.call(process, settled);
  };
  const refuse = (what: string): void => {
    if (settled !== undefined) {
      end(settled);
      return;
    }
    const error = calls.endedBy(what);
    if (error.alone) ended(error);
    throw error;
  };
  refuseEnds(process, refuse);

  process.on("beforeExit", () => {
    if (settled !== undefined || !(calls.giveUp() || stuck())) return;
    // Once more round, so that this is asked again when the next of them is what all wait for.
    setImmediate(() => {});
  });
  process.on("exit", () => {
    if (settled !== undefined) return;
    settled = 1;
    lost();
    process.exitCode = 1;
  });
  return {
    end,
    over: (status) => {
      settled = status;
      process.exitCode = status;
      // Behind those of modules, which may have their own idea of it.
      process.on("exit", () => {
        process.exitCode = status;
      });
    },
  };
}

/**
 * Takes the place of all functions of the process that end it.
 * @param refuse is called with what was called; throws while the run goes on
 */
function refuseEnds(process: NodeJS.Process, refuse: (what: string) => void): void {
  const { kill } = process;
  const called = (name: string, code?: unknown): void => refuse(`process.${name}(${shown(code)})`);
  Object.assign(process, {
    exit: (code?: unknown) => called("exit", code),
    reallyExit: (code?: unknown) => called("reallyExit", code),
    abort: () => called("abort"),
    kill: (pid: number, signal?: string | number) => {
      const own = pid === process.pid || pid === 0 || pid === -process.pid;
      if (own && signal !== 0) refuse(`process.kill(process.pid, ${JSON.stringify(signal ?? "SIGTERM")})`);
      return kill.call(process, pid, signal);
    },
  });
  // For modules that import them by name.
  syncBuiltinESMExports();
}

function shown(code: unknown): string {
  return code === undefined ? "" : String(code);
}
