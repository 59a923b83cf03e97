import type { YAMLError } from "yaml";
import { lowerFirst } from "../../engine/text/lower-first.ts";
import { shortened } from "../../engine/text/shorten.ts";
import type { SpanProblem } from "./source.ts";

/** Where the lexer saw brackets and quotes that nothing closes. Offsets into the text. */
export interface FlowMarks {
  /** `end`: where the collection broke off. Ascending. */
  readonly unclosedBrackets: { readonly open: number; readonly end: number }[];
  /** End of the text that was read → opening quote. */
  readonly unclosedQuotes: Map<number, number>;
}

/** Turns an error of the yaml library into one that says what to do, at the place where to do it. */
export function explainSyntaxError(error: YAMLError, text: string, marks: FlowMarks): SpanProblem {
  const [start, end] = error.pos;
  const at = { code: "yaml-syntax", start, end: Math.max(end, start + 1) } as const;
  const line = lineAt(text, start);
  switch (error.code) {
    case "TAB_AS_INDENT":
      return {
        ...at,
        message: "a tab is used for indentation; YAML allows only blanks",
        suggestion: "Replace the tab with blanks, as many as the neighbouring lines have.",
      };
    case "BAD_DQ_ESCAPE":
      return {
        ...at,
        end: start + 2,
        message: `\`${text.slice(start, start + 2)}\` is not an escape that double quotes know`,
        suggestion: "Write the backslash twice (\\\\), or put the text in single quotes, where it stands for itself.",
      };
    case "BAD_SCALAR_START":
      return {
        ...at,
        end: start + 1,
        message: `a value can't begin with \`${text[start] ?? ""}\` unless it is quoted`,
        suggestion: `Put it in double quotes: ${quoted(restOfValue(text, start))}.`,
      };
    case "BLOCK_AS_IMPLICIT_KEY":
      return nestedMapping(at, text, line);
    case "MULTILINE_IMPLICIT_KEY":
    case "KEY_OVER_1024_CHARS":
      return missingColon(at, text, line);
    case "BLOCK_IN_FLOW":
      return missingComma(at);
    case "BAD_INDENT":
    case "MISSING_CHAR":
    case "UNEXPECTED_TOKEN":
      return misplaced(at, error, text, marks);
    case "ALIAS_PROPS":
    case "BAD_ALIAS":
    case "MULTIPLE_ANCHORS":
    case "MULTIPLE_TAGS":
    case "BAD_PROP_ORDER":
      return invalidProperty(at, error);
    default:
      return { ...at, message: lowerFirst(error.message) };
  }
}

type At = Pick<SpanProblem, "code" | "start" | "end">;

function missingComma(at: At): SpanProblem {
  return {
    ...at,
    end: at.start + 1,
    message:
      "a comma is missing between the items of this list or mapping in brackets, or text with a colon is not quoted",
    suggestion: 'Separate items with commas, and quote text that holds ": ".',
  };
}

function invalidProperty(at: At, error: YAMLError): SpanProblem {
  return {
    ...at,
    message: `this anchor, alias or tag is not valid: ${lowerFirst(error.message)}`,
    suggestion: "If it is meant as text that begins with `*`, `&` or `!`, put it in quotes.",
  };
}

/** `a: b: c`, or a line that is indented deeper than the one it follows. */
function nestedMapping(at: At, text: string, line: Line): SpanProblem {
  const value = text.slice(at.start, line.end);
  if (/^\s*-(\s|$)/.test(value)) return listItem({ ...at, start: at.start + value.indexOf("-") });
  if (/:(\s|$)/.test(value)) {
    return {
      ...at,
      end: line.end,
      message: 'this value holds ": ", which begins a mapping where only text can stand',
      suggestion: `Put the value in quotes: ${quoted(value.trimEnd())}.`,
    };
  }
  const next = lineAt(text, line.end + 1);
  const indent = /^\s*/.exec(next.text)?.[0].length ?? 0;
  return {
    code: at.code,
    start: next.start + indent,
    end: next.end,
    message: "this line is indented deeper than the one before it, which has a value of its own already",
    suggestion: "Give it the same indentation as the line before, or delete the value there.",
  };
}

function listItem(at: At): SpanProblem {
  return {
    ...at,
    end: at.start + 1,
    message: "an item of a list stands where a mapping goes on",
    suggestion: "Put the list under a key of its own, or indent the item like its neighbours.",
  };
}

/** A line that should be `key: value` and is not. */
function missingColon(at: At, text: string, line: Line): SpanProblem {
  const content = text.slice(at.start, line.end).trimEnd();
  const end = at.start + Math.max(1, content.length);
  const glued = /^([A-Za-z0-9_.-]+):(\S.*)$/.exec(content);
  if (glued) {
    return {
      ...at,
      end,
      message: `a blank is missing after the colon of "${glued[1]}"`,
      suggestion: `Write \`${clip(`${glued[1]}: ${glued[2]}`)}\`.`,
    };
  }
  if (content.startsWith("- ") || content === "-") {
    return listItem(at);
  }
  if (content.length > 1024) {
    return {
      ...at,
      end: at.start + 1,
      message: "a key longer than 1024 characters is not allowed",
      suggestion: "If this is a value, the key and colon before it are missing.",
    };
  }
  return {
    ...at,
    end,
    message: `\`${clip(content)}\` is not of the form \`key: value\``,
    suggestion:
      "Add the colon and a blank. If the line goes on with the text above, indent it deeper or quote the whole.",
  };
}

function misplaced(at: At, error: YAMLError, text: string, marks: FlowMarks): SpanProblem {
  const { message } = error;
  if (message.startsWith("Missing closing")) {
    const quote = message.includes('"') ? '"' : "'";
    const open = marks.unclosedQuotes.get(at.start) ?? at.start;
    return {
      ...at,
      start: open,
      end: open + 1,
      message: `this quoted text is never closed: its second ${quote} is missing`,
      suggestion: `Add ${quote} where the text ends.`,
    };
  }
  if (/must be sufficiently indented and end with/.test(message)) {
    const mark = marks.unclosedBrackets.find(({ end }) => end >= at.start);
    const open = mark?.open ?? at.start;
    const closing = message.trimEnd().endsWith("}") ? "}" : "]";
    const broke = mark === undefined && text[at.start] === closing;
    return {
      ...at,
      start: open,
      end: open + 1,
      message: broke
        ? `this \`${closing}\` must be indented deeper than the key that it belongs to`
        : `this \`${text[open] ?? ""}\` is never closed with \`${closing}\`, or what is inside is not indented deeper than its key`,
      suggestion: `Add the missing \`${closing}\`, or indent the lines inside.`,
    };
  }
  if (/^Unexpected flow-map-start at node end/.test(message) && text[at.start - 1] === "$") {
    const close = text.indexOf("}", at.start);
    const reference = close === -1 ? "${…}" : text.slice(at.start - 1, close + 1);
    return {
      ...at,
      start: at.start - 1,
      end: close === -1 ? at.end : close + 1,
      message: "inside brackets a reference must be quoted, because `{` begins a mapping there",
      suggestion: `Write "${clip(reference)}" in double quotes.`,
    };
  }
  const extra = /flow-(?:seq|map)-end token in YAML stream/.test(message);
  if (extra) {
    return {
      ...at,
      message: `this \`${text[at.start] ?? ""}\` closes nothing`,
      suggestion: "Delete it, or add the bracket that it should close.",
    };
  }
  return { ...at, ...reworded(message, at, text) };
}

type Words = Pick<SpanProblem, "message" | "suggestion">;

/** Messages that only need other words; the first one that fits counts. */
const otherWords: readonly (readonly [pattern: RegExp, words: Words | ((at: At, text: string) => Words)])[] = [
  [
    /same column/,
    {
      message: "this line is indented differently from the other entries that it belongs to",
      suggestion: "Give all entries of one mapping or list the same indentation.",
    },
  ],
  [/^Unexpected .* at node end|token in YAML stream/, afterValue],
  [
    /^Unexpected .* token$/,
    {
      message: "something is missing before this: a comma, a colon or a line break",
      suggestion: "Add what separates it from the value before it.",
    },
  ],
  [
    /^Unexpected , in/,
    { message: "a comma stands here without an item before it", suggestion: "Delete one of the commas." },
  ],
  [
    /^Comments must be separated/,
    {
      message: "a comment must be separated from what stands before it by a blank",
      suggestion: "Add a blank before the #, or quote the value if the # belongs to it.",
    },
  ],
  [
    /^(?=.*directives-end)(?=.*Block collection)/s,
    {
      message: "nothing may follow `---` on its line but a simple value",
      suggestion: "Put the document on the line after `---`.",
    },
  ],
  [
    /directives-end/,
    {
      message: "a line that begins with % is a YAML directive, and `---` must follow it",
      suggestion: "Delete the line, or add a line with --- before the document.",
    },
  ],
  [/followed by map values/, { message: "this key has no colon after it", suggestion: "Write `key: value`." }],
  [/^Missing , /, { message: "a comma is missing between two items", suggestion: "Add it." }],
  [
    /^Not a YAML token|^Block scalar header/,
    {
      message: "nothing may follow `|` or `>` on its line",
      suggestion: "Begin the text on the next line, indented deeper than its key.",
    },
  ],
  [
    /^Block scalar|^Block scalars/,
    {
      message: "this line of a text block is not indented like the first line of the block",
      suggestion: "Indent every line of the block at least as deep as its first line, with blanks.",
    },
  ],
];

function reworded(message: string, at: At, text: string): Words {
  const words = otherWords.find(([pattern]) => pattern.test(message))?.[1];
  if (words !== undefined) return typeof words === "function" ? words(at, text) : words;
  return { message: lowerFirst(message), suggestion: "Check quotes, brackets and indentation around this place." };
}

function afterValue(at: At, text: string): Words {
  const line = lineAt(text, at.start);
  const before = text.slice(line.start, at.start).trimEnd();
  const isQuoted = before.endsWith('"') || before.endsWith("'");
  return {
    message: `\`${clip(text.slice(at.start, Math.max(at.end, at.start + 1)))}\` is not expected here: the value before it is complete`,
    suggestion: isQuoted
      ? "Quote the whole value. Inside single quotes a quote is written twice ('')."
      : "If it belongs to the value, quote the whole; if it is a new entry, check its indentation.",
  };
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function lineAt(text: string, offset: number): Line {
  const start = offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const newline = text.indexOf("\n", Math.max(offset, start));
  let end = newline === -1 ? text.length : newline;
  if (text[end - 1] === "\r") end--;
  return { start, end: Math.max(start, end), text: text.slice(start, Math.max(start, end)) };
}

function restOfValue(text: string, start: number): string {
  return text
    .slice(start, lineAt(text, start).end)
    .replace(/(?<!\s)\s+#.*$/s, "")
    .replace(/(?<![\s,\]}])[\s,\]}]+$/, "");
}

function quoted(text: string): string {
  return JSON.stringify(clip(text));
}

function clip(text: string): string {
  const line = text.split("\n", 1)[0]?.trimEnd() ?? "";
  return shortened(line, 60);
}
