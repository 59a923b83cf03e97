import { describe, expect, it, vi } from "vitest";
import { readComment } from "../../src/hooks/comment/read.ts";
import { full } from "../faults/scale.ts";
import type { Fault } from "../peers/github-faults.ts";
import { githubFaults } from "../peers/github-faults.ts";
import { bot, files, PullRequestWorld, project, pullRequest, push } from "./pull-request.ts";

// What is concurrent here waits more than it works.
vi.setConfig({ maxConcurrency: 20 });

const manifest = `${project}${files({ a: "one\n", b: "two\n" })}`;

function phases(body: string | undefined): readonly string[] {
  return (readComment(body ?? "")?.parts ?? []).map(({ facts }) => `${facts.context} ${facts.phase}`);
}

describe("the preview", () => {
  it("is one comment for two contexts behind 300 others, edited in place, and frozen by the apply", async () => {
    await using world = await PullRequestWorld.open(manifest);
    const { github, rig } = world;
    for (let index = 0; index < 300; index++) await github.comment(12, "hubot", `Comment ${index}`);
    const first = await world.step({});
    expect([first.exitCode, first.outputs.changes, first.report.diagnostics]).toEqual([0, "true", []]);
    rig.write("opus.yaml", `${project}${files({ a: "one\n", b: "two\n", c: "three\n" })}`);
    await world.step({});
    const [body, second] = await world.bodies();
    expect(second).toBeUndefined();
    expect((await github.comments(12)).length).toBe(301);
    expect(body).toContain("## 📋 Plan for `storefront`: 6 to create");
    expect(body).toContain("| `prod` | 3 to create |");
    expect(body).toContain("opus plan --context test --state-backend file");
    expect(body).toContain('+ path: "out/test/c.txt"');
    expect(phases(body)).toEqual(["prod planned", "test planned"]);
    // The commit that was merged leads from the push to the pull request.
    await github.pull({ number: 12, merged: true, mergeCommitSha: push().sha ?? "" });
    const applied = await world.step({ command: "apply" }, push());
    expect([applied.exitCode, applied.report.diagnostics]).toEqual([0, []]);
    const [frozen] = await world.bodies();
    expect(phases(frozen)).toEqual(["prod applied", "test planned"]);
    expect(frozen).toContain("✅ `apply` in `prod`: 3 done");
    // The next plan begins a new one.
    await world.step({});
    const all = await world.bodies();
    expect([all.length, all[0]]).toEqual([2, frozen]);
    expect(phases(all[1])).toEqual(["prod planned", "test planned"]);
    expect(github.faults).toEqual([]);
  });

  it("says that it is being applied while it is", async () => {
    const slow = `---\napiVersion: opus/v1\nkind: Shell\nmetadata: { name: slow }\nspec: { create: "sleep 4", delete: "true" }\n`;
    await using world = await PullRequestWorld.open(`${project}${slow}`);
    await world.step({});
    await world.github.pull({ number: 12, merged: true, mergeCommitSha: push().sha ?? "" });
    const running = world.step({ command: "apply" }, push());
    let seen: readonly string[] = [];
    for (let looks = 0; looks < 40 && !seen.includes("prod applying"); looks++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      seen = phases((await world.bodies())[0]);
    }
    expect(seen).toEqual(["prod applying", "test planned"]);
    expect((await running).exitCode).toBe(0);
    expect(phases((await world.bodies())[0])).toEqual(["prod applied", "test planned"]);
  });

  it("of a stranger with a copied marker is left alone, also when ours was deleted", async () => {
    await using world = await PullRequestWorld.open(manifest);
    await world.step({});
    const [ours] = await world.github.comments(12);
    if (!ours) throw new Error("there is no comment");
    await world.github.comment(12, "hubot", ours.body);
    await world.github.deleteComment(ours.id);
    await world.step({});
    const all = await world.github.comments(12);
    expect(all.map(({ login }) => login)).toEqual(["hubot", bot]);
    expect(all[0]?.body).toBe(ours.body);
  });

  it("is by whom the token is: a person, an app, or the job", async () => {
    await using world = await PullRequestWorld.open(manifest);
    const { github } = world;
    const tokens = {
      hubot: github.userToken("hubot"),
      "my-app[bot]": github.appToken({ permissions: { "pull-requests": "write" } }),
      // Neither question is answered: it must be the token of a job.
      [bot]: github.actionsToken({ permissions: { issues: "write" }, viewer: 403 }),
    };
    for (const [login, token] of Object.entries(tokens)) {
      await world.step({ token });
      await world.step({ token });
      expect([login, (await world.bodies(login)).length]).toEqual([login, 1]);
    }
    expect((await github.comments(12)).length).toBe(3);
  });

  it("on changes only begins nothing while there is nothing to do, and never leaves what is stale", async () => {
    await using world = await PullRequestWorld.open(manifest);
    await world.step({ command: "apply", context: "prod", "comment-pr": "never" }, push());
    await world.step({ context: "prod", "comment-pr": "on-changes" });
    expect(await world.bodies()).toEqual([]);
    world.rig.write("opus.yaml", `${project}${files({ a: "changed\n", b: "two\n" })}`);
    await world.step({ context: "prod", "comment-pr": "on-changes" });
    world.rig.write("opus.yaml", manifest);
    await world.step({ context: "prod", "comment-pr": "on-changes" });
    const [body] = await world.bodies();
    expect(body).toContain("## ✅ Plan for `storefront`: nothing to do, 2 unchanged");
    await world.step({ context: "prod", "comment-pr": "never" });
    expect(await world.bodies()).toEqual([body]);
  });

  it("of a broken manifest tells what is wrong with it", async () => {
    await using world = await PullRequestWorld.open(`${project}${files({ a: "x" }).replace("content:", "contnt:")}`);
    const step = await world.step({});
    expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "invalid-manifest"]);
    const [body] = await world.bodies();
    expect(body).toContain("## ❌ Plan for `storefront`: could not be made (invalid-manifest)");
    expect(body).toContain('Did you mean `"content"?`'.replace("`", "").replace("`", ""));
  });

  it("of 3,000 tasks fits, with all deletions, as does the summary", { timeout: 180_000 }, async () => {
    const many = (from: number, to: number, content: string) =>
      files(Object.fromEntries(Array.from({ length: to - from }, (_, at) => [`task-${from + at}`, content])));
    await using world = await PullRequestWorld.open(`${project}${many(0, 2000, "one\n".repeat(30))}`);
    await world.step({ command: "apply", "comment-pr": "never" }, push());
    world.rig.write("opus.yaml", `${project}${many(1000, 3000, "two\n".repeat(30))}`);
    const step = await world.step({ context: "prod" });
    expect([step.exitCode, step.outputs["to-delete"], step.outputs["to-update"]]).toEqual([0, "1000", "1000"]);
    const [body = ""] = await world.bodies();
    expect(body.length).toBeLessThan(60_000);
    expect(Buffer.byteLength(step.summary)).toBeLessThan(1024 * 1024);
    for (let index = 0; index < 1000; index++)
      for (const text of [body, step.summary]) expect(text).toContain(`\`task-${index}\``);
  });
});

it("shows no secret, in whatever form, but for one that is a name of the manifest", async () => {
  const secret = "s3cr3t-Zwölf-4711";
  const encoded = Buffer.from(secret).toString("base64");
  const hidden = `${project}---
apiVersion: opus/v1
kind: Values
metadata: { name: v }
spec: { secrets: { token: { env: TOKEN }, name: { env: NAME } } }
---
apiVersion: opus/v1
kind: File
metadata: { name: web-4711-prod }
spec: { path: a.txt, content: "\${SECRET:token}" }
---
apiVersion: opus/v1
kind: Shell
metadata: { name: failing, description: x }
spec:
  secretEnv: { T: "\${SECRET:token}" }
  create: "true"
  read: 'echo "$T"; printf %s "$T" | base64; echo "web-4711-prod" >&2; exit 3'
---
apiVersion: opus/v1
kind: File
metadata: { name: sum }
spec: { path: b.txt, content: "no secret" }
`;
  await using world = await PullRequestWorld.open(hidden);
  const step = await world.step({ context: "prod" }, pullRequest(12), { TOKEN: secret, NAME: "web-4711-prod" });
  expect(step.exitCode).toBe(1);
  const [body = ""] = await world.bodies();
  expect(body).toContain("<code>sum</code>");
  expect(body).toContain("❌ <code>failing</code>");
  for (const text of [secret, encoded, encodeURIComponent(secret)]) expect(body).not.toContain(text);
  // What the manifest says openly can't be hidden: whoever chose such a secret is told.
  expect(body).toContain("web-4711-prod");
  expect(step.log).toContain("guessable-secret");
});

describe("without the permission", () => {
  it("the run ends as it would, the summary has all, and a notice names what is missing", async () => {
    await using world = await PullRequestWorld.open(manifest);
    const { github } = world;
    github.private = true;
    const reader = github.appToken({ permissions: { contents: "read" } });
    const refused = await world.step({ token: reader });
    expect(refused.exitCode).toBe(0);
    expect(refused.summary).toContain("| `a` File | 🟢 create: new |");
    expect(refused.log).toMatch(
      /^::notice title=comment-not-posted::the preview was not posted as a comment on #12: GitHub answered 40[34]: .*%0AGive the job `pull-requests: write` under `permissions`, or set `comment-pr: never`. The job summary has all of it.$/m,
    );
    expect(await github.comments(12)).toEqual([]);
    github.private = false;
    const seen = await world.step({ token: reader });
    expect([seen.exitCode, seen.log.includes("::notice title=comment-not-posted::")]).toEqual([0, true]);
    const writer = github.appToken({ permissions: { contents: "read", "pull-requests": "write" } });
    expect((await world.step({ token: writer })).log).not.toContain("comment-not-posted");
    expect((await world.bodies("my-app[bot]")).length).toBe(1);
  });

  it("an untrusted run asks nobody", async () => {
    await using world = await PullRequestWorld.open(manifest);
    const event = pullRequest(12);
    const fork = JSON.parse(JSON.stringify(event));
    fork.payload.pull_request.head.repo = { id: 2, full_name: "stranger/storefront" };
    const step = await world.step({}, fork);
    expect(step.exitCode).toBe(0);
    expect(world.github.requests).toEqual([]);
    expect(step.log).toContain(
      "the preview was not posted as a comment: the pull request comes from the fork stranger/storefront",
    );
    expect(step.summary).toContain("| `a` File | 🟢 create: new |");
  });
});

describe("whatever GitHub does", () => {
  const faults: readonly (readonly [string, () => Fault])[] = [
    ["a secondary limit", () => githubFaults.secondaryLimit()],
    ["a secondary limit for an hour", () => githubFaults.secondaryLimit(3600)],
    ["a secondary limit for a second", () => githubFaults.secondaryLimit(1)],
    ["a used-up limit", () => githubFaults.primaryLimit()],
    ["429", () => githubFaults.tooMany()],
    ["429 for an hour", () => githubFaults.tooMany(3600)],
    ["500", () => githubFaults.broken()],
    ["502 with a page", () => githubFaults.badGateway()],
    ["a cut connection", () => ({ cut: true })],
    ["a lost answer", () => ({ cutAfter: true })],
    ["no answer", () => ({ hang: true })],
  ];
  const calls = [
    ["who it is", /^(GET \/user|POST \/graphql)$/],
    ["the list", /^GET \/repos\/octo\/storefront\/issues\/12\/comments/],
    ["the new comment", /^POST \/repos\/octo\/storefront\/issues\/12\/comments/],
    ["the edit", /^PATCH /],
    ["the pull request of a commit", /\/pulls/],
  ] as const;

  // A fault at every call takes minutes: by default each fault strikes at one of them, in turn.
  const struck = faults.map(([name, fault], index) => {
    const one = index % calls.length;
    return [name, fault, full ? calls : calls.slice(one, one + 1)] as const;
  });

  it.concurrent.each(struck)(
    "with %s, the run and its outputs are the same",
    { timeout: 400_000 },
    async (_, fault, at) => {
      const ends = await Promise.all(
        at.map(async ([call, pattern]) => {
          await using world = await PullRequestWorld.open(manifest);
          if (call === "the edit") await world.step({});
          const applies = call === "the pull request of a commit";
          world.github.fault = ({ method, path }) => (pattern.test(`${method} ${path}`) ? fault() : undefined);
          const step = applies ? await world.step({ command: "apply" }, push()) : await world.step({});
          const told = step.log.match(/::(?:warning|notice) title=comment-not-posted::(.*)/)?.[1] ?? "posted";
          const [body] = await world.bodies();
          return { call, exit: step.exitCode, create: step.outputs["to-create"], told, posted: body !== undefined };
        }),
      );
      for (const { call, exit, create, told, posted } of ends) {
        const applies = call === "the pull request of a commit";
        expect([call, exit, create]).toEqual([call, 0, applies ? "2" : "4"]);
        // What is not there is said, and what is there is not said to be missing, unless nobody could know.
        if (told === "posted") expect([call, posted || applies]).toEqual([call, true]);
        else expect(told).toMatch(/was not posted as a comment.*: .*%0A(Run|Give)/);
      }
    },
  );
});
