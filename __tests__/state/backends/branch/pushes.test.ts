import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { StateStore, Write } from "../../../../src/engine/ports/state-store.ts";
import { runGit } from "../../../../src/node/git/git.ts";
import type { GitCall, GitEnd } from "../../../../src/ports/git.ts";
import { type GitFault, GitServer } from "../../../peers/git-server.ts";
import { clock, holder, lockOptions, never, snapshot, temporaryFolder, writeOptions } from "../../fixtures.ts";
import { type OpenOptions, openBranch, openRepository } from "./open-branch.ts";

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

function open(options: Partial<OpenOptions> = {}) {
  return openBranch({ url: server.url, token: server.token, folder: temporary.path, ...options });
}

async function mustWrite(written: Promise<Write>): Promise<string> {
  const write = await written;
  if (write.state !== "written") throw new Error(write.failure.message);
  return write.revision;
}

/** Subjects of the branch's commits, oldest first. */
function subjects(): string[] {
  return server
    .log("opus-state")
    .map(({ message }) => message.split("\n")[0] ?? "")
    .reverse();
}

function serialOf(context = "prod"): number | undefined {
  const text = server.file("opus-state", `storefront/${context}/state.json`);
  return text === undefined ? undefined : (JSON.parse(text) as { serial: number }).serial;
}

/**
 * Does this to the next pushes, one after the other. When a connection breaks, git's curl sends a push once more by
 * itself, so git hears of a broken one only when the second one breaks as well.
 */
function faults(...list: readonly GitFault[]): void {
  const before = server.pushes;
  server.fault = ({ pushNumber }) => (pushNumber === undefined ? undefined : list[pushNumber - before - 1]);
}

describe("a push with an unclear end", () => {
  const before = { kind: "cut-before" } as const;
  const after = { kind: "cut-after" } as const;

  test.each<[string, GitFault[]]>([
    ["that arrived, and was sent once more", [after]],
    ["that arrived, and could not be sent once more", [after, before]],
    ["that arrived when it was sent once more", [before, after]],
    ["that arrived twice", [after, after]],
    ["that did not arrive", [before, before]],
    ["that did not arrive four times", [before, before, before, before]],
    ["that was answered with 502 by a proxy", [{ kind: "status", code: 502 }]],
    ["that was answered with a page", [{ kind: "html" }]],
  ])("%s: written once", async (_, list) => {
    const store = open();
    const revision = await mustWrite(store.write(snapshot(1), undefined, writeOptions(), never));
    faults(...list);
    const next = await mustWrite(store.write(snapshot(2), revision, writeOptions(true), never));
    expect(subjects()).toHaveLength(2);
    expect(serialOf()).toBe(2);
    await mustWrite(store.write(snapshot(3), next, writeOptions(), never));
  });

  test("whose git was killed: written once, whether it had arrived or not", async () => {
    for (const context of ["before", "after"] as const) {
      let kills = 0;
      // As if the kernel had taken git away while it waited for the answer.
      const git = async (call: GitCall): Promise<GitEnd> => {
        if (call.args[0] !== "push" || kills++ > 0) return runGit(call);
        await runGit(call);
        return { state: "killed", signal: "SIGKILL", stderr: "" };
      };
      const store = open({ git, context });
      faults(...(context === "before" ? [before, before] : [after, before]));
      await mustWrite(store.write(snapshot(1, { context }), undefined, writeOptions(), never));
      expect(serialOf(context)).toBe(1);
      expect(subjects().filter((subject) => subject.startsWith(`storefront/${context}`))).toHaveLength(1);
    }
  });

  test("that arrives after the next try: one of both counts", async () => {
    const store = open({ repository: { exchangeMs: 1_000 } });
    const revision = await mustWrite(store.write(snapshot(1), undefined, writeOptions(), never));
    // The client gives up, and the server goes on later.
    faults({ kind: "slow", ms: 1_500 });
    await mustWrite(store.write(snapshot(2), revision, writeOptions(), never));
    await clock.sleep(1_500, never);
    expect(serialOf()).toBe(2);
    expect(subjects()).toHaveLength(2);
  });

  test("that arrived, and another run has gone on from it", async () => {
    const first = open();
    const revision = await mustWrite(first.write(snapshot(1), undefined, writeOptions(), never));
    const second = open();
    let gone: Promise<unknown> | undefined;
    let pushes = 0;
    server.fault = ({ pushNumber, service }) => {
      if (gone !== undefined) return undefined;
      if (pushNumber !== undefined) return [after, before][pushes++];
      if (service !== "git-upload-pack" || pushes < 2) return undefined;
      // Before the first run can look, the second one writes.
      gone = second.read(never).then((read) => {
        if (read.state !== "found") throw new Error(read.state);
        return mustWrite(second.write(snapshot(3), read.revision, writeOptions(), never));
      });
      return { kind: "slow", ms: 3_000 };
    };
    await mustWrite(first.write(snapshot(2), revision, writeOptions(), never));
    await gone;
    expect(serialOf()).toBe(3);
    expect(subjects()).toHaveLength(3);
  });

  test("of the mark that a run has ended, with the same bytes as before", async () => {
    const store = open();
    const revision = await mustWrite(store.write(snapshot(1), undefined, writeOptions(), never));
    faults(before, before);
    await mustWrite(store.write(snapshot(1), revision, writeOptions(true), never));
    const ends = await open().runEnds(never);
    expect(ends.ok && ends.value.map(({ serial }) => serial)).toEqual([1]);
  });

  test("and then nothing can be read: it may or may not have arrived", async () => {
    const store = open();
    await store.read(never);
    let cut = false;
    server.fault = ({ pushNumber }) => {
      if (pushNumber !== undefined) cut = true;
      else if (cut) return { kind: "status", code: 401 };
      return pushNumber === undefined ? undefined : { kind: "cut-after" };
    };
    const write = await store.write(snapshot(1), undefined, writeOptions(), never);
    expect(write).toMatchObject({ state: "unavailable", failure: { reason: "state-unavailable" } });
    expect(write.state === "unavailable" && write.failure.message.replaceAll(server.url, "https://ci.example")).toMatch(
      /^Writing to the state branch opus-state of https:\/\/ci\.example\/octo\/storefront ended without an answer \(error: RPC failed; curl 52 Empty reply from server · send-pack: unexpected disconnect while reading sideband packet\), so what was written may or may not have arrived, and looking failed too\. The state branch opus-state of https:\/\/ci\.example\/octo\/storefront can't be read: the server does not accept the token\./,
    );
    expect(serialOf()).toBe(1);
  });

  test("again and again: it is given up, and it is known that nothing arrived", async () => {
    server.fault = ({ pushNumber }) => (pushNumber === undefined ? undefined : { kind: "cut-before" });
    const store = open();
    const write = await store.write(snapshot(1), undefined, writeOptions(), never);
    expect(write.state === "unavailable" && write.failure.message).toMatch(
      /can't be written: the connection broke, or the server is overloaded, several times in a row\. Its answer: error: RPC failed; curl 52 Empty reply from server/,
    );
    // Each of the four is sent twice.
    expect(server.pushes).toBe(8);
    expect(server.tip("opus-state")).toBeUndefined();
    server.fault = () => undefined;
    await mustWrite(store.write(snapshot(1), undefined, writeOptions(), never));
  });
});

describe("others write to the branch in between", () => {
  test("other contexts: both are there", async () => {
    const test_ = open({ context: "test" });
    const prod = open();
    let revision = await mustWrite(prod.write(snapshot(1), undefined, writeOptions(), never));
    await mustWrite(test_.write(snapshot(1, { context: "test" }), undefined, writeOptions(), never));
    revision = await mustWrite(prod.write(snapshot(2), revision, writeOptions(), never));
    server.write("opus-state", { "other/dev/state.json": "{}" }, "By hand");
    await mustWrite(prod.write(snapshot(3), revision, writeOptions(), never));
    expect(server.files("opus-state")).toEqual([
      "README.md",
      "other/dev/state.json",
      "storefront/prod/state.json",
      "storefront/test/state.json",
    ]);
    expect(serialOf()).toBe(3);
    expect(serialOf("test")).toBe(1);
  });

  test("many contexts at once, from stores of their own and from stores that share a repository", async () => {
    const shared = openRepository({ url: server.url, token: server.token, folder: temporary.path });
    const stores = ["a", "b", "c", "d", "e", "f"].map(
      (context, index) => [context, open({ context, ...(index < 3 && { store: { repository: shared } }) })] as const,
    );
    const count = async (context: string, store: StateStore): Promise<void> => {
      let revision: string | undefined;
      for (let serial = 1; serial <= 4; serial++)
        revision = await mustWrite(store.write(snapshot(serial, { context }), revision, writeOptions(), never));
    };
    await Promise.all(stores.map(([context, store]) => count(context, store)));
    expect(stores.map(([context]) => serialOf(context))).toEqual([4, 4, 4, 4, 4, 4]);
    expect(subjects()).toHaveLength(24);
  });

  test("my state: a conflict, and what they wrote stays", async () => {
    const store = open();
    const revision = await mustWrite(store.write(snapshot(1), undefined, writeOptions(), never));
    const other = open();
    await mustWrite(other.write(snapshot(2), revision, writeOptions(), never));
    const write = await store.write(snapshot(2, { body: snapshot(9).body }), revision, writeOptions(), never);
    expect(write).toMatchObject({ state: "conflict", failure: { reason: "state-conflict" } });
    expect(write.state === "conflict" && write.failure.message).toMatch(
      /^The state at storefront\/prod\/state\.json on the branch opus-state of http:\/\/127\.0\.0\.1:\d+\/octo\/storefront was not written: another run has written it meanwhile; revision sha256:\w+ was expected, and serial 2 \(revision sha256:\w+\) is stored\. The stored state is untouched; run again to plan from it\.$/,
    );
  });

  test("without end: it is given up with advice", async () => {
    const progress: string[] = [];
    // Each look at the clock is a second later.
    let now = 0;
    const quick = { ...clock, now: () => (now += 1_000), sleep: async () => undefined };
    const store = open({
      repository: { clock: quick },
      store: { onProgress: (message) => progress.push(message) },
      git: async (call) => {
        if (call.args[0] !== "push") return runGit(call);
        const stdout = Buffer.from("To x\n!\ta:refs/heads/opus-state\t[rejected] (stale info)\nDone\n");
        return { state: "exited", code: 1, stdout, stderr: "" };
      },
    });
    const write = await store.write(snapshot(1), undefined, writeOptions(), never);
    expect(write.state === "unavailable" && write.failure.message.replaceAll(server.url, "https://ci.example")).toMatch(
      /^The state branch opus-state of https:\/\/ci\.example\/octo\/storefront can't be written: others were faster 60 times in 60 s \(\[rejected\] \(stale info\)\)\. Run again when fewer runs write to it, or keep this project on a branch of its own with `state-branch`\.$/,
    );
    expect(progress.slice(0, 2)).toEqual([
      "Others keep writing to opus-state; trying again (6, 5 s).",
      "Others keep writing to opus-state; trying again (11, 10 s).",
    ]);
  });

  test("the branch was deleted: a conflict, nothing is made anew in silence", async () => {
    const store = open();
    const revision = await mustWrite(store.write(snapshot(1), undefined, writeOptions(), never));
    server.git(["update-ref", "-d", "refs/heads/opus-state"]);
    const write = await store.write(snapshot(2), revision, writeOptions(), never);
    expect(write.state === "conflict" && write.failure.message).toMatch(/and no state is stored there any more/);
    expect(server.tip("opus-state")).toBeUndefined();
  });

  test("the branch was force-pushed elsewhere: what is there now counts", async () => {
    const store = open();
    let revision = await mustWrite(store.write(snapshot(1), undefined, writeOptions(), never));
    const first = server.tip("opus-state") ?? "";
    revision = await mustWrite(store.write(snapshot(2), revision, writeOptions(), never));
    server.git(["update-ref", "refs/heads/opus-state", first]);
    const write = await store.write(snapshot(3), revision, writeOptions(), never);
    expect(write.state === "conflict" && write.failure.message).toMatch(/and serial 1 \(revision/);
    expect(await store.read(never)).toMatchObject({ state: "found", snapshot: { serial: 1 } });
  });
});

test("a lock whose push ended unclearly is taken, or not left behind", async () => {
  const before = { kind: "cut-before" } as const;
  const after = { kind: "cut-after" } as const;
  for (const list of [[after], [after, before], [before, before]]) {
    faults(...list);
    const lock = await open().lock(holder("mine"), lockOptions(0), never);
    expect(lock.state).toBe("locked");
    expect(await open().lockedBy(never)).toMatchObject({ id: "mine" });
    faults(...list);
    if (lock.state === "locked") expect(await lock.release()).toEqual({ ok: true, value: undefined });
    expect(await open().lockedBy(never)).toBeUndefined();
  }
  const controller = new AbortController();
  faults({ kind: "slow-answer", ms: 30_000 });
  const waiting = open().lock(holder("cancelled"), lockOptions(0), controller.signal);
  while (server.file("opus-state", "storefront/prod/lock.json") === undefined) await clock.sleep(20, never);
  controller.abort();
  expect(await waiting).toMatchObject({ state: "unavailable", failure: { reason: "cancelled" } });
  expect(server.file("opus-state", "storefront/prod/lock.json")).toBeUndefined();
});

test("a lock that arrived unclearly and was released by hand since is not held", async () => {
  const other = open();
  let gone: Promise<unknown> | undefined;
  let pushes = 0;
  server.fault = ({ pushNumber, service }) => {
    if (gone !== undefined) return undefined;
    if (pushNumber !== undefined) return ([{ kind: "cut-after" }, { kind: "cut-before" }] as const)[pushes++];
    if (service !== "git-upload-pack" || pushes < 2) return undefined;
    gone = other.unlock("mine", never).then(() => other.lock(holder("theirs"), lockOptions(0), never));
    return { kind: "slow", ms: 3_000 };
  };
  const lock = await open().lock(holder("mine"), lockOptions(0), never);
  expect(await gone).toMatchObject({ state: "locked" });
  expect(lock).toMatchObject({ state: "held", holder: { id: "theirs" } });
});
