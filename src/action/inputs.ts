import type { Diagnostic, Result } from "../engine/diagnostics/diagnostic.ts";
import { err, ok } from "../engine/diagnostics/diagnostic.ts";
import { type Surface, stepSurface, terminalSurface } from "../engine/text/surface.ts";
import { InputReader, isFalse } from "./input-reader.ts";
import type { RawInputs } from "./raw-inputs.ts";

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
  /** In a terminal: `--yes` was given, which is for a `delete`. */
  readonly yes?: true;
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

/**
 * Reads all settings at once.
 * @param options `terminal`: messages name flags instead of inputs; `backends`: the names of state backends
 * @returns the settings, or every problem, each with the code `invalid-input`
 */
export function readSettings(
  raw: RawInputs,
  { terminal, backends }: { readonly terminal: boolean; readonly backends?: readonly string[] },
): Result<Settings, Diagnostic[]> {
  const reader = new InputReader(raw, terminal, backends);
  const settings = readAll(reader);
  const surface = terminal ? terminalSurface : stepSurface;
  return reader.problems.length > 0 ? err(reader.problems) : ok({ ...settings, surface });
}

/** The names of the inputs that are wrong: what messages of them quote may be a secret. */
export function wrongInputs(raw: RawInputs, { terminal }: { readonly terminal: boolean }): readonly string[] {
  const reader = new InputReader(raw, terminal);
  readAll(reader);
  return [...new Set(reader.wrong)];
}

function readAll(reader: InputReader): Omit<Settings, "surface"> {
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
  const { text, optional } = new InputReader(raw, false);
  return {
    command: text("command") ?? "plan",
    summary: !isFalse(text("summary")),
    ...optional("workingDirectory", text("working-directory")),
    ...optional("reportPath", text("report-path")),
    ...optional("token", text("token")),
    ...optional("encryptionKey", text("encryption-key")),
    ...optional("planSigningKey", text("plan-signing-key")),
  };
}
