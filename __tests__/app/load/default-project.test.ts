import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultProject, folderPart } from "../../../src/app/load/default-project.ts";

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "opus-name-")));
  for (const folder of ["a/b", "infra"]) mkdirSync(join(root, folder), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const named = (folder: string, manifest: readonly string[], repository?: string) =>
  defaultProject({ root, workingDirectory: join(root, folder), manifest, repository });

describe("the name of a project that no document names", () => {
  it.each<[string, string, readonly string[], string]>([
    ["the top of the repository", ".", ["opus.yaml"], "shop"],
    ["a working directory", "a", ["opus.yaml"], "shop--a"],
    ["one further below", "a/b", ["opus.yaml"], "shop--a--b"],
    ["the folder of the manifest", ".", ["a/opus.yaml"], "shop--a"],
    ["globs", ".", ["infra/*.yaml"], "shop--infra"],
    ["globs at the top", ".", ["**/*.yaml"], "shop"],
    ["what several have in common", ".", ["a/x.yaml", "a/b/*.yaml"], "shop--a"],
    ["several that have nothing in common", ".", ["a/x.yaml", "infra/y.yaml"], "shop"],
    ["a manifest outside of the working directory", "a", ["../infra/opus.yaml"], "shop--a"],
  ])("%s", async (_, folder, manifest, name) => {
    expect((await named(folder, manifest, "octo/shop")).name).toBe(name);
  });

  it("is the same in a terminal where `origin` is known, and takes the folder's where it is not", async () => {
    expect(await named("a", ["opus.yaml"])).toEqual({
      name: `${basename(root)}--a`,
      former: [basename(root)],
    });
    execFileSync("git", ["init", "-q", root]);
    for (const url of ["https://github.com/octo/shop.git", "git@github.com:octo/shop.git", "/srv/octo/shop"]) {
      execFileSync("git", ["-C", root, "config", "remote.origin.url", url]);
      expect(await named("a", ["opus.yaml"])).toEqual({ name: "shop--a", former: ["shop", basename(root)] });
      expect(await named(".", ["opus.yaml"])).toEqual({ name: "shop", former: [basename(root)] });
    }
  });

  it("is no name that a state branch has for a file of its own", async () => {
    expect(await named(".", ["opus.yaml"], "octo/README.md")).toEqual({ name: "README-md", former: ["README.md"] });
    expect((await named("a", ["opus.yaml"], "octo/README.md")).name).toBe("README.md--a");
  });

  it("was the repository's before, unless that is the one of a manifest at the top", async () => {
    expect((await named("a", ["opus.yaml"], "octo/shop")).former).toEqual(["shop"]);
    expect((await named(".", ["opus.yaml"], "octo/shop")).former).toEqual([]);
    writeFileSync(join(root, "opus.yaml"), "");
    expect((await named("a", ["opus.yaml"], "octo/shop")).former).toEqual([]);
  });
});

describe("a folder in a name", () => {
  it.each([
    ["a", "a"],
    ["a/b", "a--b"],
    ["a-b", "a-b"],
    ["infra/dns-zones/eu.west", "infra--dns-zones--eu.west"],
    [".github/opus", ".github--opus"],
  ])("%s is %s", (folder, part) => {
    expect(folderPart(folder)).toBe(part);
  });

  it("never stands for two", () => {
    const folders = ["a/b", "a--b", "a-/b", "a/-b", "a-b", "a---b", "größe", "grösse", "a b", "a_b", "x".repeat(200)];
    const parts = [...folders, `${"x".repeat(199)}y`].map(folderPart);
    expect(new Set(parts).size).toBe(parts.length);
    for (const part of parts) expect(`shop--${part}`).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,110}$/);
  });
});
