import { type AskedFor, askedFor, misfit } from "./asked-for.ts";
import { addFlags, addInputs, flagName, givenInputs, type Options, optionOf } from "./flags.ts";
import { renderHelp, terminalFlags } from "./help.ts";
import type { Metadata } from "./metadata.ts";
import { type PlainArguments, plainArguments } from "./plain-arguments.ts";
import type { SiteRequest } from "./site-arguments.ts";
import type { StateRequest } from "./state-arguments.ts";
import type { ToolRequest } from "./tool-arguments.ts";
import type { ToolName } from "./tools.ts";
import { valuesText } from "./values.ts";

/** What the command line asks for. */
export type Arguments =
  | (AskedFor & {
      readonly type: "run";
      /** As an action's inputs; what was not given is missing. */
      readonly raw: { readonly [name: string]: string };
      /** Undefined: the manifest stays as it is. */
      readonly accept: { readonly dryRun: boolean; readonly shared: boolean } | undefined;
    })
  | StateRequest
  | SiteRequest
  | ToolRequest
  /** Print this and end well. */
  | { readonly type: "text"; readonly text: string }
  /** Print this line and end with 1. */
  | { readonly type: "error"; readonly message: string };

/**
 * Reads the command line: `opus <command> [--flags]`, one flag per input.
 * @param argv without the program and the script
 */
export async function parseArguments(argv: readonly string[], metadata: Metadata): Promise<Arguments> {
  if (argv[0] === "state") {
    const { parseStateArguments } = await import("./state-arguments.ts");
    return parseStateArguments(argv.slice(1), metadata);
  }
  if (isTool(argv[0])) {
    const { parseToolArguments } = await import("./tool-arguments.ts");
    return parseToolArguments(argv[0], argv.slice(1));
  }
  if (argv[0] === "site") {
    const { parseSiteArguments } = await import("./site-arguments.ts");
    return parseSiteArguments(argv.slice(1), metadata);
  }
  // What most ask for, and scripts before each run, waits for no commander.
  if (argv.length === 1 && ["-V", "--version"].includes(String(argv[0]))) return versionText(metadata);
  if (argv.length === 1 && ["-h", "--help"].includes(String(argv[0]))) return helpText(metadata);
  if (argv[0] === "help" || argv.some((argument) => argument === "-h" || argument === "--help"))
    return commandHelpText(argv, metadata);
  const plain = plainArguments(argv, { inputs: metadata.inputs, negatable: true, others: terminalFlags });
  if (plain !== undefined && plain.operands.length <= 1) return asked(plain, metadata);
  const { Command, CommanderError } = await import("commander");
  const program = new Command("opus");
  program
    .exitOverride()
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
    .argument("[command]")
    .helpOption("-h, --help")
    .version(metadata.version, "-V, --version");
  addFlags(program, terminalFlags);
  // Learning all of them takes longer than reading arguments: a flag whose name stands in none was not given.
  const possible = metadata.inputs.filter(({ name }) => argv.some((argument) => argument.includes(name)));
  addInputs(program, possible, true);
  try {
    program.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.version") return versionText(metadata);
    if (error.code.startsWith("commander.help")) return helpText(metadata);
    if (isProgram(program.args[0])) return programFirst(program.args[0]);
    const { explain } = await import("./explain-arguments.ts");
    return { type: "error", message: explain(error.code, error.message, program.args, metadata) };
  }
  return asked({ operands: program.args, options: program.opts() }, metadata);
}

async function asked({ operands: [command], options }: PlainArguments, metadata: Metadata): Promise<Arguments> {
  const lacking = metadata.inputs.find(({ name }) => isFlag(optionOf(options, name), metadata));
  if (lacking) return { type: "error", message: `--${lacking.name} needs a value` };
  if (isProgram(command)) return programFirst(command);
  if (command === "help") return helpText(metadata);
  return collect(command, options, metadata);
}

/** True for a value that is one of the flags: the value itself was left out. */
function isFlag(value: unknown, { inputs }: Metadata): boolean {
  if (typeof value !== "string" || !value.startsWith("--")) return false;
  return [...inputs.map(({ name }) => name), ...terminalFlags.map(flagName)].includes(value.slice(2));
}

function versionText({ version }: Metadata): Arguments {
  return { type: "text", text: `opus ${version}` };
}

function helpText(metadata: Metadata): Arguments {
  return { type: "text", text: renderHelp(metadata) };
}

/** The help of the command that is named beside; of all of them where there is none. */
async function commandHelpText(argv: readonly string[], metadata: Metadata): Promise<Arguments> {
  const [name, ...others] = argv.filter((argument) => !argument.startsWith("-") && argument !== "help");
  if (name === undefined) return helpText(metadata);
  if (isProgram(name)) return parseArguments([name, "--help"], metadata);
  const { hasHelp, renderCommandHelp } = await import("./command-help.ts");
  if (hasHelp(name)) return { type: "text", text: renderCommandHelp(name, metadata) };
  if (others.length > 0 || argv[0]?.startsWith("-")) return helpText(metadata);
  const { explainUnknown } = await import("./explain-arguments.ts");
  return { type: "error", message: explainUnknown(name) };
}

/** Programs with arguments of their own, and an example of each. */
const programs = {
  state: "opus state list --context prod",
  site: "opus site --out site",
  init: "opus init",
  explain: "opus explain File",
  graph: "opus graph",
  fmt: "opus fmt --check",
  completion: "opus completion bash",
  docs: "opus docs",
} as const;

/** Those of them that are small. */
const toolNames: { readonly [name in ToolName]: true } = {
  init: true,
  explain: true,
  graph: true,
  fmt: true,
  completion: true,
  docs: true,
};

function isTool(name: string | undefined): name is ToolName {
  return name !== undefined && Object.hasOwn(toolNames, name);
}

function isProgram(name: string | undefined): name is keyof typeof programs {
  return name !== undefined && Object.hasOwn(programs, name);
}

function programFirst(name: keyof typeof programs): Arguments {
  return { type: "error", message: `\`${name}\` comes first: \`${programs[name]}\`; see opus ${name} --help` };
}

async function collect(command: string | undefined, options: Options, metadata: Metadata): Promise<Arguments> {
  const raw = givenInputs(options, metadata.inputs);
  if (Array.isArray(options.values)) {
    const values = valuesText(options.values);
    if (!values.ok) return { type: "error", message: values.error };
    raw.values = values.value;
  }
  if (command !== undefined) {
    if (raw.command !== undefined && raw.command !== command) {
      return { type: "error", message: `two commands were given, "${command}" and --command "${raw.command}"` };
    }
    raw.command = command;
  }
  const accept = await accepting(options, raw);
  if (typeof accept === "string") return { type: "error", message: accept };
  const asked = askedFor(options);
  const wrong = misfit(raw.command ?? "plan", asked);
  if (wrong !== undefined) return { type: "error", message: wrong };
  // As with other programs, a dash is standard output.
  const { "report-path": path, ...others } = raw;
  return path === "-"
    ? { type: "run", accept, ...asked, raw: others, json: true }
    : { type: "run", accept, ...asked, raw };
}

/** How the manifest takes what is there; undefined: it does not. A text: what is wrong with the flags. */
async function accepting(
  { accept, dryRun, shared }: Options,
  raw: { readonly [name: string]: string },
): Promise<{ dryRun: boolean; shared: boolean } | string | undefined> {
  if (accept === true) return { dryRun: dryRun === true, shared: shared === true };
  if (dryRun === true) return (await import("./explain-arguments.ts")).dryRunInstead(raw);
  return shared === true ? "--shared is for `opus drift --accept`" : undefined;
}
