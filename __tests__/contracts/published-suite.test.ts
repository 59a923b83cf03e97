// What docs/kinds/own-kinds.md tells authors of kinds to do with the suite.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolders } from "../node/temporary.ts";

const folder = temporaryFolders();
const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/kinds/own-kinds.md"), "utf8");
const flag = readFileSync(join(root, "examples/custom-kind/opus/flag.mjs"), "utf8");
const flagTest = readFileSync(join(root, "examples/custom-kind/opus/flag.test.mjs"), "utf8");

function example(name: string): string {
  const found = page.split(`<!-- example: ${name} -->\n\`\`\`js\n`)[1]?.split("```")[0];
  if (found === undefined) throw new Error(`${name} is not in the docs`);
  return found;
}

/** Runs tests as somebody would who has installed the package of a release. */
function run(files: { readonly [name: string]: string }): { readonly status: number | null; readonly text: string } {
  const path = folder();
  const installed = join(path, "node_modules/magnum-opus");
  mkdirSync(installed, { recursive: true });
  cpSync(join(root, "package.json"), join(installed, "package.json"));
  symlinkSync(join(root, "sdk"), join(installed, "sdk"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  const { NODE_OPTIONS: _, VITEST: __, NODE_TEST_CONTEXT: ___, ...env } = process.env;
  const ran = spawnSync(process.execPath, ["--test"], { cwd: path, encoding: "utf8", env: { ...env, NO_COLOR: "1" } });
  return { status: ran.status, text: ran.stdout + ran.stderr };
}

describe("the suite for kinds", () => {
  it("runs with `node --test`, on the kinds of the docs and of examples/custom-kind", () => {
    const { status, text } = run({
      "folder.mjs": example("folder.mjs"),
      "folder.test.mjs": example("folder.test.mjs"),
      "flag.mjs": flag,
      "flag.test.mjs": flagTest,
    });
    expect(text).toMatch(/pass 12\n/);
    expect([status, text.includes("fail 0\n")]).toEqual([0, true]);
  });

  const perfect = { "flag.test.mjs": flagTest };

  it.each([
    ["deletes nothing", "if (existsSync(file)) write(file, others);", "", "nothing is there after `delete`"],
    [
      "writes while it looks",
      "const flag = read(file)[key];",
      "write(file, read(file));\n    const flag = read(file)[key];",
      "`observe` changes nothing",
    ],
    [
      "forgets to update",
      "write(file, { ...read(file), [key]: { percent, tags } });",
      "void [file, key, percent, tags, 1];",
      "`observe` gives other facts after an update",
    ],
    [
      "finds what is not there",
      ': { state: "absent" };',
      ': { state: "present", facts: {} };',
      "nothing is there before `create`",
    ],
    [
      "gives what JSON does not know",
      "return { outputs: [",
      "return { observed: { at: new Date() }, outputs: [",
      "an outcome is plain data",
    ],
    ["replaces what is the same", "? [] : [", '? ["/x"] : [', "`replaceOn` of two equal specs"],
    [
      "changes what it gets",
      "create({ file, key, percent, tags = [] }, { context }) {",
      "create(spec, { context }) {\n    spec.tags ??= [];\n    const { file, key, percent, tags } = spec;",
      "Cannot add property tags",
    ],
  ])("finds a kind that %s", (_, from, to, told) => {
    expect(flag).toContain(from);
    const { status, text } = run({ ...perfect, "flag.mjs": flag.replace(from, to) });
    expect(text).toContain(told);
    expect(status).toBe(1);
  });
});
