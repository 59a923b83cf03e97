import type { Outcome } from "../../model/outcome.ts";
import type { Desired } from "../../plan/desired.ts";
import { outputKey, outputsKept } from "../../recorded/outputs.ts";
import { keepableOutcome } from "../../recorded/resource.ts";
import type { KnownTask } from "../calls/made-so-far.ts";
import { newEntry } from "./change-entries.ts";
import type { ChangeResult } from "./change-result.ts";
import type { ChangeWork } from "./change-work.ts";

/**
 * Records what a change has come to, also where state can keep only some of it.
 * @param before what the change has gone on from: outputs that it did not give again stay
 */
export function done(work: ChangeWork, answer: Outcome, before?: KnownTask): ChangeResult {
  const desired = work.desired as Desired;
  const { outcome, error } = keepableOutcome(answer, work.services.sealed !== undefined);
  const given = work.withSensitivity(outcome.outputs, desired.stored);
  if (outcome.warnings) warn(work, outcome.warnings);
  const kept = before ? outputsKept(before, given) : [];
  const entry = newEntry(work, desired, outcome, given, before);
  const outputs = { outputs: [...given, ...kept], kept: new Set(kept.map(outputKey)) };
  if (!error) return work.result("done", { entry, ...outputs, undoable: true });
  // It is there: taking it away again would lose it, forgetting it would lose sight of it.
  const hint = `${error.hint} What was done stands and is recorded as tainted: the next apply updates it.`;
  return work.result("failed", {
    error: { ...error, hint },
    entry: { ...entry, status: "tainted" },
    ...outputs,
    undoable: true,
  });
}

function warn(work: ChangeWork, warnings: readonly string[]): void {
  const io = work.services.io(work.planned.name, work.services);
  for (const warning of warnings) io.output("stderr", `${warning}\n`);
  io.end?.();
}
