import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  overtaken,
  undoWithNewNames,
  withNewNames
} from "./chunk-53MMSWRA.js";
import {
  readThrown
} from "./chunk-MAM7B6KD.js";
import {
  ledgerPath,
  readLedger,
  removeLedger,
  signalGroup,
  signalProcess
} from "./chunk-CDGJNW5Y.js";
import {
  untouched
} from "./chunk-NIF5MOUS.js";
import {
  lookAtProcess,
  markVariable,
  psOptions,
  scanProcesses
} from "./chunk-6SHK6BE2.js";
import {
  sameBody
} from "./chunk-DTF5GTS3.js";
import {
  bodyDigest,
  encode,
  sealedPart
} from "./chunk-J4HGFYZ3.js";
import {
  firstOf
} from "./chunk-P4WMOHAY.js";
import {
  ioFailure
} from "./chunk-PQ6DQE26.js";
import {
  err,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  sizeWords,
  stateBytes
} from "./chunk-35FI2EEV.js";
import {
  checkpointMs,
  orphanPollMs,
  orphanProofMs,
  orphanStuckMs,
  stopGraceMs
} from "./chunk-IE326VUJ.js";

// src/node/processes/orphan-processes.ts
import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
async function endOrphanProcesses(folder, options = {}) {
  const { owner, calls, foreign } = readLedger(folder);
  if (owner === void 0 || options.owner !== void 0 && options.owner !== owner) return { ...nothing, foreign };
  const end = calls.length === 0 ? nothing : await endCalls(calls, ledgerPath(folder), options.graceMs ?? stopGraceMs);
  if (options.owner === void 0 && end.alive.length === 0) removeLedger(folder);
  return { ...end, foreign };
}
var nothing = { ended: [], alive: [] };
async function endCalls(calls, ledger, graceMs) {
  const search = process.platform === "linux" ? searchByMark(calls) : searchByLeader(calls);
  const seen = /* @__PURE__ */ new Map();
  const killAt = Date.now() + graceMs;
  const unsure = () => Date.now() < killAt - graceMs + orphanProofMs && search.unproven().length > 0;
  for (let quiet = 0; quiet < 2 || unsure(); ) {
    const alive = search.look();
    quiet = alive.length === 0 ? quiet + 1 : 0;
    const now = Date.now();
    if (now > killAt + orphanStuckMs && alive.length > 0) {
      const left = new Set(alive.map(({ pid }) => pid));
      const ended = [...seen.values()].filter(({ pid }) => !left.has(pid));
      return { ended, alive: alive.map(({ pid, task }) => ({ pid, task })) };
    }
    for (const one of alive) {
      if (now > killAt) one.signal("SIGKILL");
      else if (!seen.has(one.pid)) one.signal("SIGTERM");
      seen.set(one.pid, { pid: one.pid, task: one.task });
    }
    await sleep(orphanPollMs);
  }
  return { ended: [...seen.values()], alive: search.unproven().map((one) => ({ ...one, namedBy: ledger })) };
}
function withLeaders(calls) {
  return calls.flatMap((call) => call.leader === void 0 ? [] : [{ ...call, leader: call.leader }]);
}
function searchByMark(calls) {
  const led = withLeaders(calls).filter(({ leader }) => leader.startTime !== null);
  const groups = /* @__PURE__ */ new Map();
  const isLeader = ({ leader }) => lookAtProcess(leader.pid)?.startTime === leader.startTime;
  return {
    look: () => {
      for (const call of led)
        if (isLeader(call) && lookAtProcess(call.leader.pid)?.mark === call.mark) groups.set(call.leader.pid, call);
      const scan = scanProcesses();
      if (!scan) return [];
      const found = /* @__PURE__ */ new Map();
      const add = (pid, { task }) => {
        found.set(pid, { pid, task, signal: (name) => signalProcess(pid, name) });
      };
      for (const call of calls) for (const pid of scan.withMark(call.mark)) add(pid, call);
      for (const [leader, call] of groups) for (const pid of scan.inGroup(leader)) add(pid, call);
      return [...found.values()];
    },
    unproven: () => led.filter((call) => !groups.has(call.leader.pid) && isLeader(call)).map(({ leader, task }) => ({ pid: leader.pid, task }))
  };
}
function searchByLeader(calls) {
  const led = process.platform === "win32" ? [] : withLeaders(calls);
  const looks = led.map((call) => ({ call, look: lookThroughPs(call.leader, call.mark) }));
  const groups = looks.flatMap(
    ({ call: { leader, task }, look }) => look === "proven" ? [{ pid: leader.pid, task, signal: (name) => void signalGroup(leader.pid, name) }] : []
  );
  return {
    look: () => groups.filter(({ pid }) => signalGroup(pid, 0)),
    unproven: () => looks.filter(({ look, call }) => look === "unproven" && lookThroughPs(call.leader, call.mark) !== "gone").map(({ call: { leader, task } }) => ({ pid: leader.pid, task }))
  };
}
function lookThroughPs({ pid, startedAt }, mark) {
  try {
    const shown = execFileSync("ps", ["eww", "-o", "lstart=,command=", "-p", String(pid)], psOptions);
    const [, started = "", command = ""] = /^\s*(\S+\s+\S+\s+\S+\s+\S+\s+\S+)(.*)/s.exec(shown) ?? [];
    if (!(Math.abs(Date.parse(started) - startedAt) <= 2e3)) return "gone";
    return ` ${command.trim()} `.includes(` ${markVariable}=${mark} `) ? "proven" : "unproven";
  } catch {
    return "gone";
  }
}

// src/app/state/with-lock.ts
async function holdContext(hold, work) {
  const { store, holder, options, signal } = hold;
  const close = openHandover(hold);
  const lock = store.lock ? await store.lock(holder, options, signal) : noLock;
  if (lock.state !== "locked") return notHeld(lock, close);
  try {
    return await takeOver(hold) ?? await work();
  } finally {
    await letGo(hold, lock, close);
  }
}
var lockFirst = /* @__PURE__ */ Symbol("lock first");
async function holdWithWrite(hold, work) {
  const { store, holder, options, signal } = hold;
  const close = openHandover(hold);
  const lock = await store.lockWithWrite(holder, options, signal);
  if (lock.state === "left-behind" || lock.state === "free" && isLeftBehind(store)) {
    close(void 0);
    return lockFirst;
  }
  if (lock.state !== "free") return notHeld(lock, close);
  try {
    return await work(async () => resultOf(await takeOver(hold)));
  } finally {
    await letGo(hold, lock, close);
  }
}
function openHandover(hold) {
  const { postStepRecord, holder } = hold;
  const { project, context, command, id: lockId } = holder;
  const entry = { said: postStepRecord.said, project, context, command, lockId };
  const handedOver = handOver(hold, () => postStepRecord.handover.open(entry));
  return (left) => {
    if (handedOver) handOver(hold, () => postStepRecord.handover.close(context, left));
  };
}
function notHeld(lock, close) {
  const mayBeHeld = lock.state === "unavailable" && lock.mayBeHeld;
  close(mayBeHeld ? "lock" : void 0);
  return lock.failure;
}
async function letGo(hold, lock, close) {
  try {
    hold.postStepRecord.groups.dropLedger();
  } catch (error) {
    const { message } = ioFailure("end the ledger of processes in", hold.store.localFolder ?? "", error, "temporary");
    hold.tell("warning", "ledger-not-ended", message);
  }
  const released = await lock.release(hold.giveUp);
  if (!released.ok) hold.tell("warning", "lock-not-released", released.error.message);
  close(hold.isStored() ? released.ok ? void 0 : "lock" : "results");
}
function isLeftBehind({ journal, localFolder }) {
  try {
    return journal?.unended?.() !== void 0 || localFolder !== void 0 && readLedger(localFolder).owner !== void 0;
  } catch {
    return true;
  }
}
function resultOf(problem) {
  return problem === void 0 ? ok(void 0) : err(problem);
}
var noLock = { state: "locked", release: async () => ok(void 0) };
async function takeOver({ store, holder, postStepRecord, tell }) {
  const { localFolder } = store;
  if (localFolder === void 0) return void 0;
  try {
    const { ended, alive, foreign } = await endOrphanProcesses(localFolder);
    if (foreign > 0) tell("warning", "ledger-damaged", foreignWords(foreign, localFolder));
    if (ended.length > 0) {
      const { severity, code, message } = leftoversEnded(ended);
      tell(severity, code, message);
    }
    if (alive.length > 0) return failure("state-locked", aliveWords(alive, holder));
    postStepRecord.groups.keepLedger(localFolder, holder.id);
    return void 0;
  } catch (error) {
    return ioFailure("keep the ledger of processes in", localFolder, error, "temporary");
  }
}
function leftoversEnded(ended) {
  const message = `an earlier run was killed; ended what it had left: ${orphanProcessWords(ended)}`;
  return { severity: "notice", code: "leftovers-ended", message };
}
function orphanProcessWords(orphanProcesses) {
  const tasks = [...new Set(orphanProcesses.flatMap(({ task }) => task === void 0 ? [] : [`"${task}"`]))].sort();
  const shown = firstOf(tasks, 5, (more) => `${more} more tasks`);
  const count = orphanProcesses.length === 1 ? "1 process" : `${orphanProcesses.length} processes`;
  return tasks.length === 0 ? count : `${count} of ${shown.join(", ")}`;
}
function foreignWords(count, folder) {
  const lines = count === 1 ? "1 line that is none" : `${count} lines that are none`;
  return `the ledger of processes in ${folder} held ${lines} of opus, which did not count; find out what else writes there`;
}
function aliveWords(alive, { project, context }) {
  const stuck = alive.filter(({ namedBy }) => namedBy === void 0);
  const unproven = alive.filter(({ namedBy }) => namedBy !== void 0);
  const pids = (some) => some.map(({ pid }) => pid).join(", ");
  const sentences = [];
  if (stuck.length > 0)
    sentences.push(
      `A run of ${project}/${context} that was killed has left ${orphanProcessWords(stuck)} that could not be ended (pid ${pids(stuck)}) and may still change things. Find out whose they are, end them, and run again.`
    );
  if (unproven.length > 0)
    sentences.push(
      `The ledger ${unproven[0]?.namedBy} says that a run of ${project}/${context} that was killed has left ${orphanProcessWords(unproven)} (pid ${pids(unproven)}), and no mark in the environment shows it, so nothing was ended. Find out whose it is: end what is left of that run; or, if it is something else, remove the ledger. Then run again.`
    );
  return sentences.join(" ");
}
function handOver({ tell }, action) {
  try {
    action();
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `the post step was not told of this run (${why}); should the run be killed, the next one cleans up`;
    tell("warning", "handover-not-written", message);
    return false;
  }
}

// src/state/snapshot/found-seal.ts
async function foundSeal(read, seal) {
  if (read.state !== "found") return void 0;
  const sealed = sealedPart(read.data);
  if (sealed === void 0) return "plain";
  return await seal.isCurrent(sealed) ? "current" : "former";
}

// src/state/snapshot/state-size.ts
var beginBytes = stateBytes / 2;
function growthProblem(stored, intents) {
  if (mostBytes(stored) + mostBytes(intents) <= beginBytes) return void 0;
  const size = Buffer.byteLength(JSON.stringify(stored, null, 2)) + Buffer.byteLength(JSON.stringify(intents, null, 2));
  if (size <= beginBytes) return void 0;
  const message = `The state would have ${sizeWords(size)} before anything is done, and a run begins with at most ${sizeWords(beginBytes)}: opus reads no state above ${sizeWords(stateBytes)}. Split the project, or keep large texts in files (File.spec.source). Nothing was changed.`;
  return failure("state-unavailable", message);
}
function mostBytes(value, level = 0) {
  if (typeof value === "string") return 6 * value.length + 2;
  if (typeof value !== "object" || value === null) return 32;
  const line = 2 * level + 6;
  let bytes = line;
  if (Array.isArray(value)) {
    for (const member of value) bytes += line + mostBytes(member, level + 1);
    return bytes;
  }
  for (const key of Object.keys(value))
    bytes += line + 6 * key.length + 4 + mostBytes(value[key], level + 1);
  return bytes;
}

// src/state/session/session-contents.ts
var SessionContents = class {
  #tasks;
  #pending;
  /** Pending tasks whose effects have, or may have, begun. */
  #begun = /* @__PURE__ */ new Set();
  /** Is the journal proof of what began? Not when this machine has none for the stored serial. */
  #certain;
  /** How to undo the last run that changed something before this one. */
  #previousUndo;
  /** How to undo this run. Undefined until it may change something. */
  #undo;
  /** Set by a rollback: what of the record of the last run is left. */
  #leftUndo;
  /** The reviewed plan that is not wholly applied yet. */
  #review;
  /** Is it the plan of this run? */
  #underReview = false;
  #changes = {};
  /**
   * @param body that is stored
   * @param journal what a run that did not end left since; undefined: no journal continues what is stored
   */
  constructor(body, journal) {
    this.#tasks = new Map(Object.entries(body.tasks));
    this.#pending = new Map(body.pending.map((intent) => [intent.task, intent]));
    this.#previousUndo = new Map(body.undo.map((entry) => [entry.task, entry]));
    this.#review = body.review;
    this.#certain = journal !== void 0;
    for (const record of journal ?? [])
      if (record.type === "started") this.#begun.add(record.task);
      else if (record.type === "made") this.made(record.task, record.made);
      else this.#apply(record, this.#previousUndo);
    for (const task of this.#pending.keys())
      if (journal === void 0) this.#begun.add(task);
      else if (!this.#begun.has(task)) this.#pending.delete(task);
    for (const task of this.#begun) if (!this.#pending.has(task)) this.#begun.delete(task);
  }
  get tasks() {
    return this.#tasks;
  }
  get pending() {
    return [...this.#pending.values()].map((intent) => ({
      intent,
      started: this.#certain && this.#begun.has(intent.task)
    }));
  }
  get undo() {
    if (this.#leftUndo) return this.#leftUndo;
    return [...(this.#undo?.size ? this.#undo : this.#previousUndo).values()];
  }
  get review() {
    return this.#review;
  }
  /** Pending tasks whose effects have, or may have, begun. */
  get begun() {
    return this.#begun;
  }
  /** How many tasks this run has changed, by change. */
  get changes() {
    return { ...this.#changes };
  }
  keepReview(review) {
    this.#review = review;
    this.#underReview = true;
  }
  keepUndo(left) {
    this.#leftUndo = left;
  }
  /** This run is about to change these tasks: from now on its own undo is kept. */
  begin(intents) {
    this.#previousUndo = new Map(this.undo.map((entry) => [entry.task, entry]));
    this.#undo = /* @__PURE__ */ new Map();
    for (const intent of intents) this.#pending.set(intent.task, intent);
    if (!this.#underReview)
      this.#review = untouched(
        this.#review,
        intents.map(({ task }) => task)
      );
  }
  started(task) {
    this.#begun.add(task);
  }
  /**
   * With the intent it is in every version that is stored until the task is through.
   * @returns is the task pending?
   */
  made(task, made) {
    const intent = this.#pending.get(task);
    if (intent) this.#pending.set(task, { ...intent, made });
    return intent !== void 0;
  }
  /** @returns is it the first change of a run that has not called `begin`? */
  record(result) {
    const first = result.undo !== null && this.#undo === void 0;
    if (first) this.#undo = /* @__PURE__ */ new Map();
    this.#apply(result, this.#undo ?? this.#previousUndo);
    return first;
  }
  /** Settles a pending task of an earlier run. */
  resolve(task, resolution) {
    if (!this.#pending.delete(task)) throw new Error(`the task ${task} is not pending`);
    this.#begun.delete(task);
    if (resolution !== "drop") this.#apply({ task, ...resolution }, this.#previousUndo);
  }
  /** Drops the intents of tasks whose effects never began. */
  dropNeverStarted() {
    for (const task of this.#pending.keys()) if (!this.#begun.has(task)) this.#pending.delete(task);
  }
  /**
   * @param ended while a run goes on, its own undo is stored even when it is empty
   * @returns what there is to store, without a key
   */
  body(ended) {
    const body = {
      tasks: Object.fromEntries(this.#tasks),
      undo: ended || this.#undo === void 0 || this.#leftUndo ? this.undo : [...this.#undo.values()],
      pending: [...this.#pending.values()]
    };
    return this.#review ? { ...body, review: this.#review } : body;
  }
  #apply(result, undo) {
    if (result.formerName !== void 0) this.#rename(result.formerName, result.task, undo);
    if (result.entry === null) this.#tasks.delete(result.task);
    else this.#tasks.set(result.task, result.entry);
    this.#pending.delete(result.task);
    this.#begun.delete(result.task);
    if (result.undo === null) return;
    if (!undo.has(result.undo.task)) undo.set(result.undo.task, result.undo);
    const { change } = result.undo;
    this.#changes[change] = (this.#changes[change] ?? 0) + 1;
  }
  /** Drops a former name, and gives all that names it the new one. */
  #rename(from, to, undo) {
    const newNames = /* @__PURE__ */ new Map([[from, to]]);
    this.#tasks.delete(from);
    for (const [name, entry] of this.#tasks) this.#tasks.set(name, withNewNames(entry, newNames));
    for (const [name, intent] of this.#pending) this.#pending.set(name, withNewNames(intent, newNames));
    for (const [name, entry] of undo) undo.set(name, undoWithNewNames(entry, newNames));
  }
};

// src/state/session/stored-version.ts
var StoredVersion = class {
  lastRun;
  foundSealed;
  fingerprintKey;
  journalled;
  #options;
  #lineage;
  #serial;
  #revision;
  #body;
  /** How the stored version is sealed, as long as the first write has still to seal it with the key for all to come. */
  #sealsOver;
  /** @param found how it is sealed that was read; undefined: nothing was read, or nothing is to be sealed */
  constructor(read, found, journalled, options) {
    const snapshot = read.state === "found" ? read.snapshot : void 0;
    this.#options = options;
    this.journalled = journalled;
    this.lastRun = read.state === "found" ? read.run : void 0;
    this.#lineage = snapshot?.lineage;
    this.#serial = snapshot?.serial ?? 0;
    this.#revision = read.state === "found" ? read.revision : void 0;
    this.#body = snapshot?.body ?? { tasks: {}, undo: [], pending: [] };
    this.foundSealed = found === "current" || found === "former";
    this.#sealsOver = found === "current" ? void 0 : found;
    const { sealed } = options;
    const kept = this.foundSealed ? this.#body.fingerprintKey : void 0;
    this.fingerprintKey = sealed && (kept ?? sealed.newFingerprintKey());
  }
  get lineage() {
    return this.#lineage;
  }
  get serial() {
    return this.#serial;
  }
  get revision() {
    return this.#revision;
  }
  get body() {
    return this.#body;
  }
  get sealed() {
    return this.#options.sealed !== void 0 && this.#sealsOver !== "plain";
  }
  /** How the stored version is sealed that the next write seals with the key for all to come; undefined: with that. */
  get sealsOver() {
    return this.#sealsOver;
  }
  /** The store has sealed with the key for all to come. */
  sealedAnew() {
    this.#sealsOver = void 0;
  }
  /** What the store holds from now on. */
  moveTo(serial, revision, body) {
    this.#serial = serial;
    this.#revision = revision;
    this.#body = body;
  }
  /** Adds the key to a body that is to be stored, if there is one. */
  withKey(body) {
    const { fingerprintKey } = this;
    const isEmpty = Object.keys(body.tasks).length === 0 && body.undo.length === 0 && body.pending.length === 0;
    return fingerprintKey === void 0 || this.#serial === 0 && isEmpty ? body : { ...body, fingerprintKey };
  }
  /** The version that follows this one. */
  next(body) {
    this.#lineage ??= this.#options.newLineage();
    const { project, context } = this.#options;
    return { lineage: this.#lineage, serial: this.#serial + 1, project, context, body };
  }
  /** This version, as a recovery file may follow it. */
  followed() {
    return { serial: this.#serial, digest: this.#serial === 0 ? null : bodyDigest(this.#body) };
  }
};

// src/state/session/unclear-writes.ts
var UnclearWrites = class {
  #versions = [];
  get any() {
    return this.#versions.length > 0;
  }
  add(serial, body) {
    this.#versions = [...this.#versions, { serial, body }];
  }
  /**
   * Goes by what the store holds now; then none is unclear any more, unless the store does not answer.
   * @returns the version that has arrived; undefined: none of these
   */
  settle(read, lineage) {
    if (read === void 0 || read.state === "unavailable") return void 0;
    const versions = this.#versions;
    this.#versions = [];
    if (read.state === "absent" || read.snapshot.lineage !== lineage) return void 0;
    const { serial, body } = read.snapshot;
    const arrived = versions.find((one) => one.serial === serial && sameBody(one.body, body));
    return arrived && { ...arrived, revision: read.revision };
  }
  /** The versions, as a recovery file may follow them. */
  followed() {
    return this.#versions.map(({ serial, body }) => ({ serial, digest: bodyDigest(body) }));
  }
};

// src/state/session/session.ts
var StateSession = class _StateSession {
  #store;
  #options;
  #checkpointMs;
  #contents;
  #stored;
  /** Whose write the next one is. */
  #run;
  /** Does the journal on disk follow the stored serial, so that it may be appended to? */
  #journaling = false;
  #unsaved = false;
  #written = "no";
  #lastWrite;
  #timer;
  #saving;
  /** What came while a write was under way: the next journal begins with it. */
  #carried = [];
  #unclear = new UnclearWrites();
  #failure;
  #conflict = false;
  /** May the journal be written? */
  #underLock;
  constructor(store, options, read, journal, found) {
    this.#store = store;
    this.#options = options;
    this.#checkpointMs = options.checkpointMs ?? checkpointMs;
    this.#lastWrite = options.clock.now();
    this.#underLock = options.whenLocked === void 0;
    this.#run = options.run;
    this.#stored = new StoredVersion(read, found, journal !== void 0, options);
    this.#contents = new SessionContents(this.#stored.body, journal);
    this.#unsaved = journal?.some((record) => record.type === "result") ?? false;
  }
  /**
   * Reads the store, and what a run that did not end left in the journal.
   * @returns the session, or why state can't be read or trusted; an unreadable state is never an empty one
   */
  static async open(store, options, signal) {
    let read = await store.read(signal);
    for (let tries = 0; ; tries++) {
      if (read.state === "unavailable") return err(read.failure);
      const found = read.state === "found" ? read : void 0;
      const journal = store.journal?.read(found?.snapshot.lineage ?? "", found?.snapshot.serial ?? 0) ?? ok(void 0);
      if (journal.ok) {
        const seal = options.sealed && await foundSeal(read, options.sealed.seal);
        return ok(new _StateSession(store, options, read, journal.value, seal));
      }
      const again = await store.read(signal);
      const moved = again.state !== "found" || again.revision !== found?.revision;
      if (tries >= 5 || !moved || again.state === "absent") return err(journal.error);
      read = again;
    }
  }
  get tasks() {
    return this.#contents.tasks;
  }
  /** State as of now. */
  get contents() {
    return this.#contents;
  }
  /** Where the store stands. */
  get stored() {
    return this.#stored;
  }
  /** This run changes nothing: what it finds in the journal and stores is of the run before, and stays so. */
  standBack() {
    this.#run = this.#stored.lastRun ?? this.#run;
  }
  /** True while there are results that the store does not have. */
  get unsaved() {
    return this.#unsaved;
  }
  /** Why state can't be kept any more, once that happened, or `overtaken`. Nothing new may be started then. */
  get failed() {
    return this.#failure;
  }
  async begin(intents) {
    if (this.#failure) return err(this.#failure);
    if (intents.length === 0) return ok(void 0);
    const tooLarge = growthProblem(this.#stored.body, intents);
    if (tooLarge !== void 0) return err(tooLarge);
    this.#contents.begin(intents);
    return this.#save(false);
  }
  started(task) {
    if (this.#failure) return err(this.#failure);
    this.#contents.started(task);
    return this.#append({ type: "started", task });
  }
  made(task, made) {
    if (this.#failure) return err(this.#failure);
    return this.#contents.made(task, made) ? this.#append({ type: "made", task, made }) : ok(void 0);
  }
  /** Also after a failure the result is kept in memory, and in the journal if that works, for `recovery`. */
  async record(result) {
    const clean = !this.#unsaved;
    const first = this.#contents.record(result);
    this.#unsaved = true;
    if (!this.#underLock) return this.#failure ? err(this.#failure) : ok(void 0);
    if (this.#store.journal && !this.#journaling && !this.#failure && !this.#saving) {
      if (first || !clean || this.#stored.serial === 0) return this.#save(false);
      const begun = this.#startJournal();
      if (!begun.ok) this.#failure = begun.error;
    } else if (first) return this.#save(false);
    this.#append({ type: "result", ...result });
    const saved = await this.#saving;
    if (this.#failure) return err(this.#failure);
    if (saved === void 0 && this.#options.clock.now() - this.#lastWrite >= this.#checkpointMs)
      return this.#save(false);
    if (this.#unsaved) this.#schedule();
    return ok(void 0);
  }
  /** Settles a pending task of an earlier run. Stored with the next write. */
  resolvePending(task, resolution) {
    this.#contents.resolve(task, resolution);
    this.#unsaved = true;
  }
  /**
   * A checkpoint now, if there is anything to store that the same command would not find again. With the file store, not
   * sealed, it takes no turn of the event loop.
   */
  async saveNow() {
    if (this.#failure) return err(this.#failure);
    if (!this.#underLock) return ok(void 0);
    return this.#unsaved ? this.#save(false) : ok(void 0);
  }
  /**
   * Ends the run: stores what is not stored yet (the serial rises only when the body changed, or is to be
   * sealed with another key), and clears the journal.
   * @param options `clearPendingNeverStarted`: a normal exit, after which intents that never began mean nothing
   * @returns the failure that stopped the session, or of this write. `unsaved` then tells whether the store lacks
   *   results; if so, keep `recovery()` for the user
   */
  async close(options) {
    if (options.clearPendingNeverStarted) this.#contents.dropNeverStarted();
    const saved = this.#conflict ? ok(void 0) : await this.#save(true);
    clearTimeout(this.#timer);
    const mayClear = this.#underLock && !this.#unsaved;
    const cleared = (mayClear ? this.#store.journal?.clear() : void 0) ?? ok(void 0);
    return this.#failure ? err(this.#failure) : saved.ok ? cleared : saved;
  }
  /** The current state, as a store would hold it, with the versions over which it may be stored: a recovery file. */
  recovery() {
    const next = this.#stored.next(this.#body(true));
    const follows = [this.#stored.followed(), ...this.#unclear.followed()];
    const serial = Math.max(...follows.map((one) => one.serial + 1));
    const { writer, lockId, sealed } = this.#options;
    return encode({ ...next, serial }, this.#run, writer, { recovery: { follows, lockId }, seal: sealed?.seal });
  }
  /** Never the run's signal: a cancelled run has results to keep all the same. */
  get #storeDeadline() {
    return this.#options.giveUp ?? new AbortController().signal;
  }
  /** A journal that can't be written fails the session, as a store does. */
  #append(record) {
    if (this.#saving) this.#carried.push(record);
    if (!this.#journaling) return ok(void 0);
    const appended = this.#store.journal?.append(record) ?? ok(void 0);
    if (!appended.ok) this.#failure ??= appended.error;
    return appended;
  }
  #body(ended) {
    return this.#stored.withKey(this.#contents.body(ended));
  }
  /** One write at a time. */
  async #save(runEnded) {
    while (this.#saving) await this.#saving;
    if (!runEnded && this.#failure) return err(this.#failure);
    clearTimeout(this.#timer);
    this.#timer = void 0;
    const saving = this.#write(runEnded);
    this.#saving = saving;
    try {
      return await saving;
    } finally {
      if (this.#saving === saving) this.#saving = void 0;
    }
  }
  async #write(runEnded) {
    if (this.#unclear.any) await this.#resync();
    const body = this.#body(runEnded);
    const changed = !sameBody(body, this.#stored.body) || runEnded && this.#stored.sealsOver !== void 0;
    this.#unsaved = false;
    this.#carried = [];
    let saved = ok(void 0);
    if (changed || runEnded && this.#written === "checkpoint") saved = await this.#put(body, changed, runEnded);
    if (saved.ok && !runEnded && this.#underLock) saved = this.#startJournal();
    if (!saved.ok) this.#failure ??= saved.error;
    return saved;
  }
  /** A write that failed on its way may have arrived all the same: then it is what the next one follows. */
  async #resync() {
    const read = await this.#store.read(this.#storeDeadline).catch(() => void 0);
    const arrived = this.#unclear.settle(read, this.#stored.lineage);
    if (arrived) this.#moveTo(arrived.serial, arrived.revision, arrived.body);
  }
  #moveTo(serial, revision, body) {
    this.#stored.moveTo(serial, revision, body);
    this.#written = "checkpoint";
    this.#journaling = false;
  }
  async #put(body, changed, runEnded) {
    const following = this.#stored.next(body);
    const next = changed ? following : { ...following, serial: this.#stored.serial };
    const { command } = this.#options;
    const options = { run: this.#run, command, runEnded, changes: this.#contents.changes };
    const written = await this.#store.write(next, this.#stored.revision, options, this.#storeDeadline).catch((thrown) => ({ state: "unavailable", failure: unexpected(thrown) }));
    this.#lastWrite = this.#options.clock.now();
    if (written.state !== "written") {
      this.#unsaved = !sameBody(body, this.#stored.body);
      this.#conflict = written.state === "conflict";
      if (written.state === "unavailable") this.#unclear.add(next.serial, body);
      const nothingYet = this.#conflict && !this.#underLock && this.#failure === void 0;
      return err(nothingYet ? overtaken : written.failure);
    }
    this.#moveTo(next.serial, written.revision, body);
    if (runEnded) this.#written = "end";
    const { sealsOver: sealedOver } = this.#stored;
    this.#stored.sealedAnew();
    const saved = { serial: next.serial, tasks: this.#contents.tasks.size, pending: body.pending.length };
    this.#options.onSaved?.(sealedOver ? { ...saved, sealedOver } : saved);
    if (runEnded || this.#underLock) return ok(void 0);
    this.#underLock = true;
    return this.#options.whenLocked?.() ?? ok(void 0);
  }
  #startJournal() {
    const { journal } = this.#store;
    const { lineage, serial } = this.#stored;
    if (!journal || lineage === void 0 || serial === 0) return ok(void 0);
    const running = [...this.#contents.begun].map((task) => ({ type: "started", task }));
    const carried = this.#carried.filter((record) => record.type !== "started");
    const startedAgain = journal.start(lineage, serial, [...running, ...carried]);
    this.#journaling = startedAgain.ok;
    return startedAgain;
  }
  #schedule() {
    if (this.#timer !== void 0 || this.#failure) return;
    const rest = this.#checkpointMs - (this.#options.clock.now() - this.#lastWrite);
    this.#timer = setTimeout(
      () => {
        this.#timer = void 0;
        this.saveNow().catch((error) => {
          this.#failure ??= unexpected(error);
        });
      },
      Math.max(0, rest)
    );
    this.#timer.unref();
  }
};
function unexpected(thrown) {
  const { message, stack } = readThrown(thrown);
  return failure("internal", `Storing the state failed unexpectedly, please report it: ${stack ?? message}`);
}

export {
  endOrphanProcesses,
  holdContext,
  lockFirst,
  holdWithWrite,
  isLeftBehind,
  leftoversEnded,
  orphanProcessWords,
  aliveWords,
  foundSeal,
  StateSession
};
