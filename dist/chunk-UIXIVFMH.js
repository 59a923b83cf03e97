import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/text/shown-url.ts
function withoutCredentials(url) {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, "$1");
}

export {
  withoutCredentials
};
