/** A stretch of a text: where it begins, and where it ends (exclusive). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Node {
  /** By the first character of their labels. */
  readonly edges: Map<number, Edge>;
  /** A form ends here. */
  ends: boolean;
}

interface Edge {
  label: string;
  node: Node;
}

const filterBits = 16;
/** Characters at the beginning of a form that the filter looks at. */
const widest = 4;

/**
 * Finds all of many forms in a text. Forms can be added at any time. What doesn't begin like one of them is passed over
 * by a filter of a few characters; the rest walks a trie whose edges are whole pieces of text.
 */
export class FormTrie {
  readonly #root: Node = { edges: new Map(), ends: false };
  readonly #forms: string[] = [];
  #longest = 0;
  #width = widest;
  #filter = new Uint8Array(1 << filterBits);
  /** Set by `#walk`: the text ended where a form may go on. */
  #unfinished = false;

  /** Characters of the longest form; 0 when there is none. */
  get longest(): number {
    return this.#longest;
  }

  add(form: string): void {
    if (form === "" || !this.#insert(form)) return;
    this.#forms.push(form);
    this.#longest = Math.max(this.#longest, form.length);
    if (form.length >= this.#width) this.#mark(form);
    else {
      this.#width = form.length;
      this.#filter = new Uint8Array(1 << filterBits);
      for (const known of this.#forms) this.#mark(known);
    }
  }

  /** Where forms stand in a text, ascending; those that overlap are one. */
  spans(text: string): Span[] {
    const spans: { start: number; end: number }[] = [];
    if (this.#longest === 0) return spans;
    const filter = this.#filter;
    const before = this.#width - 1;
    const shift = Math.ceil(filterBits / this.#width);
    let key = 0;
    for (let at = 0; at < text.length; at++) {
      key = ((key << shift) ^ text.charCodeAt(at)) & 0xffff;
      if (at < before || filter[key] === 0) continue;
      const start = at - before;
      const end = this.#walk(text, start);
      if (end === start) continue;
      const last = spans.at(-1);
      if (last && start < last.end) last.end = Math.max(last.end, end);
      else spans.push({ start, end });
    }
    return spans;
  }

  /** Where the first form begins that may go on after the end of the text; its length when there is none. */
  open(text: string): number {
    for (let at = Math.max(0, text.length - this.#longest + 1); at < text.length; at++) {
      this.#walk(text, at);
      if (this.#unfinished) return at;
    }
    return text.length;
  }

  /** @returns where the longest form that begins here ends; `start` when none does */
  #walk(text: string, start: number): number {
    let node = this.#root;
    let at = start;
    let end = start;
    this.#unfinished = false;
    for (;;) {
      if (node.ends) end = at;
      if (at === text.length) {
        this.#unfinished = node.edges.size > 0;
        return end;
      }
      const edge = node.edges.get(text.charCodeAt(at));
      if (edge === undefined) return end;
      const { label } = edge;
      if (!text.startsWith(label, at)) {
        this.#unfinished = text.length - at < label.length && label.startsWith(text.slice(at));
        return end;
      }
      at += label.length;
      node = edge.node;
    }
  }

  /** @returns whether it is new */
  #insert(form: string): boolean {
    let node = this.#root;
    let at = 0;
    while (at < form.length) {
      const first = form.charCodeAt(at);
      const edge = node.edges.get(first);
      if (edge === undefined) {
        const leaf = { edges: new Map<number, Edge>(), ends: true };
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
