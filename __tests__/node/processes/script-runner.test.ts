import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { ProcessGroups } from "../../../src/node/processes/process-groups.ts";
import { scriptRunner } from "../../../src/node/processes/script-runner.ts";
import type { ScriptRequest } from "../../../src/ports/script-runner.ts";
import { temporaryFolders } from "../temporary.ts";

const folder = temporaryFolders();

async function run(script: string, more: Partial<ScriptRequest> = {}) {
  const temporaryFolder = folder();
  const result = await scriptRunner({
    groups: new ProcessGroups(),
    redaction: createRedactor(),
    folders: [temporaryFolder],
  })({
    script,
    shell: ["bash", "-e", "-o", "pipefail"],
    extension: ".sh",
    cwd: "/",
    env: { PATH: process.env.PATH ?? "" },
    outputVariable: "OUT",
    outputBytes: 100,
    captureBytes: 1000,
    signal: new AbortController().signal,
    onOutput: () => undefined,
    ...more,
  });
  expect(readdirSync(temporaryFolder)).toEqual([]);
  return { ...result, output: result.outputFile && Buffer.from(result.outputFile).toString() };
}

describe("scriptRunner", () => {
  it("runs a script file in a private folder, with a file for outputs", async () => {
    const { stdout, output } = await run(
      'stat -c "%a" "$(dirname "$0")" "$0" "$OUT"; basename "$0"; echo A=1 > "$OUT"',
    );
    expect(stdout.text).toBe("700\n600\n600\nscript.sh\n");
    expect(output).toBe("A=1\n");
  });

  it("puts the script file where {0} is", async () => {
    const { stdout } = await run("echo hi", { shell: ["bash", "-c", '. "$0" | tr a-z A-Z', "{0}"] });
    expect(stdout.text).toBe("HI\n");
  });

  it("fails with the script, also in a pipe", async () => {
    expect((await run("false | true; echo on")).end).toMatchObject({ exitCode: 1 });
  });

  it.each([
    ["is too large", 'head -c 101 /dev/zero > "$OUT"'],
    ["is gone", 'rm "$OUT"'],
    ["is a symlink now", 'ln -sf /etc/passwd "$OUT"'],
    ["is a pipe now", 'rm "$OUT"; mkfifo "$OUT"'],
    ["is a folder now", 'rm "$OUT"; mkdir "$OUT"'],
  ])("gives no outputs when the file for them %s", async (_, script) => {
    expect((await run(script)).output).toBeFalsy();
  });
});
