import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Preview } from "../../../src/hooks/comment/model.ts";
import { readComment } from "../../../src/hooks/comment/read.ts";
import { withPlan, withResult } from "../../../src/hooks/comment/update-preview.ts";
import { type PreviewEdit, type WriteOptions, writePreview } from "../../../src/hooks/comment/write.ts";
import type { ApiTrouble } from "../../../src/ports/pull-requests.ts";
import { MemoryComments } from "../../doubles/memory-thread.ts";
import { report } from "../samples.ts";
import { applying, links, planning, planOf, reviewable, writing } from "./samples.ts";

const bot = "github-actions[bot]";
const options: WriteOptions = {
  links,
  contested: false,
  signal: new AbortController().signal,
  sleep: async () => {},
  random: () => 0.5,
};

function plan(contexts: readonly string[], given: Parameters<typeof writing>[0], coversAll = true): PreviewEdit {
  const own = writing(given);
  return {
    project: "storefront",
    begins: true,
    stamps: [own.stamp],
    change: (current) =>
      withPlan(current, planOf(...contexts.map((name) => reviewable(name))), { ...planning, coversAll }, own),
  };
}

function apply(context: string, given: Parameters<typeof writing>[0]): PreviewEdit {
  const own = writing(given);
  const done = reviewable(context);
  const run = report([{ ...done, tasks: done.tasks.map((one) => ({ ...one, status: "done" as const })) }], {
    command: "apply",
  });
  return {
    project: "storefront",
    begins: false,
    stamps: [own.stamp],
    change: (current) => withResult(current, run, applying, own),
  };
}

function previews(comments: MemoryComments): readonly (Preview | undefined)[] {
  return comments.all.map(({ body }) => readComment(body));
}

describe("one comment", () => {
  it("is begun, edited in place behind 300 others, frozen by an apply, and begun anew by the next plan", async () => {
    const comments = new MemoryComments();
    for (let index = 0; index < 300; index++) comments.post(index % 2 === 0 ? "mona" : bot, `Comment ${index}`);
    const thread = comments.thread(bot);
    const first = await writePreview(thread, plan(["prod"], { stamp: "1" }), options);
    const again = await writePreview(thread, plan(["prod", "test"], { stamp: "2" }), options);
    expect([first.ok && first.value?.id, again.ok && again.value?.id, comments.all.length]).toEqual([301, 301, 301]);
    await writePreview(thread, apply("test", { stamp: "3", run: "4712" }), options);
    await writePreview(thread, apply("prod", { stamp: "4", run: "4713" }), options);
    const phases = (at: number) => previews(comments)[at]?.parts.map(({ facts }) => `${facts.context} ${facts.phase}`);
    expect(phases(300)).toEqual(["prod applied", "test applied"]);
    const frozen = comments.all[300]?.body;
    await writePreview(thread, plan(["prod"], { stamp: "5", run: "4714" }), options);
    expect(comments.all).toHaveLength(302);
    expect(comments.all[300]?.body).toBe(frozen);
    expect(phases(301)).toEqual(["prod planned"]);
  });

  it("of a stranger with a copied marker is left alone, also when ours was deleted", async () => {
    const comments = new MemoryComments();
    const thread = comments.thread(bot);
    await writePreview(thread, plan(["prod"], { stamp: "1" }), options);
    const copied = comments.all[0]?.body ?? "";
    comments.post("stranger", copied);
    comments.all.splice(0, 1);
    await writePreview(thread, plan(["prod"], { stamp: "2" }), options);
    expect(comments.all.map(({ author }) => author)).toEqual(["stranger", bot]);
    expect(comments.all[0]?.body).toBe(copied);
    // One of ours in which somebody quotes it is none either.
    comments.post(bot, `> ${copied.replaceAll("\n", "\n> ")}`);
    await writePreview(thread, plan(["prod"], { stamp: "3" }), options);
    expect(comments.all).toHaveLength(3);
    expect(readComment(comments.all[1]?.body ?? "")?.parts[0]?.facts.stamp).toBe("3");
  });

  it("of another project stays, as does a comment without a preview when there was only an apply", async () => {
    const comments = new MemoryComments();
    const thread = comments.thread(bot);
    await writePreview(thread, { ...plan(["prod"], {}), project: "other" }, options);
    expect((await writePreview(thread, apply("prod", { run: "9" }), options)).ok).toBe(true);
    expect(comments.added).toBe(1);
  });

  it("that was begun twice becomes one, with the parts of both", async () => {
    const comments = new MemoryComments();
    const thread = comments.thread(bot);
    const both = [plan(["a"], { stamp: "1" }, false), plan(["b"], { stamp: "2" }, false)];
    // Neither sees the other's.
    await Promise.all(both.map((edit) => writePreview(thread, edit, options)));
    expect(comments.all).toHaveLength(2);
    await writePreview(thread, plan(["c"], { stamp: "3" }, false), options);
    expect(comments.all).toHaveLength(1);
    expect(previews(comments)[0]?.parts.map(({ facts }) => facts.context)).toEqual(["a", "b", "c"]);
  });

  it("is written once where the answer was lost, and not at all where it is not allowed", async () => {
    const comments = new MemoryComments();
    const unclear: ApiTrouble = { kind: "unreachable", said: "GitHub answered 502", unclear: true };
    let lost = 2;
    comments.trouble = (call) => (call === "add" && lost-- > 0 ? unclear : undefined);
    const written = await writePreview(comments.thread(bot), plan(["prod"], { stamp: "1" }), options);
    expect([written.ok, comments.all.length, comments.added]).toEqual([true, 1, 1]);
    const forbidden: ApiTrouble = { kind: "forbidden", said: "GitHub answered 403", unclear: false };
    comments.trouble = (call) => (call === "edit" ? forbidden : undefined);
    const refused = await writePreview(comments.thread(bot), plan(["prod"], { stamp: "2" }), options);
    expect(refused).toEqual({ ok: false, error: forbidden });
    // Gone between the look and the write: begun anew.
    let gone = 1;
    comments.trouble = (call) => {
      if (call === "login" && gone-- > 0) setTimeout(() => comments.all.splice(0));
      return undefined;
    };
    await writePreview(comments.thread(bot), plan(["prod"], { stamp: "3" }), options);
    expect(previews(comments)[0]?.parts[0]?.facts.stamp).toBe("3");
  });
});

describe("eight jobs of a matrix that write at the same time", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A small generator of our own, so that a failed round can be run again. */
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
  }
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  /** @returns what is missing in the end, and what is there twice */
  async function round(seed: number, contested: boolean, latencyMs: number): Promise<readonly string[]> {
    const next = random(seed);
    const comments = new MemoryComments(() => sleep(next() * latencyMs));
    const names = Array.from({ length: 8 }, (_, index) => `context-${index}`);
    const jobs = names.map(async (name, index) => {
      await sleep(next() * 2_000);
      const edit = plan([name], { stamp: `${seed}-${index}` }, false);
      await writePreview(comments.thread(bot), edit, { ...options, contested, sleep, random: next });
    });
    const all = Promise.all(jobs);
    await vi.advanceTimersByTimeAsync(120_000);
    await all;
    const [only, second] = previews(comments);
    const stamps = only?.parts.map(({ facts }) => facts.stamp) ?? [];
    const missing = names.filter((_, index) => !stamps.includes(`${seed}-${index}`));
    return second === undefined ? missing : [...missing, "a second comment"];
  }

  it("lose nothing in 50 tries, when they look again", async () => {
    const lost: string[] = [];
    for (let seed = 1; seed <= 50; seed++) {
      for (const one of await round(seed, true, 400)) lost.push(`try ${seed}: ${one}`);
    }
    expect(lost).toEqual([]);
  });

  it("do lose something when they don't, so that this can fail", async () => {
    let lost = 0;
    for (let seed = 1; seed <= 5; seed++) lost += (await round(seed, false, 400)).length;
    expect(lost).toBeGreaterThan(5);
  });
});
