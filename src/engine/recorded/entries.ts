import { depthFirst } from "../graph/graph.ts";
import { type Json, mapMembers } from "../json/json.ts";
import type { TaskState, UndoEntry } from "../model/state-body.ts";
import { formatReference, parseTemplate } from "../references/references.ts";

/** State entries by name. */
export type Entries = ReadonlyMap<string, TaskState>;

/** Recorded names, dependencies before dependants, otherwise in the order in which they were recorded. Recorded cycles are passed over. */
export function recordedOrder(entries: Entries): {
  readonly names: readonly string[];
  readonly edges: readonly (readonly number[])[];
} {
  const listed = [...entries].sort((left, right) => left[1].order - right[1].order || (left[0] < right[0] ? -1 : 1));
  const place = new Map(listed.map(([name], index) => [name, index]));
  const edges = listed.map(([, entry]) => entry.dependencies.flatMap((name) => place.get(name) ?? []));
  const { order } = depthFirst(edges);
  const position = new Map(order.map((node, index) => [node, index]));
  return {
    names: order.map((node) => (listed[node] as [string, TaskState])[0]),
    edges: order.map((node, index) =>
      (edges[node] as number[]).map((to) => position.get(to) as number).filter((to) => to < index),
    ),
  };
}

/** What an entry and an intent say of other tasks. */
type Referring = Pick<TaskState, "spec" | "fingerprints" | "dependencies">;

/**
 * An entry or intent that names other tasks as they are called now: in its dependencies, in the references that its
 * spec was left with, and in the names of its fingerprints.
 * @param newNames former name → new name
 * @returns the same object when it names none of them
 */
export function withNewNames<T extends Referring>(entry: T, newNames: ReadonlyMap<string, string>): T {
  const { dependencies, fingerprints } = entry;
  const spec = renamedIn(entry.spec, newNames);
  const depends = dependencies.some((name) => newNames.has(name));
  const compares = Object.keys(fingerprints ?? {}).some((name) => renamedSecret(name, newNames) !== name);
  if (spec === entry.spec && !depends && !compares) return entry;
  const compared = Object.entries(fingerprints ?? {}).map(([name, sum]) => [renamedSecret(name, newNames), sum]);
  return {
    ...entry,
    spec,
    dependencies: depends ? dependencies.map((name) => newNames.get(name) ?? name) : dependencies,
    ...(compares ? { fingerprints: Object.fromEntries(compared) } : {}),
  };
}

/** A stored template with new names in its references. Everything else in it stays as it is written. */
function renamedIn<T extends Json>(value: T, newNames: ReadonlyMap<string, string>): T {
  if (typeof value === "string") return renamedText(value, newNames) as T;
  if (typeof value !== "object" || value === null) return value;
  let changed = false;
  const renamed = mapMembers(value, (member) => {
    const next = renamedIn(member, newNames);
    changed ||= next !== member;
    return next;
  });
  return changed ? (renamed as T) : value;
}

function renamedText(text: string, newNames: ReadonlyMap<string, string>): string {
  if (!text.includes("${VAR:")) return text;
  let renamed = "";
  let position = 0;
  for (const part of parseTemplate(text).parts) {
    if (typeof part === "string" || part.source !== "VAR") continue;
    renamed +=
      text.slice(position, part.start) + formatReference({ ...part, name: renamedOutput(part.name, newNames) });
    position = part.end;
  }
  return renamed + text.slice(position);
}

/** `task:KEY` */
function renamedOutput(name: string, newNames: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(":");
  const now = newNames.get(name.slice(0, colon));
  return now === undefined ? name : now + name.slice(colon);
}

/** The name of a fingerprint: `VAR:task:KEY`, or another one, which stays. */
function renamedSecret(name: string, newNames: ReadonlyMap<string, string>): string {
  return name.startsWith("VAR:") ? `VAR:${renamedOutput(name.slice(4), newNames)}` : name;
}

/** How to undo a run, with what it brings back naming other tasks as they are called now. */
export function undoWithNewNames<T extends Pick<UndoEntry, "before">>(
  entry: T,
  newNames: ReadonlyMap<string, string>,
): T {
  const before = entry.before && withNewNames(entry.before, newNames);
  return before === entry.before ? entry : { ...entry, before };
}

/** @param renames new name → former name */
export function newNamesOf(renames: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...renames].map(([now, former]) => [former, now]));
}

/**
 * Entries under the names that the manifest gives them now.
 * @param renames new name → former name
 */
export function renamedEntries(entries: Entries, renames: ReadonlyMap<string, string>): Map<string, TaskState> {
  if (renames.size === 0) return new Map(entries);
  const newNames = newNamesOf(renames);
  return new Map([...entries].map(([name, entry]) => [newNames.get(name) ?? name, withNewNames(entry, newNames)]));
}
