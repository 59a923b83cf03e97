import fc from "fast-check";
import { expect, test } from "vitest";
import { asciiOnly } from "../../scripts/ascii.ts";

/** What an expression of JavaScript comes to. */
const meaningOf = (code: string): unknown => new Function(`return ${code};`)();

test("code of ASCII alone means the same", () => {
  const text = fc.string({ unit: fc.constantFrom("ü", "…", "😀", "\u2028", "\\", "u", "\n", "`", "$", '"') });
  fc.assert(
    fc.property(text, (value) => {
      for (const code of [JSON.stringify(value), `/[${"ü…"}]/.test(${JSON.stringify(value)})`]) {
        const ascii = asciiOnly(code);
        expect(ascii).toMatch(/^[\0-\x7f]*$/);
        expect(meaningOf(ascii)).toEqual(meaningOf(code));
      }
    }),
  );
});

test("escapes, patterns and templates", () => {
  for (const code of [
    '"\\ü"',
    '"\\\\ü"',
    "/^\\ü$/.test('ü')",
    "/^[😀-😂]$/u.test('😁')",
    "`é${'ß'}`",
    "(() => { const ö = 1; return ö; })()",
  ])
    expect(meaningOf(asciiOnly(code)), code).toEqual(meaningOf(code));
});

test("raw text of a template can't be escaped", () => {
  expect(() => asciiOnly("String.raw`ü`")).toThrow("raw text");
  expect(asciiOnly("String.raw`u` + 'ü'")).toBe("String.raw`u` + '\\u00fc'");
});
