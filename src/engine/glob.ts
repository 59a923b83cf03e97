/**
 * Globs, matched in time linear in the text: a pattern becomes a machine that is in all its states at once, so nothing is
 * ever tried again.
 */

/** A longer one is no pattern that somebody wrote; a path has at most 4,096 characters. */
export const globLimit = 1_000;

export interface GlobOptions {
  /** Wildcards match a dot at the beginning of a name. */
  readonly dot?: boolean;
  /** Case does not count. */
  readonly nocase?: boolean;
  /** A path: `!` at its beginning is a character like others. */
  readonly path?: boolean;
}

export interface Glob {
  matches(text: string): boolean;
  /** May something that begins with this text match? */
  leads(beginning: string): boolean;
}

/** What makes a pattern none that can be matched, after its name: `is longer than …`; undefined: nothing. */
export function globProblem(pattern: string): string | undefined {
  if (pattern.length > globLimit) return `is longer than ${globLimit.toLocaleString("en")} characters`;
  const inside = wholeNegation(pattern);
  const at = (inside ?? pattern).search(/(?<!\\)!\(/);
  return at === -1 ? undefined : "has `!(…)` as a part; it can only be the whole pattern";
}

/** Has a pattern anything but plain characters? */
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
  if (globProblem(pattern) !== undefined) return exactly(pattern);
  const inside = options.path ? undefined : wholeNegation(pattern);
  if (inside !== undefined) {
    const machine = new Machine(`@(${inside})`, options);
    return without((text) => !text.includes("/") && text !== "" && !machine.matches(text), pattern);
  }
  const bangs = options.path ? 0 : (/^!*/.exec(pattern)?.[0].length ?? 0);
  const machine = new Machine(pattern.slice(bangs).replace(/^\.\//, ""), options);
  if (bangs % 2 === 1) return without((text) => !machine.matches(text), pattern);
  return { matches: (text) => text === pattern || machine.matches(text), leads: (text) => machine.leads(text) };
}

/** Does a text match one of the patterns? */
export function globMatcher(patterns: readonly string[], options: GlobOptions = {}): (text: string) => boolean {
  const globs = patterns.map((pattern) => compileGlob(pattern, options));
  return (text) => globs.some((glob) => glob.matches(text));
}

function exactly(pattern: string): Glob {
  return { matches: (text) => text === pattern, leads: (beginning) => pattern.startsWith(beginning) };
}

function without(matches: (text: string) => boolean, pattern: string): Glob {
  return { matches: (text) => text === pattern || matches(text), leads: () => true };
}

/** `a|b` of `!(a|b)`, where that is the whole pattern. */
function wholeNegation(pattern: string): string | undefined {
  if (!pattern.startsWith("!(")) return undefined;
  return groupAt(pattern, 1, pattern.length)?.close === pattern.length - 1 ? pattern.slice(2, -1) : undefined;
}

interface Group {
  /** Where it is closed. */
  readonly close: number;
  /** Its alternatives, from and to. */
  readonly parts: readonly (readonly [number, number])[];
}

/** The group that is opened at `open` by `{` or `(`; undefined: nothing closes it. */
function groupAt(pattern: string, open: number, end: number): Group | undefined {
  const [mark, closing, cut] = pattern[open] === "{" ? ["{", "}", ","] : ["(", ")", "|"];
  const parts: [number, number][] = [];
  let from = open + 1;
  let depth = 0;
  for (let at = open; at < end; at++) {
    const character = pattern[at];
    if (character === "\\") at++;
    else if (character === mark) depth++;
    else if (depth === 1 && character === cut) {
      parts.push([from, at]);
      from = at + 1;
    } else if (character === closing && --depth === 0) return { close: at, parts: [...parts, [from, at]] };
  }
  return undefined;
}

type Step =
  | { readonly is: "character"; readonly code: number }
  /** Any character but a slash. */
  | { readonly is: "wild" }
  /** Any character. */
  | { readonly is: "each" }
  | { readonly is: "class"; readonly negated: boolean; readonly ranges: readonly (readonly [number, number])[] }
  /** Goes on at each of these, and not with the next step. */
  | { readonly is: "go"; to: number[] }
  | { readonly is: "end" };

const slash = 47;
const point = 46;

class Machine {
  readonly #steps: Step[] = [];
  readonly #pattern: string;
  readonly #dot: boolean;
  readonly #nocase: boolean;

  constructor(pattern: string, { dot = false, nocase = false }: GlobOptions) {
    this.#pattern = nocase ? pattern.toLowerCase() : pattern;
    this.#dot = dot;
    this.#nocase = nocase;
    this.#read(0, this.#pattern.length, true, true);
    this.#steps.push({ is: "end" });
  }

  matches(text: string): boolean {
    return this.#run(text).some((state) => this.#steps[state]?.is === "end");
  }

  leads(beginning: string): boolean {
    return this.#run(beginning).length > 0;
  }

  /** @returns the states after the whole text */
  #run(given: string): readonly number[] {
    const text = this.#nocase ? given.toLowerCase() : given;
    /** The last position at which a state was entered, plus one. */
    const entered = new Uint32Array(this.#steps.length);
    let states = this.#enter([0], 1, entered);
    for (let at = 0; at < text.length && states.length > 0; at++) {
      const code = text.charCodeAt(at);
      const hidden = code === point && !this.#dot && (at === 0 || text.charCodeAt(at - 1) === slash);
      const next: number[] = [];
      for (const state of states) if (this.#takes(this.#steps[state] as Step, code, hidden)) next.push(state + 1);
      states = this.#enter(next, at + 2, entered);
    }
    return states;
  }

  /** These states, and where they go without taking a character. */
  #enter(open: number[], position: number, entered: Uint32Array): number[] {
    const states: number[] = [];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (entered[state] === position) continue;
      entered[state] = position;
      const step = this.#steps[state];
      if (step?.is === "go") open.push(...step.to);
      else states.push(state);
    }
    return states;
  }

  #takes(step: Step, code: number, hidden: boolean): boolean {
    switch (step.is) {
      case "character":
        return step.code === code;
      case "wild":
        return code !== slash && !hidden;
      case "each":
        return !hidden;
      case "class":
        return code !== slash && step.ranges.some(([from, to]) => from <= code && code <= to) !== step.negated;
      default:
        return false;
    }
  }

  /**
   * Makes steps of a part of the pattern.
   * @param first a name begins where it begins
   * @param last a name ends where it ends
   */
  #read(start: number, end: number, first: boolean, last: boolean): void {
    const pattern = this.#pattern;
    let at = start;
    while (at < end) {
      const begins = at === start ? first : pattern[at - 1] === "/";
      const character = pattern[at] as string;
      const group = pattern[at + 1] === "(" && "*?+@".includes(character) ? groupAt(pattern, at + 1, end) : undefined;
      if (group !== undefined) {
        this.#repeated(character, () => this.#choice(group, begins, group.close + 1 === end && last));
        at = group.close + 1;
      } else if (character === "*") at = this.#stars(at, end, begins, last);
      else if (
        character === "/" &&
        last &&
        at > 0 &&
        pattern[at - 1] !== "*" &&
        /^\/\*\*+$/.test(pattern.slice(at, end))
      ) {
        // A folder and all below it: also the folder itself.
        this.#repeated("?", () => {
          this.#steps.push({ is: "character", code: slash });
          this.#repeated("*", () => this.#steps.push({ is: "each" }));
        });
        at = end;
      } else if (character === "?") {
        this.#steps.push({ is: "wild" });
        at++;
      } else at = this.#bracket(at, end, begins, last) ?? this.#character(at, end);
    }
  }

  #character(at: number, end: number): number {
    const escaped = this.#pattern[at] === "\\" && at + 1 < end;
    this.#steps.push({ is: "character", code: this.#pattern.charCodeAt(escaped ? at + 1 : at) });
    return escaped ? at + 2 : at + 1;
  }

  /** One or more stars. */
  #stars(start: number, end: number, begins: boolean, last: boolean): number {
    let at = start + 1;
    while (at < end && this.#pattern[at] === "*" && this.#pattern[at + 1] !== "(") at++;
    const ends = at === end ? last : this.#pattern[at] === "/";
    if (begins && ends && at - start > 1) {
      const each = () => this.#repeated("*", () => this.#steps.push({ is: "each" }));
      if (at === end) {
        each();
        return at;
      }
      this.#repeated("?", () => {
        each();
        this.#steps.push({ is: "character", code: slash });
      });
      return at + 1;
    }
    // A whole name is never empty.
    this.#repeated(begins && ends ? "+" : "*", () => this.#steps.push({ is: "wild" }));
    return at;
  }

  /** A class, braces or parentheses; undefined: it is a plain character. */
  #bracket(at: number, end: number, begins: boolean, last: boolean): number | undefined {
    const character = this.#pattern[at];
    if (character === "[") return this.#class(at, end);
    if (character !== "{" && character !== "(") return undefined;
    const group = groupAt(this.#pattern, at, end);
    if (group === undefined) return undefined;
    if (group.parts.length > 1) {
      this.#choice(group, begins, group.close + 1 === end && last);
      return group.close + 1;
    }
    const range = character === "{" ? /^([^\\])\.\.([^\\])$/s.exec(this.#pattern.slice(at + 1, group.close)) : null;
    const numbers = character === "{" ? numbersOf(this.#pattern.slice(at + 1, group.close)) : undefined;
    if (numbers !== undefined) this.#alternatives(numbers.map((number) => () => this.#text(number)));
    else if (range) {
      const [from, to] = [range[1] as string, range[2] as string].map((one) => one.charCodeAt(0)).sort((a, b) => a - b);
      this.#steps.push({ is: "class", negated: false, ranges: [[from as number, to as number]] });
    } else return undefined;
    return group.close + 1;
  }

  #text(text: string): void {
    for (let at = 0; at < text.length; at++) this.#steps.push({ is: "character", code: text.charCodeAt(at) });
  }

  #class(start: number, end: number): number | undefined {
    const pattern = this.#pattern;
    let at = start + 1;
    const negated = pattern[at] === "!" || pattern[at] === "^";
    if (negated) at++;
    const ranges: [number, number][] = [];
    const first = at;
    const one = (): number => {
      if (pattern[at] === "\\" && at + 1 < end) at++;
      return pattern.charCodeAt(at++);
    };
    while (at < end && (pattern[at] !== "]" || at === first)) {
      const from = one();
      const isRange = pattern[at] === "-" && at + 1 < end && pattern[at + 1] !== "]";
      if (isRange) at++;
      ranges.push([from, isRange ? one() : from]);
    }
    if (at >= end) return undefined;
    const written = pattern.slice(start, at + 1);
    const member = () => this.#steps.push({ is: "class", negated, ranges });
    // `[1]` is often a part of a name.
    if (/^\[[^\]\\^!*+?.${}(|)[-]+\]$/.test(written)) this.#alternatives([member, () => this.#text(written)]);
    else member();
    return at + 1;
  }

  #choice({ parts }: Group, first: boolean, last: boolean): void {
    this.#alternatives(
      parts.map(
        ([from, to]) =>
          () =>
            this.#read(from, to, first, last),
      ),
    );
  }

  #alternatives(bodies: readonly (() => void)[]): void {
    const fork = { is: "go" as const, to: [] as number[] };
    this.#steps.push(fork);
    const joins: { is: "go"; to: number[] }[] = [];
    for (const body of bodies) {
      fork.to.push(this.#steps.length);
      body();
      const join = { is: "go" as const, to: [] as number[] };
      this.#steps.push(join);
      joins.push(join);
    }
    for (const join of joins) join.to.push(this.#steps.length);
  }

  /** @param how `@` once, `?` once or not, `*` any number of times, `+` at least once */
  #repeated(how: string, body: () => void): void {
    const fork = { is: "go" as const, to: [] as number[] };
    if (how === "?" || how === "*") this.#steps.push(fork);
    const start = this.#steps.length;
    fork.to.push(start);
    body();
    if (how === "*") this.#steps.push({ is: "go", to: [start - 1] });
    if (how === "+") this.#steps.push({ is: "go", to: [start, this.#steps.length + 1] });
    fork.to.push(this.#steps.length);
  }
}

/** The texts of `1..12`, or `01..12`; undefined: it is no range of numbers, or one of a great many. */
function numbersOf(text: string): readonly string[] | undefined {
  const match = /^(-?\d{1,9})\.\.(-?\d{1,9})$/.exec(text);
  const [one, other] = [match?.[1], match?.[2]];
  if (one === undefined || other === undefined) return undefined;
  const [from, to] = [Number(one), Number(other)].sort((a, b) => a - b) as [number, number];
  if (to - from >= globLimit) return undefined;
  const padded = [one, other].some((written) => /^-?0\d/.test(written));
  const width = padded ? Math.max(one.length, other.length) : 0;
  const written = (number: number) =>
    number < 0 ? `-${String(-number).padStart(width - 1, "0")}` : String(number).padStart(width, "0");
  return Array.from({ length: to - from + 1 }, (_, index) => written(from + index));
}
