import type { TaskReport } from "../../engine/model/report.ts";
import { isDrifted, plural } from "./labels.ts";

/** `1 resource drifted, 1 changed in the manifest, 3 in sync`: what `drift` and `describe` found. */
export function driftWords(tasks: readonly TaskReport[]): string {
  const number = (test: (task: TaskReport) => boolean) => tasks.filter(test).length;
  const closed = number(isClosed);
  const drifted = number(isDrifted) - closed;
  const counts: readonly (readonly [count: number, words: string])[] = [
    [closed, closed === 1 ? "does not hold" : "do not hold"],
    [number(({ drift }) => drift === "spec-changed" || drift === "both"), "changed in the manifest"],
    [number(({ drift }) => drift === "untracked"), "never applied"],
    [number(({ drift }) => drift === "unobservable"), "can't be observed"],
    [number(({ drift }) => drift === "unknown"), "unknown"],
  ];
  return [
    drifted === 0 ? "no resource drifted" : `${plural(drifted, "resource")} drifted`,
    ...counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`),
    `${number(({ drift }) => drift === "in-sync")} in sync`,
  ].join(", ");
}

/** True when somebody should look: something drifted, does not hold, or could not be seen. */
export function hasDrift(tasks: readonly TaskReport[]): boolean {
  return tasks.some((task) => isDrifted(task) || task.drift === "unknown");
}

/** Which way a task is not in sync, with its sign: who changed it, or why nobody can tell. */
export function driftWay(task: TaskReport): { readonly icon: DriftIcon; readonly words: string } {
  const { drift, reason, error } = task;
  if (isClosed(task)) return { icon: "🚦", words: reason };
  switch (drift) {
    case "resource-changed":
      return { icon: "⚠️", words: changedWords(task) };
    case "missing":
      return { icon: "⚠️", words: "gone, removed outside opus" };
    case "both":
      return { icon: "⚠️", words: `${changedWords(task)}, and in the manifest` };
    case "spec-changed":
      return { icon: "✏️", words: reason === "left the manifest" ? reason : "changed in the manifest" };
    case "untracked":
      return { icon: "▫️", words: "never applied" };
    case "unobservable":
      return { icon: "▫️", words: reason === "" ? "can't be observed" : reason };
    case "unknown":
      return { icon: "❓", words: error?.message ?? reason };
    case "in-sync":
      return { icon: "▫️", words: "in sync" };
  }
}

/** Left by a change of opus that did not end, as far as anybody can tell. */
export function isUnfinished({ fields }: Pick<TaskReport, "fields">): boolean {
  return fields.some(({ unfinished }) => unfinished);
}

function changedWords(task: TaskReport): string {
  return isUnfinished(task) ? "left by a change of opus that did not end" : "changed outside opus";
}

type DriftIcon = "🚦" | "⚠️" | "✏️" | "▫️" | "❓";

function isClosed(task: TaskReport): boolean {
  return isDrifted(task) && task.gate !== undefined;
}
