import type { JsonObject } from "../engine/json/json.ts";
import { type Environment, member } from "./github-context.ts";

/** Is this a run of the default branch? GitHub runs a schedule for no other one, and its payload names none. */
export function isOnDefaultBranch(environment: Environment, event: JsonObject | undefined): boolean {
  if (environment.GITHUB_EVENT_NAME === "schedule") return true;
  const standard = member(event, "repository", "default_branch");
  return typeof standard === "string" && environment.GITHUB_REF === `refs/heads/${standard}`;
}
