import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Json } from "../../../src/engine/json/json.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { type FilterName, filterNames } from "../../../src/engine/references/filter-syntax.ts";
import { filterWatch } from "../../../src/engine/references/filtered-secrets.ts";
import { type Found, lookupWith } from "../../../src/engine/references/found.ts";
import {
  findReferences,
  formatReference,
  parseTemplate,
  type Reference,
} from "../../../src/engine/references/references.ts";
import { type Resolved, resolve } from "../../../src/engine/references/resolve.ts";
import { times } from "../../faults/scale.ts";

const settings = { host: "Straße", ports: [80, 443], on: "yes", note: "a: b\n  c\n" };
const table: { readonly [reference: string]: Found } = {
  "VALUE:settings": { type: "value", value: settings },
  "VALUE:name": { type: "value", value: "Shop-É" },
  "VALUE:number": { type: "value", value: 1.5 },
  "VALUE:yes": { type: "value", value: true },
  "VALUE:none": { type: "value", value: null },
  "VALUE:list": { type: "value", value: ["a", 2, false] },
  "VALUE:lists": { type: "value", value: ["a", ["b"]] },
  "VALUE:lines": { type: "value", value: "a\n\nb\r\n \n" },
  "VAR:task:MAP": { type: "value", value: { b: { d: 1, c: 2 }, a: 0 } },
  "VAR:task:LATER": { type: "unknown", label: "task:LATER" },
  "VAR:task:PARTLY": {
    type: "partial",
    value: { a: "?" },
    label: "task:PARTLY",
    unknowns: new Map([["/a", undefined]]),
  },
  "SECRET:token": { type: "secret", value: 'S3cr3t\nof "two" lines', env: "TOKEN" },
  "SECRET:unset": { type: "secret", value: "(secret unset is not set here)", env: "UNSET", missing: ["unset"] },
  "SECRET:hidden": { type: "secret", value: "(hidden)", env: "HIDDEN" },
  "ENV:URL": { type: "sensitive", value: "https://Us3r@Host" },
  "ENV:EMPTY": { type: "value", value: "" },
};

function find({ source, name }: Reference): Found {
  return table[`${source}:${name}`] ?? { type: "missing", code: "value-missing", message: `no ${source}:${name}` };
}

function made(template: string): Resolved<string> {
  return resolve(template, find);
}

describe("filters", () => {
  it.each<[template: string, value: string]>([
    ["${VALUE:settings | json}", JSON.stringify(settings)],
    ["${VALUE:settings|json 2}", JSON.stringify(settings, undefined, 2)],
    ["${VALUE:name | json}", '"Shop-É"'],
    ["${VALUE:none | json}", "null"],
    [
      "${VALUE:settings | yaml}",
      'host: Straße\nports:\n  - 80\n  - 443\non: "yes"\nnote: |\n  a: b\n    c'.replace("on:", '"on":'),
    ],
    ["${VALUE:list | yaml}", "- a\n- 2\n- false"],
    ["${VALUE:name | base64}", Buffer.from("Shop-É").toString("base64")],
    ["${VALUE:number | base64}", "MS41"],
    ["${VALUE:lines | indent 2}|", "a\n\n  b\r\n   \n|"],
    ["${VALUE:name | lower} ${VALUE:name | upper}", "shop-é SHOP-É"],
    ['${VALUE:list | join ", "}', "a, 2, false"],
    ["${VALUE:list | join '\\n'}", "a\n2\nfalse"],
    ["${VALUE:list | join '\"'}", 'a"2"false'],
    ['${VALUE:list | join "\\u007d"}', "a}2}false"],
    ['${VALUE:list | join ":-"}', "a:-2:-false"],
    ["${VALUE:list | join '|' | upper}", "A|2|FALSE"],
    ["${VALUE:yes | upper}", "TRUE"],
    [
      "k:\n    ${VALUE:settings | yaml | indent 4}\n",
      'k:\n    host: Straße\n    ports:\n      - 80\n      - 443\n    "on": "yes"\n    note: |\n      a: b\n        c\n',
    ],
    ["$${VALUE:settings | json}", "${VALUE:settings | json}"],
    // Outputs read as they will once state has put their keys in order.
    ["${VAR:task:MAP | json}", '{"a":0,"b":{"c":2,"d":1}}'],
  ])("make of %j", (template, value) => {
    const { value: text, problems, stored } = made(template);
    expect(problems).toEqual([]);
    expect(text).toBe(value);
    expect(resolve(stored, find).value).toBe(value);
  });

  it.each([
    ["${ENV:EMPTY | upper:-none}", "none"],
    ["${VALUE:gone | json:-a | b}", "a | b"],
    ["${VALUE:name | lower:-x}", "shop-é"],
    // As ever: what stands behind `:-` is text.
    ["${VALUE:gone:-a | upper}", "a | upper"],
    ["${VALUE:gone:-| json}", "| json"],
  ])("leave a fallback as it is: %s", (template, value) => {
    expect(made(template)).toMatchObject({ problems: [], value });
  });

  it.each([
    ["${VALUE:name | tojson}", "unknown-filter", "there is no filter `tojson`", "Did you mean `json`?", 15],
    ["${VALUE:name | to_yaml}", "unknown-filter", "there is no filter `to_yaml`", "Did you mean `yaml`?", 15],
    ["${VALUE:name | b64encode}", "unknown-filter", "there is no filter `b64encode`", "Did you mean `base64`?", 15],
    ["${VALUE:name | nindent 8}", "unknown-filter", "there is no filter `nindent`", "Did you mean `indent 8`?", 15],
    ["${VALUE:name | lowr}", "unknown-filter", "there is no filter `lowr`", "Did you mean `lower`?", 15],
    [
      "${VALUE:name | sort}",
      "unknown-filter",
      "there is no filter `sort`",
      "There are json, yaml, base64, indent, lower, upper and join.",
      15,
    ],
    [
      '${VALUE:name | default "x"}',
      "unknown-filter",
      "there is no filter `default`",
      "A fallback stands behind the name and its filters: `${VALUE:name:-fallback}`.",
      15,
    ],
    [
      "${VALUE:name | }",
      "bad-filter",
      "the name of a filter is missing after `|`",
      "There are json, yaml, base64, indent, lower, upper and join. Write `$${` for a literal `${`.",
      15,
    ],
    [
      "x ${VALUE:name | lower | indent}",
      "bad-filter",
      "the filter `indent` needs a number of spaces, 0 to 40",
      "Write `| indent 4`; filters are put in a row with `|`.",
      25,
    ],
    [
      "${VALUE:name | indent(2)}",
      "bad-filter",
      "the filter `indent` takes a number of spaces, 0 to 40, not `(2)`",
      "Write `| indent 2`; filters are put in a row with `|`.",
      15,
    ],
    [
      "${VALUE:name | indent 400}",
      "bad-filter",
      "the filter `indent` takes a number of spaces, 0 to 40, not `400`",
      "Write `| indent 4`; filters are put in a row with `|`.",
      15,
    ],
    [
      "${VALUE:list | join ,}",
      "bad-filter",
      "the filter `join` takes a text in quotes that stands between, not `,`",
      'Write `| join ", "`; filters are put in a row with `|`.',
      15,
    ],
    [
      "${VALUE:name | lower upper}",
      "bad-filter",
      "the filter `lower` takes nothing, and `upper` follows it",
      "Write `| lower`; filters are put in a row with `|`.",
      15,
    ],
    [
      '${VALUE:list | join "}"}',
      "bad-filter",
      "the text that `join` takes has no closing quote",
      "A reference ends at the first `}`: write one as `\\u007d` in a text.",
      15,
    ],
    [
      `\${VALUE:name${" | lower".repeat(9)}}`,
      "bad-filter",
      "more than 8 filters stand in a row",
      "Leave out those that change nothing.",
      77,
    ],
  ])("say what is wrong with %s", (template, code, message, suggestion, offset) => {
    expect(made(template).problems).toEqual([{ code, message, suggestion, offset, pointer: "" }]);
    expect(parseTemplate(template).problems).toEqual([{ code, message, suggestion, offset }]);
  });

  it.each([
    [
      "${VALUE:settings | lower}",
      "`${VALUE:settings | lower}` takes a text for `lower`, and this is an object",
      "Make a text of it first: `| json` or `| yaml`.",
    ],
    [
      "a ${VALUE:list | base64}",
      "`${VALUE:list | base64}` takes a text for `base64`, and this is a list",
      'Make a text of it first: `| join ", "`, `| json` or `| yaml`.',
    ],
    [
      "${VALUE:name | join ','}",
      '`${VALUE:name | join ","}` takes a list for `join`, and this is a text',
      "Leave out `join`; it puts the members of a list in a row.",
    ],
    [
      "${VALUE:lists | join ','}",
      '`${VALUE:lists | join ","}` takes a list of texts, numbers and booleans for `join`, and a list is in this one',
      "Write `| json` for a list of such members.",
    ],
    [
      "${SECRET:token | join ','}",
      '`${SECRET:token | join ","}` takes a list for `join`, and this is a text',
      "Leave out `join`; it puts the members of a list in a row.",
    ],
  ])("say what they can't take: %s", (template, message, suggestion) => {
    expect(made(template).problems).toMatchObject([{ code: "filter-type", message, suggestion }]);
  });

  it("are text of the shell in scripts, unless the whole is one of our references", () => {
    expect(findReferences("${VALUE:a | json} ${HOME | x} ${VALUE:a | nothing}")).toEqual([
      { source: "VALUE", name: "a", filters: [{ name: "json" }], start: 0, end: 17 },
    ]);
  });

  it("end before a text is as large as a machine", () => {
    const bomb: Found = { type: "value", value: "\\".repeat(100_000) };
    const found = resolve(`\${VALUE:x${" | json".repeat(8)}}`, () => bomb);
    expect(found.problems).toMatchObject([{ code: "value-bomb" }]);
    const lines: Found = { type: "value", value: "a\n".repeat(1_000_000) };
    expect(resolve("${VALUE:x | indent 40}", () => lines).problems).toMatchObject([{ code: "value-bomb" }]);
  });
});

describe("what is kept of filters", () => {
  it.each([
    ["${SECRET:token|base64}", "${SECRET:token | base64}"],
    ["a ${SECRET:token | json | indent 2:-x} b", "a ${SECRET:token | json | indent 2} b"],
    ["${ENV:URL | lower}", "${ENV:URL | lower}"],
    ["${VAR:task:LATER |  json}", "${VAR:task:LATER | json}"],
    ["${VALUE:list | join '$'}", "a$2$false"],
  ])("of %s: %s", (template, stored) => {
    expect(made(template).stored).toBe(stored);
    expect(made(stored).stored).toBe(stored);
  });

  it("is unknown as long as the value is, and a text", () => {
    expect(made("${VAR:task:LATER | json}").unknowns).toEqual(new Map([["", ["task:LATER"]]]));
    expect(made("${VAR:task:LATER | json}").unknownTypes).toEqual(new Map([["", "string"]]));
    const { unknowns, stored } = made("${VAR:task:PARTLY | yaml}");
    expect(unknowns).toEqual(new Map([["", ["task:PARTLY"]]]));
    expect(stored).toBe("${VAR:task:PARTLY | yaml}");
  });

  it("leaves notes alone that stand in place of secrets", () => {
    expect(made("${SECRET:hidden | base64}").value).toBe("(hidden)");
    expect(made("${SECRET:unset | upper}").value).toBe("(secret unset is not set here)");
    expect(made("${SECRET:unset | upper}").missing).toEqual(new Map([["", ["unset"]]]));
  });
});

const argument: { readonly [name in FilterName]?: fc.Arbitrary<string | number> } = {
  json: fc.nat(40),
  indent: fc.nat(40),
  join: fc.string({ unit: "binary", maxLength: 6 }).map((text) => text.toWellFormed()),
};
const filter = fc
  .constantFrom(...filterNames)
  .chain((name) =>
    (argument[name] ?? fc.constant(undefined)).map((given) =>
      given === undefined ? { name } : { name, argument: given },
    ),
  );

/** What can't be told from other text when it is looked for. */
const longSecret = fc
  .tuple(
    fc.constantFrom("correct Horse", 'Quo"te\\d pass', "Straße; ÉTÉ", "two\nlong lines\nhere"),
    fc.string({ unit: "grapheme", maxLength: 20 }),
  )
  .map(([word, more]) => `${word}-${more}-Battery Staple`);

describe("for all filters", () => {
  it("what is written reads as what it was made of", () => {
    fc.assert(
      fc.property(
        fc.array(filter, { minLength: 1, maxLength: 8 }),
        fc.option(fc.constantFrom("", "x | y", " :- ")),
        (filters, fallback) => {
          const whole = { source: "VALUE", name: "a", filters, ...(fallback === null ? {} : { fallback }) } as const;
          const written = formatReference(whole);
          expect(parseTemplate(written)).toEqual({
            parts: [{ ...whole, start: 0, end: written.length }],
            problems: [],
          });
        },
      ),
    );
  });

  it("YAML and JSON read as the value, also indented", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(12), (value, spaces) => {
        const given = JSON.parse(JSON.stringify(value).toWellFormed()) as Json;
        const around = lookupWith(undefined, () => ({ type: "value", value: given }));
        expect(JSON.parse(resolve("${VALUE:x | json}", around).value)).toEqual(given);
        expect(JSON.parse(resolve("${VALUE:x | json 3}", around).value)).toEqual(given);
        expect(parse(`${resolve("${VALUE:x | yaml}", around).value}\n`)).toEqual(given);
        const gap = " ".repeat(spaces + 1);
        const below = resolve(`k:\n${gap}\${VALUE:x | yaml | indent ${spaces + 1}}\n`, around).value;
        expect(parse(below)).toEqual({ k: given });
        expect(parse(below, { version: "1.1" })).toEqual({ k: given });
      }),
      { numRuns: times(3_000, 100) },
    );
  });

  it("nothing of a secret is shown, whatever it went through, alone or inside of something", () => {
    fc.assert(
      fc.property(longSecret, fc.array(filter, { minLength: 1, maxLength: 4 }), fc.nat(2), (secret, filters, way) => {
        const redactor = createRedactor();
        redactor.add(secret);
        const found: Found =
          way === 0
            ? { type: "secret", value: secret, env: "X" }
            : { type: "sensitive", value: way === 1 ? `user:${secret}@host` : ["member", `before ${secret}`] };
        const conceal = (text: string): void => redactor.add(text);
        const lookup = lookupWith(filterWatch(redactor, conceal), () => found);
        const { value, problems } = resolve(formatReference({ source: "ENV", name: "X", filters }), lookup);
        if (problems.length > 0) return;
        const shown = redactor.text(value).toLowerCase();
        for (const word of ["battery", "c3rhcgxl", "u3rhcgxl", "u1rbue"]) expect(shown).not.toContain(word);
        const codes = filters.findLastIndex(({ name }) => name === "base64");
        if (codes !== -1) expect(shown.replaceAll(/[^a-z0-9]/g, "").length).toBeLessThan(12);
      }),
      { numRuns: times(5_000, 150) },
    );
  });

  it("a line of a secret is hidden however far YAML has indented it, and whatever is made of that", () => {
    const redactor = createRedactor();
    const secret = "two\nlong lines\nhere-Battery Staple";
    redactor.add(secret);
    const watch = filterWatch(redactor, (text) => redactor.add(text));
    const lookup = lookupWith(watch, () => ({ type: "sensitive", value: ["member", { inner: [`before ${secret}`] }] }));
    const shown = redactor.text(resolve("${VALUE:x | yaml | json | upper}", lookup).value);
    expect(shown).toContain("MEMBER");
    for (const word of ["BATTERY", "LONG LINES"]) expect(shown).not.toContain(word);
  });

  it("what merely stands beside a secret is shown", () => {
    const redactor = createRedactor();
    redactor.add("a-long-secret");
    const lookup = lookupWith(
      filterWatch(redactor, (text) => redactor.add(text)),
      () => ({
        type: "sensitive",
        value: { url: "https://a-long-secret@host", enabled: true, name: "Shop" },
      }),
    );
    expect(redactor.text(resolve("${VALUE:x | yaml}", lookup).value)).toBe(
      "url: https://***@host\nenabled: true\nname: Shop",
    );
    expect(redactor.text("enabled: true")).toBe("enabled: true");
  });
});
