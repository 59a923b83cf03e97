import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { type Failure, ok, type Result } from "../engine/diagnostic.ts";
import type { Journal, JournalRecord } from "../engine/ports.ts";
import { attempt, errorCode, type FileSystem, ioFailure, syncFolder, writeAll } from "./file-system.ts";
import { endedLine, journalFor, journalText, parseJournal, recordLine } from "./journal-format.ts";

/**
 * A journal in a file. Each record is one write to an open file, so it survives the end of the process by any means;
 * a power cut may take the last of them.
 */
export class FileJournal implements Journal {
  readonly #path: string;
  readonly #files: FileSystem;
  #descriptor: number | undefined;
  #length = 0;
  #sum = "";

  constructor(path: string, files: FileSystem) {
    this.#path = path;
    this.#files = files;
  }

  read(lineage: string, serial: number): Result<readonly JournalRecord[] | undefined, Failure> {
    let data: Uint8Array;
    try {
      data = this.#files.readFile(this.#path);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return ok(undefined);
      return { ok: false, error: ioFailure("read the journal", this.#path, error) };
    }
    // Bytes that are no UTF-8 become U+FFFD, which no checksum fits.
    const content = parseJournal(Buffer.from(data).toString("utf8"), this.#path);
    return content.ok ? journalFor(content.value, { lineage, serial }, this.#path) : content;
  }

  start(lineage: string, serial: number, records: readonly JournalRecord[] = []): Result<void, Failure> {
    this.#close();
    const folder = dirname(this.#path);
    const temporary = join(folder, `.write-${randomUUID()}.tmp`);
    const { line: text, sum } = journalText({ lineage, serial }, records);
    const data = Buffer.from(text);
    try {
      this.#files.mkdir(folder);
      this.#descriptor = this.#files.open(temporary, "ax");
      writeAll(this.#files, this.#descriptor, data);
      this.#files.fdatasync(this.#descriptor);
      // Whole from the first moment on: a journal without its `started` lines would say that nothing ran.
      this.#files.rename(temporary, this.#path);
    } catch (error) {
      this.#close();
      attempt(() => this.#files.unlink(temporary));
      return { ok: false, error: ioFailure("write the journal", this.#path, error) };
    }
    syncFolder(this.#files, folder);
    this.#length = data.length;
    this.#sum = sum;
    return ok(undefined);
  }

  append(record: JournalRecord): Result<void, Failure> {
    const descriptor = this.#descriptor;
    if (descriptor === undefined) throw new Error("the journal was not started");
    const { line, sum } = recordLine(this.#sum, record);
    const data = Buffer.from(line);
    try {
      writeAll(this.#files, descriptor, data);
    } catch (error) {
      // Half a line in the middle would make all that follows unreadable.
      attempt(() => this.#files.truncate(descriptor, this.#length));
      return { ok: false, error: ioFailure("write the journal", this.#path, error) };
    }
    this.#length += data.length;
    this.#sum = sum;
    return ok(undefined);
  }

  /** Says in the file itself that nothing is left to recover, whatever its name leads to by now. */
  end(): Result<void, Failure> {
    const descriptor = this.#descriptor;
    if (descriptor === undefined) return ok(undefined);
    try {
      writeAll(this.#files, descriptor, Buffer.from(endedLine(this.#sum).line));
    } catch (error) {
      return { ok: false, error: ioFailure("write the journal", this.#path, error) };
    } finally {
      this.#close();
    }
    return ok(undefined);
  }

  clear(): Result<void, Failure> {
    this.#close();
    try {
      this.#files.unlink(this.#path);
    } catch (error) {
      if (errorCode(error) !== "ENOENT")
        return { ok: false, error: ioFailure("remove the journal", this.#path, error) };
    }
    return ok(undefined);
  }

  #close(): void {
    const descriptor = this.#descriptor;
    this.#descriptor = undefined;
    if (descriptor !== undefined) attempt(() => this.#files.close(descriptor));
  }
}
