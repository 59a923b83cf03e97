import { err, ok, type Result } from "../../src/engine/diagnostics/diagnostic.ts";
import type {
  ActionsCache,
  CacheContent,
  CacheEntry,
  CacheKey,
  CacheTrouble,
  CacheTroubleKind,
} from "../../src/ports/actions-cache.ts";

export const main = "refs/heads/main";

type MemoryEntry = { -readonly [field in keyof CacheEntry]: CacheEntry[field] } & {
  data: Buffer;
  /** In the list already. */
  listed: boolean;
};

type Call = "list" | "restore" | "save";

/** The entries of one repository, as all its runs share them, with faults on demand. */
export class MemoryCache {
  readonly entries: MemoryEntry[] = [];
  /** Each call: `list opus-state-v1/…`, `restore …`, `restore …*` for a prefix, `save …`. */
  readonly calls: string[] = [];
  /** What every call of a kind answers instead, until it is removed. */
  readonly troubles = new Map<Call, CacheTroubleKind>();
  /** New entries are not listed until `catchUp`. */
  lagging = false;
  /** What a save answers although it has stored everything. */
  lostAnswer: CacheTroubleKind | undefined;
  /** What a save really stores. */
  spoil: ((data: Buffer) => Buffer) | undefined;
  /** Called before each call is carried out. */
  before: ((call: string) => void) | undefined;
  readonly #reserved = new Set<string>();
  #lastId = 0;

  /** The list has all entries from now on. */
  catchUp(): void {
    this.lagging = false;
    for (const entry of this.entries) entry.listed = true;
  }

  /** Removes entries for good, from the list as well unless it lags. */
  evict(test: (entry: CacheEntry) => boolean): void {
    for (let at = this.entries.length - 1; at >= 0; at--) {
      const entry = this.entries[at];
      if (entry && test(entry)) this.entries.splice(at, 1);
    }
  }

  /** Reserves a key that is never completed. */
  reserve(key: string, ref = main): void {
    this.#reserved.add(`${ref} ${key}`);
  }

  /** An entry as some other run may have saved it. */
  put(key: string, data: Uint8Array | string, { ref = main, version = "v1", createdAt = "" } = {}): MemoryEntry {
    const id = ++this.#lastId;
    const entry = {
      id,
      key,
      ref,
      version,
      createdAt: createdAt || `2026-01-02T03:04:${String(id % 60).padStart(2, "0")}Z`,
      sizeBytes: data.length,
      data: Buffer.from(data),
      listed: !this.lagging,
    };
    this.entries.push(entry);
    return entry;
  }

  get newest(): MemoryEntry | undefined {
    return this.entries.at(-1);
  }

  /** The cache as a run sees it: it saves to `own`, and restores from there and from `others`, in this order. */
  client(own: string = main, others: readonly string[] = [], version = "v1"): ActionsCache {
    return {
      list: async (prefix, signal) =>
        this.#call("list", prefix, signal) ??
        ok(this.entries.filter(({ key, listed }) => listed && key.startsWith(prefix)).reverse()),
      restore: async (which, signal) =>
        this.#call("restore", shown(which), signal) ?? ok(this.#restore(which, [own, ...others], version)),
      save: async (key, data, signal) =>
        this.#call("save", key, signal) ?? this.#answered(this.#save(key, data, own, version)),
      dispose: async () => {},
    };
  }

  #call(call: Call, what: string, signal: AbortSignal): Result<never, CacheTrouble> | undefined {
    this.calls.push(`${call} ${what}`);
    this.before?.(`${call} ${what}`);
    const kind = signal.aborted ? "cancelled" : this.troubles.get(call);
    return kind && err({ kind, what: `the cache is ${kind}` });
  }

  #answered(saved: "saved" | "taken"): Result<"saved" | "taken", CacheTrouble> {
    const kind = saved === "saved" ? this.lostAnswer : undefined;
    return kind === undefined ? ok(saved) : err({ kind, what: `the cache is ${kind}` });
  }

  #restore(which: CacheKey, refs: readonly string[], version: string): CacheContent | undefined {
    for (const ref of refs) {
      const found = this.entries.findLast(
        (entry) =>
          entry.ref === ref &&
          entry.version === version &&
          ("key" in which ? entry.key === which.key : entry.key.startsWith(which.prefix)),
      );
      if (found) return { key: found.key, data: Buffer.from(found.data) };
    }
    return undefined;
  }

  #save(key: string, data: Uint8Array, ref: string, version: string): "saved" | "taken" {
    const there = this.entries.some((entry) => entry.key === key && entry.ref === ref && entry.version === version);
    if (there || this.#reserved.has(`${ref} ${key}`)) return "taken";
    this.put(key, this.spoil?.(Buffer.from(data)) ?? data, { ref, version });
    return "saved";
  }
}

function shown(which: CacheKey): string {
  return "key" in which ? which.key : `${which.prefix}*`;
}
