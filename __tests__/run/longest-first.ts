import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest, longest first. Whoever starts one of them last lets the other workers idle. */
export const longest: readonly string[] = [
  "__tests__/e2e/fifty-secrets.test.ts",
  "__tests__/e2e/preview.test.ts",
  "__tests__/e2e/misbehaving-modules.test.ts",
  "__tests__/e2e/many-projects.test.ts",
  "__tests__/state/backends/branch/pushes.test.ts",
  "__tests__/e2e/former-names.test.ts",
  "__tests__/e2e/large-plans.test.ts",
  "__tests__/e2e/canary.test.ts",
  "__tests__/e2e/cache-faults.test.ts",
  "__tests__/e2e/robustness.test.ts",
  "__tests__/github/cache/actions-cache.test.ts",
  "__tests__/manifest/hostile.test.ts",
  "__tests__/app/site/browser.test.ts",
  "__tests__/e2e/post.test.ts",
  "__tests__/state/backends/branch/branch-store.test.ts",
  "__tests__/e2e/drift-issue.test.ts",
  "__tests__/e2e/side-by-side.test.ts",
  "__tests__/e2e/trace.test.ts",
  "__tests__/e2e/branch.test.ts",
  "__tests__/faults/crash.test.ts",
  "__tests__/e2e/sealed.test.ts",
  "__tests__/state/seal/contract.test.ts",
  "__tests__/e2e/policies.test.ts",
  "__tests__/e2e/matrix.test.ts",
  "__tests__/e2e/http-resource.test.ts",
  "__tests__/e2e/cache.test.ts",
  "__tests__/state/backends/branch/remote.test.ts",
  "__tests__/faults/http-resource.test.ts",
  "__tests__/e2e/fresh-runners.test.ts",
  "__tests__/state/backends/branch/branch-lock.test.ts",
  "__tests__/e2e/printed-commands.test.ts",
  "__tests__/e2e/reached-hosts.test.ts",
  "__tests__/architecture/linear-time.test.ts",
  "__tests__/e2e/teardown.test.ts",
  "__tests__/app/site/site.test.ts",
  "__tests__/e2e/state-elsewhere.test.ts",
  "__tests__/e2e/branch-meanwhile.test.ts",
  "__tests__/e2e/secrets.test.ts",
  "__tests__/e2e/order-of-runs.test.ts",
  "__tests__/e2e/checks.test.ts",
  "__tests__/e2e/environments.test.ts",
  "__tests__/e2e/terminal-output.test.ts",
  "__tests__/e2e/approved-plan.test.ts",
  "__tests__/e2e/reviewed-plan.test.ts",
  "__tests__/e2e/forged-reports.test.ts",
  "__tests__/faults/races.test.ts",
  "__tests__/state/backends/branch/lost-state.test.ts",
  "__tests__/worlds/random-worlds.test.ts",
  "__tests__/e2e/plan-before-lock.test.ts",
  "__tests__/e2e/overtaken-and-cancelled.test.ts",
  "__tests__/e2e/plain-cache.test.ts",
  "__tests__/faults/signals.test.ts",
  "__tests__/faults/unavailable.test.ts",
  "__tests__/state/backends/cache/client-contract.test.ts",
];

/**
 * Begins with the longest files of all projects, so that what is short fills the time of the workers at the end. Files that
 * share a process come last, and together: a worker keeps its process only as long as the next file may have it.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const root = this.ctx.config.root;
    const rank = ({ moduleId, project }: TestSpecification): number => {
      const at = longest.indexOf(relative(root, moduleId).replaceAll("\\", "/"));
      if (at !== -1) return at;
      return project.config.isolate ? longest.length : longest.length + 1;
    };
    const sorted = await super.sort(files);
    return sorted
      .map((file) => ({ file, at: rank(file) }))
      .sort((a, b) => a.at - b.at)
      .map(({ file }) => file);
  }
}
