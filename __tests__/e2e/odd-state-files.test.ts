import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import type { Rig } from "./rig.ts";

const manifest = (content: string): string => `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec: {contexts: [{input: true}]}
---
apiVersion: opus/v1
kind: File
metadata: {name: greeting}
spec: {path: out/hello.txt, content: ${content}}
`;

/** What stands in place of a file. */
const odd = {
  "a pipe": (path: string) => void execFileSync("sh", ["-c", `mkfifo "$1"`, "sh", path]),
  "a link to /dev/zero": (path: string) => symlinkSync("/dev/zero", path),
  "a link to nothing": (path: string) => symlinkSync("nowhere", path),
  "a folder": (path: string) => mkdirSync(path),
  "of 300 MB": (path: string) => {
    writeFileSync(path, "");
    truncateSync(path, 300_000_000);
  },
};

let made: Rig;
beforeAll(async () => {
  made = new QuickRig({ "opus.yaml": manifest("hello") });
  const first = await made.terminal(["apply", "--context", "test", ...inside]);
  expect([first.exitCode, first.log]).toEqual([0, expect.any(String)]);
});
afterAll(() => made[Symbol.dispose]());

const inside = ["--state-backend", "file"];

/** A run with state in the workspace, or in a folder elsewhere. */
async function run(where: "in the workspace" | "elsewhere", change: (folder: string) => void) {
  using rig = new QuickRig();
  cpSync(made.workspace, rig.workspace, { recursive: true });
  const states = where === "elsewhere" ? join(rig.directory, "states") : join(rig.workspace, ".opus/state");
  if (where === "elsewhere") cpSync(join(made.workspace, ".opus/state"), states, { recursive: true });
  const flags = where === "elsewhere" ? [...inside, "--state-path", states] : inside;
  const folder = join(states, "demo/test");
  change(folder);
  rig.write("opus.yaml", manifest("bye"));
  const began = performance.now();
  const { exitCode, log } = await rig.terminal(["apply", "--context", "test", "--lock-timeout", "0s", ...flags]);
  const ms = performance.now() - began;
  const words = log.replaceAll(folder, "FOLDER").replaceAll(".opus/state/demo/test", "FOLDER");
  return { exitCode, words, ms, content: rig.read("out/hello.txt") };
}

describe.each(["in the workspace", "elsewhere"] as const)(
  "state %s: a run does not wait for what is no file",
  (where) => {
    const lock = Object.entries(odd).map(([what, make]) => [what, make] as const);

    it.each(lock)("a lock that is %s is refused at once", async (what, make) => {
      const { exitCode, words, content, ms } = await run(where, (folder) => make(join(folder, "lock-9.json")));
      expect([exitCode, content]).toEqual([1, "hello"]);
      // By a link that leads out of the workspace nothing is read there.
      if (where === "in the workspace" && what === "a link to /dev/zero")
        expect(words).toContain("(`FOLDER/lock-9.json` leads out of the workspace through a symlink)");
      else if (where === "elsewhere" && what === "a folder")
        expect(words).toContain("A folder is where the file should be");
      else
        expect(words).toContain(
          "error state-locked: The lock on the state of demo/test can't be read (FOLDER/lock-9.json), so nobody can tell whose it is.",
        );
      expect(ms).toBeLessThan(20_000);
    });

    const files = ["state.json", "journal.ndjson", "moved.json"].flatMap((name) =>
      (["a pipe", "a link to /dev/zero", "of 300 MB"] as const).map((what) => [name, what] as const),
    );
    it.each(files)("%s that is %s is refused at once", async (name, what) => {
      const { exitCode, words, content, ms } = await run(where, (folder) => {
        rmSync(join(folder, name), { force: true });
        odd[what](join(folder, name));
      });
      expect([exitCode, content]).toEqual([1, "hello"]);
      expect(words).toMatch(/error state-unavailable: Could not read the (?:state|journal|note) FOLDER\/\S+ \(/);
      expect(words).toMatch(
        what === "of 300 MB"
          ? /300,?000,?000|286\.2 MiB, and at most 256 MiB are read|is larger than/
          : /is neither a file nor a folder|is a pipe or a device, not a file|leads out of the workspace/,
      );
      expect(ms).toBeLessThan(20_000);
    });

    it.each(["999999999999999", "1000000000001", "9007199254740993", "9".repeat(200)])(
      "a lock with the number %s is refused, and stays",
      async (number) => {
        const name = `lock-${number}.json`;
        let left: readonly string[] = [];
        const { exitCode, words, content } = await run(where, (folder) => {
          cpSync(join(folder, readdirSync(folder).find((one) => one.startsWith("lock-")) ?? ""), join(folder, name));
          left = readdirSync(folder);
        });
        expect([exitCode, content]).toEqual([1, "hello"]);
        expect(words).toContain(
          `error state-unavailable: Could not lock the state in FOLDER (${name} has a number that no lock of opus gets to). Move it away.`,
        );
        expect(left).toContain(name);
      },
    );

    it("a name that no lock has is passed over", async () => {
      const { exitCode, content } = await run(where, (folder) => writeFileSync(join(folder, "lock-0009.json"), "{}"));
      expect([exitCode, content]).toEqual([0, "bye"]);
    });
  },
);

describe("a lock in place of which something else stands", () => {
  it("is released by its name", async () => {
    using rig = new QuickRig();
    cpSync(made.workspace, rig.workspace, { recursive: true });
    rig.write("opus.yaml", manifest("bye"));
    odd["a pipe"](join(rig.workspace, ".opus/state/demo/test/lock-9.json"));
    const at = ["--context", "test", ...inside];
    const released = await rig.terminal(["unlock", "--lock-id", "lock-9", ...at]);
    expect([released.exitCode, released.log]).toEqual([0, expect.any(String)]);
    expect((await rig.terminal(["apply", "--lock-timeout", "0s", ...at])).exitCode).toBe(0);
    expect(rig.read("out/hello.txt")).toBe("bye");
  });
});

describe("a state with the last serial that there can be", () => {
  it.each([
    [9_007_199_254_740_991, "its serial is 9007199254740991, which no state gets to (at most 999999999999999)"],
    [999_999_999_999_999, "no state gets to serial 1000000000000000 (at most 999999999999999)"],
  ])("(%i) stops the run before its first effect", async (serial, words) => {
    using rig = new QuickRig();
    cpSync(made.workspace, rig.workspace, { recursive: true });
    const state = ".opus/state/demo/test/state.json";
    rig.write(state, rig.read(state).replace(/"serial": \d+/, `"serial": ${serial}`));
    const before = rig.read(state);
    rig.write("opus.yaml", manifest("bye"));
    const { exitCode, log } = await rig.terminal(["apply", "--context", "test", ...inside]);
    expect([exitCode, rig.read("out/hello.txt"), rig.read(state)]).toEqual([1, "hello", before]);
    expect(log).toContain(words);
  });
});

describe("opus state push", () => {
  it("does not read a device", async () => {
    const { exitCode, log } = await made.terminal(["state", "push", "/dev/zero", "--context", "test", ...inside]);
    expect(exitCode).toBe(1);
    expect(log).toContain("the file could not be read: `/dev/zero` is a device, not a file");
  });
});
