import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  md,
  ours
} from "./chunk-DTGBYTTG.js";
import {
  sumCounts,
  zeroCounts
} from "./chunk-33HS6KZX.js";
import {
  failureReasons
} from "./chunk-HL4FL66I.js";
import {
  countNames
} from "./chunk-CFNOMM4R.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";

// src/hooks/comment/contexts-without-room.ts
import { createHash } from "node:crypto";

// src/hooks/comment/model.ts
var phases = ["planned", "applying", "applied", "failed", "refused", "cancelled"];
function partKey({ project = "", context }) {
  return JSON.stringify([project, context]);
}
var mostForChanges = 1e4;
function toldChanges(changes2) {
  return changes2 && JSON.stringify(changes2).length <= mostForChanges ? changes2 : null;
}
function inOrder(parts) {
  const rank = ({ facts: { context, place } }) => context === "" ? -1 : place ?? Number.MAX_SAFE_INTEGER;
  const compared = (one, other) => one === other ? 0 : one < other ? -1 : 1;
  return [...parts].sort(
    (one, other) => compared(one.facts.project ?? "", other.facts.project ?? "") || rank(one) - rank(other) || compared(one.facts.context, other.facts.context)
  );
}
function outdatedParts(parts) {
  const newest = parts.reduce(
    (last, part) => last && last.facts.planned.at >= part.facts.planned.at ? last : part,
    void 0
  );
  if (!newest) return /* @__PURE__ */ new Set();
  const { commit } = newest.facts.planned;
  const failed = parts.filter(({ facts }) => facts.context === "");
  return new Set(
    parts.filter(({ facts: { project, phase, planned, context } }) => {
      if (phase !== "planned" || context === "") return false;
      const isOfOlderCommit = commit !== "" && planned.commit !== "" && planned.commit !== commit;
      const isOfAll = (one) => one.project === project || one.project === "";
      return isOfOlderCommit || failed.some(
        ({ facts }) => isOfAll(facts) && facts.planned.run !== planned.run && facts.planned.at >= planned.at
      );
    })
  );
}
function isFrozen({ parts, left }) {
  return [...parts.map(({ facts }) => facts), ...left.named].some(({ phase }) => phase !== "planned");
}

// src/hooks/comment/contexts-without-room.ts
var nothingLeft = { named: [], unnamed: { number: 0, failed: 0, counts: zeroCounts } };
var mostForNames = 3e4;
var mostForPlans = 2e4;
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
  const isDoubtful = (one) => doubtful?.has(nameOfLeft(one)) ?? false;
  const heads = new Set(named.map(headOf));
  let size = sum([...heads].map((head2) => head2.length)) + sum(named.map(sizeOf));
  let plans = sum(named.map(planSizeOf));
  const all = parts.map(({ facts }) => leftOf(facts));
  for (const one of all.sort((a, b) => Number(isDoubtful(a)) - Number(isDoubtful(b)))) {
    const head2 = headOf(one);
    const more = sizeOf(one) + (heads.has(head2) ? 0 : head2.length);
    if (size + more > mostForNames) nameless.push(one);
    else {
      size += more;
      plans += planSizeOf(one);
      heads.add(head2);
      kept.push(plans > mostForPlans ? withoutPlan(one) : one);
    }
  }
  const sure = together(nameless.filter((one) => !isDoubtful(one)));
  const rest = larger(unnamed, together(nameless.filter(isDoubtful)));
  return { named: kept, unnamed: combined(rest, sure, (a, b) => a + b) };
}
function leftOf(facts) {
  const { project, context, command, phase, failure, stamp, counts, writer, digest, seal } = facts;
  return {
    key: keyOf(context),
    command,
    phase,
    failure,
    stamp,
    counts,
    ...project === void 0 ? {} : { project },
    ...writer === void 0 ? {} : { writer },
    ...digest === null ? {} : { plan: { digest, seal } }
  };
}
function withoutPlan({ plan: _, ...one }) {
  return one;
}
function together(contexts) {
  const failed = contexts.filter(({ failure, phase }) => failure !== null && phase === "planned").length;
  return { number: contexts.length, failed, counts: sumCounts(contexts) };
}
function leftBeside(current, contexts) {
  if (!current) return nothingLeft;
  const left = withoutContexts(current.left, contexts);
  if (left.unnamed.number === 0) return left;
  const known = new Set(current.parts.map(({ facts }) => nameOf(facts)));
  for (const one of current.left.named) known.add(nameOfLeft(one));
  return { ...left, doubtful: new Set(contexts.map(nameOf).filter((name) => !known.has(name))) };
}
function withoutContexts({ named, unnamed }, contexts) {
  const names = new Set(named.length === 0 ? [] : Array.from(contexts, nameOf));
  return { named: named.filter((one) => !names.has(nameOfLeft(one))), unnamed };
}
function nameOfLeft({ project, key }) {
  return partKey({ ...project === void 0 ? {} : { project }, context: key });
}
function nameOf({ context, ...rest }) {
  return nameOfLeft({ ...rest, key: keyOf(context) });
}
function joinedLeft(one, other) {
  const names = new Set(other.named.map(nameOfLeft));
  return {
    named: [...one.named.filter((left) => !names.has(nameOfLeft(left))), ...other.named],
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
function headOf({ command, phase, failure, stamp, writer }) {
  return JSON.stringify({ command, phase, failure, stamp, writer, contexts: [] });
}
function packedCounts(counts) {
  const all = countNames.map((name) => counts[name]);
  return all.slice(0, all.findLastIndex((count) => count > 0) + 1);
}
function sizeOf({ project, key, counts }) {
  const named = project === void 0 ? 0 : JSON.stringify(project).length + 1;
  return JSON.stringify([key, ...packedCounts(counts)]).length + 1 + named;
}
function planSizeOf({ plan }) {
  return plan === void 0 ? 3 : plan.seal === null ? 47 : 92;
}
function sum(numbers) {
  return numbers.reduce((all, one) => all + one, 0);
}

// src/hooks/rendering/hidden-line.ts
var head = "<!-- opus ";
var tail = " -->";
function hiddenLine(value) {
  const text = JSON.stringify(value);
  const closed = text.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replaceAll("--", "-\\u002d");
  return ours(head + closed.replace(/[^ -~]/g, escaped) + tail);
}
function readHiddenLine(body) {
  const line = body.split(/\r?\n/, 1)[0] ?? "";
  if (!line.startsWith(head) || !line.endsWith(tail)) return void 0;
  try {
    const parsed = JSON.parse(line.slice(head.length, -tail.length));
    return isObject(parsed) ? parsed : void 0;
  } catch {
    return void 0;
  }
}
function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

// src/hooks/comment/packed.ts
var changes = ["create", "update", "replace", "delete", "adopt", "forget", "noop", "none"];
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
function readFailure(value) {
  return value === null ? null : failureReasons.find((one) => one === value);
}
var algorithms = { s: "sha256", h: "hmac-sha256" };
function packedPlan({ digest, seal }) {
  return packedDigest(digest) + (seal === null ? "" : packedDigest(seal));
}
function packedDigest(digest) {
  const at = digest.indexOf(":");
  const sign = digest.startsWith("hmac") ? "h" : "s";
  return sign + Buffer.from(digest.slice(at + 1), "hex").toString("base64url");
}
function readPackedPlan(value) {
  if (typeof value !== "string" || !/^(?:[sh][\w-]{43}){1,2}$/.test(value)) return void 0;
  const [digest = "", seal] = [value.slice(0, 44), value.slice(44)].map(unpackedDigest);
  return { digest, seal: seal || null };
}
function unpackedDigest(packed) {
  if (packed === "") return "";
  const algorithm = algorithms[packed.startsWith("h") ? "h" : "s"];
  return `${algorithm}:${Buffer.from(packed.slice(1), "base64url").toString("hex")}`;
}
function packedChanges(told) {
  if (told === null) return null;
  const all = Object.entries(told).map(([task, { change, wanted, recorded, live }]) => {
    return [task, [change, wanted, recorded, live]];
  });
  return Object.fromEntries(all);
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
function isTextOrNull(value) {
  return value === null || typeof value === "string";
}

// src/hooks/comment/boundaries.ts
import { createHash as createHash2 } from "node:crypto";
var textNames = ["callouts", "result", "changes", "terminal"];
var end = md`<!-- opus:end -->`;
var boundary = /^<!-- opus:(?:(callouts|result|changes|terminal) (\d{1,4})|end) -->$/;
function beginningOf(name, index) {
  return md`<!-- opus:${name} ${index} -->`;
}
function readTexts(body) {
  const found = /* @__PURE__ */ new Map();
  let open;
  for (const line of body.split(/\r?\n/).slice(1)) {
    const [whole, name, index] = boundary.exec(line) ?? [];
    if (whole === void 0) open?.push(line);
    else {
      open = name === void 0 ? void 0 : [];
      if (open) found.set(`${name} ${index}`, open);
    }
  }
  const read = (name, index) => ours((found.get(`${name} ${index}`) ?? []).join("\n").trim());
  return (index) => ({
    callouts: read("callouts", index),
    result: read("result", index),
    changes: read("changes", index),
    terminal: read("terminal", index)
  });
}
function digestOf(texts) {
  const lines = textNames.map(
    (name) => texts[name].trim().split("\n").map((line) => withoutEnd(line, " 	")).join("\n")
  );
  return createHash2("sha256").update(JSON.stringify(lines)).digest("hex").slice(0, 32);
}

// src/hooks/comment/several-marker.ts
var noTexts = digestOf({ callouts: md``, result: md``, changes: md``, terminal: md`` });
function packedSeveral({ alike, commit }, parts, digests) {
  const moments = /* @__PURE__ */ new Map();
  const momentOf = (moment) => {
    if (moment === null) return null;
    const key = JSON.stringify([moment.run, moment.attempt, moment.commit, moment.at]);
    const place = moments.get(key) ?? moments.size;
    moments.set(key, place);
    return place;
  };
  const groups = [];
  parts.forEach((facts, index) => {
    const { command, phase, failure, stamp, writer } = facts;
    const [planned, ended] = [momentOf(facts.planned), momentOf(facts.ended)];
    const head2 = { command, phase, failure, stamp, writer, planned, ended };
    const key = JSON.stringify(head2);
    const last = groups.at(-1);
    if (last?.key === key) last.rows.push(rowOf(facts, digests[index]));
    else groups.push({ key, head: head2, rows: [rowOf(facts, digests[index])] });
  });
  return {
    alike: [alike.projects, alike.contexts, commit],
    moments: [...moments.keys()].map((key) => JSON.parse(key)),
    groups: groups.map(({ head: head2, rows }) => ({ ...head2, rows }))
  };
}
function rowOf({ project = "", context, place, digest, seal, counts, changes: changes2 }, texts) {
  const plan = digest === null ? "" : packedPlan({ digest, seal });
  return [
    project,
    context,
    place,
    plan,
    texts === noTexts ? "" : texts ?? "-",
    [...packedCounts(counts)],
    packedChanges(changes2)
  ];
}
function readSeveral({ alike, moments, groups }) {
  const [projects, contexts, commit] = Array.isArray(alike) ? alike : [];
  if (!isCount(projects) || !isCount(contexts) || typeof commit !== "string") return void 0;
  if (!/^[0-9a-f]{0,64}$/.test(commit) || !Array.isArray(moments) || !Array.isArray(groups)) return void 0;
  const known = moments.map((one) => {
    const [run, attempt, sha, at] = Array.isArray(one) ? one : [];
    return readMoment({ run: run ?? null, attempt: attempt ?? null, commit: sha ?? null, at: at ?? null });
  });
  const rows = groups.flatMap((group) => readGroup(group, known) ?? [void 0]);
  const sound = rows.filter((row) => row !== void 0);
  if (sound.length < rows.length) return void 0;
  return {
    several: { alike: { projects, contexts }, commit },
    parts: sound.map(({ facts }) => facts),
    digests: sound.map(({ texts }) => texts)
  };
}
function readGroup(group, moments) {
  if (!isObject(group) || !Array.isArray(group.rows)) return void 0;
  const { command, stamp, writer } = group;
  const phase = phases.find((one) => one === group.phase);
  const failure = readFailure(group.failure);
  const planned = typeof group.planned === "number" ? moments[group.planned] : void 0;
  const ended = typeof group.ended === "number" ? moments[group.ended] : null;
  if (typeof command !== "string" || typeof stamp !== "string" || !phase || failure === void 0) return void 0;
  if (!planned || ended === void 0) return void 0;
  const common = { command, phase, failure, stamp, planned, ended, ...typeof writer === "string" ? { writer } : {} };
  return group.rows.map((row) => {
    const [project, context, place, packed, texts, numbers, changes2] = Array.isArray(row) ? row : [];
    const counts = Array.isArray(numbers) ? readPackedCounts(numbers) : void 0;
    const plan = packed === "" ? null : readPackedPlan(packed);
    if (typeof project !== "string" || typeof context !== "string" || typeof texts !== "string") return void 0;
    if (!counts || plan === void 0) return void 0;
    const own = { project, context, place: isCount(place) ? place : null, counts, changes: readChanges(changes2) };
    const { digest = null, seal = null } = plan ?? {};
    return { facts: { ...common, ...own, digest, seal }, texts: texts === "" ? noTexts : texts };
  });
}

// src/hooks/comment/marker.ts
var format = "opus-comment";
var version = 1;
var versionOfSeveral = 2;
function renderMarker({ project, parts, left, digests, several }) {
  if (several)
    return hiddenLine({
      format,
      version: versionOfSeveral,
      ...packedSeveral(several, parts, digests),
      ...packedLeft(left)
    });
  const contexts = parts.map(({ counts, changes: told, place, ...facts }, index) => ({
    ...facts,
    ...place === null ? {} : { place },
    texts: digests[index],
    counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    changes: packedChanges(told)
  }));
  return hiddenLine({ format, version, project, contexts, ...packedLeft(left) });
}
function readMarker(body) {
  const parsed = readHiddenLine(body);
  if (parsed?.format !== format) return void 0;
  if (parsed.version === versionOfSeveral) return readMarkerOfSeveral(parsed);
  if (parsed.version !== version) return void 0;
  const { project, contexts } = parsed;
  if (typeof project !== "string" || !Array.isArray(contexts)) return void 0;
  const parts = contexts.map(readFacts);
  if (!parts.every((part) => part !== void 0)) return void 0;
  const digests = contexts.map((one) => isObject(one) && typeof one.texts === "string" ? one.texts : void 0);
  const left = readLeft(parsed.left, parsed.unnamed);
  return left && { project, parts, left, digests };
}
function readMarkerOfSeveral(parsed) {
  const read = readSeveral(parsed);
  const left = readLeft(parsed.left, parsed.unnamed);
  return read && left && { project: "", left, ...read };
}
function readFacts(value) {
  if (!isObject(value)) return void 0;
  const { context, command, digest, seal, failure, phase, stamp } = value;
  const planned = readMoment(value.planned);
  const known = phases.find((one) => one === phase);
  const counts = readCounts(value.counts);
  const reason = readFailure(failure);
  if (typeof context !== "string" || typeof command !== "string" || typeof stamp !== "string") return void 0;
  if (!planned || !known || !counts || !isDigestOrNull(digest) || !isDigestOrNull(seal)) return void 0;
  if (reason === void 0) return void 0;
  return {
    context,
    place: isCount(value.place) ? value.place : null,
    command,
    digest,
    seal,
    counts,
    failure: reason,
    planned,
    phase: known,
    ended: readMoment(value.ended) ?? null,
    stamp,
    changes: readChanges(value.changes)
  };
}
function isDigestOrNull(value) {
  return value === null || typeof value === "string" && /^(?:sha256|hmac-sha256):[0-9a-f]{64}$/.test(value);
}
function packedLeft({ named, unnamed }) {
  const groups = [...groupsOf(named).values()].map((group) => {
    const { key: _, counts: __, project: ___, plan: ____, ...common } = group[0];
    const contexts = group.map(({ key, counts }) => [key, ...packedCounts(counts)]);
    const projects = group.some(({ project }) => project !== void 0) && group.map(({ project = "" }) => project);
    const plans = group.some(({ plan }) => plan) && group.map(({ plan }) => plan ? packedPlan(plan) : "");
    return { ...common, contexts, ...projects ? { projects } : {}, ...plans ? { plans } : {} };
  });
  return {
    ...groups.length > 0 ? { left: groups } : {},
    ...unnamed.number > 0 ? { unnamed: { ...unnamed, counts: packedCounts(unnamed.counts) } } : {}
  };
}
function readLeft(groups = [], unnamed) {
  if (!Array.isArray(groups)) return void 0;
  const named = groups.flatMap((group) => readGroup2(group) ?? [void 0]);
  const rest = unnamed === void 0 ? nothingLeft.unnamed : readUnnamed(unnamed);
  return rest && named.every((one) => one !== void 0) ? { named, unnamed: rest } : void 0;
}
function readGroup2(value) {
  if (!isObject(value)) return void 0;
  const { command, stamp, contexts, writer, projects, plans } = value;
  const phase = phases.find((one) => one === value.phase);
  const failure = readFailure(value.failure);
  if (typeof command !== "string" || typeof stamp !== "string" || !phase || failure === void 0) return void 0;
  if (!Array.isArray(contexts)) return void 0;
  return contexts.map((one, index) => {
    const project = Array.isArray(projects) ? projects[index] : void 0;
    const plan = Array.isArray(plans) ? readPackedPlan(plans[index]) : void 0;
    const [key, ...numbers] = Array.isArray(one) ? one : [];
    const counts = readPackedCounts(numbers);
    if (typeof key !== "string" || !/^[0-9a-f]{16}$/.test(key) || !counts) return void 0;
    return {
      key,
      command,
      phase,
      failure,
      stamp,
      counts,
      ...typeof project === "string" ? { project } : {},
      ...typeof writer === "string" ? { writer } : {},
      ...plan ? { plan } : {}
    };
  });
}
function readUnnamed(value) {
  if (!isObject(value)) return void 0;
  const { number, failed } = value;
  const counts = Array.isArray(value.counts) ? readPackedCounts(value.counts) : void 0;
  return isCount(number) && isCount(failed) && failed <= number && counts ? { number, failed, counts } : void 0;
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

export {
  partKey,
  toldChanges,
  inOrder,
  outdatedParts,
  isFrozen,
  nothingLeft,
  keyOf,
  numberLeft,
  withLeft,
  leftBeside,
  withoutContexts,
  nameOfLeft,
  joinedLeft,
  hiddenLine,
  readHiddenLine,
  end,
  beginningOf,
  readTexts,
  digestOf,
  renderMarker,
  readMarker
};
