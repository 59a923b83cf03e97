import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import LongestFirst from "./__tests__/run/longest-first.ts";

/** GitHub's language service. It imports JSON, and files without an ending, which Vite takes and Node does not. */
const languageService = /@actions\/(languageservice|workflow-parser|expressions)\//;

/** What runs the bundle, or git and servers for longer than a unit may take. Everything else is a unit. */
const bundled = [
  "__tests__/app/site/**",
  ...(process.argv.includes("windows") ? ["__tests__/windows/**"] : []),
  ...(process.env.OPUS_ACT ? ["__tests__/act/**"] : []),
  "__tests__/app/state-cli/state-change-branch.test.ts",
  "__tests__/app/state-cli/state-push-branch.test.ts",
  "__tests__/e2e/**",
  "__tests__/examples/**",
  "__tests__/faults/**",
  "__tests__/github/bundle.test.ts",
  "__tests__/github/cache/actions-cache.test.ts",
  "__tests__/hooks/foreign-texts.test.ts",
  "__tests__/manifest/hostile.test.ts",
  "__tests__/peers/**",
  "__tests__/state/backends/branch/**",
  "__tests__/state/backends/cache/client-contract.test.ts",
  "__tests__/state/seal/contract.test.ts",
  "__tests__/worlds/**",
];

/** Tests of what a step does: it runs from the sources, to be quick, and in `npm run test:bundle` in the bundle. */
const ofSteps = globSync("__tests__/e2e/*.test.ts").filter((path) =>
  /quick-rig|\.\/(?:pull-request|drift-issue)\.ts/.test(readFileSync(path, "utf8")),
);
const fromSources = process.env.OPUS_STEPS !== "bundle" && !process.argv.includes("full");

/**
 * Units that replace modules, or count on those that nobody has used before: each has a process of its own. All others
 * share theirs, and what it has imported.
 */
const alone = globSync("__tests__/**/*.test.ts")
  .map((path) => path.replaceAll("\\", "/"))
  .filter(
    (path) =>
      /\bvi\.(?:mock|doMock|stub\w+)\(|\bprocess\.chdir\(/.test(readFileSync(path, "utf8")) ||
      /(?:processors\/built-in|snapshot\/late-kinds)\.test\.ts$/.test(path),
  );

// Whatever Node has compiled once, no worker and no run of the bundle compiles again.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "node_modules/.cache/compiled");

export default defineConfig({
  // Its source maps name sources that it does not bring along; without this, each file gives a warning.
  plugins: [
    {
      name: "no-source-maps",
      load: (id) => (languageService.test(id) && id.endsWith(".js") ? readFileSync(id, "utf8") : undefined),
    },
  ],
  test: {
    alias: [{ find: /^fast-check$/, replacement: join(import.meta.dirname, "__tests__/run/seeded-properties.ts") }],
    // Vitest hands `--mode full` to no project.
    env: process.argv.includes("full") ? { OPUS_LENGTH: "full" } : {},
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Some wait for others at any time, so that four have work for the two cores of the smallest runners.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    reporters: ["default", "./__tests__/run/slowest-files.ts"],
    // Modules of repositories that tests make are imported by Node itself, as the bundle does it.
    server: { deps: { inline: [languageService], external: [/\/opus-(?:e2e|terminal)-[^/]+\//] } },
    projects: [
      {
        extends: true,
        test: {
          name: "bundle",
          include: bundled.map((path) => path.replace(/\*\*$/, "**/*.test.ts")),
          exclude: ofSteps,
          globalSetup: "./__tests__/run/fresh-bundle.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "steps",
          include: ofSteps,
          globalSetup: "./__tests__/run/fresh-bundle.ts",
          setupFiles: fromSources ? ["./__tests__/e2e/short-waits.ts"] : [],
        },
      },
      {
        extends: true,
        test: {
          name: "unit",
          include: ["__tests__/**/*.test.ts"],
          exclude: ["__tests__/act/**", ...bundled, ...alone],
          isolate: false,
          setupFiles: ["./__tests__/run/nothing-left.ts"],
        },
      },
      { extends: true, test: { name: "unit-alone", include: alone, exclude: bundled } },
    ],
  },
});
