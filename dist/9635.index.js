export const id = 9635;
export const ids = [9635];
export const modules = {

/***/ 39635:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  openWebhooks: () => (/* binding */ openWebhooks)
});

var model_commands = __webpack_require__(30468);
var webhook = __webpack_require__(43321);
var filtered_secrets = __webpack_require__(17566);
var found = __webpack_require__(52209);
var lookup = __webpack_require__(44459);
var references_values = __webpack_require__(40411);
var timing = __webpack_require__(40432);
var redact_report = __webpack_require__(93646);
var listed = __webpack_require__(77139);
var printable = __webpack_require__(4191);
var shorten = __webpack_require__(23445);
var drift_words = __webpack_require__(41272);
var field_labels = __webpack_require__(68771);
var labels = __webpack_require__(12188);
;// CONCATENATED MODULE: ./src/hooks/webhook/notice.ts







const asked = ["drift-detected", "changes-pending"];
const most = { tasks: 100, contexts: 50, problems: 3 };
const width = { error: 300, fields: 120 };
const doneWords = {
    create: "created",
    update: "updated",
    replace: "replaced",
    delete: "deleted",
    adopt: "adopted",
    forget: "forgotten",
};
function eventsOf(context, { does, writes }) {
    const { failureReason, tasks } = context;
    const failed = failureReason !== null && !asked.includes(failureReason);
    const events = [];
    if (failed)
        events.push("failure");
    if (does === "drift" && tasks.some(labels/* isDrifted */.TJ))
        events.push("drift");
    if (writes && failureReason === null && tasks.some(isDone))
        events.push("applied");
    return events;
}
function failedAsAWhole({ result, failureReason, contexts }) {
    if (result === "success" || asked.includes(failureReason ?? ""))
        return false;
    return contexts.every((context) => context.failureReason === null);
}
function noticeOf(report, contexts, options) {
    const told = contexts.map((context) => contextOf(context, options));
    const found = new Set(told.flatMap(({ events }) => events));
    if (failedAsAWhole(report))
        found.add("failure");
    const events = webhook/* webhookEvents */.Nl.filter((event) => found.has(event));
    const [first = "failure"] = events;
    const concerned = told.filter((context) => context.events.includes(first));
    const names = (concerned.length === 0 ? told : concerned).map(({ name }) => name);
    const command = (0,printable/* oneLine */.TN)(report.command);
    const project = (0,printable/* oneLine */.TN)(report.project);
    const [only] = told;
    return {
        events,
        project,
        command,
        result: report.result,
        failureReason: report.failureReason,
        title: titleOf(project, command, first, report.result, names),
        summary: only && told.length === 1 ? only.summary : summaryOf(told, report),
        contexts: told.slice(0, most.contexts),
        moreContexts: Math.max(0, told.length - most.contexts),
        problems: problemsOf(report),
        run: options.run,
        at: options.at,
    };
}
function summaryOf(contexts, { failureReason }) {
    if (contexts.length === 0)
        return failureReason ?? "nothing was done";
    return (0,shorten/* shortened */.v)(contexts.map(({ name, summary }) => `${name}: ${summary}`).join("; "), width.error);
}
function titleOf(project, command, event, result, contexts) {
    const where = contexts.length === 0 ? "" : ` in ${(0,listed/* andMore */.v)(contexts, 3)}`;
    const what = {
        failure: result === "cancelled" ? `${command} was cancelled` : `${command} failed`,
        drift: "drift",
        applied: `${command} done`,
    }[event];
    return `${project === "" ? "" : `${project}: `}${what}${where}`;
}
function contextOf(context, options) {
    const { name, failureReason, counts, tasks, state } = context;
    const told = tasks
        .flatMap((task) => {
        const what = whatHappened(task, options);
        return what === undefined ? [] : [{ task, what, rank: (0,labels/* hasFailed */.WN)(task) ? 0 : 1 }];
    })
        .sort((one, other) => one.rank - other.rank);
    return {
        name: (0,printable/* oneLine */.TN)(name),
        events: eventsOf(context, options),
        failureReason,
        summary: options.does === "drift"
            ? driftWords(tasks)
            : tasks.length === 0
                ? reasonWords(failureReason)
                : (0,labels/* endWords */.Bx)(context),
        counts,
        tasks: told.slice(0, most.tasks).map(({ task, what }) => taskOf(task, what, state.sealed === true)),
        moreTasks: Math.max(0, told.length - most.tasks),
    };
}
function taskOf({ name, kind, fields, error, drift }, what, sealed) {
    const changed = fields.filter(({ drifted }) => drifted);
    const paths = drift !== "missing" && changed.length > 0 && !sealed ? `: ${(0,field_labels/* fieldNames */.pi)({ fields: changed }, width.fields)}` : "";
    const message = error === null || sealed ? null : (0,printable/* oneLine */.TN)((0,shorten/* shortened */.v)(error.message, width.error));
    return {
        name: (0,printable/* oneLine */.TN)(name),
        kind: (0,printable/* oneLine */.TN)(kind),
        what: `${what}${what === changedOutside || what === leftUnfinished ? paths : ""}`,
        error: message,
    };
}
const changedOutside = "was changed outside of opus";
const leftUnfinished = "was left by a change that did not end";
function whatHappened(task, { does }) {
    if ((0,labels/* hasFailed */.WN)(task))
        return (0,labels/* failureWords */.AC)(task);
    if (task.status === "cancelled")
        return `${task.change} cancelled`;
    if (does === "drift") {
        if (task.drift === "unknown")
            return "could not be looked at";
        if (!(0,labels/* isDrifted */.TJ)(task))
            return undefined;
        if ((0,labels/* isGate */.cE)(task))
            return "does not hold";
        if (task.drift === "missing")
            return "is missing";
        return (0,drift_words/* isUnfinished */.ui)(task) ? leftUnfinished : changedOutside;
    }
    return isDone(task) ? doneWords[task.change] : undefined;
}
function isDone({ status, change }) {
    return status === "done" && doneWords[change] !== undefined;
}
function driftWords(tasks) {
    const drifted = tasks.filter(labels/* isDrifted */.TJ).length;
    const unknown = tasks.filter((task) => task.drift === "unknown" || (0,labels/* hasFailed */.WN)(task)).length;
    const inSync = tasks.filter(({ drift }) => drift === "in-sync").length;
    return [`${drifted} drifted`, ...(unknown > 0 ? [`${unknown} unknown`] : []), `${inSync} in sync`].join(", ");
}
function reasonWords(reason) {
    return reason === null ? "nothing to do" : reason;
}
function problemsOf({ diagnostics }) {
    const errors = diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ message }) => (0,printable/* oneLine */.TN)((0,shorten/* shortened */.v)(message, width.error)));
    return [...new Set(errors)].slice(0, most.problems);
}

var size_limits = __webpack_require__(44608);
var resolve = __webpack_require__(73961);
;// CONCATENATED MODULE: ./src/hooks/webhook/fit.ts
function within(notice, { contexts, tasks }) {
    return {
        ...notice,
        contexts: notice.contexts.slice(0, contexts).map((context) => withFewer(context, tasks)),
        moreContexts: notice.moreContexts + Math.max(0, notice.contexts.length - contexts),
    };
}
function withFewer(context, tasks) {
    const more = Math.max(0, context.tasks.length - tasks);
    return { ...context, tasks: context.tasks.slice(0, tasks), moreTasks: context.moreTasks + more };
}
function fitted(notice, rooms, most, render) {
    let form = render(within(notice, rooms[0]));
    for (const room of rooms.slice(1)) {
        if (Buffer.byteLength(JSON.stringify(form)) <= most)
            return form;
        form = render(within(notice, room));
    }
    return form;
}
function moreWords(more, what) {
    return more === 0 ? undefined : `\u2026 and ${more} more ${what}${more === 1 ? "" : "s"}`;
}

;// CONCATENATED MODULE: ./src/hooks/webhook/words.ts


const mostText = 1_800;
function runAddress({ url }) {
    return /^https?:\/\/[^\s<>|"`]+$/.test(url) ? url : undefined;
}
function runWords({ repository, ref, commit, actor }) {
    return [
        ...(repository === "" ? [] : [repository]),
        ...(ref === "" ? [] : [ref.replace(/^refs\/(?:heads|tags)\//, "")]),
        ...(commit === "" ? [] : [`commit ${commit.slice(0, 7)}`]),
        ...(actor === "" ? [] : [`by ${actor}`]),
    ];
}
function noticeText(whole) {
    const notice = within(whole, { contexts: 10, tasks: 10 });
    const lines = [notice.title];
    for (const { name, summary, tasks, moreTasks } of notice.contexts) {
        lines.push(`${name}: ${summary}`);
        for (const task of tasks)
            lines.push(`- ${task.name}: ${task.what}${task.error === null ? "" : ` (${task.error})`}`);
        const more = moreWords(moreTasks, "task");
        if (more !== undefined)
            lines.push(more);
    }
    const more = moreWords(notice.moreContexts, "context");
    if (more !== undefined)
        lines.push(more);
    for (const problem of notice.problems)
        lines.push(problem);
    const address = runAddress(notice.run);
    return [...cutLines(lines, mostText - (address?.length ?? 0) - 1), ...(address === undefined ? [] : [address])].join("\n");
}
function cutLines(lines, most) {
    const all = lines.join("\n");
    if (all.length <= most)
        return lines;
    const kept = [];
    let length = 1;
    for (const line of lines) {
        length += line.length + 1;
        if (length > most - 1)
            break;
        kept.push(line);
    }
    const [first = ""] = lines;
    if (kept.length === 0)
        return [`${first.slice(0, (0,shorten/* wholeUpTo */.g)(first, Math.max(0, most - 1)))}\u2026`];
    return [...kept, "\u2026"];
}

;// CONCATENATED MODULE: ./src/hooks/webhook/slack.ts



const slack_most = { header: 150, section: 3_000, context: 2_000, contexts: 40, tasks: 20 };
const marks = { failure: "\u274c", drift: "\u26a0\ufe0f", applied: "\u2705" };
function renderSlack(whole) {
    const notice = within(whole, { contexts: slack_most.contexts, tasks: slack_most.tasks });
    const title = `${marks[notice.events[0] ?? "failure"]} ${notice.title}`;
    const problems = notice.problems.map((problem) => `\u2022 ${code(problem)}`);
    const more = moreWords(notice.moreContexts, "context");
    return {
        text: escaped(cut(`${title} (${notice.summary})`, slack_most.section / 8)),
        blocks: [
            { type: "header", text: { type: "plain_text", text: cut(title, slack_most.header), emoji: false } },
            ...notice.contexts.map((context) => section(contextLines(context))),
            ...(more === undefined ? [] : [section([more])]),
            ...(problems.length === 0 ? [] : [section(problems)]),
            footer(notice),
        ],
    };
}
function contextLines({ name, summary, tasks, moreTasks }) {
    const more = moreWords(moreTasks, "task");
    return [`*${code(name)}* ${escaped(summary)}`, ...tasks.map(taskLine), ...(more === undefined ? [] : [more])];
}
function taskLine({ name, what, error }) {
    return `\u2022 ${code(name)} ${code(what)}${error === null ? "" : `: ${code(error)}`}`;
}
function footer({ run, at }) {
    const address = runAddress(run);
    const parts = [
        ...(address === undefined ? [] : [`<${escaped(address)}|The run>`]),
        ...[...runWords(run), at].map(code),
    ];
    return { type: "context", elements: [mrkdwn(parts.join("  "), slack_most.context)] };
}
function section(lines) {
    return { type: "section", text: mrkdwn(cutLines(lines, slack_most.section).join("\n"), slack_most.section) };
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
    return text.length <= longest ? text : `${text.slice(0, (0,shorten/* wholeUpTo */.g)(text, longest - 1))}\u2026`;
}

;// CONCATENATED MODULE: ./src/hooks/webhook/teams.ts



const rooms = [
    { contexts: 20, tasks: 20 },
    { contexts: 20, tasks: 5 },
    { contexts: 20, tasks: 2 },
    { contexts: 20, tasks: 0 },
    { contexts: 5, tasks: 0 },
];
const styles = {
    failure: "attention",
    drift: "warning",
    applied: "good",
};
function renderTeams(notice) {
    return fitted(notice, rooms, size_limits/* teamsMessageBytes */.XQ, message);
}
function message(notice) {
    return {
        type: "message",
        attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content: card(notice) }],
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
                items: [line([{ text: title, weight: "Bolder", size: "Medium" }])],
            },
            ...contexts.flatMap(teams_contextLines),
            ...(more === undefined ? [] : [line([{ text: more, isSubtle: true }])]),
            ...problems.map((problem) => line([{ text: problem, fontType: "Monospace" }])),
            line([{ text: [...runWords(run), at].join("  "), isSubtle: true, size: "Small" }]),
        ],
        ...(address === undefined ? {} : { actions: [{ type: "Action.OpenUrl", title: "Open the run", url: address }] }),
    };
}
function teams_contextLines({ name, summary, tasks, moreTasks }) {
    const more = moreWords(moreTasks, "task");
    return [
        { ...line([{ text: name, weight: "Bolder" }, { text: `  ${summary}` }]), separator: true },
        ...tasks.map(teams_taskLine),
        ...(more === undefined ? [] : [line([{ text: more, isSubtle: true }])]),
    ];
}
function teams_taskLine({ name, what, error }) {
    return line([
        { text: name, fontType: "Monospace" },
        { text: `  ${what}` },
        ...(error === null ? [] : [{ text: `: ${error}`, isSubtle: true }]),
    ]);
}
function line(runs) {
    return { type: "RichTextBlock", inlines: runs.map((run) => ({ type: "TextRun", ...run })) };
}

;// CONCATENATED MODULE: ./src/hooks/webhook/render.ts







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
    const rooms = [100, 20, 5, 0].map((tasks) => ({ contexts: 50, tasks }));
    return fitted(notice, rooms, size_limits/* webhookMessageBytes */.CG, (told) => ({
        format: "opus-webhook",
        version: 1,
        ...told,
    }));
}
function json(value) {
    return { text: JSON.stringify(value), type: "application/json" };
}
function filledIn(notice, template, type, around) {
    const whole = type === "application/json" && typeof template === "string" ? JSON.parse(template) : template;
    const { value, problems } = (0,resolve/* resolve */.hd)(whole, told(notice, around));
    const [problem] = problems;
    if (problem)
        return problem.message;
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
        message: () => renderJson(notice),
    };
    return (0,found/* lookupWith */.R)(around.filtered, (reference) => {
        const { source, name } = reference;
        if (source !== "OPUS" || !Object.hasOwn(names, name))
            return around(reference);
        return { type: "value", value: names[name]() };
    });
}

;// CONCATENATED MODULE: ./src/hooks/webhook/webhook.ts





function createWebhooks(options) {
    return {
        name: "webhook",
        finish: async (whole, signal) => {
            const report = (0,redact_report/* withoutNames */.Fw)(whole, options.redact);
            const cancelled = report.result === "cancelled" || options.cancelled.aborted;
            const within = { ms: cancelled ? timing/* webhookWhenCancelledMs */.bT : timing/* webhookMs */.yF, once: cancelled, signal };
            await Promise.all(options.webhooks.map((webhook) => tell(webhook, report, whole, within, options)));
        },
    };
}
async function tell(webhook, report, { contexts: named }, within, options) {
    const { warn } = options;
    const command = options.does(report.command);
    const groups = new Map();
    const wrong = new Map();
    const wanted = report.contexts.map((context) => isWanted(webhook, eventsOf(context, command)));
    const asAWhole = failedAsAWhole(report) && webhook.events.includes("failure");
    for (const [index, name] of (named.length === 0 ? [""] : named.map((one) => one.name)).entries()) {
        const to = webhook.destination(name);
        const context = report.contexts[index];
        if (typeof to === "string") {
            wrong.set(to, [...(wrong.get(to) ?? []), context?.name ?? ""]);
            continue;
        }
        const key = JSON.stringify([to.url, to.headers]);
        const group = groups.get(key) ?? { to, contexts: [] };
        groups.set(key, group);
        if (context && (wanted[index] || asAWhole))
            group.contexts.push(context);
    }
    for (const [why, contexts] of wrong)
        warn(notSent(webhook, whereWords(contexts), { why }));
    const sending = [...groups.values()].filter(({ contexts }) => contexts.length > 0 || (asAWhole && named.length === 0));
    await Promise.all(sending.map((group) => sendTo(webhook, group, report, command, within, options)));
}
function isWanted({ events }, found) {
    return found.some((event) => events.includes(event));
}
async function sendTo(webhook, { to, contexts }, report, command, within, options) {
    const notice = noticeOf(report, contexts, { ...command, run: options.run, at: options.now() });
    const body = renderBody(notice, webhook, to.lookup);
    const failed = typeof body === "string" ? { why: body } : await options.send(to, body, within);
    if (failed)
        options.warn(notSent(webhook, ` to ${to.host}`, failed));
}
function whereWords(contexts) {
    const names = contexts.filter((name) => name !== "").map((name) => `"${name}"`);
    return names.length === 0 ? "" : ` for ${(0,listed/* inWords */.r4)(names)}`;
}
function notSent({ location }, where, { why, hint }) {
    const message = `no message was sent by this webhook${where}: ${why}`;
    const suggestion = hint ?? "What the run did, and how it ended, is not changed by that: the job summary has all of it.";
    return { severity: "warning", code: "webhook-not-sent", message, location, suggestion };
}

var clock = __webpack_require__(31902);
var context_frame = __webpack_require__(73561);
var value_inputs = __webpack_require__(77708);
var run_info = __webpack_require__(44067);
var address_guard = __webpack_require__(61001);
;// CONCATENATED MODULE: ./src/app/webhook/destination.ts


const shortestPart = 12;
function destinationOf({ url: template = "", headers: templates = {} }, lookup, project, conceal) {
    const resolved = (0,resolve/* resolve */.hd)({ url: template, headers: templates }, lookup);
    const [problem] = resolved.problems;
    if (problem)
        return problem.message;
    const { url: address, headers } = resolved.value;
    const url = typeof address === "string" ? URL.parse(address.trim()) : null;
    const isSecret = resolved.secretPointers.has("/url");
    if (url === null || (url.protocol !== "https:" && url.protocol !== "http:"))
        return "`url` is no address that begins with https://";
    if (isSecret)
        for (const part of partsOf(url))
            conceal(part, "an address of a webhook");
    if (url.username !== "" || url.password !== "")
        return "`url` has a user or a password in it: use `headers`";
    if (url.protocol === "http:" && !new address_guard/* AllowedHosts */.QU(project.http?.allow ?? []).has(url))
        return `\`url\` is not https, and the Project does not allow ${url.hostname} under \`spec.http.allow\``;
    const sent = {};
    for (const [name, value] of Object.entries(headers)) {
        if (typeof value === "object" || !isHeaderValue(String(value)))
            return `the header ${name} is no text on one line`;
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

var patience = __webpack_require__(9122);
var task_failure = __webpack_require__(23283);
;// CONCATENATED MODULE: ./src/app/webhook/send-message.ts


async function sendMessage({ url, host: server, headers }, { text, type }, { ms, once, signal }, { http, host, conceal }) {
    let asked;
    const client = http({
        task: "webhook",
        signal,
        patience: patience/* endlessPatience */.u,
        tell: (words) => {
            asked ??= words;
        },
        hide: (secret) => conceal(secret, "what a webhook answered"),
    });
    try {
        const answer = await client.request({
            method: "POST",
            url,
            headers: { "user-agent": `magnum-opus/${host.version}`, "content-type": type, ...headers },
            body: text,
            withinMs: ms,
            repeatable: true,
            ...(once ? { once: true } : {}),
        });
        return answer.status >= 200 && answer.status < 300 ? undefined : { why: refusedWords(server, answer) };
    }
    catch (error) {
        if (!(error instanceof task_failure/* TaskFailure */.E))
            throw error;
        const { message, hint } = error;
        return { why: asked === undefined ? message : `${message}; ${asked}`, ...(hint === undefined ? {} : { hint }) };
    }
}
function refusedWords(server, { status, statusName, text }) {
    const code = /^[a-z]{2,30}(?:_[a-z]{1,30}){0,5}$/.exec(text.trim())?.[0];
    const name = code ?? statusName;
    const words = `${server} answered ${status}${name === undefined ? "" : ` (${name})`}`;
    return status >= 300 && status < 400 ? `${words} and leads elsewhere, where no message is sent` : words;
}

;// CONCATENATED MODULE: ./src/app/webhook/webhook-session.ts













function openWebhooks(request) {
    const { settings, loaded, capabilities, host, conceal, warn } = request;
    const { project } = loaded.manifest;
    const { http } = capabilities;
    if (!project || !http)
        return undefined;
    const webhooks = project.hooks.flatMap((use, index) => isActive(use, settings.command, project, host.terminal) ? [webhookOf(use, index, project, request)] : []);
    if (webhooks.length === 0)
        return undefined;
    return createWebhooks({
        webhooks,
        does: (command) => meaning(command, project),
        run: noticeRun(host),
        now: clock/* systemClock */.m.timestamp,
        send: (to, body, within) => sendMessage(to, body, within, { http, host, conceal }),
        cancelled: host.signal,
        warn,
        redact: (text) => host.redactor.text(text),
    });
}
function isActive({ use, on, with: said }, command, project, terminal) {
    if (use !== "webhook" || (terminal && said.terminal !== true))
        return false;
    if (on)
        return on.includes(command);
    const { does, writes } = meaning(command, project);
    return writes || does === "drift";
}
function meaning(command, { commands }) {
    const does = Object.hasOwn(commands, command) ? commands[command] : command;
    const row = (0,model_commands/* commandNamed */.v)(does ?? "");
    return { does, writes: row !== undefined && (0,model_commands/* writes */.D3)(row) };
}
function noticeRun({ environment, redactor, ...host }) {
    const { id, attempt, url, sha: commit } = (0,run_info/* runInfo */.Q)({ environment });
    const { GITHUB_REPOSITORY: repository = "", GITHUB_REF: ref = "" } = environment;
    const { GITHUB_ACTOR = "", GITHUB_TRIGGERING_ACTOR: actor = GITHUB_ACTOR } = environment;
    if (host.terminal)
        return { id: "", attempt: 1, url: "", repository: "", ref: "", commit: "", actor: "" };
    return { ...redactor.value({ id, url, repository, ref, commit, actor }), attempt };
}
function webhookOf({ with: said }, index, project, request) {
    const { events = webhook/* webhookEvents */.Nl, format = "json", template = null, contentType = webhook/* templateTypes */.I1[0] } = said;
    return {
        events: events,
        format: format,
        template,
        templateType: contentType,
        location: project.locate(`/spec/hooks/${index}`),
        destination: (context) => destinationOf(said, lookupIn(context, request), project, request.conceal),
    };
}
function lookupIn(context, request) {
    const { settings, loaded, capabilities, choices, host, conceal } = request;
    const { manifest, github, project, trust } = loaded;
    const choice = choices.find(({ name }) => name === context) ?? { name: context, inherits: undefined };
    const environment = {
        environment: capabilities.environment,
        github: github.values,
        project,
        command: settings.command,
        context,
        inherited: choice.inherits,
        secrets: new Map(manifest.secrets.map((secret) => [secret.name, secret])),
        trusted: trust.trusted,
        filtered: (0,filtered_secrets/* filterWatch */.i)(host.redactor, conceal),
    };
    const around = (0,lookup/* environmentLookup */.Mn)(environment);
    const given = (0,value_inputs/* givenValues */.y)(settings, loaded, new Map(), () => { });
    const values = new references_values/* Values */.J(manifest.values, given.ok ? given.value : new Map(), (0,context_frame/* withInherited */.f)(choice), around);
    return (0,found/* lookupWith */.R)(around.filtered, (reference) => {
        if (reference.source === "VALUE")
            return values.get(reference.name);
        if (reference.source === "SECRET")
            return (0,lookup/* findSecret */.mt)(environment, reference.name);
        return around(reference);
    });
}


/***/ }),

/***/ 61001:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QU: () => (/* binding */ AllowedHosts),
/* harmony export */   XG: () => (/* binding */ notInternet),
/* harmony export */   fB: () => (/* binding */ refusedByName),
/* harmony export */   n0: () => (/* binding */ bareHost),
/* harmony export */   o4: () => (/* binding */ withoutBrackets)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7487);


const reservedBlocks = [
    ["0.0.0.0", 8, "an address of this machine"],
    ["10.0.0.0", 8, "a private address"],
    ["100.64.0.0", 10, "a private address (shared by carriers and clouds)"],
    ["127.0.0.0", 8, "a loopback address"],
    ["169.254.0.0", 16, "a link-local address"],
    ["172.16.0.0", 12, "a private address"],
    ["192.0.0.0", 24, "a reserved address"],
    ["192.0.2.0", 24, "a reserved address"],
    ["192.88.99.0", 24, "a reserved address"],
    ["192.168.0.0", 16, "a private address"],
    ["198.18.0.0", 15, "a reserved address"],
    ["198.51.100.0", 24, "a reserved address"],
    ["203.0.113.0", 24, "a reserved address"],
    ["224.0.0.0", 4, "a multicast address"],
    ["240.0.0.0", 4, "a reserved address"],
    ["168.63.129.16", 32, "an address of the cloud's own"],
];
const internet = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
internet.addSubnet("2000::", 3, "ipv6");
const special = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
for (const [prefix, length] of [
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["3fff::", 20],
])
    special.addSubnet(prefix, length, "ipv6");
const reserved = reservedBlocks.map(([address, length, what]) => {
    const block = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    block.addSubnet(address, length, "ipv4");
    return { block, what };
});
function notInternet(address) {
    const [bare = ""] = address.split("%");
    if (!(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(bare))
        return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(bare) === 4 ? reserved.find(({ block }) => block.check(bare, "ipv4"))?.what : "not an address";
    if (internet.check(bare, "ipv6") && !special.check(bare, "ipv6"))
        return undefined;
    return isLoopback6(bare) ? "a loopback address" : "a private, link-local or reserved address";
}
function isLoopback6(address) {
    const one = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    one.addAddress("::1", "ipv6");
    one.addSubnet("127.0.0.0", 8, "ipv4");
    return one.check(address, "ipv6");
}
function withoutBrackets(host) {
    return host.startsWith("[") && host.endsWith("]") ? host.slice(1, -1) : host;
}
function bareHost(hostname) {
    return (0,_engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutEnd */ .M)(withoutBrackets(hostname.toLowerCase()), ".");
}
function refusedByName(hostname) {
    const host = bareHost(hostname);
    if (host === "")
        return "no host";
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host.split("%")[0] ?? "") !== 0)
        return notInternet(host);
    return host === "localhost" || host.endsWith(".localhost") ? "a name of this machine" : undefined;
}
class AllowedHosts {
    #hosts;
    constructor(allow) {
        this.#hosts = allow.flatMap(readAllowed);
    }
    has(url) {
        const host = bareHost(url.hostname);
        const port = url.port || (url.protocol === "https:" ? "443" : "80");
        return this.#hosts.some((allowed) => (allowed.port === undefined || allowed.port === port) &&
            (allowed.below ? host.endsWith(`.${allowed.host}`) : host === allowed.host));
    }
}
function readAllowed(entry) {
    const [, star, name = "", port] = /^(\*\.)?(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
    const host = URL.parse(`http://${name}`)?.hostname;
    return host ? [{ host: bareHost(host), below: star !== undefined, port }] : [];
}


/***/ })

};
