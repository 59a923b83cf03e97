import { randomUUID } from "node:crypto";
import type { Settings } from "../../action/inputs.ts";
import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { Checks } from "../../github/checks.ts";
import { serverOf } from "../../github/servers.ts";
import type { CheckOptions } from "../../hooks/check/check.ts";
import type { LeftChecks } from "../../hooks/check/keep.ts";
import { systemClock } from "../../node/clock.ts";
import { trace } from "../../trace/trace.ts";
import type { Capabilities } from "../authorize/capabilities.ts";
import type { Command } from "../authorize/resolve-command.ts";
import type { Host } from "../host.ts";
import type { Loaded } from "../load/load-project.ts";
import type { Handover } from "../post-step/handover-file.ts";
import { messagesOf } from "../report/messages-of-failure.ts";
import { runInfo } from "../run-info.ts";
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
 * @returns undefined when none is to be written: the project does not ask for it, or the command neither plans nor looks
 * for drift
 */
export function openCheckSession(
  command: Command,
  settings: Settings,
  loaded: Loaded,
  capabilities: Capabilities,
  host: Host,
): CheckSession | undefined {
  const use = loaded.manifest.project?.hooks.findLast(({ use }) => use === "check");
  const isDrift = command.does === "drift" && !command.previews;
  const plans = command.previews || command.executes || isDrift;
  if (use === undefined || host.terminal || !plans) return undefined;
  const { environment, version, handover } = host;
  const { token = "" } = settings;
  const sha = headCommit(environment, loaded.github.event);
  let checks: Promise<Checks> | undefined;
  const open = (): Promise<Checks> => (checks ??= openChecks(environment, token, version));
  // src/manifest/hook-checks.ts has checked both.
  const { name = standardName, annotations = true } = use.with as { name?: string; annotations?: boolean };
  return {
    options: (warn) => ({
      runs: whyRefused(token, sha, loaded, capabilities, environment) ?? open,
      name: isDrift ? `${name} drift` : name,
      annotations,
      command: command.called,
      sha: sha ?? "",
      runUrl: runInfo(host).url || undefined,
      timestamp: () => systemClock.timestamp(),
      newMark: randomUUID,
      messagesOf,
      left: leftTo(handover),
      cancelled: host.signal,
      warn,
      redact: (text) => host.redactor.text(text),
    }),
    dispose: async () => (await checks)?.dispose(),
  };
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
function leftTo(handover: Handover): LeftChecks {
  const kept = (write: () => void): void => {
    try {
      write();
    } catch (error) {
      trace(() => `a check could not be left to the post step: ${String(error)}`);
    }
  };
  return {
    opened: (check) => kept(() => handover.openCheck(check)),
    ended: (check, told) => kept(() => handover.closeCheck(check, told)),
  };
}
