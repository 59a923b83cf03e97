import type { Edges } from "../graph/graph.ts";
import { type Json, type JsonObject, pointerPath } from "../json/json.ts";
import { equalJson, withValueAt } from "../json/json-diff.ts";
import type { Desired } from "../plan/desired.ts";
import type { PlannedTask } from "../plan/planned-task.ts";
import type { TaskProcessor } from "../ports/processor.ts";
import { compileGlob, globMatcher } from "../text/glob.ts";

/** A path or glob as names of folders from one root on: first those that are literal, then patterns of one name each. */
export interface FilePattern {
  readonly literal: readonly string[];
  /** `**` stands for any depth. Empty: the path itself, and all below it. */
  readonly glob: readonly string[];
}

/** Where a path or glob of a manifest lies. */
export type PlaceFiles = (pattern: string) => FilePattern;

/**
 * Splits a path or glob at the first name that is a pattern.
 * @param from the folder that it begins at; `..` leads out of it by the text
 */
export function filePattern(pattern: string, from: readonly string[] = []): FilePattern {
  const names = pattern.split("/").filter((name) => name !== "" && name !== ".");
  const first = names.findIndex((name) => /[*?[\]{}()!+@|\\]/.test(name));
  const literal = [...from];
  for (const name of first === -1 ? names : names.slice(0, first)) {
    if (name === "..") literal.pop();
    else literal.push(name);
  }
  return { literal, glob: first === -1 ? [] : names.slice(first) };
}

/** Tasks of a plan that write files which later ones read. */
export class HandedFiles {
  readonly #edges: Edges;
  readonly #place: PlaceFiles;
  /** By place in the plan: what a task that changes something may write; null: anything. */
  readonly #written: (readonly string[] | null | undefined)[] = [];
  readonly #placed = new Map<string, FilePattern>();
  /** By place: may it, or a task before it, change files? */
  readonly #stirred: boolean[] = [];
  readonly #names: string[] = [];

  constructor(edges: Edges, place: PlaceFiles) {
    this.#edges = edges;
    this.#place = place;
  }

  /** Takes note of what was decided of a task; those before it were noted already. */
  note(node: number, planned: PlannedTask): void {
    const changes = mayWrite(planned);
    this.#names[node] = planned.name;
    if (changes) this.#written[node] = written(planned) ?? null;
    this.#stirred[node] = changes || (this.#edges[node] ?? []).some((before) => this.#stirred[before]);
  }

  /**
   * The nearest tasks before one that may change what it reads.
   * @param patterns paths and globs; those with `!` in front are left out
   */
  writersBefore(node: number, patterns: readonly string[]): readonly string[] {
    const nearest = (this.#edges[node] ?? []).filter((before) => this.#stirred[before]);
    if (nearest.length === 0) return [];
    const read = patterns.filter((pattern) => !pattern.startsWith("!")).map((pattern) => this.#at(pattern));
    const left = patterns.flatMap((pattern) => (pattern.startsWith("!") ? [this.#at(pattern.slice(1))] : []));
    const reads = (pattern: string): boolean => {
      const file = this.#at(pattern);
      return !left.some((one) => covers(one, file)) && read.some((one) => mayMeet(file, one));
    };
    const seen = new Set<number>(nearest);
    const writers: string[] = [];
    // What a writer rests on does not matter any more: it is waited for.
    for (const at of seen) {
      const files = this.#written[at];
      if (files === null || files?.some(reads)) writers.push(this.#names[at] as string);
      else for (const before of this.#edges[at] ?? []) if (this.#stirred[before]) seen.add(before);
    }
    return writers;
  }

  #at(pattern: string): FilePattern {
    const known = this.#placed.get(pattern);
    if (known) return known;
    const placed = this.#place(pattern);
    this.#placed.set(pattern, placed);
    return placed;
  }
}

/** True when a task may write files in this run, as far as it is planned. */
function mayWrite({ hidden, status, decision }: PlannedTask): boolean {
  if (hidden) return true;
  if (status !== "planned") return false;
  if (decision.change === "adopt") return decision.fields.length > 0;
  return decision.change === "create" || decision.change === "update" || decision.change === "replace";
}

/** What a task may write, or remove of what it has written; undefined: anything. */
function written({ processor, recordedProcessor, desired, recorded }: PlannedTask): readonly string[] | undefined {
  const wanted = desired && processor?.workspace?.writes ? writesOf(processor, desired) : undefined;
  if (!wanted) return undefined;
  if (!recorded) return wanted;
  const before = recordedProcessor?.workspace?.writes?.(recorded.value);
  return before && [...wanted, ...before];
}

/** What a spec is known to write, though parts of it may not be known yet. */
function writesOf(processor: TaskProcessor, desired: Desired): readonly string[] | undefined {
  const { value, unknowns } = desired;
  if (unknowns.size === 0) return processor.workspace?.writes?.(value);
  const otherwise = [...unknowns.keys()].reduce<Json>(
    (spec, pointer) => withValueAt(spec, pointerPath(pointer), "(something else)"),
    value,
  );
  try {
    const files = processor.workspace?.writes?.(value);
    // Does what is not known matter?
    return files && equalJson([...files], [...(processor.workspace?.writes?.(otherwise as JsonObject) ?? [])])
      ? files
      : undefined;
  } catch {
    // It expects whole specs.
    return undefined;
  }
}

/** True when two patterns may stand for the same file; also when in doubt. Case does not count, as on some file systems. */
export function mayMeet(one: FilePattern, other: FilePattern): boolean {
  const length = Math.min(one.literal.length + one.glob.length, other.literal.length + other.glob.length);
  for (let index = 0; index < length; index++) {
    const [left, right] = [nameAt(one, index), nameAt(other, index)];
    if (left.glob?.includes("**") || right.glob?.includes("**")) return true;
    // A brace or a parenthesis may reach over several names.
    if (/[{(]/.test(left.glob ?? "") || /[{(]/.test(right.glob ?? "")) return true;
    if (left.glob !== undefined && right.glob !== undefined) continue;
    if (left.name !== undefined && right.name !== undefined) {
      if (folded(left.name) !== folded(right.name)) return false;
    } else if (!matches(left.name ?? right.name ?? "", left.glob ?? right.glob ?? "")) return false;
  }
  // The shorter one may be a folder, which stands for all below it.
  return true;
}

/** True when a pattern surely matches all that another one matches. */
function covers({ literal, glob }: FilePattern, other: FilePattern): boolean {
  if (!literal.every((name, index) => other.literal[index] === name)) return false;
  if (glob.length === 0) return true;
  if (other.glob.length > 0) return false;
  const rest = other.literal.slice(literal.length).join("/");
  const pattern = glob.join("/");
  return globMatcher([pattern, `${pattern}/**`], { dot: true, path: true })(rest);
}

function nameAt({ literal, glob }: FilePattern, index: number): { readonly name?: string; readonly glob?: string } {
  const name = literal[index];
  return name === undefined ? { glob: glob[index - literal.length] as string } : { name };
}

function matches(name: string, glob: string): boolean {
  return compileGlob(glob, { dot: true, nocase: true, path: true }).matches(name);
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
