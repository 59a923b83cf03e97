import { describe, expect, it } from "vitest";
import type { Json } from "../../../src/engine/json/json.ts";
import type { ValueDeclaration } from "../../../src/engine/model/project.ts";
import { environmentLookup } from "../../../src/engine/references/lookup.ts";
import { type GivenValue, Values } from "../../../src/engine/references/values.ts";
import { place } from "../samples.ts";

function declare(name: string, more: Partial<ValueDeclaration> = {}): ValueDeclaration {
  return {
    name,
    type: "string",
    required: false,
    contexts: {},
    locate: (pointer, options) => place(`${name}${pointer}`, options),
    ...more,
  };
}

const around = environmentLookup({
  environment: { USER: "mona" },
  github: { sha: "abc" },
  project: "storefront",
  command: "apply",
  context: "prod",
  inherited: "test",
  secrets: new Map(),
  trusted: true,
});

function values(
  declarations: readonly ValueDeclaration[],
  given: { readonly [name: string]: Json } = {},
  contexts = ["prod", "test"],
): Values {
  const all = new Map(
    Object.entries(given).map(([name, value]): [string, GivenValue] => [name, { value, origin: 'the input "values"' }]),
  );
  return new Values(declarations, all, contexts, around);
}

/** Code, message, place and suggestion of each problem. */
function problems(checked: Values): unknown[] {
  return checked.check().map(({ code, message, location, suggestion }) => [code, message, location?.file, suggestion]);
}

describe("precedence", () => {
  const full = declare("url", { default: "default", contexts: { prod: "context", test: "inherited", dev: "other" } });
  const { prod: _, ...withoutProd } = full.contexts;

  it.each([
    ["given", full, { url: "given" }],
    ["context", full, {}],
    ["inherited", { ...full, contexts: withoutProd }, {}],
    ["default", { ...full, contexts: { dev: "other" } }, {}],
  ])("%s", (expected, declaration, given) => {
    const all = values([declaration], given);
    expect(all.get("url")).toEqual({ type: "value", value: expected });
    expect(all.check()).toEqual([]);
  });

  it("null and false are values like others", () => {
    const all = values([declare("flag", { type: "boolean", default: true, contexts: { prod: false } })]);
    expect(all.get("flag")).toEqual({ type: "value", value: false });
  });
});

describe("types", () => {
  it.each([
    ["string", "", true],
    ["string", 1, "a string, not the number 1"],
    ["integer", 3, true],
    ["integer", 3.5, "an integer, not the number 3.5"],
    ["integer", 2 ** 60, `an integer, not the number ${2 ** 60}`],
    ["integer", "3", 'an integer, not the string "3"'],
    ["number", -0.5, true],
    ["number", "x".repeat(50), `a number, not the string "${"x".repeat(40)}…"`],
    ["boolean", false, true],
    ["boolean", "true", 'a boolean, not the string "true"'],
    ["array", [1], true],
    ["array", {}, "an array, not an object"],
    ["object", { a: 1 }, true],
    ["object", [], "an object, not a list"],
    ["object", null, "an object, not null"],
  ] as const)("%s takes %j: %s", (type, value, expected) => {
    const fromDefault = values([declare("v", { type, default: value as Json })]);
    const fromInput = values([declare("v", { type })], { v: value as Json });
    if (expected === true) {
      expect(fromDefault.get("v")).toEqual({ type: "value", value });
      expect(problems(fromDefault)).toEqual([]);
      expect(problems(fromInput)).toEqual([]);
    } else {
      expect(problems(fromDefault)).toEqual([["value-type", `value "v" must be ${expected}`, "v/default", undefined]]);
      const quoting =
        type === "string" && typeof value === "number" ? `Put it in quotes: \`v: "${value}"\`.` : undefined;
      expect(problems(fromInput)).toEqual([
        ["value-type", `value "v" must be ${expected} (from the input "values")`, undefined, quoting],
      ]);
      // Told here, and not again wherever it is used.
      expect(fromDefault.get("v")).toEqual({ type: "unknown", label: 'value "v"' });
    }
  });

  it("are checked after references are resolved", () => {
    const all = values([
      declare("port", { type: "integer", default: 80 }),
      declare("same", { type: "integer", default: "${VALUE:port}" }),
    ]);
    expect(all.get("same")).toEqual({ type: "value", value: 80 });
    expect(problems(values([declare("text", { type: "integer", contexts: { prod: "${ENV:USER}" } })]))).toEqual([
      ["value-type", 'value "text" must be an integer, not the string "mona"', "text/contexts/prod", undefined],
    ]);
  });
});

describe("what is missing", () => {
  it("matters when it is required, or used", () => {
    const all = values([declare("needed", { required: true }), declare("free")]);
    const suggestion = "Give it one under `contexts: {prod: …}`, a `default`, or set it with `values`.";
    expect(problems(all)).toEqual([
      ["value-required", 'value "needed" has no value in the context "prod"', "needed", suggestion],
    ]);
    expect(all.get("free")).toEqual({
      type: "missing",
      code: "value-missing",
      message: 'value "free" has no value in the context "prod"',
      suggestion,
    });
  });

  it("has a suggestion when the name is unknown", () => {
    const all = values([declare("apiUrl", { default: "x" })]);
    expect(all.get("apiUrk")).toEqual({
      type: "missing",
      code: "unknown-value",
      message: 'no value "apiUrk" is declared',
      suggestion: 'Did you mean "apiUrl"?',
    });
    expect(all.get("zzz")).toMatchObject({ suggestion: "Declare it under `spec.values` of a Values document." });
  });

  it("is also what is given and declared by nobody", () => {
    expect(problems(values([declare("apiUrl", { default: "x" })], { apiUrll: "y", other: 1 }))).toEqual([
      [
        "unknown-value",
        'the input "values" sets "apiUrll", which no Values document declares',
        undefined,
        'Did you mean "apiUrl"?',
      ],
      [
        "unknown-value",
        'the input "values" sets "other", which no Values document declares',
        undefined,
        "Declare it under `spec.values` of a Values document, or remove it.",
      ],
    ]);
  });
});

describe("references in values", () => {
  it("reach other values, the environment, the event and the run", () => {
    const all = values([
      declare("host", { default: "${ENV:USER}.example" }),
      declare("url", { default: "https://${VALUE:host}/${GITHUB:sha}/${OPUS:context}/${OPUS:inherited-context}" }),
    ]);
    expect(all.get("url")).toEqual({ type: "value", value: "https://mona.example/abc/prod/test" });
  });

  it("do not reach outputs and secrets", () => {
    expect(
      problems(values([declare("v", { default: "a ${VAR:t:K}" }), declare("w", { default: "${SECRET:s}" })])),
    ).toEqual([
      ["bad-reference", "a value can't refer to `${VAR:…}`", "v/default", "Use it in the spec of the task itself."],
      ["bad-reference", "a value can't refer to `${SECRET:…}`", "w/default", "Use it in the spec of the task itself."],
    ]);
  });

  it("are not resolved in what is given", () => {
    expect(values([declare("v")], { v: "${ENV:USER}" }).get("v")).toEqual({ type: "value", value: "${ENV:USER}" });
  });

  it("in a circle are an error that names it", () => {
    const found = problems(
      values([
        declare("a", { default: "${VALUE:b}" }),
        declare("b", { default: "x${VALUE:c}" }),
        declare("c", { default: "${VALUE:a}" }),
      ]),
    );
    expect(found[0]).toEqual(["value-cycle", 'value "a" refers to itself: a → b → c → a', "c/default", undefined]);
    // Told once, not at every value of the circle.
    expect(found).toHaveLength(1);
  });

  it("to oneself with a fallback are no circle that matters", () => {
    expect(values([declare("a", { default: "${VALUE:a:-start}" })]).get("a")).toEqual({
      type: "value",
      value: "start",
    });
  });

  it("that an untrusted run may not see make the value unknown", () => {
    const hidden = environmentLookup({
      environment: { USER: "mona" },
      github: {},
      project: "p",
      command: "plan",
      context: "c",
      inherited: undefined,
      secrets: new Map(),
      trusted: false,
    });
    const all = new Values(
      [declare("v", { default: "a ${ENV:USER}" }), declare("w", { default: "${VALUE:v}" })],
      new Map(),
      ["c"],
      hidden,
    );
    expect(all.get("w")).toEqual({ type: "unknown", label: "hidden from an untrusted run: ENV:USER" });
    expect(all.check()).toEqual([]);
  });
});

describe("what is wrong with inputs", () => {
  it("is told apart from what is wrong with the manifest", () => {
    const checked = values([declare("count", { type: "integer" }), declare("url", { required: true })], {
      count: "x",
      nope: 1,
    });
    expect(checked.check().map(({ code }) => code)).toEqual(["unknown-value", "value-type", "value-required"]);
    expect([...checked.wrongInputs].map(({ code }) => code)).toEqual(["unknown-value", "value-type"]);
  });

  it("is in every context that nobody declares a name", () => {
    const given = values([declare("url", { required: true })], { urls: 1 }, []);
    expect(given.checkGiven().map(({ message, suggestion }) => [message, suggestion])).toEqual([
      ['the input "values" sets "urls", which no Values document declares', 'Did you mean "url"?'],
    ]);
    expect([given.declares("url"), given.declares("urls")]).toEqual([true, false]);
  });
});
