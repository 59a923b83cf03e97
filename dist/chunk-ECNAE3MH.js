import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  hiddenMark,
  missingMark
} from "./chunk-ZHKSUILZ.js";

// src/engine/model/run-events.ts
function shownSide(field, side) {
  if (side === "after" && field.knownAfter) return waitingFor(field.knownAfter);
  if (side === "after" && field.otherValues) return anotherValue(field.otherValues);
  if (field.sensitive && field[side] !== void 0) return "(sensitive)";
  return field[side];
}
function anotherValue(references) {
  return `(another value of ${references.join(", ")})`;
}
function waitingFor(labels) {
  const hidden = labels.filter((label) => label.startsWith(hiddenMark) || label.startsWith(missingMark));
  return hidden.length > 0 ? `(${hidden.join(", ")})` : `(known after apply: ${labels.join(", ")})`;
}

export {
  shownSide,
  anotherValue,
  waitingFor
};
