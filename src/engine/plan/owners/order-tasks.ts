import type { PlannedTask } from "../planned-task.ts";
import type { Planning } from "../planning.ts";
import { circle } from "./claims.ts";
import { sequence } from "./reorder.ts";

/** What has to leave a place before another task can have it, or before what it depends on is replaced, goes first. */
export function inOrder(planned: readonly PlannedTask[], planning: Planning) {
  const { candidates } = planning;
  // Not all were planned: a target is unknown.
  if (planned.length < candidates.candidates.length)
    return { tasks: planned, edges: candidates.edges, orphansFrom: candidates.orphansFrom, circles: [] };
  const place = new Map(planned.map(({ name }, node) => [name, node]));
  const placesOf = (names: readonly string[]): number[] => names.flatMap((name) => place.get(name) ?? []);
  const first = planned.flatMap((task, before) => placesOf(task.awaitsPlaceOf).map((node) => ({ node, before })));
  planned.slice(candidates.orphansFrom).forEach(({ decision, entry }, index) => {
    if (decision.change !== "delete") return;
    for (const before of placesOf(entry?.dependencies ?? [])) {
      if (planned[before]?.decision.change === "replace") first.push({ node: candidates.orphansFrom + index, before });
    }
  });
  const dependants = new Map<string, number[]>();
  if (first.length > 0) {
    planned.slice(0, candidates.orphansFrom).forEach(({ entry }, node) => {
      for (const name of entry?.dependencies ?? []) dependants.set(name, [...(dependants.get(name) ?? []), node]);
    });
  }
  const { order, edges, orphansFrom, circles } = sequence({
    edges: candidates.edges,
    orphansFrom: candidates.orphansFrom,
    first,
    gladly: (orphan) => dependants.get(planned[orphan]?.name ?? "") ?? [],
  });
  return {
    tasks: order.map((node) => planned[node] as PlannedTask),
    edges,
    orphansFrom,
    circles: circles.map((nodes) =>
      circle(
        planning,
        nodes.map((node) => planned[node] as PlannedTask),
      ),
    ),
  };
}
