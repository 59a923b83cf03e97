import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  renderSummary
} from "./chunk-SO5R35XC.js";
import "./chunk-BPJMQUAW.js";
import "./chunk-DVX73DJF.js";
import "./chunk-3IP34RX6.js";
import "./chunk-JRNEFKO7.js";
import "./chunk-DTGBYTTG.js";
import "./chunk-DBO4XEOM.js";
import "./chunk-4T6MR7X2.js";
import "./chunk-BCV6KWAY.js";
import {
  withoutNames
} from "./chunk-E7KO2NYR.js";
import "./chunk-D3OZT35Y.js";
import "./chunk-E464FBX3.js";
import "./chunk-ECNAE3MH.js";
import "./chunk-ZHKSUILZ.js";
import "./chunk-NZX5AGU2.js";
import "./chunk-DVS7MNYR.js";
import "./chunk-33HS6KZX.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-CFNOMM4R.js";
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
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/hooks/summary/summary.ts
var budgetBytes = 1e6;
function createSummary(target) {
  return {
    name: "summary",
    finish: async (report) => {
      const room = target.room();
      if (room <= 0) return;
      const markdown = renderSummary(withoutNames(report, target.redact), {
        budgetBytes: Math.min(budgetBytes, room - 1)
      });
      if (markdown === "" || !target.append(markdown)) {
        target.warn(
          "The job summary of this step is full already, so nothing was added to it. The report has everything."
        );
      }
    }
  };
}
export {
  createSummary
};
