import { type Failure, failure } from "../../engine/diagnostics/diagnostic.ts";
import type { TaskReport } from "../../engine/model/report.ts";

/** Names of tasks for a message: `"a", "b" and 3 more tasks`. */
export function quotedNames(all: readonly string[]): string {
  const shown = all
    .slice(0, 5)
    .map((name) => `"${name}"`)
    .join(", ");
  return all.length > 5 ? `${shown} and ${all.length - 5} more tasks` : shown;
}

/** @param what became of the tasks */
export function tasksFailed(failed: readonly TaskReport[], what: string): Failure {
  return failure("task-failed", `${quotedNames(failed.map(({ name }) => name))} ${what}`);
}
