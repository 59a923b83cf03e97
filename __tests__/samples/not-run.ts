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
];
