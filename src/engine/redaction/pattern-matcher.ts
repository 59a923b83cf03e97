/** A stretch of a text: where it begins, and where it ends (exclusive). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Node {
  /** By the first character of their labels; most nodes have none, and a map for each would take most of the time. */
  edges: Map<number, Edge> | undefined;
  /** A form ends here. */
  ends: boolean;
}

interface Edge {
  label: string;
  node: Node;
}

/**
 * Where reading a text has led to: the longest end of what was read with which a form begins. Made when a text first
 * leads there (Aho and Corasick, lazily, with pieces of text on the edges).
 */
export class TrieNode {
  readonly #edge: Edge;
  /** Characters of the edge's label that were read. */
  readonly #offset: number;
  /** Characters that were read since the form's beginning. */
  readonly depth: number;
  /** The next shorter end of what was read with which a form begins; that of the beginning is itself. */
  readonly shorter: TrieNode;
  /** Characters of the longest form that ends here; 0 when none does. */
  readonly found: number;
  #along: TrieNode | undefined;
  #branches: Map<number, TrieNode> | undefined;
  /** Where characters lead to that are found only after many shorter ends. */
  #far: Map<number, TrieNode> | undefined;

  private constructor(edge: Edge, offset: number, depth: number, shorter: TrieNode | undefined) {
    this.#edge = edge;
    this.#offset = offset;
    this.depth = depth;
    this.shorter = shorter ?? this;
    const ends = offset === edge.label.length && edge.node.ends;
    this.found = ends ? depth : (shorter?.found ?? 0);
  }

  /** Nothing was read yet. */
  static beginning(root: Node): TrieNode {
    return new TrieNode({ label: "", node: root }, 0, 0, undefined);
  }

  /** True when a form may go on from here. */
  get goesOn(): boolean {
    return this.#offset < this.#edge.label.length || this.#edge.node.edges !== undefined;
  }

  /** Where a further character leads to. */
  after(code: number): TrieNode {
    let steps = 0;
    for (let from: TrieNode = this; ; from = from.shorter) {
      const next = from.#next(code) ?? from.#far?.get(code) ?? (from.depth === 0 ? from : undefined);
      if (next === undefined) steps++;
      else return steps < manySteps ? next : this.#remember(code, next);
    }
  }

  /** Several readers of a text may go on from the same place, and each of them would take all steps again. */
  #remember(code: number, next: TrieNode): TrieNode {
    this.#far ??= new Map();
    this.#far.set(code, next);
    return next;
  }

  #next(code: number): TrieNode | undefined {
    const { label, node } = this.#edge;
    if (this.#offset < label.length) {
      if (label.charCodeAt(this.#offset) !== code) return undefined;
      this.#along ??= this.#made(this.#edge, this.#offset + 1, code);
      return this.#along;
    }
    const known = this.#branches?.get(code);
    if (known !== undefined) return known;
    const edge = node.edges?.get(code);
    if (edge === undefined) return undefined;
    const made = this.#made(edge, 1, code);
    this.#branches ??= new Map();
    this.#branches.set(code, made);
    return made;
  }

  #made(edge: Edge, offset: number, code: number): TrieNode {
    const shorter = this.depth === 0 ? this : this.shorter.after(code);
    return new TrieNode(edge, offset, this.depth + 1, shorter);
  }
}

const manySteps = 16;
const filterBits = 16;
/** So many characters of a form are too much to be left of it. */
export const telling = 6;

/** True when a text says here that it was cut. */
export function isCut(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x2026 || text.startsWith("...", at);
}

/** Characters at the beginning of a form that the filter looks at. */
const widest = 4;

/**
 * Finds all of many forms in a text, in time that grows with the text alone. Forms can be added at any time. What doesn't
 * begin like one of them is passed over by a filter of a few characters.
 */
export class PatternMatcher {
  readonly #root: Node = { edges: undefined, ends: false };
  readonly #forms: string[] = [];
  #beginning = TrieNode.beginning(this.#root);
  #longest = 0;
  #width = widest;
  #filter = new Uint8Array(1 << filterBits);

  /** Characters of the longest form; 0 when there is none. */
  get longest(): number {
    return this.#longest;
  }

  /** Where reading begins; another one once a form is added. */
  get beginning(): TrieNode {
    return this.#beginning;
  }

  add(form: string): void {
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
  spans(text: string, cut = false): Span[] {
    const spans: Span[] = [];
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
  open(text: string): number {
    let place = this.#read(text, Math.max(0, text.length - this.#longest + 1), false, () => {});
    while (place.depth > 0 && !place.goesOn) place = place.shorter;
    return text.length - place.depth;
  }

  /**
   * @param cut whether beginnings of forms count where the text was cut
   * @param found gets the longest form that ends somewhere: its length, and where
   * @returns where the text leads to
   */
  #read(text: string, from: number, cut: boolean, found: (length: number, end: number) => void): TrieNode {
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
  likely(text: string, from: number, end: number): number {
    if (this.#longest === 0) return end;
    const before = this.#width - 1;
    const shift = Math.ceil(filterBits / this.#width);
    const filter = this.#filter;
    let key = 0;
    for (let at = from; at < end; at++) {
      key = ((key << shift) ^ text.charCodeAt(at)) & 0xffff;
      if (at - from >= before && filter[key] !== 0) return at - before;
    }
    return Math.max(from, end - before);
  }

  /** @returns whether it is new */
  #insert(form: string): boolean {
    let node = this.#root;
    let at = 0;
    while (at < form.length) {
      const first = form.charCodeAt(at);
      const edge = node.edges?.get(first);
      if (edge === undefined) {
        const leaf: Node = { edges: undefined, ends: true };
        node.edges ??= new Map();
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

  #mark(form: string): void {
    const shift = Math.ceil(filterBits / this.#width);
    let key = 0;
    for (let at = 0; at < this.#width; at++) key = ((key << shift) ^ form.charCodeAt(at)) & 0xffff;
    this.#filter[key] = 1;
  }
}

/** Characters at the beginning of a label that the form has from `at` on. */
function sharedLength(label: string, form: string, at: number): number {
  let shared = 0;
  while (shared < label.length && label.charCodeAt(shared) === form.charCodeAt(at + shared)) shared++;
  return shared;
}

function split(edge: Edge, at: number): void {
  const rest: Edge = { label: edge.label.slice(at), node: edge.node };
  edge.node = { edges: new Map([[rest.label.charCodeAt(0), rest]]), ends: false };
  edge.label = edge.label.slice(0, at);
}
