import { nearest } from "../engine/references/references.ts";
import { columns } from "./columns.ts";
import { addFlags, addInputs, type FlagRow, flagName, givenInputs, type Options } from "./flags.ts";
import type { InputRow, Metadata } from "./metadata.ts";

/** What `opus site` asks for. */
export interface SiteRequest {
  readonly type: "site";
  /** Where the site goes, relative to the folder of the call. */
  readonly out: string;
  /** Files and folders, relative to the folder of the call. */
  readonly reports: readonly string[];
  readonly values: boolean;
  /** How many runs of each context are shown. */
  readonly limit: number;
  /** As an action's inputs; what was not given is missing. */
  readonly raw: { readonly [name: string]: string | undefined };
  readonly verbose: boolean;
  readonly debug: boolean;
  /** Undefined: as the terminal can. */
  readonly color: boolean | undefined;
}

type Parsed =
  | SiteRequest
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "error"; readonly message: string };

/** The inputs that say where states are, and what opens them; each with its own words, where it means something else. */
export const siteInputs: { readonly [name: string]: string | undefined } = {
  manifest: "Files or globs with the manifest, of which only the Project counts: it says where state is.",
  "working-directory": undefined,
  "state-backend": undefined,
  "state-path": undefined,
  "state-branch": undefined,
  token:
    "For the repository, as GitHub's job token. Better in the environment, as GITHUB_TOKEN, in a job of GitHub Actions.",
  "encryption-key": "The key that opens sealed states. Better in the environment, as OPUS_ENCRYPTION_KEY.",
  initialize: "Take states that are not sealed although there is a key.",
};

const defaultLimit = 500;

export const siteFlags: readonly FlagRow[] = [
  ["--out <folder>", "Where the site goes: a folder that is empty, not there yet, or holds an earlier site."],
  ["--report <file...>", "Reports of `opus drift`, or folders with some. May be repeated."],
  ["--values", "Show specs and outputs, too, nothing sensitive. Whoever can read the site can read them."],
  ["--limit <number>", `How many runs of each context are shown, the last ones. Default: ${defaultLimit}.`],
  ["-v, --verbose", "Tell more."],
  ["--debug", "Print to standard error what opus does, with times, for a bug report."],
  ["--[no-]color", "Colors, or none. Default: as the terminal can."],
];

const examples: readonly (readonly [line: string, does: string])[] = [
  ["opus site --out site", "of all states that are recorded here"],
  ["opus site --out site --state-backend branch", "of all states on the branch of origin"],
  ["opus site --out site --report reports", "with what reports of drift tell"],
];

/**
 * Reads what follows `opus site`.
 * @param argv without `site`
 */
export async function parseSiteArguments(argv: readonly string[], metadata: Metadata): Promise<Parsed> {
  const inputs = Object.keys(siteInputs).flatMap((name) => metadata.inputs.find((input) => input.name === name) ?? []);
  const { Command, CommanderError } = await import("commander");
  const program = new Command("opus site");
  program
    .exitOverride()
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
    .argument("[operands...]")
    .helpOption("-h, --help")
    .version(metadata.version, "-V, --version");
  addFlags(program, siteFlags);
  addInputs(program, inputs, false);
  try {
    program.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.version") return { type: "text", text: `opus ${metadata.version}` };
    if (error.code.startsWith("commander.help")) return { type: "text", text: siteHelp(inputs) };
    return problem(explain(error.code, error.message));
  }
  if (program.args[0] === "help") return { type: "text", text: siteHelp(inputs) };
  return request(program.args, program.opts(), givenInputs(program.opts(), inputs));
}

function request(operands: readonly string[], options: Options, raw: SiteRequest["raw"]): Parsed {
  const { out, report, limit = defaultLimit, color } = options;
  if (operands.length > 0)
    return problem(`\`opus site\` takes no names, and "${operands[0]}" is one; see opus site --help`);
  if (out === undefined || String(out).trim() === "")
    return problem("`opus site` needs `--out <folder>`; see opus site --help");
  if (!/^[1-9]\d{0,8}$/.test(String(limit))) return problem(`--limit must be a whole number from 1, not "${limit}"`);
  return {
    type: "site",
    out: String(out),
    reports: (report ?? []) as readonly string[],
    values: options.values === true,
    limit: Number(limit),
    raw,
    verbose: options.verbose === true,
    debug: options.debug === true,
    color: typeof color === "boolean" ? color : undefined,
  };
}

function siteHelp(taken: readonly InputRow[]): string {
  const described = taken.map(({ name, description, default: fallback }): [string, string] => {
    const flag = fallback === "false" ? `--${name}` : `--${name} <value>`;
    return [flag, siteInputs[name] ?? description];
  });
  return [
    "opus site: make a static page of all that is recorded: projects, contexts, tasks, runs, drift",
    "",
    "Usage: opus site --out <folder> [flags]",
    "",
    "Flags:",
    ...columns([...siteFlags, ...described]),
    "",
    "Examples:",
    ...columns(examples),
    "",
    "It only reads. What can't be read is shown as such, told here, and the exit status is 1 then.",
  ].join("\n");
}

function explain(code: string, message: string): string {
  const flag = /'(-[^'\s=]+)/.exec(message)?.[1] ?? "";
  if (code === "commander.optionMissingArgument") return `${flag} needs a value`;
  if (code !== "commander.unknownOption") return message.replace(/^error: /, "").split("\n")[0] ?? message;
  const flags = [...Object.keys(siteInputs), ...siteFlags.map(flagName), "help", "version"];
  const near = nearest(flag.replace(/^--?/, ""), flags);
  return `\`opus site\` has no flag ${flag}${near === undefined ? "; see opus site --help" : `. Did you mean --${near}?`}`;
}

function problem(message: string): Parsed {
  return { type: "error", message };
}
