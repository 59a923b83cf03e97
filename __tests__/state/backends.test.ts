// A backend is its folder in src/state/backends/ and its line in src/state/backends.ts: here both are added from outside.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { filesOfBackends } from "../../scripts/generate-backends.ts";
import { readSettings } from "../../src/action/inputs.ts";
import { metadata } from "../../src/action/metadata.generated.ts";
import type { Host } from "../../src/app/host.ts";
import { Handover, readHandover } from "../../src/app/post-step/handover-file.ts";
import { run } from "../../src/app/run-command.ts";
import { runState } from "../../src/app/state-cli/state-command.ts";
import type { RunEvent } from "../../src/engine/model/run-events.ts";
import type { Backend } from "../../src/state/backend.ts";
import { builtInBackends } from "../../src/state/backends.ts";
import { localMachine } from "../../src/state/lock/process-identity.ts";
import { hostIn } from "../doubles/host.ts";
import { memoryBackend } from "../doubles/memory-backend/backend.ts";
import { RecordingConsole } from "../doubles/recording-console.ts";

describe("the list of backends", () => {
  test("is what inputs and the files for people name", () => {
    expect(metadata.stateBackends).toEqual(builtInBackends.map(({ name }) => name).sort());
    for (const [path, text] of filesOfBackends()) expect(readFileSync(path, "utf8")).toBe(text);
  });

  test("is written everywhere when a line is added", () => {
    for (const [path, text] of filesOfBackends([...builtInBackends, memoryBackend()]))
      expect(
        text.split("\n").filter((line) => line.includes("memory")),
        path,
      ).not.toEqual([]);
  });

  test("has one standard for each surrounding, one backend for each setting, and known ones in the place of others", () => {
    for (const standard of ["terminal", "workflow"])
      expect(builtInBackends.filter(({ standardIn }) => standardIn === standard)).toHaveLength(1);
    for (const setting of ["branch", "path"])
      expect(builtInBackends.filter(({ chosenBy }) => chosenBy === setting)).toHaveLength(1);
    const names = builtInBackends.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { insteadInTerminal: instead } of builtInBackends) if (instead) expect(names).toContain(instead);
  });
});

const manifest = `apiVersion: opus/v1
kind: Project
metadata: { name: shop }
---
apiVersion: opus/v1
kind: File
metadata: { name: note }
spec: { path: out.txt, content: hello }
`;

/** Everything that a new backend takes: its folder, and one line here. */
describe("a backend that was added by a folder and a line", () => {
  let directory: string;
  let backends: readonly Backend[];
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "opus-backend-"));
    writeFileSync(join(directory, "opus.yaml"), manifest);
    backends = [...builtInBackends, memoryBackend()];
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  function host(events: RunEvent[] = []): Host {
    return hostIn(directory, {
      backends,
      hooks: async () => [{ name: "events", on: (event) => void events.push(event) }],
    });
  }

  async function command(name: string) {
    const names = backends.map(({ name: one }) => one).sort();
    const given = { command: name, context: "prod", "state-backend": "memory" };
    const settings = readSettings(given, { terminal: true, backends: names });
    if (!settings.ok) throw new Error(JSON.stringify(settings.error));
    const events: RunEvent[] = [];
    const { exitCode, report } = await run(settings.value, host(events));
    return { exitCode, report, events };
  }

  test("carries an apply through the program, and what comes after it", async () => {
    const applied = await command("apply");
    expect(applied.report.diagnostics).toEqual([]);
    expect(applied.exitCode).toBe(0);
    expect(applied.report.contexts[0]).toMatchObject({
      state: { backend: "memory", label: "gone in a moment", serial: 2 },
      counts: { create: 1 },
    });
    expect(applied.events).toContainEqual({ type: "progress", text: "The memory forgets shop/prod." });
    expect(readFileSync(join(directory, "out.txt"), "utf8")).toBe("hello");
    const planned = await command("plan");
    expect(planned.report.contexts[0]).toMatchObject({ counts: { create: 0, delete: 0 }, order: ["note"] });
  });

  test("is reached by `opus state`, which finds the only context that is recorded", async () => {
    await command("apply");
    const console = new RecordingConsole();
    const errors: string[] = [];
    const request = { subcommand: "list", operands: [], raw: { "state-backend": "memory" }, json: false } as const;
    const status = await runState(request as never, host(), {
      console,
      data: async () => {},
      error: (text) => void errors.push(text),
    });
    expect(errors).toEqual([]);
    expect(status).toBe(0);
    expect(console.text).toContain("shop/prod");
  });

  test("is what a handover may name, as no other is", () => {
    const folder = directory;
    let path = "";
    const handover = Handover.begin(folder, localMachine().self, (told) => {
      path = told;
    });
    handover.open({ said: { backend: "memory" }, project: "shop", context: "prod", command: "apply", lockId: "1" });
    expect(readHandover(path, folder, backends)).toMatchObject({ ok: true });
    expect(readHandover(path, folder)).toMatchObject({ ok: false });
  });

  test("is named where another one was asked for that is not there", () => {
    const read = readSettings({ "state-backend": "memory" }, { terminal: true });
    expect(read).toMatchObject({ ok: false, error: [{ code: "invalid-input" }] });
  });
});
