import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  heldFailure,
  heldLock,
  localMachine,
  lockBytes,
  notHeldFailure,
  readLock,
  releasedLock,
  unreadableFailure,
  whyGone
} from "./chunk-UYCPWTLL.js";
import {
  isoTime
} from "./chunk-RTR3EWSL.js";
import {
  FileJournal,
  belongsTo,
  conflict,
  decode,
  encode,
  versionOf
} from "./chunk-J4HGFYZ3.js";
import {
  StateFolder,
  attempt,
  errorCode,
  folderName,
  ioFailure,
  movedFailure,
  nodeFileSystem,
  overwrite,
  sha256,
  statesIn,
  syncFolder,
  writeNew
} from "./chunk-PQ6DQE26.js";
import {
  err,
  explained,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  lockNoticeMs,
  staleTemporaryMs,
  writeLockMs
} from "./chunk-IE326VUJ.js";
import {
  commandLine
} from "./chunk-FOQK4HC4.js";

// src/state/backends/branch/backend.ts
var branchBackend = {
  name: "branch",
  help: "a branch of this repository",
  noun: "branch",
  chosenBy: "branch",
  standardIn: "workflow",
  readableWithRepository: true,
  lasting: true,
  async locate(request) {
    const { branchState } = await import("./branch-state-YWHLKGGY.js");
    return branchState.locate(branchBackend, request);
  },
  glance
};
function glance(request, services) {
  if (!request.checkout.possible(request.workingDirectory, request.environment)) return void 0;
  let opened;
  const open = async () => {
    const { branchState } = await import("./branch-state-YWHLKGGY.js");
    opened ??= branchState.glance(request, services);
    return opened;
  };
  return {
    where: async () => (await open()).where(),
    contexts: async (project) => (await open()).contexts(project),
    ask: async (signal) => (await open()).ask(signal),
    dispose: () => opened?.dispose()
  };
}

// src/state/backends/cache/cache-scopes.ts
function cacheScopes(token, environment) {
  const saved = token?.find(({ maySave }) => maySave)?.ref;
  const own = saved ?? (environment.GITHUB_REF || void 0);
  const seen = token?.filter(({ mayRestore }) => mayRestore).map(({ ref }) => ref);
  const readOnly = token !== void 0 && saved === void 0;
  return { own, seen, obstacle: obstacle(own, readOnly, environment) };
}
function obstacle(own, readOnly, environment) {
  const mode = (environment.ACTIONS_CACHE_MODE ?? "").trim().toLowerCase();
  if (mode === "none" || mode === "read") return { kind: "mode", mode };
  if (readOnly) return { kind: "read-only", ref: own };
  if (own === void 0) return { kind: "no-ref" };
  if (environment.GITHUB_EVENT_NAME === "merge_group" || own.startsWith("refs/heads/gh-readonly-queue/"))
    return { kind: "merge-queue", ref: own };
  return own.startsWith("refs/tags/") ? { kind: "tag", ref: own } : void 0;
}

// src/state/backends/cache/backend.ts
var cacheBackend = {
  name: "cache",
  help: "the Actions cache, best effort",
  noun: "Actions cache",
  insteadInTerminal: "branch",
  label: "best effort",
  async locate(request) {
    const { terminal, environment, flags } = request;
    const { GITHUB_REPOSITORY: repository } = environment;
    return !terminal && repository ? ok(inCache(repository, flags)) : err(notHere(request));
  },
  advise,
  takesNoFile: {
    afterConflict: ". The cache takes no file: run again. What this run made and the other one does not know of is adopted then where it is as the manifest says (or with `lifecycle.adopt`), is an error where it is not, and is made again where it can't be looked at",
    otherwise: (push) => `. The cache takes no file: once the cause is mended, run again, which looks at each task of this run to find out what became of it; or go on from the file on a branch, with ${push} and \`state-backend: branch\` in the workflow`
  }
};
function inCache(repository, flags) {
  return {
    backend: cacheBackend,
    flags,
    key: repository,
    open: (services) => openCache({ repository, flags }, services)
  };
}
function openCache({ repository, flags }, services) {
  const { environment, version, clock, initialize, sealing } = services;
  let opening;
  return {
    async open(name) {
      opening ??= services.actionsCache(repository);
      const [{ CacheStore }, { cache, granted }] = await Promise.all([import("./cache-store-ZNATETU3.js"), opening]);
      return new CacheStore({
        cache,
        scopes: cacheScopes(granted, environment),
        repository,
        ...name,
        writer: version,
        initialize,
        localFolder: services.localFolder(`cache
${repository}`, name),
        clock,
        sealing,
        flags
      });
    },
    dispose: async () => (await opening)?.cache.dispose()
  };
}
function notHere({ terminal, settings, project }) {
  const location = settings.backend === void 0 ? project?.locate?.("/spec/state/backend") : void 0;
  const [message, suggestion] = terminal ? [
    `the state backend "cache" can't be reached from a terminal: GitHub opens its Actions cache to steps of a workflow alone`,
    "Run the command in a workflow (`describe` shows what is recorded); or keep state on a branch, which both reach: `state-backend: branch`."
  ] : [
    "state is kept in the Actions cache of this repository, and the environment does not say which one that is (GITHUB_REPOSITORY)",
    "Use the action in a step of a workflow."
  ];
  return explained("invalid-input", message, { suggestion, location });
}
function advise({
  project,
  context,
  writes,
  initialize,
  serial,
  sealed
}) {
  return [
    ...writes ? [noLock(project, context)] : [],
    // With a key there is a note of its own.
    ...initialize && serial > 0 && !sealed ? [leftOn] : []
  ];
}
function noLock(project, context) {
  const name = `opus-${project}-${context}`;
  const group = /^[\w.-]+$/.test(name) ? name : JSON.stringify(name);
  return `The cache has no lock. Two runs of ${project}/${context} at once are kept apart by this in their job: \`concurrency: { group: ${group}, queue: max }\``;
}
var leftOn = {
  severity: "notice",
  code: "initialize-left-on",
  message: "the state is there, and `initialize` is still on: should GitHub evict the state, the next run would begin anew and know nothing of what was made",
  suggestion: "Take `initialize` out."
};

// src/state/backends/file/backend.ts
import { readdirSync as readdirSync2 } from "node:fs";
import { join as join3, resolve as resolvePath } from "node:path";

// src/state/backends/file/file-store.ts
import { randomUUID as randomUUID2 } from "node:crypto";

// src/state/backends/file/decode-state.ts
async function decodeState(data, path, folder, { sealing, flags = [], ...own }, name = own) {
  const { project, context, lineage } = name;
  const former = path !== folder.state;
  const earlier = folder.earlierFiles();
  const push = commandLine(["opus", "state", "push", "FILE", "--force", ...flags]);
  const elsewhere = "Restore it, or move it away.";
  const kept = earlier ?? "No earlier version of it is kept here; if you have one elsewhere,";
  const remedy = former ? elsewhere : `${kept} put a good one back with \`${push}\`, or copy it over this one.`;
  const foreignRemedy = former ? elsewhere : `${kept} copy the right one over this one.`;
  const known = lineage === void 0 ? {} : { lineage };
  const expected = { project, context, ...known, location: path, former, remedy, foreignRemedy, sealing };
  const decoded = await decode(data, expected);
  if (!decoded.ok) {
    const damaged = decoded.damaged && { ...decoded.damaged, revision: sha256(data) };
    return { state: "unavailable", failure: decoded.error, ...damaged ? { damaged } : {} };
  }
  return { state: "found", snapshot: decoded.value, revision: sha256(data), run: decoded.run, data };
}

// src/state/backends/file/lock-files.ts
import { randomUUID } from "node:crypto";
import { join } from "node:path";
var mostGenerations = 1e12;
var LockFiles = class {
  folder;
  #files;
  #self;
  constructor(folder, files, self) {
    this.folder = folder;
    this.#files = files;
    this.#self = self;
  }
  /** Creates a lock file with its whole content at once. @returns false when that number is taken */
  create(generation, holder) {
    const files = this.#files;
    const path = this.path(generation);
    const data = heldLock(holder, this.#self);
    const temporary = this.#temporary();
    writeNew(files, temporary, data);
    try {
      files.link(temporary, path);
      return true;
    } catch (error) {
      const code = errorCode(error);
      if (code === "EEXIST") return this.#isOurs(generation, holder.id);
      if (code === "ENOENT") return false;
      if (code === void 0 || !noHardLinks.has(code)) throw error;
    } finally {
      attempt(() => files.unlink(temporary));
    }
    try {
      writeNew(files, path, data);
      return true;
    } catch (error) {
      if (errorCode(error) === "EEXIST") return false;
      throw error;
    }
  }
  #isOurs(generation, id) {
    const content = this.read(generation);
    return content.state === "held" && content.holder.id === id && content.process.pid === this.#self.pid;
  }
  /** Puts a tombstone in place of a lock. */
  bury(generation) {
    const files = this.#files;
    const temporary = this.#temporary();
    const tombstone = releasedLock();
    try {
      writeNew(files, temporary, tombstone);
      files.rename(temporary, this.path(generation));
    } catch (error) {
      attempt(() => files.unlink(temporary));
      if (errorCode(error) === void 0) throw error;
      const length = files.readFile(this.path(generation)).length;
      const padding = " ".repeat(Math.max(0, length - tombstone.length));
      overwrite(files, this.path(generation), Buffer.concat([tombstone, Buffer.from(padding)]));
    }
  }
  read(generation) {
    try {
      return readLock(this.#files.readFile(this.path(generation), lockBytes));
    } catch (error) {
      const code = errorCode(error);
      if (code === "ENOENT") return { state: this.#isThere(generation) ? "unreadable" : "gone" };
      if (code === "wrong-type" || code === "too-big") return { state: "unreadable" };
      throw error;
    }
  }
  /** Removes a lock file, if it can be. */
  remove(generation) {
    attempt(() => this.#files.unlink(this.path(generation)));
  }
  /** The number that counts; 0 when there is none. A missing folder is an error, and so is a number that nobody gets to. */
  highest() {
    let highest = 0;
    for (const name of this.#files.readdir(this.folder)) {
      const number = generationOf(name);
      if (number > mostGenerations)
        throw Object.assign(new Error(`${name} has a number that no lock of opus gets to`), { code: "wrong-type" });
      if (number > highest) highest = number;
    }
    return highest;
  }
  /**
   * Removes what older generations left. The last two stay: whoever looked just before them then finds the next
   * number taken, instead of a gap in which to settle for a moment.
   */
  tidy(generation) {
    const files = this.#files;
    attempt(() => {
      for (const name of files.readdir(this.folder)) {
        const path = join(this.folder, name);
        const number = generationOf(name);
        if (number > 0 && number < generation - 2) attempt(() => files.unlink(path));
        if (!name.startsWith(".lock-")) continue;
        attempt(() => {
          if (Date.now() - files.modified(path) > staleTemporaryMs) files.unlink(path);
        });
      }
    });
  }
  path(generation) {
    return join(this.folder, `lock-${generation}.json`);
  }
  /** Also as a link to nothing. */
  #isThere(generation) {
    try {
      this.#files.modified(this.path(generation));
      return true;
    } catch (error) {
      if (errorCode(error) === void 0) throw error;
      return false;
    }
  }
  #temporary() {
    return join(this.folder, `.lock-${randomUUID()}.tmp`);
  }
};
var noHardLinks = /* @__PURE__ */ new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL"]);
function generationOf(name) {
  const digits = /^lock-([1-9]\d*)\.json$/.exec(name)?.[1];
  return digits === void 0 ? 0 : Number(digits);
}

// src/state/backends/file/file-lock.ts
var FileLock = class {
  #options;
  #locks;
  /** Ids of locks that this instance could not release: their files still say that they are held. */
  #abandoned = /* @__PURE__ */ new Set();
  constructor(options) {
    this.#options = options;
    this.#locks = new LockFiles(options.folder, options.files, options.machine.self);
  }
  /** Takes the lock, waiting for a living holder at most `timeoutMs`. */
  async acquire(holder, options, signal) {
    const { clock, folder, files } = this.#options;
    const begun = clock.now();
    let notice = 0;
    for (; ; ) {
      if (signal.aborted) return { state: "unavailable", failure: this.#cancelled() };
      let tried;
      try {
        files.mkdir(folder);
        tried = this.#try(holder, options);
      } catch (error) {
        return { state: "unavailable", failure: ioFailure("lock the state in", folder, error) };
      }
      if (tried.state === "locked") return tried;
      const waited = clock.now() - begun;
      if (tried.state === "held") {
        const { holder: other, where, unreadable } = tried;
        if (waited >= options.timeoutMs)
          return {
            state: "held",
            holder: other,
            failure: unreadable ?? heldFailure(other, where, waited, this.#options.flags)
          };
        if (waited >= notice) {
          options.onWait(tried.holder, waited);
          notice = waited + lockNoticeMs;
        }
      }
      const pause = tried.state === "again" ? Math.random() * 10 : 100 + Math.random() * 400;
      const rest = Math.max(1, options.timeoutMs - waited);
      await clock.sleep(Math.min(pause, tried.state === "again" ? pause : rest), signal).catch(() => void 0);
    }
  }
  /** Is this lock still ours? False when somebody released it by its id. Throws what the file system throws. */
  holds(heldLock2) {
    if (this.#locks.highest() !== heldLock2.generation) return false;
    const content = this.#locks.read(heldLock2.generation);
    return content.state === "held" && content.holder.id === heldLock2.id;
  }
  /** Who holds the lock now: undefined when nobody does, when that process is gone, and when it can't be told. */
  holder() {
    const { machine } = this.#options;
    try {
      const generation = this.#locks.highest();
      const content = generation === 0 ? { state: "gone" } : this.#locks.read(generation);
      if (content.state === "unreadable") return this.#unknownHolder(generation);
      if (content.state !== "held" || this.#abandoned.has(content.holder.id)) return void 0;
      return whyGone(content.process, machine) === void 0 ? content.holder : void 0;
    } catch (error) {
      if (errorCode(error) === void 0) throw error;
      return void 0;
    }
  }
  /** Releases a lock if it is still ours; otherwise nothing happens. */
  release(heldLock2) {
    try {
      const content = this.#locks.read(heldLock2.generation);
      if (content.state === "held" && content.holder.id === heldLock2.id) this.#locks.bury(heldLock2.generation);
      return ok(void 0);
    } catch (error) {
      if (errorCode(error) === void 0) throw error;
      this.#abandoned.add(heldLock2.id);
      return err(ioFailure("release the lock in", this.#options.folder, error));
    }
  }
  /** Releases the lock with this id, whoever holds it. A lock file that can't be read goes by its name, `lock-<n>`. */
  unlock(id) {
    const { project, context, folder, flags } = this.#options;
    try {
      const generation = this.#locks.highest();
      const content = generation === 0 ? { state: "gone" } : this.#locks.read(generation);
      if (content.state === "unreadable" && id === `lock-${generation}`) {
        this.#locks.bury(generation);
        return ok(this.#unknownHolder(generation));
      }
      if (content.state === "unreadable") return err(this.#unreadable(generation));
      if (content.state !== "held") return err(notHeldFailure(id, void 0, project, context, flags));
      if (content.holder.id !== id) return err(notHeldFailure(id, content.holder, project, context, flags));
      this.#locks.bury(generation);
      return ok(content.holder);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return err(notHeldFailure(id, void 0, project, context, flags));
      return err(ioFailure("release the lock in", folder, error));
    }
  }
  #try(holder, options) {
    const highest = this.#locks.highest();
    const broken = highest === 0 ? void 0 : this.#judge(highest);
    if (broken !== void 0 && broken.state !== "free") return broken;
    const generation = highest + 1;
    if (!this.#locks.create(generation, holder)) return { state: "again" };
    if (this.#locks.highest() !== generation) {
      this.#locks.remove(generation);
      return { state: "again" };
    }
    if (broken?.dead) options.onBroken(broken.dead.holder, broken.dead.why);
    this.#locks.tidy(generation);
    return { state: "locked", heldLock: { generation, id: holder.id } };
  }
  /** May the lock of this generation be followed by the next one? */
  #judge(generation) {
    const content = this.#locks.read(generation);
    switch (content.state) {
      case "released":
        return { state: "free" };
      case "gone":
        return { state: "again" };
      case "unreadable":
        return {
          state: "held",
          holder: this.#unknownHolder(generation),
          where: "",
          unreadable: this.#unreadable(generation)
        };
      case "held": {
        if (this.#abandoned.has(content.holder.id)) return { state: "free" };
        const why = whyGone(content.process, this.#options.machine);
        if (why !== void 0) return { state: "free", dead: { holder: content.holder, why } };
        const where = ` (process ${content.process.pid} on ${content.process.host})`;
        return { state: "held", holder: content.holder, where };
      }
    }
  }
  #unknownHolder(generation) {
    const { project, context } = this.#options;
    const run = { id: "", attempt: 0, sha: "", url: "" };
    return { id: `lock-${generation}`, command: "unknown", project, context, since: "an unknown time", run };
  }
  #unreadable(generation) {
    const { project, context, flags } = this.#options;
    return unreadableFailure(`lock-${generation}`, this.#locks.path(generation), project, context, flags);
  }
  #cancelled() {
    return failure("cancelled", `Waiting for the lock of the state in ${this.#options.folder} was cancelled.`);
  }
};

// src/state/backends/file/replace-state.ts
function replaceState(files, folder, { data, keepOld, endedSerial }, whyNot) {
  const temporary = folder.temporary(folder.path);
  const backup = folder.temporary(folder.path);
  const history = folder.temporary(folder.history.folder);
  let refused;
  try {
    writeNew(files, temporary, data);
    if (endedSerial !== void 0) {
      files.mkdir(folder.history.folder);
      files.copy(temporary, history);
    }
    if (keepOld) keepBackup(files, folder, backup);
    refused = whyNot();
    if (!refused) files.rename(temporary, folder.state);
  } catch (error) {
    refused = { state: "unavailable", failure: ioFailure("write the state", folder.state, error) };
  }
  if (refused) {
    for (const path of [temporary, backup, history]) attempt(() => files.unlink(path));
    return refused;
  }
  if (endedSerial !== void 0) {
    attempt(() => files.rename(history, folder.history.path(endedSerial)));
    attempt(() => folder.history.prune());
  }
  syncFolder(files, folder.path);
  return void 0;
}
function keepBackup(files, folder, temporary) {
  try {
    files.link(folder.state, temporary);
  } catch (error) {
    if (errorCode(error) === void 0) throw error;
    files.copy(folder.state, temporary);
  }
  files.rename(temporary, folder.backup);
  attempt(() => files.unlink(temporary));
}

// src/state/backends/file/run-end.ts
function runEnd(files, { history }, serial) {
  const path = history.path(serial);
  const at = isoTime(files.modified(path));
  const text = Buffer.from(files.readFile(path)).toString("utf8");
  const start = text.indexOf('"run": {');
  const run = start === -1 ? "" : text.slice(start, start + 2e3).split("}")[0];
  return { serial, at, what: changesIn(text), url: /"url": "([^"\\]*)"/.exec(run ?? "")?.[1] ?? "" };
}
var words = [
  ["create", "created"],
  ["update", "updated"],
  ["replace", "replaced"],
  ["delete", "deleted"],
  ["adopt", "adopted"],
  ["forget", "forgot"]
];
function changesIn(text) {
  let undo;
  try {
    undo = JSON.parse(text)?.body?.undo;
  } catch {
    return "";
  }
  if (!Array.isArray(undo)) return "";
  const counts = words.map(([change, word]) => {
    return [word, undo.filter((one) => one?.change === change).length];
  });
  return counts.flatMap(([word, count]) => count === 0 ? [] : [`${word} ${count}`]).join(", ");
}

// src/state/backends/file/file-store.ts
var FileStore = class _FileStore {
  backend = "file";
  /** Path of state.json. */
  location;
  journal;
  localFolder;
  #options;
  #files;
  #folder;
  #lock;
  /** The lock that `lock` took and that is not released yet. */
  #heldLock;
  /** What this instance read or wrote last, to save decoding it again. */
  #known;
  constructor(options) {
    const {
      statePath: statePath2,
      project,
      context,
      clock,
      files = nodeFileSystem,
      machine = localMachine(),
      flags = []
    } = options;
    this.#options = options;
    this.#files = files;
    this.#folder = new StateFolder(statePath2, project, context, files);
    this.location = this.#folder.state;
    this.localFolder = this.#folder.path;
    this.journal = new FileJournal(this.#folder.journal, files, options.sealing);
    this.#lock = new FileLock({ folder: this.#folder.path, project, context, files, machine, clock, flags });
  }
  async read(signal) {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Reading") };
    const moved = this.#folder.movedTo();
    if (moved.ok && moved.value !== void 0)
      return { state: "unavailable", failure: movedFailure(this.#options, moved.value), movedTo: moved.value };
    const data = this.#folder.read();
    if (!data.ok) return { state: "unavailable", failure: data.error };
    if (!moved.ok) return { state: "unavailable", failure: moved.error };
    if (data.value === void 0) return { state: "absent" };
    const read = await this.#decode(data.value);
    if (read.state === "found") this.#known = { ...versionOf(read.snapshot), revision: read.revision };
    return read;
  }
  async write(next, expected, options, signal) {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Writing") };
    const writing = await this.#writing(next, expected, options);
    return this.#gripped(options, signal, (heldLock2) => this.#writeLocked(heldLock2, writing));
  }
  /** A note comes first, then the switch, then the old files go: whenever this ends, the state is in one place. */
  async takeOver(from, next, expected, options, signal) {
    if (!(from instanceof _FileStore)) throw new Error(`the ${from.backend} backend is another place`);
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Writing") };
    const writing = await this.#writing(next, void 0, options);
    return this.#gripped(
      options,
      signal,
      (heldLock2) => from.#gripped(options, signal, async (theirs) => {
        const there = this.#folder.movedTo();
        const stored = there.ok && there.value !== void 0 ? void 0 : await this.#storedVersion();
        if (stored && !stored.version.ok) return { state: "unavailable", failure: stored.version.error };
        const before = stored?.version.ok ? stored.version.value : void 0;
        const refused = conflict(versionOf(next), before, void 0, this.location);
        if (refused) return { state: "conflict", failure: refused };
        return from.#whyNotTake(expected, theirs) ?? this.#take(from, heldLock2, writing);
      })
    );
  }
  /** May this state be taken away? It must be what was read. */
  #whyNotTake(expected, heldLock2) {
    const lost = this.#lostLock(heldLock2);
    if (lost) return lost;
    const moved = this.#folder.movedTo();
    if (moved.ok && moved.value === void 0 && this.#revisionNow() === expected) return void 0;
    const message = `The state at ${this.location} was not carried over: another run has changed it meanwhile. Nothing was changed; run again.`;
    return { state: "conflict", failure: failure("state-conflict", message) };
  }
  #take(from, heldLock2, { next, data }) {
    try {
      this.#folder.expect(from.#folder);
      this.#folder.forgetMove();
      from.#folder.noteMove(this.#options);
    } catch (error) {
      return { state: "unavailable", failure: ioFailure("carry the state over to", this.#folder.path, error) };
    }
    const replacement = { data, keepOld: false, endedSerial: void 0 };
    const failed = replaceState(this.#files, this.#folder, replacement, () => this.#lostLock(heldLock2));
    if (failed) return failed;
    this.#folder.arrived();
    from.#folder.empty();
    from.#known = void 0;
    const revision = sha256(data);
    this.#known = { ...versionOf(next), revision };
    return { state: "written", revision };
  }
  async holds(signal) {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const moved = this.#folder.movedTo();
    if (!moved.ok) return moved;
    const data = moved.value === void 0 ? this.#folder.read() : ok(void 0);
    return data.ok ? ok(data.value !== void 0) : data;
  }
  async beside(signal) {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const { statePath: statePath2 } = this.#options;
    try {
      return ok(statesIn(statePath2, this.#files));
    } catch (error) {
      return err(ioFailure("list the states in", statePath2, error));
    }
  }
  async #writing(next, expected, options) {
    const { project, context, writer, sealing } = this.#options;
    if (next.project !== project || next.context !== context)
      throw new Error(`state of ${next.project}/${next.context} given to the store of ${project}/${context}`);
    const data = Buffer.from(await encode(next, options.run, writer, { seal: sealing?.seal }));
    return { next, data, expected, runEnded: options.runEnded };
  }
  /** Does something under the lock that this store has, or else under one that is taken for it. */
  async #gripped({ run, command }, signal, work) {
    if (this.#heldLock !== void 0) return work(this.#heldLock);
    const { project, context, clock, writeLockMs: waitMs = writeLockMs } = this.#options;
    const holder = { id: randomUUID2(), command, project, context, since: clock.timestamp(), run };
    const waiting = { timeoutMs: waitMs, onWait: () => {
    }, onBroken: () => {
    } };
    const lock = await this.#lock.acquire(holder, waiting, signal);
    if (lock.state !== "locked") return { state: "unavailable", failure: lock.failure };
    try {
      this.#folder.removeLeftovers();
      return await work(lock.heldLock);
    } finally {
      this.#lock.release(lock.heldLock);
    }
  }
  async lock(holder, options, signal) {
    const lock = await this.#lock.acquire(holder, options, signal);
    if (lock.state !== "locked") return lock;
    const { heldLock: heldLock2 } = lock;
    this.#heldLock = heldLock2;
    this.#folder.removeLeftovers();
    const release = async () => {
      if (this.#heldLock === heldLock2) this.#heldLock = void 0;
      return this.#lock.release(heldLock2);
    };
    return { state: "locked", release };
  }
  async unlock(id, signal) {
    return signal.aborted ? err(this.#cancelled("Unlocking")) : this.#lock.unlock(id);
  }
  async lockedBy(signal) {
    return signal.aborted ? void 0 : this.#lock.holder();
  }
  async history(serial, signal) {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Reading") };
    const path = this.#folder.history.path(serial);
    let data;
    try {
      data = this.#files.readFile(path);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return { state: "absent" };
      return { state: "unavailable", failure: ioFailure("read the state", path, error) };
    }
    const read = await this.#decode(data, path, await this.#nameThen(data, signal));
    if (read.state !== "found" || read.snapshot.serial === serial) return read;
    const message = `The state at ${path} has serial ${read.snapshot.serial}, not ${serial} as its name says. Restore it, or move it away.`;
    return { state: "unavailable", failure: failure("state-unavailable", message) };
  }
  async runEnds(signal) {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    try {
      return ok(this.#folder.history.serials().map((serial) => runEnd(this.#files, this.#folder, serial)));
    } catch (error) {
      return err(ioFailure("list the earlier states in", this.#folder.history.folder, error));
    }
  }
  async #writeLocked(heldLock2, writing) {
    for (; ; ) {
      const now = this.#storedVersion();
      const stored = now instanceof Promise ? await now : now;
      const written = this.#writeOver(stored, heldLock2, writing);
      if (written) return written;
    }
  }
  /**
   * All of it in one go: within this process nothing can come between the check and the switch.
   * @returns undefined: what is stored is not that any more
   */
  #writeOver(stored, heldLock2, { next, data, expected, runEnded }) {
    const lost = this.#lostLock(heldLock2);
    if (lost) return lost;
    if (stored.waited && this.#revisionNow() !== stored.revision) return void 0;
    const { version } = stored;
    if (!version.ok && (stored.revision === void 0 || stored.revision !== expected))
      return { state: "unavailable", failure: version.error };
    const before = version.ok ? version.value : void 0;
    const refused = version.ok ? conflict(versionOf(next), before, expected, this.location) : void 0;
    if (refused) return { state: "conflict", failure: refused };
    const backup = before !== void 0 && before.serial !== next.serial;
    const replacement = { data, keepOld: backup, endedSerial: runEnded ? next.serial : void 0 };
    const failed = replaceState(this.#files, this.#folder, replacement, () => this.#lostLock(heldLock2));
    if (failed) return failed;
    const revision = sha256(data);
    this.#known = { ...versionOf(next), revision };
    return { state: "written", revision };
  }
  /** Of the stored bytes, whatever they are; undefined: there are none, or they can't be read. */
  #revisionNow() {
    const data = this.#folder.read();
    return data.ok && data.value !== void 0 ? sha256(data.value) : void 0;
  }
  /** What is stored; at once, where it is what this instance read or wrote last. */
  #storedVersion() {
    const moved = this.#folder.movedTo();
    if (!moved.ok) return { revision: void 0, version: moved };
    if (moved.value !== void 0)
      return { revision: void 0, version: err(movedFailure(this.#options, moved.value)) };
    const data = this.#folder.read();
    if (!data.ok || data.value === void 0) return { revision: void 0, version: data.ok ? ok(void 0) : data };
    const revision = sha256(data.value);
    if (this.#known?.revision === revision) return { revision, version: ok(this.#known) };
    return this.#decodedVersion(data.value, revision);
  }
  async #decodedVersion(data, revision) {
    const read = await this.#decode(data);
    const waited = true;
    if (read.state === "found") return { revision, version: ok({ ...versionOf(read.snapshot), revision }), waited };
    return { revision, version: read.state === "unavailable" ? err(read.failure) : ok(void 0), waited };
  }
  #lostLock(heldLock2) {
    try {
      if (this.#lock.holds(heldLock2)) return void 0;
    } catch (error) {
      return { state: "unavailable", failure: ioFailure("read the lock in", this.#folder.path, error) };
    }
    const message = `The state at ${this.location} was not written: the lock of this run (${heldLock2.id}) was released by somebody else meanwhile, so another run may be writing. The stored state is untouched.`;
    return { state: "conflict", failure: failure("state-conflict", message) };
  }
  /** An earlier version may have been stored under a former name: then it is of the same lineage. */
  async #nameThen(data, signal) {
    const { project, context } = this.#options;
    const named = belongsTo(data);
    if (named === void 0 || named.project === project && named.context === context) return { project, context };
    const now = await this.read(signal);
    return now.state === "found" ? { ...named, lineage: now.snapshot.lineage } : { project, context };
  }
  /** @param path of an earlier state; absent: of the current one */
  #decode(data, path = this.location, name) {
    return decodeState(data, path, this.#folder, this.#options, name);
  }
  #cancelled(what) {
    return failure("cancelled", `${what} the state at ${this.location} was cancelled.`);
  }
};

// src/state/backends/file/self-ignoring-folder.ts
import { closeSync, lstatSync, openSync, readdirSync, unlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join as join2, relative, sep } from "node:path";
var ownName = ".opus";
function selfIgnoring(files, statePath2) {
  const folder = ownFolder(statePath2);
  if (folder === void 0) return files;
  let done = false;
  return {
    ...files,
    mkdir: (path) => {
      files.mkdir(path);
      if (!done) ignore(folder, statePath2);
      done = true;
    }
  };
}
function ownFolder(statePath2) {
  for (let at = statePath2; dirname(at) !== at; at = dirname(at)) if (basename(at) === ownName) return at;
  return void 0;
}
function ignore(folder, statePath2) {
  const [states = ""] = relative(folder, statePath2).split(sep);
  try {
    if (!lstatSync(folder).isDirectory()) return;
    const shared = states !== "" && readdirSync(folder).some((name) => name !== states && name !== ".gitignore");
    const path = join2(folder, shared ? states : "", ".gitignore");
    const file = openSync(path, "wx");
    try {
      writeFileSync(file, "# Made by opus: its state does not belong with the code that it is of.\n*\n");
    } catch {
      unlinkSync(path);
    } finally {
      closeSync(file);
    }
  } catch {
  }
}

// src/state/backends/file/backend.ts
var defaultPath = ".opus/state";
var fileBackend = {
  name: "file",
  help: "a local folder",
  noun: "folder",
  chosenBy: "path",
  standardIn: "terminal",
  onThisMachine: true,
  locate: async (request) => ok(folderLocation(statePath(request), request.flags)),
  ownPaths: (request) => [statePath(request)]
};
function folderLocation(path, flags) {
  return {
    backend: fileBackend,
    flags,
    key: path,
    open: (services) => ({ open: async (name) => openStore({ path, flags }, name, services), dispose: async () => {
    } }),
    contexts: (project) => recordedContexts(path, project),
    survey: async (services, options, signal) => {
      const { surveyFolder } = await import("./file-survey-JDYZYORA.js");
      const open = (name) => openStore({ path, flags }, name, services);
      return surveyFolder({ path, files: services.files, open }, options, signal);
    }
  };
}
function openStore({ path, flags }, { project, context }, { version, clock, sealing, files }) {
  return new FileStore({
    statePath: path,
    project,
    context,
    writer: version,
    clock,
    sealing,
    files: selfIgnoring(files, path),
    flags
  });
}
function statePath({
  settings,
  project,
  workingDirectory
}) {
  return resolvePath(workingDirectory, settings.path ?? project?.state.path ?? defaultPath);
}
function recordedContexts(path, project) {
  const isAway = (context) => {
    const moved = new StateFolder(path, project, context, nodeFileSystem).movedTo();
    return moved.ok && moved.value !== void 0;
  };
  try {
    return readdirSync2(join3(path, folderName(project)), { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.includes("~")).map((entry) => decodeURIComponent(entry.name)).filter((context) => !isAway(context)).sort();
  } catch {
    return [];
  }
}

// src/state/backends.ts
var builtInBackends = [branchBackend, fileBackend, cacheBackend];
function backendNamed(name, backends = builtInBackends) {
  return backends.find((one) => one.name === name);
}

export {
  builtInBackends,
  backendNamed
};
