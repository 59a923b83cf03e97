export const id = 4122;
export const ids = [4122];
export const modules = {

/***/ 23624:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ OutputTails),
/* harmony export */   I: () => (/* binding */ TextCapture)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _engine_text_line_buffer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52367);


class TextCapture {
    #decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder("utf8");
    #cap;
    #kept = [];
    #keptBytes = 0;
    #bytes = 0;
    constructor(cap) {
        this.#cap = cap;
    }
    push(chunk) {
        this.#bytes += chunk.length;
        const room = this.#cap - this.#keptBytes;
        if (room > 0) {
            const piece = chunk.length <= room ? chunk : Buffer.from(chunk.subarray(0, room));
            this.#kept.push(piece);
            this.#keptBytes += piece.length;
        }
        return this.#decoder.write(chunk);
    }
    end() {
        return this.#decoder.end();
    }
    get captured() {
        const cut = this.#bytes > this.#keptBytes;
        const whole = Buffer.concat(this.#kept);
        const text = cut ? new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder("utf8").write(whole) : whole.toString("utf8");
        return { text, bytes: this.#bytes, cut };
    }
}
class OutputTails {
    #both;
    #stderr;
    #lines;
    constructor(cap, redaction) {
        const both = new TextTail(cap);
        const stderr = new TextTail(cap);
        const give = (...tails) => new _engine_text_line_buffer_js__WEBPACK_IMPORTED_MODULE_1__/* .LineBuffer */ .F((text) => {
            const shown = redaction.text(text);
            for (const tail of tails)
                tail.push(shown);
        }, redaction);
        this.#both = both;
        this.#stderr = stderr;
        this.#lines = { stdout: give(both), stderr: give(both, stderr) };
    }
    push(stream, piece) {
        this.#lines[stream].add(piece);
    }
    end() {
        this.#lines.stdout.end();
        this.#lines.stderr.end();
        return { tail: this.#both.text, stderrTail: this.#stderr.text };
    }
}
class TextTail {
    #cap;
    #text = "";
    #cut = false;
    constructor(cap) {
        this.#cap = cap;
    }
    push(piece) {
        this.#text += piece;
        if (this.#text.length <= this.#cap * 2)
            return;
        this.#text = this.#text.slice(-this.#cap);
        this.#cut = true;
    }
    get text() {
        const cut = this.#cut || this.#text.length > this.#cap;
        const end = this.#text.slice(-this.#cap);
        if (!cut)
            return end;
        const lineEnd = end.search(/[\r\n]/);
        return lineEnd === -1 ? "" : end.slice(lineEnd + 1);
    }
}


/***/ }),

/***/ 14122:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   startKindProcess: () => (/* binding */ startKindProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _engine_execute_calls_retry_call_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78878);
/* harmony import */ var _engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44608);
/* harmony import */ var _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(40432);
/* harmony import */ var _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23283);
/* harmony import */ var _engine_text_grouped_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(51602);
/* harmony import */ var _trace_trace_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69808);
/* harmony import */ var _captured_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(23624);
/* harmony import */ var _process_groups_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(71640);
/* harmony import */ var _process_table_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(33426);













const tailCharacters = 4 * 1024;
async function startKindProcess(request, options) {
    checkRequest(request);
    const call = options.groups.begin(options.owner);
    let child;
    try {
        child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(request.command, request.args ?? [], {
            cwd: request.cwd ?? options.cwd,
            env: { ...options.env, ...request.env, [_process_table_js__WEBPACK_IMPORTED_MODULE_10__/* .markVariable */ .Kc]: call.mark },
            stdio: ["pipe", "pipe", "pipe"],
            detached: process.platform !== "win32",
            windowsHide: true,
        });
        await started(child);
    }
    catch (error) {
        call.over();
        throw error;
    }
    return new RunningKindProcess(child, call, request, options);
}
function checkRequest(request) {
    const given = typeof request === "object" && request !== null ? request : {};
    const { command, args = [], onLine } = given;
    const isText = (value) => typeof value === "string";
    const wrong = (what) => new _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .TaskFailure */ .E(`\`start\` was given ${what}`, {
        hint: "It takes {command, args, cwd, env, onLine}; all but `command` and `onLine` may be left out.",
    });
    if (!isText(command) || command === "")
        throw wrong("no text as `command`");
    if (!Array.isArray(args) || !args.every(isText))
        throw wrong("something else than a list of texts as `args`");
    if (typeof onLine !== "function")
        throw wrong("no function as `onLine`");
}
function started(child) {
    if (child.pid !== undefined)
        return Promise.resolve();
    return new Promise((_, reject) => child.once("error", reject));
}
class RunningKindProcess {
    pid;
    ended;
    #child;
    #call;
    #options;
    #request;
    #exited = false;
    #broken = false;
    #stopped;
    constructor(child, call, request, options) {
        this.#child = child;
        this.#call = call;
        this.#options = options;
        this.#request = request;
        this.pid = child.pid;
        call.running(this.pid);
        const called = `kind ${options.owner}: ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(request.command)}`;
        (0,_trace_trace_js__WEBPACK_IMPORTED_MODULE_7__/* .trace */ .uP)(() => `${called}: started as process ${this.pid}`);
        const tails = new _captured_text_js__WEBPACK_IMPORTED_MODULE_8__/* .OutputTails */ .$(tailCharacters, options.redaction);
        for (const stream of [child.stdin, child.stdout, child.stderr])
            stream?.on("error", () => undefined);
        child.on("error", () => undefined);
        this.#readLines(child.stdout);
        const errors = new node_string_decoder__WEBPACK_IMPORTED_MODULE_2__.StringDecoder("utf8");
        child.stderr?.on("data", (chunk) => tails.push("stderr", errors.write(chunk)));
        this.ended = new Promise((done) => {
            child.once("exit", (exitCode, signal) => {
                this.#exited = true;
                (0,_trace_trace_js__WEBPACK_IMPORTED_MODULE_7__/* .trace */ .uP)(() => `${called}: ${exitCode === null ? `killed by ${signal}` : `exit ${exitCode}`}`);
                const end = () => done({ exitCode, signal, stderr: tails.end().stderrTail });
                const linger = setTimeout(end, _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_11__/* .programLingerMs */ .Yx);
                child.once("close", () => {
                    clearTimeout(linger);
                    end();
                });
            });
        });
    }
    #readLines(stream) {
        const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_2__.StringDecoder("utf8");
        let rest = [];
        let length = 0;
        stream?.on("data", (chunk) => {
            if (this.#broken)
                return;
            const parts = decoder.write(chunk).split("\n");
            for (const [index, part] of parts.entries()) {
                if (index > 0) {
                    this.#take(rest.join(""));
                    rest = [];
                    length = 0;
                }
                if (this.#broken)
                    return;
                rest.push(part);
                length += part.length;
                if (length <= _engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .programLineLength */ .FY)
                    continue;
                rest = [];
                this.#break(new _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .TaskFailure */ .E(`its program printed a line of more than ${(0,_engine_text_grouped_js__WEBPACK_IMPORTED_MODULE_12__/* .grouped */ .z)(_engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .programLineLength */ .FY)} characters`, {
                    hint: "Have it print a line break after each answer, and long answers in parts.",
                }));
            }
        });
    }
    #take(line) {
        try {
            const answer = this.#request.onLine(line);
            if (answer instanceof Promise)
                answer.catch((error) => this.#threw(error));
        }
        catch (error) {
            this.#threw(error);
        }
    }
    #threw(thrown) {
        const { message, hint, detail } = (0,_engine_execute_calls_retry_call_js__WEBPACK_IMPORTED_MODULE_4__/* .taskError */ .iX)(thrown);
        this.#break(new _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .TaskFailure */ .E(`\`onLine\` threw: ${message}`, {
            ...(hint === undefined ? {} : { hint }),
            ...(detail === undefined ? {} : { detail }),
        }));
    }
    #break(failure) {
        if (this.#broken)
            return;
        this.#broken = true;
        this.#options.broken(failure);
        void this.stop();
    }
    write(text) {
        if (this.#child.stdin?.writable)
            this.#child.stdin.write(text);
    }
    stop() {
        this.#stopped ??= this.#stop();
        return this.#stopped;
    }
    async #stop() {
        const { groups, graceMs = _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_11__/* .stopGraceMs */ .P4 } = this.#options;
        this.#call.signalGroup("SIGTERM");
        let killAt = Date.now() + graceMs;
        let lookedAt = Date.now();
        for (let quiet = 0; quiet < 2;) {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(_engine_model_timing_js__WEBPACK_IMPORTED_MODULE_11__/* .processPollMs */ .Tg);
            const now = Date.now();
            if (groups.hurried)
                killAt = Math.min(killAt, now - 1);
            const { group, escaped } = this.#call.remains(lookedAt);
            lookedAt = Date.now();
            quiet = this.#exited && !group && escaped.length === 0 ? quiet + 1 : 0;
            if (now > killAt + _process_groups_js__WEBPACK_IMPORTED_MODULE_9__/* .stuckMs */ .NB) {
                this.#call.abandon();
                return;
            }
            if (now <= killAt)
                continue;
            this.#call.signalGroup("SIGKILL");
            for (const pid of escaped)
                (0,_process_groups_js__WEBPACK_IMPORTED_MODULE_9__/* .signalProcess */ .a7)(pid, "SIGKILL");
        }
        this.#call.over();
    }
}


/***/ })

};
