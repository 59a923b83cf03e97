import type { Change } from "../../model/change.ts";
import type { ReviewedChange, ReviewRecord } from "../../model/review.ts";
import type { Digest } from "../../ports/digest.ts";
import { type PlanIdentity, type PlanItem, planDigest } from "../plan-digest.ts";

/** One way in which a plan is not the reviewed one. */
export interface ReviewDifference {
  readonly task: string;
  /** What was reviewed; undefined: nothing of this task. */
  readonly reviewed: Change | undefined;
  /** What would be done now; undefined: nothing. */
  readonly now: Change | undefined;
  /** What is different where both sides are known. */
  readonly because: readonly ("manifest" | "state" | "resource")[];
}

/** Is a plan the one that was reviewed? */
export type ReviewVerdict =
  | { readonly same: true /** What an earlier run of this very plan did already. */; readonly done: readonly string[] }
  /** `differences` is undefined where the preview does not tell its changes one by one. */
  | { readonly same: false; readonly differences: readonly ReviewDifference[] | undefined };

/** The plan of now, as a review sees it. */
export interface PlanOfNow extends PlanIdentity {
  readonly digest: string;
  readonly items: ReadonlyMap<string, PlanItem>;
  /**
   * Digest of what is wanted of a task, as if outputs with these labels were not known yet; undefined when nothing of
   * this name is planned at all.
   */
  desiredDigest(task: string, awaited: ReadonlySet<string>): string | null | undefined;
}

/**
 * Compares the plan of now with a reviewed one. A plan that was applied in part is still the same: what is done and
 * wanted as it was is done, and what is left must be wanted as it was, by a change that takes away no more.
 * @param reviewed digest of the reviewed plan, and its changes where the preview tells them
 * @param record what state keeps of it
 */
export function compareWithReview(
  now: PlanOfNow,
  reviewed: { readonly digest: string; readonly changes: ReadonlyMap<string, ReviewedChange> | undefined },
  record: ReviewRecord | undefined,
  digest: Digest,
): ReviewVerdict {
  if (now.digest === reviewed.digest) return { same: true, done: [] };
  const resumed = resume(now, reviewed.digest, record, digest);
  if (resumed) return { same: true, done: resumed };
  return { same: false, differences: reviewed.changes && differences(now, reviewed.changes) };
}

/** What of the reviewed plan is done already, if what is left is a part of it; else undefined. */
function resume(
  now: PlanOfNow,
  reviewed: string,
  record: ReviewRecord | undefined,
  digest: Digest,
): readonly string[] | undefined {
  if (record?.digest !== reviewed) return undefined;
  const recorded = Object.entries(record.items);
  const made = planDigest(
    now,
    recorded.map(([name, item]) => [name, item.digest]),
    digest,
  );
  if (made !== reviewed) return undefined;
  const names = new Set(Object.keys(record.items));
  if ([...now.items.keys()].some((name) => !names.has(name))) return undefined;
  const done: string[] = [];
  for (const [name, item] of recorded) {
    const left = now.items.get(name);
    if (left?.digest === item.digest) continue;
    const wanted = now.desiredDigest(name, new Set(item.awaits));
    if ((wanted ?? null) !== item.wanted || (left && !mayBecome(item.change, left.change))) return undefined;
    if (!left) done.push(name);
  }
  return done;
}

/** Changes that take away no more than the reviewed one, for a task that the reviewed plan began. */
export function mayBecome(reviewed: Change, now: Change): boolean {
  if (reviewed === now) return true;
  switch (reviewed) {
    case "create":
    case "adopt":
      return now === "create" || now === "update" || now === "adopt";
    case "update":
      return now === "create";
    case "replace":
      return now === "create" || now === "update" || now === "adopt";
    default:
      return false;
  }
}

function differences(now: PlanOfNow, reviewed: ReadonlyMap<string, ReviewedChange>): readonly ReviewDifference[] {
  const found: ReviewDifference[] = [];
  for (const task of [...new Set([...reviewed.keys(), ...now.items.keys()])].sort()) {
    const before = reviewed.get(task);
    const after = now.items.get(task);
    const because = before && after ? reasons(before, after) : [];
    if (before && after && before.change === after.change && because.length === 0) continue;
    found.push({ task, reviewed: before?.change, now: after?.change, because });
  }
  return found;
}

function reasons(before: ReviewedChange, after: ReviewedChange): ReviewDifference["because"] {
  const sides = [
    ["wanted", "manifest"],
    ["recorded", "state"],
    ["live", "resource"],
  ] as const;
  return sides.filter(([side]) => !sameStart(before[side], after[side])).map(([, what]) => what);
}

/** Digests may be cut. */
function sameStart(short: string | null, whole: string | null): boolean {
  if (short === null || whole === null) return short === whole;
  return shortDigest(whole) === shortDigest(short);
}

const shortLength = 8;

/** The beginning of a digest: enough to tell what is different, not to prove that it is the same. */
export function shortDigest(digest: string): string {
  return digest.slice(digest.indexOf(":") + 1).slice(0, shortLength);
}

/** A change as previews tell it. */
export function reviewedChange({ change, wanted, recorded, live }: PlanItem): ReviewedChange {
  const short = (digest: string | null): string | null => (digest === null ? null : shortDigest(digest));
  return { change, wanted: short(wanted), recorded: short(recorded), live: short(live) };
}

/** What state is to keep of a reviewed plan while it is applied. */
export function reviewRecord(digest: string, items: ReadonlyMap<string, PlanItem>): ReviewRecord {
  const kept = [...items.values()].map(
    ({ name, change, digest: own, wanted, awaits }) =>
      [name, { change, digest: own, wanted, ...(awaits.length > 0 ? { awaits } : {}) }] as const,
  );
  return { digest, items: Object.fromEntries(kept) };
}

/** The record, unless something of it was changed since: then it tells nothing any more. */
export function untouched(record: ReviewRecord | undefined, changed: Iterable<string>): ReviewRecord | undefined {
  for (const task of changed) if (record && Object.hasOwn(record.items, task)) return undefined;
  return record;
}
