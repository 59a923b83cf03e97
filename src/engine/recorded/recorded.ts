import { type JsonObject, pointerPath, pointerWithin } from "../json/json.ts";
import type { TaskError } from "../model/outcome.ts";
import type { TaskState } from "../model/state-body.ts";
import { identityOf, likenessOf } from "../plan/owners/identity.ts";
import type { PlanCandidate, Undo } from "../plan/select-tasks.ts";
import type { Processors, TaskProcessor } from "../ports/processor.ts";
import { readableTemplate } from "../references/templates.ts";
import type { Entries } from "./entries.ts";

/** The processor of what a task should become. */
export function wantedProcessor({ wanted, task }: PlanCandidate, processors: Processors): TaskProcessor | undefined {
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

/** True when a processor needs the value at a pointer of a recorded spec to find or delete its resource. */
export function needs({ known }: TaskProcessor, pointer: string, recorded: JsonObject): boolean {
  const addressFields = known?.addressFields;
  const fields = typeof addressFields === "function" ? addressFields(recorded) : addressFields;
  if (fields === undefined) return true;
  const [name = ""] = pointerPath(pointer);
  return fields.some((field) =>
    field.startsWith("/") ? pointerWithin(pointer, field) || pointerWithin(field, pointer) : field === name,
  );
}

/** A recorded spec needs a value that nobody knows any more. */
export function lostValue(pointer: string, why: readonly string[]): TaskError {
  return {
    message: `its recorded spec needs a value at ${pointer} that is not known any more: ${why.join(", ")}`,
    hint: "Bring the value back, or run `forget` with this task as `target` and remove the resource yourself.",
  };
}

/**
 * What a rollback finds under another name: resources that were renamed since.
 * @returns the name of before → the name of now
 */
export function renamesBack(
  undo: ReadonlyMap<string, Undo>,
  entries: Entries,
  processors: Processors,
): Map<string, string> {
  const leaving = new Map<string, string>();
  for (const [name, { before }] of undo) {
    const entry = before === null ? entries.get(name) : undefined;
    const identity = entry && recordedIdentity(entry, processors);
    if (identity !== undefined) leaving.set(identity, name);
  }
  const renames = new Map<string, string>();
  for (const [name, { before }] of undo) {
    const identity = before && !entries.has(name) ? recordedIdentity(before, processors) : undefined;
    const now = identity === undefined ? undefined : leaving.get(identity);
    if (now !== undefined) renames.set(name, now);
  }
  return renames;
}

/** Steps back without those of names that a rename took away: their resources go on under the name of before. */
export function withoutRenamed(undo: ReadonlyMap<string, Undo>, entries: Entries): ReadonlyMap<string, Undo> {
  return new Map([...undo].filter(([name, { before }]) => before !== null || entries.has(name)));
}

/** What tells whether two entries are one resource: their identity, or what makes them alike. */
function recordedIdentity(entry: TaskState, processors: Processors): string | undefined {
  const processor = recordedProcessorOf(entry, processors);
  return identityOf(processor, readableTemplate(entry.spec)) ?? (processor && likenessOf(processor, entry.spec).key);
}
