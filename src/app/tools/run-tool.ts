import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join, relative, resolve as resolvePath, sep } from "node:path";
import { listParts } from "../../action/input-reader.ts";
import type { Options } from "../../cli/flags.ts";
import type { ToolRequest } from "../../cli/tool-arguments.ts";
import { renderDiagnostic } from "../../engine/diagnostics/code-frame.ts";
import type { DiagnosticCode } from "../../engine/diagnostics/codes.ts";
import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import { terminalSurface } from "../../engine/text/surface.ts";
import { plural } from "../../hooks/rendering/labels.ts";
import { readManifest } from "../../manifest/load.ts";
import { decode } from "../../manifest/yaml/decode.ts";
import { manifestFiles } from "../../node/workspace/manifest-files.ts";
import { openWorkspace, type Workspace } from "../../node/workspace/workspace.ts";
import { specRules } from "../../processors/built-in.ts";
import { loadBuiltIn } from "../load/load-built-in.ts";

/** What holds docs/: the program lies in dist/, and the pages beside that. */
const docsRoot = join(import.meta.dirname, "..");

/** What a small program of the terminal has. */
export interface ToolEnv {
  /** Absolute: the folder of the call. */
  readonly directory: string;
  /** Prints text on standard output. */
  print(text: string): void;
  /** Says a line on standard error. */
  say(line: string): void;
}

/** Runs a small program of the terminal. @returns the exit status */
export async function runTool({ name, operands, options }: ToolRequest, env: ToolEnv): Promise<number> {
  const folder = resolvePath(env.directory, String(options.workingDirectory ?? "."));
  switch (name) {
    case "init": {
      const { init } = await import("../init/init.ts");
      const template = options.template === undefined ? undefined : String(options.template);
      const program = import.meta.dirname;
      const refuse = (message: string) => refused(env, message);
      return init({ folder, template, program }, { say: (line) => env.print(`${line}\n`), refuse });
    }
    case "explain": {
      const { explain } = await import("./explain.ts");
      const explained = explain(operands[0], codePage);
      return explained.ok ? printed(env, `${explained.text}\n`) : refused(env, explained.error);
    }
    case "graph":
      return drawn(folder, options, env);
    case "fmt":
      return formatted(folder, operands, options, env);
    case "docs":
      return served(options, env);
    case "completion":
      return completed(operands[0] ?? "", env);
  }
}

function printed({ print }: ToolEnv, text: string): number {
  print(text);
  return 0;
}

function refused({ say }: ToolEnv, message: string): number {
  say(`opus: ${message}`);
  return 1;
}

/** The page of a code, beside the program; undefined: it is not there. @param code one that there is */
function codePage(code: string): string | undefined {
  try {
    return readFileSync(join(docsRoot, "docs/codes", `${code}.md`), "utf8");
  } catch {
    return undefined;
  }
}

/** Serves the docs until the process is told to end. */
async function served(options: Options, env: ToolEnv): Promise<number> {
  const text = String(options.port ?? "0");
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    return refused(env, `--port must be a number from 0 to 65535, not "${text}"`);
  const { serveDocs } = await import("../docs/serve-docs.ts");
  try {
    const { url, close } = await serveDocs(docsRoot, port);
    env.print(`The docs are at ${url} until you press Ctrl-C.\n`);
    await new Promise<void>((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    });
    close();
    return 0;
  } catch (error) {
    return refused(env, `the docs can't be served: ${(error as Error).message}`);
  }
}

async function completed(shell: string, env: ToolEnv): Promise<number> {
  const { renderCompletion, shells } = await import("../../cli/completion.ts");
  const found = shells.find((one) => one === shell);
  if (found === undefined) return refused(env, `there is a completion for ${shells.join(", ")}, not for "${shell}"`);
  const { metadata } = await import("../../action/metadata.generated.ts");
  return printed(env, renderCompletion(found, metadata));
}

/** Files and globs of the manifest, as they were given. */
function patternsOf({ manifest }: Options): readonly string[] {
  const given = (Array.isArray(manifest) ? manifest : [manifest ?? ""]).flatMap((one) => listParts(String(one)));
  const patterns = given.map((one) => one.trim()).filter((one) => one !== "");
  return patterns.length === 0 ? ["opus.yaml"] : patterns;
}

/**
 * The manifest of a folder; undefined: what is wrong with it was said.
 * @param counts which errors are told: all, unless somebody has no use for the others
 */
async function loaded(
  folder: string,
  patterns: readonly string[],
  { say }: ToolEnv,
  counts: (diagnostic: Diagnostic) => boolean = () => true,
) {
  const top = existsSync(folder) ? openWorkspace(folder, folder) : undefined;
  if (!top?.ok) {
    say(`opus: the folder ${folder} ${top === undefined ? "does not exist" : "can't be opened"}`);
    return undefined;
  }
  const files = manifestFiles(top.value, { workingDirectory: folder, surface: terminalSurface });
  const read = readManifest(patterns, files);
  await loadBuiltIn(read.kinds);
  const manifest = read.check(specRules());
  for (const one of manifest.diagnostics)
    if (one.severity === "error" && counts(one))
      say(renderDiagnostic(one, manifest.sources, { color: false, redact: (text) => text }));
  return { manifest, workspace: top.value };
}

async function drawn(folder: string, options: Options, env: ToolEnv): Promise<number> {
  const { drawGraph, formats, graphOf } = await import("./graph.ts");
  const wanted = String(options.format ?? "mermaid");
  const format = formats.find((one) => one === wanted);
  if (format === undefined) return refused(env, `--format must be ${formats.join(", ")}, not "${wanted}"`);
  const found = await loaded(folder, patternsOf(options), env);
  if (found === undefined) return 1;
  const isSound = !found.manifest.diagnostics.some(({ severity }) => severity === "error");
  if (!isSound) return 1;
  return printed(env, drawGraph(graphOf(found.manifest.tasks), format));
}

/** What keeps a text from being formatted. All other errors are of what it says, which is no matter of spacing. */
const ofTexts: ReadonlySet<string> = new Set([
  "manifest-not-found",
  "manifest-unreadable",
  "manifest-too-large",
  "bad-encoding",
  "control-character",
  "yaml-syntax",
  "yaml-directive",
] satisfies DiagnosticCode[]);

async function formatted(folder: string, operands: readonly string[], options: Options, env: ToolEnv): Promise<number> {
  const patterns = operands.length > 0 ? operands : patternsOf(options);
  const given = await loaded(folder, patterns, env, ({ code }) => ofTexts.has(code));
  if (given === undefined) return 1;
  const check = options.check === true;
  const errors = given.manifest.diagnostics.filter(({ severity }) => severity === "error");
  const unsound = errors.filter(({ code }) => ofTexts.has(code));
  let status = given.manifest.files.length === 0 || unsound.length > 0 ? 1 : 0;
  for (const path of given.manifest.files) {
    const isUnsound = unsound.some(({ location }) => location?.file === path);
    const result: FormattedFile = isUnsound ? unread : await formattedFile(path, given.workspace, check);
    if (result.state === "left") status = refused(env, `${path} is left as it is: ${result.why}`);
    if (result.state !== "changed") continue;
    if (check) status = 1;
    env.print(`${path}  ${check ? "would change" : "formatted"}\n`);
  }
  // Of files that are named, nobody knows whether they are all of a manifest.
  const others = operands.length > 0 ? 0 : errors.length - unsound.length;
  if (others > 0)
    env.say(
      `opus: spacing is all that was looked at, and the manifest has ${plural(others, "error")} besides: see \`opus validate\``,
    );
  return status;
}

const unread = { state: "left", why: "its text is not sound, as said above" } as const;

const largestFile = 16 * 1024 * 1024;

type FormattedFile = { readonly state: "same" | "changed" } | { readonly state: "left"; readonly why: string };

/** Formats one file, unless it is only looked at. */
async function formattedFile(path: string, workspace: Workspace, check: boolean): Promise<FormattedFile> {
  const { format } = await import("./fmt.ts");
  const read = workspace.read(path, largestFile);
  if (!read.ok) return { state: "left", why: read.error.message };
  const { text, problems } = decode(read.value, path);
  if (problems[0] !== undefined) return { state: "left", why: problems[0].message };
  const result = format(text);
  if (result.state !== "changed" || check) return result;
  const { whyNotWritten, writeChanged } = await import("../accept/changed-file.ts");
  // The manifest may be a link to a file beside it, which stays one.
  const target = relative(workspace.root, realpathSync(join(workspace.root, path)))
    .split(sep)
    .join("/");
  const why = whyNotWritten(target, workspace);
  if (why !== undefined) return { state: "left", why };
  const bytes = new TextEncoder().encode(result.text);
  const written = await writeChanged({ path: target, shown: path, found: read.value, bytes }, workspace);
  return written.ok ? { state: "changed" } : { state: "left", why: written.error };
}
