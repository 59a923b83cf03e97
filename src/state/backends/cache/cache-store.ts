import { join } from "node:path";
import { err, type Failure, failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { Snapshot } from "../../../engine/model/state-body.ts";
import { cacheReadBackMs, cacheReservedMs } from "../../../engine/model/timing.ts";
import type { Clock } from "../../../engine/ports/clock.ts";
import type { Journal } from "../../../engine/ports/journal.ts";
import type { Read, Revision, StateName, StateStore, Write, WriteOptions } from "../../../engine/ports/state-store.ts";
import type { ActionsCache, CacheTroubleKind } from "../../../ports/actions-cache.ts";
import { FileJournal } from "../../journal/file-journal.ts";
import type { Sealing } from "../../seal/seal.ts";
import { encode, writtenBy } from "../../snapshot/codec.ts";
import { movedNote, shownName } from "../../snapshot/moved-state.ts";
import { sameBody } from "../../snapshot/same-body.ts";
import { conflict, type Version, versionOf } from "../../snapshot/succession.ts";
import { nodeFileSystem } from "../file/file-system.ts";
import { sortedNames } from "../file/state-folder.ts";
import { allStates, cacheKey, cacheKeyPrefix, nameInKey } from "./cache-key.ts";
import { type CachedVersion, CacheReader } from "./cache-reader.ts";
import {
  type CacheNames,
  cancelled,
  cannotSave,
  listing,
  locationOf,
  notListed,
  notSaved,
  notVerified,
  otherRef,
  refNotKnown,
  reserved,
  writerWords,
} from "./cache-refusals.ts";
import type { CacheScopes } from "./cache-scopes.ts";

export interface CacheStoreOptions {
  /** Shared by the stores of a run. */
  readonly cache: ActionsCache;
  readonly scopes: CacheScopes;
  /** `owner/name`. */
  readonly repository: string;
  readonly project: string;
  readonly context: string;
  /** Version of the program, for the envelope. */
  readonly writer: string;
  /** An empty cache is a state that was never there. */
  readonly initialize: boolean;
  /** Absolute path of the folder on this machine for the journal and what else a run leaves; made on use. */
  readonly localFolder: string;
  readonly clock: Clock;
  readonly sealing?: Sealing | undefined;
  /** Words that lead a terminal to a state of this project on a branch, for messages. */
  readonly flags?: readonly string[];
}

/** What is stored, as far as this instance knows. */
type StoredVersion = Version & {
  readonly revision: Revision;
  /** Undefined: GitHub does not list it yet. */
  readonly ref: string | undefined;
};

/** After these nobody knows whether the save arrived. */
const unclear: ReadonlySet<CacheTroubleKind> = new Set(["unknown", "slow", "unreachable", "server"]);

/**
 * State in the Actions cache of a repository: best effort, as GitHub may drop entries. Each version is an entry of its
 * own, under a key that only one run can save. There is no lock and no history.
 */
export class CacheStore implements StateStore {
  readonly backend = "cache";
  readonly openTo = "the Actions cache, which every job of the repository can write";
  readonly location: string;
  readonly journal: Journal;
  readonly localFolder: string;
  readonly #options: CacheStoreOptions;
  readonly #names: CacheNames;
  readonly #reader: CacheReader;
  /** What this instance read or wrote last; undefined: nothing is stored, or it has not looked yet. */
  #known: StoredVersion | undefined;
  /** Serial of the version that says where the state went, when that is what was read last. */
  #movedAt: number | undefined;
  /** Keys that this instance has waited for in vain. */
  readonly #waitedFor = new Set<string>();

  constructor(options: CacheStoreOptions) {
    const { cache, scopes, initialize, repository, project, context, localFolder, clock, sealing, flags } = options;
    this.#options = options;
    this.#names = { project, context, repository, prefix: cacheKeyPrefix(project, context), flags };
    this.#reader = new CacheReader({ cache, names: this.#names, scopes, initialize, clock, sealing });
    this.location = locationOf(this.#names);
    this.localFolder = localFolder;
    this.journal = new FileJournal(join(localFolder, "journal.ndjson"), nodeFileSystem, options.sealing);
  }

  async read(signal: AbortSignal): Promise<Read> {
    if (signal.aborted) return { state: "unavailable", failure: cancelled("Reading", this.#names) };
    const newest = await this.#reader.newest(signal);
    if (!newest.ok) {
      const { movedTo, missing, serial, ...failure } = newest.error;
      if (missing) this.#known = undefined;
      this.#movedAt = serial;
      return { state: "unavailable", failure, ...(movedTo ? { movedTo } : {}), ...(missing ? { missing } : {}) };
    }
    if (newest.value === undefined) {
      this.#known = undefined;
      return { state: "absent" };
    }
    const { snapshot, revision, run, data, ref } = newest.value;
    this.#known = { ...versionOf(snapshot), revision, ref };
    return { state: "found", snapshot, revision, run, data };
  }

  /** What is known from the run's own surroundings, and from what `read` has found. */
  whyNotWrite(): Failure | undefined {
    const { own, seen, obstacle } = this.#options.scopes;
    if (obstacle !== undefined) return cannotSave(obstacle, this.#names);
    if (this.#known === undefined || own === undefined) return undefined;
    const { ref } = this.#known;
    if (ref !== undefined) return ref === own ? undefined : otherRef(ref, own, this.#names);
    return seen?.length === 1 ? undefined : refNotKnown(own, this.#names);
  }

  async write(
    next: Snapshot,
    expected: Revision | undefined,
    options: WriteOptions,
    signal: AbortSignal,
  ): Promise<Write> {
    const { project, context, writer, sealing } = this.#options;
    if (next.project !== project || next.context !== context)
      throw new Error(`state of ${next.project}/${next.context} given to the store of ${project}/${context}`);
    if (signal.aborted) return { state: "unavailable", failure: cancelled("Writing", this.#names) };
    const stored = await this.#stored(signal);
    if (!stored.ok) return { state: "unavailable", failure: stored.error };
    const refused = conflict(versionOf(next), stored.value, expected, this.location);
    if (refused) return { state: "conflict", failure: refused };
    // The end of a run is marked nowhere, as no history is kept.
    if (stored.value?.serial === next.serial) return { state: "written", revision: stored.value.revision };
    const whyNot = this.whyNotWrite();
    if (whyNot) return { state: "unavailable", failure: whyNot };

    const data = Buffer.from(await encode(next, options.run, writer, { seal: sealing?.seal }));
    const key = cacheKey(this.#names.prefix, next.serial, stored.value?.lineage);
    const write = await this.#save(key, next, data, expected, signal);
    if (write.state === "written")
      this.#known = { ...versionOf(next), revision: write.revision, ref: this.#options.scopes.own };
    return write;
  }

  /**
   * Saves the state under the new name first, then a version under the old one that says where it went: entries can't be
   * removed, so the older ones stay until GitHub evicts them. Where only the first was done before, the second follows.
   */
  async takeOver(
    from: StateStore,
    next: Snapshot,
    expected: Revision,
    options: WriteOptions,
    signal: AbortSignal,
  ): Promise<Write> {
    if (!(from instanceof CacheStore)) throw new Error(`the ${from.backend} backend is another place`);
    if (signal.aborted) return { state: "unavailable", failure: cancelled("Writing", this.#names) };
    const there = await from.read(signal);
    if (there.state !== "found" || there.revision !== expected) {
      const message = `The state at ${from.location} was not carried over: another run has changed it meanwhile. Nothing was changed; run again.`;
      return { state: "conflict", failure: failure("state-conflict", message) };
    }
    const whyNot = from.whyNotWrite();
    if (whyNot) return { state: "unavailable", failure: whyNot };
    const here = await this.read(signal);
    if (here.state === "unavailable" && !here.missing && !here.movedTo) return here;
    const written = await this.#takenOver(here, next, options, signal);
    if (written.state !== "written") return written;
    const { project, context } = this.#options;
    const { lineage, serial } = there.snapshot;
    const note = Buffer.from(movedNote({ project, context }));
    const saved = await this.#options.cache.save(cacheKey(from.#names.prefix, serial + 1, lineage), note, signal);
    if (!saved.ok) return { state: "unavailable", failure: notSaved(saved.error, from.#names) };
    if (saved.value === "saved") return written;
    const message = `The state at ${from.location} was carried over to ${this.location}, and another run has gone on from the old one at the same time. Look which of the two is right (\`describe\` shows what is recorded), and delete the entries of the other: \`${listing(from.#names)}\` shows them.`;
    return { state: "conflict", failure: failure("state-conflict", message) };
  }

  async #takenOver(here: Read, next: Snapshot, { run }: WriteOptions, signal: AbortSignal): Promise<Write> {
    if (here.state === "found") {
      const { lineage, body } = here.snapshot;
      if (lineage === next.lineage && sameBody(body, next.body)) return { state: "written", revision: here.revision };
      const stored = { ...versionOf(here.snapshot), revision: here.revision };
      const refused = conflict(versionOf(next), stored, undefined, this.location);
      if (refused) return { state: "conflict", failure: refused };
    }
    const { writer, sealing, scopes } = this.#options;
    // Renamed back: it follows the version that said where the state went.
    const moved = here.state === "unavailable" && here.movedTo !== undefined;
    const serial = moved ? Math.max(next.serial, (this.#movedAt ?? 0) + 1) : next.serial;
    const version = { ...next, serial };
    const data = Buffer.from(await encode(version, run, writer, { seal: sealing?.seal }));
    const key = cacheKey(this.#names.prefix, serial, moved ? next.lineage : undefined);
    const write = await this.#save(key, version, data, undefined, signal);
    if (write.state === "written") this.#known = { ...versionOf(version), revision: write.revision, ref: scopes.own };
    return write;
  }

  async holds(signal: AbortSignal): Promise<Result<boolean, Failure>> {
    const read = await this.read(signal);
    if (read.state === "unavailable" && !read.movedTo && !read.missing) return err(read.failure);
    return ok(read.state === "found");
  }

  async beside(signal: AbortSignal): Promise<Result<readonly StateName[], Failure>> {
    const listed = await this.#options.cache.list(allStates, signal);
    if (!listed.ok) return err(notListed(listed.error, this.#names));
    const names = listed.value.flatMap(({ key }) => nameInKey(key) ?? []);
    return ok(sortedNames([...new Map(names.map((name) => [shownName(name), name])).values()]));
  }

  /** What is stored now: the newest of what is listed and what this instance knows. */
  async #stored(signal: AbortSignal): Promise<Result<StoredVersion | undefined, Failure>> {
    if (this.#known !== undefined) {
      const listed = await this.#reader.newestListed(signal);
      if (!listed.ok) return listed;
      // A list that does not have the known version yet lags: whoever has written after it is found by its key.
      if ((listed.value?.serial ?? 0) <= this.#known.serial) return ok(this.#known);
    }
    const read = await this.read(signal);
    return read.state === "unavailable" ? err(read.failure) : ok(this.#known);
  }

  async #save(
    key: string,
    next: Snapshot,
    data: Uint8Array,
    expected: Revision | undefined,
    signal: AbortSignal,
  ): Promise<Write> {
    const saved = await this.#options.cache.save(key, data, signal);
    if (saved.ok && saved.value === "saved") return this.#readBack(key, next, data, expected, signal);
    if (saved.ok) return this.#taken(key, next, expected, signal);
    const failed = { state: "unavailable", failure: notSaved(saved.error, this.#names) } as const;
    if (!unclear.has(saved.error.kind)) return failed;
    const there = await this.#reader.exact(key, signal);
    return there.ok && there.value !== undefined ? this.#judge(there.value, next, data, expected) : failed;
  }

  /** Only what can be read again is written. */
  async #readBack(
    key: string,
    next: Snapshot,
    data: Uint8Array,
    expected: Revision | undefined,
    signal: AbortSignal,
  ): Promise<Write> {
    for (const pauseMs of cacheReadBackMs) {
      if (!(await this.#pause(pauseMs, signal))) return this.#notVerified(key, "Looking for it was cancelled.");
      const there = await this.#reader.exact(key, signal);
      if (!there.ok) return this.#notVerified(key, there.error.message);
      if (there.value !== undefined) return this.#judge(there.value, next, data, expected);
    }
    return this.#notVerified(key, "The service does not find it.");
  }

  /**
   * Somebody else has the key. What is there is his, even when it is equal to the byte: two jobs of one run may be about
   * to do the same.
   */
  async #taken(key: string, next: Snapshot, expected: Revision | undefined, signal: AbortSignal): Promise<Write> {
    const { clock } = this.#options;
    const begun = clock.now();
    for (const pauseMs of this.#waitedFor.has(key) ? [0] : cacheReservedMs) {
      if (!(await this.#pause(pauseMs, signal)))
        return { state: "unavailable", failure: cancelled("Writing", this.#names) };
      const there = await this.#reader.exact(key, signal);
      if (!there.ok) return { state: "unavailable", failure: there.error };
      if (there.value !== undefined) return this.#lost(there.value, next, expected);
    }
    this.#waitedFor.add(key);
    return { state: "unavailable", failure: reserved(key, clock.now() - begun, this.#names) };
  }

  #judge(there: CachedVersion, next: Snapshot, data: Uint8Array, expected: Revision | undefined): Write {
    if (Buffer.compare(there.data, data) === 0) return { state: "written", revision: there.revision };
    return this.#lost(there, next, expected);
  }

  /** Another run was faster. */
  #lost({ snapshot, revision, data }: CachedVersion, next: Snapshot, expected: Revision | undefined): Write {
    const refused = conflict(versionOf(next), { ...versionOf(snapshot), revision }, expected, this.location);
    if (refused === undefined) throw new Error("a version that was written meanwhile has the expected revision");
    const message = `${refused.message} ${writerWords(writtenBy(data).run)}`;
    return { state: "conflict", failure: { ...refused, message } };
  }

  #notVerified(key: string, why: string): Write {
    return { state: "unavailable", failure: notVerified(key, why, this.#names) };
  }

  /** @returns false when the signal has ended it */
  async #pause(ms: number, signal: AbortSignal): Promise<boolean> {
    if (ms > 0) await this.#options.clock.sleep(ms, signal).catch(() => undefined);
    return !signal.aborted;
  }
}
