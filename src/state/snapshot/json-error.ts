/** All but strings, which may be too long for an expression. */
const token = /[ \t\n\r]+|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:]/y;

type Wanted = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end";

/**
 * Where text stops being JSON. The parser of Node does not say for every error, and says it differently per version.
 * @param text what `JSON.parse` refused
 * @returns offset of the first thing that can't stand there; the length of the text when it only ends too early
 */
export function jsonErrorOffset(text: string): number {
  const open: ("{" | "[")[] = [];
  let wanted: Wanted = "value";
  let offset = 0;
  let complete = false;
  while (offset < text.length) {
    const end = text[offset] === '"' ? stringEnd(text, offset) : tokenEnd(text, offset);
    if (end === undefined) return offset;
    if (end > text.length) return text.length;
    const first = text[offset] as string;
    if (!" \t\n\r".includes(first)) {
      const next: Wanted | undefined = complete ? undefined : after(first, wanted, open);
      if (next === undefined) return offset;
      wanted = next;
      complete = open.length === 0;
    }
    offset = end;
  }
  return offset;
}

/** Where a token ends that begins at `start`; beyond the text: it is cut off there. Undefined: there is none. */
function tokenEnd(text: string, start: number): number | undefined {
  token.lastIndex = start;
  if (token.test(text)) return token.lastIndex;
  return cutOff(text.slice(start, start + 10)) ? text.length + 1 : undefined;
}

/** The same of a string. */
function stringEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return undefined;
    if (code !== 92) continue;
    const escaped = text.slice(at + 1, at + 6);
    if (/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(escaped)) at++;
    else
      return at + 1 + escaped.length >= text.length && /^(?:u[0-9a-fA-F]*)?$/.test(escaped)
        ? text.length + 1
        : undefined;
  }
  return text.length + 1;
}

/**
 * What may follow a token; undefined: it can't stand here. Keeps `open` up to date.
 * @param found its first character
 */
function after(found: string, wanted: Wanted, open: ("{" | "[")[]): Wanted | undefined {
  const isValue = wanted === "value" || wanted === "value-or-end";
  switch (found) {
    case "{":
    case "[":
      open.push(found);
      return isValue ? (found === "{" ? "key-or-end" : "value-or-end") : undefined;
    case "}":
    case "]":
      if (!wanted.endsWith("-or-end") || open.pop() !== (found === "}" ? "{" : "[")) return undefined;
      return "comma-or-end";
    case ",":
      return wanted === "comma-or-end" ? (open.at(-1) === "{" ? "key" : "value") : undefined;
    case ":":
      return wanted === "colon" ? "value" : undefined;
    default:
      if (found === '"' && (wanted === "key" || wanted === "key-or-end")) return "colon";
      return isValue ? "comma-or-end" : undefined;
  }
}

/** Is this rest the beginning of a token? */
function cutOff(rest: string): boolean {
  // A number that ends in its point or exponent was read as a shorter one.
  return /^(?:-|\.|[eE][+-]?)$/.test(rest) || ["true", "false", "null"].some((word) => word.startsWith(rest));
}
