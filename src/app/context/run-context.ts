import { randomUUID } from "node:crypto";
import type { ContextChoice } from "../../context/rules.ts";
import type { DiagnosticCode } from "../../engine/diagnostics/codes.ts";
import { type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { Cancelled } from "../../engine/execute/attempt.ts";
import type { ContextReport } from "../../engine/model/report.ts";
import { emptyCounts } from "../../engine/plan/plan-model.ts";
import type { LockHolder } from "../../engine/ports/state-lock.ts";
import type { StateName, StateStore } from "../../engine/ports/state-store.ts";
import type { IoFactory } from "../../engine/ports/toolbox.ts";
import { type Prepared, prepare } from "../../engine/prepare/prepare.ts";
import { ScopeMatcher } from "../../engine/prepare/scope.ts";
import type { Entries } from "../../engine/recorded/entries.ts";
import { environmentLookup, type ReferenceEnvironment } from "../../engine/references/lookup.ts";
import { Values } from "../../engine/references/values.ts";
import { volatileReferences } from "../../engine/references/volatile-references.ts";
import { plural } from "../../hooks/rendering/labels.ts";
import type { Backend, StateLocation } from "../../state/backend.ts";
import { lacksKey } from "../../state/seal/refusals.ts";
import { type SavedEvent, type SessionOptions, StateSession } from "../../state/session/session.ts";
import { shownName } from "../../state/snapshot/moved-state.ts";
import { invalidManifest } from "../authorize/authorize-run.ts";
import { carryOver, readUnder } from "../state/carry-over.ts";
import { findFormer, formerPlaces } from "../state/former-state.ts";
import { neighbourNote } from "../state/neighbours.ts";
import { sessionSeal } from "../state/open-seal.ts";
import { adviseOnState, warnOfPublicState, warnUnopened } from "../state/state-advice.ts";
import { elsewhereFailure, elsewhereWarning } from "../state/state-elsewhere.ts";
import { holdContext, type PostStepRecord } from "../state/with-lock.ts";
import type { ContextServices } from "./context-services.ts";
import { unlockState } from "./forget-and-unlock.ts";
import { hiddenTask } from "./hidden-task.ts";
import { openSession } from "./open-session.ts";
import { saveOnSignals } from "./save-on-signals.ts";
import { type SessionParts, SessionWork } from "./session-work.ts";
import { taskIo } from "./task-io.ts";

/** What became of one context. */
export interface ContextOutcome {
  readonly report: ContextReport;
  readonly failure: Failure | null;
  /** What is recorded at the end, for `map` of the outputs hook; undefined when state was not read. */
  readonly entries: Entries | undefined;
}

/** Runs a command in one context, from values to the stored state. */
export async function runContext(services: ContextServices, choice: ContextChoice): Promise<ContextOutcome> {
  const started = services.clock.now();
  const run = new ContextRun(services, choice);
  const outcome = await run.run();
  const { report, failure: failed } = outcome;
  services.emit({
    type: "context-finished",
    context: choice.name,
    report,
    failure: failed,
    elapsedMs: services.clock.now() - started,
  });
  return outcome;
}

class ContextRun {
  readonly #services: ContextServices;
  readonly #choice: ContextChoice;
  readonly #scope: ScopeMatcher;
  readonly #referenceEnvironment: ReferenceEnvironment;
  readonly #values: Values;
  readonly #io: IoFactory;
  #report: ContextReport;
  #entries: Entries | undefined;
  /** Where the state is; undefined: not known yet. */
  #location: StateLocation | undefined;
  /** The state that was carried over was not sealed. */
  #carriedPlain = false;
  /** What was applied could not be stored. */
  #unstored = false;

  constructor(services: ContextServices, choice: ContextChoice) {
    this.#services = services;
    this.#choice = choice;
    const { command, loaded } = services;
    const { name, inherits } = choice;
    this.#scope = new ScopeMatcher({ command: command.scopeName, context: name, inherited: inherits });
    this.#referenceEnvironment = {
      environment: services.environment,
      github: loaded.github.values,
      project: loaded.project,
      command: command.scopeName,
      context: name,
      inherited: inherits,
      secrets: new Map(loaded.manifest.secrets.map((secret) => [secret.name, secret])),
      trusted: loaded.trust.trusted,
    };
    const contexts = inherits === undefined ? [name] : [name, inherits];
    this.#values = new Values(
      loaded.manifest.values,
      services.given,
      contexts,
      environmentLookup(this.#referenceEnvironment),
    );
    const { redactor, emit } = services;
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
    const { command, loaded, processors, redactor, sealing } = this.#services;
    const { tasks, declaredNames } = loaded.manifest;
    // Of the manifest it needs nothing but the Project.
    if (command.row.stage === "lock") return this.#withStore((store) => this.#unlock(store));
    const prepared = await prepare({
      tasks,
      declaredNames,
      scope: this.#scope,
      processors,
      values: this.#values,
      referenceEnvironment: this.#referenceEnvironment,
      redactor,
      // An untrusted run has no key, which says nothing of the state.
      sealed: sealing !== undefined || !loaded.trust.trusted,
    });
    // Deleting and going back rest on state: of the manifest only the order has to be right.
    const fromState = command.row.fromState === true;
    const problems = fromState ? prepared.graph.diagnostics : [...this.#values.check(), ...prepared.diagnostics];
    this.#report = { ...this.#report, order: prepared.graph.tasks.map((task) => task.name) };
    if (problems.some((problem) => problem.severity === "error"))
      return invalidManifest(problems, this.#values.wrongInputs);
    for (const diagnostic of problems) this.#services.emit({ type: "diagnostic", diagnostic });
    this.#warnOfVolatile(prepared, fromState);
    for (const name of prepared.hidden)
      this.#notice(
        "hidden-kind",
        `task "${name}" is shown as unknown: its kind comes from a module, or it needs values that an untrusted run may not see`,
      );
    if (command.row.stage === "manifest") return undefined;
    return this.#withStore((store, postStepRecord) => this.#withState(store, postStepRecord, prepared));
  }

  /** Where plans are reviewed, some references make that go for nothing. */
  #warnOfVolatile({ graph }: Prepared, fromState: boolean): void {
    const { settings, loaded } = this.#services;
    if (fromState || (!settings.requireReviewedPlan && settings.planSigningKey === undefined)) return;
    const { name, inherits } = this.#choice;
    const contexts = inherits === undefined ? [name] : [name, inherits];
    for (const diagnostic of volatileReferences(graph.tasks, loaded.manifest.values, contexts))
      this.#services.emit({ type: "diagnostic", diagnostic });
  }

  async #withStore(
    work: (store: StateStore, postStepRecord: PostStepRecord) => Promise<Failure | undefined>,
  ): Promise<Failure | undefined> {
    const { name: context } = this.#choice;
    const { command, loaded, emit } = this.#services;
    const opened = await this.#services.openStore(context);
    if (!opened.ok) return opened.error;
    const { store, postStepRecord, elsewhere } = opened.value;
    this.#location = postStepRecord.place;
    const sealed = this.#services.sealing !== undefined;
    const { label } = postStepRecord.place.backend;
    const state = { ...this.#report.state, backend: store.backend, ...(label && { label }), sealed };
    this.#report = { ...this.#report, state };
    if (elsewhere && command.writes && !elsewhere.recordedHere)
      return elsewhereFailure(elsewhere, loaded.project, context, command.called);
    if (elsewhere) emit({ type: "diagnostic", diagnostic: elsewhereWarning(elsewhere, loaded.project, context) });
    return work(store, postStepRecord);
  }

  async #withState(
    store: StateStore,
    postStepRecord: PostStepRecord,
    prepared: Prepared,
  ): Promise<Failure | undefined> {
    const { command, settings } = this.#services;
    if (!command.writes) return this.#withSession(store, prepared);
    const hold = {
      store,
      holder: this.#holder(),
      options: this.#lockOptions(settings.lockTimeoutMs),
      signal: this.#services.signal,
      giveUp: this.#services.giveUp,
      postStepRecord,
      isStored: () => !this.#unstored,
      tell: (severity: "notice" | "warning", code: DiagnosticCode, message: string) =>
        this.#tell(severity, code, message),
    };
    return holdContext(hold, () => this.#withSession(store, prepared, store.lock && hold.holder.id));
  }

  #holder(): LockHolder {
    const { command, loaded, run, clock, redactor } = this.#services;
    return {
      id: randomUUID(),
      command: redactor.text(command.called),
      project: loaded.project,
      context: this.#choice.name,
      since: clock.timestamp(),
      run,
    };
  }

  #lockOptions(timeoutMs: number) {
    const { emit } = this.#services;
    return {
      timeoutMs,
      onWait: (holder: LockHolder, waitedMs: number) => emit({ type: "lock-waiting", holder, waitedMs }),
      onBroken: (holder: LockHolder, why: string) => emit({ type: "lock-broken", holder, why }),
      onUnsure: (holder: LockHolder, why: string) => emit({ type: "lock-unsure", holder, why }),
    };
  }

  async #unlock(store: StateStore): Promise<Failure | undefined> {
    const { settings, signal } = this.#services;
    let released = await unlockState(store, settings.lockId, signal);
    // As long as the state was not carried over, its lock is held under the former name.
    for (const { name } of released.ok ? [] : formerPlaces(this.#services.loaded, this.#choice)) {
      const former = await unlockState(await this.#openNamed(name), settings.lockId, signal);
      if (former.ok) released = former;
    }
    if (!released.ok) return released.error;
    const { id, command, since } = released.value;
    this.#notice("unlocked", `released the lock ${id}, held by ${command} since ${since}`);
    return undefined;
  }

  #backend(): Backend {
    if (this.#location === undefined) throw new Error("the state is asked about before it is known where it is");
    return this.#location.backend;
  }

  /** @param lockId of the lock that this run holds */
  async #withSession(own: StateStore, prepared: Prepared, lockId?: string): Promise<Failure | undefined> {
    const { command, loaded, clock, run, version, signal, redactor, emit } = this.#services;
    const context = this.#choice.name;
    const options = {
      project: loaded.project,
      context,
      clock,
      newLineage: randomUUID,
      run,
      command: redactor.text(command.called),
      writer: version,
      lockId,
      sealed: sessionSeal(this.#services.sealing),
      giveUp: this.#services.giveUp,
      onSaved: (saved: SavedEvent) => {
        const { serial, tasks, pending } = saved;
        emit({ type: "state-saved", context, serial, tasks, pending });
        warnUnopened(this.#services, saved);
        if (saved.serial === 1) warnOfPublicState(this.#services, this.#backend(), context);
      },
    };
    const settled = await this.#settleName(own, options);
    if (!settled.ok) return this.#unreadable(settled.error, prepared);
    const store = settled.value;
    const open = () => StateSession.open(store, options, signal);
    const opened = await openSession(store, open, command.writes, signal);
    if (!opened.ok) return this.#unreadable(opened.error, prepared);
    const whyNotWrite = command.writes ? store.whyNotWrite?.() : undefined;
    if (whyNotWrite) return whyNotWrite;
    const { session, writer } = opened.value;
    this.#entries = session.tasks;
    this.#keepState(session);
    const { label } = this.#backend();
    emit({
      type: "context-started",
      context,
      inherited: this.#choice.inherits ?? null,
      action: command.does,
      state: {
        backend: store.backend,
        ...(label && { label }),
        location: store.location,
        sealed: session.sealed,
        serial: session.serial,
        recorded: session.tasks.size,
      },
    });
    if (session.lineage === undefined) await this.#noteNeighbours(store);
    adviseOnState(this.#services, this.#backend(), session, context);
    const work = new SessionWork(this.#parts(own, session), session, this.#report, writer);
    const unwatch = command.writes ? saveOnSignals(session, this.#services) : () => {};
    const failed = await work
      .run(store, prepared)
      .catch(async (error: unknown) => {
        // Whatever happened, what was applied is stored.
        const unsaved = command.writes ? await this.#close(session) : undefined;
        throw unsaved === undefined ? error : new Error(unsaved.message, { cause: error });
      })
      .finally(unwatch);
    this.#report = work.report;
    const unsaved = command.writes && !work.unstored ? await this.#close(session) : undefined;
    this.#keepState(session);
    this.#entries = session.tasks;
    return unsaved ?? failed;
  }

  /** State that is still kept under a former name is carried over by a run that writes, and read there by one that reads. */
  async #settleName(store: StateStore, session: SessionOptions): Promise<Result<StateStore, Failure>> {
    const { command, loaded, signal, giveUp, run, sealing } = this.#services;
    const own = { name: this.#name, store };
    const places = formerPlaces(loaded, this.#choice);
    const found = await findFormer({
      own,
      places,
      tasks: loaded.manifest.tasks,
      signal,
      flags: this.#location?.flags ?? [],
      open: this.#openNamed,
    });
    if (!found.ok) return found;
    if (found.value === undefined) return ok(store);
    const former = found.value;
    const [was, now] = [shownName(former.name), shownName(own.name)];
    if (!command.writes) {
      if (former.unfinished) return ok(store);
      this.#notice(
        "former-name",
        `the state is still kept as ${was}: the next run that writes carries it over to ${now}`,
      );
      return ok(readUnder(former, own.name));
    }
    const carried = await carryOver({
      from: former,
      to: own,
      command: session.command,
      run,
      lock: this.#lockOptions(this.#services.settings.lockTimeoutMs),
      session,
      sealing,
      signal,
      giveUp,
      tell: (severity, code, message) => this.#tell(severity, code, message),
    });
    if (!carried.ok) return carried;
    const { serial, tasks, found: seal } = carried.value;
    this.#notice(
      "carried-over",
      `carried the state of ${was} over to ${now} (${plural(tasks, "task")}, serial ${serial}); nothing else was touched`,
    );
    this.#carriedPlain = seal === "plain";
    if (seal === "plain" || seal === "former")
      warnUnopened(this.#services, { serial, tasks, pending: 0, sealedOver: seal });
    return ok(store);
  }

  async #noteNeighbours(store: StateStore): Promise<void> {
    const { loaded, signal } = this.#services;
    const diagnostic = await neighbourNote({
      name: this.#name,
      store,
      loaded,
      signal,
      flags: this.#location?.flags ?? [],
      open: this.#openNamed,
    });
    if (diagnostic) this.#services.emit({ type: "diagnostic", diagnostic });
  }

  get #name(): StateName {
    return { project: this.#services.loaded.project, context: this.#choice.name };
  }

  /** There is a place for state: this run's own store is open. */
  readonly #openNamed = async ({ project, context }: StateName): Promise<StateStore> => {
    const opened = await this.#services.openStore(context, project);
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value.store;
  };

  #parts({ openTo }: StateStore, session: StateSession): SessionParts {
    const isPlain = this.#carriedPlain || !session.foundSealed;
    return {
      ...(openTo !== undefined && isPlain ? { doubt: `plain state in ${openTo}` } : {}),
      services: this.#services,
      context: this.#choice.name,
      scope: this.#scope,
      referenceEnvironment: this.#referenceEnvironment,
      values: this.#values,
      io: this.#io,
      notice: (code, message) => this.#notice(code, message),
    };
  }

  #keepState(session: StateSession): void {
    const { lineage, serial, revision, sealed } = session;
    this.#report = {
      ...this.#report,
      state: { ...this.#report.state, sealed, lineage: lineage ?? null, serial, revision: revision ?? null },
    };
  }

  /** State that can't be opened fails the run; an untrusted preview goes on without it. */
  #unreadable(problem: Failure, prepared: Prepared): Failure | undefined {
    if (this.#services.loaded.trust.trusted) return problem;
    const why = lacksKey(problem) ? "it is sealed, and an untrusted run gets no key, as it should be" : problem.message;
    this.#notice(
      "state-hidden",
      `state can't be opened in an untrusted run, so every task is shown as unknown: ${why}`,
    );
    const tasks = prepared.graph.tasks.map(hiddenTask);
    const counts = { ...emptyCounts(), unknown: tasks.length };
    this.#report = { ...this.#report, tasks, counts };
    const { name: context } = this.#choice;
    this.#services.emit({ type: "planned", context, action: this.#services.command.does, digest: "", counts, tasks });
    return undefined;
  }

  /** Ends the session; state that can't be stored is kept in a recovery file. */
  async #close(session: StateSession): Promise<Failure | undefined> {
    this.#unstored = true;
    const closed = await session.close({ clearPendingNeverStarted: true });
    this.#unstored = !closed.ok && session.unsaved;
    if (closed.ok) return undefined;
    if (!this.#unstored) return closed.error;
    const { backend } = this.#report.state;
    return this.#services.keepRecovery(this.#choice.name, await session.recovery(), closed.error, backend);
  }

  #notice(code: DiagnosticCode, message: string): void {
    this.#tell("notice", code, message);
  }

  #tell(severity: "notice" | "warning", code: DiagnosticCode, message: string): void {
    this.#services.emit({ type: "diagnostic", diagnostic: { severity, code, message } });
  }
}
