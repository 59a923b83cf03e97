import type { RunEnd } from "../../../engine/ports/state-store.ts";
import { isoTime } from "../../../engine/text/iso-time.ts";
import type { FileSystem } from "./file-system.ts";
import type { StateFolder } from "./state-folder.ts";

/** What the envelopes of earlier states tell, in the order of their serials; whether a state is sound is looked at when it is used. */
export function runEnds(files: FileSystem, { history }: StateFolder): readonly RunEnd[] {
  const ends: RunEnd[] = [];
  let before: Body | undefined;
  for (const serial of history.serials()) {
    const path = history.path(serial);
    const at = isoTime(files.modified(path));
    const text = Buffer.from(files.readFile(path)).toString("utf8");
    const start = text.indexOf('"run": {');
    const run = start === -1 ? "" : text.slice(start, start + 2_000).split("}")[0];
    const body = bodyOf(text);
    const what = body === undefined ? "" : undoable(body) || difference(before, body);
    ends.push({ serial, at, what, url: /"url": "([^"\\]*)"/.exec(run ?? "")?.[1] ?? "" });
    before = body;
  }
  return ends;
}

/** Nothing of it was checked. */
interface Body {
  readonly tasks?: unknown;
  readonly undo?: unknown;
}

const words: readonly (readonly [change: string, word: string])[] = [
  ["create", "created"],
  ["update", "updated"],
  ["replace", "replaced"],
  ["delete", "deleted"],
  ["adopt", "adopted"],
  ["forget", "forgot"],
];

/** Undefined where it is sealed, or none. */
function bodyOf(text: string): Body | undefined {
  try {
    const body: unknown = JSON.parse(text)?.body;
    return isRecord(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** `created 3, updated 1`: what the run has left to be undone. */
function undoable({ undo }: Body): string {
  return Array.isArray(undo) ? counted(undo.map((one: { readonly change?: unknown } | null) => one?.change)) : "";
}

/** A rollback leaves nothing to be undone; what it did is seen beside the state before. */
function difference(before: Body | undefined, { tasks }: Body): string {
  if (!isRecord(before?.tasks) || !isRecord(tasks)) return "";
  const earlier = before.tasks;
  const now = Object.entries(tasks).map(([name, task]) => {
    if (!Object.hasOwn(earlier, name)) return "create";
    return made(earlier[name]) === made(task) ? "none" : "update";
  });
  const gone = Object.keys(earlier).filter((name) => !Object.hasOwn(tasks, name));
  return counted([...now, ...gone.map(() => "delete")]);
}

/** What of a recorded task tells of its resource, and not of the manifest around it. */
function made(task: unknown): string {
  if (!isRecord(task)) return "";
  const { apiVersion, kind, spec, outputs, facts, status } = task;
  return JSON.stringify([apiVersion, kind, spec, outputs, facts, status]);
}

function counted(changes: readonly unknown[]): string {
  const counts = words.map(([change, word]): readonly [string, number] => {
    return [word, changes.filter((one) => one === change).length];
  });
  return counts.flatMap(([word, count]) => (count === 0 ? [] : [`${word} ${count}`])).join(", ");
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
