import { firstOf } from "../../engine/text/listed.ts";
import { code, codeHtml, joined, link, type Markdown, md, ours } from "../rendering/markdown.ts";
import { contextCode, countsCell } from "../summary/summary-tables.ts";
import type { Moment, Part, PartFacts, Phase } from "./model.ts";
import { phaseIcons } from "./verdict.ts";

/** Where the things are that a comment links to. */
export interface Links {
  /** Page of a run, with its job summary; undefined when it can't be told. */
  run(moment: Moment): string | undefined;
  commit(sha: string): string | undefined;
}

/** So many contexts that share a line are named. */
const mostNamed = 8;
const phaseWords = {
  planned: "planned",
  applying: "applying",
  applied: "applied",
  failed: "failed",
  refused: "refused, because it is not the plan that was reviewed",
  cancelled: "cancelled",
} as const satisfies { readonly [phase in Phase]: string };

/** Stands above what an older run said. */
export function outdatedNote(facts: PartFacts, links: Links): Markdown {
  return md`🕓 Outdated, what ${runLink(facts.planned, links)} planned for ${shownContext(facts)}:`;
}

/** The title of the fold around what an older run planned. */
export function outdatedTitle({ planned: { run, commit } }: PartFacts): Markdown {
  const words = run === "" ? md`an earlier run` : md`run ${codeHtml(run, 20)}`;
  return md`🕓 Outdated: the plan of ${words}${commit === "" ? md`` : md` for ${codeHtml(commit.slice(0, 7))}`}`;
}

function runLink(at: Moment, links: Links): Markdown {
  return at.run === "" ? md`an earlier run` : link(ours(`run ${at.run}`), links.run(at));
}

/** The cells of what was planned, and of what became of it. */
export function planCells(part: Part, outdated: ReadonlySet<Part>, links: Links): readonly [Markdown, Markdown] {
  const { counts, phase } = part.facts;
  return [hasCounts(part.facts) ? countsCell(counts, phase !== "planned") : md`–`, status(part, outdated, links)];
}

/** False for a context that failed before it knew of a task. */
function hasCounts({ failure, counts }: PartFacts): boolean {
  return failure === null || Object.values(counts).some((count) => count > 0);
}

function status(part: Part, outdated: ReadonlySet<Part>, links: Links): Markdown {
  const { failure, phase, planned, ended } = part.facts;
  if (outdated.has(part)) return md`🕓 outdated, of ${runLink(planned, links)}`;
  const words =
    phase === "planned"
      ? failure === null
        ? md`📋 planned`
        : failure === "guarded" || failure === "policy"
          ? md`🛑 ${failure}`
          : md`❌ ${failure}`
      : md`${phaseIcons[phase]} ${phase}`;
  return link(words, links.run(ended ?? planned));
}

/** The name of a context, after that of its project where there are several. */
export function shownContext({ project, context }: Pick<PartFacts, "project" | "context">): Markdown {
  if (context !== "") return contextCode({ name: context, ...(project === undefined ? {} : { project }) });
  return project ? md`${code(project, 100)} before any context` : md`before any context`;
}

/** Says who planned what, and what became of it. Contexts with the same to say share a line. */
export function footer(parts: readonly Part[], outdated: ReadonlySet<Part>, links: Links): Markdown {
  const lines = new Map<Markdown, Markdown[]>();
  for (const part of parts) {
    const { facts } = part;
    const made =
      facts.digest === null && facts.failure !== null
        ? md`❌ not planned`
        : outdated.has(part)
          ? md`🕓 outdated, planned`
          : md`📋 planned`;
    const signed = facts.seal === null ? md`` : facts.project === undefined ? md`, signed` : md`signed`;
    // Of several projects they would be a line each.
    const said = facts.project === undefined ? md`as ${code(shown(facts.digest ?? ""))}${signed}` : signed;
    const digest = facts.digest === null || said === "" ? [] : [said];
    const line = joined([made, ...moment(facts.planned, links), ...digest], " ");
    const then = facts.phase === "planned" ? "" : md`; ${became(facts.phase, facts.ended, links)}`;
    const key = md`${line}${then}`;
    lines.set(key, [...(lines.get(key) ?? []), shownContext(facts)]);
  }
  const told = [...lines].map(([line, contexts]) => (lines.size === 1 ? line : md`${named(contexts)}: ${line}`));
  return md`---\n<sub>${joined(told, "<br>")}</sub>`;
}

function named(contexts: readonly Markdown[]): Markdown {
  return joined(
    firstOf(contexts, mostNamed, (more) => md`${more} more`),
    ", ",
  );
}

function became(phase: Phase, ended: Moment | null, links: Links): Markdown {
  return joined([md`${phaseIcons[phase]} ${phaseWords[phase]}`, ...(ended ? moment(ended, links) : [])], " ");
}

/** `sha256:0123456789ab` */
function shown(digest: string): string {
  const at = digest.indexOf(":");
  return `${digest.slice(0, at)}:${digest.slice(at + 1, at + 13)}`;
}

function moment({ run, attempt, commit, at }: Moment, links: Links): Markdown[] {
  const said: Markdown[] = [];
  if (commit !== "") said.push(md`for ${link(code(commit.slice(0, 7)), links.commit(commit))}`);
  if (run !== "") {
    const words = attempt > 1 ? `run ${run}, attempt ${attempt}` : `run ${run}`;
    said.push(md`in ${link(ours(words), links.run({ run, attempt, commit, at }))}`);
  }
  said.push(ours(`at ${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`));
  return said;
}
