import type { Command } from "../authorize/resolve-command.ts";

/** What decides whether a policy is asked about the plan of a command. */
export type AskingCommand = Pick<Command, "called" | "scopeName" | "does" | "executes" | "previews">;

/**
 * Whether a policy is asked about the plan of a command: where one is carried out or shown, and `on` names it. The name of the
 * program counts as well as the one that the project has given: no policy is asleep because somebody else gave that.
 * @param on the commands that the hook is limited to; undefined: it is not
 */
export function isAskedAbout(on: readonly string[] | undefined, command: AskingCommand): boolean {
  const { called, scopeName, does, executes, previews } = command;
  if (!executes && !previews) return false;
  return on === undefined || [called, scopeName, does].some((name) => on.includes(name));
}
