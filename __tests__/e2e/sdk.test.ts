import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import { statuses } from "./rig.ts";

const root = join(import.meta.dirname, "../..");

function example(name: string): QuickRig {
  const rig = new QuickRig();
  const filter = (from: string): boolean => !/\/(out|\.opus|node_modules)(\/|$)|\.(txt)$/.test(from);
  cpSync(join(root, "examples", name), rig.workspace, { recursive: true, filter });
  return rig;
}

function edit(rig: QuickRig, from: string | RegExp, to: string): void {
  rig.write("opus.yaml", rig.read("opus.yaml").replace(from, to));
}

/** A Node that takes no TypeScript. */
const olderNode = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "node"))
  .find((path) => existsSync(path) && /^v20\./.test(execFileSync(path, ["--version"], { encoding: "utf8" })));

interface Told {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly suggestion: string | null;
}

describe("examples/custom-kind", () => {
  it("has its tests beside it, which a glob of kinds leaves out", async () => {
    using rig = example("custom-kind");
    edit(rig, "[./opus/flag.mjs]", "[./opus/*.mjs]");
    rig.write("opus/flag.spec.mjs", "throw new Error('imported');");
    const test = { command: "apply", context: "test" };
    const applied = await rig.step(test);
    expect([rig.exists("opus/flag.test.mjs"), applied.exitCode], applied.log).toEqual([true, 0]);
    // Named by itself it is imported, and a glob of nothing else says why nothing is there.
    edit(rig, "[./opus/*.mjs]", "[./opus/flag.spec.mjs]");
    expect((await rig.step(test)).log).toContain("imported");
    edit(rig, "flag.spec.mjs", "*.spec.mjs");
    expect((await rig.step(test)).log).toContain(
      "./opus/*.spec.mjs matches only tests and declarations: opus/flag.spec.mjs",
    );
  });

  it("is applied, changed and deleted as its page says", async () => {
    using rig = example("custom-kind");
    const test = { command: "apply", context: "test" };
    expect(statuses((await rig.step(test)).report)).toEqual({ "dark-mode": "done", note: "done" });
    expect(JSON.parse(rig.read("flags.json"))).toEqual({ "dark-mode": { percent: 10, tags: ["app", "web"] } });
    // The output is bound to the context.
    expect(rig.read("out/note.txt")).toBe("The flag is at https://flags.example.com/test/dark-mode\n");
    expect(rig.state("flags", "test").body.tasks["dark-mode"].outputs).toEqual({
      ":test:URL": "https://flags.example.com/test/dark-mode",
    });
    // Written in another way, it is the same.
    edit(rig, "[web, app]", "[app, web]");
    expect((await rig.step({ ...test, command: "plan" })).outputs.changes).toBe("false");
    edit(rig, "percent: 10,", "percent: 120,");
    const wrong = await rig.step(test);
    expect(wrong.report.diagnostics).toMatchObject([
      {
        code: "invalid-value",
        message: 'task "dark-mode": Flag.spec.percent must be at most 100, not 120',
        line: 11,
        column: 52,
        suggestion: "It is how many of a hundred users have it.",
      },
    ]);
    edit(rig, "percent: 120,", "percent: 100,");
    const all = await rig.step(test);
    expect(
      all.report.diagnostics.map(({ severity, message, line }: Told & { severity: string }) => [
        severity,
        message,
        line,
      ]),
    ).toEqual([["warning", 'task "dark-mode": everybody has it by now', 11]]);
    expect(statuses(all.report)["dark-mode"]).toBe("done");
    expect((await rig.step({ command: "delete", context: "test" })).exitCode).toBe(0);
    expect(JSON.parse(rig.read("flags.json"))).toEqual({});
  });

  it.each([
    ["percent: 10", "precent: 10", '"precent" is not a field of Flag.spec', 'Did you mean "percent"?'],
    [
      "percent: 10",
      'percent: "10"',
      'Flag.spec.percent must be a whole number, not the string "10"',
      "Write 10 without quotes.",
    ],
    [", percent: 10", "", 'Flag.spec has no "percent"', 'Add "percent": how many of a hundred users have it.'],
    [
      "key: dark-mode",
      "key: Dark Mode",
      'Flag.spec.key "Dark Mode" has the wrong form',
      "It is the name, of small letters, digits and dashes.",
    ],
  ])("says what is wrong with a spec, where, and what to write: %s → %s", async (from, to, message, suggestion) => {
    using rig = example("custom-kind");
    edit(rig, from, to);
    const run = await rig.step({ command: "plan", context: "test" });
    expect(run.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(run.report.diagnostics).toMatchObject([{ message: `task "dark-mode": ${message}`, line: 11, suggestion }]);
  });

  it("runs in the bundle, in a terminal, with nothing installed", async () => {
    using rig = example("custom-kind");
    const run = await rig.terminalInProcess(["apply", "--context", "test"]);
    expect([run.exitCode, rig.read("out/note.txt")]).toEqual([
      0,
      "The flag is at https://flags.example.com/test/dark-mode\n",
    ]);
  });

  it("takes a package that is installed rather than what is handed in", async () => {
    using rig = example("custom-kind");
    const installed = join(rig.workspace, "node_modules/magnum-opus");
    mkdirSync(installed, { recursive: true });
    writeFileSync(
      join(installed, "package.json"),
      '{ "name": "magnum-opus", "type": "module", "exports": { "./sdk": "./sdk.js" } }',
    );
    writeFileSync(
      join(installed, "sdk.js"),
      'export class TaskFailure extends Error {}\nexport const defineProcessor = ({ schema, ...kind }) => ({ ...kind, parse: () => ({ ok: false, error: ["installed"] }) });\n',
    );
    const run = await rig.step({ command: "plan", context: "test" });
    expect(run.report.diagnostics[0].message).toBe('task "dark-mode": installed');
  });
});

describe("examples/custom-hook", () => {
  it("writes what happened", async () => {
    using rig = example("custom-hook");
    expect((await rig.step({ command: "plan", context: "test" })).exitCode).toBe(0);
    expect(rig.exists("record.txt")).toBe(false);
    expect((await rig.step({ command: "apply", context: "test" })).exitCode).toBe(0);
    expect(rig.read("record.txt")).toMatch(/^test: 1 to create\ntest: create motd, done after \d+ ms\nsuccess\n$/);
  });
});

describe("a kind of the docs", () => {
  const project = (more = "", spec = "{ name: logs }"): string => `apiVersion: opus/v1
kind: Project
metadata: { name: demo }
spec:
  contexts: [{ input: true }]
  processors: [./kind.mjs]
${more}---
apiVersion: example.com/v1
kind: Bucket
metadata: { name: logs }
spec: ${spec}
`;

  it("with a schema, as it is pasted, supports the contexts that it names", async () => {
    const page = readFileSync(join(root, "docs/kinds/own-kinds.md"), "utf8");
    const code = page.split("<!-- example: bucket.mjs -->\n```js\n")[1]?.split("```")[0] ?? "";
    using rig = new QuickRig({ "opus.yaml": project(), "kind.mjs": code });
    expect((await rig.step({ command: "apply", context: "prod" })).exitCode).toBe(0);
    const elsewhere = await rig.step({ command: "apply", context: "review" });
    expect([elsewhere.outputs["failure-reason"], elsewhere.report.diagnostics[0].line]).toEqual([
      "invalid-manifest",
      9,
    ]);
    expect(elsewhere.report.diagnostics[0].message).toContain('context "review"');
  });

  it("written as a class", async () => {
    const code = `import { defineProcessor, TaskProcessor } from "magnum-opus/sdk";
class Bucket extends TaskProcessor {
  apiVersion = "example.com/v1";
  kind = "Bucket";
  schema = { type: "object", properties: { name: { type: "string" } }, required: ["name"] };
  commands = ["apply", "delete"];
  made = new Set();
  observe({ name }) { return this.made.has(name) ? { state: "present", facts: { name } } : { state: "absent" }; }
  create({ name }) { this.made.add(name); throw new Error("the disk is full"); }
  update() {}
  delete({ name }) { this.made.delete(name); }
  rollback(change, before, attempted, io) { io.output("stdout", \`put back \${change} of \${attempted.name}\\n\`); this.made.clear(); }
  identity({ name }) { return name; }
}
export default defineProcessor(Bucket);
`;
    using rig = new QuickRig({ "opus.yaml": project(), "kind.mjs": code });
    const run = await rig.step({ command: "apply", context: "test" });
    expect(statuses(run.report)).toEqual({ logs: "rolled-back" });
    expect(run.log).toContain("put back create of logs");
    expect((await rig.step({ command: "create", context: "test" })).outputs["failure-reason"]).toBe("invalid-manifest");
  });

  it("with a schema that would check nothing is told at the Project", async () => {
    const code = `import { defineProcessor } from "magnum-opus/sdk";
const nothing = () => {};
export default defineProcessor({ apiVersion: "example.com/v1", kind: "Bucket", schema: { type: "object", propertees: {} },
  observe: nothing, create: nothing, update: nothing, delete: nothing });
`;
    using rig = new QuickRig({ "opus.yaml": project(), "kind.mjs": code });
    const run = await rig.step({ command: "plan", context: "test" });
    expect([run.report.diagnostics[0].code, run.report.diagnostics[0].line]).toEqual(["bad-module", 6]);
    expect(run.report.diagnostics[0].message).toContain(
      "kind.mjs: can't be imported: the kind Bucket: schema has the keyword `propertees`, which is not checked",
    );
  });
});

describe("a module in TypeScript", () => {
  const manifest = `apiVersion: opus/v1
kind: Project
metadata: { name: demo }
spec:
  contexts: [{ input: true }]
  processors: [./kinds/*.ts]
  hooks: [{ use: ./hook.mts }]
---
apiVersion: example.com/v1
kind: Bucket
metadata: { name: logs }
spec: { name: logs }
`;
  const kind = `import { writeFileSync } from "node:fs";
import { defineProcessor, type Io } from "magnum-opus/sdk";
import { pathOf } from "../lib/paths.ts";

export default defineProcessor({
  apiVersion: "example.com/v1",
  kind: "Bucket",
  schema: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
  observe: () => ({ state: "absent" }),
  create({ name }, io: Io) {
    writeFileSync(pathOf(name), io.context satisfies string);
  },
  update() {},
  delete() {},
});
`;
  const files = {
    "opus.yaml": manifest,
    "kinds/bucket.ts": kind,
    "lib/paths.ts": "export const pathOf = (name: string): string => `${name}.txt`;\n",
    "hook.mts":
      'import { defineHook } from "magnum-opus/sdk";\nexport default defineHook({ review: () => [] as string[] });\n',
  };

  it("is taken as it is", async () => {
    using rig = new QuickRig(files);
    const run = await rig.step({ command: "apply", context: "test" });
    expect([run.exitCode, rig.read("logs.txt")]).toEqual([0, "test"]);
  });

  it("says where it is more than types can be taken out of", async () => {
    using rig = new QuickRig({ ...files, "lib/paths.ts": "\nexport enum Kind { A }\n" });
    const run = await rig.step({ command: "plan", context: "test" });
    expect(run.report.diagnostics).toMatchObject([{ code: "bad-module", line: 6 }]);
    expect(run.report.diagnostics[0].message).toContain(
      "kinds/bucket.ts: can't be imported: lib/paths.ts:2: TypeScript enum is not supported in strip-only mode",
    );
  });

  it.runIf(olderNode)("says on a Node that takes none which one does", async () => {
    using rig = new QuickRig(files);
    const ran = spawnSync(olderNode ?? "", [join(root, "dist/index.js"), "plan", "--context", "test"], {
      cwd: rig.workspace,
      env: { PATH: process.env.PATH, HOME: rig.directory },
      encoding: "utf8",
    });
    expect(ran.status).toBe(1);
    expect(ran.stdout).toMatch(
      /opus\.yaml:6:16: error bad-module: kinds\/bucket\.ts: can't be imported: kinds\/bucket\.ts is TypeScript, which this Node \(2[\d.]+\) does not take\. Run opus with Node 22\.18, 24 or newer, as the action does, or write it in JavaScript/,
    );
  });

  it.runIf(olderNode)("is no matter for what is in JavaScript there", async () => {
    using rig = example("custom-kind");
    const ran = spawnSync(olderNode ?? "", [join(root, "dist/index.js"), "apply", "--context", "test"], {
      cwd: rig.workspace,
      env: { PATH: process.env.PATH, HOME: rig.directory },
      encoding: "utf8",
    });
    expect([ran.status, ran.stderr, rig.exists("flags.json")]).toEqual([0, "", true]);
  });
});
