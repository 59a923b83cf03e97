import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
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
