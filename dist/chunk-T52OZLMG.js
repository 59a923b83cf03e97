import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/model/webhook.ts
var webhookEvents = ["failure", "drift", "applied"];
var webhookFormats = ["json", "slack", "teams", "template"];
var templateTypes = ["application/json", "text/plain"];
var noticeNames = [
  "event",
  "result",
  "failure-reason",
  "title",
  "summary",
  "text",
  "run-url",
  "commit",
  "actor",
  "message"
];

export {
  webhookEvents,
  webhookFormats,
  templateTypes,
  noticeNames
};
