import type { Settings } from "../../../action/inputs.ts";
import { distinct } from "../../../engine/diagnostics/by-context.ts";
import {
  type Diagnostic,
  err,
  type Failure,
  failure,
  ok,
  type Result,
} from "../../../engine/diagnostics/diagnostic.ts";
import { jsonSize } from "../../../engine/json/json-size.ts";
import type { ContextReport, RunReport } from "../../../engine/model/report.ts";
import { allReportsValues } from "../../../engine/model/size-limits.ts";
import { grouped } from "../../../engine/text/grouped.ts";
import { planWords } from "../../../hooks/rendering/labels.ts";
import type { Workspace } from "../../../node/workspace/workspace.ts";
import type { JoinedReports } from "../reporter.ts";
import { readReport, reportLimit } from "./read-report.ts";

/** Reports of a matrix as one. */
export interface Joined extends JoinedReports {
  readonly project: string;
  readonly contexts: readonly ContextReport[];
  /** Where they came from: shown path → names of its contexts. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
}

interface FoundReport {
  readonly shown: string;
  readonly report: RunReport;
}

/** Reads the reports that the input `reports` names, and joins them. */
export function joinReports(
  { reports, surface }: Pick<Settings, "reports" | "surface">,
  workspace: Workspace,
): Result<Joined, Failure> {
  const files = workspace.glob(reports);
  if (!files.ok) return err(wrong([problem(`${surface.setting("reports")}: ${files.error}`)]));
  if (files.value.length === 0) {
    const message = `no report was found: ${reports.join(", ")} matches no file`;
    const suggestion = surface.terminal
      ? `Name the files, or globs of them, with ${surface.setting("reports")}.`
      : `Download the reports of the other jobs (their output \`report-path\`) before this step, or set ${surface.setting("reports")}.`;
    return err(wrong([{ ...problem(message), suggestion }]));
  }
  const found: FoundReport[] = [];
  const problems: Diagnostic[] = [];
  let values = 0;
  for (const path of files.value) {
    const shown = workspace.display(path);
    const read = workspace.read(path, reportLimit);
    const text = read.ok ? new TextDecoder().decode(read.value) : "";
    values += jsonSize(text).values;
    if (values > allReportsValues) return err(wrong([located(tooMany, shown)]));
    const report = read.ok ? readReport(text) : err(read.error.message);
    if (report.ok) found.push({ shown, report: report.value });
    else problems.push({ ...located(`this report can't be used: ${report.error}`, shown), suggestion: sameVersion });
  }
  problems.push(...disagreements(found));
  return problems.length > 0 ? err(wrong(problems)) : ok(joined(found));
}

const tooMany = `up to this report they have ${grouped(allReportsValues)} values and more, and opus joins no more than that`;
const sameVersion = "Hand over the report as the same version of opus wrote it.";

/** The report that says what all are of: a run that failed early may not have known. */
function leading(found: readonly FoundReport[]): FoundReport | undefined {
  return found.find(({ report }) => report.contexts.length > 0) ?? found[0];
}

/** What keeps reports from being one. */
function disagreements(found: readonly FoundReport[]): Diagnostic[] {
  const first = leading(found);
  const problems: Diagnostic[] = [];
  const seen = new Map<string, string>();
  for (const { shown, report } of found) {
    if (first && report.project !== "" && report.project !== first.report.project) {
      const both = `"${report.project}", and ${first.shown} is of "${first.report.project}"`;
      problems.push(located(`this report is of the project ${both}`, shown));
    }
    if (first && !isSameCommand(report, first.report)) {
      const both = `${commandOf(report)}, and ${first.shown} is of ${commandOf(first.report)}`;
      problems.push(located(`this report is of the command ${both}`, shown));
    }
    for (const { name } of report.contexts) {
      const other = seen.get(name);
      if (other === undefined) seen.set(name, shown);
      else problems.push(located(`this report tells of the context "${name}", and so does ${other}`, shown));
    }
  }
  return problems;
}

function isSameCommand(one: RunReport, other: RunReport): boolean {
  if (one.command !== other.command) return false;
  return one.previews === other.previews || (one.previews === undefined && one.contexts.length === 0);
}

function commandOf({ command, previews }: RunReport): string {
  return previews === undefined ? command : `${command} (of ${previews})`;
}

function joined(found: readonly FoundReport[]): Joined {
  const reports = found.map(({ report }) => report);
  const first = leading(found)?.report as RunReport;
  const bad = reports.find(({ result }) => result === "failure") ?? reports.find(({ result }) => result !== "success");
  const contexts = reports.flatMap((report) => report.contexts);
  return {
    command: first.command,
    ...(first.previews === undefined ? {} : { previews: first.previews }),
    project: first.project,
    result: bad?.result ?? "success",
    failureReason: bad?.failureReason ?? null,
    diagnostics: distinct(reports.flatMap((report) => report.diagnostics)),
    contexts: contexts.sort((one, other) => (one.name < other.name ? -1 : 1)),
    sources: new Map(found.map(({ shown, report }) => [shown, report.contexts.map(({ name }) => name)])),
  };
}

/** What was joined, for the log: a line for each report. */
export function joinedLines({ sources, contexts }: Joined): readonly string[] {
  const byName = new Map(contexts.map((context) => [context.name, context]));
  return [...sources].map(([shown, names]) => {
    const told = names.map((name) => {
      const context = byName.get(name);
      const failed = context?.failureReason ? ` (${context.failureReason})` : "";
      return `${name}: ${context ? planWords(context.counts) : "nothing"}${failed}`;
    });
    return `${shown}: ${told.length === 0 ? "no context" : told.join("; ")}`;
  });
}

function problem(message: string): Diagnostic {
  return { severity: "error", code: "invalid-input", message };
}

function located(message: string, file: string): Diagnostic {
  return { ...problem(message), location: { file, line: 1, column: 1 } };
}

function wrong(problems: readonly Diagnostic[]): Failure {
  const [first] = problems;
  const message = problems.length === 1 && first ? first.message : `${problems.length} reports can't be joined`;
  return failure("invalid-input", message, problems);
}
