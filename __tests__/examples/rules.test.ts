import { describe, expect, it } from "vitest";
import { check, lint } from "./lint.ts";
import { jobNeeds } from "./needs.ts";
import { pinFindings, ruleFindings } from "./rules.ts";
import { ownName, permissionsOf, type Source, workflowOf } from "./sources.ts";

describe("the rules", () => {
  const whole = (steps: string, head = "on: { push: {} }") =>
    `${head}\npermissions: { contents: read }\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
  const of = (text: string): Source => ({ name: "wrong.yml", text });
  const checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1";

  it("and say nothing about what is right", async () => {
    const right = of(
      whole(`      - uses: ${checkout} # v7.0.1\n      - uses: ${ownName}@main\n        with: { command: plan }\n`),
    );
    expect(await lint(right)).toEqual([]);
    expect(await check(right)).toEqual([]);
    expect([...ruleFindings(right), ...pinFindings(right)]).toEqual([]);
  });

  it("on an input of ours that does not exist", async () => {
    const wrong = of(whole(`      - uses: ${ownName}@main\n        with: { comand: plan }\n`));
    expect(await check(wrong)).toEqual(["8: Invalid action input 'comand'"]);
    expect(ruleFindings(wrong)).toEqual(['one: the action has no input "comand"']);
  });

  it("on an output of ours that does not exist", () => {
    const step = `      - uses: ${ownName}@main\n        id: opus\n      - run: "true"\n        if: steps.opus.outputs.change == 'true'\n`;
    expect(ruleFindings(of(whole(step)))).toEqual(['one: the action has no output "change"']);
  });

  it("on an input of another action that does not exist, and one that is missing", async () => {
    const wrong = of(whole(`      - uses: actions/upload-artifact@v7\n        with: { names: report }\n`));
    expect(await check(wrong)).toEqual(["8: Invalid action input 'names'", "8: Missing required input `path`"]);
  });

  it("on an action that nobody has looked at", async () => {
    const wrong = of(whole(`      - uses: someone/else@v1\n`));
    expect(await check(wrong)).toEqual([
      "7: Unable to resolve action `someone/else@v1`, repository or version not found",
    ]);
  });

  it.each([
    ["a version", "actions/checkout@v5 # v7.0.1"],
    ["a short commit", "actions/checkout@08c6903 # v7.0.1"],
    ["a branch", "actions/checkout@main # v7.0.1"],
    ["no version as a comment", checkout],
  ])("on an action that is pinned by %s", (_what, uses) => {
    expect(pinFindings(of(whole(`      - uses: ${uses}\n`)))).toEqual([`not pinned, or without its version: ${uses}`]);
  });

  it.each([`{ uses: ${checkout}, with: { fetch-depth: 2 } }`, `"uses": actions/checkout@v5`])(
    "on an action in another notation, whose version nobody can see: %s",
    (line) => {
      expect(pinFindings(of(whole(`      - ${line}\n`)))).toEqual([`not pinned, or without its version: ${line}`]);
    },
  );

  it.each([
    "github.event.pull_request.title",
    "github.head_ref",
    "format('{0}', github.event.issue.body)",
    "github['event'].comment.body",
    "toJSON(github)",
    "GitHub.Event.issue.title",
    "GITHUB.HEAD_REF",
    "toJSON(github.*)",
    "inputs.target",
    "matrix.context",
    "needs.contexts.outputs.contexts",
    "steps.opus.outputs.outputs",
  ])("on a script with %s", (expression) => {
    const wrong = of(whole(`      - run: echo "\${{ ${expression} }}"\n`));
    expect(ruleFindings(wrong)).toEqual([`one: untrusted data in a script: \${{ ${expression} }}`]);
  });

  it("on a script with untrusted data, says actionlint too", async () => {
    const wrong = of(
      whole(`      - run: echo "\${{ github.event.pull_request.title }}"\n`, "on: { pull_request: {} }"),
    );
    expect(await lint(wrong)).toEqual([
      expect.stringContaining('"github.event.pull_request.title" is potentially untrusted'),
    ]);
  });

  it.each([
    'node dist/index.js drift --token "$TOKEN"',
    "opus state list --encryption-key=$KEY",
    "curl -H 'Authorization: ${{ github.token }}' https://example.com",
    "tool ${{ secrets.KEY }}",
    'git push "https://x-access-token:$TOKEN@github.com/o/r" main',
    'git -c http.extraheader="Authorization: basic $B" push',
  ])("on a secret as an argument: %s", (run) => {
    expect(ruleFindings(of(whole(`      - run: |\n          ${run}\n`)))).toEqual([
      `one: a secret as an argument: ${run}`,
    ]);
  });

  it("on a run that applies and may be cut off", () => {
    const head = "on: { push: {} }\nconcurrency: { group: a, cancel-in-progress: true }";
    const step = (command: string) => `      - uses: ${ownName}@main\n        with: { command: "${command}" }\n`;
    const finding = ["a run that applies may be cut off by `cancel-in-progress`"];
    expect(ruleFindings(of(whole(step("apply"), head)))).toEqual(finding);
    expect(ruleFindings(of(whole(step("deploy"), head)))).toEqual(finding);
    expect(ruleFindings(of(whole(step("${{ github.ref == 'x' && 'apply' || 'plan' }}"), head)))).toEqual(finding);
    expect(ruleFindings(of(whole(step("plan"), head)))).toEqual([]);
    const inJob = whole(step("apply")).replace(
      "    steps:",
      "    concurrency: { group: a, cancel-in-progress: true }\n    steps:",
    );
    expect(ruleFindings(of(inJob))).toEqual(finding);
  });

  it("on a run that applies and may be dropped while it waits, or is to wait in a way that GitHub does not know", async () => {
    const workflow = (group: string, command = "apply") =>
      of(
        whole(
          `      - uses: ${ownName}@main\n        with: { command: ${command} }\n`,
          `on: { push: {} }\nconcurrency: ${group}`,
        ),
      );
    const finding = [
      "a run that applies would be dropped when a newer one comes to wait: its group has no `queue: max`",
    ];
    expect(ruleFindings(workflow("a"))).toEqual(finding);
    expect(ruleFindings(workflow("{ group: a }"))).toEqual(finding);
    expect(ruleFindings(workflow("{ group: a, queue: single }"))).toEqual(finding);
    expect(ruleFindings(workflow("a", "plan"))).toEqual([]);
    const right = workflow("{ group: a, queue: max }");
    expect([...ruleFindings(right), ...(await lint(right)), ...(await check(right))]).toEqual([]);
    expect(await check(workflow("{ group: a, queue: most }"))).toEqual([expect.stringContaining("2: ")]);
    expect(await lint(workflow("{ group: a, queues: max }"))).toHaveLength(1);
  });

  it.each(["pull_request_target", "workflow_run"])("on a checkout of a stranger's commit under %s", (event) => {
    const head = event === "workflow_run" ? "on: { workflow_run: { workflows: [a] } }" : `on: [push, ${event}]`;
    const ref = "${{ github.event.pull_request.head.sha }}";
    const bad = whole(`      - uses: ${checkout} # v7.0.1\n        with: { ref: "${ref}" }\n`, head);
    expect(ruleFindings(of(bad))).toEqual([`one: a checkout of ${ref} with the rights of ${event}`]);
    expect(ruleFindings(of(whole(`      - uses: ${checkout} # v7.0.1\n`, head)))).toEqual([]);
    const forced = whole(
      `      - uses: ${checkout} # v7.0.1\n        with: { allow-unsafe-pr-checkout: true }\n`,
      head,
    );
    expect(ruleFindings(of(forced))).toEqual([`one: a checkout of a stranger's code with the rights of ${event}`]);
  });

  it("on a time zone that is no word of a schedule, and not on one that is", async () => {
    const schedule = (key: string) => `on: { schedule: [{ cron: "17 3 * * *", ${key}: Europe/Berlin }] }`;
    const [right, wrong] = ["timezone", "zone"].map((key) => of(whole('      - run: "true"\n', schedule(key))));
    if (right === undefined || wrong === undefined) throw new Error("there are two");
    expect([...(await lint(right)), ...(await check(right))]).toEqual([]);
    expect(await check(wrong)).not.toEqual([]);
  });

  it("on permissions that are missing or too many", () => {
    const without = whole(`      - run: "true"\n`).replace("permissions: { contents: read }\n", "");
    expect(ruleFindings(of(without))).toEqual(["one: no permissions are given, so the repository's default holds"]);
    const all = without.replace("jobs:", "permissions: write-all\njobs:");
    expect(ruleFindings(of(all))).toEqual(["one: permissions that are not listed one by one: write-all"]);
    const more = whole(`      - run: "true"\n`).replace(
      "    steps:",
      "    permissions: { contents: write }\n    steps:",
    );
    expect(permissionsOf(of(more))).toEqual({ one: { contents: "write" } });
  });

  const step = (given: string) => `      - uses: ${ownName}@main\n        with: { ${given} }\n`;
  it.each([
    ["command: contexts", { contents: "read" }],
    ["command: plan", { contents: "read" }],
    ["command: apply", { contents: "write", actions: "read", "pull-requests": "write" }],
    ["command: apply, comment-pr: never", { contents: "write", actions: "read" }],
    [
      "command: apply, comment-pr: never, require-reviewed-plan: true",
      { contents: "write", actions: "read", "pull-requests": "read" },
    ],
    ["command: unlock", { contents: "write", actions: "read" }],
    ["command: drift, drift-issue: true", { contents: "read", issues: "write" }],
    ["command: report", { "pull-requests": "write" }],
  ])("know what a step needs: %s", (given, needs) => {
    expect(jobNeeds(workflowOf(of(whole(step(given)))), "one")).toEqual(needs);
  });

  it("know what each choice of a manual run needs", () => {
    const head = "on: { workflow_dispatch: { inputs: { what: { type: choice, options: [delete, unlock] } } } }";
    const workflow = workflowOf(of(whole(step("command: '${{ inputs.what }}'"), head)));
    expect(jobNeeds(workflow, "one")).toEqual({ contents: "write", actions: "read", "pull-requests": "write" });
  });

  it("know what actions of others, scripts and steps side by side need", () => {
    const steps = [
      `      - uses: ${checkout} # v7.0.1`,
      "      - parallel:",
      "          - run: gh pr list",
      "          - uses: actions/download-artifact@v8",
      "            with: { run-id: 1 }",
    ];
    const workflow = workflowOf(of(whole(`${steps.join("\n")}\n`)));
    expect(jobNeeds(workflow, "one")).toEqual({ contents: "read", "pull-requests": "read", actions: "read" });
    const unknown = workflowOf(of(whole("      - uses: someone/else@v1\n")));
    expect(() => jobNeeds(unknown, "one")).toThrow("nobody has said what someone/else needs");
  });

  it("on a wrong expression, a key that nobody knows, and a job that is not there", async () => {
    const wrong = of(whole(`      - run: "true"\n        if: \${{ steps.no.outputs.x }}\n        iff: true\n`));
    expect(await lint(wrong)).toHaveLength(2);
    expect(await check(wrong)).not.toEqual([]);
    const needs = of(whole(`      - run: "true"\n`).replace("    steps:", "    needs: two\n    steps:"));
    expect(await lint(needs)).toHaveLength(1);
  });
});
