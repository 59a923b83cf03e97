import { resolve as resolvePath } from "node:path";
import type { SureSettings } from "../../action/inputs.ts";
import type { Host } from "../host.ts";
import { workspaceRoot } from "../load/workspace-root.ts";
import type { ReportFile } from "./report-file.ts";

type ReportHost = Pick<Host, "environment" | "directory" | "defaultReportPath">;

/** Where the report is written: an absolute path; undefined: it is not. */
export function reportPath({ reportPath: path, workingDirectory }: SureSettings, host: ReportHost): string | undefined {
  if (path === undefined) return host.defaultReportPath;
  return resolvePath(host.directory, workingDirectory ?? ".", path);
}

/** The file of the report; undefined: it is not written. */
export function reportFile(settings: SureSettings, host: ReportHost): ReportFile | undefined {
  const path = reportPath(settings, host);
  const { workingDirectory = "." } = settings;
  const workspace = workspaceRoot(host, resolvePath(host.directory, workingDirectory));
  return path === undefined ? undefined : { path, workspace, asked: settings.reportPath !== undefined };
}
