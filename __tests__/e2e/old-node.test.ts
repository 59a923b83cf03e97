import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Rig } from "./rig.ts";

it("a Node that is too old is named, and nothing of the program is loaded", () => {
  using rig = new Rig({});
  const older = join(rig.directory, "older.cjs");
  writeFileSync(
    older,
    'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.8" } });',
  );
  const bundle = join(import.meta.dirname, "../../dist/index.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", older, bundle, "plan"], {
    encoding: "utf8",
  });
  expect([status, stdout, stderr]).toEqual([
    1,
    "",
    "opus: this is Node 18.20.8, and Node 20 or newer is needed. Nothing was done.\n",
  ]);
});
