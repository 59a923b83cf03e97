export const id = 1406;
export const ids = [1406,5103];
export const modules = {

/***/ 11406:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  acceptDrift: () => (/* binding */ acceptDrift)
});

var retry_call = __webpack_require__(78878);
var json = __webpack_require__(81567);
var json_diff = __webpack_require__(64503);
var number_text = __webpack_require__(91942);
var live_fields = __webpack_require__(53477);
var is_gate = __webpack_require__(93346);
var spec_problems = __webpack_require__(72564);
var masked = __webpack_require__(60463);
var references = __webpack_require__(5375);
var templates = __webpack_require__(93750);
;// CONCATENATED MODULE: ./src/engine/accept/accept-task.ts










const nothing = { values: [], copies: [], left: [] };
function acceptTask(planned, written, tools) {
    const { drift } = planned.decision;
    if (drift !== "missing" && drift !== "resource-changed" && drift !== "both")
        return nothing;
    const whole = wholeReason(planned, written);
    if (whole !== undefined || written === undefined) {
        const location = written?.location ?? planned.location;
        return { ...nothing, left: [{ task: planned.name, path: "", location, ...(whole ?? leftManifest) }] };
    }
    try {
        return new Acceptance(planned, written, tools).result();
    }
    catch (error) {
        const { message: why, hint } = (0,retry_call/* taskError */.iX)(error);
        const reason = { why, ...(hint === undefined ? {} : { hint }) };
        return { ...nothing, left: [{ task: planned.name, path: "", location: written.location, ...reason }] };
    }
}
const leftManifest = { why: "it left the manifest", hint: "`apply` deletes it." };
function wholeReason(planned, written) {
    const { decision, processor, recordedProcessor, desired, recorded, facts } = planned;
    if ((0,is_gate/* isGate */.c)(planned))
        return { why: "it does not hold, and it is nothing that could be written in another way" };
    if (written === undefined || !planned.task)
        return leftManifest;
    if (decision.drift === "missing") {
        const hint = "`apply` makes it again. If it is to stay away, take the task out of the manifest.";
        return { why: "the resource is gone", hint };
    }
    if (!processor || processor !== recordedProcessor)
        return { why: "the manifest gives it another kind" };
    if (!desired || !recorded || !facts)
        return { why: "not all of what it is to be is known" };
    return undefined;
}
class Acceptance {
    #planned;
    #written;
    #tools;
    #processor;
    #desired;
    #recorded;
    #facts;
    #values = [];
    #copies = [];
    #left = [];
    constructor(planned, written, tools) {
        this.#planned = planned;
        this.#written = written;
        this.#tools = tools;
        this.#processor = planned.processor;
        this.#desired = planned.desired;
        this.#recorded = planned.recorded;
        this.#facts = planned.facts;
    }
    result() {
        const { ignoreChanges } = this.#planned.lifecycle;
        const changed = new Set((0,json_diff/* diffJson */.gH)(this.#recorded.entry.spec, this.#desired.stored).map(({ path }) => path));
        const others = this.#tools.others(this.#written);
        for (const one of withoutPaths(this.#acceptables(), ignoreChanges)) {
            const refused = "why" in one ? this.#withoutSecrets(one) : this.#refusal(one, changed, others);
            if (refused)
                this.#leave(one.path, refused);
            else if ("copy" in one)
                this.#copies.push(one);
            else if ("value" in one)
                this.#take(one);
        }
        return { values: this.#values, copies: this.#copies, left: this.#left };
    }
    #acceptables() {
        const { compare, plan } = this.#processor;
        const { observed } = this.#recorded.entry;
        if (compare?.accept)
            return compare.accept(this.#facts, this.#desired.value, this.#written.spec, observed);
        if (compare?.differs || compare?.factFields || plan) {
            const hint = "Change the manifest by hand; or apply, to have the resource as it was.";
            return [
                { path: "", why: `the kind ${this.#planned.kind} does not say how what is there would be written`, hint },
            ];
        }
        return (0,json_diff/* declaredDifferences */.Lt)(this.#facts, this.#desired.value).map(({ path, before = null }) => ({
            path,
            value: before,
        }));
    }
    #refusal(one, changed, others) {
        const { path } = one;
        if ((0,json_diff/* touches */.yI)(path, this.#desired.secretPointers) || (0,json_diff/* touches */.yI)(path, this.#recorded.secretPointers))
            return { why: "a secret is in it", hint: secretHint };
        const reference = this.#referenceAt(path);
        if (reference)
            return this.#fromReference(reference, "value" in one ? one.value : undefined);
        const isChanged = "copy" in one ? [...changed].some((field) => field !== "/mode") : (0,json_diff/* touches */.yI)(path, changed);
        if (isChanged)
            return {
                why: "the manifest was changed there, too, and that was not applied",
                hint: "Write there by hand what is to be.",
            };
        if ("value" in one && ((0,masked/* wasMasked */.j)(one.value) || this.#holdsSecret(one.value)))
            return { why: "what is there holds a secret", hint: secretHint };
        if (others.length === 0)
            return undefined;
        const hint = "Give each context its own with a value (`${VALUE:\u2026}` and `contexts` in a Values document); or accept it for all of them with `--shared`.";
        return {
            why: `${others.join(", ")} would change as well: the same text stands for ${others.length > 1 ? "all of them" : "both"}`,
            hint,
        };
    }
    #withoutSecrets(one) {
        const { path, why } = one;
        const pointers = [this.#desired.secretPointers, this.#recorded.secretPointers];
        if (path !== "" && pointers.some((secrets) => (0,json_diff/* touches */.yI)(path, secrets)))
            return { why: "a secret is in it", hint: secretHint };
        const found = (0,json_diff/* valueAt */.fK)(this.#facts, (0,json/* pointerPath */.hw)(path));
        const there = found ?? this.#facts;
        const isThere = (typeof there === "string" && (0,masked/* wasMasked */.j)(there)) || this.#holdsSecret(there);
        if (found !== undefined && isThere)
            return { why: "what is there holds a secret", hint: secretHint };
        const isNamed = path !== "" && (0,json_diff/* valueAt */.fK)(this.#desired.value, (0,json/* pointerPath */.hw)(path)) === undefined;
        const secrets = isNamed && pointers.some(({ size }) => size > 0);
        return secrets || isThere ? { why, hint: secretHint } : one;
    }
    #referenceAt(path) {
        let at = this.#written.spec;
        for (const key of (0,json/* pointerPath */.hw)(path)) {
            if (typeof at === "string")
                break;
            at = (0,json_diff/* valueAt */.fK)(at, [key]);
        }
        for (const { reference } of (0,templates/* references */.Ft)(at ?? null)) {
            const whole = at === (0,references/* formatReference */.FH)(reference) && (0,json_diff/* valueAt */.fK)(this.#written.spec, (0,json/* pointerPath */.hw)(path)) === at;
            return { reference, whole };
        }
        return undefined;
    }
    #fromReference({ reference, whole }, value) {
        const shown = `\`${(0,references/* formatReference */.FH)(reference)}\``;
        const why = whole ? `it comes from ${shown}` : `${shown} is a part of it`;
        const place = this.#tools.placeOf(reference);
        const where = place ? ` at ${place.file}:${place.line}` : "";
        if (reference.source !== "VALUE")
            return { why, hint: "Change it where it comes from; or apply, to have it as it was." };
        const isSimple = whole &&
            !reference.filters &&
            value !== undefined &&
            typeof value !== "object" &&
            String(value).length <= longestShown;
        const shownValue = isSimple && !this.#holdsSecret(value) && !(0,masked/* wasMasked */.j)(value) ? JSON.stringify(value) : undefined;
        return {
            why,
            hint: shownValue
                ? `To accept what is there, make the value \`${reference.name}\`${where} ${shownValue}.`
                : `Change the value \`${reference.name}\`${where}, or what is written here, by hand.`,
        };
    }
    #holdsSecret(value) {
        if (typeof value === "string" || typeof value === "number")
            return this.#tools.redactor.contains(String(value));
        if (typeof value !== "object" || value === null)
            return false;
        return Object.entries(value).some(([key, member]) => this.#tools.redactor.contains(key) || this.#holdsSecret(member));
    }
    #take({ path, value }) {
        const wanted = (0,json_diff/* valueAt */.fK)(this.#desired.value, (0,json/* pointerPath */.hw)(path));
        if (wanted === undefined || (0,json_diff/* valueAt */.fK)(this.#written.spec, (0,json/* pointerPath */.hw)(path)) === undefined) {
            this.#leave(path, { why: "the manifest does not say it in this place" });
            return;
        }
        const taken = [...ofType(wanted, value), value].find((one) => this.#settles(path, one));
        if (taken === undefined) {
            this.#leave(path, { why: "even so written it would differ", hint: "Change the manifest by hand." });
            return;
        }
        const verbatim = this.#processor.fields?.verbatim?.includes((0,json/* pointerPath */.hw)(path)[0] ?? "") ?? false;
        if (verbatim && typeof taken === "string" && (0,references/* findReferences */.yU)(taken).length > 0) {
            this.#leave(path, { why: "what is there reads like one of our references" });
            return;
        }
        this.#values.push({ path, value: verbatim ? taken : (0,templates/* escapeAll */.FO)(taken) });
    }
    #settles(path, value) {
        const { fields } = this.#processor;
        const spec = (0,json_diff/* withValueAt */.h7)(this.#desired.value, (0,json/* pointerPath */.hw)(path), value);
        if ((0,spec_problems/* parseProblems */.uU)(this.#processor, spec, [...this.#desired.unknowns.keys()]).length > 0)
            return false;
        const normal = fields?.normalize?.(spec) ?? spec;
        const left = (0,live_fields/* differences */.tX)(this.#processor, this.#facts, normal, this.#recorded.entry.observed);
        return !left.some((field) => (0,json_diff/* touches */.yI)(field.path, new Set([path])));
    }
    #leave(path, { why, hint }) {
        const location = this.#written.locate(`/spec${path}`);
        this.#left.push({ task: this.#planned.name, path, why, ...(hint === undefined ? {} : { hint }), location });
    }
}
const longestShown = 80;
const secretHint = "Nothing secret, and nothing made of it, belongs into the repository: change the secret where it is kept, or by hand what is around it; or apply, to have it as it was.";
function withoutPaths(all, ignored) {
    const kept = new Set((0,json_diff/* withoutPointers */.hA)(all, ignored).map(({ path }) => path));
    return all.filter(({ path }) => kept.has(path));
}
function ofType(wanted, value) {
    if (typeof value !== "string")
        return [];
    if (typeof wanted === "number" && (0,number_text/* keepsNumber */.GU)(value) && String(Number(value)) === value)
        return [Number(value)];
    return typeof wanted === "boolean" && (value === "true" || value === "false") ? [value === "true"] : [];
}

var diagnostic = __webpack_require__(9246);
var base = __webpack_require__(63102);
;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/line.js


class LineDiff extends base/* default */.A {
    constructor() {
        super(...arguments);
        this.tokenize = tokenize;
    }
    equals(left, right, options) {
        if (options.ignoreWhitespace) {
            if (!options.newlineIsToken || !left.includes('\n')) {
                left = left.trim();
            }
            if (!options.newlineIsToken || !right.includes('\n')) {
                right = right.trim();
            }
        }
        else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
            if (left.endsWith('\n')) {
                left = left.slice(0, -1);
            }
            if (right.endsWith('\n')) {
                right = right.slice(0, -1);
            }
        }
        return super.equals(left, right, options);
    }
}
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
    return lineDiff.diff(oldStr, newStr, options);
}
function diffTrimmedLines(oldStr, newStr, options) {
    options = generateOptions(options, { ignoreWhitespace: true });
    return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
    if (options.stripTrailingCr) {
        value = value.replace(/\r\n/g, '\n');
    }
    const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
    if (!linesAndNewlines[linesAndNewlines.length - 1]) {
        linesAndNewlines.pop();
    }
    for (let i = 0; i < linesAndNewlines.length; i++) {
        const line = linesAndNewlines[i];
        if (i % 2 && !options.newlineIsToken) {
            retLines[retLines.length - 1] += line;
        }
        else {
            retLines.push(line);
        }
    }
    return retLines;
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/patch/create.js

function needsQuoting(s) {
    for (let i = 0; i < s.length; i++) {
        if (s[i] < '\x20' || s[i] > '\x7e' || s[i] === '"' || s[i] === '\\') {
            return true;
        }
    }
    return false;
}
function quoteFileNameIfNeeded(s) {
    if (!needsQuoting(s)) {
        return s;
    }
    let result = '"';
    const bytes = new TextEncoder().encode(s);
    let i = 0;
    while (i < bytes.length) {
        const b = bytes[i];
        if (b === 0x07) {
            result += '\\a';
        }
        else if (b === 0x08) {
            result += '\\b';
        }
        else if (b === 0x09) {
            result += '\\t';
        }
        else if (b === 0x0a) {
            result += '\\n';
        }
        else if (b === 0x0b) {
            result += '\\v';
        }
        else if (b === 0x0c) {
            result += '\\f';
        }
        else if (b === 0x0d) {
            result += '\\r';
        }
        else if (b === 0x22) {
            result += '\\"';
        }
        else if (b === 0x5c) {
            result += '\\\\';
        }
        else if (b >= 0x20 && b <= 0x7e) {
            result += String.fromCharCode(b);
        }
        else {
            result += '\\' + b.toString(8).padStart(3, '0');
        }
        i++;
    }
    result += '"';
    return result;
}
const INCLUDE_HEADERS = {
    includeIndex: true,
    includeUnderline: true,
    includeFileHeaders: true
};
const FILE_HEADERS_ONLY = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: true
};
const OMIT_HEADERS = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: false
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    let optionsObj;
    if (!options) {
        optionsObj = {};
    }
    else if (typeof options === 'function') {
        optionsObj = { callback: options };
    }
    else {
        optionsObj = options;
    }
    if (typeof optionsObj.context === 'undefined') {
        optionsObj.context = 4;
    }
    const context = optionsObj.context;
    if (optionsObj.newlineIsToken) {
        throw new Error('newlineIsToken may not be used with patch-generation functions, only with diffing functions');
    }
    if (!optionsObj.callback) {
        return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
    }
    else {
        const { callback } = optionsObj;
        diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
                const patch = diffLinesResultToPatch(diff);
                callback(patch);
            } }));
    }
    function diffLinesResultToPatch(diff) {
        if (!diff) {
            return;
        }
        diff.push({ value: '', lines: [] }); // Append an empty value to make cleanup easier
        function contextLines(lines) {
            return lines.map(function (entry) { return ' ' + entry; });
        }
        const hunks = [];
        let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
        for (let i = 0; i < diff.length; i++) {
            const current = diff[i], lines = current.lines || splitLines(current.value);
            current.lines = lines;
            if (current.added || current.removed) {
                if (!oldRangeStart) {
                    const prev = diff[i - 1];
                    oldRangeStart = oldLine;
                    newRangeStart = newLine;
                    if (prev) {
                        curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
                        oldRangeStart -= curRange.length;
                        newRangeStart -= curRange.length;
                    }
                }
                for (const line of lines) {
                    curRange.push((current.added ? '+' : '-') + line);
                }
                if (current.added) {
                    newLine += lines.length;
                }
                else {
                    oldLine += lines.length;
                }
            }
            else {
                if (oldRangeStart) {
                    if (lines.length <= context * 2 && i < diff.length - 2) {
                        for (const line of contextLines(lines)) {
                            curRange.push(line);
                        }
                    }
                    else {
                        const contextSize = Math.min(lines.length, context);
                        for (const line of contextLines(lines.slice(0, contextSize))) {
                            curRange.push(line);
                        }
                        const hunk = {
                            oldStart: oldRangeStart,
                            oldLines: (oldLine - oldRangeStart + contextSize),
                            newStart: newRangeStart,
                            newLines: (newLine - newRangeStart + contextSize),
                            lines: curRange
                        };
                        hunks.push(hunk);
                        oldRangeStart = 0;
                        newRangeStart = 0;
                        curRange = [];
                    }
                }
                oldLine += lines.length;
                newLine += lines.length;
            }
        }
        for (const hunk of hunks) {
            for (let i = 0; i < hunk.lines.length; i++) {
                if (hunk.lines[i].endsWith('\n')) {
                    hunk.lines[i] = hunk.lines[i].slice(0, -1);
                }
                else {
                    hunk.lines.splice(i + 1, 0, '\\ No newline at end of file');
                    i++; // Skip the line we just added, then continue iterating
                }
            }
        }
        return {
            oldFileName: oldFileName, newFileName: newFileName,
            oldHeader: oldHeader, newHeader: newHeader,
            hunks: hunks
        };
    }
}
function formatPatch(patch, headerOptions) {
    var _a, _b, _c, _d, _e, _f;
    if (!headerOptions) {
        headerOptions = INCLUDE_HEADERS;
    }
    if (Array.isArray(patch)) {
        if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every(p => p.isGit)) {
            throw new Error('Cannot omit file headers on a multi-file patch. '
                + '(The result would be unparseable; how would a tool trying to apply '
                + 'the patch know which changes are to which file?)');
        }
        return patch.map(p => formatPatch(p, headerOptions)).join('\n');
    }
    const ret = [];
    if (patch.isGit) {
        headerOptions = INCLUDE_HEADERS;
        if (!patch.oldFileName) {
            throw new Error('oldFileName must be specified for Git patches');
        }
        if (!patch.newFileName) {
            throw new Error('newFileName must be specified for Git patches');
        }
        let gitOldName = patch.oldFileName;
        let gitNewName = patch.newFileName;
        if (patch.isCreate && gitOldName === '/dev/null') {
            gitOldName = gitNewName.replace(/^b\//, 'a/');
        }
        else if (patch.isDelete && gitNewName === '/dev/null') {
            gitNewName = gitOldName.replace(/^a\//, 'b/');
        }
        ret.push('diff --git ' + quoteFileNameIfNeeded(gitOldName) + ' ' + quoteFileNameIfNeeded(gitNewName));
        if (patch.isDelete) {
            ret.push('deleted file mode ' + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : '100644'));
        }
        if (patch.isCreate) {
            ret.push('new file mode ' + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : '100644'));
        }
        if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
            ret.push('old mode ' + patch.oldMode);
            ret.push('new mode ' + patch.newMode);
        }
        if (patch.isRename) {
            ret.push('rename from ' + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : '').replace(/^a\//, '')));
            ret.push('rename to ' + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : '').replace(/^b\//, '')));
        }
        if (patch.isCopy) {
            ret.push('copy from ' + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : '').replace(/^a\//, '')));
            ret.push('copy to ' + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : '').replace(/^b\//, '')));
        }
    }
    else {
        if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== undefined) {
            ret.push('Index: ' + patch.oldFileName);
        }
        if (headerOptions.includeUnderline) {
            ret.push('===================================================================');
        }
    }
    const hasHunks = patch.hunks.length > 0;
    if (headerOptions.includeFileHeaders && patch.oldFileName !== undefined && patch.newFileName !== undefined
        && (!patch.isGit || hasHunks)) {
        ret.push('--- ' + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? '\t' + patch.oldHeader : ''));
        ret.push('+++ ' + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? '\t' + patch.newHeader : ''));
    }
    for (let i = 0; i < patch.hunks.length; i++) {
        const hunk = patch.hunks[i];
        const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
        const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
        ret.push('@@ -' + oldStart + ',' + hunk.oldLines
            + ' +' + newStart + ',' + hunk.newLines
            + ' @@');
        for (const line of hunk.lines) {
            ret.push(line);
        }
    }
    return ret.join('\n') + '\n';
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    if (typeof options === 'function') {
        options = { callback: options };
    }
    if (!(options === null || options === void 0 ? void 0 : options.callback)) {
        const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
        if (!patchObj) {
            return;
        }
        return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
    }
    else {
        const { callback } = options;
        structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: patchObj => {
                if (!patchObj) {
                    callback(undefined);
                }
                else {
                    callback(formatPatch(patchObj, options.headerOptions));
                }
            } }));
    }
}
function createPatch(fileName, oldStr, newStr, oldHeader, newHeader, options) {
    return createTwoFilesPatch(fileName, fileName, oldStr, newStr, oldHeader, newHeader, options);
}
function splitLines(text) {
    const hasTrailingNl = text.endsWith('\n');
    const result = text.split('\n').map(line => line + '\n');
    if (hasTrailingNl) {
        result.pop();
    }
    else {
        result.push(result.pop().slice(0, -1));
    }
    return result;
}

;// CONCATENATED MODULE: ./src/hooks/rendering/file-patch.ts

const contextLines = 3;
const mostEdits = 3000;
function filePatch(before, after) {
    const options = { context: contextLines, maxEditLength: mostEdits };
    const patch = structuredPatch("", "", before, after, undefined, undefined, options);
    if (!patch)
        return "@@ more lines differ than can be shown here: `git diff` has them @@";
    return patch.hunks
        .flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
        `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
        ...lines.map((line) => line.replace(/\r$/, "")),
    ])
        .join("\n");
}

var built_in = __webpack_require__(55793);
var context_frame = __webpack_require__(73561);
var task_names = __webpack_require__(16591);
var changed_file = __webpack_require__(15103);
var size_limits = __webpack_require__(44608);
var sha256 = __webpack_require__(88437);
;// CONCATENATED MODULE: ./src/app/accept/copied-files.ts




function readCopy(task, copy, tools) {
    const { files, redactor } = tools;
    const shared = tools.tasks.filter((other) => other.name !== task && reads(other, copy.to, tools));
    if (shared.length > 0) {
        const names = shared.map(({ name }) => `"${name}"`).join(", ");
        return (0,diagnostic/* err */._q)({ why: `${names} would change as well: \`${copy.to}\` is read for it, too`, hint: byHand(copy) });
    }
    const [from, to] = [files.read(copy.from, size_limits/* fileCopyBytes */.Hh), files.read(copy.to, size_limits/* fileCopyBytes */.Hh)];
    if (!from.ok)
        return (0,diagnostic/* err */._q)({ why: from.error.message, hint: byHand(copy) });
    if (!to.ok)
        return (0,diagnostic/* err */._q)({ why: to.error.message, hint: byHand(copy) });
    if ((0,sha256/* sha256 */.s)(from.value) !== copy.found || (0,sha256/* sha256 */.s)(to.value) !== copy.read)
        return (0,diagnostic/* err */._q)({ why: `\`${copy.from}\` or \`${copy.to}\` was changed while this run went on`, hint: "Run again." });
    const text = Buffer.from(from.value).toString("utf8");
    if (redactor.contains(text))
        return (0,diagnostic/* err */._q)({ why: "what is there holds a secret", hint: copied_files_secretHint });
    const refused = (0,changed_file.whyNotWritten)(copy.to, files);
    if (refused !== undefined)
        return (0,diagnostic/* err */._q)({ why: refused, hint: byHand(copy) });
    return (0,diagnostic.ok)({
        path: copy.to,
        shown: files.display(copy.to),
        found: to.value,
        bytes: from.value,
        before: Buffer.from(to.value).toString("utf8"),
        after: text,
    });
}
const copied_files_secretHint = "Nothing secret belongs into the repository: take it out of there; or apply, to have it as it was.";
function byHand({ from, to }) {
    return `Do it by hand: copy \`${from}\` to \`${to}\`.`;
}
function reads({ apiVersion, kind, spec }, path, { files, rules }) {
    const paths = Object.entries(rules(apiVersion, kind)?.paths ?? {}).filter(([, use]) => use === "read");
    const same = realName(path, files);
    return paths.some(([field]) => {
        const named = spec[field];
        return typeof named === "string" && !named.includes("${") && realName(named, files) === same;
    });
}
function realName(path, files) {
    const real = files.realPath(path);
    return real.ok ? real.value : path;
}

var decode = __webpack_require__(72999);
var parse_yaml = __webpack_require__(68);
var read_documents = __webpack_require__(19570);
var external_yaml_cjs_ = __webpack_require__(18462);
;// CONCATENATED MODULE: ./src/manifest/edit/parsed-text.ts

function parseOne(text) {
    const composer = new external_yaml_cjs_.Composer({ schema: "core", uniqueKeys: false, logLevel: "silent", keepSourceTokens: true });
    const all = [...composer.compose(new external_yaml_cjs_.Parser().parse(text))];
    const whole = all.filter(({ contents, errors }) => contents !== null || errors.length > 0);
    const [document] = whole;
    return whole.length === 1 && document?.errors.length === 0 ? document : undefined;
}
function nodeAt(document, path) {
    let node = document.contents;
    const around = [];
    for (const key of path) {
        const next = (0,external_yaml_cjs_.isSeq)(node)
            ? node.items[Number(key)]
            : (0,external_yaml_cjs_.isMap)(node)
                ? pairOf(node.items, key)?.value
                : undefined;
        if (!node || !next)
            return undefined;
        around.push({ node, at: (0,external_yaml_cjs_.isSeq)(node) ? Number(key) : key });
        node = next;
    }
    return node ? { node, around } : undefined;
}
function pairOf(pairs, key) {
    return pairs.find((pair) => (0,external_yaml_cjs_.isScalar)(pair.key) && pair.key.value === key);
}
function isFlow(node) {
    return node.flow === true;
}
function dashesOf({ srcToken, items }) {
    if (srcToken?.type !== "block-seq")
        return undefined;
    const dashes = srcToken.items.flatMap(({ start }) => start.find(({ type }) => type === "seq-item-ind")?.offset ?? []);
    return dashes.length === items.length ? dashes : undefined;
}
function columnOf(text, offset) {
    return offset - lineStart(text, offset);
}
function lineStart(text, offset) {
    return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
function endOf(node) {
    if ((0,external_yaml_cjs_.isMap)(node) && !isFlow(node)) {
        const last = node.items.at(-1);
        if (last)
            return endOf(last.value ?? last.key);
    }
    if ((0,external_yaml_cjs_.isSeq)(node) && !isFlow(node)) {
        const last = node.items.at(-1);
        if (last)
            return endOf(last);
    }
    return node.range?.[1] ?? 0;
}
function lineAfter(text, node) {
    const end = endOf(node);
    if (end > 0 && text[end - 1] === "\n")
        return end;
    const next = text.indexOf("\n", end);
    return next === -1 ? text.length : next + 1;
}

;// CONCATENATED MODULE: ./src/manifest/edit/align-lists.ts

const mostCompared = 400;
function alignLists(before, after) {
    const steps = [];
    let [was, is] = [0, 0];
    const between = (untilWas, untilIs) => {
        while (was < untilWas || is < untilIs)
            steps.push({ was: was < untilWas ? was++ : undefined, is: is < untilIs ? is++ : undefined });
    };
    for (const [sameWas, sameIs] of common(before, after)) {
        between(sameWas, sameIs);
        steps.push({ was: was++, is: is++ });
    }
    between(before.length, after.length);
    return steps;
}
function common(before, after) {
    const shorter = Math.min(before.length, after.length);
    let head = 0;
    while (head < shorter && (0,json_diff/* equalJson */.FS)(before[head], after[head]))
        head++;
    let tail = 0;
    while (tail < shorter - head && (0,json_diff/* equalJson */.FS)(before.at(-1 - tail), after.at(-1 - tail)))
        tail++;
    const middle = longest(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
    return [
        ...Array.from({ length: head }, (_, at) => [at, at]),
        ...middle.map(([left, right]) => [left + head, right + head]),
        ...Array.from({ length: tail }, (_, at) => [before.length - tail + at, after.length - tail + at]),
    ];
}
function longest(before, after) {
    if (before.length > mostCompared || after.length > mostCompared)
        return [];
    const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
    const at = (left, right) => lengths[left]?.[right] ?? 0;
    const same = before.map((one) => after.map((other) => (0,json_diff/* equalJson */.FS)(one, other)));
    for (let left = before.length - 1; left >= 0; left--)
        for (let right = after.length - 1; right >= 0; right--)
            lengths[left][right] = same[left]?.[right]
                ? at(left + 1, right + 1) + 1
                : Math.max(at(left + 1, right), at(left, right + 1));
    const pairs = [];
    for (let left = 0, right = 0; left < before.length && right < after.length;) {
        if (same[left]?.[right])
            pairs.push([left++, right++]);
        else if (at(left + 1, right) >= at(left, right + 1))
            left++;
        else
            right++;
    }
    return pairs;
}

var line_ends = __webpack_require__(7487);
;// CONCATENATED MODULE: ./src/manifest/edit/scalar-text.ts

function scalarTexts(value, style, where) {
    if (typeof value !== "string")
        return [JSON.stringify(value)];
    const quoted = doubleQuoted(value);
    const block = where.flow ? undefined : blockText(value, where);
    switch (style) {
        case "block":
            return block === undefined ? [quoted] : [block, quoted];
        case "single":
            return isPrintable(value) ? [`'${value.replaceAll("'", "''")}'`, quoted] : [quoted];
        case "double":
            return [quoted];
        case "plain":
            if (isPlain(value, where.flow))
                return [value, quoted];
            return value.includes("\n") && block !== undefined ? [block, quoted] : [quoted];
    }
}
function keyText(key, flow) {
    return isPlain(key, flow) || /^[A-Za-z]$/.test(key) ? key : doubleQuoted(key);
}
function doubleQuoted(text) {
    return escaped(JSON.stringify(text));
}
function escaped(json) {
    return json.replace(/[\u007f-\u00a0\u00ad\u0600-\u0605\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function isPrintable(text) {
    return doubleQuoted(text).replaceAll("\\\\", "\\").replaceAll('\\"', '"') === `"${text}"`;
}
const otherThanText = /^(?:~|null|true|false|yes|no|on|off|y|n|=|<<)$/i;
const likeNumber = /^[-+]?\.?(?:\d[\d_.,:eExXoOa-fA-F+-]*|inf|nan)$/i;
const dotted = /^\d+(?:\.\d+){2,}(?:\/\d+)?$/;
function isPlain(text, flow) {
    if (!/^[\p{L}\p{N}_./$(+~@\\-]/u.test(text) || !isPrintable(text) || text.trim() !== text)
        return false;
    if (/^(?:[-@.~]|---|\.\.\.)$|^-[\s-]|^[@]/.test(text) || /:(?:\s|$)|\s#/.test(text))
        return false;
    if (flow && /[,[\]{}:#]/.test(text))
        return false;
    return !otherThanText.test(text) && (!likeNumber.test(text) || dotted.test(text)) && !/^\d{4}-\d/.test(text);
}
function blockText(text, { column, blockColumn }) {
    const body = (0,line_ends/* withoutEnd */.M)(text, "\n");
    if (body.trim() === "" || !body.split("\n").every((line) => isPrintable(line.replaceAll("\t", " "))))
        return undefined;
    const ends = text.length - body.length;
    const indicator = /^[\n ]*[ \t]/.test(body) || body.startsWith("\n") ? String(blockColumn - column) : "";
    if (indicator !== "" && !/^[1-9]$/.test(indicator))
        return undefined;
    const chomp = ends === 0 ? "-" : ends === 1 ? "" : "+";
    const pad = " ".repeat(blockColumn);
    const lines = body.split("\n").map((line) => (line === "" ? "" : pad + line));
    return `|${indicator}${chomp}\n${lines.join("\n")}\n${"\n".repeat(Math.max(0, ends - 1))}`;
}

;// CONCATENATED MODULE: ./src/manifest/edit/collection-text.ts


const step = 2;
function blockValue(value, column) {
    const pad = `\n${" ".repeat(column)}`;
    if (Array.isArray(value) && value.length > 0)
        return joined(value.map((member) => `- ${blockValue(member, column + step)}`), pad);
    if ((0,json/* isObject */.Gv)(value) && Object.keys(value).length > 0)
        return joined(Object.entries(value).map(([key, member]) => blockPair(key, member, column)), pad);
    return plainValue(value, { flow: false, column: column - step, blockColumn: column });
}
function blockPair(key, value, column) {
    const name = keyText(key, false);
    const isEmpty = typeof value !== "object" || value === null || Object.keys(value).length === 0;
    if (isEmpty)
        return `${name}: ${plainValue(value, { flow: false, column, blockColumn: column + step })}`;
    return `${name}:\n${" ".repeat(column + step)}${blockValue(value, column + step)}`;
}
function joined(parts, pad) {
    return parts.reduce((whole, part) => whole + (whole.endsWith("\n") ? pad.slice(1) : pad) + part);
}
function flowValue(value) {
    if (Array.isArray(value))
        return `[${value.map(flowValue).join(", ")}]`;
    if (!(0,json/* isObject */.Gv)(value))
        return plainValue(value, { flow: true, column: 0, blockColumn: step });
    return Object.keys(value).length === 0 ? "{}" : `{ ${flowPairs(value).join(", ")} }`;
}
function jsonValue(value) {
    return escaped(JSON.stringify(value));
}
function flowPairs(value) {
    return Object.entries(value).map(([key, member]) => `${keyText(key, true)}: ${flowValue(member)}`);
}
function plainValue(value, where) {
    if (typeof value === "object" && value !== null)
        return Array.isArray(value) ? "[]" : "{}";
    return scalarTexts(value, "plain", where)[0];
}

;// CONCATENATED MODULE: ./src/manifest/edit/splices.ts







const styles = {
    PLAIN: "plain",
    QUOTE_SINGLE: "single",
    QUOTE_DOUBLE: "double",
    BLOCK_LITERAL: "block",
    BLOCK_FOLDED: "block",
};
function waysToChange(text, held, before, after) {
    const place = { ...held, text };
    const parts = (0,external_yaml_cjs_.isAlias)(held.node) ? undefined : changeParts(place, before, after);
    return [...(parts ? [parts] : []), ...changeWhole(place, after).map((splice) => [splice])];
}
function changeParts(place, before, after) {
    if ((0,json_diff/* equalJson */.FS)(before, after))
        return [];
    const { node } = place;
    if ((0,external_yaml_cjs_.isMap)(node) && (0,json/* isObject */.Gv)(before) && (0,json/* isObject */.Gv)(after))
        return changePairs(place, node, before, after);
    if ((0,external_yaml_cjs_.isSeq)(node) && Array.isArray(before) && Array.isArray(after))
        return changeItems(place, node, before, after);
    return (0,external_yaml_cjs_.isCollection)(node) ? undefined : changeWhole(place, after).slice(0, 1);
}
function below({ text, node, around }, part, at) {
    return { text, node: part, around: [...around, { node, at }] };
}
function changePairs(place, node, before, after) {
    const { text } = place;
    const pairs = node.items;
    const splices = [];
    const kept = Object.keys(before).filter((key) => Object.hasOwn(after, key));
    const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
    if (kept.length === 0 || (isFlow(node) && kept.length + added.length !== Object.keys(before).length))
        return undefined;
    for (const key of Object.keys(before)) {
        const pair = pairOf(pairs, key);
        const part = pair?.value;
        if (!pair || !part)
            return undefined;
        const changes = Object.hasOwn(after, key)
            ? changeParts(below(place, part, key), before[key], after[key])
            : removal(text, pair.key.range?.[0] ?? 0, part);
        if (!changes)
            return undefined;
        splices.push(...changes);
    }
    if (added.length === 0)
        return splices;
    if (isFlow(node))
        return undefined;
    const column = columnOf(text, pairs[0]?.key.range?.[0] ?? 0);
    const lines = added.map((key) => " ".repeat(column) + ended(blockPair(key, after[key], column)));
    return [...splices, insertion(text, lineAfter(text, node), lines.join(""))];
}
function changeItems(place, node, before, after) {
    const { text } = place;
    const items = node.items;
    const steps = alignLists(before, after);
    const isSame = steps.every((step) => step.was !== undefined && step.is !== undefined);
    if (!isSame && isFlow(node))
        return flowItems(place, node, steps, before, after);
    const dashes = isSame ? [] : dashesOf(node);
    if (!dashes || steps.every((step) => step.was === undefined || step.is === undefined))
        return undefined;
    const column = dashes.length > 0 ? columnOf(text, dashes[0]) : 0;
    const splices = [];
    let last;
    for (const { was, is } of steps) {
        const item = was === undefined ? undefined : items[was];
        if (was !== undefined && !item)
            return undefined;
        const value = is === undefined ? undefined : after[is];
        let changes;
        if (item && value !== undefined)
            changes = changeParts(below(place, item, was), before[was], value);
        else if (item)
            changes = removal(text, dashes[was], item);
        else {
            const at = last ? lineAfter(text, last) : lineStart(text, dashes[0]);
            changes =
                isAlone(text, dashes[0]) || last
                    ? [insertion(text, at, `${" ".repeat(column)}- ${ended(blockValue(value, column + 2))}`)]
                    : undefined;
        }
        if (!changes)
            return undefined;
        splices.push(...changes);
        if (item)
            last = item;
    }
    return splices;
}
function flowItems({ text, node }, { items }, steps, before, after) {
    const [start = 0, end = 0] = node.range ?? [];
    if (hasComment(text, start, end))
        return undefined;
    const spans = items.map(({ range }) => range ? [range[0], range[1]] : [0, 0]);
    const first = spans[0];
    const last = spans.at(-1);
    const second = spans[1];
    if (!first || !last || items.some((item) => "anchor" in item && item.anchor))
        return undefined;
    const between = second ? text.slice(first[1], second[0]) : ", ";
    const writes = /^\s*[[{]/.test(text) ? jsonValue : flowValue;
    const written = steps.flatMap(({ was, is }) => {
        if (is === undefined)
            return [];
        const span = was === undefined ? undefined : spans[was];
        const isKept = span && (0,json_diff/* equalJson */.FS)(before[was], after[is]);
        return [isKept ? text.slice(span[0], span[1]) : writes(after[is])];
    });
    return [{ start: first[0], end: last[1], text: written.join(between).replaceAll("\r\n", "\n") }];
}
function removal(text, begin, node) {
    return isAlone(text, begin) ? [{ start: lineStart(text, begin), end: lineAfter(text, node), text: "" }] : undefined;
}
function isAlone(text, begin) {
    return text.slice(lineStart(text, begin), begin).trim() === "";
}
function insertion(text, at, lines) {
    const isOpen = at > 0 && text[at - 1] !== "\n";
    return { start: at, end: at, text: isOpen ? `\n${lines.replace(/\n$/, "")}` : lines };
}
function ended(lines) {
    return lines.endsWith("\n") ? lines : `${lines}\n`;
}
function changeWhole(place, after) {
    const { text, node, around } = place;
    const [begin = 0, end = 0] = node.range ?? [];
    if ((0,external_yaml_cjs_.isCollection)(node) && hasComment(text, begin, end))
        return [];
    const flow = around.some((one) => isFlow(one.node)) || ((0,external_yaml_cjs_.isCollection)(node) && isFlow(node));
    const column = ownColumn(text, around.at(-1));
    const old = text.slice(begin, end);
    const where = { flow, column, blockColumn: blockColumnOf(old, node, column) };
    const written = wholeValues(place, after, where).filter((value) => fitsBefore(value, old, text.slice(end)));
    const start = begin === end ? emptyPlace(text, around.at(-1), begin) : begin;
    const hadBreak = /\n$/.test(old);
    return written.map((value) => {
        const headed = withHeadComment(value, old);
        const spaced = begin === end && !/\s/.test(text[start - 1] ?? " ") ? ` ${headed}` : headed;
        if (hadBreak && !spaced.endsWith("\n"))
            return { start, end, text: `${spaced}\n` };
        const until = begin === end ? start : end;
        return { start, end: spaced.endsWith("\n") && !hadBreak ? behindBreak(text, until) : until, text: spaced };
    });
}
function wholeValues({ text, node }, after, where) {
    const isJson = /^\s*[[{]/.test(text);
    const style = isJson ? "double" : (0,external_yaml_cjs_.isScalar)(node) ? (styles[node.type ?? "PLAIN"] ?? "plain") : "plain";
    if (typeof after !== "object" || after === null)
        return scalarTexts(after, style, where);
    const inPlace = !where.flow && (0,external_yaml_cjs_.isCollection)(node);
    const column = columnOf(text, node.range?.[0] ?? 0);
    return [...(inPlace ? [blockValue(after, column)] : []), isJson ? jsonValue(after) : flowValue(after)];
}
function fitsBefore(value, old, rest) {
    return !value.endsWith("\n") || old.endsWith("\n") || /^[ \t]*(?:\r?\n|$)/.test(rest);
}
function emptyPlace(text, holder, begin) {
    if (holder && (0,external_yaml_cjs_.isMap)(holder.node)) {
        const key = pairOf(holder.node.items, String(holder.at))?.key;
        const colon = text.indexOf(":", key?.range?.[1] ?? begin);
        return colon === -1 ? begin : colon + 1;
    }
    const dash = holder && (0,external_yaml_cjs_.isSeq)(holder.node) ? dashesOf(holder.node)?.[Number(holder.at)] : undefined;
    return dash === undefined ? begin : dash + 1;
}
function behindBreak(text, end) {
    const [rest = ""] = /^[ \t]*\r?\n/.exec(text.slice(end, end + 200)) ?? [];
    return end + rest.length;
}
function withHeadComment(value, before) {
    const comment = /^[|>][-+\d]*([ \t]+#[^\r\n]*)/.exec(before)?.[1];
    return comment !== undefined && value.startsWith("|") ? value.replace("\n", () => `${comment}\n`) : value;
}
function ownColumn(text, holder) {
    if (holder && (0,external_yaml_cjs_.isMap)(holder.node)) {
        const key = pairOf(holder.node.items, String(holder.at))?.key;
        return columnOf(text, key?.range?.[0] ?? 0);
    }
    if (holder && (0,external_yaml_cjs_.isSeq)(holder.node))
        return columnOf(text, dashesOf(holder.node)?.[Number(holder.at)] ?? 0);
    return 0;
}
function blockColumnOf(old, node, column) {
    const isBlock = (0,external_yaml_cjs_.isScalar)(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
    const lines = isBlock
        ? old
            .split("\n")
            .slice(1)
            .filter((line) => line.trim() !== "")
        : [];
    const indents = lines.map((line) => line.length - line.trimStart().length);
    const least = indents.length > 0 ? Math.min(...indents) : column + 2;
    return Math.max(least, column + 1);
}
function hasComment(text, start, end) {
    return /(?:^|\s)#/.test(text.slice(start, end));
}

;// CONCATENATED MODULE: ./src/manifest/edit/edit-manifest.ts







const mark = "\ufeff";
function editManifest(bytes, wanted) {
    const { text, problems } = (0,decode/* decode */.D)(bytes, "");
    const read = problems.length > 0 ? undefined : readAll(text);
    if (!read)
        return undefined;
    const refused = new Map();
    const values = read.map(({ value }) => value);
    const parts = [];
    for (const one of wanted) {
        const places = read.flatMap((document, at) => (one.is(document.value) ? [at] : []));
        const [place] = places;
        const document = place === undefined ? undefined : read[place];
        if (!document || place === undefined || places.length !== 1)
            return undefined;
        const { start, end } = document.range;
        const edited = editDocument(text.slice(start, end), document.value, one.edits);
        if (edited.refused.length > 0)
            refused.set(one, edited.refused);
        values[place] = edited.value;
        parts.push({ range: document.range, text: edited.text });
    }
    const after = spliced(text, parts.map((part) => ({ ...part.range, text: part.text })));
    const again = readAll(after);
    if ((0,decode/* decode */.D)(Buffer.from(after), "").problems.length > 0 || !again || !(0,json_diff/* equalJson */.FS)(valuesOf(again), values)) {
        const none = wanted.map((one) => [one, one.edits.map(({ pointer }) => pointer)]);
        return { bytes, before: text, after: text, refused: new Map(none) };
    }
    const marked = Buffer.from(bytes.subarray(0, 3)).equals(Buffer.from(mark)) ? mark : "";
    return { bytes: Buffer.from(marked + after, "utf8"), before: text, after, refused };
}
function readAll(text) {
    const documents = [];
    const budget = { lexemes: parse_yaml/* totalLexemeLimit */.C9, plainParts: read_documents/* plainPartsLimit */.GB };
    const problems = (0,read_documents/* readDocuments */.r9)(text, budget, (document) => documents.push(document));
    const isSound = problems.length === 0 && documents.every((document) => document.problems.length === 0);
    return isSound ? documents.filter(({ isEmpty }) => !isEmpty) : undefined;
}
function valuesOf(documents) {
    return documents.map(({ value }) => value);
}
function editDocument(text, value, edits) {
    let so = { text, value };
    const refused = [];
    for (const edit of edits) {
        const next = editOnce(so.text, so.value, edit);
        if (next)
            so = next;
        else
            refused.push(edit.pointer);
    }
    return { ...so, refused };
}
function editOnce(text, value, edit) {
    const path = (0,json/* pointerPath */.hw)(edit.pointer);
    const before = (0,json_diff/* valueAt */.fK)(value, path);
    const document = parseOne(text);
    const held = document && nodeAt(document, path);
    if (!held || before === undefined)
        return undefined;
    const wanted = (0,json_diff/* withValueAt */.h7)(value, path, edit.value);
    for (const way of waysToChange(text, held, before, edit.value)) {
        const written = spliced(text, withLineEnds(text, way));
        const read = readAll(written);
        if (read?.length === 1 && (0,json_diff/* equalJson */.FS)(read[0]?.value, wanted))
            return { text: written, value: wanted };
    }
    return undefined;
}
function withLineEnds(text, splices) {
    if (!text.includes("\r\n"))
        return splices;
    return splices.map((splice) => ({ ...splice, text: splice.text.replaceAll("\n", "\r\n") }));
}
function spliced(text, splices) {
    const ordered = splices.map((splice, at) => ({ ...splice, at }));
    ordered.sort((left, right) => left.start - right.start || left.end - right.end || left.at - right.at);
    let [written, from] = ["", 0];
    for (const { start, end, text: part } of ordered) {
        written += text.slice(from, start) + part;
        from = end;
    }
    return written + text.slice(from);
}

;// CONCATENATED MODULE: ./src/app/accept/edited-manifest.ts






function editFile(path, wanted, files) {
    const refused = (0,changed_file.whyNotWritten)(path, files);
    if (refused !== undefined)
        return (0,diagnostic/* err */._q)(refused);
    const read = files.read(path, size_limits/* manifestBytes */.T8);
    if (!read.ok)
        return (0,diagnostic/* err */._q)(read.error.message);
    const edits = new Map(wanted.map((one) => [one.task.name, documentEdits(one)]));
    const edited = editManifest(read.value, [...edits.values()]);
    if (!edited)
        return (0,diagnostic/* err */._q)(`${files.display(path)} was changed while this run went on`);
    const left = [...edits].flatMap(([name, one]) => {
        const pointers = edited.refused.get(one)?.map((pointer) => pointer.slice("/spec".length));
        return pointers ? [[name, pointers]] : [];
    });
    const { before, after, bytes } = edited;
    const changed = { path, shown: files.display(path), found: read.value, bytes, before, after };
    return (0,diagnostic.ok)({ changed: before === after ? undefined : changed, refused: new Map(left) });
}
function documentEdits({ task, values }) {
    return {
        is: (document) => isTask(document, task) && (0,json_diff/* equalJson */.FS)(document.spec, task.spec),
        edits: values.map(({ path, value }) => ({ pointer: `/spec${path}`, value })),
    };
}
function isTask(document, { name, apiVersion, kind }) {
    if (!(0,json/* isObject */.Gv)(document) || document.apiVersion !== apiVersion || document.kind !== kind)
        return false;
    return (0,json/* isObject */.Gv)(document.metadata) && document.metadata.name === name;
}

var scope = __webpack_require__(60254);
;// CONCATENATED MODULE: ./src/app/accept/other-contexts.ts

function otherContexts(project, context) {
    const others = (project?.contexts ?? []).flatMap(namedBy).filter(({ name }) => name !== context);
    const scopes = new Map();
    for (const { name, inherits } of others) {
        const example = name.replace(/\$\{[^}$]*\}/g, "0");
        scopes.set(name, scopes.get(name) ?? new scope/* ScopeMatcher */.$({ command: "", context: example, inherited: inherits }));
    }
    return ({ processingScope = [] }) => [...scopes]
        .filter(([, scope]) => processingScope.length === 0 || processingScope.some(({ contexts }) => scope.matchesContext(contexts)))
        .map(([name]) => `"${name}"`);
}
function namedBy({ input, context, contexts = [], inherits }) {
    const names = [...(Array.isArray(input) ? input : []), ...(context === undefined ? [] : [context]), ...contexts];
    return names.map((name) => ({ name, inherits }));
}

;// CONCATENATED MODULE: ./src/app/accept/accept-drift.ts











async function acceptDrift(plan, work, options, looked) {
    const { services, draft, context } = work.frame;
    const ready = makeReady(plan, work, options);
    const { left } = ready;
    const written = ready.problem ? (0,diagnostic/* err */._q)(ready.problem) : options.dryRun ? (0,diagnostic.ok)([]) : await writeAll(ready.files, work);
    const { redactor } = services;
    const patches = ready.files.map(({ shown, before, after }) => {
        return { file: shown, patch: filePatch(redactor.text(before), redactor.text(after)) };
    });
    if (written.ok)
        draft.later.push({ type: "accepted", context, dryRun: options.dryRun, tasks: [...ready.tasks], files: patches });
    for (const one of left)
        draft.later.push({ type: "diagnostic", diagnostic: toldOf(one) });
    if (!written.ok)
        return written.error;
    if (looked && looked.reason !== "drift-detected")
        return looked;
    if (!services.settings.failOnDrift || left.length === 0)
        return undefined;
    const names = (0,task_names/* quotedNames */.l)([...new Set(left.map(({ task }) => task))]);
    return (0,diagnostic/* failure */.V2)("drift-detected", `${names} drifted and could not be accepted as a whole, and \`fail-on-drift\` is set`);
}
function makeReady(plan, work, options) {
    const { loaded } = work.frame.services;
    const { workspace: files, manifest } = loaded;
    const found = acceptedOf(plan, work, options);
    const left = found.flatMap(({ accepted }) => accepted.left);
    const changed = [];
    const tasks = new Set();
    const byFile = new Map();
    for (const { task, accepted } of found) {
        if (!task || accepted.values.length === 0)
            continue;
        const { file } = task.location;
        byFile.set(file, [...(byFile.get(file) ?? []), { task, values: accepted.values }]);
    }
    for (const [shown, wanted] of byFile) {
        const path = manifest.files.find((one) => files.display(one) === shown) ?? shown;
        const edited = editFile(path, wanted, files);
        const location = wanted[0]?.task.location;
        if (!edited.ok)
            return { files: [], left, tasks, problem: notWritten(edited.error, location) };
        if (edited.value.changed)
            changed.push(edited.value.changed);
        for (const { task, values } of wanted) {
            const refused = edited.value.refused.get(task.name) ?? [];
            left.push(...refused.map((path) => unwritable(task, path, values)));
            if (refused.length < values.length)
                tasks.add(task.name);
        }
    }
    const tools = { files, redactor: work.toolbox.redactor, tasks: manifest.tasks, rules: (0,built_in/* specRules */.p_)() };
    for (const { task, accepted } of found) {
        for (const { path, copy } of task ? accepted.copies : []) {
            const name = task?.name ?? "";
            const ready = readCopy(name, copy, tools);
            if (ready.ok)
                tasks.add(name);
            if (ready.ok)
                changed.push(ready.value);
            else
                left.push({ task: name, path, location: task?.locate(`/spec${path}`) ?? null, ...ready.error });
        }
    }
    return { files: changed, left, tasks, problem: undefined };
}
function acceptedOf(plan, work, { shared }) {
    const { manifest } = work.frame.services.loaded;
    const others = otherContexts(manifest.project, work.frame.context);
    return plan.tasks.map((planned) => {
        const task = work.tasks.get(planned.name);
        const accepted = acceptTask(planned, task, {
            redactor: work.toolbox.redactor,
            others: (one) => (shared ? [] : others(one)),
            placeOf: (reference) => placeOfValue(reference, work),
        });
        return { task, accepted };
    });
}
function placeOfValue({ source, name }, { frame }) {
    const { loaded, given } = frame.services;
    const declared = source === "VALUE" && !given.has(name) ? loaded.manifest.values.find((one) => one.name === name) : undefined;
    if (!declared)
        return undefined;
    const own = (0,context_frame/* withInherited */.f)(frame.choice).find((context) => Object.hasOwn(declared.contexts, context));
    return declared.locate(own === undefined ? "/default" : `/contexts/${own}`);
}
function unwritable({ name, locate }, path, values) {
    const value = values.find((one) => one.path === path)?.value;
    const shown = typeof value === "object" && value !== null ? "" : `: ${JSON.stringify(value)}`;
    return {
        task: name,
        path,
        why: "it can't be written without changing something else, as an anchor that others share or a comment in its place",
        hint: `Write by hand what is there${shown.length > 80 ? "" : shown}.`,
        location: locate(`/spec${path}`),
    };
}
function toldOf({ task, path, why, hint, location }) {
    const what = path === "" ? `"${task}"` : `\`${(0,json/* pointerPath */.hw)(path).join(".")}\` of "${task}"`;
    return {
        severity: "warning",
        code: "drift-not-accepted",
        message: `${what} was not accepted: ${why}`,
        ...(location ? { location } : {}),
        ...(hint === undefined ? {} : { suggestion: hint }),
    };
}
function notWritten(why, location) {
    const suggestion = "Mend that, and run again. Nothing was written.";
    return (0,diagnostic/* explained */.to)("invalid-manifest", why, { code: "manifest-not-written", suggestion, location });
}
async function writeAll(files, work) {
    const { workspace } = work.frame.services.loaded;
    const done = [];
    for (const file of files) {
        if (work.toolbox.signal.aborted)
            return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("cancelled", "the run was cancelled"));
        const written = await (0,changed_file.writeChanged)(file, workspace);
        if (!written.ok) {
            const suggestion = done.length > 0 ? `Written before it: ${done.join(", ")}. Run again.` : "Run again. Nothing was written.";
            return (0,diagnostic/* err */._q)((0,diagnostic/* explained */.to)("invalid-manifest", written.error, { code: "manifest-not-written", suggestion }));
        }
        done.push(file.shown);
    }
    return (0,diagnostic.ok)(undefined);
}


/***/ }),

/***/ 15103:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   whyNotWritten: () => (/* binding */ whyNotWritten),
/* harmony export */   writeChanged: () => (/* binding */ writeChanged)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9246);

function whyNotWritten(path, files) {
    const shown = files.display(path);
    const found = files.look(path, -1);
    if (found.state === "failed")
        return found.problem.message;
    if (found.state === "absent")
        return `${shown} is gone`;
    if (found.type !== "file")
        return `${shown} is a ${found.type}, and only a file itself is written`;
    return (found.mode & 0o222) === 0 ? `${shown} is read-only` : undefined;
}
async function writeChanged({ path, shown, found, bytes }, files) {
    const now = files.read(path, found.length + 1);
    if (!now.ok || !Buffer.from(now.value).equals(found))
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._q)(`${shown} was changed while this run went on`);
    const written = await files.replace(path, bytes);
    return written.ok ? (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__.ok)(undefined) : (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._q)(`${shown} could not be written: ${written.error.message}`);
}


/***/ })

};
