import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  renderReport,
  renderTasks
} from "./chunk-CNETSTA3.js";
import "./chunk-ECNAE3MH.js";
import "./chunk-ZHKSUILZ.js";
import "./chunk-NZX5AGU2.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import "./chunk-7AN7EH64.js";
import "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-QHW5LFAW.js";
export {
  renderReport,
  renderTasks
};
