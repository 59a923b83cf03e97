import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  grouped
} from "./chunk-GNBVHH4E.js";

// src/engine/text/glob-machine.ts
var slash = 47;
var point = 46;
var nearby = 128;
var remembered = 2 ** 18;
var Machine = class {
  #steps;
  #starts;
  #dot;
  #places = /* @__PURE__ */ new Map();
  #start;
  #room = remembered;
  /**
   * @param starts the steps with which its patterns begin
   * @param dot wildcards match a dot at the beginning of a name
   */
  constructor(steps, starts, dot) {
    this.#steps = steps;
    this.#starts = starts;
    this.#dot = dot;
  }
  matches(text) {
    return this.#after(text).ends;
  }
  leads(beginning) {
    return this.#after(beginning).states.length > 0;
  }
  #after(text) {
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
  #go(from, code, hidden) {
    const next = [];
    for (const state of from.states) if (takes(this.#steps[state], code, hidden)) next.push(state + 1);
    const place = this.#place(next);
    if (code < nearby) from.near[hidden ? nearby : code] = place;
    else {
      from.far ??= /* @__PURE__ */ new Map();
      from.far.set(code, place);
      this.#room -= 4;
    }
    return place;
  }
  /** The place of these states, and of those where they go without taking a character. */
  #place(open) {
    if (this.#room < 0) {
      this.#places = /* @__PURE__ */ new Map();
      this.#start = void 0;
      this.#room = remembered;
    }
    const entered = /* @__PURE__ */ new Set();
    const states = [];
    for (let state = open.pop(); state !== void 0; state = open.pop()) {
      if (entered.has(state)) continue;
      entered.add(state);
      const step = this.#steps[state];
      if (step?.is === "go") for (const to of step.to) open.push(to);
      else states.push(state);
    }
    const key = states.sort((a, b) => a - b).join();
    const known = this.#places.get(key);
    if (known !== void 0) return known;
    const ends = states.some((state) => this.#steps[state]?.is === "end");
    const place = { states, ends, near: new Array(nearby + 1).fill(void 0) };
    this.#places.set(key, place);
    this.#room -= nearby + 2 * states.length;
    return place;
  }
};
function takes(step, code, hidden) {
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

// src/engine/text/glob.ts
var globLimit = 1e3;
function globProblem(pattern) {
  if (pattern.length > globLimit) return `is longer than ${grouped(globLimit)} characters`;
  const inside = wholeNegation(pattern);
  const at = (inside ?? pattern).search(/(?<!\\)!\(/);
  return at === -1 ? void 0 : "has `!(\u2026)` as a part; it can only be the whole pattern";
}
function isGlob(pattern) {
  return /[*?[{(\\]|^!/.test(pattern);
}
function escapeGlob(text) {
  return text.replaceAll(/[\\*?[\]{}()!+@|,]/g, "\\$&");
}
function plainFolders(pattern) {
  const names = pattern.split("/").slice(0, -1);
  const first = names.findIndex((name) => isGlob(name.replaceAll(/\\./gs, "")));
  return names.slice(0, first === -1 ? names.length : first).map((name) => name.replaceAll(/\\(.)/gs, "$1"));
}
function compileGlob(pattern, options = {}) {
  return compileGlobs([pattern], options);
}
function compileGlobs(patterns, options = {}) {
  const fold = folding(options);
  const written = new Set(patterns);
  const plain = /* @__PURE__ */ new Set();
  const steps = [];
  const starts = [];
  const negations = [];
  const names = [];
  for (const pattern of written) {
    if (globProblem(pattern) !== void 0) {
      names.push(fold(pattern));
      continue;
    }
    const negation = negated(pattern, options);
    const bangs = options.path ? 0 : bangsOf(pattern);
    const positive = fold(pattern.slice(bangs).replace(/^\.\//, ""));
    if (negation !== void 0) negations.push(negation);
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
    }
  };
}
function globMatcher(patterns, options = {}) {
  return compileGlobs(patterns, options).matches;
}
function negated(pattern, options) {
  const inside = options.path ? void 0 : wholeNegation(pattern);
  const bangs = options.path ? 0 : bangsOf(pattern);
  if (inside === void 0 && bangs % 2 === 0) return void 0;
  const steps = [];
  const positive = inside === void 0 ? pattern.slice(bangs).replace(/^\.\//, "") : `@(${inside})`;
  const machine = new Machine(steps, [readGlob(folding(options)(positive), steps)], options.dot === true);
  if (inside === void 0) return (text) => !machine.matches(text);
  return (text) => !text.includes("/") && text !== "" && !machine.matches(text);
}
function folding({ nocase }) {
  return nocase ? (text) => text.toLowerCase() : (text) => text;
}
function bangsOf(pattern) {
  return /^!*/.exec(pattern)?.[0].length ?? 0;
}
function wholeNegation(pattern) {
  if (!pattern.startsWith("!(")) return void 0;
  return groupAt(pattern, 1, pattern.length)?.close === pattern.length - 1 ? pattern.slice(2, -1) : void 0;
}
function groupAt(pattern, open, end) {
  const [mark, closing, cut] = pattern[open] === "{" ? ["{", "}", ","] : ["(", ")", "|"];
  const parts = [];
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
  return void 0;
}
function readGlob(pattern, steps) {
  const start = steps.length;
  new Reader(pattern, steps).read(0, pattern.length, true, true);
  steps.push({ is: "end" });
  return start;
}
var Reader = class {
  #pattern;
  #steps;
  constructor(pattern, steps) {
    this.#pattern = pattern;
    this.#steps = steps;
  }
  /**
   * Makes steps of a part of the pattern.
   * @param first a name begins where it begins
   * @param last a name ends where it ends
   */
  read(start, end, first, last) {
    const pattern = this.#pattern;
    let at = start;
    while (at < end) {
      const begins = at === start ? first : pattern[at - 1] === "/";
      const character = pattern[at];
      const group = pattern[at + 1] === "(" && "*?+@".includes(character) ? groupAt(pattern, at + 1, end) : void 0;
      if (group !== void 0) {
        this.#repeated(character, () => this.#choice(group, begins, group.close + 1 === end && last));
        at = group.close + 1;
      } else if (character === "*") at = this.#stars(at, end, begins, last);
      else if (character === "/" && last && at > 0 && pattern[at - 1] !== "*" && /^\/\*\*+$/.test(pattern.slice(at, end))) {
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
  #character(at, end) {
    const escaped = this.#pattern[at] === "\\" && at + 1 < end;
    this.#steps.push({ is: "character", code: this.#pattern.charCodeAt(escaped ? at + 1 : at) });
    return escaped ? at + 2 : at + 1;
  }
  /** One or more stars. */
  #stars(start, end, begins, last) {
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
    this.#repeated(begins && ends ? "+" : "*", () => this.#steps.push({ is: "wild" }));
    return at;
  }
  /** A class, braces or parentheses; undefined: it is a plain character. */
  #bracket(at, end, begins, last) {
    const character = this.#pattern[at];
    if (character === "[") return this.#class(at, end);
    if (character !== "{" && character !== "(") return void 0;
    const group = groupAt(this.#pattern, at, end);
    if (group === void 0) return void 0;
    if (group.parts.length > 1) {
      this.#choice(group, begins, group.close + 1 === end && last);
      return group.close + 1;
    }
    const range = character === "{" ? /^([^\\])\.\.([^\\])$/s.exec(this.#pattern.slice(at + 1, group.close)) : null;
    const numbers = character === "{" ? numbersOf(this.#pattern.slice(at + 1, group.close)) : void 0;
    if (numbers !== void 0) this.#alternatives(numbers.map((number) => () => this.#text(number)));
    else if (range) {
      const [from, to] = [range[1], range[2]].map((one) => one.charCodeAt(0)).sort((a, b) => a - b);
      this.#steps.push({ is: "class", negated: false, ranges: [[from, to]] });
    } else return void 0;
    return group.close + 1;
  }
  #text(text) {
    for (let at = 0; at < text.length; at++) this.#steps.push({ is: "character", code: text.charCodeAt(at) });
  }
  #class(start, end) {
    const pattern = this.#pattern;
    let at = start + 1;
    const negated2 = pattern[at] === "!" || pattern[at] === "^";
    if (negated2) at++;
    const ranges = [];
    const first = at;
    const one = () => {
      if (pattern[at] === "\\" && at + 1 < end) at++;
      return pattern.charCodeAt(at++);
    };
    while (at < end && (pattern[at] !== "]" || at === first)) {
      const from = one();
      const isRange = pattern[at] === "-" && at + 1 < end && pattern[at + 1] !== "]";
      if (isRange) at++;
      ranges.push([from, isRange ? one() : from]);
    }
    if (at >= end) return void 0;
    const written = pattern.slice(start, at + 1);
    const member = () => this.#steps.push({ is: "class", negated: negated2, ranges });
    if (/^\[[^\]\\^!*+?.${}(|)[-]+\]$/.test(written)) this.#alternatives([member, () => this.#text(written)]);
    else member();
    return at + 1;
  }
  #choice({ parts }, first, last) {
    this.#alternatives(
      parts.map(
        ([from, to]) => () => this.read(from, to, first, last)
      )
    );
  }
  #alternatives(bodies) {
    const fork = { is: "go", to: [] };
    this.#steps.push(fork);
    const joins = [];
    for (const body of bodies) {
      fork.to.push(this.#steps.length);
      body();
      const join = { is: "go", to: [] };
      this.#steps.push(join);
      joins.push(join);
    }
    for (const join of joins) join.to.push(this.#steps.length);
  }
  /** @param how `@` once, `?` once or not, `*` any number of times, `+` at least once */
  #repeated(how, body) {
    const fork = { is: "go", to: [] };
    if (how === "?" || how === "*") this.#steps.push(fork);
    const start = this.#steps.length;
    fork.to.push(start);
    body();
    if (how === "*") this.#steps.push({ is: "go", to: [start - 1] });
    if (how === "+") this.#steps.push({ is: "go", to: [start, this.#steps.length + 1] });
    fork.to.push(this.#steps.length);
  }
};
function numbersOf(text) {
  const match = /^(-?\d{1,9})\.\.(-?\d{1,9})$/.exec(text);
  const [one, other] = [match?.[1], match?.[2]];
  if (one === void 0 || other === void 0) return void 0;
  const [from, to] = [Number(one), Number(other)].sort((a, b) => a - b);
  if (to - from >= globLimit) return void 0;
  const padded = [one, other].some((written2) => /^-?0\d/.test(written2));
  const width = padded ? Math.max(one.length, other.length) : 0;
  const written = (number) => number < 0 ? `-${String(-number).padStart(width - 1, "0")}` : String(number).padStart(width, "0");
  return Array.from({ length: to - from + 1 }, (_, index) => written(from + index));
}

export {
  globProblem,
  isGlob,
  escapeGlob,
  plainFolders,
  compileGlob,
  compileGlobs,
  globMatcher
};
