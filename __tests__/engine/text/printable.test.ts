import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneLine, visible } from "../../../src/engine/text/printable.ts";

describe("what nobody would see", () => {
  it("is named, so that two texts that differ look different", () => {
    const names = [
      "",
      "\u061c",
      "\u200b",
      "\u2060",
      "\u00ad",
      "\u3164",
      "\u{e0041}",
      "\u202e",
      "\u2800",
      "\ud800",
      "\u115f",
    ];
    expect(names.map((character) => oneLine(`a${character}b`))).toEqual([
      "ab",
      "a<U+061C>b",
      "a<U+200B>b",
      "a<U+2060>b",
      "a<U+00AD>b",
      "a<U+3164>b",
      "a<U+E0041>b",
      "a<U+202E>b",
      "a<U+2800>b",
      "a<U+D800>b",
      "a<U+115F>b",
    ]);
    expect(visible("\ta\r\nb\u0007\u2028")).toBe("\ta<U+000D>⏎b<U+0007><U+2028>");
  });

  it("stays where it belongs to what is seen", () => {
    for (const text of ["👩‍👩‍👧", "👍🏽", "❤️", "1️⃣", "⏹️ x", "naïve", "字", "٣\u0600"]) expect(oneLine(text)).toBe(text);
    expect([oneLine("a\u200db"), oneLine("a\ufe0f"), oneLine("👩\u200d")]).toEqual([
      "a<U+200D>b",
      "a<U+FE0F>",
      "👩<U+200D>",
    ]);
  });

  it("is nowhere in what is shown", () => {
    const format =
      /(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]|\u200d|\ufe0f)[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(oneLine(text)).not.toMatch(format);
        expect(visible(text)).not.toMatch(format);
        expect(visible(text)).not.toMatch(/(?!\t)\p{Cc}/u);
      }),
    );
  });
});

it.each(["می\u200cخواهم", "ශ්\u200dරී", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}", "⚠\ufe0e"])(
  "what changes how letters and signs look stays: %s",
  (text) => {
    expect([oneLine(text), visible(text)]).toEqual([text, text]);
  },
);

it.each([
  ["a\u200cb", "a<U+200C>b"],
  ["x\u200dy", "x<U+200D>y"],
  ["\u{1f3f4}\u{e0067}x", "\u{1f3f4}<U+E0067>x"],
])("what nobody would see is named elsewhere: %j", (text, shown) => {
  expect([oneLine(text), visible(text)]).toEqual([shown, shown]);
});
