import type { EventOf } from "../../engine/model/run-events.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { duration, wholeSeconds } from "../rendering/labels.ts";

/** `Waiting for the lock of apply (lock-id …, since …, https://…) · 14s` */
export function lockWaitingWords({ holder, waitedMs }: EventOf<"lock-waiting">): string {
  const link = holder.run.url === "" ? "" : `, ${oneLine(holder.run.url)}`;
  return `Waiting for the lock of ${oneLine(holder.command)} (lock-id ${oneLine(holder.id)}, since ${oneLine(holder.since)}${link}) · ${wholeSeconds(waitedMs)}`;
}

/** `Broke the lock of apply (lock-id …): its run is over` */
export function lockBrokenWords({ holder, why }: EventOf<"lock-broken">): string {
  return `Broke the lock of ${oneLine(holder.command)} (lock-id ${oneLine(holder.id)}): ${oneLine(why)}`;
}

/** `exit code 1; attempt 1 of 3 failed, the next follows in 2.0s` */
export function retryWords({ attempt, attempts, delayMs, error }: EventOf<"task-retrying">): string {
  return `${oneLine(error.message)}; attempt ${attempt} of ${attempts} failed, the next follows in ${duration(delayMs)}`;
}

/** `exit code 1; rolling back: delete what was created` */
export function rollbackWords({ error, action }: EventOf<"task-rolling-back">): string {
  return `${oneLine(error.message)}; rolling back: ${oneLine(action)}`;
}
