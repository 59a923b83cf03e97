// A run that ends while a Probe waits. The process is what is tested, so the bundle runs.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Rig, statuses } from "./rig.ts";

/** The command hangs at first, in a process that says its id; then it looks whether it is up. */
const manifest = [
  { kind: "Project", metadata: { name: "demo" }, spec: { contexts: [{ branch: "main", context: "test" }] } },
  { kind: "File", metadata: { name: "before" }, spec: { path: "before.txt", content: "a" } },
  {
    kind: "Probe",
    metadata: { name: "up", dependencies: [{ tasks: ["before"] }] },
    spec: {
      command: "echo $$ > pid.new; mv pid.new pid; if [ -e up ]; then exit 0; fi; exec sleep 3600",
      timeout: "1h",
    },
  },
  {
    kind: "File",
    metadata: { name: "after", dependencies: [{ tasks: ["up"] }] },
    spec: { path: "after.txt", content: "a" },
  },
]
  .map((one) => JSON.stringify({ apiVersion: "opus/v1", ...one }))
  .join("\n---\n");

/** Does the process run? One that has ended is there until somebody asks how. */
function lives(pid: string): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(join("/proc", pid, "stat"), "utf8"));
  } catch {
    return false;
  }
}

it.each(["SIGINT", "SIGKILL"] as const)("is gone on with after %s, and nothing is left running", async (signal) => {
  using rig = new Rig({ "opus.yaml": manifest });
  const run = rig.startStep({ command: "apply" });
  await expect.poll(() => rig.exists("pid"), { timeout: 60_000 }).toBe(true);
  const pid = rig.read("pid").trim();
  run.child.kill(signal);
  await run.ended;
  expect(rig.exists("after.txt")).toBe(false);
  if (signal === "SIGINT") {
    expect(statuses(run.files().report)).toEqual({ before: "done", up: "cancelled", after: "skipped" });
    expect(run.files().outputs["failure-reason"]).toBe("cancelled");
    expect(lives(pid)).toBe(false);
  }
  rig.write("up", "");
  const again = await rig.step({ command: "apply" });
  expect(again.exitCode, again.log).toBe(0);
  expect(statuses(again.report)).toEqual({ before: "done", up: "done", after: "done" });
  expect(lives(pid)).toBe(false);
  expect(readFileSync(join(rig.workspace, "after.txt"), "utf8")).toBe("a");
  const state = rig.state("demo", "test");
  expect([Object.keys(state.body.tasks).sort(), state.body.pending]).toEqual([["after", "before"], []]);
});
