import type { TaskReport } from "../../engine/model/report.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { failureWords, hasFailed, isDestructive, isGate, isNoteworthy } from "../rendering/labels.ts";
import { fenced, type Markdown } from "../rendering/markdown.ts";

/** What GitHub draws: mermaid stops at 50,000 characters and 500 edges. */
const maxNodes = 200;
const maxEdges = 450;
const maxCharacters = 48_000;

// Text and fill are both given, so that neither a light nor a dark page decides what can be read.
const classes = {
  create: "fill:#dafbe1,stroke:#1a7f37,color:#0a3d1a",
  update: "fill:#fff8c5,stroke:#9a6700,color:#3b2300",
  replace: "fill:#ffe2cc,stroke:#bc4c00,color:#4a1d00",
  delete: "fill:#ffebe9,stroke:#cf222e,color:#5c0610",
  adopt: "fill:#ddf4ff,stroke:#0969da,color:#032b5c",
  forget: "fill:#eaeef2,stroke:#59636e,color:#24292f",
  skipped: "fill:#eaeef2,stroke:#59636e,color:#24292f,stroke-dasharray:4 3",
  failed: "fill:#cf222e,stroke:#5c0610,color:#ffffff,stroke-width:3px",
} as const;
type ClassName = keyof typeof classes;

export interface Graph {
  /** A fenced mermaid block. */
  readonly markdown: Markdown;
  /** Changed tasks and dependencies between them for which there was no room. */
  readonly leftOut: { readonly tasks: number; readonly dependencies: number };
}

/** The changed tasks of a context and what depends on what among them; undefined when none changed. */
export function renderGraph(tasks: readonly TaskReport[]): Graph | undefined {
  const changed = tasks.filter(isNoteworthy);
  if (changed.length === 0) return undefined;
  let nodes = maxNodes;
  for (;;) {
    const graph = draw(changed, nodes);
    if (graph.markdown.length <= maxCharacters || nodes <= 1) return graph;
    nodes = Math.floor(nodes / 2);
  }
}

function draw(changed: readonly TaskReport[], limit: number): Graph {
  const shown = choose(changed, limit);
  const ids = new Map(shown.map((task, index) => [task.name, `n${index}`]));
  const used = new Set<ClassName>();
  const lines = ["flowchart LR"];
  for (const task of shown) {
    const style = classOf(task);
    used.add(style);
    // No leading symbol: mermaid takes `- x` and `+ x` for lists, which it refuses to draw.
    lines.push(`  ${ids.get(task.name)}["${label(task.name)}<br/>${caption(task)}"]:::${style}`);
  }
  let edges = 0;
  let lostEdges = 0;
  const changedNames = new Set(changed.map(({ name }) => name));
  for (const task of changed) {
    const to = ids.get(task.name);
    for (const dependency of new Set(task.dependencies)) {
      if (!changedNames.has(dependency)) continue;
      const from = ids.get(dependency);
      if (from === undefined || to === undefined || edges >= maxEdges) lostEdges++;
      else {
        lines.push(`  ${from} --> ${to}`);
        edges++;
      }
    }
  }
  for (const style of used) lines.push(`  classDef ${style} ${classes[style]}`);
  return {
    markdown: fenced(lines, "mermaid"),
    leftOut: { tasks: changed.length - shown.length, dependencies: lostEdges },
  };
}

/** Failed and destructive tasks first when there are too many, but always in the order of the run. */
function choose(tasks: readonly TaskReport[], limit: number): readonly TaskReport[] {
  if (tasks.length <= limit) return tasks;
  const important = tasks.filter((task) => hasFailed(task) || isDestructive(task));
  const rest = tasks.filter((task) => !hasFailed(task) && !isDestructive(task));
  const chosen = new Set([...important, ...rest].slice(0, limit));
  return tasks.filter((task) => chosen.has(task));
}

function classOf(task: TaskReport): ClassName {
  if (hasFailed(task)) return "failed";
  if (task.status === "skipped" || task.change === "noop" || task.change === "none") return "skipped";
  return task.change;
}

function caption(task: TaskReport): string {
  if (hasFailed(task)) return failureWords(task).replaceAll(":", ",");
  const what = isGate(task) ? "gate" : task.change;
  return task.status === "skipped" || task.status === "cancelled" ? `${what} ${task.status}` : what;
}

/** A task's name inside a quoted label: whatever is not a letter, a digit or harmless becomes mermaid's entity. */
function label(name: string): string {
  const characters = [...oneLine(name)];
  const shown = characters
    .slice(0, 60)
    .map((character) => (/^[\p{L}\p{N}._ -]$/u.test(character) ? character : `#${character.codePointAt(0)};`));
  return characters.length > 60 ? `${shown.join("")}…` : shown.join("");
}
