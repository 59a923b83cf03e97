import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { countNames } from "../../../src/engine/model/report.ts";
import { commentLimit, renderComment } from "../../../src/hooks/comment/body.ts";
import {
  groupsOf,
  joinedLeft,
  keyOf,
  mostCounted,
  nothingLeft,
  withLeft,
} from "../../../src/hooks/comment/contexts-without-room.ts";
import { readMarker, renderMarker } from "../../../src/hooks/comment/marker.ts";
import { isFrozen, type Preview, phases } from "../../../src/hooks/comment/model.ts";
import { readComment } from "../../../src/hooks/comment/read.ts";
import { withApplying, withPlan, withResult } from "../../../src/hooks/comment/update-preview.ts";
import { writePreview } from "../../../src/hooks/comment/write.ts";
import { zeroCounts } from "../../../src/hooks/rendering/labels.ts";
import { MemoryComments } from "../../doubles/memory-thread.ts";
import { times } from "../../faults/scale.ts";
import { context, report, task } from "../samples.ts";
import { applying, digest, links, planning, planOf, writing } from "./samples.ts";

const part = { ...planning, coversAll: false };
const failed = report([], { result: "failure", failureReason: "cancelled" });

function deleting(from: number, to: number, name = "context", deletions = 1) {
  return Array.from({ length: to - from }, (_, index) => {
    const gone = Array.from({ length: deletions }, (_one, at) => task(`gone-${at}`, { change: "delete" }));
    return context(`${name}-${String(from + index).padStart(4, "0")}`, gone, { planDigest: digest });
  });
}

/** As the next run finds it. */
function posted(preview: Preview | undefined): Preview {
  const text = preview && renderComment(preview, links);
  expect(text?.length).toBeLessThanOrEqual(commentLimit);
  const read = text === undefined ? undefined : readComment(text);
  if (!read) throw new Error("there is no comment");
  return read;
}

/** The title, and how many contexts are shown, and said to be left. */
function told(preview: Preview): readonly [string, number, number] {
  const text = renderComment(preview, links);
  const rows = text.split("\n").filter((line) => /^\| (?:`|before any)/.test(line)).length;
  return [text.split("\n")[1] ?? "", rows, Number(/^… and (\d+) more context/m.exec(text)?.[1] ?? 0)];
}

describe("contexts for which there was no room", () => {
  const first = posted(withPlan(undefined, planOf(...deleting(0, 150)), planning, writing()));
  const title = "## 📋 Plan for `storefront`: 150 to delete";

  it("are counted by each later write", () => {
    const [text, rows, left] = told(first);
    expect([text, rows + left, left > 0]).toEqual([title, 150, true]);
    let now = first;
    for (let again = 0; again < 3; again++) {
      now = posted(withPlan(now, failed, planning, writing({ stamp: `t${again}` })));
      const [after, shown, more] = told(now);
      expect(after).toBe("## ❌ Plan for `storefront`: 150 to delete, and 1 context that could not be planned");
      expect(shown + more).toBe(151);
    }
    // A run that knows contexts again takes the place of the one that knew none.
    const [recovered, shown, more] = told(posted(withPlan(now, planOf(...deleting(150, 151)), part, writing())));
    expect([recovered, shown + more]).toEqual([title.replace("150", "151"), 151]);
  });

  it("are counted once when they are told anew, and not at all after a run that covers all", () => {
    const hidden = deleting(0, 150).filter(({ name }) => first.left.named.some(({ key }) => key === keyOf(name)));
    expect(hidden.length).toBe(first.left.named.length);
    let now = first;
    for (const { name } of hidden.slice(0, 3)) now = posted(withPlan(now, planOf(context(name, [])), part, writing()));
    const [less, shown, more] = told(now);
    expect([less, shown + more]).toEqual([title.replace("150", "147"), 150]);
    for (let again = 0; again < 3; again++)
      now = posted(withPlan(now, planOf(...deleting(0, 150)), part, writing({ stamp: `u${again}` })));
    expect(told(now)[0]).toBe(title);
    const all = posted(withPlan(now, planOf(...deleting(0, 2)), planning, writing()));
    expect(told(all)).toEqual([title.replace("150", "2"), 2, 0]);
    expect(all.left).toEqual(nothingLeft);
  });

  it("get the phase of what became of them, also where no other context is meant", () => {
    const later = writing({ run: "4712", stamp: "later" });
    const hidden = deleting(0, 150).find(({ name }) => first.left.named.some(({ key }) => key === keyOf(name)));
    if (!hidden) throw new Error("all had room");
    const begun = posted(withApplying(first, new Set([hidden.name]), applying, later));
    expect(told(begun)[0]).toBe("## ⏳ Plan being applied for `storefront`: 150 to delete");
    expect([isFrozen(first), isFrozen(begun)]).toEqual([false, true]);
    const run = report([{ ...hidden, failureReason: "task-failed" }], {
      command: "apply",
      failureReason: "task-failed",
    });
    const ended = posted(withResult(begun, run, applying, later));
    expect(told(ended)[0]).toBe("## ❌ Failed apply for `storefront`: 150 to delete");
    const other = { ...applying, command: "deploy" };
    expect(withApplying(first, new Set([hidden.name]), other, later)).toBeUndefined();
    expect(withResult(first, run, other, later)).toBeUndefined();
    const whole = report(deleting(0, 150), { command: "apply" });
    expect(told(posted(withResult(first, whole, applying, later)))[0]).toBe(
      "## ✅ Applied plan for `storefront`: 150 to delete",
    );
  });

  it("are found by whoever wrote them, who does not write again and again", async () => {
    const comments = new MemoryComments();
    const login = "github-actions[bot]";
    comments.post(login, renderComment(first, links));
    let writes = 0;
    comments.trouble = (call) => {
      if (call === "edit") writes++;
      return undefined;
    };
    const own = writing({ stamp: "own" });
    // Takes nothing away, so that there is no room for it before others.
    const plan = planOf(context("zzz", [task("idle", { change: "update" })], { planDigest: digest }));
    const change = (current: Preview | undefined) => {
      const next = withPlan(current, plan, part, own);
      const rest = next.parts.filter(({ facts }) => facts.context !== "zzz");
      const mine = next.parts.filter(({ facts }) => facts.context === "zzz");
      return { ...next, parts: rest, left: withLeft(next.left, mine) };
    };
    const edit = { project: "storefront", begins: true, stamps: ["own"], change };
    const options = {
      links,
      contested: true,
      signal: new AbortController().signal,
      sleep: async () => {},
      random: () => 0,
    };
    const written = await writePreview(comments.thread(login), edit, options);
    expect([written.ok, writes]).toEqual([true, 1]);
  });

  it("keep their counts where there are too many to tell them apart, and don't add up", () => {
    const many = deleting(0, 3_000, "x", 2);
    let now = posted(withPlan(undefined, planOf(...many), part, writing()));
    expect(now.left.unnamed.number).toBeGreaterThan(1_000);
    for (let again = 0; again < times(3, 1); again++) {
      const [text, rows, left] = told(now);
      expect([text, rows + left]).toEqual([title.replace("150", "6000"), 3_000]);
      now = posted(withPlan(now, planOf(...many), part, writing({ stamp: `${again}` })));
    }
    const [text, rows, left] = told(posted(withPlan(now, failed, planning, writing())));
    expect([text, rows + left]).toEqual([
      "## ❌ Plan for `storefront`: 6000 to delete, and 1 context that could not be planned",
      3_001,
    ]);
  });

  it("of two comments that become one are counted once", () => {
    const parts = withPlan(undefined, planOf(...deleting(0, 3)), planning, writing()).parts;
    const [one, both] = [withLeft(nothingLeft, parts.slice(0, 2)), withLeft(nothingLeft, parts)];
    expect(
      joinedLeft(one, both)
        .named.map(({ key }) => key)
        .sort(),
    ).toEqual(both.named.map(({ key }) => key).sort());
    expect(joinedLeft(both, one).named).toHaveLength(3);
  });
});

test("whatever runs write, in whatever order, each context's deletions are counted once", () => {
  const writes = fc.array(
    fc.record({ from: fc.nat(300), count: fc.integer({ min: 0, max: 120 }), deletions: fc.nat(3) }),
    { minLength: 2, maxLength: 5 },
  );
  let left = 0;
  fc.assert(
    fc.property(writes, (all) => {
      const known = new Map<string, number>();
      let now = posted(withPlan(undefined, planOf(...deleting(0, 100)), part, writing()));
      for (const { name } of deleting(0, 100)) known.set(name, 1);
      all.forEach(({ from, count, deletions }, index) => {
        const contexts = deleting(from, from + count, "context", deletions);
        const plan = count === 0 ? failed : planOf(...contexts);
        now = posted(withPlan(now, plan, part, writing({ stamp: `${index}` })));
        known.delete("");
        if (count === 0) known.set("", 0);
        for (const { name } of contexts) known.set(name, deletions);
      });
      const deletions = [...known.values()].reduce((sum, one) => sum + one, 0);
      const [text, rows, more] = told(now);
      expect([Number(/(\d+) to delete/.exec(text)?.[1] ?? 0), rows + more]).toEqual([deletions, known.size]);
      left += more;
    }),
    { numRuns: times(40, 12) },
  );
  expect(left).toBeGreaterThan(times(1_000, 100));
});

describe("what the marker has of them", () => {
  const count = fc.oneof(fc.constant(0), fc.nat(), fc.constant(mostCounted));
  const counts = fc.record(Object.fromEntries(countNames.map((name) => [name, count]))) as fc.Arbitrary<
    typeof zeroCounts
  >;
  const one = fc.record({
    key: fc.string().map(keyOf),
    command: fc.string({ unit: "binary" }),
    phase: fc.constantFrom(...phases),
    failure: fc.constantFrom(null, "cancelled", "guarded"),
    stamp: fc.constantFrom("a", "b", "--"),
    counts,
  });

  it("is read as it was written", () => {
    const unnamed = fc.record({
      number: fc.integer({ min: 1, max: mostCounted }),
      failed: fc.constantFrom(0, 1),
      counts,
    });
    fc.assert(
      fc.property(fc.array(one), fc.option(unnamed), (named, rest) => {
        const left = { named: [...groupsOf(named).values()].flat(), unnamed: rest ?? nothingLeft.unnamed };
        const line = renderMarker({ project: "p", parts: [], left, digests: [] });
        expect(line.indexOf("-->")).toBe(line.length - 3);
        expect(readMarker(line)?.left).toEqual(left);
      }),
    );
  });

  it("is not read with numbers that are none, too large or below zero, or with what is no context", () => {
    const contexts = [{ key: keyOf("a"), command: "apply", phase: "planned", failure: null, stamp: "s" }] as const;
    const named = contexts.map((each) => ({ ...each, counts: { ...zeroCounts, create: 7 } }));
    const unnamed = { number: 5, failed: 2, counts: { ...zeroCounts, create: 9 } };
    const line = renderMarker({ project: "p", parts: [], left: { named, unnamed }, digests: [] });
    const key = keyOf("a");
    expect(readMarker(line)?.left).toEqual({ named, unnamed });
    const edits = [
      ...["-1", "1.5", '"7"', "null", "1000000000001", "1e400", "7,0,0,0,0,0,0,0,0,0,0,0"].map((no) => [
        `"${key}",7`,
        `"${key}",${no}`,
      ]),
      [`"${key}"`, '"<b>"'],
      [`["${key}",7]`, "{}"],
      [`[["${key}",7]]`, "{}"],
      ['"left":[', '"left":[null,'],
      ['"left":[', '"left":{},"was":['],
      ['"phase":"planned"', '"phase":"x"'],
      ['"failure":null', '"failure":"x"'],
      ['"stamp":"s"', '"stamp":1'],
      ['"number":5', '"number":-5'],
      ['"number":5', '"number":1'],
      ['"failed":2', '"failed":"2"'],
      ['"counts":[9]', '"counts":[-9]'],
      ['"counts":[9]', '"counts":{}'],
      ['"unnamed":{', '"unnamed":null,"was":{'],
    ] as const;
    for (const [from = "", to = ""] of edits) {
      const edited = line.replace(from, to);
      expect(edited).not.toBe(line);
      expect([edited, readMarker(edited)]).toEqual([edited, undefined]);
    }
  });
});
