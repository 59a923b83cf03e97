import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { QuickTerminal } from "../../e2e/quick-terminal.ts";

it("`opus init` begins a project in a repository called .github, and its manifest is valid", async () => {
  using terminal = new QuickTerminal();
  const git = (...words: string[]) => execFileSync("git", words, { cwd: terminal.folder });
  git("init", "--quiet", "--initial-branch", "main");
  git("remote", "add", "origin", "https://github.invalid/octo/.github.git");
  const begun = await terminal.run(["init"]);
  expect(begun.status, begun.screen).toBe(0);
  expect(terminal.read("opus.yaml")).toContain("metadata: { name: github }");
  const checked = await terminal.run(["validate"]);
  expect([checked.status, checked.screen], checked.screen).toEqual([0, expect.not.stringContaining("error")]);
});
