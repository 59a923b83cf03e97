import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runGit } from "../../../src/node/git/git.ts";
import type { GitCall } from "../../../src/ports/git.ts";
import { temporaryFolder } from "../../state/fixtures.ts";

let temporary: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  temporary = temporaryFolder();
});
afterEach(() => temporary.remove());

/** Runs the real git. */
function git(args: readonly string[], fields: Partial<GitCall> = {}) {
  const environment = { PATH: process.env.PATH ?? "" };
  const signal = new AbortController().signal;
  return runGit({ args, cwd: temporary.path, environment, timeoutMs: 20_000, signal, ...fields });
}

/** Runs a script in place of git. */
function script(text: string, fields: Partial<GitCall> = {}) {
  const path = join(temporary.path, "git");
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
  return git([], { environment: { PATH: `${temporary.path}:/usr/bin:/bin` }, ...fields });
}

async function pidIn(file: string): Promise<number> {
  for (;;) {
    try {
      const pid = Number(readFileSync(join(temporary.path, file), "utf8"));
      if (pid > 0) return pid;
    } catch {
      // Not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Waits until a process is gone: a killed one stays for a moment. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      if (readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.startsWith("Z")) return;
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test("hands over input and gives back bytes as they are", async () => {
  const bytes = Buffer.from([0, 255, 10, 13, 128]);
  const end = await git(["hash-object", "--stdin"], { input: bytes });
  expect(end).toMatchObject({ state: "exited", code: 0, stderr: "" });
  const echo = await script("cat", { input: bytes });
  expect(echo).toMatchObject({ state: "exited", code: 0 });
  expect(echo.state === "exited" && Buffer.from(echo.stdout)).toEqual(bytes);
});

test("says what git says", async () => {
  const end = await git(["no-such-command"]);
  expect(end).toMatchObject({ state: "exited", code: 1 });
  expect(end.state === "exited" && end.stderr).toContain("'no-such-command' is not a git command");
});

test("keeps the beginning of a long stderr", async () => {
  const end = await script("echo first >&2; head -c 1000000 /dev/zero >&2; exit 3");
  expect(end).toMatchObject({ state: "exited", code: 3 });
  expect(end.state === "exited" && end.stderr.length).toBe(64 * 1024 + 1);
  expect(end.state === "exited" && end.stderr.endsWith("\0…")).toBe(true);
  expect(end.state === "exited" && end.stderr.slice(0, 6)).toBe("first\n");
});

test("gives nothing of this process's environment", async () => {
  const end = await script("env", { environment: { PATH: `${temporary.path}:/usr/bin:/bin`, ONLY: "this" } });
  const names =
    end.state === "exited"
      ? Buffer.from(end.stdout)
          .toString()
          .match(/^\w+(?==)/gm)
      : [];
  expect(names?.filter((name) => !["PWD", "SHLVL", "_", "OLDPWD"].includes(name)).sort()).toEqual(["ONLY", "PATH"]);
});

test("on timeout ends the whole group, also what ignores signals", async () => {
  const ended = script(`trap '' TERM INT; sh -c 'trap "" TERM; echo $$ > ${temporary.path}/child; sleep 100' & wait`, {
    timeoutMs: 500,
  });
  const child = await pidIn("child");
  expect(await ended).toEqual({ state: "timed-out", timeoutMs: 500, stderr: "" });
  await gone(child);
});

test("on abort ends the whole group; an aborted signal starts nothing", async () => {
  const controller = new AbortController();
  const ended = script(`sh -c 'echo $$ > ${temporary.path}/child; sleep 100' & wait`, { signal: controller.signal });
  const child = await pidIn("child");
  controller.abort();
  expect(await ended).toEqual({ state: "aborted" });
  await gone(child);
  expect(await script(`echo 1 > ${temporary.path}/ran`, { signal: controller.signal })).toEqual({ state: "aborted" });
  expect(() => readFileSync(join(temporary.path, "ran"))).toThrow();
});

test("tells that git was killed, or a program that it had started", async () => {
  expect(await script("kill -KILL $$")).toMatchObject({ state: "killed", signal: "SIGKILL" });
  expect(await script("exit 137")).toMatchObject({ state: "killed", signal: "SIGKILL" });
  expect(await script("exit 128")).toMatchObject({ state: "exited", code: 128 });
});

test("does not wait for a program in the background that keeps the pipes", async () => {
  const end = await script(`sleep 100 & echo $! > ${temporary.path}/child; echo done`);
  expect(end).toMatchObject({ state: "exited", code: 0 });
  expect(end.state === "exited" && Buffer.from(end.stdout).toString()).toBe("done\n");
  process.kill(await pidIn("child"), "SIGKILL");
});

test("a missing git is told", async () => {
  expect(await git(["version"], { environment: { PATH: temporary.path } })).toEqual({
    state: "not-started",
    message: "git was not found. Install git 2.31 or newer, and put it on the PATH.",
  });
});
