import { restoreCache, saveCache } from "@actions/cache";
import { type CacheAnswer, type CacheRequest, cachedFile } from "./cache-request.ts";

/**
 * Calls the official client of GitHub's cache, which packs and unpacks `state.json` in the working directory. It prints
 * to standard output, starts programs, is configured by the environment alone, and may hang.
 */
export async function callCache({ call, key }: CacheRequest): Promise<CacheAnswer> {
  try {
    if (call === "save") return { id: await saveCache([cachedFile], key) };
    return { key: (await restoreCache([cachedFile], key, [key])) ?? null };
  } catch (error) {
    return { threw: error instanceof Error ? error.message : String(error) };
  }
}
