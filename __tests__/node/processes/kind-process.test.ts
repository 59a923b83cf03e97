import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { type KindProcessOptions, startKindProcess } from "../../../src/node/processes/kind-process.ts";
import { ProcessGroups } from "../../../src/node/processes/process-groups.ts";
import { readLedger } from "../../../src/node/processes/process-ledger.ts";
import { listen } from "../../../src/trace/trace.ts";
import { temporaryFolders } from "../temporary.ts";

const folder = temporaryFolders();

async function start(script: string, more: Partial<KindProcessOptions> = {}) {
  const lines: string[] = [];
  const program = await startKindProcess(
    { command: "bash", args: ["--norc", "-c", script], env: { MINE: "1" }, onLine: (line) => void lines.push(line) },
    {
      groups: new ProcessGroups(),
      redaction: createRedactor(),
      env: { PATH: process.env.PATH ?? "" },
      cwd: "/",
      owner: "toy",
      graceMs: 200,
      broken: () => {},
      ...more,
    },
  );
  return { program, lines };
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
  for (let round = 0; round < 500 && !check(); round++) await new Promise((done) => setTimeout(done, 10));
  expect(check()).toBe(true);
}

describe("a program of a kind", () => {
  it("is asked and answers in lines, which line breaks alone end", async () => {
    const { program, lines } = await start('while read -r line; do printf "<%s>\\n" "$line"; done');
    program.write("one\ntw");
    program.write('o \u2028 "é"\n');
    await eventually(() => lines.length === 2);
    expect(lines).toEqual(["<one>", '<two \u2028 "é">']);
    await program.stop();
  });

  it("ends by itself with its status and the end of its stderr, without secrets; what is written later is lost", async () => {
    const redactor = createRedactor();
    redactor.add("s3cr3t-s3cr3t");
    const { program, lines } = await start('echo "$MINE"; echo "broken s3cr3t-s3cr3t" >&2; exit 7', {
      redaction: redactor,
    });
    expect(await program.ended).toEqual({ exitCode: 7, signal: null, stderr: "broken ***\n" });
    expect(lines).toEqual(["1"]);
    program.write("nobody reads this\n");
    await program.stop();
  });

  it("is stopped with all that it has started, also when it does not listen", async () => {
    const { program, lines } = await start('trap "" TERM; setsid sleep 60 & echo $!; sleep 60 & echo $!; wait; wait');
    await eventually(() => lines.length === 2);
    await Promise.all([program.stop(), program.stop()]);
    expect([program.pid, ...lines.map(Number)].map(isAlive)).toEqual([false, false, false]);
    expect((await program.ended).signal).toBe("SIGKILL");
  });

  it("is traced by its name alone, from its start to its end", async () => {
    const traced: string[] = [];
    const end = listen((line) => traced.push(line));
    const { program } = await start("exit 7 # hunter2");
    await program.ended;
    await program.stop();
    end();
    expect(traced).toEqual([`kind toy: bash: started as process ${program.pid}`, "kind toy: bash: exit 7"]);
  });

  it("stands in the ledger until it is stopped", async () => {
    const path = folder();
    const groups = new ProcessGroups();
    groups.keepLedger(path, "run-1");
    const { program } = await start("sleep 60", { groups });
    expect(readLedger(path).calls).toMatchObject([{ task: "toy", leader: { pid: program.pid } }]);
    await program.stop();
    expect(readLedger(path).calls).toEqual([]);
  });

  it.each([
    [undefined, "no text as `command`"],
    [{ command: "", onLine: () => {} }, "no text as `command`"],
    [{ command: "true", args: "x", onLine: () => {} }, "something else than a list of texts as `args`"],
    [{ command: "true", args: [1], onLine: () => {} }, "something else than a list of texts as `args`"],
    [{ command: "true" }, "no function as `onLine`"],
  ])("is not started by what is no request: %o", async (request, what) => {
    const options = { groups: new ProcessGroups(), redaction: createRedactor(), env: {}, cwd: "/", owner: "toy" };
    await expect(startKindProcess(request as never, { ...options, broken: () => {} })).rejects.toMatchObject({
      message: `\`start\` was given ${what}`,
    });
  });

  const broken = async (script: string, onLine: (line: string) => void) => {
    const failures: string[] = [];
    const options = { redaction: createRedactor(), env: { PATH: process.env.PATH ?? "" }, cwd: "/", owner: "toy" };
    const program = await startKindProcess(
      { command: "bash", args: ["--norc", "-c", script], onLine },
      {
        ...options,
        groups: new ProcessGroups(),
        graceMs: 200,
        broken: ({ message }) => void failures.push(message),
      },
    );
    await eventually(() => failures.length > 0);
    expect((await program.ended).signal).toBe("SIGTERM");
    await program.stop();
    return failures;
  };

  it("is ended when its `onLine` throws, at once or later, and takes nothing more", async () => {
    const taken: string[] = [];
    const parse = (line: string): void => {
      taken.push(line);
      JSON.parse(line);
    };
    const script = 'echo Hello; echo "{"; exec sleep 60';
    const [first, ...others] = await broken(script, parse);
    expect(first).toMatch(/^`onLine` threw: Unexpected token .*"Hello" is not valid JSON$/);
    expect([others, taken]).toEqual([[], ["Hello"]]);
    const later = async (line: string): Promise<void> => parse(line);
    expect((await broken(script, later))[0]).toMatch(/^`onLine` threw: Unexpected token .*"Hello" is not valid JSON$/);
  });

  it("is ended when a line does not end, and keeps nothing of it", async () => {
    const taken: string[] = [];
    const endless = "tr '\\0' x </dev/zero";
    expect(await broken(`echo one; exec ${endless}`, (line) => void taken.push(line))).toEqual([
      "its program printed a line of more than 16,777,216 characters",
    ]);
    expect(taken).toEqual(["one"]);
  });

  it("that can't be started says why, and leaves nothing in the ledger", async () => {
    const path = folder();
    const groups = new ProcessGroups();
    groups.keepLedger(path, "run-1");
    const request = { command: "/no/such/program", onLine: () => {} };
    const options = { groups, redaction: createRedactor(), env: {}, cwd: "/", owner: "toy", broken: () => {} };
    await expect(startKindProcess(request, options)).rejects.toThrow("ENOENT");
    expect(readLedger(path).calls).toEqual([]);
  });
});
