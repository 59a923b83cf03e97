import { readFileSync, realpathSync } from "node:fs";
import { resolve as resolvePath } from "node:path";
import { pathToFileURL } from "node:url";
import { importProblem } from "../../node/modules/import-problem.ts";
import { moduleFiles } from "../../node/modules/module-files.ts";
import type { Workspace } from "../../node/workspace/workspace.ts";

const moduleBytes = 16 * 1024 * 1024;

/**
 * Imports a module of the repository.
 * @param path from the working directory
 * @param workingDirectory absolute
 * @throws what the module throws; where it can't be imported, an error with the file and the line
 */
export async function importModule(path: string, workspace: Workspace, workingDirectory: string): Promise<unknown> {
  // Inside the workspace, also through symlinks.
  const inside = workspace.read(path, moduleBytes);
  if (!inside.ok) throw new Error(inside.error.message);
  const url = pathToFileURL(resolvePath(workingDirectory, path)).href;
  const files = (): readonly string[] =>
    moduleFiles(path, workspace, workingDirectory).paths.map((one) => resolvePath(workspace.root, one));
  try {
    const { importFile } = await import("../../node/modules/import-file.ts");
    return await importFile(url, () => files().some(mentionsSdk));
  } catch (error) {
    throw await importProblem(error, () => ({ paths: files(), from: realpathSync.native(workingDirectory) }));
  }
}

/** Does a file mention what modules of repositories are handed in? */
function mentionsSdk(path: string): boolean {
  return readFileSync(path, "utf8").includes("magnum-opus/sdk");
}
