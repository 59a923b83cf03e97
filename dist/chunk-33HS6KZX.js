import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  countNames
} from "./chunk-CFNOMM4R.js";
import {
  oneLine
} from "./chunk-JSSPZBFU.js";
import {
  andMore
} from "./chunk-P4WMOHAY.js";
import {
  commandNamed,
  writes
} from "./chunk-DPEJMFBY.js";

// src/hooks/rendering/labels.ts
var symbols = {
  create: "+",
  update: "~",
  replace: "\xB1",
  delete: "-",
  adopt: "\u2192",
  forget: "\xD7",
  noop: "=",
  none: "\xB7"
};
var changeTones = {
  create: "create",
  update: "update",
  replace: "delete",
  delete: "delete",
  adopt: "adopt",
  forget: "muted",
  noop: "muted",
  none: "muted"
};
var plannedWords = {
  create: "to create",
  update: "to update",
  replace: "to replace",
  delete: "to delete",
  adopt: "to adopt",
  forget: "to forget",
  noop: "unchanged",
  failed: "failed",
  skipped: "skipped",
  unknown: "unknown",
  gate: "gate"
};
var changing = ["create", "update", "replace", "delete", "adopt", "forget"];
function stateWords({
  backend,
  label,
  sealed
}) {
  const notes = [...label === void 0 ? [] : [label], ...sealed ? ["sealed"] : []];
  return notes.length === 0 ? backend : `${backend} (${notes.join(", ")})`;
}
function sumCounts(contexts) {
  const sum = { ...zeroCounts };
  for (const { counts } of contexts) {
    for (const name of countNames) sum[name] += counts[name];
  }
  return sum;
}
var zeroCounts = {
  create: 0,
  update: 0,
  replace: 0,
  delete: 0,
  adopt: 0,
  forget: 0,
  noop: 0,
  failed: 0,
  skipped: 0,
  unknown: 0,
  gate: 0
};
function hasChanges(counts) {
  return changing.some((name) => counts[name] > 0);
}
function changesPending(contexts) {
  return contexts.some(
    (context) => hasChanges(context.counts) || context.tasks.some(
      ({ status, drift }) => status === "observed" && (drift === "spec-changed" || drift === "both")
    )
  );
}
function isDrifted({ drift }) {
  return drift === "resource-changed" || drift === "both" || drift === "missing";
}
function isGate({ gate, change }) {
  return gate !== void 0 && (change === "noop" || change === "none");
}
function hasFailed({ status }) {
  return status === "failed" || status === "rolled-back" || status === "tainted";
}
function isDestructive({ change, status }) {
  return (change === "delete" || change === "replace") && status !== "observed";
}
function isNoteworthy(task) {
  if (hasFailed(task) || task.status === "skipped" || task.error !== null || task.drift === "unknown") return true;
  if (task.gate === "does-not-hold" || task.gate === "after-changes") return true;
  const silent = task.change === "create" && task.drift === "in-sync";
  return task.change !== "noop" && task.change !== "none" && !silent;
}
function isRecordedOnly(task) {
  const { change, status, reason, fields, metadata = [] } = task;
  if (change !== "noop" || status !== "planned" && status !== "done") return false;
  return metadata.length > 0 || fields.length > 0 && reason === "recorded only";
}
function carriedOutBy({ command, previews }) {
  const row = commandNamed(command);
  return previews ?? (row && !writes(row) ? "apply" : command);
}
function hasBegun({ failureReason, tasks }) {
  return failureReason === null || tasks.length > 0;
}
function isObservation(contexts) {
  return contexts.some(({ tasks }) => tasks.some(({ status }) => status === "observed")) && contexts.every(({ tasks }) => tasks.every(({ status }) => status === "observed" || status === "failed"));
}
function countWords(name, count) {
  return name === "gate" ? plural(count, "gate") : `${count} ${plannedWords[name]}`;
}
function planWords(counts) {
  const parts = countNames.filter((name) => counts[name] > 0).map((name) => countWords(name, counts[name]));
  const sure = counts.failed + counts.skipped + counts.unknown === 0;
  return hasChanges(counts) || !sure ? parts.join(", ") : ["nothing to do", ...parts].join(", ");
}
function outcomeWords(tasks) {
  let done = 0;
  let failed = 0;
  let skipped = 0;
  let cancelled = 0;
  let unchanged = 0;
  let passed = 0;
  for (const task of tasks) {
    if (hasFailed(task)) failed++;
    else if (task.status === "skipped") skipped++;
    else if (task.status === "cancelled") cancelled++;
    else if (task.gate) passed += task.gate === "holds" ? 1 : 0;
    else if (task.change === "noop") unchanged++;
    else if (task.status === "done") done++;
  }
  const idle = done + failed + skipped + cancelled === 0;
  const parts = [idle ? "nothing to do" : `${done} done`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  if (cancelled > 0) parts.push(`${cancelled} cancelled`);
  if (unchanged > 0) parts.push(`${unchanged} unchanged`);
  if (passed > 0) parts.push(`${plural(passed, "gate")} passed`);
  return parts.join(", ");
}
function endWords({ tasks, deletes }) {
  if (!deletes || tasks.length === 0) return outcomeWords(tasks);
  const { others } = deletes;
  return `${deletedWords(tasks)}${others > 0 ? `, ${others} more ${others === 1 ? "stays" : "stay"} recorded` : ""}`;
}
var mostLeft = 20;
function deletedWords(tasks) {
  const left = tasks.filter(({ status }) => status !== "done").map(({ name }) => oneLine(name));
  const deleted = `${tasks.length - left.length} of ${tasks.length} deleted`;
  if (left.length === 0) return deleted;
  return `${deleted}, ${left.length} ${left.length === 1 ? "is" : "are"} still there: ${andMore(left, mostLeft)}`;
}
function failureWords(task) {
  const { change, status, drift, rollback } = task;
  if (failedToPlan(task)) return "planning failed";
  if (task.gate === "does-not-hold") return "does not hold";
  if (change === "none" || change === "noop") return drift === "unknown" ? "observation failed" : "failed";
  if (status === "rolled-back") return `${change} failed, rolled back`;
  if (rollback === "needless") return `${change} failed, nothing was changed`;
  if (rollback === "impossible") return `${change} failed, nothing undoes it: tainted`;
  if (status === "tainted") return `${change} failed, rollback failed too: tainted`;
  return drift === "unknown" ? `observation failed, ${change} not done` : `${change} failed, not rolled back`;
}
function failedToPlan({ reason }) {
  return reason === "could not be planned";
}
function plural(count, word) {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
function duration(ms) {
  if (ms < 1e3) return `${Math.max(0, Math.round(ms))}ms`;
  if (ms < 59950) return `${(ms / 1e3).toFixed(1)}s`;
  return wholeSeconds(ms);
}
function wholeSeconds(ms) {
  const seconds = Math.round(ms / 1e3);
  if (seconds < 60) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m ${String(seconds % 60).padStart(2, "0")}s`;
  return `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, "0")}m`;
}
function byteSize(bytes) {
  if (bytes < 1e3) return plural(bytes, "byte");
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

export {
  symbols,
  changeTones,
  stateWords,
  sumCounts,
  zeroCounts,
  hasChanges,
  changesPending,
  isDrifted,
  isGate,
  hasFailed,
  isDestructive,
  isNoteworthy,
  isRecordedOnly,
  carriedOutBy,
  hasBegun,
  isObservation,
  countWords,
  planWords,
  outcomeWords,
  endWords,
  deletedWords,
  failureWords,
  failedToPlan,
  plural,
  duration,
  wholeSeconds,
  byteSize
};
