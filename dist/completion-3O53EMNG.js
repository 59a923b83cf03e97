import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  stateCommands,
  stateFlags,
  stateInputs
} from "./chunk-I5UHGJZE.js";
import {
  tools
} from "./chunk-HWNA66OD.js";
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

// src/cli/completion.ts
var shells = ["bash", "zsh", "fish"];
var choices = {
  refresh: ["all", "changed", "none"],
  "state-backend": ["branch", "cache", "file"],
  "comment-pr": ["always", "on-changes", "never"],
  template: ["files", "http", "scripts"],
  format: ["mermaid", "dot", "svg"]
};
function renderCompletion(shell, metadata) {
  const programs = wordsOf(metadata);
  if (shell === "fish") return fish(programs);
  const script = bash(programs);
  return shell === "bash" ? script : zsh(script);
}
function wordsOf({ inputs }) {
  const switches = inputs.flatMap((input) => isSwitch(input) ? [`no-${input.name}`] : []);
  const flags = [...inputs.map(({ name }) => name).filter((name) => name !== "command"), ...switches];
  const run = [...flags, ...terminalFlags.map(flagName), "help", "version"];
  const of = (operands, names) => ({
    operands,
    flags: [...new Set(names)].map((name) => `--${name}`).sort()
  });
  const rows = Object.entries(tools).map(([name, row]) => {
    const operands = name === "completion" ? shells : [];
    return [name, of(operands, [...row.flags.map(flagName), "help"])];
  });
  const ofState = [...Object.keys(stateInputs), ...stateFlags.map(flagName), "help"];
  return new Map([
    ["", of([...Object.keys(builtInCommands), ...Object.keys(terminalPrograms), "help"], run)],
    ["state", of(Object.keys(stateCommands), ofState)],
    ...rows
  ]);
}
function bash(programs) {
  const cases = [...programs].map(([name, { operands, flags }]) => {
    const what = name === "" ? "*" : name;
    return `    ${what}) operands="${name === "" ? "" : operands.join(" ")}" flags="${flags.join(" ")}" ;;`;
  });
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
function zsh(script) {
  return `#compdef opus
autoload -U +X bashcompinit && bashcompinit
${script}`;
}
function fish(programs) {
  const lines = ["# Completion of opus, made by `opus completion`.", "complete -c opus -e"];
  for (const [name, { operands, flags }] of programs) {
    const others = [...programs.keys()].filter((one) => one !== "");
    const seen = name === "" ? `not __fish_seen_subcommand_from ${others.join(" ")}` : `__fish_seen_subcommand_from ${name}`;
    const first = name === "" ? "__fish_use_subcommand" : seen;
    if (operands.length > 0) lines.push(`complete -c opus -f -n '${first}' -a '${operands.join(" ")}'`);
    for (const flag of flags) {
      const long = flag.slice(2);
      const values = choices[long];
      lines.push(`complete -c opus -n '${seen}' -l ${long}${values ? ` -x -a '${values.join(" ")}'` : ""}`);
    }
  }
  return `${lines.join("\n")}
`;
}
export {
  renderCompletion,
  shells
};
