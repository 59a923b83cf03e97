import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Mutexes } from "../../../src/engine/graph/mutexes.ts";
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
        const all = runScheduled(edges, { limit }, async (node) => {
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
      { limit: 7 },
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
        await runScheduled(edges, { limit: 1 }, async (node) => {
          order.push(node);
        });
        expect(order).toEqual(edges.map((_, node) => node));
      }),
    );
  });

  it("starts the lowest of those that are ready", async () => {
    const order: number[] = [];
    await runScheduled([[], [3], [], []], { limit: 1 }, async (node) => {
      order.push(node);
    });
    expect(order).toEqual([0, 2, 3, 1]);
  });

  it("rejects when a node does", async () => {
    const run = async (node: number) => {
      if (node === 1) throw new Error("bug in node 1");
    };
    await expect(runScheduled([[], [], []], { limit: 2 }, run)).rejects.toThrow("bug in node 1");
  });

  it("rejects a cycle instead of waiting for ever", async () => {
    await expect(runScheduled([[1], [0], []], { limit: 2 }, async () => {})).rejects.toThrow("the graph has a cycle");
  });

  it("has nothing to do for an empty graph, and does not overflow on a chain of 100,000", async () => {
    await runScheduled([], { limit: 3 }, async () => {});
    let ran = 0;
    const chain = Array.from({ length: 100_000 }, (_, node) => (node === 0 ? [] : [node - 1]));
    await runScheduled(chain, { limit: 4 }, async () => {
      ran++;
    });
    expect(ran).toBe(100_000);
  });
});

describe("mutexes", () => {
  const names = fc.uniqueArray(fc.constantFrom<string[]>("a", "b", "c"), { maxLength: 3 });
  const sharing = graphs.chain((edges) => fc.tuple(fc.constant(edges), fc.tuple(...edges.map(() => names))));

  it("are had by one node at a time, whatever depends on what, and nobody waits for ever", async () => {
    await fc.assert(
      fc.asyncProperty(
        sharing,
        fc.integer({ min: 1, max: 6 }),
        fc.scheduler(),
        async ([edges, names], limit, scheduler) => {
          const held = new Set<string>();
          const ended = new Set<number>();
          const waited = new Set<string>();
          const mutexes = new Mutexes((node) => names[node] ?? [], {
            waitedFor: (name, holder, waiting) => {
              expect(held.has(name) || names[holder]?.includes(name)).toBe(true);
              expect(waiting()).toBeGreaterThan(0);
              waited.add(name);
            },
            freed: (name) => waited.delete(name),
          });
          const all = runScheduled(edges, { limit, mutexes }, async (node) => {
            for (const before of edges[node] ?? []) expect(ended.has(before)).toBe(true);
            for (const name of names[node] ?? []) {
              expect(held.has(name)).toBe(false);
              held.add(name);
            }
            await scheduler.schedule(Promise.resolve(), String(node));
            for (const name of names[node] ?? []) held.delete(name);
            ended.add(node);
          });
          await scheduler.waitFor(all);
          expect(ended.size).toBe(edges.length);
          expect(waited.size).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("leave the order as it is where one thing is done at a time", async () => {
    await fc.assert(
      fc.asyncProperty(sharing, async ([edges, names]) => {
        const order: number[] = [];
        await runScheduled(edges, { limit: 1, mutexes: new Mutexes((node) => names[node] ?? []) }, async (node) => {
          order.push(node);
        });
        expect(order).toEqual(edges.map((_, node) => node));
      }),
    );
  });

  it("keep nobody else from running, and let the lowest go first", async () => {
    const names = [["a"], ["a"], [], ["a", "b"], ["b"], []];
    const begun: number[] = [];
    const open: (() => void)[] = [];
    const all = runScheduled(
      names.map(() => []),
      { limit: 3, mutexes: new Mutexes((node) => names[node] ?? []) },
      (node) => {
        begun.push(node);
        return new Promise((end) => {
          open[node] = end;
        });
      },
    );
    expect(begun).toEqual([0, 2, 4]);
    const end = async (node: number): Promise<void> => {
      open[node]?.();
      await new Promise((next) => setImmediate(next));
    };
    await end(0);
    expect(begun).toEqual([0, 2, 4, 1]);
    await end(1);
    expect(begun).toEqual([0, 2, 4, 1, 5]);
    await end(4);
    expect(begun).toEqual([0, 2, 4, 1, 5, 3]);
    for (const node of [2, 5, 3]) await end(node);
    await all;
  });

  it("take no time that grows with the square of those that wait", async () => {
    const count = 20_000;
    let asked = 0;
    const mutexes = new Mutexes(() => {
      asked++;
      return ["a"];
    });
    await runScheduled(
      Array.from({ length: count }, () => []),
      { limit: 10, mutexes },
      async () => {},
    );
    expect(asked).toBeLessThan(count * 8);
  });
});
