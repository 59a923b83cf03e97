import { lstatSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { UntoldCommit, WorkspaceCommit } from "../../ports/workspace-commit.ts";
import { askGit, gitAnswer } from "./safe-git.ts";
import { whyGitFailed } from "./why-git-failed.ts";

/**
 * Asks git, with nothing of the repository's configuration that could run a program. That what is configured may be of
 * somebody else's making, as is what lies around: files are compared, whatever the repository says of them.
 * @param root real path
 */
export async function workspaceCommit(root: string): Promise<WorkspaceCommit | UntoldCommit> {
  const sha = await gitAnswer(root, ["rev-parse", "--verify", "HEAD"]);
  if (!sha.ok) return { untold: whyGitFailed(sha, root) };
  const clean = await isClean(root);
  return typeof clean === "boolean" ? { sha: sha.stdout.trim(), clean } : clean;
}

async function isClean(folder: string): Promise<boolean | UntoldCommit> {
  const top = await gitAnswer(folder, ["rev-parse", "--show-toplevel"]);
  if (!top.ok) return { untold: whyGitFailed(top, folder) };
  // A setting may say that the files are somewhere else.
  const files = resolve(top.stdout.replace(/\r?\n$/, ""));
  if (files !== folder) return { untold: `${folder} is no checkout of its own: its files are those of ${files}` };
  const unfiltered = await withoutFilters(folder);
  if (!unfiltered) return { untold: "git's settings name a filter that can't be switched off" };
  const tracked = await gitAnswer(folder, ["ls-files", "-v", "--stage", "-z"]);
  if (!tracked.ok) return { untold: whyGitFailed(tracked, folder) };
  const options = ["--porcelain", "--ignored", "--untracked-files=all", "--ignore-submodules=dirty"];
  const status = await gitAnswer(folder, [...unfiltered, "status", ...options]);
  if (!status.ok) return { untold: whyGitFailed(status, folder) };
  if (status.stdout !== "") return false;
  for (const entry of tracked.stdout.split("\0").filter(Boolean)) {
    const [, flag = "", mode, path = ""] = /^(.) (\d+) [^\t]*\t(.*)$/s.exec(entry) ?? [];
    const at = join(folder, path);
    if (mode === "160000") {
      const clean = isEmpty(at) || (await isClean(at));
      if (clean !== true) return clean;
    }
    // "Assume that it is unchanged", or "it is not here".
    if (flag !== flag.toUpperCase() || (flag === "S" && isThere(at))) return false;
  }
  return true;
}

/** Filters are programs, and git has them read files that it compares. Undefined: one can't be switched off. */
async function withoutFilters(folder: string): Promise<readonly string[] | undefined> {
  const names = await askGit(folder, ["config", "--list", "--name-only", "--null"]);
  const filters = names?.split("\0").flatMap((name) => /^(filter\..*)\.[^.]*$/s.exec(name)?.[1] ?? []);
  // The value begins behind the first sign of equality.
  if (!filters || filters.some((filter) => filter.includes("="))) return undefined;
  return [...new Set(filters)].flatMap((filter) =>
    ["clean=", "process=", "required=false"].flatMap((setting) => ["-c", `${filter}.${setting}`]),
  );
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** A submodule that is not checked out is an empty folder, or none. */
function isEmpty(folder: string): boolean {
  return !isThere(folder) || readdirSync(folder).length === 0;
}
