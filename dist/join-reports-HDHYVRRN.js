import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  distinct
} from "./chunk-4OMOQ67W.js";
import "./chunk-QRZW4G5D.js";
import "./chunk-G65K36BT.js";
import "./chunk-RTSY3FFE.js";
import "./chunk-MUKNY2VZ.js";
import "./chunk-7AN7EH64.js";
import {
  planWords
} from "./chunk-O5XBFK7F.js";
import "./chunk-SNBMTHGJ.js";
import {
  readReport,
  reportLimit
} from "./chunk-FPNSL4LZ.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-2MTA73YI.js";
import {
  jsonSize
} from "./chunk-IXEJZXA2.js";
import "./chunk-B64P5Z4L.js";
import "./chunk-CKNN2SAB.js";
import "./chunk-XT5GRKLC.js";
import {
  err,
  failure,
  ok
} from "./chunk-4COZKLNI.js";
import "./chunk-FGOILAFU.js";
import {
  allReportsValues
} from "./chunk-CFBAOGDQ.js";
import "./chunk-OYQK6QYK.js";
import "./chunk-QHW5LFAW.js";

// src/app/report/join/join-reports.ts
function joinReports({ reports }, workspace) {
  const files = workspace.glob(reports);
  if (!files.ok) return err(wrong([problem(`the input "reports": ${files.error}`)]));
  if (files.value.length === 0) {
    const message = `no report was found: ${reports.join(", ")} matches no file`;
    const suggestion = "Download the reports of the other jobs (their output `report-path`) before this step, or set the input `reports`.";
    return err(wrong([{ ...problem(message), suggestion }]));
  }
  const found = [];
  const problems = [];
  let values = 0;
  for (const path of files.value) {
    const shown = workspace.display(path);
    const read = workspace.read(path, reportLimit);
    const text = read.ok ? new TextDecoder().decode(read.value) : "";
    values += jsonSize(text).values;
    if (values > allReportsValues) return err(wrong([located(tooMany, shown)]));
    const report = read.ok ? readReport(text) : err(read.error.message);
    if (report.ok) found.push({ shown, report: report.value });
    else problems.push({ ...located(`this report can't be used: ${report.error}`, shown), suggestion: sameVersion });
  }
  problems.push(...disagreements(found));
  return problems.length > 0 ? err(wrong(problems)) : ok(joined(found));
}
var tooMany = `up to this report they have ${allReportsValues.toLocaleString("en-US")} values and more, and opus joins no more than that`;
var sameVersion = "Hand over the report as the same version of opus wrote it.";
function leading(found) {
  return found.find(({ report }) => report.contexts.length > 0) ?? found[0];
}
function disagreements(found) {
  const first = leading(found);
  const problems = [];
  const seen = /* @__PURE__ */ new Map();
  for (const { shown, report } of found) {
    if (first && report.project !== "" && report.project !== first.report.project) {
      const both = `"${report.project}", and ${first.shown} is of "${first.report.project}"`;
      problems.push(located(`this report is of the project ${both}`, shown));
    }
    if (first && !isSameCommand(report, first.report)) {
      const both = `${commandOf(report)}, and ${first.shown} is of ${commandOf(first.report)}`;
      problems.push(located(`this report is of the command ${both}`, shown));
    }
    for (const { name } of report.contexts) {
      const other = seen.get(name);
      if (other === void 0) seen.set(name, shown);
      else problems.push(located(`this report tells of the context "${name}", and so does ${other}`, shown));
    }
  }
  return problems;
}
function isSameCommand(one, other) {
  if (one.command !== other.command) return false;
  return one.previews === other.previews || one.previews === void 0 && one.contexts.length === 0;
}
function commandOf({ command, previews }) {
  return previews === void 0 ? command : `${command} (of ${previews})`;
}
function joined(found) {
  const reports = found.map(({ report }) => report);
  const first = leading(found)?.report;
  const bad = reports.find(({ result }) => result === "failure") ?? reports.find(({ result }) => result !== "success");
  const contexts = reports.flatMap((report) => report.contexts);
  return {
    command: first.command,
    ...first.previews === void 0 ? {} : { previews: first.previews },
    project: first.project,
    result: bad?.result ?? "success",
    failureReason: bad?.failureReason ?? null,
    diagnostics: distinct(reports.flatMap((report) => report.diagnostics)),
    contexts: contexts.sort((one, other) => one.name < other.name ? -1 : 1),
    sources: new Map(found.map(({ shown, report }) => [shown, report.contexts.map(({ name }) => name)]))
  };
}
function joinedLines({ sources, contexts }) {
  const byName = new Map(contexts.map((context) => [context.name, context]));
  return [...sources].map(([shown, names]) => {
    const told = names.map((name) => {
      const context = byName.get(name);
      const failed = context?.failureReason ? ` (${context.failureReason})` : "";
      return `${name}: ${context ? planWords(context.counts) : "nothing"}${failed}`;
    });
    return `${shown}: ${told.length === 0 ? "no context" : told.join("; ")}`;
  });
}
function problem(message) {
  return { severity: "error", code: "invalid-input", message };
}
function located(message, file) {
  return { ...problem(message), location: { file, line: 1, column: 1 } };
}
function wrong(problems) {
  const [first] = problems;
  const message = problems.length === 1 && first ? first.message : `${problems.length} reports can't be joined`;
  return failure("invalid-input", message, problems);
}
export {
  joinReports,
  joinedLines
};
