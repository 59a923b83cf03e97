import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  commentLimit
} from "./chunk-ZCRH4EAZ.js";
import "./chunk-DVX73DJF.js";
import {
  diffField
} from "./chunk-3IP34RX6.js";
import "./chunk-JRNEFKO7.js";
import {
  hiddenLine,
  readHiddenLine
} from "./chunk-XGQZMIKK.js";
import {
  code,
  codeHtml,
  details,
  fenced,
  inline,
  inlineHtml,
  joined,
  link,
  md,
  ours,
  table
} from "./chunk-DTGBYTTG.js";
import {
  fieldNames
} from "./chunk-DBO4XEOM.js";
import "./chunk-BCV6KWAY.js";
import {
  withoutNames
} from "./chunk-E7KO2NYR.js";
import "./chunk-D3OZT35Y.js";
import "./chunk-E464FBX3.js";
import {
  anotherValue,
  waitingFor
} from "./chunk-ECNAE3MH.js";
import "./chunk-ZHKSUILZ.js";
import "./chunk-NZX5AGU2.js";
import "./chunk-DVS7MNYR.js";
import {
  hasFailed,
  isDrifted,
  plural
} from "./chunk-33HS6KZX.js";
import {
  failureReasons
} from "./chunk-HL4FL66I.js";
import {
  cutPair
} from "./chunk-IEAZJNH3.js";
import "./chunk-CFNOMM4R.js";
import "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import "./chunk-7AN7EH64.js";
import {
  oneLine
} from "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import {
  isoTime
} from "./chunk-RTR3EWSL.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject,
  pointerPath
} from "./chunk-RRD47Q5D.js";
import {
  closedIssues
} from "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import {
  betweenWritesMs,
  issueMs
} from "./chunk-IE326VUJ.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/hooks/issue/findings.ts
import { createHash } from "node:crypto";
var looked = [null, "drift-detected", "changes-pending"];
function findingsOf(context, about, whole) {
  const { name, tasks, failureReason, state } = context;
  const reports = tasks.filter(isDrifted);
  return {
    context: name,
    drifting: new Map(reports.map((task) => [task.name, { way: wayOf(task), fields: fieldsOf(task) }])),
    reports,
    seen: new Set(tasks.filter(wasSeen).map((task) => task.name)),
    unknown: tasks.filter((task) => task.drift === "unknown" || hasFailed(task)),
    failure: looked.includes(failureReason) ? null : failureReason,
    whole,
    sealed: state.sealed === true,
    about
  };
}
function wayOf(task) {
  return task.gate ? "not-holding" : task.drift;
}
function wasSeen(task) {
  return !hasFailed(task) && task.drift !== "unknown" && task.drift !== "unobservable";
}
function fieldsOf({ fields }) {
  const paths = fields.filter(({ drifted }) => drifted).map(({ path }) => path);
  return paths.length === 0 ? "" : digestOf(paths.sort());
}
function digestOf(value) {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}

// src/hooks/issue/model.ts
var driftWays = ["resource-changed", "both", "missing", "not-holding"];

// src/hooks/issue/marker.ts
var format = "opus-issue";
var version = 1;
function renderMarker({ tasks, ...facts }) {
  const packed = [...tasks].map(([name, { way, fields, since }]) => [name, way, fields, since]);
  return hiddenLine({ format, version, ...facts, tasks: packed });
}
function readMarker(body) {
  for (const line of body.split(/\r?\n/)) {
    const facts = line.startsWith("<!--") ? readFacts(readHiddenLine(line)) : void 0;
    if (facts) return facts;
  }
  return void 0;
}
function readFacts(parsed) {
  if (parsed?.format !== format || parsed.version !== version) return void 0;
  const { project, context, open, failure, since, tasks, more, digest } = parsed;
  const reason = failure === null ? null : failureReasons.find((one) => one === failure);
  if (typeof project !== "string" || typeof context !== "string" || typeof open !== "boolean") return void 0;
  if (reason === void 0 || !isTime(since) || !Array.isArray(tasks) || typeof digest !== "string") return void 0;
  if (typeof more !== "number" || !Number.isSafeInteger(more) || more < 0) return void 0;
  const read = tasks.map(readDrifting);
  if (!read.every((one) => one !== void 0)) return void 0;
  return { project, context, open, failure: reason, since, tasks: new Map(read), more, digest };
}
function readDrifting(value) {
  const [name, told2, fields, since] = Array.isArray(value) ? value : [];
  const way = driftWays.find((one) => one === told2);
  if (typeof name !== "string" || way === void 0 || typeof fields !== "string" || !isTime(since)) return void 0;
  return [name, { way, fields, since }];
}
function isTime(value) {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
}

// src/hooks/issue/sides.ts
var mostFields = 30;
var width = 48;
var blockLimits = { lines: 30, width: 200 };
var absent = md`–`;
function sidesFold(task, recorded, place) {
  const fields = task.fields.slice(0, mostFields);
  const parts = [];
  if (fields.length > 0)
    parts.push(
      table(
        [md`Field`, md`Live`, md`Manifest`, md`Recorded`],
        fields.map((one) => row(one, task, recorded))
      )
    );
  const blocks = fields.filter(isLong).flatMap((field) => diffField(field, blockLimits, "drift"));
  if (blocks.length > 0)
    parts.push(
      fenced(
        ["--- wanted", "+++ live", ...blocks.map(({ sign, text }) => `${sign === "~" ? "!" : sign} ${text}`)],
        "diff"
      )
    );
  const more = task.fields.length - fields.length;
  if (more > 0) parts.push(md`… and ${plural(more, "more field")}`);
  const { location } = task;
  if (location && place !== void 0)
    parts.push(md`<sub>${link(code(`${location.file}:${location.line}`, 200), place)}</sub>`);
  const title = md`${codeHtml(task.name, 100)} ${inlineHtml(task.kind, 60)}`;
  return details(title, parts.length === 0 ? md`The resource is not there.` : joined(parts, "\n\n"));
}
function row(field, { compared, drift }, spec) {
  const { manifest, recorded, live } = sidesOf(field, compared === "live", drift === "missing" ? spec : void 0);
  const [wanted, there] = cutPair(manifest ?? recorded ?? "", live ?? "", width);
  const [left] = cutPair(recorded ?? "", live ?? "", width);
  const cells = [
    [live, there],
    [manifest, manifest === void 0 ? "" : wanted],
    [recorded, left]
  ];
  const name = code(field.path.slice(1).replaceAll("/", ".") || "(everything)", 80);
  return [name, ...cells.map(([text, shown]) => text === void 0 ? absent : code(shown, 4 * width))];
}
function sidesOf(field, isSeen, spec) {
  const { before, after, drifted, left, sensitive, otherValues, knownAfter } = field;
  const shown = (value) => {
    if (value === void 0) return void 0;
    return sensitive ? "(sensitive)" : cellText(value);
  };
  const manifest = knownAfter ? waitingFor(knownAfter) : otherValues ? anotherValue(otherValues) : shown(after);
  if (spec) return { manifest, recorded: shown(valueAt(spec, pointerPath(field.path))), live: void 0 };
  if (drifted) return { manifest, recorded: shown(left ?? after), live: shown(before) };
  return { manifest, recorded: shown(before), live: isSeen ? shown(before) : void 0 };
}
function cellText(value) {
  const isPlain = typeof value === "string" && value.trim() !== "";
  return oneLine(isPlain ? value.replaceAll(/\r?\n/g, "\u21B5") : JSON.stringify(value));
}
function valueAt(spec, path) {
  let at = spec;
  for (const key of path) at = isObject(at) && Object.hasOwn(at, key) ? at[key] : void 0;
  return at;
}
function isLong({ before, after, sensitive, otherValues }) {
  if (sensitive || otherValues) return false;
  return [before, after].some((value) => typeof value === "string" && value.trimEnd().includes("\n"));
}

// src/hooks/issue/times.ts
function shownTime(time) {
  return ours(`${isoTime(time).slice(0, 16).replace("T", " ")} UTC`);
}
function shownDay(time) {
  return ours(isoTime(time).slice(0, 10));
}

// src/hooks/issue/body.ts
var mostRows = 100;
var mostUnknown = 20;
function renderBody(facts, findings, options) {
  const marker = renderMarker(facts);
  const [first = md``, ...also] = head(facts, findings, options);
  const mending = resources(facts) === 0 ? [] : advice(facts, options);
  const last = foot(findings, options);
  const whole = (parts) => joined([md`${marker}\n${first}`, ...also, ...parts], "\n\n");
  const fits = (parts) => whole(parts).length <= commentLimit;
  for (const rows of [mostRows, 20, 5]) {
    const told2 = [...driftTable(facts, findings, rows), ...unknownTasks(findings), ...mending];
    if (!fits([...told2, ...last])) continue;
    return whole([...told2, ...foldsWithin((folds) => fits([...told2, ...folds, ...last]), findings, options), ...last]);
  }
  return whole(mending);
}
function renderClosed(facts, words) {
  return md`${renderMarker(facts)}\n${words}`;
}
function head(facts, { about }, { links, moment }) {
  const context = code(facts.context);
  const count = resources(facts);
  const gates = facts.tasks.size + facts.more - count;
  const run = runLink(moment, links);
  const parts = [];
  if (count > 0)
    parts.push(
      md`**${count} ${count === 1 ? "resource" : "resources"} of ${context} ${count === 1 ? "is" : "are"} not as opus left ${count === 1 ? "it" : "them"}**, since ${shownTime(facts.since)}.`
    );
  if (gates > 0)
    parts.push(
      md`**${gates} ${gates === 1 ? "gate" : "gates"} of ${context} ${gates === 1 ? "does" : "do"} not hold**.`
    );
  if (facts.failure !== null) {
    const why = about.failure === void 0 ? "" : md`: ${inline(about.failure, 400)}`;
    parts.push(md`**${context} could not be looked at** by ${run}: ${code(facts.failure)}${why}`);
  }
  if (count + gates === 0 && facts.failure === null)
    parts.push(
      md`**Nothing of ${context} is known to drift any more**, but not all of it could be looked at by ${run}.`
    );
  return parts;
}
function resources({ tasks, more }) {
  return [...tasks.values()].filter(({ way }) => way !== "not-holding").length + more;
}
function driftTable({ tasks, more }, findings, most) {
  if (tasks.size === 0) return [];
  const reports = new Map(findings.reports.map((task) => [task.name, task]));
  const rows = [...tasks].slice(0, most).map(([name, one]) => [code(name, 80), whatHappened(one, reports.get(name), findings), shownDay(one.since)]);
  const left = tasks.size + more - rows.length;
  const shown = table([md`Task`, md`What`, md`Since`], rows);
  return left > 0 ? [shown, md`… and ${left} more. The job summary has all of them.`] : [shown];
}
function whatHappened({ way }, task, { sealed }) {
  const isGate = way === "not-holding";
  const what = isGate ? md`does not hold` : way === "missing" ? md`gone` : way === "both" ? md`changed, and so is the manifest` : md`changed`;
  if (task === void 0) return md`${what}; not seen this time`;
  if (isGate) return sealed ? what : inline(task.reason, 200);
  const drifted = task.fields.filter((field) => field.drifted);
  if (sealed || way === "missing" || drifted.length === 0) return what;
  return md`${what}: ${code(fieldNames({ fields: drifted }, 80), 80)}`;
}
function unknownTasks({ unknown, sealed }) {
  if (unknown.length === 0) return [];
  const lines = unknown.slice(0, mostUnknown).map(({ name, reason, error }) => {
    const why = sealed ? "" : error?.message ?? reason;
    return why === "" ? md`- ${code(name, 80)}` : md`- ${code(name, 80)}: ${inline(why, 200)}`;
  });
  const more = unknown.length - lines.length;
  const rest = more > 0 ? [md`- … and ${more} more`] : [];
  return [joined([md`Could not be looked at, so the issue stays open:\n`, ...lines, ...rest], "\n")];
}
function advice(facts, { terminal }) {
  const { context } = facts;
  const lines = terminal(context);
  const count = resources(facts);
  const back = count === 1 ? md`it` : md`them`;
  const keep = md`To keep what is there, change the manifest to it, and apply that.`;
  if (lines.length === 0) return [md`To put ${back} back, run the workflow that applies ${code(context)}. ${keep}`];
  return [md`To put ${back} back, run the workflow that applies ${code(context)}, or:`, fenced(lines, "sh"), keep];
}
function foldsWithin(fits, { reports, sealed, about }, { taskLink }) {
  const folds = [];
  if (sealed) return folds;
  for (const task of reports.slice(0, mostRows)) {
    folds.push(sidesFold(task, about.recordedSpec(task.name), taskLink(task)));
    if (fits(folds)) continue;
    folds.pop();
    break;
  }
  return folds;
}
function foot({ about, whole }, { links, moment }) {
  const { lastRun, changedAt } = about;
  const when = changedAt === void 0 ? "" : md`, ${shownTime(changedAt)}`;
  const applied = lastRun === void 0 ? [] : [md`Last applied by ${appliedBy(lastRun, links)}${when}.`];
  const part = whole ? "" : md` (only a part of it)`;
  const seen = md`Last look${part}: ${runLink(moment, links)}, ${shownTime(moment.at)}.`;
  return [
    joined([...applied, seen], "<br>"),
    md`opus keeps this issue up to date, and closes it when nothing drifts any more. Closed by hand, it is opened again while the drift goes on.`
  ];
}
function appliedBy({ id, attempt, sha }, links) {
  const run = id === "" ? md`a run outside of GitHub Actions` : runLink({ run: id, attempt, commit: sha, at: "" }, links);
  return sha === "" ? run : md`${run} from commit ${commitLink(sha, links)}`;
}
function runLink(moment, links) {
  if (moment.run === "") return md`this run`;
  return link(md`run ${inline(moment.run, 30)}`, links.run(moment));
}
function commitLink(sha, links) {
  return link(code(sha.slice(0, 7)), links.commit(sha));
}

// src/hooks/issue/comments.ts
var mostNames = 20;
function changedComment(facts, news, words) {
  return joined(
    [md`What drifts of ${code(facts.context)} has changed, as ${seenBy(words)} saw:`, changes(news)],
    "\n\n"
  );
}
function reopenedComment(before, facts, news, words) {
  const context = code(facts.context);
  const seen = seenBy(words);
  const failed2 = facts.tasks.size + facts.more === 0;
  const still = failed2 ? md`${context} still can't be looked at` : md`${context} still is not as opus left it`;
  const again = failed2 ? md`${context} can't be looked at` : md`${context} has drifted again`;
  const why = before.open ? md`Opened again: it was closed by hand, and ${still}, as ${seen} saw. It is closed when that is mended. To end this otherwise, change the manifest to what is there, or leave out \`drift-issue\`.` : md`Opened again: ${again}, as ${seen} saw. It had been closed ${shownTime(before.since)}.`;
  return news === void 0 ? why : joined([why, changes(news)], "\n\n");
}
function cleanComment(before, words) {
  const context = code(before.context);
  const failed2 = before.tasks.size + before.more === 0;
  const what = failed2 ? md`${context} could be looked at again, and nothing of it drifts` : md`nothing of ${context} drifts any more`;
  return md`Closed: ${what}, as ${seenBy(words)} saw.`;
}
function goneComment(context, project, why, words) {
  const seen = seenBy(words);
  if (why === "deleted") return md`Closed: ${seen} has deleted everything that was recorded of ${code(context)}.`;
  return md`Closed: the project ${code(project)} has no context ${code(context)} any more, as ${seen} saw. What was made there may still be there.`;
}
function duplicateComment(number) {
  return md`Duplicate of #${number}\n\nTwo runs opened an issue at the same time; the older one is kept.`;
}
function changes({ begun, changed, ended }) {
  const line = (names2, what) => {
    if (names2.length === 0) return [];
    const shown = joined(
      names2.slice(0, mostNames).map((name) => code(name, 80)),
      ", "
    );
    const more = names2.length > mostNames ? md` and ${names2.length - mostNames} more` : "";
    return [md`- ${what}: ${shown}${more}`];
  };
  const lines = [
    ...line(begun, md`drifts now`),
    ...line(changed, md`drifts in another way`),
    ...line(ended, md`drifts no longer`)
  ];
  return lines.length === 0 ? md`The description has all of it.` : joined(lines, "\n");
}
function seenBy({ moment, links }) {
  return runLink(moment, links);
}

// src/hooks/issue/decide.ts
var mostForTasks = 2e4;
function decide(known, findings, project, now) {
  const { context, drifting, failure } = findings;
  const isOpen = known?.issue.state === "open";
  const before = known?.facts.open ? known.facts : void 0;
  const tasks = driftingNow(before, findings, now);
  const named = withRoom(tasks);
  const facts = {
    project,
    context,
    open: true,
    failure,
    since: before?.since ?? now,
    tasks: named,
    more: tasks.size - named.size,
    digest: digestOf([...tasks].map(([name, { way, fields }]) => [name, way, fields]).sort())
  };
  const seesNothing = drifting.size === 0 && failure === null;
  if (seesNothing && isClean(tasks, before, findings)) {
    const isOver = known === void 0 || !known.facts.open;
    return isOver ? { to: "leave" } : { to: "close", facts: { ...facts, open: false, since: now } };
  }
  if (seesNothing && (!isOpen || !findings.whole)) return { to: "leave" };
  const news = before && newsOf(before, facts, tasks);
  if (!findings.whole && isOpen && failure === null && !hasMore(before, findings)) return { to: "leave" };
  return { to: "keep-open", facts, news };
}
function driftingNow(before, { drifting, seen, whole, about }, now) {
  const tasks = /* @__PURE__ */ new Map();
  for (const [name, one] of before?.tasks ?? []) {
    const isGone = whole && about.recorded !== void 0 && !about.recorded.has(name);
    if (!seen.has(name) && !isGone) tasks.set(name, one);
  }
  const first = before !== void 0 && before.more > 0 ? before.since : now;
  for (const [name, one] of drifting) tasks.set(name, { ...one, since: before?.tasks.get(name)?.since ?? first });
  return tasks;
}
function isClean(tasks, before, { whole, seen, unknown, about }) {
  const { recorded } = about;
  if (!whole || unknown.length > 0 || recorded === void 0 || tasks.size > 0) return false;
  return before === void 0 || before.more === 0 || [...recorded].every((name) => seen.has(name));
}
function hasMore(before, { drifting }) {
  return [...drifting].some(([name, one]) => {
    const told2 = before?.tasks.get(name);
    return told2?.way !== one.way || told2.fields !== one.fields;
  });
}
function newsOf(before, { digest }, tasks) {
  if (before.digest === digest) return void 0;
  const names2 = [...tasks.keys()];
  const isOther = (name) => {
    const [was, is] = [before.tasks.get(name), tasks.get(name)];
    return was?.way !== is?.way || was?.fields !== is?.fields;
  };
  return {
    begun: before.more > 0 ? [] : names2.filter((name) => !before.tasks.has(name)),
    changed: names2.filter((name) => before.tasks.has(name) && isOther(name)),
    ended: [...before.tasks.keys()].filter((name) => !tasks.has(name))
  };
}
function withRoom(tasks) {
  const named = /* @__PURE__ */ new Map();
  let size = 0;
  for (const [name, one] of [...tasks].sort(([, a], [, b]) => a.since < b.since ? -1 : a.since > b.since ? 1 : 0)) {
    size += JSON.stringify([name, one]).length;
    if (size > mostForTasks) break;
    named.set(name, one);
  }
  return named;
}

// src/hooks/issue/headline.ts
function titleOf(facts) {
  const { project, context, failure, tasks, more } = facts;
  const fails = failure !== null && tasks.size + more === 0;
  return fails ? failureTitle(project, context) : driftTitle(project, context);
}
function titleAfter({ title }, facts) {
  const { project, context } = facts;
  const wanted = titleOf(facts);
  const isOurs = title === driftTitle(project, context) || title === failureTitle(project, context);
  return isOurs && title !== wanted ? wanted : void 0;
}
function labelsOf({ failure, tasks, more }, labels) {
  const drifts = tasks.size + more > 0;
  return [.../* @__PURE__ */ new Set([...drifts ? labels.drift : [], ...failure === null ? [] : labels.failure])];
}
function labelsAfter(issue, before, after, labels) {
  const wanted = labelsOf(after, labels);
  if (wanted.length === 0) return void 0;
  const isSame = wanted.join("\n") === labelsOf(before, labels).join("\n");
  if (isSame && issue.state === "open") return void 0;
  const own = /* @__PURE__ */ new Set([...labels.drift, ...labels.failure]);
  return [...issue.labels.filter((name) => !own.has(name)), ...wanted];
}
function driftTitle(project, context) {
  return `Drift: ${context} (${project})`;
}
function failureTitle(project, context) {
  return `Drift check failed: ${context} (${project})`;
}

// src/hooks/issue/keep.ts
var closedToReopen = closedIssues;
var closedLately = 100;
var mostTries = 3;
var looksForOlder = 2;
var IssueKeeper = class _IssueKeeper {
  #options;
  #author;
  #open;
  /** The closed ones that were asked for, and among how many. */
  #closed = { known: [], among: 0 };
  constructor(options, author, open) {
    this.#options = options;
    this.#author = author;
    this.#open = open;
  }
  /** Looks which issues of the project are open. */
  static async begin(options) {
    const author = await options.tracker.login(options.signal);
    if (!author.ok) return author;
    const open = await openOnes(options, author.value);
    return open.ok ? ok(new _IssueKeeper(options, author.value, open.value)) : open;
  }
  /** Contexts of which an issue is open. */
  get contexts() {
    return new Set(this.#open.map(({ facts }) => facts.context));
  }
  /** Brings the issue of a context up to date: opens, changes, closes it, or leaves it as it is. */
  async keep(findings) {
    for (let tries = 1; ; tries++) {
      const found = await this.#find(findings);
      if (!found.ok) return failed(found.error, void 0);
      const known = found.value;
      const decision = decide(known, findings, this.#options.project, this.#options.moment.at);
      if (decision.to === "leave") return ok(void 0);
      if (known === void 0) return this.#begin(decision.facts, findings);
      const written = await this.#write(known, decision, findings);
      const isGone = !written.ok && written.error.trouble.kind === "missing" && !written.error.onlyComment;
      if (!isGone || tries === mostTries) return written;
      const again = await this.#lookAgain();
      if (!again.ok) return failed(again.error, known.issue.number);
      if (this.#open.some(({ issue }) => issue.number === known.issue.number)) return written;
    }
  }
  /** Closes the issue of a context that is gone. */
  async closeGone(context, why) {
    const listed = this.#open.find(({ facts: facts2 }) => facts2.context === context);
    if (listed === void 0) return ok(void 0);
    const fresh = await this.#fresh(listed);
    if (!fresh.ok) return failed(fresh.error, listed.issue.number);
    const known = fresh.value;
    if (known?.issue.state !== "open") return ok(void 0);
    const { project, moment } = this.#options;
    const facts = { ...known.facts, open: false, since: moment.at };
    const words = goneComment(context, project, why, this.#options);
    return this.#close(known, facts, words, why === "deleted" ? "completed" : "not_planned");
  }
  /** The issue of a context as it is now: an open one, else the one that was closed. */
  async #find({ context, drifting, failure }) {
    const [listed, ...younger] = this.#open.filter(({ facts }) => facts.context === context);
    for (const one of younger) await this.#closeDuplicate(one, listed?.issue.number ?? 0);
    if (listed) return this.#fresh(listed);
    const tells = drifting.size > 0 || failure !== null;
    const closed = await this.#closedOnes(tells ? closedToReopen : closedLately);
    if (!closed.ok) return closed;
    const own = closed.value.filter(({ facts }) => facts.context === context);
    const oldest = own.toSorted((a, b) => a.issue.number - b.issue.number);
    const last = oldest.find(({ facts }) => facts.open) ?? oldest[0];
    return last ? this.#fresh(last) : ok(void 0);
  }
  /** @returns undefined when it is gone, or none of ours any more */
  async #fresh({ issue }) {
    const { tracker, signal, project } = this.#options;
    const read = await tracker.read(issue.number, signal);
    if (!read.ok) return read;
    const isHere = read.value?.number === issue.number;
    const [known] = ours2(read.value && isHere ? [read.value] : [], this.#author, project);
    return ok(known);
  }
  async #closedOnes(among) {
    if (this.#closed.among >= among) return ok(this.#closed.known);
    const { tracker, signal, project } = this.#options;
    const listed = await tracker.closed(this.#author, among, signal);
    if (!listed.ok) return listed;
    this.#closed = { known: ours2(listed.value, this.#author, project), among };
    return ok(this.#closed.known);
  }
  async #lookAgain() {
    const open = await openOnes(this.#options, this.#author);
    if (!open.ok) return open;
    this.#open = open.value;
    this.#closed = { known: [], among: 0 };
    return ok(void 0);
  }
  async #begin(facts, findings) {
    const { tracker, labels, assignees, signal } = this.#options;
    if (this.#isFull()) return ok("too-many");
    const issue = {
      title: titleOf(facts),
      body: renderBody(facts, findings, this.#options),
      labels: labelsOf(facts, labels),
      assignees
    };
    let created = await tracker.create(issue, signal);
    const unassigned = !created.ok && created.error.kind === "refused" && assignees.length > 0;
    if (unassigned) created = await tracker.create({ ...issue, assignees: [] }, signal);
    const mine = created.ok ? created.value.number : await this.#arrived(facts, created.error);
    if (typeof mine !== "number") return failed(mine, void 0);
    const settled = await this.#giveWayToOlder(facts, mine);
    if (!settled.ok) return settled;
    return ok(unassigned ? { unassigned: mine } : void 0);
  }
  /** Whether an issue is there of which nobody said that it was opened. */
  async #arrived({ context }, trouble) {
    if (!trouble.unclear || this.#options.signal.aborted) return trouble;
    await this.#pause();
    const looked2 = await this.#lookAgain();
    const found = looked2.ok ? this.#open.find(({ facts }) => facts.context === context) : void 0;
    return found?.issue.number ?? trouble;
  }
  /** Two runs may have opened an issue at the same time: the younger one is closed. */
  async #giveWayToOlder({ context }, mine) {
    for (let looks = 0; looks < looksForOlder; looks++) {
      await this.#pause();
      const looked2 = await this.#lookAgain();
      if (!looked2.ok) return failed(looked2.error, mine);
      const all = this.#open.filter(({ facts }) => facts.context === context);
      const own = all.find(({ issue }) => issue.number === mine);
      const [oldest] = all;
      if (own && oldest && oldest.issue.number < mine) return this.#closeDuplicate(own, oldest.issue.number);
    }
    return ok(void 0);
  }
  async #write(known, decision, findings) {
    const { issue, facts: before } = known;
    const { facts } = decision;
    if (decision.to === "close") {
      const words = cleanComment(before, this.#options);
      return this.#close(known, facts, words, "completed");
    }
    const reopens = issue.state === "closed";
    if (reopens && this.#isFull()) return ok("too-many");
    const title = titleAfter(issue, facts);
    const labels = labelsAfter(issue, before, facts, this.#options.labels);
    const change = {
      body: renderBody(facts, findings, this.#options),
      ...title === void 0 ? {} : { title },
      ...labels === void 0 ? {} : { labels },
      ...reopens ? { state: "open", stateReason: "reopened" } : {}
    };
    const { news } = decision;
    const opened = reopens ? reopenedComment(before, facts, news, this.#options) : void 0;
    const comment = opened ?? (news && changedComment(facts, news, this.#options));
    return this.#change(known, change, comment);
  }
  /** Closes an issue, with a comment; of one that is closed already only the description changes. */
  #close(known, facts, words, stateReason) {
    const body = renderClosed(facts, words);
    const closes = known.issue.state === "open";
    return this.#change(known, closes ? { body, state: "closed", stateReason } : { body }, closes ? words : void 0);
  }
  async #closeDuplicate(known, kept) {
    const words = duplicateComment(kept);
    const change = { body: renderClosed({ ...known.facts, open: false }, words), state: "closed" };
    const closed = await this.#change(known, { ...change, stateReason: "duplicate" }, words);
    const isRefused = !closed.ok && closed.error.trouble.kind === "refused" && !closed.error.onlyComment;
    return isRefused ? this.#change(known, { ...change, stateReason: "not_planned" }, words) : closed;
  }
  async #change({ issue }, change, comment) {
    const { tracker, signal, project } = this.#options;
    const { number } = issue;
    const changed = await tracker.change(number, change, signal);
    if (!changed.ok) return failed(changed.error, number);
    const others = this.#open.filter((one) => one.issue.number !== number);
    const now = ours2([changed.value], this.#author, project).filter((one) => one.issue.state === "open");
    this.#open = [...others, ...now].sort((a, b) => a.issue.number - b.issue.number);
    if (comment === void 0) return ok(void 0);
    const said = await tracker.comment(number, comment, signal);
    return said.ok ? ok(void 0) : err({ trouble: said.error, number, onlyComment: true });
  }
  #isFull() {
    return this.#open.length >= this.#options.maxIssues;
  }
  async #pause() {
    const { sleep, signal } = this.#options;
    await sleep(betweenWritesMs, signal);
  }
};
async function openOnes({ tracker, project, signal }, author) {
  const listed = await tracker.open(author, signal);
  return listed.ok ? ok(ours2(listed.value, author, project)) : listed;
}
function ours2(issues, author, project) {
  return issues.flatMap((issue) => {
    const facts = issue.author === author ? readMarker(issue.body) : void 0;
    return facts?.project === project ? [{ issue, facts }] : [];
  }).sort((a, b) => a.issue.number - b.issue.number);
}
function failed(trouble, number) {
  return err({ trouble, number });
}

// src/hooks/issue/issue.ts
function createIssue(options) {
  return {
    name: "issue",
    finish: async (report, signal) => {
      if (report.result === "cancelled" || options.cancelled.aborted || report.contexts.length === 0) return;
      const { tracker, warn } = options;
      if (typeof tracker !== "function") {
        const message = `issues were not kept for drift: ${tracker.why}`;
        warn({ severity: "notice", code: "issue-not-kept", message, suggestion: tracker.suggestion });
        return;
      }
      const until = AbortSignal.any([signal, options.cancelled, AbortSignal.timeout(issueMs)]);
      await keepAll(withoutNames(report, options.redact), await tracker(), options, until);
    }
  };
}
async function keepAll(report, tracker, options, signal) {
  const { project, contexts } = report;
  const keeping = { ...options, project, tracker, signal, moment: options.moment() };
  const begun = await IssueKeeper.begin(keeping);
  if (!begun.ok) {
    tell(`issues were not kept for drift of ${names(contexts)}`, { trouble: begun.error, number: void 0 }, options);
    return;
  }
  const keeper = begun.value;
  const full = [];
  for (const [place, context] of contexts.entries()) {
    if (signal.aborted) {
      tell(`issues were not kept for drift of ${names(contexts.slice(place))}`, tookTooLong, options);
      return;
    }
    const kept = await keepOne(keeper, context, options.about(place), options, signal);
    if (kept.ok && kept.value === "too-many") full.push(context.name);
    else told(kept, context.name, options);
  }
  if (full.length > 0) options.warn(tooMany(full, options.maxIssues));
  if (options.does === "deletes") return;
  const here = new Set(contexts.map(({ name }) => name));
  for (const context of keeper.contexts)
    if (!here.has(context) && options.isGone(context))
      told(await keeper.closeGone(context, "no-rule"), context, options);
}
async function keepOne(keeper, context, about, { does, whole }, signal) {
  const work = async () => {
    if (does === "looks") return keeper.keep(findingsOf(context, about, whole));
    const isEmpty = context.failureReason === null && about.recorded?.size === 0;
    return isEmpty ? keeper.closeGone(context.name, "deleted") : { ok: true, value: void 0 };
  };
  const kept = await work().catch((error) => {
    if (!signal.aborted) throw error;
    return { ok: false, error: tookTooLong };
  });
  return !kept.ok && signal.aborted ? { ok: false, error: { ...tookTooLong, number: kept.error.number } } : kept;
}
var tookTooLong = {
  trouble: { kind: "unreachable", said: "it took too long", unclear: true },
  number: void 0
};
function told(kept, context, options) {
  if (!kept.ok) {
    const { number, onlyComment } = kept.error;
    const what = onlyComment ? `nothing was said on #${number}, the issue of the context "${context}", about what has changed` : `the issue for drift of the context "${context}"${number === void 0 ? "" : `, #${number},`} was not kept up to date`;
    tell(what, kept.error, options);
  } else if (typeof kept.value === "object") {
    const message = `#${kept.value.unassigned}, the issue of the context "${context}", is assigned to nobody: GitHub did not take ${options.assignees.join(", ")}`;
    const suggestion = "Name people who can be assigned in this repository, under `assignees` of the hook `issue`.";
    options.warn({ severity: "warning", code: "issue-not-kept", message, suggestion });
  }
}
function tell(what, { trouble, number }, options) {
  const said = options.cancelled.aborted && trouble.unclear ? "the run was cancelled" : trouble.said;
  const message = `${what}: ${said}`;
  options.warn({ severity: "warning", code: "issue-not-kept", message, suggestion: adviceOn(trouble, number) });
}
function adviceOn({ kind, said }, number) {
  if (/locked/i.test(said)) return `Unlock the conversation of #${number}; its description is up to date.`;
  if (/disabled/i.test(said))
    return "Switch issues on in the settings of the repository, or leave out `drift-issue`. The job summary has all of it.";
  switch (kind) {
    case "forbidden":
    case "missing":
      return "Give the job `issues: write` under `permissions`, or leave out `drift-issue`. The job summary has all of it.";
    case "rate-limit":
      return "The next run tries again; a token of your own has a limit of its own. The job summary has all of it.";
    default:
      return "The next run tries again. The job summary has all of it.";
  }
}
function tooMany(contexts, most) {
  const of = contexts.length === 1 ? "the context" : "the contexts";
  const message = `no issue was opened for ${of} ${contexts.map((name) => `"${name}"`).join(", ")}: as many as \`limits.maxIssues\` allows (${most}) are open`;
  const suggestion = "Mend what the open ones tell of, or raise `Project.spec.limits.maxIssues`.";
  return { severity: "warning", code: "issue-not-kept", message, suggestion };
}
function names(contexts) {
  return contexts.map(({ name }) => `"${name}"`).join(", ");
}
export {
  createIssue
};
