import type { Plan } from "../../../engine/plan/plan-model.ts";
import type { PlannedTask } from "../../../engine/plan/planned-task.ts";
import { andMore } from "../../../engine/text/listed.ts";
import { plural } from "../../../hooks/rendering/labels.ts";
import type { ContextWork } from "../context-work.ts";

/** How many names are listed. */
const mostNames = 20;

/** Says what of a context a deletion leaves, where somebody may take the context for gone afterwards. */
export function noteWhatStays(plan: Plan, work: ContextWork): void {
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
    const why =
      settings.targets.length > 0 ? "no target of this run, or out of its scope" : "out of the scope of this command";
    const message = `${plural(others.length, "recorded task")} will stay recorded, ${why}: ${andMore(others, mostNames)}`;
    tell("notice", "still-recorded", message);
  }
  const mute = plan.tasks.filter(isLeftBehind).map(({ name }) => name);
  if (mute.length === 0) return;
  const message = `nothing deletes what these tasks have made, so it stays when they are no longer recorded: ${andMore(mute, mostNames)}`;
  tell("notice", "stays-behind", message);
}

/** Names of what is recorded and no part of a plan. */
export function othersRecorded({ tasks }: Plan, { session }: Pick<ContextWork, "session">): readonly string[] {
  const planned = new Set(tasks.map(({ name, formerName }) => formerName ?? name));
  return [...session.tasks.keys()].filter((name) => !planned.has(name));
}

/** Does its kind do nothing to delete it? */
function isLeftBehind({ status, recorded, recordedProcessor }: PlannedTask): boolean {
  if (status !== "planned" || recorded === undefined) return false;
  return recordedProcessor?.compare?.deletes?.(recorded.value) === false;
}
