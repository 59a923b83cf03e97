import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  prepareLook
} from "./chunk-SAFJDSIT.js";
import {
  renderDiagnostic
} from "./chunk-NHLEHMNN.js";
import {
  layOut
} from "./chunk-NDO4X2B4.js";
import "./chunk-FTEEA57J.js";
import "./chunk-OWGJJ7ZC.js";
import "./chunk-UJVBIXX2.js";
import "./chunk-SYK35MFE.js";
import "./chunk-GVRYNTHU.js";
import "./chunk-QK6MTLUX.js";
import "./chunk-L3IILN6V.js";
import "./chunk-T52OZLMG.js";
import "./chunk-Q25WG5M4.js";
import "./chunk-A7FT4HDT.js";
import {
  openSealing,
  storeServices
} from "./chunk-B32DNQLH.js";
import {
  isChosen,
  stateLocation
} from "./chunk-2LULCZ5L.js";
import {
  checkout
} from "./chunk-7WGP7UA6.js";
import {
  systemClock
} from "./chunk-OWXY5KPK.js";
import "./chunk-QXHLS2HQ.js";
import "./chunk-JOSI6L7F.js";
import "./chunk-7FF22DOR.js";
import "./chunk-RXZCXUB4.js";
import {
  redactFailure
} from "./chunk-E7KO2NYR.js";
import "./chunk-D3OZT35Y.js";
import "./chunk-E464FBX3.js";
import "./chunk-NZX5AGU2.js";
import {
  hasFailed,
  isDrifted
} from "./chunk-33HS6KZX.js";
import "./chunk-7ANHA2T2.js";
import "./chunk-ISYZXV75.js";
import "./chunk-KEXNV5DD.js";
import "./chunk-MAM7B6KD.js";
import "./chunk-NOJM2UO2.js";
import "./chunk-GQFY5NGX.js";
import "./chunk-C5KIVHJI.js";
import "./chunk-3X5OX6NC.js";
import "./chunk-B6KQZQNF.js";
import "./chunk-CDGJNW5Y.js";
import "./chunk-G5B4PQ7C.js";
import "./chunk-GHE6YAKB.js";
import "./chunk-3KUNSIUL.js";
import {
  readReport,
  reportLimit
} from "./chunk-KM2OAIUX.js";
import "./chunk-7S447Q45.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-CFNOMM4R.js";
import {
  readableTemplate
} from "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import "./chunk-OIN6ASEP.js";
import "./chunk-AEBTEOXY.js";
import "./chunk-F5MAH5B3.js";
import "./chunk-7AN7EH64.js";
import {
  concealOutputs,
  recordedSecrets,
  shownOutputs
} from "./chunk-H6W3A4JT.js";
import "./chunk-Y5B556YC.js";
import "./chunk-H7CNPS2Q.js";
import "./chunk-NTF4PRMK.js";
import "./chunk-6SHK6BE2.js";
import {
  makeFolders
} from "./chunk-4X7ZPCTY.js";
import "./chunk-SGU7ENRC.js";
import {
  oneLine,
  printableLines
} from "./chunk-JSSPZBFU.js";
import {
  visibleJson
} from "./chunk-OZE7IRRJ.js";
import "./chunk-IN66ROTJ.js";
import "./chunk-PN4IT2FT.js";
import "./chunk-VFHQJX4Z.js";
import "./chunk-6KA4WOHT.js";
import "./chunk-LI4TCKJH.js";
import "./chunk-UYCPWTLL.js";
import {
  isoTime
} from "./chunk-RTR3EWSL.js";
import "./chunk-IOTVDPD4.js";
import "./chunk-T4BGI7IW.js";
import "./chunk-T3NMYTTS.js";
import {
  headOf,
  isSealed,
  lacksKey,
  writtenBy
} from "./chunk-J4HGFYZ3.js";
import "./chunk-6A663GUQ.js";
import "./chunk-U3X2RP64.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import {
  folderName
} from "./chunk-PQ6DQE26.js";
import "./chunk-NFAW5THG.js";
import {
  err,
  explained,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import {
  sizeWords
} from "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-IE326VUJ.js";
import "./chunk-3CUOGUAX.js";
import "./chunk-I5UHGJZE.js";
import "./chunk-FOQK4HC4.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/app/site/site-command.ts
import { resolve as resolvePath2 } from "node:path";

// src/app/site/drift-reports.ts
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve as resolvePath } from "node:path";
var deepest = 8;
function readDriftReports(given, directory) {
  const looks = [];
  const problems2 = [];
  for (const path of given) {
    const full = resolvePath(directory, path);
    try {
      const isFolder = statSync(full).isDirectory();
      const files = isFolder ? jsonFiles(full, deepest) : [full];
      const before = looks.length + problems2.length;
      for (const file of files) readOne(file, isFolder, { looks, problems: problems2 });
      if (looks.length + problems2.length === before) problems2.push(`there is no report of drift in ${path}`);
    } catch (error) {
      problems2.push(`the report ${path} can't be read: ${error.message}`);
    }
  }
  return { looks, problems: problems2 };
}
function jsonFiles(folder, depth) {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry2) => {
    const path = join(folder, entry2.name);
    if (entry2.isDirectory()) return depth > 0 ? jsonFiles(path, depth - 1) : [];
    return entry2.isFile() && entry2.name.endsWith(".json") ? [path] : [];
  });
}
function readOne(file, among, { looks, problems: problems2 }) {
  const { size, mtimeMs } = statSync(file);
  const text = size > reportLimit ? "" : readFileSync(file, "utf8");
  if (among && !text.slice(0, 1e4).includes('"opus-report"')) return;
  const read = size > reportLimit ? tooLarge(size) : readReport(text);
  if (!read.ok) {
    problems2.push(`the report ${file} can't be used: ${read.error}`);
    return;
  }
  const { project, contexts, command } = read.value;
  const seen = contexts.filter(looksOnly);
  if (seen.length < contexts.length && !among)
    problems2.push(`the report ${file} is of ${command}, which tells nothing of drift`);
  looks.push(...seen.map((context) => ({ project, at: isoTime(mtimeMs), context })));
}
function tooLarge(size) {
  return { ok: false, error: `it has ${sizeWords(size)}, and opus reads at most ${sizeWords(reportLimit)}` };
}
function looksOnly({ tasks }) {
  return tasks.every(
    ({ status }) => status === "observed" || status === "failed" || status === "skipped" || status === "cancelled"
  );
}

// src/app/site/drift-look.ts
var looked = /* @__PURE__ */ new Set([null, "drift-detected", "changes-pending"]);
function driftLook({ project, context }, recorded, looks) {
  const own = looks.filter((look) => look.project === project && look.context.name === context);
  const [newest] = [...own].sort((one, other) => one.at < other.at ? 1 : -1);
  if (newest === void 0 || recorded === null) return null;
  const { at, context: report } = newest;
  const { serial, lineage } = report.state;
  const drifted = report.tasks.filter(isDrifted);
  const unknown = report.tasks.filter((task) => !isDrifted(task) && !wasSeen(task));
  const unobservable = report.tasks.filter(({ drift }) => drift === "unobservable").length;
  return {
    at,
    serial,
    outdated: lineage !== recorded.lineage || serial !== recorded.serial,
    failure: looked.has(report.failureReason) ? null : report.failureReason,
    drifted: drifted.map(({ name, drift, gate }) => ({ task: oneLine(name), drift: gate ? "does not hold" : drift })),
    inSync: report.tasks.length - drifted.length - unknown.length - unobservable,
    unknown: unknown.map(({ name }) => oneLine(name)),
    unobservable,
    leftOut: leftOut(recorded, report)
  };
}
function wasSeen(task) {
  return task.drift !== "unknown" && task.status === "observed" && !hasFailed(task);
}
function leftOut({ tasks }, report) {
  if (tasks === null) return null;
  const reported = new Set(report.tasks.map(({ name }) => oneLine(name)));
  return tasks.filter(({ name }) => !reported.has(name)).length;
}

// src/app/site/status.ts
function statusOf(facts2) {
  const { problem, recorded, lock, runs, drift } = facts2;
  if (problem !== null) return { status: "unreadable", words: "can't be read", since: null };
  if (recorded === null) return lock ? running(lock) : { status: "empty", words: "nothing recorded", since: null };
  const left2 = leftOver(recorded);
  const since = runs[0]?.at ?? null;
  if (lock !== null && left2 !== "") return running(lock);
  if (left2 !== "") return { status: "unfinished", words: left2, since };
  if (recorded.tasks?.length === 0 && lock === null) return { status: "empty", words: "nothing recorded", since };
  if (drift !== null && !drift.outdated) return driftStatus(drift);
  if (lock !== null) return running(lock);
  return { status: "applied", words: "applied", since };
}
function running({ command, since }) {
  const words = command === "" ? "a run is under way" : `${command} is under way`;
  return { status: "running", words, since: since === "" ? null : since };
}
function leftOver({ tasks, pending }) {
  const number = (status) => (tasks ?? []).filter((task) => task.status === status).length;
  const parts = [
    [pending.length, "unfinished"],
    [number("interrupted"), "interrupted"],
    [number("tainted"), "tainted"]
  ];
  return parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`).join(", ");
}
function driftStatus({ at: since, drifted, unknown, failure: failure2, inSync, leftOut: leftOut2 }) {
  if (drifted.length > 0) return { status: "drifted", words: `${drifted.length} drifted`, since };
  if (failure2 !== null) return { status: "unknown", words: "drift unknown", since };
  if (unknown.length > 0) return { status: "unknown", words: `${unknown.length} unknown`, since };
  if (leftOut2 !== null && leftOut2 > 0)
    return { status: "unknown", words: `${inSync} in sync, ${leftOut2} not looked at`, since };
  return { status: "in-sync", words: "in sync", since };
}

// src/app/site/gather.ts
function gathered(context, gathering) {
  const { name, read, data, lock } = context;
  const sealed = data !== void 0 && isSealed(data);
  const closed = sealed && read.state === "unavailable" && lacksKey(read.failure);
  const recorded = closed ? closedState(data) : openState(read, data, sealed, gathering);
  const runs = runsOf(context, recorded);
  const facts2 = {
    problem: read.state === "unavailable" && !closed ? problemOf(read.failure) : null,
    sealed: closed ? "closed" : sealed ? "opened" : "no",
    recorded,
    lock: lock === void 0 ? null : lockOf(lock),
    runs: runs.slice(0, gathering.limit),
    drift: driftLook(name, recorded, gathering.looks)
  };
  return {
    ...facts2,
    ...statusOf(facts2),
    project: oneLine(name.project),
    context: oneLine(name.context),
    olderRuns: Math.max(0, runs.length - gathering.limit),
    runsProblem: context.runs.ok ? null : oneLine(context.runs.error.message)
  };
}
function problemOf({ message }) {
  return oneLine(message);
}
function closedState(data) {
  const { serial = 0, lineage = "" } = headOf(data);
  const { run, writer } = writtenBy(data);
  return { serial, lineage: oneLine(lineage), writer: oneLine(writer), runUrl: run.url, tasks: null, pending: [] };
}
function openState(read, data, sealed, { values, redactor }) {
  if (read.state !== "found" || data === void 0) return null;
  const { serial, lineage, body } = read.snapshot;
  const { run, writer } = writtenBy(data);
  const entries = Object.entries(body.tasks);
  concealOutputs(recordedSecrets(entries), redactor, (text) => redactor.add(text));
  const tasks = entries.map(([name, entry2]) => {
    return { name: oneLine(name), status: entry2.status, detail: sealed ? null : detailOf(entry2, values) };
  });
  const pending = body.pending.map(({ task, change }) => ({ task: oneLine(task), change }));
  return { serial, lineage, writer: oneLine(writer), runUrl: run.url, tasks, pending };
}
function detailOf(entry2, values) {
  const { kind, createdAt, updatedAt, dependencies } = entry2;
  const shown2 = values ? visibleJson(JSON.stringify(valuesOf(entry2), null, 2)) : null;
  return { kind: oneLine(kind), createdAt, updatedAt, dependencies: dependencies.map(oneLine), values: shown2 };
}
function valuesOf(entry2) {
  const { outputs, sensitiveOutputs } = shownOutputs(entry2);
  return { spec: readableTemplate(entry2.spec), outputs, ...sensitiveOutputs && { sensitiveOutputs } };
}
function runsOf({ runs }, recorded) {
  if (!runs.ok) return [];
  const newest = recorded?.serial ?? Number.POSITIVE_INFINITY;
  return runs.value.filter(({ serial }) => serial <= newest).map(({ serial, at, what, url, author, changes }) => ({
    serial,
    at,
    what: oneLine(what),
    url,
    author: isRunner(author) ? "" : oneLine(author),
    changes: changes?.map(({ task, change }) => ({ task: oneLine(task), change })) ?? null
  }));
}
function isRunner(author) {
  return author === "github-actions[bot]" || author === "opus";
}
function lockOf(lock) {
  if (lock === "unknown") return { command: "", since: "", url: "" };
  return { command: oneLine(lock.command), since: oneLine(lock.since), url: lock.run.url };
}

// src/app/site/ages.ts
var [minute, hour, day] = [6e4, 36e5, 864e5];
function ageWords(at, now) {
  const ms = now - Date.parse(at);
  if (Number.isNaN(ms)) return "";
  if (ms < minute) return "just now";
  if (ms < hour) return `${Math.floor(ms / minute)} min ago`;
  if (ms < 2 * day) return `${Math.floor(ms / hour)} h ago`;
  return `${Math.floor(ms / day)} d ago`;
}
function shownTime(at) {
  return Number.isNaN(Date.parse(at)) ? at : `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

// src/app/site/html.ts
var Html = class {
  text;
  constructor(text) {
    this.text = text;
  }
};
function html(parts, ...values) {
  return new Html(parts.reduce((text, part, index) => `${text}${part}${shown(values[index])}`, ""));
}
function shown(value) {
  if (value instanceof Html) return value.text;
  if (value === null || value === void 0 || value === false) return "";
  if (typeof value === "string") return escaped(value);
  return typeof value === "number" ? String(value) : value.map(shown).join("");
}
var entities = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "").replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\uFFFD");
}
function jsonData(value) {
  return new Html(JSON.stringify(value).replaceAll("<", "\\u003c"));
}
function link(url, text) {
  if (!/^https?:\/\/[^\s]+$/i.test(url)) return html`${text}`;
  return html`<a href="${url}" rel="noreferrer noopener">${text}</a>`;
}

// src/app/site/badge.ts
var colours = {
  unreadable: "#b3261e",
  unfinished: "#9a5b00",
  drifted: "#b3261e",
  unknown: "#5f6368",
  running: "#1f5fbf",
  applied: "#1f5fbf",
  "in-sync": "#1e7a34",
  empty: "#5f6368"
};
function badgeText({ words, since }, now) {
  const age = since === null ? "" : ageWords(since, now);
  return age === "" ? words : `${words}, ${age}`;
}
function badge(context, madeAt) {
  const text = badgeText(context, Date.parse(madeAt));
  const whole = `${context.context}: ${text}`;
  const [first, second] = [widthOf(context.context), widthOf(text)];
  const width = first + second;
  const label = (at, size, words) => `<text x="${at + size / 2}" y="14" textLength="${size - 12}" lengthAdjust="spacingAndGlyphs">${escaped(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${escaped(whole)}">
<title>${escaped(`${whole} (as of ${madeAt})`)}</title>
<clipPath id="r"><rect width="${width}" height="20" rx="3"/></clipPath>
<g clip-path="url(#r)"><rect width="${first}" height="20" fill="#3c4043"/><rect x="${first}" width="${second}" height="20" fill="${colours[context.status]}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">${label(0, first, context.context)}${label(first, second, text)}</g>
</svg>
`;
}
function widthOf(text) {
  const units = [...text].reduce((sum, character) => {
    if (/[ilj.,:;'!|()[\] ]/.test(character)) return sum + 4.2;
    if (/[mwMW@]/.test(character)) return sum + 9.6;
    return sum + ((character.codePointAt(0) ?? 0) > 11903 ? 11 : 6.8);
  }, 0);
  return Math.round(units) + 14;
}

// src/app/site/graph.ts
var [mostNodes, mostEdges] = [300, 1500];
var node = { width: 168, height: 34, gapX: 56, gapY: 12, margin: 8 };
var longestLabel = 22;
function graphSection(tasks, drifted) {
  const places = new Map(tasks.map(({ name }, index) => [name, index]));
  const dependencies = tasks.map(
    ({ detail }) => (detail?.dependencies ?? []).flatMap((name) => places.get(name) ?? [])
  );
  const number = dependencies.reduce((sum, list) => sum + list.length, 0);
  if (number === 0) return void 0;
  const connected = new Set(dependencies.flatMap((list, index) => list.length === 0 ? [] : [index, ...list])).size;
  if (connected > mostNodes || number > mostEdges)
    return html`<p class="note">${connected} tasks depend on each other in ${number} ways, too many to draw. The list of tasks has what each depends on.</p>`;
  const layout = layOut(dependencies);
  const alone = tasks.length - connected;
  const note = alone === 0 ? "" : ` Tasks that stand alone (${alone}) are not drawn.`;
  return html`<figure>
<div class="scroll" tabindex="0" role="region" aria-label="Graph of tasks">${picture(layout, tasks, drifted)}</div>
<figcaption>What stands further right depends on what a line leads to it from.${note}</figcaption>
</figure>`;
}
function picture({ nodes, edges, layers, rows }, tasks, drifted) {
  const width = layers * (node.width + node.gapX) - node.gapX + 2 * node.margin;
  const height = rows * (node.height + node.gapY) - node.gapY + 2 * node.margin;
  const placed = new Map(nodes.map((one) => [one.index, one]));
  const lines = edges.map(({ from, to }) => {
    const [begin, end] = [placed.get(from), placed.get(to)];
    return begin && end && html`<path d="${curve(begin, end)}" data-from="${from}" data-to="${to}"/>`;
  });
  return html`<svg class="graph" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="${nodes.length} tasks, ${edges.length} dependencies">
<g class="edges" aria-hidden="true">${lines}</g>
${nodes.map((one) => box(one, tasks[one.index], drifted))}
</svg>`;
}
function curve(from, to) {
  const [x1, y1] = [left(from) + node.width, top(from) + node.height / 2];
  const [x2, y2] = [left(to), top(to) + node.height / 2];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}
function box(place, task, drifted) {
  const [x, y] = [left(place), top(place)];
  const { name = "", status = "applied" } = task ?? {};
  const state = drifted.has(name) ? "drifted" : status;
  const sign = state === "drifted" ? "\u2260 " : state === "applied" ? "" : "! ";
  const said = state === "applied" ? name : `${name} (${state})`;
  return html`<a href="#task-${place.index}" data-node="${place.index}" class="${state}"><title>${said}</title><rect x="${x}" y="${y}" width="${node.width}" height="${node.height}" rx="6"/><text x="${x + 10}" y="${y + node.height / 2 + 4}">${sign}${shortened(name)}</text></a>
`;
}
function shortened(name) {
  const characters = [...name];
  return characters.length <= longestLabel ? name : `${characters.slice(0, longestLabel - 1).join("")}\u2026`;
}
function left({ layer }) {
  return node.margin + layer * (node.width + node.gapX);
}
function top({ row: row2 }) {
  return node.margin + row2 * (node.height + node.gapY);
}

// src/app/site/page-frame.ts
import { createHash } from "node:crypto";

// src/app/site/page.generated.ts
var pageStyle = ':root {\n  color-scheme: light dark;\n  --back: #ffffff;\n  --card: #f6f7f9;\n  --line: #d0d4da;\n  --text: #1b1f24;\n  --soft: #515862;\n  --link: #0a58ca;\n  --bad: #b3261e;\n  --bad-back: #fdeceb;\n  --warn: #7a4600;\n  --warn-back: #fdf0dc;\n  --good: #17602a;\n  --good-back: #e3f4e7;\n  --calm: #174ea6;\n  --calm-back: #e5edfb;\n  --none: #474d56;\n  --none-back: #eceef1;\n}\n@media (prefers-color-scheme: dark) {\n  :root {\n    --back: #0f1318;\n    --card: #181d24;\n    --line: #343c47;\n    --text: #e6e9ee;\n    --soft: #a6afbb;\n    --link: #8ab4ff;\n    --bad: #ffb4ab;\n    --bad-back: #43191a;\n    --warn: #ffcf87;\n    --warn-back: #3d2a0c;\n    --good: #8fdca3;\n    --good-back: #12341c;\n    --calm: #a9c7ff;\n    --calm-back: #16294a;\n    --none: #c3c9d2;\n    --none-back: #2a3038;\n  }\n}\n* {\n  box-sizing: border-box;\n}\nbody {\n  margin: 0 auto;\n  max-width: 76rem;\n  padding: 1rem;\n  background: var(--back);\n  color: var(--text);\n  font:\n    1rem / 1.5 system-ui,\n    sans-serif;\n  overflow-wrap: anywhere;\n}\na {\n  color: var(--link);\n}\n:focus-visible {\n  outline: 3px solid var(--link);\n  outline-offset: 2px;\n}\nh1 {\n  margin: 0.25rem 0;\n  font-size: 1.6rem;\n}\nh2 {\n  margin: 2rem 0 0.5rem;\n  font-size: 1.2rem;\n}\nh3 {\n  margin: 0;\n  font-size: 1.05rem;\n}\ntime {\n  white-space: nowrap;\n}\nsmall,\n.muted,\nfooter,\nfigcaption,\n.note {\n  color: var(--soft);\n}\nsmall {\n  font-weight: normal;\n}\n.muted,\nfigcaption {\n  font-size: 0.9rem;\n}\nfooter {\n  margin: 3rem 0 1rem;\n}\nsearch:not([hidden]) {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.5rem;\n  align-items: center;\n  margin: 0.75rem 0;\n}\ninput {\n  flex: 1 1 12rem;\n  max-width: 28rem;\n  padding: 0.5rem 0.6rem;\n  font: inherit;\n  color: inherit;\n  background: var(--card);\n  border: 1px solid var(--soft);\n  border-radius: 6px;\n}\n.chip {\n  display: inline-block;\n  padding: 0 0.55rem;\n  border-radius: 1rem;\n  font-size: 0.9rem;\n  font-weight: 600;\n  white-space: nowrap;\n  background: var(--none-back);\n  color: var(--none);\n}\n.chip.unreadable,\n.chip.drifted {\n  background: var(--bad-back);\n  color: var(--bad);\n}\n.chip.unfinished {\n  background: var(--warn-back);\n  color: var(--warn);\n}\n.chip.in-sync {\n  background: var(--good-back);\n  color: var(--good);\n}\n.chip.applied,\n.chip.running {\n  background: var(--calm-back);\n  color: var(--calm);\n}\n.cards {\n  display: grid;\n  grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));\n  gap: 0.75rem;\n  padding: 0;\n  list-style: none;\n}\n.card {\n  padding: 0.75rem 0.9rem;\n  background: var(--card);\n  border: 1px solid var(--line);\n  border-radius: 8px;\n}\n.card p {\n  margin: 0.25rem 0;\n}\ndl {\n  margin: 0.5rem 0 0;\n}\ndl div {\n  display: grid;\n  grid-template-columns: 5.5rem 1fr;\n  gap: 0.5rem;\n}\ndt {\n  color: var(--soft);\n}\ndd {\n  margin: 0;\n  min-width: 0;\n}\n.problem {\n  padding: 0.6rem 0.8rem;\n  border-left: 4px solid var(--bad);\n  background: var(--bad-back);\n  color: var(--text);\n}\n.bad {\n  color: var(--bad);\n}\n/* What is hidden in it must not widen the page. */\n.scroll {\n  position: relative;\n  overflow-x: auto;\n}\ntable {\n  width: 100%;\n  border-collapse: collapse;\n}\nth,\ntd {\n  padding: 0.35rem 0.6rem 0.35rem 0;\n  text-align: left;\n  vertical-align: top;\n  border-bottom: 1px solid var(--line);\n  overflow-wrap: normal;\n}\ntbody th {\n  font-weight: 600;\n  min-width: 9rem;\n  overflow-wrap: anywhere;\n}\ntd {\n  min-width: 6rem;\n}\ntd.date {\n  white-space: nowrap;\n}\ntd.links {\n  min-width: 12rem;\n}\npre {\n  max-width: 60rem;\n  max-height: 24rem;\n  overflow: auto;\n  padding: 0.5rem;\n  background: var(--card);\n  font-size: 0.85rem;\n  font-weight: normal;\n}\ndetails summary {\n  cursor: pointer;\n}\nth details {\n  font-weight: normal;\n}\nfigure {\n  margin: 0;\n}\n.graph {\n  display: block;\n}\n.graph rect {\n  fill: var(--card);\n  stroke: var(--soft);\n}\n.graph text {\n  fill: var(--text);\n  font:\n    13px system-ui,\n    sans-serif;\n}\n.graph .drifted rect {\n  fill: var(--bad-back);\n  stroke: var(--bad);\n}\n.graph .tainted rect,\n.graph .interrupted rect {\n  fill: var(--warn-back);\n  stroke: var(--warn);\n}\n.graph path {\n  fill: none;\n  stroke: var(--soft);\n  stroke-width: 1.3;\n  opacity: 0.55;\n}\n.graph .near rect,\n.graph path.near {\n  stroke: var(--link);\n  stroke-width: 2.5;\n  opacity: 1;\n}\n.graph a:hover rect,\n.graph a:focus rect {\n  stroke: var(--link);\n  stroke-width: 3;\n}\n.graph a:focus {\n  outline: none;\n}\n.graph .far {\n  opacity: 0.3;\n}\n.timeline {\n  margin: 0;\n  padding: 0 0 0 1.1rem;\n  list-style: none;\n  border-left: 2px solid var(--line);\n}\n.timeline > li {\n  position: relative;\n  margin: 0 0 1rem;\n}\n.timeline > li::before {\n  content: "";\n  position: absolute;\n  left: -1.5rem;\n  top: 0.45rem;\n  width: 0.7rem;\n  height: 0.7rem;\n  border-radius: 50%;\n  background: var(--soft);\n}\n.timeline p {\n  margin: 0;\n}\n.timeline ul {\n  margin: 0.25rem 0;\n  padding-left: 1.2rem;\n}\ntr:target,\nli:target {\n  background: var(--calm-back);\n}\n.hidden {\n  position: absolute;\n  width: 1px;\n  height: 1px;\n  overflow: hidden;\n  clip-path: inset(50%);\n  white-space: nowrap;\n}\n';
var pageScript = '// The script of every page: search, ages that count on, and the neighbours of a task in the graph. All of a page is there\n// without it. It is no module, since a browser loads none from a file; and it makes no markup out of text.\n(() => {\n  const byId = (id) => document.getElementById(id);\n\n  // As src/app/site/ages.ts has it.\n  const ageWords = (ms) => {\n    const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];\n    if (ms < minute) return "just now";\n    if (ms < hour) return `${Math.floor(ms / minute)} min ago`;\n    if (ms < 2 * day) return `${Math.floor(ms / hour)} h ago`;\n    return `${Math.floor(ms / day)} d ago`;\n  };\n  const countOn = () => {\n    for (const time of document.querySelectorAll("time[datetime]"))\n      time.textContent = ageWords(Date.now() - Date.parse(time.dateTime));\n  };\n  countOn();\n  setInterval(countOn, 60_000);\n\n  const wordsOf = (text) =>\n    text\n      .toLowerCase()\n      .split(/\\s+/)\n      .filter((word) => word !== "");\n  const fits = (text, words) => words.every((word) => text.includes(word));\n\n  const index = byId("index") ? JSON.parse(byId("index").textContent) : undefined;\n  const texts = new Map();\n  const textOf = (element) => {\n    if (!texts.has(element)) texts.set(element, (element.dataset.text ?? element.textContent).toLowerCase());\n    return texts.get(element);\n  };\n\n  const mostResults = 50;\n  /** Lists the tasks of all contexts that have the words in their names. @returns how many there are */\n  const listTasks = (words) => {\n    const [section, list] = [byId("results"), byId("results").querySelector("ul")];\n    list.replaceChildren();\n    let found = 0;\n    for (const [place, folder, tasks] of words.length === 0 ? [] : index)\n      for (const [at, name] of tasks.entries()) {\n        if (!fits(`${place} ${name}`.toLowerCase(), words) || !words.some((word) => name.toLowerCase().includes(word)))\n          continue;\n        if (++found > mostResults) continue;\n        const [item, link] = [document.createElement("li"), document.createElement("a")];\n        link.href = `${folder}index.html#task-${at}`;\n        link.textContent = name;\n        item.append(link, ` in ${place}`);\n        list.append(item);\n      }\n    section.hidden = found === 0;\n    return found;\n  };\n\n  const search = (text) => {\n    const words = wordsOf(text);\n    const rows = document.querySelectorAll("[data-row], .card");\n    let shown = 0;\n    for (const row of rows) {\n      row.hidden = !fits(textOf(row), words);\n      if (!row.hidden) shown++;\n    }\n    for (const node of document.querySelectorAll(".graph [data-node]")) {\n      const row = byId(`task-${node.dataset.node}`);\n      node.classList.toggle("far", row?.hidden === true);\n    }\n    for (const part of document.querySelectorAll(".project")) {\n      const cards = [...part.querySelectorAll(".card")];\n      part.hidden = cards.every((card) => card.hidden);\n      for (const fold of part.querySelectorAll("details"))\n        if (words.length > 0) fold.open = [...fold.querySelectorAll(".card")].some((card) => !card.hidden);\n    }\n    const tasks = index && byId("results") ? listTasks(words) : 0;\n    const more = tasks > mostResults ? `, the first ${mostResults} of them listed` : "";\n    const what = index ? `${shown} contexts, ${tasks} tasks${more}` : `${shown} of ${rows.length} entries`;\n    byId("found").textContent = words.length === 0 ? "" : what;\n  };\n\n  const field = byId("search");\n  field.closest("search").hidden = false;\n  field.addEventListener("input", () => search(field.value));\n  if (field.value !== "") search(field.value);\n  addEventListener("keydown", (event) => {\n    if (event.key === "Escape" && document.activeElement === field && field.value !== "") {\n      field.value = "";\n      search("");\n    }\n    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");\n    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;\n    event.preventDefault();\n    field.focus();\n  });\n\n  // Where a link leads to must not be hidden.\n  addEventListener("hashchange", () => {\n    const target = byId(location.hash.slice(1));\n    if (!target?.hidden) return;\n    field.value = "";\n    search("");\n    target.scrollIntoView();\n  });\n\n  const mark = (node, on) => {\n    const at = node.dataset.node;\n    const graph = node.closest("svg");\n    for (const edge of graph.querySelectorAll(`path[data-from="${at}"], path[data-to="${at}"]`)) {\n      edge.classList.toggle("near", on);\n      const other = edge.dataset.from === at ? edge.dataset.to : edge.dataset.from;\n      graph.querySelector(`[data-node="${other}"]`)?.classList.toggle("near", on);\n    }\n  };\n  for (const node of document.querySelectorAll(".graph [data-node]")) {\n    for (const type of ["pointerenter", "focus"]) node.addEventListener(type, () => mark(node, true));\n    for (const type of ["pointerleave", "blur"]) node.addEventListener(type, () => mark(node, false));\n  }\n  document.documentElement.dataset.ready = "true";\n})();\n';

// src/app/site/page-frame.ts
function page({ title, heading, content, data }, { madeAt, version }) {
  const index = data && html`<script type="application/json" id="index">${data}</script>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(pageStyle)}</style>
</head>
<body>
<header>
${heading}
<search hidden><label for="search">Search</label> <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="name, kind, run …" aria-keyshortcuts="/"> <output id="found" for="search"></output></search>
</header>
<main id="main">
${content}
</main>
<footer>Made by opus ${version} ${timeOf(madeAt, madeAt)}.</footer>
${index}
<script>${new Html(pageScript)}</script>
</body>
</html>
`.text;
}
var policy = [
  "default-src 'none'",
  `style-src ${hashOf(pageStyle)}`,
  `script-src ${hashOf(pageScript)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'"
].join("; ");
function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
function timeOf(at, madeAt) {
  const age = ageWords(at, Date.parse(madeAt));
  if (age === "") return html`${at}`;
  return html`<time datetime="${at}" title="${shownTime(at)}">${age}</time>`;
}
var signs = {
  unreadable: "\u2715",
  unfinished: "\u25D0",
  drifted: "\u2260",
  unknown: "?",
  running: "\u25B6",
  applied: "\u25CF",
  "in-sync": "\u2713",
  empty: "\u25CB"
};
function chip({ status, words }) {
  return html`<span class="chip ${status}"><span aria-hidden="true">${signs[status]}</span> ${words}</span>`;
}
function counted(count, one, several = `${one}s`) {
  return `${count} ${count === 1 ? one : several}`;
}

// src/app/site/task-table.ts
function taskTable({ recorded, sealed, drift }, { values }) {
  const tasks = recorded?.tasks;
  if (!tasks || tasks.length === 0) return void 0;
  const table = {
    places: new Map(tasks.map(({ name }, index) => [name, index])),
    drifted: driftedNames(drift),
    values: values && sealed === "no"
  };
  const columns = sealed === "no" ? ["Task", "Kind", "Status", "Made", "Changed", "Depends on", ...table.values ? ["Values"] : []] : ["Task", "Status"];
  return html`<section id="tasks"><h2>Tasks <small>${tasks.length}</small></h2>
<div class="scroll" tabindex="0" role="region" aria-label="Tasks"><table><thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${tasks.map((task, index) => row(task, index, table))}</tbody></table></div>
${values && !table.values && html`<p class="note">Values of sealed state are not shown.</p>`}
</section>
`;
}
function driftedNames(drift) {
  return new Set(drift === null || drift.outdated ? [] : drift.drifted.map(({ task }) => task));
}
function row(task, index, { places, drifted, values }) {
  const { name, status, detail } = task;
  const begin = html`<tr id="task-${index}" data-row><th scope="row"><bdi>${name}</bdi></th>`;
  const state = html`<td>${status === "applied" ? "applied" : html`<strong class="bad">${status}</strong>`}${drifted.has(name) && html`, <strong class="bad">drifted</strong>`}</td>`;
  if (detail === null)
    return html`${begin}${state}</tr>
`;
  const { kind, createdAt, updatedAt, dependencies } = detail;
  const links = dependencies.map((one, at) => {
    const place = places.get(one);
    return html`${at > 0 && ", "}${place === void 0 ? one : html`<a href="#task-${place}">${one}</a>`}`;
  });
  const shown2 = html`<td><details><summary>Show<span class="hidden"> values of ${name}</span></summary><pre tabindex="0">${detail.values}</pre></details></td>`;
  return html`${begin}<td>${kind}</td>${state}<td class="date">${shownTime(createdAt)}</td><td class="date">${shownTime(updatedAt)}</td><td class="links">${links.length === 0 ? "\u2013" : links}</td>${values && shown2}</tr>
`;
}

// src/app/site/timeline.ts
var done = {
  create: "created",
  update: "updated",
  replace: "replaced",
  delete: "deleted",
  adopt: "adopted",
  forget: "forgot",
  noop: "recorded anew",
  none: "recorded anew"
};
function timeline(context, tasks, model) {
  const { runs, olderRuns, runsProblem } = context;
  const places = new Map(tasks.map(({ name }, index) => [name, index]));
  if (runs.length === 0)
    return html`<section id="history"><h2>History</h2><p class="note">${runsProblem === null ? "No run has ended here yet." : "Not known."}</p></section>`;
  return html`<section id="history"><h2>History <small>${counted(runs.length, "run")}</small></h2>
<ol class="timeline">
${runs.map((run) => entry(run, places, model))}</ol>
${olderRuns > 0 && html`<p class="note">${counted(olderRuns, "older run is", "older runs are")} not shown: <code>opus state history</code> lists all of them.</p>`}
</section>
`;
}
function entry({ serial, at, what, url, author, changes }, places, { madeAt }) {
  const time = Number.isNaN(Date.parse(at)) ? html`${at}` : html`<time class="stamp">${shownTime(at)}</time> (${timeOf(at, madeAt)})`;
  return html`<li id="run-${serial}" data-row><p><strong>${what || "run"}</strong> ${time}</p>
<p class="muted">serial ${serial}${author && `, ${author}`}${url && html`, ${link(url, html`run<span class="hidden"> of serial ${serial}</span>`)}`}</p>
${changes !== null && changes.length > 0 && html`<details><summary>${counted(changes.length, "task")} <span class="hidden">of serial ${serial}</span></summary><ul>${changes.map((one) => changed(one, places))}</ul></details>`}</li>
`;
}
function changed({ task, change }, places) {
  const place = places.get(task);
  return html`<li class="${change}">${done[change]} ${place === void 0 ? task : html`<a href="#task-${place}">${task}</a>`}</li>`;
}

// src/app/site/context-page.ts
function contextPage(context, toTop, model) {
  const { project, recorded, drift } = context;
  const heading = html`<nav aria-label="Place"><a href="${toTop}index.html">All environments</a> / ${project}</nav>
<h1>${context.context} ${chip(context)}</h1>`;
  const tasks = recorded?.tasks ?? [];
  const graph = graphSection(tasks, driftedNames(drift));
  const content = [
    problems(context),
    facts(context, model),
    drift && driftSection(drift, tasks, model),
    taskTable(context, model),
    graph && html`<section id="graph"><h2>Graph</h2>${graph}</section>`,
    timeline(context, tasks, model)
  ];
  return page({ title: `${project} / ${context.context}: ${context.words}`, heading, content }, model);
}
function problems({ problem, recorded, sealed, runsProblem }) {
  const pending = recorded?.pending ?? [];
  return html`${problem !== null && html`<p class="problem" role="note"><strong>The state can't be read.</strong> ${problem}</p>`}
${runsProblem !== null && html`<p class="problem" role="note"><strong>The history can't be read.</strong> ${runsProblem}</p>`}
${pending.length > 0 && html`<p class="problem" role="note"><strong>A run is under way, or did not end:</strong> ${pending.map(({ task, change }, index) => html`${index > 0 && ", "}${change} ${task}`)}. The next run that writes finds out what became of it.</p>`}
${sealed === "closed" && html`<p class="note">The state is sealed, and this page was made without its key: what is recorded is not known here.</p>`}
${sealed === "opened" && html`<p class="note">The state is sealed: only names and counts are shown.</p>`}`;
}
function facts({ recorded, lock, runs, drift }, { madeAt, backend }) {
  const last = runs[0];
  const rows = [
    ["Last run", last !== void 0 && html`${last.what || `serial ${last.serial}`}, ${timeOf(last.at, madeAt)}`],
    ["By", last?.author ?? false],
    ["Run", recorded !== null && recorded.runUrl !== "" && link(recorded.runUrl, recorded.runUrl)],
    [
      "Drift",
      drift === null ? "not looked for" : html`looked for ${timeOf(drift.at, madeAt)}, at serial ${drift.serial}`
    ],
    ["Serial", recorded !== null && String(recorded.serial)],
    ["Lineage", recorded?.lineage ?? false],
    ["Kept", `${backend}${recorded?.writer ? `, written by opus ${recorded.writer}` : ""}`],
    [
      "Locked",
      lock !== null && html`${lock.command || "by somebody"}${lock.since && html` since ${timeOf(lock.since, madeAt)}`}${lock.url && html` (${link(lock.url, "the run that holds it")})`}`
    ]
  ];
  const shown2 = rows.filter(([, value]) => value !== false && value !== "");
  return html`<dl class="facts">${shown2.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
`;
}
function driftSection(drift, tasks, { madeAt }) {
  const { at, outdated, failure: failure2, drifted, inSync, unknown, unobservable, leftOut: leftOut2 } = drift;
  const places = new Map(tasks.map(({ name }, index) => [name, index]));
  const named = (name) => {
    const place = places.get(name);
    return place === void 0 ? html`${name}` : html`<a href="#task-${place}">${name}</a>`;
  };
  const counts = [
    `${drifted.length} drifted`,
    `${inSync} in sync`,
    ...unknown.length > 0 ? [`${unknown.length} unknown`] : [],
    ...unobservable > 0 ? [`${unobservable} that nobody can look at`] : [],
    ...leftOut2 !== null && leftOut2 > 0 ? [`${leftOut2} not looked at`] : []
  ];
  return html`<section id="drift"><h2>Drift</h2>
<p>${counts.join(", ")}, ${timeOf(at, madeAt)}.${failure2 !== null && html` Not all could be looked at: <code>${failure2}</code>.`}${outdated && html` <strong>The state has been changed since.</strong>`}</p>
${drifted.length + unknown.length > 0 && html`<ul>${drifted.map(({ task, drift: how }) => html`<li>${named(task)}: ${how}</li>`)}${unknown.map((task) => html`<li>${named(task)}: unknown</li>`)}</ul>`}
</section>
`;
}

// src/app/site/model.ts
var statuses = [
  "unreadable",
  "unfinished",
  "drifted",
  "unknown",
  "running",
  "applied",
  "in-sync",
  "empty"
];

// src/app/site/overview-page.ts
var mostNames = 2e4;
function overviewPage(model, placed) {
  const projects = [...new Set(placed.map(([{ project }]) => project))];
  const heading = html`<h1>${projects.length === 1 ? projects[0] : "Environments"}</h1>
<p class="sum">${summary(model, projects.length)}</p>`;
  const content = placed.length === 0 ? html`<p class="note">Nothing is recorded yet.</p>` : [
    html`<section id="results" aria-label="Found tasks" hidden><h2>Tasks</h2><ul></ul></section>`,
    ...projects.map((project) => projectSection(project, placed, model))
  ];
  return page(
    {
      title: projects.length === 1 ? `${projects[0]}: environments` : "Environments",
      heading,
      content,
      data: names(placed)
    },
    model
  );
}
function summary({ contexts }, projects) {
  const count = (status) => contexts.filter((context) => context.status === status).length;
  const words = {
    unreadable: "can't be read",
    unfinished: "unfinished",
    drifted: "drifted",
    unknown: "unknown",
    running: "under way",
    applied: "applied",
    "in-sync": "in sync",
    empty: "empty"
  };
  const chips = statuses.filter((status) => count(status) > 0).map((status) => html` ${chip({ status, words: `${count(status)} ${words[status]}`, since: null })}`);
  return html`${counted(projects, "project")}, ${counted(contexts.length, "context")}.${chips}`;
}
function projectSection(project, placed, model) {
  const own = placed.filter(([context]) => context.project === project);
  const shown2 = own.filter(([{ status }]) => status !== "empty");
  const empty = own.filter(([{ status }]) => status === "empty");
  const list = (some) => html`<ul class="cards">${some.map((one) => card(one, model))}</ul>`;
  return html`<section class="project"><h2>${project}</h2>
${shown2.length > 0 && list(shown2)}
${empty.length > 0 && html`<details><summary>${counted(empty.length, "context")} with nothing recorded</summary>${list(empty)}</details>`}
</section>
`;
}
function card([context, folder], { madeAt }) {
  const { recorded, runs, drift, sealed, problem } = context;
  const last = runs[0];
  const tasks = recorded?.tasks ?? null;
  return html`<li class="card" data-text="${`${context.project} ${context.context} ${context.words}`.toLowerCase()}">
<h3><a href="${folder}index.html">${context.context}</a></h3>
<p>${chip(context)} ${context.since !== null && timeOf(context.since, madeAt)}</p>
<dl>
<div><dt>Recorded</dt><dd>${problem !== null ? "not known" : tasks === null ? sealed === "closed" ? "sealed" : "nothing" : counted(tasks.length, "task")}</dd></div>
<div><dt>Serial</dt><dd>${recorded === null ? "\u2013" : recorded.serial}</dd></div>
<div><dt>Last run</dt><dd>${last === void 0 ? "\u2013" : html`${last.what || `serial ${last.serial}`}, ${timeOf(last.at, madeAt)}${last.author && `, ${last.author}`}${last.url && html` (${link(last.url, html`run<span class="hidden"> of ${context.context}</span>`)})`}`}</dd></div>
<div><dt>Drift</dt><dd>${drift === null ? "not looked for" : html`looked for ${timeOf(drift.at, madeAt)}${drift.outdated && ", before the last change"}`}</dd></div>
</dl></li>
`;
}
function names(placed) {
  let room = mostNames;
  const contexts = placed.map(([{ project, context, recorded }, folder]) => {
    const tasks = (recorded?.tasks ?? []).slice(0, room).map(({ name }) => name);
    room -= tasks.length;
    return [`${project} / ${context}`, folder, tasks];
  });
  return jsonData(contexts);
}

// src/app/site/status-file.ts
function statusFile(context, madeAt) {
  return { format: "opus-status", version: 1, madeAt, ...factsOf(context, madeAt) };
}
function allStatusFile({ contexts, madeAt }) {
  return { format: "opus-status", version: 1, madeAt, contexts: contexts.map((context) => factsOf(context, madeAt)) };
}
function factsOf(context, madeAt) {
  const { project, status, since, problem, sealed, recorded, lock, runs, drift } = context;
  const last = runs[0];
  return {
    project,
    context: context.context,
    status,
    text: badgeText(context, Date.parse(madeAt)),
    since,
    problem,
    sealed: sealed !== "no",
    serial: recorded?.serial ?? null,
    lineage: recorded?.lineage ?? null,
    tasks: recorded?.tasks?.length ?? null,
    pending: recorded?.tasks ? recorded.pending.length : null,
    locked: lock !== null,
    lastRun: last === void 0 ? null : { at: last.at, what: last.what, serial: last.serial, author: last.author, url: last.url },
    drift: drift === null ? null : driftFacts(drift)
  };
}
function driftFacts({
  at,
  serial,
  outdated,
  failure: failure2,
  drifted,
  inSync,
  unknown,
  unobservable,
  leftOut: leftOut2
}) {
  const counts = { drifted: drifted.length, inSync, unknown: unknown.length, unobservable, leftOut: leftOut2 };
  return { lookedAt: at, serial, outdated, failure: failure2, ...counts };
}

// src/app/site/site-files.ts
var taken = ["index.html", "status.json"];
function siteFiles(model) {
  const folders = foldersOf(model.contexts);
  const files = /* @__PURE__ */ new Map();
  const placed = model.contexts.map((context, index) => [context, address(folders[index] ?? "")]);
  files.set("index.html", overviewPage(model, placed));
  files.set("status.json", json(allStatusFile(model)));
  for (const [index, context] of model.contexts.entries()) {
    const folder = folders[index] ?? "";
    files.set(`${folder}index.html`, contextPage(context, "../../", model));
    files.set(`${folder}status.json`, json(statusFile(context, model.madeAt)));
    files.set(`${folder}badge.svg`, badge(context, model.madeAt));
  }
  return files;
}
function foldersOf(contexts) {
  const projects = distinct(
    contexts.map(({ project }) => project),
    taken
  );
  const used = /* @__PURE__ */ new Map();
  return contexts.map(({ project, context }) => {
    const first = projects.get(project) ?? "";
    const others = used.get(first) ?? [];
    const second = free(folderName(context), others);
    used.set(first, [...others, second.toLowerCase()]);
    return `${first}/${second}/`;
  });
}
function distinct(names2, others) {
  const found = /* @__PURE__ */ new Map();
  const used = [...others];
  for (const name of names2) {
    if (found.has(name)) continue;
    const folder = free(folderName(name), used);
    used.push(folder.toLowerCase());
    found.set(name, folder);
  }
  return found;
}
function free(name, used) {
  let found = name === "" ? "~" : name;
  for (let number = 2; used.includes(found.toLowerCase()); number++) found = `${name}~${number}`;
  return found;
}
function address(path) {
  return path.split("/").map(encodeURIComponent).join("/");
}
function json(value) {
  return `${JSON.stringify(value, null, 2)}
`;
}

// src/app/site/site-folder.ts
import { randomBytes } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  readdirSync as readdirSync2,
  readFileSync as readFileSync2,
  renameSync,
  rmdirSync,
  statSync as statSync2,
  unlinkSync,
  writeFileSync
} from "node:fs";
import { dirname, join as join2, resolve } from "node:path";
var markerName = ".opus-site.json";
var markerFormat = "opus-site";
var temporaryName = /^\.opus-site-[0-9a-f]{12}\.tmp$/;
var ownPath = /^(?:(?!\.\.?\/)[^/\\\0]+\/(?!\.\.?\/)[^/\\\0]+\/)?(?:index\.html|status\.json|badge\.svg)$/;
function writeSite(folder, shown2, files) {
  try {
    const before = ownFiles(folder, shown2);
    if (!before.ok) return before;
    const inTheWay = foreignAmong(folder, [...files.keys()], new Set(before.value));
    if (inTheWay !== void 0)
      return err(
        refused(`${shown2}/${inTheWay} is not of a site that opus made`, "Move it away, or choose another folder.")
      );
    makeFolders(resolve(folder));
    const both = /* @__PURE__ */ new Set([...before.value, ...files.keys()]);
    writeMarker(folder, [...both]);
    for (const [path, text] of files) {
      mkdirSync(join2(folder, dirname(path)), { recursive: true });
      replace(join2(folder, path), text);
    }
    for (const path of before.value) if (!files.has(path)) remove(folder, path);
    writeMarker(folder, [...files.keys()]);
    return ok(void 0);
  } catch (error) {
    const { code, message } = error;
    if (code === void 0) throw error;
    return err(refused(`the site can't be written to ${shown2}: ${message}`, "Choose another folder with `--out`."));
  }
}
function ownFiles(folder, shown2) {
  const stats = statSync2(folder, { throwIfNoEntry: false });
  if (stats === void 0) return ok([]);
  if (!stats.isDirectory()) return err(refused(`${shown2} is no folder`, "Choose another one with `--out`."));
  const names2 = readdirSync2(folder).filter((name) => !temporaryName.test(name));
  if (names2.length === 0) return ok([]);
  const files = names2.includes(markerName) ? markedFiles(join2(folder, markerName)) : void 0;
  if (files !== void 0) return ok(files);
  const message = `${shown2} holds other files than a site that opus made (${names2.sort().slice(0, 3).join(", ")}${names2.length > 3 ? ", \u2026" : ""})`;
  return err(refused(message, "Choose an empty folder with `--out`, or one that is not there yet."));
}
function markedFiles(path) {
  if (!lstatSync(path).isFile()) return void 0;
  try {
    const { format, version, files } = JSON.parse(readFileSync2(path, "utf8"));
    if (format !== markerFormat || version !== 1 || !Array.isArray(files)) return void 0;
    return files.filter((file) => typeof file === "string" && ownPath.test(file));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return void 0;
    throw error;
  }
}
function foreignAmong(folder, paths, own) {
  const asked = /* @__PURE__ */ new Set();
  for (const path of paths) {
    const parts = path.split("/");
    for (const end of parts.keys()) {
      const at = parts.slice(0, end + 1).join("/");
      if (asked.has(at)) continue;
      asked.add(at);
      const stats = lstatSync(join2(folder, at), { throwIfNoEntry: false });
      if (stats === void 0) break;
      const last = end === parts.length - 1;
      if (last ? !stats.isFile() || !own.has(path) : !stats.isDirectory()) return at;
    }
  }
  return void 0;
}
function remove(folder, path) {
  const parts = path.split("/");
  for (const end of parts.slice(1).keys())
    if (!lstatSync(join2(folder, ...parts.slice(0, end + 1)), { throwIfNoEntry: false })?.isDirectory()) return;
  const stats = lstatSync(join2(folder, path), { throwIfNoEntry: false });
  if (stats?.isFile()) unlinkSync(join2(folder, path));
  for (let end = parts.length - 1; end > 0; end--) {
    try {
      rmdirSync(join2(folder, ...parts.slice(0, end)));
    } catch {
      return;
    }
  }
}
function writeMarker(folder, files) {
  const marker = { format: markerFormat, version: 1, files: [...files].sort() };
  replace(join2(folder, markerName), `${JSON.stringify(marker, null, 2)}
`);
}
function replace(path, text) {
  const temporary = join2(dirname(path), `.opus-site-${randomBytes(6).toString("hex")}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    try {
      unlinkSync(temporary);
    } catch {
    }
    throw error;
  }
}
function refused(message, suggestion) {
  return explained("invalid-input", message, { suggestion });
}

// src/app/site/site-command.ts
var detailedRuns = 25;
async function runSite(request, host, output) {
  const sources = /* @__PURE__ */ new Map();
  const { redactor } = host;
  const done2 = await makeSite(request, host, output, sources);
  if (done2.ok) return done2.value ? 0 : 1;
  const { message, diagnostics } = redactFailure(done2.error, redactor);
  output.error(`opus: ${printableLines(message).join(" ")}`);
  for (const diagnostic of diagnostics) {
    if (diagnostic.message !== message || diagnostic.location)
      output.error(renderDiagnostic(diagnostic, sources, { redact: (text) => redactor.text(text) }));
    else if (diagnostic.suggestion !== void 0) output.error(`  ${printableLines(diagnostic.suggestion).join(" ")}`);
  }
  return 1;
}
async function makeSite(request, host, output, sources) {
  const prepared = await prepareLook(request.raw, host, sources);
  if (!prepared.ok) return prepared;
  const place = await placeOf(prepared.value, host);
  if (!place.ok) return place;
  const surveyed = await survey(place.value, prepared.value, host, output);
  if (!surveyed.ok) return surveyed;
  const { looks, problems: problems2 } = readDriftReports(request.reports, host.directory);
  const model = modelOf(surveyed.value, looks, place.value.backend.name, request, host);
  const folder = resolvePath2(host.directory, request.out);
  const written = writeSite(folder, request.out, siteFiles(model));
  if (!written.ok) return written;
  const say = (text) => output.error(`opus: ${host.redactor.text(printableLines(text).join(" "))}`);
  const unread = [
    ...model.contexts.flatMap(({ problem }) => problem ?? []),
    ...new Set(model.contexts.flatMap(({ runsProblem }) => runsProblem ?? [])),
    ...problems2.map((text) => `${text}.`)
  ];
  for (const text of unread) say(text);
  for (const text of withoutState(looks, surveyed.value)) say(`warning: ${text}`);
  const { settings, loaded } = prepared.value;
  if (model.contexts.length === 0 && !isChosen(settings, loaded.manifest.project))
    say(
      `warning: only ${place.value.backend.help} was looked at; a workflow keeps state on a branch: --state-backend branch`
    );
  output.console.line(doneWords(model, request.out));
  return ok(unread.length === 0);
}
async function placeOf({ settings, loaded }, host) {
  const { manifest, workingDirectory } = loaded;
  const { backend, branch, path } = settings.state;
  const errors = manifest.diagnostics.filter(({ severity }) => severity === "error");
  const told = manifest.project !== void 0 || (backend ?? branch ?? path) !== void 0;
  if (!told && errors.length > 0) {
    const message = "the Project document can't be read, so it is not known where state is";
    const suggestion = "Mend it; or give `--state-backend`, with `--state-path` or `--state-branch` where it is not the default.";
    return err(
      failure("invalid-manifest", message, [
        { severity: "error", code: "invalid-manifest", message, suggestion },
        ...errors
      ])
    );
  }
  return stateLocation(settings, manifest.project, host, workingDirectory, checkout);
}
async function survey(place, { settings, capabilities, loaded }, host, output) {
  if (!place.survey) return err(failure("invalid-input", `states in the ${place.backend.name} can't be listed`));
  const { encryptionKey, stateFiles } = capabilities;
  const { initialize, token } = settings;
  const { environment, terminal, version, redactor, signal } = host;
  const sealing = await openSealing({ encryptionKey, initialize }, host, ({ message, suggestion }) => {
    output.error(`opus: ${printableLines(`${message}. ${suggestion ?? ""}`).join(" ")}`);
  });
  if (!sealing.ok) return sealing;
  const services = storeServices({
    place,
    project: loaded.project,
    environment,
    terminal,
    version,
    token,
    initialize,
    clock: systemClock,
    sealing: sealing.value,
    stateFiles,
    redact: (text) => redactor.text(text),
    onProgress: () => void 0
  });
  return place.survey(services, { detailedRuns }, signal);
}
function modelOf(surveyed, looks, backend, { values, limit }, { redactor, version }) {
  const gathering = { looks, values, limit, redactor };
  const contexts = surveyed.map((context) => gathered(context, gathering));
  contexts.sort((one, other) => order(one.project, other.project) || order(one.context, other.context));
  const model = { madeAt: systemClock.timestamp(), version, backend, values, contexts };
  return redactor.value(model);
}
function order(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
function withoutState(looks, surveyed) {
  const known = new Set(surveyed.map(({ name }) => JSON.stringify([name.project, name.context])));
  return looks.filter(({ project, context }) => !known.has(JSON.stringify([project, context.name]))).map(
    ({ project, context }) => `a report tells of ${oneLine(`${project}/${context.name}`)}, of which nothing is recorded here`
  );
}
function doneWords({ contexts }, out) {
  const projects = new Set(contexts.map(({ project }) => project)).size;
  if (contexts.length === 0) return `Nothing is recorded yet: ${out}/index.html says so.`;
  const counted2 = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
  return `Wrote ${counted2(contexts.length, "context")} of ${counted2(projects, "project")} to ${out}/index.html.`;
}
export {
  runSite
};
