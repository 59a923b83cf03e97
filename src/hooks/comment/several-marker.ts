import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import { md } from "../rendering/markdown.ts";
import { digestOf } from "./boundaries.ts";
import { packedCounts } from "./contexts-without-room.ts";
import { type Moment, type PartFacts, phases, type Several } from "./model.ts";
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

/** Of a part without texts, as most are. */
const noTexts = digestOf({ callouts: md``, result: md``, changes: md``, terminal: md`` });

/** What is read of the first line of a comment of several projects. */
interface ReadSeveral {
  readonly several: Several;
  readonly parts: readonly PartFacts[];
  readonly digests: readonly (string | undefined)[];
}

/**
 * What the first line tells programs of the contexts of several projects. There may be hundreds: what many have in common
 * is said once, digests are in base64, and each context is a row.
 */
export function packedSeveral(
  { alike, commit }: Several,
  parts: readonly PartFacts[],
  digests: readonly (string | undefined)[],
): object {
  const moments = new Map<string, number>();
  const momentOf = (moment: Moment | null): number | null => {
    if (moment === null) return null;
    const key = JSON.stringify([moment.run, moment.attempt, moment.commit, moment.at]);
    const place = moments.get(key) ?? moments.size;
    moments.set(key, place);
    return place;
  };
  const groups: { readonly key: string; readonly head: object; readonly rows: Json[] }[] = [];
  parts.forEach((facts, index) => {
    const { command, phase, failure, stamp, writer } = facts;
    const [planned, ended] = [momentOf(facts.planned), momentOf(facts.ended)];
    const head = { command, phase, failure, stamp, writer, planned, ended };
    const key = JSON.stringify(head);
    const last = groups.at(-1);
    // The order of the rows is that of the comment, so only neighbours share a head.
    if (last?.key === key) last.rows.push(rowOf(facts, digests[index]));
    else groups.push({ key, head, rows: [rowOf(facts, digests[index])] });
  });
  return {
    alike: [alike.projects, alike.contexts, commit],
    moments: [...moments.keys()].map((key) => JSON.parse(key) as Json),
    groups: groups.map(({ head, rows }) => ({ ...head, rows })),
  };
}

function rowOf({ project = "", context, place, digest, seal, counts, changes }: PartFacts, texts?: string): Json {
  const plan = digest === null ? "" : packedPlan({ digest, seal });
  return [
    project,
    context,
    place,
    plan,
    texts === noTexts ? "" : (texts ?? "-"),
    [...packedCounts(counts)],
    packedChanges(changes),
  ];
}

/** @returns undefined for what no version of ours writes */
export function readSeveral({ alike, moments, groups }: JsonObject): ReadSeveral | undefined {
  const [projects, contexts, commit] = Array.isArray(alike) ? alike : [];
  if (!isCount(projects) || !isCount(contexts) || typeof commit !== "string") return undefined;
  if (!/^[0-9a-f]{0,64}$/.test(commit) || !Array.isArray(moments) || !Array.isArray(groups)) return undefined;
  const known = moments.map((one) => {
    const [run, attempt, sha, at] = Array.isArray(one) ? one : [];
    return readMoment({ run: run ?? null, attempt: attempt ?? null, commit: sha ?? null, at: at ?? null });
  });
  const rows = groups.flatMap((group) => readGroup(group, known) ?? [undefined]);
  const sound = rows.filter((row) => row !== undefined);
  if (sound.length < rows.length) return undefined;
  return {
    several: { alike: { projects, contexts }, commit },
    parts: sound.map(({ facts }) => facts),
    digests: sound.map(({ texts }) => texts),
  };
}

interface ReadRow {
  readonly facts: PartFacts;
  readonly texts: string | undefined;
}

function readGroup(
  group: Json,
  moments: readonly (Moment | undefined)[],
): readonly (ReadRow | undefined)[] | undefined {
  if (!isObject(group) || !Array.isArray(group.rows)) return undefined;
  const { command, stamp, writer } = group;
  const phase = phases.find((one) => one === group.phase);
  const failure = readFailure(group.failure);
  const planned = typeof group.planned === "number" ? moments[group.planned] : undefined;
  const ended = typeof group.ended === "number" ? moments[group.ended] : null;
  if (typeof command !== "string" || typeof stamp !== "string" || !phase || failure === undefined) return undefined;
  if (!planned || ended === undefined) return undefined;
  const common = { command, phase, failure, stamp, planned, ended, ...(typeof writer === "string" ? { writer } : {}) };
  return group.rows.map((row): ReadRow | undefined => {
    const [project, context, place, packed, texts, numbers, changes] = Array.isArray(row) ? row : [];
    const counts = Array.isArray(numbers) ? readPackedCounts(numbers) : undefined;
    const plan = packed === "" ? null : readPackedPlan(packed);
    if (typeof project !== "string" || typeof context !== "string" || typeof texts !== "string") return undefined;
    if (!counts || plan === undefined) return undefined;
    const own = { project, context, place: isCount(place) ? place : null, counts, changes: readChanges(changes) };
    const { digest = null, seal = null } = plan ?? {};
    return { facts: { ...common, ...own, digest, seal }, texts: texts === "" ? noTexts : texts };
  });
}
