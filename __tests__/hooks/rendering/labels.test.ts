import { expect, test } from "vitest";
import { stateWords } from "../../../src/hooks/rendering/labels.ts";

test.each([
  [{ backend: "branch" }, "branch"],
  [{ backend: "branch", sealed: true }, "branch (sealed)"],
  [{ backend: "cache", label: "best effort", sealed: false }, "cache (best effort)"],
  [{ backend: "cache", label: "best effort", sealed: true }, "cache (best effort, sealed)"],
])("the state %j is called %s", (state, words) => {
  expect(stateWords(state)).toBe(words);
});
