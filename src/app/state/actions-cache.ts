import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { OfficialActionsCache } from "../../github/cache/actions-cache.ts";
import { readCacheScopes } from "../../github/cache/cache-token.ts";
import { removeTree } from "../../node/files/private-folders.ts";
import { runProcess } from "../../node/processes/run-process.ts";
import type { OpenedCache, StoreServices } from "../../state/backend.ts";

/**
 * Opens the client of the Actions cache. Imported only when state is there: it is large.
 * @param repository `owner/name`
 */
export function openActionsCache(
  repository: string,
  { environment, version, token = "", redact }: Pick<StoreServices, "environment" | "version" | "token" | "redact">,
): OpenedCache {
  const { GITHUB_API_URL: apiUrl = "https://api.github.com", ACTIONS_RUNTIME_TOKEN: runtimeToken = "" } = environment;
  const cache = new OfficialActionsCache({
    environment,
    program: mainFile(),
    temporaryFolders: environment.RUNNER_TEMP ? [environment.RUNNER_TEMP, tmpdir()] : [tmpdir()],
    list: { apiUrl, repository, token, userAgent: `magnum-opus/${version}`, environment },
    run: runProcess,
    removeTree,
    redact,
  });
  return { cache, granted: readCacheScopes(runtimeToken) };
}

/** The program that runs: the main file of the bundle, which is beside that of the post step. */
function mainFile(): string {
  return join(dirname(process.argv[1] ?? ""), "index.js");
}
