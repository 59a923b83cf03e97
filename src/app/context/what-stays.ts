import type { Plan } from "../../engine/plan/plan-model.ts";
import { andMore } from "../../engine/text/listed.ts";
import { plural } from "../../hooks/rendering/labels.ts";
import type { ContextWork } from "./context-work.ts";

/** How many names are listed. */
const mostNames = 20;

/** Says what of a context a deletion is not about, where somebody may take the context for gone afterwards. */
export function noteWhatStays({ tasks }: Plan, { frame, session }: ContextWork): void {
  const { services, context, tell } = frame;
  const { loaded, settings } = services;
  if (session.tasks.size === 0) {
    tell(
      "notice",
      "nothing-recorded",
      `nothing is recorded of ${loaded.project}/${context}, so there is nothing to delete`,
    );
    return;
  }
  const planned = new Set(tasks.map(({ name, formerName }) => formerName ?? name));
  const others = [...session.tasks.keys()].filter((name) => !planned.has(name));
  if (others.length === 0) return;
  const why =
    settings.targets.length > 0 ? "no target of this run, or out of its scope" : "out of the scope of this command";
  const message = `${plural(others.length, "recorded task")} will stay recorded, ${why}: ${andMore(others, mostNames)}`;
  tell("notice", "still-recorded", message);
}
