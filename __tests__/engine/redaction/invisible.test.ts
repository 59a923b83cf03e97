import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { LineBuffer } from "../../../src/engine/text/line-buffer.ts";
import { printableLines } from "../../../src/engine/text/printable.ts";
import { workedMs } from "../../doubles/cpu-time.ts";
import { times } from "../../faults/scale.ts";
import { invisibleCharacters, readings, sequences, split } from "./splitters.ts";

const secret = "hunter2-correct-hörse";

function written(text: string): string {
  return JSON.stringify(text).replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function redactor(...secrets: readonly string[]) {
  const made = createRedactor();
  for (const one of secrets) made.add(one);
  return made;
}

describe("a secret with something in it that does not show", () => {
  it("is one mask, whatever it is", () => {
    const made = redactor(secret);
    for (const splitter of [...sequences, ...invisibleCharacters]) {
      const text = `a ${secret.slice(0, 4)}${splitter}${secret.slice(4)} b`;
      expect(made.text(text), JSON.stringify(splitter)).toBe("a *** b");
      expect(made.contains(text)).toBe(true);
      expect(made.value({ [text]: [text] })).toEqual({ "a *** b": ["a *** b"] });
      const written = JSON.stringify({ text });
      for (const json of [written, JSON.stringify(written)]) {
        expect(made.text(json)).not.toContain("correct");
        expect(made.contains(json)).toBe(true);
      }
    }
  });

  it("as `grep --color` prints it, with the colours of what stands around it", () => {
    const made = redactor("hunter2-correct");
    expect(made.text("DB_PASSWORD=\u001b[01;31m\u001b[Khunter2\u001b[m\u001b[K-correct")).toBe(
      "DB_PASSWORD=\u001b[01;31m\u001b[K***",
    );
    expect(made.text("\u001b[31mred\u001b[0m hun\u001b[1mter2-correct\u001b[0m \u001b[32mgreen\u001b[0m")).toBe(
      "\u001b[31mred\u001b[0m ***\u001b[0m \u001b[32mgreen\u001b[0m",
    );
  });

  it("as it is overstruck, and as codes in the texts of programs", () => {
    const made = redactor(secret);
    expect(made.text([...secret].map((one) => `${one}\b${one}`).join(""))).not.toContain("corre");
    for (const code of ["\\u001b[K", "\\u001B[K", "\\x1b[K", "\\033[K", "\\e[K", "\\b", "\\u200b", "\\udb40\\udc61"])
      expect(made.text(`'hunt${code}er2-correct-hörse'`), code).toBe("'***'");
  });

  it("in base64, encoded, and over chunks, lines and endless lines", () => {
    const made = redactor(secret);
    const base64 = Buffer.from(`user:${secret}`).toString("base64");
    expect(made.contains(base64.replace(/(?<=^.{12})/, "\u001b[K"))).toBe(true);
    expect(made.text(encodeURIComponent(secret).replace("c", "\u0007c"))).toBe("***");
    for (const filler of ["", "x".repeat(65_530), `${"\u001b[1m".repeat(40_000)}`, "\u001bP".repeat(60_000)]) {
      const given: string[] = [];
      const buffer = new LineBuffer((text) => given.push(...printableLines(made.text(text))), made);
      for (const chunk of [
        filler,
        "hun",
        "\u001b",
        "[Kter2",
        "\u0000".repeat(70_000),
        "-correct",
        "\u001b]0;t",
        "\u0007",
      ])
        buffer.add(chunk);
      buffer.add("-hörse\nend\n");
      buffer.end();
      expect(given.join("").replace(/^x*/, "").replaceAll("P", "")).toBe("***end");
    }
    const lines = redactor("first line\nsecond line");
    const pieces: string[] = [];
    const buffer = new LineBuffer((text) => pieces.push(lines.text(text)), lines);
    for (const chunk of ["first\u001b[K li", "ne\n", "sec", "ond\u0000 line\n", "x"]) buffer.add(chunk);
    buffer.end();
    expect(pieces).toEqual(["***\n", "x"]);
  });

  it("is masked, too, where only the mask of another one lets it be read", () => {
    const made = redactor("hunter2-correct");
    // In a terminal, a title hides the end of the first one. It ends in the second one, whose mask takes that end away.
    const pair = "hun\u009bK\u0000ter2-cor\u009drect hu\u0007nter2-correct\n";
    const start = workedMs();
    for (const [text, count] of [
      [pair, 1],
      [pair.repeat(2_000), 2_000],
    ] as const) {
      const left = JSON.parse(made.text(JSON.stringify(text))) as string;
      for (const reading of readings(left)) expect(reading.includes("hunter2-correct"), written(left)).toBe(false);
      expect(left).toBe("*** ***\n".repeat(count));
    }
    expect(workedMs() - start).toBeLessThan(5_000);
    expect(made.contains(JSON.stringify(pair))).toBe(true);
    expect(made.value([JSON.stringify(pair)])).toEqual([JSON.stringify("*** ***\n")]);
  });

  it("property: is in no reading of what is left", () => {
    const noise = fc.array(fc.constantFrom("x", " ", "\n", "\t", "…", "\\", "\u001b", "\u001b[", "*", "\u009d"), {
      maxLength: 4,
    });
    const secrets = [secret, "päss\u200bwörd!✓🔑", "-----BEGIN-----\nMIIabc\u0000defgh\n-----END-----"];
    for (const one of secrets) {
      const made = redactor(one);
      const shown = [one, ...readings(one)];
      const safe = (text: string, what: string): void => {
        for (const reading of [...readings(text), printableLines(text).join("\n")])
          for (const form of shown) if (reading.includes(form)) throw new Error(`${what}: ${written(text)}`);
      };
      fc.assert(
        fc.property(
          noise,
          split(one),
          noise,
          split(one),
          fc.array(fc.nat(20), { maxLength: 8 }),
          (a, x, b, y, cuts) => {
            const text = [...a, x, ...b, y, "\n"].join("");
            safe(made.text(text), "text");
            safe(JSON.parse(made.text(JSON.stringify(`${x} ${y}`))), "JSON");
            const given: string[] = [];
            const buffer = new LineBuffer((piece) => given.push(made.text(piece)), made);
            let at = 0;
            for (const cut of [...cuts, text.length]) {
              buffer.add(text.slice(at, at + cut));
              at += cut;
            }
            buffer.end();
            safe(given.join(""), "lines");
          },
        ),
        { numRuns: times(5_000, 120) },
      );
    }
  });
});

describe("a secret in which readers differ from place to place", () => {
  const [esc, csi, osc, dcs] = ["\u001b", "\u001b[", "\u001b]", "\u001bP"];

  it.each([
    ["a sequence, and a bare escape", `hunter2-c${csi}Korrect-h${esc}örs${esc}e`],
    ["a bare escape, and a sequence", `hunt${esc}er2-correct-hör${csi}01;31ms${csi}me`],
    ["an escape with the next letter, and a whole one", `hunt${esc}cer2-corr${esc}(Bect${esc}(-hörse`],
    ["a sequence without its last letter", `hun${csi}01;31ter2-correct${csi}K-h${esc}örse`],
    ["in eight bits, and bare", `hun\u009bKter2\u009b-co\u009d0;title\u009crrect-hö\u009drse`],
    ["a title with either end", `hun${osc}0;a\u0007ter2-${osc}0;b${esc}\\corr${esc}ect-hör\u009d0;c\u0007se`],
    ["a title that goes on after a sequence in it", `hun${osc}0;a${csi}Kb\u0007ter2-corr${esc}ect-hörse`],
    ["a title that a sequence ends", `hun${osc}0;a${csi}Kter2-corr${esc}ect-hörse\u0007`],
    ["a string that is cancelled", `hun${osc}0;a\u0018ter2-corr${dcs}q\u001aect-hö${esc}rse`],
    ["one that ends at the bell only for some", `hun${dcs}q\u0007ter2-corr${dcs}q#0\u0007${esc}\\ect-hö${esc}rse`],
    ["one in another", `hun${dcs}q${osc}0;a\u0007${esc}\\ter2-c${esc}orrect-hörse`],
    ["backspaces, of which some count", `hunx\bter2\b-co${esc}rre\b${csi}Kect-höxx\b\brse`],
    ["what is struck only with a sequence in between", `hunx${csi}K\bter2-c${esc}orrect-h${esc}ö\b${esc}örse`],
    ["zero-width characters, and all else", `h\u200bu${esc}nter2\u00ad-corr${csi}K\u034fec\ufe0ft-hö\u2060r${esc}se`],
    ["accents beside their letters", `hunter2-c${esc}orrect-ho${csi}K\u0308rs\u200be`],
    ["codes of JSON", JSON.stringify(`hunt${csi}Ker2-c${esc}orrect-h${osc}0;a\u0007örs${esc}e`).slice(1, -1)],
    ["codes of shells", "hunt\\033[Ker2-c\\x1borrect-h\\e]0;a\\a\\u00f6rs\\ee".replace("\\u00f6", "ö")],
  ])("is one mask: %s", (_, text) => {
    const made = redactor(secret);
    expect(made.text(`a ${text} b\n`)).toMatch(/^a \*\*\*\u0007? b\n$/);
    expect(made.contains(text)).toBe(true);
    expect(made.value([text])).toEqual([expect.stringMatching(/^\*\*\*\u0007?$/)]);
  });

  it("is held back wherever a chunk of an endless line ends", () => {
    const made = redactor(secret);
    const text = `hun${osc}0;a\u0007ter2-${csi}Kcor${esc}rect-${dcs}q${esc}\\h\u200börs${esc}e`;
    for (let cut = 1; cut < text.length; cut++) {
      const given: string[] = [];
      const buffer = new LineBuffer((piece) => given.push(made.text(piece)), made);
      for (const chunk of ["x".repeat(70_000), text.slice(0, cut), text.slice(cut), "y".repeat(70_000)])
        buffer.add(chunk);
      buffer.end();
      expect(given.join("").replace(/^x*/, "").replace(/y*$/, ""), String(cut)).toBe("***");
    }
  });

  it("is held back over lines", () => {
    const made = redactor("first line\nsecond line");
    const pieces: string[] = [];
    const buffer = new LineBuffer((text) => pieces.push(made.text(text)), made);
    for (const chunk of [`fi${esc}rst${csi}K li`, "ne\n", `se${esc}cond${csi}m lin${esc}e\n`, "x"]) buffer.add(chunk);
    buffer.end();
    expect(pieces).toEqual(["***\n", "x"]);
  });

  it("is found in what was cut", () => {
    const made = redactor(secret);
    for (const end of ["…", `${csi}0m…`, "...", `.${csi}0m.${esc}[0m.`, `${esc}…`])
      expect(made.text(`x hun${csi}Kter2-c${esc}or${end}`)).toBe(`x ***${end}`);
  });

  it("property: is one mask, whatever stands between its characters", () => {
    const made = redactor(secret);
    fc.assert(
      fc.property(split(secret), (text) => {
        expect(made.text(`line ${text}\n`), written(text)).toBe("line ***\n");
      }),
      { numRuns: times(40_000, 500) },
    );
  });

  it("property: is one mask in the company of fifty others that resemble it", () => {
    const made = redactor(
      secret,
      ...Array.from({ length: 50 }, (_, at) => `hunt${at}-correct-${"hö".repeat(at % 5)}rse`),
    );
    fc.assert(
      fc.property(split(secret), split(secret), (one, other) => {
        // For some, a string that begins in the one ends in the other.
        expect(made.text(`${one} ${other}\n`)).toMatch(/^\*\*\*(?: \*\*\*)?\n$/);
      }),
      { numRuns: times(10_000, 100) },
    );
  });

  it("is found in time that grows with the text alone, also where it repeats itself", () => {
    for (const [one, piece] of [
      ["a".repeat(20_000), "a\u0000"],
      ["a".repeat(20_000), `a${esc}`],
      ["a".repeat(20_000), "aa\b"],
      ["a".repeat(20_000), `aa${esc}a${csi}a`],
      [secret, `hun${osc}`],
      [secret, `hun${csi}${"\u0000".repeat(50)}`],
    ] as const) {
      const made = redactor(one);
      const text = piece.repeat(times(300_000, 60_000) / piece.length);
      const start = workedMs();
      const shown = made.text(text);
      made.open(text);
      expect(workedMs() - start, JSON.stringify(piece)).toBeLessThan(times(10_000, 2_500));
      expect(shown.includes("aaa")).toBe(false);
    }
  });
});

describe("text without a secret", () => {
  it("property: stays as it is, whatever does not show in it", () => {
    const made = redactor("never-in-there-7");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), split("some text of a program"), (any, text) => {
        for (const one of [any, text, any + text]) {
          expect(made.text(one)).toBe(one);
          expect(made.open(`${one}\n`)).toBe(one.length + 1);
          // A string (a title, a link) that is not ended may end in what comes next.
          if (!/[\u001b\u0090\u0098\u009d-\u009f]/.test(one)) expect(made.open(`${one}.`)).toBe(one.length + 1);
        }
      }),
      { numRuns: times(20_000, 500) },
    );
  });

  it("is read in time that grows with it alone", () => {
    const made = redactor("never-in-there-7");
    const limit = times(1_000_000, 250_000);
    for (const piece of [
      "\u001b]",
      "\u009d",
      "\u001bP",
      "\u001b",
      "\u001b[\u0000",
      "\\",
      "\\u001b",
      "a\u0000",
      "\b",
      "neve…",
    ]) {
      const text = piece.repeat(limit / piece.length);
      const start = workedMs();
      expect(made.text(text)).toBe(text);
      expect(workedMs() - start, JSON.stringify(piece)).toBeLessThan(times(10_000, 2_500));
    }
  });
});

describe("what was cut", () => {
  it.each([
    ["hunter2-c…", "***…"],
    ['not "hunter2-correct…" (', 'not "***…" ('],
    ["hunter2-correct-h...", "***..."],
    ["hunt…", "hunt…"],
    ["say hunter2-correct and …", "say hunter2-correct and …"],
    [`x${secret}hunter2-…`, "x******…"],
    [`${Buffer.from(secret).toString("base64").slice(0, 20)}…`, "***…"],
    ["hun\u001b[Kter2-cor…", "***…"],
  ])("%j", (text, expected) => {
    expect(redactor(secret).text(text)).toBe(expected);
  });

  it("keeps values that are stored as they are", () => {
    expect(redactor(secret).value(["hunter2-c…"])).toEqual(["hunter2-c…"]);
  });
});

describe("printable", () => {
  it.each([
    ["a\u001bPq#0;2\u001b\\b", "ab"],
    ["a\u001b_x\u001b\\b\u0090y\u009cc", "abc"],
    ["a\u001b]0;never ended", "a0;never ended"],
    ["a\u001bPnever ended", "anever ended"],
    ["a\u001b[\u0000Kb\u001b\u0007[Kc", "abc"],
    ["\u001b[31mred\u001b[\u00000m", "red"],
  ])("%j", (text, shown) => {
    expect(printableLines(text)).toEqual([shown]);
  });
});
