import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { canonicalJson, sortedJson } from "../../engine/json/canonical-json.ts";
import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import type { RunInfo } from "../../engine/model/run-info.ts";
import type { Snapshot, StateBody } from "../../engine/model/state-body.ts";
import { shown } from "../../schema/shape.ts";
import { noKey } from "../seal/refusals.ts";
import type { Seal, Sealing } from "../seal/seal.ts";
import { sha256 } from "./digest.ts";
import { parseStored, sizeProblem } from "./json-text.ts";
import { bodyIn, holdsSealed } from "./stored-body.ts";

const stateFormat = "opus-state";
const stateVersion = 1;
/** Names of files and keys have room for it; after the last whole number there would be no next version. */
export const mostSerial = 999_999_999_999_999;

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
  /** The same where it is somebody else's, or of a newer opus, and nothing of this state may be written over it. */
  readonly foreignRemedy?: string;
  /** It is an earlier version, not what is stored now. */
  readonly former?: boolean;
  /** Absent: sealed state can't be opened. */
  readonly sealing?: Sealing | undefined;
}

/** A state that was read; or why it can't be used, and what is left of it when it is this state's own, but damaged. */
export type Decoded =
  | { readonly ok: true; readonly value: Snapshot /** Which run stored it. */; readonly run: RunInfo }
  | { readonly ok: false; readonly error: Failure; readonly damaged?: Remains };

/** What can still be told of a damaged state. */
export interface Remains {
  readonly lineage: string | undefined;
  readonly serial: number | undefined;
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
 * compare line by line. The same snapshot, run and writer always give the same bytes, unless they are sealed.
 * @param writer version of the program that writes
 * @param options `recovery`: only for a recovery file. `seal`: the body goes encrypted, with copies of what is around it
 */
export async function encode(
  snapshot: Snapshot,
  run: RunInfo,
  writer: string,
  { recovery, seal }: { readonly recovery?: RecoveryNote | undefined; readonly seal?: Seal | undefined } = {},
): Promise<string> {
  const { value: body, text: canonical } = sortedJson(snapshot.body as unknown as Json);
  const { lineage, serial, project, context } = snapshot;
  const { id, attempt, sha, url } = run;
  const claims = { lineage, serial, project, context, writer, run: { id, attempt, sha, url } };
  const notes = recovery === undefined ? {} : noteFields(recovery);
  const head = { format: stateFormat, version: stateVersion, ...claims };
  if (seal === undefined) {
    return stored({ ...head, digest: sha256(canonical), body, sealed: null, ...notes });
  }
  const inside = canonicalJson({ ...claims, ...notes });
  // The body is not written twice only to be sorted in between.
  const sealed = await seal.seal(`{"body":${canonical},"claims":${inside}}`);
  // What is open beside it is for people, and for who has no key.
  const { lockId } = recovery ?? {};
  const open = recovery === undefined ? {} : { follows: [], ...(lockId === undefined ? {} : { lockId }) };
  return stored({ ...head, digest: sha256(sealed), body: null, sealed, ...open });
}

function stored(envelope: JsonObject): string {
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

/** Where what stands before a body is looked for, in bytes. */
const headBytes = 64 * 1024;

/** Of text that is cut off or broken, so that the next one can be higher. */
function serialIn(data: Uint8Array): number | undefined {
  const serial = /"serial": ?([1-9]\d{0,14})\b/.exec(Buffer.from(data.subarray(0, headBytes)).toString("latin1"))?.[1];
  return serial === undefined ? undefined : Number(serial);
}

/**
 * Reads what `encode` wrote.
 * @param data the stored bytes, or their text
 * @returns the snapshot, or a `state-unavailable` failure that says what is wrong with it. Nothing is ever taken
 *   for an empty state.
 */
export async function decode(data: string | Uint8Array, expected: Expected): Promise<Decoded> {
  const opened = await open(data, expected);
  return opened.ok ? { ok: true, value: opened.snapshot, run: opened.run } : opened;
}

type Opened =
  | { readonly ok: true; readonly snapshot: Snapshot; readonly run: RunInfo; readonly notes: JsonObject }
  | Extract<Decoded, { readonly ok: false }>;

async function open(data: string | Uint8Array, expected: Expected): Promise<Opened> {
  const opened = await openEnvelope(data, expected);
  if (opened.ok || opened.damaged === undefined || expected.sealing !== undefined || !holdsSealed(data)) return opened;
  // Who has no key can't tell what is lost with it, and would put something plain in its place.
  const told = await openEnvelope(data, { ...expected, remedy: `It is sealed. ${noKey.remedy}, and run again.` });
  return told.ok ? told : { ok: false, error: told.error };
}

async function openEnvelope(data: string | Uint8Array, expected: Expected): Promise<Opened> {
  const parsed = parseEnvelope(data);
  if (!parsed.ok) {
    const remains = { lineage: undefined, serial: serialIn(typeof data === "string" ? Buffer.from(data) : data) };
    return { ok: false, error: refusal(expected, parsed.error), damaged: remains };
  }
  const envelope = parsed.value;
  const remains = remainsOf(envelope);
  const format = formatProblem(envelope);
  const foreign = foreignProblem(envelope, expected);
  if (foreign !== undefined) return { ok: false, error: refusal(expected, format ?? foreign, expected.foreignRemedy) };
  const wrong = format ?? claimsProblem(envelope, expected);
  if (wrong !== undefined) return { ok: false, error: refusal(expected, wrong), damaged: remains };
  const bare = await bodyIn(envelope, expected.sealing, expected.former ?? false);
  if (!bare.ok)
    return {
      ok: false,
      error: refusal(expected, bare.why, bare.remedy),
      ...(bare.damaged ? { damaged: remains } : {}),
    };
  const { lineage, serial, project, context } = envelope;
  // Checked field by field above.
  const snapshot = { lineage, serial, project, context, body: bare.body } as unknown as Snapshot;
  return { ok: true, snapshot, run: runOf(envelope), notes: bare.notes };
}

function remainsOf({ lineage, serial }: JsonObject): Remains {
  return {
    lineage: typeof lineage === "string" && lineage !== "" ? lineage : undefined,
    serial: typeof serial === "number" && Number.isSafeInteger(serial) && serial > 0 ? serial : undefined,
  };
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
export async function decodeFile(data: Uint8Array, expected: Expected): Promise<Result<DecodedFile, Failure>> {
  const opened = await open(data, { ...expected, former: true });
  if (!opened.ok) return err(opened.error);
  const { snapshot, notes } = opened;
  const { follows, lockId } = notes;
  if (follows === undefined) return ok({ snapshot, follows, lockId: undefined });
  if (!isFollowedList(follows)) return err(refusal(expected, `its field "follows" is ${shown(follows)}`));
  if (lockId !== undefined && typeof lockId !== "string")
    return err(refusal(expected, `its field "lockId" is ${shown(lockId)}`));
  return ok({ snapshot, follows, lockId });
}

/** Is what is stored there encrypted? False also for what is no state at all. */
export function isSealed(data: string | Uint8Array): boolean {
  return sealedPart(data) !== undefined;
}

/** What is encrypted of a state, in its armor; undefined also for what is no state at all. */
export function sealedPart(data: string | Uint8Array): string | undefined {
  const parsed = parseEnvelope(data);
  return parsed.ok && typeof parsed.value.sealed === "string" ? parsed.value.sealed : undefined;
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

/** What stands around the body of a state, as far as it can be told. */
export function headOf(data: Uint8Array): Remains {
  const parsed = parseEnvelope(data);
  return parsed.ok ? remainsOf(parsed.value) : { lineage: undefined, serial: undefined };
}

/** Who wrote a sound state: the run, and the version of the program. */
export function writtenBy(data: Uint8Array): { readonly run: RunInfo; readonly writer: string } {
  const parsed = parseEnvelope(data);
  const envelope = parsed.ok ? parsed.value : {};
  return { run: runOf(envelope), writer: textOf(envelope.writer) };
}

function runOf({ run }: JsonObject): RunInfo {
  const { id, attempt, sha, url } = isObject(run) ? run : {};
  return { id: textOf(id), attempt: typeof attempt === "number" ? attempt : 1, sha: textOf(sha), url: textOf(url) };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isFollowedList(value: unknown): value is readonly Followed[] {
  if (!Array.isArray(value)) return false;
  return value.every(
    (one) =>
      isObject(one) && Number.isSafeInteger(one.serial) && (one.digest === null || typeof one.digest === "string"),
  );
}

function refusal(
  expected: Expected,
  problem: string,
  remedy = expected.remedy ?? "Restore an earlier version of it.",
): Failure {
  return failure(
    "state-unavailable",
    `The state of ${expected.project}/${expected.context} at ${expected.location} can't be used: ${problem}. ${remedy} Nothing was changed.`,
  );
}

function parseEnvelope(data: string | Uint8Array): Result<JsonObject, string> {
  if (data.length === 0) return err("it is empty (0 bytes), which a state never is");
  const tooLarge = sizeProblem(data);
  if (tooLarge !== undefined) return err(tooLarge);
  let text: string;
  try {
    text = typeof data === "string" ? data : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    return err("it is not UTF-8 text, so it was damaged or is another kind of file");
  }
  const parsed = parseStored(text);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  return isObject(value) ? ok(value) : err(`it is ${shown(value)}, not a JSON object`);
}

function formatProblem({ format, version }: JsonObject): string | undefined {
  if (format !== stateFormat) return `its format is ${shown(format)}, not "${stateFormat}"`;
  if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 1)
    return `its version is ${shown(version)}, not a positive whole number`;
  return undefined;
}

/** What of the envelope can be told without its body. */
function claimsProblem({ lineage, serial }: JsonObject, expected: Expected): string | undefined {
  if (typeof lineage !== "string" || lineage === "") return `its lineage is ${shown(lineage)}, not a name`;
  if (expected.lineage !== undefined && lineage !== expected.lineage)
    return `its lineage is ${shown(lineage)}, and ${shown(expected.lineage)} was expected; the two have nothing to do with each other`;
  if (typeof serial !== "number" || !Number.isSafeInteger(serial) || serial < 1)
    return `its serial is ${shown(serial)}, not a positive whole number`;
  if (serial > mostSerial) return `its serial is ${serial}, which no state gets to (at most ${mostSerial})`;
  return undefined;
}

/** Sound as far as that, but not for this reader. */
function foreignProblem(envelope: JsonObject, expected: Expected): string | undefined {
  const { version } = envelope;
  if (typeof version === "number" && version > stateVersion)
    return `it has version ${version}, and this version of opus reads version ${stateVersion} only; update opus to the version that wrote it (${shown(envelope.writer)})`;
  for (const field of ["project", "context"] as const)
    if (envelope[field] !== expected[field])
      return `it belongs to the ${field} ${shown(envelope[field])}, and the ${field} ${shown(expected[field])} was asked for`;
  return undefined;
}
