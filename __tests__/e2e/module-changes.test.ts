import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { commitAll } from "./canary.scene.ts";
import { QuickRig } from "./quick-rig.ts";
import type { Rig } from "./rig.ts";

const manifest = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{event: pull_request, context: test}]
  hooks:
    - use: ./hooks/mine.mjs
---
apiVersion: opus/v1
kind: File
metadata: {name: greeting}
spec: {path: out/hello.txt, content: Hello}
`;
const hook = 'import { name } from "./name.mjs";\nexport default { name, async finish() {} };\n';

/** A pull request that changes what a hook imports. */
function changed(): { readonly rig: Rig; readonly base: string; readonly head: string } {
  const rig = new QuickRig({
    "opus.yaml": manifest,
    "hooks/mine.mjs": hook,
    "hooks/name.mjs": 'export const name = "one";\n',
  });
  const base = commitAll(rig);
  rig.write("hooks/name.mjs", 'export const name = "two";\n');
  return { rig, base, head: commitAll(rig) };
}

const event = (base: string, head: string, repository: number) => ({
  name: "pull_request",
  ref: "refs/pull/7/merge",
  payload: {
    number: 7,
    pull_request: {
      number: 7,
      head: { sha: head, repo: { id: repository } },
      base: { sha: base, repo: { id: 1 } },
    },
  },
});

describe("a pull request that changes a module", () => {
  it.each([
    [1, "whose code acts with everything that the step has"],
    [2, "whose code would act with everything that the step has; this run did not import it"],
  ])("is told of, at the line that names the module (repository %d)", async (repository, power) => {
    const { rig, base, head } = changed();
    using _ = rig;
    const planned = await rig.step({ command: "plan" }, { event: event(base, head, repository) });
    expect([planned.exitCode, planned.report.diagnostics]).toEqual([
      0,
      [
        {
          severity: "warning",
          code: "module-changed",
          message: `module changed: this pull request changes hooks/name.mjs, ${power}`,
          file: "opus.yaml",
          line: 7,
          column: 12,
          related: [],
          suggestion: "Review its code as you would review a workflow: no plan shows what it will do.",
        },
      ],
    ]);
    expect(planned.log).toContain("::warning title=module-changed,file=opus.yaml,line=7,");
  });

  it("can't be told where the base is not checked out, and the notice says how it could", async () => {
    const { rig, head } = changed();
    using _ = rig;
    const planned = await rig.step({ command: "plan" }, { event: event("b".repeat(40), head, 1) });
    expect([planned.exitCode, planned.report.diagnostics]).toMatchObject([
      0,
      [{ severity: "notice", code: "module-unsure", suggestion: expect.stringContaining("`fetch-depth: 2`") }],
    ]);
  });
});

it("a merge commit of GitHub's tells it with the two commits before", async () => {
  const { rig, base, head } = changed();
  using _ = rig;
  const git = (...args: readonly string[]): string =>
    execFileSync("git", [...args], { cwd: rig.workspace, encoding: "utf8" }).trim();
  const person = ["-c", "user.name=Mona", "-c", "user.email=mona@example.com"];
  const merge = git(...person, "commit-tree", `${head}^{tree}`, "-p", base, "-p", head, "-m", "merge");
  git("reset", "-q", "--hard", merge);
  const planned = await rig.step({ command: "plan" }, { event: event("b".repeat(40), head, 1) });
  expect(planned.report.diagnostics).toMatchObject([{ code: "module-changed" }]);
});

it("the tasks of hidden kinds say it too, in a run that may not import the module", async () => {
  const project = manifest.replace(/ {2}hooks:\n.*\n/, "  processors: [./kinds/*.mjs]\n");
  const own = "---\napiVersion: example.com/v1\nkind: Thing\nmetadata: {name: own}\nspec: {}\n";
  using rig = new QuickRig({ "opus.yaml": project + own, "kinds/thing.mjs": "one" });
  const base = commitAll(rig);
  const plan = async (head: string) => rig.step({ command: "plan" }, { event: event(base, head, 2) });
  const reasons = async (head: string) =>
    (await plan(head)).report.contexts[0].tasks.map(({ name, reason }: { name: string; reason: string }) => [
      name,
      reason,
    ]);
  expect(await reasons(base)).toContainEqual(["own", "hidden from an untrusted run"]);
  rig.write("kinds/thing.mjs", "two");
  const head = commitAll(rig);
  expect(await reasons(head)).toContainEqual(["own", "hidden from an untrusted run; module changed"]);
  expect((await plan(head)).summary).toContain("hidden from an untrusted run; module changed");
});
