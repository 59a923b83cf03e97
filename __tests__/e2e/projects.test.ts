import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { full, times } from "../faults/scale.ts";
import { GitServer } from "../peers/git-server.ts";
import { QuickRig } from "./quick-rig.ts";
import type { Event } from "./rig.ts";

const repository = { id: 1, full_name: "octo/storefront", default_branch: "main" };
const event: Event = {
  name: "pull_request",
  ref: "refs/pull/7/merge",
  payload: {
    number: 7,
    repository,
    pull_request: { number: 7, head: { repo: repository }, base: { ref: "main", repo: repository }, labels: [] },
  },
};

const manifest = (name: string, content = name): string => `apiVersion: opus/v1
kind: Project
metadata: {name: ${name}}
spec:
  contexts:
  - {input: [test]}
  - {event: pull_request, contexts: [test]}
---
apiVersion: opus/v1
kind: File
metadata: {name: page}
spec: {path: out.txt, content: "${content}"}
`;
const row = (name: string, more: object = {}) => ({
  project: name,
  context: "test",
  manifest: "opus.yaml",
  "working-directory": `services/${name}`,
  ...more,
});
const names = (count: number) => Array.from({ length: count }, (_, index) => `s${String(index).padStart(2, "0")}`);

let rig: QuickRig;
beforeEach(() => {
  rig = new QuickRig();
  // Of a server that nobody needs to ask.
  rig.remote = { url: "http://127.0.0.1:9", token: "none" };
});
afterEach(() => rig[Symbol.dispose]());

/** State on a branch of a server. */
async function onServer(work: (server: GitServer) => Promise<void>): Promise<void> {
  const server = await GitServer.start();
  try {
    rig.remote = { url: server.url, token: server.token };
    await work(server);
    server.fsck();
  } finally {
    await server.close();
  }
}

async function listed(inputs: { readonly [name: string]: string } = {}) {
  const step = await rig.step({ command: "projects", ...inputs }, { event });
  return { ...step, rows: step.outputs.projects ? JSON.parse(step.outputs.projects) : undefined };
}

/** Each is applied on its own, as jobs of a matrix do: eight at once, on one branch. */
async function applyAll(services: readonly string[]): Promise<void> {
  const ended: number[] = [];
  const queue = [...services];
  const worker = async (): Promise<void> => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const inputs = { command: "apply", context: "test", "working-directory": `services/${name}` };
      ended.push((await rig.step(inputs)).exitCode);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  expect(ended).toEqual(services.map(() => 0));
}

/** One is applied, and the others are as that one is but for their names. */
async function applyLike(services: readonly string[], server: GitServer): Promise<void> {
  const [first = "", ...others] = services;
  await applyAll([first]);
  const stored = server.file("opus-state", `${first}/test/state.json`) ?? "";
  const alike = others.map((name) => [`${name}/test/state.json`, stored.replaceAll(`"${first}"`, `"${name}"`)]);
  server.write("opus-state", Object.fromEntries(alike));
  for (const name of others) rig.write(`services/${name}/out.txt`, "page");
}

describe("the command projects", () => {
  it("plans of many projects the one that a pull request touches", () =>
    onServer(async (server) => {
      const services = names(times(40, 10));
      for (const name of services) rig.write(`services/${name}/opus.yaml`, manifest(name, "page"));
      expect((await listed()).rows).toEqual(services.map((name) => row(name)));
      await (full ? applyAll(services) : applyLike(services, server));
      const before = server.requests.length;
      const none = await listed({ changed: "true" });
      expect([none.exitCode, none.outputs.projects]).toEqual([0, "[]"]);
      // The branch is fetched once, however many projects there are.
      expect(server.requests.length - before).toBe(4);
      rig.write("services/s03/opus.yaml", `# a comment\n${manifest("s03", "page")}`);
      rig.write("services/s07/opus.yaml", manifest("s07", "changed"));
      const one = await listed({ changed: "true" });
      expect(one.rows).toEqual([row("s07", { changed: true })]);
      expect(one.report.projects).toEqual(one.rows);
      const [job] = one.rows;
      const plan = await rig.step(
        {
          command: "plan",
          context: job.context,
          manifest: job.manifest,
          "working-directory": job["working-directory"],
        },
        { event },
      );
      expect(plan.outputs).toMatchObject({ changes: "true", "to-update": "1", "to-create": "0" });
    }));

  it("lists one that can't be used, with the others, and fails", async () => {
    rig.remote = undefined;
    rig.write("services/good/opus.yaml", manifest("good"));
    rig.write("services/bad/opus.yaml", manifest("bad").replace("spec: {path", "spec: {wrong: 1, path"));
    const step = await listed({ changed: "true" });
    expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "invalid-manifest"]);
    expect(step.rows).toEqual([
      row("bad", { context: "", changed: null, error: expect.stringContaining("wrong") }),
      row("good", { changed: true }),
    ]);
    expect(step.log).toMatch(/::error [^\n]*file=services\/bad\/opus\.yaml,line=12/);
  });

  it("refuses two with one name on one branch, and tells where both are", async () => {
    rig.write("services/a/opus.yaml", manifest("same"));
    rig.write("services/b/opus.yaml", manifest("same"));
    const step = await listed();
    expect(step.exitCode).toBe(1);
    expect(step.rows.map(({ error }: { error: string }) => error)).toEqual([
      expect.stringContaining('two projects are called "same"'),
      expect.stringContaining('two projects are called "same"'),
    ]);
    expect(
      step.report.diagnostics.map(({ code, file, line }: { [key: string]: unknown }) => [code, file, line]),
    ).toEqual([
      ["same-project", "services/a/opus.yaml", 3],
      ["same-project", "services/b/opus.yaml", 3],
    ]);
    rig.write("services/b/opus.yaml", manifest("same").replace("spec:\n", "spec:\n  state: {branch: other-state}\n"));
    expect((await listed()).exitCode).toBe(0);
  });

  it("takes no file for a project that another one includes, and none of installed packages", async () => {
    rig.write("opus.yaml", manifest("top").replace("spec:\n", "spec:\n  include: [parts/*/opus.yaml]\n"));
    rig.write(
      "parts/a/opus.yaml",
      manifest("x").split("---\n")[1]?.replace("page", "part").replace("out", "part") ?? "",
    );
    rig.write("node_modules/x/opus.yaml", manifest("foreign"));
    const step = await listed();
    expect(step.rows).toEqual([{ ...row("top"), "working-directory": "." }]);
    expect(step.report.diagnostics).toMatchObject([
      {
        severity: "notice",
        code: "project-not-listed",
        message: expect.stringContaining("is part of the project top"),
      },
    ]);
  });

  it("says which one this event leads nowhere with", async () => {
    rig.write("services/a/opus.yaml", manifest("a"));
    rig.write("services/b/opus.yaml", manifest("b").replace("event: pull_request", "event: schedule"));
    const step = await listed();
    expect([step.exitCode, step.rows]).toEqual([0, [row("a")]]);
    expect(step.log).toContain("the project b (services/b/opus.yaml) is not listed: no rule under `contexts` matches");
  });

  it("lists all when the state can't be read, and asks the server no more often for many", async () => {
    for (const name of names(4)) rig.write(`services/${name}/opus.yaml`, manifest(name));
    rig.remote = { url: "http://127.0.0.1:9", token: "none" };
    const step = await listed({ changed: "true" });
    expect(step.exitCode).toBe(0);
    expect(step.rows).toEqual(names(4).map((name) => row(name, { changed: null })));
    expect(step.report.diagnostics.map(({ code }: { code: string }) => code)).toEqual(
      names(4).map(() => "not-compared"),
    );
  });

  it("fails where there is none, and warns of more than a matrix takes", async () => {
    const none = await listed();
    expect([none.exitCode, none.outputs.projects, none.outputs["failure-reason"]]).toEqual([1, "", "invalid-input"]);
    expect(none.log).toContain("no file matches **/opus.yaml, so there is no project");
    const contexts = Array.from({ length: 257 }, (_, index) => `c${index}`).join(", ");
    rig.write("opus.yaml", manifest("large").replace("contexts: [test]}\n---", `contexts: [${contexts}]}\n---`));
    const many = await listed();
    expect([many.exitCode, many.rows.length]).toEqual([0, 257]);
    expect(many.log).toContain("257 jobs are listed, and GitHub makes at most 256 of one matrix");
  });
});
