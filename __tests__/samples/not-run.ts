/** The samples that this folder does not try: another test does, or nobody can. */

interface NotRun {
  readonly page: string;
  /** The text of the fence begins so. */
  readonly begins: string;
  /** Why, or which test has it: a path that ends in `.test.ts` must name the page. */
  readonly why: string;
}

export const notRun: readonly NotRun[] = [
  { page: "docs/bug-reports.md", begins: "[    0 ms] opus 1.0.0", why: "__tests__/e2e/trace.test.ts" },
  {
    page: "docs/kinds/own-kinds.md",
    begins: "import { existsSync, mkdtempSync",
    why: "__tests__/contracts/published-suite.test.ts",
  },
  { page: "examples/fetch-tool/README.md", begins: "cd examples", why: "__tests__/e2e/download.test.ts" },
  { page: "examples/fetch-tool/README.md", begins: "sed -i", why: "__tests__/e2e/download.test.ts" },
  {
    page: "examples/http-resource/README.md",
    begins: "cd examples",
    why: "aptly may not be there; __tests__/e2e/http-resource.test.ts applies the same manifest where it is",
  },
  { page: "examples/wait-for-service/README.md", begins: "cd examples", why: "__tests__/e2e/examples.test.ts" },
  { page: "examples/wait-for-service/README.md", begins: "kill", why: "__tests__/e2e/examples.test.ts" },
  { page: "examples/wait-for-service/README.md", begins: "opus delete", why: "__tests__/e2e/examples.test.ts" },
  { page: "examples/policy/README.md", begins: "cd cel", why: "__tests__/e2e/policies.test.ts" },
  { page: "docs/tutorial.md", begins: "git init", why: "__tests__/e2e/tutorial.test.ts" },
  { page: "docs/tutorial.md", begins: "opus plan\nopus apply", why: "__tests__/e2e/tutorial.test.ts" },
  { page: "docs/tutorial.md", begins: "opus plan --expect", why: "__tests__/e2e/tutorial.test.ts" },
  { page: "docs/tutorial.md", begins: "sed -i", why: "__tests__/e2e/tutorial.test.ts" },
  { page: "docs/tutorial.md", begins: "echo 'by hand'", why: "__tests__/e2e/tutorial.test.ts" },
  { page: "docs/tutorial.md", begins: "opus rollback", why: "__tests__/e2e/tutorial.test.ts" },
  { page: "docs/tutorial.md", begins: "git remote", why: "__tests__/e2e/tutorial.test.ts" },
  { page: "docs/tutorial.md", begins: "opus delete", why: "__tests__/e2e/tutorial.test.ts" },
  {
    page: "docs/state-branch.md",
    begins: "git fetch origin opus-state && git push",
    why: "__tests__/e2e/state-pages.test.ts",
  },
  { page: "docs/state-repair.md", begins: "git fetch origin", why: "__tests__/e2e/state-pages.test.ts" },
  { page: "docs/state-repair.md", begins: "git push origin COMMIT", why: "__tests__/e2e/state-pages.test.ts" },
  { page: "docs/how-to.md", begins: "git push origin --delete", why: "__tests__/e2e/state-pages.test.ts" },
  {
    page: "docs/state-encryption.md",
    begins: "jq -r .sealed",
    why: "age and jq may not be there; __tests__/state/seal/sealed-codec.test.ts opens a state with age",
  },
];

/** Commands that are not run with those around them. */
export const commandsNotRun: readonly { readonly begins: string; readonly why: string }[] = [
  { begins: "opus docs", why: "it serves until it is ended; __tests__/app/docs has it" },
  { begins: "opus unlock", why: "it takes a lock that somebody holds; __tests__/e2e/printed-commands.test.ts has it" },
  {
    begins: "opus state push opus-recovery.json",
    why: "a failed run leaves that file; __tests__/e2e/state-commands.test.ts has it",
  },
  {
    begins: "opus state mv --from-project",
    why: "it takes a state of another project; __tests__/e2e/state-commands.test.ts has it",
  },
  {
    begins: "opus state mv --from-context",
    why: "it takes a state of another context; __tests__/e2e/state-commands.test.ts has it",
  },
  { begins: "node --test", why: "the package is not installed; __tests__/contracts/published-suite.test.ts has it" },
];
