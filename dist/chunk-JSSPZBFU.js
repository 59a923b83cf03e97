import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  escapeSequences
} from "./chunk-OZE7IRRJ.js";

// src/engine/text/printable.ts
var colour = /^\u001b\[[0-9;:]*m$/;
var controls = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
var suspicious = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
function printableLines(text, { colours = false } = {}) {
  if (ascii.test(text)) return [text];
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
var words = /^(?:[!-~]+(?: [!-~]+)*)?$/;
function withMarks(text, mark2, pattern = unseenOrSeen) {
  if (ascii.test(text)) return text;
  return text.replace(
    pattern,
    (whole, character) => character === void 0 ? whole : mark2(character)
  );
}
function mark(character) {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
}
function visible(text) {
  return withMarks(text, (character) => character === "	" ? character : character === "\n" ? "\u23CE" : mark(character));
}
function printableText(text) {
  return printableLines(text, { colours: true }).join("\n");
}
function oneLine(text) {
  if (words.test(text)) return text;
  return printableLines(withMarks(text.trim(), mark, formatOrSeen)).map((line) => line.trim()).join(" \u23CE ").replace(/[\s\u2028\u2029]+/g, " ").trim();
}

export {
  printableLines,
  withMarks,
  visible,
  printableText,
  oneLine
};
