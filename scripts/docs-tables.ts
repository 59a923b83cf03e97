/** The tables of the docs that are made from the sources, each between two marks in its page. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { scenarios } from "../__tests__/e2e/environment.ts";
import { environments } from "../__tests__/e2e/environments.ts";
import { type CodeRow, codes, reasons } from "../src/engine/diagnostics/codes.ts";
import { builtInCommands, type CommandRow } from "../src/engine/model/commands.ts";
import { type HostRole, reachingFeatures, serverHosts } from "../src/github/reached-hosts.ts";
import { type Feature, type ServerKind, servers } from "../src/github/servers.ts";
import { readAction, root } from "./action-file.ts";
import { codeList } from "./code-pages.ts";
import { exampleRows } from "./examples.ts";
import { kindParts } from "./kind-pages.ts";

/** A part of a page. */
export interface Part {
  /** From the root. */
  readonly page: string;
  readonly name: string;
  /** The file that it is made from. */
  readonly source: string;
  readonly content: string;
}

/** Every table that is made. */
export function tables(): readonly Part[] {
  return [
    ...actionTables(),
    commandTable(),
    ...codeTables(),
    reasonTable(),
    ...kindParts(),
    timingTable(),
    serversTable(),
    ...networkTables(),
    runnersTable(),
    examplesTable(),
  ];
}

/**
 * A page with the content of a part between its marks.
 * @throws Error when the marks are missing
 */
export function withPart(text: string, { page, name, source, content }: Part): string {
  const [begin, end] = [`<!-- ${name}: generated from ${source} by npm run docs -->`, `<!-- end of ${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`${page}: the marks of ${name} are missing (${begin} … ${end})`);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

function actionTables(): readonly Part[] {
  const action = readAction();
  const inputs = Object.entries(action.inputs).map(([name, { description, default: value }]) => [
    `\`${name}\``,
    value === "" ? "" : `\`${value}\``,
    description,
  ]);
  const outputs = Object.entries(action.outputs).map(([name, { description }]) => [`\`${name}\``, description]);
  const place = { page: "README.md", source: "action.yml" };
  return [
    { ...place, name: "inputs", content: table(["Input", "Default", "What it is"], inputs) },
    { ...place, name: "outputs", content: table(["Output", "What it is"], outputs) },
  ];
}

function commandTable(): Part {
  const rows = Object.entries<CommandRow>(builtInCommands).map(([name, { docs, writes, stage }]) => [
    stage === "preview" ? `\`${name}\` (default)` : `\`${name}\``,
    docs,
    writes === undefined ? "nothing" : writes.join(", "),
  ]);
  const content = table(["Command", "What it does", "Writes"], rows);
  return { page: "docs/commands.md", name: "commands", source: "src/engine/model/commands.ts", content };
}

const codesSource = "src/engine/diagnostics/codes.ts";

function codeTables(): readonly Part[] {
  return Object.entries<{ readonly [code: string]: CodeRow }>(codes).map(([section, rows]) => ({
    page: "docs/diagnostics.md",
    name: section.toLowerCase(),
    source: codesSource,
    content: codeList(rows),
  }));
}

function reasonTable(): Part {
  const rows = Object.entries(reasons).map(([reason, { means, fix }]) => [
    `[\`${reason}\`](codes/${reason}.md)`,
    means,
    fix,
  ]);
  const content = table(["Reason", "What happened", "What to do"], rows);
  return { page: "docs/failures.md", name: "reasons", source: codesSource, content };
}

/** Rows of src/engine/model/timing.ts: each constant with its comment, below the line that begins a part. */
function timingTable(): Part {
  const source = "src/engine/model/timing.ts";
  const text = readFileSync(join(root, source), "utf8");
  const pattern = /^\/\/ --- (.*)$|^\/\*\* (.*) \*\/\nexport const (\w+)(?:: [\w [\]]+)? = ([^;]+);$/gm;
  let part = "";
  const rows: string[][] = [];
  for (const [, begun, what = "", name, value = ""] of text.matchAll(pattern)) {
    if (begun !== undefined) part = begun;
    if (name !== undefined) rows.push([part, what, shownTimes(value)]);
  }
  if (rows.length !== text.split("export const ").length - 1)
    throw new Error(`${source}: a constant has no comment of one line`);
  return { page: "docs/reliability.md", name: "times", source, content: table(["Of", "What", "Time"], rows) };
}

/** `[1_000, 2_000]` → `1 s, 2 s`; below a second `20 ms`. */
function shownTimes(value: string): string {
  const times = value.replaceAll("_", "").match(/\d+/g) ?? [];
  const shown = (ms: number): string => {
    if (ms >= 120_000) return `${ms / 60_000} min`;
    return ms >= 1_000 ? `${ms / 1_000} s` : `${ms} ms`;
  };
  return times.map(Number).map(shown).join(", ");
}

/** What works where: what a server lacks is known in the sources, and told in errors. */
function serversTable(): Part {
  const all = Object.values(servers);
  const everywhere = (what: string): string[] => [what, ...all.map(() => "yes")];
  const but = (what: string, feature: Feature, otherwise: string): string[] => [
    what,
    ...all.map(({ lacks }) => (lacks[feature] === undefined ? "yes" : otherwise)),
  ];
  const rows = [
    everywhere("State [on a branch](state.md#on-a-branch), [in files](state.md#in-files)"),
    but("State [in the cache](state-cache.md)", "cache", "no"),
    everywhere("[Previews](pull-requests.md) in a comment, reviewed plans"),
    everywhere("The [drift issue](drift.md)"),
    but("[Checks](hooks.md#checks)", "checks", "no"),
    but("A lock whose run is over is taken over", "runs", "no: `unlock`"),
  ];
  const content = table(["What", ...all.map(({ name }) => name)], rows);
  return { page: "docs/servers.md", name: "servers", source: "src/github/servers.ts", content };
}

/** In which environments runs are tried, and how they end there. */
function runnersTable(): Part {
  const heads = { hello: "Hello world", branch: "Apply, state on a branch", drift: "Drift", preview: "Preview" };
  const rows = environments.map(({ name, ends = {} }) => [
    name,
    ...scenarios.map((scenario) => {
      const refused = ends[scenario];
      return refused === undefined ? "works" : `refused: ${refused.why}`;
    }),
  ]);
  const content = table(["Environment", ...scenarios.map((scenario) => heads[scenario])], rows);
  return { page: "docs/runners.md", name: "environments", source: "__tests__/e2e/environments.ts", content };
}

/** Which hosts a run reaches, and for what. */
function networkTables(): readonly Part[] {
  const place = { page: "docs/network.md", source: "src/github/reached-hosts.ts" };
  const kinds = Object.keys(servers) as readonly ServerKind[];
  const hosts = Object.values<{ what: string; variable?: string; at: { readonly [kind in ServerKind]?: string } }>(
    serverHosts,
  ).map(({ what, variable, at }) => [
    what,
    variable === undefined ? "the cache service" : `\`${variable}\``,
    ...kinds.map((kind) => hostCell(at[kind])),
  ]);
  const features = Object.values<{ what: string; reaches: readonly HostRole[]; more?: string }>(reachingFeatures).map(
    ({ what, reaches, more = "" }) => [what, reaches.map(roleWords).join(", ") || "nothing", more],
  );
  const heads = ["Host of", "Named by", ...kinds.map((kind) => servers[kind].name)];
  return [
    { ...place, name: "hosts", content: table(heads, hosts) },
    { ...place, name: "features", content: table(["What", "Reaches", "More"], features) },
  ];
}

function hostCell(host: string | undefined): string {
  if (host === undefined) return "none";
  return host.includes(".") ? `\`${host}\`` : host;
}

function roleWords(role: HostRole): string {
  return role === "own" ? "what it names" : serverHosts[role].what;
}

/** Of the example workflows, what their heads and jobs say. */
function examplesTable(): Part {
  const content = table(["File", "What it does", "Its jobs", "What each of them may do"], exampleRows(root));
  return { page: "examples/workflows/README.md", name: "workflows", source: "examples/workflows/*.yml", content };
}

/** So wide a table may be to be read as text; above that, padding would be nothing but blanks. */
const widest = 150;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heads, ...rows].map((cells) => cells.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = heads.map((_, column) => Math.max(3, ...all.map((cells) => cells[column]?.length ?? 0)));
  const pads = widths.reduce((sum, width) => sum + width + 3, 1) <= widest;
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(pads ? (widths[column] ?? 0) : 0)).join(" | ")} |`;
  const [first = "", ...others] = all.map(line);
  return [first, line(widths.map((width) => "-".repeat(pads ? width : 3))), ...others].join("\n");
}
