import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { headingId } from "./heading-id.ts";

/** A page as a browser shows it. */
export interface RenderedPage {
  readonly title: string;
  readonly html: string;
}

/**
 * Renders a page of the docs as GitHub does: tables, and headings that links lead to. Links to other pages stay as they
 * are, as the server renders what ends in `.md`.
 * @param markdown of this project, so HTML in it is taken as it is
 */
export function renderPage(markdown: string): RenderedPage {
  const body = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: false,
  });
  const seen = new Map<string, number>();
  let title: string | undefined;
  // A heading is a line of its own.
  const lines = body.split("\n").map((line) => {
    const level = /^<h([1-6])>/.exec(line)?.[1];
    if (level === undefined || !line.endsWith(`</h${level}>`)) return line;
    const text = line.slice("<h1>".length, -"</h1>".length);
    if (level === "1") title ??= withoutTags(text);
    const id = headingId(withoutTags(text).replace(/&(?:amp|lt|gt|quot|#\d+);/g, ""));
    const times = seen.get(id) ?? 0;
    seen.set(id, times + 1);
    return `<h${level} id="${id}${times === 0 ? "" : `-${times}`}">${text}</h${level}>`;
  });
  return { title: title ?? "Magnum Opus", html: lines.join("\n") };
}

function withoutTags(html: string): string {
  const [before = "", ...rest] = html.split("<");
  return before + rest.map((part) => part.slice(part.indexOf(">") + 1)).join("");
}

/** The whole of a page, with the list of all pages beside it. */
export function pageDocument(
  page: RenderedPage,
  path: string,
  pages: readonly { path: string; title: string }[],
): string {
  const entries = pages
    .map((one) => `<li><a href="/${one.path}"${one.path === path ? ' aria-current="page"' : ""}>${one.title}</a></li>`)
    .join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · Magnum Opus</title>
<style>${style}</style>
</head>
<body>
<a class="to-pages" href="#pages">All pages</a>
<main>
${page.html}
</main>
<nav id="pages" aria-label="Pages"><ul>
${entries}
</ul></nav>
</body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --link: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #151b23; --link: #79b8ff; } }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; display: grid; grid-template-columns: 15rem minmax(0, 1fr); }
nav { grid-column: 1; grid-row: 1; padding: 1rem; border-right: 1px solid var(--line); font-size: 0.9rem; } main { grid-column: 2; grid-row: 1; }
.to-pages { display: none; } nav ul { list-style: none; padding: 0; } nav li { margin: 0.25rem 0; }
a { color: var(--link); } [aria-current] { font-weight: bold; }
main { padding: 1rem 2rem 4rem; max-width: 60rem; min-width: 0; overflow-wrap: break-word; }
table { border-collapse: collapse; display: block; overflow-x: auto; } td, th { border: 1px solid var(--line); padding: 0.3rem 0.6rem; vertical-align: top; }
pre { background: var(--soft); padding: 0.8rem; overflow-x: auto; } code { background: var(--soft); } img { max-width: 100%; }
@media (max-width: 45rem) { body { display: block; } .to-pages { display: block; padding: 1rem 1rem 0; } nav { border: 0; border-top: 1px solid var(--line); } main { padding: 0 1rem 1rem; } }
`;
