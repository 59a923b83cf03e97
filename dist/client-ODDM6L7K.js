import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  carefulFetch,
  request,
  require_undici
} from "./chunk-TRKIOVN4.js";
import "./chunk-FLMLRSQK.js";
import "./chunk-UIXIVFMH.js";
import "./chunk-FGOILAFU.js";
import "./chunk-CFBAOGDQ.js";
import "./chunk-OYQK6QYK.js";
import {
  __toESM
} from "./chunk-QHW5LFAW.js";

// src/github/api/client.ts
var import_undici = __toESM(require_undici(), 1);
async function request2(options, route, parameters, signal) {
  const { apiUrl, token, userAgent, proxy = "", noProxy } = options;
  const dispatcher = new import_undici.EnvHttpProxyAgent({ httpProxy: proxy, httpsProxy: proxy, noProxy });
  try {
    return await request(route, {
      ...parameters,
      baseUrl: apiUrl,
      headers: {
        authorization: `token ${token}`,
        "user-agent": userAgent,
        "x-github-api-version": "2022-11-28"
      },
      request: {
        fetch: carefulFetch([apiUrl], dispatcher),
        signal,
        log: { warn: () => {
        } }
      }
    });
  } catch (error) {
    const { response } = error;
    if (response === void 0) throw error;
    return response;
  } finally {
    await dispatcher.destroy();
  }
}
export {
  request2 as request
};
