import { spawn } from "node:child_process";
import { isAbsolute, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { clockSlackMs, processPollMs, treeEndMs, treeQuestionMs } from "../../engine/model/timing.ts";
import { trace } from "../../trace/trace.ts";

// Windows has no process groups. What a process has started is known by the parents that are recorded of all processes.

/** A process and the one that has started it, which may be gone. */
export interface ProcessParent {
  readonly pid: number;
  readonly parent: number;
  /** By the wall clock, in milliseconds since 1970; undefined: nobody says. */
  readonly startedAt?: number;
}

interface Tree {
  readonly startedAt: number;
  state: "runs" | "ending" | "ended" | "left";
}

/** The trees of processes that this process has started, by their first one, and how Windows is asked to end them. */
class WindowsTrees {
  readonly #trees = new Map<number, Tree>();
  #systemRoot = "C:\\Windows";

  /** Says where Windows is. @param folder as the variable `SystemRoot` has it; undefined: as usual */
  useSystemRoot(folder: string | undefined): void {
    if (folder !== undefined && isAbsolute(folder)) this.#systemRoot = folder;
  }

  /** A process was started: what was known of an earlier one with its number counts no more. */
  begin(leader: number): void {
    if (process.platform === "win32") this.#trees.set(leader, { startedAt: Date.now(), state: "runs" });
  }

  /** It has ended by itself, or is given up. */
  forget(leader: number): void {
    this.#trees.delete(leader);
  }

  /** Is the end of this tree not over, or did it leave something? */
  isLeft(leader: number): boolean {
    const state = this.#trees.get(leader)?.state;
    return state === "ending" || state === "left";
  }

  /** Ends a process and all that it has started, at once: Windows can't ask them to end. Once for each tree. */
  end(leader: number): void {
    const tree = this.#trees.get(leader) ?? { startedAt: 0, state: "runs" };
    if (tree.state !== "runs") return;
    this.#trees.set(leader, tree);
    tree.state = "ending";
    void killTree(leader, tree.startedAt - clockSlackMs, join(this.#systemRoot, "System32")).then((all) => {
      trace(() => `the processes of ${leader}: ${all ? "ended" : "some are left"}`);
      tree.state = all ? "ended" : "left";
    });
  }
}

export const windowsTrees = new WindowsTrees();

/**
 * @param since when the first of it was started: numbers are used again, and older processes may name one as their parent
 * @param system the folder of the programs of Windows
 * @returns whether all of it is gone
 */
async function killTree(leader: number, since: number, system: string): Promise<boolean> {
  const asked = await answer(join(system, "taskkill.exe"), ["/T", "/F", "/PID", String(leader)]);
  const known = new Set([leader]);
  const until = Date.now() + treeEndMs;
  // What was being started a moment ago, or has lost its parent, `taskkill` does not find.
  for (;;) {
    const table = await processTable(system);
    if (table === undefined) {
      kill(leader);
      return asked !== undefined;
    }
    const alive = treeOf(table, known, since);
    if (alive.length === 0) return true;
    if (Date.now() > until) return false;
    for (const pid of alive) {
      known.add(pid);
      kill(pid);
    }
    await sleep(processPollMs);
  }
}

/**
 * Processes of a tree that run.
 * @param known numbers of processes of the tree. They may be gone: Windows goes on naming them as parents.
 * @param since what was started before is of somebody else, whose parent had the number earlier
 */
export function treeOf(table: readonly ProcessParent[], known: ReadonlySet<number>, since: number): readonly number[] {
  const children = new Map<number, number[]>();
  const young = table.filter(({ startedAt }) => startedAt === undefined || startedAt >= since);
  for (const { pid, parent } of young) children.set(parent, [...(children.get(parent) ?? []), pid]);
  const found = new Set(young.map(({ pid }) => pid).filter((pid) => known.has(pid)));
  const open = [...known];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const child of children.get(at) ?? [])
      if (!found.has(child) && child !== process.pid) {
        found.add(child);
        open.push(child);
      }
  return [...found];
}

/**
 * Reads lines with the parent and the process, and before them, where it is known, when it was started: as `wmic` writes
 * a time (`20261130072033.123456+060`, with the distance from UTC in minutes), or in milliseconds. Whatever else stands
 * there is left out.
 * @param text with zeros between the signs where it has two bytes for each
 */
export function parseProcessTable(text: string): readonly ProcessParent[] {
  return text
    .replaceAll("\0", "")
    .split(/[\r\n]+/)
    .flatMap((line) => {
      const [, started, parent, pid] = /^\s*(?:(\d{13,14}\S*)\s+)?(\d+)\s+(\d+)\s*$/.exec(line) ?? [];
      if (parent === undefined) return [];
      const startedAt = started === undefined ? undefined : timeOf(started);
      return [{ parent: Number(parent), pid: Number(pid), ...(startedAt === undefined ? {} : { startedAt }) }];
    });
}

function timeOf(text: string): number | undefined {
  if (/^\d{13}$/.test(text)) return Number(text);
  const [, year, month, day, hours, minutes, seconds, offset] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.\d+([+-]\d+)$/.exec(text) ?? [];
  if (offset === undefined) return undefined;
  const local = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(local) ? undefined : local - Number(offset) * 60_000;
}

/** All processes; undefined: nobody says. */
async function processTable(system: string): Promise<readonly ProcessParent[] | undefined> {
  for (const [program, ...args] of whoLists) {
    const table = parseProcessTable((await answer(join(system, program), args)) ?? "");
    // This process is among them.
    if (table.length > 0) return table;
  }
  return undefined;
}

/** What lists processes. Newer versions of Windows have the last one only, and Wine knows no time of a start. */
const whoLists: readonly (readonly [program: string, ...args: string[]])[] = [
  ["wbem\\wmic.exe", "process", "get", "CreationDate,ParentProcessId,ProcessId"],
  ["wbem\\wmic.exe", "process", "get", "ParentProcessId,ProcessId"],
  [
    "WindowsPowerShell\\v1.0\\powershell.exe",
    "-NoProfile",
    "-NonInteractive",
    "-Command",
    'Get-CimInstance Win32_Process | Where-Object CreationDate | ForEach-Object { "$(([DateTimeOffset]$_.CreationDate).ToUnixTimeMilliseconds()) $($_.ParentProcessId) $($_.ProcessId)" }',
  ],
];

/**
 * What a program of Windows prints; undefined: it could not be run, or failed.
 * @param command absolute: Windows would look for a name in the repository first
 */
function answer(command: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((done) => {
    try {
      const child = spawn(command, args, {
        stdio: ["ignore", "pipe", "ignore"],
        windowsHide: true,
        timeout: treeQuestionMs,
      });
      const pieces: Buffer[] = [];
      child.stdout.on("data", (piece: Buffer) => pieces.push(piece));
      child.on("error", () => done(undefined));
      child.on("close", (code) => done(code === 0 ? Buffer.concat(pieces).toString("latin1") : undefined));
    } catch {
      done(undefined);
    }
  });
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It is gone, or belongs to somebody else.
  }
}
