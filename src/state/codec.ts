import { err, type Failure, failure, ok, type Result } from "../engine/diagnostic.ts";
import { isObject, type JsonObject } from "../engine/json.ts";
import type { RunInfo, Snapshot, StateBody } from "../engine/model.ts";
import { bodyProblem, shown } from "./body-shape.ts";
import { canonicalJson, sha256 } from "./digest.ts";
import { jsonErrorOffset } from "./json-error.ts";

const stateFormat = "opus-state";
const stateVersion = 1;

/** What the reader of a state knows about it beforehand. */
export interface Expected {
  readonly project: string;
  readonly context: string;
  /** Absent: any lineage will do. */
  readonly lineage?: string;
  /** Where the text came from, for messages: a path, a URL. */
  readonly location: string;
  /** What to do when the text can't be used: one or more sentences. */
  readonly remedy?: string;
}

/** A version that a recovery file may follow: only over one of these it may be stored. Serial 0: nothing is stored. */
export interface Followed {
  readonly serial: number;
  /** Of the body; null with serial 0. */
  readonly digest: string | null;
}

/** What a recovery file says besides the state. */
export interface RecoveryNote {
  /** The versions that were or may be stored when it was written. */
  readonly follows: readonly Followed[];
  /** The lock of the run that wrote it, which it may not have been able to release either. */
  readonly lockId?: string | undefined;
}

/**
 * The stored text of a state: an envelope around the body, pretty-printed with sorted keys so that two versions
 * compare line by line. The same snapshot, run and writer always give the same bytes.
 * @param writer version of the program that writes
 * @param recovery only for a recovery file
 */
export function encode(snapshot: Snapshot, run: RunInfo, writer: string, recovery?: RecoveryNote): string {
  const canonical = canonicalJson(snapshot.body);
  const envelope = {
    format: stateFormat,
    version: stateVersion,
    lineage: snapshot.lineage,
    serial: snapshot.serial,
    project: snapshot.project,
    context: snapshot.context,
    writer,
    run: { id: run.id, attempt: run.attempt, sha: run.sha, url: run.url },
    digest: sha256(canonical),
    body: JSON.parse(canonical) as JsonObject,
    sealed: null,
    ...(recovery === undefined ? {} : noteFields(recovery)),
  };
  return `${JSON.stringify(envelope, null, 2)}\n`;
}

function noteFields({ follows, lockId }: RecoveryNote): JsonObject {
  return {
    follows: follows.map(({ serial, digest }) => ({ serial, digest })),
    ...(lockId === undefined ? {} : { lockId }),
  };
}

/** The digest of a body, as the envelope carries it. */
export function bodyDigest(body: StateBody): string {
  return sha256(canonicalJson(body));
}

/**
 * What can still be told of a state that `decode` refuses because it is damaged. Undefined: it is sound as far as
 * that, but of another project or context, sealed, or from a newer version, and so not to be replaced.
 */
export function damageOf(
  data: Uint8Array,
  expected: Expected,
): { readonly lineage: string | undefined; readonly serial: number | undefined } | undefined {
  const parsed = parseEnvelope(data);
  if (!parsed.ok) return { lineage: undefined, serial: serialIn(data) };
  if (foreignProblem(parsed.value, expected) !== undefined) return undefined;
  const { lineage, serial } = parsed.value;
  return {
    lineage: typeof lineage === "string" && lineage !== "" ? lineage : undefined,
    serial: typeof serial === "number" && Number.isSafeInteger(serial) && serial > 0 ? serial : undefined,
  };
}

/** Of text that is cut off or broken, so that the next one can be higher. */
function serialIn(data: Uint8Array): number | undefined {
  const serial = /"serial": ?([1-9]\d{0,14})\b/.exec(Buffer.from(data).toString("latin1"))?.[1];
  return serial === undefined ? undefined : Number(serial);
}

/**
 * Reads what `encode` wrote.
 * @param data the stored bytes, or their text
 * @returns the snapshot, or a `state-unavailable` failure that says what is wrong with it. Nothing is ever taken
 *   for an empty state.
 */
export function decode(data: string | Uint8Array, expected: Expected): Result<Snapshot, Failure> {
  const parsed = parseEnvelope(data);
  const problem = parsed.ok ? envelopeProblem(parsed.value, expected) : parsed.error;
  if (problem !== undefined || !parsed.ok) return err(refusal(expected, problem ?? ""));
  const { lineage, serial, project, context, body } = parsed.value;
  // Checked field by field above.
  return ok({ lineage, serial, project, context, body } as unknown as Snapshot);
}

/** A file that is to be stored, read. */
export interface DecodedFile {
  readonly snapshot: Snapshot;
  /** Of a recovery file: the versions over which it may be stored. Undefined: a state that was pulled. */
  readonly follows: readonly Followed[] | undefined;
  /** Of a recovery file: the lock of the run that wrote it. */
  readonly lockId: string | undefined;
}

/** Reads a file that is to be stored. */
export function decodeFile(data: Uint8Array, expected: Expected): Result<DecodedFile, Failure> {
  const decoded = decode(data, expected);
  if (!decoded.ok) return decoded;
  const parsed = parseEnvelope(data);
  const { follows, lockId } = parsed.ok ? parsed.value : {};
  if (follows === undefined) return ok({ snapshot: decoded.value, follows, lockId: undefined });
  if (!isFollowedList(follows)) return err(refusal(expected, `its field "follows" is ${shown(follows)}`));
  if (lockId !== undefined && typeof lockId !== "string")
    return err(refusal(expected, `its field "lockId" is ${shown(lockId)}`));
  return ok({ snapshot: decoded.value, follows, lockId });
}

/** The lock of the run that wrote a recovery file, if it says so. */
export function lockOf(text: string): string | undefined {
  const parsed = parseEnvelope(text);
  const lockId = parsed.ok ? parsed.value.lockId : undefined;
  return typeof lockId === "string" ? lockId : undefined;
}

/** Which project and context a file says that it belongs to, before anything else of it is trusted. */
export function belongsTo(data: Uint8Array): { readonly project: string; readonly context: string } | undefined {
  const parsed = parseEnvelope(data);
  if (!parsed.ok) return undefined;
  const { format, project, context } = parsed.value;
  if (format !== stateFormat || typeof project !== "string" || typeof context !== "string") return undefined;
  return { project, context };
}

/** Who wrote a sound state: the run, and the version of the program. */
export function writtenBy(data: Uint8Array): { readonly run: RunInfo; readonly writer: string } {
  const parsed = parseEnvelope(data);
  const { run, writer } = parsed.ok ? parsed.value : {};
  const { id, attempt, sha, url } = isObject(run) ? run : {};
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return {
    run: { id: text(id), attempt: typeof attempt === "number" ? attempt : 1, sha: text(sha), url: text(url) },
    writer: text(writer),
  };
}

function isFollowedList(value: unknown): value is readonly Followed[] {
  if (!Array.isArray(value)) return false;
  return value.every(
    (one) =>
      isObject(one) && Number.isSafeInteger(one.serial) && (one.digest === null || typeof one.digest === "string"),
  );
}

function refusal(expected: Expected, problem: string): Failure {
  const remedy = expected.remedy ?? "Restore an earlier version of it.";
  return failure(
    "state-unavailable",
    `The state of ${expected.project}/${expected.context} at ${expected.location} can't be used: ${problem}. ${remedy} Nothing was changed.`,
  );
}

function parseEnvelope(data: string | Uint8Array): Result<JsonObject, string> {
  if (data.length === 0) return err("it is empty (0 bytes), which a state never is");
  let text: string;
  try {
    text = typeof data === "string" ? data : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    return err("it is not UTF-8 text, so it was damaged or is another kind of file");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err(jsonProblem(text));
  }
  return isObject(value) ? ok(value) : err(`it is ${shown(value)}, not a JSON object`);
}

/** Without the parser's own words: they quote the text. */
function jsonProblem(text: string): string {
  const offset = jsonErrorOffset(text);
  if (offset >= text.length) return `it is cut off after ${place(text, text.length)} (${text.length} characters)`;
  return `it is not JSON (${place(text, offset)})`;
}

function place(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `line ${before.split("\n").length}, column ${offset - before.lastIndexOf("\n")}`;
}

function envelopeProblem(envelope: JsonObject, expected: Expected): string | undefined {
  const { format, version, lineage, serial, digest, body, sealed } = envelope;
  if (format !== stateFormat) return `its format is ${shown(format)}, not "${stateFormat}"`;
  if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 1)
    return `its version is ${shown(version)}, not a positive whole number`;
  const foreign = foreignProblem(envelope, expected);
  if (foreign !== undefined) return foreign;
  if (sealed !== null) return `its field "sealed" is ${shown(sealed)}, not null`;
  if (typeof lineage !== "string" || lineage === "") return `its lineage is ${shown(lineage)}, not a name`;
  if (expected.lineage !== undefined && lineage !== expected.lineage)
    return `its lineage is ${shown(lineage)}, and ${shown(expected.lineage)} was expected; the two have nothing to do with each other`;
  if (typeof serial !== "number" || !Number.isSafeInteger(serial) || serial < 1)
    return `its serial is ${shown(serial)}, not a positive whole number`;
  if (!isObject(body)) return `its body is ${shown(body)}, not an object`;
  const computed = digestOf(body, digest);
  if (computed === undefined) return "its body is nested too deeply to be checked";
  if (digest !== computed)
    return `its digest says ${shown(digest)}, and its body has ${shown(computed)}; it was changed by something else than opus, or damaged`;
  return bodyProblem(body);
}

/** Sound as far as that, but not for this reader. */
function foreignProblem(envelope: JsonObject, expected: Expected): string | undefined {
  const { version, sealed } = envelope;
  if (typeof version === "number" && version > stateVersion)
    return `it has version ${version}, and this version of opus reads version ${stateVersion} only; update opus to the version that wrote it (${shown(envelope.writer)})`;
  if (isObject(sealed)) return "sealed state can't be opened by this version";
  for (const field of ["project", "context"] as const)
    if (envelope[field] !== expected[field])
      return `it belongs to the ${field} ${shown(envelope[field])}, and the ${field} ${shown(expected[field])} was asked for`;
  return undefined;
}

function digestOf(body: JsonObject, claimed: unknown): string | undefined {
  try {
    // Keys are written sorted, so the plain text nearly always is the canonical one; a matching hash proves it.
    const plain = sha256(JSON.stringify(body));
    return plain === claimed ? plain : sha256(canonicalJson(body));
  } catch {
    return undefined;
  }
}
