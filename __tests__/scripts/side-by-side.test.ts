import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolders } from "../node/temporary.ts";

const program = join(import.meta.dirname, "../../scripts/side-by-side.ts");
const folder = temporaryFolders();

test("a row ends where one fails, others go on, and the status tells of it", () => {
  const cwd = folder();
  const scripts = { wrong: "echo said by wrong; exit 3", behind: "echo > behind", well: "echo said by well" };
  writeFileSync(join(cwd, "package.json"), JSON.stringify({ scripts }));
  const run = (...rows: readonly string[]) =>
    spawnSync(process.execPath, [program, ...rows], { cwd, encoding: "utf8" });
  const failed = run("wrong+behind", "well");
  expect([failed.status, failed.stderr]).toEqual([1, "failed: wrong\n"]);
  expect(failed.stdout).toContain("said by wrong\n");
  expect(failed.stdout).toContain("said by well\n");
  expect(existsSync(join(cwd, "behind"))).toBe(false);
  expect(run("well+behind").status).toBe(0);
  expect(existsSync(join(cwd, "behind"))).toBe(true);
});
