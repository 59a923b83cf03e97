import { spawnSync } from "node:child_process";
import { openSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import { pushToMain } from "./rig.ts";

const root = join(import.meta.dirname, "../..");
const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}, {input: true}]
`;
const file = (name: string, content = name): string => `---
apiVersion: opus/v1
kind: File
metadata: {name: ${name}}
spec: {path: out/${name}.txt, content: ${content}}
`;

/** A program that finds no room: each file that it writes may have so many KiB. */
function confined(
  kib: number,
  args: readonly string[],
  options: { readonly cwd: string; readonly stdout?: number; readonly env?: { readonly [name: string]: string } },
) {
  const { cwd, stdout = "pipe", env = {} } = options;
  const { status, stderr, ...rest } = spawnSync(
    "bash",
    ["-c", `trap '' XFSZ; ulimit -f ${kib}; exec "$0" "$@"`, process.execPath, ...args],
    { cwd, encoding: "utf8", stdio: ["ignore", stdout, "pipe"], env: { PATH: process.env.PATH, HOME: cwd, ...env } },
  );
  return { status, stderr, stdout: rest.stdout };
}

const opus = join(root, "dist/index.js");

describe("a report that can't be written", () => {
  const plan = ["plan", "--context", "test", "--report-path", "kept/report.json"];

  it("leaves no half of one, and fails the run that was asked for it", () => {
    using rig = new QuickRig({ "opus.yaml": project + file("a", "x".repeat(20_000)) });
    const run = confined(8, [opus, ...plan], { cwd: rig.workspace });
    const message = `the report could not be written to ${rig.workspace}/kept/report.json: `;
    expect(run.stdout).toContain("Plan: 1 to create.");
    expect(run.stdout).toMatch(new RegExp(`^error report-not-written: ${message}.*EFBIG`, "m"));
    expect(run.status).toBe(1);
    expect(readdirSync(join(rig.workspace, "kept"))).toEqual([]);
  });

  it("leaves the one that was there as it was", async () => {
    using rig = new QuickRig({ "opus.yaml": project + file("a") });
    expect((await rig.terminalInProcess(plan)).exitCode).toBe(0);
    const before = rig.read("kept/report.json");
    rig.write("opus.yaml", project + file("a", "x".repeat(20_000)));
    expect(confined(8, [opus, ...plan], { cwd: rig.workspace }).status).toBe(1);
    expect(rig.read("kept/report.json")).toBe(before);
    expect(readdirSync(join(rig.workspace, "kept"))).toEqual(["report.json"]);
  });

  it("outside of the workspace neither", async () => {
    using rig = new QuickRig({ "opus.yaml": project + file("a", "x".repeat(20_000)) });
    const path = join(rig.temporary, "report.json");
    const run = confined(8, [opus, "plan", "--context", "test", "--report-path", path], { cwd: rig.workspace });
    expect([run.status, readdirSync(rig.temporary)]).toEqual([1, []]);
  });

  it("is told of where nobody asked for it, and no output names it", async () => {
    using rig = new QuickRig({ "opus.yaml": project + file("a") });
    const step = await rig.step({ command: "plan" }, { env: { RUNNER_TEMP: "/dev/null" } });
    expect([step.exitCode, step.outputs["report-path"], step.outputs["to-create"]]).toEqual([0, "", "1"]);
    expect(step.log).toMatch(
      /^::warning title=report-not-written::the report could not be written to \/dev\/null\/opus-[0-9a-f]{8}\/report\.json: ENOTDIR: /m,
    );
  });

  it("fails a step that named its place, which says so in its outputs", async () => {
    using rig = new QuickRig({ "opus.yaml": project + file("a") });
    const step = await rig.step({ command: "apply", "report-path": "/dev/null/report.json" });
    const { "report-path": path, "failure-reason": reason } = step.outputs;
    expect([step.exitCode, path, reason]).toEqual([1, "", "invalid-input"]);
    expect(step.log).toMatch(
      /^::error title=report-not-written::the report could not be written to \/dev\/null\/report\.json: ENOTDIR: not a folder$/m,
    );
    // What was done stands.
    expect(rig.state("demo", "test").body.tasks).toHaveProperty("a");
  });
});

const lost =
  "opus: standard output could not be written, and is not complete: ENOSPC: no space left on device, write\n";

describe("standard output that can't be written", () => {
  it.each([
    ["state pull", ["state", "pull", "--context", "test"]],
    ["contexts", ["contexts", "--context", "test"]],
    ["a log", ["describe", "--context", "test"]],
  ])("is no success: %s", async (_, args) => {
    using rig = new QuickRig({ "opus.yaml": project + file("a") });
    expect((await rig.terminalInProcess(["apply", "--context", "test"])).exitCode).toBe(0);
    const run = confined(100, [opus, ...args], { cwd: rig.workspace, stdout: openSync("/dev/full", "w") });
    expect([run.status, run.stderr]).toEqual([1, lost]);
  });

  it("is no success of an apply, which is recorded all the same", async () => {
    using rig = new QuickRig({ "opus.yaml": project + file("a") });
    const stdout = openSync("/dev/full", "w");
    const run = confined(100, [opus, "apply", "--context", "test"], { cwd: rig.workspace, stdout });
    expect([run.status, run.stderr]).toEqual([1, lost]);
    expect([rig.read("out/a.txt"), Object.keys(rig.state("demo", "test").body.tasks)]).toEqual(["a", ["a"]]);
  });

  it("is no success of a step, whose outputs and report tell of what it did", async () => {
    using rig = new QuickRig({
      "opus.yaml": project + file("a"),
      output: "",
      "event.json": JSON.stringify(pushToMain.payload),
    });
    const env = {
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: rig.workspace,
      GITHUB_EVENT_NAME: "push",
      GITHUB_REF: "refs/heads/main",
      GITHUB_EVENT_PATH: join(rig.workspace, "event.json"),
      GITHUB_OUTPUT: join(rig.workspace, "output"),
      RUNNER_TEMP: rig.temporary,
      INPUT_COMMAND: "apply",
      "INPUT_STATE-BACKEND": "file",
    };
    const run = confined(100, [opus], { cwd: rig.workspace, stdout: openSync("/dev/full", "w"), env });
    expect([run.status, run.stderr]).toEqual([1, lost]);
    expect([rig.read("out/a.txt"), Object.keys(rig.state("demo", "test").body.tasks)]).toEqual(["a", ["a"]]);
    expect(rig.read("output")).toMatch(/^to-create<<.*\n1\n/m);
  });
});

describe("a file of the runner that can't be written", () => {
  it("holds whole entries only", () => {
    using rig = new QuickRig({ output: "" });
    const script = `
      const { append } = await import(${JSON.stringify(join(root, "src/action/runner-files.ts"))});
      append("output", "a=1\\n");
      try { append("output", "b=" + "x".repeat(5000) + "\\n"); } catch (error) { console.log(error.code); }
      append("output", "c=3\\n");`;
    const run = confined(2, ["--input-type=module", "-e", script], { cwd: rig.workspace });
    expect([run.status, run.stdout]).toEqual([0, "EFBIG\n"]);
    expect(rig.read("output")).toBe("a=1\nc=3\n");
  });
});
