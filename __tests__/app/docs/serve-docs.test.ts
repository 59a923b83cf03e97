import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { type DocsServer, serveDocs } from "../../../src/app/docs/serve-docs.ts";
import { temporaryFolders } from "../../node/temporary.ts";

const root = join(import.meta.dirname, "../../..");
const folder = temporaryFolders();
const open: DocsServer[] = [];

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function served(from: string): Promise<DocsServer> {
  const server = await serveDocs(from, 0);
  open.push(server);
  return server;
}

async function page(server: DocsServer, path: string): Promise<{ status: number; text: string; type: string | null }> {
  const response = await fetch(new URL(path, server.url));
  return { status: response.status, text: await response.text(), type: response.headers.get("content-type") };
}

it("every page of this project is served, and each link to a page leads to one, and to a heading of it", async () => {
  const server = await served(root);
  const first = await page(server, "/");
  expect(first.text).toContain('<h1 id="magnum-opus">Magnum Opus</h1>');
  const seen = new Map<string, string>();
  const next = [...first.text.matchAll(/<li><a href="(\/[^"]+)"/g)].map(([, path = ""]) => path);
  expect(next.length).toBeGreaterThan(20);
  expect(next.filter((path) => path.startsWith("/docs/codes/"))).toEqual([]);
  // Pages that the list does not have are found by links.
  for (const path of next) {
    if (seen.has(path)) continue;
    const { status, text, type } = await page(server, path);
    expect([path, status, type]).toEqual([path, 200, "text/html; charset=utf-8"]);
    seen.set(path, text);
    for (const [, link = ""] of text.matchAll(/ href="([^"]+\.md)(?:#[^"]*)?"/g)) {
      const { origin, pathname } = new URL(link, new URL(path, server.url));
      if (`${origin}/` === server.url && pathname.startsWith("/docs/")) next.push(pathname);
    }
  }
  expect([...seen.keys()].filter((path) => path.startsWith("/docs/codes/")).length).toBeGreaterThan(170);
  const broken = [...seen].flatMap(([path, text]) =>
    [...text.matchAll(/ href="([^"]+)"/g)].flatMap(([, link = ""]) => {
      if (/^[a-z]+:/.test(link)) return [];
      const to = new URL(link, new URL(path, server.url));
      const target = seen.get(to.pathname);
      if (target === undefined || to.hash === "") return [];
      return target.includes(`id="${decodeURIComponent(to.hash.slice(1))}"`) ? [] : [`${path}: ${link}`];
    }),
  );
  expect(broken).toEqual([]);
});

it("a picture, a schema and an example are given as what they are", async () => {
  const server = await served(root);
  expect(await page(server, "/docs/pictures/http-plan.svg")).toMatchObject({ status: 200, type: "image/svg+xml" });
  expect(await page(server, "/schema/opus.json")).toMatchObject({ type: "application/json; charset=utf-8" });
  expect(await page(server, "/examples/workflows/pr-plan.yml")).toMatchObject({ type: "text/plain; charset=utf-8" });
});

it("nothing but the docs is given", async () => {
  const base = folder();
  const top = join(base, "opus");
  mkdirSync(join(top, "docs"), { recursive: true });
  writeFileSync(join(top, "README.md"), "# Top\n");
  writeFileSync(join(top, "docs/a.md"), "# A <page>\n");
  writeFileSync(join(top, "secret.md"), "# Secret\n");
  writeFileSync(join(base, "secret.md"), "# Secret\n");
  symlinkSync(join(base, "secret.md"), join(top, "docs/link.md"));
  const server = await served(top);
  for (const path of ["/secret.md", "/docs/link.md", "/docs", "/docs/none.md", "/%00", "/%"])
    expect([path, (await page(server, path)).status]).toEqual([path, 404]);
  // `fetch` takes the dots away before it asks.
  for (const path of ["/docs/../secret.md", "/docs/../../secret.md", "/docs/%2e%2e/secret.md", "/docs\\..\\secret.md"])
    expect([path, await statusOf(server, path)]).toEqual([path, 404]);
  expect((await fetch(server.url, { method: "POST" })).status).toBe(405);
});

it("without pages it says so", async () => {
  await expect(serveDocs(folder(), 0)).rejects.toThrow(/^no pages lie beside this program: .*docs is not there$/);
});

function statusOf(server: DocsServer, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
