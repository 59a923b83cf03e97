// Small inputs that would hang or exhaust a run, through the bundle: each ends soon, with what people are told.
import { describe, expect, it } from "vitest";
import { Rig } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{input: true}]
`;
const file = (metadata = "{name: f}", content = "x") =>
  `---\napiVersion: opus/v1\nkind: File\nmetadata: ${metadata}\nspec: {path: out.txt, content: "${content}"}\n`;
const values = (lines: readonly string[]) =>
  `---\napiVersion: opus/v1\nkind: Values\nmetadata: {name: v}\nspec:\n  values:\n${lines.map((line) => `    ${line}\n`).join("")}`;
/** Values of which each is made of the one before it. */
const chain = (count: number, type: string, first: string, next: (before: string) => string) =>
  values([
    `v0: {type: ${type}, default: ${first}}`,
    ...Array.from({ length: count }, (_, at) => `v${at + 1}: {type: ${type}, default: ${next(`\${VALUE:v${at}}`)}}`),
  ]);

const limit = { timeout: 60_000 };
const long = "a".repeat(60);

async function planned(manifest: string, inputs: { readonly [name: string]: string } = {}, files = {}) {
  using rig = new Rig();
  rig.write("opus.yaml", manifest);
  for (const [path, text] of Object.entries(files)) rig.write(path, String(text));
  const { exitCode, outputs, report } = await rig.step({ command: "plan", context: "dev", ...inputs });
  const errors = (report.diagnostics as readonly { code: string; message: string; line: number | null }[]).map(
    ({ code, message, line }) => `${line ?? ""} ${code}: ${message}`,
  );
  return { exitCode, reason: outputs["failure-reason"], creates: outputs["to-create"], errors };
}

describe.concurrent("globs that match in many ways", () => {
  const hostile = [`${"*a".repeat(30)}b`, "(a+)+b", `${"[a-z]*".repeat(40)}1`];

  it.for(hostile)("%s: a scope, files that are hashed, and targets", limit, async (glob, { expect: check }) => {
    const scoped = file(`{name: f, processingScope: [{contexts: ["${glob}"]}]}`);
    check(await planned(project + scoped, { context: long })).toMatchObject({ exitCode: 0, creates: "0" });
    const shell = `---\napiVersion: opus/v1\nkind: Shell\nmetadata: {name: s}\nspec: {create: "true", inputs: ["${glob}"]}\n`;
    check(await planned(project + shell, {}, { [long]: "x" })).toMatchObject({ exitCode: 0, creates: "1" });
    check(await planned(project + file(`{name: ${long}}`), { target: glob })).toMatchObject({
      exitCode: 1,
      errors: [` unknown-target: target "${glob}" matches no task`],
    });
  });

  it("that can't be matched are refused where they stand", limit, async ({ expect: check }) => {
    const scoped = file('{name: f, processingScope: [{contexts: ["a!(b)"]}]}');
    check(await planned(project + scoped)).toEqual({
      exitCode: 1,
      reason: "invalid-manifest",
      creates: "0",
      errors: ['9 invalid-value: the glob "a!(b)" has `!(…)` as a part; it can only be the whole pattern'],
    });
  });
});

describe.concurrent("values of values", () => {
  const tooLarge = "larger than is allowed (100,000 values or 16 MiB of text)";

  it("that double are refused where they become too large, used or not", limit, async ({ expect: check }) => {
    const lists = chain(30, "array", "[x]", (before) => `["${before}", "${before}"]`);
    check(await planned(project + lists + file())).toMatchObject({
      exitCode: 1,
      reason: "invalid-manifest",
      errors: [`28 value-bomb: with \`\${VALUE:v15}\` filled in, references make this ${tooLarge}`],
    });
    const texts = chain(40, "string", "x", (before) => `"${before}${before}"`);
    check(await planned(project + texts + file())).toMatchObject({
      exitCode: 1,
      reason: "invalid-manifest",
      errors: [`37 value-bomb: with \`\${VALUE:v24}\` filled in, references make this ${tooLarge}`],
    });
  });

  it("may stand in a chain of any length, and in each other 100 levels deep", limit, async ({ expect: check }) => {
    const texts = chain(5_000, "string", "end", (before) => `"${before}"`);
    check(await planned(project + texts + file(undefined, "${VALUE:v5000}"))).toMatchObject({
      exitCode: 0,
      creates: "1",
      errors: [],
    });
    const lists = chain(500, "array", "[x]", (before) => `["${before}"]`);
    check(await planned(project + lists + file())).toMatchObject({
      exitCode: 1,
      reason: "invalid-manifest",
      errors: ["112 too-deep: with `${VALUE:v99}` filled in, this is nested more than 100 levels deep"],
    });
  });
});

it("names that nobody declares, by the ten thousand, are counted", limit, async () => {
  const declared = values(Array.from({ length: 5_000 }, (_, at) => `value${at}abc: {type: string, default: x}`));
  const given = Array.from({ length: 20_000 }, (_, at) => `vaule${at}abc: x`).join("\n");
  const { exitCode, errors } = await planned(
    project + declared + file(),
    { "values-file": "v.yaml" },
    { "v.yaml": given },
  );
  expect([exitCode, errors.length]).toEqual([1, 51]);
  expect(errors[0]).toBe('1 unknown-value: v.yaml sets "vaule0abc", which no Values document declares');
  expect(errors).toContain(" unknown-value: 19950 further names are set that no Values document declares");
});
