import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  modeOf,
  movedProblem,
  placeNew,
  renameOver,
  takePlace
} from "./chunk-Y5B556YC.js";
import {
  closing,
  openForReading,
  streamFile
} from "./chunk-H7CNPS2Q.js";
import {
  isGone,
  ownOwner,
  removeTree
} from "./chunk-NTF4PRMK.js";
import "./chunk-6SHK6BE2.js";
import {
  fileProblem,
  systemCode
} from "./chunk-4X7ZPCTY.js";
import {
  sha256
} from "./chunk-SGU7ENRC.js";
import "./chunk-LI4TCKJH.js";
import "./chunk-T4BGI7IW.js";
import "./chunk-FGOILAFU.js";
import "./chunk-NFAW5THG.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  staleTemporaryMs
} from "./chunk-IE326VUJ.js";
import "./chunk-QHW5LFAW.js";

// src/node/workspace/work-folder.ts
import { createHash, randomBytes } from "node:crypto";
import {
  closeSync as closeSync2,
  constants as constants2,
  fstatSync as fstatSync2,
  fsyncSync,
  ftruncateSync,
  mkdirSync as mkdirSync2,
  openSync as openSync2,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  statfsSync,
  statSync,
  unlinkSync as unlinkSync2,
  writeFileSync,
  writeSync as writeSync2
} from "node:fs";

// src/node/workspace/work-members.ts
import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  symlinkSync,
  unlinkSync,
  writeSync
} from "node:fs";
var noFollow = constants.O_NOFOLLOW ?? 0;
var linkName = "link";
var HeldMembers = class {
  #inside;
  #hold;
  #open;
  #written = 0;
  constructor(inside, hold) {
    this.#inside = inside;
    this.#hold = hold;
  }
  begin(number) {
    return this.#try(memberName(number), () => {
      this.close();
      const flags = constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC | noFollow;
      this.#open = openSync(this.#inside.at(memberName(number)), flags, 438);
      this.#written = 0;
    });
  }
  append(bytes) {
    return this.#try("what is unpacked", () => {
      for (let at = 0; at < bytes.length; ) {
        const written = writeSync(this.#open ?? -1, bytes, at, bytes.length - at, this.#written);
        at += written;
        this.#written += written;
      }
    });
  }
  end(executable) {
    return this.#try("what is unpacked", () => {
      const descriptor = this.#open ?? -1;
      const { mode } = fstatSync(descriptor);
      if (executable) fchmodSync(descriptor, mode & 438 | (mode & 292) >> 2);
      this.close();
    });
  }
  copy(from, to) {
    return this.#try(
      memberName(to),
      () => copyFileSync(this.#inside.at(memberName(from)), this.#inside.at(memberName(to)))
    );
  }
  place(number, path, how) {
    return this.#at(path, ({ folder, name }) => {
      const member = memberName(number);
      if (how === "replace") {
        renameOver(this.#inside.at(member), folder.at(name));
        return;
      }
      const descriptor = openSync(this.#inside.at(member), constants.O_RDONLY | noFollow);
      try {
        placeNew({ folder: this.#inside, name: member, descriptor }, folder, name, void 0);
        unlinkSync(this.#inside.at(member));
      } finally {
        closeSync(descriptor);
      }
    });
  }
  link(target, path, how) {
    return this.#at(path, ({ folder, name }) => {
      if (how === "create") {
        symlinkSync(target, folder.at(name));
        return;
      }
      symlinkSync(target, this.#inside.at(linkName));
      renameOver(this.#inside.at(linkName), folder.at(name));
    });
  }
  folder(path) {
    return this.#at(path, ({ folder, name }) => {
      try {
        mkdirSync(folder.at(name));
      } catch (error) {
        if (systemCode(error) !== "EEXIST") throw error;
      }
    });
  }
  /** Ends what was begun, if it is open still. */
  close() {
    if (this.#open !== void 0) closeSync(this.#open);
    this.#open = void 0;
  }
  #at(path, act) {
    const held = this.#hold(path);
    if (!held.ok) return held;
    try {
      if (held.value.folder.moved()) return err(movedProblem(path));
      return this.#try(path, () => act(held.value));
    } finally {
      held.value.folder.close();
    }
  }
  #try(path, act) {
    try {
      act();
      return ok(void 0);
    } catch (error) {
      return err(fileProblem(path, error));
    }
  }
};
function memberName(number) {
  return `member-${number}`;
}

// src/node/workspace/work-folder.ts
var workName = /^\.opus-work-([0-9a-f]{16})-([0-9a-f]{8})-([0-9a-f]{8})-(\d{1,10})-(\d{1,20})-[0-9a-f]{12}\.tmp$/;
var open = /* @__PURE__ */ new Set();
var dataFile = "data";
var noteFile = "note";
function openWork({ folder, name }, path, hold) {
  const own = takeOver(folder, name) ?? makeWork(folder, name);
  open.add(own);
  let inside;
  try {
    inside = folder.child(own, false);
    return new HeldWork({ parent: folder, own, inside, name, path }, openData(inside), new HeldMembers(inside, hold));
  } catch (error) {
    inside?.close();
    open.delete(own);
    removeTree(folder.at(own));
    throw error;
  }
}
function ownName(name) {
  const { place, boot, pid, start } = ownOwner();
  return `.opus-work-${keyOf(name)}-${place}-${boot}-${pid}-${start}-${randomBytes(6).toString("hex")}.tmp`;
}
function keyOf(name) {
  return sha256(name).slice(0, 16);
}
function makeWork(folder, name) {
  const own = ownName(name);
  mkdirSync2(folder.at(own), 448);
  return own;
}
function takeOver(folder, name) {
  const left = entries(folder).filter((entry) => workName.exec(entry)?.[1] === keyOf(name) && isLeft(folder, entry)).map((entry) => ({ entry, size: dataOf(folder, entry)?.size ?? -1 })).sort((one, other) => other.size - one.size);
  let taken;
  for (const { entry, size } of left) {
    const own = ownName(name);
    try {
      renameSync(folder.at(entry), folder.at(own));
    } catch {
      continue;
    }
    if (taken === void 0 && size >= 0) taken = own;
    else removeTree(folder.at(own));
  }
  return taken;
}
function entries(folder) {
  try {
    return readdirSync(folder.at("."));
  } catch {
    return [];
  }
}
function isLeft(folder, entry) {
  const [, , place = "", boot = "", pid = "", start = ""] = workName.exec(entry) ?? [];
  const owner = ownOwner();
  const changed = dataOf(folder, entry)?.mtimeMs ?? 0;
  if (place !== owner.place) return changed < Date.now() - staleTemporaryMs;
  if (Number(pid) === owner.pid && start === owner.start && boot === owner.boot) return !open.has(entry);
  return isGone({ place, boot, pid: Number(pid), start }, changed);
}
function dataOf(folder, entry) {
  try {
    return statSync(folder.at(`${entry}/${dataFile}`));
  } catch {
    return void 0;
  }
}
function openData(inside) {
  const flags = constants2.O_RDWR | constants2.O_CREAT | (constants2.O_NOFOLLOW ?? 0);
  const descriptor = openSync2(inside.at(dataFile), flags, 438);
  const stats = fstatSync2(descriptor);
  if (stats.isFile() && stats.nlink === 1) return descriptor;
  closeSync2(descriptor);
  unlinkSync2(inside.at(dataFile));
  return openSync2(inside.at(dataFile), flags | constants2.O_EXCL, 438);
}
var HeldWork = class {
  #place;
  #data;
  #size;
  #placed = false;
  members;
  constructor(place, data, members) {
    this.#place = place;
    this.members = members;
    this.#data = data;
    this.#size = fstatSync2(data).size;
  }
  get size() {
    return this.#size;
  }
  get note() {
    try {
      return readFileSync(this.#place.inside.at(noteFile), "utf8");
    } catch {
      return void 0;
    }
  }
  begin(note) {
    return this.#try(() => {
      ftruncateSync(this.#data, 0);
      this.#size = 0;
      writeFileSync(this.#place.inside.at(noteFile), note, { mode: 384 });
    });
  }
  append(bytes) {
    return this.#try(() => {
      for (let at = 0; at < bytes.length; ) {
        const written = writeSync2(this.#data, bytes, at, bytes.length - at, this.#size);
        at += written;
        this.#size += written;
      }
    });
  }
  async hash(signal) {
    const hash = createHash("sha256");
    try {
      const descriptor = openForReading(this.#place.inside, dataFile);
      try {
        const size = await streamFile(descriptor, (piece) => hash.update(piece), signal);
        return ok({ sha256: hash.digest("hex"), size });
      } finally {
        closing(descriptor, () => void 0);
      }
    } catch (error) {
      return err(fileProblem(this.#place.path, error));
    }
  }
  read(position, length) {
    try {
      const bytes = Buffer.allocUnsafe(length);
      let got = 0;
      while (got < length) {
        const more = readSync(this.#data, bytes, got, length - got, position + got);
        if (more === 0) break;
        got += more;
      }
      return ok(bytes.subarray(0, got));
    } catch (error) {
      return err(fileProblem(this.#place.path, error));
    }
  }
  room() {
    try {
      const { bavail, bsize } = statfsSync(this.#place.inside.at("."));
      return bavail * bsize;
    } catch {
      return void 0;
    }
  }
  place(how, mode) {
    const { parent, inside, name, path } = this.#place;
    if (parent.moved()) return err(movedProblem(path));
    const placed = this.#try(() => {
      const file = { folder: inside, name: dataFile, descriptor: this.#data };
      fsyncSync(this.#data);
      if (how === "create") placeNew(file, parent, name, mode);
      else takePlace(file, parent, name, mode ?? modeOf(parent, name));
      this.#placed = true;
    });
    return placed.ok && parent.moved() ? err(movedProblem(path)) : placed;
  }
  close(keep) {
    const { parent, inside, own } = this.#place;
    closeSync2(this.#data);
    this.members.close();
    inside.close();
    if (this.#placed || !keep || this.#size === 0) removeTree(parent.at(own));
    open.delete(own);
    parent.close();
  }
  #try(act) {
    try {
      act();
      return ok(void 0);
    } catch (error) {
      return err(fileProblem(this.#place.path, error));
    }
  }
};
export {
  openWork
};
