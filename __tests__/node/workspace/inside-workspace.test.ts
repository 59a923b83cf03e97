import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { insideWorkspace } from "../../../src/node/workspace/inside-workspace.ts";
import { temporaryFolders } from "../temporary.ts";

const folder = temporaryFolders();

function setUp() {
  const home = folder();
  const root = join(home, "workspace");
  mkdirSync(join(root, "sub"), { recursive: true });
  mkdirSync(join(home, "outside"));
  return { home, root };
}

it("says how a path goes on in the workspace, whether anything is there or not", () => {
  const { root } = setUp();
  expect(insideWorkspace(root, root)).toBe(".");
  expect(insideWorkspace(join(root, "sub"), root)).toBe("sub");
  expect(insideWorkspace(join(root, "sub/gone/file.json"), root)).toBe("sub/gone/file.json");
  expect(insideWorkspace(`${root}/gone/../sub/file.json`, root)).toBe("sub/file.json");
});

it("knows paths that pass it by", () => {
  const { home, root } = setUp();
  for (const path of ["outside", "outside/file", "workspace-2/file", "workspace/../outside", "..gone"])
    expect(insideWorkspace(join(home, path), root)).toBeUndefined();
  expect(insideWorkspace(home, root)).toBeUndefined();
});

it("follows symlinks into the workspace, and none that stands in it", () => {
  const { home, root } = setUp();
  symlinkSync(root, join(home, "alias"));
  symlinkSync(join(root, "sub"), join(home, "deep"));
  symlinkSync(join(home, "outside"), join(root, "out"));
  expect(insideWorkspace(join(home, "alias/out/file"), root)).toBe("out/file");
  expect(insideWorkspace(join(home, "deep/file"), root)).toBe("sub/file");
  expect(insideWorkspace(join(root, "out/file"), root)).toBe("out/file");
});

it("knows that all is in a workspace at the top", () => {
  expect(insideWorkspace("/etc/file", "/")).toBe("etc/file");
});
