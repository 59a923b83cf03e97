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
 */
export function endOutput(report: RunReport, runUrl: string | undefined): CheckOutput {
  const title = shortened(titleOf(report), longestTitle);
  const foot = runUrl === undefined ? md`` : md`\n\n${link(md`The log of the run`, runUrl)}`;
  const summary = renderSummary(report, { budgetBytes: checkSummaryLength - bytes(foot) });
  return { title, summary: summary === "" ? ours(title) : md`${summary}${foot}` };
}

/** The text of a summary whose run was ended before it could say more. */
export function leftSummary(words: string, runUrl: string | undefined): Markdown {
  return md`${ours(words)} ${link(md`The log of the run`, runUrl)} has what it did until then.`;
}
