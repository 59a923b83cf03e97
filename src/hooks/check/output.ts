import type { RunReport } from "../../engine/model/report.ts";
import { checkSummaryLength } from "../../engine/model/size-limits.ts";
import { shortened } from "../../engine/text/shorten.ts";
import type { CheckOutput } from "../../ports/checks.ts";
import { bytes, code, link, type Markdown, md, ours } from "../rendering/markdown.ts";
import { renderSummary } from "../summary/summary-render.ts";
import { titleOf } from "./conclusion.ts";

/** A line of some words. */
const longestTitle = 200;

/** What a check shows while the context runs. */
export function runningOutput(command: string, runUrl: string | undefined): CheckOutput {
  const summary = md`${code(command)} is running: ${link(md`the log of the run`, runUrl)}.`;
  return { title: shortened(`${command} is running`, longestTitle), summary };
}

/**
 * What a check shows at the end: the counts, and what the job summary has of this context, as far as it fits.
 * @param report of the one context, or of none when the run ended before it; names hold no secret any more
 * @param isPartial the run was about some of the tasks alone
 */
export function endOutput(report: RunReport, isPartial: boolean, runUrl: string | undefined): CheckOutput {
  const title = shortened(titleOf(report, isPartial), longestTitle);
  const head = isPartial ? ours("Only a part: the run was about the tasks that its input `target` names.\n\n") : md``;
  const foot = runUrl === undefined ? md`` : md`\n\n${link(md`The log of the run`, runUrl)}`;
  const summary = renderSummary(report, { budgetBytes: checkSummaryLength - bytes(head) - bytes(foot) });
  return { title, summary: md`${head}${summary === "" ? ours(title) : summary}${foot}` };
}

/** The title, where GitHub does not take more. */
export function bareOutput({ title }: CheckOutput, runUrl: string | undefined): CheckOutput {
  return { title, summary: md`GitHub did not take the rest: see ${link(md`the log of the run`, runUrl)}.` };
}

/** What a check of an older run shows once it was taken back. */
export function takenBackOutput(runUrl: string | undefined): CheckOutput {
  const words = "A newer run of the same step has ended before it came to its checks, so this one counts no more.";
  return { title: "a newer run did not get this far", summary: md`${ours(words)} See ${link(md`its log`, runUrl)}.` };
}

/** The text of a summary whose run was ended before it could say more. */
export function leftSummary(words: string, runUrl: string | undefined): Markdown {
  return md`${ours(words)} ${link(md`The log of the run`, runUrl)} has what it did until then.`;
}
