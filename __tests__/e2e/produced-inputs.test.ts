import { createHash } from "node:crypto";
import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QuickRig as Rig } from "./quick-rig.ts";
import { changes, drifts, statuses } from "./rig.ts";

const project =
  "apiVersion: opus/v1\nkind: Project\nmetadata: {name: demo}\nspec:\n  contexts: [{branch: main, context: test}, {input: true}]\n";
const task = (kind: string, name: string, spec: object, metadata: object = {}): string =>
  `---\n${JSON.stringify({ apiVersion: "opus/v1", kind, metadata: { name, ...metadata }, spec })}\n`;
const after = (...tasks: readonly string[]) => ({ dependencies: [{ tasks }] });
const extractScript = "mkdir -p out; tr a-z A-Z < source.txt > out/raw.csv; echo extract >> log";
const trainScript = "cp out/raw.csv out/model; echo train >> log";
const extract = (more: object = {}, metadata: object = {}): string =>
  task("Shell", "extract", { inputs: ["source.txt"], create: extractScript, update: extractScript, ...more }, metadata);
const train = (more: object = {}, metadata: object = {}): string =>
  task(
    "Shell",
    "train",
    { inputs: ["out/raw.csv"], create: trainScript, update: trainScript, ...more },
    { ...after("extract"), ...metadata },
  );

/** The field of `train` that a plan shows of its inputs. */
const waiting = (report: { contexts: { tasks: { name: string; fields: { path: string }[] }[] }[] }) =>
  report.contexts[0]?.tasks
    .find(({ name }) => name === "train")
    ?.fields.find(({ path }) => path.startsWith("/inputFiles"));

describe("inputs that an earlier task of the run produces", () => {
  it("are hashed when the task is ready: a change reaches it in one run, and nothing runs twice", async () => {
    using rig = new Rig({ "opus.yaml": project + extract() + train(), "source.txt": "one" });
    const first = await rig.step({ command: "apply" });
    expect([first.exitCode, changes(first.report)]).toEqual([0, { extract: "create", train: "create" }]);
    const settled = await rig.step({ command: "apply", "expect-no-changes": "true" });
    expect([settled.exitCode, changes(settled.report)]).toEqual([0, { extract: "noop", train: "noop" }]);
    expect(rig.read("log")).toBe("extract\ntrain\n");

    rig.write("source.txt", "two");
    const planned = await rig.step({ command: "plan" });
    expect(planned.report.contexts[0].tasks).toMatchObject([
      { name: "extract", change: "update", reason: "spec changed" },
      { name: "train", change: "update", reason: "may change", drift: "unobservable" },
    ]);
    expect(waiting(planned.report)).toMatchObject({ path: "/inputFiles", knownAfter: ["extract"] });
    expect(planned.log).toContain("inputFiles: (known after apply: extract)");
    // Looking and previewing runs nothing, however it is asked.
    for (const inputs of [{ command: "plan", refresh: "none" }, { command: "drift" }, { command: "describe" }])
      expect((await rig.step(inputs)).exitCode).toBe(0);
    expect(rig.read("log")).toBe("extract\ntrain\n");
    const applied = await rig.step({ command: "apply" });
    expect(applied.outputs["plan-digest"]).toBe(planned.outputs["plan-digest"]);
    expect(applied.report.contexts[0].tasks[1]).toMatchObject({
      name: "train",
      change: "update",
      status: "done",
      fields: [{ path: "/inputFiles/out~1raw.csv" }],
    });
    expect([rig.read("out/model"), rig.read("log")]).toEqual(["TWO", "extract\ntrain\nextract\ntrain\n"]);

    // Another source with the same result: what may change does not.
    rig.write("source.txt", "TWO");
    const same = await rig.step({ command: "apply" });
    expect(same.report.contexts[0].tasks).toMatchObject([
      { name: "extract", change: "update", status: "done" },
      { name: "train", change: "noop", status: "done" },
    ]);
    expect(rig.read("log")).toBe("extract\ntrain\nextract\ntrain\nextract\n");
    expect(changes((await rig.step({ command: "plan" })).report)).toEqual({ extract: "noop", train: "noop" });
  });

  it("plan as a replacement without an update script, and need not become one", async () => {
    const scripts = { update: undefined, delete: "echo deleted >> log" };
    using rig = new Rig({ "opus.yaml": project + extract() + train(scripts), "source.txt": "one" });
    await rig.step({ command: "apply" });
    rig.write("source.txt", "ONE");
    const planned = await rig.step({ command: "plan" });
    expect(changes(planned.report)).toEqual({ extract: "update", train: "replace" });
    expect(changes((await rig.step({ command: "apply" })).report)).toEqual({ extract: "update", train: "noop" });
    rig.write("source.txt", "two");
    expect(changes((await rig.step({ command: "apply" })).report)).toEqual({ extract: "update", train: "replace" });
    expect(rig.read("log")).toBe("extract\ntrain\nextract\nextract\ndeleted\ntrain\n");
  });

  const beside = "mkdir -p out; cp source.txt out/other; echo extract >> log";
  it.each<[string, string, string, string | undefined]>([
    ["a Shell that may write anything", extract(), train(), "extract"],
    ["a Shell that says it writes them", extract({ outputs: ["out/*.csv"] }), train(), "extract"],
    [
      "a Shell that writes something else",
      extract({ outputs: ["out/other"], create: beside, update: beside }),
      train({ create: "true", update: "true" }),
      undefined,
    ],
    ["a folder", extract({ outputs: ["out"] }), train({ inputs: ["out/**/*.csv"] }), "extract"],
    ["a linked folder", extract({ outputs: ["out/raw.csv"] }), train({ inputs: ["link/raw.csv"] }), "extract"],
    [
      "a File",
      task("File", "extract", { path: "out/raw.csv", content: "${ENV:CONTENT}" }),
      train({ inputs: ["out/*.csv"] }),
      "extract",
    ],
    [
      "another File",
      task("File", "extract", { path: "out/raw.csv", content: "${ENV:CONTENT}" }),
      train({ inputs: ["*.txt"] }),
      undefined,
    ],
  ])("of %s", async (_what, before, reader, label) => {
    using rig = new Rig({ "opus.yaml": project + before + reader, "source.txt": "one", "out/keep": "" });
    symlinkSync("out", join(rig.workspace, "link"));
    const applied = await rig.step({ command: "apply" }, { env: { CONTENT: "one" } });
    expect([applied.exitCode, applied.log]).toEqual([0, expect.anything()]);
    rig.write("source.txt", before.includes("Shell") ? "two" : "one");
    const { report } = await rig.step({ command: "plan" }, { env: { CONTENT: "two" } });
    expect(changes(report)).toEqual({ extract: "update", train: label === undefined ? "noop" : "update" });
    expect(waiting(report)).toEqual(label && expect.objectContaining({ knownAfter: [label] }));
  });

  it("are not looked at when the task before them fails", async () => {
    using rig = new Rig({ "opus.yaml": project + extract() + train(), "source.txt": "one" });
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", project + extract({ update: "echo half > out/raw.csv; exit 3" }) + train());
    rig.write("source.txt", "two");
    const failed = await rig.step({ command: "apply" });
    expect(failed.exitCode).toBe(1);
    expect(statuses(failed.report).train).toBe("skipped");
    expect(rig.read("out/model")).toBe("ONE");
    rig.write("opus.yaml", project + extract() + train());
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    expect(rig.read("out/model")).toBe("TWO");
  });

  it("are told like any others to an untrusted run, which runs nothing", async () => {
    using rig = new Rig({ "opus.yaml": project + extract() + train(), "source.txt": "one" });
    await rig.step({ command: "apply" });
    rig.write("source.txt", "two");
    const event = {
      name: "pull_request",
      ref: "refs/pull/1/merge",
      payload: {
        number: 1,
        repository: { id: 1, default_branch: "main" },
        pull_request: { number: 1, head: { repo: { id: 2 } }, base: { ref: "main", repo: { id: 1 } } },
      },
    };
    const { report, exitCode } = await rig.step({ command: "plan", context: "test" }, { event });
    expect([exitCode, changes(report)]).toEqual([0, { extract: "update", train: "update" }]);
    expect(waiting(report)).toMatchObject({ knownAfter: ["extract"] });
    expect(rig.read("log")).toBe("extract\ntrain\n");
  });
});

describe("outputs of a Shell", () => {
  const pipeline = (metadata: object = {}): string =>
    project + extract({ outputs: ["out/raw.csv"] }, metadata) + train({ outputs: ["out/model"] }, metadata);
  /** What a checkout on another machine has: the repository and its state. */
  const onFreshRunner = (rig: Rig, other: Rig): void =>
    cpSync(join(rig.workspace, ".opus"), join(other.workspace, ".opus"), { recursive: true });

  it("are recorded, missing on a fresh runner, and drift when they are changed", async () => {
    using rig = new Rig({ "opus.yaml": pipeline(), "source.txt": "one" });
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    expect(rig.state("demo", "test").body.tasks.train.observed).toEqual({
      outputFiles: { "out/model": createHash("sha256").update("ONE").digest("hex") },
    });
    const quiet = await rig.step({ command: "drift", "fail-on-drift": "true" });
    expect([quiet.exitCode, drifts(quiet.report)]).toEqual([0, { extract: "in-sync", train: "in-sync" }]);

    rig.write("out/model", "by hand");
    const drift = await rig.step({ command: "drift" });
    expect(drift.report.contexts[0].tasks[1]).toMatchObject({
      drift: "resource-changed",
      fields: [{ path: "/observed/outputFiles/out~1model" }],
    });
    const mended = await rig.step({ command: "apply" });
    expect(changes(mended.report)).toEqual({ extract: "noop", train: "update" });
    expect(rig.read("out/model")).toBe("ONE");

    using fresh = new Rig({ "opus.yaml": pipeline(), "source.txt": "one" });
    onFreshRunner(rig, fresh);
    const planned = await fresh.step({ command: "plan" });
    expect(planned.report.contexts[0].tasks).toMatchObject([
      { name: "extract", change: "create", reason: "missing", drift: "missing" },
      { name: "train", change: "create", reason: "missing", drift: "missing" },
    ]);
    expect(fresh.exists("out")).toBe(false);
    // With recorded state alone nothing is missing, and nothing would run.
    const recorded = await fresh.step({ command: "plan", refresh: "none" });
    expect(changes(recorded.report).extract).toBe("noop");
    const applied = await fresh.step({ command: "apply" });
    expect([applied.exitCode, fresh.read("out/model"), fresh.read("log")]).toEqual([0, "ONE", "extract\ntrain\n"]);
    expect(applied.outputs["plan-digest"]).toBe(planned.outputs["plan-digest"]);
    expect(changes((await fresh.step({ command: "plan" })).report)).toEqual({ extract: "noop", train: "noop" });
  });

  it("that are ephemeral are made again in silence", async () => {
    const ephemeral = pipeline({ lifecycle: { ephemeral: true } });
    using rig = new Rig({ "opus.yaml": ephemeral, "source.txt": "one" });
    await rig.step({ command: "apply" });
    using fresh = new Rig({ "opus.yaml": ephemeral, "source.txt": "one" });
    onFreshRunner(rig, fresh);
    const planned = await fresh.step({ command: "plan", "expect-no-changes": "true" });
    expect([planned.exitCode, planned.outputs.changes, planned.outputs["to-create"]]).toEqual([0, "false", "0"]);
    const drift = await fresh.step({ command: "drift", "fail-on-drift": "true" });
    expect([drift.exitCode, drift.outputs.drift]).toEqual([0, "false"]);
    const applied = await fresh.step({ command: "apply", "expect-no-changes": "true" });
    expect([applied.exitCode, fresh.read("out/model")]).toEqual([0, "ONE"]);
  });

  it.each([
    ["create", { outputs: ["out/raw.csv", "out/*.json"] }, "`outputs` pattern `out/*.json` matches no file"],
    ["create", { outputs: ["a", "b/**"] }, "`outputs` patterns `a`, `b/**` match no file"],
  ])("that %s did not make fail it by name", async (script, more, text) => {
    using rig = new Rig({ "opus.yaml": project + extract({ ...more, delete: "rm out/raw.csv" }), "source.txt": "one" });
    const failed = await rig.step({ command: "apply" });
    expect([failed.exitCode, statuses(failed.report)]).toEqual([1, { extract: "rolled-back" }]);
    expect(failed.report.contexts[0].tasks[0].error.message).toBe(`${script} script exited with 0, but ${text}`);
    expect(rig.exists("out/raw.csv")).toBe(false);
  });

  it("stand beside the facts of `read`", async () => {
    const read = '[ -e made ] && echo "{\\"v\\": \\"$(cat made)\\"}" || true';
    const spec = { outputs: ["out/raw.csv"], read, create: `${extractScript}; echo 1 > made`, delete: "rm made" };
    using rig = new Rig({ "opus.yaml": project + extract({ ...spec, update: undefined }), "source.txt": "one" });
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    const { observed } = rig.state("demo", "test").body.tasks.extract;
    expect(Object.keys(observed)).toEqual(["outputFiles", "v"]);
    rig.remove("out");
    const missing = await rig.step({ command: "apply" });
    expect(missing.report.contexts[0].tasks).toMatchObject([{ change: "create", reason: "missing", drift: "missing" }]);
    // What can be updated is not made twice because a file of it has gone.
    const update = "echo update >> log; mkdir -p out; cp made out/raw.csv";
    rig.write("opus.yaml", project + extract({ ...spec, update }));
    await rig.step({ command: "apply" });
    rig.remove("out");
    const updated = await rig.step({ command: "apply" });
    expect(updated.report.contexts[0].tasks).toMatchObject([{ change: "update", reason: "drifted" }]);
    expect(rig.read("log")).toBe("extract\nextract\nupdate\n");
    rig.remove("made");
    expect(drifts((await rig.step({ command: "drift" })).report)).toEqual({ extract: "missing" });
  });

  it("that have gone say nothing of what else a script has made", async () => {
    const half = extract({ outputs: ["out"], delete: "rm -rf out; echo half >> log; exit 3" });
    using rig = new Rig({ "opus.yaml": project + half, "source.txt": "one" });
    await rig.step({ command: "apply" });
    const failed = await rig.step({ command: "delete", context: "test" });
    expect([failed.exitCode, Object.keys(rig.state("demo", "test").body.tasks)]).toEqual([1, ["extract"]]);
  });

  it("share no name with a fact of `read`", async () => {
    using rig = new Rig({
      "opus.yaml": project + extract({ outputs: ["out"], read: 'echo "{\\"outputFiles\\": 1}"' }),
      "source.txt": "one",
    });
    const step = await rig.step({ command: "plan" });
    expect(step.report.contexts[0].tasks[0].error.message).toBe(
      "read script printed the fact `outputFiles`, under which the digests of `outputs` stand",
    );
  });

  it("are counted from the first run on, whatever lies there before", async () => {
    using rig = new Rig({ "opus.yaml": project + extract(), "source.txt": "one", "out/raw.csv": "by chance" });
    expect(changes((await rig.step({ command: "apply" })).report)).toEqual({ extract: "create" });
    // Added later, they are recorded as they are.
    rig.write("opus.yaml", project + extract({ outputs: ["out"] }));
    const added = await rig.step({ command: "apply" });
    expect(added.report.contexts[0].tasks).toMatchObject([{ change: "noop", reason: "recorded only" }]);
    expect(Object.keys(rig.state("demo", "test").body.tasks.extract.observed.outputFiles)).toEqual(["out/raw.csv"]);
    rig.remove("out");
    expect(changes((await rig.step({ command: "apply" })).report)).toEqual({ extract: "create" });
    // `delete` is the script's: opus takes nothing away by itself.
    const deleted = await rig.step({ command: "delete", context: "test" });
    expect([deleted.exitCode, rig.exists("out/raw.csv")]).toEqual([0, true]);
  });

  it.each([
    ["../x", "`../x` leads out of the workspace"],
    ["out/../../x/*", "`out/../../x` leads out of the workspace"],
    ["/etc/*", "`/etc` is absolute; paths are relative to the working directory"],
    [".git/x", "`.git/x` lies in `.git`, which opus never touches"],
    ["out/*/../x", "`out/*/../x`: `..` may stand only at the beginning of a glob"],
  ])("stay inside the workspace: %s", async (path, message) => {
    using rig = new Rig({ "opus.yaml": project + extract({ outputs: ["out", path] }), "source.txt": "one" });
    const step = await rig.step({ command: "apply" });
    expect(step.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(step.report.diagnostics).toMatchObject([
      { code: "bad-path", file: "opus.yaml", message: `task "extract": ${message}` },
    ]);
    expect(rig.exists("log")).toBe(false);
  });

  it("are read through no symlink that leads out", async () => {
    const script = "mkdir -p out; ln -s /etc out/raw.csv; echo extract >> log";
    using rig = new Rig({
      "opus.yaml": project + extract({ create: script, outputs: ["out/raw.csv/hostname"] }),
      "source.txt": "one",
    });
    const step = await rig.step({ command: "apply" });
    expect(step.exitCode).toBe(1);
    expect(step.report.contexts[0].tasks[0].error.message).toBe(
      "`out/raw.csv/hostname` leads out of the workspace through a symlink",
    );
  });
});

describe("the pipeline of docs/kinds/shell.md", () => {
  it("runs what is missing on every fresh runner, and what changed on all", async () => {
    const page = readFileSync(join(import.meta.dirname, "../../docs/kinds/shell.md"), "utf8");
    const example = /<!-- example: pipeline\.yaml -->\n```yaml\n([\s\S]*?)```/.exec(page)?.[1];
    const files = { "opus.yaml": `${project}---\n${example}`, "data/source.txt": "b\na\n" };
    using rig = new Rig(files);
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    expect(rig.read("out/model.txt")).toBe("2 rows\n");
    expect(changes((await rig.step({ command: "plan" })).report)).toEqual({ extract: "noop", train: "noop" });
    using fresh = new Rig({ ...files, "data/source.txt": "b\na\nc\n" });
    onFresh(rig, fresh);
    const planned = await fresh.step({ command: "plan" });
    expect(changes(planned.report)).toEqual({ extract: "create", train: "create" });
    expect((await fresh.step({ command: "apply" })).exitCode).toBe(0);
    expect([fresh.read("out/raw.csv"), fresh.read("out/model.txt")]).toEqual(["a\nb\nc\n", "3 rows\n"]);
    const deleted = await fresh.step({ command: "delete", context: "test" });
    expect([deleted.exitCode, fresh.exists("out/raw.csv"), fresh.exists("out/model.txt")]).toEqual([0, false, false]);
  });

  function onFresh(rig: Rig, fresh: Rig): void {
    cpSync(join(rig.workspace, ".opus"), join(fresh.workspace, ".opus"), { recursive: true });
  }
});
