import { createHash } from "node:crypto";
import { ageWords, shownTime } from "./ages.ts";
import { Html, html, type Value } from "./html.ts";
import type { SiteModel, Status, StatusWords } from "./model.ts";
import { pageScript, pageStyle } from "./page.generated.ts";

export interface Frame {
  readonly title: string;
  /** In front of the content: where this page is. */
  readonly heading: Value;
  readonly content: Value;
  /** JSON for the script of the page. */
  readonly data?: Html;
}

/** A whole page, which loads nothing and lets nothing be loaded. */
export function page({ title, heading, content, data }: Frame, { madeAt, version }: SiteModel): string {
  const index = data && html`<script type="application/json" id="index">${data}</script>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(pageStyle)}</style>
</head>
<body>
<header>
${heading}
<search hidden><label for="search">Search</label> <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="name, kind, run …" aria-keyshortcuts="/"> <output id="found" for="search"></output></search>
</header>
<main id="main">
${content}
</main>
<footer>Made by opus ${version} ${timeOf(madeAt, madeAt)}.</footer>
${index}
<script>${new Html(pageScript)}</script>
</body>
</html>
`.text;
}

const policy = [
  "default-src 'none'",
  `style-src ${hashOf(pageStyle)}`,
  `script-src ${hashOf(pageScript)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** A moment, with its age as of when the site was made; the script of the page counts on. */
export function timeOf(at: string, madeAt: string): Html {
  const age = ageWords(at, Date.parse(madeAt));
  if (age === "") return html`${at}`;
  return html`<time datetime="${at}" title="${shownTime(at)}">${age}</time>`;
}

const signs: { readonly [status in Status]: string } = {
  unreadable: "✕",
  unfinished: "◐",
  drifted: "≠",
  unknown: "?",
  running: "▶",
  applied: "●",
  "in-sync": "✓",
  empty: "○",
};

/** A status as people see it: a colour, a sign, and its words. */
export function chip({ status, words }: StatusWords): Html {
  return html`<span class="chip ${status}"><span aria-hidden="true">${signs[status]}</span> ${words}</span>`;
}

/** `1 task`, `3 tasks` */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
