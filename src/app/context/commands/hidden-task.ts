import type { TaskReport } from "../../../engine/model/report.ts";
import type { Task } from "../../../engine/model/task.ts";

/** The row of a task of which an untrusted run can't open the state. */
export function hiddenTask({ name, apiVersion, kind, location }: Task): TaskReport {
  return {
    name,
    apiVersion,
    kind,
    location,
    change: "none",
    reason: "state can't be opened",
    status: "observed",
    drift: "unknown",
    fields: [],
    durationMs: 0,
    outputs: {},
    error: null,
    dependencies: [],
  };
}
