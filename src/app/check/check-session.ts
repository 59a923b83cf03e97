import type { Settings } from "../../action/inputs.ts";
import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { Checks } from "../../github/checks.ts";
import { serverOf } from "../../github/servers.ts";
import type { CheckOptions } from "../../hooks/check/check.ts";
import { systemClock } from "../../node/clock.ts";
import { trace } from "../../trace/trace.ts";
import type { Capabilities } from "../authorize/capabilities.ts";
import type { Command } from "../authorize/resolve-command.ts";
import type { Host } from "../host.ts";
import type { Loaded } from "../load/load-project.ts";
import type { Handover, OlderChecks } from "../post-step/handover-file.ts";
import { messagesOf } from "../report/messages-of-failure.ts";
import { runInfo } from "../run-info.ts";
import { isOlder, newMark, seriesOf } from "./check-series.ts";
import { headCommit } from "./head-commit.ts";
import { openChecks } from "./open-checks.ts";

/** What a run has to do with checks. */
export interface CheckSession {
  options(warn: (diagnostic: Diagnostic) => void): CheckOptions;
  /** Ends all connections. */
  dispose(): Promise<void>;
}

const standardName = "opus";

/**
 * Until it is known of which contexts there are to be checks, the post step takes back older ones, should the run be killed.
 * @param command undefined: what the run was to do is not known, so it takes back what older runs of it have said
 * @returns undefined when none is to be written: the project does not ask for it, or the command neither plans nor looks
 * for drift
 */
export function openCheckSession(
  command: Command | undefined,
  settings: Settings,
  loaded: Loaded,
  capabilities: Capabilities,
  host: Host,
): CheckSession | undefined {
  const use = loaded.manifest.project?.hooks.findLast(({ use }) => use === "check");
  const isDrift = command?.does === "drift" && !command.previews;
  const plans = command === undefined || command.previews || command.executes || isDrift;
  const isAsked = use ? (use.on?.includes(settings.command) ?? true) : mayBeUsed(command, loaded, host);
  if (host.terminal || !plans || !isAsked) return undefined;
  const { environment, version, handover } = host;
  const { token = "" } = settings;
  const sha = headCommit(environment, loaded.github.event);
  const refused = whyRefused(token, sha, loaded, capabilities, environment);
  const series = seriesOf(environment, settings);
  const left = leftTo(handover);
  if (refused === undefined && sha !== undefined) left.awaited({ ...series, sha });
  let checks: Promise<Checks> | undefined;
  const open = (): Promise<Checks> => (checks ??= openChecks(environment, token, version));
  // src/manifest/checks/hook-checks.ts has checked both.
  const { name = standardName, annotations = true } = (use?.with ?? {}) as { name?: string; annotations?: boolean };
  return {
    options: (warn) => ({
      runs: refused ?? open,
      name: isDrift ? `${name} drift` : name,
      annotations,
      isPartial: settings.targets.length > 0,
      command: command?.called ?? settings.command,
      sha: sha ?? "",
      repository: environment.GITHUB_REPOSITORY ?? "",
      runUrl: runInfo(host).url || undefined,
      timestamp: () => systemClock.timestamp(),
      sleep: systemClock.sleep,
      newMark: () => newMark(series),
      isOlder: (mark) => isOlder(mark, series),
      messagesOf,
      left,
      cancelled: host.signal,
      warn,
      redact: (text) => host.redactor.text(text),
    }),
    dispose: async () => (await checks)?.dispose(),
  };
}

/** The Project can't be read, so it may ask for checks; only a run that was run again has older ones for sure. */
function mayBeUsed(command: Command | undefined, { manifest }: Loaded, host: Host): boolean {
  const isBroken = manifest.project === undefined && manifest.diagnostics.some(({ severity }) => severity === "error");
  return command === undefined && isBroken && runInfo(host).attempt > 1;
}

function whyRefused(
  token: string,
  sha: string | undefined,
  { trust }: Loaded,
  { mayRequest }: Capabilities,
  environment: Host["environment"],
): { readonly why: string; readonly suggestion: string } | undefined {
  const { checks: lacking } = serverOf(environment).lacks;
  if (lacking !== undefined)
    return { why: lacking, suggestion: "It is in the job summary. Leave out the hook `check`." };
  if (token === "") return { why: "there is no token", suggestion: "Give the input `token`." };
  if (!mayRequest) return { why: trust.why, suggestion: untrustedAdvice };
  if (sha !== undefined) return undefined;
  return { why: "the event names no commit", suggestion: "Run it for an event that has one, like a push." };
}

const untrustedAdvice =
  "It is in the job summary. Runs of forks and of Dependabot have no `checks: write`: require the job itself there, not the check.";

/** What the post step ends. A disk that is full must not end the run for it. */
function leftTo(handover: Handover): CheckOptions["left"] & { awaited(older: OlderChecks): void } {
  const kept = (write: () => void): void => {
    try {
      write();
    } catch (error) {
      trace(() => `a check could not be left to the post step: ${String(error)}`);
    }
  };
  return {
    awaited: (older) => kept(() => handover.awaitChecks(older)),
    settled: () => kept(() => handover.awaitChecks(undefined)),
    opened: (checks) => kept(() => handover.openChecks(checks)),
    ended: (check, told) => kept(() => handover.closeCheck(check, told)),
  };
}
