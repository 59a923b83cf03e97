import { invisibleCharacters, struckOut, within } from "./invisible.ts";

/** Begins a string (a title, a link) or what moves the cursor and colours: `[`, in eight bits \u009b. */
const introducer = new RegExp(`(?:\\u001b[${within}]*([\\]P_^X[])|([\\u0090\\u0098\\u009b\\u009d-\\u009f]))`, "y");
const cursor = /[[\u009b]/;
const parameters = new RegExp(`[0-?${within}]*[ -\\/${within}]*`, "y");
const intermediates = new RegExp(`\\u001b[ -\\/${within}]*`, "y");
const nextLetter = new RegExp(`\\u001b[${within}]*[ -~]`, "y");
const final = { ofCursor: /[@-~]/y, ofEscape: /[0-~]/y };

/** What strings end at, or are ended by. */
const ends = {
  bell: "\\u0007",
  terminator: `\\u001b[${within}]*\\\\|\\u009c`,
  cancel: "[\\u0018\\u001a]",
  abort: "[\\u001b\\u0080-\\u009f]",
  line: "[\\n\\r]",
};

/**
 * Where parts of a text may be skipped: at each place in every way in which some reader does it, whatever that one does at
 * other places. Of a sequence a terminal shows nothing, other readers leave out its escape with the next letter, or the
 * escape alone; they differ in where strings end, and whether what is not ended counts.
 */
export class Skips {
  readonly #text: string;
  readonly #invisible: Search;
  readonly #bell: Search;
  readonly #terminator: Search;
  readonly #cancel: Search;
  readonly #abort: Search;
  readonly #lineEnd: Search;
  /** Of characters that backspaces take back. */
  readonly #struck: readonly Int32Array[];
  #nextStruck = -1;

  constructor(text: string) {
    this.#text = text;
    this.#invisible = new Search(text, invisibleCharacters());
    const search = (pattern: string): Search => new Search(text, new RegExp(pattern, "g"));
    this.#bell = search(ends.bell);
    this.#terminator = search(ends.terminator);
    this.#cancel = search(ends.cancel);
    this.#abort = search(ends.abort);
    this.#lineEnd = search(ends.line);
    this.#struck = struckOut(text);
  }

  /** The first place from `at` on where something may be skipped; infinite when there is none. Places must ascend. */
  next(at: number): number {
    if (this.#nextStruck < at) this.#nextStruck = this.#struckFrom(at);
    return Math.min(this.#invisible.from(at).start, this.#nextStruck);
  }

  /** False where nothing may be skipped for sure, in time that does not depend on the text. */
  mayHide(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return !(code >= 0x20 && code < 0x7f) || this.#struck.length > 0;
  }

  /** Where the text may go on instead of at this place, each once. */
  from(at: number): readonly number[] {
    const found: number[] = [];
    const add = (end: number): void => {
      if (!found.includes(end)) found.push(end);
    };
    for (const places of this.#struck) if (places[at]) add(places[at]);
    const { start, end } = this.#invisible.from(at);
    if (start !== at) return found;
    add(end);
    const code = this.#text.charCodeAt(at);
    if (code !== 0x1b && (code < 0x90 || code > 0x9f)) return found;
    const introduced = endOf(introducer, this.#text, at);
    if (introduced !== undefined) {
      const isCursor = cursor.test(this.#text.charAt(introduced - 1));
      for (const one of isCursor ? this.#cursorEnds(introduced) : this.#stringEnds(introduced)) add(one);
    }
    if (code === 0x1b) for (const one of this.#escapeEnds(at)) add(one);
    return found;
  }

  #struckFrom(at: number): number {
    if (this.#struck.length === 0) return Number.POSITIVE_INFINITY;
    for (let place = at; place < this.#text.length; place++)
      if (this.#struck.some((places) => places[place] !== 0)) return place;
    return Number.POSITIVE_INFINITY;
  }

  #cursorEnds(body: number): readonly number[] {
    return withFinal(endOf(parameters, this.#text, body) ?? body, final.ofCursor, this.#text);
  }

  #escapeEnds(at: number): readonly number[] {
    const letter = endOf(nextLetter, this.#text, at);
    const before = endOf(intermediates, this.#text, at) ?? at + 1;
    return [...withFinal(before, final.ofEscape, this.#text), ...(letter === undefined ? [] : [letter])];
  }

  /** On one line. What is not ended may be, when the text goes on. */
  #stringEnds(body: number): readonly number[] {
    const line = Math.min(this.#lineEnd.from(body).start, this.#text.length);
    const terminator = this.#terminator.from(body);
    const others = [this.#bell.from(body), this.#cancel.from(body)].filter(({ start }) => start < terminator.start);
    const ended = [terminator, ...others].filter(({ start }) => start < line);
    const aborted = this.#abort.from(body).start;
    const goesOn = ended.length === 0 && line === this.#text.length;
    return [body, ...ended.map(({ end }) => end), ...(aborted < line ? [aborted] : []), ...(goesOn ? [line] : [])];
  }
}

function withFinal(before: number, pattern: RegExp, text: string): readonly number[] {
  const end = endOf(pattern, text, before);
  return end === undefined ? [before] : [before, end];
}

/** Where what begins at a place ends. */
function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const none = { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };

/** The matches of a pattern, one after the other: none is looked for twice. */
class Search {
  readonly #text: string;
  readonly #pattern: RegExp;
  #from = 0;
  #found = { start: -1, end: -1 };

  constructor(text: string, pattern: RegExp) {
    this.#text = text;
    this.#pattern = pattern;
  }

  /** The first match that begins at a place or after it. */
  from(at: number): { readonly start: number; readonly end: number } {
    if (at >= this.#from && at <= this.#found.start) return this.#found;
    this.#from = at;
    this.#pattern.lastIndex = at;
    let match = this.#pattern.exec(this.#text);
    // Between the halves of a pair, a pattern begins before them.
    if (match !== null && match.index < at) {
      this.#pattern.lastIndex = at + 1;
      match = this.#pattern.exec(this.#text);
    }
    this.#found = match === null ? none : { start: match.index, end: match.index + match[0].length };
    return this.#found;
  }
}
