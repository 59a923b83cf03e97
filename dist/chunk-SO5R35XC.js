import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  caution,
  detailLevels,
  diagnostics,
  failures,
  openLines,
  recordedLine,
  taskFold,
  unchangedFold,
  withShortDigests
} from "./chunk-BPJMQUAW.js";
import {
  changeHeads,
  changeRow,
  checksumLine,
  contextCode,
  contextTitle,
  countsTable,
  describeHeads,
  describeRow,
  driftHeads,
  driftRow
} from "./chunk-DVX73DJF.js";
import {
  describedLines,
  driftWords,
  hasDrift
} from "./chunk-3IP34RX6.js";
import {
  nextStep
} from "./chunk-JRNEFKO7.js";
import {
  bytes,
  code,
  codeHtml,
  details,
  fenced,
  inline,
  inlineHtml,
  joined,
  md,
  ours,
  rowBytes,
  table
} from "./chunk-DTGBYTTG.js";
import {
  toldFields
} from "./chunk-DBO4XEOM.js";
import {
  distinct
} from "./chunk-4T6MR7X2.js";
import {
  append
} from "./chunk-DVS7MNYR.js";
import {
  carriedOutBy,
  endWords,
  failureWords,
  hasBegun,
  hasFailed,
  isDestructive,
  isGate,
  isNoteworthy,
  isObservation,
  isRecordedOnly,
  outcomeWords,
  planWords,
  plural,
  stateWords,
  sumCounts
} from "./chunk-33HS6KZX.js";
import {
  oneLine
} from "./chunk-JSSPZBFU.js";
import {
  commandNamed
} from "./chunk-DPEJMFBY.js";

// src/hooks/summary/graph-render.ts
var maxNodes = 200;
var maxEdges = 450;
var maxCharacters = 48e3;
var classes = {
  create: "fill:#dafbe1,stroke:#1a7f37,color:#0a3d1a",
  update: "fill:#fff8c5,stroke:#9a6700,color:#3b2300",
  replace: "fill:#ffe2cc,stroke:#bc4c00,color:#4a1d00",
  delete: "fill:#ffebe9,stroke:#cf222e,color:#5c0610",
  adopt: "fill:#ddf4ff,stroke:#0969da,color:#032b5c",
  forget: "fill:#eaeef2,stroke:#59636e,color:#24292f",
  skipped: "fill:#eaeef2,stroke:#59636e,color:#24292f,stroke-dasharray:4 3",
  failed: "fill:#cf222e,stroke:#5c0610,color:#ffffff,stroke-width:3px"
};
function renderGraph(tasks) {
  const changed = tasks.filter(isNoteworthy);
  if (changed.length === 0) return void 0;
  let nodes = maxNodes;
  for (; ; ) {
    const graph = draw(changed, nodes);
    if (graph.markdown.length <= maxCharacters || nodes <= 1) return graph;
    nodes = Math.floor(nodes / 2);
  }
}
function draw(changed, limit) {
  const shown = choose(changed, limit);
  const ids = new Map(shown.map((task, index) => [task.name, `n${index}`]));
  const used = /* @__PURE__ */ new Set();
  const lines = ["flowchart LR"];
  for (const task of shown) {
    const style = classOf(task);
    used.add(style);
    lines.push(`  ${ids.get(task.name)}["${label(task.name)}<br/>${caption(task)}"]:::${style}`);
  }
  let edges = 0;
  let lostEdges = 0;
  const changedNames = new Set(changed.map(({ name }) => name));
  for (const task of changed) {
    const to = ids.get(task.name);
    for (const dependency of new Set(task.dependencies)) {
      if (!changedNames.has(dependency)) continue;
      const from = ids.get(dependency);
      if (from === void 0 || to === void 0 || edges >= maxEdges) lostEdges++;
      else {
        lines.push(`  ${from} --> ${to}`);
        edges++;
      }
    }
  }
  for (const style of used) lines.push(`  classDef ${style} ${classes[style]}`);
  return {
    markdown: fenced(lines, "mermaid"),
    leftOut: { tasks: changed.length - shown.length, dependencies: lostEdges }
  };
}
function choose(tasks, limit) {
  if (tasks.length <= limit) return tasks;
  const important = tasks.filter((task) => hasFailed(task) || isDestructive(task));
  const rest = tasks.filter((task) => !hasFailed(task) && !isDestructive(task));
  const chosen = new Set([...important, ...rest].slice(0, limit));
  return tasks.filter((task) => chosen.has(task));
}
function classOf(task) {
  if (hasFailed(task)) return "failed";
  if (task.status === "skipped" || task.change === "noop" || task.change === "none") return "skipped";
  return task.change;
}
function caption(task) {
  if (hasFailed(task)) return failureWords(task).replaceAll(":", ",");
  const what = isGate(task) ? "gate" : task.change;
  return task.status === "skipped" || task.status === "cancelled" ? `${what} ${task.status}` : what;
}
function label(name) {
  const characters = [...oneLine(name)];
  const shown = characters.slice(0, 60).map((character) => /^[\p{L}\p{N}._ -]$/u.test(character) ? character : `#${character.codePointAt(0)};`);
  return characters.length > 60 ? `${shown.join("")}\u2026` : shown.join("");
}

// src/hooks/summary/summary-body.ts
function renderBody(report, budgetBytes) {
  const { contexts } = report;
  const fillFields = fieldsFilledIn(carriedOutBy(report));
  const room = new Room(budgetBytes);
  const empty = { rows: md``, graph: md``, fields: md``, descriptions: md``, unchanged: md`` };
  const all = contexts.map((context) => ({ context, ...empty }));
  for (const { context } of all) room.take(bytes(contextTitle(context)) + 40);
  const leftOut = [];
  for (const fill of [fillRows, fillGraphs, fillFields, fillDescriptions, fillUnchanged]) {
    const lost = fill(all, room);
    append(leftOut, lost);
    if (lost.length > 0) room.close();
  }
  const texts = all.flatMap(({ context, rows, graph, fields, descriptions, unchanged }) => {
    const filled = [rows, graph, fields, descriptions, unchanged].filter((part) => part !== "");
    if (filled.length > 0 && contexts.length > 1) filled.unshift(contextTitle(context));
    return filled;
  });
  return { text: joined(texts, "\n\n"), leftOut };
}
var Room = class {
  #left;
  constructor(left) {
    this.#left = left;
  }
  get left() {
    return this.#left;
  }
  close() {
    this.#left = 0;
  }
  /** Takes the bytes when they are there. */
  take(size) {
    if (size > this.#left) return false;
    this.#left -= size;
    return true;
  }
};
function fillRows(all, room) {
  let lost = 0;
  for (const parts of all) {
    const { tasks } = parts.context;
    const described = tasks.some(({ description }) => description !== void 0);
    const observed = isObservation([parts.context]);
    const shown = described ? tasks : observed ? tasks.filter(({ drift }) => drift !== "in-sync") : tasks.filter(isNoteworthy);
    if (shown.length === 0) continue;
    const executed = tasks.some(({ status }) => status !== "planned" && status !== "observed");
    const heads = described ? describeHeads : observed ? driftHeads : changeHeads(executed);
    const toRow = (task) => described ? describeRow(task) : observed ? driftRow(task) : changeRow(task, executed);
    const kept = /* @__PURE__ */ new Map();
    let full = !room.take(bytes(table(heads, [])) + 2);
    const important = shown.filter((task) => isDestructive(task) || hasFailed(task));
    const rest = shown.filter((task) => !isDestructive(task) && !hasFailed(task));
    for (const task of [...important, ...rest]) {
      const row = full ? [] : toRow(task);
      full ||= !room.take(rowBytes(row));
      if (full) lost++;
      else kept.set(task, row);
    }
    if (kept.size > 0)
      parts.rows = table(
        heads,
        shown.flatMap((task) => kept.has(task) ? [kept.get(task) ?? []] : [])
      );
  }
  return lost === 0 ? [] : [inline(plural(lost, "row"))];
}
function fillGraphs(all, room) {
  const leftOut = [];
  for (const parts of all) {
    const graph = isObservation([parts.context]) ? void 0 : renderGraph(parts.context.tasks);
    if (!graph) continue;
    const { tasks, dependencies } = graph.leftOut;
    const lost = [];
    if (tasks > 0) lost.push(plural(tasks, "changed task"));
    if (dependencies > 0) lost.push(dependencies === 1 ? "1 dependency" : `${dependencies} dependencies`);
    const note = lost.length === 0 ? "" : md`\n\nNot in the graph: ${inline(lost.join(" and "))}.`;
    const markdown = md`${graph.markdown}${note}`;
    if (room.take(bytes(markdown) + 4)) parts.graph = markdown;
    else leftOut.push(md`the graph of ${code(parts.context.name, 60)}`);
  }
  return leftOut.length > 3 ? [inline(plural(leftOut.length, "graph"))] : leftOut;
}
var fieldsFilledIn = (command) => (all, room) => {
  const tasks = all.flatMap(
    (parts) => parts.context.tasks.filter((task) => toldFields(task).length > 0).map((task) => ({ parts, task }))
  );
  const heads = /* @__PURE__ */ new Map();
  let lostTasks = 0;
  for (const { task } of tasks) {
    const head = taskFold(task, { values: false });
    if (lostTasks === 0 && room.take(bytes(head) + 2)) heads.set(task, head);
    else lostTasks++;
  }
  let lostBodies = 0;
  const enough = 20;
  let open = openLines;
  for (const [task, head] of heads) {
    const body = room.left > 0 && lostBodies < enough ? taskFold(task, { values: true, command, opens: open > 0 }) : void 0;
    if (body !== void 0 && room.take(Math.max(0, bytes(body) - bytes(head)))) {
      heads.set(task, body);
      if (body.startsWith("<details open>")) open -= body.split("\n").length;
    } else lostBodies++;
  }
  for (const parts of all) {
    parts.fields = joined(
      parts.context.tasks.flatMap((task) => heads.get(task) ?? []),
      "\n\n"
    );
  }
  const leftOut = [];
  if (lostBodies > 0) leftOut.push(inline(`values of fields of ${plural(lostBodies, "task")}`));
  if (lostTasks > 0) leftOut.push(inline(`fields of ${plural(lostTasks, "task")}`));
  return leftOut;
};
function fillDescriptions(all, room) {
  let lost = 0;
  for (const parts of all) {
    const folded = [];
    for (const task of parts.context.tasks) {
      const lines = [...describedLines(task), ...[checksumLine(task) ?? []].flat()].map(withShortDigests);
      if (lines.length === 0) continue;
      const text = details(md`${codeHtml(task.name, 200)} ${inlineHtml(task.kind, 60)}`, fenced(lines, "text"));
      if (lost === 0 && room.take(bytes(text) + 2)) folded.push(text);
      else lost++;
    }
    parts.descriptions = joined(folded, "\n\n");
  }
  return lost === 0 ? [] : [inline(`what is recorded and live of ${plural(lost, "task")}`)];
}
function fillUnchanged(all, room) {
  let lost = 0;
  for (const parts of all) {
    const { text, count } = unchangedFold(parts.context.tasks);
    if (count === 0) continue;
    if (room.take(bytes(text) + 4)) parts.unchanged = text;
    else lost += count;
  }
  return lost === 0 ? [] : [inline(`the list of ${plural(lost, "unchanged task")}`)];
}

// src/hooks/summary/summary-render.ts
var mostListed = 300;
var mostInHeadline = 5;
var reserveBytes = 2e3;
function renderSummary(report, { budgetBytes }) {
  const listed = listedContexts(report);
  if (listed !== void 0 && bytes(listed) <= budgetBytes) return listed;
  let essential = md``;
  for (const detail of detailLevels) {
    essential = renderEssential(report, detail);
    const share = detail.rows === "names" ? budgetBytes - reserveBytes : budgetBytes / 2;
    if (bytes(essential) <= share) break;
  }
  if (bytes(essential) > budgetBytes) return cutLines(essential, budgetBytes);
  const { text, leftOut } = renderBody(report, budgetBytes - bytes(essential) - reserveBytes);
  const notes = leftOut.length === 0 ? "" : md`\n\n> [!NOTE]\n> Left out to fit: ${joined(leftOut, ", ")}. The report has everything.`;
  const shown = joined(
    [essential, text].filter((part) => part !== ""),
    "\n\n"
  );
  const whole = md`${shown}${notes}`;
  return bytes(whole) <= budgetBytes ? whole : essential;
}
function listedContexts({ command, result, contexts, diagnostics: diagnostics2 }) {
  if (commandNamed(command)?.stage !== "contexts" || result !== "success") return void 0;
  const names = contexts.map((context) => contextCode(context));
  const line = names.length === 0 ? md`${code(command)}: none` : md`${code(command)}: ${joined(names, ", ")}`;
  const problems = diagnostics2.filter(({ severity }) => severity !== "notice");
  return problems.length === 0 ? line : md`${line}\n\n${diagnostics("Problems", problems, detailLevels[0])}`;
}
function renderEssential(report, detail) {
  const parts = [md`## ${resultIcon(report)} ${code(report.command)}${headline(report)}`];
  const counts = countsTable(report.contexts, isExecuted(report.contexts));
  if (counts !== void 0) parts.push(counts);
  const listed = listedLine(report);
  if (listed !== void 0) parts.push(listed);
  const state = stateLine(report.contexts);
  if (state !== void 0) parts.push(state);
  const tasksOf = (test) => report.contexts.map((context) => ({ context, tasks: context.tasks.filter(test) })).filter(({ tasks }) => tasks.length > 0);
  const naming = report.contexts.length > 1 ? "titled" : "alone";
  const destructive = tasksOf(isDestructive);
  if (destructive.length > 0) parts.push(caution(destructive, detail, naming));
  const failed = tasksOf(hasFailed);
  if (failed.length > 0) parts.push(failures(failed, detail, naming));
  const recorded = recordedLine(tasksOf(isRecordedOnly), detail, report.contexts.length > 1);
  if (recorded !== void 0) parts.push(recorded);
  for (const [title, test] of [
    ["Problems", ({ severity }) => severity !== "notice"],
    ["Notes", ({ severity }) => severity === "notice"]
  ]) {
    const told = toldDiagnostics(report).filter(test);
    if (told.length > 0) parts.push(diagnostics(title, told, detail));
  }
  const next = nextStep(report);
  if (next !== void 0) parts.push(md`**Next:** ${ours(next)}`);
  return joined(parts, "\n\n");
}
function listedLine({ command, projects, unchanged = [] }) {
  if (projects === void 0) return void 0;
  const alike = new Set(unchanged.map(({ project }) => project)).size;
  const words = `${plural(unchanged.length, "context")} of ${plural(alike, "project")}`;
  if (command !== "projects") return alike === 0 ? void 0 : ours(`Not planned, as they are as recorded: ${words}.`);
  const names = projects.slice(0, mostListed).map(({ project, context, manifest = "", "working-directory": folder }) => {
    if (context === "") return code(`${folder}/${manifest}`, 100);
    return contextCode({ name: context, project });
  });
  const more = projects.length > names.length ? ours(` and ${projects.length - names.length} more`) : md``;
  const listed = names.length === 0 ? md`none` : md`${joined(names, ", ")}${more}`;
  return md`To plan: ${listed}.${alike === 0 ? "" : ours(` As recorded: ${words}.`)}`;
}
function stateLine(contexts) {
  const told = [
    ...new Set(
      contexts.filter(({ state }) => stateWords(state) !== state.backend).map(({ state }) => stateWords(state))
    )
  ];
  if (told.length === 0) return void 0;
  return md`State: ${joined(
    told.map((words) => inline(words, 60)),
    ", "
  )}`;
}
function toldDiagnostics(report) {
  const told = distinct(report.diagnostics);
  return report.contexts.length > 1 || tellsOfOthers(report) ? told : told.map(({ context: _, project: __, ...said }) => said);
}
function tellsOfOthers({ contexts, diagnostics: diagnostics2 }) {
  const projects = new Set(contexts.map(({ project }) => project));
  return diagnostics2.some(({ project }) => project !== void 0 && !projects.has(project));
}
function resultIcon({ result, contexts }) {
  const tasks = contexts.flatMap((context) => context.tasks);
  if (result === "success" && isObservation(contexts) && hasDrift(tasks)) return "\u26A0\uFE0F";
  return result === "success" ? "\u2705" : result === "cancelled" ? "\u23F9\uFE0F" : "\u274C";
}
function headline(report) {
  const { contexts, failureReason } = report;
  const why = failureReason === null ? "" : md` (${failureReason})`;
  if (contexts.length === 0) return report.result === "success" ? md` succeeded` : md` did not run${why}`;
  const isAlone = contexts.length === 1 && !tellsOfOthers(report);
  const where = isAlone && contexts[0] ? md` in ${contextCode(contexts[0])}` : "";
  const begun = contexts.filter(hasBegun);
  const ended = report.result === "cancelled" ? "was cancelled" : "failed";
  if (begun.length === 0) return md`${where} ${ended}${why}`;
  const others = contexts.filter((context) => !hasBegun(context));
  const elsewhere = others.length > 0 ? md`; ${ended} in ${firstContexts(others)}` : "";
  return md`${where}: ${ours(outcome(begun, report.command))}${elsewhere}${why}`;
}
function firstContexts(contexts) {
  const named = contexts.slice(0, contexts.length > mostInHeadline + 1 ? mostInHeadline : contexts.length);
  const more = contexts.length - named.length;
  const names = joined(
    named.map((context) => contextCode(context)),
    ", "
  );
  return more === 0 ? names : md`${names} ${ours(`and ${more} more`)}`;
}
function outcome(contexts, command) {
  const tasks = contexts.flatMap((context) => context.tasks);
  switch (commandNamed(command)?.stage) {
    case "manifest":
      return "valid";
    case "lock":
      return "the lock is released";
  }
  if (isObservation(contexts)) return driftWords(tasks);
  if (!isExecuted(contexts)) return planWords(sumCounts(contexts));
  const [first, second] = contexts;
  return first && !second ? endWords(first) : outcomeWords(tasks);
}
function isExecuted(contexts) {
  const tasks = contexts.flatMap((context) => context.tasks);
  return tasks.length > 0 && !isObservation(contexts) && !tasks.some(({ status }) => status === "planned");
}
function cutLines(text, budgetBytes) {
  const end = md`\n\n… cut: not even the names fit. The report has everything.`;
  let room = budgetBytes - bytes(end);
  if (room < 0) return md``;
  const kept = [];
  for (const line of text.split("\n")) {
    room -= bytes(line) + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return md`${ours(kept.join("\n"))}${end}`;
}

export {
  renderSummary
};
