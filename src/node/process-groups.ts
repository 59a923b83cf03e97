import { readdirSync, readFileSync } from "node:fs";

/** The process groups that this run has started and not seen the end of. */
export class ProcessGroups {
  readonly #leaders = new Set<number>();

  /** How many are alive. */
  get size(): number {
    return this.#leaders.size;
  }

  add(leader: number): void {
    this.#leaders.add(leader);
  }

  delete(leader: number): void {
    this.#leaders.delete(leader);
  }

  /** Signals every process of every group; for the very end of a run. */
  killAll(signal: NodeJS.Signals): void {
    for (const leader of this.#leaders) signalGroup(leader, signal);
  }
}

/** Signals every process of a group; 0 only asks. @returns false when none is left */
export function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    // Windows has no process groups: there only the process itself gets it.
    process.kill(process.platform === "win32" ? leader : -leader, signal);
    return true;
  } catch {
    return false;
  }
}

/** True when a process of the group still runs. A zombie that nobody has buried does not count, where that can be told. */
export function groupIsAlive(leader: number): boolean {
  if (!signalGroup(leader, 0)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readdirSync("/proc").some((name) => /^\d+$/.test(name) && runsIn(name, leader));
  } catch {
    return true;
  }
}

function runsIn(pid: string, leader: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name before it may hold anything.
    const [state, , group] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return group === String(leader) && state !== "Z" && state !== "X";
  } catch {
    return false;
  }
}
