import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  append
} from "./chunk-DVS7MNYR.js";
import {
  changesPending,
  isDrifted,
  sumCounts
} from "./chunk-33HS6KZX.js";

// src/hooks/outputs.ts
var outputsLimitBytes = 512 * 1024;
function createOutputs(options) {
  const { set, warn, redact, secretsIn, heldBack, mapped } = options;
  return {
    name: "outputs",
    finish: async (report) => {
      const reportPath = options.reportPath();
      const { values, tooLarge } = renderOutputs(report, reportPath);
      const own = Object.entries(mapped?.(report) ?? {}).filter(([name]) => outputNameProblem(name) === void 0).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]);
      const kept = [];
      const hidden = [];
      const outputs = [];
      for (const [name, value] of [...Object.entries(values), ...own]) {
        const shown = redact(value);
        const held = secretsIn(value);
        const isKept = shown === value || staysAsItIs(name, held);
        if (shown !== value || held.length > 0) (isKept ? kept : hidden).push(holding(`"${name}"`, held));
        outputs.push([name, isKept ? value : shown]);
      }
      set(outputs);
      if (!tooLarge)
        append(
          hidden,
          heldBack().map(({ name, text }) => holding(`${name} in "outputs"`, secretsIn(text)))
        );
      if (tooLarge) warn({ severity: "warning", code: "outputs-too-large", message: tooLargeMessage(reportPath) });
      if (kept.length > 0) warn(likeSecrets(kept));
      if (hidden.length > 0) warn(holdingSecrets(hidden));
    }
  };
}
function tooLargeMessage(reportPath) {
  return `The output "outputs" would be larger than 512 KiB and was left empty. Read the outputs of tasks from ${reportPath}.`;
}
var ownWords = /* @__PURE__ */ new Set([
  "changes",
  "drift",
  "to-create",
  "to-update",
  "to-replace",
  "to-delete",
  "to-adopt",
  "unchanged",
  "failed",
  "unknown",
  "plan-digest",
  "state-revision",
  "failure-reason"
]);
var names = /* @__PURE__ */ new Set(["command", "context", "contexts", "projects", "outputs", "report-path"]);
var shortestInName = 8;
function staysAsItIs(output, held) {
  if (ownWords.has(output)) return true;
  return names.has(output) && held.length > 0 && held.every(({ characters }) => characters < shortestInName);
}
function holding(output, held) {
  return held.length > 0 ? `${output} (${held.map(({ what }) => what).join(", ")})` : output;
}
function likeSecrets(outputs) {
  return {
    severity: "warning",
    code: "output-holds-secret",
    message: `outputs of this step read like secrets, so GitHub may drop them as outputs of a job: ${outputs.join(", ")}`,
    suggestion: "A word that stands there by chance makes a bad secret; choose a longer one."
  };
}
function holdingSecrets(outputs) {
  return {
    severity: "warning",
    code: "output-holds-secret",
    message: `outputs of this step hold secrets, and have *** in their place: ${outputs.join(", ")}`,
    suggestion: "Hand no secret on as an output: read it where it is needed. A word that stands there by chance makes a bad secret; choose a longer one."
  };
}
function renderOutputs(report, reportPath) {
  const { contexts } = report;
  const counts = sumCounts(contexts);
  const single = contexts.length === 1 ? contexts[0] : void 0;
  const outputs = JSON.stringify(taskOutputs(report));
  const tooLarge = Buffer.byteLength(outputs) > outputsLimitBytes;
  const values = {
    command: report.command,
    context: single?.name ?? "",
    // Of several projects each name once: `projects` has the rows.
    contexts: JSON.stringify([...new Set(contexts.map(({ name }) => name))]),
    projects: report.projects === void 0 ? "" : JSON.stringify(report.projects),
    changes: String(changesPending(contexts)),
    drift: String(contexts.some(({ tasks }) => tasks.some(isDrifted))),
    "to-create": String(counts.create),
    "to-update": String(counts.update),
    "to-replace": String(counts.replace),
    "to-delete": String(counts.delete),
    "to-adopt": String(counts.adopt),
    unchanged: String(counts.noop),
    failed: String(counts.failed),
    unknown: String(counts.unknown),
    "plan-digest": single?.planDigest ?? "",
    "state-revision": single?.state.revision ?? "",
    outputs: tooLarge ? "{}" : outputs,
    "report-path": reportPath,
    "failure-reason": report.failureReason ?? ""
  };
  return { values, tooLarge };
}
function taskOutputs({ contexts }) {
  const [only, second] = contexts;
  if (!only || second) return {};
  return Object.fromEntries(
    only.tasks.filter(({ outputs }) => Object.keys(outputs).length > 0).map(({ name, outputs }) => [name, outputs])
  );
}
function outputNameProblem(name) {
  if (ownWords.has(name) || names.has(name))
    return `the output "${name}" is set by every run and can't be mapped to something else`;
  if (/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name)) return void 0;
  return `"${name}" can't be the name of an output: it must consist of letters, digits, _ and -, and not begin with a digit`;
}

export {
  outputsLimitBytes,
  createOutputs,
  renderOutputs,
  outputNameProblem
};
