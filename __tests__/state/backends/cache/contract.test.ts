import { join } from "node:path";
import type { StoreFixture } from "../../../contracts/state-store.ts";
import { stateStoreContract } from "../../../contracts/state-store.ts";
import { MemoryCache } from "../../../doubles/memory-cache.ts";
import { temporaryFolder } from "../../fixtures.ts";
import { cacheStore } from "./stores.ts";

/** Each instance is another run, with a folder of its own. */
function fixture(lagging: boolean): StoreFixture {
  const memory = new MemoryCache();
  memory.lagging = lagging;
  const folder = temporaryFolder();
  let opened = 0;
  return {
    open: () => cacheStore(memory, join(folder.path, String(opened++))),
    openAs: (name) => cacheStore(memory, join(folder.path, String(opened++)), name),
    lagging,
    damage: () => {
      const entry = memory.newest;
      if (entry) entry.data = entry.data.subarray(0, -20);
    },
    stored: () => memory.newest?.data.toString("utf8") ?? "",
    historyLimit: null,
    cleanUp: () => folder.remove(),
  };
}

stateStoreContract("the cache store", () => fixture(false));
stateStoreContract("the cache store with a list that lags for ever", () => fixture(true));
