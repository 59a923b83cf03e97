import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  caution,
  changeHeads,
  changeRow,
  contextTitle,
  countsTable,
  describeHeads,
  describeRow,
  detailLevels,
  diagnostics,
  driftHeads,
  driftRow,
  failures,
  recordedLine,
  taskFold
} from "./chunk-3HDHIIC4.js";
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
} from "./chunk-7XIGAEOE.js";
import {
  describedLines,
  toldFields,
  withoutNames
} from "./chunk-IUPU2SSZ.js";
import "./chunk-MUKNY2VZ.js";
import "./chunk-7AN7EH64.js";
import {
  nextStep
} from "./chunk-XG6GELVA.js";
import {
  carriedOutBy,
  failureWords,
  hasBegun,
  hasFailed,
  isDestructive,
  isNoteworthy,
  isObservation,
  isRecordedOnly,
  outcomeWords,
  planWords,
  plural,
  stateWords,
  sumCounts
} from "./chunk-O5XBFK7F.js";
import {
  oneLine
} from "./chunk-3NSOBNUE.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-2MTA73YI.js";
import "./chunk-XT5GRKLC.js";
import "./chunk-FGOILAFU.js";
import "./chunk-OYQK6QYK.js";
import "./chunk-QHW5LFAW.js";

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
  return task.status === "skipped" || task.status === "cancelled" ? `${task.change} ${task.status}` : task.change;
}
function label(name) {
  const characters = [...oneLine(name)];
  const shown = characters.slice(0, 60).map((character) => /^[\p{L}\p{N}._ -]$/u.test(character) ? character : `#${character.codePointAt(0)};`);
  return characters.length > 60 ? `${shown.join("")}\u2026` : shown.join("");
}

// src/hooks/summary/summary-body.ts
function renderBody(report, budgetBytes2) {
  const { contexts } = report;
  const fillFields = fieldsFilledIn(carriedOutBy(report));
  const room = new Room(budgetBytes2);
  const empty = { rows: md``, graph: md``, fields: md``, descriptions: md``, unchanged: md`` };
  const all = contexts.map((context) => ({ context, ...empty }));
  for (const { context } of all) room.take(bytes(contextTitle(context)) + 40);
  const leftOut = [];
  for (const fill of [fillRows, fillGraphs, fillFields, fillDescriptions, fillUnchanged]) {
    const lost = fill(all, room);
    leftOut.push(...lost);
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
    const heads = described ? describeHeads : observed ? driftHeads : changeHeads;
    const toRow = described ? describeRow : observed ? driftRow : changeRow;
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
  for (const [task, head] of heads) {
    const body = room.left > 0 && lostBodies < enough ? taskFold(task, { values: true, command }) : void 0;
    if (body !== void 0 && room.take(Math.max(0, bytes(body) - bytes(head)))) heads.set(task, body);
    else lostBodies++;
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
      const lines = describedLines(task);
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
    const unchanged = parts.context.tasks.filter(
      (task) => task.change === "noop" && task.status !== "observed" && !isNoteworthy(task) && !isRecordedOnly(task)
    );
    if (unchanged.length === 0) continue;
    const names = unchanged.map((task) => md`${code(task.name, 100)} (${inline(task.kind, 60)})`);
    const text = details(md`Unchanged: ${unchanged.length}`, joined(names, ", "));
    if (room.take(bytes(text) + 4)) parts.unchanged = text;
    else lost += unchanged.length;
  }
  return lost === 0 ? [] : [inline(`the list of ${plural(lost, "unchanged task")}`)];
}

// src/hooks/summary/summary-render.ts
var reserveBytes = 2e3;
function renderSummary(report, { budgetBytes: budgetBytes2 }) {
  let essential = md``;
  for (const detail of detailLevels) {
    essential = renderEssential(report, detail);
    const share = detail.rows === "names" ? budgetBytes2 - reserveBytes : budgetBytes2 / 2;
    if (bytes(essential) <= share) break;
  }
  if (bytes(essential) > budgetBytes2) return cutLines(essential, budgetBytes2);
  const { text, leftOut } = renderBody(report, budgetBytes2 - bytes(essential) - reserveBytes);
  const notes = leftOut.length === 0 ? "" : md`\n\n> [!NOTE]\n> Left out to fit: ${joined(leftOut, ", ")}. The report has everything.`;
  const shown = joined(
    [essential, text].filter((part) => part !== ""),
    "\n\n"
  );
  const whole = md`${shown}${notes}`;
  return bytes(whole) <= budgetBytes2 ? whole : essential;
}
function renderEssential(report, detail) {
  const parts = [md`## ${resultIcon(report)} ${code(report.command)} ${headline(report)}`];
  if (report.contexts.length > 0) parts.push(countsTable(report.contexts));
  const state = stateLine(report.contexts);
  if (state !== void 0) parts.push(state);
  const tasksOf = (test) => report.contexts.map((context) => ({ context, tasks: context.tasks.filter(test) })).filter(({ tasks }) => tasks.length > 0);
  const destructive = tasksOf(isDestructive);
  if (destructive.length > 0) parts.push(caution(destructive, detail, report.contexts.length > 1));
  const failed = tasksOf(hasFailed);
  if (failed.length > 0) parts.push(failures(failed, detail, report.contexts.length > 1));
  const recorded = recordedLine(tasksOf(isRecordedOnly), detail, report.contexts.length > 1);
  if (recorded !== void 0) parts.push(recorded);
  for (const [title, test] of [
    ["Problems", ({ severity }) => severity !== "notice"],
    ["Notes", ({ severity }) => severity === "notice"]
  ]) {
    const told = report.diagnostics.filter(test);
    if (told.length > 0) parts.push(diagnostics(title, told, detail));
  }
  const next = nextStep(report);
  if (next !== void 0) parts.push(md`**Next:** ${ours(next)}`);
  return joined(parts, "\n\n");
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
function resultIcon({ result }) {
  return result === "success" ? "\u2705" : result === "cancelled" ? "\u23F9\uFE0F" : "\u274C";
}
function headline(report) {
  const { contexts, failureReason } = report;
  const why = failureReason === null ? "" : md` (${failureReason})`;
  if (contexts.length === 0) return report.result === "success" ? md`succeeded` : md`did not run${why}`;
  const where = contexts.length === 1 && contexts[0] ? md` in ${code(contexts[0].name)}` : "";
  const begun = contexts.filter(hasBegun);
  const ended = report.result === "cancelled" ? "was cancelled" : "failed";
  if (begun.length === 0) return md`${ended}${where}${why}`;
  const others = contexts.filter((context) => !hasBegun(context)).map(({ name }) => code(name));
  const elsewhere = others.length > 0 ? md`, ${ended} in ${joined(others, ", ")}` : "";
  return md`${ours(outcome(begun))}${where}${elsewhere}${why}`;
}
function outcome(contexts) {
  const tasks = contexts.flatMap((context) => context.tasks);
  if (isObservation(contexts)) return `looked at ${plural(tasks.length, "task")}`;
  const executed = tasks.length > 0 && !tasks.some(({ status }) => status === "planned");
  return executed ? outcomeWords(tasks) : planWords(sumCounts(contexts));
}
function cutLines(text, budgetBytes2) {
  const end = md`\n\n… cut: not even the names fit. The report has everything.`;
  let room = budgetBytes2 - bytes(end);
  if (room < 0) return md``;
  const kept = [];
  for (const line of text.split("\n")) {
    room -= bytes(line) + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return md`${ours(kept.join("\n"))}${end}`;
}

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
