export const id = 338;
export const ids = [338];
export const modules = {

/***/ 338:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  branchState: () => (/* binding */ branchState)
});


var diagnostic = __webpack_require__(9246);
var size_limits = __webpack_require__(44608);
var timing = __webpack_require__(40432);
var shown_url = __webpack_require__(57849);
var state_folder = __webpack_require__(64524);
var external_node_os_ = __webpack_require__(48161);
var line_ends = __webpack_require__(7487);
var listed = __webpack_require__(77139);
var lock_record = __webpack_require__(77954);
var external_node_crypto_ = __webpack_require__(77598);
var shorten = __webpack_require__(23445);
;// CONCATENATED MODULE: ./src/state/backends/branch/commit-message.ts


const skip = "[skip ci]";
const past = [
    ["create", "created"],
    ["update", "updated"],
    ["replace", "replaced"],
    ["delete", "deleted"],
    ["adopt", "adopted"],
    ["forget", "forgot"],
];
function stateMessage(folder, next, options) {
    const subject = `${options.command} ${progress(next, options)}`.trimEnd();
    return message(folder, subject.replace(/ ,/, ","), options.run, [
        ["Serial", String(next.serial)],
        ...(options.runEnded ? [["Run-Ended", "true"]] : []),
    ]);
}
function moveMessage(folder, from, next, { run }) {
    return message(folder, `carried over from ${from}`, run, [
        ["Serial", String(next.serial)],
        ["Moved-From", from],
    ]);
}
function lockMessage(folder, holder, why) {
    const broken = why === undefined ? "" : ` (the lock before was left behind: ${why})`;
    return message(folder, `locked for ${holder.command}${broken}`, holder.run, []);
}
function unlockMessage(folder, holder, byHand) {
    const what = byHand ? `lock ${holder.id} of ${holder.command} released by hand` : `unlocked after ${holder.command}`;
    return message(folder, what, holder.run, []);
}
function withoutSecrets(text, redact) {
    return text
        .split("\n")
        .map((line) => {
        if (line.startsWith("Opus-"))
            return line;
        const [, label = "", words = "", end = ""] = /^(Run: )?(.*?)( \[skip ci\])?$/.exec(line) ?? [];
        return `${label}${redact(words)}${end}`;
    })
        .join("\n");
}
const trailers = {
    State: /^Opus-State: (.*)$/m,
    Serial: /^Opus-Serial: (.*)$/m,
    "Moved-From": /^Opus-Moved-From: (.*)$/m,
    "Run-Ended": /^Opus-Run-Ended: (.*)$/m,
};
function parseMessage(text) {
    const trailer = (name) => trailers[name].exec(text)?.[1];
    const folder = trailer("State");
    if (folder === undefined)
        return undefined;
    const serial = trailer("Serial");
    const [subject = ""] = text.split("\n");
    const what = subject.slice(subject.indexOf(": ") + 2).replace(` ${skip}`, "");
    const url = /^Run: (.*)$/m.exec(text)?.[1] ?? "";
    const number = serial !== undefined && /^\d{1,15}$/.test(serial) ? Number(serial) : undefined;
    const movedFrom = trailer("Moved-From");
    return { folder, serial: number, runEnded: trailer("Run-Ended") === "true", movedFrom, what, url };
}
function asideMessage(text, main) {
    return `${text}Opus-After: ${main}\n`;
}
function mainCommitOf(text) {
    return /^Opus-After: ([0-9a-f]{40})$/m.exec(text)?.[1];
}
const removalTrailer = "Opus-State-Removed";
function removesState(text, folder) {
    return text.split("\n").some((line) => line.trim() === `${removalTrailer}: ${folder}`);
}
function removedFolders(text) {
    if (!text.includes(removalTrailer))
        return [];
    return text.split("\n").flatMap((line) => {
        const [name, folder] = line.trim().split(": ");
        return name === removalTrailer && folder !== undefined ? [folder] : [];
    });
}
function progress(next, { command, runEnded, changes }) {
    const counts = countsOf(command, changes);
    const done = past.reduce((sum, [change]) => sum + (changes[change] ?? 0), 0);
    const left = next.body.pending.length;
    if (runEnded) {
        const unfinished = left === 0 ? [] : [`${left} unfinished`];
        return counts.length + left === 0 ? "changed no task" : [...counts, ...unfinished].join(", ");
    }
    if (left === 0)
        return counts.length === 0 ? "" : `, ${counts.join(", ")} so far`;
    if (done === 0)
        return `begins, ${left} ${left === 1 ? "task" : "tasks"} to change`;
    return `, ${done} of ${done + left} done`;
}
function countsOf(command, changes) {
    if (command === "state mv") {
        const { adopt = 0, update = 0 } = changes;
        return adopt === 0 ? [] : [`renamed ${adopt}`, ...(update === 0 ? [] : [`updated ${update}`])];
    }
    return past.flatMap(([change, word]) => (changes[change] ? [`${word} ${changes[change]}`] : []));
}
function message(folder, what, run, trailers) {
    const all = [
        ["State", folder],
        ...trailers,
        ...(run.id === "" ? [] : [["Run", `${oneLine(run.id)}/${run.attempt}`]]),
        ["Id", (0,external_node_crypto_.randomUUID)()],
    ];
    const link = run.url === "" ? "" : `Run: ${oneLine(run.url)}\n\n`;
    return `${folder}: ${oneLine(what)} ${skip}\n\n${link}${all.map(([name, value]) => `Opus-${name}: ${value}\n`).join("")}`;
}
function oneLine(text) {
    const line = text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
    return (0,shorten/* shortened */.v)(line, 200);
}

;// CONCATENATED MODULE: ./src/state/backends/branch/git/git-objects.ts
const objectName = /^[0-9a-f]{40}$/;
function batchObjects(output, count) {
    const buffer = Buffer.from(output);
    const objects = [];
    for (let at = 0; objects.length < count;) {
        const lineEnd = buffer.indexOf(10, at);
        if (lineEnd === -1)
            throw new Error(`git cat-file answered ${objects.length} of ${count} questions`);
        const header = buffer.toString("utf8", at, lineEnd);
        const [, name = "", type = "", size = ""] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(header) ?? [];
        at = lineEnd + 1;
        if (size === "") {
            objects.push(undefined);
            continue;
        }
        objects.push({ name, type, data: buffer.subarray(at, at + Number(size)) });
        at += Number(size) + 1;
    }
    return objects;
}
function treeEntries(tree) {
    const entries = [];
    for (let at = 0; at < tree.length;) {
        const nameEnd = tree.indexOf(0, at);
        const [, mode = "", name = ""] = /^(\d+) ([\s\S]*)$/.exec(tree.toString("utf8", at, nameEnd)) ?? [];
        entries.push({ kind: kindOfMode(mode), name });
        at = nameEnd + 1 + 20;
    }
    return entries;
}
function kindOfMode(mode) {
    switch (mode) {
        case "40000":
        case "040000":
            return "folder";
        case "120000":
            return "link";
        case "160000":
            return "repository";
        default:
            return "file";
    }
}

;// CONCATENATED MODULE: ./src/state/backends/branch/branch-files.ts





const stateFile = "state.json";
const lockFile = "lock.json";
const readmeFile = "README.md";
function lockIn(stored) {
    if (stored.state === "absent")
        return { state: "free" };
    const content = stored.state === "file" ? (0,lock_record/* readLock */.mF)(stored.data) : { state: "unreadable" };
    return content.state === "released" ? { state: "free" } : content;
}
function foreignFilesAmong(paths) {
    return paths.filter((path) => path !== readmeFile && !ofState.test(path));
}
function stateFolders(paths) {
    return paths.flatMap((path) => /^([^/]+\/[^/]+)\/state\.json$/.exec(path)?.[1] ?? []);
}
const ofState = /^[^/]+\/[^/]+\/(?:state|lock)\.json(?:\/|$)/;
function questions(commit, folder) {
    const project = folder.slice(0, folder.indexOf("/"));
    const places = ["", project, folder, `${folder}/${stateFile}`, `${folder}/${lockFile}`];
    return [...places.map((place) => `${commit}:${place}`), commit];
}
function contextFiles(commit, folder, output, tooLarge = new Map()) {
    const [root, project, context, state, lock, whole] = batchObjects(output, 6);
    const foreignFiles = entriesOf(root)
        .filter(({ kind, name }) => kind !== "folder" && !(kind === "file" && name === readmeFile))
        .map(({ name }) => name);
    const contextName = folder.slice(folder.indexOf("/") + 1);
    const projectName = folder.slice(0, folder.indexOf("/"));
    const notAFolder = (entries, entry, shown) => {
        const found = entries.find(({ kind, name }) => name === entry && kind !== "folder");
        return found && `${shown} is a ${found.kind}, not a folder`;
    };
    const inTheWay = notAFolder(entriesOf(root), projectName, projectName) ?? notAFolder(entriesOf(project), contextName, folder);
    const at = (name, object, size) => {
        if (size !== undefined) {
            const what = `${folder}/${name} has ${(0,size_limits/* sizeWords */.pG)(size)}, and opus reads at most ${(0,size_limits/* sizeWords */.pG)(size_limits/* stateBytes */.t2)}`;
            return { state: "other", what };
        }
        if (inTheWay !== undefined)
            return { state: "other", what: inTheWay };
        const entry = entriesOf(context).find((one) => one.name === name);
        if (entry === undefined)
            return { state: "absent" };
        if (entry.kind !== "file" || object?.type !== "blob")
            return { state: "other", what: `${folder}/${name} is a ${entry.kind}, not a file` };
        return { state: "file", data: object.data };
    };
    return {
        foreignFiles,
        files: {
            commit,
            tree: root?.name,
            mainCommit: whole && mainCommitOf(whole.data.toString("utf8")),
            state: at(stateFile, state, tooLarge.get(3)),
            lock: at(lockFile, lock, tooLarge.get(4)),
        },
    };
}
function entriesOf(object) {
    return object?.type === "tree" ? treeEntries(object.data) : [];
}
function namesOf(folder) {
    const [project = "", context = ""] = folder.split("/");
    return { project: (0,state_folder/* nameOfFolder */.Fp)(project), context: (0,state_folder/* nameOfFolder */.Fp)(context) };
}

;// CONCATENATED MODULE: ./src/state/backends/branch/git/branch-objects.ts


class BranchObjects {
    #here;
    constructor(here) {
        this.#here = here;
    }
    async listing(commit, signal) {
        const listed = await this.#here.local(["ls-tree", "-r", "-l", "-z", commit], signal);
        if (!listed.ok)
            return listed;
        const lines = Buffer.from(listed.value).toString("utf8").split("\0");
        return (0,diagnostic.ok)(lines.filter((line) => line !== "").map(listedFile));
    }
    async sizes(names, signal) {
        if (names.length === 0)
            return (0,diagnostic.ok)([]);
        const input = names.map((name) => `${name}\n`).join("");
        const args = ["cat-file", "--batch-check=%(objecttype) %(objectsize)"];
        const asked = await this.#here.local(args, signal, { input });
        if (!asked.ok)
            return asked;
        const lines = Buffer.from(asked.value).toString("utf8").split("\n");
        return (0,diagnostic.ok)(names.map((_, index) => sizeOf(lines[index] ?? "")));
    }
    async blobs(names, signal) {
        if (names.length === 0)
            return (0,diagnostic.ok)([]);
        const input = names.map((name) => `${name}\n`).join("");
        const read = await this.#here.local(["cat-file", "--batch"], signal, { input });
        if (!read.ok)
            return read;
        const objects = batchObjects(read.value, names.length);
        return (0,diagnostic.ok)(objects.map((object) => (object?.type === "blob" ? object.data : undefined)));
    }
}
function sizeOf(line) {
    const size = /^blob (\d+)$/.exec(line)?.[1];
    return size === undefined ? undefined : Number(size);
}
function listedFile(line) {
    const [, mode = "", object = "", size = "", path = ""] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([\s\S]*)$/.exec(line) ?? [];
    return { kind: kindOfMode(mode), path, object, size: size === "-" ? 0 : Number(size) };
}

var external_node_path_ = __webpack_require__(76760);
var iso_time = __webpack_require__(6151);
var command_line = __webpack_require__(37340);
;// CONCATENATED MODULE: ./src/state/backends/branch/git/remote-messages.ts


function remoteFailure(trouble, purpose, names) {
    const { shown, branch } = names;
    const can = purpose === "read" ? "can't be read" : "can't be written";
    const { what, advice } = explanation(trouble, purpose, names);
    const said = trouble.kind === "no-git" || trouble.words === "" ? "" : ` Its answer: ${stopped(trouble.words)}`;
    return (0,diagnostic/* failure */.V2)("state-unavailable", `The state branch ${branch} of ${shown} ${can}: ${what}.${said} ${advice}`);
}
function unclearFailure(pushing, reading, names) {
    const message = `Writing to the state branch ${names.branch} of ${names.shown} ended without an answer (${pushing.words}), so what was written may or may not have arrived, and looking failed too. ${reading.message}`;
    return (0,diagnostic/* failure */.V2)(reading.reason === "cancelled" ? "cancelled" : "state-unavailable", message);
}
function explanation(trouble, purpose, names) {
    const lookThere = (0,command_line/* commandLine */.a)(["git", "ls-remote", names.shown]);
    switch (trouble.kind) {
        case "no-git":
            return { what: "git is needed for it", advice: trouble.words };
        case "unauthorized":
        case "forbidden":
        case "not-found":
            return orByProxy(accessExplanations[trouble.kind](accessWords(purpose, lookThere))[names.signIn], trouble, names);
        case "ssh":
            return {
                what: "ssh could not sign in",
                advice: `Add your key to the agent (\`ssh-add\`), and try \`${lookThere}\`: nothing can be typed in while opus runs.`,
            };
        case "name-clash":
            return {
                what: `there is a branch ${trouble.name ?? ""}, and git can't have both names`,
                advice: "Choose another `state-branch`, or rename that branch.",
            };
        case "empty":
            return {
                what: "the server shows no branch at all of this repository, so it can't be told whether there is state",
                advice: `Push a first commit to the repository. If it has some, does a proxy stand in between? Try \`${lookThere}\`.`,
            };
        case "unknown":
            return {
                what: "git failed",
                advice: `Try \`${lookThere}\` on the same machine${names.signIn === "token" ? " with the same token" : ""}.`,
            };
        case "rule":
        case "too-large":
        case "default-branch":
            return refusalExplanation(trouble.kind, names.branch);
        default:
            return networkExplanation(trouble.kind, names.shown);
    }
}
function orByProxy(explained, { kind, words }, { plainProxy }) {
    if (kind !== "forbidden" || plainProxy === undefined || !/returned error: 403|HTTP 403/i.test(words))
        return explained;
    return {
        what: `${explained.what}, or the proxy that \`${plainProxy}\` names forbids it`,
        advice: `Was it the proxy? Then have the server allowed there, or name it in \`no_proxy\`. Was it the server? ${explained.advice}`,
    };
}
function accessWords(purpose, lookThere) {
    const permission = purpose === "read" ? "contents: read" : "contents: write";
    const writing = purpose === "write" ? "" : " (`contents: write` for commands that change something)";
    const missing = `Give the step a \`token\`: leave the input out, and it is the job's own, which needs \`permissions: ${permission}\`${writing}.`;
    return { purpose, lookThere, permission, writing, missing };
}
const accessExplanations = {
    unauthorized: ({ lookThere, permission, writing, missing }) => ({
        "no-token": { what: "the server wants to know who asks, and the input `token` is empty", advice: missing },
        token: {
            what: "the server does not accept the token",
            advice: `Check the input \`token\`: it must be valid, not expired, and made for this repository, with \`${permission}\`${writing}.`,
        },
        own: {
            what: "the server wants to know who you are, and git has no valid credentials for it",
            advice: `Sign in (\`gh auth login\`, or a credential helper), and try \`${lookThere}\`.`,
        },
    }),
    forbidden: ({ purpose, permission, writing, missing }) => ({
        "no-token": { what: `without a token nobody may ${purpose} this repository`, advice: missing },
        token: {
            what: `the token may not ${purpose} this repository`,
            advice: `Give the job \`permissions: ${permission}\`${writing}. Runs for pull requests from forks and of Dependabot get a token that only reads, whatever the workflow says. An archived repository takes nothing.`,
        },
        own: {
            what: `you may not ${purpose} this repository`,
            advice: "Ask for access to it, or choose another `state-backend`.",
        },
    }),
    "not-found": ({ permission, writing, missing }) => {
        const what = "the server has no such repository, or does not show it to this user";
        return {
            "no-token": {
                what,
                advice: `Check the repository's name. The input \`token\` is empty: ${missing.charAt(0).toLowerCase()}${missing.slice(1)}`,
            },
            token: {
                what,
                advice: `Check the repository's name, and that the input \`token\` was made for it, with \`permissions: ${permission}\`${writing}.`,
            },
            own: { what, advice: "Check the address of the remote `origin`, and that you have access to it." },
        };
    },
};
function refusalExplanation(kind, branch) {
    switch (kind) {
        case "rule":
            return {
                what: "a rule of the repository refuses it",
                advice: `Allow pushes to ${branch}: take the branch out of the rulesets and branch protections that apply to it (Settings \u2192 Rules), or let the one who pushes bypass them. The branch needs no review: it only holds state.`,
            };
        case "too-large":
            return {
                what: "it is larger than the server takes",
                advice: "Split the project into several contexts or projects, or capture less output in its tasks.",
            };
        case "default-branch":
            return {
                what: "it is the default branch of the repository, and state needs a branch for itself alone",
                advice: "Choose another one with `state-branch`.",
            };
    }
}
function networkExplanation(kind, shown) {
    switch (kind) {
        case "not-git":
            return {
                what: "what answered is no git server",
                advice: `Does a proxy or a sign-in page stand in between (\`https_proxy\`, \`no_proxy\`)? Is ${shown} the right address?`,
            };
        case "certificate":
            return {
                what: "its certificate can't be verified",
                advice: "Name the file of the certificates that this network uses in the variable `GIT_SSL_CAINFO`, and in `NODE_EXTRA_CA_CERTS` for what opus asks without git.",
            };
        case "proxy":
            return {
                what: "the proxy does not let this machine through",
                advice: "Check `https_proxy` and `no_proxy`, and the user and password in them; or have this server allowed at the proxy.",
            };
        case "proxy-failed":
            return {
                what: "the proxy did not get through to the server, several times in a row",
                advice: "Is the proxy that `https_proxy` names the right one, and does it reach the server? Else run again later.",
            };
        case "unreachable":
            return {
                what: "the server can't be reached",
                advice: "Check the network of this machine, the server's address, and `https_proxy` and `no_proxy`.",
            };
        case "transient":
            return {
                what: "the connection broke, or the server is overloaded, several times in a row",
                advice: "Run again later; is the server's status page quiet?",
            };
    }
}
function stopped(words) {
    return /[.!?\u2026]$/.test(words) ? words : `${words}.`;
}

;// CONCATENATED MODULE: ./src/state/backends/branch/git/remote-trouble.ts

const kinds = [
    ["too-large", /\bGH001\b|exceeds GitHub's file size limit|pack exceeds maximum allowed size|HTTP 413|error: 413/i],
    [
        "rule",
        /\bGH0\d\d\b|hook declined|repository rule violations|protected branch|refusing to allow|deny updating a hidden ref|shallow update not allowed|branch is currently checked out/i,
    ],
    [
        "forbidden",
        /Permission to \S+ denied|Write access to repository not granted|returned error: 403|HTTP 403|was archived so it is read-only|\bread-only\b.*\brepository\b|account is suspended|must use (?:an? )?(?:SSO|SAML)|enabled or enforced SAML SSO/i,
    ],
    [
        "proxy-failed",
        /(?:CONNECT tunnel failed, response|Received HTTP code) (?:408|425|429|5\d\d)|Proxy CONNECT aborted/i,
    ],
    [
        "proxy",
        /(?:CONNECT tunnel failed, response|Received HTTP code) \d{3}|HTTP code 407|returned error: 407|Could not resolve proxy/i,
    ],
    [
        "unauthorized",
        /could not read (?:Username|Password)|Authentication failed|Invalid username or (?:token|password)|returned error: 401|HTTP 401|HTTP Basic: Access denied/i,
    ],
    [
        "not-found",
        /Repository not found|repository '[^']*' not found|returned error: 404|does not appear to be a git repository/i,
    ],
    [
        "certificate",
        /certificate|SSL_connect|SSL connect error|gnutls_handshake|TLS connect error|CAfile|wrong version number/i,
    ],
    [
        "not-git",
        /not valid: (?:is this a git repository|could not determine hash algorithm)|bad line length character|invalid server response|unable to update url base from redirection|expected service, got/i,
    ],
    ["ssh", /Permission denied \([a-z,-]*publickey|Host key verification failed|no matching host key/i],
    [
        "transient",
        /(?:error: |HTTP )(?:408|425|429|5\d\d)|Empty reply from server|Connection reset|Recv failure|Send failure|Operation (?:too slow|timed out)|Connection timed out|timed out|early EOF|unexpected disconnect|hung up unexpectedly|curl \d+|transfer closed|unexpected end of file|HTTP\/2 stream|RPC failed|expected flush|not our ref|unadvertised object|couldn't find remote ref|Broken pipe|error reading section header/i,
    ],
    [
        "unreachable",
        /Could not resolve host|Couldn't connect|Failed to connect|Connection refused|Network is unreachable|No route to host|Temporary failure in name resolution|Name or service not known/i,
    ],
];
function troubleOf(end, reason = "") {
    switch (end.state) {
        case "not-started":
            return { kind: "no-git", words: end.message };
        case "timed-out":
            return { kind: "transient", words: `no answer within ${Math.round(end.timeoutMs / 1_000)} s` };
        case "killed":
            return { kind: "transient", words: `git was killed by ${end.signal}` };
        case "exited": {
            const text = `${reason}\n${end.stderr}`;
            const otherwise = text.trim() === "" ? "transient" : "unknown";
            const kind = kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? otherwise;
            return { kind, words: answerOf(end.stderr, reason) || `git ended with exit code ${end.code} and no message` };
        }
    }
}
const chatter = /^(?:error: failed to push some refs to|hint:|To |Done$|Everything up-to-date|Please make sure you have the correct access|and the repository exists|fatal: the remote end hung up unexpectedly$|Pushing to|POST git-)/;
function answerOf(stderr, reason = "") {
    const lines = stderr
        .split(/[\r\n]+/)
        .map((line) => line.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ").trim())
        .filter((line) => line !== "" && !chatter.test(line));
    const remote = lines.filter((line) => line.startsWith("remote:")).map((line) => line.slice(7).trim());
    const own = lines.filter((line) => !line.startsWith("remote:"));
    const said = [...new Set([...remote.map((line) => line.replace(/^error: /, "")), ...own, reason])];
    const text = said.filter((line) => line !== "").join(" \u00b7 ");
    return (0,shorten/* shortened */.v)(text, 400);
}

;// CONCATENATED MODULE: ./src/state/backends/branch/git/commit-log.ts






const fetchFlags = ["--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--no-recurse-submodules"];
async function readCommitLog(here, { url, branch, folder, names }, signal) {
    const directory = (0,external_node_path_.join)(folder, "history.git");
    const begun = await here.local(["init", "--quiet", "--bare", "--template=", directory], signal, { directory });
    if (!begun.ok)
        return begun;
    const ref = `+refs/heads/${branch}:refs/opus/history`;
    const args = ["fetch", "--quiet", "--filter=tree:0", ...fetchFlags, url, ref];
    const fetched = await here.git(args, signal, timing/* historyMs */.lR, { directory });
    if (fetched.state === "aborted")
        return (0,diagnostic/* err */._q)(here.cancelled());
    if (fetched.state !== "exited" || fetched.code !== 0)
        return (0,diagnostic/* err */._q)(remoteFailure(troubleOf(fetched), "read", names));
    const log = ["log", "-z", "--topo-order", "--format=%H%n%cI%n%an%n%B", "refs/opus/history"];
    const listed = await here.local(log, signal, { directory });
    if (!listed.ok)
        return listed;
    const texts = Buffer.from(listed.value).toString("utf8").split("\0");
    return (0,diagnostic.ok)(texts.filter((text) => text !== "").map(commitMessage));
}
function commitMessage(text) {
    const [commit = "", at = "", author = "", ...lines] = text.split("\n");
    return { commit, at: (0,iso_time/* isoTime */.L)(at), author, text: lines.join("\n") };
}

;// CONCATENATED MODULE: ./src/state/backends/branch/git/fast-import.ts
const nextRef = "refs/opus/next";
function fastImport(commit) {
    const { parent, merged, history, message, author, at, files } = commit;
    const who = `${plain(author.name) || "opus"} <${plain(author.email)}> ${Math.floor(Date.parse(at) / 1_000)} +0000`;
    const text = Buffer.from(message);
    const parts = [];
    const add = (line) => parts.push(Buffer.from(line));
    add(`feature done\nreset ${nextRef}\n\ncommit ${nextRef}\nmark :1\nauthor ${who}\ncommitter ${who}\n`);
    add(`data ${text.length}\n`);
    parts.push(text);
    add("\n");
    if (parent !== undefined)
        add(`from ${parent}\n`);
    if (merged !== undefined)
        add(`merge ${merged.commit}\n`);
    if (parent !== undefined && history !== undefined)
        add(`merge ${history}\n`);
    if (merged !== undefined)
        add(`M 040000 ${merged.tree} \n`);
    for (const [path, data] of files) {
        if (data === null) {
            add(`D ${path}\n`);
            continue;
        }
        add(`M 100644 inline ${path}\ndata ${data.length}\n`);
        parts.push(data);
        add("\n");
    }
    add("\nget-mark :1\ndone\n");
    return Buffer.concat(parts);
}
function plain(text) {
    return text.replaceAll(/[<>\p{Cc}]/gu, "").trim();
}

;// CONCATENATED MODULE: ./src/state/backends/branch/git/ls-remote.ts



const symbolic = "ref: ";
function isDefault(ref, listed) {
    if (listed.state !== "exited")
        return false;
    return Buffer.from(listed.stdout).toString("utf8").split("\n").includes(`${symbolic}${ref}\tHEAD`);
}
function refsOf(listed) {
    if (listed.state === "aborted")
        return (0,diagnostic/* err */._q)("aborted");
    if (listed.state !== "exited" || listed.code !== 0)
        return (0,diagnostic/* err */._q)(troubleOf(listed));
    const refs = new Map();
    for (const line of Buffer.from(listed.stdout).toString("utf8").split("\n")) {
        const [name = "", ref] = line.split("\t");
        if (ref === undefined || name.startsWith(symbolic))
            continue;
        if (!objectName.test(name))
            return (0,diagnostic/* err */._q)({ kind: "unknown", words: "it does not name its commits with SHA-1" });
        refs.set(ref, name);
    }
    return (0,diagnostic.ok)(refs);
}

;// CONCATENATED MODULE: ./src/state/backends/branch/git/plain-proxy.ts
function plainProxy(url, environment) {
    const remote = URL.parse(url);
    if (remote?.protocol !== "http:")
        return undefined;
    const variable = ["http_proxy", "all_proxy", "ALL_PROXY"].find((name) => environment[name]);
    const exempt = environment.no_proxy || environment.NO_PROXY || "";
    return exempts(exempt, remote.hostname) ? undefined : variable;
}
function exempts(list, host) {
    return list
        .split(/[\s,]+/)
        .map((entry) => entry.replace(/^\*?\./, "").replace(/:\d+$/, ""))
        .some((entry) => entry === "*" || (entry !== "" && (host === entry || host.endsWith(`.${entry}`))));
}

var external_node_fs_ = __webpack_require__(73024);
var trace = __webpack_require__(69808);
var file_system = __webpack_require__(48694);
;// CONCATENATED MODULE: ./src/state/backends/branch/git/git-environment.ts
const connection = /^GIT_(?:SSL_\w+|SSH|SSH_COMMAND|SSH_VARIANT|HTTP_PROXY_AUTHMETHOD|PROXY_SSL_\w+)$/;
const ownCredentials = /^(?:GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|GIT_ASKPASS|SSH_ASKPASS|SSH_ASKPASS_REQUIRE|GH_\w+|GITHUB_TOKEN)$/;
const foreign = /^(?:GIT_|ACTIONS_|INPUT_|STATE_|SSH_ASKPASS|GH_|GITHUB_(?:TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$|OPUS_)/i;
function gitEnvironment(options) {
    const { base, directory, token, server } = options;
    const own = token === undefined ? options.ownSettings : undefined;
    const environment = {};
    for (const [name, value] of Object.entries(base)) {
        if (value === undefined)
            continue;
        const kept = connection.test(name) || (own !== undefined && ownCredentials.test(name));
        if (kept || !foreign.test(name))
            environment[name] = value;
    }
    const settings = [
        ...(own ?? []),
        ...fixedSettings,
        ...(token === undefined ? [] : tokenSettings(token, server)),
        ...(own === undefined ? nobodyElse : []),
    ];
    const noUserConfiguration = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
    return {
        ...environment,
        LC_ALL: "C",
        LANGUAGE: "",
        GIT_DIR: directory,
        GIT_TERMINAL_PROMPT: "0",
        GCM_INTERACTIVE: "never",
        ...(own === undefined ? noUserConfiguration : {}),
        GIT_CONFIG_COUNT: String(settings.length),
        ...Object.fromEntries(settings.map(([name], index) => [`GIT_CONFIG_KEY_${index}`, name])),
        ...Object.fromEntries(settings.map(([, value], index) => [`GIT_CONFIG_VALUE_${index}`, value])),
    };
}
const fixedSettings = [
    ["core.hooksPath", "/dev/null"],
    ["core.fsmonitor", "false"],
    ["core.logAllRefUpdates", "false"],
    ["gc.auto", "0"],
    ["maintenance.auto", "false"],
    ["init.defaultBranch", "opus"],
    ["protocol.version", "2"],
    ["push.gpgSign", "false"],
    ["push.recurseSubmodules", "no"],
    ["push.followTags", "false"],
    ["push.pushOption", ""],
    ["push.useForceIfIncludes", "false"],
    ["fetch.writeCommitGraph", "false"],
    ["fetch.recurseSubmodules", "no"],
    ["fetch.prune", "false"],
    ["log.showSignature", "false"],
    ["i18n.commitEncoding", "UTF-8"],
    ["i18n.logOutputEncoding", "UTF-8"],
    ["http.lowSpeedLimit", "1"],
    ["http.lowSpeedTime", "30"],
];
const nobodyElse = [
    ["credential.helper", ""],
    ["core.askPass", ""],
];
function tokenSettings(token, server) {
    return [[`http.${server}/.extraheader`, `AUTHORIZATION: basic ${basicCredentials(token)}`]];
}
function basicCredentials(token) {
    return Buffer.from(`x-access-token:${token}`).toString("base64");
}
function withoutHeaders(text, settings) {
    const headers = settings.filter(([name]) => /^http\.(?:.*\.)?extraheader$/i.test(name)).map(([, value]) => value);
    const secrets = headers.flatMap((value) => [value.replace(/^[^:]*:\s*/, ""), value.split(/\s+/).at(-1) ?? ""]);
    return secrets
        .filter((secret) => secret.length >= 4)
        .reduce((clean, secret) => clean.replaceAll(secret, "***"), text);
}
function withoutToken(text, token) {
    return text.replaceAll(token, "***").replaceAll(basicCredentials(token), "***");
}

;// CONCATENATED MODULE: ./src/state/backends/branch/git/private-repository.ts









class PrivateRepository {
    #options;
    #names;
    #folder;
    constructor(options, names) {
        this.#options = options;
        this.#names = names;
    }
    async ready(signal) {
        if (signal.aborted)
            return (0,diagnostic/* err */._q)(this.cancelled());
        if (this.#folder !== undefined)
            return (0,diagnostic.ok)(this.#folder);
        const { temporaryFolder, folderPrefix = "opus-state-" } = this.#options;
        let folder;
        try {
            (0,file_system/* makeFolder */.fc)(temporaryFolder);
            folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(temporaryFolder, folderPrefix));
        }
        catch (error) {
            return (0,diagnostic/* err */._q)((0,file_system/* ioFailure */.hC)("make a temporary folder in", temporaryFolder, error, "temporary"));
        }
        this.#folder = folder;
        const made = await this.#make(signal);
        if (made.ok)
            return (0,diagnostic.ok)(folder);
        this.dispose();
        return made;
    }
    async local(args, signal, options = {}) {
        const end = await this.git(args, signal, timing/* localGitMs */.iw, options);
        if (end.state === "aborted")
            return (0,diagnostic/* err */._q)(this.cancelled());
        if (end.state === "exited" && end.code === 0)
            return (0,diagnostic.ok)(end.stdout);
        if (end.state === "not-started")
            return (0,diagnostic/* err */._q)(remoteFailure(troubleOf(end), "read", this.#names));
        return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("state-unavailable", whyNotHere(args[0] ?? "", end, this.#options.temporaryFolder)));
    }
    async git(args, signal, timeoutMs, { input = "", directory = this.#directory } = {}) {
        const { git, environment: base, token, ownSettings, server, redact, temporaryFolder } = this.#options;
        const environment = gitEnvironment({ base, directory, token, ownSettings, server });
        const cwd = this.#folder ?? temporaryFolder;
        const end = await git({ args, cwd, environment, input, timeoutMs, signal });
        if (!("stderr" in end))
            return end;
        const clean = token === undefined ? withoutHeaders(end.stderr, ownSettings ?? []) : withoutToken(end.stderr, token);
        const stderr = redact?.(clean) ?? clean;
        if (end.state !== "exited" || end.code !== 0)
            (0,trace/* trace */.uP)(() => `git said: ${stderr}`);
        return { ...end, stderr };
    }
    dispose() {
        const folder = this.#folder;
        this.#folder = undefined;
        if (folder !== undefined)
            (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 3 });
    }
    cancelled() {
        const { shown, branch } = this.#names;
        return (0,diagnostic/* failure */.V2)("cancelled", `Using the state branch ${branch} of ${shown} was cancelled.`);
    }
    async #make(signal) {
        const printed = await this.local(["version"], signal);
        if (!printed.ok)
            return printed;
        const version = Buffer.from(printed.value).toString("utf8").trim();
        const [, major = "0", minor = "0"] = /\b(\d{1,9})\.(\d{1,9})/.exec(version) ?? [];
        if (Number(major) < 2 || (Number(major) === 2 && Number(minor) < 31))
            return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("state-unavailable", `This is ${version}. Install git 2.31 or newer, and put it on the PATH.`));
        return this.local(["init", "--quiet", "--bare", "--template=", this.#directory], signal);
    }
    get #directory() {
        return (0,external_node_path_.join)(this.#folder ?? this.#options.temporaryFolder, "state.git");
    }
}
function whyNotHere(command, end, folder) {
    const { words } = troubleOf(end);
    const noGit = command === "version" || (end.state === "exited" && (end.code === 126 || end.code === 127));
    if (noGit) {
        const status = end.state === "exited" ? `exit code ${end.code}: ` : "";
        return `The \`git\` on the PATH does not work: \`git ${command}\` failed (${status}${words}). Install git 2.31 or newer, and put it first on the PATH.`;
    }
    const failed = `\`git ${command}\` failed in the temporary folder ${folder}: ${words}.`;
    if (/Too many open files/i.test(words))
        return `${failed} Raise the limit of open files (\`ulimit -n\`).`;
    return `${failed} Is there room on its disk, and may it be written?`;
}

;// CONCATENATED MODULE: ./src/state/backends/branch/git/push-outcome.ts

const movedReasons = /stale info|fetch first|non-fast-forward|failed to update ref|failed to lock|cannot lock ref|incorrect old value|reference already exists|\balready exists\b|is at [0-9a-f]{7,} but expected|needs force/i;
const nameClash = /'([^']+)' exists; cannot create '[^']+'/;
function pushOutcome(end) {
    if (end.state === "aborted")
        return { state: "aborted" };
    if (end.state !== "exited")
        return unclear(troubleOf(end));
    const status = /^([ +\-*!=])\t[^\t\n]*\t(.*)$/m.exec(Buffer.from(end.stdout).toString("utf8"));
    const [, flag, reason = ""] = status ?? [];
    if (end.code === 0 && flag !== undefined && flag !== "!")
        return { state: "landed" };
    const trouble = troubleOf(end, flag === "!" ? reason : "");
    const clash = nameClash.exec(`${end.stderr}\n${reason}`)?.[1];
    if (clash !== undefined)
        return { state: "refused", trouble: { ...trouble, kind: "name-clash", name: clash } };
    if (push_outcome_final.has(trouble.kind))
        return { state: "refused", trouble };
    if (flag === "!" && movedReasons.test(reason))
        return { state: "moved", words: answerOf(end.stderr, reason) };
    return unclear(trouble, end.stderr);
}
const push_outcome_final = new Set([
    "unauthorized",
    "forbidden",
    "rule",
    "too-large",
    "not-found",
    "certificate",
    "proxy",
    "ssh",
]);
function unclear(trouble, stderr = "") {
    const unsent = trouble.kind === "no-git" || /^fatal: (?:unable to access |\S+\/info\/refs not valid)/m.test(stderr);
    return { state: "unclear", trouble, unsent };
}

;// CONCATENATED MODULE: ./src/state/backends/branch/git/branch-repository.ts
















const tipRef = "refs/opus/tip";
const defaultTries = 4;
const mayPass = new Set(["transient", "unreachable", "proxy-failed"]);
class BranchRepository {
    names;
    clock;
    objects;
    #options;
    #here;
    #tip;
    #lastCommit;
    #knownAsState = false;
    #commits = new Set();
    #queue = Promise.resolve();
    #looked;
    #listed;
    constructor(options) {
        this.#options = options;
        this.clock = options.clock;
        const { shown, branch, token, ownSettings } = options;
        const signIn = token !== undefined ? "token" : ownSettings !== undefined ? "own" : "no-token";
        this.names = { shown, branch, signIn, plainProxy: plainProxy(options.url, options.environment) };
        this.#here = new PrivateRepository(options, this.names);
        this.objects = new BranchObjects(this.#here);
    }
    get tip() {
        return this.#tip;
    }
    get lastCommit() {
        return this.#lastCommit;
    }
    exclusive(action) {
        const result = this.#queue.then(action);
        this.#queue = result.catch(() => undefined);
        return result;
    }
    async fetch(signal) {
        if (!this.#options.oneLook)
            return this.#fetch(signal);
        this.#looked ??= this.#fetch(signal);
        return this.#looked;
    }
    async #fetch(signal) {
        const ready = await this.#ready(signal);
        if (!ready.ok)
            return ready;
        const fetched = await this.#retried(() => this.#fetchOnce(signal), signal);
        if (fetched.ok)
            this.#moveTo(fetched.value);
        return fetched;
    }
    async files(tip, folder, signal) {
        const { commit } = tip;
        if (commit === undefined)
            return (0,diagnostic.ok)({ commit, state: { state: "absent" }, lock: { state: "absent" } });
        const input = questions(commit, folder)
            .map((question) => `${question}\n`)
            .join("");
        const sizes = await this.#here.local(["cat-file", "--batch-check=%(objectsize)"], signal, { input });
        if (!sizes.ok)
            return sizes;
        const tooLarge = largeObjects(sizes.value);
        const asked = tooLarge.size === 0 ? input : withoutLines(input, tooLarge);
        const read = await this.#here.local(["cat-file", "--batch"], signal, { input: asked });
        if (!read.ok)
            return read;
        const { foreignFiles, files } = contextFiles(commit, folder, read.value, tooLarge);
        const known = await this.#knowAsState(commit, foreignFiles, signal);
        return known.ok ? (0,diagnostic.ok)(files) : known;
    }
    async #knowAsState(commit, atTop, signal) {
        if (this.#knownAsState && atTop.length === 0)
            return (0,diagnostic.ok)(undefined);
        const listed = await this.objects.listing(commit, signal);
        if (!listed.ok)
            return listed;
        const refused = whyNotForState(this.names, listed.value.map(({ path }) => path), atTop);
        this.#knownAsState = refused === undefined;
        return refused ? (0,diagnostic/* err */._q)(refused) : (0,diagnostic.ok)(undefined);
    }
    async branches(signal) {
        const ready = await this.#ready(signal);
        if (!ready.ok)
            return ready;
        const args = ["ls-remote", "--heads", this.#options.url];
        const listed = await this.#retried(async () => refsOf(await this.#here.git(args, signal, this.#exchangeMs)), signal);
        return listed.ok ? (0,diagnostic.ok)([...listed.value.keys()].map((ref) => ref.replace("refs/heads/", ""))) : listed;
    }
    async commit({ message: text, files }, onto, main, signal, history) {
        const { author, redact = (words) => words } = this.#options;
        const message = withoutSecrets(text, redact);
        const parents = this.#parents(onto, main);
        const input = fastImport({
            ...parents,
            ...(history !== undefined && { history }),
            message,
            files,
            author,
            at: this.clock.timestamp(),
        });
        const made = await this.#here.local(["fast-import", "--quiet", "--force"], signal, { input });
        if (!made.ok)
            return made;
        const name = Buffer.from(made.value).toString("utf8").trim();
        if (!objectName.test(name))
            throw new Error(`git fast-import printed ${JSON.stringify(name)}`);
        return (0,diagnostic.ok)(name);
    }
    #parents({ commit, tree }, main) {
        if (commit === undefined || tree === undefined || main === undefined || !this.#commits.has(main))
            return { parent: commit };
        return { parent: main, merged: { commit, tree } };
    }
    async push(tip, commit, signal) {
        const ref = `refs/heads/${this.#options.branch}`;
        const lease = `--force-with-lease=${ref}:${tip.commit ?? ""}`;
        const args = ["push", "--porcelain", "--no-verify", lease, this.#options.url, `${commit}:${ref}`];
        const outcome = pushOutcome(await this.#here.git(args, signal, this.#exchangeMs));
        if (outcome.state === "landed")
            this.#moveTo({ commit });
        return outcome;
    }
    #moveTo(tip) {
        this.#tip = tip;
        if (tip.commit !== undefined)
            this.#commits.add(tip.commit);
        this.#lastCommit = tip.commit ?? this.#lastCommit;
    }
    async contains(tip, commits, signal) {
        if (tip.commit === undefined)
            return (0,diagnostic.ok)(false);
        const fetched = await this.#retried(() => this.#fetchObjects(`${tip.commit}`, signal, 200), signal);
        if (!fetched.ok)
            return fetched;
        const listed = await this.#here.local(["rev-list", "--max-count=200", tip.commit], signal);
        if (!listed.ok)
            return listed;
        const behind = new Set(Buffer.from(listed.value).toString("utf8").split("\n"));
        return (0,diagnostic.ok)(commits.some((commit) => behind.has(commit)));
    }
    async messages(signal) {
        if (!this.#options.oneLook)
            return this.#messages(signal);
        this.#listed ??= this.#messages(signal);
        return this.#listed;
    }
    async #messages(signal) {
        const ready = await this.#ready(signal);
        if (!ready.ok)
            return ready;
        return readCommitLog(this.#here, { ...this.#options, folder: ready.value, names: this.names }, signal);
    }
    async fetchCommits(commits, signal) {
        const ready = await this.#ready(signal);
        if (!ready.ok)
            return ready;
        return this.#retried(() => this.#fetchObjects(commits, signal), signal);
    }
    dispose() {
        this.#tip = undefined;
        this.#commits.clear();
        this.#here.dispose();
    }
    async #ready(signal) {
        const { branch } = this.#options;
        if (!signal.aborted && !validBranch(branch))
            return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("invalid-input", `"${branch}" is no name for a branch of git's.`));
        return this.#here.ready(signal);
    }
    get #exchangeMs() {
        return this.#options.exchangeMs ?? timing/* exchangeMs */.YJ;
    }
    async #fetchOnce(signal) {
        const { url, branch } = this.#options;
        const ref = `refs/heads/${branch}`;
        if (this.#tip?.commit !== undefined) {
            const fetched = await this.#fetchObjects(`+${ref}:${tipRef}`, signal);
            const commit = fetched.ok ? await this.#commitOf(tipRef, signal) : undefined;
            if (commit !== undefined)
                return (0,diagnostic.ok)({ commit });
        }
        const listed = await this.#here.git(["ls-remote", "--symref", url, "HEAD", ref], signal, this.#exchangeMs);
        const refs = refsOf(listed);
        if (!refs.ok)
            return refs;
        if (isDefault(ref, listed))
            return (0,diagnostic/* err */._q)({ kind: "default-branch", words: "" });
        const commit = refs.value.get(ref);
        if (commit === undefined)
            return this.#absent(refs.value, signal);
        if (commit === this.#tip?.commit)
            return (0,diagnostic.ok)({ commit });
        const fetched = await this.#fetchObjects(`+${commit}:${tipRef}`, signal);
        return fetched.ok ? (0,diagnostic.ok)({ commit }) : fetched;
    }
    async #commitOf(ref, signal) {
        const named = await this.#here.local(["rev-parse", "--verify", ref], signal);
        return named.ok ? Buffer.from(named.value).toString("utf8").trim() : undefined;
    }
    async #fetchObjects(what, signal, depth = 1) {
        const begin = ["fetch", "--quiet", `--depth=${depth}`, ...fetchFlags];
        const fetched = typeof what === "string"
            ? await this.#here.git([...begin, this.#options.url, what], signal, this.#exchangeMs)
            : // There may be more of them than a command line takes.
                await this.#here.git([...begin, "--stdin", this.#options.url], signal, this.#exchangeMs, {
                    input: what.map((one) => `${one}\n`).join(""),
                });
        if (fetched.state === "aborted")
            return (0,diagnostic/* err */._q)("aborted");
        return fetched.state === "exited" && fetched.code === 0 ? (0,diagnostic.ok)(undefined) : (0,diagnostic/* err */._q)(troubleOf(fetched));
    }
    async #retried(look, signal) {
        for (let tries = 1;; tries++) {
            const looked = await look();
            if (looked.ok)
                return looked;
            if (looked.error === "aborted" || signal.aborted)
                return (0,diagnostic/* err */._q)(this.#here.cancelled());
            if (!mayPass.has(looked.error.kind) || tries >= (this.#options.tries ?? defaultTries))
                return (0,diagnostic/* err */._q)(remoteFailure(looked.error, "read", this.names));
            await this.clock.sleep(tries * tries * (150 + Math.random() * 150), signal).catch(() => undefined);
        }
    }
    async #absent(refs, signal) {
        if (refs.size > 0)
            return (0,diagnostic.ok)({ commit: undefined });
        const all = refsOf(await this.#here.git(["ls-remote", this.#options.url], signal, this.#exchangeMs));
        if (!all.ok)
            return all;
        if (all.value.size > 0)
            return (0,diagnostic.ok)({ commit: all.value.get(`refs/heads/${this.#options.branch}`) });
        return (0,diagnostic/* err */._q)({ kind: "empty", words: "" });
    }
}
function whyNotForState({ shown, branch }, paths, atTop = []) {
    const foreignFiles = atTop.length > 0 ? atTop : foreignFilesAmong(paths);
    if (foreignFiles.length === 0)
        return undefined;
    const others = `The branch ${branch} of ${shown} holds other files than state (${(0,listed/* andOthers */.dI)(foreignFiles, 3)})`;
    const choose = "choose a branch for state alone with `state-branch`";
    const [state] = stateFolders(paths);
    const advice = state === undefined
        ? choose
        : `it holds state as well (${state}). If somebody has added them to the branch of your state, take them off it with a commit, and keep the branch: on another one nothing is recorded, and everything would be made once more. If it is a branch of something else, ${choose}`;
    const message = `${others}: ${advice}. One of state has ${stateFile} and ${lockFile} in folders \`<project>/<context>\`, and at most a ${readmeFile} beside those.`;
    return (0,diagnostic/* failure */.V2)("state-unavailable", message);
}
function largeObjects(sizes) {
    const lines = Buffer.from(sizes).toString("utf8").split("\n");
    return new Map(lines
        .map((line, index) => [index, Number(line)])
        .filter(([index, size]) => index >= 3 && size > size_limits/* stateBytes */.t2));
}
function withoutLines(text, lines) {
    return text
        .split("\n")
        .map((line, index) => (lines.has(index) ? "0".repeat(40) : line))
        .join("\n");
}
function validBranch(name) {
    return !/^[-./]|[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|[./]$|^$|^@$/.test(name);
}

;// CONCATENATED MODULE: ./src/state/backends/branch/branch-location.ts





const actionsAuthor = { name: "github-actions[bot]", email: "41898282+github-actions[bot]@users.noreply.github.com" };
const unknownAuthor = { name: "opus", email: "opus@localhost" };
const defaultBranch = "opus-state";
async function branchLocation(request) {
    const { settings, project, terminal, workingDirectory, checkout, flags } = request;
    const branch = settings.branch ?? project?.state.branch ?? defaultBranch;
    const remote = terminal ? await checkoutRemote(workingDirectory, checkout) : repositoryRemote(request);
    if (!remote.ok)
        return remote;
    const place = { branch, flags, ...remote.value };
    if (!terminal)
        return (0,diagnostic.ok)({ ...place, author: actionsAuthor });
    const [author, connection] = await Promise.all([
        checkout.author(workingDirectory),
        checkout.connection(workingDirectory),
    ]);
    return (0,diagnostic.ok)({ ...place, author: author ?? unknownAuthor, settings: connection });
}
function branchRepository({ url, shown, branch, author, settings = [] }, services, patience = {}) {
    const { environment, terminal, token, clock, redact, git } = services;
    return new BranchRepository({
        url,
        shown,
        branch,
        author,
        server: serverOf(url),
        ...(token === undefined ? {} : { token }),
        ...(terminal ? { ownSettings: settings } : {}),
        clock,
        git: git.run,
        environment,
        temporaryFolder: environment.RUNNER_TEMP || (0,external_node_os_.tmpdir)(),
        folderPrefix: git.folderPrefix,
        redact: (text) => redact(text.replaceAll(url, shown).replaceAll((0,shown_url/* withoutCredentials */.ri)(url), shown)),
        ...patience,
    });
}
function serverOf(url) {
    return /^https?:\/\/[^/]+/i.exec(url)?.[0] ?? url;
}
function repositoryRemote({ environment }) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
    if (server && repository) {
        const url = `${(0,line_ends/* withoutEnd */.M)(server, "/")}/${repository}`;
        return (0,diagnostic.ok)({ url, shown: (0,shown_url/* shownAddress */.Uk)(url) });
    }
    const message = "state is kept on a branch of this repository, and the environment does not say which one that is (GITHUB_SERVER_URL and GITHUB_REPOSITORY)";
    return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("invalid-input", message));
}
async function checkoutRemote(folder, checkout) {
    const origin = await checkout.origin(folder);
    if (origin.ok)
        return (0,diagnostic.ok)({ url: origin.value, shown: (0,shown_url/* shownAddress */.Uk)(origin.value) });
    const message = `state is kept on a branch of the repository that \`origin\` of this checkout names, and ${origin.error}`;
    const suggestion = "Run it inside a clone, add the remote, or use `--state-backend file`.";
    return (0,diagnostic/* err */._q)((0,diagnostic/* explained */.to)("invalid-input", message, { suggestion }));
}

;// CONCATENATED MODULE: ./src/state/backends/branch/branch-glance.ts




function branchGlance(request, services) {
    const { workingDirectory, checkout, environment, terminal } = request;
    let dispose = () => { };
    return {
        async where() {
            const origin = await checkout.origin(workingDirectory);
            return `the branch ${defaultBranch} of ${origin.ok ? (0,shown_url/* shownAddress */.Uk)(origin.value) : "origin"}`;
        },
        async contexts(project) {
            const folder = (0,state_folder/* folderName */.ub)(project);
            const paths = await checkout.tracked(workingDirectory, defaultBranch, `${folder}/`, environment);
            const names = paths.map((path) => path.slice(folder.length + 1).split("/")[0] ?? "");
            return [...new Set(names)].map(decoded);
        },
        async ask(signal) {
            const place = await branchLocation(request);
            if (!place.ok)
                return undefined;
            const quiet = { ...services, terminal, environment: { ...environment, SSH_ASKPASS_REQUIRE: "never" } };
            const repository = branchRepository(place.value, quiet, { exchangeMs: timing/* branchGlanceMs */.l2, tries: 1 });
            dispose = () => repository.dispose();
            const tip = await repository.fetch(signal);
            if (!tip.ok || tip.value.commit === undefined)
                return undefined;
            return async ({ project, context }) => {
                const files = await repository.files(tip.value, `${(0,state_folder/* folderName */.ub)(project)}/${(0,state_folder/* folderName */.ub)(context)}`, signal);
                return files.ok && (files.value.state.state !== "absent" || files.value.lock.state !== "absent");
            };
        },
        dispose: () => dispose(),
    };
}
function decoded(name) {
    try {
        return decodeURIComponent(name);
    }
    catch {
        return name;
    }
}

var file_journal = __webpack_require__(52037);
var process_identity = __webpack_require__(9339);
var codec = __webpack_require__(28558);
var digest = __webpack_require__(63816);
var succession = __webpack_require__(50211);
;// CONCATENATED MODULE: ./src/state/backends/branch/branch-history.ts


async function recordedEnds(repository, folder, signal) {
    const tip = await repository.fetch(signal);
    if (!tip.ok)
        return tip;
    if (tip.value.commit === undefined)
        return (0,diagnostic.ok)([]);
    const messages = await repository.messages(signal);
    return messages.ok ? (0,diagnostic.ok)(endsAmong(readMessages(messages.value), folder)) : messages;
}
function readMessages(messages) {
    return messages.flatMap((commit) => {
        const facts = parseMessage(commit.text);
        return facts === undefined ? [] : [{ commit, facts }];
    });
}
function endsAmong(messages, folder) {
    const ends = new Map();
    let then = folder;
    for (const { commit: made, facts } of messages) {
        if (facts.folder !== then || facts.serial === undefined)
            continue;
        const { commit, at, author } = made;
        const { serial, runEnded, movedFrom, what, url } = facts;
        if (runEnded && !ends.has(serial))
            ends.set(serial, { serial, at, author, what, url, commit, folder: then });
        then = movedFrom ?? then;
    }
    return [...ends.values()].sort((a, b) => a.serial - b.serial);
}
async function lastState(repository, folder, signal) {
    const messages = await repository.messages(signal);
    if (!messages.ok)
        return messages;
    for (const { commit, at, text } of messages.value) {
        if (removesState(text, folder))
            return (0,diagnostic.ok)(undefined);
        const facts = parseMessage(text);
        if (facts?.serial === undefined)
            continue;
        const { serial, movedFrom } = facts;
        if (movedFrom === folder)
            return (0,diagnostic.ok)({ serial, commit, at, movedTo: facts.folder });
        if (facts.folder === folder)
            return (0,diagnostic.ok)({ serial, commit, at, movedTo: undefined });
    }
    return (0,diagnostic.ok)(undefined);
}
async function stateAt(repository, commit, folder, signal) {
    const fetched = await repository.fetchCommits([commit], signal);
    if (!fetched.ok)
        return (0,diagnostic/* err */._q)(fetched.error);
    const files = await repository.files({ commit }, folder, signal);
    return files.ok ? (0,diagnostic.ok)(files.value.state) : files;
}

var lock_messages = __webpack_require__(29219);
;// CONCATENATED MODULE: ./src/state/backends/branch/branch-readme.ts
function readme(branch) {
    return `# State of opus

This branch (\`${branch}\`) is written by opus: what it has made and keeps up, one folder for each project and context,
and the locks of runs that are under way. Its log reads as a history of each environment.

Don't merge it, and don't edit it by hand: use \`opus state\` in a terminal. Without it, opus does not know any more what
is its own.
`;
}

;// CONCATENATED MODULE: ./src/state/backends/branch/branch-update.ts






const lostRaces = new WeakMap();
const leastMoves = 30;
const mostUnclear = 4;
const mostTriesPaused = 16;
async function updateBranch(repository, update, signal) {
    const run = new UpdateRun(repository, update, signal);
    const giveWayMs = Math.random() * Math.min(2_000, 100 * (lostRaces.get(repository) ?? 0));
    if (giveWayMs > 0)
        await repository.clock.sleep(giveWayMs, signal).catch(() => undefined);
    for (;;) {
        const step = await repository.exclusive(() => run.step());
        lostRaces.set(repository, run.lostRaces);
        if (step.state === "done")
            return step.result;
        await repository.clock.sleep(step.pauseMs, signal).catch(() => undefined);
    }
}
class UpdateRun {
    #repository;
    #update;
    #signal;
    #unclear = [];
    #sent = [];
    #mustLook = false;
    #moves = 0;
    #firstMove = 0;
    #stepBegan = 0;
    constructor(repository, update, signal) {
        this.#repository = repository;
        this.#update = update;
        this.#signal = signal;
    }
    get lostRaces() {
        return this.#moves;
    }
    async step() {
        this.#stepBegan = performance.now();
        let tip = this.#mustLook ? undefined : this.#repository.tip;
        for (;;) {
            const known = tip !== undefined;
            if (tip === undefined) {
                const fetched = await this.#repository.fetch(this.#signal);
                if (!fetched.ok)
                    return this.#couldNotLook(fetched.error);
                tip = fetched.value;
            }
            const files = await this.#repository.files(tip, this.#update.folder, this.#signal);
            if (files.ok) {
                const arrived = this.#arrived(tip, files.value);
                if (arrived)
                    return done((0,diagnostic.ok)(arrived.value));
                const decision = await this.#update.decide(files.value);
                if (decision.do === "push")
                    return this.#push(tip, files.value, decision);
                if (!known)
                    return this.#settled(tip, decision.value);
            }
            else if (!known || files.error.reason === "cancelled")
                return this.#couldNotLook(files.error);
            tip = undefined;
        }
    }
    #arrived(tip, files) {
        return this.#sent.find((push) => push.commit === tip.commit || push.arrived?.(files));
    }
    async #settled(tip, value) {
        const [first] = this.#sent.filter(({ arrived }) => arrived === undefined);
        if (first === undefined)
            return done((0,diagnostic.ok)(value));
        const commits = this.#sent.map((push) => push.commit);
        const found = await this.#repository.contains(tip, commits, this.#signal);
        if (!found.ok)
            return this.#couldNotLook(found.error);
        return done((0,diagnostic.ok)(found.value ? first.value : value));
    }
    async #push(tip, files, decision) {
        const { names } = this.#repository;
        const last = this.#unclear.at(-1);
        if (last !== undefined && this.#unclear.length >= mostUnclear)
            return failed(remoteFailure(last.trouble, "write", names));
        const made = await this.#commit(tip, files, decision);
        if (!made.ok)
            return failed(made.error);
        const commit = made.value;
        const outcome = await this.#repository.push(tip, commit, this.#signal);
        if (outcome.state === "landed") {
            if (tip.commit === undefined)
                this.#update.onProgress?.(`Made the branch ${names.branch} in ${names.shown}.`);
            return done((0,diagnostic.ok)(decision.value));
        }
        this.#mustLook = true;
        const { value, arrived } = decision;
        const push = { tip, commit, value, arrived };
        switch (outcome.state) {
            case "moved":
                this.#sent.push({ ...push, trouble: { kind: "transient", words: outcome.words }, unsent: true });
                return this.#moved(outcome.words);
            case "refused":
                return failed(remoteFailure(outcome.trouble, "write", names));
            case "aborted": {
                const trouble = { kind: "transient", words: "it was cancelled" };
                this.#keepUnclear({ ...push, trouble, unsent: false });
                const words = `Writing to the state branch ${names.branch} of ${names.shown} was cancelled; what was written may or may not have arrived.`;
                return failed((0,diagnostic/* failure */.V2)("cancelled", words), true);
            }
            case "unclear": {
                const { trouble, unsent } = outcome;
                this.#keepUnclear({ ...push, trouble, unsent });
                if (trouble.kind === "no-git")
                    return failed(remoteFailure(trouble, "write", names));
                const tries = this.#unclear.length;
                this.#update.onProgress?.(`Pushing to ${names.branch} ended unclearly (${trouble.words}); looking again.`);
                return { state: "again", pauseMs: tries * tries * (100 + Math.random() * 200) };
            }
        }
    }
    #commit(tip, { tree, mainCommit }, decision) {
        const last = this.#unclear.at(-1);
        if (last !== undefined && last.tip.commit === tip.commit)
            return Promise.resolve((0,diagnostic.ok)(last.commit));
        const files = new Map(decision.files);
        if (tip.commit === undefined)
            files.set(readmeFile, Buffer.from(readme(this.#repository.names.branch)));
        const { message, aside, history } = decision;
        const text = aside && tip.commit !== undefined ? asideMessage(message, mainCommit ?? tip.commit) : message;
        const onto = { commit: tip.commit, tree };
        const main = aside ? undefined : mainCommit;
        return this.#repository.commit({ message: text, files }, onto, main, this.#signal, history);
    }
    #keepUnclear(push) {
        this.#unclear.push(push);
        this.#sent.push(push);
    }
    #moved(words) {
        const { clock, names } = this.#repository;
        if (this.#moves === 0)
            this.#firstMove = clock.now();
        this.#moves++;
        const elapsed = clock.now() - this.#firstMove;
        if (this.#moves >= leastMoves && elapsed >= timing/* leastContestedMs */.$o) {
            const message = `The state branch ${names.branch} of ${names.shown} can't be written: others were faster ${this.#moves} times in ${Math.round(elapsed / 1_000)} s (${words}). Run again when fewer runs write to it, or keep this project on a branch of its own with \`state-branch\`.`;
            return failed((0,diagnostic/* failure */.V2)("state-unavailable", message));
        }
        if (this.#moves % 5 === 0)
            this.#update.onProgress?.(`Others keep writing to ${names.branch}; trying again (${this.#moves + 1}, ${Math.round(elapsed / 1_000)} s).`);
        const stepMs = performance.now() - this.#stepBegan;
        const tries = Math.min(mostTriesPaused, 1.6 ** this.#moves);
        return { state: "again", pauseMs: Math.random() * Math.min(timing/* longestBranchPauseMs */.TT, tries * stepMs) };
    }
    #couldNotLook(failure) {
        const sent = this.#unclear.find((push) => !push.unsent);
        if (sent === undefined)
            return failed(failure);
        return failed(unclearFailure(sent.trouble, failure, this.#repository.names), true);
    }
}
function done(result) {
    return { state: "done", result };
}
function failed(failure, mayHaveArrived = false) {
    return done((0,diagnostic/* err */._q)({ failure, mayHaveArrived }));
}

;// CONCATENATED MODULE: ./src/state/backends/branch/lock-wait.ts

class LockWait {
    #wait;
    #begun;
    #notice = 0;
    constructor(wait) {
        this.#wait = wait;
    }
    async longer(held) {
        const { clock, lookup, options, signal, refusal } = this.#wait;
        const { holder } = held;
        const answer = await lookup.ask(holder, signal);
        if (answer?.state === "over")
            return undefined;
        if (answer?.state === "unsure")
            options.onUnsure?.(holder, answer.why);
        this.#begun ??= clock.now() - (options.spent?.ms ?? 0);
        const waited = clock.now() - this.#begun;
        if (options.spent)
            options.spent.ms = waited;
        if (waited >= options.timeoutMs)
            return { state: "held", holder, failure: refusal(held, waited) };
        if (waited >= this.#notice) {
            options.onWait(holder, waited);
            this.#notice = waited + timing/* lockNoticeMs */.q9;
        }
        const pause = pauseMs(waited, options.timeoutMs);
        await clock.sleep(Math.min(pause, Math.max(1, options.timeoutMs - waited)), signal).catch(() => undefined);
        return undefined;
    }
}
function pauseMs(waitedMs, timeoutMs) {
    if (timeoutMs <= 10_000)
        return 100 + Math.random() * 300;
    return waitedMs < 5_000 ? 300 + Math.random() * 700 : 1_000 + Math.random() * 2_000;
}
class HolderLookup {
    #lookup;
    #now;
    #over;
    #id;
    #nextAsk = 0;
    #toldUnsure = false;
    constructor(lookup, now, over) {
        this.#lookup = lookup;
        this.#now = now;
        this.#over = over;
    }
    async ask(holder, signal) {
        if (this.#lookup === undefined || holder.run.id === "")
            return undefined;
        if (holder.id !== this.#id) {
            this.#id = holder.id;
            this.#nextAsk = 0;
            this.#toldUnsure = false;
        }
        if (this.#now() < this.#nextAsk)
            return undefined;
        const answer = await this.#lookup(holder.run, signal);
        this.#nextAsk = this.#now() + timing/* holderAskMs */.Id;
        if (answer.state === "over") {
            this.#over.set(holder.id, answer.why);
            return { state: "over" };
        }
        if (answer.state !== "unsure" || this.#toldUnsure)
            return undefined;
        this.#toldUnsure = true;
        return answer;
    }
}

;// CONCATENATED MODULE: ./src/state/backends/branch/branch-lock.ts









const unreadableId = "unreadable";
class BranchLock {
    #options;
    #abandoned = new Set();
    #over = new Map();
    constructor(options) {
        this.#options = options;
    }
    async acquire(holder, options, signal) {
        const wait = this.wait(options, signal);
        for (;;) {
            if (signal.aborted)
                return { state: "unavailable", failure: this.cancelled() };
            const tried = await this.#update((files) => this.#take(files, holder), signal);
            if (!tried.ok)
                return this.#notTaken(holder, tried.error);
            if (tried.value.state === "locked") {
                const { broken } = tried.value;
                if (broken)
                    options.onBroken(broken.holder, broken.why);
                return { state: "locked" };
            }
            if (tried.value.state === "refused")
                return { state: "unavailable", failure: tried.value.failure };
            const refused = await wait.longer(tried.value.held);
            if (refused)
                return refused;
        }
    }
    async whenFree(options, signal) {
        const { repository, folder, whyNotBegin } = this.#options;
        const wait = this.wait(options, signal);
        for (;;) {
            if (signal.aborted)
                return { state: "unavailable", failure: this.cancelled() };
            const looked = await repository.exclusive(async () => {
                const tip = await repository.fetch(signal);
                return tip.ok ? repository.files(tip.value, folder, signal) : tip;
            });
            if (!looked.ok) {
                const cancelled = looked.error.reason === "cancelled";
                return { state: "unavailable", failure: cancelled ? this.cancelled() : looked.error };
            }
            const judgement = this.judge(looked.value);
            if (judgement.state === "free") {
                const refused = looked.value.commit === undefined ? whyNotBegin?.() : undefined;
                if (refused)
                    return { state: "unavailable", failure: refused };
                return lockIn(looked.value.lock).state === "free" ? { state: "free" } : { state: "left-behind" };
            }
            const refused = await wait.longer(judgement.held);
            if (refused)
                return refused;
        }
    }
    wait(options, signal) {
        const { repository, runLookup } = this.#options;
        const lookup = new HolderLookup(runLookup, repository.clock.now, this.#over);
        const refusal = (held, waitedMs) => this.refusal(held, waitedMs);
        return new LockWait({ clock: repository.clock, lookup, options, signal, refusal });
    }
    async release(id, signal) {
        const released = await this.#update((files) => {
            const content = lockIn(files.lock);
            if (content.state !== "held" || content.holder.id !== id)
                return { do: "answer", value: undefined };
            return this.#remove(content.holder, false, undefined);
        }, signal);
        if (released.ok)
            return (0,diagnostic.ok)(undefined);
        this.#abandoned.add(id);
        const { project, context, flags } = this.#options;
        return (0,diagnostic/* err */._q)((0,lock_messages/* notReleasedFailure */.nn)(id, released.error.failure, project, context, flags));
    }
    async unlock(id, signal) {
        const { project, context, flags } = this.#options;
        const unlocked = await this.#update((files) => {
            const content = lockIn(files.lock);
            if (content.state === "free")
                return { do: "answer", value: (0,diagnostic/* err */._q)((0,lock_messages/* notHeldFailure */.Xn)(id, undefined, project, context, flags)) };
            const holder = content.state === "held" ? content.holder : this.#unknownHolder();
            if (holder.id !== id) {
                const why = content.state === "held" ? (0,lock_messages/* notHeldFailure */.Xn)(id, holder, project, context, flags) : this.#unreadable();
                return { do: "answer", value: (0,diagnostic/* err */._q)(why) };
            }
            return this.#remove(holder, true, (0,diagnostic.ok)(holder));
        }, signal);
        return unlocked.ok ? unlocked.value : (0,diagnostic/* err */._q)(unlocked.error.failure);
    }
    judge(files) {
        const content = lockIn(files.lock);
        switch (content.state) {
            case "free":
                return { state: "free" };
            case "unreadable":
                return { state: "held", held: { holder: this.#unknownHolder(), where: "", unreadable: true } };
            case "held": {
                const { holder, process } = content;
                if (this.#abandoned.has(holder.id))
                    return { state: "free" };
                const why = (0,process_identity/* whyGone */._)(process, this.#options.machine) ?? this.#over.get(holder.id);
                if (why !== undefined)
                    return { state: "free", dead: { holder, why } };
                const where = holder.run.url === "" ? ` (process ${process.pid} on ${process.host})` : "";
                return { state: "held", held: { holder, where } };
            }
        }
    }
    refusal({ holder, where, unreadable }, waitedMs) {
        return unreadable ? this.#unreadable() : (0,lock_messages/* heldFailure */.ig)(holder, where, waitedMs, this.#options.flags);
    }
    file(holder) {
        const { folder, machine } = this.#options;
        return [`${folder}/${lockFile}`, (0,lock_record/* heldLock */.TT)(holder, machine.self)];
    }
    #take(files, holder) {
        const content = lockIn(files.lock);
        if (content.state === "held" && content.holder.id === holder.id)
            return { do: "answer", value: { state: "locked", broken: undefined } };
        const judgement = this.judge(files);
        if (judgement.state === "held")
            return { do: "answer", value: judgement };
        const { folder, whyNotBegin } = this.#options;
        const refused = files.commit === undefined ? whyNotBegin?.() : undefined;
        if (refused)
            return { do: "answer", value: { state: "refused", failure: refused } };
        return {
            do: "push",
            files: new Map([this.file(holder)]),
            message: lockMessage(folder, holder, judgement.dead?.why),
            aside: true,
            value: { state: "locked", broken: judgement.dead },
            arrived: (later) => isHeldBy(later, holder.id),
        };
    }
    #remove(holder, byHand, value) {
        const { folder } = this.#options;
        return {
            do: "push",
            files: new Map([[`${folder}/${lockFile}`, null]]),
            message: unlockMessage(folder, holder, byHand),
            ...(byHand ? {} : { aside: true }),
            value,
            arrived: (later) => {
                const lock = lockIn(later.lock);
                return lock.state === "free" || (lock.state === "held" && lock.holder.id !== holder.id);
            },
        };
    }
    async #notTaken(holder, { failure, mayHaveArrived }) {
        const why = failure.reason === "cancelled" ? this.cancelled() : failure;
        if (!mayHaveArrived)
            return { state: "unavailable", failure: why };
        const given = await this.release(holder.id, AbortSignal.timeout(timing/* lockGiveBackMs */.EN));
        return { state: "unavailable", failure: why, ...(given.ok ? {} : { mayBeHeld: true }) };
    }
    #update(decide, signal) {
        const { repository, folder, onProgress } = this.#options;
        return updateBranch(repository, { folder, decide, onProgress }, signal);
    }
    #unknownHolder() {
        const { project, context } = this.#options;
        const run = { id: "", attempt: 0, sha: "", url: "" };
        return { id: unreadableId, command: "unknown", project, context, since: "an unknown time", run };
    }
    #unreadable() {
        const { location, project, context, flags } = this.#options;
        return (0,lock_messages/* unreadableFailure */.S0)(unreadableId, location, project, context, flags);
    }
    cancelled() {
        return (0,diagnostic/* failure */.V2)("cancelled", `Waiting for the lock ${this.#options.location} was cancelled.`);
    }
}
function isHeldBy(files, id) {
    const lock = lockIn(files.lock);
    return lock.state === "held" && lock.holder.id === id;
}

var moved_state = __webpack_require__(41117);
;// CONCATENATED MODULE: ./src/state/backends/branch/decode-stored.ts







async function decodeStored(stored, place, earlier) {
    const { location } = earlier ?? place;
    const { project, context } = earlier === undefined || earlier.folder === place.folder ? place : namesOf(earlier.folder);
    const path = `${place.folder}/${stateFile}`;
    const earlierOnes = `Earlier versions are in the history of the branch: \`${gitFetch(place)} && ${(0,command_line/* commandLine */.a)(["git", "log", "FETCH_HEAD", "--", path])}\` lists them.`;
    const remedy = `${earlierOnes} Put a good one back: \`${gitShow("COMMIT", path)}\` with the COMMIT that it is from, then \`${statePush(place)}\`.`;
    if (stored.state === "absent")
        return { state: "absent" };
    const foreignRemedy = `${earlierOnes} Put the right one back in a commit on that branch, with git: \`opus state push\` writes over nothing that is not of this state.`;
    if (stored.state === "other") {
        const message = `The state at ${location} can't be read: ${stored.what}. ${foreignRemedy}`;
        return { state: "unavailable", failure: (0,diagnostic/* failure */.V2)("state-unavailable", message) };
    }
    const former = earlier !== undefined;
    const { sealing } = place;
    const decoded = await (0,codec/* decode */.D4)(stored.data, { project, context, location, former, remedy, foreignRemedy, sealing });
    if (!decoded.ok) {
        const damaged = decoded.damaged && { ...decoded.damaged, revision: (0,digest/* sha256 */.s)(stored.data) };
        return { state: "unavailable", failure: decoded.error, ...(damaged ? { damaged } : {}) };
    }
    const { value: snapshot, run } = decoded;
    return { state: "found", snapshot, revision: (0,digest/* sha256 */.s)(stored.data), run, data: stored.data };
}
function goneState({ serial, commit, at, movedTo: to }, place) {
    const { project, context, folder, location, names } = place;
    if (to !== undefined) {
        const movedTo = namesOf(to);
        const where = ` in commit ${commit} of the branch ${names.branch}`;
        return { state: "unavailable", failure: (0,moved_state/* movedFailure */.Kl)({ project, context }, movedTo, where), movedTo };
    }
    const path = `${folder}/${stateFile}`;
    const message = `The state at ${location} is gone: it was there with serial ${serial}, written ${at} in commit ${commit}, and somebody has removed the file. Put it back: \`${gitFetch(place)} && ${gitShow(commit, path)}\`, then \`${statePush(place)}\`. To begin anew, say so on the branch: in a commit whose message has the line \`${removalTrailer}: ${folder}\`. Nothing was changed.`;
    const damaged = { revision: undefined, lineage: undefined, serial };
    return { state: "unavailable", failure: (0,diagnostic/* failure */.V2)("state-unavailable", message), damaged };
}
function gitFetch({ names }) {
    return (0,command_line/* commandLine */.a)(["git", "fetch", "origin", names.branch]);
}
function gitShow(commit, path) {
    return `${(0,command_line/* commandLine */.a)(["git", "show", `${commit}:${path}`])} > state.json`;
}
function statePush({ flags = [], names }) {
    const branch = flags.includes("--state-branch") ? [] : ["--state-branch", names.branch];
    return (0,command_line/* commandLine */.a)(["opus", "state", "push", "state.json", "--force", ...flags, ...branch]);
}

;// CONCATENATED MODULE: ./src/state/backends/branch/branch-refusals.ts






function whyNotHeld(files, held, location, repository) {
    const lock = lockIn(files.lock);
    if (held === undefined || (lock.state === "held" && lock.holder.id === held))
        return undefined;
    if (files.commit !== undefined)
        return lostLock(location, held);
    const lost = "the lock of this run and all that was stored";
    return { state: "conflict", failure: lostBranch(location, repository, lost) };
}
async function whyPutBack({ state, commit }, place, known, lastCommit) {
    if (commit === undefined || known === undefined)
        return undefined;
    const version = await storedVersion(state, place, known);
    if (!version.ok || (version.value !== undefined && version.value.serial >= known.serial))
        return undefined;
    const now = version.value === undefined ? "none is" : `serial ${version.value.serial} is`;
    const last = lastCommit === undefined ? "" : ` This run stored it with the commit ${lastCommit}, or before it.`;
    const message = `The state at ${place.location} was not written: serial ${known.serial} was stored, and now ${now}, without the lock of this run. Somebody has put back or rewritten the branch.${last} Find out who, and bring it back before the next run.`;
    return { state: "conflict", failure: (0,diagnostic/* failure */.V2)("state-conflict", message) };
}
function whyNotFree(files, lock) {
    const judgement = lock.judge(files);
    if (judgement.state !== "held")
        return undefined;
    return { state: "unavailable", failure: lock.refusal(judgement.held, 0) };
}
async function whyNotSucceed(stored, next, expected, place, known) {
    const version = await storedVersion(stored, place, known);
    if (!version.ok) {
        const replaced = stored.state === "file" && (0,digest/* sha256 */.s)(stored.data) === expected;
        return replaced ? undefined : { state: "unavailable", failure: version.error };
    }
    const refused = (0,succession/* conflict */.h)((0,succession/* versionOf */.E)(next), version.value, expected, place.location);
    return refused && { state: "conflict", failure: refused };
}
async function storedVersion(stored, place, known) {
    if (stored.state === "file" && known?.revision === (0,digest/* sha256 */.s)(stored.data))
        return (0,diagnostic.ok)(known);
    const read = await decodeStored(stored, place);
    if (read.state === "found")
        return (0,diagnostic.ok)({ ...(0,succession/* versionOf */.E)(read.snapshot), revision: read.revision });
    return read.state === "unavailable" ? (0,diagnostic/* err */._q)(read.failure) : (0,diagnostic.ok)(undefined);
}
function whyNotTake({ state }, expected, location) {
    if (state.state === "file" && (0,digest/* sha256 */.s)(state.data) === expected)
        return undefined;
    const message = `The state at ${location} was not carried over: another run has changed it meanwhile. Nothing was changed; run again.`;
    return { state: "conflict", failure: (0,diagnostic/* failure */.V2)("state-conflict", message) };
}
function leftMeanwhile(location) {
    const message = `The state at ${location} was not written: another run has locked it meanwhile, and is gone. Nothing was changed; run again.`;
    return { state: "conflict", failure: (0,diagnostic/* failure */.V2)("state-conflict", message) };
}
function lostLock(location, id) {
    const message = `The state at ${location} was not written: the lock of this run (${id}) was released by somebody else meanwhile, so another run may be writing. The stored state is untouched.`;
    return { state: "conflict", failure: (0,diagnostic/* failure */.V2)("state-conflict", message) };
}
function lostBranch(location, { names: { branch, shown }, lastCommit }, lost) {
    const last = lastCommit === undefined
        ? ""
        : ` The last commit of it that this run has seen is ${lastCommit}: \`${(0,command_line/* commandLine */.a)(["git", "push", "origin", `${lastCommit}:refs/heads/${branch}`])}\` brings it back, from a clone that has it.`;
    const message = `The state at ${location} was not written: the branch ${branch} of ${shown} was deleted while this run went on, and with it ${lost}.${last} Bring it back before the next run.`;
    return (0,diagnostic/* failure */.V2)("state-conflict", message);
}

var same_body = __webpack_require__(96627);
;// CONCATENATED MODULE: ./src/state/backends/branch/carry-over.ts






function carryOver(here, from, carried, signal) {
    const [one, other] = [here.repository.names, from.repository.names];
    const isOneBranch = one.branch === other.branch && one.shown === other.shown;
    return (isOneBranch ? onOneBranch : betweenBranches)(here, from, carried, signal);
}
async function onOneBranch(here, from, { next, data, expected, options }, signal) {
    const decide = async (files) => {
        const theirs = await here.repository.files({ commit: files.commit }, from.place.folder, signal);
        if (!theirs.ok)
            return { do: "answer", value: { state: "unavailable", failure: theirs.error } };
        const refused = (await here.whyNotArrive(files, next)) ?? from.whyNotLeave(theirs.value, expected);
        if (refused)
            return { do: "answer", value: refused };
        return {
            do: "push",
            files: new Map([[`${here.place.folder}/${stateFile}`, data], ...goneFiles(from, theirs.value)]),
            message: moveMessage(here.place.folder, from.place.folder, next, options),
            value: { state: "written", revision: (0,digest/* sha256 */.s)(data) },
        };
    };
    const answer = await update(here, decide, signal);
    const arrived = answer.state === "written" ? answer.revision : undefined;
    return { answer, arrived, left: arrived !== undefined };
}
async function betweenBranches(here, from, carried, signal) {
    const nowhere = (answer) => ({ answer, arrived: undefined, left: false });
    const theirs = await from.repository.exclusive(() => from.files(signal));
    if (!theirs.ok)
        return nowhere({ state: "unavailable", failure: theirs.error });
    const refused = from.whyNotLeave(theirs.value, carried.expected);
    if (refused)
        return nowhere(refused);
    const { commit = "" } = theirs.value;
    const history = await here.repository.exclusive(() => here.repository.fetchCommits([commit], signal));
    if (!history.ok)
        return nowhere({ state: "unavailable", failure: history.error });
    const message = moveMessage(here.place.folder, from.place.folder, carried.next, carried.options);
    const arrived = await arrive(here, carried, { message, history: commit }, signal);
    if (arrived.state !== "written")
        return nowhere(arrived);
    const answer = await leave(from, arrived, carried.expected, message, signal);
    return { answer, arrived: arrived.revision, left: answer.state === "written" };
}
function arrive(here, { next, data }, commit, signal) {
    const decide = async (files) => {
        const refused = here.whyNotBusy(files);
        if (refused)
            return { do: "answer", value: refused };
        const known = await decodeStored(files.state, here.place);
        if (known.state === "found" && isSame(known.snapshot, next))
            return { do: "answer", value: { state: "written", revision: known.revision } };
        const taken = await here.whyNotArrive(files, next);
        if (taken)
            return { do: "answer", value: taken };
        const value = { state: "written", revision: (0,digest/* sha256 */.s)(data) };
        return { do: "push", files: new Map([[`${here.place.folder}/${stateFile}`, data]]), ...commit, value };
    };
    return update(here, decide, signal);
}
function leave(from, arrived, expected, message, signal) {
    const decide = (files) => {
        if (files.state.state === "absent")
            return { do: "answer", value: arrived };
        const refused = from.whyNotLeave(files, expected);
        if (refused)
            return { do: "answer", value: refused };
        return { do: "push", files: new Map(goneFiles(from, files)), message, value: arrived };
    };
    return update(from, decide, signal);
}
function goneFiles({ place }, { lock }) {
    const names = lock.state === "file" ? [stateFile, lockFile] : [stateFile];
    return names.map((name) => [`${place.folder}/${name}`, null]);
}
async function update({ repository, place, onProgress }, decide, signal) {
    const tried = await updateBranch(repository, { folder: place.folder, decide, onProgress }, signal);
    return tried.ok ? tried.value : { state: "unavailable", failure: tried.error.failure };
}
function isSame(here, next) {
    return here.lineage === next.lineage && here.serial === next.serial && (0,same_body/* sameBody */.N)(here.body, next.body);
}

;// CONCATENATED MODULE: ./src/state/backends/branch/earlier-state.ts




async function earlierState(repository, place, serial, signal) {
    const found = await repository.exclusive(async () => {
        const ends = await recordedEnds(repository, place.folder, signal);
        if (!ends.ok)
            return ends;
        const end = ends.value.find((one) => one.serial === serial);
        if (end === undefined)
            return (0,diagnostic.ok)(undefined);
        const { commit, folder } = end;
        const state = await stateAt(repository, commit, folder, signal);
        return state.ok ? (0,diagnostic.ok)({ commit, folder, state: state.value }) : state;
    });
    if (!found.ok)
        return { state: "unavailable", failure: found.error };
    if (found.value === undefined)
        return { state: "absent" };
    const { commit, folder, state } = found.value;
    const { branch, shown } = place.names;
    const location = `${folder}/${stateFile} in commit ${commit} of the branch ${branch} of ${shown}`;
    const read = await decodeStored(state, place, { location, folder });
    if (read.state === "found" && read.snapshot.serial === serial)
        return read;
    const holds = read.state === "found" ? `serial ${read.snapshot.serial}` : "no state";
    const message = `The state at ${location} has ${holds}, not serial ${serial} as the commit's message says. Choose another serial.`;
    return read.state === "unavailable" ? read : { state: "unavailable", failure: (0,diagnostic/* failure */.V2)("state-unavailable", message) };
}

;// CONCATENATED MODULE: ./src/state/backends/branch/handed-over-journal.ts

function untilHandedOver(journal, isHandedOver) {
    return {
        read: (lineage, serial) => journal.read(lineage, serial),
        start: (lineage, serial, records) => journal.start(lineage, serial, records),
        append: (record) => journal.append(record),
        unended: () => journal.unended(),
        clear: () => {
            if (!isHandedOver())
                return journal.clear();
            journal.end();
            return (0,diagnostic.ok)(undefined);
        },
    };
}

;// CONCATENATED MODULE: ./src/state/backends/branch/branch-store.ts




















class BranchStore {
    backend = "branch";
    location;
    journal;
    localFolder;
    #options;
    #repository;
    #folder;
    #lock;
    #place;
    #file;
    #held;
    #toCome;
    #mayHold = false;
    #handedOver = false;
    #current = false;
    #known;
    #neverStored = false;
    constructor(options) {
        const { repository, project, context, localFolder, machine = (0,process_identity/* localMachine */.l)(), runLookup, onProgress } = options;
        this.#options = options;
        this.#repository = repository;
        this.#folder = `${(0,state_folder/* folderName */.ub)(project)}/${(0,state_folder/* folderName */.ub)(context)}`;
        const { branch, shown } = repository.names;
        const on = `on the branch ${branch} of ${shown}`;
        this.location = `${this.#folder}/${stateFile} ${on}`;
        this.localFolder = localFolder;
        const { sealing, flags } = options;
        this.#place = {
            project,
            context,
            folder: this.#folder,
            location: this.location,
            names: repository.names,
            sealing,
            flags,
        };
        this.#file = new file_journal/* FileJournal */.G((0,external_node_path_.join)(localFolder, "journal.ndjson"), file_system/* nodeFileSystem */.GP, options.sealing);
        this.journal = untilHandedOver(this.#file, () => this.#handedOver);
        const location = `${this.#folder}/${lockFile} ${on}`;
        this.#lock = new BranchLock({
            repository,
            project,
            context,
            folder: this.#folder,
            location,
            machine,
            whyNotBegin: () => this.#whyNotBegin(),
            runLookup,
            onProgress,
            flags: options.flags,
        });
    }
    async read(signal) {
        if (signal.aborted)
            return { state: "unavailable", failure: this.#cancelled("Reading") };
        const tip = this.#current ? this.#repository.tip : undefined;
        this.#current = false;
        const looked = await this.#repository.exclusive(async () => {
            const files = await this.#files(tip, signal);
            if (!files.ok)
                return files;
            const last = await this.#lastOf(files.value, signal);
            return last.ok ? (0,diagnostic.ok)({ stored: files.value.state, last: last.value }) : last;
        });
        if (!looked.ok)
            return { state: "unavailable", failure: looked.error };
        const { stored, last } = looked.value;
        const read = last === undefined ? await decodeStored(stored, this.#place) : goneState(last, this.#place);
        if (read.state === "found")
            this.#known = { ...(0,succession/* versionOf */.E)(read.snapshot), revision: read.revision };
        return read;
    }
    async write(next, expected, options, signal) {
        const { project, context, writer, sealing } = this.#options;
        if (next.project !== project || next.context !== context)
            throw new Error(`state of ${next.project}/${next.context} given to the store of ${project}/${context}`);
        this.#current = false;
        if (options.runEnded && this.#held !== undefined)
            this.#file.hold();
        const data = Buffer.from(await (0,codec/* encode */.lF)(next, options.run, writer, { seal: sealing?.seal }));
        const decide = (files) => this.#decideWrite(files, next, data, expected, options);
        const wait = this.#waitToWrite(options, signal);
        for (;;) {
            if (signal.aborted)
                return { state: "unavailable", failure: this.#cancelled("Writing") };
            if (this.#toCome?.signal.aborted && !options.runEnded)
                return { state: "unavailable", failure: this.#lock.cancelled() };
            const { onProgress } = this.#options;
            const update = { folder: this.#folder, decide, onProgress };
            const tried = await updateBranch(this.#repository, update, signal);
            if (!tried.ok)
                return { state: "unavailable", failure: tried.error.failure };
            if (tried.value.state === "written")
                this.#afterWrite(next, tried.value.revision, options);
            if (tried.value.state !== "held")
                return tried.value;
            const refused = await wait.longer(tried.value.held);
            if (refused)
                return { state: "unavailable", failure: refused.failure };
        }
    }
    async takeOver(from, next, expected, options, signal) {
        if (!(from instanceof BranchStore))
            throw new Error(`the ${from.backend} backend is another place`);
        if (signal.aborted)
            return { state: "unavailable", failure: this.#cancelled("Writing") };
        this.#current = false;
        const { writer, sealing } = this.#options;
        const data = Buffer.from(await (0,codec/* encode */.lF)(next, options.run, writer, { seal: sealing?.seal }));
        const carried = { next, data, expected, options };
        const { answer, arrived, left } = await carryOver(this.#asEnd(), from.#asEnd(), carried, signal);
        if (arrived !== undefined) {
            this.#afterWrite(next, arrived, { ...options, runEnded: false });
            this.#current = this.#held !== undefined;
        }
        if (left)
            from.#takenAway();
        return answer;
    }
    #asEnd() {
        return {
            repository: this.#repository,
            place: this.#place,
            onProgress: this.#options.onProgress,
            files: (signal) => this.#files(undefined, signal),
            whyNotArrive: async (files, next) => this.#whyNotMine(files) ?? (await this.#whyNotWriteHere(files, next, undefined)),
            whyNotBusy: (files) => this.#whyNotMine(files) ?? this.#whyNotHeld(files),
            whyNotLeave: (files, expected) => this.#whyNotMine(files) ?? this.#whyNotHeld(files) ?? whyNotTake(files, expected, this.location),
        };
    }
    async holds(signal) {
        if (signal.aborted)
            return (0,diagnostic/* err */._q)(this.#cancelled("Reading"));
        const files = await this.#repository.exclusive(() => this.#files(this.#repository.tip, signal));
        return files.ok ? (0,diagnostic.ok)(files.value.state.state !== "absent") : files;
    }
    async beside(signal) {
        if (signal.aborted)
            return (0,diagnostic/* err */._q)(this.#cancelled("Reading"));
        const folders = await this.#repository.exclusive(async () => {
            const { tip } = this.#repository;
            const known = tip === undefined ? await this.#repository.fetch(signal) : (0,diagnostic.ok)(tip);
            return known.ok ? foldersOn(this.#repository, known.value, signal) : known;
        });
        if (!folders.ok)
            return folders;
        const names = folders.value.map(namesOf);
        const others = (await this.#options.others?.(signal)) ?? (0,diagnostic.ok)([]);
        for (const other of others.ok ? others.value : []) {
            const found = await other.exclusive(async () => {
                const tip = await other.fetch(signal);
                return tip.ok ? foldersOn(other, tip.value, signal) : tip;
            });
            if (found.ok)
                names.push(...found.value.map(namesOf));
        }
        return (0,diagnostic.ok)((0,state_folder/* sortedNames */.W0)(names));
    }
    async lock(holder, options, signal) {
        const lock = await this.#lock.acquire(holder, options, signal);
        if (lock.state !== "locked")
            return lock;
        this.#toCome = undefined;
        this.#held = holder.id;
        this.#handedOver = false;
        this.#current = true;
        return { state: "locked", release: this.#releaser(holder.id) };
    }
    async lockWithWrite(holder, options, signal) {
        const looked = await this.#lock.whenFree(options, signal);
        if (looked.state !== "free")
            return looked;
        this.#toCome = { holder, options, signal };
        this.#mayHold = false;
        this.#handedOver = false;
        this.#current = true;
        const release = this.#releaser(holder.id);
        return {
            state: "free",
            release: async (until) => {
                this.#toCome = undefined;
                return this.#held === holder.id || this.#mayHold ? release(until) : (0,diagnostic.ok)(undefined);
            },
        };
    }
    #releaser(id) {
        let released = false;
        return async (until) => {
            if (this.#held === id)
                this.#held = undefined;
            else
                released ||= this.#handedOver;
            if (released)
                return (0,diagnostic.ok)(undefined);
            const answer = await this.#lock.release(id, until ?? new AbortController().signal);
            released = answer.ok;
            return answer;
        };
    }
    #waitToWrite({ runEnded }, signal) {
        const toCome = this.#toCome;
        if (toCome && !(runEnded && toCome.signal.aborted))
            return this.#lock.wait(toCome.options, AbortSignal.any([signal, toCome.signal]));
        const { writeLockMs: timeoutMs = timing/* writeLockMs */.ri } = this.#options;
        return this.#lock.wait({ timeoutMs, onWait: () => { }, onBroken: () => { } }, signal);
    }
    async unlock(id, signal) {
        return signal.aborted ? (0,diagnostic/* err */._q)(this.#cancelled("Unlocking")) : this.#lock.unlock(id, signal);
    }
    async lockedBy(signal) {
        if (signal.aborted)
            return undefined;
        const files = await this.#repository.exclusive(() => this.#files(undefined, signal));
        if (!files.ok)
            return undefined;
        const judgement = this.#lock.judge(files.value);
        return judgement.state === "held" ? judgement.held.holder : undefined;
    }
    async history(serial, signal) {
        if (signal.aborted)
            return { state: "unavailable", failure: this.#cancelled("Reading") };
        return earlierState(this.#repository, this.#place, serial, signal);
    }
    async runEnds(signal) {
        if (signal.aborted)
            return (0,diagnostic/* err */._q)(this.#cancelled("Reading"));
        const ends = await this.#repository.exclusive(() => recordedEnds(this.#repository, this.#folder, signal));
        return ends.ok ? (0,diagnostic.ok)(ends.value.map(({ serial, at, what, url }) => ({ serial, at, what, url }))) : ends;
    }
    async #decideWrite(files, next, data, expected, options) {
        const holder = this.#toCome?.holder;
        const held = this.#held ?? (holder && isHeldBy(files, holder.id) ? holder.id : undefined);
        const lock = lockIn(files.lock);
        const judgement = held === undefined ? this.#lock.judge(files) : undefined;
        if (judgement?.state === "held")
            return { do: "answer", value: judgement };
        const refused = this.#whyGone(files, expected) ??
            (await this.#whyNotWriteHere(files, next, expected)) ??
            (holder && held === undefined && lock.state !== "free" ? leftMeanwhile(this.location) : undefined);
        if (refused)
            return { do: "answer", value: refused };
        if (holder && held === undefined && !options.runEnded)
            return this.#takeWith(holder, next, data, options);
        const revision = (0,digest/* sha256 */.s)(data);
        const unlocks = lock.state !== "free" && (held === undefined || options.runEnded);
        const changed = new Map([[`${this.#folder}/${stateFile}`, data]]);
        if (unlocks)
            changed.set(`${this.#folder}/${lockFile}`, null);
        return {
            do: "push",
            files: changed,
            message: stateMessage(this.#folder, next, options),
            ...(options.runEnded ? {} : { aside: true }),
            value: { state: "written", revision },
        };
    }
    #takeWith(holder, next, data, options) {
        this.#mayHold = true;
        return {
            do: "push",
            files: new Map([[`${this.#folder}/${stateFile}`, data], this.#lock.file(holder)]),
            message: stateMessage(this.#folder, next, options),
            aside: true,
            value: { state: "written", revision: (0,digest/* sha256 */.s)(data) },
            arrived: (later) => isHeldBy(later, holder.id),
        };
    }
    async #whyNotWriteHere(files, next, expected) {
        const lost = this.#whyNotHeld(files);
        if (lost)
            return (await whyPutBack(files, this.#place, this.#known, this.#repository.lastCommit)) ?? lost;
        return whyNotSucceed(files.state, next, expected, this.#place, this.#known);
    }
    #whyGone({ commit }, expected) {
        if (this.#toCome === undefined || commit !== undefined || expected === undefined)
            return undefined;
        return { state: "unavailable", failure: lostBranch(this.location, this.#repository, "all that was stored") };
    }
    #whyNotHeld(files) {
        return whyNotHeld(files, this.#held, this.location, this.#repository);
    }
    #whyNotMine(files) {
        return this.#held === undefined ? whyNotFree(files, this.#lock) : undefined;
    }
    #takenAway() {
        this.#known = undefined;
        if (this.#held === undefined)
            return;
        this.#held = undefined;
        this.#handedOver = true;
    }
    #afterWrite(next, revision, options) {
        this.#known = { ...(0,succession/* versionOf */.E)(next), revision };
        this.#neverStored = false;
        if (this.#toCome && this.#mayHold)
            this.#held = this.#toCome.holder.id;
        if (this.#mayHold)
            this.#toCome = undefined;
        if (!options.runEnded || this.#held === undefined)
            return;
        this.#held = undefined;
        this.#mayHold = false;
        this.#handedOver = true;
    }
    async #files(known, signal) {
        const tip = known === undefined ? await this.#repository.fetch(signal) : (0,diagnostic.ok)(known);
        return tip.ok ? this.#repository.files(tip.value, this.#folder, signal) : tip;
    }
    async #lastOf(files, signal) {
        if (files.state.state !== "absent" || files.commit === undefined || this.#neverStored)
            return (0,diagnostic.ok)(undefined);
        const last = await lastState(this.#repository, this.#folder, signal);
        this.#neverStored = last.ok && last.value === undefined;
        return last;
    }
    #whyNotBegin() {
        const left = this.journal.read("", 0);
        const { branch, shown } = this.#repository.names;
        const gone = `There is no branch ${branch} in ${shown} any more`;
        if (!left.ok)
            return { ...left.error, message: `${gone}. ${left.error.message}` };
        const before = this.#file.ended();
        if (before === undefined)
            return undefined;
        const message = `${gone}, and a run on this machine has stored ${this.#folder} there, with a serial of at least ${before.serial}. Bring the branch back from a clone that has it. To begin anew, remove ${this.#file.path}.`;
        return (0,diagnostic/* failure */.V2)("state-unavailable", message);
    }
    #cancelled(what) {
        return (0,diagnostic/* failure */.V2)("cancelled", `${what} the state at ${this.location} was cancelled.`);
    }
}
async function foldersOn(repository, { commit }, signal) {
    if (commit === undefined)
        return (0,diagnostic.ok)([]);
    const listed = await repository.objects.listing(commit, signal);
    return listed.ok ? (0,diagnostic.ok)(stateFolders(listed.value.map(({ path }) => path))) : listed;
}

var json = __webpack_require__(81567);
var json_text = __webpack_require__(84635);
var survey = __webpack_require__(9575);
;// CONCATENATED MODULE: ./src/state/backends/branch/surveyed-runs.ts








async function surveyedRuns(contexts, messages, repository, { detailedRuns }, signal) {
    const ends = new Map(contexts.map(({ folder }) => [folder, [...endsAmong(messages, folder)].reverse()]));
    const wanted = contexts
        .filter(({ data }) => data !== undefined && !(0,codec/* isSealed */.dy)(data))
        .flatMap(({ folder }) => (ends.get(folder) ?? []).slice(0, detailedRuns));
    const changes = await changesOf(wanted, repository, signal);
    if (!changes.ok && signal.aborted)
        return changes;
    const known = changes.ok ? changes.value : new Map();
    return (0,diagnostic.ok)(contexts.map(({ folder, ...context }) => ({
        ...context,
        runs: (0,diagnostic.ok)((ends.get(folder) ?? []).map((end) => surveyed(end, known.get(end)))),
    })));
}
function surveyed({ serial, at, what, url, author }, changes) {
    return { serial, at, what, url, author, changes };
}
async function changesOf(ends, repository, signal) {
    const found = new Map();
    if (ends.length === 0)
        return (0,diagnostic.ok)(found);
    const fetched = await repository.fetchCommits([...new Set(ends.map(({ commit }) => commit))], signal);
    if (!fetched.ok)
        return fetched;
    const newest = [...ends].sort((one, other) => (one.at < other.at ? 1 : -1));
    const sizes = await repository.objects.sizes(newest.map(versionName), signal);
    if (!sizes.ok)
        return sizes;
    let room = size_limits/* surveyedVersionBytes */.T1;
    const read = newest.filter((_, index) => {
        const size = sizes.value[index] ?? Number.POSITIVE_INFINITY;
        if (size > size_limits/* stateBytes */.t2 || size > room)
            return false;
        room -= size;
        return true;
    });
    const blobs = await repository.objects.blobs(read.map(versionName), signal);
    if (!blobs.ok)
        return blobs;
    for (const [index, end] of read.entries()) {
        const changes = changesIn(blobs.value[index], end);
        if (changes !== undefined)
            found.set(end, changes);
    }
    return (0,diagnostic.ok)(found);
}
function versionName({ commit, folder }) {
    return `${commit}:${folder}/${stateFile}`;
}
function changesIn(data, { serial }) {
    const parsed = (0,json_text/* parseStored */.Tw)(data?.toString("utf8") ?? "");
    if (!parsed.ok || !(0,json/* isObject */.Gv)(parsed.value) || parsed.value.serial !== serial)
        return undefined;
    return (0,survey/* changedTasks */.x)(parsed.value.body);
}

;// CONCATENATED MODULE: ./src/state/backends/branch/branch-survey.ts








async function surveyBranch(repository, places, options, signal) {
    const tip = await repository.fetch(signal);
    if (!tip.ok)
        return tip;
    if (tip.value.commit === undefined)
        return (0,diagnostic.ok)([]);
    const [files, messages] = await Promise.all([
        stateFiles(repository, tip.value, signal),
        repository.messages(signal),
    ]);
    if (!files.ok)
        return files;
    if (signal.aborted && !messages.ok)
        return messages;
    const read = messages.ok ? (0,diagnostic.ok)(readMessages(messages.value)) : messages;
    const folders = [...new Set([...files.value.keys()].map(folderOf))].sort();
    const contexts = await Promise.all(folders.map((folder) => contextOf(folder, files.value, placeOf(folder, repository, places))));
    const gone = messages.ok ? goneStates(messages.value, read.ok ? read.value : [], new Set(folders)) : new Map();
    for (const [folder, last] of gone)
        contexts.push(goneContext(last, placeOf(folder, repository, places)));
    const found = contexts.filter((context) => context !== undefined);
    if (!read.ok)
        return (0,diagnostic.ok)(found.map((context) => ({ ...context, runs: (0,diagnostic/* err */._q)(read.error) })));
    return surveyedRuns(found, read.value, repository, options, signal);
}
async function stateFiles({ objects, names }, { commit = "" }, signal) {
    const listed = await objects.listing(commit, signal);
    if (!listed.ok)
        return listed;
    const refused = whyNotForState(names, listed.value.map(({ path }) => path));
    if (refused)
        return (0,diagnostic/* err */._q)(refused);
    const files = listed.value.filter(({ path }) => path.includes("/"));
    const isRead = ({ kind, size }) => kind === "file" && size <= size_limits/* stateBytes */.t2;
    const read = files.filter(isRead);
    const blobs = await objects.blobs(read.map(({ object }) => object), signal);
    if (!blobs.ok)
        return blobs;
    const data = new Map(read.map(({ path }, index) => [path, blobs.value[index]]));
    return (0,diagnostic.ok)(new Map(files.map((file) => [file.path, storedAs(file, data.get(file.path))])));
}
function storedAs({ path, kind, size }, data) {
    if (data !== undefined)
        return { state: "file", data };
    if (kind !== "file")
        return { state: "other", what: `${path} is a ${kind}, not a file` };
    return { state: "other", what: `${path} has ${(0,size_limits/* sizeWords */.pG)(size)}, and opus reads at most ${(0,size_limits/* sizeWords */.pG)(size_limits/* stateBytes */.t2)}` };
}
function folderOf(path) {
    return path.split("/").slice(0, 2).join("/");
}
function placeOf(folder, { names }, { sealing, flags }) {
    const location = `${folder}/${stateFile} on the branch ${names.branch} of ${names.shown}`;
    return { ...namesOf(folder), folder, location, names, sealing, flags };
}
async function contextOf(folder, files, place) {
    const state = at(files, `${folder}/${stateFile}`);
    const lock = lockIn(at(files, `${folder}/${lockFile}`));
    if (state.state === "absent" && lock.state === "free")
        return undefined;
    return {
        name: namesOf(folder),
        folder,
        location: place.location,
        read: await decodeStored(state, place),
        data: state.state === "file" ? state.data : undefined,
        lock: lock.state === "held" ? lock.holder : lock.state === "free" ? undefined : "unknown",
    };
}
function at(files, path) {
    const stored = files.get(path);
    if (stored !== undefined)
        return stored;
    const below = [...files.keys()].find((one) => one.startsWith(`${path}/`));
    return below === undefined ? { state: "absent" } : { state: "other", what: `${path} is a folder, not a file` };
}
function goneStates(messages, read, present) {
    const facts = new Map(read.map((one) => [one.commit, one.facts]));
    const settled = new Set(present);
    const gone = new Map();
    for (const message of messages) {
        for (const folder of removedFolders(message.text))
            settled.add(folder);
        const { serial, movedFrom, folder = "" } = facts.get(message) ?? {};
        if (serial === undefined)
            continue;
        if (movedFrom !== undefined)
            settled.add(movedFrom);
        if (settled.has(folder))
            continue;
        settled.add(folder);
        gone.set(folder, { serial, commit: message.commit, at: message.at, movedTo: undefined });
    }
    return gone;
}
function goneContext(last, place) {
    const { folder, location } = place;
    return { name: namesOf(folder), folder, location, read: goneState(last, place), data: undefined, lock: undefined };
}
function tooManyBranches(branches, most) {
    return (0,diagnostic/* failure */.V2)("state-unavailable", `There are ${branches} branches of state, and opus looks at most at ${most}. Name one with \`state-branch\`.`);
}

;// CONCATENATED MODULE: ./src/state/backends/branch/branch-template.ts

const references = /\$\{OPUS:(context|project)\}/g;
function isTemplate(branch) {
    return branch.search(references) !== -1;
}
function branchOf(template, { project, context }) {
    return template.replaceAll(references, (_, name) => (0,state_folder/* folderName */.ub)(name === "context" ? context : project));
}
function branchesOf(template, branches) {
    const parts = template.split(/\$\{OPUS:(?:context|project)\}/);
    return branches.filter((branch) => hasParts(branch, parts));
}
function hasParts(text, [first = "", ...others]) {
    if (!text.startsWith(first))
        return false;
    let at = first.length;
    for (const [index, part] of others.entries()) {
        const last = index === others.length - 1;
        const found = last ? text.length - part.length : text.indexOf(part, at + 1);
        if (found <= at || !text.startsWith(part, found))
            return false;
        at = found + part.length;
    }
    return at === text.length;
}

;// CONCATENATED MODULE: ./src/state/backends/branch/branch-state.ts







async function locateBranch(backend, request) {
    const found = await branchLocation(request);
    return found.ok ? (0,diagnostic.ok)(onBranch(backend, found.value)) : found;
}
const branchState = { locate: locateBranch, glance: branchGlance };
function onBranch(backend, location) {
    return {
        backend,
        flags: location.flags,
        key: JSON.stringify([location.url, location.branch]),
        open: (services, oneLook) => openBranch(location, services, oneLook),
        survey: (services, options, signal) => surveyAll(location, services, options, signal),
    };
}
async function surveyAll(location, services, options, signal) {
    const { branch: template, flags } = location;
    const places = { sealing: services.sealing, flags };
    const some = branchOf(template, { project: "any", context: "any" });
    const first = branchRepository({ ...location, branch: some }, services);
    const opened = [first];
    try {
        if (!isTemplate(template))
            return await surveyBranch(first, places, options, signal);
        const all = await first.branches(signal);
        if (!all.ok)
            return all;
        const branches = branchesOf(template, all.value);
        if (branches.length > size_limits/* surveyedBranches */._j)
            return (0,diagnostic/* err */._q)(tooManyBranches(branches.length, size_limits/* surveyedBranches */._j));
        const found = [];
        for (const branch of branches) {
            const repository = branchRepository({ ...location, branch }, services);
            opened.push(repository);
            const contexts = await surveyBranch(repository, places, options, signal);
            if (!contexts.ok)
                return contexts;
            found.push(...contexts.value.filter(({ name }) => branchOf(template, name) === branch));
        }
        return (0,diagnostic.ok)(found);
    }
    finally {
        for (const repository of opened)
            repository.dispose();
    }
}
function openBranch(location, services, oneLook = false) {
    const { version, sealing, onProgress } = services;
    const { shown, branch, flags } = location;
    const repositories = new Map();
    const repositoryOf = (one) => {
        const known = repositories.get(one) ?? branchRepository({ ...location, branch: one }, services, { oneLook });
        repositories.set(one, known);
        return known;
    };
    return {
        async open(name) {
            const runLookup = services.runLookup();
            const own = branchOf(branch, name);
            const repository = repositoryOf(own);
            return new BranchStore({
                repository,
                ...(isTemplate(branch) && { others: otherBranches(branch, repository, repositoryOf) }),
                ...name,
                writer: version,
                localFolder: services.localFolder(`${shown}\n${own}`, name),
                machine: services.machine(),
                ...(runLookup && { runLookup }),
                sealing,
                onProgress,
                flags,
            });
        },
        dispose: async () => {
            for (const repository of repositories.values())
                repository.dispose();
        },
    };
}
const mostBranches = 10;
function otherBranches(template, own, repositoryOf) {
    return async (signal) => {
        const all = await own.branches(signal);
        if (!all.ok)
            return all;
        const others = branchesOf(template, all.value).filter((branch) => branch !== own.names.branch);
        return (0,diagnostic.ok)(others.slice(0, mostBranches).map(repositoryOf));
    };
}


/***/ }),

/***/ 9575:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ changedTasks)
/* harmony export */ });
function changedTasks(body) {
    const undo = body?.undo;
    if (!Array.isArray(undo))
        return undefined;
    const changes = undo.map((entry) => ({
        task: entry?.task,
        change: entry?.change,
    }));
    const sound = changes.every(({ task, change }) => typeof task === "string" && changeNames.has(change));
    return sound ? changes : undefined;
}
const changeNames = new Set([
    "create",
    "update",
    "replace",
    "delete",
    "adopt",
    "forget",
    "noop",
    "none",
]);


/***/ })

};
