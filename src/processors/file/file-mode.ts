import type { FileLook } from "../../ports/workspace-files.ts";

const writable = 0o222;

/**
 * The mode of a file that is there. Where the file system keeps a part of modes only (Windows: whether a file may be
 * written), the rest of it is as declared, since nothing else could be told or made.
 * @param declared undefined: none
 */
export function modeAs({ mode, kept }: FileLook & { readonly state: "present" }, declared: number | undefined): number {
  if (kept === undefined || declared === undefined) return mode;
  if (((mode ^ declared) & kept) === 0) return declared;
  return (mode & kept) === 0 ? declared & ~writable : declared | (writable & kept);
}
