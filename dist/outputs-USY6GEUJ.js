import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  createOutputs,
  outputNameProblem,
  renderOutputs
} from "./chunk-WAMSI6XL.js";
import "./chunk-O5XBFK7F.js";
import "./chunk-2MTA73YI.js";
import "./chunk-QHW5LFAW.js";
export {
  createOutputs,
  outputNameProblem,
  renderOutputs
};
