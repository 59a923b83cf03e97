import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { bootId, startTimeOf } from "./process-table.ts";

/** A call that a ledger has no end of. */
export interface OpenCall {
  readonly mark: string;
  /** The task that it was for. */
  readonly task: string | undefined;
  /** The leader of its process group, once it ran. */
  readonly leader: Leader | undefined;
}

/** A process, so exactly that its number used again is told apart. */
export interface Leader {
  readonly pid: number;
  /** In the kernel's clock ticks; null where the platform does not say. */
  readonly startTime: string | null;
  /** By the wall clock, in milliseconds since 1970. */
  readonly startedAt: number;
}

type Line =
  | { readonly type: "ledger"; readonly version: 1; readonly boot: string | null; readonly owner: string }
  | { readonly type: "call"; readonly mark: string; readonly task?: string }
  | ({ readonly type: "runs"; readonly mark: string } & Leader)
  | { readonly type: "over"; readonly mark: string };

/**
 * The programs that a run has started, on disk: `processes.ndjson`. Should the run be killed, the next one on this
 * machine finds there what may still be running. Each line is written before the next thing happens; nothing is
 * flushed to the disk itself, because what ran does not survive the machine either. All calls throw system errors.
 */
export class ProcessLedger {
  readonly #path: string;
  readonly #owner: string;
  #descriptor: number | undefined;

  /**
   * Begins a ledger. Only who holds the lock may do that, after `endLeftovers`.
   * @param folder made when missing
   * @param owner names the run, so that nobody takes another one's ledger for its own: the id of its lock
   */
  constructor(folder: string, owner: string) {
    this.#path = ledgerPath(folder);
    this.#owner = owner;
    mkdirSync(dirname(this.#path), { recursive: true });
    this.#descriptor = openSync(this.#path, "a", 0o600);
    this.#append({ type: "ledger", version: 1, boot: bootId(), owner });
  }

  /** A program is about to be started. */
  call(mark: string, task: string | undefined): void {
    this.#append({ type: "call", mark, ...(task === undefined ? {} : { task }) });
  }

  runs(mark: string, pid: number): void {
    this.#append({ type: "runs", mark, pid, startTime: startTimeOf(pid), startedAt: Date.now() });
  }

  /** Whatever of it still runs was meant to. */
  over(mark: string): void {
    this.#append({ type: "over", mark });
  }

  /** The run has ended. A ledger without open calls goes; one of another run stays. */
  close(): void {
    if (this.#descriptor === undefined) return;
    closeSync(this.#descriptor);
    this.#descriptor = undefined;
    const { owner, calls } = readLedger(dirname(this.#path));
    if (owner === this.#owner && calls.length === 0) rmSync(this.#path, { force: true });
  }

  #append(line: Line): void {
    if (this.#descriptor === undefined) return;
    // The line break comes first: what a full disk has cut off must not spoil the line after it.
    const data = Buffer.from(`\n${JSON.stringify(line)}`);
    if (writeSync(this.#descriptor, data) < data.length)
      throw Object.assign(new Error(`ENOSPC: ${this.#path} could not be written`), { code: "ENOSPC" });
  }
}

/** What a ledger says. */
export interface LedgerContent {
  /** Undefined: there is no ledger. */
  readonly owner: string | undefined;
  /** None when the machine was started again since. */
  readonly calls: readonly OpenCall[];
}

/** Reads the ledger in a folder. Lines that were cut off are left out. Throws system errors, but for a missing file. */
export function readLedger(folder: string): LedgerContent {
  const calls = new Map<string, OpenCall>();
  const boot = bootId();
  let owner: string | undefined;
  let counts = true;
  for (const line of readLines(ledgerPath(folder))) {
    switch (line.type) {
      case "ledger":
        owner = line.owner;
        counts = line.boot === boot;
        if (!counts) calls.clear();
        break;
      case "call":
        if (counts) calls.set(line.mark, { mark: line.mark, task: line.task, leader: undefined });
        break;
      case "runs": {
        const { type: _, mark, ...leader } = line;
        const call = calls.get(mark);
        if (call) calls.set(mark, { ...call, leader });
        break;
      }
      case "over":
        calls.delete(line.mark);
        break;
    }
  }
  return { owner, calls: [...calls.values()] };
}

/** Removes the ledger in a folder; everything in it is settled. Throws system errors. */
export function removeLedger(folder: string): void {
  rmSync(ledgerPath(folder), { force: true });
}

function ledgerPath(folder: string): string {
  return join(folder, "processes.ndjson");
}

function readLines(path: string): Line[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  return text.split("\n").flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line) as Line];
    } catch {
      return [];
    }
  });
}
