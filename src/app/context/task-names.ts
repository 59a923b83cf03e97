import { type Failure, failure } from "../../engine/diagnostics/diagnostic.ts";
import type { TaskReport } from "../../engine/model/report.ts";
import { andMore } from "../../engine/text/listed.ts";

/** Names of tasks for a message: `"a", "b" and 3 more tasks`. */
export function quotedNames(all: readonly string[]): string {
  return andMore(
    all.map((name) => `"${name}"`),
    5,
    "more tasks",
  );
}

/** @param what became of the tasks */
export function tasksFailed(failed: readonly TaskReport[], what: string): Failure {
  return failure("task-failed", `${quotedNames(failed.map(({ name }) => name))} ${what}`);
}
