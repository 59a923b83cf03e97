import type { Counts } from "../../engine/model/report.ts";
import { planWords, plural, sumCounts } from "../rendering/labels.ts";
import { code, codeHtml, joined, link, type Markdown, md, ours, table } from "../rendering/markdown.ts";
import { countsCell } from "../summary/summary-tables.ts";
import { beginningOf, digestOf, end } from "./boundaries.ts";
import { numberLeft } from "./contexts-without-room.ts";
import { fairShares, fitted, withTexts } from "./fit.ts";
import { renderMarker } from "./marker.ts";
import { type Left, type Moment, outdatedParts, type Part, type PartFacts, type Phase, type Preview } from "./model.ts";

/** GitHub takes 65,536; what is left is for whoever edits by hand. */
export const commentLimit = 60_000;

/** Where the things are that a comment links to. */
export interface Links {
  /** Page of a run, with its job summary; undefined when it can't be told. */
  run(moment: Moment): string | undefined;
  commit(sha: string): string | undefined;
}

/**
 * A comment as it is posted. Texts of a part stand between lines that no text of ours can hold, and the marker has a
 * digest of them, so that who writes another part finds and keeps them, and nothing else.
 * @returns at most `commentLimit` characters, by cutting folds, then rows, then lines, then contexts
 */
export function renderComment(preview: Preview, links: Links): string {
  return fitted(slim(preview), commentLimit, (some) => render(some, links));
}

/** How many characters there are for the changes of each of some contexts, besides those of others. */
export function roomsForChanges(
  preview: Preview,
  contexts: ReadonlySet<string>,
  links: Links,
): ReadonlyMap<string, number> {
  const bare = render(
    withTexts(slim(preview), () => ({ changes: md`` })),
    links,
  );
  const wanted = preview.parts.map(({ facts, texts }) =>
    contexts.has(facts.context) ? Number.MAX_SAFE_INTEGER : texts.changes.length,
  );
  const shares = fairShares(wanted, commentLimit - bare.length);
  // Some for the lines around it.
  return new Map(preview.parts.map(({ facts }, index) => [facts.context, Math.max(0, (shares[index] ?? 0) - 200)]));
}

/** Without the changes one by one where they would take the room of what people read: they only explain. */
function slim(preview: Preview): Preview {
  const told = JSON.stringify(preview.parts.map(({ facts }) => facts.changes));
  if (told.length <= commentLimit / 3) return preview;
  return {
    ...preview,
    parts: preview.parts.map(({ facts, texts }) => ({ facts: { ...facts, changes: null }, texts })),
  };
}

function render({ project, parts, left }: Preview, links: Links): Markdown {
  const digests = parts.map(({ texts }) => digestOf(texts));
  const outdated = outdatedParts(parts);
  const lines = [renderMarker({ project, parts: parts.map(({ facts }) => facts), left, digests })];
  lines.push(title(project, parts, left, outdated), md``, contextTable(parts, outdated, links));
  const more = numberLeft(left);
  if (more > 0) lines.push(md``, ours(`… and ${plural(more, "more context")}, in the job summary.`));
  // First of all what must be seen, which says itself of which context it is; then the changes of each, below its name.
  parts.forEach((part, index) => {
    const there = (["callouts", "result"] as const).filter((name) => part.texts[name] !== "");
    if (there.length > 0 && outdated.has(part)) lines.push(md``, end, md``, outdatedNote(part.facts, links));
    for (const name of there) lines.push(md``, beginningOf(name, index), md``, part.texts[name]);
  });
  parts.forEach((part, index) => {
    if (part.texts.changes === "") return;
    // Neither the name nor the fold is one of the texts: whether they are there depends on the other parts.
    if (parts.length > 1) lines.push(md``, end, md``, md`### ${shownContext(part.facts)}`);
    const folded = outdated.has(part);
    if (folded) lines.push(md``, end, md``, md`<details><summary>${outdatedTitle(part.facts)}</summary>`);
    lines.push(md``, beginningOf("changes", index), md``, part.texts.changes);
    if (folded) lines.push(md``, end, md``, md`</details>`);
  });
  parts.forEach(({ texts }, index) => {
    if (texts.terminal !== "") lines.push(md``, beginningOf("terminal", index), md``, texts.terminal);
  });
  lines.push(md``, end, md``, footer(parts, outdated, links));
  return joined(lines, "\n");
}

function outdatedNote(facts: PartFacts, links: Links): Markdown {
  return md`🕓 Outdated, what ${runLink(facts.planned, links)} planned for ${shownContext(facts)}:`;
}

function outdatedTitle({ planned: { run, commit } }: PartFacts): Markdown {
  const words = run === "" ? md`an earlier run` : md`run ${codeHtml(run, 20)}`;
  return md`🕓 Outdated: the plan of ${words}${commit === "" ? md`` : md` for ${codeHtml(commit.slice(0, 7))}`}`;
}

function runLink(at: Moment, links: Links): Markdown {
  return at.run === "" ? md`an earlier run` : link(ours(`run ${at.run}`), links.run(at));
}

const icons = {
  planned: "📋",
  applying: "⏳",
  applied: "✅",
  failed: "❌",
  refused: "🚫",
  cancelled: "⏹️",
} as const satisfies { readonly [phase in Phase]: string };
const phaseWords = {
  planned: "planned",
  applying: "applying",
  applied: "applied",
  failed: "failed",
  refused: "refused, because it is not the plan that was reviewed",
  cancelled: "cancelled",
} as const satisfies { readonly [phase in Phase]: string };
const titles = {
  planned: "Plan",
  applying: "Plan being applied",
  applied: "Applied plan",
  failed: "Failed apply",
  refused: "Refused plan",
  cancelled: "Cancelled apply",
} as const satisfies { readonly [phase in Phase]: string };
// What somebody should see first comes first.
const urgency: readonly Phase[] = ["failed", "refused", "cancelled", "applying", "planned", "applied"];

/** The verdict: what stands in a mail, or on a phone before anything else. */
function title(project: string, parts: readonly Part[], left: Left, outdated: ReadonlySet<Part>): Markdown {
  const { named, unnamed } = left;
  const shown = parts.map((part) => part.facts);
  // What is outdated counts for nothing.
  const facts = [...parts.filter((part) => !outdated.has(part)).map((part) => part.facts), ...named];
  const failed = facts.filter(({ failure, phase }) => failure !== null && phase === "planned");
  const phase = urgency.find((one) => facts.some((fact) => fact.phase === one)) ?? "planned";
  const failures = failed.length + unnamed.failed;
  const all = sumCounts([...facts, unnamed]);
  const idle = phase === "planned" && isNothing(all);
  const icon = failures > 0 ? "❌" : idle ? "✅" : icons[phase];
  const what =
    failures === 0
      ? ours(planWords(all))
      : failures === facts.length + unnamed.number
        ? md`could not be made${reasons(failed)}`
        : md`${ours(planWords(all))}, and ${ours(plural(failures, "context"))} that could not be planned`;
  return md`## ${icon} ${titles[phase]} ${ownCommands([...shown, ...named])}for ${code(project, 100)}: ${what}`;
}

/** What is planned where that is not `apply`. */
function ownCommands(facts: readonly Pick<PartFacts, "command">[]): Markdown {
  const own = [...new Set(facts.map(({ command }) => command))].filter((command) => command !== "apply");
  if (own.length === 0) return md``;
  const commands = own.map((command) => code(command, 60));
  return md`of ${joined(commands, ", ")} `;
}

function isNothing({ create, update, replace, adopt, forget, failed, skipped, unknown, ...rest }: Counts): boolean {
  return create + update + replace + rest.delete + adopt + forget + failed + skipped + unknown === 0;
}

function reasons(failed: readonly Pick<PartFacts, "failure">[]): Markdown {
  const all = new Set(failed.flatMap(({ failure }) => (failure === null ? [] : [md`${failure}`])));
  return md` (${joined([...all], ", ")})`;
}

/** Three columns: a phone shows no more. */
function contextTable(parts: readonly Part[], outdated: ReadonlySet<Part>, links: Links): Markdown {
  const rows = parts.map((part) => {
    const { facts } = part;
    return [shownContext(facts), hasCounts(facts) ? countsCell(facts.counts) : md`–`, status(part, outdated, links)];
  });
  return table([md`Context`, md`Plan`, md`Status`], rows);
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
      : md`${icons[phase]} ${phase}`;
  return link(words, links.run(ended ?? planned));
}

function shownContext({ context }: PartFacts): Markdown {
  return context === "" ? md`before any context` : code(context, 100);
}

/** Says who planned what, and what became of it. Contexts with the same to say share a line. */
function footer(parts: readonly Part[], outdated: ReadonlySet<Part>, links: Links): Markdown {
  const lines = new Map<Markdown, Markdown[]>();
  for (const part of parts) {
    const { facts } = part;
    const made =
      facts.digest === null && facts.failure !== null
        ? md`❌ not planned`
        : outdated.has(part)
          ? md`🕓 outdated, planned`
          : md`📋 planned`;
    const signed = facts.seal === null ? "" : ", signed";
    const digest = facts.digest === null ? [] : [md`as ${code(shown(facts.digest))}${signed}`];
    const line = joined([made, ...moment(facts.planned, links), ...digest], " ");
    const then = facts.phase === "planned" ? "" : md`; ${became(facts.phase, facts.ended, links)}`;
    const key = md`${line}${then}`;
    lines.set(key, [...(lines.get(key) ?? []), shownContext(facts)]);
  }
  const told = [...lines].map(([line, contexts]) => (lines.size === 1 ? line : md`${joined(contexts, ", ")}: ${line}`));
  return md`---\n<sub>${joined(told, "<br>")}</sub>`;
}

function became(phase: Phase, ended: Moment | null, links: Links): Markdown {
  return joined([md`${icons[phase]} ${phaseWords[phase]}`, ...(ended ? moment(ended, links) : [])], " ");
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
