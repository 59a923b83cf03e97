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

/** Text on one line: line breaks become `⏎`, runs of other white space one space. */
export function oneLine(text: string): string {
  return printableLines(text.trim())
    .map((line) => line.trim())
    .join(" ⏎ ")
    .replace(/[\s\u2028\u2029]+/g, " ");
}
