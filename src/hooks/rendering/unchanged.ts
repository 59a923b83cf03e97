import type { TaskReport } from "../../engine/model/report.ts";
import { isGate, isNoteworthy, isRecordedOnly } from "./labels.ts";
import { code, details, inline, joined, type Markdown, md } from "./markdown.ts";

/** Tasks of which there is nothing to tell, folded: what stays as it is, and gates that keep nobody waiting. */
export interface Unchanged {
  /** Empty where there are none. */
  readonly text: Markdown;
  readonly count: number;
}

/** The fold with all that is neither changed nor to be seen. */
export function unchangedFold(all: readonly TaskReport[]): Unchanged {
  const idle = all.filter(
    (task) => task.change === "noop" && task.status !== "observed" && !isNoteworthy(task) && !isRecordedOnly(task),
  );
  if (idle.length === 0) return { text: md``, count: 0 };
  const gates = idle.filter(isGate);
  const rest = idle.length - gates.length;
  const title = [
    ...(rest > 0 ? [md`Unchanged: ${rest}`] : []),
    ...(gates.length > 0 ? [md`Gates: ${gates.length}`] : []),
  ];
  const names = idle.map((task) => {
    const state = isGate(task) ? md` ${inline(task.reason, 100)}` : md``;
    return md`${code(task.name, 100)} (${inline(task.kind, 60)})${state}`;
  });
  return { text: details(joined(title, ", "), joined(names, ", ")), count: idle.length };
}
