import type { Span } from "./pattern-matcher.ts";

/** Programs that break lines of base64 do so after 76, 70 or 64 characters; a last line of ours may stand before the first. */
const shortestLine = 60;

/** A longer text in base64 that was broken into lines. */
interface Block {
  /** Without line breaks and blanks. */
  readonly text: string;
  /** Where a stretch of it stands in the text that it was found in. */
  place(span: Span): Span;
  readonly start: number;
  readonly end: number;
}

/** The blocks of base64 in a text. Line breaks may be written as `\n`. */
export function wrappedBlocks(text: string): Block[] {
  if (text.length <= shortestLine) return [];
  const blocks: Block[] = [];
  let runs: Span[] = [];
  const close = (): void => {
    if (runs.length > 0) blocks.push(block(text, runs));
    runs = [];
  };
  for (const { index, 0: written } of text.matchAll(/\n|\\n/g)) {
    const left = runBefore(text, lineEnd(text, index));
    const follows = runs.at(-1)?.start === left.start;
    if (!follows) close();
    if (left.end - left.start < shortestLine) close();
    else {
      if (!follows) runs.push(left);
      runs.push(runAfter(text, index + written.length));
    }
  }
  close();
  return blocks;
}

/** Where the block begins that may go on after the end of the text; its length when there is none. */
export function openBlock(text: string): number {
  const last = wrappedBlocks(text).at(-1);
  return last?.end === text.length ? last.start : text.length;
}

function block(text: string, runs: readonly Span[]): Block {
  const placeOf = (at: number): number => {
    let left = at;
    for (const { start, end } of runs) {
      if (left < end - start) return start + left;
      left -= end - start;
    }
    return (runs.at(-1)?.end ?? 0) + left;
  };
  return {
    text: runs.map(({ start, end }) => text.slice(start, end)).join(""),
    start: runs[0]?.start ?? 0,
    end: runs.at(-1)?.end ?? 0,
    place: ({ start, end }) => ({ start: placeOf(start), end: end > start ? placeOf(end - 1) + 1 : placeOf(start) }),
  };
}

/** Without the blanks and the carriage return before a line break. */
function lineEnd(text: string, lineBreak: number): number {
  const carriage = text.endsWith("\\r", lineBreak) ? 2 : text.endsWith("\r", lineBreak) ? 1 : 0;
  let end = lineBreak - carriage;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

function runBefore(text: string, end: number): Span {
  let start = end;
  while (start > 0 && isBase64(text.charCodeAt(start - 1))) start--;
  return { start, end };
}

/** After the indentation. */
function runAfter(text: string, lineStart: number): Span {
  let start = lineStart;
  while (start < text.length && isBlank(text.charCodeAt(start))) start++;
  let end = start;
  while (end < text.length && isBase64(text.charCodeAt(end))) end++;
  return { start, end };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function isBase64(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 43 ||
    code === 47 ||
    code === 45 ||
    code === 95
  );
}
