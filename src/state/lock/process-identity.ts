import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { type ProcStat, parseProcStat } from "../../engine/text/proc-stat.ts";

/** A process, so exactly that another one can tell whether it still runs. Null: this platform can't say. */
export interface ProcessIdentity {
  /**
   * A random name that is kept in a file of this machine, where a store is shared between machines: host names and
   * boot ids repeat among machines that were cloned. Null: the store itself is on one machine.
   */
  readonly machine: string | null;
  readonly host: string;
  /** Changes each time the machine starts. */
  readonly bootId: string | null;
  /** Containers may share a machine and even a host name, and still not see each other's processes. */
  readonly processNamespace: string | null;
  readonly pid: number;
  /** When the process started, in the kernel's clock ticks: a number used again has another one. */
  readonly startTime: string | null;
}

/** The machine that opus runs on, as far as locks care. */
export interface Machine {
  readonly self: ProcessIdentity;
  /** Does a process with this number run now, and since when (null: can't say)? */
  process(pid: number): { readonly alive: boolean; readonly startTime: string | null };
}

/**
 * This machine and this process.
 * @param nameFile absolute path of the file that holds the machine's random name, made when it is missing
 */
export function localMachine(nameFile?: string): Machine {
  return {
    self: {
      machine: nameFile === undefined ? null : machineName(nameFile),
      host: hostname(),
      bootId: tryRead(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
      processNamespace: tryRead(() => readlinkSync("/proc/self/ns/pid")),
      pid: process.pid,
      startTime: statOf(process.pid)?.startTime ?? null,
    },
    process: inspect,
  };
}

/**
 * Why a process is surely gone, or undefined when it runs or can't be judged from here.
 * The clock is never asked: a slow holder is not a dead one.
 */
export function whyGone(holder: ProcessIdentity, machine: Machine): string | undefined {
  const { self } = machine;
  if (holder.machine !== self.machine) return undefined;
  if (holder.host !== self.host) return undefined;
  if (holder.bootId !== null && self.bootId !== null && holder.bootId !== self.bootId)
    return `${holder.host} was restarted since then`;
  if (holder.processNamespace !== self.processNamespace) return undefined;
  const found = machine.process(holder.pid);
  if (!found.alive) return `process ${holder.pid} no longer runs on ${holder.host}`;
  if (holder.startTime !== null && found.startTime !== null && holder.startTime !== found.startTime)
    return `process ${holder.pid} on ${holder.host} is another one now`;
  return undefined;
}

function machineName(file: string): string {
  const read = (): string | null => tryRead(() => readFileSync(file, "utf8").trim() || null);
  const known = read();
  if (known !== null) return known;
  const name = randomUUID();
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${name}\n`, { flag: "wx" });
    return name;
  } catch {
    // Another process was faster; or nothing can be kept here, and then nobody takes this machine for his.
    return read() ?? name;
  }
}

function inspect(pid: number): { readonly alive: boolean; readonly startTime: string | null } {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Any other error (EPERM) means that it is there.
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return { alive: false, startTime: null };
  }
  const stat = statOf(pid);
  // A zombie has ended; only its parent has not asked yet.
  return { alive: stat?.state !== "Z" && stat?.state !== "X", startTime: stat?.startTime ?? null };
}

function statOf(pid: number): ProcStat | undefined {
  const text = tryRead(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  return text === null ? undefined : parseProcStat(text);
}

function tryRead(read: () => string | null): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
