import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import {
  compileGlob,
  compileGlobs,
  escapeGlob,
  globMatcher,
  globProblem,
  plainFolders,
} from "../../../src/engine/text/glob.ts";

const matches = (pattern: string, text: string, options = {}) => compileGlob(pattern, options).matches(text);

describe("a glob", () => {
  it.each([
    ["release/*", ["release/1", "release/1.x"], ["release", "release/", "release/1/2", "release/.x"]],
    ["**", ["a", "a/b"], [".a", "a/.b"]],
    ["a/**", ["a", "a/b", "a/b/c"], ["ab", "b/a"]],
    ["*/**", ["a/b"], ["a"]],
    ["**/*.yaml", ["a.yaml", "b/c/a.yaml"], ["a.yml", "b/.a.yaml"]],
    ["a?c", ["abc"], ["ac", "a/c", "abbc"]],
    ["[a-c]1", ["a1", "c1"], ["d1", "1"]],
    ["[!a]1", ["b1"], ["a1", "/1"]],
    ["x [1]", ["x [1]", "x 1"], ["x 2"]],
    ["pr-{1,2,x*}", ["pr-1", "pr-xy"], ["pr-3"]],
    ["v{8..10}", ["v8", "v10"], ["v7", "v1"]],
    ["v{08..10}", ["v08", "v10"], ["v8"]],
    ["{a..c}", ["a", "c"], ["d", "{a..c"]],
    ["+(a|b)c", ["abac"], ["c"]],
    ["!prod", ["dev"], ["prod"]],
    ["!(prod|test)", ["dev", "production"], ["prod", "test", "a/b"]],
    ["docs (old)/*.md", ["docs (old)/a.md"], ["docs old/a.md"]],
    ["a\\*", ["a*"], ["ab"]],
    ["a{b", ["a{b"], ["ab"]],
    ["[", ["["], ["a"]],
  ])("%s", (pattern, wanted, unwanted) => {
    expect(wanted.filter((text) => !matches(pattern, text))).toEqual([]);
    expect(unwanted.filter((text) => matches(pattern, text))).toEqual([]);
  });

  it("ignores case and the dots of hidden files when asked", () => {
    expect([matches("*.YAML", ".a.yaml", { dot: true, nocase: true }), matches("*", ".a")]).toEqual([true, false]);
    expect([matches("!a", "!a", { path: true }), matches("!a", "b", { path: true })]).toEqual([true, false]);
  });

  it("tells which folders may hold what it matches", () => {
    const glob = compileGlob("src/*/test/**");
    expect(["src/", "src/a/", "src/a/test/x/"].map((folder) => glob.leads(folder))).toEqual([true, true, true]);
    expect(["lib/", "src/a/b/"].map((folder) => glob.leads(folder))).toEqual([false, false]);
    expect(plainFolders("a \\[1\\]/b/*/c.yaml")).toEqual(["a [1]", "b"]);
  });

  it("matches as each of several does, whatever is remembered", () => {
    const patterns = ["*.yaml", "a/**/b", "!(x|y)", "name", "./b/c", "**/.*", "[é-ü]?", "{a,b}{1..3}", "a!(b)c"];
    const text = fc.string({ unit: fc.constantFrom(..."ab1/.x", "é", "日"), maxLength: 8 });
    const some = fc.uniqueArray(fc.constantFrom(...patterns), { minLength: 1 });
    fc.assert(
      fc.property(some, fc.array(text), fc.boolean(), fc.boolean(), (chosen, texts, dot, path) => {
        const together = compileGlobs(chosen, { dot, path });
        const alone = (one: string) =>
          chosen.map((pattern) => compileGlob(pattern, { dot, path })).filter((glob) => glob.matches(one));
        const leading = (one: string) => chosen.some((pattern) => compileGlob(pattern, { dot, path }).leads(one));
        for (const one of [...texts, ...patterns]) {
          expect([one, together.matches(one)]).toEqual([one, alone(one).length > 0]);
          expect([one, together.leads(one)]).toEqual([one, leading(one)]);
        }
      }),
    );
  });

  it("matches the same after it has forgotten what was too much", () => {
    const pattern = `*a${"?".repeat(12)}`;
    const glob = compileGlob(pattern);
    const expected = (text: string) => text.length > 12 && text.at(-13) === "a";
    const texts = Array.from({ length: 9_000 }, (_, at) =>
      (at * 2_654_435_761).toString(2).slice(-26).replaceAll("0", "a"),
    );
    expect(texts.filter((text) => glob.matches(text) !== expected(text))).toEqual([]);
    expect(texts.filter((text) => glob.matches(`é${text}`) !== expected(text))).toEqual([]);
  });

  it("can't be overlong, nor have a negation as a part", () => {
    expect(globProblem("a".repeat(1_001))).toBe("is longer than 1,000 characters");
    expect(globProblem("a!(b)c")).toBe("has `!(…)` as a part; it can only be the whole pattern");
    expect([globProblem("!(a|b)"), globProblem("a\\!(b)"), globProblem("[a-z]*".repeat(100))]).toEqual(
      Array(3).fill(undefined),
    );
    expect(globMatcher(["a!(b)c"])("abc")).toBe(false);
  });

  it("that escapes a text matches exactly that text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(matches(escapeGlob(text), text, { path: true })).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 4 }), fc.string({ maxLength: 4 }), (text, other) => {
        const escaped = escapeGlob(text);
        expect(matches(escaped, other, { path: true })).toBe(other === text || other === escaped);
      }),
    );
  });

  it("matches what picomatch does, which earlier versions used", () => {
    const word = fc.constantFrom("a", "b", "ab", "x-y", "1", "/");
    const wild = fc.constantFrom("*", "?", "[ab]", "[a-c]", "{a,b}", "{b,a*}", "**/", "/**/");
    const pattern = fc.array(fc.oneof(word, wild), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
    const name = fc.array(fc.constantFrom("a", "b", "c", "1", "x-y"), { minLength: 1, maxLength: 4 });
    const text = fc
      .array(name, { minLength: 1, maxLength: 3 })
      .map((names) => names.map((one) => one.join("")).join("/"));
    let both = 0;
    fc.assert(
      fc.property(pattern, text, (glob, path) => {
        // Where a path is not written plainly, it does not agree with itself.
        fc.pre(!/\/\/|^\/|\/$|\*\*\*|[^/]\*\*|\*\*[^/]|\*\*\/\*\*/.test(glob));
        const expected = picomatch(glob, { dot: true })(path);
        if (expected) both++;
        expect({ glob, path, matches: matches(glob, path, { dot: true }) }).toEqual({ glob, path, matches: expected });
      }),
      { numRuns: 5_000 },
    );
    expect(both).toBeGreaterThan(20);
  });
});
