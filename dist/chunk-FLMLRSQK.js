import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  withoutCredentials
} from "./chunk-UIXIVFMH.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  isObject
} from "./chunk-OYQK6QYK.js";

// src/github/api/answer.ts
function wordsOf({ data }, token) {
  return isObject(data) && typeof data.message === "string" ? shortened(withoutToken(data.message, token), 200) : "";
}
function saidOf(answer, token) {
  const words = wordsOf(answer, token);
  return words === "" ? `${answer.status}` : `${answer.status}: ${words}`;
}
function isRateLimit(answer) {
  const { status, headers } = answer;
  if (status === 429) return true;
  if (status !== 403) return false;
  const words = wordsOf(answer, "");
  return headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== void 0 || /rate limit/i.test(words);
}
var NotTaken = class extends Error {
};
function whyUnreachable(error, apiUrl, proxy) {
  const shown = withoutCredentials(apiUrl);
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof NotTaken) return `${shown} ${cause.message}`;
  const message = error instanceof Error ? error.message || error.name : String(error);
  const through = proxy === void 0 ? "" : ` through the proxy that \`${proxy.variable}\` names`;
  return `${shown} can't be reached${through} (${message.replaceAll(apiUrl, shown)})`;
}
function withoutToken(text, token) {
  return token === "" ? text : text.replaceAll(token, "***");
}

export {
  saidOf,
  isRateLimit,
  NotTaken,
  whyUnreachable,
  withoutToken
};
