import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  Workspace
} from "./chunk-GVRYNTHU.js";
import {
  Boundary
} from "./chunk-Y5B556YC.js";
import {
  fileBytes,
  nodeFileSystem
} from "./chunk-PQ6DQE26.js";

// src/app/authorize/read-only-state-files.ts
import { constants, copyFileSync, linkSync, lstatSync, openSync, readdirSync, renameSync, unlinkSync } from "node:fs";
import { basename, dirname as dirname2, join } from "node:path";

// src/node/workspace/inside-workspace.ts
import { realpathSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
function insideWorkspace(path, root) {
  const named = resolve(path);
  for (const at of fromTheTop(named)) {
    const entered = entry(at, root);
    if (entered !== void 0)
      return [entered, relative(at, named)].filter(Boolean).join(sep).split(sep).join("/") || ".";
  }
  return void 0;
}
function fromTheTop(path) {
  const all = [path];
  for (let at = path; dirname(at) !== at; at = dirname(at)) all.unshift(dirname(at));
  return all;
}
function entry(path, root) {
  try {
    const within = relative(root, realpathSync.native(path));
    return within === ".." || within.startsWith(`..${sep}`) || isAbsolute(within) ? void 0 : within;
  } catch {
    return void 0;
  }
}

// src/app/authorize/read-only-state-files.ts
function stateToRead(root) {
  const workspace = new Workspace(root, root);
  const refuse = () => {
    throw Object.assign(new Error("an untrusted run writes no state"), { code: "refused" });
  };
  const folder = (inside) => sure(workspace.folder(inside));
  return {
    readFile: (path, most = fileBytes) => {
      const inside = insideWorkspace(path, root);
      return inside === void 0 ? nodeFileSystem.readFile(path, most) : sure(workspace.read(inside, most));
    },
    readdir: (path) => {
      const inside = insideWorkspace(path, root);
      return inside === void 0 ? nodeFileSystem.readdir(path) : readdirSync(folder(inside));
    },
    modified: (path) => {
      const inside = insideWorkspace(path, root);
      if (inside === void 0) return nodeFileSystem.modified(path);
      return lstatSync(join(folder(dirname2(inside)), basename(inside))).mtimeMs;
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
    mkdir: refuse
  };
}
var noFollow = constants.O_NOFOLLOW ?? 0;
var openFlags = {
  wx: constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
  ax: constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND,
  a: constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND,
  r: constants.O_RDONLY | (constants.O_NONBLOCK ?? 0),
  "r+": constants.O_RDWR
};
function stateInside(root) {
  const boundary = new Boundary(root, root, {});
  const reading = stateToRead(root);
  const enter = (path) => {
    const inside = insideWorkspace(path, root);
    if (inside !== void 0) return inside;
    throw Object.assign(new Error(`\`${path}\` lies outside the workspace`), { code: "refused" });
  };
  const named = (path) => {
    enter(path);
    return path;
  };
  const at = (path, act) => {
    const { folder, name } = sure(boundary.hold(enter(path)));
    try {
      return act(folder.at(name));
    } finally {
      folder.close();
    }
  };
  const both = (from, to, act) => at(from, (realFrom) => at(to, (realTo) => act(realFrom, realTo)));
  return {
    ...nodeFileSystem,
    readFile: (path, most) => reading.readFile(named(path), most),
    readdir: (path) => reading.readdir(named(path)),
    modified: (path) => reading.modified(named(path)),
    open: (path, flags) => at(path, (real) => openSync(real, openFlags[flags] | noFollow)),
    rename: (from, to) => both(from, to, renameSync),
    link: (from, to) => both(from, to, linkSync),
    copy: (from, to) => both(from, to, (realFrom, realTo) => {
      if (lstatSync(realFrom).isSymbolicLink())
        throw Object.assign(new Error(`ELOOP: \`${from}\` is a symlink`), { code: "ELOOP" });
      copyFileSync(realFrom, realTo, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
    }),
    unlink: (path) => at(path, unlinkSync),
    mkdir: (path) => {
      const inside = enter(path);
      const components = sure(boundary.split(inside, { folder: true }));
      sure(boundary.holdFolder(inside, components, true)).close();
    }
  };
}
function leadsAway(root, path, workingDirectory) {
  const boundary = new Boundary(root, workingDirectory, {});
  const split = boundary.split(path, { folder: true });
  if (!split.ok) return split.error.message;
  for (let length = split.value.length; length >= 0; length--) {
    const held = boundary.holdFolder(path, split.value.slice(0, length));
    if (held.ok) {
      held.value.close();
      return void 0;
    }
    if (held.error.code === "refused") return held.error.message;
  }
  return void 0;
}
function sure(result) {
  if (result.ok) return result.value;
  const { code, message } = result.error;
  throw Object.assign(new Error(message), { code: code === "missing" ? "ENOENT" : code });
}

// src/app/load/workspace-root.ts
import { existsSync } from "node:fs";
import { dirname as dirname3, resolve as resolvePath } from "node:path";
function workspaceRoot(host, workingDirectory) {
  const given = host.environment.GITHUB_WORKSPACE;
  if (given && host.environment.GITHUB_ACTIONS === "true") return given;
  for (let at = workingDirectory; ; at = dirname3(at)) {
    if (existsSync(resolvePath(at, ".git"))) return at;
    if (dirname3(at) === at) return workingDirectory;
  }
}

export {
  insideWorkspace,
  stateToRead,
  stateInside,
  leadsAway,
  workspaceRoot
};
