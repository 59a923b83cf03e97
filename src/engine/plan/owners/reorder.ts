import { depthFirst, type Edges, reachable, reversed } from "../../graph/graph.ts";

/** Nodes in order, with what each waits for. */
export interface Sequence {
  /** Old numbers, in the new order. */
  readonly order: readonly number[];
  /** By new number. */
  readonly edges: Edges;
  /** New number from which nodes wait for all before it. */
  readonly orphansFrom: number;
  /** Old numbers of nodes that wait for each other, each for the next; only when there are any. */
  readonly circles: readonly (readonly number[])[];
}

export interface SequenceRequest {
  readonly edges: Edges;
  /** Nodes from this number on wait for all before it: tasks that left the manifest. */
  readonly orphansFrom: number;
  /** Which node has to end before which other begins, whatever else is said. */
  readonly first: readonly { readonly node: number; readonly before: number }[];
  /** By number: what a node that left the manifest better waits for, too, if it has to go earlier than the others. */
  readonly gladly: (orphan: number) => readonly number[];
}

/**
 * Lets some nodes end before others: among them those of tasks that left the manifest, which otherwise come last.
 * Everything else keeps its order. Linear.
 */
export function sequence({ edges, orphansFrom, first, gladly }: SequenceRequest): Sequence {
  const all = edges.map((_, node) => node);
  if (first.length === 0) return { order: all, edges, orphansFrom, circles: [] };
  const forced = edges.map((before) => [...before]);
  for (const { node, before } of first) forced[before]?.push(node);
  // What an early orphan waits for is early as well.
  const early = new Set(
    [
      ...reachable(
        forced,
        first.map(({ node }) => node).filter((node) => node >= orphansFrom),
      ),
    ].filter((node) => node >= orphansFrom),
  );
  const late = reachable(reversed(forced), early);
  for (const node of early) forced[node]?.push(...gladly(node).filter((other) => !late.has(other)));
  const isLate = (node: number): boolean => node >= orphansFrom && !early.has(node);
  const { order: sorted, cycles } = depthFirst(forced);
  const order = [...sorted.filter((node) => !isLate(node)), ...all.filter(isLate)];
  const place = new Map(order.map((node, position) => [node, position]));
  return {
    order,
    edges: order.map((node) => (forced[node] ?? []).map((before) => place.get(before) as number)),
    orphansFrom: order.length - all.filter(isLate).length,
    circles: cycles,
  };
}
