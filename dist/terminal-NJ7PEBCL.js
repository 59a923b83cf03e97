import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  nearest
} from "./chunk-XT5GRKLC.js";
import {
  err,
  ok
} from "./chunk-4COZKLNI.js";
import "./chunk-QHW5LFAW.js";

// src/cli/help.ts
var commands = [
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
  ["state", "look at what is recorded, back it up, mend it: see opus state --help"]
];
var examples = [
  ["opus plan --context test", "what would change"],
  ["opus apply --context prod", "make it so in prod"],
  ["opus apply --context test --target 'web-*' --values replicas=3", "only some tasks, with a value"],
  ["opus drift --context prod --fail-on-drift", "exit 1 when something was changed by hand"],
  ["opus rollback --context prod", "undo the last run"]
];
var width = 100;
function renderHelp({ name, description, version, inputs }) {
  const flags2 = inputs.filter((input) => input.name !== "command").map((input) => {
    const isSwitch = input.default === "true" || input.default === "false";
    const flag = isSwitch ? `--[no-]${input.name}` : `--${input.name} <${placeholder(input.name)}>`;
    const fallback = input.default === "" || input.default.includes("${{") ? "" : ` Default: ${defaultText(input.default)}`;
    return [flag, `${input.description}${fallback}`];
  });
  flags2.push(
    ["--checksums", "Show the checksum columns of `describe`."],
    ["-v, --verbose", "List unchanged tasks and tell more."],
    ["--[no-]color", "Colors, or none. Default: as the terminal can; NO_COLOR and FORCE_COLOR are honoured."],
    ["-h, --help", "Show this."],
    ["-V, --version", "Show the version."]
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
    ...columns(flags2),
    "",
    "Examples:",
    ...columns(examples),
    "",
    "A key in the environment variable OPUS_ENCRYPTION_KEY is not seen by others on the machine, as --encryption-key is.",
    "--values takes name=value or YAML and may be repeated, as may --target and --manifest.",
    "Exit status: 0 when the command did its work, else 1."
  ].join("\n");
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
function columns(rows) {
  const left = Math.min(34, Math.max(...rows.map(([text]) => text.length))) + 2;
  return rows.flatMap(([head, text]) => {
    const lines = wrap(text, width - left - 2);
    const first = head.length + 2 > left ? [`  ${head}`] : [];
    const rest = lines.map((line, index) => `  ${(index === 0 && first.length === 0 ? head : "").padEnd(left)}${line}`);
    return [...first, ...rest];
  });
}
function wrap(text, size) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > size) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

// src/cli/state-help.ts
var commands2 = [
  ["list", "the recorded tasks, and those that a run left pending; --json for scripts"],
  ["show [NAME]", "what is recorded of a task, or all of the state, as JSON"],
  ["pull", "the stored state to the byte on standard output: a backup"],
  ["push FILE", "store a recovery file, or a state that was pulled; --force replaces what it does not follow"],
  ["rm NAME\u2026", "drop tasks (globs) from state; their resources stay as they are"],
  ["mv OLD NEW", "give a recorded task another name; its resource stays as it is"],
  ["mv --from-\u2026", "carry a whole state over to another project or context, or from one"],
  ["history", "the versions with which runs ended, newest first; --limit, --json"],
  ["keygen", "a new key for `encryption-key`, in the format of age-keygen"]
];
var flags = [
  ["--project <name>", "Whose state, when the Project document can't be read. Default: what it says."],
  ["--from-project <name>", "mv: a whole state, of this project. Default: what the Project says."],
  ["--from-context <name>", "mv: a whole state, of this context. Default: --context."],
  ["--to-project <name>", "mv: a whole state, to this project. Default: what the Project says."],
  ["--to-context <name>", "mv: a whole state, to this context. Default: --context."],
  ["--force", "push: also over another lineage or a later serial. Never another project or context."],
  ["--json", "list, history: JSON for scripts."],
  ["--limit <number>", "history: only that many."],
  ["-v, --verbose", "Tell more."],
  ["--[no-]color", "Colors, or none. Default: as the terminal can."]
];
var examples2 = [
  ["opus state list --context prod", "what is recorded in prod"],
  ["opus state pull --context prod > backup.json", "a backup"],
  ["opus state push opus-recovery.json", "store what a failed run could not store"],
  ["opus state mv web frontend --context prod", "after the task was renamed in the manifest"],
  ["opus state mv --from-project old --context prod", "after the project was renamed, without `formerNames`"],
  ["opus state keygen > key.txt", "a key to seal state with"]
];
function renderStateHelp({ inputs }, taken) {
  const described = taken.map((name) => {
    const input = inputs.find((one) => one.name === name);
    const flag = input?.default === "false" ? `--${name}` : `--${name} <value>`;
    return [flag, ownHelp[name] ?? input?.description ?? ""];
  });
  return [
    "opus state: look at what is recorded, back it up, mend it",
    "",
    "Usage: opus state <command> [arguments] [flags]",
    "",
    "Commands:",
    ...columns(commands2),
    "",
    "Flags:",
    ...columns([...described, ...flags]),
    "",
    "Examples:",
    ...columns(examples2),
    "",
    "push, rm and mv take the lock of the state. Errors in tasks of the manifest are in nobody's way here.",
    "Exit status: 0 when the command did its work, else 1."
  ].join("\n");
}
var ownHelp = {
  context: "Which environment; rules are not asked. Default: the only one that is recorded or named by a rule; for push what the file says.",
  "encryption-key": "The key that opens sealed state, and seals what is written. Better in the environment, as OPUS_ENCRYPTION_KEY.",
  initialize: "Take state, or a file to push, that is not sealed although there is a key; what is written is sealed."
};

// src/cli/state-arguments.ts
var wholeFlags = ["from-project", "from-context", "to-project", "to-context"];
var stateSubcommands = {
  list: { operands: "", least: 0, most: 0, flags: ["json"] },
  show: { operands: "[NAME]", least: 0, most: 1, flags: [] },
  pull: { operands: "", least: 0, most: 0, flags: [] },
  push: { operands: "FILE", least: 1, most: 1, flags: ["force"] },
  rm: { operands: "NAME\u2026", least: 1, most: Number.POSITIVE_INFINITY, flags: [] },
  mv: { operands: "OLD NEW", least: 2, most: 2, flags: wholeFlags },
  history: { operands: "", least: 0, most: 0, flags: ["limit", "json"] },
  keygen: { operands: "", least: 0, most: 0, flags: [] }
};
var stateInputs = [
  "context",
  "manifest",
  "working-directory",
  "state-backend",
  "state-path",
  "state-branch",
  "token",
  "encryption-key",
  "initialize",
  "lock-timeout"
];
var switches = ["initialize"];
async function parseStateArguments(argv, metadata) {
  const { Command, CommanderError } = await import("./esm-DYHAIXEO.js");
  const program = new Command("opus state");
  program.exitOverride().configureOutput({ writeOut: () => void 0, writeErr: () => void 0 }).argument("[subcommand]").argument("[operands...]").helpOption("-h, --help").version(metadata.version, "-V, --version").option("--project <value>").option("--from-project <value>").option("--from-context <value>").option("--to-project <value>").option("--to-context <value>").option("--force").option("--json").option("--limit <value>").option("-v, --verbose").option("--color").option("--no-color");
  for (const name of stateInputs) {
    if (name === "manifest")
      program.option(
        `--${name} <value>`,
        "",
        (value, before) => before === void 0 ? value : `${before}
${value}`
      );
    else program.option(switches.includes(name) ? `--${name}` : `--${name} <value>`);
  }
  try {
    program.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.version") return { type: "text", text: `opus ${metadata.version}` };
    if (error.code.startsWith("commander.help")) return { type: "text", text: renderStateHelp(metadata, stateInputs) };
    return problem(explain(error.code, error.message));
  }
  if (program.args[0] === "help") return { type: "text", text: renderStateHelp(metadata, stateInputs) };
  return request(program.args, program.opts());
}
function request([name, ...operands], options) {
  const names = Object.keys(stateSubcommands);
  if (name === void 0) return problem(`\`opus state\` needs one of ${names.join(", ")}; see opus state --help`);
  if (!isSubcommand(name)) {
    const near = nearest(name, names);
    const hint = near === void 0 ? `There are ${names.join(", ")}.` : `Did you mean ${near}?`;
    return problem(`there is no \`opus state ${name}\`. ${hint}`);
  }
  const usage = stateSubcommands[name];
  const whole = wholeState(options);
  if (name === "mv" && whole !== void 0 && operands.length > 0)
    return problem(
      "`opus state mv` takes the names of a task, or the flags of a whole state (--from-project, --from-context, --to-project, --to-context), not both"
    );
  if (name === "mv" && whole !== void 0) return stateRequest(name, operands, options, whole);
  if (operands.length < usage.least || operands.length > usage.most)
    return problem(`\`opus state ${name}\` takes ${usage.operands || "no names"}; see opus state --help`);
  for (const flag of ["force", "json", "limit", ...wholeFlags]) {
    if (options[camelCase(flag)] === void 0 || usage.flags.includes(flag)) continue;
    const takers = names.filter((one) => stateSubcommands[one].flags.includes(flag));
    return problem(`--${flag} is for \`opus state ${takers.join("` and `opus state ")}\`, not for ${name}`);
  }
  const { limit } = options;
  if (limit !== void 0 && !/^[1-9]\d{0,8}$/.test(String(limit)))
    return problem(`--limit must be a whole number from 1, not "${limit}"`);
  return stateRequest(name, operands, options, void 0);
}
function stateRequest(subcommand, operands, options, whole) {
  const { limit, project, color } = options;
  return {
    type: "state",
    subcommand,
    operands,
    raw: given(options),
    project: project === void 0 ? void 0 : String(project),
    whole,
    force: options.force === true,
    json: options.json === true,
    limit: limit === void 0 ? void 0 : Number(limit),
    verbose: options.verbose === true,
    color: typeof color === "boolean" ? color : void 0
  };
}
function wholeState(options) {
  if (wholeFlags.every((flag) => options[camelCase(flag)] === void 0)) return void 0;
  const text = (flag) => {
    const value = options[camelCase(flag)];
    return value === void 0 ? void 0 : String(value);
  };
  return {
    fromProject: text("from-project"),
    fromContext: text("from-context"),
    toProject: text("to-project"),
    toContext: text("to-context")
  };
}
function camelCase(flag) {
  return flag.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
function given(options) {
  const raw = {};
  for (const name of stateInputs) {
    const value = options[camelCase(name)];
    if (value !== void 0) raw[name] = String(value);
  }
  return raw;
}
function isSubcommand(name) {
  return Object.hasOwn(stateSubcommands, name);
}
function explain(code, message) {
  const flag = /'(-[^'\s=]+)/.exec(message)?.[1] ?? "";
  if (code === "commander.optionMissingArgument") return `${flag} needs a value`;
  if (code !== "commander.unknownOption") return message.replace(/^error: /, "").split("\n")[0] ?? message;
  const name = flag.replace(/^--?/, "");
  const flags2 = [
    ...stateInputs,
    ...wholeFlags,
    "project",
    "force",
    "json",
    "limit",
    "verbose",
    "color",
    "help",
    "version"
  ];
  const near = nearest(name, flags2);
  return `\`opus state\` has no flag ${flag}${near === void 0 ? "; see opus state --help" : `. Did you mean --${near}?`}`;
}
function problem(message) {
  return { type: "error", message };
}

// src/cli/values.ts
var pair = /^([A-Za-z_][A-Za-z0-9._-]*)=([\s\S]*)$/;
var typed = /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|true|false|null|\[[^\n]*\]|\{[^\n]*\}|"[^"\n\\]*"|'[^'\n]*')$/;
function valuesText(given2) {
  const pairs = /* @__PURE__ */ new Map();
  const blocks = [];
  for (const text of given2) {
    const [, name, value] = pair.exec(text) ?? [];
    if (name === void 0 || value === void 0) blocks.push(text);
    else pairs.set(name, typed.test(value) ? value : JSON.stringify(value));
  }
  if (blocks.some((block) => block.trimStart().startsWith("{")) && blocks.length + pairs.size > 1) {
    return err("--values {\u2026} can't be combined with further --values; write name=value for each");
  }
  const lines = [...pairs].map(([name, value]) => `${name}: ${value}`);
  return ok([...blocks.map((block) => block.trimEnd()), ...lines].join("\n"));
}

// src/cli/terminal.ts
var ownFlags = ["checksums", "verbose", "color", "help", "version"];
var repeatable = /* @__PURE__ */ new Set(["target", "values", "manifest"]);
async function parseArguments(argv, metadata) {
  if (argv[0] === "state") return parseStateArguments(argv.slice(1), metadata);
  const { Command, CommanderError, Option } = await import("./esm-DYHAIXEO.js");
  const program = new Command("opus");
  program.exitOverride().configureOutput({ writeOut: () => void 0, writeErr: () => void 0 }).argument("[command]").helpOption("-h, --help").version(metadata.version, "-V, --version").option("--checksums").option("-v, --verbose").option("--color").option("--no-color");
  for (const { name, default: fallback } of metadata.inputs) {
    if (isFlag(fallback)) {
      program.addOption(new Option(`--${name}`)).addOption(new Option(`--no-${name}`));
      continue;
    }
    const option = new Option(`--${name} <value>`);
    if (repeatable.has(name))
      option.argParser((value, before) => [...before ?? [], value]);
    program.addOption(option);
  }
  try {
    program.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.version") return { type: "text", text: `opus ${metadata.version}` };
    if (error.code.startsWith("commander.help")) return { type: "text", text: renderHelp(metadata) };
    if (program.args[0] === "state") return stateFirst;
    return { type: "error", message: explain2(error.code, error.message, argv, metadata) };
  }
  const [command] = program.args;
  if (command === "state") return stateFirst;
  if (command === "help") return { type: "text", text: renderHelp(metadata) };
  return collect(command, program.opts(), metadata);
}
var stateFirst = {
  type: "error",
  message: "`state` comes first: `opus state list --context prod`; see opus state --help"
};
function isFlag(fallback) {
  return fallback === "true" || fallback === "false";
}
function collect(command, options, metadata) {
  const raw = {};
  for (const { name } of metadata.inputs) {
    const value = options[camelCase2(name)];
    if (value === void 0) continue;
    if (name === "values") {
      const values = valuesText(value);
      if (!values.ok) return { type: "error", message: values.error };
      raw[name] = values.value;
    } else raw[name] = Array.isArray(value) ? value.join("\n") : String(value);
  }
  if (command !== void 0) {
    if (raw.command !== void 0 && raw.command !== command) {
      return { type: "error", message: `two commands were given, "${command}" and --command "${raw.command}"` };
    }
    raw.command = command;
  }
  return {
    type: "run",
    raw,
    checksums: options.checksums === true,
    verbose: options.verbose === true,
    color: typeof options.color === "boolean" ? options.color : void 0
  };
}
function camelCase2(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
function explain2(code, message, argv, metadata) {
  const flag = /'(-[^'\s]+)/.exec(message)?.[1] ?? "";
  switch (code) {
    case "commander.unknownOption": {
      const [name = ""] = flag.replace(/^--?/, "").split("=");
      const positive = name.replace(/^no-/, "");
      const flags2 = metadata.inputs.flatMap(
        ({ name: input, default: fallback }) => isFlag(fallback) ? [input, `no-${input}`] : [input]
      );
      if (flags2.includes(positive)) {
        const isSwitch = flags2.includes(`no-${positive}`);
        return isSwitch ? `--${positive} takes no value: write --${positive} or --no-${positive}` : `there is no flag ${flag}: --${positive} takes a value`;
      }
      const near = nearest(name, [...flags2, ...ownFlags]);
      return `there is no flag ${flag}${near === void 0 ? "; see opus --help" : `. Did you mean --${near}?`}`;
    }
    case "commander.optionMissingArgument":
      return `${flag.split(" ")[0]} needs a value`;
    case "commander.excessArguments": {
      const extra = argv.filter((argument) => !argument.startsWith("-")).at(-1) ?? "";
      return `only one command can be given, and "${extra}" is one too many; see opus --help`;
    }
    default:
      return message.replace(/^error: /, "").split("\n")[0] ?? message;
  }
}
export {
  parseArguments
};
