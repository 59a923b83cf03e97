import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/text/iso-time.ts
function isoTime(time) {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? "an unknown time" : date.toISOString();
}

export {
  isoTime
};
