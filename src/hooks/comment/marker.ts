import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import { type Counts, countNames } from "../../engine/model/report.ts";
import { hiddenLine, readHiddenLine } from "../rendering/hidden-line.ts";
import { zeroCounts } from "../rendering/labels.ts";
import type { Markdown } from "../rendering/markdown.ts";
import { groupsOf, nothingLeft, packedCounts } from "./contexts-without-room.ts";
import { type Left, type LeftContext, type PartFacts, phases, type Several, type Unnamed } from "./model.ts";
import {
  isCount,
  packedChanges,
  packedPlan,
  readChanges,
  readFailure,
  readMoment,
  readPackedCounts,
  readPackedPlan,
} from "./packed.ts";
import { packedSeveral, readSeveral } from "./several-marker.ts";

/** What a comment's first line says: whose it is, and what programs want to know of it. */
export interface Marker {
  readonly project: string;
  readonly parts: readonly PartFacts[];
  readonly left: Left;
  /** Of each part, the digest of its texts; undefined where the comment tells none. */
  readonly digests: readonly (string | undefined)[];
  /** Absent: it is of one project. */
  readonly several?: Several;
}

const format = "opus-comment";
const version = 1;
/** Of comments of several projects, which versions of before leave alone. */
const versionOfSeveral = 2;

/** The hidden first line of a comment. Nothing in it ends the HTML comment. */
export function renderMarker({ project, parts, left, digests, several }: Marker): Markdown {
  if (several)
    return hiddenLine({
      format,
      version: versionOfSeveral,
      ...packedSeveral(several, parts, digests),
      ...packedLeft(left),
    });
  const contexts = parts.map(({ counts, changes: told, place, ...facts }, index) => ({
    ...facts,
    ...(place === null ? {} : { place }),
    texts: digests[index],
    counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    changes: packedChanges(told),
  }));
  return hiddenLine({ format, version, project, contexts, ...packedLeft(left) });
}

/** @returns undefined for a comment that is none of ours, of another version, or whose marker was damaged */
export function readMarker(body: string): Marker | undefined {
  const parsed = readHiddenLine(body);
  if (parsed?.format !== format) return undefined;
  if (parsed.version === versionOfSeveral) return readMarkerOfSeveral(parsed);
  if (parsed.version !== version) return undefined;
  const { project, contexts } = parsed;
  if (typeof project !== "string" || !Array.isArray(contexts)) return undefined;
  const parts = contexts.map(readFacts);
  if (!parts.every((part) => part !== undefined)) return undefined;
  const digests = contexts.map((one) => (isObject(one) && typeof one.texts === "string" ? one.texts : undefined));
  const left = readLeft(parsed.left, parsed.unnamed);
  return left && { project, parts, left, digests };
}

function readMarkerOfSeveral(parsed: JsonObject): Marker | undefined {
  const read = readSeveral(parsed);
  const left = readLeft(parsed.left, parsed.unnamed);
  return read && left && { project: "", left, ...read };
}

function readFacts(value: Json): PartFacts | undefined {
  if (!isObject(value)) return undefined;
  const { context, command, digest, seal, failure, phase, stamp } = value;
  const planned = readMoment(value.planned);
  const known = phases.find((one) => one === phase);
  const counts = readCounts(value.counts);
  const reason = readFailure(failure);
  if (typeof context !== "string" || typeof command !== "string" || typeof stamp !== "string") return undefined;
  if (!planned || !known || !counts || !isDigestOrNull(digest) || !isDigestOrNull(seal)) return undefined;
  if (reason === undefined) return undefined;
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
    changes: readChanges(value.changes),
  };
}

function isDigestOrNull(value: Json | undefined): value is string | null {
  return value === null || (typeof value === "string" && /^(?:sha256|hmac-sha256):[0-9a-f]{64}$/.test(value));
}

/** Nothing where nothing was left, as in comments of before. */
function packedLeft({ named, unnamed }: Left): object {
  const groups = [...groupsOf(named).values()].map((group) => {
    const { key: _, counts: __, project: ___, plan: ____, ...common } = group[0] as LeftContext;
    const contexts = group.map(({ key, counts }) => [key, ...packedCounts(counts)]);
    // Beside the contexts, where versions of before don't look.
    const projects = group.some(({ project }) => project !== undefined) && group.map(({ project = "" }) => project);
    const plans = group.some(({ plan }) => plan) && group.map(({ plan }) => (plan ? packedPlan(plan) : ""));
    return { ...common, contexts, ...(projects ? { projects } : {}), ...(plans ? { plans } : {}) };
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
  const { command, stamp, contexts, writer, projects, plans } = value;
  const phase = phases.find((one) => one === value.phase);
  const failure = readFailure(value.failure);
  if (typeof command !== "string" || typeof stamp !== "string" || !phase || failure === undefined) return undefined;
  if (!Array.isArray(contexts)) return undefined;
  return contexts.map((one, index) => {
    const project = Array.isArray(projects) ? projects[index] : undefined;
    const plan = Array.isArray(plans) ? readPackedPlan(plans[index]) : undefined;
    const [key, ...numbers] = Array.isArray(one) ? one : [];
    const counts = readPackedCounts(numbers);
    if (typeof key !== "string" || !/^[0-9a-f]{16}$/.test(key) || !counts) return undefined;
    return {
      key,
      command,
      phase,
      failure,
      stamp,
      counts,
      ...(typeof project === "string" ? { project } : {}),
      ...(typeof writer === "string" ? { writer } : {}),
      ...(plan ? { plan } : {}),
    };
  });
}

function readUnnamed(value: Json): Unnamed | undefined {
  if (!isObject(value)) return undefined;
  const { number, failed } = value;
  const counts = Array.isArray(value.counts) ? readPackedCounts(value.counts) : undefined;
  return isCount(number) && isCount(failed) && failed <= number && counts ? { number, failed, counts } : undefined;
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
