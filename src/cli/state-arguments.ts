import { nearest } from "../engine/references/references.ts";
import { addFlags, addInputs, flagName, givenInputs, type Options, optionOf } from "./flags.ts";
import type { InputRow, Metadata } from "./metadata.ts";
import { type PlainArguments, plainArguments } from "./plain-arguments.ts";
import {
  type StateCommandRow,
  type StateSubcommand,
  stateCommands,
  stateFlags,
  stateInputs,
  wholeFlags,
} from "./state-commands.ts";
import { renderStateHelp } from "./state-help.ts";

/** What `opus state …` asks for. */
export interface StateRequest {
  readonly type: "state";
  readonly subcommand: StateSubcommand;
  /** Tasks, or the file: checked for their number alone. */
  readonly operands: readonly string[];
  /** As an action's inputs; what was not given is missing. */
  readonly raw: { readonly [name: string]: string | undefined };
  /** Whose state it is, whatever the manifest says. */
  readonly project: string | undefined;
  /** Of a whole state that is to be carried over: the two names, as far as they were given. Undefined: a task is meant. */
  readonly whole: WholeState | undefined;
  readonly force: boolean;
  readonly json: boolean;
  /** How many entries of the history to show; undefined: all. */
  readonly limit: number | undefined;
  readonly verbose: boolean;
  readonly debug: boolean;
  /** Undefined: as the terminal can. */
  readonly color: boolean | undefined;
}

/** From where to where a whole state is to be carried over. What was not given is what the command means otherwise. */
export interface WholeState {
  readonly fromProject: string | undefined;
  readonly fromContext: string | undefined;
  readonly toProject: string | undefined;
  readonly toContext: string | undefined;
}

type Parsed =
  | StateRequest
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "error"; readonly message: string };

/**
 * Reads what follows `opus state`.
 * @param argv without `state`
 */
export async function parseStateArguments(argv: readonly string[], metadata: Metadata): Promise<Parsed> {
  const inputs = Object.keys(stateInputs).flatMap((name) => metadata.inputs.find((input) => input.name === name) ?? []);
  const plain = plainArguments(argv, { inputs, negatable: false, others: stateFlags });
  if (plain !== undefined) return asked(plain, inputs);
  const { Command, CommanderError } = await import("commander");
  const program = new Command("opus state");
  program
    .exitOverride()
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
    .argument("[subcommand]")
    .argument("[operands...]")
    .helpOption("-h, --help")
    .version(metadata.version, "-V, --version");
  addFlags(program, stateFlags);
  addInputs(program, inputs, false);
  try {
    program.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.version") return { type: "text", text: `opus ${metadata.version}` };
    if (error.code.startsWith("commander.help")) return { type: "text", text: renderStateHelp(inputs) };
    return problem(explain(error.code, error.message));
  }
  return asked({ operands: program.args, options: program.opts() }, inputs);
}

function asked({ operands, options }: PlainArguments, inputs: readonly InputRow[]): Parsed {
  if (operands[0] === "help") return { type: "text", text: renderStateHelp(inputs) };
  return request(operands, options, givenInputs(options, inputs));
}

function request([name, ...operands]: readonly string[], options: Options, raw: StateRequest["raw"]): Parsed {
  const names = Object.keys(stateCommands) as StateSubcommand[];
  if (name === undefined) return problem(`\`opus state\` needs one of ${names.join(", ")}; see opus state --help`);
  if (!isSubcommand(name)) {
    const near = nearest(name, names);
    const hint = near === undefined ? `There are ${names.join(", ")}.` : `Did you mean ${near}?`;
    return problem(`there is no \`opus state ${name}\`. ${hint}`);
  }
  const usage: StateCommandRow = stateCommands[name];
  const whole = wholeState(options);
  if (name === "mv" && whole !== undefined && operands.length > 0)
    return problem(
      "`opus state mv` takes the names of a task, or the flags of a whole state (--from-project, --from-context, --to-project, --to-context), not both",
    );
  if (name === "mv" && whole !== undefined) return stateRequest(name, operands, options, raw, whole);
  if (operands.length < usage.least || operands.length > usage.most)
    return problem(`\`opus state ${name}\` takes ${usage.operands || "no names"}; see opus state --help`);
  for (const flag of new Set(names.flatMap((one) => stateCommands[one].flags))) {
    if (optionOf(options, flag) === undefined || usage.flags.includes(flag)) continue;
    const takers = names.filter((one) => (stateCommands[one] as StateCommandRow).flags.includes(flag));
    return problem(`--${flag} is for \`opus state ${takers.join("` and `opus state ")}\`, not for ${name}`);
  }
  const { limit } = options;
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(String(limit)))
    return problem(`--limit must be a whole number from 1, not "${limit}"`);
  return stateRequest(name, operands, options, raw, undefined);
}

function stateRequest(
  subcommand: StateSubcommand,
  operands: readonly string[],
  options: Options,
  raw: StateRequest["raw"],
  whole: WholeState | undefined,
): StateRequest {
  const { limit, project, color } = options;
  return {
    type: "state",
    subcommand,
    operands,
    raw,
    project: project === undefined ? undefined : String(project),
    whole,
    force: options.force === true,
    json: options.json === true,
    limit: limit === undefined ? undefined : Number(limit),
    verbose: options.verbose === true,
    debug: options.debug === true,
    color: typeof color === "boolean" ? color : undefined,
  };
}

/** Undefined: none of its flags was given. */
function wholeState(options: Options): WholeState | undefined {
  if (wholeFlags.every((flag) => optionOf(options, flag) === undefined)) return undefined;
  const text = (flag: (typeof wholeFlags)[number]): string | undefined => {
    const value = optionOf(options, flag);
    return value === undefined ? undefined : String(value);
  };
  return {
    fromProject: text("from-project"),
    fromContext: text("from-context"),
    toProject: text("to-project"),
    toContext: text("to-context"),
  };
}

function isSubcommand(name: string): name is StateSubcommand {
  return Object.hasOwn(stateCommands, name);
}

function explain(code: string, message: string): string {
  const flag = /'(-[^'\s=]+)/.exec(message)?.[1] ?? "";
  if (code === "commander.optionMissingArgument") return `${flag} needs a value`;
  if (code !== "commander.unknownOption") return message.replace(/^error: /, "").split("\n")[0] ?? message;
  const name = flag.replace(/^--?/, "");
  const flags = [...Object.keys(stateInputs), ...stateFlags.map(flagName), "help", "version"];
  const near = nearest(name, flags);
  return `\`opus state\` has no flag ${flag}${near === undefined ? "; see opus state --help" : `. Did you mean --${near}?`}`;
}

function problem(message: string): Parsed {
  return { type: "error", message };
}
