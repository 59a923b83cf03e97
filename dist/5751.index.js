export const id = 5751;
export const ids = [5751];
export const modules = {

/***/ 47281:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ HttpFailure)
/* harmony export */ });
/* harmony import */ var _task_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23283);

class HttpFailure extends _task_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TaskFailure */ .E {
    sent;
    refused;
    constructor(message, sent, options = {}) {
        super(message, { ...options, untouched: sent === "nothing" });
        this.name = "HttpFailure";
        this.sent = sent;
        this.refused = options.refused ?? false;
    }
}


/***/ }),

/***/ 22371:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ timeWords)
/* harmony export */ });
function timeWords(ms) {
    if (ms < 1_000)
        return `${Math.max(0, Math.round(ms))} ms`;
    if (ms < 10_000)
        return `${Number((ms / 1_000).toFixed(1))} s`;
    const seconds = Math.round(ms / 1_000);
    if (seconds < 60)
        return `${seconds} s`;
    const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
    if (minutes < 60)
        return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
    return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}


/***/ }),

/***/ 25751:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  probeProcessor: () => (/* binding */ probeProcessor)
});

var timing = __webpack_require__(40432);
var task_failure = __webpack_require__(23283);
var time_words = __webpack_require__(22371);
var shorten = __webpack_require__(23445);
var script = __webpack_require__(1329);
var shell_environment = __webpack_require__(60662);
var shell_run = __webpack_require__(39311);
;// CONCATENATED MODULE: ./src/processors/probe/look.ts
const holds = { state: "holds" };
function look_open(why) {
    return { state: "open", why };
}

;// CONCATENATED MODULE: ./src/processors/probe/probe-command.ts





function probedCommand(fields, runner, io) {
    return { what: "its command", look: (ms) => look(fields, runner, io, ms) };
}
async function look(fields, { run, files, environment }, io, ms) {
    const { command = "", shell, workingDirectory = "." } = fields;
    const words = (0,script/* splitShell */.b2)(shell) ?? [];
    const folder = files.folder(workingDirectory);
    if (!folder.ok)
        return { state: "hopeless", why: `its command has no folder to run in: ${folder.error.message}` };
    const env = (0,shell_environment/* childEnvironment */.Q)(environment, fields, {
        OPUS_CONTEXT: io.context,
        OPUS_COMMAND: io.command,
        OPUS_TASK: io.task,
        OPUS_CHANGE: "read",
    });
    const result = await run({
        script: command,
        shell: words,
        extension: (0,script/* scriptExtension */.dv)(words),
        ...(shell === undefined ? { otherwise: script/* shellOnWindows */.lG } : {}),
        cwd: folder.value,
        env,
        outputVariable: "OPUS_OUTPUT",
        outputBytes: shell_run/* factBytes */.qD,
        captureBytes: shell_run/* factBytes */.qD,
        timeoutMs: Math.max(1, Math.round(ms)),
        signal: io.signal,
        onOutput: () => { },
    });
    io.signal.throwIfAborted();
    return judge(result, fields, words, io);
}
function judge(result, { expect = {} }, words, io) {
    const { end, stdout } = result;
    const detail = (0,script/* lastLines */.w$)(result.tail);
    const unmet = (why) => ({ ...look_open(why), ...(detail === undefined ? {} : { detail }) });
    if (end.state === "not-started") {
        const { message, hint } = (0,shell_run/* notStarted */.DY)("its command", words, end.code);
        return { state: "hopeless", why: message, ...(hint === undefined ? {} : { hint }) };
    }
    if (end.state !== "exited")
        return unmet("it did not end in time");
    const { exitCode = 0, contains } = expect;
    if (end.exitCode === null)
        return unmet(`it was ended by ${end.signal}`);
    if (end.exitCode !== exitCode)
        return unmet(`it exited with ${end.exitCode}${exitCode === 0 ? "" : `, not ${exitCode}`}`);
    if (contains === undefined || stdout.text.includes(contains))
        return holds;
    const wanted = io.containsSecret(contains) ? "what it should" : `\`${(0,shorten/* shortened */.v)(contains, 100)}\``;
    return unmet(`it exited with ${end.exitCode} and did not print ${wanted}`);
}

var json_json = __webpack_require__(81567);
var json_diff = __webpack_require__(64503);
var http = __webpack_require__(47281);
var shown_url = __webpack_require__(57849);
;// CONCATENATED MODULE: ./src/processors/probe/probe-server.ts






function probedServer({ url, method = "GET", headers = {} }, expect, http, { signal, containsSecret }) {
    const statuses = listed(expect.status ?? "2xx");
    const follows = !statuses.some((rule) => String(rule).startsWith("3"));
    return {
        what: (0,shown_url/* shownAddress */.Uk)(url),
        look: async (ms) => {
            try {
                const request = { method, url, headers, once: true, withinMs: ms };
                const answer = await http.request(follows ? request : { ...request, follow: false });
                return probe_server_judge(answer, statuses, expect, containsSecret);
            }
            catch (error) {
                return unanswered(error, URL.parse(url)?.host ?? "", signal);
            }
        },
    };
}
function probedPort({ host, port }, http, { signal }) {
    const place = `${host.includes(":") ? `[${host}]` : host}:${port}`;
    return {
        what: place,
        look: async (ms) => {
            try {
                await http.reach(host, port, ms);
                return holds;
            }
            catch (error) {
                return unanswered(error, place, signal);
            }
        },
    };
}
function listed(rule) {
    return typeof rule === "object" ? rule : [rule];
}
function unanswered(error, place, signal) {
    if (signal.aborted || !(error instanceof http/* HttpFailure */.H))
        throw error;
    const { message, hint, refused } = error;
    const advice = hint === undefined ? {} : { hint };
    if (refused)
        return { state: "hopeless", why: message, ...advice };
    const why = message.startsWith(`${place} gave `) ? message.slice(place.length + 6) : message;
    return { state: "open", why, ...advice };
}
function probe_server_judge(answer, statuses, { contains, json }, containsSecret) {
    const { status, text } = answer;
    const words = statusWords(answer);
    if (!statuses.some((rule) => (typeof rule === "number" ? rule === status : rule[0] === String(status)[0])))
        return look_open(words);
    if (contains !== undefined && !text.includes(contains))
        return look_open(`${words}, and its body does not contain ${quoted(contains, containsSecret)}`);
    if (json === undefined)
        return holds;
    let body;
    try {
        body = JSON.parse(text);
    }
    catch {
        return look_open(`${words}, and its body is not JSON`);
    }
    for (const [pointer, wanted] of Object.entries(json)) {
        const found = (0,json_diff/* valueAt */.fK)(body, (0,json_json/* pointerPath */.hw)(pointer));
        if (found === undefined)
            return look_open(`there is no ${placeWords(pointer)} in the answer`);
        if ((0,json_diff/* equalJson */.FS)(found, wanted))
            continue;
        const hidden = containsSecret(JSON.stringify(wanted));
        const told = hidden ? "is another" : `is ${value(found)}, not ${value(wanted)}`;
        return look_open(`${placeWords(pointer)} ${told}`);
    }
    return holds;
}
function placeWords(pointer) {
    return pointer === "" ? "the answer" : pointer;
}
function statusWords({ status, statusName }) {
    return statusName === undefined ? String(status) : `${status} ${statusName}`;
}
function value(json) {
    return (0,shorten/* shortened */.v)(JSON.stringify(json), 100);
}
function quoted(text, containsSecret) {
    return containsSecret(text) ? "what it should" : `\`${(0,shorten/* shortened */.v)(text, 100)}\``;
}

var diagnostic = __webpack_require__(9246);
var file_access = __webpack_require__(14435);
;// CONCATENATED MODULE: ./src/processors/probe/probe-spec.ts





function probeFields(spec) {
    return spec;
}
const targets = ["http", "tcp", "command"];
const ofCommand = ["shell", "workingDirectory", "env", "passEnv"];
const expectations = {
    http: ["status", "contains", "json"],
    tcp: [],
    command: ["exitCode", "contains"],
};
function parseProbe(files, validate, spec) {
    const shape = validate("opus/v1", "Probe", spec) ?? [];
    if (shape.length > 0)
        return (0,diagnostic/* err */._q)([...shape]);
    const fields = probeFields(spec);
    const given = targets.filter((target) => fields[target] !== undefined);
    const [target] = given;
    if (target === undefined || given.length > 1)
        return (0,diagnostic/* err */._q)([targetProblem(given)]);
    const problems = [
        ...misplaced(target, fields),
        ...headProblems(fields),
        ...timeProblems(fields),
        ...(target === "command" ? commandProblems(files, fields) : []),
    ];
    return problems.length > 0 ? (0,diagnostic/* err */._q)(problems) : (0,diagnostic.ok)(spec);
}
function wrong(pointer, message, suggestion, atKey = false) {
    return { code: "invalid-value", message, pointer, suggestion, ...(atKey ? { atKey } : {}) };
}
function targetProblem(given) {
    const [first, second = ""] = given;
    return first === undefined
        ? wrong("", "it says nothing that is probed", "Add one of `http`, `tcp` and `command`.")
        : wrong(`/${second}`, `it has ${given.join(" and ")}, and probes one thing`, "Make a Probe of each.", true);
}
function misplaced(target, { expect = {}, ...fields }) {
    const foreign = target === "command" ? [] : ofCommand.filter((name) => fields[name] !== undefined);
    const expected = Object.keys(expect);
    const known = expectations[target];
    const list = known.map((name) => `\`${name}\``).join(", ");
    const hint = known.length === 0 ? "Delete it: a connection is all that is expected of a port." : `Use ${list}.`;
    return [
        ...foreign.map((name) => wrong(`/${name}`, `\`${name}\` is for \`command\` alone`, "Delete it.", true)),
        ...expected
            .filter((name) => !known.includes(name))
            .map((name) => wrong(`/expect/${name}`, `\`${name}\` can't be expected of \`${target}\``, hint, true)),
    ];
}
function headProblems({ http, expect = {} }) {
    if (http?.method !== "HEAD")
        return [];
    return ["contains", "json"]
        .filter((name) => expect[name] !== undefined)
        .map((name) => wrong(`/expect/${name}`, "an answer to HEAD has no body", "Use `method: GET`.", true));
}
function probeTimes({ interval, timeout, tryTimeout }) {
    const ms = (text) => (text === undefined ? undefined : (0,script/* parseDuration */.E9)(text));
    return {
        intervalMs: ms(interval) ?? timing/* probeIntervalMs */.Qr,
        timeoutMs: ms(timeout) ?? timing/* probeTimeoutMs */.mM,
        tryMs: ms(tryTimeout),
    };
}
function timeProblems(fields) {
    const { intervalMs, timeoutMs, tryMs = 0 } = probeTimes(fields);
    const problems = [];
    if (fields.interval !== undefined && intervalMs >= timeoutMs) {
        const message = "`interval` is as long as `timeout`, or longer, so it would be tried only once";
        problems.push(wrong("/interval", message, "Lower it, or raise `timeout`."));
    }
    if (tryMs > timeoutMs)
        problems.push(wrong("/tryTimeout", "`tryTimeout` is longer than `timeout`", "Lower it, or raise `timeout`."));
    return problems;
}
function commandProblems(files, fields) {
    const { command = "", shell, workingDirectory } = fields;
    const problems = (0,shell_environment/* environmentProblems */.M)(fields);
    if ((0,script/* splitShell */.b2)(shell) === undefined) {
        const message = `the shell \`${shell}\` has a quote that is not closed`;
        problems.push({ code: "bad-shell", message, pointer: "/shell", suggestion: "Write it like `bash -e {0}`." });
    }
    if (workingDirectory !== undefined) {
        const normal = files.normalize(workingDirectory, { folder: true });
        if (!normal.ok)
            problems.push((0,file_access/* pathProblem */.z9)(normal.error, "/workingDirectory"));
    }
    if (command.includes("\0")) {
        const message = "the command holds a NUL character";
        problems.push({ code: "bad-script", message, pointer: "/command", offset: command.indexOf("\0") });
    }
    return problems;
}

;// CONCATENATED MODULE: ./src/processors/probe/wait.ts



async function waitUntilHolds(probed, waiting) {
    const { intervalMs, timeoutMs, tryMs } = waiting;
    const began = waiting.now();
    const told = new Told(probed.what, waiting);
    let last;
    for (let tries = 1;; tries++) {
        const left = began + timeoutMs - waiting.now();
        if (last && left <= 0)
            throw tooLate(probed, last, timeoutMs, tries - 1);
        const look = await probed.look(Math.min(tryMs, left));
        const ms = waiting.now() - began;
        if (look.state === "holds")
            return { tries, ms };
        if (look.state === "hopeless")
            throw new task_failure/* TaskFailure */.E(look.why, { untouched: true, ...(look.hint === undefined ? {} : { hint: look.hint }) });
        if (!last || left >= tryMs || ms < timeoutMs)
            last = look;
        if (ms + intervalMs >= timeoutMs)
            throw tooLate(probed, last, timeoutMs, tries);
        told.say(tries, look.why, ms);
        await waiting.pause(intervalMs);
    }
}
function tooLate({ what }, { why, detail, hint = "Look at what it probes; or raise `timeout`, if that only takes longer.", }, timeoutMs, tries) {
    const words = `${what} was not as expected within ${(0,time_words/* timeWords */.r)(timeoutMs)}: ${why} (${tries === 1 ? "1 try" : `${tries} tries`})`;
    return new task_failure/* TaskFailure */.E(words, {
        hint,
        untouched: true,
        ...(detail === undefined ? {} : { detail }),
    });
}
class Told {
    #what;
    #waiting;
    #why = "";
    #atMs = Number.NEGATIVE_INFINITY;
    constructor(what, waiting) {
        this.#what = what;
        this.#waiting = waiting;
    }
    say(tries, why, ms) {
        if (ms - this.#atMs < (why === this.#why ? timing/* probeNoticeMs */.Xx : timing/* probeChangeMs */.FO))
            return;
        this.#why = why;
        this.#atMs = ms;
        const { timeoutMs } = this.#waiting;
        this.#waiting.tell(`waiting for ${this.#what} (try ${tries}, ${why}), ${(0,time_words/* timeWords */.r)(ms)} of ${(0,time_words/* timeWords */.r)(timeoutMs)}`);
    }
}

;// CONCATENATED MODULE: ./src/processors/probe/probe.ts







function ready(dependencies, spec, io) {
    const { http } = io;
    if (!http)
        throw new task_failure/* TaskFailure */.E("nothing is probed in an untrusted run", { untouched: true });
    const fields = probeFields(spec);
    const { intervalMs, timeoutMs, tryMs } = probeTimes(fields);
    const times = { http, intervalMs, timeoutMs };
    const bounded = { ...times, tryMs: Math.min(tryMs ?? timing/* probeTryMs */.yD, timeoutMs) };
    if (fields.command !== undefined) {
        return { probed: probedCommand(fields, dependencies, io), ...times, tryMs: tryMs ?? timeoutMs };
    }
    if (fields.tcp)
        return { probed: probedPort(fields.tcp, http, io), ...bounded };
    if (fields.http)
        return { probed: probedServer(fields.http, fields.expect ?? {}, http, io), ...bounded };
    throw new Error("a spec that was not parsed");
}
async function observe(dependencies, spec, io) {
    const { probed, tryMs } = ready(dependencies, spec, io);
    const look = await probed.look(tryMs);
    switch (look.state) {
        case "holds":
            return { state: "present", facts: {} };
        case "open":
            return { state: "absent", why: look.why };
        case "hopeless":
            return { state: "failed", error: { message: look.why, ...(look.hint === undefined ? {} : { hint: look.hint }) } };
    }
}
async function wait(dependencies, spec, io) {
    const { probed, http, ...times } = ready(dependencies, spec, io);
    const { tries, ms } = await waitUntilHolds(probed, {
        ...times,
        now: () => http.now(),
        pause: (pauseMs) => http.pause(pauseMs),
        tell: (text) => io.tell?.(`${io.task}: ${text}`),
    });
    if (tries > 1)
        io.output("stdout", `${probed.what} was as expected after ${tries} tries, ${(0,time_words/* timeWords */.r)(ms)}\n`);
    return { outputs: [] };
}
function probeProcessor(dependencies) {
    const { files, validate } = dependencies;
    return {
        apiVersion: "opus/v1",
        kind: "Probe",
        gate: true,
        parse: (spec) => parseProbe(files, validate, spec),
        observe: (spec, io) => observe(dependencies, spec, io),
        create: (spec, io) => wait(dependencies, spec, io),
        update: (_before, after, io) => wait(dependencies, after, io),
        delete: async () => { },
        fields: {
            names: [
                ...["http", "tcp", "command", "shell", "workingDirectory", "env", "passEnv"],
                ...["expect", "interval", "timeout", "tryTimeout"],
            ],
            verbatim: ["command", "shell"],
        },
        known: { outputNames: [] },
        workspace: { writes: () => [] },
    };
}


/***/ })

};
