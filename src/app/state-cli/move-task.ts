import { err, explained, type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { TaskState } from "../../engine/model/state-body.ts";
import { withNewNames } from "../../engine/recorded/entries.ts";
import { nearest } from "../../engine/references/references.ts";
import type { StateSession } from "../../state/session/session.ts";
import type { StateCommandEnv } from "./state-command-env.ts";

const taskName = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * Gives a recorded task another name, there and in what depends on it. Its resource stays as it is.
 * `rollback` takes it back: it drops the new name and takes the old entry into state again, touching nothing.
 * @returns names of the tasks that depend on it
 */
export async function moveTask(
  session: StateSession,
  from: string,
  to: string,
  { context, command }: Pick<StateCommandEnv, "context" | "command">,
): Promise<Result<readonly string[], Failure>> {
  const refusal = whyNot(session, from, to, { context, command });
  if (refusal) return err(refusal);
  const entry = session.tasks.get(from) as TaskState;
  const newNames = new Map([[from, to]]);
  const dependants = [...session.tasks].filter(
    ([name, before]) => name !== from && withNewNames(before, newNames) !== before,
  );
  // The old name's undo first: after it all is as before, should nothing follow.
  const steps = [
    { task: from, entry, undo: { task: from, change: "forget", before: entry } },
    { task: to, formerName: from, entry, undo: { task: to, change: "adopt", before: null } },
    ...dependants.map(([task, before]) => {
      return { task, entry: withNewNames(before, newNames), undo: { task, change: "update", before } } as const;
    }),
  ] as const;
  for (const step of steps) {
    const recorded = await session.record(step);
    if (!recorded.ok) return recorded;
  }
  return ok(dependants.map(([name]) => name));
}

function whyNot(
  { contents: { tasks, pending } }: StateSession,
  from: string,
  to: string,
  { context, command }: Pick<StateCommandEnv, "context" | "command">,
): Failure | undefined {
  const isPending = (name: string): boolean => pending.some(({ intent }) => intent.task === name);
  if (isPending(from) || isPending(to)) {
    const name = isPending(from) ? from : to;
    return wrong(
      `"${name}" is pending: a run ended in the middle of it, or is going on`,
      `Let \`${command("apply")}\` settle it first.`,
    );
  }
  if (!tasks.has(from)) {
    const near = nearest(from, [...tasks.keys()]);
    const known = [...tasks.keys()].slice(0, 20).join(", ") || "nothing";
    return wrong(
      `"${from}" is not recorded in the context "${context}" (recorded: ${known})`,
      near ? `Did you mean "${near}"?` : undefined,
    );
  }
  if (!taskName.test(to))
    return wrong(
      `"${to}" is not a name of a task: letters, digits, ".", "_" and "-", beginning with a letter or digit`,
    );
  if (tasks.has(to))
    return wrong(`"${to}" is recorded already`, `To drop that one: \`${command("state", "rm", to)}\`.`);
  return undefined;
}

function wrong(message: string, suggestion?: string): Failure {
  return explained("invalid-input", message, { suggestion });
}
