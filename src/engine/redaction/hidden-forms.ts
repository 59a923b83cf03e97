import { visibleText } from "./invisible.ts";
import { isCut, type PatternMatcher, type Span, type TrieNode, telling } from "./pattern-matcher.ts";
import { Skips } from "./skips.ts";

/** What a reader has seen of a text: stretches of it, the last one goes on. */
class Path {
  /** Where the stretch begins in the text. */
  readonly start: number;
  /** Characters that were read before it. */
  readonly read: number;
  readonly #before: Path | undefined;
  /** One of those before, so that each of them is reached in few steps (Myers's skew-binary jumps). */
  readonly #jump: Path | undefined;
  readonly #length: number;

  constructor(start: number, before?: Path, read = 0) {
    this.start = start;
    this.read = read;
    this.#before = before;
    this.#length = lengthOf(before) + 1;
    const far = before === undefined ? undefined : before.#jump;
    const isEven = far && lengthOf(before) - lengthOf(far) === lengthOf(far) - lengthOf(far.#jump);
    this.#jump = isEven ? far.#jump : before;
  }

  get length(): number {
    return this.#length;
  }

  /** The same path when the text up to `end` is skipped from `at` on. */
  skip(at: number, end: number): Path {
    return at === this.start
      ? new Path(end, this.#before, this.read)
      : new Path(end, this, this.read + at - this.start);
  }

  /** Where in the text the last so many characters begin that were read up to `at`. */
  back(at: number, characters: number): number {
    const wanted = this.read + at - this.start - characters;
    let path: Path = this;
    while (path.read > wanted) {
      const far: Path | undefined = path.#jump;
      const next: Path | undefined = far && far.read > wanted ? far : path.#before;
      if (next === undefined) break;
      path = next;
    }
    return path.start + wanted - path.read;
  }
}

function lengthOf(path: Path | undefined): number {
  return path?.length ?? 0;
}

/** Somebody who has read up to a place of the text, in one of the ways in which that may be done. */
interface Reader {
  readonly node: TrieNode;
  readonly path: Path;
}

/** A text in which more readers differ at one place counts as secret as a whole. Real ones have a handful. */
const mostReaders = 64;

/** Of two readers who have read the same, the one whose beginning of a form takes more of the text. */
function wider(one: Reader, other: Reader, at: number): Reader {
  const { depth } = one.node;
  return other.path.back(at, depth) < one.path.back(at, depth) ? other : one;
}

/** Readers at one place, by what they have read. */
class Readers {
  readonly #at: number;
  readonly #byNode = new Map<TrieNode, Reader>();

  constructor(at: number) {
    this.#at = at;
  }

  add(reader: Reader): void {
    const known = this.#byNode.get(reader.node);
    this.#byNode.set(reader.node, known === undefined ? reader : wider(known, reader, this.#at));
  }

  get at(): number {
    return this.#at;
  }

  get size(): number {
    return this.#byNode.size;
  }

  /** Who has read nothing of a form is none beside others: a form may begin after each of them. */
  all(): readonly Reader[] {
    const readers = [...this.#byNode.values()];
    const busy = readers.filter(({ node }) => node.depth > 0);
    return busy.length > 0 ? busy : readers.slice(0, 1);
  }
}

/** Readers who skip to a place that is not reached yet; the next one last. */
class Waiting {
  readonly #places: Readers[] = [];

  get next(): number {
    return this.#places.at(-1)?.at ?? Number.POSITIVE_INFINITY;
  }

  add(at: number, reader: Reader): Readers {
    let index = this.#places.length;
    while (index > 0 && (this.#places[index - 1] as Readers).at < at) index--;
    const known = this.#places[index - 1];
    const place = known?.at === at ? known : new Readers(at);
    if (place !== known) this.#places.splice(index, 0, place);
    place.add(reader);
    return place;
  }

  take(): readonly Reader[] {
    return this.#places.pop()?.all() ?? [];
  }
}

/** One search in one text. */
class Search {
  readonly #forms: PatternMatcher;
  readonly #text: string;
  readonly #cut: boolean;
  readonly #skips: Skips;
  readonly #waiting = new Waiting();
  readonly spans: Span[] = [];

  constructor(forms: PatternMatcher, text: string, cut: boolean) {
    this.#forms = forms;
    this.#text = text;
    this.#cut = cut;
    this.#skips = new Skips(text);
  }

  /** @returns the readers at the end of the text; undefined when there were too many */
  run(): readonly Reader[] | undefined {
    let readers: readonly Reader[] = [{ node: this.#forms.beginning, path: new Path(0) }];
    for (let at = 0; ; ) {
      if (this.#waiting.next === at) readers = distinct([...readers, ...this.#waiting.take()], at);
      if (readers.length > mostReaders) return undefined;
      if (at === this.#text.length) return readers;
      if (this.#skips.next(at) === at && !this.#leave(readers, at)) return undefined;
      const [only] = readers;
      if (readers.length === 1 && only) {
        const end = Math.min(this.#waiting.next, this.#skips.next(at + 1), this.#text.length);
        readers = [this.#read(only, at, end)];
        at = end;
      } else {
        readers = distinct(
          readers.map((reader) => this.#step(reader, at)),
          at + 1,
        );
        at++;
      }
    }
  }

  /** @returns false when too many wait */
  #leave(readers: readonly Reader[], at: number): boolean {
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
  #mayGoOn(node: TrieNode, at: number): boolean {
    return this.#skips.mayHide(at) || node.after(this.#text.charCodeAt(at)).depth > 1;
  }

  /** One reader alone, up to where somebody may skip something or arrive. */
  #read({ node: first, path: before }: Reader, from: number, end: number): Reader {
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

  #step({ node, path }: Reader, at: number): Reader {
    const next = node.after(this.#text.charCodeAt(at));
    this.#look(next, path, at + 1);
    return { node: next, path };
  }

  #look({ found, depth }: TrieNode, path: Path, at: number): void {
    if (found > 0) this.#found(path.back(at, found), at);
    if (this.#cut && depth >= telling && this.#isCut(at)) this.#found(path.back(at, depth), at);
  }

  #found(from: number, end: number): void {
    let start = from;
    for (let last = this.spans.at(-1); last && start < last.end; last = this.spans.at(-1)) {
      start = Math.min(start, last.start);
      this.spans.pop();
    }
    this.spans.push({ start, end });
  }

  #isCut(at: number): boolean {
    if (isCut(this.#text, at)) return true;
    return this.#text.charAt(at) === "." && isCut(visibleText(this.#text.slice(at, at + farthestDots)), 0);
  }
}

/** Characters in which the three dots of a cut text are looked for. */
const farthestDots = 200;

function distinct(readers: readonly Reader[], at: number): readonly Reader[] {
  if (readers.length < 2) return readers;
  const made = new Readers(at);
  for (const reader of readers) made.add(reader);
  return made.all();
}

/**
 * Where forms stand in a text, ascending, whatever is skipped in the middle of them; those that overlap are one.
 * @param cut also beginnings of forms, where the text says that it was cut
 */
export function hiddenSpans(forms: PatternMatcher, text: string, cut: boolean): readonly Span[] {
  const search = new Search(forms, text, cut);
  return search.run() === undefined ? [{ start: 0, end: text.length }] : search.spans;
}

/** Where the first form begins that may go on after the end of the text; its length when there is none. */
export function hiddenOpen(forms: PatternMatcher, text: string): number {
  const readers = new Search(forms, text, false).run();
  return (readers ?? []).reduce(
    (least, { node, path }) => {
      let place = node;
      while (place.depth > 0 && !place.goesOn) place = place.shorter;
      return Math.min(least, path.back(text.length, place.depth));
    },
    readers === undefined ? 0 : text.length,
  );
}
