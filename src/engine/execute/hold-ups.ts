import type { TaskError } from "../model/outcome.ts";
import type { TaskStatus } from "../model/report.ts";
import type { Desired } from "../plan/desired.ts";
import { knownIdentity } from "../plan/owners/identity.ts";
import type { Plan } from "../plan/plan-model.ts";
import type { PlannedTask } from "../plan/planned-task.ts";
import type { Entries } from "../recorded/entries.ts";

/** Statuses with which a task holds up its dependants. */
const blocking: ReadonlySet<TaskStatus> = new Set<TaskStatus>([
  "failed",
  "rolled-back",
  "tainted",
  "skipped",
  "cancelled",
]);

/** Does a task that ended so hold up its dependants? */
export function isBlocking(status: TaskStatus): boolean {
  return blocking.has(status);
}

/** Which tasks may not run, because of what others came to. */
export class HoldUps {
  readonly #plan: Plan;
  readonly #dependants: ReadonlyMap<string, readonly string[]>;
  readonly #status = new Map<string, TaskStatus>();
  /** Tasks that are to go, and whose resource another task is → that task. */
  readonly #claimed = new Map<string, string>();
  /** By kind: a new task that did not succeed, and of which nobody knows which resource it is. */
  readonly #unclear = new Map<string, string>();

  /** @param entries of state, under the names of now */
  constructor(plan: Plan, entries: Entries) {
    this.#plan = plan;
    this.#dependants = recordedDependants(entries);
  }

  /** Takes note of how a task ended. */
  note(planned: PlannedTask, status: TaskStatus): void {
    this.#status.set(planned.name, status);
    if (blocking.has(status) && isUnclear(planned)) this.#unclear.set(kindOf(planned), planned.name);
  }

  /** The task that holds this one up: something it depends on, or, when it is to go, something that depends on it. */
  blocker(planned: PlannedTask, place: number): string | undefined {
    const goes = planned.decision.change === "delete" || planned.decision.change === "forget";
    const waited = (this.#plan.edges[place] ?? []).map((node) => (this.#plan.tasks[node] as PlannedTask).name);
    const names = goes ? [...waited, ...(this.#dependants.get(planned.name) ?? [])] : waited;
    return names.find((name) => blocking.has(this.#status.get(name) ?? "planned"));
  }

  /** The task of the manifest that may be the resource of one that left it: by another name it would be destroyed. */
  mayBe(planned: PlannedTask): string | undefined {
    if (planned.task) return undefined;
    return this.#claimed.get(planned.name) ?? this.#unclear.get(kindOf(planned));
  }

  /** Whether a task can have the resource that it wants shows with values of others. */
  taken(planned: PlannedTask, desired: Desired): TaskError | undefined {
    const claim = this.#plan.claim(planned, desired);
    if (claim.state === "free") return undefined;
    if (claim.state === "taken") {
      this.#claimed.set(claim.owner, planned.name);
      const { message, suggestion } = claim.diagnostic;
      return { message, ...(suggestion === undefined ? {} : { hint: suggestion }) };
    }
    const owner = claim.owners.find((name) => this.#status.get(name) !== "done");
    if (owner === undefined) return undefined;
    return { message: `"${owner}" has not left its place yet`, hint: "Run the same command again: then it has." };
  }
}

/** A new task of which nothing tells yet which resource it is. */
function isUnclear({ task, entry, desired, processor }: PlannedTask): boolean {
  if (!task || entry) return false;
  return !desired || (desired.unknowns.size > 0 && knownIdentity(processor, desired) === undefined);
}

function kindOf({ apiVersion, kind }: PlannedTask): string {
  return `${apiVersion} ${kind}`;
}

function recordedDependants(entries: Entries): Map<string, string[]> {
  const dependants = new Map<string, string[]>();
  for (const [name, { dependencies }] of entries) {
    for (const dependency of dependencies) {
      const list = dependants.get(dependency);
      if (list) list.push(name);
      else dependants.set(dependency, [name]);
    }
  }
  return dependants;
}
