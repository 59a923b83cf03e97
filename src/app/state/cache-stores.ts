import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ActionsCache } from "../../github/cache/actions-cache.ts";
import { readCacheScopes } from "../../github/cache/cache-token.ts";
import { type CacheScopes, cacheScopes } from "../../state/backends/cache/cache-scopes.ts";
import { CacheStore } from "../../state/backends/cache/cache-store.ts";
import type { CacheLocation } from "./state-location.ts";
import type { StoresOptions } from "./stores.ts";

/** Opens the stores of a run whose state is in the Actions cache. Imported only when it is. */
export class CacheStores {
  readonly #options: StoresOptions & { readonly place: CacheLocation };
  readonly #cache: ActionsCache;
  readonly #scopes: CacheScopes;

  constructor(options: StoresOptions & { readonly place: CacheLocation }) {
    this.#options = options;
    const { environment, version, token = "", redact } = options;
    const { GITHUB_API_URL: apiUrl = "https://api.github.com", ACTIONS_RUNTIME_TOKEN: runtimeToken = "" } = environment;
    const { repository } = options.place;
    this.#scopes = cacheScopes(readCacheScopes(runtimeToken), environment);
    this.#cache = new ActionsCache({
      environment,
      program: mainFile(),
      temporaryFolders: environment.RUNNER_TEMP ? [environment.RUNNER_TEMP, tmpdir()] : [tmpdir()],
      list: { apiUrl, repository, token, userAgent: `magnum-opus/${version}`, environment },
      redact,
    });
  }

  /** @param localFolder of the context, on this machine */
  open(project: string, context: string, localFolder: string): CacheStore {
    const { place, version, clock, initialize, sealing } = this.#options;
    return new CacheStore({
      cache: this.#cache,
      scopes: this.#scopes,
      repository: place.repository,
      project,
      context,
      writer: version,
      initialize,
      localFolder,
      clock,
      sealing,
      flags: place.flags,
    });
  }

  dispose(): Promise<void> {
    return this.#cache.dispose();
  }
}

/** The program that runs: the main file of the bundle, which is beside that of the post step. */
function mainFile(): string {
  return join(dirname(process.argv[1] ?? ""), "index.js");
}
