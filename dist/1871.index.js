export const id = 1871;
export const ids = [1871];
export const modules = {

/***/ 11871:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hasHelp: () => (/* binding */ hasHelp),
/* harmony export */   renderCommandHelp: () => (/* binding */ renderCommandHelp)
/* harmony export */ });
/* harmony import */ var _engine_model_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30468);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82193);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95377);
/* harmony import */ var _help_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87911);




const where = ["context", "manifest", "working-directory"];
const given = ["values", "values-file"];
const state = ["state-backend", "state-branch", "state-path", "token", "encryption-key", "initialize"];
const shown = ["report-path", "json", "quiet", "verbose", "debug", "color"];
const acting = ["target", ...given, "lock-timeout", "parallelism", "fail-fast"];
const ofActing = {
    flags: [...where, ...acting, "refresh", "max-deletes", "plan-digest", "expect-no-changes", ...state, ...shown],
};
const commandHelp = {
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
function hasHelp(name) {
    return Object.hasOwn(commandHelp, name);
}
function renderCommandHelp(name, { inputs }) {
    const { flags, examples, notes = [] } = commandHelp[name];
    const rows = flags.flatMap((flag) => {
        const input = inputs.find((one) => one.name === flag);
        if (input)
            return [(0,_help_js__WEBPACK_IMPORTED_MODULE_1__/* .inputRow */ .bd)(input)];
        return _help_js__WEBPACK_IMPORTED_MODULE_1__/* .terminalFlags */ .S6.filter((one) => (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .flagName */ .GI)(one) === flag);
    });
    return [
        ...(0,_columns_js__WEBPACK_IMPORTED_MODULE_3__/* .wrap */ .L)(`opus ${name}: ${name === "debug-info" ? _engine_model_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .terminalPrograms */ .uq[name].help : (0,_engine_model_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commandNamed */ .v)(name)?.help}`, 80),
        "",
        `Usage: opus ${name} [flags]`,
        "",
        "Examples:",
        ...(0,_columns_js__WEBPACK_IMPORTED_MODULE_3__/* .columns */ .Y)(examples),
        "",
        "Flags:",
        ...(0,_columns_js__WEBPACK_IMPORTED_MODULE_3__/* .columns */ .Y)(rows),
        ...(notes.length === 0 ? [] : ["", ...notes]),
        "",
        "`opus --help` lists all commands and flags.",
    ].join("\n");
}


/***/ })

};
