import { type Html, html, jsonData, link } from "./html.ts";
import { type SiteContext, type SiteModel, type Status, statuses } from "./model.ts";
import { chip, counted, page, timeOf } from "./page-frame.ts";

/** A context, and the folder of its page: segments of an address, below the overview. */
export type Placed = readonly [context: SiteContext, folder: string];

/** Names of tasks that the search of the overview knows; beyond them each context has its own. */
const mostNames = 20_000;

/** The first page: all projects and contexts. */
export function overviewPage(model: SiteModel, placed: readonly Placed[]): string {
  const projects = [...new Set(placed.map(([{ project }]) => project))];
  const heading = html`<h1>${projects.length === 1 ? projects[0] : "Environments"}</h1>
<p class="sum">${summary(model, projects.length)}</p>`;
  const content =
    placed.length === 0
      ? html`<p class="note">Nothing is recorded yet.</p>`
      : [
          html`<section id="results" aria-label="Found tasks" hidden><h2>Tasks</h2><ul></ul></section>`,
          ...projects.map((project) => projectSection(project, placed, model)),
        ];
  return page(
    {
      title: projects.length === 1 ? `${projects[0]}: environments` : "Environments",
      heading,
      content,
      data: names(placed),
    },
    model,
  );
}

function summary({ contexts }: SiteModel, projects: number): Html {
  const count = (status: Status): number => contexts.filter((context) => context.status === status).length;
  const words: { readonly [status in Status]: string } = {
    unreadable: "can't be read",
    unfinished: "unfinished",
    drifted: "drifted",
    unknown: "unknown",
    running: "under way",
    applied: "applied",
    "in-sync": "in sync",
    empty: "empty",
  };
  const chips = statuses
    .filter((status) => count(status) > 0)
    .map((status) => html` ${chip({ status, words: `${count(status)} ${words[status]}`, since: null })}`);
  return html`${counted(projects, "project")}, ${counted(contexts.length, "context")}.${chips}`;
}

function projectSection(project: string, placed: readonly Placed[], model: SiteModel): Html {
  const own = placed.filter(([context]) => context.project === project);
  const shown = own.filter(([{ status }]) => status !== "empty");
  const empty = own.filter(([{ status }]) => status === "empty");
  const list = (some: readonly Placed[]): Html => html`<ul class="cards">${some.map((one) => card(one, model))}</ul>`;
  return html`<section class="project"><h2>${project}</h2>
${shown.length > 0 && list(shown)}
${empty.length > 0 && html`<details><summary>${counted(empty.length, "context")} with nothing recorded</summary>${list(empty)}</details>`}
</section>
`;
}

function card([context, folder]: Placed, { madeAt }: SiteModel): Html {
  const { recorded, runs, drift, sealed, problem } = context;
  const last = runs[0];
  const tasks = recorded?.tasks ?? null;
  return html`<li class="card" data-text="${`${context.project} ${context.context} ${context.words}`.toLowerCase()}">
<h3><a href="${folder}index.html">${context.context}</a></h3>
<p>${chip(context)} ${context.since !== null && timeOf(context.since, madeAt)}</p>
<dl>
<div><dt>Recorded</dt><dd>${problem !== null ? "not known" : tasks === null ? (sealed === "closed" ? "sealed" : "nothing") : counted(tasks.length, "task")}</dd></div>
<div><dt>Serial</dt><dd>${recorded === null ? "–" : recorded.serial}</dd></div>
<div><dt>Last run</dt><dd>${last === undefined ? "–" : html`${last.what || `serial ${last.serial}`}, ${timeOf(last.at, madeAt)}${last.author && `, ${last.author}`}${last.url && html` (${link(last.url, html`run<span class="hidden"> of ${context.context}</span>`)})`}`}</dd></div>
<div><dt>Drift</dt><dd>${drift === null ? "not looked for" : html`looked for ${timeOf(drift.at, madeAt)}${drift.outdated && ", before the last change"}`}</dd></div>
</dl></li>
`;
}

/** For the search: the names of all tasks. */
function names(placed: readonly Placed[]): Html {
  let room = mostNames;
  const contexts = placed.map(([{ project, context, recorded }, folder]) => {
    const tasks = (recorded?.tasks ?? []).slice(0, room).map(({ name }) => name);
    room -= tasks.length;
    return [`${project} / ${context}`, folder, tasks];
  });
  return jsonData(contexts);
}
