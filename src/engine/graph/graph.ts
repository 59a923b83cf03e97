/** A graph over the numbers 0 … n-1; `edges[i]` lists what must come before i, in the order in which it was listed. */
export type Edges = readonly (readonly number[])[];

export interface Ordered {
  /** Every node once, dependencies before dependants. Only meaningful without cycles. */
  readonly order: readonly number[];
  /** Each as the nodes along it (`a` depends on `b` depends on … `a`), the lowest number first; disjoint ones only. */
  readonly cycles: readonly (readonly number[])[];
}

/**
 * Depth first by number, dependencies before dependants in the order in which they are listed.
 * Iterative: a chain of any length is fine. Edges that close a cycle are passed over and reported.
 */
export function depthFirst(edges: Edges): Ordered {
  const order: number[] = [];
  const cycles: number[][] = [];
  const inCycle = new Set<number>();
  const state = new Uint8Array(edges.length); // 0 new, 1 on the path, 2 done
  const path: number[] = [];
  const next: number[] = [];
  for (let root = 0; root < edges.length; root++) {
    if (state[root] !== 0) continue;
    path.push(root);
    next.push(0);
    state[root] = 1;
    while (path.length > 0) {
      const top = path.length - 1;
      const node = path[top] as number;
      const dependency = edges[node]?.[next[top] as number];
      if (dependency === undefined) {
        state[node] = 2;
        order.push(node);
        path.pop();
        next.pop();
        continue;
      }
      next[top] = (next[top] as number) + 1;
      if (state[dependency] === 0) {
        state[dependency] = 1;
        path.push(dependency);
        next.push(0);
      } else if (state[dependency] === 1) {
        const cycle = path.slice(path.lastIndexOf(dependency));
        if (!cycle.some((member) => inCycle.has(member))) {
          for (const member of cycle) inCycle.add(member);
          cycles.push(lowestFirst(cycle));
        }
      }
    }
  }
  return { order, cycles };
}

function lowestFirst(cycle: readonly number[]): number[] {
  const lowest = cycle.reduce((best, node, index) => (node < (cycle[best] as number) ? index : best), 0);
  return [...cycle.slice(lowest), ...cycle.slice(0, lowest)];
}

/** The same graph with every edge turned round. */
export function reversed(edges: Edges): number[][] {
  const result: number[][] = edges.map(() => []);
  edges.forEach((before, node) => {
    for (const dependency of before) result[dependency]?.push(node);
  });
  return result;
}

/** The given nodes and everything that can be reached from them along `edges`. */
export function reachable(edges: Edges, from: Iterable<number>): Set<number> {
  const found = new Set(from);
  const open = [...found];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const dependency of edges[node] ?? []) {
      if (!found.has(dependency)) {
        found.add(dependency);
        open.push(dependency);
      }
    }
  }
  return found;
}
