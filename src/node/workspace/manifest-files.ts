import { err, ok } from "../../engine/diagnostics/diagnostic.ts";
import type { ManifestFiles } from "../../ports/manifest-files.ts";
import type { Workspace } from "./workspace.ts";

/** Most bytes of one manifest file. */
const manifestLimit = 16 * 1024 * 1024;

/** Bytes of all files of a manifest that is large: a thousand tasks and more. */
const large = 256 * 1024;

/**
 * The files of a manifest: inside the workspace, named from the working directory.
 * @param onLarge called once, before a manifest is taken apart that is large
 */
export function manifestFiles(workspace: Workspace, onLarge: () => void = () => {}): ManifestFiles {
  let bytes = 0;
  return {
    glob: (pattern) => workspace.glob(pattern),
    read(path) {
      const read = workspace.read(path, manifestLimit);
      if (!read.ok) return err(read.error.message);
      const before = bytes;
      bytes += read.value.length;
      if (before < large && bytes >= large) onLarge();
      return ok(read.value);
    },
    display: (path) => workspace.display(path),
  };
}
