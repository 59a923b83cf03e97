import { describe, expect, it } from "vitest";
import { load } from "../../doubles/memory-files.ts";

const project = (metadata: string, contexts: string): string =>
  `apiVersion: opus/v1\nkind: Project\nmetadata: {${metadata}}\nspec: {contexts: [${contexts}]}\n`;

describe("former names of the project and of contexts", () => {
  it.each([
    ["name: a, formerNames: [b, c]", "{context: live, branch: main, formerNames: [prod]}", ""],
    ["name: a", "{context: live, branch: main, formerNames: [prod]}, {context: live, tag: v, formerNames: [prod]}", ""],
    [
      "name: a, formerNames: [b, a]",
      "{input: true}",
      '3:38 former-name-in-use: the former name "a" is the name of the project today',
    ],
    [
      "name: a",
      "{context: live, branch: main, formerNames: [prod]}, {input: [prod, x]}",
      '4:63 former-name-in-use: the former name "prod" is the name of a context today',
    ],
    [
      "name: a",
      "{context: live, branch: main, formerNames: [old]}, {context: test, branch: x, formerNames: [old]}",
      '4:111 former-name-twice: the former name "old" of "test" is claimed by "live", too',
    ],
    [
      "name: a",
      "{contexts: [live, test], event: schedule, formerNames: [old]}",
      "4:74 former-name-of-none: it is not clear of which context these are former names: the rule has no `context`",
    ],
    [
      "name: a",
      '{context: live, branch: main, formerNames: ["${VALUE:x}"]}',
      "4:64 bad-reference: the name of a context can't come from `${VALUE:x}`: it must be known before anything else",
    ],
  ])("%s, %s", (metadata, contexts, expected) => {
    const { diagnostics } = load({ "opus.yaml": project(metadata, contexts) });
    const told = diagnostics.map(
      ({ code, message, location }) => `${location?.line}:${location?.column} ${code}: ${message}`,
    );
    expect(told.join("\n")).toBe(expected);
  });
});
