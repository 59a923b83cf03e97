import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  closing,
  folderOpener,
  openByPath,
  openForReading,
  readAll,
  realPath
} from "./chunk-H7CNPS2Q.js";
import {
  fileProblem,
  makeFolders,
  systemCode
} from "./chunk-4X7ZPCTY.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  insist
} from "./chunk-NFAW5THG.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";

// src/node/files/file-writing.ts
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync
} from "node:fs";
import { basename, dirname } from "node:path";
var noLinks = /* @__PURE__ */ new Set(["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "EXDEV", "EINVAL"]);
var create = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
var stagedPattern = ".opus-*.tmp";
function placeNew(file, folder, name, mode) {
  setMode(file.descriptor, mode, "exactly");
  try {
    linkSync(file.folder.at(file.name), folder.at(name));
  } catch (error) {
    if (!noLinks.has(systemCode(error) ?? "")) throw error;
    copyNew(file.descriptor, folder.at(name), mode);
    return true;
  }
  if (process.platform !== "win32" || mode === void 0) return true;
  quietly(() => unlinkSync(file.folder.at(file.name)));
  fchmodSync(file.descriptor, mode);
  return false;
}
function takePlace(file, folder, name, mode) {
  setMode(file.descriptor, mode, "exactly");
  renameOver(file.folder.at(file.name), folder.at(name));
}
function setMode(descriptor, mode, how) {
  if (mode === void 0) return;
  fchmodSync(descriptor, mode);
  if (how === "exactly") checkMode(fstatSync(descriptor), mode);
}
function checkMode({ mode }, wanted) {
  if (process.platform === "win32" || (mode & 4095) === wanted) return;
  throw Object.assign(new Error("ENOTSUP: the mode is not kept"), { code: "ENOTSUP" });
}
function renameOver(from, to) {
  const readOnly = process.platform === "win32" && isReadOnly(to);
  if (readOnly) chmodSync(to, 438);
  try {
    insist(process.platform, () => renameSync(from, to));
  } catch (error) {
    if (readOnly) quietly(() => chmodSync(to, 292));
    throw error;
  }
}
function isReadOnly(path) {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && (stats.mode & 128) === 0;
}
function stage(folder, mode, how = "as far as possible") {
  const temporary = `.opus-${randomBytes(8).toString("hex")}.tmp`;
  const descriptor = openSync(folder.at(temporary), create, mode === void 0 ? 438 : 384);
  const file = { folder, name: temporary, descriptor };
  let named = true;
  return {
    append: (bytes) => writeAll(descriptor, bytes),
    sync: () => fsyncSync(descriptor),
    placeNew(name) {
      named = placeNew(file, folder, name, mode);
    },
    takePlace(name) {
      setMode(descriptor, mode, how);
      renameOver(folder.at(temporary), folder.at(name));
      named = false;
    },
    discard() {
      if (named) quietly(() => unlinkSync(folder.at(temporary)));
      quietly(() => closeSync(descriptor));
    }
  };
}
function writeWholeFile(path, data, mode) {
  makeFolders(dirname(path));
  const there = statSync(path, { throwIfNoEntry: false });
  if (there && (!there.isFile() || path.startsWith("/dev/"))) {
    writeInPlace(path, data);
    return;
  }
  const target = there ? realpathSync(path) : path;
  try {
    replaceWhole(target, data, mode ?? (there && there.mode & 511));
  } catch (error) {
    if (!there || !irreplaceable.has(systemCode(error) ?? "")) throw error;
    writeInPlace(target, data);
  }
}
var irreplaceable = /* @__PURE__ */ new Set(["EACCES", "EPERM", "EROFS", "EBUSY"]);
function replaceWhole(target, data, mode) {
  const staged = stage(openByPath(dirname(target)), mode);
  try {
    staged.append(data);
    staged.sync();
    staged.takePlace(basename(target));
  } finally {
    staged.discard();
  }
}
function writeInPlace(path, data) {
  const descriptor = openSync(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const isFile = fstatSync(descriptor).isFile();
    if (isFile) ftruncateSync(descriptor, 0);
    writeAll(descriptor, data);
    if (isFile) fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
function writeAll(descriptor, bytes) {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written, bytes.length - written, null);
}
function copyNew(from, path, mode) {
  const to = openSync(path, create, mode === void 0 ? 438 : 384);
  try {
    const buffer = Buffer.allocUnsafe(1 << 16);
    for (let position = 0; ; ) {
      const got = readSync(from, buffer, 0, buffer.length, position);
      if (got === 0) break;
      writeAll(to, buffer.subarray(0, got));
      position += got;
    }
    if (mode !== void 0) fchmodSync(to, mode);
  } catch (error) {
    quietly(() => unlinkSync(path));
    throw error;
  } finally {
    closeSync(to);
  }
}
function quietly(act) {
  try {
    act();
  } catch {
  }
}

// src/node/workspace/look-at.ts
import { lstatSync as lstatSync2, readlinkSync } from "node:fs";
var keptMode = process.platform === "win32" ? 128 : void 0;
function lookAt(folder, name, limit, kept) {
  const stats = lstatSync2(folder.at(name), { throwIfNoEntry: false });
  if (!stats) return { state: "absent" };
  const type = stats.isFile() ? "file" : stats.isDirectory() ? "directory" : stats.isSymbolicLink() ? "symlink" : "other";
  const present = {
    state: "present",
    type,
    mode: stats.mode & 4095,
    ...kept === void 0 ? {} : { kept },
    size: stats.size,
    links: stats.nlink
  };
  if (type === "symlink") return { ...present, target: readlinkSync(folder.at(name)) };
  if (type !== "file" || stats.size > limit) return present;
  const descriptor = openForReading(folder, name);
  const bytes = closing(descriptor, () => readAll(descriptor, limit, stats.size));
  return bytes ? { ...present, size: bytes.length, bytes } : present;
}
function modeOf(folder, name) {
  try {
    const stats = lstatSync2(folder.at(name));
    return stats.isFile() ? stats.mode & 4095 : void 0;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return void 0;
    throw error;
  }
}

// src/node/workspace/workspace-boundary.ts
import { lstatSync as lstatSync4 } from "node:fs";
import { dirname as dirname3, isAbsolute, join as join2, relative, resolve, sep } from "node:path";

// src/node/workspace/folder-memory.ts
var mostHeld = 128;
var FolderMemory = class {
  #paths = /* @__PURE__ */ new Map();
  #real = /* @__PURE__ */ new Map();
  #held = /* @__PURE__ */ new Map();
  #passes = 0;
  #expires = false;
  get #isOn() {
    if (this.#passes === 0) return false;
    if (!this.#expires) {
      this.#expires = true;
      setImmediate(() => this.forget());
    }
    return true;
  }
  begin() {
    this.#passes++;
  }
  end() {
    this.#passes--;
    if (this.#passes === 0) this.forget();
  }
  forget() {
    this.#expires = false;
    this.#paths.clear();
    this.#real.clear();
    this.#release();
  }
  #release() {
    for (const attempt of this.#held.values()) if ("folder" in attempt) attempt.folder.close();
    this.#held.clear();
  }
  /** The real path of a path as it is written. */
  path(path, find) {
    return this.#isOn ? remembered(this.#paths, path, find) : find();
  }
  /** Components of the real folder of what is named so from the root. */
  real(folder, find) {
    return this.#isOn ? remembered(this.#real, folder, find) : find();
  }
  /**
   * Holds a folder for others too; who gets it must not close it.
   * @returns undefined outside of a pass
   */
  hold(folder, open) {
    if (!this.#isOn) return void 0;
    const known = this.#held.get(folder);
    if (known) return known;
    if (this.#held.size >= mostHeld) this.#release();
    const made = open();
    this.#held.set(folder, made);
    return made;
  }
};
function remembered(known, key, make) {
  const found = known.get(key);
  if (found !== void 0) return found;
  const made = make();
  known.set(key, made);
  return made;
}

// src/node/workspace/spellings.ts
import { lstatSync as lstatSync3, readdirSync } from "node:fs";
import { dirname as dirname2, join } from "node:path";
var mostEntries = 200;
var nodeLooks = {
  look(path) {
    const stats = lstatSync3(path, { bigint: true, throwIfNoEntry: false });
    return stats && { id: `${stats.dev}:${stats.ino}`, folder: stats.isDirectory(), links: Number(stats.nlink) };
  },
  list: (path) => readdirSync(path)
};
var Spellings = class {
  #root;
  #looks;
  /** By folder and folded name: how it was written first, and what else is a file of its own. */
  #names = /* @__PURE__ */ new Map();
  #folders = /* @__PURE__ */ new Map();
  /** @param root absolute; paths are below it */
  constructor(root, looks = nodeLooks) {
    this.#root = root;
    this.#looks = looks;
  }
  /** One spelling for all spellings of a path that are one file, the one that was asked for first, with `/`. */
  one(components) {
    const last = components.length - 1;
    if (last < 0) return "";
    return this.#in(last === 0 ? "" : this.#folder(components.slice(0, last)), components[last]);
  }
  #folder(components) {
    const written = components.join("/");
    const known = this.#folders.get(written);
    if (known !== void 0) return known;
    const one = this.one(components);
    this.#folders.set(written, one);
    return one;
  }
  #in(folder, name) {
    const key = `${folder}/${folded(name)}`;
    const known = this.#names.get(key);
    const spelled = known === name ? name : this.#spelled(folder, name, key, known);
    return folder === "" ? spelled : `${folder}/${spelled}`;
  }
  #spelled(folder, name, key, known) {
    if (known === void 0) {
      this.#names.set(key, name);
      return name;
    }
    const all = typeof known === "string" ? [known] : known;
    const same = all.find((other) => other === name || this.isSame(folder, other, name));
    if (same === void 0) this.#names.set(key, [...all, name]);
    return same ?? name;
  }
  /** Does a path lie in a folder, or is it that folder, in whatever spelling? */
  within(components, folder) {
    return folder.length <= components.length && folder.every((part, index) => {
      const name = components[index];
      if (part === name) return true;
      return folded(part) === folded(name) && this.isSame(folder.slice(0, index).join("/"), part, name);
    });
  }
  /** Are two names that differ by case or form one file? @param folder from the root */
  isSame(folder, one, other) {
    try {
      const path = join(this.#root, folder);
      const seen = this.#seen(path, one, other);
      if (seen !== void 0) return seen;
      const ofCase = one.normalize() !== other.normalize();
      const ofForm = one.toLowerCase() !== other.toLowerCase();
      return (!ofCase || this.#folds(path, "case")) && (!ofForm || this.#folds(path, "form"));
    } catch {
      return false;
    }
  }
  /** Told by the files that are there; undefined: there is none. */
  #seen(folder, one, other) {
    const first = this.#looks.look(join(folder, one));
    const second = this.#looks.look(join(folder, other));
    if (!first && !second) return void 0;
    if (!first || !second || first.id !== second.id) return false;
    if (first.folder || first.links === 1) return true;
    const names = this.#looks.list(folder);
    return !(names.includes(one) && names.includes(other));
  }
  /** Does a folder make no such difference? What is not there will be as the folder is in which it is made. */
  #folds(folder, what) {
    for (let at = folder; ; at = dirname2(at)) {
      const found = this.#looks.look(at);
      const told = found?.folder ? this.#told(at, what) : void 0;
      if (told !== void 0) return told;
      if (dirname2(at) === at) return process.platform === "darwin" || process.platform === "win32" && what === "case";
    }
  }
  #told(folder, what) {
    for (const name of this.#looks.list(folder).slice(0, mostEntries)) {
      const other = what === "case" ? swapped(name) : otherForm(name);
      if (other === name) continue;
      const seen = this.#seen(folder, name, other);
      if (seen !== void 0) return seen;
    }
    return void 0;
  }
};
function folded(name) {
  return /^[a-z0-9._-]*$/.test(name) ? name : name.normalize().toLowerCase().normalize();
}
function swapped(name) {
  return name.replace(/[a-z]|([A-Z])/g, (letter, upper) => upper ? letter.toLowerCase() : letter.toUpperCase());
}
function otherForm(name) {
  const composed = name.normalize("NFC");
  return composed === name ? name.normalize("NFD") : composed;
}

// src/node/workspace/workspace-paths.ts
var ignorable = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
var windowsReserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])( *\..*)?$/i;
function splitPath(path, workingFolder, options = {}) {
  if (path === "") return err("the path is empty");
  const problem = textProblem(path, options);
  if (problem !== void 0) return err(problem);
  const components = [...workingFolder];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") components.push(part);
    else if (components.pop() === void 0) return err(`\`${shownPath(path)}\` leads out of the workspace`);
  }
  const wrong = placeProblem(path, components, options);
  return wrong === void 0 ? ok(components) : err(wrong);
}
function shownPath(path) {
  return shortened(JSON.stringify(path).slice(1, -1), 200);
}
var plainPath = /^[A-Za-z0-9_][\w./ -]*[A-Za-z0-9_]$/;
function textProblem(path, options) {
  if (plainPath.test(path)) return void 0;
  const shown = shownPath(path);
  const control = /[\u0000-\u001f\u007f]/.exec(path);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `\`${shown}\` holds a control character (U+${code})`;
  }
  if (!path.isWellFormed()) return `\`${shown}\` is not well-formed Unicode`;
  if (path.includes("\\")) return `\`${shown}\` holds a backslash; separate folders with \`/\``;
  if (path.startsWith("/")) return `\`${shown}\` is absolute; paths are relative to the working directory`;
  if (/^[A-Za-z]:/.test(path)) return `\`${shown}\` names a drive; paths are relative to the working directory`;
  if (path === "~" || path.startsWith("~/"))
    return `\`${shown}\` begins with \`~\`, which is not expanded; paths are relative to the working directory`;
  return !options.folder && /(^|\/)\.{0,2}$/.test(path) ? `\`${shown}\` names a folder, not a file` : void 0;
}
function placeProblem(path, components, options) {
  if (!options.folder && components.length === 0) return `\`${shownPath(path)}\` names a folder, not a file`;
  const refused = refusedComponent(components);
  if (refused !== void 0) return `\`${shownPath(path)}\` lies in \`${refused}\`, which opus never touches`;
  if (process.platform !== "win32") return void 0;
  const bad = components.find((part) => /[<>:"|?*]|[. ]$/.test(part) || windowsReserved.test(part));
  return bad === void 0 ? void 0 : `\`${shownPath(path)}\`: Windows can't have a file named \`${bad}\``;
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
  const folded2 = fold(part);
  return folded2 === ".git" || folded2 === "git~1" || folded2.startsWith(".git:");
}
function fold(name) {
  return name.replace(ignorable, "").toLowerCase().replace(/(?<![. ])[. ]+$/, "");
}

// src/node/workspace/workspace-boundary.ts
var mostKnown = 2e4;
var Boundary = class {
  /** Real path of the workspace root. */
  root;
  /** What is known of folders while many files are looked at. */
  memory = new FolderMemory();
  #workingFolder;
  #refused;
  #open;
  #prefix;
  /** Files that were split, by their path. */
  #known = /* @__PURE__ */ new Map();
  #spellings;
  /** Throws when the root does not exist or the working directory lies outside. */
  constructor(root, workingDirectory, options) {
    this.root = realPath(root);
    this.#prefix = this.root.endsWith(sep) ? this.root : `${this.root}${sep}`;
    this.#spellings = new Spellings(this.root, options.spellingLooks);
    this.#open = options.openFolder ?? folderOpener();
    const working = resolve(root, workingDirectory);
    const lexical = relative(resolve(root), working);
    const inside = isInside(lexical) ? lexical : relative(this.root, resolveExisting(working));
    if (!isInside(inside)) throw new Error(`the working directory \`${workingDirectory}\` lies outside the workspace`);
    this.#workingFolder = inside === "" ? [] : inside.split(sep);
    this.#refused = (options.refuse ?? []).flatMap((path) => {
      const absolute = resolve(working, path);
      const asWritten = this.components(join2(this.root, relative(resolve(root), absolute)));
      const real = this.components(resolveExisting(absolute));
      return [asWritten, real].filter((components) => components !== void 0 && components.length > 0);
    });
  }
  /** Components of a path from the root, by its text. The same path is asked for again and again. */
  split(path, options) {
    if (options?.folder) return this.#split(path, options);
    const known = this.#known.get(path);
    if (known) return known;
    const split = this.#split(path, options);
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(path, split);
    return split;
  }
  #split(path, options) {
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
    const last = components.length - 1;
    if (last < 1) return components;
    const folder = components.slice(0, last);
    return [...this.memory.real(folder.join(sep), () => this.#realFolder(folder)), components[last]];
  }
  /** One path for all spellings of a real path that are one file here. */
  spelled(components) {
    return this.#spellings.one(components);
  }
  #realFolder(components) {
    try {
      let existing = components.length;
      while (existing > 0 && !lstatSync4(this.#path(components, existing), { throwIfNoEntry: false })) existing--;
      if (existing === 0) return components;
      const real = this.components(realPath(this.#path(components, existing)));
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
    return [...working.slice(shared).map(() => ".."), ...components.slice(shared)].join("/") || ".";
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
   * Does something in the folder of a file; in a pass, the folder is held for other files too.
   * @param path of the file
   */
  at(path, act) {
    const split = this.split(path);
    if (!split.ok) return split;
    const name = split.value.at(-1);
    const components = split.value.slice(0, -1);
    const shared = this.memory.hold(components.join(sep), () => this.#tryHold(components));
    const attempt = shared ?? this.#tryHold(components);
    if ("error" in attempt) return err(this.#holdProblem(path, attempt.error, false));
    const { folder } = attempt;
    try {
      const refused = attempt.isRefused ? this.#landed(path, folder) : void 0;
      if (refused) return err(refused);
      const result = act(folder, name);
      if (!folder.moved()) return result;
      this.memory.forget();
      return err(movedProblem(path));
    } catch (error) {
      return err(fileProblem(path, error));
    } finally {
      if (!shared) folder.close();
    }
  }
  #tryHold(components) {
    try {
      const folder = this.#open(this.#prefix + components.join(sep));
      return { folder, isRefused: this.#landed("", folder) !== void 0 };
    } catch (error) {
      return { error };
    }
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
      return err(this.#holdProblem(path, error, make));
    }
  }
  #holdProblem(path, error, make) {
    const code = systemCode(error);
    if (code !== "ENOTDIR" && code !== "ELOOP") return fileProblem(path, error);
    if (!make) {
      const message = `\`${path}\` does not exist: a part of it is not a folder`;
      return { code: "missing", message, blocked: true };
    }
    return { code: "wrong-type", message: `\`${path}\` can't be made: a part of it is there and is not a folder` };
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
        const stats = lstatSync4(folder.at(name));
        if (stats.isSymbolicLink() && follow) {
          const target = this.components(realPath(folder.at(name)));
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
      (refused) => this.#spellings.within(components, refused) || !folder && this.#spellings.within(refused, components)
    );
  }
};
function isInside(path) {
  return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
function resolveExisting(path) {
  try {
    return realPath(path);
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

export {
  stagedPattern,
  placeNew,
  takePlace,
  checkMode,
  renameOver,
  stage,
  writeWholeFile,
  keptMode,
  lookAt,
  modeOf,
  Boundary,
  movedProblem
};
