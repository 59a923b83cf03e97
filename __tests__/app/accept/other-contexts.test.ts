import { expect, test } from "vitest";
import { otherContexts } from "../../../src/app/accept/other-contexts.ts";
import type { ContextRule, Project } from "../../../src/engine/model/project.ts";
import type { ScopeRule } from "../../../src/engine/model/task.ts";
import { task } from "../../engine/samples.ts";

const contexts = [
  { input: ["prod", "test"] },
  { event: ["pull_request"], context: "pr-${GITHUB:event.number}", inherits: "dev" },
  { event: ["schedule"], contexts: ["prod", "test"] },
  { input: true },
] as unknown as readonly ContextRule[];
const others = (scope?: readonly ScopeRule[], rules = contexts) =>
  otherContexts({ contexts: rules } as Project, "prod")(task("a", scope ? { processingScope: scope } : {}));

test("contexts that take a task besides one, each once, by the rules that name them", () => {
  expect(others()).toEqual(['"test"', '"pr-${GITHUB:event.number}"']);
  expect(others([])).toEqual(['"test"', '"pr-${GITHUB:event.number}"']);
  expect(others([{ commands: ["apply"] }])).toEqual(['"test"', '"pr-${GITHUB:event.number}"']);
  expect(others([{ contexts: ["prod"] }])).toEqual([]);
  expect(others([{ contexts: ["prod"] }, { commands: ["apply"], contexts: ["t*"] }])).toEqual(['"test"']);
  expect(others([{ contexts: ["pr-*"] }])).toEqual(['"pr-${GITHUB:event.number}"']);
  expect(others([{ contexts: ["dev"] }])).toEqual(['"pr-${GITHUB:event.number}"']);
});

test("without rules there are no others", () => {
  expect(others(undefined, [{ input: true } as unknown as ContextRule])).toEqual([]);
  expect(otherContexts(undefined, "prod")(task("a"))).toEqual([]);
});
