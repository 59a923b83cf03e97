import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkoutPin } from "../../src/app/init/workflow.ts";
import { PullRequestWorld } from "./pull-request.ts";
import { QuickTerminal } from "./quick-terminal.ts";

const root = join(import.meta.dirname, "../..");

/** A new repository of git, as `git clone` of an empty one leaves it. */
function repository(branch = "main", origin = "https://github.com/octo/shop.git"): QuickTerminal {
  const terminal = new QuickTerminal();
  const git = (...args: string[]) => execFileSync("git", ["-C", terminal.folder, ...args], { stdio: "pipe" });
  git("init", "-q", "-b", branch);
  git("remote", "add", "origin", origin);
  return terminal;
}

/** Every file but those of git and of state, with its text. */
function tree(terminal: QuickTerminal): { readonly [path: string]: string } {
  const names = readdirSync(terminal.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(terminal.folder.length + 1))
    .filter((path) => !path.startsWith(".git/") && !path.startsWith(".opus/"));
  return Object.fromEntries(names.sort().map((path) => [path, terminal.read(path)]));
}

describe("opus init", () => {
  it("makes what works at once, in order and without an edit", async () => {
    using terminal = repository();
    const made = await terminal.run(["init"]);
    expect(made).toMatchObject({ status: 0, stderr: "" });
    await expect(made.stdout.replace(/opus \d\S+;/, "opus (version);")).toMatchFileSnapshot("snapshots/init.txt");
    expect(Object.keys(tree(terminal))).toEqual([
      ".github/workflows/opus.yml",
      ".gitignore",
      ".vscode/settings.json",
      "opus.yaml",
    ]);
    for (const command of ["validate", "plan", "apply"]) {
      const seen = await terminal.run([command]);
      expect([command, seen.status, seen.screen]).toEqual([command, 0, expect.not.stringMatching(/error|warning/)]);
    }
    expect(terminal.read("out/hello.txt")).toBe("Hello World!\n");
    const again = await terminal.run(["plan"]);
    expect(again.stdout).toContain("Plan: nothing to do, 1 unchanged.");
  });

  /** Runs the step of the workflow that plans, on a pull request of a new repository, which has no secrets yet. */
  async function pullRequestOf(template: string) {
    using terminal = repository();
    await terminal.run(["init", "--template", template]);
    const files = tree(terminal);
    const [, step] = parse(files[".github/workflows/opus.yml"] ?? "").jobs.plan.steps;
    await using world = await PullRequestWorld.open(files["opus.yaml"] ?? "");
    // What names a secret that is not there gets an empty text.
    const env = Object.fromEntries(Object.keys(step.env ?? {}).map((name) => [name, ""]));
    const planned = await world.step(step.with, undefined, env);
    const [body = ""] = await world.bodies();
    return { planned, body };
  }

  it.each([
    ["files", '+ path: "out/hello.txt"'],
    ["scripts", "+ create:\n+   mkdir -p out"],
  ])("makes a project of %s whose pull request gets a comment, by the step of its workflow", async (template, part) => {
    const { planned, body } = await pullRequestOf(template);
    expect([planned.exitCode, planned.report.diagnostics]).toEqual([0, []]);
    expect(body).toContain("## 📋 Plan for `shop`: 1 to create");
    expect(body).toContain(part);
  });

  it("makes a project of http whose pull request says which secret the repository lacks", async () => {
    const { planned, body } = await pullRequestOf("http");
    expect([planned.exitCode, planned.outputs["failure-reason"]]).toEqual([1, "invalid-manifest"]);
    expect(body).toContain("LABELS_TOKEN");
  });

  it("changes nothing when it is called twice, and says so", async () => {
    using terminal = repository();
    await terminal.run(["init"]);
    const before = tree(terminal);
    const again = await terminal.run(["init", "--template", "scripts"]);
    expect(tree(terminal)).toEqual(before);
    expect(again.stdout).toContain("nothing was changed");
  });

  it("fills in the repository, its owner and its branch", async () => {
    using terminal = repository("trunk", "git@github.com:acme/web.shop.git");
    await terminal.run(["init"]);
    const files = tree(terminal);
    expect(files["opus.yaml"]).toContain("metadata: { name: web.shop }");
    expect(files["opus.yaml"]).toContain("branch: trunk");
    const workflow = parse(files[".github/workflows/opus.yml"] ?? "");
    expect(workflow.on.push.branches).toEqual(["trunk"]);
    expect(workflow.jobs.apply.steps[1]).toEqual({ uses: "acme/magnum-opus@v1", with: { command: "apply" } });
    expect(files[".vscode/settings.json"]).toContain("/acme/magnum-opus/v1/schema/opus.json");
  });

  it("works in a folder below the top, and where there is no git", async () => {
    using terminal = repository();
    terminal.write({ "infra/README.md": "" });
    await terminal.run(["init"], { cwd: "infra" });
    const files = tree(terminal);
    expect(Object.keys(files)).toEqual([
      ".github/workflows/opus.yml",
      ".vscode/settings.json",
      "infra/.gitignore",
      "infra/README.md",
      "infra/opus.yaml",
    ]);
    expect(parse(files[".github/workflows/opus.yml"] ?? "").jobs.plan.steps[1].with).toEqual({
      command: "plan",
      "working-directory": "infra",
    });
    using alone = new QuickTerminal();
    const made = await alone.run(["init"]);
    expect(made.stdout).toContain("Replace OWNER");
    expect((await alone.run(["plan"])).status).toBe(0);
  });

  it.each(["files", "http", "scripts"])("has the template %s, which is valid", async (template) => {
    using terminal = repository();
    expect((await terminal.run(["init", "--template", template])).status).toBe(0);
    const seen = await terminal.run(["validate"], { env: { LABELS_TOKEN: "a token of the test" } });
    expect([seen.status, seen.screen]).toEqual([0, expect.not.stringMatching(/error|warning/)]);
  });

  it("applies what scripts make, and has nothing to do then", async () => {
    using terminal = repository();
    await terminal.run(["init", "--template", "scripts"]);
    for (const command of ["validate", "plan", "apply"]) {
      const seen = await terminal.run([command]);
      expect([command, seen.status, seen.screen]).toEqual([command, 0, expect.not.stringMatching(/error|warning/)]);
    }
    expect((await terminal.run(["init", "--template", "scripts"])).stdout).toContain("nothing was changed");
    expect((await terminal.run(["plan"])).stdout).toContain("Plan: nothing to do, 1 unchanged.");
  });

  it("pins the checkout that the example workflows pin", () => {
    expect(readFileSync(join(root, "examples/workflows/apply-on-push.yml"), "utf8")).toContain(checkoutPin);
  });

  it("leaves what is there, and adds to it without losing a comment", async () => {
    using terminal = repository();
    const settings = `{
  // Mine.
  "editor.tabSize": 2, /* { */
  "yaml.schemas": {
    "https://example.com/other.json": "other/*.yaml", // not ours
  },
}
`;
    terminal.write({ ".vscode/settings.json": settings, ".gitignore": "node_modules", "opus.yaml": "# mine\n" });
    await terminal.run(["init"]);
    const files = tree(terminal);
    expect(files["opus.yaml"]).toBe("# mine\n");
    expect(files[".gitignore"]).toBe("node_modules\n/out/\nopus-recovery*.json\n");
    const after = files[".vscode/settings.json"] ?? "";
    expect(after).toContain(
      '"https://raw.githubusercontent.com/octo/magnum-opus/v1/schema/opus.json": ["opus.yaml", "opus.yml"],',
    );
    expect(after.replace(/\n {4}"https:\/\/raw[^\n]*/, "")).toBe(settings);
  });

  it("leaves settings that it can't read", async () => {
    using terminal = repository();
    terminal.write({ ".vscode/settings.json": "{ broken" });
    const made = await terminal.run(["init"]);
    expect(terminal.read(".vscode/settings.json")).toBe("{ broken");
    expect(made.stdout).toContain("left as it is");
  });

  it("says where the workflow may be that of another project", async () => {
    using terminal = repository();
    terminal.write({ "one/README.md": "", "two/README.md": "" });
    const first = await terminal.run(["init"], { cwd: "one" });
    expect(first.stdout).not.toContain("was there before");
    const second = await terminal.run(["init"], { cwd: "two" });
    expect(second.stdout).toContain(
      "../.github/workflows/opus.yml was there before: see that `working-directory: two` has steps of its own",
    );
  });

  it("tells on standard error what it could not write, and before that what it made", async () => {
    using terminal = repository();
    terminal.write({ ".github": "a file\n" });
    const seen = await terminal.run(["init"]);
    expect(seen).toMatchObject({ status: 1, stdout: "opus.yaml  made\n" });
    expect(seen.stderr).toMatch(/^opus: \.github\/workflows\/opus\.yml could not be written: /);
  });

  it("refuses a template that there is not", async () => {
    using terminal = repository();
    const seen = await terminal.run(["init", "--template", "fils"]);
    expect(seen).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining('no template "fils"') });
    expect(existsSync(join(terminal.folder, "opus.yaml"))).toBe(false);
  });
});
