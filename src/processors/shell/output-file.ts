import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { outputNameLength } from "../../engine/model/size-limits.ts";
import { grouped } from "../../engine/text/grouped.ts";

/** One output that a script wrote. */
export interface WrittenOutput {
  readonly name: string;
  readonly value: string;
  /** Bound to this command and/or context. */
  readonly command?: string;
  readonly context?: string;
}

/** A line that can't be understood. */
export interface OutputFileProblem {
  /** From 1. */
  readonly line: number;
  /** What is wrong with the line; does not repeat it. */
  readonly message: string;
}

/** Objects of JavaScript take it for something else than a key. */
export const refusedName = "__proto__";
/** What is wrong with a name, after it. */
export const tooLongName = `is longer than ${grouped(outputNameLength)} characters`;

const plainName = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const boundName = /^([A-Za-z0-9][A-Za-z0-9._-]*)?:([A-Za-z0-9][A-Za-z0-9._-]*)?:([A-Za-z_][A-Za-z0-9_-]*)$/;

/**
 * Reads the format of $GITHUB_OUTPUT: `KEY=value`, and `KEY<<DELIMITER`, lines, `DELIMITER`. A key may be bound:
 * `command:context:KEY`, either part may be empty. Later ones win.
 * @param windows lines may end in CRLF
 */
export function parseOutputFile(text: string, windows = false): Result<readonly WrittenOutput[], OutputFileProblem> {
  const lines = text.replace(/^\ufeff/, "").split("\n");
  const read = (index: number): string | undefined => {
    const line = lines[index];
    return windows && line?.endsWith("\r") ? line.slice(0, -1) : line;
  };
  const found = new Map<string, WrittenOutput>();
  for (let index = 0; index < lines.length; index++) {
    const line = read(index) as string;
    if (line.trim() === "") continue;
    const equals = line.indexOf("=");
    const heredoc = line.indexOf("<<");
    const isHeredoc = heredoc !== -1 && (equals === -1 || heredoc < equals);
    if (!isHeredoc && equals === -1) {
      return err({ line: index + 1, message: "it is neither `KEY=value` nor `KEY<<DELIMITER`" });
    }
    const key = line.slice(0, isHeredoc ? heredoc : equals);
    if (key.slice(key.lastIndexOf(":") + 1) === refusedName) {
      return err({ line: index + 1, message: `no output can have the name \`${refusedName}\`` });
    }
    const name = parseName(key);
    if (name === undefined) {
      const message = "its key is not a name (letters, digits, `_`, `-`) or `command:context:NAME`";
      return err({ line: index + 1, message });
    }
    if (name.name.length > outputNameLength)
      return err({ line: index + 1, message: `the name of the output ${tooLongName}` });
    if (!isHeredoc) {
      found.set(key, { ...name, value: line.slice(equals + 1) });
      continue;
    }
    const delimiter = line.slice(heredoc + 2);
    if (delimiter === "") return err({ line: index + 1, message: "`<<` has no delimiter after it" });
    const start = index + 1;
    let end = start;
    while (end < lines.length && read(end) !== delimiter) end++;
    if (end >= lines.length) {
      return err({ line: index + 1, message: "the delimiter after its `<<` never comes on a line of its own" });
    }
    const value = lines.slice(start, end).map((_, offset) => read(start + offset));
    found.set(key, { ...name, value: value.join("\n") });
    index = end;
  }
  return ok([...found.values()]);
}

function parseName(key: string): Omit<WrittenOutput, "value"> | undefined {
  if (plainName.test(key)) return { name: key };
  const match = boundName.exec(key);
  if (!match) return undefined;
  const [, command, context, name = ""] = match;
  return {
    name,
    ...(command === undefined ? {} : { command }),
    ...(context === undefined ? {} : { context }),
  };
}
