import type { Prompt } from "../../execute/calls/at-once.ts";
import type { JsonObject } from "../../json/json.ts";
import { equalJson } from "../../json/json-diff.ts";
import type { Observation } from "../../model/observation.ts";
import type { TaskState } from "../../model/state-body.ts";
import type { TaskProcessor } from "../../ports/processor.ts";
import { changedSecrets } from "../../recorded/recorded-secrets.ts";
import { withheldOf } from "../decide/withheld.ts";
import type { Desired, Unvouched } from "../desired.ts";
import type { PlannedTask } from "../planned-task.ts";
import type { Planning } from "../planning.ts";
import { adoptedId } from "./ask-kind.ts";
import { look } from "./observe.ts";

/** Looks at the recorded resource of a task, or else at the one that it wants, where this run looks at all. */
export function observe(
  planning: Planning,
  draft: PlannedTask,
  desired: Desired | undefined,
  processor: TaskProcessor,
): Prompt<Observation> {
  const { recorded } = draft;
  const withheld = withheldOf(recorded, desired);
  if (withheld) return { state: "unobservable", why: withheld.words };
  if (!mayLook(planning, draft, desired)) {
    return {
      state: "unobservable",
      why: planning.request.references.environment.trusted ? "not looked at" : "not looked at in an untrusted run",
    };
  }
  if (recorded) return lookAt(planning, draft, processor, recorded, recorded.entry);
  if (!desired || desired.unknowns.size > 0)
    return { state: "unobservable", why: "values that it needs are not known yet" };
  // What is there now leaves before this one begins; then it is looked at again.
  if (draft.awaitsPlaceOf.length > 0) return { state: "absent" };
  return lookAt(planning, draft, processor, desired, undefined);
}

/** Does this run look at the resource of the task? */
export function mayLook(planning: Planning, planned: PlannedTask, desired: Desired | undefined): boolean {
  const { policy, references, toolbox } = planning.request;
  const { recorded } = planned;
  const { refresh } = policy;
  if (!references.environment.trusted || withheldOf(recorded, desired)) return false;
  // Without a look there is nothing to take over.
  if (refresh === "none") return adoptedId(planned) !== undefined;
  if (refresh === "all" || !recorded || !desired || !equalJson(recorded.entry.spec, desired.stored)) return true;
  return changedSecrets(recorded.entry, desired.secrets, toolbox.sealed).size > 0;
}

/** @param entry what is recorded of the resource that is looked for */
export function lookAt(
  planning: Planning,
  draft: PlannedTask,
  processor: TaskProcessor,
  { value, unvouched }: { readonly value: JsonObject; readonly unvouched?: Unvouched },
  entry: TaskState | undefined,
): Prompt<Observation> {
  if (unvouched?.has("read")) return planning.request.references.vouching.unseen;
  return look(processor, value, entry, draft, planning.request.toolbox);
}
