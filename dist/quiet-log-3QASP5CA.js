import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  renderDrift,
  renderEnd,
  renderListed,
  renderOutcome
} from "./chunk-3IP34RX6.js";
import "./chunk-JRNEFKO7.js";
import "./chunk-DBO4XEOM.js";
import "./chunk-BCV6KWAY.js";
import "./chunk-ECNAE3MH.js";
import "./chunk-ZHKSUILZ.js";
import "./chunk-NZX5AGU2.js";
import "./chunk-DVS7MNYR.js";
import {
  planWords
} from "./chunk-33HS6KZX.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-CFNOMM4R.js";
import "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import "./chunk-7AN7EH64.js";
import {
  printableLines
} from "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-DGTLEPWR.js";
import {
  commandNamed,
  onlyLooks
} from "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/hooks/log/quiet-log.ts
function createQuietLog(options) {
  const log = new QuietLog(options);
  return { name: "log", on: (event) => log.on(event) };
}
var QuietLog = class {
  #options;
  #action = "";
  #executed = false;
  constructor(options) {
    this.#options = options;
  }
  on(event) {
    switch (event.type) {
      case "context-started":
        this.#action = event.action;
        this.#executed = false;
        break;
      case "planned":
        if (!onlyLooks(commandNamed(event.action)))
          this.#print([{ text: `${event.context}: ${planWords(event.counts)}.`, tone: "heading" }]);
        break;
      case "task-started":
        this.#executed = true;
        break;
      case "context-finished": {
        const drift = this.#action === "drift" ? renderDrift(event.report).slice(-1) : [];
        const outcome = renderOutcome(event.report, this.#executed, event.elapsedMs);
        this.#print([...drift, ...outcome].filter(({ text }) => text !== ""));
        break;
      }
      case "context-listed":
        this.#print(renderListed(event));
        break;
      case "diagnostic":
        if (event.diagnostic.severity !== "notice")
          this.#print(printableLines(this.#options.frame(event.diagnostic)).map((text) => ({ text })));
        break;
      case "run-finished":
        if (event.report.result !== "success") this.#print(renderEnd(event, this.#options.surface));
        break;
    }
  }
  #print(lines) {
    for (const { text, tone } of lines) this.#options.console.line(text, tone);
  }
};
export {
  createQuietLog
};
