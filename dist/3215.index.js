export const id = 3215;
export const ids = [3215];
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

/***/ 43215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  scriptRunner: () => (/* binding */ scriptRunner)
});

var external_node_fs_ = __webpack_require__(73024);
var external_node_os_ = __webpack_require__(48161);
var external_node_path_ = __webpack_require__(76760);
var timing = __webpack_require__(40432);
var file_reading = __webpack_require__(96833);
var held_folder = __webpack_require__(27546);
var private_folders = __webpack_require__(20403);
var trace = __webpack_require__(69808);
var captured_text = __webpack_require__(23624);
var process_groups = __webpack_require__(71640);
var process_table = __webpack_require__(33426);
var run_process = __webpack_require__(41015);
;// CONCATENATED MODULE: ./src/node/processes/child-process.ts







const tailCharacters = 16 * 1024;
async function runChild(request) {
    const output = new ChildOutput(request);
    if (request.signal.aborted)
        return output.result({ state: "aborted" });
    let call;
    try {
        call = request.groups.begin(request.task);
    }
    catch (error) {
        return output.result({ state: "not-started", code: errorCode(error) });
    }
    const called = `${request.task === undefined ? "" : `task "${request.task}": `}${(0,external_node_path_.basename)(request.command)}`;
    let after = { stuck: false, left: false };
    const end = await (0,run_process/* runProcess */.R)({
        called,
        command: request.command,
        args: request.args,
        cwd: request.cwd,
        env: { ...request.env, [process_table/* markVariable */.Kc]: call.mark },
        signal: request.signal,
        ...(request.timeoutMs === undefined ? {} : { timeoutMs: request.timeoutMs }),
        lingerMs: request.lingerMs ?? timing/* pipeLingerMs */.p7,
        mayLeaveOthers: true,
        onStart: (pid) => {
            (0,trace/* trace */.uP)(() => `${called}: started as process ${pid}`);
            call.running(pid);
        },
        onOutput: (stream, chunk) => output.take(stream, chunk),
        stop: (running, over) => stopGently(running, call, request, (what) => {
            after = what;
            over();
        }),
    });
    if (after.stuck)
        call.abandon();
    else
        call.over();
    return output.result(withoutMessage(end, after.left));
}
class ChildOutput {
    #request;
    #streams;
    #tails;
    constructor(request) {
        const { captureBytes, redaction } = request;
        this.#request = request;
        this.#streams = { stdout: new captured_text/* TextCapture */.I(captureBytes), stderr: new captured_text/* TextCapture */.I(captureBytes) };
        this.#tails = new captured_text/* OutputTails */.$(tailCharacters, redaction);
    }
    take(stream, chunk) {
        this.#report(stream, this.#streams[stream].push(chunk));
    }
    result(end) {
        const { stdout, stderr } = this.#streams;
        this.#report("stdout", stdout.end());
        this.#report("stderr", stderr.end());
        return { end, stdout: stdout.captured, stderr: stderr.captured, ...this.#tails.end() };
    }
    #report(stream, text) {
        if (text === "")
            return;
        this.#tails.push(stream, text);
        this.#request.onOutput(stream, text);
    }
}
function stopGently(running, call, { groups, graceMs = timing/* stopGraceMs */.P4 }, over) {
    call.signalGroup("SIGTERM");
    let killAt = Date.now() + graceMs;
    let lookedAt = Date.now();
    let quiet = 0;
    const told = new Set();
    const look = () => {
        const now = Date.now();
        if (groups.hurried)
            killAt = Math.min(killAt, now - 1);
        const { group, escaped } = call.remains(lookedAt);
        lookedAt = Date.now();
        quiet = running.exited && !group && escaped.length === 0 ? quiet + 1 : 0;
        const gone = quiet > 1 && (running.closed || now > killAt);
        if (gone || now > killAt + process_groups/* stuckMs */.NB) {
            over({ stuck: !gone, left: !gone || !running.closed });
            return;
        }
        if (now > killAt)
            call.signalGroup("SIGKILL");
        for (const pid of escaped) {
            if (now > killAt)
                (0,process_groups/* signalProcess */.a7)(pid, "SIGKILL");
            else if (!told.has(pid))
                (0,process_groups/* signalProcess */.a7)(pid, "SIGTERM");
            told.add(pid);
        }
        setTimeout(look, timing/* processPollMs */.Tg);
    };
    setTimeout(look, 1);
}
function withoutMessage(end, left) {
    if (end.state === "not-started")
        return { state: end.state, code: end.code };
    return left && end.state !== "exited" ? { ...end, left } : end;
}
function errorCode(error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

;// CONCATENATED MODULE: ./src/node/processes/windows-shells.ts


function findBash(environment, exists = external_node_fs_.existsSync) {
    const folders = pathFolders(environment);
    const besideGit = folders
        .filter((folder) => exists(external_node_path_.win32.join(folder, "git.exe")))
        .flatMap((folder) => ["..", "..\\.."].map((up) => external_node_path_.win32.join(folder, up, "bin")));
    const own = /\\(?:system32|sysnative|windowsapps)\\?$/i;
    const placed = ["ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"].map((name) => variable(environment, name));
    const local = variable(environment, "LocalAppData");
    const installed = [...placed, local && external_node_path_.win32.join(local, "Programs")].flatMap((folder) => folder ? [external_node_path_.win32.join(folder, "Git\\bin")] : []);
    return first([...besideGit, ...folders.filter((folder) => !own.test(folder)), ...installed], "bash.exe", exists);
}
function findPwsh(environment, exists = external_node_fs_.existsSync) {
    const installed = variable(environment, "ProgramFiles");
    const places = installed ? [external_node_path_.win32.join(installed, "PowerShell\\7")] : [];
    return first([...pathFolders(environment), ...places], "pwsh.exe", exists);
}
function first(folders, program, exists) {
    return folders.map((folder) => external_node_path_.win32.join(folder, program)).find(exists);
}
function pathFolders(environment) {
    const path = variable(environment, "Path") ?? "";
    return path.split(";").flatMap((folder) => {
        const plain = folder.trim().replace(/^"(.*)"$/, "$1");
        return external_node_path_.win32.isAbsolute(plain) ? [plain] : [];
    });
}
function variable(environment, name) {
    const key = Object.keys(environment).find((one) => one.toLowerCase() === name.toLowerCase());
    return key === undefined ? undefined : environment[key] || undefined;
}
function windowsShell(wanted, otherwise, environment, exists) {
    const [program = "", ...args] = wanted.shell;
    if (!/^bash(?:\.exe)?$/i.test(program))
        return wanted;
    const bash = findBash(environment, exists);
    if (bash !== undefined)
        return { ...wanted, shell: [bash, ...args] };
    if (otherwise === undefined)
        return "ENOENT";
    const pwsh = findPwsh(environment, exists);
    return pwsh === undefined ? "ENOSHELL" : { ...otherwise, shell: [pwsh, ...otherwise.shell.slice(1)] };
}
function windowsScript(script, extension) {
    return extension === ".cmd" ? script.replace(/\r?\n/g, "\r\n") : script;
}
function windowsPath(path, [program = ""]) {
    return /(?:^|[\\/])(?:ba|da|z)?sh(?:\.exe)?$/i.test(program) ? path.replaceAll("\\", "/") : path;
}

;// CONCATENATED MODULE: ./src/node/processes/script-runner.ts









function scriptRunner(options) {
    return async (request) => {
        const folder = (0,private_folders/* makePrivateFolder */.I2)(options.folders ?? [(0,external_node_os_.tmpdir)()], "script");
        let watching;
        try {
            const chosen = shellOf(request);
            if (typeof chosen === "string")
                return unstarted(chosen);
            const { shell, extension } = chosen;
            const scriptFile = (0,external_node_path_.join)(folder, `script${extension}`);
            const outputFile = (0,external_node_path_.join)(folder, "output");
            (0,external_node_fs_.writeFileSync)(scriptFile, onWindows ? windowsScript(request.script, extension) : request.script, { mode: 0o600 });
            (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(outputFile, "wx", 0o600));
            const given = Object.entries(request.files ?? {}).map(([variable, text], index) => {
                const path = (0,external_node_path_.join)(folder, `given-${index}.json`);
                (0,external_node_fs_.writeFileSync)(path, text, { mode: 0o600 });
                return [variable, path];
            });
            const named = shell.some((part) => part.includes("{0}"));
            const shownFile = onWindows ? windowsPath(scriptFile, shell) : scriptFile;
            const [command = "", ...args] = [...shell, ...(named ? [] : ["{0}"])].map((part) => part.replaceAll("{0}", () => shownFile));
            watching = request.onOutputFile && watchOutput(folder, request.outputBytes, request.onOutputFile);
            const result = await runChild({
                command,
                args,
                cwd: request.cwd,
                env: { ...request.env, ...Object.fromEntries(given), [request.outputVariable]: outputFile },
                signal: request.signal,
                captureBytes: request.captureBytes,
                onOutput: (stream, text) => request.onOutput(stream, text),
                groups: options.groups,
                redaction: options.redaction,
                ...(request.env.OPUS_TASK === undefined ? {} : { task: request.env.OPUS_TASK }),
                ...(request.timeoutMs === undefined ? {} : { timeoutMs: request.timeoutMs }),
                ...(options.graceMs === undefined ? {} : { graceMs: options.graceMs }),
                ...(options.lingerMs === undefined ? {} : { lingerMs: options.lingerMs }),
            });
            return { ...result, outputFile: readOutput(folder, request.outputBytes) };
        }
        finally {
            watching?.();
            (0,private_folders.removeTree)(folder);
        }
    };
}
const onWindows = process.platform === "win32";
function shellOf({ shell, extension, otherwise, env }) {
    return onWindows ? windowsShell({ shell, extension }, otherwise, env) : { shell, extension };
}
function unstarted(code) {
    const nothing = { text: "", bytes: 0, cut: false };
    const end = { state: "not-started", code };
    return { end, stdout: nothing, stderr: nothing, tail: "", stderrTail: "", outputFile: undefined };
}
function watchOutput(folder, limit, take) {
    let timer;
    let size = 0;
    const read = () => {
        timer = undefined;
        const data = readOutput(folder, limit);
        if (data === undefined || data.length === size)
            return;
        size = data.length;
        take(data);
    };
    try {
        const watcher = (0,external_node_fs_.watch)((0,external_node_path_.join)(folder, "output"), () => {
            timer ??= setTimeout(read, timing/* scriptReadMs */.Uy);
        });
        watcher.on("error", () => watcher.close());
        return () => {
            clearTimeout(timer);
            watcher.close();
        };
    }
    catch {
        return () => { };
    }
}
function readOutput(folder, limit) {
    try {
        const descriptor = (0,file_reading/* openForReading */.sb)((0,held_folder/* openByPath */.BR)(folder), "output");
        return (0,file_reading/* closing */.ET)(descriptor, () => (0,file_reading/* readAll */.yw)(descriptor, limit));
    }
    catch {
        return undefined;
    }
}


/***/ })

};
