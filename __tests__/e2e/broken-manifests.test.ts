// Every broken manifest through the bundle: exit 1, the right place, the text that was agreed on, and nothing written.
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QuickRig as Rig } from "./quick-rig.ts";

const root = join(import.meta.dirname, "../manifest/broken");
const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** Mistakes that only another command than `apply` meets. */
const commands: { readonly [name: string]: { readonly [input: string]: string } } = {
  "116-out-of-scope-for-the-command": { command: "rollback", context: "prod" },
};

interface Entry {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly suggestion: string | null;
  readonly related: readonly {
    readonly message: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
  }[];
}

function shown(entries: readonly Entry[]): string {
  return entries
    .map(({ severity, code, message, file, line, column, suggestion, related }) => {
      const place = file === null ? "" : `${file}:${line}:${column}: `;
      return [
        `${place}${severity} ${code}: ${message}`,
        ...(suggestion === null ? [] : [`  ${suggestion}`]),
        ...(related ?? []).map((one) => `  ${one.file}:${one.line}:${one.column}: ${one.message}`),
      ].join("\n");
    })
    .join("\n\n");
}

function listing(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).sort();
}

describe.concurrent("broken manifests, applied", () => {
  it.for(cases)("%s", { timeout: 60_000 }, async (name, { expect: check }) => {
    using rig = new Rig();
    const folder = join(root, name);
    cpSync(folder, rig.workspace, { recursive: true });
    const before = listing(rig.workspace);

    const result = await rig.step({ command: "apply", ...commands[name] }, { env: { NO_COLOR: "1" } });

    check(result.exitCode).toBe(1);
    check(["invalid-manifest", "no-context"]).toContain(result.outputs["failure-reason"]);
    check(result.report.failureReason).toBe(result.outputs["failure-reason"]);
    check(listing(rig.workspace)).toEqual(before);
    const file = join(folder, "expected.txt");
    const expected = readFileSync(file, "utf8");
    if (existsSync(join(folder, "stage"))) {
      const text = `${shown(result.report.diagnostics)}\n`;
      // Written anew on request only, and then read by a person.
      if (process.env.UPDATE_EXPECTED === "1") writeFileSync(file, text);
      check(text).toBe(process.env.UPDATE_EXPECTED === "1" ? text : expected);
      return;
    }
    // The log shows each diagnostic as it was agreed on, frame and advice included.
    const log = result.log.split("\n").map((line) => line.trimEnd());
    const missing = expected
      .split("\n")
      .filter((line) => line.trim() !== "" && !log.some((printed) => printed.endsWith(line.trimEnd())));
    check(missing).toEqual([]);
  });

  it("are many", () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });
});
