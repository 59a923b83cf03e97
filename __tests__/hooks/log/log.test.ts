import { describe, expect, test } from "vitest";
import type { DiagnosticCode } from "../../../src/engine/diagnostics/codes.ts";
import type { ContextReport, TaskReport } from "../../../src/engine/model/report.ts";
import type { RunEvent } from "../../../src/engine/model/run-events.ts";
import { createLog } from "../../../src/hooks/log/log.ts";
import { RecordingConsole } from "../../doubles/recording-console.ts";
import { context, countsOf, everyChange, report, task } from "../samples.ts";

interface Setup {
  readonly send: (event: RunEvent) => void;
  readonly console: RecordingConsole;
  readonly clock: { now: number };
  readonly timers: { ms: number; call: () => void }[];
}

function setUp({ live = false, verbose = false, checksums = false } = {}): Setup {
  const console = new RecordingConsole(live);
  const clock = { now: 0 };
  const timers: { ms: number; call: () => void }[] = [];
  const log = createLog({
    console,
    frame: ({ severity, code, message }) => `${severity} ${code}: ${message}\n> 1 | frame`,
    verbose,
    checksums,
    now: () => clock.now,
    every: (ms, call) => {
      const timer = { ms, call };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), 1);
    },
  });
  return { send: (event) => log.on?.(event), console, clock, timers };
}

function start(command: string, action = command): RunEvent[] {
  return [
    { type: "run-started", command, version: "0.1.0", trusted: true, why: "the event is push" },
    { type: "manifest-loaded", project: "storefront", files: 2, tasks: 9, contexts: ["prod"] },
    {
      type: "context-started",
      context: "prod",
      inherited: "dev",
      action,
      state: { backend: "file", sealed: false, location: ".opus/state/storefront/prod", serial: 41, recorded: 7 },
    },
  ];
}

function planned(tasks: readonly TaskReport[], action = "apply"): RunEvent {
  return { type: "planned", context: "prod", action, digest: "sha256:1", counts: countsOf(tasks), tasks };
}

function end(one: ContextReport, command: string): RunEvent[] {
  const failed = one.failureReason !== null;
  const failure = failed ? ({ reason: "task-failed", message: '"site" failed', diagnostics: [] } as const) : null;
  const whole = report([one], {
    command,
    result: failed ? "failure" : "success",
    failureReason: one.failureReason,
  });
  return [
    { type: "context-finished", context: one.name, report: one, failure, elapsedMs: 4100 },
    { type: "run-finished", report: whole, failure, elapsedMs: 4200 },
  ];
}

test("a plan reads like a diff", async () => {
  const { send, console } = setUp();
  for (const event of [...start("plan", "apply"), planned(everyChange), ...end(context("prod", everyChange), "plan")]) {
    send(event);
  }
  await expect(console.text).toMatchFileSnapshot("snapshots/plan.txt");
});

test("verbose lists what is unchanged as well", () => {
  const { send, console } = setUp({ verbose: true });
  for (const event of [...start("plan", "apply"), planned([task("a"), task("b", { change: "create", reason: "new" })])])
    send(event);
  expect(console.lines.slice(-5)).toEqual([
    "",
    "= a  unchanged  File",
    "+ b  create  File  (new)",
    "",
    "Plan: 1 to create, 1 unchanged.",
  ]);
});

test("an apply with output, a retry, a rollback and a skip", async () => {
  const { send, console, clock, timers } = setUp();
  const [folder, greeting, config, site] = everyChange as [TaskReport, TaskReport, TaskReport, TaskReport];
  for (const event of [...start("apply"), planned([folder, greeting, config, site])]) send(event);
  const begin = (one: TaskReport): RunEvent => ({
    type: "task-started",
    context: "prod",
    task: one.name,
    kind: one.kind,
    change: one.change,
    reason: one.reason,
  });
  const say = (text: string, stream: "stdout" | "stderr" = "stdout"): RunEvent => ({
    type: "task-output",
    context: "prod",
    task: "site",
    stream,
    text,
  });
  const finish = (one: TaskReport, done: number): RunEvent => ({
    type: "task-finished",
    context: "prod",
    report: one,
    done,
    total: 4,
    elapsedMs: clock.now,
  });
  const done: TaskReport = { ...greeting, status: "done", durationMs: 12 };
  const failed: TaskReport = {
    ...site,
    status: "rolled-back",
    durationMs: 4000,
    error: {
      message: "create exited with 3",
      hint: "Run it by hand.",
      detail: "boom\n",
      causes: [{ message: "no room" }],
    },
    location: { file: "opus.yaml", line: 20, column: 1 },
  };
  const skipped: TaskReport = { ...config, status: "skipped", reason: '"site" did not succeed' };
  const unchanged: TaskReport = { ...folder, status: "done" };
  send(finish(unchanged, 1));
  send(begin(greeting));
  clock.now = 12;
  send(finish(done, 2));
  send(begin(site));
  expect(timers.map(({ ms }) => ms)).toEqual([10_000]);
  send(say("building\nste"));
  send(say("p two\n"));
  clock.now = 10_012;
  timers[0]?.call();
  const error = { message: "create exited with 3" };
  send({ type: "task-retrying", context: "prod", task: "site", attempt: 1, attempts: 3, delayMs: 2000, error });
  send(say("boom\n", "stderr"));
  send({ type: "task-rolling-back", context: "prod", task: "site", action: "creating again what was recorded", error });
  clock.now = 14_012;
  send(finish(failed, 3));
  send(finish(skipped, 4));
  const outcome = context("prod", [unchanged, done, failed, skipped], { failureReason: "task-failed" });
  for (const event of end(outcome, "apply")) send(event);
  expect(timers).toEqual([]);
  await expect(console.text).toMatchFileSnapshot("snapshots/apply.txt");
});

test("a run in which nothing changes is short", () => {
  const { send, console } = setUp();
  const tasks = Array.from({ length: 1000 }, (_, index) => task(`t${index}`, { status: "done" }));
  for (const event of [...start("apply"), planned(tasks)]) send(event);
  for (const [index, one] of tasks.entries()) {
    send({ type: "task-finished", context: "prod", report: one, done: index + 1, total: 1000, elapsedMs: 5 });
  }
  for (const event of end(context("prod", tasks), "apply")) send(event);
  expect(console.lines.slice(5)).toEqual([
    "",
    "Plan: nothing to do, 1000 unchanged.",
    "",
    "prod: nothing to do, 1000 unchanged · 4.1s · state file serial 42",
    "apply succeeded · 4.2s",
  ]);
});

test("drift is a table, then fields", async () => {
  const { send, console } = setUp();
  const tasks = everyDrift();
  for (const event of [...start("drift"), planned(tasks, "drift"), ...end(context("prod", tasks), "drift")])
    send(event);
  await expect(console.text).toMatchFileSnapshot("snapshots/drift.txt");
});

function everyDrift(): TaskReport[] {
  const fields = [{ path: "/content", before: "Hi", after: "Hello" }];
  const byHand = [{ path: "/content", before: "by hand", after: "Hello", drifted: true }];
  return [
    task("same", { status: "observed" }),
    task("edited", {
      status: "observed",
      drift: "resource-changed",
      reason: "drifted",
      change: "update",
      fields: byHand,
      compared: "live",
    }),
    task("wanted", {
      compared: "live",
      status: "observed",
      drift: "spec-changed",
      reason: "spec changed",
      change: "update",
      fields,
    }),
    task("gone", { status: "observed", drift: "missing", reason: "missing", change: "create" }),
    task("blind", { status: "observed", drift: "unobservable", kind: "Shell" }),
    task("fresh", { status: "observed", drift: "untracked", reason: "new", change: "create" }),
    task("orphan", { status: "observed", drift: "in-sync", reason: "left the manifest", change: "delete" }),
  ];
}

test("describe has the columns of a table, with checksums on demand", async () => {
  const { send, console } = setUp({ checksums: true });
  const sums = { manifestSpec: "sha256:aa", resolvedSpec: "sha256:bb", appliedSpec: "sha256:bb", resource: null };
  const base = { inManifest: true, created: true, createdAt: "2026-11-23T07:29:12.172Z", recorded: null, facts: null };
  const recorded = {
    apiVersion: "opus/v1",
    kind: "File",
    status: "applied",
    spec: { path: "out/a.txt", content: `Hello \${SECRET:name}\n${"x".repeat(100)}` },
    outputs: { FILE_PATH: "out/a.txt", SIZE: 107 },
    sensitiveOutputs: ["SHA256_CHECKSUM"],
    dependencies: [],
    createdAt: "2026-11-23T07:29:12.172Z",
    updatedAt: "2026-11-23T07:29:12.172Z",
  } as const;
  const facts = { path: "out/a.txt", type: "file", mode: "0644", size: 107, content: "(sensitive)" };
  const tasks = [
    task("a", {
      status: "observed",
      description: { ...base, specDrifted: false, resourceDrifted: true, checksums: sums, recorded, facts },
    }),
    task("gone", {
      status: "observed",
      drift: "missing",
      description: { ...base, specDrifted: false, resourceDrifted: true, checksums: sums, recorded },
    }),
    task("blind", {
      status: "observed",
      drift: "unobservable",
      kind: "Shell",
      description: {
        ...base,
        specDrifted: false,
        resourceDrifted: null,
        checksums: sums,
        recorded: { ...recorded, kind: "Shell", status: "tainted", spec: {}, outputs: {}, sensitiveOutputs: [] },
      },
    }),
    task("long-name-of-b", {
      status: "observed",
      description: {
        ...base,
        created: false,
        createdAt: null,
        specDrifted: null,
        resourceDrifted: null,
        checksums: sums,
      },
    }),
  ];
  for (const event of [...start("describe"), ...end(context("prod", tasks), "describe")]) send(event);
  await expect(console.text).toMatchFileSnapshot("snapshots/describe.txt");
});

test("cancelling shows what running tasks printed so far, once", () => {
  const { send, console } = setUp();
  for (const event of start("apply")) send(event);
  send({ type: "task-started", context: "prod", task: "slow", kind: "Shell", change: "create", reason: "new" });
  send({ type: "task-output", context: "prod", task: "slow", stream: "stdout", text: "half\n" });
  const before = console.lines.length;
  send({ type: "cancelling", signal: "SIGINT" });
  const cancelled = task("slow", {
    change: "create",
    status: "cancelled",
    kind: "Shell",
    drift: "untracked",
    durationMs: 40,
  });
  send({ type: "task-finished", context: "prod", report: cancelled, done: 1, total: 1, elapsedMs: 40 });
  expect(console.lines.slice(before)).toEqual([
    "Cancelled (SIGINT): nothing new starts, what runs is stopped, state is saved. A second signal kills what still runs, a third one ends opus at once.",
    "▼ … slow  still running",
    "  │ half",
    "▲",
    "",
    "⊘ slow  create cancelled  Shell  40ms",
    "… [1/1] 0 done, 0 failed, 1 skipped · 0s",
  ]);
});

test("an untrusted run says so, a diagnostic shows its frame", () => {
  const { send, console } = setUp();
  send({
    type: "run-started",
    command: "plan",
    version: "0.1.0",
    trusted: false,
    why: "the pull request comes from the fork x/y",
  });
  send({
    type: "diagnostic",
    diagnostic: { severity: "warning", code: "odd" as DiagnosticCode, message: "odd\u001b[2J thing" },
  });
  expect(console.lines).toEqual([
    "Magnum Opus 0.1.0: plan",
    "Untrusted run (the pull request comes from the fork x/y): it compares with recorded state, runs nothing and looks at nothing live.",
    "warning odd: odd thing",
    "> 1 | frame",
  ]);
});

test("very long output keeps its beginning and its end", () => {
  const { send, console } = setUp();
  for (const event of start("apply")) send(event);
  send({ type: "task-started", context: "prod", task: "loud", kind: "Shell", change: "create", reason: "new" });
  for (let number = 0; number < 20_000; number++) {
    send({
      type: "task-output",
      context: "prod",
      task: "loud",
      stream: "stdout",
      text: `line ${number} ${"x".repeat(90)}\n`,
    });
  }
  const loud = task("loud", { change: "create", status: "done", drift: "untracked" });
  send({ type: "task-finished", context: "prod", report: loud, done: 1, total: 1, elapsedMs: 40 });
  const text = console.text;
  expect(text).toContain("│ line 0 xx");
  expect(text).toContain("│ line 19999 xx");
  expect(text).toMatch(/… \d+ characters of output left out/);
  expect(text.length).toBeLessThan(1_000_000);
});

test("very many fields of a task, or lines of an error, are no trouble", () => {
  const { send, console } = setUp();
  const fields = Array.from({ length: 200_000 }, (_, index) => ({ path: `/f${index}`, after: index }));
  const error = { message: "m", detail: "line\n".repeat(200_000) };
  const failed = { status: "failed", change: "none", drift: "unknown", reason: "could not be planned" } as const;
  const tasks = [task("many", { change: "create", drift: "untracked", fields }), task("bad", { ...failed, error })];
  for (const event of [...start("plan"), planned(tasks)]) send(event);
  const lines = console.text.split("\n");
  expect(lines.filter((line) => /^ *\+ f\d+/.test(line))).toHaveLength(200);
  expect(lines.filter((line) => line.includes("… 199800 more fields, which the report has"))).toHaveLength(1);
});

describe("a gate", () => {
  const gate = (more: Partial<TaskReport>): TaskReport => task("up", { kind: "Probe", change: "noop", ...more });
  const waiting: RunEvent = { type: "progress", task: "up", text: "up: waiting for x (try 3, 503), 20 s of 2 min" };
  const begun: RunEvent = {
    type: "task-started",
    context: "prod",
    task: "up",
    kind: "Probe",
    change: "noop",
    reason: "probed in its turn",
  };

  test("is told in a plan where it does not hold, or is asked later", () => {
    const { send, console } = setUp();
    const later = gate({ name: "later", reason: "probed after apply", gate: "after-changes", drift: "unobservable" });
    const closed = gate({
      name: "closed",
      reason: "does not hold: 503",
      gate: "does-not-hold",
      drift: "resource-changed",
    });
    const quiet = [
      gate({ reason: "holds", gate: "holds" }),
      gate({ name: "turn", reason: "probed in its turn", gate: "in-turn" }),
    ];
    send(planned([later, closed, ...quiet]));
    expect(console.lines.filter((line) => line.includes("Probe"))).toEqual([
      "… later  probed after apply  Probe",
      "! closed  does not hold: 503  Probe",
    ]);
  });

  test("says on lines of their own how far it is while it waits", () => {
    const { send, console } = setUp();
    for (const event of [...start("apply"), begun, waiting]) send(event);
    expect(console.lines.at(-1)).toBe("… up: waiting for x (try 3, 503), 20 s of 2 min");
  });

  test("keeps saying so in the line that is written anew, until it is done", () => {
    const { send, console, clock, timers } = setUp({ live: true });
    for (const event of [...start("apply"), begun, waiting]) send(event);
    clock.now += 2_000;
    for (const { call } of timers) call();
    expect(console.lines.at(-1)).toContain("running: up: waiting for x (try 3, 503), 20 s of 2 min");
    const report = gate({ status: "done", reason: "holds", gate: "holds", durationMs: 20_000 });
    send({ type: "task-output", context: "prod", task: "up", stream: "stdout", text: "after 4 tries\n" });
    send({ type: "task-finished", context: "prod", report, done: 1, total: 1, elapsedMs: 20_000 });
    expect(console.text).toContain("✔ up  holds  Probe  20.0s");
    expect(console.lines.at(-1)).not.toContain("waiting");
  });

  test("is named where it does not hold, and where it was not reached", () => {
    const { send, console } = setUp();
    for (const event of start("apply")) send(event);
    const failed = gate({
      status: "failed",
      reason: "does not hold",
      gate: "does-not-hold",
      error: { message: "not in time" },
      durationMs: 5,
    });
    send({ type: "task-finished", context: "prod", report: failed, done: 1, total: 1, elapsedMs: 5 });
    expect(console.text).toContain("✘ up  does not hold  Probe  5ms");
  });
});
