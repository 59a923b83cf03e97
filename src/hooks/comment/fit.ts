import { firstLines, type Markdown, md } from "../rendering/markdown.ts";
import { withLeft } from "./contexts-without-room.ts";
import type { Part, PartTexts, Preview } from "./model.ts";

type Render = (preview: Preview) => Markdown;

/**
 * A comment of at most so many characters: folds are cut first, then rows, then lines of what must be seen, then whole
 * contexts, those that take nothing away and did not fail before others. A cut never goes through a line.
 */
export function fitted(preview: Preview, limit: number, render: Render): Markdown {
  const whole = render(preview);
  if (whole.length <= limit) return whole;
  const bare = render(withTexts(preview, () => ({ changes: md`` })));
  const shares = fairShares(
    preview.parts.map(({ texts }) => texts.changes.length),
    limit - bare.length,
  );
  const cut = withTexts(preview, ({ texts }, index) => ({ changes: cutChanges(texts.changes, shares[index] ?? 0) }));
  const fitting = render(cut);
  if (fitting.length <= limit) return fitting;
  const ordered = [...preview.parts].sort((one, other) => urgency(other) - urgency(one));
  for (let count = ordered.length; ; count = Math.floor(count / 2)) {
    const kept = new Set(ordered.slice(0, count));
    const parts = preview.parts.filter((part) => kept.has(part));
    const without = preview.parts.filter((part) => !kept.has(part));
    const text = withLines({ ...preview, parts, left: withLeft(preview.left, without) }, limit, render);
    if (text.length <= limit || count === 0) return text;
  }
}

function urgency({ facts: { context, counts, failure } }: Part): number {
  // There is one at most, and it says why the last run has no plan.
  if (context === "") return 4;
  return (counts.delete + counts.replace > 0 ? 2 : 0) + (failure === null ? 0 : 1);
}

/** A preview with other texts of each part. */
export function withTexts(preview: Preview, change: (part: Part, index: number) => Partial<PartTexts>): Preview {
  const parts = preview.parts.map((part, index) => ({ ...part, texts: { ...part.texts, ...change(part, index) } }));
  return { ...preview, parts };
}

/** What each gets of some room: those who want little get it, the others share the rest evenly. */
export function fairShares(wanted: readonly number[], room: number): number[] {
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

const leftOut = md`… left out to fit; the job summary has everything.`;

/** Whole folds and rows from the beginning, as far as they fit. */
function cutChanges(text: Markdown, room: number): Markdown {
  if (text.length <= room) return text;
  const most = room - leftOut.length - 2;
  let [at, kept] = [0, 0];
  let inFold = false;
  for (const line of text.split("\n")) {
    const isFold = line.startsWith("<details");
    if (at > most) break;
    if (!inFold && (isFold || line.startsWith("- "))) kept = at;
    // Lines of a fence begin with a sign or blanks, so that this ends a fold.
    inFold = isFold || (inFold && line !== "</details>");
    at += line.length + 1;
  }
  return most < 0 ? md`` : noted(firstLines(text, kept));
}

/** The last resort, when there is more to say of deletions and failures than fits: whole lines of each context. */
function withLines(preview: Preview, limit: number, render: Render): Markdown {
  const folds = ({ texts: { changes } }: Part) => ({ changes: changes === "" ? changes : leftOut, terminal: md`` });
  const bare = withTexts(preview, (part) => ({ callouts: md``, result: md``, ...folds(part) }));
  const shares = fairShares(
    preview.parts.map(({ texts }) => texts.callouts.length + texts.result.length),
    limit - render(bare).length - 200 * preview.parts.length,
  );
  return render(
    withTexts(preview, (part, index) => {
      const { texts } = part;
      const room = shares[index] ?? 0;
      const [callouts = 0, result = 0] = fairShares([texts.callouts.length, texts.result.length], room);
      return {
        callouts: cutLines(texts.callouts, callouts),
        result: cutLines(texts.result, result),
        ...folds(part),
      };
    }),
  );
}

function cutLines(text: Markdown, room: number): Markdown {
  return text.length <= room ? text : noted(firstLines(text, room - leftOut.length - 2));
}

function noted(text: Markdown): Markdown {
  return text === "" ? leftOut : md`${text}\n${leftOut}`;
}
