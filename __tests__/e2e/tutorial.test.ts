// docs/tutorial.md, done as it stands there: every `sh` fence, in order, in one shell.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolders } from "../node/temporary.ts";

const root = join(import.meta.dirname, "../..");
const folder = temporaryFolders();

it("the tutorial works as it is written", () => {
  const page = readFileSync(join(root, "docs/tutorial.md"), "utf8");
  const commands = [...page.matchAll(/^```sh\n(.*?)^```/gms)].map(([, text = ""]) => text);
  expect(commands.length).toBeGreaterThan(5);
  const home = folder();
  const bin = join(home, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "opus"), `#!/bin/sh\nexec "${process.execPath}" "${join(root, "dist/index.js")}" "$@"\n`);
  chmodSync(join(bin, "opus"), 0o755);
  // What a reader has on GitHub is a repository in a folder here.
  const remote = join(home, "shop.git");
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch", "main", remote]);
  const settings = `[user]\n  name = Mona\n  email = mona@example.com\n[url "${remote}"]\n  insteadOf = https://github.com/YOU/shop.git\n`;
  writeFileSync(join(home, ".gitconfig"), settings);
  const env = { PATH: `${bin}:${process.env.PATH}`, HOME: home, NO_COLOR: "1", GIT_CONFIG_NOSYSTEM: "1" };
  const script = `set -e\n${commands.join("\n")}`;
  const shown = execFileSync("bash", ["-c", script], {
    cwd: home,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const told = [
    ".github/workflows/opus.yml  made",
    "Plan: 1 to create.",
    "Hello World!",
    "Plan: nothing to do, 1 unchanged.",
    "Plan: 1 to update.",
    "Drift: 1 resource drifted",
    "rollback succeeded",
    "delete succeeded",
  ];
  let at = 0;
  for (const text of told) {
    at = shown.indexOf(text, at);
    expect([text, at]).toEqual([text, expect.toSatisfy((place: number) => place >= 0)]);
  }
  const pushed = execFileSync("git", ["--git-dir", remote, "ls-tree", "-r", "--name-only", "main"], {
    encoding: "utf8",
  });
  expect(pushed.split("\n")).toEqual(expect.arrayContaining([".github/workflows/opus.yml", "opus.yaml"]));
});
