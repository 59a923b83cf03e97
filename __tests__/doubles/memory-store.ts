import { type Failure, failure, ok, type Result } from "../../src/engine/diagnostics/diagnostic.ts";
import type { Snapshot } from "../../src/engine/model/state-body.ts";
import type { Clock } from "../../src/engine/ports/clock.ts";
import type { Journal, JournalRecord } from "../../src/engine/ports/journal.ts";
import type { Lock, LockHolder, LockOptions } from "../../src/engine/ports/state-lock.ts";
import type { Read, Revision, RunEnd, StateStore, Write, WriteOptions } from "../../src/engine/ports/state-store.ts";
import { journalFor, journalText, parseJournal, recordLine } from "../../src/state/journal/journal-format.ts";
import { heldFailure, notHeldFailure } from "../../src/state/lock/lock-messages.ts";
import type { LineSeal, Sealing } from "../../src/state/seal/seal.ts";
import { decode, encode } from "../../src/state/snapshot/codec.ts";
import { sha256 } from "../../src/state/snapshot/digest.ts";
import { conflict, versionOf } from "../../src/state/snapshot/succession.ts";

/** What several memory stores share, as several processes share a folder. */
export interface MemoryBacking {
  text: string | undefined;
  journal: string | undefined;
  lock: LockHolder | undefined;
  readonly history: Map<number, string>;
  /** Writes so far, counted from 1 when they are asked about. */
  writes: number;
  /** Makes a write fail: called with its number. Undefined: it goes on. */
  fault?: (write: number) => Extract<Write, { readonly state: "conflict" | "unavailable" }> | undefined;
  /** Makes reads and appends to the journal fail. */
  readFault?: Failure;
  journalFault?: Failure;
}

/** An empty backing. */
export function memoryBacking(): MemoryBacking {
  return { text: undefined, journal: undefined, lock: undefined, history: new Map(), writes: 0 };
}

export interface MemoryStoreOptions {
  readonly backing: MemoryBacking;
  readonly project: string;
  readonly context: string;
  readonly clock: Clock;
  /** Version of the program. */
  readonly writer?: string;
  readonly sealing?: Sealing | undefined;
  /** With a journal, as the file store has one. Default: true. */
  readonly journal?: boolean;
}

const historyLimit = 20;

/** State in memory, for tests: the same rules and the same bytes as in the real stores, and faults on demand. */
export class MemoryStore implements StateStore {
  readonly backend = "memory";
  readonly location = "memory";
  readonly journal?: Journal;
  readonly #options: MemoryStoreOptions;
  readonly #backing: MemoryBacking;

  constructor(options: MemoryStoreOptions) {
    this.#options = options;
    this.#backing = options.backing;
    if (options.journal !== false) this.journal = new MemoryJournal(options.backing, options.sealing);
  }

  async read(signal: AbortSignal): Promise<Read> {
    if (signal.aborted) return { state: "unavailable", failure: cancelled("Reading") };
    if (this.#backing.readFault) return { state: "unavailable", failure: this.#backing.readFault };
    return this.#decode(this.#backing.text);
  }

  async #decode(text: string | undefined): Promise<Read> {
    if (text === undefined) return { state: "absent" };
    const { project, context, sealing } = this.#options;
    const decoded = await decode(text, { project, context, location: this.location, sealing });
    if (!decoded.ok) return { state: "unavailable", failure: decoded.error };
    const { value: snapshot, run } = decoded;
    return { state: "found", snapshot, revision: sha256(text), run, data: Buffer.from(text) };
  }

  async write(
    next: Snapshot,
    expected: Revision | undefined,
    options: WriteOptions,
    signal: AbortSignal,
  ): Promise<Write> {
    if (signal.aborted) return { state: "unavailable", failure: cancelled("Writing") };
    const backing = this.#backing;
    backing.writes += 1;
    const fault = backing.fault?.(backing.writes);
    if (fault) return fault;
    const { writer = "0.0.0", sealing } = this.#options;
    const text = await encode(next, options.run, writer, { seal: sealing?.seal });
    let before: string | undefined;
    let stored: Read;
    do {
      before = backing.text;
      stored = await this.#decode(before);
      // Another write may have come in between.
    } while (backing.text !== before);
    if (stored.state === "unavailable") return stored;
    const refused = conflict(
      versionOf(next),
      stored.state === "found" ? { ...versionOf(stored.snapshot), revision: stored.revision } : undefined,
      expected,
      this.location,
    );
    if (refused) return { state: "conflict", failure: refused };
    backing.text = text;
    if (options.runEnded) {
      backing.history.set(next.serial, text);
      for (const serial of [...backing.history.keys()].sort((a, b) => a - b).slice(0, -historyLimit))
        backing.history.delete(serial);
    }
    return { state: "written", revision: sha256(text) };
  }

  async lock(holder: LockHolder, options: LockOptions, signal: AbortSignal): Promise<Lock> {
    const { clock } = this.#options;
    const begun = clock.now();
    let notice = 0;
    for (;;) {
      if (signal.aborted) return { state: "unavailable", failure: cancelled("Locking") };
      const current = this.#backing.lock;
      if (current === undefined) {
        this.#backing.lock = holder;
        return { state: "locked", release: async () => this.#release(holder) };
      }
      const waited = clock.now() - begun;
      if (waited >= options.timeoutMs)
        return { state: "held", holder: current, failure: heldFailure(current, "", waited) };
      if (waited >= notice) {
        options.onWait(current, waited);
        notice = waited + 5_000;
      }
      await clock.sleep(Math.min(10, options.timeoutMs - waited), signal).catch(() => undefined);
    }
  }

  #release(holder: LockHolder): Result<void, Failure> {
    if (this.#backing.lock === holder) this.#backing.lock = undefined;
    return ok(undefined);
  }

  async unlock(id: string, signal: AbortSignal): Promise<Result<LockHolder, Failure>> {
    if (signal.aborted) return { ok: false, error: cancelled("Unlocking") };
    const current = this.#backing.lock;
    if (current?.id !== id)
      return { ok: false, error: notHeldFailure(id, current, this.#options.project, this.#options.context) };
    this.#backing.lock = undefined;
    return ok(current);
  }

  async history(serial: number, signal: AbortSignal): Promise<Read> {
    if (signal.aborted) return { state: "unavailable", failure: cancelled("Reading") };
    return this.#decode(this.#backing.history.get(serial));
  }

  async runEnds(): Promise<Result<readonly RunEnd[], Failure>> {
    const serials = [...this.#backing.history.keys()].sort((a, b) => a - b);
    return ok(serials.map((serial) => ({ serial, at: "", what: "", url: "" })));
  }
}

class MemoryJournal implements Journal {
  readonly #backing: MemoryBacking;
  readonly #sealing: Sealing | undefined;
  #lines: LineSeal | undefined;
  #sum: string | undefined;

  constructor(backing: MemoryBacking, sealing: Sealing | undefined) {
    this.#backing = backing;
    this.#sealing = sealing;
  }

  read(lineage: string, serial: number): Result<readonly JournalRecord[] | undefined, Failure> {
    if (this.#backing.journal === undefined) return ok(undefined);
    const content = parseJournal(this.#backing.journal, "memory");
    return content.ok ? journalFor(content.value, { lineage, serial }, "memory", this.#sealing) : content;
  }

  start(lineage: string, serial: number, records: readonly JournalRecord[] = []): Result<void, Failure> {
    if (this.#backing.journalFault) return { ok: false, error: this.#backing.journalFault };
    const key = this.#sealing?.seal.journal.begin();
    const { line, sum } = journalText({ lineage, serial }, records, key);
    this.#backing.journal = line;
    this.#lines = key?.lines;
    this.#sum = sum;
    return ok(undefined);
  }

  append(record: JournalRecord): Result<void, Failure> {
    if (this.#sum === undefined) throw new Error("the journal was not started");
    if (this.#backing.journalFault) return { ok: false, error: this.#backing.journalFault };
    const { line, sum } = recordLine(this.#sum, record, this.#lines);
    this.#backing.journal = (this.#backing.journal ?? "") + line;
    this.#sum = sum;
    return ok(undefined);
  }

  clear(): Result<void, Failure> {
    this.#backing.journal = undefined;
    this.#sum = undefined;
    return ok(undefined);
  }
}

function cancelled(what: string): Failure {
  return failure("cancelled", `${what} the state in memory was cancelled.`);
}
