import "./short-waits.ts";
import { generateIdentity } from "age-encryption";
import { expect, test } from "vitest";
import { Github } from "../peers/github.ts";
import { githubFaults } from "../peers/github-faults.ts";
import { head, pullRequest, push } from "./pull-request.ts";
import { QuickRig } from "./quick-rig.ts";
import { type Event, Rig } from "./rig.ts";

const project = (hook = "{ use: check }", more = ""): string => `apiVersion: opus/v1
kind: Project
metadata: { name: storefront }
spec:
  contexts:
    - { input: [prod, test] }
    - { event: pull_request, contexts: [prod, test] }
    - { event: merge_group, branch: main, context: prod }
    - { branch: main, context: prod }
  hooks: [${hook}]
${more}`;

const file = (name: string, content = name, more = ""): string =>
  `---\napiVersion: opus/v1\nkind: File\nmetadata: { name: ${name} }\nspec: { path: "out/\${OPUS:context}/${name}.txt", content: ${JSON.stringify(content)} }\n${more}`;

class World {
  readonly rig: Rig;
  readonly github: Github;
  token: string;
  #run = 4711;

  private constructor(github: Github, rig: Rig) {
    this.github = github;
    this.rig = rig;
    rig.api = github;
    this.token = github.actionsToken({ permissions: { contents: "read", checks: "write" } });
  }

  static async open(manifest: string, kind: typeof Rig = QuickRig): Promise<World> {
    return new World(await Github.start(), new kind({ "opus.yaml": manifest }));
  }

  env(more: { readonly [name: string]: string } = {}): { readonly [name: string]: string } {
    return { GITHUB_RUN_ID: String(this.#run++), ...more };
  }

  step(
    inputs: { readonly [name: string]: string },
    event: Event = pullRequest(12),
    env: { readonly [name: string]: string } = {},
  ) {
    return this.rig.step({ token: this.token, "comment-pr": "never", ...inputs }, { event, env: this.env(env) });
  }

  /** `opus: storefront/prod success: 1 to create`, oldest first. */
  get checks(): readonly string[] {
    return this.github.checks.all.map(
      ({ name, conclusion, status, title }) => `${name} ${conclusion ?? status}: ${title}`,
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    expect(this.github.faults).toEqual([]);
    this.rig[Symbol.dispose]();
    await this.github.stop();
  }
}

const prod = { context: "prod" };

test("a plan has a check for each context, on the head of the pull request, in progress until it is made", async () => {
  await using world = await World.open(project() + file("one") + file("two"));
  const seen: unknown[][] = [];
  world.github.before = async ({ body }) => {
    const { status, conclusion, head_sha } = body as { [name: string]: unknown };
    seen.push([status, conclusion, head_sha]);
  };
  const step = await world.step({ command: "plan" });
  expect([step.exitCode, world.checks]).toEqual([
    0,
    ["opus: storefront/prod success: 2 to create", "opus: storefront/test success: 2 to create"],
  ]);
  expect(seen[0]).toEqual(["in_progress", undefined, head]);
  // The second one may be through before its check was begun, which is made when it ends then.
  const begun = seen.slice(1).filter(([status]) => status === "in_progress");
  expect(begun.filter(([, , sha]) => sha !== head)).toEqual([]);
  expect(seen.slice(1 + begun.length).map(([status, conclusion]) => [status, conclusion])).toEqual([
    ["completed", "success"],
    ["completed", "success"],
  ]);
  const [check] = world.github.checks.all;
  expect(check?.detailsUrl).toBe("https://github.com/octo/storefront/actions/runs/4711/attempts/1");
  expect(check?.summary).toContain("in `prod`: 2 to create");
  expect(check?.summary).not.toContain("`test`");
  expect(
    check?.annotations.map(({ path, start_line, annotation_level, title }) => ({
      path,
      start_line,
      annotation_level,
      title,
    })),
  ).toEqual([
    { path: "opus.yaml", start_line: 12, annotation_level: "notice", title: "to create" },
    { path: "opus.yaml", start_line: 17, annotation_level: "notice", title: "to create" },
  ]);
});

test("120 annotations arrive whole, and the check ends with the last of them", async () => {
  const names = Array.from({ length: 120 }, (_, at) => `task-${at}`);
  await using world = await World.open(project() + names.map((name) => file(name)).join(""));
  await world.step({ command: "plan", ...prod });
  const [check] = world.github.checks.all;
  expect(new Set(check?.annotations.map(({ message }) => message.split(":")[0]))).toEqual(new Set(names));
  expect(check?.annotations).toHaveLength(120);
  const sent = world.github.requests.map(
    ({ body }) => body as { readonly status?: string; readonly output: { readonly annotations?: readonly unknown[] } },
  );
  expect(sent.map(({ status, output }) => [status, output.annotations?.length ?? 0])).toEqual([
    ["in_progress", 0],
    [undefined, 50],
    [undefined, 50],
    ["completed", 20],
  ]);
});

test("what became of an apply stands there, also where nothing is to be done", async () => {
  await using world = await World.open(project() + file("one") + file("two"));
  await world.step({ command: "apply" }, push());
  await world.step({ command: "apply" }, push());
  await world.step({ command: "plan" }, push());
  world.rig.write("out/prod/one.txt", "by hand");
  await world.step({ command: "drift", ...prod }, push());
  await world.step({ command: "drift", "fail-on-drift": "true", ...prod }, push());
  await world.step({ command: "plan", "expect-no-changes": "true" }, push());
  await world.step({ command: "describe", ...prod }, push());
  await world.step({ command: "validate", ...prod }, push());
  expect(world.checks).toEqual([
    "opus: storefront/prod success: 2 done",
    "opus: storefront/prod success: nothing to do",
    "opus: storefront/prod success: nothing to do",
    "opus drift: storefront/prod neutral: 1 drifted, 1 in sync",
    "opus drift: storefront/prod failure: 1 drifted, 1 in sync (drift-detected)",
    "opus: storefront/prod failure: 1 to update (changes-pending)",
  ]);
  expect(new Set(world.github.checks.all.map(({ mark }) => mark)).size).toBe(6);
  expect(world.github.checks.all.map(({ before }) => before)).toEqual([[], [], [], [], [], []]);
});

test("a failed context has a failed check, with its own errors, and the others have theirs", async () => {
  await using world = await World.open(project() + file("one") + file("two"));
  world.rig.write(".opus/state/storefront/test/state.json", "broken");
  const step = await world.step({ command: "plan" });
  expect(step.exitCode).toBe(1);
  expect(world.checks).toEqual([
    "opus: storefront/prod success: 2 to create",
    "opus: storefront/test failure: failed (state-unavailable)",
  ]);
  const [good, bad] = world.github.checks.all;
  expect(bad?.summary).toContain("state.json");
  expect(good?.summary).not.toContain("state.json");
});

test("a run that ends before its contexts has failed checks, and one that was run again has its own", async () => {
  await using world = await World.open(project("{ use: check }, { use: ./broken.mjs }") + file("one"));
  world.rig.write("broken.mjs", "throw new Error('no such luck today')");
  expect((await world.step({ command: "plan", ...prod })).exitCode).toBe(1);
  world.rig.write("opus.yaml", project() + file("one"));
  await world.step({ command: "plan", ...prod }, pullRequest(12), { GITHUB_RUN_ATTEMPT: "2" });
  expect(world.checks).toEqual([
    "opus: storefront/prod failure: failed (invalid-manifest)",
    "opus: storefront/prod success: 1 to create",
  ]);
  expect(world.github.checks.all[0]?.summary).toContain("no such luck today");
});

test("who may not write checks is told once what to add, and the run ends as it would have", async () => {
  await using world = await World.open(project() + file("one"));
  world.token = world.github.actionsToken({ permissions: { contents: "read" } });
  const step = await world.step({ command: "plan" });
  expect([step.exitCode, step.summary.includes("to create"), world.checks]).toEqual([0, true, []]);
  const notices = step.log.match(/^::\w+ title=check-not-written::.*$/gm);
  expect(notices).toEqual([
    '::notice title=check-not-written::the checks "opus: storefront/prod", "opus: storefront/test" could not be written: GitHub answered 403: Resource not accessible by integration%0AGive the job `checks: write` under `permissions`, and as `token` that of the job or of an app: GitHub takes checks from no person. The job summary has all of it.',
  ]);
  expect(world.github.requests).toHaveLength(1);
  world.token = world.github.userToken("mona");
  expect((await world.step({ command: "plan", ...prod })).log).toContain(
    "403: You must authenticate via a GitHub App.",
  );
});

test("a fork's run asks nothing, and says so once", async () => {
  await using world = await World.open(project() + file("one"));
  const event = pullRequest(12);
  const payload = structuredClone(event.payload) as { pull_request: { head: { repo: object } } };
  payload.pull_request.head.repo = { id: 2, full_name: "stranger/storefront" };
  const step = await world.step({ command: "plan" }, { ...event, payload });
  expect([step.exitCode, world.github.requests]).toEqual([0, []]);
  expect(step.log.match(/title=check-not-written::.*$/gm)).toEqual([
    "title=check-not-written::no check was written: the pull request comes from the fork stranger/storefront%0AIt is in the job summary. Runs of forks and of Dependabot have no `checks: write`: require the job itself there, not the check.",
  ]);
});

test("a server that has no checks is asked for none, and told of once", async () => {
  await using world = await World.open(project() + file("one"));
  const step = await world.step({ command: "plan", ...prod }, pullRequest(12), { GITEA_ACTIONS: "true" });
  expect([step.exitCode, world.github.requests]).toEqual([0, []]);
  expect(step.log.match(/title=check-not-written::.*$/gm)).toEqual([
    "title=check-not-written::no check was written: Gitea has no checks%0AIt is in the job summary. Leave out the hook `check`.",
  ]);
});

test.each([
  ["is not there", githubFaults.badGateway(), "GitHub answered 502"],
  ["has no time", githubFaults.primaryLimit(), "GitHub answered 403: API rate limit exceeded"],
  ["ends connections", { cut: true } as const, "can't be reached"],
])("a run ends as it would have where GitHub %s, and says what became of its check", async (_, fault, said) => {
  await using world = await World.open(project() + file("one"));
  world.github.fault = ({ method }) => (method === "POST" ? fault : undefined);
  const step = await world.step({ command: "plan", ...prod });
  expect([step.exitCode, world.checks]).toEqual([0, []]);
  expect(step.log).toContain(
    '::warning title=check-not-written::the check "opus: storefront/prod" could not be written:',
  );
  expect(step.log).toContain(said);
});

test("a check of which nobody knows whether it was made is found again, and made once", async () => {
  await using world = await World.open(project() + file("one"));
  let cut = 0;
  world.github.fault = ({ method }) => (method === "POST" && cut++ === 0 ? { cutAfter: true } : undefined);
  const step = await world.step({ command: "plan", ...prod });
  expect(world.checks).toEqual(["opus: storefront/prod success: 1 to create"]);
  expect(step.log).not.toContain("check-not-written");
});

test("GitHub has something against the commit, or against an annotation", async () => {
  await using world = await World.open(project() + file("one"));
  world.github.checks.unknownCommits.add(head);
  const step = await world.step({ command: "plan", ...prod });
  expect([
    step.exitCode,
    step.log.includes(`could not be written: GitHub answered 422: No commit found for SHA: ${head}`),
  ]).toEqual([0, true]);
  world.github.checks.unknownCommits.clear();
  world.github.fault = ({ body }) =>
    JSON.stringify(body ?? "").includes('"annotations"') ? { status: 422, message: "Invalid request." } : undefined;
  const lacking = await world.step({ command: "plan", ...prod });
  expect(world.checks).toEqual(["opus: storefront/prod success: 1 to create"]);
  expect(lacking.log).toContain(
    'the check "opus: storefront/prod" lacks annotations: GitHub answered 422: Invalid request.',
  );
});

test.each([
  ["did not take", githubFaults.primaryLimit(), "::warning"],
  ["refused", { status: 404, message: "Not Found" }, "::error"],
  ["refused with a token that is over", { status: 401, message: "Bad credentials" }, "::error"],
])("a result that GitHub %s is for the post step, which calls nothing a success", async (_, fault, level) => {
  await using world = await World.open(project() + file("one"), Rig);
  world.github.fault = ({ method }) => (method === "PATCH" ? fault : undefined);
  const inputs = { command: "plan", "comment-pr": "never", token: world.token, ...prod };
  const step = await world.step({ command: "plan", ...prod });
  expect([step.exitCode, world.checks]).toEqual([0, ["opus: storefront/prod in_progress: plan is running"]]);
  expect(step.log).toContain(`${level} title=check-not-written::the check "opus: storefront/prod" `);
  world.github.fault = undefined;
  const after = await world.rig.post(step, inputs, { event: pullRequest(12), env: { GITHUB_RUN_ID: "4711" } });
  expect([after.exitCode, world.checks]).toEqual([
    0,
    ["opus: storefront/prod action_required: ended, and could not say how: see the run"],
  ]);
  expect(after.log).toContain(
    '::notice::The check "opus: storefront/prod" could not be told how the run ended, and says so now.',
  );
});

test("a run about some tasks has a check of its own, which passes for nobody", async () => {
  await using world = await World.open(project() + file("one") + file("two"));
  await world.step({ command: "plan", ...prod });
  await world.step({ command: "plan", target: "two", ...prod });
  await world.step({ command: "plan", target: "gone", ...prod });
  expect(world.checks).toEqual([
    "opus: storefront/prod success: 2 to create",
    "opus: storefront/prod (partial) neutral: only a part: 1 to create",
    "opus: storefront/prod (partial) failure: failed (invalid-input)",
  ]);
  expect(world.github.checks.all[1]?.summary).toMatch(
    /^Only a part: the run was about the tasks that its input `target` names\.\n\n##/,
  );
});

test("a run that was run again and fails before its contexts takes back what it had said, and nothing else", async () => {
  await using world = await World.open(project() + file("one"));
  const run = (GITHUB_RUN_ATTEMPT: string, GITHUB_JOB: string) => ({
    GITHUB_RUN_ID: "99",
    GITHUB_RUN_ATTEMPT,
    GITHUB_JOB,
  });
  await world.step({ command: "plan", ...prod }, pullRequest(12), run("1", "plan"));
  await world.step({ command: "plan", context: "test" }, pullRequest(12), run("1", "other"));
  const good = ["opus: storefront/prod success: 1 to create", "opus: storefront/test success: 1 to create"];
  expect(world.checks).toEqual(good);
  // The manifest may be another one: GitHub merges a pull request into what its base is now.
  for (const broken of [
    "kind: [",
    project().replace("kind: Project", "kind: Projekt"),
    `${project()}---\nkind: File\n`,
  ]) {
    const asked = world.github.requests.length;
    world.rig.write("opus.yaml", broken);
    await world.step({ command: "plan", ...prod }, pullRequest(12), run("1", "plan"));
    expect([broken, world.checks]).toEqual([broken, good]);
    world.github.fault = ({ method }) => (method === "PATCH" ? { status: 403, message: "no" } : undefined);
    const refused = await world.step({ command: "plan", ...prod }, pullRequest(12), run("2", "plan"));
    world.github.fault = undefined;
    expect([refused.outputs["failure-reason"], world.checks]).toEqual(["invalid-manifest", good]);
    expect(world.github.requests.length - asked).toBeLessThanOrEqual(3);
  }
  const step = await world.step({ command: "plan", ...prod }, pullRequest(12), run("2", "plan"));
  expect(world.checks).toEqual(["opus: storefront/prod failure: a newer run did not get this far", good[1]]);
  expect(step.log).toContain(
    '::notice title=check-taken-back::this run ended before it came to its checks, so "opus: storefront/prod" of an older run on this commit, which had passed, counts no more',
  );
  expect(world.github.checks.all[0]?.before).toEqual(["success"]);
});

test("no secret gets into a check, and of what is sealed no value", async () => {
  const secret = "correct horse battery staple";
  const declared = `---
apiVersion: opus/v1
kind: Values
metadata: { name: values }
spec: { secrets: { phrase: { env: PHRASE } } }
`;
  const key = await generateIdentity();
  await using world = await World.open(
    project() + declared + file("one", "plainly-written-value") + file("two", `it is ${secret}`),
  );
  const event = pullRequest(12);
  await world.step({ command: "plan", ...prod }, event, { PHRASE: secret });
  await world.step({ command: "plan", "encryption-key": key, ...prod }, event, { PHRASE: secret });
  const [open, sealed] = world.github.checks.all;
  expect(world.checks).toEqual(Array(2).fill("opus: storefront/prod success: 2 to create"));
  expect(JSON.stringify(world.github.requests.map(({ body }) => body))).not.toContain(secret);
  expect(open?.summary).toContain("it is ***");
  const shows = [open, sealed].map((one) => [
    one?.summary.includes("plainly-written-value"),
    one?.summary.includes("`one`"),
  ]);
  expect(shows).toEqual([
    [true, true],
    [false, true],
  ]);
});

test("the name and the annotations can be set, and what is wrong with a setting is told in its place", async () => {
  await using world = await World.open(
    project("{ use: check, with: { name: infra, annotations: false } }") + file("one"),
  );
  await world.step({ command: "plan", ...prod });
  expect(world.checks).toEqual(["infra: storefront/prod success: 1 to create"]);
  expect(world.github.checks.all[0]?.annotations).toEqual([]);
  world.rig.write("opus.yaml", project("{ use: check, on: [apply] }") + file("one"));
  await world.step({ command: "plan", ...prod });
  expect(world.checks).toHaveLength(1);
  world.rig.write(
    "opus.yaml",
    project('{ use: check, with: { name: "${OPUS:context}", annotations: some, title: x } }'),
  );
  const { report } = await world.step({ command: "plan", ...prod });
  const told = (
    report.diagnostics as readonly { readonly line: number; readonly column: number; message: string }[]
  ).map(({ line, column, message }) => `${line}:${column} ${message}`);
  expect(told).toEqual([
    "10:39 Project.spec.hooks[0].with.name is written as it stands: references are not filled in here",
    '10:71 Project.spec.hooks[0].with.annotations must be true or false, not the string "some"',
    '10:77 "title" is not a field of Project.spec.hooks[0].with',
  ]);
});

test("a plan that is killed leaves no green check, of no context: its post step makes failures of them", async () => {
  const waits =
    "---\napiVersion: opus/v1\nkind: Shell\nmetadata: { name: slow }\nspec: { read: 'touch begun; sleep 30', create: 'true' }\n";
  await using world = await World.open(project() + waits, Rig);
  const options = { event: pullRequest(12), env: world.env() };
  const inputs = { command: "plan", "comment-pr": "never", token: world.token };
  const killed = "failure: did not end: the step was killed";
  for (const [signal, before, after] of [
    ["SIGKILL", ["prod in_progress: plan is running"], [`prod ${killed}`, `test ${killed}`]],
    ["SIGTERM", ["prod cancelled: cancelled", "test cancelled: cancelled"], undefined],
  ] as const) {
    world.rig.remove("begun");
    const old = world.checks.length;
    const step = world.rig.startStep(inputs, options);
    await expect
      .poll(() => world.rig.exists("begun") && world.checks.at(-1)?.endsWith("running"), { timeout: 20_000 })
      .toBe(true);
    step.child.kill(signal);
    await step.ended;
    const said = (): readonly string[] => world.checks.slice(old).map((one) => one.replace("opus: storefront/", ""));
    expect([signal, said()]).toEqual([signal, before]);
    await world.rig.post(step, inputs, options);
    expect([signal, said()]).toEqual([signal, after ?? before]);
  }
}, 60_000);
