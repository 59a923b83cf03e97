import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { partsOf } from "../../../src/engine/redaction/secret-encodings.ts";
import { LineBuffer } from "../../../src/engine/text/line-buffer.ts";
import { times } from "../../faults/scale.ts";

function redactor(...secrets: readonly string[]) {
  const made = createRedactor();
  for (const secret of secrets) made.add(secret);
  return made;
}

const awkward = `it's "a" \\b/ <c>&d é%+!*~\ttab 🔑`;

/** `urllib.parse.quote`. */
function python(text: string, safe = ""): string {
  const code = (byte: number) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  return [...new TextEncoder().encode(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9_.~-]/.test(character) || safe.includes(character) ? character : code(byte);
    })
    .join("");
}

function form(text: string): string {
  return new URLSearchParams({ x: text }).toString().slice(2);
}

describe("what programs make of a secret", () => {
  const written: readonly (readonly [by: string, text: string])[] = [
    ["JSON", JSON.stringify(awkward).slice(1, -1)],
    ["JSON in JSON", JSON.stringify(JSON.stringify(awkward)).slice(3, -3)],
    ["json.dumps of Python", `it's \\"a\\" \\\\b/ <c>&d \\u00e9%+!*~\\ttab \\ud83d\\udd11`],
    ["json_encode of PHP", `it's \\"a\\" \\\\b\\/ <c>&d \\u00e9%+!*~\\ttab \\ud83d\\udd11`],
    ["encoding/json of Go", `it's \\"a\\" \\\\b/ \\u003cc\\u003e\\u0026d é%+!*~\\ttab 🔑`],
    ["Gson", `it\\u0027s \\"a\\" \\\\b/ \\u003cc\\u003e\\u0026d é%+!*~\\ttab 🔑`],
    [
      "System.Text.Json of .NET",
      `it\\u0027s \\u0022a\\u0022 \\\\b/ \\u003Cc\\u003E\\u0026d \\u00E9%\\u002B!*~\\ttab \\uD83D\\uDD11`,
    ],
    ["repr of Python", `it\\'s "a" \\\\b/ <c>&d é%+!*~\\ttab 🔑`],
    ["single quotes of shells", `it'\\''s "a" \\b/ <c>&d é%+!*~\ttab 🔑`],
    ["shlex.quote of Python", `it'"'"'s "a" \\b/ <c>&d é%+!*~\ttab 🔑`],
    ["double quotes of shells", `it's \\"a\\" \\\\b/ <c>&d é%+!*~\ttab 🔑`],
    ["YAML and SQL", `it''s "a" \\b/ <c>&d é%+!*~\ttab 🔑`],
    ["CSV", `it's ""a"" \\b/ <c>&d é%+!*~\ttab 🔑`],
    ["XML", `it&apos;s &quot;a&quot; \\b/ &lt;c&gt;&amp;d é%+!*~\ttab 🔑`],
    ["html.escape of Python", `it&#x27;s &quot;a&quot; \\b/ &lt;c&gt;&amp;d é%+!*~\ttab 🔑`],
    ["html.EscapeString of Go", `it&#39;s &#34;a&#34; \\b/ &lt;c&gt;&amp;d é%+!*~\ttab 🔑`],
    ["encodeURIComponent", encodeURIComponent(awkward)],
    ["encodeURIComponent, twice", encodeURIComponent(encodeURIComponent(awkward))],
    ["quote of Python, twice", python(python(awkward, "/"), "/")],
    ["quote of Python without a slash, twice", python(python(awkward))],
    ["quote_plus of Python, twice", python(python(awkward).replaceAll("%20", "+")).replaceAll("%20", "+")],
    ["quote_plus of quote of Python", python(python(awkward, "/")).replaceAll("%20", "+")],
    ["a form in a form", form(form(awkward))],
    ["a URL in a form", form(encodeURIComponent(awkward))],
    ["twice, in lower-case digits", python(python(awkward).replace(/%../g, (code) => code.toLowerCase()))],
    ["lower-case digits", encodeURIComponent(awkward).replace(/%../g, (code) => code.toLowerCase())],
    ["encodeURI", encodeURI(awkward)],
    ["a form", new URLSearchParams({ x: awkward }).toString().slice(2)],
    ["@uri of jq", "it%27s%20%22a%22%20%5Cb%2F%20%3Cc%3E%26d%20%C3%A9%25%2B%21%2A~%09tab%20%F0%9F%94%91"],
    ["quote of Python", "it%27s%20%22a%22%20%5Cb/%20%3Cc%3E%26d%20%C3%A9%25%2B%21%2A~%09tab%20%F0%9F%94%91"],
  ];

  it.each(written)("%s", (_, text) => {
    expect(redactor(awkward).text(`[${text}]`)).toBe("[***]");
  });

  it("the parts of a URL object", () => {
    const secret = `p@s"s <w>{o}^r|d`;
    const url = new URL("https://host/");
    url.username = secret;
    expect(redactor(secret).text(url.href)).toBe("https://***@host/");
    expect(redactor(secret).text(new URL(`https://host/${secret}/x`).href)).toBe("https://host/***/x");
    expect(redactor(secret).text(new URL(`https://host/?q=${secret}&r=1`).href)).toBe("https://host/?q=***&r=1");
  });

  it("base64 of what four characters are, and of JSON around it", () => {
    for (const before of ["", "x", "xy"]) {
      const encoded = Buffer.from(`${before}q7zK`).toString("base64");
      expect(redactor("q7zK").text(encoded)).toContain("***");
    }
    const json = Buffer.from(JSON.stringify({ some: "thing", token: `a"b\\c-and-more` })).toString("base64");
    const decoded = Buffer.from(redactor(`a"b\\c-and-more`).text(json).replaceAll("*", "A"), "base64").toString();
    expect(decoded).not.toMatch(/b\\\\|and|more/);
  });
});

describe("base64 that was broken into lines", () => {
  const secret = Array.from({ length: 12 }, (_, line) => `line ${line} of a longer secret: ${"xyz".repeat(line)}`).join(
    "\n",
  );
  const wrap = (text: string, width: number): string => text.match(new RegExp(`.{1,${width}}`, "g"))?.join("\n") ?? "";

  /** Characters of the secret that can still be told from what is shown, in a row. */
  function told(shown: string): number {
    const rest = shown.replaceAll(/\s|│/g, "").split("***");
    const decoded = rest.flatMap((part) =>
      [0, 1, 2, 3].map((cut) => Buffer.from(part.slice(cut), "base64").toString("latin1")),
    );
    let most = 0;
    for (const text of decoded)
      for (let at = 0; at < secret.length; at++)
        while (text.includes(secret.slice(at, at + most + 1)) && at + most < secret.length) most++;
    return most;
  }

  it.each([64, 70, 76])("is hidden in lines of %i characters, wherever it begins", (width) => {
    for (const before of ["", "a", "ab", `{"some": "thing before", "token": "`]) {
      const encoded = wrap(Buffer.from(`${before}${secret} after`).toString("base64"), width);
      expect(redactor(secret).contains(encoded)).toBe(true);
      expect(told(redactor(secret).text(encoded))).toBeLessThan(5);
      expect(told(redactor(secret).text(encoded.replaceAll("\n", "\r\n    ")))).toBeLessThan(5);
      expect(told(redactor(secret).text(JSON.stringify({ encoded })))).toBeLessThan(5);
      // The beginning is gone, as in the last lines of a program.
      expect(told(redactor(secret).text(encoded.split("\n").slice(2).join("\n")))).toBeLessThan(5);
    }
    expect(told(wrap(Buffer.from(secret).toString("base64"), width))).toBeGreaterThan(40);
  });

  it("is hidden when its lines come one by one", () => {
    const made = redactor(secret);
    let shown = "";
    const buffer = new LineBuffer((text) => {
      shown += made.text(text);
    }, made);
    const lines = wrap(Buffer.from(`user:${secret}`).toString("base64"), 76).split("\n");
    for (const line of lines) buffer.add(`${line}\n`);
    buffer.end();
    expect(told(shown)).toBeLessThan(5);
  });

  it("leaves other base64 alone", () => {
    const other = wrap(Buffer.from("something else altogether. ".repeat(20)).toString("base64"), 76);
    expect(redactor(secret).text(other)).toBe(other);
    expect(redactor(secret).contains(other)).toBe(false);
  });
});

describe("secrets that overlap", () => {
  it("are hidden together, and what stands side by side is hidden one by one", () => {
    expect(redactor("abcdef", "defghi").text("xabcdefghiy")).toBe("x***y");
    expect(redactor("abab").text("ababab")).toBe("***");
    expect(redactor("ab", "cd").text("abcd")).toBe("******");
  });

  it("are found by their shortest, however long the others are", () => {
    const made = redactor("a-long-secret", "another-long-one");
    expect(made.text("xyz")).toBe("xyz");
    made.add("y");
    expect(made.text("xyz a-long-secret")).toBe("x***z ***");
    made.add("abc");
    expect(made.text("abc y another-long-one")).toBe("*** *** ***");
  });
});

/** Text that holds secrets, or the beginnings of some, in any chunks. */
const secretText = fc.oneof(
  fc.string({ unit: "binary", minLength: 4, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom("a", "b", "\n", "\r", "'", " ", "\\"), minLength: 4, maxLength: 10 }),
  fc
    .array(fc.string({ unit: "grapheme-ascii", minLength: 4, maxLength: 9 }), { minLength: 2, maxLength: 4 })
    .map((lines) => lines.join("\n")),
);

describe("redactor and line buffer together", () => {
  it("show no secret, however its text comes in chunks", () => {
    fc.assert(
      fc.property(
        fc.array(secretText, { minLength: 1, maxLength: 4 }),
        fc.array(fc.oneof(fc.nat(3), fc.string({ maxLength: 6 }), fc.constant("\n")), { maxLength: 12 }),
        fc.array(fc.nat(12), { maxLength: 20 }),
        (secrets, parts, cuts) => {
          const text = parts
            .map((part) => (typeof part === "number" ? (secrets[part % secrets.length] ?? "") : part))
            .join("");
          const made = redactor(...secrets);
          let shown = "";
          const buffer = new LineBuffer((piece) => {
            shown += made.text(piece);
          }, made);
          let at = 0;
          for (const cut of cuts) {
            buffer.add(text.slice(at, at + cut));
            at += cut;
          }
          buffer.add(text.slice(at));
          buffer.end();
          for (const secret of secrets) {
            const value = secret.trim();
            // A mask between two halves, or one that reads like a secret, gives away nothing.
            if (value.length < 4 || "******".includes(value) || /\*/.test(value)) continue;
            expect(shown.includes(value)).toBe(false);
            for (const line of value.split(/\r\n|\n|\r/))
              if (line.trim().length >= 4) expect(shown).not.toContain(line.trim());
          }
        },
      ),
      { numRuns: times(10_000, 250) },
    );
  });

  it("show the rest as it is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom("x", "y", "\n", "\r", " ") }), { maxLength: 10 }),
        (chunks) => {
          const made = redactor("a secret", "another\nsecret");
          let shown = "";
          const buffer = new LineBuffer((piece) => {
            shown += made.text(piece);
          }, made);
          for (const chunk of chunks) buffer.add(chunk);
          buffer.end();
          expect(shown).toBe(chunks.join(""));
        },
      ),
    );
  });

  it("hold lines back only as long as they may be the beginning of a secret", () => {
    const made = redactor("first line\nsecond line");
    const given: string[] = [];
    const buffer = new LineBuffer((piece) => given.push(made.text(piece)), made);
    buffer.add("before\nfirst line\n");
    expect(given).toEqual(["before\n"]);
    buffer.add("second line, and more\n");
    expect(given).toEqual(["before\n", "***, and more\n"]);
    buffer.add("first line\n");
    buffer.add("third line\n");
    expect(given.slice(2)).toEqual(["***\nthird line\n"]);
  });
});

describe("what of a secret counts", () => {
  it("is all of it, and each line of four characters or more, without what everybody knows", () => {
    const line = fc.string({ minLength: 0, maxLength: 8, unit: fc.constantFrom("a", "b", "}", " ", "\t") });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 5 }),
        fc.constantFrom("\n", "\r\n"),
        fc.array(line),
        (lines, end, open) => {
          const secret = lines.join(end);
          const names = new Set(open.map((name) => name.trim()).filter((name) => name !== ""));
          const parts = partsOf(secret, names);
          const known = names.has(secret.trim()) || secret.trim() === "";
          expect(parts.has(secret.trim())).toBe(!known);
          for (const one of lines.map((text) => text.trim()).filter((text) => text.length >= 4))
            expect(parts.has(one)).toBe(!known && !names.has(one));
          for (const part of parts) {
            expect(names.has(part)).toBe(false);
            expect(part.trim().length >= 4 || part.trim() === secret.trim()).toBe(true);
          }
          const made = createRedactor();
          made.add(secret, names);
          for (const name of names) if (parts.size === 0) expect(made.contains(name)).toBe(false);
          expect(made.contains(secret)).toBe(!known);
        },
      ),
    );
  });
});
