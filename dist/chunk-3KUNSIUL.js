import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isoTime
} from "./chunk-RTR3EWSL.js";
import {
  withoutCredentials
} from "./chunk-T3NMYTTS.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";

// src/github/api/no-answer.ts
var proxyWords = /^Proxy response \((\d{3})\) !== 200 when HTTP Tunneling/;
var certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)_/;
var passing = /* @__PURE__ */ new Set([408, 425, 429]);
function noAnswer(error) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const [, status] = proxyWords.exec(cause.message) ?? [];
    if (status !== void 0) {
      const code = Number(status);
      return { by: "proxy", status: code, lasting: code < 500 && !passing.has(code) };
    }
    if ("code" in cause && certificateCodes.test(String(cause.code)))
      return { by: "certificate", words: cause.message.replace(/;.*/s, ""), lasting: true };
  }
  return void 0;
}

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
function limitEnd({ headers }) {
  const after = headers["retry-after"];
  if (after !== void 0 && Number.isFinite(Number(after))) return { seconds: Number(after) };
  const reset = Number(headers["x-ratelimit-reset"]);
  if (headers["x-ratelimit-remaining"] !== "0" || !(reset > 0)) return void 0;
  const told = Date.parse(String(headers.date));
  const now = Number.isNaN(told) ? Date.now() : told;
  return { seconds: Math.max(0, Math.ceil(reset - now / 1e3)), until: isoTime(reset * 1e3) };
}
var NotTaken = class extends Error {
};
function whyUnreachable(error, apiUrl, proxy) {
  const shown = withoutCredentials(apiUrl);
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof NotTaken) return `${shown} ${cause.message}`;
  const known = noAnswer(error);
  if (known !== void 0) return `${shown} can't be reached: ${noAnswerWords(known, proxy)}`;
  const message = error instanceof Error ? error.message || error.name : String(error);
  const through = proxy === void 0 ? "" : ` through the proxy that \`${proxy.variable}\` names`;
  return `${shown} can't be reached${through} (${message.replaceAll(apiUrl, shown)})`;
}
function noAnswerWords(known, proxy) {
  if (known.by === "certificate") return `its certificate can't be verified (${known.words}). ${ownCertificates}`;
  const named = proxy === void 0 ? "the proxy" : `the proxy that \`${proxy.variable}\` names`;
  const { status, lasting } = known;
  if (status === 407)
    return `${named} wants another user and password (407). Write them as \`http://user:password@host:port\``;
  if (lasting)
    return `${named} does not let this machine through to it (${status}). Have the host allowed there, or name it in \`NO_PROXY\``;
  return `${named} does not get through to it (${status})`;
}
var ownCertificates = "Name the file of the certificates that this network uses in the variable `NODE_EXTRA_CA_CERTS`, and in `GIT_SSL_CAINFO` for git";
function withoutToken(text, token) {
  return token === "" ? text : text.replaceAll(token, "***");
}

export {
  noAnswer,
  saidOf,
  isRateLimit,
  limitEnd,
  NotTaken,
  whyUnreachable,
  withoutToken
};
