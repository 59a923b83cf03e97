import type { Links } from "../comment/footer.ts";
import type { Moment } from "../comment/model.ts";
import { code, joined, type Markdown, md } from "../rendering/markdown.ts";
import { runLink } from "./body.ts";
import type { News } from "./decide.ts";
import type { IssueFacts } from "./model.ts";
import { shownTime } from "./times.ts";

/** What comments on an issue are made with. */
export interface CommentWords {
  readonly links: Links;
  readonly moment: Moment;
}

const mostNames = 20;

/** What drifts has changed. */
export function changedComment(facts: IssueFacts, news: News, words: CommentWords): Markdown {
  return joined(
    [md`What drifts of ${code(facts.context)} has changed, as ${seenBy(words)} saw:`, changes(news)],
    "\n\n",
  );
}

/**
 * Why an issue is open again.
 * @param before what it said when it was closed
 */
export function reopenedComment(
  before: IssueFacts,
  facts: IssueFacts,
  news: News | undefined,
  words: CommentWords,
): Markdown {
  const context = code(facts.context);
  const seen = seenBy(words);
  const failed = facts.tasks.size + facts.more === 0;
  const still = failed ? md`${context} still can't be looked at` : md`${context} still is not as opus left it`;
  const again = failed ? md`${context} can't be looked at` : md`${context} has drifted again`;
  const why = before.open
    ? md`Opened again: it was closed by hand, and ${still}, as ${seen} saw. It is closed when that is mended. To end this otherwise, change the manifest to what is there, or leave out \`drift-issue\`.`
    : md`Opened again: ${again}, as ${seen} saw. It had been closed ${shownTime(before.since)}.`;
  return news === undefined ? why : joined([why, changes(news)], "\n\n");
}

/** Why an issue is closed: nothing drifts any more. */
export function cleanComment(before: IssueFacts, words: CommentWords): Markdown {
  const context = code(before.context);
  const failed = before.tasks.size + before.more === 0;
  const what = failed
    ? md`${context} could be looked at again, and nothing of it drifts`
    : md`nothing of ${context} drifts any more`;
  return md`Closed: ${what}, as ${seenBy(words)} saw.`;
}

/** Why an issue is closed: its context is gone. */
export function goneComment(
  context: string,
  project: string,
  why: "no-rule" | "deleted",
  words: CommentWords,
): Markdown {
  const seen = seenBy(words);
  if (why === "deleted") return md`Closed: ${seen} has deleted everything that was recorded of ${code(context)}.`;
  return md`Closed: the project ${code(project)} has no context ${code(context)} any more, as ${seen} saw. What was made there may still be there.`;
}

/** Why an issue is closed: there is another one. GitHub makes a link of its first line. */
export function duplicateComment(number: number): Markdown {
  return md`Duplicate of #${number}\n\nTwo runs opened an issue at the same time; the older one is kept.`;
}

function changes({ begun, changed, ended }: News): Markdown {
  const line = (names: readonly string[], what: Markdown): readonly Markdown[] => {
    if (names.length === 0) return [];
    const shown = joined(
      names.slice(0, mostNames).map((name) => code(name, 80)),
      ", ",
    );
    const more = names.length > mostNames ? md` and ${names.length - mostNames} more` : "";
    return [md`- ${what}: ${shown}${more}`];
  };
  const lines = [
    ...line(begun, md`drifts now`),
    ...line(changed, md`drifts in another way`),
    ...line(ended, md`drifts no longer`),
  ];
  return lines.length === 0 ? md`The description has all of it.` : joined(lines, "\n");
}

function seenBy({ moment, links }: CommentWords): Markdown {
  return runLink(moment, links);
}
