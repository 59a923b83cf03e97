import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  parseExactly
} from "./chunk-B6KQZQNF.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";

// src/event/github-context.ts
var members = [
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
  "workspace"
];
function readGithubContext(environment, readFile) {
  const values = {};
  for (const member2 of members) {
    const value = environment[`GITHUB_${member2.toUpperCase()}`];
    if (value !== void 0 && value !== "") values[member2] = value;
  }
  const path = environment.GITHUB_EVENT_PATH;
  if (!path) return { values, event: void 0, eventProblem: void 0 };
  const event = readEvent(path, readFile);
  if (!event.ok) return { values, event: void 0, eventProblem: event.error };
  return { values: { ...values, event: event.value }, event: event.value, eventProblem: void 0 };
}
function readEvent(path, readFile) {
  const text = readFile(path);
  if (!text.ok) return text;
  try {
    const parsed = parseExactly(text.value);
    return isObject(parsed) ? ok(parsed) : err(`the event file ${path} does not hold a JSON object`);
  } catch {
    return err(`the event file ${path} does not hold JSON`);
  }
}
function member(value, ...path) {
  let at = value;
  for (const key of path) at = isObject(at) && Object.hasOwn(at, key) ? at[key] : void 0;
  return at;
}

export {
  readGithubContext,
  member
};
