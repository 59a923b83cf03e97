import type { Outcome, Output } from "../../model/outcome.ts";
import type { Desired } from "../../plan/desired.ts";
import { storedOutputs } from "../../recorded/outputs.ts";
import type { KnownTask } from "../calls/made-so-far.ts";
import { isUntouched } from "../calls/processor-calls.ts";
import { Cancelled, taskError } from "../calls/retry-call.ts";
import { done } from "./change-done.ts";
import type { ChangeResult } from "./change-result.ts";
import type { ChangeWork } from "./change-work.ts";

/** Takes over what opus did not make, with a change where it differs from what is wanted. */
export async function adopt(work: ChangeWork): Promise<ChangeResult> {
  const desired = work.desired as Desired;
  if (work.decision.remembers) return work.result("done", { entry: work.planned.entry, undoable: true });
  if (work.decision.fields.length === 0) return done(work, adopted(work, desired));
  const subject = { known: foundTask(work, desired) };
  try {
    const outcome = await work.calls.attempt(subject, (io) => work.processor.update(desired.value, desired.value, io));
    return done(work, outcome, subject.known);
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    if (isUntouched(error)) return work.untouched(error);
    // Opus did not make it, so nothing is deleted and nothing recorded.
    return work.result("failed", { error: taskError(error) });
  }
}

/** What is recorded of something that is there as declared. */
export function adopted(work: ChangeWork, desired: Desired): Outcome {
  const { facts, outputs = [], resource } = work.found ?? {};
  const given = {
    outputs: [...outputs, ...predicted(work, desired)],
    ...(resource === undefined ? {} : { resource }),
  };
  // Kinds that compare with what they saw have to see it; the others ignore it.
  return facts === undefined || work.processor.known?.predict ? given : { ...given, observed: facts };
}

/** What opus did not make, as far as looking told. */
export function foundTask(work: ChangeWork, { stored }: Desired): KnownTask {
  const { facts, outputs = [], resource } = work.found ?? {};
  const { sealed } = work.services;
  const text = sealed && resource !== undefined ? { resource } : {};
  const found = storedOutputs(work.withSensitivity(outputs, stored), sealed !== undefined);
  return { spec: stored, ...(facts === undefined ? {} : { observed: work.redacted(facts) }), ...text, ...found };
}

function predicted(work: ChangeWork, desired: Desired): readonly Output[] {
  return work.processor.known?.predict?.(desired.value, work.services.io(work.planned.name, work.services)) ?? [];
}
