import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  changedSecrets,
  fingerprints
} from "./chunk-BUJDWKXV.js";
import {
  shownOutputs
} from "./chunk-H6W3A4JT.js";

// src/engine/plan/plan-digest.ts
function planItems(tasks, tools) {
  const items = tasks.filter(isChange).map((planned) => planItem(planned, tools));
  return new Map(items.sort((one, other) => one.name < other.name ? -1 : 1).map((item) => [item.name, item]));
}
function isChange({ decision, status }) {
  return status !== "planned" || !decision.silent && decision.change !== "noop" && decision.change !== "none";
}
function planItem(planned, tools) {
  const { name, apiVersion, kind, decision, status, desired, entry, facts, formerName, processor } = planned;
  const { digest, redact } = tools;
  const wanted = wantedDigest(planned, desired, tools);
  const recorded = entry === void 0 ? null : digest({
    spec: entry.spec,
    status: entry.status,
    outputs: shownOutputs(entry).outputs,
    // Which variables they come from.
    ...entry.secrets ? { secrets: entry.secrets } : {}
  });
  const doubtful = tools.mayMissSecrets === true && takesSecrets(planned);
  const live = facts === void 0 || doubtful && isAsRecorded(planned) ? null : digest(redact(facts));
  const awaits = desired ? [...new Set([...desired.unknowns.values()].flat())].sort() : [];
  const { change } = decision;
  const secrets = tools.sealed && desired && entry?.fingerprints ? fingerprints(desired.secrets, tools.sealed) : {};
  const known = doubtful && entry && desired ? changedSecrets(entry, desired.secrets, tools.sealed) : void 0;
  const told = known ? Object.fromEntries(Object.entries(secrets).filter(([one]) => known.has(one))) : secrets;
  const whole = {
    name,
    apiVersion,
    kind,
    change,
    status,
    formerName: formerName ?? null,
    wanted,
    recorded,
    live,
    secrets: told,
    // Of a deletion nothing is wanted, and code acts all the same.
    version: processor?.version ?? null
  };
  return { name, change, wanted, recorded, live, awaits, digest: digest(whole) };
}
function takesSecrets({ desired, recorded }) {
  return [desired, recorded].some((one) => (one?.secrets?.size ?? 0) > 0 || (one?.missing?.size ?? 0) > 0);
}
function isAsRecorded({ entry, decision }) {
  return entry !== void 0 && !["resource-changed", "both", "missing"].includes(decision.drift);
}
function wantedDigest({ apiVersion, kind, processor }, desired, { digest }) {
  return desired ? digest({ apiVersion, kind, version: processor?.version ?? null, spec: desired.stored }) : null;
}
function planDigest({ project, context, action }, items, digest) {
  const changes = Array.from(items, ([name, changed]) => [name, changed]);
  changes.sort((one, other) => one[0] < other[0] ? -1 : 1);
  return digest({ project, context, action, changes });
}

// src/engine/plan/compare-with-review.ts
function compareWithReview(now, reviewed, record, digest) {
  if (now.digest === reviewed.digest) return { same: true, done: [] };
  const resumed = resume(now, reviewed.digest, record, digest);
  if (resumed) return { same: true, done: resumed };
  return { same: false, differences: reviewed.changes && differences(now, reviewed.changes) };
}
function resume(now, reviewed, record, digest) {
  if (record?.digest !== reviewed) return void 0;
  const recorded = Object.entries(record.items);
  const made = planDigest(
    now,
    recorded.map(([name, item]) => [name, item.digest]),
    digest
  );
  if (made !== reviewed) return void 0;
  const names = new Set(Object.keys(record.items));
  if ([...now.items.keys()].some((name) => !names.has(name))) return void 0;
  const done = [];
  for (const [name, item] of recorded) {
    const left = now.items.get(name);
    if (left?.digest === item.digest) continue;
    const wanted = now.desiredDigest(name, new Set(item.awaits));
    if ((wanted ?? null) !== item.wanted || left && !mayBecome(item.change, left.change)) return void 0;
    if (!left) done.push(name);
  }
  return done;
}
function mayBecome(reviewed, now) {
  if (reviewed === now) return true;
  switch (reviewed) {
    case "create":
    case "adopt":
      return now === "create" || now === "update" || now === "adopt";
    case "update":
      return now === "create";
    case "replace":
      return now === "create" || now === "update" || now === "adopt";
    default:
      return false;
  }
}
function differences(now, reviewed) {
  const found = [];
  for (const task of [.../* @__PURE__ */ new Set([...reviewed.keys(), ...now.items.keys()])].sort()) {
    const before = reviewed.get(task);
    const after = now.items.get(task);
    const because = before && after ? reasons(before, after) : [];
    if (before && after && before.change === after.change && because.length === 0) continue;
    found.push({ task, reviewed: before?.change, now: after?.change, because });
  }
  return found;
}
function reasons(before, after) {
  const sides = [
    ["wanted", "manifest"],
    ["recorded", "state"],
    ["live", "resource"]
  ];
  return sides.filter(([side]) => !sameStart(before[side], after[side])).map(([, what]) => what);
}
function sameStart(short, whole) {
  if (short === null || whole === null) return short === whole;
  return shortDigest(whole) === shortDigest(short);
}
var shortLength = 8;
function shortDigest(digest) {
  return digest.slice(digest.indexOf(":") + 1).slice(0, shortLength);
}
function reviewedChange({ change, wanted, recorded, live }) {
  const short = (digest) => digest === null ? null : shortDigest(digest);
  return { change, wanted: short(wanted), recorded: short(recorded), live: short(live) };
}
function reviewRecord(digest, items) {
  const kept = [...items.values()].map(
    ({ name, change, digest: own, wanted, awaits }) => [name, { change, digest: own, wanted, ...awaits.length > 0 ? { awaits } : {} }]
  );
  return { digest, items: Object.fromEntries(kept) };
}
function untouched(record, changed) {
  for (const task of changed) if (record && Object.hasOwn(record.items, task)) return void 0;
  return record;
}

export {
  planItems,
  wantedDigest,
  planDigest,
  compareWithReview,
  mayBecome,
  reviewedChange,
  reviewRecord,
  untouched
};
