import { shownTime } from "./ages.ts";
import { type Html, html } from "./html.ts";
import type { DriftLook, SiteContext, SiteModel, SiteTask } from "./model.ts";

/** How the cells of a table know the rest of it. */
interface Table {
  /** Places of tasks in the list, by name. */
  readonly places: ReadonlyMap<string, number>;
  readonly drifted: ReadonlySet<string>;
  /** Specs and outputs have a column. */
  readonly values: boolean;
}

/** What is recorded, a task a row; undefined: nothing, or nothing is known of it. */
export function taskTable({ recorded, sealed, drift }: SiteContext, { values }: SiteModel): Html | undefined {
  const tasks = recorded?.tasks;
  if (!tasks || tasks.length === 0) return undefined;
  const table: Table = {
    places: new Map(tasks.map(({ name }, index) => [name, index])),
    drifted: driftedNames(drift),
    values: values && sealed === "no",
  };
  const columns =
    sealed === "no"
      ? ["Task", "Kind", "Status", "Made", "Changed", "Depends on", ...(table.values ? ["Values"] : [])]
      : ["Task", "Status"];
  return html`<section id="tasks"><h2>Tasks <small>${tasks.length}</small></h2>
<div class="scroll" tabindex="0" role="region" aria-label="Tasks"><table><thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${tasks.map((task, index) => row(task, index, table))}</tbody></table></div>
${values && !table.values && html`<p class="note">Values of sealed state are not shown.</p>`}
</section>
`;
}

/** The tasks that the last look found drifted, where the state is still the one that was looked at. */
export function driftedNames(drift: DriftLook | null): ReadonlySet<string> {
  return new Set(drift === null || drift.outdated ? [] : drift.drifted.map(({ task }) => task));
}

function row(task: SiteTask, index: number, { places, drifted, values }: Table): Html {
  const { name, status, detail } = task;
  const begin = html`<tr id="task-${index}" data-row><th scope="row"><bdi>${name}</bdi></th>`;
  const state = html`<td>${status === "applied" ? "applied" : html`<strong class="bad">${status}</strong>`}${drifted.has(name) && html`, <strong class="bad">drifted</strong>`}</td>`;
  if (detail === null)
    return html`${begin}${state}</tr>
`;
  const { kind, createdAt, updatedAt, dependencies } = detail;
  const links = dependencies.map((one, at) => {
    const place = places.get(one);
    return html`${at > 0 && ", "}${place === undefined ? one : html`<a href="#task-${place}">${one}</a>`}`;
  });
  const shown = html`<td><details><summary>Show<span class="hidden"> values of ${name}</span></summary><pre tabindex="0">${detail.values}</pre></details></td>`;
  return html`${begin}<td>${kind}</td>${state}<td class="date">${shownTime(createdAt)}</td><td class="date">${shownTime(updatedAt)}</td><td class="links">${links.length === 0 ? "–" : links}</td>${values && shown}</tr>
`;
}
