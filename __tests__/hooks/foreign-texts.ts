import fc from "fast-check";
import type { Diagnostic } from "../../src/engine/diagnostics/diagnostic.ts";
import { failureReasons } from "../../src/engine/diagnostics/failure-reasons.ts";
import type { Json } from "../../src/engine/json/json.ts";
import type { FieldDiff } from "../../src/engine/model/change.ts";
import type { ContextReport, RunReport, TaskReport } from "../../src/engine/model/report.ts";
import { changes, context, report, task } from "./samples.ts";

/** What means something to Markdown, HTML, GitHub, terminals, or opus. */
export const fragments: readonly string[] = [
  ..."\n\r\t\0\u0007\u001b\u007f\u0085\u009b\u00a0\u00ad\u061c\u115f\u180e\u200b\u200d\u200e\u2028\u202e\u2060\u2066\u2800\u3164\ufe0f\ufeff\uffa0",
  "\u{e0041}",
  "\ud800",
  "\udc00",
  "\u001b[31m",
  "\r\n\r\n",
  "<!-- opus:end -->",
  "\n<!-- opus:end -->\n",
  "\n<!-- opus:callouts 0 -->\n",
  "\n<!-- opus:changes 1 -->\n",
  '<!-- opus {"format":"opus-comment"} -->',
  "<!--",
  "-->",
  "</details>",
  "<details><summary>",
  "</summary>",
  "</code>",
  "</pre>",
  "</sub>",
  "<h1>",
  "<img src=x onerror=alert(1)>",
  "<a href=https://evil.example>",
  "<https://evil.example>",
  "&lt;",
  "&#64;octocat",
  "@octocat",
  "@octo/admins",
  "#1",
  "GH-1",
  "octo/storefront#1",
  "deadbeef",
  "0123456",
  "www.evil.example",
  "https://evil.example/x",
  "mailto:evil@x.y",
  "evil@x.example",
  ":tada:",
  "[x](https://evil.example)",
  "![x](https://evil.example/x.png)",
  "\n[x]: https://evil.example\n",
  "[[wiki]]",
  "[^1]",
  "$x$",
  "$`x`$",
  "`",
  "``",
  "```",
  "\n```\n",
  "~~~",
  "**No changes**",
  "_i_",
  "~~s~~",
  "\n# Nothing is deleted\n",
  "\n> [!NOTE]\n> x\n",
  "\n- x\n",
  "\n1. x\n",
  "\n| a |\n| --- |\n| b |\n",
  "|",
  "\\",
  "\n---\n",
  "\n===\n",
  "\n    code\n",
  "../",
  "(",
  ")",
  "]",
  '"',
  "'",
  "%0A",
  " ",
  "a",
  "word",
  "7",
  "é",
  "字",
  "😀",
  "👩‍👩‍👧",
];

/** Text that somebody writes to break out of where it stands. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...fragments), { maxLength: 5 }).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);
const anyValue: fc.Arbitrary<Json> = fc.oneof(
  anyText,
  fc.array(anyText, { maxLength: 2 }),
  fc.dictionary(anyText, anyText, { maxKeys: 2 }),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** An object without the members that are undefined. */
function defined<T extends object>(value: T): { [key in keyof T]: Exclude<T[key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as never;
}

const anyField: fc.Arbitrary<FieldDiff> = fc
  .record({
    path: anyText.map((text) => `/${text}`),
    before: maybe(anyValue),
    after: maybe(anyValue),
    left: maybe(anyValue),
    runs: maybe(anyText),
    drifted: maybe(fc.constant(true)),
    sensitive: maybe(fc.constant(true)),
    effect: maybe(fc.constantFrom("now", "later", "recorded")),
    otherValues: maybe(fc.array(anyText, { minLength: 1, maxLength: 2 })),
    knownAfter: maybe(fc.array(anyText, { minLength: 1, maxLength: 2 })),
  })
  .map((field) => defined(field) as FieldDiff);
const anyError = fc
  .record({
    message: anyText,
    hint: maybe(anyText),
    detail: maybe(anyText),
    causes: maybe(fc.array(fc.record({ message: anyText, hint: anyText }), { maxLength: 1 })),
  })
  .map(defined);
const anyLocation = fc.record({
  file: anyText,
  line: fc.integer({ min: 1, max: 999_999 }),
  column: fc.integer({ min: 1, max: 99 }),
});
const anyDescription = fc.record({ spec: anyValue, text: anyText, facts: anyValue }).map(({ spec, text, facts }) => ({
  inManifest: true,
  created: true,
  createdAt: text,
  specDrifted: null,
  resourceDrifted: null,
  checksums: { manifestSpec: text, resolvedSpec: null, appliedSpec: null, resource: null },
  recorded: {
    apiVersion: text,
    kind: text,
    status: "applied" as const,
    spec: { [text]: spec },
    outputs: { [text]: spec },
    sensitiveOutputs: [text],
    dependencies: [text],
    createdAt: text,
    updatedAt: text,
  },
  facts: { [text]: facts },
}));

/** A task of which every text is by somebody else. */
const anyTask: fc.Arbitrary<TaskReport> = fc
  .record({
    name: anyText,
    apiVersion: anyText,
    kind: anyText,
    change: fc.constantFrom(...changes, "delete" as const),
    reason: anyText,
    status: fc.constantFrom("planned", "planned", "done", "failed", "rolled-back", "tainted", "skipped", "cancelled"),
    rollback: maybe(fc.constantFrom("needless", "impossible")),
    drift: fc.constantFrom("in-sync", "spec-changed", "both", "unknown", "missing"),
    fields: fc.array(anyField, { maxLength: 1 }),
    metadata: maybe(fc.array(anyField, { minLength: 1, maxLength: 1 })),
    compared: maybe(fc.constantFrom("live", "recorded")),
    outputs: fc.dictionary(anyText, anyValue, { maxKeys: 1 }),
    error: fc.option(anyError, { nil: null }),
    location: fc.option(anyLocation, { nil: null }),
    dependencies: fc.array(anyText, { maxLength: 1 }),
  })
  .map((given) => task(given.name, defined(given) as Partial<TaskReport>));

const planDigest = `sha256:${"0123456789abcdef".repeat(4)}`;
const anyContext: fc.Arbitrary<ContextReport> = fc
  .record({
    // Without a name it would stand for what failed before there was one.
    name: anyText.filter((name) => name !== ""),
    tasks: fc.uniqueArray(anyTask, { maxLength: 2, selector: ({ name }) => name }),
    backend: anyText,
    failureReason: fc.constantFrom(null, null, ...failureReasons),
    described: maybe(anyDescription),
  })
  .map(({ name, tasks, backend, failureReason, described }) => {
    const changesOf = Object.fromEntries(
      tasks.map(({ name: of, change }) => [of, { change, wanted: "aa", recorded: null, live: null }]),
    );
    const all = described ? tasks.map((one) => ({ ...one, description: described })) : tasks;
    const state = { backend, sealed: true, lineage: backend, serial: 1, revision: backend };
    return context(name, all, { state, failureReason, planDigest, reviewable: { seal: null, changes: changesOf } });
  });
const anyDiagnostic: fc.Arbitrary<Diagnostic> = fc
  .record({
    severity: fc.constantFrom("error", "warning", "notice"),
    code: anyText,
    message: anyText,
    suggestion: maybe(anyText),
    location: maybe(anyLocation),
  })
  .map((one) => defined(one) as Diagnostic);

/** A report of which every text is by somebody else. */
export const anyReport: fc.Arbitrary<RunReport> = fc
  .record({
    command: anyText,
    previews: maybe(anyText),
    project: anyText,
    failureReason: fc.constantFrom(null, null, ...failureReasons),
    result: fc.constantFrom("success", "failure", "cancelled"),
    diagnostics: fc.array(anyDiagnostic, { maxLength: 2 }),
    contexts: fc.uniqueArray(anyContext, { maxLength: 2, selector: ({ name }) => name }),
  })
  .map(({ contexts, ...given }) => report(contexts, defined(given) as Partial<RunReport>));
