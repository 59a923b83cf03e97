import { closeSync, openSync, statSync } from "node:fs";
import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import { fileProblem, systemCode } from "../../node/files/file-problem.ts";

const asOwner =
  "Let this step run as the user to whom the runner's files belong: in a container by `options: --user <uid>`, and in no sandbox that hides the file.";

const filesOfRunner = { GITHUB_OUTPUT: "outputs of this step", GITHUB_STATE: "notes for its post step" } as const;

/**
 * What the runner gave this step to write to, and it can't: a later step would take outputs that are not there for "no
 * changes". Asked before anything is done.
 */
export function unwritableFiles(env: { readonly [name: string]: string | undefined }): Diagnostic[] {
  return Object.entries(filesOfRunner).flatMap(([variable, what]) => {
    const path = env[variable];
    if (!path) return [];
    try {
      closeSync(openSync(path, "a"));
      return [];
    } catch (error) {
      const { message, hint } = fileProblem(path, error);
      // Whose the file is plays no part then.
      const byNode = systemCode(error) === "ERR_ACCESS_DENIED";
      const suggestion = byNode && hint !== undefined ? hint : asOwner;
      return [
        {
          severity: "error",
          code: "runner-file-unwritable",
          message: `the runner's file for ${what} (${variable}) can't be written: ${message}${byNode ? "" : whoseFile(path)}`,
          suggestion,
        },
      ];
    }
  });
}

/** Which user this process is, and whose the file is: they differ where a container has a user of its own. */
function whoseFile(path: string): string {
  const uid = process.getuid?.();
  const file = statSync(path, { throwIfNoEntry: false });
  if (uid === undefined || file === undefined) return "";
  return ` (this process runs as user ${uid}; the file belongs to user ${file.uid}, mode ${(file.mode & 0o777).toString(8)})`;
}
