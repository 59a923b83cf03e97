import type { Change } from "../../src/engine/model/change.ts";
import type { ContextReport, Counts, RunReport, TaskReport } from "../../src/engine/model/report.ts";
import { zeroCounts } from "../../src/hooks/rendering/labels.ts";

/** A task of a report; what is not given is that of a task with nothing to tell. */
export function task(name: string, given: Partial<TaskReport> = {}): TaskReport {
  return {
    name,
    apiVersion: "opus/v1",
    kind: "File",
    change: "noop",
    reason: "",
    status: "planned",
    drift: "in-sync",
    fields: [],
    durationMs: 0,
    outputs: {},
    error: null,
    location: null,
    dependencies: [],
    ...given,
  };
}

/** Counts of the changes of tasks, as a plan would have them. */
export function countsOf(tasks: readonly TaskReport[]): Counts {
  const counts: { -readonly [name in keyof Counts]: number } = { ...zeroCounts };
  for (const { change, status, drift } of tasks) {
    if (change !== "none") counts[change]++;
    if (status === "failed" || status === "rolled-back" || status === "tainted") counts.failed++;
    if (status === "skipped") counts.skipped++;
    if (drift === "unknown") counts.unknown++;
  }
  return counts;
}

export function context(name: string, tasks: readonly TaskReport[], given: Partial<ContextReport> = {}): ContextReport {
  return {
    name,
    order: tasks.map((one) => one.name),
    planDigest: "sha256:0123",
    state: { backend: "file", lineage: "11111111-2222-3333-4444-555555555555", serial: 42, revision: "r42" },
    counts: countsOf(tasks),
    tasks,
    failureReason: null,
    ...given,
  };
}

export function report(contexts: readonly ContextReport[], given: Partial<RunReport> = {}): RunReport {
  return {
    format: "opus-report",
    version: 1,
    command: "plan",
    project: "storefront",
    result: "success",
    failureReason: null,
    diagnostics: [],
    contexts,
    ...given,
  };
}

/** A plan with one task of every change. */
export const everyChange: readonly TaskReport[] = [
  task("folder", { change: "noop" }),
  task("greeting", {
    change: "create",
    reason: "new",
    fields: [
      { path: "/path", after: "out/hello.txt" },
      { path: "/content", after: "Hello World!\n" },
      { path: "/mode", after: 420 },
    ],
    compared: "live",
    drift: "untracked",
    location: { file: "opus.yaml", line: 12, column: 1 },
  }),
  task("config", {
    change: "update",
    reason: "spec changed",
    drift: "spec-changed",
    fields: [
      {
        path: "/content",
        before: "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n",
        after: "one\ntwo\nthree\nfour\nfive\nsix\nseven\nEIGHT\nnine",
      },
      { path: "/env/API_TOKEN", before: "a", after: "b", sensitive: true },
      { path: "/env/HOST", before: "old.example", knownAfter: ["site:HOST"] },
    ],
    compared: "live",
    dependencies: ["greeting", "folder"],
  }),
  task("site", {
    kind: "Shell",
    change: "replace",
    reason: "spec changed",
    drift: "spec-changed",
    compared: "recorded",
    fields: [{ path: "/name", before: "a", after: "b", forcesReplacement: true }],
    dependencies: ["greeting"],
  }),
  task("dns", { kind: "Shell", change: "adopt", reason: "exists as declared", drift: "untracked" }),
  task("ephemeral", { change: "create", reason: "ephemeral", drift: "in-sync" }),
  task("legacy", { change: "forget", reason: "left the manifest" }),
  task("old", {
    change: "delete",
    reason: "left the manifest",
    compared: "live",
    fields: [{ path: "/path", before: "out/old.txt" }],
  }),
  task("broken", {
    kind: "Shell",
    change: "none",
    reason: "could not be looked at",
    status: "failed",
    drift: "unknown",
    error: { message: "read exited with 7", hint: "Run the script by hand.", detail: "curl: (7) refused" },
    location: { file: "opus.yaml", line: 40, column: 1 },
  }),
];

export const changes: readonly Change[] = ["create", "update", "replace", "delete", "adopt", "forget", "noop", "none"];
