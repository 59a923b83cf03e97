import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from "yaml";
import { type Json, pointerSegment } from "../../engine/json/json.ts";
import { keepsNumber } from "../../engine/json/number-text.ts";
import { addedCharactersLimit, addedValuesLimit, depthLimit, sizeWords } from "../../engine/model/size-limits.ts";
import { shortened } from "../../engine/text/shorten.ts";
import type { SpanProblem } from "./source.ts";

export interface Converted {
  /** Aliased parts are shared, not copied. */
  readonly value: Json;
  readonly aliases: ReadonlyMap<Node, Node | null>;
  readonly problems: readonly SpanProblem[];
  readonly spellings: Spellings;
  /** Numbers that begin with zeros, which are lost. */
  readonly zeroed: readonly SpanProblem[];
}

/**
 * Numbers and booleans whose value does not read as they are written (`3.10`, `1e3`, `True`): the mapping or list in
 * `value` that holds them → key → what is written.
 */
export type Spellings = ReadonlyMap<Json, ReadonlyMap<string, string>>;

/** A finished part: its value, and its size when all aliases are written out. */
interface Part {
  readonly value: Json;
  readonly nodes: number;
  readonly characters: number;
  readonly height: number;
  /** How it is written, where its value does not say that. */
  readonly spelling?: string;
}

/** A collection that is being converted. */
interface Frame {
  readonly node: Node;
  readonly items: readonly unknown[];
  readonly list: Json[] | undefined;
  readonly mapping: { [key: string]: Json } | undefined;
  readonly keys: Map<string, Scalar> | undefined;
  next: number;
  /** Where the value that is being converted goes. */
  key: string;
  nodes: number;
  characters: number;
  height: number;
}

const coreTags = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;
const noPart: Part = { value: null, nodes: 1, characters: 0, height: 0 };
/** One mistake repeated over a large file is reported this many times. */
const problemLimit = 50;

/** YAML nodes → a JSON value, or what is wrong with them. Iterative, and linear in the size of the document. */
export function convert(document: Document.Parsed): Converted {
  const conversion = new Conversion();
  const value = conversion.run(document.contents);
  const { aliases, problems, spellings, zeroed } = conversion;
  return { value, aliases, problems, spellings, zeroed };
}

class Conversion {
  readonly aliases = new Map<Node, Node | null>();
  readonly problems: SpanProblem[] = [];
  readonly spellings = new Map<Json, Map<string, string>>();
  readonly zeroed: SpanProblem[] = [];
  readonly #anchors = new Map<string, Node>();
  readonly #done = new Map<Node, Part>();
  readonly #open = new Set<Node>();
  #aliasNodes = 0;
  #aliasCharacters = 0;
  #stopped = false;

  run(root: Node | null): Json {
    const frames: Frame[] = [];
    let part = this.#enter(root, frames);
    for (;;) {
      const frame = frames.at(-1);
      if (frame === undefined) return part?.value ?? null;
      if (part !== undefined) this.#put(frame, part);
      part = undefined;
      if (this.#stopped || frame.next >= frame.items.length) {
        frames.pop();
        part = this.#close(frame);
        if (frames.length === 0) return part.value;
        continue;
      }
      const item = frame.items[frame.next++];
      if (frame.list) {
        part = this.#enter(item as Node | null, frames);
        continue;
      }
      const pair = item as Pair<Node | null, Node | null>;
      const key = this.#key(pair, frame);
      // The value of a refused key is not looked at.
      if (key === undefined) continue;
      frame.key = key;
      part = this.#enter(pair.value, frames);
    }
  }

  /** @returns the part, or undefined when a frame was pushed for it */
  #enter(node: Node | null, frames: Frame[]): Part | undefined {
    if (node === null || node === undefined) return noPart;
    if (isAlias(node)) return this.#alias(node, frames.length);
    if ("anchor" in node && typeof node.anchor === "string") this.#anchors.set(node.anchor, node);
    if (node.tag !== undefined && !coreTags.test(node.tag)) {
      this.#report(node, {
        code: "custom-tag",
        message: `the tag \`${shortened(node.tag.replace("tag:yaml.org,2002:", "!!"), 60)}\` is not supported: a manifest holds plain text, numbers, booleans, lists and mappings`,
        suggestion: "Delete the tag. If the text begins with `!`, put it in quotes.",
      });
    }
    if (isScalar(node)) {
      const part = this.#scalar(node);
      if (node.anchor !== undefined) this.#done.set(node, part);
      return part;
    }
    if (!isMap(node) && !isSeq(node)) return noPart;
    if (frames.length >= depthLimit) return this.#tooDeep(node);
    this.#open.add(node);
    frames.push({
      node,
      items: node.items,
      list: isSeq(node) ? [] : undefined,
      mapping: isMap(node) ? {} : undefined,
      keys: isMap(node) ? new Map() : undefined,
      next: 0,
      key: "",
      nodes: 1,
      characters: 0,
      height: 0,
    });
    return undefined;
  }

  #put(frame: Frame, part: Part): void {
    if (part.spelling !== undefined) this.#spell(frame, part.spelling);
    if (frame.list) frame.list.push(part.value);
    else if (frame.mapping) frame.mapping[frame.key] = part.value;
    frame.nodes += part.nodes;
    frame.characters += part.characters;
    frame.height = Math.max(frame.height, part.height);
  }

  #spell({ list, mapping, key }: Frame, spelling: string): void {
    const holder = list ?? mapping ?? null;
    const known = this.spellings.get(holder) ?? new Map<string, string>();
    this.spellings.set(holder, known.set(list ? String(list.length) : key, spelling));
  }

  #close(frame: Frame): Part {
    this.#open.delete(frame.node);
    const part = {
      value: frame.list ?? frame.mapping ?? null,
      nodes: frame.nodes,
      characters: frame.characters,
      height: frame.height + 1,
    };
    if ("anchor" in frame.node && frame.node.anchor !== undefined) this.#done.set(frame.node, part);
    return part;
  }

  #key(pair: Pair<Node | null, Node | null>, frame: Frame): string | undefined {
    const node = pair.key;
    if (!isScalar(node) || typeof node.value !== "string") {
      this.#report(node ?? pair.value ?? frame.node, badKey(node));
      return undefined;
    }
    if (node.anchor !== undefined) {
      this.#anchors.set(node.anchor, node);
      this.#done.set(node, { ...noPart, value: node.value, characters: node.value.length });
    }
    const key = node.value;
    if (key === "__proto__") {
      this.#report(node, {
        code: "refused-key",
        message: "`__proto__` is not allowed as a key",
        suggestion: "Choose another name.",
      });
      return undefined;
    }
    if (key === "<<" && node.type === "PLAIN") {
      this.#report(node, {
        code: "merge-key",
        message: "merge keys (`<<`) are not part of YAML 1.2 and not supported",
        suggestion: "Write the fields out here; an alias (`key: *anchor`) can stand for a whole value.",
      });
      return undefined;
    }
    const first = frame.keys?.get(key);
    if (first !== undefined) {
      this.#report(node, {
        code: "duplicate-key",
        message: `the key ${JSON.stringify(shortened(key, 60))} is here for the second time`,
        suggestion: "Keep one of the two.",
        related: [{ message: "the first one", ...span(first) }],
      });
      return undefined;
    }
    frame.keys?.set(key, node);
    frame.characters += key.length;
    return key;
  }

  #scalar(node: Scalar): Part {
    const { value } = node;
    if (typeof value === "string") {
      if (!value.isWellFormed()) {
        this.#report(node, {
          code: "bad-text",
          message: "this text holds half of a surrogate pair, which is no character",
          suggestion: "Write both halves (\\uD83D\\uDE00), or the character itself.",
        });
      }
      return { value, nodes: 1, characters: value.length, height: 0 };
    }
    if (typeof value !== "number" && typeof value !== "boolean") return noPart;
    const { source = String(value) } = node;
    const spelling = source === String(value) ? {} : { spelling: source };
    return { ...noPart, value: typeof value === "number" ? this.#number(node, value) : value, ...spelling };
  }

  #number(node: Scalar, value: number): number {
    const source = shortened(node.source ?? String(value), 60);
    if (!Number.isFinite(value)) {
      this.#report(node, {
        code: "bad-number",
        message: `\`${source}\` is not a number that JSON knows`,
        suggestion: `If it is meant as text, put it in quotes: "${source}".`,
      });
      return 0;
    }
    if (
      Number.isInteger(value) &&
      !Number.isSafeInteger(value) &&
      /^[-+]?(\d+|0[xo][0-9a-fA-F]+)$/.test(node.source ?? "")
    ) {
      this.#report(node, {
        code: "bad-number",
        message: `${source} is too large: numbers are exact only up to 9007199254740991`,
        suggestion: `If it is an identifier, put it in quotes: "${source}".`,
      });
      return 0;
    }
    if (/^[-+]?0\d/.test(node.source ?? "")) this.#zeroes(node, source, value);
    else if (/^[-+.\d]/.test(source) && !/^0[xo]/.test(source) && !keepsNumber(node.source ?? source)) {
      this.#report(node, {
        code: "bad-number",
        message: `${source} can't be kept as a number: it would become ${value}`,
        suggestion: `If it is meant as text, put it in quotes: "${source}"; else write ${value}.`,
      });
    }
    // JSON has no negative zero.
    return value === 0 ? 0 : value;
  }

  #zeroes(node: Scalar, source: string, value: number): void {
    if (this.zeroed.length >= problemLimit) return;
    this.zeroed.push({
      code: "leading-zero",
      message: `\`${source}\` begins with a zero, and YAML reads it as the number ${value}`,
      suggestion: `If it is meant as text (a code, an account, a short sha), put it in quotes: "${source}"; else write ${value}.`,
      ...span(node),
    });
  }

  #alias(node: Alias, depth: number): Part {
    const target = this.#anchors.get(node.source);
    this.aliases.set(node, target ?? null);
    if (target === undefined) {
      const text = `*${shortened(node.source, 60)}`;
      this.#report(node, {
        code: "unknown-alias",
        message: `\`${text}\` is an alias, and no anchor \`&${shortened(node.source, 60)}\` comes before it`,
        suggestion: `If it is meant as text, for example as a glob, put it in quotes: "${text}".`,
      });
      return noPart;
    }
    if (this.#open.has(target)) {
      this.#report(node, {
        code: "alias-loop",
        message: `the alias \`*${shortened(node.source, 60)}\` stands inside of what it refers to`,
        suggestion: "Write the inner part out.",
      });
      return noPart;
    }
    const part = this.#done.get(target) ?? noPart;
    if (depth + part.height > depthLimit) return this.#tooDeep(node);
    this.#aliasNodes += part.nodes;
    this.#aliasCharacters += part.characters;
    if (this.#aliasNodes > addedValuesLimit || this.#aliasCharacters > addedCharactersLimit) {
      this.#report(node, {
        code: "alias-bomb",
        message: `with this alias written out, aliases make the document larger than is allowed (${addedValuesLimit} values or ${sizeWords(addedCharactersLimit)} of text)`,
        suggestion: "Use fewer aliases; aliases of aliases multiply.",
      });
      this.#stopped = true;
      return noPart;
    }
    return part;
  }

  #tooDeep(node: Node): Part {
    this.#report(node, {
      code: "too-deep",
      message: `here the document is nested more than ${depthLimit} levels deep`,
      suggestion: "Flatten it.",
    });
    return noPart;
  }

  #report(node: Node, problem: Omit<SpanProblem, "start" | "end">): void {
    if (this.problems.length < problemLimit) this.problems.push({ ...problem, ...span(node) });
  }
}

function badKey(node: Node | null): Omit<SpanProblem, "start" | "end"> {
  const code = "non-string-key";
  if (isScalar(node) && node.value !== null) {
    const source = shortened(node.source ?? String(node.value), 60);
    const kind = typeof node.value === "number" ? "a number" : "a boolean";
    return {
      code,
      message: `the key \`${source}\` is ${kind}; keys are text`,
      suggestion: `Put it in quotes: "${source}".`,
    };
  }
  if (isMap(node) || isSeq(node)) {
    return {
      code,
      message: `a ${isMap(node) ? "mapping" : "list"} stands here as a key; keys are text`,
      suggestion: "If `{{ … }}` or `[ … ]` is meant as text, put it in quotes.",
    };
  }
  if (isAlias(node))
    return { code, message: "an alias stands here as a key; keys are text", suggestion: "Write the key out." };
  return { code, message: "the key before this colon is empty", suggestion: "Write a key, or delete the colon." };
}

/** Where a node is written. Never throws: the library leaves ranges out of nodes that it made up. */
export function span(node: Node | null | undefined): { start: number; end: number } {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

/** The pointer of a key below a pointer. */
export function childPointer(pointer: string, key: string | number): string {
  return `${pointer}/${pointerSegment(key)}`;
}
