import { withValueAt } from "./compare.ts";
import type { Desired, Recorded } from "./decide.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { type Json, type JsonObject, pointerPath } from "./json.ts";
import type { Task } from "./model.ts";
import type { Processors, TaskProcessor } from "./ports.ts";

/** Pairs of tasks that are the same resource, as far as that is known. */
export function identityClashes(
  tasks: readonly Task[],
  desired: ReadonlyMap<string, Desired>,
  processors: Processors,
): Diagnostic[] {
  const owners = new Map<string, Task>();
  const clashes: Diagnostic[] = [];
  for (const task of tasks) {
    const identity = knownIdentity(processors.get(task.apiVersion, task.kind), desired.get(task.name));
    if (identity === undefined) continue;
    const owner = owners.get(identity);
    if (!owner) {
      owners.set(identity, task);
      continue;
    }
    clashes.push({
      severity: "error",
      code: "same-resource",
      message: `tasks "${owner.name}" and "${task.name}" are the same resource: ${identity}`,
      location: task.locate("/spec"),
      related: [{ message: `"${owner.name}" is here`, location: owner.locate("/spec") }],
      suggestion: `Remove one of them, or limit both with \`processingScope\` so that no run has both; after a rename use \`formerNames\`.`,
    });
  }
  return clashes;
}

/** `Kind identity`, when the processor can tell one. */
export function identityOf(processor: TaskProcessor | undefined, spec: JsonObject | undefined): string | undefined {
  const identity = spec && processor?.identity?.(spec);
  return identity === undefined || processor === undefined ? undefined : `${processor.kind} ${identity}`;
}

/** The identity of what a task should be; undefined while it waits for values of other tasks. */
export function knownIdentity(processor: TaskProcessor | undefined, desired: Desired | undefined): string | undefined {
  if (!desired || desired.unknowns.size === 0) return identityOf(processor, desired?.value);
  const otherwise = [...desired.unknowns.keys()].reduce<Json>(
    (spec, pointer) => withValueAt(spec, pointerPath(pointer), "(something else)"),
    desired.value,
  );
  try {
    const identity = identityOf(processor, desired.value);
    // Does what is not known matter?
    return identityOf(processor, otherwise as JsonObject) === identity ? identity : undefined;
  } catch {
    // It expects whole specs.
    return undefined;
  }
}

/** Is what the new spec describes another resource than the recorded one, so that both have to be looked at? */
export function movesElsewhere(
  recorded: Recorded | undefined,
  recordedProcessor: TaskProcessor,
  desired: Desired | undefined,
  processor: TaskProcessor,
): desired is Desired {
  if (!recorded || !desired || desired.unknowns.size > 0) return false;
  if (processor !== recordedProcessor) return true;
  const from = identityOf(recordedProcessor, recorded.value);
  return from !== undefined && from !== identityOf(processor, desired.value);
}
