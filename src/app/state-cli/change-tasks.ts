import { type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { forgetTasks } from "../context/commands/forget.ts";
import { moveTask } from "./move-task.ts";
import { changeState, type StateCommandEnv } from "./state-command-env.ts";

/** `opus state rm`: drops tasks from state, and leaves their resources alone. */
export async function removeTasks(commandEnv: StateCommandEnv): Promise<Result<void, Failure>> {
  const { context, request } = commandEnv;
  const dropped = await changeState(commandEnv, (session) => forgetTasks(session, request.operands, context));
  if (!dropped.ok) return dropped;
  for (const { name } of dropped.value)
    commandEnv.line(`dropped "${name}" from state; its resource was left as it is`, "success");
  commandEnv.line(
    `\`${commandEnv.command("rollback")}\` takes it back into state, as long as nothing else was changed.`,
    "muted",
  );
  return ok(undefined);
}

/** `opus state mv` of one task: records it under another name. */
export async function renameTask(
  commandEnv: StateCommandEnv,
  from: string,
  to: string,
): Promise<Result<void, Failure>> {
  const moved = await changeState(commandEnv, (session) => moveTask(session, from, to, commandEnv));
  if (!moved.ok) return moved;
  commandEnv.line(`"${from}" is recorded as "${to}" now; its resource was left as it is`, "success");
  if (moved.value.length > 0) commandEnv.line(`also in the dependencies of ${moved.value.join(", ")}`);
  commandEnv.line(
    `The manifest must call it "${to}" too (or have that among its \`formerNames\`): under its old name it would be made again, and what is recorded deleted.`,
    "warning",
  );
  return ok(undefined);
}
