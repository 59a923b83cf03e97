import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { newMark } from "../../../src/app/check/check-series.ts";
import { Handover, readHandover } from "../../../src/app/post-step/handover-file.ts";
import { localMachine } from "../../../src/state/lock/process-identity.ts";

const folders: string[] = [];
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true });
});

function begin() {
  const folder = mkdtempSync(join(tmpdir(), "opus-handover-"));
  folders.push(folder);
  let path = "";
  const { self } = localMachine();
  const handover = Handover.begin(folder, self, (told) => {
    path = told;
  });
  return { handover, path, self, folder };
}

const entry = (context: string) => ({
  said: { backend: "file", path: "state" } as const,
  project: "demo",
  context,
  command: "apply",
  lockId: `lock-of-${context}`,
});

const check = (name: string) => ({ name: `opus: demo/${name}`, sha: "a".repeat(40), mark: newMark(series) });
const series = { key: "0123456789abcdef", run: "4711", attempt: 2 };

describe("a handover", () => {
  it("names the variables that hold secrets", () => {
    const { handover, path, folder } = begin();
    handover.keepSecret(["TOKEN", "KEY"]);
    expect(existsSync(path)).toBe(false);
    handover.open(entry("test"));
    expect(readHandover(path, folder)).toMatchObject({ ok: true, value: { secretVariables: ["TOKEN", "KEY"] } });
  });

  it("is told at once, and there while a context is open", () => {
    const { handover, path, self, folder } = begin();
    expect(path).toMatch(/\/opus\/handover-[0-9a-f-]{36}\.json$/);
    expect(existsSync(dirname(path))).toBe(false);
    expect(readHandover(path, folder)).toEqual({ ok: true, value: undefined });
    handover.open(entry("test"));
    handover.open(entry("prod"));
    expect(readHandover(path, folder)).toMatchObject({
      ok: true,
      value: { process: self, contexts: [entry("test"), entry("prod")] },
    });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    handover.close("test", undefined);
    expect(readHandover(path, folder)).toMatchObject({ ok: true, value: { contexts: [entry("prod")] } });
    handover.close("prod", undefined);
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it("keeps what could not be stored for the post step", () => {
    const { handover, path, folder } = begin();
    handover.open(entry("test"));
    handover.close("test", "results");
    expect(readHandover(path, folder)).toMatchObject({
      ok: true,
      value: { contexts: [{ ...entry("test"), left: "results" }] },
    });
  });

  it("names checks until they have ended, alone or beside contexts", () => {
    const { handover, path, folder } = begin();
    const [one, other] = [check("one"), check("other")];
    handover.openChecks([one]);
    handover.open(entry("test"));
    handover.openChecks([other]);
    handover.close("test", undefined);
    expect(readHandover(path, folder)).toMatchObject({ ok: true, value: { contexts: [], checks: [one, other] } });
    handover.closeCheck(one, true);
    handover.closeCheck(other, false);
    const left = [{ ...other, ended: true }];
    expect(readHandover(path, folder)).toMatchObject({ ok: true, value: { checks: left } });
    handover.closeCheck(other, true);
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it("names older checks until it is known which ones there will be, or that there will be none", () => {
    const { handover, path, folder } = begin();
    const older = { ...series, sha: "a".repeat(40) };
    handover.awaitChecks(older);
    expect(readHandover(path, folder)).toMatchObject({ ok: true, value: { checks: [], older } });
    handover.openChecks([check("one")]);
    expect(readHandover(path, folder)).toMatchObject({ ok: true, value: { older: undefined } });
    const another = begin();
    another.handover.awaitChecks(older);
    another.handover.awaitChecks(undefined);
    expect(existsSync(another.path)).toBe(false);
  });

  it("is none in a terminal", () => {
    const handover = Handover.none();
    handover.open(entry("test"));
    handover.close("test", undefined);
  });

  it.each([
    ["[]", / is no handover$/],
    ['{"format":"opus-handover","version":1}', / has version 1, and this program knows 2$/],
    ['{"format":"opus-handover","version":2}', / holds what no step writes$/],
    ['{"format":', / is not JSON$/],
  ])("that is spoilt says so: %s", (text, message) => {
    const { handover, path, folder } = begin();
    handover.open(entry("test"));
    writeFileSync(path, text);
    expect(readHandover(path, folder)).toEqual({ ok: false, error: expect.stringMatching(message) });
  });

  it.each<
    [string, (content: { process: object; contexts: object[]; checks: object[]; secretVariables: unknown }) => void]
  >([
    ["a commit that leads elsewhere", ({ checks }) => Object.assign(checks[0] ?? {}, { sha: "../../other" })],
    ["a mark that is none", ({ checks }) => Object.assign(checks[0] ?? {}, { mark: "" })],
    ["older checks of no step", (content) => Object.assign(content, { older: { sha: "a".repeat(40) } })],
    ["older checks of no commit", (content) => Object.assign(content, { older: { ...series, sha: "main" } })],
    ["older checks of no run", (content) => Object.assign(content, { older: { ...series, run: "-1" } })],
    ["how a check ended", ({ checks }) => Object.assign(checks[0] ?? {}, { ended: "success" })],
    ["a check without a name", ({ checks }) => Object.assign(checks[0] ?? {}, { name: 7 })],
    ["no list of checks", (content) => Object.assign(content, { checks: "all" })],
    ["a place of its own", ({ contexts }) => Object.assign(contexts[0] ?? {}, { said: { url: "https://x.example" } })],
    ["a branch that is none", ({ contexts }) => Object.assign(contexts[0] ?? {}, { said: { branch: "HEAD" } })],
    ["a backend that is none", ({ contexts }) => Object.assign(contexts[0] ?? {}, { said: { backend: "ftp" } })],
    ["a path that is none", ({ contexts }) => Object.assign(contexts[0] ?? {}, { said: { path: 7 } })],
    ["no context", ({ contexts }) => Object.assign(contexts[0] ?? {}, { context: null })],
    ["a number for a lock", ({ contexts }) => Object.assign(contexts[0] ?? {}, { lockId: 7 })],
    ["left what is none", ({ contexts }) => Object.assign(contexts[0] ?? {}, { left: "everything" })],
    ["null for a context", ({ contexts }) => contexts.push(null as unknown as object)],
    ["no list of variables", (content) => Object.assign(content, { secretVariables: "PATH" })],
    ["every process", ({ process }) => Object.assign(process, { pid: -1 })],
    ["init", ({ process }) => Object.assign(process, { pid: 1 })],
    ["a text for a process", ({ process }) => Object.assign(process, { pid: "7" })],
  ])("is believed nothing that no step writes: %s", (_, spoil) => {
    const { handover, path, folder } = begin();
    handover.open(entry("test"));
    handover.awaitChecks({ ...series, sha: "a".repeat(40) });
    handover.openChecks([check("test")]);
    const content = JSON.parse(readFileSync(path, "utf8"));
    expect(readHandover(path, folder)).toMatchObject({ ok: true });
    spoil(content);
    writeFileSync(path, JSON.stringify(content));
    expect(readHandover(path, folder)).toEqual({ ok: false, error: `${path} holds what no step writes` });
  });

  it("is read nowhere else, through no symlink, and is not waited for", () => {
    const { handover, path, folder } = begin();
    handover.open(entry("test"));
    const text = readFileSync(path, "utf8");
    for (const elsewhere of [join(folder, "x.json"), join(dirname(path), "x.json"), `${path}/../../y.json`]) {
      writeFileSync(join(folder, "x.json"), text);
      expect(readHandover(elsewhere, folder)).toEqual({ ok: false, error: `${elsewhere} is no place of a handover` });
    }
    rmSync(path);
    symlinkSync(join(folder, "x.json"), path);
    expect(readHandover(path, folder)).toEqual({ ok: false, error: expect.stringMatching(/^ELOOP: /) });
    rmSync(path);
    execFileSync("bash", ["-c", 'mkfifo "$1"', "-", path]);
    expect(readHandover(path, folder)).toEqual({ ok: false, error: `${path} is not JSON` });
  });
});
