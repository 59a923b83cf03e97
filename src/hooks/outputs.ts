import type { Diagnostic } from "../engine/diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../engine/json/json.ts";
import type { RunReport } from "../engine/model/report.ts";
import type { Hook } from "../engine/ports/hook.ts";
import type { HeldSecret } from "../engine/ports/redactor.ts";
import { outputNameProblem, ownWords, userNames } from "./output-names.ts";
import { append } from "./rendering/append.ts";
import { changesPending, isDrifted, sumCounts } from "./rendering/labels.ts";

export interface OutputsOptions {
  /** Gets all at once: some of them without the others would mislead. */
  readonly set: (outputs: readonly (readonly [name: string, value: string])[]) => void;
  readonly warn: (diagnostic: Diagnostic) => void;
  /** Takes secrets out. */
  readonly redact: (text: string) => string;
  /** What of all that is secret a text holds. */
  readonly secretsIn: (text: string) => readonly HeldSecret[];
  /** Outputs of tasks that the report shows with a secret taken out, as `task:NAME`, and what they really are. */
  readonly heldBack: () => readonly { readonly name: string; readonly text: string }[];
  /** Where the report is written; empty: nowhere. */
  readonly reportPath: () => string;
  /** Further outputs, resolved at the end of the run; their names were checked with `outputNameProblem`. */
  readonly mapped?: (report: RunReport) => { readonly [name: string]: Json };
}

/** The runner drops all outputs of a job above 1 MiB. */
export const outputsLimitBytes = 512 * 1024;

/** Sets the outputs of the step. */
export function createOutputs(options: OutputsOptions): Hook {
  const { set, warn, redact, secretsIn, heldBack, mapped } = options;
  return {
    name: "outputs",
    finish: async (report) => {
      const reportPath = options.reportPath();
      const { values, tooLarge } = renderOutputs(report, reportPath);
      const own = Object.entries(mapped?.(report) ?? {})
        .filter(([name]) => outputNameProblem(name) === undefined)
        .map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)] as const);
      const kept: string[] = [];
      const hidden: string[] = [];
      const outputs: (readonly [name: string, value: string])[] = [];
      for (const [name, value] of [...Object.entries(values), ...own]) {
        const shown = redact(value);
        const held = secretsIn(value);
        const isKept = shown === value || staysAsItIs(name, held);
        if (shown !== value || held.length > 0) (isKept ? kept : hidden).push(holding(`"${name}"`, held));
        outputs.push([name, isKept ? value : shown]);
      }
      set(outputs);
      if (!tooLarge)
        append(
          hidden,
          heldBack().map(({ name, text }) => holding(`${name} in "outputs"`, secretsIn(text))),
        );
      if (tooLarge) warn({ severity: "warning", code: "outputs-too-large", message: tooLargeMessage(reportPath) });
      if (kept.length > 0) warn(likeSecrets(kept));
      if (hidden.length > 0) warn(holdingSecrets(hidden));
    },
  };
}

function tooLargeMessage(reportPath: string): string {
  return `The output "outputs" would be larger than 512 KiB and was left empty. Read the outputs of tasks from ${reportPath}.`;
}

/** Characters from which on a secret in a name is more than a word that stands there by chance. */
const shortestInName = 8;

/**
 * True for an output that keeps its text even where that reads like a secret: a condition on it would be false in silence
 * otherwise.
 */
function staysAsItIs(output: string, held: readonly HeldSecret[]): boolean {
  if (ownWords.has(output)) return true;
  return userNames.has(output) && held.length > 0 && held.every(({ characters }) => characters < shortestInName);
}

function holding(output: string, held: readonly HeldSecret[]): string {
  return held.length > 0 ? `${output} (${held.map(({ what }) => what).join(", ")})` : output;
}

/** GitHub drops such an output of a job with a word in a place where nobody looks. */
function likeSecrets(outputs: readonly string[]): Diagnostic {
  return {
    severity: "warning",
    code: "output-holds-secret",
    message: `outputs of this step read like secrets, so GitHub may drop them as outputs of a job: ${outputs.join(", ")}`,
    suggestion: "A word that stands there by chance makes a bad secret; choose a longer one.",
  };
}

function holdingSecrets(outputs: readonly string[]): Diagnostic {
  return {
    severity: "warning",
    code: "output-holds-secret",
    message: `outputs of this step hold secrets, and have *** in their place: ${outputs.join(", ")}`,
    suggestion:
      "Hand no secret on as an output: read it where it is needed. A word that stands there by chance makes a bad secret; choose a longer one.",
  };
}

/** The fixed outputs of a run, in the order of action.yml. */
export function renderOutputs(
  report: RunReport,
  reportPath: string,
): { readonly values: { readonly [name: string]: string }; readonly tooLarge: boolean } {
  const { contexts } = report;
  const counts = sumCounts(contexts);
  const single = contexts.length === 1 ? contexts[0] : undefined;
  const outputs = JSON.stringify(taskOutputs(report));
  const tooLarge = Buffer.byteLength(outputs) > outputsLimitBytes;
  const values = {
    command: report.command,
    context: single?.name ?? "",
    // Of several projects each name once: `projects` has the rows.
    contexts: JSON.stringify([...new Set(contexts.map(({ name }) => name))]),
    projects: report.projects === undefined ? "" : JSON.stringify(report.projects),
    changes: String(changesPending(contexts)),
    drift: String(contexts.some(({ tasks }) => tasks.some(isDrifted))),
    "to-create": String(counts.create),
    "to-update": String(counts.update),
    "to-replace": String(counts.replace),
    "to-delete": String(counts.delete),
    "to-adopt": String(counts.adopt),
    unchanged: String(counts.noop),
    failed: String(counts.failed),
    unknown: String(counts.unknown),
    "plan-digest": single?.planDigest ?? "",
    "state-revision": single?.state.revision ?? "",
    outputs: tooLarge ? "{}" : outputs,
    "report-path": reportPath,
    "failure-reason": report.failureReason ?? "",
  };
  return { values, tooLarge };
}

/** Task → name → value of a run in one context; with several a task's name means several things, so none. */
function taskOutputs({ contexts }: RunReport): JsonObject {
  const [only, second] = contexts;
  if (!only || second) return {};
  return Object.fromEntries(
    only.tasks.filter(({ outputs }) => Object.keys(outputs).length > 0).map(({ name, outputs }) => [name, outputs]),
  );
}
