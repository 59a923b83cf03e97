import { createHash } from "node:crypto";
import { type Counts, countNames } from "../../engine/model/report.ts";
import { sumCounts, zeroCounts } from "../rendering/labels.ts";
import {
  type Left,
  type LeftContext,
  type Part,
  type PartFacts,
  type Preview,
  partKey,
  type Unnamed,
} from "./model.ts";

export const nothingLeft: Left = { named: [], unnamed: { number: 0, failed: 0, counts: zeroCounts } };

/** No more than this many characters of the first line tell contexts without room one by one: about a thousand. */
const mostForNames = 30_000;
/** And no more than this many the digests of their plans: about four hundred, half as many where they are signed. */
const mostForPlans = 20_000;
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
  const isDoubtful = (one: LeftContext): boolean => doubtful?.has(nameOfLeft(one)) ?? false;
  const heads = new Set(named.map(headOf));
  let size = sum([...heads].map((head) => head.length)) + sum(named.map(sizeOf));
  let plans = sum(named.map(planSizeOf));
  const all = parts.map(({ facts }) => leftOf(facts));
  for (const one of all.sort((a, b) => Number(isDoubtful(a)) - Number(isDoubtful(b)))) {
    const head = headOf(one);
    const more = sizeOf(one) + (heads.has(head) ? 0 : head.length);
    if (size + more > mostForNames) nameless.push(one);
    else {
      size += more;
      plans += planSizeOf(one);
      heads.add(head);
      kept.push(plans > mostForPlans ? withoutPlan(one) : one);
    }
  }
  const sure = together(nameless.filter((one) => !isDoubtful(one)));
  const rest = larger(unnamed, together(nameless.filter(isDoubtful)));
  return { named: kept, unnamed: combined(rest, sure, (a, b) => a + b) };
}

function leftOf(facts: PartFacts): LeftContext {
  const { project, context, command, phase, failure, stamp, counts, writer, digest, seal } = facts;
  return {
    key: keyOf(context),
    command,
    phase,
    failure,
    stamp,
    counts,
    ...(project === undefined ? {} : { project }),
    ...(writer === undefined ? {} : { writer }),
    ...(digest === null ? {} : { plan: { digest, seal } }),
  };
}

function withoutPlan({ plan: _, ...one }: LeftContext): LeftContext {
  return one;
}

function together(contexts: readonly LeftContext[]): Unnamed {
  const failed = contexts.filter(({ failure, phase }) => failure !== null && phase === "planned").length;
  return { number: contexts.length, failed, counts: sumCounts(contexts) };
}

/** What a comment left, for a write of some contexts. */
export function leftBeside(current: Preview | undefined, contexts: readonly Told[]): Left {
  if (!current) return nothingLeft;
  const left = withoutContexts(current.left, contexts);
  if (left.unnamed.number === 0) return left;
  const known = new Set(current.parts.map(({ facts }) => nameOf(facts)));
  for (const one of current.left.named) known.add(nameOfLeft(one));
  return { ...left, doubtful: new Set(contexts.map(nameOf).filter((name) => !known.has(name))) };
}

/** Without contexts that have been told anew. */
export function withoutContexts({ named, unnamed }: Left, contexts: Iterable<Told>): Left {
  const names = new Set(named.length === 0 ? [] : Array.from(contexts, nameOf));
  return { named: named.filter((one) => !names.has(nameOfLeft(one))), unnamed };
}

type Told = Pick<PartFacts, "project" | "context">;

/** Tells a context without room from all others. */
export function nameOfLeft({ project, key }: Pick<LeftContext, "project" | "key">): string {
  return partKey({ ...(project === undefined ? {} : { project }), context: key });
}

function nameOf({ context, ...rest }: Told): string {
  return nameOfLeft({ ...rest, key: keyOf(context) });
}

/** What two comments of the same pull request left, that become one. */
export function joinedLeft(one: Left, other: Left): Left {
  const names = new Set(other.named.map(nameOfLeft));
  return {
    named: [...one.named.filter((left) => !names.has(nameOfLeft(left))), ...other.named],
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

function headOf({ command, phase, failure, stamp, writer }: LeftContext): string {
  return JSON.stringify({ command, phase, failure, stamp, writer, contexts: [] });
}

/** Counts in the order of their names, as far as there are any. */
export function packedCounts(counts: Counts): readonly number[] {
  const all = countNames.map((name) => counts[name]);
  return all.slice(0, all.findLastIndex((count) => count > 0) + 1);
}

function sizeOf({ project, key, counts }: LeftContext): number {
  const named = project === undefined ? 0 : JSON.stringify(project).length + 1;
  return JSON.stringify([key, ...packedCounts(counts)]).length + 1 + named;
}

/** With `s` or `h` before each digest, a quote on either side, and a comma. */
function planSizeOf({ plan }: LeftContext): number {
  return plan === undefined ? 3 : plan.seal === null ? 47 : 92;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
