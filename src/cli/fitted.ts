import { wrap } from "./columns.ts";

const most = 80;
/** A terminal that is narrower gets words over its edge, rather than one word a line. */
const least = 30;

/**
 * A text of help for a terminal of so many columns. Where two columns have no room side by side, the second goes below the
 * first: a screen reader reads it so, too.
 * @param text made for 80 columns
 */
export function fitted(text: string, columns: number): string {
  const width = Math.max(least, Math.min(most, columns));
  const lines = text.split("\n");
  return (width < most ? stacked(lines, width) : lines.flatMap((line) => wrapped(line, width))).join("\n");
}

function wrapped(line: string, width: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? "";
  return line.length <= width ? [line] : wrap(line.trim(), width - indent.length).map((part) => indent + part);
}

function stacked(lines: readonly string[], width: number): string[] {
  const made: string[] = [];
  let below: string[] = [];
  const end = (): void => {
    if (below.length > 0) made.push(...wrap(below.join(" "), width - 6).map((line) => `      ${line}`));
    below = [];
  };
  let isEntry = false;
  for (const line of lines) {
    const [, more] = /^ {6,}(\S.*)$/.exec(line) ?? [];
    if (isEntry && more !== undefined) {
      below.push(more);
      continue;
    }
    end();
    const [, head, words] = /^ {2}(\S.*?)(?: {2,}(\S.*))?$/.exec(line) ?? [];
    isEntry = head !== undefined;
    if (head === undefined) made.push(...wrapped(line, width));
    else made.push(`  ${head}`);
    if (words !== undefined) below.push(words);
  }
  end();
  return made;
}
