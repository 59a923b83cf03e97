import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stateToRead } from "../../src/run/state-files.ts";
import { temporaryFolders } from "../node/temporary.ts";

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
