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
import type { SeveralProjects } from "../../../hooks/comment/purpose.ts";
import { planWords, plural } from "../../../hooks/rendering/labels.ts";
import type { Workspace } from "../../../node/workspace/workspace.ts";
import type { JoinedReports } from "../reporter.ts";
import { areSeveral, isList, joinProjects } from "./join-several.ts";
import { readReport, reportLimit } from "./read-report.ts";

/** Reports of a matrix as one. */
export interface Joined extends JoinedReports {
  readonly project: string;
  readonly contexts: readonly ContextReport[];
  /** Where they came from: shown path → what it tells. */
  readonly sources: ReadonlyMap<string, RunReport>;
  /** Absent: they are of one project. */
  readonly several?: SeveralProjects;
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
  const plans = found.filter(({ report }) => !isList(report));
  return plans.find(({ report }) => report.contexts.length > 0) ?? plans[0];
}

/** What keeps reports from being one. */
function disagreements(found: readonly FoundReport[]): Diagnostic[] {
  const first = leading(found);
  const problems: Diagnostic[] = [];
  const seen = new Map<string, string>();
  const several = areSeveral(found.map(({ report }) => report));
  for (const { shown, report } of found) {
    if (isList(report)) continue;
    if (first && !isSameCommand(report, first.report)) {
      const both = `${commandOf(report)}, and ${first.shown} is of ${commandOf(first.report)}`;
      problems.push(located(`this report is of the command ${both}`, shown));
    }
    for (const { name, project = report.project } of report.contexts) {
      const key = JSON.stringify([project, name]);
      const other = seen.get(key);
      const whose = several ? ` of the project "${project}"` : "";
      if (other === undefined) seen.set(key, shown);
      else problems.push(located(`this report tells of the context "${name}"${whose}, and so does ${other}`, shown));
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
  const sources = new Map(found.map(({ shown, report }) => [shown, report]));
  if (areSeveral(reports)) return joinedOfSeveral(reports, leading(found)?.report, sources);
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
    sources,
  };
}

/** @param first says of what all are; undefined: there is nothing but a list of projects, as none is to be planned */
function joinedOfSeveral(
  reports: readonly RunReport[],
  first: RunReport | undefined,
  sources: Joined["sources"],
): Joined {
  const { failureReason, diagnostics, ...joinedProjects } = joinProjects(reports);
  const plans = reports.filter((report) => !isList(report));
  const bad = plans.find(({ result }) => result === "failure") ?? plans.find(({ result }) => result !== "success");
  const previews = first ? first.previews : (reports.find((one) => one.previews !== undefined)?.previews ?? "apply");
  return {
    command: first?.command ?? "plan",
    ...(previews === undefined ? {} : { previews }),
    project: "",
    result: bad?.result ?? (failureReason === null ? "success" : "failure"),
    failureReason: bad?.failureReason ?? failureReason,
    diagnostics: distinct(diagnostics),
    ...joinedProjects,
    sources,
  };
}

/** What was joined, for the log: a line for each report, and for each that is missing. */
export function joinedLines({
  sources,
  several,
  contexts,
}: Pick<Joined, "sources" | "several" | "contexts">): readonly string[] {
  const missing = several ? contexts.filter(({ failureReason }) => failureReason === "not-reported") : [];
  const read = [...sources].map(([shown, report]) => {
    if (isList(report)) {
      const { projects = [], unchanged = [] } = report;
      return `${shown}: lists ${plural(projects.length, "context")} to plan, and ${unchanged.length} as recorded`;
    }
    const told = report.contexts.map(({ name, project = report.project, counts, failureReason }) => {
      const failed = failureReason ? ` (${failureReason})` : "";
      return `${several ? `${project}/` : ""}${name}: ${planWords(counts)}${failed}`;
    });
    return `${shown}: ${told.length === 0 ? "no context" : told.join("; ")}`;
  });
  return [...read, ...missing.map(({ project, name }) => `no report tells of ${project}/${name}`)];
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
