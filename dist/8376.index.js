export const id = 8376;
export const ids = [8376,7877];
export const modules = {

/***/ 48376:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

var external_node_fs_ = __webpack_require__(73024);
var external_node_path_ = __webpack_require__(76760);
var metadata_generated = __webpack_require__(86170);
var file_problem = __webpack_require__(11930);
var file_writing = __webpack_require__(95589);
var checkout = __webpack_require__(92583);
var default_project = __webpack_require__(67877);
;// CONCATENATED MODULE: ./src/app/init/editor-settings.ts
const manifests = ["opus.yaml", "opus.yml"];
function withSchema(text, schema) {
    const list = JSON.stringify(manifests).replace(",", ", ");
    const entry = `${JSON.stringify(schema)}: ${list}`;
    if (text === undefined || text.trim() === "")
        return `{\n  "yaml.schemas": {\n    ${entry}\n  }\n}\n`;
    const before = plainJson(text);
    if (before === undefined)
        return undefined;
    const known = before["yaml.schemas"];
    if (known !== undefined && (typeof known !== "object" || known === null || Array.isArray(known)))
        return undefined;
    if (known && Object.values(known).some((files) => [files].flat().includes(manifests[0])))
        return text;
    const masked = mask(text);
    const at = known === undefined ? masked.indexOf("{") : bracketOf(masked, text, "yaml.schemas");
    if (at === -1)
        return undefined;
    const isEmpty = /^\s*\}/.test(masked.slice(at + 1));
    const added = known === undefined
        ? `\n  "yaml.schemas": {\n    ${entry}\n  }${isEmpty ? "\n" : ","}`
        : `\n    ${entry}${isEmpty ? "\n  " : ","}`;
    const after = `${text.slice(0, at + 1)}${added}${text.slice(at + 1)}`;
    const wanted = { ...before, "yaml.schemas": { ...(known ?? {}), [schema]: manifests } };
    return sorted(plainJson(after)) === sorted(wanted) ? after : undefined;
}
const stringsAndComments = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/g;
function mask(text) {
    return text.replace(stringsAndComments, (part) => part.startsWith('"') ? `"${" ".repeat(part.length - 1)}` : part.replace(/[^\n]/g, " "));
}
function bracketOf(masked, text, key) {
    let depth = 0;
    for (let at = 0; at < masked.length; at++) {
        if (masked[at] === "{" || masked[at] === "[")
            depth++;
        else if (masked[at] === "}" || masked[at] === "]")
            depth--;
        else if (depth === 1 && text.startsWith(`"${key}"`, at) && masked[at] === '"')
            return masked.indexOf("{", at + key.length + 2);
    }
    return -1;
}
function plainJson(text) {
    const plain = text
        .replace(stringsAndComments, (part) => (part.startsWith('"') ? part : " "))
        .replace(/"(?:[^"\\\n]|\\.)*"?|,(?=\s*[}\]])/g, (part) => (part === "," ? "" : part));
    try {
        const value = JSON.parse(plain);
        return typeof value === "object" && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
function sorted(value) {
    return JSON.stringify(value, (_, inner) => typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
        : inner);
}

;// CONCATENATED MODULE: ./src/app/init/templates.ts
const templateNames = ["files", "http", "scripts"];
const files = {
    task: () => `apiVersion: opus/v1
kind: File
metadata:
  name: greeting
  # In a job the file is gone with the runner: each run makes it again, and nobody calls that drift.
  lifecycle: { ephemeral: true }
spec:
  path: out/hello.txt
  content: |
    Hello World!
`,
    ignored: ["/out/"],
    notes: [],
    env: [],
};
const scripts = {
    task: () => `apiVersion: opus/v1
kind: Shell
metadata:
  name: greeting
  # In a job the file is gone with the runner: each run makes it again, and nobody calls that drift.
  lifecycle: { ephemeral: true }
spec:
  env: { TEXT: Hello World! }
  # Prints what is there as JSON, and nothing where it is not there.
  read: if [ -f out/hello.txt ]; then printf '{"size":%d}' "$(wc -c < out/hello.txt)"; fi
  create: |
    mkdir -p out
    echo "$TEXT" > out/hello.txt
  update: echo "$TEXT" > out/hello.txt
  delete: rm -f out/hello.txt
`,
    ignored: ["/out/"],
    notes: [],
    env: [],
};
const http = {
    task: ({ repository = "OWNER/REPOSITORY" }) => `apiVersion: opus/v1
kind: Values
metadata: { name: secrets }
spec:
  secrets:
    token: { env: LABELS_TOKEN }
---
apiVersion: opus/v1
kind: HttpResource
metadata:
  name: label
spec:
  baseUrl: https://api.github.com/repos/${repository}
  auth: { bearer: "\${SECRET:token}" }
  path: /labels
  # A label is named by its name, so it is found again whatever becomes of an answer.
  id: { body: /name }
  update: { method: PATCH }
  body:
    name: opus
    color: "1f6feb"
    description: What opus has made
`,
    ignored: [],
    notes: [
        "The task is a label of the repository. It needs a token that may write issues: `export LABELS_TOKEN=$(gh auth token)`.",
        "In the repository keep such a token as the secret LABELS_TOKEN.",
    ],
    env: ["LABELS_TOKEN: ${{ secrets.LABELS_TOKEN }}"],
};
const templates = { files, http, scripts };
function manifestText(template, place) {
    return `# What should be there. \`opus plan\` shows what would change, \`opus apply\` makes it so.
apiVersion: opus/v1
kind: Project
metadata: { name: ${place.project} }
spec:
  contexts:
    - { branch: ${yamlText(place.branch)}, context: prod } # what a push applies
    - { event: pull_request, context: prod } # what a pull request previews
    - { input: [prod] } # what a terminal takes
---
${templates[template].task(place)}`;
}
function yamlText(text) {
    return /^[A-Za-z][A-Za-z0-9_./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
        ? text
        : JSON.stringify(text);
}

;// CONCATENATED MODULE: ./src/app/init/workflow.ts


const actionRef = `v${metadata_generated.metadata.version.split(".")[0]}`;
const checkoutPin = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
function workflowText(template, place) {
    const { branch } = place;
    return `# Shows on each pull request what merging it would change, and applies what is pushed to ${branch}.
name: opus
on:
  pull_request: {}
  push: { branches: [${JSON.stringify(branch)}] }

permissions: {}

jobs:
${planJob(stepOf(template, place, "plan"))}
${applyJob(stepOf(template, place, "apply"))}`;
}
function stepOf(template, { actionOwner, folder }, command) {
    const inputs = [`command: ${command}`, ...(folder === "" ? [] : [`working-directory: ${yamlText(folder)}`])];
    const env = templates[template].env.map((line) => `\n        env: { ${line.replace(": ", ': "')}" }`).join("");
    return `      - uses: ${actionOwner}/magnum-opus@${actionRef} # better a commit: see docs/upgrading.md there
        with: { ${inputs.join(", ")} }${env}`;
}
function planJob(step) {
    return `  plan:
    name: Opus plan
    # Pull requests from forks and from Dependabot get a token that may only read.
    if: >-
      github.event_name == 'pull_request'
      && github.event.pull_request.head.repo.full_name == github.repository
      && github.event.pull_request.user.login != 'dependabot[bot]'
    runs-on: ubuntu-latest
    timeout-minutes: 15
    concurrency:
      group: opus-plan-\${{ github.event.pull_request.number }}
      cancel-in-progress: true
    permissions:
      contents: read # the manifest, and state to compare it with
      pull-requests: write # the comment
    steps:
      - uses: ${checkoutPin}
        with: { fetch-depth: 2, persist-credentials: false }
${step}
`;
}
function applyJob(step) {
    return `  apply:
    name: Opus apply
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
    timeout-minutes: 60
    # One after the other, and none that goes on is cut off.
    concurrency: { group: opus-apply, queue: max }
    permissions:
      contents: write # state is a branch of this repository
      actions: read # to see that a run which left a lock behind is over
      pull-requests: write # the preview's comment gets the result
    steps:
      - uses: ${checkoutPin}
        with: { persist-credentials: false }
${step}
`;
}

;// CONCATENATED MODULE: ./src/app/init/init.ts










async function init({ folder, template = "files", program }, { say, refuse }) {
    if (!isTemplate(template))
        return refuse(`there is no template "${template}": there are ${templateNames.join(", ")}`);
    if (!(0,external_node_fs_.existsSync)(folder))
        return refuse(`the folder ${folder} does not exist`);
    const place = await placeOf(folder, program);
    const inTop = (path) => (0,external_node_path_.join)(place.top, path);
    const texts = [
        [(0,external_node_path_.join)(folder, "opus.yaml"), (before) => before ?? manifestText(template, place)],
        [inTop(".github/workflows/opus.yml"), (before) => before ?? workflowText(template, place)],
        [
            (0,external_node_path_.join)(folder, ".gitignore"),
            (before) => withLines(before, [...templates[template].ignored, "opus-recovery*.json"]),
        ],
        [inTop(".vscode/settings.json"), (before) => withSchema(before, schemaOf(place.actionOwner))],
    ];
    const done = [];
    for (const [path, make] of texts) {
        const result = placed(path, make);
        if (!result.ok) {
            sayDone(done, say);
            return refuse(`${shown(path, folder)} could not be written: ${result.error}`);
        }
        done.push({ path: shown(path, folder), what: result.what });
    }
    sayDone(done, say);
    for (const line of nextLines(template, place, done))
        say(line);
    return 0;
}
function sayDone(done, say) {
    const width = Math.max(0, ...done.map(({ path }) => path.length));
    for (const { path, what } of done)
        say(`${path.padEnd(width)}  ${what}`);
}
function isTemplate(name) {
    return templateNames.includes(name);
}
function placed(path, make) {
    try {
        const before = (0,external_node_fs_.existsSync)(path) ? (0,external_node_fs_.readFileSync)(path, "utf8") : undefined;
        const after = make(before);
        if (after === undefined)
            return { ok: true, what: "left as it is: it could not be added to safely" };
        if (after === before)
            return { ok: true, what: "is there" };
        (0,file_writing/* writeWholeFile */.R0)(path, new TextEncoder().encode(after));
        return { ok: true, what: before === undefined ? "made" : "added to" };
    }
    catch (error) {
        return { ok: false, error: (0,file_problem/* fileProblem */.W)(path, error).message };
    }
}
function withLines(text, lines) {
    const there = (text ?? "").split(/\r?\n/).map((line) => line.trim());
    const missing = lines.filter((line) => !there.includes(line) && !there.includes(line.replace(/^\/|\/$/g, "")));
    if (missing.length === 0)
        return text ?? "";
    const begin = text === undefined || text === "" || text.endsWith("\n") ? (text ?? "") : `${text}\n`;
    return `${begin}${missing.join("\n")}\n`;
}
function shown(path, folder) {
    return (0,external_node_path_.relative)(folder, path).split(external_node_path_.sep).join("/");
}
function schemaOf(owner) {
    return `https://raw.githubusercontent.com/${owner}/magnum-opus/${actionRef}/schema/opus.json`;
}
async function placeOf(folder, program) {
    const facts = await checkout/* checkout */.P.facts(folder);
    const own = await checkout/* checkout */.P.facts(program);
    const { name } = await (0,default_project.defaultProject)({
        root: facts.top ?? folder,
        workingDirectory: folder,
        manifest: ["opus.yaml"],
        repository: facts.repository,
    });
    const ownOwner = own.repository?.endsWith("/magnum-opus") ? own.repository.split("/")[0] : undefined;
    return {
        project: name.replace(/^[^A-Za-z0-9]+/, "") || "project",
        branch: facts.defaultBranch ?? "main",
        repository: facts.repository,
        actionOwner: ownOwner ?? facts.repository?.split("/")[0] ?? "OWNER",
        top: facts.top ?? folder,
        folder: facts.top === undefined ? "" : (0,external_node_path_.relative)(facts.top, folder).split(external_node_path_.sep).join("/"),
    };
}
function nextLines(template, place, done) {
    const made = done.some(({ what }) => what === "made" || what === "added to");
    if (!made)
        return ["", "Everything is there already; nothing was changed."];
    const [manifest, workflow] = done;
    const unknown = manifest?.what === "made" && workflow?.what === "is there";
    const steps = [
        ...templates[template].notes,
        "`opus plan` shows what would be made, `opus apply` makes it.",
        ...(unknown
            ? [`${workflow.path} was there before: see that ${stepsOf(place)} of its own, or nothing plans and applies it.`]
            : []),
        `Then commit it and push it to ${place.branch}: the workflow applies it, and shows plans on pull requests.`,
        ...(place.actionOwner === "OWNER"
            ? ["Replace OWNER in the workflow and the settings: whose repository has magnum-opus."]
            : []),
    ];
    return [
        "",
        "Next:",
        ...steps.map((step, index) => `  ${index + 1}. ${step}`),
        "",
        `opus ${metadata_generated.metadata.version}; \`opus explain File\` tells of a kind, \`opus --help\` of the commands.`,
    ];
}
function stepsOf({ folder }) {
    return folder === "" ? "this project has steps" : `\`working-directory: ${folder}\` has steps`;
}


/***/ }),

/***/ 67877:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   defaultProject: () => (/* binding */ defaultProject)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _engine_model_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76141);
/* harmony import */ var _engine_text_glob_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41660);
/* harmony import */ var _engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7487);
/* harmony import */ var _engine_text_shown_url_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57849);
/* harmony import */ var _node_git_checkout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92583);
/* harmony import */ var _node_sha256_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88437);








async function defaultProject(options) {
    const { root, repository } = options;
    const outside = nameOf(root);
    const base = repository?.split("/")[1] || (await originName(root)) || outside;
    const known = repository ? [base] : [base, outside];
    const folder = manifestFolder(options);
    const top = (0,_engine_model_project_js__WEBPACK_IMPORTED_MODULE_4__/* .reservedProject */ .K)(base) === undefined ? base : base.replaceAll(".", "-");
    const name = folder === "" ? top : `${base}--${folderPart(folder)}`;
    const former = known.filter((one) => one !== name);
    const foreign = folder !== "" && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, "opus.yaml"));
    return { name, former: foreign ? [] : [...new Set(former)] };
}
function manifestFolder({ root, workingDirectory, manifest }) {
    const base = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(workingDirectory) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workingDirectory) : workingDirectory;
    const folders = manifest.map((pattern) => {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(base, (0,_engine_text_glob_js__WEBPACK_IMPORTED_MODULE_5__/* .plainFolders */ .es)(pattern).join("/") || (pattern.startsWith("/") ? "/" : "."));
    });
    const common = folders.reduce((one, other) => commonFolder(one, other), folders[0] ?? base);
    const inside = isWithin(base, common) ? common : base;
    return isWithin(root, inside) ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, inside).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join("/") : "";
}
function commonFolder(one, other) {
    let folder = one;
    while (!isWithin(folder, other) && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) !== folder)
        folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    return folder;
}
function isWithin(folder, path) {
    return path === folder || path.startsWith(folder.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep) ? folder : folder + node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
}
const plain = /^(?!-)(?!.*--)[A-Za-z0-9._-]+(?<!-)$/;
const longest = 100;
function folderPart(folder) {
    const segments = folder.split("/");
    const joined = segments.join("--");
    if (joined.length <= longest && segments.every((segment) => plain.test(segment)))
        return joined;
    const sum = (0,_node_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .s)(folder).slice(0, 16);
    const legible = joined.replaceAll(/[^A-Za-z0-9._-]+/g, "-").slice(0, longest - 20);
    return `${(0,_engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutEnd */ .M)(legible, "-")}---${sum}`;
}
async function originName(root) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ".git")))
        return undefined;
    const origin = await _node_git_checkout_js__WEBPACK_IMPORTED_MODULE_2__/* .checkout */ .P.origin(root);
    if (!origin.ok)
        return undefined;
    const last = (0,_engine_text_shown_url_js__WEBPACK_IMPORTED_MODULE_7__/* .withoutCredentials */ .ri)(origin.value)
        .split(/[\\/:]/)
        .filter(Boolean)
        .at(-1);
    const name = last?.replace(/\.git$/, "");
    return name === undefined || name === "" ? undefined : name.replaceAll(illegal, "-");
}
function nameOf(path) {
    const name = path.split(/[\\/]/).filter(Boolean).at(-1) ?? "";
    return name.replaceAll(illegal, "-").replace(/^[^A-Za-z0-9]+/, "") || "project";
}
const illegal = /[^A-Za-z0-9._-]/g;


/***/ })

};
