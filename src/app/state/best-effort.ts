import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { StateStore } from "../../engine/ports/state-store.ts";
import type { StateSession } from "../../state/session/session.ts";
import type { ContextServices } from "../context/context-services.ts";

type ReferenceEnvironment = Pick<ContextServices, "sealing" | "loaded" | "settings" | "command" | "emit">;

/**
 * Tells, as a run begins, what the cache asks of people. That nothing keeps two runs apart is a line in the log: the
 * workflow may well have what it takes, which no step can see, and a note on each run would only be got used to.
 */
export function warnBestEffort(
  services: ReferenceEnvironment,
  store: StateStore,
  session: StateSession,
  context: string,
): void {
  if (store.backend !== "cache") return;
  const { settings, sealing, command, loaded, emit } = services;
  if (command.writes) emit({ type: "progress", text: noLock(loaded.project, context) });
  // With a key there is a note of its own.
  const alreadyTold = sealing !== undefined && session.foundSealed;
  if (settings.initialize && session.serial > 0 && !alreadyTold) emit({ type: "diagnostic", diagnostic: leftOn });
}

/** The group of a project and context, as YAML. */
function noLock(project: string, context: string): string {
  const name = `opus-${project}-${context}`;
  const group = /^[\w.-]+$/.test(name) ? name : JSON.stringify(name);
  return `The cache has no lock. Two runs of ${project}/${context} at once are kept apart by this in their job: \`concurrency: { group: ${group}, queue: max }\``;
}

const leftOn: Diagnostic = {
  severity: "notice",
  code: "initialize-left-on",
  message:
    "the state is there, and `initialize` is still on: should GitHub evict the state, the next run would begin anew and know nothing of what was made",
  suggestion: "Take `initialize` out.",
};
