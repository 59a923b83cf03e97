import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { metadata } from "../../src/action/metadata.generated.ts";
import { SecretRegistry } from "../../src/app/secrets/secret-registry.ts";
import type { DiagnosticCode } from "../../src/engine/diagnostics/codes.ts";
import type { Diagnostic, Severity } from "../../src/engine/diagnostics/diagnostic.ts";
import { failure } from "../../src/engine/diagnostics/diagnostic.ts";
import type { RunReport } from "../../src/engine/model/report.ts";
import { redactReport } from "../../src/engine/redaction/redact-report.ts";
import { createRedactor } from "../../src/engine/redaction/redactor.ts";
import { createAnnotations, renderAnnotations } from "../../src/hooks/annotations.ts";
import { outputNameProblem } from "../../src/hooks/output-names.ts";
import { createOutputs, type OutputsOptions, renderOutputs } from "../../src/hooks/outputs.ts";
import { renderReport } from "../../src/hooks/report.ts";
import { context, everyChange, report, task } from "./samples.ts";

const done = { result: "success" } as const;

test("outputs of one context", () => {
  const tasks = [...everyChange, task("made", { outputs: { ID: "x", SIZE: 3 } })];
  const { values } = renderOutputs(report([context("prod", tasks)], done), "/tmp/report.json");
  expect(values).toEqual({
    command: "plan",
    context: "prod",
    contexts: '["prod"]',
    projects: "",
    changes: "true",
    drift: "false",
    "to-create": "2",
    "to-update": "1",
    "to-replace": "1",
    "to-delete": "1",
    "to-adopt": "1",
    unchanged: "2",
    failed: "1",
    unknown: "1",
    "plan-digest": "sha256:0123",
    "state-revision": "r42",
    outputs: '{"made":{"ID":"x","SIZE":3}}',
    "report-path": "/tmp/report.json",
    "failure-reason": "",
  });
});

test("the outputs are those of action.yml, and none of them can be mapped to something else", () => {
  const names = metadata.outputs.map(({ name }) => name);
  expect(Object.keys(renderOutputs(report([]), "").values)).toEqual(names);
  for (const name of names) {
    expect(outputNameProblem(name)).toBe(
      `the output "${name}" is set by every run and can't be mapped to something else`,
    );
  }
  expect(outputNameProblem("hook-id")).toBeUndefined();
  expect(outputNameProblem("1st")).toMatch(/^"1st" can't be the name of an output/);
});

test("notes on many projects say which one they are of", () => {
  const lost = context("test", [], { project: "shop", failureReason: "not-reported" });
  const failed = context("test", [task("a", { status: "failed", change: "none" })], { project: "cart" });
  const said = { severity: "error", code: "not-reported", message: "no report", suggestion: "Run it again." } as const;
  const diagnostics = [
    { ...said, project: "shop", context: "test" },
    { ...said, project: "site" },
  ];
  const notes = renderAnnotations(report([lost, failed], { project: "", diagnostics }), null);
  expect(notes.map(({ message }) => message)).toEqual([
    "shop/test: no report\nRun it again.",
    "site: no report\nRun it again.",
    expect.stringMatching(/^a in cart\/test: /),
  ]);
});

test("outputs of several contexts leave out what would mean several things", () => {
  const first = context("test", [task("a", { outputs: { ID: 1 }, change: "create", drift: "untracked" })]);
  const second = context("prod", [task("a", { status: "observed", drift: "missing" })]);
  const { values } = renderOutputs(report([first, second]), "r");
  expect(values).toMatchObject({
    context: "",
    contexts: '["test","prod"]',
    "plan-digest": "",
    "state-revision": "",
    outputs: "{}",
  });
  expect(values).toMatchObject({ drift: "true", changes: "true", "to-create": "1", unchanged: "1" });
});

test("a manifest that differs from what was applied is a change, also when only looking", () => {
  const looked = context("prod", [task("a", { status: "observed", drift: "spec-changed", change: "none" })]);
  expect(renderOutputs(report([looked], { command: "drift" }), "").values).toMatchObject({
    changes: "true",
    drift: "false",
  });
});

/** What a step would set, and what it would warn of. */
async function finished(shown: RunReport, more: Partial<OutputsOptions>) {
  const set = new Map<string, string>();
  const warnings: Diagnostic[] = [];
  const hook = createOutputs({
    set: (outputs) => {
      for (const [name, value] of outputs) set.set(name, value);
    },
    warn: (diagnostic) => warnings.push(diagnostic),
    reportPath: () => "report.json",
    redact: (text) => text,
    secretsIn: () => [],
    heldBack: () => [],
    ...more,
  });
  await hook.finish?.(shown, AbortSignal.timeout(1000));
  return { set, warnings };
}

test("too large outputs are left empty with a warning, mapped ones are set", async () => {
  const large = report([context("p", [task("a", { outputs: { BIG: "x".repeat(600_000) } })])]);
  const { set, warnings } = await finished(large, { mapped: () => ({ "hook-id": "x", list: [1], command: "no" }) });
  expect([set.get("outputs"), set.get("hook-id"), set.get("list"), set.get("command")]).toEqual([
    "{}",
    "x",
    "[1]",
    "plan",
  ]);
  expect(warnings).toEqual([
    {
      severity: "warning",
      code: "outputs-too-large",
      message:
        'The output "outputs" would be larger than 512 KiB and was left empty. Read the outputs of tasks from report.json.',
    },
  ]);
});

/** Options of a run that knows these secrets. */
function knowing(known: readonly (readonly [value: string, what: string])[]) {
  const redactor = createRedactor();
  const secrets = new SecretRegistry(redactor, () => {});
  for (const [value, what] of known) secrets.add(value, what);
  return {
    redactor,
    options: { redact: (text: string) => redactor.text(text), secretsIn: (text: string) => secrets.within(text) },
  };
}

const likeSecrets = (outputs: string): Diagnostic => ({
  severity: "warning",
  code: "output-holds-secret",
  message: `outputs of this step read like secrets, so GitHub may drop them as outputs of a job: ${outputs}`,
  suggestion: "A word that stands there by chance makes a bad secret; choose a longer one.",
});

const holdSecrets = (outputs: string): Diagnostic => ({
  severity: "warning",
  code: "output-holds-secret",
  message: `outputs of this step hold secrets, and have *** in their place: ${outputs}`,
  suggestion:
    "Hand no secret on as an output: read it where it is needed. A word that stands there by chance makes a bad secret; choose a longer one.",
});

test("outputs that hold a secret are named in one warning, with the names of what they hold", async () => {
  const { options } = knowing([
    ["test", 'secret "stage"'],
    ["hunter2-hunter2", 'secret "password"'],
    ["hunter2-hunter2", 'secret "same-password"'],
  ]);
  const shown = report([context("test", [task("db", { outputs: { URL: "db://***@host", ID: "7" } })])], done);
  const { set, warnings } = await finished(shown, {
    ...options,
    heldBack: () => [{ name: "db:URL", text: "db://hunter2-hunter2@host" }],
    mapped: () => ({ url: "db://hunter2-hunter2@test", port: 5432 }),
  });
  expect([set.get("command"), set.get("context"), set.get("contexts")]).toEqual(["plan", "test", '["test"]']);
  expect([set.get("outputs"), set.get("url"), set.get("port")]).toEqual([
    '{"db":{"URL":"db://***@host","ID":"7"}}',
    "db://***@***",
    "5432",
  ]);
  expect(warnings).toEqual([
    likeSecrets('"context" (secret "stage"), "contexts" (secret "stage")'),
    holdSecrets(
      '"url" (secret "stage", secret "password", secret "same-password"), db:URL in "outputs" (secret "password", secret "same-password")',
    ),
  ]);
});

test("words, numbers and digests of opus stay as they are, whatever is secret", async () => {
  const words = ["true", "false", "plan", "task-failed", "sha256:0123", "r42", "0", "1", "2"];
  const { options } = knowing(words.map((word) => [word, `secret "${word}"`]));
  const shown = report([{ ...context("prod", everyChange), planDigest: "sha256:0123" }], {
    failureReason: "task-failed",
  });
  const { set, warnings } = await finished(shown, { ...options, mapped: () => ({ on: true, is: "true" }) });
  expect(Object.fromEntries(set)).toEqual({ ...renderOutputs(shown, "report.json").values, on: "***", is: "***" });
  expect(warnings).toEqual([
    likeSecrets(
      [
        '"command" (secret "plan")',
        '"changes" (secret "true")',
        '"drift" (secret "false")',
        '"to-create" (secret "2")',
        '"to-update" (secret "1")',
        '"to-replace" (secret "1")',
        '"to-delete" (secret "1")',
        '"to-adopt" (secret "1")',
        '"unchanged" (secret "1")',
        '"failed" (secret "1")',
        '"unknown" (secret "1")',
        '"plan-digest" (secret "sha256:0123", secret "0", secret "1", secret "2")',
        '"state-revision" (secret "r42", secret "2")',
        '"failure-reason" (secret "task-failed")',
      ].join(", "),
    ),
    holdSecrets('"on" (secret "true"), "is" (secret "true")'),
  ]);
});

test.each([
  ["seven77", "seven77"],
  ["eight888", "***"],
])("a name with the secret %s becomes %s", async (secret, shown) => {
  const { options } = knowing([[secret, 'secret "token"']]);
  const held = report([context(secret, [task("a", { outputs: { [secret]: true } })])], { command: secret });
  const { set, warnings } = await finished(held, { ...options, reportPath: () => `/tmp/${secret}/report.json` });
  expect(["command", "context", "contexts", "outputs", "report-path"].map((name) => set.get(name))).toEqual([
    shown,
    shown,
    `["${shown}"]`,
    `{"a":{"${shown}":true}}`,
    `/tmp/${shown}/report.json`,
  ]);
  const all = ["command", "context", "contexts", "outputs", "report-path"];
  const named = all.map((name) => `"${name}" (secret "token")`).join(", ");
  expect(warnings).toEqual([shown === secret ? likeSecrets(named) : holdSecrets(named)]);
});

test("outputs of tasks stay JSON when a secret is a word of JSON", async () => {
  const { redactor, options } = knowing([
    ["true", 'secret "a"'],
    ["12", 'secret "b"'],
    ['"', 'secret "c"'],
  ]);
  const shown = report([context("p", [task("a", { outputs: { B: true, N: 3124, T: "it's true", true: null } })])]);
  const { set } = await finished(redactReport(shown, redactor), options);
  expect(set.get("outputs")).toBe('{"a":{"B":true,"N":"3***4","T":"it\'s ***","true":null}}');
});

test("outputs without secrets, or with some in outputs that are too large anyway, give no such warning", async () => {
  const heldBack = () => [{ name: "a:BIG", text: "s3cr3t" }];
  const large = report([context("p", [task("a", { outputs: { BIG: "x".repeat(600_000) } })])]);
  expect((await finished(large, { heldBack })).warnings.map(({ code }) => code)).toEqual(["outputs-too-large"]);
  expect((await finished(report([]), { mapped: () => ({ a: "x" }) })).warnings).toEqual([]);
});

test("the report has the documented keys, and no secret", () => {
  const diagnostic: Diagnostic = {
    severity: "error",
    code: "cycle" as DiagnosticCode,
    message: "a cycle",
    location: { file: "opus.yaml", line: 3, column: 5, endColumn: 9 },
    related: [{ message: "on to b", location: { file: "b.yaml", line: 1, column: 1 } }],
  };
  const one = renderReport(
    report([context("prod", everyChange)], {
      diagnostics: [diagnostic, { ...diagnostic, code: "x" as DiagnosticCode }],
    }),
  );
  expect(one.diagnostics).toMatchObject([
    {
      severity: "error",
      code: "cycle" as DiagnosticCode,
      message: "a cycle",
      file: "opus.yaml",
      line: 3,
      column: 5,
      suggestion: null,
      related: [{ message: "on to b", file: "b.yaml", line: 1, column: 1 }],
    },
    { code: "x" as DiagnosticCode },
  ]);
  const [only] = one.contexts as unknown as { tasks: Record<string, unknown>[] }[];
  const config = only?.tasks.find(({ name }) => name === "config");
  expect(config?.fields).toEqual([
    { path: "/content", before: expect.any(String), after: expect.any(String) },
    { path: "/env/API_TOKEN", before: "(sensitive)", after: "(sensitive)", sensitive: true },
    {
      path: "/env/HOST",
      before: "old.example",
      after: "(known after apply: site:HOST)",
      knownAfter: ["site:HOST"],
    },
  ]);
  expect(Object.keys(config ?? {})).toEqual([
    "name",
    "apiVersion",
    "kind",
    "change",
    "reason",
    "status",
    "drift",
    "fields",
    "compared",
    "durationMs",
    "outputs",
    "error",
    "location",
    "dependencies",
  ]);
});

test("the report names secrets with other values, and outputs that it does not show", () => {
  const template = "${SECRET:token}";
  const fields = [{ path: "/a", before: template, after: template, sensitive: true, otherValues: [template] }];
  const one = renderReport(report([context("prod", [task("a", { fields, sensitiveOutputs: ["KEY"] })])]));
  expect(one.contexts).toMatchObject([
    {
      tasks: [
        {
          fields: [{ path: "/a", before: "(sensitive)", after: "(another value of ${SECRET:token})" }],
          outputs: {},
          sensitiveOutputs: ["KEY"],
        },
      ],
    },
  ]);
});

test("annotations stand on the manifest's lines", () => {
  const location = { file: "opus.yaml", line: 12, column: 3, endColumn: 8 };
  const diagnostics = [
    {
      severity: "error",
      code: "unknown-field",
      message: 'unknown "pth"',
      location,
      suggestion: 'Did you mean "path"?',
    },
  ] as const;
  const failed = task("site", {
    change: "update",
    status: "rolled-back",
    error: { message: "exited with 3", causes: [{ message: "boom", hint: "Run it by hand." }] },
    location,
  });
  const drifted = task("dns", {
    status: "observed",
    drift: "resource-changed",
    fields: ["/a", "/b", "/c", "/d", "/e", "/f"].map((path) => ({ path, before: 1, after: 2 })),
    location,
  });
  const mended = task("ok", { change: "update", status: "done", drift: "resource-changed" });
  expect(
    renderAnnotations(
      report([context("prod", [failed, drifted, mended])], { diagnostics }),
      failure("task-failed", "x"),
    ),
  ).toEqual([
    {
      level: "error",
      message: 'unknown "pth"\nDid you mean "path"?',
      place: { file: "opus.yaml", line: 12, column: 3, endColumn: 7, title: "unknown-field" },
    },
    {
      level: "error",
      message: "site: update failed, rolled back: exited with 3\ncaused by: boom\nRun it by hand.",
      place: { file: "opus.yaml", line: 12, column: 3, endColumn: 7, title: "task-failed" },
    },
    {
      level: "warning",
      message: "dns: resource-changed: /a, /b, /c, /d, /e, 1 more",
      place: { file: "opus.yaml", line: 12, column: 3, endColumn: 7, title: "drift" },
    },
  ]);
});

test("the tenth annotation says how many more there are; a failure without a place is one too", async () => {
  const diagnostics = Array.from(
    { length: 30 },
    (_, index) => ({ severity: "error", code: "c" as DiagnosticCode, message: `m${index}` }) as const,
  );
  const sent: [Severity, string][] = [];
  const hook = createAnnotations((level, message) => sent.push([level, message]));
  await hook.finish?.(report([], { diagnostics }), AbortSignal.timeout(1000));
  expect(sent).toHaveLength(10);
  expect(sent[8]).toEqual(["error", "m8"]);
  expect(sent[9]).toEqual(["error", "… and 21 more errors: see the log, the job summary or the report"]);

  const locked = failure("state-locked", "another run holds the lock");
  const other = createAnnotations((level, message) => sent.push([level, message]));
  other.on?.({ type: "run-finished", report: report([]), failure: locked, elapsedMs: 1 });
  await other.finish?.(report([]), AbortSignal.timeout(1000));
  expect(sent.at(-1)).toEqual(["error", "another run holds the lock"]);
});

test("what could not be stored, why, and what to do about it are one annotation; another problem is another", async () => {
  const why = { severity: "error", code: "state-unavailable", message: "The server says no. Is it quiet?" } as const;
  const kept = { severity: "error", code: "state-not-stored", message: "what was applied is kept in r.json" } as const;
  const hook = { severity: "warning", code: "hook-failed", message: "the hook failed" } as const;
  const message = `${why.message} What was applied is kept in r.json; fetch it`;
  const fetch = { ...kept, message: "fetch it" };
  const sent: [Severity, string, string | undefined][] = [];
  const annotations = createAnnotations((level, text, { title }) => sent.push([level, text, title]));
  const ended = report([], { diagnostics: [why, hook, kept, fetch] });
  annotations.on?.({
    type: "run-finished",
    report: ended,
    failure: failure("state-unavailable", message),
    elapsedMs: 1,
  });
  await annotations.finish?.(ended, AbortSignal.timeout(1000));
  expect(sent).toEqual([
    ["error", message, "state-not-stored"],
    ["warning", "the hook failed", "hook-failed"],
  ]);
});

test("the metadata is that of action.yml and package.json", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const action = readFileSync("action.yml", "utf8");
  expect(metadata.version).toBe(version);
  for (const { name } of [...metadata.inputs, ...metadata.outputs]) expect(action).toContain(`\n  ${name}:\n`);
});
