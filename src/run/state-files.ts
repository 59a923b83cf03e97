import { lstatSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Result } from "../engine/diagnostic.ts";
import type { FileProblem } from "../node/file-problem.ts";
import { insideWorkspace } from "../node/inside-workspace.ts";
import { Workspace } from "../node/workspace.ts";
import { type FileSystem, nodeFileSystem } from "../state/file-system.ts";

/** Most bytes of a file of state. */
const limit = 1024 * 1024 * 1024;

/**
 * Files of state as an untrusted run gets them: to read, and in the workspace by no symlink that leads out of it. What
 * lies outside by its path was named by the workflow.
 * @param root real path of the workspace
 */
export function stateToRead(root: string): FileSystem {
  const workspace = new Workspace(root, root);
  const refuse = (): never => {
    throw Object.assign(new Error("an untrusted run writes no state"), { code: "refused" });
  };
  const folder = (inside: string): string => sure(workspace.folder(inside));
  return {
    readFile: (path) => {
      const inside = insideWorkspace(path, root);
      return inside === undefined ? nodeFileSystem.readFile(path) : sure(workspace.read(inside, limit));
    },
    readdir: (path) => {
      const inside = insideWorkspace(path, root);
      return inside === undefined ? nodeFileSystem.readdir(path) : readdirSync(folder(inside));
    },
    modified: (path) => {
      const inside = insideWorkspace(path, root);
      if (inside === undefined) return nodeFileSystem.modified(path);
      return lstatSync(join(folder(dirname(inside)), basename(inside))).mtimeMs;
    },
    open: refuse,
    write: refuse,
    fsync: refuse,
    fdatasync: refuse,
    truncate: refuse,
    close: refuse,
    rename: refuse,
    link: refuse,
    copy: refuse,
    unlink: refuse,
    mkdir: refuse,
  };
}

/** As a file system says it: with a code, or not at all. */
function sure<T>(result: Result<T, FileProblem>): T {
  if (result.ok) return result.value;
  const { code, message } = result.error;
  throw Object.assign(new Error(message), { code: code === "missing" ? "ENOENT" : code });
}
