import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  Boundary,
  checkMode,
  keptMode,
  lookAt,
  modeOf,
  movedProblem,
  stage,
  stagedPattern
} from "./chunk-Y5B556YC.js";
import {
  closing,
  readAll,
  streamFile
} from "./chunk-H7CNPS2Q.js";
import {
  fileProblem,
  systemCode
} from "./chunk-4X7ZPCTY.js";
import {
  compileGlobs,
  escapeGlob,
  globProblem,
  isGlob,
  plainFolders
} from "./chunk-PN4IT2FT.js";
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

// src/node/workspace/workspace.ts
import { createHash } from "node:crypto";
import { lstatSync as lstatSync2, rmdirSync, unlinkSync } from "node:fs";

// src/node/workspace/workspace-glob.ts
import { lstatSync } from "node:fs";

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
  if (problem !== void 0) return err(`the glob \`${shortened(pattern, 80)}\` ${problem}`);
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
    const stats = lstatSync(folder.value.at(name));
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

// src/node/workspace/workspace.ts
var Workspace = class {
  #boundary;
  #keptMode;
  /**
   * @param root the workspace; must exist
   * @param workingDirectory absolute, or relative to the root; must lie in the root
   * @throws Error when either is not so; use `openWorkspace` for paths that a user gave
   */
  constructor(root, workingDirectory, options = {}) {
    this.#boundary = new Boundary(root, workingDirectory, options);
    this.#keptMode = options.keptMode ?? keptMode;
  }
  /** Real path of the workspace root. */
  get root() {
    return this.#boundary.root;
  }
  /**
   * While this work goes on, folders are asked once for all files in them that are looked at. What changes in the
   * meantime by other hands may be seen late, by one turn of the event loop.
   */
  async inOnePass(work) {
    this.#boundary.memory.begin();
    try {
      return await work();
    } finally {
      this.#boundary.memory.end();
    }
  }
  /** The path from the workspace root, without `.` and `..`; or what is wrong with it. Looks at the text only. */
  normalize(path, options) {
    const split = this.#boundary.split(path, options);
    return split.ok ? ok(split.value.join("/") || ".") : err(split.error.message);
  }
  /**
   * The same, with links among its folders followed as far as they are there and stay inside. The last part
   * is as it is, but for its spelling: where a file system folds that, all spellings of a file have one path.
   */
  realPath(path) {
    return this.#boundary.memory.path(path, () => {
      const split = this.#boundary.split(path);
      return split.ok ? ok(this.#boundary.spelled(this.#boundary.realComponents(split.value))) : err(split.error.message);
    });
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
    const found = this.#boundary.at(path, (folder, name) => ok(lookAt(folder, name, limit, this.#keptMode)));
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
    return this.#boundary.at(path, (folder, name) => {
      if (!lstatSync2(folder.at(name)).isFile())
        return err({ code: "wrong-type", message: `\`${path}\` is not a file` });
      folder.chmod(name, mode);
      checkMode(lstatSync2(folder.at(name)), mode);
      return ok(void 0);
    });
  }
  /**
   * A folder beside a file that is to be made, for what is not finished. What an ended process has left there for the same
   * file is taken over.
   */
  async work(path) {
    const { openWork } = await import("./work-folder-XTKIJ6Q5.js");
    this.#boundary.memory.forget();
    const held = this.#boundary.hold(path, true);
    if (!held.ok) return held;
    try {
      return ok(openWork(held.value, path, (other) => this.#boundary.hold(other, true)));
    } catch (error) {
      held.value.folder.close();
      return err(fileProblem(path, error));
    }
  }
  /** Removes a file or a symlink, or an empty folder. @returns false when nothing was there */
  remove(path, options = {}) {
    this.#boundary.memory.forget();
    const removed = this.#boundary.at(path, (folder, name) => {
      if (options.folder) {
        rmdirSync(folder.at(name));
        return ok(true);
      }
      const place = folder.at(name);
      const isFolder = () => lstatSync2(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
      let refused = process.platform !== "linux" && isFolder();
      try {
        if (!refused) insist(process.platform, () => unlinkSync(place));
      } catch (error) {
        refused = isFolder();
        if (!refused) throw error;
      }
      return refused ? err({ code: "wrong-type", message: `\`${path}\` is a folder` }) : ok(true);
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
    this.#boundary.memory.forget();
    const held = this.#boundary.hold(path, true);
    if (!held.ok) return held;
    const { folder, name } = held.value;
    let staged;
    try {
      staged = stage(folder, mode(folder, name), "exactly");
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
function openWorkspace(root, workingDirectory, options = {}) {
  try {
    const workspace = new Workspace(root, workingDirectory, options);
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

export {
  Workspace,
  openWorkspace
};
