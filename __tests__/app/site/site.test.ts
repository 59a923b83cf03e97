import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "parse5";
import { describe, expect, it } from "vitest";
import { newKey } from "../../../src/app/state-cli/keygen.ts";
import { removalTrailer } from "../../../src/state/backends/branch/commit-message.ts";
import { ageSeal } from "../../../src/state/seal/age-seal.ts";
import { workedMs } from "../../doubles/cpu-time.ts";
import { figure, times } from "../../faults/scale.ts";
import { temporaryFolders } from "../../node/temporary.ts";
import { fillBig } from "./big-sample.ts";
import { driftReport, type ReportTask } from "./drift-report.ts";
import { makeSite, shownText } from "./make-site.ts";
import { git, SampleBranch, type SampleTask } from "./sample-branch.ts";

const folder = temporaryFolders();
const web: SampleTask = { name: "web", dependencies: ["database"] };
const database: SampleTask = { name: "database", kind: "Shell", spec: { create: "make-database --hard" } };
const created = (...tasks: string[]) => tasks.map((task) => ({ task, change: "create" as const }));

/** A branch with two contexts of one project. */
async function twoContexts(): Promise<SampleBranch> {
  const branch = new SampleBranch(folder());
  await branch.run("shop", "prod", { tasks: [database], changes: created("database") });
  await branch.run("shop", "test", { tasks: [database, web], changes: created("database", "web") });
  await branch.run("shop", "prod", { tasks: [database, web], changes: created("web") });
  return branch;
}

const secretProject = `apiVersion: opus/v1
kind: Project
metadata: {name: shop}
---
apiVersion: opus/v1
kind: Values
metadata: {name: shared}
spec: {secrets: {pw: {env: DB_PASSWORD}}}
`;

/** Each element of a page, with the names of its attributes. */
function elementsOf(page: string): { readonly tag: string; readonly attributes: readonly string[] }[] {
  const found: { tag: string; attributes: string[] }[] = [];
  const walk = (node: { tagName?: string; attrs?: { name: string }[]; childNodes?: object[] }): void => {
    if (node.tagName !== undefined)
      found.push({ tag: node.tagName, attributes: (node.attrs ?? []).map(({ name }) => name) });
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parse(page) as object);
  return found;
}

function readStored({ remote }: SampleBranch, commit: string): string {
  return `${git(remote, "show", `${commit}:shop/prod/state.json`)}\n`;
}

/** A branch for one context, with the whole history. The others look as if they were of the template. */
function pushAlone({ remote }: SampleBranch, context: string): void {
  git(remote, "update-ref", `refs/heads/only/${context}`, "refs/heads/opus-state");
}

/** A report of drift in a context of the shop, as its last run but for `state` has left it. */
function report(context: string, tasks: readonly ReportTask[], state = {}, more = {}): string {
  return driftReport("shop", context, tasks, { lineage: "shop/prod-lineage", serial: 4, ...state }, more);
}

function writeReport(directory: string, name: string, text: string, minutesAgo: number): void {
  const path = join(directory, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  const at = new Date(Date.now() - minutesAgo * 60_000);
  utimesSync(path, at, at);
}

describe("opus site", () => {
  it("makes pages, status files and badges of the states on a branch", async () => {
    const branch = await twoContexts();
    branch.write();
    const site = await makeSite(branch.clone);
    expect([site.exitCode, site.log]).toEqual([0, "Wrote 2 contexts of 1 project to site/index.html."]);
    expect(site.files()).toEqual([
      ".opus-site.json",
      "index.html",
      "shop/prod/badge.svg",
      "shop/prod/index.html",
      "shop/prod/status.json",
      "shop/test/badge.svg",
      "shop/test/index.html",
      "shop/test/status.json",
      "status.json",
    ]);
    const { madeAt, ...status } = site.json("shop/prod/status.json");
    expect(Date.parse(madeAt)).toBeGreaterThan(0);
    expect(status).toEqual({
      format: "opus-status",
      version: 1,
      project: "shop",
      context: "prod",
      status: "applied",
      text: expect.stringMatching(/^applied, \d+ d ago$/),
      since: "2026-09-01T03:00:00.000Z",
      problem: null,
      sealed: false,
      serial: 4,
      lineage: "shop/prod-lineage",
      tasks: 2,
      pending: 0,
      locked: false,
      lastRun: {
        at: "2026-09-01T03:00:00.000Z",
        what: "apply created 1",
        serial: 4,
        author: "",
        url: "https://github.example/octo/shop/actions/runs/1000004",
      },
      drift: null,
    });
    const all = site.json("status.json");
    const { format: _, version: __, ...facts } = status;
    expect(all.contexts[0]).toEqual(facts);
    expect(all.contexts.map((one: { context: string }) => one.context)).toEqual(["prod", "test"]);
    expect(site.read("shop/prod/badge.svg")).toMatch(/aria-label="prod: applied, \d+ d ago"/);
    const page = shownText(site.read("shop/prod/index.html"));
    expect(page).toMatch(
      /apply created 1 2026-09-01 03:00 UTC[\s\S]*serial 4[\s\S]*created web[\s\S]*apply created 1 2026-09-01 01:00 UTC[\s\S]*created database/,
    );
    // Nothing of specs unless it is asked for.
    expect(site.read("shop/prod/index.html")).not.toContain("make-database");
  });

  it("shows specs and outputs only when asked to, and nothing sensitive", async () => {
    const branch = new SampleBranch(folder());
    const password = "correct-horse-battery-staple";
    const tasks: SampleTask[] = [
      {
        ...database,
        spec: { create: "make-database", read: `login $${"{SECRET:pw}"}` },
        outputs: { URL: "db.example:5432" },
        sensitiveOutputs: ["PASSWORD"],
      },
    ];
    await branch.run("shop", "prod", { tasks, changes: created("database") });
    branch.write();
    writeFileSync(join(branch.clone, "opus.yaml"), secretProject);
    const plain = (await makeSite(branch.clone)).read("shop/prod/index.html");
    for (const text of ["make-database", "db.example", "PASSWORD"]) expect(plain).not.toContain(text);
    const shown = await makeSite(branch.clone, ["--state-backend", "branch", "--values"], { DB_PASSWORD: password });
    const page = shown.read("shop/prod/index.html");
    for (const text of ["make-database", "db.example:5432", "PASSWORD"]) expect(page).toContain(text);
    // Whatever of the environment is secret by the manifest is so here, too.
    expect(
      (
        await makeSite(branch.clone, ["--state-backend", "branch", "--values"], { DB_PASSWORD: "db.example:5432" })
      ).read("shop/prod/index.html"),
    ).not.toContain("db.example:5432");
  });

  it("makes text of what looks like markup, in every file", async () => {
    const branch = new SampleBranch(folder());
    const names = [
      "<script>alert(1)</script>",
      "</script><img src=x onerror=alert(1)>",
      `"><svg onload='alert(1)'>`,
      "a\u202eb",
    ];
    const tasks = names.map((name, index): SampleTask => ({ name, dependencies: index === 0 ? [] : [names[0] ?? ""] }));
    await branch.run("<b>shop</b>", "a&b", { tasks, changes: created(...names) });
    const state = JSON.stringify({
      format: "opus-state",
      version: 1,
      project: "<i>x",
      context: "<u>y",
      note: "</script><script>",
    });
    branch.commit("By hand <script>", { "%3Ci%3Ex/%3Cu%3Ey/state.json": state });
    branch.write();
    const site = await makeSite(branch.clone, ["--state-backend", "branch", "--values"]);
    const pages = site.files().filter((path) => path.endsWith(".html"));
    expect(pages).toHaveLength(3);
    for (const path of pages) {
      const elements = elementsOf(site.read(path));
      expect(elements.filter(({ tag }) => tag === "script").length, path).toBe(path === "index.html" ? 2 : 1);
      for (const { tag, attributes } of elements) {
        expect(["img", "iframe", "object", "b", "i", "u", "form"], path).not.toContain(tag);
        expect(
          attributes.filter((name) => name.startsWith("on") || name === "style" || name === "src"),
          path,
        ).toEqual([]);
      }
    }
    const badges = site.files().filter((path) => path.endsWith(".svg"));
    for (const path of badges) expect(site.read(path)).not.toMatch(/<(?:script|u|b)\b|a&b/);
    const page = site.read(pages.find((path) => path.startsWith("%3Cb%3Eshop")) ?? "");
    for (const name of names.slice(0, 3)) expect(shownText(page)).toContain(name);
    expect(page).not.toContain("\u202e");
  });

  it("links to nothing but the web", async () => {
    const branch = await twoContexts();
    const state = (url: string) =>
      JSON.stringify({
        format: "opus-state",
        version: 9,
        lineage: "l",
        serial: 9,
        project: "shop",
        context: "prod",
        writer: "9",
        run: { url },
      });
    branch.commit(
      "shop/prod: apply [skip ci]\n\nRun: javascript:alert(1)\n\nOpus-State: shop/prod\nOpus-Serial: 9\nOpus-Run-Ended: true\n",
      {
        "shop/prod/state.json": state("javascript:alert(1)"),
      },
    );
    branch.write();
    const site = await makeSite(branch.clone);
    expect(site.read("shop/prod/index.html")).not.toContain('href="javascript');
    expect(site.read("index.html")).not.toContain('href="javascript');
  });
});

describe("what can't be read", () => {
  it("is shown as such and told, with exit status 1; the rest is shown as ever", async () => {
    const branch = await twoContexts();
    const newer = JSON.stringify({
      format: "opus-state",
      version: 2,
      lineage: "l",
      serial: 9,
      project: "shop",
      context: "prod",
      writer: "2.0.0",
    });
    branch.commit("By hand", { "shop/prod/state.json": newer, "shop/cut/state.json": '{"format": "opus-st' });
    branch.write();
    const site = await makeSite(branch.clone);
    expect(site.exitCode).toBe(1);
    expect(site.log).toMatch(/opus: The state of shop\/cut .* it is cut off/);
    expect(site.log).toMatch(/opus: The state of shop\/prod .* it has version 2/);
    expect(site.json("status.json").contexts.map((one: { status: string }) => one.status)).toEqual([
      "unreadable",
      "unreadable",
      "applied",
    ]);
    expect(site.json("shop/prod/status.json")).toMatchObject({ text: "can't be read", serial: null, tasks: null });
    expect(shownText(site.read("shop/prod/index.html"))).toMatch(/The state can't be read\..*it has version 2/);
    expect(shownText(site.read("shop/prod/index.html"))).toContain("apply created 1");
    expect(site.read("shop/prod/badge.svg")).toContain("prod: can&#39;t be read");
  });

  it("is a state that is gone, but not one that was removed on purpose", async () => {
    const branch = await twoContexts();
    await branch.run("shop", "old", { tasks: [web], changes: created("web") });
    branch.commit("Oh no", { "shop/prod/state.json": undefined });
    branch.commit(`Give it up\n\n${removalTrailer}: shop/old`, { "shop/old/state.json": undefined });
    branch.write();
    const site = await makeSite(branch.clone);
    expect(site.exitCode).toBe(1);
    expect(site.log).toMatch(/opus: The state at shop\/prod\/state.json .* is gone: it was there with serial 4/);
    expect(
      site.json("status.json").contexts.map((one: { context: string; status: string }) => [one.context, one.status]),
    ).toEqual([
      ["prod", "unreadable"],
      ["test", "applied"],
    ]);
  });

  it("is nothing at all where the branch can't be reached, and then nothing is written", async () => {
    const branch = await twoContexts();
    branch.write();
    const { clone } = branch;
    writeFileSync(
      join(clone, ".git/config"),
      readFileSync(join(clone, ".git/config"), "utf8").replace("remote.git", "elsewhere.git"),
    );
    const site = await makeSite(clone);
    expect([site.exitCode, site.files()]).toEqual([1, []]);
    expect(site.log).toContain("The state branch opus-state of ");
  });

  it("is not what was never there: a page says that nothing is recorded", async () => {
    const branch = new SampleBranch(folder());
    branch.write();
    const site = await makeSite(branch.clone);
    expect([site.exitCode, site.log]).toEqual([0, "Nothing is recorded yet: site/index.html says so."]);
    expect(shownText(site.read("index.html"))).toContain("Nothing is recorded yet.");
  });
});

it("says which place was looked at when nobody has named one and there is nothing", async () => {
  const branch = await twoContexts();
  branch.write();
  writeFileSync(join(branch.clone, "opus.yaml"), secretProject);
  const site = await makeSite(branch.clone, []);
  expect([site.exitCode, site.log]).toEqual([
    0,
    "opus: warning: only a local folder was looked at; a workflow keeps state on a branch: --state-backend branch\nNothing is recorded yet: site/index.html says so.",
  ]);
});

describe("sealed state", () => {
  it("shows what is around the seal, and with the key names and counts", async () => {
    const branch = new SampleBranch(folder());
    const { text: key } = await newKey("2026-11-30T00:00:00Z");
    const made = await ageSeal(key);
    if (!made.ok) throw new Error("no seal");
    await branch.run("shop", "prod", { tasks: [database, web], changes: created("database", "web") }, made.value.seal);
    await branch.run("shop", "test", { tasks: [database], changes: created("database") });
    branch.write();
    const closed = await makeSite(branch.clone);
    expect([closed.exitCode, closed.log]).toEqual([0, "Wrote 2 contexts of 1 project to site/index.html."]);
    expect(closed.json("shop/prod/status.json")).toMatchObject({
      status: "applied",
      sealed: true,
      serial: 2,
      tasks: null,
    });
    const page = closed.read("shop/prod/index.html");
    expect(page).toContain("without its key");
    for (const name of ["database", "web"]) expect(page).not.toContain(name);
    expect(page).toContain("apply created 2");
    const args = ["--state-backend", "branch", "--values", "--initialize"];
    const opened = await makeSite(branch.clone, args, { OPUS_ENCRYPTION_KEY: key });
    expect(opened.exitCode).toBe(0);
    const names = opened.read("shop/prod/index.html");
    expect(shownText(names)).toMatch(/Tasks 2[\s\S]*database[\s\S]*web/);
    expect(names).toContain("Values of sealed state are not shown");
    for (const text of ["Shell", "make-database", "<figure>", "2026-08-30"]) expect(names).not.toContain(text);
    expect(opened.read("shop/test/index.html")).toContain("make-database");
    // Without --initialize a state that is not sealed may be forged.
    expect(
      (await makeSite(branch.clone, args.slice(0, 2), { OPUS_ENCRYPTION_KEY: key })).json("shop/test/status.json")
        .status,
    ).toBe("unreadable");
  });
});

describe("reports of drift", () => {
  const args = ["--state-backend", "branch", "--report"];
  const sound = [
    { name: "database", drift: "in-sync" },
    { name: "web", drift: "in-sync" },
  ];

  it("tell what drifted, and how long ago somebody looked", async () => {
    const branch = await twoContexts();
    branch.write();
    writeReport(
      branch.clone,
      "reports/old/opus-report.json",
      report("prod", [{ name: "web", drift: "missing" }]),
      5_000,
    );
    writeReport(branch.clone, "reports/new/opus-report.json", report("prod", sound), 121);
    writeReport(branch.clone, "reports/new/other.json", '{"format":"something"}', 1);
    const site = await makeSite(branch.clone, [...args, "reports"]);
    expect([site.exitCode, site.log]).toEqual([0, "Wrote 2 contexts of 1 project to site/index.html."]);
    expect(site.json("shop/prod/status.json")).toMatchObject({ status: "in-sync", text: "in sync, 2 h ago" });
    expect(site.read("shop/prod/badge.svg")).toContain('aria-label="prod: in sync, 2 h ago"');
    expect(site.json("shop/test/status.json")).toMatchObject({ status: "applied", drift: null });
    const drifted = report("prod", [sound[0] as ReportTask, { name: "web", drift: "resource-changed" }]);
    writeReport(branch.clone, "reports/new/opus-report.json", drifted, 30);
    const again = await makeSite(branch.clone, [...args, "reports/new/opus-report.json"]);
    expect(again.json("shop/prod/status.json")).toMatchObject({
      status: "drifted",
      text: "1 drifted, 30 min ago",
      drift: { serial: 4, outdated: false, drifted: 1, inSync: 1, unknown: 0, leftOut: 0 },
    });
    expect(again.read("shop/prod/index.html")).toMatch(/<a href="#task-1">web<\/a>: resource-changed/);
  });

  it.each([
    [
      "a run has changed the state since",
      report("prod", sound, { serial: 2 }),
      { status: "applied", drift: { outdated: true } },
    ],
    [
      "it is of another state of that name",
      report("prod", sound, { lineage: "x" }),
      { status: "applied", drift: { outdated: true } },
    ],
    [
      "not all was looked at",
      report("prod", [sound[0] as ReportTask]),
      { status: "unknown", text: "1 in sync, 1 not looked at, 5 min ago" },
    ],
    [
      "one could not be looked at",
      report("prod", [sound[0] as ReportTask, { name: "web", drift: "unknown" }]),
      { status: "unknown", text: "1 unknown, 5 min ago" },
    ],
    [
      "the run failed",
      report("prod", [], {}, { failureReason: "state-locked" }),
      { status: "unknown", text: "drift unknown, 5 min ago" },
    ],
  ])("are not taken for in sync where %s", async (_, text, expected) => {
    const branch = await twoContexts();
    branch.write();
    writeReport(branch.clone, "r.json", text, 5);
    expect((await makeSite(branch.clone, [...args, "r.json"])).json("shop/prod/status.json")).toMatchObject(expected);
  });

  it("that can't be used are told with exit status 1, and the site is made without them", async () => {
    const branch = await twoContexts();
    branch.write();
    writeReport(
      branch.clone,
      "applied.json",
      report("prod", [{ ...(sound[0] as ReportTask), status: "done" }], {}, { command: "apply" }),
      5,
    );
    writeReport(branch.clone, "elsewhere.json", report("stage", sound), 5);
    writeReport(branch.clone, "broken.json", '{"format":"opus-report"', 5);
    mkdirSync(join(branch.clone, "empty"));
    const files = ["applied.json", "elsewhere.json", "broken.json", "missing.json", "empty"];
    const site = await makeSite(branch.clone, ["--state-backend", "branch", "--report", ...files]);
    expect(site.exitCode).toBe(1);
    expect(site.log.replaceAll(`${branch.clone}/`, "").split("\n")).toEqual([
      "opus: the report applied.json is of apply, which tells nothing of drift.",
      "opus: the report broken.json can't be used: it is cut off after line 1, column 24 (23 characters).",
      "opus: the report missing.json can't be read: ENOENT: no such file or directory, stat 'missing.json'.",
      "opus: there is no report of drift in empty.",
      "opus: warning: a report tells of shop/stage, of which nothing is recorded here",
      "Wrote 2 contexts of 1 project to site/index.html.",
    ]);
    expect(site.json("shop/prod/status.json").drift).toBeNull();
  });
});

describe("the folder", () => {
  it("of others is refused, and nothing in it is touched", async () => {
    const branch = await twoContexts();
    branch.write();
    mkdirSync(join(branch.clone, "site"));
    writeFileSync(join(branch.clone, "site/index.html"), "mine");
    const site = await makeSite(branch.clone);
    expect(site.exitCode).toBe(1);
    expect(site.log).toBe(
      "opus: site holds other files than a site that opus made (index.html)\n  Choose an empty folder with `--out`, or one that is not there yet.",
    );
    expect([site.files(), site.read("index.html")]).toEqual([["index.html"], "mine"]);
    const file = await makeSite(branch.clone, ["--state-backend", "branch", "--out", ".git/config"]);
    expect([file.exitCode, file.log]).toEqual([
      1,
      "opus: .git/config is no folder\n  Choose another one with `--out`.",
    ]);
  });

  it("of an earlier site gets the new one; what others have put there stays", async () => {
    const branch = await twoContexts();
    branch.write();
    const first = await makeSite(branch.clone);
    writeFileSync(join(first.folder, "CNAME"), "opus.example");
    writeFileSync(join(first.folder, "shop/test/note.txt"), "mine");
    const marker = first.json(".opus-site.json");
    // As a site of more contexts would have left it, and somebody who wants more to be removed.
    mkdirSync(join(first.folder, "shop/gone"));
    for (const name of ["shop/gone/index.html", "shop/gone/keep.html"]) writeFileSync(join(first.folder, name), "old");
    writeFileSync(join(branch.clone, "outside.html"), "mine");
    mkdirSync(join(branch.clone, "other/a"), { recursive: true });
    writeFileSync(join(branch.clone, "other/a/index.html"), "mine");
    symlinkSync(join(branch.clone, "other"), join(first.folder, "linked"));
    const more = [
      "shop/gone/index.html",
      "shop/gone/keep.html",
      "../outside.html",
      "CNAME",
      "linked/a/index.html",
      "../../index.html",
      7,
    ];
    writeFileSync(
      join(first.folder, ".opus-site.json"),
      JSON.stringify({ ...marker, files: [...marker.files, ...more] }),
    );
    const again = await makeSite(branch.clone);
    expect([again.exitCode, again.log]).toEqual([0, "Wrote 2 contexts of 1 project to site/index.html."]);
    expect(again.files()).toEqual(
      [...first.files(), "CNAME", "linked", "shop/gone/keep.html", "shop/test/note.txt"]
        .sort()
        .filter((path, at, all) => all.indexOf(path) === at && path !== "shop/gone/index.html"),
    );
    expect(readFileSync(join(branch.clone, "other/a/index.html"), "utf8")).toBe("mine");
    expect(readFileSync(join(branch.clone, "outside.html"), "utf8")).toBe("mine");
  });

  it("of a run that was killed is gone on with, and two at once leave a whole site", async () => {
    const branch = await twoContexts();
    branch.write();
    mkdirSync(join(branch.clone, "site"));
    writeFileSync(join(branch.clone, "site/.opus-site-0123456789ab.tmp"), "{");
    const [one, other] = await Promise.all([makeSite(branch.clone), makeSite(branch.clone)]);
    expect([one.exitCode, other.exitCode]).toEqual([0, 0]);
    const { files } = one.json(".opus-site.json");
    expect(one.files()).toEqual([".opus-site-0123456789ab.tmp", ".opus-site.json", ...files]);
    expect(one.json("shop/test/status.json").status).toBe("applied");
  });

  it("where nothing can be written is told", async () => {
    const branch = await twoContexts();
    branch.write();
    const site = await makeSite(branch.clone, ["--state-backend", "branch", "--out", ".git/config/site"]);
    expect(site.exitCode).toBe(1);
    expect(site.log).toMatch(/^opus: the site can't be written to \.git\/config\/site: ENOTDIR/);
  });

  it("is not written through what stands in the way of a page", async () => {
    const branch = await twoContexts();
    branch.write();
    const first = await makeSite(branch.clone);
    const marker = first.json(".opus-site.json");
    const files = marker.files.filter((path: string) => path !== "shop/prod/index.html");
    writeFileSync(join(first.folder, ".opus-site.json"), JSON.stringify({ ...marker, files }));
    const again = await makeSite(branch.clone);
    expect([again.exitCode, again.log]).toEqual([
      1,
      "opus: site/shop/prod/index.html is not of a site that opus made\n  Move it away, or choose another folder.",
    ]);
  });

  it("has a place for each of names that a disk takes for one, or that are taken", async () => {
    const branch = new SampleBranch(folder());
    for (const project of ["Shop", "shop", "index.html", ".opus-site.json"])
      await branch.run(project, "prod", { tasks: [web], changes: created("web") });
    branch.write();
    const site = await makeSite(branch.clone);
    expect(site.exitCode).toBe(0);
    expect(site.files().filter((path) => path.endsWith("badge.svg"))).toEqual([
      "%2Eopus-site.json/prod/badge.svg",
      "Shop/prod/badge.svg",
      "index.html~2/prod/badge.svg",
      "shop~2/prod/badge.svg",
    ]);
    expect(site.read("index.html")).toContain('<a href="%252Eopus-site.json/prod/index.html">');
  });
});

describe("other places of state", () => {
  it("are files, with the versions that they keep", async () => {
    const branch = await twoContexts();
    const state = join(branch.clone, ".opus/state/shop/prod");
    branch.write();
    mkdirSync(join(state, "history"), { recursive: true });
    const text = (commit: string): string => readStored(branch, commit);
    writeFileSync(join(state, "state.json"), text("opus-state"));
    writeFileSync(join(state, "history/4.json"), text("opus-state"));
    mkdirSync(join(state, "../lost/history"), { recursive: true });
    writeFileSync(join(state, "../lost/history/3.json"), "{}");
    const site = await makeSite(branch.clone, ["--state-backend", "file"]);
    expect(site.exitCode).toBe(1);
    expect(site.log).toContain("lost/state.json is missing, and it was there before");
    expect(site.json("shop/prod/status.json")).toMatchObject({
      status: "applied",
      serial: 4,
      tasks: 2,
      lastRun: { serial: 4 },
    });
    expect(shownText(site.read("shop/prod/index.html"))).toContain("created web");
    expect(site.json("shop/lost/status.json").status).toBe("unreadable");
  });

  it("are branches, one for each context", async () => {
    const branch = await twoContexts();
    branch.write();
    for (const context of ["prod", "test", "else"]) pushAlone(branch, context);
    const site = await makeSite(branch.clone, ["--state-branch", "only/$" + "{OPUS:context}"]);
    expect([site.exitCode, site.log]).toEqual([0, "Wrote 2 contexts of 1 project to site/index.html."]);
    expect(site.json("status.json").contexts.map((one: { context: string }) => one.context)).toEqual(["prod", "test"]);
  });
});

describe("3 projects of 4 contexts", () => {
  it("take few programs and little work, however many runs they have had", async () => {
    const branch = new SampleBranch(folder());
    await fillBig(branch, times(2_000, 240));
    branch.write();
    const calls = join(branch.clone, "calls");
    const shims = folder();
    const git = execFileSync("which", ["git"], { encoding: "utf8" }).trim();
    writeFileSync(join(shims, "git"), `#!/bin/sh\necho "$1" >> "${calls}"\nexec "${git}" "$@"\n`, { mode: 0o755 });
    const begin = workedMs();
    const site = await makeSite(branch.clone, undefined, { PATH: `${shims}:${process.env.PATH}` });
    const worked = workedMs() - begin;
    expect([site.exitCode, site.log]).toEqual([0, "Wrote 12 contexts of 3 projects to site/index.html."]);
    expect(readFileSync(calls, "utf8").trim().split("\n").length).toBeLessThanOrEqual(22);
    expect(worked).toBeLessThan(1_500);
    const runs = Math.ceil(times(2_000, 240) / 12);
    const page = site.read("blog/test/index.html");
    expect(page.match(/<li id="run-/g)?.length).toBeGreaterThanOrEqual(runs - 1);
    // What a browser has to read, in characters.
    expect(site.read("index.html").length).toBeLessThan(60_000);
    expect(page.length).toBeLessThan(30_000 + runs * 800);
    figure(
      `site of ${times(2_000, 240)} runs: ${Math.round(worked)} ms of work besides git, ${page.length} characters a page`,
    );
  });
});
