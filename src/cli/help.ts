import { builtInCommands, type CommandTable, terminalPrograms } from "../engine/model/commands.ts";
import { columns } from "./columns.ts";
import { type FlagRow, isSwitch } from "./flags.ts";
import type { InputRow, Metadata } from "./metadata.ts";

/** The flags of a terminal that are no inputs. */
export const terminalFlags: readonly FlagRow[] = [
  ["--accept", "drift: write what is really there into the manifest, where it can say it. Needs --context."],
  ["--dry-run", "With --accept: only show what would be written."],
  ["--shared", "With --accept: also where other contexts take the same text from the manifest."],
  ["--checksums", "Show the checksum columns of `describe`."],
  [
    "--json",
    "Print the report as JSON on standard output, and the log on standard error. contexts, projects: their list.",
  ],
  ["-q, --quiet", "Print only results, and what is wrong."],
  ["-y, --yes", "delete: ask nothing."],
  ["--detailed-exitcode", "plan, drift: exit 2 when there are changes, or something drifted."],
  ["-v, --verbose", "List unchanged tasks and tell more."],
  ["--debug", "Print to standard error what opus does, with times, for a bug report."],
  ["--[no-]color", "Colors, or none. Default: as the terminal can; NO_COLOR and FORCE_COLOR are honoured."],
];

const examples: readonly (readonly [line: string, does: string])[] = [
  ["opus plan --context prod", "what would change in prod"],
  ["opus apply --context prod", "make it so"],
  ["opus apply --context prod --target 'greet*'", "only some tasks"],
  ["opus drift --context prod --fail-on-drift", "exit 1 when something was changed by hand"],
  ["opus drift --context prod --accept", "keep what was changed by hand: the manifest says it from now on"],
  ["opus rollback --context prod", "undo the last run"],
];

/**
 * The text of `--help`, from action.yml's data.
 * @param commands that there are
 */
export function renderHelp(
  { name, description, version, inputs }: Metadata,
  commands: CommandTable = builtInCommands,
): string {
  const flags: readonly FlagRow[] = [
    ...inputs.filter((input) => input.name !== "command").map(inputRow),
    ...terminalFlags,
    ["-h, --help", "Show this."],
    ["-V, --version", "Show the version."],
  ];
  const rows = Object.entries({ ...commands, ...terminalPrograms });
  return [
    `${name} ${version}: ${description}`,
    "",
    "Usage: opus [command] [flags]",
    "",
    "Commands (default: plan):",
    ...columns(rows.map(([command, { help }]) => [command, help])),
    "",
    "Flags:",
    ...columns(flags),
    "",
    "Examples:",
    ...columns(examples),
    "",
    "A key in the environment variable OPUS_ENCRYPTION_KEY is not seen by others on the machine, as --encryption-key is.",
    "--values takes name=value or YAML and may be repeated, as may --target and --manifest.",
    "Exit status: 0 when the command did its work, else 1; 2 with --detailed-exitcode.",
    "`opus apply --help` tells of one command, with examples.",
  ].join("\n");
}

/** A flag of an input, and what it does. */
export function inputRow(input: InputRow): FlagRow {
  const flag = isSwitch(input) ? `--[no-]${input.name}` : `--${input.name} <${placeholder(input.name)}>`;
  const hasDefault = input.default !== "" && !input.default.includes("${{");
  return [flag, `${input.description}${hasDefault ? ` Default: ${defaultText(input.default)}` : ""}`];
}

function placeholder(name: string): string {
  if (name === "values") return "name=value";
  if (["parallelism", "max-deletes", "to"].includes(name)) return "number";
  if (name === "lock-timeout") return "duration";
  return /file|path|directory/.test(name) ? "path" : "value";
}

function defaultText(value: string): string {
  if (value === "true") return "on.";
  return value === "false" ? "off." : `${value}${value.endsWith(".") ? "" : "."}`;
}
