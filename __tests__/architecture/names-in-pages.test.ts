// Names that pages set as code: each is one that the sources have, or a word of others that stands in the list below.
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { metadata } from "../../src/action/metadata.generated.ts";
import { commandHelp } from "../../src/cli/command-help.ts";
import { flagName } from "../../src/cli/flags.ts";
import { terminalFlags } from "../../src/cli/help.ts";
import { stateFlags, wholeFlags } from "../../src/cli/state-commands.ts";
import { type ToolRow, tools } from "../../src/cli/tools.ts";
import { builtInCommands } from "../../src/engine/model/commands.ts";
import { readPages, root } from "./pages.ts";

/** Words that are not ours: of other programs, of systems, of the library of before, and of what pages make up. */
const others: readonly string[] = [
  // Programs and systems.
  ...[
    "setsid",
    "trap",
    "sudo",
    "tee",
    "rescue",
    "force-unlock",
    "local-exec",
    "tfvars",
    "bash.exe",
    "CON",
    "NUL",
    "COM1",
  ],
  ...["Infinity", "fs.writeFileSync", "process.stdout._write", "yaml.schemas", "NODE_COMPILE_CACHE"],
  // GitHub, HTTP and network.
  ...["fromJSON", "timezone", "cron", "sub", "CODEOWNERS", "CNAME", "Range", "x-access-token"],
  // The Python library.
  ...["TaskProcessStore", "StatePersistence", "VariableStore", "Hooks", "ResolveTaskSpecVariablesHook", "ShellScript"],
  ...["TaskProcessingHook", "TaskPostProcessingStateUpdateHook", "GeneralErrorHook", "WriteFile", "WebDownloadFile"],
  ...["GitRepo", "ParameterValidation", "magnum_opus.operarius"],
  // Names of a reader's own.
  ...["pr-12", "pr-123", "lock-7", "alert-hook", "production", "db", "PET", "ACME"],
];

const read = (path: string): string => readFileSync(join(root, path), "utf8");
const files = (...patterns: readonly string[]): readonly string[] => globSync([...patterns], { cwd: root });
const code = files("src/**/*.ts", "sdk/**/*.js", "sdk/**/*.ts")
  .map((path) => read(path).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ""))
  .join("\n");

/** Keys and values of data. */
function namesOfData(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  return [...keys, ...Object.values(value).flatMap(namesOfData)];
}

/** Whole texts in quotes, names of members, keys of data: never words of a sentence. */
const names = new Set([
  ...[...code.matchAll(/(["'`])([\w./@-]+)\1/g)].map(([, , text = ""]) => text),
  ...[...code.matchAll(/([A-Za-z_$][\w$]*)\??\s*[:(,}<=;]/g)].map(([, name = ""]) => name),
  ...files("schema/*.json").flatMap((path) => namesOfData(JSON.parse(read(path)))),
  ...metadata.inputs.map(({ name }) => name),
  ...[...read("action.yml").matchAll(/^ {2}([\w-]+):/gm)].map(([, name = ""]) => name),
  ...files("examples/workflows/*.yml", "__tests__/**/*.test.ts", ".github/**/*.yml").map((path) => basename(path)),
  ...others,
]);
/** Variables stand within texts, too: in lists, and in patterns. */
const variables = new Set([...(code.match(/[A-Z][A-Z0-9_]+/g) ?? []), ...names]);

/** What pages set as code and what looks so, with its page; without what a sample of the same page has. */
function named(pattern: RegExp): readonly (readonly [page: string, name: string])[] {
  return readPages().flatMap(({ path, prose, code: samples }) => {
    const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
    const own = [...new Set(spans)].filter((span) => pattern.test(span) && !samples.includes(span));
    return own.map((name) => [path, name] as const);
  });
}

describe("what pages name is there:", () => {
  it.each([
    ["words", /^[a-z]+$/, 200],
    ["words with hyphens", /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/, 120],
    ["fields", /^[a-z]+([A-Z][a-z0-9]*)+$/, 50],
    ["kinds and the like", /^[A-Z][a-z]\w*$/, 25],
  ])("%s", (_, pattern, least) => {
    const found = named(pattern);
    expect(found.length).toBeGreaterThan(least);
    expect(found.filter(([, name]) => !names.has(name))).toEqual([]);
  });

  it("variables and outputs", () => {
    const found = named(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
    expect(found.length).toBeGreaterThan(70);
    expect(found.filter(([, name]) => !variables.has(name))).toEqual([]);
  });

  it("paths of fields, such as `spec.http.allow`", () => {
    // Expressions of GitHub have names of a reader's own; those of this action's outputs are tried where workflows are.
    const found = named(/^(?!steps\.|needs\.|github\.)[A-Za-z]\w*(\.[\w-]+|\[\])+$/);
    expect(found.length).toBeGreaterThan(40);
    const parts = (name: string): readonly string[] => name.split(/\.|\[\]/).filter((part) => part !== "");
    expect(found.filter(([, name]) => !names.has(name) && !parts(name).every((part) => names.has(part)))).toEqual([]);
  });

  it("flags", () => {
    const rows = [...terminalFlags, ...stateFlags, ...Object.values<ToolRow>(tools).flatMap(({ flags }) => flags)];
    const site = read("src/cli/site-arguments.ts").match(/(?<=")--[\w-]+/g) ?? [];
    const inputs = metadata.inputs.flatMap(({ name }) => [`--${name}`, `--no-${name}`]);
    const flags = new Set([...rows.map((row) => `--${flagName(row)}`), ...wholeFlags.map((name) => `--${name}`)]);
    for (const flag of [...site, ...inputs, "--no-color", "--help", "--version"]) flags.add(flag);
    // Of git, and of Node.
    for (const flag of ["--first-parent", "--frozen-intrinsics", "--permission"]) flags.add(flag);
    const found = named(/^--[\w-]+$/);
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(([, flag]) => !flags.has(flag))).toEqual([]);
  });

  it("the flags and inputs that the help of a command lists", () => {
    const all = [...metadata.inputs.map(({ name }) => name), ...terminalFlags.map(flagName)];
    for (const [command, { flags }] of Object.entries(commandHelp))
      expect([command, flags.filter((flag) => !all.includes(flag))]).toEqual([command, []]);
    expect(Object.keys(commandHelp).sort()).toEqual([...Object.keys(builtInCommands), "debug-info"].sort());
  });
});

it("descriptions of inputs, outputs and of the schemas name what is there", () => {
  const schemas = files("schema/*.json").flatMap((path) =>
    [...read(path).matchAll(/"(?:description|markdownDescription)": "((?:[^"\\]|\\.)*)"/g)].map(
      ([, text = ""]) => [path, text] as const,
    ),
  );
  const texts = [...schemas, ["action.yml", read("action.yml")] as const];
  const found = texts.flatMap(([path, text]) =>
    [...text.matchAll(/`([A-Za-z][\w-]*)`/g)].map(([, name = ""]) => [path, name] as const),
  );
  expect(found.length).toBeGreaterThan(60);
  expect(found.filter(([, name]) => !names.has(name) && !variables.has(name))).toEqual([]);
});
