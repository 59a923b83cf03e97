import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isObject
} from "./chunk-RRD47Q5D.js";

// src/engine/redaction/masked.ts
var marks = ["***", "(sensitive)"];
function wasMasked(recorded) {
  if (typeof recorded === "string") return marks.some((mark) => recorded.includes(mark));
  if (typeof recorded !== "object" || recorded === null) return false;
  return isObject(recorded) && Object.keys(recorded).some(wasMasked) || Object.values(recorded).some(wasMasked);
}

export {
  wasMasked
};
