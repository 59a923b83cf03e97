import { readFileSync, type Stats, statSync } from "node:fs";
import { err, explained, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { FailureReason } from "../../engine/diagnostics/failure-reasons.ts";
import type { RunInfo } from "../../engine/model/run-info.ts";
import { sizeWords } from "../../engine/model/size-limits.ts";
import type { Snapshot } from "../../engine/model/state-body.ts";
import type { JournalRecord } from "../../engine/ports/journal.ts";
import type { Damaged, Revision } from "../../engine/ports/state-store.ts";
import { andOthers } from "../../engine/text/listed.ts";
import { plural } from "../../hooks/rendering/labels.ts";
import { fileProblem } from "../../node/files/file-problem.ts";
import { fileBytes } from "../../state/backends/file/file-system.ts";
import { belongsTo, type DecodedFile, decodeFile, writtenBy } from "../../state/snapshot/codec.ts";
import { type BodyChanges, bodyChanges, decidePush, lostResults, overDamaged, resourcePointers } from "./push-rules.ts";
import { called, type StateCommandEnv, takeOverLock, underLock, warn } from "./state-command-env.ts";

/** A file as it was given, read. */
export interface FileToPush {
  /** As the user wrote it. */
  readonly shown: string;
  readonly data: Uint8Array;
  /** The context that it says it is of; undefined: it is no state. */
  readonly context: string | undefined;
}

/** @param path absolute */
export function readFileToPush(path: string, shown: string): Result<FileToPush, Failure> {
  try {
    const wrong = whyNotRead(statSync(path));
    if (wrong) return err(failure("invalid-input", `the file could not be read: \`${shown}\` ${wrong}`));
    // A pipe, as a shell makes one of `<(…)`, has no size.
    const data = readFileSync(path);
    return ok({ shown, data, context: belongsTo(data)?.context });
  } catch (error) {
    return err(failure("invalid-input", `the file could not be read: ${fileProblem(shown, error).message}`));
  }
}

function whyNotRead(status: Stats): string | undefined {
  if (status.isCharacterDevice() || status.isBlockDevice()) return "is a device, not a file";
  if (status.size <= fileBytes) return undefined;
  return `has ${sizeWords(status.size)}, and at most ${sizeWords(fileBytes)} are read`;
}

/**
 * `opus state push`: stores a whole state, where it follows what is stored. Not by a session: nothing of what is stored
 * goes into it.
 */
export async function pushState(commandEnv: StateCommandEnv, file: FileToPush): Promise<Result<void, Failure>> {
  const { project, context, request, sealing } = commandEnv;
  const decoded = await decodeFile(file.data, {
    project,
    context,
    location: file.shown,
    remedy: "Give a recovery file of opus, or a file that `opus state pull` wrote.",
    sealing,
  });
  if (!decoded.ok) return decoded;
  const pointers = sealing === undefined ? resourcePointers(decoded.value.snapshot.body) : [];
  if (pointers.length > 0) return err(heldSealedOnly(file.shown, pointers));
  // The run that wrote a recovery file is over, and often it could not release its lock either.
  const { lockId } = decoded.value;
  if (lockId !== undefined) await takeOverLock(commandEnv, lockId);
  return underLock(commandEnv, () => pushLocked(commandEnv, file, decoded.value, request.force));
}

async function pushLocked(
  commandEnv: StateCommandEnv,
  { shown, data }: FileToPush,
  file: DecodedFile,
  force: boolean,
): Promise<Result<void, Failure>> {
  const { store, signal, project, context } = commandEnv;
  const read = await store.read(signal);
  if (read.state === "unavailable") {
    const { damaged, failure: unreadable } = read;
    if (damaged === undefined || !force) return err(unreadable);
    return pushOverDamaged(commandEnv, { shown, data }, file.snapshot, damaged, unreadable);
  }
  const found = read.state === "found" ? read : undefined;
  const stored = found && { snapshot: found.snapshot, by: writer(writtenBy(found.data)) };
  const decision = decidePush(file, stored, force, commandEnv.command);
  if (decision.does === "refuse") return err(refused("state-conflict", shown, decision.why, decision.remedy));
  if (decision.does === "nothing") {
    commandEnv.line(
      `${project}/${context}: already there, as serial ${stored?.snapshot.serial}. Nothing was changed.`,
      "success",
    );
    return ok(undefined);
  }
  const journal = checkJournal(commandEnv, shown, file.snapshot, stored?.snapshot, force);
  if (!journal.ok) return journal;
  const changes = bodyChanges(stored?.snapshot.body, decision.next.body);
  const written = await write(commandEnv, decision.next, found?.revision, writtenBy(data).run, changes);
  if (!written.ok) return written;
  tell(commandEnv, shown, decision.next, stored?.snapshot, changes);
  if (decision.replaces !== undefined) commandEnv.line(`Forced, although ${decision.replaces}.`, "warning");
  return ok(undefined);
}

/** By force, where what is stored can't be read any more, or is gone. */
async function pushOverDamaged(
  commandEnv: StateCommandEnv,
  { shown, data }: Pick<FileToPush, "shown" | "data">,
  file: Snapshot,
  damaged: Damaged,
  unreadable: Failure,
): Promise<Result<void, Failure>> {
  const { store, signal, project, context } = commandEnv;
  const ends = (await store.runEnds?.(signal)) ?? ok([]);
  if (!ends.ok) return ends;
  const next = overDamaged(file, damaged, ends.value);
  const { lineage = "", serial = 0 } = damaged;
  const journal = checkJournal(commandEnv, shown, file, { lineage, serial }, true);
  if (!journal.ok) return journal;
  const changes = bodyChanges(undefined, next.body);
  const written = await write(commandEnv, next, damaged.revision, writtenBy(data).run, changes);
  if (!written.ok) return written;
  commandEnv.line(`Stored ${shown} as serial ${next.serial} of ${project}/${context}.`, "success");
  commandEnv.line(`Forced, over this: ${unreadable.message}`, "warning");
  tellPending(commandEnv, next);
  return ok(undefined);
}

/** What a run left in the journal on this machine must be in the file: it counts no more once the file is stored. */
function checkJournal(
  commandEnv: StateCommandEnv,
  shown: string,
  file: Snapshot,
  stored: Pick<Snapshot, "lineage" | "serial"> | undefined,
  force: boolean,
): Result<readonly JournalRecord[] | undefined, Failure> {
  const read = commandEnv.store.journal?.read(stored?.lineage ?? "", stored?.serial ?? 0) ?? ok(undefined);
  if (!read.ok) {
    if (!force) return read;
    warn(commandEnv, "journal-dropped", `what a run left on this machine is dropped: ${read.error.message}`);
    return ok(undefined);
  }
  const lost = lostResults(read.value ?? [], file);
  if (lost.length === 0) return read;
  const names = andOthers(lost, 10);
  if (force) {
    warn(commandEnv, "journal-dropped", `results of another run that were on this machine alone are dropped: ${names}`);
    return read;
  }
  const why = `a run left ${plural(lost.length, "result")} on this machine that neither the file nor the stored state holds (${names})`;
  const remedy = `Store them first: any command that writes does, as \`${commandEnv.command("apply")}\`. To drop them and store the file: use \`--force\`.`;
  return err(refused("state-conflict", shown, why, remedy));
}

async function write(
  commandEnv: StateCommandEnv,
  next: Snapshot,
  expected: Revision | undefined,
  run: RunInfo,
  { added, changed, removed }: BodyChanges,
): Promise<Result<void, Failure>> {
  const { store } = commandEnv;
  const changes = { create: added.length, update: changed.length, forget: removed.length };
  // The history leads to the run whose results these are.
  const options = { run, command: called(commandEnv), runEnded: true, changes };
  const written = await store.write(next, expected, options, new AbortController().signal);
  if (written.state !== "written") return err(written.failure);
  return store.journal?.clear() ?? ok(undefined);
}

function tell(
  commandEnv: StateCommandEnv,
  shown: string,
  next: Snapshot,
  before: Snapshot | undefined,
  changes: BodyChanges,
): void {
  const { project, context } = commandEnv;
  const over = before === undefined ? "where nothing was" : `over serial ${before.serial}`;
  commandEnv.line(`Stored ${shown} as serial ${next.serial} of ${project}/${context}, ${over}.`, "success");
  for (const line of changeLines(changes)) commandEnv.line(line);
  tellPending(commandEnv, next);
}

function tellPending(commandEnv: StateCommandEnv, { body: { pending } }: Snapshot): void {
  if (pending.length === 0) return;
  const names = pending.map(({ task }) => task).join(", ");
  commandEnv.line(`  pending  ${names}: the next apply looks at each, to find out what became of it`, "warning");
}

function changeLines({ added, changed, removed }: BodyChanges): string[] {
  const lines = Object.entries({ added, changed, removed }).map(([what, names]) =>
    names.length === 0 ? "" : `  ${what.padEnd(7)}  ${names.join(", ")}`,
  );
  const some = lines.filter((line) => line !== "");
  return some.length > 0 ? some : ["  no task is recorded otherwise than before"];
}

/** Forced or not: what a kind has given may be secret, and nobody else knows which part of it. */
function heldSealedOnly(shown: string, pointers: readonly string[]): Failure {
  const why = `it holds text of a kind's own, which only sealed state may hold (${andOthers(pointers, 10)})`;
  const remedy =
    "Give `encryption-key` (in a terminal `OPUS_ENCRYPTION_KEY`), so that it is stored sealed. Keep the file from others: that text stands open in it.";
  return refused("invalid-input", shown, why, remedy);
}

function writer({ run, writer: version }: ReturnType<typeof writtenBy>): string {
  if (run.url !== "") return `run ${run.url}`;
  return run.id === "" ? `opus ${version} in a terminal` : `run ${run.id}`;
}

function refused(reason: FailureReason, shown: string, why: string, suggestion: string): Failure {
  const message = `${shown} was not stored: ${why}. The stored state is untouched.`;
  return explained(reason, message, { suggestion });
}
