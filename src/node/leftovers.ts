import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { signalGroup, signalProcess } from "./process-groups.ts";
import { type Leader, type OpenCall, readLedger, removeLedger } from "./process-ledger.ts";
import { scanProcesses, startTimeOf } from "./process-table.ts";

/** A process that a run has left behind. */
export interface Leftover {
  readonly pid: number;
  /** The task that it was started for, if that is known. */
  readonly task: string | undefined;
}

export interface LeftoversEnd {
  /** What was ended, or is gone by itself meanwhile. */
  readonly ended: readonly Leftover[];
  /** What could not be ended: it belongs to another user, or hangs in the kernel. */
  readonly alive: readonly Leftover[];
}

export interface LeftoversOptions {
  /** Between SIGTERM and SIGKILL, in milliseconds. Default 2,000. */
  readonly graceMs?: number;
  /** Only those of this run; the ledger stays, for whoever gets the lock. Without it the caller holds the lock. */
  readonly owner?: string;
}

const pollMs = 25;
/** How long a process may survive SIGKILL. */
const stuckMs = 3_000;

/**
 * Ends the programs of a run that was killed: those of calls that the ledger in `folder` has no end of, also where they
 * have left their process group. Then the ledger is removed, unless something is still alive. Throws system errors of
 * the ledger.
 */
export async function endLeftovers(folder: string, options: LeftoversOptions = {}): Promise<LeftoversEnd> {
  const { owner, calls } = readLedger(folder);
  if (owner === undefined || (options.owner !== undefined && options.owner !== owner)) return { ended: [], alive: [] };
  const end = calls.length === 0 ? { ended: [], alive: [] } : await endCalls(calls, options.graceMs ?? 2_000);
  if (options.owner === undefined && end.alive.length === 0) removeLedger(folder);
  return end;
}

async function endCalls(calls: readonly OpenCall[], graceMs: number): Promise<LeftoversEnd> {
  const look = process.platform === "linux" ? searchByMark(calls) : searchByLeader(calls);
  const seen = new Map<number, Leftover>();
  const killAt = Date.now() + graceMs;
  // One look may miss a process that was just being forked.
  for (let quiet = 0; quiet < 2; ) {
    const alive = look();
    quiet = alive.length === 0 ? quiet + 1 : 0;
    const now = Date.now();
    if (now > killAt + stuckMs && alive.length > 0) {
      const left = new Set(alive.map(({ pid }) => pid));
      return { ended: [...seen.values()].filter(({ pid }) => !left.has(pid)), alive };
    }
    for (const one of alive) {
      if (now > killAt) one.signal("SIGKILL");
      else if (!seen.has(one.pid)) one.signal("SIGTERM");
      seen.set(one.pid, { pid: one.pid, task: one.task });
    }
    if (quiet < 2) await sleep(pollMs);
  }
  return { ended: [...seen.values()], alive: [] };
}

type Found = Leftover & { signal(name: NodeJS.Signals): void };

/** By the marks in the environment; and what is in the groups of leaders that still live, as programs may drop the environment. */
function searchByMark(calls: readonly OpenCall[]): () => Found[] {
  const groups = new Map<number, OpenCall>();
  for (const call of calls) {
    const { leader } = call;
    if (leader && leader.startTime !== null && startTimeOf(leader.pid) === leader.startTime)
      groups.set(leader.pid, call);
  }
  return () => {
    const scan = scanProcesses();
    if (!scan) return [];
    const found = new Map<number, Found>();
    const add = (pid: number, { task }: OpenCall): void => {
      found.set(pid, { pid, task, signal: (name) => signalProcess(pid, name) });
    };
    for (const call of calls) for (const pid of scan.withMark(call.mark)) add(pid, call);
    for (const [leader, call] of groups) for (const pid of scan.inGroup(leader)) add(pid, call);
    return [...found.values()];
  };
}

/** Where environments can't be read: groups whose leader was alive when this began. */
function searchByLeader(calls: readonly OpenCall[]): () => Found[] {
  const groups = calls.flatMap(({ leader, task }) =>
    leader && isSame(leader)
      ? [{ pid: leader.pid, task, signal: (name: NodeJS.Signals) => void signalGroup(leader.pid, name) }]
      : [],
  );
  return () => groups.filter(({ pid }) => signalGroup(pid, 0));
}

/** Is it the same process still? Asked of `ps`, which knows whole seconds. */
function isSame({ pid, startedAt }: Leader): boolean {
  if (process.platform === "win32") return false;
  try {
    const options = {
      encoding: "utf8",
      env: { PATH: "/bin:/usr/bin", LC_ALL: "C" },
      stdio: "pipe",
      timeout: 2_000,
    } as const;
    const started = Date.parse(execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], options).trim());
    return Math.abs(started - startedAt) <= 2_000;
  } catch {
    return false;
  }
}
