import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContextReport, RunReport, TaskReport, TaskStatus } from "../../../src/engine/model/report.ts";
import { hasFailed, isDestructive } from "../../../src/hooks/rendering/labels.ts";
import { code } from "../../../src/hooks/rendering/markdown.ts";
import { renderGraph } from "../../../src/hooks/summary/graph-render.ts";
import { createSummary } from "../../../src/hooks/summary/summary.ts";
import { renderSummary } from "../../../src/hooks/summary/summary-render.ts";
import { times } from "../../faults/scale.ts";
import { changes, context, everyChange, report, task } from "../samples.ts";

const roomy = { budgetBytes: 1_000_000 };

test("the summary of a plan", async () => {
  await expect(renderSummary(report([context("prod", everyChange)]), roomy)).toMatchFileSnapshot(
    "snapshots/summary-plan.txt",
  );
});

test("the summary of an apply that failed", async () => {
  const [folder, greeting, config, site] = everyChange as [TaskReport, TaskReport, TaskReport, TaskReport];
  const tasks: TaskReport[] = [
    { ...folder, status: "done" },
    { ...greeting, status: "done", durationMs: 12 },
    {
      ...site,
      status: "tainted",
      durationMs: 61_000,
      error: {
        message: "create exited with 3",
        causes: [{ message: "rolling back: exited with 4", hint: "Free some room." }],
      },
      location: { file: "opus.yaml", line: 20, column: 1 },
    },
    { ...config, status: "skipped", reason: '"site" did not succeed' },
  ];
  const failed = report([context("prod", tasks, { failureReason: "task-failed" })], {
    command: "apply",
    result: "failure",
    failureReason: "task-failed",
  });
  await expect(renderSummary(failed, roomy)).toMatchFileSnapshot("snapshots/summary-apply.txt");
});

test("the summaries of drift in two contexts, of describe, and of a broken manifest", async () => {
  const fields = [{ path: "/content", before: "by hand", after: "Hello", drifted: true }];
  const drifted = task("edited", {
    status: "observed",
    drift: "resource-changed",
    compared: "live",
    reason: "drifted",
    change: "update",
    fields,
  });
  const contexts = [context("test", [task("same", { status: "observed" })]), context("prod", [drifted])];
  const checksums = { manifestSpec: `sha256:${"a".repeat(64)}`, resolvedSpec: null, appliedSpec: null, resource: null };
  const description = {
    inManifest: true,
    created: false,
    createdAt: null,
    specDrifted: null,
    resourceDrifted: null,
    checksums,
    recorded: null,
    facts: { path: "a.txt", content: "```\n</details>" },
  };
  const described = context("prod", [task("a", { status: "observed", description })]);
  const diagnostics = [
    {
      severity: "error",
      code: "unknown-field",
      message: 'unknown field "pth"',
      location: { file: "opus.yaml", line: 7, column: 3 },
      suggestion: 'Did you mean "path"?',
    },
  ] as const;
  const broken = report([], { result: "failure", failureReason: "invalid-manifest", diagnostics });
  const all = [report(contexts, { command: "drift" }), report([described], { command: "describe" }), broken];
  const text = all.map((one) => renderSummary(one, roomy)).join("\n\n---\n\n");
  await expect(text).toMatchFileSnapshot("snapshots/summary-others.txt");
});

test("hostile names and texts are code, and nothing else", () => {
  const name = "`|<script>@octocat \\|](http://x)\n# big";
  const hostile = task(name, {
    change: "delete",
    reason: "[link](http://evil) @team ~~x~~",
    fields: [{ path: "/a`b", before: "```\n</details>\n```` x\n" }],
  });
  const text = renderSummary(report([context("prod", [hostile])]), roomy);
  expect(text).toContain(
    "> - delete `` `|<script>@octocat \\|](http://x) ⏎ # big `` (File): `[link](http://evil) @team ~~x~~`",
  );
  expect(text).toContain(
    "| `` `│<script>@octocat ⧵│](http://x) ⏎ # big `` File | 🔴 delete: `[link](http://evil) @team ~~x~~` |",
  );
  expect(text).toContain(
    "🔴 delete <code>`|&lt;script&gt;&#64;octocat \\|](http://x) ⏎ # big</code> File · <code>[link](http://evil) &#64;team ~~x~~</code> · 1 field",
  );
  expect(text).toContain("`````diff\n--- now\n- a`b:\n-   ```\n-   </details>");
  expect(outsideFences(text)).not.toContain("<script>@octocat |");
});

test("a plan of 2,000 tasks with large fields fits, and names every deletion", () => {
  const tasks = Array.from({ length: 2000 }, (_, index) =>
    task(`task-${index}`, {
      change: index % 4 === 0 ? "delete" : "update",
      reason: "spec changed",
      drift: "spec-changed",
      fields: [{ path: "/content", before: `${"a\n".repeat(500)}${index}`, after: `${"b\n".repeat(500)}${index}` }],
      dependencies: index > 0 ? [`task-${index - 1}`] : [],
    }),
  );
  const text = renderSummary(report([context("prod", tasks)]), roomy);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000_000);
  for (let index = 0; index < 2000; index += 4) expect(text).toContain(`> - delete \`task-${index}\` (File)`);
  expect(text).toContain("Not in the graph: 1800 changed tasks");
  expect(text).toMatch(/> Left out to fit: values of fields of \d+ tasks/);
});

const cutOrder: readonly [budget: number, left: string[]][] = [
  [60_000, ["rows", "graph", "fields", "values", "unchanged"]],
  [34_000, ["rows", "graph", "fields", "values"]],
  [19_500, ["rows", "graph", "fields"]],
  [9_000, ["rows"]],
];
test.each(cutOrder)("at %i bytes there are %j", (budgetBytes, left) => {
  const tasks = Array.from({ length: 100 }, (_, index) =>
    task(`task-${index}`, {
      change: "update",
      reason: "spec changed",
      fields: [{ path: "/a", before: "x".repeat(100), after: "y" }],
    }),
  );
  const idle = Array.from({ length: 200 }, (_, index) => task(`idle-${index}`));
  const text = renderSummary(report([context("prod", [...tasks, ...idle])]), { budgetBytes });
  const found = Object.entries({
    rows: "| `task-0` File | 🟡 update: spec changed |",
    graph: "```mermaid",
    fields: "<summary>🟡",
    values: "- a: ",
    unchanged: "`idle-199`",
  }).flatMap(([part, mark]) => (text.includes(mark) ? [part] : []));
  expect(found).toEqual(left);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budgetBytes);
});

// Reports of any shape: names that want to break out, fields of any size, any mix of what happened.
const hostileText = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        "`",
        "```",
        "|",
        "\n",
        "\r",
        "</details>",
        "<!--",
        "@a",
        "#1",
        "]( ",
        "~~~",
        "💥",
        "\\",
        '"',
        "]",
      ),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map((parts) => parts.join("")),
);
const statuses: readonly TaskStatus[] = [
  "planned",
  "done",
  "failed",
  "rolled-back",
  "tainted",
  "skipped",
  "cancelled",
  "observed",
];
const anyTask = fc.record({
  name: hostileText,
  kind: hostileText,
  change: fc.constantFrom(...changes),
  reason: hostileText,
  status: fc.constantFrom(...statuses),
  error: fc.option(fc.record({ message: hostileText, hint: hostileText, detail: hostileText }), { nil: null }),
  fields: fc.array(
    fc.record({ path: hostileText.map((text) => `/${text}`), before: hostileText, after: hostileText }),
    { maxLength: 3 },
  ),
});
const anyContext = fc
  .record({
    name: hostileText,
    tasks: fc.array(anyTask, { maxLength: 40 }),
    times: fc.constantFrom(1, 1, 1, 5, 60),
    long: fc.constantFrom(0, 0, 500),
    body: fc.constantFrom(0, 0, 100, 20_000),
  })
  .map(({ name, tasks, times, long, body }): ContextReport => {
    const all = Array.from({ length: times }, (_, round) =>
      tasks.map((one, index) =>
        task(`${one.name}${"n".repeat(long)}-${round}-${index}`, {
          ...one,
          name: `${one.name}${"n".repeat(long)}-${round}-${index}`,
          fields: one.fields.map((field) => ({ ...field, after: field.after + "line\n".repeat(body / 5) })),
          dependencies: index > 0 ? [`${tasks[index - 1]?.name}${"n".repeat(long)}-${round}-${index - 1}`] : [],
        }),
      ),
    ).flat();
    return context(name, all);
  });
const anyReport = fc
  .array(anyContext, { maxLength: 3 })
  .map((contexts): RunReport => report(contexts, { command: "apply" }));

test("property: within the budget, fences closed, every deletion and failure named, the graph whole", () => {
  fc.assert(
    fc.property(anyReport, fc.constantFrom(60_000, 200_000, 1_000_000), (one, wanted) => {
      const vital = one.contexts.flatMap(({ tasks }) => tasks.filter((each) => isDestructive(each) || hasFailed(each)));
      // Room for the bare names, twice over, as a task may be both destructive and failed.
      const budgetBytes = Math.max(wanted, vital.length * 2 * 150 + 20_000);
      const text = renderSummary(one, { budgetBytes });
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budgetBytes);
      const { open, outside, diagrams } = scanFences(text);
      expect(open).toBe(false);
      const found = [20, 40, 80, 200].find((width) => vital.every(({ name }) => outside.includes(code(name, width))));
      expect(found).toBeDefined();
      const lines = outside.split("\n");
      const closed = lines.filter((line) => line === "</details>").length;
      expect(lines.filter((line) => /^<details(?: open)?>/.test(line))).toHaveLength(closed);
      for (const diagram of diagrams) checkGraph(diagram);
    }),
    { numRuns: times(150, 40) },
  );
});

test("property: a budget of any size is kept", () => {
  fc.assert(
    fc.property(anyReport, fc.integer({ min: 0, max: 5000 }), (one, budgetBytes) => {
      expect(Buffer.byteLength(renderSummary(one, { budgetBytes }))).toBeLessThanOrEqual(budgetBytes);
    }),
    { numRuns: 100 },
  );
});

test("the graph keeps GitHub's limits, and what matters most", () => {
  const tasks = Array.from({ length: 1000 }, (_, index) =>
    task(`t${index}`, {
      change: index === 999 ? "delete" : "update",
      dependencies: Array.from({ length: Math.min(index, 20) }, (_, back) => `t${index - back - 1}`),
    }),
  );
  const graph = renderGraph(tasks);
  expect(graph?.markdown).toContain('["t999<br/>delete"]:::delete');
  expect(graph?.markdown.length).toBeLessThan(50_000);
  expect(countOf(graph?.markdown ?? "", "-->")).toBe(450);
  expect(graph?.leftOut.tasks).toBe(800);
  expect(renderGraph([task("a")])).toBeUndefined();
});

test("nothing is written where there is no room, and that is said", async () => {
  const said: string[] = [];
  const hook = createSummary({
    room: () => 1000,
    append: () => false,
    warn: (message) => said.push(message),
    redact: String,
  });
  await hook.finish?.(report([]), AbortSignal.timeout(1000));
  expect(said).toEqual([
    "The job summary of this step is full already, so nothing was added to it. The report has everything.",
  ]);
  const none = createSummary({
    room: () => 0,
    append: () => expect.unreachable(),
    warn: () => expect.unreachable(),
    redact: String,
  });
  await none.finish?.(report([]), AbortSignal.timeout(1000));
});

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Fences by CommonMark's rules: a fence ends at one that is at least as long. */
function scanFences(text: string): { open: boolean; outside: string; diagrams: string[] } {
  let fence = "";
  let language = "";
  let inside: string[] = [];
  const outside: string[] = [];
  const diagrams: string[] = [];
  for (const line of text.split("\n")) {
    const [, marks = "", rest = ""] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence === "" && marks !== "" && !(marks.startsWith("`") && rest.includes("`"))) {
      fence = marks;
      language = rest;
      inside = [];
    } else if (fence !== "" && marks.startsWith(fence) && rest.trim() === "") {
      if (language === "mermaid") diagrams.push(inside.join("\n"));
      fence = "";
    } else if (fence === "") outside.push(line);
    else inside.push(line);
  }
  return { open: fence !== "", outside: outside.join("\n"), diagrams };
}

function outsideFences(text: string): string {
  return scanFences(text).outside;
}

/** Every line of a diagram is one that we meant. */
function checkGraph(diagram: string): void {
  const [head, ...lines] = diagram.split("\n");
  expect(head).toBe("flowchart LR");
  for (const line of lines) {
    expect(line).toMatch(
      /^ {2}(n\d+\["(?:[\p{L}\p{N}._ …-]|#\d+;)*<br\/>[a-z, -]+"\]:::[a-z]+|n\d+ --> n\d+|classDef [a-z]+ [a-z0-9:#, .-]+)$/u,
    );
  }
}

describe("the summary of a run that failed before it knew of a task", () => {
  const locked = { severity: "error", code: "state-locked", message: `held ${"x".repeat(900)} the end.` } as const;
  const released = { severity: "notice", code: "unlocked", message: "released the lock" } as const;
  const failed = { result: "failure", failureReason: "state-locked", diagnostics: [released, locked] } as const;
  const unread = context("prod", [], { failureReason: "state-locked" });

  test("says why in full, and not that there is nothing to do", () => {
    const text = renderSummary(report([unread], { ...failed, command: "apply" }), roomy);
    expect(text).toContain("## ❌ `apply` in `prod` failed (state-locked)\n");
    expect(text).toContain(`### Problems\n\n- error ${locked.message} (\`state-locked\`)`);
    expect(text).toContain("### Notes\n\n- notice released the lock (`unlocked`)");
    expect(text).not.toMatch(/nothing to do|\| 0 \|/);
  });

  test("tells it of the context that it happened in", () => {
    const text = renderSummary(report([context("test", everyChange), unread], failed), roomy);
    expect(text).toMatch(/^## ❌ `plan`: 2 to create, .*; failed in `prod` \(state-locked\)\n/);
    expect(text).toContain("| `prod` | – | ❌ state-locked |");
  });
});

describe("the summary of many projects", () => {
  const lost = (number: number) =>
    context("test", [], { project: `p${String(number).padStart(3, "0")}`, failureReason: "not-reported" });
  const failed = { result: "failure", failureReason: "not-reported", command: "plan", project: "" } as const;

  test("names a few in its heading, and all below", () => {
    const made = context("test", [task("a", { change: "create" })], { project: "made" });
    const text = renderSummary(report([...Array.from({ length: 250 }, (_, at) => lost(at)), made], failed), roomy);
    const [heading = ""] = text.split("\n");
    expect(heading).toMatch(/; failed in `p000` `test`, .*, `p004` `test` and 245 more \(not-reported\)$/);
    expect(text).toContain("| `p249` `test` | – | ❌ not-reported |");
  });

  test("does not tell of one what another failed of", () => {
    const diagnostics = [
      { severity: "error", code: "invalid-manifest", message: "2 errors", project: "broken" },
      { severity: "error", code: "not-reported", message: "no report", project: "p001", context: "test" },
    ] as const;
    const text = renderSummary(
      report([lost(1)], { ...failed, failureReason: "invalid-manifest", diagnostics: [...diagnostics] }),
      roomy,
    );
    expect(text).toMatch(/^## ❌ `plan` failed \(invalid-manifest\)\n/);
    expect(text).toContain("- error in `broken` 2 errors (`invalid-manifest`)");
    expect(text).toContain("- error in `p001` `test` no report (`not-reported`)");
  });
});

describe("a summary that is no plan", () => {
  const summary = (...given: Parameters<typeof report>) => renderSummary(report(...given), roomy);

  test("lists contexts in one line, as it stands in every run with a matrix", () => {
    const contexts = [context("test", []), context("prod", [])];
    expect(summary(contexts, { command: "contexts" })).toBe("`contexts`: `test`, `prod`");
    expect(summary([], { command: "contexts" })).toBe("`contexts`: none");
    const told = [{ severity: "error", code: "no-context", message: "none" }] as const;
    const failed = { result: "failure", failureReason: "no-context", diagnostics: told } as const;
    expect(summary([], { command: "contexts", ...failed })).toMatch(/^## ❌ `contexts` did not run/);
  });

  test("says what drifted which way, and since when at the earliest", () => {
    const look = { status: "observed", change: "update" } as const;
    const recordedAt = "2026-11-20T08:00:00.000Z";
    const tasks = [
      task("fine", { status: "observed" }),
      task("edited", {
        ...look,
        drift: "resource-changed",
        recordedAt,
        fields: [{ path: "/a/b", before: 1, after: 2 }],
      }),
      task("gone", { ...look, change: "create", drift: "missing", recordedAt, fields: [{ path: "/a", after: 2 }] }),
      task("ours", {
        ...look,
        drift: "spec-changed",
        reason: "may change",
        fields: [{ path: "/c", before: 1, after: 2 }],
      }),
    ];
    const text = summary([context("prod", tasks)], { command: "drift" });
    expect(text.split("\n")[0]).toBe(
      "## ⚠️ `drift` in `prod`: 2 resources drifted, 1 changed in the manifest, 1 in sync",
    );
    expect(text).toContain("| `edited` File | ⚠️ changed outside opus: `a.b` | 2026-11-20 08:00 UTC |");
    expect(text).toContain("| `gone` File | ⚠️ gone, removed outside opus | 2026-11-20 08:00 UTC |");
    expect(text).toContain("| `ours` File | ✏️ changed in the manifest: `c` | – |");
    // No word of a plan.
    expect(text).not.toMatch(/update|create|may change|Unchanged/i);
    const clean = summary([context("prod", [task("fine", { status: "observed" })])], { command: "drift" });
    expect(clean).toBe("## ✅ `drift` in `prod`: no resource drifted, 1 in sync");
  });

  test("has a word of its own for a manifest that was only checked", () => {
    expect(summary([context("prod", [])], { command: "validate" })).toBe("## ✅ `validate` in `prod`: valid");
  });
});
