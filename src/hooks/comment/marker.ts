import { type FailureReason, failureReasons } from "../../engine/diagnostics/failure-reasons.ts";
import { isObject, type Json } from "../../engine/json/json.ts";
import type { Change } from "../../engine/model/change.ts";
import { type Counts, countNames } from "../../engine/model/report.ts";
import type { ReviewedChange } from "../../engine/model/review.ts";
import { hiddenLine, readHiddenLine } from "../rendering/hidden-line.ts";
import { zeroCounts } from "../rendering/labels.ts";
import type { Markdown } from "../rendering/markdown.ts";
import { groupsOf, mostCounted, nothingLeft, packedCounts } from "./contexts-without-room.ts";
import { type Left, type LeftContext, type Moment, type PartFacts, phases, type Unnamed } from "./model.ts";

/** What a comment's first line says: whose it is, and what programs want to know of it. */
export interface Marker {
  readonly project: string;
  readonly parts: readonly PartFacts[];
  readonly left: Left;
  /** Of each part, the digest of its texts; undefined where the comment tells none. */
  readonly digests: readonly (string | undefined)[];
}

const format = "opus-comment";
const version = 1;
const changes: readonly string[] = ["create", "update", "replace", "delete", "adopt", "forget", "noop", "none"];

/** The hidden first line of a comment. Nothing in it ends the HTML comment. */
export function renderMarker({ project, parts, left, digests }: Marker): Markdown {
  const contexts = parts.map(({ counts, changes: told, place, ...facts }, index) => ({
    ...facts,
    ...(place === null ? {} : { place }),
    texts: digests[index],
    counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    changes: told && Object.fromEntries(Object.entries(told).map(([task, one]) => [task, packed(one)])),
  }));
  return hiddenLine({ format, version, project, contexts, ...packedLeft(left) });
}

/** @returns undefined for a comment that is none of ours, of another version, or whose marker was damaged */
export function readMarker(body: string): Marker | undefined {
  const parsed = readHiddenLine(body);
  if (parsed?.format !== format || parsed.version !== version) return undefined;
  const { project, contexts } = parsed;
  if (typeof project !== "string" || !Array.isArray(contexts)) return undefined;
  const parts = contexts.map(readFacts);
  if (!parts.every((part) => part !== undefined)) return undefined;
  const digests = contexts.map((one) => (isObject(one) && typeof one.texts === "string" ? one.texts : undefined));
  const left = readLeft(parsed.left, parsed.unnamed);
  return left && { project, parts, left, digests };
}

function readFacts(value: Json): PartFacts | undefined {
  if (!isObject(value)) return undefined;
  const { context, command, digest, seal, failure, phase, stamp } = value;
  const planned = readMoment(value.planned);
  const known = phases.find((one) => one === phase);
  const counts = readCounts(value.counts);
  const reason = failureReasons.find((one) => one === failure);
  if (typeof context !== "string" || typeof command !== "string" || typeof stamp !== "string") return undefined;
  if (!planned || !known || !counts || !isDigestOrNull(digest) || !isDigestOrNull(seal)) return undefined;
  if (failure !== null && reason === undefined) return undefined;
  return {
    context,
    place: isCount(value.place) ? value.place : null,
    command,
    digest,
    seal,
    counts,
    failure: (reason ?? null) as FailureReason | null,
    planned,
    phase: known,
    ended: readMoment(value.ended) ?? null,
    stamp,
    changes: readChanges(value.changes),
  };
}

function isTextOrNull(value: Json | undefined): value is string | null {
  return value === null || typeof value === "string";
}

function isDigestOrNull(value: Json | undefined): value is string | null {
  return value === null || (typeof value === "string" && /^(?:sha256|hmac-sha256):[0-9a-f]{64}$/.test(value));
}

/** Nothing where nothing was left, as in comments of before. */
function packedLeft({ named, unnamed }: Left): object {
  const groups = [...groupsOf(named).values()].map((group) => {
    const { key: _, counts: __, ...common } = group[0] as LeftContext;
    return { ...common, contexts: group.map(({ key, counts }) => [key, ...packedCounts(counts)]) };
  });
  return {
    ...(groups.length > 0 ? { left: groups } : {}),
    ...(unnamed.number > 0 ? { unnamed: { ...unnamed, counts: packedCounts(unnamed.counts) } } : {}),
  };
}

/** Undefined when something is wrong with it: it counts deletions. */
function readLeft(groups: Json = [], unnamed: Json | undefined): Left | undefined {
  if (!Array.isArray(groups)) return undefined;
  const named = groups.flatMap((group) => readGroup(group) ?? [undefined]);
  const rest = unnamed === undefined ? nothingLeft.unnamed : readUnnamed(unnamed);
  return rest && named.every((one) => one !== undefined) ? { named, unnamed: rest } : undefined;
}

function readGroup(value: Json): readonly (LeftContext | undefined)[] | undefined {
  if (!isObject(value)) return undefined;
  const { command, stamp, contexts } = value;
  const phase = phases.find((one) => one === value.phase);
  const failure = value.failure === null ? null : failureReasons.find((one) => one === value.failure);
  if (typeof command !== "string" || typeof stamp !== "string" || !phase || failure === undefined) return undefined;
  if (!Array.isArray(contexts)) return undefined;
  return contexts.map((one) => {
    const [key, ...numbers] = Array.isArray(one) ? one : [];
    const counts = readPackedCounts(numbers);
    if (typeof key !== "string" || !/^[0-9a-f]{16}$/.test(key) || !counts) return undefined;
    return { key, command, phase, failure, stamp, counts };
  });
}

function readUnnamed(value: Json): Unnamed | undefined {
  if (!isObject(value)) return undefined;
  const { number, failed } = value;
  const counts = Array.isArray(value.counts) ? readPackedCounts(value.counts) : undefined;
  return isCount(number) && isCount(failed) && failed <= number && counts ? { number, failed, counts } : undefined;
}

function readPackedCounts(numbers: readonly Json[]): Counts | undefined {
  if (numbers.length > countNames.length || !numbers.every(isCount)) return undefined;
  const named = Object.fromEntries(numbers.map((count, index) => [countNames[index], count]));
  return { ...zeroCounts, ...named };
}

function isCount(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= mostCounted;
}

function readMoment(value: Json | undefined): Moment | undefined {
  if (!isObject(value)) return undefined;
  const { run, attempt, commit, at } = value;
  const isSound =
    typeof run === "string" &&
    /^\d{0,20}$/.test(run) &&
    typeof attempt === "number" &&
    Number.isSafeInteger(attempt) &&
    typeof commit === "string" &&
    /^[0-9a-f]{0,64}$/.test(commit) &&
    typeof at === "string" &&
    /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) &&
    !Number.isNaN(Date.parse(at));
  return isSound ? { run, attempt, commit, at } : undefined;
}

function readCounts(value: Json | undefined): Counts | undefined {
  if (!isObject(value)) return undefined;
  const counts: { -readonly [name in keyof Counts]: number } = { ...zeroCounts };
  for (const name of countNames) {
    const count = value[name] ?? 0;
    if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 0) return undefined;
    counts[name] = count;
  }
  return counts;
}

function packed({ change, wanted, recorded, live }: ReviewedChange): readonly (string | null)[] {
  return [change, wanted, recorded, live];
}

/** Null when there are none, or something is wrong with them: they only explain. */
function readChanges(value: Json | undefined): PartFacts["changes"] {
  if (!isObject(value)) return null;
  const found: [string, ReviewedChange][] = [];
  for (const [task, packedChange] of Object.entries(value)) {
    if (!Array.isArray(packedChange)) return null;
    const [change, wanted, recorded, live] = packedChange;
    if (typeof change !== "string" || !changes.includes(change)) return null;
    if (!isTextOrNull(wanted) || !isTextOrNull(recorded) || !isTextOrNull(live)) return null;
    found.push([task, { change: change as Change, wanted, recorded, live }]);
  }
  return Object.fromEntries(found);
}
