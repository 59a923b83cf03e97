import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isWithin } from "../../../src/node/git/commit-order.ts";
import { temporaryFolders } from "../temporary.ts";

const folder = temporaryFolders();

function git(at: string, ...args: readonly string[]): string {
  const settings = ["-c", "user.name=Mona", "-c", "user.email=mona@example.com"];
  return execFileSync("git", [...settings, ...args], { cwd: at, encoding: "utf8", stdio: "pipe" }).trim();
}

let commits = 0;

/** Commits of one second and one message would be the same. */
function commit(at: string): string {
  git(at, "commit", "-q", "--allow-empty", "-m", `more ${++commits}`);
  return git(at, "rev-parse", "HEAD");
}

it("tells what the history of a commit holds, and what is on another line", async () => {
  const at = folder();
  git(at, "init", "-q", "-b", "main");
  const first = commit(at);
  const second = commit(at);
  git(at, "checkout", "-q", "-b", "other", first);
  const other = commit(at);
  git(at, "merge", "-q", "--no-ff", "-m", "both", second);
  const answers = async (...pairs: readonly (readonly [string, string])[]) =>
    Promise.all(pairs.map(([inner, outer]) => isWithin(at, inner, outer)));
  expect(await answers([first, second], [first, first], [second, "HEAD"], [other, "refs/heads/other"])).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(await answers([second, first], [other, second], ["HEAD", second])).toEqual([false, false, false]);
  const unknown = await answers([first, "f".repeat(40)], [first, "refs/remotes/origin/main"], ["main", first]);
  expect(unknown).toEqual([undefined, undefined, undefined]);
});

it("can't tell where there is no history, or only a part of it, and takes no option for a commit", async () => {
  const at = folder();
  expect(await isWithin(at, "a".repeat(40), "HEAD")).toBeUndefined();
  git(at, "init", "-q", "-b", "main");
  const first = commit(at);
  const second = commit(at);
  git(at, "checkout", "-q", "-b", "other", first);
  const other = commit(at);
  writeFileSync(join(at, ".git/shallow"), `${second}\n${other}\n`);
  expect(await isWithin(at, first, second)).toBeUndefined();
  expect(await isWithin(at, second, second)).toBe(true);
  expect(await isWithin(at, "--all", "HEAD")).toBeUndefined();
  expect(await isWithin(at, "HEAD", `HEAD..${first}`)).toBeUndefined();
});
