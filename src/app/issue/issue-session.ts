import type { Settings } from "../../action/inputs.ts";
import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import type { Project } from "../../engine/model/project.ts";
import { readableTemplate } from "../../engine/references/templates.ts";
import { withoutEnd } from "../../engine/text/line-ends.ts";
import { mayBeNamed } from "../../event/context-rules.ts";
import { isOnDefaultBranch } from "../../event/default-branch.ts";
import type { Issues } from "../../github/issues.ts";
import { githubLinks, taskLinks } from "../../hooks/comment/links.ts";
import type { IssueOptions } from "../../hooks/issue/issue.ts";
import type { ContextKnowledge, IssueLabels } from "../../hooks/issue/model.ts";
import { systemClock } from "../../node/clock.ts";
import type { Capabilities } from "../authorize/capabilities.ts";
import type { Command } from "../authorize/resolve-command.ts";
import type { ContextOutcome } from "../context/run-context.ts";
import type { Host } from "../host.ts";
import type { Loaded } from "../load/load-project.ts";
import { mendCommand } from "../pull-request/reproduce-command.ts";
import { runInfo } from "../run-info.ts";

/** What a run has to do with issues about drift. */
export interface IssueSession {
  options(warn: (diagnostic: Diagnostic) => void): IssueOptions;
  /** Ends all connections. */
  dispose(): Promise<void>;
}

/** What an issue gets that the project says nothing of. */
const standardLabels: IssueLabels = { drift: ["opus-drift"], failure: ["opus-failure"] };
const standardMaxIssues = 10;

/**
 * @param outcomes of the contexts of the run, as they come
 * @returns undefined when none is to be kept: it was not asked for, or the command neither looks for drift nor deletes
 */
export function openIssues(
  command: Command,
  settings: Settings,
  loaded: Loaded,
  capabilities: Capabilities,
  host: Host,
  outcomes: readonly ContextOutcome[],
): IssueSession | undefined {
  const does = command.previews
    ? undefined
    : command.does === "drift"
      ? "looks"
      : command.does === "delete"
        ? "deletes"
        : undefined;
  if (!settings.driftIssue || host.terminal || does === undefined) return undefined;
  let issues: Issues | undefined;
  const { project } = loaded.manifest;
  const { environment } = host;
  const { GITHUB_SERVER_URL: server = "https://github.com", GITHUB_REPOSITORY: repository = "" } = environment;
  const info = runInfo(host);
  const refused = whyRefused(settings, loaded, capabilities);
  const mayTellWhatIsGone = isOnDefaultBranch(environment, loaded.github.event);
  return {
    options: (warn) => ({
      does,
      tracker: refused ?? (async () => (issues ??= await openTracker(settings, host, repository))),
      whole: settings.targets.length === 0 && settings.refresh === "all",
      ...hookSettings(project),
      maxIssues: project?.limits.maxIssues ?? standardMaxIssues,
      moment: () => ({ run: info.id, attempt: info.attempt, commit: info.sha, at: systemClock.timestamp() }),
      links: githubLinks(server, repository),
      taskLink: taskLinks(server, repository, info.sha),
      terminal: (context) => mendCommand(context, settings, host, project),
      about: (place) => knowledgeOf(outcomes[place], host.redactor),
      isGone: (context) => mayTellWhatIsGone && !mayBeNamed(project, context),
      cancelled: host.signal,
      warn,
      redact: (text) => host.redactor.text(text),
      sleep: systemClock.sleep,
    }),
    dispose: async () => issues?.dispose(),
  };
}

function whyRefused(
  { token }: Settings,
  { trust }: Loaded,
  { mayRequest }: Capabilities,
): { readonly why: string; readonly suggestion: string } | undefined {
  if (!token) return { why: "there is no token", suggestion: "Give the input `token`." };
  if (mayRequest) return undefined;
  return { why: trust.why, suggestion: "Look for drift in a scheduled run of this repository." };
}

async function openTracker(
  { token = "" }: Settings,
  { environment, version }: Host,
  repository: string,
): Promise<Issues> {
  const { Issues } = await import("../../github/issues.ts");
  const apiUrl = environment.GITHUB_API_URL || "https://api.github.com";
  const graphqlUrl = environment.GITHUB_GRAPHQL_URL || `${withoutEnd(apiUrl, "/")}/graphql`;
  return new Issues({ apiUrl, graphqlUrl, repository, token, userAgent: `magnum-opus/${version}`, environment });
}

/** What the project says of the hook; src/manifest/checks/hook-checks.ts has checked it. */
function hookSettings(project: Project | undefined): Pick<IssueOptions, "labels" | "assignees"> {
  const said = project?.hooks.findLast(({ use }) => use === "issue")?.with ?? {};
  const labels = (said.labels ?? {}) as JsonObject as Partial<IssueLabels>;
  return { labels: { ...standardLabels, ...labels }, assignees: (said.assignees ?? []) as readonly string[] };
}

function knowledgeOf(outcome: ContextOutcome | undefined, redactor: Host["redactor"]): ContextKnowledge {
  const { entries, lastRun, failure } = outcome ?? {};
  const redact = (text: string): string => redactor.text(text);
  const changed = [...(entries?.values() ?? [])].map(({ updatedAt }) => updatedAt);
  return {
    recorded: entries && new Set([...entries.keys()].map(redact)),
    recordedSpec: (task) => {
      const entry = entries?.get(task);
      return entry && redactor.value(readableTemplate(entry.spec));
    },
    lastRun,
    changedAt: changed.reduce<string | undefined>(
      (last, at) => (last === undefined || at > last ? at : last),
      undefined,
    ),
    failure: failure ? redact(failure.message) : undefined,
  };
}
