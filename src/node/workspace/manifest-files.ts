import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Workspace } from "./workspace.ts";

/** Most bytes of one manifest file. */
const manifestLimit = 16 * 1024 * 1024;

/** The files of a manifest: inside the workspace, named from the working directory. */
export interface WorkspaceManifestFiles {
  /** Files that match, sorted; a path that exists matches literally. */
  glob(pattern: string): Result<readonly string[], string>;
  read(path: string): Result<Uint8Array, string>;
  /** From the workspace root, for messages. */
  display(path: string): string;
}

/** Errors are sentences without a full stop. */
export function manifestFiles(workspace: Workspace): WorkspaceManifestFiles {
  return {
    glob: (pattern) => workspace.glob(pattern),
    read(path) {
      const read = workspace.read(path, manifestLimit);
      return read.ok ? ok(read.value) : err(read.error.message);
    },
    display: (path) => workspace.display(path),
  };
}
