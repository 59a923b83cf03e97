import type { CacheEntry } from "../../../ports/actions-cache.ts";
import { type CacheKeyParts, parseCacheKey } from "./cache-key.ts";

/** An entry that holds a version of a state. */
export interface StateEntry extends CacheKeyParts {
  readonly entry: CacheEntry;
}

/** What a list of the cache says about one state. */
export type Listed =
  | { readonly state: "none" }
  | { readonly state: "newest"; readonly newest: StateEntry }
  /** More than one could be continued. The newest of each. */
  | { readonly state: "several"; readonly candidates: readonly StateEntry[] };

/**
 * Finds the newest version in a list. All versions of a state are saved in one ref, so those in a second one are another
 * state; but what a pull request has saved counts for that pull request alone, once others have saved something, as
 * anybody can open one and save there what he likes.
 * @param own the ref of this run
 */
export function judgeEntries(entries: readonly CacheEntry[], prefix: string, own: string | undefined): Listed {
  const versions = entries.flatMap((entry): StateEntry[] => {
    const parts = parseCacheKey(prefix, entry.key);
    return parts === undefined ? [] : [{ ...parts, entry }];
  });
  const trusted = versions.filter(({ entry: { ref } }) => ref === own || !ref.startsWith("refs/pull/"));
  const counting = trusted.length > 0 ? trusted : versions;
  const refs = [...new Set(counting.map(({ entry: { ref } }) => ref))].sort();
  const candidates = refs.flatMap((ref) => highest(counting.filter(({ entry }) => entry.ref === ref)));
  const [newest, ...others] = candidates;
  if (newest === undefined) return { state: "none" };
  return others.length === 0 ? { state: "newest", newest } : { state: "several", candidates };
}

/** Of one serial there is one, unless two runs could not see each other's: both had begun, or something else has saved it. */
function highest(versions: readonly StateEntry[]): StateEntry[] {
  const serial = Math.max(...versions.map((version) => version.serial));
  return versions.filter((version) => version.serial === serial);
}
