import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  createOutputs,
  outputNameProblem,
  outputsLimitBytes,
  renderOutputs
} from "./chunk-KJMXZB5P.js";
import "./chunk-DVS7MNYR.js";
import "./chunk-33HS6KZX.js";
import "./chunk-CFNOMM4R.js";
import "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";
export {
  createOutputs,
  outputNameProblem,
  outputsLimitBytes,
  renderOutputs
};
