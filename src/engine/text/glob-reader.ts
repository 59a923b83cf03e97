import { type GlobStep, slash } from "./glob-machine.ts";

/** A longer one is no pattern that somebody wrote; a path has at most 4,096 characters. */
export const globLimit = 1_000;

interface Group {
  /** Where it is closed. */
  readonly close: number;
  /** Its alternatives, from and to. */
  readonly parts: readonly (readonly [number, number])[];
}

/** The group that is opened at `open` by `{` or `(`; undefined: nothing closes it. */
export function groupAt(pattern: string, open: number, end: number): Group | undefined {
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

/**
 * Adds the steps of a pattern.
 * @returns where it begins
 */
export function readGlob(pattern: string, steps: GlobStep[]): number {
  const start = steps.length;
  new Reader(pattern, steps).read(0, pattern.length, true, true);
  steps.push({ is: "end" });
  return start;
}

/** Reads one pattern, from left to right, and makes steps of it. */
class Reader {
  readonly #pattern: string;
  readonly #steps: GlobStep[];

  constructor(pattern: string, steps: GlobStep[]) {
    this.#pattern = pattern;
    this.#steps = steps;
  }

  /**
   * Makes steps of a part of the pattern.
   * @param first a name begins where it begins
   * @param last a name ends where it ends
   */
  read(start: number, end: number, first: boolean, last: boolean): void {
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
            this.read(from, to, first, last),
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
