import { basename, dirname, join } from "node:path";

const folderName = "opus";
const fileName = /^handover-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json$/;

/**
 * Where a handover is.
 * @param folder for temporary files of the job
 * @param id a UUID
 */
export function handoverPlace(folder: string, id: string): string {
  return join(folder, folderName, `handover-${id}.json`);
}

/** Could `handoverPlace` have made this path? */
export function isHandoverPlace(path: string, folder: string): boolean {
  return dirname(path) === join(folder, folderName) && fileName.test(basename(path));
}
