import type { Failure } from "../diagnostics/diagnostic.ts";
import { runScheduled } from "../graph/schedule.ts";
import type { Json } from "../json/json.ts";
import type { Output, TaskError } from "../model/outcome.ts";
import type { PlanPolicy } from "../model/plan-policy.ts";
import type { TaskReport, TaskStatus } from "../model/report.ts";
import type { Intent } from "../model/state-body.ts";
import type { Task } from "../model/task.ts";
import type { Desired } from "../plan/desired.ts";
import { entryToBringBack } from "../plan/found.ts";
import { knownIdentity } from "../plan/identity.ts";
import { type Plan, plannedReport } from "../plan/plan-model.ts";
import type { PlannedTask } from "../plan/planned-task.ts";
import { refreshedEntry } from "../plan/refresh.ts";
import { problemsByKind } from "../plan/validate-by-kind.ts";
import type { Hook, StepResult, TaskStep } from "../ports/hook.ts";
import type { Recorder } from "../ports/recorder.ts";
import type { References } from "../ports/references.ts";
import type { Sealed } from "../ports/sealed.ts";
import { TaskFailure } from "../ports/task-failure.ts";
import type { Toolbox } from "../ports/toolbox.ts";
import type { Prepared } from "../prepare/prepare.ts";
import type { ScopeMatcher } from "../prepare/scope.ts";
import { type Entries, renamedEntries } from "../recorded/entries.ts";
import { findGiven, outputKey, shownOutputs } from "../recorded/outputs.ts";
import { keptSecrets } from "../recorded/recorded-secrets.ts";
import { type Found, readableTemplate } from "../references/variables.ts";
import { Cancelled, taskError } from "./attempt.ts";
import type { ChangeResult, PerformServices } from "./change-result.ts";
import { chain } from "./hook-chain.ts";
import { perform } from "./perform.ts";

export interface ExecuteRequest {
  readonly plan: Plan;
  readonly prepared: Prepared;
  readonly scope: ScopeMatcher;
  readonly recorder: Recorder;
  readonly references: Pick<References, "output">;
  /** Those that wrap tasks: the repository's own, in order. */
  readonly hooks: readonly Hook[];
  readonly policy: Pick<PlanPolicy, "parallelism" | "failFast">;
  readonly toolbox: Toolbox;
}

export interface Execution {
  /** By place in the plan. */
  readonly reports: readonly TaskReport[];
  /** State could not be written: nothing new was started after that. */
  readonly failure: Failure | undefined;
}

/** Statuses with which a task holds up its dependants. */
const blocking: ReadonlySet<TaskStatus> = new Set<TaskStatus>([
  "failed",
  "rolled-back",
  "tainted",
  "skipped",
  "cancelled",
]);

/** Carries out a plan: ready tasks side by side, each through the hooks, its result recorded before its dependants start. */
export async function executePlan(request: ExecuteRequest): Promise<Execution> {
  const executor = new Executor(request);
  return executor.run();
}

/** A task on its way, as the built-in hooks see it. */
interface Work {
  readonly planned: PlannedTask;
  desired: Desired | undefined;
  performed: ChangeResult | undefined;
}

/** The built-in hooks were stopped because state can't be written. */
class StoreFailed extends Error {}

class Executor {
  readonly #request: ExecuteRequest;
  readonly #entries: Entries;
  readonly #dependants: ReadonlyMap<string, readonly string[]>;
  readonly #reports: TaskReport[] = [];
  readonly #status = new Map<string, TaskStatus>();
  readonly #outputs = new Map<string, Pick<ChangeResult, "outputs" | "kept">>();
  /** Of which lost outputs was told. */
  readonly #told = new Set<string>();
  readonly #startedAt: number;
  /** Tasks that are to go, and whose resource another task is → that task. */
  readonly #claimed = new Map<string, string>();
  /** By kind: a new task that did not succeed, and of which nobody knows which resource it is. */
  readonly #unclear = new Map<string, string>();
  #failure: Failure | undefined;
  #stopped = false;
  #done = 0;

  constructor(request: ExecuteRequest) {
    this.#request = request;
    this.#entries = renamedEntries(request.recorder.tasks, request.plan.renames);
    this.#dependants = recordedDependants(this.#entries);
    this.#startedAt = request.toolbox.clock.now();
  }

  async run(): Promise<Execution> {
    const { plan, recorder, policy, toolbox } = this.#request;
    const effective = plan.tasks.filter((planned) => planned.status === "planned" && hasEffect(planned));
    const intents = effective.map((planned) => intent(planned, toolbox.sealed));
    if (intents.length > 0) {
      const begun = await recorder.begin(intents);
      if (!begun.ok) this.#failure = begun.error;
    }
    // Tasks that left the manifest wait for all others: a node between them.
    const barrier = plan.orphansFrom;
    const shift = (node: number): number => (node >= barrier ? node + 1 : node);
    const edges = [
      ...plan.edges.slice(0, barrier),
      Array.from({ length: barrier }, (_, node) => node),
      ...plan.edges.slice(barrier).map((before) => [barrier, ...before.map(shift)]),
    ];
    await runScheduled(edges, policy.parallelism, async (node) => {
      if (node === barrier) return;
      const place = node > barrier ? node - 1 : node;
      await this.#task(plan.tasks[place] as PlannedTask, place);
    });
    return { reports: this.#reports, failure: this.#failure };
  }

  async #task(planned: PlannedTask, place: number): Promise<void> {
    const { plan, policy, toolbox } = this.#request;
    const { clock, emit } = toolbox;
    const began = clock.now();
    const report = await this.#process(planned, place);
    const finished: TaskReport = { ...report, durationMs: Math.round(clock.now() - began) };
    this.#reports[place] = finished;
    this.#status.set(planned.name, finished.status);
    if (blocking.has(finished.status) && isUnclear(planned)) this.#unclear.set(kindOf(planned), planned.name);
    if (policy.failFast && blocking.has(finished.status) && finished.status !== "skipped") this.#stopped = true;
    this.#done++;
    const elapsedMs = clock.now() - this.#startedAt;
    emit({
      type: "task-finished",
      context: plan.context,
      report: finished,
      done: this.#done,
      total: plan.tasks.length,
      elapsedMs,
    });
  }

  async #process(planned: PlannedTask, place: number): Promise<TaskReport> {
    if (planned.status === "failed") return plannedReport(planned);
    const { change } = planned.decision;
    const blocker = this.#blocker(planned, place);
    if (planned.status === "skipped" || blocker !== undefined) {
      return {
        ...plannedReport(planned, "skipped"),
        reason: blocker === undefined ? planned.decision.reason : `"${blocker}" did not succeed`,
      };
    }
    const claimant = change === "delete" ? this.#mayBe(planned) : undefined;
    if (claimant !== undefined)
      return {
        ...plannedReport(planned, "skipped"),
        reason: `its resource may be that of "${claimant}", which did not succeed`,
      };
    if (change === "none") return plannedReport(planned, "observed");
    if (change === "noop") return this.#unchanged(planned);
    const held = this.#heldUp();
    if (held) return { ...plannedReport(planned, held.status), reason: held.reason };
    return this.#changed(planned);
  }

  /** The task of the manifest that may be the resource of one that left it: by another name it would be destroyed. */
  #mayBe(planned: PlannedTask): string | undefined {
    if (planned.task) return undefined;
    return this.#claimed.get(planned.name) ?? this.#unclear.get(kindOf(planned));
  }

  /** Whether a task can have the resource that it wants shows with values of others. */
  #taken(planned: PlannedTask, desired: Desired): TaskError | undefined {
    const claim = this.#request.plan.claim(planned, desired);
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

  #heldUp(): { status: TaskStatus; reason: string } | undefined {
    if (this.#request.toolbox.signal.aborted)
      return { status: "cancelled", reason: "the run was cancelled before it started" };
    if (this.#failure) return { status: "skipped", reason: "state could not be written" };
    return this.#stopped ? { status: "skipped", reason: "another task failed (fail-fast)" } : undefined;
  }

  /** The task that holds this one up: something it depends on, or, when it is to go, something that depends on it. */
  #blocker(planned: PlannedTask, place: number): string | undefined {
    const { plan } = this.#request;
    const goes = planned.decision.change === "delete" || planned.decision.change === "forget";
    const waited = (plan.edges[place] ?? []).map((node) => (plan.tasks[node] as PlannedTask).name);
    const names = goes ? [...waited, ...(this.#dependants.get(planned.name) ?? [])] : waited;
    return names.find((name) => blocking.has(this.#status.get(name) ?? "planned"));
  }

  /** Nothing to do, but for what of the manifest is only recorded, and for a new name. */
  async #unchanged(planned: PlannedTask): Promise<TaskReport> {
    const { toolbox } = this.#request;
    const stopped = toolbox.signal.aborted || this.#failure !== undefined;
    const entry =
      (stopped ? undefined : await refreshedEntry(planned, planned.desired, toolbox).catch(ifCancelled)) ??
      // Under a new name, or depending on one.
      (planned.entry === this.#request.recorder.tasks.get(planned.name) ? undefined : planned.entry);
    if (entry && !toolbox.signal.aborted && !this.#failure) {
      await this.#record(planned, { entry, undoable: false, change: "noop" });
    }
    return { ...plannedReport(planned, "done"), ...this.#shownOutputs(planned) };
  }

  async #changed(planned: PlannedTask): Promise<TaskReport> {
    const { plan, hooks, scope, toolbox } = this.#request;
    const { name, kind, decision } = planned;
    toolbox.emit({
      type: "task-started",
      context: plan.context,
      task: name,
      kind,
      change: decision.change,
      reason: decision.reason,
    });
    const work: Work = { planned, desired: planned.desired, performed: undefined };
    const own = hooks.filter((hook) => !hook.commands || hook.commands.includes(scope.run.command));
    const process = chain([this.#resolveVariables(work), this.#updateState(work), ...own], (step) =>
      this.#processTask(work, step),
    );
    const step: TaskStep = {
      task: name,
      context: plan.context,
      command: plan.command,
      change: decision.change,
      reason: decision.reason,
      apiVersion: planned.apiVersion,
      kind,
      spec: planned.task?.spec ?? planned.entry?.spec ?? {},
    };
    const result = await this.#reportError(() => process(step));
    const { performed } = work;
    return {
      ...plannedReport(planned, result.status),
      change: performed?.change ?? decision.change,
      reason: performed?.reason ?? decision.reason,
      ...(performed?.rollback && performed.status === result.status ? { rollback: performed.rollback } : {}),
      fields: performed?.fields ?? decision.fields,
      ...this.#shownOutputs(planned),
      error: result.error,
    };
  }

  /** `report-error`: whatever is thrown becomes a failed step. */
  async #reportError(process: () => Promise<StepResult>): Promise<StepResult> {
    try {
      return await process();
    } catch (error) {
      if (error instanceof StoreFailed) {
        return {
          status: "cancelled",
          change: "none",
          outputs: {},
          error: { message: "state could not be written, so it was not started" },
        };
      }
      return { status: "failed", change: "none", outputs: {}, error: taskError(error) };
    }
  }

  /** `resolve-variables`: fills in what tasks before gave. */
  #resolveVariables(work: Work): Hook {
    return {
      name: "resolve-variables",
      around: async (step, next) => {
        const { planned } = work;
        if (planned.task && planned.desired && planned.desired.unknowns.size > 0) {
          const { prepared } = this.#request;
          const reads = planned.processor?.workspace?.reads;
          const late = reads !== undefined && planned.desired.unknowns.has(`/${reads.into}`);
          const read = late ? await prepared.readAgain(planned.task) : { task: planned.task, diagnostics: [] };
          const { desired, diagnostics } = prepared.resolve(read.task, (name, key) =>
            this.#output(name, key, planned.task),
          );
          const [problem] = [...read.diagnostics, ...diagnostics];
          if (problem)
            throw new TaskFailure(
              problem.message,
              problem.suggestion === undefined ? {} : { hint: problem.suggestion },
            );
          if (desired.unknowns.size > 0)
            throw new Error(`unresolved: ${[...desired.unknowns.values()].flat().join(", ")}`);
          const refused = await problemsByKind(planned.processor, desired.value, planned, this.#request.toolbox);
          if (refused.length > 0) throw new TaskFailure(refused.map(({ message }) => message).join("; "));
          work.desired = desired;
        }
        return next({ ...step, spec: work.desired ? readableTemplate(work.desired.stored) : step.spec });
      },
    };
  }

  /** `update-state`: records what the task came to, whatever the hooks inside make of it. */
  #updateState(work: Work): Hook {
    return {
      name: "update-state",
      around: async (step, next) => {
        try {
          return await next(step);
        } finally {
          const { performed, planned } = work;
          if (performed) this.#outputs.set(planned.name, performed);
          if (performed) await this.#settle(planned, performed);
        }
      },
    };
  }

  /** A task that came to an end is not pending any more, also when its entry stays as it was. */
  async #settle(planned: PlannedTask, performed: ChangeResult): Promise<void> {
    if (performed.entry !== undefined) await this.#record(planned, { ...performed, entry: performed.entry });
    else if (performed.status !== "cancelled" && hasEffect(planned)) {
      await this.#record(planned, {
        entry: planned.entry ?? this.#request.recorder.tasks.get(planned.name) ?? null,
        undoable: false,
        change: performed.change,
      });
    }
  }

  /** `process-task`: lets the processor do it. */
  async #processTask(work: Work, _step: TaskStep): Promise<StepResult> {
    const { plan, recorder, toolbox } = this.#request;
    const services: PerformServices = {
      ...toolbox,
      context: plan.context,
      started: () => {
        const started = this.#failure ? undefined : recorder.started(work.planned.name);
        if (started && !started.ok) this.#failure = started.error;
        if (this.#failure) throw new StoreFailed();
      },
      taken: (desired) => this.#taken(work.planned, desired),
      made: (made) => {
        // It exists already: what can't be written stops the tasks that come, not this one.
        const kept = recorder.made(work.planned.name, made);
        if (!kept.ok) this.#failure ??= kept.error;
      },
    };
    const performed = await perform(work.planned, work.desired, services);
    work.performed = performed;
    return {
      status: performed.status,
      change: performed.change,
      outputs: this.#shown(performed.outputs).outputs,
      error: performed.error,
    };
  }

  async #record(
    planned: PlannedTask,
    {
      entry,
      undoable,
      undoAs,
      change,
    }: Pick<ChangeResult, "undoable" | "undoAs" | "change"> & { entry: NonNullable<ChangeResult["entry"]> | null },
  ): Promise<void> {
    const { formerName, name } = planned;
    const recorded = await this.#request.recorder.record({
      task: name,
      entry,
      ...(formerName === undefined ? {} : { formerName }),
      // What is made again in silence must not push out what a rollback would undo.
      undo:
        undoable && !planned.decision.silent
          ? {
              task: name,
              change: undoAs ?? change,
              before: entryToBringBack(planned, change, this.#request.toolbox.redactor),
            }
          : null,
    });
    if (!recorded.ok) this.#failure ??= recorded.error;
  }

  /** `${VAR:name:key}` while the run is under way. */
  #output(name: string, key: string, user: Task | undefined): Found {
    const { scope, recorder, references } = this.#request;
    const given = this.#outputs.get(name);
    const output = given && findGiven(given.outputs, key, scope.run);
    if (output?.sensitive) {
      if (references.output(name, key, recorder.tasks).type === "missing") this.#warnOfLost(user, name, key);
      const fresh = given?.kept?.has(outputKey(output)) ? {} : { fresh: true };
      return { type: "sensitive", value: output.value, ...fresh };
    }
    if (output) return { type: "value", value: output.value };
    // Sensitive ones that it did not give again, and that state does not hold, are told by their entry.
    return references.output(name, key, recorder.tasks);
  }

  /** Which outputs hold a secret may show only when they are given: then this run goes on, and says what the next one will say. */
  #warnOfLost(user: Task | undefined, name: string, key: string): void {
    const told = `${user?.name} ${name}:${key}`;
    if (!user || this.#told.has(told)) return;
    this.#told.add(told);
    this.#request.toolbox.emit({
      type: "diagnostic",
      diagnostic: {
        severity: "warning",
        code: "sensitive-output",
        message: `task "${user.name}" uses output ${key} of task "${name}", which turned out to be sensitive: unsealed state does not keep it, so the next plan can't fill it in`,
        location: user.locate("/spec"),
        suggestion: "Seal the state with `encryption-key`, or use the secret itself that the value comes from.",
      },
    });
  }

  /** Outputs for the report: what this run gave, else what is recorded; of what is sensitive only the names. */
  #shownOutputs({ name }: PlannedTask): Pick<TaskReport, "outputs" | "sensitiveOutputs"> {
    const given = this.#outputs.get(name);
    const entry = this.#request.recorder.tasks.get(name);
    if (!given) return shownOutputs(entry);
    const shown = this.#shown(given.outputs);
    if (given.outputs.length === 0 || !entry?.sensitiveOutputs) return shown;
    const sensitiveOutputs = new Set([...(shown.sensitiveOutputs ?? []), ...entry.sensitiveOutputs]);
    return { ...shown, sensitiveOutputs: [...sensitiveOutputs] };
  }

  #shown(outputs: readonly Output[]): Pick<TaskReport, "outputs" | "sensitiveOutputs"> {
    const { redactor } = this.#request.toolbox;
    const shown: { [key: string]: Json } = {};
    const sensitiveOutputs: string[] = [];
    for (const output of outputs) {
      const hidden = output.sensitive || redactor.contains(JSON.stringify(output.value));
      if (hidden) sensitiveOutputs.push(outputKey(output));
      else shown[outputKey(output)] = output.value;
    }
    return { outputs: shown, ...(sensitiveOutputs.length > 0 ? { sensitiveOutputs } : {}) };
  }
}

/** A look that was cancelled has found nothing: the next run looks again. */
function ifCancelled(error: unknown): undefined {
  if (!(error instanceof Cancelled)) throw error;
}

/** A new task of which nothing tells yet which resource it is. */
function isUnclear({ task, entry, desired, processor }: PlannedTask): boolean {
  if (!task || entry) return false;
  return !desired || (desired.unknowns.size > 0 && knownIdentity(processor, desired) === undefined);
}

function kindOf({ apiVersion, kind }: PlannedTask): string {
  return `${apiVersion} ${kind}`;
}

/** Will the task touch its resource? */
function hasEffect({ decision }: PlannedTask): boolean {
  if (decision.change === "adopt") return decision.fields.length > 0;
  return ["create", "update", "replace", "delete"].includes(decision.change);
}

function intent(planned: PlannedTask, sealed: Sealed | undefined): Intent {
  const { name, decision, desired, entry, dependencies, scope, lifecycle, order } = planned;
  const { secrets, fingerprints } = desired ? keptSecrets(desired.secrets, sealed) : (entry ?? {});
  return {
    task: name,
    change: decision.change,
    apiVersion: planned.apiVersion,
    kind: planned.kind,
    spec: desired?.stored ?? entry?.spec ?? {},
    ...(secrets ? { secrets } : {}),
    ...(sealed && fingerprints ? { fingerprints } : {}),
    dependencies,
    scope,
    lifecycle,
    order,
  };
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
