import { graphSection } from "./graph.ts";
import { type Html, html, link } from "./html.ts";
import type { DriftLook, SiteContext, SiteModel, SiteTask } from "./model.ts";
import { chip, page, timeOf } from "./page-frame.ts";
import { driftedNames, taskTable } from "./task-table.ts";
import { timeline } from "./timeline.ts";

/** The page of one context. @param toTop the way to the overview, as an address */
export function contextPage(context: SiteContext, toTop: string, model: SiteModel): string {
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
    timeline(context, tasks, model),
  ];
  return page({ title: `${project} / ${context.context}: ${context.words}`, heading, content }, model);
}

function problems({ problem, recorded, sealed, runsProblem }: SiteContext): Html {
  const pending = recorded?.pending ?? [];
  return html`${problem !== null && html`<p class="problem" role="note"><strong>The state can't be read.</strong> ${problem}</p>`}
${runsProblem !== null && html`<p class="problem" role="note"><strong>The history can't be read.</strong> ${runsProblem}</p>`}
${pending.length > 0 && html`<p class="problem" role="note"><strong>A run is under way, or did not end:</strong> ${pending.map(({ task, change }, index) => html`${index > 0 && ", "}${change} ${task}`)}. The next run that writes finds out what became of it.</p>`}
${sealed === "closed" && html`<p class="note">The state is sealed, and this page was made without its key: what is recorded is not known here.</p>`}
${sealed === "opened" && html`<p class="note">The state is sealed: only names and counts are shown.</p>`}`;
}

function facts({ recorded, lock, runs, drift }: SiteContext, { madeAt, backend }: SiteModel): Html {
  const last = runs[0];
  const rows: (readonly [string, Html | string | false])[] = [
    ["Last run", last !== undefined && html`${last.what || `serial ${last.serial}`}, ${timeOf(last.at, madeAt)}`],
    ["By", last?.author ?? false],
    ["Run", recorded !== null && recorded.runUrl !== "" && link(recorded.runUrl, recorded.runUrl)],
    [
      "Drift",
      drift === null ? "not looked for" : html`looked for ${timeOf(drift.at, madeAt)}, at serial ${drift.serial}`,
    ],
    ["Serial", recorded !== null && String(recorded.serial)],
    ["Lineage", recorded?.lineage ?? false],
    ["Kept", `${backend}${recorded?.writer ? `, written by opus ${recorded.writer}` : ""}`],
    [
      "Locked",
      lock !== null &&
        html`${lock.command || "by somebody"}${lock.since && html` since ${timeOf(lock.since, madeAt)}`}${lock.url && html` (${link(lock.url, "the run that holds it")})`}`,
    ],
  ];
  const shown = rows.filter(([, value]) => value !== false && value !== "");
  return html`<dl class="facts">${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
`;
}

function driftSection(drift: DriftLook, tasks: readonly SiteTask[], { madeAt }: SiteModel): Html {
  const { at, outdated, failure, drifted, inSync, unknown, unobservable, leftOut } = drift;
  const places = new Map(tasks.map(({ name }, index) => [name, index]));
  const named = (name: string): Html => {
    const place = places.get(name);
    return place === undefined ? html`${name}` : html`<a href="#task-${place}">${name}</a>`;
  };
  const counts = [
    `${drifted.length} drifted`,
    `${inSync} in sync`,
    ...(unknown.length > 0 ? [`${unknown.length} unknown`] : []),
    ...(unobservable > 0 ? [`${unobservable} that nobody can look at`] : []),
    ...(leftOut !== null && leftOut > 0 ? [`${leftOut} not looked at`] : []),
  ];
  return html`<section id="drift"><h2>Drift</h2>
<p>${counts.join(", ")}, ${timeOf(at, madeAt)}.${failure !== null && html` Not all could be looked at: <code>${failure}</code>.`}${outdated && html` <strong>The state has been changed since.</strong>`}</p>
${drifted.length + unknown.length > 0 && html`<ul>${drifted.map(({ task, drift: how }) => html`<li>${named(task)}: ${how}</li>`)}${unknown.map((task) => html`<li>${named(task)}: unknown</li>`)}</ul>`}
</section>
`;
}
