import { type builtInCommands, commandNamed, terminalPrograms } from "../engine/model/commands.ts";
import { columns, wrap } from "./columns.ts";
import { type FlagRow, flagName } from "./flags.ts";
import { inputRow, terminalFlags } from "./help.ts";
import type { Metadata } from "./metadata.ts";

/** The commands, and the one program that takes their flags. */
export type CommandName = keyof typeof builtInCommands | "debug-info";

/** What the help of one command tells beside what the command does. */
export interface CommandHelp {
  /** Names of inputs and of flags of a terminal that matter to it. */
  readonly flags: readonly string[];
  /** They work in a project as `opus init` makes it, once it was applied. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  readonly notes?: readonly string[];
}

const where = ["context", "manifest", "working-directory"];
const given = ["values", "values-file"];
const state = ["state-backend", "state-branch", "state-path", "token", "encryption-key", "initialize"];
const shown = ["report-path", "json", "quiet", "verbose", "debug", "color"];
const acting = ["target", ...given, "lock-timeout", "parallelism", "fail-fast"];

const ofActing: Pick<CommandHelp, "flags"> = {
  flags: [...where, ...acting, "refresh", "max-deletes", "plan-digest", "expect-no-changes", ...state, ...shown],
};

/** The help of each command. */
export const commandHelp: { readonly [name in CommandName]: CommandHelp } = {
  plan: {
    flags: [
      ...[...where, "plan-command", "target", ...given, "refresh", "parallelism", "expect-no-changes"],
      ...["detailed-exitcode", ...state, ...shown],
    ],
    examples: [
      ["opus plan", "what apply would do"],
      ["opus plan --target greeting", "for one task, with what it depends on"],
      ["opus plan --plan-command delete", "what delete would do"],
      ["opus plan --detailed-exitcode", "exit 2 when there are changes"],
      ["opus plan --json", "the report as JSON, and nothing else"],
    ],
  },
  apply: {
    ...ofActing,
    examples: [
      ["opus apply", "make it so"],
      ["opus apply --target 'greet*'", "only some tasks"],
      ["opus apply --quiet", "tell only the result"],
    ],
    notes: ["`opus plan` shows beforehand what it would do."],
  },
  create: { ...ofActing, examples: [["opus create", "make what was never made, change nothing else"]] },
  update: { ...ofActing, examples: [["opus update", "change what differs, make what is gone, and nothing new"]] },
  delete: {
    flags: ["context", "yes", "manifest", "working-directory", "project", ...acting, ...state, ...shown],
    examples: [
      ["opus plan --plan-command delete --context prod", "what it would delete"],
      ["opus delete --context prod", "after a question, where somebody can answer"],
      ["opus delete --context prod --yes", "without a question"],
    ],
    notes: ["At a terminal it shows its plan and asks. In a script it does not ask."],
  },
  describe: {
    flags: ["context", "manifest", "working-directory", "project", "target", "checksums", ...state, ...shown],
    examples: [
      ["opus describe", "what is recorded, and what is really there"],
      ["opus describe --checksums", "with the checksums that tell one from the other"],
    ],
  },
  drift: {
    flags: [
      ...[...where, "target", ...given, "fail-on-drift", "detailed-exitcode", "accept", "dry-run", "shared"],
      ...["parallelism", ...state, ...shown],
    ],
    examples: [
      ["opus drift", "what was changed by hand"],
      ["opus drift --fail-on-drift", "exit 1 when something was"],
      ["opus drift --accept --dry-run --context prod", "what the manifest would say to keep it"],
    ],
  },
  rollback: {
    flags: [...where, "to", "lock-timeout", "parallelism", "fail-fast", ...state, ...shown],
    examples: [
      ["opus rollback", "undo the last run"],
      ["opus state history", "the serials that it can go back to"],
    ],
    notes: ["Without --to it works once: a second one finds no run to undo."],
  },
  validate: {
    flags: [...where, ...given, "json", "quiet", "verbose", "debug", "color"],
    examples: [
      ["opus validate", "what holds in every context"],
      ["opus validate --context prod", "values and secrets of one context, too"],
    ],
  },
  contexts: {
    flags: [...where, "recorded", "changed", "json", "verbose", "debug", "color"],
    examples: [
      ["opus contexts", "all of them, and what leads to each"],
      ["opus contexts --json", "the names as JSON, and nothing else"],
      ["opus contexts --recorded", "those of which something is recorded"],
    ],
  },
  projects: {
    flags: ["manifest", "working-directory", "changed", "json", "verbose", "debug", "color"],
    examples: [["opus projects --json", "the projects below this folder, as JSON"]],
  },
  forget: {
    flags: ["context", "target", "manifest", "working-directory", "project", "lock-timeout", ...state, ...shown],
    examples: [["opus forget --target greeting", "drop it from state, and leave the resource"]],
    notes: ["`opus rollback` takes it into state again."],
  },
  unlock: {
    flags: ["context", "lock-id", "manifest", "working-directory", "project", ...state, "debug", "color"],
    examples: [["opus unlock --context prod --lock-id ID", "the id stands in the message of who waits for it"]],
    notes: ["Only when the run that holds the lock is gone for good."],
  },
  report: {
    flags: ["reports", "working-directory", ...shown],
    examples: [["opus report --reports 'reports/*.json'", "one summary of what several runs wrote with --report-path"]],
  },
  "debug-info": {
    flags: [...where, ...given, ...state],
    examples: [["opus debug-info", "Markdown, to paste into an issue"]],
    notes: ["It runs nothing of the repository and writes nothing. Give it the flags of", "the run that it is about."],
  },
};

/** Whether there is a help of its own for what is called so. */
export function hasHelp(name: string): name is CommandName {
  return Object.hasOwn(commandHelp, name);
}

/** The text of `opus COMMAND --help`. */
export function renderCommandHelp(name: CommandName, { inputs }: Metadata): string {
  const { flags, examples, notes = [] } = commandHelp[name];
  const rows = flags.flatMap((flag): readonly FlagRow[] => {
    const input = inputs.find((one) => one.name === flag);
    if (input) return [inputRow(input)];
    return terminalFlags.filter((one) => flagName(one) === flag);
  });
  return [
    ...wrap(`opus ${name}: ${name === "debug-info" ? terminalPrograms[name].help : commandNamed(name)?.help}`, 80),
    "",
    `Usage: opus ${name} [flags]`,
    "",
    "Examples:",
    ...columns(examples),
    "",
    "Flags:",
    ...columns(rows),
    ...(notes.length === 0 ? [] : ["", ...notes]),
    "",
    "`opus --help` lists all commands and flags.",
  ].join("\n");
}
