import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/model/size-limits.ts
var mebibyte = 1024 ** 2;
var stateBytes = 64 * mebibyte;
var stateDepth = 200;
var reportValues = 2e6;
var allReportsValues = 5e6;
var archiveBytes = 64 * mebibyte;
var mostSealedKeys = 100;
var listedEntries = 1e4;
var answerBytes = 2 * mebibyte;
var textsBytes = 32 * mebibyte;
var outputNameLength = 1e3;
var depthLimit = 100;
var addedValuesLimit = 1e5;
var addedCharactersLimit = 16 * mebibyte;
var totalAddedValuesLimit = 5e6;
var totalAddedCharactersLimit = 128 * mebibyte;
function sizeWords(bytes) {
  if (bytes < mebibyte) return `${bytes.toLocaleString("en-US")} bytes`;
  const mebibytes = bytes / mebibyte;
  return `${(Number.isInteger(mebibytes) ? mebibytes : Math.ceil(mebibytes * 10) / 10).toLocaleString("en-US")} MiB`;
}

export {
  mebibyte,
  stateBytes,
  stateDepth,
  reportValues,
  allReportsValues,
  archiveBytes,
  mostSealedKeys,
  listedEntries,
  answerBytes,
  textsBytes,
  outputNameLength,
  depthLimit,
  addedValuesLimit,
  addedCharactersLimit,
  totalAddedValuesLimit,
  totalAddedCharactersLimit,
  sizeWords
};
