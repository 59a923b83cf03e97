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
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95377);
/* harmony import */ var _help_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87911);
/* harmony import */ var _site_arguments_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58270);
/* harmony import */ var _state_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23914);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99225);






const shells = ["bash", "zsh", "fish"];
const choices = {
    refresh: ["all", "changed", "none"],
    "state-backend": ["branch", "cache", "file"],
    "comment-pr": ["always", "on-changes", "never"],
    template: ["files", "http", "scripts"],
    format: ["mermaid", "dot", "svg"],
};
function renderCompletion(shell, metadata) {
    const completed = wordsOf(metadata);
    if (shell === "fish")
        return fish(completed);
    return shell === "bash" ? bash(completed) : zsh(completed);
}
function wordsOf({ inputs }) {
    const switches = inputs.flatMap((input) => ((0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .isSwitch */ .Tb)(input) ? [`no-${input.name}`] : []));
    const flags = [...inputs.map(({ name }) => name).filter((name) => name !== "command"), ...switches];
    const run = [...flags, ...namesOf(_help_js__WEBPACK_IMPORTED_MODULE_1__/* .terminalFlags */ .S6), "help", "version"];
    const commands = [...Object.keys(_engine_model_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .builtInCommands */ .er), ...Object.keys(_engine_model_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .terminalPrograms */ .uq)];
    const of = (operands, names) => ({
        operands,
        flags: [...new Set(names)].map((name) => `--${name}`).sort(),
    });
    const rows = Object.entries(_tools_js__WEBPACK_IMPORTED_MODULE_4__/* .tools */ .Y).map(([name, row]) => {
        const operands = name === "completion" ? shells : [];
        return [name, of(operands, [...namesOf(row.flags), "help"])];
    });
    const programs = new Map([
        ["", of([...commands, "help"], run)],
        ["help", of(commands, [])],
        ["state", of(Object.keys(_state_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .stateCommands */ .EX), [...Object.keys(_state_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .stateInputs */ .l5), ...namesOf(_state_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .stateFlags */ .tW), "help"])],
        ["site", of([], [...Object.keys(_site_arguments_js__WEBPACK_IMPORTED_MODULE_2__/* .siteInputs */ .N), ...namesOf(_site_arguments_js__WEBPACK_IMPORTED_MODULE_2__/* .siteFlags */ .r), "help"])],
        ...rows,
    ]);
    const others = [
        _help_js__WEBPACK_IMPORTED_MODULE_1__/* .terminalFlags */ .S6,
        _state_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .stateFlags */ .tW,
        _site_arguments_js__WEBPACK_IMPORTED_MODULE_2__/* .siteFlags */ .r,
        ...Object.values(_tools_js__WEBPACK_IMPORTED_MODULE_4__/* .tools */ .Y).map((row) => row.flags),
    ].flat();
    const valued = [
        ...inputs.filter((input) => !(0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .isSwitch */ .Tb)(input)).map(({ name }) => name),
        ...others.filter(([usage]) => usage.includes("<")).map(_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .flagName */ .GI),
    ];
    return { programs, valued: new Set(valued.map((name) => `--${name}`)) };
}
function namesOf(rows) {
    return rows.flatMap((row) => row[0].startsWith("--[no-]") ? [(0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .flagName */ .GI)(row), `no-${(0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .flagName */ .GI)(row)}`] : [(0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .flagName */ .GI)(row)]);
}
function casesOf(programs, assigned) {
    const cases = [...programs].map(([name, { operands, flags }]) => {
        const what = name === "" ? "*" : name;
        return `    ${what}) ${assigned("operands", name === "" ? [] : operands)} ${assigned("flags", flags)} ;;`;
    });
    return [...cases.slice(1), ...cases.slice(0, 1)].join("\n");
}
function bash({ programs }) {
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
function zsh({ programs }) {
    const values = Object.entries(choices).map(([flag, words]) => `    --${flag}) compadd -- ${words.join(" ")}; return ;;`);
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
function fish({ programs, valued }) {
    const lines = ["# Completion of opus, made by `opus completion`.", "complete -c opus -e"];
    const others = [...programs.keys()].filter((one) => one !== "");
    for (const [name, { operands, flags }] of programs) {
        const seen = name === "" ? `not __fish_seen_subcommand_from ${others.join(" ")}` : `__fish_seen_subcommand_from ${name}`;
        const first = name === "" ? "__fish_use_subcommand" : seen;
        if (operands.length > 0)
            lines.push(`complete -c opus -f -n '${first}' -a '${operands.join(" ")}'`);
        for (const flag of flags) {
            const long = flag.slice(2);
            const values = choices[long];
            const follows = values ? ` -x -a '${values.join(" ")}'` : valued.has(flag) ? " -r" : "";
            lines.push(`complete -c opus -n '${seen}' -l ${long}${follows}`);
        }
    }
    return `${lines.join("\n")}\n`;
}


/***/ }),

/***/ 58270:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ siteInputs),
/* harmony export */   parseSiteArguments: () => (/* binding */ parseSiteArguments),
/* harmony export */   r: () => (/* binding */ siteFlags)
/* harmony export */ });
/* harmony import */ var _engine_references_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5375);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82193);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95377);



const siteInputs = {
    manifest: "Files or globs with the manifest, of which only the Project counts: it says where state is.",
    "working-directory": undefined,
    "state-backend": undefined,
    "state-path": undefined,
    "state-branch": undefined,
    token: "For the repository, as GitHub's job token. Better in the environment, as GITHUB_TOKEN, in a job of GitHub Actions.",
    "encryption-key": "The key that opens sealed states. Better in the environment, as OPUS_ENCRYPTION_KEY.",
    initialize: "Take states that are not sealed although there is a key.",
};
const defaultLimit = 500;
const siteFlags = [
    ["--out <folder>", "Where the site goes: a folder that is empty, not there yet, or holds an earlier site."],
    ["--report <file...>", "Reports of `opus drift`, or folders with some. May be repeated."],
    ["--values", "Show specs and outputs, too, nothing sensitive. Whoever can read the site can read them."],
    ["--limit <number>", `How many runs of each context are shown, the last ones. Default: ${defaultLimit}.`],
    ["-v, --verbose", "Tell more."],
    ["--debug", "Print to standard error what opus does, with times, for a bug report."],
    ["--[no-]color", "Colors, or none. Default: as the terminal can."],
];
const examples = [
    ["opus site --out site", "of all states that are recorded here"],
    ["opus site --out site --state-backend branch", "of all states on the branch of origin"],
    ["opus site --out site --report reports", "with what reports of drift tell"],
];
async function parseSiteArguments(argv, metadata) {
    const inputs = Object.keys(siteInputs).flatMap((name) => metadata.inputs.find((input) => input.name === name) ?? []);
    const { Command, CommanderError } = await __webpack_require__.e(/* import() */ 8179).then(__webpack_require__.bind(__webpack_require__, 48179));
    const program = new Command("opus site");
    program
        .exitOverride()
        .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
        .argument("[operands...]")
        .helpOption("-h, --help")
        .version(metadata.version, "-V, --version");
    (0,_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .addFlags */ .zA)(program, siteFlags);
    (0,_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .addInputs */ .j$)(program, inputs, false);
    try {
        program.parse([...argv], { from: "user" });
    }
    catch (error) {
        if (!(error instanceof CommanderError))
            throw error;
        if (error.code === "commander.version")
            return { type: "text", text: `opus ${metadata.version}` };
        if (error.code.startsWith("commander.help"))
            return { type: "text", text: siteHelp(inputs) };
        return problem(explain(error.code, error.message));
    }
    if (program.args[0] === "help")
        return { type: "text", text: siteHelp(inputs) };
    return request(program.args, program.opts(), (0,_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .givenInputs */ .PC)(program.opts(), inputs));
}
function request(operands, options, raw) {
    const { out, report, limit = defaultLimit, color } = options;
    if (operands.length > 0)
        return problem(`\`opus site\` takes no names, and "${operands[0]}" is one; see opus site --help`);
    if (out === undefined || String(out).trim() === "")
        return problem("`opus site` needs `--out <folder>`; see opus site --help");
    if (!/^[1-9]\d{0,8}$/.test(String(limit)))
        return problem(`--limit must be a whole number from 1, not "${limit}"`);
    return {
        type: "site",
        out: String(out),
        reports: (report ?? []),
        values: options.values === true,
        limit: Number(limit),
        raw,
        verbose: options.verbose === true,
        debug: options.debug === true,
        color: typeof color === "boolean" ? color : undefined,
    };
}
function siteHelp(taken) {
    const described = taken.map(({ name, description, default: fallback }) => {
        const flag = fallback === "false" ? `--${name}` : `--${name} <value>`;
        return [flag, siteInputs[name] ?? description];
    });
    return [
        "opus site: make a static page of all that is recorded: projects, contexts, tasks, runs, drift",
        "",
        "Usage: opus site --out <folder> [flags]",
        "",
        "Flags:",
        ...(0,_columns_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .Y)([...siteFlags, ...described]),
        "",
        "Examples:",
        ...(0,_columns_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .Y)(examples),
        "",
        "It only reads. What can't be read is shown as such, told here, and the exit status is 1 then.",
    ].join("\n");
}
function explain(code, message) {
    const flag = /'(-[^'\s=]+)/.exec(message)?.[1] ?? "";
    if (code === "commander.optionMissingArgument")
        return `${flag} needs a value`;
    if (code !== "commander.unknownOption")
        return message.replace(/^error: /, "").split("\n")[0] ?? message;
    const flags = [...Object.keys(siteInputs), ...siteFlags.map(_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .flagName */ .GI), "help", "version"];
    const near = (0,_engine_references_references_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(flag.replace(/^--?/, ""), flags);
    return `\`opus site\` has no flag ${flag}${near === undefined ? "; see opus site --help" : `. Did you mean --${near}?`}`;
}
function problem(message) {
    return { type: "error", message };
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
            ["opus explain unknown-task", "a code of a message, with an example"],
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
            ["echo 'eval \"$(opus completion bash)\"' >> ~/.bashrc", "for bash, from its next start on"],
            ["echo 'eval \"$(opus completion zsh)\"' >> ~/.zshrc", "for zsh"],
            ["echo 'opus completion fish | source' >> ~/.config/fish/config.fish", "for fish"],
        ],
        notes: [],
    },
};


/***/ })

};
