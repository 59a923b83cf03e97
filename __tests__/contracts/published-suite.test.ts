// What docs/kinds/own-kinds.md tells authors of kinds to do with the suite.
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolders } from "../node/temporary.ts";

const folder = temporaryFolders();
const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/kinds/own-kinds.md"), "utf8");

function example(name: string): string {
  const found = page.split(`<!-- example: ${name} -->\n\`\`\`js\n`)[1]?.split("```")[0];
  if (found === undefined) throw new Error(`${name} is not in the docs`);
  return found;
}

/** Runs the suite as somebody would who copied it alone. */
function run(kind: string): { readonly status: number | null; readonly text: string } {
  const path = folder();
  copyFileSync(join(import.meta.dirname, "task-processor.ts"), join(path, "task-processor.ts"));
  writeFileSync(join(path, "package.json"), '{"type":"module"}');
  writeFileSync(join(path, "folder.mjs"), kind);
  writeFileSync(join(path, "folder.test.mjs"), example("folder.test.mjs"));
  symlinkSync(join(root, "node_modules"), join(path, "node_modules"));
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const { NODE_OPTIONS: _, VITEST: __, ...env } = process.env;
  const ran = spawnSync(process.execPath, [vitest, "run", "--root", path], {
    cwd: path,
    encoding: "utf8",
    env: { ...env, NO_COLOR: "1" },
  });
  return { status: ran.status, text: ran.stdout + ran.stderr };
}

it("the suite for kinds runs when it is copied alone, on a kind as the docs have it", () => {
  const { status, text } = run(example("folder.mjs"));
  expect(text).toMatch(/Tests {2}\d+ passed/);
  expect(status).toBe(0);
});

it("and finds what a kind does wrong", () => {
  const forgetful = example("folder.mjs").replace("rmdirSync(before.path);", "");
  const { status, text } = run(forgetful);
  expect(text).toContain("keeps the contract of a task processor > create, observe, update, observe, delete, observe");
  expect(status).toBe(1);
});
