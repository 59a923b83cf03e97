import { err, explained, type Failure, failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { TaskReport } from "../../../engine/model/report.ts";
import type { TaskState } from "../../../engine/model/state-body.ts";
import { emptyCounts } from "../../../engine/plan/plan-model.ts";
import { nearest } from "../../../engine/references/references.ts";
import { references } from "../../../engine/references/templates.ts";
import { globMatcher } from "../../../engine/text/glob.ts";
import { type Surface, terminalSurface } from "../../../engine/text/surface.ts";
import type { StateSession } from "../../../state/session/session.ts";
import type { CommandWork, StateWork } from "./command-work.ts";

/** The command `forget`. */
export async function forget({ session, settings, context, notice }: StateWork): ReturnType<CommandWork> {
  const dropped = await forgetTasks(session, settings.targets, context, settings.surface);
  if (!dropped.ok) return dropped;
  const tasks = dropped.value;
  for (const { name } of tasks) notice("forgotten", `dropped "${name}" from state; its resource was left as it is`);
  const order = tasks.map(({ name }) => name);
  const stranded = strandedBy(order, session.tasks);
  if (stranded !== undefined) notice("forgotten", stranded);
  return ok({ tasks, order, counts: { ...emptyCounts(), forget: tasks.length } });
}

/**
 * Drops the targets from state and leaves their resources alone. Nothing is dropped unless every target is found.
 * @returns what was dropped
 */
export async function forgetTasks(
  session: StateSession,
  targets: readonly string[],
  context: string,
  surface: Surface = terminalSurface,
): Promise<Result<readonly TaskReport[], Failure>> {
  if (targets.length === 0) {
    const message = `the command forget needs ${surface.setting("target")}: the recorded tasks to drop from state`;
    return err(failure("invalid-input", message));
  }
  const found = new Map<string, TaskState>();
  for (const target of targets) {
    const matches = globMatcher([target]);
    const matched = [...session.tasks].filter(([name]) => matches(name));
    if (matched.length === 0) {
      const known = [...session.tasks.keys()].slice(0, 20).join(", ") || "nothing";
      const message = `target "${target}" matches nothing that is recorded in the context "${context}" (recorded: ${known})`;
      const near = nearest(target, session.tasks.keys());
      return err(explained("invalid-input", message, { suggestion: near && `Did you mean "${near}"?` }));
    }
    for (const [name, entry] of matched) found.set(name, entry);
  }
  for (const [name, entry] of found) {
    // `rollback` takes it into state again.
    const undo = { task: name, change: "forget", before: entry } as const;
    const recorded = await session.record({ task: name, entry: null, undo });
    if (!recorded.ok) return recorded;
  }
  return ok([...found].map(([name, entry]) => forgotten(name, entry)));
}

/**
 * What to know after a forget: who was recorded with a sensitive output that is not known any more.
 * @param dropped names of tasks that are no longer recorded
 * @returns a sentence, or undefined when there is nobody
 */
function strandedBy(dropped: readonly string[], tasks: ReadonlyMap<string, TaskState>): string | undefined {
  const gone = new Set(dropped);
  const uses = (entry: TaskState): boolean => {
    for (const { reference } of references(entry.spec))
      if (reference.source === "VAR" && gone.has(reference.name.split(":")[0] ?? "")) return true;
    return false;
  };
  const names = [...tasks].filter(([, entry]) => uses(entry)).map(([name]) => `"${name}"`);
  if (names.length === 0) return undefined;
  return `recorded with a sensitive output of what was dropped: ${names.join(", ")}; without it they may not be deleted or rolled back. \`rollback\` takes it into state again`;
}

function forgotten(name: string, { apiVersion, kind, outputs: _ }: TaskState): TaskReport {
  return {
    name,
    apiVersion,
    kind,
    change: "forget",
    reason: "forgotten on command",
    status: "done",
    drift: "untracked",
    fields: [],
    durationMs: 0,
    outputs: {},
    error: null,
    location: null,
    dependencies: [],
  };
}
