import type { Failure } from "../../engine/diagnostics/diagnostic.ts";
import type { TaskState } from "../../engine/model/state-body.ts";
import type { Redactor } from "../../engine/ports/redactor.ts";
import type { Read } from "../../engine/ports/state-store.ts";
import { concealOutputs, recordedSecrets, shownOutputs } from "../../engine/recorded/outputs.ts";
import { visibleJson } from "../../engine/redaction/invisible.ts";
import { readableTemplate } from "../../engine/references/templates.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { lacksKey } from "../../state/seal/refusals.ts";
import { headOf, isSealed, writtenBy } from "../../state/snapshot/codec.ts";
import type { SurveyedContext } from "../../state/survey.ts";
import { driftLook } from "./drift-look.ts";
import type { ReportedLook } from "./drift-reports.ts";
import type { Lock, Recorded, SiteContext, SiteRun, SiteTask, TaskDetail } from "./model.ts";
import { type StatusFacts, statusOf } from "./status.ts";

export interface Gathering {
  readonly looks: readonly ReportedLook[];
  /** Whether specs and outputs are shown. */
  readonly values: boolean;
  /** How many runs of each context are shown. */
  readonly limit: number;
  readonly redactor: Pick<Redactor, "add" | "contains">;
}

/** What is shown of a context. Sensitive outputs of it are secret from then on, wherever they stand. */
export function gathered(context: SurveyedContext, gathering: Gathering): SiteContext {
  const { name, read, data, lock } = context;
  const sealed = data !== undefined && isSealed(data);
  const closed = sealed && read.state === "unavailable" && lacksKey(read.failure);
  const recorded = closed ? closedState(data) : openState(read, data, sealed, gathering);
  const runs = runsOf(context, recorded);
  const facts: StatusFacts = {
    problem: read.state === "unavailable" && !closed ? problemOf(read.failure) : null,
    sealed: closed ? "closed" : sealed ? "opened" : "no",
    recorded,
    lock: lock === undefined ? null : lockOf(lock),
    runs: runs.slice(0, gathering.limit),
    drift: driftLook(name, recorded, gathering.looks),
  };
  return {
    ...facts,
    ...statusOf(facts),
    project: oneLine(name.project),
    context: oneLine(name.context),
    olderRuns: Math.max(0, runs.length - gathering.limit),
    runsProblem: context.runs.ok ? null : oneLine(context.runs.error.message),
  };
}

function problemOf({ message }: Failure): string {
  return oneLine(message);
}

/** What is around a seal. */
function closedState(data: Uint8Array): Recorded {
  const { serial = 0, lineage = "" } = headOf(data);
  const { run, writer } = writtenBy(data);
  return { serial, lineage: oneLine(lineage), writer: oneLine(writer), runUrl: run.url, tasks: null, pending: [] };
}

function openState(
  read: Read,
  data: Uint8Array | undefined,
  sealed: boolean,
  { values, redactor }: Gathering,
): Recorded | null {
  if (read.state !== "found" || data === undefined) return null;
  const { serial, lineage, body } = read.snapshot;
  const { run, writer } = writtenBy(data);
  const entries = Object.entries(body.tasks);
  concealOutputs(recordedSecrets(entries), redactor, (text) => redactor.add(text));
  const tasks = entries.map(([name, entry]): SiteTask => {
    return { name: oneLine(name), status: entry.status, detail: sealed ? null : detailOf(entry, values) };
  });
  const pending = body.pending.map(({ task, change }) => ({ task: oneLine(task), change }));
  return { serial, lineage, writer: oneLine(writer), runUrl: run.url, tasks, pending };
}

function detailOf(entry: TaskState, values: boolean): TaskDetail {
  const { kind, createdAt, updatedAt, dependencies } = entry;
  const shown = values ? visibleJson(JSON.stringify(valuesOf(entry), null, 2)) : null;
  return { kind: oneLine(kind), createdAt, updatedAt, dependencies: dependencies.map(oneLine), values: shown };
}

/** As `opus state show` has them: nothing sensitive, and texts as people read them. */
function valuesOf(entry: TaskState) {
  const { outputs, sensitiveOutputs } = shownOutputs(entry);
  return { spec: readableTemplate(entry.spec), outputs, ...(sensitiveOutputs && { sensitiveOutputs }) };
}

/** Newest first. Of a state that was read, those that it does not have yet are left out. */
function runsOf({ runs }: SurveyedContext, recorded: Recorded | null): readonly SiteRun[] {
  if (!runs.ok) return [];
  const newest = recorded?.serial ?? Number.POSITIVE_INFINITY;
  return runs.value
    .filter(({ serial }) => serial <= newest)
    .map(({ serial, at, what, url, author, changes }) => ({
      serial,
      at,
      what: oneLine(what),
      url,
      author: isRunner(author) ? "" : oneLine(author),
      changes: changes?.map(({ task, change }) => ({ task: oneLine(task), change })) ?? null,
    }));
}

/** GitHub's own author tells nobody who it was. */
function isRunner(author: string): boolean {
  return author === "github-actions[bot]" || author === "opus";
}

function lockOf(lock: NonNullable<SurveyedContext["lock"]>): Lock {
  if (lock === "unknown") return { command: "", since: "", url: "" };
  return { command: oneLine(lock.command), since: oneLine(lock.since), url: lock.run.url };
}
