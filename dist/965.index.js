export const id = 965;
export const ids = [965];
export const modules = {

/***/ 20965:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  openWork: () => (/* binding */ openWork)
});

var external_node_crypto_ = __webpack_require__(77598);
var external_node_fs_ = __webpack_require__(73024);
var diagnostic = __webpack_require__(9246);
var timing = __webpack_require__(40432);
var file_problem = __webpack_require__(11930);
var file_reading = __webpack_require__(96833);
var file_writing = __webpack_require__(95589);
var private_folders = __webpack_require__(20403);
var sha256 = __webpack_require__(88437);
var look_at = __webpack_require__(31533);
var workspace_boundary = __webpack_require__(5321);
;// CONCATENATED MODULE: ./src/node/workspace/work-members.ts





const noFollow = external_node_fs_.constants.O_NOFOLLOW ?? 0;
const linkName = "link";
class HeldMembers {
    #inside;
    #hold;
    #open;
    #written = 0;
    constructor(inside, hold) {
        this.#inside = inside;
        this.#hold = hold;
    }
    begin(number) {
        return this.#try(memberName(number), () => {
            this.close();
            const flags = external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_TRUNC | noFollow;
            this.#open = (0,external_node_fs_.openSync)(this.#inside.at(memberName(number)), flags, 0o666);
            this.#written = 0;
        });
    }
    append(bytes) {
        return this.#try("what is unpacked", () => {
            for (let at = 0; at < bytes.length;) {
                const written = (0,external_node_fs_.writeSync)(this.#open ?? -1, bytes, at, bytes.length - at, this.#written);
                at += written;
                this.#written += written;
            }
        });
    }
    end(executable) {
        return this.#try("what is unpacked", () => {
            const descriptor = this.#open ?? -1;
            const { mode } = (0,external_node_fs_.fstatSync)(descriptor);
            if (executable)
                (0,external_node_fs_.fchmodSync)(descriptor, (mode & 0o666) | ((mode & 0o444) >> 2));
            this.close();
        });
    }
    copy(from, to) {
        return this.#try(memberName(to), () => (0,external_node_fs_.copyFileSync)(this.#inside.at(memberName(from)), this.#inside.at(memberName(to))));
    }
    place(number, path, how) {
        return this.#at(path, ({ folder, name }) => {
            const member = memberName(number);
            if (how === "replace") {
                (0,file_writing/* renameOver */.HB)(this.#inside.at(member), folder.at(name));
                return;
            }
            const descriptor = (0,external_node_fs_.openSync)(this.#inside.at(member), external_node_fs_.constants.O_RDONLY | noFollow);
            try {
                (0,file_writing/* placeNew */.CJ)({ folder: this.#inside, name: member, descriptor }, folder, name, undefined);
                (0,external_node_fs_.unlinkSync)(this.#inside.at(member));
            }
            finally {
                (0,external_node_fs_.closeSync)(descriptor);
            }
        });
    }
    link(target, path, how) {
        return this.#at(path, ({ folder, name }) => {
            if (how === "create") {
                (0,external_node_fs_.symlinkSync)(target, folder.at(name));
                return;
            }
            (0,external_node_fs_.symlinkSync)(target, this.#inside.at(linkName));
            (0,file_writing/* renameOver */.HB)(this.#inside.at(linkName), folder.at(name));
        });
    }
    folder(path) {
        return this.#at(path, ({ folder, name }) => {
            try {
                (0,external_node_fs_.mkdirSync)(folder.at(name));
            }
            catch (error) {
                if ((0,file_problem/* systemCode */.x)(error) !== "EEXIST")
                    throw error;
            }
        });
    }
    close() {
        if (this.#open !== undefined)
            (0,external_node_fs_.closeSync)(this.#open);
        this.#open = undefined;
    }
    #at(path, act) {
        const held = this.#hold(path);
        if (!held.ok)
            return held;
        try {
            if (held.value.folder.moved())
                return (0,diagnostic/* err */._q)((0,workspace_boundary/* movedProblem */.E)(path));
            return this.#try(path, () => act(held.value));
        }
        finally {
            held.value.folder.close();
        }
    }
    #try(path, act) {
        try {
            act();
            return (0,diagnostic.ok)(undefined);
        }
        catch (error) {
            return (0,diagnostic/* err */._q)((0,file_problem/* fileProblem */.W)(path, error));
        }
    }
}
function memberName(number) {
    return `member-${number}`;
}

;// CONCATENATED MODULE: ./src/node/workspace/work-folder.ts












const workName = /^\.opus-work-([0-9a-f]{16})-([0-9a-f]{8})-([0-9a-f]{8})-(\d{1,10})-(\d{1,20})-[0-9a-f]{12}\.tmp$/;
const work_folder_open = new Set();
const dataFile = "data";
const noteFile = "note";
function openWork({ folder, name }, path, hold) {
    const own = takeOver(folder, name) ?? makeWork(folder, name);
    work_folder_open.add(own);
    let inside;
    try {
        inside = folder.child(own, false);
        return new HeldWork({ parent: folder, own, inside, name, path }, openData(inside), new HeldMembers(inside, hold));
    }
    catch (error) {
        inside?.close();
        work_folder_open.delete(own);
        (0,private_folders.removeTree)(folder.at(own));
        throw error;
    }
}
function ownName(name) {
    const { place, boot, pid, start } = (0,private_folders/* ownOwner */.CR)();
    return `.opus-work-${keyOf(name)}-${place}-${boot}-${pid}-${start}-${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
}
function keyOf(name) {
    return (0,sha256/* sha256 */.s)(name).slice(0, 16);
}
function makeWork(folder, name) {
    const own = ownName(name);
    (0,external_node_fs_.mkdirSync)(folder.at(own), 0o700);
    return own;
}
function takeOver(folder, name) {
    const left = entries(folder)
        .filter((entry) => workName.exec(entry)?.[1] === keyOf(name) && isLeft(folder, entry))
        .map((entry) => ({ entry, size: dataOf(folder, entry)?.size ?? -1 }))
        .sort((one, other) => other.size - one.size);
    let taken;
    for (const { entry, size } of left) {
        const own = ownName(name);
        try {
            (0,external_node_fs_.renameSync)(folder.at(entry), folder.at(own));
        }
        catch {
            continue;
        }
        if (taken === undefined && size >= 0)
            taken = own;
        else
            (0,private_folders.removeTree)(folder.at(own));
    }
    return taken;
}
function entries(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder.at("."));
    }
    catch {
        return [];
    }
}
function isLeft(folder, entry) {
    const [, , place = "", boot = "", pid = "", start = ""] = workName.exec(entry) ?? [];
    const owner = (0,private_folders/* ownOwner */.CR)();
    const changed = dataOf(folder, entry)?.mtimeMs ?? 0;
    if (place !== owner.place)
        return changed < Date.now() - timing/* staleTemporaryMs */.RW;
    if (Number(pid) === owner.pid && start === owner.start && boot === owner.boot)
        return !work_folder_open.has(entry);
    return (0,private_folders/* isGone */.ST)({ place, boot, pid: Number(pid), start }, changed);
}
function dataOf(folder, entry) {
    try {
        return (0,external_node_fs_.statSync)(folder.at(`${entry}/${dataFile}`));
    }
    catch {
        return undefined;
    }
}
function openData(inside) {
    const flags = external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_CREAT | (external_node_fs_.constants.O_NOFOLLOW ?? 0);
    const descriptor = (0,external_node_fs_.openSync)(inside.at(dataFile), flags, 0o666);
    const stats = (0,external_node_fs_.fstatSync)(descriptor);
    if (stats.isFile() && stats.nlink === 1)
        return descriptor;
    (0,external_node_fs_.closeSync)(descriptor);
    (0,external_node_fs_.unlinkSync)(inside.at(dataFile));
    return (0,external_node_fs_.openSync)(inside.at(dataFile), flags | external_node_fs_.constants.O_EXCL, 0o666);
}
class HeldWork {
    #place;
    #data;
    #size;
    #placed = false;
    members;
    constructor(place, data, members) {
        this.#place = place;
        this.members = members;
        this.#data = data;
        this.#size = (0,external_node_fs_.fstatSync)(data).size;
    }
    get size() {
        return this.#size;
    }
    get note() {
        try {
            return (0,external_node_fs_.readFileSync)(this.#place.inside.at(noteFile), "utf8");
        }
        catch {
            return undefined;
        }
    }
    begin(note) {
        return this.#try(() => {
            (0,external_node_fs_.ftruncateSync)(this.#data, 0);
            this.#size = 0;
            (0,external_node_fs_.writeFileSync)(this.#place.inside.at(noteFile), note, { mode: 0o600 });
        });
    }
    append(bytes) {
        return this.#try(() => {
            for (let at = 0; at < bytes.length;) {
                const written = (0,external_node_fs_.writeSync)(this.#data, bytes, at, bytes.length - at, this.#size);
                at += written;
                this.#size += written;
            }
        });
    }
    async hash(signal) {
        const hash = (0,external_node_crypto_.createHash)("sha256");
        try {
            const descriptor = (0,file_reading/* openForReading */.sb)(this.#place.inside, dataFile);
            try {
                const size = await (0,file_reading/* streamFile */.Pq)(descriptor, (piece) => hash.update(piece), signal);
                return (0,diagnostic.ok)({ sha256: hash.digest("hex"), size });
            }
            finally {
                (0,file_reading/* closing */.ET)(descriptor, () => undefined);
            }
        }
        catch (error) {
            return (0,diagnostic/* err */._q)((0,file_problem/* fileProblem */.W)(this.#place.path, error));
        }
    }
    read(position, length) {
        try {
            const bytes = Buffer.allocUnsafe(length);
            let got = 0;
            while (got < length) {
                const more = (0,external_node_fs_.readSync)(this.#data, bytes, got, length - got, position + got);
                if (more === 0)
                    break;
                got += more;
            }
            return (0,diagnostic.ok)(bytes.subarray(0, got));
        }
        catch (error) {
            return (0,diagnostic/* err */._q)((0,file_problem/* fileProblem */.W)(this.#place.path, error));
        }
    }
    room() {
        try {
            const { bavail, bsize } = (0,external_node_fs_.statfsSync)(this.#place.inside.at("."));
            return bavail * bsize;
        }
        catch {
            return undefined;
        }
    }
    place(how, mode) {
        const { parent, inside, name, path } = this.#place;
        if (parent.moved())
            return (0,diagnostic/* err */._q)((0,workspace_boundary/* movedProblem */.E)(path));
        const placed = this.#try(() => {
            const file = { folder: inside, name: dataFile, descriptor: this.#data };
            (0,external_node_fs_.fsyncSync)(this.#data);
            if (how === "create")
                (0,file_writing/* placeNew */.CJ)(file, parent, name, mode);
            else
                (0,file_writing/* takePlace */.lG)(file, parent, name, mode ?? (0,look_at/* modeOf */.VV)(parent, name));
            this.#placed = true;
        });
        return placed.ok && parent.moved() ? (0,diagnostic/* err */._q)((0,workspace_boundary/* movedProblem */.E)(path)) : placed;
    }
    close(keep) {
        const { parent, inside, own } = this.#place;
        (0,external_node_fs_.closeSync)(this.#data);
        this.members.close();
        inside.close();
        if (this.#placed || !keep || this.#size === 0)
            (0,private_folders.removeTree)(parent.at(own));
        work_folder_open.delete(own);
        parent.close();
    }
    #try(act) {
        try {
            act();
            return (0,diagnostic.ok)(undefined);
        }
        catch (error) {
            return (0,diagnostic/* err */._q)((0,file_problem/* fileProblem */.W)(this.#place.path, error));
        }
    }
}


/***/ })

};
