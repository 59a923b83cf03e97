import type { Json, JsonObject } from "../json/json.ts";
import { withoutPointers } from "../json/json-diff.ts";
import type { Change } from "../model/change.ts";
import type { Observation } from "../model/observation.ts";
import type { Facts, Outcome, Output, TaskError } from "../model/outcome.ts";
import type { TaskReport } from "../model/report.ts";
import type { TaskState } from "../model/state-body.ts";
import { planByKind } from "../plan/ask-kind.ts";
import { decide } from "../plan/decide.ts";
import { fieldsOfKind } from "../plan/decide-by-kind.ts";
import type { Decision } from "../plan/decision.ts";
import type { Desired, Recorded } from "../plan/desired.ts";
import { movesElsewhere } from "../plan/identity.ts";
import { differences } from "../plan/live-fields.ts";
import { look, redactedLikeState, withIgnoredFields } from "../plan/observe.ts";
import { newlyFound, type PlannedTask, type PresentResource } from "../plan/planned-task.ts";
import { refreshedEntry } from "../plan/refresh.ts";
import type { StepResult } from "../ports/hook.ts";
import type { KindPlan, TaskProcessor } from "../ports/processor.ts";
import { TaskFailure } from "../ports/task-failure.ts";
import type { Io } from "../ports/task-io.ts";
import {
  concealOutputs,
  declaresSensitive,
  keptOutputs,
  outputKey,
  outputsKept,
  type SensitiveOutput,
  storedOutputs,
} from "../recorded/outputs.ts";
import { keptSecrets } from "../recorded/recorded-secrets.ts";
import { keepableOutcome } from "../recorded/resource.ts";
import { Cancelled, taskError } from "./attempt.ts";
import { type KnownTask, withMade } from "./made.ts";
import { type CallServices, Calls, isUntouched, type Subject } from "./processor-calls.ts";

/** What one task came to. */
export interface ChangeResult {
  readonly status: StepResult["status"];
  /** What was really done. */
  readonly change: Change;
  readonly reason: string;
  /** The new state entry; null removes it, undefined leaves it. */
  readonly entry: TaskState | null | undefined;
  /** All that the task has now, as far as their values are known. */
  readonly outputs: readonly Output[];
  /** Keys of those that it did not give this time. */
  readonly kept?: ReadonlySet<string>;
  readonly error: TaskError | null;
  readonly rollback?: NonNullable<TaskReport["rollback"]>;
  /** Whether `rollback` has something to undo. */
  readonly undoable: boolean;
  /** What `rollback` takes it for, when that is not `change`. */
  readonly undoAs?: Change;
  readonly fields: Decision["fields"];
}

export interface PerformServices extends CallServices {
  /** To be called before the first effect; what it throws stops the task. */
  started(): void;
  /** Why the task can't have the resource that it wants, now that it is known which. */
  taken(desired: Desired): TaskError | undefined;
}

/** What would look at it, or put it back, stands in state that may be anybody's. */
const unlooked: Observation = { state: "unobservable", why: "what would look at it is not the manifest's" };
const unvouched: TaskError = {
  message: "what was recorded of it would run scripts that the manifest does not have, and the state may be anybody's",
};

/** What putting back came to; `anew`: by making again what was gone. */
type PutBack = Outcome & { readonly anew?: boolean };

const effects: ReadonlySet<Change> = new Set<Change>(["create", "update", "replace", "delete"]);

/** Carries out one planned change, and puts things back when it fails. Never throws for expected failures. */
export async function perform(
  planned: PlannedTask,
  desired: Desired | undefined,
  services: PerformServices,
): Promise<ChangeResult> {
  const { processor, recordedProcessor } = planned;
  const performer = new Performer(
    planned,
    desired,
    processor as TaskProcessor,
    recordedProcessor ?? (processor as TaskProcessor),
    services,
  );
  try {
    return await performer.run();
  } catch (error) {
    if (error instanceof Cancelled)
      return performer.result("cancelled", { error: { message: "the run was cancelled" } });
    throw error;
  }
}

class Performer {
  readonly #planned: PlannedTask;
  readonly #processor: TaskProcessor;
  readonly #recordedProcessor: TaskProcessor;
  readonly #services: PerformServices;
  readonly #calls: Calls;
  #desired: Desired | undefined;
  #decision: Decision;
  /** What looking at a resource found that is recorded only now. */
  #found: PresentResource | undefined;

  constructor(
    planned: PlannedTask,
    desired: Desired | undefined,
    processor: TaskProcessor,
    recordedProcessor: TaskProcessor,
    services: PerformServices,
  ) {
    this.#planned = planned;
    this.#desired = desired;
    this.#processor = processor;
    this.#recordedProcessor = recordedProcessor;
    this.#services = services;
    this.#decision = planned.decision;
    this.#found = planned.found;
    this.#calls = new Calls(planned, services, (outputs) =>
      this.#withSensitivity(outputs, this.#desired?.stored ?? {}),
    );
  }

  result(status: ChangeResult["status"], more: Partial<ChangeResult> = {}): ChangeResult {
    const { change, reason, fields } = this.#decision;
    return { status, change, reason, fields, entry: undefined, outputs: [], error: null, undoable: false, ...more };
  }

  async run(): Promise<ChangeResult> {
    const { desired, awaitsPlaceOf } = this.#planned;
    if ((desired?.unknowns.size ?? 0) > 0 || awaitsPlaceOf.length > 0) {
      const refused = await this.#decideAgain();
      if (refused) return refused;
    }
    const { change, fields } = this.#decision;
    // Outside of what is rolled back: a task that may not start has nothing to undo.
    if (effects.has(change) || (change === "adopt" && fields.length > 0)) this.#services.started();
    switch (change) {
      case "create":
        return this.#create();
      case "update":
        return this.#update();
      case "replace":
        return this.#replace();
      case "delete":
        return this.#delete();
      case "adopt":
        return this.#adopt();
      case "forget":
        return this.result("done", { entry: null, undoable: true });
      case "noop":
        return this.result("done", { entry: await refreshedEntry(this.#planned, this.#desired, this.#services) });
      case "none":
        return this.result("done");
    }
  }

  /** Values are known now: look again. What was planned may only turn into nothing, or a create into an adoption. */
  async #decideAgain(): Promise<ChangeResult | undefined> {
    const { recorded, lifecycle, decision } = this.#planned;
    const desired = this.#desired as Desired;
    const taken = this.#services.taken(desired);
    if (taken) return this.result("failed", { error: taken });
    if (decision.change === "create" && recorded) return undefined;
    const { clock, signal, io, redactor } = this.#services;
    const processor = recorded ? this.#recordedProcessor : this.#processor;
    const spec = recorded?.value ?? desired.value;
    const seen: Observation = recorded?.unvouched?.has("read")
      ? unlooked
      : await look(processor, spec, recorded?.entry, this.#planned, { clock, signal, io });
    const observation = redactedLikeState(seen, recorded, (value) => redactor.value(value));
    const facts = observation.state === "present" ? observation.facts : undefined;
    const settled =
      this.#processor === this.#recordedProcessor
        ? withIgnoredFields(desired, recorded, facts, lifecycle.ignoreChanges)
        : desired;
    this.#desired = settled;
    const moves = movesElsewhere(recorded, this.#recordedProcessor, settled, this.#processor);
    const elsewhere = moves ? await this.#lookAt(settled.value) : undefined;
    const ownPlan = await this.#planByKind(recorded, settled, seen);
    this.#found = newlyFound(recorded ? elsewhere : observation);
    const again = decide({
      recorded,
      desired: settled,
      observation,
      ...(elsewhere ? { elsewhere } : {}),
      lifecycle,
      processor: this.#processor,
      recordedProcessor: this.#recordedProcessor,
      ownPlan,
      sealed: this.#services.sealed,
    });
    if (again.error) return this.result("failed", { error: again.error, reason: again.reason, fields: again.fields });
    // Whether a fresh sensitive value is another one now may be beyond telling: then what was planned is done.
    if (again.change === "noop" && !this.#knows(desired.fresh)) return undefined;
    if (again.change === "noop" || (decision.change === "create" && again.change === "adopt")) {
      this.#decision = again;
      return undefined;
    }
    if (again.change === "replace" && decision.change !== "replace") {
      const error = {
        message: "the values that are known now need a replacement, and the plan said update",
        hint: "Run plan and apply again: what its dependencies give is recorded by then.",
      };
      return this.result("failed", { error });
    }
    const { takesOver } = again;
    const fields = again.fields.length > 0 ? again.fields : decision.fields;
    this.#decision = { ...decision, fields, ...(takesOver === undefined ? {} : { takesOver }) };
    return undefined;
  }

  /** Has the kind plan, where it has rules of its own for what was found. */
  async #planByKind(
    recorded: Recorded | undefined,
    desired: Desired,
    observation: Observation,
  ): Promise<KindPlan | undefined> {
    if (observation.state === "failed" || this.#processor !== this.#recordedProcessor) return undefined;
    return planByKind(this.#processor, this.#planned, { recorded, desired, observation }, this.#services);
  }

  /** Was it recorded of all these secrets which values they had? */
  #knows(names: ReadonlySet<string> = new Set()): boolean {
    const known = this.#services.sealed && this.#planned.entry?.fingerprints;
    return [...names].every((name) => known !== undefined && Object.hasOwn(known, name));
  }

  /** Looks at the resource of the new spec. */
  #lookAt(spec: JsonObject): Promise<Observation> {
    const { clock, signal, io } = this.#services;
    return look(this.#processor, spec, undefined, this.#planned, { clock, signal, io });
  }

  async #create(): Promise<ChangeResult> {
    const desired = this.#desired as Desired;
    const { entry, autoRollback } = this.#planned;
    const subject = { known: this.#decision.goesOn ? entry : undefined, making: desired.stored };
    try {
      const outcome = await this.#calls.attempt(subject, (io) => this.#processor.create(desired.value, io));
      return this.#done(outcome);
    } catch (error) {
      if (isUntouched(error)) return this.#untouched(error);
      if (autoRollback && !this.#canUndoCreate(desired)) return this.#leftBehind(error, desired, subject);
      return this.#failed(error, "deleting what was created", undefined, async () => {
        await this.#undoCreate(desired, subject);
        return undefined;
      });
    }
  }

  #canUndoCreate({ value }: Desired): boolean {
    return this.#canRollBack(this.#processor, value) || (this.#processor.compare?.deletes?.(value) ?? true);
  }

  #undoCreate({ value }: Desired, subject: Subject): Promise<Outcome | undefined> {
    return this.#undo("create", undefined, value, subject, (io) => this.#processor.delete(value, io));
  }

  /** It failed, and nothing can delete what it may have made: that stays recorded, unless there is nothing. */
  async #leftBehind(thrown: unknown, desired: Desired, subject: Subject): Promise<ChangeResult> {
    if (thrown instanceof Cancelled) throw thrown;
    const error = taskError(thrown);
    if (this.#calls.made === undefined) {
      const observation = await look(this.#processor, desired.value, subject.known, this.#planned, this.#services);
      if (observation.state === "absent" && !observation.partly)
        return this.result("failed", { error, rollback: "needless" });
    }
    return this.result("tainted", { error, entry: this.#tainted(undefined), undoable: true, rollback: "impossible" });
  }

  async #update(): Promise<ChangeResult> {
    const desired = this.#desired as Desired;
    const { recorded } = this.#planned;
    const before = recorded?.value ?? desired.value;
    const subject = { known: recorded?.entry };
    try {
      const outcome = await this.#calls.attempt(subject, (io) => this.#processor.update(before, desired.value, io));
      return this.#done(outcome, recorded?.entry);
    } catch (error) {
      if (isUntouched(error)) return this.#untouched(error);
      return this.#failed(error, "updating it back to what was recorded", recorded?.entry, () =>
        this.#undo("update", before, desired.value, subject, (io) =>
          this.#processor.update(desired.value, recorded ? whole(recorded) : before, io),
        ),
      );
    }
  }

  async #replace(): Promise<ChangeResult> {
    const desired = this.#desired as Desired;
    const recorded = this.#planned.recorded as Recorded;
    const deleted = await this.#deleteResource(recorded);
    if (deleted !== "deleted") return deleted;
    const way = this.#decision.takesOver ? await this.#wayToTakeOver(desired) : "create";
    const fresh = { known: undefined, making: desired.stored };
    try {
      if (way === "keep") return { ...this.#done(this.#adopted(desired)), undoAs: "adopt" };
      if (way === "update") {
        const there = { known: this.#foundTask(desired) };
        const taken = await this.#calls.attempt(there, (io) =>
          this.#processor.update(desired.value, desired.value, io),
        );
        return { ...this.#done(taken, there.known), undoAs: "adopt" };
      }
      return this.#done(await this.#calls.attempt(fresh, (io) => this.#processor.create(desired.value, io)));
    } catch (error) {
      // What opus did not make is not deleted.
      const untouched = way !== "create" || isUntouched(error);
      let left = way === "create" && this.#calls.made !== undefined;
      const performed = await this.#failed(error, "creating again what was recorded", recorded.entry, async () => {
        if (!untouched) await this.#undoCreate(desired, fresh);
        left = false;
        return {
          ...(await this.#calls.remake((io) => this.#recordedProcessor.create(whole(recorded), io))),
          anew: true,
        };
      });
      if (!performed.entry || performed.status === "rolled-back") return performed;
      // What is there now is what was made, and not what was recorded and deleted.
      return { ...performed, entry: left ? this.#tainted(undefined) : this.#remade(recorded.entry) };
    }
  }

  /** What stood where a replacement leads may have gone with what was replaced, and changed since the plan. */
  async #wayToTakeOver(desired: Desired): Promise<"create" | "update" | "keep"> {
    const observation = await this.#lookAt(desired.value);
    this.#found = newlyFound(observation);
    if (observation.state !== "present") return "create";
    const { ignoreChanges, adopt } = this.#planned.lifecycle;
    const ownPlan = await planByKind(
      this.#processor,
      this.#planned,
      { recorded: undefined, desired, observation },
      this.#services,
    );
    const fields = ownPlan
      ? fieldsOfKind(ownPlan, desired, undefined)
      : differences(this.#processor, observation.facts, desired.value, undefined);
    if (ownPlan?.change === "noop" || withoutPointers(fields, ignoreChanges).length === 0) return "keep";
    return adopt ? "update" : "create";
  }

  #predicted(desired: Desired): readonly Output[] {
    return (
      this.#processor.known?.predict?.(desired.value, this.#services.io(this.#planned.name, this.#services.signal)) ??
      []
    );
  }

  async #delete(): Promise<ChangeResult> {
    const recorded = this.#planned.recorded as Recorded;
    const deleted = await this.#deleteResource(recorded);
    return deleted === "deleted" ? this.result("done", { entry: null, undoable: true }) : deleted;
  }

  /** Deletes the recorded resource; when that throws, what counts is whether it is still there. */
  async #deleteResource(recorded: Recorded): Promise<"deleted" | ChangeResult> {
    const processor = this.#recordedProcessor;
    // Such a plan is guarded; this holds whatever a check elsewhere forgets.
    const refused = recorded.unvouched?.has("delete") ? unvouched : recorded.lost;
    if (refused) return this.result("failed", { error: refused, rollback: "needless" });
    try {
      await this.#calls.remove({ known: recorded.entry }, (io) => processor.delete(recorded.value, io));
      return "deleted";
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      const { clock, signal, io } = this.#services;
      const observation: Observation = recorded.unvouched?.has("read")
        ? unlooked
        : await look(processor, recorded.value, recorded.entry, this.#planned, { clock, signal, io });
      if (observation.state === "absent" && !observation.partly) return "deleted";
      if (isUntouched(error)) return this.#untouched(error);
      const known = (recorded.unvouched?.size ?? 0) === 0;
      if (known && this.#canRollBack(processor, recorded.value) && this.#planned.autoRollback) {
        return this.#failed(error, "putting it back", recorded.entry, () =>
          this.#undo("delete", recorded.value, undefined, { known: recorded.entry }, undefined),
        );
      }
      return this.result("failed", { error: taskError(error) });
    }
  }

  async #adopt(): Promise<ChangeResult> {
    const desired = this.#desired as Desired;
    if (this.#decision.remembers) return this.result("done", { entry: this.#planned.entry, undoable: true });
    if (this.#decision.fields.length === 0) return this.#done(this.#adopted(desired));
    const subject = { known: this.#foundTask(desired) };
    try {
      const outcome = await this.#calls.attempt(subject, (io) =>
        this.#processor.update(desired.value, desired.value, io),
      );
      return this.#done(outcome, subject.known);
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      if (isUntouched(error)) return this.#untouched(error);
      // Opus did not make it, so nothing is deleted and nothing recorded.
      return this.result("failed", { error: taskError(error) });
    }
  }

  /** What is recorded of something that is there as declared. */
  #adopted(desired: Desired): Outcome {
    const { facts, outputs = [], resource } = this.#found ?? {};
    const given = {
      outputs: [...outputs, ...this.#predicted(desired)],
      ...(resource === undefined ? {} : { resource }),
    };
    // Kinds that compare with what they saw have to see it; the others ignore it.
    return facts === undefined || this.#processor.known?.predict ? given : { ...given, observed: facts };
  }

  /** What opus did not make, as far as looking told. */
  #foundTask({ stored }: Desired): KnownTask {
    const { facts, outputs = [], resource } = this.#found ?? {};
    const { sealed } = this.#services;
    const text = sealed && resource !== undefined ? { resource } : {};
    const found = storedOutputs(this.#withSensitivity(outputs, stored), sealed !== undefined);
    return { spec: stored, ...(facts === undefined ? {} : { observed: this.#redacted(facts) }), ...text, ...found };
  }

  /** @param before what the change has gone on from: outputs that it did not give again stay */
  #done(answer: Outcome, before?: KnownTask): ChangeResult {
    const desired = this.#desired as Desired;
    const { outcome, error } = keepableOutcome(answer, this.#services.sealed !== undefined);
    const given = this.#withSensitivity(outcome.outputs, desired.stored);
    if (outcome.warnings) this.#warn(outcome.warnings);
    const kept = before ? outputsKept(before, given) : [];
    const entry = this.#entry(desired, outcome, given, before);
    const outputs = { outputs: [...given, ...kept], kept: new Set(kept.map(outputKey)) };
    if (!error) return this.result("done", { entry, ...outputs, undoable: true });
    // It is there: taking it away again would lose it, forgetting it would lose sight of it.
    const hint = `${error.hint} What was done stands and is recorded as tainted: the next apply updates it.`;
    return this.result("failed", {
      error: { ...error, hint },
      entry: { ...entry, status: "tainted" },
      ...outputs,
      undoable: true,
    });
  }

  #warn(warnings: readonly string[]): void {
    const io = this.#services.io(this.#planned.name, this.#services.signal);
    for (const warning of warnings) io.output("stderr", `${warning}\n`);
    io.end?.();
  }

  /**
   * Sensitive outputs are secrets of this run from now on, and an output that holds a secret is sensitive.
   * @param spec what gave them, as state keeps it
   */
  #withSensitivity(outputs: readonly Output[], spec: JsonObject): readonly Output[] {
    const { redactor, conceal } = this.#services;
    const { module } = this.#processor;
    const secret = (output: Output): SensitiveOutput => {
      const key = outputKey(output);
      const declared = output.sensitive === true && declaresSensitive({ module, spec }, key);
      return { task: this.#planned.name, key, value: output.value, declared };
    };
    const given = outputs.filter(({ sensitive }) => sensitive);
    concealOutputs(given.map(secret), redactor, conceal);
    const holding = outputs.filter(({ sensitive, value }) => {
      return !sensitive && redactor.contains(typeof value === "string" ? value : JSON.stringify(value));
    });
    concealOutputs(holding.map(secret), redactor, conceal);
    return outputs.map((output) => (holding.includes(output) ? { ...output, sensitive: true } : output));
  }

  #entry(desired: Desired, outcome: Outcome, given: readonly Output[], before?: KnownTask): TaskState {
    const { planned, now } = { planned: this.#planned, now: this.#services.clock.timestamp() };
    const { sealed } = this.#services;
    const { change } = this.#decision;
    const observed = outcome.observed ?? this.#calls.made?.observed ?? this.#keptFacts(before);
    const resource = outcome.resource ?? this.#calls.made?.resource ?? before?.resource;
    const created = change === "update" || change === "noop" ? planned.entry?.createdAt : undefined;
    return {
      apiVersion: this.#processor.apiVersion,
      kind: this.#processor.kind,
      status: "applied",
      spec: desired.stored,
      ...keptSecrets(desired.secrets, sealed),
      ...(observed === undefined ? {} : { observed: this.#redacted(observed) }),
      ...(resource === undefined || !sealed ? {} : { resource }),
      ...keptOutputs(before ?? { outputs: {} }, storedOutputs(given, sealed !== undefined)),
      dependencies: planned.dependencies,
      scope: planned.scope,
      lifecycle: planned.lifecycle,
      order: planned.order,
      ...(this.#processor.module === undefined ? {} : { module: this.#processor.module }),
      createdAt: created ?? now,
      updatedAt: now,
    };
  }

  /** Facts that nobody has looked at again; kinds that compare with them have to. */
  #keptFacts(before: KnownTask | undefined): Facts | undefined {
    return this.#processor.compare?.factFields ? undefined : before?.observed;
  }

  #redacted<T extends Json>(value: T): T {
    return this.#services.redactor.value(value);
  }

  /** It failed before it changed anything: things are as they were, with nothing to put back. */
  #untouched(error: TaskFailure): ChangeResult {
    return this.result("failed", { error: taskError(error), rollback: "needless" });
  }

  /** After a failure: puts things back, unless the task says not to. */
  async #failed(
    thrown: unknown,
    action: string,
    recordedEntry: TaskState | undefined,
    putBack: () => Promise<PutBack | undefined>,
  ): Promise<ChangeResult> {
    if (thrown instanceof Cancelled) throw thrown;
    const error = taskError(thrown);
    const { planned, services } = { planned: this.#planned, services: this.#services };
    if (!planned.autoRollback)
      return this.result("failed", { error, entry: this.#tainted(recordedEntry), undoable: true });
    services.emit({ type: "task-rolling-back", context: services.context, task: planned.name, action, error });
    try {
      if (recordedEntry && (planned.recorded?.unvouched?.size ?? 0) > 0)
        throw new TaskFailure(unvouched.message, { untouched: true });
      const given = await putBack();
      const { outcome, error: flaw } =
        given && recordedEntry ? keepableOutcome(given, services.sealed !== undefined) : {};
      if (flaw) throw new TaskFailure(flaw.message, flaw.hint === undefined ? {} : { hint: flaw.hint });
      return this.result("rolled-back", {
        error,
        entry: outcome && recordedEntry ? this.#asBefore(recordedEntry, outcome) : undefined,
      });
    } catch (second) {
      if (second instanceof Cancelled) throw second;
      const causes = [
        ...(error.causes ?? []),
        { ...taskError(second), message: `rolling back failed too: ${taskError(second).message}` },
      ];
      return this.result("tainted", {
        error: { ...error, causes },
        entry: this.#tainted(recordedEntry),
        undoable: true,
      });
    }
  }

  /** The recorded entry again, with what putting it back saw, gave, and took: the values that its secrets have today. */
  #asBefore(entry: TaskState, outcome: PutBack): TaskState {
    const { sealed } = this.#services;
    const { outputs: _, sensitiveOutputs: __, fingerprints, resource: recorded, ...lasting } = entry;
    const resource = outcome.resource ?? (outcome.anew ? undefined : recorded);
    const { fingerprints: today } = keptSecrets(this.#planned.recorded?.secrets ?? new Map(), sealed);
    const given = this.#withSensitivity(outcome.outputs, entry.spec);
    const before = outcome.anew ? { outputs: {} } : entry;
    return {
      ...lasting,
      ...(today ? { fingerprints: { ...fingerprints, ...today } } : {}),
      ...(outcome.observed === undefined ? {} : { observed: this.#redacted(outcome.observed) }),
      ...(resource === undefined ? {} : { resource }),
      ...keptOutputs(before, storedOutputs(given, sealed !== undefined)),
    };
  }

  #tainted(recordedEntry: TaskState | undefined): TaskState {
    const { made } = this.#calls;
    if (recordedEntry) {
      // What a replacement has made is no part of what was recorded.
      const known = this.#decision.change === "replace" ? recordedEntry : withMade(recordedEntry, made);
      return { ...known, status: "tainted", updatedAt: this.#services.clock.timestamp() };
    }
    return withMade({ ...this.#entry(this.#desired as Desired, { outputs: [] }, []), status: "tainted" }, made);
  }

  /** What was recorded was deleted, and making it again failed: nothing that it gave out is true any more. */
  #remade({ observed: _, sensitiveOutputs: __, resource: ___, ...entry }: TaskState): TaskState {
    const bare: TaskState = { ...entry, outputs: {}, status: "tainted", updatedAt: this.#services.clock.timestamp() };
    return withMade(bare, this.#calls.remade);
  }

  #canRollBack(processor: TaskProcessor, spec: JsonObject): boolean {
    return processor.undo?.rollback !== undefined && (processor.undo.has?.(spec) ?? true);
  }

  /** The processor's own rollback, else the engine's way. */
  async #undo(
    change: Change,
    before: JsonObject | undefined,
    attempted: JsonObject | undefined,
    subject: Subject,
    otherwise: ((io: Io) => Promise<Outcome | undefined> | Promise<void>) | undefined,
  ): Promise<Outcome | undefined> {
    const processor = this.#processor;
    if (this.#canRollBack(processor, attempted ?? before ?? {}))
      return this.#calls.undo(subject, async (io) => processor.undo?.rollback?.(change, before, attempted, io));
    return otherwise ? this.#calls.undo(subject, async (io) => (await otherwise(io)) ?? undefined) : undefined;
  }
}

/**
 * The recorded spec, to put it back.
 * @throws TaskFailure when parts of it are not known any more
 */
function whole({ value, unknown }: Recorded): JsonObject {
  if (!unknown || unknown.size === 0) return value;
  throw new TaskFailure(`what was recorded can't be put back: ${[...unknown].join(", ")} is not known any more`);
}
