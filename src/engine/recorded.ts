import type { Diagnostic } from "./diagnostic.ts";
import type { Entries } from "./entries.ts";
import type { TaskError, TaskState } from "./model.ts";
import type { Action, PlannedTask } from "./plan-model.ts";
import type { Processors, TaskProcessor } from "./ports.ts";
import { identityOf, knownIdentity } from "./prepare.ts";
import type { Seed } from "./seeds.ts";

/** The processor of what a task should become. */
export function wantedProcessor({ wanted, task }: Seed, processors: Processors): TaskProcessor | undefined {
  if (typeof wanted === "object") return recordedProcessorOf(wanted, processors);
  return wanted === "manifest" && task ? processors.get(task.apiVersion, task.kind) : undefined;
}

/** The processor of a recorded entry; one of another apiVersion when it can upgrade. */
export function recordedProcessorOf(entry: TaskState, processors: Processors): TaskProcessor | undefined {
  const exact = processors.get(entry.apiVersion, entry.kind);
  if (exact) return exact;
  for (const { apiVersion, kind } of processors.list()) {
    const candidate = kind === entry.kind ? processors.get(apiVersion, kind) : undefined;
    if (candidate?.upgrade) return candidate;
  }
  return undefined;
}

/** Nobody can look after a recorded task any more. */
export function goneProcessor(entry: TaskState): TaskError {
  const restore = entry.module
    ? `Restore the module ${entry.module} under \`processors\` of the Project`
    : "Restore its processor";
  return {
    message: `it was recorded as ${entry.apiVersion} ${entry.kind}, and no processor knows that kind any more`,
    hint: `${restore}, or run \`forget\` with this task as \`target\` to leave the resource as it is.`,
  };
}

/** Tasks that would take over the resource of another recorded task. */
export function recordedClashes(tasks: readonly PlannedTask[], entries: Entries, action: Action): Diagnostic[] {
  if (action === "delete" || action === "rollback") return [];
  const owners = new Map<string, string>();
  for (const { name, recorded, recordedProcessor } of tasks) {
    const identity = identityOf(recordedProcessor, recorded?.value);
    if (identity !== undefined) owners.set(identity, name);
  }
  return tasks.flatMap((planned): Diagnostic[] => {
    const { name, desired, processor, task } = planned;
    if (!task) return [];
    const identity = knownIdentity(processor, desired);
    const owner = identity === undefined ? undefined : owners.get(identity);
    if (owner === undefined || owner === name || entries.get(owner) === undefined) return [];
    const orphan = !tasks.find((other) => other.name === owner)?.task;
    return [
      {
        severity: "error",
        code: "same-resource",
        message: `task "${name}" is the resource that state holds as "${owner}": ${identity}`,
        location: task.locate("/spec"),
        suggestion: orphan
          ? `If "${owner}" was renamed, add \`formerNames: [${owner}]\`; else run \`forget\` with target "${owner}".`
          : `Apply "${owner}" first, so that it moves away, or run \`forget\` with target "${owner}".`,
      },
    ];
  });
}
