import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  fieldNames
} from "./chunk-DBO4XEOM.js";
import {
  templateTypes,
  webhookEvents
} from "./chunk-T52OZLMG.js";
import {
  givenValues
} from "./chunk-M2F2LNL7.js";
import {
  runInfo
} from "./chunk-ROLNEPZB.js";
import "./chunk-A7FT4HDT.js";
import {
  systemClock
} from "./chunk-OWXY5KPK.js";
import {
  Values,
  filterWatch,
  withInherited
} from "./chunk-UWXSLNNU.js";
import "./chunk-VV5JYV5H.js";
import "./chunk-7FF22DOR.js";
import "./chunk-RXZCXUB4.js";
import "./chunk-HG2EX3FI.js";
import "./chunk-RYA6JTW6.js";
import {
  withoutNames
} from "./chunk-E7KO2NYR.js";
import "./chunk-D3OZT35Y.js";
import "./chunk-E464FBX3.js";
import "./chunk-O5UACIXT.js";
import {
  environmentLookup,
  findSecret
} from "./chunk-ZHKSUILZ.js";
import "./chunk-NZX5AGU2.js";
import {
  endWords,
  failureWords,
  hasFailed,
  isDrifted,
  isGate
} from "./chunk-33HS6KZX.js";
import {
  endlessPatience
} from "./chunk-NOJM2UO2.js";
import "./chunk-3X5OX6NC.js";
import "./chunk-B6KQZQNF.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-CFNOMM4R.js";
import {
  lookupWith,
  resolve
} from "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import "./chunk-7AN7EH64.js";
import {
  AllowedHosts
} from "./chunk-UKVDYERU.js";
import "./chunk-756ZVGAZ.js";
import {
  oneLine
} from "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-CHHS7TI7.js";
import "./chunk-PN4IT2FT.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import "./chunk-U3X2RP64.js";
import "./chunk-Q4RDUBL5.js";
import {
  andMore,
  inWords
} from "./chunk-P4WMOHAY.js";
import {
  shortened,
  wholeUpTo
} from "./chunk-FGOILAFU.js";
import "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import {
  teamsMessageBytes,
  webhookMessageBytes
} from "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import {
  webhookMs,
  webhookWhenCancelledMs
} from "./chunk-IE326VUJ.js";
import "./chunk-DGTLEPWR.js";
import {
  commandNamed,
  writes
} from "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/hooks/webhook/notice.ts
var asked = ["drift-detected", "changes-pending"];
var most = { tasks: 100, contexts: 50, problems: 3 };
var width = { error: 300, fields: 120 };
var doneWords = {
  create: "created",
  update: "updated",
  replace: "replaced",
  delete: "deleted",
  adopt: "adopted",
  forget: "forgotten"
};
function eventsOf(context, { does, writes: writes2 }) {
  const { failureReason, tasks } = context;
  const failed = failureReason !== null && !asked.includes(failureReason);
  const events = [];
  if (failed) events.push("failure");
  if (does === "drift" && tasks.some(isDrifted)) events.push("drift");
  if (writes2 && failureReason === null && tasks.some(isDone)) events.push("applied");
  return events;
}
function failedAsAWhole({ result, failureReason, contexts }) {
  if (result === "success" || asked.includes(failureReason ?? "")) return false;
  return contexts.every((context) => context.failureReason === null);
}
function noticeOf(report, contexts, options) {
  const told2 = contexts.map((context) => contextOf(context, options));
  const found = new Set(told2.flatMap(({ events: events2 }) => events2));
  if (failedAsAWhole(report)) found.add("failure");
  const events = webhookEvents.filter((event) => found.has(event));
  const [first = "failure"] = events;
  const concerned = told2.filter((context) => context.events.includes(first));
  const names = (concerned.length === 0 ? told2 : concerned).map(({ name }) => name);
  const command = oneLine(report.command);
  const project = oneLine(report.project);
  const [only] = told2;
  return {
    events,
    project,
    command,
    result: report.result,
    failureReason: report.failureReason,
    title: titleOf(project, command, first, report.result, names),
    summary: only && told2.length === 1 ? only.summary : summaryOf(told2, report),
    contexts: told2.slice(0, most.contexts),
    moreContexts: Math.max(0, told2.length - most.contexts),
    problems: problemsOf(report),
    run: options.run,
    at: options.at
  };
}
function summaryOf(contexts, { failureReason }) {
  if (contexts.length === 0) return failureReason ?? "nothing was done";
  return shortened(contexts.map(({ name, summary }) => `${name}: ${summary}`).join("; "), width.error);
}
function titleOf(project, command, event, result, contexts) {
  const where = contexts.length === 0 ? "" : ` in ${andMore(contexts, 3)}`;
  const what = {
    failure: result === "cancelled" ? `${command} was cancelled` : `${command} failed`,
    drift: "drift",
    applied: `${command} done`
  }[event];
  return `${project === "" ? "" : `${project}: `}${what}${where}`;
}
function contextOf(context, options) {
  const { name, failureReason, counts, tasks, state } = context;
  const told2 = tasks.flatMap((task) => {
    const what = whatHappened(task, options);
    return what === void 0 ? [] : [{ task, what, rank: hasFailed(task) ? 0 : 1 }];
  }).sort((one, other) => one.rank - other.rank);
  return {
    name: oneLine(name),
    events: eventsOf(context, options),
    failureReason,
    summary: options.does === "drift" ? driftWords(tasks) : tasks.length === 0 ? reasonWords(failureReason) : endWords(context),
    counts,
    tasks: told2.slice(0, most.tasks).map(({ task, what }) => taskOf(task, what, state.sealed === true)),
    moreTasks: Math.max(0, told2.length - most.tasks)
  };
}
function taskOf({ name, kind, fields, error, drift }, what, sealed) {
  const changed = fields.filter(({ drifted }) => drifted);
  const paths = drift !== "missing" && changed.length > 0 && !sealed ? `: ${fieldNames({ fields: changed }, width.fields)}` : "";
  const message2 = error === null || sealed ? null : oneLine(shortened(error.message, width.error));
  return {
    name: oneLine(name),
    kind: oneLine(kind),
    what: `${what}${what === changedOutside ? paths : ""}`,
    error: message2
  };
}
var changedOutside = "was changed outside of opus";
function whatHappened(task, { does }) {
  if (hasFailed(task)) return failureWords(task);
  if (task.status === "cancelled") return `${task.change} cancelled`;
  if (does === "drift") {
    if (task.drift === "unknown") return "could not be looked at";
    if (!isDrifted(task)) return void 0;
    if (isGate(task)) return "does not hold";
    return task.drift === "missing" ? "is missing" : changedOutside;
  }
  return isDone(task) ? doneWords[task.change] : void 0;
}
function isDone({ status, change }) {
  return status === "done" && doneWords[change] !== void 0;
}
function driftWords(tasks) {
  const drifted = tasks.filter(isDrifted).length;
  const unknown = tasks.filter((task) => task.drift === "unknown" || hasFailed(task)).length;
  const inSync = tasks.filter(({ drift }) => drift === "in-sync").length;
  return [`${drifted} drifted`, ...unknown > 0 ? [`${unknown} unknown`] : [], `${inSync} in sync`].join(", ");
}
function reasonWords(reason) {
  return reason === null ? "nothing to do" : reason;
}
function problemsOf({ diagnostics }) {
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message: message2 }) => oneLine(shortened(message2, width.error)));
  return [...new Set(errors)].slice(0, most.problems);
}

// src/hooks/webhook/fit.ts
function within(notice, { contexts, tasks }) {
  return {
    ...notice,
    contexts: notice.contexts.slice(0, contexts).map((context) => withFewer(context, tasks)),
    moreContexts: notice.moreContexts + Math.max(0, notice.contexts.length - contexts)
  };
}
function withFewer(context, tasks) {
  const more = Math.max(0, context.tasks.length - tasks);
  return { ...context, tasks: context.tasks.slice(0, tasks), moreTasks: context.moreTasks + more };
}
function fitted(notice, rooms2, most3, render) {
  let form = render(within(notice, rooms2[0]));
  for (const room of rooms2.slice(1)) {
    if (Buffer.byteLength(JSON.stringify(form)) <= most3) return form;
    form = render(within(notice, room));
  }
  return form;
}
function moreWords(more, what) {
  return more === 0 ? void 0 : `\u2026 and ${more} more ${what}${more === 1 ? "" : "s"}`;
}

// src/hooks/webhook/words.ts
var mostText = 1800;
function runAddress({ url }) {
  return /^https?:\/\/[^\s<>|"`]+$/.test(url) ? url : void 0;
}
function runWords({ repository, ref, commit, actor }) {
  return [
    ...repository === "" ? [] : [repository],
    ...ref === "" ? [] : [ref.replace(/^refs\/(?:heads|tags)\//, "")],
    ...commit === "" ? [] : [`commit ${commit.slice(0, 7)}`],
    ...actor === "" ? [] : [`by ${actor}`]
  ];
}
function noticeText(whole) {
  const notice = within(whole, { contexts: 10, tasks: 10 });
  const lines = [notice.title];
  for (const { name, summary, tasks, moreTasks } of notice.contexts) {
    lines.push(`${name}: ${summary}`);
    for (const task of tasks)
      lines.push(`- ${task.name}: ${task.what}${task.error === null ? "" : ` (${task.error})`}`);
    const more2 = moreWords(moreTasks, "task");
    if (more2 !== void 0) lines.push(more2);
  }
  const more = moreWords(notice.moreContexts, "context");
  if (more !== void 0) lines.push(more);
  for (const problem of notice.problems) lines.push(problem);
  const address = runAddress(notice.run);
  return [...cutLines(lines, mostText - (address?.length ?? 0) - 1), ...address === void 0 ? [] : [address]].join(
    "\n"
  );
}
function cutLines(lines, most3) {
  const all = lines.join("\n");
  if (all.length <= most3) return lines;
  const kept = [];
  let length = 1;
  for (const line2 of lines) {
    length += line2.length + 1;
    if (length > most3 - 1) break;
    kept.push(line2);
  }
  const [first = ""] = lines;
  if (kept.length === 0) return [`${first.slice(0, wholeUpTo(first, Math.max(0, most3 - 1)))}\u2026`];
  return [...kept, "\u2026"];
}

// src/hooks/webhook/slack.ts
var most2 = { header: 150, section: 3e3, context: 2e3, contexts: 40, tasks: 20 };
var marks = { failure: "\u274C", drift: "\u26A0\uFE0F", applied: "\u2705" };
function renderSlack(whole) {
  const notice = within(whole, { contexts: most2.contexts, tasks: most2.tasks });
  const title = `${marks[notice.events[0] ?? "failure"]} ${notice.title}`;
  const problems = notice.problems.map((problem) => `\u2022 ${code(problem)}`);
  const more = moreWords(notice.moreContexts, "context");
  return {
    text: escaped(cut(`${title} (${notice.summary})`, most2.section / 8)),
    blocks: [
      { type: "header", text: { type: "plain_text", text: cut(title, most2.header), emoji: false } },
      ...notice.contexts.map((context) => section(contextLines(context))),
      ...more === void 0 ? [] : [section([more])],
      ...problems.length === 0 ? [] : [section(problems)],
      footer(notice)
    ]
  };
}
function contextLines({ name, summary, tasks, moreTasks }) {
  const more = moreWords(moreTasks, "task");
  return [`*${code(name)}* ${escaped(summary)}`, ...tasks.map(taskLine), ...more === void 0 ? [] : [more]];
}
function taskLine({ name, what, error }) {
  return `\u2022 ${code(name)} ${code(what)}${error === null ? "" : `: ${code(error)}`}`;
}
function footer({ run, at }) {
  const address = runAddress(run);
  const parts = [
    ...address === void 0 ? [] : [`<${escaped(address)}|The run>`],
    ...[...runWords(run), at].map(code)
  ];
  return { type: "context", elements: [mrkdwn(parts.join("  "), most2.context)] };
}
function section(lines) {
  return { type: "section", text: mrkdwn(cutLines(lines, most2.section).join("\n"), most2.section) };
}
function mrkdwn(text, longest) {
  return { type: "mrkdwn", text: cut(text, longest), verbatim: true };
}
function code(text) {
  return `\`${escaped(text.replaceAll("`", "'"))}\``;
}
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function cut(text, longest) {
  return text.length <= longest ? text : `${text.slice(0, wholeUpTo(text, longest - 1))}\u2026`;
}

// src/hooks/webhook/teams.ts
var rooms = [
  { contexts: 20, tasks: 20 },
  { contexts: 20, tasks: 5 },
  { contexts: 20, tasks: 2 },
  { contexts: 20, tasks: 0 },
  { contexts: 5, tasks: 0 }
];
var styles = {
  failure: "attention",
  drift: "warning",
  applied: "good"
};
function renderTeams(notice) {
  return fitted(notice, rooms, teamsMessageBytes, message);
}
function message(notice) {
  return {
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content: card(notice) }]
  };
}
function card(notice) {
  const { events, title, contexts, moreContexts, problems, run, at } = notice;
  const address = runAddress(run);
  const more = moreWords(moreContexts, "context");
  return {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    fallbackText: title,
    msteams: { width: "Full" },
    body: [
      {
        type: "Container",
        style: styles[events[0] ?? "failure"],
        bleed: true,
        items: [line([{ text: title, weight: "Bolder", size: "Medium" }])]
      },
      ...contexts.flatMap(contextLines2),
      ...more === void 0 ? [] : [line([{ text: more, isSubtle: true }])],
      ...problems.map((problem) => line([{ text: problem, fontType: "Monospace" }])),
      line([{ text: [...runWords(run), at].join("  "), isSubtle: true, size: "Small" }])
    ],
    ...address === void 0 ? {} : { actions: [{ type: "Action.OpenUrl", title: "Open the run", url: address }] }
  };
}
function contextLines2({ name, summary, tasks, moreTasks }) {
  const more = moreWords(moreTasks, "task");
  return [
    { ...line([{ text: name, weight: "Bolder" }, { text: `  ${summary}` }]), separator: true },
    ...tasks.map(taskLine2),
    ...more === void 0 ? [] : [line([{ text: more, isSubtle: true }])]
  ];
}
function taskLine2({ name, what, error }) {
  return line([
    { text: name, fontType: "Monospace" },
    { text: `  ${what}` },
    ...error === null ? [] : [{ text: `: ${error}`, isSubtle: true }]
  ]);
}
function line(runs) {
  return { type: "RichTextBlock", inlines: runs.map((run) => ({ type: "TextRun", ...run })) };
}

// src/hooks/webhook/render.ts
function renderBody(notice, { format, template, templateType }, around) {
  switch (format) {
    case "slack":
      return json(renderSlack(notice));
    case "teams":
      return json(renderTeams(notice));
    case "json":
      return json(renderJson(notice));
    case "template":
      return filledIn(notice, template, templateType, around);
  }
}
function renderJson(notice) {
  const rooms2 = [100, 20, 5, 0].map((tasks) => ({ contexts: 50, tasks }));
  return fitted(notice, rooms2, webhookMessageBytes, (told2) => ({
    format: "opus-webhook",
    version: 1,
    ...told2
  }));
}
function json(value) {
  return { text: JSON.stringify(value), type: "application/json" };
}
function filledIn(notice, template, type, around) {
  const whole = type === "application/json" && typeof template === "string" ? JSON.parse(template) : template;
  const { value, problems } = resolve(whole, told(notice, around));
  const [problem] = problems;
  if (problem) return problem.message;
  return type === "application/json" ? json(value) : { text: String(value), type: "text/plain; charset=utf-8" };
}
function told(notice, around) {
  const { run, failureReason } = notice;
  const names = {
    context: () => notice.contexts.map(({ name }) => name).join(", "),
    event: () => notice.events[0] ?? "failure",
    result: () => notice.result,
    "failure-reason": () => failureReason ?? "",
    title: () => notice.title,
    summary: () => notice.summary,
    text: () => noticeText(notice),
    "run-url": () => runAddress(run) ?? "",
    commit: () => run.commit,
    actor: () => run.actor,
    message: () => renderJson(notice)
  };
  return lookupWith(around.filtered, (reference) => {
    const { source, name } = reference;
    if (source !== "OPUS" || !Object.hasOwn(names, name)) return around(reference);
    return { type: "value", value: names[name]() };
  });
}

// src/hooks/webhook/webhook.ts
function createWebhooks(options) {
  return {
    name: "webhook",
    finish: async (whole, signal) => {
      const report = withoutNames(whole, options.redact);
      const cancelled = report.result === "cancelled" || options.cancelled.aborted;
      const within2 = { ms: cancelled ? webhookWhenCancelledMs : webhookMs, once: cancelled, signal };
      await Promise.all(options.webhooks.map((webhook) => tell(webhook, report, whole, within2, options)));
    }
  };
}
async function tell(webhook, report, { contexts: named }, within2, options) {
  const { warn } = options;
  const command = options.does(report.command);
  const groups = /* @__PURE__ */ new Map();
  const wrong = /* @__PURE__ */ new Map();
  const wanted = report.contexts.map((context) => isWanted(webhook, eventsOf(context, command)));
  const asAWhole = failedAsAWhole(report) && webhook.events.includes("failure");
  for (const [index, name] of (named.length === 0 ? [""] : named.map((one) => one.name)).entries()) {
    const to = webhook.destination(name);
    const context = report.contexts[index];
    if (typeof to === "string") {
      wrong.set(to, [...wrong.get(to) ?? [], context?.name ?? ""]);
      continue;
    }
    const key = JSON.stringify([to.url, to.headers]);
    const group = groups.get(key) ?? { to, contexts: [] };
    groups.set(key, group);
    if (context && (wanted[index] || asAWhole)) group.contexts.push(context);
  }
  for (const [why, contexts] of wrong) warn(notSent(webhook, whereWords(contexts), { why }));
  const sending = [...groups.values()].filter(
    ({ contexts }) => contexts.length > 0 || asAWhole && named.length === 0
  );
  await Promise.all(sending.map((group) => sendTo(webhook, group, report, command, within2, options)));
}
function isWanted({ events }, found) {
  return found.some((event) => events.includes(event));
}
async function sendTo(webhook, { to, contexts }, report, command, within2, options) {
  const notice = noticeOf(report, contexts, { ...command, run: options.run, at: options.now() });
  const body = renderBody(notice, webhook, to.lookup);
  const failed = typeof body === "string" ? { why: body } : await options.send(to, body, within2);
  if (failed) options.warn(notSent(webhook, ` to ${to.host}`, failed));
}
function whereWords(contexts) {
  const names = contexts.filter((name) => name !== "").map((name) => `"${name}"`);
  return names.length === 0 ? "" : ` for ${inWords(names)}`;
}
function notSent({ location }, where, { why, hint }) {
  const message2 = `no message was sent by this webhook${where}: ${why}`;
  const suggestion = hint ?? "What the run did, and how it ended, is not changed by that: the job summary has all of it.";
  return { severity: "warning", code: "webhook-not-sent", message: message2, location, suggestion };
}

// src/app/webhook/destination.ts
var shortestPart = 12;
function destinationOf({ url: template = "", headers: templates = {} }, lookup, project, conceal) {
  const resolved = resolve({ url: template, headers: templates }, lookup);
  const [problem] = resolved.problems;
  if (problem) return problem.message;
  const { url: address, headers } = resolved.value;
  const url = typeof address === "string" ? URL.parse(address.trim()) : null;
  const isSecret = resolved.secretPointers.has("/url");
  if (url === null || url.protocol !== "https:" && url.protocol !== "http:")
    return "`url` is no address that begins with https://";
  if (isSecret) for (const part of partsOf(url)) conceal(part, "an address of a webhook");
  if (url.username !== "" || url.password !== "") return "`url` has a user or a password in it: use `headers`";
  if (url.protocol === "http:" && !new AllowedHosts(project.http?.allow ?? []).has(url))
    return `\`url\` is not https, and the Project does not allow ${url.hostname} under \`spec.http.allow\``;
  const sent = {};
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === "object" || !isHeaderValue(String(value))) return `the header ${name} is no text on one line`;
    sent[name.toLowerCase()] = String(value).trim();
  }
  return { url: url.href, host: url.host, headers: sent, lookup };
}
function isHeaderValue(text) {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text.trim());
}
function partsOf({ href, origin, pathname, search, searchParams }) {
  const parts = [`${pathname}${search}`, pathname, ...pathname.split("/"), ...searchParams.values()];
  return [href, `${origin}${pathname}`, ...parts.filter((part) => part.length >= shortestPart)];
}

// src/app/webhook/send-message.ts
async function sendMessage({ url, host: server, headers }, { text, type }, { ms, once, signal }, { http, host, conceal }) {
  let asked2;
  const client = http({
    task: "webhook",
    signal,
    patience: endlessPatience,
    // The first words say why it has to wait.
    tell: (words) => {
      asked2 ??= words;
    },
    hide: (secret) => conceal(secret, "what a webhook answered")
  });
  try {
    const answer = await client.request({
      method: "POST",
      url,
      headers: { "user-agent": `magnum-opus/${host.version}`, "content-type": type, ...headers },
      body: text,
      withinMs: ms,
      repeatable: true,
      ...once ? { once: true } : {}
    });
    return answer.status >= 200 && answer.status < 300 ? void 0 : { why: refusedWords(server, answer) };
  } catch (error) {
    if (!(error instanceof TaskFailure)) throw error;
    const { message: message2, hint } = error;
    return { why: asked2 === void 0 ? message2 : `${message2}; ${asked2}`, ...hint === void 0 ? {} : { hint } };
  }
}
function refusedWords(server, { status, statusName, text }) {
  const code2 = /^[a-z]{2,30}(?:_[a-z]{1,30}){0,5}$/.exec(text.trim())?.[0];
  const name = code2 ?? statusName;
  const words = `${server} answered ${status}${name === void 0 ? "" : ` (${name})`}`;
  return status >= 300 && status < 400 ? `${words} and leads elsewhere, where no message is sent` : words;
}

// src/app/webhook/webhook-session.ts
function openWebhooks(request) {
  const { settings, loaded, capabilities, host, conceal, warn } = request;
  const { project } = loaded.manifest;
  const { http } = capabilities;
  if (!project || !http) return void 0;
  const webhooks = project.hooks.flatMap(
    (use, index) => isActive(use, settings.command, project, host.terminal) ? [webhookOf(use, index, project, request)] : []
  );
  if (webhooks.length === 0) return void 0;
  return createWebhooks({
    webhooks,
    does: (command) => meaning(command, project),
    run: noticeRun(host),
    now: systemClock.timestamp,
    send: (to, body, within2) => sendMessage(to, body, within2, { http, host, conceal }),
    cancelled: host.signal,
    warn,
    redact: (text) => host.redactor.text(text)
  });
}
function isActive({ use, on, with: said }, command, project, terminal) {
  if (use !== "webhook" || terminal && said.terminal !== true) return false;
  if (on) return on.includes(command);
  const { does, writes: writes2 } = meaning(command, project);
  return writes2 || does === "drift";
}
function meaning(command, { commands }) {
  const does = Object.hasOwn(commands, command) ? commands[command] : command;
  const row = commandNamed(does ?? "");
  return { does, writes: row !== void 0 && writes(row) };
}
function noticeRun({ environment, redactor, ...host }) {
  const { id, attempt, url, sha: commit } = runInfo({ environment });
  const { GITHUB_REPOSITORY: repository = "", GITHUB_REF: ref = "" } = environment;
  const { GITHUB_ACTOR = "", GITHUB_TRIGGERING_ACTOR: actor = GITHUB_ACTOR } = environment;
  if (host.terminal) return { id: "", attempt: 1, url: "", repository: "", ref: "", commit: "", actor: "" };
  return { ...redactor.value({ id, url, repository, ref, commit, actor }), attempt };
}
function webhookOf({ with: said }, index, project, request) {
  const { events = webhookEvents, format = "json", template = null, contentType = templateTypes[0] } = said;
  return {
    events,
    format,
    template,
    templateType: contentType,
    location: project.locate(`/spec/hooks/${index}`),
    destination: (context) => destinationOf(said, lookupIn(context, request), project, request.conceal)
  };
}
function lookupIn(context, request) {
  const { settings, loaded, capabilities, choices, host, conceal } = request;
  const { manifest, github, project, trust } = loaded;
  const choice = choices.find(({ name }) => name === context) ?? { name: context, inherits: void 0 };
  const environment = {
    environment: capabilities.environment,
    github: github.values,
    project,
    command: settings.command,
    context,
    inherited: choice.inherits,
    secrets: new Map(manifest.secrets.map((secret) => [secret.name, secret])),
    trusted: trust.trusted,
    filtered: filterWatch(host.redactor, conceal)
  };
  const around = environmentLookup(environment);
  const given = givenValues(settings, loaded, /* @__PURE__ */ new Map(), () => {
  });
  const values = new Values(manifest.values, given.ok ? given.value : /* @__PURE__ */ new Map(), withInherited(choice), around);
  return lookupWith(around.filtered, (reference) => {
    if (reference.source === "VALUE") return values.get(reference.name);
    if (reference.source === "SECRET") return findSecret(environment, reference.name);
    return around(reference);
  });
}
export {
  openWebhooks
};
