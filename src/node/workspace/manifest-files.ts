import { err, ok } from "../../engine/diagnostics/diagnostic.ts";
import type { ManifestFiles } from "../../ports/manifest-files.ts";
import type { Workspace } from "./workspace.ts";

/** Most bytes of one manifest file. */
const manifestLimit = 16 * 1024 * 1024;

/** The files of a manifest: inside the workspace, named from the working directory. */
export function manifestFiles(workspace: Workspace): ManifestFiles {
  return {
    glob: (pattern) => workspace.glob(pattern),
    read(path) {
      const read = workspace.read(path, manifestLimit);
      return read.ok ? ok(read.value) : err(read.error.message);
    },
    display: (path) => workspace.display(path),
  };
}
