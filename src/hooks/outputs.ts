import type { Json, JsonObject } from "../engine/json.ts";
import type { RunReport } from "../engine/model.ts";
import type { Hook } from "../engine/ports.ts";
import { changesPending, isDrifted, sumCounts } from "./words.ts";

export interface OutputsOptions {
  readonly set: (name: string, value: string) => void;
  readonly warn: (message: string) => void;
  /** Where the report is written. */
  readonly reportPath: string;
  /** Further outputs, resolved at the end of the run; their names were checked with `outputNameProblem`. */
  readonly mapped?: (report: RunReport) => { readonly [name: string]: Json };
}

/** The runner drops all outputs of a job above 1 MiB. */
const outputsLimitBytes = 512 * 1024;

/** Sets the outputs of the step. */
export function createOutputs({ set, warn, reportPath, mapped }: OutputsOptions): Hook {
  return {
    name: "outputs",
    finish: async (report) => {
      const { values, tooLarge } = renderOutputs(report, reportPath);
      for (const [name, value] of Object.entries(values)) set(name, value);
      if (tooLarge) {
        warn(
          `The output "outputs" would be larger than 512 KiB and was left empty. Read the outputs of tasks from ${reportPath}.`,
        );
      }
      for (const [name, value] of Object.entries(mapped?.(report) ?? {})) {
        if (outputNameProblem(name) === undefined) set(name, typeof value === "string" ? value : JSON.stringify(value));
      }
    },
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
    contexts: JSON.stringify(contexts.map(({ name }) => name)),
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

const fixedNames = new Set([
  "command",
  "context",
  "contexts",
  "changes",
  "drift",
  "to-create",
  "to-update",
  "to-replace",
  "to-delete",
  "to-adopt",
  "unchanged",
  "failed",
  "unknown",
  "plan-digest",
  "state-revision",
  "outputs",
  "report-path",
  "failure-reason",
]);

/** Why a name can't be that of a mapped output; undefined when it can. */
export function outputNameProblem(name: string): string | undefined {
  if (fixedNames.has(name)) return `the output "${name}" is set by every run and can't be mapped to something else`;
  if (/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name)) return undefined;
  return `"${name}" can't be the name of an output: it must consist of letters, digits, _ and -, and not begin with a digit`;
}
