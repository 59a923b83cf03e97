import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";
import { pageDocument, renderPage } from "./render-page.ts";

/** What a reader of the docs may want to see beside them. */
const shown = [
  "docs",
  "examples",
  "schema",
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "SUPPORT.md",
  "LICENSE",
];

const types: { readonly [extension: string]: string } = {
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json; charset=utf-8",
};

/** Nothing but what the page itself holds, and pictures of this server. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'";

export interface DocsServer {
  /** `http://127.0.0.1:4173/` */
  readonly url: string;
  close(): void;
}

/**
 * Serves the pages that lie beside the program, on this machine alone.
 * @param root the folder that holds docs/
 * @param port 0: the system chooses
 * @throws Error when there are no pages, or the port is taken
 */
export async function serveDocs(root: string, port: number): Promise<DocsServer> {
  const pages = listPages(root);
  if (pages.length === 0) throw new Error(`no pages lie beside this program: ${join(root, "docs")} is not there`);
  const server = createServer(({ method, url = "/" }, response) => {
    if (method !== "GET" && method !== "HEAD") answer(response, 405, "text/plain", "Only GET.\n");
    else answerPath(response, root, pages, url);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: chosen } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${chosen}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answerPath(response: ServerResponse, root: string, pages: readonly Page[], url: string): void {
  const path = requested(url);
  const file = path === undefined ? undefined : fileOf(root, path === "" ? "README.md" : path);
  if (file === undefined) {
    const { html } = renderPage("# There is no such page\n\n[The first page](/README.md)\n");
    answer(response, 404, "text/html; charset=utf-8", pageDocument({ title: "No such page", html }, "", pages));
  } else if (extname(file.path) === ".md") {
    const page = renderPage(readFileSync(file.absolute, "utf8"));
    answer(response, 200, "text/html; charset=utf-8", pageDocument(page, file.path, pages));
  } else {
    const type = types[extname(file.path)] ?? "text/plain; charset=utf-8";
    answer(response, 200, type, readFileSync(file.absolute));
  }
}

function answer(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, {
    "content-type": type,
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
  });
  response.end(body);
}

/** The path of a request, from the root; undefined when it is none. */
function requested(url: string): string | undefined {
  try {
    const parts = decodeURIComponent(url.split(/[?#]/)[0] ?? "").split("/");
    return parts.filter((part) => part !== "").join("/");
  } catch {
    return undefined;
  }
}

/** A file that readers may see. Links lead nowhere else, and neither does `..`. */
function fileOf(root: string, path: string): { readonly path: string; readonly absolute: string } | undefined {
  const parts = path.split("/");
  if (!shown.includes(parts[0] ?? "") || parts.includes("..") || path.includes("\\") || path.includes("\0")) return;
  const absolute = join(root, ...parts);
  try {
    const real = realpathSync(absolute);
    if (!real.startsWith(realpathSync(root) + sep)) return;
    readFileSync(real);
    return { path, absolute: real };
  } catch {
    return; // not there, or a folder
  }
}

interface Page {
  readonly path: string;
  readonly title: string;
}

/** The first page, and those of docs/ but for one for each code, which the list of codes links, by their headings. */
function listPages(root: string): readonly Page[] {
  const folder = join(root, "docs");
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".md") && !name.startsWith("codes/"))
    .sort();
  const paths = [...(existsSync(join(root, "README.md")) ? ["README.md"] : []), ...names.map((name) => `docs/${name}`)];
  return paths.map((path) => ({ path, title: renderPage(firstLine(join(root, path))).title }));
}

function firstLine(path: string): string {
  return readFileSync(path, "utf8").split("\n", 1)[0] ?? "";
}
