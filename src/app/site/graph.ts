import { type GraphLayout, layOut, type PlacedNode } from "./graph-layout.ts";
import { type Html, html } from "./html.ts";
import type { SiteTask } from "./model.ts";

/** More of either make no picture that tells anything, and a page that is slow. */
const [mostNodes, mostEdges] = [300, 1_500];

/** In pixels. */
const node = { width: 168, height: 34, gapX: 56, gapY: 12, margin: 8 };
const longestLabel = 22;

/** The tasks that depend on others, as a picture whose nodes lead to the list; undefined: there is none. */
export function graphSection(tasks: readonly SiteTask[], drifted: ReadonlySet<string>): Html | undefined {
  const places = new Map(tasks.map(({ name }, index) => [name, index]));
  const dependencies = tasks.map(({ detail }) =>
    (detail?.dependencies ?? []).flatMap((name) => places.get(name) ?? []),
  );
  const number = dependencies.reduce((sum, list) => sum + list.length, 0);
  if (number === 0) return undefined;
  const connected = new Set(dependencies.flatMap((list, index) => (list.length === 0 ? [] : [index, ...list]))).size;
  if (connected > mostNodes || number > mostEdges)
    return html`<p class="note">${connected} tasks depend on each other in ${number} ways, too many to draw. The list of tasks has what each depends on.</p>`;
  const layout = layOut(dependencies);
  const alone = tasks.length - connected;
  const note = alone === 0 ? "" : ` Tasks that stand alone (${alone}) are not drawn.`;
  return html`<figure>
<div class="scroll" tabindex="0" role="region" aria-label="Graph of tasks">${picture(layout, tasks, drifted)}</div>
<figcaption>What stands further right depends on what a line leads to it from.${note}</figcaption>
</figure>`;
}

function picture(
  { nodes, edges, layers, rows }: GraphLayout,
  tasks: readonly SiteTask[],
  drifted: ReadonlySet<string>,
): Html {
  const width = layers * (node.width + node.gapX) - node.gapX + 2 * node.margin;
  const height = rows * (node.height + node.gapY) - node.gapY + 2 * node.margin;
  const placed = new Map(nodes.map((one) => [one.index, one]));
  const lines = edges.map(({ from, to }) => {
    const [begin, end] = [placed.get(from), placed.get(to)];
    return begin && end && html`<path d="${curve(begin, end)}" data-from="${from}" data-to="${to}"/>`;
  });
  return html`<svg class="graph" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="${nodes.length} tasks, ${edges.length} dependencies">
<g class="edges" aria-hidden="true">${lines}</g>
${nodes.map((one) => box(one, tasks[one.index], drifted))}
</svg>`;
}

function curve(from: PlacedNode, to: PlacedNode): string {
  const [x1, y1] = [left(from) + node.width, top(from) + node.height / 2];
  const [x2, y2] = [left(to), top(to) + node.height / 2];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

function box(place: PlacedNode, task: SiteTask | undefined, drifted: ReadonlySet<string>): Html {
  const [x, y] = [left(place), top(place)];
  const { name = "", status = "applied" } = task ?? {};
  const state = drifted.has(name) ? "drifted" : status;
  // Not by its colour alone.
  const sign = state === "drifted" ? "≠ " : state === "applied" ? "" : "! ";
  const said = state === "applied" ? name : `${name} (${state})`;
  return html`<a href="#task-${place.index}" data-node="${place.index}" class="${state}"><title>${said}</title><rect x="${x}" y="${y}" width="${node.width}" height="${node.height}" rx="6"/><text x="${x + 10}" y="${y + node.height / 2 + 4}">${sign}${shortened(name)}</text></a>
`;
}

function shortened(name: string): string {
  const characters = [...name];
  return characters.length <= longestLabel ? name : `${characters.slice(0, longestLabel - 1).join("")}…`;
}

function left({ layer }: PlacedNode): number {
  return node.margin + layer * (node.width + node.gapX);
}

function top({ row }: PlacedNode): number {
  return node.margin + row * (node.height + node.gapY);
}
