import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  ours
} from "./chunk-7XIGAEOE.js";
import {
  sumCounts,
  zeroCounts
} from "./chunk-O5XBFK7F.js";
import {
  countNames
} from "./chunk-2MTA73YI.js";
import {
  failureReasons
} from "./chunk-4COZKLNI.js";
import {
  isObject
} from "./chunk-OYQK6QYK.js";

// src/hooks/comment/left.ts
import { createHash } from "node:crypto";
var nothingLeft = { named: [], unnamed: { number: 0, failed: 0, counts: zeroCounts } };
var mostForNames = 3e4;
var mostCounted = 1e12;
function keyOf(context) {
  return createHash("sha256").update(context).digest("hex").slice(0, 16);
}
function numberLeft({ named, unnamed }) {
  return named.length + unnamed.number;
}
function groupsOf(named) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of named) {
    const group = groups.get(headOf(one));
    if (group) group.push(one);
    else groups.set(headOf(one), [one]);
  }
  return groups;
}
function withLeft({ named, unnamed, doubtful }, parts) {
  const kept = [...named];
  const nameless = [];
  const isDoubtful = ({ key }) => doubtful?.has(key) ?? false;
  const heads = new Set(named.map(headOf));
  let size = sum([...heads].map((head2) => head2.length)) + sum(named.map(sizeOf));
  const all = parts.map(({ facts: { context, command, phase, failure, stamp, counts } }) => {
    return { key: keyOf(context), command, phase, failure, stamp, counts };
  });
  for (const one of all.sort((a, b) => Number(isDoubtful(a)) - Number(isDoubtful(b)))) {
    const head2 = headOf(one);
    const more = sizeOf(one) + (heads.has(head2) ? 0 : head2.length);
    if (size + more > mostForNames) nameless.push(one);
    else {
      size += more;
      heads.add(head2);
      kept.push(one);
    }
  }
  const sure = together(nameless.filter((one) => !isDoubtful(one)));
  const rest = larger(unnamed, together(nameless.filter(isDoubtful)));
  return { named: kept, unnamed: combined(rest, sure, (a, b) => a + b) };
}
function together(contexts) {
  const failed = contexts.filter(({ failure, phase }) => failure !== null && phase === "planned").length;
  return { number: contexts.length, failed, counts: sumCounts(contexts) };
}
function leftBeside(current, contexts) {
  if (!current) return nothingLeft;
  const left = withoutContexts(current.left, contexts);
  if (left.unnamed.number === 0) return left;
  const known = new Set(current.parts.map(({ facts }) => keyOf(facts.context)));
  for (const { key } of current.left.named) known.add(key);
  return { ...left, doubtful: new Set(contexts.map(keyOf).filter((key) => !known.has(key))) };
}
function withoutContexts({ named, unnamed }, contexts) {
  const keys = new Set(named.length === 0 ? [] : Array.from(contexts, keyOf));
  return { named: named.filter(({ key }) => !keys.has(key)), unnamed };
}
function joinedLeft(one, other) {
  const keys = new Set(other.named.map(({ key }) => key));
  return {
    named: [...one.named.filter(({ key }) => !keys.has(key)), ...other.named],
    unnamed: larger(one.unnamed, other.unnamed)
  };
}
function larger(one, other) {
  return combined(one, other, Math.max);
}
function combined(one, other, how) {
  const both = (a, b) => Math.min(mostCounted, how(a, b));
  const counts = countNames.map((name) => [name, both(one.counts[name], other.counts[name])]);
  return {
    number: both(one.number, other.number),
    failed: both(one.failed, other.failed),
    counts: { ...zeroCounts, ...Object.fromEntries(counts) }
  };
}
function headOf({ command, phase, failure, stamp }) {
  return JSON.stringify({ command, phase, failure, stamp, contexts: [] });
}
function packedCounts(counts) {
  const all = countNames.map((name) => counts[name]);
  return all.slice(0, all.findLastIndex((count) => count > 0) + 1);
}
function sizeOf({ key, counts }) {
  return JSON.stringify([key, ...packedCounts(counts)]).length + 1;
}
function sum(numbers) {
  return numbers.reduce((all, one) => all + one, 0);
}

// src/hooks/comment/model.ts
var phases = ["planned", "applying", "applied", "failed", "refused", "cancelled"];
var mostForChanges = 1e4;
function toldChanges(changes2) {
  return changes2 && JSON.stringify(changes2).length <= mostForChanges ? changes2 : null;
}
function isFrozen({ parts, left }) {
  return [...parts.map(({ facts }) => facts), ...left.named].some(({ phase }) => phase !== "planned");
}

// src/hooks/comment/marker.ts
var head = "<!-- opus ";
var tail = " -->";
var format = "opus-comment";
var version = 1;
var changes = ["create", "update", "replace", "delete", "adopt", "forget", "noop", "none"];
function renderMarker({ project, parts, left, digests }) {
  const contexts = parts.map(({ counts, changes: told, ...facts }, index) => ({
    ...facts,
    texts: digests[index],
    counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    changes: told && Object.fromEntries(Object.entries(told).map(([task, one]) => [task, packed(one)]))
  }));
  const text = JSON.stringify({ format, version, project, contexts, ...packedLeft(left) });
  const closed = text.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replaceAll("--", "-\\u002d");
  return ours(head + closed.replace(/[^ -~]/g, escaped) + tail);
}
function readMarker(body) {
  const line = body.split(/\r?\n/, 1)[0] ?? "";
  if (!line.startsWith(head) || !line.endsWith(tail)) return void 0;
  let parsed;
  try {
    parsed = JSON.parse(line.slice(head.length, -tail.length));
  } catch {
    return void 0;
  }
  if (!isObject(parsed) || parsed.format !== format || parsed.version !== version) return void 0;
  const { project, contexts } = parsed;
  if (typeof project !== "string" || !Array.isArray(contexts)) return void 0;
  const parts = contexts.map(readFacts);
  if (!parts.every((part) => part !== void 0)) return void 0;
  const digests = contexts.map((one) => isObject(one) && typeof one.texts === "string" ? one.texts : void 0);
  const left = readLeft(parsed.left, parsed.unnamed);
  return left && { project, parts, left, digests };
}
function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function readFacts(value) {
  if (!isObject(value)) return void 0;
  const { context, command, digest, seal, failure, phase, stamp } = value;
  const planned = readMoment(value.planned);
  const known = phases.find((one) => one === phase);
  const counts = readCounts(value.counts);
  const reason = failureReasons.find((one) => one === failure);
  if (typeof context !== "string" || typeof command !== "string" || typeof stamp !== "string") return void 0;
  if (!planned || !known || !counts || !isDigestOrNull(digest) || !isDigestOrNull(seal)) return void 0;
  if (failure !== null && reason === void 0) return void 0;
  return {
    context,
    command,
    digest,
    seal,
    counts,
    failure: reason ?? null,
    planned,
    phase: known,
    ended: readMoment(value.ended) ?? null,
    stamp,
    changes: readChanges(value.changes)
  };
}
function isTextOrNull(value) {
  return value === null || typeof value === "string";
}
function isDigestOrNull(value) {
  return value === null || typeof value === "string" && /^(?:sha256|hmac-sha256):[0-9a-f]{64}$/.test(value);
}
function packedLeft({ named, unnamed }) {
  const groups = [...groupsOf(named).values()].map((group) => {
    const { key: _, counts: __, ...common } = group[0];
    return { ...common, contexts: group.map(({ key, counts }) => [key, ...packedCounts(counts)]) };
  });
  return {
    ...groups.length > 0 ? { left: groups } : {},
    ...unnamed.number > 0 ? { unnamed: { ...unnamed, counts: packedCounts(unnamed.counts) } } : {}
  };
}
function readLeft(groups = [], unnamed) {
  if (!Array.isArray(groups)) return void 0;
  const named = groups.flatMap((group) => readGroup(group) ?? [void 0]);
  const rest = unnamed === void 0 ? nothingLeft.unnamed : readUnnamed(unnamed);
  return rest && named.every((one) => one !== void 0) ? { named, unnamed: rest } : void 0;
}
function readGroup(value) {
  if (!isObject(value)) return void 0;
  const { command, stamp, contexts } = value;
  const phase = phases.find((one) => one === value.phase);
  const failure = value.failure === null ? null : failureReasons.find((one) => one === value.failure);
  if (typeof command !== "string" || typeof stamp !== "string" || !phase || failure === void 0) return void 0;
  if (!Array.isArray(contexts)) return void 0;
  return contexts.map((one) => {
    const [key, ...numbers] = Array.isArray(one) ? one : [];
    const counts = readPackedCounts(numbers);
    if (typeof key !== "string" || !/^[0-9a-f]{16}$/.test(key) || !counts) return void 0;
    return { key, command, phase, failure, stamp, counts };
  });
}
function readUnnamed(value) {
  if (!isObject(value)) return void 0;
  const { number, failed } = value;
  const counts = Array.isArray(value.counts) ? readPackedCounts(value.counts) : void 0;
  return isCount(number) && isCount(failed) && failed <= number && counts ? { number, failed, counts } : void 0;
}
function readPackedCounts(numbers) {
  if (numbers.length > countNames.length || !numbers.every(isCount)) return void 0;
  const named = Object.fromEntries(numbers.map((count, index) => [countNames[index], count]));
  return { ...zeroCounts, ...named };
}
function isCount(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= mostCounted;
}
function readMoment(value) {
  if (!isObject(value)) return void 0;
  const { run, attempt, commit, at } = value;
  const isSound = typeof run === "string" && /^\d{0,20}$/.test(run) && typeof attempt === "number" && Number.isSafeInteger(attempt) && typeof commit === "string" && /^[0-9a-f]{0,64}$/.test(commit) && typeof at === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at));
  return isSound ? { run, attempt, commit, at } : void 0;
}
function readCounts(value) {
  if (!isObject(value)) return void 0;
  const counts = { ...zeroCounts };
  for (const name of countNames) {
    const count = value[name] ?? 0;
    if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 0) return void 0;
    counts[name] = count;
  }
  return counts;
}
function packed({ change, wanted, recorded, live }) {
  return [change, wanted, recorded, live];
}
function readChanges(value) {
  if (!isObject(value)) return null;
  const found = [];
  for (const [task, packedChange] of Object.entries(value)) {
    if (!Array.isArray(packedChange)) return null;
    const [change, wanted, recorded, live] = packedChange;
    if (typeof change !== "string" || !changes.includes(change)) return null;
    if (!isTextOrNull(wanted) || !isTextOrNull(recorded) || !isTextOrNull(live)) return null;
    found.push([task, { change, wanted, recorded, live }]);
  }
  return Object.fromEntries(found);
}

export {
  nothingLeft,
  keyOf,
  numberLeft,
  withLeft,
  leftBeside,
  withoutContexts,
  joinedLeft,
  toldChanges,
  isFrozen,
  renderMarker,
  readMarker
};
