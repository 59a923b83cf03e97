import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  base64Pieces,
  encodingsOf,
  partsOf
} from "./chunk-E464FBX3.js";
import {
  decoded,
  invisibleCharacters,
  mayHide,
  readingsOf,
  struckOut,
  visibleText,
  within
} from "./chunk-OZE7IRRJ.js";
import {
  isObject,
  mapMembers
} from "./chunk-RRD47Q5D.js";

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
  /** Where characters lead to that are found only after many shorter ends. */
  #far;
  constructor(edge, offset, depth, shorter) {
    this.#edge = edge;
    this.#offset = offset;
    this.depth = depth;
    this.shorter = shorter ?? this;
    const ends2 = offset === edge.label.length && edge.node.ends;
    this.found = ends2 ? depth : shorter?.found ?? 0;
  }
  /** Nothing was read yet. */
  static beginning(root) {
    return new _TrieNode({ label: "", node: root }, 0, 0, void 0);
  }
  /** True when a form may go on from here. */
  get goesOn() {
    return this.#offset < this.#edge.label.length || this.#edge.node.edges !== void 0;
  }
  /** Where a further character leads to. */
  after(code) {
    let steps = 0;
    for (let from = this; ; from = from.shorter) {
      const next = from.#next(code) ?? from.#far?.get(code) ?? (from.depth === 0 ? from : void 0);
      if (next === void 0) steps++;
      else return steps < manySteps ? next : this.#remember(code, next);
    }
  }
  /** Several readers of a text may go on from the same place, and each of them would take all steps again. */
  #remember(code, next) {
    this.#far ??= /* @__PURE__ */ new Map();
    this.#far.set(code, next);
    return next;
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
var manySteps = 16;
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
  /** Where reading begins; another one once a form is added. */
  get beginning() {
    return this.#beginning;
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
      if (place.depth === 0) at = this.likely(text, at, text.length);
      if (at === text.length) break;
      place = place.after(text.charCodeAt(at));
      at++;
      if (place.found > 0) found(place.found, at);
      if (cut && place.depth >= telling && isCut(text, at)) found(place.depth, at);
    }
    return place;
  }
  /**
   * Where a form may begin next; just before the end, where the filter sees too little, anywhere.
   * @param end up to there the text is read as it stands
   */
  likely(text, from, end) {
    if (this.#longest === 0) return end;
    const before = this.#width - 1;
    const shift = Math.ceil(filterBits / this.#width);
    const filter = this.#filter;
    let key = 0;
    for (let at = from; at < end; at++) {
      key = (key << shift ^ text.charCodeAt(at)) & 65535;
      if (at - from >= before && filter[key] !== 0) return at - before;
    }
    return Math.max(from, end - before);
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

// src/engine/redaction/skips.ts
var introducer = new RegExp(`(?:\\u001b[${within}]*([\\]P_^X[])|([\\u0090\\u0098\\u009b\\u009d-\\u009f]))`, "y");
var cursor = /[[\u009b]/;
var parameters = new RegExp(`[0-?${within}]*[ -\\/${within}]*`, "y");
var intermediates = new RegExp(`\\u001b[ -\\/${within}]*`, "y");
var nextLetter = new RegExp(`\\u001b[${within}]*[ -~]`, "y");
var final = { ofCursor: /[@-~]/y, ofEscape: /[0-~]/y };
var ends = {
  bell: "\\u0007",
  terminator: `\\u001b[${within}]*\\\\|\\u009c`,
  cancel: "[\\u0018\\u001a]",
  abort: "[\\u001b\\u0080-\\u009f]",
  line: "[\\n\\r]"
};
var Skips = class {
  #text;
  #invisible;
  #bell;
  #terminator;
  #cancel;
  #abort;
  #lineEnd;
  /** Of characters that backspaces take back. */
  #struck;
  #nextStruck = -1;
  constructor(text) {
    this.#text = text;
    this.#invisible = new Search(text, invisibleCharacters());
    const search = (pattern) => new Search(text, new RegExp(pattern, "g"));
    this.#bell = search(ends.bell);
    this.#terminator = search(ends.terminator);
    this.#cancel = search(ends.cancel);
    this.#abort = search(ends.abort);
    this.#lineEnd = search(ends.line);
    this.#struck = struckOut(text);
  }
  /** The first place from `at` on where something may be skipped; infinite when there is none. Places must ascend. */
  next(at) {
    if (this.#nextStruck < at) this.#nextStruck = this.#struckFrom(at);
    return Math.min(this.#invisible.from(at).start, this.#nextStruck);
  }
  /** False where nothing may be skipped for sure, in time that does not depend on the text. */
  mayHide(at) {
    const code = this.#text.charCodeAt(at);
    return !(code >= 32 && code < 127) || this.#struck.length > 0;
  }
  /** Where the text may go on instead of at this place, each once. */
  from(at) {
    const found = [];
    const add = (end2) => {
      if (!found.includes(end2)) found.push(end2);
    };
    for (const places of this.#struck) if (places[at]) add(places[at]);
    const { start, end } = this.#invisible.from(at);
    if (start !== at) return found;
    add(end);
    const code = this.#text.charCodeAt(at);
    if (code !== 27 && (code < 144 || code > 159)) return found;
    const introduced = endOf(introducer, this.#text, at);
    if (introduced !== void 0) {
      const isCursor = cursor.test(this.#text.charAt(introduced - 1));
      for (const one of isCursor ? this.#cursorEnds(introduced) : this.#stringEnds(introduced)) add(one);
    }
    if (code === 27) for (const one of this.#escapeEnds(at)) add(one);
    return found;
  }
  #struckFrom(at) {
    if (this.#struck.length === 0) return Number.POSITIVE_INFINITY;
    for (let place = at; place < this.#text.length; place++)
      if (this.#struck.some((places) => places[place] !== 0)) return place;
    return Number.POSITIVE_INFINITY;
  }
  #cursorEnds(body) {
    return withFinal(endOf(parameters, this.#text, body) ?? body, final.ofCursor, this.#text);
  }
  #escapeEnds(at) {
    const letter = endOf(nextLetter, this.#text, at);
    const before = endOf(intermediates, this.#text, at) ?? at + 1;
    return [...withFinal(before, final.ofEscape, this.#text), ...letter === void 0 ? [] : [letter]];
  }
  /** On one line. What is not ended may be, when the text goes on. */
  #stringEnds(body) {
    const line = Math.min(this.#lineEnd.from(body).start, this.#text.length);
    const terminator = this.#terminator.from(body);
    const others = [this.#bell.from(body), this.#cancel.from(body)].filter(({ start }) => start < terminator.start);
    const ended = [terminator, ...others].filter(({ start }) => start < line);
    const aborted = this.#abort.from(body).start;
    const goesOn = ended.length === 0 && line === this.#text.length;
    return [body, ...ended.map(({ end }) => end), ...aborted < line ? [aborted] : [], ...goesOn ? [line] : []];
  }
};
function withFinal(before, pattern, text) {
  const end = endOf(pattern, text, before);
  return end === void 0 ? [before] : [before, end];
}
function endOf(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : void 0;
}
var none = { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };
var Search = class {
  #text;
  #pattern;
  #from = 0;
  #found = { start: -1, end: -1 };
  constructor(text, pattern) {
    this.#text = text;
    this.#pattern = pattern;
  }
  /** The first match that begins at a place or after it. */
  from(at) {
    if (at >= this.#from && at <= this.#found.start) return this.#found;
    this.#from = at;
    this.#pattern.lastIndex = at;
    let match = this.#pattern.exec(this.#text);
    if (match !== null && match.index < at) {
      this.#pattern.lastIndex = at + 1;
      match = this.#pattern.exec(this.#text);
    }
    this.#found = match === null ? none : { start: match.index, end: match.index + match[0].length };
    return this.#found;
  }
};

// src/engine/redaction/hidden-forms.ts
var Path = class _Path {
  /** Where the stretch begins in the text. */
  start;
  /** Characters that were read before it. */
  read;
  #before;
  /** One of those before, so that each of them is reached in few steps (Myers's skew-binary jumps). */
  #jump;
  #length;
  constructor(start, before, read = 0) {
    this.start = start;
    this.read = read;
    this.#before = before;
    this.#length = lengthOf(before) + 1;
    const far = before === void 0 ? void 0 : before.#jump;
    const isEven = far && lengthOf(before) - lengthOf(far) === lengthOf(far) - lengthOf(far.#jump);
    this.#jump = isEven ? far.#jump : before;
  }
  get length() {
    return this.#length;
  }
  /** The same path when the text up to `end` is skipped from `at` on. */
  skip(at, end) {
    return at === this.start ? new _Path(end, this.#before, this.read) : new _Path(end, this, this.read + at - this.start);
  }
  /** Where in the text the last so many characters begin that were read up to `at`. */
  back(at, characters) {
    const wanted = this.read + at - this.start - characters;
    let path = this;
    while (path.read > wanted) {
      const far = path.#jump;
      const next = far && far.read > wanted ? far : path.#before;
      if (next === void 0) break;
      path = next;
    }
    return path.start + wanted - path.read;
  }
};
function lengthOf(path) {
  return path?.length ?? 0;
}
var mostReaders = 64;
function wider(one, other, at) {
  const { depth } = one.node;
  return other.path.back(at, depth) < one.path.back(at, depth) ? other : one;
}
var Readers = class {
  #at;
  #byNode = /* @__PURE__ */ new Map();
  constructor(at) {
    this.#at = at;
  }
  add(reader) {
    const known = this.#byNode.get(reader.node);
    this.#byNode.set(reader.node, known === void 0 ? reader : wider(known, reader, this.#at));
  }
  get at() {
    return this.#at;
  }
  get size() {
    return this.#byNode.size;
  }
  /** Who has read nothing of a form is none beside others: a form may begin after each of them. */
  all() {
    const readers = [...this.#byNode.values()];
    const busy = readers.filter(({ node }) => node.depth > 0);
    return busy.length > 0 ? busy : readers.slice(0, 1);
  }
};
var Waiting = class {
  #places = [];
  get next() {
    return this.#places.at(-1)?.at ?? Number.POSITIVE_INFINITY;
  }
  add(at, reader) {
    let index = this.#places.length;
    while (index > 0 && this.#places[index - 1].at < at) index--;
    const known = this.#places[index - 1];
    const place = known?.at === at ? known : new Readers(at);
    if (place !== known) this.#places.splice(index, 0, place);
    place.add(reader);
    return place;
  }
  take() {
    return this.#places.pop()?.all() ?? [];
  }
};
var Search2 = class {
  #forms;
  #text;
  #cut;
  #skips;
  #waiting = new Waiting();
  spans = [];
  constructor(forms, text, cut) {
    this.#forms = forms;
    this.#text = text;
    this.#cut = cut;
    this.#skips = new Skips(text);
  }
  /** @returns the readers at the end of the text; undefined when there were too many */
  run() {
    let readers = [{ node: this.#forms.beginning, path: new Path(0) }];
    for (let at = 0; ; ) {
      if (this.#waiting.next === at) readers = distinct([...readers, ...this.#waiting.take()], at);
      if (readers.length > mostReaders) return void 0;
      if (at === this.#text.length) return readers;
      if (this.#skips.next(at) === at && !this.#leave(readers, at)) return void 0;
      const [only] = readers;
      if (readers.length === 1 && only) {
        const end = Math.min(this.#waiting.next, this.#skips.next(at + 1), this.#text.length);
        readers = [this.#read(only, at, end)];
        at = end;
      } else {
        readers = distinct(
          readers.map((reader) => this.#step(reader, at)),
          at + 1
        );
        at++;
      }
    }
  }
  /** @returns false when too many wait */
  #leave(readers, at) {
    const busy = readers.filter(({ node }) => node.depth > 0);
    if (busy.length === 0) return true;
    for (const end of this.#skips.from(at))
      for (const { node, path } of busy) {
        if (this.#cut && node.depth >= telling && this.#isCut(end)) this.#found(path.back(at, node.depth), at);
        if (!this.#mayGoOn(node, end)) continue;
        if (this.#waiting.add(end, { node, path: path.skip(at, end) }).size > mostReaders) return false;
      }
    return true;
  }
  /** False for most: what they have read does not go on there, and all others may begin there as well. */
  #mayGoOn(node, at) {
    return this.#skips.mayHide(at) || node.after(this.#text.charCodeAt(at)).depth > 1;
  }
  /** One reader alone, up to where somebody may skip something or arrive. */
  #read({ node: first, path: before }, from, end) {
    let node = first;
    const path = node.depth === 0 && before.read > 0 ? new Path(from) : before;
    for (let at = from; at < end; ) {
      if (node.depth === 0) at = this.#forms.likely(this.#text, at, end);
      if (at === end) break;
      node = node.after(this.#text.charCodeAt(at));
      at++;
      this.#look(node, path, at);
    }
    return { node, path };
  }
  #step({ node, path }, at) {
    const next = node.after(this.#text.charCodeAt(at));
    this.#look(next, path, at + 1);
    return { node: next, path };
  }
  #look({ found, depth }, path, at) {
    if (found > 0) this.#found(path.back(at, found), at);
    if (this.#cut && depth >= telling && this.#isCut(at)) this.#found(path.back(at, depth), at);
  }
  #found(from, end) {
    let start = from;
    for (let last = this.spans.at(-1); last && start < last.end; last = this.spans.at(-1)) {
      start = Math.min(start, last.start);
      this.spans.pop();
    }
    this.spans.push({ start, end });
  }
  #isCut(at) {
    if (isCut(this.#text, at)) return true;
    return this.#text.charAt(at) === "." && isCut(visibleText(this.#text.slice(at, at + farthestDots)), 0);
  }
};
var farthestDots = 200;
function distinct(readers, at) {
  if (readers.length < 2) return readers;
  const made = new Readers(at);
  for (const reader of readers) made.add(reader);
  return made.all();
}
function hiddenSpans(forms, text, cut) {
  const search = new Search2(forms, text, cut);
  return search.run() === void 0 ? [{ start: 0, end: text.length }] : search.spans;
}
function hiddenOpen(forms, text) {
  const readers = new Search2(forms, text, false).run();
  return (readers ?? []).reduce(
    (least, { node, path }) => {
      let place = node;
      while (place.depth > 0 && !place.goesOn) place = place.shorter;
      return Math.min(least, path.back(text.length, place.depth));
    },
    readers === void 0 ? 0 : text.length
  );
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
  const wrappedSpans = (given) => wrappedBlocks(given).flatMap(({ text, place }) => [...forms.spans(text), ...pieces.trie.spans(text)].map(place));
  const spansOnce = (given, cut) => {
    const readings = readingsOf(given);
    const codes = decoded(given);
    const found = [
      readings.length === 0 ? forms.spans(given, cut) : hiddenSpans(forms, given, cut),
      ...codes.map((text) => hiddenSpans(forms, text, cut)),
      wrappedSpans(given),
      ...[...readings, ...codes.flatMap(readingsOf)].map(
        (reading) => wrappedSpans(reading.text).map((span) => reading.place(span))
      )
    ].filter(({ length }) => length > 0);
    const all = joined(found.flat());
    const [first] = readings;
    return first === void 0 || all.length === 0 ? all : joined(all.map((span) => withSequences(given, first, span)));
  };
  const spans = (given, cut = false) => forms.longest === 0 ? [] : withUncovered(given, spansOnce(given, cut), (text) => spansOnce(text, cut));
  const open = (given) => {
    const readings = readingsOf(given);
    const form = readings.length === 0 ? forms.open(given) : hiddenOpen(forms, given);
    const blocks = readings.map((reading) => reading.placeOf(openBlock(reading.text)));
    return Math.min(form, openBlock(given), ...blocks);
  };
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
    contains: (given) => forms.longest > 0 && spansOnce(given, false).length > 0,
    held: (given) => spans(given).map(({ start, end }) => given.slice(start, end)),
    open: (given) => forms.longest === 0 ? given.length : open(given)
  };
}
function withSequences(text, reading, { start, end }) {
  const before = reading.gapAt(start);
  const after = reading.gapAt(end);
  const isTaken = before && (start < before.end || visibleText(text.slice(before.start, start) + mask) !== mask);
  return {
    start: isTaken ? before.start : start,
    end: after && end > after.start ? after.end : end
  };
}
var mostSearches = 8;
function withUncovered(text, found, search) {
  if (found.length === 0 || !mayHide(text)) return found;
  let known = found;
  for (let searches = 0; searches < mostSearches; searches++) {
    const spans = known;
    known = joined([...spans, ...beforeMasking(spans, search(masked(text, spans)))]);
    if (covered(known) === covered(spans)) return known;
  }
  return [{ start: 0, end: text.length }];
}
function covered(spans) {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
function beforeMasking(spans, found) {
  let next = 0;
  let lost = 0;
  const place = (at, side) => {
    for (let span = spans[next]; span !== void 0; span = spans[next]) {
      const from = span.start - lost;
      if (at < from + mask.length) return at > from || side === "start" && at === from ? span[side] : at + lost;
      lost += span.end - span.start - mask.length;
      next++;
    }
    return at + lost;
  };
  return found.map(({ start, end }) => ({ start: place(start, "start"), end: place(end, "end") }));
}
var PiecesOfBase64 = class {
  #trie = new PatternMatcher();
  #waiting = [];
  add(secret) {
    this.#waiting.push(secret);
  }
  get trie() {
    for (const secret of this.#waiting) for (const piece of base64Pieces(secret)) this.#trie.add(piece);
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

export {
  createRedactor,
  redactKeys
};
