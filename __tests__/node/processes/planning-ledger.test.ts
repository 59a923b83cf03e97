import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ownedPrefix } from "../../../src/node/files/private-folders.ts";
import { endOrphansOfPlans, keepPlanningLedger } from "../../../src/node/processes/planning-ledger.ts";
import { ProcessGroups } from "../../../src/node/processes/process-groups.ts";
import { ProcessLedger } from "../../../src/node/processes/process-ledger.ts";
import { scanProcesses, startTimeOf } from "../../../src/node/processes/process-table.ts";
import { temporaryFolders } from "../temporary.ts";

const folder = temporaryFolders();

async function marked(mark: string): Promise<number> {
  const env = { PATH: process.env.PATH, OPUS_PROCESS: mark };
  const child = spawn("sleep", ["600"], { env, detached: true, stdio: "ignore" });
  while ((scanProcesses()?.withMark(mark) ?? []).length === 0) await new Promise((done) => setTimeout(done, 10));
  return child.pid as number;
}

function running(mark: string): boolean {
  return (scanProcesses()?.withMark(mark) ?? []).length > 0;
}

/** A run that holds no lock, and has started a program; `pid`: its own. */
async function planOf(parent: string, mark: string, pid: number): Promise<void> {
  const own = `-${process.pid}-${startTimeOf(process.pid)}-`;
  const path = join(parent, `${ownedPrefix("plan").replace(own, pid === process.pid ? own : `-${pid}-1-`)}abcdef`);
  mkdirSync(path, { recursive: true });
  const ledger = new ProcessLedger(path, "plan");
  ledger.call(mark, "web");
  ledger.runs(mark, await marked(mark));
}

it("ends what a killed plan has left, and nothing of plans that still run", async () => {
  const parent = folder();
  const gone = spawnSync("true").pid;
  const [left, own] = [`left-${parent}`, `own-${parent}`];
  await planOf(parent, left, gone);
  await planOf(parent, own, process.pid);
  // Two runs that come at once both look.
  const [first, second] = await Promise.all([endOrphansOfPlans(parent), endOrphansOfPlans(parent)]);
  expect([...first, ...second].map(({ task }) => task)).toContain("web");
  expect([running(left), running(own)]).toEqual([false, true]);
  expect(readdirSync(parent)).toEqual([expect.stringContaining(`-${process.pid}-`)]);
  for (const pid of scanProcesses()?.withMark(own) ?? []) process.kill(pid, "SIGKILL");
});

it("writes nothing before something is started, and leaves nothing at the end", () => {
  const parent = join(folder(), "plans");
  const groups = new ProcessGroups();
  const idle = keepPlanningLedger(groups, parent);
  idle();
  expect(existsSync(parent)).toBe(false);
  const end = keepPlanningLedger(groups, parent);
  const call = groups.begin("web");
  expect(readdirSync(parent)).toHaveLength(1);
  groups.begin("api").over();
  expect(readdirSync(parent)).toHaveLength(1);
  call.over();
  end();
  expect(readdirSync(parent)).toEqual([]);
});

it("keeps the ledger of what could not be ended", () => {
  const parent = folder();
  const groups = new ProcessGroups();
  const end = keepPlanningLedger(groups, parent);
  groups.begin("web").abandon();
  end();
  expect(readdirSync(parent)).toHaveLength(1);
});

it.skipIf(process.getuid?.() === 0)("starts programs where no ledger can be written", () => {
  const parent = folder();
  chmodSync(parent, 0o500);
  const groups = new ProcessGroups();
  const end = keepPlanningLedger(groups, join(parent, "plans"));
  expect(groups.begin("web").mark).not.toBe("");
  end();
  chmodSync(parent, 0o700);
});
