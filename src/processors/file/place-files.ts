import { type FilePattern, filePattern, type PlaceFiles } from "../../engine/prepare/handed-files.ts";
import type { FileAccess } from "../../ports/workspace-files.ts";

/** Finds where paths and globs lie by the real folders that they begin in, so that two names of one folder are one. */
export function placeFiles(files: Pick<FileAccess, "folder">): PlaceFiles {
  const folders = new Map<string, readonly string[] | undefined>();
  const real = (folder: string): readonly string[] | undefined => {
    if (!folders.has(folder)) {
      const found = files.folder(folder);
      folders.set(folder, found.ok ? found.value.split(/[\\/]/).filter(Boolean) : undefined);
    }
    return folders.get(folder);
  };
  return (pattern): FilePattern => {
    const names = pattern.split("/").filter((name) => name !== "" && name !== ".");
    const first = names.findIndex((name) => /[*?[\]{}()!+@|\\]/.test(name));
    for (let end = first === -1 ? names.length : first; end >= 0; end--) {
      const folder = real(names.slice(0, end).join("/") || ".");
      if (folder) return filePattern(names.slice(end).join("/"), folder);
    }
    // Nothing live is looked at: then all are told by their text.
    return filePattern(pattern);
  };
}
