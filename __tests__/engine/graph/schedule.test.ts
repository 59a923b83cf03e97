import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runScheduled } from "../../../src/engine/graph/schedule.ts";

/** Edges that lead only to lower numbers. */
const graphs = fc
  .integer({ min: 1, max: 20 })
  .chain((size) =>
    fc.tuple(
      ...Array.from({ length: size }, (_, node) =>
        fc.uniqueArray(fc.integer({ min: 0, max: Math.max(0, node - 1) }), { maxLength: node === 0 ? 0 : 4 }),
      ),
    ),
  );

describe("runScheduled", () => {
  it("runs every node once, after all that it depends on, never more at once than the limit", async () => {
    await fc.assert(
      fc.asyncProperty(graphs, fc.integer({ min: 1, max: 6 }), fc.scheduler(), async (edges, limit, scheduler) => {
        const ended = new Set<number>();
        let running = 0;
        let most = 0;
        const all = runScheduled(edges, limit, async (node) => {
          for (const before of edges[node] ?? []) expect(ended.has(before)).toBe(true);
          most = Math.max(most, ++running);
          await scheduler.schedule(Promise.resolve(), String(node));
          running--;
          expect(ended.has(node)).toBe(false);
          ended.add(node);
        });
        await scheduler.waitFor(all);
        expect(ended.size).toBe(edges.length);
        expect(most).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it("uses the whole limit when there is enough to do", async () => {
    let running = 0;
    let most = 0;
    await runScheduled(
      Array.from({ length: 30 }, () => []),
      7,
      async () => {
        most = Math.max(most, ++running);
        await new Promise((next) => setImmediate(next));
        running--;
      },
    );
    expect(most).toBe(7);
  });

  it("with the limit 1 the numbers are the order", async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async (edges) => {
        const order: number[] = [];
        await runScheduled(edges, 1, async (node) => {
          order.push(node);
        });
        expect(order).toEqual(edges.map((_, node) => node));
      }),
    );
  });

  it("starts the lowest of those that are ready", async () => {
    const order: number[] = [];
    await runScheduled([[], [3], [], []], 1, async (node) => {
      order.push(node);
    });
    expect(order).toEqual([0, 2, 3, 1]);
  });

  it("rejects when a node does", async () => {
    const run = async (node: number) => {
      if (node === 1) throw new Error("bug in node 1");
    };
    await expect(runScheduled([[], [], []], 2, run)).rejects.toThrow("bug in node 1");
  });

  it("rejects a cycle instead of waiting for ever", async () => {
    await expect(runScheduled([[1], [0], []], 2, async () => {})).rejects.toThrow("the graph has a cycle");
  });

  it("has nothing to do for an empty graph, and does not overflow on a chain of 100,000", async () => {
    await runScheduled([], 3, async () => {});
    let ran = 0;
    const chain = Array.from({ length: 100_000 }, (_, node) => (node === 0 ? [] : [node - 1]));
    await runScheduled(chain, 4, async () => {
      ran++;
    });
    expect(ran).toBe(100_000);
  });
});
