import { describe, expect, test } from "vitest";
import { describeTasks } from "../../../../src/app/context/commands/describe-tasks.ts";
import type { JsonObject } from "../../../../src/engine/json/json.ts";
import type { TaskState } from "../../../../src/engine/model/state-body.ts";
import type { Desired, Recorded } from "../../../../src/engine/plan/desired.ts";
import { emptyCounts, type Plan, plannedReport } from "../../../../src/engine/plan/plan-model.ts";
import type { PlannedTask } from "../../../../src/engine/plan/planned-task.ts";
import type { TaskProcessor } from "../../../../src/engine/ports/processor.ts";
import { createRedactor } from "../../../../src/engine/redaction/redactor.ts";
import { entry, task } from "../../../engine/samples.ts";

const state: TaskState = entry({
  spec: { path: "a.txt", content: "${SECRET:token} and $${HOME}", note: "hunter2-hunter2" },
  outputs: { ID: "hunter2-hunter2", SIZE: 3, KEY: true },
  sensitiveOutputs: ["KEY"],
  dependencies: ["b"],
});
/** Gives nothing sensitive. */
const plain: Partial<TaskState> = { outputs: { ID: "hunter2-hunter2", SIZE: 3 }, sensitiveOutputs: [] };
const digest = "0123456789abcdef".repeat(4);

interface Told {
  readonly recorded?: boolean;
  /** Of the entry. */
  readonly more?: Partial<TaskState>;
  readonly processor?: Pick<TaskProcessor, "compare" | "module">;
}

function described(
  facts: JsonObject | undefined,
  secretPointers: readonly string[],
  { recorded = true, more = {}, processor }: Told = {},
) {
  const known: TaskState = { ...state, ...more };
  const planned: PlannedTask = {
    name: "a",
    apiVersion: "test/v1",
    kind: "Thing",
    location: null,
    task: task("a"),
    entry: recorded ? known : undefined,
    recorded: recorded
      ? ({ entry: known, value: {}, secretPointers: new Set(secretPointers), unknown: new Set() } as Recorded)
      : undefined,
    desired: recorded
      ? undefined
      : ({ secretPointers: new Set(secretPointers), unknowns: new Map() } as Partial<Desired> as Desired),
    processor: processor as TaskProcessor | undefined,
    recordedProcessor: undefined,
    decision: { change: "noop", reason: "", fields: [], drift: "in-sync" },
    status: "planned",
    hidden: false,
    waitsFor: [],
    dependencies: [],
    scope: [],
    lifecycle: {},
    autoRollback: true,
    retries: { limit: 0, delayMs: 0 },
    timeoutMs: undefined,
    formerName: undefined,
    awaitsPlaceOf: [],
    facts,
    found: undefined,
    order: 0,
  };
  const plan: Plan = {
    action: "describe",
    command: "describe",
    context: "test",
    tasks: [planned],
    edges: [[]],
    orphansFrom: 1,
    order: ["a"],
    counts: emptyCounts(),
    digest: "",
    items: new Map(),
    desiredDigest: () => undefined,
    claim: () => ({ state: "free" }),
    guards: [],
    renames: new Map(),
  };
  const redactor = createRedactor();
  redactor.add("hunter2-hunter2");
  const [report] = describeTasks(plan, [plannedReport(planned)], new Map([["a", known]]), new Set(), redactor);
  // Redacted on its way to whoever shows it.
  expect(report?.outputs).toEqual({ ID: "hunter2-hunter2", SIZE: 3 });
  expect(report?.sensitiveOutputs).toEqual(known.sensitiveOutputs);
  return report?.description;
}

test("what is recorded is shown as people read it, without secrets", () => {
  const description = described(undefined, []);
  expect(description?.recorded).toEqual({
    apiVersion: "test/v1",
    kind: "Thing",
    status: "applied",
    spec: { path: "a.txt", content: "${SECRET:token} and ${HOME}", note: "***" },
    outputs: { ID: "***", SIZE: 3 },
    sensitiveOutputs: ["KEY"],
    dependencies: ["b"],
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-01T00:00:00.000Z",
  });
  expect(description?.facts).toBeNull();
});

test("facts are shown, but for what holds a secret, and fingerprints of it", () => {
  const facts = {
    path: "a.txt",
    size: 3,
    sha256: digest,
    content: "an older secret",
    deep: { list: ["x", "hunter2-hunter2"] },
  };
  expect(described(facts, [], { more: plain })?.facts).toEqual({ ...facts, deep: { list: ["x", "***"] } });
  const hidden = { ...facts, sha256: "(sensitive)", content: "(sensitive)", deep: { list: ["(sensitive)", "***"] } };
  expect(described(facts, ["/content", "/deep/list/0"])?.facts).toEqual(hidden);
  expect(described(facts, ["/content"])?.checksums.resource).toBeNull();
});

test("a task that was never recorded shows what is there, without its new secrets", () => {
  const description = described({ content: "x", size: 1 }, ["/content"], { recorded: false });
  expect(description?.recorded).toBeNull();
  expect(description?.facts).toEqual({ content: "(sensitive)", size: 1 });
});

describe("facts that were recorded without a secret", () => {
  /** As a kind has them that compares with what it saw: the secret of today is another one than the live one. */
  const told = (observed: JsonObject | undefined, more: Partial<TaskState> = plain): Told => ({
    more: { ...more, ...(observed ? { observed } : {}) },
    processor: { compare: { factFields: ["read"] } },
  });
  const hidden = "(sensitive)";

  test("are hidden, as is what was not recorded, and have no checksum", () => {
    const live = {
      pw: "Alpha-1",
      url: "db://Alpha-1@host",
      port: 5432,
      added: "Alpha-1",
      deep: { a: "Alpha-1", b: 1 },
    };
    const observed = { pw: "***", url: "db://***@host", port: 5432, deep: { a: "(sensitive)", b: 1 } };
    const description = described(live, ["/secretEnv/P"], told(observed));
    expect(description?.facts).toEqual({
      pw: hidden,
      url: hidden,
      port: 5432,
      added: hidden,
      deep: { a: hidden, b: 1 },
    });
    expect(description?.checksums.resource).toBeNull();
  });

  test("are hidden without a secret in the spec, too: a script may have given one", () => {
    const description = described({ pw: "Alpha-1", port: 1 }, [], told({ pw: "***", port: 1 }));
    expect(description?.facts).toEqual({ pw: hidden, port: 1 });
    expect(description?.checksums.resource).toBeNull();
  });

  test("are hidden whole where members may have moved, or a key was masked", () => {
    const live = { list: ["Alpha-1", "x"], plain: ["x"], keys: { "Alpha-1": 1 }, kind: { a: "Alpha-1" } };
    const observed = { list: ["x", "***"], plain: ["x"], keys: { "***": 1 }, kind: "***" };
    expect(described(live, [], told(observed))?.facts).toEqual({
      list: hidden,
      plain: ["x"],
      keys: hidden,
      kind: hidden,
    });
    expect(described({ "Alpha-1": 1 }, [], told({ "***": 1 }))?.facts).toEqual({});
  });

  test.each([
    ["names a secret", ["/secretEnv/P"], plain],
    ["recorded one", [], { ...plain, secrets: { token: "TOKEN" } }],
    ["recorded the value of one", [], { ...plain, fingerprints: { "ENV:URL": "print" } }],
    ["gives a sensitive output", [], {}],
  ])("are all hidden when nothing was recorded and the task %s", (_, pointers, more) => {
    const description = described({ pw: "Alpha-1", port: 1 }, pointers, told(undefined, more));
    expect(description?.facts).toEqual({ pw: hidden, port: hidden });
    expect(description?.checksums.resource).toBeNull();
  });

  test("are shown when the task has nothing to do with secrets", () => {
    const description = described({ port: 1 }, [], told(undefined));
    expect(description?.facts).toEqual({ port: 1 });
    expect(description?.checksums.resource).toMatch(/^sha256[:-]|^[0-9a-f]{64}$/);
  });
});
