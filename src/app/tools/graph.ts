import type { Json } from "../../engine/json/json.ts";
import type { Task } from "../../engine/model/task.ts";
import { findReferences } from "../../engine/references/references.ts";
import { layOut } from "../site/graph-layout.ts";
import { escaped } from "../site/html.ts";

/** The ways in which a graph is drawn. */
export const formats = ["mermaid", "dot", "svg"] as const;
export type Format = (typeof formats)[number];

/** Which task depends on which, whatever contexts and commands that is for. */
export interface DrawnGraph {
  readonly names: readonly string[];
  readonly kinds: readonly string[];
  /** For each task the places of what it depends on. */
  readonly dependencies: readonly (readonly number[])[];
}

/** The graph of the tasks of a manifest: what they name as dependencies, and what they refer to. */
export function graphOf(tasks: readonly Task[]): DrawnGraph {
  const places = new Map(tasks.map(({ name }, index) => [name, index]));
  const dependencies = tasks.map(({ dependencies: rules, spec, name }) => {
    const named = rules.flatMap((rule) => rule.tasks);
    const referred = textsOf(spec).flatMap((text) =>
      findReferences(text).flatMap((one) => (one.source === "VAR" ? [one.name.slice(0, one.name.indexOf(":"))] : [])),
    );
    const all = [...new Set([...named, ...referred])].filter((one) => one !== name);
    return all.flatMap((one) => places.get(one) ?? []);
  });
  return { names: tasks.map(({ name }) => name), kinds: tasks.map(({ kind }) => kind), dependencies };
}

/** The picture as text. */
export function drawGraph(graph: DrawnGraph, format: Format): string {
  switch (format) {
    case "mermaid":
      return mermaid(graph);
    case "dot":
      return dot(graph);
    case "svg":
      return svg(graph);
  }
}

function* edges({ dependencies }: DrawnGraph): Generator<readonly [from: number, to: number]> {
  for (const [to, list] of dependencies.entries()) for (const from of list) yield [from, to];
}

function mermaid(graph: DrawnGraph): string {
  const nodes = graph.names.map((name, index) => `  n${index}["${name}<br/>${graph.kinds[index]}"]`);
  const lines = [...edges(graph)].map(([from, to]) => `  n${from} --> n${to}`);
  return `${["flowchart LR", ...nodes, ...lines].join("\n")}\n`;
}

function dot(graph: DrawnGraph): string {
  const nodes = graph.names.map(
    (name, index) => `  ${JSON.stringify(name)} [label=${JSON.stringify(`${name}\n${graph.kinds[index]}`)}];`,
  );
  const name = (index: number): string => JSON.stringify(graph.names[index] ?? "");
  const lines = [...edges(graph)].map(([from, to]) => `  ${name(from)} -> ${name(to)};`);
  return `${["digraph opus {", "  rankdir=LR;", "  node [shape=box];", ...nodes, ...lines, "}"].join("\n")}\n`;
}

/** In pixels, as on the pages of `opus site`. */
const box = { width: 168, height: 34, gapX: 56, gapY: 12, margin: 8 };
const longestLabel = 22;

function svg(graph: DrawnGraph): string {
  const layout = layOut(graph.dependencies);
  const drawn = new Set(layout.nodes.map(({ index }) => index));
  // What stands alone has no place in the layout: it goes below, in rows as wide as that.
  const alone = graph.names.map((_, index) => index).filter((index) => !drawn.has(index));
  const perRow = Math.max(layout.layers, 4);
  const nodes = [
    ...layout.nodes,
    ...alone.map((index, at) => ({ index, layer: at % perRow, row: layout.rows + Math.floor(at / perRow) })),
  ];
  const columns = nodes.reduce((most, { layer }) => Math.max(most, layer + 1), 1);
  const rows = nodes.reduce((most, { row }) => Math.max(most, row + 1), 1);
  const width = columns * (box.width + box.gapX) - box.gapX + 2 * box.margin;
  const height = rows * (box.height + box.gapY) - box.gapY + 2 * box.margin;
  const left = (layer: number): number => box.margin + layer * (box.width + box.gapX);
  const top = (row: number): number => box.margin + row * (box.height + box.gapY);
  const placed = new Map(nodes.map((one) => [one.index, one]));
  const lines = layout.edges.flatMap(({ from, to }) => {
    const [begin, end] = [placed.get(from), placed.get(to)];
    if (!begin || !end) return [];
    const [x1, y1] = [left(begin.layer) + box.width, top(begin.row) + box.height / 2];
    const [x2, y2] = [left(end.layer), top(end.row) + box.height / 2];
    const middle = (x1 + x2) / 2;
    return [`<path d="M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}"/>`];
  });
  const boxes = nodes.map(({ index, layer, row }) => {
    const [x, y] = [left(layer), top(row)];
    const name = graph.names[index] ?? "";
    const said = escaped(`${name} (${graph.kinds[index]})`);
    return `<g><title>${said}</title><rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="6"/><text x="${x + 10}" y="${y + box.height / 2 + 4}">${escaped(shortened(name))}</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#ffffff"/>
<g fill="none" stroke="#515862">${lines.join("\n")}</g>
<g fill="#f6f7f9" stroke="#515862">
${boxes.join("\n").replaceAll("<text ", '<text fill="#1b1f24" stroke="none" ')}
</g>
</svg>
`;
}

function shortened(name: string): string {
  const characters = [...name];
  return characters.length <= longestLabel ? name : `${characters.slice(0, longestLabel - 1).join("")}…`;
}

/** Every text in a value, at any depth. */
function textsOf(value: Json): readonly string[] {
  const [open, texts] = [[value], [] as string[]];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (typeof one === "string") texts.push(one);
    else if (typeof one === "object" && one !== null) open.push(...Object.values(one));
  }
  return texts;
}
