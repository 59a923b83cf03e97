import { describe, expect, it } from "vitest";
import { isInstance, readThrown, thrownText } from "../../../src/engine/text/thrown-error.ts";

const circle: { self?: unknown } = {};
circle.self = circle;

describe("what was thrown", () => {
  it.each<[string, unknown, string]>([
    ["an error", new Error("no network"), "no network"],
    ["an error without a message", new RangeError(""), "RangeError without a message was thrown"],
    ["several errors", new AggregateError([new Error("one"), "two", null]), "one; two; null was thrown"],
    ["several errors with a message", new AggregateError([new Error("one")], "all failed"), "all failed: one"],
    ["a text", "quota", "quota"],
    ["an empty text", " ", "an empty text was thrown"],
    ["undefined", undefined, "undefined was thrown"],
    ["null", null, "null was thrown"],
    ["a number", 7, "7 was thrown"],
    ["a symbol", Symbol("why"), "Symbol(why) was thrown"],
    ["a function", () => 1, "a function was thrown"],
    ["an object with a message", { message: "quota", code: 1 }, "quota"],
    ["an object", { code: 42, of: [1, { two: true }] }, '{"code":42,"of":[1,{"two":true}]}'],
    ["an object with a large number", { id: 2n ** 60n }, '{"id":"1152921504606846976"}'],
    ["an object that holds itself", circle, '{"self":"(again)"}'],
    ["an object that names the same twice", { a: [1], b: [1] }, '{"a":[1],"b":[1]}'],
    ["an object that has a text", { toString: () => "status 500" }, "status 500"],
    [
      "an object of a class that says nothing",
      new (class Answer {})(),
      "an object without a message was thrown (Answer)",
    ],
    ["a list", [1, 2], "[1,2]"],
    ["an empty object", {}, "an object without a message was thrown"],
    ["an object without a prototype", Object.create(null), "an object without a message was thrown"],
  ])("is a text for people: %s", (_, thrown, text) => {
    expect(thrownText(thrown)).toBe(text);
  });

  it("is read without throwing, whatever it does when it is read", () => {
    const refuse = (): never => {
      throw new Error("gotcha");
    };
    const hostile = new Proxy({}, { get: refuse, has: refuse, getPrototypeOf: refuse, ownKeys: refuse });
    expect(readThrown(hostile)).toEqual({
      message: "an object without a message was thrown",
      stack: undefined,
      hint: undefined,
      detail: undefined,
      untouched: false,
      cause: undefined,
    });
    expect(isInstance(hostile, Error)).toBe(false);
    const half = Object.defineProperties(new Error("x"), { message: { get: refuse }, stack: { get: refuse } });
    expect(readThrown(half)).toMatchObject({ message: "Error without a message was thrown", stack: undefined });
  });
});
