import fc from "fast-check";
import { expect, it } from "vitest";
import { reachable } from "../../../../src/engine/graph/graph.ts";
import { type SequenceRequest, sequence } from "../../../../src/engine/plan/owners/reorder.ts";

/** Graphs in order: what a node waits for has a lower number; those that left the manifest wait among themselves only. */
const requests = fc
  .record({ tasks: fc.nat({ max: 8 }), orphans: fc.nat({ max: 6 }), picks: fc.array(fc.nat(), { maxLength: 60 }) })
  .map(({ tasks, orphans, picks }): SequenceRequest => {
    const all = tasks + orphans;
    const next = () => picks.pop() ?? 0;
    const edges = Array.from({ length: all }, (_, node) => {
      const from = node < tasks ? 0 : tasks;
      return node === from ? [] : Array.from({ length: next() % 3 }, () => from + (next() % (node - from)));
    });
    const first =
      all === 0 || tasks === 0
        ? []
        : Array.from({ length: next() % 4 }, () => ({ node: next() % all, before: next() % tasks }));
    const wishes = new Map(
      Array.from({ length: orphans }, (_, index) => [tasks + index, tasks === 0 ? [] : [next() % tasks]]),
    );
    return {
      edges,
      orphansFrom: tasks,
      first: first.filter(({ node, before }) => node !== before),
      gladly: (orphan) => wishes.get(orphan) ?? [],
    };
  });

it("keeps every node once, and everything behind what it waits for", () => {
  fc.assert(
    fc.property(requests, (request) => {
      const { order, edges, orphansFrom, circles } = sequence(request);
      expect([...order].sort((one, other) => one - other)).toEqual(request.edges.map((_, node) => node));
      if (circles.length > 0) return;
      const place = new Map(order.map((node, at) => [node, at]));
      const at = (node: number) => place.get(node) as number;
      request.edges.forEach((before, node) => {
        for (const other of before) expect(at(other)).toBeLessThan(at(node));
      });
      for (const { node, before } of request.first) expect(at(node)).toBeLessThan(at(before));
      edges.forEach((before, node) => {
        for (const other of before) expect(other).toBeLessThan(node);
      });
      // What left the manifest comes last, unless something waits for it.
      const forced = request.edges.map((before) => [...before]);
      for (const { node, before } of request.first) forced[before]?.push(node);
      const early = reachable(
        forced,
        request.first.map(({ node }) => node),
      );
      for (const node of order.slice(orphansFrom)) {
        expect(node).toBeGreaterThanOrEqual(request.orphansFrom);
        expect(early.has(node)).toBe(false);
      }
      for (const node of order.slice(0, orphansFrom))
        if (node >= request.orphansFrom) expect(early.has(node)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

it("leaves an order alone that nobody asks to change", () => {
  const edges = [[], [0], [], [2]];
  expect(sequence({ edges, orphansFrom: 2, first: [], gladly: () => [] })).toEqual({
    order: [0, 1, 2, 3],
    edges,
    orphansFrom: 2,
    circles: [],
  });
});

it("names those that wait for each other", () => {
  const first = [
    { node: 1, before: 0 },
    { node: 0, before: 1 },
  ];
  expect(sequence({ edges: [[], [], []], orphansFrom: 3, first, gladly: () => [] }).circles).toEqual([[0, 1]]);
});

it("takes time in proportion to the nodes, and no stack, for a row of any length", () => {
  const length = 200_000;
  const edges = Array.from({ length }, () => []);
  const first = Array.from({ length: length - 1 }, (_, node) => ({ node: node + 1, before: node }));
  const { order, circles } = sequence({ edges, orphansFrom: length, first, gladly: () => [] });
  expect(circles).toEqual([]);
  expect(order[0]).toBe(length - 1);
});
