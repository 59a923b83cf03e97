import type { TaskReport } from "../../engine/model/report.ts";
import type { RunInfo } from "../../engine/model/run-info.ts";
import { commentLimit } from "../comment/body.ts";
import type { Links } from "../comment/footer.ts";
import type { Moment } from "../comment/model.ts";
import type { TaskLink } from "../comment/render-part.ts";
import { fieldNames } from "../rendering/field-labels.ts";
import { code, fenced, inline, joined, link, type Markdown, md, table } from "../rendering/markdown.ts";
import type { Findings } from "./findings.ts";
import { renderMarker } from "./marker.ts";
import type { Drifting, IssueFacts } from "./model.ts";
import { sidesFold } from "./sides.ts";
import { shownDay, shownTime } from "./times.ts";

/** What the body of an issue is made with. */
export interface BodyOptions {
  readonly links: Links;
  /** Of this run, now. */
  readonly moment: Moment;
  taskLink: TaskLink;
  /** Lines for a terminal that put back what drifted; none where no terminal gets at the state. */
  terminal(context: string): readonly string[];
}

/** Rows of the table; of more, the number is told. */
const mostRows = 100;
const mostUnknown = 20;

/**
 * The body of an open issue: short at the top, details in folds. What does not fit is left out, folds first.
 * @param facts what its hidden line says
 */
export function renderBody(facts: IssueFacts, findings: Findings, options: BodyOptions): Markdown {
  const marker = renderMarker(facts);
  const [first = md``, ...also] = head(facts, findings, options);
  const mending = resources(facts) === 0 ? [] : advice(facts, options);
  const last = foot(findings, options);
  const whole = (parts: readonly Markdown[]): Markdown => joined([md`${marker}\n${first}`, ...also, ...parts], "\n\n");
  const fits = (parts: readonly Markdown[]): boolean => whole(parts).length <= commentLimit;
  for (const rows of [mostRows, 20, 5]) {
    const told = [...driftTable(facts, findings, rows), ...unknownTasks(findings), ...mending];
    if (!fits([...told, ...last])) continue;
    return whole([...told, ...foldsWithin((folds) => fits([...told, ...folds, ...last]), findings, options), ...last]);
  }
  return whole(mending);
}

/** The body of an issue that is closed. */
export function renderClosed(facts: IssueFacts, words: Markdown): Markdown {
  return md`${renderMarker(facts)}\n${words}`;
}

/** `2 resources of prod are not as opus left them`, with what else must be seen at once. */
function head(facts: IssueFacts, { about }: Findings, { links, moment }: BodyOptions): readonly Markdown[] {
  const context = code(facts.context);
  const count = resources(facts);
  const gates = facts.tasks.size + facts.more - count;
  const run = runLink(moment, links);
  const parts: Markdown[] = [];
  if (count > 0)
    parts.push(
      md`**${count} ${count === 1 ? "resource" : "resources"} of ${context} ${count === 1 ? "is" : "are"} not as opus left ${count === 1 ? "it" : "them"}**, since ${shownTime(facts.since)}.`,
    );
  if (gates > 0)
    parts.push(
      md`**${gates} ${gates === 1 ? "gate" : "gates"} of ${context} ${gates === 1 ? "does" : "do"} not hold**.`,
    );
  if (facts.failure !== null) {
    const why = about.failure === undefined ? "" : md`: ${inline(about.failure, 400)}`;
    parts.push(md`**${context} could not be looked at** by ${run}: ${code(facts.failure)}${why}`);
  }
  if (count + gates === 0 && facts.failure === null)
    parts.push(
      md`**Nothing of ${context} is known to drift any more**, but not all of it could be looked at by ${run}.`,
    );
  return parts;
}

/** How many resources drifted: all that is told, but for gates, which no command puts back. */
function resources({ tasks, more }: IssueFacts): number {
  return [...tasks.values()].filter(({ way }) => way !== "not-holding").length + more;
}

function driftTable({ tasks, more }: IssueFacts, findings: Findings, most: number): readonly Markdown[] {
  if (tasks.size === 0) return [];
  const reports = new Map(findings.reports.map((task) => [task.name, task]));
  const rows = [...tasks]
    .slice(0, most)
    .map(([name, one]) => [code(name, 80), whatHappened(one, reports.get(name), findings), shownDay(one.since)]);
  const left = tasks.size + more - rows.length;
  const shown = table([md`Task`, md`What`, md`Since`], rows);
  return left > 0 ? [shown, md`… and ${left} more. The job summary has all of them.`] : [shown];
}

function whatHappened({ way }: Drifting, task: TaskReport | undefined, { sealed }: Findings): Markdown {
  const isGate = way === "not-holding";
  const what = isGate
    ? md`does not hold`
    : way === "missing"
      ? md`gone`
      : way === "both"
        ? md`changed, and so is the manifest`
        : md`changed`;
  if (task === undefined) return md`${what}; not seen this time`;
  if (isGate) return sealed ? what : inline(task.reason, 200);
  const drifted = task.fields.filter((field) => field.drifted);
  if (sealed || way === "missing" || drifted.length === 0) return what;
  return md`${what}: ${code(fieldNames({ fields: drifted }, 80), 80)}`;
}

function unknownTasks({ unknown, sealed }: Findings): readonly Markdown[] {
  if (unknown.length === 0) return [];
  const lines = unknown.slice(0, mostUnknown).map(({ name, reason, error }) => {
    const why = sealed ? "" : (error?.message ?? reason);
    return why === "" ? md`- ${code(name, 80)}` : md`- ${code(name, 80)}: ${inline(why, 200)}`;
  });
  const more = unknown.length - lines.length;
  const rest = more > 0 ? [md`- … and ${more} more`] : [];
  return [joined([md`Could not be looked at, so the issue stays open:\n`, ...lines, ...rest], "\n")];
}

function advice(facts: IssueFacts, { terminal }: BodyOptions): readonly Markdown[] {
  const { context } = facts;
  const lines = terminal(context);
  const count = resources(facts);
  const back = count === 1 ? md`it` : md`them`;
  const keep = md`To keep what is there, change the manifest to it, and apply that.`;
  if (lines.length === 0) return [md`To put ${back} back, run the workflow that applies ${code(context)}. ${keep}`];
  return [md`To put ${back} back, run the workflow that applies ${code(context)}, or:`, fenced(lines, "sh"), keep];
}

/** As many tasks as there is room for. Of what is sealed, names are all that is told. */
function foldsWithin(
  fits: (folds: readonly Markdown[]) => boolean,
  { reports, sealed, about }: Findings,
  { taskLink }: BodyOptions,
): readonly Markdown[] {
  const folds: Markdown[] = [];
  if (sealed) return folds;
  for (const task of reports.slice(0, mostRows)) {
    folds.push(sidesFold(task, about.recordedSpec(task.name), taskLink(task)));
    if (fits(folds)) continue;
    folds.pop();
    break;
  }
  return folds;
}

function foot({ about, whole }: Findings, { links, moment }: BodyOptions): readonly Markdown[] {
  const { lastRun, changedAt } = about;
  const when = changedAt === undefined ? "" : md`, ${shownTime(changedAt)}`;
  const applied = lastRun === undefined ? [] : [md`Last applied by ${appliedBy(lastRun, links)}${when}.`];
  const part = whole ? "" : md` (only a part of it)`;
  const seen = md`Last look${part}: ${runLink(moment, links)}, ${shownTime(moment.at)}.`;
  return [
    joined([...applied, seen], "<br>"),
    md`opus keeps this issue up to date, and closes it when nothing drifts any more. Closed by hand, it is opened again while the drift goes on.`,
  ];
}

function appliedBy({ id, attempt, sha }: RunInfo, links: Links): Markdown {
  const run =
    id === "" ? md`a run outside of GitHub Actions` : runLink({ run: id, attempt, commit: sha, at: "" }, links);
  return sha === "" ? run : md`${run} from commit ${commitLink(sha, links)}`;
}

/** A link to the run, with its number. */
export function runLink(moment: Moment, links: Links): Markdown {
  if (moment.run === "") return md`this run`;
  return link(md`run ${inline(moment.run, 30)}`, links.run(moment));
}

function commitLink(sha: string, links: Links): Markdown {
  return link(code(sha.slice(0, 7)), links.commit(sha));
}
