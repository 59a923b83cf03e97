import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../src/engine/json/json.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { LineBuffer } from "../../../src/engine/text/line-buffer.ts";

function redactor(...secrets: readonly string[]) {
  const made = createRedactor();
  for (const secret of secrets) made.add(secret);
  return made;
}

const secret = 's3cr3t/"value"+é&';

describe("text", () => {
  it.each([
    ["the value", `a ${secret} b`, "a *** b"],
    ["twice", `${secret}${secret}`, "******"],
    ["in JSON", JSON.stringify({ token: secret }), '{"token":"***"}'],
    ["in a URL", `https://x/?t=${encodeURIComponent(secret)}&u=1`, "https://x/?t=***&u=1"],
    ["nothing of it", "s3cr3t/ value", "s3cr3t/ value"],
  ])("%s", (_, text, expected) => {
    expect(redactor(secret).text(text)).toBe(expected);
    expect(redactor(secret).contains(text)).toBe(text !== expected);
  });

  it("does not show it in base64, wherever it begins", () => {
    for (const [prefix, variant] of ["", "x", "xy", "xyz", "user:"].flatMap((one) => [
      [one, "base64"] as const,
      [one, "base64url"] as const,
    ])) {
      const encoded = Buffer.from(`${prefix}${secret}${prefix}`).toString(variant);
      const shown = redactor(secret).text(encoded);
      expect(shown).toContain("***");
      for (let cut = 0; cut < 4; cut++) {
        const decoded = Buffer.from(`${"A".repeat(cut)}${shown.replaceAll("*", "A")}`, "base64").toString("latin1");
        expect(decoded).not.toContain("s3cr");
      }
    }
  });

  it("hides the lines of a longer secret, but for those that say nothing", () => {
    const key = "-----BEGIN KEY-----\nMIIabcdef\n  indented line\nab\n-----END KEY-----\n";
    const made = redactor(key);
    expect(made.text("got MIIabcdef")).toBe("got ***");
    expect(made.text("indented line\r\n")).toBe("***\r\n");
    expect(made.text("ab and cd")).toBe("ab and cd");
    expect(made.text(`x${key}y`)).toBe("x***y");
    expect(made.text(key.trim())).toBe("***");
    expect(made.text(key.replaceAll("\n", "\r\n"))).not.toContain("MII");
  });

  it("hides short secrets themselves, without their pieces", () => {
    const made = redactor("ab");
    expect(made.text("cab")).toBe("c***");
    expect(made.text("YWI= a b")).toBe("YWI= a b");
    expect(redactor("1").text("11")).toBe("******");
  });

  it("knows nothing at first, and an empty secret hides nothing", () => {
    expect(createRedactor().text("anything")).toBe("anything");
    expect(redactor("", "  \n ").text("a b")).toBe("a b");
    expect(redactor("").longest).toBe(0);
  });

  it("prefers the longest of several, and finds each", () => {
    expect(redactor("token", "token-and-more").text("token-and-more token")).toBe("*** ***");
    expect(redactor("(a+)+$", "[x]").text("(a+)+$ [x] aaa")).toBe("*** *** aaa");
  });

  it("never throws, and never shows a secret", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", minLength: 1 }),
        fc.string({ unit: "binary" }),
        fc.string({ unit: "binary" }),
        (value, before, after) => {
          const made = redactor(value);
          const text = made.text(`${before}${value}${after}`);
          if (value.trim() !== "" && !"***".includes(value) && !`${before}***${after}`.includes(value))
            expect(text).not.toContain(value);
          expect(() => made.contains(text)).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
    for (const odd of ["\ud800", "a\udc00b", "\u0000", "\\u0041", "***"])
      expect(() => redactor(odd).text(`x${odd}y`)).not.toThrow();
    expect(redactor("a\ud800b").text("a\ud800b")).toBe("***");
  });
});

describe("values", () => {
  it("are redacted at any depth: texts, numbers and keys", () => {
    expect(
      redactor("12345", "key-name").value({ a: ["x12345", 12345, 9123459], "key-name": { deep: true }, n: null }),
    ).toEqual({ a: ["x***", "***", "9***9"], "***": { deep: true }, n: null });
  });

  it("lose no member to keys that become the same", () => {
    const made = redactor("secretA1", "secretB2");
    expect(made.value({ secretA1: 1, a: 2, secretB2: 3 })).toEqual({ "***": 1, a: 2, "*** 2": 3 });
    const numbered = made.value({ "x-secretA1": 1, "x-***": 2, "x-secretB2": 3, "x-*** 2": 4 });
    expect(numbered).toEqual({ "x-*** 3": 1, "x-***": 2, "x-*** 4": 3, "x-*** 2": 4 });
    expect(made.value(numbered)).toBe(numbered);
  });

  it("are the same object when they hold nothing", () => {
    const value: Json = { a: [1, { b: "c" }] };
    expect(redactor("secret").value(value)).toBe(value);
    const mixed = { free: { a: 1 }, held: "secret" };
    expect((redactor("secret").value(mixed) as typeof mixed).free).toBe(mixed.free);
  });
});

describe("lines of output", () => {
  /** What is shown of chunks, piece by piece, as the run shows it. */
  function shown(chunks: readonly string[], ...secrets: readonly string[]): string[] {
    const made = redactor(...secrets);
    const pieces: string[] = [];
    const buffer = new LineBuffer((text) => pieces.push(made.text(text)), made);
    for (const chunk of chunks) buffer.add(chunk);
    buffer.end();
    return pieces;
  }

  it("come whole, with their ends", () => {
    expect(shown(["a\nb", "c\n", "d"])).toEqual(["a\n", "bc\n", "d"]);
    expect(shown(["a\r", "\nb"])).toEqual(["a\r\n", "b"]);
    expect(shown(["10%\r", "20%\r", "x"])).toEqual(["10%\r", "20%\r", "x"]);
    expect(shown(["", ""])).toEqual([]);
  });

  it("do not show a secret that is split over chunks", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 5 }), fc.array(fc.nat(40), { maxLength: 8 }), (noise, cuts) => {
        const text = noise.join("top-secret-value");
        const chunks: string[] = [];
        let at = 0;
        for (const cut of cuts) {
          chunks.push(text.slice(at, at + cut));
          at += cut;
        }
        chunks.push(text.slice(at));
        const all = shown(chunks, "top-secret-value").join("");
        expect(all).toBe(redactor("top-secret-value").text(text));
      }),
    );
  });

  it("do not show a secret in a line without an end, wherever it has to be cut", () => {
    const hidden = "0123456789abcdefghijklmnopqrstuvwxyz";
    for (let filler = 65_440; filler < 65_620; filler += 1) {
      const pieces = shown([`${"x".repeat(filler)}${hidden}${"y".repeat(120)}`, "z".repeat(30)], hidden);
      expect(pieces.join("")).toBe(`${"x".repeat(filler)}***${"y".repeat(120)}${"z".repeat(30)}`);
    }
  });

  it("do not grow without end", () => {
    const pieces = shown(
      Array.from({ length: 100 }, () => "x".repeat(10_000)),
      "secret",
    );
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.join("")).toHaveLength(1_000_000);
  });
});
