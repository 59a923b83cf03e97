import { columns } from "./columns.ts";
import type { InputRow } from "./metadata.ts";
import { type StateCommandRow, stateCommands, stateFlags, stateInputs } from "./state-commands.ts";

const examples: readonly (readonly [line: string, does: string])[] = [
  ["opus state list --context prod", "what is recorded in prod"],
  ["opus state pull --context prod > backup.json", "a backup"],
  ["opus state push opus-recovery.json", "store what a failed run could not store"],
  ["opus state mv greeting hello --context prod", "after the task was renamed in the manifest"],
  ["opus state mv --from-project old --context prod", "after the project was renamed, without `formerNames`"],
  ["opus state keygen > key.txt", "a key to seal state with"],
];

/**
 * The text of `opus state --help`.
 * @param taken the inputs that it takes as flags
 */
export function renderStateHelp(taken: readonly InputRow[]): string {
  const described = taken.map(({ name, description, default: fallback }): [string, string] => {
    const flag = fallback === "false" ? `--${name}` : `--${name} <value>`;
    return [flag, stateInputs[name] ?? description];
  });
  return [
    "opus state: look at what is recorded, back it up, mend it",
    "",
    "Usage: opus state <command> [arguments] [flags]",
    "",
    "Commands:",
    ...columns(Object.values<StateCommandRow>(stateCommands).flatMap(({ help }) => help)),
    "",
    "Flags:",
    ...columns([...described, ...stateFlags]),
    "",
    "Examples:",
    ...columns(examples),
    "",
    "push, rm and mv take the lock of the state. Errors in tasks of the manifest are in nobody's way here.",
    "Exit status: 0 when the command did its work, else 1.",
  ].join("\n");
}
