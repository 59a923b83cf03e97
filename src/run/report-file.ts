import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { err, ok, type Result } from "../engine/diagnostic.ts";
import { insideWorkspace } from "../node/inside-workspace.ts";
import { Workspace } from "../node/workspace.ts";

/** Where a report goes. Both absolute. */
export interface ReportFile {
  readonly path: string;
  readonly workspace: string;
}

/**
 * Writes a report. In the workspace it takes the place of a symlink that the repository has put there, and by none it
 * leads out: who may change the repository does not say what is written over.
 * @returns why it could not be written, as the end of a sentence
 */
export async function writeReport({ path, workspace }: ReportFile, text: string): Promise<Result<void, string>> {
  const opened = Workspace.open(workspace, workspace);
  const inside = opened.ok ? insideWorkspace(path, opened.value.root) : undefined;
  if (opened.ok && inside !== undefined) {
    const written = await opened.value.replace(inside, Buffer.from(text));
    return written.ok ? ok(undefined) : err(written.error.message);
  }
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return ok(undefined);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
