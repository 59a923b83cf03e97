import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { staleTemporaryMs } from "../../../engine/model/timing.ts";
import type { LockHolder } from "../../../engine/ports/state-lock.ts";
import { heldLock, type LockContent, lockBytes, readLock, releasedLock } from "../../lock/lock-record.ts";
import type { ProcessIdentity } from "../../lock/process-identity.ts";
import { attempt, errorCode, type FileSystem, overwrite, writeNew } from "./file-system.ts";

/** What is in a lock file, where there is one. */
export type FoundLock = LockContent | { readonly state: "gone" };

/** Each run takes a few. */
const mostGenerations = 1_000_000_000_000;

/** The files `lock-<n>.json` of a folder: each is created once, whole, and by one process. All throw system errors. */
export class LockFiles {
  readonly folder: string;
  readonly #files: FileSystem;
  readonly #self: ProcessIdentity;

  constructor(folder: string, files: FileSystem, self: ProcessIdentity) {
    this.folder = folder;
    this.#files = files;
    this.#self = self;
  }

  /** Creates a lock file with its whole content at once. @returns false when that number is taken */
  create(generation: number, holder: LockHolder): boolean {
    const files = this.#files;
    const path = this.path(generation);
    const data = heldLock(holder, this.#self);
    const temporary = this.#temporary();
    writeNew(files, temporary, data);
    try {
      files.link(temporary, path);
      return true;
    } catch (error) {
      const code = errorCode(error);
      // On a network file system a link may be made and still answer that it was there.
      if (code === "EEXIST") return this.#isOurs(generation, holder.id);
      if (code === "ENOENT") return false;
      if (code === undefined || !noHardLinks.has(code)) throw error;
    } finally {
      attempt(() => files.unlink(temporary));
    }
    try {
      writeNew(files, path, data);
      return true;
    } catch (error) {
      if (errorCode(error) === "EEXIST") return false;
      throw error;
    }
  }

  #isOurs(generation: number, id: string): boolean {
    const content = this.read(generation);
    return content.state === "held" && content.holder.id === id && content.process.pid === this.#self.pid;
  }

  /** Puts a tombstone in place of a lock. */
  bury(generation: number): void {
    const files = this.#files;
    const temporary = this.#temporary();
    const tombstone = releasedLock();
    try {
      writeNew(files, temporary, tombstone);
      files.rename(temporary, this.path(generation));
    } catch (error) {
      attempt(() => files.unlink(temporary));
      if (errorCode(error) === undefined) throw error;
      // On a full disk there is still the room of the lock itself. Half written it reads as held.
      const length = files.readFile(this.path(generation)).length;
      const padding = " ".repeat(Math.max(0, length - tombstone.length));
      overwrite(files, this.path(generation), Buffer.concat([tombstone, Buffer.from(padding)]));
    }
  }

  read(generation: number): FoundLock {
    try {
      return readLock(this.#files.readFile(this.path(generation), lockBytes));
    } catch (error) {
      const code = errorCode(error);
      if (code === "ENOENT") return { state: this.#isThere(generation) ? "unreadable" : "gone" };
      if (code === "wrong-type" || code === "too-big") return { state: "unreadable" };
      throw error;
    }
  }

  /** Removes a lock file, if it can be. */
  remove(generation: number): void {
    attempt(() => this.#files.unlink(this.path(generation)));
  }

  /** The number that counts; 0 when there is none. A missing folder is an error, and so is a number that nobody gets to. */
  highest(): number {
    let highest = 0;
    for (const name of this.#files.readdir(this.folder)) {
      const number = generationOf(name);
      if (number > mostGenerations)
        throw Object.assign(new Error(`${name} has a number that no lock of opus gets to`), { code: "wrong-type" });
      if (number > highest) highest = number;
    }
    return highest;
  }

  /**
   * Removes what older generations left. The last two stay: whoever looked just before them then finds the next
   * number taken, instead of a gap in which to settle for a moment.
   */
  tidy(generation: number): void {
    const files = this.#files;
    attempt(() => {
      for (const name of files.readdir(this.folder)) {
        const path = join(this.folder, name);
        const number = generationOf(name);
        if (number > 0 && number < generation - 2) attempt(() => files.unlink(path));
        if (!name.startsWith(".lock-")) continue;
        attempt(() => {
          if (Date.now() - files.modified(path) > staleTemporaryMs) files.unlink(path);
        });
      }
    });
  }

  path(generation: number): string {
    return join(this.folder, `lock-${generation}.json`);
  }

  /** Also as a link to nothing. */
  #isThere(generation: number): boolean {
    try {
      this.#files.modified(this.path(generation));
      return true;
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      return false;
    }
  }

  #temporary(): string {
    return join(this.folder, `.lock-${randomUUID()}.tmp`);
  }
}

/** Answers of file systems that have no hard links. */
const noHardLinks: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL"]);

function generationOf(name: string): number {
  const digits = /^lock-([1-9]\d*)\.json$/.exec(name)?.[1];
  return digits === undefined ? 0 : Number(digits);
}
