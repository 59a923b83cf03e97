import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../src/engine/json/json.ts";
import type { Found, Lookup } from "../../../src/engine/references/found.ts";
import {
  escapeText,
  findReferences,
  formatReference,
  nearest,
  parseTemplate,
} from "../../../src/engine/references/references.ts";
import { resolve } from "../../../src/engine/references/resolve.ts";
import { escapeAll, readableTemplate, references } from "../../../src/engine/references/templates.ts";
import { workedMs } from "../../doubles/cpu-time.ts";

/** Text full of what references are made of. */
const tricky = fc
  .array(
    fc.constantFrom(
      "$",
      "$$",
      "{",
      "}",
      "${",
      "$${",
      "VALUE:",
      "SECRET:a",
      ":-",
      "x",
      "é",
      "\n",
      "${VALUE:a}",
      "${OPUS:dollar}",
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

const nothing: Lookup = ({ name }) => ({ type: "missing", code: "value-missing", message: `no ${name}` });

function lookup(table: { readonly [reference: string]: Found }): Lookup {
  return ({ source, name }) => {
    if (source === "OPUS" && name === "dollar") return { type: "value", value: "$" };
    return (
      table[`${source}:${name}`] ?? {
        type: "missing",
        code: "value-missing",
        message: `no ${source}:${name}`,
        suggestion: "Try another.",
      }
    );
  };
}

const table = {
  "VALUE:text": { type: "value", value: "word" },
  "VALUE:integer": { type: "value", value: 42 },
  "VALUE:boolean": { type: "value", value: false },
  "VALUE:list": { type: "value", value: ["${x}", 1] },
  "VALUE:object": { type: "value", value: { a: "$${" } },
  "VALUE:none": { type: "value", value: null },
  "VALUE:empty": { type: "value", value: "" },
  "ENV:EMPTY": { type: "value", value: "" },
  "ENV:BLANK": { type: "value", value: " " },
  "VAR:task:EMPTY": { type: "value", value: "" },
  "SECRET:token": { type: "secret", value: "s3cr3t-${VALUE:text}", env: "TOKEN" },
  "ENV:URL": { type: "sensitive", value: "https://s3cr3t@host" },
  "VAR:task:ID": { type: "unknown", label: "task:ID" },
} as const satisfies { readonly [reference: string]: Found };

describe("escaped text", () => {
  it("resolves to the text that it was made of", () => {
    fc.assert(
      fc.property(tricky, (text) => {
        const { value, stored, problems } = resolve(escapeText(text), nothing);
        expect(problems).toEqual([]);
        expect(value).toBe(text);
        expect(resolve(stored, nothing).value).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it("does so at any depth, and shares what needs no escape", () => {
    fc.assert(
      fc.property(fc.jsonValue(), tricky, (value, text) => {
        const whole = { value, text: [text, { text }] } as Json;
        expect(resolve(escapeAll(whole), nothing).value).toEqual(whole);
      }),
    );
    const free = { a: ["b"] };
    expect(escapeAll(free)).toBe(free);
  });
});

describe("what is stored", () => {
  const piece = fc.oneof(
    tricky.map((text) => ({ template: escapeText(text), value: text })),
    fc.constant({ template: "${SECRET:token}", value: table["SECRET:token"].value }),
    fc.constant({ template: "${ENV:URL}", value: table["ENV:URL"].value }),
    fc.constant({ template: "${VALUE:text}", value: "word" }),
    fc.constant({ template: "${OPUS:dollar}", value: "$" }),
    fc.constant({ template: "${VALUE:gone:-it$}", value: "it$" }),
  );
  /** An escape would read a `$` at the end of the text before it as part of itself. */
  const joined = fc.array(piece, { maxLength: 6 }).map((pieces) => {
    let text = "";
    return pieces.filter(({ template }) => {
      if (text.endsWith("$") && /^[${]/.test(template)) return false;
      text += template;
      return true;
    });
  });

  it("resolves to the same value again, with secrets and sensitive values left in place", () => {
    fc.assert(
      fc.property(joined, (pieces) => {
        const once = resolve(pieces.map(({ template }) => template).join(""), lookup(table));
        expect(once.problems).toEqual([]);
        expect(once.value).toBe(pieces.map(({ value }) => value).join(""));
        expect(once.stored).not.toContain("s3cr3t");
        const again = resolve(once.stored, lookup(table));
        expect(again.problems).toEqual([]);
        expect(again.value).toBe(once.value);
        expect(again.stored).toBe(once.stored);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["${VALUE:text}", "word", "word"],
    ["$${VALUE:text}", "${VALUE:text}", "$${VALUE:text}"],
    ["a $${ b", "a ${ b", "a $${ b"],
    ["${OPUS:dollar}${SECRET:token}", "$s3cr3t-${VALUE:text}", "${OPUS:dollar}${SECRET:token}"],
    [
      "${OPUS:dollar}${OPUS:dollar}${SECRET:token}",
      "$$s3cr3t-${VALUE:text}",
      "${OPUS:dollar}${OPUS:dollar}${SECRET:token}",
    ],
    ["${SECRET:token}$", "s3cr3t-${VALUE:text}$", "${SECRET:token}$"],
    ["<${SECRET:token:-x}>", "<s3cr3t-${VALUE:text}>", "<${SECRET:token}>"],
    ["url=${ENV:URL}", "url=https://s3cr3t@host", "url=${ENV:URL}"],
  ])("of %j: %j, kept as %j", (template, value, stored) => {
    const resolved = resolve(template, lookup(table));
    expect(resolved).toMatchObject({ value, stored, problems: [] });
  });

  it("names the secrets, their variables and where they stand", () => {
    const resolved = resolve({ "a/b": ["${SECRET:token}"], plain: "x", url: "${ENV:URL}" }, lookup(table));
    expect([...resolved.secrets]).toEqual([
      ["token", { value: "s3cr3t-${VALUE:text}", env: "TOKEN" }],
      ["ENV:URL", { value: '"https://s3cr3t@host"' }],
    ]);
    expect([...resolved.secretPointers]).toEqual(["/a~1b/0", "/url"]);
    expect(resolved.stored).toEqual({ "a/b": ["${SECRET:token}"], plain: "x", url: "${ENV:URL}" });
  });

  it("reads like the manifest", () => {
    expect(readableTemplate({ a: "out/${OPUS:context}/a" })).toEqual({ a: "out/${OPUS:context}/a" });
    expect(readableTemplate({ a: "$${HOME} ${SECRET:x} ${OPUS:dollar}${SECRET:y:-z}" })).toEqual({
      a: "${HOME} ${SECRET:x} $${SECRET:y:-z}",
    });
  });
});

describe("types", () => {
  it.each([
    ["${VALUE:integer}", 42],
    ["${VALUE:boolean}", false],
    ["${VALUE:list}", ["${x}", 1]],
    ["${VALUE:object}", { a: "$${" }],
    ["${VALUE:none}", null],
    [" ${VALUE:integer}", " 42"],
    ["${VALUE:integer}${VALUE:boolean}", "42false"],
    ["${VALUE:gone:-7}", "7"],
    ["${VALUE:gone:-}", ""],
    ["${VALUE:gone:-a:-b}", "a:-b"],
    // Empty counts as missing for variables alone, as in the shell.
    ["${ENV:EMPTY}", ""],
    ["${ENV:EMPTY:-eu}", "eu"],
    ["r=${ENV:EMPTY:-eu}!", "r=eu!"],
    ["${ENV:EMPTY:-}", ""],
    ["${ENV:BLANK:-eu}", " "],
    ["${ENV:GONE:-eu}", "eu"],
    ["${VALUE:empty:-eu}", ""],
    ["${VAR:task:EMPTY:-eu}", ""],
  ])("%j is %j", (template, value) => {
    const resolved = resolve(template, lookup(table));
    expect(resolved.problems).toEqual([]);
    expect(resolved.value).toEqual(value);
    expect(resolve(resolved.stored, lookup(table)).value).toEqual(value);
  });

  it.each([
    ["list", "a list"],
    ["object", "an object"],
    ["none", "null"],
  ])("%s can't stand inside longer text", (name, what) => {
    expect(resolve({ text: `a \${VALUE:${name}}` }, lookup(table)).problems).toEqual([
      {
        code: "not-text",
        message: `\`\${VALUE:${name}}\` is ${what}, which can't stand inside longer text`,
        pointer: "/text",
        offset: 2,
        suggestion: `Use the reference as the whole string; then it keeps its type. Or make a text of it: \`\${VALUE:${name} | json}\`.`,
      },
    ]);
  });
});

describe("a missing name", () => {
  it("is a problem where it stands, every one of them, and never an empty string", () => {
    const resolved = resolve({ a: "x${VALUE:one}y${VAR:t:two}", b: ["${ENV:THREE}"] }, lookup(table));
    expect(resolved.problems).toEqual([
      { code: "value-missing", message: "no VALUE:one", pointer: "/a", offset: 1, suggestion: "Try another." },
      { code: "value-missing", message: "no VAR:t:two", pointer: "/a", offset: 14, suggestion: "Try another." },
      { code: "value-missing", message: "no ENV:THREE", pointer: "/b/0", offset: 0, suggestion: "Try another." },
    ]);
  });

  it("does not matter with a fallback", () => {
    expect(resolve("${VALUE:one:-1}${SECRET:two:-2}${VAR:t:K:-3}", lookup(table))).toMatchObject({
      value: "123",
      stored: "123",
      problems: [],
    });
  });
});

describe("what is not known yet", () => {
  it("leaves a note, its reference, and whom it waits for", () => {
    const resolved = resolve({ whole: "${VAR:task:ID}", part: ["${VAR:task:ID}-${VAR:task:ID:-x}"] }, lookup(table));
    expect(resolved.value).toEqual({
      whole: "(known after apply: task:ID)",
      part: ["(known after apply: task:ID)-(known after apply: task:ID)"],
    });
    expect(resolved.stored).toEqual({ whole: "${VAR:task:ID}", part: ["${VAR:task:ID}-${VAR:task:ID:-x}"] });
    expect([...resolved.unknowns]).toEqual([
      ["/whole", ["task:ID"]],
      ["/part/0", ["task:ID", "task:ID"]],
    ]);
  });
});

describe("verbatim fields", () => {
  it("are handed on as they are, and stored so that they stay that way", () => {
    const spec = { create: "echo ${HOME} $${VALUE:text}", env: { A: "${VALUE:text}" } };
    const resolved = resolve(spec, lookup(table), ["create"]);
    expect(resolved.value).toEqual({ create: "echo ${HOME} $${VALUE:text}", env: { A: "word" } });
    expect(resolve(resolved.stored, nothing).value).toEqual(resolved.value);
    expect([...references(spec, ["create"])].map(({ pointer }) => pointer)).toEqual(["/env/A"]);
  });

  it("are so at the top alone", () => {
    expect(resolve({ env: { create: "${VALUE:text}" } }, lookup(table), ["create"]).value).toEqual({
      env: { create: "word" },
    });
  });
});

it("what holds no reference is shared, not copied", () => {
  const template = { big: { a: [1, { b: "c" }] }, small: "${VALUE:text}" };
  const { value, stored } = resolve(template, lookup(table));
  expect((value as typeof template).big).toBe(template.big);
  expect((stored as typeof template).big).toBe(template.big);
  expect(resolve(template.big, nothing).value).toBe(template.big);
});

it("a key called __proto__ is a key", () => {
  const template = JSON.parse('{"__proto__": {"a": "${VALUE:text}"}}') as Json;
  const { value } = resolve(template, lookup(table));
  expect(JSON.stringify(value)).toBe('{"__proto__":{"a":"word"}}');
  expect(({} as { a?: string }).a).toBeUndefined();
});

describe("bad references", () => {
  const all =
    "Write `${VAR:task:KEY}`, `${VALUE:name}`, `${SECRET:name}`, `${ENV:NAME}`, `${GITHUB:path}` or `${OPUS:context}`; `$${` is a literal `${`.";
  it.each([
    ["${HOME}", 0, "`${HOME}` is not a reference", all],
    ["a ${HOME", 2, "this `${` has no closing `}`", "Close the reference, or write `$${` for a literal `${`."],
    ["${}", 0, "`${}` is not a reference", all],
    [
      "${value:name}",
      0,
      "`${value:name}` is not a reference",
      "Did you mean `${VALUE:name}`? Write `$${` for a literal `${`.",
    ],
    [
      "${SECRTE:token}",
      0,
      "`${SECRTE:token}` is not a reference",
      "Did you mean `${SECRET:token}`? Write `$${` for a literal `${`.",
    ],
    ["${SOMETHING:x}", 0, "`${SOMETHING:x}` is not a reference", all],
    [
      "${VAR:task}",
      0,
      "`${VAR:task}` is not a reference of the form `${VAR:task:KEY}`",
      "Write it as `${VAR:task:KEY}`, or `$${` for a literal `${`.",
    ],
    [
      "${VAR:a:b:c}",
      0,
      "`${VAR:a:b:c}` is not a reference of the form `${VAR:task:KEY}`",
      "Write it as `${VAR:task:KEY}`, or `$${` for a literal `${`.",
    ],
    [
      "${ENV:1A}",
      0,
      "`${ENV:1A}` is not a reference of the form `${ENV:NAME}`",
      "Write it as `${ENV:NAME}`, or `$${` for a literal `${`.",
    ],
    ["${VALUE:}", 0, "`${VALUE:}` is not a reference", all],
    [
      "${OPUS:Context}",
      0,
      "`${OPUS:Context}` is not a reference of the form `${OPUS:context}`",
      "Write it as `${OPUS:context}`, or `$${` for a literal `${`.",
    ],
    [
      "${GITHUB:a..b}",
      0,
      "`${GITHUB:a..b}` is not a reference of the form `${GITHUB:path}`",
      "Write it as `${GITHUB:path}`, or `$${` for a literal `${`.",
    ],
  ])("%j", (text, offset, message, suggestion) => {
    expect(parseTemplate(text).problems).toEqual([{ code: "bad-reference", message, offset, suggestion }]);
    expect(resolve([text], nothing).problems).toEqual([
      { code: "bad-reference", message, offset, suggestion, pointer: "/0" },
    ]);
  });

  it("take bounded time in hostile text", () => {
    const began = workedMs();
    expect(parseTemplate("${".repeat(200_000)).problems.length).toBeGreaterThan(0);
    expect(workedMs() - began).toBeLessThan(2_000);
  });
});

it("a reference is written as it was read", () => {
  for (const text of [
    "${VAR:a.b-c:KEY_1}",
    "${VALUE:x:-}",
    "${GITHUB:event.pull_request.number:-none}",
    "${OPUS:inherited-context}",
  ]) {
    const [part] = parseTemplate(text).parts;
    expect(typeof part === "object" ? formatReference(part) : part).toBe(text);
  }
});

it("our references are found in scripts, and the shell's own are left to it", () => {
  const script = 'echo ${HOME} ${X:0:3} "${VALUE:url}" ${VAR:-x} ${ENV:A:-b} $${SECRET:s} ${VALUE:1x}';
  expect(findReferences(script).map((found) => formatReference(found))).toEqual([
    "${VALUE:url}",
    "${ENV:A:-b}",
    "${SECRET:s}",
  ]);
});

describe("nearest", () => {
  it.each([
    ["greting", ["greeting", "meeting"], "greeting"],
    ["GREETING", ["greeting"], "greeting"],
    ["a", ["zzz", "b"], "b"],
    ["abcdef", ["uvwxyz"], undefined],
    ["x", [], undefined],
  ])("%s among %j: %s", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});

describe("values that are known but for parts of them", () => {
  const found = lookup({
    "VAR:pet:ALL": {
      type: "partial",
      value: { name: "rex", tags: null, at: [null, 1] },
      label: "pet:ALL",
      unknowns: new Map([
        ["/tags", "list"],
        ["/at/0", undefined],
      ]),
    },
    "VAR:pet:ID": { type: "unknown", label: "pet:ID", of: "number" },
  });

  it("keep what is known, and say where which parts are waited for, and what they will be", () => {
    const resolved = resolve({ deep: [{ pet: "${VAR:pet:ALL}" }], id: "${VAR:pet:ID}" }, found);
    expect(resolved.problems).toEqual([]);
    expect(resolved.value).toMatchObject({ deep: [{ pet: { name: "rex", tags: null, at: [null, 1] } }] });
    expect([...resolved.unknowns]).toEqual([
      ["/deep/0/pet/tags", ["pet:ALL"]],
      ["/deep/0/pet/at/0", ["pet:ALL"]],
      ["/id", ["pet:ID"]],
    ]);
    expect([...resolved.unknownTypes]).toEqual([
      ["/deep/0/pet/tags", "list"],
      ["/id", "number"],
    ]);
    // State keeps the reference: a part alone has no name.
    expect(resolved.stored).toEqual({ deep: [{ pet: "${VAR:pet:ALL}" }], id: "${VAR:pet:ID}" });
  });

  it("are unknown texts where they stand in a longer one", () => {
    const resolved = resolve("a ${VAR:pet:ID} and ${VAR:pet:ALL}", found);
    expect([...resolved.unknowns]).toEqual([["", ["pet:ID", "pet:ALL"]]]);
    expect([...resolved.unknownTypes]).toEqual([["", "string"]]);
  });
});
