import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  removeTree
} from "./chunk-IWXR3XJ3.js";
import {
  folderPrefix
} from "./chunk-2XPKVT5G.js";
import {
  answerBytes,
  archiveBytes
} from "./chunk-CFBAOGDQ.js";
import "./chunk-QHW5LFAW.js";

// src/github/cache/cache-worker.ts
import { basename } from "node:path";
import { Writable } from "node:stream";

// src/github/cache/cache-guard.ts
import { subscribe } from "node:diagnostics_channel";
var lookEveryMs = 20;
function guardAnswers(refuse) {
  subscribe("http.client.response.finish", (message) => {
    const { request, response } = message;
    const withToken = request.hasHeader("authorization");
    const elsewhere = withToken ? redirectElsewhere(request, response) : void 0;
    if (elsewhere !== void 0) {
      delete response.headers.location;
      refuse({ refused: "redirect", to: elsewhere });
    }
    watchSize(
      response,
      withToken ? answerBytes : archiveBytes,
      (bytes) => refuse({ refused: "size", of: withToken ? "answer" : "archive", ...bytes === void 0 ? {} : { bytes } })
    );
  });
}
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
  }, lookEveryMs).unref();
  response.once("close", () => clearInterval(timer));
}

// src/github/cache/cache-worker.ts
async function runCacheWorker(argument) {
  const request = JSON.parse(argument);
  process.once("disconnect", () => abandon(request));
  guardAnswers((why) => process.send?.(why));
  const { callCache } = await import("./cache-call-LJ72XGZX.js");
  const answer = await callCache(request);
  await Promise.all([process.stdout, process.stderr].map(flushed));
  process.send?.(answer);
}
function flushed(stream) {
  stream.write("\n");
  return new Promise((done) => Writable.prototype.write.call(stream, "", "utf8", () => done()));
}
function abandon({ folder }) {
  if (basename(folder).startsWith(folderPrefix)) removeTree(folder);
  process.kill(-process.pid, "SIGKILL");
}
export {
  runCacheWorker
};
