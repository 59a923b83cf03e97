import { err, ok, type Result } from "../engine/diagnostics/diagnostic.ts";
import { isObject, type Json, type JsonObject } from "../engine/json/json.ts";
import { parseExactly } from "../engine/json/number-text.ts";

/** Variables of the step. */
export type Environment = { readonly [name: string]: string | undefined };

/** What `${GITHUB:…}` sees: the github context of GitHub's documentation, without its token. */
export interface GithubContext {
  /** By the names of the github context (`event_name`, `ref_name`, `event.number`). Empty in a terminal. */
  readonly values: JsonObject;
  /** The event's payload; undefined when there is none or it could not be read. */
  readonly event: JsonObject | undefined;
  /** Why the payload could not be read. */
  readonly eventProblem: string | undefined;
}

/**
 * Members of the github context that have a variable.
 * Source: docs.github.com, "Contexts reference: github context" and "Variables reference: default environment variables".
 */
const members = [
  "action",
  "action_ref",
  "action_repository",
  "actor",
  "actor_id",
  "api_url",
  "base_ref",
  "event_name",
  "graphql_url",
  "head_ref",
  "job",
  "ref",
  "ref_name",
  "ref_protected",
  "ref_type",
  "repository",
  "repository_id",
  "repository_owner",
  "repository_owner_id",
  "retention_days",
  "run_attempt",
  "run_id",
  "run_number",
  "server_url",
  "sha",
  "triggering_actor",
  "workflow",
  "workflow_ref",
  "workflow_sha",
  "workspace",
] as const;

/**
 * Reads the github context out of the step's variables and its event file.
 * @param readFile gives a file's text, or why it can't
 */
export function readGithubContext(
  environment: Environment,
  readFile: (path: string) => Result<string, string>,
): GithubContext {
  const values: { [name: string]: Json } = {};
  for (const member of members) {
    const value = environment[`GITHUB_${member.toUpperCase()}`];
    if (value !== undefined && value !== "") values[member] = value;
  }
  const path = environment.GITHUB_EVENT_PATH;
  if (!path) return { values, event: undefined, eventProblem: undefined };
  const event = readEvent(path, readFile);
  if (!event.ok) return { values, event: undefined, eventProblem: event.error };
  return { values: { ...values, event: event.value }, event: event.value, eventProblem: undefined };
}

function readEvent(path: string, readFile: (path: string) => Result<string, string>): Result<JsonObject, string> {
  const text = readFile(path);
  if (!text.ok) return text;
  try {
    const parsed: unknown = parseExactly(text.value);
    return isObject(parsed) ? ok(parsed) : err(`the event file ${path} does not hold a JSON object`);
  } catch {
    return err(`the event file ${path} does not hold JSON`);
  }
}

/** The member at a path of an object, if it is there. */
export function member(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let at = value;
  for (const key of path) at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return at;
}
