import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PatternMatcher, type Span } from "../../../src/engine/redaction/pattern-matcher.ts";
import { workedMs } from "../../doubles/cpu-time.ts";

function trie(forms: readonly string[]): PatternMatcher {
  const made = new PatternMatcher();
  for (const form of forms) made.add(form);
  return made;
}

/** Every form at every place, joined where they overlap. */
function everywhere(forms: readonly string[], text: string): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (let start = 0; start < text.length; start++) {
    const lengths = forms.filter((form) => form !== "" && text.startsWith(form, start)).map(({ length }) => length);
    if (lengths.length === 0) continue;
    const end = start + Math.max(...lengths);
    const last = spans.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

/** The first place from which on the text is the beginning of a form, and not all of it. */
function firstOpen(forms: readonly string[], text: string): number {
  for (let at = 0; at < text.length; at++) {
    const rest = text.slice(at);
    if (forms.some((form) => form.length > rest.length && form.startsWith(rest))) return at;
  }
  return text.length;
}

/** Forms and texts of few letters overlap, nest and repeat in every way. */
const few = (maxLength: number) => fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength });
const repeated = fc.tuple(few(3), fc.nat(12), few(3)).map(([piece, times, rest]) => piece.repeat(times) + rest);
const form = fc.oneof(few(8), repeated);
const texts = fc.array(fc.oneof(form, fc.string({ maxLength: 4 })), { maxLength: 12 }).map((pieces) => pieces.join(""));

describe("forms in a text", () => {
  it("are found as by looking for each of them everywhere", () => {
    fc.assert(
      fc.property(fc.array(form, { maxLength: 8 }), texts, (forms, text) => {
        const made = trie(forms);
        expect(made.spans(text)).toEqual(everywhere(forms, text));
        expect(made.open(text)).toBe(firstOpen(forms, text));
      }),
      { numRuns: 3_000 },
    );
  });

  it("are found after each addition, whatever was looked for before", () => {
    fc.assert(
      fc.property(fc.array(form, { maxLength: 6 }), texts, (forms, text) => {
        const made = new PatternMatcher();
        for (const [index, one] of forms.entries()) {
          made.add(one);
          const known = forms.slice(0, index + 1);
          expect(made.spans(text)).toEqual(everywhere(known, text));
          expect(made.open(text)).toBe(firstOpen(known, text));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("that follow each other are two, and those that overlap are one", () => {
    expect(trie(["ab"]).spans("abab")).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]);
    expect(trie(["bc", "de", "abcdefg"]).spans("xabcdefgx")).toEqual([{ start: 1, end: 8 }]);
    expect(trie([""]).spans("a")).toEqual([]);
    expect(trie([]).open("a")).toBe(1);
  });

  // Looking for each of a form's beginnings anew takes 30 times as long and more.
  it.each([
    ["a form that repeats itself", ["a".repeat(20_000)], "a".repeat(2_000_000)],
    ["a form that is almost there", ["a".repeat(20_000)], `${"a".repeat(19_990)}b`.repeat(100)],
    ["lines of dashes", ["-".repeat(20_000), `${"-".repeat(20_000)}\nabc`], `${"-".repeat(20_000)}\n`.repeat(100)],
  ])("take no more than 3 seconds in 2 MB: %s", (_, forms, text) => {
    const made = trie(forms);
    const began = workedMs();
    made.spans(text);
    made.open(text);
    expect(workedMs() - began).toBeLessThan(3_000);
  });
});
