import { plural } from "../rendering/labels.ts";
import { code, joined, type Markdown, md, ours, table } from "../rendering/markdown.ts";
import { beginningOf, digestOf, end } from "./boundaries.ts";
import { numberLeft } from "./contexts-without-room.ts";
import { fairShares, fitted, withTexts } from "./fit.ts";
import { footer, type Links, outdatedNote, outdatedTitle, planCells, shownContext } from "./footer.ts";
import { renderMarker } from "./marker.ts";
import { outdatedParts, type Part, type Preview, partKey } from "./model.ts";
import { renderSeveral } from "./several-body.ts";
import { verdict } from "./verdict.ts";

/** GitHub takes 65,536; what is left is for whoever edits by hand. */
export const commentLimit = 60_000;

/**
 * A comment as it is posted. Texts of a part stand between lines that no text of ours can hold, and the marker has a
 * digest of them, so that who writes another part finds and keeps them, and nothing else.
 * @returns at most `commentLimit` characters, by cutting folds, then rows, then lines, then contexts
 */
export function renderComment(preview: Preview, links: Links): string {
  return fitted(slim(preview), commentLimit, (some) => render(some, links));
}

/** How many characters there are for the changes of each of some contexts, by their keys, besides those of others. */
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
    contexts.has(partKey(facts)) ? Number.MAX_SAFE_INTEGER : texts.changes.length,
  );
  const shares = fairShares(wanted, commentLimit - bare.length);
  // Some for the lines around it.
  return new Map(preview.parts.map(({ facts }, index) => [partKey(facts), Math.max(0, (shares[index] ?? 0) - 200)]));
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

function render(preview: Preview, links: Links): Markdown {
  if (preview.several) return renderSeveral(preview, preview.several, links);
  const { project, parts, left } = preview;
  const digests = parts.map(({ texts }) => digestOf(texts));
  const outdated = outdatedParts(parts);
  const lines = [renderMarker({ project, parts: parts.map(({ facts }) => facts), left, digests })];
  lines.push(verdict(code(project, 100), parts, left, outdated), md``, contextTable(parts, outdated, links));
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

/** Three columns: a phone shows no more. */
function contextTable(parts: readonly Part[], outdated: ReadonlySet<Part>, links: Links): Markdown {
  const rows = parts.map((part) => [shownContext(part.facts), ...planCells(part, outdated, links)]);
  return table([md`Context`, md`Plan`, md`Status`], rows);
}
