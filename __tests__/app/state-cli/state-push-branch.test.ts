import { afterEach, beforeEach, expect, test } from "vitest";
import { pushState } from "../../../src/app/state-cli/push.ts";
import type { StateCommandEnv } from "../../../src/app/state-cli/state-command-env.ts";
import { ok } from "../../../src/engine/diagnostics/diagnostic.ts";
import type { StateStore } from "../../../src/engine/ports/state-store.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { localMachine } from "../../../src/state/lock/process-identity.ts";
import { encode } from "../../../src/state/snapshot/codec.ts";
import { GitServer } from "../../peers/git-server.ts";
import { openBranch } from "../../state/backends/branch/open-branch.ts";
import {
  clock,
  context,
  holder,
  lockOptions,
  never,
  project,
  run,
  snapshot,
  temporaryFolder,
  writeOptions,
} from "../../state/fixtures.ts";

const path = "storefront/prod/state.json";
let server: GitServer;
let temporary: ReturnType<typeof temporaryFolder>;
beforeEach(async () => {
  server = await GitServer.start();
  temporary = temporaryFolder();
});
afterEach(async () => {
  await server.close();
  temporary.remove();
});

function open(machine = localMachine()): StateStore {
  return openBranch({ url: server.url, token: server.token, folder: temporary.path, store: { machine } });
}

function commandEnv(force: boolean, lines: string[] = []): StateCommandEnv {
  return {
    request: { subcommand: "push", operands: [], force } as unknown as StateCommandEnv["request"],
    settings: { lockTimeoutMs: 0 } as StateCommandEnv["settings"],
    project,
    context,
    store: open(),
    clock,
    run,
    version: "1.2.0",
    redactor: createRedactor(),
    signal: never,
    sealing: undefined,
    line: (text) => void lines.push(text),
    data: async () => undefined,
    command: (...words) => ["opus", ...words].join(" "),
    emit: () => undefined,
  };
}

async function file(serial: number, lockId?: string) {
  const recovery = lockId === undefined ? undefined : { follows: [{ serial: 0, digest: null }], lockId };
  return {
    shown: "state.json",
    data: Buffer.from(await encode(snapshot(serial), run, "1.2.0", { recovery })),
    context,
  };
}

/** A lock of another machine, of which nobody here can tell whether its run is over. */
async function lockElsewhere(id: string): Promise<void> {
  const machine = localMachine();
  const other = { ...machine, self: { ...machine.self, host: "runner-2", bootId: "other", pid: 7 } };
  expect(await open(other).lock?.(holder(id), lockOptions(0), never)).toMatchObject({ state: "locked" });
}

test("a recovery file takes over the lock of the run that wrote it, and says so", async () => {
  await lockElsewhere("lost");
  const lines: string[] = [];
  expect(await pushState(commandEnv(false, lines), await file(1, "lost"))).toEqual(ok(undefined));
  expect(lines[0]).toBe(
    "Released the lock lost, which the run that wrote this file had left (`apply` since 2026-01-02T03:04:05.000Z, run https://ci.example/run-1).",
  );
  expect(server.file("opus-state", path)).toContain('"serial": 1');
  expect(server.file("opus-state", "storefront/prod/lock.json")).toBeUndefined();
});

test("it takes over no other lock", async () => {
  await lockElsewhere("of another run");
  expect(await pushState(commandEnv(true), await file(1, "lost"))).toMatchObject({
    ok: false,
    error: { reason: "state-locked" },
  });
  expect(server.file("opus-state", "storefront/prod/lock.json")).toContain("of another run");
  expect(server.file("opus-state", path)).toBeUndefined();
});

test("by force it is stored over what is damaged or gone, higher than all that was there", async () => {
  await open().write(snapshot(6), undefined, writeOptions(true), never);
  const good = server.file("opus-state", path) ?? "";
  for (const [damaged, serial] of [
    [good.replace("greeting", "meeting"), 7],
    ["<html>", 8],
    [null, 9],
  ] as const) {
    server.write("opus-state", { [path]: damaged });
    const refused = await pushState(commandEnv(false), await file(2));
    expect(refused).toMatchObject({ ok: false, error: { reason: "state-unavailable" } });
    expect(!refused.ok && refused.error.message).toContain("opus state push state.json --force");
    const lines: string[] = [];
    expect(await pushState(commandEnv(true, lines), await file(2))).toEqual(ok(undefined));
    expect(lines[0]).toBe(`Stored state.json as serial ${serial} of storefront/prod.`);
    expect(lines[1]).toMatch(/^Forced, over this: The state (?:of|at) storefront\/prod/);
    expect(JSON.parse(server.file("opus-state", path) ?? "")).toMatchObject({ serial, lineage: "line-1" });
  }
  const foreign = good.replace('"project": "storefront"', '"project": "shop"');
  server.write("opus-state", { [path]: foreign });
  expect(await pushState(commandEnv(true), await file(2))).toMatchObject({ ok: false });
  expect(server.file("opus-state", path)).toBe(foreign);
});
