export const id = 5872;
export const ids = [5872];
export const modules = {

/***/ 94254:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ openStep)
});

var external_node_crypto_ = __webpack_require__(77598);
var external_node_path_ = __webpack_require__(76760);
var external_node_fs_ = __webpack_require__(73024);
var file_command = __webpack_require__(82902);
var secret_encodings = __webpack_require__(12425);
var printable = __webpack_require__(4191);
var harmless = __webpack_require__(47499);
;// CONCATENATED MODULE: ./src/action/runner-files.ts

function append(path, text) {
    const descriptor = (0,external_node_fs_.openSync)(path, "a");
    const { size } = (0,external_node_fs_.fstatSync)(descriptor);
    try {
        (0,external_node_fs_.writeFileSync)(descriptor, text);
    }
    catch (error) {
        try {
            (0,external_node_fs_.ftruncateSync)(descriptor, size);
        }
        catch {
            // What went wrong first is told.
        }
        throw error;
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}

;// CONCATENATED MODULE: ./src/action/toolkit.ts






const summaryLimitBytes = 1024 * 1024;
const colours = {
    heading: "1",
    create: "32",
    update: "33",
    delete: "31",
    adopt: "36",
    success: "32",
    warning: "33",
    error: "31",
    muted: "90",
};
function createActionConsole({ stdout, env }) {
    const write = (line) => stdout.write(`${line}\n`);
    return { live: false, ...lines(write, !env.NO_COLOR), ...commands(write), ...files(env) };
}
function lines(write, colourful) {
    let grouped = false;
    const endGroup = () => {
        if (grouped)
            write(command("endgroup", ""));
        grouped = false;
    };
    const line = (text, tone) => {
        const colour = colourful && tone !== undefined ? colours[tone] : undefined;
        for (const shown of (0,harmless/* harmless */.I)(text))
            write(colour && shown !== "" ? `\u001b[${colour}m${shown}\u001b[0m` : shown);
    };
    return {
        line,
        endGroup,
        group: (title) => {
            endGroup();
            grouped = true;
            write(command("group", (0,harmless/* harmless */.I)(title).join(" ")));
        },
        output: (text) => {
            for (const shown of (0,harmless/* harmless */.I)(text.replace(/(?:\r\n|\n|\r)$/, "")))
                write(`  \u2502 ${shown}`);
        },
        progress: (text) => {
            if (text !== undefined)
                line(text, "muted");
        },
    };
}
function commands(write) {
    return {
        addMask: (secret) => {
            for (const part of (0,secret_encodings/* partsOf */.CI)(secret))
                if (!/[\r\n]/.test(part))
                    write(command("add-mask", part));
        },
        annotation: (level, message, { file, line: first, endLine, column, endColumn, title } = {}) => {
            const place = file === undefined ? {} : { file: (0,printable/* visible */.RK)(file), line: first, endLine, col: column, endColumn };
            const text = (0,printable/* printableLines */.fk)(message).map(printable/* visible */.RK).join("\n");
            write(command(level, text, { title: title === undefined ? undefined : (0,printable/* oneLine */.TN)(title), ...place }));
        },
    };
}
function files(env) {
    const { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: outputFile, GITHUB_STATE: stateFile } = env;
    const room = () => (summary ? Math.max(0, summaryLimitBytes - sizeOf(summary)) : 0);
    return {
        setOutputs: (outputs) => {
            if (outputFile)
                append(outputFile, outputs.map(([name, value]) => `${(0,file_command/* prepareKeyValueMessage */.v)(name, value)}\n`).join(""));
        },
        saveState: (name, value) => {
            if (stateFile)
                append(stateFile, `${(0,file_command/* prepareKeyValueMessage */.v)(name, value)}\n`);
        },
        summaryRoom: room,
        appendSummary: (markdown) => {
            if (!summary || Buffer.byteLength(markdown) + 1 > room())
                return false;
            append(summary, `${markdown}\n`);
            return true;
        },
    };
}
function command(name, message, properties = {}) {
    const pairs = Object.entries(properties).filter(([, value]) => value !== undefined && value !== "");
    const list = pairs.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
    return `::${name}${list === "" ? "" : ` ${list}`}::${escapeData(message)}`;
}
function sizeOf(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size ?? 0;
}
function escapeData(text) {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

;// CONCATENATED MODULE: ./src/action/step.ts



function openStep(env, stdout) {
    const console = createActionConsole({ stdout, env });
    return {
        console,
        reportPath: env.RUNNER_TEMP ? (0,external_node_path_.join)(env.RUNNER_TEMP, `opus-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`, "report.json") : undefined,
        verbose: env.RUNNER_DEBUG === "1",
        warn: ({ severity, message }) => console.annotation(severity, message),
    };
}


/***/ }),

/***/ 95872:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  runStep: () => (/* binding */ runStep)
});

var inputs = __webpack_require__(81729);
var raw_inputs = __webpack_require__(18752);
var action_step = __webpack_require__(94254);
var process_identity = __webpack_require__(9339);
var handover_file = __webpack_require__(40455);
var conclude = __webpack_require__(83322);
var code_frame = __webpack_require__(96420);
var log_console = __webpack_require__(55504);
var log = __webpack_require__(89198);
var clock = __webpack_require__(31902);
;// CONCATENATED MODULE: ./src/app/program/step-hooks.ts




async function stepHooks({ console, verbose }, setup) {
    const { createAnnotations } = await __webpack_require__.e(/* import() */ 9110).then(__webpack_require__.bind(__webpack_require__, 9110));
    const { createOutputs } = await __webpack_require__.e(/* import() */ 6906).then(__webpack_require__.bind(__webpack_require__, 46906));
    const { redact } = setup;
    const hooks = [
        (0,log/* createLog */.h)({
            console: (0,log_console/* withoutSecrets */.c)(console, redact),
            frame: (diagnostic) => (0,code_frame/* renderDiagnostic */.I)(diagnostic, setup.sources, { redact }),
            verbose,
            checksums: verbose,
            now: clock/* systemClock */.m.now,
        }),
        createAnnotations((level, message, place) => {
            const file = place.file === undefined ? {} : { file: redact(place.file) };
            console.annotation(level, redact(message), { ...place, ...file });
        }),
    ];
    if (setup.summary) {
        const { createSummary } = await Promise.all(/* import() */[__webpack_require__.e(9036), __webpack_require__.e(6498), __webpack_require__.e(8487)]).then(__webpack_require__.bind(__webpack_require__, 38487));
        const { summaryRoom: room, appendSummary: append } = console;
        const warn = (message) => setup.warn({ severity: "warning", code: "summary-not-written", message });
        hooks.push(createSummary({ room, append, warn, redact }));
    }
    hooks.push(createOutputs({ ...setup, set: console.setOutputs, mapped: setup.mappedOutputs }));
    if (setup.comment) {
        const { createComment } = await Promise.all(/* import() */[__webpack_require__.e(9036), __webpack_require__.e(9864), __webpack_require__.e(2139), __webpack_require__.e(959)]).then(__webpack_require__.bind(__webpack_require__, 50959));
        hooks.push(createComment(setup.comment));
    }
    if (setup.issue) {
        const { createIssue } = await Promise.all(/* import() */[__webpack_require__.e(9864), __webpack_require__.e(2139), __webpack_require__.e(8764)]).then(__webpack_require__.bind(__webpack_require__, 11986));
        hooks.push(createIssue(setup.issue));
    }
    if (setup.check) {
        const { createCheck } = await Promise.all(/* import() */[__webpack_require__.e(9036), __webpack_require__.e(6498), __webpack_require__.e(8045), __webpack_require__.e(2055)]).then(__webpack_require__.bind(__webpack_require__, 92055));
        hooks.push(createCheck(setup.check));
    }
    return hooks;
}

var external_node_fs_ = __webpack_require__(73024);
var file_problem = __webpack_require__(11930);
;// CONCATENATED MODULE: ./src/app/program/unwritable-files.ts


const asOwner = "Let this step run as the user to whom the runner's files belong: in a container by `options: --user <uid>`, and in no sandbox that hides the file.";
const filesOfRunner = { GITHUB_OUTPUT: "outputs of this step", GITHUB_STATE: "notes for its post step" };
function unwritableFiles(env) {
    return Object.entries(filesOfRunner).flatMap(([variable, what]) => {
        const path = env[variable];
        if (!path)
            return [];
        try {
            (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(path, "a"));
            return [];
        }
        catch (error) {
            const { message, hint } = (0,file_problem/* fileProblem */.W)(path, error);
            const byNode = (0,file_problem/* systemCode */.x)(error) === "ERR_ACCESS_DENIED";
            const suggestion = byNode && hint !== undefined ? hint : asOwner;
            return [
                {
                    severity: "error",
                    code: "runner-file-unwritable",
                    message: `the runner's file for ${what} (${variable}) can't be written: ${message}${byNode ? "" : whoseFile(path)}`,
                    suggestion,
                },
            ];
        }
    });
}
function whoseFile(path) {
    const uid = process.getuid?.();
    const file = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (uid === undefined || file === undefined)
        return "";
    return ` (this process runs as user ${uid}; the file belongs to user ${file.uid}, mode ${(file.mode & 0o777).toString(8)})`;
}

;// CONCATENATED MODULE: ./src/app/program/run-step.ts








async function runStep(program) {
    const { environment, redactor, version, modules } = program;
    program.addRunnerTokens();
    const step = (0,action_step/* openStep */.b)(environment, program.stdout);
    const { console, verbose } = step;
    const traceLog = verbose ? program.startTrace((line) => console.line(line, "muted")) : undefined;
    const unwritable = unwritableFiles(environment);
    const handover = environment.RUNNER_TEMP && unwritable.length === 0
        ? handover_file/* Handover */.w.begin(environment.RUNNER_TEMP, (0,process_identity/* localMachine */.l)().self, (path) => console.saveState("handover", path))
        : handover_file/* Handover */.w.none();
    const raw = (0,raw_inputs/* readRawInputs */.yI)(environment);
    const ending = program.cancelled();
    const host = {
        terminal: false,
        version,
        environment,
        directory: environment.GITHUB_WORKSPACE || process.cwd(),
        verbose,
        ...ending,
        modules,
        handover,
        defaultReportPath: step.reportPath,
        redactor,
        mask: (secret) => console.addMask(secret),
        hooks: (setup) => {
            traceLog?.open();
            return stepHooks(step, setup);
        },
    };
    program.guard(ending);
    const { exitCode, report } = await (0,conclude/* conclude */.E)(raw, host, unwritable);
    const reason = report.failureReason;
    const wanted = reason === "internal" || (verbose && reason !== "cancelled");
    if (exitCode !== 0 && wanted && (0,inputs/* readSureSettings */.H5)(raw).summary) {
        traceLog?.end();
        const { debugInfo } = await __webpack_require__.e(/* import() */ 7356).then(__webpack_require__.bind(__webpack_require__, 27356));
        console.appendSummary(`\n${await debugInfo(raw, host)}`);
    }
    return exitCode;
}


/***/ }),

/***/ 82902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ prepareKeyValueMessage)
/* harmony export */ });
/* harmony import */ var crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76982);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79896);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4679);




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID()}`;
    const convertedValue = (0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(value);
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${convertedValue}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map

/***/ }),

/***/ 4679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ toCommandValue),
/* harmony export */   k: () => (/* binding */ toCommandProperties)
/* harmony export */ });
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map

/***/ })

};
