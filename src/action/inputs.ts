import type { Diagnostic, Result } from "../engine/diagnostics/diagnostic.ts";
import { err, ok } from "../engine/diagnostics/diagnostic.ts";
import { nearest } from "../engine/references/references.ts";
import { oneLine } from "../engine/text/printable.ts";
import { shortened } from "../engine/text/shorten.ts";
import { type Surface, stepSurface, terminalSurface } from "../engine/text/surface.ts";
import { metadata } from "./metadata.generated.ts";

/** What an input or flag is called. */
type InputName = (typeof metadata.inputs)[number]["name"];

/** Inputs as they were given: undefined and empty mean the default, but for `plan-digest`. */
export type RawInputs = { readonly [name in InputName]?: string | undefined };

/** All settings of a run, the same for the action and the terminal. */
export interface Settings {
  /** A built-in command, or a name that the manifest maps to one; not checked. */
  readonly command: string;
  readonly planCommand?: string;
  /** Files or globs, relative to `workingDirectory`. */
  readonly manifest: readonly string[];
  readonly context?: string;
  /** Whose state it is where no manifest says so. */
  readonly project?: string;
  /** Names or globs of tasks. */
  readonly targets: readonly string[];
  /** A YAML mapping as text, and what to call it in messages. */
  readonly values?: { readonly text: string; readonly origin: string };
  readonly valuesFile?: string;
  readonly workingDirectory: string;
  /** A secret. */
  readonly token?: string;
  readonly state: {
    readonly backend?: string;
    readonly branch?: string;
    readonly path?: string;
  };
  /** A secret. */
  readonly encryptionKey?: string;
  readonly lockTimeoutMs: number;
  readonly lockId?: string;
  readonly refresh: "all" | "changed" | "none";
  readonly parallelism: number;
  readonly failFast: boolean;
  readonly maxDeletes?: number;
  readonly expectNoChanges: boolean;
  readonly failOnDrift: boolean;
  readonly requireReviewedPlan: boolean;
  /** Digest of the only plan that may be carried out. */
  readonly planDigest?: string;
  /** A secret. */
  readonly planSigningKey?: string;
  readonly commentPr: "always" | "on-changes" | "never";
  readonly driftIssue: boolean;
  readonly summary: boolean;
  readonly reportPath?: string;
  /** Files or globs, relative to `workingDirectory`, for `report`. */
  readonly reports: readonly string[];
  /** Lists what is recorded, whatever rules say, for `contexts`. */
  readonly recorded: boolean;
  /** Lists only what differs from what is recorded, for `contexts` and `projects`. */
  readonly changed: boolean;
  /** The serial that `rollback` goes back to. */
  readonly to?: number;
  readonly initialize: boolean;
  /** How messages speak of settings. */
  readonly surface: Surface;
  /** In a terminal: `drift` writes into the manifest what it finds. */
  readonly accept?: AcceptOptions;
  /** In a terminal: asked before anything is deleted by a `delete`, whatever the project calls it. */
  readonly ask?: Ask;
}

/** Asks whoever sits at the terminal. */
export type Ask = (question: string, signal: AbortSignal) => Promise<Answer>;

/**
 * What a question came to. Somebody sits there, but is not asked: `nobody-sees` where both outputs go elsewhere,
 * `nobody-types` where the input comes from elsewhere. `nobody-there`: no stream is a terminal.
 */
export type Answer = "yes" | "no" | "nobody-sees" | "nobody-types" | "nobody-there";

/** How the manifest takes what is there. */
export interface AcceptOptions {
  /** Only shows what would be written. */
  readonly dryRun: boolean;
  /** Also where other contexts take the same text from the manifest. */
  readonly shared: boolean;
}

/** Settings that are there even when inputs are wrong: what says where to report, and what must be masked. */
export type SureSettings = Pick<Settings, "command" | "summary"> &
  Partial<Pick<Settings, "workingDirectory" | "reportPath" | "token" | "encryptionKey" | "planSigningKey">>;

const maxParallelism = 256;
/** Of a key that anybody can try against a digest in a comment. */
const shortestSigningKey = 16;
/**
 * Names of branches by the rules of `git check-ref-format --branch`, in which two references may stand; the Project's
 * schema has the same pattern.
 */
export const branchName =
  /^(?!refs\/|[-/.]|@$|[Hh][Ee][Aa][Dd]$)(?!.*(?:\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|[/.]$))(?:[^\s~^:?*[\\\u0000-\u001f\u007f]|\$\{OPUS:(?:context|project)\})+$/;
const branchForm =
  "the name of a branch, such as `opus-state`; of references only ${OPUS:context} and ${OPUS:project} may stand in it";
const contextName = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const contextForm = "a name of letters, digits, `.`, `_` and `-` that begins with a letter or digit";
/** See `reservedProject`. */
const projectName = /^(?!readme\.md$)[a-z0-9][a-z0-9._-]*$/i;
const truths = ["true", "True", "TRUE"];
const falsehoods = ["false", "False", "FALSE"];
const units: { readonly [unit: string]: number } = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/**
 * The inputs of an action's step, from `INPUT_*`. The only place that reads them.
 * @param env the environment of the process
 */
export function readRawInputs(env: { readonly [name: string]: string | undefined }): RawInputs {
  const raw: { [name in InputName]?: string } = {};
  for (const { name } of metadata.inputs) {
    const value = env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`];
    // The indentation of YAML's first line counts, so only empty lines are taken from its beginning.
    if (value !== undefined)
      raw[name] = name === "values" ? value.replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd() : value.trim();
  }
  return raw;
}

/** What a terminal takes from its environment, as arguments are seen by everybody on the machine. They go before it. */
export function withEnvironment(raw: RawInputs, env: { readonly [name: string]: string | undefined }): RawInputs {
  const { OPUS_ENCRYPTION_KEY: key } = env;
  return key === undefined || raw["encryption-key"] !== undefined ? raw : { ...raw, "encryption-key": key };
}

/** What a program in a job of GitHub Actions takes from its environment to read the repository. A flag goes before it. */
export function withJobToken(raw: RawInputs, env: { readonly [name: string]: string | undefined }): RawInputs {
  const { GITHUB_TOKEN: token } = env;
  const inJob = env.GITHUB_ACTIONS === "true" && token !== undefined && token !== "";
  return !inJob || raw.token !== undefined ? raw : { ...raw, token };
}

/**
 * Reads all settings at once.
 * @param options `terminal`: messages name flags instead of inputs; `backends`: the names of state backends
 * @returns the settings, or every problem, each with the code `invalid-input`
 */
export function readSettings(
  raw: RawInputs,
  { terminal, backends }: { readonly terminal: boolean; readonly backends?: readonly string[] },
): Result<Settings, Diagnostic[]> {
  const reader = new Reader(raw, terminal, backends);
  const settings = readAll(reader);
  const surface = terminal ? terminalSurface : stepSurface;
  return reader.problems.length > 0 ? err(reader.problems) : ok({ ...settings, surface });
}

/** The names of the inputs that are wrong: what messages of them quote may be a secret. */
export function wrongInputs(raw: RawInputs, { terminal }: { readonly terminal: boolean }): readonly string[] {
  const reader = new Reader(raw, terminal);
  readAll(reader);
  return [...new Set(reader.wrong)];
}

function readAll(reader: Reader): Omit<Settings, "surface"> {
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
      ...optional("path", text("state-path")),
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
    initialize: reader.flag("initialize"),
  };
}

/** What can be read of settings that are wrong elsewhere. */
export function readSureSettings(raw: RawInputs): SureSettings {
  const { text, optional } = new Reader(raw, false);
  return {
    command: text("command") ?? "plan",
    summary: !falsehoods.includes(text("summary") ?? ""),
    ...optional("workingDirectory", text("working-directory")),
    ...optional("reportPath", text("report-path")),
    ...optional("token", text("token")),
    ...optional("encryptionKey", text("encryption-key")),
    ...optional("planSigningKey", text("plan-signing-key")),
  };
}

/** Reads inputs one by one and collects what is wrong with them. */
class Reader {
  readonly problems: Diagnostic[] = [];
  /** The input of each problem. */
  readonly wrong: InputName[] = [];
  readonly #raw: RawInputs;
  readonly #terminal: boolean;
  readonly #backends: readonly string[];

  constructor(raw: RawInputs, terminal: boolean, backends: readonly string[] = metadata.stateBackends) {
    this.#raw = raw;
    this.#terminal = terminal;
    this.#backends = backends;
  }

  /** The text that was given or the default; undefined when both are empty. */
  readonly text = (name: InputName): string | undefined => {
    const given = this.#raw[name];
    if (given !== undefined && given.trim() !== "") return given;
    const fallback = metadata.inputs.find((input) => input.name === name)?.default ?? "";
    // An expression of the workflow means nothing outside of it.
    return fallback === "" || fallback.includes("${{") ? undefined : fallback;
  };

  /** A property that does not exist when it is undefined. */
  readonly optional = <Key extends string, Value>(key: Key, value: Value | undefined): { [key in Key]?: Value } =>
    value === undefined ? {} : ({ [key]: value } as { [key in Key]: Value });

  /** @param wanted what it has to be, for the message */
  matching(name: InputName, form: RegExp, wanted: string): string | undefined {
    const value = this.text(name);
    if (value === undefined || form.test(value)) return value;
    this.#wrong(name, value, wanted);
    return undefined;
  }

  values(): Settings["values"] {
    const text = this.text("values");
    return text === undefined ? undefined : { text, origin: this.#label("values") };
  }

  backend(): Settings["state"]["backend"] {
    const backend = this.text("state-backend");
    if (backend === undefined) return undefined;
    return this.#oneOf("state-backend", backend, this.#backends);
  }

  /**
   * A flag of what only a workflow's event tells: which commit was merged, and with which review; whose issues are kept.
   * @param instead what to do in a terminal
   */
  workflowFlag(name: InputName, instead: string): boolean {
    const value = this.flag(name);
    if (value && this.#terminal) this.#problem(name, `--${name} is for workflows`, `${instead}, or leave it out.`);
    return value;
  }

  signingKey(): string | undefined {
    const key = this.text("plan-signing-key");
    if (key === undefined || key.length >= shortestSigningKey) return key;
    const problem = `${this.#label("plan-signing-key")} has fewer than ${shortestSigningKey} characters, and may be found by trying`;
    const suggestion = "Make one with `openssl rand -hex 32`, and keep it as a secret of the repository.";
    this.#problem("plan-signing-key", problem, suggestion);
    return undefined;
  }

  /** Undefined: any plan will do. What a step that planned nothing hands over is empty, and must not mean the same. */
  planDigest(): string | undefined {
    const given = this.#raw["plan-digest"]?.trim();
    if (given === undefined || given === "none") return undefined;
    if (/^(?:hmac-)?sha256:[0-9a-f]{64}$/.test(given)) return given;
    if (given === "") {
      const problem = `${this.#label("plan-digest")} is empty, which approves no plan`;
      const suggestion =
        "Hand over the output `plan-digest` of a step that planned one context; leave it out, or write `none`, to do whatever the plan of now is.";
      this.#problem("plan-digest", problem, suggestion);
    } else
      this.#wrong(
        "plan-digest",
        given,
        "a digest as the output `plan-digest` has it, `sha256:` and 64 digits, or `none`",
      );
    return undefined;
  }

  /** Parts between commas and line breaks; commas inside `{…}` of a glob don't count. */
  list(name: InputName): string[] {
    const parts = listParts(this.text(name) ?? "");
    return parts.map((part) => part.trim()).filter((part) => part !== "");
  }

  flag(name: InputName): boolean {
    const value = this.text(name) ?? "false";
    if (truths.includes(value)) return true;
    if (!falsehoods.includes(value)) this.#wrong(name, value, "`true` or `false`");
    return false;
  }

  choice<const Choice extends string>(name: InputName, choices: readonly [Choice, ...Choice[]]): Choice {
    return this.#oneOf(name, this.text(name) ?? choices[0], choices) ?? choices[choices.length - 1] ?? choices[0];
  }

  wholeNumber(name: InputName, least: number, most = Number.MAX_SAFE_INTEGER): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    const range = most === Number.MAX_SAFE_INTEGER ? `, ${least} or more` : ` from ${least} to ${most}`;
    this.#wrong(name, value, `a whole number${range}`);
    return undefined;
  }

  /** Milliseconds. */
  duration(name: InputName): number {
    const value = this.text(name) ?? "0";
    const match = /^(\d{1,9})(ms|s|m|h)$/.exec(value);
    const ms = Number(match?.[1] ?? Number.NaN) * (units[match?.[2] ?? ""] ?? Number.NaN);
    if (value === "0") return 0;
    // Timers of Node hold no more than this.
    if (ms <= 0x7fffffff) return ms;
    this.#wrong(name, value, "0 or a duration such as 90s, 5m or 1h, of at most 24 days");
    return 0;
  }

  #oneOf<Choice extends string>(name: InputName, value: string, choices: readonly Choice[]): Choice | undefined {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    const near = nearest(value, choices, 2);
    const list = `${choices.slice(0, -1).map(code).join(", ")} or ${choices.slice(-1).map(code).join("")}`;
    this.#wrong(name, value, list, near === undefined ? undefined : `Did you mean \`${near}\`?`);
    return undefined;
  }

  #wrong(name: InputName, value: string, wanted: string, suggestion?: string): void {
    const shown = shortened(oneLine(value), 61);
    this.#problem(name, `${this.#label(name)} must be ${wanted}, not "${shown}"`, suggestion);
  }

  #problem(name: InputName, message: string, suggestion: string | undefined): void {
    this.wrong.push(name);
    const base = { severity: "error", code: "invalid-input", message } as const;
    this.problems.push(suggestion === undefined ? base : { ...base, suggestion });
  }

  #label(name: InputName): string {
    return this.#terminal ? `--${name}` : `input "${name}"`;
  }
}

function code(text: string): string {
  return `\`${text}\``;
}

/** The parts of a list, which lines and commas part: commas count unless the next brace of their line closes. */
export function listParts(text: string): string[] {
  return text.split(/[\r\n]+/).flatMap((line) => {
    const parts: string[] = [];
    let rest = "";
    let closes = false;
    // From behind: whether a comma counts is told by what comes after it.
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
