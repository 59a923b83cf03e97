export const id = 494;
export const ids = [494];
export const modules = {

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

/***/ 2494:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  parseArguments: () => (/* binding */ parseArguments)
});

var references = __webpack_require__(5375);
;// CONCATENATED MODULE: ./src/cli/flags.ts
const repeatable = ["target", "values", "manifest"];
function isSwitch({ default: fallback }) {
    return fallback === "true" || fallback === "false";
}
function addInputs(program, inputs, negatable) {
    for (const input of inputs) {
        const { name } = input;
        if (isSwitch(input)) {
            program.option(`--${name}`);
            if (negatable)
                program.option(`--no-${name}`);
        }
        else if (repeatable.includes(name))
            program.option(`--${name} <value>`, "", collected);
        else
            program.option(`--${name} <value>`);
    }
}
function collected(value, before) {
    return [...(before ?? []), value];
}
function addFlags(program, rows) {
    for (const [usage] of rows) {
        if (!usage.startsWith("--[no-]"))
            program.option(usage);
        else
            for (const begin of ["--", "--no-"])
                program.option(usage.replace("--[no-]", begin));
    }
}
function flagName([usage]) {
    return /--(?:\[no-\])?([a-z-]+)/.exec(usage)?.[1] ?? "";
}
function optionOf(options, flag) {
    return options[flag.replace(/-(.)/g, (_, letter) => letter.toUpperCase())];
}
function givenInputs(options, inputs) {
    const raw = {};
    for (const { name } of inputs) {
        const value = optionOf(options, name);
        if (value !== undefined)
            raw[name] = Array.isArray(value) ? value.join("\n") : String(value);
    }
    return raw;
}

var model_commands = __webpack_require__(30468);
;// CONCATENATED MODULE: ./src/cli/columns.ts
const width = 100;
function columns(rows) {
    const left = Math.min(34, Math.max(...rows.map(([text]) => text.length))) + 2;
    return rows.flatMap(([head, text]) => {
        const lines = wrap(text, width - left - 2);
        const first = head.length + 2 > left ? [`  ${head}`] : [];
        const rest = lines.map((line, index) => `  ${(index === 0 && first.length === 0 ? head : "").padEnd(left)}${line}`);
        return [...first, ...rest];
    });
}
function wrap(text, size) {
    const lines = [];
    let line = "";
    for (const word of text.split(" ")) {
        if (line !== "" && line.length + 1 + word.length > size) {
            lines.push(line);
            line = word;
        }
        else
            line = line === "" ? word : `${line} ${word}`;
    }
    return [...lines, line];
}

;// CONCATENATED MODULE: ./src/cli/help.ts



const terminalFlags = [
    ["--checksums", "Show the checksum columns of `describe`."],
    ["-v, --verbose", "List unchanged tasks and tell more."],
    ["--debug", "Print to standard error what opus does, with times, for a bug report."],
    ["--[no-]color", "Colors, or none. Default: as the terminal can; NO_COLOR and FORCE_COLOR are honoured."],
];
const examples = [
    ["opus plan --context test", "what would change"],
    ["opus apply --context prod", "make it so in prod"],
    ["opus apply --context test --target 'web-*' --values replicas=3", "only some tasks, with a value"],
    ["opus drift --context prod --fail-on-drift", "exit 1 when something was changed by hand"],
    ["opus rollback --context prod", "undo the last run"],
];
function renderHelp({ name, description, version, inputs }, commands = model_commands/* builtInCommands */.er) {
    const flags = [
        ...inputs.filter((input) => input.name !== "command").map(inputRow),
        ...terminalFlags,
        ["-h, --help", "Show this."],
        ["-V, --version", "Show the version."],
    ];
    const rows = Object.entries({ ...commands, ...model_commands/* terminalPrograms */.uq });
    return [
        `${name} ${version}: ${description}`,
        "",
        "Usage: opus [command] [flags]",
        "",
        "Commands (default: plan):",
        ...columns(rows.map(([command, { help }]) => [command, help])),
        "",
        "Flags:",
        ...columns(flags),
        "",
        "Examples:",
        ...columns(examples),
        "",
        "A key in the environment variable OPUS_ENCRYPTION_KEY is not seen by others on the machine, as --encryption-key is.",
        "--values takes name=value or YAML and may be repeated, as may --target and --manifest.",
        "Exit status: 0 when the command did its work, else 1.",
    ].join("\n");
}
function inputRow(input) {
    const flag = isSwitch(input) ? `--[no-]${input.name}` : `--${input.name} <${placeholder(input.name)}>`;
    const hasDefault = input.default !== "" && !input.default.includes("${{");
    return [flag, `${input.description}${hasDefault ? ` Default: ${defaultText(input.default)}` : ""}`];
}
function placeholder(name) {
    if (name === "values")
        return "name=value";
    if (["parallelism", "max-deletes", "to"].includes(name))
        return "number";
    if (name === "lock-timeout")
        return "duration";
    return /file|path|directory/.test(name) ? "path" : "value";
}
function defaultText(value) {
    if (value === "true")
        return "on.";
    return value === "false" ? "off." : `${value}${value.endsWith(".") ? "" : "."}`;
}

var state_commands = __webpack_require__(23914);
;// CONCATENATED MODULE: ./src/cli/state-help.ts


const state_help_examples = [
    ["opus state list --context prod", "what is recorded in prod"],
    ["opus state pull --context prod > backup.json", "a backup"],
    ["opus state push opus-recovery.json", "store what a failed run could not store"],
    ["opus state mv web frontend --context prod", "after the task was renamed in the manifest"],
    ["opus state mv --from-project old --context prod", "after the project was renamed, without `formerNames`"],
    ["opus state keygen > key.txt", "a key to seal state with"],
];
function renderStateHelp(taken) {
    const described = taken.map(({ name, description, default: fallback }) => {
        const flag = fallback === "false" ? `--${name}` : `--${name} <value>`;
        return [flag, state_commands/* stateInputs */.l5[name] ?? description];
    });
    return [
        "opus state: look at what is recorded, back it up, mend it",
        "",
        "Usage: opus state <command> [arguments] [flags]",
        "",
        "Commands:",
        ...columns(Object.values(state_commands/* stateCommands */.EX).flatMap(({ help }) => help)),
        "",
        "Flags:",
        ...columns([...described, ...state_commands/* stateFlags */.tW]),
        "",
        "Examples:",
        ...columns(state_help_examples),
        "",
        "push, rm and mv take the lock of the state. Errors in tasks of the manifest are in nobody's way here.",
        "Exit status: 0 when the command did its work, else 1.",
    ].join("\n");
}

;// CONCATENATED MODULE: ./src/cli/state-arguments.ts




async function parseStateArguments(argv, metadata) {
    const { Command, CommanderError } = await __webpack_require__.e(/* import() */ 179).then(__webpack_require__.bind(__webpack_require__, 48179));
    const inputs = Object.keys(state_commands/* stateInputs */.l5).flatMap((name) => metadata.inputs.find((input) => input.name === name) ?? []);
    const program = new Command("opus state");
    program
        .exitOverride()
        .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
        .argument("[subcommand]")
        .argument("[operands...]")
        .helpOption("-h, --help")
        .version(metadata.version, "-V, --version");
    addFlags(program, state_commands/* stateFlags */.tW);
    addInputs(program, inputs, false);
    try {
        program.parse([...argv], { from: "user" });
    }
    catch (error) {
        if (!(error instanceof CommanderError))
            throw error;
        if (error.code === "commander.version")
            return { type: "text", text: `opus ${metadata.version}` };
        if (error.code.startsWith("commander.help"))
            return { type: "text", text: renderStateHelp(inputs) };
        return problem(explain(error.code, error.message));
    }
    if (program.args[0] === "help")
        return { type: "text", text: renderStateHelp(inputs) };
    const options = program.opts();
    return request(program.args, options, givenInputs(options, inputs));
}
function request([name, ...operands], options, raw) {
    const names = Object.keys(state_commands/* stateCommands */.EX);
    if (name === undefined)
        return problem(`\`opus state\` needs one of ${names.join(", ")}; see opus state --help`);
    if (!isSubcommand(name)) {
        const near = (0,references/* nearest */.pA)(name, names);
        const hint = near === undefined ? `There are ${names.join(", ")}.` : `Did you mean ${near}?`;
        return problem(`there is no \`opus state ${name}\`. ${hint}`);
    }
    const usage = state_commands/* stateCommands */.EX[name];
    const whole = wholeState(options);
    if (name === "mv" && whole !== undefined && operands.length > 0)
        return problem("`opus state mv` takes the names of a task, or the flags of a whole state (--from-project, --from-context, --to-project, --to-context), not both");
    if (name === "mv" && whole !== undefined)
        return stateRequest(name, operands, options, raw, whole);
    if (operands.length < usage.least || operands.length > usage.most)
        return problem(`\`opus state ${name}\` takes ${usage.operands || "no names"}; see opus state --help`);
    for (const flag of new Set(names.flatMap((one) => state_commands/* stateCommands */.EX[one].flags))) {
        if (optionOf(options, flag) === undefined || usage.flags.includes(flag))
            continue;
        const takers = names.filter((one) => state_commands/* stateCommands */.EX[one].flags.includes(flag));
        return problem(`--${flag} is for \`opus state ${takers.join("` and `opus state ")}\`, not for ${name}`);
    }
    const { limit } = options;
    if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(String(limit)))
        return problem(`--limit must be a whole number from 1, not "${limit}"`);
    return stateRequest(name, operands, options, raw, undefined);
}
function stateRequest(subcommand, operands, options, raw, whole) {
    const { limit, project, color } = options;
    return {
        type: "state",
        subcommand,
        operands,
        raw,
        project: project === undefined ? undefined : String(project),
        whole,
        force: options.force === true,
        json: options.json === true,
        limit: limit === undefined ? undefined : Number(limit),
        verbose: options.verbose === true,
        debug: options.debug === true,
        color: typeof color === "boolean" ? color : undefined,
    };
}
function wholeState(options) {
    if (state_commands/* wholeFlags */.FH.every((flag) => optionOf(options, flag) === undefined))
        return undefined;
    const text = (flag) => {
        const value = optionOf(options, flag);
        return value === undefined ? undefined : String(value);
    };
    return {
        fromProject: text("from-project"),
        fromContext: text("from-context"),
        toProject: text("to-project"),
        toContext: text("to-context"),
    };
}
function isSubcommand(name) {
    return Object.hasOwn(state_commands/* stateCommands */.EX, name);
}
function explain(code, message) {
    const flag = /'(-[^'\s=]+)/.exec(message)?.[1] ?? "";
    if (code === "commander.optionMissingArgument")
        return `${flag} needs a value`;
    if (code !== "commander.unknownOption")
        return message.replace(/^error: /, "").split("\n")[0] ?? message;
    const name = flag.replace(/^--?/, "");
    const flags = [...Object.keys(state_commands/* stateInputs */.l5), ...state_commands/* stateFlags */.tW.map(flagName), "help", "version"];
    const near = (0,references/* nearest */.pA)(name, flags);
    return `\`opus state\` has no flag ${flag}${near === undefined ? "; see opus state --help" : `. Did you mean --${near}?`}`;
}
function problem(message) {
    return { type: "error", message };
}

var diagnostic = __webpack_require__(9246);
;// CONCATENATED MODULE: ./src/cli/values.ts

const pair = /^([A-Za-z_][A-Za-z0-9._-]*)=([\s\S]*)$/;
const typed = /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|true|false|null|\[[^\n]*\]|\{[^\n]*\}|"[^"\n\\]*"|'[^'\n]*')$/;
function valuesText(given) {
    const pairs = new Map();
    const blocks = [];
    for (const text of given) {
        const [, name, value] = pair.exec(text) ?? [];
        if (name === undefined || value === undefined)
            blocks.push(text);
        else
            pairs.set(name, typed.test(value) ? value : JSON.stringify(value));
    }
    if (blocks.some((block) => block.trimStart().startsWith("{")) && blocks.length + pairs.size > 1) {
        return (0,diagnostic/* err */._q)("--values {…} can't be combined with further --values; write name=value for each");
    }
    const lines = [...pairs].map(([name, value]) => `${name}: ${value}`);
    return (0,diagnostic.ok)([...blocks.map((block) => block.trimEnd()), ...lines].join("\n"));
}

;// CONCATENATED MODULE: ./src/cli/terminal.ts





async function parseArguments(argv, metadata) {
    if (argv[0] === "state")
        return parseStateArguments(argv.slice(1), metadata);
    const { Command, CommanderError } = await __webpack_require__.e(/* import() */ 179).then(__webpack_require__.bind(__webpack_require__, 48179));
    const program = new Command("opus");
    program
        .exitOverride()
        .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
        .argument("[command]")
        .helpOption("-h, --help")
        .version(metadata.version, "-V, --version");
    addFlags(program, terminalFlags);
    addInputs(program, metadata.inputs, true);
    try {
        program.parse([...argv], { from: "user" });
    }
    catch (error) {
        if (!(error instanceof CommanderError))
            throw error;
        if (error.code === "commander.version")
            return { type: "text", text: `opus ${metadata.version}` };
        if (error.code.startsWith("commander.help"))
            return { type: "text", text: renderHelp(metadata) };
        if (program.args[0] === "state")
            return stateFirst;
        return { type: "error", message: terminal_explain(error.code, error.message, program.args, metadata) };
    }
    const [command] = program.args;
    if (command === "state")
        return stateFirst;
    if (command === "help")
        return { type: "text", text: renderHelp(metadata) };
    return collect(command, program.opts(), metadata);
}
const stateFirst = {
    type: "error",
    message: "`state` comes first: `opus state list --context prod`; see opus state --help",
};
function collect(command, options, metadata) {
    const raw = givenInputs(options, metadata.inputs);
    if (Array.isArray(options.values)) {
        const values = valuesText(options.values);
        if (!values.ok)
            return { type: "error", message: values.error };
        raw.values = values.value;
    }
    if (command !== undefined) {
        if (raw.command !== undefined && raw.command !== command) {
            return { type: "error", message: `two commands were given, "${command}" and --command "${raw.command}"` };
        }
        raw.command = command;
    }
    return {
        type: "run",
        raw,
        checksums: options.checksums === true,
        verbose: options.verbose === true,
        debug: options.debug === true,
        color: typeof options.color === "boolean" ? options.color : undefined,
    };
}
function terminal_explain(code, message, operands, metadata) {
    const flag = /'(-[^'\s=]+)/.exec(message)?.[1] ?? "";
    switch (code) {
        case "commander.unknownOption": {
            const name = flag.replace(/^--?/, "");
            const positive = name.replace(/^no-/, "");
            const flags = metadata.inputs.flatMap((input) => isSwitch(input) ? [input.name, `no-${input.name}`] : [input.name]);
            if (flags.includes(positive)) {
                return flags.includes(`no-${positive}`)
                    ? `--${positive} takes no value: write --${positive} or --no-${positive}`
                    : `there is no flag ${flag}: --${positive} takes a value`;
            }
            const near = (0,references/* nearest */.pA)(name, [...flags, ...terminalFlags.map(flagName), "help", "version"]);
            return `there is no flag ${flag}${near === undefined ? "; see opus --help" : `. Did you mean --${near}?`}`;
        }
        case "commander.optionMissingArgument":
            return `${flag.split(" ")[0]} needs a value`;
        case "commander.excessArguments": {
            const extra = operands.at(-1) ?? "";
            return `only one command can be given, and "${extra}" is one too many; see opus --help`;
        }
        default:
            return message.replace(/^error: /, "").split("\n")[0] ?? message;
    }
}


/***/ })

};
