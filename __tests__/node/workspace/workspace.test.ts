import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { openByDescriptor, openByPath } from "../../../src/node/files/held-folder.ts";
import { newStagedName } from "../../../src/node/files/staged-name.ts";
import { openWorkspace, Workspace } from "../../../src/node/workspace/workspace.ts";
import { temporaryFolders } from "../temporary.ts";

const folder = temporaryFolders();
const bytes = (text: string) => Buffer.from(text);
const openers = process.platform === "linux" ? [openByDescriptor, openByPath] : [openByPath];

describe.each(openers.map((opener) => ({ name: opener.name, opener })))("Workspace, $name", ({ opener }) => {
  let root: string;
  let outside: string;
  let workspace: Workspace;
  beforeEach(() => {
    root = folder();
    outside = folder();
    writeFileSync(join(outside, "secret"), "outside");
    workspace = new Workspace(root, ".", { openFolder: opener });
  });
  const descriptors = () => (process.platform === "linux" ? readdirSync("/proc/self/fd").length : 0);

  it("creates with the folders above, exactly the mode asked for, and nothing left over", async () => {
    expect(await workspace.create("a/b/c.txt", bytes("hi"), 0o604)).toEqual({ ok: true, value: undefined });
    expect(readFileSync(join(root, "a/b/c.txt"), "utf8")).toBe("hi");
    expect(statSync(join(root, "a/b/c.txt")).mode & 0o7777).toBe(0o604);
    expect(readdirSync(join(root, "a/b"))).toEqual(["c.txt"]);
    expect(statSync(join(root, "a/b/c.txt")).nlink).toBe(1);
  });

  it("creates with what the umask leaves when no mode is asked for", async () => {
    const before = process.umask();
    await workspace.create("plain", bytes(""));
    expect(statSync(join(root, "plain")).mode & 0o7777).toBe(0o666 & ~before);
  });

  it.each([
    ["a file", () => writeFileSync(join(root, "x"), "mine")],
    ["a folder", () => mkdirSync(join(root, "x"))],
    ["a dangling symlink", () => symlinkSync("nowhere", join(root, "x"))],
    ["a symlink that leads out", () => symlinkSync(join(outside, "new"), join(root, "x"))],
  ])("does not create over %s", async (_, prepare) => {
    prepare();
    const before = lstatSync(join(root, "x")).ino;
    expect(await workspace.create("x", bytes("ours"))).toEqual({
      ok: false,
      error: { code: "exists", message: "`x` exists already" },
    });
    expect(lstatSync(join(root, "x")).ino).toBe(before);
    expect(readdirSync(root)).toEqual(["x"]);
    expect(readdirSync(outside)).toEqual(["secret"]);
  });

  it("replaces in one step and keeps the mode, or sets the new one", async () => {
    writeFileSync(join(root, "x"), "old");
    chmodSync(join(root, "x"), 0o751);
    await workspace.replace("x", bytes("new"));
    expect([readFileSync(join(root, "x"), "utf8"), statSync(join(root, "x")).mode & 0o7777]).toEqual(["new", 0o751]);
    await workspace.replace("x", bytes("newer"), 0o600);
    expect([readFileSync(join(root, "x"), "utf8"), statSync(join(root, "x")).mode & 0o7777]).toEqual(["newer", 0o600]);
    expect(readdirSync(root)).toEqual(["x"]);
  });

  it("replaces a symlink itself, and another name of a file stays as it was", async () => {
    symlinkSync(join(outside, "secret"), join(root, "link"));
    linkSync(join(outside, "secret"), join(root, "hard"));
    expect((await workspace.replace("link", bytes("new"))).ok).toBe(true);
    expect((await workspace.replace("hard", bytes("new"))).ok).toBe(true);
    expect(lstatSync(join(root, "link")).isFile()).toBe(true);
    expect(readFileSync(join(outside, "secret"), "utf8")).toBe("outside");
  });

  it("does not replace a folder", async () => {
    mkdirSync(join(root, "x"));
    expect(await workspace.replace("x", bytes("new"))).toEqual({
      ok: false,
      error: { code: "wrong-type", message: "`x` is a folder" },
    });
    expect(readdirSync(root)).toEqual(["x"]);
  });

  it("copies a source of any size if it has the digest, and leaves nothing when it has not", async () => {
    const large = Buffer.alloc(3_000_000, "x");
    writeFileSync(join(root, "large"), large);
    const sha256 = createHash("sha256").update(large).digest("hex");
    expect((await workspace.create("copy", { source: "large", sha256 })).ok).toBe(true);
    expect(readFileSync(join(root, "copy")).equals(large)).toBe(true);
    expect(await workspace.hash("copy")).toEqual({ ok: true, value: { sha256, size: 3_000_000 } });
    expect(await workspace.replace("copy", { source: "large", sha256: "00" })).toEqual({
      ok: false,
      error: { code: "changed", message: "`large` no longer has the bytes with sha256 00" },
    });
    expect(readdirSync(root).sort()).toEqual(["copy", "large"]);
  });

  it("stops a long copy when it is aborted", async () => {
    writeFileSync(join(root, "large"), Buffer.alloc(3_000_000, "x"));
    const signal = AbortSignal.abort(new Error("stop"));
    await expect(workspace.create("copy", { source: "large", sha256: "00" }, undefined, signal)).rejects.toThrow(
      "stop",
    );
    expect(readdirSync(root)).toEqual(["large"]);
  });

  it("looks without following symlinks", () => {
    writeFileSync(join(root, "file"), "hello");
    chmodSync(join(root, "file"), 0o640);
    symlinkSync("file", join(root, "link"));
    mkdirSync(join(root, "folder"));
    expect(workspace.look("file", 100)).toEqual({
      state: "present",
      type: "file",
      mode: 0o640,
      size: 5,
      links: 1,
      bytes: bytes("hello"),
    });
    expect(workspace.look("file", 4)).not.toHaveProperty("bytes");
    expect(workspace.look("link", 100)).toMatchObject({ state: "present", type: "symlink" });
    expect(workspace.look("folder", 100)).toMatchObject({ state: "present", type: "directory" });
    expect(workspace.look("nothing", 100)).toEqual({ state: "absent" });
    expect(workspace.look("no/thing", 100)).toEqual({ state: "absent" });
    expect(workspace.look("file/below", 100)).toEqual({ state: "absent", blocked: true });
  });

  it("reads up to a limit, through symlinks that stay inside", () => {
    mkdirSync(join(root, "a"));
    writeFileSync(join(root, "a/file"), "hello");
    symlinkSync("a/file", join(root, "link"));
    symlinkSync("a", join(root, "folder"));
    symlinkSync("loop", join(root, "loop"));
    expect(workspace.read("link", 5)).toEqual({ ok: true, value: bytes("hello") });
    expect(workspace.read("folder/file", 5)).toEqual({ ok: true, value: bytes("hello") });
    expect(workspace.read("link", 4)).toEqual({
      ok: false,
      error: { code: "too-big", message: "`link` is larger than 4 bytes" },
    });
    expect(workspace.read("a", 5)).toEqual({ ok: false, error: { code: "wrong-type", message: "`a` is a folder" } });
    expect(workspace.read("b", 5)).toEqual({ ok: false, error: { code: "missing", message: "`b` does not exist" } });
    expect(workspace.read("loop", 5)).toMatchObject({ ok: false, error: { code: "wrong-type" } });
  });

  it("never goes out through symlinks", async () => {
    symlinkSync(outside, join(root, "folder"));
    symlinkSync(join(outside, "secret"), join(root, "link"));
    symlinkSync("/", join(root, "top"));
    const refused = (path: string) => ({
      code: "refused",
      message: `\`${path}\` leads out of the workspace through a symlink`,
    });
    expect(workspace.look("folder/secret", 100)).toEqual({ state: "failed", problem: refused("folder/secret") });
    expect(workspace.read("link", 100)).toEqual({ ok: false, error: refused("link") });
    expect(workspace.read(`top${outside}/secret`, 100)).toMatchObject({ ok: false, error: { code: "refused" } });
    expect(await workspace.hash("folder/secret")).toEqual({ ok: false, error: refused("folder/secret") });
    expect(await workspace.create("folder/new", bytes("x"))).toEqual({ ok: false, error: refused("folder/new") });
    expect(await workspace.create("folder/a/b/new", bytes("x"))).toEqual({
      ok: false,
      error: refused("folder/a/b/new"),
    });
    expect(await workspace.replace("folder/secret", bytes("x"))).toEqual({
      ok: false,
      error: refused("folder/secret"),
    });
    expect(workspace.remove("folder/secret")).toEqual({ ok: false, error: refused("folder/secret") });
    expect(workspace.chmod("folder/secret", 0o777)).toEqual({ ok: false, error: refused("folder/secret") });
    expect(workspace.folder("folder")).toEqual({ ok: false, error: refused("folder") });
    expect(readdirSync(outside)).toEqual(["secret"]);
    expect(readFileSync(join(outside, "secret"), "utf8")).toBe("outside");
  });

  it("refuses .git, .github/workflows and the state's folder, also through symlinks", async () => {
    for (const path of [".git", ".github/workflows", ".opus/state"]) mkdirSync(join(root, path), { recursive: true });
    symlinkSync(".git", join(root, "a"));
    symlinkSync(".github", join(root, "b"));
    symlinkSync(".opus", join(root, "c"));
    const guarded = new Workspace(root, ".", { openFolder: opener, refuse: [".opus/state", join(root, "kept")] });
    const message = async (path: string) => {
      const result = await guarded.create(path, bytes("x"));
      return result.ok ? "made" : result.error.message;
    };
    expect(await message("a/config")).toBe("`a/config` leads into `.git`, which opus never touches");
    expect(await message("b/workflows/x")).toBe(
      "`b/workflows/x` leads into `.github/workflows`, which opus never touches",
    );
    expect(await message("c/state/x")).toBe("`c/state/x` leads to where opus keeps its own files");
    expect(await message(".opus/state/x")).toBe("`.opus/state/x` lies where opus keeps its own files");
    expect(await message(".opus")).toBe("`.opus` lies where opus keeps its own files");
    expect(await message("kept/x")).toBe("`kept/x` lies where opus keeps its own files");
    expect(await message(".opus/other")).toBe("made");
    expect(await message("b/other")).toBe("made");
    expect(readdirSync(join(root, ".git"))).toEqual([]);
  });

  it("does not make folders through what is no folder", async () => {
    writeFileSync(join(root, "file"), "");
    symlinkSync("nowhere", join(root, "dangling"));
    for (const path of ["file/x", "dangling/x", "dangling/a/x"]) {
      expect(await workspace.create(path, bytes("x"))).toEqual({
        ok: false,
        error: { code: "wrong-type", message: `\`${path}\` can't be made: a part of it is there and is not a folder` },
      });
    }
    expect(existsSync(join(root, "nowhere"))).toBe(false);
  });

  it("removes files and symlinks, never folders", () => {
    writeFileSync(join(root, "file"), "");
    symlinkSync(join(outside, "secret"), join(root, "link"));
    mkdirSync(join(root, "folder"));
    expect(workspace.remove("file")).toEqual({ ok: true, value: true });
    expect(workspace.remove("link")).toEqual({ ok: true, value: true });
    expect(workspace.remove("file")).toEqual({ ok: true, value: false });
    expect(workspace.remove("no/file")).toEqual({ ok: true, value: false });
    expect(workspace.remove("folder")).toEqual({
      ok: false,
      error: { code: "wrong-type", message: "`folder` is a folder" },
    });
    expect(existsSync(join(outside, "secret"))).toBe(true);
  });

  it("removes what killed processes have left unfinished where it writes, or a folder goes, and nothing else", async () => {
    const living = newStagedName();
    const { pid } = spawnSync(process.execPath, ["--version"]);
    const dead = living.replace(/^((?:[^-]*-){3})\d+-\d+/, `$1${pid}-1`);
    const elsewhere = dead.replace(/^\.opus-[0-9a-f]{8}/, ".opus-00000000");
    mkdirSync(join(root, "a"));
    mkdirSync(join(root, "b"));
    for (const name of [living, dead, elsewhere, ".opus-mine.tmp"]) writeFileSync(join(root, "a", name), "unfinished");
    writeFileSync(join(root, "b", dead), "unfinished");
    expect(workspace.glob("a/**")).toEqual({ ok: true, value: [] });
    await workspace.create("a/x", bytes("hi"));
    expect(readdirSync(join(root, "a")).sort()).toEqual([living, elsewhere, ".opus-mine.tmp", "x"].sort());
    expect(workspace.remove("b", { folder: true })).toEqual({ ok: true, value: true });
    expect(workspace.remove("a", { folder: true })).toMatchObject({ ok: false });
    expect(existsSync(join(root, "b"))).toBe(false);
  });

  it("sets modes of files only", () => {
    writeFileSync(join(root, "file"), "");
    symlinkSync(join(outside, "secret"), join(root, "link"));
    const before = statSync(join(outside, "secret")).mode;
    expect(workspace.chmod("file", 0o400)).toEqual({ ok: true, value: undefined });
    expect(statSync(join(root, "file")).mode & 0o7777).toBe(0o400);
    expect(workspace.chmod("link", 0o777)).toEqual({
      ok: false,
      error: { code: "wrong-type", message: "`link` is not a file" },
    });
    expect(statSync(join(outside, "secret")).mode).toBe(before);
  });

  it("leaves no descriptor open, whatever happens", async () => {
    symlinkSync(outside, join(root, "folder"));
    writeFileSync(join(root, "file"), "x");
    const before = descriptors();
    for (let round = 0; round < 5; round++) {
      workspace.look("folder/secret", 10);
      workspace.look("file", 10);
      workspace.look("file/x", 10);
      workspace.read("nothing", 10);
      await workspace.create("file", bytes("x"));
      await workspace.create(`n${round}/a/b`, bytes("x"));
      await workspace.create("folder/a/b", bytes("x"));
      await workspace.hash("file");
      workspace.glob("**");
      workspace.folder("folder");
    }
    expect(descriptors()).toBe(before);
  });

  it("works from a working directory below the root, and through a symlinked root", async () => {
    mkdirSync(join(root, "sub"));
    symlinkSync(root, join(outside, "way"));
    const below = new Workspace(join(outside, "way"), "sub", { openFolder: opener });
    expect((await below.create("../x", bytes("x"))).ok).toBe(true);
    expect((await below.create("y", bytes("y"))).ok).toBe(true);
    expect(below.normalize("./y")).toEqual({ ok: true, value: "sub/y" });
    expect(below.display("../x")).toBe("x");
    expect(below.folder(".")).toEqual({ ok: true, value: join(root, "sub") });
    expect(below.glob("../*")).toEqual({ ok: true, value: ["../x"] });
    expect(below.glob("*")).toEqual({ ok: true, value: ["y"] });
  });

  describe("glob", () => {
    beforeEach(() => {
      for (const path of [
        "b.yaml",
        "a/c.yaml",
        "a/.d.yaml",
        ".git/e.yaml",
        "a/.git/f.yaml",
        ".github/workflows/g.yaml",
        "x [1]/h.yaml",
      ]) {
        mkdirSync(join(root, path, ".."), { recursive: true });
        writeFileSync(join(root, path), "");
      }
    });

    it("finds files, sorted, dot files included, and never what is off limits", () => {
      expect(workspace.glob("**/*.yaml")).toEqual({
        ok: true,
        value: ["a/.d.yaml", "a/c.yaml", "b.yaml", "x [1]/h.yaml"],
      });
      expect(workspace.glob(".git/*")).toMatchObject({ ok: true, value: [] });
      expect(workspace.glob(["**/*.yaml", "!a/**"])).toEqual({ ok: true, value: ["b.yaml", "x [1]/h.yaml"] });
      expect(workspace.glob(["**/*.yaml", "!a"])).toEqual({ ok: true, value: ["b.yaml", "x [1]/h.yaml"] });
    });

    it("takes what exists literally", () => {
      expect(workspace.glob("x [1]/h.yaml")).toEqual({ ok: true, value: ["x [1]/h.yaml"] });
      expect(workspace.glob("a/../b.yaml")).toEqual({ ok: true, value: ["b.yaml"] });
      expect(workspace.glob("nothing.yaml")).toEqual({ ok: true, value: [] });
      expect(workspace.glob("a")).toEqual({ ok: true, value: [] });
      expect(workspace.glob("x [1]", { folders: true })).toEqual({ ok: true, value: ["x [1]/h.yaml"] });
      expect(workspace.glob(".", { folders: true })).toMatchObject({ ok: true, value: { length: 4 } });
    });

    it.each([
      ["a//*", ["a/.d.yaml", "a/c.yaml"]],
      ["a/./c*", ["a/c.yaml"]],
      ["./a//./c.*", ["a/c.yaml"]],
      ["a/**/", ["a/.d.yaml", "a/c.yaml"]],
      ["a*/c*/", ["a/c.yaml"]],
      [
        ["a//*", "a/*"],
        ["a/.d.yaml", "a/c.yaml"],
      ],
      [["a//*", "!a/c.yaml"], ["a/.d.yaml"]],
      [["a/*", "!a//c*"], ["a/.d.yaml"]],
      [
        ["**/*.yaml", "!./a/./**/"],
        ["b.yaml", "x [1]/h.yaml"],
      ],
      [".git//*", []],
      [".github//workflows/./*", []],
      ["x \\[1\\]/*", ["x [1]/h.yaml"]],
    ])("reads the empty and the `.` among folders, and a slash at the end, as paths do: %j", (globs, value) => {
      expect(workspace.glob(globs)).toEqual({ ok: true, value });
    });

    it.each(["a\\*.yaml", "a\\b\\*.yaml", "a\\**\\c/*", "a\\\\*", "C:\\a\\*", "*\\"])(
      "refuses folders that are separated by backslashes: %s",
      (glob) => {
        const error = `\`${JSON.stringify(glob).slice(1, -1)}\` holds a backslash; separate folders with \`/\``;
        expect(workspace.glob(glob)).toEqual({ ok: false, error });
        expect(workspace.glob(["**", `!${glob}`])).toEqual({ ok: false, error });
      },
    );

    it("matches no symlinks, but takes one that is named", () => {
      symlinkSync("b.yaml", join(root, "link.yaml"));
      expect(workspace.glob("*.yaml")).toEqual({ ok: true, value: ["b.yaml"] });
      expect(workspace.glob(["link.yaml", "b.yaml"])).toEqual({ ok: true, value: ["b.yaml", "link.yaml"] });
    });

    it("stays inside", () => {
      symlinkSync(outside, join(root, "out"));
      symlinkSync("a", join(root, "in"));
      expect(workspace.glob("**/secret")).toEqual({ ok: true, value: [] });
      expect(workspace.glob("in/*.yaml")).toEqual({ ok: true, value: ["in/.d.yaml", "in/c.yaml"] });
      expect(workspace.glob("out/*")).toEqual({
        ok: false,
        error: "`out/*` leads out of the workspace through a symlink",
      });
      expect(workspace.glob("out/secret")).toEqual({
        ok: false,
        error: "`out/secret` leads out of the workspace through a symlink",
      });
      expect(workspace.glob("../*")).toEqual({ ok: false, error: "`../*` leads out of the workspace" });
      expect(workspace.glob("a/{..,b}/../*")).toEqual({
        ok: false,
        error: "`a/{..,b}/../*`: `..` may stand only at the beginning of a glob",
      });
      expect(workspace.glob("/etc/*")).toEqual({
        ok: false,
        error: "`/etc/*` is absolute; globs are relative to the working directory",
      });
    });
  });
});

describe("Workspace.open", () => {
  it("says what is wrong with its folders", () => {
    const root = folder();
    symlinkSync("/", join(root, "top"));
    writeFileSync(join(root, "file"), "");
    const message = (working: string) => {
      const opened = openWorkspace(root, working);
      return opened.ok ? "fine" : opened.error;
    };
    expect(message(".")).toBe("fine");
    expect(message("..")).toBe("the working directory `..` lies outside the workspace");
    expect(message("nothing")).toBe("the working directory `nothing` can't be used: `.` does not exist");
    expect(message("file")).toBe(
      "the working directory `file` can't be used: `.` does not exist: a part of it is not a folder",
    );
    expect(message("top")).toBe(
      "the working directory `top` can't be used: `.` leads out of the workspace through a symlink",
    );
    rmSync(root, { recursive: true });
    expect(message(".")).toBe(`the workspace can't be used: \`${root}\` does not exist`);
  });
});
