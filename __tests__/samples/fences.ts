/** Every fence of every page. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, postprocess, preprocess } from "micromark";

export const root = join(import.meta.dirname, "../..");

export interface Fence {
  /** Path of its page, from the root of the repository. */
  readonly page: string;
  /** Of the line that opens it. */
  readonly line: number;
  /** `docs/state.md:31` */
  readonly place: string;
  /** The first word behind the backticks. Empty: none, or the code is only indented. */
  readonly language: string;
  readonly text: string;
  /** What the comments right before it say, by their first word: `<!-- example: folder.mjs -->`. */
  readonly says: { readonly [word: string]: string };
}

/** Pages that are made of samples, which are wrong on purpose; `test` runs them, and holds the pages against what they say. */
export const generated = { folder: "docs/codes/", test: "__tests__/codes/messages.test.ts" };

export const pages: readonly string[] = globSync(["*.md", "{bench,docs,examples,sdk}/**/*.md"], {
  cwd: root,
  exclude: (path) => path.includes("node_modules"),
})
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => !path.startsWith(generated.folder))
  .sort();

/** All fences of this repository, page by page, from top to bottom. */
export function allFences(): readonly Fence[] {
  read ??= pages.flatMap((page) => fencesOf(page, readFileSync(join(root, page), "utf8")));
  return read;
}

let read: readonly Fence[] | undefined;

/** Reads Markdown as GitHub does: also fences in lists and quotes. */
export function fencesOf(page: string, markdown: string): readonly Fence[] {
  const fences: Fence[] = [];
  let comments: { readonly endLine: number; readonly text: string }[] = [];
  let open: { line: number; language: string; rows: Map<number, string> } | undefined;
  const events = postprocess(
    parse()
      .document()
      .write(preprocess()(markdown, undefined, true)),
  );
  for (const [way, token, context] of events) {
    const text = (): string => context.sliceSerialize(token);
    if (way === "enter") {
      if (token.type === "codeFenced" || token.type === "codeIndented")
        open = { line: token.start.line, language: "", rows: new Map() };
      else if (token.type === "codeFencedFenceInfo" && open) open.language = text();
      else if (token.type === "codeFlowValue") open?.rows.set(token.start.line, text());
      else if (token.type === "htmlFlow") comments.push({ endLine: token.end.line, text: text() });
      continue;
    }
    if (!open || (token.type !== "codeFenced" && token.type !== "codeIndented")) continue;
    const { line, language, rows } = open;
    open = undefined;
    const first = token.type === "codeFenced" ? line + 1 : line;
    const last = Math.max(first - 1, ...rows.keys());
    const lines = Array.from({ length: last - first + 1 }, (_, at) => rows.get(first + at) ?? "");
    fences.push({
      page,
      line,
      place: `${page}:${line}`,
      language,
      text: lines.map((one) => `${one}\n`).join(""),
      says: sayings(comments, line),
    });
    comments = [];
  }
  return fences;
}

/** Of the comments that end in the line before, and in those before that. */
function sayings(
  comments: readonly { readonly endLine: number; readonly text: string }[],
  line: number,
): { readonly [word: string]: string } {
  const said: { [word: string]: string } = {};
  let next = line;
  for (const { endLine, text } of comments.toReversed()) {
    if (endLine !== next - 1) break;
    next -= text.split("\n").length;
    const [, word, rest] = /^<!-- (\w+): (.*) -->$/s.exec(text.trim()) ?? [];
    if (word !== undefined && rest !== undefined) said[word] = rest;
  }
  return said;
}
