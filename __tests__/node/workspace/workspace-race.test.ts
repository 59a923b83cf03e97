import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Workspace } from "../../../src/node/workspace/workspace.ts";
import { times } from "../../faults/scale.ts";
import { temporaryFolders } from "../temporary.ts";

const folder = temporaryFolders();

/** Swaps a folder for a symlink that leads out, and back, as fast as it can. */
const swapper = `
  const { lstatSync, mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync } = require("node:fs");
  const [real, parked, outside] = process.argv.slice(1);
  console.log("ready");
  for (;;) {
    try {
      renameSync(real, parked);
      symlinkSync(outside, real);
      unlinkSync(real);
      renameSync(parked, real);
    } catch {
      // Somebody made the folder again while it was away.
      try {
        if (lstatSync(real).isSymbolicLink()) unlinkSync(real);
        rmSync(parked, { recursive: true, force: true });
        mkdirSync(real + "/b", { recursive: true });
      } catch {}
    }
  }
`;

// Elsewhere Node has no way to hold a folder.
it.runIf(process.platform === "linux")("touches nothing outside while a folder is swapped for a symlink", async () => {
  const root = folder();
  const outside = folder();
  mkdirSync(join(root, "a/b"), { recursive: true });
  mkdirSync(join(outside, "b"));
  writeFileSync(join(outside, "b/x"), "outside", { mode: 0o640 });
  writeFileSync(join(outside, "b/secret"), "secret");
  const before = statSync(join(outside, "b/x"));
  const child = spawn(process.execPath, ["-e", swapper, join(root, "a"), join(root, "parked"), outside], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((done) => child.once("exit", done));
  const counts = { done: 0, refused: 0, gone: 0 };
  try {
    await new Promise((done) => child.stdout.once("data", done));
    const workspace = new Workspace(root, ".");
    const count = (result: { ok: boolean; error?: { code: string } }) => {
      if (result.ok) counts.done++;
      else if (result.error?.code === "refused") counts.refused++;
      else counts.gone++;
    };
    // However slow the machine is, the swapping was seen in the end, and work went on in between.
    const least = Date.now() + times(2_500, 800);
    while (Date.now() < least || counts.done <= 10 || counts.refused <= 10) {
      count(await workspace.replace("a/b/x", Buffer.from("inside"), 0o600));
      count(workspace.chmod("a/b/x", 0o777));
      const read = workspace.read("a/b/x", 100);
      if (read.ok) expect(Buffer.from(read.value).toString()).toBe("inside");
      const look = workspace.look("a/b/secret", 100);
      expect(look.state).not.toBe("present");
      count(workspace.remove("a/b/x"));
      count(await workspace.create("a/b/x", Buffer.from("inside"), 0o600));
      count(await workspace.create("a/b/c/d", Buffer.from("inside")));
      count(workspace.remove("a/b/secret"));
    }
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
  const after = statSync(join(outside, "b/x"));
  expect(readdirSync(outside)).toEqual(["b"]);
  expect(readdirSync(join(outside, "b")).sort()).toEqual(["secret", "x"]);
  expect(readFileSync(join(outside, "b/x"), "utf8")).toBe("outside");
  expect([after.ino, after.mode, after.ctimeMs, after.mtimeMs]).toEqual([
    before.ino,
    before.mode,
    before.ctimeMs,
    before.mtimeMs,
  ]);
});
