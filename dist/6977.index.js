export const id = 6977;
export const ids = [6977];
export const modules = {

/***/ 76977:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  folderProcessor: () => (/* binding */ folderProcessor)
});

var text_glob = __webpack_require__(41660);
var external_node_buffer_ = __webpack_require__(4573);
var external_node_path_ = __webpack_require__(76760);
var diagnostic = __webpack_require__(9246);
var json = __webpack_require__(81567);
var size_limits = __webpack_require__(44608);
var references = __webpack_require__(5375);
var grouped = __webpack_require__(51602);
var file_access = __webpack_require__(14435);
var file_spec = __webpack_require__(84154);
;// CONCATENATED MODULE: ./src/processors/folder/folder-spec.ts




function filesOf({ files }) {
    return Object.entries(files ?? {});
}
function unslashed(path) {
    let end = path.length;
    while (path[end - 1] === "/")
        end -= 1;
    return path.slice(0, end);
}
function placeOf({ path }, file) {
    return `${unslashed(path)}/${file}`;
}
function digestOf(file, hash) {
    if (typeof file === "string")
        return hash(file);
    return "base64" in file ? hash(Buffer.from(file.base64, "base64")) : file.sha256;
}
function wantsExecutable(spec, file) {
    if (spec.mode !== undefined || process.platform === "win32")
        return undefined;
    return spec.executable?.includes(file) ?? false;
}
function declaredMode({ mode }) {
    return mode === undefined ? undefined : Number.parseInt(mode, 8);
}
function parseFolder(files, validate, spec) {
    const { files: found, executable, ...written } = spec;
    const expanded = typeof spec.source === "string" && (0,json/* isObject */.Gv)(found ?? null);
    const problems = validate("opus/v1", "Folder", expanded ? written : spec) ?? [];
    if (problems.length > 0)
        return (0,diagnostic/* err */._q)([...problems]);
    const normal = files.normalize(placeOf({ path: String(spec.path) }, "x"));
    return normal.ok ? (0,diagnostic.ok)(spec) : (0,diagnostic/* err */._q)([(0,file_access/* pathProblem */.z9)(normal.error, "/path")]);
}
function foundFolder({ files }, stored) {
    if (!(0,json/* isObject */.Gv)(files ?? null) || !(0,json/* isObject */.Gv)(stored.files ?? null))
        return undefined;
    const found = files;
    const changed = Object.entries(stored.files).map(([path, kept]) => {
        const text = found[path];
        return [path, typeof text === "string" ? (0,references/* escapeText */.X1)(text) : kept];
    });
    return { ...stored, files: Object.fromEntries(changed) };
}

;// CONCATENATED MODULE: ./src/processors/folder/expand-folder.ts











const templateBytes = 1024 * 1024;
const namedFiles = 5;
async function expandFolder(access, hash, spec) {
    const { source, template, include, exclude, ...rest } = spec;
    const field = typeof source === "string" ? "source" : "template";
    const folder = spec[field];
    if (typeof folder !== "string" || typeof spec.path !== "string")
        return (0,diagnostic.ok)({ spec });
    if ((source !== undefined && template !== undefined) || "files" in spec || "executable" in spec)
        return (0,diagnostic.ok)({ spec });
    const taken = { include: texts(include), exclude: texts(exclude) };
    const listed = listSource(access, { field, folder, path: spec.path, ...taken });
    if (!listed.ok)
        return listed;
    const read = await readSource(access, hash, { folder, field }, listed.value);
    if (!read.ok)
        return read;
    const executable = spec.mode === undefined ? read.value.filter((file) => file.executable).map(({ path }) => path) : [];
    const whole = {
        ...rest,
        source: folder,
        ...(executable.length > 0 ? { executable: executable.map(references/* escapeText */.X1) } : {}),
    };
    if (field === "template")
        return (0,diagnostic.ok)(filledIn(access, folder, read.value, whole));
    const kept = read.value.map(({ path, bytes, sha256 }) => [path, bytes ? contentOf(bytes) : { sha256 }]);
    return (0,diagnostic.ok)({ spec: { ...whole, files: Object.fromEntries(kept) } });
}
function filledIn(access, folder, files, whole) {
    const origins = {};
    const kept = files.map(({ path, bytes, sha256 }) => {
        if (bytes === undefined || !(0,external_node_buffer_.isUtf8)(bytes))
            return [path, bytes && bytes.length <= file_spec/* keptBytes */.C2 ? contentOf(bytes) : { sha256 }];
        const text = Buffer.from(bytes).toString("utf8");
        origins[`/files/${(0,json/* pointerSegment */.LQ)(path)}`] = { file: access.display(`${folder}/${path}`), text };
        return [path, text];
    });
    return { spec: { ...whole, files: Object.fromEntries(kept) }, origins };
}
function contentOf(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return (0,external_node_buffer_.isUtf8)(bytes) ? (0,references/* escapeText */.X1)(buffer.toString("utf8")) : { base64: buffer.toString("base64") };
}
function texts(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : undefined;
}
function listSource(access, source) {
    const { field, folder, path, include, exclude = [] } = source;
    const pointer = `/${field}`;
    const normal = access.normalize(folder, { folder: true });
    if (!normal.ok)
        return (0,diagnostic/* err */._q)([(0,file_access/* pathProblem */.z9)(normal.error, pointer)]);
    const target = access.normalize(path, { folder: true });
    if (target.ok && (normal.value === "." || `${target.value}/`.startsWith(`${normal.value}/`)))
        return (0,diagnostic/* err */._q)([
            {
                code: "bad-path",
                message: `\`${path}\` lies in \`${folder}\`, so each run would copy what the last one has made`,
                pointer: "/path",
                suggestion: "Choose a folder outside of it.",
            },
        ]);
    for (const glob of [...(include ?? []), ...exclude]) {
        const wrong = (0,text_glob/* globProblem */.AI)(glob);
        if (wrong !== undefined)
            return (0,diagnostic/* err */._q)([{ code: "invalid-value", message: `the glob \`${glob}\` ${wrong}`, pointer }]);
    }
    const found = access.glob([allIn(folder)], { anyName: true });
    if (!found.ok)
        return (0,diagnostic/* err */._q)([(0,file_access/* pathProblem */.z9)(found.error, pointer)]);
    const given = `${unslashed(external_node_path_.posix.normalize(folder))}/`;
    const all = found.value.map((file) => {
        const whole = access.normalize(file);
        return whole.ok ? whole.value.slice(normal.value.length + 1) : file.replace(given, "");
    });
    const wanted = include === undefined ? () => true : (0,text_glob/* globMatcher */.fU)(anywhere(include), { dot: true, path: true });
    const left = (0,text_glob/* globMatcher */.fU)(anywhere(exclude), { dot: true, path: true });
    const files = all.filter((file) => wanted(file) && !left(file)).sort();
    if (files.length === 0) {
        const there = all.length === 0 ? access.folder(folder) : undefined;
        const lacks = there && !there.ok && there.error.code !== "refused";
        return (0,diagnostic/* err */._q)([lacks ? folderProblem(there.error, pointer) : emptyProblem(source, all.length)]);
    }
    const unfit = files.flatMap((file) => unfitName(access, `${given}${file}`, pointer));
    if (unfit.length > 0)
        return (0,diagnostic/* err */._q)(unfit.slice(0, namedFiles));
    if (files.length > size_limits/* folderFiles */.kf)
        return (0,diagnostic/* err */._q)([tooMany(files.length, folder, pointer)]);
    return (0,diagnostic.ok)(files);
}
function unfitName(access, place, pointer) {
    const suggestion = "Rename it, or leave it out with `exclude`.";
    const whole = access.normalize(place);
    if (!whole.ok)
        return [{ ...(0,file_access/* pathProblem */.z9)(whole.error, pointer), suggestion }];
    if (!place.includes("\uFFFD") || access.look(place, -1).state !== "absent")
        return [];
    const message = `\`${place}\`: the name has bytes that are not UTF-8, shown as \ufffd, so nothing can open it`;
    return [{ code: "bad-path", message, pointer, suggestion }];
}
function anywhere(globs) {
    return globs.flatMap((glob) => {
        const bare = unslashed(glob.replace(/^\.\//, ""));
        const deep = bare.includes("/") ? bare : `**/${bare}`;
        return deep.endsWith("**") ? [deep] : [deep, `${deep}/**`];
    });
}
function emptyProblem({ field, folder }, all) {
    const message = all === 0
        ? `the folder \`${folder}\` has no files`
        : `none of the ${(0,grouped/* grouped */.z)(all)} files in \`${folder}\` is taken: \`include\` and \`exclude\` leave out all of them`;
    const suggestion = "To delete all files of the task, take it out of the manifest; that no file is left here may be a mistake.";
    return { code: "missing-file", message, pointer: `/${field}`, suggestion };
}
function tooMany(count, folder, pointer) {
    return {
        code: "invalid-value",
        message: `\`${folder}\` has ${(0,grouped/* grouped */.z)(count)} files, and a Folder takes at most ${(0,grouped/* grouped */.z)(size_limits/* folderFiles */.kf)}`,
        pointer,
        suggestion: "Take fewer with `include` and `exclude`, or make several tasks of it.",
    };
}
function folderProblem(error, pointer) {
    if (error.code === "refused")
        return (0,file_access/* pathProblem */.z9)(error.message, pointer);
    if (error.code === "missing") {
        const suggestion = "Commit the folder, or correct the path; its files must be there before anything runs.";
        return { code: "missing-file", message: error.message, pointer, suggestion };
    }
    const suggestion = error.hint === undefined ? {} : { suggestion: error.hint };
    return { code: "unreadable-file", message: error.message, pointer, ...suggestion };
}
async function readSource(access, hash, { folder, field }, paths) {
    const filled = field === "template";
    const files = [];
    const runnable = runnableIn(access, folder);
    let room = filled ? Number.POSITIVE_INFINITY : size_limits/* folderBytesKept */.QN;
    for (const path of paths) {
        const place = `${unslashed(folder)}/${path}`;
        const found = access.read(place, filled ? templateBytes : file_spec/* keptBytes */.C2);
        if (!found.ok && found.error.code !== "too-big")
            return (0,diagnostic/* err */._q)([folderProblem(found.error, `/${field}`)]);
        const executable = runnable.has(path);
        if (found.ok) {
            room -= found.value.length;
            files.push({ path, executable, bytes: room < 0 ? undefined : found.value, sha256: hash(found.value) });
            continue;
        }
        if (filled)
            return (0,diagnostic/* err */._q)([largeTemplate(place)]);
        const digest = await access.hash(place);
        if (!digest.ok)
            return (0,diagnostic/* err */._q)([folderProblem(digest.error, `/${field}`)]);
        files.push({ path, executable, bytes: undefined, sha256: digest.value.sha256 });
    }
    return (0,diagnostic.ok)(room < 0 ? files.map((file) => ({ ...file, bytes: undefined })) : files);
}
function runnableIn(access, folder) {
    const normal = access.normalize(folder, { folder: true });
    const found = access.glob([allIn(folder)], { runnable: true });
    if (!found.ok || !normal.ok)
        return new Set();
    const paths = found.value.map((file) => access.normalize(file));
    return new Set(paths.flatMap((whole) => (whole.ok ? [whole.value.slice(normal.value.length + 1)] : [])));
}
function allIn(folder) {
    return `${(0,text_glob/* escapeGlob */.yk)(unslashed(folder))}/**`;
}
function largeTemplate(place) {
    return {
        code: "unreadable-file",
        message: `\`${place}\` is larger than ${templateBytes} bytes, so no references are filled in`,
        pointer: "/template",
        suggestion: "Leave it out with `exclude`, and copy it with a File.",
    };
}

;// CONCATENATED MODULE: ./src/processors/folder/folder-facts.ts


function folderDiffers(given, spec, hash) {
    const facts = given;
    const found = facts.files ?? {};
    const fields = filesOf(spec).flatMap(([path, file]) => {
        const field = fileDiffers(Object.hasOwn(found, path) ? found[path] : undefined, file, hash);
        return field ? [{ path: `/files/${(0,json/* pointerSegment */.LQ)(path)}`, ...field }] : [];
    });
    return [...fields, ...permissionsDiffer(facts, spec)];
}
function fileDiffers(found, wanted, hash) {
    if (found === undefined)
        return { after: shownFile(wanted) };
    if (typeof found === "object" && "type" in found)
        return { before: `(${found.type})`, after: shownFile(wanted) };
    if (typeof found === "string" && typeof wanted === "string")
        return found === wanted ? undefined : { before: found, after: wanted };
    const [is, be] = [typeof found === "string" ? hash(found) : found.sha256, digestOf(wanted, hash)];
    return is === be ? undefined : { before: `sha256:${is}`, after: `sha256:${be}` };
}
function shownFile(file) {
    if (typeof file === "string")
        return file;
    return "sha256" in file ? `sha256:${file.sha256}` : `(${Buffer.byteLength(file.base64, "base64")} bytes)`;
}
function permissionsDiffer({ modes, executable = [], files = {} }, spec) {
    if (spec.mode !== undefined) {
        const others = Object.entries(modes ?? {}).filter(([path, mode]) => Object.hasOwn(spec.files ?? {}, path) && mode !== octal(spec.mode));
        if (others.length === 0)
            return [];
        return [{ path: "/mode", before: others.map(([path, mode]) => `${mode} ${path}`), after: octal(spec.mode) }];
    }
    const wrong = filesOf(spec).some(([path]) => {
        const wanted = wantsExecutable(spec, path);
        return wanted !== undefined && isFile(files[path]) && wanted !== executable.includes(path);
    });
    return wrong ? [{ path: "/executable", before: [...executable], after: [...(spec.executable ?? [])] }] : [];
}
function isFile(found) {
    return typeof found === "string" || ((0,json/* isObject */.Gv)(found ?? null) && !Object.hasOwn(found, "type"));
}
function octal(mode) {
    return (mode ?? "").padStart(4, "0");
}
function acceptFolder(differing, spec, written) {
    const why = "its files are made of those of another folder";
    return differing.map((field) => {
        if (field.path === "/mode") {
            const hint = "Set it by hand; or apply, to have it as it was.";
            return { path: field.path, why: "not all of its files have one mode", hint };
        }
        const [, name] = (0,json/* pointerPath */.hw)(field.path);
        if (name === undefined)
            return { path: field.path, why, hint: "Change who may run them there, by hand." };
        const place = `\`${placeOf(spec, name)}\``;
        const hint = written.template === undefined
            ? `If it is to stay and nothing secret is in it, copy ${place} to the folder that the task takes its files from.`
            : `Compare ${place} with its template, in which values are filled in, and change that by hand.`;
        return { path: field.path, why, hint };
    });
}

var task_failure = __webpack_require__(23283);
var listed = __webpack_require__(77139);
var file_mode = __webpack_require__(48002);
;// CONCATENATED MODULE: ./src/processors/folder/folder-work.ts









const readBytes = 1024 * 1024;
class FolderWork {
    #files;
    #hash;
    constructor(files, hash) {
        this.#files = files;
        this.#hash = hash;
    }
    outputs(spec, io) {
        const files = filesOf(spec);
        const listed = files.map(([path, file]) => `${digestOf(file, this.#hash)}  ${path}\n`);
        const sensitive = files.some(([, file]) => typeof file === "string" && io.containsSecret(file));
        const checksum = { name: "SHA256_CHECKSUM", value: this.#hash(listed.join("")) };
        return [
            { name: "FOLDER_PATH", value: spec.path },
            { name: "FILES", value: files.length },
            sensitive ? { ...checksum, sensitive } : checksum,
        ];
    }
    async observe(spec, io) {
        const found = [];
        const executable = [];
        const modes = [];
        for (const [path, file] of filesOf(spec)) {
            io.signal.throwIfAborted();
            const look = this.#files.look(placeOf(spec, path), readBytes);
            if (look.state === "failed")
                return { state: "failed", error: (0,file_access/* fileError */.zS)(look.problem) };
            if (look.state === "absent" && look.blocked && !io.recorded)
                return { state: "failed", error: blockedError(spec, path) };
            if (look.state === "absent")
                continue;
            if (look.type !== "file") {
                found.push([path, { type: look.type }]);
                continue;
            }
            const content = await this.#contentOf(spec, path, file, look, io);
            if (content === undefined)
                continue;
            if ("code" in Object(content))
                return { state: "failed", error: (0,file_access/* fileError */.zS)(content) };
            found.push([path, content]);
            if ((look.mode & 0o111) !== 0)
                executable.push(path);
            const mode = (0,file_mode/* modeAs */.A)(look, declaredMode(spec)).toString(8).padStart(4, "0");
            if (spec.mode !== undefined && mode !== octal(spec.mode))
                modes.push([path, mode]);
        }
        if (found.length === 0)
            return { state: "absent" };
        const files = Object.fromEntries(found);
        return { state: "present", facts: { path: spec.path, files, executable, modes: Object.fromEntries(modes) } };
    }
    async #contentOf(spec, path, file, { bytes }, io) {
        if (bytes === undefined) {
            const digest = await this.#files.hash(placeOf(spec, path), io.signal, false);
            if (digest.ok)
                return { sha256: digest.value.sha256 };
            return digest.error.code === "missing" ? undefined : digest.error;
        }
        const text = (0,external_node_buffer_.isUtf8)(bytes)
            ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8")
            : undefined;
        if (text !== undefined && io.containsSecret(text))
            return text;
        const sha256 = this.#hash(bytes);
        const shown = text !== undefined && bytes.length <= file_spec/* keptBytes */.C2 && sha256 !== digestOf(file, this.#hash);
        return shown ? text : { sha256 };
    }
    async create(spec, io) {
        this.#refuseStrangers(spec, filesOf(spec));
        const made = [];
        try {
            for (const [path, file] of filesOf(spec)) {
                io.signal.throwIfAborted();
                await this.#write(spec, path, file, "create", io);
                made.push(path);
            }
        }
        catch (error) {
            this.#remove(spec, made);
            if (error instanceof task_failure/* TaskFailure */.E)
                throw asUntouched(error);
            throw error;
        }
        return { outputs: this.outputs(spec, io) };
    }
    async update(before, after, io) {
        const recorded = (io.recorded?.spec.files ?? {});
        const own = (path) => Object.hasOwn(before.files ?? {}, path) || Object.hasOwn(recorded, path);
        const wanted = filesOf(after);
        const folders = foldersOf(filesOf(before).map(([path]) => path));
        const fresh = wanted.filter(([path]) => !own(path));
        this.#refuseStrangers(after, fresh.filter(([path]) => !folders.has(path)));
        this.#refuseStrangersIn(before, fresh.map(([path]) => path).filter((path) => folders.has(path)));
        const gone = filesOf(before).filter(([path]) => !Object.hasOwn(after.files ?? {}, path));
        const ours = gone.filter(([path, file]) => Object.hasOwn(recorded, path) || this.#isSame(before, path, file));
        this.#remove(before, ours.map(([path]) => path));
        for (const [path, file] of wanted) {
            io.signal.throwIfAborted();
            await this.#makeEqual(after, path, file, own(path), io);
        }
        return { outputs: this.outputs(after, io) };
    }
    remove(spec) {
        this.#remove(spec, filesOf(spec).map(([path]) => path));
    }
    async #makeEqual(spec, path, file, own, io) {
        const place = placeOf(spec, path);
        const look = this.#files.look(place, -1);
        if (look.state !== "present" || look.type !== "file" || !(await this.#holds(place, file, io))) {
            await this.#write(spec, path, file, own ? "replace" : "create", io);
            return;
        }
        const mode = modeOf(spec, path, look.mode);
        if (mode === undefined || (0,file_mode/* modeAs */.A)(look, mode) === mode)
            return;
        if (look.links > 1)
            await this.#write(spec, path, file, "replace", io);
        else
            settled(this.#files.chmod(place, mode), spec);
    }
    async #holds(place, file, io) {
        const digest = await this.#files.hash(place, io.signal, false);
        return digest.ok && digest.value.sha256 === digestOf(file, this.#hash);
    }
    #isSame(spec, path, file) {
        const look = this.#files.look(placeOf(spec, path), Number.MAX_SAFE_INTEGER);
        return (look.state === "present" && look.bytes !== undefined && this.#hash(look.bytes) === digestOf(file, this.#hash));
    }
    async #write(spec, path, file, how, io) {
        const place = placeOf(spec, path);
        const present = how === "replace" ? this.#files.look(place, -1) : undefined;
        const mode = modeOf(spec, path, present?.state === "present" && present.type === "file" ? present.mode : undefined);
        settled(await this.#files[how](place, folder_work_contentOf(spec, path, file), mode, io.signal), spec);
    }
    #refuseStrangers(spec, files) {
        const strangers = files.filter(([path, file]) => {
            const look = this.#files.look(placeOf(spec, path), -1);
            return look.state === "present" && !(look.type === "file" && this.#isSame(spec, path, file));
        });
        refuse(strangers.map(([path]) => placeOf(spec, path)));
    }
    #refuseStrangersIn(spec, folders) {
        if (folders.length === 0)
            return;
        const normal = (path) => {
            const found = this.#files.normalize(path);
            return found.ok ? found.value : path;
        };
        const own = new Set(filesOf(spec).map(([path]) => normal(placeOf(spec, path))));
        const found = this.#files.glob(folders.map((path) => `${(0,text_glob/* escapeGlob */.yk)(normal(placeOf(spec, path)))}/**`));
        if (found.ok)
            refuse(found.value.filter((path) => !own.has(normal(path))));
    }
    #remove(spec, paths) {
        for (const path of paths) {
            const removed = this.#files.remove(placeOf(spec, path));
            if (!removed.ok && removed.error.code !== "wrong-type")
                throw failureOf(removed.error);
        }
        const deepest = [...foldersOf(paths)].sort((one, other) => other.split("/").length - one.split("/").length);
        for (const folder of deepest)
            this.#files.remove(placeOf(spec, folder), { folder: true });
        if (paths.length > 0)
            this.#files.remove(unslashed(spec.path), { folder: true });
    }
}
function refuse(strangers) {
    if (strangers.length === 0)
        return;
    const named = (0,listed/* andMore */.v)(strangers.map((path) => `\`${path}\``), 3, "more files");
    throw new task_failure/* TaskFailure */.E(`${named} ${strangers.length === 1 ? "exists" : "exist"}, and opus has not made ${strangers.length === 1 ? "it" : "them"}`, {
        hint: "Move away what is there, leave these files out with `exclude`, or choose another `path`: opus never overwrites what it did not make.",
        untouched: true,
    });
}
function asUntouched({ message, hint, detail, cause }) {
    return new task_failure/* TaskFailure */.E(message, {
        ...(hint === undefined ? {} : { hint }),
        ...(detail === undefined ? {} : { detail }),
        cause,
        untouched: true,
    });
}
function foldersOf(paths) {
    const folders = new Set();
    for (const path of paths)
        for (let at = path.lastIndexOf("/"); at !== -1; at = path.lastIndexOf("/", at - 1))
            folders.add(path.slice(0, at));
    return folders;
}
function folder_work_contentOf(spec, path, file) {
    if (typeof file === "string")
        return Buffer.from(file, "utf8");
    if ("base64" in file)
        return Buffer.from(file.base64, "base64");
    return { source: placeOf({ path: spec.source ?? "" }, path), sha256: file.sha256 };
}
function modeOf(spec, path, found) {
    const declared = declaredMode(spec);
    const executable = wantsExecutable(spec, path);
    if (declared !== undefined || executable === undefined)
        return declared;
    if (found === undefined)
        return executable ? 0o755 : undefined;
    return executable ? found | ((found & 0o444) >> 2) : found & ~0o111;
}
function settled(result, spec) {
    if (!result.ok)
        throw failureOf(result.error, spec);
}
function failureOf(problem, spec) {
    const { code, message, hint } = problem;
    if (code === "exists")
        return new task_failure/* TaskFailure */.E(`${message}: it appeared after opus had looked`, {
            hint: "opus never overwrites what it did not make. Run again to see what it would do now.",
        });
    if (spec && (code === "changed" || code === "missing"))
        return new task_failure/* TaskFailure */.E(`${message}, and the old bytes were not kept`, {
            hint: `State keeps the files of folders of at most 1 MiB, each of at most ${file_spec/* keptBytes */.C2 / 1024} KiB. Bring the file back from git, and run again.`,
        });
    return new task_failure/* TaskFailure */.E(message, hint === undefined ? {} : { hint });
}
function blockedError(spec, path) {
    return {
        message: `\`${placeOf(spec, path)}\` can't be made: a part of its path is there and is not a folder`,
        hint: "Move what is in the way, or choose another `path`: opus replaces only files and symlinks.",
    };
}

;// CONCATENATED MODULE: ./src/processors/folder/folder.ts





function folderProcessor({ files, hash, validate }) {
    const work = new FolderWork(files, hash);
    const realFolder = ({ path }) => {
        const real = files.realPath(placeOf({ path }, "x"));
        return real.ok ? real.value.slice(0, -1) : undefined;
    };
    const globs = ({ path }) => [`${(0,text_glob/* escapeGlob */.yk)(unslashed(path))}/**`];
    return {
        apiVersion: "opus/v1",
        kind: "Folder",
        parse: (spec) => parseFolder(files, validate, spec),
        observe: (spec, io) => work.observe(spec, io),
        create: (spec, io) => work.create(spec, io),
        update: (before, after, io) => work.update(before, after, io),
        delete: (before) => work.remove(before),
        fields: {
            names: ["path", "files", "executable", "mode"],
            files: ["source", "template", "include", "exclude"],
            expand: (spec) => expandFolder(files, hash, spec),
        },
        compare: {
            differs: (facts, spec) => folderDiffers(facts, spec, hash),
            replaceOn: (before, after) => {
                const same = before.path === after.path || (realFolder(before) ?? before.path) === (realFolder(after) ?? after.path);
                return same ? [] : ["/path"];
            },
            removes,
            accept: (facts, spec, written) => acceptFolder(folderDiffers(facts, spec, hash), spec, written),
            recordOnly: () => ["/source"],
        },
        known: {
            thing: "File",
            identity: realFolder,
            excludes: (spec) => excluded(realFolder(spec) ?? "", spec),
            holds: (spec) => filesIn(realFolder(spec) ?? "", spec),
            addressFields: ["path"],
            outputNames: ["FOLDER_PATH", "FILES", "SHA256_CHECKSUM"],
            predict: (spec, io) => work.outputs(spec, io),
        },
        workspace: { writes: globs, owns: { fields: ["path"], of: globs } },
        undo: { asFound: foundFolder },
    };
}
function filesIn(folder, spec) {
    return filesOf(spec).map(([path]) => `${folder}${path}`);
}
function excluded(folder, spec) {
    const within = [...foldersOf(filesOf(spec).map(([path]) => path))].map((path) => `${folder}${path}`);
    return [...foldersAbove(folder), ...within, ...filesIn(folder, spec)];
}
function removes(before, after) {
    const all = filesOf(before);
    return { count: all.filter(([path]) => !Object.hasOwn(after.files, path)).length, of: all.length };
}
function foldersAbove(path) {
    const folders = [];
    for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1))
        folders.push(path.slice(0, at));
    return folders;
}


/***/ })

};
