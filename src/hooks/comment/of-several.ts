import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { ContextReport, RunReport } from "../../engine/model/report.ts";
import { keyOf, nameOfLeft } from "./contexts-without-room.ts";
import { type Part, type PartFacts, type Preview, partKey } from "./model.ts";
import type { CommentPurpose, Writing } from "./purpose.ts";

/** The comment of one project as one of several; that of several as it is. */
export function asSeveral(preview: Preview): Preview {
  if (preview.several) return preview;
  const { project } = preview;
  return {
    project: "",
    parts: preview.parts.map((part): Part => ({ ...part, facts: { ...part.facts, project } })),
    left: { ...preview.left, named: preview.left.named.map((one) => ({ ...one, project })) },
    several: { alike: { projects: 0, contexts: 0 }, commit: "" },
  };
}

/** A report each of whose contexts and messages says of which project it is. */
export function labelled(report: RunReport): RunReport {
  const { project } = report;
  if (project === "") return report;
  return {
    ...report,
    contexts: report.contexts.map((context): ContextReport => ({ ...context, project: context.project ?? project })),
    diagnostics: report.diagnostics.map((one): Diagnostic => ({ ...one, project: one.project ?? project })),
  };
}

/** A report and the comment that it goes into, both in the form that the comment will have. */
export function asWritten(
  found: Preview | undefined,
  given: RunReport,
  { several }: CommentPurpose,
): { readonly current: Preview | undefined; readonly report: RunReport } {
  if (!several && !found?.several) return { current: found, report: given };
  return { current: found && asSeveral(found), report: labelled(given) };
}

/** What a comment is besides its parts. */
export function frameOf(
  report: RunReport,
  current: Preview | undefined,
  { several }: CommentPurpose,
  { moment }: Pick<Writing, "moment">,
): Pick<Preview, "project" | "several"> {
  if (several) return { project: "", several: { alike: several.alike, commit: moment.commit } };
  return current?.several ? { project: "", several: current.several } : { project: report.project };
}

/** The parts that say why there was no context, which a run that has one takes the place of. */
export function noContext(
  report: RunReport,
  { several }: CommentPurpose,
): readonly Pick<PartFacts, "project" | "context">[] {
  const projects = several ? ["", ...several.projects] : [...projectsOf(report)];
  return projects.length === 0 ? [{ context: "" }] : projects.map((project) => ({ project, context: "" }));
}

/** Names of the projects of a report that says of each context whose it is; none for the report of one project. */
function projectsOf({ contexts }: RunReport): ReadonlySet<string> {
  return new Set(contexts.flatMap(({ project }) => project ?? []));
}

/** What of a comment a write takes the place of. */
export interface Past {
  /** @param one a part, or with no `context` a context without room */
  isPast(one: Pick<PartFacts, "project" | "writer"> & { readonly context?: string }): boolean;
  /** Nothing else is left of what the comment only counts. */
  readonly clears: boolean;
}

/** Which of the parts that are there a write takes the place of. */
export function pastOf(
  current: Preview | undefined,
  report: RunReport,
  mine: readonly Part[],
  { coversAll, writer, several }: CommentPurpose,
): Past {
  const own = new Set(mine.map(({ facts }) => partKey(facts)));
  const projects = several ? new Set([...several.projects, ""]) : projectsOf(report);
  const begun = report.contexts.length > 0;
  const covers = coversAll && (begun || several?.listed === true);
  const isOfMine = ({ project }: Pick<PartFacts, "project">): boolean => project === undefined || projects.has(project);
  return {
    isPast: ({ context, ...one }) => {
      if (context !== undefined && own.has(partKey({ ...one, context }))) return true;
      if (covers && (isOfMine(one) || (writer !== undefined && one.writer === writer))) return true;
      return begun && context === "" && isOfMine(one);
    },
    clears: covers && (several !== undefined || current?.several === undefined),
  };
}

/**
 * Which comments a write may go into, or in place of.
 * @param contexts that it tells of
 * @param project of those that don't say theirs
 */
export function meantFor(
  contexts: readonly Pick<ContextReport, "name" | "project">[],
  project: string,
  { several, writer }: Pick<CommentPurpose, "several" | "writer">,
): (preview: Preview) => boolean {
  if (several) return (preview) => preview.several !== undefined || several.projects.has(preview.project);
  const names = new Set(contexts.map(({ name }) => nameOfLeft({ project, key: keyOf(name) })));
  const keys = new Set(contexts.map(({ name }) => partKey({ project, context: name })));
  return (preview) => {
    if (!preview.several) return preview.project === project;
    if (preview.left.named.some((one) => names.has(nameOfLeft(one)))) return true;
    return preview.parts.some(({ facts }) => {
      const isOfJob = writer !== undefined && facts.writer === writer;
      return isOfJob || keys.has(partKey(facts)) || (contexts.length === 0 && facts.project === project);
    });
  };
}
