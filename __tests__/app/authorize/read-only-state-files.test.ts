import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { leadsAway, stateInside, stateToRead } from "../../../src/app/authorize/read-only-state-files.ts";
import { temporaryFolders } from "../../node/temporary.ts";

const folder = temporaryFolders();

function setUp() {
  const home = folder();
  const root = join(home, "workspace");
  const [state, outside] = [join(root, "state"), join(home, "outside")];
  for (const path of [state, outside]) {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, "state.json"), path === state ? "inside" : "outside");
  }
  symlinkSync(outside, join(root, "out"));
  symlinkSync(join(outside, "state.json"), join(state, "linked.json"));
  symlinkSync("state", join(root, "again"));
  return { root, state, outside, files: stateToRead(root) };
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

describe("files of state, for an untrusted run", () => {
  it("are read in the workspace, also behind symlinks that stay there", () => {
    const { files, root, state } = setUp();
    expect(text(files.readFile(join(state, "state.json")))).toBe("inside");
    expect(text(files.readFile(join(root, "again/state.json")))).toBe("inside");
    expect(files.readdir(state).sort()).toEqual(["linked.json", "state.json"]);
    expect(files.modified(join(state, "state.json"))).toBeGreaterThan(0);
    expect(files.modified(join(state, "linked.json"))).toBeGreaterThan(0);
  });

  it("are not read behind symlinks that lead out", () => {
    const { files, root, state } = setUp();
    const refused = expect.objectContaining({
      code: "refused",
      message: expect.stringMatching(/leads out of the workspace through a symlink$/),
    });
    expect(() => files.readFile(join(state, "linked.json"))).toThrow(refused);
    expect(() => files.readFile(join(root, "out/state.json"))).toThrow(refused);
    expect(() => files.readFile(join(root, "out/gone.json"))).toThrow(refused);
    expect(() => files.readdir(join(root, "out"))).toThrow(refused);
    expect(() => files.modified(join(root, "out/state.json"))).toThrow(refused);
  });

  it("are read where the workflow has put them", () => {
    const { files, outside } = setUp();
    expect(text(files.readFile(join(outside, "state.json")))).toBe("outside");
    expect(files.readdir(outside)).toEqual(["state.json"]);
    expect(files.modified(outside)).toBeGreaterThan(0);
  });

  it("that are missing are missing, with the code that stores know", () => {
    const { files, state, outside } = setUp();
    const missing = expect.objectContaining({ code: "ENOENT" });
    for (const place of [state, outside]) {
      expect(() => files.readFile(join(place, "gone.json"))).toThrow(missing);
      expect(() => files.readdir(join(place, "gone"))).toThrow(missing);
      expect(() => files.modified(join(place, "gone"))).toThrow(missing);
    }
  });

  it("are never written, wherever they are", () => {
    const { files, state, outside } = setUp();
    const refused = "an untrusted run writes no state";
    for (const place of [state, outside]) {
      expect(() => files.open(join(place, "new"), "wx")).toThrow(refused);
      expect(() => files.mkdir(join(place, "new"))).toThrow(refused);
      expect(() => files.unlink(join(place, "state.json"))).toThrow(refused);
      expect(() => files.rename(join(place, "state.json"), join(place, "new"))).toThrow(refused);
      expect(() => files.link(join(place, "state.json"), join(place, "new"))).toThrow(refused);
      expect(() => files.copy(join(place, "state.json"), join(place, "new"))).toThrow(refused);
    }
  });
});

describe("files of state in a folder that the repository names", () => {
  const refused = expect.objectContaining({ code: "refused" });

  function inside() {
    const { root, state, outside } = setUp();
    mkdirSync(join(root, ".github/workflows"), { recursive: true });
    symlinkSync(".github/workflows", join(root, "flows"));
    return { root, state, outside, files: stateInside(root) };
  }

  it("are read and written in the workspace, also behind symlinks that stay there", () => {
    const { root, state, files } = inside();
    files.mkdir(join(root, "again/demo/test"));
    const path = join(root, "again/demo/test/new");
    for (const [flags, written] of [
      ["wx", "one"],
      ["a", "two"],
      ["r+", "ONE"],
    ] as const) {
      const file = files.open(path, flags);
      expect(files.write(file, Buffer.from(written))).toBe(3);
      files.close(file);
    }
    files.copy(path, `${path}-copy`);
    files.link(path, `${path}-link`);
    files.rename(`${path}-copy`, `${path}-moved`);
    expect(readdirSync(join(state, "demo/test")).sort()).toEqual(["new", "new-link", "new-moved"]);
    expect(text(files.readFile(`${path}-moved`))).toBe("ONEtwo");
    files.unlink(path);
    expect(files.readdir(join(state, "demo/test")).sort()).toEqual(["new-link", "new-moved"]);
  });

  it("are neither read nor written behind symlinks that lead away, nor outside", () => {
    const { root, outside, files } = inside();
    for (const place of [join(root, "out"), join(root, "flows"), outside]) {
      const [there, path] = [join(place, "state.json"), join(place, "new")];
      expect(() => files.mkdir(path)).toThrow(refused);
      expect(() => files.open(path, "wx")).toThrow(refused);
      expect(() => files.open(there, "a")).toThrow(refused);
      expect(() => files.readFile(there)).toThrow(refused);
      expect(() => files.readdir(place)).toThrow(refused);
      expect(() => files.modified(there)).toThrow(refused);
      expect(() => files.unlink(there)).toThrow(refused);
      expect(() => files.rename(join(root, "state/state.json"), path)).toThrow(refused);
      expect(() => files.link(join(root, "state/state.json"), path)).toThrow(refused);
      expect(() => files.copy(join(root, "state/state.json"), path)).toThrow(refused);
      expect(() => files.rename(there, join(root, "state/taken"))).toThrow(refused);
    }
    expect(readdirSync(outside)).toEqual(["state.json"]);
    expect(readFileSync(join(root, "state/state.json"), "utf8")).toBe("inside");
  });

  it("are not opened, nor copied, through a symlink in their own place", () => {
    const { state, outside, files } = inside();
    for (const flags of ["a", "r", "r+", "wx"] as const)
      expect(() => files.open(join(state, "linked.json"), flags)).toThrow(/^(ELOOP|EEXIST): /);
    expect(() => files.copy(join(state, "linked.json"), join(state, "taken"))).toThrow(/^ELOOP: /);
    expect(readFileSync(join(outside, "state.json"), "utf8")).toBe("outside");
  });

  it("stay where they are when a folder becomes a symlink meanwhile", () => {
    const { root, state, outside, files } = inside();
    files.mkdir(join(state, "demo"));
    renameSync(join(state, "demo"), join(state, "old"));
    symlinkSync(outside, join(state, "demo"));
    expect(() => files.open(join(state, "demo/new"), "wx")).toThrow(refused);
    expect(existsSync(join(outside, "new"))).toBe(false);
    expect(leadsAway(root, "state/demo", ".")).toMatch(/leads out of the workspace through a symlink$/);
  });

  it.each([
    ["state", undefined],
    ["again/deep/er", undefined],
    ["nothing/there", undefined],
    ["out", "`out` leads out of the workspace through a symlink"],
    ["out/not/there", "`out/not/there` leads out of the workspace through a symlink"],
    ["flows/x", "`flows/x` leads into `.github/workflows`, which opus never touches"],
    [".GitHub/Workflows", "`.GitHub/Workflows` lies in `.github/workflows`, which opus never touches"],
  ])("are told before anything is done where their folder leads away: %s", (path, why) => {
    expect(leadsAway(inside().root, path, ".")).toBe(why);
  });
});
