import { describe, expect, it } from "vitest";
import type { ScopeRule } from "../../../src/engine/model/task.ts";
import { supports } from "../../../src/engine/prepare/scope.ts";
import { scope } from "../samples.ts";

describe("a processing scope", () => {
  const rules: ScopeRule[] = [
    { commands: ["apply", "delete"], contexts: ["test", "pr-*"] },
    { commands: ["drift"] },
    { contexts: ["lab"] },
  ];

  it.each([
    ["apply", "test", undefined, true],
    ["delete", "pr-17", undefined, true],
    ["apply", "prod", undefined, false],
    ["update", "test", undefined, false],
    ["drift", "prod", undefined, true],
    ["anything", "lab", undefined, true],
    ["apply", "preview", "test", true],
    ["apply", "preview", "prod", false],
    ["apply", "pr", undefined, false],
    ["apply", "TEST", undefined, false],
  ])("%s in %s (inherits %s): %s", (command, context, inherited, expected) => {
    expect(scope(command, context, inherited).inScope(rules)).toBe(expected);
  });

  it("that is absent or empty holds everything", () => {
    expect(scope().inScope(undefined)).toBe(true);
    expect(scope().inScope([])).toBe(true);
  });

  it("takes globs with braces, classes and negation for contexts", () => {
    const matches = (glob: string, context: string) => scope("apply", context).counts({ contexts: [glob] });
    expect(matches("{test,prod}", "prod")).toBe(true);
    expect(matches("pr-[0-9]*", "pr-7")).toBe(true);
    expect(matches("pr-[0-9]*", "pr-x")).toBe(false);
    expect(matches("!prod", "test")).toBe(true);
    expect(matches("!prod", "prod")).toBe(false);
    expect(matches("v1.*", "v1.2")).toBe(true);
    expect(matches("v1.*", "v12")).toBe(false);
    expect(matches("*", "a.b-c_d")).toBe(true);
  });
});

describe("preventDestroy", () => {
  it.each([
    [undefined, false],
    [false, false],
    [true, true],
    [[], false],
    [["prod"], false],
    [["test"], true],
    [["t*"], true],
    [["dev"], true],
  ])("%j protects in test, which inherits dev: %s", (preventDestroy, expected) => {
    const lifecycle = preventDestroy === undefined ? {} : { preventDestroy };
    expect(scope("apply", "test", "dev").protects(lifecycle)).toBe(expected);
  });
});

describe("what a kind supports", () => {
  it.each([
    [undefined, true],
    [["*"], true],
    [["ALL"], true],
    [["ANY"], true],
    [["pr-*"], true],
    [["test"], true],
    [["prod"], false],
    [[], false],
  ])("%j holds pr-1 or test: %s", (declared, expected) => {
    expect(supports(declared, ["pr-1", "test"])).toBe(expected);
  });
});
