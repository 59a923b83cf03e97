import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { harmless } from "../../src/action/harmless.ts";
import { createActionConsole, summaryLimitBytes } from "../../src/action/toolkit.ts";

let folder = "";
let written = "";
const stdout = {
  write: (text: string) => {
    written += text;
  },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "opus-toolkit-"));
  written = "";
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text = ""): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Would the runner take this line for a command? By its own rules, and by those of a comparison that skips what is invisible. */
function isCommand(line: string): boolean {
  const bare = line.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "");
  return [line, bare].some((text) => /^[\s\u0085]*::/u.test(text) || text.includes("##["));
}

test.each([
  ["::error::x", ["\\::error::x"]],
  [" \t::set-output name=a::b", [" \t\\::set-output name=a::b"]],
  ["fine\r::add-mask::x\r\n\u00a0::x", ["fine", "\\::add-mask::x", "\u00a0\\::x"]],
  ["say ##[group]x", ["say ## [group]x"]],
  ["#\u200b#\u00ad[error]x", ["#\u200b# \u00ad[error]x"]],
  [":\u0000:debug::", ["\\::debug::"]],
  ["\u001b[31mred\u001b[0m \u001b[2Kgone\u001b]0;title\u0007", ["\u001b[31mred\u001b[0m gone\u001b[0m"]],
  ["a::b # c", ["a::b # c"]],
  ["", [""]],
])("harmless(%j)", (text, lines) => {
  expect(harmless(text)).toEqual(lines);
});

test("property: no line of any text is a command, and plain text stays as it is", () => {
  const piece = fc.constantFrom(
    ...[
      "::",
      ":",
      "#",
      "##",
      "[",
      "##[",
      "\n",
      "\r",
      "\r\n",
      " ",
      "\t",
      "\u0085",
      "\u00a0",
      "\u2028",
      "\u200b",
      "\u00ad",
      "\ufeff",
    ],
    ...[
      "\u0000",
      "\u001b",
      "\u001b[",
      "\u001b[31m",
      "\u001b]",
      "\u0007",
      "\u009b",
      "m",
      "]",
      "error",
      "\u3000",
      "\u180e",
      "\ufe0f",
      "e\u0301",
    ],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 25 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(text, (one) => {
      for (const line of harmless(one)) {
        expect(isCommand(line)).toBe(false);
        expect(line).not.toMatch(/[\r\n]/);
        expect(line.replaceAll(/\u001b\[[0-9;:]*m/g, "")).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      }
    }),
    { numRuns: 20_000 },
  );
  const plain = fc.stringMatching(/^[a-zA-Z0-9 .,_-]*$/);
  fc.assert(
    fc.property(plain, (one) => {
      expect(harmless(one)).toEqual([one]);
    }),
  );
});

test("lines, groups and output of programs", () => {
  const console = createActionConsole({ stdout, env: { NO_COLOR: "1" } });
  console.line("one\n::error::two", "error");
  console.group("a title\n::x");
  console.output("::set-env name=A::b\rlast\n");
  console.endGroup();
  console.progress("[1/2]");
  console.progress(undefined);
  expect(written).toBe(
    "one\n\\::error::two\n::group::a title \\::x\n  │ \\::set-env name=A::b\n  │ last\n::endgroup::\n[1/2]\n",
  );
});

test("colors stand around whole lines", () => {
  createActionConsole({ stdout, env: {} }).line("+ new", "create");
  expect(written).toBe("\u001b[32m+ new\u001b[0m\n");
});

test.each([
  ["one line", "first 100%", ["first 100%25"]],
  ["one line, however short", "}", ["}"]],
  ["with blanks around it", " ab\t", [" ab\t", "ab"]],
  ["a line end after it", "first\n", ["first"]],
  ["several lines", "first\nsecond 100%\r\n\n", ["first", "second 100%25"]],
  ["lines that say nothing", '{\n  "key": "abc"\n}\r\n  },\n', ['"key": "abc"']],
  ["nothing but such lines", "{\n}", []],
  ["blanks", " \n ", []],
])("masks come line by line: %s", (_, secret, masks) => {
  createActionConsole({ stdout, env: {} }).addMask(secret);
  expect(written).toBe(masks.map((mask) => `::add-mask::${mask}\n`).join(""));
});

test("annotations are escaped, and have a place only with a file", () => {
  const console = createActionConsole({ stdout, env: {} });
  console.annotation("error", "50% of\nit", {
    file: "a,b:c.yaml",
    line: 3,
    column: 1,
    endColumn: 4,
    title: "bad: thing",
  });
  console.annotation("warning", "no file", { line: 3 });
  expect(written).toBe(
    "::error title=bad%3A thing,file=a%2Cb%3Ac.yaml,line=3,col=1,endColumn=4::50%25 of%0Ait\n::warning::no file\n",
  );
});

test("outputs have a delimiter that no value can know", () => {
  const path = file("output");
  const console = createActionConsole({ stdout, env: { GITHUB_OUTPUT: path } });
  console.setOutputs([
    ["a", "1\nghadelimiter_x\nb=2"],
    ["b", ""],
  ]);
  const text = readFileSync(path, "utf8");
  expect(text).toMatch(
    /^a<<(ghadelimiter_[0-9a-f-]{36})\n1\nghadelimiter_x\nb=2\n\1\nb<<(ghadelimiter_[0-9a-f-]{36})\n\n\2\n$/,
  );
  const delimiters = [...text.matchAll(/<<(\S+)/g)].map(([, delimiter]) => delimiter);
  expect(new Set(delimiters).size).toBe(2);
});

test("what the post step is told is written the same way; without a post step it goes nowhere", () => {
  const path = file("state");
  createActionConsole({ stdout, env: { GITHUB_STATE: path } }).saveState("handover", "a\nb=c");
  expect(readFileSync(path, "utf8")).toMatch(/^handover<<(ghadelimiter_[0-9a-f-]{36})\na\nb=c\n\1\n$/);
  createActionConsole({ stdout, env: {} }).saveState("handover", "a");
});

test("a summary is added only when it fits", () => {
  const path = file("summary", "x".repeat(summaryLimitBytes - 10));
  const console = createActionConsole({ stdout, env: { GITHUB_STEP_SUMMARY: path } });
  expect(console.summaryRoom()).toBe(10);
  expect(console.appendSummary("äöüäöü")).toBe(false);
  expect(console.appendSummary("123456789")).toBe(true);
  expect(console.summaryRoom()).toBe(0);
  expect(createActionConsole({ stdout, env: {} }).summaryRoom()).toBe(0);
});
