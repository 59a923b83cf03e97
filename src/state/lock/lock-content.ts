import { isObject } from "../../engine/json/json.ts";
import type { LockHolder } from "../../engine/ports/state-lock.ts";
import type { Stored } from "../backends/branch/branch-files.ts";
import { isLockText, lockBytes } from "./lock-text.ts";
import type { ProcessIdentity } from "./machine.ts";

/** What stands in a lock file. */
export type LockContent =
  | { readonly state: "free" }
  | { readonly state: "held"; readonly holder: LockHolder; readonly process: ProcessIdentity }
  /** Counts as held by somebody unknown. */
  | { readonly state: "unreadable" };

const lockFormat = "opus-lock";

/** Text of a lock file. */
export function lockText(holder: LockHolder, process: ProcessIdentity): string {
  return `${JSON.stringify({ format: lockFormat, version: 1, ...holder, process }, null, 2)}\n`;
}

/** Reads a lock file. */
export function readLock(stored: Stored): LockContent {
  if (stored.state === "absent") return { state: "free" };
  if (stored.state === "other" || stored.data.length > lockBytes) return { state: "unreadable" };
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(stored.data).toString("utf8"));
  } catch {
    return { state: "unreadable" };
  }
  if (!isObject(value) || value.format !== lockFormat || value.version !== 1) return { state: "unreadable" };
  const { id, command, project, context, since, run, process } = value;
  const texts = [id, command, project, context, since];
  if (!texts.every(isLockText) || !isObject(run) || !isObject(process)) return { state: "unreadable" };
  const whose = { id: text(run.id), attempt: number(run.attempt), sha: text(run.sha), url: text(run.url) };
  const identity = {
    machine: textOrNull(process.machine),
    host: text(process.host),
    bootId: textOrNull(process.bootId),
    processNamespace: textOrNull(process.processNamespace),
    pid: number(process.pid),
    startTime: textOrNull(process.startTime),
  };
  return {
    state: "held",
    holder: { id, command, project, context, since, run: whose } as LockHolder,
    process: identity,
  };
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
