import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  compileGlobs,
  escapeGlob,
  globProblem,
  isGlob,
  plainFolders
} from "./chunk-G65K36BT.js";
import {
  err,
  ok
} from "./chunk-4COZKLNI.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";

// src/node/workspace/workspace.ts
import { createHash } from "node:crypto";
import { lstatSync as lstatSync4, unlinkSync as unlinkSync2 } from "node:fs";

// src/node/files/file-problem.ts
var meanings = {
  ENOENT: ["does not exist", "missing"],
  ENOTDIR: ["does not exist: a part of the path is not a folder", "missing"],
  EEXIST: ["exists already", "exists"],
  EISDIR: ["is a folder", "wrong-type"],
  ENOTEMPTY: ["is a folder", "wrong-type"],
  ELOOP: ["is a symlink", "wrong-type"],
  ENXIO: ["is a socket or a device", "wrong-type"],
  EACCES: ["permission denied", "failed", "Check the owner and the mode of the file and of the folders above it."],
  EPERM: ["operation not permitted", "failed", "Check the owner of the file and of its folder."],
  ENOSPC: ["no space left on the disk", "failed", "Free some space and run again."],
  EDQUOT: ["the disk quota is used up", "failed", "Free some space and run again."],
  EROFS: ["the file system is read-only", "failed"],
  ENAMETOOLONG: ["the name is too long for the file system", "failed"],
  EMFILE: ["too many open files", "failed", "Lower `parallelism`, or raise the limit with `ulimit -n`."],
  ENFILE: ["too many open files on this machine", "failed"],
  EBUSY: ["the file is in use", "failed"]
};
function fileProblem(path, error) {
  const code = systemCode(error);
  if (code === void 0) throw error;
  const [text, kind, hint] = meanings[code] ?? ["the system refused", "failed"];
  const separator = text.startsWith("is ") || text.startsWith("does ") || text.startsWith("exists") ? " " : ": ";
  const shown = kind === "missing" || kind === "exists" || kind === "wrong-type" ? "" : ` (${code})`;
  const message = `\`${path}\`${separator}${text}${shown}`;
  return hint === void 0 ? { code: kind, message } : { code: kind, message, hint };
}
function systemCode(error) {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return void 0;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : void 0;
}

// src/node/files/file-reading.ts
import { closeSync, constants, openSync, readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
var pieceBytes = 1 << 20;
function openForReading(folder, name) {
  return openSync(folder.at(name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
}
function readAll(descriptor, limit, expected = 0) {
  let buffer = Buffer.allocUnsafe(Math.min(limit, expected) + 1);
  let length = 0;
  for (; ; ) {
    const wanted = buffer.length - length;
    const got = readSync(descriptor, buffer, length, wanted, null);
    length += got;
    if (got < wanted && (got === 0 || length >= expected)) return buffer.subarray(0, length);
    if (length > limit) return void 0;
    if (length < buffer.length) continue;
    const larger = Buffer.allocUnsafe(Math.min(limit + 1, Math.max(buffer.length * 2, 64 * 1024)));
    buffer.copy(larger, 0, 0, length);
    buffer = larger;
  }
}
async function streamFile(descriptor, use, signal) {
  const buffer = Buffer.allocUnsafe(pieceBytes);
  let size = 0;
  for (; ; ) {
    signal?.throwIfAborted();
    const got = readSync(descriptor, buffer, 0, pieceBytes, null);
    if (got === 0) return size;
    size += got;
    use(buffer.subarray(0, got));
    if (got === pieceBytes) await setImmediate();
  }
}
function closing(descriptor, use) {
  try {
    return use();
  } finally {
    closeSync(descriptor);
  }
}

// src/node/files/file-writing.ts
import { randomBytes } from "node:crypto";
import {
  closeSync as closeSync3,
  constants as constants3,
  fchmodSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  openSync as openSync3,
  readSync as readSync2,
  realpathSync as realpathSync2,
  renameSync,
  statSync as statSync2,
  unlinkSync,
  writeSync
} from "node:fs";
import { basename, dirname as dirname2 } from "node:path";

// src/node/files/held-folder.ts
import {
  chmodSync,
  closeSync as closeSync2,
  constants as constants2,
  lstatSync,
  mkdirSync,
  openSync as openSync2,
  readlinkSync,
  realpathSync,
  statSync
} from "node:fs";
import { join } from "node:path";
var O_PATH = 2097152;
function folderOpener() {
  return process.platform === "linux" && hasProc() ? openByDescriptor : openByPath;
}
function hasProc() {
  try {
    const descriptor = openSync2("/", O_PATH | constants2.O_DIRECTORY);
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`) === "/";
    } finally {
      closeSync2(descriptor);
    }
  } catch {
    return false;
  }
}
function openByDescriptor(path) {
  return hold(openSync2(path, O_PATH | constants2.O_DIRECTORY));
}
function hold(descriptor) {
  const base = `/proc/self/fd/${descriptor}`;
  let path;
  try {
    path = readlinkSync(base);
  } catch (error) {
    closeSync2(descriptor);
    throw error;
  }
  return {
    path,
    at: (name) => `${base}/${name}`,
    child(name, make) {
      if (make) makeFolder(`${base}/${name}`);
      return hold(openSync2(`${base}/${name}`, O_PATH | constants2.O_DIRECTORY | constants2.O_NOFOLLOW));
    },
    chmod(name, mode) {
      const file = openSync2(`${base}/${name}`, O_PATH | constants2.O_NOFOLLOW);
      try {
        if (readlinkSync(`/proc/self/fd/${file}`) !== `${readlinkSync(base)}/${name}`)
          throw systemError("EBUSY", "moved");
        chmodSync(`/proc/self/fd/${file}`, mode);
      } finally {
        closeSync2(file);
      }
    },
    moved: () => false,
    close: () => closeSync2(descriptor)
  };
}
function openByPath(path) {
  const real = realpathSync.native(path);
  if (!statSync(real).isDirectory()) throw systemError("ENOTDIR", "not a folder");
  return {
    path: real,
    at: (name) => join(real, name),
    child(name, make) {
      const below = join(real, name);
      if (make) makeFolder(below);
      if (lstatSync(below).isSymbolicLink()) throw systemError("ELOOP", "a symlink");
      const held = openByPath(below);
      if (held.path !== below) throw systemError("ELOOP", "a symlink");
      return held;
    },
    chmod: (name, mode) => chmodSync(join(real, name), mode),
    moved() {
      try {
        return realpathSync.native(real) !== real;
      } catch {
        return true;
      }
    },
    close: () => void 0
  };
}
function makeFolder(path) {
  try {
    mkdirSync(path);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
}
function systemError(code, message) {
  return Object.assign(new Error(`${code}: ${message}`), { code });
}

// src/node/files/make-folders.ts
import { existsSync, mkdirSync as mkdirSync2 } from "node:fs";
import { dirname } from "node:path";
function makeFolders(path, mode = 511) {
  const missing = [];
  for (let at = path; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const folder of missing.reverse())
    try {
      mkdirSync2(folder, mode);
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw error;
    }
}

// src/node/files/file-writing.ts
var noLinks = /* @__PURE__ */ new Set(["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "EXDEV", "EINVAL"]);
var create = constants3.O_RDWR | constants3.O_CREAT | constants3.O_EXCL | (constants3.O_NOFOLLOW ?? 0);
var stagedPattern = ".opus-*.tmp";
function stage(folder, mode) {
  const temporary = `.opus-${randomBytes(8).toString("hex")}.tmp`;
  const descriptor = openSync3(folder.at(temporary), create, mode === void 0 ? 438 : 384);
  let named = true;
  const finish = () => {
    if (mode !== void 0) fchmodSync(descriptor, mode);
  };
  return {
    append: (bytes) => writeAll(descriptor, bytes),
    sync: () => fsyncSync(descriptor),
    placeNew(name) {
      finish();
      try {
        linkSync(folder.at(temporary), folder.at(name));
      } catch (error) {
        if (!noLinks.has(systemCode(error) ?? "")) throw error;
        copyNew(descriptor, folder.at(name), mode);
      }
    },
    takePlace(name) {
      finish();
      renameSync(folder.at(temporary), folder.at(name));
      named = false;
    },
    discard() {
      if (named) quietly(() => unlinkSync(folder.at(temporary)));
      quietly(() => closeSync3(descriptor));
    }
  };
}
function writeWholeFile(path, data, mode) {
  makeFolders(dirname2(path));
  const there = statSync2(path, { throwIfNoEntry: false });
  if (there && (!there.isFile() || path.startsWith("/dev/"))) {
    writeInPlace(path, data);
    return;
  }
  const target = there ? realpathSync2(path) : path;
  try {
    replaceWhole(target, data, mode ?? (there && there.mode & 511));
  } catch (error) {
    if (!there || !irreplaceable.has(systemCode(error) ?? "")) throw error;
    writeInPlace(target, data);
  }
}
var irreplaceable = /* @__PURE__ */ new Set(["EACCES", "EPERM", "EROFS", "EBUSY"]);
function replaceWhole(target, data, mode) {
  const staged = stage(openByPath(dirname2(target)), mode);
  try {
    staged.append(data);
    staged.sync();
    staged.takePlace(basename(target));
  } finally {
    staged.discard();
  }
}
function writeInPlace(path, data) {
  const descriptor = openSync3(path, constants3.O_WRONLY | (constants3.O_NONBLOCK ?? 0));
  try {
    const isFile = fstatSync(descriptor).isFile();
    if (isFile) ftruncateSync(descriptor, 0);
    writeAll(descriptor, data);
    if (isFile) fsyncSync(descriptor);
  } finally {
    closeSync3(descriptor);
  }
}
function writeAll(descriptor, bytes) {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written, bytes.length - written, null);
}
function copyNew(from, path, mode) {
  const to = openSync3(path, create, mode === void 0 ? 438 : 384);
  try {
    const buffer = Buffer.allocUnsafe(1 << 16);
    for (let position = 0; ; ) {
      const got = readSync2(from, buffer, 0, buffer.length, position);
      if (got === 0) break;
      writeAll(to, buffer.subarray(0, got));
      position += got;
    }
    if (mode !== void 0) fchmodSync(to, mode);
  } catch (error) {
    quietly(() => unlinkSync(path));
    throw error;
  } finally {
    closeSync3(to);
  }
}
function quietly(act) {
  try {
    act();
  } catch {
  }
}

// src/node/workspace/workspace-boundary.ts
import { lstatSync as lstatSync2, realpathSync as realpathSync3 } from "node:fs";
import { dirname as dirname3, isAbsolute, join as join2, relative, resolve, sep } from "node:path";

// src/node/workspace/workspace-paths.ts
var ignorable = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
var windowsReserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/i;
function splitPath(path, workingFolder, options = {}) {
  const shown = shortened(JSON.stringify(path).slice(1, -1), 200);
  if (path === "") return err("the path is empty");
  const control = /[\u0000-\u001f\u007f]/.exec(path);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return err(`\`${shown}\` holds a control character (U+${code})`);
  }
  if (!path.isWellFormed()) return err(`\`${shown}\` is not well-formed Unicode`);
  if (path.includes("\\")) return err(`\`${shown}\` holds a backslash; separate folders with \`/\``);
  if (path.startsWith("/")) return err(`\`${shown}\` is absolute; paths are relative to the working directory`);
  if (/^[A-Za-z]:/.test(path)) return err(`\`${shown}\` names a drive; paths are relative to the working directory`);
  if (path === "~" || path.startsWith("~/")) {
    return err(`\`${shown}\` begins with \`~\`, which is not expanded; paths are relative to the working directory`);
  }
  if (!options.folder && /(^|\/)\.{0,2}$/.test(path)) return err(`\`${shown}\` names a folder, not a file`);
  const components = [...workingFolder];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "../..") components.push(part);
    else if (components.pop() === void 0) return err(`\`${shown}\` leads out of the workspace`);
  }
  if (!options.folder && components.length === 0) return err(`\`${shown}\` names a folder, not a file`);
  const refused = refusedComponent(components);
  if (refused !== void 0) return err(`\`${shown}\` lies in \`${refused}\`, which opus never touches`);
  if (process.platform === "win32") {
    const bad = components.find((part) => /[<>:"|?*]|[. ]$/.test(part) || windowsReserved.test(part));
    if (bad !== void 0) return err(`\`${shown}\`: Windows can't have a file named \`${bad}\``);
  }
  return ok(components);
}
function refusedComponent(components) {
  if (components.some((part) => part.length < 64 && isGit(part))) return ".git";
  const [first, second] = components;
  if (first === void 0 || second === void 0) return void 0;
  return fold(first) === ".github" && fold(second) === "workflows" ? ".github/workflows" : void 0;
}
function isGit(part) {
  const first = part.charCodeAt(0);
  if (first !== 46 && first !== 103 && first !== 71 && first < 8204) return false;
  const folded = fold(part);
  return folded === ".git" || folded === "git~1" || folded.startsWith(".git:");
}
function fold(name) {
  return name.replace(ignorable, "").toLowerCase().replace(/(?<![. ])[. ]+$/, "");
}
function componentsWithin(components, folder) {
  return folder.length <= components.length && folder.every((part, index) => part === components[index]);
}

// src/node/workspace/workspace-boundary.ts
var Boundary = class {
  /** Real path of the workspace root. */
  root;
  #workingFolder;
  #refused;
  #open;
  #prefix;
  /** Throws when the root does not exist or the working directory lies outside. */
  constructor(root, workingDirectory, options) {
    this.root = realpathSync3.native(root);
    this.#prefix = this.root.endsWith(sep) ? this.root : `${this.root}${sep}`;
    this.#open = options.openFolder ?? folderOpener();
    const working = resolve(root, workingDirectory);
    const lexical = relative(resolve(root), working);
    const inside2 = isInside(lexical) ? lexical : relative(this.root, resolveExisting(working));
    if (!isInside(inside2)) throw new Error(`the working directory \`${workingDirectory}\` lies outside the workspace`);
    this.#workingFolder = inside2 === "" ? [] : inside2.split(sep);
    this.#refused = (options.refuse ?? []).flatMap((path) => {
      const absolute = resolve(working, path);
      const asWritten = this.components(join2(this.root, relative(resolve(root), absolute)));
      const real = this.components(resolveExisting(absolute));
      return [asWritten, real].filter((components) => components !== void 0 && components.length > 0);
    });
  }
  /** Components of a path from the root, by its text. */
  split(path, options) {
    const split = splitPath(path, this.#workingFolder, options);
    if (!split.ok) return err({ code: "refused", message: split.error });
    return this.#offLimits(split.value, options?.folder === true) ? err({ code: "refused", message: `\`${path}\` lies where opus keeps its own files` }) : split;
  }
  /** Components of a real path below the root; undefined: outside. */
  components(real) {
    if (real === this.root) return [];
    return real.startsWith(this.#prefix) ? real.slice(this.#prefix.length).split(sep) : void 0;
  }
  /** Components of a file whose folders are the real ones, as far as they are there and lie inside. */
  realComponents(components) {
    try {
      let existing = components.length - 1;
      while (existing > 0 && !lstatSync2(this.#path(components, existing), { throwIfNoEntry: false })) existing--;
      if (existing === 0) return components;
      const real = this.components(realpathSync3.native(this.#path(components, existing)));
      return real ? [...real, ...components.slice(existing)] : components;
    } catch {
      return components;
    }
  }
  #path(components, count) {
    return this.#prefix + components.slice(0, count).join(sep);
  }
  /** A path from the root, as a path from the working directory. */
  fromRoot(components) {
    const working = this.#workingFolder;
    let shared = 0;
    while (shared < working.length && working[shared] === components[shared]) shared++;
    return [...working.slice(shared).map(() => "../.."), ...components.slice(shared)].join("/") || ".";
  }
  /**
   * Holds the folder of a file.
   * @param make makes folders that are missing
   */
  hold(path, make = false) {
    const split = this.split(path);
    if (!split.ok) return split;
    const name = split.value.at(-1);
    const folder = this.holdFolder(path, split.value.slice(0, -1), make);
    return folder.ok ? ok({ folder: folder.value, name }) : folder;
  }
  /**
   * Opens a folder, and only then asks where it is: what is held can't be swapped any more.
   * @param path for messages
   */
  holdFolder(path, components, make = false) {
    let held;
    try {
      let existing = components.length;
      while (held === void 0) {
        try {
          held = this.#open(this.#prefix + components.slice(0, existing).join(sep));
        } catch (error) {
          if (!make || existing === 0 || systemCode(error) !== "ENOENT") throw error;
          existing -= 1;
        }
      }
      let problem = this.#landed(path, held);
      for (; problem === void 0 && existing < components.length; existing++) {
        const child = held.child(components[existing], true);
        held.close();
        held = child;
        problem = this.#landed(path, held);
      }
      if (problem === void 0) return ok(held);
      held.close();
      return err(problem);
    } catch (error) {
      held?.close();
      const code = systemCode(error);
      if (code !== "ENOTDIR" && code !== "ELOOP") return err(fileProblem(path, error));
      if (!make) {
        const message = `\`${path}\` does not exist: a part of it is not a folder`;
        return err({ code: "missing", message, blocked: true });
      }
      return err({
        code: "wrong-type",
        message: `\`${path}\` can't be made: a part of it is there and is not a folder`
      });
    }
  }
  /**
   * Opens a file for reading, by default through symlinks that stay inside.
   * @returns a descriptor to close
   */
  openFile(path, follow) {
    let wanted = path;
    for (let round = 0; round < 3; round++) {
      const held = this.hold(wanted);
      if (!held.ok) return wanted === path ? held : err({ ...held.error, message: leadsTo(path, held.error) });
      const { folder, name } = held.value;
      try {
        const stats = lstatSync2(folder.at(name));
        if (stats.isSymbolicLink() && follow) {
          const target = this.components(realpathSync3.native(folder.at(name)));
          if (target === void 0) return err(outsideProblem(path));
          wanted = this.fromRoot(target);
          continue;
        }
        if (!stats.isFile()) return err({ code: "wrong-type", message: `\`${path}\` is ${describeType(stats)}` });
        return ok(openForReading(folder, name));
      } catch (error) {
        return err(fileProblem(path, error));
      } finally {
        folder.close();
      }
    }
    return err(movedProblem(path));
  }
  #landed(path, held) {
    const components = this.components(held.path);
    if (components === void 0) return outsideProblem(path);
    const refused = refusedComponent(components);
    if (refused !== void 0) {
      return { code: "refused", message: `\`${path}\` leads into \`${refused}\`, which opus never touches` };
    }
    return this.#offLimits(components, true) ? { code: "refused", message: `\`${path}\` leads to where opus keeps its own files` } : void 0;
  }
  #offLimits(components, folder) {
    return this.#refused.some(
      // A file in the place of a folder above the state would be in the way of the state.
      (refused) => componentsWithin(components, refused) || !folder && componentsWithin(refused, components)
    );
  }
};
function isInside(path) {
  return path !== "../.." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
function resolveExisting(path) {
  try {
    return realpathSync3.native(path);
  } catch {
    const above = dirname3(path);
    return above === path ? path : join2(resolveExisting(above), relative(above, path));
  }
}
function describeType(stats) {
  if (stats.isDirectory()) return "a folder";
  return stats.isSymbolicLink() ? "a symlink" : "neither a file nor a folder";
}
function leadsTo(path, problem) {
  return `\`${path}\` is a symlink, and ${problem.message}`;
}
function outsideProblem(path) {
  return { code: "refused", message: `\`${path}\` leads out of the workspace through a symlink` };
}
function movedProblem(path) {
  return {
    code: "refused",
    message: `a folder above \`${path}\` was moved while it was in use`,
    hint: "Find out which program changes the workspace while opus runs."
  };
}

// src/node/workspace/workspace-glob.ts
import { lstatSync as lstatSync3 } from "node:fs";

// src/node/workspace/workspace-walk.ts
import { readdirSync } from "node:fs";
function walkFiles({ root, folder, wanted, ignored }) {
  const found = [];
  const folders = [folder];
  for (let at = folders.pop(); at !== void 0; at = folders.pop()) {
    for (const entry of entries(`${root}/${at}`)) {
      const path = at === "" ? entry.name : `${at}/${entry.name}`;
      if (ignored.matches(path)) continue;
      if (entry.isFile() && wanted.matches(path)) found.push(path);
      else if (entry.isDirectory() && wanted.leads(`${path}/`)) folders.push(path);
    }
  }
  return found;
}
function entries(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

// src/node/workspace/workspace-glob.ts
var neverEntered = ["**/.git/**", ".github/workflows/**", `**/${stagedPattern}`];
var escaped = /\\[*?[\]{}()!+@|,^-]/g;
var climbs = /(^|[/{,(|])\.\.([/},)|]|$)/;
function globWorkspace(boundary, patterns, options) {
  const wanted = [];
  const links = [];
  const ignored = [...neverEntered];
  const excluding = patterns.some((pattern) => pattern.startsWith("!"));
  for (const pattern of patterns) {
    const excludes = pattern.startsWith("!");
    const rooted = fromRoot(boundary, excludes ? pattern.slice(1) : pattern, options, excludes, excluding);
    if (!rooted.ok) return rooted;
    if (typeof rooted.value === "object") (excludes ? ignored : wanted).push(...rooted.value);
    else if (!excludes) links.push(rooted.value);
  }
  const found = search(boundary, wanted, ignored);
  return found.ok ? inside(boundary, [.../* @__PURE__ */ new Set([...found.value, ...links])].sort()) : found;
}
var asPath = { dot: true, path: true };
function search(boundary, wanted, ignored) {
  const byFolder = /* @__PURE__ */ new Map();
  for (const pattern of new Set(wanted)) {
    const folder = plainFolders(pattern).join("/");
    const globs = byFolder.get(folder);
    if (globs) globs.push(pattern);
    else byFolder.set(folder, [pattern]);
  }
  const found = [];
  const unwanted = compileGlobs(ignored, asPath);
  for (const [folder, globs] of byFolder) {
    if (unwanted.matches(folder)) continue;
    const held = boundary.holdFolder(folder, folder === "" ? [] : folder.split("/"));
    if (!held.ok && held.error.code === "refused") return err(held.error.message);
    if (!held.ok) continue;
    held.value.close();
    const walk = { root: boundary.root, folder, wanted: compileGlobs(globs, asPath), ignored: unwanted };
    for (const path of walkFiles(walk)) found.push(path);
  }
  return ok(found);
}
function fromRoot(boundary, pattern, options, excludes, excluding) {
  const literal = boundary.split(pattern, { folder: true });
  const kind = literal.ok ? kindOf(boundary, pattern, literal.value) : ok("nothing");
  if (!kind.ok) return err(kind.error.message);
  if (literal.ok && kind.value === "file") {
    const path = literal.value.join("/");
    return ok(excluding ? [escapeGlob(path)] : path);
  }
  if (literal.ok && kind.value === "link") return ok(literal.value.join("/"));
  if (literal.ok && kind.value === "folder") {
    return ok(options.folders || excludes ? [[...literal.value.map(escapeGlob), "**"].join("/")] : []);
  }
  const unescaped = pattern.replaceAll(escaped, "");
  if (!isGlob(unescaped) || unescaped.includes("\\")) {
    if (!literal.ok) return err(literal.error.message);
    return ok(excludes && !pattern.includes("/") ? [`**/${pattern}`, `**/${pattern}/**`] : []);
  }
  const problem = globProblem(pattern);
  if (problem !== void 0) return err(`the glob \`${shortened2(pattern)}\` ${problem}`);
  const climb = /^(\.{1,2}\/)*/.exec(pattern)?.[0] ?? "";
  const rest = pattern.slice(climb.length);
  if (climbs.test(rest)) return err(`\`${pattern}\`: \`..\` may stand only at the beginning of a glob`);
  if (rest.startsWith("/")) return err(`\`${pattern}\` is absolute; globs are relative to the working directory`);
  const base = boundary.split(climb === "" ? "." : climb, { folder: true });
  if (!base.ok) return err(`\`${pattern}\` leads out of the workspace`);
  const names = rest.split("/").filter((name) => name !== "" && name !== ".");
  return ok([[...base.value.map(escapeGlob), ...names].join("/")]);
}
function kindOf(boundary, pattern, components) {
  const name = components.at(-1);
  if (name === void 0) return ok("folder");
  const folder = boundary.holdFolder(pattern, components.slice(0, -1));
  if (!folder.ok) return folder.error.code === "refused" ? folder : ok("nothing");
  try {
    const stats = lstatSync3(folder.value.at(name));
    if (!stats.isSymbolicLink()) return ok(stats.isDirectory() ? "folder" : "file");
  } catch {
    return ok("nothing");
  } finally {
    folder.value.close();
  }
  const target = boundary.holdFolder(pattern, components);
  if (target.ok) {
    target.value.close();
    return ok("folder");
  }
  return target.error.code === "refused" ? target : ok("link");
}
function inside(boundary, found) {
  const folders = /* @__PURE__ */ new Map();
  const paths = [];
  for (const path of found) {
    const components = path.split("/");
    const own = boundary.fromRoot(components);
    if (!boundary.split(own).ok) continue;
    const parent = components.slice(0, -1);
    const key = parent.join("/");
    let fine = folders.get(key);
    if (fine === void 0) {
      const held = boundary.holdFolder(own, parent);
      if (!held.ok && held.error.code === "refused") return err(held.error.message);
      if (held.ok) held.value.close();
      fine = held.ok;
      folders.set(key, fine);
    }
    if (fine) paths.push(own);
  }
  return ok(paths);
}
function shortened2(pattern) {
  return pattern.length > 80 ? `${pattern.slice(0, 79)}\u2026` : pattern;
}

// src/node/workspace/workspace.ts
var Workspace = class _Workspace {
  #boundary;
  /**
   * @param root the workspace; must exist
   * @param workingDirectory absolute, or relative to the root; must lie in the root
   * @throws Error when either is not so; use `Workspace.open` for paths that a user gave
   */
  constructor(root, workingDirectory, options = {}) {
    this.#boundary = new Boundary(root, workingDirectory, options);
  }
  /** A workspace, or what is wrong with its folders as a sentence. */
  static open(root, workingDirectory, options = {}) {
    try {
      const workspace = new _Workspace(root, workingDirectory, options);
      const folder = workspace.folder(".");
      if (folder.ok) return ok(workspace);
      return err(`the working directory \`${workingDirectory}\` can't be used: ${folder.error.message}`);
    } catch (error) {
      const isSystem = systemCode(error) !== void 0;
      return err(
        isSystem ? `the workspace can't be used: ${fileProblem(root, error).message}` : error.message
      );
    }
  }
  /** Real path of the workspace root. */
  get root() {
    return this.#boundary.root;
  }
  /** The path from the workspace root, without `.` and `../..`; or what is wrong with it. Looks at the text only. */
  normalize(path, options) {
    const split = this.#boundary.split(path, options);
    return split.ok ? ok(split.value.join("/") || ".") : err(split.error.message);
  }
  /** The same, with links among its folders followed as far as they are there and stay inside. The last part is as it is. */
  realPath(path) {
    const split = this.#boundary.split(path);
    return split.ok ? ok(this.#boundary.realComponents(split.value).join("/")) : err(split.error.message);
  }
  /** The path for messages: from the workspace root where possible. */
  display(path) {
    const normal = this.normalize(path, { folder: true });
    return normal.ok ? normal.value : path;
  }
  /**
   * Looks at what is there, symlinks not followed.
   * @param limit bytes up to which the content of a file is read
   */
  look(path, limit) {
    const found = this.#at(path, (folder, name) => ok(lookAt(folder, name, limit)));
    if (found.ok) return found.value;
    if (found.error.code !== "missing") return { state: "failed", problem: found.error };
    return found.error.blocked ? { state: "absent", blocked: true } : { state: "absent" };
  }
  /**
   * Reads a file, through a symlink too as long as it stays in the workspace.
   * @param limit most bytes; a bigger file is a problem
   */
  read(path, limit) {
    const opened = this.#boundary.openFile(path, true);
    if (!opened.ok) return opened;
    return closing(opened.value, () => {
      try {
        const bytes = readAll(opened.value, limit);
        return bytes ? ok(bytes) : err({ code: "too-big", message: `\`${path}\` is larger than ${limit} bytes` });
      } catch (error) {
        return err(fileProblem(path, error));
      }
    });
  }
  /** SHA-256 of a file of any size, in pieces. Symlinks inside the workspace are followed unless `follow` is false. */
  async hash(path, signal, follow = true) {
    const hash = createHash("sha256");
    const size = await this.#stream(path, (piece) => hash.update(piece), signal, follow);
    return size.ok ? ok({ sha256: hash.digest("hex"), size: size.value }) : size;
  }
  /**
   * Files that match a glob (or a list of globs, `!` excludes): from the working directory, sorted, dot files
   * included, `.git` and what is off limits never. A glob matches no symlinks and enters none below its fixed part.
   * A path that exists is taken literally.
   */
  glob(patterns, options = {}) {
    return globWorkspace(this.#boundary, typeof patterns === "string" ? [patterns] : patterns, options);
  }
  /**
   * Makes a file, and the folders above it. Fails when anything is there, and then touches nothing.
   * @param mode permission bits, set exactly; undefined: what the umask leaves of 0666
   */
  create(path, content, mode, signal) {
    return this.#write(path, content, () => mode, "placeNew", signal);
  }
  /**
   * Puts a file in the place of whatever file or symlink is there (or of nothing) in one step.
   * @param mode permission bits, set exactly; undefined: those of the file that was there
   */
  replace(path, content, mode, signal) {
    return this.#write(path, content, (folder, name) => mode ?? modeOf(folder, name), "takePlace", signal);
  }
  /** Sets the permission bits of a file, not through a symlink. */
  chmod(path, mode) {
    return this.#at(path, (folder, name) => {
      if (!lstatSync4(folder.at(name)).isFile())
        return err({ code: "wrong-type", message: `\`${path}\` is not a file` });
      return ok(folder.chmod(name, mode));
    });
  }
  /** Removes a file or a symlink. @returns false when nothing was there */
  remove(path) {
    const removed = this.#at(path, (folder, name) => {
      if (lstatSync4(folder.at(name)).isDirectory()) {
        return err({ code: "wrong-type", message: `\`${path}\` is a folder` });
      }
      unlinkSync2(folder.at(name));
      return ok(true);
    });
    return !removed.ok && removed.error.code === "missing" ? ok(false) : removed;
  }
  /** The real absolute path of a folder of the workspace that exists. */
  folder(path) {
    const split = this.#boundary.split(path, { folder: true });
    if (!split.ok) return split;
    const held = this.#boundary.holdFolder(path, split.value);
    if (!held.ok) return held;
    held.value.close();
    return ok(held.value.path);
  }
  #at(path, act) {
    const held = this.#boundary.hold(path);
    if (!held.ok) return held;
    const { folder, name } = held.value;
    try {
      const result = act(folder, name);
      return folder.moved() ? err(movedProblem(path)) : result;
    } catch (error) {
      return err(fileProblem(path, error));
    } finally {
      folder.close();
    }
  }
  async #stream(path, use, signal, follow) {
    const opened = this.#boundary.openFile(path, follow);
    if (!opened.ok) return opened;
    try {
      return ok(await streamFile(opened.value, use, signal));
    } catch (error) {
      return err(fileProblem(path, error));
    } finally {
      closing(opened.value, () => void 0);
    }
  }
  async #write(path, content, mode, place, signal) {
    const held = this.#boundary.hold(path, true);
    if (!held.ok) return held;
    const { folder, name } = held.value;
    let staged;
    try {
      staged = stage(folder, mode(folder, name));
      if (content instanceof Uint8Array) staged.append(content);
      else {
        const copied = await this.#copy(content.source, content.sha256, staged, signal);
        if (!copied.ok) return copied;
      }
      if (folder.moved()) return err(movedProblem(path));
      staged[place](name);
      return folder.moved() ? err(movedProblem(path)) : ok(void 0);
    } catch (error) {
      return err(fileProblem(path, error));
    } finally {
      staged?.discard();
      folder.close();
    }
  }
  async #copy(source, sha256, staged, signal) {
    const hash = createHash("sha256");
    const use = (piece) => {
      hash.update(piece);
      staged.append(piece);
    };
    const copied = await this.#stream(source, use, signal, true);
    if (!copied.ok) return copied;
    if (hash.digest("hex") === sha256) return ok(void 0);
    return err({ code: "changed", message: `\`${source}\` no longer has the bytes with sha256 ${sha256}` });
  }
};
function lookAt(folder, name, limit) {
  const stats = lstatSync4(folder.at(name));
  const type = stats.isFile() ? "file" : stats.isDirectory() ? "directory" : stats.isSymbolicLink() ? "symlink" : "other";
  const present = { state: "present", type, mode: stats.mode & 4095, size: stats.size, links: stats.nlink };
  if (type !== "file" || stats.size > limit) return present;
  const descriptor = openForReading(folder, name);
  const bytes = closing(descriptor, () => readAll(descriptor, limit, stats.size));
  return bytes ? { ...present, size: bytes.length, bytes } : present;
}
function modeOf(folder, name) {
  try {
    const stats = lstatSync4(folder.at(name));
    return stats.isFile() ? stats.mode & 4095 : void 0;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return void 0;
    throw error;
  }
}

export {
  fileProblem,
  systemCode,
  openForReading,
  readAll,
  closing,
  openByPath,
  makeFolders,
  writeWholeFile,
  Boundary,
  Workspace
};
