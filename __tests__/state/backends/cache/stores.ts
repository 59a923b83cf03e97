import type { Clock } from "../../../../src/engine/ports/clock.ts";
import type { CacheScopes } from "../../../../src/state/backends/cache/cache-scopes.ts";
import { CacheStore, type CacheStoreOptions } from "../../../../src/state/backends/cache/cache-store.ts";
import { type MemoryCache, main } from "../../../doubles/memory-cache.ts";
import { context, project } from "../../fixtures.ts";

/** Time that passes only where somebody sleeps. */
export function steppedClock(): Clock & { readonly pauses: number[] } {
  let now = 0;
  const pauses: number[] = [];
  return {
    pauses,
    now: () => now,
    timestamp: () => "2026-01-02T03:04:05.000Z",
    sleep: async (ms) => {
      now += ms;
      pauses.push(ms);
    },
  };
}

/** A run that saves to `own` and sees `others` as well. */
export function scopesOf(own: string = main, others: readonly string[] = []): CacheScopes {
  return { own, seen: [own, ...others], obstacle: undefined };
}

/** A store over a cache in memory, as one run has it. */
export function cacheStore(
  memory: MemoryCache,
  folder: string,
  {
    own = main,
    others = [],
    ...options
  }: Partial<CacheStoreOptions> & { own?: string; others?: readonly string[] } = {},
): CacheStore {
  return new CacheStore({
    cache: memory.client(own, others),
    scopes: scopesOf(own, others),
    repository: "octo/storefront",
    project,
    context,
    writer: "1.2.3",
    initialize: true,
    localFolder: folder,
    clock: steppedClock(),
    ...options,
  });
}
