import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import type { Diagnostic, Location, Problem } from "../../engine/diagnostics/diagnostic.ts";
import { isObject, type Json, pointerPath } from "../../engine/json/json.ts";
import type { LocateOptions } from "../../engine/model/task.ts";
import { shortened } from "../../engine/text/shorten.ts";
import { convert, span } from "./convert.ts";
import { fileLexemeLimit, parseYaml } from "./parse-yaml.ts";
import type { ReadDocument } from "./read-documents.ts";
import type { Source, SpanProblem } from "./source.ts";

/** Nodes of one document, and how far their offsets are from those of the file. */
interface Nodes {
  readonly root: Node | null;
  readonly aliases: ReadonlyMap<Node, Node | null>;
  readonly base: number;
}

/**
 * One YAML document: its value, and where each part of it stands. Nodes take ten times the memory of the text, and
 * most places are never asked for; so they are not kept, and the text of the document is parsed again when one is.
 */
export class ManifestDocument {
  readonly source: Source;
  /** Where the document begins, after its `---` and comments. */
  readonly location: Location;
  readonly #read: ReadDocument;
  #nodes: Nodes | undefined;
  #pairs: WeakMap<YAMLMap, ReadonlyMap<string, Pair>> | undefined;

  constructor(source: Source, read: ReadDocument) {
    this.source = source;
    this.location = source.at(read.start);
    this.#read = read;
  }

  get value(): Json {
    return this.#read.value;
  }

  /** Everything that is written is in `value`. */
  get isSound(): boolean {
    return this.#read.problems.length === 0;
  }

  /** Numbers that begin with zeros. */
  get zeroed(): readonly SpanProblem[] {
    return this.#read.zeroed;
  }

  /** A part of this line is not in `value`, and was reported: what the value lacks there follows from that. */
  isMisread(line: number): boolean {
    return this.#read.problems.some(({ start }) => this.source.at(start).line === line);
  }

  /** The text under these keys, or undefined when there is something else or nothing. */
  text(...path: readonly string[]): string | undefined {
    let value: Json | undefined = this.#read.value;
    for (const segment of path) {
      if (!isObject(value) || !Object.hasOwn(value, segment)) return undefined;
      value = value[segment];
    }
    return typeof value === "string" ? value : undefined;
  }

  /** How the number or boolean at a pointer is written, where its value does not say that: `3.10`, `1e3`, `True`. */
  spelling(pointer: string): string | undefined {
    const { spellings } = this.#read;
    if (spellings.size === 0) return undefined;
    const path = pointerPath(pointer);
    const last = path.pop() ?? "";
    let holder: Json | undefined = this.value;
    for (const segment of path) {
      if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, segment)) return undefined;
      holder = (holder as { readonly [key: string]: Json })[segment];
    }
    return holder === undefined ? undefined : spellings.get(holder)?.get(last);
  }

  /** As `Task.locate`: found on demand, because most places are never asked for. */
  locate(pointer: string, options: LocateOptions = {}): Location {
    const { node, key } = this.#find(pointer);
    const range = span(node);
    const markKey = key !== null && (options.key === true || node === null || range.start === range.end);
    if (markKey) return this.#mark(key);
    if (options.offset !== undefined && isScalar(node)) return this.#inside(node, options.offset);
    return this.#mark(node);
  }

  /** Keeps what is written at a pointer out of code frames. */
  mask(pointer: string): void {
    const { node } = this.#find(pointer);
    if (!isScalar(node)) return;
    const { start, end } = this.#span(node);
    this.source.mask(start, end);
  }

  #parsed(): Nodes {
    if (this.#nodes) return this.#nodes;
    const { start, end } = this.#read.range;
    let nodes: Nodes = { root: null, aliases: new Map(), base: start };
    parseYaml(this.source.text.slice(start, end), { lexemes: fileLexemeLimit }, (document) => {
      nodes = { root: document.contents, aliases: convert(document).aliases, base: start };
    });
    this.#nodes = nodes;
    return nodes;
  }

  #span(node: Node | null): { start: number; end: number } {
    const { start, end } = span(node);
    const { base } = this.#parsed();
    return { start: base + start, end: base + end };
  }

  #mark(node: Node | null): Location {
    const { start, end } = this.#span(node);
    // The range of a block collection ends after its last line; only its beginning is marked.
    const flow = isScalar(node) || isAlias(node) || (node as { flow?: boolean } | null)?.flow === true;
    return this.source.at(start, flow ? end : start);
  }

  /** The node at a pointer, or its nearest known ancestor, with its key. */
  #find(pointer: string): { readonly node: Node | null; readonly key: Node | null } {
    let node = this.#resolve(this.#parsed().root);
    let key: Node | null = null;
    for (const segment of pointerPath(pointer)) {
      const next = this.#child(node, segment);
      if (next === undefined) break;
      key = next.key;
      node = next.value;
    }
    return { node, key };
  }

  #resolve(node: Node | null | undefined): Node | null {
    if (isAlias(node)) return this.#parsed().aliases.get(node) ?? node;
    return node ?? null;
  }

  #child(node: Node | null, segment: string): { key: Node | null; value: Node | null } | undefined {
    if (isSeq(node)) {
      const item = node.items[Number(segment)];
      return item === undefined ? undefined : { key: null, value: this.#resolve(item as Node) };
    }
    if (!isMap(node)) return undefined;
    const pair = this.#pairsOf(node).get(segment);
    return pair && { key: pair.key as Node, value: this.#resolve(pair.value as Node | null) };
  }

  /** The pairs of a mapping by key: many places of a large one may be asked for. */
  #pairsOf(node: YAMLMap): ReadonlyMap<string, Pair> {
    this.#pairs ??= new WeakMap();
    const known = this.#pairs.get(node);
    if (known) return known;
    const pairs = new Map<string, Pair>();
    for (const pair of node.items)
      if (isScalar(pair.key) && typeof pair.key.value === "string" && !pairs.has(pair.key.value))
        pairs.set(pair.key.value, pair);
    this.#pairs.set(node, pairs);
    return pairs;
  }

  /**
   * A place inside a string. Escapes, folding and indentation move text about, so the word that stands at the offset
   * is looked up in what is written: as many occurrences on as there are before it in the string.
   */
  #inside(node: Scalar, offset: number): Location {
    const { start, end } = this.#span(node);
    const value = String(node.value);
    const word = /^\S{1,40}/.exec(value.slice(offset, offset + 40))?.[0];
    if (word === undefined) return this.#mark(node);
    const written = this.source.text.slice(start, end);
    let at = -1;
    for (let seen = value.indexOf(word); seen !== -1 && seen <= offset; seen = value.indexOf(word, seen + 1)) {
      at = written.indexOf(word, at + 1);
      if (at === -1) return this.#mark(node);
    }
    if (at === -1) return this.#mark(node);
    const reference = /^\$\{[^}\n]*\}/.exec(written.slice(at, at + 500))?.[0];
    return this.source.at(start + at, start + at + (reference ?? word).length);
  }
}

/** Collects diagnostics of all files. */
export class Reporter {
  readonly diagnostics: Diagnostic[] = [];
  /** How many there were, shown or not. */
  #errors = 0;
  readonly #places = new Set<string>();

  get errors(): number {
    return this.#errors;
  }

  /** Further errors are only counted; finding their places would take long. */
  get isFull(): boolean {
    return this.diagnostics.length >= diagnosticLimit;
  }

  add(diagnostic: Diagnostic): void {
    if (diagnostic.severity === "error") this.#errors++;
    if (diagnostic.location) this.#places.add(placeOf(diagnostic.location));
    if (!this.isFull) this.diagnostics.push(withinLimit(diagnostic));
  }

  /** A problem between two offsets of a file. */
  span(source: Source, problem: SpanProblem): void {
    const { code, message, suggestion, related } = problem;
    this.add({
      severity: "error",
      code,
      message,
      location: source.at(problem.start, problem.end),
      ...(suggestion !== undefined && { suggestion }),
      ...(related && {
        related: related.map((place) => ({ message: place.message, location: source.at(place.start, place.end) })),
      }),
    });
  }

  /** Numbers of a document that lose their zeros, where nothing else is wrong with them. */
  zeroes({ source, zeroed }: ManifestDocument): void {
    for (const problem of zeroed) if (!this.#places.has(placeOf(source.at(problem.start)))) this.span(source, problem);
  }

  /**
   * A problem at a pointer of a document.
   * @param base pointer of the part that the problem's pointer counts from
   */
  problem(document: ManifestDocument, problem: Problem, base = "", related?: NonNullable<Diagnostic["related"]>): void {
    const { code, suggestion, offset, atKey } = problem;
    if (this.isFull) {
      this.#errors++;
      return;
    }
    const pointer = `${base}${problem.pointer}`;
    const message = asWritten(problem.message, document.spelling(pointer));
    const location = document.locate(pointer, {
      ...(offset !== undefined && { offset }),
      ...(atKey === true && { key: true }),
    });
    if (document.isMisread(location.line)) return;
    // Somebody wrote a secret where its variable should be named: the log must not spread it.
    if (/^\/spec\/(secrets|secretEnv)\/./.test(pointer) && offset === undefined) document.mask(pointer);
    this.add({
      severity: "error",
      code,
      message,
      location,
      ...(suggestion !== undefined && { suggestion }),
      ...(related && { related }),
    });
  }
}

function placeOf({ file, line, column }: Location): string {
  return `${line}:${column}:${file}`;
}

/** Shows a number as it is written: somebody who looks for 012 does not find "the number 12". */
function asWritten(message: string, spelling: string | undefined): string {
  return spelling === undefined ? message : message.replace(/(?<=, not the number )\S+$/, () => spelling);
}

/** More than this is not read by anybody, and each costs memory. */
export const diagnosticLimit = 200;
const messageLimit = 500;

function withinLimit(diagnostic: Diagnostic): Diagnostic {
  const { message, suggestion } = diagnostic;
  if (message.length <= messageLimit && (suggestion?.length ?? 0) <= messageLimit) return diagnostic;
  return {
    ...diagnostic,
    message: shorten(message),
    ...(suggestion !== undefined && { suggestion: shorten(suggestion) }),
  };
}

function shorten(text: string): string {
  if (text.length <= messageLimit) return text;
  // Without the half of a word, which may be one of a secret.
  return `${shortened(text, messageLimit - 150)} ${text.slice(-140).replace(/^\S*\s*/, "")}`;
}
