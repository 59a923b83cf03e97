import { isObject, type JsonObject } from "../../engine/json/json.ts";
import type { LockHolder } from "../../engine/ports/state-lock.ts";
import type { ProcessIdentity } from "./process-identity.ts";

/** What stands in a lock file. */
export type LockContent =
  | { readonly state: "held"; readonly holder: LockHolder; readonly process: ProcessIdentity }
  /** A tombstone in the place of a lock. */
  | { readonly state: "released" }
  /** Counts as held by somebody unknown. */
  | { readonly state: "unreadable" };

/** Most bytes of a lock file. */
export const lockBytes = 64 * 1024;

const lockFormat = "opus-lock";
const lockVersion = 1;
/** Most characters of a text in it. */
const longest = 2_000;

/** The content of the file of a lock that is held. */
export function heldLock(holder: LockHolder, process: ProcessIdentity): Uint8Array {
  return written({ ...holder, process });
}

/** The content of the file of a lock that was released. */
export function releasedLock(): Uint8Array {
  return written({ released: true });
}

function written(fields: object): Uint8Array {
  return Buffer.from(`${JSON.stringify({ format: lockFormat, version: lockVersion, ...fields }, null, 2)}\n`);
}

/** Reads a lock file, also as file backends wrote it before: with the process among the other fields. */
export function readLock(data: Uint8Array): LockContent {
  if (data.length > lockBytes) return { state: "unreadable" };
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(data).toString("utf8"));
  } catch {
    return { state: "unreadable" };
  }
  if (!isObject(value) || value.format !== lockFormat || value.version !== lockVersion) return { state: "unreadable" };
  if (value.released === true) return { state: "released" };
  const { id, command, project, context, since, run, process = value } = value;
  if (![id, command, project, context, since].every(isLockText) || !isObject(run) || !isObject(process))
    return { state: "unreadable" };
  const whose = { id: text(run.id), attempt: number(run.attempt), sha: text(run.sha), url: text(run.url) };
  const holder = { id, command, project, context, since, run: whose } as LockHolder;
  return { state: "held", holder, process: identity(process) };
}

function identity({ machine, host, bootId, processNamespace, pid, startTime }: JsonObject): ProcessIdentity {
  return {
    machine: textOrNull(machine),
    host: text(host),
    bootId: textOrNull(bootId),
    processNamespace: textOrNull(processNamespace),
    // A negative one would be a group of processes.
    pid: Math.max(0, number(pid)),
    startTime: textOrNull(startTime),
  };
}

/** May this be a text of a lock? All of them are one short line. */
function isLockText(value: unknown): value is string {
  return (
    typeof value === "string" && value.length <= longest && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value)
  );
}

function text(value: unknown): string {
  return isLockText(value) ? value : "";
}

function textOrNull(value: unknown): string | null {
  return isLockText(value) ? value : null;
}

function number(value: unknown): number {
  return Number.isSafeInteger(value) ? (value as number) : 0;
}
