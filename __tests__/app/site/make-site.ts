import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { metadata } from "../../../src/action/metadata.generated.ts";
import { withEnvironment, withJobToken } from "../../../src/action/raw-inputs.ts";
import { runSite } from "../../../src/app/site/site-command.ts";
import { parseSiteArguments } from "../../../src/cli/site-arguments.ts";
import { hostIn } from "../../doubles/host.ts";

export interface MadeSite {
  readonly exitCode: number;
  /** Standard output, and standard error. */
  readonly log: string;
  /** Absolute. */
  readonly folder: string;
  /** Paths of all files, sorted. */
  files(): readonly string[];
  read(path: string): string;
  json(path: string): Json;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look at it as a consumer of its JSON does
type Json = any;

/** Runs `opus site --out site` from the sources. */
export async function makeSite(
  directory: string,
  args: readonly string[] = ["--state-backend", "branch"],
  env: { readonly [name: string]: string } = {},
): Promise<MadeSite> {
  const environment = { PATH: process.env.PATH, HOME: "/nonexistent", GIT_CONFIG_GLOBAL: "/dev/null", ...env };
  const out = args.includes("--out") ? [] : ["--out", "site"];
  const parsed = await parseSiteArguments([...out, ...args], metadata);
  if (parsed.type !== "site") throw new Error(JSON.stringify(parsed));
  const lines: string[] = [];
  const host = hostIn(directory, { version: "1.2.3", environment });
  const console = { line: (text: string) => void lines.push(text) };
  const output = { console: console as never, data: async () => {}, error: (text: string) => void lines.push(text) };
  const raw = withJobToken(withEnvironment(parsed.raw, environment), environment);
  const exitCode = await runSite({ ...parsed, raw }, host, output);
  const folder = join(directory, parsed.out);
  return {
    exitCode,
    log: lines.join("\n"),
    folder,
    files: () => (existsSync(folder) ? filesBelow(folder) : []),
    read: (path) => readFileSync(join(folder, path), "utf8"),
    json: (path) => JSON.parse(readFileSync(join(folder, path), "utf8")),
  };
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** What a person sees of a page: the text between its tags. */
export function shownText(page: string): string {
  const body = page.slice(page.indexOf("<body>"), page.indexOf("<script"));
  const text = body.replace(/<(?:\/?(?:p|div|li|tr|dt|dd|h\d)|br)\b[^>]*>/g, "\n").replace(/<[^>]*>/g, "");
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/[ \t]*\n\s*/g, "\n");
}
