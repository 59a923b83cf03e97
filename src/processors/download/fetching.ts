import { createHash } from "node:crypto";
import { isObject } from "../../engine/json/json.ts";
import { downloadBytes, sizeWords } from "../../engine/model/size-limits.ts";
import { httpLongestRetryMs, httpRetryMs } from "../../engine/model/timing.ts";
import { type Http, HttpFailure, type HttpHeaders, type HttpStream } from "../../engine/ports/http.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import type { WorkFolder } from "../../ports/workspace-files.ts";
import { refusalHint } from "../http-resource/answers.ts";
import { done } from "./archive-data.ts";
import { type Asking, versionOf } from "./asking.ts";
import { type DownloadFields, pinned, type Version } from "./download-spec.ts";

/** Tries in a row that bring less than `leastBytes`. */
const mostVainTries = 5;
/** So much is progress: a server that gives a byte and cuts the line is given up. */
const leastBytes = 256 * 1024;

/** What was fetched. */
export interface Fetched extends Version {
  readonly sha256: string;
  readonly size: number;
}

/** What the data in a work folder is of. */
interface Note extends Version {
  /** Digest of its address, which may hold a secret. */
  readonly from: string;
  readonly sha256?: string;
  /** Bytes of the whole. */
  readonly total?: number;
}

/** Brings one file into a work folder, however often the line is cut, and makes sure that it is the one that is wanted. */
export class Fetching {
  readonly #fields: DownloadFields;
  readonly #io: Io;
  readonly #http: Http;
  readonly #asking: Asking;
  readonly #work: WorkFolder;
  /** What is there came in pieces, of which the first may be of another time. */
  #pieced = false;
  #type = "";

  constructor(fields: DownloadFields, io: Io, asking: Asking, work: WorkFolder) {
    this.#fields = fields;
    this.#io = io;
    this.#http = asking.http;
    this.#asking = asking;
    this.#work = work;
  }

  /** @throws TaskFailure; what came until then stays in the work folder, unless it is not what is wanted */
  async run(): Promise<Fetched> {
    const wanted = pinned(this.#fields);
    for (;;) {
      await this.#complete();
      const { note } = this;
      const digest = done(await this.#work.hash(this.#io.signal));
      if (wanted === undefined || digest.sha256 === wanted) return { ...digest, ...versionFrom(note) };
      const { size } = this.#work;
      this.#forget();
      if (!this.#pieced) throw this.#mismatch(digest.sha256, wanted, size);
      this.#pieced = false;
    }
  }

  get #from(): string {
    return createHash("sha256").update(this.#fields.url).digest("hex");
  }

  get note(): Note | undefined {
    return readNote(this.#work.note);
  }

  #forget(): void {
    done(this.#work.begin(""));
  }

  async #complete(): Promise<void> {
    let vain = 0;
    while (!this.#isWhole()) {
      const before = this.#work.size;
      const cut = await this.#try();
      if (cut === undefined) return;
      vain = this.#work.size - before >= leastBytes ? 0 : vain + 1;
      if (vain >= mostVainTries) throw untouched(cut);
      const { size } = this.#work;
      this.#io.output("stderr", `${cut.message}; going on at ${sizeWords(size)}\n`);
      await this.#http.pause(Math.min(httpRetryMs * 2 ** vain, httpLongestRetryMs));
    }
  }

  /** All of it came before, and only its digest was not looked at. */
  #isWhole(): boolean {
    const resumable = this.#resumable();
    if (resumable?.total === undefined || pinned(this.#fields) === undefined) return false;
    if (resumable.total !== this.#work.size) return false;
    this.#pieced = true;
    return true;
  }

  /** What the data is of, where it can be gone on with. */
  #resumable(): Note | undefined {
    const { note } = this;
    const wanted = pinned(this.#fields);
    if (!note || this.#work.size === 0 || note.from !== this.#from || note.sha256 !== wanted) return undefined;
    return wanted === undefined && conditionOf(note) === undefined ? undefined : note;
  }

  /** @returns what has cut it off; undefined: it is whole */
  async #try(): Promise<HttpFailure | undefined> {
    const note = this.#resumable();
    const condition = note && conditionOf(note);
    const headers: HttpHeaders = note
      ? { range: `bytes=${this.#work.size}-`, ...(condition === undefined ? {} : { "if-range": condition }) }
      : {};
    try {
      return await this.#asking.fetch(headers, (answer) => this.#take(answer, note), true);
    } catch (error) {
      throw error instanceof HttpFailure ? untouched(error) : error;
    }
  }

  async #take(answer: HttpStream, note: Note | undefined): Promise<HttpFailure | undefined> {
    const { status, headers } = answer;
    this.#type = headers["content-type"] ?? "";
    const changed = (): HttpFailure => {
      this.#forget();
      return new HttpFailure("what the server has is another one now", "unclear");
    };
    if (note && status === 416)
      return /^bytes \*\/(\d+)$/.exec(headers["content-range"] ?? "")?.[1] === String(this.#work.size)
        ? undefined
        : changed();
    if (note && status === 206) {
      const [, from, all] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers["content-range"] ?? "") ?? [];
      const total = all === undefined || all === "*" ? note.total : Number(all);
      if (Number(from) !== this.#work.size || !isSameVersion(note, total, versionOf(answer))) return changed();
      this.#pieced = true;
      return this.#append(answer, total);
    }
    if (status !== 200) throw this.#refusal(answer);
    if (pinned(this.#fields) === undefined) this.#refusePage();
    const sha256 = pinned(this.#fields);
    const length = headers["content-length"];
    const begun: Note = {
      from: this.#from,
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(length === undefined ? {} : { total: Number(length) }),
      ...versionOf(answer),
    };
    done(this.#work.begin(JSON.stringify(begun)));
    this.#pieced = false;
    return this.#append(answer, begun.total);
  }

  /** @returns what has cut it off */
  async #append({ pieces, url }: HttpStream, total: number | undefined): Promise<HttpFailure | undefined> {
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
    if (total === undefined || this.#work.size === total) return undefined;
    if (this.#work.size > total) this.#forget();
    return new HttpFailure(`${host} gave another number of bytes than it had said`, "unclear");
  }

  #checkRoom(total: number | undefined): void {
    if (total === undefined) return;
    if (total > downloadBytes) throw tooLarge();
    const needed = total - this.#work.size;
    const room = this.#work.room();
    if (room === undefined || room >= needed) return;
    throw new TaskFailure(
      `there is no room for it: ${sizeWords(needed)} are still to come, and ${sizeWords(room)} are free`,
      {
        hint: "Free some space and run again: what is there already is kept.",
        untouched: true,
      },
    );
  }

  /** Who has to sign in first, or has moved, often answers with a page and status 200. */
  #refusePage(): void {
    if (!isPage(this.#type) || (!this.#fields.extract && /\.x?html?$/i.test(this.#fields.path))) return;
    throw new TaskFailure(`${this.#asking.shown} answered with a web page (${this.#type})`, {
      hint: "Look at the address in a browser: it may want a sign-in, or have moved. For a page, let `path` end in .html.",
      untouched: true,
    });
  }

  #refusal({ status }: HttpStream): TaskFailure {
    const hint = refusalHint({ status }) ?? (status === 404 || status === 410 ? "Correct `url`." : undefined);
    return new TaskFailure(`\`GET ${this.#asking.shown}\` answered ${status}`, {
      untouched: true,
      ...(hint === undefined ? {} : { hint }),
    });
  }

  #mismatch(found: string, wanted: string, size: number): TaskFailure {
    const page = isPage(this.#type) ? `; it is a web page (${this.#type})` : "";
    return new TaskFailure(
      `${this.#asking.shown} has other bytes than are wanted: sha256 ${found} (${size} bytes), not ${wanted}${page}`,
      {
        hint: "Find out why before you change `sha256`: its makers may have replaced it, or somebody else has.",
        untouched: true,
      },
    );
  }
}

function isPage(type: string): boolean {
  return /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(type);
}

/** By what a server tells whether the rest belongs to what is here. Weak tags don't do. */
function conditionOf({ etag, lastModified }: Version): string | undefined {
  return etag !== undefined && !etag.startsWith("W/") ? etag : lastModified;
}

/** Is a piece of the version that is here? Some look at no condition. */
function isSameVersion(note: Note, total: number | undefined, { etag, lastModified }: Version): boolean {
  if (note.total !== undefined && total !== note.total) return false;
  if (note.etag !== undefined && etag !== undefined) return note.etag === etag;
  return note.lastModified === undefined || lastModified === undefined || note.lastModified === lastModified;
}

function readNote(text: string | undefined): Note | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isObject(value) && typeof value.from === "string" ? (value as unknown as Note) : undefined;
  } catch {
    return undefined;
  }
}

function versionFrom(note: Note | undefined): Version {
  return {
    ...(note?.etag === undefined ? {} : { etag: note.etag }),
    ...(note?.lastModified === undefined ? {} : { lastModified: note.lastModified }),
  };
}

function tooLarge(): TaskFailure {
  return new TaskFailure(`it has more than ${sizeWords(downloadBytes)}, and no more is taken`, { untouched: true });
}

/** Until the file is put in its place, nothing is changed. */
function untouched({ message, hint }: HttpFailure): TaskFailure {
  return new TaskFailure(message, { untouched: true, ...(hint === undefined ? {} : { hint }) });
}
