import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { bare, general, load } from "../../scripts/schemas.ts";
import { shorterChecks } from "../../scripts/shorter-checks.ts";
import { builtInKinds } from "../../src/processors/built-in.ts";
import { type Checks, lateChecks, validators } from "../../src/schema/validators.generated.js";

const names = { ...general, ...Object.fromEntries(builtInKinds.map(({ kind, schema }) => [kind, schema])) };

async function checksOf(name: string): Promise<Checks> {
  const checks = validators[name.toLowerCase()] ?? (await lateChecks[name]?.());
  if (!checks) throw new Error(`${name} has no checks`);
  return checks;
}

const samples = [
  "hello-world/opus.yaml",
  "storefront/opus.yaml",
  "fetch-tool/opus.yaml",
  "http-resource/powerdns/opus.yaml",
].flatMap((name) =>
  parseAllDocuments(readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8")).map((one) => one.toJS()),
);
const odd = [null, true, -1, 1.5, "", "x", [], ["", ""], { "a/b~c": 1 }];

/** A value with each place in it changed in turn, to something odd or to nothing, and each key misspelt. */
function* changed(value: unknown): Generator<unknown> {
  yield* odd;
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const others = Object.entries(value).filter(([other]) => other !== key);
    if (Array.isArray(value)) {
      for (const one of changed(member)) yield value.map((other, index) => (String(index) === key ? one : other));
      continue;
    }
    yield Object.fromEntries(others);
    yield Object.fromEntries([...others, [`${key}/~`, member]]);
    for (const one of changed(member)) yield Object.fromEntries([...others, [key, one]]);
  }
}

describe("the shorter checks", () => {
  for (const [name, file] of Object.entries(names)) {
    it(`of ${name} find what ajv finds`, async () => {
      const options = { allErrors: true, strictRequired: false, strictTypes: false, allowUnionTypes: true } as const;
      const ajv = new Ajv({ ...options, strict: true, messages: false, loopEnum: 20, loopRequired: 20 }).compile(
        bare(load(file)),
      );
      const { validate } = await checksOf(name);
      let wrong = 0;
      for (const whole of samples)
        for (const one of changed(Object.hasOwn(general, name) ? whole : whole.spec)) {
          const [found, wanted] = [validate(one), ajv(one)];
          if (!wanted) wrong++;
          if (found !== wanted || JSON.stringify(validate.errors) !== JSON.stringify(ajv.errors))
            expect(validate.errors, JSON.stringify(one)).toEqual(ajv.errors);
        }
      expect(wrong).toBeGreaterThan(100);
    });
  }

  it("are not made of code that is written in another way", () => {
    const error = 'const err0 = {schemaPath:"#/type",instancePath,keyword:"type",params:{}};';
    expect(() => shorterChecks(error)).toThrow("ajv writes its checks in another way than it did");
    expect(() => shorterChecks('const schema1 = {"type":"object"};\nuse(schema1);')).toThrow(
      "schema1 is read as a whole",
    );
  });
});
