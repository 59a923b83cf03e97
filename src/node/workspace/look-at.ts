import { lstatSync, readlinkSync } from "node:fs";
import type { FileLook } from "../../ports/workspace-files.ts";
import { systemCode } from "../files/file-problem.ts";
import { closing, openForReading, readAll } from "../files/file-reading.ts";
import type { HeldFolder } from "../files/held-folder.ts";

/** Windows knows of a file whether it may be written, and nothing else. */
export const keptMode = process.platform === "win32" ? 0o200 : undefined;

/**
 * What stands at a name. Throws system errors.
 * @param limit bytes up to which the content of a file is read
 * @param kept which bits of a mode the file system keeps; undefined: all
 */
export function lookAt(folder: HeldFolder, name: string, limit: number, kept: number | undefined): FileLook {
  const stats = lstatSync(folder.at(name), { throwIfNoEntry: false });
  if (!stats) return { state: "absent" };
  const type = stats.isFile()
    ? "file"
    : stats.isDirectory()
      ? "directory"
      : stats.isSymbolicLink()
        ? "symlink"
        : "other";
  const present = {
    state: "present",
    type,
    mode: stats.mode & 0o7777,
    ...(kept === undefined ? {} : { kept }),
    size: stats.size,
    links: stats.nlink,
  } as const;
  if (type === "symlink") return { ...present, target: readlinkSync(folder.at(name)) };
  if (type !== "file" || stats.size > limit) return present;
  const descriptor = openForReading(folder, name);
  const bytes = closing(descriptor, () => readAll(descriptor, limit, stats.size));
  return bytes ? { ...present, size: bytes.length, bytes } : present;
}

/** The permission bits of a file; undefined: there is none. Throws system errors. */
export function modeOf(folder: HeldFolder, name: string): number | undefined {
  try {
    const stats = lstatSync(folder.at(name));
    return stats.isFile() ? stats.mode & 0o7777 : undefined;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
