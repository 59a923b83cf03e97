import { builtInCommands, terminalPrograms } from "../engine/model/commands.ts";
import { nearest } from "../engine/references/references.ts";
import { commandLine } from "../engine/text/command-line.ts";
import { flagName, isSwitch } from "./flags.ts";
import { terminalFlags } from "./help.ts";
import type { Metadata } from "./metadata.ts";

/** One line: what is wrong, and what was probably meant. No values of flags, which may be secrets. */
export function explain(code: string, message: string, operands: readonly string[], metadata: Metadata): string {
  const flag = /'(-[^'\s=]+)/.exec(message)?.[1] ?? "";
  switch (code) {
    case "commander.unknownOption": {
      const name = flag.replace(/^--?/, "");
      const positive = name.replace(/^no-/, "");
      const flags = metadata.inputs.flatMap((input) =>
        isSwitch(input) ? [input.name, `no-${input.name}`] : [input.name],
      );
      if (/^-[^-]/.test(flag) && flags.includes(name)) return `there is no flag ${flag}. Did you mean -${flag}?`;
      if (flags.includes(positive)) {
        return flags.includes(`no-${positive}`)
          ? `--${positive} takes no value: write --${positive} or --no-${positive}`
          : `there is no flag ${flag}: --${positive} takes a value`;
      }
      const near = nearest(name, [...flags, ...terminalFlags.map(flagName), "help", "version"]);
      return `there is no flag ${flag}${near === undefined ? "; see opus --help" : `. Did you mean --${near}?`}`;
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

/** More words than the command. */
function explainExtra([command = "", extra = ""]: readonly string[]): string {
  const names = [...Object.keys(builtInCommands), ...Object.keys(terminalPrograms)];
  const near = names.includes(command) ? undefined : nearest(command, names);
  if (near !== undefined) return `there is no command "${command}". Did you mean \`opus ${near}\`?`;
  if (names.includes(extra)) return `only one command can be given, and "${extra}" is one too many; see opus --help`;
  return `a command is not followed by names, and "${extra}" is one. Did you mean --target ${extra}?`;
}

/** A word where a command was to stand. */
export function explainUnknown(name: string): string {
  const near = nearest(name, [...Object.keys(builtInCommands), ...Object.keys(terminalPrograms)]);
  return `there is no command "${name}"${near === undefined ? "; see opus --help" : `. Did you mean \`opus ${near}\`?`}`;
}

/** What to say to who wants to see what a command would do. */
export function dryRunInstead(raw: { readonly [name: string]: string }): string {
  return `--dry-run is for \`opus drift --accept\`. To see what would be done: \`${planLine(raw)}\``;
}

/** The command that shows what another one would do. Values of other flags are not repeated: they may be secrets. */
function planLine({ command = "apply", context, target }: { readonly [name: string]: string }): string {
  const previewed = command === "plan" || command === "apply" ? [] : ["--plan-command", command];
  const named = context === undefined ? [] : ["--context", context];
  const targets = (target ?? "").split("\n").filter((one) => one !== "");
  return commandLine(["opus", "plan", ...previewed, ...named, ...targets.flatMap((one) => ["--target", one])]);
}
