import { printableLines } from "../engine/text/printable.ts";

// What the runner may skip when it compares text: controls, format characters, variation selectors and the like.
const ignorable = "[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]*";
const commandStart = new RegExp(`^[\\s\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]*:${ignorable}:`, "u");
const oldCommand = new RegExp(`(#${ignorable}#)(?=${ignorable}\\[)`, "gu");

/**
 * Untrusted text as lines that are no workflow command, whatever they hold. The runner ends lines at `\n` and `\r`,
 * ignores white space before `::`, and takes `##[` anywhere in a line; it compares by the rules of a language, which
 * skip invisible characters. Keeps tabs and colours, drops all other control characters.
 */
export function harmless(text: string): string[] {
  return printableLines(text, { colours: true }).map((line) => {
    const spaced = line.includes("#") ? line.replace(oldCommand, "$1 ") : line;
    return commandStart.test(spaced) ? spaced.replace(":", "\\:") : spaced;
  });
}

/** Whole lines of untrusted text, each with its end. */
export function harmlessText(text: string): string {
  return `${harmless(text.replace(/(?:\r\n|\n|\r)$/, "")).join("\n")}\n`;
}
