import { nearest } from "../engine/references/references.ts";
import { columns } from "./columns.ts";
import { flagName, type Options } from "./flags.ts";
import { plainArguments } from "./plain-arguments.ts";
import { type ToolName, type ToolRow, tools } from "./tools.ts";

/** What a small program of the terminal is asked for. */
export interface ToolRequest {
  readonly type: "tool";
  readonly name: ToolName;
  readonly operands: readonly string[];
  readonly options: Options;
}

type Parsed =
  | ToolRequest
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "error"; readonly message: string };

/**
 * Reads what follows the name of a small program.
 * @param argv without that name
 */
export function parseToolArguments(name: ToolName, argv: readonly string[]): Parsed {
  const row: ToolRow = tools[name];
  if (argv.some((argument) => argument === "-h" || argument === "--help"))
    return { type: "text", text: toolHelp(name) };
  const plain = plainArguments(argv, { inputs: [], negatable: false, others: row.flags });
  if (plain === undefined) return { type: "error", message: wrongFlag(name, row, argv) };
  const { operands, options } = plain;
  if (operands[0] === "help" && operands.length === 1) return { type: "text", text: toolHelp(name) };
  if (operands.length < row.least || operands.length > row.most)
    return { type: "error", message: `\`opus ${name}\` takes ${row.operands || "no names"}; see opus ${name} --help` };
  return { type: "tool", name, operands, options };
}

/** The text of `opus NAME --help`. */
export function toolHelp(name: ToolName): string {
  const { operands, flags, about, examples, notes }: ToolRow = tools[name];
  const usage = ["opus", name, ...(operands === "" ? [] : [operands]), ...(flags.length === 0 ? [] : ["[flags]"])];
  return [
    `opus ${name}: ${about}`,
    "",
    `Usage: ${usage.join(" ")}`,
    "",
    ...(flags.length === 0 ? [] : ["Flags:", ...columns(flags), ""]),
    "Examples:",
    ...columns(examples),
    ...(notes.length === 0 ? [] : ["", ...notes]),
  ].join("\n");
}

function wrongFlag(name: ToolName, { flags }: ToolRow, argv: readonly string[]): string {
  const known = flags.map(flagName);
  for (const argument of argv) {
    if (!argument.startsWith("-")) continue;
    const [flag = ""] = argument.split("=");
    const word = flag.replace(/^--?/, "");
    if (known.includes(word) && flag.startsWith("--")) continue;
    const near = nearest(word, known);
    return `\`opus ${name}\` has no flag ${flag}${near === undefined ? `; see opus ${name} --help` : `. Did you mean --${near}?`}`;
  }
  return `a flag of \`opus ${name}\` has no value; see opus ${name} --help`;
}
