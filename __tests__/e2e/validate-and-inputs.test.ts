import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import type { Event } from "./rig.ts";

const project = (more = "") => `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts:
  - {input: true}
  - {event: push, branch: main, context: test}
  - {event: pull_request, context: test}
${more}`;
const file = (name: string, spec: string, metadata = "") =>
  `---\napiVersion: opus/v1\nkind: File\nmetadata: {name: ${name}${metadata}}\nspec: {path: ${name}.txt, ${spec}}\n`;

const elsewhere: Event = {
  name: "schedule",
  ref: "refs/heads/main",
  payload: { repository: { default_branch: "main" } },
};

const repository = { id: 1, full_name: "octo/storefront", default_branch: "main" };
const fork: Event = {
  name: "pull_request",
  ref: "refs/pull/7/merge",
  payload: {
    number: 7,
    repository,
    pull_request: {
      number: 7,
      head: { repo: { id: 2, full_name: "stranger/storefront", fork: true } },
      base: { ref: "main", repo: repository },
      labels: [],
      user: { login: "stranger" },
    },
  },
};

// biome-ignore lint/suspicious/noExplicitAny: a report as a consumer of its JSON sees it
type Any = any;
const told = (report: Any): string[] =>
  report.diagnostics
    .filter(({ severity }: Any) => severity !== "notice")
    .map(({ file: at, line, column, code }: Any) => `${at}:${line}:${column} ${code}`);

describe("validate", () => {
  const templates = {
    "opus.yaml": project() + file("a", "template: a.tpl") + file("b", 'template: "${OPUS:context}.tpl"'),
    "a.tpl": "one\n  ${VAR:nope:SIZE} ${BAD:x}\n",
    "test.tpl": "${VAR:a:NOPE}\n",
  };

  it("finds unknown tasks and outputs in templates, in the template", async () => {
    using rig = new QuickRig({ ...templates, "a.tpl": "one\n  ${VAR:nope:SIZE}\n" });
    const inContext = await rig.step({ command: "validate", context: "test" });
    expect(told(inContext.report)).toEqual(["a.tpl:2:3 unknown-task", "test.tpl:1:1 unknown-output"]);
    expect(inContext.outputs["failure-reason"]).toBe("invalid-manifest");
    const anywhere = await rig.step({ command: "validate" }, { event: elsewhere });
    expect(told(anywhere.report)).toEqual(["a.tpl:2:3 unknown-task"]);
    expect(anywhere.exitCode).toBe(1);
    rig.write("a.tpl", "${VAR:b:SIZE}");
    rig.write("test.tpl", "");
    const sound = await rig.step({ command: "validate" }, { event: elsewhere });
    expect([sound.exitCode, told(sound.report)]).toEqual([0, []]);
  });

  it("finds what holds in every context, beside errors of fields", async () => {
    using rig = new QuickRig({
      "opus.yaml":
        project("  hooks: [{use: sumary}]\n") +
        file("a", "contnt: x", ", dependencies: [{tasks: [nope]}]") +
        file("b", 'content: "${VAR:a:NOPE}"'),
    });
    const step = await rig.step({ command: "validate" }, { event: elsewhere });
    expect(told(step.report)).toEqual([
      "opus.yaml:9:17 unknown-hook",
      "opus.yaml:13:45 unknown-task",
      "opus.yaml:14:21 unknown-field",
      "opus.yaml:19:31 unknown-output",
    ]);
  });
});

describe("inputs", () => {
  it("that are wrong are reported where the report was wanted", async () => {
    using rig = new QuickRig({ "opus.yaml": project() });
    const step = await rig.step({ parallelism: "0", "report-path": "r.json", summary: "false" });
    expect(step.outputs["report-path"]).toBe(join(rig.workspace, "r.json"));
    expect(step.report).toMatchObject({ result: "failure", failureReason: "invalid-input" });
    expect(step.summary).toBe("");
    const terminal = await rig.terminal(["plan", "--parallelism", "0", "--report-path", "t.json"]);
    expect(terminal.exitCode).toBe(1);
    expect(JSON.parse(rig.read("t.json"))).toMatchObject({ command: "plan", failureReason: "invalid-input" });
  });

  it("with values that nobody declares are wrong inputs, not a wrong manifest", async () => {
    using rig = new QuickRig({ "opus.yaml": project() + file("a", "content: x") });
    for (const options of [{}, { event: elsewhere }]) {
      const step = await rig.step({ command: "validate", values: "nope: 1" }, options);
      expect(step.outputs["failure-reason"]).toBe("invalid-input");
      expect(step.log).toContain('input "values" sets "nope", which no Values document declares');
      expect(step.log).toContain("Next: Correct the inputs named above and run again. Nothing was changed.");
    }
  });
});

describe("mapped outputs", () => {
  const map = '  hooks: [{use: outputs, with: {map: {e: "${ENV:URL}", size: "${VAR:a:SIZE}"}}}]\n';

  it("stay unset where an untrusted run may not see them", async () => {
    using rig = new QuickRig({ "opus.yaml": project(map) + file("a", "content: x") });
    const applied = await rig.step({ command: "apply" }, { env: { URL: "u" } });
    expect(applied.outputs).toMatchObject({ e: "u", size: "1" });
    const untrusted = await rig.step({ command: "plan" }, { event: fork, env: { URL: "u" } });
    expect(untrusted.outputs).toMatchObject({ size: "1" });
    expect(untrusted.outputs).not.toHaveProperty("e");
    expect(untrusted.log).toContain('the output "e" is not set: an untrusted run may not see ENV:URL');
  });

  it("are passed over where state could not be read", async () => {
    using rig = new QuickRig({ "opus.yaml": project(map) + file("a", "content: x") });
    await rig.step({ command: "apply" }, { env: { URL: "u" } });
    rig.write(".opus/state/demo/test/state.json", "{bad");
    const step = await rig.step({ command: "plan" }, { env: { URL: "u" } });
    expect(step.outputs["failure-reason"]).toBe("state-unavailable");
    expect(step.log).not.toContain("is not set");
    expect(step.outputs).not.toHaveProperty("size");
  });
});

it("describe shows what is recorded and what is there, without secrets", async () => {
  const values = "---\napiVersion: opus/v1\nkind: Values\nspec: {secrets: {token: {env: TOKEN}}}\n";
  using rig = new QuickRig({
    "opus.yaml": project() + values + file("a", "content: hello") + file("b", 'content: "${SECRET:token}"'),
  });
  const env = { TOKEN: "hunter2-hunter2" };
  await rig.step({ command: "apply" }, { env });
  rig.write("a.txt", "by hand");
  rig.write("b.txt", "an older secret");
  const step = await rig.step({ command: "describe" }, { env });
  const [a, b] = step.report.contexts[0].tasks.map(({ description }: Any) => description);
  expect(a.recorded).toMatchObject({ status: "applied", spec: { path: "a.txt", content: "hello" } });
  expect(a.recorded.outputs).toMatchObject({ FILE_PATH: "a.txt", SIZE: 5 });
  expect(a.facts).toMatchObject({ path: "a.txt", type: "file", size: 7, content: "by hand" });
  expect(b.recorded.spec.content).toBe("${SECRET:token}");
  expect(b.facts).toMatchObject({ content: "(sensitive)", sha256: "(sensitive)" });
  expect(step.log).toContain('recorded  applied; content: "hello", path: "a.txt"');
  expect(step.log).toContain('live      path: "a.txt", type: "file"');
  expect(step.summary).toContain("<details><summary><code>a</code> File</summary>");
  for (const text of [step.log, step.summary, JSON.stringify(step.report)]) {
    expect(text.replaceAll("::add-mask::hunter2-hunter2", "")).not.toContain("hunter2-hunter2");
    expect(text).not.toContain("an older secret");
  }
});

it("contexts is a line of JSON in a terminal", async () => {
  using rig = new QuickRig({ "opus.yaml": project() });
  const run = await rig.terminal(["contexts", "--context", "prod"]);
  expect(run.exitCode).toBe(0);
  expect(run.log.trimEnd().split("\n").at(-1)).toBe('["prod"]');
  expect(existsSync(join(rig.workspace, ".opus"))).toBe(false);
});

it("what opus did not make is not said to be unobservable, and a failed plan not to have nothing to do", async () => {
  using rig = new QuickRig({ "opus.yaml": project() + file("a", "content: x"), "a.txt": "by hand" });
  const step = await rig.step({ command: "plan" });
  expect(step.log).toContain("Plan: 1 failed.");
  expect(step.log).toContain(
    "Next: Do what is said above about each of these tasks and run again; nothing of these tasks was changed.",
  );
  expect(readFileSync(join(rig.workspace, "a.txt"), "utf8")).toBe("by hand");
});
