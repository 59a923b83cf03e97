import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { makePrivateFolder, removeAbandoned, removeTree } from "../../../src/node/files/private-folders.ts";
import { temporaryFolders } from "../temporary.ts";

const folder = temporaryFolders();
const module = join(import.meta.dirname, "../../../src/node/files/private-folders.ts");

/** A folder of a process that has ended, or was killed, without removing it. */
function abandoned(parent: string): string {
  const script = `const { makePrivateFolder } = await import(${JSON.stringify(module)});
    console.log(makePrivateFolder([${JSON.stringify(parent)}], "script")); process.kill(process.pid, "SIGKILL")`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  return stdout.trim();
}

describe("a private folder", () => {
  it("can be entered by this user alone, and takes the next place where one can't be made", () => {
    const parent = folder();
    const path = makePrivateFolder(["/dev/null/x", join(parent, "a/b")], "script");
    expect(path.startsWith(join(parent, "a/b/opus-script-"))).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(() => makePrivateFolder(["/dev/null/x"], "script")).toThrow();
  });

  it("has an absolute path whatever place is given, and waits for none that answers as if it were missing", () => {
    const parent = folder();
    const path = makePrivateFolder(["/proc/1/x/y", relative(process.cwd(), join(parent, "a"))], "script");
    expect(path.startsWith(join(parent, "a/opus-script-"))).toBe(true);
  });

  it.skipIf(process.getuid?.() !== 0)("is removed also where a script has closed folders to this very user", () => {
    const parent = folder();
    chmodSync(parent, 0o777);
    const closed = join(parent, "closed");
    const script = `const { removeTree } = await import(${JSON.stringify(module)});
      const { chmodSync, mkdirSync } = await import("node:fs");
      process.setuid(65534);
      for (const mode of [0o000, 0o100, 0o300, 0o500]) {
        mkdirSync(${JSON.stringify(`${closed}/inner`)}, { recursive: true });
        for (const one of ["${closed}/inner", "${closed}"]) chmodSync(one, mode);
        removeTree(${JSON.stringify(closed)});
      }`;
    const { stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect([stderr, readdirSync(parent)]).toEqual(["", []]);
  });

  it("is removed when its process is gone, with what is read-only in it, and through no symlink", () => {
    const [parent, precious] = [folder(), folder()];
    writeFileSync(join(precious, "file"), "");
    const path = abandoned(parent);
    mkdirSync(join(path, "a/b"), { recursive: true });
    writeFileSync(join(path, "a/b/output"), "secret");
    symlinkSync(precious, join(path, "a/link"));
    spawnSync("chmod", ["-R", "a-w", join(path, "a")]);
    removeAbandoned([parent, "/nowhere"]);
    expect(readdirSync(parent)).toEqual([]);
    expect(readdirSync(precious)).toEqual(["file"]);
  });

  it("stays while its process runs, and while a program runs that was told of it", async () => {
    const parent = folder();
    const own = makePrivateFolder([parent], "script");
    const told = abandoned(parent);
    const child = spawn("sleep", ["60"], { env: { OPUS_OUTPUT: join(told, "output") }, stdio: "ignore" });
    try {
      await new Promise((done) => child.once("spawn", done));
      removeAbandoned([parent]);
      expect(existsSync(own) && existsSync(told)).toBe(true);
    } finally {
      child.kill("SIGKILL");
      await new Promise((done) => child.once("exit", done));
    }
    removeAbandoned([parent]);
    expect(readdirSync(parent)).toEqual([basename(own)]);
  });

  it("of another machine or container is left alone; of an earlier start of this one it goes", () => {
    const parent = folder();
    const name = basename(abandoned(parent));
    const [, place = "", boot = ""] = /^opus-script-([0-9a-f]{8})-([0-9a-f]{8})/.exec(name) ?? [];
    const foreignFiles = [
      `opus-script-00000000-${boot}-4711-1-abcdef`,
      `opus-script-${place}-00000000-4711-1-abcdeg`,
      "opus-script-x",
      "opus-abcdef",
    ];
    for (const name of foreignFiles) mkdirSync(join(parent, name));
    const earlier = join(parent, `opus-script-${place}-00000000-4711-1-abcdef`);
    mkdirSync(earlier);
    utimesSync(earlier, 1, 1);
    const file = join(parent, `opus-script-${place}-${boot}-4194303-1-aFile1`);
    writeFileSync(file, "");
    const link = join(parent, `opus-script-${place}-${boot}-4194303-1-aLink1`);
    symlinkSync(folder(), link);
    removeAbandoned([parent]);
    expect(readdirSync(parent).sort()).toEqual([...foreignFiles, basename(file), basename(link)].sort());
  });
});

it("removing what is not there is no error", () => {
  removeTree("/nowhere/at/all");
});
