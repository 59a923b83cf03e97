import type { CacheScope } from "../../../ports/actions-cache.ts";

/** Where a run saves, and whose entries it can restore. */
export interface CacheScopes {
  /** The ref that a save goes to; undefined: it can't be told. */
  readonly own: string | undefined;
  /** The refs whose entries are restored; undefined: it can't be told. */
  readonly seen: readonly string[] | undefined;
  /** Why nothing of a state may be saved there; undefined: nothing is known against it. */
  readonly obstacle: SaveObstacle | undefined;
}

/** What keeps a run from saving state that the next one finds. */
export type SaveObstacle =
  | { readonly kind: "mode"; readonly mode: string }
  | { readonly kind: "read-only"; readonly ref: string | undefined }
  | { readonly kind: "merge-queue"; readonly ref: string }
  | { readonly kind: "tag"; readonly ref: string }
  | { readonly kind: "no-ref" };

type Environment = { readonly [name: string]: string | undefined };

/**
 * The scopes of a run: what its token says, or where that says nothing, what its event and ref mean.
 * @param token undefined: it does not tell
 */
export function cacheScopes(token: readonly CacheScope[] | undefined, environment: Environment): CacheScopes {
  const saved = token?.find(({ maySave }) => maySave)?.ref;
  const own = saved ?? (environment.GITHUB_REF || undefined);
  const seen = token?.filter(({ mayRestore }) => mayRestore).map(({ ref }) => ref);
  const readOnly = token !== undefined && saved === undefined;
  return { own, seen, obstacle: obstacle(own, readOnly, environment) };
}

function obstacle(own: string | undefined, readOnly: boolean, environment: Environment): SaveObstacle | undefined {
  const mode = (environment.ACTIONS_CACHE_MODE ?? "").trim().toLowerCase();
  if (mode === "none" || mode === "read") return { kind: "mode", mode };
  if (readOnly) return { kind: "read-only", ref: own };
  if (own === undefined) return { kind: "no-ref" };
  if (environment.GITHUB_EVENT_NAME === "merge_group" || own.startsWith("refs/heads/gh-readonly-queue/"))
    return { kind: "merge-queue", ref: own };
  return own.startsWith("refs/tags/") ? { kind: "tag", ref: own } : undefined;
}
