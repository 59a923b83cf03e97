import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  Mutexes,
  bothMutexes,
  decide,
  fieldsOfKind,
  gateHolds,
  hasEffect,
  intent,
  keepableOutcome,
  knownIdentity,
  movesElsewhere,
  newlyFound,
  notHolding,
  othersRecorded,
  problemsByKind,
  refreshedEntry,
  runScheduled
} from "./chunk-4KHVTZ7L.js";
import {
  overtaken,
  renamedEntries
} from "./chunk-53MMSWRA.js";
import {
  Making,
  adoptedId,
  lastly,
  look,
  planByKind,
  recordedTask,
  redactedLikeState,
  withIgnoredFields,
  withMade
} from "./chunk-LFDFPK63.js";
import {
  tasksFailed
} from "./chunk-4U3IF34V.js";
import "./chunk-RYA6JTW6.js";
import {
  differences
} from "./chunk-ILMNOFIF.js";
import {
  isGate,
  plannedReport
} from "./chunk-O5UACIXT.js";
import {
  deletedWords
} from "./chunk-33HS6KZX.js";
import "./chunk-ISYZXV75.js";
import {
  Cancelled,
  attempt,
  taskError
} from "./chunk-KEXNV5DD.js";
import "./chunk-MAM7B6KD.js";
import "./chunk-NOJM2UO2.js";
import "./chunk-B6KQZQNF.js";
import "./chunk-CFNOMM4R.js";
import {
  keptSecrets
} from "./chunk-BUJDWKXV.js";
import {
  readableTemplate
} from "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import {
  wasMasked
} from "./chunk-LXV566ZK.js";
import {
  concealOutputs,
  declaresSensitive,
  findGiven,
  keptOutputs,
  outputKey,
  outputsKept,
  shownOutputs,
  storedOutputs
} from "./chunk-H6W3A4JT.js";
import "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import {
  withoutPointers
} from "./chunk-CHHS7TI7.js";
import "./chunk-PN4IT2FT.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import {
  failure
} from "./chunk-VKSB6RUN.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-GNBVHH4E.js";
import {
  mutexToldMs
} from "./chunk-IE326VUJ.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/engine/execute/processor-calls.ts
var Calls = class {
  #task;
  #services;
  #reveal;
  #making = new Making();
  #remaking = new Making();
  /** @param reveal takes outputs as they come, and says which of them are sensitive */
  constructor(task, services, reveal) {
    this.#task = task;
    this.#services = services;
    this.#reveal = reveal;
  }
  /** What was made, as state keeps it; undefined: nobody told of anything. */
  get made() {
    return this.#stored(this.#making, this.#services.sealed !== void 0);
  }
  /** The same of what was made again. */
  get remade() {
    return this.#stored(this.#remaking, this.#services.sealed !== void 0);
  }
  /** What is known of a resource after what was made of it. */
  known({ known, making }, secrets = this.#services.sealed !== void 0) {
    const made = this.#stored(this.#making, secrets);
    if (known) return withMade(known, made);
    return made && making ? withMade({ spec: making, outputs: {} }, made) : void 0;
  }
  /** Makes or changes something, again after a failure as often as the task says. */
  attempt(subject, operation) {
    let touched = false;
    const operate = async (bounds) => {
      try {
        return await this.#call(bounds, subject, this.#making, operation);
      } catch (error) {
        const untouched = isUntouched(error) && this.made === void 0;
        if (isUntouched(error) && (touched || !untouched)) throw withoutUntouched(error);
        touched ||= !untouched;
        throw error;
      }
    };
    return attempt(operate, this.#options(this.#task.retries));
  }
  /** Deletes, with retries. */
  remove(subject, operation) {
    return attempt((bounds) => this.#call(bounds, subject, void 0, operation), this.#options(this.#task.retries));
  }
  /** Undoes, without retries: putting things back must not take for ever. It sees all that this run was given. */
  undo(subject, operation) {
    const options = this.#options({ limit: 0, delayMs: 0 });
    return attempt((bounds) => this.#call(bounds, subject, void 0, operation), options);
  }
  /** Makes what was deleted again, without retries. What was made before in its place is none of it. */
  remake(operation) {
    const options = this.#options({ limit: 0, delayMs: 0 });
    return attempt((bounds) => this.#call(bounds, { known: void 0 }, this.#remaking, operation), options);
  }
  /** @param making what the call makes is noted here; undefined: it makes nothing */
  #call(bounds, subject, making, operation) {
    const bare = this.#services.io(this.#task.name, bounds);
    const recorded = () => {
      const known = making ? this.known(subject) : this.known(subject, true);
      return known && recordedTask(known);
    };
    Object.defineProperty(bare, "recorded", { enumerable: true, configurable: true, get: recorded });
    const whole2 = Object.assign(bare, {
      made: (observed, outputs, resource) => making ? this.#take(making, observed, outputs ?? [], resource) : void 0,
      adoptId: adoptedId(this.#task),
      lineage: this.#services.lineage?.()
    });
    return lastly(
      () => operation(whole2),
      () => bare.end?.()
    );
  }
  /** @throws TaskFailure when state can't keep some of it; the rest is kept, for it is there */
  #take(making, observed, outputs, resource) {
    const given = {
      outputs,
      ...observed === void 0 ? {} : { observed },
      ...resource === void 0 ? {} : { resource }
    };
    const { outcome, error } = keepableOutcome(given, this.#services.sealed !== void 0);
    making.add(outcome.observed, this.#reveal(outcome.outputs), outcome.resource);
    const { made } = this;
    if (made && making === this.#making) this.#services.made(made);
    if (error) throw new TaskFailure(error.message, error.hint === void 0 ? {} : { hint: error.hint });
  }
  #stored(making, secrets) {
    const made = making.made(secrets);
    if (made?.observed === void 0) return made;
    return { ...made, observed: this.#services.redactor.value(made.observed) };
  }
  #options(retries) {
    const { clock, signal, emit, context } = this.#services;
    const { name, timeoutMs } = this.#task;
    return {
      clock,
      signal,
      timeoutMs,
      retries,
      onRetry: (number, attempts, delayMs, error) => emit({ type: "task-retrying", context, task: name, attempt: number, attempts, delayMs, error })
    };
  }
};
function isUntouched(error) {
  return error instanceof TaskFailure && error.untouched;
}
function withoutUntouched({ message, hint, detail, cause }) {
  return new TaskFailure(message, {
    ...hint === void 0 ? {} : { hint },
    ...detail === void 0 ? {} : { detail },
    ...cause === void 0 ? {} : { cause }
  });
}

// src/engine/execute/change-work.ts
var ChangeWork = class {
  planned;
  processor;
  /** Knows the recorded entry; another one when the task changed its kind. */
  recordedProcessor;
  services;
  calls;
  desired;
  decision;
  /** What looking at a resource found that is recorded only now. */
  found;
  constructor(planned, desired, services) {
    this.planned = planned;
    this.desired = desired;
    this.processor = planned.processor;
    this.recordedProcessor = planned.recordedProcessor ?? this.processor;
    this.services = services;
    this.decision = planned.decision;
    this.found = planned.found;
    this.calls = new Calls(planned, services, (outputs) => this.withSensitivity(outputs, this.desired?.stored ?? {}));
  }
  /** What the task came to: what was decided, unless `more` says otherwise. */
  result(status, more = {}) {
    const { change, reason, fields } = this.decision;
    return { status, change, reason, fields, entry: void 0, outputs: [], error: null, undoable: false, ...more };
  }
  /** Looks at the resource of the new spec. */
  lookAt(spec) {
    const { clock, signal, io } = this.services;
    return look(this.processor, spec, void 0, this.planned, { clock, signal, io });
  }
  /**
   * Sensitive outputs are secrets of this run from now on, and an output that holds a secret is sensitive.
   * @param spec what gave them, as state keeps it
   */
  withSensitivity(outputs, spec) {
    const { redactor, conceal } = this.services;
    const { module } = this.processor;
    const secret = (output) => {
      const key = outputKey(output);
      const declared = output.sensitive === true && declaresSensitive({ module, spec }, key);
      return { task: this.planned.name, key, value: output.value, declared };
    };
    const given = outputs.filter(({ sensitive }) => sensitive);
    concealOutputs(given.map(secret), redactor, conceal);
    const holding = outputs.filter(({ sensitive, value }) => {
      return !sensitive && redactor.contains(typeof value === "string" ? value : JSON.stringify(value));
    });
    concealOutputs(holding.map(secret), redactor, conceal);
    return outputs.map((output) => holding.includes(output) ? { ...output, sensitive: true } : output);
  }
  /** The same without secrets. */
  redacted(value) {
    return this.services.redactor.value(value);
  }
  /** It failed before it changed anything: things are as they were, with nothing to put back. */
  untouched(error) {
    return this.result("failed", { error: taskError(error), rollback: "needless" });
  }
};

// src/engine/execute/in-doubt.ts
var unlooked = { state: "unobservable", why: "what would look at it is not the manifest's" };
var unvouched = {
  message: "what was recorded of it would run scripts that the manifest does not have, and the state may be anybody's"
};

// src/engine/execute/decide-again.ts
async function decideAgain(work) {
  const { recorded, decision } = work.planned;
  const desired = work.desired;
  const taken = work.services.taken(desired);
  if (taken) return work.result("failed", { error: taken });
  if (decision.change === "create" && recorded) return void 0;
  const again = decide(await situationNow(work, desired));
  if (again.error) return work.result("failed", { error: again.error, reason: again.reason, fields: again.fields });
  if (again.change === "noop" && !knows(work, desired.fresh)) return void 0;
  if (again.foundAsWanted) return void 0;
  if (again.change === "noop" || decision.change === "create" && again.change === "adopt") {
    work.decision = again;
    return void 0;
  }
  if (again.change === "replace" && decision.change !== "replace") {
    const error = {
      message: "the values that are known now need a replacement, and the plan said update",
      hint: "Run plan and apply again: what its dependencies give is recorded by then."
    };
    return work.result("failed", { error });
  }
  const { takesOver } = again;
  const fields = again.fields.length > 0 ? again.fields : decision.fields;
  work.decision = { ...decision, fields, ...takesOver === void 0 ? {} : { takesOver } };
  return void 0;
}
async function situationNow(work, desired) {
  const { recorded, lifecycle } = work.planned;
  const { clock, signal, io, redactor } = work.services;
  const processor = recorded ? work.recordedProcessor : work.processor;
  const spec = recorded?.value ?? desired.value;
  const seen = recorded?.unvouched?.has("read") ? unlooked : await look(processor, spec, recorded?.entry, work.planned, { clock, signal, io });
  const observation = redactedLikeState(seen, recorded, (value) => redactor.value(value));
  const facts = observation.state === "present" ? observation.facts : void 0;
  const settled = work.processor === work.recordedProcessor ? withIgnoredFields(desired, recorded, facts, lifecycle.ignoreChanges) : desired;
  work.desired = settled;
  const moves = movesElsewhere(recorded, work.recordedProcessor, settled, work.processor);
  const elsewhere = moves ? await work.lookAt(settled.value) : void 0;
  const ownPlan = await ownPlanOf(work, recorded, settled, seen);
  work.found = newlyFound(recorded ? elsewhere : observation);
  return {
    recorded,
    desired: settled,
    observation,
    ...elsewhere ? { elsewhere } : {},
    lifecycle,
    processor: work.processor,
    recordedProcessor: work.recordedProcessor,
    ownPlan,
    sealed: work.services.sealed
  };
}
async function ownPlanOf(work, recorded, desired, observation) {
  if (observation.state === "failed" || work.processor !== work.recordedProcessor) return void 0;
  return planByKind(work.processor, work.planned, { recorded, desired, observation }, work.services);
}
function knows(work, names = /* @__PURE__ */ new Set()) {
  const known = work.services.sealed && work.planned.entry?.fingerprints;
  return [...names].every((name) => known !== void 0 && Object.hasOwn(known, name));
}

// src/engine/execute/change-entries.ts
function newEntry(work, desired, outcome, given, before) {
  const { planned } = work;
  const { sealed, clock } = work.services;
  const now = clock.timestamp();
  const { change } = work.decision;
  const observed = outcome.observed ?? work.calls.made?.observed ?? keptFacts(work, before);
  const resource = outcome.resource ?? work.calls.made?.resource ?? before?.resource;
  const created = change === "update" || change === "noop" ? planned.entry?.createdAt : void 0;
  return {
    apiVersion: work.processor.apiVersion,
    kind: work.processor.kind,
    status: "applied",
    spec: desired.stored,
    ...keptSecrets(desired.secrets, sealed),
    ...observed === void 0 ? {} : { observed: work.redacted(observed) },
    ...resource === void 0 || !sealed ? {} : { resource },
    ...keptOutputs(before ?? { outputs: {} }, storedOutputs(given, sealed !== void 0)),
    dependencies: planned.dependencies,
    scope: planned.scope,
    lifecycle: planned.lifecycle,
    order: planned.order,
    ...work.processor.module === void 0 ? {} : { module: work.processor.module },
    createdAt: created ?? now,
    updatedAt: now
  };
}
function keptFacts(work, before) {
  return work.processor.compare?.factFields ? void 0 : before?.observed;
}
function asBefore(work, entry, outcome) {
  const { sealed } = work.services;
  const { outputs: _, sensitiveOutputs: __, fingerprints, resource: recorded, ...lasting } = entry;
  const resource = outcome.resource ?? (outcome.anew ? void 0 : recorded);
  const { fingerprints: today } = keptSecrets(work.planned.recorded?.secrets ?? /* @__PURE__ */ new Map(), sealed);
  const given = work.withSensitivity(outcome.outputs, entry.spec);
  const before = outcome.anew ? { outputs: {} } : entry;
  return {
    ...lasting,
    ...today ? { fingerprints: { ...fingerprints, ...today } } : {},
    ...outcome.observed === void 0 ? {} : { observed: work.redacted(outcome.observed) },
    ...resource === void 0 ? {} : { resource },
    ...keptOutputs(before, storedOutputs(given, sealed !== void 0))
  };
}
function taintedEntry(work, recordedEntry) {
  const { made } = work.calls;
  if (recordedEntry) {
    const known = work.decision.change === "replace" ? recordedEntry : withMade(recordedEntry, made);
    return { ...known, status: "tainted", updatedAt: work.services.clock.timestamp() };
  }
  return withMade({ ...newEntry(work, work.desired, { outputs: [] }, []), status: "tainted" }, made);
}
function remadeEntry(work, { observed: _, sensitiveOutputs: __, resource: ___, ...entry }) {
  const bare = { ...entry, outputs: {}, status: "tainted", updatedAt: work.services.clock.timestamp() };
  return withMade(bare, work.calls.remade);
}

// src/engine/execute/change-done.ts
function done(work, answer, before) {
  const desired = work.desired;
  const { outcome, error } = keepableOutcome(answer, work.services.sealed !== void 0);
  const given = work.withSensitivity(outcome.outputs, desired.stored);
  if (outcome.warnings) warn(work, outcome.warnings);
  const kept = before ? outputsKept(before, given) : [];
  const entry = newEntry(work, desired, outcome, given, before);
  const outputs = { outputs: [...given, ...kept], kept: new Set(kept.map(outputKey)) };
  if (!error) return work.result("done", { entry, ...outputs, undoable: true });
  const hint = `${error.hint} What was done stands and is recorded as tainted: the next apply updates it.`;
  return work.result("failed", {
    error: { ...error, hint },
    entry: { ...entry, status: "tainted" },
    ...outputs,
    undoable: true
  });
}
function warn(work, warnings) {
  const io = work.services.io(work.planned.name, work.services);
  for (const warning of warnings) io.output("stderr", `${warning}
`);
  io.end?.();
}

// src/engine/execute/perform-adopt.ts
async function adopt(work) {
  const desired = work.desired;
  if (work.decision.remembers) return work.result("done", { entry: work.planned.entry, undoable: true });
  if (work.decision.fields.length === 0) return done(work, adopted(work, desired));
  const subject = { known: foundTask(work, desired) };
  try {
    const outcome = await work.calls.attempt(subject, (io) => work.processor.update(desired.value, desired.value, io));
    return done(work, outcome, subject.known);
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    if (isUntouched(error)) return work.untouched(error);
    return work.result("failed", { error: taskError(error) });
  }
}
function adopted(work, desired) {
  const { facts, outputs = [], resource } = work.found ?? {};
  const given = {
    outputs: [...outputs, ...predicted(work, desired)],
    ...resource === void 0 ? {} : { resource }
  };
  return facts === void 0 || work.processor.known?.predict ? given : { ...given, observed: facts };
}
function foundTask(work, { stored }) {
  const { facts, outputs = [], resource } = work.found ?? {};
  const { sealed } = work.services;
  const text = sealed && resource !== void 0 ? { resource } : {};
  const found = storedOutputs(work.withSensitivity(outputs, stored), sealed !== void 0);
  return { spec: stored, ...facts === void 0 ? {} : { observed: work.redacted(facts) }, ...text, ...found };
}
function predicted(work, desired) {
  return work.processor.known?.predict?.(desired.value, work.services.io(work.planned.name, work.services)) ?? [];
}

// src/engine/execute/put-back.ts
async function afterFailure(work, thrown, action, recordedEntry, putBack) {
  if (thrown instanceof Cancelled) throw thrown;
  const error = taskError(thrown);
  const { planned, services } = work;
  if (!planned.autoRollback)
    return work.result("failed", { error, entry: taintedEntry(work, recordedEntry), undoable: true });
  services.emit({ type: "task-rolling-back", context: services.context, task: planned.name, action, error });
  try {
    if (recordedEntry && (planned.recorded?.unvouched?.size ?? 0) > 0)
      throw new TaskFailure(unvouched.message, { untouched: true });
    const given = await putBack();
    const { outcome, error: flaw } = given && recordedEntry ? keepableOutcome(given, services.sealed !== void 0) : {};
    if (flaw) throw new TaskFailure(flaw.message, flaw.hint === void 0 ? {} : { hint: flaw.hint });
    return work.result("rolled-back", {
      error,
      entry: outcome && recordedEntry ? asBefore(work, recordedEntry, outcome) : void 0
    });
  } catch (second) {
    if (second instanceof Cancelled) throw second;
    const causes = [
      ...error.causes ?? [],
      { ...taskError(second), message: `rolling back failed too: ${taskError(second).message}` }
    ];
    return work.result("tainted", {
      error: { ...error, causes },
      entry: taintedEntry(work, recordedEntry),
      undoable: true
    });
  }
}
async function undo(work, change, before, attempted, subject, otherwise) {
  const processor = work.processor;
  if (canRollBack(processor, attempted ?? before ?? {}))
    return work.calls.undo(subject, async (io) => processor.undo?.rollback?.(change, before, attempted, io));
  return otherwise ? work.calls.undo(subject, async (io) => await otherwise(io) ?? void 0) : void 0;
}
function canRollBack(processor, spec) {
  return processor.undo?.rollback !== void 0 && (processor.undo.has?.(spec) ?? true);
}
function whole({ value, unknown }) {
  if (!unknown || unknown.size === 0) return value;
  throw new TaskFailure(`what was recorded can't be put back: ${[...unknown].join(", ")} is not known any more`);
}

// src/engine/execute/perform-create.ts
async function create(work) {
  const desired = work.desired;
  const { entry, autoRollback } = work.planned;
  const subject = { known: work.decision.goesOn ? entry : void 0, making: desired.stored };
  try {
    const outcome = await work.calls.attempt(subject, (io) => work.processor.create(desired.value, io));
    return done(work, outcome);
  } catch (error) {
    if (isUntouched(error)) return work.untouched(error);
    if (autoRollback && !canUndoCreate(work, desired)) return leftBehind(work, error, desired, subject);
    return afterFailure(work, error, "deleting what was created", void 0, async () => {
      await undoCreate(work, desired, subject);
      return void 0;
    });
  }
}
function canUndoCreate(work, { value }) {
  return canRollBack(work.processor, value) || (work.processor.compare?.deletes?.(value) ?? true);
}
function undoCreate(work, { value }, subject) {
  return undo(work, "create", void 0, value, subject, (io) => work.processor.delete(value, io));
}
async function leftBehind(work, thrown, desired, subject) {
  if (thrown instanceof Cancelled) throw thrown;
  const error = taskError(thrown);
  if (work.calls.made === void 0) {
    const observation = await look(work.processor, desired.value, subject.known, work.planned, work.services);
    if (observation.state === "absent" && !observation.partly)
      return work.result("failed", { error, rollback: "needless" });
  }
  return work.result("tainted", {
    error,
    entry: taintedEntry(work, void 0),
    undoable: true,
    rollback: "impossible"
  });
}

// src/engine/execute/perform-delete.ts
async function remove(work) {
  const recorded = work.planned.recorded;
  const deleted = await deleteResource(work, recorded);
  return deleted === "deleted" ? work.result("done", { entry: null, undoable: true }) : deleted;
}
async function deleteResource(work, recorded) {
  const processor = work.recordedProcessor;
  const refused = recorded.unvouched?.has("delete") ? unvouched : recorded.lost;
  if (refused) return work.result("failed", { error: refused, rollback: "needless" });
  try {
    await work.calls.remove({ known: recorded.entry }, (io) => processor.delete(recorded.value, io));
    return "deleted";
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    const { clock, signal, io } = work.services;
    const observation = recorded.unvouched?.has("read") ? unlooked : await look(processor, recorded.value, recorded.entry, work.planned, { clock, signal, io });
    if (observation.state === "absent" && !observation.partly) return "deleted";
    if (isUntouched(error)) return work.untouched(error);
    const known = (recorded.unvouched?.size ?? 0) === 0;
    if (known && canRollBack(processor, recorded.value) && work.planned.autoRollback) {
      return afterFailure(
        work,
        error,
        "putting it back",
        recorded.entry,
        () => undo(work, "delete", recorded.value, void 0, { known: recorded.entry }, void 0)
      );
    }
    return work.result("failed", { error: taskError(error) });
  }
}

// src/engine/execute/perform-replace.ts
async function replace(work) {
  const desired = work.desired;
  const recorded = work.planned.recorded;
  const deleted = await deleteResource(work, recorded);
  if (deleted !== "deleted") return deleted;
  const way = work.decision.takesOver ? await wayToTakeOver(work, desired) : "create";
  const fresh = { known: void 0, making: desired.stored };
  try {
    if (way === "keep") return { ...done(work, adopted(work, desired)), undoAs: "adopt" };
    if (way === "update") {
      const there = { known: foundTask(work, desired) };
      const taken = await work.calls.attempt(there, (io) => work.processor.update(desired.value, desired.value, io));
      return { ...done(work, taken, there.known), undoAs: "adopt" };
    }
    return done(work, await work.calls.attempt(fresh, (io) => work.processor.create(desired.value, io)));
  } catch (error) {
    const untouched = way !== "create" || isUntouched(error);
    let left = way === "create" && work.calls.made !== void 0;
    const performed = await afterFailure(work, error, "creating again what was recorded", recorded.entry, async () => {
      if (!untouched) await undoCreate(work, desired, fresh);
      left = false;
      return {
        ...await work.calls.remake((io) => work.recordedProcessor.create(whole(recorded), io)),
        anew: true
      };
    });
    if (!performed.entry || performed.status === "rolled-back") return performed;
    return { ...performed, entry: left ? taintedEntry(work, void 0) : remadeEntry(work, recorded.entry) };
  }
}
async function wayToTakeOver(work, desired) {
  const observation = await work.lookAt(desired.value);
  work.found = newlyFound(observation);
  if (observation.state !== "present") return "create";
  const { ignoreChanges, adopt: adopt2 } = work.planned.lifecycle;
  const ownPlan = await planByKind(
    work.processor,
    work.planned,
    { recorded: void 0, desired, observation },
    work.services
  );
  const fields = ownPlan ? fieldsOfKind(ownPlan, desired, void 0) : differences(work.processor, observation.facts, desired.value, void 0);
  if (ownPlan?.change === "noop" || withoutPointers(fields, ignoreChanges).length === 0) return "keep";
  return adopt2 ? "update" : "create";
}

// src/engine/execute/perform-update.ts
async function update(work) {
  const desired = work.desired;
  const { recorded } = work.planned;
  const before = recorded?.value ?? desired.value;
  const subject = { known: recorded?.entry };
  try {
    const outcome = await work.calls.attempt(subject, (io) => work.processor.update(before, desired.value, io));
    return done(work, outcome, recorded?.entry);
  } catch (error) {
    if (isUntouched(error)) return work.untouched(error);
    return afterFailure(
      work,
      error,
      "updating it back to what was recorded",
      recorded?.entry,
      () => undo(
        work,
        "update",
        before,
        desired.value,
        subject,
        (io) => work.processor.update(desired.value, recorded ? whole(recorded) : before, io)
      )
    );
  }
}

// src/engine/execute/perform.ts
async function perform(planned, desired, services) {
  const work = new ChangeWork(planned, desired, services);
  try {
    return await carryOut(work);
  } catch (error) {
    if (error instanceof Cancelled) return work.result("cancelled", { error: { message: "the run was cancelled" } });
    throw error;
  }
}
async function carryOut(work) {
  const { desired, awaitsPlaceOf } = work.planned;
  if ((desired?.unknowns.size ?? 0) > 0 || awaitsPlaceOf.length > 0) {
    const refused = await decideAgain(work);
    if (refused) return refused;
  }
  if (hasEffect(work)) work.services.started();
  switch (work.decision.change) {
    case "create":
      return create(work);
    case "update":
      return update(work);
    case "replace":
      return replace(work);
    case "delete":
      return remove(work);
    case "adopt":
      return adopt(work);
    case "forget":
      return work.result("done", { entry: null, undoable: true });
    case "noop":
      return work.result("done", { entry: await refreshedEntry(work.planned, work.desired, work.services) });
    case "none":
      return work.result("done");
  }
}

// src/engine/execute/built-in-hooks.ts
function resolveVariables(work, executing) {
  return {
    name: "resolve-variables",
    around: async (step, next) => {
      const { planned } = work;
      if (planned.task && planned.desired && planned.desired.unknowns.size > 0) {
        const { prepared } = executing.request;
        const reads = planned.processor?.workspace?.reads;
        const late = reads !== void 0 && planned.desired.unknowns.has(`/${reads.into}`);
        const read = late ? await prepared.readAgain(planned.task) : { task: planned.task, diagnostics: [] };
        const { desired, diagnostics } = prepared.resolve(
          read.task,
          (name, key) => executing.outputs.output(name, key, planned.task)
        );
        const [problem] = [...read.diagnostics, ...diagnostics];
        if (problem)
          throw new TaskFailure(problem.message, problem.suggestion === void 0 ? {} : { hint: problem.suggestion });
        if (desired.unknowns.size > 0)
          throw new Error(`unresolved: ${[...desired.unknowns.values()].flat().join(", ")}`);
        const refused = await problemsByKind(planned.processor, desired.value, planned, executing.request.toolbox);
        if (refused.length > 0) throw new TaskFailure(refused.map(({ message }) => message).join("; "));
        work.desired = desired;
      }
      return next({ ...step, spec: work.desired ? readableTemplate(work.desired.stored) : step.spec });
    }
  };
}
function updateState(work, executing) {
  return {
    name: "update-state",
    around: async (step, next) => {
      try {
        return await next(step);
      } finally {
        const { performed, planned } = work;
        if (performed) executing.outputs.note(planned.name, performed);
        if (performed) await executing.recording.settle(planned, performed);
      }
    }
  };
}
async function processTask(work, executing) {
  const { request, holdUps, outputs, recording } = executing;
  const { plan, toolbox } = request;
  const services = {
    ...toolbox,
    context: plan.context,
    started: () => recording.started(work.planned.name),
    taken: (desired) => holdUps.taken(work.planned, desired),
    made: (made) => recording.made(work.planned.name, made)
  };
  const performed = await perform(work.planned, work.desired, services);
  work.performed = performed;
  return {
    status: performed.status,
    change: performed.change,
    outputs: outputs.shown(performed.outputs).outputs,
    error: performed.error
  };
}

// src/engine/execute/hook-chain.ts
function chain(hooks, work) {
  return hooks.reduceRight((inner, hook) => {
    const around = hook.around?.bind(hook);
    if (!around) return inner;
    return async (step) => {
      let settled;
      const next = (given) => {
        settled ??= inner(given ?? step);
        return settled;
      };
      try {
        await around(step, next);
      } catch (error) {
        const result = await settled?.catch(() => void 0);
        if (!settled || !result) throw error;
        return { ...result, status: "failed", error: hookError(hook, error) };
      }
      if (!settled) throw new Error(`the hook "${hook.name}" did not call next, so nothing was done`);
      return settled;
    };
  }, work);
}
function hookError(hook, error) {
  const { message, detail, causes } = taskError(error);
  return {
    message: `the hook "${hook.name}" failed after the task was through: ${message}`,
    hint: "The task itself is recorded as it ended.",
    ...detail === void 0 ? {} : { detail },
    ...causes === void 0 ? {} : { causes }
  };
}

// src/engine/plan/bring-back.ts
function entryToBringBack(planned, change, { value: redacted }) {
  const { entry, facts, decision, recordedProcessor } = planned;
  if (!entry) return null;
  const drifted = decision.fields.filter((field) => field.drifted);
  const overwrites = change === "update" || change === "replace" || change === "delete";
  if (!overwrites || !facts || drifted.length === 0 || drifted.some(({ sensitive }) => sensitive)) return entry;
  const spec = recordedProcessor?.undo?.asFound?.(facts, entry.spec);
  if (!isObject(spec) || redacted(spec) !== spec) return entry;
  if (entry.observed !== void 0 && wasMasked(spec) && !wasMasked(entry.spec)) return entry;
  return { ...entry, spec };
}

// src/engine/execute/recording.ts
var StoreFailed = class extends Error {
};
var Recording = class {
  #recorder;
  #redactor;
  #failure;
  constructor(recorder, redactor) {
    this.#recorder = recorder;
    this.#redactor = redactor;
  }
  /** The first reason why state could not be written: nothing new starts then. */
  get failure() {
    return this.#failure;
  }
  /** Records what the run is about to do. */
  async begin(intents) {
    if (intents.length === 0) return;
    const begun = await this.#recorder.begin(intents);
    if (!begun.ok) this.#failure = begun.error;
  }
  /**
   * To be called before the first effect of a task.
   * @throws StoreFailed
   */
  started(task) {
    const started2 = this.#failure ? void 0 : this.#recorder.started(task);
    if (started2 && !started2.ok) this.#failure = started2.error;
    if (this.#failure) throw new StoreFailed();
  }
  /** Records so much as exists of a task by now. */
  made(task, made) {
    const kept = this.#recorder.made(task, made);
    if (!kept.ok) this.#failure ??= kept.error;
  }
  /** A task that came to an end is not pending any more, also when its entry stays as it was. */
  async settle(planned, performed) {
    if (performed.entry !== void 0) await this.record(planned, { ...performed, entry: performed.entry });
    else if (performed.status !== "cancelled" && hasEffect(planned)) {
      await this.record(planned, {
        entry: planned.entry ?? this.#recorder.tasks.get(planned.name) ?? null,
        undoable: false,
        change: performed.change
      });
    }
  }
  /** Records a task, and what `rollback` would undo of it. */
  async record(planned, {
    entry,
    undoable,
    undoAs,
    change
  }) {
    const { formerName, name } = planned;
    const recorded = await this.#recorder.record({
      task: name,
      entry,
      ...formerName === void 0 ? {} : { formerName },
      // What is made again in silence must not push out what a rollback would undo.
      undo: undoable && !planned.decision.silent ? {
        task: name,
        change: undoAs ?? change,
        before: entryToBringBack(planned, change, this.#redactor)
      } : null
    });
    if (!recorded.ok) this.#failure ??= recorded.error;
  }
};

// src/engine/execute/change-task.ts
async function changeTask(planned, executing) {
  const { plan, hooks, scope } = executing.request;
  const { decision } = planned;
  started(planned, decision.change, executing);
  const work = { planned, desired: planned.desired, performed: void 0 };
  const own = hooks.filter((hook) => !hook.commands || hook.commands.includes(scope.run.command));
  const process = chain(
    [resolveVariables(work, executing), updateState(work, executing), ...own],
    () => processTask(work, executing)
  );
  const result = await reportError(() => process(stepOf(planned, plan)));
  const { performed } = work;
  return {
    ...plannedReport(planned, result.status),
    change: performed?.change ?? decision.change,
    reason: performed?.reason ?? decision.reason,
    ...performed?.rollback && performed.status === result.status ? { rollback: performed.rollback } : {},
    fields: performed?.fields ?? decision.fields,
    ...executing.outputs.shownOf(planned),
    error: result.error
  };
}
function started({ name, kind, decision }, change, { request }) {
  const { plan, toolbox } = request;
  toolbox.emit({
    type: "task-started",
    context: plan.context,
    task: name,
    kind,
    change,
    reason: decision.reason
  });
}
function stepOf({ name, kind, apiVersion, decision, task, entry }, plan) {
  return {
    task: name,
    context: plan.context,
    command: plan.command,
    change: decision.change,
    reason: decision.reason,
    apiVersion,
    kind,
    spec: task?.spec ?? entry?.spec ?? {}
  };
}
async function reportError(process) {
  try {
    return await process();
  } catch (error) {
    if (error instanceof StoreFailed) {
      return {
        status: "cancelled",
        change: "none",
        outputs: {},
        error: { message: "state could not be written, so it was not started" }
      };
    }
    return { status: "failed", change: "none", outputs: {}, error: taskError(error) };
  }
}

// src/engine/execute/given-outputs.ts
var GivenOutputs = class {
  #request;
  /** By name of the task. */
  #outputs = /* @__PURE__ */ new Map();
  /** Of which lost outputs was told. */
  #told = /* @__PURE__ */ new Set();
  constructor(request) {
    this.#request = request;
  }
  /** Takes note of what a task gave. */
  note(task, given) {
    this.#outputs.set(task, given);
  }
  /** `${VAR:name:key}` while the run is under way. */
  output(name, key, user) {
    const { scope, recorder, references } = this.#request;
    const given = this.#outputs.get(name);
    const output = given && findGiven(given.outputs, key, scope.run);
    if (output?.sensitive) {
      if (references.output(name, key, recorder.tasks).type === "missing") this.#warnOfLost(user, name, key);
      const fresh = given?.kept?.has(outputKey(output)) ? {} : { fresh: true };
      return { type: "sensitive", value: output.value, ...fresh };
    }
    if (output) return { type: "value", value: output.value };
    return references.output(name, key, recorder.tasks);
  }
  /** Which outputs hold a secret may show only when they are given: then this run goes on, and says what the next one will say. */
  #warnOfLost(user, name, key) {
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
        suggestion: "Seal the state with `encryption-key`, or use the secret itself that the value comes from."
      }
    });
  }
  /** Outputs for the report: what this run gave, else what is recorded; of what is sensitive only the names. */
  shownOf({ name }) {
    const given = this.#outputs.get(name);
    const entry = this.#request.recorder.tasks.get(name);
    if (!given) return shownOutputs(entry);
    const shown = this.shown(given.outputs);
    if (given.outputs.length === 0 || !entry?.sensitiveOutputs) return shown;
    const sensitiveOutputs = /* @__PURE__ */ new Set([...shown.sensitiveOutputs ?? [], ...entry.sensitiveOutputs]);
    return { ...shown, sensitiveOutputs: [...sensitiveOutputs] };
  }
  /** Outputs for people: of what is sensitive only the names. */
  shown(outputs) {
    const { redactor } = this.#request.toolbox;
    const shown = {};
    const sensitiveOutputs = [];
    for (const output of outputs) {
      const hidden = output.sensitive || redactor.contains(JSON.stringify(output.value));
      if (hidden) sensitiveOutputs.push(outputKey(output));
      else shown[outputKey(output)] = output.value;
    }
    return { outputs: shown, ...sensitiveOutputs.length > 0 ? { sensitiveOutputs } : {} };
  }
};

// src/engine/execute/hold-ups.ts
var blocking = /* @__PURE__ */ new Set([
  "failed",
  "rolled-back",
  "tainted",
  "skipped",
  "cancelled"
]);
function isBlocking(status) {
  return blocking.has(status);
}
var HoldUps = class {
  #plan;
  #dependants;
  #status = /* @__PURE__ */ new Map();
  /** Tasks that are to go, and whose resource another task is → that task. */
  #claimed = /* @__PURE__ */ new Map();
  /** By kind: a new task that did not succeed, and of which nobody knows which resource it is. */
  #unclear = /* @__PURE__ */ new Map();
  /** @param entries of state, under the names of now */
  constructor(plan, entries) {
    this.#plan = plan;
    this.#dependants = recordedDependants(entries);
  }
  /** Takes note of how a task ended. */
  note(planned, status) {
    this.#status.set(planned.name, status);
    if (blocking.has(status) && isUnclear(planned)) this.#unclear.set(kindOf(planned), planned.name);
  }
  /** The task that holds this one up: something it depends on, or, when it is to go, something that depends on it. */
  blocker(planned, place) {
    const goes = planned.decision.change === "delete" || planned.decision.change === "forget";
    const waited = (this.#plan.edges[place] ?? []).map((node) => this.#plan.tasks[node].name);
    const names = goes ? [...waited, ...this.#dependants.get(planned.name) ?? []] : waited;
    return names.find((name) => blocking.has(this.#status.get(name) ?? "planned"));
  }
  /** The task of the manifest that may be the resource of one that left it: by another name it would be destroyed. */
  mayBe(planned) {
    if (planned.task) return void 0;
    return this.#claimed.get(planned.name) ?? this.#unclear.get(kindOf(planned));
  }
  /** Whether a task can have the resource that it wants shows with values of others. */
  taken(planned, desired) {
    const claim = this.#plan.claim(planned, desired);
    if (claim.state === "free") return void 0;
    if (claim.state === "taken") {
      this.#claimed.set(claim.owner, planned.name);
      const { message, suggestion } = claim.diagnostic;
      return { message, ...suggestion === void 0 ? {} : { hint: suggestion } };
    }
    const owner = claim.owners.find((name) => this.#status.get(name) !== "done");
    if (owner === void 0) return void 0;
    return { message: `"${owner}" has not left its place yet`, hint: "Run the same command again: then it has." };
  }
};
function isUnclear({ task, entry, desired, processor }) {
  if (!task || entry) return false;
  return !desired || desired.unknowns.size > 0 && knownIdentity(processor, desired) === void 0;
}
function kindOf({ apiVersion, kind }) {
  return `${apiVersion} ${kind}`;
}
function recordedDependants(entries) {
  const dependants = /* @__PURE__ */ new Map();
  for (const [name, { dependencies }] of entries) {
    for (const dependency of dependencies) {
      const list = dependants.get(dependency);
      if (list) list.push(name);
      else dependants.set(dependency, [name]);
    }
  }
  return dependants;
}

// src/engine/execute/pass-gate.ts
async function passGate(planned, executing) {
  const { plan } = executing.request;
  const report = { ...plannedReport(planned), change: "noop", fields: [] };
  started(planned, "noop", executing);
  const work = { planned, desired: planned.desired, performed: void 0 };
  try {
    await resolveVariables(work, executing).around?.(stepOf(planned, plan), async () => {
      await wait(work, executing);
      return { status: "done", change: "noop", outputs: {}, error: null };
    });
    return { ...report, status: "done", reason: gateHolds, drift: "in-sync", gate: "holds" };
  } catch (error) {
    if (error instanceof Cancelled)
      return { ...report, status: "cancelled", error: { message: "the run was cancelled" } };
    return { ...report, status: "failed", reason: notHolding(), gate: "does-not-hold", error: taskError(error) };
  }
}
async function wait({ planned, desired }, { request }) {
  const services = { ...request.toolbox, context: request.plan.context, made: () => {
  } };
  const { value } = desired;
  const processor = planned.processor;
  const calls = new Calls(planned, services, (outputs) => outputs);
  await calls.attempt({ known: void 0 }, (io) => processor.create(value, io));
}

// src/engine/execute/plan-mutexes.ts
function planMutexes(taskOf, { clock, emit }) {
  const told = /* @__PURE__ */ new Map();
  const namesOf = (node) => {
    const task = taskOf(node);
    return task ? bothMutexes(task.lifecycle, task.entry?.lifecycle) : [];
  };
  return new Mutexes(namesOf, {
    waitedFor: (name, holder, waiting) => {
      if (told.has(name)) return;
      const end = new AbortController();
      told.set(name, end);
      const tell = () => {
        const others = waiting() === 1 ? "1 task waits" : `${waiting()} tasks wait`;
        emit({ type: "progress", text: `${others} for "${taskOf(holder)?.name}", which has the mutex ${name}` });
      };
      clock.sleep(mutexToldMs, end.signal).then(tell, () => {
      });
    },
    freed: (name) => {
      told.get(name)?.abort("free");
      told.delete(name);
    }
  });
}

// src/engine/execute/execute.ts
async function executePlan(request) {
  const executor = new Executor(request);
  return executor.run();
}
var Executor = class {
  #request;
  #executing;
  #reports = [];
  #startedAt;
  #stopped = false;
  #done = 0;
  constructor(request) {
    const { plan, recorder, toolbox } = request;
    this.#request = request;
    this.#executing = {
      request,
      holdUps: new HoldUps(plan, renamedEntries(recorder.tasks, plan.renames)),
      outputs: new GivenOutputs(request),
      recording: new Recording(recorder, toolbox.redactor)
    };
    this.#startedAt = toolbox.clock.now();
  }
  async run() {
    const { plan, policy, toolbox } = this.#request;
    const effective = plan.tasks.filter((planned) => planned.status === "planned" && hasEffect(planned));
    const intents = effective.map((planned) => intent(planned, toolbox.sealed));
    await this.#executing.recording.begin(intents);
    if (this.#executing.recording.failure === overtaken) return { reports: [], failure: overtaken };
    const barrier = plan.orphansFrom;
    const shift = (node) => node >= barrier ? node + 1 : node;
    const edges = [
      ...plan.edges.slice(0, barrier),
      Array.from({ length: barrier }, (_, node) => node),
      ...plan.edges.slice(barrier).map((before) => [barrier, ...before.map(shift)])
    ];
    const at = (node) => node > barrier ? node - 1 : node;
    const mutexes = planMutexes(
      (node) => node === barrier ? void 0 : plan.tasks[at(node)],
      toolbox
    );
    await runScheduled(edges, { limit: policy.parallelism, mutexes }, async (node) => {
      if (node === barrier) return;
      await this.#task(plan.tasks[at(node)], at(node));
    });
    return { reports: this.#reports, failure: this.#executing.recording.failure };
  }
  async #task(planned, place) {
    const { plan, policy, toolbox } = this.#request;
    const { clock, emit } = toolbox;
    const began = clock.now();
    const report = await this.#process(planned, place);
    const finished = { ...report, durationMs: Math.round(clock.now() - began) };
    this.#reports[place] = finished;
    this.#executing.holdUps.note(planned, finished.status);
    if (policy.failFast && isBlocking(finished.status) && finished.status !== "skipped") this.#stopped = true;
    this.#done++;
    const elapsedMs = clock.now() - this.#startedAt;
    emit({
      type: "task-finished",
      context: plan.context,
      report: finished,
      done: this.#done,
      total: plan.tasks.length,
      elapsedMs
    });
  }
  async #process(planned, place) {
    if (planned.status === "failed") return plannedReport(planned);
    const { change } = planned.decision;
    const { holdUps } = this.#executing;
    const blocker = holdUps.blocker(planned, place);
    if (planned.status === "skipped" || blocker !== void 0) {
      return {
        ...plannedReport(planned, "skipped"),
        reason: blocker === void 0 ? planned.decision.reason : `"${blocker}" did not succeed`
      };
    }
    const claimant = change === "delete" ? holdUps.mayBe(planned) : void 0;
    if (claimant !== void 0)
      return {
        ...plannedReport(planned, "skipped"),
        reason: `its resource may be that of "${claimant}", which did not succeed`
      };
    const gate = isGate(planned);
    if (change === "none") return plannedReport(planned, "observed");
    if (change === "noop" && !gate) return this.#unchanged(planned);
    const held = this.#heldUp();
    if (held) return { ...plannedReport(planned, held.status), reason: held.reason };
    if (!gate) return changeTask(planned, this.#executing);
    const before = change === "noop" ? void 0 : await changeTask(planned, this.#executing);
    if (before && before.status !== "done") return before;
    const passed = await passGate(planned, this.#executing);
    return before && passed.status === "done" ? before : passed;
  }
  #heldUp() {
    if (this.#request.toolbox.signal.aborted)
      return { status: "cancelled", reason: "the run was cancelled before it started" };
    if (this.#executing.recording.failure) return { status: "skipped", reason: "state could not be written" };
    return this.#stopped ? { status: "skipped", reason: "another task failed (fail-fast)" } : void 0;
  }
  /** Nothing to do, but for what of the manifest is only recorded, and for a new name. */
  async #unchanged(planned) {
    const { toolbox } = this.#request;
    const { outputs, recording } = this.#executing;
    const stopped = toolbox.signal.aborted || recording.failure !== void 0;
    const entry = (stopped ? void 0 : await refreshedEntry(planned, planned.desired, toolbox).catch(ifCancelled)) ?? // Under a new name, or depending on one.
    (planned.entry === this.#request.recorder.tasks.get(planned.name) ? void 0 : planned.entry);
    if (entry && !toolbox.signal.aborted && !recording.failure) {
      await recording.record(planned, { entry, undoable: false, change: "noop" });
    }
    return { ...plannedReport(planned, "done"), ...outputs.shownOf(planned) };
  }
};
function ifCancelled(error) {
  if (!(error instanceof Cancelled)) throw error;
}

// src/app/context/execute-plan.ts
var failedStatuses = /* @__PURE__ */ new Set(["failed", "rolled-back", "tainted"]);
async function executeContextPlan(plan, work) {
  const { frame, prepared, session, references, policy, toolbox } = work;
  const { settings, extensions, signal, command } = frame.services;
  const undoBefore = session.contents.undo;
  const { reports, failure: storeFailure } = await executePlan({
    plan,
    prepared,
    scope: frame.scope,
    recorder: session,
    references,
    hooks: extensions.hooks.filter((hook) => hook.around),
    policy,
    toolbox
  });
  if (storeFailure === overtaken) return storeFailure;
  const bad = reports.filter((report) => failedStatuses.has(report.status));
  const skipped = reports.filter((report) => report.status === "skipped").length;
  frame.draft.add({ tasks: reports, counts: { ...plan.counts, failed: bad.length, skipped } });
  if (command.does === "delete") frame.draft.add({ deletes: { others: othersRecorded(plan, work).length } });
  if (command.does === "rollback") session.contents.keepUndo(leftToUndo(settings.to, undoBefore, reports));
  if (storeFailure) return storeFailure;
  const agreed = settings.requireReviewedPlan || settings.planDigest !== void 0;
  if (bad.length === 0 && skipped === 0 && !signal.aborted && session.contents.review && agreed)
    session.contents.keepReview(void 0);
  if (signal.aborted)
    return failure(
      "cancelled",
      "the run was cancelled; what was done is recorded, and the next run settles what was under way"
    );
  if (bad.length === 0) return void 0;
  return command.does === "delete" ? failure("task-failed", deletedWords(reports)) : tasksFailed(bad, "failed");
}
function leftToUndo(to, undo2, reports) {
  if (to !== void 0) return [];
  const done2 = new Set(reports.filter(({ status }) => status === "done").map(({ name }) => name));
  return undo2.filter(({ task }) => !done2.has(task));
}
export {
  executeContextPlan
};
