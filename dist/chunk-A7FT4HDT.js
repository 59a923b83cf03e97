import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  convert,
  fileLexemeLimit,
  parseYaml,
  span
} from "./chunk-7FF22DOR.js";
import {
  require_dist
} from "./chunk-Z3T6MPV3.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  isObject,
  pointerPath
} from "./chunk-RRD47Q5D.js";
import {
  __toESM
} from "./chunk-QHW5LFAW.js";

// src/manifest/document.ts
var import_yaml = __toESM(require_dist(), 1);
var ManifestDocument = class {
  source;
  /** Where the document begins, after its `---` and comments. */
  location;
  #read;
  #nodes;
  #pairs;
  constructor(source, read) {
    this.source = source;
    this.location = source.at(read.start);
    this.#read = read;
  }
  get value() {
    return this.#read.value;
  }
  /** Everything that is written is in `value`. */
  get isSound() {
    return this.#read.problems.length === 0;
  }
  /** Numbers that begin with zeros. */
  get zeroed() {
    return this.#read.zeroed;
  }
  /** A part of this line is not in `value`, and was reported: what the value lacks there follows from that. */
  isMisread(line) {
    return this.#read.problems.some(({ start }) => this.source.at(start).line === line);
  }
  /** The text under these keys, or undefined when there is something else or nothing. */
  text(...path) {
    let value = this.#read.value;
    for (const segment of path) {
      if (!isObject(value) || !Object.hasOwn(value, segment)) return void 0;
      value = value[segment];
    }
    return typeof value === "string" ? value : void 0;
  }
  /** How the number or boolean at a pointer is written, where its value does not say that: `3.10`, `1e3`, `True`. */
  spelling(pointer) {
    const { spellings } = this.#read;
    if (spellings.size === 0) return void 0;
    const path = pointerPath(pointer);
    const last = path.pop() ?? "";
    let holder = this.value;
    for (const segment of path) {
      if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, segment)) return void 0;
      holder = holder[segment];
    }
    return holder === void 0 ? void 0 : spellings.get(holder)?.get(last);
  }
  /** As `Task.locate`: found on demand, because most places are never asked for. */
  locate(pointer, options = {}) {
    const { node, key } = this.#find(pointer);
    const range = span(node);
    const markKey = key !== null && (options.key === true || node === null || range.start === range.end);
    if (markKey) return this.#mark(key);
    if (options.offset !== void 0 && (0, import_yaml.isScalar)(node)) return this.#inside(node, options.offset);
    return this.#mark(node);
  }
  /** Keeps what is written at a pointer out of code frames. */
  mask(pointer) {
    const { node } = this.#find(pointer);
    if (!(0, import_yaml.isScalar)(node)) return;
    const { start, end } = this.#span(node);
    this.source.mask(start, end);
  }
  #parsed() {
    if (this.#nodes) return this.#nodes;
    const { start, end } = this.#read.range;
    let nodes = { root: null, aliases: /* @__PURE__ */ new Map(), base: start };
    parseYaml(this.source.text.slice(start, end), { lexemes: fileLexemeLimit }, (document) => {
      nodes = { root: document.contents, aliases: convert(document).aliases, base: start };
    });
    this.#nodes = nodes;
    return nodes;
  }
  #span(node) {
    const { start, end } = span(node);
    const { base } = this.#parsed();
    return { start: base + start, end: base + end };
  }
  #mark(node) {
    const { start, end } = this.#span(node);
    const flow = (0, import_yaml.isScalar)(node) || (0, import_yaml.isAlias)(node) || node?.flow === true;
    return this.source.at(start, flow ? end : start);
  }
  /** The node at a pointer, or its nearest known ancestor, with its key. */
  #find(pointer) {
    let node = this.#resolve(this.#parsed().root);
    let key = null;
    for (const segment of pointerPath(pointer)) {
      const next = this.#child(node, segment);
      if (next === void 0) break;
      key = next.key;
      node = next.value;
    }
    return { node, key };
  }
  #resolve(node) {
    if ((0, import_yaml.isAlias)(node)) return this.#parsed().aliases.get(node) ?? node;
    return node ?? null;
  }
  #child(node, segment) {
    if ((0, import_yaml.isSeq)(node)) {
      const item = node.items[Number(segment)];
      return item === void 0 ? void 0 : { key: null, value: this.#resolve(item) };
    }
    if (!(0, import_yaml.isMap)(node)) return void 0;
    const pair = this.#pairsOf(node).get(segment);
    return pair && { key: pair.key, value: this.#resolve(pair.value) };
  }
  /** The pairs of a mapping by key: many places of a large one may be asked for. */
  #pairsOf(node) {
    this.#pairs ??= /* @__PURE__ */ new WeakMap();
    const known = this.#pairs.get(node);
    if (known) return known;
    const pairs = /* @__PURE__ */ new Map();
    for (const pair of node.items)
      if ((0, import_yaml.isScalar)(pair.key) && typeof pair.key.value === "string" && !pairs.has(pair.key.value))
        pairs.set(pair.key.value, pair);
    this.#pairs.set(node, pairs);
    return pairs;
  }
  /**
   * A place inside a string. Escapes, folding and indentation move text about, so the word that stands at the offset
   * is looked up in what is written: as many occurrences on as there are before it in the string.
   */
  #inside(node, offset) {
    const { start, end } = this.#span(node);
    const value = String(node.value);
    const word = /^\S{1,40}/.exec(value.slice(offset, offset + 40))?.[0];
    if (word === void 0) return this.#mark(node);
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
};
var Reporter = class {
  diagnostics = [];
  /** How many there were, shown or not. */
  #errors = 0;
  #places = /* @__PURE__ */ new Set();
  get errors() {
    return this.#errors;
  }
  /** Further errors are only counted; finding their places would take long. */
  get isFull() {
    return this.diagnostics.length >= diagnosticLimit;
  }
  add(diagnostic) {
    if (diagnostic.severity === "error") this.#errors++;
    if (diagnostic.location) this.#places.add(placeOf(diagnostic.location));
    if (!this.isFull) this.diagnostics.push(withinLimit(diagnostic));
  }
  /** A problem between two offsets of a file. */
  span(source, problem) {
    const { code, message, suggestion, related } = problem;
    this.add({
      severity: "error",
      code,
      message,
      location: source.at(problem.start, problem.end),
      ...suggestion !== void 0 && { suggestion },
      ...related && {
        related: related.map((place) => ({ message: place.message, location: source.at(place.start, place.end) }))
      }
    });
  }
  /** Numbers of a document that lose their zeros, where nothing else is wrong with them. */
  zeroes({ source, zeroed }) {
    for (const problem of zeroed) if (!this.#places.has(placeOf(source.at(problem.start)))) this.span(source, problem);
  }
  /**
   * A problem at a pointer of a document.
   * @param base pointer of the part that the problem's pointer counts from
   */
  problem(document, problem, base = "", related) {
    const { code, suggestion, offset, atKey } = problem;
    if (this.isFull) {
      this.#errors++;
      return;
    }
    const pointer = `${base}${problem.pointer}`;
    const message = asWritten(problem.message, document.spelling(pointer));
    const location = document.locate(pointer, {
      ...offset !== void 0 && { offset },
      ...atKey === true && { key: true }
    });
    if (document.isMisread(location.line)) return;
    if (/^\/spec\/(secrets|secretEnv)\/./.test(pointer) && offset === void 0) document.mask(pointer);
    this.add({
      severity: "error",
      code,
      message,
      location,
      ...suggestion !== void 0 && { suggestion },
      ...related && { related }
    });
  }
};
function placeOf({ file, line, column }) {
  return `${line}:${column}:${file}`;
}
function asWritten(message, spelling) {
  return spelling === void 0 ? message : message.replace(/(?<=, not the number )\S+$/, () => spelling);
}
var diagnosticLimit = 200;
var messageLimit = 500;
function withinLimit(diagnostic) {
  const { message, suggestion } = diagnostic;
  if (message.length <= messageLimit && (suggestion?.length ?? 0) <= messageLimit) return diagnostic;
  return {
    ...diagnostic,
    message: shorten(message),
    ...suggestion !== void 0 && { suggestion: shorten(suggestion) }
  };
}
function shorten(text) {
  if (text.length <= messageLimit) return text;
  return `${shortened(text, messageLimit - 150)} ${text.slice(-140).replace(/^\S*\s*/, "")}`;
}

// src/manifest/source.ts
var Source = class {
  /** As diagnostics show it: relative to the workspace. */
  shown;
  text;
  #masks = [];
  #lineStarts;
  constructor(shown, text) {
    this.shown = shown;
    this.text = text;
  }
  /**
   * The place between two offsets (in characters) of the text.
   * @param end exclusive; the mark ends at the end of the line when it lies on a later one
   */
  at(start, end = start) {
    const starts = this.#starts();
    const offset = Math.max(0, Math.min(start, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const lineStart = starts[low] ?? 0;
    const place = { file: this.shown, line: low + 1, column: offset - lineStart + 1 };
    const next = starts[low + 1];
    const lineEnd = next === void 0 ? this.text.length : next - 1;
    return end > offset && end <= lineEnd ? { ...place, endColumn: end - lineStart + 1 } : place;
  }
  /** Hides what lies between two offsets from code frames. */
  mask(start, end) {
    this.#masks.push({ start, end });
  }
  /** The text for code frames; masked characters are `*`. */
  frameText() {
    let text = this.text;
    for (const { start, end } of this.#masks) {
      text = text.slice(0, start) + text.slice(start, end).replace(/\S/g, "*") + text.slice(end);
    }
    return text;
  }
  #starts() {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    for (let at = this.text.indexOf("\n"); at !== -1; at = this.text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
    return starts;
  }
};

export {
  ManifestDocument,
  Reporter,
  diagnosticLimit,
  Source
};
