import type { Workspace } from "../../../node/workspace/workspace.ts";
import type { ToldPlan } from "../../pull-request/check-approval.ts";
import { readReport, reportLimit } from "./read-report.ts";

/**
 * Looks for the report of a plan among files that were handed over. They may come from anybody: what they say is shown,
 * and decides nothing.
 * @param patterns files or globs, as the input `reports`
 * @param digest of the plan
 * @returns undefined when no file tells of it, or none can be read
 */
export function findPlan(workspace: Workspace, patterns: readonly string[], digest: string): ToldPlan | undefined {
  const files = workspace.glob(patterns);
  if (!files.ok) return undefined;
  for (const path of files.value) {
    const read = workspace.read(path, reportLimit);
    const report = read.ok ? readReport(new TextDecoder().decode(read.value)) : read;
    if (!report.ok) continue;
    const { command, previews = command, contexts } = report.value;
    const found = contexts.find(({ planDigest, reviewable }) => planDigest === digest && reviewable !== undefined);
    if (found?.reviewable)
      return { context: found.name, command: previews, changes: new Map(Object.entries(found.reviewable.changes)) };
  }
  return undefined;
}
