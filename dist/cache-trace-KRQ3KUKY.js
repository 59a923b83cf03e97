import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import "./chunk-QHW5LFAW.js";

// src/github/cache/cache-trace.ts
import { subscribe } from "node:diagnostics_channel";
function traceRequests(say) {
  const begun = /* @__PURE__ */ new WeakMap();
  const passed = (request) => `${Math.round(performance.now() - (begun.get(request) ?? performance.now()))} ms`;
  subscribe("http.client.request.start", (message) => {
    const { request } = message;
    begun.set(request, performance.now());
    request.once(
      "error",
      (error) => say(`${requestWords(request)}: no answer (${error.message}) in ${passed(request)}`)
    );
  });
  subscribe("http.client.response.finish", (message) => {
    const { request, response } = message;
    say(`${requestWords(request)}: ${response.statusCode} in ${passed(request)}`);
  });
}
function requestWords({ method, protocol, host, path }) {
  return `${method} ${protocol}//${host}${path.split("?")[0]}`;
}
export {
  traceRequests
};
