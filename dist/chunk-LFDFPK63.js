import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  storableObservation
} from "./chunk-ISYZXV75.js";
import {
  Cancelled,
  attempt,
  taskError
} from "./chunk-KEXNV5DD.js";
import {
  readableTemplate,
  references,
  secretName
} from "./chunk-N35UVQ2N.js";
import {
  keptOutputs,
  outputKey,
  storedOutputs
} from "./chunk-H6W3A4JT.js";
import {
  valueAt,
  withValueAt
} from "./chunk-CHHS7TI7.js";
import {
  isObject,
  pointerPath,
  pointerWithin
} from "./chunk-RRD47Q5D.js";

// src/engine/execute/made-so-far.ts
function recordedTask({ spec, outputs, sensitiveOutputs = [], observed, resource }) {
  return {
    // Most calls never ask for it.
    get spec() {
      return readableTemplate(spec);
    },
    outputs,
    ...observed === void 0 ? {} : { observed },
    ...resource === void 0 ? {} : { resource },
    missing: sensitiveOutputs.filter((key) => !Object.hasOwn(outputs, key))
  };
}
function withMade(known, made) {
  if (made === void 0) return known;
  const { outputs: _, sensitiveOutputs: __, ...lasting } = known;
  const observed = made.observed === void 0 ? {} : { observed: made.observed };
  const resource = made.resource === void 0 ? {} : { resource: made.resource };
  return { ...lasting, ...observed, ...resource, ...keptOutputs(known, made) };
}
var Making = class {
  #observed;
  #resource;
  #outputs = /* @__PURE__ */ new Map();
  #begun = false;
  add(observed, outputs, resource) {
    this.#begun = true;
    this.#resource = resource ?? this.#resource;
    this.#observed = observed ?? this.#observed;
    for (const output of outputs) this.#outputs.set(outputKey(output), output);
  }
  /**
   * All of it; undefined: nothing that anybody told of.
   * @param secrets with the values of sensitive outputs
   */
  made(secrets) {
    if (!this.#begun) return void 0;
    const observed = this.#observed === void 0 ? {} : { observed: this.#observed };
    const resource = this.#resource === void 0 || !secrets ? {} : { resource: this.#resource };
    return { ...observed, ...resource, ...storedOutputs([...this.#outputs.values()], secrets) };
  }
};

// src/engine/execute/at-once.ts
function andThen(answer, next) {
  return answer instanceof Promise ? answer.then(next) : next(answer);
}
function lastly(ask, end) {
  let waits = false;
  try {
    const answer = ask();
    if (!(answer instanceof Promise)) return answer;
    waits = true;
    return answer.finally(end);
  } finally {
    if (!waits) end();
  }
}

// src/engine/plan/ask-kind.ts
function askKind(task, known, tools, question) {
  const { clock, signal } = tools;
  return attempt(
    (bounds) => {
      const call = tools.io(task.name, bounds);
      const whole = Object.assign(call, {
        recorded: known && recordedTask(known),
        made: () => {
        },
        adoptId: adoptedId(task),
        lineage: tools.lineage?.()
      });
      return lastly(
        () => question(whole),
        () => call.end?.()
      );
    },
    { clock, signal, timeoutMs: task.timeoutMs, retries: task.retries, onRetry: () => {
    } }
  );
}
function adoptedId({ lifecycle, entry }) {
  return entry === void 0 && typeof lifecycle.adopt === "object" ? lifecycle.adopt.id : void 0;
}
async function planByKind(processor, task, about, tools) {
  if (!processor.plan) return void 0;
  const { recorded, desired, observation } = about;
  const wanted = {
    before: recorded?.value,
    after: desired && withoutNotes(desired),
    unknowns: unknownValues(desired),
    observation
  };
  return askKind(task, recorded?.entry, tools, async (io) => await processor.plan?.(wanted, io));
}
function withoutNotes({ value, unknowns }) {
  let known = value;
  for (const pointer of unknowns.keys()) known = withValueAt(known, pointerPath(pointer), null);
  return known;
}
function unknownValues(desired) {
  const unknowns = [...desired?.unknowns.keys() ?? []].map((pointer) => {
    const type = desired?.unknownTypes?.get(pointer);
    return [pointer, type === void 0 ? {} : { type }];
  });
  return Object.fromEntries(unknowns);
}

// src/engine/plan/observe.ts
function look(processor, spec, entry, task, tools) {
  const seen = (given) => {
    const observation = storableObservation(given);
    if (observation.state === "failed" && tools.signal.aborted) throw new Cancelled();
    if (observation.state === "failed" && task.retries.limit > 0) throw new FailedLook(observation);
    return observation;
  };
  const found = askKind(task, entry, tools, (io) => andThen(processor.observe(spec, io), seen));
  return found instanceof Promise ? found.catch(failedLook) : found;
}
function failedLook(error) {
  if (error instanceof Cancelled) throw error;
  if (error instanceof FailedLook) return error.observation;
  return { state: "failed", error: taskError(error) };
}
var FailedLook = class extends Error {
  observation;
  constructor(observation) {
    super("observation failed");
    this.observation = observation;
  }
};
function redactedLikeState(observation, recorded, redact) {
  if (observation.state !== "present" || recorded?.entry.observed === void 0) return observation;
  return { ...observation, facts: redact(observation.facts) };
}
function withIgnoredFields(desired, recorded, facts, pointers) {
  if (!pointers || pointers.length === 0) return desired;
  if (!recorded) return { ...desired, value: ignoringFound(desired.value, facts, pointers) };
  let { value, stored } = desired;
  for (const pointer of pointers) {
    const path = pointerPath(pointer);
    value = withValueAt(value, path, valueAt(facts, path) ?? valueAt(recorded.value, path));
    stored = withValueAt(stored, path, valueAt(recorded.entry.spec, path));
  }
  if (!isObject(value) || !isObject(stored)) return desired;
  const kept = [...desired.unknowns].filter(([at]) => !pointers.some((pointer) => pointerWithin(at, pointer)));
  const secrets = new Map([...usedIn(stored, recorded.secrets), ...usedIn(stored, desired.secrets)]);
  return { ...desired, value, stored, unknowns: new Map(kept), secrets };
}
function ignoringFound(wanted, facts, pointers) {
  let value = wanted;
  for (const path of pointers.map(pointerPath)) {
    const found = valueAt(facts, path);
    if (found !== void 0 && valueAt(value, path) !== void 0) value = withValueAt(value, path, found);
  }
  return value;
}
function usedIn(stored, secrets) {
  if (!secrets || secrets.size === 0) return [];
  const named = new Set([...references(stored)].map(({ reference }) => secretName(reference)));
  return [...secrets].filter(([name]) => named.has(name));
}

export {
  lastly,
  recordedTask,
  withMade,
  Making,
  askKind,
  adoptedId,
  planByKind,
  look,
  redactedLikeState,
  withIgnoredFields
};
