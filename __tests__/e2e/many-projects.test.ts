import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readComment } from "../../src/hooks/comment/read.ts";
import { figure, storeDeadline, times } from "../faults/scale.ts";
import { GitServer } from "../peers/git-server.ts";
import { head, PullRequestWorld, pullRequest, push } from "./pull-request.ts";

const manifest = (name: string, contents: readonly string[] = [name]): string =>
  [
    `apiVersion: opus/v1
kind: Project
metadata: {name: ${name}}
spec:
  contexts:
  - {input: [test]}
  - {event: pull_request, contexts: [test]}
`,
    ...contents.map(
      (content, index) => `apiVersion: opus/v1
kind: File
metadata: {name: page${index}}
spec: {path: out${index}.txt, content: ${JSON.stringify(content)}}
`,
    ),
  ].join("---\n");

const names = Array.from({ length: times(40, 3) }, (_, index) => `s${String(index).padStart(2, "0")}`);
const reports = "opus-reports";
/** In the first line of a comment. */
const shown = names.length > 3 ? `${names.length} projects` : names.map((name) => `\`${name}\``).join(", ");

let server: GitServer;
let world: PullRequestWorld;
beforeEach(async () => {
  server = await GitServer.start();
  world = await PullRequestWorld.open("");
  world.rig.remove("opus.yaml");
  world.rig.remote = { url: server.url, token: server.token };
  server.tokens.set(world.token, "write");
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  server.fsck();
  await server.close();
});

type Row = { readonly [name in "project" | "context" | "manifest" | "working-directory"]: string };

/** As a matrix with `max-parallel: 8` does it. */
async function eightAtOnce<T>(all: readonly T[], work: (one: T, index: number) => Promise<void>): Promise<void> {
  const queue = [...all.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

/**
 * The jobs of examples/workflows/many-projects.yml.
 * @param lost projects whose job leaves no report
 */
async function planned(commit = head, lost: readonly string[] = []) {
  world.rig.remove(reports);
  const event = pullRequest(12, commit);
  const path = `${reports}/list/report.json`;
  const listed = await world.step({ command: "projects", changed: "true", "report-path": path }, event);
  const rows: readonly Row[] = JSON.parse(listed.outputs.projects || "[]");
  await eightAtOnce(rows, async ({ project, context, manifest: file, "working-directory": folder }, index) => {
    if (lost.includes(project)) return;
    const report = `../../${reports}/${index}/report.json`;
    const row = { context, manifest: file, "working-directory": folder };
    await world.step({ command: "plan", ...row, "comment-pr": "never", "report-path": report }, event);
  });
  const joined = await world.step({ command: "report" }, event);
  const bodies = await world.bodies();
  return { rows: rows.map(({ project }) => project), joined, listed, bodies, body: bodies.at(-1) ?? "" };
}

function write(name: string, contents?: readonly string[]): void {
  world.rig.write(`services/${name}/opus.yaml`, manifest(name, contents));
}

async function applied(name: string, inputs: { readonly [name: string]: string } = {}) {
  const folder = { "working-directory": `services/${name}`, context: "test" };
  return world.step({ command: "apply", ...folder, ...inputs }, push());
}

function title(body: string): string | undefined {
  return body.split("\n")[1];
}

describe("many projects in one repository", () => {
  it("have one comment, of what a pull request touches, and of nothing else", { timeout: storeDeadline }, async () => {
    for (const name of names) write(name);
    const first = await planned();
    expect([first.rows, first.bodies.length]).toEqual([names, 1]);
    expect(title(first.body)).toBe(`## 📋 Plan for ${shown}: ${names.length} to create`);
    expect(first.joined.outputs).toMatchObject({
      contexts: '["test"]',
      "to-create": `${names.length}`,
      "plan-digest": "",
    });
    expect(JSON.parse(first.joined.outputs.projects ?? "")[1]).toEqual({
      project: "s01",
      context: "test",
      manifest: "opus.yaml",
      "working-directory": "services/s01",
    });
    const began = performance.now();
    await eightAtOnce(names, async (name) => {
      expect((await applied(name, { "comment-pr": "never" })).exitCode).toBe(0);
    });
    // All of them push to one branch.
    figure(`${names.length} projects applied, eight at once: ${Math.round((performance.now() - began) / 1_000)} s`);

    write("s01", ["changed"]);
    const second = await planned("c".repeat(40));
    expect([second.rows, second.bodies.length]).toEqual([["s01"], 1]);
    expect(title(second.body)).toBe("## 📋 Plan for `s01`: 1 to update");
    const rest = names.length - 1;
    expect(second.body).toContain(`Not planned, as they are as recorded: ${rest} more contexts of ${rest} projects.`);
    expect(second.body).not.toMatch(/s00|s02/);
    expect(second.joined.summary).toContain(
      `Not planned, as they are as recorded: ${rest} contexts of ${rest} projects.`,
    );

    // One job ends without a report, one has a manifest that can't be used: both are told of, and never as unchanged.
    write("s02", ["changed"]);
    world.rig.write("services/s00/opus.yaml", manifest("s00").replace("spec: {path", "spec: {wrong: 1, path"));
    const third = await planned("d".repeat(40), ["s02"]);
    expect([third.rows, third.bodies.length]).toEqual([["s00", "s01", "s02"], 1]);
    expect(title(third.body)).toBe(
      "## ❌ Plan for `s00`, `s01`, `s02`: 1 to update, and 2 contexts that could not be planned",
    );
    expect(third.body).toContain("| `s02` `test` | – | [❌ not-reported]");
    expect(third.body).toContain("| `s00` before any context | – | [❌ invalid-manifest]");
    expect(third.body).toContain("services/s00/opus.yaml:12:8");
    expect(third.joined.log).toContain("no report tells of s02/test");
    expect(third.joined.exitCode).toBe(0);
    expect(third.joined.outputs["failure-reason"]).toBe("invalid-manifest");

    // All is as it was: the comment must not go on to show a plan.
    for (const name of ["s00", "s01", "s02"]) write(name);
    const fourth = await planned("e".repeat(40));
    expect([fourth.rows, fourth.bodies.length]).toEqual([[], 1]);
    expect(title(fourth.body)).toBe(
      `## ✅ Plan: nothing to do, none of ${names.length} projects is other than recorded`,
    );
    expect(fourth.joined.outputs).toMatchObject({ changes: "false", projects: "[]", "failure-reason": "" });
  });

  it("are applied as they were reviewed in it, and all results of eight jobs at once get into it", {
    timeout: storeDeadline,
  }, async () => {
    for (const name of names) write(name);
    await planned();
    await world.github.pull({ number: 12, merged: true, mergeCommitSha: push().sha ?? "" });
    // This one is not what was reviewed any more.
    write("s01", ["changed since"]);
    const reasons = new Map<string, string | undefined>();
    await eightAtOnce(names, async (name) => {
      const step = await applied(name, { "require-reviewed-plan": "true" });
      reasons.set(name, step.outputs["failure-reason"]);
      expect(step.log).not.toContain("comment-not-posted");
    });
    expect([...reasons].filter(([, reason]) => reason !== "")).toEqual([["s01", "plan-changed"]]);
    const [body = "", second] = await world.bodies();
    expect(second).toBeUndefined();
    expect(readComment(body)?.parts.map(({ facts }) => [facts.project, facts.phase])).toEqual(
      names.map((name) => [name, name === "s01" ? "refused" : "applied"]),
    );
    expect(title(body)).toBe(`## 🚫 Refused plan for ${shown}: ${names.length} to create`);
  });
});
