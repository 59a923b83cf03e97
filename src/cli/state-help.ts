import { columns } from "./help.ts";
import type { Metadata } from "./terminal.ts";

const commands: readonly (readonly [usage: string, does: string])[] = [
  ["list", "the recorded tasks, and those that a run left pending; --json for scripts"],
  ["show [NAME]", "what is recorded of a task, or all of the state, as JSON"],
  ["pull", "the stored state to the byte on standard output: a backup"],
  ["push FILE", "store a recovery file, or a state that was pulled; --force replaces what it does not follow"],
  ["rm NAME…", "drop tasks (globs) from state; their resources stay as they are"],
  ["mv OLD NEW", "give a recorded task another name; its resource stays as it is"],
  ["mv --from-…", "carry a whole state over to another project or context, or from one"],
  ["history", "the versions with which runs ended, newest first; --limit, --json"],
  ["keygen", "a new key for `encryption-key`, in the format of age-keygen"],
];

const flags: readonly (readonly [flag: string, does: string])[] = [
  ["--project <name>", "Whose state, when the Project document can't be read. Default: what it says."],
  ["--from-project <name>", "mv: a whole state, of this project. Default: what the Project says."],
  ["--from-context <name>", "mv: a whole state, of this context. Default: --context."],
  ["--to-project <name>", "mv: a whole state, to this project. Default: what the Project says."],
  ["--to-context <name>", "mv: a whole state, to this context. Default: --context."],
  ["--force", "push: also over another lineage or a later serial. Never another project or context."],
  ["--json", "list, history: JSON for scripts."],
  ["--limit <number>", "history: only that many."],
  ["-v, --verbose", "Tell more."],
  ["--[no-]color", "Colors, or none. Default: as the terminal can."],
];

const examples: readonly (readonly [line: string, does: string])[] = [
  ["opus state list --context prod", "what is recorded in prod"],
  ["opus state pull --context prod > backup.json", "a backup"],
  ["opus state push opus-recovery.json", "store what a failed run could not store"],
  ["opus state mv web frontend --context prod", "after the task was renamed in the manifest"],
  ["opus state mv --from-project old --context prod", "after the project was renamed, without `formerNames`"],
  ["opus state keygen > key.txt", "a key to seal state with"],
];

/**
 * The text of `opus state --help`.
 * @param taken names of the inputs that it takes as flags
 */
export function renderStateHelp({ inputs }: Metadata, taken: readonly string[]): string {
  const described = taken.map((name): [string, string] => {
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
    ...columns(commands),
    "",
    "Flags:",
    ...columns([...described, ...flags]),
    "",
    "Examples:",
    ...columns(examples),
    "",
    "push, rm and mv take the lock of the state. Errors in tasks of the manifest are in nobody's way here.",
    "Exit status: 0 when the command did its work, else 1.",
  ].join("\n");
}

/** Of inputs that mean something else here than in a run. */
const ownHelp: { readonly [name: string]: string } = {
  context:
    "Which environment; rules are not asked. Default: the only one that is recorded or named by a rule; for push what the file says.",
  "encryption-key":
    "The key that opens sealed state, and seals what is written. Better in the environment, as OPUS_ENCRYPTION_KEY.",
  initialize: "Take state, or a file to push, that is not sealed although there is a key; what is written is sealed.",
};
