import { explained, type Failure } from "../../../engine/diagnostics/diagnostic.ts";
import type { StateStore } from "../../../engine/ports/state-store.ts";
import { andMore } from "../../../engine/text/listed.ts";
import { isOfPullRequest } from "../../../event/context-of-pull-request.ts";
import type { StateLocation } from "../../../state/backend.ts";
import { folderName } from "../../../state/backends/file/state-folder.ts";
import type { StateSession } from "../../../state/session/session.ts";
import { projectLookup } from "../../authorize/project-lookup.ts";
import type { ContextFrame } from "../context-frame.ts";
import { isUnfinished } from "./open-session.ts";

/** How many names are listed. */
const mostNames = 20;
/** What a pull request says when it needs its preview no more, whether that was ever made or not. */
const endsOfPreviews: ReadonlySet<unknown> = new Set(["closed", "unlabeled"]);

/**
 * Why a `delete` is not begun of a context that nothing knows: who asks for it has a wrong name, or looks in a wrong place.
 * @returns undefined: something is, or was, recorded of it; or a pull request has ended whose context it is, and state that
 * is never lost knows the project and no such context
 */
export async function whyUnknown(
  session: StateSession,
  store: StateStore,
  { backend }: StateLocation,
  { services, context }: ContextFrame,
): Promise<Failure | undefined> {
  const { command, loaded, environment, signal, settings } = services;
  const isKnown = session.stored.lineage !== undefined || session.tasks.size > 0 || isUnfinished(session);
  if (isKnown) return undefined;
  const beside = await store.beside?.(signal);
  const others = beside?.ok ? beside.value : [];
  const isOwn = (project: string): boolean => folderName(project) === folderName(loaded.project);
  const own = others.filter(({ project }) => isOwn(project)).map((one) => one.context);
  const { GITHUB_EVENT_NAME: event } = environment;
  const hasEnded = event === "pull_request" || event === "pull_request_target";
  const itsOwn = (): boolean => {
    const lookup = projectLookup({ environment }, loaded, command.scopeName, context);
    return isOfPullRequest(context, loaded.manifest.project, loaded.github.event, lookup);
  };
  if (backend.lasting && own.length > 0 && hasEnded && endsOfPreviews.has(loaded.github.event?.action) && itsOwn())
    return undefined;
  const { setting } = settings.surface;
  const known =
    own.length > 0
      ? `Recorded there of ${loaded.project}: ${andMore(own, mostNames)}.`
      : `Of ${loaded.project} nothing is recorded there.`;
  const suggestion = `${beside?.ok ? `${known} ` : ""}Correct ${setting("context")}; or say where the state is with ${setting("state-backend")}, ${setting("state-branch")} or ${setting("state-path")}: the Project of this checkout may be older, and not say it.`;
  const message = `nothing was ever recorded of ${loaded.project}/${context} in ${store.location}, so nothing was deleted`;
  return explained("invalid-input", message, { code: "nothing-recorded", suggestion });
}
