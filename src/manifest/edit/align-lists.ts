import type { Json } from "../../engine/json/json.ts";
import { equalJson } from "../../engine/json/json-diff.ts";

/** A member of a list by its place before and after; undefined: it is not there. */
export interface ListStep {
  readonly was: number | undefined;
  readonly is: number | undefined;
}

/** Longer lists are compared by their beginning and their end. */
const mostCompared = 400;

/**
 * Which members of a list stay, change, come and go: as many as can be stay, and those between them change in their order.
 * @returns in the order of both lists
 */
export function alignLists(before: readonly Json[], after: readonly Json[]): readonly ListStep[] {
  const steps: ListStep[] = [];
  let [was, is] = [0, 0];
  const between = (untilWas: number, untilIs: number): void => {
    while (was < untilWas || is < untilIs)
      steps.push({ was: was < untilWas ? was++ : undefined, is: is < untilIs ? is++ : undefined });
  };
  for (const [sameWas, sameIs] of common(before, after)) {
    between(sameWas, sameIs);
    steps.push({ was: was++, is: is++ });
  }
  between(before.length, after.length);
  return steps;
}

/** Pairs of places of equal members, ascending in both. */
function common(before: readonly Json[], after: readonly Json[]): (readonly [number, number])[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && equalJson(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && equalJson(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const middle = longest(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return [
    ...Array.from({ length: head }, (_, at) => [at, at] as const),
    ...middle.map(([left, right]) => [left + head, right + head] as const),
    ...Array.from({ length: tail }, (_, at) => [before.length - tail + at, after.length - tail + at] as const),
  ];
}

/** The longest common subsequence. */
function longest(before: readonly Json[], after: readonly Json[]): (readonly [number, number])[] {
  if (before.length > mostCompared || after.length > mostCompared) return [];
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  const at = (left: number, right: number): number => lengths[left]?.[right] ?? 0;
  const same = before.map((one) => after.map((other) => equalJson(one, other)));
  for (let left = before.length - 1; left >= 0; left--)
    for (let right = after.length - 1; right >= 0; right--)
      (lengths[left] as Uint16Array)[right] = same[left]?.[right]
        ? at(left + 1, right + 1) + 1
        : Math.max(at(left + 1, right), at(left, right + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let left = 0, right = 0; left < before.length && right < after.length; ) {
    if (same[left]?.[right]) pairs.push([left++, right++]);
    else if (at(left + 1, right) >= at(left, right + 1)) left++;
    else right++;
  }
  return pairs;
}
