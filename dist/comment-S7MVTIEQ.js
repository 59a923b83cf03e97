import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  commentLimit,
  isNothing,
  renderComment,
  roomsForChanges
} from "./chunk-ZCRH4EAZ.js";
import {
  caution,
  destruction,
  detailLevels,
  diagnostics,
  failures,
  hasFold,
  openLines,
  taskFold,
  taskRow,
  unchangedFold
} from "./chunk-BPJMQUAW.js";
import {
  contextCode
} from "./chunk-DVX73DJF.js";
import "./chunk-3IP34RX6.js";
import {
  nextStep
} from "./chunk-JRNEFKO7.js";
import {
  digestOf,
  inOrder,
  isFrozen,
  joinedLeft,
  keyOf,
  leftBeside,
  nameOfLeft,
  nothingLeft,
  partKey,
  readMarker,
  readTexts,
  toldChanges,
  withoutContexts
} from "./chunk-XGQZMIKK.js";
import {
  code,
  codeHtml,
  details,
  fenced,
  joined,
  md,
  ours
} from "./chunk-DTGBYTTG.js";
import "./chunk-DBO4XEOM.js";
import {
  distinct
} from "./chunk-4T6MR7X2.js";
import "./chunk-BCV6KWAY.js";
import {
  withoutNames
} from "./chunk-E7KO2NYR.js";
import "./chunk-D3OZT35Y.js";
import "./chunk-E464FBX3.js";
import "./chunk-ECNAE3MH.js";
import "./chunk-ZHKSUILZ.js";
import "./chunk-NZX5AGU2.js";
import {
  append
} from "./chunk-DVS7MNYR.js";
import {
  changesPending,
  endWords,
  hasFailed,
  isDestructive,
  isNoteworthy,
  isRecordedOnly,
  plural,
  zeroCounts
} from "./chunk-33HS6KZX.js";
import "./chunk-HL4FL66I.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-CFNOMM4R.js";
import {
  mayBecome
} from "./chunk-NIF5MOUS.js";
import "./chunk-BUJDWKXV.js";
import "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import "./chunk-7AN7EH64.js";
import "./chunk-H6W3A4JT.js";
import "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-CHHS7TI7.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import {
  betweenWritesMs,
  commentLimitMs,
  commentMs,
  commentWhenCancelledMs,
  unknownLimitMs
} from "./chunk-IE326VUJ.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/hooks/comment/of-several.ts
function asSeveral(preview) {
  if (preview.several) return preview;
  const { project } = preview;
  return {
    project: "",
    parts: preview.parts.map((part) => ({ ...part, facts: { ...part.facts, project } })),
    left: { ...preview.left, named: preview.left.named.map((one) => ({ ...one, project })) },
    several: { alike: { projects: 0, contexts: 0 }, commit: "" }
  };
}
function labelled(report) {
  const { project } = report;
  if (project === "") return report;
  return {
    ...report,
    contexts: report.contexts.map((context) => ({ ...context, project: context.project ?? project })),
    diagnostics: report.diagnostics.map((one) => ({ ...one, project: one.project ?? project }))
  };
}
function asWritten(found, given, { several }) {
  if (!several && !found?.several) return { current: found, report: given };
  return { current: found && asSeveral(found), report: labelled(given) };
}
function frameOf(report, current, { several }, { moment }) {
  if (several) return { project: "", several: { alike: several.alike, commit: moment.commit } };
  return current?.several ? { project: "", several: current.several } : { project: report.project };
}
function noContext(report, { several }) {
  const projects = several ? ["", ...several.projects] : [...projectsOf(report)];
  return projects.length === 0 ? [{ context: "" }] : projects.map((project) => ({ project, context: "" }));
}
function projectsOf({ contexts }) {
  return new Set(contexts.flatMap(({ project }) => project ?? []));
}
function pastOf(current, report, mine, { coversAll, writer, several }) {
  const own = new Set(mine.map(({ facts }) => partKey(facts)));
  const projects = several ? /* @__PURE__ */ new Set([...several.projects, ""]) : projectsOf(report);
  const begun = report.contexts.length > 0;
  const covers = coversAll && (begun || several?.listed === true);
  const isOfMine = ({ project }) => project === void 0 || projects.has(project);
  return {
    isPast: ({ context, ...one }) => {
      if (context !== void 0 && own.has(partKey({ ...one, context }))) return true;
      if (covers && (isOfMine(one) || writer !== void 0 && one.writer === writer)) return true;
      return begun && context === "" && isOfMine(one);
    },
    clears: covers && (several !== void 0 || current?.several === void 0)
  };
}
function meantFor(contexts, project, { several, writer }) {
  if (several) return (preview) => preview.several !== void 0 || several.projects.has(preview.project);
  const names = new Set(contexts.map(({ name }) => nameOfLeft({ project, key: keyOf(name) })));
  const keys = new Set(contexts.map(({ name }) => partKey({ project, context: name })));
  return (preview) => {
    if (!preview.several) return preview.project === project;
    if (preview.left.named.some((one) => names.has(nameOfLeft(one)))) return true;
    return preview.parts.some(({ facts }) => {
      const isOfJob = writer !== void 0 && facts.writer === writer;
      return isOfJob || keys.has(partKey(facts)) || contexts.length === 0 && facts.project === project;
    });
  };
}

// src/hooks/comment/render-part.ts
var fieldLimits = { lines: 60, width: 300 };
function renderCallouts(context, told, room) {
  let text = md``;
  for (const detail of detailLevels) {
    const parts = [];
    const groups = (test) => {
      const tasks = context?.tasks.filter(test) ?? [];
      return context && tasks.length > 0 ? [{ context, tasks }] : [];
    };
    const destructive = groups(isDestructive);
    if (destructive.length > 0) parts.push(caution(destructive, detail, "named"));
    const failed = groups(hasFailed);
    if (failed.length > 0) parts.push(failures(failed, detail, "named"));
    append(
      parts,
      problems(
        context,
        told.filter(({ severity }) => severity !== "notice"),
        detail
      )
    );
    text = joined(parts, "\n\n");
    if (text.length <= room) return text;
  }
  return text;
}
function renderChanges({ tasks }, room, link, command) {
  const noteworthy = tasks.filter((task) => isNoteworthy(task) || isRecordedOnly(task));
  const important = noteworthy.filter((task) => hasFailed(task) || isDestructive(task));
  const others = noteworthy.filter((task) => !hasFailed(task) && !isDestructive(task));
  let left = room - 200;
  const shown = /* @__PURE__ */ new Map();
  let lostRows = 0;
  for (const task of [...important, ...others]) {
    const row = taskRow(task);
    if (lostRows > 0 || row.length + 1 > left) lostRows++;
    else {
      shown.set(task, row);
      left -= row.length + 1;
    }
  }
  const folded = /* @__PURE__ */ new Set();
  let lostFolds = 0;
  let open = openLines;
  for (const [task, row] of shown) {
    if (!hasFold(task)) continue;
    const fold = lostFolds < 5 ? taskFold(task, { values: true, limits: fieldLimits, link, command, opens: open > 0 }) : void 0;
    if (lostRows > 0 || fold === void 0 || fold.length + 2 - row.length > left) {
      lostFolds++;
      continue;
    }
    shown.set(task, fold);
    folded.add(task);
    left -= fold.length + 2 - row.length;
    if (fold.startsWith("<details open>")) open -= fold.split("\n").length;
  }
  const inOrder2 = noteworthy.filter((task) => shown.has(task));
  const parts = inOrder2.filter((task) => folded.has(task)).flatMap((task) => shown.get(task) ?? []);
  const rows = inOrder2.filter((task) => !folded.has(task)).flatMap((task) => shown.get(task) ?? []);
  if (rows.length > 0) parts.push(joined(rows, "\n"));
  const lost = [];
  if (lostRows > 0) lost.push(plural(lostRows, "more change"));
  if (lostFolds > 0) lost.push(`what is in ${plural(lostFolds, "of these change")}`.replace("1 of", "one of"));
  const unchanged = unchangedFold(tasks);
  if (lost.length === 0 && unchanged.text.length <= left) {
    if (unchanged.text !== "") parts.push(unchanged.text);
  } else if (unchanged.count > 0) lost.push(`the list of ${plural(unchanged.count, "unchanged task")}`);
  if (lost.length > 0)
    parts.push(md`Left out to fit: ${ours(lost.join(", "))}. The job summary has more, the report everything.`);
  return joined(parts, "\n\n");
}
function renderTerminal(context, commands) {
  if (commands.length === 0) return md``;
  return details(md`Show the plan of ${codeHtml(context, 100)} in a terminal`, fenced(commands, "sh"));
}
function renderResult(context, told, { command, differs }) {
  const { tasks, failureReason } = context;
  const began = tasks.some(({ status }) => status !== "planned" && status !== "skipped");
  const words = began ? endWords(context) : "nothing was changed";
  const icon = failureReason === null ? "\u2705" : failureReason === "cancelled" ? "\u23F9\uFE0F" : "\u274C";
  const why = failureReason === null ? "" : md` (${failureReason})`;
  const parts = [md`${icon} ${code(command, 60)} in ${contextCode(context)}: ${ours(words)}${why}`];
  if (differs && began) parts.push(md`> [!WARNING]\n> What was applied is not the plan of this preview.`);
  const failed = tasks.filter(hasFailed);
  if (failed.length > 0)
    parts.push(
      failures([{ context, tasks: failed }], detailLevels[failed.length > 20 ? 2 : 0] ?? detailLevels[0], "named")
    );
  const errors = told.filter(({ severity }) => severity === "error");
  append(parts, problems(context, errors, detailLevels[0]));
  return joined(parts, "\n\n");
}
function problems(context, told, detail) {
  const isOwn = (one) => context !== void 0 && one.context === context.name;
  const [own, others] = [told.filter(isOwn), told.filter((one) => !isOwn(one))];
  return [
    ...others.length > 0 ? [diagnostics("Problems", others, detail)] : [],
    ...context && own.length > 0 ? [diagnostics("Problems", own, detail, md` in ${contextCode(context)}`)] : []
  ];
}
function renderNext(report) {
  const next = nextStep(report);
  return next === void 0 ? md`` : md`**Next:** ${ours(next)}`;
}
function renderLost({ context, counts, changes, phase }) {
  const lines = [];
  const deleted = counts.delete;
  if (deleted + counts.replace > 0) {
    append(lines, [
      ...destruction({
        deleted,
        replaced: counts.replace,
        planned: phase === "planned",
        where: md` in ${code(context, 100)}`
      }),
      md`>`
    ]);
    for (const change of ["delete", "replace"]) {
      const names = Object.entries(changes ?? {}).filter(([, one]) => one.change === change);
      const shown = names.map(([name]) => code(name, 200));
      if (shown.length > 0) lines.push(md`> - ${change} (${shown.length}): ${joined(shown, ", ")}`);
    }
    lines.push(md``);
  }
  lines.push(md`> [!NOTE]`, md`> What stood here was edited, or an older opus wrote it, so it is not shown again.`);
  lines.push(md`> The job summary of the run has the plan.`);
  return joined(lines, "\n");
}

// src/hooks/comment/told.ts
function keyOfReport({ name, project }) {
  return partKey({ context: name, ...project === void 0 ? {} : { project } });
}
function toldByContext({ contexts, diagnostics: diagnostics2 }, early = []) {
  const told = new Map(contexts.map((one) => [keyOfReport(one), []]));
  const owners = /* @__PURE__ */ new Map();
  for (const { project } of early) owners.set(project === "" ? void 0 : project, partKey({ project, context: "" }));
  for (const one of contexts) if (!owners.has(one.project)) owners.set(one.project, keyOfReport(one));
  const first = owners.get(void 0) ?? (contexts[0] ? keyOfReport(contexts[0]) : partKey({ context: "" }));
  for (const one of distinct(diagnostics2)) {
    const { context, project } = one;
    const own = context === void 0 ? void 0 : keyOfReport({ name: context, ...project === void 0 ? {} : { project } });
    const key = own !== void 0 && told.has(own) ? own : owners.get(project) ?? first;
    const known = told.get(key);
    if (known) known.push(one);
    else told.set(key, [one]);
  }
  return told;
}
function reportOf(context, report, told) {
  return { ...report, failureReason: context.failureReason, contexts: [context], diagnostics: told };
}

// src/hooks/comment/plan-parts.ts
function planParts(report, commentPurpose, writing, inSeveral) {
  const { contexts, failureReason, project: ofReport } = report;
  const { several, command } = commentPurpose;
  const unbegun = !several && contexts.length === 0;
  const own = unbegun && inSeveral ? [{ project: ofReport, failure: failureReason }] : [];
  const early = several?.early ?? own;
  const told = toldByContext(report, early);
  const wordy = contexts.filter((one) => saysMuch(one) || (told.get(keyOfReport(one)) ?? []).length > 0);
  const room = commentLimit / 2 / Math.max(1, wordy.length);
  const frame = emptyFacts(commentPurpose, writing, inSeveral);
  const before = (facts, more) => {
    const key = keyOfReport({ name: "", ...facts.project === void 0 ? {} : { project: facts.project } });
    const callouts = paragraphs(renderCallouts(void 0, told.get(key) ?? [], room), more);
    return newPart({ ...frame, ...facts }, { callouts });
  };
  const ended2 = early.map((one) => before(one, several ? md`` : renderNext(report)));
  if (unbegun) return inSeveral ? ended2 : [before({ failure: failureReason }, renderNext(report))];
  const parts = contexts.map((context) => {
    const own2 = told.get(keyOfReport(context)) ?? [];
    const { name, project } = context;
    return newPart(factsOf(context, frame, commentPurpose), {
      callouts: paragraphs(renderCallouts(context, own2, room), renderNext(reportOf(context, report, own2))),
      terminal: renderTerminal(name, writing.terminal(name, command, project))
    });
  });
  return [...ended2, ...parts];
}
function emptyFacts({ command, writer }, { moment: planned, stamp }, inSeveral) {
  return {
    context: "",
    place: null,
    command,
    digest: null,
    seal: null,
    counts: zeroCounts,
    failure: null,
    planned,
    phase: "planned",
    ended: null,
    stamp,
    ...writer !== void 0 && inSeveral ? { writer } : {},
    changes: null
  };
}
function factsOf(context, frame, commentPurpose) {
  const { name, project, place = null, counts, reviewable, failureReason: failure } = context;
  return {
    ...frame,
    ...project === void 0 ? {} : { project },
    context: name,
    place,
    digest: commentPurpose.reviewable ? reviewableDigest(context) : null,
    seal: commentPurpose.reviewable && reviewable?.seal || null,
    counts,
    failure,
    changes: toldChanges(reviewable?.changes ?? null)
  };
}
function newPart(facts, texts) {
  return { facts, texts: { callouts: md``, result: md``, changes: md``, terminal: md``, ...texts } };
}
function paragraphs(...texts) {
  return joined(
    texts.filter((text) => text !== ""),
    "\n\n"
  );
}
function saysMuch({ tasks }) {
  return tasks.some((task) => hasFailed(task) || isDestructive(task));
}
function reviewableDigest({ planDigest, reviewable, failureReason }) {
  const whole = [null, "guarded", "policy", "changes-pending", "drift-detected"];
  return reviewable && whole.includes(failureReason) ? planDigest : null;
}

// src/hooks/comment/update-preview.ts
function withPlan(found, given, commentPurpose, writing) {
  const { current, report } = asWritten(found, given, commentPurpose);
  const frame = frameOf(report, current, commentPurpose, writing);
  const mine = planParts(report, commentPurpose, writing, frame.several !== void 0);
  const { isPast, clears } = pastOf(current, report, mine, commentPurpose);
  const others = (current?.parts ?? []).filter(({ facts }) => !isPast(facts));
  const told = mine.map(({ facts }) => facts);
  const rest = leftBeside(current, report.contexts.length > 0 ? [...told, ...noContext(report, commentPurpose)] : told);
  const named = rest.named.filter((one) => !isPast(one));
  const left = clears ? { named, unnamed: nothingLeft.unnamed } : { ...rest, named };
  return filled({ ...frame, parts: inOrder([...others, ...mine]), left }, report.contexts, commentPurpose, writing);
}
function withResult(found, given, commentPurpose, writing) {
  const { inPullRequest } = commentPurpose;
  if (!found && !inPullRequest) return void 0;
  const { current, report } = asWritten(found, given, commentPurpose);
  const known = new Map((current?.parts ?? []).map((part) => [partKey(part.facts), part]));
  const frame = frameOf(report, current, commentPurpose, writing);
  const made = planParts(report, commentPurpose, writing, frame.several !== void 0);
  const fresh = new Map(made.map((part) => [partKey(part.facts), part]));
  const told = toldByContext(report);
  const anew = [];
  let left = current?.left ?? nothingLeft;
  let touched = false;
  for (const context of report.contexts) {
    const key = keyOfReport(context);
    const part = known.get(key);
    const isSame = part !== void 0 && part.facts.digest !== null && part.facts.digest === context.planDigest;
    const end = { context, report, told: told.get(key) ?? [] };
    if (inPullRequest && !isSame && !commentPurpose.underReview) {
      const own = fresh.get(key);
      if (!own) continue;
      anew.push(context);
      known.set(key, ended(own, end, commentPurpose, writing));
    } else if (part && isMeant(part.facts, commentPurpose, writing)) {
      known.set(key, ended(part, end, commentPurpose, writing));
    } else {
      const now = part ? left : leftIn(left, context, phaseOf(context), commentPurpose, writing);
      if (now === left) continue;
      left = now;
    }
    touched = true;
  }
  if (!touched) return void 0;
  const parts = inOrder([...known.values()]);
  left = leftBeside(
    current && { ...current, left },
    parts.map(({ facts }) => facts)
  );
  return filled({ ...frame, parts, left }, anew, commentPurpose, writing);
}
function withApplying(current, names, commentPurpose, { moment, stamp }, project) {
  if (!current) return void 0;
  const contexts = [...names].map((name) => ({
    name,
    ...current.several && project !== void 0 ? { project } : {}
  }));
  const keys = new Set(contexts.map(keyOfReport));
  const meant = (part) => keys.has(partKey(part.facts)) && isMeant(part.facts, commentPurpose, { moment });
  let left = current.left;
  for (const context of contexts) left = leftIn(left, context, "applying", commentPurpose, { moment, stamp });
  if (left === current.left && !current.parts.some(meant)) return void 0;
  const parts = current.parts.map(
    (part) => meant(part) ? { ...part, facts: { ...part.facts, phase: "applying", ended: moment, stamp } } : part
  );
  return { ...current, parts, left };
}
function leftIn(left, { project, name }, phase, commentPurpose, { moment, stamp }) {
  const key = keyOf(name);
  const meant = (one) => one.key === key && one.project === project && isMeant({ ...one, ended: null }, commentPurpose, { moment });
  if (!left.named.some(meant)) return left;
  return { ...left, named: left.named.map((one) => meant(one) ? { ...one, phase, stamp } : one) };
}
function isMeant(facts, { command, inPullRequest }, { moment }) {
  if (facts.command !== command) return false;
  return inPullRequest || facts.phase !== "applied" || facts.ended?.run === moment.run;
}
function ended(part, { context, report, told }, { command, underReview }, { moment, stamp }) {
  const { digest, project, counts } = part.facts;
  const differs = !underReview && digest !== null && context.planDigest !== null && !isPartOf(context, part.facts, moment);
  const facts = { ...part.facts, phase: phaseOf(context), ended: moment, stamp };
  const idle = isNothing(context.counts) && isNothing(counts) && !told.some(({ severity }) => severity === "error");
  if (project !== void 0 && facts.phase === "applied" && idle)
    return { facts, texts: { ...part.texts, result: md`` } };
  const texts = [renderResult(context, told, { command, differs }), renderNext(reportOf(context, report, told))];
  return {
    facts,
    texts: {
      ...part.texts,
      result: paragraphs(...texts)
    }
  };
}
function isPartOf({ planDigest, reviewable }, { digest, changes, ended: before }, { run }) {
  if (planDigest === digest) return true;
  const again = run !== "" && before?.run === run;
  if (!reviewable || !changes) return again;
  return Object.entries(reviewable.changes).every(([task, now]) => {
    const shown = Object.hasOwn(changes, task) ? changes[task] : void 0;
    return shown !== void 0 && mayBecome(shown.change, now.change) && (again || isSameStart(shown.wanted, now.wanted));
  });
}
function isSameStart(one, other) {
  if (one === null || other === null) return one === other;
  return one.startsWith(other) || other.startsWith(one);
}
function phaseOf({ failureReason }) {
  switch (failureReason) {
    case null:
      return "applied";
    case "plan-changed":
    case "plan-not-reviewed":
    case "superseded":
    case "policy":
      return "refused";
    case "cancelled":
      return "cancelled";
    default:
      return "failed";
  }
}
function isSilent({ project, tasks }) {
  return project !== void 0 && !tasks.some((task) => isNoteworthy(task) || isRecordedOnly(task));
}
function filled(preview, contexts, { command }, { links, taskLink }) {
  const byName = new Map(contexts.map((context) => [keyOfReport(context), context]));
  const rooms = roomsForChanges(preview, new Set(byName.keys()), links);
  const first = new Map(
    [...byName].map(([key, one]) => [
      key,
      isSilent(one) ? md`` : renderChanges(one, rooms.get(key) ?? 0, taskLink, command)
    ])
  );
  const left = [...first].reduce((sum, [name, text]) => sum + Math.max(0, (rooms.get(name) ?? 0) - text.length), 0);
  const short = [...first].filter(([name, text]) => text.length > (rooms.get(name) ?? 0) * 0.9 - 2e3).length;
  const parts = preview.parts.map((part) => {
    const key = partKey(part.facts);
    const context = byName.get(key);
    if (!context || isSilent(context)) return part;
    const room = rooms.get(key) ?? 0;
    const text = first.get(key) ?? md``;
    const again = contexts.length > 1 && text.length > room * 0.9 - 2e3;
    const changes = again ? renderChanges(context, Math.max(room, text.length) + Math.floor(left / short) - 500, taskLink, command) : text;
    return { ...part, texts: { ...part.texts, changes } };
  });
  return { ...preview, parts };
}

// src/hooks/comment/read.ts
function readComment(body) {
  const marker = readMarker(body);
  if (!marker) return void 0;
  const textsOf = readTexts(body);
  const parts = marker.parts.map((facts, index) => {
    const texts = textsOf(index);
    if (digestOf(texts) === marker.digests[index]) return { facts, texts };
    return { facts, texts: { callouts: renderLost(facts), result: md``, changes: md``, terminal: md`` } };
  });
  const { project, left, several } = marker;
  return { project, parts, left, ...several ? { several } : {} };
}

// src/hooks/comment/write.ts
var mostTries = 12;
var mostFailures = 4;
var quietLooks = 3;
var mostLooks = 25;
async function writePreview(thread, edit, options) {
  const { signal, sleep, random, contested, links } = options;
  const login = await thread.login(signal);
  if (!login.ok) return login;
  let trouble;
  let failures2 = 0;
  for (let tries = 1; tries <= mostTries; tries++) {
    if (tries > 1) await sleep(betweenWritesMs + random() * 400 * tries + limitMs(trouble), signal);
    const listed = await thread.list(signal);
    if (!listed.ok) return listed;
    const { target, doubles } = choose(ours2(listed.value, login.value, edit), edit.begins);
    let at = target?.comment;
    const arrived = tries > 1 && target !== void 0 && hasAll(target.preview, edit.stamps);
    if (!arrived || doubles.length > 0) {
      const current = joined2(target?.preview, doubles, edit.several);
      const next = arrived ? current : edit.change(current);
      if (next === void 0) return ok(void 0);
      const body = renderComment(next, links);
      const sent = at ? await thread.edit(at.id, body, signal) : await thread.add(body, signal);
      if (!sent.ok) {
        trouble = sent.error;
        if (signal.aborted || !isPassing(sent.error, at) || ++failures2 >= mostFailures) return sent;
        continue;
      }
      trouble = void 0;
      failures2 = 0;
      at = sent.value ?? at;
    }
    if (at === void 0) continue;
    const removed = await removeDoubles(thread, doubles, signal);
    if (!removed) continue;
    if (!contested && !edit.several && !target?.preview.several) return ok(at);
    const settled = await confirmWritten(thread, at, target === void 0, edit, options, login.value);
    if (settled === "quiet") return ok(at);
    if (settled !== "moved") return err(settled);
  }
  const said = "others kept writing the same comment";
  return err(trouble ?? { kind: "unreachable", said, unclear: true });
}
function ours2(comments, login, edit) {
  const isMeant2 = (preview) => edit.isMeant?.(preview) ?? (!preview.several && preview.project === edit.project);
  return comments.flatMap((comment) => {
    const preview = comment.author === login ? readComment(comment.body) : void 0;
    return preview && isMeant2(preview) ? [{ comment, preview }] : [];
  });
}
function choose(all, begins) {
  const open = openOnes(all);
  const lastFrozen = all.findLast(({ preview }) => isFrozen(preview));
  if (open.length > 0 || begins || !lastFrozen) return { target: open[0], doubles: open.slice(1) };
  const run = runOf(lastFrozen);
  const together = run === "" ? [lastFrozen] : all.filter((one) => isFrozen(one.preview) && runOf(one) === run);
  return { target: together[0], doubles: together.slice(1) };
}
function openOnes(all) {
  const frozen = /* @__PURE__ */ new Map();
  const kindOf = ({ several, project }) => several ? "several" : `one ${project}`;
  for (const { comment, preview } of all) if (isFrozen(preview)) frozen.set(kindOf(preview), comment.id);
  const open = all.filter(({ comment, preview }) => comment.id > (frozen.get(kindOf(preview)) ?? 0));
  return [...open.filter(({ preview }) => preview.several), ...open.filter(({ preview }) => !preview.several)];
}
function runOf({ preview }) {
  const [run = "", other] = [...new Set(preview.parts.map(({ facts }) => facts.planned.run))];
  return other === void 0 ? run : "";
}
function joined2(found, doubles, several = false) {
  if (found === void 0 || doubles.length === 0) return found;
  const form = several || found.several ? asSeveral : (preview) => preview;
  const [first, ...others] = [form(found), ...doubles.map(({ preview }) => form(preview))];
  const parts = /* @__PURE__ */ new Map();
  for (const part of [first, ...others].flatMap((one) => one.parts)) {
    const key = partKey(part.facts);
    const known = parts.get(key);
    if (!known || lastWrite(known) < lastWrite(part)) parts.set(key, part);
  }
  const left = others.reduce((all, preview) => joinedLeft(all, preview.left), first.left);
  const shown = [...parts.values()];
  return {
    ...first,
    parts: shown,
    left: withoutContexts(
      left,
      shown.map(({ facts }) => facts)
    )
  };
}
function lastWrite({ facts }) {
  return (facts.ended ?? facts.planned).at;
}
function hasAll({ parts, left }, stamps) {
  const there = new Set([...parts.map(({ facts }) => facts), ...left.named].map(({ stamp }) => stamp));
  return stamps.every((stamp) => there.has(stamp));
}
function isPassing(trouble, at) {
  const { kind } = trouble;
  if (kind === "rate-limit") return limitMs(trouble) <= commentLimitMs;
  return kind === "unreachable" || kind === "missing" && at !== void 0;
}
function limitMs(trouble) {
  return trouble?.kind === "rate-limit" ? trouble.retryAfterMs ?? unknownLimitMs : 0;
}
async function removeDoubles(thread, doubles, signal) {
  for (const { comment } of doubles) {
    const again = await thread.read(comment.id, signal);
    if (!again.ok || again.value !== void 0 && again.value.body !== comment.body) return false;
    if (again.value !== void 0) await thread.remove(comment.id, signal);
  }
  return true;
}
async function confirmWritten(thread, at, isNew, edit, { signal, sleep, random }, login) {
  let last = "";
  let quiet = 0;
  for (let looks = 0; looks < mostLooks && quiet < quietLooks; looks++) {
    await sleep(900 + random() * 300, signal);
    const seen = isNew ? await look(thread, at, login, edit, signal) : await thread.read(at.id, signal);
    if (!seen.ok) return seen.error;
    const preview = seen.value && readComment(seen.value.body);
    if (!preview || !hasAll(preview, edit.stamps)) return "moved";
    quiet = seen.value?.body === last ? quiet + 1 : 1;
    last = seen.value?.body ?? "";
  }
  return "quiet";
}
async function look(thread, at, login, edit, signal) {
  const listed = await thread.list(signal);
  if (!listed.ok) return listed;
  const { target, doubles } = choose(ours2(listed.value, login, edit), true);
  const isFirst = target === void 0 || target.comment.id === at.id;
  return ok(isFirst && doubles.length === 0 ? listed.value.find(({ id }) => id === at.id) : void 0);
}

// src/hooks/comment/comment.ts
function createComment(options) {
  const { mode, commentPurpose: ask, redact } = options;
  const begun = /* @__PURE__ */ new Set();
  let project = "";
  let applying;
  return {
    name: "comment",
    on: (event) => {
      if (event.type === "manifest-loaded") project = redact(event.project);
      if (event.type !== "task-started" || mode === "never" || begun.has(event.context)) return;
      const commentPurpose = ask();
      if (commentPurpose?.purpose !== "apply") return;
      begun.add(event.context);
      const contexts = new Set([...begun].map(redact));
      const before = applying ?? Promise.resolve();
      applying = before.then(() => tellApplying(options, project, contexts, commentPurpose)).catch(() => {
      });
    },
    finish: async (report, signal) => {
      const commentPurpose = ask();
      if (mode === "never" || commentPurpose === void 0) return;
      const until = AbortSignal.any([signal, storeDeadline(options.cancelled)]);
      await Promise.race([applying, aborted(until)]);
      await tellReport(options, withoutNames(report, redact), purposeWithoutNames(commentPurpose, redact), until);
    }
  };
}
function storeDeadline(cancelled) {
  if (cancelled.aborted) return AbortSignal.timeout(commentWhenCancelledMs);
  return AbortSignal.any([cancelled, AbortSignal.timeout(commentMs)]);
}
async function tellApplying(options, project, contexts, commentPurpose) {
  const signal = AbortSignal.timeout(commentMs);
  const place = await options.place(signal);
  if (place.state !== "found") return;
  const stamp = options.newStamp();
  const moment = options.moment();
  const change = (current) => withApplying(current, contexts, commentPurpose, { moment, stamp }, project);
  const written = [...contexts].map((name) => ({ name, project }));
  const edit = { project, begins: false, stamps: [stamp], change, isMeant: meantFor(written, project, commentPurpose) };
  await writePreview(place.thread, edit, { ...options, contested: false, signal });
}
async function tellReport(options, report, commentPurpose, signal) {
  const { mode, warn } = options;
  const what = commentPurpose.purpose === "plan" ? "the preview" : `what became of ${commentPurpose.command}`;
  const place = await options.place(signal);
  if (place.state === "none") return;
  if (place.state === "refused") {
    const message = `${what} was not posted as a comment: ${place.why}`;
    warn({ severity: "notice", code: "comment-not-posted", message, suggestion: place.suggestion });
    return;
  }
  if (place.state === "unknown") {
    warn(notPosted(`${what} was not posted as a comment, as its pull request could not be found`, place.trouble));
    return;
  }
  const writing = { ...options, moment: options.moment(), stamp: options.newStamp() };
  const isNews = mode === "always" || report.failureReason !== null || changesPending(report.contexts);
  const begins = commentPurpose.purpose === "plan";
  const change = (current) => {
    if (!begins) return withResult(current, report, commentPurpose, writing);
    return current || isNews ? withPlan(current, report, commentPurpose, writing) : void 0;
  };
  const { project, contexts } = report;
  const several = commentPurpose.several !== void 0;
  const isMeant2 = meantFor(contexts, project, commentPurpose);
  const edit = { project, begins, several, stamps: [writing.stamp], change, isMeant: isMeant2 };
  const written = await writePreview(place.thread, edit, { ...options, signal }).catch((error) => {
    if (!signal.aborted) throw error;
    return err({ kind: "unreachable", said: "it took too long", unclear: true });
  });
  if (written.ok) return;
  const cancelled = { ...written.error, said: "the run was cancelled" };
  const trouble = options.cancelled.aborted && written.error.unclear ? cancelled : written.error;
  warn(notPosted(`${what} was not posted as a comment on #${place.number}`, trouble));
}
function purposeWithoutNames(commentPurpose, redact) {
  const { several } = commentPurpose;
  if (!several) return commentPurpose;
  const projects = new Set([...several.projects].map(redact));
  const early = several.early.map((one) => ({ ...one, project: redact(one.project) }));
  return { ...commentPurpose, several: { ...several, projects, early } };
}
function notPosted(message, { kind, said }) {
  const told = `${message}: ${said}`;
  const severity = kind === "forbidden" || kind === "missing" ? "notice" : "warning";
  return { severity, code: "comment-not-posted", message: told, suggestion: adviceOn(kind, said) };
}
function adviceOn(kind, said) {
  if (/locked/i.test(said)) return "Unlock the conversation. The job summary has all of it.";
  switch (kind) {
    case "forbidden":
    case "missing":
      return "Give the job `pull-requests: write` under `permissions`, or set `comment-pr: never`. The job summary has all of it.";
    case "rate-limit":
      return "Run again later, or give a token with a limit of its own. The job summary has all of it.";
    default:
      return "Run again when GitHub answers. The job summary has all of it.";
  }
}
function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
export {
  createComment
};
