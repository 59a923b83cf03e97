// Every folder of ./broken is a manifest that somebody got wrong; expected.txt is what they are told.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { renderDiagnostic } from "../../src/engine/diagnostics/code-frame.ts";
import { load } from "../doubles/memory-files.ts";

const root = new URL("./broken/", import.meta.url).pathname;
const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

function filesOf(folder: string): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll("\\", "/");
    if (entry.isFile() && !["expected.txt", "stage"].includes(name)) files[name] = readFileSync(path);
  }
  return files;
}

describe("broken manifests", () => {
  it("are many", () => {
    expect(cases.length).toBeGreaterThanOrEqual(75);
  });

  for (const name of cases) {
    const folder = join(root, name);
    const stage = existsSync(join(folder, "stage")) ? readFileSync(join(folder, "stage"), "utf8").trim() : "loader";
    it(stage === "engine" ? `${name} loads: its mistake shows only in a run` : name, () => {
      const manifest = load(filesOf(folder));
      const errors = manifest.diagnostics.filter(({ severity }) => severity === "error");
      if (stage === "engine") {
        expect(errors).toEqual([]);
        return;
      }
      const text = `${manifest.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, manifest.sources)).join("\n\n")}\n`;
      const file = join(folder, "expected.txt");
      // Written anew on request only, and then read by a person.
      if (process.env.UPDATE_EXPECTED === "1") writeFileSync(file, text);
      expect(text).toBe(readFileSync(file, "utf8"));
      expect(errors.length).toBeGreaterThan(0);
      for (const error of errors) {
        expect(error.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
        expect(error.suggestion, `${error.code} says what to do`).toBeTruthy();
      }
    });
  }
});
