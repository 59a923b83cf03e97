import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Rig } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}]
`;
const file = `---
apiVersion: opus/v1
kind: File
metadata: {name: a}
spec: {path: out/a.txt, content: a}
`;

describe("a ledger of processes that somebody else has written", () => {
  const ledger = ".opus/state/demo/test/processes.ndjson";
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  const lines = (...content: readonly unknown[]): string => content.map((one) => `\n${JSON.stringify(one)}`).join("");
  const first = { type: "ledger", version: 1, boot, owner: "x" };

  it("ends no process of a stranger, and stops the run by name", async () => {
    using rig = new Rig({ "opus.yaml": project + file });
    const stranger = spawn("sleep", ["60"], { detached: true, stdio: "ignore" });
    const { pid = 0 } = stranger;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
      const startTime = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
      const runs = { type: "runs", mark: "m", pid, startTime, startedAt: Date.now() };
      rig.write(ledger, lines(first, { type: "call", mark: "m", task: "web" }, runs));
      const step = await rig.step({ command: "apply" });
      expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "state-locked"]);
      expect(step.log).toContain(
        `The ledger ${rig.workspace}/${ledger} says that a run of demo/test that was killed has left 1 process of "web" (pid ${pid}), and no mark in the environment shows it, so nothing was ended. Find out whose it is: end what is left of that run; or, if it is something else, remove the ledger. Then run again.`,
      );
      expect(stranger.exitCode ?? stranger.signalCode).toBe(null);
      expect(rig.exists("out/a.txt")).toBe(false);
    } finally {
      stranger.kill("SIGKILL");
    }
    // What it names is gone.
    const next = await rig.step({ command: "apply" });
    expect([next.exitCode, rig.exists("out/a.txt"), rig.exists(ledger)]).toEqual([0, true, false]);
  });

  it("is read past lines that are none of opus, which are told of", async () => {
    using rig = new Rig({ "opus.yaml": project + file });
    rig.write(ledger, lines(first, null, 7, { type: "runs", mark: "m", pid: -1, startTime: "1", startedAt: 1 }));
    const step = await rig.step({ command: "apply" });
    expect(step.exitCode).toBe(0);
    expect(step.log).toContain(
      `::warning title=ledger-damaged::the ledger of processes in ${rig.workspace}/.opus/state/demo/test held 3 lines that are none of opus, which did not count; find out what else writes there`,
    );
    expect(rig.exists(ledger)).toBe(false);
  });
});
