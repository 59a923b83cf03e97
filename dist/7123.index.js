export const id = 7123;
export const ids = [7123];
export const modules = {

/***/ 21916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 7123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseToolArguments: () => (/* binding */ parseToolArguments)
/* harmony export */ });
/* harmony import */ var _engine_references_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5375);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82193);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95377);
/* harmony import */ var _plain_arguments_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78923);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99225);





function parseToolArguments(name, argv) {
    const row = _tools_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Y[name];
    if (argv.some((argument) => argument === "-h" || argument === "--help"))
        return { type: "text", text: toolHelp(name) };
    const plain = (0,_plain_arguments_js__WEBPACK_IMPORTED_MODULE_2__/* .plainArguments */ .j)(argv, { inputs: [], negatable: false, others: row.flags });
    if (plain === undefined)
        return { type: "error", message: wrongFlag(name, row, argv) };
    const { operands, options } = plain;
    if (operands[0] === "help" && operands.length === 1)
        return { type: "text", text: toolHelp(name) };
    if (operands.length < row.least || operands.length > row.most)
        return { type: "error", message: `\`opus ${name}\` takes ${row.operands || "no names"}; see opus ${name} --help` };
    return { type: "tool", name, operands, options };
}
function toolHelp(name) {
    const { operands, flags, about, examples, notes } = _tools_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Y[name];
    const usage = ["opus", name, ...(operands === "" ? [] : [operands]), ...(flags.length === 0 ? [] : ["[flags]"])];
    return [
        `opus ${name}: ${about}`,
        "",
        `Usage: ${usage.join(" ")}`,
        "",
        ...(flags.length === 0 ? [] : ["Flags:", ...(0,_columns_js__WEBPACK_IMPORTED_MODULE_3__/* .columns */ .Y)(flags), ""]),
        "Examples:",
        ...(0,_columns_js__WEBPACK_IMPORTED_MODULE_3__/* .columns */ .Y)(examples),
        ...(notes.length === 0 ? [] : ["", ...notes]),
    ].join("\n");
}
function wrongFlag(name, { flags }, argv) {
    const known = flags.map(_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .flagName */ .GI);
    for (const argument of argv) {
        if (!argument.startsWith("-"))
            continue;
        const [flag = ""] = argument.split("=");
        const word = flag.replace(/^--?/, "");
        if (known.includes(word) && flag.startsWith("--"))
            continue;
        const near = (0,_engine_references_references_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(word, known);
        return `\`opus ${name}\` has no flag ${flag}${near === undefined ? `; see opus ${name} --help` : `. Did you mean --${near}?`}`;
    }
    return `a flag of \`opus ${name}\` has no value; see opus ${name} --help`;
}


/***/ }),

/***/ 99225:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ tools)
/* harmony export */ });
const folder = ["--working-directory <path>", "The folder that every path is relative to. Default: this one."];
const manifest = ["--manifest <path>", "Files or globs of the manifest. Default: opus.yaml."];
const tools = {
    init: {
        operands: "",
        least: 0,
        most: 0,
        flags: [["--template <name>", "What to begin with: files, http or scripts. Default: files."], folder],
        about: "begin a project: manifest, workflow, .gitignore, editor settings",
        examples: [
            ["opus init", "with a file that says hello"],
            ["opus init --template scripts", "with a resource that scripts make"],
        ],
        notes: ["What is there already stays as it is. Called twice, it changes nothing."],
    },
    explain: {
        operands: "[KIND | KIND.field | CODE]",
        least: 0,
        most: 1,
        flags: [],
        about: "tell what a kind, a field or a code in a message means",
        examples: [
            ["opus explain", "the kinds there are"],
            ["opus explain File", "the fields of a kind"],
            ["opus explain File.spec.path", "one field, and what is below it"],
            ["opus explain unknown-task", "a code of a message, with an example"],
        ],
        notes: [],
    },
    graph: {
        operands: "",
        least: 0,
        most: 0,
        flags: [["--format <name>", "mermaid, dot or svg. Default: mermaid."], manifest, folder],
        about: "draw which task of the manifest depends on which",
        examples: [
            ["opus graph", "for a page on GitHub, in a block of mermaid"],
            ["opus graph --format svg > graph.svg", "a picture"],
        ],
        notes: ["All tasks are drawn, whatever contexts and commands they are for."],
    },
    fmt: {
        operands: "[FILE\u2026]",
        least: 0,
        most: Number.POSITIVE_INFINITY,
        flags: [["--check", "Write nothing; exit 1 and name the files that would change."], manifest, folder],
        about: "give the files of the manifest one way of indentation and spacing",
        examples: [
            ["opus fmt", "all files of the manifest"],
            ["opus fmt --check", "only look, for a workflow"],
        ],
        notes: ["Order, comments, quotes and values stay.", "A file that can't be kept so is left as it is, and named."],
    },
    docs: {
        operands: "",
        least: 0,
        most: 0,
        flags: [["--port <number>", "Where to serve them on this machine. Default: a free one."]],
        about: "serve the pages of this version to a browser on this machine",
        examples: [["opus docs", "prints the address; Ctrl-C ends it"]],
        notes: ["Only this machine can see them, and nothing is fetched from elsewhere."],
    },
    completion: {
        operands: "bash | zsh | fish",
        least: 1,
        most: 1,
        flags: [],
        about: "print what makes a shell complete commands and flags",
        examples: [
            ["echo 'eval \"$(opus completion bash)\"' >> ~/.bashrc", "for bash, from its next start on"],
            ["echo 'eval \"$(opus completion zsh)\"' >> ~/.zshrc", "for zsh"],
            ["echo 'opus completion fish | source' >> ~/.config/fish/config.fish", "for fish"],
        ],
        notes: [],
    },
};


/***/ }),

/***/ 90159:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HE: () => (/* binding */ parseFilters),
/* harmony export */   vl: () => (/* binding */ formatFilters)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21916);

const filterNames = ["json", "yaml", "base64", "indent", "lower", "upper", "join"];
const mostFilters = 8;
const mostSpaces = 40;
const mostSlips = 2;
const takes = {
    json: { what: `spaces for each level, 0 to ${mostSpaces}`, type: "number", required: false, example: "json 2" },
    indent: { what: `a number of spaces, 0 to ${mostSpaces}`, type: "number", required: true, example: "indent 4" },
    join: { what: "a text in quotes that stands between", type: "string", required: true, example: 'join ", "' },
};
const elsewhere = {
    b64: "base64",
    b64enc: "base64",
    b64encode: "base64",
    base64encode: "base64",
    downcase: "lower",
    lowercase: "lower",
    tolower: "lower",
    upcase: "upper",
    uppercase: "upper",
    toupper: "upper",
    nindent: "indent",
    quote: "json",
    tojson: "json",
    jsonencode: "json",
    toyaml: "yaml",
    yamlencode: "yaml",
    concat: "join",
};
const word = /[A-Za-z_][A-Za-z0-9_-]*/y;
const blanks = /\s*/y;
const wholeNumber = /[0-9]{1,4}(?![0-9A-Za-z_.])/y;
const quoted = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/y;
function parseFilters(text) {
    const filters = [];
    let position = 0;
    while (text[position] === "|") {
        if (filters.length === mostFilters)
            return tooManyFilters(position);
        position = end(blanks, text, position + 1);
        const start = position;
        const written = text.slice(start, end(word, text, start));
        const name = filterNames.find((one) => one === written);
        if (name === undefined)
            return unknownFilter(written, text.slice(start), start);
        position = end(blanks, text, start + written.length);
        const argumentEnd = Math.max(end(wholeNumber, text, position), end(quoted, text, position));
        const argument = argumentOf(text.slice(position, argumentEnd));
        const after = end(blanks, text, argumentEnd);
        const goesOn = after === text.length || text[after] === "|" || text.startsWith(":-", after);
        if (!goesOn || argument === null || !fits(name, argument))
            return badArgument(name, text.slice(position), start);
        filters.push(argument === undefined ? { name } : { name, argument });
        position = after;
    }
    return position === text.length ? { filters } : { filters, fallback: text.slice(position + 2) };
}
function end(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : at;
}
function argumentOf(written) {
    if (written === "")
        return undefined;
    if (/^[0-9]/.test(written))
        return Number(written);
    const inner = written.slice(1, -1);
    const double = written.startsWith('"') ? inner : inner.replaceAll("\\'", "'").replace(/(?<!\\)"/g, '\\"');
    try {
        return JSON.parse(`"${double.replaceAll("\n", "\\n").replaceAll("\t", "\\t")}"`);
    }
    catch {
        return null;
    }
}
function fits(name, argument) {
    const taken = takes[name];
    if (argument === undefined)
        return taken?.required !== true;
    return taken?.type === typeof argument && (typeof argument === "string" || argument <= mostSpaces);
}
function unknownFilter(written, rest, at) {
    const all = `There are ${filterNames.slice(0, -1).join(", ")} and ${filterNames.at(-1)}.`;
    if (written === "") {
        const message = "the name of a filter is missing after `|`";
        return { code: "bad-filter", message, at, suggestion: `${all} Write \`$\${\` for a literal \`\${\`.` };
    }
    const message = `there is no filter \`${written}\``;
    if (/^default/i.test(written)) {
        const suggestion = "A fallback stands behind the name and its filters: `${VALUE:name:-fallback}`.";
        return { code: "unknown-filter", message, at, suggestion };
    }
    const bare = written.toLowerCase().replaceAll(/[_-]/g, "");
    const near = Object.hasOwn(elsewhere, bare)
        ? elsewhere[bare]
        : filterNames.find((one) => (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(bare, one) <= mostSlips);
    const suggestion = near === undefined ? all : `Did you mean \`${shownFilter(near, rest)}\`?`;
    return { code: "unknown-filter", message, at, suggestion };
}
function shownFilter(name, rest) {
    const given = /^[A-Za-z0-9_-]+[\s(:]*([0-9]{1,2})\b/.exec(rest)?.[1];
    const taken = takes[name];
    if (given !== undefined && taken?.type === "number")
        return `${name} ${given}`;
    return taken?.required ? taken.example : name;
}
function badArgument(name, rest, at) {
    const taken = takes[name];
    const isOpen = /^["']/.test(rest) && end(quoted, rest, 0) === 0;
    const message = isOpen
        ? `the text that \`${name}\` takes has no closing quote`
        : taken === undefined
            ? `the filter \`${name}\` takes nothing, and \`${shortened(rest)}\` follows it`
            : rest.trim() === "" || /^(?:\||:-)/.test(rest)
                ? `the filter \`${name}\` needs ${taken.what}`
                : `the filter \`${name}\` takes ${taken.what}, not \`${shortened(rest)}\``;
    const suggestion = isOpen
        ? "A reference ends at the first `}`: write one as `\\u007d` in a text."
        : `Write \`| ${taken === undefined ? name : taken.required ? shownFilter(name, `${name} ${rest}`) : taken.example}\`; filters are put in a row with \`|\`.`;
    return { code: "bad-filter", message, at, suggestion };
}
function shortened(text) {
    const line = text.trim().split("\n")[0] ?? "";
    return line.length > 40 ? `${line.slice(0, 40)}\u2026` : line;
}
function tooManyFilters(at) {
    const message = `more than ${mostFilters} filters stand in a row`;
    return { code: "bad-filter", message, at, suggestion: "Leave out those that change nothing." };
}
function formatFilters(filters) {
    return (filters ?? [])
        .map(({ name, argument }) => ` | ${name}${argument === undefined ? "" : ` ${formatted(argument)}`}`)
        .join("");
}
function formatted(argument) {
    return typeof argument === "number" ? String(argument) : JSON.stringify(argument).replaceAll("}", "\\u007d");
}


/***/ }),

/***/ 5375:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   QC: () => (/* binding */ parseTemplate),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   jM: () => (/* binding */ nameBudget),
/* harmony export */   pA: () => (/* binding */ nearest),
/* harmony export */   yU: () => (/* binding */ findReferences)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21916);
/* harmony import */ var _filter_syntax_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90159);


const referenceSources = ["VAR", "VALUE", "SECRET", "ENV", "GITHUB", "OPUS"];
const inside = /^([A-Za-z_]+):([\s\S]+)$/;
const namePatterns = {
    VAR: { pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*:[A-Za-z_][A-Za-z0-9_-]*$/, form: "${VAR:task:KEY}" },
    VALUE: { pattern: /^[A-Za-z_][A-Za-z0-9._-]*$/, form: "${VALUE:name}" },
    SECRET: { pattern: /^[A-Za-z_][A-Za-z0-9._-]*$/, form: "${SECRET:name}" },
    ENV: { pattern: /^[A-Za-z_][A-Za-z0-9_]*$/, form: "${ENV:NAME}" },
    GITHUB: { pattern: /^[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/, form: "${GITHUB:path}" },
    OPUS: { pattern: /^[a-z][a-z-]*$/, form: "${OPUS:context}" },
};
function parseTemplate(text) {
    if (!text.includes("${"))
        return { parts: [text], problems: [] };
    const parts = [];
    const problems = [];
    let literal = "";
    let position = 0;
    while (position < text.length) {
        const start = text.indexOf("${", position);
        if (start === -1) {
            literal += text.slice(position);
            break;
        }
        if (start > position && text[start - 1] === "$") {
            literal += `${text.slice(position, start - 1)}\${`;
            position = start + 2;
            continue;
        }
        literal += text.slice(position, start);
        const close = closing(text, start);
        const parsed = close === -1 ? undefined : parseReference(text.slice(start + 2, close), start, close + 1);
        if (parsed === undefined || "message" in parsed) {
            if (problems.length >= mostProblems) {
                literal += text.slice(start);
                break;
            }
            problems.push(parsed ?? {
                code: "bad-reference",
                message: "this `${` has no closing `}`",
                offset: start,
                suggestion: "Close the reference, or write `$${` for a literal `${`.",
            });
            literal += "${";
            position = start + 2;
            continue;
        }
        if (literal !== "")
            parts.push(literal);
        literal = "";
        parts.push(parsed);
        position = parsed.end;
    }
    if (literal !== "" || parts.length === 0)
        parts.push(literal);
    return { parts, problems };
}
const longestReference = 10_000;
const mostProblems = 20;
function closing(text, start) {
    const end = text.slice(start, start + longestReference).indexOf("}");
    return end === -1 ? -1 : start + end;
}
function parseReference(body, start, end) {
    const cut = body.indexOf(":-");
    const pipe = body.indexOf("|");
    const filtered = pipe !== -1 && (cut === -1 || pipe < cut);
    const head = filtered ? body.slice(0, pipe).trimEnd() : cut === -1 ? body : body.slice(0, cut);
    const match = inside.exec(head);
    const source = match?.[1];
    const name = match?.[2];
    if (source === undefined || name === undefined || !isSource(source)) {
        return {
            code: "bad-reference",
            message: `\`\${${body}}\` is not a reference`,
            offset: start,
            suggestion: suggestReference(head),
        };
    }
    const { pattern, form } = namePatterns[source];
    if (!pattern.test(name)) {
        return {
            code: "bad-reference",
            message: `\`\${${body}}\` is not a reference of the form \`${form}\``,
            offset: start,
            suggestion: `Write it as \`${form}\`, or \`$\${\` for a literal \`\${\`.`,
        };
    }
    if (!filtered)
        return cut === -1 ? { source, name, start, end } : { source, name, fallback: body.slice(cut + 2), start, end };
    const parsed = (0,_filter_syntax_js__WEBPACK_IMPORTED_MODULE_1__/* .parseFilters */ .HE)(body.slice(pipe));
    if ("filters" in parsed)
        return { source, name, ...parsed, start, end };
    const { code, message, suggestion, at } = parsed;
    return { code, message, offset: start + 2 + pipe + at, suggestion };
}
function isSource(text) {
    return referenceSources.includes(text);
}
function suggestReference(head) {
    const [first = "", ...rest] = head.split(":");
    const near = nearest(first.toUpperCase(), referenceSources, 2);
    if (near && rest.join(":") !== "")
        return `Did you mean \`\${${near}:${rest.join(":")}}\`? Write \`$\${\` for a literal \`\${\`.`;
    return "Write `${VAR:task:KEY}`, `${VALUE:name}`, `${SECRET:name}`, `${ENV:NAME}`, `${GITHUB:path}` or `${OPUS:context}`; `$${` is a literal `${`.";
}
function findReferences(text) {
    const found = [];
    for (const { index, 0: beginning } of text.matchAll(/\$\{(?:VAR|VALUE|SECRET|ENV|GITHUB|OPUS):/g)) {
        if (index < (found.at(-1)?.end ?? 0))
            continue;
        const close = closing(text, index + beginning.length);
        const parsed = close === -1 ? undefined : parseReference(text.slice(index + 2, close), index, close + 1);
        if (parsed !== undefined && !("message" in parsed))
            found.push(parsed);
    }
    return found;
}
function escapeText(text) {
    return text.replaceAll("${", () => "$${");
}
function formatReference(reference) {
    const fallback = reference.fallback === undefined ? "" : `:-${reference.fallback}`;
    return `\${${reference.source}:${reference.name}${(0,_filter_syntax_js__WEBPACK_IMPORTED_MODULE_1__/* .formatFilters */ .vl)(reference.filters)}${fallback}}`;
}
function nameBudget() {
    return { left: 300_000 };
}
const namesOfOne = 50_000;
const longestWord = 200;
function nearest(word, candidates, limit = Math.max(1, Math.floor(word.length / 3)), budget = { left: namesOfOne }) {
    if (word.length > longestWord)
        return undefined;
    let best;
    let bestDistance = limit + 1;
    for (const candidate of candidates) {
        if (--budget.left < 0)
            return undefined;
        if (Math.abs(candidate.length - word.length) >= bestDistance)
            continue;
        const edits = slips(word.toLowerCase(), candidate.toLowerCase());
        if (edits < bestDistance) {
            best = candidate;
            bestDistance = edits;
        }
    }
    return best;
}
function slips(word, other) {
    const edits = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word, other);
    if (edits !== 2 || word.length !== other.length)
        return edits;
    const at = [...word].findIndex((letter, index) => letter !== other[index]);
    const swapped = word[at] === other[at + 1] && word[at + 1] === other[at];
    return swapped && word.slice(at + 2) === other.slice(at + 2) ? 1 : edits;
}


/***/ })

};
