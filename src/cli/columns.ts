const width = 80;

/** Two columns, the second wrapped at 80 characters. */
export function columns(rows: readonly (readonly [left: string, right: string])[]): string[] {
  const left = Math.min(26, Math.max(...rows.map(([text]) => text.length))) + 2;
  return rows.flatMap(([head, text]) => {
    const lines = wrap(text, width - left - 2);
    const first = head.length + 2 > left ? [`  ${head}`] : [];
    const rest = lines.map((line, index) => `  ${(index === 0 && first.length === 0 ? head : "").padEnd(left)}${line}`);
    return [...first, ...rest];
  });
}

/** A text in lines of at most `size` characters, between words. */
export function wrap(text: string, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > size) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
