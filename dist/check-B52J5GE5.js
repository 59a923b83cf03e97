import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  KeptCheck,
  annotationsOf,
  bareOutput,
  conclusionOf,
  endOutput,
  isForbidden,
  notWritten,
  runningOutput,
  takeBackOlder,
  takenBack,
  takenBackOutput,
  tooMany,
  troubleWords
} from "./chunk-3ZIJ7N6M.js";
import "./chunk-4ZHNPXYS.js";
import "./chunk-SO5R35XC.js";
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
import "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import {
  checkAnnotations,
  checkAnnotationsAtOnce
} from "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import {
  checkMoreMs,
  checkMs,
  checkWhenCancelledMs,
  hookGraceMs
} from "./chunk-IE326VUJ.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/hooks/check/of-contexts.ts
var ContextsOfRun = class {
  #names = [];
  /** Before the first context began: of all of them. */
  #ofAll = [];
  #told = /* @__PURE__ */ new Map();
  #ended = 0;
  #begun = false;
  /** The contexts of the run, in order. */
  get names() {
    return this.#names;
  }
  /** The one that runs now, or will be the next; undefined: all are through. */
  get current() {
    return this.#names[this.#ended];
  }
  take(event) {
    if (event.type === "manifest-loaded") this.#names = event.contexts;
    else if (event.type === "context-started") this.#begun = true;
    else if (event.type === "diagnostic") this.#toldNow().push(event.diagnostic);
    else if (event.type === "context-finished") {
      this.#of(event.context).failure = event.failure;
      this.#begun = true;
      this.#ended++;
    }
  }
  /**
   * The report as if the run had been for one context alone, or had ended before it.
   * @param messagesOf says what a failure tells
   */
  reportOf(name, report, messagesOf) {
    const contexts = report.contexts.filter((one) => one.name === name).map(withoutStoredValues);
    const failureReason = reasonOf(contexts[0], report);
    const result = failureReason === null ? "success" : failureReason === "cancelled" ? "cancelled" : "failure";
    const alone = { ...report, contexts, result, failureReason };
    const isOfContext = contexts[0] !== void 0 && contexts[0].failureReason === failureReason;
    if (this.#names.length <= 1 || !isOfContext) return alone;
    const { diagnostics, failure } = this.#of(name);
    return { ...alone, diagnostics: [...this.#ofAll, ...diagnostics, ...failure ? messagesOf(failure) : []] };
  }
  #toldNow() {
    const { current } = this;
    if (!this.#begun) return this.#ofAll;
    return current === void 0 ? [] : this.#of(current).diagnostics;
  }
  #of(context) {
    const told = this.#told.get(context) ?? { diagnostics: [], failure: null };
    this.#told.set(context, told);
    return told;
  }
};
function reasonOf(context, report) {
  const { failureReason: reason, contexts } = report;
  if (context === void 0) return reason;
  if (context.failureReason !== null) return context.failureReason;
  const isOfContext = reason === "cancelled" || contexts.some(({ failureReason }) => failureReason === reason);
  return isOfContext ? null : reason;
}
function withoutStoredValues(context) {
  if (!context.state.sealed) return context;
  const tasks = context.tasks.map(({ metadata: _, description: __, ...task }) => ({
    ...task,
    fields: [],
    outputs: {}
  }));
  return { ...context, tasks };
}

// src/hooks/check/patience.ts
var Patience = class {
  #ended = new AbortController();
  signal;
  #moreMs;
  #until;
  #timer;
  /**
   * @param ms for all of them
   * @param moreMs with each that was done
   * @param outer ends it as well
   */
  constructor(ms, moreMs, outer) {
    this.#moreMs = moreMs;
    this.#until = now() + ms;
    this.signal = AbortSignal.any([outer, this.#ended.signal]);
    this.#wait();
  }
  /** One more was done. */
  more() {
    this.#until += this.#moreMs;
    this.#wait();
  }
  /** Nobody waits any more. */
  end() {
    clearTimeout(this.#timer);
  }
  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ended.abort(), Math.max(0, this.#until - now()));
    this.#timer.unref();
  }
};
function now() {
  return Number(process.hrtime.bigint() / 1000000n);
}

// src/hooks/check/check.ts
function createCheck(options) {
  const checks = new ChecksOfRun(options);
  return {
    name: "check",
    on: (event) => {
      checks.contexts.take(event);
      if (event.type === "manifest-loaded") checks.open(event.project);
      if (event.type === "manifest-loaded" || event.type === "context-finished") checks.beginNext();
    },
    finish: (report, signal) => checks.finish(report, signal),
    finishMs: () => checkMs + checks.contexts.names.length * checkMoreMs + hookGraceMs
  };
}
var ChecksOfRun = class {
  contexts = new ContextsOfRun();
  #options;
  #kept = /* @__PURE__ */ new Map();
  #project = "";
  #under = Promise.resolve();
  /** Checks that are not begun by now are made when they end. */
  #ending = false;
  /** GitHub does not let this token write checks. */
  #refused;
  /** It was told that nothing is written. */
  #told = false;
  constructor(options) {
    this.#options = options;
  }
  /** It is known of which contexts there are to be checks. Leaves all of them to the post step, should the run be killed. */
  open(project) {
    this.#project = project;
    const { runs, sha, runUrl, left, newMark, timestamp, sleep } = this.#options;
    if (typeof runs !== "function") return;
    const identities = this.contexts.names.map((name) => ({ name: this.#nameOf(name), sha, mark: newMark() }));
    left.opened(identities);
    for (const [at, name] of this.contexts.names.entries()) {
      const identity = identities[at];
      if (identity) this.#kept.set(name, new KeptCheck({ runs, identity, timestamp, detailsUrl: runUrl, left, sleep }));
    }
  }
  /** Nobody waits: a run takes no longer for its checks. What goes wrong with them shows at the end. */
  beginNext() {
    const check = this.#kept.get(this.contexts.current ?? "");
    const { command, runUrl, redact } = this.#options;
    if (check === void 0) return;
    const begin = async () => {
      if (this.#refused || this.#ending) return;
      const trouble = await check.begin(runningOutput(redact(command), runUrl), AbortSignal.timeout(checkMs));
      if (trouble && isForbidden(trouble)) this.#refused = trouble;
    };
    this.#under = this.#under.then(begin).catch(() => {
    });
  }
  async finish(report, signal) {
    const { runs, cancelled, warn } = this.#options;
    if (typeof runs !== "function") {
      if (!this.#told && this.contexts.names.length > 0)
        warn({ ...notWritten(`no check was written: ${runs.why}`, "notice"), suggestion: runs.suggestion });
      this.#told = true;
      return;
    }
    this.#ending = true;
    const patience = cancelled.aborted ? new Patience(checkWhenCancelledMs, 0, signal) : new Patience(checkMs, checkMoreMs, signal);
    if (this.contexts.names.length > 0) await this.#endAll(report, patience);
    else await this.#takeBack(report, runs, patience.signal);
    patience.end();
  }
  async #endAll(report, patience) {
    const { warn, cancelled, repository } = this.#options;
    const { signal } = patience;
    await Promise.race([this.#under, aborted(signal)]);
    let room = checkAnnotations;
    const troubles = [];
    for (const name of this.contexts.names) {
      const { annotations, ...ending } = this.#endingOf(name, report);
      const shown = annotations.slice(0, Math.max(checkAnnotationsAtOnce, room));
      room -= shown.length;
      const trouble = await this.#kept.get(name)?.end({ ...ending, annotations: shown }, this.#refused, signal);
      if (trouble === void 0) patience.more();
      else {
        if (trouble.open === void 0 && isForbidden(trouble.trouble)) this.#refused = trouble.trouble;
        troubles.push({ ...trouble, name: this.#nameOf(name) });
      }
      if (shown.length < annotations.length) warn(tooMany(this.#nameOf(name), annotations.length - shown.length));
    }
    const said = ({ unclear, said: words }) => !unclear || !signal.aborted ? words : cancelled.aborted ? "the run was cancelled" : "it took too long";
    if (!this.#told) for (const diagnostic of troubleWords(troubles, said, repository)) warn(diagnostic);
    this.#told = this.#refused !== void 0;
  }
  #endingOf(name, report) {
    const { redact, messagesOf, runUrl, annotations, isPartial } = this.#options;
    const own = withoutNames(this.contexts.reportOf(name, report, messagesOf), redact);
    const notes = annotations ? annotationsOf(own, redact) : [];
    const output = endOutput(own, isPartial, runUrl);
    const conclusion = conclusionOf(own, isPartial);
    return { conclusion, output, annotations: notes, bare: bareOutput(output, runUrl) };
  }
  /** The run has failed before anybody knew its contexts: what older runs of it have said does not count any more. */
  async #takeBack(report, open, signal) {
    const { sha, isOlder, runUrl, left, redact, warn } = this.#options;
    if (report.failureReason === null) return left.settled();
    const conclusion = report.failureReason === "cancelled" ? "cancelled" : "failure";
    const output = takenBackOutput(runUrl);
    const { names, troubles } = await takeBackOlder({ runs: await open(), sha, isOlder, conclusion, output, signal });
    if (names.length > 0) warn(takenBack(names.map(redact)));
    if (troubles.every(isForbidden)) left.settled();
  }
  #nameOf(context) {
    const { name, redact, isPartial } = this.#options;
    return `${name}: ${redact(this.#project)}/${redact(context)}${isPartial ? " (partial)" : ""}`;
  }
};
function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
export {
  createCheck
};
