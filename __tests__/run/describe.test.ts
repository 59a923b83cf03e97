import { expect, test } from "vitest";
import type { Desired, Recorded } from "../../src/engine/decide.ts";
import type { JsonObject } from "../../src/engine/json.ts";
import type { TaskState } from "../../src/engine/model.ts";
import { emptyCounts, type Plan, type PlannedTask, plannedReport } from "../../src/engine/plan-model.ts";
import { createRedactor } from "../../src/engine/redactor.ts";
import { describeTasks } from "../../src/run/describe.ts";
import { entry, task } from "../engine/samples.ts";

const state: TaskState = entry({
  spec: { path: "a.txt", content: "${SECRET:token} and $${HOME}", note: "hunter2-hunter2" },
  outputs: { ID: "hunter2-hunter2", SIZE: 3, KEY: true },
  sensitiveOutputs: ["KEY"],
  dependencies: ["b"],
});
const digest = "0123456789abcdef".repeat(4);

function described(facts: JsonObject | undefined, secretPointers: readonly string[], recorded = true) {
  const planned: PlannedTask = {
    name: "a",
    apiVersion: "test/v1",
    kind: "Thing",
    location: null,
    task: task("a"),
    entry: recorded ? state : undefined,
    recorded: recorded
      ? ({ entry: state, value: {}, secretPointers: new Set(secretPointers), unknown: new Set() } as Recorded)
      : undefined,
    desired: recorded
      ? undefined
      : ({ secretPointers: new Set(secretPointers), unknowns: new Map() } as Partial<Desired> as Desired),
    processor: undefined,
    recordedProcessor: undefined,
    decision: { change: "noop", reason: "", fields: [], drift: "in-sync" },
    status: "planned",
    hidden: false,
    dependencies: [],
    scope: [],
    lifecycle: {},
    autoRollback: true,
    retries: { limit: 0, delayMs: 0 },
    timeoutMs: undefined,
    formerName: undefined,
    facts,
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
    guards: [],
    renames: new Map(),
  };
  const redactor = createRedactor();
  redactor.add("hunter2-hunter2");
  const [report] = describeTasks(plan, [plannedReport(planned)], new Map([["a", state]]), redactor);
  // Redacted on its way to whoever shows it.
  expect(report).toMatchObject({ outputs: { ID: "hunter2-hunter2", SIZE: 3 }, sensitiveOutputs: ["KEY"] });
  expect(report?.outputs).not.toHaveProperty("KEY");
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
  expect(described(facts, [])?.facts).toEqual({ ...facts, deep: { list: ["x", "***"] } });
  const hidden = { ...facts, sha256: "(sensitive)", content: "(sensitive)", deep: { list: ["(sensitive)", "***"] } };
  expect(described(facts, ["/content", "/deep/list/0"])?.facts).toEqual(hidden);
  expect(described(facts, ["/content"])?.checksums.resource).toBeNull();
});

test("a task that was never recorded shows what is there, without its new secrets", () => {
  const description = described({ content: "x", size: 1 }, ["/content"], false);
  expect(description?.recorded).toBeNull();
  expect(description?.facts).toEqual({ content: "(sensitive)", size: 1 });
});
