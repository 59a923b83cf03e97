import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { QuickRig } from "./quick-rig.ts";
import { type StepResult, statuses } from "./rig.ts";

const tasks = `---
apiVersion: opus/v1
kind: File
metadata: { name: first }
spec: { path: out/first.txt, content: first }
---
apiVersion: example.com/v1
kind: Thing
metadata: { name: thing, dependencies: [{ tasks: [first] }] }
spec: { size: 1 }
---
apiVersion: opus/v1
kind: File
metadata: { name: last, dependencies: [{ tasks: [thing] }] }
spec: { path: out/last.txt, content: last }
`;

function manifest(hooks: string): string {
  return `apiVersion: opus/v1
kind: Project
metadata: { name: storefront }
spec:
  contexts: [{ input: true }, { branch: main, context: test }]
  processors: [./kind.mjs]
  hooks: [${hooks}]
${tasks}`;
}

/** A kind with some functions of its own; what is above stands on line 1. */
function kind(functions: { readonly [name: string]: string } = {}, above = ""): string {
  const all = {
    observe: 'async () => ({ state: "absent" })',
    create: "async () => ({})",
    update: "async () => ({})",
    delete: "async () => {}",
    ...functions,
  };
  const lines = Object.entries(all).map(([name, code]) => `  ${name}: ${code},`);
  return `${above}\nexport default { apiVersion: "example.com/v1", kind: "Thing",\n${lines.join("\n")}\n};\n`;
}

const use = "{ use: ./hook.mjs }";

function rigOf(files: { readonly [path: string]: string }): QuickRig {
  return new QuickRig({ "opus.yaml": manifest("hook.mjs" in files ? use : ""), "kind.mjs": kind(), ...files });
}

interface Told {
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly causes?: readonly Told[];
}

function errorOf(run: StepResult, task: string): Told {
  return run.report.contexts[0].tasks.find(({ name }: { name: string }) => name === task).error;
}

function messages(run: StepResult): string[] {
  return run.report.diagnostics.map(({ message }: { message: string }) => message);
}

/** Whatever a module did: the report and the outputs are there, the lock is free, and the next run does the rest. */
async function expectWhole(rig: QuickRig, run: StepResult): Promise<void> {
  expect(run.report).toMatchObject({ format: "opus-report", command: "apply" });
  expect(run.outputs).toMatchObject({ command: "apply", "failure-reason": run.report.failureReason ?? "" });
  expect(run.log).not.toMatch(/unsettled top-level await|dist\/index\.js|node:internal|internal error/);
  rig.write("kind.mjs", kind());
  rig.write("opus.yaml", manifest(""));
  const next = await rig.step({ command: "apply", "lock-timeout": "0" });
  expect([next.exitCode, next.outputs["failure-reason"]]).toEqual([0, ""]);
  expect(Object.keys(rig.state("storefront", "test").body.tasks).sort()).toEqual(["first", "last", "thing"]);
  expect(rig.state("storefront", "test").body.pending ?? []).toEqual([]);
  expect(rig.read("out/last.txt")).toBe("last");
}

const hint =
  "The process belongs to the whole run. Return, or throw an error: opus says by its own exit status how the run ended.";
const settlesNothing =
  "Nothing was left that could have settled it: no timer, no request, no program. Resolve or reject it on every way through the code.";

describe("a kind that ends the process", () => {
  it.each([
    ["process.exit(0)", "process.exit(0)", ""],
    ["process.exit(3)", "process.exit(3)", ""],
    ["exit(0)", "process.exit(0)", 'import { exit } from "node:process";'],
    ["process.reallyExit(0)", "process.reallyExit(0)", ""],
    ["process.abort()", "process.abort()", ""],
    ["process.kill(process.pid, 'SIGKILL')", 'process.kill(process.pid, "SIGKILL")', ""],
    ["process.kill(process.pid)", 'process.kill(process.pid, "SIGTERM")', ""],
  ])("by %s fails its task by name", async (code, shown, above) => {
    using rig = rigOf({ "kind.mjs": kind({ create: `async () => { ${code}; }` }, above) });
    const run = await rig.stepInProcess({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "task-failed"]);
    expect(statuses(run.report)).toEqual({ first: "done", thing: "rolled-back", last: "skipped" });
    const error = errorOf(run, "thing");
    expect(error).toMatchObject({
      message: `${shown} was called by the kind Thing of module kind.mjs, in its \`create\``,
      hint,
    });
    expect(error.detail).toMatch(/^ {4}at \S+ \(kind\.mjs:4:\d+\)$/);
    expect(run.log).toContain(error.message);
    await expectWhole(rig, run);
  });

  it.each([
    ["catches what it gets for it", "async () => { try { process.exit(0); } catch {} return {}; }"],
    ["throws something else then", "async () => { try { process.exit(0); } catch { throw new Error('other'); } }"],
    [
      "does it where it does not wait",
      "async () => { Promise.resolve().then(() => process.exit(0)); await new Promise((done) => setTimeout(done, 50)); }",
    ],
  ])("and %s fails its task all the same", async (_, create) => {
    using rig = rigOf({ "kind.mjs": kind({ create }) });
    const run = await rig.stepInProcess({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "task-failed"]);
    expect(errorOf(run, "thing").message).toBe(
      "process.exit(0) was called by the kind Thing of module kind.mjs, in its `create`",
    );
    await expectWhole(rig, run);
  });

  it("while it looks fails a plan, too, and in a terminal as in a step", async () => {
    using rig = rigOf({ "kind.mjs": kind({ observe: "async () => process.exit(0)" }) });
    const plan = await rig.stepInProcess({ command: "plan" });
    expect([plan.exitCode, plan.outputs["failure-reason"]]).toEqual([1, "task-failed"]);
    expect(errorOf(plan, "thing").message).toContain("in its `observe`");
    const typed = await rig.terminalInProcess(["plan", "--context", "test"]);
    expect(typed.exitCode).toBe(1);
    expect(typed.log).toContain("process.exit(0) was called by the kind Thing of module kind.mjs, in its `observe`");
  });

  it("when it is imported is an error of the manifest, and the run has its log, report and outputs", async () => {
    using rig = rigOf({ "kind.mjs": kind({}, "process.exit(0);") });
    const run = await rig.stepInProcess({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "invalid-manifest"]);
    expect(messages(run)).toEqual([
      "kind.mjs: can't be imported: process.exit(0) was called by the module kind.mjs, in its top-level code\n    at kind.mjs:1:9",
    ]);
    expect(run.log).toContain("apply failed (invalid-manifest)");
    await expectWhole(rig, run);
  });

  it("from what it has left running stops the run: what was done is stored", async () => {
    using rig = rigOf({
      "kind.mjs": kind(
        {
          // It lets go what waits since the import, and is at work until the run is stopped.
          create: `(_, io) => new Promise((done) => {
    const work = setInterval(() => {}, 1_000);
    io.signal.addEventListener("abort", () => { clearInterval(work); done(); });
    go();
  })`,
        },
        "let go; new Promise((done) => { go = done; }).then(() => process.exit(0));",
      ),
    });
    const run = await rig.stepInProcess({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"], run.report.result]).toEqual([1, "internal", "failure"]);
    expect(messages(run)[0]).toMatch(
      /^process\.exit\(0\) was called by the module kind\.mjs, in its top-level code, which had come to its end already, and the run was stopped\n {4}at .*kind\.mjs:1:\d+/,
    );
    expect(run.log).toContain("Code of this repository did what no run can go on from.");
    expect(statuses(run.report)).toMatchObject({ first: "done", last: "cancelled" });
    await expectWhole(rig, run);
  });

  it("in a function that answers at once is named, too", async () => {
    using rig = rigOf({ "kind.mjs": kind({ identity: "() => process.exit(0)" }) });
    const run = await rig.stepInProcess({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "invalid-manifest"]);
    expect(messages(run)[0]).toContain(
      "kind.mjs: Thing: `identity` threw: process.exit(0) was called by the kind Thing of module kind.mjs, in its `identity`",
    );
    await expectWhole(rig, run);
  });
});

describe("what never answers", () => {
  const never = "() => new Promise(() => {})";

  it.each([
    ["create", { create: never }, "rolled-back"],
    ["observe", { observe: never }, "failed"],
  ])("of a kind (%s) fails its task by name", async (method, functions, status) => {
    using rig = rigOf({ "kind.mjs": kind(functions as { [name: string]: string }) });
    const run = await rig.stepInProcess({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "task-failed"]);
    expect(statuses(run.report)).toEqual({ first: "done", thing: status, last: "skipped" });
    expect(errorOf(run, "thing")).toEqual({
      message: `the kind Thing of module kind.mjs never answered: its \`${method}\` returned a promise that nothing settles`,
      hint: settlesNothing,
    });
    await expectWhole(rig, run);
  });

  it("when it is undone leaves the task tainted, with both causes", async () => {
    using rig = rigOf({ "kind.mjs": kind({ create: never, delete: never }) });
    const run = await rig.stepInProcess({ command: "apply" });
    expect(run.exitCode).toBe(1);
    expect(statuses(run.report).thing).toBe("tainted");
    expect(errorOf(run, "thing").causes?.map(({ message }) => message)).toEqual([
      "rolling back failed too: the kind Thing of module kind.mjs never answered: its `delete` returned a promise that nothing settles",
    ]);
    expect(rig.state("storefront", "test").body.tasks.thing.status).toBe("tainted");
    await expectWhole(rig, run);
  });

  it("side by side fails each of them, and no other", async () => {
    const several = (names: readonly string[]) =>
      names.map(
        (name) =>
          `---\napiVersion: example.com/v1\nkind: Thing\nmetadata: { name: ${name} }\nspec: { name: ${name} }\n`,
      );
    using rig = rigOf({
      "kind.mjs": kind({
        create:
          "(spec) => spec.name?.startsWith('bad') ? new Promise(() => {}) : new Promise((done) => setTimeout(done, 50))",
      }),
    });
    rig.write("opus.yaml", manifest("") + several(["bad-1", "good", "bad-2"]).join(""));
    const run = await rig.stepInProcess({ command: "apply" });
    expect(statuses(run.report)).toEqual({
      first: "done",
      thing: "done",
      last: "done",
      "bad-1": "rolled-back",
      good: "done",
      "bad-2": "rolled-back",
    });
  });

  it.each([
    [
      "a kind's module",
      { "kind.mjs": `await new Promise(() => {});\n${kind()}` },
      "kind.mjs: can't be imported: the module kind.mjs was never loaded: its top-level code awaits a promise that nothing settles",
    ],
    [
      "a hook's module",
      { "hook.mjs": "await new Promise(() => {});\nexport default { on() {} };" },
      "./hook.mjs: can't be loaded: the module hook.mjs was never loaded: its top-level code awaits a promise that nothing settles",
    ],
    [
      "the function that makes a hook",
      { "hook.mjs": "export default () => new Promise(() => {});" },
      "./hook.mjs: can't be loaded: the hook of module ./hook.mjs never answered: the function that makes it returned a promise that nothing settles",
    ],
  ])("of %s is an error of the manifest", async (_, files, message) => {
    using rig = rigOf(files as { [path: string]: string });
    const run = await rig.stepInProcess({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "invalid-manifest"]);
    expect(messages(run)).toEqual([message]);
    await expectWhole(rig, run);
  });

  it.each([
    [
      "after its task",
      "await next(step); await new Promise(() => {});",
      'the hook "slow" failed after the task was through: the hook "slow" of module ./hook.mjs never answered: its `around` returned a promise that nothing settles',
    ],
    [
      "before its task",
      "await new Promise(() => {});",
      'the hook "slow" of module ./hook.mjs never answered: its `around` returned a promise that nothing settles',
    ],
  ])("of a hook around a task, %s, fails that task", async (_, code, message) => {
    const hook = `export default { name: "slow", async around(step, next) { if (step.task !== "thing") return next(step); ${code} } };`;
    using rig = rigOf({ "hook.mjs": hook });
    const run = await rig.stepInProcess({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "task-failed"]);
    expect(statuses(run.report)).toEqual({ first: "done", thing: "failed", last: "skipped" });
    expect(errorOf(run, "thing").message).toBe(message);
    await expectWhole(rig, run);
  });

  it("of a kind is not put down to the hook that waits for its task", async () => {
    using rig = rigOf({
      "kind.mjs": kind({ create: never }),
      "hook.mjs": 'export default { name: "patient", async around(step, next) { return next(step); } };',
    });
    const run = await rig.stepInProcess({ command: "apply" });
    expect(errorOf(run, "thing").message).toBe(
      "the kind Thing of module kind.mjs never answered: its `create` returned a promise that nothing settles",
    );
    expect(run.log).not.toContain("patient");
  });

  it.each([
    ["that went well", kind(), 0, "success"],
    ["that failed", kind({ create: "async () => { throw new Error('no'); }" }), 1, "failure"],
  ])(
    "of a hook's `finish` is a warning, and the exit status is that of a run %s",
    async (_, module, exitCode, result) => {
      using rig = rigOf({
        "kind.mjs": module,
        "hook.mjs": 'export default { name: "notify", finish: () => new Promise(() => {}) };',
      });
      const run = await rig.stepInProcess({ command: "apply" });
      expect([run.exitCode, run.report.result]).toEqual([exitCode, result]);
      const warning =
        'the hook "notify" failed at the end: the hook "notify" of module ./hook.mjs never answered: its `finish` returned a promise that nothing settles';
      expect(run.report.diagnostics).toMatchObject([
        {
          severity: "warning",
          code: "hook-failed",
          message: warning,
          suggestion: "Mend the hook; what the run did, and how it ended, is not changed by that.",
        },
      ]);
      expect(run.log).toContain(`warning hook-failed: ${warning}`);
      await expectWhole(rig, run);
    },
  );
});

describe("a hook that ends the process", () => {
  it("in an `async on` fails the run by name, too, and takes nothing of its work", async () => {
    using rig = rigOf({
      "hook.mjs":
        'export default {\n  name: "notify",\n  async on(event) { if (event.type === "task-finished") { await null; process.exit(0); } },\n};',
    });
    const run = await rig.stepInProcess({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "internal"]);
    expect(statuses(run.report)).toEqual({ first: "done", thing: "done", last: "done" });
    expect(messages(run)[0]).toMatch(
      /^the hook "notify" failed and is not called again: process\.exit\(0\) was called by /,
    );
    await expectWhole(rig, run);
  });

  it.each([
    ["on", 'on(event) { if (event.type === "task-finished") process.exit(0); }', "failed and is not called again"],
    ["finish", "async finish() { process.exit(0); }", "failed at the end"],
    ["finish", "async finish() { await null; try { process.exit(0); } catch {} }", "failed at the end"],
  ])("in its `%s` fails the run by name, and takes nothing of its work", async (method, code, how) => {
    using rig = rigOf({ "hook.mjs": `export default {\n  name: "notify",\n  ${code}\n};` });
    const run = await rig.stepInProcess({ command: "apply" });
    expect([run.exitCode, run.report.result, run.outputs["failure-reason"]]).toEqual([1, "failure", "internal"]);
    expect(statuses(run.report)).toEqual({ first: "done", thing: "done", last: "done" });
    expect(run.report.diagnostics).toMatchObject([{ severity: "error", code: "hook-failed" }]);
    expect(messages(run)[0]).toMatch(
      new RegExp(
        `^the hook "notify" ${how}: process\\.exit\\(0\\) was called by the hook "notify" of module \\./hook\\.mjs, in its \`${method}\`\\n {4}at .*hook\\.mjs:3:\\d+`,
      ),
    );
    await expectWhole(rig, run);
  });

  it("around a task fails that task", async () => {
    using rig = rigOf({
      "hook.mjs":
        'export default { name: "gate", async around(step, next) { if (step.task === "thing") process.exit(1); return next(step); } };',
    });
    const run = await rig.stepInProcess({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "task-failed"]);
    expect(errorOf(run, "thing").message).toBe(
      'process.exit(1) was called by the hook "gate" of module ./hook.mjs, in its `around`',
    );
    await expectWhole(rig, run);
  });
});

describe("state on a branch", () => {
  it.each([
    ["a kind that ends the process", { "kind.mjs": kind({ create: "async () => process.exit(0)" }) }, ["first"]],
    ["a kind that never answers", { "kind.mjs": kind({ create: "() => new Promise(() => {})" }) }, ["first"]],
    [
      "a hook that ends the process",
      { "hook.mjs": "export default { async finish() { process.exit(0); } };" },
      ["first", "last", "thing"],
    ],
  ])("has what was done, and no lock, after %s", async (_, files, recorded) => {
    const server = await GitServer.start();
    using rig = rigOf(files as { [path: string]: string });
    rig.remote = { url: server.url, token: server.token };
    expect((await rig.stepInProcess({ command: "apply" })).exitCode).toBe(1);
    expect(server.files("opus-state").filter((path) => path.endsWith("lock.json"))).toEqual([]);
    const state = JSON.parse(server.file("opus-state", "storefront/test/state.json") ?? "");
    expect(Object.keys(state.body.tasks).sort()).toEqual(recorded);
    expect(state.body.pending ?? []).toEqual([]);
    await server.close();
  });
});

describe("the exit status", () => {
  it.each([
    ["sets it", "process.exitCode = 0;"],
    ["sets it later", "setTimeout(() => { process.exitCode = 0; }, 20);"],
    ["sets it when the process ends", 'process.on("exit", () => { process.exitCode = 0; });'],
    ["ends the process after the run", "setTimeout(() => process.exit(0), 200);"],
    ["ends the process when it ends", 'process.on("exit", () => process.exit(0));'],
  ])("is that of the run, whatever a module does: it %s", async (_, code) => {
    using rig = rigOf({
      "kind.mjs": kind({ create: "async () => { throw new Error('no'); }" }),
      "hook.mjs": `export default { name: "late", async finish() { ${code} } };`,
    });
    const run = await rig.stepInProcess({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "task-failed"]);
  });

  it("is 0 of a run that went well, though a module says something else", async () => {
    using rig = rigOf({
      "hook.mjs": "process.exitCode = 7;\nexport default { on() {}, finish() { process.exitCode = 8; } };",
    });
    expect((await rig.stepInProcess({ command: "apply" })).exitCode).toBe(0);
  });
});

describe("what a module throws", () => {
  it.each([
    ["undefined", "undefined", { message: "undefined was thrown" }],
    ["null", "null", { message: "null was thrown" }],
    ["a text", "'quota is used up'", { message: "quota is used up" }],
    ["an object", "{ code: 42, why: 'quota' }", { message: '{"code":42,"why":"quota"}' }],
    ["an object that holds itself", "Object.assign(held, { held })", { message: '{"held":"(again)"}' }],
    [
      "an object like an error",
      "{ message: 'quota is used up', hint: 'Wait.' }",
      { message: "quota is used up", hint: "Wait." },
    ],
    ["an object of nothing", "Object.create(null)", { message: "an object without a message was thrown" }],
    [
      "what throws when it is read",
      "new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } })",
      { message: "an object without a message was thrown" },
    ],
    [
      "an error whose message throws",
      "Object.defineProperty(new Error('x'), 'message', { get() { throw new Error('gotcha'); } })",
      { message: "Error without a message was thrown" },
    ],
    ["several errors", "new AggregateError([new Error('one'), new Error('two')])", { message: "one; two" }],
  ])("is shown as text: %s", async (_, thrown, error) => {
    using rig = rigOf({ "kind.mjs": kind({ create: `async () => { throw ${thrown}; }` }, "const held = {};") });
    const run = await rig.stepInProcess({ command: "apply" });
    expect(statuses(run.report).thing).toBe("rolled-back");
    expect(errorOf(run, "thing")).toMatchObject(error);
    expect(run.log).toContain(error.message);
    await expectWhole(rig, run);
  });

  it("comes with the module's own frames, also of what caused it, and with none of ours", async () => {
    using rig = rigOf({
      "lib/tool.mjs":
        "export function tool() {\n  throw new TypeError('bad thing', { cause: new Error('the root') });\n}\n",
      "kind.mjs": kind({ create: "async () => tool()" }, 'import { tool } from "./lib/tool.mjs";'),
    });
    const run = await rig.stepInProcess({ command: "apply" });
    expect(errorOf(run, "thing")).toEqual({
      message: "bad thing",
      detail: "TypeError: bad thing\n    at tool (lib/tool.mjs:2:9)\n    at Object.create (kind.mjs:4:23)",
      causes: [
        { message: "the root", detail: "    at tool (lib/tool.mjs:2:45)\n    at Object.create (kind.mjs:4:23)" },
      ],
    });
    await expectWhole(rig, run);
  });

  it.each([
    ["is no error", "throw { code: 7 };", 'kind.mjs: can\'t be imported: {"code":7}'],
    [
      "is one",
      "\nfunction load() { throw new Error('no network'); }\nload();",
      "kind.mjs: can't be imported: no network\n    at load (kind.mjs:2:25)\n    at kind.mjs:3:1",
    ],
  ])("when it is imported %s", async (_, above, message) => {
    using rig = rigOf({ "kind.mjs": kind({}, above) });
    const run = await rig.stepInProcess({ command: "apply" });
    expect(messages(run)).toEqual([message]);
    await expectWhole(rig, run);
  });

  it("in a hook is shown in its warning", async () => {
    using rig = rigOf({ "hook.mjs": 'export default { name: "notify", async finish() { throw { status: 500 }; } };' });
    const run = await rig.stepInProcess({ command: "apply" });
    expect(run.exitCode).toBe(0);
    expect(messages(run)).toEqual(['the hook "notify" failed at the end: {"status":500}']);
  });

  it("where nothing waits for it names the module", async () => {
    using rig = rigOf({
      "kind.mjs": kind({
        create: "async () => { Promise.reject(undefined); await new Promise((done) => setTimeout(done, 50)); }",
      }),
    });
    const run = await rig.stepInProcess({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "internal"]);
    expect(run.report.diagnostics).toMatchObject([
      {
        code: "bad-module",
        message: "an error was thrown that nothing waited for, and the run was stopped: undefined was thrown",
        suggestion:
          "It comes from the kind Thing of module kind.mjs, from its `create`: let it await all that it starts.",
      },
    ]);
    await expectWhole(rig, run);
  });
});

describe("a module that can't be imported", () => {
  it.each([
    [
      "a syntax error",
      { "kind.mjs": "const a = 1;\nconst b = ;\n" },
      "kind.mjs:2: Unexpected token ';'\n    const b = ;\n              ^",
    ],
    [
      "a syntax error of what it imports",
      { "lib/tool.mjs": "export const a = 1;\n}\n", "kind.mjs": 'import "./lib/tool.mjs";' },
      "lib/tool.mjs:2: Unexpected token '}'\n    }\n    ^",
    ],
    [
      "a file that is not there",
      { "kind.mjs": '\nimport "./gone.mjs";' },
      "Cannot find module 'gone.mjs' imported from kind.mjs",
    ],
    [
      "a package that is not there",
      { "kind.mjs": 'import pad from "no-such-package";' },
      "Cannot find package 'no-such-package' imported from kind.mjs. Install it in a step before this one",
    ],
    [
      "an export that is not there",
      { "tool.mjs": "export const a = 1;\n", "kind.mjs": '\nimport { b } from "./tool.mjs";' },
      "kind.mjs:2: The requested module './tool.mjs' does not provide an export named 'b'\n    import { b } from \"./tool.mjs\";\n             ^",
    ],
  ])("says where and what: %s", async (_, files, why) => {
    using rig = rigOf(files as { [path: string]: string });
    const run = await rig.stepInProcess({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "invalid-manifest"]);
    expect(messages(run)).toEqual([`kind.mjs: can't be imported: ${why}`]);
    for (const line of why.split("\n")) expect(run.log).toContain(line);
    await expectWhole(rig, run);
  });
});

/** A Node before the one that runs the tests, on which Node warns of many listeners. */
const olderNode = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "node"))
  .find((path) => existsSync(path) && /^v2[0-3]\./.test(execFileSync(path, ["--version"], { encoding: "utf8" })));

describe("a hundred tasks that listen to one signal", () => {
  const listening = `(_, io) => new Promise((done) => {
    for (let count = 0; count < 20; count++) io.signal.addEventListener("abort", () => {});
    setTimeout(done, 20);
  })`;

  it.each([["this Node", process.execPath], ...(olderNode ? [["an older Node", olderNode]] : [])])(
    "make %s warn of nothing",
    (_, node = "") => {
      using rig = rigOf({
        "kind.mjs": kind({ create: listening }),
        "hook.mjs":
          'export default { finish(report, signal) { for (let count = 0; count < 20; count++) signal.addEventListener("abort", () => {}); } };',
      });
      const many = Array.from(
        { length: 100 },
        (__, index) =>
          `---\napiVersion: example.com/v1\nkind: Thing\nmetadata: { name: t${index}, timeout: 1m }\nspec: { index: ${index} }\n`,
      );
      writeFileSync(join(rig.workspace, "opus.yaml"), manifest(use) + many.join(""));
      const program = join(import.meta.dirname, "../../dist/index.js");
      const ran = spawnSync(node, [program, "apply", "--context", "test", "--parallelism", "100"], {
        cwd: rig.workspace,
        env: { PATH: process.env.PATH, HOME: rig.directory },
        encoding: "utf8",
      });
      expect([ran.status, ran.stderr]).toEqual([0, ""]);
      expect(ran.stdout).not.toContain("Warning");
    },
  );
});
