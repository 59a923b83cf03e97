import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Handover, readHandover } from "../../src/run/handover.ts";
import { localMachine } from "../../src/state/machine.ts";

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
  return { handover, path, self };
}

const entry = (context: string) => ({
  place: { backend: "file", path: "/state", flags: [] } as const,
  project: "demo",
  context,
  command: "apply",
  lockId: `lock-of-${context}`,
});

describe("a handover", () => {
  it("names the variables that hold secrets", () => {
    const { handover, path } = begin();
    handover.keepSecret(["TOKEN", "KEY"]);
    expect(existsSync(path)).toBe(false);
    handover.open(entry("test"));
    expect(readHandover(path)).toMatchObject({ ok: true, value: { secretVariables: ["TOKEN", "KEY"] } });
  });

  it("is told at once, and there while a context is open", () => {
    const { handover, path, self } = begin();
    expect(path).toMatch(/\/opus\/handover-[0-9a-f-]{36}\.json$/);
    expect(existsSync(dirname(path))).toBe(false);
    expect(readHandover(path)).toEqual({ ok: true, value: undefined });
    handover.open(entry("test"));
    handover.open(entry("prod"));
    expect(readHandover(path)).toMatchObject({
      ok: true,
      value: { process: self, contexts: [entry("test"), entry("prod")] },
    });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    handover.close("test", undefined);
    expect(readHandover(path)).toMatchObject({ ok: true, value: { contexts: [entry("prod")] } });
    handover.close("prod", undefined);
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it("keeps what could not be stored for the post step", () => {
    const { handover, path } = begin();
    handover.open(entry("test"));
    handover.close("test", "results");
    expect(readHandover(path)).toMatchObject({
      ok: true,
      value: { contexts: [{ ...entry("test"), left: "results" }] },
    });
  });

  it("is none in a terminal", () => {
    const handover = Handover.none();
    handover.open(entry("test"));
    handover.close("test", undefined);
  });

  it.each([
    ["[]", / is no handover$/],
    ['{"format":"opus-handover","version":2}', / has version 2, and this program knows 1$/],
    ['{"format":', / is not JSON$/],
  ])("that is spoilt says so: %s", (text, message) => {
    const { handover, path } = begin();
    handover.open(entry("test"));
    writeFileSync(path, text);
    expect(readHandover(path)).toEqual({ ok: false, error: expect.stringMatching(message) });
  });
});
