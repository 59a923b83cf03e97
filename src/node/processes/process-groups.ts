import { randomUUID } from "node:crypto";
import { killedStuckMs, treeEndMs } from "../../engine/model/timing.ts";
import { ProcessLedger } from "./process-ledger.ts";
import { type ProcessScan, scanProcesses } from "./process-table.ts";
import { windowsTrees } from "./windows-tree.ts";

/** How long after the last of its grace a program may take to be gone, in milliseconds. */
export const stuckMs = process.platform === "win32" ? treeEndMs : killedStuckMs;

/** One program that is run, from before its start until its end is known. */
export interface ProcessCall {
  /** Goes into its environment, and so into that of everything that it starts. */
  readonly mark: string;
  /** It runs, as the leader of its process group. */
  running(leader: number): void;
  /** Signals every process of its group. */
  signalGroup(signal: NodeJS.Signals): void;
  /**
   * What is left of it.
   * @param since the answer is younger than this, in milliseconds of `Date.now`
   */
  remains(since: number): Remains;
  /** Its end is known: what still runs of it was meant to. */
  over(): void;
  /** It is given up: what still runs of it is for the next run to end. */
  abandon(): void;
}

export interface Remains {
  readonly group: boolean;
  /** Processes that have left the group. */
  readonly escaped: readonly number[];
}

/**
 * The programs that this run has started and not seen the end of. While it keeps a ledger, a run that comes after a
 * crash of this one finds them too.
 */
export class ProcessGroups {
  readonly #leaders = new Set<number>();
  #ledger: ProcessLedger | undefined;
  /** Of the whole run; the other one goes before it, as long as a lock is held. */
  #planningLedger: ProcessLedger | undefined;
  #beginLedger: (() => ProcessLedger) | undefined;
  #hurried = false;
  #scan: ProcessScan | undefined;

  /** How many are alive. */
  get size(): number {
    return this.#leaders.size;
  }

  /** True when what is stopped gets no time to clean up any more. */
  get hurried(): boolean {
    return this.#hurried;
  }

  /**
   * Writes down from now on what is started.
   * @param folder see `ProcessLedger`
   * @param owner names this run: the id of its lock
   * @throws system errors of the ledger
   */
  keepLedger(folder: string, owner: string): void {
    this.dropLedger();
    this.#ledger = new ProcessLedger(folder, owner);
  }

  /**
   * Keeps a ledger as soon as a program is started, and writes nothing before. For runs as long as they hold no lock.
   * @param begin where it throws, programs are started without a ledger
   */
  keepLedgerOnceStarted(begin: () => ProcessLedger): void {
    this.dropLedgers();
    this.#beginLedger = begin;
  }

  /** Ends the ledger of a lock. It stays on disk only for programs whose end is not known. */
  dropLedger(): void {
    const ledger = this.#ledger;
    this.#ledger = undefined;
    ledger?.close();
  }

  /** Ends that of the run as well. */
  dropLedgers(): void {
    const planning = this.#planningLedger;
    this.#planningLedger = undefined;
    this.#beginLedger = undefined;
    this.dropLedger();
    planning?.close();
  }

  /**
   * A program is about to be started.
   * @param task what it is started for
   * @throws system errors of the ledger: then it must not be started
   */
  begin(task?: string): ProcessCall {
    const mark = randomUUID();
    if (this.#ledger === undefined) this.#beginLateLedger();
    const ledger = this.#ledger ?? this.#planningLedger;
    let leader: number | undefined;
    ledger?.call(mark, task);
    const forget = (): void => {
      if (leader === undefined) return;
      this.#leaders.delete(leader);
      windowsTrees.forget(leader);
    };
    return {
      mark,
      running: (pid) => {
        leader = pid;
        this.#leaders.add(pid);
        windowsTrees.begin(pid);
        // The mark alone suffices to find it.
        attempt(() => ledger?.runs(mark, pid));
      },
      signalGroup: (signal) => {
        if (leader !== undefined) signalGroup(leader, signal);
      },
      remains: (since) => this.#remains(mark, leader, since),
      over: () => {
        forget();
        // At worst the next run looks for something that is gone.
        attempt(() => ledger?.over(mark));
      },
      abandon: forget,
    };
  }

  #beginLateLedger(): void {
    const begin = this.#beginLedger;
    this.#beginLedger = undefined;
    if (begin === undefined) return;
    attempt(() => {
      this.#planningLedger = begin();
    });
  }

  /** Kills what runs, and from now on whatever is stopped, at once. */
  hurry(): void {
    this.#hurried = true;
    this.killAll("SIGKILL");
  }

  /** Signals every process of every group. */
  killAll(signal: NodeJS.Signals): void {
    for (const leader of this.#leaders) signalGroup(leader, signal);
  }

  /** Many programs may be stopped at the same time: they share their looks at the machine. */
  #remains(mark: string, leader: number | undefined, since: number): Remains {
    if (this.#scan === undefined || this.#scan.begunAt <= since) this.#scan = scanProcesses();
    const scan = this.#scan;
    if (!scan)
      return { group: leader !== undefined && (signalGroup(leader, 0) || windowsTrees.isLeft(leader)), escaped: [] };
    const group = leader === undefined ? [] : scan.inGroup(leader);
    const inGroup = new Set(group);
    return { group: group.length > 0, escaped: scan.withMark(mark).filter((pid) => !inGroup.has(pid)) };
  }
}

/**
 * Signals every process of a group; 0 only asks. On Windows any signal ends the process and all that it has started; only
 * the process itself is asked for.
 * @returns false when none is left
 */
export function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    if (process.platform !== "win32") process.kill(-leader, signal);
    else if (signal === 0) process.kill(leader, 0);
    else windowsTrees.end(leader);
    return true;
  } catch {
    return false;
  }
}

/** Signals one process; one that is gone, or belongs to somebody else, is no error. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  attempt(() => process.kill(pid, signal));
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Nice to have only.
  }
}
