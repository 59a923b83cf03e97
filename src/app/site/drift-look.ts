import type { ContextReport, TaskReport } from "../../engine/model/report.ts";
import type { StateName } from "../../engine/ports/state-store.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { hasFailed, isDrifted } from "../../hooks/rendering/labels.ts";
import type { ReportedLook } from "./drift-reports.ts";
import type { DriftLook, Recorded } from "./model.ts";

/** Reasons with which a context fails although all of it was looked at. */
const looked: ReadonlySet<string | null> = new Set([null, "drift-detected", "changes-pending"]);

/**
 * What the newest report tells of a context.
 * @returns null: no report is of this context
 */
export function driftLook(
  { project, context }: StateName,
  recorded: Recorded | null,
  looks: readonly ReportedLook[],
): DriftLook | null {
  const own = looks.filter((look) => look.project === project && look.context.name === context);
  const [newest] = [...own].sort((one, other) => (one.at < other.at ? 1 : -1));
  if (newest === undefined || recorded === null) return null;
  const { at, context: report } = newest;
  const { serial, lineage } = report.state;
  const drifted = report.tasks.filter(isDrifted);
  const unknown = report.tasks.filter((task) => !isDrifted(task) && !wasSeen(task));
  const unobservable = report.tasks.filter(({ drift }) => drift === "unobservable").length;
  return {
    at,
    serial,
    outdated: lineage !== recorded.lineage || serial !== recorded.serial,
    failure: looked.has(report.failureReason) ? null : report.failureReason,
    drifted: drifted.map(({ name, drift, gate }) => ({ task: oneLine(name), drift: gate ? "does not hold" : drift })),
    inSync: report.tasks.length - drifted.length - unknown.length - unobservable,
    unknown: unknown.map(({ name }) => oneLine(name)),
    unobservable,
    leftOut: leftOut(recorded, report),
  };
}

function wasSeen(task: TaskReport): boolean {
  return task.drift !== "unknown" && task.status === "observed" && !hasFailed(task);
}

function leftOut({ tasks }: Recorded, report: ContextReport): number | null {
  if (tasks === null) return null;
  const reported = new Set(report.tasks.map(({ name }) => oneLine(name)));
  return tasks.filter(({ name }) => !reported.has(name)).length;
}
