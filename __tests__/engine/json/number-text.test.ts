import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointerSegment } from "../../../src/engine/json/json.ts";
import { keepsNumber, mayBeRounded, oddNumber, parseExactly } from "../../../src/engine/json/number-text.ts";

describe("a number is kept", () => {
  it.each([
    ["0", true],
    ["-0", true],
    ["0.000", true],
    ["0e999999", true],
    ["1.10", true],
    ["1e3", true],
    ["+12E-2", true],
    [".5", true],
    ["5.", true],
    ["0.1", true],
    ["1e300", true],
    ["100000000000000000000", true],
    ["9007199254740991", true],
    ["9007199254740993", false],
    ["-9007199254740993", false],
    ["9007199254740993.0", false],
    ["90071992547409930e-1", false],
    ["0.1234567890123456789", false],
    ["1e400", false],
    ["1e-400", false],
    [`1e-${"9".repeat(100_000)}`, false],
    [`0.${"0".repeat(100_000)}1`, false],
    ["1".repeat(100_000), false],
    ["x", false],
  ])("%.40s: %s", (text, kept) => {
    expect(keepsNumber(text)).toBe(kept);
  });

  it("always when JavaScript wrote it", () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => keepsNumber(String(value))));
  });

  it("when it is whole and safe, and never as another one", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), (value) => {
        const number = Number(value);
        if (Number.isSafeInteger(number)) expect(keepsNumber(String(value))).toBe(true);
        else expect(mayBeRounded(number)).toBe(true);
        if (keepsNumber(String(value))) expect(BigInt(number)).toBe(value);
      }),
    );
  });

  it("with 15 digits, however it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 15 }), (digits, at) => {
        const text = String(digits).padStart(16, "0");
        expect(keepsNumber(`${text.slice(0, at)}.${text.slice(at)}`)).toBe(true);
        expect(keepsNumber(`${digits}e-${at}`)).toBe(true);
      }),
    );
  });
});

describe("in JSON", () => {
  const odd = fc.constantFrom("9007199254740993", "-9007199254740992", "1e400", "0.12345678901234567891", "1E22");
  const safe = fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, min: -1e15, max: 1e15 }), fc.string());
  const key = fc.oneof(fc.string(), fc.constantFrom('"', "\\", "\\\\", "a/b", "~", "9007199254740993", "{", "a,b"));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      safe,
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.dictionary(key, tie("tree"), { maxKeys: 4 }),
    ),
  }));

  it("no number is odd that JavaScript holds", () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(oddNumber(text)).toBeUndefined();
        expect(parseExactly(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("an odd one is found where it is", () => {
    const step = fc.oneof(
      fc.tuple(fc.constant("list"), fc.array(tree, { maxLength: 3 })),
      fc.tuple(key, fc.array(tree)),
    );
    fc.assert(
      fc.property(odd, fc.array(step, { maxLength: 5 }), (text, steps) => {
        let [value, pointer]: [unknown, string] = ["(odd)", ""];
        for (const [name, before] of steps) {
          const isList = name === "list";
          value = isList ? [...before, value] : { before, [`k${name}`]: value };
          pointer = `/${isList ? before.length : pointerSegment(`k${name}`)}${pointer}`;
        }
        const json = JSON.stringify(value).replace('"(odd)"', text);
        expect(oddNumber(json)).toEqual({ text, pointer });
      }),
    );
  });

  it("numbers that would be rounded become texts", () => {
    expect(parseExactly('{"id": 9007199254740993, "n": [1.0, 1e400], "9007199254740993": "9007199254740993"}')).toEqual(
      {
        id: "9007199254740993",
        n: [1, "1e400"],
        "9007199254740993": "9007199254740993",
      },
    );
  });
});
