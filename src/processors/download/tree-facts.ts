import { isObject, type JsonObject, pointerSegment } from "../../engine/json/json.ts";
import type { FieldDiff } from "../../engine/model/change.ts";
import type { Facts } from "../../engine/model/outcome.ts";
import { grouped } from "../../engine/text/grouped.ts";

/** More differing files than this are counted. */
const mostShown = 50;

/** What state holds of an unpacked archive. Paths are those below its folder. */
export interface RecordedTree {
  /** What opus made, and what it is: see `fileState`. */
  readonly files: ReadonlyMap<string, string>;
  /** What an earlier archive had, and is still to go. */
  readonly left: readonly string[];
  /** Folders that opus made; the empty text: the folder itself. */
  readonly folders: readonly string[];
}

export const missing = "missing";

/** What a file is, for comparing and for people. */
export function fileState(sha256: string, executable: boolean): string {
  return executable ? `sha256:${sha256}, executable` : `sha256:${sha256}`;
}

/** Can it be executed, by what `fileState` gave? */
export function isExecutable(state: string | undefined): boolean {
  return state?.endsWith(", executable") === true;
}

export function linkState(target: string): string {
  return `link to ${target}`;
}

/** @returns undefined when facts tell of no unpacked archive */
export function readTree(facts: Facts | undefined): RecordedTree | undefined {
  if (!isObject(facts?.files)) return undefined;
  const texts = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
  return {
    files: new Map(Object.entries(facts.files).map(([path, state]) => [path, String(state)])),
    left: texts(facts.left),
    folders: texts(facts.folders),
  };
}

/** The same as it is stored. */
export function storedTree({ files, left, folders }: RecordedTree): JsonObject {
  return { files: Object.fromEntries(files), folders: [...folders], ...(left.length > 0 ? { left: [...left] } : {}) };
}

/** Where what was found is not as it was unpacked. */
export function treeDifferences({ changed }: Facts): FieldDiff[] {
  if (!isObject(changed)) return [];
  const all = Object.entries(changed).map(([path, states]): FieldDiff => {
    const { found = missing, wanted = missing } = isObject(states) ? states : {};
    return { path: `/content/${pointerSegment(path)}`, before: found, after: wanted };
  });
  if (all.length <= mostShown) return all;
  const more = `${grouped(all.length - mostShown)} more files differ`;
  return [...all.slice(0, mostShown), { path: "/content", before: more, after: "as unpacked" }];
}
