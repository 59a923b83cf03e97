import type { TaskError } from "../model/outcome.ts";
import type { TaskState } from "../model/state-body.ts";
import type { TaskProcessor } from "../ports/processor.ts";
import { lostValue, needs } from "../recorded/recorded.ts";
import { changedSecrets, pointersOf } from "../recorded/recorded-secrets.ts";
import type { Recorded } from "./desired.ts";
import type { Planning } from "./planning.ts";

const none: ReadonlySet<string> = new Set();

/** What was applied of a task, with secrets filled in; an error when what it needs of them is not known any more. */
export function recordedOf(
  planning: Planning,
  task: string,
  entry: TaskState,
  processor: TaskProcessor,
): Recorded | TaskError {
  const spec = processor.upgrade?.(entry.spec, entry.apiVersion) ?? entry.spec;
  const resolved = planning.fromState({ task, spec, secrets: entry.secrets }, true);
  if ("message" in resolved) return resolved;
  const unknown = resolved.unknowns.size === 0 ? none : new Set(resolved.unknowns.keys());
  const needed = [...unknown].find((pointer) => needs(processor, pointer, spec));
  const lost = needed === undefined ? undefined : lostValue(needed, resolved.unknowns.get(needed) ?? []);
  const unvouched = planning.request.references.vouching.unvouched(task, processor, spec);
  // Who looks at the plan first sees what would run; that it can't is told when it is to.
  if (lost && unvouched.size === 0) return lost;
  const changed = changedSecrets(entry, resolved.secrets, planning.request.toolbox.sealed);
  return {
    unvouched,
    ...(lost ? { lost } : {}),
    entry: spec === entry.spec ? entry : { ...entry, spec },
    value: resolved.value,
    // What is lost was left in place because it was secret.
    secretPointers: unknown.size === 0 ? resolved.secretPointers : new Set([...resolved.secretPointers, ...unknown]),
    secrets: resolved.secrets,
    ...(resolved.missing ? { missing: resolved.missing } : {}),
    unknown,
    outdated: changed.size === 0 ? none : new Set(pointersOf(changed, spec).keys()),
  };
}
