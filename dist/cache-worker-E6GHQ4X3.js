import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  folderPrefix
} from "./chunk-2XPKVT5G.js";
import {
  answerBytes,
  archiveBytes
} from "./chunk-35FI2EEV.js";
import "./chunk-GNBVHH4E.js";
import {
  cacheGuardMs
} from "./chunk-IE326VUJ.js";
import "./chunk-QHW5LFAW.js";

// src/github/cache/cache-worker.ts
import { basename } from "node:path";
import { Writable } from "node:stream";

// src/github/cache/cache-guard.ts
import { subscribe } from "node:diagnostics_channel";
function guardAnswers(refuse) {
  subscribe("http.client.response.finish", (message) => {
    const { request, response } = message;
    const withToken = request.hasHeader("authorization");
    const elsewhere = withToken ? redirectElsewhere(request, response) : void 0;
    if (elsewhere !== void 0) {
      delete response.headers.location;
      refuse({ refused: "redirect", to: elsewhere });
    }
    const { statusCode: status = 0, headers } = response;
    if (withToken && isNoService(response)) refuse({ refused: "no-service", status });
    else if (withToken && isForeign(response))
      refuse({ refused: "foreign", status, type: String(headers["content-type"] ?? "nothing") });
    watchSize(
      response,
      withToken ? answerBytes : archiveBytes,
      (bytes) => refuse({ refused: "size", of: withToken ? "answer" : "archive", ...bytes === void 0 ? {} : { bytes } })
    );
  });
}
function isNoService({ statusCode = 0, headers }) {
  return noSuchPage.has(statusCode) && !/\bjson\b/i.test(headers["content-type"] ?? "");
}
function isForeign({ statusCode = 0, headers }) {
  const passing = statusCode >= 500 || statusCode === 408 || statusCode === 429;
  const redirected = statusCode >= 300 && statusCode < 400;
  return !passing && !redirected && statusCode !== 401 && !/\bjson\b/i.test(headers["content-type"] ?? "");
}
var noSuchPage = /* @__PURE__ */ new Set([404, 405, 501]);
function redirectElsewhere(request, { statusCode = 0, headers }) {
  if (statusCode < 300 || statusCode > 399 || headers.location === void 0) return void 0;
  const asked = URL.parse(`${request.protocol}//${request.getHeader("host")}`);
  const next = URL.parse(headers.location, asked?.href);
  if (asked === null || next === null) return "an address that can't be read";
  return next.origin === asked.origin ? void 0 : next.origin;
}
function watchSize(response, most, refuse) {
  const said = Number(response.headers["content-length"] ?? Number.NaN);
  if (said > most) {
    response.destroy();
    refuse(said);
    return;
  }
  const { socket } = response;
  const before = socket.bytesRead;
  const timer = setInterval(() => {
    if (socket.bytesRead - before <= most) return;
    response.destroy();
    refuse(void 0);
  }, cacheGuardMs).unref();
  response.once("close", () => clearInterval(timer));
}

// src/github/cache/cache-worker.ts
async function runCacheWorker(argument, removeTree) {
  const request = JSON.parse(argument);
  process.once("disconnect", () => {
    if (basename(request.folder).startsWith(folderPrefix)) removeTree(request.folder);
    process.kill(-process.pid, "SIGKILL");
  });
  guardAnswers((why) => process.send?.(why));
  if (request.traced) {
    const { traceRequests } = await import("./cache-trace-KRQ3KUKY.js");
    traceRequests((traced) => process.send?.({ traced }));
  }
  const { callCache } = await import("./cache-call-YGAAYLT5.js");
  const answer = await callCache(request);
  await Promise.all([process.stdout, process.stderr].map(flushed));
  process.send?.(answer);
}
function flushed(stream) {
  stream.write("\n");
  return new Promise((done) => Writable.prototype.write.call(stream, "", "utf8", () => done()));
}
export {
  runCacheWorker
};
