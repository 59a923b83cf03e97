import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  pinned
} from "./chunk-ZXBQCMSX.js";
import {
  credentialHeaders,
  lowerCase,
  refusalHint
} from "./chunk-KQ7NTOT4.js";
import {
  HttpFailure
} from "./chunk-YYM6F3HI.js";
import {
  done
} from "./chunk-BT27HUPQ.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import {
  shownAddress
} from "./chunk-T3NMYTTS.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  downloadBytes,
  sizeWords
} from "./chunk-35FI2EEV.js";
import {
  httpLongestRetryMs,
  httpRetryMs
} from "./chunk-IE326VUJ.js";

// src/processors/download/asking.ts
var Asking = class {
  http;
  /** The address, for people. */
  shown;
  #fields;
  /** @throws TaskFailure in a run that may ask nobody */
  constructor(fields, { http }) {
    if (!http) throw new TaskFailure("this run makes no requests", { untouched: true });
    this.http = http;
    this.shown = shownAddress(fields.url);
    this.#fields = fields;
  }
  /** @param told progress is told @throws HttpFailure when there is no answer */
  async fetch(headers, take, told = false) {
    const { auth = {} } = this.#fields;
    const expired = /* @__PURE__ */ Symbol("expired");
    const ask = async (fresh) => this.http.fetch(
      {
        url: this.#fields.url,
        headers: {
          accept: "*/*",
          ...lowerCase(this.#fields.headers),
          ...await credentialHeaders(auth, this.http, fresh),
          ...headers
        },
        ...this.#fields.limits ? { limits: this.#fields.limits } : {},
        ...told ? { what: lastPart(this.shown) } : {},
        secure: true
      },
      // A token may end before its time.
      async (answer) => answer.status === 401 && auth.oauth2 && !fresh ? expired : take(answer)
    );
    const first = await ask(false);
    return first === expired ? await ask(true) : first;
  }
};
function versionOf({ headers }) {
  const { etag, "last-modified": lastModified } = headers;
  return { ...etag ? { etag } : {}, ...lastModified ? { lastModified } : {} };
}
function lastPart(address) {
  const { pathname = "", host = address } = URL.parse(address) ?? {};
  return pathname.slice(pathname.lastIndexOf("/") + 1) || host;
}

// src/processors/download/fetching.ts
import { createHash } from "node:crypto";
var mostVainTries = 5;
var leastBytes = 256 * 1024;
var Fetching = class {
  #fields;
  #io;
  #http;
  #asking;
  #work;
  /** What is there came in pieces, of which the first may be of another time. */
  #pieced = false;
  #type = "";
  constructor(fields, io, asking, work) {
    this.#fields = fields;
    this.#io = io;
    this.#http = asking.http;
    this.#asking = asking;
    this.#work = work;
  }
  /** @throws TaskFailure; what came until then stays in the work folder, unless it is not what is wanted */
  async run() {
    const wanted = pinned(this.#fields);
    for (; ; ) {
      await this.#complete();
      const { note } = this;
      const digest = done(await this.#work.hash(this.#io.signal));
      if (wanted === void 0 || digest.sha256 === wanted) return { ...digest, ...versionFrom(note) };
      const { size } = this.#work;
      this.#forget();
      if (!this.#pieced) throw this.#mismatch(digest.sha256, wanted, size);
      this.#pieced = false;
    }
  }
  get #from() {
    return createHash("sha256").update(this.#fields.url).digest("hex");
  }
  get note() {
    return readNote(this.#work.note);
  }
  #forget() {
    done(this.#work.begin(""));
  }
  async #complete() {
    let vain = 0;
    while (!this.#isWhole()) {
      const before = this.#work.size;
      const cut = await this.#try();
      if (cut === void 0) return;
      vain = this.#work.size - before >= leastBytes ? 0 : vain + 1;
      if (vain >= mostVainTries) throw untouched(cut);
      const { size } = this.#work;
      this.#io.output("stderr", `${cut.message}; going on at ${sizeWords(size)}
`);
      await this.#http.pause(Math.min(httpRetryMs * 2 ** vain, httpLongestRetryMs));
    }
  }
  /** All of it came before, and only its digest was not looked at. */
  #isWhole() {
    const resumable = this.#resumable();
    if (resumable?.total === void 0 || pinned(this.#fields) === void 0) return false;
    if (resumable.total !== this.#work.size) return false;
    this.#pieced = true;
    return true;
  }
  /** What the data is of, where it can be gone on with. */
  #resumable() {
    const { note } = this;
    const wanted = pinned(this.#fields);
    if (!note || this.#work.size === 0 || note.from !== this.#from || note.sha256 !== wanted) return void 0;
    return wanted === void 0 && conditionOf(note) === void 0 ? void 0 : note;
  }
  /** @returns what has cut it off; undefined: it is whole */
  async #try() {
    const note = this.#resumable();
    const condition = note && conditionOf(note);
    const headers = note ? { range: `bytes=${this.#work.size}-`, ...condition === void 0 ? {} : { "if-range": condition } } : {};
    try {
      return await this.#asking.fetch(headers, (answer) => this.#take(answer, note), true);
    } catch (error) {
      throw error instanceof HttpFailure ? untouched(error) : error;
    }
  }
  async #take(answer, note) {
    const { status, headers } = answer;
    this.#type = headers["content-type"] ?? "";
    const changed = () => {
      this.#forget();
      return new HttpFailure("what the server has is another one now", "unclear");
    };
    if (note && status === 416)
      return /^bytes \*\/(\d+)$/.exec(headers["content-range"] ?? "")?.[1] === String(this.#work.size) ? void 0 : changed();
    if (note && status === 206) {
      const [, from, all] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers["content-range"] ?? "") ?? [];
      const total = all === void 0 || all === "*" ? note.total : Number(all);
      if (Number(from) !== this.#work.size || !isSameVersion(note, total, versionOf(answer))) return changed();
      this.#pieced = true;
      return this.#append(answer, total);
    }
    if (status !== 200) throw this.#refusal(answer);
    if (pinned(this.#fields) === void 0) this.#refusePage();
    const sha256 = pinned(this.#fields);
    const length = headers["content-length"];
    const begun = {
      from: this.#from,
      ...sha256 === void 0 ? {} : { sha256 },
      ...length === void 0 ? {} : { total: Number(length) },
      ...versionOf(answer)
    };
    done(this.#work.begin(JSON.stringify(begun)));
    this.#pieced = false;
    return this.#append(answer, begun.total);
  }
  /** @returns what has cut it off */
  async #append({ pieces, url }, total) {
    this.#checkRoom(total);
    const { host } = new URL(url);
    try {
      for await (const piece of pieces) {
        done(this.#work.append(piece));
        if (this.#work.size > downloadBytes) throw tooLarge();
      }
    } catch (error) {
      if (error instanceof HttpFailure) return error;
      throw error;
    }
    if (total === void 0 || this.#work.size === total) return void 0;
    if (this.#work.size > total) this.#forget();
    return new HttpFailure(`${host} gave another number of bytes than it had said`, "unclear");
  }
  #checkRoom(total) {
    if (total === void 0) return;
    if (total > downloadBytes) throw tooLarge();
    const needed = total - this.#work.size;
    const room = this.#work.room();
    if (room === void 0 || room >= needed) return;
    throw new TaskFailure(
      `there is no room for it: ${sizeWords(needed)} are still to come, and ${sizeWords(room)} are free`,
      {
        hint: "Free some space and run again: what is there already is kept.",
        untouched: true
      }
    );
  }
  /** Who has to sign in first, or has moved, often answers with a page and status 200. */
  #refusePage() {
    if (!isPage(this.#type) || !this.#fields.extract && /\.x?html?$/i.test(this.#fields.path)) return;
    throw new TaskFailure(`${this.#asking.shown} answered with a web page (${this.#type})`, {
      hint: "Look at the address in a browser: it may want a sign-in, or have moved. For a page, let `path` end in .html.",
      untouched: true
    });
  }
  #refusal({ status }) {
    const hint = refusalHint({ status }) ?? (status === 404 || status === 410 ? "Correct `url`." : void 0);
    return new TaskFailure(`\`GET ${this.#asking.shown}\` answered ${status}`, {
      untouched: true,
      ...hint === void 0 ? {} : { hint }
    });
  }
  #mismatch(found, wanted, size) {
    const page = isPage(this.#type) ? `; it is a web page (${this.#type})` : "";
    return new TaskFailure(
      `${this.#asking.shown} has other bytes than are wanted: sha256 ${found} (${size} bytes), not ${wanted}${page}`,
      {
        hint: "Find out why before you change `sha256`: its makers may have replaced it, or somebody else has.",
        untouched: true
      }
    );
  }
};
function isPage(type) {
  return /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(type);
}
function conditionOf({ etag, lastModified }) {
  return etag !== void 0 && !etag.startsWith("W/") ? etag : lastModified;
}
function isSameVersion(note, total, { etag, lastModified }) {
  if (note.total !== void 0 && total !== note.total) return false;
  if (note.etag !== void 0 && etag !== void 0) return note.etag === etag;
  return note.lastModified === void 0 || lastModified === void 0 || note.lastModified === lastModified;
}
function readNote(text) {
  try {
    const value = JSON.parse(text ?? "");
    return isObject(value) && typeof value.from === "string" ? value : void 0;
  } catch {
    return void 0;
  }
}
function versionFrom(note) {
  return {
    ...note?.etag === void 0 ? {} : { etag: note.etag },
    ...note?.lastModified === void 0 ? {} : { lastModified: note.lastModified }
  };
}
function tooLarge() {
  return new TaskFailure(`it has more than ${sizeWords(downloadBytes)}, and no more is taken`, { untouched: true });
}
function untouched({ message, hint }) {
  return new TaskFailure(message, { untouched: true, ...hint === void 0 ? {} : { hint } });
}

export {
  Asking,
  versionOf,
  Fetching
};
