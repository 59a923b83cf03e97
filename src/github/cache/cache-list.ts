import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { isObject } from "../../engine/json/json.ts";
import { listedEntries } from "../../engine/model/size-limits.ts";
import { grouped } from "../../engine/text/grouped.ts";
import type { CacheEntry, CacheTrouble } from "../../ports/actions-cache.ts";
import type { GitHubAccess } from "../api/access.ts";
import { type Answer, isRateLimit, limitEnd } from "../api/answer.ts";
import type { GitHubClient } from "../api/client.ts";
import { GitHubServer } from "../api/open-client.ts";
import { quoted, trouble } from "./cache-trouble.ts";

export interface CacheListOptions extends GitHubAccess {
  /** `owner/name`. */
  readonly repository: string;
}

const route = "GET /repos/{owner}/{repo}/actions/caches";
const pageSize = 100;
/** `Date.parse` takes much more. */
const dateForm = /^[\d:.TZ+-]{10,40}$/;

/**
 * Asks GitHub's API for the entries of a repository's cache whose key begins with a prefix, of all refs.
 * @param timeoutMs for all pages together
 * @returns newest first; or why they can't be told, which is never an empty list
 */
export async function listCacheEntries(
  options: CacheListOptions,
  prefix: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Result<readonly CacheEntry[], CacheTrouble>> {
  if (options.token === "")
    return err(trouble("unauthorized", "there is no token to ask GitHub with: give the input `token`"));
  const server = new GitHubServer(options);
  const late = AbortSignal.timeout(timeoutMs);
  const client = await server.open({ attemptMs: timeoutMs });
  try {
    return await allPages(client, { server, options, prefix, signal: AbortSignal.any([signal, late]) }, () => {
      // Some ends of a request look like an empty answer; these two reasons come first.
      if (signal.aborted) return trouble("cancelled", "it was cancelled");
      if (late.aborted)
        return trouble("slow", `${server.shown} did not answer within ${Math.round(timeoutMs / 1_000)} s`);
      return undefined;
    });
  } finally {
    await client.dispose();
  }
}

interface Listing {
  readonly server: GitHubServer;
  readonly options: CacheListOptions;
  readonly prefix: string;
  readonly signal: AbortSignal;
}

/** @param ended why nobody waits any more */
async function allPages(
  client: GitHubClient,
  { server, options, prefix, signal }: Listing,
  ended: () => CacheTrouble | undefined,
): Promise<Result<readonly CacheEntry[], CacheTrouble>> {
  const [owner = "", repo = ""] = options.repository.split("/");
  const entries = new Map<number, CacheEntry>();
  for (let page = 1; ; page++) {
    const parameters = { owner, repo, key: prefix, per_page: pageSize, page, sort: "created_at", direction: "desc" };
    const called = await client.call(route, parameters, { signal, once: true });
    const stopped = ended();
    if (stopped !== undefined) return err(stopped);
    if (!called.ok && "error" in called) return err(trouble("unreachable", server.whyUnreachable(called.error)));
    const answer = called.ok ? called.value : called.answer;
    const found = readPage(answer);
    if (found === undefined) return err(judge(answer, server.shown));
    // While pages are read, others save: an entry may come twice.
    for (const entry of found.entries) if (entry.key.startsWith(prefix)) entries.set(entry.id, entry);
    if (found.entries.length < pageSize || page * pageSize >= found.total) break;
    if (page * pageSize >= listedEntries) return err(tooMany(prefix, found.total));
  }
  return ok([...entries.values()].sort(newestFirst));
}

function tooMany(prefix: string, total: number): CacheTrouble {
  const [has, most] = [total, listedEntries].map(grouped);
  return trouble(
    "server",
    `GitHub's list of the entries whose keys begin with ${prefix} has ${has} of them (at most ${most} are read): delete old ones`,
  );
}

function newestFirst(left: CacheEntry, right: CacheEntry): number {
  return Date.parse(right.createdAt) - Date.parse(left.createdAt) || right.id - left.id;
}

/** Undefined when it is not what GitHub answers. */
function readPage({ status, data }: Answer) {
  if (status !== 200 || !isObject(data) || !Array.isArray(data.actions_caches)) return undefined;
  const entries = data.actions_caches.map(readEntry).filter((entry) => entry !== undefined);
  const total = data.total_count;
  // One entry that can't be read may be the one that counts.
  return typeof total === "number" && entries.length === data.actions_caches.length ? { entries, total } : undefined;
}

function readEntry(value: unknown): CacheEntry | undefined {
  if (!isObject(value as never)) return undefined;
  const { id, key, ref, version, created_at: createdAt, size_in_bytes: sizeBytes } = value as Record<string, unknown>;
  if (!Number.isSafeInteger(id) || typeof sizeBytes !== "number") return undefined;
  if (typeof key !== "string" || typeof ref !== "string" || typeof version !== "string") return undefined;
  if (typeof createdAt !== "string" || !dateForm.test(createdAt) || Number.isNaN(Date.parse(createdAt)))
    return undefined;
  return { id: id as number, key, ref, version, createdAt, sizeBytes };
}

function judge(answer: Answer, apiUrl: string): CacheTrouble {
  const { status, data, headers } = answer;
  const words = isObject(data) && typeof data.message === "string" ? quoted(data.message) : "";
  const said = words === "" ? `${status}` : `${status}: ${words}`;
  if (isRateLimit(answer)) {
    const again = limitEnd(answer)?.seconds || undefined;
    const when = again === undefined ? "later" : `in ${again} s`;
    const what = `GitHub's rate limit for the input \`token\` is used up (${said}): run the job again ${when}`;
    return trouble("limited", what, again);
  }
  switch (status) {
    case 401:
      return trouble("unauthorized", `GitHub refused the token (${said}): check the input \`token\``);
    case 403:
      return trouble(
        "forbidden",
        `the token may not list the entries of the cache (${said}): add \`actions: read\` to the \`permissions\` of the workflow`,
      );
    case 404:
      return trouble(
        "not-found",
        `GitHub has no such repository, or the token may not see it (${said}): check the input \`token\``,
      );
    default: {
      const type = isObject(data) ? "" : ` with ${headers["content-type"] ?? "nothing"}`;
      return trouble("server", `${apiUrl} answered ${said}${type}, and no list of the cache's entries`);
    }
  }
}
