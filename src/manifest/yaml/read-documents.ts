import { type Document, isScalar } from "yaml";
import type { Json } from "../../engine/json/json.ts";
import { convert, type Spellings, span } from "./convert.ts";
import { fileLexemeLimit, type LexemeBudget, parseYaml } from "./parse-yaml.ts";
import { PlainReader } from "./plain-yaml.ts";
import type { SpanProblem } from "./source.ts";

/** What may be read yet. */
export interface ReadBudget extends LexemeBudget {
  /** Values, keys and lines of documents that are read the quick way. */
  plainParts: number;
}

/** A document without syntax errors. Offsets count in the text of its file. */
export interface ReadDocument {
  readonly value: Json;
  /** Nothing but marks and comments. */
  readonly isEmpty: boolean;
  /** Where the value begins, after `---` and comments. */
  readonly start: number;
  /** What is parsed again when the place of a part of the value is asked for. */
  readonly range: { readonly start: number; readonly end: number };
  /** What is not in the value, and why. */
  readonly problems: readonly SpanProblem[];
  readonly spellings: Spellings;
  /** Numbers that begin with zeros. */
  readonly zeroed: readonly SpanProblem[];
}

/** Values, keys and lines of all that is read the quick way: some forty for each of 100,000 tasks, and as much again. */
export const plainPartsLimit = 8_000_000;
/** The same of one file. */
const filePlainParts = 1_000_000;
/** What a document weighs, an empty one too. */
const partsOfDocument = 8;
const documentMark = "---";

/**
 * YAML text → documents. Those with nothing unusual in them are read by `PlainReader`, with the same result in a tenth
 * of the time; others by the library. When something is wrong anywhere, the library reads the whole text, so that
 * all problems and places are its own.
 * @param budget what is left for this and all further files
 * @param onDocument gets each document without syntax errors, in order; not every empty one
 * @returns syntax errors; after one that makes the file too large or too deep nothing more is read
 */
export function readDocuments(
  text: string,
  budget: ReadBudget,
  onDocument: (document: ReadDocument) => void,
): SpanProblem[] {
  const quick = readQuickly(text, budget);
  if (quick === undefined) return readFully(text, budget, onDocument);
  for (const document of quick) onDocument(document);
  return [];
}

/** Every document by the library. */
export function readFully(
  text: string,
  budget: LexemeBudget,
  onDocument: (document: ReadDocument) => void,
): SpanProblem[] {
  return parseYaml(text, budget, (node) => onDocument(readNode(node, 0)));
}

/** Documents without any problem; undefined when there is one, or too much, or text that the quick way leaves alone. */
export function readQuickly(text: string, budget: ReadBudget): readonly ReadDocument[] | undefined {
  const lines = new LineEnds(text);
  const reader = PlainReader.of(lines.text);
  if (reader === undefined) return undefined;
  const documents: ReadDocument[] = [];
  const lexemes = Math.min(budget.lexemes, fileLexemeLimit);
  const rest: LexemeBudget = { lexemes };
  const most = Math.min(budget.plainParts, filePlainParts);
  let count = 0;
  for (let from = 0, start = 0; start < text.length; ) {
    const plain = reader.document(from);
    const begin = plain && lines.offset(plain.start);
    from = plain?.end ?? endOfDocument(lines.text, from);
    const end = lines.offset(from);
    if (plain === undefined || begin === undefined) {
      if (start === 0 && end === text.length) return undefined;
      if (!readPart(text, start, end, rest, documents)) return undefined;
    } else if (plain.value !== undefined) {
      documents.push({ ...sound, value: plain.value, start: begin, range: { start, end } });
    }
    start = end;
    if (reader.parts + partsOfDocument * ++count > most) return undefined;
  }
  budget.lexemes -= lexemes - rest.lexemes;
  budget.plainParts -= reader.parts + partsOfDocument * count;
  return documents;
}

/** A text in which lines end with LF, whether they do in the file or with CRLF. */
class LineEnds {
  readonly text: string;
  readonly #hasReturns: boolean;
  #at = 0;
  #returns = 0;

  constructor(text: string) {
    this.#hasReturns = text.includes("\r") && !/(?:^|[^\r])\n/.test(text);
    this.text = this.#hasReturns ? text.replaceAll("\r\n", "\n") : text;
  }

  /** The same place in the file. @param offset none before one that was asked for */
  offset(offset: number): number {
    if (!this.#hasReturns) return offset;
    for (let at = this.text.indexOf("\n", this.#at); at !== -1 && at < offset; at = this.text.indexOf("\n", at + 1)) {
      this.#returns++;
      this.#at = at + 1;
    }
    return offset + this.#returns;
  }
}

const sound: Omit<ReadDocument, "value" | "start" | "range"> = {
  isEmpty: false,
  problems: [],
  spellings: new Map(),
  zeroed: [],
};

/**
 * One document by the library. It sees the mark of the next one: some mistakes are none at the end of a text.
 * @returns false when there is a problem
 */
function readPart(text: string, start: number, end: number, budget: LexemeBudget, documents: ReadDocument[]): boolean {
  const isLast = end === text.length;
  const found: ReadDocument[] = [];
  const part = text.slice(start, isLast ? end : end + documentMark.length);
  const problems = parseYaml(part, budget, (node) => found.push(readNode(node, start)));
  // What the mark of the next document begins is empty here.
  if (!isLast) found.pop();
  for (const document of found) documents.push(document);
  return problems.length === 0 && found.every((document) => document.problems.length + document.zeroed.length === 0);
}

/** Offset of the next `---` that begins a line. */
function endOfDocument(text: string, from: number): number {
  for (let at = text.indexOf("\n---", from); at !== -1; at = text.indexOf("\n---", at + 1)) {
    const after = text[at + 4];
    if (after === undefined || after === " " || after === "\t" || after === "\n") return at + 1;
  }
  return text.length;
}

function readNode(node: Document.Parsed, base: number): ReadDocument {
  const { value, problems, spellings, zeroed } = convert(node);
  const root = node.contents;
  return {
    value,
    isEmpty: root === null || (isScalar(root) && root.value === null),
    start: base + span(root).start,
    range: { start: base + node.range[0], end: base + node.range[2] },
    problems,
    spellings,
    zeroed,
  };
}
