import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  grouped
} from "./chunk-GNBVHH4E.js";

// src/engine/model/size-limits.ts
var mebibyte = 1024 ** 2;
var manifestBytes = 16 * mebibyte;
var fileCopyBytes = 8 * mebibyte;
var stateBytes = 64 * mebibyte;
var stateDepth = 200;
var reportValues = 2e6;
var allReportsValues = 5e6;
var archiveBytes = 64 * mebibyte;
var mostSealedKeys = 100;
var listedEntries = 1e4;
var closedIssues = 1e3;
var checkSummaryLength = 65535;
var checkAnnotationsAtOnce = 50;
var checkAnnotations = 1e3;
var answerBytes = 2 * mebibyte;
var textsBytes = 32 * mebibyte;
var taskAnswerBytes = 16 * mebibyte;
var downloadBytes = 10 * 1024 * mebibyte;
var folderFiles = 2e4;
var folderBytesKept = 1 * mebibyte;
var comparedDownloadBytes = 64 * mebibyte;
var unpackedBytes = 4 * 1024 * mebibyte;
var unpackedRatio = 200;
var unpackedFreely = 16 * mebibyte;
var archiveEntries = 1e4;
var archivePathLength = 1e3;
var listedPages = 500;
var mostRedirects = 5;
var webhookMessageBytes = 256 * 1024;
var teamsMessageBytes = 24 * 1024;
var outputNameLength = 1e3;
var depthLimit = 100;
var addedValuesLimit = 1e5;
var addedCharactersLimit = 16 * mebibyte;
var totalAddedValuesLimit = 5e6;
var totalAddedCharactersLimit = 128 * mebibyte;
var plannedEntries = 5e3;
var policyProblems = 200;
var policyMessageLength = 4e3;
var programLineLength = 16 * mebibyte;
var surveyedVersionBytes = 128 * mebibyte;
var surveyedBranches = 100;
function sizeWords(bytes) {
  if (bytes < mebibyte) return `${grouped(bytes)} bytes`;
  const mebibytes = bytes / mebibyte;
  return `${grouped(Number.isInteger(mebibytes) ? mebibytes : Math.ceil(mebibytes * 10) / 10)} MiB`;
}

export {
  mebibyte,
  manifestBytes,
  fileCopyBytes,
  stateBytes,
  stateDepth,
  reportValues,
  allReportsValues,
  archiveBytes,
  mostSealedKeys,
  listedEntries,
  closedIssues,
  checkSummaryLength,
  checkAnnotationsAtOnce,
  checkAnnotations,
  answerBytes,
  textsBytes,
  taskAnswerBytes,
  downloadBytes,
  folderFiles,
  folderBytesKept,
  comparedDownloadBytes,
  unpackedBytes,
  unpackedRatio,
  unpackedFreely,
  archiveEntries,
  archivePathLength,
  listedPages,
  mostRedirects,
  webhookMessageBytes,
  teamsMessageBytes,
  outputNameLength,
  depthLimit,
  addedValuesLimit,
  addedCharactersLimit,
  totalAddedValuesLimit,
  totalAddedCharactersLimit,
  plannedEntries,
  policyProblems,
  policyMessageLength,
  programLineLength,
  surveyedVersionBytes,
  surveyedBranches,
  sizeWords
};
