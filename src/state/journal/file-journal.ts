import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Journal, JournalRecord } from "../../engine/ports/journal.ts";
import { attempt, errorCode, type FileSystem, ioFailure, syncFolder, writeAll } from "../backends/file/file-system.ts";
import type { LineSeal, Sealing } from "../seal/seal.ts";
import {
  endedLine,
  type JournalContent,
  type JournalHeader,
  journalFor,
  journalText,
  parseJournal,
  recordLine,
} from "./journal-format.ts";

/**
 * A journal in a file. Each record is one write to an open file, so it survives the end of the process by any means;
 * a power cut may take the last of them.
 */
export class FileJournal implements Journal {
  readonly path: string;
  readonly #files: FileSystem;
  readonly #sealing: Sealing | undefined;
  /** Of the journal that was started. */
  #lines: LineSeal | undefined;
  #descriptor: number | undefined;
  #length = 0;
  #sum = "";

  /** @param sealing undefined: nothing is sealed, and what is sealed can't be read */
  constructor(path: string, files: FileSystem, sealing: Sealing | undefined) {
    this.path = path;
    this.#files = files;
    this.#sealing = sealing;
  }

  read(lineage: string, serial: number): Result<readonly JournalRecord[] | undefined, Failure> {
    let data: Uint8Array;
    try {
      data = this.#files.readFile(this.path);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return ok(undefined);
      return { ok: false, error: ioFailure("read the journal", this.path, error) };
    }
    // Bytes that are no UTF-8 become U+FFFD, which no checksum fits.
    const content = parseJournal(Buffer.from(data).toString("utf8"), this.path);
    return content.ok ? journalFor(content.value, { lineage, serial }, this.path, this.#sealing) : content;
  }

  start(lineage: string, serial: number, records: readonly JournalRecord[] = []): Result<void, Failure> {
    this.#close();
    const folder = dirname(this.path);
    const temporary = join(folder, `.write-${randomUUID()}.tmp`);
    const key = this.#sealing?.seal.journal.begin();
    const { line: text, sum } = journalText({ lineage, serial }, records, key);
    const data = Buffer.from(text);
    try {
      this.#files.mkdir(folder);
      this.#descriptor = this.#files.open(temporary, "ax");
      writeAll(this.#files, this.#descriptor, data);
      this.#files.fdatasync(this.#descriptor);
      // Whole from the first moment on: a journal without its `started` lines would say that nothing ran.
      this.#files.rename(temporary, this.path);
    } catch (error) {
      this.#close();
      attempt(() => this.#files.unlink(temporary));
      return { ok: false, error: ioFailure("write the journal", this.path, error) };
    }
    syncFolder(this.#files, folder);
    this.#length = data.length;
    this.#sum = sum;
    this.#lines = key?.lines;
    return ok(undefined);
  }

  append(record: JournalRecord): Result<void, Failure> {
    const descriptor = this.#descriptor;
    if (descriptor === undefined) throw new Error("the journal was not started");
    const { line, sum } = recordLine(this.#sum, record, this.#lines);
    const data = Buffer.from(line);
    try {
      writeAll(this.#files, descriptor, data);
    } catch (error) {
      // Half a line in the middle would make all that follows unreadable.
      attempt(() => this.#files.truncate(descriptor, this.#length));
      return { ok: false, error: ioFailure("write the journal", this.path, error) };
    }
    this.#length += data.length;
    this.#sum = sum;
    return ok(undefined);
  }

  /**
   * Takes hold of the journal that a killed run has left, so that `end` finds that very file later on. For who has the
   * lock. Nothing is changed yet; what can't be held stays as it is.
   */
  hold(): void {
    if (this.#descriptor !== undefined) return;
    attempt(() => {
      const content = this.#content();
      if (content === undefined || content.ended) return;
      this.#descriptor = this.#files.open(this.path, "a");
      this.#sum = content.end.sum;
      this.#length = content.end.length;
    });
  }

  /**
   * Says in the journal itself that nothing is left to recover, for who has no lock any more. Its name may lead to the
   * journal of the next run by then, so nothing is removed by name: the line goes into the file that was opened under
   * the lock, and every run begins a file of its own. A run that is killed before this line, or can't write it, leaves
   * a journal of an older version: whoever puts that version back by hand is asked about it, which is the safe side.
   */
  end(): void {
    const descriptor = this.#descriptor;
    if (descriptor === undefined) return;
    attempt(() => {
      // A line that was cut off by the end of its run would spoil this one.
      this.#files.truncate(descriptor, this.#length);
      writeAll(this.#files, descriptor, Buffer.from(endedLine(this.#sum).line));
    });
    this.#close();
  }

  /** What the journal followed whose run has stored everything; undefined: there is none such. */
  ended(): JournalHeader | undefined {
    return this.#header(true);
  }

  unended(): JournalHeader | undefined {
    return this.#header(false);
  }

  #header(ended: boolean): JournalHeader | undefined {
    let header: JournalHeader | undefined;
    attempt(() => {
      const content = this.#content();
      header = content?.ended === ended ? content.header : undefined;
    });
    return header;
  }

  clear(): Result<void, Failure> {
    this.#close();
    try {
      this.#files.unlink(this.path);
    } catch (error) {
      if (errorCode(error) !== "ENOENT") return { ok: false, error: ioFailure("remove the journal", this.path, error) };
    }
    return ok(undefined);
  }

  #content(): JournalContent | undefined {
    // Bytes that are no UTF-8 become U+FFFD, which no checksum fits.
    const content = parseJournal(Buffer.from(this.#files.readFile(this.path)).toString("utf8"), this.path);
    return content.ok ? content.value : undefined;
  }

  #close(): void {
    const descriptor = this.#descriptor;
    this.#descriptor = undefined;
    if (descriptor !== undefined) attempt(() => this.#files.close(descriptor));
  }
}
