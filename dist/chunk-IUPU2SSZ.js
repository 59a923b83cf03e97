import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  hiddenMark
} from "./chunk-MUKNY2VZ.js";
import {
  isTold,
  nextStep
} from "./chunk-XG6GELVA.js";
import {
  byteSize,
  changeTones,
  duration,
  failureWords,
  hasFailed,
  isDestructive,
  isDrifted,
  isNoteworthy,
  isRecordedOnly,
  outcomeWords,
  planWords,
  plural,
  stateWords,
  symbols,
  wholeSeconds
} from "./chunk-O5XBFK7F.js";
import {
  decoded,
  oneLine,
  printableLines,
  readingsOf,
  visibleText,
  withMarks
} from "./chunk-3NSOBNUE.js";
import {
  beginning,
  clip,
  cutPair
} from "./chunk-IEAZJNH3.js";
import {
  isObject,
  mapMembers,
  pointerPath
} from "./chunk-OYQK6QYK.js";

// src/engine/redaction/pattern-matcher.ts
var TrieNode = class _TrieNode {
  #edge;
  /** Characters of the edge's label that were read. */
  #offset;
  /** Characters that were read since the form's beginning. */
  depth;
  /** The next shorter end of what was read with which a form begins; that of the beginning is itself. */
  shorter;
  /** Characters of the longest form that ends here; 0 when none does. */
  found;
  #along;
  #branches;
  constructor(edge, offset, depth, shorter) {
    this.#edge = edge;
    this.#offset = offset;
    this.depth = depth;
    this.shorter = shorter ?? this;
    const ends = offset === edge.label.length && edge.node.ends;
    this.found = ends ? depth : shorter?.found ?? 0;
  }
  /** Nothing was read yet. */
  static beginning(root) {
    return new _TrieNode({ label: "", node: root }, 0, 0, void 0);
  }
  /** May a form go on from here? */
  get goesOn() {
    return this.#offset < this.#edge.label.length || this.#edge.node.edges !== void 0;
  }
  /** Where a further character leads to. */
  after(code) {
    for (let from = this; ; from = from.shorter) {
      const next = from.#next(code);
      if (next !== void 0) return next;
      if (from.depth === 0) return from;
    }
  }
  #next(code) {
    const { label, node } = this.#edge;
    if (this.#offset < label.length) {
      if (label.charCodeAt(this.#offset) !== code) return void 0;
      this.#along ??= this.#made(this.#edge, this.#offset + 1, code);
      return this.#along;
    }
    const known = this.#branches?.get(code);
    if (known !== void 0) return known;
    const edge = node.edges?.get(code);
    if (edge === void 0) return void 0;
    const made = this.#made(edge, 1, code);
    this.#branches ??= /* @__PURE__ */ new Map();
    this.#branches.set(code, made);
    return made;
  }
  #made(edge, offset, code) {
    const shorter = this.depth === 0 ? this : this.shorter.after(code);
    return new _TrieNode(edge, offset, this.depth + 1, shorter);
  }
};
var filterBits = 16;
var telling = 6;
function isCut(text, at) {
  return text.charCodeAt(at) === 8230 || text.startsWith("...", at);
}
var widest = 4;
var PatternMatcher = class {
  #root = { edges: void 0, ends: false };
  #forms = [];
  #beginning = TrieNode.beginning(this.#root);
  #longest = 0;
  #width = widest;
  #filter = new Uint8Array(1 << filterBits);
  /** Characters of the longest form; 0 when there is none. */
  get longest() {
    return this.#longest;
  }
  add(form) {
    if (form === "" || !this.#insert(form)) return;
    this.#beginning = TrieNode.beginning(this.#root);
    this.#forms.push(form);
    this.#longest = Math.max(this.#longest, form.length);
    if (form.length >= this.#width) this.#mark(form);
    else {
      this.#width = form.length;
      this.#filter = new Uint8Array(1 << filterBits);
      for (const known of this.#forms) this.#mark(known);
    }
  }
  /**
   * Where forms stand in a text, ascending; those that overlap are one.
   * @param cut also beginnings of forms, where the text says that it was cut
   */
  spans(text, cut = false) {
    const spans = [];
    this.#read(text, 0, cut, (found, end) => {
      let start = end - found;
      for (let last = spans.at(-1); last && start < last.end; last = spans.at(-1)) {
        start = Math.min(start, last.start);
        spans.pop();
      }
      spans.push({ start, end });
    });
    return spans;
  }
  /** Where the first form begins that may go on after the end of the text; its length when there is none. */
  open(text) {
    let place = this.#read(text, Math.max(0, text.length - this.#longest + 1), false, () => {
    });
    while (place.depth > 0 && !place.goesOn) place = place.shorter;
    return text.length - place.depth;
  }
  /**
   * @param cut whether beginnings of forms count where the text was cut
   * @param found gets the longest form that ends somewhere: its length, and where
   * @returns where the text leads to
   */
  #read(text, from, cut, found) {
    let place = this.#beginning;
    for (let at = from; at < text.length; ) {
      if (place.depth === 0) at = this.#likely(text, at);
      if (at === text.length) break;
      place = place.after(text.charCodeAt(at));
      at++;
      if (place.found > 0) found(place.found, at);
      if (cut && place.depth >= telling && isCut(text, at)) found(place.depth, at);
    }
    return place;
  }
  /** Where a form may begin next; at the end of the text, where the filter sees too little, anywhere. */
  #likely(text, from) {
    if (this.#longest === 0) return text.length;
    const before2 = this.#width - 1;
    const shift = Math.ceil(filterBits / this.#width);
    const filter = this.#filter;
    let key = 0;
    for (let at = from; at < text.length; at++) {
      key = (key << shift ^ text.charCodeAt(at)) & 65535;
      if (at - from >= before2 && filter[key] !== 0) return at - before2;
    }
    return Math.max(from, text.length - before2);
  }
  /** @returns whether it is new */
  #insert(form) {
    let node = this.#root;
    let at = 0;
    while (at < form.length) {
      const first = form.charCodeAt(at);
      const edge = node.edges?.get(first);
      if (edge === void 0) {
        const leaf = { edges: void 0, ends: true };
        node.edges ??= /* @__PURE__ */ new Map();
        node.edges.set(first, { label: form.slice(at), node: leaf });
        return true;
      }
      const shared = sharedLength(edge.label, form, at);
      if (shared < edge.label.length) split(edge, shared);
      at += shared;
      node = edge.node;
    }
    const isNew = !node.ends;
    node.ends = true;
    return isNew;
  }
  #mark(form) {
    const shift = Math.ceil(filterBits / this.#width);
    let key = 0;
    for (let at = 0; at < this.#width; at++) key = (key << shift ^ form.charCodeAt(at)) & 65535;
    this.#filter[key] = 1;
  }
};
function sharedLength(label, form, at) {
  let shared = 0;
  while (shared < label.length && label.charCodeAt(shared) === form.charCodeAt(at + shared)) shared++;
  return shared;
}
function split(edge, at) {
  const rest = { label: edge.label.slice(at), node: edge.node };
  edge.node = { edges: /* @__PURE__ */ new Map([[rest.label.charCodeAt(0), rest]]), ends: false };
  edge.label = edge.label.slice(0, at);
}

// src/engine/redaction/secret-encodings.ts
var shortestPart = 4;
function partsOf(secret, open = nothing) {
  const value = secret.trim();
  if (value === "" || open.has(value)) return nothing;
  const lines = secret.split(/\r\n|\n|\r/).map((line) => line.trim());
  const whole = [secret, value, ...lines.filter((line) => line.length >= shortestPart)];
  const read = whole.flatMap((part) => readingsOf(part).map(({ text }) => text.trim()));
  const parts = [...whole, ...read.filter((part) => part.length >= shortestPart)];
  return new Set(parts.filter((part) => !open.has(part)));
}
var nothing = /* @__PURE__ */ new Set();
function encodingsOf(secret, open) {
  return new Set([...partsOf(secret, open)].flatMap((part) => [part, ...encodings(part)]));
}
var plain = /^[A-Za-z0-9_.-]*$/;
function encodings(part) {
  const written = plain.test(part) ? [] : [...quotings, ...markups, ...addresses].map((write) => write(part));
  const encoded = [part, json(part)].flatMap((text) => base64Forms(text));
  return [...written, ...encoded].filter((form) => form.length >= shortestPart);
}
var json = (text) => JSON.stringify(text).slice(1, -1);
var escaped = (character, upper = false) => {
  const digits = character.charCodeAt(0).toString(16).padStart(4, "0");
  return `\\u${upper ? digits.toUpperCase() : digits}`;
};
var slashes = (text) => text.replaceAll("/", "\\/");
var ascii = (text) => json(text).replace(/[\u007f-\uffff]/g, (character) => escaped(character));
var before = (characters) => (text) => text.replace(characters, "\\$&");
var controls = (text) => json(text).replaceAll('\\"', '"');
var quotings = [
  json,
  (text) => json(json(text)),
  (text) => json(ascii(text)),
  ascii,
  // Python
  (text) => slashes(json(text)),
  (text) => slashes(ascii(text)),
  // PHP
  (text) => json(text).replace(/[<>&\u2028\u2029]/g, (character) => escaped(character)),
  // Go
  (text) => json(text).replace(/[<>&='\u2028\u2029]/g, (character) => escaped(character)),
  // Gson
  (text) => json(text).replace(/[\u007f-\uffff]/g, (character) => escaped(character, true)),
  // .NET
  (text) => json(text).replaceAll('\\"', '"').replace(/["'<>&+`\u007f-\uffff]/g, (character) => escaped(character, true)),
  controls,
  (text) => controls(text).replaceAll("'", "\\'"),
  // $'…' of bash, repr of Python
  before(/["\\$`]/g),
  // "…" of shells
  before(/[^\w@%+=:./\u0080-\uffff-]/g),
  // printf %q
  (text) => text.replaceAll("'", "'\\''"),
  (text) => text.replaceAll("'", `'"'"'`),
  (text) => text.replaceAll("'", "''"),
  // YAML, SQL
  (text) => text.replaceAll('"', '""')
  // CSV
];
var ampersands = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
var entities = (double, single) => (text) => ampersands(text).replaceAll('"', double).replaceAll("'", single);
var markups = [
  ampersands,
  entities("&quot;", "'"),
  entities("&quot;", "&apos;"),
  entities("&quot;", "&#39;"),
  entities("&quot;", "&#x27;"),
  entities("&#34;", "&#39;")
];
var component = (text) => encodeURIComponent(wellFormed(text));
var hex = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
var strict = (text) => component(text).replace(/[!'()*]/g, hex);
var plus = (text) => text.replaceAll("%20", "+");
var partly = (characters) => (text) => text.replace(/[^\0-\u007f]+/g, component).replace(characters, hex);
var percentCodes = [
  component,
  strict,
  (text) => strict(text).replaceAll("%2F", "/"),
  (text) => plus(component(text)),
  (text) => plus(strict(text)),
  (text) => plus(strict(text)).replaceAll("%2A", "*").replaceAll("~", "%7E"),
  (text) => component(component(text)),
  (text) => encodeURI(wellFormed(text)),
  partly(/[\0- "#<>'\u007f]/g),
  // the query of a URL object
  partly(/[\0- "#<>?`{}^\u007f]/g),
  // its path
  partly(/[\0- "#<>?`{}/:;=@[\\\]^|\u007f]/g)
  // and its user
];
var addresses = percentCodes.flatMap((write) => [
  write,
  (text) => write(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())
]);
function wellFormed(text) {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\uFFFD");
}
function base64Forms(text) {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length < shortestPart) return [];
  return [0, 1, 2].flatMap((shift) => {
    const begin = Math.ceil(shift * 8 / 6);
    const end = Math.floor((shift + bytes.length) * 8 / 6);
    return alphabets(shifted(bytes, shift).slice(begin, end));
  });
}
var piece = 12;
var quantum = 4;
function base64Pieces(secret) {
  return new Set([secret, json(secret)].flatMap((text) => [0, 1, 2].flatMap((shift) => piecesOf(text, shift))));
}
function piecesOf(text, shift) {
  const bytes = new TextEncoder().encode(text);
  const encoded = shifted(bytes, shift);
  const end = Math.floor((shift + bytes.length) * 8 / 6);
  const pieces = [];
  for (let at = shift === 0 ? 0 : quantum; at + piece <= end; at += quantum)
    pieces.push(...alphabets(encoded.slice(at, at + piece)));
  return pieces;
}
function shifted(bytes, shift) {
  const padded = new Uint8Array(shift + bytes.length);
  padded.set(bytes, shift);
  let text = "";
  for (const byte of padded) text += String.fromCharCode(byte);
  return btoa(text);
}
function alphabets(encoded) {
  return [encoded, encoded.replaceAll("+", "-").replaceAll("/", "_")];
}

// src/engine/redaction/wrapped-base64.ts
var shortestLine = 60;
function wrappedBlocks(text) {
  if (text.length <= shortestLine) return [];
  const blocks = [];
  let runs = [];
  const close = () => {
    if (runs.length > 0) blocks.push(block(text, runs));
    runs = [];
  };
  for (const { index, 0: written } of text.matchAll(/\n|\\n/g)) {
    const left = runBefore(text, lineEnd(text, index));
    const follows = runs.at(-1)?.start === left.start;
    if (!follows) close();
    if (left.end - left.start < shortestLine) close();
    else {
      if (!follows) runs.push(left);
      runs.push(runAfter(text, index + written.length));
    }
  }
  close();
  return blocks;
}
function openBlock(text) {
  const last = wrappedBlocks(text).at(-1);
  return last?.end === text.length ? last.start : text.length;
}
function block(text, runs) {
  const placeOf = (at) => {
    let left = at;
    for (const { start, end } of runs) {
      if (left < end - start) return start + left;
      left -= end - start;
    }
    return (runs.at(-1)?.end ?? 0) + left;
  };
  return {
    text: runs.map(({ start, end }) => text.slice(start, end)).join(""),
    start: runs[0]?.start ?? 0,
    end: runs.at(-1)?.end ?? 0,
    place: ({ start, end }) => ({ start: placeOf(start), end: end > start ? placeOf(end - 1) + 1 : placeOf(start) })
  };
}
function lineEnd(text, lineBreak) {
  const carriage = text.endsWith("\\r", lineBreak) ? 2 : text.endsWith("\r", lineBreak) ? 1 : 0;
  let end = lineBreak - carriage;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}
function runBefore(text, end) {
  let start = end;
  while (start > 0 && isBase64(text.charCodeAt(start - 1))) start--;
  return { start, end };
}
function runAfter(text, lineStart) {
  let start = lineStart;
  while (start < text.length && isBlank(text.charCodeAt(start))) start++;
  let end = start;
  while (end < text.length && isBase64(text.charCodeAt(end))) end++;
  return { start, end };
}
function isBlank(code) {
  return code === 32 || code === 9;
}
function isBase64(code) {
  return code >= 97 && code <= 122 || code >= 65 && code <= 90 || code >= 48 && code <= 57 || code === 43 || code === 47 || code === 45 || code === 95;
}

// src/engine/redaction/redactor.ts
var mask = "***";
function createRedactor() {
  const forms = new PatternMatcher();
  const pieces = new PiecesOfBase64();
  const plainSpans = (given, cut) => {
    const found = forms.spans(given, cut);
    const wrapped = wrappedBlocks(given).flatMap(
      ({ text, place }) => [...forms.spans(text), ...pieces.trie.spans(text)].map(place)
    );
    return wrapped.length === 0 ? found : joined([...found, ...wrapped]);
  };
  const spans = (given, cut = false) => {
    if (forms.longest === 0) return [];
    const readings = readingsOf(given);
    const read = [...readings, ...decoded(given).flatMap(readingsOf)].flatMap(
      (reading) => plainSpans(reading.text, cut).map((span) => reading.place(span))
    );
    const found = plainSpans(given, cut);
    const all = read.length === 0 ? found : joined([...found, ...read]);
    const [first] = readings;
    return first === void 0 || all.length === 0 ? all : joined(all.map((span) => withSequences(given, first, span)));
  };
  const openIn = (given) => Math.min(forms.open(given), openBlock(given));
  const open = (given) => readingsOf(given).reduce((least, reading) => Math.min(least, reading.placeOf(openIn(reading.text))), openIn(given));
  const kept = (given) => masked(given, spans(given));
  return {
    get longest() {
      return forms.longest;
    },
    add: (secret, open2) => {
      for (const form of encodingsOf(secret, open2)) forms.add(form);
      if (partsOf(secret, open2).size > 0) pieces.add(secret);
    },
    text: (given) => masked(given, spans(given, true)),
    spans,
    value: (given) => forms.longest === 0 ? given : redactJson(given, kept),
    contains: (given) => spans(given).length > 0,
    open: (given) => forms.longest === 0 ? given.length : open(given)
  };
}
function withSequences(text, reading, { start, end }) {
  const before2 = reading.gapAt(start);
  const after = reading.gapAt(end);
  const isTaken = before2 && (start < before2.end || visibleText(text.slice(before2.start, start) + mask) !== mask);
  return {
    start: isTaken ? before2.start : start,
    end: after && end > after.start ? after.end : end
  };
}
var PiecesOfBase64 = class {
  #trie = new PatternMatcher();
  #waiting = [];
  add(secret) {
    this.#waiting.push(secret);
  }
  get trie() {
    for (const secret of this.#waiting) for (const piece2 of base64Pieces(secret)) this.#trie.add(piece2);
    this.#waiting = [];
    return this.#trie;
  }
};
function masked(text, spans) {
  if (spans.length === 0) return text;
  let shown = "";
  let at = 0;
  for (const { start, end } of spans) {
    shown += text.slice(at, start) + mask;
    at = end;
  }
  return shown + text.slice(at);
}
function joined(spans) {
  const result = [];
  for (const { start, end } of [...spans].sort((left, right) => left.start - right.start)) {
    const last = result.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
function redactJson(value, text) {
  if (typeof value === "string") return text(value);
  if (typeof value === "number") {
    const shown = text(String(value));
    return shown === String(value) ? value : shown;
  }
  if (typeof value !== "object" || value === null) return value;
  const redacted = mapMembers(value, (member) => redactJson(member, text));
  return isObject(redacted) ? redactKeys(redacted, text) : redacted;
}
function redactKeys(value, text) {
  const keys = Object.keys(value);
  const taken = new Set(keys.filter((key) => text(key) === key));
  if (taken.size === keys.length) return value;
  const shown = (key) => {
    const redacted = text(key);
    if (redacted === key) return key;
    let free = redacted;
    for (let number = 2; taken.has(free); number++) free = `${redacted} ${number}`;
    taken.add(free);
    return free;
  };
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [shown(key), member]));
}

// src/engine/redaction/redact-report.ts
function redactTask(report, redactor) {
  return {
    ...report,
    reason: redactor.text(report.reason),
    fields: report.fields.map((field) => redactField(field, redactor)),
    ...report.metadata === void 0 ? {} : { metadata: report.metadata.map((field) => redactField(field, redactor)) },
    outputs: redactOutputs(report.outputs, redactor),
    error: report.error && redactError(report.error, redactor),
    ...report.description === void 0 ? {} : { description: redactDescription(report.description, redactor) }
  };
}
function redactOutputs(outputs, redactor) {
  return Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, redactor.value(value)]));
}
function redactDescription(description, redactor) {
  const { recorded, facts } = description;
  return {
    ...description,
    recorded: recorded && {
      ...recorded,
      spec: redactor.value(recorded.spec),
      outputs: redactOutputs(recorded.outputs, redactor)
    },
    facts: facts && redactor.value(facts)
  };
}
function redactField(field, redactor) {
  const { before: before2, after, left, runs } = field;
  return {
    ...field,
    path: redactor.text(field.path),
    ...before2 === void 0 ? {} : { before: redactor.value(before2) },
    ...after === void 0 ? {} : { after: redactor.value(after) },
    ...left === void 0 ? {} : { left: redactor.value(left) },
    ...runs === void 0 ? {} : { runs: redactor.text(runs) }
  };
}
function redactError(error, redactor) {
  return {
    message: redactor.text(error.message),
    ...error.hint === void 0 ? {} : { hint: redactor.text(error.hint) },
    ...error.detail === void 0 ? {} : { detail: redactor.text(error.detail) },
    ...error.causes === void 0 ? {} : { causes: error.causes.map((cause) => redactError(cause, redactor)) }
  };
}
function redactDiagnostic(diagnostic, redactor) {
  return {
    ...diagnostic,
    message: redactor.text(diagnostic.message),
    ...diagnostic.suggestion === void 0 ? {} : { suggestion: redactor.text(diagnostic.suggestion) },
    ...diagnostic.related === void 0 ? {} : { related: diagnostic.related.map((one) => ({ ...one, message: redactor.text(one.message) })) }
  };
}
function redactFailure(failure, redactor) {
  return {
    ...failure,
    message: redactor.text(failure.message),
    diagnostics: failure.diagnostics.map((diagnostic) => redactDiagnostic(diagnostic, redactor))
  };
}
function redactContext(context, redactor) {
  return { ...context, tasks: context.tasks.map((task) => redactTask(task, redactor)) };
}
function redactReport(report, redactor) {
  return {
    ...report,
    diagnostics: report.diagnostics.map((diagnostic) => redactDiagnostic(diagnostic, redactor)),
    contexts: report.contexts.map((context) => redactContext(context, redactor))
  };
}
function withoutNames(report, redact) {
  return {
    ...report,
    command: redact(report.command),
    ...report.previews === void 0 ? {} : { previews: redact(report.previews) },
    project: redact(report.project),
    diagnostics: report.diagnostics.map((one) => ({
      ...one,
      ...shownPlace(one.location, redact),
      ...one.related === void 0 ? {} : { related: one.related.map((other) => ({ ...other, ...shownPlace(other.location, redact) })) }
    })),
    contexts: report.contexts.map((context) => ({
      ...context,
      name: redact(context.name),
      order: context.order.map(redact),
      ...context.reviewable === void 0 ? {} : { reviewable: namelessReview(context.reviewable, redact) },
      tasks: context.tasks.map((task) => ({
        ...task,
        name: redact(task.name),
        kind: redact(task.kind),
        outputs: redactKeys(task.outputs, redact),
        dependencies: task.dependencies.map(redact),
        ...task.sensitiveOutputs === void 0 ? {} : { sensitiveOutputs: task.sensitiveOutputs.map(redact) },
        ...task.description === void 0 ? {} : { description: namelessDescription(task.description, redact) },
        ...shownPlace(task.location, redact)
      }))
    }))
  };
}
function namelessReview({ seal, changes }, redact) {
  return { seal, changes: Object.fromEntries(Object.entries(changes).filter(([task]) => redact(task) === task)) };
}
function namelessDescription(description, redact) {
  const { recorded } = description;
  return {
    ...description,
    recorded: recorded && {
      ...recorded,
      kind: redact(recorded.kind),
      outputs: redactKeys(recorded.outputs, redact),
      sensitiveOutputs: recorded.sensitiveOutputs.map(redact),
      dependencies: recorded.dependencies.map(redact)
    }
  };
}
function shownPlace(location, redact) {
  return location ? { location: { ...location, file: redact(location.file) } } : {};
}
function redactEvent(event, redactor) {
  switch (event.type) {
    case "run-started":
      return { ...event, why: redactor.text(event.why) };
    case "task-started":
      return { ...event, reason: redactor.text(event.reason) };
    case "planned":
      return { ...event, tasks: event.tasks.map((task) => redactTask(task, redactor)) };
    case "task-output":
    case "progress":
      return { ...event, text: redactor.text(event.text) };
    case "lock-unsure":
    case "lock-broken":
      return { ...event, why: redactor.text(event.why) };
    case "task-retrying":
    case "task-rolling-back":
      return { ...event, error: redactError(event.error, redactor) };
    case "task-finished":
      return { ...event, report: redactTask(event.report, redactor) };
    case "context-finished":
      return {
        ...event,
        report: redactContext(event.report, redactor),
        failure: event.failure && redactFailure(event.failure, redactor)
      };
    case "diagnostic":
      return { ...event, diagnostic: redactDiagnostic(event.diagnostic, redactor) };
    case "run-finished":
      return {
        ...event,
        report: redactReport(event.report, redactor),
        failure: event.failure && redactFailure(event.failure, redactor)
      };
    default:
      return event;
  }
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done = (value) => {
      value = this.postProcess(value, options);
      if (callback) {
        setTimeout(function() {
          callback(value);
        }, 0);
        return void 0;
      } else {
        return value;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value, options) {
    return value;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value, options) {
    return Array.from(value);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component2 = components[componentPos];
      if (!component2.removed) {
        if (!component2.added && this.useLongestToken) {
          let value = newTokens.slice(newPos, newPos + component2.count);
          value = value.map(function(value2, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value2.length ? oldValue : value2;
          });
          component2.value = this.join(value);
        } else {
          component2.value = this.join(newTokens.slice(newPos, newPos + component2.count));
        }
        newPos += component2.count;
        if (!component2.added) {
          oldPos += component2.count;
        }
      } else {
        component2.value = this.join(oldTokens.slice(oldPos, oldPos + component2.count));
        oldPos += component2.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/array.js
var ArrayDiff = class extends Diff {
  tokenize(value) {
    return value.slice();
  }
  join(value) {
    return value;
  }
  removeEmpty(value) {
    return value;
  }
};
var arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
  return arrayDiff.diff(oldArr, newArr, options);
}

// src/engine/model/run-events.ts
function shownSide(field, side) {
  if (side === "after" && field.knownAfter) return waitingFor(field.knownAfter);
  if (side === "after" && field.otherValues) return anotherValue(field.otherValues);
  if (field.sensitive && field[side] !== void 0) return "(sensitive)";
  return field[side];
}
function anotherValue(references) {
  return `(another value of ${references.join(", ")})`;
}
function waitingFor(labels) {
  const hidden = labels.filter((label) => label.startsWith(hiddenMark));
  return hidden.length > 0 ? `(${hidden.join(", ")})` : `(known after apply: ${labels.join(", ")})`;
}

// src/hooks/rendering/field-labels.ts
var mostLeft = 60;
function isDriftView({ status }) {
  return status === "observed";
}
function sidesOf(task, command = "apply") {
  const { status, drift } = task;
  if (isDriftView(task)) {
    const wanted = drift === "resource-changed" ? "recorded" : "manifest";
    return { minus: `wanted (${wanted})`, plus: thereNow(task) };
  }
  if (status === "planned" || status === "skipped") return { minus: thereNow(task), plus: `after ${oneLine(command)}` };
  return { minus: "before", plus: status === "done" ? "after" : "wanted" };
}
function thereNow({ fields, compared }) {
  if (fields.length === 0) return "recorded";
  if (compared === void 0) return "now";
  const drifted = fields.filter((field) => field.drifted).length;
  if (compared === "live" || drifted === fields.length) return "live now";
  return drifted === 0 ? "recorded" : "recorded, or live now";
}
function toldFields({ fields, metadata = [] }) {
  if (metadata.length === 0) return fields;
  return [
    ...fields,
    ...metadata.map((field) => ({ ...field, path: `/metadata${field.path}`, effect: "recorded" }))
  ];
}
function changeNotes(field) {
  const notes = [];
  if (field.forcesReplacement) notes.push("forces replacement");
  const effect = effectWords(field);
  if (effect !== void 0) notes.push(effect);
  return notes;
}
function effectWords({ effect, runs, after, knownAfter }) {
  const there = after !== void 0 || knownAfter !== void 0;
  switch (effect) {
    case void 0:
      return void 0;
    case "recorded":
      return "recorded only";
    case "now":
      if (runs === void 0) return "takes effect now";
      return there ? "runs now" : "no longer runs";
    case "later":
      if (runs === void 0) return "takes effect later";
      return there ? `runs at the next ${oneLine(runs)}` : `will not run at the next ${oneLine(runs)}`;
  }
}
function driftNotes({ drifted, left, before: before2, after }) {
  if (!drifted) return [];
  const same = before2 !== void 0 && JSON.stringify(before2) === JSON.stringify(after);
  const how = before2 === void 0 ? "removed outside opus" : same ? "as wanted already, by others than opus" : "changed outside opus";
  return left === void 0 ? [how] : [`${how}; opus left ${leftWords(left)}`.replace("; opus left \u2026", "")];
}
function leftWords(left) {
  const text = oneLine(JSON.stringify(left));
  const plain2 = typeof left !== "string" || !left.trimEnd().includes("\n");
  return plain2 && text.length <= mostLeft ? text : "\u2026";
}
function noteOf(words) {
  return words.length === 0 ? "" : `  # ${words.join(", ")}`;
}
function fieldNames(task, width) {
  const names = toldFields(task).map(({ path }) => path.slice(1).replaceAll("/", "."));
  return beginning(oneLine([...new Set(names)].join(", ")), width);
}

// src/hooks/rendering/field-diff.ts
var contextLines = 3;
var maxEdits = 200;
var noNewline = "\\ no newline at the end";
function fieldName(path) {
  return path === "" ? "(everything)" : visible(pointerPath(path).join("."));
}
function diffField(field, limits2, view = "plan") {
  const name = clip(fieldName(field.path), limits2.width);
  const [before2, after] = [sideOf(field, "before"), sideOf(field, "after")];
  const isAfter = after.type !== "absent";
  const [change, drift] = [changeNotes(field), driftNotes(field)];
  if (isSame(before2, after)) {
    const text = before2.type === "marker" ? before2.text : shortValue(before2, limits2.width);
    return [{ sign: "~", text: `${name}: ${text}${noteOf([...change, ...drift])}` }];
  }
  const there = {
    side: before2,
    lines: blockOf(before2),
    notes: before2.type === "absent" ? [] : isAfter ? drift : [...change, ...drift]
  };
  const wanted = {
    side: after,
    lines: blockOf(after),
    notes: before2.type === "absent" ? [...change, ...drift] : change
  };
  const [minus, plus2] = view === "plan" ? [
    { ...there, sign: "-" },
    { ...wanted, sign: "+" }
  ] : [
    { ...wanted, sign: "-" },
    { ...there, sign: "+" }
  ];
  const blocks = isLong(minus) || isLong(plus2);
  if (blocks && isWhole(minus) && isWhole(plus2)) {
    const sign = minus.side.type === "absent" ? "+" : plus2.side.type === "absent" ? "-" : "~";
    const note = noteOf([...change, ...drift]);
    return [{ sign, text: `${name}:${note}` }, ...lineDiff(minus.lines ?? [], plus2.lines ?? [], limits2)];
  }
  if (blocks) return [...oneSide(name, minus, limits2), ...oneSide(name, plus2, limits2)];
  return inline(name, minus, plus2, limits2);
}
function fieldHeadline(field, width) {
  const sign = field.before === void 0 ? "+" : field.after === void 0 && !field.knownAfter ? "-" : "~";
  return {
    sign,
    text: `${clip(fieldName(field.path), width)}${noteOf([...changeNotes(field), ...driftNotes(field)])}`
  };
}
var shortEscapes = { "	": "	", "\n": "\\n", "\r": "\\r" };
function visible(text) {
  return withMarks(text, (character) => {
    const hex2 = (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
    return shortEscapes[character] ?? (hex2.length > 4 ? `\\u{${hex2}}` : `\\u${hex2}`);
  });
}
function sideOf(field, side) {
  if (side === "after" && field.knownAfter) {
    return { type: "marker", text: waitingFor(field.knownAfter.map(visible)) };
  }
  if (field.otherValues) return { type: "marker", text: anotherValue(field.otherValues.map(visible)) };
  const value = field[side];
  if (value === void 0) return { type: "absent" };
  return field.sensitive ? { type: "marker", text: "(sensitive)" } : { type: "value", value };
}
function isSame(before2, after) {
  if (before2.type === "marker") return after.type === "marker" && before2.text === after.text;
  return before2.type === "value" && after.type === "value" && JSON.stringify(before2.value) === JSON.stringify(after.value);
}
function blockOf(side) {
  if (side.type !== "value") return void 0;
  const { value } = side;
  if (typeof value === "string") return textLines(value);
  if (typeof value !== "object" || value === null) return void 0;
  const text = JSON.stringify(value);
  return text.length <= 80 && !text.includes("\\n") ? [text] : structureLines(value);
}
function textLines(text) {
  const lines = text.split("\n").map((line) => /^\\+ no newline at the end$/.test(line) ? `\\${line}` : line);
  if (lines.at(-1) === "") lines.pop();
  else if (lines.length > 1) lines.push(noNewline);
  return lines;
}
function structureLines(value) {
  if (typeof value === "string" && value.includes("\n")) return ["|", ...textLines(value).map((line) => `  ${line}`)];
  if (typeof value !== "object" || value === null) return [JSON.stringify(value)];
  const isList = !isObject(value);
  const members2 = Object.entries(value).flatMap(([key, member]) => {
    const [first = "", ...rest] = structureLines(member);
    return [isList ? first : `${JSON.stringify(key)}: ${first}`, ...rest].map((line) => `  ${line}`);
  });
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return members2.length === 0 ? [`${open}${close}`] : [open, ...members2, close];
}
function isLong({ lines }) {
  return (lines?.length ?? 0) > 1;
}
function isWhole({ side, lines }) {
  return side.type === "absent" || lines !== void 0;
}
function oneSide(name, shown, limits2) {
  const { sign, side, lines, notes } = shown;
  if (side.type === "absent") return [];
  const note = noteOf(notes);
  if (lines === void 0 || lines.length <= 1) {
    const text = side.type === "marker" ? side.text : shortValue(side, limits2.width);
    return [{ sign, text: `${name}: ${text}${note}` }];
  }
  const [before2, after] = sign === "-" ? [lines, []] : [[], lines];
  return [{ sign, text: `${name}:${note}` }, ...lineDiff(before2, after, limits2)];
}
function inline(name, minus, plus2, { width }) {
  const quoted = [minus, plus2].every(({ side }) => side.type !== "value" || isPlain(side.value));
  const text = ({ side }) => {
    if (side.type === "absent") return "";
    return side.type === "marker" ? side.text : valueText(side.value, quoted);
  };
  const valued = minus.side.type === "value" && plus2.side.type === "value";
  const [one, other] = valued ? cutPair(text(minus), text(plus2), width) : [minus, plus2].map((shown) => shown.side.type === "value" ? shortValue(shown.side, width) : text(shown));
  const lines = [minus, plus2].map(
    ({ sign, notes }, at) => ({ sign, text: `${name}: ${at === 0 ? one : other}${noteOf(notes)}` })
  );
  return lines.filter((_, at) => (at === 0 ? minus : plus2).side.type !== "absent");
}
function isPlain(value) {
  return typeof value !== "string" || !/['\\\n\t]/.test(value) && value === visible(value);
}
function valueText(value, plain2) {
  if (plain2 && typeof value === "string" && value.includes('"')) return `'${value}'`;
  return visible(JSON.stringify(value));
}
function shortValue(side, width) {
  if (side.type !== "value") return "";
  const { value } = side;
  const text = valueText(value, isPlain(value));
  if (typeof value !== "string" || text.length <= width + 2) return clip(text, width + 2);
  const quote = text[0] ?? "";
  return `${quote}${beginning(text.slice(1, -1), width)}${quote}\u2026 (${byteSize(value.length)})`;
}
function lineDiff(before2, after, limits2) {
  const parts = changedParts(before2, after);
  const rewritten = parts.length <= 4 && parts.some(({ sign }) => sign === "-") && parts.some(({ sign }) => sign === "+");
  const most = rewritten ? Math.ceil(limits2.lines / 2) : limits2.lines;
  const lines = [];
  let hidden = 0;
  const push = (sign, text) => {
    if (lines.length >= limits2.lines + 2 * contextLines) hidden++;
    else lines.push({ sign, text: text === "" ? "" : `  ${text}` });
  };
  const context = (line) => push(" ", clip(visible(line), limits2.width));
  for (const [index, part] of parts.entries()) {
    const { sign } = part;
    if (sign !== " ") {
      const others = counterpart(parts, index);
      for (const [at, line] of part.lines.slice(0, most).entries())
        push(sign, besides(line, others?.[at], limits2.width));
      if (part.lines.length > most)
        context(`\u2026 ${plural(part.lines.length - most, `more ${sign === "+" ? "added" : "removed"} line`)}`);
      continue;
    }
    const head = index === 0 ? 0 : contextLines;
    const tail = index === parts.length - 1 ? 0 : contextLines;
    const size = part.lines.length;
    if (size <= head + tail + 1) {
      for (const line of part.lines) context(line);
      continue;
    }
    for (const line of part.lines.slice(0, head)) context(line);
    context(`\u2026 ${plural(size - head - tail, "unchanged line")}`);
    for (const line of part.lines.slice(size - tail)) context(line);
  }
  if (hidden > 0) lines.push({ sign: " ", text: `  \u2026 ${plural(hidden, "more line")}` });
  return lines;
}
function counterpart(parts, index) {
  const sign = parts[index]?.sign;
  const around = sign === "-" ? [index + 1, index - 1] : [index - 1, index + 1];
  return around.map((at) => parts[at]).find((part) => part && part.sign !== " " && part.sign !== sign)?.lines;
}
function besides(line, other, width) {
  if (other === void 0) return clip(visible(line), width);
  const [shown, against] = [visible(line), visible(other)];
  if (shown !== against || line === other) return cutPair(shown, against, width)[0];
  const literal = (text) => visible(text.replaceAll("\\", "\\\\"));
  return cutPair(literal(line), literal(other), width)[0];
}
function changedParts(before2, after) {
  const shortest = Math.min(before2.length, after.length);
  let prefix = 0;
  while (prefix < shortest && before2[prefix] === after[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shortest - prefix && before2[before2.length - 1 - suffix] === after[after.length - 1 - suffix])
    suffix++;
  const removed = before2.slice(prefix, before2.length - suffix);
  const added = after.slice(prefix, after.length - suffix);
  const found = removed.length > 0 && added.length > 0 ? diffArrays(removed, added, { maxEditLength: maxEdits }) : void 0;
  const middle = found?.map((part) => ({ sign: part.added ? "+" : part.removed ? "-" : " ", lines: part.value }));
  const all = [
    { sign: " ", lines: before2.slice(0, prefix) },
    ...middle ?? [{ sign: "-", lines: removed }, { sign: "+", lines: added }],
    { sign: " ", lines: before2.slice(before2.length - suffix) }
  ];
  return all.filter(({ lines }) => lines.length > 0);
}

// src/hooks/log/log-render.ts
var limits = { lines: 60, width: 400 };
var signTones = {
  "+": "create",
  "-": "delete",
  "~": "update",
  " ": "muted"
};
function renderStart({ command, version, trusted, why }, verbose) {
  const lines = [{ text: `Magnum Opus ${version}: ${oneLine(command)}`, tone: "heading" }];
  if (!trusted) {
    const text = `Untrusted run (${oneLine(why)}): it compares with recorded state, runs nothing and looks at nothing live.`;
    lines.push({ text, tone: "warning" });
  } else if (verbose) lines.push({ text: `Trusted: ${oneLine(why)}`, tone: "muted" });
  return lines;
}
function renderManifest({ project, files, tasks, contexts }) {
  const where = contexts.length === 0 ? "" : `; context${contexts.length === 1 ? "" : "s"} ${contexts.map(oneLine).join(", ")}`;
  return [{ text: `Project ${oneLine(project)}: ${plural(tasks, "task")} in ${plural(files, "file")}${where}` }];
}
function renderContext({ context, inherited, state }) {
  const from = inherited === null ? "" : ` (inherits ${oneLine(inherited)})`;
  const recorded = state.serial === 0 && state.recorded === 0 ? "nothing recorded yet" : `serial ${state.serial}, ${plural(state.recorded, "task")} recorded`;
  return [
    { text: "" },
    { text: `Context ${oneLine(context)}${from}`, tone: "heading" },
    { text: `State: ${oneLine(stateWords(state))} ${oneLine(state.location)}, ${recorded}` }
  ];
}
function renderPlan(tasks, counts, verbose, command = "apply") {
  const lines = [{ text: "" }];
  const recorded = tasks.filter(isRecordedOnly);
  let said = "";
  for (const task of tasks) {
    if (!isNoteworthy(task) && !isRecordedOnly(task) && !verbose) continue;
    const legend = toldFields(task).length > 0 ? renderSides(task, command) : void 0;
    lines.push(planLine(task));
    if (legend && legend.text !== said) lines.push({ ...legend, text: `    ${legend.text}` });
    said = legend?.text ?? said;
    lines.push(...renderFields(task, "    "));
    if (task.error) lines.push(...renderError(task.error, "    "));
  }
  if (lines.length > 1) lines.push({ text: "" });
  lines.push({ text: `Plan: ${planWords(counts)}.`, tone: "heading" });
  const destructive = tasks.filter(isDestructive);
  if (destructive.length > 0) {
    const names = (change) => destructive.filter((task) => task.change === change).map(({ name }) => oneLine(name));
    const deleted = names("delete");
    const replaced = names("replace");
    if (deleted.length > 0) lines.push({ text: `Deletes: ${deleted.join(", ")}`, tone: "delete" });
    if (replaced.length > 0) lines.push({ text: `Deletes and makes anew: ${replaced.join(", ")}`, tone: "delete" });
  }
  if (recorded.length > 0) lines.push({ text: `Recorded only: ${recordedWords(recorded)}`, tone: "update" });
  return lines;
}
function recordedWords(tasks) {
  return tasks.map((task) => `${oneLine(task.name)} (${fieldNames(task, 100)})`).join(", ");
}
function renderSides(task, command) {
  const { minus, plus: plus2 } = sidesOf(task, command);
  return { text: `- ${minus}   + ${plus2}`, tone: "muted" };
}
function planLine(task) {
  const unknown = task.drift === "unknown" || task.change === "none" && task.error !== null;
  const recorded = isRecordedOnly(task);
  const reason = task.reason === "" || recorded ? "" : `  (${oneLine(task.reason)})`;
  const unchanged = recorded ? "recorded only" : "unchanged";
  const word = task.change === "noop" ? unchanged : task.change === "none" ? unknown ? "unknown" : "none" : task.change;
  return {
    text: `${unknown ? "?" : symbols[task.change]} ${oneLine(task.name)}  ${word}  ${oneLine(task.kind)}${reason}`,
    tone: unknown ? "warning" : recorded ? "update" : changeTones[task.change]
  };
}
function renderFields(task, indent) {
  const view = isDriftView(task) ? "drift" : "plan";
  return toldFields(task).flatMap(
    (field) => diffField(field, limits, view).map(({ sign, text }) => {
      const tone = signTones[sign];
      const line = text === "" ? `${indent}${sign}` : `${indent}${sign} ${text}`;
      return tone ? { text: line, tone } : { text: line };
    })
  );
}
function renderError(error, indent, label = "") {
  const lines = printableLines(error.message.trim()).map((text, index) => ({
    text: `${indent}${index === 0 ? label : ""}${text}`,
    tone: "error"
  }));
  if (error.detail !== void 0 && error.detail.trim() !== "") {
    for (const text of printableLines(error.detail.trimEnd()))
      lines.push({ text: `${indent}  ${text}`, tone: "muted" });
  }
  for (const cause of error.causes ?? []) lines.push(...renderError(cause, `${indent}  `, "caused by: "));
  if (error.hint !== void 0) {
    for (const text of printableLines(error.hint.trim())) lines.push({ text: `${indent}\u2192 ${text}`, tone: "warning" });
  }
  return lines;
}
function taskTitle(task) {
  const name = oneLine(task.name);
  const kind = oneLine(task.kind);
  const time = duration(task.durationMs);
  if (hasFailed(task)) return { text: `\u2718 ${name}  ${failureWords(task)}  ${kind}  ${time}`, tone: "error" };
  if (task.status === "skipped") {
    const why = task.error?.message ?? task.reason;
    return { text: `\u2298 ${name}  skipped${why === "" ? "" : `: ${oneLine(why)}`}`, tone: "warning" };
  }
  if (task.status === "cancelled")
    return { text: `\u2298 ${name}  ${task.change} cancelled  ${kind}  ${time}`, tone: "warning" };
  if (task.change === "noop") return { text: `= ${name}  unchanged  ${kind}  ${time}`, tone: "muted" };
  return { text: `\u2714 ${name}  ${task.change}  ${kind}  ${time}`, tone: "success" };
}
function renderLocation({ location }, indent) {
  if (location === null) return [];
  return [{ text: `${indent}at ${oneLine(location.file)}:${location.line}:${location.column}`, tone: "muted" }];
}
function renderProgress(progress) {
  const { done, total, succeeded, failed, skipped, elapsedMs, running } = progress;
  const shown = running.slice(0, 5).map(({ task, ms }) => `${oneLine(task)} (${wholeSeconds(ms)})`);
  if (running.length > shown.length) shown.push(`${running.length - shown.length} more`);
  const now = shown.length === 0 ? "" : ` \xB7 running: ${shown.join(", ")}`;
  return `[${done}/${total}] ${succeeded} done, ${failed} failed, ${skipped} skipped \xB7 ${wholeSeconds(elapsedMs)}${now}`;
}
function renderOutcome(context, executed, elapsedMs) {
  const lines = [];
  const failed = context.tasks.filter(hasFailed);
  if (failed.length > 0) {
    lines.push({ text: "" }, { text: `Failed in ${oneLine(context.name)}:`, tone: "error" });
    for (const task of failed) {
      lines.push({ text: `\u2718 ${oneLine(task.name)}  ${failureWords(task)}  ${oneLine(task.kind)}`, tone: "error" });
      if (task.error) lines.push(...renderFirstCauses(task.error, "    "));
      lines.push(...renderLocation(task, "    "));
    }
  }
  if (executed) {
    const where = oneLine(stateWords(context.state));
    const text = `${oneLine(context.name)}: ${outcomeWords(context.tasks)} \xB7 ${duration(elapsedMs)} \xB7 state ${where} serial ${context.state.serial}`;
    lines.push({ text: "" }, { text, tone: failed.length > 0 || context.failureReason !== null ? "error" : "success" });
  }
  return lines;
}
function renderFirstCauses(error, indent) {
  const lines = [{ text: `${indent}${oneLine(error.message)}`, tone: "error" }];
  const last = error.detail?.trim() ? printableLines(error.detail.trim()).slice(-3) : [];
  for (const text of last) lines.push({ text: `${indent}  ${text}`, tone: "muted" });
  const first = error.causes?.[0];
  if (first) lines.push({ text: `${indent}  caused by: ${oneLine(first.message)}`, tone: "error" });
  const hint = error.hint ?? first?.hint;
  if (hint !== void 0) lines.push({ text: `${indent}\u2192 ${oneLine(hint)}`, tone: "warning" });
  return lines;
}
function renderEnd({ report, failure, elapsedMs }) {
  const took = duration(elapsedMs);
  const command = oneLine(report.command);
  if (report.result === "success") return [{ text: `${command} succeeded \xB7 ${took}`, tone: "success" }];
  const word = report.result === "cancelled" ? "was cancelled" : "failed";
  const reason = report.failureReason === null ? "" : ` (${report.failureReason})`;
  const lines = [{ text: "" }, { text: `${command} ${word}${reason} \xB7 ${took}`, tone: "error" }];
  if (failure && !isTold(failure.message, report)) {
    for (const text of printableLines(failure.message.trim())) lines.push({ text: `    ${text}`, tone: "error" });
  }
  const next = nextStep(report);
  if (next !== void 0) lines.push({ text: `Next: ${next}`, tone: "warning" });
  return lines;
}

// src/hooks/rendering/description.ts
var valueWidth = 80;
var lineWidth = 600;
function describedLines({ description, drift }) {
  if (!description) return [];
  const { recorded, facts } = description;
  const lines = [];
  if (recorded) {
    lines.push(`recorded  ${recorded.status}; ${members(recorded.spec)}`);
    const outputs = Object.keys(recorded.outputs).length > 0 ? [members(recorded.outputs)] : [];
    for (const name of recorded.sensitiveOutputs) outputs.push(`${oneLine(name)}: (sensitive)`);
    if (outputs.length > 0) lines.push(`outputs   ${outputs.join(", ")}`);
  }
  if (facts) lines.push(`live      ${members(facts)}`);
  else if (drift === "missing") lines.push("live      absent");
  else if (recorded && drift === "unobservable") lines.push("live      can't be looked at");
  return lines;
}
function members(value) {
  const parts = Object.entries(value).map(([name, member]) => {
    const shown = member === "(sensitive)" ? member : JSON.stringify(member);
    return `${oneLine(name)}: ${clip(oneLine(shown), valueWidth)}`;
  });
  return parts.length === 0 ? "(empty)" : clip(parts.join(", "), lineWidth);
}

// src/hooks/log/log-tables.ts
function renderDrift({ tasks }) {
  const differing = tasks.filter(({ drift }) => drift !== "in-sync");
  const lines = [{ text: "" }];
  if (differing.length > 0) {
    const rows = differing.map((task) => [task.name, task.kind, task.drift, task.reason].map(oneLine));
    lines.push(...table(["Task", "Kind", "Drift", "Reason"], rows));
    for (const task of differing) {
      if (task.fields.length === 0 && task.error === null) continue;
      lines.push(
        { text: "" },
        { text: `${oneLine(task.name)}  ${task.drift}`, tone: isDrifted(task) ? "warning" : "update" }
      );
      if (task.fields.length > 0) {
        const sides = renderSides(task);
        lines.push({ ...sides, text: `    ${sides.text}` }, ...renderFields(task, "    "));
      }
      if (task.error) lines.push(...renderError(task.error, "    "));
    }
    lines.push({ text: "" });
  }
  lines.push(driftSentence(tasks));
  return lines;
}
function driftSentence(tasks) {
  const number = (test) => tasks.filter(test).length;
  const drifted = number(isDrifted);
  const parts = [drifted === 0 ? "no resource drifted" : `${plural(drifted, "resource")} drifted`];
  const specChanged = number(({ drift }) => drift === "spec-changed" || drift === "both");
  const unknown = number(({ drift }) => drift === "unknown");
  const unobservable = number(({ drift }) => drift === "unobservable");
  const untracked = number(({ drift }) => drift === "untracked");
  const inSync = number(({ drift }) => drift === "in-sync");
  if (specChanged > 0) parts.push(`${specChanged} changed in the manifest`);
  if (untracked > 0) parts.push(`${untracked} never applied`);
  if (unobservable > 0) parts.push(`${unobservable} can't be observed`);
  if (unknown > 0) parts.push(`${unknown} unknown`);
  parts.push(`${inSync} in sync`);
  return { text: `Drift: ${parts.join(", ")}.`, tone: drifted > 0 || unknown > 0 ? "warning" : "heading" };
}
var describeColumns = [
  "Manifest",
  "Created",
  "Created Timestamp",
  "Spec Drifted",
  "Resources Drifted"
];
var checksumColumns = ["Manifest Spec", "Resolved Spec", "Applied Spec", "Resource"];
function describeCells({ description }, checksums) {
  const word = (value) => value === true ? "yes" : value === false ? "no" : "unknown";
  const cells = [
    word(description?.inManifest),
    word(description?.created),
    description?.createdAt ?? "-",
    word(description?.specDrifted),
    word(description?.resourceDrifted)
  ];
  if (!checksums) return cells;
  const { manifestSpec, resolvedSpec, appliedSpec, resource } = description?.checksums ?? {};
  return [...cells, ...[manifestSpec, resolvedSpec, appliedSpec, resource].map((sum) => sum ?? "-")];
}
function renderDescribe({ tasks }, checksums) {
  const heads = ["Task", ...describeColumns, ...checksums ? checksumColumns : []];
  const rows = tasks.map((task) => [oneLine(task.name), ...describeCells(task, checksums)]);
  const lines = [{ text: "" }];
  if (rows.length === 0) return [...lines, { text: "Nothing in the manifest and nothing recorded.", tone: "heading" }];
  lines.push(...table(heads, rows));
  for (const task of tasks) {
    const described = describedLines(task);
    if (described.length === 0) continue;
    lines.push({ text: "" }, { text: `${oneLine(task.name)}  ${oneLine(task.kind)}`, tone: "heading" });
    lines.push(...described.map((text) => ({ text: `    ${text}` })));
  }
  for (const task of tasks) {
    if (task.error === null) continue;
    lines.push({ text: "" }, { text: `? ${oneLine(task.name)}  observation failed`, tone: "error" });
    lines.push(...renderError(task.error, "    "));
  }
  return lines;
}
function table(heads, rows) {
  const widths = heads.map(
    (head, column) => rows.reduce((widest2, row) => Math.max(widest2, row[column]?.length ?? 0), head.length)
  );
  const format = (cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd();
  return [{ text: format(heads), tone: "heading" }, ...rows.map((row) => ({ text: format(row) }))];
}

export {
  partsOf,
  createRedactor,
  redactOutputs,
  redactFailure,
  redactReport,
  withoutNames,
  redactEvent,
  shownSide,
  isDriftView,
  sidesOf,
  toldFields,
  fieldNames,
  diffField,
  fieldHeadline,
  renderStart,
  renderManifest,
  renderContext,
  renderPlan,
  renderSides,
  renderFields,
  renderError,
  taskTitle,
  renderLocation,
  renderProgress,
  renderOutcome,
  renderEnd,
  describedLines,
  renderDrift,
  describeColumns,
  checksumColumns,
  describeCells,
  renderDescribe,
  table
};
