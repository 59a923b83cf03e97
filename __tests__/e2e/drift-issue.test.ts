import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { storeDeadline } from "../faults/scale.ts";
import { type Fault, githubFaults } from "../peers/github-faults.ts";
import { bot, DriftWorld, manifestOf } from "./drift-issue.ts";
import { type Event, pushToMain, Rig, type StepResult } from "./rig.ts";

/** What a night leaves: of each issue its context, whether it is open, and how many comments it has. */
async function issuesOf(world: DriftWorld): Promise<readonly string[]> {
  const issues = await world.issues();
  return issues.map(({ number, title, state, comments }) => `#${number} ${title}: ${state}, ${comments.length}`);
}

interface Night {
  readonly what: string;
  readonly inputs?: { readonly [name: string]: string };
  /** What happens during the day before. */
  day?(world: DriftWorld): unknown;
  /** Default: `drift` in the contexts of the schedule. */
  run?(world: DriftWorld): Promise<StepResult>;
  readonly issues: readonly string[];
  /** Of the open issue, or the last one. */
  readonly labels?: readonly string[];
  /** Of the last comment of the last issue. */
  readonly says?: string | RegExp;
  readonly exitCode?: number;
  readonly warns?: string;
}

const mend = (world: DriftWorld, name: string) => world.rig.write(`out/prod/${name}.txt`, `as ${name} is wanted`);
const edit = (world: DriftWorld, name: string, text = "by hand") => world.rig.write(`out/prod/${name}.txt`, text);
/** A folder where the file should be can't be looked at. */
const block = (world: DriftWorld, name: string) => {
  world.rig.remove(`out/prod/${name}.txt`);
  mkdirSync(join(world.rig.workspace, `out/prod/${name}.txt`));
};
const unblock = (world: DriftWorld, name: string) =>
  rmSync(join(world.rig.workspace, `out/prod/${name}.txt`), { recursive: true });
const stateFile = ".opus/state/storefront/prod/state.json";

let stored = "";
const month: readonly Night[] = [
  { what: "nothing drifts", issues: [] },
  {
    what: "drift",
    day: (world) => edit(world, "one"),
    issues: ["#1 Drift: prod (storefront): open, 0"],
    labels: ["opus-drift"],
  },
  { what: "the same", issues: ["#1 Drift: prod (storefront): open, 0"] },
  {
    what: "the same, with another value",
    day: (world) => edit(world, "one", "by another hand"),
    issues: ["#1 Drift: prod (storefront): open, 0"],
  },
  {
    what: "other drift",
    day: (world) => world.rig.remove("out/prod/two.txt"),
    issues: ["#1 Drift: prod (storefront): open, 1"],
    says: /^What drifts of `prod` has changed, as .* saw:\n\n- drifts now: `two`$/,
  },
  {
    what: "one of them can't be looked at",
    day: (world) => block(world, "one"),
    exitCode: 1,
    issues: ["#1 Drift: prod (storefront): open, 1"],
    labels: ["opus-drift", "opus-failure"],
  },
  {
    what: "the other one is mended, of this one nobody knows",
    day: (world) => mend(world, "two"),
    exitCode: 1,
    issues: ["#1 Drift: prod (storefront): open, 2"],
    says: /^- drifts no longer: `two`$/m,
  },
  {
    what: "state can't be read",
    day: (world) => {
      unblock(world, "one");
      edit(world, "one");
      stored = world.rig.read(stateFile);
      world.rig.write(stateFile, "broken");
    },
    exitCode: 1,
    issues: ["#1 Drift: prod (storefront): open, 2"],
  },
  {
    what: "only a target, which is in order",
    day: (world) => world.rig.write(stateFile, stored),
    inputs: { target: "two" },
    issues: ["#1 Drift: prod (storefront): open, 2"],
  },
  {
    what: "only the target that drifts, and is in order now",
    day: (world) => mend(world, "one"),
    inputs: { target: "one" },
    issues: ["#1 Drift: prod (storefront): open, 2"],
  },
  { what: "nothing was looked at", inputs: { refresh: "none" }, issues: ["#1 Drift: prod (storefront): open, 2"] },
  {
    what: "GitHub has no time",
    day: (world) => {
      world.github.fault = () => githubFaults.primaryLimit();
    },
    issues: ["#1 Drift: prod (storefront): open, 2"],
    warns: 'issues were not kept for drift of "prod": GitHub answered 403: API rate limit exceeded',
  },
  {
    what: "clean",
    day: (world) => {
      world.github.fault = undefined;
    },
    issues: ["#1 Drift: prod (storefront): closed, 3"],
    says: /^Closed: nothing of `prod` drifts any more, as .* saw\.$/,
  },
  { what: "still clean", issues: ["#1 Drift: prod (storefront): closed, 3"] },
  {
    what: "again",
    day: (world) => edit(world, "two"),
    issues: ["#1 Drift: prod (storefront): open, 4"],
    says: /^Opened again: `prod` has drifted again, as .* saw\. It had been closed \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/,
  },
  {
    what: "closed by hand",
    day: (world) => world.github.changeIssue(1, { state: "closed" }),
    issues: ["#1 Drift: prod (storefront): open, 5"],
    says: /^Opened again: it was closed by hand, and `prod` still is not as opus left it, as .* saw\./,
  },
  {
    what: "closed by hand, and only another target is looked at",
    day: (world) => world.github.changeIssue(1, { state: "closed" }),
    inputs: { target: "one" },
    issues: ["#1 Drift: prod (storefront): closed, 5"],
  },
  {
    what: "closed by hand, and really mended",
    day: (world) => mend(world, "two"),
    issues: ["#1 Drift: prod (storefront): closed, 5"],
  },
  {
    what: "again, after that",
    day: (world) => edit(world, "two"),
    issues: ["#1 Drift: prod (storefront): open, 6"],
    says: /^Opened again: `prod` has drifted again/,
  },
  {
    what: "another context, which is in order",
    day: async (world) => {
      world.rig.write("opus.yaml", manifestOf({ contexts: ["prod", "test"] }));
      await world.apply("test");
    },
    inputs: { context: "test" },
    issues: ["#1 Drift: prod (storefront): open, 6"],
  },
  {
    what: "both contexts, and both drift",
    day: (world) => world.rig.remove("out/test/one.txt"),
    issues: ["#1 Drift: prod (storefront): open, 6", "#2 Drift: test (storefront): open, 0"],
    labels: ["opus-drift"],
  },
  {
    what: "one of them is applied",
    day: (world) => world.apply("prod"),
    issues: ["#1 Drift: prod (storefront): closed, 7", "#2 Drift: test (storefront): open, 0"],
  },
  {
    what: "a context that the manifest of a branch does not have",
    day: (world) => world.rig.write("opus.yaml", manifestOf()),
    run: (world) =>
      world.look({ context: "prod" }, { ...pushToMain, name: "workflow_dispatch", ref: "refs/heads/topic" }),
    issues: ["#1 Drift: prod (storefront): closed, 7", "#2 Drift: test (storefront): open, 0"],
  },
  {
    what: "a context is removed",
    issues: ["#1 Drift: prod (storefront): closed, 7", "#2 Drift: test (storefront): closed, 1"],
    says: /^Closed: the project `storefront` has no context `test` any more, as .* saw\./,
  },
  {
    what: "nothing can be read, and nothing drifted before",
    day: (world) => world.rig.write(stateFile, "broken"),
    exitCode: 1,
    issues: ["#1 Drift check failed: prod (storefront): open, 8", "#2 Drift: test (storefront): closed, 1"],
  },
  {
    what: "it can be read again",
    day: (world) => world.rig.write(stateFile, stored),
    issues: ["#1 Drift check failed: prod (storefront): closed, 9", "#2 Drift: test (storefront): closed, 1"],
  },
];

test("a month of nights", { timeout: storeDeadline }, async () => {
  await using world = await DriftWorld.open();
  await world.apply("prod");
  for (const { what, inputs, day, run, issues, labels, says, exitCode = 0, warns } of month) {
    await day?.(world);
    const step = run ? await run(world) : await world.look(inputs);
    expect([what, step.exitCode], step.log).toEqual([what, exitCode]);
    expect([what, ...(await issuesOf(world))], step.log).toEqual([what, ...issues]);
    const last = (await world.issues()).at(-1);
    if (labels) expect([what, last?.labels], step.log).toEqual([what, labels]);
    if (says) expect([what, last?.comments.at(-1)]).toEqual([what, expect.stringMatching(says)]);
    if (warns) expect(step.log).toContain(warns);
    else expect(step.log).not.toContain("issue-not-kept");
  }
  expect(world.github.faults).toEqual([]);
});

const oneIssue = "#1 Drift: prod (storefront): open, 0";

/** A world in which a task of prod drifts, and nobody has looked yet. */
async function drifting(options: Parameters<typeof DriftWorld.open>[0] = {}): Promise<DriftWorld> {
  const world = await DriftWorld.open(options);
  await world.apply("prod");
  edit(world, "one");
  return world;
}

test("two runs at once leave one issue, whichever is faster", async () => {
  await using world = await drifting();
  let waiting: (() => void) | undefined;
  // Both have seen that there is none before one of them is opened.
  const both = new Promise<void>((resolve) => {
    let lists = 0;
    waiting = () => {
      if (++lists === 2) resolve();
    };
  });
  world.github.before = async ({ operation, path }) => {
    if (operation !== "GET /repos/{owner}/{repo}/issues" || !path.includes("state=closed")) return;
    waiting?.();
    await both;
  };
  const [first, second] = await Promise.all([world.other("first"), world.other("second")]);
  for (const step of [first, second]) {
    expect(step.exitCode, step.log).toBe(0);
    expect(step.log).not.toContain("issue-not-kept");
  }
  const [older, younger, third] = await world.issues();
  expect(third).toBe(undefined);
  expect([older?.state, older?.comments]).toEqual(["open", []]);
  expect(younger?.state).toBe("closed");
  expect(younger?.comments[0]).toMatch(/^Duplicate of #1\n/);
  expect(younger?.body).toContain("Duplicate of #1");
  world.github.before = undefined;
  // The duplicate is not the one that comes back.
  await world.github.changeIssue(1, { state: "closed" });
  await world.look();
  expect((await world.issues()).map(({ state }) => state)).toEqual(["open", "closed"]);
  expect(world.github.faults).toEqual([]);
});

test("a younger issue that a killed run has left is closed by the next one", async () => {
  await using world = await drifting();
  await world.look();
  const [first] = await world.issues();
  await world.github.openIssue(bot, { title: "Drift: prod (storefront)", body: first?.body ?? "" });
  await world.look();
  const issues = await world.issues();
  expect(issues.map(({ state, comments }) => [state, comments.length])).toEqual([
    ["open", 0],
    ["closed", 1],
  ]);
});

test("an issue of somebody else is never taken for one's own, and one with notes above its hidden line is", async () => {
  await using world = await drifting();
  await world.look();
  const [first] = await world.issues();
  const planted = await world.github.openIssue("hubot", { title: "x", body: first?.body ?? "" });
  await world.github.changeIssue(1, { body: `Mona looks at it.\n\n${first?.body}` });
  await world.look();
  expect(await issuesOf(world)).toEqual([oneIssue]);
  expect((await world.github.issues("hubot")).map(({ number, state }) => [number, state])).toEqual([[planted, "open"]]);
});

test("labels and assignees are those of the project, and what people change about an issue stays", async () => {
  const settings = (assignee: string): string =>
    `  hooks: [{ use: issue, with: { labels: { drift: [ops, drift] }, assignees: [${assignee}] } }]\n`;
  await using world = await drifting({ more: settings("mona") });
  await world.look();
  const [issue] = await world.issues();
  expect([issue?.labels, issue?.assignees]).toEqual([["ops", "drift"], ["mona"]]);
  await world.github.changeIssue(1, { labels: ["ops", "seen"], assignees: [], title: "Who edits one?" });
  await world.look();
  const [seen] = await world.issues();
  expect([seen?.title, seen?.labels, seen?.assignees]).toEqual(["Who edits one?", ["ops", "seen"], []]);
  block(world, "one");
  await world.look();
  expect((await world.issues())[0]?.labels).toEqual(["seen", "ops", "drift", "opus-failure"]);
  unblock(world, "one");
  edit(world, "one");
  await world.look();
  expect((await world.issues())[0]?.labels).toEqual(["seen", "ops", "drift"]);
});

test("whom GitHub does not take as an assignee is left out, with a warning", async () => {
  await using world = await drifting({ more: "  hooks: [{ use: issue, with: { assignees: [nobody-here] } }]\n" });
  const step = await world.look();
  expect(step.exitCode).toBe(0);
  expect(step.log).toContain(
    '#1, the issue of the context "prod", is assigned to nobody: GitHub did not take nobody-here',
  );
  expect(await issuesOf(world)).toEqual([oneIssue]);
});

test("no more issues are opened than the project allows", async () => {
  const contexts = ["prod", "test", "dev"];
  await using world = await DriftWorld.open({ contexts, more: "  limits: { maxIssues: 1 }\n" });
  await world.apply(...contexts);
  for (const context of contexts) world.rig.remove(`out/${context}/one.txt`);
  const step = await world.look();
  expect(step.exitCode).toBe(0);
  expect(step.log).toContain(
    'no issue was opened for the contexts "test", "dev": as many as `limits.maxIssues` allows (1) are open',
  );
  expect(await issuesOf(world)).toEqual([oneIssue]);
  await world.apply("prod");
  await world.look();
  expect(await issuesOf(world)).toEqual([
    "#1 Drift: prod (storefront): closed, 1",
    "#2 Drift: test (storefront): open, 0",
  ]);
});

test("delete closes the issue of a context of which nothing is left", async () => {
  await using world = await drifting();
  await world.look();
  mend(world, "one");
  const deleted = await world.step({ command: "delete", context: "prod", "max-deletes": "9" });
  expect(deleted.exitCode, deleted.log).toBe(0);
  const [issue] = await world.issues();
  expect(issue?.state).toBe("closed");
  expect(issue?.comments).toEqual([
    expect.stringMatching(/^Closed: .* has deleted everything that was recorded of `prod`\.$/),
  ]);
});

/** What keeps opus from its issue, and what it says then. */
const troubles: readonly [what: string, fault: Fault, on: string, says: string, advice: string][] = [
  [
    "issues are switched off",
    { status: 410, message: "Issues has been disabled in this repository." },
    "GET /repos/{owner}/{repo}/issues",
    'issues were not kept for drift of "prod": GitHub answered 410: Issues has been disabled in this repository.',
    "Switch issues on in the settings of the repository, or leave out `drift-issue`.",
  ],
  [
    "the token may only read",
    { status: 403, message: "Resource not accessible by integration" },
    "POST /repos/{owner}/{repo}/issues",
    'the issue for drift of the context "prod" was not kept up to date: GitHub answered 403: Resource not accessible by integration',
    "Give the job `issues: write` under `permissions`, or leave out `drift-issue`.",
  ],
  [
    "the server is broken",
    { status: 500, message: "Server Error" },
    "POST /repos/{owner}/{repo}/issues",
    'the issue for drift of the context "prod" was not kept up to date: GitHub answered 500: Server Error',
    "The next run tries again.",
  ],
  [
    "something answers that is no API",
    { status: 200, html: "<h1>Welcome</h1>" },
    "GET /repos/{owner}/{repo}/issues",
    'issues were not kept for drift of "prod": http://127.0.0.1:',
    "The next run tries again.",
  ],
];

test.each(troubles)("%s: a warning, and the run ends as it would", async (_, fault, on, says, advice) => {
  await using world = await drifting();
  world.github.fault = ({ operation }) => (operation === on ? fault : undefined);
  const step = await world.look({ "fail-on-drift": "true" });
  expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "drift-detected"]);
  expect(step.log).toContain(says);
  expect(step.log).toContain(advice);
  expect(await world.issues()).toEqual([]);
  // The next night everything is as it should be.
  world.github.fault = undefined;
  await world.look();
  expect((await issuesOf(world)).at(-1)).toBe(oneIssue);
});

test("a token without the permission is told of it", async () => {
  await using world = await drifting();
  world.token = world.github.actionsToken({ permissions: { contents: "read" } });
  const step = await world.look();
  expect(step.exitCode).toBe(0);
  expect(step.log).toContain("warning issue-not-kept");
  expect(step.log).toContain("Give the job `issues: write` under `permissions`");
});

test("a locked issue is kept up to date, and only its comment is missing", async () => {
  await using world = await drifting();
  await world.look();
  const locked: Fault = { status: 403, message: "Unable to create comment because issue is locked." };
  world.github.fault = ({ operation }) =>
    operation?.startsWith("POST") && operation.endsWith("/comments") ? locked : undefined;
  world.rig.remove("out/prod/two.txt");
  const step = await world.look();
  expect(step.exitCode).toBe(0);
  expect(step.log).toContain(
    'nothing was said on #1, the issue of the context "prod", about what has changed: GitHub answered 403: Unable to create comment because issue is locked.',
  );
  expect(step.log).toContain("Unlock the conversation of #1; its description is up to date.");
  expect((await world.issues())[0]?.body).toContain("**2 resources of `prod`");
});

test("an answer that got lost makes no second issue", async () => {
  await using world = await drifting();
  world.github.fault = ({ operation }) =>
    operation === "POST /repos/{owner}/{repo}/issues" ? { cutAfter: true } : undefined;
  const step = await world.look();
  expect(step.log).not.toContain("issue-not-kept");
  expect(await issuesOf(world)).toEqual([oneIssue]);
});

test("an issue that is gone when it is to be written is opened anew", async () => {
  await using world = await drifting();
  await world.look();
  const gone: Fault = { status: 410, message: "This issue was deleted" };
  // It is deleted, or moved, after the list was made: the next list has it no more.
  world.github.before = async ({ path }) => {
    if (path.endsWith("/issues/1")) await world.github.changeIssue(1, { body: "gone" });
  };
  world.github.fault = ({ path }) => (path.endsWith("/issues/1") ? gone : undefined);
  const step = await world.look();
  expect(step.log).not.toContain("issue-not-kept");
  expect((await issuesOf(world)).at(-1)).toBe("#2 Drift: prod (storefront): open, 0");
});

test("an untrusted run, a plan and a run without the input ask nothing", async () => {
  await using world = await drifting();
  const fork: Event = {
    name: "pull_request",
    payload: { pull_request: { head: { repo: { id: 2, full_name: "fork/storefront" } }, base: { repo: { id: 1 } } } },
  };
  const untrusted = await world.look({ context: "prod" }, fork);
  expect(untrusted.exitCode, untrusted.log).toBe(0);
  expect(untrusted.log).toContain(
    "issues were not kept for drift: the pull request comes from the fork fork/storefront",
  );
  await world.step({ command: "plan" });
  await world.look({ "drift-issue": "false" });
  expect(world.github.requests.filter(({ path }) => path.includes("/issues"))).toEqual([]);
});

test("of sealed state, names are all that is told, and no secret stands in an issue anywhere", async () => {
  const key = "AGE-SECRET-KEY-187LCD80PG49R725HSYGN2MJ0FXNNPXY6G66TFGLFN3Q8AJP2PDMQ4NF368";
  const secret = "correct-horse-battery-staple";
  const withSecret = `${manifestOf()}---
apiVersion: opus/v1
kind: Values
metadata: { name: secrets }
spec: { secrets: { password: { env: PASSWORD } } }
---
apiVersion: opus/v1
kind: File
metadata: { name: config }
spec: { path: out/prod/config.txt, content: "password=\${SECRET:password}" }
`;
  for (const sealed of [true, false]) {
    await using world = await DriftWorld.open();
    world.rig.write("opus.yaml", withSecret);
    world.env = { PASSWORD: secret };
    const inputs: { readonly [name: string]: string } = sealed ? { "encryption-key": key } : {};
    const applied = await world.step({ command: "apply", context: "prod", ...inputs });
    expect(applied.exitCode, applied.log).toBe(0);
    edit(world, "one", `by hand, with ${secret}`);
    world.rig.write("out/prod/config.txt", "somebody-else-was-here");
    const step = await world.look(inputs);
    const [issue] = await world.issues();
    expect(issue?.body, step.log).toContain("`one`");
    expect(issue?.body).toContain("`config`");
    expect(JSON.stringify(issue)).not.toContain(secret);
    expect(issue?.body.includes("as one is wanted")).toBe(!sealed);
    expect(issue?.body.includes("content")).toBe(!sealed);
  }
});

test("a probe that does not hold is told as such, as long as that is so", async () => {
  await using world = await DriftWorld.open();
  const probe = `---\napiVersion: opus/v1\nkind: Probe\nmetadata: { name: up }\nspec: { command: test -e up }\n`;
  world.rig.write("opus.yaml", manifestOf() + probe);
  world.rig.write("up", "");
  await world.apply("prod");
  world.rig.remove("up");
  expect((await world.look()).exitCode).toBe(0);
  const [issue] = await world.issues();
  expect(issue?.body).toContain("**1 gate of `prod` does not hold**.");
  expect(issue?.body).toContain("| `up` | `does not hold: it exited with 1` |");
  expect(issue?.body).not.toContain("opus apply");
  world.rig.write("out/prod/one.txt", "by hand");
  await world.look();
  const [both] = await world.issues();
  expect(both?.body).toContain("**1 resource of `prod` is not as opus left it**");
  expect(both?.body).toContain("**1 gate of `prod` does not hold**.");
  expect(both?.body).toContain("opus apply");
  world.rig.write("out/prod/one.txt", "as one is wanted");
  world.rig.write("up", "");
  await world.look();
  expect(await issuesOf(world)).toEqual(["#1 Drift: prod (storefront): closed, 2"]);
});

test("in the bundle: an issue is opened, and closed", async () => {
  await using world = await DriftWorld.open({}, Rig);
  await world.apply("prod");
  edit(world, "one");
  const drift = await world.look({ "fail-on-drift": "true" });
  expect([drift.exitCode, drift.outputs["failure-reason"]], drift.log).toEqual([1, "drift-detected"]);
  expect(await issuesOf(world)).toEqual([oneIssue]);
  mend(world, "one");
  const clean = await world.look({ "fail-on-drift": "true" });
  expect(clean.exitCode, clean.log).toBe(0);
  expect(await issuesOf(world)).toEqual(["#1 Drift: prod (storefront): closed, 1"]);
  expect(world.github.faults).toEqual([]);
});
