import { lstatSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { WorkspaceCommit } from "../../ports/workspace-commit.ts";
import { askGit } from "./safe-git.ts";

/**
 * Asks git, with nothing of the repository's configuration that could run a program. That what is configured may be of
 * somebody else's making, as is what lies around: files are compared, whatever the repository says of them.
 * @param root real path
 * @returns undefined when it can't be told
 */
export async function workspaceCommit(root: string): Promise<WorkspaceCommit | undefined> {
  const sha = await askGit(root, ["rev-parse", "--verify", "HEAD"]);
  const clean = await isClean(root);
  return sha === undefined || clean === undefined ? undefined : { sha: sha.trim(), clean };
}

async function isClean(folder: string): Promise<boolean | undefined> {
  const top = await askGit(folder, ["rev-parse", "--show-toplevel"]);
  // A setting may say that the files are somewhere else.
  if (top === undefined || resolve(top.replace(/\r?\n$/, "")) !== folder) return undefined;
  const unfiltered = await withoutFilters(folder);
  const tracked = await askGit(folder, ["ls-files", "-v", "--stage", "-z"]);
  if (!unfiltered || tracked === undefined) return undefined;
  const options = ["--porcelain", "--ignored", "--untracked-files=all", "--ignore-submodules=dirty"];
  const status = await askGit(folder, [...unfiltered, "status", ...options]);
  if (status === undefined) return undefined;
  if (status !== "") return false;
  for (const entry of tracked.split("\0").filter(Boolean)) {
    const [, flag = "", mode, path = ""] = /^(.) (\d+) [^\t]*\t(.*)$/s.exec(entry) ?? [];
    const at = join(folder, path);
    if (mode === "160000") {
      const clean = isEmpty(at) || (await isClean(at));
      if (!clean) return clean;
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
