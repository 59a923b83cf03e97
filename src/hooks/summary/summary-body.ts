import type { ContextReport, RunReport, TaskReport } from "../../engine/model/report.ts";
import { append } from "../rendering/append.ts";
import { describedLines } from "../rendering/description.ts";
import { toldFields } from "../rendering/field-labels.ts";
import { carriedOutBy, hasFailed, isDestructive, isNoteworthy, isObservation, plural } from "../rendering/labels.ts";
import {
  bytes,
  code,
  codeHtml,
  details,
  fenced,
  inline,
  inlineHtml,
  joined,
  type Markdown,
  md,
  rowBytes,
  table,
} from "../rendering/markdown.ts";
import { withShortDigests } from "../rendering/short-digests.ts";
import { unchangedFold } from "../rendering/unchanged.ts";
import { renderGraph } from "./graph-render.ts";
import {
  changeHeads,
  changeRow,
  checksumLine,
  contextTitle,
  describeHeads,
  describeRow,
  driftHeads,
  driftRow,
} from "./summary-tables.ts";
import { openLines, taskFold } from "./task-fold.ts";

/** What of the body is there, and what was left out of it, in words. */
export interface Body {
  readonly text: Markdown;
  readonly leftOut: readonly Markdown[];
}

/** The parts of one context, filled in by importance and put together in the order of reading. */
interface Parts {
  readonly context: ContextReport;
  rows: Markdown;
  graph: Markdown;
  fields: Markdown;
  descriptions: Markdown;
  unchanged: Markdown;
}

/**
 * All that may be cut: rows, graph, fields, descriptions, unchanged tasks, each for every context before the next.
 * @param budgetBytes bytes that it may take; may be negative
 */
export function renderBody(report: RunReport, budgetBytes: number): Body {
  const { contexts } = report;
  const fillFields = fieldsFilledIn(carriedOutBy(report));
  const room = new Room(budgetBytes);
  const empty = { rows: md``, graph: md``, fields: md``, descriptions: md``, unchanged: md`` };
  const all: Parts[] = contexts.map((context) => ({ context, ...empty }));
  // Titles and blank lines between the parts.
  for (const { context } of all) room.take(bytes(contextTitle(context)) + 40);
  const leftOut: Markdown[] = [];
  for (const fill of [fillRows, fillGraphs, fillFields, fillDescriptions, fillUnchanged]) {
    const lost = fill(all, room);
    append(leftOut, lost);
    // What matters less than something that did not fit does not take its place.
    if (lost.length > 0) room.close();
  }
  const texts = all.flatMap(({ context, rows, graph, fields, descriptions, unchanged }) => {
    const filled = [rows, graph, fields, descriptions, unchanged].filter((part) => part !== "");
    if (filled.length > 0 && contexts.length > 1) filled.unshift(contextTitle(context));
    return filled;
  });
  return { text: joined(texts, "\n\n"), leftOut };
}

/** Bytes that are left. */
class Room {
  #left: number;
  constructor(left: number) {
    this.#left = left;
  }

  get left(): number {
    return this.#left;
  }

  close(): void {
    this.#left = 0;
  }

  /** Takes the bytes when they are there. */
  take(size: number): boolean {
    if (size > this.#left) return false;
    this.#left -= size;
    return true;
  }
}

function fillRows(all: readonly Parts[], room: Room): Markdown[] {
  let lost = 0;
  for (const parts of all) {
    const { tasks } = parts.context;
    const described = tasks.some(({ description }) => description !== undefined);
    const observed = isObservation([parts.context]);
    const shown = described
      ? tasks
      : observed
        ? tasks.filter(({ drift }) => drift !== "in-sync")
        : tasks.filter(isNoteworthy);
    if (shown.length === 0) continue;
    const executed = tasks.some(({ status }) => status !== "planned" && status !== "observed");
    const heads = described ? describeHeads : observed ? driftHeads : changeHeads(executed);
    const toRow = (task: TaskReport): Markdown[] =>
      described ? describeRow(task) : observed ? driftRow(task) : changeRow(task, executed);
    const kept = new Map<TaskReport, Markdown[]>();
    let full = !room.take(bytes(table(heads, [])) + 2);
    // Destructive and failed ones first: they are named above, and their rows say more.
    const important = shown.filter((task) => isDestructive(task) || hasFailed(task));
    const rest = shown.filter((task) => !isDestructive(task) && !hasFailed(task));
    for (const task of [...important, ...rest]) {
      const row = full ? [] : toRow(task);
      full ||= !room.take(rowBytes(row));
      if (full) lost++;
      else kept.set(task, row);
    }
    if (kept.size > 0)
      parts.rows = table(
        heads,
        shown.flatMap((task) => (kept.has(task) ? [kept.get(task) ?? []] : [])),
      );
  }
  return lost === 0 ? [] : [inline(plural(lost, "row"))];
}

function fillGraphs(all: readonly Parts[], room: Room): Markdown[] {
  const leftOut: Markdown[] = [];
  for (const parts of all) {
    const graph = isObservation([parts.context]) ? undefined : renderGraph(parts.context.tasks);
    if (!graph) continue;
    const { tasks, dependencies } = graph.leftOut;
    const lost: string[] = [];
    if (tasks > 0) lost.push(plural(tasks, "changed task"));
    if (dependencies > 0) lost.push(dependencies === 1 ? "1 dependency" : `${dependencies} dependencies`);
    const note = lost.length === 0 ? "" : md`\n\nNot in the graph: ${inline(lost.join(" and "))}.`;
    const markdown = md`${graph.markdown}${note}`;
    if (room.take(bytes(markdown) + 4)) parts.graph = markdown;
    else leftOut.push(md`the graph of ${code(parts.context.name, 60)}`);
  }
  return leftOut.length > 3 ? [inline(plural(leftOut.length, "graph"))] : leftOut;
}

/** @param command what carries a plan out */
const fieldsFilledIn =
  (command: string) =>
  (all: readonly Parts[], room: Room): Markdown[] => {
    const tasks = all.flatMap((parts) =>
      parts.context.tasks.filter((task) => toldFields(task).length > 0).map((task) => ({ parts, task })),
    );
    // First the names of all fields, so that values of the first tasks don't push out the fields of the last.
    const heads = new Map<TaskReport, Markdown>();
    let lostTasks = 0;
    for (const { task } of tasks) {
      const head = taskFold(task, { values: false });
      if (lostTasks === 0 && room.take(bytes(head) + 2)) heads.set(task, head);
      else lostTasks++;
    }
    let lostBodies = 0;
    // Once several did not fit the room is all but full, and comparing goes on for nothing.
    const enough = 20;
    let open = openLines;
    for (const [task, head] of heads) {
      const body =
        room.left > 0 && lostBodies < enough ? taskFold(task, { values: true, command, opens: open > 0 }) : undefined;
      if (body !== undefined && room.take(Math.max(0, bytes(body) - bytes(head)))) {
        heads.set(task, body);
        if (body.startsWith("<details open>")) open -= body.split("\n").length;
      } else lostBodies++;
    }
    for (const parts of all) {
      parts.fields = joined(
        parts.context.tasks.flatMap((task) => heads.get(task) ?? []),
        "\n\n",
      );
    }
    const leftOut: Markdown[] = [];
    if (lostBodies > 0) leftOut.push(inline(`values of fields of ${plural(lostBodies, "task")}`));
    if (lostTasks > 0) leftOut.push(inline(`fields of ${plural(lostTasks, "task")}`));
    return leftOut;
  };

/** What `describe` found, folded. */
function fillDescriptions(all: readonly Parts[], room: Room): Markdown[] {
  let lost = 0;
  for (const parts of all) {
    const folded: Markdown[] = [];
    for (const task of parts.context.tasks) {
      const lines = [...describedLines(task), ...[checksumLine(task) ?? []].flat()].map(withShortDigests);
      if (lines.length === 0) continue;
      const text = details(md`${codeHtml(task.name, 200)} ${inlineHtml(task.kind, 60)}`, fenced(lines, "text"));
      if (lost === 0 && room.take(bytes(text) + 2)) folded.push(text);
      else lost++;
    }
    parts.descriptions = joined(folded, "\n\n");
  }
  return lost === 0 ? [] : [inline(`what is recorded and live of ${plural(lost, "task")}`)];
}

function fillUnchanged(all: readonly Parts[], room: Room): Markdown[] {
  let lost = 0;
  for (const parts of all) {
    const { text, count } = unchangedFold(parts.context.tasks);
    if (count === 0) continue;
    if (room.take(bytes(text) + 4)) parts.unchanged = text;
    else lost += count;
  }
  return lost === 0 ? [] : [inline(`the list of ${plural(lost, "unchanged task")}`)];
}
