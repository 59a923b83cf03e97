import { describe, expect, it } from "vitest";
import { andMore, andOthers, firstOf, inWords } from "../../../src/engine/text/listed.ts";

describe("the beginning of a list", () => {
  it.each([
    [[], "", ""],
    [["a"], "a", "a"],
    [["a", "b"], "a, b", "a, b"],
    [["a", "b", "c"], "a, b and 1 more", "a, b, …"],
    [["a", "b", "c", "d"], "a, b and 2 more", "a, b, …"],
  ])("of %j", (names, more, others) => {
    expect(andMore(names, 2)).toBe(more);
    expect(andMore(names, 2, "more")).toBe(more);
    expect(andOthers(names, 2)).toBe(others);
  });

  it("says of what there is more", () => {
    expect(andMore(["a", "b", "c"], 1, "more tasks")).toBe("a and 2 more tasks");
    expect(firstOf(["a", "b", "c"], 1, (left) => `${left} more`)).toEqual(["a", "2 more"]);
    const whole = ["a", "b"];
    expect(firstOf(whole, 2, String)).toBe(whole);
  });
});

describe("a list in words", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("of %j", (parts, words) => {
    expect(inWords(parts)).toBe(words);
    expect(inWords(parts, "or")).toBe(words.replace("and", "or"));
  });
});
