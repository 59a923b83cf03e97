import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  StateSession,
  aliveWords,
  endOrphanProcesses,
  foundSeal,
  orphanProcessWords
} from "./chunk-CQ75NESB.js";
import {
  emptyCounts
} from "./chunk-O5UACIXT.js";
import {
  terminalSurface
} from "./chunk-NZX5AGU2.js";
import {
  references
} from "./chunk-N35UVQ2N.js";
import {
  globMatcher
} from "./chunk-PN4IT2FT.js";
import {
  sameBody
} from "./chunk-DTF5GTS3.js";
import {
  isSealed
} from "./chunk-J4HGFYZ3.js";
import {
  shownName
} from "./chunk-PQ6DQE26.js";
import {
  err,
  explained,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  commandLine
} from "./chunk-FOQK4HC4.js";
import {
  nearest
} from "./chunk-DGTLEPWR.js";

// src/app/state/carry-over.ts
import { randomUUID } from "node:crypto";

// src/engine/recorded/new-context.ts
function withNewContext(body, from, to) {
  if (from === to) return body;
  const rename = (name) => name === from ? to : name;
  const tasks = each(Object.entries(body.tasks), (one) => {
    const entry = entryIn(one[1], rename);
    return entry === one[1] ? one : [one[0], entry];
  });
  const undo = each(body.undo, (one) => {
    const before = one.before && entryIn(one.before, rename);
    return before === one.before ? one : { ...one, before };
  });
  const pending = each(body.pending, (intent) => scopesIn(intent, rename));
  const recorded = tasks.some(([name, entry]) => entry !== body.tasks[name]);
  const same = !recorded && undo === body.undo && pending === body.pending;
  return same ? body : { ...body, tasks: Object.fromEntries(tasks), undo, pending };
}
function entryIn(entry, rename) {
  const scoped = scopesIn(entry, rename);
  const { outputs, sensitiveOutputs: sensitive = [] } = entry;
  const bound = (key) => outputIn(key, rename) !== key;
  if (![...Object.keys(outputs), ...sensitive].some(bound)) return scoped;
  const renamed2 = Object.entries(outputs).map(([key, value]) => [outputIn(key, rename), value]);
  const names = sensitive.map((key) => outputIn(key, rename));
  return {
    ...scoped,
    outputs: Object.fromEntries(renamed2),
    ...entry.sensitiveOutputs ? { sensitiveOutputs: names } : {}
  };
}
function outputIn(key, rename) {
  const [command, context, ...name] = key.split(":");
  return context === void 0 || name.length === 0 ? key : [command, rename(context), ...name].join(":");
}
function scopesIn(entry, rename) {
  const scope = each(entry.scope, (rule) => {
    const contexts = rule.contexts && each(rule.contexts, rename);
    return contexts === rule.contexts ? rule : { ...rule, ...contexts && { contexts } };
  });
  const { preventDestroy } = entry.lifecycle;
  const protects = typeof preventDestroy === "object" ? each(preventDestroy, rename) : preventDestroy;
  if (scope === entry.scope && protects === preventDestroy) return entry;
  const lifecycle = protects === preventDestroy ? entry.lifecycle : { ...entry.lifecycle, preventDestroy: protects };
  return { ...entry, scope, lifecycle };
}
function each(list, change) {
  const changed = list.map(change);
  return changed.some((one, index) => one !== list[index]) ? changed : list;
}

// src/app/state/carry-over.ts
async function carryOver(work) {
  const { from, command, run, lock: options, session, signal, giveUp, tell } = work;
  const holder = { id: randomUUID(), command, ...from.name, since: session.clock.timestamp(), run };
  const lock = await from.store.lock?.(holder, options, signal);
  if (lock !== void 0 && lock.state !== "locked") return err(lock.failure);
  try {
    return await carryLocked(work);
  } finally {
    const released = await lock?.release(giveUp);
    if (released?.ok === false) tell("warning", "lock-not-released", released.error.message);
  }
}
async function carryLocked(work) {
  const { from, to, command, run, sealing, signal, giveUp, tell } = work;
  const { localFolder } = from.store;
  if (localFolder !== void 0) {
    const { ended, alive } = await endOrphanProcesses(localFolder);
    if (alive.length > 0) return err(failure("state-locked", aliveWords(alive, from.name)));
    if (ended.length > 0)
      tell(
        "notice",
        "leftovers-ended",
        `an earlier run was killed; ended what it had left: ${orphanProcessWords(ended)}`
      );
  }
  const opened = await StateSession.open(from.store, { ...work.session, ...from.name, command, run }, signal);
  if (!opened.ok) return opened;
  const saved = await opened.value.saveNow();
  if (!saved.ok) return saved;
  const read = await from.store.read(signal);
  if (read.state === "unavailable") return err(read.failure);
  if (read.state === "absent" || !to.store.takeOver) return err(gone(from.name));
  const next = renamed(read, from.name, to.name);
  const options = { run, command, runEnded: false, changes: {} };
  const written = await to.store.takeOver(from.store, next, read.revision, options, giveUp);
  if (written.state !== "written") return err(written.failure);
  const cleared = from.store.journal?.clear() ?? ok(void 0);
  if (!cleared.ok) tell("warning", "journal-not-cleared", cleared.error.message);
  const found = sealing && await foundSeal(read, sealing.seal);
  return ok({ serial: next.serial, tasks: Object.keys(next.body.tasks).length, found });
}
function renamed({ snapshot, data }, from, to) {
  const { fingerprintKey, ...open } = withNewContext(snapshot.body, from.context, to.context);
  const keeps = fingerprintKey !== void 0 && isSealed(data);
  const body = keeps ? { ...open, fingerprintKey } : open;
  const serial = sameBody(body, snapshot.body) ? snapshot.serial : snapshot.serial + 1;
  return { ...snapshot, ...to, serial, body };
}
function readUnder({ store, name }, to) {
  const { backend, location, openTo, journal } = store;
  return {
    backend,
    location,
    ...openTo === void 0 ? {} : { openTo },
    read: async (signal) => {
      const read = await store.read(signal);
      if (read.state !== "found") return read;
      return { ...read, snapshot: { ...renamed(read, name, to), serial: read.snapshot.serial } };
    },
    write: () => Promise.reject(new Error(`nothing is written under the former name ${shownName(name)}`)),
    lockedBy: async (signal) => store.lockedBy?.(signal),
    ...journal ? { journal } : {}
  };
}
function gone(name) {
  const message = `The state of ${shownName(name)} was to be carried over, and another run has taken it away meanwhile. Nothing was changed; run again.`;
  return failure("state-conflict", message);
}

// src/app/state/former-state.ts
function formerPlaces({ manifest, project, formerDefaults }, { name: context, formerNames = [] }) {
  const projects = (manifest.project?.formerNames ?? []).map((name, index) => ({
    name,
    location: manifest.project?.locate(`/metadata/formerNames/${index}`)
  }));
  return [
    ...formerNames.map(({ name, location }) => ({ name: { project, context: name }, location })),
    ...projects.map(({ name, location }) => ({ name: { project: name, context }, location })),
    ...projects.flatMap(
      (one) => formerNames.map(({ name }) => ({ name: { project: one.name, context: name }, location: one.location }))
    ),
    ...formerDefaults.map((name) => ({ name: { project: name, context }, location: void 0 }))
  ];
}
async function findFormer(search) {
  const { own, places, signal } = search;
  if (places.length === 0) return ok(void 0);
  const read = await own.store.read(signal);
  if (read.state === "found") return findLeft(search, read.snapshot);
  if (read.state === "unavailable" && !read.movedTo && !read.missing) return ok(void 0);
  const found = [];
  for (const place of places) {
    const store = await search.open(place.name);
    const there = await store.read(signal);
    if (there.state === "found") {
      if (place.location !== void 0 || isOf(there.snapshot, search.tasks))
        found.push({ name: place.name, store, read: there, place, unfinished: false });
    } else if (there.state === "unavailable" && !there.movedTo && !there.missing && place.location !== void 0)
      return err(there.failure);
  }
  const [first, second] = found;
  if (first === void 0 || second?.place.location === void 0) return ok(first);
  return err(several(own.name, first, second));
}
async function findLeft(search, here) {
  const { own, signal } = search;
  for (const place of search.places) {
    if (place.location === void 0) continue;
    const store = await search.open(place.name);
    const holds = await store.holds?.(signal) ?? ok(false);
    if (!holds.ok) return holds;
    if (!holds.value) continue;
    const read = await store.read(signal);
    if (read.state === "unavailable") return err(read.failure);
    if (read.state === "absent") continue;
    const { lineage, body } = renamed(read, place.name, own.name);
    if (lineage !== here.lineage || !sameBody(body, here.body)) return err(both(search, here, place, read.snapshot));
    return ok({ name: place.name, store, read, place, unfinished: true });
  }
  return ok(void 0);
}
function isOf({ body }, tasks) {
  const kinds = new Map(
    tasks.flatMap(
      ({ name, formerNames, apiVersion, kind }) => [name, ...formerNames].map((one) => [one, `${apiVersion} ${kind}`])
    )
  );
  const recorded = [...Object.entries(body.tasks), ...body.pending.map((intent) => [intent.task, intent])];
  return recorded.length > 0 && recorded.every(([name, one]) => kinds.get(name) === `${one.apiVersion} ${one.kind}`);
}
function both({ own: { name: now }, flags }, here, { name, location }, there) {
  const line = (...words) => `\`${commandLine(["opus", "state", ...words, ...flags])}\``;
  const list = line("list", "--project", name.project, "--context", name.context);
  const away = ["--from-project", now.project, "--from-context", now.context, "--to-project", `${now.project}-unused`];
  const message = `${shownName(now)} has a state (serial ${here.serial}), and its former name ${shownName(name)} has one, too (serial ${there.serial}), so it can't be told which of them counts`;
  return located(
    message,
    `Nothing was changed. Compare the two: ${list} shows the former one. If ${shownName(now)} counts, delete this entry of \`formerNames\`; else move the other out of the way with ${line("mv", ...away)}.`,
    location
  );
}
function several(now, first, second) {
  const message = `two former names of ${shownName(now)} have a state: ${shownName(first.name)} (serial ${first.read.snapshot.serial}) and ${shownName(second.name)} (serial ${second.read.snapshot.serial}), so it can't be told which of them counts`;
  return located(
    message,
    "Nothing was changed. Compare the two with `opus state list --project NAME --context NAME`, and delete the other one from `formerNames`.",
    second.place.location
  );
}
function located(message, suggestion, location) {
  return explained("state-conflict", message, { code: "former-name-has-state", suggestion, location });
}

// src/app/context/forget.ts
async function forget({ session, settings, context, notice }) {
  const dropped = await forgetTasks(session, settings.targets, context, settings.surface);
  if (!dropped.ok) return dropped;
  const tasks = dropped.value;
  for (const { name } of tasks) notice("forgotten", `dropped "${name}" from state; its resource was left as it is`);
  const order = tasks.map(({ name }) => name);
  const stranded = strandedBy(order, session.tasks);
  if (stranded !== void 0) notice("forgotten", stranded);
  return ok({ tasks, order, counts: { ...emptyCounts(), forget: tasks.length } });
}
async function forgetTasks(session, targets, context, surface = terminalSurface) {
  if (targets.length === 0) {
    const message = `the command forget needs ${surface.setting("target")}: the recorded tasks to drop from state`;
    return err(failure("invalid-input", message));
  }
  const found = /* @__PURE__ */ new Map();
  for (const target of targets) {
    const matches = globMatcher([target]);
    const matched = [...session.tasks].filter(([name]) => matches(name));
    if (matched.length === 0) {
      const known = [...session.tasks.keys()].slice(0, 20).join(", ") || "nothing";
      const message = `target "${target}" matches nothing that is recorded in the context "${context}" (recorded: ${known})`;
      const near = nearest(target, session.tasks.keys());
      return err(explained("invalid-input", message, { suggestion: near && `Did you mean "${near}"?` }));
    }
    for (const [name, entry] of matched) found.set(name, entry);
  }
  for (const [name, entry] of found) {
    const undo = { task: name, change: "forget", before: entry };
    const recorded = await session.record({ task: name, entry: null, undo });
    if (!recorded.ok) return recorded;
  }
  return ok([...found].map(([name, entry]) => forgotten(name, entry)));
}
function strandedBy(dropped, tasks) {
  const gone2 = new Set(dropped);
  const uses = (entry) => {
    for (const { reference } of references(entry.spec))
      if (reference.source === "VAR" && gone2.has(reference.name.split(":")[0] ?? "")) return true;
    return false;
  };
  const names = [...tasks].filter(([, entry]) => uses(entry)).map(([name]) => `"${name}"`);
  if (names.length === 0) return void 0;
  return `recorded with a sensitive output of what was dropped: ${names.join(", ")}; without it they may not be deleted or rolled back. \`rollback\` takes it into state again`;
}
function forgotten(name, { apiVersion, kind, outputs: _ }) {
  return {
    name,
    apiVersion,
    kind,
    change: "forget",
    reason: "forgotten on command",
    status: "done",
    drift: "untracked",
    fields: [],
    durationMs: 0,
    outputs: {},
    error: null,
    location: null,
    dependencies: []
  };
}

// src/app/context/open-session.ts
var mostLooks = 5;
async function openSession(store, open, locked, signal) {
  let before;
  for (let looks = 1; ; looks++) {
    const opened = await open();
    if (!opened.ok) return opened;
    const session = opened.value;
    if (locked || session.contents.pending.length === 0) return ok({ session, writer: void 0 });
    const writer = await store.lockedBy?.(signal);
    const still = !store.lockedBy || session.stored.revision === before?.stored.revision;
    if (writer || still || looks === mostLooks) return ok({ session, writer });
    before = session;
  }
}
function isUnfinished({ contents, stored, unsaved }) {
  return contents.pending.length > 0 || stored.journalled || unsaved;
}

export {
  forget,
  forgetTasks,
  openSession,
  isUnfinished,
  carryOver,
  readUnder,
  formerPlaces,
  findFormer
};
