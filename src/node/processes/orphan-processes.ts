import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { orphanPollMs, orphanProofMs, orphanStuckMs, stopGraceMs } from "../../engine/model/timing.ts";
import { signalGroup, signalProcess } from "./process-groups.ts";
import { type Leader, ledgerPath, type OpenCall, readLedger, removeLedger } from "./process-ledger.ts";
import { lookAtProcess, markVariable, psOptions, scanProcesses } from "./process-table.ts";

/** A process that a run has left behind. */
export interface OrphanProcess {
  readonly pid: number;
  /** The task that it was started for, if that is known. */
  readonly task: string | undefined;
  /** It was left alone, as only this ledger says that it is of opus: its environment does not show it. */
  readonly namedBy?: string;
}

export interface OrphanProcessesEnd {
  /** What was ended, or is gone by itself meanwhile. */
  readonly ended: readonly OrphanProcess[];
  /** What could not be ended: it belongs to another user, or hangs in the kernel; or what was left alone. */
  readonly alive: readonly OrphanProcess[];
  /** How many lines of the ledger were left out, as no version writes them so. */
  readonly foreign: number;
}

export interface OrphanProcessesOptions {
  /** Between SIGTERM and SIGKILL, in milliseconds. Default 2,000. */
  readonly graceMs?: number;
  /** Only those of this run; the ledger stays, for whoever gets the lock. Without it the caller holds the lock. */
  readonly owner?: string;
}

/**
 * Ends the programs of a run that was killed: those of calls that the ledger in `folder` has no end of, also where they
 * have left their process group. A process is ended only where its environment, or that of the leader of its group, holds
 * the mark: the ledger is a file that others may write. Then it is removed, unless something is still alive. Throws
 * system errors of the ledger.
 */
export async function endOrphanProcesses(
  folder: string,
  options: OrphanProcessesOptions = {},
): Promise<OrphanProcessesEnd> {
  const { owner, calls, foreign } = readLedger(folder);
  if (owner === undefined || (options.owner !== undefined && options.owner !== owner)) return { ...nothing, foreign };
  const end = calls.length === 0 ? nothing : await endCalls(calls, ledgerPath(folder), options.graceMs ?? stopGraceMs);
  if (options.owner === undefined && end.alive.length === 0) removeLedger(folder);
  return { ...end, foreign };
}

type End = Pick<OrphanProcessesEnd, "ended" | "alive">;

const nothing: End = { ended: [], alive: [] };

async function endCalls(calls: readonly OpenCall[], ledger: string, graceMs: number): Promise<End> {
  const search = process.platform === "linux" ? searchByMark(calls) : searchByLeader(calls);
  const seen = new Map<number, OrphanProcess>();
  const killAt = Date.now() + graceMs;
  // One look may miss a process that was just being forked; and one that is just ending shows no mark any more.
  const unsure = (): boolean => Date.now() < killAt - graceMs + orphanProofMs && search.unproven().length > 0;
  for (let quiet = 0; quiet < 2 || unsure(); ) {
    const alive = search.look();
    quiet = alive.length === 0 ? quiet + 1 : 0;
    const now = Date.now();
    if (now > killAt + orphanStuckMs && alive.length > 0) {
      const left = new Set(alive.map(({ pid }) => pid));
      const ended = [...seen.values()].filter(({ pid }) => !left.has(pid));
      return { ended, alive: alive.map(({ pid, task }) => ({ pid, task })) };
    }
    for (const one of alive) {
      if (now > killAt) one.signal("SIGKILL");
      else if (!seen.has(one.pid)) one.signal("SIGTERM");
      seen.set(one.pid, { pid: one.pid, task: one.task });
    }
    await sleep(orphanPollMs);
  }
  return { ended: [...seen.values()], alive: search.unproven().map((one) => ({ ...one, namedBy: ledger })) };
}

type FoundProcess = OrphanProcess & { signal(name: NodeJS.Signals): void };

interface Search {
  /** What of the calls still runs. */
  look(): readonly FoundProcess[];
  /** Leaders that still run under their number and start, and of which nothing else shows that they are of opus. */
  unproven(): readonly OrphanProcess[];
}

type LedCall = OpenCall & { readonly leader: Leader };

function withLeaders(calls: readonly OpenCall[]): readonly LedCall[] {
  return calls.flatMap((call) => (call.leader === undefined ? [] : [{ ...call, leader: call.leader }]));
}

/** By the marks in the environment; and what is in the groups of leaders that have one, as programs may drop theirs. */
function searchByMark(calls: readonly OpenCall[]): Search {
  const led = withLeaders(calls).filter(({ leader }) => leader.startTime !== null);
  const groups = new Map<number, OpenCall>();
  const isLeader = ({ leader }: LedCall): boolean => lookAtProcess(leader.pid)?.startTime === leader.startTime;
  return {
    look: () => {
      for (const call of led)
        if (isLeader(call) && lookAtProcess(call.leader.pid)?.mark === call.mark) groups.set(call.leader.pid, call);
      const scan = scanProcesses();
      if (!scan) return [];
      const found = new Map<number, FoundProcess>();
      const add = (pid: number, { task }: OpenCall): void => {
        found.set(pid, { pid, task, signal: (name) => signalProcess(pid, name) });
      };
      for (const call of calls) for (const pid of scan.withMark(call.mark)) add(pid, call);
      for (const [leader, call] of groups) for (const pid of scan.inGroup(leader)) add(pid, call);
      return [...found.values()];
    },
    unproven: () =>
      led
        .filter((call) => !groups.has(call.leader.pid) && isLeader(call))
        .map(({ leader, task }) => ({ pid: leader.pid, task })),
  };
}

/** Where `ps` alone shows processes: groups whose leader was alive, and had the mark, when this began. */
function searchByLeader(calls: readonly OpenCall[]): Search {
  const led = process.platform === "win32" ? [] : withLeaders(calls);
  const looks = led.map((call) => ({ call, look: lookThroughPs(call.leader, call.mark) }));
  const groups = looks.flatMap(({ call: { leader, task }, look }) =>
    look === "proven"
      ? [{ pid: leader.pid, task, signal: (name: NodeJS.Signals) => void signalGroup(leader.pid, name) }]
      : [],
  );
  return {
    look: () => groups.filter(({ pid }) => signalGroup(pid, 0)),
    unproven: () =>
      looks
        .filter(({ look, call }) => look === "unproven" && lookThroughPs(call.leader, call.mark) !== "gone")
        .map(({ call: { leader, task } }) => ({ pid: leader.pid, task })),
  };
}

/**
 * Is it the same process still, and does its environment hold the mark? Asked of `ps`, which knows whole seconds, and
 * shows no environment of programs that the system protects.
 */
export function lookThroughPs({ pid, startedAt }: Leader, mark: string): "gone" | "proven" | "unproven" {
  try {
    const shown = execFileSync("ps", ["eww", "-o", "lstart=,command=", "-p", String(pid)], psOptions);
    const [, started = "", command = ""] = /^\s*(\S+\s+\S+\s+\S+\s+\S+\s+\S+)(.*)/s.exec(shown) ?? [];
    if (!(Math.abs(Date.parse(started) - startedAt) <= 2_000)) return "gone";
    return ` ${command.trim()} `.includes(` ${markVariable}=${mark} `) ? "proven" : "unproven";
  } catch {
    return "gone";
  }
}
