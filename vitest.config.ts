import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** GitHub's language service. It imports JSON, and files without an ending, which Vite takes and Node does not. */
const languageService = /@actions\/(languageservice|workflow-parser|expressions)\//;

export default defineConfig({
  // Its source maps name sources that it does not bring along; without this, each file gives a warning.
  plugins: [
    {
      name: "no-source-maps",
      load: (id) => (languageService.test(id) && id.endsWith(".js") ? readFileSync(id, "utf8") : undefined),
    },
  ],
  test: {
    include: ["__tests__/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests spawn the bundle; two workers fit the smallest runners.
    maxWorkers: 2,
    server: { deps: { inline: [languageService] } },
  },
});
