// Machines on which something is not as it should be: what people are told, how the run ends, and that nothing was done.
import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import { compiled, type StepResult } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: shop}
spec: {contexts: [{context: prod}]}
---
apiVersion: opus/v1
`;
const manifest = `${project}kind: File
metadata: {name: greeting}
spec: {path: hello.txt, content: hello}
`;
const bundle = join(import.meta.dirname, "../../dist/index.js");

/** What people read of an end. Folders of this test are named DIR. */
function said({ report }: StepResult, rig: QuickRig): readonly string[] {
  const texts = [report.failure?.message, ...report.diagnostics.map(({ message }: { message: string }) => message)];
  return [...new Set(texts.filter(Boolean))].map((text) => text.replaceAll(rig.directory, "DIR"));
}

it("a `git` that can't be started is told to be one, and not a full disk", async () => {
  using rig = new QuickRig({ "opus.yaml": manifest, "bin/git": "#!/bin/sh\nexec /nowhere/git\n" });
  chmodSync(join(rig.workspace, "bin/git"), 0o755);
  rig.remote = { url: "https://git.example", token: "ghs_0123456789abcdefghijklmnopqrstuvwxyz" };
  const step = await rig.step({ command: "apply" }, { env: { PATH: `${rig.workspace}/bin:${process.env.PATH}` } });
  expect(said(step, rig)).toEqual([
    expect.stringMatching(
      /^The `git` on the PATH does not work: `git version` failed \(exit code 127: .*\/nowhere\/git.*\)\. Install git 2\.31 or newer, and put it first on the PATH\.$/,
    ),
  ]);
  expect([step.exitCode, step.outputs["failure-reason"], rig.exists("hello.txt")]).toEqual([
    1,
    "state-unavailable",
    false,
  ]);
});

it("where no temporary folder can be made, the variables are named that say where", async () => {
  using rig = new QuickRig({ "opus.yaml": manifest, file: "" });
  rig.remote = { url: "https://git.example", token: "ghs_0123456789abcdefghijklmnopqrstuvwxyz" };
  const temporary = join(rig.workspace, "file/temp");
  const step = await rig.step({ command: "apply", "report-path": "report.json" }, { env: { RUNNER_TEMP: temporary } });
  expect(said(step, rig)).toContain(
    "Could not make a temporary folder in DIR/workspace/file/temp (ENOTDIR: not a directory, mkdir 'DIR/workspace/file/temp'). A file is where a folder should be. Name a folder that this user can write in the variable `RUNNER_TEMP` in a step, in `TMPDIR` and `XDG_STATE_HOME` in a terminal.",
  );
  expect(step.log).not.toContain("state-path");
  expect([step.exitCode, rig.exists("hello.txt")]).toEqual([1, false]);
});

it.each([
  [[], "No earlier version of it is kept here; if you have one elsewhere, put a good one back"],
  [["state.backup.json"], "The version before it is DIR/state.backup.json: put a good one back"],
  [["history/4.json"], "Earlier versions are in DIR/history: put a good one back"],
  [
    ["state.backup.json", "history/4.json"],
    "The version before it is DIR/state.backup.json, earlier ones are in DIR/history: put a good one back",
  ],
])("a state that is cut off, beside %o, leads to files that are there", async (others, text) => {
  using rig = new QuickRig({ "opus.yaml": manifest });
  const folder = ".opus/state/shop/prod";
  for (const path of ["state.json", ...others]) rig.write(`${folder}/${path}`, "{");
  const step = await rig.step({ command: "apply" });
  expect(said(step, rig).map((one) => one.replaceAll(`DIR/workspace/${folder}`, "DIR"))).toEqual([
    `The state of shop/prod at DIR/state.json can't be used: it is cut off after line 1, column 2 (1 characters). ${text} with \`opus state push FILE --force --state-backend file\`, or copy it over this one. Nothing was changed.`,
  ]);
  expect([step.exitCode, rig.exists("hello.txt"), rig.read(`${folder}/state.json`)]).toEqual([1, false, "{"]);
});

it("under an event of strangers git's own words say why nobody knows what is checked out", async () => {
  using rig = new QuickRig({ "opus.yaml": manifest });
  spawnSync("git", ["init", "-q", rig.workspace]);
  vi.stubEnv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
  const repository = { id: 1, default_branch: "main" };
  const payload = { repository, workflow_run: { head_branch: "main", head_repository: { id: 1 } } };
  const step = await rig.step(
    { command: "apply" },
    { event: { name: "workflow_run", ref: "refs/heads/main", payload } },
  );
  vi.unstubAllEnvs();
  expect(said(step, rig)).toEqual([
    "the command apply would act, and this run may not: under workflow_run it can't be told which commit is checked out: git refuses this folder, as it belongs to another user (\"fatal: detected dubious ownership in repository at 'DIR/workspace'\"). If you trust it, say so with `git config --global --add safe.directory DIR/workspace`",
  ]);
  expect([step.exitCode, step.outputs["failure-reason"], rig.exists("hello.txt")]).toEqual([1, "untrusted", false]);
});

/** Runs the program in a terminal, as one word of a shell says. */
function terminal(
  rig: QuickRig,
  node: readonly string[],
  before = "",
): { readonly status: number | null; readonly stderr: string; readonly stdout: string } {
  const line = `${before} exec "$@"`;
  const words = [process.execPath, ...node, bundle, "apply", "--context", "prod", "--state-backend", "file"];
  return spawnSync("sh", ["-c", line, "sh", ...words], {
    cwd: rig.workspace,
    env: { PATH: process.env.PATH, HOME: rig.directory, LANG: "C.UTF-8", ...compiled },
    encoding: "utf8",
  });
}

it("a folder that is gone, Node's `--permission`, and a limit of open files are no fault of opus", () => {
  using rig = new QuickRig({ "opus.yaml": manifest.replace("{context: prod}", "{input: true}") });
  const gone = terminal(rig, [], "mkdir gone; cd gone; rmdir ../gone;");
  expect([gone.status, gone.stderr]).toEqual([
    1,
    "opus: the folder that opus was started in is not there any more, and the run was stopped\nChange into one that is there, and run again.\n",
  ]);
  const closed = terminal(rig, ["--permission", "--allow-fs-read=*", "--allow-fs-write=*"]);
  expect([closed.status, closed.stdout]).toEqual([
    1,
    expect.stringContaining(
      "Node was started with `--permission`, under which no state can be kept: start it without.",
    ),
  ]);
  for (const { stdout, stderr } of [gone, closed]) expect(stdout + stderr).not.toMatch(/internal error|please report/);
  expect(rig.exists("hello.txt")).toBe(false);
});

it("where too many files are open, each failure says so", () => {
  using rig = new QuickRig({ "opus.yaml": manifest.replace("{context: prod}", "{input: true}") });
  // How many a process needs is Node's affair; with less than it needs itself, no program runs.
  const runs = [22, 24, 26, 28].map((files) => terminal(rig, [], `ulimit -n ${files};`));
  const failed = runs.filter(({ status }) => status === 1);
  expect(failed.length).toBeGreaterThan(0);
  for (const { stdout, stderr } of failed) {
    expect(stdout + stderr).toMatch(/too many (?:open files|files are open)/i);
    expect(stdout + stderr).not.toMatch(/internal error|please report|Cannot read properties/);
  }
});

it("frozen intrinsics keep nothing from working, neither rare YAML nor its errors", () => {
  using rig = new QuickRig({
    "opus.yaml": `${manifest.replace("{context: prod}", "{input: true}").replace("content: hello", "content: &text hello")}`,
  });
  const frozen = terminal(rig, ["--frozen-intrinsics"]);
  expect([frozen.status, rig.read("hello.txt")]).toEqual([0, "hello"]);
  writeFileSync(join(rig.workspace, "opus.yaml"), "kind: [");
  const wrong = terminal(rig, ["--frozen-intrinsics"]);
  expect([wrong.status, wrong.stdout]).toEqual([1, expect.stringContaining("opus.yaml:1:7")]);
});

it("an untrusted run names each context whose state it can't read, and the reason", async () => {
  const contexts = "contexts: [{event: pull_request, contexts: [prod, test]}]";
  using rig = new QuickRig({ "opus.yaml": manifest.replace("contexts: [{context: prod}]", contexts) });
  for (const context of ["prod", "test"]) rig.write(`.opus/state/shop/${context}/state.json`, "{");
  const repository = { id: 1, default_branch: "main" };
  const head = { repo: { id: 2, full_name: "stranger/storefront" }, ref: "patch" };
  const payload = { number: 7, repository, pull_request: { number: 7, head, base: { repo: repository, ref: "main" } } };
  const step = await rig.step(
    { command: "plan" },
    { event: { name: "pull_request", ref: "refs/pull/7/merge", payload } },
  );
  expect(said(step, rig).map((text) => text.replace(/ No earlier version.*/, ""))).toEqual(
    ["prod", "test"].map(
      (context) =>
        `state can't be read, so every task of "${context}" is shown as unknown; a run that may act would fail here: The state of shop/${context} at DIR/workspace/.opus/state/shop/${context}/state.json can't be used: it is cut off after line 1, column 2 (1 characters).`,
    ),
  );
  expect([step.exitCode, step.outputs["failure-reason"], rig.exists("hello.txt")]).toEqual([0, "", false]);
});
