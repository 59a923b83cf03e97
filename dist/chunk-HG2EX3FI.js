import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  emptyCounts
} from "./chunk-O5UACIXT.js";

// src/app/context/report-draft.ts
var ReportDraft = class {
  /** What is recorded; undefined as long as state was not read. */
  entries;
  /** The run that stored the state that was read. */
  lastRun;
  /** Why a run that writes would store something although no plan may have changes; undefined: nobody asked, or nothing. */
  leftToStore;
  /** What is told once the context is through. */
  later = [];
  #report;
  #place;
  /** @param place of the context among those of the Project */
  constructor(context, place) {
    this.#place = place === void 0 ? {} : { place };
    this.#report = { ...emptyReport(context), ...this.#place };
  }
  get report() {
    return this.#report;
  }
  add(part) {
    this.#report = { ...this.#report, ...part };
  }
  /** Forgets a plan that was overtaken. */
  beginAgain() {
    const { name, state } = this.#report;
    const { backend, label, sealed } = state;
    this.entries = void 0;
    this.lastRun = void 0;
    this.#report = { ...emptyReport(name), ...this.#place };
    this.addState({ backend, ...label !== void 0 && { label }, ...sealed !== void 0 && { sealed } });
  }
  addState(part) {
    this.add({ state: { ...this.#report.state, ...part } });
  }
};
function emptyReport(name) {
  const state = { backend: "", lineage: null, serial: 0, revision: null };
  return { name, order: [], planDigest: null, state, counts: emptyCounts(), tasks: [], failureReason: null };
}

export {
  ReportDraft,
  emptyReport
};
