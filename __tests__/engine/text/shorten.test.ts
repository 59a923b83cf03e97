import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeFrame } from "../../../src/engine/diagnostics/code-frame.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { shortened, wholeUpTo } from "../../../src/engine/text/shorten.ts";

describe("shortened", () => {
  it.each([
    ["short", 5, "short"],
    ["longer", 5, "long…"],
    ["ab***cd", 4, "ab…"],
    ["ab🔑cd", 4, "ab…"],
    ['a\\"b', 3, "a…"],
    ["a\\u001bb", 6, "a…"],
    ["a\\🔑b", 4, "a…"],
    ["ab\\👩‍👧c", 5, "ab…"],
  ])("%j to %i", (text, most, expected) => {
    expect(shortened(text, most)).toBe(expected);
    expect(shortened(text, most).length).toBeLessThanOrEqual(most);
  });

  it("leaves whole characters, whatever stands before them", () => {
    const pieces = fc.array(fc.constantFrom("a", "\\", "🔑", "👩‍👧", "***", "\\u001b", "é"), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 30 }), (all, most) => {
        expect(shortened(all.join(""), most).isWellFormed()).toBe(true);
      }),
    );
  });

  it("tells the redactor where half a secret stands", () => {
    const redactor = createRedactor();
    const secret = "ghs_0123456789abcdefghijklmnopqrstuvwxyz";
    redactor.add(secret);
    for (let most = 12; most < 60; most++) {
      const text = redactor.text(shortened(`said: ${secret} and more`, most));
      expect(text).not.toContain("ghs_01");
      expect(redactor.text(JSON.stringify(shortened(`said: ${secret}`, most)))).not.toContain("ghs_01");
    }
    expect(wholeUpTo("***", 2)).toBe(0);
  });
});

describe("a code frame", () => {
  it("is not cut inside a mask", () => {
    const redactor = createRedactor();
    redactor.add("hunter2-correct");
    for (let before = 40; before < 110; before++) {
      const line = `${"x".repeat(before)}hunter2-correct${"y".repeat(120)}`;
      for (const column of [1, 60, 130, 160]) {
        const location = { file: "a", line: 1, column, endColumn: column + 3 };
        const frame = codeFrame({ severity: "error", location }, new Map([["a", line]]), { redact: redactor.text });
        expect(frame.replaceAll("***", "")).not.toContain("*");
      }
    }
  });
});
