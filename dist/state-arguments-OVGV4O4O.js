import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  stateCommands,
  stateFlags,
  stateInputs,
  wholeFlags
} from "./chunk-I5UHGJZE.js";
import {
  plainArguments
} from "./chunk-7JAIB773.js";
import {
  nearest
} from "./chunk-DGTLEPWR.js";
import {
  addFlags,
  addInputs,
  columns,
  flagName,
  givenInputs,
  optionOf
} from "./chunk-5HGUDYUH.js";
import "./chunk-QHW5LFAW.js";

// src/cli/state-help.ts
var examples = [
  ["opus state list --context prod", "what is recorded in prod"],
  ["opus state pull --context prod > backup.json", "a backup"],
  ["opus state push opus-recovery.json", "store what a failed run could not store"],
  ["opus state mv web frontend --context prod", "after the task was renamed in the manifest"],
  ["opus state mv --from-project old --context prod", "after the project was renamed, without `formerNames`"],
  ["opus state keygen > key.txt", "a key to seal state with"]
];
function renderStateHelp(taken) {
  const described = taken.map(({ name, description, default: fallback }) => {
    const flag = fallback === "false" ? `--${name}` : `--${name} <value>`;
    return [flag, stateInputs[name] ?? description];
  });
  return [
    "opus state: look at what is recorded, back it up, mend it",
    "",
    "Usage: opus state <command> [arguments] [flags]",
    "",
    "Commands:",
    ...columns(Object.values(stateCommands).flatMap(({ help }) => help)),
    "",
    "Flags:",
    ...columns([...described, ...stateFlags]),
    "",
    "Examples:",
    ...columns(examples),
    "",
    "push, rm and mv take the lock of the state. Errors in tasks of the manifest are in nobody's way here.",
    "Exit status: 0 when the command did its work, else 1."
  ].join("\n");
}

// src/cli/state-arguments.ts
async function parseStateArguments(argv, metadata) {
  const inputs = Object.keys(stateInputs).flatMap((name) => metadata.inputs.find((input) => input.name === name) ?? []);
  const plain = plainArguments(argv, { inputs, negatable: false, others: stateFlags });
  if (plain !== void 0) return asked(plain, inputs);
  const { Command, CommanderError } = await import("./esm-DYHAIXEO.js");
  const program = new Command("opus state");
  program.exitOverride().configureOutput({ writeOut: () => void 0, writeErr: () => void 0 }).argument("[subcommand]").argument("[operands...]").helpOption("-h, --help").version(metadata.version, "-V, --version");
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
function asked({ operands, options }, inputs) {
  if (operands[0] === "help") return { type: "text", text: renderStateHelp(inputs) };
  return request(operands, options, givenInputs(options, inputs));
}
function request([name, ...operands], options, raw) {
  const names = Object.keys(stateCommands);
  if (name === void 0) return problem(`\`opus state\` needs one of ${names.join(", ")}; see opus state --help`);
  if (!isSubcommand(name)) {
    const near = nearest(name, names);
    const hint = near === void 0 ? `There are ${names.join(", ")}.` : `Did you mean ${near}?`;
    return problem(`there is no \`opus state ${name}\`. ${hint}`);
  }
  const usage = stateCommands[name];
  const whole = wholeState(options);
  if (name === "mv" && whole !== void 0 && operands.length > 0)
    return problem(
      "`opus state mv` takes the names of a task, or the flags of a whole state (--from-project, --from-context, --to-project, --to-context), not both"
    );
  if (name === "mv" && whole !== void 0) return stateRequest(name, operands, options, raw, whole);
  if (operands.length < usage.least || operands.length > usage.most)
    return problem(`\`opus state ${name}\` takes ${usage.operands || "no names"}; see opus state --help`);
  for (const flag of new Set(names.flatMap((one) => stateCommands[one].flags))) {
    if (optionOf(options, flag) === void 0 || usage.flags.includes(flag)) continue;
    const takers = names.filter((one) => stateCommands[one].flags.includes(flag));
    return problem(`--${flag} is for \`opus state ${takers.join("` and `opus state ")}\`, not for ${name}`);
  }
  const { limit } = options;
  if (limit !== void 0 && !/^[1-9]\d{0,8}$/.test(String(limit)))
    return problem(`--limit must be a whole number from 1, not "${limit}"`);
  return stateRequest(name, operands, options, raw, void 0);
}
function stateRequest(subcommand, operands, options, raw, whole) {
  const { limit, project, color } = options;
  return {
    type: "state",
    subcommand,
    operands,
    raw,
    project: project === void 0 ? void 0 : String(project),
    whole,
    force: options.force === true,
    json: options.json === true,
    limit: limit === void 0 ? void 0 : Number(limit),
    verbose: options.verbose === true,
    debug: options.debug === true,
    color: typeof color === "boolean" ? color : void 0
  };
}
function wholeState(options) {
  if (wholeFlags.every((flag) => optionOf(options, flag) === void 0)) return void 0;
  const text = (flag) => {
    const value = optionOf(options, flag);
    return value === void 0 ? void 0 : String(value);
  };
  return {
    fromProject: text("from-project"),
    fromContext: text("from-context"),
    toProject: text("to-project"),
    toContext: text("to-context")
  };
}
function isSubcommand(name) {
  return Object.hasOwn(stateCommands, name);
}
function explain(code, message) {
  const flag = /'(-[^'\s=]+)/.exec(message)?.[1] ?? "";
  if (code === "commander.optionMissingArgument") return `${flag} needs a value`;
  if (code !== "commander.unknownOption") return message.replace(/^error: /, "").split("\n")[0] ?? message;
  const name = flag.replace(/^--?/, "");
  const flags = [...Object.keys(stateInputs), ...stateFlags.map(flagName), "help", "version"];
  const near = nearest(name, flags);
  return `\`opus state\` has no flag ${flag}${near === void 0 ? "; see opus state --help" : `. Did you mean --${near}?`}`;
}
function problem(message) {
  return { type: "error", message };
}
export {
  parseStateArguments
};
