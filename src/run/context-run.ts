import { randomUUID } from "node:crypto";
import type { Settings } from "../action/inputs.ts";
import type { ContextChoice } from "../context/rules.ts";
import { Cancelled } from "../engine/attempt.ts";
import { type Diagnostic, type Failure, failure, type Location } from "../engine/diagnostic.ts";
import type { Entries } from "../engine/entries.ts";
import type { RunEvent } from "../engine/events.ts";
import { executePlan } from "../engine/execute.ts";
import { readSecret, type Surroundings, surroundingsLookup } from "../engine/lookup.ts";
import type { ContextReport, RunInfo, TaskReport, UndoEntry } from "../engine/model.ts";
import type { IoFactory } from "../engine/observe.ts";
import { buildPlan, type PlanRequest } from "../engine/plan.ts";
import { emptyCounts, type Plan, plannedReport } from "../engine/plan-model.ts";
import type { Clock, Hook, LockHolder, Processors, StateStore } from "../engine/ports.ts";
import { type Prepared, prepare } from "../engine/prepare.ts";
import type { Project } from "../engine/project.ts";
import type { createRedactor } from "../engine/redactor.ts";
import { ScopeMatcher } from "../engine/scope.ts";
import type { Undo } from "../engine/seeds.ts";
import { settlePending } from "../engine/settle.ts";
import { type GivenValue, Values } from "../engine/values.ts";
import type { Found } from "../engine/variables.ts";
import { sha256 } from "../node/sha256.ts";
import { StateSession } from "../state/session.ts";
import { inputFailure } from "./admission.ts";
import type { Command } from "./commands.ts";
import { describeTasks } from "./describe.ts";
import type { Loaded } from "./load.ts";
import { forgetTasks, unlockState } from "./state-commands.ts";
import { taskIo } from "./task-io.ts";
import { undoTo } from "./undo.ts";

/** All that the runs of several contexts share. */
export interface ContextRunner {
  readonly settings: Settings;
  readonly command: Command;
  readonly loaded: Loaded;
  readonly environment: Surroundings["environment"];
  readonly given: ReadonlyMap<string, GivenValue>;
  readonly processors: Processors;
  readonly hooks: readonly Hook[];
  readonly clock: Clock;
  readonly redactor: ReturnType<typeof createRedactor>;
  readonly signal: AbortSignal;
  readonly run: RunInfo;
  readonly version: string;
  openStore(context: string): StateStore;
  /** Keeps state that could not be written. @returns where */
  saveRecovery(context: string, text: string): string;
  emit(event: RunEvent): void;
}

/** What became of one context. */
export interface ContextOutcome {
  readonly report: ContextReport;
  readonly failure: Failure | null;
  /** What is recorded at the end, for `map` of the outputs hook; undefined when state was not read. */
  readonly entries: Entries | undefined;
}

/** Runs a command in one context, from values to the stored state. */
export async function runContext(runner: ContextRunner, choice: ContextChoice): Promise<ContextOutcome> {
  const started = runner.clock.now();
  const run = new ContextRun(runner, choice);
  const outcome = await run.run();
  const { report, failure: failed } = outcome;
  runner.emit({
    type: "context-finished",
    context: choice.name,
    report,
    failure: failed,
    elapsedMs: runner.clock.now() - started,
  });
  return outcome;
}

class ContextRun {
  readonly #runner: ContextRunner;
  readonly #choice: ContextChoice;
  readonly #scope: ScopeMatcher;
  readonly #surroundings: Surroundings;
  readonly #values: Values;
  readonly #io: IoFactory;
  #report: ContextReport;
  #entries: Entries | undefined;

  constructor(runner: ContextRunner, choice: ContextChoice) {
    this.#runner = runner;
    this.#choice = choice;
    const { command, loaded } = runner;
    const { name, inherits } = choice;
    this.#scope = new ScopeMatcher({ command: command.scopeName, context: name, inherited: inherits });
    this.#surroundings = {
      environment: runner.environment,
      github: loaded.github.values,
      project: loaded.project,
      command: command.scopeName,
      context: name,
      inherited: inherits,
      secrets: new Map(loaded.manifest.secrets.map((secret) => [secret.name, secret])),
      trusted: loaded.trust.trusted,
    };
    const contexts = inherits === undefined ? [name] : [name, inherits];
    this.#values = new Values(loaded.manifest.values, runner.given, contexts, surroundingsLookup(this.#surroundings));
    const { redactor, emit } = runner;
    this.#io = taskIo({ context: name, command: command.scopeName, redactor, emit });
    this.#report = {
      name,
      order: [],
      planDigest: null,
      state: { backend: "", lineage: null, serial: 0, revision: null },
      counts: emptyCounts(),
      tasks: [],
      failureReason: null,
    };
  }

  async run(): Promise<ContextOutcome> {
    const failed = await this.#run().catch((error: unknown) => {
      if (error instanceof Cancelled) return failure("cancelled", "the run was cancelled");
      throw error;
    });
    const report: ContextReport = { ...this.#report, failureReason: failed?.reason ?? null };
    return { report, failure: failed ?? null, entries: this.#entries };
  }

  async #run(): Promise<Failure | undefined> {
    const { command, loaded, processors, redactor } = this.#runner;
    const { tasks, declaredNames } = loaded.manifest;
    const prepared = await prepare({
      tasks,
      declaredNames,
      scope: this.#scope,
      processors,
      values: this.#values,
      surroundings: this.#surroundings,
      redactor,
    });
    // Deleting and going back rest on state: of the manifest only the order has to be right.
    const fromState =
      command.does === "delete" ||
      command.does === "rollback" ||
      command.does === "forget" ||
      command.does === "unlock";
    const problems = fromState ? prepared.graph.diagnostics : [...this.#values.check(), ...prepared.diagnostics];
    this.#report = { ...this.#report, order: prepared.graph.tasks.map((task) => task.name) };
    if (problems.some((problem) => problem.severity === "error")) return invalid(problems, this.#values.wrongInputs);
    for (const diagnostic of problems) this.#runner.emit({ type: "diagnostic", diagnostic });
    for (const name of prepared.hidden)
      this.#notice(
        "hidden-kind",
        `task "${name}" is shown as unknown: its kind comes from a module, or it needs values that an untrusted run may not see`,
      );
    if (command.does === "validate") return undefined;
    return this.#withState(prepared);
  }

  async #withState(prepared: Prepared): Promise<Failure | undefined> {
    const { command, settings } = this.#runner;
    const store = this.#runner.openStore(this.#choice.name);
    this.#report = { ...this.#report, state: { ...this.#report.state, backend: store.backend } };
    if (command.does === "unlock") return this.#unlock(store);
    if (!command.writes || !store.lock) return this.#withSession(store, prepared);
    const lock = await store.lock(this.#holder(), this.#lockOptions(settings.lockTimeoutMs), this.#runner.signal);
    if (lock.state !== "locked") return lock.failure;
    try {
      return await this.#withSession(store, prepared);
    } finally {
      await lock.release();
    }
  }

  #holder(): LockHolder {
    const { command, loaded, run, clock } = this.#runner;
    return {
      id: randomUUID(),
      command: command.called,
      project: loaded.project,
      context: this.#choice.name,
      since: clock.timestamp(),
      run,
    };
  }

  #lockOptions(timeoutMs: number) {
    const { emit } = this.#runner;
    return {
      timeoutMs,
      onWait: (holder: LockHolder, waitedMs: number) => emit({ type: "lock-waiting", holder, waitedMs }),
      onBroken: (holder: LockHolder, why: string) => emit({ type: "lock-broken", holder, why }),
    };
  }

  async #unlock(store: StateStore): Promise<Failure | undefined> {
    const { settings, signal } = this.#runner;
    const released = await unlockState(store, settings.lockId, signal);
    if (!released.ok) return released.error;
    const { id, command, since } = released.value;
    this.#notice("unlocked", `released the lock ${id}, held by ${command} since ${since}`);
    return undefined;
  }

  async #withSession(store: StateStore, prepared: Prepared): Promise<Failure | undefined> {
    const { command, loaded, clock, run, version, signal, emit } = this.#runner;
    const context = this.#choice.name;
    const opened = await StateSession.open(
      store,
      {
        project: loaded.project,
        context,
        clock,
        newLineage: randomUUID,
        run,
        command: command.called,
        writer: version,
        onSaved: (saved) => emit({ type: "state-saved", context, ...saved }),
      },
      signal,
    );
    if (!opened.ok) return this.#unreadable(opened.error, prepared);
    const session = opened.value;
    this.#entries = session.tasks;
    this.#keepState(store, session);
    emit({
      type: "context-started",
      context,
      inherited: this.#choice.inherits ?? null,
      action: command.does,
      state: { backend: store.backend, location: store.location, serial: session.serial, recorded: session.tasks.size },
    });
    const failed = await this.#work(store, session, prepared).catch(async (error: unknown) => {
      // Whatever happened, what was applied is stored.
      if (command.writes) await this.#close(session);
      throw error;
    });
    const unsaved = command.writes ? await this.#close(session) : undefined;
    this.#keepState(store, session);
    this.#entries = session.tasks;
    return unsaved ?? failed;
  }

  #keepState(store: StateStore, session: StateSession): void {
    const { lineage, serial, revision } = session;
    this.#report = {
      ...this.#report,
      state: { backend: store.backend, lineage: lineage ?? null, serial, revision: revision ?? null },
    };
  }

  /** State that can't be opened fails the run; an untrusted preview goes on without it. */
  #unreadable(problem: Failure, prepared: Prepared): Failure | undefined {
    if (this.#runner.loaded.trust.trusted) return problem;
    this.#notice(
      "state-hidden",
      `state can't be opened in an untrusted run, so every task is shown as unknown: ${problem.message}`,
    );
    const tasks = prepared.graph.tasks.map((task): TaskReport => {
      const { name, apiVersion, kind, location } = task;
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
    });
    this.#report = { ...this.#report, tasks, counts: { ...emptyCounts(), unknown: tasks.length } };
    return undefined;
  }

  /** Ends the session; state that can't be stored is kept in a recovery file. */
  async #close(session: StateSession): Promise<Failure | undefined> {
    const closed = await session.close({ clearPendingNeverStarted: true });
    if (closed.ok) return undefined;
    if (!session.unsaved) return closed.error;
    const path = this.#runner.saveRecovery(this.#choice.name, session.recovery());
    const message = `${closed.error.message}. What was applied is kept in ${path}: keep that file, put it in the place of state.json once the cause is mended, and run the command again`;
    return { ...closed.error, message };
  }

  async #work(store: StateStore, session: StateSession, prepared: Prepared): Promise<Failure | undefined> {
    const { command } = this.#runner;
    if (command.does === "forget") return this.#forget(session);
    const entries = await this.#settle(session);
    const undo = await this.#undo(store, session, entries);
    if ("reason" in undo) return undo;
    const { plan, diagnostics } = await this.#plan(prepared, entries, undo);
    if (diagnostics.some((one) => one.severity === "error")) {
      return diagnostics.some((one) => one.code === "unknown-target")
        ? { ...invalid(diagnostics), reason: "invalid-input" }
        : invalid(diagnostics);
    }
    this.#reportPlan(plan);
    // A command that only looks at what is there has nothing that could be guarded.
    if (plan.guards.length > 0 && (command.executes || command.called === "plan"))
      return failure("guarded", plan.guards[0]?.message ?? "", plan.guards);
    if (!command.executes) return this.#looked(plan, entries);
    if (this.#runner.settings.expectNoChanges && hasChanges(plan)) {
      return failure(
        "changes-pending",
        "there are changes to apply, and `expect-no-changes` is set, so nothing was applied",
      );
    }
    return this.#execute(plan, prepared, session);
  }

  /** Tasks that an earlier run was in the middle of: what became of them. A run that only reads keeps that to itself. */
  async #settle(session: StateSession): Promise<Entries> {
    const { pending } = session;
    if (pending.length === 0) return session.tasks;
    const { command, processors, clock, signal, redactor, emit } = this.#runner;
    const settlements = await settlePending({
      pending: pending.map(({ intent }) => intent),
      entries: session.tasks,
      processors,
      surroundings: this.#surroundings,
      findOutside: this.#findOutside,
      scope: this.#scope,
      clock,
      signal,
      redactor,
      io: this.#io,
      emit,
    });
    const entries = new Map(session.tasks);
    for (const { task, resolution, note } of settlements) {
      this.#notice("settled", `an earlier run ended in the middle of "${task}": ${note}`);
      if (resolution === "keep") continue;
      if (command.writes) session.resolvePending(task, resolution);
      if (resolution === "drop") continue;
      if (resolution.entry === null) entries.delete(task);
      else entries.set(task, resolution.entry);
    }
    return command.writes ? session.tasks : entries;
  }

  async #undo(
    store: StateStore,
    session: StateSession,
    entries: Entries,
  ): Promise<ReadonlyMap<string, Undo> | Failure> {
    const { command, settings, signal } = this.#runner;
    if (command.does !== "rollback") {
      return settings.to === undefined ? new Map() : failure("invalid-input", '"to" is only for the command rollback');
    }
    return undoTo(settings.to, store, session, entries, signal);
  }

  #plan(prepared: Prepared, entries: Entries, undo: ReadonlyMap<string, Undo>) {
    const { command, loaded, processors, settings, clock, redactor, signal, emit } = this.#runner;
    const { manifest, project } = loaded;
    const began = clock.now();
    let shown = 0;
    return buildPlan({
      action: command.does as Plan["action"],
      project,
      scope: this.#scope,
      prepared,
      manifest: new Map(manifest.tasks.map((task) => [task.name, task])),
      declaredNames: manifest.declaredNames,
      entries,
      undo,
      processors,
      surroundings: this.#surroundings,
      findOutside: this.#findOutside,
      targets: settings.targets,
      refresh: settings.refresh,
      limits: {
        ...manifest.project?.limits,
        ...(settings.maxDeletes === undefined ? {} : { fromInput: settings.maxDeletes }),
        ...limitsLocation(manifest.project),
      },
      projectLocation: manifest.project?.location,
      parallelism: settings.parallelism,
      clock,
      hash: sha256,
      redact: (value) => redactor.value(value),
      signal,
      io: this.#io,
      onProgress: (done, total) => {
        const elapsedMs = clock.now() - began;
        if (elapsedMs - shown < 250 && done < total) return;
        shown = elapsedMs;
        emit({ type: "observing", done, total, elapsedMs });
      },
    });
  }

  /** What a recorded spec was left with because it held a secret. */
  readonly #findOutside: PlanRequest["findOutside"] = ({ source, name }): Found => {
    if (source === "VALUE") return this.#values.get(name);
    if (source === "SECRET") return readSecret(this.#surroundings, name, name);
    return surroundingsLookup(this.#surroundings)({ source, name, start: 0, end: 0 });
  };

  #reportPlan(plan: Plan): void {
    const { command, emit } = this.#runner;
    const tasks = plan.tasks.map((planned) => plannedReport(planned));
    this.#report = { ...this.#report, order: plan.order, planDigest: plan.digest, counts: plan.counts, tasks };
    const { context, action, digest, counts } = plan;
    if (command.executes || command.called === "plan")
      emit({ type: "planned", context, action, digest, counts, tasks });
  }

  /** What a command that only looks has to say. */
  #looked(plan: Plan, entries: Entries): Failure | undefined {
    const { command, settings } = this.#runner;
    const statuses = plan.tasks.map((planned) =>
      plannedReport(planned, planned.status === "planned" && command.called !== "plan" ? "observed" : planned.status),
    );
    const tasks =
      command.does === "describe" ? describeTasks(plan, statuses, entries, this.#runner.redactor) : statuses;
    this.#report = { ...this.#report, tasks };
    const failed = tasks.filter((task) => task.status === "failed");
    if (failed.length > 0) return tasksFailed(failed, "could not be planned");
    const drifted = tasks.filter((task) => isDrift(task));
    if (settings.failOnDrift && drifted.length > 0) {
      return failure("drift-detected", `${names(drifted)} drifted, and \`fail-on-drift\` is set`);
    }
    if (settings.expectNoChanges && hasChanges(plan))
      return failure("changes-pending", "there are changes to apply, and `expect-no-changes` is set");
    return undefined;
  }

  async #execute(plan: Plan, prepared: Prepared, session: StateSession): Promise<Failure | undefined> {
    const { settings, hooks, clock, redactor, signal, emit, command } = this.#runner;
    const undoBefore = session.undo;
    const { reports, failure: storeFailure } = await executePlan({
      plan,
      prepared,
      scope: this.#scope,
      recorder: session,
      hooks,
      parallelism: settings.parallelism,
      failFast: settings.failFast,
      clock,
      redactor,
      signal,
      io: this.#io,
      emit,
    });
    const bad = reports.filter((report) => ["failed", "rolled-back", "tainted"].includes(report.status));
    const skipped = reports.filter((report) => report.status === "skipped").length;
    this.#report = { ...this.#report, tasks: reports, counts: { ...plan.counts, failed: bad.length, skipped } };
    if (command.does === "rollback") session.keepUndo(leftToUndo(settings.to, undoBefore, reports));
    if (storeFailure) return storeFailure;
    if (signal.aborted)
      return failure(
        "cancelled",
        "the run was cancelled; what was done is recorded, and the next run settles what was under way",
      );
    return bad.length > 0 ? tasksFailed(bad, "failed") : undefined;
  }

  async #forget(session: StateSession): Promise<Failure | undefined> {
    const dropped = await forgetTasks(session, this.#runner.settings.targets, this.#choice.name);
    if (!dropped.ok) return dropped.error;
    const tasks = dropped.value;
    for (const { name } of tasks)
      this.#notice("forgotten", `dropped "${name}" from state; its resource was left as it is`);
    const order = tasks.map(({ name }) => name);
    this.#report = { ...this.#report, tasks, order, counts: { ...emptyCounts(), forget: tasks.length } };
    return undefined;
  }

  #notice(code: string, message: string): void {
    this.#runner.emit({ type: "diagnostic", diagnostic: { severity: "notice", code, message } });
  }
}

/** Where all that is wrong came from inputs, they are to be corrected, not the manifest. */
function invalid(problems: readonly Diagnostic[], inputs?: ReadonlySet<Diagnostic>): Failure {
  const errors = problems.filter((problem) => problem.severity === "error");
  if (inputs && errors.every((error) => inputs.has(error))) return inputFailure(errors);
  return failure(
    "invalid-manifest",
    errors.length === 1 ? (errors[0]?.message ?? "") : `the manifest has ${errors.length} errors`,
    problems,
  );
}

/** Where limits are declared, if they are. */
function limitsLocation(project: Project | undefined): { readonly location?: Location } {
  if (!project || Object.keys(project.limits).length === 0) return {};
  return { location: project.locate("/spec/limits") };
}

function tasksFailed(failed: readonly TaskReport[], what: string): Failure {
  return failure("task-failed", `${names(failed)} ${what}`);
}

function names(tasks: readonly TaskReport[]): string {
  const shown = tasks
    .slice(0, 5)
    .map(({ name }) => `"${name}"`)
    .join(", ");
  return tasks.length > 5 ? `${shown} and ${tasks.length - 5} more tasks` : shown;
}

/** The live resource is not what was applied. */
export function isDrift({ drift }: TaskReport): boolean {
  return drift === "resource-changed" || drift === "both" || drift === "missing";
}

function hasChanges({ counts, tasks }: Plan): boolean {
  const { create, update, replace, adopt, forget } = counts;
  return (
    create + update + replace + counts.delete + adopt + forget > 0 ||
    tasks.some((task) => task.decision.error !== undefined)
  );
}

/** What a rollback has not undone: of the record of the last run, all that is not through. One to a serial leaves nothing. */
function leftToUndo(
  to: number | undefined,
  undo: readonly UndoEntry[],
  reports: readonly TaskReport[],
): readonly UndoEntry[] {
  if (to !== undefined) return [];
  const done = new Set(reports.filter(({ status }) => status === "done").map(({ name }) => name));
  return undo.filter(({ task }) => !done.has(task));
}
