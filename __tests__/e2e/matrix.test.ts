import { describe, expect, it } from "vitest";
import { readComment } from "../../src/hooks/comment/read.ts";
import { figure, storeDeadline, times } from "../faults/scale.ts";
import { bot, files, head, PullRequestWorld, project, pullRequest, push } from "./pull-request.ts";
import type { Event } from "./rig.ts";

const names = Array.from({ length: 8 }, (_, index) => `c${index}`);
const manifest = `${project.replace("contexts: [prod, test]", `contexts: [${names.join(", ")}]`)}${files({ a: "one\n", b: "two\n" })}`;

function contexts(body: string | undefined): readonly string[] {
  return (readComment(body ?? "")?.parts ?? []).map(({ facts }) => facts.context);
}

describe("a matrix of eight jobs", () => {
  it("with a last job that joins their reports has every part in one comment, summary and outputs", async () => {
    await using world = await PullRequestWorld.open(manifest, { latencyMs: [5, 50] });
    // One of the jobs fails: its part is there all the same.
    world.rig.write("out/c3/a.txt", "made by hand\n");
    const job = (name: string) =>
      world.step({
        context: name,
        "comment-pr": "never",
        "report-path": `opus-reports/opus-report-${name}/report.json`,
      });
    const jobs = [...(await Promise.all(names.slice(0, 4).map(job))), ...(await Promise.all(names.slice(4).map(job)))];
    expect(jobs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 1, 0, 0, 0, 0]);
    expect(await world.bodies()).toEqual([]);
    // Neither a manifest nor anything else of the repository is there in the last job.
    world.rig.remove("opus.yaml");
    const joined = await world.step({ command: "report" });
    expect(joined.exitCode).toBe(0);
    const [body, second] = await world.bodies();
    expect([contexts(body), second]).toEqual([names, undefined]);
    for (const text of [body, joined.summary]) {
      for (const name of names) expect(text).toContain(`| \`${name}\` |`);
    }
    expect(body).toContain("| `c3` | 1 to create, **1 failed** | [❌ task-failed]");
    expect(joined.outputs).toMatchObject({
      command: "plan",
      contexts: JSON.stringify(names),
      changes: "true",
      "to-create": "15",
      failed: "1",
      "failure-reason": "task-failed",
    });
    expect(joined.report.contexts.map(({ name }: { name: string }) => name)).toEqual(names);
    // What was joined says as much as the parts said.
    expect(joined.report.contexts[0].tasks).toEqual(jobs[0]?.report.contexts[0].tasks);
    expect(joined.log).toContain("opus-reports/opus-report-c3/report.json: c3: 1 to create, 1 failed (task-failed)");
    // The plan of each is as good as one that was written directly.
    expect(readComment(body ?? "")?.parts[0]?.facts.digest).toBe(jobs[0]?.report.contexts[0].planDigest);
    expect(readComment(body ?? "")?.parts[3]?.facts.digest).toBeNull();
    await world.step({ command: "report" });
    expect((await world.bodies()).length).toBe(1);
  });

  it("without it loses no part, however they write at the same time", { timeout: storeDeadline }, async () => {
    const tries = times(50, 2);
    const lost: string[] = [];
    let extra = 0;
    for (let round = 1; round <= tries; round++) {
      await using world = await PullRequestWorld.open(manifest, { latencyMs: [20, 250] });
      const jobs = await Promise.all(names.map((context) => world.step({ context })));
      for (const { exitCode, log } of jobs)
        if (exitCode !== 0 || log.includes("comment-not-posted")) lost.push(`try ${round}: a job said ${log}`);
      const bodies = await world.bodies();
      if (bodies.length > 1) lost.push(`try ${round}: ${bodies.length} comments`);
      const there = contexts(bodies[0]);
      for (const name of names) if (!there.includes(name)) lost.push(`try ${round}: ${name} is missing`);
      extra += world.github.requests.filter(({ method }) => method === "PATCH" || method === "POST").length - 9;
    }
    figure(`8 direct writers, ${tries} tries: ${lost.length} parts lost, ${extra} further writes`);
    expect(lost).toEqual([]);
  });
});

it("a job that failed before it knew of its context fails the whole, and hides no other", async () => {
  await using world = await PullRequestWorld.open(manifest);
  const report = (name: string) => ({ "comment-pr": "never", "report-path": `opus-reports/${name}.json` });
  await world.step({ context: "c1", ...report("c1") });
  await world.step({ context: "c0", parallelism: "many", ...report("c0") });
  const joined = await world.step({ command: "report" });
  expect([joined.exitCode, joined.outputs["failure-reason"], joined.outputs.contexts]).toEqual([
    0,
    "invalid-input",
    '["c1"]',
  ]);
  const [body] = await world.bodies();
  expect(contexts(body)).toEqual(["c1"]);
  expect(body).toContain("parallelism");
});

it("reports of drift are joined into a summary, and no comment", async () => {
  await using world = await PullRequestWorld.open(manifest);
  for (const context of ["c0", "c1"])
    await world.step({ command: "drift", context, "report-path": `opus-reports/${context}.json` });
  const joined = await world.step({ command: "report" });
  expect([joined.exitCode, joined.outputs.contexts]).toEqual([0, '["c0","c1"]']);
  expect(joined.summary).toContain("`drift`: no resource drifted, 4 never applied, 0 in sync");
  expect([await world.bodies(), world.github.requests]).toEqual([[], []]);
});

describe("reports that can't be joined", () => {
  async function refused(reports: { readonly [path: string]: string }): Promise<string> {
    await using world = await PullRequestWorld.open(manifest);
    for (const [path, text] of Object.entries(reports)) world.rig.write(path, text);
    const step = await world.step({ command: "report" });
    expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "invalid-input"]);
    expect(await world.bodies()).toEqual([]);
    return (step.log.match(/^::error .*$/gm) ?? []).join("\n");
  }

  it("are told of, each with its file", async () => {
    await using world = await PullRequestWorld.open(manifest);
    const plan = async (context: string, more = {}) =>
      JSON.stringify((await world.step({ context, "comment-pr": "never", ...more })).report);
    const [c0, c1] = [await plan("c0"), await plan("c1")];
    expect(await refused({})).toContain(
      "no report was found: opus-reports/**/*.json matches no file%0ADownload the reports of the other jobs",
    );
    expect(
      await refused({
        "opus-reports/a.json": c0,
        "opus-reports/b.json": c0,
        "opus-reports/c.json": c1.replace('"project":"storefront"', '"project":"other"'),
        "opus-reports/d.json": "{",
        "opus-reports/e.json": '{"format":"something"}',
        "opus-reports/f.json": c1.replace('"change":"create"', '"change":"explode"'),
        "opus-reports/g.json": c1.replace('"version":1', '"version":2'),
      }),
    ).toMatchInlineSnapshot(`
      "::error title=invalid-input,file=opus-reports/d.json,line=1,col=1::this report can't be used: it is cut off after line 1, column 2 (1 characters)%0AHand over the report as the same version of opus wrote it.
      ::error title=invalid-input,file=opus-reports/e.json,line=1,col=1::this report can't be used: it is no report: "format" is not "opus-report"%0AHand over the report as the same version of opus wrote it.
      ::error title=invalid-input,file=opus-reports/f.json,line=1,col=1::this report can't be used: it is not what a report looks like: /contexts/0/reviewable/changes/a/change does not fit (enum ["create","update","replace","delete","adopt","forget","noop","none"])%0AHand over the report as the same version of opus wrote it.
      ::error title=invalid-input,file=opus-reports/g.json,line=1,col=1::this report can't be used: its version is 2, and this opus knows 1%0AHand over the report as the same version of opus wrote it.
      ::error title=invalid-input,file=opus-reports/b.json,line=1,col=1::this report tells of the context "c0" of the project "storefront", and so does opus-reports/a.json"
    `);
  });
});

describe("a report from a fork's run", () => {
  /** The run of the workflow of the default branch, after that of a fork's pull request. */
  const event: Event = {
    name: "workflow_run",
    ref: "refs/heads/main",
    sha: "d".repeat(40),
    payload: {
      action: "completed",
      workflow_run: {
        id: 99,
        event: "pull_request",
        head_branch: "change",
        head_sha: head,
        head_repository: { id: 2, full_name: "fork/storefront", owner: { login: "fork" } },
        pull_requests: [],
      },
      repository: { id: 1, default_branch: "main" },
      sender: { login: "fork" },
    },
  };

  it("is posted by a trusted second workflow, and never counts as a review", async () => {
    await using world = await PullRequestWorld.open(manifest);
    await world.github.pull({ number: 12, head: { sha: head, ref: "change", repo: "fork/storefront" } });
    // Two more of the same branch: an older commit, and another fork.
    await world.github.pull({ number: 13, head: { sha: "9".repeat(40), ref: "change", repo: "fork/storefront" } });
    const planned = await world.step({ context: "c0", "comment-pr": "never" });
    const forged = JSON.stringify(planned.report)
      .replaceAll('"reason":"new"', '"reason":"@octo/admins [click](http://evil) <img src=x>"')
      .replace(
        '"diagnostics":[]',
        '"diagnostics":[{"severity":"warning","code":"x","message":"</details><h1>approved</h1>"}]',
      );
    world.rig.write("opus-reports/report.json", forged);
    const posted = await world.step({ command: "report" }, event);
    expect([posted.exitCode, posted.report.diagnostics.length]).toEqual([0, 1]);
    const [body = ""] = await world.bodies();
    expect(contexts(body)).toEqual(["c0"]);
    expect((await world.github.comments(13)).length).toBe(0);
    // Only in code, where nothing is a mention, a link or markup.
    expect(body).toContain("<code>&#64;octo/admins [click](http://evil) &lt;img src=x&gt;</code>");
    expect(body).toContain("- warning `</details><h1>approved</h1>` (`x`)");
    expect(body.match(/<h1>|<img|[^;]octo\/admins/g)).toEqual(["<h1>"]);
    const facts = readComment(body)?.parts[0]?.facts;
    expect([facts?.digest, facts?.seal]).toEqual([null, null]);
    // An apply that wants a review takes none of it.
    await world.github.pull({ number: 12, merged: true, mergeCommitSha: push().sha ?? "" });
    const applied = await world.step({ command: "apply", context: "c0", "require-reviewed-plan": "true" }, push());
    expect(applied.outputs["failure-reason"]).toBe("plan-not-reviewed");
    expect(applied.log).toContain("was made by a run without trust");
  });

  it("is not posted by the untrusted run itself", async () => {
    await using world = await PullRequestWorld.open(manifest);
    const own = JSON.parse(JSON.stringify(pullRequest(12))) as Event & {
      payload: { pull_request: { head: { repo: object } } };
    };
    own.payload.pull_request.head.repo = { id: 2, full_name: "fork/storefront" };
    const planned = await world.step({ "comment-pr": "never", context: "c0" });
    world.rig.write("opus-reports/report.json", JSON.stringify(planned.report));
    const requests = world.github.requests.length;
    const step = await world.step({ command: "report" }, own);
    expect([step.exitCode, world.github.requests.length]).toEqual([0, requests]);
    expect(step.log).toContain("::notice title=comment-not-posted::the preview was not posted as a comment");
    expect((await world.bodies(bot)).length).toBe(0);
  });
});
