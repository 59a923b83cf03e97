import type { Intent } from "../model/state-body.ts";
import type { PlannedTask } from "../plan/planned-task.ts";
import type { Sealed } from "../ports/sealed.ts";
import { keptSecrets } from "../recorded/recorded-secrets.ts";

/** Will the task touch its resource? */
export function hasEffect({ decision }: Pick<PlannedTask, "decision">): boolean {
  if (decision.change === "adopt") return decision.fields.length > 0;
  return ["create", "update", "replace", "delete"].includes(decision.change);
}

/** What state keeps of a task before the first effect of the run. */
export function intent(planned: PlannedTask, sealed: Sealed | undefined): Intent {
  const { name, decision, desired, entry, dependencies, scope, lifecycle, order } = planned;
  const { secrets, fingerprints } = desired ? keptSecrets(desired.secrets, sealed) : (entry ?? {});
  return {
    task: name,
    change: decision.change,
    apiVersion: planned.apiVersion,
    kind: planned.kind,
    spec: desired?.stored ?? entry?.spec ?? {},
    ...(secrets ? { secrets } : {}),
    ...(sealed && fingerprints ? { fingerprints } : {}),
    dependencies,
    scope,
    lifecycle,
    order,
  };
}
