import { realpathSync } from "node:fs";
import { systemCode } from "./file-problem.ts";

/**
 * Where a path really leads. The system is asked, which knows names as they are written on the disk; where it does not say,
 * as of long paths on Windows, links are followed one by one. Throws system errors.
 */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (systemCode(error) !== "UNKNOWN") throw error;
    return realpathSync(path);
  }
}
