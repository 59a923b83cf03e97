/** What the pictures show: a plan with one of each change, and what became of it. */
import type { ContextReport, Counts, RunReport, TaskReport } from "../../src/engine/model/report.ts";
import { renderComment } from "../../src/hooks/comment/body.ts";
import { githubLinks, taskLinks } from "../../src/hooks/comment/links.ts";
import type { Preview } from "../../src/hooks/comment/model.ts";
import type { CommentPurpose } from "../../src/hooks/comment/purpose.ts";
import { withPlan, withResult } from "../../src/hooks/comment/update-preview.ts";
import { hasFailed, zeroCounts } from "../../src/hooks/rendering/labels.ts";
import { renderSummary } from "../../src/hooks/summary/summary-render.ts";

const server = "https://github.com";
const repository = "octo/storefront";
const commit = "3f2a9c1e5b7d8f60123456789abcdef012345678";
const links = githubLinks(server, repository);
const digest = `sha256:${"9f86d081884c7d65".repeat(4)}`;

function task(name: string, kind: string, line: number, given: Partial<TaskReport>): TaskReport {
  return {
    name,
    apiVersion: "opus/v1",
    kind,
    change: "noop",
    reason: "",
    status: "planned",
    drift: "in-sync",
    fields: [],
    durationMs: 0,
    outputs: {},
    error: null,
    location: { file: "opus.yaml", line, column: 1 },
    dependencies: [],
    ...given,
  };
}

const settings = { before: '{\n  "api": "https://api.example",\n  "replicas": 3,\n  "banner": "Welcome"\n}\n' };
const tasks: readonly TaskReport[] = [
  task("settings", "File", 31, {
    change: "update",
    reason: "spec changed",
    fields: [
      {
        path: "/content",
        before: settings.before,
        after: settings.before.replace("3", "5").replace("Welcome", "Winter sale"),
      },
    ],
  }),
  task("shop", "Shell", 48, {
    change: "update",
    reason: "may change",
    dependencies: ["settings"],
    fields: [
      { path: "/env/REPLICAS", before: 3, after: 5 },
      { path: "/env/SETTINGS", before: "sha256:0d3a…", knownAfter: ["settings:SHA256_CHECKSUM"] },
    ],
  }),
  task("alert-hook", "Shell", 75, {
    change: "create",
    reason: "new",
    drift: "untracked",
    dependencies: ["shop"],
    fields: [
      { path: "/env/TARGET", knownAfter: ["shop:URL"] },
      { path: "/secretEnv/TOKEN", after: "x", sensitive: true },
    ],
  }),
  task("certificate", "Shell", 96, {
    change: "replace",
    reason: "spec changed",
    fields: [{ path: "/env/DOMAIN", before: "shop.example", after: "store.example", forcesReplacement: true }],
  }),
  task("backup", "File", 110, {}),
  task("start-script", "File", 40, {}),
  task("old-banner", "File", 0, {
    change: "delete",
    reason: "left the manifest",
    location: null,
    fields: [{ path: "/path", before: "out/prod/banner.txt" }],
  }),
];

function counted(all: readonly TaskReport[]): Counts {
  const counts: { -readonly [name in keyof Counts]: number } = { ...zeroCounts };
  for (const one of all) {
    if (one.change !== "none") counts[one.change]++;
    if (hasFailed(one)) counts.failed++;
  }
  return counts;
}

function context(name: string, all: readonly TaskReport[], given: Partial<ContextReport> = {}): ContextReport {
  const state = { backend: "branch", lineage: "l", serial: 42, revision: "r" };
  const base = { name, order: [], planDigest: digest, state, counts: counted(all), tasks: all, failureReason: null };
  return { ...base, reviewable: { seal: null, changes: {} }, ...given };
}

function report(contexts: readonly ContextReport[], given: Partial<RunReport> = {}): RunReport {
  const base = {
    format: "opus-report",
    version: 1,
    command: "plan",
    project: "storefront",
    result: "success",
  } as const;
  return { ...base, failureReason: null, diagnostics: [], contexts, ...given };
}

const plan = report([context("prod", tasks), context("test", tasks.slice(0, 2))], { previews: "apply" });
const commentPurpose: CommentPurpose = {
  purpose: "plan",
  command: "apply",
  coversAll: true,
  inPullRequest: true,
  reviewable: true,
  underReview: true,
};

function writing(run: string, at: string) {
  return {
    moment: { run, attempt: 1, commit, at },
    stamp: run,
    links,
    taskLink: taskLinks(server, repository, commit),
    terminal: (name: string) => ["gh pr checkout 12", `opus plan --context ${name} --state-backend branch`],
  };
}

/** Comments by the name of their picture. */
export function comments(): { readonly [name: string]: string } {
  const planned = withPlan(undefined, plan, commentPurpose, writing("4711", "2026-11-27T12:00:00Z"));
  const statuses: { readonly [name: string]: Partial<TaskReport> } = {
    certificate: {
      status: "rolled-back",
      error: {
        message: "create exited with 28",
        hint: "See what the service says, and run again.",
        detail: "curl: (28) timed out",
      },
    },
  };
  const done = tasks.map((one) =>
    one.change === "noop" ? one : { ...one, status: "done" as const, durationMs: 900, ...statuses[one.name] },
  );
  const failed = report([context("prod", done, { failureReason: "task-failed" })], {
    command: "apply",
    result: "failure",
    failureReason: "task-failed",
  });
  const applied = withResult(
    planned,
    failed,
    { ...commentPurpose, purpose: "apply", inPullRequest: false },
    writing("4720", "2026-11-27T14:30:00Z"),
  );
  return {
    comment: renderComment(planned, links),
    "comment-failed": renderComment(applied ?? planned, links),
    "comment-projects": renderComment(manyProjects(), links),
    "comment-first": renderComment(firstPlan(), links),
  };
}

/** A small one, for who sees a plan for the first time. */
function firstPlan(): Preview {
  const shown = ["settings", "backup", "old-banner"];
  const few = tasks.filter(({ name }) => shown.includes(name));
  const planned = report([context("prod", few)], { previews: "apply" });
  return withPlan(undefined, planned, commentPurpose, writing("4711", "2026-11-27T12:00:00Z"));
}

/** Forty projects, of which a pull request touches some, and one job of which was cut off. */
function manyProjects(): Preview {
  const [settings, shop] = tasks;
  const old = tasks.filter(({ name }) => name === "old-banner");
  const of = (project: string, one: ContextReport): ContextReport => ({ ...one, project });
  const contexts = [
    of("billing", context("prod", old)),
    of("billing", context("test", tasks.slice(4, 6))),
    of("cart", context("test", tasks.slice(4, 6))),
    of("search", context("prod", [], { failureReason: "not-reported" })),
    of(
      "shop",
      context(
        "prod",
        [settings, shop].filter((one) => one !== undefined),
      ),
    ),
    of(
      "shop",
      context(
        "test",
        [settings].filter((one) => one !== undefined),
      ),
    ),
  ];
  const message = "its job has left no report, so nobody knows what is to be done";
  const suggestion = "See the log of that job, and run it again. Let it upload its report also when it failed.";
  const lost = {
    severity: "error",
    code: "not-reported",
    message,
    suggestion,
    project: "search",
    context: "prod",
  } as const;
  const several = {
    projects: new Set(["billing", "cart", "search", "shop"]),
    alike: { projects: 36, contexts: 72 },
    listed: true,
    places: new Map(),
    early: [],
  };
  const joined = report(contexts, { project: "", previews: "apply", diagnostics: [lost] });
  const purpose = { ...commentPurpose, writer: "report", several };
  return withPlan(undefined, joined, purpose, writing("4711", "2026-11-27T12:00:00Z"));
}

export function summary(): string {
  return renderSummary(report([context("prod", tasks)]), { budgetBytes: 1_000_000 });
}
