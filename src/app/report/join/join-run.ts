import type { Settings } from "../../../action/inputs.ts";
import type { Failure } from "../../../engine/diagnostics/diagnostic.ts";
import { PullRequestSession } from "../../pull-request/pull-request-session.ts";
import type { RunFrame } from "../../run-frame.ts";
import { joinedLines, joinReports } from "./join-reports.ts";
import { tellOfJoined } from "./joined-webhooks.ts";
import { openReports } from "./open-reports.ts";

/** `report`: reads what other jobs have left. Needs neither a manifest nor a checkout, and runs nothing of one. */
export async function joinRun(settings: Settings, frame: RunFrame): Promise<Failure | undefined> {
  const { host, reporter, known } = frame;
  const opened = await openReports(settings, host);
  if (!opened.ok) return opened.error;
  const { workspace, github, trust, requests } = opened.value;
  const session = new PullRequestSession({ settings, host, github, trusted: trust.trusted, requests });
  known.pullRequestSession = session;
  await tellOfJoined(settings, opened.value, frame);
  const { version } = host;
  reporter.emit({ type: "run-started", command: settings.command, version, trusted: true, why: trust.why });
  const joined = joinReports(settings, workspace);
  if (!joined.ok) return joined.error;
  known.joined = joined.value;
  reporter.joins(joined.value);
  known.commentPurpose = session.purposeOfReports(joined.value);
  for (const text of joinedLines(joined.value)) reporter.emit({ type: "progress", text });
  await frame.startHooks([]);
  return undefined;
}
