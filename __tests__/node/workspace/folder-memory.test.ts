import { mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { beforeEach, expect, it } from "vitest";
import { folderOpener } from "../../../src/node/files/held-folder.ts";
import { Workspace } from "../../../src/node/workspace/workspace.ts";
import { temporaryFolders } from "../temporary.ts";

const folder = temporaryFolders();
const open = folderOpener();
let root: string;
let workspace: Workspace;
/** Folders that are held at the moment, and how many were opened altogether. */
let counts: { held: number; opened: number };

beforeEach(() => {
  root = folder();
  counts = { held: 0, opened: 0 };
  workspace = new Workspace(root, ".", {
    openFolder: (path) => {
      const held = open(path);
      counts.held++;
      counts.opened++;
      const close = (): void => {
        counts.held--;
        held.close();
      };
      return { ...held, close };
    },
  });
  mkdirSync(join(root, "a"));
  for (let number = 0; number < 20; number++) writeFileSync(join(root, `a/${number}`), `${number}`);
});

const textAt = (path: string): string | undefined => {
  const found = workspace.look(path, 100);
  return found.state === "present" && found.bytes ? Buffer.from(found.bytes).toString() : undefined;
};

it("holds a folder once for all of its files in a pass, and lets go of it at the end", async () => {
  await workspace.inOnePass(async () => {
    for (let number = 0; number < 20; number++) expect(textAt(`a/${number}`)).toBe(`${number}`);
    expect(workspace.look("a/none", 100)).toEqual({ state: "absent" });
    expect(counts).toEqual({ held: 1, opened: 1 });
  });
  expect(counts.held).toBe(0);
});

it("holds each folder for one file only outside of a pass", () => {
  textAt("a/1");
  textAt("a/2");
  expect(counts).toEqual({ held: 0, opened: 2 });
});

it("never holds more than 128 folders", async () => {
  await workspace.inOnePass(async () => {
    for (let number = 0; number < 300; number++) {
      mkdirSync(join(root, `many/${number}`), { recursive: true });
      workspace.look(`many/${number}/x`, 100);
      expect(counts.held).toBeLessThanOrEqual(128);
    }
  });
  expect(counts.held).toBe(0);
});

it("sees what others have changed after a turn of the event loop", async () => {
  await workspace.inOnePass(async () => {
    expect(textAt("a/1")).toBe("1");
    renameSync(join(root, "a"), join(root, "b"));
    symlinkSync("b", join(root, "a"));
    writeFileSync(join(root, "b/1"), "other");
    await setImmediate();
    expect(counts.held).toBe(0);
    expect(workspace.realPath("a/1")).toEqual({ ok: true, value: "b/1" });
    expect(textAt("a/1")).toBe("other");
  });
});

it("sees at once what it has made or removed itself", async () => {
  await workspace.inOnePass(async () => {
    expect(workspace.look("new/x", 100)).toEqual({ state: "absent" });
    await workspace.create("new/x", Buffer.from("made"));
    expect(textAt("new/x")).toBe("made");
    symlinkSync("a", join(root, "link"));
    expect(workspace.realPath("link/1")).toEqual({ ok: true, value: "a/1" });
    workspace.remove("link");
    expect(workspace.realPath("link/1")).toEqual({ ok: true, value: "link/1" });
  });
});

it("refuses a folder that leads out, for each of its files", async () => {
  symlinkSync(folder(), join(root, "out"));
  await workspace.inOnePass(async () => {
    for (const name of ["x", "y"])
      expect(workspace.look(`out/${name}`, 100)).toEqual({
        state: "failed",
        problem: { code: "refused", message: `\`out/${name}\` leads out of the workspace through a symlink` },
      });
  });
});
