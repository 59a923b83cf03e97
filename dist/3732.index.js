export const id = 3732;
export const ids = [3732];
export const modules = {

/***/ 43732:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  TreeWork: () => (/* binding */ TreeWork)
});

var external_node_crypto_ = __webpack_require__(77598);
var task_failure = __webpack_require__(23283);
var file_access = __webpack_require__(14435);
var archive_data = __webpack_require__(99321);
;// CONCATENATED MODULE: ./src/processors/download/archive.ts


async function readArchive(data, sink, shown, signal) {
    const begin = Buffer.from((0,archive_data/* bytesOf */.$$)(data, 0, 4));
    const isGzip = begin[0] === 0x1f && begin[1] === 0x8b;
    const isZip = ["504b0304", "504b0506", "504b0708"].includes(begin.toString("hex"));
    if (!isGzip && !isZip)
        throw new task_failure/* TaskFailure */.E(`${shown} is neither a tar.gz nor a zip`, {
            untouched: true,
            hint: "These two can be unpacked. For a single file, write `path` in place of `extract`.",
        });
    try {
        if (isGzip) {
            const { Parser } = await __webpack_require__.e(/* import() */ 3979).then(__webpack_require__.bind(__webpack_require__, 73979));
            const { untar } = await __webpack_require__.e(/* import() */ 6808).then(__webpack_require__.bind(__webpack_require__, 66808));
            await untar(new Parser({ brotli: false, zstd: false }), data, sink, signal);
        }
        else {
            const yauzl = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
            const { unzip } = await __webpack_require__.e(/* import() */ 3936).then(__webpack_require__.bind(__webpack_require__, 13936));
            await unzip(yauzl, data, sink, signal);
        }
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof task_failure/* TaskFailure */.E)
            throw error;
        throw new task_failure/* TaskFailure */.E(`${shown} can't be unpacked: ${error.message}`, { untouched: true, cause: error });
    }
}

var download_asking = __webpack_require__(52943);
var download_spec = __webpack_require__(36158);
var fetching = __webpack_require__(36164);
var tree_facts = __webpack_require__(57422);
;// CONCATENATED MODULE: ./src/processors/download/placement.ts


class Placement {
    #of;
    #own;
    left;
    folders = [];
    #toMake = [];
    #toPlace = [];
    #touched = false;
    constructor(of) {
        this.#of = of;
        const { recorded, rules } = of;
        this.#own = new Set([...(recorded?.files.keys() ?? []), ...(recorded?.left ?? [])]);
        this.left = [...this.#own].filter((path) => !rules.members.has(path));
    }
    get allFolders() {
        return [...new Set([...(this.#of.recorded?.folders ?? []), ...this.folders])];
    }
    async check() {
        const { rules, states, recorded } = this.#of;
        const made = new Set(recorded?.folders);
        for (const folder of ["", ...[...rules.folders].sort()]) {
            const isThere = this.#isFolder(folder);
            if (!isThere)
                this.#toMake.push(folder);
            if (!isThere || made.has(folder))
                this.folders.push(folder);
        }
        for (const [path, member] of rules.members) {
            const found = await this.#of.stateOf(path);
            if (found === states.get(path))
                continue;
            if (found === tree_facts/* missing */.LO)
                this.#toPlace.push({ path, member, how: "create" });
            else if (this.#own.has(path) && found !== "a folder")
                this.#toPlace.push({ path, member, how: "replace" });
            else
                throw inTheWay(this.#full(path), found);
        }
    }
    #isFolder(folder) {
        const full = this.#full(folder);
        const found = this.#of.files.look(full, -1);
        if (found.state === "failed")
            throw new task_failure/* TaskFailure */.E(found.problem.message, { untouched: true });
        if (found.state === "absent")
            return false;
        if (found.type === "directory")
            return true;
        if (this.left.includes(folder))
            return false;
        throw inTheWay(full, found.type === "symlink" ? "a link" : "no folder");
    }
    #full(path) {
        return path === "" ? this.#of.to : `${this.#of.to}/${path}`;
    }
    place() {
        const { files, members, rules, recorded, to } = this.#of;
        const becomeFolders = new Set(this.#toMake);
        for (const path of this.left.filter((one) => becomeFolders.has(one)))
            this.#done(files.remove(this.#full(path)));
        for (const folder of this.#toMake)
            this.#done(members.folder(this.#full(folder)));
        for (const { path, member, how } of this.#toPlace) {
            const full = this.#full(path);
            const isFile = member.kind === "file";
            this.#done(isFile ? members.place(member.number, full, how) : members.link(member.target, full, how));
        }
        for (const path of this.left.filter((one) => !becomeFolders.has(one))) {
            const removed = files.remove(this.#full(path));
            if (removed.ok || removed.error.code !== "wrong-type")
                this.#done(removed);
        }
        const empty = (recorded?.folders ?? []).filter((folder) => folder !== "" && !rules.folders.has(folder));
        removeFolders(files, to, empty);
    }
    #done(result) {
        if (result.ok) {
            this.#touched = true;
            return;
        }
        const { message, hint } = result.error;
        throw new task_failure/* TaskFailure */.E(message, { untouched: !this.#touched, ...(hint === undefined ? {} : { hint }) });
    }
}
function removeFolders(files, to, folders) {
    for (const folder of [...folders].sort((one, other) => other.length - one.length))
        files.remove(folder === "" ? to : `${to}/${folder}`, { folder: true });
}
function inTheWay(path, found) {
    const what = ["a folder", "a link", "no folder"].includes(found) ? ` (${found})` : "";
    return new task_failure/* TaskFailure */.E(`\`${path}\` exists${what}, and opus did not make it`, {
        untouched: true,
        hint: "opus never overwrites what it did not make. Move it away, leave it out with `include`, or choose another `to`.",
    });
}

var size_limits = __webpack_require__(44608);
var grouped = __webpack_require__(51602);
var shorten = __webpack_require__(23445);
;// CONCATENATED MODULE: ./src/processors/download/tree-rules.ts





const mostHops = 40;
class TreeRules {
    members = new Map();
    folders = new Set();
    #strip;
    #wanted;
    #unwanted;
    #refusedPlace;
    #spellings = new Map();
    #entries = 0;
    #numbers = 0;
    constructor({ strip = 0, include }, refusedPlace) {
        this.#strip = strip;
        const { wanted, unwanted } = (0,download_spec/* includedIn */.k_)(include ? { include } : {});
        this.#wanted = wanted;
        this.#unwanted = unwanted;
        this.#refusedPlace = refusedPlace;
    }
    take(entry) {
        this.#entries++;
        if (this.#entries > size_limits/* archiveEntries */.xt)
            throw refused(`it has more than ${(0,grouped/* grouped */.z)(size_limits/* archiveEntries */.xt)} entries`);
        const path = this.#pathOf(entry.name);
        if (path === undefined)
            return undefined;
        if (entry.type === "folder") {
            if (!this.#wanted && !this.#unwanted?.matches(path))
                this.#addFolder(path, path);
            return undefined;
        }
        if ((this.#wanted && !this.#wanted.matches(path)) || this.#unwanted?.matches(path))
            return undefined;
        const member = this.#memberOf(entry, path);
        this.#add(path, member);
        return { path, member };
    }
    #memberOf(entry, path) {
        const { type, executable, target = "" } = entry;
        if (type === "other")
            throw refused(`\`${shown(entry.name)}\` is neither a file, a folder nor a link`);
        if (type === "symlink") {
            if (!target.startsWith("/") && target !== "" && !wrongName(target))
                return { kind: "symlink", target };
            throw refused(`the link \`${shown(path)}\` leads out of the folder, to \`${shown(target)}\``);
        }
        if (type !== "hardlink")
            return { kind: "file", number: this.#numbers++, executable };
        const original = this.members.get(this.#pathOf(target) ?? "");
        if (original?.kind !== "file")
            throw refused(`\`${shown(path)}\` is another name of \`${shown(target)}\`, which is not unpacked before it`);
        return { kind: "file", number: this.#numbers++, executable: original.executable, copyOf: original.number };
    }
    #pathOf(name) {
        const wrong = wrongName(name);
        if (wrong !== undefined)
            throw refused(`\`${shown(name)}\` ${wrong}`);
        if (name.startsWith("/"))
            throw refused(`\`${shown(name)}\` is absolute`);
        const parts = name.split("/").filter((part) => part !== "" && part !== ".");
        if (parts.includes(".."))
            throw refused(`\`${shown(name)}\` leads out of the folder`);
        const path = parts.slice(this.#strip).join("/");
        if (path === "")
            return undefined;
        if (path.length > size_limits/* archivePathLength */.q5)
            throw refused(`\`${shown(name)}\` has more than ${(0,grouped/* grouped */.z)(size_limits/* archivePathLength */.q5)} characters`);
        const place = this.#refusedPlace(path);
        if (place !== undefined)
            throw refused(place);
        return path;
    }
    #add(path, member) {
        if (this.members.has(path))
            throw refused(`it has \`${shown(path)}\` twice`);
        if (this.folders.has(path))
            throw refused(`it has \`${shown(path)}\` as a file and as a folder`);
        this.#spell(path);
        const at = path.lastIndexOf("/");
        if (at !== -1)
            this.#addFolder(path.slice(0, at), path);
        this.members.set(path, member);
    }
    #addFolder(folder, within) {
        for (let at = folder; !this.folders.has(at); at = at.slice(0, at.lastIndexOf("/"))) {
            const member = this.members.get(at);
            if (member)
                throw refused(member.kind === "symlink"
                    ? `\`${shown(within)}\` lies behind the link \`${shown(at)}\``
                    : `it has \`${shown(at)}\` as a file and as a folder`);
            this.#spell(at);
            this.folders.add(at);
            if (!at.includes("/"))
                return;
        }
    }
    #spell(path) {
        const key = path.normalize("NFC").toLowerCase();
        const other = this.#spellings.get(key);
        if (other !== undefined && other !== path)
            throw refused(`\`${shown(other)}\` and \`${shown(path)}\` are one file where case does not count`);
        this.#spellings.set(key, path);
    }
    finish() {
        if (this.members.size === 0)
            throw refused("nothing of it is to be unpacked", "Look at `strip` and `include`: which paths does it have?");
        for (const [path, { kind }] of this.members)
            if (kind === "symlink")
                this.#follow(path);
    }
    #follow(link) {
        const at = [];
        const ahead = link.split("/");
        for (let hops = 0; ahead.length > 0;) {
            const part = ahead.shift();
            if (part === "" || part === ".")
                continue;
            if (part === "..") {
                if (at.pop() === undefined)
                    throw this.#leadsOut(link);
                continue;
            }
            at.push(part);
            const member = this.members.get(at.join("/"));
            if (member?.kind !== "symlink")
                continue;
            if (++hops > mostHops)
                throw refused(`the link \`${shown(link)}\` leads in a circle`);
            at.pop();
            ahead.unshift(...member.target.split("/"));
        }
        const end = at.join("/");
        if (end !== "" && !this.members.has(end) && !this.folders.has(end))
            throw refused(`the link \`${shown(link)}\` leads to \`${shown(end)}\`, which is not unpacked`, 'Unpack that too, or leave the link out: `include: ["**", "!the/link"]`.');
    }
    #leadsOut(link) {
        const member = this.members.get(link);
        const target = member?.kind === "symlink" ? member.target : "";
        return refused(`the link \`${shown(link)}\` leads out of the folder, to \`${shown(target)}\``);
    }
}
function wrongName(name) {
    if (/[\u0000-\u001f\u007f]/.test(name))
        return "holds a control character";
    if (name.includes("\\"))
        return "holds a backslash";
    if (/^[A-Za-z]:/.test(name))
        return "names a drive";
    return name.isWellFormed() ? undefined : "is not well-formed Unicode";
}
function refused(why, hint) {
    return new task_failure/* TaskFailure */.E(`the archive is refused: ${why}`, {
        untouched: true,
        ...(hint === undefined ? {} : { hint }),
    });
}
function shown(path) {
    return (0,shorten/* shortened */.v)(JSON.stringify(path).slice(1, -1), 200);
}

;// CONCATENATED MODULE: ./src/processors/download/tree-sink.ts





class TreeSink {
    states = new Map();
    #rules;
    #work;
    #digests = new Map();
    #current;
    #bytes = 0;
    constructor(rules, work) {
        this.#rules = rules;
        this.#work = work;
    }
    unpacked(bytes) {
        this.#bytes += bytes;
        if (this.#bytes > size_limits/* unpackedBytes */.dy)
            throw refused(`it unpacks to more than ${(0,size_limits/* sizeWords */.pG)(size_limits/* unpackedBytes */.dy)}`);
        if (this.#bytes > size_limits/* unpackedFreely */.Nj && this.#bytes > this.#work.size * size_limits/* unpackedRatio */.LL)
            throw refused(`it unpacks to more than ${size_limits/* unpackedRatio */.LL} times its size (${(0,size_limits/* sizeWords */.pG)(this.#work.size)})`);
    }
    entry(entry) {
        const taken = this.#rules.take(entry);
        if (!taken)
            return false;
        const { path, member } = taken;
        if (member.kind === "symlink") {
            this.states.set(path, (0,tree_facts/* linkState */.mt)(member.target));
            return false;
        }
        const { members } = this.#work;
        if (member.copyOf !== undefined) {
            (0,archive_data/* done */.Vw)(members.copy(member.copyOf, member.number));
            this.#know(path, member, this.#digests.get(member.copyOf) ?? "");
            return false;
        }
        (0,archive_data/* done */.Vw)(members.begin(member.number));
        this.#current = { path, member, hash: (0,external_node_crypto_.createHash)("sha256") };
        return true;
    }
    bytes(piece) {
        this.#current?.hash.update(piece);
        (0,archive_data/* done */.Vw)(this.#work.members.append(piece));
    }
    end() {
        if (!this.#current)
            return;
        const { path, member, hash } = this.#current;
        this.#current = undefined;
        (0,archive_data/* done */.Vw)(this.#work.members.end(member.executable));
        this.#know(path, member, hash.digest("hex"));
    }
    #know(path, { number, executable }, sha256) {
        this.#digests.set(number, sha256);
        this.states.set(path, (0,tree_facts/* fileState */.oT)(sha256, executable));
    }
}

;// CONCATENATED MODULE: ./src/processors/download/tree-work.ts












const readBytes = 64 * 1024;
class TreeWork {
    #files;
    #fields;
    #extract;
    #io;
    constructor(files, fields, extract, io) {
        this.#files = files;
        this.#fields = fields;
        this.#extract = extract;
        this.#io = io;
    }
    async observe(upstream) {
        const { to } = this.#extract;
        const found = this.#files.look(to, -1);
        if (found.state === "failed")
            return { state: "failed", error: (0,file_access/* fileError */.zS)(found.problem) };
        const { observed } = this.#io.recorded ?? {};
        const recorded = (0,tree_facts/* readTree */.Zc)(observed);
        const content = (0,download_spec/* contentIn */.fd)(observed);
        if (!recorded || !content)
            return found.state === "present" && found.type !== "directory" ? tree_work_inTheWay(to) : { state: "absent" };
        const changed = {};
        let there = 0;
        for (const [path, wanted] of [...recorded.files, ...recorded.left.map((one) => [one, tree_facts/* missing */.LO])]) {
            const now = await this.#state(path, wanted);
            if (now !== tree_facts/* missing */.LO)
                there++;
            if (now !== wanted)
                changed[path] = { found: now, wanted };
        }
        if (there === 0)
            return { state: "absent" };
        const now = await upstream();
        const facts = {
            path: to,
            type: "folder",
            ...content,
            ...(Object.keys(changed).length > 0 ? { changed } : {}),
            ...(now ? { upstream: { ...now } } : {}),
        };
        return { state: "present", facts, outputs: (0,download_spec/* outputsOf */.Yz)(this.#fields, content) };
    }
    async #state(path, recorded) {
        const full = `${this.#extract.to}/${path}`;
        const found = this.#files.look(full, readBytes);
        if (found.state === "absent")
            return tree_facts/* missing */.LO;
        if (found.state === "failed")
            throw new task_failure/* TaskFailure */.E(found.problem.message, { untouched: true });
        if (found.type === "symlink")
            return (0,tree_facts/* linkState */.mt)(found.target ?? "");
        if (found.type !== "file")
            return found.type === "directory" ? "a folder" : "no file";
        const executable = found.kept === undefined ? (found.mode & 0o111) !== 0 : (0,tree_facts/* isExecutable */.TV)(recorded);
        if (found.bytes)
            return (0,tree_facts/* fileState */.oT)((0,external_node_crypto_.createHash)("sha256").update(found.bytes).digest("hex"), executable);
        const digest = await this.#files.hash(full, this.#io.signal, false);
        if (digest.ok)
            return (0,tree_facts/* fileState */.oT)(digest.value.sha256, executable);
        if (digest.error.code === "missing")
            return tree_facts/* missing */.LO;
        throw new task_failure/* TaskFailure */.E(digest.error.message, { untouched: true });
    }
    async make() {
        const work = (0,archive_data/* done */.Vw)(await this.#files.work(this.#extract.to));
        let keep = true;
        try {
            const asking = new download_asking/* Asking */.g(this.#fields, this.#io);
            const { sha256, size, ...version } = await new fetching/* Fetching */.R(this.#fields, this.#io, asking, work).run();
            keep = false;
            const { placement, states } = await this.#unpack(work, asking.shown);
            const facts = (left, folders) => ({
                path: this.#extract.to,
                type: "folder",
                sha256,
                size,
                ...version,
                ...(0,tree_facts/* storedTree */._J)({ files: states, left, folders }),
            });
            this.#io.signal.throwIfAborted();
            this.#io.made(facts(placement.left, placement.allFolders));
            placement.place();
            return { outputs: (0,download_spec/* outputsOf */.Yz)(this.#fields, { sha256, size }), observed: facts([], placement.folders) };
        }
        finally {
            work.close(keep);
        }
    }
    async #unpack(work, shown) {
        const { to } = this.#extract;
        const rules = new TreeRules(this.#extract, (path) => {
            const normal = this.#files.normalize(`${to}/${path}`);
            return normal.ok ? undefined : normal.error;
        });
        const sink = new TreeSink(rules, work);
        await readArchive(work, sink, shown, this.#io.signal);
        rules.finish();
        const placement = new Placement({
            files: this.#files,
            members: work.members,
            to,
            rules,
            states: sink.states,
            recorded: (0,tree_facts/* readTree */.Zc)(this.#io.recorded?.observed),
            stateOf: (path) => this.#state(path, sink.states.get(path)),
        });
        await placement.check();
        return { placement, states: sink.states };
    }
    remove() {
        const recorded = (0,tree_facts/* readTree */.Zc)(this.#io.recorded?.observed);
        if (!recorded)
            return;
        const { to } = this.#extract;
        for (const path of [...recorded.files.keys(), ...recorded.left]) {
            const removed = this.#files.remove(`${to}/${path}`);
            if (removed.ok)
                continue;
            if (removed.error.code !== "wrong-type")
                throw (0,file_access/* fileFailure */.fE)(removed.error);
            this.#io.output("stderr", `warning: ${removed.error.message}; it stays\n`);
        }
        removeFolders(this.#files, to, recorded.folders);
    }
}
function tree_work_inTheWay(to) {
    return {
        state: "failed",
        error: {
            message: `there is something at \`${to}\` that is no folder`,
            hint: "Move it away, or choose another `extract.to`.",
        },
    };
}


/***/ })

};
