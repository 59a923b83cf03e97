import type { Change } from "../../engine/model/change.ts";
import type { ChangedTask } from "../../state/survey.ts";
import { shownTime } from "./ages.ts";
import { type Html, html, link } from "./html.ts";
import type { SiteContext, SiteModel, SiteRun, SiteTask } from "./model.ts";
import { counted, timeOf } from "./page-frame.ts";

const done: { readonly [change in Change]: string } = {
  create: "created",
  update: "updated",
  replace: "replaced",
  delete: "deleted",
  adopt: "adopted",
  forget: "forgot",
  noop: "recorded anew",
  none: "recorded anew",
};

/** The runs of a context, newest first, each with what it changed. */
export function timeline(context: SiteContext, tasks: readonly SiteTask[], model: SiteModel): Html {
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

function entry(
  { serial, at, what, url, author, changes }: SiteRun,
  places: ReadonlyMap<string, number>,
  { madeAt }: SiteModel,
): Html {
  const time = Number.isNaN(Date.parse(at))
    ? html`${at}`
    : html`<time class="stamp">${shownTime(at)}</time> (${timeOf(at, madeAt)})`;
  return html`<li id="run-${serial}" data-row><p><strong>${what || "run"}</strong> ${time}</p>
<p class="muted">serial ${serial}${author && `, ${author}`}${url && html`, ${link(url, html`run<span class="hidden"> of serial ${serial}</span>`)}`}</p>
${changes !== null && changes.length > 0 && html`<details><summary>${counted(changes.length, "task")} <span class="hidden">of serial ${serial}</span></summary><ul>${changes.map((one) => changed(one, places))}</ul></details>`}</li>
`;
}

function changed({ task, change }: ChangedTask, places: ReadonlyMap<string, number>): Html {
  const place = places.get(task);
  return html`<li class="${change}">${done[change]} ${place === undefined ? task : html`<a href="#task-${place}">${task}</a>`}</li>`;
}
