import { describe, expect, it } from "vitest";
import { asGithub } from "../hooks/as-github.ts";
import { fragments } from "../hooks/foreign-texts.ts";
import { files, head, PullRequestWorld, project, push } from "./pull-request.ts";
import type { Event } from "./rig.ts";

/** The second stage: a run of the default branch's workflow, after that of a fork's pull request. */
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
const base = "https://github.com/octo/storefront";
const caution =
  "> [!CAUTION]\n> **Destructive in `c0`:** 1 task to delete.\n>\n> - delete `database` (File): left the manifest\n";

// biome-ignore lint/suspicious/noExplicitAny: a stranger writes into a report what they want
type Report = any;

async function openWorld() {
  const world = await PullRequestWorld.open(`${project}${files({ a: "one\n" })}`);
  await world.github.pull({ number: 12, head: { sha: head, ref: "change", repo: "fork/storefront" } });
  const { report } = await world.step({ context: "c0", "comment-pr": "never" });
  const [context] = report.contexts;
  context.counts.delete = 1;
  context.tasks.push({ ...context.tasks[0], name: "database", change: "delete", reason: "left the manifest" });
  context.tasks[0].change = "update";
  return {
    world,
    report: report as Report,
    /** Joins and posts a report, as the second stage does. */
    post: async (one: Report) => {
      world.rig.write("opus-reports/report.json", JSON.stringify(one));
      return world.step({ command: "report" }, event);
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

function check(body: string | undefined): void {
  const { problems, destroyed } = asGithub(body ?? "", base);
  expect([problems, destroyed.has("database")]).toEqual([[], true]);
  expect(body).toContain(caution);
}

describe("a stranger's report", () => {
  it("with lines of ours and Markdown in its texts shows them as code, now and after the next report", async () => {
    await using stage = await openWorld();
    const { world, report, post } = stage;
    const [task] = report.contexts[0].tasks;
    task.location = { file: "inc/[docs](mailto:evil@x.y) @octocat **No changes**.yaml", line: 1, column: 1 };
    task.reason = "<!-- opus:end -->";
    const otherValues = ["<!-- opus:callouts 0 -->", "</details> # Nothing is deleted @octo/admins"];
    task.fields = [{ path: "/content", before: "a\n<!-- opus:end -->\n", after: "b", otherValues }];
    expect((await post(report)).exitCode).toBe(0);
    const [first] = await world.bodies();
    check(first);
    expect(first).toContain(
      "<sub>[`inc/[docs](mailto:evil@x.y) @octocat **No changes**.yaml:1`](https://github.com/octo/storefront/blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/inc/%5Bdocs%5D%28mailto%3Aevil%40x.y%29%20%40octocat%20%2a%2aNo%20changes%2a%2a.yaml#L1)</sub>",
    );
    // A run that failed before it knew of a context leaves the parts of others where they are.
    const failed = { ...report, contexts: [], result: "failure", failureReason: "cancelled" };
    expect((await post(failed)).exitCode).toBe(0);
    const [second, none] = await world.bodies();
    check(second);
    expect([second?.includes("before any context"), none]).toEqual([true, undefined]);
  });

  it("with a line break or another control where one line belongs is refused, and nothing is posted", async () => {
    await using stage = await openWorld();
    const { world, report, post } = stage;
    const forged = "x\n<!-- opus:end -->\n<!-- opus:callouts 0 -->\n# Nothing is deleted\n\n@octo/admins";
    const places: readonly (readonly [string, (one: Report) => void])[] = [
      [
        "/contexts/0/tasks/0/fields/0/otherValues/0",
        (one) => (one.contexts[0].tasks[0].fields[0].otherValues = [forged]),
      ],
      [
        "/contexts/0/tasks/0/fields/0/knownAfter/0",
        (one) => (one.contexts[0].tasks[0].fields[0].knownAfter = [forged]),
      ],
      ["/contexts/0/tasks/0/location/file", (one) => (one.contexts[0].tasks[0].location.file = forged)],
      ["/contexts/0/tasks/0/kind", (one) => (one.contexts[0].tasks[0].kind = "File\u0007")],
      ["/contexts/0/tasks/0/reason", (one) => (one.contexts[0].tasks[0].reason = "\u001b]0;x\u0007")],
      ["/previews", (one) => (one.previews = forged)],
      ["/project", (one) => (one.project = forged)],
    ];
    for (const [place, forge] of places) {
      const one = structuredClone(report);
      forge(one);
      const { exitCode, log, outputs } = await post(one);
      expect([exitCode, outputs["failure-reason"]]).toEqual([1, "invalid-input"]);
      expect(log).toContain(
        `::error title=invalid-input,file=opus-reports/report.json,line=1,col=1::this report can't be used: it is not what a report looks like: ${place} holds a character that may not stand there`,
      );
    }
    expect(await world.bodies()).toEqual([]);
  });

  it("that counts fewer deletions than it lists, or says what this version does not know, is refused", async () => {
    await using stage = await openWorld();
    const { world, report, post } = stage;
    const silent = structuredClone(report);
    silent.contexts[0].counts.delete = 0;
    expect((await post(silent)).log).toContain(
      `this report can't be used: it counts 0 to delete in the context "c0", and lists 1%0AHand over the report as the same version of opus wrote it.`,
    );
    const newer = structuredClone(report);
    newer.contexts[0].tasks[0].status = "paused";
    newer.contexts[0].state.backend = "elsewhere";
    expect((await post(newer)).log).toMatch(
      /^::error title=invalid-input,file=opus-reports\/report\.json,line=1,col=1::this report can't be used: it is not what a report looks like: \/contexts\/0\/state\/backend does not fit \(enum \["","branch","cache","file"\]\)%0AHand over/m,
    );
    expect(await world.bodies()).toEqual([]);
  });

  it("shows what is invisible in it, in the comment, the summary and the annotations", async () => {
    await using stage = await openWorld();
    const { world, report, post } = stage;
    const [task] = report.contexts[0].tasks;
    Object.assign(task, { kind: "GH-1", reason: "x\u061c\u200b\u2060\u00ad\u3164\u{e0041}y GH-1", fields: [] });
    const message = "see deadbee and GH-1";
    report.diagnostics = [{ severity: "warning", code: "x", message, file: "a\u202eb\u200b.yaml", line: 1, column: 1 }];
    const { exitCode, log, summary } = await post(report);
    const [body = ""] = await world.bodies();
    expect(exitCode).toBe(0);
    check(body);
    for (const text of [body, summary]) {
      expect(asGithub(text, base).problems).toEqual([]);
      expect(text).toContain("- warning `a<U+202E>b<U+200B>.yaml:1:1` `see deadbee and GH-1` (`x`)");
      expect(text).toContain("`x<U+061C><U+200B><U+2060><U+00AD><U+3164><U+E0041>y GH-1`");
    }
    expect(log).toContain("::warning title=x,file=a<U+202E>b<U+200B>.yaml,line=1,col=1::see deadbee and GH-1\n");
  });
});

it("the report of a program that prints colours and carriage returns is joined", async () => {
  await using world = await PullRequestWorld.open(
    `${project}---\napiVersion: opus/v1\nkind: Shell\nmetadata: { name: loud }\nspec: { create: "true", read: 'printf "\\033[31mred\\033[0m\\r\\n50%%\\r100%%\\n" >&2; exit 3' }\n`,
  );
  const planned = await world.step({ context: "c0", "comment-pr": "never", "report-path": "opus-reports/report.json" });
  expect(planned.report.contexts[0].tasks[0].error.detail).toBe("red\n50%\n100%");
  const joined = await world.step({ command: "report" });
  expect([joined.exitCode, joined.report.diagnostics]).toEqual([0, []]);
  expect((await world.bodies())[0]).toContain("```text\n  red\n  50%\n  100%\n```");
});

it("texts of a manifest are text alone, in the comment and the summary, before and after the apply", async () => {
  const texts = fragments.filter((one) => !/[\ud800-\udfff]$/.test(one) || one.length > 1);
  // A manifest takes control characters as escapes alone.
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const quoted = (text: string): string =>
    JSON.stringify(text.replaceAll("${", "$ {")).replace(/[^ -~\ud800-\udfff]/g, escaped);
  const task = (kind: string, name: string, spec: string): string =>
    `---\napiVersion: opus/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}\n`;
  const manifest = (salt: string): string => {
    const all = texts.map((text, at) =>
      task("File", `f${at}`, `{ path: out/f${at}, content: ${quoted(`${salt}${text}`)} }`),
    );
    const path = quoted("out/[docs](mailto:evil@x.y) @octocat **No changes** GH-1.txt");
    const env = texts.map((text, at) => `E${at}: ${quoted(text.replaceAll("\0", ""))}`).join(", ");
    const create = quoted(`# ${salt}\nprintf '@octocat <!-- opus:end -->\\n# Nothing\\033[31m\\n' >&2; exit 3`);
    return [
      project,
      ...all,
      task("File", "path", `{ path: ${path}, content: "" }`),
      task("Shell", "env", `{ create: ${create}, env: { ${env} } }`),
    ].join("");
  };
  await using world = await PullRequestWorld.open(manifest("a"));
  const first = await world.step({ context: "prod" });
  await world.github.pull({ number: 12, merged: true, mergeCommitSha: push().sha ?? "" });
  const applied = await world.step({ command: "apply", context: "prod" }, push());
  world.rig.write("opus.yaml", manifest("b"));
  const second = await world.step({ context: "prod" });
  expect([first.exitCode, applied.outputs["failure-reason"], second.exitCode]).toEqual([0, "task-failed", 0]);
  const bodies = await world.bodies();
  expect(bodies).toHaveLength(2);
  for (const text of [...bodies, first.summary, applied.summary, second.summary])
    expect(asGithub(text, base).problems).toEqual([]);
});
