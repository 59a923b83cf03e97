import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  Asking,
  Fetching
} from "./chunk-FQ7MAFCI.js";
import {
  contentIn,
  fileState,
  isExecutable,
  linkState,
  missing,
  outputsOf,
  readTree,
  storedTree
} from "./chunk-ZXBQCMSX.js";
import "./chunk-KQ7NTOT4.js";
import "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-JO7QTVSF.js";
import {
  fileError,
  fileFailure
} from "./chunk-IN66ROTJ.js";
import "./chunk-CHHS7TI7.js";
import "./chunk-YYM6F3HI.js";
import {
  compileGlobs
} from "./chunk-PN4IT2FT.js";
import {
  bytesOf,
  done
} from "./chunk-BT27HUPQ.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import "./chunk-T3NMYTTS.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import "./chunk-RRD47Q5D.js";
import {
  archiveEntries,
  archivePathLength,
  sizeWords,
  unpackedBytes,
  unpackedFreely,
  unpackedRatio
} from "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";
import "./chunk-IE326VUJ.js";
import "./chunk-QHW5LFAW.js";

// src/processors/download/tree-work.ts
import { createHash as createHash2 } from "node:crypto";

// src/processors/download/archive.ts
async function readArchive(data, sink, shown2, signal) {
  const begin = Buffer.from(bytesOf(data, 0, 4));
  const isGzip = begin[0] === 31 && begin[1] === 139;
  const isZip = ["504b0304", "504b0506", "504b0708"].includes(begin.toString("hex"));
  if (!isGzip && !isZip)
    throw new TaskFailure(`${shown2} is neither a tar.gz nor a zip`, {
      untouched: true,
      hint: "These two can be unpacked. For a single file, write `path` in place of `extract`."
    });
  try {
    if (isGzip) {
      const { Parser } = await import("./parse-CQY3B4I4.js");
      const { untar } = await import("./untar-SNDZBS6N.js");
      await untar(new Parser({ brotli: false, zstd: false }), data, sink, signal);
    } else {
      const yauzl = await import("./yauzl-DFIMVRBO.js");
      const { unzip } = await import("./unzip-FWYR34H6.js");
      await unzip(yauzl, data, sink, signal);
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TaskFailure) throw error;
    throw new TaskFailure(`${shown2} can't be unpacked: ${error.message}`, { untouched: true, cause: error });
  }
}

// src/processors/download/placement.ts
var Placement = class {
  #of;
  #own;
  /** What an earlier archive had, and this one has not. */
  left;
  /** Folders that opus made, or is to make. */
  folders = [];
  #toMake = [];
  #toPlace = [];
  #touched = false;
  constructor(of) {
    this.#of = of;
    const { recorded, rules } = of;
    this.#own = /* @__PURE__ */ new Set([...recorded?.files.keys() ?? [], ...recorded?.left ?? []]);
    this.left = [...this.#own].filter((path) => !rules.members.has(path));
  }
  /** Those, and what an earlier archive had. */
  get allFolders() {
    return [.../* @__PURE__ */ new Set([...this.#of.recorded?.folders ?? [], ...this.folders])];
  }
  /** Looks at all that it is about to touch. @throws TaskFailure when something of others is in the way */
  async check() {
    const { rules, states, recorded } = this.#of;
    const made = new Set(recorded?.folders);
    for (const folder of ["", ...[...rules.folders].sort()]) {
      const isThere = this.#isFolder(folder);
      if (!isThere) this.#toMake.push(folder);
      if (!isThere || made.has(folder)) this.folders.push(folder);
    }
    for (const [path, member] of rules.members) {
      const found = await this.#of.stateOf(path);
      if (found === states.get(path)) continue;
      if (found === missing) this.#toPlace.push({ path, member, how: "create" });
      else if (this.#own.has(path) && found !== "a folder") this.#toPlace.push({ path, member, how: "replace" });
      else throw inTheWay(this.#full(path), found);
    }
  }
  /** Is a folder there? A file of an earlier archive gives way. */
  #isFolder(folder) {
    const full = this.#full(folder);
    const found = this.#of.files.look(full, -1);
    if (found.state === "failed") throw new TaskFailure(found.problem.message, { untouched: true });
    if (found.state === "absent") return false;
    if (found.type === "directory") return true;
    if (this.left.includes(folder)) return false;
    throw inTheWay(full, found.type === "symlink" ? "a link" : "no folder");
  }
  #full(path) {
    return path === "" ? this.#of.to : `${this.#of.to}/${path}`;
  }
  /** @throws TaskFailure */
  place() {
    const { files, members, rules, recorded, to } = this.#of;
    const becomeFolders = new Set(this.#toMake);
    for (const path of this.left.filter((one) => becomeFolders.has(one))) this.#done(files.remove(this.#full(path)));
    for (const folder of this.#toMake) this.#done(members.folder(this.#full(folder)));
    for (const { path, member, how } of this.#toPlace) {
      const full = this.#full(path);
      const isFile = member.kind === "file";
      this.#done(isFile ? members.place(member.number, full, how) : members.link(member.target, full, how));
    }
    for (const path of this.left.filter((one) => !becomeFolders.has(one))) {
      const removed = files.remove(this.#full(path));
      if (removed.ok || removed.error.code !== "wrong-type") this.#done(removed);
    }
    const empty = (recorded?.folders ?? []).filter((folder) => folder !== "" && !rules.folders.has(folder));
    removeFolders(files, to, empty);
  }
  #done(result) {
    if (result.ok) {
      this.#touched = true;
      return;
    }
    const { message, hint } = result.error;
    throw new TaskFailure(message, { untouched: !this.#touched, ...hint === void 0 ? {} : { hint } });
  }
};
function removeFolders(files, to, folders) {
  for (const folder of [...folders].sort((one, other) => other.length - one.length))
    files.remove(folder === "" ? to : `${to}/${folder}`, { folder: true });
}
function inTheWay(path, found) {
  const what = ["a folder", "a link", "no folder"].includes(found) ? ` (${found})` : "";
  return new TaskFailure(`\`${path}\` exists${what}, and opus did not make it`, {
    untouched: true,
    hint: "opus never overwrites what it did not make. Move it away, leave it out with `include`, or choose another `to`."
  });
}

// src/processors/download/tree-rules.ts
var mostHops = 40;
var TreeRules = class {
  /** By the path below the folder. */
  members = /* @__PURE__ */ new Map();
  /** Folders of the archive, and all that members take. */
  folders = /* @__PURE__ */ new Set();
  #strip;
  #wanted;
  #unwanted;
  #refusedPlace;
  /** Spelling of each path and folder, by what is the same where case does not count. */
  #spellings = /* @__PURE__ */ new Map();
  #entries = 0;
  #numbers = 0;
  /** @param refusedPlace what speaks against a path below the folder */
  constructor({ strip = 0, include = [] }, refusedPlace) {
    this.#strip = strip;
    const wanted = include.filter((pattern) => !pattern.startsWith("!"));
    const unwanted = include.flatMap((pattern) => pattern.startsWith("!") ? [pattern.slice(1)] : []);
    this.#wanted = wanted.length > 0 ? compileGlobs(wanted, { dot: true }) : void 0;
    this.#unwanted = unwanted.length > 0 ? compileGlobs(unwanted, { dot: true }) : void 0;
    this.#refusedPlace = refusedPlace;
  }
  /** @returns what it becomes, and where; undefined: nothing, or a folder */
  take(entry) {
    this.#entries++;
    if (this.#entries > archiveEntries) throw refused(`it has more than ${grouped(archiveEntries)} entries`);
    const path = this.#pathOf(entry.name);
    if (path === void 0) return void 0;
    if (entry.type === "folder") {
      if (!this.#wanted && !this.#unwanted?.matches(path)) this.#addFolder(path, path);
      return void 0;
    }
    if (this.#wanted && !this.#wanted.matches(path) || this.#unwanted?.matches(path)) return void 0;
    const member = this.#memberOf(entry, path);
    this.#add(path, member);
    return { path, member };
  }
  #memberOf(entry, path) {
    const { type, executable, target = "" } = entry;
    if (type === "other") throw refused(`\`${shown(entry.name)}\` is neither a file, a folder nor a link`);
    if (type === "symlink") {
      if (!target.startsWith("/") && target !== "" && !wrongName(target)) return { kind: "symlink", target };
      throw refused(`the link \`${shown(path)}\` leads out of the folder, to \`${shown(target)}\``);
    }
    if (type !== "hardlink") return { kind: "file", number: this.#numbers++, executable };
    const original = this.members.get(this.#pathOf(target) ?? "");
    if (original?.kind !== "file")
      throw refused(`\`${shown(path)}\` is another name of \`${shown(target)}\`, which is not unpacked before it`);
    return { kind: "file", number: this.#numbers++, executable: original.executable, copyOf: original.number };
  }
  /** The path of an entry below the folder; undefined: it is stripped away as a whole. */
  #pathOf(name) {
    const wrong = wrongName(name);
    if (wrong !== void 0) throw refused(`\`${shown(name)}\` ${wrong}`);
    if (name.startsWith("/")) throw refused(`\`${shown(name)}\` is absolute`);
    const parts = name.split("/").filter((part) => part !== "" && part !== ".");
    if (parts.includes("..")) throw refused(`\`${shown(name)}\` leads out of the folder`);
    const path = parts.slice(this.#strip).join("/");
    if (path === "") return void 0;
    if (path.length > archivePathLength)
      throw refused(`\`${shown(name)}\` has more than ${grouped(archivePathLength)} characters`);
    const place = this.#refusedPlace(path);
    if (place !== void 0) throw refused(place);
    return path;
  }
  #add(path, member) {
    if (this.members.has(path)) throw refused(`it has \`${shown(path)}\` twice`);
    if (this.folders.has(path)) throw refused(`it has \`${shown(path)}\` as a file and as a folder`);
    this.#spell(path);
    const at = path.lastIndexOf("/");
    if (at !== -1) this.#addFolder(path.slice(0, at), path);
    this.members.set(path, member);
  }
  /** @param within for what: to be named */
  #addFolder(folder, within) {
    for (let at = folder; !this.folders.has(at); at = at.slice(0, at.lastIndexOf("/"))) {
      const member = this.members.get(at);
      if (member)
        throw refused(
          member.kind === "symlink" ? `\`${shown(within)}\` lies behind the link \`${shown(at)}\`` : `it has \`${shown(at)}\` as a file and as a folder`
        );
      this.#spell(at);
      this.folders.add(at);
      if (!at.includes("/")) return;
    }
  }
  #spell(path) {
    const key = path.normalize("NFC").toLowerCase();
    const other = this.#spellings.get(key);
    if (other !== void 0 && other !== path)
      throw refused(`\`${shown(other)}\` and \`${shown(path)}\` are one file where case does not count`);
    this.#spellings.set(key, path);
  }
  /** Once all of it is known: whether links lead to what is unpacked, and whether there is anything. */
  finish() {
    if (this.members.size === 0)
      throw refused("nothing of it is to be unpacked", "Look at `strip` and `include`: which paths does it have?");
    for (const [path, { kind }] of this.members) if (kind === "symlink") this.#follow(path);
  }
  #follow(link) {
    const at = [];
    const ahead = link.split("/");
    for (let hops = 0; ahead.length > 0; ) {
      const part = ahead.shift();
      if (part === "" || part === ".") continue;
      if (part === "..") {
        if (at.pop() === void 0) throw this.#leadsOut(link);
        continue;
      }
      at.push(part);
      const member = this.members.get(at.join("/"));
      if (member?.kind !== "symlink") continue;
      if (++hops > mostHops) throw refused(`the link \`${shown(link)}\` leads in a circle`);
      at.pop();
      ahead.unshift(...member.target.split("/"));
    }
    const end = at.join("/");
    if (end !== "" && !this.members.has(end) && !this.folders.has(end))
      throw refused(
        `the link \`${shown(link)}\` leads to \`${shown(end)}\`, which is not unpacked`,
        'Unpack that too, or leave the link out: `include: ["**", "!the/link"]`.'
      );
  }
  #leadsOut(link) {
    const member = this.members.get(link);
    const target = member?.kind === "symlink" ? member.target : "";
    return refused(`the link \`${shown(link)}\` leads out of the folder, to \`${shown(target)}\``);
  }
};
function wrongName(name) {
  if (/[\u0000-\u001f\u007f]/.test(name)) return "holds a control character";
  if (name.includes("\\")) return "holds a backslash";
  if (/^[A-Za-z]:/.test(name)) return "names a drive";
  return name.isWellFormed() ? void 0 : "is not well-formed Unicode";
}
function refused(why, hint) {
  return new TaskFailure(`the archive is refused: ${why}`, {
    untouched: true,
    ...hint === void 0 ? {} : { hint }
  });
}
function shown(path) {
  return shortened(JSON.stringify(path).slice(1, -1), 200);
}

// src/processors/download/tree-sink.ts
import { createHash } from "node:crypto";
var TreeSink = class {
  /** What each file is to be, by its path. */
  states = /* @__PURE__ */ new Map();
  #rules;
  #work;
  /** By the number of a member. */
  #digests = /* @__PURE__ */ new Map();
  #current;
  #bytes = 0;
  constructor(rules, work) {
    this.#rules = rules;
    this.#work = work;
  }
  unpacked(bytes) {
    this.#bytes += bytes;
    if (this.#bytes > unpackedBytes) throw refused(`it unpacks to more than ${sizeWords(unpackedBytes)}`);
    if (this.#bytes > unpackedFreely && this.#bytes > this.#work.size * unpackedRatio)
      throw refused(`it unpacks to more than ${unpackedRatio} times its size (${sizeWords(this.#work.size)})`);
  }
  entry(entry) {
    const taken = this.#rules.take(entry);
    if (!taken) return false;
    const { path, member } = taken;
    if (member.kind === "symlink") {
      this.states.set(path, linkState(member.target));
      return false;
    }
    const { members } = this.#work;
    if (member.copyOf !== void 0) {
      done(members.copy(member.copyOf, member.number));
      this.#know(path, member, this.#digests.get(member.copyOf) ?? "");
      return false;
    }
    done(members.begin(member.number));
    this.#current = { path, member, hash: createHash("sha256") };
    return true;
  }
  bytes(piece) {
    this.#current?.hash.update(piece);
    done(this.#work.members.append(piece));
  }
  end() {
    if (!this.#current) return;
    const { path, member, hash } = this.#current;
    this.#current = void 0;
    done(this.#work.members.end(member.executable));
    this.#know(path, member, hash.digest("hex"));
  }
  #know(path, { number, executable }, sha256) {
    this.#digests.set(number, sha256);
    this.states.set(path, fileState(sha256, executable));
  }
};

// src/processors/download/tree-work.ts
var readBytes = 64 * 1024;
var TreeWork = class {
  #files;
  #fields;
  #extract;
  #io;
  constructor(files, fields, extract, io) {
    this.#files = files;
    this.#fields = fields;
    this.#extract = extract;
    this.#io = io;
  }
  /** @param upstream asks what the server has now, of an archive that is not pinned */
  async observe(upstream) {
    const { to } = this.#extract;
    const found = this.#files.look(to, -1);
    if (found.state === "failed") return { state: "failed", error: fileError(found.problem) };
    const { observed } = this.#io.recorded ?? {};
    const recorded = readTree(observed);
    const content = contentIn(observed);
    if (!recorded || !content)
      return found.state === "present" && found.type !== "directory" ? inTheWay2(to) : { state: "absent" };
    const changed = {};
    let there = 0;
    for (const [path, wanted] of [...recorded.files, ...recorded.left.map((one) => [one, missing])]) {
      const now2 = await this.#state(path, wanted);
      if (now2 !== missing) there++;
      if (now2 !== wanted) changed[path] = { found: now2, wanted };
    }
    if (there === 0) return { state: "absent" };
    const now = await upstream();
    const facts = {
      path: to,
      type: "folder",
      ...content,
      ...Object.keys(changed).length > 0 ? { changed } : {},
      ...now ? { upstream: { ...now } } : {}
    };
    return { state: "present", facts, outputs: outputsOf(this.#fields, content) };
  }
  /**
   * What is at a path below the folder.
   * @param recorded what was unpacked there: it says whether a file can be executed where the file system does not
   * @throws TaskFailure where nobody may look
   */
  async #state(path, recorded) {
    const full = `${this.#extract.to}/${path}`;
    const found = this.#files.look(full, readBytes);
    if (found.state === "absent") return missing;
    if (found.state === "failed") throw new TaskFailure(found.problem.message, { untouched: true });
    if (found.type === "symlink") return linkState(found.target ?? "");
    if (found.type !== "file") return found.type === "directory" ? "a folder" : "no file";
    const executable = found.kept === void 0 ? (found.mode & 73) !== 0 : isExecutable(recorded);
    if (found.bytes) return fileState(createHash2("sha256").update(found.bytes).digest("hex"), executable);
    const digest = await this.#files.hash(full, this.#io.signal, false);
    if (digest.ok) return fileState(digest.value.sha256, executable);
    if (digest.error.code === "missing") return missing;
    throw new TaskFailure(digest.error.message, { untouched: true });
  }
  /** Fetches the archive and makes what is there equal to it. Nothing is changed before all of it is read and found harmless. */
  async make() {
    const work = done(await this.#files.work(this.#extract.to));
    let keep = true;
    try {
      const asking = new Asking(this.#fields, this.#io);
      const { sha256, size, ...version } = await new Fetching(this.#fields, this.#io, asking, work).run();
      keep = false;
      const { placement, states } = await this.#unpack(work, asking.shown);
      const facts = (left, folders) => ({
        path: this.#extract.to,
        type: "folder",
        sha256,
        size,
        ...version,
        ...storedTree({ files: states, left, folders })
      });
      this.#io.signal.throwIfAborted();
      this.#io.made(facts(placement.left, placement.allFolders));
      placement.place();
      return { outputs: outputsOf(this.#fields, { sha256, size }), observed: facts([], placement.folders) };
    } finally {
      work.close(keep);
    }
  }
  async #unpack(work, shown2) {
    const { to } = this.#extract;
    const rules = new TreeRules(this.#extract, (path) => {
      const normal = this.#files.normalize(`${to}/${path}`);
      return normal.ok ? void 0 : normal.error;
    });
    const sink = new TreeSink(rules, work);
    await readArchive(work, sink, shown2, this.#io.signal);
    rules.finish();
    const placement = new Placement({
      files: this.#files,
      members: work.members,
      to,
      rules,
      states: sink.states,
      recorded: readTree(this.#io.recorded?.observed),
      stateOf: (path) => this.#state(path, sink.states.get(path))
    });
    await placement.check();
    return { placement, states: sink.states };
  }
  /** Removes what opus made, and the folders that it made as far as nothing else is in them. */
  remove() {
    const recorded = readTree(this.#io.recorded?.observed);
    if (!recorded) return;
    const { to } = this.#extract;
    for (const path of [...recorded.files.keys(), ...recorded.left]) {
      const removed = this.#files.remove(`${to}/${path}`);
      if (removed.ok) continue;
      if (removed.error.code !== "wrong-type") throw fileFailure(removed.error);
      this.#io.output("stderr", `warning: ${removed.error.message}; it stays
`);
    }
    removeFolders(this.#files, to, recorded.folders);
  }
};
function inTheWay2(to) {
  return {
    state: "failed",
    error: {
      message: `there is something at \`${to}\` that is no folder`,
      hint: "Move it away, or choose another `extract.to`."
    }
  };
}
export {
  TreeWork
};
