import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { type ChildRequest, runChild } from "../../../src/node/processes/child-process.ts";
import { ProcessGroups } from "../../../src/node/processes/process-groups.ts";
import { temporaryFolders } from "../temporary.ts";

const folder = temporaryFolders();

function start(script: string, more: Partial<ChildRequest> = {}) {
  const chunks: { stream: string; text: string }[] = [];
  const groups = new ProcessGroups();
  const result = runChild({
    command: "bash",
    args: ["-c", script],
    cwd: "/",
    env: { PATH: process.env.PATH ?? "" },
    signal: new AbortController().signal,
    captureBytes: 1024,
    redaction: createRedactor(),
    onOutput: (stream, text) => void chunks.push({ stream, text }),
    groups,
    ...more,
  });
  return { result, chunks, groups };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A zombie is dead.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

async function eventually(check: () => boolean): Promise<void> {
  for (let round = 0; round < 1_000 && !check(); round++) await new Promise((done) => setTimeout(done, 10));
  expect(check()).toBe(true);
}

describe("runChild", () => {
  it("gives the exit code, both streams, and no stdin", async () => {
    const { result, groups } = start("echo out; echo err >&2; cat; exit 3");
    expect(groups.size).toBe(1);
    expect(await result).toEqual({
      end: { state: "exited", exitCode: 3, signal: null },
      stdout: { text: "out\n", bytes: 4, cut: false },
      stderr: { text: "err\n", bytes: 4, cut: false },
      tail: expect.stringMatching(/^(out\nerr\n|err\nout\n)$/),
      stderrTail: "err\n",
    });
    expect(groups.size).toBe(0);
  });

  it("gives the signal that ended it", async () => {
    expect((await start("kill -9 $$").result).end).toEqual({ state: "exited", exitCode: null, signal: "SIGKILL" });
  });

  it("says why it did not start", async () => {
    const none = start("", { command: "/no/such/program" });
    expect((await none.result).end).toEqual({ state: "not-started", code: "ENOENT" });
    expect(none.groups.size).toBe(0);
    expect((await start("", { command: "/" }).result).end).toEqual({ state: "not-started", code: "EACCES" });
    const large = await start("", { env: { LARGE: "x".repeat(10_000_000) } }).result;
    expect(large.end).toEqual({ state: "not-started", code: "E2BIG" });
    expect((await start("echo", { signal: AbortSignal.abort() }).result).end).toEqual({ state: "aborted" });
  });

  it("decodes characters that arrive in pieces, and bytes that are none", async () => {
    const { result, chunks } = start(
      "printf '\\xe2'; sleep 0.1; printf '\\x82'; sleep 0.1; printf '\\xac'; printf '\\xff|'; printf '\\xe2\\x82'",
    );
    const { stdout } = await result;
    expect(chunks.map(({ text }) => text).join("")).toBe("€\ufffd|\ufffd");
    expect(stdout.text).toBe("€\ufffd|\ufffd");
  });

  it("keeps the beginning up to the cap without half characters, and the end", async () => {
    const { result } = start('for i in $(seq 1000); do echo "€ line $i"; done', { captureBytes: 100 });
    const { stdout, tail } = await result;
    expect(stdout.cut).toBe(true);
    expect(Buffer.byteLength(stdout.text)).toBeLessThanOrEqual(100);
    expect(stdout.text.startsWith("€ line 1\n")).toBe(true);
    expect(stdout.text).not.toContain("\ufffd");
    expect(tail.endsWith("€ line 1000\n")).toBe(true);
  });

  it("takes secrets out of the end before it is cut, whatever it is cut through", async () => {
    const redaction = createRedactor();
    const secret = `key-${"0123456789abcdef".repeat(8)}`;
    redaction.add(secret);
    const script = `for i in $(seq 150); do printf '%s' "{\\"n\\":$i,\\"key\\":\\"$KEY\\"}" | base64 -w 64; echo; printf 'a\\033[K%s\\n' "$KEY" >&2; done`;
    const env = { PATH: process.env.PATH ?? "", KEY: secret };
    const { tail, stderrTail } = await start(script, { redaction, env }).result;
    expect(tail.length).toBeGreaterThan(1_000);
    expect(tail).not.toMatch(/[A-Za-z0-9+/=]{40}/);
    expect(stderrTail).toMatch(/^(?:a\u001b\[K\*\*\*\n)+$/);
  });

  it("lets 100 MB through without keeping them", async () => {
    const before = process.memoryUsage().rss;
    let characters = 0;
    let most = 0;
    const { result } = start("head -c 100000000 /dev/zero | tr '\\0' x", {
      onOutput: (_, text) => {
        characters += text.length;
        most = Math.max(most, process.memoryUsage().rss);
      },
    });
    const { stdout } = await result;
    expect(characters).toBe(100_000_000);
    expect(stdout).toEqual({ text: "x".repeat(1024), bytes: 100_000_000, cut: true });
    expect(most - before).toBeLessThan(80_000_000);
  });

  it("ends a program that ignores SIGTERM, and its grandchildren, after the grace", async () => {
    const { result, chunks, groups } = start(
      "trap '' TERM; (trap '' TERM; sleep 60) & sh -c 'trap \"\" TERM; sleep 60 & wait' & jobs -p; echo $$; while :; do sleep 0.1; done",
      { timeoutMs: 200, graceMs: 300 },
    );
    const started = Date.now();
    expect((await result).end).toEqual({ state: "timed-out" });
    expect(Date.now() - started).toBeGreaterThan(450);
    expect(Date.now() - started).toBeLessThan(10_000);
    const pids = chunks
      .map(({ text }) => text)
      .join("")
      .trim()
      .split("\n")
      .map(Number);
    expect(pids).toHaveLength(3);
    for (const pid of pids) expect(isAlive(pid)).toBe(false);
    expect(groups.size).toBe(0);
  });

  it("lets a program clean up on SIGTERM, and kills what it leaves behind", async () => {
    const abort = new AbortController();
    const { result, chunks } = start(
      "(trap '' TERM; sleep 60) & echo $!; trap 'echo cleaned; exit 0' TERM; echo ready; wait",
      {
        signal: abort.signal,
        graceMs: 200,
      },
    );
    const text = () => chunks.map((chunk) => chunk.text).join("");
    await eventually(() => text().includes("ready"));
    abort.abort();
    expect((await result).end).toEqual({ state: "aborted" });
    expect(text()).toContain("cleaned\n");
    expect(isAlive(Number(text().split("\n")[0]))).toBe(false);
  });

  it("ends what has left its group too, gently first", async () => {
    const abort = new AbortController();
    const { result, chunks } = start(
      "setsid sh -c 'trap \"echo bye; exit\" TERM; echo $$; while :; do sleep 0.1; done' & setsid sh -c 'trap \"\" TERM; echo $$; while :; do sleep 0.1; done' & wait",
      { signal: abort.signal, graceMs: 1_000 },
    );
    const lines = () =>
      chunks
        .map(({ text }) => text)
        .join("")
        .split("\n")
        .slice(0, -1);
    await eventually(() => lines().length >= 2);
    abort.abort();
    expect((await result).end).toEqual({ state: "aborted" });
    expect(lines()).toContain("bye");
    const pids = lines()
      .filter((line) => /^\d+$/.test(line))
      .map(Number);
    expect(pids).toHaveLength(2);
    for (const pid of pids) expect(isAlive(pid)).toBe(false);
  });

  it.runIf(process.platform === "linux")("says so when something is left that nobody finds", async () => {
    const abort = new AbortController();
    // It has left the group, and dropped the mark; only its output, which it keeps open, tells that it is there.
    const { result, chunks } = start("env -i /usr/bin/setsid /bin/sh -c 'echo $$; exec /bin/sleep 60' & wait", {
      signal: abort.signal,
      graceMs: 50,
    });
    const pid = () => Number(chunks.map(({ text }) => text).join(""));
    await eventually(() => chunks.some(({ text }) => text.endsWith("\n")));
    try {
      abort.abort();
      expect((await result).end).toEqual({ state: "aborted", left: true });
      expect(isAlive(pid())).toBe(true);
    } finally {
      process.kill(pid(), "SIGKILL");
    }
  });

  it("gives no time to clean up when it is in a hurry", async () => {
    const abort = new AbortController();
    const { result, chunks, groups } = start("trap '' TERM; echo ready; while :; do sleep 0.1; done", {
      signal: abort.signal,
      graceMs: 20_000,
    });
    await eventually(() => chunks.length > 0);
    abort.abort();
    groups.hurry();
    const asked = Date.now();
    expect((await result).end).toEqual({ state: "aborted" });
    expect(Date.now() - asked).toBeLessThan(10_000);
  });

  it("is not started when it can't be written down", async () => {
    const ledger = folder();
    const groups = new ProcessGroups();
    groups.keepLedger(ledger, "lock");
    groups.dropLedger();
    expect(existsSync(join(ledger, "processes.ndjson"))).toBe(false);
    const full = new ProcessGroups();
    full.begin = () => {
      throw Object.assign(new Error("full"), { code: "ENOSPC" });
    };
    const file = join(ledger, "ran");
    expect((await start(`touch ${file}`, { groups: full }).result).end).toEqual({
      state: "not-started",
      code: "ENOSPC",
    });
    expect(existsSync(file)).toBe(false);
  });

  it("ends at once when everything goes on SIGTERM", async () => {
    const started = Date.now();
    expect((await start("sleep 60", { timeoutMs: 50 }).result).end).toEqual({ state: "timed-out" });
    expect(Date.now() - started).toBeLessThan(1_900);
  });

  it("does not wait for background programs that keep the pipes, nor harm them", async () => {
    const done = join(folder(), "done");
    const started = Date.now();
    const { result, chunks } = start(`(sleep 2; head -c 200000 /dev/zero; echo late; touch ${done}) & echo early`, {
      lingerMs: 200,
    });
    expect((await result).end).toEqual({ state: "exited", exitCode: 0, signal: null });
    expect(Date.now() - started).toBeLessThan(1_900);
    expect(chunks).toEqual([{ stream: "stdout", text: "early\n" }]);
    await eventually(() => existsSync(done));
    expect(chunks).toHaveLength(1);
  });

  it("can be ended together with all others", async () => {
    const groups = new ProcessGroups();
    const both = [start("sleep 60", { groups }), start("sleep 60", { groups })];
    expect(groups.size).toBe(2);
    groups.killAll("SIGKILL");
    for (const { result } of both)
      expect((await result).end).toEqual({ state: "exited", exitCode: null, signal: "SIGKILL" });
    expect(groups.size).toBe(0);
  });
});
