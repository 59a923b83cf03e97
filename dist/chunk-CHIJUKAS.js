import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  member
} from "./chunk-3X5OX6NC.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";

// src/app/pull-request/event-pull-request.ts
var commentEvents = /* @__PURE__ */ new Set([
  "pull_request",
  "pull_request_target",
  "pull_request_review",
  "pull_request_review_comment",
  "issue_comment"
]);
function pullRequestOfEvent(name, event) {
  if (name === void 0 || !commentEvents.has(name)) return void 0;
  const pull = member(event, "pull_request", "number");
  if (typeof pull === "number") return pull;
  const issue = member(event, "issue");
  return isObject(issue) && isObject(issue.pull_request) && typeof issue.number === "number" ? issue.number : void 0;
}

export {
  pullRequestOfEvent
};
