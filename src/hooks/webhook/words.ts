import { wholeUpTo } from "../../engine/text/shorten.ts";
import { moreWords, within } from "./fit.ts";
import type { Notice, NoticeRun } from "./model.ts";

/** Characters of the text that templates get: a message of Discord holds 2,000. */
const mostText = 1_800;

/** Where the run can be looked at; undefined where there is no address that is sound. */
export function runAddress({ url }: Pick<NoticeRun, "url">): string | undefined {
  return /^https?:\/\/[^\s<>|"`]+$/.test(url) ? url : undefined;
}

/** Whose run it was: `owner/name`, `commit 0123abc`, `by mona`. */
export function runWords({ repository, ref, commit, actor }: NoticeRun): readonly string[] {
  return [
    ...(repository === "" ? [] : [repository]),
    ...(ref === "" ? [] : [ref.replace(/^refs\/(?:heads|tags)\//, "")]),
    ...(commit === "" ? [] : [`commit ${commit.slice(0, 7)}`]),
    ...(actor === "" ? [] : [`by ${actor}`]),
  ];
}

/** A notice as plain text of several lines. */
export function noticeText(whole: Notice): string {
  const notice = within(whole, { contexts: 10, tasks: 10 });
  const lines = [notice.title];
  for (const { name, summary, tasks, moreTasks } of notice.contexts) {
    lines.push(`${name}: ${summary}`);
    for (const task of tasks)
      lines.push(`- ${task.name}: ${task.what}${task.error === null ? "" : ` (${task.error})`}`);
    const more = moreWords(moreTasks, "task");
    if (more !== undefined) lines.push(more);
  }
  const more = moreWords(notice.moreContexts, "context");
  if (more !== undefined) lines.push(more);
  for (const problem of notice.problems) lines.push(problem);
  const address = runAddress(notice.run);
  return [...cutLines(lines, mostText - (address?.length ?? 0) - 1), ...(address === undefined ? [] : [address])].join(
    "\n",
  );
}

/** As many lines as there is room for; the last one says that some are missing. */
export function cutLines(lines: readonly string[], most: number): readonly string[] {
  const all = lines.join("\n");
  if (all.length <= most) return lines;
  const kept: string[] = [];
  let length = 1;
  for (const line of lines) {
    length += line.length + 1;
    if (length > most - 1) break;
    kept.push(line);
  }
  const [first = ""] = lines;
  if (kept.length === 0) return [`${first.slice(0, wholeUpTo(first, Math.max(0, most - 1)))}…`];
  return [...kept, "…"];
}
