export type GlobStep =
  | { readonly is: "character"; readonly code: number }
  /** Any character but a slash. */
  | { readonly is: "wild" }
  /** Any character. */
  | { readonly is: "each" }
  | { readonly is: "class"; readonly negated: boolean; readonly ranges: readonly (readonly [number, number])[] }
  /** Goes on at each of these, and not with the next step. */
  | { readonly is: "go"; to: number[] }
  | { readonly is: "end" };

export const slash = 47;
const point = 46;

/** Characters below have a slot each in `near`; the last slot is for the dot of a hidden name. */
const nearby = 128;
/** How much a machine remembers: about so many references. */
const remembered = 2 ** 18;

/** A set of states. */
interface Place {
  readonly states: readonly number[];
  readonly ends: boolean;
  /** Where a character leads from here, as far as that is known. */
  readonly near: (Place | undefined)[];
  far?: Map<number, Place>;
}

/**
 * Is in all its states at once. It remembers where characters led, and forgets it all when that is too much: each
 * character costs at most one look at each state, and mostly none.
 */
export class Machine {
  readonly #steps: readonly GlobStep[];
  readonly #starts: readonly number[];
  readonly #dot: boolean;
  #places = new Map<string, Place>();
  #start: Place | undefined;
  #room = remembered;

  /**
   * @param starts the steps with which its patterns begin
   * @param dot wildcards match a dot at the beginning of a name
   */
  constructor(steps: readonly GlobStep[], starts: readonly number[], dot: boolean) {
    this.#steps = steps;
    this.#starts = starts;
    this.#dot = dot;
  }

  matches(text: string): boolean {
    return this.#after(text).ends;
  }

  leads(beginning: string): boolean {
    return this.#after(beginning).states.length > 0;
  }

  #after(text: string): Place {
    this.#start ??= this.#place([...this.#starts]);
    let place = this.#start;
    let begins = true;
    for (let at = 0; at < text.length && place.states.length > 0; at++) {
      const code = text.charCodeAt(at);
      const hidden = begins && code === point && !this.#dot;
      begins = code === slash;
      const known = code < nearby ? place.near[hidden ? nearby : code] : place.far?.get(code);
      place = known ?? this.#go(place, code, hidden);
    }
    return place;
  }

  #go(from: Place, code: number, hidden: boolean): Place {
    const next: number[] = [];
    for (const state of from.states) if (takes(this.#steps[state] as GlobStep, code, hidden)) next.push(state + 1);
    const place = this.#place(next);
    if (code < nearby) from.near[hidden ? nearby : code] = place;
    else {
      from.far ??= new Map();
      from.far.set(code, place);
      this.#room -= 4;
    }
    return place;
  }

  /** The place of these states, and of those where they go without taking a character. */
  #place(open: number[]): Place {
    if (this.#room < 0) {
      this.#places = new Map();
      this.#start = undefined;
      this.#room = remembered;
    }
    const entered = new Set<number>();
    const states: number[] = [];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (entered.has(state)) continue;
      entered.add(state);
      const step = this.#steps[state];
      if (step?.is === "go") for (const to of step.to) open.push(to);
      else states.push(state);
    }
    const key = states.sort((a, b) => a - b).join();
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const ends = states.some((state) => this.#steps[state]?.is === "end");
    const place: Place = { states, ends, near: new Array(nearby + 1).fill(undefined) };
    this.#places.set(key, place);
    this.#room -= nearby + 2 * states.length;
    return place;
  }
}

function takes(step: GlobStep, code: number, hidden: boolean): boolean {
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
