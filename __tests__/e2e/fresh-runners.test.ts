import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { some } from "../faults/scale.ts";
import { GitServer } from "../peers/git-server.ts";
import { QuickRig as Rig } from "./quick-rig.ts";
import type { StepResult } from "./rig.ts";

const root = join(import.meta.dirname, "../..");
const hosted = { RUNNER_ENVIRONMENT: "github-hosted" };

let server: GitServer;
let rig: Rig;
beforeEach(async () => {
  server = await GitServer.start();
  rig = new Rig();
  rig.remote = { url: server.url, token: server.token };
});
afterEach(async () => {
  rig[Symbol.dispose]();
  await server.close();
});

/** Another runner: nothing is left of the job before but the state on the branch. */
function freshRunner(fill: (workspace: string) => void): void {
  for (const folder of [rig.workspace, rig.temporary]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  }
  fill(rig.workspace);
}

/** The first manifest that the README shows. */
function readme(): string {
  const page = readFileSync(join(root, "README.md"), "utf8");
  const shown = /```yaml\n(# opus\.yaml\n[\s\S]*?)```/.exec(page)?.[1];
  if (shown === undefined) throw new Error("README.md has no manifest");
  return shown;
}

function example(name: string): (workspace: string) => void {
  // What a run of somebody by hand may have left there is not part of it.
  const filter = (path: string): boolean => !/\/(out|\.opus)(\/|$)/.test(path);
  return (workspace) => cpSync(join(root, "examples", name), workspace, { recursive: true, filter });
}

const withManifest = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(root, "examples", entry.name)).includes("opus.yaml"))
  .map(({ name }) => name)
  // Those that fetch from the internet are tried with a server on this machine, in download.test.ts.
  .filter((name) => !/\burl: https:/.test(readFileSync(join(root, "examples", name, "opus.yaml"), "utf8")));

function codes(run: StepResult): string[] {
  return run.report.diagnostics.map(({ code }: { code: string }) => code);
}

describe("what is shown to a new user holds on a fresh runner every time", () => {
  const env = { ...hosted, HOOK_TOKEN: "hook-token-of-test-5f3a" };
  const shown: [string, (workspace: string) => void][] = [
    ["the README", (workspace) => writeFileSync(join(workspace, "opus.yaml"), readme())],
    ...withManifest.map((name): [string, (workspace: string) => void] => [`examples/${name}`, example(name)]),
  ];

  it.each(shown)("%s", async (name, fill) => {
    freshRunner(fill);
    const first = await rig.step({ command: "apply" }, { env });
    expect([first.exitCode, first.outputs.changes, codes(first)]).toEqual([0, "true", []]);
    for (const inputs of [
      ...some(
        [
          { command: "plan", "expect-no-changes": "true" },
          { command: "drift", "fail-on-drift": "true" },
        ],
        1,
        shown.findIndex(([one]) => one === name),
      ),
      { command: "apply", "expect-no-changes": "true" },
      { command: "plan", "expect-no-changes": "true" },
    ]) {
      freshRunner(fill);
      const { exitCode, outputs, ...again } = await rig.step(inputs, { env });
      expect([inputs.command, exitCode, outputs["failure-reason"]]).toEqual([inputs.command, 0, ""]);
      expect(outputs).toMatchObject({ changes: "false", drift: "false", "to-create": "0", "to-update": "0" });
      expect(codes({ exitCode, outputs, ...again })).toEqual([]);
    }
  });

  it("and a change of a manifest is seen there, also where something waits for what is made again", async () => {
    const fill = example("storefront");
    freshRunner(fill);
    await rig.step({ command: "apply" }, { env });
    freshRunner(fill);
    rig.write("opus.yaml", rig.read("opus.yaml").replace("- alerts:", "- the alerts:"));
    const plan = await rig.step({ command: "plan", "expect-no-changes": "true" }, { env });
    expect([plan.exitCode, plan.outputs["failure-reason"]]).toEqual([1, "changes-pending"]);
    expect(plan.outputs["to-create"]).toBe("1");
    expect(
      plan.report.contexts[0].tasks
        .filter(({ reason }: { reason: string }) => reason === "missing")
        .map(({ name }: { name: string }) => name),
    ).toEqual(["handover"]);
  });
});

describe("a file that is gone with its runner", () => {
  const file = (name: string, lifecycle = ""): string =>
    `---\napiVersion: opus/v1\nkind: File\nmetadata: { name: ${name}${lifecycle} }\nspec: { path: "out/${name}-\${OPUS:context}.txt", content: ${name} }\n`;
  const project = `apiVersion: opus/v1
kind: Project
metadata: { name: demo }
spec:
  contexts: [{ input: true }, { event: schedule, contexts: [test, prod] }, { branch: main, context: test }]
`;
  const suggestion = (them: string): string =>
    `If that is how it should be, give ${them} \`lifecycle: {ephemeral: true}\`. Else commit the files, or let them be where they last: behind an API, or on a runner of your own that keeps its workspace.`;
  const oneFile =
    '"one" makes files in the workspace of a runner that GitHub hosts: they are gone when this job ends, so that every run makes them again, and every plan and drift check finds them missing';

  beforeEach(() => {
    rig.write("opus.yaml", project + file("one"));
  });

  it.each(["plan", "apply", "drift"])("gets a note with the ways out: %s", async (command) => {
    const run = await rig.step({ command }, { env: hosted });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([0, ""]);
    expect(run.report.diagnostics).toEqual([
      {
        severity: "notice",
        code: "gone-with-runner",
        message: oneFile,
        file: "opus.yaml",
        line: 7,
        column: 1,
        suggestion: suggestion("it"),
        related: [],
      },
    ]);
    expect(run.log).toContain(`notice gone-with-runner: ${oneFile}`);
    expect(run.log).toContain(suggestion("it"));
  });

  it("is named once, whatever contexts and tasks there are", async () => {
    const names = ["one", "two", "three", "four", "five", "six", "seven"];
    rig.write("opus.yaml", project + names.map((name) => file(name)).join(""));
    const nightly = {
      name: "schedule",
      ref: "refs/heads/main",
      payload: { repository: { id: 1, default_branch: "main" } },
    };
    const run = await rig.step({ command: "drift" }, { env: hosted, event: nightly });
    expect(run.outputs.contexts).toBe('["test","prod"]');
    expect(run.report.diagnostics).toMatchObject([
      {
        message: expect.stringMatching(
          /^"one", "two", "three", "four", "five" and 2 more tasks make files in the workspace of a runner that GitHub hosts: /,
        ),
        suggestion: suggestion("them"),
      },
    ]);
  });

  it.each([
    ["on a runner that keeps its workspace", { RUNNER_ENVIRONMENT: "self-hosted" }, file("one")],
    ["where nothing is known of the runner", {}, file("one")],
    ["of a task that says so", hosted, file("one", ", lifecycle: { ephemeral: true }")],
  ])("gets none %s", async (_, env, tasks) => {
    rig.write("opus.yaml", project + tasks);
    const run = await rig.step({ command: "apply" }, { env });
    expect(run.exitCode).toBe(0);
    expect(codes(run)).toEqual([]);
  });

  it("is told of what a script produces, too, and made again in silence where the task says so", async () => {
    const build = (lifecycle: string): string =>
      `${project}---\napiVersion: opus/v1\nkind: Shell\nmetadata: { name: build${lifecycle} }\nspec: { create: "mkdir -p dist && echo 1 > dist/a.js", outputs: ["dist/*.js", "!dist/*.map"] }\n`;
    rig.write("opus.yaml", build(""));
    const noted = await rig.step({ command: "apply" }, { env: hosted });
    expect(noted.report.diagnostics).toMatchObject([{ code: "gone-with-runner" }]);
    expect(noted.report.diagnostics[0].message).toMatch(
      /^"build" makes files in the workspace of a runner that GitHub hosts: /,
    );
    freshRunner((workspace) => writeFileSync(join(workspace, "opus.yaml"), build("")));
    const missing = await rig.step({ command: "plan", "expect-no-changes": "true" }, { env: hosted });
    expect([missing.exitCode, missing.outputs["failure-reason"]]).toEqual([1, "changes-pending"]);
    freshRunner((workspace) => writeFileSync(join(workspace, "opus.yaml"), build(", lifecycle: { ephemeral: true }")));
    const silent = await rig.step({ command: "apply", "expect-no-changes": "true" }, { env: hosted });
    expect([silent.exitCode, codes(silent), rig.exists("dist/a.js")]).toEqual([0, [], true]);
  });

  it("gets none when it goes, or when it is committed", async () => {
    const git = (...args: string[]): void => void execFileSync("git", args, { cwd: rig.workspace });
    await rig.step({ command: "apply" }, { env: hosted });
    git("init", "--quiet");
    expect(codes(await rig.step({ command: "plan" }, { env: hosted }))).toEqual(["gone-with-runner"]);
    git("add", "out/one-test.txt");
    expect(codes(await rig.step({ command: "plan" }, { env: hosted }))).toEqual([]);
    expect(codes(await rig.step({ command: "plan", context: "prod" }, { env: hosted }))).toEqual(["gone-with-runner"]);
    expect(codes(await rig.step({ command: "delete", context: "test" }, { env: hosted }))).toEqual([]);
  });
});
