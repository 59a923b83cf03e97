import { builtInCommands, terminalPrograms } from "../engine/model/commands.ts";
import { flagName, isSwitch } from "./flags.ts";
import { terminalFlags } from "./help.ts";
import type { Metadata } from "./metadata.ts";
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
  readonly flags: readonly string[];
}

/** A script that makes a shell complete the command line of opus: commands, flags, and the values of some flags. */
export function renderCompletion(shell: Shell, metadata: Metadata): string {
  const programs = wordsOf(metadata);
  if (shell === "fish") return fish(programs);
  const script = bash(programs);
  return shell === "bash" ? script : zsh(script);
}

/** Everything by what comes first; the empty name is for commands of a run. */
function wordsOf({ inputs }: Metadata): ReadonlyMap<string, Words> {
  const switches = inputs.flatMap((input) => (isSwitch(input) ? [`no-${input.name}`] : []));
  const flags = [...inputs.map(({ name }) => name).filter((name) => name !== "command"), ...switches];
  const run = [...flags, ...terminalFlags.map(flagName), "help", "version"];
  const of = (operands: readonly string[], names: readonly string[]): Words => ({
    operands,
    flags: [...new Set(names)].map((name) => `--${name}`).sort(),
  });
  const rows = Object.entries<ToolRow>(tools).map(([name, row]): [string, Words] => {
    const operands = name === "completion" ? shells : [];
    return [name, of(operands, [...row.flags.map(flagName), "help"])];
  });
  const ofState = [...Object.keys(stateInputs), ...stateFlags.map(flagName), "help"];
  return new Map<string, Words>([
    ["", of([...Object.keys(builtInCommands), ...Object.keys(terminalPrograms), "help"], run)],
    ["state", of(Object.keys(stateCommands), ofState)],
    ...rows,
  ]);
}

function bash(programs: ReadonlyMap<string, Words>): string {
  const cases = [...programs].map(([name, { operands, flags }]) => {
    const what = name === "" ? "*" : name;
    return `    ${what}) operands="${name === "" ? "" : operands.join(" ")}" flags="${flags.join(" ")}" ;;`;
  });
  // The one for all others is the last.
  const ordered = [...cases.slice(1), ...cases.slice(0, 1)];
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
${ordered.join("\n")}
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

/** Zsh takes what bash does, once it is told to. */
function zsh(script: string): string {
  return `#compdef opus
autoload -U +X bashcompinit && bashcompinit
${script}`;
}

function fish(programs: ReadonlyMap<string, Words>): string {
  const lines = ["# Completion of opus, made by `opus completion`.", "complete -c opus -e"];
  for (const [name, { operands, flags }] of programs) {
    const others = [...programs.keys()].filter((one) => one !== "");
    const seen =
      name === "" ? `not __fish_seen_subcommand_from ${others.join(" ")}` : `__fish_seen_subcommand_from ${name}`;
    const first = name === "" ? "__fish_use_subcommand" : seen;
    if (operands.length > 0) lines.push(`complete -c opus -f -n '${first}' -a '${operands.join(" ")}'`);
    for (const flag of flags) {
      const long = flag.slice(2);
      const values = choices[long];
      lines.push(`complete -c opus -n '${seen}' -l ${long}${values ? ` -x -a '${values.join(" ")}'` : ""}`);
    }
  }
  return `${lines.join("\n")}\n`;
}
