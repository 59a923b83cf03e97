import { wholeUpTo } from "../text/shorten.ts";
import type { Diagnostic, Location } from "./diagnostic.ts";

export interface FrameOptions {
  /** ANSI colours. Default: none. */
  readonly color?: boolean;
  /** Takes secrets out of a line of a file. */
  readonly redact?: (line: string) => string;
}

/** Longer lines are cut to this many characters around the marked column. */
const width = 100;
const tab = "  ";

/**
 * The marked line with the one before and the one after it.
 * @param sources text of each file, by the path that locations use
 * @returns lines without a trailing newline; "" when there is no location or its text is unknown
 */
export function codeFrame(
  diagnostic: Pick<Diagnostic, "location" | "severity">,
  sources: ReadonlyMap<string, string>,
  options: FrameOptions = {},
): string {
  const { location } = diagnostic;
  const text = location && sources.get(location.file);
  // A file in another encoding has no text to show.
  if (location === undefined || text === undefined || text === "") return "";
  const { redact = (line: string) => line } = options;
  const lines = linesAround(text, location.line).map((line) => ({ ...line, text: redact(line.text) }));
  const marked = lines.find((line) => line.number === location.line);
  if (marked === undefined) return "";
  const paint = painter(options.color === true);
  const digits = String(lines.at(-1)?.number ?? 0).length;
  const column = Math.min(location.column, marked.text.length + 1);
  // Never past the end of the line: the caret of a missing thing stands right after it.
  const end = Math.max(column + 1, Math.min(location.endColumn ?? column + 1, marked.text.length + 1));
  const wanted = marked.text.length <= width || end <= width ? 0 : Math.max(0, column - 1 - width / 2);
  const from = wholeUpTo(marked.text, wanted);
  const output: string[] = [];
  for (const line of lines) {
    const gutter = `${String(line.number).padStart(digits)} |`;
    const isMarked = line === marked;
    const shown = cut(line.text, isMarked ? from : 0);
    output.push(`${isMarked ? paint("red", ">") : " "} ${paint("dim", gutter)}${shown === "" ? "" : ` ${shown}`}`);
    if (!isMarked) continue;
    const before = visible(marked.text.slice(from, column - 1)).length + (from > 0 ? 1 : 0);
    const length = visible(marked.text.slice(column - 1, Math.min(end - 1, from + width))).length;
    const carets = paint("red", "^".repeat(Math.max(1, length)));
    output.push(`  ${" ".repeat(digits)} ${paint("dim", "|")} ${" ".repeat(before)}${carets}`);
  }
  return output.join("\n");
}

/**
 * A diagnostic as people read it: `file:line:column: error code: message`, the code frame, the suggestion,
 * and the related places.
 * @returns lines without a trailing newline
 */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  sources: ReadonlyMap<string, string>,
  options: FrameOptions = {},
): string {
  const paint = painter(options.color === true);
  const place = diagnostic.location === undefined ? "" : `${formatLocation(diagnostic.location)}: `;
  const severity = paint(diagnostic.severity === "error" ? "red" : "yellow", diagnostic.severity);
  // What is indented is code, or frames of a stack: each in a line of its own.
  const [said = "", ...code] = diagnostic.message.split(/\r?\n(?= {4})/).map(visibleText);
  const output = [`${place}${severity} ${diagnostic.code}: ${said}`, ...code.map((line) => line.trimEnd())];
  const frame = codeFrame(diagnostic, sources, options);
  if (frame !== "") output.push(indent(frame));
  if (diagnostic.suggestion !== undefined) output.push(`  ${visibleText(diagnostic.suggestion)}`);
  for (const related of diagnostic.related ?? []) {
    output.push(`  ${formatLocation(related.location)}: ${visibleText(related.message)}`);
  }
  return output.join("\n");
}

/** `file:line:column` */
function formatLocation(location: Location): string {
  return `${location.file}:${location.line}:${location.column}`;
}

interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

/** Only the lines that are shown: a frame of a large file must not cost a split of all of it. */
function linesAround(text: string, line: number): NumberedLine[] {
  const found: NumberedLine[] = [];
  let start = 0;
  for (let number = 1; number <= line + 1 && start <= text.length; number++) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    // The empty rest after the last newline is no line, unless it is the marked one.
    const isRest = start === text.length && number > line;
    if (number >= line - 1 && !isRest) found.push({ number, text: text.slice(start, end).replace(/\r$/, "") });
    if (newline === -1) break;
    start = newline + 1;
  }
  return found;
}

function cut(line: string, from: number): string {
  const head = from > 0 && line.length > 0 ? "…" : "";
  const tail = line.length > from + width ? "…" : "";
  return `${head}${visible(line.slice(from, wholeUpTo(line, from + width)))}${tail}`.trimEnd();
}

/** Tabs become two blanks; characters that don't show, or that reorder text, become their code. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (character) => {
    if (character === "\t") return tab;
    return `\\x{${character.charCodeAt(0).toString(16).padStart(2, "0")}}`;
  });
}

/** Messages quote what users wrote: it must not steer a terminal. */
function visibleText(text: string): string {
  return visible(text.replaceAll("\r", "").replaceAll("\n", " "));
}

function indent(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`.trimEnd())
    .join("\n");
}

const colors = { red: 31, yellow: 33, dim: 2 } as const;

function painter(color: boolean): (name: keyof typeof colors, text: string) => string {
  return (name, text) => (color ? `\u001b[${colors[name]}m${text}\u001b[${name === "dim" ? 22 : 39}m` : text);
}
