import { isAlias, isScalar, Lexer, parseAllDocuments, type Scalar, type Tags, visit } from "yaml";

/** What formatting came to: another text, the same, or why the file is left alone. */
export type Formatted =
  | { readonly state: "same" | "changed"; readonly text: string }
  | { readonly state: "left"; readonly why: string };

/**
 * Gives a text of YAML one way of indentation and spacing. Order, comments, styles of texts, line ends and all values stay,
 * numbers as they are written; where that is not sure, the text is left.
 */
export function format(text: string): Formatted {
  // Windows writes these. A text with both kinds gets the plain one.
  if (!/\r\n/.test(text) || /(?<!\r)\n/.test(text)) return formatPlain(text);
  const plain = formatPlain(text.replaceAll("\r\n", "\n"));
  return plain.state === "left" ? plain : { state: plain.state, text: plain.text.replaceAll("\n", "\r\n") };
}

function formatPlain(text: string): Formatted {
  const once = written(text);
  if (once === undefined) return { state: "left", why: "it is no sound YAML: `opus validate` tells where" };
  if (once === text) return { state: "same", text };
  const twice = written(once);
  if (twice !== once) return { state: "left", why: "formatting it would not come to an end" };
  if (valuesOf(once) !== valuesOf(text)) return { state: "left", why: "formatting would change what it says" };
  if (commentsOf(once) !== commentsOf(text)) return { state: "left", why: "formatting would lose a comment" };
  return { state: "changed", text: once };
}

const options = { indent: 2, indentSeq: true, lineWidth: 0, flowCollectionPadding: true } as const;

function written(text: string): string | undefined {
  const documents = parse(text);
  if (documents === undefined) return undefined;
  const all = documents.map((document) => document.toString(options)).join("");
  const plain = withPlainBrackets(all);
  return plain === "" || plain.endsWith("\n") ? plain : `${plain}\n`;
}

/** What the lexer puts between the pieces of a text, which stands for no characters of it. */
const marks = ["\u0002", "\u0018", "\u001f"];

/** `[a, b]` in place of `[ a, b ]`, as mappings alone are written with blanks inside. */
function withPlainBrackets(text: string): string {
  const pieces = [...new Lexer().lex(text)].filter((piece) => !marks.includes(piece));
  const kept = pieces.filter((piece, at) => {
    if (!/^ +$/.test(piece)) return true;
    return pieces[at - 1] !== "[" && (pieces[at + 1] !== "]" || pieces[at - 1] === "\n");
  });
  return kept.join("");
}

function parse(text: string) {
  const documents = parseAllDocuments(text, {
    keepSourceTokens: false,
    uniqueKeys: false,
    logLevel: "silent",
    customTags: withWrittenNumbers,
  });
  if (!Array.isArray(documents)) return [];
  return documents.some(({ errors }) => errors.length > 0) ? undefined : documents;
}

/** Numbers stay as somebody wrote them: `007` may be an account, and what is too long for a number would lose digits. */
function withWrittenNumbers(tags: Tags): Tags {
  return tags.map((tag) => {
    if (typeof tag === "string" || tag.collection !== undefined || !/:(?:int|float)$/.test(tag.tag)) return tag;
    return { ...tag, stringify: (item: Scalar) => item.source ?? String(item.value) };
  });
}

/** What stands in a text, without how it is spaced: each node with its depth, tag, anchor and characters. */
function valuesOf(text: string): string {
  const nodes = (parse(text) ?? []).map((document) => {
    const found: unknown[] = [];
    visit(document, {
      Node: (_, node, path) => {
        const said = isScalar(node) ? [node.source, typeof node.value, node.value] : isAlias(node) ? [node.source] : [];
        const { tag, anchor } = isAlias(node) ? { tag: undefined, anchor: undefined } : node;
        found.push([path.length, node.constructor.name, tag, anchor, ...said]);
      },
    });
    return found;
  });
  return JSON.stringify(nodes);
}

/** The words of all lines that may hold comments, in their order. */
function commentsOf(text: string): string {
  return [...text.matchAll(/(?:^|\s)#[^\n]*/g)].map(([comment]) => comment.trim()).join("\n");
}
