import { askGit } from "./safe-git.ts";

/** The commit that is checked out, and whether anything else lies beside it. */
export interface WorkspaceCommit {
  readonly sha: string;
  readonly clean: boolean;
}

/**
 * Asks git, with nothing of the repository's configuration that could run a program.
 * @returns undefined when it can't be told
 */
export async function workspaceCommit(root: string): Promise<WorkspaceCommit | undefined> {
  const sha = await askGit(root, ["rev-parse", "--verify", "HEAD"]);
  const status = await askGit(root, ["status", "--porcelain", "--ignored", "--untracked-files=all"]);
  return sha === undefined || status === undefined ? undefined : { sha: sha.trim(), clean: status.trim() === "" };
}
