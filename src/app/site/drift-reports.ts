import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve as resolvePath } from "node:path";
import type { ContextReport } from "../../engine/model/report.ts";
import { sizeWords } from "../../engine/model/size-limits.ts";
import { isoTime } from "../../engine/text/iso-time.ts";
import { readReport, reportLimit } from "../report/join/read-report.ts";

/** What a report of drift tells of one context. */
export interface ReportedLook {
  readonly project: string;
  /** When the report was written, ISO 8601: the time of its file, as reports don't say it. */
  readonly at: string;
  readonly context: ContextReport;
}

export interface ReadReports {
  readonly looks: readonly ReportedLook[];
  /** What can't be used: sentences without a full stop. */
  readonly problems: readonly string[];
}

/** Folders below a folder that are looked into. */
const deepest = 8;

/**
 * Reads reports of drift.
 * @param given files, or folders in which all reports are meant; relative to `directory`
 */
export function readDriftReports(given: readonly string[], directory: string): ReadReports {
  const looks: ReportedLook[] = [];
  const problems: string[] = [];
  for (const path of given) {
    const full = resolvePath(directory, path);
    try {
      const isFolder = statSync(full).isDirectory();
      const files = isFolder ? jsonFiles(full, deepest) : [full];
      const before = looks.length + problems.length;
      for (const file of files) readOne(file, isFolder, { looks, problems });
      if (looks.length + problems.length === before) problems.push(`there is no report of drift in ${path}`);
    } catch (error) {
      problems.push(`the report ${path} can't be read: ${(error as Error).message}`);
    }
  }
  return { looks, problems };
}

function jsonFiles(folder: string, depth: number): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return depth > 0 ? jsonFiles(path, depth - 1) : [];
    return entry.isFile() && entry.name.endsWith(".json") ? [path] : [];
  });
}

/** @param among others, which may be something else */
function readOne(
  file: string,
  among: boolean,
  { looks, problems }: { readonly looks: ReportedLook[]; readonly problems: string[] },
): void {
  const { size, mtimeMs } = statSync(file);
  const text = size > reportLimit ? "" : readFileSync(file, "utf8");
  if (among && !text.slice(0, 10_000).includes('"opus-report"')) return;
  const read = size > reportLimit ? tooLarge(size) : readReport(text);
  if (!read.ok) {
    problems.push(`the report ${file} can't be used: ${read.error}`);
    return;
  }
  const { project, contexts, command } = read.value;
  const seen = contexts.filter(looksOnly);
  if (seen.length < contexts.length && !among)
    problems.push(`the report ${file} is of ${command}, which tells nothing of drift`);
  looks.push(...seen.map((context) => ({ project, at: isoTime(mtimeMs), context })));
}

function tooLarge(size: number): { readonly ok: false; readonly error: string } {
  return { ok: false, error: `it has ${sizeWords(size)}, and opus reads at most ${sizeWords(reportLimit)}` };
}

/** Did the run only look at what is there? */
function looksOnly({ tasks }: ContextReport): boolean {
  return tasks.every(
    ({ status }) => status === "observed" || status === "failed" || status === "skipped" || status === "cancelled",
  );
}
