import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  err,
  ok
} from "./chunk-4COZKLNI.js";
import {
  isObject,
  pointerSegment
} from "./chunk-OYQK6QYK.js";

// src/engine/json/number-text.ts
var form = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/;
function keepsNumber(text) {
  const value = Number(text);
  if (value === 0) return !/^[^eE]*[1-9]/.test(text);
  return Number.isFinite(value) && decimal(text) === decimal(String(value));
}
function mayBeRounded(value) {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}
function decimal(text) {
  const [whole, sign, before = "", after = "", exponent = "0"] = form.exec(text) ?? [];
  const digits = before + after;
  if (whole === void 0 || digits === "") return void 0;
  let start = 0;
  while (digits[start] === "0") start++;
  let end = digits.length;
  while (digits[end - 1] === "0") end--;
  const power = BigInt(exponent) - BigInt(after.length) + BigInt(digits.length - end);
  return `${sign === "-" ? "-" : ""}${digits.slice(start, end)}e${power}`;
}
var tokens = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|-?\d[-+.\deE]*|[[\]{},:]/gs;
function oddNumber(json) {
  const path = [];
  for (const [token] of json.matchAll(tokens)) {
    const top = path.at(-1);
    if (token === "{" || token === "[") path.push({ list: token === "[", key: 0, atKey: token === "{" });
    else if (token === "}" || token === "]") path.pop();
    else if (token === ",") {
      if (top?.list) top.key = Number(top.key) + 1;
      else if (top) top.atKey = true;
    } else if (token === ":") {
      if (top) top.atKey = false;
    } else if (token.startsWith('"')) {
      if (top?.atKey) top.key = JSON.parse(token);
    } else if (!keepsNumber(token) || mayBeRounded(Number(token))) {
      return { text: token, pointer: path.map(({ key }) => `/${pointerSegment(key)}`).join("") };
    }
  }
  return void 0;
}
function parseExactly(json) {
  const exact = json.replace(tokens, (token) => /^[-\d]/.test(token) && !keepsNumber(token) ? `"${token}"` : token);
  return JSON.parse(exact);
}

// src/context/github-context.ts
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
  keepsNumber,
  mayBeRounded,
  oddNumber,
  readGithubContext,
  member
};
