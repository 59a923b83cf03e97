import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  modeAs
} from "./chunk-AEBTEOXY.js";
import {
  Asking,
  Fetching,
  versionOf
} from "./chunk-FQ7MAFCI.js";
import {
  contentIn,
  declaredMode,
  differences,
  outputsOf,
  pinned,
  showMode,
  versionIn,
  writtenFacts
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
import "./chunk-BT27HUPQ.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import "./chunk-T3NMYTTS.js";
import "./chunk-FGOILAFU.js";
import "./chunk-RRD47Q5D.js";
import {
  comparedDownloadBytes
} from "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-IE326VUJ.js";
import "./chunk-QHW5LFAW.js";

// src/processors/download/upstream.ts
import { createHash } from "node:crypto";
async function askUpstream(asking, recorded) {
  const content = contentIn(recorded);
  const version = versionIn(recorded);
  const conditions = content === void 0 ? {} : conditionsOf(version);
  return asking.fetch(conditions, async (answer) => {
    const { status } = answer;
    if (content && (status === 304 || status === 200 && isSame(version, versionOf(answer), content, answer)))
      return content;
    if (status !== 200) throw new TaskFailure(`\`GET ${asking.shown}\` answered ${status}`);
    return await read(answer) ?? unread(answer, content, version);
  });
}
function conditionsOf({ etag, lastModified }) {
  if (etag !== void 0) return { "if-none-match": etag };
  return lastModified === void 0 ? {} : { "if-modified-since": lastModified };
}
function isSame(before, now, { size }, { headers }) {
  if (before.etag !== void 0 || now.etag !== void 0) return before.etag === now.etag;
  return before.lastModified !== void 0 && before.lastModified === now.lastModified && headers["content-length"] === String(size);
}
async function read({ headers, pieces }) {
  if (Number(headers["content-length"] ?? 0) > comparedDownloadBytes) return void 0;
  const hash = createHash("sha256");
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > comparedDownloadBytes) return void 0;
    hash.update(piece);
  }
  return { sha256: hash.digest("hex"), size };
}
function unread(answer, content, before) {
  const now = versionOf(answer);
  const length = answer.headers["content-length"];
  const known = [now.etag, now.lastModified, length].find((word) => word !== void 0);
  const tells = Object.keys(before).length > 0 || Object.keys(now).length > 0;
  if (content && !tells && (length === void 0 || length === String(content.size))) return content;
  return { other: known ?? "of another length" };
}

// src/processors/download/download-work.ts
var DownloadWork = class {
  #files;
  #fields;
  #io;
  constructor(files, fields, io) {
    this.#files = files;
    this.#fields = fields;
    this.#io = io;
  }
  /** The archive, where one is unpacked. Its rules are loaded only then. */
  async #tree() {
    const { extract } = this.#fields;
    if (!extract) return void 0;
    const { TreeWork } = await import("./tree-work-ZRZ4ROMS.js");
    return new TreeWork(this.#files, this.#fields, extract, this.#io);
  }
  async observe() {
    const tree = await this.#tree();
    if (!tree) return this.#observeFile();
    try {
      return await tree.observe(async () => this.#fields.unpinned && this.#fields.url ? this.#upstream() : void 0);
    } catch (error) {
      if (!(error instanceof TaskFailure)) throw error;
      const { message, hint } = error;
      return { state: "failed", error: { message, ...hint === void 0 ? {} : { hint } } };
    }
  }
  async #observeFile() {
    const found = await this.#look();
    if (found.state !== "present") return found;
    const content = contentIn(found.facts);
    if (content === void 0) return found;
    const upstream = this.#fields.unpinned && this.#fields.url ? await this.#upstream() : void 0;
    return {
      state: "present",
      facts: upstream ? { ...found.facts, upstream: { ...upstream } } : found.facts,
      outputs: outputsOf(this.#fields, content)
    };
  }
  async #look() {
    const { path } = this.#fields;
    const found = this.#files.look(path, -1);
    if (found.state === "absent")
      return found.blocked && !this.#io.recorded ? {
        state: "failed",
        error: { message: `\`${path}\` can't be made: a part of its path is there and is not a folder` }
      } : { state: "absent" };
    if (found.state === "failed") return { state: "failed", error: fileError(found.problem) };
    const { type, size } = found;
    if (type === "directory")
      return {
        state: "failed",
        error: {
          message: `there is a folder at \`${path}\`, where a file should be`,
          hint: "Move the folder away, or choose another `path`: opus replaces and deletes only files and symlinks."
        }
      };
    const facts = { path, type, mode: showMode(modeAs(found, declaredMode(this.#fields))), size };
    if (type !== "file") return { state: "present", facts };
    const digest = await this.#files.hash(path, this.#io.signal, false);
    if (digest.ok) return { state: "present", facts: { ...facts, ...digest.value } };
    return digest.error.code === "missing" ? { state: "absent" } : { state: "failed", error: fileError(digest.error) };
  }
  /** What the server has now; undefined: it does not say, which keeps nobody from deleting the file. */
  async #upstream() {
    try {
      return await askUpstream(new Asking(this.#fields, this.#io), this.#io.recorded?.observed);
    } catch (error) {
      if (!(error instanceof TaskFailure)) throw error;
      this.#io.output("stderr", `warning: whether it has changed is not known: ${error.message}
`);
      return void 0;
    }
  }
  async create() {
    const tree = await this.#tree();
    if (tree) return tree.make();
    if (this.#io.recorded) return this.update();
    const { path } = this.#fields;
    const found = this.#files.look(path, -1);
    if (found.state === "present") throw appeared(path);
    if (found.state === "failed") throw writeFailure(path, found.problem);
    return this.#fetch("create");
  }
  /** Makes what is there equal to the spec. */
  async update() {
    const tree = await this.#tree();
    if (tree) return tree.make();
    const observation = await this.#observeFile();
    if (observation.state === "failed") {
      const { message, hint } = observation.error;
      throw new TaskFailure(message, { untouched: true, ...hint === void 0 ? {} : { hint } });
    }
    const facts = observation.state === "present" ? observation.facts : void 0;
    const content = contentIn(facts);
    const isTold = pinned(this.#fields) !== void 0 || facts?.upstream !== void 0;
    const fields = facts && isTold ? differences(facts, this.#fields, void 0) : void 0;
    if (!content || !fields || fields.some(({ path }) => path === "/content")) return this.#fetch("replace");
    if (fields.length > 0) await this.#chmod(content.sha256);
    const version = versionIn(this.#io.recorded?.observed);
    return this.#outcome(content, version);
  }
  async #chmod(sha256) {
    const { path } = this.#fields;
    const mode = declaredMode(this.#fields) ?? 0;
    const found = this.#files.look(path, -1);
    const single = found.state === "present" && found.links === 1;
    const changed = single ? this.#files.chmod(path, mode) : await this.#files.replace(path, { source: path, sha256 }, mode, this.#io.signal);
    if (!changed.ok) throw writeFailure(path, changed.error);
  }
  async #fetch(how) {
    const { path } = this.#fields;
    const asking = new Asking(this.#fields, this.#io);
    const opened = await this.#files.work(path);
    if (!opened.ok) throw writeFailure(path, opened.error);
    const work = opened.value;
    let keep = true;
    try {
      const { sha256, size, ...version } = await new Fetching(this.#fields, this.#io, asking, work).run();
      this.#io.signal.throwIfAborted();
      const placed = work.place(how, declaredMode(this.#fields));
      keep = placed.ok || placed.error.code === "failed";
      if (!placed.ok) throw writeFailure(path, placed.error);
      return this.#outcome({ sha256, size }, version);
    } finally {
      work.close(keep);
    }
  }
  #outcome(content, version) {
    const observed = writtenFacts(this.#fields, content, version);
    return { outputs: outputsOf(this.#fields, content), observed };
  }
  async remove() {
    const tree = await this.#tree();
    if (tree) {
      tree.remove();
      return;
    }
    const removed = this.#files.remove(this.#fields.path);
    if (removed.ok) return;
    if (removed.error.code !== "wrong-type") throw fileFailure(removed.error);
    throw fileFailure(
      removed.error,
      "Remove it yourself, or run `forget` with this task as `target`: opus deletes only files."
    );
  }
};
function appeared(path) {
  return new TaskFailure(`\`${path}\` exists: it appeared after opus had looked`, {
    untouched: true,
    hint: "opus never overwrites what it did not make. Run again to see what it would do now."
  });
}
function writeFailure(path, { code, message, hint }) {
  if (code === "exists") return appeared(path);
  return new TaskFailure(message, { untouched: true, ...hint === void 0 ? {} : { hint } });
}
export {
  DownloadWork
};
