import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { workspaceCommit } from "../../../src/node/git/workspace-commit.ts";
import { temporaryFolders } from "../temporary.ts";

const folder = temporaryFolders();
afterEach(() => vi.unstubAllEnvs());

function git(at: string, ...args: readonly string[]): string {
  const settings = ["user.name=Mona", "user.email=mona@example.com", "protocol.file.allow=always"];
  return execFileSync("git", [...settings.flatMap((one) => ["-c", one]), ...args], {
    cwd: at,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

function repository(files: { readonly [path: string]: string }): string {
  const at = folder();
  git(at, "init", "-q", "-b", "main");
  for (const [path, text] of Object.entries(files)) writeFileSync(join(at, path), text);
  commit(at);
  return at;
}

function commit(at: string): string {
  git(at, "add", "--all");
  git(at, "commit", "-q", "-m", "more");
  return git(at, "rev-parse", "HEAD");
}

/** A repository with a submodule whose changes it says it does not care about. */
function withSubmodule(): { readonly at: string; readonly sha: string } {
  const part = repository({ "code.mjs": "1", ".gitignore": "ignored\n" });
  const at = repository({ "opus.yaml": "" });
  git(at, "submodule", "--quiet", "add", part, "part");
  git(at, "config", "--file", ".gitmodules", "submodule.part.ignore", "all");
  return { at, sha: commit(at) };
}

it("is the commit that is checked out, and nothing beside it", async () => {
  const at = repository({ "opus.yaml": "", ".gitignore": "ignored\n" });
  const sha = git(at, "rev-parse", "HEAD");
  expect(await workspaceCommit(at)).toEqual({ sha, clean: true });
  for (const path of ["opus.yaml", "added", "ignored"]) {
    writeFileSync(join(at, path), "other");
    expect([path, await workspaceCommit(at)]).toEqual([path, { sha, clean: false }]);
    git(at, "checkout", "-q", "--", ".");
    git(at, "clean", "-q", "-x", "-f");
  }
  expect(await workspaceCommit(at)).toEqual({ sha, clean: true });
});

it("can't be told without a repository, or without a commit", async () => {
  const at = folder();
  expect(await workspaceCommit(at)).toEqual({ untold: "this folder is in no checkout of git" });
  git(at, "init", "-q");
  expect(await workspaceCommit(at)).toEqual({ untold: 'git failed ("fatal: Needed a single revision")' });
});

it("has the commits of its submodules, and nothing beside them, whatever the repository says of them", async () => {
  const { at, sha } = withSubmodule();
  expect(await workspaceCommit(at)).toEqual({ sha, clean: true });
  const part = join(at, "part");
  for (const path of ["code.mjs", "added"]) {
    writeFileSync(join(part, path), "other");
    expect([path, await workspaceCommit(at)]).toEqual([path, { sha, clean: false }]);
    git(part, "checkout", "-q", "--", ".");
    git(part, "clean", "-q", "-x", "-f");
  }
  expect(await workspaceCommit(at)).toEqual({ sha, clean: true });
  git(part, "commit", "-q", "--allow-empty", "-m", "another");
  expect(await workspaceCommit(at)).toEqual({ sha, clean: false });
});

it("has no files that are only said to be unchanged", async () => {
  const at = repository({ "one.mjs": "1", "two.mjs": "1" });
  const sha = git(at, "rev-parse", "HEAD");
  git(at, "update-index", "--assume-unchanged", "one.mjs");
  writeFileSync(join(at, "one.mjs"), "other");
  expect(await workspaceCommit(at)).toEqual({ sha, clean: false });
  git(at, "update-index", "--no-assume-unchanged", "one.mjs");
  git(at, "checkout", "-q", "--", ".");
  git(at, "update-index", "--skip-worktree", "two.mjs");
  writeFileSync(join(at, "two.mjs"), "other");
  expect(await workspaceCommit(at)).toEqual({ sha, clean: false });
});

it("has no files elsewhere, whatever a setting says", async () => {
  const at = repository({ "opus.yaml": "1" });
  const elsewhere = folder();
  writeFileSync(join(elsewhere, "opus.yaml"), "1");
  writeFileSync(join(at, "opus.yaml"), "other");
  git(at, "config", "core.worktree", elsewhere);
  expect(await workspaceCommit(at)).toEqual({
    untold: `${at} is no checkout of its own: its files are those of ${elsewhere}`,
  });
});

it("can't be told where git is not there, refuses the folder, or can't read its settings", async () => {
  const at = repository({ "opus.yaml": "" });
  vi.stubEnv("PATH", "/nowhere");
  expect(await workspaceCommit(at)).toEqual({ untold: "git is not installed, or not on the PATH" });
  vi.unstubAllEnvs();
  // Git's own tests say so that a folder is somebody else's.
  vi.stubEnv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
  expect(await workspaceCommit(at)).toEqual({
    untold: `git refuses this folder, as it belongs to another user ("fatal: detected dubious ownership in repository at '${at}'"). If you trust it, say so with \`git config --global --add safe.directory ${at}\``,
  });
  vi.unstubAllEnvs();
  writeFileSync(join(at, ".git/config"), "[user\nx");
  expect(await workspaceCommit(at)).toEqual({ untold: 'git failed ("fatal: bad config line 1 in file .git/config")' });
});

it("has no files in the place of a submodule that is not checked out", async () => {
  const { at, sha } = withSubmodule();
  git(at, "submodule", "--quiet", "deinit", "--force", "part");
  expect(await workspaceCommit(at)).toEqual({ sha, clean: true });
  writeFileSync(join(at, "part/code.mjs"), "other");
  expect(await workspaceCommit(at)).not.toMatchObject({ clean: true });
});

it("lacks files that are not wanted", async () => {
  const at = repository({ "one.mjs": "1", "two.mjs": "1" });
  const sha = git(at, "rev-parse", "HEAD");
  git(at, "sparse-checkout", "set", "--no-cone", "one.mjs");
  expect(existsSync(join(at, "two.mjs"))).toBe(false);
  expect(await workspaceCommit(at)).toEqual({ sha, clean: true });
  git(at, "sparse-checkout", "disable");
  git(at, "config", "filter.some.clean", "cat");
  expect(await workspaceCommit(at)).toEqual({ sha, clean: true });
});

it("runs nothing that the repository configures, in a submodule too", async () => {
  const { at, sha } = withSubmodule();
  const ran = join(folder(), "ran");
  const tool = join(folder(), "tool");
  writeFileSync(tool, `#!/bin/sh\n: > '${ran}'\n`, { mode: 0o755 });
  const settings = ["core.fsmonitor", "core.pager", "diff.external", "filter.a.clean", "filter.b.c.process"];
  for (const place of [at, join(at, "part")]) {
    const inside = git(place, "rev-parse", "--absolute-git-dir");
    for (const name of settings) git(place, "config", name, tool);
    mkdirSync(join(inside, "info"), { recursive: true });
    writeFileSync(join(inside, "info/attributes"), "*.yaml filter=a\n*.mjs filter=b.c\n");
    mkdirSync(join(inside, "hooks"), { recursive: true });
    writeFileSync(join(inside, "hooks/post-index-change"), `#!/bin/sh\n: > '${ran}'\n`, { mode: 0o755 });
  }
  // Git looks into files that were touched.
  for (const path of ["opus.yaml", "part/code.mjs"]) utimesSync(join(at, path), new Date(), new Date());
  expect(await workspaceCommit(at)).toEqual({ sha, clean: true });
  git(at, "config", "filter.x=y.clean", tool);
  expect(await workspaceCommit(at)).toEqual({ untold: "git's settings name a filter that can't be switched off" });
  expect(existsSync(ran)).toBe(false);
});
