import { expect, it } from "vitest";
import type { ContextRule, Project } from "../../src/engine/model/project.ts";
import { placeOfContext } from "../../src/event/context-rules.ts";

const rules: readonly ContextRule[] = [
  { input: ["test", "staging"] },
  { event: ["pull_request"], context: "pr-${GITHUB:event.number}" },
  { event: ["push"], contexts: ["test", "prod"] },
  { input: true },
];

it.each([
  ["test", 0],
  ["staging", 1],
  ["pr-12", 2],
  ["prod", 4],
  ["else", undefined],
])("%s has the place %s among the contexts of the rules", (name, place) => {
  expect(placeOfContext({ contexts: rules } as unknown as Project, name)).toBe(place);
});

it("has none without a Project", () => {
  expect(placeOfContext(undefined, "prod")).toBeUndefined();
});
