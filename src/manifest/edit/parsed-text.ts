import { Composer, type Document, isMap, isScalar, isSeq, type Node, type Pair, Parser, type YAMLSeq } from "yaml";

/** A collection or scalar with what it was parsed from. */
export interface Held {
  readonly node: Node;
  /** The collections around it, the outermost first, each with the key or index that leads on. */
  readonly around: readonly { readonly node: Node; readonly at: string | number }[];
}

/**
 * Parses a text that holds one document, with the tokens that its nodes came from.
 * @returns undefined where it is not just one
 */
export function parseOne(text: string): Document.Parsed | undefined {
  const composer = new Composer({ schema: "core", uniqueKeys: false, logLevel: "silent", keepSourceTokens: true });
  const all = [...composer.compose(new Parser().parse(text))];
  const whole = all.filter(({ contents, errors }) => contents !== null || errors.length > 0);
  const [document] = whole;
  return whole.length === 1 && document?.errors.length === 0 ? document : undefined;
}

/** The node at a path; undefined: there is none, or the way leads through an alias. */
export function nodeAt(document: Document.Parsed, path: readonly string[]): Held | undefined {
  let node = document.contents as Node | null;
  const around: Held["around"][number][] = [];
  for (const key of path) {
    const next: Node | null | undefined = isSeq(node)
      ? (node.items[Number(key)] as Node | null | undefined)
      : isMap(node)
        ? (pairOf(node.items as Pair[], key)?.value as Node | null | undefined)
        : undefined;
    if (!node || !next) return undefined;
    around.push({ node, at: isSeq(node) ? Number(key) : key });
    node = next;
  }
  return node ? { node, around } : undefined;
}

export function pairOf(pairs: readonly Pair[], key: string): Pair | undefined {
  return pairs.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

export function isFlow(node: Node): boolean {
  return (node as { flow?: boolean }).flow === true;
}

/** Where each dash of a list stands; undefined where that can't be told. */
export function dashesOf({ srcToken, items }: YAMLSeq): readonly number[] | undefined {
  if (srcToken?.type !== "block-seq") return undefined;
  const dashes = srcToken.items.flatMap(({ start }) => start.find(({ type }) => type === "seq-item-ind")?.offset ?? []);
  return dashes.length === items.length ? dashes : undefined;
}

/** Column of an offset, from 0. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Behind the last character that belongs to a node: its comment does not. */
function endOf(node: Node): number {
  if (isMap(node) && !isFlow(node)) {
    const last = node.items.at(-1) as Pair<Node, Node | null> | undefined;
    if (last) return endOf(last.value ?? last.key);
  }
  if (isSeq(node) && !isFlow(node)) {
    const last = node.items.at(-1) as Node | undefined;
    if (last) return endOf(last);
  }
  return node.range?.[1] ?? 0;
}

/** Where the line after a node begins: behind its comment, and its line break. */
export function lineAfter(text: string, node: Node): number {
  const end = endOf(node);
  // A block of text has its last line break.
  if (end > 0 && text[end - 1] === "\n") return end;
  const next = text.indexOf("\n", end);
  return next === -1 ? text.length : next + 1;
}
