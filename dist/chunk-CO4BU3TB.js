import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isoTime
} from "./chunk-RTR3EWSL.js";
import {
  readThrown
} from "./chunk-FLMCZA43.js";
import {
  depthFirst,
  inputFailure
} from "./chunk-4OMOQ67W.js";
import {
  closing,
  makeFolders,
  openByPath,
  openForReading,
  systemCode
} from "./chunk-QRZW4G5D.js";
import {
  FileJournal,
  StateFolder,
  belongsTo,
  bodyDigest,
  commandLine,
  conflict,
  decode,
  encode,
  folderName,
  movedFailure,
  nameOfFolder,
  sameBody,
  sealedPart,
  sha256,
  sortedNames,
  statesIn,
  versionOf
} from "./chunk-CSETESDP.js";
import {
  noProxy,
  proxyFor
} from "./chunk-H2WNXSF6.js";
import {
  attempt,
  errorCode,
  ioFailure,
  nodeFileSystem,
  overwrite,
  syncFolder,
  writeNew
} from "./chunk-SNBMTHGJ.js";
import {
  oneLine
} from "./chunk-3NSOBNUE.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";
import {
  untouched
} from "./chunk-W627D4M3.js";
import {
  formatReference,
  nearest,
  parseTemplate
} from "./chunk-XT5GRKLC.js";
import {
  err,
  failure,
  ok
} from "./chunk-4COZKLNI.js";
import {
  isRateLimit,
  saidOf,
  whyUnreachable,
  withoutToken
} from "./chunk-FLMLRSQK.js";
import {
  withoutCredentials
} from "./chunk-UIXIVFMH.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  mostSealedKeys,
  sizeWords,
  stateBytes
} from "./chunk-CFBAOGDQ.js";
import {
  isObject,
  mapMembers
} from "./chunk-OYQK6QYK.js";

// src/action/metadata.generated.ts
var metadata = {
  name: "Magnum Opus",
  description: "Makes the world match a manifest kept in your repository. Plan, apply, drift and rollback, without a server.",
  version: "0.1.0",
  inputs: [
    { name: "command", description: "What to do: plan, apply, create, update, delete, describe, drift, rollback, validate, contexts, forget, unlock, or a name of your own from Project.spec.commands.", default: "plan" },
    { name: "plan-command", description: "The command that `plan` previews. Empty means `apply`, or the name that is mapped to it.", default: "" },
    { name: "manifest", description: "Files or globs of the manifest, separated by commas or line breaks, relative to working-directory.", default: "opus.yaml" },
    { name: "context", description: "The environment to work on, for rules with `input`. Empty lets the workflow's event choose. `delete` needs it.", default: "" },
    { name: "target", description: "Names or globs of tasks, separated by commas or line breaks, to limit the run to, with what they depend on.", default: "" },
    { name: "values", description: "A YAML mapping of values that go before those of every file and context.", default: "" },
    { name: "values-file", description: "A YAML file with values, relative to working-directory. `values` goes before it.", default: "" },
    { name: "working-directory", description: "The folder that every path is relative to.", default: "." },
    { name: "token", description: "Token for the repository. State on a branch needs `contents` `write` (to plan, `read`), healing of locks and the `cache` backend `actions` `read`, comments `pull-requests` `write`.", default: "${{ github.token }}" },
    { name: "state-backend", description: "Where state is kept. `branch` (of this repository), `file`, or `cache` (the Actions cache, best effort). Empty means what the project says, else `branch` in a workflow and `file` in a terminal.", default: "" },
    { name: "state-branch", description: "The branch that holds state, for the `branch` backend. Empty means what the project says, else `opus-state`.", default: "" },
    { name: "state-path", description: "The folder of the `file` backend, relative to working-directory. Empty means what the project says, else `.opus/state`.", default: "" },
    { name: "encryption-key", description: "Seals state. age identities (`opus state keygen` makes one) or passphrases, one a line; the first seals, all open.", default: "" },
    { name: "lock-timeout", description: "How long to wait for another run that holds the lock, such as 90s, 5m or 1h; 0 does not wait.", default: "5m" },
    { name: "lock-id", description: "The lock that `unlock` releases.", default: "" },
    { name: "refresh", description: "Which resources to look at before planning. `all`, `changed` (only tasks whose spec changed) or `none` (recorded state alone).", default: "all" },
    { name: "parallelism", description: "How many tasks may run side by side, from 1 to 256. With 1 they run exactly in order.", default: "10" },
    { name: "fail-fast", description: "Start nothing new after the first failure.", default: "false" },
    { name: "max-deletes", description: "Refuse a plan that deletes or replaces more tasks than this. Empty means Project.spec.limits.maxDeletes.", default: "" },
    { name: "expect-no-changes", description: "Fail with `changes-pending` when the plan has changes.", default: "false" },
    { name: "fail-on-drift", description: "Fail with `drift-detected` when a resource is not as it was left.", default: "false" },
    { name: "require-reviewed-plan", description: "Apply only a plan that was previewed on the merged pull request, and has not changed since. Needs `pull-requests` `read`.", default: "false" },
    { name: "plan-digest", description: "Do exactly the plan with this digest, the output `plan-digest` of the step that planned, or fail with `plan-changed`. `none` does whatever the plan of now is; an empty text is refused, as it approves nothing.", default: "none" },
    { name: "plan-signing-key", description: "Signs plans, so that nobody without it can make a preview of one. At least 16 characters; the same for the step that plans and the one that applies.", default: "" },
    { name: "comment-pr", description: "Show plans, and what became of them, in a comment on the pull request. `always`, `on-changes` or `never`. Needs `pull-requests` `write`.", default: "always" },
    { name: "drift-issue", description: "Keep an issue open while there is drift. Not available yet.", default: "false" },
    { name: "summary", description: "Write the job summary.", default: "true" },
    { name: "report-path", description: "Where to write the report (JSON). Empty means a file under RUNNER_TEMP.", default: "" },
    { name: "reports", description: "Files or globs of the reports that `report` joins, separated by commas or line breaks, relative to working-directory.", default: "opus-reports/**/*.json" },
    { name: "to", description: "The serial that `rollback` goes back to, one at which a run ended. Empty undoes the last run.", default: "" },
    { name: "initialize", description: "For one run. Takes state that is not sealed although there is a key, and seals it; lets the `cache` backend begin without state.", default: "false" }
  ],
  outputs: [
    { name: "command", description: "The command that ran." },
    { name: "context", description: "The context, or empty when there were several." },
    { name: "contexts", description: "The names of the contexts, as a JSON array. Made for a job matrix." },
    { name: "changes", description: "`true` when the plan has changes." },
    { name: "drift", description: "`true` when a resource is not as it was left." },
    { name: "to-create", description: "How many tasks the plan creates." },
    { name: "to-update", description: "How many tasks the plan updates." },
    { name: "to-replace", description: "How many tasks the plan replaces." },
    { name: "to-delete", description: "How many tasks the plan deletes." },
    { name: "to-adopt", description: "How many tasks the plan adopts." },
    { name: "unchanged", description: "How many tasks the plan leaves alone." },
    { name: "failed", description: "How many tasks failed, rolled back and tainted ones among them." },
    { name: "unknown", description: "How many tasks could not be told, for example because looking at them failed." },
    { name: "plan-digest", description: "The checksum of the plan, or empty when there were several contexts." },
    { name: "state-revision", description: "The stored version of the state, or empty when there were several contexts." },
    { name: "outputs", description: "Outputs of tasks as JSON: task \u2192 name \u2192 value. Nothing secret. `{}` above 512 KiB and when there were several contexts; the report has each." },
    { name: "report-path", description: "The report (JSON)." },
    { name: "failure-reason", description: "Why the run failed, one of a fixed list of words, or empty." }
  ]
};

// src/action/inputs.ts
var maxParallelism = 256;
var shortestSigningKey = 16;
var branchName = /^(?!refs\/|[-/.]|@$|[Hh][Ee][Aa][Dd]$)(?!.*(?:\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|[/.]$))[^\s~^:?*[\\\u0000-\u001f\u007f]+$/;
var truths = ["true", "True", "TRUE"];
var falsehoods = ["false", "False", "FALSE"];
var units = { ms: 1, s: 1e3, m: 6e4, h: 36e5 };
function readRawInputs(env) {
  const raw = {};
  for (const { name } of metadata.inputs) {
    const value = env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`];
    if (value !== void 0)
      raw[name] = name === "values" ? value.replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd() : value.trim();
  }
  return raw;
}
function withEnvironment(raw, env) {
  const { OPUS_ENCRYPTION_KEY: key } = env;
  return key === void 0 || raw["encryption-key"] !== void 0 ? raw : { ...raw, "encryption-key": key };
}
function readSettings(raw, { terminal }) {
  const reader = new Reader(raw, terminal);
  const { text: text2, optional } = reader;
  const settings = {
    command: text2("command") ?? "plan",
    ...optional("planCommand", text2("plan-command")),
    manifest: reader.list("manifest"),
    ...optional("context", reader.contextName()),
    targets: reader.list("target"),
    ...optional("values", reader.values()),
    ...optional("valuesFile", text2("values-file")),
    workingDirectory: text2("working-directory") ?? ".",
    ...optional("token", text2("token")),
    state: {
      ...optional("backend", reader.backend()),
      ...optional("branch", reader.branch()),
      ...optional("path", text2("state-path"))
    },
    ...optional("encryptionKey", text2("encryption-key")),
    lockTimeoutMs: reader.duration("lock-timeout"),
    ...optional("lockId", text2("lock-id")),
    refresh: reader.choice("refresh", ["all", "changed", "none"]),
    parallelism: reader.wholeNumber("parallelism", 1, maxParallelism) ?? 1,
    failFast: reader.flag("fail-fast"),
    ...optional("maxDeletes", reader.wholeNumber("max-deletes", 0)),
    expectNoChanges: reader.flag("expect-no-changes"),
    failOnDrift: reader.flag("fail-on-drift"),
    requireReviewedPlan: reader.requireReviewedPlan(),
    ...optional("planDigest", reader.planDigest()),
    ...optional("planSigningKey", reader.signingKey()),
    commentPr: reader.choice("comment-pr", ["always", "on-changes", "never"]),
    driftIssue: reader.unavailableFlag("drift-issue"),
    summary: reader.flag("summary"),
    ...optional("reportPath", text2("report-path")),
    reports: reader.list("reports"),
    ...optional("to", reader.wholeNumber("to", 0)),
    initialize: reader.flag("initialize")
  };
  return reader.problems.length > 0 ? err(reader.problems) : ok(settings);
}
function readSureSettings(raw) {
  const { text: text2, optional } = new Reader(raw, false);
  return {
    command: text2("command") ?? "plan",
    summary: !falsehoods.includes(text2("summary") ?? ""),
    ...optional("workingDirectory", text2("working-directory")),
    ...optional("reportPath", text2("report-path")),
    ...optional("token", text2("token")),
    ...optional("encryptionKey", text2("encryption-key")),
    ...optional("planSigningKey", text2("plan-signing-key"))
  };
}
var Reader = class {
  problems = [];
  #raw;
  #terminal;
  constructor(raw, terminal) {
    this.#raw = raw;
    this.#terminal = terminal;
  }
  /** The text that was given or the default; undefined when both are empty. */
  text = (name) => {
    const given = this.#raw[name];
    if (given !== void 0 && given.trim() !== "") return given;
    const fallback = metadata.inputs.find((input) => input.name === name)?.default ?? "";
    return fallback === "" || fallback.includes("${{") ? void 0 : fallback;
  };
  /** A property that does not exist when it is undefined. */
  optional = (key, value) => value === void 0 ? {} : { [key]: value };
  contextName() {
    const name = this.text("context");
    if (name === void 0 || /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return name;
    this.#wrong("context", name, "a name of letters, digits, `.`, `_` and `-` that begins with a letter or digit");
    return void 0;
  }
  values() {
    const text2 = this.text("values");
    return text2 === void 0 ? void 0 : { text: text2, origin: this.#label("values") };
  }
  backend() {
    const backend = this.text("state-backend");
    if (backend === void 0) return void 0;
    return this.#oneOf("state-backend", backend, ["branch", "cache", "file"]);
  }
  branch() {
    const branch = this.text("state-branch");
    if (branch === void 0 || branchName.test(branch)) return branch;
    this.#wrong("state-branch", branch, "the name of a branch, such as `opus-state`");
    return void 0;
  }
  requireReviewedPlan() {
    const value = this.flag("require-reviewed-plan");
    if (value && this.#terminal)
      this.#problem("--require-reviewed-plan is for workflows", "Apply from a workflow, or leave it out.");
    return value;
  }
  signingKey() {
    const key = this.text("plan-signing-key");
    if (key === void 0 || key.length >= shortestSigningKey) return key;
    const problem = `${this.#label("plan-signing-key")} has fewer than ${shortestSigningKey} characters, and may be found by trying`;
    this.#problem(problem, "Make one with `openssl rand -hex 32`, and keep it as a secret of the repository.");
    return void 0;
  }
  /** Undefined: any plan will do. What a step that planned nothing hands over is empty, and must not mean the same. */
  planDigest() {
    const given = this.#raw["plan-digest"]?.trim();
    if (given === void 0 || given === "none") return void 0;
    if (/^(?:hmac-)?sha256:[0-9a-f]{64}$/.test(given)) return given;
    if (given === "") {
      const problem = `${this.#label("plan-digest")} is empty, which approves no plan`;
      const suggestion = "Hand over the output `plan-digest` of a step that planned one context; leave it out, or write `none`, to do whatever the plan of now is.";
      this.#problem(problem, suggestion);
    } else
      this.#wrong(
        "plan-digest",
        given,
        "a digest as the output `plan-digest` has it, `sha256:` and 64 digits, or `none`"
      );
    return void 0;
  }
  /** Parts between commas and line breaks; commas inside `{…}` of a glob don't count. */
  list(name) {
    const parts = listParts(this.text(name) ?? "");
    return parts.map((part) => part.trim()).filter((part) => part !== "");
  }
  flag(name) {
    const value = this.text(name) ?? "false";
    if (truths.includes(value)) return true;
    if (!falsehoods.includes(value)) this.#wrong(name, value, "`true` or `false`");
    return false;
  }
  choice(name, choices) {
    return this.#oneOf(name, this.text(name) ?? choices[0], choices) ?? choices[choices.length - 1] ?? choices[0];
  }
  wholeNumber(name, least, most = Number.MAX_SAFE_INTEGER) {
    const value = this.text(name);
    if (value === void 0) return void 0;
    const number2 = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
    if (number2 >= least && number2 <= most) return number2;
    const range = most === Number.MAX_SAFE_INTEGER ? `, ${least} or more` : ` from ${least} to ${most}`;
    this.#wrong(name, value, `a whole number${range}`);
    return void 0;
  }
  /** Milliseconds. */
  duration(name) {
    const value = this.text(name) ?? "0";
    const match = /^(\d{1,9})(ms|s|m|h)$/.exec(value);
    const ms = Number(match?.[1] ?? Number.NaN) * (units[match?.[2] ?? ""] ?? Number.NaN);
    if (value === "0") return 0;
    if (ms <= 2147483647) return ms;
    this.#wrong(name, value, "0 or a duration such as 90s, 5m or 1h, of at most 24 days");
    return 0;
  }
  unavailableFlag(name) {
    const value = this.flag(name);
    if (value) this.#unavailable(this.#label(name), "Leave it out, or set it to `false`.");
    return value;
  }
  #oneOf(name, value, choices) {
    const found = choices.find((choice) => choice === value);
    if (found !== void 0) return found;
    const near = nearest(value, choices, 2);
    const list = `${choices.slice(0, -1).map(code).join(", ")} or ${choices.slice(-1).map(code).join("")}`;
    this.#wrong(name, value, list, near === void 0 ? void 0 : `Did you mean \`${near}\`?`);
    return void 0;
  }
  #wrong(name, value, wanted, suggestion) {
    const shown = shortened(oneLine(value), 61);
    this.#problem(`${this.#label(name)} must be ${wanted}, not "${shown}"`, suggestion);
  }
  #unavailable(what, suggestion) {
    this.#problem(`${what} is not available yet`, suggestion);
  }
  #problem(message2, suggestion) {
    const base = { severity: "error", code: "invalid-input", message: message2 };
    this.problems.push(suggestion === void 0 ? base : { ...base, suggestion });
  }
  #label(name) {
    return this.#terminal ? `--${name}` : `input "${name}"`;
  }
};
function code(text2) {
  return `\`${text2}\``;
}
function listParts(text2) {
  return text2.split(/[\r\n]+/).flatMap((line) => {
    const parts = [];
    let rest = "";
    let closes = false;
    for (const character of [...line].reverse()) {
      if (character === "}") closes = true;
      else if (character === "{") closes = false;
      if (character === "," && !closes) {
        parts.push(rest);
        rest = "";
      } else rest = character + rest;
    }
    return [rest, ...parts.reverse()];
  });
}

// src/node/clock.ts
var systemClock = {
  now: () => performance.now(),
  timestamp: () => (/* @__PURE__ */ new Date()).toISOString(),
  sleep: (ms, signal) => new Promise((resolve2, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve2();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  })
};

// src/node/processes/process-table.ts
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
var markVariable = "OPUS_PROCESS";
function scanProcesses() {
  if (process.platform !== "linux") return void 0;
  const begunAt = Date.now();
  const groups = /* @__PURE__ */ new Map();
  const marks = /* @__PURE__ */ new Map();
  let names;
  try {
    names = readdirSync("/proc");
  } catch {
    return void 0;
  }
  for (const name of names) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    const stat = statOf(pid);
    if (stat === void 0 || stat.state === "Z" || stat.state === "X") continue;
    add(groups, stat.group, pid);
    const mark = markOf(pid);
    if (mark !== void 0) add(marks, mark, pid);
  }
  return {
    begunAt,
    inGroup: (leader) => groups.get(leader) ?? [],
    withMark: (mark) => marks.get(mark) ?? []
  };
}
function startTimeOf(pid) {
  return process.platform === "linux" ? statOf(pid)?.startTime ?? null : null;
}
function lookAtProcess(pid) {
  const stat = process.platform === "linux" ? statOf(pid) : void 0;
  if (stat === void 0 || stat.state === "Z" || stat.state === "X") return void 0;
  return { startTime: stat.startTime, mark: markOf(pid) };
}
function hasVariables(pid, variables) {
  const wanted = variables.map(([name, value]) => `${name}=${value}`);
  if (process.platform === "linux") {
    const held = new Set(tryRead(`/proc/${pid}/environ`, "utf8")?.split("\0"));
    return wanted.every((one) => held.has(one));
  }
  if (process.platform === "win32") return false;
  try {
    const shown = execFileSync("ps", ["eww", "-o", "command=", "-p", String(pid)], psOptions);
    return wanted.every((one) => ` ${shown.trim()} `.includes(` ${one} `));
  } catch {
    return false;
  }
}
function environmentsHold(texts) {
  const held = /* @__PURE__ */ new Set();
  if (process.platform !== "linux") return held;
  for (const name of namesOf("/proc")) {
    const environment = /^\d+$/.test(name) ? tryRead(`/proc/${name}/environ`, "utf8") : void 0;
    if (environment) {
      for (const text2 of texts) if (environment.includes(text2)) held.add(text2);
    }
  }
  return held;
}
function namesOf(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
var psOptions = {
  encoding: "utf8",
  env: { PATH: "/bin:/usr/bin", LC_ALL: "C" },
  stdio: "pipe",
  timeout: 2e3,
  maxBuffer: 16 * 1024 * 1024
};
function bootId() {
  return tryRead("/proc/sys/kernel/random/boot_id")?.trim() ?? null;
}
function add(lists, key, pid) {
  const list = lists.get(key);
  if (list) list.push(pid);
  else lists.set(key, [pid]);
}
function statOf(pid) {
  const text2 = tryRead(`/proc/${pid}/stat`);
  const fields = text2?.slice(text2.lastIndexOf(")") + 2).split(" ");
  const [state, , group] = fields ?? [];
  const startTime = fields?.[19];
  if (state === void 0 || group === void 0 || startTime === void 0) return void 0;
  return { state, group: Number(group), startTime };
}
function markOf(pid) {
  const text2 = tryRead(`/proc/${pid}/environ`);
  if (!text2?.includes(markVariable)) return void 0;
  const begin = `\0${text2}`.indexOf(`\0${markVariable}=`);
  if (begin < 0) return void 0;
  return text2.slice(begin + markVariable.length + 1).split("\0", 1)[0];
}
function tryRead(path, encoding = "latin1") {
  try {
    return readFileSync(path, encoding);
  } catch {
    return void 0;
  }
}

// src/node/processes/process-groups.ts
import { randomUUID } from "node:crypto";

// src/node/processes/process-ledger.ts
import { closeSync, constants, fstatSync, mkdirSync, openSync, readFileSync as readFileSync2, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
var ProcessLedger = class {
  #path;
  #owner;
  #descriptor;
  /**
   * Begins a ledger. Only who holds the lock may do that, after `endLeftovers`.
   * @param folder made when missing
   * @param owner names the run, so that nobody takes another one's ledger for its own: the id of its lock
   */
  constructor(folder, owner) {
    this.#path = ledgerPath(folder);
    this.#owner = owner;
    mkdirSync(dirname(this.#path), { recursive: true });
    this.#descriptor = openSync(this.#path, appending, 384);
    this.#append({ type: "ledger", version: 1, boot: bootId(), owner });
  }
  /** A program is about to be started. */
  call(mark, task) {
    this.#append({ type: "call", mark, ...task === void 0 ? {} : { task } });
  }
  runs(mark, pid) {
    this.#append({ type: "runs", mark, pid, startTime: startTimeOf(pid), startedAt: Date.now() });
  }
  /** Whatever of it still runs was meant to. */
  over(mark) {
    this.#append({ type: "over", mark });
  }
  /** The run has ended. A ledger without open calls goes; one of another run stays. */
  close() {
    if (this.#descriptor === void 0) return;
    closeSync(this.#descriptor);
    this.#descriptor = void 0;
    const { owner, calls } = readLedger(dirname(this.#path));
    if (owner === this.#owner && calls.length === 0) rmSync(this.#path, { force: true });
  }
  #append(line) {
    if (this.#descriptor === void 0) return;
    const data = Buffer.from(`
${JSON.stringify(line)}`);
    if (writeSync(this.#descriptor, data) < data.length)
      throw Object.assign(new Error(`ENOSPC: ${this.#path} could not be written`), { code: "ENOSPC" });
  }
};
function readLedger(folder) {
  const calls = /* @__PURE__ */ new Map();
  const boot = bootId();
  let owner;
  let counts = true;
  let foreign2 = 0;
  for (const content of readLines(folder)) {
    const line = asLine(content);
    if (line === void 0) {
      foreign2++;
      continue;
    }
    switch (line.type) {
      case "ledger":
        owner = line.owner;
        counts = line.boot === boot;
        if (!counts) calls.clear();
        break;
      case "call":
        if (counts) calls.set(line.mark, { mark: line.mark, task: line.task, leader: void 0 });
        break;
      case "runs": {
        const { type: _, mark, ...leader } = line;
        const call = calls.get(mark);
        if (call) calls.set(mark, { ...call, leader });
        break;
      }
      case "over":
        calls.delete(line.mark);
        break;
    }
  }
  return { owner, calls: [...calls.values()], foreign: foreign2 };
}
function asLine(content) {
  if (!isObject2(content)) return void 0;
  const { type, version, owner, boot, mark, task, pid, startTime, startedAt } = content;
  switch (type) {
    case "ledger":
      if (version !== 1 || !isText(owner) || !(boot === null || isText(boot))) return void 0;
      return { type, version, boot, owner };
    case "call":
      if (!isText(mark) || !(task === void 0 || typeof task === "string")) return void 0;
      return { type, mark, ...task === void 0 ? {} : { task } };
    case "runs":
      if (!isText(mark) || !isProgram(pid) || !(startTime === null || isText(startTime))) return void 0;
      return typeof startedAt === "number" ? { type, mark, pid, startTime, startedAt } : void 0;
    case "over":
      return isText(mark) ? { type, mark } : void 0;
    default:
      return void 0;
  }
}
function isObject2(content) {
  return typeof content === "object" && content !== null && !Array.isArray(content);
}
function isText(content) {
  return typeof content === "string" && content !== "";
}
function isProgram(pid) {
  return typeof pid === "number" && Number.isInteger(pid) && pid > 1 && pid <= 2 ** 31 - 1 && pid !== process.pid;
}
function removeLedger(folder) {
  rmSync(ledgerPath(folder), { force: true });
}
function ledgerPath(folder) {
  return join(folder, ledgerName);
}
var ledgerName = "processes.ndjson";
var appending = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);
function readLines(folder) {
  return readText(folder).split("\n").flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}
function readText(folder) {
  try {
    const descriptor = openForReading(openByPath(folder), ledgerName);
    return closing(descriptor, () => {
      if (!fstatSync(descriptor).isFile()) throw notAFile(folder);
      return readFileSync2(descriptor, "utf8");
    });
  } catch (error) {
    if (systemCode(error) === "ENOENT") return "";
    throw error;
  }
}
function notAFile(folder) {
  return Object.assign(new Error(`EINVAL: not a file, open '${ledgerPath(folder)}'`), { code: "EINVAL" });
}

// src/node/processes/process-groups.ts
var ProcessGroups = class {
  #leaders = /* @__PURE__ */ new Set();
  #ledger;
  #hurried = false;
  #scan;
  /** How many are alive. */
  get size() {
    return this.#leaders.size;
  }
  /** True when what is stopped gets no time to clean up any more. */
  get hurried() {
    return this.#hurried;
  }
  /**
   * Writes down from now on what is started.
   * @param folder see `ProcessLedger`
   * @param owner names this run: the id of its lock
   * @throws system errors of the ledger
   */
  keepLedger(folder, owner) {
    this.dropLedger();
    this.#ledger = new ProcessLedger(folder, owner);
  }
  /** Ends the ledger. It stays on disk only for programs whose end is not known. */
  dropLedger() {
    const ledger = this.#ledger;
    this.#ledger = void 0;
    ledger?.close();
  }
  /**
   * A program is about to be started.
   * @param task what it is started for
   * @throws system errors of the ledger: then it must not be started
   */
  begin(task) {
    const mark = randomUUID();
    const ledger = this.#ledger;
    let leader;
    ledger?.call(mark, task);
    const forget = () => {
      if (leader !== void 0) this.#leaders.delete(leader);
    };
    return {
      mark,
      running: (pid) => {
        leader = pid;
        this.#leaders.add(pid);
        attempt2(() => ledger?.runs(mark, pid));
      },
      signalGroup: (signal) => {
        if (leader !== void 0) signalGroup(leader, signal);
      },
      remains: (since) => this.#remains(mark, leader, since),
      over: () => {
        forget();
        attempt2(() => ledger?.over(mark));
      },
      abandon: forget
    };
  }
  /** Kills what runs, and from now on whatever is stopped, at once. */
  hurry() {
    this.#hurried = true;
    this.killAll("SIGKILL");
  }
  /** Signals every process of every group. */
  killAll(signal) {
    for (const leader of this.#leaders) signalGroup(leader, signal);
  }
  /** Many programs may be stopped at the same time: they share their looks at the machine. */
  #remains(mark, leader, since) {
    if (this.#scan === void 0 || this.#scan.begunAt <= since) this.#scan = scanProcesses();
    const scan = this.#scan;
    if (!scan) return { group: leader !== void 0 && signalGroup(leader, 0), escaped: [] };
    const group = leader === void 0 ? [] : scan.inGroup(leader);
    const inGroup = new Set(group);
    return { group: group.length > 0, escaped: scan.withMark(mark).filter((pid) => !inGroup.has(pid)) };
  }
};
function signalGroup(leader, signal) {
  try {
    process.kill(process.platform === "win32" ? leader : -leader, signal);
    return true;
  } catch {
    return false;
  }
}
function signalProcess(pid, signal) {
  attempt2(() => process.kill(pid, signal));
}
function attempt2(action) {
  try {
    action();
  } catch {
  }
}

// src/app/state/local-folders.ts
import { homedir, tmpdir } from "node:os";
import { isAbsolute, join as join3 } from "node:path";

// src/node/files/private-folders.ts
import { createHash } from "node:crypto";
import { chmodSync, lstatSync, mkdtempSync, readdirSync as readdirSync2, readlinkSync, rmSync as rmSync2 } from "node:fs";
import { hostname, uptime } from "node:os";
import { join as join2, resolve } from "node:path";
var ownedName = /^opus-[a-z]+-([0-9a-f]{8})-([0-9a-f]{8})-(\d{1,10})-(\d{1,20})-[A-Za-z0-9]{6}$/;
function makePrivateFolder(parents, use) {
  const prefix = ownedPrefix(use);
  for (const [index, given] of parents.entries()) {
    const parent = resolve(given);
    try {
      makeFolders(parent, 448);
      return mkdtempSync(join2(parent, prefix));
    } catch (error) {
      if (index === parents.length - 1) throw error;
    }
  }
  throw new Error("there is no place for a private folder");
}
function ownedPrefix(use) {
  const { place, boot } = here();
  return `opus-${use}-${place}-${boot}-${process.pid}-${startTimeOf(process.pid) ?? "0"}-`;
}
function removeAbandoned(parents) {
  const abandoned = parents.map((parent) => resolve(parent)).flatMap(
    (parent) => namesIn(parent).filter((name) => isOfDeadProcess(name, join2(parent, name))).map((name) => join2(parent, name))
  );
  if (abandoned.length === 0) return;
  const inUse = environmentsHold(abandoned);
  for (const path of abandoned) if (!inUse.has(path)) removeTree(path);
}
function isOfDeadProcess(name, path) {
  const [, place, boot, pid, start] = ownedName.exec(name) ?? [];
  const own = here();
  if (place !== own.place) return false;
  try {
    const stats = lstatSync(path);
    if (!stats.isDirectory() || stats.uid !== (process.getuid?.() ?? stats.uid)) return false;
    if (boot !== own.boot) return stats.mtimeMs < Date.now() - uptime() * 1e3;
  } catch {
    return false;
  }
  if (process.platform === "linux") return lookAtProcess(Number(pid))?.startTime !== start;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
function here() {
  return { place: digest(`${hostname()}
${namespace()}`), boot: digest(bootId() ?? "") };
}
function namespace() {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}
function digest(text2) {
  return createHash("sha256").update(text2).digest("hex").slice(0, 8);
}
function namesIn(folder) {
  try {
    return readdirSync2(folder);
  } catch {
    return [];
  }
}
function removeTree(path) {
  if (removed(path)) return;
  openUp(path);
  removed(path);
}
function removed(path) {
  try {
    rmSync2(path, { recursive: true, force: true, maxRetries: 3 });
    return true;
  } catch {
    return false;
  }
}
function openUp(top) {
  const folders = [top];
  for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
    try {
      if (!lstatSync(folder).isDirectory()) continue;
      chmodSync(folder, 448);
      for (const entry of readdirSync2(folder, { withFileTypes: true }))
        if (entry.isDirectory()) folders.push(join2(folder, entry.name));
    } catch {
    }
  }
}

// src/app/state/local-folders.ts
function localRoot({ environment, terminal }) {
  if (!terminal && environment.RUNNER_TEMP) return join3(environment.RUNNER_TEMP, "opus", "local");
  const places = [environment.XDG_STATE_HOME, environment.LOCALAPPDATA];
  const chosen = places.find((place) => place !== void 0 && isAbsolute(place));
  const home = homedir();
  return join3(chosen ?? (isAbsolute(home) ? join3(home, ".local", "state") : tmpdir()), "opus");
}
function scriptFolders(host) {
  return [join3(localRoot(host), "scripts"), tmpdir()];
}
function removeLeftFolders(host) {
  const { RUNNER_TEMP: temporary } = host.environment;
  removeAbandoned([.../* @__PURE__ */ new Set([...scriptFolders(host), ...temporary ? [temporary] : []])]);
}

// src/app/state/open-seal.ts
import { randomBytes as randomBytes3 } from "node:crypto";

// src/state/seal/journal-seal.ts
import { createCipheriv as createCipheriv2, createDecipheriv as createDecipheriv2, hkdfSync, randomBytes as randomBytes2, timingSafeEqual } from "node:crypto";

// src/state/seal/passphrase.ts
import { createCipheriv, createDecipheriv, randomBytes, scrypt, scryptSync } from "node:crypto";
var usualWorkFactor = 18;
var mostWorkFactor = 20;
var label = "age-encryption.org/v1/scrypt";
var saltBytes = 16;
var keptKeys = 8;
var NotDerived = class extends Error {
  name = "NotDerived";
};
var Passphrase = class {
  #text;
  #workFactor;
  #newStanza;
  /** Of what was sealed and opened last, so that it opens at once. Nothing is ever sealed with one of these again. */
  #keys = /* @__PURE__ */ new Map();
  constructor(text2, newStanza, workFactor) {
    this.#text = text2;
    this.#newStanza = newStanza;
    this.#workFactor = workFactor;
  }
  async wrapFileKey(fileKey) {
    const salt = randomBytes(saltBytes);
    const cipher = createCipheriv("chacha20-poly1305", await this.#key(salt, this.#workFactor), nonce(), tagLength);
    const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
    return [new this.#newStanza(["scrypt", unpadded(salt), String(this.#workFactor)], body)];
  }
  /** Throws when the stanza is none that age writes. */
  async unwrapFileKey(stanzas) {
    const [stanza, ...others] = stanzas;
    if (!stanzas.some(({ args }) => args[0] === "scrypt")) return null;
    if (stanza === void 0 || others.length > 0) throw new Error("a passphrase is never one of several recipients");
    const [, text2 = "", factor = "", ...rest] = stanza.args;
    const salt = Buffer.from(text2, "base64");
    if (rest.length > 0 || salt.length !== saltBytes || unpadded(salt) !== text2) throw new Error("no stanza of scrypt");
    if (!/^[1-9]\d?$/.test(factor) || Number(factor) > mostWorkFactor) throw new Error("no work factor of scrypt");
    if (stanza.body.length !== 32) throw new Error("no wrapped file key");
    const decipher = createDecipheriv("chacha20-poly1305", await this.#key(salt, Number(factor)), nonce(), tagLength);
    decipher.setAuthTag(stanza.body.subarray(16));
    try {
      return Buffer.concat([decipher.update(stanza.body.subarray(0, 16)), decipher.final()]);
    } catch {
      return null;
    }
  }
  #key(salt, workFactor) {
    const name = `${workFactor} ${salt.toString("hex")}`;
    const key = this.#keys.get(name) ?? derive(this.#text, salt, workFactor);
    this.#keys.set(name, key);
    for (const oldest of this.#keys.keys()) if (this.#keys.size > keptKeys) this.#keys.delete(oldest);
    return key;
  }
};
function deriveNow(passphrase, salt, workFactor) {
  return scryptSync(passphrase, salt, 32, cost(workFactor));
}
function derive(passphrase, salt, workFactor) {
  return new Promise((resolve2, reject) => {
    scrypt(passphrase, Buffer.concat([Buffer.from(label), salt]), 32, cost(workFactor), (error, key) => {
      if (error) reject(new NotDerived("the key of a passphrase could not be derived", { cause: error }));
      else resolve2(key);
    });
  });
}
function cost(workFactor) {
  const [N, r, p] = [2 ** workFactor, 8, 1];
  return { N, r, p, maxmem: 2 * 128 * N * r + 2 ** 20 };
}
function nonce() {
  return Buffer.alloc(12);
}
var tagLength = { authTagLength: 16 };
function unpadded(bytes) {
  return withoutEnd(Buffer.from(bytes).toString("base64"), "=");
}

// src/state/seal/journal-seal.ts
var saltBytes2 = 16;
var checkBytes = 16;
var nonceBytes = 12;
var tagBytes = 16;
var algorithm = "aes-256-gcm";
function journalSeal(keys, workFactor) {
  const [first] = keys;
  const roots = new Roots();
  let slow;
  return {
    begin: () => {
      if (first.type === "passphrase") slow ??= { workFactor, salt: randomBytes2(saltBytes2) };
      const recipe = { ...slow ? { slow } : {}, salt: randomBytes2(saltBytes2) };
      const { key, check } = derive2(roots.of(first, recipe), recipe);
      return { header: headerOf(recipe, check), lines: lineSeal(key) };
    },
    open: (header) => {
      const read = recipeOf(header);
      if (read === void 0) return err("damaged");
      const type = read.recipe.slow ? "passphrase" : "identity";
      for (const candidate of keys.filter((one) => one.type === type)) {
        const { key, check } = derive2(roots.of(candidate, read.recipe), read.recipe);
        if (timingSafeEqual(check, read.check)) return ok(lineSeal(key));
      }
      return err("key");
    }
  };
}
var Roots = class {
  #slow = /* @__PURE__ */ new Map();
  of({ text: text2 }, { slow }) {
    if (slow === void 0) return Buffer.from(text2);
    const name = `${slow.workFactor} ${slow.salt.toString("hex")} ${text2}`;
    const known = this.#slow.get(name) ?? deriveNow(text2, slow.salt, slow.workFactor);
    this.#slow.set(name, known);
    return known;
  }
};
function derive2(root, { salt }) {
  const derived = Buffer.from(hkdfSync("sha256", root, salt, "opus-journal", 32 + checkBytes));
  return { key: derived.subarray(0, 32), check: derived.subarray(32) };
}
function headerOf({ slow, salt }, check) {
  const made = slow ? ["passphrase", `${slow.workFactor}.${slow.salt.toString("hex")}`] : ["identity"];
  return [...made, salt.toString("hex"), check.toString("hex")].join(" ");
}
var headerShape = /^(?:identity|passphrase (?<factor>[1-9]\d?)\.(?<slow>[0-9a-f]{32})) (?<salt>[0-9a-f]{32}) (?<check>[0-9a-f]{32})$/;
function recipeOf(header) {
  const { factor, slow, salt = "", check = "" } = headerShape.exec(header)?.groups ?? {};
  if (salt === "" || Number(factor ?? 0) > mostWorkFactor) return void 0;
  const passphrase = slow === void 0 ? {} : { slow: { workFactor: Number(factor), salt: Buffer.from(slow, "hex") } };
  return { recipe: { ...passphrase, salt: Buffer.from(salt, "hex") }, check: Buffer.from(check, "hex") };
}
function lineSeal(key) {
  return {
    seal: (text2, bound) => {
      const nonce2 = randomBytes2(nonceBytes);
      const cipher = createCipheriv2(algorithm, key, nonce2).setAAD(Buffer.from(bound));
      return Buffer.concat([nonce2, cipher.update(text2, "utf8"), cipher.final(), cipher.getAuthTag()]).toString(
        "base64"
      );
    },
    open: (sealed, bound) => {
      const data = Buffer.from(sealed, "base64");
      if (data.length < nonceBytes + tagBytes) return void 0;
      const decipher = createDecipheriv2(algorithm, key, data.subarray(0, nonceBytes), { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(bound)).setAuthTag(data.subarray(-tagBytes));
      try {
        return Buffer.concat([decipher.update(data.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString(
          "utf8"
        );
      } catch {
        return void 0;
      }
    }
  };
}

// src/state/seal/key-lines.ts
var shortestPassphrase = 16;
function parseKeyLines(text2, isSound2) {
  const keys = [];
  const weak = [];
  const problems = [];
  let inBlock = false;
  for (const { line, number: number2 } of countingLines(text2)) {
    if (inBlock) {
      inBlock = !/^-----END /.test(line);
      continue;
    }
    inBlock = /^-----BEGIN /.test(line);
    const problem = keyProblem(line, isSound2);
    if (problem !== void 0) {
      problems.push({ line: number2, ...problem });
      continue;
    }
    const type = isIdentity(line) ? "identity" : "passphrase";
    keys.push({ type, text: line });
    if (type === "passphrase" && [...line].length < shortestPassphrase) weak.push(number2);
  }
  if (problems.length > 0) return err(problems);
  const [first, ...others] = keys;
  return first === void 0 ? err([nothing]) : ok({ keys: [first, ...others], weak });
}
function secretLines(text2) {
  return countingLines(text2).map(({ line }) => line);
}
function countingLines(text2) {
  return text2.split(/\r\n|\r|\n/).map((line, index) => ({ line: line.trim(), number: index + 1 })).filter(({ line }) => line !== "" && !/^#(?:\s|$)/.test(line));
}
function isIdentity(line) {
  return /AGE-SECRET-KEY-/i.test(line);
}
function keyProblem(line, isSound2) {
  if (line.startsWith("#")) return notQuiteComment;
  if (line.includes("${{")) return expression;
  if (isIdentity(line)) return isSound2(line) ? void 0 : broken;
  if (/^AGE-PLUGIN-/i.test(line)) return plugin;
  if (/^age1[ac-hj-np-z02-9]{20,}$/i.test(line) || /^(?:ssh|ecdsa)-[a-z0-9@.-]+ AAAA/.test(line)) return recipient;
  if (/^-----BEGIN /.test(line)) return block;
  return void 0;
}
var make = "Make an identity with `opus state keygen` or `age-keygen`.";
var nothing = { line: void 0, message: "has nothing but comments and empty lines", suggestion: make };
var notQuiteComment = {
  message: "begins with `#`, and is no comment, which has a blank after it",
  suggestion: "Put a blank after the `#`, or take the line out. A passphrase can't begin with `#`."
};
var expression = {
  message: "has a `${{`, so it is an expression of a workflow that nobody has evaluated",
  suggestion: "Give the value itself, or write the expression where GitHub evaluates it: below `with` or `env` of a step."
};
var broken = {
  message: "is an age identity that is broken: cut off, mistyped, or with something around it",
  suggestion: "Give the whole line that begins with `AGE-SECRET-KEY-`, as `age-keygen` has written it."
};
var plugin = {
  message: "is an identity of an age plugin, and opus runs no plugins",
  suggestion: make
};
var recipient = {
  message: "is a recipient (a public key), which can't open what is sealed",
  suggestion: "Give the identity that belongs to it: the line that begins with `AGE-SECRET-KEY-`."
};
var block = {
  message: "is the beginning of a file, such as an SSH key or an encrypted identity, which opus can't use",
  suggestion: make
};

// src/state/seal/age-seal.ts
async function ageSeal(text2, workFactor = usualWorkFactor) {
  const age = await import("./dist-HCOLOISH.js");
  const parsed = parseKeyLines(text2, (identity) => isSound(age, identity));
  if (!parsed.ok) return parsed;
  const { keys, weak } = parsed.value;
  const openerOf = (key) => key.type === "identity" ? key.text : new Passphrase(key.text, age.Stanza, workFactor);
  const [first, ...others] = keys;
  const sealer = openerOf(first);
  const openers = [sealer, ...others.map(openerOf)];
  const encrypter = new age.Encrypter();
  encrypter.addRecipient(typeof sealer === "string" ? await age.identityToRecipient(sealer) : sealer);
  const seal = {
    seal: async (content) => age.armor.encode(await encrypter.encrypt(content)),
    open: (armored) => open(age, openers, armored),
    isCurrent: (armored) => opensHeader(age, sealer, armored),
    journal: journalSeal(keys, workFactor)
  };
  return ok({ seal, weak });
}
async function newIdentity() {
  const age = await import("./dist-HCOLOISH.js");
  const identity = await age.generateX25519Identity();
  return { identity, recipient: await age.identityToRecipient(identity) };
}
function isSound({ Decrypter }, identity) {
  try {
    new Decrypter().addIdentity(identity);
    return true;
  } catch {
    return false;
  }
}
async function opensHeader(age, opener, armored) {
  const decrypter = new age.Decrypter();
  decrypter.addIdentity(opener);
  try {
    const sealed = age.armor.decode(armored);
    if (keysOf(sealed) > mostSealedKeys) return false;
    await decrypter.decryptHeader(sealed);
    return true;
  } catch (error) {
    if (error instanceof NotDerived) throw error;
    return false;
  }
}
async function open(age, openers, armored) {
  const decrypter = new age.Decrypter();
  for (const opener of openers) decrypter.addIdentity(opener);
  let noneFits = false;
  decrypter.addIdentity({
    unwrapFileKey: () => {
      noneFits = true;
      return null;
    }
  });
  try {
    const sealed = age.armor.decode(armored);
    const sealedFor = keysOf(sealed);
    if (sealedFor > mostSealedKeys) return err({ keys: sealedFor });
    return ok(await decrypter.decrypt(sealed, "text"));
  } catch (error) {
    if (error instanceof NotDerived) throw error;
    return err(noneFits ? "key" : "damaged");
  }
}
function keysOf(sealed) {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  let keys = 0;
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const begin = bytes.toString("latin1", at, at + 3);
    if (begin === "---" || end === -1) break;
    if (begin === "-> ") keys++;
    at = end + 1;
  }
  return keys;
}

// src/app/state/open-seal.ts
async function openSealing({ encryptionKey, initialize }, { terminal, environment }, warn) {
  if (encryptionKey === void 0) return ok(void 0);
  const fromEnvironment = encryptionKey.trim() === environment.OPUS_ENCRYPTION_KEY?.trim();
  const flag = fromEnvironment ? "OPUS_ENCRYPTION_KEY" : "--encryption-key";
  const input = terminal ? flag : 'input "encryption-key"';
  const made = await ageSeal(encryptionKey);
  if (!made.ok) return err(inputFailure(made.error.map((problem) => told(problem, input))));
  const { seal, weak } = made.value;
  if (weak.length > 0) warn(weakPassphrase(weak, input));
  return ok({ seal, takesPlain: initialize });
}
function sessionSeal(sealing) {
  return sealing && { seal: sealing.seal, newFingerprintKey: () => randomBytes3(32).toString("hex") };
}
function secretSettings({
  token,
  encryptionKey,
  planSigningKey
}) {
  const inputs = [
    ["token", token ? [token] : []],
    ["encryption-key", encryptionKey ? secretLines(encryptionKey) : []],
    ["plan-signing-key", planSigningKey ? [planSigningKey] : []]
  ];
  return inputs.flatMap(([name, secrets]) => secrets.map((secret) => [secret, `input \`${name}\``]));
}
function told({ line, message: message2, suggestion }, input) {
  const subject = line === void 0 ? input : `line ${line} of ${input}`;
  return { severity: "error", code: "invalid-input", message: `${subject} ${message2}`, suggestion };
}
function weakPassphrase(lines, input) {
  const which = lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.join(", ")}`;
  const message2 = `${which} of ${input} has a passphrase of fewer than ${shortestPassphrase} characters, which who has the state may find by trying`;
  const suggestion = "Make an identity with `opus state keygen`, put it first, and keep this one as a further line.";
  return { severity: "warning", code: "weak-passphrase", message: message2, suggestion };
}

// src/state/lock/machine.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { mkdirSync as mkdirSync2, readFileSync as readFileSync3, readlinkSync as readlinkSync2, writeFileSync } from "node:fs";
import { hostname as hostname2 } from "node:os";
import { dirname as dirname2 } from "node:path";
function localMachine(nameFile) {
  return {
    self: {
      machine: nameFile === void 0 ? null : machineName(nameFile),
      host: hostname2(),
      bootId: tryRead2(() => readFileSync3("/proc/sys/kernel/random/boot_id", "utf8").trim()),
      processNamespace: tryRead2(() => readlinkSync2("/proc/self/ns/pid")),
      pid: process.pid,
      startTime: statOf2(process.pid)?.startTime ?? null
    },
    process: inspect
  };
}
function whyGone(holder, machine) {
  const { self } = machine;
  if (holder.machine !== self.machine) return void 0;
  if (holder.host !== self.host) return void 0;
  if (holder.bootId !== null && self.bootId !== null && holder.bootId !== self.bootId)
    return `${holder.host} was restarted since then`;
  if (holder.processNamespace !== self.processNamespace) return void 0;
  const found = machine.process(holder.pid);
  if (!found.alive) return `process ${holder.pid} no longer runs on ${holder.host}`;
  if (holder.startTime !== null && found.startTime !== null && holder.startTime !== found.startTime)
    return `process ${holder.pid} on ${holder.host} is another one now`;
  return void 0;
}
function machineName(file) {
  const read = () => tryRead2(() => readFileSync3(file, "utf8").trim() || null);
  const known = read();
  if (known !== null) return known;
  const name = randomUUID2();
  try {
    mkdirSync2(dirname2(file), { recursive: true });
    writeFileSync(file, `${name}
`, { flag: "wx" });
    return name;
  } catch {
    return read() ?? name;
  }
}
function inspect(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return { alive: false, startTime: null };
  }
  const stat = statOf2(pid);
  return { alive: stat?.state !== "Z" && stat?.state !== "X", startTime: stat?.startTime ?? null };
}
function statOf2(pid) {
  const text2 = tryRead2(() => readFileSync3(`/proc/${pid}/stat`, "utf8"));
  const fields = text2?.slice(text2.lastIndexOf(")") + 2).split(" ");
  const state = fields?.[0];
  const startTime = fields?.[19];
  return state !== void 0 && startTime !== void 0 ? { state, startTime } : void 0;
}
function tryRead2(read) {
  try {
    return read();
  } catch {
    return null;
  }
}

// src/app/state/stores.ts
import { createHash as createHash2 } from "node:crypto";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join9 } from "node:path";

// src/github/run-lookup.ts
var route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}";
function createRunLookup(options) {
  const { repository, token, userAgent, environment, timeoutMs = 1e4 } = options;
  const apiUrl = withoutEnd(options.apiUrl, "/");
  const [owner = "", repo = ""] = repository.split("/");
  const proxy = proxyFor(apiUrl, environment);
  const client = { apiUrl, token, userAgent, proxy: proxy?.url, noProxy: noProxy(environment) };
  return async (run, signal) => {
    const unasked = whyUnasked(run, options);
    if (unasked !== void 0) return unsure(unasked);
    const late = AbortSignal.timeout(timeoutMs);
    const either = AbortSignal.any([signal, late]);
    const ended = () => {
      if (signal.aborted) return unsure("asking GitHub was cancelled");
      if (late.aborted) return unsure(`${withoutCredentials(apiUrl)} did not answer within ${timeoutMs / 1e3} s`);
      return void 0;
    };
    try {
      const { request } = await import("./client-ODDM6L7K.js");
      const parameters = { owner, repo, run_id: Number(run.id), attempt_number: run.attempt };
      const answer = await request(client, route, parameters, either);
      return ended() ?? judge(answer, run, withoutCredentials(apiUrl), token);
    } catch (error) {
      return ended() ?? unsure(withoutToken(whyUnreachable(error, apiUrl, proxy), token));
    }
  };
}
function whyUnasked(run, { serverUrl, repository, token }) {
  if (run.id === "") return "it is no run of a workflow, so GitHub can't be asked";
  const where = `${withoutEnd(serverUrl, "/")}/${repository}/actions/runs/${run.id}/attempts/${run.attempt}`;
  if (!/^[1-9]\d{0,14}$/.test(run.id) || !Number.isSafeInteger(run.attempt) || run.attempt < 1)
    return `its lock names a run that can't exist (id "${run.id}", attempt ${run.attempt})`;
  if (run.url.toLowerCase() !== where.toLowerCase())
    return `it is not a run of ${repository}, whose token this run has`;
  if (token === "") return "there is no token to ask GitHub with: give the input `token`";
  return void 0;
}
function judge(answer, run, apiUrl, token) {
  const { status, data, headers } = answer;
  if (status === 200 && isObject(data) && String(data.id) === run.id && data.run_attempt === run.attempt) {
    if (data.status === "completed") {
      const conclusion = typeof data.conclusion === "string" ? `: ${data.conclusion}` : "";
      return { state: "over", why: `run attempt ${run.url} ended${conclusion}` };
    }
    if (typeof data.status === "string") return { state: "going-on" };
  }
  const said = saidOf(answer, token);
  if (isRateLimit(answer)) return unsure(`GitHub's rate limit for this token is used up (${said})`);
  switch (status) {
    case 401:
      return unsure(`GitHub refused the token (${said}): check the input \`token\``);
    case 403:
      return unsure(
        `the token may not look at runs (${said}): add \`actions: read\` to the \`permissions\` of the workflow`
      );
    case 404:
      return unsure(
        `GitHub has no such run attempt, or the token may not see it (${said}): if that run was deleted, release its lock with \`unlock\``
      );
    default: {
      const type = isObject(data) ? "" : ` with ${headers["content-type"] ?? "nothing"}`;
      return unsure(`${apiUrl} answered ${said}${type}, which tells nothing about that run`);
    }
  }
}
function unsure(why) {
  return { state: "unsure", why };
}

// src/node/git/git.ts
import { spawn } from "node:child_process";
import { constants as constants2 } from "node:os";
var stderrBytes = 64 * 1024;
var lingerMs = 500;
function runGit(call) {
  if (call.signal.aborted) return Promise.resolve({ state: "aborted" });
  const child = spawn("git", call.args, {
    cwd: call.cwd,
    env: call.environment,
    stdio: "pipe",
    detached: process.platform !== "win32",
    windowsHide: true
  });
  const output = [];
  const errors = [];
  let errorBytes = 0;
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => {
    if (errorBytes < stderrBytes) errors.push(chunk.subarray(0, stderrBytes - errorBytes));
    errorBytes += chunk.length;
  });
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream.on("error", () => void 0);
  child.stdin.end(call.input ?? "");
  return new Promise((done2) => {
    let stopped2;
    let linger;
    const stop = (why) => {
      stopped2 ??= why;
      killGroup(child);
    };
    const abort = () => stop("aborted");
    const timer = setTimeout(() => stop("timed-out"), call.timeoutMs);
    call.signal.addEventListener("abort", abort, { once: true });
    let settled = false;
    const settle = (end) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      clearTimeout(linger);
      call.signal.removeEventListener("abort", abort);
      for (const stream of [child.stdout, child.stderr]) stream.destroy();
      done2(end);
    };
    const ended = () => {
      const said = Buffer.concat(errors).toString("utf8");
      const stderr = errorBytes > stderrBytes ? `${said.replace(/\ufffd+$/, "")}\u2026` : said;
      const { exitCode, signalCode } = child;
      if (stopped2 === "aborted") settle({ state: "aborted" });
      else if (stopped2 === "timed-out") settle({ state: "timed-out", timeoutMs: call.timeoutMs, stderr });
      else if (exitCode === null) settle({ state: "killed", signal: signalCode ?? "an unknown signal", stderr });
      else if (exitCode > 128 + 1 && signalName(exitCode - 128) !== void 0)
        settle({ state: "killed", signal: signalName(exitCode - 128) ?? "", stderr });
      else settle({ state: "exited", code: exitCode, stdout: Buffer.concat(output), stderr });
    };
    child.once("error", (error) => {
      if (child.pid === void 0) settle({ state: "not-started", message: whyNotStarted(error) });
    });
    child.once("exit", () => {
      linger = setTimeout(ended, lingerMs);
    });
    child.once("close", ended);
  });
}
function signalName(number2) {
  return Object.entries(constants2.signals).find(([, value]) => value === number2)?.[0];
}
function killGroup(child) {
  if (child.pid === void 0) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
  }
}
function whyNotStarted(error) {
  const code2 = "code" in error ? String(error.code) : "";
  if (code2 === "ENOENT") return "git was not found. Install git 2.31 or newer, and put it on the PATH.";
  return `git could not be started (${error.message}). opus needs git 2.31 or newer on the PATH.`;
}

// src/state/backends/branch/branch-store.ts
import { join as join4 } from "node:path";

// src/state/lock/lock-text.ts
var lockBytes = 64 * 1024;
var longest = 2e3;
function isLockText(value) {
  return typeof value === "string" && value.length <= longest && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value);
}

// src/state/lock/lock-content.ts
var lockFormat = "opus-lock";
function lockText(holder, process2) {
  return `${JSON.stringify({ format: lockFormat, version: 1, ...holder, process: process2 }, null, 2)}
`;
}
function readLock(stored) {
  if (stored.state === "absent") return { state: "free" };
  if (stored.state === "other" || stored.data.length > lockBytes) return { state: "unreadable" };
  let value;
  try {
    value = JSON.parse(Buffer.from(stored.data).toString("utf8"));
  } catch {
    return { state: "unreadable" };
  }
  if (!isObject(value) || value.format !== lockFormat || value.version !== 1) return { state: "unreadable" };
  const { id, command, project, context, since, run, process: process2 } = value;
  const texts = [id, command, project, context, since];
  if (!texts.every(isLockText) || !isObject(run) || !isObject(process2)) return { state: "unreadable" };
  const whose = { id: text(run.id), attempt: number(run.attempt), sha: text(run.sha), url: text(run.url) };
  const identity = {
    machine: textOrNull(process2.machine),
    host: text(process2.host),
    bootId: textOrNull(process2.bootId),
    processNamespace: textOrNull(process2.processNamespace),
    pid: number(process2.pid),
    startTime: textOrNull(process2.startTime)
  };
  return {
    state: "held",
    holder: { id, command, project, context, since, run: whose },
    process: identity
  };
}
function text(value) {
  return isLockText(value) ? value : "";
}
function textOrNull(value) {
  return isLockText(value) ? value : null;
}
function number(value) {
  return Number.isSafeInteger(value) ? value : 0;
}

// src/state/backends/branch/git/git-objects.ts
var objectName = /^[0-9a-f]{40}$/;
function batchObjects(output, count) {
  const buffer = Buffer.from(output);
  const objects = [];
  for (let at = 0; objects.length < count; ) {
    const lineEnd = buffer.indexOf(10, at);
    if (lineEnd === -1) throw new Error(`git cat-file answered ${objects.length} of ${count} questions`);
    const header = buffer.toString("utf8", at, lineEnd);
    const [, type = "", size = ""] = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(header) ?? [];
    at = lineEnd + 1;
    if (size === "") {
      objects.push(void 0);
      continue;
    }
    objects.push({ type, data: buffer.subarray(at, at + Number(size)) });
    at += Number(size) + 1;
  }
  return objects;
}
function treeEntries(tree) {
  const entries = [];
  for (let at = 0; at < tree.length; ) {
    const nameEnd = tree.indexOf(0, at);
    const [, mode = "", name = ""] = /^(\d+) ([\s\S]*)$/.exec(tree.toString("utf8", at, nameEnd)) ?? [];
    entries.push({ kind: kindOf(mode), name });
    at = nameEnd + 1 + 20;
  }
  return entries;
}
function kindOf(mode) {
  switch (mode) {
    case "40000":
      return "folder";
    case "120000":
      return "link";
    case "160000":
      return "repository";
    default:
      return "file";
  }
}

// src/state/backends/branch/branch-files.ts
var stateFile = "state.json";
var lockFile = "lock.json";
var readmeFile = "README.md";
function foreignFilesAmong(paths) {
  return paths.filter((path) => path !== readmeFile && !ofState.test(path));
}
function stateFolders(paths) {
  return paths.flatMap((path) => /^([^/]+\/[^/]+)\/state\.json$/.exec(path)?.[1] ?? []);
}
var ofState = /^[^/]+\/[^/]+\/(?:state|lock)\.json(?:\/|$)/;
function questions(commit, folder) {
  const project = folder.slice(0, folder.indexOf("/"));
  const places = ["", project, folder, `${folder}/${stateFile}`, `${folder}/${lockFile}`];
  return places.map((place) => `${commit}:${place}`);
}
function contextFiles(commit, folder, output, tooLarge = /* @__PURE__ */ new Map()) {
  const [root, project, context, state, lock] = batchObjects(output, 5);
  const foreignFiles = entriesOf(root).filter(({ kind, name }) => kind !== "folder" && !(kind === "file" && name === readmeFile)).map(({ name }) => name);
  const contextName = folder.slice(folder.indexOf("/") + 1);
  const projectName = folder.slice(0, folder.indexOf("/"));
  const notAFolder = (entries, entry, shown) => {
    const found = entries.find(({ kind, name }) => name === entry && kind !== "folder");
    return found && `${shown} is a ${found.kind}, not a folder`;
  };
  const inTheWay = notAFolder(entriesOf(root), projectName, projectName) ?? notAFolder(entriesOf(project), contextName, folder);
  const at = (name, object, size) => {
    if (size !== void 0) {
      const what = `${folder}/${name} has ${sizeWords(size)}, and opus reads at most ${sizeWords(stateBytes)}`;
      return { state: "other", what };
    }
    if (inTheWay !== void 0) return { state: "other", what: inTheWay };
    const entry = entriesOf(context).find((one) => one.name === name);
    if (entry === void 0) return { state: "absent" };
    if (entry.kind !== "file" || object?.type !== "blob")
      return { state: "other", what: `${folder}/${name} is a ${entry.kind}, not a file` };
    return { state: "file", data: object.data };
  };
  return {
    foreignFiles,
    files: { commit, state: at(stateFile, state, tooLarge.get(3)), lock: at(lockFile, lock, tooLarge.get(4)) }
  };
}
function entriesOf(object) {
  return object?.type === "tree" ? treeEntries(object.data) : [];
}

// src/state/backends/branch/commit-message.ts
import { randomUUID as randomUUID3 } from "node:crypto";
var skip = "[skip ci]";
var past = [
  ["create", "created"],
  ["update", "updated"],
  ["replace", "replaced"],
  ["delete", "deleted"],
  ["adopt", "adopted"],
  ["forget", "forgot"]
];
function stateMessage(folder, next, options) {
  const subject = `${options.command} ${progress(next, options)}`.trimEnd();
  return message(folder, subject.replace(/ ,/, ","), options.run, [
    ["Serial", String(next.serial)],
    ...options.runEnded ? [["Run-Ended", "true"]] : []
  ]);
}
function moveMessage(folder, from, next, { run }) {
  return message(folder, `carried over from ${from}`, run, [
    ["Serial", String(next.serial)],
    ["Moved-From", from]
  ]);
}
function lockMessage(folder, holder, why) {
  const broken2 = why === void 0 ? "" : ` (the lock before was left behind: ${why})`;
  return message(folder, `locked for ${holder.command}${broken2}`, holder.run, []);
}
function unlockMessage(folder, holder, byHand) {
  const what = byHand ? `lock ${holder.id} of ${holder.command} released by hand` : `unlocked after ${holder.command}`;
  return message(folder, what, holder.run, []);
}
function withoutSecrets(text2, redact) {
  return text2.split("\n").map((line) => {
    if (line.startsWith("Opus-")) return line;
    const [, label2 = "", words = "", end = ""] = /^(Run: )?(.*?)( \[skip ci\])?$/.exec(line) ?? [];
    return `${label2}${redact(words)}${end}`;
  }).join("\n");
}
function parseMessage(text2) {
  const trailer = (name) => new RegExp(`^Opus-${name}: (.*)$`, "m").exec(text2)?.[1];
  const folder = trailer("State");
  if (folder === void 0) return void 0;
  const serial = trailer("Serial");
  const [subject = ""] = text2.split("\n");
  const what = subject.slice(subject.indexOf(": ") + 2).replace(` ${skip}`, "");
  const url = /^Run: (.*)$/m.exec(text2)?.[1] ?? "";
  const number2 = serial !== void 0 && /^\d{1,15}$/.test(serial) ? Number(serial) : void 0;
  const movedFrom = trailer("Moved-From");
  return { folder, serial: number2, runEnded: trailer("Run-Ended") === "true", movedFrom, what, url };
}
var removalTrailer = "Opus-State-Removed";
function removesState(text2, folder) {
  return text2.split("\n").some((line) => line.trim() === `${removalTrailer}: ${folder}`);
}
function progress(next, { command, runEnded, changes }) {
  const counts = countsOf(command, changes);
  const done2 = past.reduce((sum, [change]) => sum + (changes[change] ?? 0), 0);
  const left = next.body.pending.length;
  if (runEnded) {
    const unfinished = left === 0 ? [] : [`${left} unfinished`];
    return counts.length + left === 0 ? "changed no task" : [...counts, ...unfinished].join(", ");
  }
  if (left === 0) return counts.length === 0 ? "" : `, ${counts.join(", ")} so far`;
  if (done2 === 0) return `begins, ${left} ${left === 1 ? "task" : "tasks"} to change`;
  return `, ${done2} of ${done2 + left} done`;
}
function countsOf(command, changes) {
  if (command === "state mv") {
    const { adopt = 0, update = 0 } = changes;
    return adopt === 0 ? [] : [`renamed ${adopt}`, ...update === 0 ? [] : [`updated ${update}`]];
  }
  return past.flatMap(([change, word]) => changes[change] ? [`${word} ${changes[change]}`] : []);
}
function message(folder, what, run, trailers) {
  const all = [
    ["State", folder],
    ...trailers,
    ...run.id === "" ? [] : [["Run", `${oneLine2(run.id)}/${run.attempt}`]],
    // Two runs must never make the same commit: a push of one that is there already would seem to have won.
    ["Id", randomUUID3()]
  ];
  const link = run.url === "" ? "" : `Run: ${oneLine2(run.url)}

`;
  return `${folder}: ${oneLine2(what)} ${skip}

${link}${all.map(([name, value]) => `Opus-${name}: ${value}
`).join("")}`;
}
function oneLine2(text2) {
  const line = text2.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
  return shortened(line, 200);
}

// src/state/backends/branch/branch-history.ts
async function recordedEnds(repository, folder, signal) {
  const tip = await repository.fetch(signal);
  if (!tip.ok) return tip;
  if (tip.value.commit === void 0) return ok([]);
  const messages = await repository.messages(signal);
  if (!messages.ok) return messages;
  const ends = /* @__PURE__ */ new Map();
  let then = folder;
  for (const { commit, at, text: text2 } of messages.value) {
    const facts = parseMessage(text2);
    if (facts?.folder !== then || facts.serial === void 0) continue;
    const { serial, runEnded, movedFrom, what, url } = facts;
    if (runEnded && !ends.has(serial)) ends.set(serial, { serial, at, what, url, commit, folder: then });
    then = movedFrom ?? then;
  }
  return ok([...ends.values()].sort((a, b) => a.serial - b.serial));
}
async function lastState(repository, folder, signal) {
  const messages = await repository.messages(signal);
  if (!messages.ok) return messages;
  for (const { commit, at, text: text2 } of messages.value) {
    if (removesState(text2, folder)) return ok(void 0);
    const facts = parseMessage(text2);
    if (facts?.serial === void 0) continue;
    const { serial, movedFrom } = facts;
    if (movedFrom === folder) return ok({ serial, commit, at, movedTo: facts.folder });
    if (facts.folder === folder) return ok({ serial, commit, at, movedTo: void 0 });
  }
  return ok(void 0);
}
async function stateAt(repository, commit, folder, signal) {
  const fetched = await repository.fetchCommit(commit, signal);
  if (!fetched.ok) return err(fetched.error);
  const files = await repository.files(fetched.value, folder, signal);
  return files.ok ? ok(files.value.state) : files;
}

// src/state/lock/lock-messages.ts
function heldFailure(holder, where, waitedMs, flags = []) {
  const run = holder.run.url === "" ? "" : `, run ${holder.run.url}`;
  const waited = waitedMs < 1e3 ? "" : ` It was still locked after ${Math.round(waitedMs / 1e3)} s.`;
  return failure(
    "state-locked",
    `The state of ${holder.project}/${holder.context} is locked by \`${holder.command}\`${where} since ${holder.since}${run}.${waited} Wait for that run to end. If it is gone for good, release its lock: ${unlockCommand(holder.id, holder.context, flags)}.`
  );
}
function unreadableFailure(id, location, project, context, flags = []) {
  return failure(
    "state-locked",
    `The lock on the state of ${project}/${context} can't be read (${location}), so nobody can tell whose it is. Find out whether a run is going on there. If none is, release the lock: ${unlockCommand(id, context, flags)}.`
  );
}
function notReleasedFailure(id, why, project, context, flags = []) {
  const message2 = `The lock on the state of ${project}/${context} could not be released: ${why.message} Later runs break it where they can tell that this one is over (a step's post step tries first). Where they can't, release it: ${unlockCommand(id, context, flags)}.`;
  return { ...why, message: message2 };
}
function notHeldFailure(id, current, project, context, flags = []) {
  if (current === void 0)
    return failure(
      "invalid-input",
      `Nobody holds a lock on the state of ${project}/${context}, so "${id}" can't be released.`
    );
  return failure(
    "state-locked",
    `The state of ${project}/${context} is locked with the id "${current.id}" (\`${current.command}\` since ${current.since}), not "${id}". To release that one: ${unlockCommand(current.id, context, flags)}.`
  );
}
function unlockCommand(id, context, flags = []) {
  return `\`${commandLine(["opus", "unlock", "--context", context, "--lock-id", id, ...flags])}\`, or in a workflow the inputs \`command: unlock\`, \`context: ${context}\`, \`lock-id: ${id}\``;
}

// src/state/backends/branch/branch-readme.ts
function readme(branch) {
  return `# State of opus

This branch (\`${branch}\`) is written by opus: what it has made and keeps up, one folder for each project and context,
and the locks of runs that are under way. Its log reads as a history of each environment.

Don't merge it, and don't edit it by hand: use \`opus state\` in a terminal. Without it, opus does not know any more what
is its own.
`;
}

// src/state/backends/branch/remote-failure.ts
function remoteFailure(trouble, purpose, names) {
  const { shown, branch } = names;
  const can = purpose === "read" ? "can't be read" : "can't be written";
  const { what, advice } = explanation(trouble, purpose, names);
  const said = trouble.kind === "no-git" || trouble.words === "" ? "" : ` Its answer: ${stopped(trouble.words)}`;
  return failure("state-unavailable", `The state branch ${branch} of ${shown} ${can}: ${what}.${said} ${advice}`);
}
function unclearFailure(pushing, reading, names) {
  const message2 = `Writing to the state branch ${names.branch} of ${names.shown} ended without an answer (${pushing.words}), so what was written may or may not have arrived, and looking failed too. ${reading.message}`;
  return failure(reading.reason === "cancelled" ? "cancelled" : "state-unavailable", message2);
}
function explanation(trouble, purpose, names) {
  const { branch, signIn, shown } = names;
  const lookThere = commandLine(["git", "ls-remote", shown]);
  const permission = purpose === "read" ? "contents: read" : "contents: write";
  const writing = purpose === "write" ? "" : " (`contents: write` for commands that change something)";
  const missing = `Give the step a \`token\`: leave the input out, and it is the job's own, which needs \`permissions: ${permission}\`${writing}.`;
  switch (trouble.kind) {
    case "no-git":
      return { what: "git is needed for it", advice: trouble.words };
    case "unauthorized":
      if (signIn === "no-token")
        return { what: "the server wants to know who asks, and the input `token` is empty", advice: missing };
      return signIn === "token" ? {
        what: "the server does not accept the token",
        advice: `Check the input \`token\`: it must be valid, not expired, and made for this repository, with \`${permission}\`${writing}.`
      } : {
        what: "the server wants to know who you are, and git has no valid credentials for it",
        advice: `Sign in (\`gh auth login\`, or a credential helper), and try \`${lookThere}\`.`
      };
    case "forbidden":
      if (signIn === "no-token")
        return { what: `without a token nobody may ${purpose} this repository`, advice: missing };
      return signIn === "token" ? {
        what: `the token may not ${purpose} this repository`,
        advice: `Give the job \`permissions: ${permission}\`${writing}. Runs for pull requests from forks and of Dependabot get a token that only reads, whatever the workflow says. An archived repository takes nothing.`
      } : {
        what: `you may not ${purpose} this repository`,
        advice: "Ask for access to it, or choose another `state-backend`."
      };
    case "not-found":
      return {
        what: "the server has no such repository, or does not show it to this user",
        advice: signIn === "no-token" ? `Check the repository's name. The input \`token\` is empty: ${missing.charAt(0).toLowerCase()}${missing.slice(1)}` : signIn === "token" ? `Check the repository's name, and that the input \`token\` was made for it, with \`permissions: ${permission}\`${writing}.` : "Check the address of the remote `origin`, and that you have access to it."
      };
    case "not-git":
      return {
        what: "what answered is no git server",
        advice: `Does a proxy or a sign-in page stand in between (\`https_proxy\`, \`no_proxy\`)? Is ${shown} the right address?`
      };
    case "certificate":
      return {
        what: "its certificate can't be verified",
        advice: "Name the file of the certificates that this network uses in the variable `GIT_SSL_CAINFO`."
      };
    case "proxy":
      return {
        what: "the proxy does not let this machine through",
        advice: "Check `https_proxy` and `no_proxy`, and the user and password in them."
      };
    case "ssh":
      return {
        what: "ssh could not sign in",
        advice: `Add your key to the agent (\`ssh-add\`), and try \`${lookThere}\`: nothing can be typed in while opus runs.`
      };
    case "unreachable":
      return {
        what: "the server can't be reached",
        advice: "Check the network of this machine, the server's address, and `https_proxy` and `no_proxy`."
      };
    case "transient":
      return {
        what: "the connection broke, or the server is overloaded, several times in a row",
        advice: "Run again later; is the server's status page quiet?"
      };
    case "rule":
      return {
        what: "a rule of the repository refuses it",
        advice: `Allow pushes to ${branch}: take the branch out of the rulesets and branch protections that apply to it (Settings \u2192 Rules), or let the one who pushes bypass them. The branch needs no review: it only holds state.`
      };
    case "too-large":
      return {
        what: "it is larger than the server takes",
        advice: "Split the project into several contexts or projects, or capture less output in its tasks."
      };
    case "name-clash":
      return {
        what: `there is a branch ${trouble.name ?? ""}, and git can't have both names`,
        advice: "Choose another `state-branch`, or rename that branch."
      };
    case "empty":
      return {
        what: "the server shows no branch at all of this repository, so it can't be told whether there is state",
        advice: `Push a first commit to the repository. If it has some, does a proxy stand in between? Try \`${lookThere}\`.`
      };
    case "default-branch":
      return {
        what: "it is the default branch of the repository, and state needs a branch for itself alone",
        advice: "Choose another one with `state-branch`."
      };
    case "unknown":
      return {
        what: "git failed",
        advice: `Try \`${lookThere}\` on the same machine${signIn === "token" ? " with the same token" : ""}.`
      };
  }
}
function stopped(words) {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

// src/state/backends/branch/branch-update.ts
var leastMoves = 30;
var leastMs = 6e4;
var mostUnclear = 4;
async function updateBranch(repository, update, signal) {
  const run = new UpdateRun(repository, update, signal);
  const giveWayMs = Math.random() * Math.min(2e3, 100 * repository.lostRaces);
  if (giveWayMs > 0) await repository.clock.sleep(giveWayMs, signal).catch(() => void 0);
  for (; ; ) {
    const step = await repository.exclusive(() => run.step());
    repository.lostRaces = run.lostRaces;
    if (step.state === "done") return step.result;
    await repository.clock.sleep(step.pauseMs, signal).catch(() => void 0);
  }
}
var UpdateRun = class {
  #repository;
  #update;
  #signal;
  #unclear = [];
  /**
   * Pushes that may be on the branch: those with an unclear end, and refused ones as well. When a connection breaks,
   * curl sends the same push again by itself, and the second one is refused because the first has moved the branch.
   */
  #sent = [];
  /** The tip as known here may be an old one. */
  #mustLook = false;
  #moves = 0;
  #firstMove = 0;
  constructor(repository, update, signal) {
    this.#repository = repository;
    this.#update = update;
    this.#signal = signal;
  }
  /** How often others were faster. */
  get lostRaces() {
    return this.#moves;
  }
  async step() {
    let tip = this.#mustLook ? void 0 : this.#repository.tip;
    for (; ; ) {
      const known = tip !== void 0;
      if (tip === void 0) {
        const fetched = await this.#repository.fetch(this.#signal);
        if (!fetched.ok) return this.#couldNotLook(fetched.error);
        tip = fetched.value;
      }
      const files = await this.#repository.files(tip, this.#update.folder, this.#signal);
      if (files.ok) {
        const arrived = this.#arrived(tip, files.value);
        if (arrived) return done(ok(arrived.value));
        const decision = await this.#update.decide(files.value);
        if (decision.do === "push") return this.#push(tip, decision);
        if (!known) return this.#settled(tip, decision.value);
      } else if (!known || files.error.reason === "cancelled") return this.#couldNotLook(files.error);
      tip = void 0;
    }
  }
  #arrived(tip, files) {
    return this.#sent.find((push) => push.commit === tip.commit || push.arrived?.(files));
  }
  /** Others may have gone on from what was pushed here: then it did arrive, whatever there is to see now. */
  async #settled(tip, value) {
    const [first] = this.#sent.filter(({ arrived }) => arrived === void 0);
    if (first === void 0) return done(ok(value));
    const commits = this.#sent.map((push) => push.commit);
    const found = await this.#repository.contains(tip, commits, this.#signal);
    if (!found.ok) return this.#couldNotLook(found.error);
    return done(ok(found.value ? first.value : value));
  }
  async #push(tip, decision) {
    const { names } = this.#repository;
    const last = this.#unclear.at(-1);
    if (last !== void 0 && this.#unclear.length >= mostUnclear)
      return failed(remoteFailure(last.trouble, "write", names));
    const made = await this.#commit(tip, decision);
    if (!made.ok) return failed(made.error);
    const commit = made.value;
    const outcome = await this.#repository.push(tip, commit, this.#signal);
    if (outcome.state === "landed") {
      if (tip.commit === void 0) this.#update.onProgress?.(`Made the branch ${names.branch} in ${names.shown}.`);
      return done(ok(decision.value));
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
        return failed(failure("cancelled", words), true);
      }
      case "unclear": {
        const { trouble, unsent } = outcome;
        this.#keepUnclear({ ...push, trouble, unsent });
        if (trouble.kind === "no-git") return failed(remoteFailure(trouble, "write", names));
        const tries = this.#unclear.length;
        this.#update.onProgress?.(`Pushing to ${names.branch} ended unclearly (${trouble.words}); looking again.`);
        return { state: "again", pauseMs: tries * tries * (100 + Math.random() * 200) };
      }
    }
  }
  /** The same commit again where nothing has moved: should both pushes arrive, the second one changes nothing. */
  #commit(tip, decision) {
    const last = this.#unclear.at(-1);
    if (last !== void 0 && last.tip.commit === tip.commit) return Promise.resolve(ok(last.commit));
    const files = new Map(decision.files);
    if (tip.commit === void 0) files.set(readmeFile, Buffer.from(readme(this.#repository.names.branch)));
    return this.#repository.commit({ parent: tip.commit, message: decision.message, files }, this.#signal);
  }
  #keepUnclear(push) {
    this.#unclear.push(push);
    this.#sent.push(push);
  }
  #moved(words) {
    const { clock, names } = this.#repository;
    if (this.#moves === 0) this.#firstMove = clock.now();
    this.#moves++;
    const elapsed = clock.now() - this.#firstMove;
    if (this.#moves >= leastMoves && elapsed >= leastMs) {
      const message2 = `The state branch ${names.branch} of ${names.shown} can't be written: others were faster ${this.#moves} times in ${Math.round(elapsed / 1e3)} s (${words}). Run again when fewer runs write to it, or keep this project on a branch of its own with \`state-branch\`.`;
      return failed(failure("state-unavailable", message2));
    }
    if (this.#moves % 5 === 0)
      this.#update.onProgress?.(
        `Others keep writing to ${names.branch}; trying again (${this.#moves + 1}, ${Math.round(elapsed / 1e3)} s).`
      );
    return { state: "again", pauseMs: Math.random() * Math.min(400, 40 * 1.35 ** this.#moves) };
  }
  /** The branch can't be looked at: then nobody knows what became of what was sent. */
  #couldNotLook(failure2) {
    const sent = this.#unclear.find((push) => !push.unsent);
    if (sent === void 0) return failed(failure2);
    return failed(unclearFailure(sent.trouble, failure2, this.#repository.names), true);
  }
};
function done(result) {
  return { state: "done", result };
}
function failed(failure2, mayHaveArrived = false) {
  return done(err({ failure: failure2, mayHaveArrived }));
}

// src/state/backends/branch/branch-lock.ts
var unreadableId = "unreadable";
var noticeEveryMs = 5e3;
var askEveryMs = 15e3;
var giveBackMs = 3e3;
var BranchLock = class {
  #options;
  /** Ids of locks of this process that it could not release. */
  #abandoned = /* @__PURE__ */ new Set();
  /** Ids of holders whose runs are over, and why. They never live again. */
  #over = /* @__PURE__ */ new Map();
  constructor(options) {
    this.#options = options;
  }
  /** Takes the lock, waiting for a living holder at most `timeoutMs`. */
  async acquire(holder, options, signal) {
    const { clock } = this.#options.repository;
    const lookup = new HolderLookup(this.#options.runLookup, clock.now, this.#over);
    const begun = clock.now();
    let notice = 0;
    for (; ; ) {
      if (signal.aborted) return { state: "unavailable", failure: this.#cancelled() };
      const tried = await this.#update((files) => this.#take(files, holder), signal);
      if (!tried.ok) return this.#notTaken(holder, tried.error);
      if (tried.value.state === "locked") {
        const { broken: broken2 } = tried.value;
        if (broken2) options.onBroken(broken2.holder, broken2.why);
        return { state: "locked" };
      }
      if (tried.value.state === "refused") return { state: "unavailable", failure: tried.value.failure };
      const { held } = tried.value;
      const { holder: other } = held;
      const answer = await lookup.ask(other, signal);
      if (answer?.state === "over") continue;
      if (answer?.state === "unsure") options.onUnsure?.(other, answer.why);
      const waited = clock.now() - begun;
      if (waited >= options.timeoutMs) return { state: "held", holder: other, failure: this.refusal(held, waited) };
      if (waited >= notice) {
        options.onWait(other, waited);
        notice = waited + noticeEveryMs;
      }
      const pause = pauseMs(waited, options.timeoutMs);
      await clock.sleep(Math.min(pause, Math.max(1, options.timeoutMs - waited)), signal).catch(() => void 0);
    }
  }
  /** Releases a lock if it is still held under this id; otherwise nothing happens. */
  async release(id, signal) {
    const released = await this.#update((files) => {
      const content = readLock(files.lock);
      if (content.state !== "held" || content.holder.id !== id) return { do: "answer", value: void 0 };
      return this.#remove(content.holder, false, void 0);
    }, signal);
    if (released.ok) return ok(void 0);
    this.#abandoned.add(id);
    const { project, context, flags } = this.#options;
    return err(notReleasedFailure(id, released.error.failure, project, context, flags));
  }
  /** Releases the lock with this id, whoever holds it. A lock file that can't be read goes by `unreadable`. */
  async unlock(id, signal) {
    const { project, context, flags } = this.#options;
    const unlocked = await this.#update((files) => {
      const content = readLock(files.lock);
      if (content.state === "free")
        return { do: "answer", value: err(notHeldFailure(id, void 0, project, context, flags)) };
      const holder = content.state === "held" ? content.holder : this.#unknownHolder();
      if (holder.id !== id) {
        const why = content.state === "held" ? notHeldFailure(id, holder, project, context, flags) : this.#unreadable();
        return { do: "answer", value: err(why) };
      }
      return this.#remove(holder, true, ok(holder));
    }, signal);
    return unlocked.ok ? unlocked.value : err(unlocked.error.failure);
  }
  /** Who has the lock in this commit, and does he still need it? */
  judge(files) {
    const content = readLock(files.lock);
    switch (content.state) {
      case "free":
        return { state: "free" };
      case "unreadable":
        return { state: "held", held: { holder: this.#unknownHolder(), where: "", unreadable: true } };
      case "held": {
        const { holder, process: process2 } = content;
        if (this.#abandoned.has(holder.id)) return { state: "free" };
        const why = whyGone(process2, this.#options.machine) ?? this.#over.get(holder.id);
        if (why !== void 0) return { state: "free", dead: { holder, why } };
        const where = holder.run.url === "" ? ` (process ${process2.pid} on ${process2.host})` : "";
        return { state: "held", held: { holder, where } };
      }
    }
  }
  /** Why somebody else's lock keeps this run from going on. */
  refusal({ holder, where, unreadable }, waitedMs) {
    return unreadable ? this.#unreadable() : heldFailure(holder, where, waitedMs, this.#options.flags);
  }
  #take(files, holder) {
    const content = readLock(files.lock);
    if (content.state === "held" && content.holder.id === holder.id)
      return { do: "answer", value: { state: "locked", broken: void 0 } };
    const judgement = this.judge(files);
    if (judgement.state === "held") return { do: "answer", value: judgement };
    const { folder, machine, whyNotBegin } = this.#options;
    const refused = files.commit === void 0 ? whyNotBegin?.() : void 0;
    if (refused) return { do: "answer", value: { state: "refused", failure: refused } };
    return {
      do: "push",
      files: /* @__PURE__ */ new Map([[`${folder}/${lockFile}`, Buffer.from(lockText(holder, machine.self))]]),
      message: lockMessage(folder, holder, judgement.dead?.why),
      value: { state: "locked", broken: judgement.dead },
      arrived: (later) => {
        const lock = readLock(later.lock);
        return lock.state === "held" && lock.holder.id === holder.id;
      }
    };
  }
  #remove(holder, byHand, value) {
    const { folder } = this.#options;
    return {
      do: "push",
      files: /* @__PURE__ */ new Map([[`${folder}/${lockFile}`, null]]),
      message: unlockMessage(folder, holder, byHand),
      value,
      arrived: (later) => {
        const lock = readLock(later.lock);
        return lock.state === "free" || lock.state === "held" && lock.holder.id !== holder.id;
      }
    };
  }
  /** A lock that was perhaps taken all the same must not stay behind. */
  async #notTaken(holder, { failure: failure2, mayHaveArrived }) {
    const why = failure2.reason === "cancelled" ? this.#cancelled() : failure2;
    if (!mayHaveArrived) return { state: "unavailable", failure: why };
    const given = await this.release(holder.id, AbortSignal.timeout(giveBackMs));
    return { state: "unavailable", failure: why, ...given.ok ? {} : { mayBeHeld: true } };
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
    return unreadableFailure(unreadableId, location, project, context, flags);
  }
  #cancelled() {
    return failure("cancelled", `Waiting for the lock ${this.#options.location} was cancelled.`);
  }
};
function pauseMs(waitedMs, timeoutMs) {
  if (timeoutMs <= 1e4) return 100 + Math.random() * 300;
  return waitedMs < 5e3 ? 300 + Math.random() * 700 : 1e3 + Math.random() * 2e3;
}
var HolderLookup = class {
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
  /** @returns what there is to do; `unsure` only once for each holder */
  async ask(holder, signal) {
    if (this.#lookup === void 0 || holder.run.id === "") return void 0;
    if (holder.id !== this.#id) {
      this.#id = holder.id;
      this.#nextAsk = 0;
      this.#toldUnsure = false;
    }
    if (this.#now() < this.#nextAsk) return void 0;
    const answer = await this.#lookup(holder.run, signal);
    this.#nextAsk = this.#now() + askEveryMs;
    if (answer.state === "over") {
      this.#over.set(holder.id, answer.why);
      return { state: "over" };
    }
    if (answer.state !== "unsure" || this.#toldUnsure) return void 0;
    this.#toldUnsure = true;
    return answer;
  }
};

// src/state/backends/branch/branch-store.ts
var BranchStore = class _BranchStore {
  backend = "branch";
  location;
  journal;
  localFolder;
  #options;
  #repository;
  /** `<project>/<context>`, as on the branch. */
  #folder;
  #lock;
  #file;
  /** Id of the lock that `lock` took and that is not released yet. */
  #held;
  /** The lock went with the run's last write: the journal's file may be the next run's by now. */
  #handedOver = false;
  /** The lock was just taken: the tip known here has the current state. */
  #current = false;
  /** What this instance read or wrote last, to save decoding it again. */
  #known;
  /** Nothing is stored, and the history of the branch has nothing either. */
  #neverStored = false;
  constructor(options) {
    const { repository, project, context, localFolder, machine = localMachine(), runLookup, onProgress } = options;
    this.#options = options;
    this.#repository = repository;
    this.#folder = `${folderName(project)}/${folderName(context)}`;
    const { branch, shown } = repository.names;
    const on = `on the branch ${branch} of ${shown}`;
    this.location = `${this.#folder}/${stateFile} ${on}`;
    this.localFolder = localFolder;
    this.#file = new FileJournal(join4(localFolder, "journal.ndjson"), nodeFileSystem, options.sealing);
    this.journal = this.#localJournal();
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
      flags: options.flags
    });
  }
  async read(signal) {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Reading") };
    const tip = this.#current ? this.#repository.tip : void 0;
    this.#current = false;
    const looked = await this.#repository.exclusive(async () => {
      const files = await this.#files(tip, signal);
      if (!files.ok) return files;
      const last2 = await this.#lastOf(files.value, signal);
      return last2.ok ? ok({ stored: files.value.state, last: last2.value }) : last2;
    });
    if (!looked.ok) return { state: "unavailable", failure: looked.error };
    const { stored, last } = looked.value;
    const read = last === void 0 ? await this.#decode(stored) : this.#gone(last);
    if (read.state === "found") this.#known = { ...versionOf(read.snapshot), revision: read.revision };
    return read;
  }
  async write(next, expected, options, signal) {
    const { project, context, writer, sealing, writeLockMs = 1e4 } = this.#options;
    if (next.project !== project || next.context !== context)
      throw new Error(`state of ${next.project}/${next.context} given to the store of ${project}/${context}`);
    this.#current = false;
    if (options.runEnded && this.#held !== void 0) this.#file.hold();
    const data = Buffer.from(await encode(next, options.run, writer, { seal: sealing?.seal }));
    const decide = (files) => this.#decideWrite(files, next, data, expected, options);
    const { clock } = this.#repository;
    const begun = clock.now();
    for (; ; ) {
      if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Writing") };
      const { onProgress } = this.#options;
      const update = { folder: this.#folder, decide, onProgress };
      const tried = await updateBranch(this.#repository, update, signal);
      if (!tried.ok) return { state: "unavailable", failure: tried.error.failure };
      if (tried.value.state === "written") this.#afterWrite(next, tried.value.revision, options);
      if (tried.value.state !== "held") return tried.value;
      const waited = clock.now() - begun;
      const { held } = tried.value;
      if (waited >= writeLockMs) return { state: "unavailable", failure: this.#lock.refusal(held, waited) };
      await clock.sleep(100 + Math.random() * 300, signal).catch(() => void 0);
    }
  }
  /** One commit moves all files. Its message says so: the history of the branch is what tells it from then on. */
  async takeOver(from, next, expected, options, signal) {
    if (!(from instanceof _BranchStore)) throw new Error(`the ${from.backend} backend is another place`);
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Writing") };
    const { writer, sealing, onProgress } = this.#options;
    this.#current = false;
    const data = Buffer.from(await encode(next, options.run, writer, { seal: sealing?.seal }));
    const decide = async (files) => {
      const theirs = await this.#repository.files({ commit: files.commit }, from.#folder, signal);
      const refused = theirs.ok ? this.#whyNotMine(files) ?? await this.#whyNotWriteHere(files, next, void 0) ?? from.#whyNotMine(theirs.value) ?? from.#whyNotTake(theirs.value, expected) : { state: "unavailable", failure: theirs.error };
      if (refused) return { do: "answer", value: refused };
      return {
        do: "push",
        files: new Map([
          [`${this.#folder}/${stateFile}`, data],
          [`${from.#folder}/${stateFile}`, null],
          ...theirs.ok && theirs.value.lock.state === "file" ? [[`${from.#folder}/${lockFile}`, null]] : []
        ]),
        message: moveMessage(this.#folder, from.#folder, next, options),
        value: { state: "written", revision: sha256(data) }
      };
    };
    const tried = await updateBranch(this.#repository, { folder: this.#folder, decide, onProgress }, signal);
    if (!tried.ok) return { state: "unavailable", failure: tried.error.failure };
    if (tried.value.state === "written") {
      this.#afterWrite(next, tried.value.revision, { ...options, runEnded: false });
      this.#current = this.#held !== void 0;
      from.#takenAway();
    }
    return tried.value;
  }
  async holds(signal) {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const files = await this.#repository.exclusive(() => this.#files(this.#repository.tip, signal));
    return files.ok ? ok(files.value.state.state !== "absent") : files;
  }
  async beside(signal) {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const folders = await this.#repository.exclusive(async () => {
      const { tip } = this.#repository;
      const known = tip === void 0 ? await this.#repository.fetch(signal) : ok(tip);
      return known.ok ? this.#repository.folders(known.value, signal) : known;
    });
    return folders.ok ? ok(sortedNames(folders.value.map(namesOf2))) : folders;
  }
  async lock(holder, options, signal) {
    const lock = await this.#lock.acquire(holder, options, signal);
    if (lock.state !== "locked") return lock;
    const { id } = holder;
    this.#held = id;
    this.#handedOver = false;
    this.#current = true;
    let released = false;
    const release = async (until) => {
      if (this.#held === id) this.#held = void 0;
      else released ||= this.#handedOver;
      if (released) return ok(void 0);
      const answer = await this.#lock.release(id, until ?? new AbortController().signal);
      released = answer.ok;
      return answer;
    };
    return { state: "locked", release };
  }
  async unlock(id, signal) {
    return signal.aborted ? err(this.#cancelled("Unlocking")) : this.#lock.unlock(id, signal);
  }
  async lockedBy(signal) {
    if (signal.aborted) return void 0;
    const files = await this.#repository.exclusive(() => this.#files(void 0, signal));
    if (!files.ok) return void 0;
    const judgement = this.#lock.judge(files.value);
    return judgement.state === "held" ? judgement.held.holder : void 0;
  }
  async history(serial, signal) {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Reading") };
    const found = await this.#repository.exclusive(async () => {
      const ends = await recordedEnds(this.#repository, this.#folder, signal);
      if (!ends.ok) return ends;
      const end = ends.value.find((one) => one.serial === serial);
      if (end === void 0) return ok(void 0);
      const { commit: commit2, folder: folder2 } = end;
      const state2 = await stateAt(this.#repository, commit2, folder2, signal);
      return state2.ok ? ok({ commit: commit2, folder: folder2, state: state2.value }) : state2;
    });
    if (!found.ok) return { state: "unavailable", failure: found.error };
    if (found.value === void 0) return { state: "absent" };
    const { commit, folder, state } = found.value;
    const { branch, shown } = this.#repository.names;
    const location = `${folder}/${stateFile} in commit ${commit} of the branch ${branch} of ${shown}`;
    const read = await this.#decode(state, { location, folder });
    if (read.state === "found" && read.snapshot.serial === serial) return read;
    const holds = read.state === "found" ? `serial ${read.snapshot.serial}` : "no state";
    const message2 = `The state at ${location} has ${holds}, not serial ${serial} as the commit's message says. Choose another serial.`;
    return read.state === "unavailable" ? read : { state: "unavailable", failure: failure("state-unavailable", message2) };
  }
  async runEnds(signal) {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const ends = await this.#repository.exclusive(() => recordedEnds(this.#repository, this.#folder, signal));
    return ends.ok ? ok(ends.value.map(({ serial, at, what, url }) => ({ serial, at, what, url }))) : ends;
  }
  async dispose() {
    this.#repository.dispose();
  }
  async #decideWrite(files, next, data, expected, options) {
    const held = this.#held;
    const lock = readLock(files.lock);
    const judgement = held === void 0 ? this.#lock.judge(files) : void 0;
    if (judgement?.state === "held") return { do: "answer", value: judgement };
    const refused = await this.#whyNotWriteHere(files, next, expected);
    if (refused) return { do: "answer", value: refused };
    const revision = sha256(data);
    const unlocks = lock.state !== "free" && (held === void 0 || options.runEnded);
    const changed = /* @__PURE__ */ new Map([[`${this.#folder}/${stateFile}`, data]]);
    if (unlocks) changed.set(`${this.#folder}/${lockFile}`, null);
    return {
      do: "push",
      files: changed,
      message: stateMessage(this.#folder, next, options),
      value: { state: "written", revision }
    };
  }
  async #whyNotWriteHere(files, next, expected) {
    return this.#whyNotHeld(files) ?? await this.#whyNotWrite(files.state, next, expected);
  }
  /** The lock of this run must still be there, if it took one. */
  #whyNotHeld(files) {
    const held = this.#held;
    const lock = readLock(files.lock);
    if (held === void 0 || lock.state === "held" && lock.holder.id === held) return void 0;
    return files.commit === void 0 ? this.#lostBranch() : this.#lostLock(held);
  }
  /** Without a lock of this run, nobody else may have it. */
  #whyNotMine(files) {
    const judgement = this.#held === void 0 ? this.#lock.judge(files) : void 0;
    if (judgement?.state !== "held") return void 0;
    return { state: "unavailable", failure: this.#lock.refusal(judgement.held, 0) };
  }
  /** May this state be taken away? Its lock must be this run's, and it must be what was read. */
  #whyNotTake(files, expected) {
    const lost = this.#whyNotHeld(files);
    if (lost) return lost;
    const { state } = files;
    if (state.state === "file" && sha256(state.data) === expected) return void 0;
    const message2 = `The state at ${this.location} was not carried over: another run has changed it meanwhile. Nothing was changed; run again.`;
    return { state: "conflict", failure: failure("state-conflict", message2) };
  }
  /** Nothing is left here, the lock neither. */
  #takenAway() {
    this.#known = void 0;
    if (this.#held === void 0) return;
    this.#held = void 0;
    this.#handedOver = true;
  }
  async #whyNotWrite(stored, next, expected) {
    const version = await this.#storedVersion(stored);
    if (!version.ok) {
      const replaced = stored.state === "file" && sha256(stored.data) === expected;
      return replaced ? void 0 : { state: "unavailable", failure: version.error };
    }
    const refused = conflict(versionOf(next), version.value, expected, this.location);
    return refused && { state: "conflict", failure: refused };
  }
  #afterWrite(next, revision, options) {
    this.#known = { ...versionOf(next), revision };
    this.#neverStored = false;
    if (!options.runEnded || this.#held === void 0) return;
    this.#held = void 0;
    this.#handedOver = true;
  }
  async #files(known, signal) {
    const tip = known === void 0 ? await this.#repository.fetch(signal) : ok(known);
    return tip.ok ? this.#repository.files(tip.value, this.#folder, signal) : tip;
  }
  /** A file that is not there: the branch tells whether one ever was. That takes a look at all of its history. */
  async #lastOf(files, signal) {
    if (files.state.state !== "absent" || files.commit === void 0 || this.#neverStored) return ok(void 0);
    const last = await lastState(this.#repository, this.#folder, signal);
    this.#neverStored = last.ok && last.value === void 0;
    return last;
  }
  #gone({ serial, commit, at, movedTo: to }) {
    const { branch } = this.#repository.names;
    if (to !== void 0) {
      const { project, context } = this.#options;
      const movedTo = namesOf2(to);
      return {
        state: "unavailable",
        failure: movedFailure({ project, context }, movedTo, ` in commit ${commit} of the branch ${branch}`),
        movedTo
      };
    }
    const path = `${this.#folder}/${stateFile}`;
    const message2 = `The state at ${this.location} is gone: it was there with serial ${serial}, written ${at} in commit ${commit}, and somebody has removed the file. Put it back: \`${this.#gitFetch} && ${gitShow(commit, path)}\`, then \`${this.#push}\`. To begin anew, say so on the branch: in a commit whose message has the line \`${removalTrailer}: ${this.#folder}\`. Nothing was changed.`;
    const damaged = { revision: void 0, lineage: void 0, serial };
    return { state: "unavailable", failure: failure("state-unavailable", message2), damaged };
  }
  /** A journal on this machine is proof that the branch was there. */
  #whyNotBegin() {
    const left = this.journal.read("", 0);
    const { branch, shown } = this.#repository.names;
    const gone = `There is no branch ${branch} in ${shown} any more`;
    if (!left.ok) return { ...left.error, message: `${gone}. ${left.error.message}` };
    const before = this.#file.ended();
    if (before === void 0) return void 0;
    const message2 = `${gone}, and a run on this machine has stored ${this.#folder} there, with a serial of at least ${before.serial}. Bring the branch back from a clone that has it. To begin anew, remove ${this.#file.path}.`;
    return failure("state-unavailable", message2);
  }
  async #storedVersion(stored) {
    if (stored.state === "file" && this.#known?.revision === sha256(stored.data)) return ok(this.#known);
    const read = await this.#decode(stored);
    if (read.state === "found") return ok({ ...versionOf(read.snapshot), revision: read.revision });
    return read.state === "unavailable" ? err(read.failure) : ok(void 0);
  }
  /** @param earlier where an earlier version is, perhaps under a former name; absent: it is what is stored now */
  async #decode(stored, earlier) {
    const { sealing } = this.#options;
    const { location } = earlier ?? this;
    const { project, context } = earlier === void 0 || earlier.folder === this.#folder ? this.#options : namesOf2(earlier.folder);
    const path = `${this.#folder}/${stateFile}`;
    const earlierOnes = `Earlier versions are in the history of the branch: \`${this.#gitFetch} && ${commandLine(["git", "log", "FETCH_HEAD", "--", path])}\` lists them.`;
    const remedy = `${earlierOnes} Put a good one back: \`${gitShow("COMMIT", path)}\` with the COMMIT that it is from, then \`${this.#push}\`.`;
    if (stored.state === "absent") return { state: "absent" };
    const foreignRemedy = `${earlierOnes} Put the right one back in a commit on that branch, with git: \`opus state push\` writes over nothing that is not of this state.`;
    if (stored.state === "other") {
      const message2 = `The state at ${location} can't be read: ${stored.what}. ${foreignRemedy}`;
      return { state: "unavailable", failure: failure("state-unavailable", message2) };
    }
    const former = earlier !== void 0;
    const decoded = await decode(stored.data, { project, context, location, former, remedy, foreignRemedy, sealing });
    if (!decoded.ok) {
      const damaged = decoded.damaged && { ...decoded.damaged, revision: sha256(stored.data) };
      return { state: "unavailable", failure: decoded.error, ...damaged ? { damaged } : {} };
    }
    const { value: snapshot, run } = decoded;
    return { state: "found", snapshot, revision: sha256(stored.data), run, data: stored.data };
  }
  #localJournal() {
    const journal = this.#file;
    return {
      read: (lineage, serial) => journal.read(lineage, serial),
      start: (lineage, serial, records) => journal.start(lineage, serial, records),
      append: (record) => journal.append(record),
      clear: () => {
        if (!this.#handedOver) return journal.clear();
        journal.end();
        return ok(void 0);
      }
    };
  }
  get #gitFetch() {
    return commandLine(["git", "fetch", "origin", this.#repository.names.branch]);
  }
  /** Stores a file over whatever is there. */
  get #push() {
    const { flags = [] } = this.#options;
    const branch = flags.includes("--state-branch") ? [] : ["--state-branch", this.#repository.names.branch];
    return commandLine(["opus", "state", "push", "state.json", "--force", ...flags, ...branch]);
  }
  #lostLock(id) {
    const message2 = `The state at ${this.location} was not written: the lock of this run (${id}) was released by somebody else meanwhile, so another run may be writing. The stored state is untouched.`;
    return { state: "conflict", failure: failure("state-conflict", message2) };
  }
  #lostBranch() {
    const { branch, shown } = this.#repository.names;
    const { lastCommit } = this.#repository;
    const last = lastCommit === void 0 ? "" : ` The last commit of it that this run has seen is ${lastCommit}: \`${commandLine(["git", "push", "origin", `${lastCommit}:refs/heads/${branch}`])}\` brings it back, from a clone that has it.`;
    const message2 = `The state at ${this.location} was not written: the branch ${branch} of ${shown} was deleted while this run went on, and with it the lock of this run and all that was stored.${last} Bring it back before the next run.`;
    return { state: "conflict", failure: failure("state-conflict", message2) };
  }
  #cancelled(what) {
    return failure("cancelled", `${what} the state at ${this.location} was cancelled.`);
  }
};
function namesOf2(folder) {
  const [project = "", context = ""] = folder.split("/");
  return { project: nameOfFolder(project), context: nameOfFolder(context) };
}
function gitShow(commit, path) {
  return `${commandLine(["git", "show", `${commit}:${path}`])} > state.json`;
}

// src/state/backends/branch/git/branch-repository.ts
import { join as join6 } from "node:path";

// src/state/backends/branch/remote-trouble.ts
var kinds = [
  ["too-large", /\bGH001\b|exceeds GitHub's file size limit|pack exceeds maximum allowed size|HTTP 413|error: 413/i],
  [
    "rule",
    /\bGH0\d\d\b|hook declined|repository rule violations|protected branch|refusing to allow|deny updating a hidden ref|shallow update not allowed|branch is currently checked out/i
  ],
  [
    "forbidden",
    /Permission to \S+ denied|Write access to repository not granted|returned error: 403|HTTP 403|was archived so it is read-only|\bread-only\b.*\brepository\b|account is suspended|must use (?:an? )?(?:SSO|SAML)|enabled or enforced SAML SSO/i
  ],
  ["proxy", /HTTP code 407|returned error: 407|Could not resolve proxy/i],
  [
    "unauthorized",
    /could not read (?:Username|Password)|Authentication failed|Invalid username or (?:token|password)|returned error: 401|HTTP 401|HTTP Basic: Access denied/i
  ],
  [
    "not-found",
    /Repository not found|repository '[^']*' not found|returned error: 404|does not appear to be a git repository/i
  ],
  [
    "certificate",
    /certificate|SSL_connect|SSL connect error|gnutls_handshake|TLS connect error|CAfile|wrong version number/i
  ],
  [
    "not-git",
    /not valid: (?:is this a git repository|could not determine hash algorithm)|bad line length character|invalid server response|unable to update url base from redirection|expected service, got/i
  ],
  ["ssh", /Permission denied \([a-z,-]*publickey|Host key verification failed|no matching host key/i],
  [
    "transient",
    /(?:error: |HTTP )(?:408|425|429|5\d\d)|Empty reply from server|Connection reset|Recv failure|Send failure|Operation (?:too slow|timed out)|Connection timed out|timed out|early EOF|unexpected disconnect|hung up unexpectedly|curl \d+|transfer closed|unexpected end of file|HTTP\/2 stream|RPC failed|expected flush|not our ref|unadvertised object|couldn't find remote ref|Broken pipe|error reading section header/i
  ],
  [
    "unreachable",
    /Could not resolve host|Couldn't connect|Failed to connect|Connection refused|Network is unreachable|No route to host|Temporary failure in name resolution|Name or service not known/i
  ]
];
function troubleOf(end, reason = "") {
  switch (end.state) {
    case "not-started":
      return { kind: "no-git", words: end.message };
    case "timed-out":
      return { kind: "transient", words: `no answer within ${Math.round(end.timeoutMs / 1e3)} s` };
    case "killed":
      return { kind: "transient", words: `git was killed by ${end.signal}` };
    case "exited": {
      const text2 = `${reason}
${end.stderr}`;
      const otherwise = text2.trim() === "" ? "transient" : "unknown";
      const kind = kinds.find(([, pattern]) => pattern.test(text2))?.[0] ?? otherwise;
      return { kind, words: answerOf(end.stderr, reason) || `git ended with exit code ${end.code} and no message` };
    }
  }
}
var chatter = /^(?:error: failed to push some refs to|hint:|To |Done$|Everything up-to-date|Please make sure you have the correct access|and the repository exists|fatal: the remote end hung up unexpectedly$|Pushing to|POST git-)/;
function answerOf(stderr, reason = "") {
  const lines = stderr.split(/[\r\n]+/).map((line) => line.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ").trim()).filter((line) => line !== "" && !chatter.test(line));
  const remote = lines.filter((line) => line.startsWith("remote:")).map((line) => line.slice(7).trim());
  const own = lines.filter((line) => !line.startsWith("remote:"));
  const said = [.../* @__PURE__ */ new Set([...remote.map((line) => line.replace(/^error: /, "")), ...own, reason])];
  const text2 = said.filter((line) => line !== "").join(" \xB7 ");
  return shortened(text2, 400);
}

// src/state/backends/branch/push-outcome.ts
var movedReasons = /stale info|fetch first|non-fast-forward|failed to update ref|failed to lock|cannot lock ref|incorrect old value|reference already exists|\balready exists\b|is at [0-9a-f]{7,} but expected|needs force/i;
var nameClash = /'([^']+)' exists; cannot create '[^']+'/;
function pushOutcome(end) {
  if (end.state === "aborted") return { state: "aborted" };
  if (end.state !== "exited") return unclear(troubleOf(end));
  const status = /^([ +\-*!=])\t[^\t\n]*\t(.*)$/m.exec(Buffer.from(end.stdout).toString("utf8"));
  const [, flag, reason = ""] = status ?? [];
  if (end.code === 0 && flag !== void 0 && flag !== "!") return { state: "landed" };
  const trouble = troubleOf(end, flag === "!" ? reason : "");
  const clash = nameClash.exec(`${end.stderr}
${reason}`)?.[1];
  if (clash !== void 0) return { state: "refused", trouble: { ...trouble, kind: "name-clash", name: clash } };
  if (final.has(trouble.kind)) return { state: "refused", trouble };
  if (flag === "!" && movedReasons.test(reason)) return { state: "moved", words: answerOf(end.stderr, reason) };
  return unclear(trouble, end.stderr);
}
var final = /* @__PURE__ */ new Set([
  "unauthorized",
  "forbidden",
  "rule",
  "too-large",
  "not-found",
  "certificate",
  "proxy",
  "ssh"
]);
function unclear(trouble, stderr = "") {
  const unsent = trouble.kind === "no-git" || /^fatal: (?:unable to access |\S+\/info\/refs not valid)/m.test(stderr);
  return { state: "unclear", trouble, unsent };
}

// src/state/backends/branch/git/fast-import.ts
var nextRef = "refs/opus/next";
function fastImport(commit) {
  const { parent, message: message2, author, at, files } = commit;
  const who = `${plain(author.name) || "opus"} <${plain(author.email)}> ${Math.floor(Date.parse(at) / 1e3)} +0000`;
  const text2 = Buffer.from(message2);
  const parts = [];
  const add2 = (line) => parts.push(Buffer.from(line));
  add2(`feature done
reset ${nextRef}

commit ${nextRef}
mark :1
author ${who}
committer ${who}
`);
  add2(`data ${text2.length}
`);
  parts.push(text2);
  add2("\n");
  if (parent !== void 0) add2(`from ${parent}
`);
  for (const [path, data] of files) {
    if (data === null) {
      add2(`D ${path}
`);
      continue;
    }
    add2(`M 100644 inline ${path}
data ${data.length}
`);
    parts.push(data);
    add2("\n");
  }
  add2("\nget-mark :1\ndone\n");
  return Buffer.concat(parts);
}
function plain(text2) {
  return text2.replaceAll(/[<>\p{Cc}]/gu, "").trim();
}

// src/state/backends/branch/git/ls-remote.ts
var symbolic = "ref: ";
function isDefault(ref, listed) {
  if (listed.state !== "exited") return false;
  return Buffer.from(listed.stdout).toString("utf8").split("\n").includes(`${symbolic}${ref}	HEAD`);
}
function refsOf(listed) {
  if (listed.state === "aborted") return err("aborted");
  if (listed.state !== "exited" || listed.code !== 0) return err(troubleOf(listed));
  const refs = /* @__PURE__ */ new Map();
  for (const line of Buffer.from(listed.stdout).toString("utf8").split("\n")) {
    const [name = "", ref] = line.split("	");
    if (ref === void 0 || name.startsWith(symbolic)) continue;
    if (!objectName.test(name)) return err({ kind: "unknown", words: "it does not name its commits with SHA-1" });
    refs.set(ref, name);
  }
  return ok(refs);
}

// src/state/backends/branch/git/private-repository.ts
import { mkdirSync as mkdirSync3, mkdtempSync as mkdtempSync2, rmSync as rmSync3 } from "node:fs";
import { join as join5 } from "node:path";

// src/state/backends/branch/git/git-environment.ts
var connection = /^GIT_(?:SSL_\w+|SSH|SSH_COMMAND|SSH_VARIANT|HTTP_PROXY_AUTHMETHOD|PROXY_SSL_\w+)$/;
var ownCredentials = /^(?:GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|GIT_ASKPASS|SSH_ASKPASS|SSH_ASKPASS_REQUIRE|GH_\w+|GITHUB_TOKEN)$/;
var foreign = /^(?:GIT_|ACTIONS_|INPUT_|STATE_|SSH_ASKPASS|GH_|GITHUB_(?:TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$|OPUS_)/i;
function gitEnvironment(options) {
  const { base, directory, token, server } = options;
  const own = token === void 0 ? options.ownSettings : void 0;
  const environment = {};
  for (const [name, value] of Object.entries(base)) {
    if (value === void 0) continue;
    const kept = connection.test(name) || own !== void 0 && ownCredentials.test(name);
    if (kept || !foreign.test(name)) environment[name] = value;
  }
  const settings = [
    ...own ?? [],
    ...fixedSettings,
    ...token === void 0 ? [] : tokenSettings(token, server),
    ...own === void 0 ? nobodyElse : []
  ];
  const noUserConfiguration = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return {
    ...environment,
    // Messages are matched, so they must be English.
    LC_ALL: "C",
    LANGUAGE: "",
    GIT_DIR: directory,
    GIT_TERMINAL_PROMPT: "0",
    GCM_INTERACTIVE: "never",
    ...own === void 0 ? noUserConfiguration : {},
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(settings.map(([name], index) => [`GIT_CONFIG_KEY_${index}`, name])),
    ...Object.fromEntries(settings.map(([, value], index) => [`GIT_CONFIG_VALUE_${index}`, value]))
  };
}
var fixedSettings = [
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
  // A server that stops talking.
  ["http.lowSpeedLimit", "1"],
  ["http.lowSpeedTime", "30"]
];
var nobodyElse = [
  ["credential.helper", ""],
  ["core.askPass", ""]
];
function tokenSettings(token, server) {
  return [[`http.${server}/.extraheader`, `AUTHORIZATION: basic ${basicCredentials(token)}`]];
}
function basicCredentials(token) {
  return Buffer.from(`x-access-token:${token}`).toString("base64");
}
function withoutHeaders(text2, settings) {
  const headers = settings.filter(([name]) => /^http\.(?:.*\.)?extraheader$/i.test(name)).map(([, value]) => value);
  const secrets = headers.flatMap((value) => [value.replace(/^[^:]*:\s*/, ""), value.split(/\s+/).at(-1) ?? ""]);
  return secrets.filter((secret) => secret.length >= 4).reduce((clean, secret) => clean.replaceAll(secret, "***"), text2);
}
function withoutToken2(text2, token) {
  return text2.replaceAll(token, "***").replaceAll(basicCredentials(token), "***");
}

// src/state/backends/branch/git/private-repository.ts
var localMs = 6e4;
var PrivateRepository = class {
  #options;
  #names;
  #folder;
  /** @param names of the remote, for messages */
  constructor(options, names) {
    this.#options = options;
    this.#names = names;
  }
  /** Makes it, unless it is there. @returns the folder around it, which is removed with it */
  async ready(signal) {
    if (signal.aborted) return err(this.cancelled());
    if (this.#folder !== void 0) return ok(this.#folder);
    const { temporaryFolder, folderPrefix = "opus-state-" } = this.#options;
    let folder;
    try {
      mkdirSync3(temporaryFolder, { recursive: true });
      folder = mkdtempSync2(join5(temporaryFolder, folderPrefix));
    } catch (error) {
      return err(ioFailure("make a temporary folder in", temporaryFolder, error));
    }
    this.#folder = folder;
    const made = await this.#make(signal);
    if (made.ok) return ok(folder);
    this.dispose();
    return made;
  }
  /** A call that asks nobody else: when it fails, this machine is the reason. */
  async local(args, signal, options = {}) {
    const end = await this.git(args, signal, localMs, options);
    if (end.state === "aborted") return err(this.cancelled());
    if (end.state === "exited" && end.code === 0) return ok(end.stdout);
    if (end.state === "not-started") return err(remoteFailure(troubleOf(end), "read", this.#names));
    const { words } = troubleOf(end);
    const message2 = `\`git ${args[0]}\` failed in the temporary folder ${this.#options.temporaryFolder}: ${words}. Is there room on its disk?`;
    return err(failure("state-unavailable", message2));
  }
  /** Any call; the caller makes sense of its end. */
  async git(args, signal, timeoutMs, { input = "", directory = this.#directory } = {}) {
    const { git, environment: base, token, ownSettings, server, redact, temporaryFolder } = this.#options;
    const environment = gitEnvironment({ base, directory, token, ownSettings, server });
    const cwd = this.#folder ?? temporaryFolder;
    const end = await git({ args, cwd, environment, input, timeoutMs, signal });
    if (!("stderr" in end)) return end;
    const clean = token === void 0 ? withoutHeaders(end.stderr, ownSettings ?? []) : withoutToken2(end.stderr, token);
    return { ...end, stderr: redact?.(clean) ?? clean };
  }
  /** Removes it. A later call would make it anew. */
  dispose() {
    const folder = this.#folder;
    this.#folder = void 0;
    if (folder !== void 0) rmSync3(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  cancelled() {
    const { shown, branch } = this.#names;
    return failure("cancelled", `Using the state branch ${branch} of ${shown} was cancelled.`);
  }
  async #make(signal) {
    const printed = await this.local(["version"], signal);
    if (!printed.ok) return printed;
    const version = Buffer.from(printed.value).toString("utf8").trim();
    const [, major = "0", minor = "0"] = /\b(\d{1,9})\.(\d{1,9})/.exec(version) ?? [];
    if (Number(major) < 2 || Number(major) === 2 && Number(minor) < 31)
      return err(
        failure("state-unavailable", `This is ${version}. Install git 2.31 or newer, and put it on the PATH.`)
      );
    return this.local(["init", "--quiet", "--bare", "--template=", this.#directory], signal);
  }
  get #directory() {
    return join5(this.#folder ?? this.#options.temporaryFolder, "state.git");
  }
};

// src/state/backends/branch/git/branch-repository.ts
var tipRef = "refs/opus/tip";
var historyMs = 3e5;
var defaultTries = 4;
var BranchRepository = class {
  names;
  clock;
  #options;
  #here;
  #tip;
  #lastCommit;
  #knownAsState = false;
  #queue = Promise.resolve();
  /** How often the last write lost against those of others. */
  lostRaces = 0;
  constructor(options) {
    this.#options = options;
    this.clock = options.clock;
    const { shown, branch, token, ownSettings } = options;
    const signIn = token !== void 0 ? "token" : ownSettings !== void 0 ? "own" : "no-token";
    this.names = { shown, branch, signIn };
    this.#here = new PrivateRepository(options, this.names);
  }
  /** The tip as last seen or pushed; undefined: never looked. */
  get tip() {
    return this.#tip;
  }
  /** The last commit of the branch that was seen, also when the branch is gone since. */
  get lastCommit() {
    return this.#lastCommit;
  }
  /** Runs one action at a time. */
  exclusive(action) {
    const result = this.#queue.then(action);
    this.#queue = result.catch(() => void 0);
    return result;
  }
  /** Asks the remote where the branch is, and brings that commit here. Tries again where that may help. */
  async fetch(signal) {
    const ready = await this.#ready(signal);
    if (!ready.ok) return ready;
    const fetched = await this.#retried(() => this.#fetchOnce(signal), signal);
    if (fetched.ok) this.#moveTo(fetched.value);
    return fetched;
  }
  /** What a fetched commit holds of a context. */
  async files(tip, folder, signal) {
    const { commit } = tip;
    if (commit === void 0) return ok({ commit, state: { state: "absent" }, lock: { state: "absent" } });
    const input = questions(commit, folder).map((question) => `${question}
`).join("");
    const sizes = await this.#here.local(["cat-file", "--batch-check=%(objectsize)"], signal, { input });
    if (!sizes.ok) return sizes;
    const tooLarge = largeObjects(sizes.value);
    const asked = tooLarge.size === 0 ? input : withoutLines(input, tooLarge);
    const read = await this.#here.local(["cat-file", "--batch"], signal, { input: asked });
    if (!read.ok) return read;
    const { foreignFiles, files } = contextFiles(commit, folder, read.value, tooLarge);
    if (foreignFiles.length > 0) return err(this.#notForState(foreignFiles));
    const known = await this.#knowAsState(commit, signal);
    return known.ok ? ok(files) : known;
  }
  /** Once a run: the folders of the branch must be of state as well. */
  async #knowAsState(commit, signal) {
    if (this.#knownAsState) return ok(void 0);
    const paths = await this.#paths(commit, signal);
    if (!paths.ok) return paths;
    const foreignFiles = foreignFilesAmong(paths.value);
    this.#knownAsState = foreignFiles.length === 0;
    return this.#knownAsState ? ok(void 0) : err(this.#notForState(foreignFiles));
  }
  async #paths(commit, signal) {
    const listed = await this.#here.local(["ls-tree", "-r", "-z", "--name-only", commit], signal);
    if (!listed.ok) return listed;
    const paths = Buffer.from(listed.value).toString("utf8").split("\0");
    return ok(paths.filter((path) => path !== ""));
  }
  /** Folders `<project>/<context>` of a fetched commit that hold a state. */
  async folders({ commit }, signal) {
    if (commit === void 0) return ok([]);
    const paths = await this.#paths(commit, signal);
    return paths.ok ? ok(stateFolders(paths.value)) : paths;
  }
  /** Makes a commit, here only. */
  async commit(commit, signal) {
    const { author, redact = (words) => words } = this.#options;
    const message2 = withoutSecrets(commit.message, redact);
    const input = fastImport({ ...commit, message: message2, author, at: this.clock.timestamp() });
    const made = await this.#here.local(["fast-import", "--quiet", "--force"], signal, { input });
    if (!made.ok) return made;
    const name = Buffer.from(made.value).toString("utf8").trim();
    if (!objectName.test(name)) throw new Error(`git fast-import printed ${JSON.stringify(name)}`);
    return ok(name);
  }
  /** Moves the branch from `tip` to `commit`, or not at all. */
  async push(tip, commit, signal) {
    const ref = `refs/heads/${this.#options.branch}`;
    const lease = `--force-with-lease=${ref}:${tip.commit ?? ""}`;
    const args = ["push", "--porcelain", "--no-verify", lease, this.#options.url, `${commit}:${ref}`];
    const outcome = pushOutcome(await this.#here.git(args, signal, this.#exchangeMs));
    if (outcome.state === "landed") this.#moveTo({ commit });
    return outcome;
  }
  #moveTo(tip) {
    this.#tip = tip;
    this.#lastCommit = tip.commit ?? this.#lastCommit;
  }
  /** Is one of these commits among the last ones behind the tip? */
  async contains(tip, commits, signal) {
    if (tip.commit === void 0) return ok(false);
    const fetched = await this.#retried(() => this.#fetchObjects(`${tip.commit}`, signal, 200), signal);
    if (!fetched.ok) return fetched;
    const listed = await this.#here.local(["rev-list", "--max-count=200", tip.commit], signal);
    if (!listed.ok) return listed;
    const behind = new Set(Buffer.from(listed.value).toString("utf8").split("\n"));
    return ok(commits.some((commit) => behind.has(commit)));
  }
  /**
   * Messages of all commits of the branch, newest first; without their files, where the server can leave them out.
   * They go to a repository of their own: one that lacks files can't serve the others.
   */
  async messages(signal) {
    const ready = await this.#ready(signal);
    if (!ready.ok) return ready;
    const { url, branch } = this.#options;
    const directory = join6(ready.value, "history.git");
    const begun = await this.#here.local(["init", "--quiet", "--bare", "--template=", directory], signal, {
      directory
    });
    if (!begun.ok) return begun;
    const ref = `+refs/heads/${branch}:refs/opus/history`;
    const args = ["fetch", "--quiet", "--filter=tree:0", ...fetchFlags, url, ref];
    const fetched = await this.#here.git(args, signal, historyMs, { directory });
    if (fetched.state === "aborted") return err(this.#here.cancelled());
    if (fetched.state !== "exited" || fetched.code !== 0)
      return err(remoteFailure(troubleOf(fetched), "read", this.names));
    const log = ["log", "-z", "--first-parent", "--format=%H%n%cI%n%B", "refs/opus/history"];
    const listed = await this.#here.local(log, signal, { directory });
    if (!listed.ok) return listed;
    const texts = Buffer.from(listed.value).toString("utf8").split("\0");
    return ok(texts.filter((text2) => text2 !== "").map(commitMessage));
  }
  /** Brings one earlier commit of the branch here. */
  async fetchCommit(commit, signal) {
    const fetched = await this.#retried(() => this.#fetchObjects(commit, signal), signal);
    return fetched.ok ? ok({ commit }) : fetched;
  }
  /** Removes the private repository. A later call would make it anew. */
  dispose() {
    this.#tip = void 0;
    this.#here.dispose();
  }
  async #ready(signal) {
    const { branch } = this.#options;
    if (!signal.aborted && !validBranch(branch))
      return err(failure("invalid-input", `"${branch}" is no name for a branch of git's.`));
    return this.#here.ready(signal);
  }
  get #exchangeMs() {
    return this.#options.exchangeMs ?? 6e4;
  }
  async #fetchOnce(signal) {
    const { url, branch } = this.#options;
    const ref = `refs/heads/${branch}`;
    if (this.#tip?.commit !== void 0) {
      const fetched2 = await this.#fetchObjects(`+${ref}:${tipRef}`, signal);
      const commit2 = fetched2.ok ? await this.#commitOf(tipRef, signal) : void 0;
      if (commit2 !== void 0) return ok({ commit: commit2 });
    }
    const listed = await this.#here.git(["ls-remote", "--symref", url, "HEAD", ref], signal, this.#exchangeMs);
    const refs = refsOf(listed);
    if (!refs.ok) return refs;
    if (isDefault(ref, listed)) return err({ kind: "default-branch", words: "" });
    const commit = refs.value.get(ref);
    if (commit === void 0) return this.#absent(refs.value, signal);
    if (commit === this.#tip?.commit) return ok({ commit });
    const fetched = await this.#fetchObjects(`+${commit}:${tipRef}`, signal);
    return fetched.ok ? ok({ commit }) : fetched;
  }
  async #commitOf(ref, signal) {
    const named = await this.#here.local(["rev-parse", "--verify", ref], signal);
    return named.ok ? Buffer.from(named.value).toString("utf8").trim() : void 0;
  }
  /** @param what a commit, or a refspec */
  async #fetchObjects(what, signal, depth = 1) {
    const args = ["fetch", "--quiet", `--depth=${depth}`, ...fetchFlags, this.#options.url, what];
    const fetched = await this.#here.git(args, signal, this.#exchangeMs);
    if (fetched.state === "aborted") return err("aborted");
    return fetched.state === "exited" && fetched.code === 0 ? ok(void 0) : err(troubleOf(fetched));
  }
  /** Tries again where that may help. */
  async #retried(look, signal) {
    for (let tries = 1; ; tries++) {
      const looked = await look();
      if (looked.ok) return looked;
      if (looked.error === "aborted" || signal.aborted) return err(this.#here.cancelled());
      const again = looked.error.kind === "transient" || looked.error.kind === "unreachable";
      if (!again || tries >= (this.#options.tries ?? defaultTries))
        return err(remoteFailure(looked.error, "read", this.names));
      await this.clock.sleep(tries * tries * (150 + Math.random() * 150), signal).catch(() => void 0);
    }
  }
  /** Not listed: absent only where something else is, since an empty answer may come from anybody. */
  async #absent(refs, signal) {
    if (refs.size > 0) return ok({ commit: void 0 });
    const all = refsOf(await this.#here.git(["ls-remote", this.#options.url], signal, this.#exchangeMs));
    if (!all.ok) return all;
    if (all.value.size > 0) return ok({ commit: all.value.get(`refs/heads/${this.#options.branch}`) });
    return err({ kind: "empty", words: "" });
  }
  #notForState(foreignFiles) {
    const { shown, branch } = this.names;
    const some = foreignFiles.slice(0, 3).join(", ") + (foreignFiles.length > 3 ? ", \u2026" : "");
    const message2 = `The branch ${branch} of ${shown} holds other files than state (${some}): choose a branch for state alone with \`state-branch\`. One of state has ${stateFile} and ${lockFile} in folders \`<project>/<context>\`, and at most a ${readmeFile} beside those.`;
    return failure("state-unavailable", message2);
  }
};
var fetchFlags = ["--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--no-recurse-submodules"];
function largeObjects(sizes) {
  const lines = Buffer.from(sizes).toString("utf8").split("\n");
  return new Map(
    lines.map((line, index) => [index, Number(line)]).filter(([index, size]) => index >= 3 && size > stateBytes)
  );
}
function withoutLines(text2, lines) {
  return text2.split("\n").map((line, index) => lines.has(index) ? "0".repeat(40) : line).join("\n");
}
function commitMessage(text2) {
  const [commit = "", at = "", ...lines] = text2.split("\n");
  return { commit, at: isoTime(at), text: lines.join("\n") };
}
function validBranch(name) {
  return !/^[-./]|[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|[./]$|^$|^@$/.test(name);
}

// src/state/backends/file/file-store.ts
import { randomUUID as randomUUID5 } from "node:crypto";

// src/state/lock/file-lock.ts
import { randomUUID as randomUUID4 } from "node:crypto";
import { join as join7 } from "node:path";
var lockFormat2 = "opus-lock";
var noticeEveryMs2 = 5e3;
var staleTemporaryMs = 6e5;
var mostGenerations = 1e12;
var FileLock = class {
  #options;
  /** Ids of locks that this instance could not release: their files still say that they are held. */
  #abandoned = /* @__PURE__ */ new Set();
  constructor(options) {
    this.#options = options;
  }
  /** Takes the lock, waiting for a living holder at most `timeoutMs`. */
  async acquire(holder, options, signal) {
    const { clock, folder, files } = this.#options;
    const begun = clock.now();
    let notice = 0;
    for (; ; ) {
      if (signal.aborted) return { state: "unavailable", failure: this.#cancelled() };
      let tried;
      try {
        files.mkdir(folder);
        tried = this.#try(holder, options);
      } catch (error) {
        return { state: "unavailable", failure: ioFailure("lock the state in", folder, error) };
      }
      if (tried.state === "locked") return tried;
      const waited = clock.now() - begun;
      if (tried.state === "held") {
        const { holder: other, where, unreadable } = tried;
        if (waited >= options.timeoutMs)
          return {
            state: "held",
            holder: other,
            failure: unreadable ?? heldFailure(other, where, waited, this.#options.flags)
          };
        if (waited >= notice) {
          options.onWait(tried.holder, waited);
          notice = waited + noticeEveryMs2;
        }
      }
      const pause = tried.state === "again" ? Math.random() * 10 : 100 + Math.random() * 400;
      const rest = Math.max(1, options.timeoutMs - waited);
      await clock.sleep(Math.min(pause, tried.state === "again" ? pause : rest), signal).catch(() => void 0);
    }
  }
  /** Is this lock still ours? False when somebody released it by its id. Throws what the file system throws. */
  holds(heldLock) {
    if (this.#highest() !== heldLock.generation) return false;
    const content = this.#read(heldLock.generation);
    return content.state === "held" && content.holder.id === heldLock.id;
  }
  /** Who holds the lock now: undefined when nobody does, when that process is gone, and when it can't be told. */
  holder() {
    const { machine } = this.#options;
    try {
      const generation = this.#highest();
      const content = generation === 0 ? { state: "gone" } : this.#read(generation);
      if (content.state === "unreadable") return this.#unknownHolder(generation);
      if (content.state !== "held" || this.#abandoned.has(content.holder.id)) return void 0;
      return whyGone(content.process, machine) === void 0 ? content.holder : void 0;
    } catch (error) {
      if (errorCode(error) === void 0) throw error;
      return void 0;
    }
  }
  /** Releases a lock if it is still ours; otherwise nothing happens. */
  release(heldLock) {
    try {
      const content = this.#read(heldLock.generation);
      if (content.state === "held" && content.holder.id === heldLock.id) this.#bury(heldLock.generation);
      return ok(void 0);
    } catch (error) {
      if (errorCode(error) === void 0) throw error;
      this.#abandoned.add(heldLock.id);
      return err(ioFailure("release the lock in", this.#options.folder, error));
    }
  }
  /** Releases the lock with this id, whoever holds it. A lock file that can't be read goes by its name, `lock-<n>`. */
  unlock(id) {
    const { project, context, folder, flags } = this.#options;
    try {
      const generation = this.#highest();
      const content = generation === 0 ? { state: "gone" } : this.#read(generation);
      if (content.state === "unreadable" && id === `lock-${generation}`) {
        this.#bury(generation);
        return ok(this.#unknownHolder(generation));
      }
      if (content.state === "unreadable") return err(this.#unreadable(generation));
      if (content.state !== "held") return err(notHeldFailure(id, void 0, project, context, flags));
      if (content.holder.id !== id) return err(notHeldFailure(id, content.holder, project, context, flags));
      this.#bury(generation);
      return ok(content.holder);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return err(notHeldFailure(id, void 0, project, context, flags));
      return err(ioFailure("release the lock in", folder, error));
    }
  }
  #try(holder, options) {
    const highest = this.#highest();
    const broken2 = highest === 0 ? void 0 : this.#judge(highest);
    if (broken2 !== void 0 && broken2.state !== "free") return broken2;
    const generation = highest + 1;
    if (!this.#create(generation, holder)) return { state: "again" };
    if (this.#highest() !== generation) {
      attempt(() => this.#options.files.unlink(this.#path(generation)));
      return { state: "again" };
    }
    if (broken2?.dead) options.onBroken(broken2.dead.holder, broken2.dead.why);
    this.#tidy(generation);
    return { state: "locked", heldLock: { generation, id: holder.id } };
  }
  /** May the lock of this generation be followed by the next one? */
  #judge(generation) {
    const content = this.#read(generation);
    switch (content.state) {
      case "released":
        return { state: "free" };
      case "gone":
        return { state: "again" };
      case "unreadable":
        return {
          state: "held",
          holder: this.#unknownHolder(generation),
          where: "",
          unreadable: this.#unreadable(generation)
        };
      case "held": {
        if (this.#abandoned.has(content.holder.id)) return { state: "free" };
        const why = whyGone(content.process, this.#options.machine);
        if (why !== void 0) return { state: "free", dead: { holder: content.holder, why } };
        const where = ` (process ${content.process.pid} on ${content.process.host})`;
        return { state: "held", holder: content.holder, where };
      }
    }
  }
  /** Creates a lock file with its whole content at once. @returns false when that number is taken */
  #create(generation, holder) {
    const { files, folder } = this.#options;
    const path = this.#path(generation);
    const data = this.#content({ ...holder, released: false, ...this.#options.machine.self });
    const temporary = join7(folder, `.lock-${randomUUID4()}.tmp`);
    writeNew(files, temporary, data);
    try {
      files.link(temporary, path);
      return true;
    } catch (error) {
      const code2 = errorCode(error);
      if (code2 === "EEXIST") return this.#isOurs(generation, holder.id);
      if (code2 === "ENOENT") return false;
      if (code2 === void 0 || !noHardLinks.has(code2)) throw error;
    } finally {
      attempt(() => files.unlink(temporary));
    }
    try {
      writeNew(files, path, data);
      return true;
    } catch (error) {
      if (errorCode(error) === "EEXIST") return false;
      throw error;
    }
  }
  #isOurs(generation, id) {
    const content = this.#read(generation);
    const { self } = this.#options.machine;
    return content.state === "held" && content.holder.id === id && content.process.pid === self.pid;
  }
  /** Puts a tombstone in place of a lock. */
  #bury(generation) {
    const { files, folder } = this.#options;
    const temporary = join7(folder, `.lock-${randomUUID4()}.tmp`);
    const tombstone = this.#content({ released: true });
    try {
      writeNew(files, temporary, tombstone);
      files.rename(temporary, this.#path(generation));
    } catch (error) {
      attempt(() => files.unlink(temporary));
      if (errorCode(error) === void 0) throw error;
      const length = files.readFile(this.#path(generation)).length;
      const padding = " ".repeat(Math.max(0, length - tombstone.length));
      overwrite(files, this.#path(generation), Buffer.concat([tombstone, Buffer.from(padding)]));
    }
  }
  #content(fields) {
    return Buffer.from(`${JSON.stringify({ format: lockFormat2, version: 1, ...fields }, null, 2)}
`);
  }
  #read(generation) {
    let text2;
    try {
      text2 = Buffer.from(this.#options.files.readFile(this.#path(generation), lockBytes)).toString("utf8");
    } catch (error) {
      const code2 = errorCode(error);
      if (code2 === "ENOENT") return { state: this.#isThere(generation) ? "unreadable" : "gone" };
      if (code2 === "wrong-type" || code2 === "too-big") return { state: "unreadable" };
      throw error;
    }
    return parseLock(text2);
  }
  /** Also as a link to nothing. */
  #isThere(generation) {
    try {
      this.#options.files.modified(this.#path(generation));
      return true;
    } catch (error) {
      if (errorCode(error) === void 0) throw error;
      return false;
    }
  }
  /** The number that counts; 0 when there is none. A missing folder is an error, and so is a number that nobody gets to. */
  #highest() {
    let highest = 0;
    for (const name of this.#options.files.readdir(this.#options.folder)) {
      const number2 = generationOf(name);
      if (number2 > mostGenerations)
        throw Object.assign(new Error(`${name} has a number that no lock of opus gets to`), { code: "wrong-type" });
      if (number2 > highest) highest = number2;
    }
    return highest;
  }
  /**
   * Removes what older generations left. The last two stay: whoever looked just before them then finds the next
   * number taken, instead of a gap in which to settle for a moment.
   */
  #tidy(generation) {
    const { files, folder } = this.#options;
    attempt(() => {
      for (const name of files.readdir(folder)) {
        const path = join7(folder, name);
        const number2 = generationOf(name);
        if (number2 > 0 && number2 < generation - 2) attempt(() => files.unlink(path));
        if (!name.startsWith(".lock-")) continue;
        attempt(() => {
          if (Date.now() - files.modified(path) > staleTemporaryMs) files.unlink(path);
        });
      }
    });
  }
  #path(generation) {
    return join7(this.#options.folder, `lock-${generation}.json`);
  }
  #unknownHolder(generation) {
    const { project, context } = this.#options;
    const run = { id: "", attempt: 0, sha: "", url: "" };
    return { id: `lock-${generation}`, command: "unknown", project, context, since: "an unknown time", run };
  }
  #unreadable(generation) {
    const { project, context, flags } = this.#options;
    return unreadableFailure(`lock-${generation}`, this.#path(generation), project, context, flags);
  }
  #cancelled() {
    return failure("cancelled", `Waiting for the lock of the state in ${this.#options.folder} was cancelled.`);
  }
};
var noHardLinks = /* @__PURE__ */ new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL"]);
function generationOf(name) {
  const digits = /^lock-([1-9]\d*)\.json$/.exec(name)?.[1];
  return digits === void 0 ? 0 : Number(digits);
}
function parseLock(text2) {
  let value;
  try {
    value = JSON.parse(text2);
  } catch {
    return { state: "unreadable" };
  }
  if (!isObject(value) || value.format !== lockFormat2 || value.version !== 1) return { state: "unreadable" };
  if (value.released === true) return { state: "released" };
  const { id, command, project, context, since, run, host, bootId: bootId2, processNamespace, pid, startTime } = value;
  const texts = [id, command, project, context, since, host];
  const soundPid = Number.isSafeInteger(pid) && pid > 0;
  if (!texts.every(isLockText) || !isObject(run) || !soundPid) return { state: "unreadable" };
  const { id: runId, attempt: runAttempt, sha, url } = run;
  const whose = {
    id: isLockText(runId) ? runId : "",
    attempt: Number.isSafeInteger(runAttempt) ? runAttempt : 0,
    sha: isLockText(sha) ? sha : "",
    url: isLockText(url) ? url : ""
  };
  const holder = { id, command, project, context, since, run: whose };
  const process2 = { machine: null, host, bootId: bootId2, processNamespace, pid, startTime };
  return { state: "held", holder, process: process2 };
}

// src/state/backends/file/file-store.ts
var FileStore = class _FileStore {
  backend = "file";
  /** Path of state.json. */
  location;
  journal;
  localFolder;
  #options;
  #files;
  #folder;
  #lock;
  /** The lock that `lock` took and that is not released yet. */
  #heldLock;
  /** What this instance read or wrote last, to save decoding it again. */
  #known;
  constructor(options) {
    const {
      statePath,
      project,
      context,
      clock,
      files = nodeFileSystem,
      machine = localMachine(),
      flags = []
    } = options;
    this.#options = options;
    this.#files = files;
    this.#folder = new StateFolder(statePath, project, context, files);
    this.location = this.#folder.state;
    this.localFolder = this.#folder.path;
    this.journal = new FileJournal(this.#folder.journal, files, options.sealing);
    this.#lock = new FileLock({ folder: this.#folder.path, project, context, files, machine, clock, flags });
  }
  async read(signal) {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Reading") };
    const moved = this.#folder.movedTo();
    if (moved.ok && moved.value !== void 0)
      return { state: "unavailable", failure: movedFailure(this.#options, moved.value), movedTo: moved.value };
    const data = this.#folder.read();
    if (!data.ok) return { state: "unavailable", failure: data.error };
    if (!moved.ok) return { state: "unavailable", failure: moved.error };
    if (data.value === void 0) return { state: "absent" };
    const read = await this.#decode(data.value, this.location);
    if (read.state === "found") this.#known = { ...versionOf(read.snapshot), revision: read.revision };
    return read;
  }
  async write(next, expected, options, signal) {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Writing") };
    const writing = await this.#writing(next, expected, options);
    return this.#gripped(options, signal, (heldLock) => this.#writeLocked(heldLock, writing));
  }
  /** A note comes first, then the switch, then the old files go: whenever this ends, the state is in one place. */
  async takeOver(from, next, expected, options, signal) {
    if (!(from instanceof _FileStore)) throw new Error(`the ${from.backend} backend is another place`);
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Writing") };
    const writing = await this.#writing(next, void 0, options);
    return this.#gripped(
      options,
      signal,
      (heldLock) => from.#gripped(options, signal, async (theirs) => {
        const there = this.#folder.movedTo();
        const stored = there.ok && there.value !== void 0 ? void 0 : await this.#storedVersion();
        if (stored && !stored.version.ok) return { state: "unavailable", failure: stored.version.error };
        const before = stored?.version.ok ? stored.version.value : void 0;
        const refused = conflict(versionOf(next), before, void 0, this.location);
        if (refused) return { state: "conflict", failure: refused };
        return from.#whyNotTake(expected, theirs) ?? this.#take(from, heldLock, writing);
      })
    );
  }
  /** May this state be taken away? It must be what was read. */
  #whyNotTake(expected, heldLock) {
    const lost = this.#lostLock(heldLock);
    if (lost) return lost;
    const moved = this.#folder.movedTo();
    if (moved.ok && moved.value === void 0 && this.#revisionNow() === expected) return void 0;
    const message2 = `The state at ${this.location} was not carried over: another run has changed it meanwhile. Nothing was changed; run again.`;
    return { state: "conflict", failure: failure("state-conflict", message2) };
  }
  #take(from, heldLock, { next, data }) {
    try {
      this.#folder.expect(from.#folder);
      this.#folder.forgetMove();
      from.#folder.noteMove(this.#options);
    } catch (error) {
      return { state: "unavailable", failure: ioFailure("carry the state over to", this.#folder.path, error) };
    }
    const failed2 = this.#replace(heldLock, data, false, void 0);
    if (failed2) return failed2;
    this.#folder.arrived();
    from.#folder.empty();
    from.#known = void 0;
    const revision = sha256(data);
    this.#known = { ...versionOf(next), revision };
    return { state: "written", revision };
  }
  async holds(signal) {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const moved = this.#folder.movedTo();
    if (!moved.ok) return moved;
    const data = moved.value === void 0 ? this.#folder.read() : ok(void 0);
    return data.ok ? ok(data.value !== void 0) : data;
  }
  async beside(signal) {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const { statePath } = this.#options;
    try {
      return ok(statesIn(statePath, this.#files));
    } catch (error) {
      return err(ioFailure("list the states in", statePath, error));
    }
  }
  async #writing(next, expected, options) {
    const { project, context, writer, sealing } = this.#options;
    if (next.project !== project || next.context !== context)
      throw new Error(`state of ${next.project}/${next.context} given to the store of ${project}/${context}`);
    const data = Buffer.from(await encode(next, options.run, writer, { seal: sealing?.seal }));
    return { next, data, expected, runEnded: options.runEnded };
  }
  /** Does something under the lock that this store has, or else under one that is taken for it. */
  async #gripped({ run, command }, signal, work) {
    if (this.#heldLock !== void 0) return work(this.#heldLock);
    const { project, context, clock, writeLockMs = 1e4 } = this.#options;
    const holder = { id: randomUUID5(), command, project, context, since: clock.timestamp(), run };
    const waiting = { timeoutMs: writeLockMs, onWait: () => {
    }, onBroken: () => {
    } };
    const lock = await this.#lock.acquire(holder, waiting, signal);
    if (lock.state !== "locked") return { state: "unavailable", failure: lock.failure };
    try {
      this.#folder.removeLeftovers();
      return await work(lock.heldLock);
    } finally {
      this.#lock.release(lock.heldLock);
    }
  }
  async lock(holder, options, signal) {
    const lock = await this.#lock.acquire(holder, options, signal);
    if (lock.state !== "locked") return lock;
    const { heldLock } = lock;
    this.#heldLock = heldLock;
    this.#folder.removeLeftovers();
    const release = async () => {
      if (this.#heldLock === heldLock) this.#heldLock = void 0;
      return this.#lock.release(heldLock);
    };
    return { state: "locked", release };
  }
  async unlock(id, signal) {
    return signal.aborted ? err(this.#cancelled("Unlocking")) : this.#lock.unlock(id);
  }
  async lockedBy(signal) {
    return signal.aborted ? void 0 : this.#lock.holder();
  }
  async history(serial, signal) {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Reading") };
    const path = this.#folder.historyPath(serial);
    let data;
    try {
      data = this.#files.readFile(path);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return { state: "absent" };
      return { state: "unavailable", failure: ioFailure("read the state", path, error) };
    }
    const read = await this.#decode(data, path, await this.#nameThen(data, signal));
    if (read.state !== "found" || read.snapshot.serial === serial) return read;
    const message2 = `The state at ${path} has serial ${read.snapshot.serial}, not ${serial} as its name says. Restore it, or move it away.`;
    return { state: "unavailable", failure: failure("state-unavailable", message2) };
  }
  async runEnds(signal) {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    try {
      return ok(this.#folder.serials().map((serial) => this.#runEnd(serial)));
    } catch (error) {
      return err(ioFailure("list the earlier states in", this.#folder.history, error));
    }
  }
  /** What the envelope tells; whether the state is sound is looked at when it is used. */
  #runEnd(serial) {
    const path = this.#folder.historyPath(serial);
    const at = isoTime(this.#files.modified(path));
    const text2 = Buffer.from(this.#files.readFile(path)).toString("utf8");
    const start = text2.indexOf('"run": {');
    const run = start === -1 ? "" : text2.slice(start, start + 2e3).split("}")[0];
    return { serial, at, what: "", url: /"url": "([^"\\]*)"/.exec(run ?? "")?.[1] ?? "" };
  }
  async #writeLocked(heldLock, writing) {
    for (; ; ) {
      const stored = await this.#storedVersion();
      const written = this.#writeOver(stored, heldLock, writing);
      if (written) return written;
    }
  }
  /**
   * All of it in one go: within this process nothing can come between the check and the switch.
   * @returns undefined: what is stored is not that any more
   */
  #writeOver(stored, heldLock, { next, data, expected, runEnded }) {
    const lost = this.#lostLock(heldLock);
    if (lost) return lost;
    if (this.#revisionNow() !== stored.revision) return void 0;
    const { version } = stored;
    if (!version.ok && (stored.revision === void 0 || stored.revision !== expected))
      return { state: "unavailable", failure: version.error };
    const before = version.ok ? version.value : void 0;
    const refused = version.ok ? conflict(versionOf(next), before, expected, this.location) : void 0;
    if (refused) return { state: "conflict", failure: refused };
    const backup = before !== void 0 && before.serial !== next.serial;
    const failed2 = this.#replace(heldLock, data, backup, runEnded ? next.serial : void 0);
    if (failed2) return failed2;
    const revision = sha256(data);
    this.#known = { ...versionOf(next), revision };
    return { state: "written", revision };
  }
  /** Of the stored bytes, whatever they are; undefined: there are none, or they can't be read. */
  #revisionNow() {
    const data = this.#folder.read();
    return data.ok && data.value !== void 0 ? sha256(data.value) : void 0;
  }
  async #storedVersion() {
    const moved = this.#folder.movedTo();
    if (!moved.ok) return { revision: void 0, version: moved };
    if (moved.value !== void 0)
      return { revision: void 0, version: err(movedFailure(this.#options, moved.value)) };
    const data = this.#folder.read();
    if (!data.ok || data.value === void 0) return { revision: void 0, version: data.ok ? ok(void 0) : data };
    const revision = sha256(data.value);
    if (this.#known?.revision === revision) return { revision, version: ok(this.#known) };
    const read = await this.#decode(data.value, this.location);
    if (read.state === "found") return { revision, version: ok({ ...versionOf(read.snapshot), revision }) };
    return { revision, version: read.state === "unavailable" ? err(read.failure) : ok(void 0) };
  }
  /** New bytes beside the old ones, then backup, then the switch. Until the switch everything is as before. */
  #replace(heldLock, data, keepOld, endedSerial) {
    const files = this.#files;
    const folder = this.#folder;
    const temporary = folder.temporary(folder.path);
    const backup = folder.temporary(folder.path);
    const history = folder.temporary(folder.history);
    let lost;
    try {
      writeNew(files, temporary, data);
      if (endedSerial !== void 0) {
        files.mkdir(folder.history);
        files.copy(temporary, history);
      }
      if (keepOld) this.#keepBackup(backup);
      lost = this.#lostLock(heldLock);
      if (!lost) files.rename(temporary, folder.state);
    } catch (error) {
      lost = { state: "unavailable", failure: ioFailure("write the state", folder.state, error) };
    }
    if (lost) {
      for (const path of [temporary, backup, history]) attempt(() => files.unlink(path));
      return lost;
    }
    if (endedSerial !== void 0) {
      attempt(() => files.rename(history, folder.historyPath(endedSerial)));
      attempt(() => folder.pruneHistory());
    }
    syncFolder(files, folder.path);
    return void 0;
  }
  #keepBackup(temporary) {
    const files = this.#files;
    try {
      files.link(this.#folder.state, temporary);
    } catch (error) {
      if (errorCode(error) === void 0) throw error;
      files.copy(this.#folder.state, temporary);
    }
    files.rename(temporary, this.#folder.backup);
    attempt(() => files.unlink(temporary));
  }
  #lostLock(heldLock) {
    try {
      if (this.#lock.holds(heldLock)) return void 0;
    } catch (error) {
      return { state: "unavailable", failure: ioFailure("read the lock in", this.#folder.path, error) };
    }
    const message2 = `The state at ${this.location} was not written: the lock of this run (${heldLock.id}) was released by somebody else meanwhile, so another run may be writing. The stored state is untouched.`;
    return { state: "conflict", failure: failure("state-conflict", message2) };
  }
  /** An earlier version may have been stored under a former name: then it is of the same lineage. */
  async #nameThen(data, signal) {
    const { project, context } = this.#options;
    const named = belongsTo(data);
    if (named === void 0 || named.project === project && named.context === context) return { project, context };
    const now = await this.read(signal);
    return now.state === "found" ? { ...named, lineage: now.snapshot.lineage } : { project, context };
  }
  async #decode(data, path, name = this.#options) {
    const { sealing, flags = [] } = this.#options;
    const { project, context, lineage } = name;
    const { backup, history } = this.#folder;
    const remedy = path === this.location ? `The version before it is ${backup}, earlier ones are in ${history}: put a good one back with \`${commandLine(["opus", "state", "push", "FILE", "--force", ...flags])}\`, or copy it over this one.` : "Restore it, or move it away.";
    const foreignRemedy = path === this.location ? `The version before it is ${backup}, earlier ones are in ${history}: copy the right one over this one.` : remedy;
    const former = path !== this.location;
    const known = lineage === void 0 ? {} : { lineage };
    const decoded = await decode(data, {
      project,
      context,
      ...known,
      location: path,
      former,
      remedy,
      foreignRemedy,
      sealing
    });
    if (!decoded.ok) {
      const damaged = decoded.damaged && { ...decoded.damaged, revision: sha256(data) };
      return { state: "unavailable", failure: decoded.error, ...damaged ? { damaged } : {} };
    }
    return { state: "found", snapshot: decoded.value, revision: sha256(data), run: decoded.run, data };
  }
  #cancelled(what) {
    return failure("cancelled", `${what} the state at ${this.location} was cancelled.`);
  }
};

// src/app/state/self-ignoring-folder.ts
import { closeSync as closeSync2, lstatSync as lstatSync2, openSync as openSync2, readdirSync as readdirSync3, unlinkSync, writeFileSync as writeFileSync2 } from "node:fs";
import { basename, dirname as dirname3, join as join8, relative, sep } from "node:path";
var ownName = ".opus";
function selfIgnoring(files, statePath) {
  const folder = ownFolder(statePath);
  if (folder === void 0) return files;
  let done2 = false;
  return {
    ...files,
    mkdir: (path) => {
      files.mkdir(path);
      if (!done2) ignore(folder, statePath);
      done2 = true;
    }
  };
}
function ownFolder(statePath) {
  for (let at = statePath; dirname3(at) !== at; at = dirname3(at)) if (basename(at) === ownName) return at;
  return void 0;
}
function ignore(folder, statePath) {
  const [states = ""] = relative(folder, statePath).split(sep);
  try {
    if (!lstatSync2(folder).isDirectory()) return;
    const shared = states !== "" && readdirSync3(folder).some((name) => name !== states && name !== ".gitignore");
    const path = join8(folder, shared ? states : "", ".gitignore");
    const file = openSync2(path, "wx");
    try {
      writeFileSync2(file, "# Made by opus: its state does not belong with the code that it is of.\n*\n");
    } catch {
      unlinkSync(path);
    } finally {
      closeSync2(file);
    }
  } catch {
  }
}

// src/app/state/stores.ts
var Stores = class {
  #options;
  #repository;
  #cache;
  constructor(options) {
    this.#options = options;
  }
  /** @param project whose state it is; absent: that of the run's own */
  async open(context, project = this.#options.project) {
    const { place, version, clock, sealing, stateFiles: files } = this.#options;
    switch (place.backend) {
      case "file":
        return new FileStore({
          statePath: place.path,
          project,
          context,
          writer: version,
          clock,
          sealing,
          files: selfIgnoring(files, place.path),
          flags: place.flags
        });
      case "branch":
        return this.#branch(place, project, context);
      case "cache":
        return this.#cached(place, project, context);
    }
  }
  /** Removes what is only needed while the run goes on. */
  async dispose() {
    await this.#repository?.dispose();
    await this.#cache?.dispose();
  }
  /** The client of the cache is large, and hardly ever wanted. */
  async #cached(place, project, context) {
    const { CacheStores } = await import("./cache-stores-5GHKAPJT.js");
    this.#cache ??= new CacheStores({ ...this.#options, place });
    return this.#cache.open(project, context, this.#localFolder(`cache
${place.repository}`, project, context));
  }
  #branch(place, project, context) {
    const { version, environment, terminal, token, clock, sealing, redact, onProgress } = this.#options;
    const { shown, branch } = place;
    this.#repository ??= branchRepository(place, { environment, terminal, token, clock, redact });
    return new BranchStore({
      repository: this.#repository,
      project,
      context,
      writer: version,
      localFolder: this.#localFolder(`${shown}
${branch}`, project, context),
      machine: localMachine(join9(localRoot({ environment, terminal }), "machine")),
      ...this.#runLookup(),
      sealing,
      onProgress,
      flags: place.flags
    });
  }
  /** Runs with the same place that follow each other on one machine find what the one before has left. */
  #localFolder(place, project, context) {
    const { environment, terminal } = this.#options;
    const key = createHash2("sha256").update(place).digest("hex").slice(0, 16);
    return join9(localRoot({ environment, terminal }), key, folderName(project), folderName(context));
  }
  /** Only a step knows which runs are of its repository. */
  #runLookup() {
    const { environment, token = "", version, terminal } = this.#options;
    const {
      GITHUB_API_URL: apiUrl = "https://api.github.com",
      GITHUB_SERVER_URL: serverUrl,
      GITHUB_REPOSITORY: repository
    } = environment;
    if (terminal || !serverUrl || !repository) return {};
    const userAgent = `magnum-opus/${version}`;
    return { runLookup: createRunLookup({ apiUrl, serverUrl, repository, token, userAgent, environment }) };
  }
};
function branchRepository({ url, shown, branch, author, settings = [] }, options, storeDeadline = {}) {
  const { environment, terminal, token, clock, redact } = options;
  return new BranchRepository({
    url,
    shown,
    branch,
    author,
    server: serverOf(url),
    ...token === void 0 ? {} : { token },
    ...terminal ? { ownSettings: settings } : {},
    clock,
    git: runGit,
    environment,
    temporaryFolder: environment.RUNNER_TEMP || tmpdir2(),
    folderPrefix: ownedPrefix("state"),
    // What git says of a URL with credentials.
    redact: (text2) => redact(text2.replaceAll(url, shown)),
    ...storeDeadline
  });
}
function serverOf(url) {
  return /^https?:\/\/[^/]+/i.exec(url)?.[0] ?? url;
}

// src/app/run-info.ts
function runInfo({ environment }) {
  const { GITHUB_RUN_ID: id = "", GITHUB_RUN_ATTEMPT: attempt3 = "1", GITHUB_SHA: sha = "" } = environment;
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  const url = server && repository && id ? `${server}/${repository}/actions/runs/${id}/attempts/${attempt3}` : "";
  return { id, attempt: Number(attempt3) || 1, sha, url };
}

// src/engine/recorded/entries.ts
function recordedOrder(entries) {
  const listed = [...entries].sort(
    ([leftName, left], [rightName, right]) => left.order - right.order || (leftName < rightName ? -1 : 1)
  );
  const place = new Map(listed.map(([name], index) => [name, index]));
  const edges = listed.map(([, entry]) => entry.dependencies.flatMap((name) => place.get(name) ?? []));
  const { order } = depthFirst(edges);
  const position = new Map(order.map((node, index) => [node, index]));
  return {
    names: order.map((node) => listed[node][0]),
    edges: order.map(
      (node, index) => edges[node].map((to) => position.get(to)).filter((to) => to < index)
    )
  };
}
function withNewNames(entry, newNames) {
  const { dependencies, fingerprints } = entry;
  const spec = renamedIn(entry.spec, newNames);
  const depends = dependencies.some((name) => newNames.has(name));
  const compares = Object.keys(fingerprints ?? {}).some((name) => renamedSecret(name, newNames) !== name);
  if (spec === entry.spec && !depends && !compares) return entry;
  const compared = Object.entries(fingerprints ?? {}).map(([name, sum]) => [renamedSecret(name, newNames), sum]);
  return {
    ...entry,
    spec,
    dependencies: depends ? dependencies.map((name) => newNames.get(name) ?? name) : dependencies,
    ...compares ? { fingerprints: Object.fromEntries(compared) } : {}
  };
}
function renamedIn(value, newNames) {
  if (typeof value === "string") return renamedText(value, newNames);
  if (typeof value !== "object" || value === null) return value;
  let changed = false;
  const renamed = mapMembers(value, (member) => {
    const next = renamedIn(member, newNames);
    changed ||= next !== member;
    return next;
  });
  return changed ? renamed : value;
}
function renamedText(text2, newNames) {
  if (!text2.includes("${VAR:")) return text2;
  let renamed = "";
  let position = 0;
  for (const part of parseTemplate(text2).parts) {
    if (typeof part === "string" || part.source !== "VAR") continue;
    renamed += text2.slice(position, part.start) + formatReference({ ...part, name: renamedOutput(part.name, newNames) });
    position = part.end;
  }
  return renamed + text2.slice(position);
}
function renamedOutput(name, newNames) {
  const colon = name.indexOf(":");
  const now = newNames.get(name.slice(0, colon));
  return now === void 0 ? name : now + name.slice(colon);
}
function renamedSecret(name, newNames) {
  return name.startsWith("VAR:") ? `VAR:${renamedOutput(name.slice(4), newNames)}` : name;
}
function undoWithNewNames(entry, newNames) {
  const before = entry.before && withNewNames(entry.before, newNames);
  return before === entry.before ? entry : { ...entry, before };
}
function newNamesOf(renames) {
  return new Map([...renames].map(([now, former]) => [former, now]));
}
function renamedEntries(entries, renames) {
  if (renames.size === 0) return new Map(entries);
  const newNames = newNamesOf(renames);
  return new Map([...entries].map(([name, entry]) => [newNames.get(name) ?? name, withNewNames(entry, newNames)]));
}

// src/state/snapshot/found-seal.ts
async function foundSeal(read, seal) {
  if (read.state !== "found") return void 0;
  const sealed = sealedPart(read.data);
  if (sealed === void 0) return "plain";
  return await seal.isCurrent(sealed) ? "current" : "former";
}

// src/state/snapshot/state-size.ts
var beginBytes = stateBytes / 2;
function growthProblem(stored, intents) {
  const size = Buffer.byteLength(JSON.stringify(stored, null, 2)) + Buffer.byteLength(JSON.stringify(intents, null, 2));
  if (size <= beginBytes) return void 0;
  const message2 = `The state would have ${sizeWords(size)} before anything is done, and a run begins with at most ${sizeWords(beginBytes)}: opus reads no state above ${sizeWords(stateBytes)}. Split the project, or keep large texts in files (File.spec.source). Nothing was changed.`;
  return failure("state-unavailable", message2);
}

// src/state/session/session.ts
var StateSession = class _StateSession {
  #store;
  #options;
  #checkpointMs;
  #tasks;
  #pending;
  /** Pending tasks whose effects have, or may have, begun. */
  #begun;
  /** Is the journal proof of what began? Not when this machine has none for the stored serial. */
  #certain;
  #fingerprintKey;
  #lastRun;
  #foundSealed;
  /** How the stored version is sealed, as long as the first write has still to seal it with the key for all to come. */
  #sealsOver;
  #lineage;
  #serial;
  #revision;
  /** What the store holds. */
  #storedBody;
  /** How to undo the last run that changed something before this one. */
  #previousUndo;
  /** How to undo this run. Undefined until it may change something. */
  #undo;
  /** Set by a rollback: what of the record of the last run is left. */
  #leftUndo;
  /** The reviewed plan that is not wholly applied yet. */
  #review;
  /** Is it the plan of this run? */
  #underReview = false;
  /** Whose write the next one is. */
  #run;
  /** Does the journal on disk follow the stored serial, so that it may be appended to? */
  #journaling = false;
  #unsaved = false;
  #written = "no";
  #lastWrite;
  #timer;
  #saving;
  /** What came while a write was under way: the next journal begins with it. */
  #carried = [];
  /** How many tasks this run has changed, by change. */
  #changes = {};
  /** Writes whose end is not known: the store may hold one of these. */
  #attempted = [];
  #failure;
  #conflict = false;
  constructor(store, options, read, journal, found) {
    const snapshot = read.state === "found" ? read.snapshot : void 0;
    this.#store = store;
    this.#options = options;
    this.#checkpointMs = options.checkpointMs ?? 1e4;
    this.#lastWrite = options.clock.now();
    this.#run = options.run;
    this.#lastRun = read.state === "found" ? read.run : void 0;
    this.#lineage = snapshot?.lineage;
    this.#serial = snapshot?.serial ?? 0;
    this.#revision = read.state === "found" ? read.revision : void 0;
    this.#storedBody = snapshot?.body ?? { tasks: {}, undo: [], pending: [] };
    const { sealed } = options;
    this.#foundSealed = found === "current" || found === "former";
    this.#sealsOver = found === "current" ? void 0 : found;
    const kept = this.#foundSealed ? this.#storedBody.fingerprintKey : void 0;
    this.#fingerprintKey = sealed && (kept ?? sealed.newFingerprintKey());
    this.#tasks = new Map(Object.entries(this.#storedBody.tasks));
    this.#pending = new Map(this.#storedBody.pending.map((intent) => [intent.task, intent]));
    this.#previousUndo = new Map(this.#storedBody.undo.map((entry) => [entry.task, entry]));
    this.#review = this.#storedBody.review;
    this.#certain = journal !== void 0;
    this.#begun = /* @__PURE__ */ new Set();
    for (const record of journal ?? [])
      if (record.type === "started") this.#begun.add(record.task);
      else if (record.type === "made") this.#keepMade(record.task, record.made);
      else {
        this.#apply(record, this.#previousUndo);
        this.#count(record.undo);
      }
    for (const task of this.#pending.keys())
      if (journal === void 0) this.#begun.add(task);
      else if (!this.#begun.has(task)) this.#pending.delete(task);
    for (const task of this.#begun) if (!this.#pending.has(task)) this.#begun.delete(task);
    this.#unsaved = journal?.some((record) => record.type === "result") ?? false;
  }
  /**
   * Reads the store, and what a run that did not end left in the journal.
   * @returns the session, or why state can't be read or trusted; an unreadable state is never an empty one
   */
  static async open(store, options, signal) {
    let read = await store.read(signal);
    for (let tries = 0; ; tries++) {
      if (read.state === "unavailable") return err(read.failure);
      const found = read.state === "found" ? read : void 0;
      const journal = store.journal?.read(found?.snapshot.lineage ?? "", found?.snapshot.serial ?? 0) ?? ok(void 0);
      if (journal.ok) {
        const seal = options.sealed && await foundSeal(read, options.sealed.seal);
        return ok(new _StateSession(store, options, read, journal.value, seal));
      }
      const again = await store.read(signal);
      const moved = again.state !== "found" || again.revision !== found?.revision;
      if (tries >= 5 || !moved || again.state === "absent") return err(journal.error);
      read = again;
    }
  }
  get tasks() {
    return this.#tasks;
  }
  /** Tasks that a run meant to change and whose end nobody recorded. Settle them before `begin`. */
  get pending() {
    return [...this.#pending.values()].map((intent) => ({
      intent,
      started: this.#certain && this.#begun.has(intent.task)
    }));
  }
  /** The reviewed plan that was applied last, as long as it is not done. */
  get review() {
    return this.#review;
  }
  /** From now on this run applies a reviewed plan; undefined: it is done, and nothing is left of it. Stored with the next write. */
  keepReview(review) {
    this.#review = review;
    this.#underReview = true;
  }
  /** How to undo the last run that changed something. */
  get undo() {
    if (this.#leftUndo) return this.#leftUndo;
    return [...(this.#undo?.size ? this.#undo : this.#previousUndo).values()];
  }
  /** The run that stored what this one began with; undefined: nothing was ever stored. */
  get lastRun() {
    return this.#lastRun;
  }
  /** This run changes nothing: what it finds in the journal and stores is of the run before, and stays so. */
  standBack() {
    this.#run = this.#lastRun ?? this.#run;
  }
  /** Undefined: nothing was ever stored. */
  get lineage() {
    return this.#lineage;
  }
  /** Of the stored version; 0: nothing was ever stored. */
  get serial() {
    return this.#serial;
  }
  /** Of the stored version. */
  get revision() {
    return this.#revision;
  }
  /** The key of all fingerprints of secrets; undefined when state is not sealed. Stored with the first write. */
  get fingerprintKey() {
    return this.#fingerprintKey;
  }
  /** Was the state sealed that this one began with? */
  get foundSealed() {
    return this.#foundSealed;
  }
  /** Is what is stored sealed? True also where nothing is stored yet, and will be sealed. */
  get sealed() {
    return this.#options.sealed !== void 0 && this.#sealsOver !== "plain";
  }
  /** Was there a journal on this machine that continues the stored version? */
  get journalled() {
    return this.#certain;
  }
  /** True while there are results that the store does not have. */
  get unsaved() {
    return this.#unsaved;
  }
  /** Why state can't be kept any more, once that happened. Nothing new may be started then. */
  get failed() {
    return this.#failure;
  }
  async begin(intents) {
    if (this.#failure) return err(this.#failure);
    if (intents.length === 0) return ok(void 0);
    this.#previousUndo = new Map(this.undo.map((entry) => [entry.task, entry]));
    this.#undo = /* @__PURE__ */ new Map();
    const tooLarge = growthProblem(this.#storedBody, intents);
    if (tooLarge !== void 0) return err(tooLarge);
    for (const intent of intents) this.#pending.set(intent.task, intent);
    if (!this.#underReview)
      this.#review = untouched(
        this.#review,
        intents.map(({ task }) => task)
      );
    return this.#save(false);
  }
  started(task) {
    if (this.#failure) return err(this.#failure);
    this.#begun.add(task);
    return this.#append({ type: "started", task });
  }
  made(task, made) {
    if (this.#failure) return err(this.#failure);
    return this.#keepMade(task, made) ? this.#append({ type: "made", task, made }) : ok(void 0);
  }
  /** Also after a failure the result is kept in memory, and in the journal if that works, for `recovery`. */
  async record(result) {
    const clean = !this.#unsaved;
    const first = result.undo !== null && this.#undo === void 0;
    if (first) this.#undo = /* @__PURE__ */ new Map();
    this.#apply(result, this.#undo ?? this.#previousUndo);
    this.#count(result.undo);
    this.#unsaved = true;
    if (this.#store.journal && !this.#journaling && !this.#failure && !this.#saving) {
      if (first || !clean || this.#serial === 0) return this.#save(false);
      const begun = this.#startJournal();
      if (!begun.ok) this.#failure = begun.error;
    } else if (first) return this.#save(false);
    this.#append({ type: "result", ...result });
    const saved = await this.#saving;
    if (this.#failure) return err(this.#failure);
    if (saved === void 0 && this.#options.clock.now() - this.#lastWrite >= this.#checkpointMs)
      return this.#save(false);
    if (this.#unsaved) this.#schedule();
    return ok(void 0);
  }
  /** Settles a pending task of an earlier run. Stored with the next write. */
  resolvePending(task, resolution) {
    if (!this.#pending.delete(task)) throw new Error(`the task ${task} is not pending`);
    this.#begun.delete(task);
    this.#unsaved = true;
    if (resolution === "drop") return;
    this.#apply({ task, ...resolution }, this.#previousUndo);
    this.#count(resolution.undo);
  }
  /** After a rollback only what it has not undone is left to undo, whatever this run recorded. */
  keepUndo(left) {
    this.#leftUndo = left;
  }
  /** A checkpoint now, if there is anything to store. With the file store, not sealed, it takes no turn of the event loop. */
  async saveNow() {
    if (this.#failure) return err(this.#failure);
    return this.#unsaved ? this.#save(false) : ok(void 0);
  }
  /**
   * Ends the run: stores what is not stored yet (the serial rises only when the body changed, or is to be
   * sealed with another key), and clears the journal.
   * @param options `clearPendingNeverStarted`: a normal exit, after which intents that never began mean nothing
   * @returns the failure that stopped the session, or of this write. `unsaved` then tells whether the store lacks
   *   results; if so, keep `recovery()` for the user
   */
  async close(options) {
    if (options.clearPendingNeverStarted) {
      for (const task of this.#pending.keys()) if (!this.#begun.has(task)) this.#pending.delete(task);
    }
    const saved = this.#conflict ? ok(void 0) : await this.#save(true);
    clearTimeout(this.#timer);
    const cleared = (this.#unsaved ? void 0 : this.#store.journal?.clear()) ?? ok(void 0);
    return this.#failure ? err(this.#failure) : saved.ok ? cleared : saved;
  }
  /** The current state, as a store would hold it, with the versions over which it may be stored: a recovery file. */
  recovery() {
    const next = this.#next(this.#body(true));
    const stored = this.#serial === 0 ? { serial: 0, digest: null } : { serial: this.#serial, digest: bodyDigest(this.#storedBody) };
    const mayBe = this.#attempted.map(({ serial: serial2, body }) => ({ serial: serial2, digest: bodyDigest(body) }));
    const serial = Math.max(next.serial, ...mayBe.map((one) => one.serial + 1));
    const { writer, lockId, sealed } = this.#options;
    const recovery = { follows: [stored, ...mayBe], lockId };
    return encode({ ...next, serial }, this.#run, writer, { recovery, seal: sealed?.seal });
  }
  /** Never the run's signal: a cancelled run has results to keep all the same. */
  get #storeDeadline() {
    return this.#options.giveUp ?? new AbortController().signal;
  }
  /** With the intent it is in every version that is stored until the task is through. */
  #keepMade(task, made) {
    const intent = this.#pending.get(task);
    if (intent) this.#pending.set(task, { ...intent, made });
    return intent !== void 0;
  }
  #count(undo) {
    if (undo !== null) this.#changes[undo.change] = (this.#changes[undo.change] ?? 0) + 1;
  }
  #apply(result, undo) {
    if (result.formerName !== void 0) this.#rename(result.formerName, result.task, undo);
    if (result.entry === null) this.#tasks.delete(result.task);
    else this.#tasks.set(result.task, result.entry);
    this.#pending.delete(result.task);
    this.#begun.delete(result.task);
    if (result.undo !== null && !undo.has(result.undo.task)) undo.set(result.undo.task, result.undo);
  }
  /** Drops a former name, and gives all that names it the new one. */
  #rename(from, to, undo) {
    const newNames = /* @__PURE__ */ new Map([[from, to]]);
    this.#tasks.delete(from);
    for (const [name, entry] of this.#tasks) this.#tasks.set(name, withNewNames(entry, newNames));
    for (const [name, intent] of this.#pending) this.#pending.set(name, withNewNames(intent, newNames));
    for (const [name, entry] of undo) undo.set(name, undoWithNewNames(entry, newNames));
  }
  /** A journal that can't be written fails the session, as a store does. */
  #append(record) {
    if (this.#saving) this.#carried.push(record);
    if (!this.#journaling) return ok(void 0);
    const appended = this.#store.journal?.append(record) ?? ok(void 0);
    if (!appended.ok) this.#failure ??= appended.error;
    return appended;
  }
  /** @param ended while a run goes on, its own undo is stored even when it is empty */
  #body(ended) {
    const body = {
      tasks: Object.fromEntries(this.#tasks),
      undo: ended || this.#undo === void 0 || this.#leftUndo ? this.undo : [...this.#undo.values()],
      pending: [...this.#pending.values()]
    };
    const fingerprintKey = this.#fingerprintKey;
    if (this.#review) Object.assign(body, { review: this.#review });
    const begins = this.#serial === 0 && this.#tasks.size === 0 && body.undo.length === 0 && body.pending.length === 0;
    return fingerprintKey === void 0 || begins ? body : { ...body, fingerprintKey };
  }
  #next(body) {
    this.#lineage ??= this.#options.newLineage();
    const { project, context } = this.#options;
    return { lineage: this.#lineage, serial: this.#serial + 1, project, context, body };
  }
  /** One write at a time. */
  async #save(runEnded) {
    while (this.#saving) await this.#saving;
    if (!runEnded && this.#failure) return err(this.#failure);
    clearTimeout(this.#timer);
    this.#timer = void 0;
    const saving = this.#write(runEnded);
    this.#saving = saving;
    try {
      return await saving;
    } finally {
      if (this.#saving === saving) this.#saving = void 0;
    }
  }
  async #write(runEnded) {
    if (this.#attempted.length > 0) await this.#resync();
    const body = this.#body(runEnded);
    const changed = !sameBody(body, this.#storedBody) || runEnded && this.#sealsOver !== void 0;
    this.#unsaved = false;
    this.#carried = [];
    let saved = ok(void 0);
    if (changed || runEnded && this.#written === "checkpoint") saved = await this.#put(body, changed, runEnded);
    if (saved.ok && !runEnded) saved = this.#startJournal();
    if (!saved.ok) this.#failure ??= saved.error;
    return saved;
  }
  /** A write that failed on its way may have arrived all the same: then it is what the next one follows. */
  async #resync() {
    const read = await this.#store.read(this.#storeDeadline).catch(() => void 0);
    if (read === void 0 || read.state === "unavailable") return;
    const attempted = this.#attempted;
    this.#attempted = [];
    if (read.state === "absent" || read.snapshot.lineage !== this.#lineage) return;
    const { serial, body } = read.snapshot;
    const arrived = attempted.find((one) => one.serial === serial && sameBody(one.body, body));
    if (arrived) this.#stored(serial, read.revision, arrived.body);
  }
  #stored(serial, revision, body) {
    this.#serial = serial;
    this.#revision = revision;
    this.#storedBody = body;
    this.#written = "checkpoint";
    this.#journaling = false;
  }
  async #put(body, changed, runEnded) {
    const next = changed ? this.#next(body) : { ...this.#next(body), serial: this.#serial };
    const { command } = this.#options;
    const options = { run: this.#run, command, runEnded, changes: { ...this.#changes } };
    const written = await this.#store.write(next, this.#revision, options, this.#storeDeadline).catch((thrown) => ({ state: "unavailable", failure: unexpected(thrown) }));
    this.#lastWrite = this.#options.clock.now();
    if (written.state !== "written") {
      this.#unsaved = !sameBody(body, this.#storedBody);
      this.#conflict = written.state === "conflict";
      if (written.state === "unavailable") this.#attempted.push({ serial: next.serial, body });
      return err(written.failure);
    }
    this.#stored(next.serial, written.revision, body);
    if (runEnded) this.#written = "end";
    const sealedOver = this.#sealsOver;
    this.#sealsOver = void 0;
    const saved = { serial: next.serial, tasks: this.#tasks.size, pending: body.pending.length };
    this.#options.onSaved?.(sealedOver ? { ...saved, sealedOver } : saved);
    return ok(void 0);
  }
  #startJournal() {
    const { journal } = this.#store;
    if (!journal || this.#lineage === void 0 || this.#serial === 0) return ok(void 0);
    const running = [...this.#begun].map((task) => ({ type: "started", task }));
    const carried = this.#carried.filter((record) => record.type !== "started");
    const startedAgain = journal.start(this.#lineage, this.#serial, [...running, ...carried]);
    this.#journaling = startedAgain.ok;
    return startedAgain;
  }
  #schedule() {
    if (this.#timer !== void 0 || this.#failure) return;
    const rest = this.#checkpointMs - (this.#options.clock.now() - this.#lastWrite);
    this.#timer = setTimeout(
      () => {
        this.#timer = void 0;
        this.saveNow().catch((error) => {
          this.#failure ??= unexpected(error);
        });
      },
      Math.max(0, rest)
    );
    this.#timer.unref();
  }
};
function unexpected(thrown) {
  const { message: message2, stack } = readThrown(thrown);
  return failure("internal", `Storing the state failed unexpectedly, please report it: ${stack ?? message2}`);
}

// src/node/processes/orphan-processes.ts
import { execFileSync as execFileSync2 } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
var pollMs = 25;
var stuckMs = 3e3;
var proofMs = 500;
async function endOrphanProcesses(folder, options = {}) {
  const { owner, calls, foreign: foreign2 } = readLedger(folder);
  if (owner === void 0 || options.owner !== void 0 && options.owner !== owner) return { ...nothing2, foreign: foreign2 };
  const end = calls.length === 0 ? nothing2 : await endCalls(calls, ledgerPath(folder), options.graceMs ?? 2e3);
  if (options.owner === void 0 && end.alive.length === 0) removeLedger(folder);
  return { ...end, foreign: foreign2 };
}
var nothing2 = { ended: [], alive: [] };
async function endCalls(calls, ledger, graceMs) {
  const search = process.platform === "linux" ? searchByMark(calls) : searchByLeader(calls);
  const seen = /* @__PURE__ */ new Map();
  const killAt = Date.now() + graceMs;
  const unsure2 = () => Date.now() < killAt - graceMs + proofMs && search.unproven().length > 0;
  for (let quiet = 0; quiet < 2 || unsure2(); ) {
    const alive = search.look();
    quiet = alive.length === 0 ? quiet + 1 : 0;
    const now = Date.now();
    if (now > killAt + stuckMs && alive.length > 0) {
      const left = new Set(alive.map(({ pid }) => pid));
      const ended = [...seen.values()].filter(({ pid }) => !left.has(pid));
      return { ended, alive: alive.map(({ pid, task }) => ({ pid, task })) };
    }
    for (const one of alive) {
      if (now > killAt) one.signal("SIGKILL");
      else if (!seen.has(one.pid)) one.signal("SIGTERM");
      seen.set(one.pid, { pid: one.pid, task: one.task });
    }
    await sleep(pollMs);
  }
  return { ended: [...seen.values()], alive: search.unproven().map((one) => ({ ...one, namedBy: ledger })) };
}
function withLeaders(calls) {
  return calls.flatMap((call) => call.leader === void 0 ? [] : [{ ...call, leader: call.leader }]);
}
function searchByMark(calls) {
  const led = withLeaders(calls).filter(({ leader }) => leader.startTime !== null);
  const groups = /* @__PURE__ */ new Map();
  const isLeader = ({ leader }) => lookAtProcess(leader.pid)?.startTime === leader.startTime;
  return {
    look: () => {
      for (const call of led)
        if (isLeader(call) && lookAtProcess(call.leader.pid)?.mark === call.mark) groups.set(call.leader.pid, call);
      const scan = scanProcesses();
      if (!scan) return [];
      const found = /* @__PURE__ */ new Map();
      const add2 = (pid, { task }) => {
        found.set(pid, { pid, task, signal: (name) => signalProcess(pid, name) });
      };
      for (const call of calls) for (const pid of scan.withMark(call.mark)) add2(pid, call);
      for (const [leader, call] of groups) for (const pid of scan.inGroup(leader)) add2(pid, call);
      return [...found.values()];
    },
    unproven: () => led.filter((call) => !groups.has(call.leader.pid) && isLeader(call)).map(({ leader, task }) => ({ pid: leader.pid, task }))
  };
}
function searchByLeader(calls) {
  const led = process.platform === "win32" ? [] : withLeaders(calls);
  const looks = led.map((call) => ({ call, look: lookThroughPs(call.leader, call.mark) }));
  const groups = looks.flatMap(
    ({ call: { leader, task }, look }) => look === "proven" ? [{ pid: leader.pid, task, signal: (name) => void signalGroup(leader.pid, name) }] : []
  );
  return {
    look: () => groups.filter(({ pid }) => signalGroup(pid, 0)),
    unproven: () => looks.filter(({ look, call }) => look === "unproven" && lookThroughPs(call.leader, call.mark) !== "gone").map(({ call: { leader, task } }) => ({ pid: leader.pid, task }))
  };
}
function lookThroughPs({ pid, startedAt }, mark) {
  try {
    const shown = execFileSync2("ps", ["eww", "-o", "lstart=,command=", "-p", String(pid)], psOptions);
    const [, started = "", command = ""] = /^\s*(\S+\s+\S+\s+\S+\s+\S+\s+\S+)(.*)/s.exec(shown) ?? [];
    if (!(Math.abs(Date.parse(started) - startedAt) <= 2e3)) return "gone";
    return ` ${command.trim()} `.includes(` ${markVariable}=${mark} `) ? "proven" : "unproven";
  } catch {
    return "gone";
  }
}

// src/app/state/with-lock.ts
async function holdContext(hold, work) {
  const { store, holder, options, signal, postStepRecord } = hold;
  const { project, context, command, id: lockId } = holder;
  const entry = { said: postStepRecord.said, project, context, command, lockId };
  const handedOver = handOver(hold, () => postStepRecord.handover.open(entry));
  const close = (left) => {
    if (handedOver) handOver(hold, () => postStepRecord.handover.close(context, left));
  };
  const lock = store.lock ? await store.lock(holder, options, signal) : noLock;
  if (lock.state !== "locked") {
    const mayBeHeld = lock.state === "unavailable" && lock.mayBeHeld;
    close(mayBeHeld ? "lock" : void 0);
    return lock.failure;
  }
  try {
    return await takeOver(hold) ?? await work();
  } finally {
    try {
      postStepRecord.groups.dropLedger();
    } catch (error) {
      const { message: message2 } = ioFailure("end the ledger of processes in", store.localFolder ?? "", error);
      hold.tell("warning", "ledger-not-ended", message2);
    }
    const released = await lock.release(hold.giveUp);
    if (!released.ok) hold.tell("warning", "lock-not-released", released.error.message);
    close(hold.isStored() ? released.ok ? void 0 : "lock" : "results");
  }
}
var noLock = { state: "locked", release: async () => ok(void 0) };
async function takeOver({ store, holder, postStepRecord, tell }) {
  const { localFolder } = store;
  if (localFolder === void 0) return void 0;
  try {
    const { ended, alive, foreign: foreign2 } = await endOrphanProcesses(localFolder);
    if (foreign2 > 0) tell("warning", "ledger-damaged", foreignWords(foreign2, localFolder));
    if (ended.length > 0)
      tell(
        "notice",
        "leftovers-ended",
        `an earlier run was killed; ended what it had left: ${orphanProcessWords(ended)}`
      );
    if (alive.length > 0) return failure("state-locked", aliveWords(alive, holder));
    postStepRecord.groups.keepLedger(localFolder, holder.id);
    return void 0;
  } catch (error) {
    return ioFailure("keep the ledger of processes in", localFolder, error);
  }
}
function orphanProcessWords(orphanProcesses) {
  const tasks = [...new Set(orphanProcesses.flatMap(({ task }) => task === void 0 ? [] : [`"${task}"`]))].sort();
  const shown = tasks.length > 5 ? [...tasks.slice(0, 5), `${tasks.length - 5} more tasks`] : tasks;
  const count = orphanProcesses.length === 1 ? "1 process" : `${orphanProcesses.length} processes`;
  return tasks.length === 0 ? count : `${count} of ${shown.join(", ")}`;
}
function foreignWords(count, folder) {
  const lines = count === 1 ? "1 line that is none" : `${count} lines that are none`;
  return `the ledger of processes in ${folder} held ${lines} of opus, which did not count; find out what else writes there`;
}
function aliveWords(alive, { project, context }) {
  const stuck = alive.filter(({ namedBy }) => namedBy === void 0);
  const unproven = alive.filter(({ namedBy }) => namedBy !== void 0);
  const pids = (some) => some.map(({ pid }) => pid).join(", ");
  const sentences = [];
  if (stuck.length > 0)
    sentences.push(
      `A run of ${project}/${context} that was killed has left ${orphanProcessWords(stuck)} that could not be ended (pid ${pids(stuck)}) and may still change things. Find out whose they are, end them, and run again.`
    );
  if (unproven.length > 0)
    sentences.push(
      `The ledger ${unproven[0]?.namedBy} says that a run of ${project}/${context} that was killed has left ${orphanProcessWords(unproven)} (pid ${pids(unproven)}), and no mark in the environment shows it, so nothing was ended. Find out whose it is: end what is left of that run; or, if it is something else, remove the ledger. Then run again.`
    );
  return sentences.join(" ");
}
function handOver({ tell }, action) {
  try {
    action();
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message2 = `the post step was not told of this run (${why}); should the run be killed, the next one cleans up`;
    tell("warning", "handover-not-written", message2);
    return false;
  }
}

export {
  metadata,
  branchName,
  readRawInputs,
  withEnvironment,
  readSettings,
  readSureSettings,
  systemClock,
  markVariable,
  hasVariables,
  readLedger,
  ProcessGroups,
  signalProcess,
  makePrivateFolder,
  removeTree,
  scriptFolders,
  removeLeftFolders,
  recordedOrder,
  withNewNames,
  undoWithNewNames,
  newNamesOf,
  renamedEntries,
  foundSeal,
  StateSession,
  endOrphanProcesses,
  holdContext,
  orphanProcessWords,
  aliveWords,
  newIdentity,
  openSealing,
  sessionSeal,
  secretSettings,
  localMachine,
  whyGone,
  unlockCommand,
  Stores,
  branchRepository,
  runInfo
};
