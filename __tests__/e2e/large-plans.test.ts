import { describe, expect, it } from "vitest";
import { times } from "../faults/scale.ts";
import { Rig, type StepResult } from "./rig.ts";

const limit = 1024 * 1024;

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: large}
spec:
  contexts: [{branch: main, context: test}]
---
apiVersion: opus/v1
kind: Values
metadata: {name: all}
spec:
  values:
    long: {type: string, default: ${JSON.stringify(Array.from({ length: 60 }, (_, line) => `line ${line} of a long text, with <tags>, | pipes and \`code\``).join("\n"))}}
`;

function file(name: string, content: string): string {
  return `---
apiVersion: opus/v1
kind: File
metadata: {name: ${name}}
spec: {path: out/${name}.txt, content: ${JSON.stringify(content)}}
`;
}

function files(prefix: string, count: number, content: (number: number) => string): string {
  return Array.from({ length: count }, (_, number) => file(`${prefix}-${number}`, content(number))).join("");
}

function expectEveryDeletion({ summary }: StepResult, count: number): void {
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(limit);
  const missing = Array.from({ length: count }, (_, number) => `old-${number}`).filter(
    (name) => !new RegExp(`\\b${name}\\b`).test(summary),
  );
  expect(missing).toEqual([]);
}

describe("2,000 tasks", () => {
  it("have a summary of at most 1 MiB that names every deletion, and right counts", { timeout: 240_000 }, async () => {
    using rig = new Rig({ "opus.yaml": project + files("old", 300, String) + files("kept", 700, String) });
    const first = await rig.step({ command: "apply" });
    expect(first.exitCode).toBe(0);
    expect(first.outputs).toMatchObject({ "to-create": "1000", failed: "0" });
    rig.write(
      "opus.yaml",
      project +
        files("kept", 700, (number) => (number < 100 ? "changed" : String(number))) +
        files("new", 1000, String),
    );
    const plan = await rig.step({ command: "plan" });
    expect(plan.exitCode).toBe(0);
    expect(plan.outputs).toMatchObject({
      "to-create": "1000",
      "to-update": "100",
      "to-delete": "300",
      unchanged: "600",
      "failure-reason": "",
    });
    expectEveryDeletion(plan, 300);
    expect(plan.report.contexts[0].tasks).toHaveLength(2000);
    expect(plan.report.contexts[0].order).toHaveLength(2000);
    const applied = await rig.step({ command: "apply" });
    expect(applied.exitCode).toBe(0);
    expect(applied.report.contexts[0].counts).toMatchObject({
      create: 1000,
      update: 100,
      delete: 300,
      noop: 600,
      failed: 0,
    });
    expectEveryDeletion(applied, 300);
    expect(rig.exists("out/old-299.txt")).toBe(false);
    expect(rig.read("out/new-999.txt")).toBe("999");
  });

  it("with long contents that all change have one, too, and failures are in it", { timeout: 240_000 }, async () => {
    const blocked = file("blocked", "content");
    const text = (version: number) => (number: number) =>
      `${number} version ${version}\n\${VALUE:long}\n${number} version ${version}\n`;
    // Its values alone are several times as long as a summary may be, in short as well.
    const [old, kept] = [times(300, 100), times(1699, 499)];
    using rig = new Rig({ "opus.yaml": project + files("old", old, text(1)) + files("kept", kept, text(1)) });
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    rig.write("opus.yaml", project + files("kept", kept, text(2)) + blocked);
    rig.write("out/blocked.txt", "not made by opus");
    const plan = await rig.step({ command: "plan" });
    expect(plan.outputs).toMatchObject({
      "to-update": `${kept}`,
      "to-delete": `${old}`,
      failed: "1",
      "failure-reason": "task-failed",
    });
    expectEveryDeletion(plan, old);
    expect(plan.summary).toContain("the resource exists, differs from the spec in /content, and was not made by opus");
    const applied = await rig.step({ command: "apply" });
    expect(applied.outputs["failure-reason"]).toBe("task-failed");
    expect(applied.report.contexts[0].counts).toMatchObject({ update: kept, delete: old, failed: 1, skipped: 0 });
    expectEveryDeletion(applied, old);
  });
});

describe("outputs", () => {
  const shell = (bytes: number): string => `${project}---
apiVersion: opus/v1
kind: Shell
metadata: {name: talkative}
spec: {create: 'printf "KEY=%${bytes}s\\n" x >> "$OPUS_OUTPUT"; echo "SMALL=1" >> "$OPUS_OUTPUT"'}
`;

  it("of more than 512 KiB are left out with a warning, and stand in the report", async () => {
    using rig = new Rig({ "opus.yaml": shell(600_000) });
    const applied = await rig.step({ command: "apply" });
    expect(applied.exitCode).toBe(0);
    expect(applied.outputs.outputs).toBe("{}");
    expect(applied.log).toContain(`::warning title=outputs-too-large::The output "outputs"`);
    expect(applied.log).toContain(
      'The output "outputs" would be larger than 512 KiB and was left empty. Read the outputs of tasks from ',
    );
    expect(applied.report.contexts[0].tasks[0].outputs.KEY).toHaveLength(600_000);
    expect(applied.report.diagnostics).toMatchObject([{ severity: "warning", code: "outputs-too-large" }]);
  });

  it("of less are whole", async () => {
    using rig = new Rig({ "opus.yaml": shell(500_000) });
    const applied = await rig.step({ command: "apply" });
    expect(JSON.parse(applied.outputs.outputs ?? "").talkative).toMatchObject({ SMALL: "1" });
    expect(applied.report.diagnostics).toEqual([]);
  });
});
