import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/cli/state-commands.ts
var wholeFlags = ["from-project", "from-context", "to-project", "to-context"];
var stateCommands = {
  list: {
    operands: "",
    least: 0,
    most: 0,
    flags: ["json"],
    help: [["list", "the recorded tasks, and those that a run left pending; --json for scripts"]]
  },
  show: {
    operands: "[NAME]",
    least: 0,
    most: 1,
    flags: [],
    help: [["show [NAME]", "what is recorded of a task, or all of the state, as JSON"]]
  },
  pull: {
    operands: "",
    least: 0,
    most: 0,
    flags: [],
    help: [["pull", "the stored state to the byte on standard output: a backup"]]
  },
  push: {
    operands: "FILE",
    least: 1,
    most: 1,
    flags: ["force"],
    help: [
      ["push FILE", "store a recovery file, or a state that was pulled; --force replaces what it does not follow"]
    ]
  },
  rm: {
    operands: "NAME\u2026",
    least: 1,
    most: Number.POSITIVE_INFINITY,
    flags: [],
    writes: true,
    help: [["rm NAME\u2026", "drop tasks (globs) from state; their resources stay as they are"]]
  },
  mv: {
    operands: "OLD NEW",
    least: 2,
    most: 2,
    flags: wholeFlags,
    writes: true,
    help: [
      ["mv OLD NEW", "give a recorded task another name; its resource stays as it is"],
      ["mv --from-\u2026", "carry a whole state over to another project or context, or from one"]
    ]
  },
  history: {
    operands: "",
    least: 0,
    most: 0,
    flags: ["limit", "json"],
    help: [["history", "the versions with which runs ended, newest first; --limit, --json"]]
  },
  keygen: {
    operands: "",
    least: 0,
    most: 0,
    flags: [],
    help: [["keygen", "a new key for `encryption-key`, in the format of age-keygen"]]
  }
};
var stateInputs = {
  context: "Which environment; rules are not asked. Default: the only one that is recorded or named by a rule; for push what the file says.",
  manifest: void 0,
  "working-directory": void 0,
  "state-backend": void 0,
  "state-path": void 0,
  "state-branch": void 0,
  token: void 0,
  "encryption-key": "The key that opens sealed state, and seals what is written. Better in the environment, as OPUS_ENCRYPTION_KEY.",
  initialize: "Take state, or a file to push, that is not sealed although there is a key; what is written is sealed.",
  "lock-timeout": void 0
};
var stateFlags = [
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
  ["--[no-]color", "Colors, or none. Default: as the terminal can."]
];

export {
  wholeFlags,
  stateCommands,
  stateInputs,
  stateFlags
};
