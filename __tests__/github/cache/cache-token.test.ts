import { describe, expect, it } from "vitest";
import { readCacheScopes } from "../../../src/github/cache/cache-token.ts";
import { runtimeToken } from "../../peers/runtime-token.ts";

function tokenWith(claims: object): string {
  return runtimeToken([], "a secret", claims);
}

describe("the scopes in a job's token", () => {
  it("are those of the refs that it may restore from and save to, in its order", () => {
    const token = runtimeToken(
      [
        { Scope: "refs/pull/7/merge", Permission: 3 },
        { Scope: "refs/heads/topic", Permission: 1 },
        { Scope: "refs/heads/main", Permission: 1 },
      ],
      "a secret",
    );
    expect(readCacheScopes(token)).toEqual([
      { ref: "refs/pull/7/merge", mayRestore: true, maySave: true },
      { ref: "refs/heads/topic", mayRestore: true, maySave: false },
      { ref: "refs/heads/main", mayRestore: true, maySave: false },
    ]);
  });

  it.each([
    [0, false, false],
    [1, true, false],
    [2, false, true],
    [3, true, true],
    [7, true, true],
  ])("have a permission (%i) that is read bit by bit", (Permission, mayRestore, maySave) => {
    const token = runtimeToken([{ Scope: "refs/heads/main", Permission }], "a secret");
    expect(readCacheScopes(token)).toEqual([{ ref: "refs/heads/main", mayRestore, maySave }]);
  });

  it("may be none at all, and may have names beyond ASCII", () => {
    expect(readCacheScopes(tokenWith({ ac: "[]" }))).toEqual([]);
    const token = runtimeToken([{ Scope: "refs/heads/zürich-👋", Permission: 1 }], "a secret");
    expect(readCacheScopes(token)?.[0]?.ref).toBe("refs/heads/zürich-👋");
  });

  it.each([
    ["nothing", ""],
    ["no JWT", "ghs_16C7e42F292c6912E7710c838347Ae178B4a"],
    ["no JSON in it", "e30.bm90IGpzb24.x"],
    ["a number in it", "e30.NDI.x"],
    ["null in it", `e30.${Buffer.from("null").toString("base64url")}.x`],
    ["no such claim", tokenWith({ ac: undefined })],
    ["a claim that is no text", tokenWith({ ac: [{ Scope: "refs/heads/main", Permission: 3 }] })],
    ["a claim that is no JSON", tokenWith({ ac: "[" })],
    ["a claim that is no list", tokenWith({ ac: '{"Scope":"refs/heads/main","Permission":3}' })],
    ["a scope without a ref", tokenWith({ ac: '[{"Scope":"","Permission":3}]' })],
    ["a scope with a word for a permission", tokenWith({ ac: '[{"Scope":"refs/heads/main","Permission":"write"}]' })],
    ["a scope that is null", tokenWith({ ac: "[null]" })],
    ["one good scope and a bad one", tokenWith({ ac: '[{"Scope":"refs/heads/main","Permission":3},{"Scope":1}]' })],
  ])("can't be told from %s", (_, token) => {
    expect(readCacheScopes(token)).toBeUndefined();
  });
});
