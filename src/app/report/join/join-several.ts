import { posix } from "node:path";
import type { Diagnostic } from "../../../engine/diagnostics/diagnostic.ts";
import type { FailureReason } from "../../../engine/diagnostics/failure-reasons.ts";
import type { ContextReport, NamedContext, ProjectRow, RunReport } from "../../../engine/model/report.ts";
import type { SeveralProjects } from "../../../hooks/comment/purpose.ts";
import { emptyReport } from "../../context/report-draft.ts";

/** What reports of several projects come to. */
export interface JoinedProjects {
  readonly contexts: readonly ContextReport[];
  readonly diagnostics: readonly Diagnostic[];
  readonly projects: readonly ProjectRow[];
  /** What nobody was to plan. */
  readonly unchanged: readonly NamedContext[];
  readonly several: SeveralProjects;
  /** Why the whole failed, where none of the reports says that of itself. */
  readonly failureReason: FailureReason | null;
}

/** A report that says which projects there are, and not what is planned in them. */
export function isList({ command }: RunReport): boolean {
  return command === "projects";
}

/** True where reports are of more than one project, or somebody has listed those that there are. */
export function areSeveral(reports: readonly RunReport[]): boolean {
  const names = new Set(reports.flatMap((one) => [one.project, ...one.contexts.map(({ project = "" }) => project)]));
  names.delete("");
  return names.size > 1 || reports.some((one) => isList(one) || one.contexts.some(({ project }) => project));
}

/**
 * Joins reports of several projects. What the list of `projects` has and no report tells of could not be read: it is told
 * as that, and never as if there was nothing to do.
 */
export function joinProjects(reports: readonly RunReport[]): JoinedProjects {
  const lists = reports.filter(isList);
  const plans = reports.filter((one) => !isList(one));
  const rows = lists.flatMap(({ projects = [] }) => projects);
  const early = earlyEnds(plans, lists, rows);
  const told = plans.flatMap((report) => report.contexts.map((context) => ofProject(context, report)));
  const missing = missingContexts(rows, told, early);
  const contexts = [...told, ...missing.map(unreported)].sort(compared);
  const places = new Map(rows.map((row) => [keyOf(row), row]));
  const alike = lists.flatMap(({ unchanged = [] }) => unchanged);
  const projects = [...rows, ...alike, ...early, ...contexts.map(({ project = "" }) => ({ project }))];
  return {
    contexts,
    diagnostics: [
      ...plans.flatMap((report) => (report.contexts.length > 0 ? labelled(report, report.project) : [])),
      ...early.flatMap(({ diagnostics }) => diagnostics),
      ...missing.map(notReported),
    ],
    projects: contexts.map(({ name, project = "" }) => {
      return { project, context: name, ...placeOf(places.get(keyOf({ project, context: name }))) };
    }),
    unchanged: alike,
    several: {
      projects: new Set(projects.map(({ project }) => project).filter((name) => name !== "")),
      alike: { projects: new Set(alike.map(({ project }) => project)).size, contexts: alike.length },
      listed: lists.length > 0 && lists.every((list) => list.projects !== undefined),
      places: new Map(rows.flatMap((row) => locationOf(row) ?? [])),
      early: [...new Map(early.map(({ project, failure }) => [project, { project, failure }])).values()],
    },
    failureReason: early[0]?.failure ?? (missing.length > 0 ? "not-reported" : null),
  };
}

function ofProject(context: ContextReport, { project }: RunReport): ContextReport {
  return { ...context, project: context.project ?? project };
}

function labelled({ diagnostics }: RunReport, project: string): readonly Diagnostic[] {
  return diagnostics.map((one) => (one.project === undefined && project !== "" ? { ...one, project } : one));
}

interface EarlyEnd {
  /** Empty: nobody knows. */
  readonly project: string;
  readonly failure: FailureReason;
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs that ended before they knew of a context, and projects that could not even be listed. */
function earlyEnds(
  plans: readonly RunReport[],
  lists: readonly RunReport[],
  rows: readonly ProjectRow[],
): readonly EarlyEnd[] {
  const broken = rows.filter(({ context }) => context === "");
  const ends = plans.flatMap((report): readonly EarlyEnd[] => {
    if (report.contexts.length > 0 || report.failureReason === null) return [];
    const row = report.project === "" ? rowOfPlace(report, broken) : undefined;
    const project = row ? nameOf(row) : report.project;
    return [{ project, failure: report.failureReason, diagnostics: labelled(report, project) }];
  });
  const known = new Set(ends.map(({ project }) => project));
  const unread = broken
    .filter((row) => !known.has(nameOf(row)))
    .map((row): EarlyEnd => {
      const project = nameOf(row);
      const message = row.error ?? "its manifest can't be used";
      const diagnostics = [{ severity: "error", code: "invalid-manifest", message, project }] as const;
      return { project, failure: "invalid-manifest", diagnostics };
    });
  const unlisted = lists.flatMap((list): readonly EarlyEnd[] => {
    if (list.projects !== undefined || list.failureReason === null) return [];
    return [{ project: "", failure: list.failureReason, diagnostics: list.diagnostics }];
  });
  return [...unlisted, ...ends, ...unread];
}

/** A manifest that can't be read has no name for its project. */
function nameOf({ project, manifest = "", "working-directory": folder = "." }: ProjectRow): string {
  return project === "" ? posix.join(folder, manifest) : project;
}

/** The row in whose folder that is what a report tells of. */
function rowOfPlace({ diagnostics }: RunReport, rows: readonly ProjectRow[]): ProjectRow | undefined {
  const files = diagnostics.flatMap(({ location }) => location?.file ?? []);
  const isIn = (folder: string): boolean => files.some((file) => folder === "." || file.startsWith(`${folder}/`));
  const holding = rows.filter(({ "working-directory": folder }) => folder !== undefined && isIn(folder));
  const depth = (row: ProjectRow): number => row["working-directory"]?.length ?? 0;
  return holding.sort((one, other) => depth(other) - depth(one))[0];
}

/** What was to be planned, and of which no report tells. A run that ended early is one of those of its project. */
function missingContexts(
  rows: readonly ProjectRow[],
  told: readonly ContextReport[],
  early: readonly EarlyEnd[],
): readonly ProjectRow[] {
  const known = new Set(told.map(({ name, project = "" }) => keyOf({ project, context: name })));
  const missing = new Map<string, ProjectRow>();
  for (const row of rows) if (row.context !== "" && !known.has(keyOf(row))) missing.set(keyOf(row), row);
  const all = [...missing.values()];
  const [ended, wanted] = [numbers(early), numbers(all)];
  return all.filter(({ project }) => (ended.get(project) ?? 0) < (wanted.get(project) ?? 0));
}

/** How many there are of each project. */
function numbers(all: readonly { readonly project: string }[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const { project } of all) counted.set(project, (counted.get(project) ?? 0) + 1);
  return counted;
}

function unreported({ project, context }: ProjectRow): ContextReport {
  return { ...emptyReport(context), project, failureReason: "not-reported" };
}

function notReported({ project, context }: ProjectRow): Diagnostic {
  return {
    severity: "error",
    code: "not-reported",
    message: "its job has left no report, so nobody knows what is to be done",
    suggestion: "See the log of that job, and run it again. Let it upload its report also when it failed.",
    project,
    context,
  };
}

function compared(one: ContextReport, other: ContextReport): number {
  const { project = "", place = Number.MAX_SAFE_INTEGER } = one;
  const { project: otherProject = "", place: otherPlace = Number.MAX_SAFE_INTEGER } = other;
  if (project !== otherProject) return project < otherProject ? -1 : 1;
  return place - otherPlace || (one.name < other.name ? -1 : 1);
}

function keyOf({ project, context }: Pick<ProjectRow, "project" | "context">): string {
  return JSON.stringify([project, context]);
}

function placeOf(row: ProjectRow | undefined): Partial<ProjectRow> {
  const { manifest, "working-directory": folder } = row ?? {};
  return manifest === undefined || folder === undefined ? {} : { manifest, "working-directory": folder };
}

function locationOf({ project, manifest, "working-directory": workingDirectory }: ProjectRow) {
  if (project === "" || manifest === undefined || workingDirectory === undefined) return undefined;
  return [[project, { manifest: [manifest], workingDirectory }] as const];
}
