import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Diagnostic } from "../../../src/engine/diagnostics/diagnostic.ts";
import type { RunReport } from "../../../src/engine/model/report.ts";
import { type CheckOptions, createCheck } from "../../../src/hooks/check/check.ts";
import type { CheckChange, CheckIdentity, NewCheck } from "../../../src/ports/checks.ts";
import type { ApiTrouble } from "../../../src/ports/pull-requests.ts";
import { context, report, task } from "../samples.ts";
import { SomeChecks, said } from "./some-checks.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A run of a plan whose checks are kept in memory. */
class Run {
  readonly runs = new SomeChecks();
  readonly told: Diagnostic[] = [];
  /** What is left to the post step: with `ended`, where the run is through. */
  readonly left = new Map<string, "open" | "ended">();
  settled = 0;
  /** Milliseconds of all of it. */
  took = 0;
  readonly #contexts: readonly string[];
  readonly #more: Partial<CheckOptions>;

  constructor(contexts: readonly string[], more: Partial<CheckOptions> = {}) {
    this.#contexts = contexts;
    this.#more = more;
  }

  async plan(planMs: number, whole: RunReport = this.#report()): Promise<void> {
    const hook = createCheck(this.#options());
    const began = Date.now();
    const work = async (): Promise<void> => {
      const contexts = this.#contexts;
      if (contexts.length > 0) hook.on?.({ type: "manifest-loaded", project: "demo", files: 1, tasks: 1, contexts });
      for (const name of contexts) {
        await new Promise((next) => setTimeout(next, planMs));
        hook.on?.({ type: "context-finished", context: name, failure: null } as never);
      }
      await hook.finish?.(whole, AbortSignal.timeout(3_600_000));
    };
    let through = false;
    const done = work().finally(() => {
      through = true;
    });
    while (!through) await vi.advanceTimersByTimeAsync(100);
    await done;
    this.took = Date.now() - began;
  }

  #report(): RunReport {
    return report(this.#contexts.map((name) => context(name, [task("a", { change: "create" })])));
  }

  #options(): CheckOptions {
    let marks = 0;
    return {
      runs: async () => this.runs,
      name: "opus",
      annotations: true,
      isPartial: false,
      command: "plan",
      sha: "a".repeat(40),
      repository: "octo/storefront",
      runUrl: undefined,
      timestamp: () => "2026-01-02T03:04:05Z",
      sleep: (ms) => new Promise((next) => setTimeout(next, ms)),
      newMark: () => `mark-${++marks}`,
      isOlder: (mark) => mark.startsWith("older"),
      messagesOf: () => [],
      left: {
        opened: (checks: readonly CheckIdentity[]) => {
          for (const { name } of checks) this.left.set(name, "open");
        },
        ended: ({ name }, told) => {
          if (told) this.left.delete(name);
          else this.left.set(name, "ended");
        },
        settled: () => {
          this.settled++;
        },
      },
      cancelled: new AbortController().signal,
      warn: (diagnostic) => this.told.push(diagnostic),
      redact: (text) => text,
      ...this.#more,
    };
  }
}

/** One write at a time, and each takes so long: GitHub is asked to take one a second. */
function paced(runs: SomeChecks, ms: number): void {
  let before = Promise.resolve();
  runs.during = () => {
    before = before.then(() => new Promise((next) => setTimeout(next, ms)));
    return before;
  };
}

const forty = Array.from({ length: 40 }, (_, at) => `c${at}`);

test.each([
  ["one a second, and contexts that are quick", 1_000, 50],
  ["one in two seconds, and contexts that are slow", 2_000, 3_000],
])("forty contexts have their checks where GitHub takes %s", async (_, writeMs, planMs) => {
  const run = new Run(forty);
  paced(run.runs, writeMs);
  await run.plan(planMs);
  expect(run.runs.said).toHaveLength(40);
  expect(run.runs.said.filter((one) => !one.endsWith("success: 1 to create"))).toEqual([]);
  expect([run.told, run.left.size]).toEqual([[], 0]);
  // Nobody waits for a check that is begun only to be ended.
  expect(run.runs.asked.length).toBeLessThanOrEqual(planMs < writeMs ? 43 : 80);
});

test("a GitHub that takes nothing is given up after 50 s, and the post step is left what there is", async () => {
  const run = new Run(forty);
  run.runs.trouble = () => said.broken;
  run.runs.during = () => new Promise((next) => setTimeout(next, 10_000));
  await run.plan(50);
  expect(run.took).toBeLessThan(40 * 50 + 40 * 20_000);
  expect([run.runs.all.length, run.left.size, new Set(run.left.values())]).toEqual([0, 40, new Set(["ended"])]);
  expect(run.told).toHaveLength(1);
});

const refusedWhen = (test: (change: CheckChange | NewCheck) => boolean) =>
  (({ change }) => (change && test(change) ? said.refused : undefined)) satisfies SomeChecks["trouble"];

test.each<[what: string, trouble: SomeChecks["trouble"], said: string, told: string]>([
  [
    "its summary",
    refusedWhen(({ conclusion, output }) => conclusion !== undefined && !!output && !output.summary.includes("rest")),
    "success: 1 to create",
    "shows no more than how it ended",
  ],
  [
    "all that it would show",
    refusedWhen(({ conclusion, output }) => conclusion !== undefined && output !== undefined),
    "success: plan is running",
    "shows no more than how it ended",
  ],
])("a check that is refused with 422 for %s ends with less", async (_, trouble, ended, told) => {
  const run = new Run(["prod"]);
  run.runs.trouble = trouble;
  await run.plan(100);
  expect(run.runs.said).toEqual([`opus: demo/prod ${ended}`]);
  expect(run.told.map(({ severity, message }) => [severity, message])).toEqual([
    ["warning", `the check "opus: demo/prod" ${told}: GitHub answered 422: Invalid request.`],
  ]);
  expect(run.left.size).toBe(0);
});

test.each<[ApiTrouble]>([[said.forbidden], [said.missing]])(
  "a check that GitHub refuses to end is told as an error, with what to do, and is left to the post step: $said",
  async (trouble) => {
    const run = new Run(["prod", "test"]);
    run.runs.trouble = ({ method }) => (method === "change" ? trouble : undefined);
    await run.plan(100);
    expect(run.runs.said).toEqual([
      "opus: demo/prod in progress: plan is running",
      "opus: demo/test in progress: plan is running",
    ]);
    const [told, ...others] = run.told;
    expect([told?.severity, told?.message, others]).toEqual([
      "error",
      `the checks "opus: demo/prod", "opus: demo/test" stay in progress, and could not be ended: ${trouble.said}`,
      [],
    ]);
    expect(told?.suggestion).toBe(
      "The post step tries once more. If that is refused as well: Run the job again with a token that may write checks: GitHub shows the newest check of a name. Or end it in a job with `checks: write`: `gh api --method PATCH repos/octo/storefront/check-runs/500 -f conclusion=cancelled`, `gh api --method PATCH repos/octo/storefront/check-runs/501 -f conclusion=cancelled`.",
    );
    expect([...run.left.values()]).toEqual(["ended", "ended"]);
  },
);

test("of a run that may write none nothing is left, and it is told once", async () => {
  const run = new Run(forty);
  run.runs.trouble = () => said.forbidden;
  await run.plan(100);
  expect([run.runs.asked, run.left.size, run.told.map(({ severity }) => severity)]).toEqual([
    ["create"],
    0,
    ["notice"],
  ]);
});

test("annotations of which nobody knows whether they came are looked for, sent again where they are not, and stand there once", async () => {
  for (const isDone of [true, false]) {
    const location = (line: number) => ({ file: "opus.yaml", line, column: 1 });
    const tasks = Array.from({ length: 120 }, (_, at) =>
      task(`t${at}`, { change: "create", drift: "untracked", location: location(at + 1) }),
    );
    const run = new Run(["prod"]);
    let lost = 0;
    run.runs.trouble = ({ method, change }) => {
      if (method !== "change" || change?.output?.annotations?.length !== 50 || lost++ > 0) return undefined;
      if (isDone) (run.runs.all[0] as { annotations: number }).annotations += 50;
      return said.broken;
    };
    await run.plan(100, report([context("prod", tasks)]));
    expect([isDone, run.runs.all[0]?.annotations, run.runs.said, run.told]).toEqual([
      isDone,
      120,
      ["opus: demo/prod success: 120 to create"],
      [],
    ]);
  }
});

test("a run that fails before it knows its contexts takes back what an older one has said, and tells which", async () => {
  const run = new Run([]);
  run.runs.add({ name: "opus: demo/prod", mark: "older-1", conclusion: "success" });
  run.runs.add({ name: "opus: demo/test", mark: "another", conclusion: "success" });
  await run.plan(0, report([], { result: "failure", failureReason: "invalid-manifest" }));
  expect(run.runs.said).toEqual([
    "opus: demo/prod failure: a newer run did not get this far",
    "opus: demo/test success: ",
  ]);
  expect(run.told.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'check-taken-back: this run ended before it came to its checks, so "opus: demo/prod" of an older run on this commit, which had passed, counts no more',
  ]);
  expect(run.settled).toBe(1);
  const fine = new Run([]);
  await fine.plan(0, report([]));
  expect([fine.runs.asked, fine.settled]).toEqual([[], 1]);
  const cut = new Run([]);
  cut.runs.trouble = () => said.broken;
  await cut.plan(0, report([], { result: "failure", failureReason: "invalid-manifest" }));
  expect([cut.told, cut.settled]).toEqual([[], 0]);
});

test("a run about some of the tasks has a check of another name, which is never a success", async () => {
  const run = new Run(["prod"], { isPartial: true });
  await run.plan(0);
  expect(run.runs.said).toEqual(["opus: demo/prod (partial) neutral: only a part: 1 to create"]);
});
