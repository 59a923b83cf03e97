const width = 78;

/**
 * A page of docs/codes/ as a terminal shows it: without its title, marks of headings and comments.
 * @param markdown headings, paragraphs, lists of single lines, and code between fences
 */
export function pageText(markdown: string): string {
  const blocks = markdown
    .replace(/^# .*\n/, "")
    .replace(/<!-- .* -->\n/g, "")
    .split(/^(```.*\n[\s\S]*?^```)$/m);
  return blocks
    .flatMap((block) =>
      block.startsWith("```")
        ? [codeText(block)]
        : block
            .trim()
            .split(/\n{2,}/)
            .map(plainText),
    )
    .filter((text) => text !== "")
    .join("\n\n");
}

function codeText(block: string): string {
  const lines = block.split("\n").slice(1, -1);
  return lines.map((line) => (line === "" ? "" : `      ${line}`)).join("\n");
}

function plainText(paragraph: string): string {
  const text = paragraph.replace(/\[([^[\]]*)\]\(([^)\s]+)\)/g, linkWords);
  if (text.startsWith("## ")) return text.slice("## ".length);
  const isList = text.startsWith("- ");
  const lines = isList ? text.split("\n") : [text];
  return lines
    .flatMap((line) => wrapped(line, "  ").map((one, at) => (isList && at > 0 ? `  ${one}` : one)))
    .join("\n");
}

/** Of a page of the docs where it is; pages of codes have the name of what stands there. */
function linkWords(_: string, words: string, target: string): string {
  const isOther = target.startsWith("../") && !target.startsWith("../diagnostics.md");
  return isOther ? `${words} (docs/${target.slice("../".length)})` : words;
}

/** Lines of a text of at most 78 characters each, all of them indented. */
export function wrapped(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, indent + line];
}
