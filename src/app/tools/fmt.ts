import { isAlias, isScalar, parseAllDocuments, visit } from "yaml";
import { respaced } from "./respace.ts";

/** What formatting came to: another text, the same, or why the file is left alone. */
export type Formatted =
  | { readonly state: "same" | "changed"; readonly text: string }
  | { readonly state: "left"; readonly why: string };

/**
 * Gives a text of YAML one way of indentation and spacing. Order, comments, styles of texts, line ends and all values stay,
 * numbers as they are written; where that is not sure, the text is left.
 */
export function format(text: string): Formatted {
  if (!text.includes("\r\n")) return formatPlain(text);
  const plain = formatPlain(text.replaceAll("\r\n", "\n"));
  if (plain.state === "left") return plain;
  // Windows writes these. A text with both kinds gets the plain one.
  if (/(?<!\r)\n/.test(text)) return { state: "changed", text: plain.text };
  return { state: plain.state, text: plain.text.replaceAll("\n", "\r\n") };
}

function formatPlain(text: string): Formatted {
  const once = written(text);
  if (once === undefined) return { state: "left", why: "it is no sound YAML" };
  if (once === text) return { state: "same", text };
  const twice = written(once);
  if (twice !== once) return { state: "left", why: "formatting it would not come to an end" };
  if (valuesOf(once) !== valuesOf(text)) return { state: "left", why: "formatting would change what it says" };
  if (linesOf(once) !== linesOf(text)) return { state: "left", why: "formatting would move something to another line" };
  return { state: "changed", text: once };
}

function written(text: string): string | undefined {
  return parse(text) === undefined ? undefined : respaced(text);
}

function parse(text: string) {
  const documents = parseAllDocuments(text, {
    keepSourceTokens: false,
    uniqueKeys: false,
    logLevel: "silent",
  });
  if (!Array.isArray(documents)) return [];
  return documents.some(({ errors }) => errors.length > 0) ? undefined : documents;
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

/** What stands on each line, comments too, without blanks. */
function linesOf(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/\s+/g, ""));
  return lines.filter((line) => line !== "").join("\n");
}
