const token =
  /[ \t\n\r]+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:]/y;

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
    token.lastIndex = offset;
    const found = token.exec(text)?.[0];
    if (found === undefined) return cutOff(text.slice(offset)) ? text.length : offset;
    if (!/^[ \t\n\r]/.test(found)) {
      const next: Wanted | undefined = complete ? undefined : after(found, wanted, open);
      if (next === undefined) return offset;
      wanted = next;
      complete = open.length === 0;
    }
    offset += found.length;
  }
  return offset;
}

/** What may follow a token; undefined: it can't stand here. Keeps `open` up to date. */
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
      if (found.startsWith('"') && (wanted === "key" || wanted === "key-or-end")) return "colon";
      return isValue ? "comma-or-end" : undefined;
  }
}

/** Is this rest the beginning of a token? */
function cutOff(rest: string): boolean {
  if (/^"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*(?:\\(?:u[0-9a-fA-F]{0,3})?)?$/.test(rest))
    return true;
  // A number that ends in its point or exponent was read as a shorter one.
  return /^(?:-|\.|[eE][+-]?)$/.test(rest) || ["true", "false", "null"].some((word) => word.startsWith(rest));
}
