import { type Edges, reversed } from "./graph.ts";
import type { Mutexes } from "./mutexes.ts";
import { NumberHeap } from "./number-heap.ts";

/**
 * Runs every node once, after all that it depends on have ended; of those that are ready the lowest number first,
 * at most `limit` at once. With `limit` 1 and numbers in topological order the numbers are the order.
 * @param mutexes say which of them never run side by side; one that waits for another leaves its room to the next
 * @param run never rejects for expected failures; what a failure means for dependants is the caller's to decide
 */
export function runScheduled(
  edges: Edges,
  { limit, mutexes }: { readonly limit: number; readonly mutexes?: Mutexes },
  run: (node: number) => Promise<void>,
): Promise<void> {
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
        if (mutexes?.take(node) === false) {
          for (const next of mutexes.behind(node)) ready.push(next);
          continue;
        }
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
      for (const next of mutexes?.free(node) ?? []) ready.push(next);
      for (const dependant of dependants[node] ?? []) {
        waiting[dependant] = (waiting[dependant] as number) - 1;
        if (waiting[dependant] === 0) ready.push(dependant);
      }
      start();
    };
    start();
  });
}
