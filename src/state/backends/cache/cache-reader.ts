import { err, type Failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { RunInfo } from "../../../engine/model/run-info.ts";
import type { Snapshot } from "../../../engine/model/state-body.ts";
import { cacheListAgainMs } from "../../../engine/model/timing.ts";
import type { Clock } from "../../../engine/ports/clock.ts";
import type { Revision } from "../../../engine/ports/state-store.ts";
import type { ActionsCache, CacheContent, CacheEntry, CacheTrouble } from "../../../ports/actions-cache.ts";
import type { Sealing } from "../../seal/seal.ts";
import { decode } from "../../snapshot/codec.ts";
import { sha256 } from "../../snapshot/digest.ts";
import { movedFailure, readMovedNote } from "../../snapshot/moved-state.ts";
import { judgeEntries, type StateEntry } from "./cache-entries.ts";
import { keyMismatch, parseCacheKey } from "./cache-key.ts";
import {
  type CacheNames,
  damagedRemedy,
  entryLocation,
  type NamedEntry,
  neverOrEvicted,
  notListed,
  notRestored,
  notSeen,
  notThere,
  severalStates,
  type Unread,
  wrongContent,
} from "./cache-refusals.ts";
import type { CacheScopes } from "./cache-scopes.ts";

export interface CacheReaderOptions {
  readonly cache: ActionsCache;
  readonly names: CacheNames;
  readonly scopes: CacheScopes;
  /** An empty cache is a state that was never there. */
  readonly initialize: boolean;
  readonly clock: Clock;
  readonly sealing?: Sealing | undefined;
}

/** A version that was read. */
export interface CachedVersion {
  readonly snapshot: Snapshot;
  readonly revision: Revision;
  readonly run: RunInfo;
  readonly data: Uint8Array;
}

/** The newest version, and the ref that it is saved in; undefined: GitHub does not list it yet. */
export interface NewestVersion extends CachedVersion {
  readonly ref: string | undefined;
}

/**
 * Looks for the versions of one state. GitHub's list is the truth of what there is, but lags; a restore by prefix finds
 * what is newest in the refs that this run sees, but answers "nothing" in many ways. Neither is believed alone.
 */
export class CacheReader {
  readonly #options: CacheReaderOptions;
  /** The newest entry that GitHub has listed. */
  #listed: CacheEntry | undefined;

  constructor(options: CacheReaderOptions) {
    this.#options = options;
  }

  /** Undefined: nothing was ever saved, and that may be. */
  async newest(signal: AbortSignal): Promise<Result<NewestVersion | undefined, Unread>> {
    const { cache, names, initialize } = this.#options;
    const listed = await this.newestListed(signal);
    if (!listed.ok) return listed;
    const restored = await cache.restore({ prefix: names.prefix }, signal);
    if (!restored.ok) return err(this.#notRestored(restored.error));
    const content = restored.value;
    const serial = content && parseCacheKey(names.prefix, content.key)?.serial;
    if (content !== undefined && serial !== undefined && serial >= (listed.value?.serial ?? 0))
      return this.#found(content, listed.value?.entry.ref ?? (await this.#refOfUnlisted(signal)));
    if (listed.value !== undefined) return this.#listedVersion(listed.value, signal);
    return initialize ? ok(undefined) : err(neverOrEvicted(names));
  }

  /** What the list alone says. */
  async newestListed(signal: AbortSignal): Promise<Result<StateEntry | undefined, Failure>> {
    const { cache, names, scopes } = this.#options;
    const listed = await cache.list(names.prefix, signal);
    if (!listed.ok) return err(notListed(listed.error, names));
    const judged = judgeEntries(listed.value, names.prefix, scopes.own);
    if (judged.state === "several") return err(severalStates(judged.candidates, names));
    const newest = judged.state === "newest" ? judged.newest : undefined;
    this.#listed = newest?.entry;
    return ok(newest);
  }

  /** The version with exactly this key; undefined: this run finds none. */
  async exact(key: string, signal: AbortSignal): Promise<Result<CachedVersion | undefined, Unread>> {
    const restored = await this.#options.cache.restore({ key }, signal);
    if (!restored.ok) return err(this.#notRestored({ key, ...restored.error }));
    return restored.value === undefined ? ok(undefined) : this.#decode(restored.value);
  }

  /** The restore gave something older than the list shows, or nothing. */
  async #listedVersion(newest: StateEntry, signal: AbortSignal): Promise<Result<NewestVersion, Unread>> {
    const { names, scopes } = this.#options;
    const { key, ref } = newest.entry;
    const version = await this.exact(key, signal);
    if (!version.ok) return version;
    if (version.value !== undefined) return ok({ ...version.value, ref });
    const unseen = scopes.seen !== undefined && !scopes.seen.includes(ref);
    return err(unseen ? notSeen(newest, scopes, names) : notThere(newest, scopes, names));
  }

  async #found(content: CacheContent, ref: string | undefined): Promise<Result<NewestVersion, Unread>> {
    const version = await this.#decode(content);
    return version.ok ? ok({ ...version.value, ref }) : version;
  }

  /** Something was restored, and nothing was listed: the list lags. Which ref it is in matters to who writes. */
  async #refOfUnlisted(signal: AbortSignal): Promise<string | undefined> {
    const { clock, scopes } = this.#options;
    if (scopes.seen?.length === 1) return scopes.seen[0];
    for (const pauseMs of cacheListAgainMs) {
      await clock.sleep(pauseMs, signal).catch(() => undefined);
      const listed = await this.newestListed(signal);
      if (!listed.ok) return undefined;
      if (listed.value !== undefined) return listed.value.entry.ref;
    }
    return undefined;
  }

  #notRestored(trouble: CacheTrouble): Failure {
    const { names } = this.#options;
    const { kind, key } = trouble;
    // What is no key of opus is nothing to tell people to paste.
    const known = kind === "corrupt" && key !== undefined && parseCacheKey(names.prefix, key) !== undefined;
    return notRestored(trouble, names, known ? this.#named(key) : undefined);
  }

  #named(key: string): NamedEntry {
    return { key, id: this.#listed?.key === key ? this.#listed.id : undefined };
  }

  async #decode({ key, data }: CacheContent): Promise<Result<CachedVersion, Unread>> {
    const { names, sealing } = this.#options;
    const { project, context } = names;
    const movedTo = readMovedNote(data);
    const parts = parseCacheKey(names.prefix, key);
    if (movedTo !== undefined) return err({ ...movedFailure(names, movedTo), movedTo, serial: parts?.serial ?? 0 });
    const location = entryLocation(key, names);
    const decoded = await decode(data, {
      project,
      context,
      location,
      remedy: damagedRemedy(this.#named(key), names),
      sealing,
    });
    if (!decoded.ok) return err(decoded.error);
    const mismatch = parts === undefined ? "its key is none of opus" : keyMismatch(parts, decoded.value);
    if (mismatch !== undefined) return err(wrongContent(this.#named(key), mismatch, names));
    return ok({ snapshot: decoded.value, revision: sha256(data), run: decoded.run, data });
  }
}
