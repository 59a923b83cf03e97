import { err, type Failure, failure, ok, type Result } from "../engine/diagnostic.ts";
import { isObject, type JsonObject } from "../engine/json.ts";
import type { JournalRecord } from "../engine/ports.ts";
import { shown, taskStateProblem, undoEntryProblem } from "./body-shape.ts";
import { sha256 } from "./digest.ts";

const journalFormat = "opus-journal";
const journalVersion = 1;

/** The snapshot that a journal follows. */
export interface JournalHeader {
  readonly lineage: string;
  readonly serial: number;
}

/** A line, and the checksum that the next line continues from: lines can be neither changed, dropped nor swapped. */
export interface SealedLine {
  /** With its line feed. */
  readonly line: string;
  readonly sum: string;
}

/** What a journal holds. */
export interface JournalContent {
  readonly header: JournalHeader;
  readonly records: readonly JournalRecord[];
  /** Everything in it is stored, and more. */
  readonly ended: boolean;
  /** Where it goes on: checksum of the last whole line, and the bytes up to its end. */
  readonly end: { readonly sum: string; readonly length: number };
}

/** The first line of a journal. */
export function headerLine(header: JournalHeader): SealedLine {
  return seal("", { format: journalFormat, version: journalVersion, lineage: header.lineage, serial: header.serial });
}

/** @param previous checksum of the line before */
export function recordLine(previous: string, record: JournalRecord): SealedLine {
  return seal(previous, record);
}

/** The last line of a journal whose run has stored everything. */
export function endedLine(previous: string): SealedLine {
  return seal(previous, { type: "ended" });
}

/** A whole journal. */
export function journalText(header: JournalHeader, records: readonly JournalRecord[]): SealedLine {
  let { line: text, sum } = headerLine(header);
  for (const record of records) {
    const next = recordLine(sum, record);
    text += next.line;
    sum = next.sum;
  }
  return { line: text, sum };
}

/** `{"sum":"<16 hex digits>","line":<the value>}` */
function seal(previous: string, value: object): SealedLine {
  const text = JSON.stringify(value);
  const sum = checksum(previous, text);
  return { line: `{"sum":"${sum}","line":${text}}\n`, sum };
}

function checksum(previous: string, text: string): string {
  return sha256(`${previous}\n${text}`).slice("sha256:".length, "sha256:".length + 16);
}

/**
 * Reads a journal. A torn last line (its writer was killed) is dropped; anything else that is broken is a failure.
 * @param location for messages: the path
 */
export function parseJournal(text: string, location: string): Result<JournalContent, Failure> {
  const lines = text.split("\n");
  // What follows the last line feed was not written to its end.
  lines.pop();
  const records: JournalRecord[] = [];
  let header: JournalHeader | undefined;
  let ended = false;
  let sum = "";
  let length = 0;
  for (const [index, line] of lines.entries()) {
    const opened = open(sum, line);
    if (opened === undefined) {
      if (index > 0 && index === lines.length - 1) break;
      return err(broken(location, index + 1, "its checksum does not fit"));
    }
    sum = opened.sum;
    length += Buffer.byteLength(line) + 1;
    if (header === undefined) {
      const problem = headerProblem(opened.value);
      if (problem) return err(broken(location, 1, problem));
      header = { lineage: String(opened.value.lineage), serial: Number(opened.value.serial) };
      continue;
    }
    if (opened.value.type === "ended") {
      ended = true;
      continue;
    }
    const problem = recordProblem(opened.value);
    if (problem) return err(broken(location, index + 1, problem));
    records.push(opened.value as unknown as JournalRecord);
  }
  if (header === undefined) return err(broken(location, 1, "it is cut off"));
  return ok({ header, records, ended, end: { sum, length } });
}

function open(previous: string, line: string): { readonly value: JsonObject; readonly sum: string } | undefined {
  const match = /^\{"sum":"([0-9a-f]{16})","line":(.*)\}$/.exec(line);
  const sum = match?.[1];
  const text = match?.[2];
  if (sum === undefined || text === undefined || checksum(previous, text) !== sum) return undefined;
  const value: unknown = JSON.parse(text);
  return isObject(value) ? { value, sum } : undefined;
}

function headerProblem(header: JsonObject): string | undefined {
  if (header.format !== journalFormat) return `its format is ${shown(header.format)}, not "${journalFormat}"`;
  if (header.version !== journalVersion)
    return `it has version ${shown(header.version)}, and this version of opus reads version ${journalVersion}; update opus`;
  if (typeof header.lineage !== "string" || !Number.isSafeInteger(header.serial))
    return "it does not say which state it follows";
  return undefined;
}

function recordProblem(record: JsonObject): string | undefined {
  if (typeof record.task !== "string") return `its task is ${shown(record.task)}`;
  if (record.type === "started") return undefined;
  if (record.type !== "result") return `its type is ${shown(record.type)}; expected "started" or "result"`;
  if (record.formerName !== undefined && typeof record.formerName !== "string")
    return `its formerName is ${shown(record.formerName)}`;
  const problem =
    (record.entry === null ? undefined : taskStateProblem(record.entry)) ??
    (record.undo === null ? undefined : undoEntryProblem(record.undo));
  return problem === undefined ? undefined : `task ${JSON.stringify(record.task)}: ${problem}`;
}

/** Says which of two answers fits: the journal continues this snapshot, or it belongs to another one. */
export function journalFor(
  content: JournalContent,
  wanted: JournalHeader,
  location: string,
): Result<readonly JournalRecord[] | undefined, Failure> {
  const { header, records, ended } = content;
  if (ended) return ok(undefined);
  const foreign = header.lineage !== wanted.lineage;
  if (!foreign && header.serial === wanted.serial) return ok(records);
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

function broken(location: string, line: number, problem: string): Failure {
  const what = `The journal ${location} is broken in line ${line}: ${problem}. It holds results of a run that did not end.`;
  return failure(
    "state-unavailable",
    `${what} Restore it, or move it away: opus then looks at each task that was pending to find out what became of it.`,
  );
}
