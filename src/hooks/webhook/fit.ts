import type { Json } from "../../engine/json/json.ts";
import type { Notice, NoticeContext } from "./model.ts";

/** How much of a notice is told: at most so many contexts, and tasks of each. */
export interface Room {
  readonly contexts: number;
  readonly tasks: number;
}

/** A notice with fewer contexts and tasks, which knows how many were left out. */
export function within(notice: Notice, { contexts, tasks }: Room): Notice {
  return {
    ...notice,
    contexts: notice.contexts.slice(0, contexts).map((context) => withFewer(context, tasks)),
    moreContexts: notice.moreContexts + Math.max(0, notice.contexts.length - contexts),
  };
}

function withFewer(context: NoticeContext, tasks: number): NoticeContext {
  const more = Math.max(0, context.tasks.length - tasks);
  return { ...context, tasks: context.tasks.slice(0, tasks), moreTasks: context.moreTasks + more };
}

/**
 * The fullest form of a notice that is not too large.
 * @param rooms the largest first; the last one is taken however large its form is
 * @param most bytes of the form, as JSON in UTF-8
 */
export function fitted<T extends Json>(
  notice: Notice,
  rooms: readonly [Room, ...Room[]],
  most: number,
  render: (notice: Notice) => T,
): T {
  let form = render(within(notice, rooms[0]));
  for (const room of rooms.slice(1)) {
    if (Buffer.byteLength(JSON.stringify(form)) <= most) return form;
    form = render(within(notice, room));
  }
  return form;
}

/** `… and 3 more tasks`; undefined for none. */
export function moreWords(more: number, what: string): string | undefined {
  return more === 0 ? undefined : `… and ${more} more ${what}${more === 1 ? "" : "s"}`;
}
