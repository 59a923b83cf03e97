import { afterEach, beforeEach, expect, test } from "vitest";
import { forgetTasks } from "../../../src/app/context/commands/forget.ts";
import { changeState, type StateCommandEnv } from "../../../src/app/state-cli/state-command-env.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { GitServer } from "../../peers/git-server.ts";
import { openBranch } from "../../state/backends/branch/open-branch.ts";
import {
  clock,
  context,
  entry,
  holder,
  intent,
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
  server.fsck();
  await server.close();
  temporary.remove();
});

const open = () => openBranch({ url: server.url, token: server.token, folder: temporary.path });

function commandEnv(): StateCommandEnv {
  return {
    request: { subcommand: "rm", operands: [] } as unknown as StateCommandEnv["request"],
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
    line: () => undefined,
    data: async () => undefined,
    command: (...words) => ["opus", ...words].join(" "),
    emit: () => undefined,
  };
}

const tasks = { a: entry("a"), b: entry("b"), c: entry("c") };
const forget = (...names: string[]) => changeState(commandEnv(), (session) => forgetTasks(session, names, context));

async function store(pending: boolean): Promise<string> {
  const body = { tasks, undo: [], pending: pending ? [intent("a")] : [] };
  const written = await open().write(snapshot(1, { body }), undefined, writeOptions(!pending), never);
  if (written.state !== "written") throw new Error(written.failure.message);
  return written.revision;
}

const stored = () => JSON.parse(server.file("opus-state", path) ?? "null");

test("what only changes state is one push, without a lock, whatever it drops", async () => {
  await store(false);
  const { pushes } = server;
  expect(await forget("a", "b")).toMatchObject({ ok: true });
  expect([server.pushes - pushes, server.log("opus-state").length]).toEqual([1, 2]);
  expect([stored().serial, Object.keys(stored().body.tasks)]).toEqual([2, ["c"]]);
  expect(server.log("opus-state")[0]?.message).toContain("storefront/prod: state rm forgot 2 [skip ci]");
});

test("what is refused pushes nothing", async () => {
  await store(false);
  const { pushes } = server;
  expect(await forget("a", "nobody")).toMatchObject({ ok: false, error: { reason: "invalid-input" } });
  expect([server.pushes, stored().serial]).toEqual([pushes, 1]);
});

test("it begins again where another run was faster, and loses nothing of that one", async () => {
  const revision = await store(false);
  let others = 0;
  const done = await changeState(commandEnv(), async (session) => {
    if (others++ === 0) {
      const body = { tasks: { ...tasks, d: entry("d") }, undo: [], pending: [] };
      await open().write(snapshot(2, { body }), revision, writeOptions(true), never);
    }
    return forgetTasks(session, ["a"], context);
  });
  expect([done.ok, others]).toEqual([true, 2]);
  expect([stored().serial >= 3, Object.keys(stored().body.tasks)]).toEqual([true, ["b", "c", "d"]]);
  expect(server.files("opus-state")).toEqual(["README.md", path]);
});

test("who has the lock is waited for, and named", async () => {
  await store(false);
  await open().lock(holder("other"), lockOptions(0), never);
  expect(await forget("a")).toMatchObject({ ok: false, error: { reason: "state-locked" } });
  expect(stored().serial).toBe(1);
});

test("what an earlier run has left is kept", async () => {
  await store(true);
  expect(await forget("b")).toMatchObject({ ok: true });
  expect([Object.keys(stored().body.tasks), stored().body.pending.length]).toEqual([["a", "c"], 1]);
  expect(server.files("opus-state")).toEqual(["README.md", path]);
});
