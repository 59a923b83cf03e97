// A command is a row of src/engine/model/commands.ts and its code in src/app/commands.ts: here both are added from outside.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSettings } from "../../src/action/inputs.ts";
import { metadata } from "../../src/action/metadata.generated.ts";
import { type ProgramCommands, programCommands } from "../../src/app/commands.ts";
import type { CommandWork } from "../../src/app/context/commands/command-work.ts";
import { run } from "../../src/app/run-command.ts";
import { renderHelp } from "../../src/cli/help.ts";
import type { DiagnosticCode } from "../../src/engine/diagnostics/codes.ts";
import { ok } from "../../src/engine/diagnostics/diagnostic.ts";
import type { CommandRow } from "../../src/engine/model/commands.ts";
import { hostIn } from "../doubles/host.ts";

const row: CommandRow = { help: "count what is recorded", docs: "counts what is recorded", stage: "state" };
const count: CommandWork = async ({ session, notice }) => {
  notice("counted" as DiagnosticCode, `${session.tasks.size} recorded`);
  return ok({ order: [...session.tasks.keys()] });
};
const commands: ProgramCommands = {
  table: { ...programCommands.table, count: row },
  work: { ...programCommands.work, count },
};

const manifest = `apiVersion: opus/v1
kind: Project
metadata: {name: counted}
spec:
  contexts: [{input: [test]}]
---
apiVersion: opus/v1
kind: File
metadata: {name: greeting, processingScope: [{commands: [apply, count]}]}
spec: {path: hello.txt, content: Hello}
`;

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "opus-new-command-"));
  writeFileSync(join(directory, "opus.yaml"), manifest);
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function opus(command: string, known?: ProgramCommands) {
  const settings = readSettings({ command, context: "test" }, { terminal: true });
  if (!settings.ok) throw new Error(JSON.stringify(settings.error));
  const host = hostIn(directory);
  return run(settings.value, host, known);
}

test("a row and its code are a command, which the manifest may name and the help shows", async () => {
  expect((await opus("apply", commands)).exitCode).toBe(0);
  const { exitCode, report } = await opus("count", commands);
  expect(report.diagnostics.map(({ message }) => message)).toContain("1 recorded");
  expect([exitCode, report.command, report.contexts[0]?.order]).toEqual([0, "count", ["greeting"]]);
  expect(renderHelp(metadata, commands.table)).toMatch(/^ {2}count +count what is recorded$/m);
});

test("without the row it is a slip, in the call and in the manifest", async () => {
  const { exitCode, report } = await opus("apply");
  expect([exitCode, report.failureReason]).toEqual([1, "invalid-manifest"]);
  expect(report.diagnostics.map(({ code }) => code)).toContain("unknown-command");
  const slip = (await opus("count")).report;
  expect([slip.failureReason, slip.diagnostics[0]?.message]).toEqual(["invalid-input", 'there is no command "count"']);
});
