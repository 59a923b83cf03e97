import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { manifestFiles } from "../../../src/node/workspace/manifest-files.ts";
import { Workspace } from "../../../src/node/workspace/workspace.ts";
import { temporaryFolders } from "../temporary.ts";

const folder = temporaryFolders();

it("finds, reads and names manifest files inside the workspace", () => {
  const root = folder();
  mkdirSync(join(root, "sub/opus"), { recursive: true });
  writeFileSync(join(root, "sub/opus/b.yaml"), "b");
  writeFileSync(join(root, "sub/opus/a.yaml"), "a");
  const files = manifestFiles(new Workspace(root, "sub"));
  expect(files.glob("opus/**/*.yaml")).toEqual({ ok: true, value: ["opus/a.yaml", "opus/b.yaml"] });
  expect(files.glob("opus.yaml")).toEqual({ ok: true, value: [] });
  expect(files.glob("../../*")).toEqual({ ok: false, error: "`../../*` leads out of the workspace" });
  expect(files.read("opus/a.yaml")).toEqual({ ok: true, value: Buffer.from("a") });
  expect(files.read("opus.yaml")).toEqual({ ok: false, error: "`opus.yaml` does not exist" });
  expect(files.read("/etc/passwd")).toEqual({
    ok: false,
    error: "`/etc/passwd` is absolute; paths are relative to the working directory",
  });
  expect(files.display("./opus/a.yaml")).toBe("sub/opus/a.yaml");
});
