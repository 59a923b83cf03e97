import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  notesOf
} from "./chunk-4ZHNPXYS.js";
import {
  renderSummary
} from "./chunk-SO5R35XC.js";
import {
  bytes,
  code,
  link,
  md,
  ours
} from "./chunk-DTGBYTTG.js";
import {
  endWords,
  hasBegun,
  isDestructive,
  isDrifted,
  isNoteworthy,
  isObservation,
  planWords,
  plural
} from "./chunk-33HS6KZX.js";
import {
  oneLine
} from "./chunk-JSSPZBFU.js";
import {
  andMore,
  firstOf
} from "./chunk-P4WMOHAY.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  checkAnnotations,
  checkAnnotationsAtOnce,
  checkSummaryLength
} from "./chunk-35FI2EEV.js";
import {
  betweenWritesMs
} from "./chunk-IE326VUJ.js";

// src/hooks/check/conclusion.ts
var toAgreeOn = /* @__PURE__ */ new Set(["plan-not-reviewed", "plan-changed", "guarded"]);
function conclusionOf({ contexts: [context], failureReason: reason }, isPartial = false) {
  if (reason === "cancelled") return "cancelled";
  if (reason !== null) return toAgreeOn.has(reason) ? "action_required" : "failure";
  if (context === void 0) return "failure";
  const { counts, planDigest, tasks } = context;
  const isWhole = planDigest !== null && counts.unknown === 0 && !tasks.some(({ drift }) => drift === "unknown");
  const drifts = isObservation([context]) && tasks.some(isDrifted);
  return isWhole && !isPartial && !drifts ? "success" : "neutral";
}
function titleOf({ contexts: [context], failureReason: reason }, isPartial = false) {
  const part = isPartial ? "only a part: " : "";
  if (context !== void 0 && hasBegun(context))
    return `${part}${wordsOf(context)}${reason === null ? "" : ` (${reason})`}`;
  return reason === "cancelled" ? "cancelled" : `failed${reason === null ? "" : ` (${reason})`}`;
}
function wordsOf(context) {
  const { tasks, counts } = context;
  if (isObservation([context])) return driftWords(tasks);
  const executed = tasks.length > 0 && !tasks.some(({ status }) => status === "planned");
  const changing = tasks.filter(({ change, status }) => change !== "noop" || status !== "done");
  return executed ? endWords({ ...context, tasks: changing }) : planWords({ ...counts, noop: 0 });
}
function driftWords(tasks) {
  const number = (test) => tasks.filter(test).length;
  const parts = [
    [number(isDrifted), "drifted"],
    [number(({ drift }) => drift === "unknown"), "unknown"],
    [number(({ drift }) => drift === "spec-changed"), "changed in the manifest"],
    [number(({ drift }) => drift === "untracked"), "never applied"],
    [number(({ drift }) => drift === "unobservable"), "can't be observed"]
  ];
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return told.length === 0 ? "in sync" : [...told, `${number(({ drift }) => drift === "in-sync")} in sync`].join(", ");
}

// src/hooks/check/notes.ts
var longestMessage = 4e3;
var longestTitle = 255;
var levels = { error: "failure", warning: "warning", notice: "notice" };
function annotationsOf(report, redact) {
  const planned = report.contexts.flatMap(({ tasks }) => tasks.filter(isPlannedChange).map(plannedNote));
  const notes = [...notesOf(report, null), ...planned];
  const ordered = ["error", "warning", "notice"].flatMap(
    (level) => notes.filter((note) => note.level === level)
  );
  return ordered.flatMap((note) => annotationOf(note, redact) ?? []);
}
function batchesOf(annotations) {
  const batches = [];
  for (let at = 0; at === 0 || at < annotations.length; at += checkAnnotationsAtOnce)
    batches.push(annotations.slice(at, at + checkAnnotationsAtOnce));
  return batches;
}
function isPlannedChange(task) {
  return task.status === "planned" && task.change !== "none" && isNoteworthy(task);
}
function plannedNote(task) {
  const { name, change, reason, fields, location } = task;
  const paths = firstOf(
    fields.map(({ path }) => path),
    5,
    (more) => `${more} more`
  );
  const what = paths.length === 0 ? "" : `
${oneLine(paths.join(", "))}`;
  const message = `${oneLine(name)}: ${change}${reason === "" ? "" : `, ${oneLine(reason)}`}${what}`;
  return {
    level: isDestructive(task) ? "warning" : "notice",
    message,
    place: { ...location ?? {}, title: `to ${change}` }
  };
}
function annotationOf({ level, message, place }, redact) {
  const { file, line, column, endColumn, title = "" } = place;
  if (file === void 0 || line === void 0 || !isInside(file)) return void 0;
  const hasColumns = column !== void 0 && endColumn !== void 0 && endColumn >= column;
  return {
    path: redact(file),
    startLine: line,
    endLine: line,
    ...hasColumns ? { startColumn: column, endColumn } : {},
    level: levels[level],
    message: shortened(redact(message), longestMessage),
    title: shortened(redact(title), longestTitle)
  };
}
function isInside(file) {
  return file.isWellFormed() && !file.split(/[\\/]/).some((name) => name === "" || name === "." || name === "..");
}

// src/hooks/check/keep.ts
var KeptCheck = class {
  #options;
  #startedAt;
  #made;
  /** What it was ended with. */
  #ended;
  /** Annotations that GitHub has, and how many. */
  #there = /* @__PURE__ */ new Set();
  #count = 0;
  constructor(options) {
    this.#options = options;
  }
  /** Makes it, in progress. @returns why it could not be made */
  async begin(output, signal) {
    this.#made = this.#create(void 0, output, signal);
    const made = await this.#made;
    if (made.ok) return void 0;
    if (!made.error.unclear) this.#left(true);
    return made.error;
  }
  /**
   * Ends it, making it first where it is not there yet. The last request ends it, so a check that has ended is whole.
   * @param refused why GitHub takes no checks of this run: only one that is there already is ended
   * @returns why it is not as it should be
   */
  async end(ending, refused, signal) {
    const { identity, left } = this.#options;
    if (this.#ended === ending.conclusion) return void 0;
    const again = this.#ended !== void 0;
    if (again) left.opened([identity]);
    const trouble = await this.#end(again ? { ...ending, annotations: [] } : ending, refused, signal);
    const isTold = trouble === void 0 || trouble.lost !== void 0 || trouble.bare !== void 0;
    if (isTold) this.#ended = ending.conclusion;
    this.#left(isTold || trouble.open === void 0 && isRefused(trouble.trouble));
    return trouble;
  }
  #left(told) {
    this.#options.left.ended(this.#options.identity, told);
  }
  async #end(ending, refused, signal) {
    const { conclusion, output, annotations } = ending;
    const found = await this.#find(signal);
    if (!found.ok) return { trouble: found.error };
    if (found.value) return this.#write(found.value.id, ending, signal);
    if (refused) return { trouble: refused };
    const [first = [], ...others] = batchesOf(annotations);
    const only = others.length === 0 ? conclusion : void 0;
    this.#made = this.#create(only, { ...output, annotations: first }, signal);
    const made = await this.#made;
    if (made.ok) {
      this.#has(first);
      return only === void 0 ? this.#write(made.value.id, ending, signal) : void 0;
    }
    if (!made.error.unclear) return this.#createLess(made.error, ending, signal);
    const there = await this.#find(signal);
    if (!there.ok || there.value === void 0) return { trouble: made.error };
    if (there.value.annotations >= first.length) this.#has(first);
    return this.#write(there.value.id, ending, signal);
  }
  /** Adds annotations by fifty, and ends the check with the last of them. */
  async #write(id, ending, signal) {
    const { conclusion, output, annotations } = ending;
    const batches = batchesOf(annotations.filter((one) => !this.#there.has(JSON.stringify(one))));
    let trouble;
    let lost = 0;
    for (const [at, batch] of batches.entries()) {
      const ends = at === batches.length - 1 ? { conclusion } : {};
      const written = await this.#add(id, { ...ends, output: { ...output, annotations: batch } }, batch, signal);
      if (written.ok) {
        this.#has(batch);
        continue;
      }
      trouble = written.error;
      if (isForbidden(trouble)) return { trouble, open: id };
      lost += batch.length;
    }
    return trouble && this.#close(id, ending, trouble, lost, signal);
  }
  /** Sends annotations, of which each stands there once: where nobody knows whether they came, GitHub is asked. */
  async #add(id, change, batch, signal) {
    const { identity, sleep } = this.#options;
    const runs = await this.#options.runs();
    const before = this.#count;
    for (let turn = 1; ; turn++) {
      const written = await runs.change(id, change, signal);
      if (written.ok || !written.error.unclear || batch.length === 0) return written;
      await sleep(betweenWritesMs, signal).catch(() => {
      });
      const found = await runs.find(identity, signal);
      if (found.ok && found.value && found.value.annotations >= before + batch.length) return ok(void 0);
      if (!found.ok || found.value === void 0 || turn === 2) return written;
    }
  }
  /** Ends it with less and less, as GitHub refuses the whole for a part that it does not take. */
  async #close(id, { conclusion, output, bare }, why, lost, signal) {
    const runs = await this.#options.runs();
    let trouble = why;
    const isKnown = lost === 0 && why.kind === "refused";
    for (const less of isKnown ? [bare, void 0] : [output, bare, void 0]) {
      const ended = await runs.change(id, { conclusion, ...less ? { output: less } : {} }, signal);
      if (ended.ok) return less === output ? lacking(why, lost) : { trouble, bare: true };
      trouble = ended.error;
      if (trouble.kind !== "refused") break;
    }
    return isRefused(trouble) ? { trouble, open: id } : { trouble };
  }
  async #createLess(why, ending, signal) {
    const { annotations, conclusion, output, bare } = ending;
    let trouble = why;
    for (const less of annotations.length === 0 ? [bare, void 0] : [output, bare, void 0]) {
      if (trouble.kind !== "refused") break;
      this.#made = this.#create(conclusion, less, signal);
      const made = await this.#made;
      if (made.ok) return less === output ? lacking(why, annotations.length) : { trouble, bare: true };
      trouble = made.error;
    }
    return { trouble };
  }
  async #create(conclusion, output, signal) {
    const { runs, identity, timestamp, detailsUrl } = this.#options;
    this.#startedAt ??= timestamp();
    const startedAt = this.#startedAt;
    return (await runs()).create({ ...identity, startedAt, detailsUrl, conclusion, output }, signal);
  }
  #has(batch) {
    this.#count += batch.length;
    for (const one of batch) this.#there.add(JSON.stringify(one));
  }
  /** The check that is there, if it is: whether it was made may be unclear. */
  async #find(signal) {
    const made = this.#made && await Promise.race([this.#made, nothingHeard(signal)]);
    if (made === void 0) return ok(void 0);
    if (made.ok || !made.error.unclear) return made.ok ? made : ok(void 0);
    const found = await (await this.#options.runs()).find(this.#options.identity, signal);
    return found.ok ? found : err(found.error);
  }
};
function isRefused(trouble) {
  return isForbidden(trouble) || trouble.kind === "refused";
}
function isForbidden({ kind }) {
  return kind === "forbidden" || kind === "missing";
}
function lacking(trouble, lost) {
  return lost === 0 ? void 0 : { trouble, lost };
}
function nothingHeard(signal) {
  const nothing = err({ kind: "unreachable", said: "GitHub has not answered yet", unclear: true });
  return new Promise((resolve) => {
    if (signal.aborted) resolve(nothing);
    else signal.addEventListener("abort", () => resolve(nothing), { once: true });
  });
}

// src/hooks/check/older.ts
var passed = /* @__PURE__ */ new Set(["success", "neutral"]);
async function takeBackOlder(options) {
  const { runs, sha, isOlder, conclusion, output, signal } = options;
  const listed = await runs.list(sha, signal);
  if (!listed.ok) return { names: [], troubles: [listed.error] };
  const names = [];
  const troubles = [];
  for (const check of listed.value) {
    if (!passed.has(check.conclusion) || !isOlder(check.mark)) continue;
    const written = await runs.change(check.id, { conclusion, output }, signal);
    if (written.ok) names.push(check.name);
    else troubles.push(written.error);
  }
  return { names, troubles };
}

// src/hooks/check/output.ts
var longestTitle2 = 200;
function runningOutput(command, runUrl) {
  const summary = md`${code(command)} is running: ${link(md`the log of the run`, runUrl)}.`;
  return { title: shortened(`${command} is running`, longestTitle2), summary };
}
function endOutput(report, isPartial, runUrl) {
  const title = shortened(titleOf(report, isPartial), longestTitle2);
  const head = isPartial ? ours("Only a part: the run was about the tasks that its input `target` names.\n\n") : md``;
  const foot = runUrl === void 0 ? md`` : md`\n\n${link(md`The log of the run`, runUrl)}`;
  const summary = renderSummary(report, { budgetBytes: checkSummaryLength - bytes(head) - bytes(foot) });
  return { title, summary: md`${head}${summary === "" ? ours(title) : summary}${foot}` };
}
function bareOutput({ title }, runUrl) {
  return { title, summary: md`GitHub did not take the rest: see ${link(md`the log of the run`, runUrl)}.` };
}
function takenBackOutput(runUrl) {
  const words = "A newer run of the same step has ended before it came to its checks, so this one counts no more.";
  return { title: "a newer run did not get this far", summary: md`${ours(words)} See ${link(md`its log`, runUrl)}.` };
}
function leftSummary(words, runUrl) {
  return md`${ours(words)} ${link(md`The log of the run`, runUrl)} has what it did until then.`;
}

// src/hooks/check/words.ts
var mostNames = 20;
function notWritten(message, severity) {
  return { severity, code: "check-not-written", message };
}
function troubleWords(troubles, said, repository) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of troubles) {
    const key = `${whatOf(one, true)} ${said(one.trouble)}`;
    groups.set(key, [...groups.get(key) ?? [], one]);
  }
  return [...groups.values()].map((group) => troubled(group, said, repository));
}
function troubled(group, said, repository) {
  const one = group[0];
  const several = group.length > 1;
  const names = group.map(({ name }) => `"${name}"`);
  const checks = `the ${several ? "checks" : "check"} ${andMore(names, mostNames)}`;
  const severity = one.open !== void 0 ? "error" : isForbidden(one.trouble) ? "notice" : "warning";
  const message = `${checks} ${whatOf(one, several)}: ${said(one.trouble)}`;
  const ids = group.flatMap(({ open }) => open ?? []);
  return { ...notWritten(message, severity), suggestion: adviceOn(one, ids, repository) };
}
function whatOf({ lost, bare, open }, several) {
  if (open !== void 0) return `${several ? "stay" : "stays"} in progress, and could not be ended`;
  if (bare) return `${several ? "show" : "shows"} no more than how it ended`;
  return lost === void 0 ? "could not be written" : `${several ? "lack" : "lacks"} annotations`;
}
function adviceOn({ trouble, lost, bare, open }, ids, repository) {
  if (open !== void 0)
    return `The post step tries once more. If that is refused as well: ${howToEnd(ids, repository)}`;
  if (lost !== void 0 || bare) return "The check has ended as the run did. The job summary has all of it.";
  if (isForbidden(trouble))
    return "Give the job `checks: write` under `permissions`, and as `token` that of the job or of an app: GitHub takes checks from no person. The job summary has all of it.";
  if (isRefused(trouble)) return "See what GitHub has against it. The job summary has all of it.";
  return "Run the job again once GitHub answers: a check that is left in progress is none that passed. The job summary has all of it.";
}
function howToEnd(ids, repository) {
  const each = ids.map(
    (id) => `\`gh api --method PATCH repos/${repository}/check-runs/${id} -f conclusion=cancelled\``
  );
  return `Run the job again with a token that may write checks: GitHub shows the newest check of a name. Or end it in a job with \`checks: write\`: ${andMore(each, 3)}.`;
}
function tooMany(name, more) {
  const message = `the check "${name}" lacks ${plural(more, "annotation")}: a run writes no more than ${checkAnnotations} of them`;
  return { ...notWritten(message, "notice"), suggestion: "The report has all of them." };
}
function takenBack(names) {
  const shown = andMore(
    names.map((name) => `"${name}"`),
    mostNames
  );
  const message = `this run ended before it came to its checks, so ${shown} of an older run on this commit, which had passed, ${names.length > 1 ? "count" : "counts"} no more`;
  return { severity: "notice", code: "check-taken-back", message };
}

export {
  conclusionOf,
  annotationsOf,
  KeptCheck,
  isRefused,
  isForbidden,
  takeBackOlder,
  runningOutput,
  endOutput,
  bareOutput,
  takenBackOutput,
  leftSummary,
  notWritten,
  troubleWords,
  howToEnd,
  tooMany,
  takenBack
};
