import { type Edges, reversed } from "./graph.ts";

/**
 * Runs every node once, after all that it depends on have ended; of those that are ready the lowest number first,
 * at most `limit` at once. With `limit` 1 and numbers in topological order the numbers are the order.
 * @param run never rejects for expected failures; what a failure means for dependants is the caller's to decide
 */
export function runScheduled(edges: Edges, limit: number, run: (node: number) => Promise<void>): Promise<void> {
  const waiting = edges.map((before) => before.length);
  const dependants = reversed(edges);
  const ready = new NumberHeap();
  waiting.forEach((count, node) => {
    if (count === 0) ready.push(node);
  });
  let running = 0;
  let ended = 0;
  return new Promise((resolve, reject) => {
    const start = (): void => {
      while (running < limit) {
        const node = ready.pop();
        if (node === undefined) break;
        running++;
        run(node).then(() => end(node), reject);
      }
      if (running === 0) {
        if (ended < edges.length) reject(new Error("the graph has a cycle"));
        else resolve();
      }
    };
    const end = (node: number): void => {
      running--;
      ended++;
      for (const dependant of dependants[node] ?? []) {
        waiting[dependant] = (waiting[dependant] as number) - 1;
        if (waiting[dependant] === 0) ready.push(dependant);
      }
      start();
    };
    start();
  });
}

/** A binary min-heap of numbers. */
class NumberHeap {
  readonly #items: number[] = [];

  push(item: number): void {
    const items = this.#items;
    let index = items.push(item) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if ((items[parent] as number) <= item) break;
      items[index] = items[parent] as number;
      index = parent;
    }
    items[index] = item;
  }

  pop(): number | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (first === undefined || last === undefined || items.length === 0) return first;
    let index = 0;
    for (let child = 1; child < items.length; child = 2 * index + 1) {
      if (child + 1 < items.length && (items[child + 1] as number) < (items[child] as number)) child++;
      if ((items[child] as number) >= last) break;
      items[index] = items[child] as number;
      index = child;
    }
    items[index] = last;
    return first;
  }
}
