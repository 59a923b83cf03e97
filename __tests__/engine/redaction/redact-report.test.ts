import { describe, expect, it } from "vitest";
import type { DiagnosticCode } from "../../../src/engine/diagnostics/codes.ts";
import type { RunEvent } from "../../../src/engine/model/run-events.ts";
import { redactEvent, redactReport, withoutNames } from "../../../src/engine/redaction/redact-report.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { renderReport } from "../../../src/hooks/report.ts";
import { context, report, task } from "../../hooks/samples.ts";

const secret = "hunter2!";
const redactor = createRedactor();
redactor.add(secret);

const location = { file: `${secret}.yaml`, line: 1, column: 1 };
const full = report(
  [
    context(`ctx-${secret}`, [
      task(`task-${secret}`, {
        kind: `Kind${secret}`,
        reason: `because ${secret}`,
        fields: [{ path: `/env/${secret}`, before: secret, after: [secret] }],
        outputs: { NAME: { [secret]: secret }, [`out-${secret}`]: secret },
        sensitiveOutputs: [`key-${secret}`],
        error: {
          message: secret,
          hint: secret,
          detail: secret,
          causes: [{ message: `deep ${secret}`, causes: [{ message: secret }] }],
        },
        location,
        dependencies: [`other-${secret}`],
        description: {
          inManifest: true,
          created: true,
          createdAt: null,
          specDrifted: null,
          resourceDrifted: null,
          checksums: { manifestSpec: null, resolvedSpec: null, appliedSpec: null, resource: null },
          recorded: {
            apiVersion: "opus/v1",
            kind: "File",
            status: "applied",
            spec: { content: secret },
            outputs: { A: secret, [`out-${secret}`]: secret },
            sensitiveOutputs: [`key-${secret}`],
            dependencies: [],
            createdAt: "",
            updatedAt: "",
          },
          facts: { content: secret },
        },
      }),
    ]),
  ],
  {
    diagnostics: [
      {
        severity: "error",
        code: "some-code" as DiagnosticCode,
        message: secret,
        suggestion: secret,
        location,
        related: [{ message: `see ${secret}`, location }],
      },
    ],
  },
);

describe("a report", () => {
  it("holds secrets nowhere but in names, by which programs find things", () => {
    const shown = JSON.stringify(redactReport(full, redactor));
    const places = [...shown.matchAll(/.{0,12}hunter2!/g)].map(([place]) => place);
    const named = /name":"(?:ctx|task)-|"kind":"Kind|"file":"|\["other-|"order":\[|"(?:ctx|task|out|key)-/;
    expect(places.filter((place) => !named.test(place))).toEqual([]);
    expect(places.length).toBeGreaterThan(4);
  });

  it("has outputs by the names that they have, also where a name is a secret", () => {
    const words = createRedactor();
    words.add("true");
    words.add("ID");
    const [described] = full.contexts[0]?.tasks ?? [];
    const outputs = { true: "x is true", ID: true, deep: { ID: 1, true: 2 } };
    const recorded = described?.description?.recorded;
    if (!described?.description || !recorded) throw new Error("the sample has no description");
    const description = { ...described.description, recorded: { ...recorded, outputs } };
    const shown = redactReport(report([context("test", [{ ...described, outputs, description }])]), words);
    const expected = { true: "x is ***", ID: true, deep: { "***": 1, "*** 2": 2 } };
    expect(shown.contexts[0]?.tasks[0]?.outputs).toEqual(expected);
    expect(shown.contexts[0]?.tasks[0]?.description?.recorded?.outputs).toEqual(expected);
  });

  it("for people holds them in no name either", () => {
    const shown = withoutNames(redactReport(full, redactor), redactor.text);
    expect(JSON.stringify(shown)).not.toContain(secret);
    expect(shown.contexts[0]?.tasks[0]?.name).toBe("task-***");
    expect(shown.contexts[0]?.tasks[0]?.outputs).toEqual({ NAME: { "***": "***" }, "out-***": "***" });
    expect(shown.contexts[0]?.tasks[0]?.description?.recorded).toMatchObject({
      outputs: { A: "***", "out-***": "***" },
      sensitiveOutputs: ["key-***"],
    });
  });

  it("stays a report when a secret is a word of its own", () => {
    const words = createRedactor();
    for (const word of ["apply", "opus-report", "success", "create", "name", "status", "tasks", "1", "/", '"'])
      words.add(word);
    const plain = report([context("test", [task("a", { change: "create", outputs: { name: "x" } })])]);
    const { tasks: _, ...shown } = renderReport(redactReport(plain, words)) as { tasks?: unknown };
    expect(JSON.parse(JSON.stringify(shown))).toMatchObject({
      format: "opus-report",
      command: plain.command,
      result: plain.result,
      contexts: [{ name: "test", tasks: [{ name: "a", change: "create" }] }],
    });
  });
});

it("events for hooks hold none in their texts", () => {
  const events: readonly RunEvent[] = [
    { type: "run-started", command: "plan", version: "1", trusted: true, why: secret },
    { type: "task-started", context: "test", task: "a", kind: "File", change: "create", reason: secret },
    { type: "task-output", context: "test", task: "a", stream: "stdout", text: secret },
    { type: "progress", text: secret },
    { type: "task-rolling-back", context: "test", task: "a", action: "x", error: { message: secret } },
    {
      type: "context-finished",
      context: "test",
      report: context("test", []),
      failure: {
        reason: "internal",
        message: secret,
        diagnostics: [{ severity: "error", code: "x" as DiagnosticCode, message: secret }],
      },
      elapsedMs: 1,
    },
  ];
  for (const event of events) expect(JSON.stringify(redactEvent(event, redactor)), event.type).not.toContain(secret);
});
