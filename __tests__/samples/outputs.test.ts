// What the pages show of outputs, files and JSON, held against what the program makes.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, expect, it } from "vitest";
import { root } from "./fences.ts";
import { type Made, makers, sources } from "./made.ts";
import { removeShops } from "./scenes.ts";
import { treatedAs } from "./treatments.ts";

afterAll(removeShops);

const outputs = treatedAs("output");

it("what makes an output has a sample on a page", () => {
  const used = [...outputs, ...treatedAs("tree")].map(({ treatment }) => treatment.scene);
  expect(Object.keys(makers).filter((name) => !used.includes(name))).toEqual([]);
});

it.each(outputs.map((one) => [one.fence.place, one] as const))(
  "%s shows what is made",
  async (place, { fence, treatment }) => {
    const { text = "" } = await made(place, treatment.scene);
    if (fence.language !== "json") {
      if (fence.text.startsWith("$ ")) {
        // Only the numbers and the words before them are others.
        const shape = (line: string): string =>
          line.replace(/(?:(?:created|updated|replaced|deleted) \d+(?:, )?)+/g, "…");
        const known = text.split("\n").map(shape);
        for (const line of fence.text.trimEnd().split("\n").slice(1)) expect(known).toContain(shape(line));
      } else expect(text.trimEnd()).toBe(fence.text.trimEnd());
      return;
    }
    const sample: unknown = JSON.parse(fence.text);
    expect(differences(sample, JSON.parse(text), "$", treatment.part)).toEqual([]);
    const schema = join(root, `schema/${treatment.scene}.json`);
    if (!existsSync(schema)) return;
    const ajv = new Ajv({ strict: false, allErrors: true });
    const validate = ajv.compile(withoutRequired(JSON.parse(readFileSync(schema, "utf8"))) as object);
    validate(filledIn(sample));
    expect(validate.errors ?? []).toEqual([]);
  },
);

it.each(treatedAs("tree").map((one) => [one.fence.place, one] as const))(
  "%s names what is there",
  async (place, { fence, treatment }) => {
    const { files = [] } = await made(place, treatment.scene);
    const entries = entriesOf(fence.text);
    expect(entries.length).toBeGreaterThan(2);
    const texts = sources();
    for (const { path, remark } of entries) {
      const pattern = patternOf(path);
      const isThere = files.some((file) => pattern.test(file));
      // There only for a while, or in some runs: its name is in the sources.
      const name = path.split("/").at(-1) ?? "";
      const isNow = !/\bwhile\b|going on|such a run|was renamed/.test(remark);
      expect([path, isThere || (!isNow && texts.includes(`"${name}"`))]).toEqual([path, true]);
    }
    if (treatment.scene === "repository") return;
    const patterns = entries.map(({ path }) => patternOf(path));
    expect(files.filter((file) => !file.startsWith(".") && !patterns.some((pattern) => pattern.test(file)))).toEqual(
      [],
    );
  },
);

it.each(treatedAs("drawing").map(({ fence }) => [fence.place, fence] as const))("%s is a drawing", (_, { text }) => {
  expect(text).toMatch(/^(flowchart (LR|TD|TB)|sequenceDiagram|stateDiagram-v2|graph (LR|TD))\n/);
  for (const [open, close] of ["[]", "()", "{}"].map((pair) => [...pair]))
    expect([open, text.split(open ?? "").length]).toEqual([open, text.split(close ?? "").length]);
  expect(text.split('"').length % 2).toBe(1);
});

async function made(place: string, scene: string): Promise<Made> {
  const make = makers[scene];
  if (!make) throw new Error(`${place}: made.ts knows no "${scene}", only ${Object.keys(makers).join(", ")}`);
  return await make();
}

/** Where a sample of JSON has other fields, or others types, than what was made. `{}`, null and "…" stand for anything. */
function differences(sample: unknown, made: unknown, path: string, part: boolean): string[] {
  if (sample === null || made === null || made === undefined) return [];
  if (Array.isArray(sample) && Array.isArray(made))
    return made.length === 0 ? [] : sample.flatMap((one) => differences(one, made[0], `${path}[]`, part));
  if (typeof sample !== typeof made || Array.isArray(sample) !== Array.isArray(made))
    return [`${path} is no ${typeof sample}`];
  if (typeof sample !== "object" || typeof made !== "object" || Object.keys(sample).length === 0) return [];
  const [shown, real] = [sample as { readonly [key: string]: unknown }, made as { readonly [key: string]: unknown }];
  const missing = Object.keys(real).filter((key) => !(key in shown));
  return [
    ...(part ? [] : missing.map((key) => `${path}.${key} is not in the sample`)),
    ...Object.entries(shown).flatMap(([key, value]) =>
      key in real ? differences(value, real[key], `${path}.${key}`, part) : [`${path}.${key} is in the sample alone`],
    ),
  ];
}

/** Text with `…` stands for what it abbreviates. */
function filledIn(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((one) => filledIn(one, key));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filledIn(one, name)]));
  if (typeof value !== "string" || !value.includes("…")) return value;
  if (value.startsWith("sha256:")) return `sha256:${"0".repeat(64)}`;
  if (key === "url") return "https://github.com/octo/storefront";
  return value.replace("…", "0000-4000-8000-000000000000");
}

/** The same schema, for a part of what it describes. */
function withoutRequired(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutRequired);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !(key === "required" && Array.isArray(value)))
      .map(([key, value]) => [key, withoutRequired(value)]),
  );
}

interface Entry {
  readonly path: string;
  readonly remark: string;
}

/** The lines of a tree, indented below the folder that they are in; several names in a line are in the same folder. */
function entriesOf(text: string): readonly Entry[] {
  const folders: { readonly depth: number; readonly path: string }[] = [];
  return text.split("\n").flatMap((line) => {
    const [, space = "", names = "", remark = ""] = /^( *)(\S+(?: [\w-]+\/(?= |$))*)(?: +(.*))?$/.exec(line) ?? [];
    if (names === "" || !/[./]/.test(names)) return [];
    while ((folders.at(-1)?.depth ?? -1) >= space.length) folders.pop();
    const base = folders.at(-1)?.path ?? "";
    const paths = names.split(" ").map((name) => base + name);
    const [first = ""] = paths;
    if (first.endsWith("/")) folders.push({ depth: space.length, path: first });
    return paths.map((path) => ({ path, remark }));
  });
}

/** `<name>` stands for any. A folder is there when something is in it. */
function patternOf(path: string): RegExp {
  const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/<[\w-]+>/g, "[^/]+");
  return new RegExp(`^${escaped}${path.endsWith("/") ? "" : "$"}`);
}
