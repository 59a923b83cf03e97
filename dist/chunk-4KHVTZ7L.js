import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  reversed
} from "./chunk-53MMSWRA.js";
import {
  askKind,
  look
} from "./chunk-LFDFPK63.js";
import {
  located
} from "./chunk-4U3IF34V.js";
import {
  comparedWith,
  differences,
  factsBefore,
  hide,
  leavingFields,
  liveFields,
  overLive,
  wantedFields
} from "./chunk-ILMNOFIF.js";
import {
  plural
} from "./chunk-33HS6KZX.js";
import {
  storableOutcome
} from "./chunk-ISYZXV75.js";
import {
  keptSecrets,
  otherValues,
  withoutToday
} from "./chunk-BUJDWKXV.js";
import {
  readableTemplate
} from "./chunk-N35UVQ2N.js";
import {
  keptOutputs,
  storedOutputs,
  withSensitivity
} from "./chunk-H6W3A4JT.js";
import {
  diffJson,
  equalJson,
  memberByMember,
  touches,
  valueAt,
  withValueAt,
  withoutPointers
} from "./chunk-CHHS7TI7.js";
import {
  canonicalJson
} from "./chunk-Q4RDUBL5.js";
import {
  andMore,
  inWords
} from "./chunk-P4WMOHAY.js";
import {
  pointerPath,
  pointerWithin
} from "./chunk-RRD47Q5D.js";

// src/app/context/what-stays.ts
var mostNames = 20;
function noteWhatStays(plan, work) {
  const { frame, session, store } = work;
  const { services, context, tell } = frame;
  const { loaded, settings } = services;
  if (session.tasks.size === 0) {
    const where = `${loaded.project}/${context} in ${store.location}`;
    tell("notice", "nothing-recorded", `nothing is recorded of ${where}, so there is nothing to delete`);
    return;
  }
  const others = othersRecorded(plan, work);
  if (others.length > 0) {
    const why = settings.targets.length > 0 ? "no target of this run, or out of its scope" : "out of the scope of this command";
    const message2 = `${plural(others.length, "recorded task")} will stay recorded, ${why}: ${andMore(others, mostNames)}`;
    tell("notice", "still-recorded", message2);
  }
  const mute = plan.tasks.filter(isLeftBehind).map(({ name }) => name);
  if (mute.length === 0) return;
  const message = `nothing deletes what these tasks have made, so it stays when they are no longer recorded: ${andMore(mute, mostNames)}`;
  tell("notice", "stays-behind", message);
}
function othersRecorded({ tasks }, { session }) {
  const planned = new Set(tasks.map(({ name, formerName }) => formerName ?? name));
  return [...session.tasks.keys()].filter((name) => !planned.has(name));
}
function isLeftBehind({ status, recorded, recordedProcessor }) {
  if (status !== "planned" || recorded === void 0) return false;
  return recordedProcessor?.compare?.deletes?.(recorded.value) === false;
}

// src/engine/plan/found-outputs.ts
function foundOutputs({ name, found, desired, processor }, toolbox) {
  const predicted = desired ? processor?.known?.predict?.(desired.value, toolbox.io(name, toolbox)) ?? [] : [];
  const given = [...found?.outputs ?? [], ...predicted];
  return withSensitivity(given, toolbox.redactor).filter(({ sensitive }) => !sensitive);
}

// src/engine/plan/refresh.ts
async function refreshedEntry(planned, desired, toolbox) {
  const { entry, task, decision, processor, facts } = planned;
  if (!entry || !task || !desired || desired.unknowns.size > 0 || decision.leftAlone) return void 0;
  const { fingerprints: applied } = entry;
  const { fingerprints, secrets } = keptSecrets(desired.secrets, toolbox.sealed);
  const known = fingerprints ? { ...fingerprints, ...among(applied, fingerprints) } : void 0;
  const { apiVersion, dependencies, scope, lifecycle } = planned;
  const outputs = decision.foundAsWanted ? outputsNow(entry, planned, toolbox) : {};
  const told = { apiVersion, spec: desired.stored, dependencies, scope, lifecycle, ...outputs };
  const seen = decision.foundAsWanted ? entry.observed && facts : processor?.compare?.factFields && await newFacts(processor, processor.compare.factFields);
  const observed = seen === void 0 ? entry.observed : seen ? toolbox.redactor.value(seen) : void 0;
  const isSame = sameMembers(entry, told) && equalJson(entry.secrets ?? {}, secrets ?? {}) && equalJson(applied ?? {}, known ?? {}) && equalJson(entry.observed ?? null, observed ?? null);
  if (isSame) return void 0;
  const { secrets: _, fingerprints: __, observed: ___, ...lasting } = entry;
  return {
    ...lasting,
    ...told,
    ...secrets ? { secrets } : {},
    ...known ? { fingerprints: known } : {},
    ...observed === void 0 ? {} : { observed }
  };
  async function newFacts(by, fields) {
    const changed = fields.some((field) => !equalJson(entry?.spec[field] ?? null, told.spec[field] ?? null));
    if (!changed) return entry?.observed === void 0 ? facts : void 0;
    const observation = await look(by, desired.value, entry, planned, toolbox);
    return observation.state === "present" ? observation.facts : null;
  }
}
function outputsNow(entry, planned, toolbox) {
  return keptOutputs(entry, storedOutputs(foundOutputs(planned, toolbox), toolbox.sealed !== void 0));
}
function isRecordedOtherwise({ entry, task, desired, decision, ...planned }) {
  if (!entry || !task || !desired || decision.leftAlone) return false;
  const { apiVersion, dependencies, scope, lifecycle, formerName } = planned;
  const told = { apiVersion, spec: desired.stored, dependencies, scope, lifecycle };
  const { secrets } = keptSecrets(desired.secrets, void 0);
  return formerName !== void 0 || !sameMembers(entry, told) || !equalJson(entry.secrets ?? {}, secrets ?? {});
}
function sameMembers(entry, told) {
  return Object.keys(told).every(
    (name) => equalJson(entry[name], told[name])
  );
}
function among(members, others) {
  return Object.fromEntries(Object.entries(members ?? {}).filter(([name]) => Object.hasOwn(others, name)));
}

// src/engine/execute/intent.ts
function hasEffect({ decision }) {
  if (decision.change === "adopt") return decision.fields.length > 0;
  return ["create", "update", "replace", "delete"].includes(decision.change);
}
function intent(planned, sealed) {
  const { name, decision, desired, entry, dependencies, scope, lifecycle, order } = planned;
  const { secrets, fingerprints } = desired ? keptSecrets(desired.secrets, sealed) : entry ?? {};
  return {
    task: name,
    change: decision.change,
    apiVersion: planned.apiVersion,
    kind: planned.kind,
    spec: desired?.stored ?? entry?.spec ?? {},
    ...secrets ? { secrets } : {},
    ...sealed && fingerprints ? { fingerprints } : {},
    dependencies,
    scope,
    lifecycle,
    order
  };
}

// src/engine/graph/number-heap.ts
var NumberHeap = class {
  #items = [];
  get size() {
    return this.#items.length;
  }
  push(item) {
    const items = this.#items;
    let index = items.push(item) - 1;
    while (index > 0) {
      const parent = index - 1 >> 1;
      if (items[parent] <= item) break;
      items[index] = items[parent];
      index = parent;
    }
    items[index] = item;
  }
  pop() {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (first === void 0 || last === void 0 || items.length === 0) return first;
    let index = 0;
    for (let child = 1; child < items.length; child = 2 * index + 1) {
      if (child + 1 < items.length && items[child + 1] < items[child]) child++;
      if (items[child] >= last) break;
      items[index] = items[child];
      index = child;
    }
    items[index] = last;
    return first;
  }
};

// src/engine/graph/schedule.ts
function runScheduled(edges, { limit, mutexes }, run) {
  const waiting = edges.map((before) => before.length);
  const dependants = reversed(edges);
  const ready = new NumberHeap();
  waiting.forEach((count, node) => {
    if (count === 0) ready.push(node);
  });
  let running = 0;
  let ended = 0;
  return new Promise((resolve, reject) => {
    const start = () => {
      while (running < limit) {
        const node = ready.pop();
        if (node === void 0) break;
        if (mutexes?.take(node) === false) {
          for (const next of mutexes.behind(node)) ready.push(next);
          continue;
        }
        running++;
        run(node).then(() => end(node), reject);
      }
      if (running === 0) {
        if (ended < edges.length) reject(new Error("the graph has a cycle"));
        else resolve();
      }
    };
    const end = (node) => {
      running--;
      ended++;
      for (const next of mutexes?.free(node) ?? []) ready.push(next);
      for (const dependant of dependants[node] ?? []) {
        waiting[dependant] = waiting[dependant] - 1;
        if (waiting[dependant] === 0) ready.push(dependant);
      }
      start();
    };
    start();
  });
}

// src/engine/plan/identity.ts
function identityOf(processor, spec) {
  const identity = spec && processor?.known?.identity?.(spec);
  return identity === void 0 || processor === void 0 ? void 0 : named(processor, identity);
}
function named({ kind, known }, identity) {
  return `${known?.thing ?? kind} ${identity}`;
}
function knownIdentity(processor, desired) {
  if (!desired || desired.unknowns.size === 0) return identityOf(processor, desired?.value);
  try {
    const identity = identityOf(processor, desired.value);
    return identityOf(processor, otherwise(desired)) === identity ? identity : void 0;
  } catch {
    return void 0;
  }
}
function otherwise({ value, unknowns }) {
  return [...unknowns.keys()].reduce(
    (spec, pointer) => withValueAt(spec, pointerPath(pointer), "(something else)"),
    value
  );
}
function likenessOf(processor, stored, whole = false) {
  const { kind } = processor;
  const parts = whole ? stored : processor.known?.likeness?.(stored) ?? stored;
  const key = `${kind} ${canonicalJson(parts)}`;
  if (parts === stored) return { key, shown: `${kind} with the same spec` };
  const fields = Object.keys(parts).map((field) => `\`${field}\``);
  const listed = inWords(fields);
  return { key, shown: `${kind} with the same ${listed}` };
}
function movesElsewhere(recorded, recordedProcessor, desired, processor) {
  if (!recorded || !desired || desired.unknowns.size > 0) return false;
  if (processor === recordedProcessor && equalJson(recorded.value, desired.value)) return false;
  const from = identityOf(recordedProcessor, recorded.value);
  if (from === void 0) return processor !== recordedProcessor;
  if (from === identityOf(processor, desired.value)) return false;
  return !excludedBy(processor, desired.value).includes(from);
}
function excludedBy(processor, spec) {
  return processor?.known?.excludes?.(spec).map((identity) => named(processor, identity)) ?? [];
}

// src/engine/graph/mutexes.ts
function bothMutexes(one, other) {
  const { mutex = none } = one ?? {};
  const { mutex: before = none } = other ?? {};
  return before.every((name) => mutex.includes(name)) ? mutex : [.../* @__PURE__ */ new Set([...mutex, ...before])];
}
var none = [];
var Mutexes = class {
  #namesOf;
  #watch;
  #holders = /* @__PURE__ */ new Map();
  #waiting = /* @__PURE__ */ new Map();
  constructor(namesOf, watch) {
    this.#namesOf = namesOf;
    this.#watch = watch;
  }
  /** Takes the names of a node. @returns false: one of them is taken; the node will be among those that `free` gives */
  take(node) {
    const names = this.#namesOf(node);
    const taken = names.find((name) => this.#holders.has(name));
    if (taken !== void 0) {
      this.#wait(node, taken);
      return false;
    }
    for (const name of names) {
      this.#holders.set(name, node);
      this.#tell(name);
    }
    return true;
  }
  /** Gives the names of a node back. @returns who may try again */
  free(node) {
    const names = this.#namesOf(node);
    for (const name of names) {
      this.#holders.delete(name);
      this.#watch?.freed(name);
    }
    return this.next(names);
  }
  /** The nodes that wait first for each of these names that is free. */
  next(names) {
    return names.flatMap((name) => this.#holders.has(name) ? [] : this.#waiting.get(name)?.pop() ?? []);
  }
  /** Who waits behind a node that could not take all of its names: what is free of them is for the next one. */
  behind(node) {
    return this.next(this.#namesOf(node));
  }
  #wait(node, name) {
    const heap = this.#waiting.get(name) ?? new NumberHeap();
    this.#waiting.set(name, heap);
    heap.push(node);
    if (heap.size === 1) this.#tell(name);
  }
  #tell(name) {
    const holder = this.#holders.get(name);
    const heap = this.#waiting.get(name);
    if (holder !== void 0 && heap !== void 0 && heap.size > 0)
      this.#watch?.waitedFor(name, holder, () => heap.size);
  }
};

// src/engine/model/gate-words.ts
var gateHolds = "holds";
var probedLater = "probed in its turn";
function probedAfter(action) {
  return `probed after ${action}`;
}
function notHolding(why) {
  return why === void 0 ? "does not hold" : `does not hold: ${why}`;
}

// src/engine/recorded/resource.ts
var needsSeal = {
  message: "its kind keeps text of its own in state (`resource`), which only sealed state may hold",
  hint: "Set `encryption-key`, so that state is sealed."
};
function keepableOutcome(given, sealed) {
  const { outcome, error } = storableOutcome(given);
  const { resource, ...rest } = outcome;
  if (resource === void 0) return { outcome, error };
  const flaw = resourceFlaw(resource, sealed);
  return flaw ? { outcome: rest, error: error ?? flaw } : { outcome, error };
}
function resourceFlaw(resource, sealed) {
  if (!sealed) return { ...needsSeal, message: `it took effect, but ${needsSeal.message}` };
  if (resource.isWellFormed()) return void 0;
  const message = "it took effect, but its `resource` can't be kept: it holds half of a surrogate pair, which is no character";
  return { message, hint: "Cut texts between characters, or give bytes as base64." };
}

// src/engine/plan/validate-by-kind.ts
async function problemsByKind(processor, spec, task, tools) {
  if (!processor?.validate) return [];
  return askKind(task, task.entry, tools, async (io) => await processor.validate?.(spec, io) ?? []);
}
async function manifestProblems({ task, processor, ...planned }, desired, sealed, tools) {
  if (!task) return [];
  if (processor?.known?.resource && !sealed) {
    const { message, hint } = needsSeal;
    const location = task.locate("/kind");
    const code = "resource-needs-seal";
    return [{ severity: "error", code, message: `task "${task.name}": ${message}`, location, suggestion: hint }];
  }
  if (desired.unknowns.size > 0) return [];
  const problems = await problemsByKind(processor, desired.value, planned, tools);
  return problems.map((problem) => located(task, void 0, problem));
}

// src/engine/plan/decide-by-kind.ts
var byTheChange = "the change itself";
function fieldsOfKind(plan, desired, recorded) {
  const forcing = new Set(plan.replaceOn);
  const decided = Object.keys(plan.unknowns);
  const shown = hide(hide(plan.fields, desired?.secretPointers ?? /* @__PURE__ */ new Set()), recorded?.secretPointers ?? /* @__PURE__ */ new Set());
  return shown.map((field) => {
    const others = [...desired?.unknowns ?? []].filter(([pointer]) => pointerWithin(pointer, field.path) || pointerWithin(field.path, pointer)).flatMap(([, labels]) => labels);
    const own = decided.some((pointer) => pointerWithin(pointer, field.path)) ? [byTheChange] : [];
    const knownAfter = [.../* @__PURE__ */ new Set([...others, ...own])];
    const { after, ...rest } = field;
    return {
      ...rest,
      ...after === void 0 || knownAfter.length > 0 ? {} : { after },
      ...knownAfter.length > 0 ? { knownAfter } : {},
      ...touches(field.path, forcing) ? { forcesReplacement: true } : {}
    };
  });
}
function decideByKind({ observation }, recorded, desired, plan, changed, driftOf2) {
  const fields = fieldsOfKind(plan, desired, recorded);
  if (plan.change === "create" || plan.change === "delete") {
    const message = `its kind plans to ${plan.change} a resource that is there and is wanted`;
    const hint = "Mend `plan` of the kind: for such a resource it answers noop, update or replace.";
    return { change: "none", reason: "could not be planned", fields, drift: "unknown", error: { message, hint } };
  }
  const isTainted = recorded.entry.status === "tainted";
  const drifted = changed.length === 0 && plan.change !== "noop";
  const drift = driftOf2(drifted ? fields : []);
  if (plan.change === "noop" && !isTainted) {
    const unchanged = observation.state === "unobservable" ? `unchanged, ${observation.why}` : "unchanged";
    return {
      change: "noop",
      reason: changed.length > 0 ? "recorded only" : unchanged,
      fields: changed.map((field) => ({ ...field, effect: "recorded" })),
      drift,
      recordOnly: changed.length > 0
    };
  }
  const waits = changed.length > 0 && [...changed, ...fields].every((field) => field.knownAfter);
  const asked = waits ? "may change" : drifted ? "drifted" : "spec changed";
  return {
    change: plan.change === "noop" ? "update" : plan.change,
    reason: isTainted ? "tainted" : asked,
    fields: drifted ? fields.map((field) => ({ ...field, drifted: true })) : fields,
    drift
  };
}

// src/engine/plan/spec-differences.ts
function specDifferences(situation, recorded, desired, recordOnly) {
  const { ignoreChanges } = situation.lifecycle;
  const fields = memberByMember(diffJson(recorded.entry.spec, desired.stored)).map((field) => ({
    ...field,
    ...field.before === void 0 ? {} : { before: readableTemplate(field.before) },
    ...field.after === void 0 ? {} : { after: readableTemplate(field.after) }
  }));
  const written = withNotes(fields, desired);
  const valued = withoutPointers(otherValues(recorded.entry, desired, situation.sealed), recordOnly).filter(
    ({ path }) => !written.some((field) => pointerWithin(path, field.path))
  );
  return withoutPointers([...written, ...valued], ignoreChanges);
}
function withNotes(fields, desired) {
  const noted = fields.map((field) => {
    const waits = [...desired.unknowns].filter(([pointer]) => pointerWithin(pointer, field.path)).flatMap(([, labels]) => labels);
    return waits.length > 0 ? { ...field, knownAfter: [...new Set(waits)] } : field;
  });
  const shown = new Set(noted.map((field) => field.path));
  for (const [pointer, labels] of desired.unknowns) {
    if (![...shown].some((path) => pointerWithin(pointer, path)))
      noted.push({ path: pointer, knownAfter: [...new Set(labels)] });
  }
  return noted;
}

// src/engine/plan/decide-new.ts
function decideNew(situation, desired, observation, drift = "untracked") {
  const { ownPlan } = situation;
  const all = ownPlan ? fieldsOfKind(ownPlan, desired, void 0) : withNotes(memberByMember(diffJson({}, readableTemplate(desired.stored))), desired);
  const { adopt } = situation.lifecycle;
  if (observation.state !== "present" && isAdoptedById(adopt)) return adoptedLater(adopt.id, observation, all, drift);
  if (observation.state !== "present" || desired.unknowns.size > 0)
    return { change: "create", reason: "new", fields: all, drift };
  const fields = ownPlan ? all.filter(() => ownPlan.change !== "noop") : withoutPointers(
    hide(differences(situation.processor, observation.facts, desired.value, void 0), desired.secretPointers),
    situation.lifecycle.ignoreChanges
  );
  if (fields.length === 0) return { change: "adopt", reason: "exists as declared", fields, drift };
  if (adopt && ownPlan?.change === "replace") return notInPlace(fields, drift);
  if (adopt) return { change: "adopt", reason: "exists, differs", fields, drift };
  return {
    change: "none",
    reason: "exists, differs",
    fields,
    drift,
    error: {
      message: `the resource exists, differs from the spec in ${fields.map((field) => field.path).join(", ")}, and was not made by opus`,
      hint: "Remove it, make the spec equal to it, or set `lifecycle: {adopt: true}` to take it over and change it."
    }
  };
}
function adoptedLater(id, { state }, fields, drift) {
  if (state !== "absent") return { change: "adopt", reason: `takes over ${JSON.stringify(id)}`, fields, drift };
  return {
    change: "none",
    reason: "not there",
    fields,
    drift,
    error: {
      message: `there is no resource with the id ${JSON.stringify(id)}, which \`lifecycle.adopt\` names`,
      hint: "Mend the id, or take `adopt` away to have a new one made."
    }
  };
}
function notInPlace(fields, drift) {
  return {
    change: "none",
    reason: "exists, differs",
    fields,
    drift,
    error: {
      message: `the resource exists, was not made by opus, and can't be changed in place: ${fields.filter((field) => field.forcesReplacement).map((field) => field.path).join(", ")}`,
      hint: "Remove it, or make the spec equal to it."
    }
  };
}
function isAdoptedById(adopt) {
  return typeof adopt === "object";
}

// src/engine/model/change.ts
var effectTimes = ["now", "later", "recorded"];

// src/engine/plan/field-effects.ts
function withEffects(changed, change, { processor, recordedProcessor }, recorded, desired, recordOnly) {
  if (changed.length === 0) return [];
  const said = processor === recordedProcessor ? processor.compare?.effects?.(change, recorded.value, desired.value) : void 0;
  const effects = Object.entries(said ?? {}).filter(([, one]) => isEffect(one));
  return changed.map((field) => {
    const effect = effects.find(([pointer]) => pointerWithin(field.path, pointer))?.[1];
    if (effect) return { ...field, effect: effect.effect, ...effect.runs === void 0 ? {} : { runs: effect.runs } };
    const kept = recordOnly?.some((pointer) => pointerWithin(field.path, pointer));
    return kept ? { ...field, effect: "recorded" } : field;
  });
}
function withWriteOnly(decision, { compare }, desired) {
  if (!compare?.writeOnly || !desired || decision.fields.length === 0) return decision;
  const pointers = compare.writeOnly(desired.value, desired.secretPointers);
  if (pointers.length === 0) return decision;
  const isIn = ({ path }) => pointers.some((pointer) => pointerWithin(path, pointer));
  return {
    ...decision,
    fields: decision.fields.map((field) => isIn(field) ? { ...field, writeOnly: true } : field)
  };
}
function isEffect(given) {
  const { effect, runs } = given ?? {};
  return effectTimes.some((time) => time === effect) && (runs === void 0 || typeof runs === "string");
}

// src/engine/plan/there-already.ts
function isThereAlready(situation, recorded, desired, material) {
  const { observation, processor, recordedProcessor, elsewhere, lifecycle } = situation;
  if (observation.state !== "present" || processor !== recordedProcessor) return false;
  if (elsewhere && (elsewhere.state !== "present" || !equalJson(elsewhere.facts, observation.facts))) return false;
  if (processor.compare?.factFields || situation.onCommand || recorded.entry.status !== "applied") return false;
  if (desired.unknowns.size > 0 || material.some((field) => isUnsure(field, recorded, desired))) return false;
  const { facts } = observation;
  const differs = (spec) => withoutPointers(differences(processor, facts, spec, recorded.entry.observed), lifecycle.ignoreChanges).length > 0;
  try {
    return !differs(desired.value) && material.every(({ path }) => differs(asRecorded(desired, recorded, path)));
  } catch {
    return false;
  }
}
function isUnsure({ path, knownAfter, otherValues: otherValues2, sensitive }, recorded, desired) {
  if (knownAfter || otherValues2 || sensitive) return true;
  return [recorded.secretPointers, desired.secretPointers, recorded.unknown, recorded.outdated].some(
    (pointers) => touches(path, pointers)
  );
}
function asRecorded({ value }, recorded, pointer) {
  const path = pointerPath(pointer);
  return withValueAt(value, path, valueAt(recorded.value, path));
}

// src/engine/plan/decide.ts
function decide(situation) {
  const { recorded, desired, observation } = situation;
  if (observation.state === "failed") return unseen(observation.error);
  if (!desired && !recorded) return { change: "noop", reason: "not recorded", fields: [], drift: "untracked" };
  const decision = recorded && desired ? decideRecorded(situation, recorded, desired) : recorded ? decideLeaving(situation, recorded) : decideNew(situation, desired, observation);
  if (decision.fields.length === 0) return decision;
  return { ...decision, compared: comparedWith(observation, situation.recordedProcessor) };
}
function decideLeaving(situation, recorded) {
  const { ownPlan } = situation;
  const live = ownPlan ? fieldsOfKind(ownPlan, void 0, recorded) : liveFields(situation, recorded);
  const drift = situation.observation.state === "absent" ? "missing" : driftOf(true, situation.observation, live);
  const fields = leavingFields(memberByMember(diffJson(readableTemplate(recorded.entry.spec), {})), live);
  if (recorded.entry.lifecycle.onRemove === "forget" && !situation.onCommand)
    return { change: "forget", reason: "left the manifest", fields: [], drift };
  const refused = interruption(recorded);
  if (!refused) return { change: "delete", reason: "left the manifest", fields, drift };
  if (situation.lifecycle.onInterrupted === "rerun") return { change: "delete", reason: "interrupted", fields, drift };
  const hint = "Look at the resource, remove it if it is there, and run `forget` with this task as `target`; or, while the task is in the manifest, set `lifecycle: {onInterrupted: rerun}` to have it deleted.";
  return { ...refused, error: { ...refused.error, hint }, drift };
}
function goneForGood(drift) {
  return {
    change: "none",
    reason: "missing",
    fields: [],
    drift,
    error: {
      message: "the resource is gone, and `lifecycle: {recreate: false}` says not to make it again",
      hint: "Find out what became of it. Then take `recreate` away to have it made again, or run `forget` with this task as `target`."
    }
  };
}
function compareBoth(situation, recorded, desired) {
  const { observation, processor, ownPlan } = situation;
  const recordOnly = processor.compare?.recordOnly?.(desired.value);
  const changed = specDifferences(situation, recorded, desired, recordOnly);
  const material = withoutPointers(changed, recordOnly);
  const live = ownPlan ? [] : liveFields(situation, recorded);
  const drift = driftOf(
    changed.some((field) => !field.knownAfter),
    observation,
    live
  );
  const told = (change, forcing) => {
    const meant = withEffects(changed, change, situation, recorded, desired, recordOnly);
    const wanted = changed.length > 0 ? wantedFields(situation, recorded, desired) : void 0;
    const merged = overLive(meant, live, wanted, desired);
    const fields = material.length > 0 ? factsBefore(merged) : merged;
    if (!forcing || forcing.size === 0) return fields;
    return fields.map((field) => touches(field.path, forcing) ? { ...field, forcesReplacement: true } : field);
  };
  return { changed, material, live, drift, told };
}
function decideRecorded(situation, recorded, desired) {
  const { observation, processor, recordedProcessor, lifecycle, ownPlan } = situation;
  const compared = compareBoth(situation, recorded, desired);
  const { changed, material, live, drift, told } = compared;
  const refused = interruption(recorded);
  if (refused && lifecycle.onInterrupted !== "rerun") return { ...refused, drift };
  if (refused) {
    const change = again(situation, recorded);
    return { change, reason: "interrupted", fields: told(change), drift };
  }
  if (observation.state === "absent") return decideGone(situation, recorded, desired, changed, drift);
  if (processor !== recordedProcessor) {
    const fields = told("replace");
    return replacement(situation, desired, { change: "replace", reason: "kind changed", fields, drift });
  }
  if (ownPlan) return decidePlanned(situation, recorded, desired, ownPlan, changed);
  if (material.length > 0) return decideChanged(situation, recorded, desired, compared);
  const mend = processor.compare?.replaces?.(desired.value) ? "replace" : "update";
  if (recorded.entry.status === "tainted") {
    const goesOn = mend === "replace" && !canBeDeleted(situation, recorded);
    const change = goesOn ? "create" : mend;
    return { change, reason: "tainted", fields: told(change), drift, ...goesOn ? { goesOn } : {} };
  }
  if (live.length > 0) return { change: mend, reason: "drifted", fields: told(mend), drift };
  const reason = observation.state === "unobservable" ? `unchanged, ${observation.why}` : "unchanged";
  return {
    change: "noop",
    reason: changed.length > 0 ? "recorded only" : reason,
    fields: told("noop"),
    drift,
    recordOnly: changed.length > 0
  };
}
function decideChanged(situation, recorded, desired, { material, live, drift, told }) {
  const { compare } = situation.processor;
  if (live.length > 0 && isThereAlready(situation, recorded, desired, material)) {
    const fields = told("noop").map((field) => ({ ...field, effect: "recorded" }));
    return { change: "noop", reason: "recorded only", fields, drift: "in-sync", recordOnly: true, foundAsWanted: true };
  }
  const onlyUnknown = material.every((field) => field.knownAfter) && live.length === 0 && recorded.entry.status === "applied";
  const forcing = new Set(compare?.replaceOn?.(withoutToday(recorded.value, material), desired.value) ?? []);
  const change = material.some(({ path }) => touches(path, forcing)) ? "replace" : "update";
  const reason = onlyUnknown ? "may change" : "spec changed";
  const decision = { change, reason, fields: told(change, forcing), drift };
  if (change === "replace" && !canBeDeleted(situation, recorded))
    return { ...decision, change: "create", fields: told("create"), goesOn: true };
  return change === "replace" ? replacement(situation, desired, decision) : decision;
}
function decideGone(situation, recorded, desired, changed, drift) {
  const { processor, lifecycle, elsewhere, ownPlan } = situation;
  const recordOnly = processor.compare?.recordOnly?.(desired.value);
  if (elsewhere?.state === "failed") return unseen(elsewhere.error);
  if (elsewhere?.state === "present") return decideNew(withoutPlan(situation), desired, elsewhere, drift);
  if (lifecycle.recreate === false && !situation.onCommand) return goneForGood(drift);
  const fields = ownPlan ? fieldsOfKind(ownPlan, desired, void 0) : withNotes(memberByMember(diffJson({}, readableTemplate(desired.stored))), desired);
  const { remade } = situation;
  const asBefore = changed.length === 0 || remade !== void 0 && specDifferences(situation, recorded, remade, recordOnly).length === 0;
  const silent = lifecycle.ephemeral === true && asBefore && recorded.entry.status === "applied";
  return silent ? { change: "create", reason: "ephemeral", fields, drift: "in-sync", silent } : { change: "create", reason: "missing", fields, drift };
}
function decidePlanned(situation, recorded, desired, ownPlan, changed) {
  const isChanged = changed.some((field) => !field.knownAfter);
  const decision = decideByKind(
    situation,
    recorded,
    desired,
    ownPlan,
    changed,
    (fields) => driftOf(isChanged, situation.observation, fields)
  );
  if (decision.change !== "replace") return decision;
  if (!canBeDeleted(situation, recorded)) return { ...decision, change: "create", goesOn: true };
  return replacement(situation, desired, decision);
}
function canBeDeleted({ recordedProcessor }, { entry, value }) {
  return entry.status !== "tainted" || (recordedProcessor.compare?.deletes?.(value) ?? true);
}
function replacement(situation, desired, decision) {
  const { elsewhere } = situation;
  if (elsewhere?.state === "failed") return { ...unseen(elsewhere.error), fields: decision.fields };
  if (elsewhere?.state !== "present") return decision;
  const taken = decideNew(withoutPlan(situation), desired, elsewhere, decision.drift);
  return taken.error ? { ...taken, fields: decision.fields } : { ...decision, takesOver: true };
}
function withoutPlan({ ownPlan: _, ...situation }) {
  return situation;
}
function unseen(error) {
  return { change: "none", reason: "could not be looked at", fields: [], drift: "unknown", error };
}
function interruption({ entry }) {
  if (entry.status !== "interrupted") return void 0;
  return {
    change: "none",
    reason: "interrupted",
    fields: [],
    error: {
      message: `an earlier run ended in the middle of its ${entry.interrupted ?? "update"}, and nothing can tell whether it took effect`,
      hint: "Look at the resource. Then either set `lifecycle: {onInterrupted: rerun}` to run it again, or run `forget` with this task as `target`."
    }
  };
}
function again({ processor, recordedProcessor }, { entry }) {
  if (processor !== recordedProcessor) return "replace";
  switch (entry.interrupted) {
    case "create":
    case "replace":
      return entry.interrupted;
    case "delete":
      return "replace";
    default:
      return "update";
  }
}
function driftOf(specChanged, observation, liveFields2) {
  if (observation.state === "failed") return "unknown";
  if (observation.state === "absent") return "missing";
  if (observation.state === "unobservable") return specChanged ? "spec-changed" : "unobservable";
  if (liveFields2.length > 0) return specChanged ? "both" : "resource-changed";
  return specChanged ? "spec-changed" : "in-sync";
}

// src/engine/plan/planned-task.ts
function newlyFound(observation) {
  return observation?.state === "present" ? observation : void 0;
}

export {
  identityOf,
  knownIdentity,
  likenessOf,
  movesElsewhere,
  excludedBy,
  foundOutputs,
  refreshedEntry,
  isRecordedOtherwise,
  hasEffect,
  intent,
  bothMutexes,
  Mutexes,
  runScheduled,
  fieldsOfKind,
  withWriteOnly,
  decide,
  unseen,
  newlyFound,
  gateHolds,
  probedLater,
  probedAfter,
  notHolding,
  keepableOutcome,
  problemsByKind,
  manifestProblems,
  noteWhatStays,
  othersRecorded
};
