import { builtInCommands, terminalPrograms } from "../engine/model/commands.ts";
import { type FlagRow, flagName, isSwitch } from "./flags.ts";
import { terminalFlags } from "./help.ts";
import type { Metadata } from "./metadata.ts";
import { siteFlags, siteInputs } from "./site-arguments.ts";
import { stateCommands, stateFlags, stateInputs } from "./state-commands.ts";
import { type ToolRow, tools } from "./tools.ts";

/** The shells for which there is a completion. */
export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** Values that a flag takes, where they are few. */
const choices: { readonly [flag: string]: readonly string[] } = {
  refresh: ["all", "changed", "none"],
  "state-backend": ["branch", "cache", "file"],
  "comment-pr": ["always", "on-changes", "never"],
  template: ["files", "http", "scripts"],
  format: ["mermaid", "dot", "svg"],
};

/** What may follow a command. */
interface Words {
  readonly operands: readonly string[];
  /** With their dashes. */
  readonly flags: readonly string[];
}

interface Completed {
  /** By what comes first; the empty name is for commands of a run. */
  readonly programs: ReadonlyMap<string, Words>;
  /** The flags, with their dashes, that something has to follow. */
  readonly valued: ReadonlySet<string>;
}

/** A script that makes a shell complete the command line of opus: commands, flags, and the values of some flags. */
export function renderCompletion(shell: Shell, metadata: Metadata): string {
  const completed = wordsOf(metadata);
  if (shell === "fish") return fish(completed);
  return shell === "bash" ? bash(completed) : zsh(completed);
}

function wordsOf({ inputs }: Metadata): Completed {
  const switches = inputs.flatMap((input) => (isSwitch(input) ? [`no-${input.name}`] : []));
  const flags = [...inputs.map(({ name }) => name).filter((name) => name !== "command"), ...switches];
  const run = [...flags, ...namesOf(terminalFlags), "help", "version"];
  const commands = [...Object.keys(builtInCommands), ...Object.keys(terminalPrograms)];
  const of = (operands: readonly string[], names: readonly string[]): Words => ({
    operands,
    flags: [...new Set(names)].map((name) => `--${name}`).sort(),
  });
  const rows = Object.entries<ToolRow>(tools).map(([name, row]): [string, Words] => {
    const operands = name === "completion" ? shells : [];
    return [name, of(operands, [...namesOf(row.flags), "help"])];
  });
  const programs = new Map<string, Words>([
    ["", of([...commands, "help"], run)],
    ["help", of(commands, [])],
    ["state", of(Object.keys(stateCommands), [...Object.keys(stateInputs), ...namesOf(stateFlags), "help"])],
    ["site", of([], [...Object.keys(siteInputs), ...namesOf(siteFlags), "help"])],
    ...rows,
  ]);
  const others = [
    terminalFlags,
    stateFlags,
    siteFlags,
    ...Object.values<ToolRow>(tools).map((row) => row.flags),
  ].flat();
  const valued = [
    ...inputs.filter((input) => !isSwitch(input)).map(({ name }) => name),
    ...others.filter(([usage]) => usage.includes("<")).map(flagName),
  ];
  return { programs, valued: new Set(valued.map((name) => `--${name}`)) };
}

/** Of `--[no-]color` both. */
function namesOf(rows: readonly FlagRow[]): readonly string[] {
  return rows.flatMap((row) =>
    row[0].startsWith("--[no-]") ? [flagName(row), `no-${flagName(row)}`] : [flagName(row)],
  );
}

/** Of a `case`: what may follow each program, the one for all others last. */
function casesOf(programs: ReadonlyMap<string, Words>, assigned: (name: string, words: readonly string[]) => string) {
  const cases = [...programs].map(([name, { operands, flags }]) => {
    const what = name === "" ? "*" : name;
    return `    ${what}) ${assigned("operands", name === "" ? [] : operands)} ${assigned("flags", flags)} ;;`;
  });
  return [...cases.slice(1), ...cases.slice(0, 1)].join("\n");
}

function bash({ programs }: Completed): string {
  const cases = casesOf(programs, (name, words) => `${name}="${words.join(" ")}"`);
  const values = Object.entries(choices).map(([flag, words]) => `    --${flag}) words="${words.join(" ")}" ;;`);
  return `# Completion of opus, made by \`opus completion\`.
_opus() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" operands flags words=""
  COMPREPLY=()
  case "$before" in
${values.join("\n")}
  esac
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  if [ "$COMP_CWORD" -eq 1 ] && [[ "$current" != -* ]]; then
    COMPREPLY=($(compgen -W "${programs.get("")?.operands.join(" ")}" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases}
  esac
  if [[ "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$current"))
  elif [ -n "$operands" ]; then
    COMPREPLY=($(compgen -W "$operands" -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _opus opus
`;
}

/** To be read by the shell (`eval`), or to be a file `_opus` in a folder of `fpath`. */
function zsh({ programs }: Completed): string {
  const values = Object.entries(choices).map(
    ([flag, words]) => `    --${flag}) compadd -- ${words.join(" ")}; return ;;`,
  );
  return `#compdef opus
# Completion of opus, made by \`opus completion\`.
_opus() {
  local -a operands flags
  case "$words[CURRENT-1]" in
${values.join("\n")}
  esac
  if (( CURRENT == 2 )) && [[ "$words[2]" != -* ]]; then
    compadd -- ${programs.get("")?.operands.join(" ")}
    return
  fi
  case "$words[2]" in
${casesOf(programs, (name, all) => `${name}=(${all.join(" ")})`)}
  esac
  if [[ "$words[CURRENT]" == -* ]]; then
    compadd -- $flags
  elif (( $#operands )); then
    compadd -- $operands
  else
    _files
  fi
}
if [[ "$funcstack[1]" == _opus ]]; then
  _opus "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }
  compdef _opus opus
fi
`;
}

function fish({ programs, valued }: Completed): string {
  const lines = ["# Completion of opus, made by `opus completion`.", "complete -c opus -e"];
  const others = [...programs.keys()].filter((one) => one !== "");
  for (const [name, { operands, flags }] of programs) {
    const seen =
      name === "" ? `not __fish_seen_subcommand_from ${others.join(" ")}` : `__fish_seen_subcommand_from ${name}`;
    const first = name === "" ? "__fish_use_subcommand" : seen;
    if (operands.length > 0) lines.push(`complete -c opus -f -n '${first}' -a '${operands.join(" ")}'`);
    for (const flag of flags) {
      const long = flag.slice(2);
      const values = choices[long];
      const follows = values ? ` -x -a '${values.join(" ")}'` : valued.has(flag) ? " -r" : "";
      lines.push(`complete -c opus -n '${seen}' -l ${long}${follows}`);
    }
  }
  return `${lines.join("\n")}\n`;
}
