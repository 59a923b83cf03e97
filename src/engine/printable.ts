import { escapeSequences } from "./invisible.ts";

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
const pictograph = "\\p{Extended_Pictographic}(?:\\ufe0f|\\p{Emoji_Modifier})?";
// An emoji may be joined of several, and a few format characters of Arabic and Syriac are signs that show.
const seen = `${pictograph}(?:\\u200d${pictograph})*|[0-9#*]\\ufe0f\\u20e3|[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2]`;
const formatOrSeen = new RegExp(`${seen}|([${unseen}])`, "gu");
const unseenOrSeen = new RegExp(`${seen}|([${unseen}\\p{Cc}])`, "gu");
const ascii = /^[ -~]*$/;

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
  return printableLines(withMarks(text.trim(), mark, formatOrSeen))
    .map((line) => line.trim())
    .join(" ⏎ ")
    .replace(/[\s\u2028\u2029]+/g, " ")
    .trim();
}
