import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  sameBody
} from "./chunk-DTF5GTS3.js";
import {
  FileJournal,
  conflict,
  decode,
  encode,
  versionOf,
  writtenBy
} from "./chunk-J4HGFYZ3.js";
import "./chunk-6A663GUQ.js";
import "./chunk-U3X2RP64.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import {
  folderName,
  movedFailure,
  movedNote,
  nameOfFolder,
  nodeFileSystem,
  readMovedNote,
  sha256,
  shownName,
  sortedNames
} from "./chunk-PQ6DQE26.js";
import "./chunk-NFAW5THG.js";
import {
  err,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import {
  cacheListAgainMs,
  cacheReadBackMs,
  cacheReservedMs
} from "./chunk-IE326VUJ.js";
import {
  commandLine
} from "./chunk-FOQK4HC4.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-QHW5LFAW.js";

// src/state/backends/cache/cache-store.ts
import { join } from "node:path";

// src/state/backends/cache/cache-key.ts
var begins = "begin";
var followsPrefix = "follows-";
var longestName = 120;
var serialDigits = 10;
var allStates = "opus-state-v1/";
var written = "[\\w.%~-]+";
var anyKey = new RegExp(`^${allStates}(${written})/(${written})/\\d{10,16}/(?:begin|follows-${written})$`);
var version = new RegExp(`^(\\d{10,16})/(?:begin|follows-(${written}))$`);
function nameInKey(key) {
  const [, project, context] = anyKey.exec(key) ?? [];
  return project === void 0 || context === void 0 ? void 0 : { project: nameOfFolder(project), context: nameOfFolder(context) };
}
function cacheKeyPrefix(project, context) {
  return `${allStates}${keyName(project)}/${keyName(context)}/`;
}
function cacheKey(prefix, serial, lineage) {
  const after = lineage === void 0 ? begins : `${followsPrefix}${keyName(lineage)}`;
  return `${prefix}${String(serial).padStart(serialDigits, "0")}/${after}`;
}
function parseCacheKey(prefix, key) {
  if (!key.startsWith(prefix)) return void 0;
  const match = version.exec(key.slice(prefix.length));
  const serial = Number(match?.[1] ?? 0);
  if (match === null || !Number.isSafeInteger(serial) || serial < 1) return void 0;
  if ((match[1] ?? "").length > serialDigits && match[1]?.startsWith("0")) return void 0;
  return { serial, follows: match[2] };
}
function keyMismatch({ serial, follows }, state) {
  if (state.serial !== serial) return `it has serial ${state.serial}, and its key says ${serial}`;
  if (follows === void 0 || keyName(state.lineage) === follows) return void 0;
  return `its lineage is "${state.lineage}", and its key says "${follows}"`;
}
function keyName(name) {
  const encoded = folderName(name);
  if (encoded.length <= longestName && name === name.toLowerCase()) return encoded;
  return `${encoded.slice(0, longestName - 20)}~${sha256(name).slice("sha256:".length, "sha256:".length + 16)}`;
}

// src/state/backends/cache/cache-entries.ts
function judgeEntries(entries, prefix, own) {
  const versions = entries.flatMap((entry) => {
    const parts = parseCacheKey(prefix, entry.key);
    return parts === void 0 ? [] : [{ ...parts, entry }];
  });
  const trusted = versions.filter(({ entry: { ref } }) => ref === own || !ref.startsWith("refs/pull/"));
  const counting = trusted.length > 0 ? trusted : versions;
  const refs = [...new Set(counting.map(({ entry: { ref } }) => ref))].sort();
  const candidates = refs.flatMap((ref) => highest(counting.filter(({ entry }) => entry.ref === ref)));
  const [newest, ...others] = candidates;
  if (newest === void 0) return { state: "none" };
  return others.length === 0 ? { state: "newest", newest } : { state: "several", candidates };
}
function highest(versions) {
  const serial = Math.max(...versions.map((version2) => version2.serial));
  return versions.filter((version2) => version2.serial === serial);
}

// src/state/backends/cache/cache-refusals.ts
function locationOf({ prefix, repository }) {
  return `${prefix.replace(/\/$/, "")} in the Actions cache of ${repository}`;
}
var branchFlags = ["--state-backend", "branch"];
function entryLocation(key, { repository }) {
  return `${key} in the Actions cache of ${repository}`;
}
function damagedRemedy({ key, id }, { repository }) {
  const deletion2 = commandLine(["gh", "cache", "delete", id === void 0 ? key : String(id), "--repo", repository]);
  return `Remove that entry (\`${deletion2}\`), and the version before it counts, if it is still there; what happened after that version shows as drift, or as something to adopt.`;
}
function notListed(trouble, names) {
  if (trouble.kind === "not-available") return notRestored(trouble, names, void 0);
  return because(
    trouble,
    "Reading",
    names,
    `The state at ${locationOf(names)} can't be read: ${trouble.what}. Only GitHub's list of the cache tells a state that was never there from one that can't be reached, so nothing is assumed.`
  );
}
function notRestored(trouble, names, entry) {
  const remedy = entry === void 0 ? "" : ` The entry is ${entry.key}. ${damagedRemedy(entry, names)}`;
  return because(
    trouble,
    "Reading",
    names,
    `The state at ${locationOf(names)} can't be read: ${trouble.what}.${remedy}`
  );
}
function neverOrEvicted({ project, context, repository, flags = branchFlags }) {
  const push = commandLine(["opus", "state", "push", "FILE", ...flags]);
  const { reason, message, diagnostics } = unavailable(
    `The Actions cache of ${repository} has no state of ${project}/${context}. If there never was one, give \`initialize: true\` for the first run. If there was one, GitHub has evicted it (after 7 days without use, or because the caches of the repository grew above their limit of 10 GB): what it recorded still exists, and nothing knows of it. Then bring a state back with \`${push}\` and use that backend; or look at a \`plan\` with \`initialize: true\` before you apply with it: what is there is adopted where the manifest allows that, and what can't be looked at would be made again.`
  );
  return { reason, message, diagnostics, missing: true };
}
function notSeen({ serial, entry }, scopes, names) {
  const run = scopes.own === void 0 ? "This run" : `This run on ${scopes.own}`;
  const seen = scopes.seen === void 0 ? "" : ` (it sees those of ${scopes.seen.join(", ")})`;
  return unavailable(
    `The state at ${locationOf(names)} can't be read: its newest version (serial ${serial}) was saved by a run on ${entry.ref}. ${run} can't see entries of that ref${seen}. Run it on ${entry.ref}; or give up that state with \`${deletion(entry.id, names)}\` for each of its entries; or keep state where every run sees it, with \`state-backend: branch\`.`
  );
}
function notThere({ serial, entry }, scopes, names) {
  const unseen = scopes.seen === void 0 ? `, or this run can't see entries of ${entry.ref}` : "";
  return unavailable(
    `The state at ${locationOf(names)} can't be read: GitHub lists its newest version (serial ${serial}, saved ${entry.createdAt} on ${entry.ref}), and has no such entry for this run. It was evicted meanwhile, or something else than opus saved it in another form${unseen}. Run again. If it stays so: ${damagedRemedy(entry, names)}`
  );
}
function severalStates(candidates, names) {
  const shown = candidates.map(
    ({ serial, entry }) => `serial ${serial} on ${entry.ref} (id ${entry.id}, saved ${entry.createdAt})`
  );
  return unavailable(
    `The state at ${locationOf(names)} can't be told: ${shown.join(" and ")} have nothing to do with each other, as runs that could not see each other's entries began or wrote them. Keep one, and delete all entries of the others: \`${listing(names)}\` shows them, \`${deletion(void 0, names)}\` removes one. What only the others recorded then shows as something to adopt.`
  );
}
function wrongContent(entry, why, names) {
  return unavailable(
    `The state of ${names.project}/${names.context} at ${entryLocation(entry.key, names)} can't be used: ${why}. ${damagedRemedy(entry, names)} Nothing was changed.`
  );
}
function cannotSave(obstacle, names) {
  const { what, remedy } = obstacleWords(obstacle);
  return unavailable(`The state at ${locationOf(names)} can't be written by this run: ${what}. ${remedy}`);
}
function obstacleWords(obstacle) {
  const elsewhere = "or keep state on a branch, with `state-backend: branch`";
  switch (obstacle.kind) {
    case "mode":
      return {
        what: `the cache mode of this job, \`${obstacle.mode}\` (ACTIONS_CACHE_MODE), does not let it save`,
        remedy: `Set \`cache-mode: write\` in the workflow, or use \`plan\` here; ${elsewhere}.`
      };
    case "read-only":
      return {
        what: `GitHub gave it a token for the cache that may only read${obstacle.ref === void 0 ? "" : ` (on ${obstacle.ref})`}`,
        remedy: `Runs that an outsider can start get such tokens, and those whose \`cache-mode\` is \`read\`. Use \`plan\` here, and let a push or a manual run apply; ${elsewhere}.`
      };
    case "merge-queue":
      return {
        what: `it is of a merge queue (${obstacle.ref}), and what it saves is seen by no run after it`,
        remedy: `Use \`plan\` here, and apply on \`push\` to the branch that the queue merges into; ${elsewhere}.`
      };
    case "tag":
      return {
        what: `it is of a tag (${obstacle.ref}), and what it saves is seen by runs of that tag only`,
        remedy: `Apply on a branch, for example with \`workflow_dispatch\` on the default branch; ${elsewhere}.`
      };
    case "no-ref":
      return {
        what: "neither its token for the cache nor GITHUB_REF says to which ref an entry would belong, and so which runs would see it",
        remedy: `Run it in a job of a workflow; ${elsewhere}.`
      };
  }
}
function otherRef(ref, own, names) {
  return unavailable(
    `The state at ${locationOf(names)} can't be written by this run: the state is in the scope of ${ref}, and what this run saves goes to that of ${own}, which runs on ${ref} don't see. Use \`plan\` here, and apply on ${ref}; or keep state on a branch, with \`state-backend: branch\`.`
  );
}
function refNotKnown(own, names) {
  return unavailable(
    `The state at ${locationOf(names)} can't be written by this run: it is too new to be in GitHub's list of the cache, so it can't be told whether it is in the scope of ${own}, where this run saves. Run again in a minute.`
  );
}
function notSaved(trouble, names) {
  return because(trouble, "Writing", names, `The state at ${locationOf(names)} could not be written: ${trouble.what}.`);
}
function notVerified(key, why, names) {
  return unavailable(
    `The state at ${locationOf(names)} may not be written: ${key} was saved, and could not be read back to verify it. ${why} It may be there all the same. Run again: what is there is read first.`
  );
}
function reserved(key, waitedMs, names) {
  return unavailable(
    `The state at ${locationOf(names)} was not written: another run has reserved the key ${key} and, after ${Math.round(waitedMs / 1e3)} s, not saved anything there. If that run is still going on, run again after it; if it was killed, GitHub drops its reservation by itself, which may take up to a day. Two runs at once are kept apart by a \`concurrency\` group in the workflow.`
  );
}
function writerWords({ url, id }) {
  const who = url !== "" ? `the run ${url}` : id !== "" ? `the run ${id}` : "another run";
  return `What is there was written by ${who}.`;
}
function cancelled(what, names) {
  return failure("cancelled", `${what} the state at ${locationOf(names)} was cancelled.`);
}
function listing({ prefix, repository }) {
  return commandLine(["gh", "cache", "list", "--key", prefix, "--repo", repository]);
}
function deletion(id, { repository }) {
  return commandLine(["gh", "cache", "delete", String(id ?? "ID"), "--repo", repository]);
}
function because({ kind }, doing, names, message) {
  return kind === "cancelled" ? cancelled(doing, names) : unavailable(message);
}
function unavailable(message) {
  return failure("state-unavailable", message);
}

// src/state/backends/cache/cache-reader.ts
var CacheReader = class {
  #options;
  /** The newest entry that GitHub has listed. */
  #listed;
  constructor(options) {
    this.#options = options;
  }
  /** Undefined: nothing was ever saved, and that may be. */
  async newest(signal) {
    const { cache, names, initialize } = this.#options;
    const listed = await this.newestListed(signal);
    if (!listed.ok) return listed;
    const restored = await cache.restore({ prefix: names.prefix }, signal);
    if (!restored.ok) return err(this.#notRestored(restored.error));
    const content = restored.value;
    const serial = content && parseCacheKey(names.prefix, content.key)?.serial;
    if (content !== void 0 && serial !== void 0 && serial >= (listed.value?.serial ?? 0))
      return this.#found(content, listed.value?.entry.ref ?? await this.#refOfUnlisted(signal));
    if (listed.value !== void 0) return this.#listedVersion(listed.value, signal);
    return initialize ? ok(void 0) : err(neverOrEvicted(names));
  }
  /** What the list alone says. */
  async newestListed(signal) {
    const { cache, names, scopes } = this.#options;
    const listed = await cache.list(names.prefix, signal);
    if (!listed.ok) return err(notListed(listed.error, names));
    const judged = judgeEntries(listed.value, names.prefix, scopes.own);
    if (judged.state === "several") return err(severalStates(judged.candidates, names));
    const newest = judged.state === "newest" ? judged.newest : void 0;
    this.#listed = newest?.entry;
    return ok(newest);
  }
  /** The version with exactly this key; undefined: this run finds none. */
  async exact(key, signal) {
    const restored = await this.#options.cache.restore({ key }, signal);
    if (!restored.ok) return err(this.#notRestored({ key, ...restored.error }));
    return restored.value === void 0 ? ok(void 0) : this.#decode(restored.value);
  }
  /** The restore gave something older than the list shows, or nothing. */
  async #listedVersion(newest, signal) {
    const { names, scopes } = this.#options;
    const { key, ref } = newest.entry;
    const version2 = await this.exact(key, signal);
    if (!version2.ok) return version2;
    if (version2.value !== void 0) return ok({ ...version2.value, ref });
    const unseen = scopes.seen !== void 0 && !scopes.seen.includes(ref);
    return err(unseen ? notSeen(newest, scopes, names) : notThere(newest, scopes, names));
  }
  async #found(content, ref) {
    const version2 = await this.#decode(content);
    return version2.ok ? ok({ ...version2.value, ref }) : version2;
  }
  /** Something was restored, and nothing was listed: the list lags. Which ref it is in matters to who writes. */
  async #refOfUnlisted(signal) {
    const { clock, scopes } = this.#options;
    if (scopes.seen?.length === 1) return scopes.seen[0];
    for (const pauseMs of cacheListAgainMs) {
      await clock.sleep(pauseMs, signal).catch(() => void 0);
      const listed = await this.newestListed(signal);
      if (!listed.ok) return void 0;
      if (listed.value !== void 0) return listed.value.entry.ref;
    }
    return void 0;
  }
  #notRestored(trouble) {
    const { names } = this.#options;
    const { kind, key } = trouble;
    const known = kind === "corrupt" && key !== void 0 && parseCacheKey(names.prefix, key) !== void 0;
    return notRestored(trouble, names, known ? this.#named(key) : void 0);
  }
  #named(key) {
    return { key, id: this.#listed?.key === key ? this.#listed.id : void 0 };
  }
  async #decode({ key, data }) {
    const { names, sealing } = this.#options;
    const { project, context } = names;
    const movedTo = readMovedNote(data);
    const parts = parseCacheKey(names.prefix, key);
    if (movedTo !== void 0) return err({ ...movedFailure(names, movedTo), movedTo, serial: parts?.serial ?? 0 });
    const location = entryLocation(key, names);
    const decoded = await decode(data, {
      project,
      context,
      location,
      remedy: damagedRemedy(this.#named(key), names),
      sealing
    });
    if (!decoded.ok) return err(decoded.error);
    const mismatch = parts === void 0 ? "its key is none of opus" : keyMismatch(parts, decoded.value);
    if (mismatch !== void 0) return err(wrongContent(this.#named(key), mismatch, names));
    return ok({ snapshot: decoded.value, revision: sha256(data), run: decoded.run, data });
  }
};

// src/state/backends/cache/cache-store.ts
var unclear = /* @__PURE__ */ new Set(["unknown", "slow", "unreachable", "server"]);
var CacheStore = class _CacheStore {
  backend = "cache";
  openTo = "the Actions cache, which every job of the repository can write";
  location;
  journal;
  localFolder;
  #options;
  #names;
  #reader;
  /** What this instance read or wrote last; undefined: nothing is stored, or it has not looked yet. */
  #known;
  /** Serial of the version that says where the state went, when that is what was read last. */
  #movedAt;
  /** Keys that this instance has waited for in vain. */
  #waitedFor = /* @__PURE__ */ new Set();
  constructor(options) {
    const { cache, scopes, initialize, repository, project, context, localFolder, clock, sealing, flags } = options;
    this.#options = options;
    this.#names = { project, context, repository, prefix: cacheKeyPrefix(project, context), flags };
    this.#reader = new CacheReader({ cache, names: this.#names, scopes, initialize, clock, sealing });
    this.location = locationOf(this.#names);
    this.localFolder = localFolder;
    this.journal = new FileJournal(join(localFolder, "journal.ndjson"), nodeFileSystem, options.sealing);
  }
  async read(signal) {
    if (signal.aborted) return { state: "unavailable", failure: cancelled("Reading", this.#names) };
    const newest = await this.#reader.newest(signal);
    if (!newest.ok) {
      const { movedTo, missing, serial, ...failure2 } = newest.error;
      if (missing) this.#known = void 0;
      this.#movedAt = serial;
      return { state: "unavailable", failure: failure2, ...movedTo ? { movedTo } : {}, ...missing ? { missing } : {} };
    }
    if (newest.value === void 0) {
      this.#known = void 0;
      return { state: "absent" };
    }
    const { snapshot, revision, run, data, ref } = newest.value;
    this.#known = { ...versionOf(snapshot), revision, ref };
    return { state: "found", snapshot, revision, run, data };
  }
  /** What is known from the run's own surroundings, and from what `read` has found. */
  whyNotWrite() {
    const { own, seen, obstacle } = this.#options.scopes;
    if (obstacle !== void 0) return cannotSave(obstacle, this.#names);
    if (this.#known === void 0 || own === void 0) return void 0;
    const { ref } = this.#known;
    if (ref !== void 0) return ref === own ? void 0 : otherRef(ref, own, this.#names);
    return seen?.length === 1 ? void 0 : refNotKnown(own, this.#names);
  }
  async write(next, expected, options, signal) {
    const { project, context, writer, sealing } = this.#options;
    if (next.project !== project || next.context !== context)
      throw new Error(`state of ${next.project}/${next.context} given to the store of ${project}/${context}`);
    if (signal.aborted) return { state: "unavailable", failure: cancelled("Writing", this.#names) };
    const stored = await this.#stored(signal);
    if (!stored.ok) return { state: "unavailable", failure: stored.error };
    const refused = conflict(versionOf(next), stored.value, expected, this.location);
    if (refused) return { state: "conflict", failure: refused };
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
  async takeOver(from, next, expected, options, signal) {
    if (!(from instanceof _CacheStore)) throw new Error(`the ${from.backend} backend is another place`);
    if (signal.aborted) return { state: "unavailable", failure: cancelled("Writing", this.#names) };
    const there = await from.read(signal);
    if (there.state !== "found" || there.revision !== expected) {
      const message2 = `The state at ${from.location} was not carried over: another run has changed it meanwhile. Nothing was changed; run again.`;
      return { state: "conflict", failure: failure("state-conflict", message2) };
    }
    const whyNot = from.whyNotWrite();
    if (whyNot) return { state: "unavailable", failure: whyNot };
    const here = await this.read(signal);
    if (here.state === "unavailable" && !here.missing && !here.movedTo) return here;
    const written2 = await this.#takenOver(here, next, options, signal);
    if (written2.state !== "written") return written2;
    const { project, context } = this.#options;
    const { lineage, serial } = there.snapshot;
    const note = Buffer.from(movedNote({ project, context }));
    const saved = await this.#options.cache.save(cacheKey(from.#names.prefix, serial + 1, lineage), note, signal);
    if (!saved.ok) return { state: "unavailable", failure: notSaved(saved.error, from.#names) };
    if (saved.value === "saved") return written2;
    const message = `The state at ${from.location} was carried over to ${this.location}, and another run has gone on from the old one at the same time. Look which of the two is right (\`describe\` shows what is recorded), and delete the entries of the other: \`${listing(from.#names)}\` shows them.`;
    return { state: "conflict", failure: failure("state-conflict", message) };
  }
  async #takenOver(here, next, { run }, signal) {
    if (here.state === "found") {
      const { lineage, body } = here.snapshot;
      if (lineage === next.lineage && sameBody(body, next.body)) return { state: "written", revision: here.revision };
      const stored = { ...versionOf(here.snapshot), revision: here.revision };
      const refused = conflict(versionOf(next), stored, void 0, this.location);
      if (refused) return { state: "conflict", failure: refused };
    }
    const { writer, sealing, scopes } = this.#options;
    const moved = here.state === "unavailable" && here.movedTo !== void 0;
    const serial = moved ? Math.max(next.serial, (this.#movedAt ?? 0) + 1) : next.serial;
    const version2 = { ...next, serial };
    const data = Buffer.from(await encode(version2, run, writer, { seal: sealing?.seal }));
    const key = cacheKey(this.#names.prefix, serial, moved ? next.lineage : void 0);
    const write = await this.#save(key, version2, data, void 0, signal);
    if (write.state === "written") this.#known = { ...versionOf(version2), revision: write.revision, ref: scopes.own };
    return write;
  }
  async holds(signal) {
    const read = await this.read(signal);
    if (read.state === "unavailable" && !read.movedTo && !read.missing) return err(read.failure);
    return ok(read.state === "found");
  }
  async beside(signal) {
    const listed = await this.#options.cache.list(allStates, signal);
    if (!listed.ok) return err(notListed(listed.error, this.#names));
    const names = listed.value.flatMap(({ key }) => nameInKey(key) ?? []);
    return ok(sortedNames([...new Map(names.map((name) => [shownName(name), name])).values()]));
  }
  /** What is stored now: the newest of what is listed and what this instance knows. */
  async #stored(signal) {
    if (this.#known !== void 0) {
      const listed = await this.#reader.newestListed(signal);
      if (!listed.ok) return listed;
      if ((listed.value?.serial ?? 0) <= this.#known.serial) return ok(this.#known);
    }
    const read = await this.read(signal);
    return read.state === "unavailable" ? err(read.failure) : ok(this.#known);
  }
  async #save(key, next, data, expected, signal) {
    const saved = await this.#options.cache.save(key, data, signal);
    if (saved.ok && saved.value === "saved") return this.#readBack(key, next, data, expected, signal);
    if (saved.ok) return this.#taken(key, next, expected, signal);
    const failed = { state: "unavailable", failure: notSaved(saved.error, this.#names) };
    if (!unclear.has(saved.error.kind)) return failed;
    const there = await this.#reader.exact(key, signal);
    return there.ok && there.value !== void 0 ? this.#judge(there.value, next, data, expected) : failed;
  }
  /** Only what can be read again is written. */
  async #readBack(key, next, data, expected, signal) {
    for (const pauseMs of cacheReadBackMs) {
      if (!await this.#pause(pauseMs, signal)) return this.#notVerified(key, "Looking for it was cancelled.");
      const there = await this.#reader.exact(key, signal);
      if (!there.ok) return this.#notVerified(key, there.error.message);
      if (there.value !== void 0) return this.#judge(there.value, next, data, expected);
    }
    return this.#notVerified(key, "The service does not find it.");
  }
  /**
   * Somebody else has the key. What is there is his, even when it is equal to the byte: two jobs of one run may be about
   * to do the same.
   */
  async #taken(key, next, expected, signal) {
    const { clock } = this.#options;
    const begun = clock.now();
    for (const pauseMs of this.#waitedFor.has(key) ? [0] : cacheReservedMs) {
      if (!await this.#pause(pauseMs, signal))
        return { state: "unavailable", failure: cancelled("Writing", this.#names) };
      const there = await this.#reader.exact(key, signal);
      if (!there.ok) return { state: "unavailable", failure: there.error };
      if (there.value !== void 0) return this.#lost(there.value, next, expected);
    }
    this.#waitedFor.add(key);
    return { state: "unavailable", failure: reserved(key, clock.now() - begun, this.#names) };
  }
  #judge(there, next, data, expected) {
    if (Buffer.compare(there.data, data) === 0) return { state: "written", revision: there.revision };
    return this.#lost(there, next, expected);
  }
  /** Another run was faster. */
  #lost({ snapshot, revision, data }, next, expected) {
    const refused = conflict(versionOf(next), { ...versionOf(snapshot), revision }, expected, this.location);
    if (refused === void 0) throw new Error("a version that was written meanwhile has the expected revision");
    const message = `${refused.message} ${writerWords(writtenBy(data).run)}`;
    return { state: "conflict", failure: { ...refused, message } };
  }
  #notVerified(key, why) {
    return { state: "unavailable", failure: notVerified(key, why, this.#names) };
  }
  /** @returns false when the signal has ended it */
  async #pause(ms, signal) {
    if (ms > 0) await this.#options.clock.sleep(ms, signal).catch(() => void 0);
    return !signal.aborted;
  }
};
export {
  CacheStore
};
