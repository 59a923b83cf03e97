import { describe, expect, it } from "vitest";
import { code, fenced, firstLines, inline, link, md, ours } from "../../../src/hooks/rendering/markdown.ts";

describe("text of others", () => {
  it("gets into Markdown of ours only through what escapes it", () => {
    const text: string = "@octocat";
    // @ts-expect-error: a text that may be anything is no Markdown.
    expect(md`by ${text}`).toBe("by @octocat");
    const word: "create" | "delete" = "create";
    expect(md`${word} ${1}: ${code(text)}`).toBe("create 1: `@octocat`");
  });

  it("is prose where GitHub makes nothing of it, and code everywhere else", () => {
    const prose = [
      "",
      "left the manifest",
      "exited with 3 (really?)",
      "S3 bucket",
      'it\'s 100% "done"; 3.5, at most',
      "naïve 字",
    ];
    for (const text of prose) expect(inline(text)).toBe(text);
    const live = [
      "GH-1",
      "TICKET-12",
      "GHSA-x",
      "deadbee",
      "see 1234567.",
      "defaced",
      "www.x",
      "a@b",
      "#1",
      "o/r",
      ":x:",
      "[a]",
      "$x$",
    ];
    for (const text of live) expect(inline(text)).toBe(`\`${text}\``);
  });

  it("is one line of a fence that it can't end", () => {
    expect(fenced(["+ a\n```\n<!-- opus:end -->", "\r\u2028\u0007"], "diff")).toBe(
      "````diff\n+ a⏎```⏎<!-- opus:end -->\n<U+000D><U+2028><U+0007>\n````",
    );
  });
});

describe("a link", () => {
  it("keeps to the address that it is given", () => {
    const url = "https://github.com/o/r/blob/main/a) [b](https:x) `c`|\\<d>\ud800";
    expect(link(md`x`, url)).toBe(
      "[x](https://github.com/o/r/blob/main/a%29%20%5Bb%5D%28https:x%29%20%60c%60%7C%5C%3Cd%3E%EF%BF%BD)",
    );
    expect([link(md`x`, undefined), link(md`x`, "javascript:alert(1)")]).toEqual(["x", "x"]);
  });
});

it("a cut keeps whole lines", () => {
  const text = ours("one\ntwo\nthree");
  expect([0, 3, 4, 7, 8, 13].map((room) => firstLines(text, room))).toEqual([
    "",
    "",
    "one\n",
    "one\n",
    "one\ntwo\n",
    text,
  ]);
});
