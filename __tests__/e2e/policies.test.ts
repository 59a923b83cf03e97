import "./short-waits.ts";
import { vi } from "vitest";

vi.mock("../../src/engine/model/timing.ts", async (load) => ({
  ...(await load<typeof import("../../src/engine/model/timing.ts")>()),
  policyMs: 5_000,
}));

import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { files, PullRequestWorld, pullRequest, push } from "./pull-request.ts";
import { QuickRig } from "./quick-rig.ts";
import { statuses } from "./rig.ts";

const manifest = (more = "", use = "{ use: ./opus/policy.mjs }"): string => `apiVersion: opus/v1
kind: Project
metadata: { name: storefront }
spec:
  contexts: [{ input: true }, { branch: main, context: test }]
  hooks: [${use}]
${more}---
apiVersion: opus/v1
kind: File
metadata: { name: first }
spec: { path: out/first.txt, content: first, mode: "0644" }
---
apiVersion: opus/v1
kind: Shell
metadata: { name: second, dependencies: [{ tasks: [first] }] }
spec: { create: echo made > second.txt, delete: rm -f second.txt }
`;

const policy = (review: string, more = ""): string =>
  `export default {\n  name: "house rules",\n  ${more}review: ${review},\n};\n`;

const noFiles = `(plan) => plan.tasks.filter(({ kind, change }) => kind === "File" && change !== "noop").map(({ name, change }) => ({
    task: name, pointer: "/mode", message: \`nobody may \${change} files\`, hint: "Ask the platform team.",
  }))`;

function rigOf(review: string, more = "", use?: string): QuickRig {
  return new QuickRig({ "opus.yaml": manifest(more, use), "opus/policy.mjs": policy(review) });
}

const forbidden = 'the policy "house rules" forbids the plan of "first": nobody may create files';

describe("a policy", () => {
  it.each(["plan", "apply"])("that has something against it stops %s before anything is done", async (command) => {
    using rig = rigOf(noFiles);
    const run = await rig.step({ command });
    expect([run.exitCode, run.outputs["failure-reason"], run.outputs.changes]).toEqual([1, "policy", "true"]);
    expect(run.report.diagnostics).toMatchObject([
      {
        severity: "error",
        code: "policy",
        message: forbidden,
        file: "opus.yaml",
        line: 11,
        column: 52,
        suggestion: "Ask the platform team.",
      },
    ]);
    expect(run.report.contexts[0]).toMatchObject({ failureReason: "policy", counts: { create: 2 } });
    expect(statuses(run.report)).toEqual({ first: "planned", second: "planned" });
    expect([
      rig.exists("out/first.txt"),
      rig.exists("second.txt"),
      rig.exists(".opus/state/storefront/test/state.json"),
    ]).toEqual([false, false, false]);
    // A note on the line, the log, and the summary.
    expect(run.log).toMatch(/::error [^\n]*file=opus\.yaml,[^\n]*line=11[^\n]*::the policy "house rules" forbids/);
    expect(run.log).toContain(`${command} failed (policy)`);
    expect(run.log).toContain("Nothing was changed. Change what the policy names, or mend the policy, and run again.");
    expect(run.summary).toContain("nobody may create files");
  });

  it("stops a deletion, and leaves all of it where it is", async () => {
    using rig = rigOf("() => []");
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    rig.write(
      "opus/other.mjs",
      policy(
        '({ action, tasks }) => tasks.filter(({ change }) => change === "delete").map(({ name }) => ({ task: name, message: `${action} is not for a Friday` }))',
      ),
    );
    rig.write("opus.yaml", manifest("", "{ use: ./opus/other.mjs }"));
    const run = await rig.step({ command: "delete", context: "test" });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "policy"]);
    expect(
      run.report.diagnostics.map(({ message, line }: { message: string; line: number }) => [message, line]),
    ).toEqual([
      ['the policy "house rules" forbids the plan of "second": delete is not for a Friday', 13],
      ['the policy "house rules" forbids the plan of "first": delete is not for a Friday', 8],
    ]);
    expect([rig.exists("out/first.txt"), rig.exists("second.txt")]).toEqual([true, true]);
    // A look changes nothing that could be forbidden.
    for (const command of ["drift", "describe", "validate"])
      expect((await rig.step({ command, context: "test" })).outputs["failure-reason"]).toBe("");
  });

  it("stops a terminal in the same way", async () => {
    using rig = rigOf(noFiles);
    for (const command of ["plan", "apply"]) {
      const run = await rig.terminal([command, "--context", "test"]);
      expect([run.exitCode, rig.exists("out/first.txt")]).toEqual([1, false]);
      expect(run.log).toContain(forbidden);
      expect(run.log).toContain("opus.yaml:11:52");
      expect(run.log).toContain(`${command} failed (policy)`);
    }
  });

  it("lets a plan pass by an empty list, which the log says", async () => {
    using rig = rigOf("async () => []");
    const run = await rig.step({ command: "apply" });
    expect([run.exitCode, statuses(run.report)]).toEqual([0, { first: "done", second: "done" }]);
    expect(run.log).toContain('the policy "house rules" has nothing against the plan of test');
  });

  it("may only warn", async () => {
    using rig = rigOf('() => ["no", { severity: "warning", message: "think again" }].slice(1)');
    const run = await rig.step({ command: "apply" });
    expect(run.exitCode).toBe(0);
    expect(run.report.diagnostics).toMatchObject([
      {
        severity: "warning",
        code: "policy",
        message: 'the policy "house rules" warns of the plan: think again',
        line: 6,
      },
    ]);
  });

  it("is told of beside what guards the plan, and of each other", async () => {
    using rig = rigOf("() => []");
    await rig.step({ command: "apply" });
    rig.write("opus/a.mjs", policy('() => ["one", "two"]'));
    rig.write("opus/b.mjs", policy('() => ["three"]').replace("house rules", "b"));
    const protecting = manifest("", "{ use: ./opus/a.mjs }, { use: ./opus/b.mjs }");
    rig.write(
      "opus.yaml",
      protecting
        .replace("  hooks:", "  limits: { maxDeletes: 0 }\n  hooks:")
        .replace(/---\napiVersion: opus\/v1\nkind: Shell[\s\S]*/, ""),
    );
    const run = await rig.step({ command: "apply" });
    expect(run.outputs["failure-reason"]).toBe("policy");
    expect(
      run.report.diagnostics.map(({ code, message }: { code: string; message: string }) => `${code}: ${message}`),
    ).toEqual([
      'policy: the policy "house rules" forbids the plan: one',
      'policy: the policy "house rules" forbids the plan: two',
      'policy: the policy "b" forbids the plan: three',
      "max-deletes: the plan would delete or replace 1 resource (second), and `maxDeletes` allows 0",
    ]);
    // No input lifts it.
    expect((await rig.step({ command: "apply", "max-deletes": "5" })).outputs["failure-reason"]).toBe("policy");
    expect(
      (await rig.step({ command: "apply", "plan-digest": run.outputs["plan-digest"] ?? "" })).outputs["failure-reason"],
    ).toBe("policy");
    expect(rig.exists("second.txt")).toBe(true);
  });

  it("limited to a command is asked by the name that the project gives it, too", async () => {
    using rig = rigOf("() => []", "  commands: { ship: apply, nuke: delete }\n");
    expect((await rig.step({ command: "ship" })).exitCode).toBe(0);
    rig.write("opus/no.mjs", policy('() => ["no"]'));
    for (const on of ["delete", "nuke"]) {
      const use = `{ use: ./opus/no.mjs, on: [${on}] }`;
      rig.write("opus.yaml", manifest("  commands: { ship: apply, nuke: delete }\n", use));
      for (const inputs of [{ command: "plan", "plan-command": "nuke" }, { command: "nuke" }]) {
        const run = await rig.step({ ...inputs, context: "test" });
        expect([on, run.outputs["failure-reason"], rig.exists("out/first.txt")]).toEqual([on, "policy", true]);
      }
      expect((await rig.step({ command: "ship" })).exitCode).toBe(0);
    }
  });

  it("that is on for a command holds for the plan of it, and for no other", async () => {
    using rig = rigOf('() => ["no"]', "", "{ use: ./opus/policy.mjs, on: [apply] }");
    expect((await rig.step({ command: "plan" })).outputs["failure-reason"]).toBe("policy");
    expect((await rig.step({ command: "apply" })).outputs["failure-reason"]).toBe("policy");
    expect((await rig.step({ command: "create" })).outputs["failure-reason"]).toBe("");
  });

  it("changes nothing of the plan that it is shown", async () => {
    using rig = rigOf("(plan) => { plan.tasks.length = 0; plan.order.reverse(); return []; }");
    expect(statuses((await rig.step({ command: "apply" })).report)).toEqual({ first: "done", second: "done" });
  });
});

describe("what a policy is shown", () => {
  const keep = `async (plan) => { (await import("node:fs")).writeFileSync("seen.json", JSON.stringify(plan)); return []; }`;

  it("is the plan as the report has it, without secrets", async () => {
    using rig = rigOf(keep);
    rig.write(
      "opus.yaml",
      manifest().replace("content: first", 'content: "${SECRET:token}"') +
        "---\napiVersion: opus/v1\nkind: Values\nspec:\n  secrets: { token: { env: TOKEN } }\n",
    );
    const run = await rig.step({ command: "plan" }, { env: { TOKEN: "sesame-open-now" } });
    expect(run.exitCode).toBe(0);
    const text = rig.read("seen.json");
    expect(text).not.toContain("sesame-open-now");
    const seen = JSON.parse(text);
    const [context] = run.report.contexts;
    const { tasks, counts, order, planDigest: digest } = context;
    expect(seen).toEqual({
      command: "plan",
      previews: "apply",
      action: "apply",
      project: "storefront",
      context: "test",
      digest,
      order,
      counts,
      tasks,
    });
    expect(seen.tasks[0].fields.map(({ path }: { path: string }) => path)).toContain("/content");
  });
});

const who = 'the hook "house rules" of module ./opus/policy.mjs';
const answers = 'the policy "house rules" could not be asked about the plan, so nothing is done: ';

describe("a policy that can't say what it thinks forbids the plan", () => {
  it.each([
    ["throws", '() => { throw new Error("no rules"); }', "no rules"],
    ["rejects", 'async () => { throw Object.assign(new Error("no rules"), { hint: "Fetch them." }); }', "no rules"],
    ["throws nothing at all", "() => { throw undefined; }", "undefined was thrown"],
    ["ends the process", "() => process.exit(0)", `process.exit(0) was called by ${who}, in its \`review\``],
    ["gives nothing", "() => {}", `${who}: \`review\` gave nothing`],
    ["gives a yes", "() => true", `${who}: \`review\` gave something else than a list of problems`],
    ["gives an object", "() => ({ problems: [] })", `${who}: \`review\` gave something else than a list of problems`],
    ["gives a number", "() => [7]", `${who}: \`review\` gave a problem that is neither a text nor an object`],
    ["says nothing", '() => [""]', `${who}: \`review\` gave a problem without a \`message\``],
    [
      "misspells",
      '() => [{ mesage: "no" }]',
      `${who}: \`review\` gave a problem with an unknown member "mesage"; did you mean "message"?`,
    ],
    [
      "is of no severity",
      '() => [{ message: "no", severity: "info" }]',
      `${who}: \`review\` gave a problem whose \`severity\` is neither "error" nor "warning"`,
    ],
    [
      "names what is no task",
      '() => [{ message: "no", task: 7 }]',
      `${who}: \`review\` gave a problem whose \`task\` is no text`,
    ],
    [
      "has a trap",
      '() => [{ get message() { throw new Error("gotcha"); } }]',
      `${who}: \`review\` gave what can't be read: `,
    ],
    ["gives a promise in a list", '() => [Promise.resolve("no")]', `${who}: \`review\` gave what can't be read: `],
  ])("as it %s", async (_, review, message) => {
    using rig = rigOf(review);
    const run = /process/.test(review)
      ? await rig.stepInProcess({ command: "apply" })
      : await rig.step({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"], rig.exists("out/first.txt")]).toEqual([1, "policy", false]);
    expect(run.report.diagnostics).toHaveLength(1);
    expect(run.report.diagnostics[0]).toMatchObject({ code: "policy", file: "opus.yaml", line: 6 });
    expect(
      run.report.diagnostics[0].message.startsWith(`${answers}${message}`),
      run.report.diagnostics[0].message,
    ).toBe(true);
    // The lock is free again.
    rig.write("opus.yaml", manifest("", ""));
    expect((await rig.step({ command: "apply", "lock-timeout": "0" })).exitCode).toBe(0);
  });

  it("as it never answers, at once when nothing could make it", async () => {
    using rig = rigOf("() => new Promise(() => {})");
    const run = await rig.stepInProcess({ command: "apply" });
    expect(run.outputs["failure-reason"]).toBe("policy");
    expect(run.report.diagnostics[0].message).toBe(
      `${answers}${who} never answered: its \`review\` returned a promise that nothing settles`,
    );
  });

  it("as it takes too long, and hears of that", async () => {
    using rig = rigOf(
      '(plan, signal) => new Promise(() => signal.addEventListener("abort", async () => (await import("node:fs")).writeFileSync("told.txt", "told")))',
    );
    const run = await rig.step({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "policy"]);
    expect(run.report.diagnostics[0].message).toBe(`${answers}it took longer than 5 seconds`);
    expect(rig.exists("told.txt")).toBe(true);
  });

  it("as its module can't be loaded, also where a project alone counts", async () => {
    using rig = rigOf("() => []");
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", manifest("", "{ use: ./opus/gone.mjs }"));
    for (const command of ["plan", "apply", "delete"]) {
      const run = await rig.step({ command, context: "test" });
      expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "invalid-manifest"]);
    }
    expect(rig.exists("out/first.txt")).toBe(true);
  });

  it.each([
    [
      "export default { on() {} };\nexport function review() { return []; }",
      "its default export is a hook, and `review` is exported beside it",
    ],
    [
      "export default () => ({ around: (step, next) => next() });\nexport const reveiw = () => [];",
      "its default export is a hook, and `reveiw` is exported beside it",
    ],
    [
      "export function review() { return []; }",
      "the default export must be a hook, or a function that makes one from its options, and `review` is exported beside it",
    ],
  ])("that is exported beside the hook, and that nothing would call: %s", async (module, message) => {
    using rig = new QuickRig({ "opus.yaml": manifest(), "opus/policy.mjs": `${module}\n` });
    const run = await rig.step({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"], rig.exists("out/first.txt")]).toEqual([
      1,
      "invalid-manifest",
      false,
    ]);
    expect(run.report.diagnostics[0].message).toBe(
      `./opus/policy.mjs: ${message}, where nothing calls it: make one object of it all, as \`export default { review(plan) { … } }\``,
    );
  });

  it("may stand beside the hook that has it", async () => {
    using rig = new QuickRig({
      "opus.yaml": manifest(),
      "opus/policy.mjs": `export const review = () => ["no"];\nexport default { review };\n`,
    });
    expect((await rig.step({ command: "apply" })).outputs["failure-reason"]).toBe("policy");
  });

  it.each(["reveiw", "Review", "reviews", "eview"])("as nothing would call it, being called %s", async (name) => {
    using rig = new QuickRig({
      "opus.yaml": manifest(),
      "opus/policy.mjs": `class Rules { on() {} ${name}() { return ["no"]; } }\nexport default () => new Rules();\n`,
    });
    const run = await rig.step({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"], rig.exists("out/first.txt")]).toEqual([
      1,
      "invalid-manifest",
      false,
    ]);
    expect(run.report.diagnostics[0].message).toBe(
      `./opus/policy.mjs: the hook has \`${name}\`, which nothing calls; did you mean \`review\`?`,
    );
  });

  it("not as it has a helper that is called alike", async () => {
    using rig = new QuickRig({
      "opus.yaml": manifest(),
      "opus/policy.mjs": policy("() => []", "preview() {}, reviews() {}, "),
    });
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
  });

  it("with more problems than are told", async () => {
    using rig = rigOf("() => Array.from({ length: 1_000 }, (_, at) => `problem ${at} ${'x'.repeat(10_000)}`)");
    const run = await rig.step({ command: "plan" });
    expect(run.report.diagnostics).toHaveLength(201);
    expect(run.report.diagnostics[200].message).toBe(
      'the policy "house rules" forbids the plan: there are 800 more problems',
    );
    expect(run.report.diagnostics[0].message.length).toBeLessThan(4_100);
  });

  it("about a task or a field that there is not", async () => {
    using rig = rigOf(
      '() => [{ task: "gone", message: "no" }, { task: "first", pointer: "/gone/7", message: "no" }, { task: "first", pointer: "nonsense", message: "no" }]',
    );
    const run = await rig.step({ command: "plan" });
    expect(run.report.diagnostics.map(({ line }: { line: number }) => line)).toEqual([6, 11, 8]);
  });
});

describe("a policy and a review", () => {
  const both = (use: string): string => `apiVersion: opus/v1
kind: Project
metadata: { name: storefront }
spec:
  contexts: [{ event: pull_request, context: prod }, { branch: main, context: prod }]
  hooks: [{ use: check }, { use: ${use} }]
${files({ one: "one" })}`;

  it("are both needed; comment and check show what the policy says", async () => {
    await using world = await PullRequestWorld.open(both("./no.mjs"));
    world.rig.write(
      "no.mjs",
      policy('({ tasks }) => tasks.map(({ name }) => ({ task: name, message: "not before Monday" }))'),
    );
    world.rig.write("yes.mjs", policy("() => []"));
    const planned = await world.step({
      token: world.github.actionsToken({
        permissions: { contents: "read", "pull-requests": "write", checks: "write" },
      }),
    });
    expect(planned.outputs["failure-reason"]).toBe("policy");
    const [body] = await world.bodies();
    expect(body).toContain("🛑 policy");
    expect(body).toContain("not before Monday");
    const [check] = world.github.checks.all;
    expect([check?.conclusion, check?.title]).toEqual(["failure", "1 to create (policy)"]);
    expect(check?.annotations).toContainEqual(
      expect.objectContaining({ path: "opus.yaml", annotation_level: "failure", start_line: 8, title: "policy" }),
    );

    await world.github.pull({ number: 12, merged: true, mergeCommitSha: "b".repeat(40) });
    const reviewed = { command: "apply", "require-reviewed-plan": "true" };
    const refused = await world.step(reviewed, push());
    expect([refused.outputs["failure-reason"], world.rig.exists("out/prod/one.txt")]).toEqual(["policy", false]);
    // The policy has nothing against it any more, and the plan is the one that people have seen.
    world.rig.write("opus.yaml", both("./yes.mjs"));
    const applied = await world.step(reviewed, push());
    expect([applied.exitCode, applied.outputs["failure-reason"]]).toEqual([0, ""]);
    expect(world.rig.exists("out/prod/one.txt")).toBe(true);
  });

  it("are not one: a plan that nobody has reviewed is refused though no policy minds", async () => {
    await using world = await PullRequestWorld.open(both("./yes.mjs"));
    world.rig.write("yes.mjs", policy("() => []"));
    await world.github.pull({ number: 12, merged: true, mergeCommitSha: "b".repeat(40) });
    const run = await world.step({ command: "apply", "require-reviewed-plan": "true" }, push());
    expect(run.outputs["failure-reason"]).toBe("plan-not-reviewed");
  });

  it("is not asked in a run of a fork, which may do nothing anyway", async () => {
    await using world = await PullRequestWorld.open(both("./no.mjs"));
    world.rig.write("no.mjs", policy('() => ["no"]'));
    const event = pullRequest(12);
    const pull = {
      head: { sha: "a".repeat(40), ref: "change", repo: { id: 2, full_name: "mallory/storefront" } },
      base: { ref: "main", repo: { id: 1 } },
    };
    const run = await world.step(
      { "comment-pr": "never" },
      { ...event, payload: { ...event.payload, pull_request: pull } },
    );
    expect(run.outputs["failure-reason"]).toBe("");
  });
});

describe("the policies of the docs and examples", () => {
  const root = join(import.meta.dirname, "../..");

  function example(path: string): QuickRig {
    const rig = new QuickRig();
    const filter = (from: string): boolean => !/\/(out|\.opus|node_modules)(\/|$)/.test(from);
    cpSync(join(root, "examples/policy", path), rig.workspace, { recursive: true, filter });
    symlinkSync(join(root, "node_modules"), join(rig.workspace, "node_modules"));
    return rig;
  }

  const told = async (rig: QuickRig, inputs: { readonly [name: string]: string }): Promise<readonly unknown[]> => {
    const { outputs, report } = await rig.step({ command: "apply", ...inputs });
    return [outputs["failure-reason"], ...report.diagnostics.map(({ message, line }: never) => `${line}: ${message}`)];
  };
  const edit = (rig: QuickRig, from: string, to: string): void =>
    rig.write("opus.yaml", rig.read("opus.yaml").replace(from, to));

  it.each([
    ["", 12, "everybody could write to it (0666)", 9, "no replace in prod", "house rules"],
    ["cel", 15, "everybody could write to it", 15, "nothing is deleted in prod", "cel"],
  ])("examples/policy/%s", async (path, openAt, open, goneAt, gone, name) => {
    using rig = example(path);
    expect(await told(rig, { context: "prod" })).toEqual([""]);
    edit(rig, "0644", "0666");
    const says = `the policy "${name}" forbids the plan of "settings":`;
    expect(await told(rig, { context: "test" })).toEqual(["policy", `${openAt}: ${says} ${open}`]);
    edit(rig, "0666", "0644");
    edit(rig, "out/settings.json", "out/other.json");
    expect(await told(rig, { context: "prod" })).toEqual(["policy", `${goneAt}: ${says} ${gone}`]);
    expect(rig.exists("out/settings.json")).toBe(true);
  });

  it.each(["", "cel"])("examples/policy/%s lets go what it has nothing against", async (path) => {
    using rig = example(path);
    expect(await told(rig, { context: "test" })).toEqual([""]);
    // Fields of what is taken out or deleted have no `after`.
    edit(rig, ', mode: "0644"', "");
    expect(await told(rig, { context: "test" })).toEqual([""]);
    expect(await told(rig, { command: "delete", context: "test" })).toEqual([""]);
  });

  it("a rule in CEL that is wrong is told before any plan is made", async () => {
    using rig = example("cel");
    edit(rig, 'task.change in ["delete", "replace"]', "task.change in [");
    const run = await rig.step({ command: "plan", context: "prod" });
    expect([run.outputs["failure-reason"], run.report.diagnostics[0].line]).toEqual(["invalid-manifest", 7]);
    expect(run.report.diagnostics[0].message).toContain("./opus/cel.mjs: can't be loaded: ");
  });

  it("docs/hooks.md", async () => {
    const page = readFileSync(join(root, "docs/hooks.md"), "utf8");
    const code = page.split("<!-- example: opus/policy.mjs -->\n```js\n")[1]?.split("```")[0] ?? "";
    using rig = new QuickRig({ "opus.yaml": manifest(), "opus/policy.mjs": code });
    expect((await rig.step({ command: "apply", context: "prod" })).exitCode).toBe(0);
    const run = await rig.step({ command: "delete", context: "prod" });
    expect(run.report.diagnostics.map(({ message }: { message: string }) => message)).toEqual([
      'the policy "house rules" forbids the plan of "second": no delete in prod',
      'the policy "house rules" forbids the plan of "first": no delete in prod',
    ]);
  });
});

describe("a policy, where values become known in the middle of an apply", () => {
  const chain = (size: string): string => `apiVersion: opus/v1
kind: Project
metadata: { name: storefront }
spec:
  contexts: [{ branch: main, context: test }]
  hooks: [{ use: ./opus/policy.mjs }]
---
apiVersion: opus/v1
kind: Values
metadata: { name: all }
spec: { secrets: { token: { env: TOKEN } } }
---
apiVersion: opus/v1
kind: Shell
metadata: { name: ask }
spec: { create: 'echo "SIZE=${size}" >> "$OPUS_OUTPUT"' }
---
apiVersion: opus/v1
kind: File
metadata: { name: size }
spec: { path: out/size.txt, content: "\${VAR:ask:SIZE} \${SECRET:token}" }
---
apiVersion: opus/v1
kind: File
metadata: { name: bare }
spec: { path: out/bare.txt, content: "\${VAR:ask:SIZE}" }
---
apiVersion: opus/v1
kind: File
metadata: { name: after, dependencies: [{ tasks: [bare] }] }
spec: { path: out/after.txt, content: after }
`;
  const env = { TOKEN: "correct-horse-battery-staple" };
  const limit = `async ({ nowKnown, tasks }) => {
    const { appendFileSync } = await import("node:fs");
    appendFileSync("asked.txt", "asked about " + (nowKnown ?? "all") + ": " + JSON.stringify(tasks) + "\\n");
    return tasks.flatMap(({ name, fields }) => fields.filter(({ after }) => after === "huge").map(({ path }) => ({
      task: name, pointer: path, message: "huge is too large", hint: "Ask for less.",
    })));
  }`;
  const rigged = (review: string, size: string): QuickRig =>
    new QuickRig({ "opus.yaml": chain(size), "opus/policy.mjs": policy(review) });

  it("is asked once more, and stops that task and what depends on it", async () => {
    using rig = rigged(limit, "huge");
    const plan = await rig.step({}, { env });
    expect([plan.exitCode, plan.outputs["failure-reason"]]).toEqual([0, ""]);
    const run = await rig.step({ command: "apply" }, { env });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "policy"]);
    expect(statuses(run.report)).toEqual({ ask: "done", size: "done", bare: "failed", after: "skipped" });
    expect([rig.exists("out/size.txt"), rig.exists("out/bare.txt"), rig.exists("out/after.txt")]).toEqual([
      true,
      false,
      false,
    ]);
    const message = 'the policy "house rules" forbids the plan of "bare": huge is too large';
    expect(run.report.diagnostics).toMatchObject([
      { severity: "error", code: "policy", message, suggestion: "Ask for less.", file: "opus.yaml", line: 26 },
    ]);
    expect(run.report.contexts[0].tasks.find(({ name }: { name: string }) => name === "bare")).toMatchObject({
      error: { message, hint: "Ask for less." },
      rollback: "needless",
    });
    expect(run.summary).toContain("What a policy forbade was not done, and nothing that depends on it");
    expect(Object.keys(rig.state("storefront", "test").body.tasks).sort()).toEqual(["ask", "size"]);
    expect(rig.state("storefront", "test").body.pending ?? []).toEqual([]);
    // By now it is known before anything runs.
    const again = await rig.step({ command: "apply" }, { env });
    expect([again.exitCode, again.outputs["failure-reason"], statuses(again.report).bare]).toEqual([
      1,
      "policy",
      "planned",
    ]);
  });

  it("stops each task for what is said of that one, and says it once", async () => {
    using rig = rigged(
      `({ nowKnown, tasks }) => nowKnown === undefined ? [] : tasks.filter(({ name }) => name === "bare").map(({ name }) => ({ task: name, message: "not bare" })).concat({ severity: "warning", message: "see the house rules" })`,
      "huge",
    );
    rig.write("opus.yaml", chain("huge").replace("name: size }", "name: size, dependencies: [{ tasks: [ask] }] }"));
    const run = await rig.step({ command: "apply", parallelism: "1" }, { env });
    expect(statuses(run.report)).toEqual({ ask: "done", size: "done", bare: "failed", after: "skipped" });
    expect(run.report.diagnostics.map(({ message }: { message: string }) => message)).toEqual([
      'the policy "house rules" warns of the plan: see the house rules',
      'the policy "house rules" forbids the plan of "bare": not bare',
    ]);
  });

  it("lets what it has nothing against be done, is shown no secret, and is not asked about what stays as it is", async () => {
    using rig = rigged(limit, "small");
    const run = await rig.step({ command: "apply" }, { env });
    expect(statuses(run.report)).toEqual({ ask: "done", size: "done", bare: "done", after: "done" });
    expect(rig.read("out/size.txt")).toBe("small correct-horse-battery-staple");
    const asked = (): readonly (string | undefined)[] =>
      [...rig.read("asked.txt").matchAll(/asked about (\w+):/g)].map(([, name]) => name).sort();
    expect(asked()).toEqual(["all", "bare", "size"]);
    expect(rig.read("asked.txt")).not.toContain(env.TOKEN);
    expect(rig.read("asked.txt")).toContain('{"path":"/content","after":"small"}');
    rig.remove("asked.txt");
    rig.write("opus.yaml", chain("small").replace("create: '", "create: 'true; "));
    const same = await rig.step({ command: "apply" }, { env });
    expect([same.exitCode, asked()]).toEqual([0, ["all"]]);
  });

  it.each([
    ["throws", 'throw new Error("no answer")', "no answer"],
    ["gives no list", "return 1", "something else than a list of problems"],
  ])("stops the task where it %s", async (_, does, why) => {
    using rig = rigged(`({ nowKnown }) => { if (nowKnown === "bare") ${does}; return []; }`, "small");
    const run = await rig.step({ command: "apply" }, { env });
    expect(statuses(run.report)).toEqual({ ask: "done", size: "done", bare: "failed", after: "skipped" });
    expect(run.outputs["failure-reason"]).toBe("policy");
    expect(run.report.diagnostics[0].message).toMatch(
      `the policy "house rules" could not be asked about "bare", so nothing is done to it: `,
    );
    expect(run.report.diagnostics[0].message).toContain(why);
  });
});

describe("policies that nobody can ask about a deletion", () => {
  const broken = (hooks: string): string => manifest("", hooks).replace("contexts:", "contextz:");

  it.each(["delete", "plan"])(
    "stop %s where the manifest seems to have some, whoever names the project",
    async (command) => {
      using rig = rigOf("() => []");
      await rig.step({ command: "apply" });
      rig.write("opus.yaml", broken("{ use: ./opus/policy.mjs }"));
      const inputs = command === "plan" ? { "plan-command": "delete" } : {};
      const step = await rig.step({ command, ...inputs, context: "test", project: "storefront" });
      expect([step.exitCode, rig.exists("out/first.txt"), rig.exists("second.txt")]).toEqual([1, true, true]);
      expect(step.report.diagnostics).toContainEqual(
        expect.objectContaining({
          severity: "error",
          code: "policies-not-asked",
          message: `the manifest names modules as hooks, which may be policies, and its Project can't be relied on: they can't be asked, so nothing of "storefront" is deleted`,
        }),
      );
    },
  );

  it.each([
    ["a path without ./", "hooks: [{ use: opus/policy.mjs }]"],
    ["hook for hooks", "hook: [{ use: ./opus/policy.mjs }]"],
    ["us for use", "hooks: [{ us: ./opus/policy.mjs }]"],
    ["an anchor before the path", 'contextz: []\n  hooks: [{ use: &rules "./opus/policy.mjs" }]'],
    ["a path on the next line", "contextz: []\n  hooks:\n    - use:\n        ./opus/policy.mjs"],
    ["a text that ends nowhere", 'hooks:\n    - use: "./opus/policy.mjs'],
    ["hooks less indented", "contextz: []\n  hooks:\n- use: ./opus/policy.mjs"],
  ])("stop delete where the Project is wrong by %s", async (_, hooks) => {
    using rig = rigOf("() => []");
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", manifest().replace("hooks: [{ use: ./opus/policy.mjs }]", hooks));
    const step = await rig.step({ command: "delete", context: "test", project: "storefront" });
    expect([step.exitCode, rig.exists("out/first.txt")]).toEqual([1, true]);
    expect(step.report.diagnostics).toContainEqual(
      expect.objectContaining({ severity: "error", code: "policies-not-asked" }),
    );
  });

  it.each([
    ["built-in hooks", "hooks: [{ use: log }, { use: 'summary' }]\n  contextz: []"],
    ["kinds of modules", "hooks: [{ use: log }]\n  contextz: []\n  processors: [{ use: ./kinds.mjs }]"],
  ])("are a warning beside %s", async (_, hooks) => {
    using rig = rigOf("() => []");
    await rig.step({ command: "apply" });
    const text = manifest("# node ./scripts/seed.mjs\n").replace("hooks: [{ use: ./opus/policy.mjs }]", hooks);
    rig.write("opus.yaml", text.replace("echo made", "node ./seed.mjs; echo made"));
    const step = await rig.step({ command: "delete", context: "test", project: "storefront" });
    expect(step.report.diagnostics).toContainEqual(
      expect.objectContaining({ severity: "warning", code: "policies-not-asked" }),
    );
    expect(rig.exists("out/first.txt")).toBe(false);
  });

  it("are a warning where there is no sign of any", async () => {
    using rig = rigOf("() => []");
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", broken(""));
    const step = await rig.step({ command: "delete", context: "test", project: "storefront" });
    expect([step.exitCode, rig.exists("out/first.txt"), rig.exists("second.txt")]).toEqual([0, false, false]);
    expect(step.report.diagnostics).toContainEqual(
      expect.objectContaining({ severity: "warning", code: "policies-not-asked" }),
    );
  });
});
