import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ageWords } from "../../../src/app/site/ages.ts";
import { full } from "../../faults/scale.ts";
import { contexts, fillBig, projects } from "./big-sample.ts";
import { addressOf, axeFindings, hasBrowser, type Page, startBrowser } from "./browser.ts";
import { driftReport } from "./drift-report.ts";
import { type MadeSite, makeSite } from "./make-site.ts";
import { SampleBranch } from "./sample-branch.ts";

const hostile = "</script><img src=x onerror='window.hacked=1'><script>window.hacked=1</script>";

describe.runIf(hasBrowser())("the site in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "opus-site-"));
  let browser: Awaited<ReturnType<typeof startBrowser>>;
  let site: MadeSite;

  beforeAll(async () => {
    const branch = new SampleBranch(folder);
    await fillBig(branch, 240);
    await branch.run("storefront", hostile.slice(0, 12), {
      tasks: [
        { name: hostile, spec: { path: hostile }, status: "tainted" },
        { name: "other", dependencies: [hostile] },
      ],
      changes: [{ task: hostile, change: "replace" }],
    });
    branch.commit("By hand", { "storefront/broken/state.json": "{" });
    branch.write();
    const looked = [
      { name: "cache-2", drift: "missing" },
      { name: "web-4", drift: "resource-changed" },
      { name: "cache-8", drift: "in-sync" },
    ];
    const state = { lineage: "storefront/prod-lineage", serial: 40 };
    writeFileSync(join(branch.clone, "drift.json"), driftReport("storefront", "prod", looked, state));
    site = await makeSite(branch.clone, ["--state-backend", "branch", "--values", "--report", "drift.json"]);
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What a page asks the network for, and what it says is wrong. */
  async function open(
    path: string,
    options: object = {},
  ): Promise<{ page: Page; said: string[]; close(): Promise<void> }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true, ...options });
    const page = await context.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text?.() ?? ""));
    page.on("pageerror", (error) => said.push(error.message ?? ""));
    page.on("request", (request) => {
      if (request.url?.() !== addressOf(site.folder, path)) said.push(`asks for ${request.url?.()}`);
    });
    await page.goto(addressOf(site.folder, path));
    await page.waitForFunction("document.documentElement.dataset.ready === 'true'");
    return { page, said, close: () => context.close() };
  }

  const hostilePage = () => site.files().find((path) => path.includes("%3Cimg") || path.includes("script")) ?? "";
  const pages = () => [
    "index.html",
    "storefront/prod/index.html",
    "storefront/broken/index.html",
    hostilePage().replace(/[^/]*$/, "index.html"),
  ];

  it.each(["light", "dark"] as const)(
    "has no finding of axe on a phone and on a desk, when it is %s",
    async (colorScheme) => {
      for (const [index, path] of pages().entries()) {
        // In short each of the others is tried in one scheme.
        if (!full && index >= 2 && (index % 2 === 0) !== (colorScheme === "dark")) continue;
        const { page, said, close } = await open(path, { colorScheme });
        // Pages of one kind look the same: of the others each scheme is tried at one width.
        for (const width of index < 2 ? [390, 1280] : [colorScheme === "dark" ? 390 : 1280]) {
          await page.setViewportSize({ width, height: 844 });
          expect(await axeFindings(page), `${path} at ${width}`).toEqual([]);
          const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
          expect(wide, `${path} at ${width} scrolls sideways`).toBeLessThanOrEqual(width);
        }
        expect(said, path).toEqual([]);
        await close();
      }
    },
  );

  it("loads nothing, and runs nothing of what is recorded", async () => {
    for (const path of pages()) {
      const { page, said, close } = await open(path);
      expect(await page.evaluate("[window.hacked, document.images.length, document.scripts.length > 2]"), path).toEqual(
        [undefined, 0, false],
      );
      // Not even somebody who got markup into the page could.
      await page.evaluate(
        "{ const s = document.createElement('script'); try { s.textContent = 'window.hacked=2' } catch {} document.body.append(s) }",
      );
      await page.evaluate("fetch('https://example.com/').catch(() => {})");
      expect(await page.evaluate("window.hacked"), path).toBeUndefined();
      expect(
        said.filter((line) => line.startsWith("asks for")),
        path,
      ).toEqual([]);
      await close();
    }
  });

  it("finds contexts and tasks by search, with the keyboard alone", async () => {
    const { page, close } = await open("index.html");
    await page.keyboard.press("/");
    expect(await page.evaluate("document.activeElement.id")).toBe("search");
    await page.keyboard.type("warehouse cache-14");
    expect(await page.evaluate("document.getElementById('found').textContent")).toBe("0 contexts, 4 tasks");
    expect(await page.evaluate("[...document.querySelectorAll('#results li')].map((one) => one.textContent)")).toEqual(
      contexts.toSorted().map((context) => `cache-14 in warehouse / ${context}`),
    );
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction("location.pathname.endsWith('warehouse/dev/index.html')");
    expect(await page.evaluate("document.querySelector(':target th').textContent")).toBe("cache-14");
    await close();
    const overview = await open("index.html");
    await overview.page.fill("#search", "prod");
    const shown =
      "[...document.querySelectorAll('.card')].filter((one) => one.checkVisibility()).map((one) => one.querySelector('h3').textContent)";
    expect(await overview.page.evaluate(shown)).toEqual(projects.map(() => "prod"));
    await overview.page.keyboard.press("Escape");
    expect((await overview.page.evaluate<string[]>(shown)).length).toBe(14);
    await overview.close();
  });

  it("leads from the graph and from a run to the task, with the keyboard alone", async () => {
    const { page, close } = await open("storefront/prod/index.html");
    await page.fill("#search", "cache-14");
    const rows =
      "[...document.querySelectorAll('tbody tr')].filter((one) => one.checkVisibility()).map((one) => one.querySelector('th').textContent)";
    expect(await page.evaluate(rows)).toEqual(["cache-14"]);
    expect(await page.evaluate("document.querySelectorAll('.graph .far').length")).toBeGreaterThan(10);
    await page.keyboard.press("Escape");
    await pressUntil(page, "Tab", "document.activeElement.closest('.graph') !== null");
    const name = await page.evaluate<string>("document.activeElement.querySelector('title').textContent");
    expect(await page.evaluate("document.querySelectorAll('.graph path.near').length")).toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.querySelector(':target th').textContent")).toBe(
      name.replace(" (drifted)", ""),
    );
    await pressUntil(page, "Tab", "document.activeElement.matches('.timeline summary')");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.parentElement.querySelector('ul').checkVisibility()")).toBe(
      true,
    );
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("location.hash")).toMatch(/^#task-\d+$/);
    await close();
  });

  it("counts ages on by the same rules as they were made by", async () => {
    const { page, close } = await open("storefront/prod/index.html");
    const times = await page.evaluate<[string, string][]>(
      "[...document.querySelectorAll('time[datetime]')].map((one) => [one.dateTime, one.textContent])",
    );
    expect(times.length).toBeGreaterThan(20);
    for (const [at, text] of times) expect(text).toBe(ageWords(at, Date.now()));
    await close();
  });

  it("says all of it without its script, too", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(addressOf(site.folder, "storefront/prod/index.html"));
    // Scripts are off for the page alone.
    expect(await page.evaluate("document.querySelectorAll('.timeline > li').length")).toBe(20);
    expect(await page.evaluate("document.querySelector('search').checkVisibility()")).toBe(false);
    await context.close();
  });
});

async function pressUntil(page: Page, key: string, reached: string): Promise<void> {
  for (let presses = 0; presses < 300; presses++) {
    await page.keyboard.press(key);
    if (await page.evaluate<boolean>(reached)) return;
  }
  throw new Error(`${key} never led to ${reached}`);
}
