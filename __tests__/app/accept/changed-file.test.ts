import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { whyNotWritten, writeChanged } from "../../../src/app/accept/changed-file.ts";
import { Workspace } from "../../../src/node/workspace/workspace.ts";

let root: string;
let files: Workspace;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "opus-accept-"));
  writeFileSync(join(root, "a.yaml"), "one\n", { mode: 0o640 });
  files = new Workspace(root, root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const change = (found = "one\n") => ({
  path: "a.yaml",
  shown: "a.yaml",
  found: Buffer.from(found),
  bytes: Buffer.from("two\n"),
  before: found,
  after: "two\n",
});

test("a file is written in one step, and keeps its permissions", async () => {
  chmodSync(join(root, "a.yaml"), 0o640);
  expect(whyNotWritten("a.yaml", files)).toBeUndefined();
  expect(await writeChanged(change(), files)).toEqual({ ok: true, value: undefined });
  expect(readFileSync(join(root, "a.yaml"), "utf8")).toBe("two\n");
  expect(files.look("a.yaml", -1)).toMatchObject({ type: "file", mode: 0o640 });
});

test.each(["one", "one\nmore\n", ""])("a file that holds something else by now is not written: %j", async (found) => {
  expect(await writeChanged(change(found), files)).toEqual({
    ok: false,
    error: "a.yaml was changed while this run went on",
  });
  expect(readFileSync(join(root, "a.yaml"), "utf8")).toBe("one\n");
});

test("what is no file that may be written is told beforehand", () => {
  mkdirSync(join(root, "folder"));
  mkdirSync(join(root, ".github/workflows"), { recursive: true });
  symlinkSync("a.yaml", join(root, "link.yaml"));
  symlinkSync(tmpdir(), join(root, "out"));
  chmodSync(join(root, "a.yaml"), 0o440);
  const told = ["a.yaml", "folder", "link.yaml", "none.yaml"].map((path) => whyNotWritten(path, files));
  expect(told).toEqual([
    "a.yaml is read-only",
    "folder is a directory, and only a file itself is written",
    "link.yaml is a symlink, and only a file itself is written",
    "none.yaml is gone",
  ]);
  for (const path of ["out/a.yaml", "../a.yaml", ".github/workflows/a.yaml"])
    expect(whyNotWritten(path, files)).toMatch(/outside|leads out|refused|workflows/);
});
