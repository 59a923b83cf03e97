import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Read, StateName } from "../../../src/engine/ports/state-store.ts";
import { FileStore } from "../../../src/state/backends/file/file-store.ts";
import { type FileSystem, nodeFileSystem } from "../../../src/state/backends/file/file-system.ts";
import { MemoryCache } from "../../doubles/memory-cache.ts";
import { cacheStore } from "../../state/backends/cache/stores.ts";
import { clock, context, never, project, snapshot, temporaryFolder, writeOptions } from "../../state/fixtures.ts";

const old: StateName = { project, context };
const now: StateName = { project: "shop", context: "live" };
const moved = { ...snapshot(2), ...now };

let temporary: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  temporary = temporaryFolder();
});
afterEach(() => temporary.remove());

/** What a reader finds, in a word. */
function word(read: Read): string {
  return read.state === "unavailable" ? (read.movedTo ? "moved" : read.failure.message) : read.state;
}

describe("a run that is killed while it carries a state over, in files", () => {
  const open = (name: StateName, files: FileSystem = nodeFileSystem): FileStore =>
    new FileStore({ statePath: temporary.path, ...name, writer: "0.0.0", clock, files });

  /** A file system that does nothing any more after so many changes, as after a kill. */
  function killedAfter(changes: number): { readonly files: FileSystem; readonly done: () => number } {
    let done = 0;
    const counted = ["open", "write", "rename", "link", "copy", "unlink", "mkdir"] as const;
    const files = { ...nodeFileSystem };
    for (const name of counted) {
      const real = nodeFileSystem[name] as (...args: unknown[]) => unknown;
      Object.assign(files, {
        [name]: (...args: unknown[]) => {
          if (done >= changes) throw Object.assign(new Error("killed"), { code: "EIO" });
          done++;
          return real(...args);
        },
      });
    }
    return { files, done: () => done };
  }

  async function began(): Promise<string> {
    const store = open(old);
    const first = await store.write(snapshot(1), undefined, writeOptions(true), never);
    const second = await store.write(
      snapshot(2),
      first.state === "written" ? first.revision : "",
      writeOptions(true),
      never,
    );
    return second.state === "written" ? second.revision : "";
  }

  it("leaves it in exactly one of the two places, wherever that was, and the next run ends it", async () => {
    const states = new Set<string>();
    for (let changes = 0; ; changes++) {
      temporary.remove();
      mkdirSync(temporary.path, { recursive: true });
      const expected = await began();
      const { files } = killedAfter(changes);
      const write = await open(now, files).takeOver(open(old, files), moved, expected, writeOptions(), never);
      // The locks of a killed process are nobody's; of this one they are.
      for (const { project: one, context: other } of [old, now])
        for (const name of existsSync(join(temporary.path, one, other))
          ? readdirSync(join(temporary.path, one, other))
          : [])
          if (name.includes("lock")) nodeFileSystem.unlink(join(temporary.path, one, other, name));
      const [there, here] = [word(await open(old).read(never)), word(await open(now).read(never))];
      states.add(`${there}, ${here}`);
      expect(["found, absent", "moved, found"]).toContain(`${there}, ${here}`);
      if (there === "found") {
        const again = await open(now).takeOver(open(old), moved, expected, writeOptions(), never);
        expect(again.state === "written" ? "written" : again.failure.message).toBe("written");
      }
      const read = await open(now).read(never);
      expect(read.state === "found" && read.snapshot).toEqual(moved);
      expect(word(await open(old).read(never))).toBe("moved");
      if (write.state === "written" && existsSync(join(temporary.path, project, context, "state.json")) === false)
        break;
    }
    expect([...states].sort()).toEqual(["found, absent", "moved, found"]);
  });

  it("leaves nothing behind when it goes through", async () => {
    const expected = await began();
    await open(now).takeOver(open(old), moved, expected, writeOptions(), never);
    const files = (name: StateName) =>
      readdirSync(join(temporary.path, name.project, name.context))
        .filter((one) => !one.startsWith("lock-"))
        .sort();
    expect([files(old), files(now)]).toEqual([
      ["history", "moved.json"],
      ["history", "state.json"],
    ]);
    expect(readdirSync(join(temporary.path, project, context, "history"))).toEqual([]);
  });

  it("a note that can't be read is no empty place", async () => {
    await began();
    writeFileSync(join(temporary.path, project, context, "moved.json"), "{");
    expect(word(await open(old).read(never))).toMatch(/^The note .*moved\.json can't be read/);
    expect((await open(old).holds(never)).ok).toBe(false);
  });

  it("a first run writes nothing over a state that has moved away", async () => {
    const expected = await began();
    await open(now).takeOver(open(old), moved, expected, writeOptions(), never);
    const write = await open(old).write(snapshot(1), undefined, writeOptions(), never);
    expect(write.state === "unavailable" && write.failure.message).toMatch(
      /^The state of storefront\/prod was carried over/,
    );
  });
});

describe("in the cache, which can't remove anything,", () => {
  it("a run that is killed between the two versions is ended by the next one, and an older commit is refused", async () => {
    const memory = new MemoryCache();
    const open = (name: StateName, initialize = false) => cacheStore(memory, temporary.path, { ...name, initialize });
    const write = await open(old, true).write(snapshot(2), undefined, writeOptions(true), never);
    const expected = write.state === "written" ? write.revision : "";
    const here = await open(now).read(never);
    expect([here.state, here.state === "unavailable" && here.missing]).toEqual(["unavailable", true]);
    const saved = memory.entries.length;
    const to = open(now);
    await to.takeOver(open(old), moved, expected, writeOptions(), never);
    expect(memory.entries.slice(saved).map(({ key }) => key)).toEqual([
      "opus-state-v1/shop/live/0000000002/begin",
      "opus-state-v1/storefront/prod/0000000003/follows-line-1",
    ]);
    // As if it had been killed before the second.
    memory.entries.pop();
    expect([word(await open(old).read(never)), word(await open(now).read(never))]).toEqual(["found", "found"]);
    const again = await open(now).takeOver(open(old), moved, expected, writeOptions(), never);
    expect(again.state).toBe("written");
    expect([word(await open(old).read(never)), word(await open(now).read(never))]).toEqual(["moved", "found"]);
    const late = await open(old, true).write(snapshot(3), expected, writeOptions(), never);
    expect(late.state === "unavailable" && late.failure.message).toMatch(
      /^The state of storefront\/prod was carried over/,
    );
  });

  it("of two runs that go on from the old place at once, the one that carries it over says so", async () => {
    const memory = new MemoryCache();
    const open = (name: StateName) => cacheStore(memory, temporary.path, name);
    const write = await open(old).write(snapshot(2), undefined, writeOptions(true), never);
    const expected = write.state === "written" ? write.revision : "";
    const to = open(now);
    const from = open(old);
    await from.read(never);
    await open(old).write(snapshot(3), expected, writeOptions(true), never);
    const refused = await to.takeOver(from, moved, expected, writeOptions(), never);
    expect(refused.state === "conflict" && refused.failure.message).toMatch(/another run has changed it meanwhile/);
    expect(word(await open(now).read(never))).toBe("absent");
  });
});
