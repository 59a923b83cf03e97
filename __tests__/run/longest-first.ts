import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest, longest first. Whoever starts one of them last lets the other workers idle. */
export const longest: readonly string[] = [
  "__tests__/e2e/cache-faults.test.ts",
  "__tests__/e2e/preview.test.ts",
  "__tests__/e2e/http-resource.test.ts",
  "__tests__/e2e/fifty-secrets.test.ts",
  "__tests__/github/cache/actions-cache.test.ts",
  "__tests__/e2e/plain-cache.test.ts",
  "__tests__/e2e/cache.test.ts",
  "__tests__/state/backends/branch/pushes.test.ts",
  "__tests__/worlds/random-worlds.test.ts",
  "__tests__/e2e/drift-issue.test.ts",
  "__tests__/e2e/former-names.test.ts",
  "__tests__/e2e/robustness.test.ts",
  "__tests__/e2e/canary.test.ts",
  "__tests__/e2e/post.test.ts",
  "__tests__/e2e/state-commands.test.ts",
  "__tests__/e2e/branch.test.ts",
  "__tests__/e2e/state-elsewhere.test.ts",
  "__tests__/e2e/order-of-runs.test.ts",
  "__tests__/e2e/matrix.test.ts",
  "__tests__/e2e/reviewed-plan.test.ts",
  "__tests__/e2e/misbehaving-modules.test.ts",
  "__tests__/e2e/forged-reports.test.ts",
  "__tests__/faults/signals.test.ts",
  "__tests__/faults/unavailable.test.ts",
  "__tests__/state/backends/branch/branch-store.test.ts",
  "__tests__/state/backends/branch/remote.test.ts",
  "__tests__/state/backends/branch/branch-lock.test.ts",
  "__tests__/e2e/printed-commands.test.ts",
  "__tests__/e2e/approved-plan.test.ts",
  "__tests__/e2e/sealed.test.ts",
  "__tests__/e2e/trace.test.ts",
  "__tests__/manifest/hostile.test.ts",
  "__tests__/faults/crash.test.ts",
  "__tests__/state/backends/cache/client-contract.test.ts",
  "__tests__/state/seal/contract.test.ts",
];

/** Begins with the longest files of all projects, so that what is short fills the time of the workers at the end. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const root = this.ctx.config.root;
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.indexOf(relative(root, moduleId).replaceAll("\\", "/"));
      return at === -1 ? longest.length : at;
    };
    const sorted = await super.sort(files);
    return sorted
      .map((file) => ({ file, at: rank(file) }))
      .sort((a, b) => a.at - b.at)
      .map(({ file }) => file);
  }
}
