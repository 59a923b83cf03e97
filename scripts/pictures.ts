/**
 * Renders a comment and a job summary as GitHub shows them, and keeps the pictures in docs/pictures/. Run by hand, when
 * either has changed: claims.test.ts says when. Needs Chromium (or name one in CHROMIUM) and a font with emoji (Debian:
 * `apt-get install chromium fonts-noto-color-emoji`); what renders is
 * installed into a temporary folder, as nothing else needs it.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./action-file.ts";
import { drawn, drawnFrom } from "./pictures/drawn-from.ts";

const packages = [
  "github-markdown-css@5.9.0",
  "highlight.js@11.12.0",
  "marked@18.2.1",
  "marked-alert@2.1.2",
  "marked-highlight@2.2.4",
  "mermaid@12.3.0",
  "playwright-core@1.65.1",
];
const browser =
  process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
if (browser === undefined) throw new Error("there is no Chromium: install one, or name it in CHROMIUM");

/** Color schemes with widths: of a document, a screen and a phone. */
const looks = [
  ["light", 900],
  ["dark", 1012],
  ["light", 390],
] as const;
const folder = mkdtempSync(join(tmpdir(), "opus-pictures-"));
try {
  execFileSync("npm", ["install", "--no-save", "--ignore-scripts", "--prefix", folder, ...packages], {
    stdio: "inherit",
  });
  const target = join(root, "docs/pictures");
  mkdirSync(target, { recursive: true });
  const tools = await installed();
  const toHtml = markdown(tools);
  const started = await tools.playwright.chromium.launch({
    executablePath: browser,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  for (const [name, text] of Object.entries(drawn())) {
    for (const [scheme, width] of looks) {
      const page = await started.newPage({ viewport: { width, height: 600 }, colorScheme: scheme });
      const file = join(folder, `${name}-${scheme}.html`);
      writeFileSync(file, frame(toHtml(text), name === "summary" ? "" : "github-actions <span>bot</span> commented"));
      await page.goto(pathToFileURL(file).href);
      await page.waitForFunction("window.drawn === true");
      // The first is for the documents; the others are looked at.
      const isForDocs = scheme === "light" && width === looks[0][1];
      const path = isForDocs ? join(target, `${name}.png`) : join(tmpdir(), `opus-${name}-${scheme}-${width}.png`);
      await page.screenshot({ path, fullPage: true });
      console.log(path);
      await page.close();
    }
  }
  await started.close();
  writeFileSync(join(target, "drawn-from.json"), `${JSON.stringify(drawnFrom(), null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface Page {
  goto(url: string): Promise<unknown>;
  waitForFunction(expression: string): Promise<unknown>;
  screenshot(options: object): Promise<unknown>;
  close(): Promise<void>;
}

interface Tools {
  readonly Marked: new (...extensions: object[]) => { parse(text: string, options: object): unknown };
  alerts(): object;
  markedHighlight(options: object): object;
  readonly highlighter: {
    getLanguage(name: string): object | undefined;
    highlight(code: string, options: object): { readonly value: string };
  };
  readonly playwright: {
    readonly chromium: {
      launch(options: object): Promise<{ newPage(options: object): Promise<Page>; close(): Promise<void> }>;
    };
  };
}

/** What was installed there; a module of that folder finds it by name. */
async function installed(): Promise<Tools> {
  const entry = join(folder, "tools.mjs");
  writeFileSync(
    entry,
    `export { Marked } from "marked";
     export { default as alerts } from "marked-alert";
     export { markedHighlight } from "marked-highlight";
     export { default as highlighter } from "highlight.js";
     export { default as playwright } from "playwright-core";`,
  );
  return (await import(pathToFileURL(entry).href)) as Tools;
}

/** GitHub's Markdown: tables, alerts, coloured diffs, and mermaid left for the page to draw. */
function markdown({ Marked, alerts, markedHighlight, highlighter }: Tools): (text: string) => string {
  const highlight = (code: string, language: string): string => {
    if (language === "mermaid") return code.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    return highlighter.getLanguage(language) ? highlighter.highlight(code, { language }).value : code;
  };
  const marked = new Marked(alerts(), markedHighlight({ langPrefix: "language-", highlight }));
  return (text) => String(marked.parse(text, { gfm: true }));
}

function frame(body: string, title: string): string {
  const style = (path: string) => readFileSync(join(folder, "node_modules", path), "utf8");
  const head = title === "" ? "" : `<header>${title}</header>`;
  return `<!doctype html><meta charset="utf-8"><style>${style("github-markdown-css/github-markdown.css")}
    body { margin: 0; padding: 24px; background: var(--bgColor-default, #fff) }
    @media (prefers-color-scheme: dark) { body { background: #0d1117; color: #f0f6fc } }
    .box { border: 1px solid #d1d9e0; border-radius: 6px; overflow: hidden }
    header { font: 600 14px sans-serif; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; padding: 8px 16px; color: #1f2328 }
    header span { border: 1px solid #d1d9e0; border-radius: 2em; font-weight: 400; font-size: 12px; padding: 0 6px }
    .markdown-body { padding: 16px }
    .hljs-addition { background: #dafbe1; color: #116329 } .hljs-deletion { background: #ffebe9; color: #82071e }
    .hljs-meta, .hljs-comment { color: #953800 }
  </style><div class="box">${head}<article class="markdown-body">${body}</article></div>
  <script src="node_modules/mermaid/dist/mermaid.min.js"></script>
  <script type="module">
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    mermaid.initialize({ startOnLoad: false, theme: dark ? "dark" : "default" });
    for (const code of document.querySelectorAll("code.language-mermaid")) {
      const graph = document.createElement("pre");
      graph.className = "mermaid";
      graph.textContent = code.textContent;
      code.parentElement.replaceWith(graph);
    }
    await mermaid.run();
    window.drawn = true;
  </script>`;
}
