import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  stepSurface,
  terminalSurface
} from "./chunk-NZX5AGU2.js";
import {
  oneLine
} from "./chunk-JSSPZBFU.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  metadata
} from "./chunk-3CUOGUAX.js";
import {
  nearest
} from "./chunk-DGTLEPWR.js";

// src/action/inputs.ts
var maxParallelism = 256;
var shortestSigningKey = 16;
var branchName = /^(?!refs\/|[-/.]|@$|[Hh][Ee][Aa][Dd]$)(?!.*(?:\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|[/.]$))(?:[^\s~^:?*[\\\u0000-\u001f\u007f]|\$\{OPUS:(?:context|project)\})+$/;
var branchForm = "the name of a branch, such as `opus-state`; of references only ${OPUS:context} and ${OPUS:project} may stand in it";
var contextName = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
var contextForm = "a name of letters, digits, `.`, `_` and `-` that begins with a letter or digit";
var projectName = /^(?!readme\.md$)[a-z0-9][a-z0-9._-]*$/i;
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
function withJobToken(raw, env) {
  const { GITHUB_TOKEN: token } = env;
  const inJob = env.GITHUB_ACTIONS === "true" && token !== void 0 && token !== "";
  return !inJob || raw.token !== void 0 ? raw : { ...raw, token };
}
function readSettings(raw, { terminal, backends }) {
  const reader = new Reader(raw, terminal, backends);
  const settings = readAll(reader);
  const surface = terminal ? terminalSurface : stepSurface;
  return reader.problems.length > 0 ? err(reader.problems) : ok({ ...settings, surface });
}
function wrongInputs(raw, { terminal }) {
  const reader = new Reader(raw, terminal);
  readAll(reader);
  return [...new Set(reader.wrong)];
}
function readAll(reader) {
  const { text, optional } = reader;
  return {
    command: text("command") ?? "plan",
    ...optional("planCommand", text("plan-command")),
    manifest: reader.list("manifest"),
    ...optional("context", reader.matching("context", contextName, contextForm)),
    ...optional("project", reader.matching("project", projectName, `${contextForm}, other than README.md`)),
    targets: reader.list("target"),
    ...optional("values", reader.values()),
    ...optional("valuesFile", text("values-file")),
    workingDirectory: text("working-directory") ?? ".",
    ...optional("token", text("token")),
    state: {
      ...optional("backend", reader.backend()),
      ...optional("branch", reader.matching("state-branch", branchName, branchForm)),
      ...optional("path", text("state-path"))
    },
    ...optional("encryptionKey", text("encryption-key")),
    lockTimeoutMs: reader.duration("lock-timeout"),
    ...optional("lockId", text("lock-id")),
    refresh: reader.choice("refresh", ["all", "changed", "none"]),
    parallelism: reader.wholeNumber("parallelism", 1, maxParallelism) ?? 1,
    failFast: reader.flag("fail-fast"),
    ...optional("maxDeletes", reader.wholeNumber("max-deletes", 0)),
    expectNoChanges: reader.flag("expect-no-changes"),
    failOnDrift: reader.flag("fail-on-drift"),
    requireReviewedPlan: reader.workflowFlag("require-reviewed-plan", "Apply from a workflow"),
    ...optional("planDigest", reader.planDigest()),
    ...optional("planSigningKey", reader.signingKey()),
    commentPr: reader.choice("comment-pr", ["always", "on-changes", "never"]),
    driftIssue: reader.workflowFlag("drift-issue", "Look for drift in a workflow"),
    summary: reader.flag("summary"),
    ...optional("reportPath", text("report-path")),
    reports: reader.list("reports"),
    recorded: reader.flag("recorded"),
    changed: reader.flag("changed"),
    ...optional("to", reader.wholeNumber("to", 0)),
    initialize: reader.flag("initialize")
  };
}
function readSureSettings(raw) {
  const { text, optional } = new Reader(raw, false);
  return {
    command: text("command") ?? "plan",
    summary: !falsehoods.includes(text("summary") ?? ""),
    ...optional("workingDirectory", text("working-directory")),
    ...optional("reportPath", text("report-path")),
    ...optional("token", text("token")),
    ...optional("encryptionKey", text("encryption-key")),
    ...optional("planSigningKey", text("plan-signing-key"))
  };
}
var Reader = class {
  problems = [];
  /** The input of each problem. */
  wrong = [];
  #raw;
  #terminal;
  #backends;
  constructor(raw, terminal, backends = metadata.stateBackends) {
    this.#raw = raw;
    this.#terminal = terminal;
    this.#backends = backends;
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
  /** @param wanted what it has to be, for the message */
  matching(name, form, wanted) {
    const value = this.text(name);
    if (value === void 0 || form.test(value)) return value;
    this.#wrong(name, value, wanted);
    return void 0;
  }
  values() {
    const text = this.text("values");
    return text === void 0 ? void 0 : { text, origin: this.#label("values") };
  }
  backend() {
    const backend = this.text("state-backend");
    if (backend === void 0) return void 0;
    return this.#oneOf("state-backend", backend, this.#backends);
  }
  /**
   * A flag of what only a workflow's event tells: which commit was merged, and with which review; whose issues are kept.
   * @param instead what to do in a terminal
   */
  workflowFlag(name, instead) {
    const value = this.flag(name);
    if (value && this.#terminal) this.#problem(name, `--${name} is for workflows`, `${instead}, or leave it out.`);
    return value;
  }
  signingKey() {
    const key = this.text("plan-signing-key");
    if (key === void 0 || key.length >= shortestSigningKey) return key;
    const problem = `${this.#label("plan-signing-key")} has fewer than ${shortestSigningKey} characters, and may be found by trying`;
    const suggestion = "Make one with `openssl rand -hex 32`, and keep it as a secret of the repository.";
    this.#problem("plan-signing-key", problem, suggestion);
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
      this.#problem("plan-digest", problem, suggestion);
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
    const number = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
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
    this.#problem(name, `${this.#label(name)} must be ${wanted}, not "${shown}"`, suggestion);
  }
  #problem(name, message, suggestion) {
    this.wrong.push(name);
    const base = { severity: "error", code: "invalid-input", message };
    this.problems.push(suggestion === void 0 ? base : { ...base, suggestion });
  }
  #label(name) {
    return this.#terminal ? `--${name}` : `input "${name}"`;
  }
};
function code(text) {
  return `\`${text}\``;
}
function listParts(text) {
  return text.split(/[\r\n]+/).flatMap((line) => {
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

export {
  branchName,
  readRawInputs,
  withEnvironment,
  withJobToken,
  readSettings,
  wrongInputs,
  readSureSettings
};
