import { createHash } from "node:crypto";
import { type Counts, countNames } from "../../engine/model/report.ts";
import { sumCounts, zeroCounts } from "../rendering/labels.ts";
import type { Left, LeftContext, Part, Preview, Unnamed } from "./model.ts";

export const nothingLeft: Left = { named: [], unnamed: { number: 0, failed: 0, counts: zeroCounts } };

/** No more than this many characters of the first line tell contexts without room one by one: about a thousand. */
const mostForNames = 30_000;
/** Keeps sums exact. */
export const mostCounted = 1e12;

/** What stands for the name of a context, however long that is. */
export function keyOf(context: string): string {
  return createHash("sha256").update(context).digest("hex").slice(0, 16);
}

/** How many contexts have no room. */
export function numberLeft({ named, unnamed }: Left): number {
  return named.length + unnamed.number;
}

/** What contexts without room have in common is told once. */
export function groupsOf(named: readonly LeftContext[]): ReadonlyMap<string, readonly LeftContext[]> {
  const groups = new Map<string, LeftContext[]>();
  for (const one of named) {
    const group = groups.get(headOf(one));
    if (group) group.push(one);
    else groups.set(headOf(one), [one]);
  }
  return groups;
}

/** More parts without room. Who has a name keeps it, so that contexts that nobody can tell apart don't add up. */
export function withLeft({ named, unnamed, doubtful }: Left, parts: readonly Part[]): Left {
  const kept = [...named];
  const nameless: LeftContext[] = [];
  const isDoubtful = ({ key }: LeftContext): boolean => doubtful?.has(key) ?? false;
  const heads = new Set(named.map(headOf));
  let size = sum([...heads].map((head) => head.length)) + sum(named.map(sizeOf));
  const all = parts.map(({ facts: { context, command, phase, failure, stamp, counts } }): LeftContext => {
    return { key: keyOf(context), command, phase, failure, stamp, counts };
  });
  for (const one of all.sort((a, b) => Number(isDoubtful(a)) - Number(isDoubtful(b)))) {
    const head = headOf(one);
    const more = sizeOf(one) + (heads.has(head) ? 0 : head.length);
    if (size + more > mostForNames) nameless.push(one);
    else {
      size += more;
      heads.add(head);
      kept.push(one);
    }
  }
  const sure = together(nameless.filter((one) => !isDoubtful(one)));
  const rest = larger(unnamed, together(nameless.filter(isDoubtful)));
  return { named: kept, unnamed: combined(rest, sure, (a, b) => a + b) };
}

function together(contexts: readonly LeftContext[]): Unnamed {
  const failed = contexts.filter(({ failure, phase }) => failure !== null && phase === "planned").length;
  return { number: contexts.length, failed, counts: sumCounts(contexts) };
}

/** What a comment left, for a write of some contexts. */
export function leftBeside(current: Preview | undefined, contexts: readonly string[]): Left {
  if (!current) return nothingLeft;
  const left = withoutContexts(current.left, contexts);
  if (left.unnamed.number === 0) return left;
  const known = new Set(current.parts.map(({ facts }) => keyOf(facts.context)));
  for (const { key } of current.left.named) known.add(key);
  return { ...left, doubtful: new Set(contexts.map(keyOf).filter((key) => !known.has(key))) };
}

/** Without contexts that have been told anew. */
export function withoutContexts({ named, unnamed }: Left, contexts: Iterable<string>): Left {
  const keys = new Set(named.length === 0 ? [] : Array.from(contexts, keyOf));
  return { named: named.filter(({ key }) => !keys.has(key)), unnamed };
}

/** What two comments of the same pull request left, that become one. */
export function joinedLeft(one: Left, other: Left): Left {
  const keys = new Set(other.named.map(({ key }) => key));
  return {
    named: [...one.named.filter(({ key }) => !keys.has(key)), ...other.named],
    unnamed: larger(one.unnamed, other.unnamed),
  };
}

/** They may be the same contexts: a sum would grow with each write. */
function larger(one: Unnamed, other: Unnamed): Unnamed {
  return combined(one, other, Math.max);
}

function combined(one: Unnamed, other: Unnamed, how: (a: number, b: number) => number): Unnamed {
  const both = (a: number, b: number) => Math.min(mostCounted, how(a, b));
  const counts = countNames.map((name) => [name, both(one.counts[name], other.counts[name])]);
  return {
    number: both(one.number, other.number),
    failed: both(one.failed, other.failed),
    counts: { ...zeroCounts, ...Object.fromEntries(counts) },
  };
}

function headOf({ command, phase, failure, stamp }: LeftContext): string {
  return JSON.stringify({ command, phase, failure, stamp, contexts: [] });
}

/** Counts in the order of their names, as far as there are any. */
export function packedCounts(counts: Counts): readonly number[] {
  const all = countNames.map((name) => counts[name]);
  return all.slice(0, all.findLastIndex((count) => count > 0) + 1);
}

function sizeOf({ key, counts }: LeftContext): number {
  return JSON.stringify([key, ...packedCounts(counts)]).length + 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
