import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeTaskProcessor } from "magnum-opus/sdk/testing";
import flag from "./flag.mjs";

// Called for each test: nothing is there yet.
describeTaskProcessor("Flag", () => {
  const file = join(mkdtempSync(join(tmpdir(), "flags-")), "flags.json");
  return {
    processor: flag,
    spec: { file, key: "dark-mode", percent: 10 },
    changed: { file, key: "dark-mode", percent: 50 },
    // All that `observe` could have written to, as something that can be compared.
    fingerprint: () => existsSync(file) && readFileSync(file, "utf8"),
  };
});
