import { expect, it } from "vitest";
import { explained } from "../../../src/engine/diagnostics/diagnostic.ts";

it("a failure says its message once, as one error with the reason for its code", () => {
  expect(explained("no-context", "there is none", {})).toEqual({
    reason: "no-context",
    message: "there is none",
    diagnostics: [{ severity: "error", code: "no-context", message: "there is none" }],
  });
});

it("a failure has the code, the place and the suggestion that are given", () => {
  const location = { file: "opus.yaml", line: 2, column: 3 };
  const details = { code: "path-escape", suggestion: "Stay inside.", location } as const;
  expect(explained("invalid-manifest", "it leads out", details).diagnostics).toEqual([
    { severity: "error", message: "it leads out", ...details },
  ]);
});
