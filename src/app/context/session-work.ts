import type { Settings } from "../../action/inputs.ts";
import type { DiagnosticCode } from "../../engine/diagnostics/codes.ts";
import { type Failure, failure, type Location } from "../../engine/diagnostics/diagnostic.ts";
import { executePlan } from "../../engine/execute/execute.ts";
import { RecordedReferences } from "../../engine/execute/recorded-references.ts";
import { settlePending } from "../../engine/execute/settle.ts";
import type { PlanPolicy } from "../../engine/model/plan-policy.ts";
import type { Project } from "../../engine/model/project.ts";
import type { ContextReport, TaskReport } from "../../engine/model/report.ts";
import type { TaskState, UndoEntry } from "../../engine/model/state-body.ts";
import type { Task } from "../../engine/model/task.ts";
import { reviewedChange } from "../../engine/plan/compare-with-review.ts";
import { buildPlan } from "../../engine/plan/plan.ts";
import { type Plan, plannedReport } from "../../engine/plan/plan-model.ts";
import type { Undo } from "../../engine/plan/select-tasks.ts";
import { unreviewedScript, Vouching, vouchedFor } from "../../engine/plan/vouching.ts";
import type { LockHolder } from "../../engine/ports/state-lock.ts";
import type { StateStore } from "../../engine/ports/state-store.ts";
import type { IoFactory, Toolbox } from "../../engine/ports/toolbox.ts";
import type { Prepared } from "../../engine/prepare/prepare.ts";
import type { ScopeMatcher } from "../../engine/prepare/scope.ts";
import type { Entries } from "../../engine/recorded/entries.ts";
import { concealOutputs, recordedSecrets } from "../../engine/recorded/outputs.ts";
import type { StoredSources } from "../../engine/references/fill-stored-spec.ts";
import { environmentLookup, type ReferenceEnvironment, readSecret } from "../../engine/references/lookup.ts";
import type { Values } from "../../engine/references/values.ts";
import type { Found } from "../../engine/references/variables.ts";
import { isDrifted } from "../../hooks/rendering/labels.ts";
import { fingerprinter } from "../../node/fingerprint.ts";
import type { PendingTask, StateSession } from "../../state/session/session.ts";
import { invalidManifest } from "../authorize/authorize-run.ts";
import type { CommandWork } from "./command-work.ts";
import type { ContextServices } from "./context-services.ts";
import { describeTasks } from "./describe-tasks.ts";
import { undoTo } from "./rollback-target.ts";
import { cameTooLate } from "./run-order.ts";

/** What the work in one context rests on. */
export interface SessionParts {
  readonly services: ContextServices;
  readonly context: string;
  readonly scope: ScopeMatcher;
  readonly referenceEnvironment: ReferenceEnvironment;
  readonly values: Values;
  readonly io: IoFactory;
  /** Who may have written the state besides who can change the manifest, for messages. Absent: nobody. */
  readonly doubt?: string;
  notice(code: DiagnosticCode, message: string): void;
}

/** What a command does once state is open: settle, plan, and carry out or show. */
export class SessionWork {
  readonly #parts: SessionParts;
  readonly #services: ContextServices;
  readonly #session: StateSession;
  /** Who is at work on what is pending; undefined: nobody any more. */
  readonly #writer: LockHolder | undefined;
  readonly #toolbox: Toolbox;
  readonly #policy: PlanPolicy;
  readonly #referenceEnvironment: ReferenceEnvironment;
  /** See `SessionParts`; an untrusted run runs nothing. */
  readonly #doubt: string | undefined;
  /** Nothing is stored: what was found to be so is found again. */
  unstored = false;
  /** As far as it is known; whole once `run` has ended. */
  report: ContextReport;

  constructor(parts: SessionParts, session: StateSession, report: ContextReport, writer: LockHolder | undefined) {
    this.#parts = parts;
    this.#services = parts.services;
    this.#session = session;
    this.#writer = writer;
    const key = parts.referenceEnvironment.trusted ? session.fingerprintKey : undefined;
    const { clock, signal, redactor, processors, conceal, emit, settings, loaded } = parts.services;
    const sealed = key === undefined ? undefined : { fingerprint: fingerprinter(key) };
    this.#toolbox = { clock, signal, redactor, sealed, processors, io: parts.io, emit, conceal };
    this.#policy = planPolicy(settings, loaded.manifest.project);
    this.report = report;
    this.#doubt = parts.referenceEnvironment.trusted ? parts.doubt : undefined;
    this.#referenceEnvironment = { ...parts.referenceEnvironment, doubted: this.#doubt !== undefined };
  }

  #references(prepared: Prepared): RecordedReferences {
    return new RecordedReferences({
      environment: this.#referenceEnvironment,
      vouching: new Vouching(this.#doubt, this.#manifest, prepared),
      run: this.#parts.scope.run,
      findOutside: this.#findOutside,
      manifest: this.#manifest,
      toolbox: this.#toolbox,
    });
  }

  /** Every task of the manifest, by name. */
  get #manifest(): ReadonlyMap<string, Task> {
    return new Map(this.#services.loaded.manifest.tasks.map((task) => [task.name, task]));
  }

  async run(store: StateStore, prepared: Prepared): Promise<Failure | undefined> {
    const session = this.#session;
    const { command } = this.#services;
    const references = this.#references(prepared);
    this.#conceal(recordedBefore(session.undo), references);
    this.#conceal(session.tasks, references);
    if (command.work) return this.#perform(command.work);
    const late = await cameTooLate(this.#parts, session);
    if (late) return late;
    const entries = await this.#settle(session, references);
    this.#conceal(entries, references);
    const undo = await this.#undo(store, session, entries);
    if ("reason" in undo) return undo;
    this.#conceal(recordedBefore([...undo].map(([task, { before }]) => ({ task, before }))), references);
    const { plan, diagnostics } = await this.#plan(prepared, entries, undo, references);
    if (diagnostics.some((one) => one.severity === "error")) {
      return diagnostics.some((one) => one.code === "unknown-target")
        ? { ...invalidManifest(diagnostics), reason: "invalid-input" }
        : invalidManifest(diagnostics);
    }
    this.#reportPlan(plan);
    if (!command.row.fromState && command.does !== "describe") await this.#services.ephemeralFiles.look(plan);
    // A command that only looks at what is there has nothing that could be guarded.
    const guards = await this.#guards(plan);
    if (guards.length > 0 && (command.executes || command.previews)) {
      // Sealed, what stands there would be taken at its word from now on.
      this.unstored = guards.some(({ code }) => code === unreviewedScript);
      return failure("guarded", guards[0]?.message ?? "", guards);
    }
    if (!command.executes) return this.#looked(plan, entries);
    if (this.#services.settings.expectNoChanges && hasChanges(plan)) {
      return failure(
        "changes-pending",
        "there are changes to apply, and `expect-no-changes` is set, so nothing was applied",
      );
    }
    const { requireReviewedPlan, planDigest } = this.#services.settings;
    const refused =
      (planDigest === undefined ? undefined : await this.#approve(plan, planDigest)) ??
      (requireReviewedPlan ? await this.#review(plan) : undefined);
    if (refused) return refused;
    // Whatever guarded it was agreed to.
    const agreed = plan.guards.length > 0 ? vouchedFor(plan) : plan;
    return this.#execute(agreed, prepared, session, references);
  }

  /** The code of a command that needs no plan. */
  async #perform(work: CommandWork): Promise<Failure | undefined> {
    const { context, notice } = this.#parts;
    const done = await work({ session: this.#session, context, settings: this.#services.settings, notice });
    if (!done.ok) return done.error;
    this.report = { ...this.report, ...done.value };
    return undefined;
  }

  /** What guards the plan. Scripts of which only state in doubt tells may run once somebody has agreed to just this plan. */
  async #guards(plan: Plan): Promise<Plan["guards"]> {
    const { command, settings } = this.#services;
    const others = plan.guards.filter(({ code }) => code !== unreviewedScript);
    if (!command.executes || others.length === plan.guards.length || others.length > 0) return plan.guards;
    if (settings.planDigest === plan.digest) return others;
    if (!settings.requireReviewedPlan || (await this.#review(plan)) !== undefined) return plan.guards;
    return this.#session.review?.digest === plan.digest ? others : plan.guards;
  }

  /** Sensitive values that state holds are secrets like all others, and so are those that are made again. */
  #conceal(entries: Iterable<readonly [string, TaskState]>, references: RecordedReferences): void {
    const { redactor, conceal } = this.#services;
    const known = [...entries];
    concealOutputs(recordedSecrets(known), redactor, conceal);
    concealOutputs(references.secrets(new Map(known)), redactor, conceal);
  }

  /** Tasks that an earlier run was in the middle of: what became of them. A run that only reads keeps that to itself. */
  async #settle(session: StateSession, references: RecordedReferences): Promise<Entries> {
    const { pending } = session;
    if (pending.length === 0) return session.tasks;
    if (this.#writer) {
      this.#parts.notice("run-going-on", goingOn(this.#writer, pending));
      return session.tasks;
    }
    const { command } = this.#services;
    const settlements = await settlePending({
      pending: pending.map(({ intent }) => intent),
      entries: session.tasks,
      references,
      toolbox: this.#toolbox,
    });
    const entries = new Map(session.tasks);
    for (const { task, resolution, note } of settlements) {
      this.#parts.notice("settled", `an earlier run ended in the middle of "${task}": ${note}`);
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
    const { command, settings, signal } = this.#services;
    if (command.does !== "rollback") {
      return settings.to === undefined ? new Map() : failure("invalid-input", '"to" is only for the command rollback');
    }
    return undoTo(settings.to, store, session, entries, signal);
  }

  #plan(prepared: Prepared, entries: Entries, undo: ReadonlyMap<string, Undo>, references: RecordedReferences) {
    const { command, loaded, placeFiles, kindsChanged, digest } = this.#services;
    const { manifest, project } = loaded;
    return buildPlan({
      action: command.does as Plan["action"],
      project,
      scope: this.#parts.scope,
      prepared,
      declared: {
        tasks: this.#manifest,
        names: manifest.declaredNames,
        files: manifest.files,
        emptyPatterns: manifest.emptyPatterns,
        projectLocation: manifest.project?.location,
      },
      entries,
      undo,
      references,
      placeFiles,
      underWay: new Map(this.#writer ? this.#session.pending.map(({ intent }) => [intent.task, intent.change]) : []),
      kindsChanged,
      policy: this.#policy,
      digest,
      toolbox: this.#toolbox,
    });
  }

  /** What a recorded spec was left with because it held a secret. */
  readonly #findOutside: StoredSources["findOutside"] = ({ source, name }): Found => {
    if (source === "VALUE") return this.#parts.values.get(name);
    if (source === "SECRET") return readSecret(this.#referenceEnvironment, name, name);
    return environmentLookup(this.#referenceEnvironment)({ source, name, start: 0, end: 0 });
  };

  #reportPlan(plan: Plan): void {
    const { command, emit } = this.#services;
    const tasks = plan.tasks.map((planned) => plannedReport(planned));
    this.report = { ...this.report, order: plan.order, planDigest: plan.digest, counts: plan.counts, tasks };
    const { context, action, digest, counts } = plan;
    if (!command.executes && !command.previews) return;
    this.report = { ...this.report, ...this.#reviewable(plan) };
    emit({ type: "planned", context, action, digest, counts, tasks });
  }

  /** Only the approved plan is carried out. */
  async #approve(plan: Plan, approved: string): Promise<Failure | undefined> {
    const { loaded, settings, digest, emit } = this.#services;
    const { project, workspace } = loaded;
    const { reports } = settings;
    const { checkApproval } = await import("../pull-request/check-approval.ts");
    const { findPlan } = await import("../report/join/find-plan.ts");
    const told = () => findPlan(workspace, reports, approved);
    const record = this.#session.review;
    const checked = checkApproval({ plan, project, approved, record, digest, told, reports });
    if ("reason" in checked) return checked;
    emit({ type: "progress", text: checked.words });
    if (checked.record) this.#session.keepReview(checked.record);
    return undefined;
  }

  /** Only a reviewed plan is carried out; where there is nothing to do, nothing needs a review. */
  async #review(plan: Plan): Promise<Failure | undefined> {
    if (plan.items.size === 0) return undefined;
    const { loaded, previews, previewSignature, digest, signal, emit } = this.#services;
    const { project } = loaded;
    const record = this.#session.review;
    const { checkReview } = await import("../pull-request/check-review.ts");
    const checked = await checkReview({ plan, project, record, previews, previewSignature, digest, signal });
    if ("reason" in checked) return checked;
    emit({ type: "progress", text: checked.words });
    this.#session.keepReview(checked.record);
    return undefined;
  }

  /** What a preview of the plan tells; nothing where it could not be made out what would be done. */
  #reviewable(plan: Plan): Pick<ContextReport, "reviewable"> {
    const { loaded, previewSignature, pullRequest } = this.#services;
    const { trust, project } = loaded;
    if (!trust.trusted || plan.tasks.some(({ status, hidden }) => status !== "planned" || hidden)) return {};
    const { context, action, digest } = plan;
    const seal =
      pullRequest === undefined ? undefined : previewSignature.make({ project, context, action, digest }, pullRequest);
    const changes = [...plan.items].map(([name, item]) => [name, reviewedChange(item)] as const);
    return { reviewable: { seal: seal ?? null, changes: Object.fromEntries(changes) } };
  }

  /** What a command that only looks has to say. */
  #looked(plan: Plan, entries: Entries): Failure | undefined {
    const { command, settings } = this.#services;
    const statuses = plan.tasks.map((planned) =>
      plannedReport(planned, planned.status === "planned" && !command.previews ? "observed" : planned.status),
    );
    const tasks =
      command.does === "describe" ? describeTasks(plan, statuses, entries, this.#services.redactor) : statuses;
    this.report = { ...this.report, tasks };
    const failed = tasks.filter((task) => task.status === "failed");
    if (failed.length > 0) return tasksFailed(failed, "could not be planned");
    const drifted = tasks.filter((task) => isDrifted(task));
    if (settings.failOnDrift && drifted.length > 0) {
      return failure("drift-detected", `${names(drifted)} drifted, and \`fail-on-drift\` is set`);
    }
    if (settings.expectNoChanges && hasChanges(plan))
      return failure("changes-pending", "there are changes to apply, and `expect-no-changes` is set");
    return undefined;
  }

  async #execute(
    plan: Plan,
    prepared: Prepared,
    session: StateSession,
    references: RecordedReferences,
  ): Promise<Failure | undefined> {
    const { settings, hooks, signal, command } = this.#services;
    const undoBefore = session.undo;
    const { reports, failure: storeFailure } = await executePlan({
      plan,
      prepared,
      scope: this.#parts.scope,
      recorder: session,
      references,
      hooks,
      policy: this.#policy,
      toolbox: this.#toolbox,
    });
    const bad = reports.filter((report) => ["failed", "rolled-back", "tainted"].includes(report.status));
    const skipped = reports.filter((report) => report.status === "skipped").length;
    this.report = { ...this.report, tasks: reports, counts: { ...plan.counts, failed: bad.length, skipped } };
    if (command.does === "rollback") session.keepUndo(leftToUndo(settings.to, undoBefore, reports));
    if (storeFailure) return storeFailure;
    const agreed = settings.requireReviewedPlan || settings.planDigest !== undefined;
    if (bad.length === 0 && skipped === 0 && !signal.aborted && session.review && agreed) session.keepReview(undefined);
    if (signal.aborted)
      return failure(
        "cancelled",
        "the run was cancelled; what was done is recorded, and the next run settles what was under way",
      );
    return bad.length > 0 ? tasksFailed(bad, "failed") : undefined;
  }
}

/** The entries that a rollback would bring back. */
function recordedBefore(undo: readonly Pick<UndoEntry, "task" | "before">[]): (readonly [string, TaskState])[] {
  return undo.flatMap(({ task, before }) => (before ? [[task, before] as const] : []));
}

/** What inputs and the project say of planning and carrying out. */
function planPolicy(settings: Settings, project: Project | undefined): PlanPolicy {
  const { targets, refresh, parallelism, failFast, maxDeletes } = settings;
  const fromInput = maxDeletes === undefined ? {} : { fromInput: maxDeletes };
  const limits = { ...project?.limits, ...fromInput, ...limitsLocation(project) };
  return { targets, refresh, limits, parallelism, failFast };
}

/** Where limits are declared, if they are. */
function limitsLocation(project: Project | undefined): { readonly location?: Location } {
  if (!project || Object.keys(project.limits).length === 0) return {};
  return { location: project.locate("/spec/limits") };
}

/** Who is at work on what is pending. */
function goingOn({ command, since, run, id }: LockHolder, pending: readonly PendingTask[]): string {
  const link = run.url === "" ? "" : `, ${run.url}`;
  const tasks = named(pending.map(({ intent }) => intent.task));
  return `\`${command}\` has been going on since ${since} (lock-id ${id}${link}) and is not through with ${tasks}, shown as pending here. Should that run be gone for good, the next command that writes finds out what became of them.`;
}

function tasksFailed(failed: readonly TaskReport[], what: string): Failure {
  return failure("task-failed", `${names(failed)} ${what}`);
}

function names(tasks: readonly TaskReport[]): string {
  return named(tasks.map(({ name }) => name));
}

function named(all: readonly string[]): string {
  const shown = all
    .slice(0, 5)
    .map((name) => `"${name}"`)
    .join(", ");
  return all.length > 5 ? `${shown} and ${all.length - 5} more tasks` : shown;
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
