import type { Result } from "../engine/diagnostics/diagnostic.ts";

/** One saved entry, as GitHub lists it. Reservations that were never completed are not listed. */
export interface CacheEntry {
  readonly id: number;
  readonly key: string;
  /** The scope that it was saved in, as `refs/heads/main` or `refs/pull/7/merge`. */
  readonly ref: string;
  /** Opaque: what the service compares besides the key. Entries of another version are not restored. */
  readonly version: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly sizeBytes: number;
}

/** What is asked for: the entry with exactly this key, or the newest one whose key begins with a prefix. */
export type CacheKey = { readonly key: string } | { readonly prefix: string };

/** The content of an entry, and its key. */
export interface CacheContent {
  readonly key: string;
  readonly data: Uint8Array;
}

/**
 * GitHub's cache of a repository, as one run can reach it. Every call ends within 35 seconds; all that wait for a
 * broken service within 40 seconds together. Calls don't throw.
 */
export interface ActionsCache {
  /**
   * All complete entries whose key begins with `prefix`, of all refs, newest first. Asks the REST API, which needs
   * `actions: read`, and which may lag behind a save by some seconds.
   */
  list(prefix: string, signal: AbortSignal): Promise<Result<readonly CacheEntry[], CacheTrouble>>;
  /**
   * Content of an entry that this run can see: of its own ref first, then of the refs that its token may read.
   * Undefined: the service says that there is none. That is not yet proof of "never saved": ask `list`.
   */
  restore(which: CacheKey, signal: AbortSignal): Promise<Result<CacheContent | undefined, CacheTrouble>>;
  /** Saves under a new key, in the ref of this run. `taken`: the key is there already, or somebody has reserved it. */
  save(key: string, data: Uint8Array, signal: AbortSignal): Promise<Result<"saved" | "taken", CacheTrouble>>;
  /** Ends what is still running. Calls that are under way answer `cancelled`. */
  dispose(): Promise<void>;
}

/** What the token of a run may do with the entries of one ref. */
export interface CacheScope {
  /** As `refs/heads/main` or `refs/pull/7/merge`. */
  readonly ref: string;
  readonly mayRestore: boolean;
  readonly maySave: boolean;
}

/** Why a call has no answer. */
export interface CacheTrouble {
  readonly kind: CacheTroubleKind;
  /**
   * What happened and what helps, as the end of a sentence without a full stop: "the cache service answered 500 …".
   * One line, harmless, without secrets.
   */
  readonly what: string;
  /** When the server says that it may be asked again, in seconds from now. */
  readonly retryAfterSeconds?: number;
  /** Of the entry that was found and can't be used. */
  readonly key?: string;
}

export type CacheTroubleKind =
  /** 401: the token is not, or no longer, accepted. */
  | "unauthorized"
  /** 403: of the list, a missing `actions: read`; of the service, anything but the two below. */
  | "forbidden"
  /** The token of this run may not save (`cache write denied:`). */
  | "write-denied"
  /** The token of this run may not restore (`cache read denied:`). */
  | "read-denied"
  /** `ACTIONS_CACHE_MODE` does not permit it. Nothing was asked. */
  | "mode"
  /** There is no cache service here: not a workflow run, or a server without the one that is spoken here. */
  | "not-available"
  /** 404 of the list: no such repository, or the token may not see it. */
  | "not-found"
  /** 429, or a rate limit. */
  | "limited"
  /** The repository has no room left, or its owner's budget is used up. */
  | "full"
  /** 5xx, or an answer that makes no sense. */
  | "server"
  /** No connection came about, or it broke. */
  | "unreachable"
  /** No answer in time. */
  | "slow"
  /** An entry was found and can't be unpacked, or holds something else than one file of ours. */
  | "corrupt"
  /** The service names an entry whose content is gone. */
  | "gone"
  /** A program is missing on this machine: `tar` or `gzip`. */
  | "tools"
  /** The call was cancelled by its signal, or by `dispose`. */
  | "cancelled"
  /** The official client failed in words that are not known here. For a save: it may have arrived or not. */
  | "unknown";
