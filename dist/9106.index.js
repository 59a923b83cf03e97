export const id = 9106;
export const ids = [9106];
export const modules = {

/***/ 47499:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ harmless),
/* harmony export */   f: () => (/* binding */ harmlessText)
/* harmony export */ });
/* harmony import */ var _engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4191);

const ignorable = "[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]*";
const commandStart = new RegExp(`^[\\s\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]*:${ignorable}:`, "u");
const oldCommand = new RegExp(`(#${ignorable}#)(?=${ignorable}\\[)`, "gu");
function harmless(text) {
    return (0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printableLines */ .fk)(text, { colours: true }).map((line) => {
        const spaced = line.includes("#") ? line.replace(oldCommand, "$1 ") : line;
        return commandStart.test(spaced) ? spaced.replace(":", "\\:") : spaced;
    });
}
function harmlessText(text) {
    return `${harmless(text.replace(/(?:\r\n|\n|\r)$/, "")).join("\n")}\n`;
}


/***/ }),

/***/ 86170:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   metadata: () => (/* binding */ metadata)
/* harmony export */ });
const metadata = {
    name: "Magnum Opus",
    description: "Makes the world match a manifest kept in your repository. Plan, apply, drift and rollback, without a server.",
    version: "1.0.0",
    inputs: [
        { name: "command", description: "What to do: plan, apply, create, update, delete, describe, drift, rollback, validate, contexts, projects, forget, unlock, report, or a name of your own from Project.spec.commands.", default: "plan" },
        { name: "plan-command", description: "The command that `plan` previews. Empty means `apply`, or the name that is mapped to it.", default: "" },
        { name: "manifest", description: "Files or globs of the manifest, separated by commas or line breaks, relative to working-directory. For `projects` each file is a project; default then, all `**/opus.yaml`.", default: "opus.yaml" },
        { name: "context", description: "The environment to work on, for rules with `input`. Empty lets the workflow's event choose. `delete` needs it.", default: "" },
        { name: "project", description: "Whose state it is, where no manifest says so. For `delete`, `forget`, `unlock` and `describe` of a project whose manifest is gone or can't be read.", default: "" },
        { name: "target", description: "Names or globs of tasks, separated by commas or line breaks, to limit the run to, with what they depend on.", default: "" },
        { name: "values", description: "A YAML mapping of values that go before those of every file and context.", default: "" },
        { name: "values-file", description: "A YAML file with values, relative to working-directory. `values` goes before it.", default: "" },
        { name: "working-directory", description: "The folder that every path is relative to.", default: "." },
        { name: "token", description: "Token for the repository. State on a branch needs `contents` `write` (to plan, `read`), healing of locks and the `cache` backend `actions` `read`, comments `pull-requests` `write`.", default: "${{ github.token }}" },
        { name: "state-backend", description: "Where state is kept. `branch` (a branch of this repository), `file` (a local folder), or `cache` (the Actions cache, best effort). Empty means what the project says, else `branch` in a workflow and `file` in a terminal.", default: "" },
        { name: "state-branch", description: "The branch that holds state, for the `branch` backend; with `${OPUS:context}` or `${OPUS:project}` in it, one for each. Empty means what the project says, else `opus-state`.", default: "" },
        { name: "state-path", description: "The folder of the `file` backend, relative to working-directory. Empty means what the project says, else `.opus/state`.", default: "" },
        { name: "encryption-key", description: "Seals state. age identities (`opus state keygen` makes one) or passphrases, one a line; the first seals, all open.", default: "" },
        { name: "lock-timeout", description: "How long to wait for another run that holds the lock, such as 90s, 5m or 1h; 0 does not wait.", default: "5m" },
        { name: "lock-id", description: "The lock that `unlock` releases.", default: "" },
        { name: "refresh", description: "Which resources to look at before planning. `all`, `changed` (only tasks whose spec changed) or `none` (recorded state alone).", default: "all" },
        { name: "parallelism", description: "How many tasks may run side by side, from 1 to 256. With 1 they run exactly in order.", default: "10" },
        { name: "fail-fast", description: "Start nothing new after the first failure.", default: "false" },
        { name: "max-deletes", description: "Refuse a plan that deletes or replaces more tasks than this. Empty means Project.spec.limits.maxDeletes.", default: "" },
        { name: "expect-no-changes", description: "Fail with `changes-pending` when the plan has changes.", default: "false" },
        { name: "fail-on-drift", description: "Fail with `drift-detected` when a resource is not as it was left.", default: "false" },
        { name: "require-reviewed-plan", description: "Apply only a plan that was previewed on the merged pull request, and has not changed since. Needs `pull-requests` `read`.", default: "false" },
        { name: "plan-digest", description: "Do exactly the plan with this digest, the output `plan-digest` of the step that planned, or fail with `plan-changed`. `none` does whatever the plan of now is; an empty text is refused, as it approves nothing.", default: "none" },
        { name: "plan-signing-key", description: "Signs plans, so that nobody without it can make a preview of one. At least 16 characters; the same for the step that plans and the one that applies.", default: "" },
        { name: "comment-pr", description: "Show plans, and what became of them, in a comment on the pull request. `always`, `on-changes` or `never`. Needs `pull-requests` `write`.", default: "always" },
        { name: "drift-issue", description: "With `drift`, keep an issue for each context open while something drifts; with `delete`, close it. Needs `issues` `write`.", default: "false" },
        { name: "summary", description: "Write the job summary.", default: "true" },
        { name: "report-path", description: "Where to write the report (JSON). Empty means a file under RUNNER_TEMP, and in a terminal none.", default: "" },
        { name: "reports", description: "Files or globs of the reports that `report` joins, separated by commas or line breaks, relative to working-directory.", default: "opus-reports/**/*.json" },
        { name: "recorded", description: "With `contexts`, list those of which something is recorded, also where no rule leads to them any more.", default: "false" },
        { name: "changed", description: "With `contexts` and `projects`, list only what differs from what is recorded. Looks at nothing, and needs no secret.", default: "false" },
        { name: "to", description: "The serial that `rollback` goes back to, one at which a run ended. Empty undoes the last run.", default: "" },
        { name: "initialize", description: "For one run. Takes state that is not sealed although there is a key, and seals it; lets the `cache` backend begin without state.", default: "false" },
    ],
    outputs: [
        { name: "command", description: "The command that ran." },
        { name: "context", description: "The context, or empty when there were several." },
        { name: "contexts", description: "The names of the contexts, as a JSON array. Made for a job matrix. With several projects each name once." },
        { name: "projects", description: "With `projects`, the projects of the repository, each in each of its contexts, as a JSON array of objects. Made for a job matrix. With `report` over several projects, those that it joins." },
        { name: "changes", description: "`true` when the plan has changes." },
        { name: "drift", description: "`true` when a resource is not as it was left." },
        { name: "to-create", description: "How many tasks the plan creates." },
        { name: "to-update", description: "How many tasks the plan updates." },
        { name: "to-replace", description: "How many tasks the plan replaces." },
        { name: "to-delete", description: "How many tasks the plan deletes." },
        { name: "to-adopt", description: "How many tasks the plan adopts." },
        { name: "unchanged", description: "How many tasks the plan leaves alone." },
        { name: "failed", description: "How many tasks failed, rolled back and tainted ones among them." },
        { name: "unknown", description: "How many tasks could not be told, for example because looking at them failed." },
        { name: "plan-digest", description: "The checksum of the plan, or empty when there were several contexts." },
        { name: "state-revision", description: "The stored version of the state, or empty when there were several contexts." },
        { name: "outputs", description: "Outputs of tasks as JSON: task \u2192 name \u2192 value. Nothing secret. `{}` above 512 KiB and when there were several contexts; the report has each." },
        { name: "report-path", description: "The report (JSON)." },
        { name: "failure-reason", description: "Why the run failed, one of a fixed list of words, or empty." },
    ],
    stateBackends: ["branch", "cache", "file"],
};


/***/ }),

/***/ 23208:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ machineTrouble)
/* harmony export */ });
function machineTrouble(thrown) {
    if (!(thrown instanceof Error))
        return undefined;
    const { code, syscall, message } = thrown;
    if (code === "ERR_ACCESS_DENIED")
        return {
            message: `Node was started with \`--permission\`, which keeps opus from its work (${message.replace(/\.$/, "")})`,
            suggestion: "Start it without: what a job may do, its `permissions` and the user that it runs as decide.",
        };
    if (code === "EMFILE" || code === "ENFILE")
        return {
            message: `too many files are open (${code})`,
            suggestion: "Raise the limit with `ulimit -n`, or end what has opened them.",
        };
    if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG")
        return {
            message: `there is no room to write (${message})`,
            suggestion: "Free some space, or raise the limit (`df`, `quota`, `ulimit -f`), and run again.",
        };
    if (syscall === "uv_cwd")
        return {
            message: "the folder that opus was started in is not there any more",
            suggestion: "Change into one that is there, and run again.",
        };
    return undefined;
}


/***/ }),

/***/ 29106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  runProgram: () => (/* binding */ runProgram)
});

var metadata_generated = __webpack_require__(86170);
var columns = __webpack_require__(82193);
;// CONCATENATED MODULE: ./src/cli/fitted.ts

const most = 80;
const least = 30;
function fitted(text, columns) {
    const width = Math.max(least, Math.min(most, columns));
    const lines = text.split("\n");
    return (width < most ? stacked(lines, width) : lines.flatMap((line) => wrapped(line, width))).join("\n");
}
function wrapped(line, width) {
    const indent = /^ */.exec(line)?.[0] ?? "";
    return line.length <= width ? [line] : (0,columns/* wrap */.L)(line.trim(), width - indent.length).map((part) => indent + part);
}
function stacked(lines, width) {
    const made = [];
    let below = [];
    const end = () => {
        if (below.length > 0)
            made.push(...(0,columns/* wrap */.L)(below.join(" "), width - 6).map((line) => `      ${line}`));
        below = [];
    };
    let isEntry = false;
    for (const line of lines) {
        const [, more] = /^ {6,}(\S.*)$/.exec(line) ?? [];
        if (isEntry && more !== undefined) {
            below.push(more);
            continue;
        }
        end();
        const [, head, words] = /^ {2}(\S.*?)(?: {2,}(\S.*))?$/.exec(line) ?? [];
        isEntry = head !== undefined;
        if (head === undefined)
            made.push(...wrapped(line, width));
        else
            made.push(`  ${head}`);
        if (words !== undefined)
            below.push(words);
    }
    end();
    return made;
}

var commands = __webpack_require__(30468);
;// CONCATENATED MODULE: ./src/cli/asked-for.ts

function askedFor(options) {
    const on = (name) => options[name] === true;
    return {
        checksums: on("checksums"),
        json: on("json"),
        verbose: on("verbose"),
        quiet: on("quiet"),
        yes: on("yes"),
        detailedExitcode: on("detailedExitcode"),
        debug: on("debug"),
        color: typeof options.color === "boolean" ? options.color : undefined,
    };
}
function misfit(command, { json, quiet, verbose, yes, detailedExitcode }) {
    if (quiet && verbose)
        return "--quiet and --verbose are opposites: leave one out";
    if (json && command === "debug-info")
        return "--json is not for debug-info, which prints Markdown for a bug report";
    if (detailedExitcode && command !== "plan" && command !== "drift")
        return `--detailed-exitcode is for plan and drift, not for ${command}`;
    return yes && command !== "delete" && (0,commands/* commandNamed */.v)(command) !== undefined
        ? `--yes is for delete: ${command} asks nothing`
        : undefined;
}

var flags = __webpack_require__(95377);
var help = __webpack_require__(87911);
var plain_arguments = __webpack_require__(78923);
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
        return (0,diagnostic/* err */._q)("--values {\u2026} can't be combined with further --values; write name=value for each");
    }
    const lines = [...pairs].map(([name, value]) => `${name}: ${value}`);
    return (0,diagnostic.ok)([...blocks.map((block) => block.trimEnd()), ...lines].join("\n"));
}

;// CONCATENATED MODULE: ./src/cli/terminal.ts





async function parseArguments(argv, metadata) {
    if (argv[0] === "state") {
        const { parseStateArguments } = await __webpack_require__.e(/* import() */ 2756).then(__webpack_require__.bind(__webpack_require__, 32756));
        return parseStateArguments(argv.slice(1), metadata);
    }
    if (isTool(argv[0])) {
        const { parseToolArguments } = await __webpack_require__.e(/* import() */ 7123).then(__webpack_require__.bind(__webpack_require__, 7123));
        return parseToolArguments(argv[0], argv.slice(1));
    }
    if (argv[0] === "site") {
        const { parseSiteArguments } = await __webpack_require__.e(/* import() */ 8270).then(__webpack_require__.bind(__webpack_require__, 58270));
        return parseSiteArguments(argv.slice(1), metadata);
    }
    if (argv.length === 1 && ["-V", "--version"].includes(String(argv[0])))
        return versionText(metadata);
    if (argv.length === 1 && ["-h", "--help"].includes(String(argv[0])))
        return helpText(metadata);
    if (argv[0] === "help" || argv.some((argument) => argument === "-h" || argument === "--help"))
        return commandHelpText(argv, metadata);
    const plain = (0,plain_arguments/* plainArguments */.j)(argv, { inputs: metadata.inputs, negatable: true, others: help/* terminalFlags */.S6 });
    if (plain !== undefined && plain.operands.length <= 1)
        return asked(plain, metadata);
    const { Command, CommanderError } = await __webpack_require__.e(/* import() */ 8179).then(__webpack_require__.bind(__webpack_require__, 48179));
    const program = new Command("opus");
    program
        .exitOverride()
        .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
        .argument("[command]")
        .helpOption("-h, --help")
        .version(metadata.version, "-V, --version");
    (0,flags/* addFlags */.zA)(program, help/* terminalFlags */.S6);
    const possible = metadata.inputs.filter(({ name }) => argv.some((argument) => argument.includes(name)));
    (0,flags/* addInputs */.j$)(program, possible, true);
    try {
        program.parse([...argv], { from: "user" });
    }
    catch (error) {
        if (!(error instanceof CommanderError))
            throw error;
        if (error.code === "commander.version")
            return versionText(metadata);
        if (error.code.startsWith("commander.help"))
            return helpText(metadata);
        if (isProgram(program.args[0]))
            return programFirst(program.args[0]);
        const { explain } = await __webpack_require__.e(/* import() */ 4940).then(__webpack_require__.bind(__webpack_require__, 84940));
        return { type: "error", message: explain(error.code, error.message, program.args, metadata) };
    }
    return asked({ operands: program.args, options: program.opts() }, metadata);
}
async function asked({ operands: [command], options }, metadata) {
    const lacking = metadata.inputs.find(({ name }) => isFlag((0,flags/* optionOf */.XD)(options, name), metadata));
    if (lacking)
        return { type: "error", message: `--${lacking.name} needs a value` };
    if (isProgram(command))
        return programFirst(command);
    if (command === "help")
        return helpText(metadata);
    return collect(command, options, metadata);
}
function isFlag(value, { inputs }) {
    if (typeof value !== "string" || !value.startsWith("--"))
        return false;
    return [...inputs.map(({ name }) => name), ...help/* terminalFlags */.S6.map(flags/* flagName */.GI)].includes(value.slice(2));
}
function versionText({ version }) {
    return { type: "text", text: `opus ${version}` };
}
function helpText(metadata) {
    return { type: "text", text: (0,help/* renderHelp */.W5)(metadata) };
}
async function commandHelpText(argv, metadata) {
    const [name, ...others] = argv.filter((argument) => !argument.startsWith("-") && argument !== "help");
    if (name === undefined)
        return helpText(metadata);
    if (isProgram(name))
        return parseArguments([name, "--help"], metadata);
    const { hasHelp, renderCommandHelp } = await __webpack_require__.e(/* import() */ 1871).then(__webpack_require__.bind(__webpack_require__, 11871));
    if (hasHelp(name))
        return { type: "text", text: renderCommandHelp(name, metadata) };
    if (others.length > 0 || argv[0]?.startsWith("-"))
        return helpText(metadata);
    const { explainUnknown } = await __webpack_require__.e(/* import() */ 4940).then(__webpack_require__.bind(__webpack_require__, 84940));
    return { type: "error", message: explainUnknown(name) };
}
const programs = {
    state: "opus state list --context prod",
    site: "opus site --out site",
    init: "opus init",
    explain: "opus explain File",
    graph: "opus graph",
    fmt: "opus fmt --check",
    completion: "opus completion bash",
    docs: "opus docs",
};
const toolNames = {
    init: true,
    explain: true,
    graph: true,
    fmt: true,
    completion: true,
    docs: true,
};
function isTool(name) {
    return name !== undefined && Object.hasOwn(toolNames, name);
}
function isProgram(name) {
    return name !== undefined && Object.hasOwn(programs, name);
}
function programFirst(name) {
    return { type: "error", message: `\`${name}\` comes first: \`${programs[name]}\`; see opus ${name} --help` };
}
async function collect(command, options, metadata) {
    const raw = (0,flags/* givenInputs */.PC)(options, metadata.inputs);
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
    const accept = await accepting(options, raw);
    if (typeof accept === "string")
        return { type: "error", message: accept };
    const asked = askedFor(options);
    const wrong = misfit(raw.command ?? "plan", asked);
    if (wrong !== undefined)
        return { type: "error", message: wrong };
    const { "report-path": path, ...others } = raw;
    return path === "-"
        ? { type: "run", accept, ...asked, raw: others, json: true }
        : { type: "run", accept, ...asked, raw };
}
async function accepting({ accept, dryRun, shared }, raw) {
    if (accept === true)
        return { dryRun: dryRun === true, shared: shared === true };
    if (dryRun === true)
        return (await __webpack_require__.e(/* import() */ 4940).then(__webpack_require__.bind(__webpack_require__, 84940))).dryRunInstead(raw);
    return shared === true ? "--shared is for `opus drift --accept`" : undefined;
}

var printable = __webpack_require__(4191);
var external_node_events_ = __webpack_require__(78474);
var harmless = __webpack_require__(47499);
var timing = __webpack_require__(40432);
var redactor = __webpack_require__(58949);
var external_node_os_ = __webpack_require__(48161);
var thrown_error = __webpack_require__(91403);
var module_calls = __webpack_require__(88389);
;// CONCATENATED MODULE: ./src/node/cancellation.ts




function cancellation(process, { exit, stray: tell, by }) {
    const first = new AbortController();
    const second = new AbortController();
    let stray;
    const cancel = (reason) => {
        const next = [first, second].find(({ signal }) => !signal.aborted);
        next?.abort(reason);
        return next !== undefined;
    };
    const fail = (error) => {
        if ((0,thrown_error/* isInstance */.Qs)(error, module_calls/* ProcessEnded */.Y4) && (!error.alone || first.signal.aborted))
            return;
        const one = { error, by: by() };
        tell(one);
        stray ??= one;
        if (!first.signal.aborted)
            cancel("stray error");
        setTimeout(() => exit(1), timing/* strayErrorMs */.ac).unref();
    };
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"])
        process.on(name, () => {
            if (!cancel(name))
                exit(128 + (external_node_os_.constants.signals[name] ?? 21));
        });
    process.on("uncaughtException", fail);
    process.on("unhandledRejection", fail);
    return { signal: first.signal, urgent: second.signal, stray: () => stray, fail };
}

var clock = __webpack_require__(31902);
var external_node_fs_ = __webpack_require__(73024);
var external_node_tty_ = __webpack_require__(7066);
;// CONCATENATED MODULE: ./src/node/closed-terminal.ts


function outliveTerminal(process, { isatty: isTerminal, closeSync: close } = { isatty: external_node_tty_.isatty, closeSync: external_node_fs_.closeSync }) {
    const terminals = [0, 1, 2].filter((file) => isTerminal(file));
    if (terminals.length === 0)
        return;
    process.on("exit", () => {
        for (const file of terminals)
            if (!isTerminal(file))
                close(file);
    });
}

var external_node_module_ = __webpack_require__(98995);
;// CONCATENATED MODULE: ./src/node/modules/process-guard.ts

function guardProcess(process, options) {
    const { calls, ended, stuck, lost } = options;
    const { exit } = process;
    const reallyExit = process.reallyExit.bind(process);
    let settled;
    const end = (status) => {
        settled ??= status;
        Object.assign(process, { reallyExit: () => reallyExit(settled) });
        process.exitCode = settled;
        exit.call(process, settled);
    };
    const refuse = (what) => {
        if (settled !== undefined) {
            end(settled);
            return;
        }
        const error = calls.endedBy(what);
        if (error.alone)
            ended(error);
        throw error;
    };
    refuseEnds(process, refuse);
    process.on("beforeExit", () => {
        if (settled !== undefined || !(calls.giveUp() || stuck()))
            return;
        setImmediate(() => { });
    });
    process.on("exit", () => {
        if (settled !== undefined)
            return;
        settled = 1;
        lost();
        process.exitCode = 1;
    });
    return {
        end,
        over: (status) => {
            settled = status;
            process.exitCode = status;
            process.on("exit", () => {
                process.exitCode = status;
            });
        },
    };
}
function refuseEnds(process, refuse) {
    const { kill } = process;
    const called = (name, code) => refuse(`process.${name}(${shown(code)})`);
    Object.assign(process, {
        exit: (code) => called("exit", code),
        reallyExit: (code) => called("reallyExit", code),
        abort: () => called("abort"),
        kill: (pid, signal) => {
            const own = pid === process.pid || pid === 0 || pid === -process.pid;
            if (own && signal !== 0)
                refuse(`process.kill(process.pid, ${JSON.stringify(signal ?? "SIGTERM")})`);
            return kill.call(process, pid, signal);
        },
    });
    (0,external_node_module_.syncBuiltinESMExports)();
}
function shown(code) {
    return code === undefined ? "" : String(code);
}

var external_node_string_decoder_ = __webpack_require__(46193);
var line_buffer = __webpack_require__(52367);
;// CONCATENATED MODULE: ./src/node/output-guard.ts


function guardOutput(stream, { redaction, shown, onExit }) {
    const own = new OwnLines(stream.write.bind(stream));
    const write = own.now;
    const decoder = new external_node_string_decoder_.StringDecoder("utf8");
    const lines = new line_buffer/* LineBuffer */.F((text) => write(shown(redaction.text(text))), redaction);
    stream.write = (chunk, ...rest) => {
        lines.add(textOf(chunk, rest[0], decoder));
        const done = rest.find((one) => typeof one === "function");
        if (done)
            process.nextTick(done);
        return !stream.writableNeedDrain;
    };
    stream.end = (chunk, ...rest) => {
        if (typeof chunk === "function")
            process.nextTick(chunk);
        else
            stream.write(chunk ?? "", ...rest);
        return stream;
    };
    onExit(() => {
        lines.add(decoder.end());
        lines.end();
        own.end();
    });
    return {
        get isTTY() {
            return stream.isTTY === true;
        },
        get columns() {
            return stream.columns;
        },
        write: own.write,
        on: (event, listener) => stream.on(event, listener),
    };
}
const mostWaiting = 64 * 1024;
const waiting = new Set();
class OwnLines {
    #write;
    #text = "";
    #isEnding = false;
    #failed;
    constructor(write) {
        this.#write = write;
    }
    write = (chunk, done) => {
        if (typeof chunk !== "string" || done || this.#isEnding)
            return this.now(chunk, done);
        if (this.#failed)
            throw this.#failed.error;
        if (this.#text === "") {
            flushOthers(this);
            waiting.add(this);
            queueMicrotask(() => this.flush());
        }
        this.#text += chunk;
        if (this.#text.length >= mostWaiting)
            this.flush();
        return true;
    };
    now = (chunk, done) => {
        flushOthers(this);
        this.flush();
        return done ? this.#write(chunk, done) : this.#write(chunk);
    };
    end() {
        this.flush();
        this.#isEnding = true;
    }
    flush() {
        const text = this.#text;
        this.#text = "";
        waiting.delete(this);
        if (text === "")
            return;
        try {
            this.#write(text);
        }
        catch (error) {
            this.#failed = { error };
        }
    }
}
function flushOthers(own) {
    for (const lines of waiting)
        if (lines !== own)
            lines.flush();
}
function textOf(chunk, encoding, decoder) {
    if (typeof chunk !== "string")
        return decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    const isText = typeof encoding !== "string" || /^utf-?8$/i.test(encoding);
    return isText ? chunk : decoder.write(Buffer.from(chunk, encoding));
}
function guardWarnings(process) {
    if (process.listenerCount("warning") === 0)
        return;
    process.removeAllListeners("warning");
    process.on("warning", ({ name, message }) => process.stderr.write(`(node:${process.pid}) ${name}: ${message}\n`));
}

;// CONCATENATED MODULE: ./src/node/standard-stream.ts
function standardStream(stream) {
    let open = true;
    stream.on("error", () => {
        open = false;
    });
    return {
        get isTTY() {
            return stream.isTTY === true;
        },
        get columns() {
            return stream.columns;
        },
        write: (text) => {
            if (!open)
                return;
            try {
                stream.write(text);
            }
            catch {
                open = false;
            }
        },
    };
}
function dataOutput(stream) {
    let lost;
    stream.on("error", (error) => {
        if (error.code !== "EPIPE")
            lost ??= error;
    });
    const write = (chunk) => new Promise((resolve) => stream.write(chunk, (error) => {
        if (error)
            lost ??= error;
        resolve();
    }));
    return {
        write,
        lost: async () => {
            await new Promise((resolve) => setImmediate(resolve));
            return lost;
        },
    };
}

var trace = __webpack_require__(69808);
var shorten = __webpack_require__(23445);
;// CONCATENATED MODULE: ./src/trace/trace-log.ts



const longestLine = 1_000;
const mostHeld = 10_000;
function openTraceLog({ redact, print, now }) {
    const began = now();
    let held = [];
    const show = (line) => {
        const [time = ""] = /^\[[^\]]*\] /.exec(line) ?? [];
        print(time + (0,shorten/* shortened */.v)((0,printable/* oneLine */.TN)(redact(line.slice(time.length))), longestLine));
    };
    const end = (0,trace/* listen */.KT)((text) => {
        const line = `[${String(Math.round(now() - began)).padStart(5)} ms] ${bare(text)}`;
        if (held === undefined)
            show(line);
        else if (held.length < mostHeld)
            held.push(line);
    });
    return {
        end,
        open: () => {
            const before = held ?? [];
            held = undefined;
            for (const line of before)
                show(line);
        },
    };
}
function bare(text) {
    return text.replace(/:\/\/[^\s/?#]*@/g, "://");
}

var stray_errors = __webpack_require__(1080);
;// CONCATENATED MODULE: ./src/app/program/program.ts
















class Program {
    environment;
    process;
    redactor = (0,redactor/* createRedactor */.l)();
    modules = new module_calls/* ModuleCalls */.e1();
    stdout;
    data;
    shown;
    #start;
    #stderr;
    #guard;
    constructor(start, part) {
        const { process } = start;
        this.#start = start;
        this.environment = start.environment;
        this.process = process;
        this.shown = shownIn(part);
        const guard = {
            redaction: this.redactor,
            shown: this.shown,
            onExit: (flush) => void process.on("exit", flush),
        };
        outliveTerminal(process);
        const ownStdout = guardOutput(process.stdout, guard);
        const ownStderr = guardOutput(process.stderr, guard);
        guardWarnings(process);
        (0,external_node_events_.setMaxListeners)(0);
        this.stdout = standardStream(ownStdout);
        this.data = dataOutput(ownStdout);
        this.#stderr = standardStream(ownStderr);
    }
    get version() {
        return metadata_generated.metadata.version;
    }
    say = (text) => {
        this.#stderr.write(this.shown(this.redactor.text(`${text}\n`)));
    };
    sayStray = (stray) => {
        this.say(`opus: ${(0,stray_errors/* strayWords */.rq)(stray)}`);
    };
    cancelled() {
        return cancellation(this.#start.process, {
            exit: this.#exit,
            stray: this.sayStray,
            by: () => this.modules.current,
        });
    }
    addRunnerTokens() {
        for (const name of ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "GITHUB_TOKEN"])
            this.redactor.add(this.environment[name] ?? "");
    }
    startTrace(print) {
        const { process } = this.#start;
        const log = openTraceLog({ redact: (text) => this.redactor.text(text), print, now: clock/* systemClock */.m.now });
        process.on("exit", log.open);
        const { version, platform, arch } = process;
        (0,trace/* trace */.uP)(() => `opus ${metadata_generated.metadata.version}, Node ${version}, ${platform} ${arch}`);
        return log;
    }
    guard(ending) {
        const { modules } = this;
        this.#guard = guardProcess(this.#start.process, {
            calls: modules,
            ended: ending.fail,
            stuck: () => {
                if (ending.stray())
                    return false;
                ending.fail(new Error("the run waits for something that can't come any more: nothing is left running"));
                return true;
            },
            lost: () => {
                const calls = modules.underWay.map(({ who, doing }) => `${who}, ${doing}`);
                const busy = calls.length === 0 ? "" : ` Under way: ${calls.join("; ")}.`;
                this.say(`opus: the process was ended before the run was through, by a way that can't be kept. What was done is in the journal, and the next run goes on from there.${busy}`);
            },
        });
    }
    end(status) {
        this.#start.process.exitCode = status;
        this.#guard?.over(status);
        setTimeout(() => this.#exit(status), timing/* leftRunningMs */.Zh).unref();
    }
    #exit = (status) => {
        if (this.#guard)
            this.#guard.end(status);
        else
            this.#start.exit(status);
    };
}
function shownIn(part) {
    if (part === "step" || part === "post-step")
        return harmless/* harmlessText */.f;
    return part === "cache-worker" ? (text) => text : printable/* printableText */.XU;
}

;// CONCATENATED MODULE: ./src/app/program/run-program.ts





async function runProgram(start) {
    const part = partOf(start);
    const program = new Program(start, part);
    const status = await run(part, program).catch((error) => {
        program.sayStray({ error, by: undefined });
        return 1;
    });
    program.end(status);
}
function partOf({ process, environment }) {
    const [, , first, second] = process.argv;
    if (process.send !== undefined && first === "cache-worker")
        return "cache-worker";
    if (environment.GITHUB_ACTIONS !== "true")
        return "terminal";
    if (first === undefined)
        return "step";
    return first === "post-step" && second === undefined ? "post-step" : "terminal";
}
async function run(part, program) {
    switch (part) {
        case "cache-worker":
            return runCacheCall(program);
        case "post-step": {
            const { nothingLeft } = await __webpack_require__.e(/* import() */ 558).then(__webpack_require__.bind(__webpack_require__, 558));
            if (nothingLeft(program.environment))
                return 0;
            return unlessLost(await (await wholeRun()).runAfterStep(program), program);
        }
        case "step":
            return unlessLost(await (await wholeRun()).runStep(program), program);
        case "terminal":
            return unlessLost(await runArguments(program), program);
    }
}
async function wholeRun() {
    const { wholeRun } = await Promise.all(/* import() */[__webpack_require__.e(7910), __webpack_require__.e(4438)]).then(__webpack_require__.bind(__webpack_require__, 74438));
    return wholeRun;
}
async function runArguments(program) {
    const parsed = await parseArguments(program.process.argv.slice(2), metadata_generated.metadata);
    switch (parsed.type) {
        case "text":
            program.stdout.write(`${fitted(parsed.text, program.stdout.columns ?? 80)}\n`);
            return 0;
        case "error":
            program.say((0,printable/* oneLine */.TN)(parsed.message));
            return 1;
        case "tool": {
            const { stdout, process, say } = program;
            return (await wholeRun()).runTool(parsed, {
                directory: process.cwd(),
                print: (text) => stdout.write(program.shown(text)),
                say,
            });
        }
        default:
            return (await wholeRun()).runTerminal(parsed, program);
    }
}
async function unlessLost(status, { data, say }) {
    const lost = await data.lost();
    if (lost === undefined)
        return status;
    say(`opus: standard output could not be written, and is not complete: ${lost.message}`);
    return 1;
}
async function runCacheCall(program) {
    const { runCacheWorker } = await __webpack_require__.e(/* import() */ 9605).then(__webpack_require__.bind(__webpack_require__, 99605));
    const { removeTree } = await __webpack_require__.e(/* import() */ 403).then(__webpack_require__.bind(__webpack_require__, 20403));
    await runCacheWorker(program.process.argv[3] ?? "", removeTree);
    return 0;
}


/***/ }),

/***/ 1080:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GA: () => (/* binding */ strayFailure),
/* harmony export */   rq: () => (/* binding */ strayWords),
/* harmony export */   zD: () => (/* binding */ wholeStackOf)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9246);
/* harmony import */ var _engine_text_thrown_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91403);
/* harmony import */ var _node_modules_module_calls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88389);
/* harmony import */ var _node_modules_module_stack_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56229);
/* harmony import */ var _machine_trouble_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23208);





function strayFailure(stray) {
    const { message, suggestion } = explained(stray);
    const diagnostic = { severity: "error", code: "bad-module", message, suggestion };
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)("internal", `${message}. ${suggestion}`, isOfModule(stray) ? [diagnostic] : []);
}
function strayWords(stray) {
    const { message, suggestion } = explained(stray);
    return `${message}\n${suggestion}`;
}
function explained(stray) {
    const { error, by } = stray;
    if ((0,_engine_text_thrown_error_js__WEBPACK_IMPORTED_MODULE_3__/* .isInstance */ .Qs)(error, _node_modules_module_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .ProcessEnded */ .Y4)) {
        const message = [`${error.message}, and the run was stopped`, ...(0,_node_modules_module_stack_js__WEBPACK_IMPORTED_MODULE_1__/* .moduleFrames */ .P)(error.stack)].join("\n");
        return { message, suggestion: error.hint };
    }
    const trouble = by ? undefined : (0,_machine_trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .machineTrouble */ .z)(error);
    if (trouble)
        return { message: `${trouble.message}, and the run was stopped`, suggestion: trouble.suggestion };
    const what = "an error was thrown that nothing waited for, and the run was stopped";
    if (by) {
        const suggestion = `It comes from ${by.who}, from ${by.doing}: let it await all that it starts.`;
        return { message: `${what}: ${stackOf(error)}`, suggestion };
    }
    const suggestion = "If it comes from a module of this repository, let its functions await all that they start; else please report it.";
    return { message: `${what}: ${wholeStackOf(error)}`, suggestion };
}
function isOfModule({ error, by }) {
    return by !== undefined || (0,_engine_text_thrown_error_js__WEBPACK_IMPORTED_MODULE_3__/* .isInstance */ .Qs)(error, _node_modules_module_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .ProcessEnded */ .Y4);
}
function stackOf(thrown, frames = _node_modules_module_stack_js__WEBPACK_IMPORTED_MODULE_1__/* .moduleFrames */ .P) {
    return withCauses(thrown, frames, new Set());
}
function wholeStackOf(thrown) {
    return stackOf(thrown, () => []);
}
function withCauses(thrown, frames, above) {
    const { message, stack, cause } = (0,_engine_text_thrown_error_js__WEBPACK_IMPORTED_MODULE_3__/* .readThrown */ .nc)(thrown);
    const own = frames(stack);
    const name = (0,_node_modules_module_stack_js__WEBPACK_IMPORTED_MODULE_1__/* .errorName */ .I)(stack);
    const shown = own.length === 0 ? (stack ?? message) : [name === undefined ? message : `${name}: ${message}`, ...own].join("\n");
    const within = new Set([...above, thrown]);
    return cause === undefined || within.has(cause) ? shown : `${shown}\ncaused by: ${withCauses(cause, frames, within)}`;
}


/***/ }),

/***/ 82193:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ wrap),
/* harmony export */   Y: () => (/* binding */ columns)
/* harmony export */ });
const width = 80;
function columns(rows) {
    const left = Math.min(26, Math.max(...rows.map(([text]) => text.length))) + 2;
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


/***/ }),

/***/ 95377:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ optionKey),
/* harmony export */   GI: () => (/* binding */ flagName),
/* harmony export */   PC: () => (/* binding */ givenInputs),
/* harmony export */   Tb: () => (/* binding */ isSwitch),
/* harmony export */   XD: () => (/* binding */ optionOf),
/* harmony export */   j$: () => (/* binding */ addInputs),
/* harmony export */   su: () => (/* binding */ isRepeatable),
/* harmony export */   zA: () => (/* binding */ addFlags)
/* harmony export */ });
function isRepeatable(name) {
    return ["target", "values", "manifest"].includes(name);
}
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
        else if (isRepeatable(name))
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
function optionKey(flag) {
    return flag.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
function optionOf(options, flag) {
    return options[optionKey(flag)];
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


/***/ }),

/***/ 87911:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S6: () => (/* binding */ terminalFlags),
/* harmony export */   W5: () => (/* binding */ renderHelp),
/* harmony export */   bd: () => (/* binding */ inputRow)
/* harmony export */ });
/* harmony import */ var _engine_model_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30468);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82193);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95377);



const terminalFlags = [
    ["--accept", "drift: write what is really there into the manifest, where it can say it. Needs --context."],
    ["--dry-run", "With --accept: only show what would be written."],
    ["--shared", "With --accept: also where other contexts take the same text from the manifest."],
    ["--checksums", "Show the checksum columns of `describe`."],
    [
        "--json",
        "Print the report as JSON on standard output, and the log on standard error. contexts, projects: their list.",
    ],
    ["-q, --quiet", "Print only results, and what is wrong."],
    ["-y, --yes", "delete: ask nothing."],
    ["--detailed-exitcode", "plan, drift: exit 2 when there are changes, or something drifted."],
    ["-v, --verbose", "List unchanged tasks and tell more."],
    ["--debug", "Print to standard error what opus does, with times, for a bug report."],
    ["--[no-]color", "Colors, or none. Default: as the terminal can; NO_COLOR and FORCE_COLOR are honoured."],
];
const examples = [
    ["opus plan --context prod", "what would change in prod"],
    ["opus apply --context prod", "make it so"],
    ["opus apply --context prod --target 'greet*'", "only some tasks"],
    ["opus drift --context prod --fail-on-drift", "exit 1 when something was changed by hand"],
    ["opus drift --context prod --accept", "keep what was changed by hand: the manifest says it from now on"],
    ["opus rollback --context prod", "undo the last run"],
];
function renderHelp({ name, description, version, inputs }, commands = _engine_model_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .builtInCommands */ .er) {
    const flags = [
        ...inputs.filter((input) => input.name !== "command").map(inputRow),
        ...terminalFlags,
        ["-h, --help", "Show this."],
        ["-V, --version", "Show the version."],
    ];
    const rows = Object.entries({ ...commands, ..._engine_model_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .terminalPrograms */ .uq });
    return [
        `${name} ${version}: ${description}`,
        "",
        "Usage: opus [command] [flags]",
        "",
        "Commands (default: plan):",
        ...(0,_columns_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .Y)(rows.map(([command, { help }]) => [command, help])),
        "",
        "Flags:",
        ...(0,_columns_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .Y)(flags),
        "",
        "Examples:",
        ...(0,_columns_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .Y)(examples),
        "",
        "A key in the environment variable OPUS_ENCRYPTION_KEY is not seen by others on the machine, as --encryption-key is.",
        "--values takes name=value or YAML and may be repeated, as may --target and --manifest.",
        "Exit status: 0 when the command did its work, else 1; 2 with --detailed-exitcode.",
        "`opus apply --help` tells of one command, with examples.",
    ].join("\n");
}
function inputRow(input) {
    const flag = (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .isSwitch */ .Tb)(input) ? `--[no-]${input.name}` : `--${input.name} <${placeholder(input.name)}>`;
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


/***/ }),

/***/ 78923:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ plainArguments)
/* harmony export */ });
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95377);

function plainArguments(argv, known) {
    const flags = flagsByName(known);
    const operands = [];
    const options = {};
    for (let at = 0; at < argv.length; at++) {
        const argument = argv[at];
        if (!argument.startsWith("-")) {
            operands.push(argument);
            continue;
        }
        const equals = argument.startsWith("--") ? argument.indexOf("=") : -1;
        const flag = flags.get(equals < 0 ? argument : argument.slice(0, equals));
        if (flag === undefined)
            return undefined;
        const [key, takes] = flag;
        if (typeof takes === "boolean") {
            if (equals >= 0)
                return undefined;
            options[key] = takes;
            continue;
        }
        const value = equals < 0 ? argv[++at] : argument.slice(equals + 1);
        if (value === undefined)
            return undefined;
        options[key] = takes === "value" ? value : [...(options[key] ?? []), value];
    }
    return { operands, options };
}
function flagsByName({ inputs, negatable, others }) {
    const flags = new Map();
    for (const input of inputs) {
        const { name } = input;
        const key = (0,_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .optionKey */ .D6)(name);
        if (!(0,_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .isSwitch */ .Tb)(input))
            flags.set(`--${name}`, [key, (0,_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .isRepeatable */ .su)(name) ? "values" : "value"]);
        else {
            flags.set(`--${name}`, [key, true]);
            if (negatable)
                flags.set(`--no-${name}`, [key, false]);
        }
    }
    for (const [usage] of others) {
        const [, short, no, name = "", value] = /^(?:(-\w), )?--(\[no-\])?([a-z-]+)( <\w+>)?$/.exec(usage) ?? [];
        const flag = [(0,_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .optionKey */ .D6)(name), value === undefined || ((0,_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .isRepeatable */ .su)(name) ? "values" : "value")];
        flags.set(`--${name}`, flag);
        if (short !== undefined)
            flags.set(short, flag);
        if (no !== undefined)
            flags.set(`--no-${name}`, [flag[0], false]);
    }
    return flags;
}


/***/ }),

/***/ 9246:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V2: () => (/* binding */ failure),
/* harmony export */   _q: () => (/* binding */ err),
/* harmony export */   ok: () => (/* binding */ ok),
/* harmony export */   to: () => (/* binding */ explained)
/* harmony export */ });
function ok(value) {
    return { ok: true, value };
}
function err(error) {
    return { ok: false, error };
}
function explained(reason, message, details) {
    const { code = reason, suggestion, location } = details;
    const more = { ...(suggestion ? { suggestion } : {}), ...(location ? { location } : {}) };
    return failure(reason, message, [{ severity: "error", code, message, ...more }]);
}
function failure(reason, message, diagnostics = []) {
    return { reason, message, diagnostics };
}


/***/ }),

/***/ 81567:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   LQ: () => (/* binding */ pointerSegment),
/* harmony export */   Mz: () => (/* binding */ mapMembers),
/* harmony export */   TT: () => (/* binding */ pointerWithin),
/* harmony export */   hw: () => (/* binding */ pointerPath)
/* harmony export */ });
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function pointerSegment(key) {
    const text = String(key);
    return /[~/]/.test(text) ? text.replaceAll("~", "~0").replaceAll("/", "~1") : text;
}
function pointerPath(pointer) {
    if (pointer === "")
        return [];
    const segments = pointer.slice(1).split("/");
    if (!pointer.includes("~"))
        return segments;
    return segments.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}
function pointerWithin(pointer, ancestor) {
    return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}
function mapMembers(value, map) {
    if (!Array.isArray(value))
        return mapObject(value, map);
    let mapped;
    for (let index = 0; index < value.length; index++) {
        const member = value[index];
        const next = map(member, String(index));
        if (next !== member)
            mapped ??= value.slice(0, index);
        mapped?.push(next);
    }
    return mapped ?? value;
}
function mapObject(value, map) {
    const keys = Object.keys(value);
    let mapped;
    for (let index = 0; index < keys.length; index++) {
        const key = keys[index];
        const member = value[key];
        const next = map(member, key);
        if (next !== member)
            mapped ??= keys.slice(0, index).map((before) => [before, value[before]]);
        mapped?.push([key, next]);
    }
    return mapped ? Object.fromEntries(mapped) : value;
}


/***/ }),

/***/ 30468:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ writes),
/* harmony export */   EF: () => (/* binding */ takenNames),
/* harmony export */   HB: () => (/* binding */ executes),
/* harmony export */   V8: () => (/* binding */ onlyLooks),
/* harmony export */   er: () => (/* binding */ builtInCommands),
/* harmony export */   uq: () => (/* binding */ terminalPrograms),
/* harmony export */   v: () => (/* binding */ commandNamed)
/* harmony export */ });
const acts = ["resources", "state"];
const builtInCommands = {
    plan: {
        help: "show what apply (or --plan-command) would do; changes nothing",
        docs: "shows what `plan-command` would do: `apply`, or the name that is mapped to it",
        stage: "preview",
    },
    apply: {
        help: "create what is missing, update what differs, delete what left the manifest",
        docs: "creates what is missing, updates what differs, deletes what left the manifest",
        writes: acts,
        stage: "plan",
    },
    create: {
        help: "of apply only create and adopt, of what is not recorded yet",
        docs: "of `apply` only create and adopt, of what is not recorded yet",
        writes: acts,
        stage: "plan",
        partOf: "apply",
    },
    update: {
        help: "of apply only update, replace and mend, also what is gone",
        docs: "of `apply` only update, replace and the mending of drift, also of what is gone",
        writes: acts,
        stage: "plan",
        partOf: "apply",
    },
    delete: {
        help: "delete every recorded task, dependants first; needs --context",
        docs: "deletes every recorded task in scope, dependants first; needs an explicit `context`",
        writes: acts,
        stage: "plan",
        fromState: true,
        projectAlone: true,
        namedContext: true,
    },
    describe: {
        help: "show what is recorded and what is really there",
        docs: "shows what is recorded and what is really there",
        stage: "plan",
        projectAlone: true,
    },
    drift: {
        help: "compare manifest, recorded state and live resources; changes nothing",
        docs: "compares manifest, recorded state and live resources",
        stage: "plan",
    },
    rollback: {
        help: "undo the last run that changed this context, or go back to --to <serial>",
        docs: "undoes the last run that changed this context, once, or goes back to a serial with `to`",
        writes: acts,
        stage: "plan",
        fromState: true,
    },
    validate: {
        help: "check manifest, values and references",
        docs: "checks manifest, values and references; needs no state",
        stage: "manifest",
    },
    contexts: {
        help: "list the contexts of this event",
        docs: "lists the contexts of this event, in the output `contexts`, for a job matrix",
        stage: "contexts",
    },
    projects: {
        help: "list the projects of this repository, each with its contexts",
        docs: "lists the projects of this repository, each with its contexts, in the output `projects`, for a job matrix",
        stage: "projects",
    },
    forget: {
        help: "drop --target from state without touching the resource",
        docs: "drops `target` from state without touching the resource",
        writes: ["state"],
        stage: "state",
        fromState: true,
        projectAlone: true,
    },
    unlock: {
        help: "release the lock with --lock-id",
        docs: "releases the lock with `lock-id`",
        writes: ["lock"],
        stage: "lock",
        projectAlone: true,
    },
    report: {
        help: "join the reports of several runs (--reports) into one",
        docs: "joins the reports of a matrix, or of many projects, into one summary, comment and outputs",
        stage: "reports",
    },
};
const terminalPrograms = {
    state: { help: "look at what is recorded, back it up, mend it: see opus state --help" },
    site: { help: "make a static page of all that is recorded (--out): see opus site --help" },
    init: { help: "begin a project in this folder: manifest, workflow, editor settings" },
    explain: { help: "tell what a kind, a field or the code of a message means" },
    graph: { help: "draw which task depends on which: mermaid, dot or svg" },
    fmt: { help: "give the files of the manifest one way of spacing; --check" },
    docs: { help: "serve the pages of this version to a browser on this machine" },
    completion: { help: "print what makes bash, zsh or fish complete the command line" },
    "debug-info": { help: "show what a bug report needs, to paste: versions, event, trust, context, state" },
};
const reservedNames = ["import"];
function takenNames(commands) {
    return [...Object.keys(commands), ...reservedNames, ...Object.keys(terminalPrograms)];
}
function writes({ writes: what = [] }) {
    return what.length > 0;
}
function executes(row) {
    return row.stage === "plan" && writes(row);
}
function onlyLooks(row) {
    return row?.stage === "plan" && !writes(row);
}
function commandNamed(name, commands = builtInCommands) {
    return Object.hasOwn(commands, name) ? commands[name] : undefined;
}
function mappableNames(commands = builtInCommands) {
    return Object.keys(commands).filter((name) => commands[name]?.stage === "plan");
}


/***/ }),

/***/ 40432:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ cacheListMs),
/* harmony export */   $o: () => (/* binding */ leastContestedMs),
/* harmony export */   AI: () => (/* binding */ treeEndMs),
/* harmony export */   BI: () => (/* binding */ httpLongestRetryMs),
/* harmony export */   C7: () => (/* binding */ checkoutLookMs),
/* harmony export */   CV: () => (/* binding */ lookingMs),
/* harmony export */   DU: () => (/* binding */ cacheListAgainMs),
/* harmony export */   EN: () => (/* binding */ lockGiveBackMs),
/* harmony export */   Es: () => (/* binding */ processTableMs),
/* harmony export */   FA: () => (/* binding */ commentLimitMs),
/* harmony export */   FI: () => (/* binding */ cacheReservedMs),
/* harmony export */   FO: () => (/* binding */ probeChangeMs),
/* harmony export */   Fn: () => (/* binding */ httpAnswerMs),
/* harmony export */   Gx: () => (/* binding */ commentMs),
/* harmony export */   Ht: () => (/* binding */ untouchedStoreMs),
/* harmony export */   IA: () => (/* binding */ pacedWritesMs),
/* harmony export */   IX: () => (/* binding */ progressStepMs),
/* harmony export */   Id: () => (/* binding */ holderAskMs),
/* harmony export */   Is: () => (/* binding */ apiLimitMs),
/* harmony export */   KM: () => (/* binding */ storeAfterSecondSignalMs),
/* harmony export */   Kd: () => (/* binding */ httpSettleMs),
/* harmony export */   LB: () => (/* binding */ commentWhenCancelledMs),
/* harmony export */   MQ: () => (/* binding */ httpPatienceMs),
/* harmony export */   OE: () => (/* binding */ observingMs),
/* harmony export */   P4: () => (/* binding */ stopGraceMs),
/* harmony export */   Pu: () => (/* binding */ orphanProofMs),
/* harmony export */   Q1: () => (/* binding */ localQuestionMs),
/* harmony export */   Qr: () => (/* binding */ probeIntervalMs),
/* harmony export */   RW: () => (/* binding */ staleTemporaryMs),
/* harmony export */   S4: () => (/* binding */ cacheNextMs),
/* harmony export */   SW: () => (/* binding */ heldFileMs),
/* harmony export */   Sv: () => (/* binding */ operationGraceMs),
/* harmony export */   T$: () => (/* binding */ httpConnectMs),
/* harmony export */   TT: () => (/* binding */ longestBranchPauseMs),
/* harmony export */   Tg: () => (/* binding */ processPollMs),
/* harmony export */   UK: () => (/* binding */ orphanPollMs),
/* harmony export */   Uy: () => (/* binding */ scriptReadMs),
/* harmony export */   V9: () => (/* binding */ httpReadAgainMs),
/* harmony export */   Xk: () => (/* binding */ kindOpenMs),
/* harmony export */   Xx: () => (/* binding */ probeNoticeMs),
/* harmony export */   YJ: () => (/* binding */ exchangeMs),
/* harmony export */   Yx: () => (/* binding */ programLingerMs),
/* harmony export */   Zh: () => (/* binding */ leftRunningMs),
/* harmony export */   _B: () => (/* binding */ hookGraceMs),
/* harmony export */   _s: () => (/* binding */ killedStuckMs),
/* harmony export */   ac: () => (/* binding */ strayErrorMs),
/* harmony export */   av: () => (/* binding */ cacheReadBackMs),
/* harmony export */   b9: () => (/* binding */ leftChecksMs),
/* harmony export */   bG: () => (/* binding */ betweenWritesMs),
/* harmony export */   bJ: () => (/* binding */ heldFilePollMs),
/* harmony export */   bT: () => (/* binding */ webhookWhenCancelledMs),
/* harmony export */   dW: () => (/* binding */ hookFinishMs),
/* harmony export */   dh: () => (/* binding */ checkpointMs),
/* harmony export */   dq: () => (/* binding */ mutexToldMs),
/* harmony export */   dt: () => (/* binding */ checkMs),
/* harmony export */   eE: () => (/* binding */ apiAttemptMs),
/* harmony export */   eb: () => (/* binding */ mainStepKillMs),
/* harmony export */   et: () => (/* binding */ storeAfterFirstSignalMs),
/* harmony export */   f0: () => (/* binding */ policyMs),
/* harmony export */   fV: () => (/* binding */ httpNoticeMs),
/* harmony export */   fh: () => (/* binding */ orphanStuckMs),
/* harmony export */   g1: () => (/* binding */ httpListAgeMs),
/* harmony export */   g6: () => (/* binding */ progressTerminalMs),
/* harmony export */   iw: () => (/* binding */ localGitMs),
/* harmony export */   jx: () => (/* binding */ mergeLagMs),
/* harmony export */   l2: () => (/* binding */ branchGlanceMs),
/* harmony export */   lI: () => (/* binding */ httpRetryMs),
/* harmony export */   lR: () => (/* binding */ historyMs),
/* harmony export */   le: () => (/* binding */ treeQuestionMs),
/* harmony export */   ll: () => (/* binding */ httpTokenEndMs),
/* harmony export */   m7: () => (/* binding */ checkMoreMs),
/* harmony export */   m8: () => (/* binding */ issueMs),
/* harmony export */   mB: () => (/* binding */ cacheAltogetherMs),
/* harmony export */   mM: () => (/* binding */ probeTimeoutMs),
/* harmony export */   p7: () => (/* binding */ pipeLingerMs),
/* harmony export */   p8: () => (/* binding */ kindCloseMs),
/* harmony export */   q0: () => (/* binding */ debugQuestionMs),
/* harmony export */   q3: () => (/* binding */ cacheGuardMs),
/* harmony export */   q9: () => (/* binding */ lockNoticeMs),
/* harmony export */   qI: () => (/* binding */ notifyingWritesMs),
/* harmony export */   qO: () => (/* binding */ retryDelayMs),
/* harmony export */   ri: () => (/* binding */ writeLockMs),
/* harmony export */   sD: () => (/* binding */ runLookupMs),
/* harmony export */   th: () => (/* binding */ moduleCheckMs),
/* harmony export */   u3: () => (/* binding */ checkWhenCancelledMs),
/* harmony export */   u6: () => (/* binding */ longestRetryDelayMs),
/* harmony export */   w5: () => (/* binding */ unknownLimitMs),
/* harmony export */   wr: () => (/* binding */ httpPollMs),
/* harmony export */   y9: () => (/* binding */ httpPacedMs),
/* harmony export */   yD: () => (/* binding */ probeTryMs),
/* harmony export */   yF: () => (/* binding */ webhookMs),
/* harmony export */   z1: () => (/* binding */ cacheCallMs),
/* harmony export */   zU: () => (/* binding */ clockSlackMs),
/* harmony export */   zz: () => (/* binding */ httpFailedLoadMs)
/* harmony export */ });
const processPollMs = 20;
const killedStuckMs = 1_500;
const stopGraceMs = 2_000;
const pipeLingerMs = 1_000;
const programLingerMs = 500;
const scriptReadMs = 100;
const orphanPollMs = 25;
const orphanStuckMs = 3_000;
const orphanProofMs = 500;
const processTableMs = 2_000;
const treeEndMs = 10_000;
const clockSlackMs = 2_000;
const treeQuestionMs = 5_000;
const moduleCheckMs = 10_000;
const heldFileMs = 2_000;
const heldFilePollMs = 50;
const operationGraceMs = 4_000;
const retryDelayMs = 1_000;
const longestRetryDelayMs = 300_000;
const mutexToldMs = 10_000;
const observingMs = 250;
const lookingMs = 50;
const kindOpenMs = 120_000;
const kindCloseMs = 5_000;
const policyMs = 60_000;
const httpConnectMs = 10_000;
const httpAnswerMs = 60_000;
const httpRetryMs = 500;
const httpLongestRetryMs = 8_000;
const httpPatienceMs = 900_000;
const httpNoticeMs = 5_000;
const httpPacedMs = 1_000;
const httpFailedLoadMs = 5_000;
const httpSettleMs = 30_000;
const httpReadAgainMs = 200;
const httpPollMs = 2_000;
const httpTokenEndMs = 30_000;
const httpListAgeMs = 60_000;
const probeIntervalMs = 2_000;
const probeTimeoutMs = 120_000;
const probeTryMs = 10_000;
const probeNoticeMs = 10_000;
const probeChangeMs = 2_000;
const strayErrorMs = 30_000;
const leftRunningMs = 2_000;
const storeAfterFirstSignalMs = 20_000;
const storeAfterSecondSignalMs = 5_000;
const hookFinishMs = 60_000;
const hookGraceMs = 4_000;
const untouchedStoreMs = 15_000;
const mainStepKillMs = 5_000;
const checkpointMs = 10_000;
const writeLockMs = 10_000;
const lockNoticeMs = 5_000;
const staleTemporaryMs = 600_000;
const holderAskMs = 15_000;
const lockGiveBackMs = 3_000;
const checkoutLookMs = 1_000;
const localQuestionMs = 30_000;
const localGitMs = 60_000;
const exchangeMs = 60_000;
const historyMs = 300_000;
const leastContestedMs = 60_000;
const longestBranchPauseMs = 30_000;
const branchGlanceMs = 2_000;
const cacheCallMs = 30_000;
const cacheListMs = 15_000;
const cacheAltogetherMs = 35_000;
const cacheNextMs = 4_000;
const cacheGuardMs = 20;
const cacheReadBackMs = [0, 500, 1_500, 3_000];
const cacheReservedMs = [0, 1_000, 2_000, 3_000, 4_000, 5_000];
const cacheListAgainMs = [1_000, 2_000, 3_000];
const apiAttemptMs = 10_000;
const apiLimitMs = 20_000;
const pacedWritesMs = 1_000;
const notifyingWritesMs = 3_000;
const runLookupMs = 10_000;
const mergeLagMs = [2_000, 4_000];
const commentMs = 45_000;
const commentWhenCancelledMs = 4_000;
const commentLimitMs = 15_000;
const unknownLimitMs = 5_000;
const betweenWritesMs = 1_100;
const issueMs = 50_000;
const webhookMs = 20_000;
const webhookWhenCancelledMs = 4_000;
const checkMs = 50_000;
const checkMoreMs = 2_500;
const checkWhenCancelledMs = 4_000;
const leftChecksMs = 20_000;
const debugQuestionMs = 10_000;
const progressTerminalMs = 1_000;
const progressStepMs = 10_000;


/***/ }),

/***/ 23283:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ TaskFailure)
/* harmony export */ });
class TaskFailure extends Error {
    hint;
    detail;
    untouched;
    constructor(message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = "TaskFailure";
        this.hint = options.hint;
        this.detail = options.detail;
        this.untouched = options.untouched ?? false;
    }
}


/***/ }),

/***/ 8443:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ visibleJson),
/* harmony export */   DH: () => (/* binding */ decoded),
/* harmony export */   Q6: () => (/* binding */ visibleText),
/* harmony export */   RO: () => (/* binding */ readingsOf),
/* harmony export */   js: () => (/* binding */ struckOut),
/* harmony export */   qE: () => (/* binding */ escapeSequences),
/* harmony export */   sN: () => (/* binding */ invisibleCharacters),
/* harmony export */   uv: () => (/* binding */ mayHide),
/* harmony export */   ux: () => (/* binding */ within)
/* harmony export */ });
const within = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u0017\\u0019\\u001c-\\u001f\\u007f";
const toEnd = "\\u001b\\u0090\\u0098\\u009c-\\u009f\\n\\r";
const end = `\\u001b[${within}]*\\\\|\\u009c`;
const strings = (introducers) => [
    `${introducers("\\]", "\\u009d")}[^\\u0007${toEnd}]*(?:\\u0007|${end})`, // titles, links
    `${introducers("[P_^X]", "\\u0090\\u0098\\u009e\\u009f")}[^${toEnd}]*(?:${end})`,
];
const sequences = (introducers) => {
    const cursorAndColours = `${introducers("\\[", "\\u009b")}[0-?${within}]*[ -\\/${within}]*[@-~]?`;
    return [...strings(introducers), cursorAndColours, `\\u001b[ -\\/${within}]*[0-~]?`].join("|");
};
const sevenBits = (letters) => `\\u001b[${within}]*${letters}`;
const eightBits = (letters, codes) => `(?:${sevenBits(letters)}|[${codes}])`;
const escapeSequences = new RegExp(sequences(eightBits), "g");
const character = "[[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\p{Zl}\\p{Zp}\\u2800]--[\\t\\n\\r]]";
const invisible = new RegExp(character, "v");
function invisibleCharacters() {
    return new RegExp(character, "gv");
}
const readings = {
    terminal: new RegExp(`${sequences(eightBits)}|${character}`, "gv"),
    escapes: new RegExp(`${sequences(sevenBits)}|${character}`, "gv"),
    characters: new RegExp(character, "gv"),
};
const introduced = /[\u001b\u0090\u0098\u009b\u009d-\u009f]/;
class Reading {
    text;
    #length;
    #kept;
    #known;
    constructor(source, text, kept) {
        this.text = text;
        this.#length = source.length;
        this.#kept = kept;
    }
    get #stretches() {
        this.#known ??= stretchesOf(this.#kept());
        return this.#known;
    }
    place({ start, end }) {
        return { start: this.placeOf(start), end: end > start ? this.placeOf(end - 1) + 1 : this.placeOf(start) };
    }
    placeOf(at) {
        if (at >= this.text.length)
            return this.#length;
        const { starts, origins } = this.#stretches;
        const stretch = lastUpTo(starts, at);
        return origins[stretch] + at - starts[stretch];
    }
    gapAt(place) {
        const { starts, origins } = this.#stretches;
        const stretch = lastUpTo(origins, place - 1);
        const from = starts[stretch] ?? 0;
        const length = stretch < 0 ? 0 : (starts[stretch + 1] ?? this.text.length) - from;
        const start = (origins[stretch] ?? 0) + length;
        return start < place ? { start, end: origins[stretch + 1] ?? this.#length } : undefined;
    }
}
function stretchesOf(kept) {
    const starts = [];
    let length = 0;
    for (const { start, end } of kept) {
        starts.push(length);
        length += end - start;
    }
    return { starts, origins: kept.map(({ start }) => start) };
}
function lastUpTo(numbers, limit) {
    let low = -1;
    let high = numbers.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (numbers[middle] <= limit)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
function readingsOf(text) {
    if (!invisible.test(text))
        return [];
    const found = [without(text, readings.terminal)];
    const add = (reading) => {
        if (found.every((known) => known.text !== reading.text))
            found.push(reading);
    };
    if (text.includes("\b"))
        add(overstruck(text));
    if (introduced.test(text)) {
        add(without(text, readings.escapes));
        add(without(text, readings.characters));
    }
    return found;
}
function without(text, pattern) {
    return new Reading(text, text.replace(pattern, ""), () => visible(text, pattern));
}
function overstruck(text) {
    const kept = visible(text, readings.terminal, () => { });
    return new Reading(text, kept.map(({ start, end }) => text.slice(start, end)).join(""), () => kept);
}
function struckOut(text) {
    if (!text.includes("\b"))
        return [];
    return [readings.terminal, ...(introduced.test(text) ? [readings.characters] : [])].map((pattern) => {
        const ends = new Int32Array(text.length);
        visible(text, pattern, (character, end) => {
            ends[character] = end;
        });
        return ends;
    });
}
function mayHide(text) {
    return text.includes("\\") || invisible.test(text);
}
function visibleText(text) {
    return invisible.test(text) ? text.replace(readings.terminal, "") : text;
}
function visibleJson(text) {
    return text.replace(readings.characters, (one) => one.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`));
}
function visible(text, pattern, struck) {
    const kept = [];
    let at = 0;
    const keep = (end) => {
        if (end > at)
            kept.push({ start: at, end });
    };
    for (const { index, 0: gap } of text.matchAll(pattern)) {
        keep(index);
        at = index + gap.length;
        const last = kept.at(-1);
        if (struck === undefined || gap !== "\b" || last === undefined)
            continue;
        last.end -= isLowSurrogate(text.charCodeAt(last.end - 1)) ? 2 : 1;
        struck(last.end, at);
        if (last.end <= last.start)
            kept.pop();
    }
    keep(text.length);
    return kept;
}
function isLowSurrogate(code) {
    return code >= 0xdc00 && code <= 0xdfff;
}
const escapeCodes = /\\(?:\0*([\\"'/])|u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3][0-7]{2})|([abefnrtv]))/g;
const named = {
    ...{ a: "\u0007", b: "\b", e: "\u001b", f: "\f", v: "\v" },
    ...{ n: "\n", r: "\r", t: "\t" },
};
function decoded(text) {
    const once = decodedOnce(text);
    const twice = once && decodedOnce(once.text);
    return [once, twice].flatMap((one) => (one?.found ? [one.text] : []));
}
function decodedOnce(text) {
    if (!text.includes("\\"))
        return undefined;
    let found = false;
    const result = text.replace(escapeCodes, (code, itself, high, low, four, two, octal, letter) => {
        if (itself !== undefined)
            return itself.padStart(code.length, "\0");
        const digits = high ?? four ?? two;
        const first = named[letter] ??
            String.fromCharCode(octal === undefined ? Number.parseInt(digits, 16) : Number.parseInt(octal, 8));
        const made = low === undefined ? first : first + String.fromCharCode(Number.parseInt(low, 16));
        const hides = invisible.test(made);
        if (!hides && letter === undefined)
            return code;
        found ||= hides;
        return made.padEnd(code.length, "\0");
    });
    return { text: result, found };
}


/***/ }),

/***/ 58949:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ createRedactor),
  i: () => (/* binding */ redactKeys)
});

var json = __webpack_require__(81567);
var invisible = __webpack_require__(8443);
;// CONCATENATED MODULE: ./src/engine/redaction/pattern-matcher.ts
var _a;
class TrieNode {
    #edge;
    #offset;
    depth;
    shorter;
    found;
    #along;
    #branches;
    #far;
    constructor(edge, offset, depth, shorter) {
        this.#edge = edge;
        this.#offset = offset;
        this.depth = depth;
        this.shorter = shorter ?? this;
        const ends = offset === edge.label.length && edge.node.ends;
        this.found = ends ? depth : (shorter?.found ?? 0);
    }
    static beginning(root) {
        return new _a({ label: "", node: root }, 0, 0, undefined);
    }
    get goesOn() {
        return this.#offset < this.#edge.label.length || this.#edge.node.edges !== undefined;
    }
    after(code) {
        let steps = 0;
        for (let from = this;; from = from.shorter) {
            const next = from.#next(code) ?? from.#far?.get(code) ?? (from.depth === 0 ? from : undefined);
            if (next === undefined)
                steps++;
            else
                return steps < manySteps ? next : this.#remember(code, next);
        }
    }
    #remember(code, next) {
        this.#far ??= new Map();
        this.#far.set(code, next);
        return next;
    }
    #next(code) {
        const { label, node } = this.#edge;
        if (this.#offset < label.length) {
            if (label.charCodeAt(this.#offset) !== code)
                return undefined;
            this.#along ??= this.#made(this.#edge, this.#offset + 1, code);
            return this.#along;
        }
        const known = this.#branches?.get(code);
        if (known !== undefined)
            return known;
        const edge = node.edges?.get(code);
        if (edge === undefined)
            return undefined;
        const made = this.#made(edge, 1, code);
        this.#branches ??= new Map();
        this.#branches.set(code, made);
        return made;
    }
    #made(edge, offset, code) {
        const shorter = this.depth === 0 ? this : this.shorter.after(code);
        return new _a(edge, offset, this.depth + 1, shorter);
    }
}
_a = TrieNode;
const manySteps = 16;
const filterBits = 16;
const telling = 6;
function isCut(text, at) {
    return text.charCodeAt(at) === 0x2026 || text.startsWith("...", at);
}
const widest = 4;
class PatternMatcher {
    #root = { edges: undefined, ends: false };
    #forms = [];
    #beginning = TrieNode.beginning(this.#root);
    #longest = 0;
    #width = widest;
    #filter = new Uint8Array(1 << filterBits);
    get longest() {
        return this.#longest;
    }
    get beginning() {
        return this.#beginning;
    }
    add(form) {
        if (form === "" || !this.#insert(form))
            return;
        this.#beginning = TrieNode.beginning(this.#root);
        this.#forms.push(form);
        this.#longest = Math.max(this.#longest, form.length);
        if (form.length >= this.#width)
            this.#mark(form);
        else {
            this.#width = form.length;
            this.#filter = new Uint8Array(1 << filterBits);
            for (const known of this.#forms)
                this.#mark(known);
        }
    }
    spans(text, cut = false) {
        const spans = [];
        this.#read(text, 0, cut, (found, end) => {
            let start = end - found;
            for (let last = spans.at(-1); last && start < last.end; last = spans.at(-1)) {
                start = Math.min(start, last.start);
                spans.pop();
            }
            spans.push({ start, end });
        });
        return spans;
    }
    open(text) {
        let place = this.#read(text, Math.max(0, text.length - this.#longest + 1), false, () => { });
        while (place.depth > 0 && !place.goesOn)
            place = place.shorter;
        return text.length - place.depth;
    }
    #read(text, from, cut, found) {
        let place = this.#beginning;
        for (let at = from; at < text.length;) {
            if (place.depth === 0)
                at = this.likely(text, at, text.length);
            if (at === text.length)
                break;
            place = place.after(text.charCodeAt(at));
            at++;
            if (place.found > 0)
                found(place.found, at);
            if (cut && place.depth >= telling && isCut(text, at))
                found(place.depth, at);
        }
        return place;
    }
    likely(text, from, end) {
        if (this.#longest === 0)
            return end;
        const before = this.#width - 1;
        const shift = Math.ceil(filterBits / this.#width);
        const filter = this.#filter;
        let key = 0;
        for (let at = from; at < end; at++) {
            key = ((key << shift) ^ text.charCodeAt(at)) & 0xffff;
            if (at - from >= before && filter[key] !== 0)
                return at - before;
        }
        return Math.max(from, end - before);
    }
    #insert(form) {
        let node = this.#root;
        let at = 0;
        while (at < form.length) {
            const first = form.charCodeAt(at);
            const edge = node.edges?.get(first);
            if (edge === undefined) {
                const leaf = { edges: undefined, ends: true };
                node.edges ??= new Map();
                node.edges.set(first, { label: form.slice(at), node: leaf });
                return true;
            }
            const shared = sharedLength(edge.label, form, at);
            if (shared < edge.label.length)
                split(edge, shared);
            at += shared;
            node = edge.node;
        }
        const isNew = !node.ends;
        node.ends = true;
        return isNew;
    }
    #mark(form) {
        const shift = Math.ceil(filterBits / this.#width);
        let key = 0;
        for (let at = 0; at < this.#width; at++)
            key = ((key << shift) ^ form.charCodeAt(at)) & 0xffff;
        this.#filter[key] = 1;
    }
}
function sharedLength(label, form, at) {
    let shared = 0;
    while (shared < label.length && label.charCodeAt(shared) === form.charCodeAt(at + shared))
        shared++;
    return shared;
}
function split(edge, at) {
    const rest = { label: edge.label.slice(at), node: edge.node };
    edge.node = { edges: new Map([[rest.label.charCodeAt(0), rest]]), ends: false };
    edge.label = edge.label.slice(0, at);
}

;// CONCATENATED MODULE: ./src/engine/redaction/skips.ts

const introducer = new RegExp(`(?:\\u001b[${invisible/* within */.ux}]*([\\]P_^X[])|([\\u0090\\u0098\\u009b\\u009d-\\u009f]))`, "y");
const cursor = /[[\u009b]/;
const parameters = new RegExp(`[0-?${invisible/* within */.ux}]*[ -\\/${invisible/* within */.ux}]*`, "y");
const intermediates = new RegExp(`\\u001b[ -\\/${invisible/* within */.ux}]*`, "y");
const nextLetter = new RegExp(`\\u001b[${invisible/* within */.ux}]*[ -~]`, "y");
const skips_final = { ofCursor: /[@-~]/y, ofEscape: /[0-~]/y };
const ends = {
    bell: "\\u0007",
    terminator: `\\u001b[${invisible/* within */.ux}]*\\\\|\\u009c`,
    cancel: "[\\u0018\\u001a]",
    abort: "[\\u001b\\u0080-\\u009f]",
    line: "[\\n\\r]",
};
class Skips {
    #text;
    #invisible;
    #bell;
    #terminator;
    #cancel;
    #abort;
    #lineEnd;
    #struck;
    #nextStruck = -1;
    constructor(text) {
        this.#text = text;
        this.#invisible = new Search(text, (0,invisible/* invisibleCharacters */.sN)());
        const search = (pattern) => new Search(text, new RegExp(pattern, "g"));
        this.#bell = search(ends.bell);
        this.#terminator = search(ends.terminator);
        this.#cancel = search(ends.cancel);
        this.#abort = search(ends.abort);
        this.#lineEnd = search(ends.line);
        this.#struck = (0,invisible/* struckOut */.js)(text);
    }
    next(at) {
        if (this.#nextStruck < at)
            this.#nextStruck = this.#struckFrom(at);
        return Math.min(this.#invisible.from(at).start, this.#nextStruck);
    }
    mayHide(at) {
        const code = this.#text.charCodeAt(at);
        return !(code >= 0x20 && code < 0x7f) || this.#struck.length > 0;
    }
    from(at) {
        const found = [];
        const add = (end) => {
            if (!found.includes(end))
                found.push(end);
        };
        for (const places of this.#struck)
            if (places[at])
                add(places[at]);
        const { start, end } = this.#invisible.from(at);
        if (start !== at)
            return found;
        add(end);
        const code = this.#text.charCodeAt(at);
        if (code !== 0x1b && (code < 0x90 || code > 0x9f))
            return found;
        const introduced = endOf(introducer, this.#text, at);
        if (introduced !== undefined) {
            const isCursor = cursor.test(this.#text.charAt(introduced - 1));
            for (const one of isCursor ? this.#cursorEnds(introduced) : this.#stringEnds(introduced))
                add(one);
        }
        if (code === 0x1b)
            for (const one of this.#escapeEnds(at))
                add(one);
        return found;
    }
    #struckFrom(at) {
        if (this.#struck.length === 0)
            return Number.POSITIVE_INFINITY;
        for (let place = at; place < this.#text.length; place++)
            if (this.#struck.some((places) => places[place] !== 0))
                return place;
        return Number.POSITIVE_INFINITY;
    }
    #cursorEnds(body) {
        return withFinal(endOf(parameters, this.#text, body) ?? body, skips_final.ofCursor, this.#text);
    }
    #escapeEnds(at) {
        const letter = endOf(nextLetter, this.#text, at);
        const before = endOf(intermediates, this.#text, at) ?? at + 1;
        return [...withFinal(before, skips_final.ofEscape, this.#text), ...(letter === undefined ? [] : [letter])];
    }
    #stringEnds(body) {
        const line = Math.min(this.#lineEnd.from(body).start, this.#text.length);
        const terminator = this.#terminator.from(body);
        const others = [this.#bell.from(body), this.#cancel.from(body)].filter(({ start }) => start < terminator.start);
        const ended = [terminator, ...others].filter(({ start }) => start < line);
        const aborted = this.#abort.from(body).start;
        const goesOn = ended.length === 0 && line === this.#text.length;
        return [body, ...ended.map(({ end }) => end), ...(aborted < line ? [aborted] : []), ...(goesOn ? [line] : [])];
    }
}
function withFinal(before, pattern, text) {
    const end = endOf(pattern, text, before);
    return end === undefined ? [before] : [before, end];
}
function endOf(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : undefined;
}
const none = { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };
class Search {
    #text;
    #pattern;
    #from = 0;
    #found = { start: -1, end: -1 };
    constructor(text, pattern) {
        this.#text = text;
        this.#pattern = pattern;
    }
    from(at) {
        if (at >= this.#from && at <= this.#found.start)
            return this.#found;
        this.#from = at;
        this.#pattern.lastIndex = at;
        let match = this.#pattern.exec(this.#text);
        if (match !== null && match.index < at) {
            this.#pattern.lastIndex = at + 1;
            match = this.#pattern.exec(this.#text);
        }
        this.#found = match === null ? none : { start: match.index, end: match.index + match[0].length };
        return this.#found;
    }
}

;// CONCATENATED MODULE: ./src/engine/redaction/hidden-forms.ts



class Path {
    start;
    read;
    #before;
    #jump;
    #length;
    constructor(start, before, read = 0) {
        this.start = start;
        this.read = read;
        this.#before = before;
        this.#length = lengthOf(before) + 1;
        const far = before === undefined ? undefined : before.#jump;
        const isEven = far && lengthOf(before) - lengthOf(far) === lengthOf(far) - lengthOf(far.#jump);
        this.#jump = isEven ? far.#jump : before;
    }
    get length() {
        return this.#length;
    }
    skip(at, end) {
        return at === this.start
            ? new Path(end, this.#before, this.read)
            : new Path(end, this, this.read + at - this.start);
    }
    back(at, characters) {
        const wanted = this.read + at - this.start - characters;
        let path = this;
        while (path.read > wanted) {
            const far = path.#jump;
            const next = far && far.read > wanted ? far : path.#before;
            if (next === undefined)
                break;
            path = next;
        }
        return path.start + wanted - path.read;
    }
}
function lengthOf(path) {
    return path?.length ?? 0;
}
const mostReaders = 64;
function wider(one, other, at) {
    const { depth } = one.node;
    return other.path.back(at, depth) < one.path.back(at, depth) ? other : one;
}
class Readers {
    #at;
    #byNode = new Map();
    constructor(at) {
        this.#at = at;
    }
    add(reader) {
        const known = this.#byNode.get(reader.node);
        this.#byNode.set(reader.node, known === undefined ? reader : wider(known, reader, this.#at));
    }
    get at() {
        return this.#at;
    }
    get size() {
        return this.#byNode.size;
    }
    all() {
        const readers = [...this.#byNode.values()];
        const busy = readers.filter(({ node }) => node.depth > 0);
        return busy.length > 0 ? busy : readers.slice(0, 1);
    }
}
class Waiting {
    #places = [];
    get next() {
        return this.#places.at(-1)?.at ?? Number.POSITIVE_INFINITY;
    }
    add(at, reader) {
        let index = this.#places.length;
        while (index > 0 && this.#places[index - 1].at < at)
            index--;
        const known = this.#places[index - 1];
        const place = known?.at === at ? known : new Readers(at);
        if (place !== known)
            this.#places.splice(index, 0, place);
        place.add(reader);
        return place;
    }
    take() {
        return this.#places.pop()?.all() ?? [];
    }
}
class hidden_forms_Search {
    #forms;
    #text;
    #cut;
    #skips;
    #waiting = new Waiting();
    spans = [];
    constructor(forms, text, cut) {
        this.#forms = forms;
        this.#text = text;
        this.#cut = cut;
        this.#skips = new Skips(text);
    }
    run() {
        let readers = [{ node: this.#forms.beginning, path: new Path(0) }];
        for (let at = 0;;) {
            if (this.#waiting.next === at)
                readers = distinct([...readers, ...this.#waiting.take()], at);
            if (readers.length > mostReaders)
                return undefined;
            if (at === this.#text.length)
                return readers;
            if (this.#skips.next(at) === at && !this.#leave(readers, at))
                return undefined;
            const [only] = readers;
            if (readers.length === 1 && only) {
                const end = Math.min(this.#waiting.next, this.#skips.next(at + 1), this.#text.length);
                readers = [this.#read(only, at, end)];
                at = end;
            }
            else {
                readers = distinct(readers.map((reader) => this.#step(reader, at)), at + 1);
                at++;
            }
        }
    }
    #leave(readers, at) {
        const busy = readers.filter(({ node }) => node.depth > 0);
        if (busy.length === 0)
            return true;
        for (const end of this.#skips.from(at))
            for (const { node, path } of busy) {
                if (this.#cut && node.depth >= telling && this.#isCut(end))
                    this.#found(path.back(at, node.depth), at);
                if (!this.#mayGoOn(node, end))
                    continue;
                if (this.#waiting.add(end, { node, path: path.skip(at, end) }).size > mostReaders)
                    return false;
            }
        return true;
    }
    #mayGoOn(node, at) {
        return this.#skips.mayHide(at) || node.after(this.#text.charCodeAt(at)).depth > 1;
    }
    #read({ node: first, path: before }, from, end) {
        let node = first;
        const path = node.depth === 0 && before.read > 0 ? new Path(from) : before;
        for (let at = from; at < end;) {
            if (node.depth === 0)
                at = this.#forms.likely(this.#text, at, end);
            if (at === end)
                break;
            node = node.after(this.#text.charCodeAt(at));
            at++;
            this.#look(node, path, at);
        }
        return { node, path };
    }
    #step({ node, path }, at) {
        const next = node.after(this.#text.charCodeAt(at));
        this.#look(next, path, at + 1);
        return { node: next, path };
    }
    #look({ found, depth }, path, at) {
        if (found > 0)
            this.#found(path.back(at, found), at);
        if (this.#cut && depth >= telling && this.#isCut(at))
            this.#found(path.back(at, depth), at);
    }
    #found(from, end) {
        let start = from;
        for (let last = this.spans.at(-1); last && start < last.end; last = this.spans.at(-1)) {
            start = Math.min(start, last.start);
            this.spans.pop();
        }
        this.spans.push({ start, end });
    }
    #isCut(at) {
        if (isCut(this.#text, at))
            return true;
        return this.#text.charAt(at) === "." && isCut((0,invisible/* visibleText */.Q6)(this.#text.slice(at, at + farthestDots)), 0);
    }
}
const farthestDots = 200;
function distinct(readers, at) {
    if (readers.length < 2)
        return readers;
    const made = new Readers(at);
    for (const reader of readers)
        made.add(reader);
    return made.all();
}
function hiddenSpans(forms, text, cut) {
    const search = new hidden_forms_Search(forms, text, cut);
    return search.run() === undefined ? [{ start: 0, end: text.length }] : search.spans;
}
function hiddenOpen(forms, text) {
    const readers = new hidden_forms_Search(forms, text, false).run();
    return (readers ?? []).reduce((least, { node, path }) => {
        let place = node;
        while (place.depth > 0 && !place.goesOn)
            place = place.shorter;
        return Math.min(least, path.back(text.length, place.depth));
    }, readers === undefined ? 0 : text.length);
}

var secret_encodings = __webpack_require__(12425);
;// CONCATENATED MODULE: ./src/engine/redaction/wrapped-base64.ts
const shortestLine = 60;
function wrappedBlocks(text) {
    if (text.length <= shortestLine)
        return [];
    const blocks = [];
    let runs = [];
    const close = () => {
        if (runs.length > 0)
            blocks.push(block(text, runs));
        runs = [];
    };
    for (const { index, 0: written } of text.matchAll(/\n|\\n/g)) {
        const left = runBefore(text, lineEnd(text, index));
        const follows = runs.at(-1)?.start === left.start;
        if (!follows)
            close();
        if (left.end - left.start < shortestLine)
            close();
        else {
            if (!follows)
                runs.push(left);
            runs.push(runAfter(text, index + written.length));
        }
    }
    close();
    return blocks;
}
function openBlock(text) {
    const last = wrappedBlocks(text).at(-1);
    return last?.end === text.length ? last.start : text.length;
}
function block(text, runs) {
    const placeOf = (at) => {
        let left = at;
        for (const { start, end } of runs) {
            if (left < end - start)
                return start + left;
            left -= end - start;
        }
        return (runs.at(-1)?.end ?? 0) + left;
    };
    return {
        text: runs.map(({ start, end }) => text.slice(start, end)).join(""),
        start: runs[0]?.start ?? 0,
        end: runs.at(-1)?.end ?? 0,
        place: ({ start, end }) => ({ start: placeOf(start), end: end > start ? placeOf(end - 1) + 1 : placeOf(start) }),
    };
}
function lineEnd(text, lineBreak) {
    const carriage = text.endsWith("\\r", lineBreak) ? 2 : text.endsWith("\r", lineBreak) ? 1 : 0;
    let end = lineBreak - carriage;
    while (end > 0 && isBlank(text.charCodeAt(end - 1)))
        end--;
    return end;
}
function runBefore(text, end) {
    let start = end;
    while (start > 0 && isBase64(text.charCodeAt(start - 1)))
        start--;
    return { start, end };
}
function runAfter(text, lineStart) {
    let start = lineStart;
    while (start < text.length && isBlank(text.charCodeAt(start)))
        start++;
    let end = start;
    while (end < text.length && isBase64(text.charCodeAt(end)))
        end++;
    return { start, end };
}
function isBlank(code) {
    return code === 32 || code === 9;
}
function isBase64(code) {
    return ((code >= 97 && code <= 122) ||
        (code >= 65 && code <= 90) ||
        (code >= 48 && code <= 57) ||
        code === 43 ||
        code === 47 ||
        code === 45 ||
        code === 95);
}

;// CONCATENATED MODULE: ./src/engine/redaction/redactor.ts






const mask = "***";
function createRedactor() {
    const forms = new PatternMatcher();
    const pieces = new PiecesOfBase64();
    const wrappedSpans = (given) => wrappedBlocks(given).flatMap(({ text, place }) => [...forms.spans(text), ...pieces.trie.spans(text)].map(place));
    const spansOnce = (given, cut) => {
        const readings = (0,invisible/* readingsOf */.RO)(given);
        const codes = (0,invisible/* decoded */.DH)(given);
        const found = [
            readings.length === 0 ? forms.spans(given, cut) : hiddenSpans(forms, given, cut),
            ...codes.map((text) => hiddenSpans(forms, text, cut)),
            wrappedSpans(given),
            ...[...readings, ...codes.flatMap(invisible/* readingsOf */.RO)].map((reading) => wrappedSpans(reading.text).map((span) => reading.place(span))),
        ].filter(({ length }) => length > 0);
        const all = joined(found.flat());
        const [first] = readings;
        return first === undefined || all.length === 0 ? all : joined(all.map((span) => withSequences(given, first, span)));
    };
    const spans = (given, cut = false) => forms.longest === 0 ? [] : withUncovered(given, spansOnce(given, cut), (text) => spansOnce(text, cut));
    const open = (given) => {
        const readings = (0,invisible/* readingsOf */.RO)(given);
        const form = readings.length === 0 ? forms.open(given) : hiddenOpen(forms, given);
        const blocks = readings.map((reading) => reading.placeOf(openBlock(reading.text)));
        return Math.min(form, openBlock(given), ...blocks);
    };
    const kept = (given) => masked(given, spans(given));
    return {
        get longest() {
            return forms.longest;
        },
        add: (secret, open) => {
            for (const form of (0,secret_encodings/* encodingsOf */.a_)(secret, open))
                forms.add(form);
            if ((0,secret_encodings/* partsOf */.CI)(secret, open).size > 0)
                pieces.add(secret);
        },
        text: (given) => masked(given, spans(given, true)),
        spans,
        value: (given) => (forms.longest === 0 ? given : redactJson(given, kept)),
        contains: (given) => forms.longest > 0 && spansOnce(given, false).length > 0,
        held: (given) => spans(given).map(({ start, end }) => given.slice(start, end)),
        open: (given) => (forms.longest === 0 ? given.length : open(given)),
    };
}
function withSequences(text, reading, { start, end }) {
    const before = reading.gapAt(start);
    const after = reading.gapAt(end);
    const isTaken = before && (start < before.end || (0,invisible/* visibleText */.Q6)(text.slice(before.start, start) + mask) !== mask);
    return {
        start: isTaken ? before.start : start,
        end: after && end > after.start ? after.end : end,
    };
}
const mostSearches = 8;
function withUncovered(text, found, search) {
    if (found.length === 0 || !(0,invisible/* mayHide */.uv)(text))
        return found;
    let known = found;
    for (let searches = 0; searches < mostSearches; searches++) {
        const spans = known;
        known = joined([...spans, ...beforeMasking(spans, search(masked(text, spans)))]);
        if (covered(known) === covered(spans))
            return known;
    }
    return [{ start: 0, end: text.length }];
}
function covered(spans) {
    return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
function beforeMasking(spans, found) {
    let next = 0;
    let lost = 0;
    const place = (at, side) => {
        for (let span = spans[next]; span !== undefined; span = spans[next]) {
            const from = span.start - lost;
            if (at < from + mask.length)
                return at > from || (side === "start" && at === from) ? span[side] : at + lost;
            lost += span.end - span.start - mask.length;
            next++;
        }
        return at + lost;
    };
    return found.map(({ start, end }) => ({ start: place(start, "start"), end: place(end, "end") }));
}
class PiecesOfBase64 {
    #trie = new PatternMatcher();
    #waiting = [];
    add(secret) {
        this.#waiting.push(secret);
    }
    get trie() {
        for (const secret of this.#waiting)
            for (const piece of (0,secret_encodings/* base64Pieces */.$F)(secret))
                this.#trie.add(piece);
        this.#waiting = [];
        return this.#trie;
    }
}
function masked(text, spans) {
    if (spans.length === 0)
        return text;
    let shown = "";
    let at = 0;
    for (const { start, end } of spans) {
        shown += text.slice(at, start) + mask;
        at = end;
    }
    return shown + text.slice(at);
}
function joined(spans) {
    const result = [];
    for (const { start, end } of [...spans].sort((left, right) => left.start - right.start)) {
        const last = result.at(-1);
        if (last && start < last.end)
            last.end = Math.max(last.end, end);
        else
            result.push({ start, end });
    }
    return result;
}
function redactJson(value, text) {
    if (typeof value === "string")
        return text(value);
    if (typeof value === "number") {
        const shown = text(String(value));
        return shown === String(value) ? value : shown;
    }
    if (typeof value !== "object" || value === null)
        return value;
    const redacted = (0,json/* mapMembers */.Mz)(value, (member) => redactJson(member, text));
    return (0,json/* isObject */.Gv)(redacted) ? redactKeys(redacted, text) : redacted;
}
function redactKeys(value, text) {
    const keys = Object.keys(value);
    const taken = new Set(keys.filter((key) => text(key) === key));
    if (taken.size === keys.length)
        return value;
    const shown = (key) => {
        const redacted = text(key);
        if (redacted === key)
            return key;
        let free = redacted;
        for (let number = 2; taken.has(free); number++)
            free = `${redacted} ${number}`;
        taken.add(free);
        return free;
    };
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [shown(key), member]));
}


/***/ }),

/***/ 12425:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $F: () => (/* binding */ base64Pieces),
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   a_: () => (/* binding */ encodingsOf)
/* harmony export */ });
/* harmony import */ var _invisible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8443);

const shortestPart = 4;
function partsOf(secret, open = nothing) {
    const value = secret.trim();
    if (value === "" || open.has(value))
        return nothing;
    const lines = secret.split(/\r\n|\n|\r/).map((line) => line.trim());
    const whole = [secret, value, ...lines.filter((line) => line.length >= shortestPart)];
    const read = whole.flatMap((part) => (0,_invisible_js__WEBPACK_IMPORTED_MODULE_0__/* .readingsOf */ .RO)(part).map(({ text }) => text.trim()));
    const parts = [...whole, ...read.filter((part) => part.length >= shortestPart)];
    return new Set(parts.filter((part) => !open.has(part)));
}
const nothing = new Set();
function encodingsOf(secret, open) {
    const parts = [...partsOf(secret, open)].flatMap((part) => [part, part.normalize("NFC"), part.normalize("NFD")]);
    return new Set([...new Set(parts)].flatMap((part) => [part, ...encodings(part)]));
}
const plain = /^[A-Za-z0-9_.-]*$/;
function encodings(part) {
    const written = plain.test(part) ? [] : [...quotings, ...markups, ...addresses].map((write) => write(part));
    const encoded = [part, json(part)].flatMap((text) => base64Forms(text));
    return [...written, ...encoded].filter((form) => form.length >= shortestPart);
}
const json = (text) => JSON.stringify(text).slice(1, -1);
const escaped = (character, upper = false) => {
    const digits = character.charCodeAt(0).toString(16).padStart(4, "0");
    return `\\u${upper ? digits.toUpperCase() : digits}`;
};
const slashes = (text) => text.replaceAll("/", "\\/");
const ascii = (text) => json(text).replace(/[\u007f-\uffff]/g, (character) => escaped(character));
const before = (characters) => (text) => text.replace(characters, "\\$&");
const controls = (text) => json(text).replaceAll('\\"', '"');
const quotings = [
    json,
    (text) => json(json(text)),
    (text) => json(ascii(text)),
    ascii, // Python
    (text) => slashes(json(text)),
    (text) => slashes(ascii(text)), // PHP
    (text) => json(text).replace(/[<>&\u2028\u2029]/g, (character) => escaped(character)), // Go
    (text) => json(text).replace(/[<>&='\u2028\u2029]/g, (character) => escaped(character)), // Gson
    (text) => json(text).replace(/[\u007f-\uffff]/g, (character) => escaped(character, true)),
    (text) => json(text)
        .replaceAll('\\"', '"')
        .replace(/["'<>&+`\u007f-\uffff]/g, (character) => escaped(character, true)),
    controls,
    (text) => controls(text).replaceAll("'", "\\'"), // $'\u2026' of bash, repr of Python
    before(/["\\$`]/g), // "\u2026" of shells
    before(/[^\w@%+=:./\u0080-\uffff-]/g), // printf %q
    (text) => text.replaceAll("'", "'\\''"),
    (text) => text.replaceAll("'", "'\"'\"'"),
    (text) => text.replaceAll("'", "''"), // YAML, SQL
    (text) => text.replaceAll('"', '""'), // CSV
];
const ampersands = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const entities = (double, single) => (text) => ampersands(text).replaceAll('"', double).replaceAll("'", single);
const markups = [
    ampersands,
    entities("&quot;", "'"),
    entities("&quot;", "&apos;"),
    entities("&quot;", "&#39;"),
    entities("&quot;", "&#x27;"),
    entities("&#34;", "&#39;"),
];
const component = (text) => encodeURIComponent(wellFormed(text));
const hex = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
const strict = (text) => component(text).replace(/[!'()*]/g, hex);
const plus = (text) => text.replaceAll("%20", "+");
const partly = (characters) => (text) => text.replace(/[^\0-\u007f]+/g, component).replace(characters, hex);
const spacedCodes = [
    component,
    strict,
    (text) => strict(text).replaceAll("%2F", "/"),
    (text) => strict(text).replaceAll("%2A", "*").replaceAll("~", "%7E"),
];
const valueCodes = [
    ...spacedCodes,
    (text) => plus(component(text)),
    (text) => plus(strict(text)),
    (text) => plus(strict(text)).replaceAll("%2A", "*").replaceAll("~", "%7E"),
];
const eitherCase = (write) => [
    write,
    (text) => write(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
];
const nestedCodes = valueCodes.flatMap(eitherCase).flatMap((inner) => spacedCodes.map((outer) => (text) => outer(inner(text))));
const percentCodes = [
    ...valueCodes,
    ...nestedCodes,
    (text) => encodeURI(wellFormed(text)),
    partly(/[\0- "#<>'\u007f]/g), // the query of a URL object
    partly(/[\0- "#<>?`{}^\u007f]/g), // its path
    partly(/[\0- "#<>?`{}/:;=@[\\\]^|\u007f]/g), // and its user
];
const addresses = percentCodes.flatMap(eitherCase);
function wellFormed(text) {
    return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}
function base64Forms(text) {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length < shortestPart)
        return [];
    return [0, 1, 2].flatMap((shift) => {
        const begin = Math.ceil((shift * 8) / 6);
        const end = Math.floor(((shift + bytes.length) * 8) / 6);
        return alphabets(shifted(bytes, shift).slice(begin, end));
    });
}
const piece = 12;
const quantum = 4;
function base64Pieces(secret) {
    return new Set([secret, json(secret)].flatMap((text) => [0, 1, 2].flatMap((shift) => piecesOf(text, shift))));
}
function piecesOf(text, shift) {
    const bytes = new TextEncoder().encode(text);
    const encoded = shifted(bytes, shift);
    const end = Math.floor(((shift + bytes.length) * 8) / 6);
    const pieces = [];
    for (let at = shift === 0 ? 0 : quantum; at + piece <= end; at += quantum)
        pieces.push(...alphabets(encoded.slice(at, at + piece)));
    return pieces;
}
function shifted(bytes, shift) {
    const padded = new Uint8Array(shift + bytes.length);
    padded.set(bytes, shift);
    let text = "";
    for (const byte of padded)
        text += String.fromCharCode(byte);
    return btoa(text);
}
function alphabets(encoded) {
    return [encoded, encoded.replaceAll("+", "-").replaceAll("/", "_")];
}


/***/ }),

/***/ 52367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ LineBuffer)
/* harmony export */ });
/* harmony import */ var _redaction_invisible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8443);

const longestLine = 65_536;
class LineBuffer {
    #rest = "";
    #give;
    #redaction;
    constructor(give, redaction) {
        this.#give = give;
        this.#redaction = redaction;
    }
    add(chunk) {
        this.#rest += chunk;
        const end = lineEnd(this.#rest, this.#rest.length - 1);
        if (end > 0)
            this.#cut(this.#whole(end));
        if (this.#rest.length > longestLine + this.#redaction.longest) {
            this.#rest = this.#redaction.text(this.#rest);
            const open = this.#redaction.open(this.#rest);
            if (open >= this.#held)
                this.#cut(open);
            else {
                this.#rest = (0,_redaction_invisible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q6)(this.#rest);
                this.#cut(Math.max(0, this.#held, this.#redaction.open(this.#rest)));
            }
        }
    }
    get #held() {
        return this.#rest.length - this.#redaction.longest;
    }
    end() {
        this.#cut(this.#rest.length);
    }
    #whole(end) {
        const text = this.#rest.slice(0, end);
        const open = this.#redaction.open(text);
        if (open === end)
            return end;
        let whole = lineEnd(this.#rest, open - 1);
        for (const span of [...this.#redaction.spans(text)].reverse())
            if (span.start < whole && whole < span.end)
                whole = lineEnd(this.#rest, span.start - 1);
        return whole;
    }
    #cut(end) {
        const text = this.#rest.slice(0, end);
        this.#rest = this.#rest.slice(end);
        if (text !== "")
            this.#give(text);
    }
}
function lineEnd(text, last) {
    const before = (end, at) => (at < 0 ? -1 : text.lastIndexOf(end, at));
    return Math.max(before("\n", last), before("\r", Math.min(last, text.length - 2))) + 1;
}


/***/ }),

/***/ 77139:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   dI: () => (/* binding */ andOthers),
/* harmony export */   r4: () => (/* binding */ inWords),
/* harmony export */   v: () => (/* binding */ andMore)
/* harmony export */ });
function firstOf(all, most, rest) {
    return all.length <= most ? all : [...all.slice(0, most), rest(all.length - most)];
}
function andMore(names, most, what = "more") {
    const shown = names.slice(0, most).join(", ");
    return names.length <= most ? shown : `${shown} and ${names.length - most} ${what}`;
}
function andOthers(names, most) {
    return firstOf(names, most, () => "\u2026").join(", ");
}
function inWords(parts, conjunction = "and") {
    const last = parts.at(-1) ?? "";
    return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}


/***/ }),

/***/ 4191:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   T$: () => (/* binding */ withMarks),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   XU: () => (/* binding */ printableText),
/* harmony export */   fk: () => (/* binding */ printableLines)
/* harmony export */ });
/* harmony import */ var _redaction_invisible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8443);

const colour = /^\u001b\[[0-9;:]*m$/;
const controls = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const suspicious = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
function printableLines(text, { colours = false } = {}) {
    if (ascii.test(text))
        return [text];
    return text.split(/\r\n|\n|\r/).map((line) => printable(line, colours));
}
function printable(line, colours) {
    if (!suspicious.test(line))
        return line;
    let kept = false;
    const cleaned = line.replace(_redaction_invisible_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeSequences */ .qE, (sequence) => {
        if (!colours || !colour.test(sequence))
            return "";
        kept = true;
        return sequence;
    });
    const shown = cleaned.replace(controls, "");
    return kept ? `${shown}\u001b[0m` : shown;
}
const unseen = "\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800";
const pictograph = "\\p{Extended_Pictographic}(?:[\\ufe0e\\ufe0f]|\\p{Emoji_Modifier})?";
const flag = "\\u{1f3f4}\\u{e0067}\\u{e0062}(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f}";
const signs = "[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2]";
const persian = "(?<=\\p{Script=Arabic})\\u200c(?=\\p{Script=Arabic})";
const virama = "\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca";
const conjunct = `(?<=[${virama}])[\\u200c\\u200d](?=\\p{L})`;
const seen = `${flag}|${pictograph}(?:\\u200d${pictograph})*|[0-9#*]\\ufe0f\\u20e3|${signs}|${persian}|${conjunct}`;
const formatOrSeen = new RegExp(`${seen}|([${unseen}])`, "gu");
const unseenOrSeen = new RegExp(`${seen}|([${unseen}\\p{Cc}])`, "gu");
const ascii = /^[ -~]*$/;
const words = /^(?:[!-~]+(?: [!-~]+)*)?$/;
function withMarks(text, mark, pattern = unseenOrSeen) {
    if (ascii.test(text))
        return text;
    return text.replace(pattern, (whole, character) => character === undefined ? whole : mark(character));
}
function mark(character) {
    return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
}
function visible(text) {
    return withMarks(text, (character) => (character === "\t" ? character : character === "\n" ? "\u23ce" : mark(character)));
}
function printableText(text) {
    return printableLines(text, { colours: true }).join("\n");
}
function oneLine(text) {
    if (words.test(text))
        return text;
    return printableLines(withMarks(text.trim(), mark, formatOrSeen))
        .map((line) => line.trim())
        .join(" \u23ce ")
        .replace(/[\s\u2028\u2029]+/g, " ")
        .trim();
}


/***/ }),

/***/ 23445:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ wholeUpTo),
/* harmony export */   v: () => (/* binding */ shortened)
/* harmony export */ });
const whole = /\\?(?:[\ud800-\udbff][\udc00-\udfff]|.)(?:[\ufe0f\u20e3]|\u200d(?:[\ud800-\udbff][\udc00-\udfff]|.))+|\*\*\*|\\u[0-9a-f]{4}|\\u\{[0-9a-f]+\}|\\(?:[\ud800-\udbff][\udc00-\udfff]|.)|<U\+[0-9A-F]{4,6}>|[\ud800-\udbff][\udc00-\udfff]/gs;
function wholeUpTo(text, at) {
    if (at >= text.length)
        return at;
    for (const { index, 0: token } of text.slice(0, at + 10).matchAll(whole)) {
        if (index >= at)
            break;
        if (index + token.length > at)
            return index;
    }
    return at;
}
function shortened(text, most) {
    return text.length <= most ? text : `${text.slice(0, wholeUpTo(text, most - 1))}\u2026`;
}


/***/ }),

/***/ 91403:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qs: () => (/* binding */ isInstance),
/* harmony export */   nc: () => (/* binding */ readThrown)
/* harmony export */ });
function thrownText(thrown) {
    return readThrown(thrown).message;
}
function readThrown(thrown) {
    const cause = memberOf(thrown, "cause");
    return {
        message: messageOf(thrown).toWellFormed(),
        stack: textOf(thrown, "stack"),
        hint: textOf(thrown, "hint"),
        detail: textOf(thrown, "detail"),
        untouched: memberOf(thrown, "untouched") === true,
        cause: cause ?? undefined,
    };
}
function messageOf(thrown) {
    if (typeof thrown === "string")
        return thrown.trim() === "" ? "an empty text was thrown" : thrown;
    if (typeof thrown !== "object" || thrown === null)
        return typeof thrown === "function" ? "a function was thrown" : `${String(thrown)} was thrown`;
    const several = memberOf(thrown, "errors");
    const others = Array.isArray(several) ? several.map(shortText).join("; ") : "";
    const message = textOf(thrown, "message") ?? "";
    if (message.trim() !== "")
        return others === "" ? message : `${message}: ${others}`;
    if (others !== "")
        return others;
    if (isInstance(thrown, Error))
        return `${textOf(thrown, "name") ?? "an error"} without a message was thrown`;
    return asJson(thrown) ?? asText(thrown);
}
function shortText(thrown) {
    const message = textOf(thrown, "message");
    return message !== undefined && message.trim() !== ""
        ? message
        : messageOf(typeof thrown === "object" ? null : thrown);
}
function asJson(thrown) {
    const above = [];
    try {
        const text = JSON.stringify(thrown, function (_key, value) {
            while (above.length > 0 && above.at(-1) !== this)
                above.pop();
            if (typeof value === "bigint")
                return value.toString();
            if (above.includes(value))
                return "(again)";
            if (typeof value === "object" && value !== null)
                above.push(value);
            return value;
        });
        return text === undefined || text === "{}" ? undefined : text;
    }
    catch {
        return undefined;
    }
}
function asText(thrown) {
    try {
        const text = String(thrown);
        if (text.trim() !== "" && !/^\[object \w*\]$/.test(text))
            return text;
    }
    catch {
        // It has no text, or one that throws.
    }
    const name = textOf(memberOf(thrown, "constructor"), "name");
    return `an object without a message was thrown${name === undefined || name === "Object" ? "" : ` (${name})`}`;
}
function isInstance(value, type) {
    try {
        return value instanceof type;
    }
    catch {
        return false;
    }
}
function textOf(value, name) {
    const member = memberOf(value, name);
    return typeof member === "string" && member !== "" ? member.toWellFormed() : undefined;
}
function memberOf(value, name) {
    if ((typeof value !== "object" && typeof value !== "function") || value === null)
        return undefined;
    try {
        return value[name];
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 31902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = {
    now: () => {
        const [seconds, nanoseconds] = process.hrtime();
        return seconds * 1e3 + nanoseconds / 1e6;
    },
    timestamp: () => new Date().toISOString(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        if (signal.aborted) {
            reject(signal.reason);
            return;
        }
        const stop = () => {
            clearTimeout(timer);
            reject(signal.reason);
        };
        const timer = setTimeout(() => {
            signal.removeEventListener("abort", stop);
            resolve();
        }, ms);
        signal.addEventListener("abort", stop, { once: true });
    }),
};


/***/ }),

/***/ 88389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  HW: () => (/* binding */ EndedCall),
  e1: () => (/* binding */ ModuleCalls),
  Y4: () => (/* binding */ ProcessEnded)
});

var external_node_async_hooks_ = __webpack_require__(16698);
var task_failure = __webpack_require__(23283);
var listed = __webpack_require__(77139);
var thrown_error = __webpack_require__(91403);
var module_stack = __webpack_require__(56229);
;// CONCATENATED MODULE: ./src/node/modules/shared-globals.ts
const { getOwnPropertyDescriptor, defineProperty, deleteProperty, ownKeys } = Reflect;
const languages = [
    ["JSON", JSON],
    ["Object", Object],
    ["Reflect", Reflect],
    ["Number", Number],
    ["Array", Array],
    ["Array.prototype", Array.prototype],
    ["String.prototype", String.prototype],
    ["RegExp.prototype", RegExp.prototype],
    ["Map.prototype", Map.prototype],
    ["Set.prototype", Set.prototype],
    ["WeakMap.prototype", WeakMap.prototype],
    ["Function.prototype", Function.prototype],
    ["Promise", Promise],
    ["Promise.prototype", Promise.prototype],
];
const globals = ["JSON", "Object", "Array", "Map", "Set", "Promise", "Error", "structuredClone", "Buffer"];
const timers = ["setTimeout", "clearTimeout", "setImmediate", "queueMicrotask", "AbortController", "AbortSignal"];
class SharedGlobals {
    #shared;
    constructor() {
        this.#shared = [
            ...languages.flatMap(([name, holder]) => ownKeys(holder).flatMap((key) => sharedOf(holder, key, `${name}.${String(key)}`))),
            ...[...globals, ...timers].flatMap((key) => sharedOf(globalThis, key, key)),
        ];
    }
    restore() {
        let changed;
        const { length } = this.#shared;
        for (let at = 0; at < length; at++) {
            const { holder, key, descriptor, name } = this.#shared[at];
            if (holder[key] === descriptor.value)
                continue;
            changed ??= [];
            changed[changed.length] = defineProperty(holder, key, descriptor) ? name : `${name} (for good)`;
        }
        for (const key in Array.prototype) {
            changed ??= [];
            const holder = getOwnPropertyDescriptor(Object.prototype, key) ? Object.prototype : Array.prototype;
            changed[changed.length] = `${holder === Object.prototype ? "Object" : "Array"}.prototype.${key}`;
            deleteProperty(holder, key);
        }
        return changed;
    }
}
function sharedOf(holder, key, name) {
    const descriptor = getOwnPropertyDescriptor(holder, key);
    const isOne = (typeof descriptor?.value === "function" || key === "JSON") && descriptor?.configurable;
    return descriptor && isOne ? [{ holder, key, name, descriptor }] : [];
}

;// CONCATENATED MODULE: ./src/node/modules/module-calls.ts






class ProcessEnded extends Error {
    hint = "The process belongs to the whole run. Return, or throw an error: opus says by its own exit status how the run ended.";
    alone;
    constructor(what, call) {
        const who = call ? `${call.who}, in ${call.doing}` : "something that a module had started";
        super(`${what} was called by ${who}${call?.over ? ", which had come to its end already" : ""}`);
        this.name = "ProcessEnded";
        this.alone = call === undefined || call.over;
    }
}
class EndedCall extends task_failure/* TaskFailure */.E {
}
class ModuleCalls {
    #current = new external_node_async_hooks_.AsyncLocalStorage();
    #open = new Set();
    #globals;
    later(call, work) {
        const open = this.#opened(call);
        const answer = this.#current.run(open, async () => work());
        this.#restore(open);
        return this.#settled(open, answer);
    }
    now(call, work) {
        const open = this.#opened(call);
        try {
            const answer = this.#current.run(open, work);
            this.#restore(open);
            if (answer instanceof Promise)
                return this.#settled(open, answer);
            if (open.ended)
                throw open.ended;
            open.over = true;
            return answer;
        }
        catch (thrown) {
            this.#restore(open);
            open.over = true;
            throw moduleFailure(open.ended ?? thrown);
        }
    }
    #opened(call) {
        if (!call.loads)
            this.#globals ??= new SharedGlobals();
        return { ...call, ended: undefined, over: false, waits: false, giveUp: () => { } };
    }
    #restore(open) {
        const changed = open.loads ? undefined : this.#globals?.restore();
        if (changed)
            open.ended ??= globalsChanged(open, changed);
    }
    async #settled(open, answer) {
        const never = new Promise((_, reject) => {
            open.giveUp = () => reject(neverAnswered(open));
        });
        this.#open.add(open);
        try {
            const settled = await Promise.race([answer, never]);
            this.#restore(open);
            if (open.ended)
                throw open.ended;
            return settled;
        }
        catch (thrown) {
            this.#restore(open);
            throw moduleFailure(open.ended ?? thrown);
        }
        finally {
            open.over = true;
            this.#open.delete(open);
        }
    }
    async ours(work) {
        const open = this.#current.getStore();
        if (!open)
            return work();
        open.waits = true;
        try {
            return await this.#current.run(undefined, work);
        }
        finally {
            open.waits = false;
        }
    }
    get current() {
        return this.#current.getStore();
    }
    get underWay() {
        return [...this.#open].filter(({ waits }) => !waits);
    }
    endedBy(what) {
        const open = this.#current.getStore();
        const error = new ProcessEnded(what, open);
        if (open && !open.over)
            open.ended ??= error;
        return error;
    }
    giveUp() {
        const { underWay } = this;
        for (const open of this.#open)
            if (!open.waits)
                open.giveUp();
        return underWay.length > 0;
    }
}
function globalsChanged({ who, doing }, changed) {
    const names = (0,listed/* andMore */.v)(changed.map((name) => `\`${name}\``), 5);
    const was = changed.length === 1 ? "was" : "were";
    return new task_failure/* TaskFailure */.E(`${names} ${was} replaced, which all code of this process shares, by ${who}, in ${doing}`, {
        hint: "It is as it was again. A library that patches the language is imported at the top of the module.",
    });
}
function neverAnswered({ who, doing, never }) {
    return new task_failure/* TaskFailure */.E(never ?? `${who} never answered: ${doing} returned a promise that nothing settles`, {
        hint: "Nothing was left that could have settled it: no timer, no request, no program. Resolve or reject it on every way through the code.",
    });
}
function moduleFailure(thrown) {
    return failureOf(thrown, new Set());
}
function failureOf(thrown, above) {
    if ((0,thrown_error/* isInstance */.Qs)(thrown, task_failure/* TaskFailure */.E))
        return thrown;
    const { message, hint, detail: said, untouched, cause } = (0,thrown_error/* readThrown */.nc)(thrown);
    const ended = (0,thrown_error/* isInstance */.Qs)(thrown, ProcessEnded);
    const detail = said ?? (hint !== undefined && !ended ? undefined : shownStack(thrown));
    const within = new Set([...above, thrown]);
    const options = {
        ...(hint === undefined ? {} : { hint }),
        ...(detail === undefined ? {} : { detail }),
        untouched,
        ...(cause === undefined || within.has(cause) ? {} : { cause: failureOf(cause, within) }),
    };
    return ended ? new EndedCall(message, options) : new task_failure/* TaskFailure */.E(message, options);
}
function shownStack(thrown) {
    const { message, stack } = (0,thrown_error/* readThrown */.nc)(thrown);
    const frames = (0,module_stack/* moduleFrames */.P)(stack);
    if (frames.length === 0)
        return undefined;
    const name = (0,module_stack/* errorName */.I)(stack);
    const plain = name === undefined || name === "Error" || name === "ProcessEnded";
    return [...(plain ? [] : [`${name}: ${message}`]), ...frames].join("\n");
}


/***/ }),

/***/ 56229:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ errorName),
/* harmony export */   P: () => (/* binding */ moduleFrames)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_2__);



const frame = /^\s+at .*$/;
const position = /:(\d{1,9}):(\d{1,9})\)?$/;
const fileStart = /file:\/\/|\/|[A-Za-z]:[\\/]|node:/;
function placeIn(line) {
    const [end, row = "", column = ""] = position.exec(line) ?? [];
    if (end === undefined)
        return [];
    const before = line.slice(0, -end.length);
    const open = before.lastIndexOf("(");
    const inside = before.slice(open + 1);
    const start = inside.includes(")") ? -1 : inside.search(fileStart);
    if (start === -1)
        return [];
    const file = inside.slice(start);
    const bracket = open !== -1 && start === 0 ? "(" : "";
    return [`${bracket}${file}${end}`, file, row, column];
}
function programFolder() {
    const [, program = ""] = process.argv;
    try {
        return `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(program))}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`;
    }
    catch {
        return `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(program)}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`;
    }
}
function moduleFrames(stack, { ours = programFolder(), from = process.cwd() } = {}) {
    return (stack ?? "").split("\n").flatMap((line) => {
        if (!frame.test(line))
            return [];
        const [shown, file, row, column] = placeIn(line);
        if (shown === undefined || file === undefined || file.startsWith("node:"))
            return [];
        const path = pathOf(file);
        if (path.startsWith(ours))
            return [];
        const where = `${shownPath(path, from)}:${row}:${column}`;
        return [line.replace(shown, shown.startsWith("(") ? `(${where})` : where)];
    });
}
function errorName(stack) {
    return /^[\w$.]+(?= \[|: |\n|$)/.exec(stack ?? "")?.[0];
}
function pathOf(file) {
    try {
        return file.startsWith("file:") ? (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(file.replace(/[?#].*$/s, "")) : file;
    }
    catch {
        return file;
    }
}
function shownPath(path, from) {
    const short = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(from, path);
    return short === "" || short.startsWith("..") ? path : short.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join("/");
}


/***/ }),

/***/ 69808:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KT: () => (/* binding */ listen),
/* harmony export */   sX: () => (/* binding */ stopwatch),
/* harmony export */   uP: () => (/* binding */ trace),
/* harmony export */   yd: () => (/* binding */ isTraced)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53053);
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__);

const lines = (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.channel)("opus:trace");
function isTraced() {
    return lines.hasSubscribers;
}
function trace(line) {
    if (lines.hasSubscribers)
        lines.publish(line());
}
function listen(take) {
    const subscriber = (message) => {
        if (typeof message === "string")
            take(message);
    };
    lines.subscribe(subscriber);
    return () => lines.unsubscribe(subscriber);
}
function stopwatch() {
    const began = process.hrtime.bigint();
    return () => `${Math.round(Number(process.hrtime.bigint() - began) / 1e6)} ms`;
}


/***/ })

};
