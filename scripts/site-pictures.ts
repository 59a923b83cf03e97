/**
 * Makes a site of a sample, and keeps pictures of it in docs/pictures/. Run by hand, when its look has changed. Needs Chromium
 * (Debian: `apt-get install chromium`; or name one in CHROMIUM).
 */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fillBig } from "../__tests__/app/site/big-sample.ts";
import { addressOf, hasBrowser, startBrowser } from "../__tests__/app/site/browser.ts";
import { driftReport } from "../__tests__/app/site/drift-report.ts";
import { makeSite } from "../__tests__/app/site/make-site.ts";
import { layeredTasks, SampleBranch } from "../__tests__/app/site/sample-branch.ts";
import { root } from "./action-file.ts";

/** Runs of the sample, one an hour; the last of them is some hours ago. */
const runs = 96;
const pictures = [
  { name: "overview", path: "index.html", width: 1200, height: 740, colorScheme: "light" },
  { name: "context", path: "storefront/prod/index.html", width: 390, height: 844, colorScheme: "dark" },
  { name: "graph", path: "storefront/prod/index.html", width: 900, height: 430, colorScheme: "light", at: "#graph" },
] as const;

if (!hasBrowser()) throw new Error("there is no Chromium: install one, or name it in CHROMIUM");
const folder = mkdtempSync(join(tmpdir(), "opus-site-"));
try {
  const branch = new SampleBranch(folder, Date.now() - (runs + 5) * 3_600_000);
  await fillBig(branch, runs);
  branch.write();
  const serial = (2 * runs) / 12;
  const names = layeredTasks(20).map(({ name }) => name);
  const report = (project: string, context: string, drifted: readonly string[]): void => {
    const tasks = names.map((name) => ({ name, drift: drifted.includes(name) ? "resource-changed" : "in-sync" }));
    const state = { lineage: `${project}/${context}-lineage`, serial };
    const file = join(branch.clone, `${project}-${context}.json`);
    writeFileSync(file, driftReport(project, context, tasks, state));
    const looked = Date.now() / 1_000 - 2 * 3_600;
    utimesSync(file, looked, looked);
  };
  report("storefront", "prod", ["web-4", "cache-8"]);
  for (const [project, context] of [
    ["storefront", "test"],
    ["storefront", "staging"],
    ["blog", "prod"],
    ["blog", "test"],
  ] as const)
    report(project, context, []);
  const reports = ["storefront-prod", "storefront-test", "storefront-staging", "blog-prod", "blog-test"];
  const args = ["--state-backend", "branch", "--report", ...reports.map((name) => `${name}.json`)];
  const site = await makeSite(branch.clone, args);
  const browser = await startBrowser();
  for (const { name, path, width, height, colorScheme, ...more } of pictures) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    await page.goto(`${addressOf(site.folder, path)}${"at" in more ? more.at : ""}`);
    const file = join(root, `docs/pictures/site-${name}.png`);
    await page.screenshot({ path: file });
    console.log(file);
    await context.close();
  }
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
