import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Everything that a document of ours is made of. */
const attributes: { readonly [tag: string]: readonly string[] } = {
  a: ["href"],
  blockquote: [],
  br: [],
  code: ["class"],
  details: ["open"],
  h2: [],
  h3: [],
  hr: [],
  li: [],
  p: [],
  pre: [],
  strong: [],
  sub: [],
  summary: [],
  table: [],
  tbody: [],
  td: [],
  th: [],
  thead: [],
  tr: [],
  ul: [],
};
const languages = /^language-(?:diff|mermaid|sh|text)$/;
const headings = /^(?:(?:Failures|Problems)(?: in)?|Notes|before any context|)$/;
const strong =
  /^(?:\d+ (?:to (?:replace|delete)|failed)|Destructive:|Destructive in {1,2}:|Next:|Recorded only|Context|(?:create|update|replace|delete|adopt|forget)? ?failed[a-z ,:]*|observation failed[a-z ,]*|\d+ resources? of {2}(?:is|are) not as opus left (?:it|them)|could not be looked at|)$/;
// What GitHub makes of text outside of code: mentions, references, commits, addresses, emoji, mathematics, wiki links.
const livesIn =
  /@\w|#\d|\bgh-\d|(?<![\p{L}\p{N}])[0-9a-f]{7,}(?![\p{L}\p{N}])|www\.|\w:\/\/|mailto:|:[\w+-]+:|\$|\[|\]|[<>*_~`\\|]/iu;
const unseen =
  /\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}\u{1d173}-\u{1d17a}]|(?<!\p{Script=Arabic}|[\u094d\u0dca])\u200c|[\ufe00-\ufe0d]|(?<!\p{Extended_Pictographic}|[#*0-9])[\ufe0e\ufe0f]|(?<![\u094d\u0dca])\u200d(?!\p{Extended_Pictographic})|\p{Cs}/u;
const control = /(?![\n\t])\p{Cc}/u;
const title = /^> (\[!(?:CAUTION|NOTE|WARNING)\])$/gm;

/** What GitHub shows of a document, and what of it is not as a document of ours may be. */
export interface Shown {
  /** Texts of code in callouts of destruction. */
  readonly destroyed: ReadonlySet<string>;
  /** HTML comments but for the marker. */
  readonly comments: readonly string[];
  readonly problems: readonly string[];
}

/**
 * Parses a document as GitHub would.
 * @param base where all links lead to
 */
export function asGithub(markdown: string, base: string): Shown {
  const problems: string[] = [];
  const destroyed = new Set<string>();
  const comments: string[] = [];
  if (unseen.test(markdown)) problems.push(`invisible: ${JSON.stringify(unseen.exec(markdown)?.[0])}`);
  if (control.test(markdown)) problems.push(`control: ${JSON.stringify(control.exec(markdown)?.[0])}`);
  // GitHub takes these for the kind of a callout.
  const plain = markdown.replace(title, "> CALLOUT $1").replace(/CALLOUT \[!(\w+)\]/g, "CALLOUT$1");
  const html = micromark(plain, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const counts = new Map<string, number>();
  const visit = (node: Node, inside: readonly string[], destructive: boolean): void => {
    if (node.nodeName === "#comment") {
      const { data } = node as DefaultTreeAdapterTypes.CommentNode;
      if (!data.startsWith(" opus {") || comments.length > 0) comments.push(data.trim());
      return;
    }
    if (node.nodeName === "#text") {
      const { value } = node as DefaultTreeAdapterTypes.TextNode;
      const inCode = inside.includes("code");
      if (inCode && destructive) destroyed.add(value);
      if (!inCode && livesIn.test(value)) problems.push(`lives: ${JSON.stringify(value)}`);
      return;
    }
    const { tagName, attrs, childNodes } = node as Element;
    counts.set(tagName, (counts.get(tagName) ?? 0) + 1);
    const known = attributes[tagName];
    for (const { name, value } of attrs) if (!known?.includes(name)) problems.push(`attribute ${name}="${value}"`);
    if (!known) problems.push(`element ${tagName}`);
    problems.push(...wrong(node as Element, base));
    const isCaution = destructive || (tagName === "blockquote" && textOf(node).trim().startsWith("CALLOUTCAUTION"));
    for (const child of childNodes) visit(child, [...inside, tagName], isCaution);
  };
  for (const node of parseFragment(html).childNodes) visit(node, [], false);
  for (const one of ["h2", "hr"]) if ((counts.get(one) ?? 0) > 1) problems.push(`${counts.get(one)} ${one}`);
  if (counts.get("details") !== counts.get("summary")) problems.push("a fold without a title");
  return { destroyed, comments, problems };
}

function wrong(node: Element, base: string): string[] {
  const { tagName, attrs, childNodes } = node;
  const value = (name: string) => attrs.find((one) => one.name === name)?.value ?? "";
  const text = childNodes
    .map((child) => (child.nodeName === "code" ? "" : textOf(child)))
    .join("")
    .trim();
  switch (tagName) {
    case "a":
      return new URL(value("href")).href.startsWith(`${base}/`) ? [] : [`a link to ${value("href")}`];
    case "code":
      return value("class") === "" || languages.test(value("class")) ? [] : [`a block of ${value("class")}`];
    case "h3":
      return headings.test(text) ? [] : [`a heading ${text}`];
    case "strong":
      return strong.test(text) ? [] : [`strong ${text}`];
    case "blockquote":
      return /^CALLOUT/.test(text) ? [] : [`a quote ${text}`];
    default:
      return [];
  }
}

function textOf(node: Node): string {
  if (node.nodeName === "#text") return (node as DefaultTreeAdapterTypes.TextNode).value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
