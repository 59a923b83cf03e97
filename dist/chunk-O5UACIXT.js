import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  countNames
} from "./chunk-CFNOMM4R.js";
import {
  equalJson
} from "./chunk-CHHS7TI7.js";
import {
  pointerSegment
} from "./chunk-RRD47Q5D.js";

// src/engine/recorded/metadata.ts
function recordedAnew(planned) {
  const { entry, task, decision, status, hidden, name, formerName } = planned;
  const records = decision.change === "noop" || decision.change === "update" || decision.change === "replace";
  if (!entry || !task || !records || decision.leftAlone || hidden || status !== "planned") return {};
  const renamed = formerName === void 0 ? [] : [{ path: "/name", before: formerName, after: name }];
  const fields = [...renamed, ...differing(kept(entry), kept(planned), ""), ...lifecycles(entry, planned)];
  return fields.length > 0 ? { metadata: fields } : {};
}
function lifecycles(entry, planned) {
  const { mutex: before, ...old } = entry.lifecycle;
  const { mutex: after, ...next } = planned.lifecycle;
  const mutexes = [before, after].map((mutex) => mutex ? { mutex } : {});
  return [
    ...differing(old, next, "/lifecycle"),
    ...differing(mutexes[0], mutexes[1], "")
  ];
}
function kept({ dependencies, scope }) {
  const listed = (list) => list.length > 0 ? list : void 0;
  const lists = { dependencies: listed(dependencies), processingScope: listed(scope) };
  return lists;
}
function differing(before, after, pointer) {
  return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [old, next] = [before[key], after[key]];
    if (equalJson(old, next)) return [];
    const path = `${pointer}/${pointerSegment(key)}`;
    return [{ path, ...old === void 0 ? {} : { before: old }, ...next === void 0 ? {} : { after: next } }];
  });
}

// src/engine/plan/is-gate.ts
function isGate({ task, processor }) {
  return task !== void 0 && processor?.gate === true;
}

// src/engine/plan/plan-model.ts
function countPlan(tasks) {
  const counts = emptyCounts();
  for (const { decision, status, hidden } of tasks) {
    if (status === "failed") counts.failed++;
    else if (status === "skipped") counts.skipped++;
    if (hidden || decision.drift === "unknown") counts.unknown++;
    if (status !== "planned" || hidden) continue;
    if (decision.gate && decision.change === "noop") counts.gate++;
    else if (decision.silent) counts.noop++;
    else if (decision.change !== "none") counts[decision.change]++;
  }
  return counts;
}
function emptyCounts() {
  return Object.fromEntries(countNames.map((name) => [name, 0]));
}
function plannedReport(planned, status = planned.status) {
  const { decision } = planned;
  return {
    name: planned.name,
    apiVersion: planned.apiVersion,
    kind: planned.kind,
    change: decision.change,
    reason: decision.reason,
    status,
    drift: driftShown(planned),
    fields: decision.fields,
    ...gateShown(planned),
    ...decision.compared && decision.fields.length > 0 ? { compared: decision.compared } : {},
    ...status === "observed" ? {} : recordedAnew(planned),
    durationMs: 0,
    outputs: {},
    error: decision.error ?? null,
    location: planned.location,
    dependencies: planned.waitsFor
  };
}
function gateShown(planned) {
  const { gate, change } = planned.decision;
  if (gate) return { gate };
  return isGate(planned) && (change === "noop" || change === "none") ? { gate: "unknown" } : {};
}
function driftShown({ hidden, decision }) {
  return hidden ? "unknown" : decision.drift;
}

export {
  isGate,
  countPlan,
  emptyCounts,
  plannedReport
};
