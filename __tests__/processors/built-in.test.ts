import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { builtInKinds, loadKinds, makerOf, specRules } from "../../src/processors/built-in.ts";
import { kindsWithSchema, loadSchemas, validateSpec } from "../../src/schema/validate.ts";

const nothing = () => {
  throw new Error("nothing is called");
};
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

it("what few runs need is there once it is loaded, and says so when it is asked before", async () => {
  const late = builtInKinds.filter((kind) => "load" in kind);
  expect(late.map(({ kind }) => kind)).toEqual(["HttpResource", "Download", "Probe", "Folder"]);
  for (const kind of late) {
    expect(makerOf(kind)).toBeUndefined();
    await loadKinds(new Set(["File", "toString"]));
    await loadSchemas(["File", "toString"]);
    expect(makerOf(kind)).toBeUndefined();
    expect(() => validateSpec("opus/v1", kind.kind, {})).toThrow(`the checks of ${kind.kind} are not loaded`);
  }
});

describe.each(builtInKinds)("the built-in kind $kind", async (kind) => {
  // What is collected comes before any test: the one above needs what is not loaded.
  const make = "make" in kind ? kind.make : await kind.load();
  const processor = make({
    files: {} as never,
    hash: nothing,
    validate: nothing,
    run: nothing,
    environment: {},
  });

  it("makes its processor, which says the same of its specs as the list", () => {
    expect([processor.apiVersion, processor.kind]).toEqual(["opus/v1", kind.kind]);
    expect(processor.fields?.verbatim).toEqual(kind.spec.verbatim);
    expect(processor.known?.outputNames).toEqual(kind.spec.outputNames);
  });

  it("has a schema with the fields that its rules name", () => {
    const schema = JSON.parse(read(kind.schema));
    expect(schema.title).toBe(kind.kind);
    const { verbatim = [], paths = {}, globs = [], variables = [] } = kind.spec;
    for (const field of [...verbatim, ...Object.keys(paths), ...globs, ...variables])
      expect(Object.keys(schema.properties)).toContain(field);
    expect(kindsWithSchema("opus/v1")).toContain(kind.kind);
  });

  it("has a page, which the pages about kinds lead to", () => {
    const page = read(kind.docs);
    expect(page).toMatch(new RegExp(`^# ${kind.kind}\n`));
    for (const field of Object.keys(JSON.parse(read(kind.schema)).properties)) expect(page).toContain(`\`${field}\``);
    // What `npm run docs` makes, in the same order for each kind.
    const [, reference = ""] = page.split("\n## Reference\n");
    const titles = [...reference.matchAll(/^### (.*)$/gm)].map(([, title]) => title);
    expect(titles).toEqual(["Fields", "Outputs it has", "Commands", "In a preview", "What counts as drift"]);
    const { required = [], properties } = JSON.parse(read(kind.schema));
    for (const field of Object.keys(properties))
      expect(reference).toMatch(
        new RegExp(`^- \`${field}\` \\(.*${required.includes(field) ? ", required" : ""}`, "m"),
      );
    expect(read("README.md")).toContain(`[${kind.kind}](${kind.docs})`);
    expect(read("docs/manifest.md")).toContain(`[${kind.kind}](${kind.docs.replace("docs/", "")})`);
  });
});

it("kinds with names of ours and another apiVersion are not read like ours", () => {
  expect(specRules()("opus/v1", "Shell")?.variables).toEqual(["env"]);
  expect(specRules()("example.com/v1", "Shell")).toBeUndefined();
  expect(specRules()("opus/v1", "toString")).toBeUndefined();
});
