import type { FlagRow } from "./flags.ts";

/** One command of `opus state`. */
export interface StateCommandRow {
  /** What follows its name, as in the help. */
  readonly operands: string;
  /** How many operands it takes. */
  readonly least: number;
  readonly most: number;
  /** Changes state, so an untrusted run may not. */
  readonly writes?: true;
  /** Flags of `stateFlags` that only some commands have, and this one has. */
  readonly flags: readonly string[];
  /** How it is called, and what it does then. */
  readonly help: readonly (readonly [usage: string, does: string])[];
}

/** Flags of `opus state mv` that name a whole state. */
export const wholeFlags = ["from-project", "from-context", "to-project", "to-context"] as const;

/** The commands of `opus state`, in the order of its help. */
export const stateCommands = {
  list: {
    operands: "",
    least: 0,
    most: 0,
    flags: ["json"],
    help: [["list", "the recorded tasks, and those that a run left pending; --json for scripts"]],
  },
  show: {
    operands: "[NAME]",
    least: 0,
    most: 1,
    flags: [],
    help: [["show [NAME]", "what is recorded of a task, or all of the state, as JSON"]],
  },
  pull: {
    operands: "",
    least: 0,
    most: 0,
    flags: [],
    help: [["pull", "the stored state to the byte on standard output: a backup"]],
  },
  push: {
    operands: "FILE",
    least: 1,
    most: 1,
    flags: ["force"],
    help: [
      ["push FILE", "store a recovery file, or a state that was pulled; --force replaces what it does not follow"],
    ],
  },
  rm: {
    operands: "NAME…",
    least: 1,
    most: Number.POSITIVE_INFINITY,
    flags: [],
    writes: true,
    help: [["rm NAME…", "drop tasks (globs) from state; their resources stay as they are"]],
  },
  mv: {
    operands: "OLD NEW",
    least: 2,
    most: 2,
    flags: wholeFlags,
    writes: true,
    help: [
      ["mv OLD NEW", "give a recorded task another name; its resource stays as it is"],
      ["mv --from-…", "carry a whole state over to another project or context, or from one"],
    ],
  },
  history: {
    operands: "",
    least: 0,
    most: 0,
    flags: ["limit", "json"],
    help: [["history", "the versions with which runs ended, newest first; --limit, --json"]],
  },
  keygen: {
    operands: "",
    least: 0,
    most: 0,
    flags: [],
    help: [["keygen", "a new key for `encryption-key`, in the format of age-keygen"]],
  },
} as const satisfies { readonly [name: string]: StateCommandRow };

export type StateSubcommand = keyof typeof stateCommands;

/** The inputs that say which state is meant, and how long to wait for it; each with its own words, where it means something else than in a run. */
export const stateInputs: { readonly [name: string]: string | undefined } = {
  context:
    "Which environment; rules are not asked. Default: the only one that is recorded or named by a rule; for push what the file says.",
  manifest: undefined,
  "working-directory": undefined,
  "state-backend": undefined,
  "state-path": undefined,
  "state-branch": undefined,
  token: undefined,
  "encryption-key":
    "The key that opens sealed state, and seals what is written. Better in the environment, as OPUS_ENCRYPTION_KEY.",
  initialize: "Take state, or a file to push, that is not sealed although there is a key; what is written is sealed.",
  "lock-timeout": undefined,
};

/** The flags of `opus state` that are no inputs. */
export const stateFlags: readonly FlagRow[] = [
  ["--project <name>", "Whose state, when the Project document can't be read. Default: what it says."],
  ["--from-project <name>", "mv: a whole state, of this project. Default: what the Project says."],
  ["--from-context <name>", "mv: a whole state, of this context. Default: --context."],
  ["--to-project <name>", "mv: a whole state, to this project. Default: what the Project says."],
  ["--to-context <name>", "mv: a whole state, to this context. Default: --context."],
  ["--force", "push: also over another lineage or a later serial. Never another project or context."],
  ["--json", "list, history: JSON for scripts."],
  ["--limit <number>", "history: only that many."],
  ["-v, --verbose", "Tell more."],
  ["--debug", "Print to standard error what opus does, with times, for a bug report."],
  ["--[no-]color", "Colors, or none. Default: as the terminal can."],
];
