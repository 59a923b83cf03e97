import { type Cursor, char } from "./plain-scalars.ts";

/**
 * Reads a text block that begins with `|` or `>`, and ends in front of the line after it.
 * @param indent of what it belongs to; its lines stand deeper
 * @returns undefined when something in it is unusual
 */
export function readTextBlock(cursor: Cursor, indent: number): string | undefined {
  const isFolded = cursor.code() === char.greater;
  cursor.at++;
  const chomp = cursor.code();
  if (chomp === char.dash || chomp === char.plus) cursor.at++;
  cursor.skipBlanks();
  if (cursor.code() !== char.newline) return undefined;
  cursor.at++;
  const start = cursor.at;
  cursor.skipBlanks();
  const margin = cursor.at - start;
  cursor.at = start;
  if (margin <= indent) return undefined;
  const block = blockLines(cursor, indent, margin, isFolded);
  if (block === undefined) return undefined;
  if (chomp === char.dash) return block.text;
  if (chomp !== char.plus) return `${block.text}\n`;
  // How many empty lines end the text depends on blanks after the last one.
  return Number.isNaN(cursor.code()) ? undefined : `${block.text}\n${"\n".repeat(block.emptyAfter)}`;
}

function blockLines(
  cursor: Cursor,
  indent: number,
  margin: number,
  isFolded: boolean,
): { readonly text: string; readonly emptyAfter: number } | undefined {
  let text = "";
  let empty = -1;
  for (;;) {
    const start = cursor.at + margin;
    const first = cursor.text.charCodeAt(start);
    // An empty or tabbed first line, and lines that are not folded.
    if ((isFolded || empty === -1) && (first === char.blank || first === char.tab || first === char.newline))
      return undefined;
    const end = cursor.text.indexOf("\n", start);
    if (isFolded) text += empty === 0 ? " " : "\n".repeat(Math.max(empty, 0));
    else if (empty >= 0) text += empty === 0 ? "\n" : "\n".repeat(empty + 1);
    text += cursor.text.slice(start, end);
    cursor.at = end + 1;
    cursor.parts++;
    empty = skipEmpty(cursor, margin);
    const here = indentUpTo(cursor, margin);
    if (here === margin) {
      if (isOnlyBlanks(cursor, margin)) return undefined;
    } else {
      // A line between the margins is an error, and one with a tab may be.
      return here > indent || cursor.code(here) === char.tab ? undefined : { text, emptyAfter: empty };
    }
  }
}

/** Passes lines of blanks that don't reach the margin. @returns how many */
function skipEmpty(cursor: Cursor, margin: number): number {
  let count = 0;
  for (;;) {
    const blanks = indentUpTo(cursor, margin);
    if (cursor.code(blanks) !== char.newline) return count;
    cursor.at += blanks + 1;
    cursor.parts++;
    count++;
  }
}

function indentUpTo(cursor: Cursor, most: number): number {
  let blanks = 0;
  while (blanks < most && cursor.code(blanks) === char.blank) blanks++;
  return blanks;
}

function isOnlyBlanks(cursor: Cursor, from: number): boolean {
  let at = from;
  while (cursor.code(at) === char.blank) at++;
  return cursor.code(at) === char.newline;
}
