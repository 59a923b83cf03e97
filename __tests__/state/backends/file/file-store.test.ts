import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Write } from "../../../../src/engine/ports/state-store.ts";
import { FileStore } from "../../../../src/state/backends/file/file-store.ts";
import { type FileSystem, nodeFileSystem } from "../../../../src/state/backends/file/file-system.ts";
import { stateStoreContract } from "../../../contracts/state-store.ts";
import {
  clock,
  context,
  entry,
  holder,
  lockOptions,
  never,
  project,
  snapshot,
  temporaryFolder,
  writeOptions,
} from "../../fixtures.ts";
import { printed, startWorker } from "../../processes.ts";

stateStoreContract("the file store", () => {
  const { path, remove } = temporaryFolder();
  const file = join(path, project, context, "state.json");
  return {
    open: () => new FileStore({ statePath: path, project, context, writer: "0.0.0", clock }),
    openAs: (name) => new FileStore({ statePath: path, ...name, writer: "0.0.0", clock }),
    damage: () => writeFileSync(file, readFileSync(file, "utf8").replace("greeting", "meeting")),
    stored: () => readFileSync(file, "utf8"),
    historyLimit: 20,
    race: async (processes, rounds) => {
      const workers = Array.from({ length: processes }, () => startWorker("increment", path, String(rounds)));
      await Promise.all(workers.map((worker) => worker.ended));
      return { succeeded: processes * rounds };
    },
    cleanUp: remove,
  };
});

let temporary: ReturnType<typeof temporaryFolder>;
let folder: string;
beforeEach(() => {
  temporary = temporaryFolder();
  folder = join(temporary.path, project, context);
});
afterEach(() => temporary.remove());

function open(files: Partial<FileSystem> = {}): FileStore {
  const statePath = temporary.path;
  return new FileStore({ statePath, project, context, writer: "1.2.0", clock, files: { ...nodeFileSystem, ...files } });
}

async function written(write: Promise<Write>): Promise<string> {
  const done = await write;
  if (done.state !== "written") throw new Error(done.failure.message);
  return done.revision;
}

/** Serials 1 and 2, the second one a run's end. */
async function twoVersions(): Promise<string> {
  const revision = await written(open().write(snapshot(1), undefined, writeOptions(), never));
  return written(open().write(snapshot(2), revision, writeOptions(true), never));
}

async function whyUnavailable(store = open()): Promise<string> {
  const read = await store.read(never);
  if (read.state !== "unavailable") throw new Error(`it is ${read.state}`);
  expect(read.failure.reason).toBe("state-unavailable");
  return read.failure.message;
}

/** An error as the system gives it. */
function systemError(code: string, words: string): Error {
  return Object.assign(new Error(`${code}: ${words}`), { code });
}

function files(): string[] {
  return readdirSync(folder).sort();
}

test("the layout: state, the version before it, run ends, nothing else but the lock", async () => {
  const revision = await twoVersions();
  expect(files()).toEqual(["history", "lock-1.json", "lock-2.json", "state.backup.json", "state.json"]);
  expect(readdirSync(join(folder, "history"))).toEqual(["2.json"]);
  expect(JSON.parse(readFileSync(join(folder, "state.backup.json"), "utf8")).serial).toBe(1);
  expect(readFileSync(join(folder, "history/2.json"), "utf8")).toBe(readFileSync(join(folder, "state.json"), "utf8"));
  expect(revision).toMatch(/^sha256:[0-9a-f]{64}$/);
});

test("history does not change when state.json is edited in place", async () => {
  await twoVersions();
  const kept = readFileSync(join(folder, "history/2.json"), "utf8");
  appendFileSync(join(folder, "state.json"), "edited");
  expect(readFileSync(join(folder, "history/2.json"), "utf8")).toBe(kept);
});

test("odd names stay inside the state folder", async () => {
  for (const name of ["../../etc", ".", "..", "a b/c", "CON:"]) {
    const store = new FileStore({ statePath: temporary.path, project: name, context, writer: "1", clock });
    await written(store.write(snapshot(1, { project: name }), undefined, writeOptions(), never));
    expect(await store.read(never)).toMatchObject({ state: "found" });
  }
  expect(readdirSync(temporary.path).sort()).toEqual(["%2E", "%2E.", "%2E.%2F..%2Fetc", "CON%3A", "a%20b%2Fc"]);
});

describe("missing is absent only when nothing shows that there was a state", () => {
  test("an empty folder, and one with a lock only", async () => {
    expect(await open().read(never)).toEqual({ state: "absent" });
    mkdirSync(folder, { recursive: true });
    expect(await open().read(never)).toEqual({ state: "absent" });
    const lock = await open().lock(holder("a"), lockOptions(0), never);
    expect(lock.state).toBe("locked");
    expect(await open().read(never)).toEqual({ state: "absent" });
  });

  test("a backup", async () => {
    await twoVersions();
    unlinkSync(join(folder, "state.json"));
    const message = `The state at ${folder}/state.json is missing, and it was there before: ${folder}/state.backup.json is the version before the last one. Restore it (copy it to state.json); or, to begin without any state, move the folder ${folder} away.`;
    expect(await whyUnavailable()).toBe(message);
    expect(await open().write(snapshot(1), undefined, writeOptions(), never)).toMatchObject({
      state: "unavailable",
      failure: { message },
    });
  });

  test("history", async () => {
    await twoVersions();
    unlinkSync(join(folder, "state.json"));
    unlinkSync(join(folder, "state.backup.json"));
    expect(await whyUnavailable()).toContain(`${folder}/history/2.json is the last one kept. Restore it`);
  });

  test("a journal", async () => {
    open().journal.start("line-1", 1);
    expect(await whyUnavailable()).toContain(`${folder}/journal.ndjson belongs to it. Restore state.json`);
  });

  test("links to nothing", async () => {
    mkdirSync(folder, { recursive: true });
    symlinkSync(join(temporary.path, "nowhere"), join(folder, "state.json"));
    expect(await whyUnavailable()).toBe(
      `The state at ${folder}/state.json is a link to a file that does not exist. Restore that file, or put the state itself there.`,
    );
    rmSync(join(temporary.path, project), { recursive: true });
    symlinkSync(join(temporary.path, "disk"), join(temporary.path, project));
    expect(await whyUnavailable()).toContain(
      `The state folder ${temporary.path}/${project} is a link to a folder that does not exist.`,
    );
  });

  test("folders and files in the wrong place", async () => {
    mkdirSync(join(folder, "state.json"), { recursive: true });
    expect(await whyUnavailable()).toMatch(
      /^Could not read the state .*state\.json \(EISDIR: .*\)\. A folder is where the file should be/,
    );
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "");
    expect(await whyUnavailable()).toMatch(/^Could not read the state .*state\.json \(ENOTDIR: /);
  });

  test("an empty file, and one that may not be read", async () => {
    await twoVersions();
    writeFileSync(join(folder, "state.json"), "");
    expect(await whyUnavailable()).toBe(
      `The state of storefront/prod at ${folder}/state.json can't be used: it is empty (0 bytes), which a state never is. The version before it is ${folder}/state.backup.json, earlier ones are in ${folder}/history: put a good one back with \`opus state push FILE --force\`, or copy it over this one. Nothing was changed.`,
    );
    const denied = open({
      readFile: () => {
        throw systemError("EACCES", "permission denied, open 'state.json'");
      },
    });
    expect(await whyUnavailable(denied)).toBe(
      `Could not read the state ${folder}/state.json (EACCES: permission denied, open 'state.json'). Give the user that runs opus access to it.`,
    );
  });
});

test("history that was damaged or renamed is unavailable", async () => {
  await twoVersions();
  const path = join(folder, "history");
  renameSync(join(path, "2.json"), join(path, "9.json"));
  expect(await open().history(9, never)).toMatchObject({
    state: "unavailable",
    failure: {
      message: `The state at ${path}/9.json has serial 2, not 9 as its name says. Restore it, or move it away.`,
    },
  });
  writeFileSync(join(path, "9.json"), "{");
  expect(await open().history(9, never)).toMatchObject({ state: "unavailable" });
  const denied = open({
    readdir: () => {
      throw systemError("EACCES", "permission denied");
    },
  });
  const ends = await denied.runEnds(never);
  expect(ends.ok ? "" : ends.error.message).toContain(
    `Could not list the earlier states in ${path} (EACCES: permission denied)`,
  );
});

describe("a write that fails leaves the old bytes", () => {
  const faults = [
    ["ENOSPC", "no space left on device", "write"],
    ["EIO", "i/o error", "fsync"],
    ["EROFS", "read-only file system", "open"],
    ["EDQUOT", "disk quota exceeded", "copy"],
    ["EACCES", "permission denied", "rename"],
  ] as const;

  /** A store on which calls of one method fail, beginning with the one after `allowed` good ones. */
  function faulty(
    [code, words, method]: Readonly<[string, string, keyof FileSystem]>,
    allowed: number,
    lasting: boolean,
  ): FileStore {
    let calls = 0;
    const original = nodeFileSystem[method] as (...args: never[]) => unknown;
    return open({
      [method]: (...args: never[]) => {
        calls++;
        if (calls === allowed + 1 || (lasting && calls > allowed)) throw systemError(code, words);
        return original(...args);
      },
    });
  }

  test.each(faults)("%s, at each point at which it may happen", async (...fault) => {
    const [code, words] = fault;
    const revision = await twoVersions();
    const before = readFileSync(join(folder, "state.json"), "utf8");
    let failures = 0;
    for (const lasting of [false, true])
      for (let allowed = 0; ; allowed++) {
        const store = faulty(fault, allowed, lasting);
        const write = await store.write(snapshot(3), revision, writeOptions(true), never);
        if (write.state === "written") {
          // Beyond the last call that matters. Back to where it was.
          writeFileSync(join(folder, "state.json"), before);
          break;
        }
        failures++;
        expect(write).toMatchObject({ state: "unavailable", failure: { reason: "state-unavailable" } });
        expect(write.failure.message).toContain(`(${code}: ${words})`);
        expect(write.failure.message).toContain(folder);
        expect(readFileSync(join(folder, "state.json"), "utf8")).toBe(before);
        expect(files().filter((name) => name.startsWith(".write-"))).toEqual([]);
        // The same store is not locked out by a lock that it could not release.
        const again = await store.write(snapshot(3), revision, writeOptions(true), never);
        if (again.state === "unavailable") expect(again.failure.reason).toBe("state-unavailable");
        writeFileSync(join(folder, "state.json"), before);
        const held = readdirSync(folder).filter((name) => name.startsWith("lock-"));
        for (const name of held) unlinkSync(join(folder, name));
      }
    expect(failures).toBeGreaterThan(1);
  });
});

test("a full disk says where, and what to do", async () => {
  mkdirSync(folder, { recursive: true });
  let full = false;
  const store = open({
    open: (path, flags) => {
      // Full as soon as the state is written; only what has room already may be overwritten.
      full = (full && flags !== "r+") || path.includes(".write-");
      return nodeFileSystem.open(path, flags);
    },
    write: (descriptor, data) => {
      if (full) throw systemError("ENOSPC", "no space left on device, write");
      return nodeFileSystem.write(descriptor, data);
    },
  });
  expect(await store.write(snapshot(1), undefined, writeOptions(), never)).toEqual({
    state: "unavailable",
    failure: {
      reason: "state-unavailable",
      message: `Could not write the state ${folder}/state.json (ENOSPC: no space left on device, write). The disk is full: free some space and run again.`,
      diagnostics: [],
    },
  });
  expect(await open().read(never)).toEqual({ state: "absent" });
  // The lock was released in its own room.
  expect((await open().lock(holder("next"), lockOptions(0), never)).state).toBe("locked");
});

test("short writes are finished", async () => {
  const store = open({ write: (descriptor, data) => nodeFileSystem.write(descriptor, data.subarray(0, 7)) });
  await written(store.write(snapshot(1), undefined, writeOptions(), never));
  expect(await open().read(never)).toMatchObject({ state: "found", snapshot: snapshot(1) });
});

test("file systems without hard links work as well", async () => {
  const link = () => {
    throw systemError("EPERM", "operation not permitted, link");
  };
  const [first, second] = [open({ link }), open({ link })];
  const lock = await first.lock(holder("first"), lockOptions(0), never);
  expect((await second.lock(holder("second"), lockOptions(0), never)).state).toBe("held");
  const revision = await written(first.write(snapshot(1), undefined, writeOptions(), never));
  await written(first.write(snapshot(2), revision, writeOptions(), never));
  expect(JSON.parse(readFileSync(join(folder, "state.backup.json"), "utf8")).serial).toBe(1);
  if (lock.state === "locked") await lock.release();
  expect((await second.lock(holder("second"), lockOptions(0), never)).state).toBe("locked");
});

test("what killed writers left is removed by the next one", async () => {
  await twoVersions();
  for (const path of [folder, join(folder, "history")]) writeFileSync(join(path, ".write-1234.tmp"), "half a st");
  writeFileSync(join(folder, ".lock-new.tmp"), "another process is just taking the lock");
  await open().lock(holder("next"), lockOptions(0), never);
  expect(files().filter((name) => name.endsWith(".tmp"))).toEqual([".lock-new.tmp"]);
  expect(readdirSync(join(folder, "history"))).toEqual(["2.json"]);
});

test("a holder whose lock was released by somebody else writes nothing more", async () => {
  const store = open();
  await store.lock(holder("slow"), lockOptions(0), never);
  const revision = await written(store.write(snapshot(1), undefined, writeOptions(), never));
  expect(await open().unlock("slow", never)).toMatchObject({ ok: true });
  expect(await store.write(snapshot(2), revision, writeOptions(), never)).toMatchObject({
    state: "conflict",
    failure: {
      reason: "state-conflict",
      message: `The state at ${folder}/state.json was not written: the lock of this run (slow) was released by somebody else meanwhile, so another run may be writing. The stored state is untouched.`,
    },
  });
  await open().lock(holder("next"), lockOptions(0), never);
  expect((await store.write(snapshot(2), revision, writeOptions(), never)).state).toBe("conflict");
});

test("a write without the lock waits for its holder, and gives up", async () => {
  await open().lock(holder("busy"), lockOptions(0), never);
  const statePath = temporary.path;
  const store = new FileStore({ statePath, project, context, writer: "1", clock, writeLockMs: 50 });
  expect(await store.write(snapshot(1), undefined, writeOptions(), never)).toMatchObject({
    state: "unavailable",
    failure: { reason: "state-locked" },
  });
});

test("state that can't be read stops a write, whatever it expects", async () => {
  const revision = await twoVersions();
  chmodSync(join(folder, "state.json"), 0o644);
  writeFileSync(join(folder, "state.json"), "{}");
  for (const expected of [undefined, revision])
    expect(await open().write(snapshot(3), expected, writeOptions(), never)).toMatchObject({ state: "unavailable" });
  expect(readFileSync(join(folder, "state.json"), "utf8")).toBe("{}");
});

test("a writer that is killed at any moment leaves a whole state, and loses no acknowledged result", async () => {
  const statePath = temporary.path;
  for (let round = 0; round < 20; round++) {
    const worker = startWorker("forever", statePath);
    await printed(worker, /task-\d+ \d+\n/);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    worker.child.kill("SIGKILL");
    await worker.ended.catch(() => undefined);
    const acknowledged = new Map<string, number>();
    for (const [, task = "", count] of worker.output().matchAll(/(task-\d+) (\d+)\n/g))
      acknowledged.set(task, Number(count));
    const { StateSession } = await import("../../../../src/state/session/session.ts");
    const run = { id: "check", attempt: 1, sha: "", url: "" };
    const options = { project, context, clock, newLineage: () => "line-2", run, command: "plan", writer: "1" };
    const opened = await StateSession.open(open(), options, never);
    if (!opened.ok) throw new Error(opened.error.message);
    for (const [task, count] of acknowledged) {
      const found = opened.value.tasks.get(task);
      // The result after the last acknowledged one may be there already.
      expect([count, count + 1]).toContain(found?.order);
      expect(found).toEqual(entry(task, { order: found?.order ?? 0 }));
    }
  }
  expect(existsSync(join(folder, "state.json"))).toBe(true);
});
