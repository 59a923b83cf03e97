import type { LockHolder } from "../../engine/ports/state-lock.ts";
import type { Entries } from "../../engine/recorded/entries.ts";
import type { PendingTask } from "../../state/session/session-contents.ts";
import type { ContextWork } from "./context-work.ts";
import { quotedNames } from "./task-names.ts";

/**
 * Finds out what became of tasks that an earlier run was in the middle of. A run that only reads keeps that to itself.
 * @returns what is recorded then
 */
export async function settleEarlierRun(work: ContextWork): Promise<Entries> {
  const { frame, session, references, toolbox, writer } = work;
  const { services, tell } = frame;
  const { pending, tasks } = session.contents;
  if (pending.length === 0) return tasks;
  if (writer) {
    tell("notice", "run-going-on", goingOn(writer, pending));
    return tasks;
  }
  const { writes } = services.command;
  const { settlePending } = await import("../../engine/execute/settle.ts");
  const settlements = await settlePending({
    pending: pending.map(({ intent }) => intent),
    entries: tasks,
    references,
    toolbox,
  });
  const entries = new Map(session.tasks);
  for (const { task, resolution, note } of settlements) {
    tell("notice", "settled", `an earlier run ended in the middle of "${task}": ${note}`);
    if (resolution === "keep") continue;
    if (writes) session.resolvePending(task, resolution);
    if (resolution === "drop") continue;
    if (resolution.entry === null) entries.delete(task);
    else entries.set(task, resolution.entry);
  }
  return writes ? session.tasks : entries;
}

/** Who is at work on what is pending. */
function goingOn({ command, since, run, id }: LockHolder, pending: readonly PendingTask[]): string {
  const link = run.url === "" ? "" : `, ${run.url}`;
  const tasks = quotedNames(pending.map(({ intent }) => intent.task));
  return `\`${command}\` has been going on since ${since} (lock-id ${id}${link}) and is not through with ${tasks}, shown as pending here. Should that run be gone for good, the next command that writes finds out what became of them.`;
}
