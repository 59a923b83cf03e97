import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  builtInCommands,
  terminalPrograms
} from "./chunk-DPEJMFBY.js";
import {
  columns,
  isSwitch
} from "./chunk-5HGUDYUH.js";

// src/cli/help.ts
var terminalFlags = [
  ["--accept", "drift: write what is really there into the manifest, where it can say it. Needs --context."],
  ["--dry-run", "With --accept: only show what would be written."],
  ["--shared", "With --accept: also where other contexts take the same text from the manifest."],
  ["--checksums", "Show the checksum columns of `describe`."],
  [
    "--json",
    "Print the report as JSON on standard output, and the log on standard error. contexts, projects: their list."
  ],
  ["-q, --quiet", "Print only results, and what is wrong."],
  ["-y, --yes", "delete: ask nothing."],
  ["--detailed-exitcode", "plan, drift: exit 2 when there are changes, or something drifted."],
  ["-v, --verbose", "List unchanged tasks and tell more."],
  ["--debug", "Print to standard error what opus does, with times, for a bug report."],
  ["--[no-]color", "Colors, or none. Default: as the terminal can; NO_COLOR and FORCE_COLOR are honoured."]
];
var examples = [
  ["opus plan --context test", "what would change"],
  ["opus apply --context prod", "make it so in prod"],
  ["opus apply --context test --target 'web-*' --values replicas=3", "only some tasks, with a value"],
  ["opus drift --context prod --fail-on-drift", "exit 1 when something was changed by hand"],
  ["opus drift --context prod --accept", "keep what was changed by hand: the manifest says it from now on"],
  ["opus rollback --context prod", "undo the last run"]
];
function renderHelp({ name, description, version, inputs }, commands = builtInCommands) {
  const flags = [
    ...inputs.filter((input) => input.name !== "command").map(inputRow),
    ...terminalFlags,
    ["-h, --help", "Show this."],
    ["-V, --version", "Show the version."]
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
    "`opus apply --help` tells of one command, with examples."
  ].join("\n");
}
function inputRow(input) {
  const flag = isSwitch(input) ? `--[no-]${input.name}` : `--${input.name} <${placeholder(input.name)}>`;
  const hasDefault = input.default !== "" && !input.default.includes("${{");
  return [flag, `${input.description}${hasDefault ? ` Default: ${defaultText(input.default)}` : ""}`];
}
function placeholder(name) {
  if (name === "values") return "name=value";
  if (["parallelism", "max-deletes", "to"].includes(name)) return "number";
  if (name === "lock-timeout") return "duration";
  return /file|path|directory/.test(name) ? "path" : "value";
}
function defaultText(value) {
  if (value === "true") return "on.";
  return value === "false" ? "off." : `${value}${value.endsWith(".") ? "" : "."}`;
}

export {
  terminalFlags,
  renderHelp,
  inputRow
};
