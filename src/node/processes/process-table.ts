import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { processTableMs } from "../../engine/model/timing.ts";
import { type ProcStat, parseProcStat } from "../../engine/text/proc-stat.ts";

/** The variable that tells which call a process belongs to, wherever it has gone since. */
export const markVariable = "OPUS_PROCESS";

/** What ran on this machine at one moment. Processes that have ended and that nobody has buried do not count. */
export interface ProcessScan {
  /** When it began, in milliseconds of `Date.now`. */
  readonly begunAt: number;
  /** Processes of a group. */
  inGroup(leader: number): readonly number[];
  /** Processes whose environment holds a mark. */
  withMark(mark: string): readonly number[];
}

/** Looks at all processes that may be looked at, but this one. Undefined: this platform does not show them. */
export function scanProcesses(): ProcessScan | undefined {
  if (process.platform !== "linux") return undefined;
  const begunAt = Date.now();
  const groups = new Map<number, number[]>();
  const marks = new Map<string, number[]>();
  let names: string[];
  try {
    names = readdirSync("/proc");
  } catch {
    return undefined;
  }
  for (const name of names) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    const stat = statOf(pid);
    if (stat === undefined || stat.state === "Z" || stat.state === "X") continue;
    add(groups, stat.group, pid);
    const mark = markOf(pid);
    if (mark !== undefined) add(marks, mark, pid);
  }
  return {
    begunAt,
    inGroup: (leader) => groups.get(leader) ?? [],
    withMark: (mark) => marks.get(mark) ?? [],
  };
}

/** When a process started, so that its number used again is told apart; null: it is gone, or this platform can't say. */
export function startTimeOf(pid: number): string | null {
  return process.platform === "linux" ? (statOf(pid)?.startTime ?? null) : null;
}

/** What there is to know of one process, on Linux. */
export interface ProcessLook {
  /** In the kernel's clock ticks. */
  readonly startTime: string;
  /** Undefined: its environment holds none, or can't be read. */
  readonly mark: string | undefined;
}

/** Looks at one process. Undefined: it has ended, or this platform does not show it. */
export function lookAtProcess(pid: number): ProcessLook | undefined {
  const stat = process.platform === "linux" ? statOf(pid) : undefined;
  if (stat === undefined || stat.state === "Z" || stat.state === "X") return undefined;
  return { startTime: stat.startTime, mark: markOf(pid) };
}

/** Does the environment that a process was started with hold these variables? False also where it can't be read. */
export function hasVariables(pid: number, variables: readonly (readonly [name: string, value: string])[]): boolean {
  const wanted = variables.map(([name, value]) => `${name}=${value}`);
  if (process.platform === "linux") {
    const held = new Set(tryRead(`/proc/${pid}/environ`, "utf8")?.split("\0"));
    return wanted.every((one) => held.has(one));
  }
  if (process.platform === "win32") return false;
  try {
    const shown = execFileSync("ps", ["eww", "-o", "command=", "-p", String(pid)], psOptions);
    return wanted.every((one) => ` ${shown.trim()} `.includes(` ${one} `));
  } catch {
    return false;
  }
}

/** Which texts stand in the environment of a process that runs; where environments can't be read, none. */
export function environmentsHold(texts: readonly string[]): ReadonlySet<string> {
  const held = new Set<string>();
  if (process.platform !== "linux") return held;
  for (const name of namesOf("/proc")) {
    const environment = /^\d+$/.test(name) ? tryRead(`/proc/${name}/environ`, "utf8") : undefined;
    if (environment) for (const text of texts) if (environment.includes(text)) held.add(text);
  }
  return held;
}

function namesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** How `ps` is asked: always in the same words. */
export const psOptions = {
  encoding: "utf8",
  env: { PATH: "/bin:/usr/bin", LC_ALL: "C" },
  stdio: "pipe",
  timeout: processTableMs,
  maxBuffer: 16 * 1024 * 1024,
} as const;

/** Changes each time the machine starts; null: this platform can't say. */
export function bootId(): string | null {
  return tryRead("/proc/sys/kernel/random/boot_id")?.trim() ?? null;
}

function add<Key>(lists: Map<Key, number[]>, key: Key, pid: number): void {
  const list = lists.get(key);
  if (list) list.push(pid);
  else lists.set(key, [pid]);
}

function statOf(pid: number): ProcStat | undefined {
  const text = tryRead(`/proc/${pid}/stat`);
  return text === undefined ? undefined : parseProcStat(text);
}

function markOf(pid: number): string | undefined {
  const text = tryRead(`/proc/${pid}/environ`);
  if (!text?.includes(markVariable)) return undefined;
  const begin = `\0${text}`.indexOf(`\0${markVariable}=`);
  if (begin < 0) return undefined;
  return text.slice(begin + markVariable.length + 1).split("\0", 1)[0];
}

function tryRead(path: string, encoding: "latin1" | "utf8" = "latin1"): string | undefined {
  try {
    return readFileSync(path, encoding);
  } catch {
    return undefined;
  }
}
