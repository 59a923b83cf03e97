import { pointerSegment } from "../../engine/json/json.ts";
import type { Made, Snapshot, StateBody, TaskState } from "../../engine/model/state-body.ts";
import type { JournalRecord } from "../../engine/ports/journal.ts";
import type { Damaged, RunEnd } from "../../engine/ports/state-store.ts";
import { withNewNames } from "../../engine/recorded/entries.ts";
import { bodyDigest, type Followed } from "../../state/snapshot/codec.ts";
import { sameBody, sameStored } from "../../state/snapshot/same-body.ts";

/** A file that is to be stored. */
export interface PushedFile {
  readonly snapshot: Snapshot;
  /** Of a recovery file: the versions over which it may be stored. */
  readonly follows: readonly Followed[] | undefined;
}

/** What is stored now. */
export interface StoredVersion {
  readonly snapshot: Snapshot;
  /** Half a sentence: who wrote it. */
  readonly by: string;
}

export type PushDecision =
  /** All of it is stored already. */
  | { readonly does: "nothing" }
  /** `replaces`: what `force` overrode, as half a sentence. */
  | { readonly does: "write"; readonly next: Snapshot; readonly replaces: string | undefined }
  /** Why not, as half a sentence; and what to do, as one or more sentences. */
  | { readonly does: "refuse"; readonly why: string; readonly remedy: string };

/** A command of opus for the state that is pushed to, as a line for a shell. */
type Command = (...words: readonly string[]) => string;

/**
 * May a file of the right project and context be stored over what is there? The serial never falls, and the lineage of
 * what is stored stays: forced or not, what follows in the store is one history.
 */
export function decidePush(
  { snapshot: file, follows }: PushedFile,
  stored: StoredVersion | undefined,
  force: boolean,
  command: Command,
): PushDecision {
  if (stored === undefined) {
    const earlier = follows?.every(({ serial }) => serial > 0) ? follows.map(({ serial }) => serial) : undefined;
    if (earlier === undefined) return { does: "write", next: file, replaces: undefined };
    const why = `it may be stored over serial ${earlier.join(" or ")} only, and nothing is stored`;
    if (force) return { does: "write", next: file, replaces: undefined };
    return {
      does: "refuse",
      why,
      remedy: `Look whether the context and the place of state are right, or bring that state back. To begin with this file all the same: ${forced(command)}.`,
    };
  }
  const { snapshot: now } = stored;
  const kin = file.lineage === now.lineage;
  // The serial rises only when the body changes.
  if (kin && (force || file.serial >= now.serial) && sameBody(file.body, now.body)) return { does: "nothing" };
  const obstacle = kin ? notNext({ snapshot: file, follows }, stored, command) : foreign(file, now, command);
  if (obstacle !== undefined && !force) return { does: "refuse", ...obstacle };
  const serial = Math.max(kin ? file.serial : 0, now.serial + 1);
  return { does: "write", next: { ...file, lineage: now.lineage, serial }, replaces: obstacle?.why };
}

/** What is stored by force over a state that can't be used: higher than all that is known of, and in its history. */
export function overDamaged(file: Snapshot, { lineage, serial = 0 }: Damaged, ends: readonly RunEnd[]): Snapshot {
  const highest = Math.max(serial, ...ends.map((end) => end.serial));
  return { ...file, lineage: lineage ?? file.lineage, serial: Math.max(file.serial, highest + 1) };
}

function forced(command: Command): string {
  return `use \`--force\`; \`${command("state", "pull")}\` makes a backup of what is stored`;
}

type Obstacle = { readonly why: string; readonly remedy: string };

function foreign(file: Snapshot, now: Snapshot, command: Command): Obstacle {
  return {
    why: `its lineage is "${file.lineage}", and that of the stored state (serial ${now.serial}) is "${now.lineage}": the two have nothing to do with each other`,
    remedy: `To replace the stored state all the same: ${forced(command)}.`,
  };
}

function notNext(
  { snapshot: file, follows }: PushedFile,
  { snapshot: now, by }: StoredVersion,
  command: Command,
): Obstacle | undefined {
  const compare = `Compare it with \`${command("state", "pull")}\``;
  if (follows !== undefined) {
    const digest = bodyDigest(now.body);
    if (follows.some((one) => one.serial === now.serial && one.digest === digest)) return undefined;
    return {
      why: `the state has moved on since: serial ${now.serial} by ${by} is stored, and this file may be stored over serial ${follows.map(({ serial }) => serial).join(" or ")} only`,
      remedy: `${compare}, then apply again.`,
    };
  }
  if (file.serial < now.serial)
    return {
      why: `its serial is ${file.serial}, and serial ${now.serial} by ${by} is stored already: it is an older state`,
      remedy: `To go back to it, resources and all, use \`${command("rollback", "--to", String(file.serial))}\`. To replace the record alone: ${forced(command)}.`,
    };
  if (file.serial > now.serial) return undefined;
  return {
    why: `serial ${now.serial} is stored with another body (digest ${bodyDigest(now.body)}, by ${by}) than this file has (digest ${bodyDigest(file.body)})`,
    remedy: `${compare}. To replace the stored state: ${forced(command)}.`,
  };
}

/** Pointers into a file, to the texts of kinds (`resource`) that it holds. */
export function resourcePointers({ tasks, undo, pending }: StateBody): readonly string[] {
  const found = (made: Made | null | undefined, pointer: string): readonly string[] =>
    made?.resource === undefined ? [] : [`${pointer}/resource`];
  return [
    ...Object.entries(tasks).flatMap(([name, entry]) => found(entry, `/body/tasks/${pointerSegment(name)}`)),
    ...undo.flatMap(({ before }, index) => found(before, `/body/undo/${index}/before`)),
    ...pending.flatMap(({ made }, index) => found(made, `/body/pending/${index}/made`)),
  ];
}

/**
 * Tasks whose results are in the journal of this machine and nowhere else: storing the file would lose them. A failed
 * run's own recovery file holds all results of its journal.
 */
export function lostResults(journal: readonly JournalRecord[], { body }: Snapshot): readonly string[] {
  const results = new Map<string, TaskState | null>();
  for (const record of journal) {
    if (record.type !== "result") continue;
    if (record.formerName !== undefined) {
      const newNames = new Map([[record.formerName, record.task]]);
      for (const [name, entry] of results) results.set(name, entry && withNewNames(entry, newNames));
      results.set(record.formerName, null);
    }
    results.set(record.task, record.entry);
  }
  return [...results].filter(([name, entry]) => !sameStored(entryOf(body, name), entry)).map(([name]) => name);
}

/** How the tasks of a body differ from those before. */
export interface BodyChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** @param before undefined: there was nothing */
export function bodyChanges(before: StateBody | undefined, after: StateBody): BodyChanges {
  const old = before ?? { tasks: {}, undo: [], pending: [] };
  const names = Object.keys(after.tasks);
  return {
    added: names.filter((name) => !entryOf(old, name)),
    changed: names.filter((name) => {
      const entry = entryOf(old, name);
      return entry !== null && !sameStored(entry, entryOf(after, name));
    }),
    removed: Object.keys(old.tasks).filter((name) => !entryOf(after, name)),
  };
}

function entryOf({ tasks }: StateBody, name: string): TaskState | null {
  return (Object.hasOwn(tasks, name) ? tasks[name] : undefined) ?? null;
}
