import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { writeWholeFile } from "../../node/files/file-writing.ts";
import { insideWorkspace } from "../../node/workspace/inside-workspace.ts";
import { openWorkspace } from "../../node/workspace/workspace.ts";

/** Where a report goes. Both paths are absolute. */
export interface ReportFile {
  readonly path: string;
  readonly workspace: string;
  /** `report-path` names it: a run that can't write it has not done all that it was asked for. */
  readonly asked: boolean;
}

/**
 * Writes a report, as a whole or not at all. In the workspace it takes the place of a symlink that the repository has put there, and by none it
 * leads out: who may change the repository does not say what is written over.
 * @returns why it could not be written, as the end of a sentence
 */
export async function writeReport(
  { path, workspace }: Pick<ReportFile, "path" | "workspace">,
  text: string,
): Promise<Result<void, string>> {
  const opened = openWorkspace(workspace, workspace);
  const inside = opened.ok ? insideWorkspace(path, opened.value.root) : undefined;
  if (opened.ok && inside !== undefined) {
    const written = await opened.value.replace(inside, Buffer.from(text));
    return written.ok ? ok(undefined) : err(written.error.message);
  }
  try {
    writeWholeFile(path, Buffer.from(text));
    return ok(undefined);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
