import type { TaskError } from "../model/outcome.ts";
import type { Task } from "../model/task.ts";
import { wantedProcessor } from "../recorded/recorded.ts";
import { seen } from "../references/lookup.ts";
import { readableTemplate } from "../references/templates.ts";
import type { Desired } from "./desired.ts";
import { withIgnoredFields } from "./look/observe.ts";
import { wantedDigest } from "./plan-digest.ts";
import { outputOf } from "./planned-outputs.ts";
import type { PlannedTask } from "./planned-task.ts";
import type { Planning } from "./planning.ts";
import type { PlanCandidate } from "./select-tasks.ts";

/**
 * What a task should be.
 * @returns undefined when it is to go; an error when its references can't be resolved
 */
export function wantedOf(planning: Planning, candidate: PlanCandidate, node: number): Desired | undefined | TaskError {
  const { wanted, task } = candidate;
  if (typeof wanted === "object") {
    const { spec, secrets } = wanted;
    const filled = planning.fromState({ task: candidate.name, spec, secrets });
    const { references, toolbox } = planning.request;
    const processor = wantedProcessor(candidate, toolbox.processors);
    if ("message" in filled || !processor) return filled;
    return { ...filled, unvouched: references.vouching.unvouched(candidate.name, processor, spec) };
  }
  if (wanted !== "manifest" || !task) return undefined;
  const { prepared } = planning.request;
  const writers = writersFor(planning, task, node);
  const ready = prepared.desired.get(task.name);
  if (ready && writers.length === 0) return ready;
  const { desired, diagnostics } = prepared.resolve(task, (name, key) => outputOf(planning, name, key), writers);
  planning.diagnostics.push(...diagnostics);
  return diagnostics.length > 0 ? { message: diagnostics[0]?.message ?? "its references can't be resolved" } : desired;
}

/** Of a task that may be made again in silence, and waits for such: what is wanted, if they give what they gave before. */
export function remadeOf(
  planning: Planning,
  { task, lifecycle, recorded, processor }: PlannedTask,
  desired: Desired | undefined,
): Desired | undefined {
  if (!task || !recorded || !lifecycle.ephemeral || !desired || desired.unknowns.size === 0) return undefined;
  const { references, prepared } = planning.request;
  const silent = (name: string): boolean => planning.byName.get(name)?.decision.silent ?? false;
  const into = processor?.workspace?.reads?.into ?? "";
  const writers = desired.unknowns.get(`/${into}`) ?? [];
  if (!writers.every(silent)) return undefined;
  const again = prepared.resolve(task, (name, key) =>
    silent(name)
      ? seen(references.output(name, key, planning.entries), references.environment)
      : outputOf(planning, name, key),
  );
  if (again.diagnostics.length > 0 || again.desired.unknowns.size > 0) return undefined;
  const read = recorded.entry.spec[into];
  if (writers.length === 0 || read === undefined) return again.desired;
  return { ...again.desired, stored: { ...again.desired.stored, [into]: read } };
}

/** Tasks before this one that may change the files which it reads. */
function writersFor(planning: Planning, task: Task, node: number): readonly string[] {
  const reads = planning.request.toolbox.processors.get(task.apiVersion, task.kind)?.workspace?.reads;
  const globs = reads && readableTemplate(task.spec[reads.from] ?? null);
  if (!Array.isArray(globs)) return [];
  return planning.handed.writersBefore(
    node,
    globs.filter((glob) => typeof glob === "string"),
  );
}

/** See `Plan.desiredDigest`. */
export function desiredDigest(
  planning: Planning,
  name: string,
  awaited: ReadonlySet<string>,
): string | null | undefined {
  const planned = planning.byName.get(name);
  if (!planned) return undefined;
  const { task, desired, recorded, facts, lifecycle } = planned;
  if (awaited.size === 0 || !task || !desired) return wantedDigest(planned, desired, planning.request);
  const { desired: again } = planning.request.prepared.resolve(
    task,
    (other, key) =>
      awaited.has(`${other}:${key}`) ? { type: "unknown", label: `${other}:${key}` } : outputOf(planning, other, key),
    // Names of tasks stand for the files that these write.
    [...awaited].filter((label) => !label.includes(":")),
  );
  const kept = recorded ? withIgnoredFields(again, recorded, facts, lifecycle.ignoreChanges) : again;
  return wantedDigest(planned, kept, planning.request);
}
