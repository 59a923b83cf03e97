import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import { changes, drifts, statuses } from "./rig.ts";

const project =
  "apiVersion: opus/v1\nkind: Project\nmetadata: {name: demo}\nspec:\n  contexts: [{branch: main, context: test}, {input: true}]\n";
const task = (kind: string, name: string, spec: object, metadata: object = {}): string =>
  `---\n${JSON.stringify({ apiVersion: "opus/v1", kind, metadata: { name, ...metadata }, spec })}\n`;
const shell = (spec: object, metadata: object = {}): string => project + task("Shell", "s", spec, metadata);

describe("Shell: what `read` finds", () => {
  const scripts = { create: "echo create >> log", delete: "echo delete >> log" };
  const read = (key: string) => `echo "{\\"${key}\\": \\"$(cat live 2>/dev/null)\\"}"`;

  it("is compared only with what the same script found", async () => {
    using rig = new QuickRig({ "opus.yaml": shell(scripts), live: "1" });
    await rig.step({ command: "apply" });
    for (const key of ["v", "w"]) {
      rig.write("opus.yaml", shell({ ...scripts, read: read(key) }));
      const applied = await rig.step({ command: "apply" });
      expect(applied.exitCode).toBe(0);
      expect(applied.report.contexts[0].tasks).toMatchObject([{ change: "noop", reason: "recorded only" }]);
      expect(rig.state("demo", "test").body.tasks.s.observed).toEqual({ [key]: "1" });
      const drift = await rig.step({ command: "drift", "fail-on-drift": "true" });
      expect([drift.exitCode, drifts(drift.report)]).toEqual([0, { s: "in-sync" }]);
      expect(changes((await rig.step({ command: "plan" })).report)).toEqual({ s: "noop" });
    }
    expect(rig.read("log")).toBe("create\n");
    // Changed by hand, and nothing but another script is new in the manifest.
    rig.write("live", "2");
    rig.write("opus.yaml", shell({ ...scripts, delete: "echo deleted >> log", read: read("w") }));
    const drifted = await rig.step({ command: "drift" });
    expect([drifted.outputs.drift, drifts(drifted.report)]).toEqual(["true", { s: "both" }]);
  });

  it("has nothing to be compared with while a new script finds nothing to record", async () => {
    using rig = new QuickRig({ "opus.yaml": shell(scripts), live: "1" });
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", shell({ ...scripts, read: `[ -e go ] || exit 3; ${read("v")}` }));
    await rig.step({ command: "apply" });
    expect(rig.state("demo", "test").body.tasks.s.observed).toBeUndefined();
    rig.write("go", "");
    expect(drifts((await rig.step({ command: "drift" })).report)).toEqual({ s: "in-sync" });
    await rig.step({ command: "apply" });
    expect(rig.state("demo", "test").body.tasks.s.observed).toEqual({ v: "1" });
    rig.write("live", "2");
    expect(drifts((await rig.step({ command: "drift" })).report)).toEqual({ s: "resource-changed" });
  });
});

describe("a run whose output nobody reads any more", () => {
  const bundle = join(import.meta.dirname, "../../dist/index.js");

  it("finishes and records", async () => {
    using rig = new QuickRig({
      "opus.yaml": shell({ create: "sleep 0.5; for i in $(seq 300); do echo line $i; done; touch made" }),
    });
    const child = spawn(process.execPath, [bundle, "apply", "--context", "test"], {
      cwd: rig.workspace,
      env: { PATH: process.env.PATH, HOME: rig.directory },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout?.once("data", () => child.stdout?.destroy());
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    expect(await new Promise((resolve) => child.on("close", (code, signal) => resolve(code ?? signal)))).toBe(0);
    expect(said).toBe("");
    expect(rig.exists("made")).toBe(true);
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["s"]);
    expect(rig.state("demo", "test").body.pending).toEqual([]);
    const next = await rig.terminal(["apply", "--context", "test"]);
    expect(next.log).toContain("nothing to do");
    expect(next.log).not.toMatch(/lock|earlier run/);
  });

  it("is cancelled when the terminal is closed", async () => {
    using rig = new QuickRig({ "opus.yaml": shell({ create: "touch started; sleep 60" }) });
    const run = rig.startStep({ command: "apply" });
    for (let turn = 0; !rig.exists("started") && turn < 200; turn++) await new Promise((next) => setTimeout(next, 50));
    run.child.kill("SIGHUP");
    expect(await run.ended).toBe(1);
    expect(run.files().outputs["failure-reason"]).toBe("cancelled");
    expect(run.log()).toContain("Cancelled (SIGHUP)");
  });
});

describe("Shell: scripts", () => {
  it("that never started are not undone", async () => {
    const wrong = { create: "true", delete: "touch deleted", workingDirectory: "nodir" };
    using rig = new QuickRig({
      "opus.yaml":
        shell({ create: "true", delete: "touch deleted", rollback: "touch back", shell: "no-such-shell" }) +
        task("Shell", "w", wrong),
    });
    const applied = await rig.step({ command: "apply" });
    expect(applied.exitCode).toBe(1);
    expect(applied.report.contexts[0].tasks.map((one: { error: { message: string } }) => one.error.message)).toEqual([
      "create script did not start: `no-such-shell` was not found",
      "the create script has no folder to run in: `nodir` does not exist",
    ]);
    expect([rig.exists("deleted"), rig.exists("nodir/deleted"), rig.exists("back")]).toEqual([false, false, false]);
    expect(rig.state("demo", "test").body).toMatchObject({ tasks: {}, pending: [] });
  });

  it("learn what they undo", async () => {
    const rollback = 'echo "$OPUS_CHANGE $OPUS_ROLLBACK" >> log';
    using rig = new QuickRig({ "opus.yaml": shell({ create: "exit 1", rollback }) });
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", shell({ create: 'echo "$OPUS_CHANGE ${OPUS_ROLLBACK-no}" >> log', env: { A: "1" } }));
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", shell({ create: "true", update: "exit 1", env: { A: "2" }, rollback }));
    await rig.step({ command: "apply" });
    expect(rig.read("log").split("\n")).toEqual(["create true", "create no", "update true", ""]);
  });

  it("can't give an output that state can't hold", async () => {
    using rig = new QuickRig({
      "opus.yaml": shell({ create: 'echo "__proto__=1" >> "$OPUS_OUTPUT"', delete: "true" }),
    });
    const applied = await rig.step({ command: "apply" });
    expect(applied.report.contexts[0].tasks).toMatchObject([
      {
        status: "rolled-back",
        error: {
          message: "create script wrote line 1 of $OPUS_OUTPUT wrongly: no output can have the name `__proto__`",
        },
      },
    ]);
  });
});

describe("Shell: fields", () => {
  it("that are empty are as good as none", async () => {
    const spec = { create: "echo create >> log" };
    using rig = new QuickRig({ "opus.yaml": shell(spec) });
    await rig.step({ command: "apply" });
    const stored = rig.state("demo", "test");
    for (const more of [{ env: {}, inputs: [], passEnv: [], secretEnv: {}, sensitiveOutputs: [] }, {}]) {
      rig.write("opus.yaml", shell({ ...spec, ...more }));
      const applied = await rig.step({ command: "apply" });
      expect(applied.report.contexts[0].tasks).toMatchObject([{ change: "noop", drift: "unobservable", fields: [] }]);
      expect(rig.state("demo", "test")).toEqual(stored);
    }
  });

  it("say what `compareSecrets` compares, and compare it", async () => {
    const manifest = (name: string) =>
      shell({
        create: "echo create >> log",
        delete: "true",
        compareSecrets: true,
        secretEnv: { T: `\${SECRET:${name}}` },
      }) +
      '---\n{"apiVersion": "opus/v1", "kind": "Values", "metadata": {"name": "all"}, "spec": {"secrets": {"one": {"env": "ONE"}, "two": {"env": "TWO"}}}}\n';
    using rig = new QuickRig({ "opus.yaml": manifest("one") });
    const env = { ONE: "s3cr3t-one", TWO: "s3cr3t-two" };
    const applied = await rig.step({ command: "apply" }, { env });
    expect(applied.exitCode).toBe(0);
    expect(applied.report.diagnostics).toEqual([
      {
        severity: "warning",
        code: "values-not-compared",
        message:
          'task "s": `compareSecrets` sees which secrets `secretEnv` names, and not when the value of one changes: that takes sealed state',
        file: "opus.yaml",
        line: 7,
        column: 135,
        related: [],
        context: "test",
        suggestion:
          "Seal the state with `encryption-key`; or, to run after a secret was rotated, raise a number of your own in `env`, such as TOKEN_VERSION.",
      },
    ]);
    expect(applied.log).toContain("::warning");
    const rotated = await rig.step({ command: "plan" }, { env: { ...env, ONE: "s3cr3t-new" } });
    expect(changes(rotated.report)).toEqual({ s: "noop" });
    rig.write("opus.yaml", manifest("two"));
    expect(changes((await rig.step({ command: "plan" }, { env })).report)).toEqual({ s: "replace" });
  });
});

describe("a folder where a File belongs", () => {
  it.each([false, true])("is told at plan time (adopt: %s)", async (adopt) => {
    const file = task("File", "f", { path: "out", content: "x" }, { lifecycle: { adopt } });
    using rig = new QuickRig({ "opus.yaml": project + file });
    mkdirSync(join(rig.workspace, "out"));
    const planned = await rig.step({ command: "plan" });
    expect(planned.exitCode).toBe(1);
    expect(planned.report.contexts[0].tasks).toMatchObject([
      {
        status: "failed",
        drift: "unknown",
        error: {
          message: "there is a folder at `out`, where a file should be",
          hint: "Move the folder away, or choose another `path`: opus replaces only files and symlinks.",
        },
      },
    ]);
  });

  it("is told when the file was applied before, and is left alone", async () => {
    using rig = new QuickRig({ "opus.yaml": project + task("File", "f", { path: "out", content: "x" }) });
    await rig.step({ command: "apply" });
    rig.remove("out");
    rig.write("out/kept", "");
    const applied = await rig.step({ command: "apply" });
    expect(statuses(applied.report)).toEqual({ f: "failed" });
    expect(applied.log).toContain("Move the folder away, or run `forget` with this task as `target`");
    expect(rig.exists("out/kept")).toBe(true);
  });
});

it("an orphan that may not be deleted is told at the first line of the Project", async () => {
  const kept = task("File", "f", { path: "out", content: "x" }, { lifecycle: { preventDestroy: true } });
  const other = task("File", "g", { path: "other", content: "x" });
  const limits = "  limits: {maxDeletes: 0}\n";
  using rig = new QuickRig({ "opus.yaml": `# first\n${project}${kept}${other}` });
  await rig.step({ command: "apply" });
  for (const more of ["", limits]) {
    rig.write("opus.yaml", `# first\n${project}${more}${other}`);
    const planned = await rig.step({ command: "plan" });
    expect(planned.outputs["failure-reason"]).toBe("guarded");
    const places = planned.report.diagnostics.map((one: { code: string; line: number }) => [one.code, one.line]);
    expect(places).toEqual([["prevent-destroy", 2], ...(more === "" ? [] : [["max-deletes", 7]])]);
  }
});
