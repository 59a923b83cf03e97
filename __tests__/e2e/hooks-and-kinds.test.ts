import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import { changes, drifts, type Rig, statuses } from "./rig.ts";

const project = (more: object): string =>
  `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
${Object.entries({
  contexts: [{ branch: "main", context: "test" }, { event: "pull_request", context: "test" }, { input: true }],
  ...more,
})
  .map(([key, value]) => `  ${key}: ${JSON.stringify(value)}\n`)
  .join("")}`;

const task = (kind: string, metadata: object, spec: object, apiVersion = "opus/v1"): string =>
  `---\n${JSON.stringify({ apiVersion, kind, metadata, spec })}\n`;

/** Writes a line for whatever happens to it. */
const tracing = `
import { appendFileSync } from "node:fs";
const note = (line) => appendFileSync("trace.txt", line + "\\n");
note("imported");
export default ({ name, dump }) => ({
  name,
  async around(step, next) {
    note(name + " before " + step.task + " " + step.change + " " + JSON.stringify(step.spec));
    const result = await next(step);
    note(name + " after " + step.task + " " + result.status + " " + result.change);
    return result;
  },
  on(event) {
    if (dump) appendFileSync("events.ndjson", JSON.stringify(event) + "\\n");
    else if (event.type === "task-finished") note(name + " saw " + event.report.name);
  },
  async finish(report, signal) {
    note(name + " finish " + report.result + " " + (signal instanceof AbortSignal) + " " + report.contexts[0].tasks.length);
  },
});
`;

const twoShells =
  task(
    "Shell",
    { name: "one" },
    { env: { A: "${OPUS:context}" }, create: 'echo made; echo "KEY=v$A" >> "$OPUS_OUTPUT"', update: "true" },
  ) + task("File", { name: "two", dependencies: [{ tasks: ["one"] }] }, { path: "two.txt", content: "${VAR:one:KEY}" });

describe("hooks of the repository", () => {
  it("wrap tasks in order, see events, and finish, each with its own options, for the commands that they are on", async () => {
    const hooks = [
      { use: "./hooks/trace.mjs", with: { name: "outer" } },
      { use: "./hooks/trace.mjs", with: { name: "inner" }, on: ["apply"] },
      { use: "./hooks/trace.mjs", with: { name: "never" }, on: ["drift"] },
    ];
    using rig = new QuickRig({ "opus.yaml": project({ hooks }) + twoShells, "hooks/trace.mjs": tracing });
    expect((await rig.stepInProcess({ command: "plan" })).exitCode).toBe(0);
    expect(rig.read("trace.txt")).toBe("imported\nouter finish success true 2\n");
    rig.remove("trace.txt");
    const applied = await rig.stepInProcess({ command: "apply", parallelism: "1" });
    expect(applied.exitCode).toBe(0);
    const spec = '{"env":{"A":"test"},"create":"echo made; echo \\"KEY=v$A\\" >> \\"$OPUS_OUTPUT\\"","update":"true"}';
    expect(rig.read("trace.txt").trim().split("\n")).toEqual([
      "imported",
      `outer before one create ${spec}`,
      `inner before one create ${spec}`,
      "inner after one done create",
      "outer after one done create",
      "outer saw one",
      "inner saw one",
      'outer before two create {"path":"two.txt","content":"vtest"}',
      'inner before two create {"path":"two.txt","content":"vtest"}',
      "inner after two done create",
      "outer after two done create",
      "outer saw two",
      "inner saw two",
      "outer finish success true 2",
      "inner finish success true 2",
    ]);
    rig.remove("trace.txt");
    // Nothing to do: nothing to wrap.
    await rig.stepInProcess({ command: "apply" });
    expect(rig.read("trace.txt")).not.toContain("before");
  });

  it("see every event once, without a secret in it", async () => {
    const values = `---
apiVersion: opus/v1
kind: Values
metadata: {name: all}
spec: {secrets: {token: {env: TOKEN}}}
`;
    const shell = task(
      "Shell",
      { name: "one" },
      {
        secretEnv: { T: "${SECRET:token}" },
        env: { U: "x ${SECRET:token}" },
        create: 'echo "is $T"; echo "KEY=$T" >> "$OPUS_OUTPUT"; exit 1',
        delete: "true",
      },
    );
    using rig = new QuickRig({
      "opus.yaml": project({ hooks: [{ use: "./trace.mjs", with: { name: "all", dump: true } }] }) + values + shell,
      "trace.mjs": tracing,
    });
    await rig.step({ command: "apply" }, { env: { TOKEN: "s3cr3t-s3cr3t" } });
    const types = rig
      .read("events.ndjson")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).type);
    expect(types).toEqual([
      "run-started",
      "manifest-loaded",
      "context-started",
      "observing",
      "planned",
      "state-saved",
      "task-started",
      "task-output",
      "task-rolling-back",
      "task-finished",
      "state-saved",
      "context-finished",
      "run-finished",
    ]);
    expect(rig.read("events.ndjson") + rig.read("trace.txt")).not.toContain("s3cr3t");
    expect(rig.read("trace.txt")).toContain('"T":"${SECRET:token}"');
  });

  const throwing = (body: string): string => `export default { name: "bad", ${body} };`;

  it.each(["on", "async on"])("that throw in `%s` are a warning, and are not called again", async (on) => {
    const hook =
      'import { appendFileSync } from "node:fs";\n' +
      throwing(`${on}(event) { appendFileSync("calls.txt", event.type + "\\n"); throw new Error("boom"); }`);
    using rig = new QuickRig({ "opus.yaml": project({ hooks: [{ use: "./bad.mjs" }] }) + twoShells, "bad.mjs": hook });
    const applied = await rig.stepInProcess({ command: "apply" });
    expect(applied.exitCode).toBe(0);
    expect(applied.report.diagnostics).toMatchObject([
      {
        severity: "warning",
        code: "hook-failed",
        message: expect.stringMatching(
          /^the hook "bad" failed and is not called again: boom\n {4}at Object\.on \(bad\.mjs:\d+:\d+\)$/,
        ),
      },
    ]);
    expect(applied.log).toContain('::warning title=hook-failed::the hook "bad" failed and is not called again: boom');
    expect(rig.read("calls.txt")).toMatch(/^run-started\n/);
    expect(rig.read("calls.txt")).not.toContain("task-finished");
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["one", "two"]);
  });

  it("change nothing of what the run does and reports by what they do to what they are shown", async () => {
    const hook = `const spoil = (value) => {
  for (const key of Object.keys(value ?? {})) {
    if (typeof value[key] === "object") spoil(value[key]);
    else value[key] = "spoilt";
  }
};
export default { name: "bad", on: (event) => spoil(event), finish: async (report) => spoil(report) };`;
    using rig = new QuickRig({ "opus.yaml": project({ hooks: [{ use: "./bad.mjs" }] }) + twoShells, "bad.mjs": hook });
    const applied = await rig.step({ command: "apply" });
    expect(applied.exitCode).toBe(0);
    expect(JSON.stringify(applied.report)).not.toContain("spoilt");
    expect(JSON.stringify(rig.state("demo", "test"))).not.toContain("spoilt");
    expect(applied.log).not.toContain("spoilt");
  });

  it("that throw in `finish` are a warning", async () => {
    using rig = new QuickRig({
      "opus.yaml": project({ hooks: [{ use: "./bad.mjs" }] }) + twoShells,
      "bad.mjs": throwing('async finish() { throw "a text"; }'),
    });
    const applied = await rig.step({ command: "apply" });
    expect(applied.exitCode).toBe(0);
    expect(applied.report).toMatchObject({
      result: "success",
      diagnostics: [{ code: "hook-failed", message: 'the hook "bad" failed at the end: a text' }],
    });
    expect(applied.outputs["failure-reason"]).toBe("");
  });

  it("that throw around a task fail it, and never change what is recorded of it", async () => {
    const hook = throwing(`async around(step, next) {
      if (step.task === "before") throw new Error("not today");
      if (step.task === "silent") return { status: "done", change: "create", outputs: {}, error: null };
      const result = await next(step);
      if (step.task === "twice") await next(step);
      if (step.task === "after") throw new Error("too late");
      if (step.task === "liar") return { ...result, status: "failed", outputs: { KEY: "a lie" } };
      return result;
    }`);
    const names = ["before", "silent", "twice", "after", "liar"];
    const tasks = names
      .map((name) =>
        task(
          "Shell",
          { name },
          { create: `echo made >> ${name}.txt; echo KEY=1 >> "$OPUS_OUTPUT"`, delete: `rm ${name}.txt` },
        ),
      )
      .join("");
    using rig = new QuickRig({ "opus.yaml": project({ hooks: [{ use: "./bad.mjs" }] }) + tasks, "bad.mjs": hook });
    const applied = await rig.step({ command: "apply" });
    expect(applied.outputs["failure-reason"]).toBe("task-failed");
    expect(statuses(applied.report)).toEqual({
      before: "failed",
      silent: "failed",
      twice: "done",
      after: "failed",
      liar: "done",
    });
    const errors = applied.report.contexts[0].tasks.map(
      (one: { error: { message: string } | null }) => one.error?.message,
    );
    expect(errors).toEqual([
      "not today",
      'the hook "bad" did not call next, so nothing was done',
      undefined,
      'the hook "bad" failed after the task was through: too late',
      undefined,
    ]);
    expect(names.map((name) => (rig.exists(`${name}.txt`) ? rig.read(`${name}.txt`) : ""))).toEqual([
      "",
      "",
      "made\n",
      "made\n",
      "made\n",
    ]);
    const { tasks: recorded, pending } = rig.state("demo", "test").body;
    expect(Object.keys(recorded).sort()).toEqual(["after", "liar", "twice"]);
    expect(recorded.liar).toMatchObject({ status: "applied", outputs: { KEY: "1" } });
    expect(pending).toEqual([]);
    expect(changes((await rig.step({ command: "plan" })).report)).toEqual({
      before: "create",
      silent: "create",
      twice: "noop",
      after: "noop",
      liar: "noop",
    });
  });

  it.each([
    ["is not there", {}, "./hooks/gone.mjs matches no file"],
    ["can't be loaded", { "hooks/gone.mjs": "export default {;" }, "./hooks/gone.mjs: can't be loaded: "],
    [
      "throws when it is made",
      { "hooks/gone.mjs": "export default () => { throw new Error('no channel'); }" },
      "./hooks/gone.mjs: can't be loaded: no channel",
    ],
    [
      "has no default export",
      { "hooks/gone.mjs": "export const hook = {};" },
      "./hooks/gone.mjs: the default export must be a hook, or a function that makes one from its options",
    ],
    [
      "does nothing",
      { "hooks/gone.mjs": "export default { name: 'x' };" },
      "./hooks/gone.mjs: the hook has none of `around`, `on`, `finish` and `review`",
    ],
    ["is misshapen", { "hooks/gone.mjs": "export default { on: 3 };" }, "./hooks/gone.mjs: `on` must be a function"],
  ])("whose module %s are an error at their place in the Project, and nothing runs", async (_, files, message) => {
    using rig = new QuickRig({
      "opus.yaml": project({ hooks: [{ use: "./hooks/gone.mjs" }] }) + twoShells,
      ...(files as { [path: string]: string }),
    });
    const applied = await rig.step({ command: "apply" });
    expect(applied.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(applied.report.diagnostics).toMatchObject([
      { severity: "error", code: "bad-module", file: "opus.yaml", line: 6, column: 18 },
    ]);
    expect(applied.report.diagnostics[0].message).toContain(message);
    expect(applied.log).toContain("::error title=bad-module,file=opus.yaml,line=6,");
    expect(rig.exists("two.txt") || rig.exists(".opus")).toBe(false);
  });

  it("that throw where nobody waits stop the run: what was made is stored, and the report says why", async () => {
    const late = `
export default () => ({
  name: "late",
  on(event) {
    if (event.type !== "task-finished" || event.report.name !== "first") return;
    setTimeout(() => { throw new Error("lost its connection"); }, 0);
  },
});
`;
    const tasks =
      task("File", { name: "first" }, { path: "first.txt", content: "1" }) +
      task(
        "Shell",
        { name: "second", dependencies: [{ tasks: ["first"] }], lifecycle: { onInterrupted: "rerun" } },
        { create: "sleep 60" },
      ) +
      task("File", { name: "third", dependencies: [{ tasks: ["second"] }] }, { path: "third.txt", content: "3" });
    const manifest = project({ hooks: [{ use: "./late.mjs" }] }) + tasks;
    using rig = new QuickRig({ "opus.yaml": manifest, "late.mjs": late });
    const run = await rig.stepInProcess({ command: "apply" });
    expect([run.exitCode, run.report.result, run.report.failureReason]).toEqual([1, "failure", "internal"]);
    expect(run.outputs["failure-reason"]).toBe("internal");
    expect(run.report.contexts[0].tasks[0]).toMatchObject({ name: "first", status: "done" });
    expect(run.report.diagnostics.map(({ message }: { message: string }) => message.split("\n")[0])).toContain(
      "an error was thrown that nothing waited for, and the run was stopped: Error: lost its connection",
    );
    rig.write("late.mjs", 'export default () => ({name: "late", on() {}});\n');
    rig.write("opus.yaml", manifest.replace("sleep 60", "true"));
    // The lock is free, and what was made is known.
    const again = await rig.stepInProcess({ command: "apply", "lock-timeout": "0" });
    expect(again.exitCode).toBe(0);
    expect(changes(again.report)).toMatchObject({ first: "noop", third: "create" });
  });

  it("and kinds of the repository are never imported by an untrusted run", async () => {
    const evil =
      'import { writeFileSync } from "node:fs"; writeFileSync("imported.txt", "x"); export default { on() {} };';
    using rig = new QuickRig({
      "opus.yaml":
        project({ hooks: [{ use: "./evil.mjs" }], processors: ["./kind.mjs"] }) +
        twoShells +
        task("Folder", { name: "own" }, { path: "f" }, "example.com/v1"),
      "evil.mjs": evil,
      "kind.mjs": evil,
    });
    const repository = { id: 1, default_branch: "main" };
    const payload = {
      repository,
      pull_request: {
        head: { repo: { id: 2, full_name: "mallory/storefront" } },
        base: { ref: "main", repo: repository },
      },
    };
    const event = { name: "pull_request", ref: "refs/pull/1/merge", payload };
    const planned = await rig.step({ command: "plan" }, { event });
    expect(planned.exitCode).toBe(0);
    expect(rig.exists("imported.txt")).toBe(false);
    expect(drifts(planned.report)).toMatchObject({ own: "unknown" });
    expect((await rig.step({ command: "apply" }, { event })).outputs["failure-reason"]).toBe("untrusted");
  });
});

describe("the outputs hook", () => {
  it("sets what `map` names, and warns of what it can't find", async () => {
    const map = {
      "the-key": "${VAR:one:KEY}",
      size: "${VAR:two:SIZE}",
      both: "in ${OPUS:context}: ${VAR:one:KEY}",
      missing: "${VAR:one:NOPE}",
      fallback: "${VAR:one:NOPE:-none}",
    };
    using rig = new QuickRig({ "opus.yaml": project({ hooks: [{ use: "outputs", with: { map } }] }) + twoShells });
    const applied = await rig.step({ command: "apply" });
    expect(applied.exitCode).toBe(0);
    expect(applied.outputs).toMatchObject({ "the-key": "vtest", size: "5", both: "in test: vtest", fallback: "none" });
    expect(applied.outputs).not.toHaveProperty("missing");
    expect(applied.report.diagnostics).toMatchObject([
      {
        severity: "warning",
        code: "output-not-set",
        message: 'the output "missing" is not set: task "one" has no output NOPE',
        file: "opus.yaml",
        line: 6,
      },
    ]);
    expect((await rig.step({ command: "plan" })).outputs["the-key"]).toBe("vtest");
  });

  it("can't take a name that every run sets, and must name tasks that there are", async () => {
    using rig = new QuickRig({
      "opus.yaml": project({ hooks: [{ use: "outputs", with: { map: { drift: "x" } } }] }) + twoShells,
    });
    const refused = await rig.step({ command: "apply" });
    expect(refused.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(refused.report.diagnostics).toMatchObject([
      {
        message: 'the output "drift" is set by every run and can\'t be mapped to something else',
        file: "opus.yaml",
        line: 6,
      },
    ]);
    rig.write(
      "opus.yaml",
      project({ hooks: [{ use: "outputs", with: { map: { x: "${VAR:nobody:KEY}" } } }] }) + twoShells,
    );
    const unknown = await rig.step({ command: "apply" });
    expect(unknown.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(unknown.log).toContain("nobody");
    expect(rig.exists("two.txt")).toBe(false);
  });
});

/** The kind of docs/kinds/own-kinds.md, as it stands there. */
function documentedKind(): string {
  const page = readFileSync(join(import.meta.dirname, "../../docs/kinds/own-kinds.md"), "utf8");
  const code = /```js\n(?<code>[\s\S]*?)```/.exec(page)?.groups?.code;
  if (code === undefined) throw new Error("docs/kinds/own-kinds.md has no example");
  return code;
}

describe("kinds of the repository", () => {
  const processors = ["./opus/*.mjs"];
  const folder = (spec: object, metadata: object = {}): string =>
    task("Folder", { name: "own", ...metadata }, spec, "example.com/v1");
  const rigWith = (tasks: string): Rig =>
    new QuickRig({ "opus.yaml": project({ processors }) + tasks, "opus/folder.mjs": documentedKind() });

  it("live as the documented one does: create, noop, drift, update, replace, rollback, delete", async () => {
    const user = task("File", { name: "user" }, { path: "user.txt", content: "in ${VAR:own:FOLDER_PATH}" });
    using rig = rigWith(folder({ path: "box", owner: "mona" }) + user);
    const created = await rig.step({ command: "apply" });
    expect(created.exitCode).toBe(0);
    expect([rig.read("box/OWNER"), rig.read("user.txt")]).toEqual(["mona", "in box"]);
    expect(created.log).toContain("made box");
    expect(rig.state("demo", "test").body.tasks.own).toMatchObject({
      apiVersion: "example.com/v1",
      kind: "Folder",
      module: "opus/folder.mjs",
    });
    expect((await rig.step({ command: "apply" })).outputs.changes).toBe("false");

    rig.write("box/OWNER", "somebody else");
    const drift = await rig.step({ command: "drift" });
    expect(drifts(drift.report)).toEqual({ own: "resource-changed", user: "in-sync" });
    expect(drift.report.contexts[0].tasks[0].fields).toEqual([
      { path: "/owner", before: "somebody else", after: "mona", drifted: true },
    ]);
    await rig.step({ command: "apply" });
    expect(rig.read("box/OWNER")).toBe("mona");

    rig.write("opus.yaml", project({ processors }) + folder({ path: "box", owner: "octo" }) + user);
    expect(changes((await rig.step({ command: "apply" })).report)).toEqual({ own: "update", user: "noop" });
    rig.write("opus.yaml", project({ processors }) + folder({ path: "crate", owner: "octo" }) + user);
    expect(changes((await rig.step({ command: "apply" })).report)).toEqual({ own: "replace", user: "update" });
    expect([rig.exists("box"), rig.read("crate/OWNER"), rig.read("user.txt")]).toEqual([false, "octo", "in crate"]);
    expect((await rig.step({ command: "rollback" })).exitCode).toBe(0);
    expect([rig.read("box/OWNER"), rig.exists("crate"), rig.read("user.txt")]).toEqual(["octo", false, "in box"]);

    rig.write("box/in-the-way", "x");
    const stuck = await rig.step({ command: "delete", context: "test", target: "own" });
    expect(stuck.outputs["failure-reason"]).toBe("task-failed");
    expect(stuck.log).toContain("box can't be removed");
    expect(stuck.log).toContain("Empty the folder first.");
    rig.remove("box/in-the-way");
    expect((await rig.step({ command: "delete", context: "test" })).exitCode).toBe(0);
    expect(rig.exists("box")).toBe(false);
    expect(rig.state("demo", "test").body.tasks).toEqual({});
  });

  it("locate what they find wrong with a spec", async () => {
    using rig = rigWith(`---
apiVersion: example.com/v1
kind: Folder
metadata: {name: own}
spec:
  path: ""
  owner: 3
`);
    const refused = await rig.step({ command: "apply" });
    expect(refused.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(refused.report.diagnostics).toMatchObject([
      { message: 'task "own": path is missing', file: "opus.yaml", line: 12, column: 9 },
      { message: 'task "own": owner is not a text', file: "opus.yaml", line: 13, column: 10 },
    ]);
    expect(rig.exists(".opus")).toBe(false);
  });

  it.each([
    ["is not there", {}, "./opus/*.mjs matches no file"],
    [
      "can't be imported",
      { "opus/a.mjs": "import 'no-such-package'; export default {};" },
      "opus/a.mjs: can't be imported: ",
    ],
    [
      "misses a method",
      { "opus/a.mjs": "export default {apiVersion: 'x/v1', kind: 'A', observe() {}, create() {}, update: 3};" },
      "opus/a.mjs: default export: `update` is not a function",
    ],
    [
      "takes a kind that there is",
      {
        "opus/a.mjs":
          "const f = () => {}; export default {apiVersion: 'opus/v1', kind: 'File', observe: f, create: f, update: f, delete: f};",
      },
      "the kind File of apiVersion opus/v1 is defined twice: built in and in opus/a.mjs",
    ],
  ])("whose module %s are an error at their place in the Project", async (_, files, message) => {
    using rig = new QuickRig({
      "opus.yaml": project({ processors }) + twoShells,
      ...(files as { [path: string]: string }),
    });
    const applied = await rig.step({ command: "apply" });
    expect(applied.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(applied.report.diagnostics[0]).toMatchObject({
      severity: "error",
      code: "bad-module",
      file: "opus.yaml",
      line: 6,
    });
    expect(applied.report.diagnostics.map((one: { message: string }) => one.message).join("\n")).toContain(message);
    expect(rig.exists("two.txt") || rig.exists(".opus")).toBe(false);
  });

  it("that break their promises fail their tasks, not opus", async () => {
    const kind = `const fine = async () => ({});
export default ["Nothing", "Odd", "Thrower", "Crash", "Stuck"].map((kind) => ({
  apiVersion: "example.com/v1", kind,
  observe: async (spec) => {
    if (kind === "Odd") return { state: "somewhere" };
    if (kind === "Crash") return null.x;
    return { state: "absent" };
  },
  create: async (spec, io) => {
    if (kind === "Nothing") return { outputs: [{ name: "no good name", value: 1 }] };
    if (kind === "Thrower") throw "just a text";
    if (kind === "Stuck") return new Promise(() => setInterval(() => {}, 1000));
    return {};
  },
  update: fine, delete: async () => {},
}));`;
    const kinds = ["Nothing", "Odd", "Thrower", "Crash", "Stuck"];
    const tasks = kinds
      .map((name) =>
        task(
          name,
          { name: name.toLowerCase(), ...(name === "Stuck" ? { timeout: "100ms" } : {}) },
          {},
          "example.com/v1",
        ),
      )
      .join("");
    using rig = new QuickRig({
      "opus.yaml": project({ processors }) + tasks + task("File", { name: "fine" }, { path: "fine.txt", content: "x" }),
      "opus/kinds.mjs": kind,
    });
    const applied = await rig.step({ command: "apply" });
    expect(applied.outputs["failure-reason"]).toBe("task-failed");
    expect(statuses(applied.report)).toEqual({
      nothing: "rolled-back",
      odd: "failed",
      thrower: "rolled-back",
      crash: "failed",
      stuck: "rolled-back",
      fine: "done",
    });
    const messages = applied.report.contexts[0].tasks.map(
      (one: { error: { message: string } | null }) => one.error?.message ?? "",
    );
    expect(messages[0]).toContain("opus/kinds.mjs: Nothing: `create` gave no outcome");
    expect(messages[1]).toContain("opus/kinds.mjs: Odd: `observe` gave no observation");
    expect(messages[2]).toBe("just a text");
    expect(messages[3]).toContain("Cannot read properties of null");
    expect(messages[4]).toContain("it took longer than its timeout of 100ms");
    expect(rig.state("demo", "test").body.pending).toEqual([]);
  });

  it("that are gone leave an error that names the module, until it is back or the task is forgotten", async () => {
    using rig = rigWith(
      folder({ path: "box", owner: "mona" }) + task("File", { name: "kept" }, { path: "kept.txt", content: "1" }),
    );
    await rig.step({ command: "apply" });
    rmSync(join(rig.workspace, "opus"), { recursive: true });
    mkdirSync(join(rig.workspace, "opus"));
    rig.write("opus.yaml", project({}) + task("File", { name: "kept" }, { path: "kept.txt", content: "2" }));
    const planned = await rig.step({ command: "plan" });
    expect(planned.outputs["failure-reason"]).toBe("task-failed");
    const applied = await rig.step({ command: "apply" });
    expect(applied.outputs["failure-reason"]).toBe("task-failed");
    expect(statuses(applied.report)).toEqual({ kept: "done", own: "failed" });
    expect(applied.report.contexts[0].tasks[1].error).toEqual({
      message: "it was recorded as example.com/v1 Folder, and no processor knows that kind any more",
      hint: "Restore the module opus/folder.mjs under `processors` of the Project, or run `forget` with this task as `target` to leave the resource as it is.",
    });
    expect(applied.log).toMatch(/::error title=.*own: .*no processor knows that kind any more/);
    expect(rig.exists("box")).toBe(true);

    rig.write("opus/folder.mjs", documentedKind());
    rig.write(
      "opus.yaml",
      project({ processors }) + task("File", { name: "kept" }, { path: "kept.txt", content: "2" }),
    );
    expect(changes((await rig.step({ command: "apply" })).report)).toEqual({ kept: "noop", own: "delete" });
    expect(rig.exists("box")).toBe(false);
  });
});
