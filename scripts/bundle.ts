import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ModuleDetectionKind, ModuleKind, ScriptTarget, transpileModule } from "typescript";
import { root } from "./action-file.ts";
import { asciiOnly } from "./ascii.ts";
import { lateModules, loadableChunks } from "./late-modules.ts";
import { digestFile, sourcesDigest } from "./sources.ts";
import { stripComments } from "./strip-comments.ts";

type Ncc = (
  entry: string,
  options: object,
) => Promise<{
  readonly code: string;
  readonly map?: string;
  readonly assets: { readonly [name: string]: { readonly source: string | Buffer } };
}>;

/** The source map is wanted only for the names of the files that went in: they tell whose licences to list. */
const options = {
  cache: false,
  minify: false,
  quiet: true,
  sourceMap: true,
  sourceMapRegister: false,
  target: "es2022",
};

/** Most manifests are read without it. A file of CommonJS can be loaded in the middle of a function that does not wait. */
const yamlFile = "yaml.cjs";

/**
 * Bundles the program.
 * @param entry the TypeScript file to begin with
 * @returns every file of dist/ by name; the same input gives the same bytes
 */
export async function bundle(entry = join(root, "src/index.ts")): Promise<Map<string, string>> {
  const ncc = createRequire(import.meta.url)("@vercel/ncc") as Ncc;
  const { code, map, assets } = await ncc(entry, { ...options, externals: { yaml: `./${yamlFile}` }, esm: true });
  const files = new Map<string, string>([["index.js", loadableChunks(lateModules(shipped(code), [yamlFile]))]]);
  const sources = map === undefined ? [] : sourcesOf(map);
  const yaml = await ncc(createRequire(import.meta.url).resolve("yaml"), options);
  files.set(yamlFile, shipped(yaml.code));
  sources.push(...sourcesOf(yaml.map ?? '{"sources":[]}'));
  for (const [name, { source }] of Object.entries(assets).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = source.toString();
    if (name.endsWith(".map")) sources.push(...sourcesOf(text));
    else if (/^\d+\.index\.js$/.test(name)) files.set(name, shipped(text));
    else if (name !== "package.json") throw new Error(`the bundle has a file that nobody expects: ${name}`);
  }
  const packages = bundledPackages(sources);
  if (packages.length === 0) throw new Error("no bundled package was found, so the licences can't be listed");
  files.set("post.js", postEntry());
  files.set("licenses.txt", packages.map(licence).join("\n\n"));
  // The files of dist/ are ES modules wherever they are copied to.
  files.set("package.json", `${JSON.stringify({ type: "module" }, null, 2)}\n`);
  // The tests refuse a bundle of other sources.
  files.set(digestFile, `${sourcesDigest()}\n`);
  return files;
}

/** The entry of the post step only says which step it is and loads the bundle, so it stays a file of its own. */
function postEntry(): string {
  const compilerOptions = {
    module: ModuleKind.ESNext,
    moduleDetection: ModuleDetectionKind.Force,
    target: ScriptTarget.ES2023,
    rewriteRelativeImportExtensions: true,
  };
  return transpileModule(readFileSync(join(root, "src/post.ts"), "utf8"), { compilerOptions }).outputText;
}

function sourcesOf(map: string): string[] {
  return (JSON.parse(map) as { sources: string[] }).sources;
}

/** What is shipped of a file. */
function shipped(code: string): string {
  return asciiOnly(oneRequire(stripComments(withoutMap(code))));
}

/** ncc makes a `require` for each module of Node that it loads, and each takes as long as some of these modules. */
function oneRequire(code: string): string {
  const declared = /^import \{ createRequire as (\w+) \} from "(?:node:)?module";\n/m.exec(code);
  if (declared === null) return code;
  const made = `${declared[1]}(import.meta.url)`;
  const [first = ""] = declared;
  return code
    .replaceAll(`${made}("`, '__nodeRequire("')
    .replace(first, () => `${first}const __nodeRequire = ${made};\n`);
}

function withoutMap(code: string): string {
  return `${code.replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, "").trimEnd()}\n`;
}

function bundledPackages(sources: readonly string[]): string[] {
  const names = new Set<string>();
  for (const source of sources) {
    const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source) ?? [];
    if (name !== undefined) names.add(name);
  }
  return [...names].sort();
}

function licence(name: string): string {
  const folder = join(root, "node_modules", name);
  const { license, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    license?: string;
    version: string;
  };
  const file = readdirSync(folder, { withFileTypes: true }).find(
    (entry) => entry.isFile() && /^licen[cs]e/i.test(entry.name),
  )?.name;
  if (file === undefined && license === undefined)
    throw new Error(`${name} is bundled and says nothing of its licence`);
  const text =
    file === undefined ? "" : `\n\n${readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim()}`;
  return `${name} ${version}\n${license ?? "see below"}${text}\n`;
}
