import { Composer, type Document, Lexer, Parser } from "yaml";
import { depthLimit } from "../../engine/model/size-limits.ts";
import { shortened } from "../../engine/text/shorten.ts";
import type { SpanProblem } from "./source.ts";
import { explainSyntaxError, type FlowMarks } from "./yaml-errors.ts";

/** Pieces of text that YAML distinguishes, at most; 5,000 tasks have about 600,000. */
export interface LexemeBudget {
  lexemes: number;
}

/** Pieces of text (lexemes) that one file may have, and all files together. */
export const fileLexemeLimit = 800_000;
export const totalLexemeLimit = 2_400_000;

/** Syntax errors of one document that are shown; later ones mostly follow from the first. */
const errorsPerDocument = 3;

/**
 * YAML text → documents with positions, in time and memory bounded by the size of the text.
 * @param budget what is left for this and all further files
 * @param onDocument gets each document without syntax errors, in order; empty ones too. What it does not keep is freed.
 * @returns syntax errors; after one that makes the file too large or too deep nothing more is read
 */
export function parseYaml(
  text: string,
  budget: LexemeBudget,
  onDocument: (document: Document.Parsed) => void,
): SpanProblem[] {
  const before = Error.stackTraceLimit;
  // The library makes an Error for each syntax error; a file of a million brackets would spend 10 s on their stacks.
  limitStacks(0);
  try {
    return parse(text, budget, onDocument);
  } finally {
    limitStacks(before);
  }
}

/** Under `--frozen-intrinsics` they stay as they are. */
function limitStacks(lines: number): void {
  if (Object.getOwnPropertyDescriptor(Error, "stackTraceLimit")?.writable) Error.stackTraceLimit = lines;
}

function parse(text: string, budget: LexemeBudget, onDocument: (document: Document.Parsed) => void): SpanProblem[] {
  const problems: SpanProblem[] = [];
  const parser = new Parser();
  // The library's check of keys is quadratic; convert.ts has its own.
  const composer = new Composer({ schema: "core", uniqueKeys: false, logLevel: "silent" });
  const marks = new Marks();
  const finish = (document: Document.Parsed) => {
    const found = problemsOf(document, text, marks);
    if (found.length === 0) onDocument(document);
    else problems.push(...found);
  };
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > fileLexemeLimit || --budget.lexemes < 0) return [...problems, tooManyParts(marks.offset, count)];
    for (const token of parser.next(lexeme)) for (const document of composer.next(token)) finish(document);
    // One entry for the document and one for the scalar that is being read.
    if (parser.stack.length > depthLimit + 2) return [...problems, tooDeep(marks.offset)];
    marks.pass(lexeme);
  }
  marks.end();
  for (const token of parser.end()) for (const document of composer.next(token)) finish(document);
  for (const document of composer.end()) finish(document);
  return problems;
}

/** Follows the lexer and remembers brackets and quotes that are not closed. */
class Marks implements FlowMarks {
  readonly unclosedBrackets: { readonly open: number; readonly end: number }[] = [];
  readonly unclosedQuotes = new Map<number, number>();
  readonly #brackets: number[] = [];
  offset = 0;

  pass(lexeme: string): void {
    const first = lexeme[0] ?? "";
    if (first === "[" || first === "{") this.#brackets.push(this.offset);
    else if (first === "]" || first === "}") this.#brackets.pop();
    else if (first === "\u0018") this.end();
    else if ((first === '"' || first === "'") && (lexeme.length === 1 || !lexeme.endsWith(first))) {
      this.unclosedQuotes.set(this.offset + lexeme.length, this.offset);
    }
    // The lexer's own marks (document, end of flow, scalar) are no part of the text.
    if (first > "\u001f" || first === "\n" || first === "\r" || first === "\t") this.offset += lexeme.length;
  }

  /** No bracket that is open is closed any more. */
  end(): void {
    const open = this.#brackets.at(-1);
    if (open !== undefined) this.unclosedBrackets.push({ open, end: this.offset });
    this.#brackets.length = 0;
  }
}

function tooDeep(start: number): SpanProblem {
  return {
    code: "too-deep",
    message: `here the file is nested more than ${depthLimit} levels deep`,
    start,
    end: start + 1,
    suggestion:
      "Flatten it. If it is not meant to be this deep, look for brackets or dashes that were repeated by mistake.",
  };
}

function tooManyParts(start: number, count: number): SpanProblem {
  const shared = count <= fileLexemeLimit;
  return {
    code: "manifest-too-large",
    message: shared
      ? `the files of this manifest have more than ${totalLexemeLimit} parts (keys, values, marks) together`
      : `this file has more than ${fileLexemeLimit} parts (keys, values, marks)`,
    start,
    end: start,
    suggestion: shared
      ? "Split the project into several with a manifest each."
      : "Split it into several files and list them in Project.spec.include.",
  };
}

/** Errors that leave the rest of the document as it was meant. */
const local = new Set(["BAD_DQ_ESCAPE", "BAD_SCALAR_START", "BLOCK_AS_IMPLICIT_KEY", "TAB_AS_INDENT"]);

function problemsOf(document: Document.Parsed, text: string, marks: FlowMarks): SpanProblem[] {
  const problems: SpanProblem[] = [];
  let lastLineEnd = -1;
  for (const error of document.errors) {
    if (problems.length >= errorsPerDocument) break;
    // Several errors on one line are one mistake.
    if (error.pos[0] < lastLineEnd) continue;
    const problem = explainSyntaxError(error, text, marks);
    problems.push(problem);
    const newline = text.indexOf("\n", Math.max(error.pos[0], problem.start));
    // After a bracket or a line that is out of place the library misreads what follows.
    if (!local.has(error.code)) break;
    lastLineEnd = newline === -1 ? text.length + 1 : newline + 1;
  }
  if (problems.length > 0) return problems;
  for (const warning of document.warnings) {
    if (warning.code === "BAD_DIRECTIVE") return [directive(text, warning.pos)];
  }
  const { explicit, version } = document.directives.yaml;
  if (explicit && version !== "1.2") {
    const at = text.lastIndexOf("%YAML", document.contents?.range[0] ?? document.range[0]);
    return [directive(text, [Math.max(at, 0), Math.max(at, 0) + 9])];
  }
  return [];
}

function directive(text: string, [start, end]: readonly [number, number]): SpanProblem {
  const newline = text.indexOf("\n", start);
  const lineStart = text.lastIndexOf("\n", start) + 1;
  const line = text.slice(lineStart, newline === -1 ? text.length : newline).trim();
  return {
    code: "yaml-directive",
    message: `the directive \`${shortened(line, 60)}\` is not supported: manifests are YAML 1.2`,
    start: lineStart,
    end: Math.max(end, lineStart + line.length),
    suggestion: "Delete the line. In YAML 1.2 only true and false are booleans; yes, no, on and off are text.",
  };
}
