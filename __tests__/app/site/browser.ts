import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);

/** As much of Playwright as is used. */
export interface Page {
  goto(url: string): Promise<unknown>;
  evaluate<Value>(script: string): Promise<Value>;
  fill(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  waitForFunction(script: string): Promise<unknown>;
  screenshot(options: object): Promise<unknown>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  emulateMedia(options: { colorScheme: "light" | "dark" }): Promise<void>;
  url(): string;
  close(): Promise<void>;
  on(event: string, listener: (what: { text?(): string; message?: string; url?(): string }) => void): void;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
}

interface Browser {
  newContext(options: object): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>;
  close(): Promise<void>;
}

/** Chromium, as Debian and GitHub's runners have it. */
const program = [process.env.CHROMIUM ?? "", "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== "" && existsSync(path),
);

/** Is there a browser? Says on the terminal what is not tried, if not. */
export function hasBrowser(): boolean {
  if (program !== undefined) return true;
  process.stderr.write(
    "\nSKIPPED: the tests of the site in a browser, since there is no Chromium: apt-get install chromium\n",
  );
  return false;
}

export async function startBrowser(): Promise<Browser> {
  const { chromium } = require("playwright-core") as { chromium: { launch(options: object): Promise<Browser> } };
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
  return chromium.launch({ executablePath: program, args });
}

/** The address of a file of a site. */
export function addressOf(folder: string, path: string): string {
  return pathToFileURL(join(folder, path)).href;
}

/** What axe finds wrong with the page that is open, each with its places. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // The page lets no script be added, so it is run from the outside.
  await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  return page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ": " + target.join(" "))))`,
  );
}
