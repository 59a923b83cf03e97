import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isTold,
  nextStep
} from "./chunk-JRNEFKO7.js";
import {
  changeNotes,
  driftNotes,
  fieldNames,
  isDriftView,
  noteOf,
  sidesOf,
  toldFields
} from "./chunk-DBO4XEOM.js";
import {
  diffArrays
} from "./chunk-BCV6KWAY.js";
import {
  anotherValue,
  waitingFor
} from "./chunk-ECNAE3MH.js";
import {
  stepSurface
} from "./chunk-NZX5AGU2.js";
import {
  append
} from "./chunk-DVS7MNYR.js";
import {
  byteSize,
  changeTones,
  duration,
  endWords,
  failedToPlan,
  failureWords,
  hasFailed,
  isDestructive,
  isDrifted,
  isNoteworthy,
  isRecordedOnly,
  planWords,
  plural,
  stateWords,
  symbols,
  wholeSeconds
} from "./chunk-33HS6KZX.js";
import {
  beginning,
  clip,
  cutPair
} from "./chunk-IEAZJNH3.js";
import {
  oneLine,
  printableLines,
  withMarks
} from "./chunk-JSSPZBFU.js";
import {
  firstOf
} from "./chunk-P4WMOHAY.js";
import {
  isObject,
  pointerPath
} from "./chunk-RRD47Q5D.js";

// src/hooks/rendering/field-diff.ts
var contextLines = 3;
var maxEdits = 200;
var noNewline = "\\ no newline at the end";
function fieldName(path) {
  return path === "" ? "(everything)" : visible(pointerPath(path).join("."));
}
function diffField(field, limits2, view = "plan") {
  const name = clip(fieldName(field.path), limits2.width);
  const [before, after] = [sideOf(field, "before"), sideOf(field, "after")];
  const isAfter = after.type !== "absent";
  const [change, drift] = [changeNotes(field), driftNotes(field)];
  if (isSame(before, after)) {
    const text = before.type === "marker" ? before.text : shortValue(before, limits2.width);
    return [{ sign: "~", text: `${name}: ${text}${noteOf([...change, ...drift])}` }];
  }
  const there = {
    side: before,
    lines: blockOf(before),
    notes: before.type === "absent" ? [] : isAfter ? drift : [...change, ...drift]
  };
  const wanted = {
    side: after,
    lines: blockOf(after),
    notes: before.type === "absent" ? [...change, ...drift] : change
  };
  const [minus, plus] = view === "plan" ? [
    { ...there, sign: "-" },
    { ...wanted, sign: "+" }
  ] : [
    { ...wanted, sign: "-" },
    { ...there, sign: "+" }
  ];
  const blocks = isLong(minus) || isLong(plus);
  if (blocks && isWhole(minus) && isWhole(plus)) {
    const sign = minus.side.type === "absent" ? "+" : plus.side.type === "absent" ? "-" : "~";
    const note = noteOf([...change, ...drift]);
    return [{ sign, text: `${name}:${note}` }, ...lineDiff(minus.lines ?? [], plus.lines ?? [], limits2)];
  }
  if (blocks) return [...oneSide(name, minus, limits2), ...oneSide(name, plus, limits2)];
  return inline(name, minus, plus, limits2);
}
function fieldHeadline(field, width) {
  const sign = field.before === void 0 ? "+" : field.after === void 0 && !field.knownAfter ? "-" : "~";
  return {
    sign,
    text: `${clip(fieldName(field.path), width)}${noteOf([...changeNotes(field), ...driftNotes(field)])}`
  };
}
var shortEscapes = { "	": "	", "\n": "\\n", "\r": "\\r" };
function visible(text) {
  return withMarks(text, (character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
    return shortEscapes[character] ?? (hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`);
  });
}
function sideOf(field, side) {
  if (side === "after" && field.knownAfter) {
    return { type: "marker", text: waitingFor(field.knownAfter.map(visible)) };
  }
  if (field.otherValues) return { type: "marker", text: anotherValue(field.otherValues.map(visible)) };
  const value = field[side];
  if (value === void 0) return { type: "absent" };
  return field.sensitive ? { type: "marker", text: "(sensitive)" } : { type: "value", value };
}
function isSame(before, after) {
  if (before.type === "marker") return after.type === "marker" && before.text === after.text;
  return before.type === "value" && after.type === "value" && JSON.stringify(before.value) === JSON.stringify(after.value);
}
function blockOf(side) {
  if (side.type !== "value") return void 0;
  const { value } = side;
  if (typeof value === "string") return textLines(value);
  if (typeof value !== "object" || value === null) return void 0;
  const text = JSON.stringify(value);
  return text.length <= 80 && !text.includes("\\n") ? [text] : structureLines(value);
}
function textLines(text) {
  const lines = text.split("\n").map((line) => /^\\+ no newline at the end$/.test(line) ? `\\${line}` : line);
  if (lines.at(-1) === "") lines.pop();
  else if (lines.length > 1) lines.push(noNewline);
  return lines;
}
function structureLines(value) {
  if (typeof value === "string" && value.includes("\n")) return ["|", ...textLines(value).map((line) => `  ${line}`)];
  if (typeof value !== "object" || value === null) return [JSON.stringify(value)];
  const isList = !isObject(value);
  const members2 = Object.entries(value).flatMap(([key, member]) => {
    const [first = "", ...rest] = structureLines(member);
    return [isList ? first : `${JSON.stringify(key)}: ${first}`, ...rest].map((line) => `  ${line}`);
  });
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return members2.length === 0 ? [`${open}${close}`] : [open, ...members2, close];
}
function isLong({ lines }) {
  return (lines?.length ?? 0) > 1;
}
function isWhole({ side, lines }) {
  return side.type === "absent" || lines !== void 0;
}
function oneSide(name, shown, limits2) {
  const { sign, side, lines, notes } = shown;
  if (side.type === "absent") return [];
  const note = noteOf(notes);
  if (lines === void 0 || lines.length <= 1) {
    const text = side.type === "marker" ? side.text : shortValue(side, limits2.width);
    return [{ sign, text: `${name}: ${text}${note}` }];
  }
  const [before, after] = sign === "-" ? [lines, []] : [[], lines];
  return [{ sign, text: `${name}:${note}` }, ...lineDiff(before, after, limits2)];
}
function inline(name, minus, plus, { width }) {
  const quoted = [minus, plus].every(({ side }) => side.type !== "value" || isPlain(side.value));
  const text = ({ side }) => {
    if (side.type === "absent") return "";
    return side.type === "marker" ? side.text : valueText(side.value, quoted);
  };
  const valued = minus.side.type === "value" && plus.side.type === "value";
  const [one, other] = valued ? cutPair(text(minus), text(plus), width) : [minus, plus].map((shown) => shown.side.type === "value" ? shortValue(shown.side, width) : text(shown));
  const lines = [minus, plus].map(
    ({ sign, notes }, at) => ({ sign, text: `${name}: ${at === 0 ? one : other}${noteOf(notes)}` })
  );
  return lines.filter((_, at) => (at === 0 ? minus : plus).side.type !== "absent");
}
function isPlain(value) {
  return typeof value !== "string" || !/['\\\n\t]/.test(value) && value === visible(value);
}
function valueText(value, plain) {
  if (plain && typeof value === "string" && value.includes('"')) return `'${value}'`;
  return visible(JSON.stringify(value));
}
function shortValue(side, width) {
  if (side.type !== "value") return "";
  const { value } = side;
  const text = valueText(value, isPlain(value));
  if (typeof value !== "string" || text.length <= width + 2) return clip(text, width + 2);
  const quote = text[0] ?? "";
  return `${quote}${beginning(text.slice(1, -1), width)}${quote}\u2026 (${byteSize(value.length)})`;
}
function lineDiff(before, after, limits2) {
  const parts = changedParts(before, after);
  const rewritten = parts.length <= 4 && parts.some(({ sign }) => sign === "-") && parts.some(({ sign }) => sign === "+");
  const most = rewritten ? Math.ceil(limits2.lines / 2) : limits2.lines;
  const lines = [];
  let hidden = 0;
  const push = (sign, text) => {
    if (lines.length >= limits2.lines + 2 * contextLines) hidden++;
    else lines.push({ sign, text: text === "" ? "" : `  ${text}` });
  };
  const context = (line) => push(" ", clip(visible(line), limits2.width));
  for (const [index, part] of parts.entries()) {
    const { sign } = part;
    if (sign !== " ") {
      const others = counterpart(parts, index);
      for (const [at, line] of part.lines.slice(0, most).entries())
        push(sign, besides(line, others?.[at], limits2.width));
      if (part.lines.length > most)
        context(`\u2026 ${plural(part.lines.length - most, `more ${sign === "+" ? "added" : "removed"} line`)}`);
      continue;
    }
    const head = index === 0 ? 0 : contextLines;
    const tail = index === parts.length - 1 ? 0 : contextLines;
    const size = part.lines.length;
    if (size <= head + tail + 1) {
      for (const line of part.lines) context(line);
      continue;
    }
    for (const line of part.lines.slice(0, head)) context(line);
    context(`\u2026 ${plural(size - head - tail, "unchanged line")}`);
    for (const line of part.lines.slice(size - tail)) context(line);
  }
  if (hidden > 0) lines.push({ sign: " ", text: `  \u2026 ${plural(hidden, "more line")}` });
  return lines;
}
function counterpart(parts, index) {
  const sign = parts[index]?.sign;
  const around = sign === "-" ? [index + 1, index - 1] : [index - 1, index + 1];
  return around.map((at) => parts[at]).find((part) => part && part.sign !== " " && part.sign !== sign)?.lines;
}
function besides(line, other, width) {
  if (other === void 0) return clip(visible(line), width);
  const [shown, against] = [visible(line), visible(other)];
  if (shown !== against || line === other) return cutPair(shown, against, width)[0];
  const literal = (text) => visible(text.replaceAll("\\", "\\\\"));
  return cutPair(literal(line), literal(other), width)[0];
}
function changedParts(before, after) {
  const shortest = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shortest && before[prefix] === after[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shortest - prefix && before[before.length - 1 - suffix] === after[after.length - 1 - suffix])
    suffix++;
  const removed = before.slice(prefix, before.length - suffix);
  const added = after.slice(prefix, after.length - suffix);
  const found = removed.length > 0 && added.length > 0 ? diffArrays(removed, added, { maxEditLength: maxEdits }) : void 0;
  const middle = found?.map((part) => ({ sign: part.added ? "+" : part.removed ? "-" : " ", lines: part.value }));
  const all = [
    { sign: " ", lines: before.slice(0, prefix) },
    ...middle ?? [{ sign: "-", lines: removed }, { sign: "+", lines: added }],
    { sign: " ", lines: before.slice(before.length - suffix) }
  ];
  return all.filter(({ lines }) => lines.length > 0);
}

// src/hooks/log/log-render.ts
var limits = { lines: 60, width: 400 };
var signTones = {
  "+": "create",
  "-": "delete",
  "~": "update",
  " ": "muted"
};
function renderStart({ command, version, trusted, why }, verbose) {
  const lines = [{ text: `Magnum Opus ${version}: ${oneLine(command)}`, tone: "heading" }];
  if (!trusted) {
    const text = `Untrusted run (${oneLine(why)}): it compares with recorded state, runs nothing and looks at nothing live.`;
    lines.push({ text, tone: "warning" });
  } else if (verbose) lines.push({ text: `Trusted: ${oneLine(why)}`, tone: "muted" });
  return lines;
}
function renderManifest({ project, files, tasks, contexts }) {
  const where = contexts.length === 0 ? "" : `; context${contexts.length === 1 ? "" : "s"} ${contexts.map(oneLine).join(", ")}`;
  return [{ text: `Project ${oneLine(project)}: ${plural(tasks, "task")} in ${plural(files, "file")}${where}` }];
}
function renderListed({ name, by, file, line }) {
  const called = name === null ? "any name" : oneLine(name);
  return [{ text: `  ${called.padEnd(listedWidth)}  by ${oneLine(by)}  (${oneLine(file)}:${line})` }];
}
var listedWidth = 12;
function renderComparison({ name, verdict, words }) {
  switch (verdict) {
    case "changed":
      return [{ text: `~ ${oneLine(name)}  ${oneLine(words)}`, tone: "update" }];
    case "unchanged":
      return [{ text: `= ${oneLine(name)}  unchanged`, tone: "muted" }];
    case "unknown":
      return [{ text: `? ${oneLine(name)}  unknown`, tone: "warning" }];
  }
}
function renderContext({ context, inherited, state }) {
  const from = inherited === null ? "" : ` (inherits ${oneLine(inherited)})`;
  const recorded = state.serial === 0 && state.recorded === 0 ? "nothing recorded yet" : `serial ${state.serial}, ${plural(state.recorded, "task")} recorded`;
  return [
    { text: "" },
    { text: `Context ${oneLine(context)}${from}`, tone: "heading" },
    { text: `State: ${oneLine(stateWords(state))} ${oneLine(state.location)}, ${recorded}` }
  ];
}
function renderPlan(tasks, counts, verbose, command = "apply") {
  const lines = [{ text: "" }];
  const recorded = tasks.filter(isRecordedOnly);
  let said = "";
  for (const task of tasks) {
    if (!isNoteworthy(task) && !isRecordedOnly(task) && !verbose) continue;
    const legend = toldFields(task).length > 0 ? renderSides(task, command) : void 0;
    lines.push(planLine(task));
    if (legend && legend.text !== said) lines.push({ ...legend, text: `    ${legend.text}` });
    said = legend?.text ?? said;
    append(lines, renderFields(task, "    "));
    if (task.error) append(lines, renderError(task.error, "    "));
  }
  if (lines.length > 1) lines.push({ text: "" });
  lines.push({ text: `Plan: ${planWords(counts)}.`, tone: "heading" });
  const destructive = tasks.filter(isDestructive);
  if (destructive.length > 0) {
    const names = (change) => destructive.filter((task) => task.change === change).map(({ name }) => oneLine(name));
    const deleted = names("delete");
    const replaced = names("replace");
    if (deleted.length > 0) lines.push({ text: `Deletes: ${deleted.join(", ")}`, tone: "delete" });
    if (replaced.length > 0) lines.push({ text: `Deletes and makes anew: ${replaced.join(", ")}`, tone: "delete" });
  }
  if (recorded.length > 0) lines.push({ text: `Recorded only: ${recordedWords(recorded)}`, tone: "update" });
  return lines;
}
function recordedWords(tasks) {
  return tasks.map((task) => `${oneLine(task.name)} (${fieldNames(task, 100)})`).join(", ");
}
function renderSides(task, command) {
  const { minus, plus } = sidesOf(task, command);
  return { text: `- ${minus}   + ${plus}`, tone: "muted" };
}
function planLine(task) {
  if (task.gate && task.change === "noop") return gateLine(task);
  const unknown = task.drift === "unknown" || task.change === "none" && task.error !== null;
  const recorded = isRecordedOnly(task);
  const reason = task.reason === "" || recorded ? "" : `  (${oneLine(task.reason)})`;
  const unchanged = recorded ? "recorded only" : "unchanged";
  const word = task.change === "noop" ? unchanged : task.change === "none" ? unknown ? "unknown" : "none" : task.change;
  return {
    text: `${unknown ? "?" : symbols[task.change]} ${oneLine(task.name)}  ${word}  ${oneLine(task.kind)}${reason}`,
    tone: unknown ? "warning" : recorded ? "update" : changeTones[task.change]
  };
}
function gateLine({ name, kind, gate, reason }) {
  const line = (symbol, tone) => {
    return { text: `${symbol} ${oneLine(name)}  ${oneLine(reason)}  ${oneLine(kind)}`, tone };
  };
  if (gate === "does-not-hold") return line("!", "warning");
  return line(gate === "holds" ? "=" : "\u2026", "muted");
}
var mostFields = 200;
function renderFields(task, indent) {
  const view = isDriftView(task) ? "drift" : "plan";
  const told = toldFields(task);
  const lines = told.slice(0, mostFields).flatMap(
    (field) => diffField(field, limits, view).map(({ sign, text }) => {
      const tone = signTones[sign];
      const line = text === "" ? `${indent}${sign}` : `${indent}${sign} ${text}`;
      return tone ? { text: line, tone } : { text: line };
    })
  );
  if (told.length <= mostFields) return lines;
  const more = `${indent}  \u2026 ${plural(told.length - mostFields, "more field")}, which the report has`;
  return [...lines, { text: more, tone: "muted" }];
}
function renderError(error, indent, label = "") {
  const lines = printableLines(error.message.trim()).map((text, index) => ({
    text: `${indent}${index === 0 ? label : ""}${text}`,
    tone: "error"
  }));
  if (error.detail !== void 0 && error.detail.trim() !== "") {
    for (const text of printableLines(error.detail.trimEnd()))
      lines.push({ text: `${indent}  ${text}`, tone: "muted" });
  }
  for (const cause of error.causes ?? []) append(lines, renderError(cause, `${indent}  `, "caused by: "));
  if (error.hint !== void 0) {
    for (const text of printableLines(error.hint.trim())) lines.push({ text: `${indent}\u2192 ${text}`, tone: "warning" });
  }
  return lines;
}
function taskTitle(task) {
  const name = oneLine(task.name);
  const kind = oneLine(task.kind);
  const time = duration(task.durationMs);
  if (hasFailed(task)) return { text: `\u2718 ${name}  ${failureWords(task)}  ${kind}  ${time}`, tone: "error" };
  if (task.status === "skipped") {
    const why = task.error?.message ?? task.reason;
    return { text: `\u2298 ${name}  skipped${why === "" ? "" : `: ${oneLine(why)}`}`, tone: "warning" };
  }
  if (task.status === "cancelled")
    return { text: `\u2298 ${name}  ${task.change} cancelled  ${kind}  ${time}`, tone: "warning" };
  if (task.gate === "holds") return { text: `\u2714 ${name}  holds  ${kind}  ${time}`, tone: "success" };
  if (task.change === "noop") return { text: `= ${name}  unchanged  ${kind}  ${time}`, tone: "muted" };
  return { text: `\u2714 ${name}  ${task.change}  ${kind}  ${time}`, tone: "success" };
}
function renderLocation({ location }, indent) {
  if (location === null) return [];
  return [{ text: `${indent}at ${oneLine(location.file)}:${location.line}:${location.column}`, tone: "muted" }];
}
function renderProgress(progress) {
  const { done, total, succeeded, failed, skipped, elapsedMs, running } = progress;
  const all = running.map(
    ({ task, ms, doing }) => doing === void 0 ? `${oneLine(task)} (${wholeSeconds(ms)})` : oneLine(doing)
  );
  const shown = firstOf(all, 5, (more) => `${more} more`);
  const now = shown.length === 0 ? "" : ` \xB7 running: ${shown.join(", ")}`;
  return `[${done}/${total}] ${succeeded} done, ${failed} failed, ${skipped} skipped \xB7 ${wholeSeconds(elapsedMs)}${now}`;
}
function renderOutcome(context, executed, elapsedMs) {
  const lines = [];
  const failed = context.tasks.filter(hasFailed);
  if (failed.length > 0) {
    lines.push({ text: "" }, { text: `Failed in ${oneLine(context.name)}:`, tone: "error" });
    for (const task of failed) {
      lines.push({ text: `\u2718 ${oneLine(task.name)}  ${failureWords(task)}  ${oneLine(task.kind)}`, tone: "error" });
      if (task.error) append(lines, renderFirstCauses(task.error, "    "));
      append(lines, renderLocation(task, "    "));
    }
  }
  if (executed) {
    const where = oneLine(stateWords(context.state));
    const text = `${oneLine(context.name)}: ${endWords(context)} \xB7 ${duration(elapsedMs)} \xB7 state ${where} serial ${context.state.serial}`;
    lines.push({ text: "" }, { text, tone: failed.length > 0 || context.failureReason !== null ? "error" : "success" });
  }
  return lines;
}
function renderFirstCauses(error, indent) {
  const lines = [{ text: `${indent}${oneLine(error.message)}`, tone: "error" }];
  const last = error.detail?.trim() ? printableLines(error.detail.trim()).slice(-3) : [];
  for (const text of last) lines.push({ text: `${indent}  ${text}`, tone: "muted" });
  const first = error.causes?.[0];
  if (first) lines.push({ text: `${indent}  caused by: ${oneLine(first.message)}`, tone: "error" });
  const hint = error.hint ?? first?.hint;
  if (hint !== void 0) lines.push({ text: `${indent}\u2192 ${oneLine(hint)}`, tone: "warning" });
  return lines;
}
function renderEnd({ report, failure, elapsedMs }, surface = stepSurface) {
  const took = duration(elapsedMs);
  const command = oneLine(report.command);
  if (report.result === "success") return [{ text: `${command} succeeded \xB7 ${took}`, tone: "success" }];
  const word = report.result === "cancelled" ? "was cancelled" : "failed";
  const reason = report.failureReason === null ? "" : ` (${report.failureReason})`;
  const lines = [{ text: "" }, { text: `${command} ${word}${reason} \xB7 ${took}`, tone: "error" }];
  if (failure && !isTold(failure.message, report)) {
    for (const text of printableLines(failure.message.trim())) lines.push({ text: `    ${text}`, tone: "error" });
  }
  const next = nextStep(report, surface);
  if (next !== void 0) lines.push({ text: `Next: ${next}`, tone: "warning" });
  return lines;
}

// src/hooks/rendering/description.ts
var valueWidth = 80;
var lineWidth = 600;
function describedLines({ description, drift }) {
  if (!description) return [];
  const { recorded, facts } = description;
  const lines = [];
  if (recorded) {
    lines.push(`recorded  ${recorded.status}; ${members(recorded.spec)}`);
    const outputs = Object.keys(recorded.outputs).length > 0 ? [members(recorded.outputs)] : [];
    for (const name of recorded.sensitiveOutputs) outputs.push(`${oneLine(name)}: (sensitive)`);
    if (outputs.length > 0) lines.push(`outputs   ${outputs.join(", ")}`);
  }
  if (facts) lines.push(`live      ${members(facts)}`);
  else if (drift === "missing") lines.push("live      absent");
  else if (recorded && drift === "unobservable") lines.push("live      can't be looked at");
  return lines;
}
function members(value) {
  const parts = Object.entries(value).map(([name, member]) => {
    const shown = member === "(sensitive)" ? member : JSON.stringify(member);
    return `${oneLine(name)}: ${clip(oneLine(shown), valueWidth)}`;
  });
  return parts.length === 0 ? "(empty)" : clip(parts.join(", "), lineWidth);
}

// src/hooks/rendering/drift-words.ts
function driftWords(tasks) {
  const number = (test) => tasks.filter(test).length;
  const closed = number(isClosed);
  const drifted = number(isDrifted) - closed;
  const counts = [
    [closed, closed === 1 ? "does not hold" : "do not hold"],
    [number(({ drift }) => drift === "spec-changed" || drift === "both"), "changed in the manifest"],
    [number(({ drift }) => drift === "untracked"), "never applied"],
    [number(({ drift }) => drift === "unobservable"), "can't be observed"],
    [number(({ drift }) => drift === "unknown"), "unknown"]
  ];
  return [
    drifted === 0 ? "no resource drifted" : `${plural(drifted, "resource")} drifted`,
    ...counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`),
    `${number(({ drift }) => drift === "in-sync")} in sync`
  ].join(", ");
}
function hasDrift(tasks) {
  return tasks.some((task) => isDrifted(task) || task.drift === "unknown");
}
function driftWay(task) {
  const { drift, reason, error } = task;
  if (isClosed(task)) return { icon: "\u{1F6A6}", words: reason };
  switch (drift) {
    case "resource-changed":
      return { icon: "\u26A0\uFE0F", words: "changed outside opus" };
    case "missing":
      return { icon: "\u26A0\uFE0F", words: "gone, removed outside opus" };
    case "both":
      return { icon: "\u26A0\uFE0F", words: "changed outside opus, and in the manifest" };
    case "spec-changed":
      return { icon: "\u270F\uFE0F", words: reason === "left the manifest" ? reason : "changed in the manifest" };
    case "untracked":
      return { icon: "\u25AB\uFE0F", words: "never applied" };
    case "unobservable":
      return { icon: "\u25AB\uFE0F", words: reason === "" ? "can't be observed" : reason };
    case "unknown":
      return { icon: "\u2753", words: error?.message ?? reason };
    case "in-sync":
      return { icon: "\u25AB\uFE0F", words: "in sync" };
  }
}
function isClosed(task) {
  return isDrifted(task) && task.gate !== void 0;
}

// src/hooks/log/log-tables.ts
function renderDrift({ tasks }) {
  const differing = tasks.filter(({ drift }) => drift !== "in-sync");
  const lines = [{ text: "" }];
  if (differing.length > 0) {
    const rows = differing.map((task) => [task.name, task.kind, task.drift, task.reason].map(oneLine));
    append(lines, table(["Task", "Kind", "Drift", "Reason"], rows));
    for (const task of differing) {
      if (task.fields.length === 0 && task.error === null) continue;
      lines.push(
        { text: "" },
        { text: `${oneLine(task.name)}  ${task.drift}`, tone: isDrifted(task) ? "warning" : "update" }
      );
      if (task.fields.length > 0) {
        const sides = renderSides(task);
        append(lines, [{ ...sides, text: `    ${sides.text}` }, ...renderFields(task, "    ")]);
      }
      if (task.error) append(lines, renderError(task.error, "    "));
    }
    lines.push({ text: "" });
  }
  lines.push(driftSentence(tasks));
  return lines;
}
function driftSentence(tasks) {
  return { text: `Drift: ${driftWords(tasks)}.`, tone: hasDrift(tasks) ? "warning" : "heading" };
}
var describeColumns = [
  "Manifest",
  "Created",
  "Created Timestamp",
  "Spec Drifted",
  "Resources Drifted"
];
var checksumColumns = ["Manifest Spec", "Resolved Spec", "Applied Spec", "Resource"];
function describeCells({ description }, checksums) {
  const word = (value) => value === true ? "yes" : value === false ? "no" : "unknown";
  const cells = [
    word(description?.inManifest),
    word(description?.created),
    description?.createdAt ?? "-",
    word(description?.specDrifted),
    word(description?.resourceDrifted)
  ];
  if (!checksums) return cells;
  const { manifestSpec, resolvedSpec, appliedSpec, resource } = description?.checksums ?? {};
  return [...cells, ...[manifestSpec, resolvedSpec, appliedSpec, resource].map((sum) => sum ?? "-")];
}
function renderDescribe({ tasks }, checksums) {
  const heads = ["Task", ...describeColumns, ...checksums ? checksumColumns : []];
  const rows = tasks.map((task) => [oneLine(task.name), ...describeCells(task, checksums)]);
  const lines = [{ text: "" }];
  if (rows.length === 0) return [...lines, { text: "Nothing in the manifest and nothing recorded.", tone: "heading" }];
  append(lines, table(heads, rows));
  for (const task of tasks) {
    const described = describedLines(task);
    if (described.length === 0) continue;
    lines.push({ text: "" }, { text: `${oneLine(task.name)}  ${oneLine(task.kind)}`, tone: "heading" });
    append(
      lines,
      described.flatMap(wrapped).map((text) => ({ text: `    ${text}` }))
    );
  }
  for (const task of tasks) {
    if (task.error === null) continue;
    const what = failedToPlan(task) ? failureWords(task) : "observation failed";
    lines.push({ text: "" }, { text: `? ${oneLine(task.name)}  ${what}`, tone: "error" });
    append(lines, renderError(task.error, "    "));
  }
  return lines;
}
function renderProjects({ command, projects }) {
  if (projects === void 0 || command !== "projects") return [];
  if (projects.length === 0) return [{ text: "" }, { text: "Nothing is listed.", tone: "heading" }];
  const rows = projects.map(({ project, context, manifest = "", "working-directory": folder = "", error, changed }) => [
    ...[project, context, folder, manifest].map(oneLine),
    error === void 0 ? changed === null ? "unknown" : "" : "can't be used"
  ]);
  return [{ text: "" }, ...table(["Project", "Context", "Folder", "Manifest", ""], rows)];
}
var describedWidth = 76;
function wrapped(line) {
  const lines = [];
  for (const part of line.split(/(?<=[,;]) (?=[A-Za-z_][\w.-]*: )/)) {
    const last = lines.at(-1);
    if (last !== void 0 && last.length + 1 + part.length <= describedWidth)
      lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(last === void 0 ? part : `          ${part}`);
  }
  return lines;
}
function table(heads, rows) {
  const widths = heads.map(
    (head, column) => rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), head.length)
  );
  const format = (cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd();
  return [{ text: format(heads), tone: "heading" }, ...rows.map((row) => ({ text: format(row) }))];
}

export {
  diffField,
  fieldHeadline,
  renderStart,
  renderManifest,
  renderListed,
  renderComparison,
  renderContext,
  renderPlan,
  renderSides,
  renderFields,
  renderError,
  taskTitle,
  renderLocation,
  renderProgress,
  renderOutcome,
  renderEnd,
  describedLines,
  driftWords,
  hasDrift,
  driftWay,
  renderDrift,
  describeColumns,
  checksumColumns,
  describeCells,
  renderDescribe,
  renderProjects,
  table
};
