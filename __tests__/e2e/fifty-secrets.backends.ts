import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { CacheService } from "../peers/cache-service.ts";
import { GitServer } from "../peers/git-server.ts";
import { GithubApi } from "../peers/github-api.ts";
import { type Left, objectsOf } from "./fifty-secrets.traces.ts";

/** Where state goes in a scene, and what is left there. */
export interface Backend {
  readonly remote?: { readonly url: string; readonly token: string };
  readonly inputs: { readonly [name: string]: string };
  readonly environment: { readonly [name: string]: string };
  /** What is found where something is left. */
  readonly trail: RegExp;
  left(): Left[];
  /** The intents of a run can be stored, and nothing after them. */
  refuseAfterIntents(): void;
  /** Leaves a file beside what is stored. */
  plant(path: string, text: string, message?: string): void;
  close(): Promise<void>;
}

/** A folder of the workspace, which is searched with all others. */
export function folder(): Backend {
  return {
    inputs: {},
    environment: {},
    trail: /^workspace\/\.opus\/state\/.*\.json$/m,
    left: () => [],
    refuseAfterIntents: () => undefined,
    plant: () => undefined,
    close: async () => undefined,
  };
}

export async function branch(): Promise<Backend> {
  const server = await GitServer.start();
  return {
    remote: { url: server.url, token: server.token },
    inputs: {},
    environment: {},
    trail: /^commit .* of the branch$/m,
    left: () => objectsOf(server.directory, "the branch"),
    // The repository's own branch has a commit, too.
    refuseAfterIntents: () => server.hook('[ "$(git rev-list --count --all)" -le 1 ] || exit 1'),
    plant: (path, text, message) => void server.write("opus-state", { [path]: text }, message),
    close: () => server.close(),
  };
}

export async function cache(): Promise<Backend> {
  const token = "ghs_0123456789abcdefghijklmnopqrstuvwxyz";
  const [service, api] = await Promise.all([CacheService.start(), GithubApi.start(token)]);
  api.caches = () => service.listed();
  return {
    inputs: { "state-backend": "cache", initialize: "true" },
    environment: { ...service.environment(), GITHUB_API_URL: api.url },
    trail: /^entry opus-state-v1\/demo\/test\//m,
    left: () =>
      service.entries.flatMap(({ key, blob }) => [
        { place: `key of ${key}`, bytes: Buffer.from(key) },
        { place: `entry ${key}`, bytes: unpacked(service.blobs.get(blob) ?? Buffer.alloc(0)) },
      ]),
    refuseAfterIntents: () => {
      service.before = (request) => {
        const created = service.requests.filter((one) => one.startsWith("CreateCacheEntry")).length;
        if (request.startsWith("CreateCacheEntry") && created > 1)
          service.faults.set("CreateCacheEntry", { status: 403, message: "no" });
      };
    },
    plant: () => undefined,
    close: async () => {
      await Promise.all([service.stop(), api.stop()]);
    },
  };
}

/** The archive inside what was uploaded. */
function unpacked(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 4).equals(Buffer.from("28b52ffd", "hex"))) return zstdDecompressSync(bytes);
  return bytes.subarray(0, 2).equals(Buffer.from("1f8b", "hex")) ? gunzipSync(bytes) : bytes;
}
