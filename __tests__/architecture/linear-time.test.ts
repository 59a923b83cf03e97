// Every regular expression of ours takes time linear in the text, and so does every glob: texts that double in size are
// timed, as ratios. The texts are made of what each expression itself names.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { harmless } from "../../src/action/harmless.ts";
import { createRedactor } from "../../src/engine/redaction/redactor.ts";
import { compileGlob } from "../../src/engine/text/glob.ts";
import { workedMs } from "../doubles/cpu-time.ts";

const root = join(import.meta.dirname, "../../src");

interface Expression {
  readonly where: string;
  readonly pattern: RegExp;
}

function expressions(): Expression[] {
  const found: Expression[] = [];
  for (const path of readdirSync(root, { recursive: true }) as string[]) {
    const text = /\.(?:ts|generated\.js)$/.test(path) ? readFileSync(join(root, path), "utf8") : "";
    for (const [, source = "", flags = ""] of text.matchAll(/new RegExp\(("(?:[^"\\]|\\.)*"), "(\w*)"\)/g))
      found.push({ where: path, pattern: new RegExp(JSON.parse(source), flags) });
    if (!path.endsWith(".ts")) continue;
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf("/");
        found.push({ where: path, pattern: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

/** What may be repeated to make an expression try again: its own words and characters, and those that classes stand for. */
function pumps({ source }: RegExp): string[] {
  const words =
    source.replaceAll(/\\[bBdDsSwW]|\\p\{[^}]*\}/g, " ").match(/(?:\\[^A-Za-z]|[^\\()[\]|*+?.^$\s])+/g) ?? [];
  const plain = words.map((word) => word.replaceAll(/\\(.)/g, "$1"));
  const characters = plain.flatMap((word) => [...word]);
  const pairs = plain.flatMap((word) => [...word].flatMap((one, at, all) => (at > 0 ? [`${all[at - 1]}${one}`] : [])));
  return [...new Set([...plain, ...characters, ...pairs, "\t", " ", "\n", "a", "0", "A", '"\\', ": ", "::1"])];
}

/** What takes less, in milliseconds, is too little to be compared. */
const noticeable = 4;

/** What takes more, in milliseconds, is so much that something else which had the machine does not matter. */
const plain = 60;

/** The best of a few, in milliseconds; the first one that is too little to be noticed, or so much that it is plain. */
function timed(run: (text: string) => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && best >= noticeable && (round === 0 || best < plain); round++) {
    const start = workedMs();
    run(text);
    best = Math.min(best, workedMs() - start);
  }
  return best;
}

/**
 * Texts of one form by their length: `pump` again and again between a beginning and an end. Of the longest, what is linear
 * takes a small part of what is noticed, and what is not takes several times as much.
 */
function slow(run: (text: string) => unknown, form: (length: number) => string): boolean {
  // One that doubles with every character would never come back from a long text.
  for (const length of [16, 22, 26]) if (timed(run, form(length)) > noticeable) return true;
  for (const length of [2_000, 10_000]) {
    const took = timed(run, form(length));
    if (took >= noticeable) return timed(run, form(2 * length)) / took > 3;
  }
  return false;
}

function attacks({ pattern }: Expression): string[] {
  const all = pumps(pattern);
  const beginnings = ["", ...all.filter((pump) => pump.length > 1).slice(0, 4)];
  const found: string[] = [];
  for (const pump of all)
    for (const beginning of beginnings)
      for (const end of ["", "\0", "\n!", ")"]) {
        const form = (length: number) => beginning + pump.repeat(Math.ceil(length / pump.length)) + end;
        const replace = (text: string): string => text.replace(pattern, "");
        // Once more, as something else may have had the machine.
        if (slow(replace, form) && slow(replace, form)) return [JSON.stringify([beginning, pump, end])];
      }
  return found;
}

describe("every regular expression", () => {
  const all = expressions();

  it("is found", () => {
    expect(all.length).toBeGreaterThan(350);
    expect(all.some(({ where }) => where === "schema/validators.generated.js")).toBe(true);
  });

  it("takes time linear in the text", { timeout: 600_000 }, () => {
    const found = all.flatMap((one) => attacks(one).map((attack) => `${one.where} ${one.pattern} ${attack}`));
    expect(found).toEqual([]);
  });

  it("would be told, if it did not", () => {
    for (const pattern of [/(?:a+)+b/, /\s+$/, /(?:\s|[\t\n])*:/, /\$\{[^}]*\}/, /"[^"\\]*(?:\\.[^"\\]*)*"/])
      expect([pattern, attacks({ where: "", pattern }).length]).toEqual([pattern, 1]);
  });
});

describe("what is made of several", () => {
  it.each(["\t", "\u200b", "#", "#\u200b", "::"])("commands of the runner are found in linear time: %j", (pump) => {
    expect(slow(harmless, (length) => pump.repeat(length / pump.length))).toBe(false);
  });

  it("secrets are found in linear time inside of one escape sequence", () => {
    const redactor = createRedactor();
    redactor.add("hunter2-correct");
    const text = (length: number): string => `\u001b]0;${"hunter2-correct ".repeat(length / 16)}\u0007`;
    expect(slow((given) => redactor.text(given), text)).toBe(false);
  });

  const globs = [
    `${"*a".repeat(30)}b`,
    "(a+)+b",
    "[a-z]*".repeat(40),
    "+(a|aa)b",
    "*(*(a))b",
    "{a,aa,*}".repeat(20),
    "**/a/**/a/**/b",
    `*a${"?".repeat(30)}`,
  ];
  it.each(globs)("a glob matches in linear time: %s", (pattern) => {
    // What one run has learnt does not help another one.
    const run = (text: string) => compileGlob(pattern).matches(text);
    const mixed = (length: number) => Array.from({ length }, (_, at) => "aab"[(at * at * 7 + (at >> 3)) % 3]).join("");
    for (const form of [(length: number) => "a".repeat(length), mixed]) {
      // A thousand characters, as long as the longest path.
      expect(timed(run, form(1_000))).toBeLessThan(200);
      const long = timed(run, form(8_000));
      expect(long < noticeable || long / timed(run, form(4_000)) < 3.5).toBe(true);
    }
  });
});
