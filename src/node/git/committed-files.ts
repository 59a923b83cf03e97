import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { askGit } from "./safe-git.ts";

/** What of a checkout is committed, or at least added: what a fresh checkout brings along. */
export interface CommittedFiles {
  /** @param path from the working directory */
  has(path: string): boolean;
  /** Is there one that a glob from the working directory names? */
  matches(pattern: string): Promise<boolean>;
}

/**
 * Asks git what it tracks around a folder.
 * @param folder absolute; a checkout, or a folder in one
 * @param root of the workspace: where a checkout may begin
 * @returns undefined when there is a checkout and git does not tell; nothing is committed where there is none
 */
export async function committedFiles(folder: string, root: string): Promise<CommittedFiles | undefined> {
  const top = await askGit(folder, ["rev-parse", "--show-toplevel"]);
  if (top === undefined) {
    const unsure = existsSync(join(folder, ".git")) || existsSync(join(root, ".git"));
    return unsure ? undefined : { has: () => false, matches: async () => false };
  }
  const checkout = top.replace(/\r?\n$/, "");
  const listed = await askGit(checkout, ["ls-files", "-z"]);
  if (listed === undefined) return undefined;
  const tracked = new Set(listed.split("\0").map((path) => resolve(checkout, path)));
  const real = realpathSync.native(folder);
  return {
    has: (path) => tracked.has(resolve(real, path)),
    matches: async (pattern) => Boolean(await askGit(real, ["ls-files", "-z", "--", `:(glob)${pattern}`])),
  };
}
