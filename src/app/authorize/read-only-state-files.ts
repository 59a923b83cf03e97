import { constants, copyFileSync, linkSync, lstatSync, openSync, readdirSync, renameSync, unlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Result } from "../../engine/diagnostics/diagnostic.ts";
import { insideWorkspace } from "../../node/workspace/inside-workspace.ts";
import { Workspace } from "../../node/workspace/workspace.ts";
import { Boundary } from "../../node/workspace/workspace-boundary.ts";
import type { FileProblem } from "../../ports/workspace-files.ts";
import { type FileSystem, fileBytes, nodeFileSystem } from "../../state/backends/file/file-system.ts";

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
    readFile: (path, most = fileBytes) => {
      const inside = insideWorkspace(path, root);
      return inside === undefined ? nodeFileSystem.readFile(path, most) : sure(workspace.read(inside, most));
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

const noFollow = constants.O_NOFOLLOW ?? 0;
const openFlags = {
  wx: constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
  ax: constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND,
  a: constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND,
  r: constants.O_RDONLY | (constants.O_NONBLOCK ?? 0),
  "r+": constants.O_RDWR,
} as const;

/**
 * Files of state where the repository says in which folder they are: in the workspace, by no symlink that leads out of it
 * or into `.git` and `.github/workflows`; also when somebody swaps a folder for one meanwhile (see `HeldFolder`).
 * @param root real path of the workspace
 */
export function stateInside(root: string): FileSystem {
  const boundary = new Boundary(root, root, {});
  const reading = stateToRead(root);
  const enter = (path: string): string => {
    const inside = insideWorkspace(path, root);
    if (inside !== undefined) return inside;
    throw Object.assign(new Error(`\`${path}\` lies outside the workspace`), { code: "refused" });
  };
  const named = (path: string): string => {
    enter(path);
    return path;
  };
  /** Does something at a path whose last part is not followed. */
  const at = <T>(path: string, act: (real: string) => T): T => {
    const { folder, name } = sure(boundary.hold(enter(path)));
    try {
      return act(folder.at(name));
    } finally {
      folder.close();
    }
  };
  const both = (from: string, to: string, act: (from: string, to: string) => void): void =>
    at(from, (realFrom) => at(to, (realTo) => act(realFrom, realTo)));
  return {
    ...nodeFileSystem,
    readFile: (path, most) => reading.readFile(named(path), most),
    readdir: (path) => reading.readdir(named(path)),
    modified: (path) => reading.modified(named(path)),
    open: (path, flags) => at(path, (real) => openSync(real, openFlags[flags] | noFollow)),
    rename: (from, to) => both(from, to, renameSync),
    link: (from, to) => both(from, to, linkSync),
    copy: (from, to) =>
      both(from, to, (realFrom, realTo) => {
        if (lstatSync(realFrom).isSymbolicLink())
          throw Object.assign(new Error(`ELOOP: \`${from}\` is a symlink`), { code: "ELOOP" });
        copyFileSync(realFrom, realTo, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
      }),
    unlink: (path) => at(path, unlinkSync),
    mkdir: (path) => {
      const inside = enter(path);
      const components = sure(boundary.split(inside, { folder: true }));
      sure(boundary.holdFolder(inside, components, true)).close();
    },
  };
}

/** Why a folder of the workspace leads to none: by a symlink on the way, as far as that is there. Undefined: it does not. */
export function leadsAway(root: string, path: string, workingDirectory: string): string | undefined {
  const boundary = new Boundary(root, workingDirectory, {});
  const split = boundary.split(path, { folder: true });
  if (!split.ok) return split.error.message;
  for (let length = split.value.length; length >= 0; length--) {
    const held = boundary.holdFolder(path, split.value.slice(0, length));
    if (held.ok) {
      held.value.close();
      return undefined;
    }
    if (held.error.code === "refused") return held.error.message;
  }
  return undefined;
}

/** As a file system says it: with a code, or not at all. */
function sure<T>(result: Result<T, FileProblem>): T {
  if (result.ok) return result.value;
  const { code, message } = result.error;
  throw Object.assign(new Error(message), { code: code === "missing" ? "ENOENT" : code });
}
