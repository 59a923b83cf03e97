import { type Json, type JsonObject, pointerWithin } from "../json/json.ts";
import { equalJson } from "../json/json-diff.ts";
import type { Output } from "../model/outcome.ts";
import type { KindPlan } from "../ports/processor.ts";
import { findGiven, isLost, lostOutput } from "../recorded/outputs.ts";
import type { Found } from "../references/found.ts";
import { missingSecret, seen } from "../references/lookup.ts";
import { missingOf } from "../references/resolve.ts";
import { foundOutputs } from "./look/found-outputs.ts";
import type { PlannedTask } from "./planned-task.ts";
import type { Planning } from "./planning.ts";

/** What `${VAR:name:key}` stands for, seen from a task that comes after `name`. */
export function outputOf(planning: Planning, name: string, key: string): Found {
  const { scope, references } = planning.request;
  const planned = planning.byName.get(name);
  const entry = planning.entries.get(name);
  const recorded = (): Found => seen(references.output(name, key, planning.entries), references.environment);
  if (!planned)
    return planning.request.prepared.hidden.has(name) ? { type: "unknown", label: `${name}:${key}` } : recorded();
  const { change } = planned.decision;
  if (change === "noop" || (planned.withheld && change === "none" && entry)) {
    const found =
      planned.decision.foundAsWanted && findGiven(foundOutputs(planned, planning.request.toolbox), key, scope.run);
    if (found) return { type: "value", value: found.value };
    // Left alone and never applied: whether that matters shows when somebody really needs it.
    return entry ? recorded() : { type: "unknown", label: `${name}:${key}` };
  }
  if (planned.status === "failed" && entry) return recorded();
  if (planned.hidden || planned.status !== "planned") return { type: "unknown", label: `${name}:${key}` };
  const plannedByKind = planned.ownPlan && plannedOutput(planning, planned, planned.ownPlan, key);
  if (plannedByKind) return plannedByKind;
  const predicted = predict(planning, planned);
  if (predicted) {
    const output = findGiven(predicted, key, scope.run);
    // Stored specs don't show whether a sensitive value is another one now: that is decided again when it is given.
    if (output && !output.sensitive) return { type: "value", value: output.value };
  }
  if (references.environment.trusted && !planning.request.toolbox.sealed && isLost(planned, key, predicted))
    return lostOutput(name, key);
  return { type: "unknown", label: `${name}:${key}` };
}

/** An output as far as its kind has planned it. */
function plannedOutput(
  planning: Planning,
  { name }: PlannedTask,
  { outputs, unknowns }: KindPlan,
  key: string,
): Found | undefined {
  const label = `${name}:${key}`;
  const top = `/outputs/${key}`;
  const parts = Object.entries(unknowns).filter(([pointer]) => pointerWithin(pointer, top));
  const whole = parts.find(([pointer]) => pointer === top);
  if (whole) return { type: "unknown", label, of: whole[1].type };
  const output = findGiven(outputs, key, planning.request.scope.run);
  // What is sensitive is decided again when it is given.
  if (!output || output.sensitive || planning.request.toolbox.redactor.contains(JSON.stringify(output.value)))
    return undefined;
  if (parts.length === 0) return { type: "value", value: output.value };
  const below = parts.map(([pointer, { type }]) => [pointer.slice(top.length), type] as const);
  return { type: "partial", value: output.value, label, unknowns: new Map(below) };
}

function predict(planning: Planning, { processor, desired, name }: PlannedTask): readonly Output[] | undefined {
  if (!processor?.known?.predict || !desired || desired.unknowns.size > 0) return undefined;
  const io = planning.request.toolbox.io(name, planning.request.toolbox);
  const predicted = processor.known.predict(desired.value, io);
  const missing = missingOf(desired.missing && { missing: desired.missing });
  if (missing.length === 0) return predicted;
  // What is another one with another secret is not known.
  const other = processor.known.predict(withOthers(desired.value, missing), io);
  const same = (one: Output): boolean => {
    const again = other.find(
      ({ name: key, command, context }) => key === one.name && command === one.command && context === one.context,
    );
    return again !== undefined && equalJson(again.value as Json, one.value as Json);
  };
  return predicted.map((one) => (same(one) ? one : { ...one, sensitive: true }));
}

/** A spec with other notes in place of these secrets. */
function withOthers(spec: JsonObject, missing: readonly string[]): JsonObject {
  const text = missing.reduce(
    (all, name) => all.replaceAll(quoted(missingSecret(name)), `(another ${quoted(name)})`),
    JSON.stringify(spec),
  );
  return JSON.parse(text) as JsonObject;
}

/** As it stands within a JSON text. */
function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
