import type { ContextReport } from "../../../src/engine/model/report.ts";
import { taskLinks } from "../../../src/hooks/comment/links.ts";
import type { BodyOptions } from "../../../src/hooks/issue/body.ts";
import { type Findings, findingsOf } from "../../../src/hooks/issue/findings.ts";
import type { ContextKnowledge } from "../../../src/hooks/issue/model.ts";
import { commit, links, repository, server } from "../comment/samples.ts";
import { context, task } from "../samples.ts";

/** A time of a night. @param day from 1 on */
export function night(day: number): string {
  return `2026-11-${String(day).padStart(2, "0")}T03:17:00.000Z`;
}

export const bodyOptions: BodyOptions = {
  links,
  moment: { run: "4712", attempt: 1, commit, at: night(2) },
  taskLink: taskLinks(server, repository, commit),
  terminal: (name) => [`opus apply --context ${name}`],
};

export function knowledge(
  recorded: readonly string[] | undefined,
  given: Partial<ContextKnowledge> = {},
): ContextKnowledge {
  return {
    recorded: recorded && new Set(recorded),
    recordedSpec: () => undefined,
    lastRun: { id: "4711", attempt: 1, sha: commit, url: "" },
    changedAt: night(1),
    failure: undefined,
    ...given,
  };
}

/** A context as `drift` reports it. @param drifts by task */
export function looked(
  drifts: { readonly [task: string]: ContextReport["tasks"][number]["drift"] },
  given: Partial<ContextReport> = {},
): ContextReport {
  const tasks = Object.entries(drifts).map(([name, drift]) => {
    const fields = drift === "resource-changed" ? [{ path: "/content", before: "b", after: "a", drifted: true }] : [];
    return task(name, { drift, fields, status: drift === "unknown" ? "failed" : "observed", compared: "live" });
  });
  return context("prod", tasks, given);
}

export function found(
  drifts: Parameters<typeof looked>[0],
  {
    whole = true,
    recorded = Object.keys(drifts),
    ...given
  }: Partial<ContextReport> & {
    readonly whole?: boolean;
    /** Null: state was not read. */
    readonly recorded?: readonly string[] | null;
  } = {},
): Findings {
  return findingsOf(looked(drifts, given), knowledge(recorded ?? undefined), whole);
}
