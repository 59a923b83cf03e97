import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isFrozen,
  joinedLeft,
  keyOf,
  leftBeside,
  nothingLeft,
  numberLeft,
  readMarker,
  renderMarker,
  toldChanges,
  withLeft,
  withoutContexts
} from "./chunk-PR5UCGEM.js";
import {
  caution,
  countColumns,
  destruction,
  detailLevels,
  diagnostics,
  failures,
  hasFold,
  taskFold,
  taskRow
} from "./chunk-3HDHIIC4.js";
import {
  code,
  codeHtml,
  details,
  fenced,
  firstLines,
  inline,
  joined,
  link,
  md,
  ours,
  table
} from "./chunk-7XIGAEOE.js";
import {
  withoutNames
} from "./chunk-IUPU2SSZ.js";
import "./chunk-MUKNY2VZ.js";
import "./chunk-7AN7EH64.js";
import {
  nextStep
} from "./chunk-XG6GELVA.js";
import {
  changesPending,
  hasFailed,
  isDestructive,
  isNoteworthy,
  isRecordedOnly,
  outcomeWords,
  planWords,
  plural,
  sumCounts,
  zeroCounts
} from "./chunk-O5XBFK7F.js";
import "./chunk-3NSOBNUE.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-2MTA73YI.js";
import "./chunk-XT5GRKLC.js";
import {
  err,
  ok
} from "./chunk-4COZKLNI.js";
import "./chunk-FGOILAFU.js";
import "./chunk-OYQK6QYK.js";
import "./chunk-QHW5LFAW.js";

// src/hooks/comment/boundaries.ts
import { createHash } from "node:crypto";
var textNames = ["callouts", "result", "changes", "terminal"];
var end = md`<!-- opus:end -->`;
var boundary = /^<!-- opus:(?:(callouts|result|changes|terminal) (\d{1,4})|end) -->$/;
function beginningOf(name, index) {
  return md`<!-- opus:${name} ${index} -->`;
}
function readTexts(body) {
  const found = /* @__PURE__ */ new Map();
  let open;
  for (const line of body.split(/\r?\n/).slice(1)) {
    const [whole, name, index] = boundary.exec(line) ?? [];
    if (whole === void 0) open?.push(line);
    else {
      open = name === void 0 ? void 0 : [];
      if (open) found.set(`${name} ${index}`, open);
    }
  }
  const read = (name, index) => ours((found.get(`${name} ${index}`) ?? []).join("\n").trim());
  return (index) => ({
    callouts: read("callouts", index),
    result: read("result", index),
    changes: read("changes", index),
    terminal: read("terminal", index)
  });
}
function digestOf(texts) {
  const lines = textNames.map(
    (name) => texts[name].trim().split("\n").map((line) => withoutEnd(line, " 	")).join("\n")
  );
  return createHash("sha256").update(JSON.stringify(lines)).digest("hex").slice(0, 32);
}

// src/hooks/comment/fit.ts
function fitted(preview, limit, render2) {
  const whole = render2(preview);
  if (whole.length <= limit) return whole;
  const bare = render2(withTexts(preview, () => ({ changes: md`` })));
  const shares = fairShares(
    preview.parts.map(({ texts }) => texts.changes.length),
    limit - bare.length
  );
  const cut = withTexts(preview, ({ texts }, index) => ({ changes: cutChanges(texts.changes, shares[index] ?? 0) }));
  const fitting = render2(cut);
  if (fitting.length <= limit) return fitting;
  const ordered = [...preview.parts].sort((one, other) => urgency(other) - urgency(one));
  for (let count = ordered.length; ; count = Math.floor(count / 2)) {
    const kept = new Set(ordered.slice(0, count));
    const parts = preview.parts.filter((part) => kept.has(part));
    const without = preview.parts.filter((part) => !kept.has(part));
    const text = withLines({ ...preview, parts, left: withLeft(preview.left, without) }, limit, render2);
    if (text.length <= limit || count === 0) return text;
  }
}
function urgency({ facts: { context, counts, failure } }) {
  if (context === "") return 4;
  return (counts.delete + counts.replace > 0 ? 2 : 0) + (failure === null ? 0 : 1);
}
function withTexts(preview, change) {
  const parts = preview.parts.map((part, index) => ({ ...part, texts: { ...part.texts, ...change(part, index) } }));
  return { ...preview, parts };
}
function fairShares(wanted, room) {
  const shares = wanted.map(() => 0);
  let left = Math.max(0, room);
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  order.forEach((index, position) => {
    const share = Math.min(wanted[index] ?? 0, Math.floor(left / (order.length - position)));
    shares[index] = share;
    left -= share;
  });
  return shares;
}
var leftOut = md`… left out to fit; the job summary has everything.`;
function cutChanges(text, room) {
  if (text.length <= room) return text;
  const most = room - leftOut.length - 2;
  let [at, kept] = [0, 0];
  let inFold = false;
  for (const line of text.split("\n")) {
    const isFold = line.startsWith("<details");
    if (at > most) break;
    if (!inFold && (isFold || line.startsWith("- "))) kept = at;
    inFold = isFold || inFold && line !== "</details>";
    at += line.length + 1;
  }
  return most < 0 ? md`` : noted(firstLines(text, kept));
}
function withLines(preview, limit, render2) {
  const folds = ({ texts: { changes } }) => ({ changes: changes === "" ? changes : leftOut, terminal: md`` });
  const bare = withTexts(preview, (part) => ({ callouts: md``, result: md``, ...folds(part) }));
  const shares = fairShares(
    preview.parts.map(({ texts }) => texts.callouts.length + texts.result.length),
    limit - render2(bare).length - 200 * preview.parts.length
  );
  return render2(
    withTexts(preview, (part, index) => {
      const { texts } = part;
      const room = shares[index] ?? 0;
      const [callouts = 0, result = 0] = fairShares([texts.callouts.length, texts.result.length], room);
      return {
        callouts: cutLines(texts.callouts, callouts),
        result: cutLines(texts.result, result),
        ...folds(part)
      };
    })
  );
}
function cutLines(text, room) {
  return text.length <= room ? text : noted(firstLines(text, room - leftOut.length - 2));
}
function noted(text) {
  return text === "" ? leftOut : md`${text}\n${leftOut}`;
}

// src/hooks/comment/body.ts
var commentLimit = 6e4;
function renderComment(preview, links) {
  return fitted(slim(preview), commentLimit, (some) => render(some, links));
}
function roomsForChanges(preview, contexts, links) {
  const bare = render(
    withTexts(slim(preview), () => ({ changes: md`` })),
    links
  );
  const wanted = preview.parts.map(
    ({ facts, texts }) => contexts.has(facts.context) ? Number.MAX_SAFE_INTEGER : texts.changes.length
  );
  const shares = fairShares(wanted, commentLimit - bare.length);
  return new Map(preview.parts.map(({ facts }, index) => [facts.context, Math.max(0, (shares[index] ?? 0) - 200)]));
}
function slim(preview) {
  const told = JSON.stringify(preview.parts.map(({ facts }) => facts.changes));
  if (told.length <= commentLimit / 3) return preview;
  return {
    ...preview,
    parts: preview.parts.map(({ facts, texts }) => ({ facts: { ...facts, changes: null }, texts }))
  };
}
function render({ project, parts, left }, links) {
  const digests = parts.map(({ texts }) => digestOf(texts));
  const lines = [renderMarker({ project, parts: parts.map(({ facts }) => facts), left, digests })];
  lines.push(title(project, parts, left), md``, contextTable(parts, links));
  const more = numberLeft(left);
  if (more > 0) lines.push(md``, ours(`\u2026 and ${plural(more, "more context")}, in the job summary.`));
  for (const names of [["callouts", "result"], ["changes"], ["terminal"]]) {
    parts.forEach(({ facts, texts }, index) => {
      const there = names.filter((name) => texts[name] !== "");
      if (there.length > 0 && parts.length > 1 && names[0] !== "terminal")
        lines.push(md``, end, md``, md`### ${shownContext(facts)}`);
      for (const name of there) lines.push(md``, beginningOf(name, index), md``, texts[name]);
    });
  }
  lines.push(md``, end, md``, footer(parts, links));
  return joined(lines, "\n");
}
var icons = {
  planned: "\u{1F4CB}",
  applying: "\u23F3",
  applied: "\u2705",
  failed: "\u274C",
  refused: "\u{1F6AB}",
  cancelled: "\u23F9\uFE0F"
};
var phaseWords = {
  planned: "planned",
  applying: "applying",
  applied: "applied",
  failed: "failed",
  refused: "refused, because it is not the plan that was reviewed",
  cancelled: "cancelled"
};
var titles = {
  planned: "Plan",
  applying: "Plan being applied",
  applied: "Applied plan",
  failed: "Failed apply",
  refused: "Refused plan",
  cancelled: "Cancelled apply"
};
var urgency2 = ["failed", "refused", "cancelled", "applying", "planned", "applied"];
function title(project, parts, { named, unnamed }) {
  const facts = [...parts.map((part) => part.facts), ...named];
  const failed = facts.filter(({ failure, phase: phase2 }) => failure !== null && phase2 === "planned");
  const phase = urgency2.find((one) => facts.some((fact) => fact.phase === one)) ?? "planned";
  const own = [...new Set(facts.map(({ command }) => command))].filter((command) => command !== "apply");
  const commands = own.length === 0 ? "" : md`of ${joined(
    own.map((command) => code(command, 60)),
    ", "
  )} `;
  const failures2 = failed.length + unnamed.failed;
  const all = sumCounts([...facts, unnamed]);
  const counts = ours(planWords(all));
  const idle = phase === "planned" && isNothing(all);
  const icon = failures2 > 0 ? "\u274C" : idle ? "\u2705" : icons[phase];
  const what = failures2 === 0 ? counts : failures2 === facts.length + unnamed.number ? md`could not be made${reasons(failed)}` : md`${counts}, and ${ours(plural(failures2, "context"))} that could not be planned`;
  return md`## ${icon} ${titles[phase]} ${commands}for ${code(project, 100)}: ${what}`;
}
function isNothing({ create, update, replace, adopt, forget, failed, skipped, unknown, ...rest }) {
  return create + update + replace + rest.delete + adopt + forget + failed + skipped + unknown === 0;
}
function reasons(failed) {
  const all = new Set(failed.flatMap(({ failure }) => failure === null ? [] : [md`${failure}`]));
  return md` (${joined([...all], ", ")})`;
}
function contextTable(parts, links) {
  const facts = parts.map((part) => part.facts);
  const columns = countColumns(facts.map(({ counts }) => counts));
  const rows = facts.map((fact) => [
    shownContext(fact),
    ...columns.map(([name]) => hasCounts(fact) ? bold(fact.counts[name], name) : md`–`),
    status(fact, links)
  ]);
  return table([md`Context`, ...columns.map(([, head]) => head), md`Status`], rows);
}
function hasCounts({ failure, counts }) {
  return failure === null || Object.values(counts).some((count) => count > 0);
}
function bold(count, name) {
  return count > 0 && name !== "noop" ? md`**${count}**` : md`${count}`;
}
function status(facts, links) {
  const { failure, phase, planned, ended: ended2 } = facts;
  const words = phase === "planned" ? failure === null ? md`📋 planned` : failure === "guarded" ? md`🛑 guarded` : md`❌ ${failure}` : md`${icons[phase]} ${phase}`;
  return link(words, links.run(ended2 ?? planned));
}
function shownContext({ context }) {
  return context === "" ? md`before any context` : code(context, 100);
}
function footer(parts, links) {
  const lines = /* @__PURE__ */ new Map();
  for (const { facts } of parts) {
    const made = facts.digest === null && facts.failure !== null ? md`❌ not planned` : md`📋 planned`;
    const signed = facts.seal === null ? "" : ", signed";
    const digest = facts.digest === null ? [] : [md`as ${code(shown(facts.digest))}${signed}`];
    const line = joined([made, ...moment(facts.planned, links), ...digest], " ");
    const then = facts.phase === "planned" ? "" : md`; ${became(facts.phase, facts.ended, links)}`;
    const key = md`${line}${then}`;
    lines.set(key, [...lines.get(key) ?? [], shownContext(facts)]);
  }
  const told = [...lines].map(([line, contexts]) => lines.size === 1 ? line : md`${joined(contexts, ", ")}: ${line}`);
  return md`---\n<sub>${joined(told, "<br>")}</sub>`;
}
function became(phase, ended2, links) {
  return joined([md`${icons[phase]} ${phaseWords[phase]}`, ...ended2 ? moment(ended2, links) : []], " ");
}
function shown(digest) {
  const at = digest.indexOf(":");
  return `${digest.slice(0, at)}:${digest.slice(at + 1, at + 13)}`;
}
function moment({ run, attempt, commit, at }, links) {
  const said = [];
  if (commit !== "") said.push(md`for ${link(code(commit.slice(0, 7)), links.commit(commit))}`);
  if (run !== "") {
    const words = attempt > 1 ? `run ${run}, attempt ${attempt}` : `run ${run}`;
    said.push(md`in ${link(ours(words), links.run({ run, attempt, commit, at }))}`);
  }
  said.push(ours(`at ${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`));
  return said;
}

// src/hooks/comment/render-part.ts
var openLines = 60;
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
    if (destructive.length > 0) parts.push(caution(destructive, detail, false));
    const failed = groups(hasFailed);
    if (failed.length > 0) parts.push(failures(failed, detail, false));
    const problems = told.filter(({ severity }) => severity !== "notice");
    if (problems.length > 0) parts.push(diagnostics("Problems", problems, detail));
    text = joined(parts, "\n\n");
    if (text.length <= room) return text;
  }
  return text;
}
function renderChanges({ tasks }, room, link2, command) {
  const noteworthy = tasks.filter((task) => isNoteworthy(task) || isRecordedOnly(task));
  const important = noteworthy.filter((task) => hasFailed(task) || isDestructive(task));
  const others = noteworthy.filter((task) => !hasFailed(task) && !isDestructive(task));
  let left = room - 200;
  const shown2 = /* @__PURE__ */ new Map();
  let lostRows = 0;
  for (const task of [...important, ...others]) {
    const row = taskRow(task);
    if (lostRows > 0 || row.length + 1 > left) lostRows++;
    else {
      shown2.set(task, row);
      left -= row.length + 1;
    }
  }
  const folded = /* @__PURE__ */ new Set();
  let lostFolds = 0;
  let open = openLines;
  for (const [task, row] of shown2) {
    if (!hasFold(task)) continue;
    const fold = lostFolds < 5 ? taskFold(task, { values: true, limits: fieldLimits, link: link2, command, opens: open > 0 }) : void 0;
    if (lostRows > 0 || fold === void 0 || fold.length + 2 - row.length > left) {
      lostFolds++;
      continue;
    }
    shown2.set(task, fold);
    folded.add(task);
    left -= fold.length + 2 - row.length;
    if (fold.startsWith("<details open>")) open -= fold.split("\n").length;
  }
  const inOrder = noteworthy.filter((task) => shown2.has(task));
  const parts = inOrder.filter((task) => folded.has(task)).flatMap((task) => shown2.get(task) ?? []);
  const rows = inOrder.filter((task) => !folded.has(task)).flatMap((task) => shown2.get(task) ?? []);
  if (rows.length > 0) parts.push(joined(rows, "\n"));
  const lost = [];
  if (lostRows > 0) lost.push(plural(lostRows, "more change"));
  if (lostFolds > 0) lost.push(`what is in ${plural(lostFolds, "of these change")}`.replace("1 of", "one of"));
  const unchanged = renderUnchanged(tasks);
  if (lost.length === 0 && unchanged.text.length <= left) {
    if (unchanged.text !== "") parts.push(unchanged.text);
  } else if (unchanged.count > 0) lost.push(`the list of ${plural(unchanged.count, "unchanged task")}`);
  if (lost.length > 0)
    parts.push(md`Left out to fit: ${ours(lost.join(", "))}. The job summary has more, the report everything.`);
  return joined(parts, "\n\n");
}
function renderUnchanged(tasks) {
  const unchanged = tasks.filter((task) => task.change === "noop" && !isNoteworthy(task) && !isRecordedOnly(task));
  if (unchanged.length === 0) return { text: md``, count: 0 };
  const names = unchanged.map((task) => md`${code(task.name, 100)} (${inline(task.kind, 60)})`);
  return { text: details(md`Unchanged: ${unchanged.length}`, joined(names, ", ")), count: unchanged.length };
}
function renderTerminal(context, commands) {
  if (commands.length === 0) return md``;
  return details(md`Show the plan of ${codeHtml(context, 100)} in a terminal`, fenced(commands, "sh"));
}
function renderResult(context, told, { command, differs }) {
  const { tasks, failureReason } = context;
  const began = tasks.some(({ status: status2 }) => status2 !== "planned" && status2 !== "skipped");
  const words = began ? outcomeWords(tasks) : "nothing was changed";
  const icon = failureReason === null ? "\u2705" : "\u274C";
  const why = failureReason === null ? "" : md` (${failureReason})`;
  const parts = [md`${icon} ${code(command, 60)}: ${ours(words)}${why}`];
  if (differs && began) parts.push(md`> [!WARNING]\n> What was applied is not the plan of this preview.`);
  const failed = tasks.filter(hasFailed);
  if (failed.length > 0)
    parts.push(
      failures([{ context, tasks: failed }], detailLevels[failed.length > 20 ? 2 : 0] ?? detailLevels[0], false)
    );
  const errors = told.filter(({ severity }) => severity === "error");
  if (errors.length > 0) parts.push(diagnostics("Problems", errors, detailLevels[0]));
  return joined(parts, "\n\n");
}
function renderNext(report) {
  const next = nextStep(report);
  return next === void 0 ? md`` : md`**Next:** ${ours(next)}`;
}
function renderLost({ counts, changes, phase }) {
  const lines = [];
  const deleted = counts.delete;
  if (deleted + counts.replace > 0) {
    lines.push(...destruction({ deleted, replaced: counts.replace, planned: phase === "planned" }), md`>`);
    for (const change of ["delete", "replace"]) {
      const names = Object.entries(changes ?? {}).filter(([, one]) => one.change === change);
      const shown2 = names.map(([name]) => code(name, 200));
      if (shown2.length > 0) lines.push(md`> - ${change} (${shown2.length}): ${joined(shown2, ", ")}`);
    }
    lines.push(md``);
  }
  lines.push(md`> [!NOTE]`, md`> What stood here was edited, or an older opus wrote it, so it is not shown again.`);
  lines.push(md`> The job summary of the run has the plan.`);
  return joined(lines, "\n");
}

// src/hooks/comment/update-preview.ts
function withPlan(current, report, commentPurpose, writing) {
  const mine = planParts(report, commentPurpose, writing);
  const own = new Set(mine.map(({ facts }) => facts.context));
  const before = current?.parts ?? [];
  const begun = report.contexts.length > 0;
  const others = begun && commentPurpose.coversAll ? [] : before.filter(({ facts }) => !own.has(facts.context) && !(begun && facts.context === ""));
  const left = begun && commentPurpose.coversAll ? nothingLeft : leftBeside(current, begun ? [...own, ""] : [...own]);
  const parts = [...others, ...mine];
  if (others.length > 0) parts.sort((one, other) => one.facts.context < other.facts.context ? -1 : 1);
  return filled({ project: report.project, parts, left }, report.contexts, commentPurpose, writing);
}
function withResult(current, report, commentPurpose, writing) {
  const { inPullRequest } = commentPurpose;
  if (!current && !inPullRequest) return void 0;
  const known = new Map((current?.parts ?? []).map((part) => [part.facts.context, part]));
  const fresh = new Map(planParts(report, commentPurpose, writing).map((part) => [part.facts.context, part]));
  const anew = [];
  let left = current?.left ?? nothingLeft;
  let touched = false;
  for (const context of report.contexts) {
    const part = known.get(context.name);
    const isSame = part !== void 0 && part.facts.digest !== null && part.facts.digest === context.planDigest;
    if (inPullRequest && !isSame && !commentPurpose.underReview) {
      const made = fresh.get(context.name);
      if (!made) continue;
      anew.push(context);
      known.set(context.name, ended(made, context, report, commentPurpose, writing));
    } else if (part && isMeant(part.facts, commentPurpose, writing)) {
      known.set(context.name, ended(part, context, report, commentPurpose, writing));
    } else {
      const told = part ? left : leftIn(left, context.name, phaseOf(context), commentPurpose, writing);
      if (told === left) continue;
      left = told;
    }
    touched = true;
  }
  if (!touched) return void 0;
  left = leftBeside(current && { ...current, left }, [...known.keys()]);
  return filled({ project: report.project, parts: [...known.values()], left }, anew, commentPurpose, writing);
}
function withApplying(current, contexts, commentPurpose, { moment: moment2, stamp }) {
  const meant = (part) => contexts.has(part.facts.context) && isMeant(part.facts, commentPurpose, { moment: moment2 });
  if (!current) return void 0;
  let left = current.left;
  for (const context of contexts) left = leftIn(left, context, "applying", commentPurpose, { moment: moment2, stamp });
  if (left === current.left && !current.parts.some(meant)) return void 0;
  const parts = current.parts.map(
    (part) => meant(part) ? { ...part, facts: { ...part.facts, phase: "applying", ended: moment2, stamp } } : part
  );
  return { ...current, parts, left };
}
function leftIn(left, context, phase, commentPurpose, { moment: moment2, stamp }) {
  const key = keyOf(context);
  const meant = (one) => one.key === key && isMeant({ ...one, ended: null }, commentPurpose, { moment: moment2 });
  if (!left.named.some(meant)) return left;
  return { ...left, named: left.named.map((one) => meant(one) ? { ...one, phase, stamp } : one) };
}
function isMeant(facts, { command, inPullRequest }, { moment: moment2 }) {
  if (facts.command !== command) return false;
  return inPullRequest || facts.phase !== "applied" || facts.ended?.run === moment2.run;
}
function ended(part, context, report, { command, underReview }, { moment: moment2, stamp }) {
  const { digest } = part.facts;
  const differs = !underReview && digest !== null && context.planDigest !== null && digest !== context.planDigest;
  const result = renderResult(context, report.diagnostics, { command, differs });
  return {
    facts: { ...part.facts, phase: phaseOf(context), ended: moment2, stamp },
    texts: {
      ...part.texts,
      result: joined(
        [result, renderNext(report)].filter((text) => text !== ""),
        "\n\n"
      )
    }
  };
}
function phaseOf({ failureReason }) {
  switch (failureReason) {
    case null:
      return "applied";
    case "plan-changed":
    case "plan-not-reviewed":
    case "superseded":
      return "refused";
    case "cancelled":
      return "cancelled";
    default:
      return "failed";
  }
}
function planParts(report, commentPurpose, writing) {
  const { contexts, diagnostics: diagnostics2, failureReason } = report;
  const room = commentLimit / 2 / Math.max(1, contexts.length);
  const next = renderNext(report);
  const part = (context, told, more) => ({
    facts: {
      context: context?.name ?? "",
      command: commentPurpose.command,
      digest: context && commentPurpose.reviewable ? reviewableDigest(context) : null,
      seal: commentPurpose.reviewable && context?.reviewable?.seal || null,
      counts: context?.counts ?? zeroCounts,
      failure: context ? context.failureReason : failureReason,
      planned: writing.moment,
      phase: "planned",
      ended: null,
      stamp: writing.stamp,
      changes: toldChanges(context?.reviewable?.changes ?? null)
    },
    texts: {
      callouts: joined(
        [renderCallouts(context, told, room), more].filter((text) => text !== ""),
        "\n\n"
      ),
      result: md``,
      changes: md``,
      terminal: context ? renderTerminal(context.name, writing.terminal(context.name, commentPurpose.command)) : md``
    }
  });
  if (contexts.length === 0) return [part(void 0, diagnostics2, next)];
  return contexts.map((context, index) => part(context, index === 0 ? diagnostics2 : [], index === 0 ? next : md``));
}
function reviewableDigest({ planDigest, reviewable, failureReason }) {
  const whole = [null, "guarded", "changes-pending", "drift-detected"];
  return reviewable && whole.includes(failureReason) ? planDigest : null;
}
function filled(preview, contexts, { command }, { links, taskLink }) {
  const byName = new Map(contexts.map((context) => [context.name, context]));
  const rooms = roomsForChanges(preview, new Set(byName.keys()), links);
  const first = new Map(
    contexts.map((one) => [one.name, renderChanges(one, rooms.get(one.name) ?? 0, taskLink, command)])
  );
  const left = [...first].reduce((sum, [name, text]) => sum + Math.max(0, (rooms.get(name) ?? 0) - text.length), 0);
  const short = [...first].filter(([name, text]) => text.length > (rooms.get(name) ?? 0) * 0.9 - 2e3).length;
  const parts = preview.parts.map((part) => {
    const context = byName.get(part.facts.context);
    if (!context) return part;
    const room = rooms.get(context.name) ?? 0;
    const text = first.get(context.name) ?? md``;
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
  return { project: marker.project, parts, left: marker.left };
}

// src/hooks/comment/write.ts
var mostTries = 12;
var mostFailures = 4;
var longestLimitMs = 15e3;
var unknownLimitMs = 5e3;
var quietLooks = 3;
var mostLooks = 25;
var betweenWritesMs = 1100;
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
    const { target, doubles } = choose(ours2(listed.value, login.value, edit.project), edit.begins);
    let at = target?.comment;
    const arrived = tries > 1 && target !== void 0 && hasAll(target.preview, edit.stamps);
    if (!arrived || doubles.length > 0) {
      const current = joined2(target?.preview, doubles);
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
    if (!contested) return ok(at);
    const settled = await settle(thread, at, target === void 0, edit, options, login.value);
    if (settled === "quiet") return ok(at);
    if (settled !== "moved") return err(settled);
  }
  const said = "others kept writing the same comment";
  return err(trouble ?? { kind: "unreachable", said, unclear: true });
}
function ours2(comments, login, project) {
  return comments.flatMap((comment) => {
    const preview = comment.author === login ? readComment(comment.body) : void 0;
    return preview?.project === project ? [{ comment, preview }] : [];
  });
}
function choose(all, begins) {
  const lastFrozen = all.findLast(({ preview }) => isFrozen(preview));
  const open = all.filter(({ comment }) => comment.id > (lastFrozen?.comment.id ?? 0));
  if (open.length > 0 || begins || !lastFrozen) return { target: open[0], doubles: open.slice(1) };
  const run = runOf(lastFrozen);
  const together = run === "" ? [lastFrozen] : all.filter((one) => isFrozen(one.preview) && runOf(one) === run);
  return { target: together[0], doubles: together.slice(1) };
}
function runOf({ preview }) {
  const [run = "", other] = [...new Set(preview.parts.map(({ facts }) => facts.planned.run))];
  return other === void 0 ? run : "";
}
function joined2(first, doubles) {
  if (first === void 0 || doubles.length === 0) return first;
  const parts = /* @__PURE__ */ new Map();
  for (const part of [first, ...doubles.map(({ preview }) => preview)].flatMap((one) => one.parts)) {
    const known = parts.get(part.facts.context);
    if (!known || lastWrite(known) < lastWrite(part)) parts.set(part.facts.context, part);
  }
  const left = doubles.reduce((all, { preview }) => joinedLeft(all, preview.left), first.left);
  return { ...first, parts: [...parts.values()], left: withoutContexts(left, parts.keys()) };
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
  if (kind === "rate-limit") return limitMs(trouble) <= longestLimitMs;
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
async function settle(thread, at, isNew, edit, { signal, sleep, random }, login) {
  let last = "";
  let quiet = 0;
  for (let looks = 0; looks < mostLooks && quiet < quietLooks; looks++) {
    await sleep(900 + random() * 300, signal);
    const seen = isNew ? await look(thread, at, login, edit.project, signal) : await thread.read(at.id, signal);
    if (!seen.ok) return seen.error;
    const preview = seen.value && readComment(seen.value.body);
    if (!preview || !hasAll(preview, edit.stamps)) return "moved";
    quiet = seen.value?.body === last ? quiet + 1 : 1;
    last = seen.value?.body ?? "";
  }
  return "quiet";
}
async function look(thread, at, login, project, signal) {
  const listed = await thread.list(signal);
  if (!listed.ok) return listed;
  const { target, doubles } = choose(ours2(listed.value, login, project), true);
  const isFirst = target === void 0 || target.comment.id === at.id;
  return ok(isFirst && doubles.length === 0 ? listed.value.find(({ id }) => id === at.id) : void 0);
}

// src/hooks/comment/comment.ts
var longestMs = 45e3;
var longestWhenCancelledMs = 4e3;
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
      await tellReport(options, withoutNames(report, redact), commentPurpose, until);
    }
  };
}
function storeDeadline(cancelled) {
  if (cancelled.aborted) return AbortSignal.timeout(longestWhenCancelledMs);
  return AbortSignal.any([cancelled, AbortSignal.timeout(longestMs)]);
}
async function tellApplying(options, project, contexts, commentPurpose) {
  const signal = AbortSignal.timeout(longestMs);
  const place = await options.place(signal);
  if (place.state !== "found") return;
  const stamp = options.newStamp();
  const moment2 = options.moment();
  const change = (current) => withApplying(current, contexts, commentPurpose, { moment: moment2, stamp });
  const edit = { project, begins: false, stamps: [stamp], change };
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
  const edit = { project: report.project, begins, stamps: [writing.stamp], change };
  const written = await writePreview(place.thread, edit, { ...options, signal }).catch((error) => {
    if (!signal.aborted) throw error;
    return err({ kind: "unreachable", said: "it took too long", unclear: true });
  });
  if (written.ok) return;
  const cancelled = { ...written.error, said: "the run was cancelled" };
  const trouble = options.cancelled.aborted && written.error.unclear ? cancelled : written.error;
  warn(notPosted(`${what} was not posted as a comment on #${place.number}`, trouble));
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
