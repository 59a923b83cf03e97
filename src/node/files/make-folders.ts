import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { systemCode } from "./file-problem.ts";

/**
 * Makes a folder with those above it, one by one. Node's own way never ends where a folder that exists answers as if it
 * were missing, as those below /proc do. Throws system errors.
 * @param path absolute
 */
export function makeFolders(path: string, mode = 0o777): void {
  const missing: string[] = [];
  for (let at = path; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const folder of missing.reverse())
    try {
      mkdirSync(folder, mode);
    } catch (error) {
      // Somebody else was faster; what is no folder shows at the next step.
      if (systemCode(error) !== "EEXIST") throw error;
    }
}
