import { existsSync } from "node:fs";
import { dirname, join, resolve as resolvePath } from "node:path";
import { err, ok } from "../../engine/diagnostics/diagnostic.ts";
import { type Surface, stepSurface } from "../../engine/text/surface.ts";
import type { ManifestFiles } from "../../ports/manifest-files.ts";
import type { Workspace } from "./workspace.ts";

/** Most bytes of one manifest file. */
const manifestLimit = 16 * 1024 * 1024;

/** Folders deeper than this are searched no further up. */
const mostFoldersUp = 20;

/** Bytes of all files of a manifest that is large: a thousand tasks and more. */
const large = 256 * 1024;

export interface ManifestFilesOptions {
  /** Absolute. Absent: nobody looks above it for a manifest that is not there. */
  readonly workingDirectory?: string;
  /** Default: a step's. */
  readonly surface?: Surface;
  /** Called once, before a manifest is taken apart that is large. */
  readonly onLarge?: () => void;
}

/** The files of a manifest: inside the workspace, named from the working directory. */
export function manifestFiles(
  workspace: Workspace,
  { workingDirectory, surface = stepSurface, onLarge = () => {} }: ManifestFilesOptions = {},
): ManifestFiles {
  let bytes = 0;
  return {
    surface,
    glob: (pattern) => workspace.glob(pattern),
    read(path) {
      const read = workspace.read(path, manifestLimit);
      if (!read.ok) return err(read.error.message);
      const before = bytes;
      bytes += read.value.length;
      if (before < large && bytes >= large) onLarge();
      return ok(read.value);
    },
    above: (path) => {
      if (workingDirectory === undefined) return undefined;
      for (let up = ".."; up.length <= mostFoldersUp * 3; up += "/..") {
        const folder = resolvePath(workingDirectory, up);
        if (existsSync(join(folder, path))) return up;
        if (dirname(folder) === folder) return undefined;
      }
      return undefined;
    },
    display: (path) => workspace.display(path),
  };
}
