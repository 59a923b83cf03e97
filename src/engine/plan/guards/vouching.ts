import type { Diagnostic, Location } from "../../diagnostics/diagnostic.ts";
import type { JsonObject } from "../../json/json.ts";
import type { Observation } from "../../model/observation.ts";
import type { Task } from "../../model/task.ts";
import { type RecordedScript, scriptNames, type TaskProcessor } from "../../ports/processor.ts";
import type { Prepared } from "../../prepare/prepare.ts";
import { andMore } from "../../text/listed.ts";
import type { Desired, Recorded, Unvouched } from "../desired.ts";
import type { Plan } from "../plan-model.ts";
import type { PlannedTask } from "../planned-task.ts";

/** What guards a plan that would run scripts of which only doubtful state tells. */
export const unreviewedScript = "unreviewed-script";

const none: Unvouched = new Set();

/** Tells which scripts of recorded specs are the manifest's own, where state may be anybody's. */
export class Vouching {
  /** Who may have written the state, for messages: `plain state in …, which … can write`. Undefined: who may write the manifest. */
  readonly doubt: string | undefined;
  readonly #tasks: ReadonlyMap<string, Task>;
  readonly #prepared: Pick<Prepared, "desired" | "resolve"> | undefined;

  constructor(
    doubt: string | undefined,
    tasks: ReadonlyMap<string, Task> = new Map(),
    prepared?: Pick<Prepared, "desired" | "resolve">,
  ) {
    this.doubt = doubt;
    this.#tasks = tasks;
    this.#prepared = prepared;
  }

  /**
   * Scripts of a recorded spec that the manifest does not have for the same task. Of kinds of a module the code is the
   * repository's: there the manifest vouches for all that it has a task for.
   */
  unvouched(name: string, processor: TaskProcessor, recorded: JsonObject): Unvouched {
    if (this.doubt === undefined) return none;
    const declared = this.#declared(name, processor);
    if (processor.fields?.scriptsBeyond) return new Set(processor.fields.scriptsBeyond(recorded, declared));
    return processor.module === undefined || declared ? none : new Set(scriptNames);
  }

  /** What is seen of a resource when what would look at it does not run. */
  get unseen(): Extract<Observation, { readonly state: "unobservable" }> {
    return { state: "unobservable", why: `what would run to look at it stands only in ${this.doubt}` };
  }

  #declared(name: string, processor: TaskProcessor): JsonObject | undefined {
    const task = this.#tasks.get(name);
    if (!this.#prepared || !isOf(task, processor)) return undefined;
    const { desired } = this.#prepared;
    const label = (other: string, key: string) => ({ type: "unknown", label: `${other}:${key}` }) as const;
    return (desired.get(name) ?? this.#prepared.resolve(task, label).desired).stored;
  }
}

/** Is there such a task, and is it of the kind of this processor? */
export function isOf(task: Task | undefined, { apiVersion, kind }: TaskProcessor): task is Task {
  return task?.apiVersion === apiVersion && task.kind === kind;
}

/** What a planned change would run of which only state in doubt tells; where it fails, too. */
function unreviewed({ decision, status, recorded, desired, processor }: PlannedTask): readonly RecordedScript[] {
  if (status !== "planned") return [];
  const old = recorded?.unvouched ?? none;
  const next = desired?.unvouched ?? none;
  const leaving = old.has("delete") ? [...old].filter((name) => name !== "create" && name !== "update") : [];
  switch (decision.change) {
    case "delete":
      return leaving;
    case "replace":
      return [...new Set([...leaving, ...next])];
    case "update":
      // Without an `update` it deletes first.
      return [
        ...new Set([
          ...(leaving.length > 0 && desired && processor?.compare?.replaces?.(desired.value) ? leaving : []),
          ...next,
        ]),
      ];
    case "create":
    case "adopt":
      return [...next];
    default:
      return [];
  }
}

/** Why a plan may not be carried out unseen: it would run what stands in state in doubt, and not in the manifest. */
export function unreviewedScripts(
  { tasks, digest }: Pick<Plan, "tasks" | "digest">,
  { doubt }: Vouching,
  projectLocation: Location | undefined,
): readonly Diagnostic[] {
  const found = tasks.map((task) => ({ task, scripts: unreviewed(task) })).filter(({ scripts }) => scripts.length > 0);
  if (found.length === 0) return [];
  const named = found.map(({ task, scripts }) => `"${task.name}" (${scripts.join(", ")})`);
  return [
    {
      severity: "error",
      code: unreviewedScript,
      message: `the plan would run what stands only in ${doubt}, and not in the manifest: ${andMore(named, 10, "more tasks")}`,
      ...(projectLocation ? { location: projectLocation } : {}),
      suggestion: `The plan shows what is recorded; what it shortens stands whole in the report (\`report-path\`), so look there too. If all of it is right, run once with \`plan-digest: ${digest}\`; if not, run \`forget\` with these tasks as \`target\`. State that is sealed with \`encryption-key\` is taken at its word.`,
    },
  ];
}

/** The same plan, once somebody has agreed to just this one: what it shows may run. */
export function vouchedFor(plan: Plan): Plan {
  const vouched = <T extends Pick<Recorded | Desired, "unvouched">>(one: T | undefined): T | undefined => {
    if (!one) return undefined;
    const { unvouched: _, ...rest } = one;
    return rest as T;
  };
  const tasks = plan.tasks.map((task) => ({
    ...task,
    recorded: vouched(task.recorded),
    desired: vouched(task.desired),
  }));
  return { ...plan, tasks };
}
