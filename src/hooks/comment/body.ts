import type { Counts } from "../../engine/model.ts";
import { code, table } from "../markdown.ts";
import { countColumns } from "../summary-tables.ts";
import { planWords, plural, sumCounts } from "../words.ts";
import { readMarker, renderMarker } from "./marker.ts";
import type { Moment, Part, PartFacts, PartTexts, Phase, Preview } from "./model.ts";

/** GitHub takes 65,536; what is left is for whoever edits by hand. */
export const commentLimit = 60_000;

/** Where the things are that a comment links to. */
export interface Links {
  /** Page of a run, with its job summary; undefined when it can't be told. */
  run(moment: Moment): string | undefined;
  commit(sha: string): string | undefined;
}

const end = "<!-- opus:end -->";
const boundary = /^<!-- opus:(?:(callouts|result|changes|terminal) (\d{1,3})|end) -->$/;

/**
 * A comment as it is posted. Texts of a part stand between lines that no text of ours can hold, so that who writes
 * another part finds and keeps them.
 * @returns at most `commentLimit` characters, by cutting folds, then rows
 */
export function renderComment(preview: Preview, links: Links): string {
  const whole = render(preview, links);
  if (whole.length <= commentLimit) return whole;
  const bare = render(
    withChanges(preview, () => ""),
    links,
  );
  const shares = fairShares(
    preview.parts.map(({ texts }) => texts.changes.length),
    commentLimit - bare.length,
  );
  const cut = withChanges(preview, ({ texts }, index) => cutChanges(texts.changes, shares[index] ?? 0));
  const fitting = render(cut, links);
  return fitting.length <= commentLimit ? fitting : render(withCallouts(cut, links), links).slice(0, commentLimit);
}

/** Reads a comment back; undefined when it is none of ours. */
export function readComment(body: string): Preview | undefined {
  const marker = readMarker(body);
  if (!marker) return undefined;
  const texts = new Map<string, string[]>();
  let open: string[] | undefined;
  for (const line of body.split(/\r?\n/).slice(1)) {
    const found = boundary.exec(line);
    if (found) {
      const [, name, index] = found;
      open = name === undefined ? undefined : [];
      if (open) texts.set(`${name} ${index}`, open);
    } else open?.push(line);
  }
  const parts = marker.parts.map((facts, index): Part => {
    const read = (name: string): string => (texts.get(`${name} ${index}`) ?? []).join("\n").trim();
    return {
      facts,
      texts: {
        callouts: read("callouts"),
        result: read("result"),
        changes: read("changes"),
        terminal: read("terminal"),
      },
    };
  });
  return { project: marker.project, parts };
}

/** How many characters there are for the changes of each of some contexts, besides those of others. */
export function roomsForChanges(
  preview: Preview,
  contexts: ReadonlySet<string>,
  links: Links,
): ReadonlyMap<string, number> {
  const bare = render(
    withChanges(preview, () => ""),
    links,
  );
  const wanted = preview.parts.map(({ facts, texts }) =>
    contexts.has(facts.context) ? Number.MAX_SAFE_INTEGER : texts.changes.length,
  );
  const shares = fairShares(wanted, commentLimit - bare.length);
  // Some for the lines around it.
  return new Map(preview.parts.map(({ facts }, index) => [facts.context, Math.max(0, (shares[index] ?? 0) - 200)]));
}

function render({ project, parts }: Preview, links: Links): string {
  const lines = [renderMarker({ project, parts: parts.map(({ facts }) => facts) })];
  lines.push(title(project, parts), "", contextTable(parts, links));
  // First of every context what must be seen, then what is folded.
  for (const names of [["callouts", "result"], ["changes"], ["terminal"]] as const) {
    parts.forEach(({ facts, texts }, index) => {
      const there = names.filter((name) => texts[name] !== "");
      // The title is none of the texts: whether there is one depends on the other parts.
      if (there.length > 0 && parts.length > 1 && names[0] !== "terminal")
        lines.push("", end, "", `### ${shownContext(facts)}`);
      for (const name of there) lines.push("", `<!-- opus:${name} ${index} -->`, "", texts[name]);
    });
  }
  lines.push("", end, "", footer(parts, links));
  return lines.join("\n");
}

const icons: { readonly [phase in Phase]: string } = {
  planned: "📋",
  applying: "⏳",
  applied: "✅",
  failed: "❌",
  refused: "🚫",
  cancelled: "⏹️",
};
const phaseWords: { readonly [phase in Phase]: string } = {
  planned: "planned",
  applying: "applying",
  applied: "applied",
  failed: "failed",
  refused: "refused, because it is not the plan that was reviewed",
  cancelled: "cancelled",
};
const titles: { readonly [phase in Phase]: string } = {
  planned: "Plan",
  applying: "Plan being applied",
  applied: "Applied plan",
  failed: "Failed apply",
  refused: "Refused plan",
  cancelled: "Cancelled apply",
};
// What somebody should see first comes first.
const urgency: readonly Phase[] = ["failed", "refused", "cancelled", "applying", "planned", "applied"];

function title(project: string, parts: readonly Part[]): string {
  const facts = parts.map((part) => part.facts);
  const failed = facts.filter(({ failure, phase }) => failure !== null && phase === "planned");
  const phase = urgency.find((one) => facts.some((fact) => fact.phase === one)) ?? "planned";
  const own = [...new Set(facts.map(({ command }) => command))].filter((command) => command !== "apply");
  const commands = own.length === 0 ? "" : `of ${own.map((command) => code(command, 60)).join(", ")} `;
  const counts = planWords(sumCounts(facts));
  const idle = phase === "planned" && isNothing(sumCounts(facts));
  const icon = failed.length > 0 ? "❌" : idle ? "✅" : icons[phase];
  const what =
    failed.length === 0
      ? counts
      : failed.length === facts.length
        ? `could not be made${reasons(failed)}`
        : `${counts}, and ${plural(failed.length, "context")} that could not be planned`;
  return `## ${icon} ${titles[phase]} ${commands}for ${code(project, 100)}: ${what}`;
}

function isNothing({ create, update, replace, adopt, forget, failed, skipped, unknown, ...rest }: Counts): boolean {
  return create + update + replace + rest.delete + adopt + forget + failed + skipped + unknown === 0;
}

function reasons(failed: readonly PartFacts[]): string {
  return ` (${[...new Set(failed.map(({ failure }) => failure))].join(", ")})`;
}

function contextTable(parts: readonly Part[], links: Links): string {
  const facts = parts.map((part) => part.facts);
  const columns = countColumns(facts.map(({ counts }) => counts));
  const rows = facts.map((fact) => [
    shownContext(fact),
    ...columns.map(([name]) => (hasCounts(fact) ? bold(fact.counts[name], name) : "–")),
    status(fact, links),
  ]);
  return table(["Context", ...columns.map(([, head]) => head), "Status"], rows);
}

/** False for a context that failed before it knew of a task. */
function hasCounts({ failure, counts }: PartFacts): boolean {
  return failure === null || Object.values(counts).some((count) => count > 0);
}

function bold(count: number, name: string): string {
  return count > 0 && name !== "noop" ? `**${count}**` : String(count);
}

function status(facts: PartFacts, links: Links): string {
  const { failure, phase, planned, ended } = facts;
  const words =
    phase === "planned"
      ? failure === null
        ? "📋 planned"
        : failure === "guarded"
          ? "🛑 guarded"
          : `❌ ${failure}`
      : `${icons[phase]} ${phase}`;
  const url = links.run(ended ?? planned);
  return url === undefined ? words : `[${words}](${url})`;
}

function shownContext({ context }: PartFacts): string {
  return context === "" ? "before any context" : code(context, 100);
}

/** Who planned what, and what became of it: one line for contexts of which the same is to be said. */
function footer(parts: readonly Part[], links: Links): string {
  const lines = new Map<string, string[]>();
  for (const { facts } of parts) {
    const made = facts.digest === null && facts.failure !== null ? "❌ not planned" : "📋 planned";
    const digest =
      facts.digest === null ? [] : [`as <code>${shown(facts.digest)}</code>${facts.seal === null ? "" : ", signed"}`];
    const line = [made, ...moment(facts.planned, links), ...digest].join(" ");
    const then =
      facts.phase === "planned"
        ? ""
        : `; ${[`${icons[facts.phase]} ${phaseWords[facts.phase]}`, ...(facts.ended ? moment(facts.ended, links) : [])].join(" ")}`;
    const contexts = lines.get(line + then) ?? [];
    contexts.push(shownContext(facts));
    lines.set(line + then, contexts);
  }
  const told = [...lines].map(([line, contexts]) => (lines.size === 1 ? line : `${contexts.join(", ")}: ${line}`));
  return `---\n<sub>${told.join("<br>")}</sub>`;
}

/** `sha256:0123456789ab` */
function shown(digest: string): string {
  const at = digest.indexOf(":");
  return `${digest.slice(0, at)}:${digest.slice(at + 1, at + 13)}`;
}

function moment({ run, attempt, commit, at }: Moment, links: Links): string[] {
  const said: string[] = [];
  if (commit !== "") said.push(`for ${linked(`<code>${commit.slice(0, 7)}</code>`, links.commit(commit))}`);
  if (run !== "") {
    const words = attempt > 1 ? `run ${run}, attempt ${attempt}` : `run ${run}`;
    said.push(`in ${linked(words, links.run({ run, attempt, commit, at }))}`);
  }
  said.push(`at ${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`);
  return said;
}

function linked(text: string, url: string | undefined): string {
  return url === undefined ? text : `<a href="${url}">${text}</a>`;
}

function withChanges({ project, parts }: Preview, changes: (part: Part, index: number) => string): Preview {
  return {
    project,
    parts: parts.map((part, index) => ({ ...part, texts: { ...part.texts, changes: changes(part, index) } })),
  };
}

/** What each gets of some room: those who want little get it, the others share the rest evenly. */
function fairShares(wanted: readonly number[], room: number): number[] {
  const shares = wanted.map(() => 0);
  let left = Math.max(0, room);
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  order.forEach((index, position) => {
    const share = Math.min(wanted[index] ?? 0, Math.floor(left / (order.length - position)));
    shares[index] = share;
    left -= share;
  });
  return shares;
}

const leftOut = "… left out to fit; the job summary has everything.";

/** Whole folds and rows from the beginning, as far as they fit. */
function cutChanges(text: string, room: number): string {
  if (text.length <= room) return text;
  // Lines inside a fold's fence begin with a sign, so this finds folds alone.
  const blocks = text.split(/(?=^<details|^- )/m);
  let kept = "";
  for (const block of blocks) {
    if (kept.length + block.length + leftOut.length + 2 > room) break;
    kept += block;
  }
  return kept.length + leftOut.length + 2 > room ? "" : `${kept.trimEnd()}\n\n${leftOut}`.trimStart();
}

/** The last resort, when several contexts have more to say of deletions and failures than fits: whole lines of each. */
function withCallouts(preview: Preview, links: Links): Preview {
  const empty = (name: keyof PartTexts) => (part: Part) => ({ ...part, texts: { ...part.texts, [name]: "" } });
  const bare = { ...preview, parts: preview.parts.map(empty("callouts")).map(empty("changes")) };
  const shares = fairShares(
    preview.parts.map(({ texts }) => texts.callouts.length),
    commentLimit - render(bare, links).length - 100 * preview.parts.length,
  );
  const parts = preview.parts.map((part, index) => {
    const { callouts } = part.texts;
    const room = shares[index] ?? 0;
    if (callouts.length <= room) return { ...part, texts: { ...part.texts, changes: "" } };
    const cut = callouts.slice(0, Math.max(0, room - leftOut.length - 2));
    return {
      ...part,
      texts: { ...part.texts, changes: "", callouts: `${cut.slice(0, cut.lastIndexOf("\n") + 1)}\n${leftOut}` },
    };
  });
  return { ...preview, parts };
}
