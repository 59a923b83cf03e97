import { type Json, type JsonObject, pointerSegment } from "../json/json.ts";
import { equalJson } from "../json/json-diff.ts";
import type { FieldDiff } from "../model/change.ts";
import type { TaskReport } from "../model/report.ts";
import type { PlannedTask } from "../plan/planned-task.ts";

/**
 * What of a task's metadata state will hold in another way than now: its name, what it depends on, its scope, its
 * lifecycle. Nothing of it runs, and some of it decides later what goes and what stays.
 */
export function recordedAnew(planned: PlannedTask): Pick<TaskReport, "metadata"> {
  const { entry, task, decision, status, hidden, name, formerName } = planned;
  const records = decision.change === "noop" || decision.change === "update" || decision.change === "replace";
  if (!entry || !task || !records || decision.leftAlone || hidden || status !== "planned") return {};
  const renamed: FieldDiff[] = formerName === undefined ? [] : [{ path: "/name", before: formerName, after: name }];
  const fields = [...renamed, ...differing(kept(entry), kept(planned), ""), ...lifecycles(entry, planned)];
  return fields.length > 0 ? { metadata: fields } : {};
}

function lifecycles(entry: Pick<PlannedTask, "lifecycle">, planned: Pick<PlannedTask, "lifecycle">): FieldDiff[] {
  const { mutex: before, ...old } = entry.lifecycle;
  const { mutex: after, ...next } = planned.lifecycle;
  const mutexes = [before, after].map((mutex) => (mutex ? { mutex } : {}) as JsonObject);
  return [
    ...differing(old as unknown as JsonObject, next as unknown as JsonObject, "/lifecycle"),
    ...differing(mutexes[0] as JsonObject, mutexes[1] as JsonObject, ""),
  ];
}

/** Lists that a manifest may leave out, under the names that they have there. */
function kept({ dependencies, scope }: Pick<PlannedTask, "dependencies" | "scope">): JsonObject {
  const listed = (list: readonly unknown[]): Json | undefined => (list.length > 0 ? (list as Json) : undefined);
  const lists = { dependencies: listed(dependencies), processingScope: listed(scope) };
  return lists as unknown as JsonObject;
}

/** Members that differ, each as a whole. */
function differing(before: JsonObject, after: JsonObject, pointer: string): FieldDiff[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key): FieldDiff[] => {
    const [old, next] = [before[key], after[key]];
    if (equalJson(old, next)) return [];
    const path = `${pointer}/${pointerSegment(key)}`;
    return [{ path, ...(old === undefined ? {} : { before: old }), ...(next === undefined ? {} : { after: next }) }];
  });
}
