import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import type { JournalRecord } from "../../engine/ports/journal.ts";
import { shown } from "../../schema/shape.ts";
import { noKey, notSealed, type SealRefusal, wrongKey } from "../seal/refusals.ts";
import type { JournalKey, LineSeal, Sealing } from "../seal/seal.ts";
import { madeProblem, taskStateProblem, undoEntryProblem } from "../snapshot/body-shape.ts";
import { sha256 } from "../snapshot/digest.ts";
import { parseStored } from "../snapshot/json-text.ts";

const journalFormat = "opus-journal";
/** Version 2 brought records of what was made. */
const journalVersion = 2;
const oldestVersion = 1;

/** The snapshot that a journal follows. */
export interface JournalHeader {
  readonly lineage: string;
  readonly serial: number;
}

/** A line, and the checksum that the next line continues from: lines can be neither changed, dropped nor swapped. */
export interface ChainedLine {
  /** With its line feed. */
  readonly line: string;
  readonly sum: string;
}

/** What a journal holds. */
export interface JournalContent {
  readonly header: JournalHeader;
  /** What opens its records; undefined: they are not sealed. */
  readonly sealed: string | undefined;
  readonly records: readonly StoredRecord[];
  /** Everything in it is stored, and more. */
  readonly ended: boolean;
  /** Where it goes on: checksum of the last whole line, and the bytes up to its end. */
  readonly end: { readonly sum: string; readonly length: number };
}

/** A record as it stands in a journal: text when it is sealed. */
export interface StoredRecord {
  /** Counts from 1. */
  readonly line: number;
  /** Checksum of the line before. */
  readonly previous: string;
  readonly value: Json;
}

/**
 * A line with a record.
 * @param previous checksum of the line before
 */
export function recordLine(previous: string, record: JournalRecord, seal: LineSeal | undefined): ChainedLine {
  return chained(previous, seal === undefined ? record : seal.seal(JSON.stringify(record), previous));
}

/** The last line of a journal whose run has stored everything. */
export function endedLine(previous: string): ChainedLine {
  return chained(previous, { type: "ended" });
}

/** A whole journal: its header, and these records. */
export function journalText(
  { lineage, serial }: JournalHeader,
  records: readonly JournalRecord[],
  key: JournalKey | undefined,
): ChainedLine {
  const sealed = key === undefined ? {} : { sealed: key.header };
  let { line: text, sum } = chained("", { format: journalFormat, version: journalVersion, lineage, serial, ...sealed });
  for (const record of records) {
    const next = recordLine(sum, record, key?.lines);
    text += next.line;
    sum = next.sum;
  }
  return { line: text, sum };
}

/** `{"sum":"<16 hex digits>","line":<the value>}` */
function chained(previous: string, value: object | string): ChainedLine {
  const text = JSON.stringify(value);
  const sum = checksum(previous, text);
  return { line: `{"sum":"${sum}","line":${text}}\n`, sum };
}

function checksum(previous: string, text: string): string {
  return sha256(`${previous}\n${text}`).slice("sha256:".length, "sha256:".length + 16);
}

/**
 * Reads a journal as it is stored. A torn last line (its writer was killed) is dropped; anything else that is broken is
 * a failure.
 * @param location for messages: the path
 */
export function parseJournal(text: string, location: string): Result<JournalContent, Failure> {
  const lines = text.split("\n");
  // What follows the last line feed was not written to its end.
  lines.pop();
  const records: StoredRecord[] = [];
  let header: JsonObject | undefined;
  let ended = false;
  let sum = "";
  let length = 0;
  for (const [index, line] of lines.entries()) {
    const link = unchained(sum, line);
    if (link === undefined) {
      if (index > 0 && index === lines.length - 1) break;
      return err(broken(location, index + 1, "its checksum does not fit"));
    }
    const { content } = link;
    // It fits its checksum: nothing was torn, it was written like this.
    if (!content.ok) return err(broken(location, index + 1, content.error));
    const value = content.value as Json;
    if (header === undefined) {
      const problem = headerProblem(value);
      if (problem) return err(broken(location, 1, problem));
      header = value as JsonObject;
    } else if (isObject(value) && value.type === "ended") ended = true;
    else records.push({ line: index + 1, previous: sum, value });
    sum = link.sum;
    length += Buffer.byteLength(line) + 1;
  }
  if (header === undefined) return err(broken(location, 1, "it is cut off"));
  const { lineage, serial, sealed } = header;
  return ok({
    header: { lineage: String(lineage), serial: Number(serial) },
    sealed: sealed === undefined ? undefined : String(sealed),
    records,
    ended,
    end: { sum, length },
  });
}

function unchained(
  previous: string,
  line: string,
): { readonly content: Result<unknown, string>; readonly sum: string } | undefined {
  const match = /^\{"sum":"([0-9a-f]{16})","line":(.*)\}$/.exec(line);
  const sum = match?.[1];
  const text = match?.[2];
  if (sum === undefined || text === undefined || checksum(previous, text) !== sum) return undefined;
  return { content: parseStored(text), sum };
}

function headerProblem(header: Json): string | undefined {
  if (!isObject(header)) return `it is ${shown(header)}, not an object`;
  if (header.format !== journalFormat) return `its format is ${shown(header.format)}, not "${journalFormat}"`;
  const { version } = header;
  if (typeof version !== "number" || version < oldestVersion || version > journalVersion)
    return `it has version ${shown(version)}, and this version of opus reads versions ${oldestVersion} to ${journalVersion}; update opus`;
  if (typeof header.lineage !== "string" || !Number.isSafeInteger(header.serial))
    return "it does not say which state it follows";
  if (header.sealed !== undefined && typeof header.sealed !== "string")
    return `its field "sealed" is ${shown(header.sealed)}, not text`;
  return undefined;
}

function recordProblem(record: Json): string | undefined {
  if (!isObject(record)) return `it is ${shown(record)}, not an object`;
  if (typeof record.task !== "string") return `its task is ${shown(record.task)}`;
  if (record.type === "started") return undefined;
  if (record.type === "made") return named(record.task, madeProblem(record.made));
  if (record.type !== "result") return `its type is ${shown(record.type)}; expected "started", "made" or "result"`;
  if (record.formerName !== undefined && typeof record.formerName !== "string")
    return `its formerName is ${shown(record.formerName)}`;
  const problem =
    (record.entry === null ? undefined : taskStateProblem(record.entry)) ??
    (record.undo === null ? undefined : undoEntryProblem(record.undo));
  return named(record.task, problem);
}

function named(task: string, problem: string | undefined): string | undefined {
  return problem === undefined ? undefined : `task ${JSON.stringify(task)}: ${problem}`;
}

/**
 * The records of a journal that continues a snapshot.
 * @param sealing undefined: what is sealed can't be opened
 * @returns undefined when it follows an older one or its run has ended; a failure when it can't be read, or belongs to
 *   another snapshot
 */
export function journalFor(
  content: JournalContent,
  wanted: JournalHeader,
  location: string,
  sealing: Sealing | undefined,
): Result<readonly JournalRecord[] | undefined, Failure> {
  const { header, ended } = content;
  if (ended) return ok(undefined);
  const foreign = header.lineage !== wanted.lineage;
  if (!foreign && header.serial === wanted.serial) return openRecords(content, location, sealing);
  if (!foreign && header.serial < wanted.serial) return ok(undefined);
  const stored =
    wanted.serial === 0 ? "no state is stored" : `the stored state has serial ${wanted.serial} of "${wanted.lineage}"`;
  return err(
    failure(
      "state-unavailable",
      `The journal ${location} continues serial ${header.serial} of the lineage "${header.lineage}", but ${stored}. It may hold results that no state has. If an older state was restored on purpose, delete the journal; else restore the state that it continues.`,
    ),
  );
}

function openRecords(
  { sealed, records }: JournalContent,
  location: string,
  sealing: Sealing | undefined,
): Result<readonly JournalRecord[], Failure> {
  if (sealed === undefined && sealing !== undefined && !sealing.takesPlain) return err(refused(location, notSealed));
  if (sealed !== undefined && sealing === undefined) return err(refused(location, noKey));
  const opened = sealed === undefined ? undefined : sealing?.seal.journal.open(sealed);
  if (opened && !opened.ok)
    return err(opened.error === "key" ? refused(location, wrongKey) : broken(location, 1, "its seal is none of opus"));
  const plain: JournalRecord[] = [];
  for (const { line, previous, value } of records) {
    const record = opened === undefined ? value : unsealed(opened.value, value, previous);
    if (record === undefined)
      return err(broken(location, line, "what is sealed in it was changed, or belongs elsewhere"));
    const problem = recordProblem(record);
    if (problem) return err(broken(location, line, problem));
    plain.push(record as unknown as JournalRecord);
  }
  return ok(plain);
}

function unsealed(seal: LineSeal, value: Json, previous: string): Json | undefined {
  const text = typeof value === "string" ? seal.open(value, previous) : undefined;
  const parsed = text === undefined ? undefined : parseStored(text);
  return parsed?.ok ? (parsed.value as Json) : undefined;
}

function refused(location: string, { why, remedy }: SealRefusal): Failure {
  return failure(
    "state-unavailable",
    `The journal ${location} can't be used: ${why}. It holds results of a run that did not end. ${remedy}; or move the journal away: opus then looks at each task that was pending to find out what became of it.`,
  );
}

function broken(location: string, line: number, problem: string): Failure {
  const what = `The journal ${location} is broken in line ${line}: ${problem}. It holds results of a run that did not end.`;
  return failure(
    "state-unavailable",
    `${what} Restore it, or move it away: opus then looks at each task that was pending to find out what became of it.`,
  );
}
