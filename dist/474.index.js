export const id = 474;
export const ids = [474];
export const modules = {

/***/ 90474:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderCompletion: () => (/* binding */ renderCompletion),
/* harmony export */   shells: () => (/* binding */ shells)
/* harmony export */ });
/* harmony import */ var _engine_model_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30468);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95377);
/* harmony import */ var _help_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87911);
/* harmony import */ var _state_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23914);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99225);





const shells = ["bash", "zsh", "fish"];
const choices = {
    refresh: ["all", "changed", "none"],
    "state-backend": ["branch", "cache", "file"],
    "comment-pr": ["always", "on-changes", "never"],
    template: ["files", "http", "scripts"],
    format: ["mermaid", "dot", "svg"],
};
function renderCompletion(shell, metadata) {
    const programs = wordsOf(metadata);
    if (shell === "fish")
        return fish(programs);
    const script = bash(programs);
    return shell === "bash" ? script : zsh(script);
}
function wordsOf({ inputs }) {
    const switches = inputs.flatMap((input) => ((0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .isSwitch */ .Tb)(input) ? [`no-${input.name}`] : []));
    const flags = [...inputs.map(({ name }) => name).filter((name) => name !== "command"), ...switches];
    const run = [...flags, ..._help_js__WEBPACK_IMPORTED_MODULE_1__/* .terminalFlags */ .S6.map(_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .flagName */ .GI), "help", "version"];
    const of = (operands, names) => ({
        operands,
        flags: [...new Set(names)].map((name) => `--${name}`).sort(),
    });
    const rows = Object.entries(_tools_js__WEBPACK_IMPORTED_MODULE_3__/* .tools */ .Y).map(([name, row]) => {
        const operands = name === "completion" ? shells : [];
        return [name, of(operands, [...row.flags.map(_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .flagName */ .GI), "help"])];
    });
    const ofState = [...Object.keys(_state_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .stateInputs */ .l5), ..._state_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .stateFlags */ .tW.map(_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .flagName */ .GI), "help"];
    return new Map([
        ["", of([...Object.keys(_engine_model_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .builtInCommands */ .er), ...Object.keys(_engine_model_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .terminalPrograms */ .uq), "help"], run)],
        ["state", of(Object.keys(_state_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .stateCommands */ .EX), ofState)],
        ...rows,
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
        if (operands.length > 0)
            lines.push(`complete -c opus -f -n '${first}' -a '${operands.join(" ")}'`);
        for (const flag of flags) {
            const long = flag.slice(2);
            const values = choices[long];
            lines.push(`complete -c opus -n '${seen}' -l ${long}${values ? ` -x -a '${values.join(" ")}'` : ""}`);
        }
    }
    return `${lines.join("\n")}\n`;
}


/***/ }),

/***/ 23914:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EX: () => (/* binding */ stateCommands),
/* harmony export */   FH: () => (/* binding */ wholeFlags),
/* harmony export */   l5: () => (/* binding */ stateInputs),
/* harmony export */   tW: () => (/* binding */ stateFlags)
/* harmony export */ });
const wholeFlags = ["from-project", "from-context", "to-project", "to-context"];
const stateCommands = {
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
        operands: "NAME\u2026",
        least: 1,
        most: Number.POSITIVE_INFINITY,
        flags: [],
        writes: true,
        help: [["rm NAME\u2026", "drop tasks (globs) from state; their resources stay as they are"]],
    },
    mv: {
        operands: "OLD NEW",
        least: 2,
        most: 2,
        flags: wholeFlags,
        writes: true,
        help: [
            ["mv OLD NEW", "give a recorded task another name; its resource stays as it is"],
            ["mv --from-\u2026", "carry a whole state over to another project or context, or from one"],
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
};
const stateInputs = {
    context: "Which environment; rules are not asked. Default: the only one that is recorded or named by a rule; for push what the file says.",
    manifest: undefined,
    "working-directory": undefined,
    "state-backend": undefined,
    "state-path": undefined,
    "state-branch": undefined,
    token: undefined,
    "encryption-key": "The key that opens sealed state, and seals what is written. Better in the environment, as OPUS_ENCRYPTION_KEY.",
    initialize: "Take state, or a file to push, that is not sealed although there is a key; what is written is sealed.",
    "lock-timeout": undefined,
};
const stateFlags = [
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


/***/ }),

/***/ 99225:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ tools)
/* harmony export */ });
const folder = ["--working-directory <path>", "The folder that every path is relative to. Default: this one."];
const manifest = ["--manifest <path>", "Files or globs of the manifest. Default: opus.yaml."];
const tools = {
    init: {
        operands: "",
        least: 0,
        most: 0,
        flags: [["--template <name>", "What to begin with: files, http or scripts. Default: files."], folder],
        about: "begin a project: manifest, workflow, .gitignore, editor settings",
        examples: [
            ["opus init", "with a file that says hello"],
            ["opus init --template scripts", "with a resource that scripts make"],
        ],
        notes: ["What is there already stays as it is. Called twice, it changes nothing."],
    },
    explain: {
        operands: "[KIND | KIND.field | CODE]",
        least: 0,
        most: 1,
        flags: [],
        about: "tell what a kind, a field or a code in a message means",
        examples: [
            ["opus explain", "the kinds there are"],
            ["opus explain File", "the fields of a kind"],
            ["opus explain File.spec.path", "one field, and what is below it"],
            ["opus explain unknown-task", "a code of a message"],
        ],
        notes: [],
    },
    graph: {
        operands: "",
        least: 0,
        most: 0,
        flags: [["--format <name>", "mermaid, dot or svg. Default: mermaid."], manifest, folder],
        about: "draw which task of the manifest depends on which",
        examples: [
            ["opus graph", "for a page on GitHub, in a block of mermaid"],
            ["opus graph --format svg > graph.svg", "a picture"],
        ],
        notes: ["All tasks are drawn, whatever contexts and commands they are for."],
    },
    fmt: {
        operands: "[FILE\u2026]",
        least: 0,
        most: Number.POSITIVE_INFINITY,
        flags: [["--check", "Write nothing; exit 1 and name the files that would change."], manifest, folder],
        about: "give the files of the manifest one way of indentation and spacing",
        examples: [
            ["opus fmt", "all files of the manifest"],
            ["opus fmt --check", "only look, for a workflow"],
        ],
        notes: ["Order, comments, quotes and values stay.", "A file that can't be kept so is left as it is, and named."],
    },
    docs: {
        operands: "",
        least: 0,
        most: 0,
        flags: [["--port <number>", "Where to serve them on this machine. Default: a free one."]],
        about: "serve the pages of this version to a browser on this machine",
        examples: [["opus docs", "prints the address; Ctrl-C ends it"]],
        notes: ["Only this machine can see them, and nothing is fetched from elsewhere."],
    },
    completion: {
        operands: "bash | zsh | fish",
        least: 1,
        most: 1,
        flags: [],
        about: "print what makes a shell complete commands and flags",
        examples: [
            ["opus completion bash >> ~/.bash_completion", "for bash, from its next start on"],
            ["opus completion fish > ~/.config/fish/completions/opus.fish", "for fish"],
            ['opus completion zsh > "${fpath[1]}/_opus"', "for zsh"],
        ],
        notes: [],
    },
};


/***/ })

};
