import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { TaskError } from "../model/outcome.ts";
import type { RecordedSpec } from "../ports/references.ts";
import { HandedFiles } from "../prepare/handed-files.ts";
import type { Entries } from "../recorded/entries.ts";
import type { Desired } from "./desired.ts";
import { Owners } from "./owners/resource-owners.ts";
import type { PlanRequest } from "./plan-request.ts";
import type { PlannedTask } from "./planned-task.ts";
import type { PlanCandidates } from "./select-tasks.ts";

/** A plan in the making: what it is about, and what was planned by now. */
export class Planning {
  readonly request: PlanRequest;
  /** Of state, under the names of now. */
  readonly entries: Entries;
  readonly candidates: PlanCandidates;
  readonly renames: ReadonlyMap<string, string>;
  /** What was planned already. */
  readonly byName = new Map<string, PlannedTask>();
  /** Places of tasks that will not be as they are now, or wait for such. */
  readonly unsettled = new Set<number>();
  readonly owners: Owners;
  readonly handed: HandedFiles;
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    request: PlanRequest,
    entries: Entries,
    candidates: PlanCandidates,
    renames: ReadonlyMap<string, string>,
  ) {
    this.request = request;
    this.entries = entries;
    this.candidates = candidates;
    this.renames = renames;
    const { action, declared, prepared, toolbox } = request;
    this.owners = new Owners({
      action,
      entries,
      candidates: candidates.candidates,
      declaredNames: declared.names,
      prepared,
      processors: toolbox.processors,
      fill: (task, entry, spec) => {
        const filled = this.fromState({ task, spec, secrets: entry.secrets }, true);
        return "message" in filled ? spec : filled.value;
      },
    });
    this.handed = new HandedFiles(candidates.edges, request.placeFiles);
  }

  /**
   * A spec out of state, with its secrets filled in.
   * @param partly leave what can't be filled in any more unknown, with the reason as its label
   */
  fromState(recorded: RecordedSpec, partly = false): Desired | TaskError {
    const resolved = this.request.references.fill(recorded, this.entries, partly);
    const [problem] = resolved.problems;
    return problem
      ? { message: problem.message, ...(problem.suggestion ? { hint: problem.suggestion } : {}) }
      : { ...resolved, stored: recorded.spec };
  }
}
