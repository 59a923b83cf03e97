import { depthFirst } from "./graph.ts";
import type { TaskState } from "./model.ts";

/** State entries by name. */
export type Entries = ReadonlyMap<string, TaskState>;

/** Recorded names, dependencies before dependants, otherwise in the order in which they were recorded. Recorded cycles are passed over. */
export function recordedOrder(entries: Entries): {
  readonly names: readonly string[];
  readonly edges: readonly (readonly number[])[];
} {
  const listed = [...entries].sort(
    ([leftName, left], [rightName, right]) => left.order - right.order || (leftName < rightName ? -1 : 1),
  );
  const place = new Map(listed.map(([name], index) => [name, index]));
  const edges = listed.map(([, entry]) => entry.dependencies.flatMap((name) => place.get(name) ?? []));
  const { order } = depthFirst(edges);
  const position = new Map(order.map((node, index) => [node, index]));
  return {
    names: order.map((node) => (listed[node] as [string, TaskState])[0]),
    edges: order.map((node, index) =>
      (edges[node] as number[]).map((to) => position.get(to) as number).filter((to) => to < index),
    ),
  };
}

/**
 * Entries under the names that the manifest gives them now.
 * @param renames new name → former name
 */
export function renamedEntries(entries: Entries, renames: ReadonlyMap<string, string>): Map<string, TaskState> {
  if (renames.size === 0) return new Map(entries);
  const newNames = new Map([...renames].map(([now, former]) => [former, now]));
  const renamed = new Map<string, TaskState>();
  for (const [name, entry] of entries) {
    const dependencies = entry.dependencies.some((dependency) => newNames.has(dependency))
      ? entry.dependencies.map((dependency) => newNames.get(dependency) ?? dependency)
      : entry.dependencies;
    renamed.set(newNames.get(name) ?? name, dependencies === entry.dependencies ? entry : { ...entry, dependencies });
  }
  return renamed;
}
