import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  contextCode,
  countsCell
} from "./chunk-DVX73DJF.js";
import {
  beginningOf,
  digestOf,
  end,
  numberLeft,
  outdatedParts,
  partKey,
  renderMarker,
  withLeft
} from "./chunk-XGQZMIKK.js";
import {
  code,
  codeHtml,
  firstLines,
  joined,
  link,
  md,
  ours,
  table
} from "./chunk-DTGBYTTG.js";
import {
  planWords,
  plural,
  sumCounts
} from "./chunk-33HS6KZX.js";
import {
  firstOf
} from "./chunk-P4WMOHAY.js";

// src/hooks/comment/verdict.ts
var phaseIcons = {
  planned: "\u{1F4CB}",
  applying: "\u23F3",
  applied: "\u2705",
  failed: "\u274C",
  refused: "\u{1F6AB}",
  cancelled: "\u23F9\uFE0F"
};
var titles = {
  planned: "Plan",
  applying: "Plan being applied",
  applied: "Applied plan",
  failed: "Failed apply",
  refused: "Refused plan",
  cancelled: "Cancelled apply"
};
var urgency = ["failed", "refused", "cancelled", "applying", "planned", "applied"];
function verdict(whose2, parts, left, outdated) {
  const { named: named2, unnamed } = left;
  const shown2 = parts.map((part) => part.facts);
  const facts = [...parts.filter((part) => !outdated.has(part)).map((part) => part.facts), ...named2];
  const failed = facts.filter(({ failure, phase: phase2 }) => failure !== null && phase2 === "planned");
  const phase = urgency.find((one) => facts.some((fact) => fact.phase === one)) ?? "planned";
  const failures = failed.length + unnamed.failed;
  const all = sumCounts([...facts, unnamed]);
  const idle = phase === "planned" && isNothing(all);
  const icon = failures > 0 ? "\u274C" : idle ? "\u2705" : phaseIcons[phase];
  const what = failures === 0 ? ours(planWords(all)) : failures === facts.length + unnamed.number ? md`could not be made${reasons(failed)}` : md`${ours(planWords(all))}, and ${ours(plural(failures, "context"))} that could not be planned`;
  return md`## ${icon} ${titles[phase]} ${ownCommands([...shown2, ...named2])}for ${whose2}: ${what}`;
}
function ownCommands(facts) {
  const own = [...new Set(facts.map(({ command }) => command))].filter((command) => command !== "apply");
  if (own.length === 0) return md``;
  const commands = own.map((command) => code(command, 60));
  return md`of ${joined(commands, ", ")} `;
}
function isNothing({
  create,
  update,
  replace,
  adopt,
  forget,
  failed,
  skipped,
  unknown,
  ...rest
}) {
  return create + update + replace + rest.delete + adopt + forget + failed + skipped + unknown === 0;
}
function reasons(failed) {
  const all = new Set(failed.flatMap(({ failure }) => failure === null ? [] : [md`${failure}`]));
  return md` (${joined([...all], ", ")})`;
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
  const ordered = [...preview.parts].sort((one, other) => urgency2(other) - urgency2(one));
  for (let count = ordered.length; ; count = Math.floor(count / 2)) {
    const kept = new Set(ordered.slice(0, count));
    const parts = preview.parts.filter((part) => kept.has(part));
    const without = preview.parts.filter((part) => !kept.has(part));
    const text = withLines({ ...preview, parts, left: withLeft(preview.left, without) }, limit, render2);
    if (text.length <= limit || count === 0) return text;
  }
}
function urgency2({ facts: { context, counts, failure } }) {
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
  const folds2 = ({ texts: { changes } }) => ({ changes: changes === "" ? changes : leftOut, terminal: md`` });
  const bare = withTexts(preview, (part) => ({ callouts: md``, result: md``, ...folds2(part) }));
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
        ...folds2(part)
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

// src/hooks/comment/footer.ts
var mostNamed = 8;
var phaseWords = {
  planned: "planned",
  applying: "applying",
  applied: "applied",
  failed: "failed",
  refused: "refused, because it is not the plan that was reviewed",
  cancelled: "cancelled"
};
function outdatedNote(facts, links) {
  return md`🕓 Outdated, what ${runLink(facts.planned, links)} planned for ${shownContext(facts)}:`;
}
function outdatedTitle({ planned: { run, commit } }) {
  const words = run === "" ? md`an earlier run` : md`run ${codeHtml(run, 20)}`;
  return md`🕓 Outdated: the plan of ${words}${commit === "" ? md`` : md` for ${codeHtml(commit.slice(0, 7))}`}`;
}
function runLink(at, links) {
  return at.run === "" ? md`an earlier run` : link(ours(`run ${at.run}`), links.run(at));
}
function planCells(part, outdated, links) {
  const { counts, phase } = part.facts;
  return [hasCounts(part.facts) ? countsCell(counts, phase !== "planned") : md`–`, status(part, outdated, links)];
}
function hasCounts({ failure, counts }) {
  return failure === null || Object.values(counts).some((count) => count > 0);
}
function status(part, outdated, links) {
  const { failure, phase, planned, ended } = part.facts;
  if (outdated.has(part)) return md`🕓 outdated, of ${runLink(planned, links)}`;
  const words = phase === "planned" ? failure === null ? md`📋 planned` : failure === "guarded" || failure === "policy" ? md`🛑 ${failure}` : md`❌ ${failure}` : md`${phaseIcons[phase]} ${phase}`;
  return link(words, links.run(ended ?? planned));
}
function shownContext({ project, context }) {
  if (context !== "") return contextCode({ name: context, ...project === void 0 ? {} : { project } });
  return project ? md`${code(project, 100)} before any context` : md`before any context`;
}
function footer(parts, outdated, links) {
  const lines = /* @__PURE__ */ new Map();
  for (const part of parts) {
    const { facts } = part;
    const made = facts.digest === null && facts.failure !== null ? md`❌ not planned` : outdated.has(part) ? md`🕓 outdated, planned` : md`📋 planned`;
    const signed = facts.seal === null ? md`` : facts.project === void 0 ? md`, signed` : md`signed`;
    const said = facts.project === void 0 ? md`as ${code(shown(facts.digest ?? ""))}${signed}` : signed;
    const digest = facts.digest === null || said === "" ? [] : [said];
    const line = joined([made, ...moment(facts.planned, links), ...digest], " ");
    const then = facts.phase === "planned" ? "" : md`; ${became(facts.phase, facts.ended, links)}`;
    const key = md`${line}${then}`;
    lines.set(key, [...lines.get(key) ?? [], shownContext(facts)]);
  }
  const told = [...lines].map(([line, contexts]) => lines.size === 1 ? line : md`${named(contexts)}: ${line}`);
  return md`---\n<sub>${joined(told, "<br>")}</sub>`;
}
function named(contexts) {
  return joined(
    firstOf(contexts, mostNamed, (more) => md`${more} more`),
    ", "
  );
}
function became(phase, ended, links) {
  return joined([md`${phaseIcons[phase]} ${phaseWords[phase]}`, ...ended ? moment(ended, links) : []], " ");
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

// src/hooks/comment/several-body.ts
var mostOpen = 2;
var mostForQuiet = 4e3;
var mostNamed2 = 3;
function renderSeveral({ parts: given, left }, several, links) {
  const parts = given.map(withoutIdleCommands);
  const outdated = outdatedParts(parts);
  const facts = parts.map((part) => part.facts);
  const lines = [
    renderMarker({ project: "", parts: facts, left, digests: parts.map(({ texts }) => digestOf(texts)), several })
  ];
  lines.push(titleOf(parts, left, several, outdated));
  lines.push(...overview(parts, left, outdated, links), ...alikeLines(parts, several));
  parts.forEach((part, index) => {
    const there = ["callouts", "result"].filter((name) => part.texts[name] !== "");
    if (there.length > 0 && outdated.has(part)) lines.push(md``, end, md``, outdatedNote(part.facts, links));
    for (const name of there) lines.push(md``, beginningOf(name, index), md``, part.texts[name]);
  });
  lines.push(md``, end);
  for (const line of folds(parts, outdated)) lines.push(line);
  if (parts.length > 0) lines.push(md``, footer(parts, outdated, links));
  return joined(lines, "\n");
}
function withoutIdleCommands(part) {
  return part.texts.changes === "" ? { ...part, texts: { ...part.texts, terminal: md`` } } : part;
}
function titleOf(parts, left, { alike }, outdated) {
  if (parts.length === 0 && numberLeft(left) === 0) {
    const none = alike.projects === 0 ? "no project is" : `none of ${plural(alike.projects, "project")} is`;
    return md`## ✅ Plan: nothing to do, ${ours(none)} other than recorded`;
  }
  return verdict(whose(parts, left), parts, left, outdated);
}
function whose(parts, { named: named2, unnamed }) {
  const all = /* @__PURE__ */ new Set([...parts.map(({ facts }) => facts.project ?? ""), ...named2.map(({ project = "" }) => project)]);
  all.delete("");
  if (unnamed.number > 0) return ours(`${plural(all.size, "project")} and more`);
  if (all.size === 0) return md`a project that can't be told`;
  if (all.size > mostNamed2) return ours(plural(all.size, "project"));
  return joined(
    [...all].sort().map((project) => code(project, 60)),
    ", "
  );
}
function overview(parts, left, outdated, links) {
  const lines = [];
  const quiet = parts.filter((part) => isQuiet(part, outdated));
  const loud = parts.filter((part) => !isQuiet(part, outdated));
  const rows = loud.map((part) => [shownContext(part.facts), ...planCells(part, outdated, links)]);
  if (rows.length > 0) lines.push(md``, table([md`Project and context`, md`Plan`, md`Status`], rows));
  if (quiet.length > 0) lines.push(md``, quietLine(quiet));
  const more = numberLeft(left);
  if (more === 0) return lines;
  const last = parts.at(-1)?.facts;
  const where = last ? link(md`job summary`, links.run(last.planned)) : md`job summary`;
  lines.push(md``, md`… and ${ours(plural(more, "more context"))} that had no room here: see the ${where}.`);
  return lines;
}
function isQuiet(part, outdated) {
  const { facts, texts } = part;
  const { callouts, result, changes } = texts;
  if (outdated.has(part) || facts.failure !== null || callouts + result + changes !== "") return false;
  return isNothing(facts.counts) && (facts.phase === "planned" || facts.phase === "applied");
}
function quietLine(quiet) {
  const shown2 = [];
  let room = mostForQuiet;
  let told = 0;
  for (const [project, some] of byProject(quiet)) {
    const contexts = some.map(({ facts }) => code(facts.context, 60));
    const text = md`${code(project, 60)} (${joined(contexts, ", ")})`;
    room -= text.length + 2;
    if (room < 0) break;
    shown2.push(text);
    told += some.length;
  }
  const more = told === quiet.length ? md`` : ours(` and ${quiet.length - told} more`);
  return md`Nothing to do in ${joined(shown2, ", ")}${more}.`;
}
function alikeLines(parts, { alike, commit }) {
  const isOfNow = parts.every(({ facts }) => facts.planned.commit === commit);
  if (alike.contexts === 0 || parts.length === 0 || !isOfNow) return [];
  const words = `${plural(alike.contexts, "more context")} of ${plural(alike.projects, "project")}`;
  return [md``, ours(`Not planned, as they are as recorded: ${words}.`)];
}
function byProject(parts) {
  const all = /* @__PURE__ */ new Map();
  for (const part of parts) {
    const { project = "" } = part.facts;
    const known = all.get(project);
    if (known) known.push(part);
    else all.set(project, [part]);
  }
  return all;
}
function folds(parts, outdated) {
  const told = [...byProject(parts.filter(({ texts }) => texts.changes !== ""))];
  const places = new Map(parts.map((part, index) => [part, index]));
  return told.flatMap(([project, some]) => {
    const words = some.map(({ facts }) => md`${codeHtml(facts.context, 60)} ${ours(planWords(facts.counts))}`);
    const open = told.length <= mostOpen ? " open" : "";
    const title = md`<summary>${codeHtml(project, 60)}: ${joined(words.slice(0, 4), ", ")}${words.length > 4 ? ", \u2026" : ""}</summary>`;
    const lines = [md``, md`<details${ours(open)}>${title}`];
    for (const part of some) {
      if (some.length > 1) lines.push(md``, md`### ${code(part.facts.context, 100)}`);
      const index = places.get(part) ?? 0;
      const folded = outdated.has(part);
      if (folded) lines.push(md``, md`<details><summary>${outdatedTitle(part.facts)}</summary>`);
      lines.push(md``, beginningOf("changes", index), md``, part.texts.changes);
      if (part.texts.terminal !== "") lines.push(md``, beginningOf("terminal", index), md``, part.texts.terminal);
      lines.push(md``, end);
      if (folded) lines.push(md``, md`</details>`);
    }
    return [...lines, md``, md`</details>`];
  });
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
    ({ facts, texts }) => contexts.has(partKey(facts)) ? Number.MAX_SAFE_INTEGER : texts.changes.length
  );
  const shares = fairShares(wanted, commentLimit - bare.length);
  return new Map(preview.parts.map(({ facts }, index) => [partKey(facts), Math.max(0, (shares[index] ?? 0) - 200)]));
}
function slim(preview) {
  const told = JSON.stringify(preview.parts.map(({ facts }) => facts.changes));
  if (told.length <= commentLimit / 3) return preview;
  return {
    ...preview,
    parts: preview.parts.map(({ facts, texts }) => ({ facts: { ...facts, changes: null }, texts }))
  };
}
function render(preview, links) {
  if (preview.several) return renderSeveral(preview, preview.several, links);
  const { project, parts, left } = preview;
  const digests = parts.map(({ texts }) => digestOf(texts));
  const outdated = outdatedParts(parts);
  const lines = [renderMarker({ project, parts: parts.map(({ facts }) => facts), left, digests })];
  lines.push(verdict(code(project, 100), parts, left, outdated), md``, contextTable(parts, outdated, links));
  const more = numberLeft(left);
  if (more > 0) lines.push(md``, ours(`\u2026 and ${plural(more, "more context")}, in the job summary.`));
  parts.forEach((part, index) => {
    const there = ["callouts", "result"].filter((name) => part.texts[name] !== "");
    if (there.length > 0 && outdated.has(part)) lines.push(md``, end, md``, outdatedNote(part.facts, links));
    for (const name of there) lines.push(md``, beginningOf(name, index), md``, part.texts[name]);
  });
  parts.forEach((part, index) => {
    if (part.texts.changes === "") return;
    if (parts.length > 1) lines.push(md``, end, md``, md`### ${shownContext(part.facts)}`);
    const folded = outdated.has(part);
    if (folded) lines.push(md``, end, md``, md`<details><summary>${outdatedTitle(part.facts)}</summary>`);
    lines.push(md``, beginningOf("changes", index), md``, part.texts.changes);
    if (folded) lines.push(md``, end, md``, md`</details>`);
  });
  parts.forEach(({ texts }, index) => {
    if (texts.terminal !== "") lines.push(md``, beginningOf("terminal", index), md``, texts.terminal);
  });
  lines.push(md``, end, md``, footer(parts, outdated, links));
  return joined(lines, "\n");
}
function contextTable(parts, outdated, links) {
  const rows = parts.map((part) => [shownContext(part.facts), ...planCells(part, outdated, links)]);
  return table([md`Context`, md`Plan`, md`Status`], rows);
}

export {
  isNothing,
  commentLimit,
  renderComment,
  roomsForChanges
};
