import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { OfficialActionsCache } from "../../../../src/github/cache/actions-cache.ts";
import { removeTree } from "../../../../src/node/files/private-folders.ts";
import { runProcess } from "../../../../src/node/processes/run-process.ts";
import type { RunProcess } from "../../../../src/ports/processes.ts";
import { type StoreFixture, stateStoreCases } from "../../../contracts/state-store.ts";
import { MemoryCache } from "../../../doubles/memory-cache.ts";
import { residentClient } from "../../../doubles/resident-client.ts";
import { full } from "../../../faults/scale.ts";
import { CacheService } from "../../../peers/cache-service.ts";
import { GithubApi } from "../../../peers/github-api.ts";
import { clock, temporaryFolder } from "../../fixtures.ts";
import { cacheStore } from "./stores.ts";

let service: CacheService;
let api: GithubApi;
beforeAll(async () => {
  [service, api] = await Promise.all([CacheService.start(), GithubApi.start()]);
  api.caches = () => service.listed();
});
afterAll(() => Promise.all([service.stop(), api.stop()]));

/** The real client, over a service on loopback. @param run in processes of their own, or in those that stay */
function fixture(run: RunProcess): StoreFixture {
  const folder = temporaryFolder();
  const environment = { PATH: process.env.PATH, ...service.environment() };
  const cache = new OfficialActionsCache({
    environment,
    program: join(import.meta.dirname, "client-worker.ts"),
    temporaryFolders: [folder.path],
    list: { apiUrl: api.url, repository: "octo/storefront", token: api.token, userAgent: "opus", environment },
    run,
    removeTree,
    redact: (text) => text,
  });
  let opened = 0;
  const blob = () => service.entries.at(-1)?.blob ?? "";
  return {
    open: () => cacheStore(new MemoryCache(), join(folder.path, String(opened++)), { cache, clock }),
    damage: () => {
      const archive = service.blobs.get(blob());
      if (archive) service.blobs.put(blob(), archive.subarray(0, -20));
    },
    stored: () => fileIn(service.blobs.get(blob())),
    historyLimit: null,
    cleanUp: () => {
      service.entries.length = 0;
      folder.remove();
    },
  };
}

/** The one file of an archive, behind the last header with its name; of one that is cut off, the archive itself. */
function fileIn(archive: Buffer | undefined): string {
  if (archive === undefined) return "";
  let tar: Buffer;
  try {
    tar = gunzipSync(archive);
  } catch {
    return archive.toString("base64");
  }
  const header = tar.lastIndexOf("state.json\0");
  const size = Number.parseInt(tar.toString("latin1", header + 124, header + 135), 8);
  return tar.toString("utf8", header + 512, header + 512 + size);
}

const withProcesses = "a first write expects nothing, and is read back by another instance";
// With a process for each call, all of it takes some minutes, and says no more than the same cases in memory.
const short = [
  withProcesses,
  "of many writers at once exactly one wins",
  "damaged state is unavailable: never absent, never overwritten",
  "thousands of tasks come back the same, byte for byte",
  "an aborted signal stops every call with `cancelled`",
];
const cases = stateStoreCases.filter(({ name }) => full || short.includes(name));

test.each(cases)("the cache store with the real client: $name", async ({ name, run }) => {
  const made = fixture(full || name === withProcesses ? runProcess : residentClient);
  try {
    await run(made);
  } finally {
    made.cleanUp();
  }
});

test("no case of the short run was renamed", () => {
  expect(stateStoreCases.map(({ name }) => name)).toEqual(expect.arrayContaining(short));
});
