import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  defaultProject
} from "./chunk-QK6MTLUX.js";
import "./chunk-L3IILN6V.js";
import {
  checkout
} from "./chunk-7WGP7UA6.js";
import "./chunk-C5KIVHJI.js";
import "./chunk-CDGJNW5Y.js";
import "./chunk-H7CNPS2Q.js";
import "./chunk-6SHK6BE2.js";
import {
  fileProblem
} from "./chunk-4X7ZPCTY.js";
import "./chunk-SGU7ENRC.js";
import "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-PN4IT2FT.js";
import "./chunk-IOTVDPD4.js";
import "./chunk-T4BGI7IW.js";
import "./chunk-T3NMYTTS.js";
import "./chunk-FGOILAFU.js";
import "./chunk-VKSB6RUN.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-IE326VUJ.js";
import {
  metadata
} from "./chunk-3CUOGUAX.js";
import "./chunk-FOQK4HC4.js";
import "./chunk-QHW5LFAW.js";

// src/app/init/init.ts
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

// src/app/init/editor-settings.ts
var manifests = ["opus.yaml", "opus.yml"];
function withSchema(text, schema) {
  const list = JSON.stringify(manifests).replace(",", ", ");
  const entry = `${JSON.stringify(schema)}: ${list}`;
  if (text === void 0 || text.trim() === "") return `{
  "yaml.schemas": {
    ${entry}
  }
}
`;
  const before = plainJson(text);
  if (before === void 0) return void 0;
  const known = before["yaml.schemas"];
  if (known !== void 0 && (typeof known !== "object" || known === null || Array.isArray(known))) return void 0;
  if (known && Object.values(known).some((files2) => [files2].flat().includes(manifests[0]))) return text;
  const masked = mask(text);
  const at = known === void 0 ? masked.indexOf("{") : bracketOf(masked, text, "yaml.schemas");
  if (at === -1) return void 0;
  const isEmpty = /^\s*\}/.test(masked.slice(at + 1));
  const added = known === void 0 ? `
  "yaml.schemas": {
    ${entry}
  }${isEmpty ? "\n" : ","}` : `
    ${entry}${isEmpty ? "\n  " : ","}`;
  const after = `${text.slice(0, at + 1)}${added}${text.slice(at + 1)}`;
  const wanted = { ...before, "yaml.schemas": { ...known ?? {}, [schema]: manifests } };
  return sorted(plainJson(after)) === sorted(wanted) ? after : void 0;
}
function mask(text) {
  return text.replace(
    /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (part) => part.startsWith('"') ? `"${" ".repeat(part.length - 2)}"` : part.replace(/[^\n]/g, " ")
  );
}
function bracketOf(masked, text, key) {
  let depth = 0;
  for (let at = 0; at < masked.length; at++) {
    if (masked[at] === "{" || masked[at] === "[") depth++;
    else if (masked[at] === "}" || masked[at] === "]") depth--;
    else if (depth === 1 && text.startsWith(`"${key}"`, at) && masked[at] === '"')
      return masked.indexOf("{", at + key.length + 2);
  }
  return -1;
}
function plainJson(text) {
  const plain = text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (part) => part.startsWith('"') ? part : " ").replace(/"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g, (part) => part === "," ? "" : part);
  try {
    const value = JSON.parse(plain);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
function sorted(value) {
  return JSON.stringify(
    value,
    (_, inner) => typeof inner === "object" && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => one < other ? -1 : 1)) : inner
  );
}

// src/app/init/templates.ts
var templateNames = ["files", "http", "scripts"];
var files = {
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
  env: []
};
var scripts = {
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
  env: []
};
var http = {
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
    "In the repository keep such a token as the secret LABELS_TOKEN."
  ],
  env: ["LABELS_TOKEN: ${{ secrets.LABELS_TOKEN }}"]
};
var templates = { files, http, scripts };
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
  return /^[A-Za-z][A-Za-z0-9_./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text);
}

// src/app/init/workflow.ts
var actionRef = `v${metadata.version.split(".")[0]}`;
var checkoutPin = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
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
  const inputs = [`command: ${command}`, ...folder === "" ? [] : [`working-directory: ${yamlText(folder)}`]];
  const env = templates[template].env.map((line) => `
        env: { ${line.replace(": ", ': "')}" }`).join("");
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

// src/app/init/init.ts
async function init({ folder, template = "files", program }, say) {
  if (!isTemplate(template)) {
    say(`there is no template "${template}": there are ${templateNames.join(", ")}`);
    return 1;
  }
  if (!existsSync(folder)) {
    say(`the folder ${folder} does not exist`);
    return 1;
  }
  const place = await placeOf(folder, program);
  const inTop = (path) => join(place.top, path);
  const texts = [
    [join(folder, "opus.yaml"), (before) => before ?? manifestText(template, place)],
    [inTop(".github/workflows/opus.yml"), (before) => before ?? workflowText(template, place)],
    [
      join(folder, ".gitignore"),
      (before) => withLines(before, [...templates[template].ignored, "opus-recovery*.json"])
    ],
    [inTop(".vscode/settings.json"), (before) => withSchema(before, schemaOf(place.actionOwner))]
  ];
  const done = [];
  for (const [path, make] of texts) {
    const result = placed(path, make);
    if (!result.ok) {
      say(`${shown(path, folder)} could not be written: ${result.error}`);
      return 1;
    }
    done.push({ path: shown(path, folder), what: result.what });
  }
  const width = Math.max(...done.map(({ path }) => path.length));
  for (const { path, what } of done) say(`${path.padEnd(width)}  ${what}`);
  for (const line of nextLines(template, place, done)) say(line);
  return 0;
}
function isTemplate(name) {
  return templateNames.includes(name);
}
function placed(path, make) {
  try {
    const before = existsSync(path) ? readFileSync(path, "utf8") : void 0;
    const after = make(before);
    if (after === void 0) return { ok: true, what: "left as it is: it could not be added to safely" };
    if (after === before) return { ok: true, what: "is there" };
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, after);
    return { ok: true, what: before === void 0 ? "made" : "added to" };
  } catch (error) {
    return { ok: false, error: fileProblem(path, error).message };
  }
}
function withLines(text, lines) {
  const there = (text ?? "").split(/\r?\n/).map((line) => line.trim());
  const missing = lines.filter((line) => !there.includes(line) && !there.includes(line.replace(/^\/|\/$/g, "")));
  if (missing.length === 0) return text ?? "";
  const begin = text === void 0 || text === "" || text.endsWith("\n") ? text ?? "" : `${text}
`;
  return `${begin}${missing.join("\n")}
`;
}
function shown(path, folder) {
  return relative(folder, path).split(sep).join("/");
}
function schemaOf(owner) {
  return `https://raw.githubusercontent.com/${owner}/magnum-opus/${actionRef}/schema/opus.json`;
}
async function placeOf(folder, program) {
  const facts = await checkout.facts(folder);
  const own = await checkout.facts(program);
  const { name } = await defaultProject({
    root: facts.top ?? folder,
    workingDirectory: folder,
    manifest: ["opus.yaml"],
    repository: facts.repository
  });
  const ownOwner = own.repository?.endsWith("/magnum-opus") ? own.repository.split("/")[0] : void 0;
  return {
    project: name,
    branch: facts.defaultBranch ?? "main",
    repository: facts.repository,
    actionOwner: ownOwner ?? facts.repository?.split("/")[0] ?? "OWNER",
    top: facts.top ?? folder,
    folder: facts.top === void 0 ? "" : relative(facts.top, folder).split(sep).join("/")
  };
}
function nextLines(template, place, done) {
  const made = done.some(({ what }) => what === "made" || what === "added to");
  if (!made) return ["", "Everything is there already; nothing was changed."];
  const steps = [
    ...templates[template].notes,
    "`opus plan` shows what would be made, `opus apply` makes it.",
    `Then commit it and push it to ${place.branch}: the workflow applies it, and shows plans on pull requests.`,
    ...place.actionOwner === "OWNER" ? ["Replace OWNER in the workflow and the settings: whose repository has magnum-opus."] : []
  ];
  return [
    "",
    "Next:",
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
    "",
    `opus ${metadata.version}; \`opus explain File\` tells of a kind, \`opus --help\` of the commands.`
  ];
}
export {
  init
};
