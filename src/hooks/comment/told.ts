import { distinct } from "../../engine/diagnostics/by-context.ts";
import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { ContextReport, RunReport } from "../../engine/model/report.ts";
import { partKey } from "./model.ts";

/** Names the part of a context. */
export function keyOfReport({ name, project }: Pick<ContextReport, "name" | "project">): string {
  return partKey({ context: name, ...(project === undefined ? {} : { project }) });
}

/**
 * What is told of each context, by the key of its part. What is of a project, but of none of its contexts, is told with the
 * first of these, and what is of none with the first of all.
 * @param early projects with a part of their own for what is of none of their contexts
 */
export function toldByContext(
  { contexts, diagnostics }: RunReport,
  early: readonly { readonly project: string }[] = [],
): ReadonlyMap<string, readonly Diagnostic[]> {
  const told = new Map<string, Diagnostic[]>(contexts.map((one) => [keyOfReport(one), []]));
  const owners = new Map<string | undefined, string>();
  for (const { project } of early) owners.set(project === "" ? undefined : project, partKey({ project, context: "" }));
  for (const one of contexts) if (!owners.has(one.project)) owners.set(one.project, keyOfReport(one));
  const first = owners.get(undefined) ?? (contexts[0] ? keyOfReport(contexts[0]) : partKey({ context: "" }));
  for (const one of distinct(diagnostics)) {
    const { context, project } = one;
    const own =
      context === undefined ? undefined : keyOfReport({ name: context, ...(project === undefined ? {} : { project }) });
    const key = own !== undefined && told.has(own) ? own : (owners.get(project) ?? first);
    const known = told.get(key);
    if (known) known.push(one);
    else told.set(key, [one]);
  }
  return told;
}

/** The report as if there was this context alone. */
export function reportOf(context: ContextReport, report: RunReport, told: readonly Diagnostic[]): RunReport {
  return { ...report, failureReason: context.failureReason, contexts: [context], diagnostics: told };
}
