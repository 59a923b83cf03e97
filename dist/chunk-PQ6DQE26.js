import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  insist
} from "./chunk-NFAW5THG.js";
import {
  err,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  mebibyte,
  sizeWords
} from "./chunk-35FI2EEV.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";

// src/state/snapshot/moved-state.ts
function movedFailure(from, to, how = "") {
  const [old, now] = [shownName(from), shownName(to)];
  const back = [
    ...from.project === to.project ? [] : [`\`formerNames: [${to.project}]\` under \`metadata\` of the Project`],
    ...from.context === to.context ? [] : [`\`formerNames: [${to.context}]\` in the rule of the context`]
  ];
  return failure(
    "state-unavailable",
    `The state of ${old} was carried over to ${now}${how}, and this manifest does not say so: it is that of an older commit, or was renamed back. Run a newer commit; or, if it was renamed back, add ${back.join(" and ")}. Nothing was changed.`
  );
}
function shownName({ project, context }) {
  return `${project}/${context}`;
}
var format = "opus-state-moved";
var longest = 8192;
function movedNote(to) {
  const { project, context } = to;
  return `${JSON.stringify({ format, version: 1, project, context }, null, 2)}
`;
}
function readMovedNote(data) {
  if (data.length > longest) return void 0;
  let note;
  try {
    note = JSON.parse(Buffer.from(data).toString("utf8"));
  } catch {
    return void 0;
  }
  if (!isObject(note) || note.format !== format) return void 0;
  const { project, context } = note;
  return typeof project === "string" && typeof context === "string" ? { project, context } : void 0;
}

// src/state/backends/file/file-system.ts
import * as fs from "node:fs";
import { dirname } from "node:path";
var nodeFileSystem = {
  open: (path, flags) => fs.openSync(path, flags),
  write: (descriptor, data) => fs.writeSync(descriptor, data),
  fsync: (descriptor) => fs.fsyncSync(descriptor),
  fdatasync: (descriptor) => fs.fdatasyncSync(descriptor),
  truncate: (descriptor, length) => fs.ftruncateSync(descriptor, length),
  close: (descriptor) => fs.closeSync(descriptor),
  readFile: readPlainFile,
  readdir: (path) => fs.readdirSync(path),
  rename: (from, to) => insist(process.platform, () => fs.renameSync(from, to)),
  link: (from, to) => fs.linkSync(from, to),
  copy: (from, to) => fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE),
  unlink: (path) => insist(process.platform, () => fs.unlinkSync(path)),
  mkdir: makeFolder,
  modified: (path) => fs.lstatSync(path).mtimeMs
};
function makeFolder(path) {
  try {
    fs.mkdirSync(path, { recursive: true });
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
    let missing = path;
    while (!fs.existsSync(dirname(missing)) && dirname(missing) !== missing) missing = dirname(missing);
    fs.mkdirSync(missing);
    throw error;
  }
}
var fileBytes = 256 * mebibyte;
function readPlainFile(path, most = fileBytes) {
  const descriptor = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
  try {
    const status = fs.fstatSync(descriptor);
    if (!status.isFile() && !status.isDirectory())
      throw systemError("wrong-type", `${path} is a pipe or a device, not a file`);
    if (status.size > most && status.isFile())
      throw systemError("too-big", `${path} has ${sizeWords(status.size)}, and at most ${sizeWords(most)} are read`);
    return fs.readFileSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
function systemError(code, message) {
  return Object.assign(new Error(message), { code });
}
function writeAll(files, descriptor, data) {
  let rest = data;
  while (rest.length > 0) rest = rest.subarray(files.write(descriptor, rest));
}
function writeNew(files, path, data) {
  const descriptor = files.open(path, "wx");
  let closed = false;
  try {
    writeAll(files, descriptor, data);
    files.fsync(descriptor);
    closed = true;
    files.close(descriptor);
  } catch (error) {
    if (!closed) attempt(() => files.close(descriptor));
    attempt(() => files.unlink(path));
    throw error;
  }
}
function overwrite(files, path, data) {
  const descriptor = files.open(path, "r+");
  try {
    writeAll(files, descriptor, data);
  } finally {
    files.close(descriptor);
  }
}
function syncFolder(files, path) {
  attempt(() => {
    const descriptor = files.open(path, "r");
    try {
      files.fsync(descriptor);
    } finally {
      files.close(descriptor);
    }
  });
}
function attempt(action) {
  try {
    action();
  } catch {
  }
}
function errorCode(error) {
  const code = error instanceof Error && "code" in error ? error.code : void 0;
  return typeof code === "string" ? code : void 0;
}
function ioFailure(what, path, error, place = "state") {
  const code = errorCode(error);
  if (code === void 0) throw error;
  const words = error instanceof Error ? withoutEnd(error.message, ".") : code;
  const remedy = (place === "temporary" ? temporaryRemedies[code] : void 0) ?? remedies[code];
  return failure(
    "state-unavailable",
    `Could not ${what} ${path} (${words}).${remedy === void 0 ? "" : ` ${remedy}`}`
  );
}
var elsewhere = "Name a folder that this user can write in the variable `RUNNER_TEMP` in a step, in `TMPDIR` and `XDG_STATE_HOME` in a terminal.";
var temporaryRemedies = {
  EROFS: `The file system is read-only. ${elsewhere}`,
  ENOENT: elsewhere,
  ENOTDIR: `A file is where a folder should be. ${elsewhere}`,
  EACCES: elsewhere,
  EPERM: elsewhere
};
var remedies = {
  EACCES: "Give the user that runs opus access to it.",
  EPERM: "Give the user that runs opus access to it.",
  ENOSPC: "The disk is full: free some space and run again.",
  EDQUOT: "The disk quota is used up: free some space and run again.",
  EROFS: "The file system is read-only: mount it writable, or choose another `state-path`.",
  EEXIST: "A file is where a folder should be: move it away.",
  EISDIR: "A folder is where the file should be: move it away.",
  ENOTDIR: "A file is where a folder should be: move it away, or choose another `state-path`.",
  EIO: "The disk reports an error: check it before you run again.",
  EMFILE: "Too many files are open: raise the limit (`ulimit -n`), or lower `parallelism`.",
  ENFILE: "Too many files are open on this machine: end what has opened them.",
  ERR_ACCESS_DENIED: "Node was started with `--permission`, under which no state can be kept: start it without.",
  ELOOP: "A link is in the way, or leads back to itself: mend it.",
  "wrong-type": "Move it away.",
  "too-big": "Move it away, or restore the file that was there.",
  refused: "Use a folder of the workspace itself; one that lies elsewhere is named with `state-path`."
};

// src/state/backends/file/state-folder.ts
import { randomUUID } from "node:crypto";
import { dirname as dirname2, join } from "node:path";

// src/state/snapshot/digest.ts
import * as crypto from "node:crypto";
function sha256(data) {
  const { hash } = crypto;
  return `sha256:${hash ? hash("sha256", data, "hex") : crypto.createHash("sha256").update(data).digest("hex")}`;
}

// src/state/backends/file/state-folder.ts
var stateName = "state.json";
var backupName = "state.backup.json";
var journalName = "journal.ndjson";
var historyName = "history";
var movedName = "moved.json";
var arrivingName = "arriving";
var temporaryPrefix = ".write-";
var historyLimit = 20;
var StateHistory = class {
  /** Absolute path. */
  folder;
  #files;
  constructor(folder, files) {
    this.folder = folder;
    this.#files = files;
  }
  /** Path of the version with which a run ended at this serial. */
  path(serial) {
    return join(this.folder, `${serial}.json`);
  }
  /** Serials in the folder, ascending. Throws what the file system throws, but for a missing folder. */
  serials() {
    let names;
    try {
      names = this.#files.readdir(this.folder);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return [];
      throw error;
    }
    const serials = names.map((name) => Number(/^([1-9]\d{0,14})\.json$/.exec(name)?.[1] ?? 0));
    return serials.filter((serial) => serial > 0).sort((a, b) => a - b);
  }
  /** Keeps the last versions only. */
  prune() {
    for (const serial of this.serials().slice(0, -historyLimit)) attempt(() => this.#files.unlink(this.path(serial)));
  }
};
var StateFolder = class _StateFolder {
  path;
  state;
  /** The version before the stored one. */
  backup;
  journal;
  /** The versions with which runs ended. */
  history;
  #moved;
  #statePath;
  #files;
  constructor(statePath, project, context, files) {
    this.#statePath = statePath;
    this.#files = files;
    this.path = join(statePath, folderName(project), folderName(context));
    this.state = join(this.path, stateName);
    this.backup = join(this.path, backupName);
    this.journal = join(this.path, journalName);
    this.history = new StateHistory(join(this.path, historyName), files);
    this.#moved = join(this.path, movedName);
  }
  /**
   * To which name the state was carried over that was here. A note of it is written first: as long as nothing is there,
   * the state is still here, and from the moment that it is there, what is left here counts no more.
   */
  movedTo() {
    let data;
    try {
      data = this.#files.readFile(this.#moved);
    } catch (error) {
      const missing = errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR";
      return missing ? ok(void 0) : err(ioFailure("read the note", this.#moved, error));
    }
    const to = readMovedNote(data);
    if (to === void 0) {
      const message = `The note ${this.#moved} can't be read: it should say where the state went that was there. Look where that is, and remove the note if it is there still.`;
      return err(failure("state-unavailable", message));
    }
    const there = new _StateFolder(this.#statePath, to.project, to.context, this.#files);
    return ok(!this.#has(this.state) || there.#has(there.state) || there.#has(there.#moved) ? to : void 0);
  }
  #has(path) {
    try {
      this.#files.modified(path);
      return true;
    } catch (error) {
      if (errorCode(error) === void 0) throw error;
      return false;
    }
  }
  /** Notes where the state is about to be carried over to. Throws what the file system throws. */
  noteMove(to) {
    const temporary = this.temporary(this.path);
    writeNew(this.#files, temporary, Buffer.from(movedNote(to)));
    this.#files.rename(temporary, this.#moved);
  }
  /** Nothing that is carried over to here is one that went away. Throws what the file system throws. */
  forgetMove() {
    if (!this.#has(this.#moved)) return;
    for (const path of [this.state, this.backup]) attempt(() => this.#files.unlink(path));
    this.#files.unlink(this.#moved);
  }
  /** A state is about to be carried over to here: copies its history first. Throws what the file system throws. */
  expect(from) {
    const serials = from.history.serials();
    if (serials.length === 0) return;
    const arriving = join(this.path, arrivingName);
    if (!this.#has(arriving)) writeNew(this.#files, arriving, new Uint8Array());
    this.#files.mkdir(this.history.folder);
    for (const serial of serials) {
      const temporary = this.temporary(this.history.folder);
      this.#files.copy(from.history.path(serial), temporary);
      this.#files.rename(temporary, this.history.path(serial));
    }
  }
  /** Removes what was carried over from here. What can't be removed counts no more all the same. */
  empty() {
    const history = attemptedSerials(this.history).map((serial) => this.history.path(serial));
    for (const path of [this.state, this.backup, ...history]) attempt(() => this.#files.unlink(path));
  }
  /** @returns the stored bytes; undefined when there really are none, and nothing shows that there ever were */
  read() {
    for (let tries = 0; ; tries++) {
      try {
        return ok(this.#files.readFile(this.state));
      } catch (error) {
        if (errorCode(error) !== "ENOENT") return err(ioFailure("read the state", this.state, error));
      }
      let names;
      try {
        names = this.#files.readdir(this.path);
      } catch (error) {
        if (errorCode(error) !== "ENOENT") return err(ioFailure("read the state folder", this.path, error));
        return this.#folderAbsent();
      }
      if (names.includes(stateName) && tries < 3) continue;
      if (names.includes(arrivingName)) return ok(void 0);
      const trace = this.#trace(names);
      return trace === void 0 ? ok(void 0) : err(failure("state-unavailable", trace));
    }
  }
  /** Which earlier versions are here: the begin of a sentence that goes on with what to do. Undefined: none. */
  earlierFiles() {
    const before = this.#has(this.backup) ? `The version before it is ${this.backup}` : void 0;
    if (attemptedSerials(this.history).length === 0) return before && `${before}:`;
    return `${before === void 0 ? "Earlier versions" : `${before}, earlier ones`} are in ${this.history.folder}:`;
  }
  /** A new name for a file that is being written. */
  temporary(folder) {
    return join(folder, `${temporaryPrefix}${randomUUID()}.tmp`);
  }
  /** The state that was carried over is here. */
  arrived() {
    attempt(() => this.#files.unlink(join(this.path, arrivingName)));
  }
  /** Removes what killed writers left half written. Only under the lock: nobody else is writing then. */
  removeLeftovers() {
    if (this.#has(this.state)) this.arrived();
    for (const folder of [this.path, this.history.folder])
      attempt(() => {
        for (const name of this.#files.readdir(folder))
          if (name.startsWith(temporaryPrefix)) attempt(() => this.#files.unlink(join(folder, name)));
      });
  }
  /** What shows that there was a state, with what to do; undefined: nothing shows it. */
  #trace(names) {
    if (names.includes(stateName))
      return `The state at ${this.state} is a link to a file that does not exist. Restore that file, or put the state itself there.`;
    const gone = `The state at ${this.state} is missing, and it was there before:`;
    const afresh = `to begin without any state, move the folder ${this.path} away`;
    if (names.includes(backupName))
      return `${gone} ${this.backup} is the version before the last one. Restore it (copy it to ${stateName}); or, ${afresh}.`;
    const newest = names.includes(historyName) ? this.#newestHistory() : void 0;
    if (newest !== void 0)
      return `${gone} ${newest} is the last one kept. Restore it (copy it to ${stateName}); or, ${afresh}.`;
    if (names.includes(journalName))
      return `${gone} ${this.journal} belongs to it. Restore ${stateName} from elsewhere; or, ${afresh}.`;
    return void 0;
  }
  #newestHistory() {
    try {
      const newest = this.history.serials().at(-1);
      return newest === void 0 ? void 0 : this.history.path(newest);
    } catch {
      return this.history.folder;
    }
  }
  /** The folder is not there. A link to nothing (a disk that is not mounted) is something else. */
  #folderAbsent() {
    for (const path of [this.path, dirname2(this.path), this.#statePath]) {
      try {
        this.#files.modified(path);
      } catch (error) {
        if (errorCode(error) === "ENOENT") continue;
        return err(ioFailure("read the state folder", path, error));
      }
      if (this.#isListable(path)) return ok(void 0);
      const message = `The state folder ${path} is a link to a folder that does not exist. Restore that folder (is its disk mounted?), or choose another \`state-path\`.`;
      return err(failure("state-unavailable", message));
    }
    return ok(void 0);
  }
  #isListable(path) {
    try {
      this.#files.readdir(path);
      return true;
    } catch (error) {
      if (errorCode(error) === void 0) throw error;
      return false;
    }
  }
};
function attemptedSerials(history) {
  let serials = [];
  attempt(() => {
    serials = history.serials();
  });
  return serials;
}
function statesIn(statePath, files) {
  const entries = (path) => {
    try {
      return files.readdir(path);
    } catch (error) {
      if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return [];
      throw error;
    }
  };
  const names = entries(statePath).flatMap(
    (project) => entries(join(statePath, project)).flatMap((context) => {
      if (!entries(join(statePath, project, context)).includes(stateName)) return [];
      const name = { project: nameOfFolder(project), context: nameOfFolder(context) };
      const moved = new StateFolder(statePath, name.project, name.context, files).movedTo();
      return moved.ok && moved.value !== void 0 ? [] : [name];
    })
  );
  return sortedNames(names);
}
var longestName = 240;
function folderName(name) {
  const encoded = encodeURIComponent(name).replaceAll(/[!'()*~]|^\./g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  if (encoded.length <= longestName) return encoded;
  return `${encoded.slice(0, 200)}~${sha256(name).slice("sha256:".length, "sha256:".length + 16)}`;
}
function nameOfFolder(folder) {
  try {
    return decodeURIComponent(folder);
  } catch {
    return folder;
  }
}
function sortedNames(names) {
  const key = ({ project, context }) => `${folderName(project)}/${folderName(context)}`;
  return [...names].sort((a, b) => key(a) < key(b) ? -1 : 1);
}

export {
  sha256,
  movedFailure,
  shownName,
  movedNote,
  readMovedNote,
  nodeFileSystem,
  makeFolder,
  fileBytes,
  writeAll,
  writeNew,
  overwrite,
  syncFolder,
  attempt,
  errorCode,
  ioFailure,
  StateFolder,
  statesIn,
  folderName,
  nameOfFolder,
  sortedNames
};
