import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { checkout } from "../../../src/node/git/checkout.ts";

let folder: string;
let home: string | undefined;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "opus-checkout-")));
  home = process.env.HOME;
  process.env.HOME = folder;
  mkdirSync(join(folder, "work/sub"), { recursive: true });
  git("init", "-q");
});
afterEach(() => {
  vi.unstubAllEnvs();
  process.env.HOME = home;
  rmSync(folder, { recursive: true, force: true });
});

function git(...args: string[]): void {
  execFileSync("git", args, { cwd: join(folder, "work") });
}

test("a relative origin is meant from the top of the checkout, an address from anywhere", async () => {
  git("remote", "add", "origin", "../up.git");
  for (const place of ["work", "work/sub"])
    expect(await checkout.origin(join(folder, place))).toEqual({ ok: true, value: join(folder, "up.git") });
  for (const address of ["git@github.com:octo/storefront.git", "https://github.com/octo/storefront", "/srv/up.git"]) {
    git("remote", "set-url", "origin", address);
    expect(await checkout.origin(join(folder, "work/sub"))).toEqual({ ok: true, value: address });
  }
});

test("where there is no origin, git's own words say why", async () => {
  const why = async (place = "work") => {
    const origin = await checkout.origin(join(folder, place));
    return origin.ok ? origin.value : origin.error;
  };
  expect(await why()).toBe("it has none");
  expect(await why(".")).toBe("this folder is in no checkout of git");
  vi.stubEnv("PATH", "/nowhere");
  expect(await why()).toBe("git is not installed, or not on the PATH");
  vi.unstubAllEnvs();
  // Git's own tests say so that a folder is somebody else's.
  vi.stubEnv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
  expect(await why("work/sub")).toBe(
    `git refuses this folder, as it belongs to another user ("fatal: detected dubious ownership in repository at '${folder}/work'"). If you trust it, say so with \`git config --global --add safe.directory ${folder}/work\``,
  );
  vi.unstubAllEnvs();
  writeFileSync(join(folder, "work/.git/config"), "[user\nx");
  expect(await why()).toMatch(/^git failed \("fatal: bad config line 1 in file .*\/config"\)$/);
});

test("settings that are of the checkout alone, in order; not those that git reads anywhere", async () => {
  writeFileSync(
    join(folder, ".gitconfig"),
    `[credential]\n\thelper = everywhere\n[includeIf "gitdir:${folder}/work/"]\n\tpath = ${folder}/for-work\n`,
  );
  writeFileSync(join(folder, "for-work"), '[core]\n\tsshCommand = "ssh -i key"\n[user]\n\tname = me\n');
  expect(await checkout.connection(folder)).toEqual([]);
  git("config", "credential.helper", "");
  git("config", "--add", "credential.helper", "!f() { echo x; }; f");
  git("config", "http.https://github.com/.extraheader", "AUTHORIZATION: basic eA==");
  git("config", "core.hooksPath", "/x");
  expect(await checkout.connection(join(folder, "work/sub"))).toEqual([
    ["core.sshcommand", "ssh -i key"],
    ["credential.helper", ""],
    ["credential.helper", "!f() { echo x; }; f"],
    ["http.https://github.com/.extraheader", "AUTHORIZATION: basic eA=="],
  ]);
});

test("without a repository around a folder, nobody has to ask git", () => {
  const possible = (path: string, environment = {}) => checkout.possible(join(folder, path), environment);
  mkdirSync(join(folder, "none/sub"), { recursive: true });
  mkdirSync(join(folder, "linked"));
  writeFileSync(join(folder, "linked/.git"), `gitdir: ${folder}/work/.git\n`);
  execFileSync("git", ["init", "-q", "--bare", "bare.git"], { cwd: folder });
  symlinkSync(join(folder, "work/sub"), join(folder, "none/into"));
  expect(
    ["work", "work/sub", "linked", "bare.git", "bare.git/refs", "none/into"].map((path) => possible(path)),
  ).toEqual(Array(6).fill(true));
  expect(possible("none/sub")).toBe(false);
  // Told where it is, or kept from looking: git decides.
  expect(possible("none/sub", { GIT_DIR: join(folder, "work/.git") })).toBe(true);
  expect(possible("missing")).toBe(true);
});
