import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  commandLine
} from "./chunk-FOQK4HC4.js";
import {
  nearest
} from "./chunk-DGTLEPWR.js";
import {
  terminalFlags
} from "./chunk-XUZ6IPK2.js";
import {
  builtInCommands,
  terminalPrograms
} from "./chunk-DPEJMFBY.js";
import {
  flagName,
  isSwitch
} from "./chunk-5HGUDYUH.js";
import "./chunk-QHW5LFAW.js";

// src/cli/explain-arguments.ts
function explain(code, message, operands, metadata) {
  const flag = /'(-[^'\s=]+)/.exec(message)?.[1] ?? "";
  switch (code) {
    case "commander.unknownOption": {
      const name = flag.replace(/^--?/, "");
      const positive = name.replace(/^no-/, "");
      const flags = metadata.inputs.flatMap(
        (input) => isSwitch(input) ? [input.name, `no-${input.name}`] : [input.name]
      );
      if (/^-[^-]/.test(flag) && flags.includes(name)) return `there is no flag ${flag}. Did you mean -${flag}?`;
      if (flags.includes(positive)) {
        return flags.includes(`no-${positive}`) ? `--${positive} takes no value: write --${positive} or --no-${positive}` : `there is no flag ${flag}: --${positive} takes a value`;
      }
      const near = nearest(name, [...flags, ...terminalFlags.map(flagName), "help", "version"]);
      return `there is no flag ${flag}${near === void 0 ? "; see opus --help" : `. Did you mean --${near}?`}`;
    }
    case "commander.optionMissingArgument":
      return `${flag.split(" ")[0]} needs a value`;
    case "commander.excessArguments": {
      return explainExtra(operands);
    }
    default:
      return message.replace(/^error: /, "").split("\n")[0] ?? message;
  }
}
function explainExtra([command = "", extra = ""]) {
  const names = [...Object.keys(builtInCommands), ...Object.keys(terminalPrograms)];
  const near = names.includes(command) ? void 0 : nearest(command, names);
  if (near !== void 0) return `there is no command "${command}". Did you mean \`opus ${near}\`?`;
  if (names.includes(extra)) return `only one command can be given, and "${extra}" is one too many; see opus --help`;
  return `a command is not followed by names, and "${extra}" is one. Did you mean --target ${extra}?`;
}
function explainUnknown(name) {
  const near = nearest(name, [...Object.keys(builtInCommands), ...Object.keys(terminalPrograms)]);
  return `there is no command "${name}"${near === void 0 ? "; see opus --help" : `. Did you mean \`opus ${near}\`?`}`;
}
function dryRunInstead(raw) {
  return `--dry-run is for \`opus drift --accept\`. To see what would be done: \`${planLine(raw)}\``;
}
function planLine({ command = "apply", context, target }) {
  const previewed = command === "plan" || command === "apply" ? [] : ["--plan-command", command];
  const named = context === void 0 ? [] : ["--context", context];
  const targets = (target ?? "").split("\n").filter((one) => one !== "");
  return commandLine(["opus", "plan", ...previewed, ...named, ...targets.flatMap((one) => ["--target", one])]);
}
export {
  dryRunInstead,
  explain,
  explainUnknown
};
