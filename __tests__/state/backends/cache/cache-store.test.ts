import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Read, StateStore, Write } from "../../../../src/engine/ports/state-store.ts";
import type { CacheTroubleKind } from "../../../../src/ports/actions-cache.ts";
import { encode } from "../../../../src/state/snapshot/codec.ts";
import { sha256 } from "../../../../src/state/snapshot/digest.ts";
import { MemoryCache, main } from "../../../doubles/memory-cache.ts";
import { context, never, project, run, snapshot, temporaryFolder, writeOptions } from "../../fixtures.ts";
import { cacheStore, scopesOf, steppedClock } from "./stores.ts";

const folder = "opus-state-v1/storefront/prod";
const where = `${folder} in the Actions cache of octo/storefront`;
const begin = `${folder}/0000000001/begin`;
const second = `${folder}/0000000002/follows-line-1`;
const merge = "refs/pull/7/merge";

let memory: MemoryCache;
let local: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  memory = new MemoryCache();
  local = temporaryFolder();
});
afterEach(() => local.remove());

function open(options: Parameters<typeof cacheStore>[2] = {}): ReturnType<typeof cacheStore> {
  return cacheStore(memory, local.path, options);
}

/** The state with these serials, one after the other. */
async function stored(last: number, options: Parameters<typeof cacheStore>[2] = {}): Promise<string> {
  const store = open(options);
  let revision: string | undefined;
  for (let serial = 1; serial <= last; serial++) {
    const write = await store.write(snapshot(serial), revision, writeOptions(), never);
    if (write.state !== "written") throw new Error(write.failure.message);
    revision = write.revision;
  }
  return revision ?? "";
}

async function why(answer: Promise<Read | Write>): Promise<string> {
  const given = await answer;
  return "failure" in given ? `${given.failure.reason}: ${given.failure.message}` : given.state;
}

async function serialOf(store: StateStore): Promise<number | string> {
  const read = await store.read(never);
  return read.state === "found" ? read.snapshot.serial : read.state;
}

describe("what is saved", () => {
  test("is one entry per version, under keys that say what follows what", async () => {
    await stored(2);
    expect(memory.entries.map(({ key, ref }) => [key, ref])).toEqual([
      [begin, main],
      [second, main],
    ]);
    expect(memory.calls).toEqual([
      `list ${folder}/`,
      `restore ${folder}/*`,
      `save ${begin}`,
      `restore ${begin}`,
      `list ${folder}/`,
      `save ${second}`,
      `restore ${second}`,
    ]);
  });

  test("is not saved again when only the end of a run is to be marked", async () => {
    const store = open();
    const first = await store.write(snapshot(1), undefined, writeOptions(), never);
    const revision = first.state === "written" ? first.revision : "";
    expect(await store.write(snapshot(1), revision, writeOptions(true), never)).toEqual(first);
    expect(memory.calls.filter((call) => call.startsWith("save"))).toEqual([`save ${begin}`]);
  });

  test("counts only when it is read back as it was: found late", async () => {
    const clock = steppedClock();
    const store = open({ clock });
    memory.before = (call) => {
      if (call === `restore ${begin}`)
        for (const entry of memory.entries) entry.ref = clock.now() < 2_000 ? merge : main;
    };
    expect(await why(store.write(snapshot(1), undefined, writeOptions(), never))).toBe("written");
    expect(clock.pauses).toEqual([500, 1_500]);
  });

  test("counts only when it is read back as it was: never found", async () => {
    const clock = steppedClock();
    memory.before = (call) => {
      if (call === `restore ${begin}`) memory.evict(() => true);
    };
    expect(await why(open({ clock }).write(snapshot(1), undefined, writeOptions(), never))).toBe(
      `state-unavailable: The state at ${where} may not be written: ${begin} was saved, and could not be read back to verify it. The service does not find it. It may be there all the same. Run again: what is there is read first.`,
    );
    expect(clock.now()).toBe(5_000);
  });

  test("counts only when it is read back as it was: spoilt on the way", async () => {
    memory.spoil = (data) => data.subarray(0, -1);
    const message = await why(open().write(snapshot(1), undefined, writeOptions(), never));
    expect(message).toMatch(/^state-conflict: The state at .* no state was expected there, and serial 1 \(revision/);
    memory.spoil = (data) => data.subarray(0, -30);
    const next = await why(
      open({ context: "test" }).write(snapshot(1, { context: "test" }), undefined, writeOptions(), never),
    );
    expect(next).toContain(
      "could not be read back to verify it. The state of storefront/test at opus-state-v1/storefront/test/0000000001/begin in the Actions cache of octo/storefront can't be used: it is cut off",
    );
  });

  test("counts only when it is read back as it was: the service fails then", async () => {
    memory.before = (call) => {
      if (call.startsWith("save")) memory.troubles.set("restore", "server");
    };
    expect(await why(open().write(snapshot(1), undefined, writeOptions(), never))).toBe(
      `state-unavailable: The state at ${where} may not be written: ${begin} was saved, and could not be read back to verify it. The state at ${where} can't be read: the cache is server. It may be there all the same. Run again: what is there is read first.`,
    );
  });

  test.each<CacheTroubleKind>(["unknown", "slow", "unreachable", "server"])(
    "may have arrived although the service failed (%s): that is looked up",
    async (kind) => {
      memory.lostAnswer = kind;
      expect(await why(open().write(snapshot(1), undefined, writeOptions(), never))).toBe("written");
      memory.lostAnswer = undefined;
      memory.troubles.set("save", kind);
      const revision = memory.newest && sha256(memory.newest.data);
      expect(await why(open().write(snapshot(2), revision, writeOptions(), never))).toBe(
        `state-unavailable: The state at ${where} could not be written: the cache is ${kind}.`,
      );
    },
  );
});

describe("a key that is taken", () => {
  test("by a run that was faster is a conflict, and says whose", async () => {
    const revision = await stored(1);
    memory.lagging = true;
    const [winner, loser] = [open(), open()];
    await winner.read(never);
    await loser.read(never);
    const won = await winner.write(snapshot(2), revision, writeOptions(), never);
    const newer = won.state === "written" ? won.revision : "";
    expect(await why(loser.write(snapshot(2), revision, writeOptions(), never))).toBe(
      `state-conflict: The state at ${where} was not written: another run has written it meanwhile; revision ${revision} was expected, and serial 2 (revision ${newer}) is stored. The stored state is untouched; run again to plan from it. What is there was written by the run https://ci.example/run-1.`,
    );
  });

  test("is another's even when it holds the same to the byte: two jobs of a run do the same", async () => {
    const [left, right] = [open(), open()];
    await Promise.all([left.read(never), right.read(never)]);
    const writes = await Promise.all(
      [left, right].map((store) => store.write(snapshot(1), undefined, writeOptions(), never)),
    );
    expect(writes.map(({ state }) => state).sort()).toEqual(["conflict", "written"]);
  });

  test("is waited for when it is only reserved", async () => {
    const clock = steppedClock();
    memory.reserve(begin);
    const data = await encode(snapshot(1), { ...run, url: "" }, "1.2.3");
    memory.before = (call) => {
      if (call === `restore ${begin}` && clock.now() >= 6_000 && memory.entries.length === 0) memory.put(begin, data);
    };
    expect(await why(open({ clock }).write(snapshot(1), undefined, writeOptions(), never))).toMatch(
      /^state-conflict: .* What is there was written by the run run-1\.$/,
    );
    expect(clock.now()).toBe(6_000);
  });

  test("and never saved is told apart, and waited for once", async () => {
    const clock = steppedClock();
    memory.reserve(begin);
    const store = open({ clock });
    const words = `state-unavailable: The state at ${where} was not written: another run has reserved the key ${begin} and, after 15 s, not saved anything there. If that run is still going on, run again after it; if it was killed, GitHub drops its reservation by itself, which may take up to a day. Two runs at once are kept apart by a \`concurrency\` group in the workflow.`;
    expect(await why(store.write(snapshot(1), undefined, writeOptions(), never))).toBe(words);
    expect(clock.now()).toBe(15_000);
    await store.write(snapshot(1), undefined, writeOptions(), never);
    expect(clock.now()).toBe(15_000);
  });

  test("stops being waited for with the signal", async () => {
    const controller = new AbortController();
    memory.reserve(begin);
    const clock = { ...steppedClock(), sleep: async () => controller.abort() };
    expect(await why(open({ clock }).write(snapshot(1), undefined, writeOptions(), controller.signal))).toBe(
      `cancelled: Writing the state at ${where} was cancelled.`,
    );
    expect(memory.calls.filter((call) => call === `restore ${begin}`)).toHaveLength(1);
  });
});

describe("an empty cache", () => {
  const empty = `state-unavailable: The Actions cache of octo/storefront has no state of storefront/prod. If there never was one, give \`initialize: true\` for the first run. If there was one, GitHub has evicted it (after 7 days without use, or because the caches of the repository grew above their limit of 10 GB): what it recorded still exists, and nothing knows of it. Then bring a state back with \`opus state push FILE --state-backend branch\` and use that backend; or look at a \`plan\` with \`initialize: true\` before you apply with it: what is there is adopted where the manifest allows that, and what can't be looked at would be made again.`;

  test("is no state only where somebody has said so", async () => {
    expect(await why(open({ initialize: false }).read(never))).toBe(empty);
    expect(await why(open().read(never))).toBe("absent");
    expect(await why(open({ initialize: false }).write(snapshot(1), undefined, writeOptions(), never))).toBe(empty);
    expect(memory.entries).toEqual([]);
  });

  test("after an eviction looks the same", async () => {
    await stored(3);
    memory.evict(() => true);
    expect(await why(open({ initialize: false }).read(never))).toBe(empty);
  });

  test("is not empty when the list only lags", async () => {
    memory.lagging = true;
    await stored(2);
    expect(await serialOf(open())).toBe(2);
    expect(await serialOf(open({ initialize: false }))).toBe(2);
  });

  test("is not empty when keys are there that another context has", async () => {
    memory.put("opus-state-v1/storefront/prod-2/0000000001/begin", "{}");
    memory.put(`${folder}/something else`, "{}");
    expect(await why(open().read(never))).toBe("absent");
  });
});

describe("no list", () => {
  test.each<CacheTroubleKind>(["forbidden", "unauthorized", "not-found", "limited", "server", "unreachable", "slow"])(
    "(%s) is never an empty cache",
    async (kind) => {
      memory.troubles.set("list", kind);
      expect(await why(open().read(never))).toBe(
        `state-unavailable: The state at ${where} can't be read: the cache is ${kind}. Only GitHub's list of the cache tells a state that was never there from one that can't be reached, so nothing is assumed.`,
      );
      expect(memory.calls).toEqual([`list ${folder}/`]);
    },
  );

  test("is not spoken of where there is no cache at all", async () => {
    memory.troubles.set("list", "not-available");
    expect(await why(open().read(never))).toBe(
      `state-unavailable: The state at ${where} can't be read: the cache is not-available.`,
    );
  });

  test("keeps a run from writing", async () => {
    const store = open();
    await store.read(never);
    memory.troubles.set("list", "server");
    expect(await why(store.write(snapshot(1), undefined, writeOptions(), never))).toMatch(/^state-unavailable: /);
    expect(memory.entries).toEqual([]);
  });

  test("that was cancelled is a cancellation", async () => {
    memory.troubles.set("list", "cancelled");
    expect(await why(open().read(never))).toBe(`cancelled: Reading the state at ${where} was cancelled.`);
  });
});

describe("what is listed", () => {
  test.each<CacheTroubleKind>(["corrupt", "gone", "server", "read-denied", "mode"])(
    "and can't be restored (%s) is unavailable",
    async (kind) => {
      await stored(1);
      memory.troubles.set("restore", kind);
      expect(await why(open().read(never))).toBe(
        `state-unavailable: The state at ${where} can't be read: the cache is ${kind}.`,
      );
    },
  );

  test("is fetched by its key where the restore gives something older", async () => {
    await stored(3);
    const [first] = memory.entries.splice(0, 1);
    if (first) memory.entries.push(first);
    expect(await serialOf(open())).toBe(3);
    expect(memory.calls.slice(-3)).toEqual([
      `list ${folder}/`,
      `restore ${folder}/*`,
      `restore ${folder}/0000000003/follows-line-1`,
    ]);
  });

  test("and is not there for this run is refused, whatever else is", async () => {
    await stored(2);
    const entry = memory.newest;
    if (entry) entry.version = "another";
    expect(await why(open().read(never))).toBe(
      `state-unavailable: The state at ${where} can't be read: GitHub lists its newest version (serial 2, saved 2026-01-02T03:04:02Z on refs/heads/main), and has no such entry for this run. It was evicted meanwhile, or something else than opus saved it in another form. Run again. If it stays so: Remove that entry (\`gh cache delete 2 --repo octo/storefront\`), and the version before it counts, if it is still there; what happened after that version shows as drift, or as something to adopt.`,
    );
  });

  test("may be older than what is there", async () => {
    const store = open();
    const first = await store.write(snapshot(1), undefined, writeOptions(), never);
    memory.lagging = true;
    await store.write(snapshot(2), first.state === "written" ? first.revision : "", writeOptions(), never);
    expect(await serialOf(open())).toBe(2);
  });
});

describe("another ref", () => {
  test("that this run can't see has the newest version: both are named", async () => {
    await stored(4, { own: "refs/heads/dev" });
    expect(await why(open({ own: merge, others: [main] }).read(never))).toBe(
      `state-unavailable: The state at ${where} can't be read: its newest version (serial 4) was saved by a run on refs/heads/dev. This run on ${merge} can't see entries of that ref (it sees those of ${merge}, refs/heads/main). Run it on refs/heads/dev; or give up that state with \`gh cache delete 4 --repo octo/storefront\` for each of its entries; or keep state where every run sees it, with \`state-backend: branch\`.`,
    );
  });

  test("holds the state: it is read, and not written", async () => {
    const revision = await stored(1);
    const store = open({ own: merge, others: [main] });
    expect([await serialOf(store), store.whyNotWrite()?.message]).toEqual([
      1,
      `The state at ${where} can't be written by this run: the state is in the scope of refs/heads/main, and what this run saves goes to that of ${merge}, which runs on refs/heads/main don't see. Use \`plan\` here, and apply on refs/heads/main; or keep state on a branch, with \`state-backend: branch\`.`,
    ]);
    expect(await why(store.write(snapshot(2), revision, writeOptions(), never))).toBe(
      `state-unavailable: ${store.whyNotWrite()?.message}`,
    );
    expect(memory.entries).toHaveLength(1);
  });

  test("of a pull request is as good as any for its own state", async () => {
    const preview = { own: merge, others: [main] };
    await stored(3, preview);
    expect(memory.entries.map(({ ref }) => ref)).toEqual([merge, merge, merge]);
    const store = open(preview);
    expect([await serialOf(store), store.whyNotWrite()]).toEqual([3, undefined]);
  });

  test("holds another state: neither is guessed", async () => {
    await stored(2);
    memory.put(`${folder}/0000000003/follows-line-2`, "{}", { ref: "refs/heads/dev" });
    expect(await why(open().read(never))).toBe(
      `state-unavailable: The state at ${where} can't be told: serial 3 on refs/heads/dev (id 3, saved 2026-01-02T03:04:03Z) and serial 2 on refs/heads/main (id 2, saved 2026-01-02T03:04:02Z) have nothing to do with each other, as runs that could not see each other's entries began or wrote them. Keep one, and delete all entries of the others: \`gh cache list --key ${folder}/ --repo octo/storefront\` shows them, \`gh cache delete ID --repo octo/storefront\` removes one. What only the others recorded then shows as something to adopt.`,
    );
  });

  test("of somebody's pull request does not count beside the state, as anybody can open one", async () => {
    await stored(2);
    memory.put(`${folder}/0000000099/follows-line-1`, "{}", { ref: "refs/pull/8/merge" });
    expect(await serialOf(open())).toBe(2);
    expect(await serialOf(open({ own: merge, others: [main] }))).toBe(2);
  });

  test("is not known as long as the list lags: nothing is written in doubt", async () => {
    memory.lagging = true;
    await stored(1);
    const clock = steppedClock();
    const store = open({ own: merge, others: [main], clock });
    expect(await serialOf(store)).toBe(1);
    expect(clock.pauses).toEqual([1_000, 2_000, 3_000]);
    expect(store.whyNotWrite()?.message).toBe(
      `The state at ${where} can't be written by this run: it is too new to be in GitHub's list of the cache, so it can't be told whether it is in the scope of ${merge}, where this run saves. Run again in a minute.`,
    );
  });

  test("comes to light when the list catches up", async () => {
    memory.lagging = true;
    await stored(1);
    const clock = steppedClock();
    memory.before = () => {
      if (clock.now() >= 3_000) memory.catchUp();
    };
    const store = open({ own: merge, others: [main], clock });
    expect([await serialOf(store), clock.now()]).toEqual([1, 3_000]);
    expect(store.whyNotWrite()?.message).toContain("the state is in the scope of refs/heads/main");
  });
});

describe("what is in an entry", () => {
  test.each([
    [second, snapshot(3), "it has serial 3, and its key says 2"],
    [second, snapshot(2, { lineage: "line-2" }), 'its lineage is "line-2", and its key says "line-1"'],
  ])("must be what its key says: %s", async (key, content, problem) => {
    memory.put(key, await encode(content, run, "1.2.3"));
    expect(await why(open().read(never))).toBe(
      `state-unavailable: The state of storefront/prod at ${key} in the Actions cache of octo/storefront can't be used: ${problem}. Remove that entry (\`gh cache delete 1 --repo octo/storefront\`), and the version before it counts, if it is still there; what happened after that version shows as drift, or as something to adopt. Nothing was changed.`,
    );
  });

  test.each([
    ["project", { project: "other" }],
    ["context", { context: "test" }],
  ])("must be of the same %s", async (field, fields) => {
    memory.put(begin, await encode(snapshot(1, fields), run, "1.2.3"));
    expect(await why(open().read(never))).toContain(`can't be used: it belongs to the ${field} `);
  });

  test("must have its digest", async () => {
    memory.put(begin, (await encode(snapshot(1), run, "1.2.3")).replace("content of greeting", "content of somebody"));
    expect(await why(open().read(never))).toContain("can't be used: its digest says");
  });
});

describe("a run that may not write is told before it does anything", () => {
  test.each([
    [
      { kind: "mode", mode: "read" },
      "the cache mode of this job, `read` (ACTIONS_CACHE_MODE), does not let it save. Set `cache-mode: write` in the workflow, or use `plan` here; or keep state on a branch, with `state-backend: branch`.",
    ],
    [
      { kind: "read-only", ref: merge },
      "GitHub gave it a token for the cache that may only read (on refs/pull/7/merge). Runs that an outsider can start get such tokens, and those whose `cache-mode` is `read`. Use `plan` here, and let a push or a manual run apply; or keep state on a branch, with `state-backend: branch`.",
    ],
    [
      { kind: "merge-queue", ref: "refs/heads/gh-readonly-queue/main/pr-7" },
      "it is of a merge queue (refs/heads/gh-readonly-queue/main/pr-7), and what it saves is seen by no run after it. Use `plan` here, and apply on `push` to the branch that the queue merges into; or keep state on a branch, with `state-backend: branch`.",
    ],
    [
      { kind: "tag", ref: "refs/tags/v1" },
      "it is of a tag (refs/tags/v1), and what it saves is seen by runs of that tag only. Apply on a branch, for example with `workflow_dispatch` on the default branch; or keep state on a branch, with `state-backend: branch`.",
    ],
    [
      { kind: "no-ref" },
      "neither its token for the cache nor GITHUB_REF says to which ref an entry would belong, and so which runs would see it. Run it in a job of a workflow; or keep state on a branch, with `state-backend: branch`.",
    ],
  ] as const)("%j", async (obstacle, words) => {
    const store = open({ scopes: { ...scopesOf(), obstacle } });
    await store.read(never);
    const message = `The state at ${where} can't be written by this run: ${words}`;
    expect(store.whyNotWrite()).toMatchObject({ reason: "state-unavailable", message });
    expect(await why(store.write(snapshot(1), undefined, writeOptions(), never))).toBe(`state-unavailable: ${message}`);
    expect(memory.entries).toEqual([]);
  });

  test.each<CacheTroubleKind>(["write-denied", "full", "limited", "tools"])("or by the service (%s)", async (kind) => {
    memory.troubles.set("save", kind);
    expect(await why(open().write(snapshot(1), undefined, writeOptions(), never))).toBe(
      `state-unavailable: The state at ${where} could not be written: the cache is ${kind}.`,
    );
    expect(memory.calls.at(-1)).toBe(`save ${begin}`);
  });
});

test("state of another context is a bug of the caller", async () => {
  await expect(open().write(snapshot(1, { context: "test" }), undefined, writeOptions(), never)).rejects.toThrow(
    `state of ${project}/test given to the store of ${project}/${context}`,
  );
});
