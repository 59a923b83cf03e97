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
