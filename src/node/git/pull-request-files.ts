import { relative, sep } from "node:path";
import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { askGit } from "./safe-git.ts";

/** The commits of a pull request, as its event names them. */
export interface PullRequestCommits {
  readonly base: unknown;
  readonly head: unknown;
}

/** What a pull request has otherwise than its base. */
export interface ChangedFiles {
  /** Top of the checkout, from the workspace root; empty: the root. Nothing is known of files outside. */
  readonly top: string;
  /** From the top. */
  readonly paths: readonly string[];
}

/**
 * Asks git what the checked-out commit of a pull request has otherwise than the base. Reads commits and trees that are
 * here, fetches nothing, and runs nothing that a repository configures.
 * @param root real path of the workspace
 * @returns why it can't be told, as the end of a sentence
 */
export async function pullRequestFiles(
  folder: string,
  root: string,
  { base, head }: PullRequestCommits,
): Promise<Result<ChangedFiles, string>> {
  const top = (await askGit(folder, ["rev-parse", "--show-toplevel"]))?.trim();
  const commit = await askGit(folder, ["cat-file", "commit", "HEAD"]);
  if (!top || commit === undefined) return err("git can't be asked about the checkout");
  for (const from of await bases(folder, commit, base, head)) {
    const options = ["-r", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--ignore-submodules=none"];
    const changed = await askGit(folder, ["diff-tree", ...options, from, "HEAD"]);
    if (changed !== undefined)
      return ok({ top: relative(root, top).split(sep).join("/"), paths: changed.split("\0").filter(Boolean) });
  }
  return err("the commit that it is compared with is not in the checkout");
}

/** With what the checked-out commit may be compared, the best first. */
async function bases(folder: string, commit: string, base: unknown, head: unknown): Promise<readonly string[]> {
  // As it was written: of the parents that a shallow clone has cut off, git itself says nothing.
  const [first, second, third] = (commit.split("\n\n")[0] ?? "").split("\n").flatMap((line) => {
    const parent = /^parent ([0-9a-f]{40,64})$/.exec(line)?.[1];
    return parent === undefined ? [] : [parent];
  });
  // GitHub merges the head into the base. A merge in the pull request itself may have anything as its first parent.
  const merged = first !== undefined && second === head && third === undefined ? [first] : [];
  if (typeof base !== "string" || !/^[0-9a-f]{40,64}$/.test(base)) return merged;
  const fork = (await askGit(folder, ["merge-base", base, "HEAD"]))?.trim();
  return [...merged, ...(fork ? [fork] : []), base];
}
