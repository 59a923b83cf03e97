import { escapeSequences } from "../redaction/invisible.ts";

const colour = /^\u001b\[[0-9;:]*m$/;
// C0 and C1 controls but tab and the escape of a kept colour, and characters that reorder text.
const controls = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const suspicious = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/**
 * Splits text into lines that a log or a terminal can show as they are: `\n`, `\r\n` and lone `\r` end a line;
 * control characters and escape sequences are taken out.
 * @param colours keep colour codes (SGR); every line that has one ends with a reset
 */
export function printableLines(text: string, { colours = false }: { readonly colours?: boolean } = {}): string[] {
  if (ascii.test(text)) return [text];
  return text.split(/\r\n|\n|\r/).map((line) => printable(line, colours));
}

function printable(line: string, colours: boolean): string {
  if (!suspicious.test(line)) return line;
  let kept = false;
  const cleaned = line.replace(escapeSequences, (sequence) => {
    if (!colours || !colour.test(sequence)) return "";
    kept = true;
    return sequence;
  });
  const shown = cleaned.replace(controls, "");
  return kept ? `${shown}\u001b[0m` : shown;
}

// What shows as nothing, or turns around what stands beside it: format characters, fillers, tags, halves of pairs.
const unseen = "\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800";
const pictograph = "\\p{Extended_Pictographic}(?:[\\ufe0e\\ufe0f]|\\p{Emoji_Modifier})?";
// Flags of England, Scotland and Wales.
const flag =
  "\\u{1f3f4}\\u{e0067}\\u{e0062}(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f}";
// A few format characters of Arabic and Syriac are signs that show.
const signs = "[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2]";
// What joins letters or keeps them apart changes how they look: in Arabic letters, and after a virama.
const persian = "(?<=\\p{Script=Arabic})\\u200c(?=\\p{Script=Arabic})";
const virama = "\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca";
const conjunct = `(?<=[${virama}])[\\u200c\\u200d](?=\\p{L})`;
// An emoji may be joined of several.
const seen = `${flag}|${pictograph}(?:\\u200d${pictograph})*|[0-9#*]\\ufe0f\\u20e3|${signs}|${persian}|${conjunct}`;
const formatOrSeen = new RegExp(`${seen}|([${unseen}])`, "gu");
const unseenOrSeen = new RegExp(`${seen}|([${unseen}\\p{Cc}])`, "gu");
const ascii = /^[ -~]*$/;
/** What stays as it is on one line, as most names and values do. */
const words = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** Text with something else in place of each control and each character that nobody would see. */
export function withMarks(text: string, mark: (character: string) => string, pattern = unseenOrSeen): string {
  if (ascii.test(text)) return text;
  return text.replace(pattern, (whole, character: string | undefined) =>
    character === undefined ? whole : mark(character),
  );
}

/** `<U+200B>` for a character that shows as nothing, so that two texts that differ look different. */
function mark(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
}

/** Text on one line, blanks as they are: line breaks become `⏎`, other controls and what is invisible `<U+200B>`. */
export function visible(text: string): string {
  return withMarks(text, (character) => (character === "\t" ? character : character === "\n" ? "⏎" : mark(character)));
}

/** Text as a terminal may show it: colours stay. Keeps the end of the last line, if it has one. */
export function printableText(text: string): string {
  return printableLines(text, { colours: true }).join("\n");
}

/** Text on one line: line breaks become `⏎`, runs of other white space one space, what is invisible `<U+200B>`. */
export function oneLine(text: string): string {
  if (words.test(text)) return text;
  return printableLines(withMarks(text.trim(), mark, formatOrSeen))
    .map((line) => line.trim())
    .join(" ⏎ ")
    .replace(/[\s\u2028\u2029]+/g, " ")
    .trim();
}
