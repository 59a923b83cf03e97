import type { Metadata } from "./terminal.ts";

/** The commands that there are, with a line for each. */
const commands: readonly (readonly [name: string, does: string])[] = [
  ["plan", "show what apply (or --plan-command) would do; changes nothing"],
  ["apply", "create what is missing, update what differs, delete what left the manifest"],
  ["create", "of apply only create and adopt"],
  ["update", "of apply only update, replace and mend"],
  ["delete", "delete every recorded task, dependants first; needs --context"],
  ["describe", "show what is recorded and what is really there"],
  ["drift", "compare manifest, recorded state and live resources; changes nothing"],
  ["rollback", "undo the last run that changed this context, or go back to --to <serial>"],
  ["validate", "check manifest, values and references"],
  ["contexts", "list the contexts of this event"],
  ["forget", "drop --target from state without touching the resource"],
  ["unlock", "release the lock with --lock-id"],
  ["report", "join the reports of several runs (--reports) into one"],
  ["state", "look at what is recorded, back it up, mend it: see opus state --help"],
];

const examples: readonly (readonly [line: string, does: string])[] = [
  ["opus plan --context test", "what would change"],
  ["opus apply --context prod", "make it so in prod"],
  ["opus apply --context test --target 'web-*' --values replicas=3", "only some tasks, with a value"],
  ["opus drift --context prod --fail-on-drift", "exit 1 when something was changed by hand"],
  ["opus rollback --context prod", "undo the last run"],
];

const width = 100;

/** The text of `--help`, from action.yml's data. */
export function renderHelp({ name, description, version, inputs }: Metadata): string {
  const flags = inputs
    .filter((input) => input.name !== "command")
    .map((input): [string, string] => {
      const isSwitch = input.default === "true" || input.default === "false";
      const flag = isSwitch ? `--[no-]${input.name}` : `--${input.name} <${placeholder(input.name)}>`;
      const fallback =
        input.default === "" || input.default.includes("${{") ? "" : ` Default: ${defaultText(input.default)}`;
      return [flag, `${input.description}${fallback}`];
    });
  flags.push(
    ["--checksums", "Show the checksum columns of `describe`."],
    ["-v, --verbose", "List unchanged tasks and tell more."],
    ["--[no-]color", "Colors, or none. Default: as the terminal can; NO_COLOR and FORCE_COLOR are honoured."],
    ["-h, --help", "Show this."],
    ["-V, --version", "Show the version."],
  );
  return [
    `${name} ${version}: ${description}`,
    "",
    "Usage: opus [command] [flags]",
    "",
    "Commands (default: plan):",
    ...columns(commands),
    "",
    "Flags:",
    ...columns(flags),
    "",
    "Examples:",
    ...columns(examples),
    "",
    "A key in the environment variable OPUS_ENCRYPTION_KEY is not seen by others on the machine, as --encryption-key is.",
    "--values takes name=value or YAML and may be repeated, as may --target and --manifest.",
    "Exit status: 0 when the command did its work, else 1.",
  ].join("\n");
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

/** Two columns, the second wrapped. */
export function columns(rows: readonly (readonly [left: string, right: string])[]): string[] {
  const left = Math.min(34, Math.max(...rows.map(([text]) => text.length))) + 2;
  return rows.flatMap(([head, text]) => {
    const lines = wrap(text, width - left - 2);
    const first = head.length + 2 > left ? [`  ${head}`] : [];
    const rest = lines.map((line, index) => `  ${(index === 0 && first.length === 0 ? head : "").padEnd(left)}${line}`);
    return [...first, ...rest];
  });
}

function wrap(text: string, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > size) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
