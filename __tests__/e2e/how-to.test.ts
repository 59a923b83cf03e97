// What docs/how-to.md says, done as it stands there.
import { execFileSync, spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { QuickRig } from "./quick-rig.ts";
import { changes } from "./rig.ts";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/how-to.md"), "utf8");

/** The fences of one language below a heading. */
function fences(heading: string, language: string): readonly string[] {
  const [, section = ""] = page.split(`\n## ${heading}\n`);
  const found = [...(section.split("\n## ")[0] ?? "").matchAll(/^( *)```(\w+)\n(.*?)^\1```/gms)];
  const texts = found.filter(([, , written]) => written === language).map(([, , , text = ""]) => text);
  if (texts.length === 0) throw new Error(`no ${language} stands under "${heading}"`);
  return texts;
}

const jq = spawnSync("jq", ["--version"]).status === 0;
if (!jq) console.warn("SKIPPED: no output is read from the report, as jq is not installed");

const greeting = `apiVersion: opus/v1
kind: File
metadata: { name: greeting }
spec: { path: out/hello.txt, content: "one" }
`;

const project = `apiVersion: opus/v1
kind: Project
metadata: { name: shop }
spec: { contexts: [{ event: pull_request, context: "pr-\${GITHUB:event.number}" }, { input: true }] }
---
${greeting}`;

const webApp = `---
apiVersion: opus/v1
kind: Shell
metadata: { name: web-app }
spec: { create: 'echo "ID=i-1" >> "$OPUS_OUTPUT"' }
`;

it("an output of a task is read in a later step, also from the report", async () => {
  using rig = new QuickRig({ "opus.yaml": project + webApp });
  const step = await rig.step({ command: "apply", context: "prod" });
  expect(step.exitCode, step.log).toBe(0);
  const [samples = "", report = ""] = fences("A task's output in a later step", "yaml");
  const expressions = [...samples.matchAll(/\$\{\{ (.*?) \}\}/g)].map(([, expression = ""]) => expression);
  // What they use of the language of expressions means the same in JavaScript.
  const known = { fromJSON: JSON.parse, steps: { opus: { outputs: step.outputs } } };
  const values = expressions.map((expression) => runInNewContext(expression, known));
  expect(values).toEqual(["out/hello.txt", "i-1"]);
  if (!jq) return;
  const [{ run }] = parse(report) as [{ run: string }];
  const env = { ...process.env, REPORT: step.outputs["report-path"] };
  expect(execFileSync("bash", ["-c", run], { env, encoding: "utf8" })).toBe("prod out/hello.txt\n");
});

it("a program writes the tasks that are many and alike", async () => {
  const [program = ""] = fences("Many similar tasks", "js");
  const [include = ""] = /(?<=`)include: \[.*?\](?=`)/.exec(page) ?? [];
  const manifest = project.slice(0, project.indexOf("---")).replace("spec: {", `spec: { ${include},`);
  using rig = new QuickRig({ "opus.yaml": manifest, "make-tasks.mjs": program });
  const files = { context: "prod" };
  execFileSync(process.execPath, ["make-tasks.mjs"], { cwd: rig.workspace });
  const applied = await rig.step({ command: "apply", ...files });
  expect(changes(applied.report)).toEqual({
    "settings-checkout": "create",
    "settings-mail": "create",
    "settings-search": "create",
  });
  rig.write("make-tasks.mjs", program.replace(', "mail"', ""));
  execFileSync(process.execPath, ["make-tasks.mjs"], { cwd: rig.workspace });
  const { report } = await rig.step({ command: "plan", ...files });
  expect(changes(report)["settings-mail"]).toBe("delete");
  rig.remove("tasks");
  rig.write("opus.yaml", `${manifest}---\n${greeting}`);
  const forgotten = await rig.step({ command: "apply", ...files });
  expect([forgotten.exitCode, forgotten.outputs["failure-reason"]], forgotten.log).toEqual([1, "guarded"]);
  expect(rig.exists("config/search.json")).toBe(true);
});

it("each operation by hand has the inputs of the workflow, and does what the page says", async () => {
  const [started = ""] = fences("Rollback, unlock and forget by hand in a workflow", "sh");
  const workflow = parse(readFileSync(join(root, "examples/workflows/operations.yml"), "utf8"));
  const { inputs } = workflow.on.workflow_dispatch;
  const calls = started.split("\n").map((line) => [...line.matchAll(/ -f ([\w-]+)=(\S+)/g)]);
  const asked = calls
    .filter((call) => call.length > 0)
    .map((call) => Object.fromEntries(call.map(([, name = "", value = ""]) => [name, value])));
  expect(asked.flatMap((call) => Object.keys(call)).filter((name) => !(name in inputs))).toEqual([]);
  expect(asked.map(({ operation }) => operation)).toEqual(["rollback", "rollback", "forget", "unlock"]);
  for (const { operation } of asked) expect(inputs.operation.options).toContain(operation);

  using rig = new QuickRig({ "opus.yaml": project });
  const event = { name: "workflow_dispatch", ref: "refs/heads/main", payload: { repository: { id: 1 } } };
  const does = async (command: string, more: { readonly [input: string]: string } = {}) =>
    rig.step({ command, context: "prod", ...more }, { event });
  await does("apply");
  rig.write("opus.yaml", project.replace("one", "two"));
  await does("apply");
  expect((await does("rollback")).exitCode).toBe(0);
  expect(rig.read("out/hello.txt")).toBe("one");
  const forgotten = await does("forget", { target: "greeting" });
  expect([forgotten.exitCode, rig.exists("out/hello.txt")]).toEqual([0, true]);
  expect(rig.state("shop", "prod").body.tasks).toEqual({});
  expect((await does("unlock", { "lock-id": "ID" })).log).toContain("Nobody holds a lock");
});

it("a closed pull request takes down what is recorded of it", async () => {
  const [text = ""] = fences("Teardown when the pull request closes", "yaml");
  const { jobs } = parse(text);
  const inputs = jobs.teardown.steps.at(-1).with as { readonly [input: string]: string };
  using rig = new QuickRig({ "opus.yaml": project });
  expect((await rig.step({ command: "apply", context: "pr-7" })).exitCode).toBe(0);
  const repository = { id: 1, default_branch: "main" };
  const event = {
    name: "pull_request",
    ref: "refs/pull/7/merge",
    payload: {
      action: "closed",
      number: 7,
      repository,
      pull_request: { number: 7, head: { repo: { id: 1 } }, base: { ref: "main", repo: { id: 1 } } },
    },
  };
  const filled = Object.entries(inputs).map(([name, value]) => [
    name,
    value.replace("${{ github.event.pull_request.number }}", "7"),
  ]);
  expect(filled).toContainEqual(["context", "pr-7"]);
  // The default branch may have another manifest by then.
  rig.write("opus.yaml", project.slice(0, project.indexOf("---")));
  const { exitCode, log } = await rig.step(Object.fromEntries(filled), { event });
  expect([exitCode, rig.exists("out/hello.txt")], log).toEqual([0, false]);
});

it("a Project in each folder keeps its state by its name", async () => {
  const [manifest = "", stepText = ""] = fences("Monorepo: a Project in each folder", "yaml");
  using rig = new QuickRig({
    "services/shop/opus.yaml": manifest,
    "services/mail/opus.yaml": manifest.replaceAll("shop", "mail"),
  });
  const [step] = parse(stepText) as [{ with: { "working-directory": string } }];
  const place = { "working-directory": step.with["working-directory"], context: "prod" };
  expect((await rig.step({ command: "apply", ...place })).exitCode).toBe(0);
  expect(rig.read("services/shop/out/hello.txt")).toBe("Hello shop");
  const { outputs } = await rig.step({ command: "projects" });
  const rows = JSON.parse(outputs.projects ?? "") as readonly { project: string; context: string }[];
  expect(rows.map(({ project: name, context }) => `${name}/${context}`)).toEqual(["mail/prod", "shop/prod"]);
});

it("the index leads to every question, and the README to the index", () => {
  const index = readFileSync(join(root, "docs/README.md"), "utf8");
  const questions = [...page.matchAll(/^- \[.*?\]\(#([^)]+)\)/gm)].map(([, id = ""]) => id);
  expect(questions.length).toBe([...page.matchAll(/^## /gm)].length);
  expect(questions.filter((id) => !index.includes(`(how-to.md#${id})`))).toEqual([]);
  expect(readFileSync(join(root, "README.md"), "utf8")).toContain("(docs/README.md)");
});

it("the index leads to every page", () => {
  const index = readFileSync(join(root, "docs/README.md"), "utf8");
  const pages = globSync(["*.md", "kinds/*.md"], { cwd: join(root, "docs") }).filter((name) => name !== "README.md");
  expect(pages.length).toBeGreaterThan(30);
  expect(pages.filter((name) => !index.includes(`(${name})`) && !index.includes(`(${name}#`))).toEqual([]);
});

it("a secret with a new value is no change of a Shell until a text in its env changes, and one of a File at once", async () => {
  const secret = "${SECRET:token}";
  const manifest = (when: string): string => `${project}---
apiVersion: opus/v1
kind: File
metadata: { name: file }
spec: { path: out/token.txt, content: "${secret}" }
---
apiVersion: opus/v1
kind: Shell
metadata: { name: shell }
spec: { env: { WHEN: "${when}" }, secretEnv: { TOKEN: "${secret}" }, create: "true", update: "true" }
---
apiVersion: opus/v1
kind: Values
metadata: { name: secrets }
spec: { secrets: { token: { env: TOKEN } } }
`;
  using rig = new QuickRig({ "opus.yaml": manifest("2026-11") });
  const does = async (command: string, token: string) => {
    const step = await rig.step({ command, context: "prod" }, { env: { TOKEN: token } });
    expect(step.exitCode, step.log).toBe(0);
    return changes(step.report);
  };
  await does("apply", "the-first-token");
  expect(await does("plan", "the-second-token")).toEqual({ greeting: "noop", file: "update", shell: "noop" });
  rig.write("opus.yaml", manifest("2026-12"));
  expect(await does("plan", "the-second-token")).toEqual({ greeting: "noop", file: "update", shell: "update" });
});
