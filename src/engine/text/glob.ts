import { type GlobStep, Machine } from "./glob-machine.ts";
import { globLimit, groupAt, readGlob } from "./glob-reader.ts";
import { grouped } from "./grouped.ts";

/**
 * Globs, matched in time linear in the text: patterns become a machine that is in all its states at once, so nothing is
 * ever tried again.
 */

/** How patterns are meant. */
export interface GlobOptions {
  /** Wildcards match a dot at the beginning of a name. */
  readonly dot?: boolean;
  /** Case does not count. */
  readonly nocase?: boolean;
  /** A path: `!` at its beginning is a character like others. */
  readonly path?: boolean;
}

/** A pattern that is ready to match. */
export interface Glob {
  matches(text: string): boolean;
  /** True when something that begins with this text may match. */
  leads(beginning: string): boolean;
}

/** What makes a pattern none that can be matched, after its name: `is longer than …`; undefined: nothing. */
export function globProblem(pattern: string): string | undefined {
  if (pattern.length > globLimit) return `is longer than ${grouped(globLimit)} characters`;
  const inside = wholeNegation(pattern);
  const at = (inside ?? pattern).search(/(?<!\\)!\(/);
  return at === -1 ? undefined : "has `!(…)` as a part; it can only be the whole pattern";
}

/** True when a pattern has anything but plain characters. */
export function isGlob(pattern: string): boolean {
  return /[*?[{(\\]|^!/.test(pattern);
}

/** The pattern that matches exactly this text. */
export function escapeGlob(text: string): string {
  return text.replaceAll(/[\\*?[\]{}()!+@|,]/g, "\\$&");
}

/** The folders before the first one that is not plain: `a/b` of `a/b/*.yaml`. */
export function plainFolders(pattern: string): readonly string[] {
  const names = pattern.split("/").slice(0, -1);
  const first = names.findIndex((name) => isGlob(name.replaceAll(/\\./gs, "")));
  return names.slice(0, first === -1 ? names.length : first).map((name) => name.replaceAll(/\\(.)/gs, "$1"));
}

/**
 * `*`, `?` and classes (`[a-z]`, `[!x]`) match no slash, `**` as a whole name any number of folders; `{a,b}`, `{1..3}`,
 * `@(a|b)`, `?(a)`, `*(a)`, `+(a)` and, as a whole, `!(a|b)` and `!a`; a backslash takes the next character as it is.
 * What has a `globProblem` matches itself alone.
 */
export function compileGlob(pattern: string, options: GlobOptions = {}): Glob {
  return compileGlobs([pattern], options);
}

/** What one of the patterns matches, looked at together: many take hardly longer than one. */
export function compileGlobs(patterns: readonly string[], options: GlobOptions = {}): Glob {
  const fold = folding(options);
  const written = new Set(patterns);
  const plain = new Set<string>();
  const steps: GlobStep[] = [];
  const starts: number[] = [];
  const negations: ((text: string) => boolean)[] = [];
  const names: string[] = [];
  for (const pattern of written) {
    if (globProblem(pattern) !== undefined) {
      names.push(fold(pattern));
      continue;
    }
    const negation = negated(pattern, options);
    const bangs = options.path ? 0 : bangsOf(pattern);
    const positive = fold(pattern.slice(bangs).replace(/^\.\//, ""));
    if (negation !== undefined) negations.push(negation);
    else if (isGlob(positive)) starts.push(readGlob(positive, steps));
    else plain.add(positive);
  }
  names.push(...plain);
  const machine = new Machine(steps, starts, options.dot === true);
  return {
    matches(text) {
      const folded = fold(text);
      if (written.has(text) || plain.has(folded) || machine.matches(folded)) return true;
      return negations.some((negation) => negation(folded));
    },
    leads(beginning) {
      const folded = fold(beginning);
      if (negations.length > 0 || machine.leads(folded)) return true;
      return names.some((name) => name.startsWith(folded));
    },
  };
}

/** True when a text matches one of the patterns. */
export function globMatcher(patterns: readonly string[], options: GlobOptions = {}): (text: string) => boolean {
  return compileGlobs(patterns, options).matches;
}

/** What `!a` and `!(a|b)` match; undefined: the pattern is neither. */
function negated(pattern: string, options: GlobOptions): ((text: string) => boolean) | undefined {
  const inside = options.path ? undefined : wholeNegation(pattern);
  const bangs = options.path ? 0 : bangsOf(pattern);
  if (inside === undefined && bangs % 2 === 0) return undefined;
  const steps: GlobStep[] = [];
  const positive = inside === undefined ? pattern.slice(bangs).replace(/^\.\//, "") : `@(${inside})`;
  const machine = new Machine(steps, [readGlob(folding(options)(positive), steps)], options.dot === true);
  if (inside === undefined) return (text) => !machine.matches(text);
  return (text) => !text.includes("/") && text !== "" && !machine.matches(text);
}

function folding({ nocase }: GlobOptions): (text: string) => string {
  return nocase ? (text) => text.toLowerCase() : (text) => text;
}

function bangsOf(pattern: string): number {
  return /^!*/.exec(pattern)?.[0].length ?? 0;
}

/** `a|b` of `!(a|b)`, where that is the whole pattern. */
function wholeNegation(pattern: string): string | undefined {
  if (!pattern.startsWith("!(")) return undefined;
  return groupAt(pattern, 1, pattern.length)?.close === pattern.length - 1 ? pattern.slice(2, -1) : undefined;
}
