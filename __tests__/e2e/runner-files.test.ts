// What the runner gives a step to write to, and it can't.
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Rig } from "./rig.ts";

const manifest = (script: string): string => `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}]
---
apiVersion: opus/v1
kind: Shell
metadata: {name: a}
spec:
  create: '${script}'
`;
const mayAll = process.getuid?.() === 0;
const advice =
  "Let this step run as the user to whom the runner's files belong: in a container by `options: --user <uid>`, and in no sandbox that hides the file.";

describe("before anything is done", () => {
  it.each([
    ["GITHUB_OUTPUT", "outputs of this step"],
    ["GITHUB_STATE", "notes for its post step"],
  ])("a step refuses that can't write %s", async (variable, what) => {
    using rig = new Rig({ "opus.yaml": manifest("echo x > made.txt") });
    const path = join(rig.temporary, "no-folder/file");
    const step = await rig.step({ command: "apply", "report-path": "report.json" }, { env: { [variable]: path } });
    const message = `the runner's file for ${what} (${variable}) can't be written: \`${path}\` does not exist`;
    expect([step.exitCode, rig.exists("made.txt"), rig.exists(".opus")]).toEqual([1, false, false]);
    const report = step.report ?? JSON.parse(rig.read("report.json"));
    expect([report.failureReason, report.diagnostics]).toMatchObject([
      "invalid-input",
      [{ severity: "error", code: "runner-file-unwritable", message, suggestion: advice }],
    ]);
    expect(step.log).toContain(`::error title=runner-file-unwritable::${message}%0A${advice}`);
    expect(step.log).toContain("Nothing was changed.");
    expect(step.log).not.toMatch(/internal|nothing waited for/);
  });

  it.skipIf(mayAll)("and says whose the file is", async () => {
    using rig = new Rig({ "opus.yaml": manifest("echo x > made.txt") });
    const path = join(rig.temporary, "output");
    writeFileSync(path, "");
    chmodSync(path, 0o444);
    const { log } = await rig.step({ command: "apply" }, { env: { GITHUB_OUTPUT: path } });
    const uid = process.getuid?.();
    expect(log).toContain(
      `can't be written: \`${path}\`: permission denied (EACCES) (this process runs as user ${uid}; the file belongs to user ${uid}, mode 444)`,
    );
  });

  it("a summary that can't be written is no reason", async () => {
    using rig = new Rig({ "opus.yaml": manifest("echo x > made.txt") });
    const path = join(rig.temporary, "no-folder/file");
    const step = await rig.step({ command: "apply" }, { env: { GITHUB_STEP_SUMMARY: path } });
    expect([step.exitCode, step.outputs["to-create"]]).toEqual([0, "1"]);
    expect(step.log).toMatch(
      /^::warning title=summary-not-written::The job summary of this step could not be written: ENOENT: .* The report has everything\.$/m,
    );
    expect(step.log).not.toContain("hook-failed");
  });
});

describe("at the end", () => {
  it("a step fails that can't set its outputs, and what it did stands", async () => {
    using rig = new Rig({});
    const path = join(rig.temporary, "output");
    writeFileSync(path, "");
    rig.write("opus.yaml", manifest(`rm "${path}" && mkdir "${path}"`));
    const step = await rig.step({ command: "apply", "report-path": "report.json" }, { env: { GITHUB_OUTPUT: path } });
    const report = JSON.parse(rig.read("report.json"));
    const message = expect.stringMatching(/^the outputs of this step could not be set: EISDIR: /);
    expect([step.exitCode, report.result, report.failureReason]).toEqual([1, "failure", "invalid-input"]);
    expect(report.diagnostics).toMatchObject([
      {
        severity: "error",
        code: "runner-file-unwritable",
        message,
        suggestion:
          "Later steps must not take missing outputs for no changes, so this step fails. What the run did stands: see the report and the state.",
      },
    ]);
    expect(step.log).toMatch(
      /^::error title=runner-file-unwritable::the outputs of this step could not be set: EISDIR/m,
    );
    expect(rig.state("demo", "test").body.tasks).toHaveProperty("a");
    // Whoever runs it again has nothing to do, and outputs.
    const again = await rig.step({ command: "apply" });
    expect([again.exitCode, again.outputs.changes]).toEqual([0, "false"]);
  });

  it("a failed run keeps its reason", async () => {
    using rig = new Rig({});
    const path = join(rig.temporary, "output");
    mkdirSync(rig.temporary, { recursive: true });
    writeFileSync(path, "");
    rig.write("opus.yaml", manifest(`rm "${path}" && mkdir "${path}" && false`));
    const step = await rig.step({ command: "apply", "report-path": "report.json" }, { env: { GITHUB_OUTPUT: path } });
    expect([step.exitCode, JSON.parse(rig.read("report.json")).failureReason]).toEqual([1, "task-failed"]);
    expect(step.log).toContain("::error title=runner-file-unwritable::");
  });
});
