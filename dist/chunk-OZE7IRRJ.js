import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/redaction/invisible.ts
var within = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u0017\\u0019\\u001c-\\u001f\\u007f";
var toEnd = "\\u001b\\u0090\\u0098\\u009c-\\u009f\\n\\r";
var end = `\\u001b[${within}]*\\\\|\\u009c`;
var strings = (introducers) => [
  `${introducers("\\]", "\\u009d")}[^\\u0007${toEnd}]*(?:\\u0007|${end})`,
  // titles, links
  `${introducers("[P_^X]", "\\u0090\\u0098\\u009e\\u009f")}[^${toEnd}]*(?:${end})`
];
var sequences = (introducers) => {
  const cursorAndColours = `${introducers("\\[", "\\u009b")}[0-?${within}]*[ -\\/${within}]*[@-~]?`;
  return [...strings(introducers), cursorAndColours, `\\u001b[ -\\/${within}]*[0-~]?`].join("|");
};
var sevenBits = (letters) => `\\u001b[${within}]*${letters}`;
var eightBits = (letters, codes) => `(?:${sevenBits(letters)}|[${codes}])`;
var escapeSequences = new RegExp(sequences(eightBits), "g");
var character = "[[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\p{Zl}\\p{Zp}\\u2800]--[\\t\\n\\r]]";
var invisible = new RegExp(character, "v");
function invisibleCharacters() {
  return new RegExp(character, "gv");
}
var readings = {
  terminal: new RegExp(`${sequences(eightBits)}|${character}`, "gv"),
  escapes: new RegExp(`${sequences(sevenBits)}|${character}`, "gv"),
  characters: new RegExp(character, "gv")
};
var introduced = /[\u001b\u0090\u0098\u009b\u009d-\u009f]/;
var Reading = class {
  text;
  #length;
  #kept;
  #known;
  /** @param kept asked for once a place is: most texts hold nothing */
  constructor(source, text, kept) {
    this.text = text;
    this.#length = source.length;
    this.#kept = kept;
  }
  get #stretches() {
    this.#known ??= stretchesOf(this.#kept());
    return this.#known;
  }
  /** Where a stretch stands in the text that was read, with what is invisible inside of it. */
  place({ start, end: end2 }) {
    return { start: this.placeOf(start), end: end2 > start ? this.placeOf(end2 - 1) + 1 : this.placeOf(start) };
  }
  placeOf(at) {
    if (at >= this.text.length) return this.#length;
    const { starts, origins } = this.#stretches;
    const stretch = lastUpTo(starts, at);
    return origins[stretch] + at - starts[stretch];
  }
  /** What is left out around a place of the text that was read: the stretch that begins before it. */
  gapAt(place) {
    const { starts, origins } = this.#stretches;
    const stretch = lastUpTo(origins, place - 1);
    const from = starts[stretch] ?? 0;
    const length = stretch < 0 ? 0 : (starts[stretch + 1] ?? this.text.length) - from;
    const start = (origins[stretch] ?? 0) + length;
    return start < place ? { start, end: origins[stretch + 1] ?? this.#length } : void 0;
  }
};
function stretchesOf(kept) {
  const starts = [];
  let length = 0;
  for (const { start, end: end2 } of kept) {
    starts.push(length);
    length += end2 - start;
  }
  return { starts, origins: kept.map(({ start }) => start) };
}
function lastUpTo(numbers, limit) {
  let low = -1;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (numbers[middle] <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
function readingsOf(text) {
  if (!invisible.test(text)) return [];
  const found = [without(text, readings.terminal)];
  const add = (reading) => {
    if (found.every((known) => known.text !== reading.text)) found.push(reading);
  };
  if (text.includes("\b")) add(overstruck(text));
  if (introduced.test(text)) {
    add(without(text, readings.escapes));
    add(without(text, readings.characters));
  }
  return found;
}
function without(text, pattern) {
  return new Reading(text, text.replace(pattern, ""), () => visible(text, pattern));
}
function overstruck(text) {
  const kept = visible(text, readings.terminal, () => {
  });
  return new Reading(text, kept.map(({ start, end: end2 }) => text.slice(start, end2)).join(""), () => kept);
}
function struckOut(text) {
  if (!text.includes("\b")) return [];
  return [readings.terminal, ...introduced.test(text) ? [readings.characters] : []].map((pattern) => {
    const ends = new Int32Array(text.length);
    visible(text, pattern, (character2, end2) => {
      ends[character2] = end2;
    });
    return ends;
  });
}
function mayHide(text) {
  return text.includes("\\") || invisible.test(text);
}
function visibleText(text) {
  return invisible.test(text) ? text.replace(readings.terminal, "") : text;
}
function visibleJson(text) {
  return text.replace(
    readings.characters,
    (one) => one.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
  );
}
function visible(text, pattern, struck) {
  const kept = [];
  let at = 0;
  const keep = (end2) => {
    if (end2 > at) kept.push({ start: at, end: end2 });
  };
  for (const { index, 0: gap } of text.matchAll(pattern)) {
    keep(index);
    at = index + gap.length;
    const last = kept.at(-1);
    if (struck === void 0 || gap !== "\b" || last === void 0) continue;
    last.end -= isLowSurrogate(text.charCodeAt(last.end - 1)) ? 2 : 1;
    struck(last.end, at);
    if (last.end <= last.start) kept.pop();
  }
  keep(text.length);
  return kept;
}
function isLowSurrogate(code) {
  return code >= 56320 && code <= 57343;
}
var escapeCodes = /\\(?:\0*([\\"'/])|u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3][0-7]{2})|([abefnrtv]))/g;
var named = {
  ...{ a: "\x07", b: "\b", e: "\x1B", f: "\f", v: "\v" },
  // They end a sequence.
  ...{ n: "\n", r: "\r", t: "	" }
};
function decoded(text) {
  const once = decodedOnce(text);
  const twice = once && decodedOnce(once.text);
  return [once, twice].flatMap((one) => one?.found ? [one.text] : []);
}
function decodedOnce(text) {
  if (!text.includes("\\")) return void 0;
  let found = false;
  const result = text.replace(escapeCodes, (code, itself, high, low, four, two, octal, letter) => {
    if (itself !== void 0) return itself.padStart(code.length, "\0");
    const digits = high ?? four ?? two;
    const first = named[letter] ?? String.fromCharCode(octal === void 0 ? Number.parseInt(digits, 16) : Number.parseInt(octal, 8));
    const made = low === void 0 ? first : first + String.fromCharCode(Number.parseInt(low, 16));
    const hides = invisible.test(made);
    if (!hides && letter === void 0) return code;
    found ||= hides;
    return made.padEnd(code.length, "\0");
  });
  return { text: result, found };
}

export {
  within,
  escapeSequences,
  invisibleCharacters,
  readingsOf,
  struckOut,
  mayHide,
  visibleText,
  visibleJson,
  decoded
};
