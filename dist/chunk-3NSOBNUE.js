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
var readings = {
  terminal: new RegExp(`${sequences(eightBits)}|${character}`, "gv"),
  escapes: new RegExp(`${sequences(sevenBits)}|${character}`, "gv"),
  characters: new RegExp(character, "gv")
};
var introduced = /[\u001b\u0090\u0098\u009b\u009d-\u009f]/;
var Reading = class {
  text;
  /** Where stretches begin, in this text and in the one that it was made of. */
  #starts;
  #origins;
  #length;
  constructor(source, kept) {
    const starts = [];
    let length = 0;
    for (const { start, end: end2 } of kept) {
      starts.push(length);
      length += end2 - start;
    }
    this.#starts = starts;
    this.#origins = kept.map(({ start }) => start);
    this.#length = source.length;
    this.text = kept.map(({ start, end: end2 }) => source.slice(start, end2)).join("");
  }
  /** Where a stretch stands in the text that was read, with what is invisible inside of it. */
  place({ start, end: end2 }) {
    return { start: this.placeOf(start), end: end2 > start ? this.placeOf(end2 - 1) + 1 : this.placeOf(start) };
  }
  placeOf(at) {
    if (at >= this.text.length) return this.#length;
    const stretch = lastUpTo(this.#starts, at);
    return this.#origins[stretch] + at - this.#starts[stretch];
  }
  /** What is left out around a place of the text that was read: the stretch that begins before it. */
  gapAt(place) {
    const stretch = lastUpTo(this.#origins, place - 1);
    const from = this.#starts[stretch] ?? 0;
    const length = stretch < 0 ? 0 : (this.#starts[stretch + 1] ?? this.text.length) - from;
    const start = (this.#origins[stretch] ?? 0) + length;
    return start < place ? { start, end: this.#origins[stretch + 1] ?? this.#length } : void 0;
  }
};
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
  const found = [new Reading(text, visible(text, readings.terminal))];
  const add = (pattern, overstrikes = false) => {
    const reading = new Reading(text, visible(text, pattern, overstrikes));
    if (found.every((known) => known.text !== reading.text)) found.push(reading);
  };
  if (text.includes("\b")) add(readings.terminal, true);
  if (introduced.test(text)) {
    add(readings.escapes);
    add(readings.characters);
  }
  return found;
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
function visible(text, pattern, overstrikes = false) {
  const kept = [];
  let at = 0;
  const keep = (end2) => {
    if (end2 > at) kept.push({ start: at, end: end2 });
  };
  for (const { index, 0: gap } of text.matchAll(pattern)) {
    keep(index);
    at = index + gap.length;
    const last = kept.at(-1);
    if (!overstrikes || gap !== "\b" || last === void 0) continue;
    last.end -= isLowSurrogate(text.charCodeAt(last.end - 1)) ? 2 : 1;
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

// src/engine/text/printable.ts
var colour = /^\u001b\[[0-9;:]*m$/;
var controls = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
var suspicious = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
function printableLines(text, { colours = false } = {}) {
  return text.split(/\r\n|\n|\r/).map((line) => printable(line, colours));
}
function printable(line, colours) {
  if (!suspicious.test(line)) return line;
  let kept = false;
  const cleaned = line.replace(escapeSequences, (sequence) => {
    if (!colours || !colour.test(sequence)) return "";
    kept = true;
    return sequence;
  });
  const shown = cleaned.replace(controls, "");
  return kept ? `${shown}\x1B[0m` : shown;
}
var unseen = "\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800";
var pictograph = "\\p{Extended_Pictographic}(?:[\\ufe0e\\ufe0f]|\\p{Emoji_Modifier})?";
var flag = "\\u{1f3f4}\\u{e0067}\\u{e0062}(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f}";
var signs = "[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2]";
var persian = "(?<=\\p{Script=Arabic})\\u200c(?=\\p{Script=Arabic})";
var virama = "\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca";
var conjunct = `(?<=[${virama}])[\\u200c\\u200d](?=\\p{L})`;
var seen = `${flag}|${pictograph}(?:\\u200d${pictograph})*|[0-9#*]\\ufe0f\\u20e3|${signs}|${persian}|${conjunct}`;
var formatOrSeen = new RegExp(`${seen}|([${unseen}])`, "gu");
var unseenOrSeen = new RegExp(`${seen}|([${unseen}\\p{Cc}])`, "gu");
var ascii = /^[ -~]*$/;
function withMarks(text, mark2, pattern = unseenOrSeen) {
  if (ascii.test(text)) return text;
  return text.replace(
    pattern,
    (whole, character2) => character2 === void 0 ? whole : mark2(character2)
  );
}
function mark(character2) {
  return `<U+${(character2.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
}
function visible2(text) {
  return withMarks(text, (character2) => character2 === "	" ? character2 : character2 === "\n" ? "\u23CE" : mark(character2));
}
function printableText(text) {
  return printableLines(text, { colours: true }).join("\n");
}
function oneLine(text) {
  return printableLines(withMarks(text.trim(), mark, formatOrSeen)).map((line) => line.trim()).join(" \u23CE ").replace(/[\s\u2028\u2029]+/g, " ").trim();
}

export {
  readingsOf,
  visibleText,
  visibleJson,
  decoded,
  printableLines,
  withMarks,
  visible2 as visible,
  printableText,
  oneLine
};
