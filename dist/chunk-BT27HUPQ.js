import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";

// src/processors/download/archive-data.ts
function bytesOf(data, position, length) {
  return done(data.read(position, length));
}
function done(result) {
  if (result.ok) return result.value;
  const { message, hint } = result.error;
  throw new TaskFailure(message, { untouched: true, ...hint === void 0 ? {} : { hint } });
}
function* piecesOf(data, from, to) {
  for (let at = from; at < to; ) {
    const piece = bytesOf(data, at, Math.min(256 * 1024, to - at));
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}

export {
  bytesOf,
  done,
  piecesOf
};
