import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  PullRequestSession,
  webhooksOf
} from "./chunk-J6MPHOBQ.js";
import "./chunk-CHIJUKAS.js";
import {
  hideDeclared
} from "./chunk-3YDZPA7V.js";
import {
  decideTrust,
  inputProblem,
  load,
  openCapabilities,
  readText,
  workspaceCommit
} from "./chunk-OWGJJ7ZC.js";
import "./chunk-UJVBIXX2.js";
import {
  workspaceRoot
} from "./chunk-SYK35MFE.js";
import {
  openWorkspace
} from "./chunk-GVRYNTHU.js";
import "./chunk-QK6MTLUX.js";
import "./chunk-L3IILN6V.js";
import "./chunk-T52OZLMG.js";
import {
  distinct
} from "./chunk-4T6MR7X2.js";
import "./chunk-Q25WG5M4.js";
import "./chunk-ROLNEPZB.js";
import "./chunk-A7FT4HDT.js";
import "./chunk-2LULCZ5L.js";
import "./chunk-7WGP7UA6.js";
import "./chunk-OWXY5KPK.js";
import "./chunk-QXHLS2HQ.js";
import "./chunk-JOSI6L7F.js";
import "./chunk-7FF22DOR.js";
import "./chunk-RXZCXUB4.js";
import {
  emptyReport
} from "./chunk-HG2EX3FI.js";
import "./chunk-O5UACIXT.js";
import "./chunk-NZX5AGU2.js";
import {
  planWords,
  plural
} from "./chunk-33HS6KZX.js";
import "./chunk-7ANHA2T2.js";
import "./chunk-ISYZXV75.js";
import "./chunk-KEXNV5DD.js";
import "./chunk-MAM7B6KD.js";
import "./chunk-NOJM2UO2.js";
import "./chunk-GQFY5NGX.js";
import "./chunk-C5KIVHJI.js";
import {
  readGithubContext
} from "./chunk-3X5OX6NC.js";
import "./chunk-B6KQZQNF.js";
import "./chunk-CDGJNW5Y.js";
import "./chunk-GHE6YAKB.js";
import {
  readReport,
  reportLimit
} from "./chunk-KM2OAIUX.js";
import "./chunk-7S447Q45.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-CFNOMM4R.js";
import "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import "./chunk-OIN6ASEP.js";
import "./chunk-AEBTEOXY.js";
import "./chunk-F5MAH5B3.js";
import "./chunk-7AN7EH64.js";
import "./chunk-H6W3A4JT.js";
import "./chunk-Y5B556YC.js";
import "./chunk-H7CNPS2Q.js";
import "./chunk-NTF4PRMK.js";
import "./chunk-6SHK6BE2.js";
import "./chunk-4X7ZPCTY.js";
import "./chunk-SGU7ENRC.js";
import "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-IN66ROTJ.js";
import "./chunk-CHHS7TI7.js";
import "./chunk-PN4IT2FT.js";
import "./chunk-VFHQJX4Z.js";
import "./chunk-6KA4WOHT.js";
import "./chunk-LI4TCKJH.js";
import "./chunk-UYCPWTLL.js";
import "./chunk-RTR3EWSL.js";
import "./chunk-IOTVDPD4.js";
import "./chunk-T4BGI7IW.js";
import "./chunk-T3NMYTTS.js";
import {
  jsonSize
} from "./chunk-J4HGFYZ3.js";
import "./chunk-6A663GUQ.js";
import "./chunk-U3X2RP64.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import "./chunk-PQ6DQE26.js";
import "./chunk-NFAW5THG.js";
import {
  err,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import {
  allReportsValues
} from "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";
import "./chunk-IE326VUJ.js";
import "./chunk-FOQK4HC4.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/app/report/join/join-several.ts
import { posix } from "node:path";
function isList({ command }) {
  return command === "projects";
}
function areSeveral(reports) {
  const names = new Set(reports.flatMap((one) => [one.project, ...one.contexts.map(({ project = "" }) => project)]));
  names.delete("");
  return names.size > 1 || reports.some((one) => isList(one) || one.contexts.some(({ project }) => project));
}
function joinProjects(reports) {
  const lists = reports.filter(isList);
  const plans = reports.filter((one) => !isList(one));
  const rows = lists.flatMap(({ projects: projects2 = [] }) => projects2);
  const early = earlyEnds(plans, lists, rows);
  const told = plans.flatMap((report) => report.contexts.map((context) => ofProject(context, report)));
  const missing = missingContexts(rows, told, early);
  const contexts = [...told, ...missing.map(unreported)].sort(compared);
  const places = new Map(rows.map((row) => [keyOf(row), row]));
  const alike = lists.flatMap(({ unchanged = [] }) => unchanged);
  const projects = [...rows, ...alike, ...early, ...contexts.map(({ project = "" }) => ({ project }))];
  return {
    contexts,
    diagnostics: [
      ...plans.flatMap((report) => report.contexts.length > 0 ? labelled(report, report.project) : []),
      ...early.flatMap(({ diagnostics }) => diagnostics),
      ...missing.map(notReported)
    ],
    projects: contexts.map(({ name, project = "" }) => {
      return { project, context: name, ...placeOf(places.get(keyOf({ project, context: name }))) };
    }),
    unchanged: alike,
    several: {
      projects: new Set(projects.map(({ project }) => project).filter((name) => name !== "")),
      alike: { projects: new Set(alike.map(({ project }) => project)).size, contexts: alike.length },
      listed: lists.length > 0 && lists.every((list) => list.projects !== void 0),
      places: new Map(rows.flatMap((row) => locationOf(row) ?? [])),
      early: [...new Map(early.map(({ project, failure: failure2 }) => [project, { project, failure: failure2 }])).values()]
    },
    failureReason: early[0]?.failure ?? (missing.length > 0 ? "not-reported" : null)
  };
}
function ofProject(context, { project }) {
  return { ...context, project: context.project ?? project };
}
function labelled({ diagnostics }, project) {
  return diagnostics.map((one) => one.project === void 0 && project !== "" ? { ...one, project } : one);
}
function earlyEnds(plans, lists, rows) {
  const broken = rows.filter(({ context }) => context === "");
  const ends = plans.flatMap((report) => {
    if (report.contexts.length > 0 || report.failureReason === null) return [];
    const row = report.project === "" ? rowOfPlace(report, broken) : void 0;
    const project = row ? nameOf(row) : report.project;
    return [{ project, failure: report.failureReason, diagnostics: labelled(report, project) }];
  });
  const known = new Set(ends.map(({ project }) => project));
  const unread = broken.filter((row) => !known.has(nameOf(row))).map((row) => {
    const project = nameOf(row);
    const message = row.error ?? "its manifest can't be used";
    const diagnostics = [{ severity: "error", code: "invalid-manifest", message, project }];
    return { project, failure: "invalid-manifest", diagnostics };
  });
  const unlisted = lists.flatMap((list) => {
    if (list.projects !== void 0 || list.failureReason === null) return [];
    return [{ project: "", failure: list.failureReason, diagnostics: list.diagnostics }];
  });
  return [...unlisted, ...ends, ...unread];
}
function nameOf({ project, manifest = "", "working-directory": folder = "." }) {
  return project === "" ? posix.join(folder, manifest) : project;
}
function rowOfPlace({ diagnostics }, rows) {
  const files = diagnostics.flatMap(({ location }) => location?.file ?? []);
  const isIn = (folder) => files.some((file) => folder === "." || file.startsWith(`${folder}/`));
  const holding = rows.filter(({ "working-directory": folder }) => folder !== void 0 && isIn(folder));
  const depth = (row) => row["working-directory"]?.length ?? 0;
  return holding.sort((one, other) => depth(other) - depth(one))[0];
}
function missingContexts(rows, told, early) {
  const known = new Set(told.map(({ name, project = "" }) => keyOf({ project, context: name })));
  const missing = /* @__PURE__ */ new Map();
  for (const row of rows) if (row.context !== "" && !known.has(keyOf(row))) missing.set(keyOf(row), row);
  const all = [...missing.values()];
  const [ended, wanted] = [numbers(early), numbers(all)];
  return all.filter(({ project }) => (ended.get(project) ?? 0) < (wanted.get(project) ?? 0));
}
function numbers(all) {
  const counted = /* @__PURE__ */ new Map();
  for (const { project } of all) counted.set(project, (counted.get(project) ?? 0) + 1);
  return counted;
}
function unreported({ project, context }) {
  return { ...emptyReport(context), project, failureReason: "not-reported" };
}
function notReported({ project, context }) {
  return {
    severity: "error",
    code: "not-reported",
    message: "its job has left no report, so nobody knows what is to be done",
    suggestion: "See the log of that job, and run it again. Let it upload its report also when it failed.",
    project,
    context
  };
}
function compared(one, other) {
  const { project = "", place = Number.MAX_SAFE_INTEGER } = one;
  const { project: otherProject = "", place: otherPlace = Number.MAX_SAFE_INTEGER } = other;
  if (project !== otherProject) return project < otherProject ? -1 : 1;
  return place - otherPlace || (one.name < other.name ? -1 : 1);
}
function keyOf({ project, context }) {
  return JSON.stringify([project, context]);
}
function placeOf(row) {
  const { manifest, "working-directory": folder } = row ?? {};
  return manifest === void 0 || folder === void 0 ? {} : { manifest, "working-directory": folder };
}
function locationOf({ project, manifest, "working-directory": workingDirectory }) {
  if (project === "" || manifest === void 0 || workingDirectory === void 0) return void 0;
  return [[project, { manifest: [manifest], workingDirectory }]];
}

// src/app/report/join/join-reports.ts
function joinReports({ reports, surface }, workspace) {
  const files = workspace.glob(reports);
  if (!files.ok) return err(wrong([problem(`${surface.setting("reports")}: ${files.error}`)]));
  if (files.value.length === 0) {
    const message = `no report was found: ${reports.join(", ")} matches no file`;
    const suggestion = surface.terminal ? `Name the files, or globs of them, with ${surface.setting("reports")}.` : `Download the reports of the other jobs (their output \`report-path\`) before this step, or set ${surface.setting("reports")}.`;
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
var tooMany = `up to this report they have ${grouped(allReportsValues)} values and more, and opus joins no more than that`;
var sameVersion = "Hand over the report as the same version of opus wrote it.";
function leading(found) {
  const plans = found.filter(({ report }) => !isList(report));
  return plans.find(({ report }) => report.contexts.length > 0) ?? plans[0];
}
function disagreements(found) {
  const first = leading(found);
  const problems = [];
  const seen = /* @__PURE__ */ new Map();
  const several = areSeveral(found.map(({ report }) => report));
  for (const { shown, report } of found) {
    if (isList(report)) continue;
    if (first && !isSameCommand(report, first.report)) {
      const both = `${commandOf(report)}, and ${first.shown} is of ${commandOf(first.report)}`;
      problems.push(located(`this report is of the command ${both}`, shown));
    }
    for (const { name, project = report.project } of report.contexts) {
      const key = JSON.stringify([project, name]);
      const other = seen.get(key);
      const whose = several ? ` of the project "${project}"` : "";
      if (other === void 0) seen.set(key, shown);
      else problems.push(located(`this report tells of the context "${name}"${whose}, and so does ${other}`, shown));
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
  const sources = new Map(found.map(({ shown, report }) => [shown, report]));
  if (areSeveral(reports)) return joinedOfSeveral(reports, leading(found)?.report, sources);
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
    sources
  };
}
function joinedOfSeveral(reports, first, sources) {
  const { failureReason, diagnostics, ...joinedProjects } = joinProjects(reports);
  const plans = reports.filter((report) => !isList(report));
  const bad = plans.find(({ result }) => result === "failure") ?? plans.find(({ result }) => result !== "success");
  const previews = first ? first.previews : reports.find((one) => one.previews !== void 0)?.previews ?? "apply";
  return {
    command: first?.command ?? "plan",
    ...previews === void 0 ? {} : { previews },
    project: "",
    result: bad?.result ?? (failureReason === null ? "success" : "failure"),
    failureReason: bad?.failureReason ?? failureReason,
    diagnostics: distinct(diagnostics),
    ...joinedProjects,
    sources
  };
}
function joinedLines({
  sources,
  several,
  contexts
}) {
  const missing = several ? contexts.filter(({ failureReason }) => failureReason === "not-reported") : [];
  const read = [...sources].map(([shown, report]) => {
    if (isList(report)) {
      const { projects = [], unchanged = [] } = report;
      return `${shown}: lists ${plural(projects.length, "context")} to plan, and ${unchanged.length} as recorded`;
    }
    const told = report.contexts.map(({ name, project = report.project, counts, failureReason }) => {
      const failed = failureReason ? ` (${failureReason})` : "";
      return `${several ? `${project}/` : ""}${name}: ${planWords(counts)}${failed}`;
    });
    return `${shown}: ${told.length === 0 ? "no context" : told.join("; ")}`;
  });
  return [...read, ...missing.map(({ project, name }) => `no report tells of ${project}/${name}`)];
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

// src/app/report/join/joined-webhooks.ts
async function tellOfJoined(settings, { workspace, trust }, frame) {
  const files = workspace.glob(settings.manifest);
  if (!trust.trusted || !files.ok || files.value.length === 0) return;
  const loading = await load(settings, frame.host);
  if (!loading.ok || !namesSomebody(loading.value, settings.command)) return;
  const loaded = loading.value;
  const capabilities = openCapabilities(loaded, frame.host, frame.groups, settings);
  hideDeclared(loaded, capabilities, [], frame);
  frame.known.webhooks = webhooksOf({ settings, loaded, capabilities, host: frame.host, choices: [] }, frame.secrets);
}
function namesSomebody({ manifest }, command) {
  return manifest.project?.hooks.some(({ use, on }) => use === "webhook" && on?.includes(command)) ?? false;
}

// src/app/report/join/open-reports.ts
import { existsSync } from "node:fs";
import { resolve as resolvePath } from "node:path";
var ownWorkflow = /* @__PURE__ */ new Set(["workflow_run", "pull_request_target", "issue_comment"]);
async function openReports(settings, host) {
  const { environment } = host;
  const workingDirectory = resolvePath(host.directory, settings.workingDirectory);
  if (!existsSync(workingDirectory)) {
    const message = `the working directory ${settings.workingDirectory} does not exist`;
    return err(inputProblem(message, `Check ${settings.surface.setting("working-directory")}.`));
  }
  const opened = openWorkspace(workspaceRoot(host, workingDirectory), workingDirectory);
  if (!opened.ok) return err(inputProblem(opened.error));
  const workspace = opened.value;
  const github = readGithubContext(environment, readText);
  const trust = await decideTrust(environment, github, () => workspaceCommit(workspace.root));
  const granted = trust.trusted || ownWorkflow.has(environment.GITHUB_EVENT_NAME ?? "");
  return ok({ workspace, github, trust, requests: { granted, why: trust.why } });
}

// src/app/report/join/join-run.ts
async function joinRun(settings, frame) {
  const { host, reporter, known } = frame;
  const opened = await openReports(settings, host);
  if (!opened.ok) return opened.error;
  const { workspace, github, trust, requests } = opened.value;
  const session = new PullRequestSession({ settings, host, github, trusted: trust.trusted, requests });
  known.pullRequestSession = session;
  await tellOfJoined(settings, opened.value, frame);
  const { version } = host;
  reporter.emit({ type: "run-started", command: settings.command, version, trusted: true, why: trust.why });
  const joined2 = joinReports(settings, workspace);
  if (!joined2.ok) return joined2.error;
  known.joined = joined2.value;
  reporter.joins(joined2.value);
  known.commentPurpose = session.purposeOfReports(joined2.value);
  for (const text of joinedLines(joined2.value)) reporter.emit({ type: "progress", text });
  await frame.startHooks([]);
  return void 0;
}
export {
  joinRun
};
