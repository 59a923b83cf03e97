import { closeSync, constants, fstatSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { systemCode } from "../files/file-problem.ts";
import { closing, openForReading } from "../files/file-reading.ts";
import { openByPath } from "../files/held-folder.ts";
import { makeFolders } from "../files/make-folders.ts";
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
    makeFolders(dirname(this.#path));
    this.#descriptor = openSync(this.#path, appending, 0o600);
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
  /** How many lines are whole and none that a ledger has; they are left out. */
  readonly foreign: number;
}

/** Reads the ledger in a folder. Lines that were cut off are left out. Throws system errors, but for a missing file. */
export function readLedger(folder: string): LedgerContent {
  const calls = new Map<string, OpenCall>();
  const boot = bootId();
  let owner: string | undefined;
  let counts = true;
  let foreign = 0;
  for (const content of readLines(folder)) {
    const line = asLine(content);
    if (line === undefined) {
      foreign++;
      continue;
    }
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
  return { owner, calls: [...calls.values()], foreign };
}

/** Who can write to the folder may have written the line. */
function asLine(content: unknown): Line | undefined {
  if (!isObject(content)) return undefined;
  const { type, version, owner, boot, mark, task, pid, startTime, startedAt } = content;
  switch (type) {
    case "ledger":
      if (version !== 1 || !isText(owner) || !(boot === null || isText(boot))) return undefined;
      return { type, version, boot, owner };
    case "call":
      if (!isText(mark) || !(task === undefined || typeof task === "string")) return undefined;
      return { type, mark, ...(task === undefined ? {} : { task }) };
    case "runs":
      if (!isText(mark) || !isProgram(pid) || !(startTime === null || isText(startTime))) return undefined;
      return typeof startedAt === "number" ? { type, mark, pid, startTime, startedAt } : undefined;
    case "over":
      return isText(mark) ? { type, mark } : undefined;
    default:
      return undefined;
  }
}

function isObject(content: unknown): content is { readonly [key: string]: unknown } {
  return typeof content === "object" && content !== null && !Array.isArray(content);
}

function isText(content: unknown): content is string {
  return typeof content === "string" && content !== "";
}

/** Can it be a program that a run has started? 0, 1 and below would signal groups, init or everything. */
function isProgram(pid: unknown): pid is number {
  return typeof pid === "number" && Number.isInteger(pid) && pid > 1 && pid <= 2 ** 31 - 1 && pid !== process.pid;
}

/** Removes the ledger in a folder; everything in it is settled. Throws system errors. */
export function removeLedger(folder: string): void {
  rmSync(ledgerPath(folder), { force: true });
}

/** Where the ledger in a folder is. */
export function ledgerPath(folder: string): string {
  return join(folder, ledgerName);
}

const ledgerName = "processes.ndjson";
/** Through no symlink: who may write to the folder does not say where lines go. */
const appending = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);

/** What each line holds that was not cut off. */
function readLines(folder: string): unknown[] {
  return readText(folder)
    .split("\n")
    .flatMap((line) => {
      try {
        return line === "" ? [] : [JSON.parse(line) as unknown];
      } catch {
        return [];
      }
    });
}

function readText(folder: string): string {
  try {
    const descriptor = openForReading(openByPath(folder), ledgerName);
    return closing(descriptor, () => {
      if (!fstatSync(descriptor).isFile()) throw notAFile(folder);
      return readFileSync(descriptor, "utf8");
    });
  } catch (error) {
    if (systemCode(error) === "ENOENT") return "";
    throw error;
  }
}

function notAFile(folder: string): Error {
  return Object.assign(new Error(`EINVAL: not a file, open '${ledgerPath(folder)}'`), { code: "EINVAL" });
}
