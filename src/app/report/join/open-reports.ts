import { existsSync } from "node:fs";
import { resolve as resolvePath } from "node:path";
import type { Settings } from "../../../action/inputs.ts";
import { err, type Failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import { type GithubContext, readGithubContext } from "../../../event/github-context.ts";
import { decideTrust, type Trust } from "../../../event/trust.ts";
import { workspaceCommit } from "../../../node/git/workspace-commit.ts";
import { openWorkspace, type Workspace } from "../../../node/workspace/workspace.ts";
import type { Host } from "../../host.ts";
import { inputProblem } from "../../load/input-problem.ts";
import { readText } from "../../load/load-project.ts";
import { workspaceRoot } from "../../load/workspace-root.ts";
import type { RequestPower } from "../../pull-request/pull-request-session.ts";

/** What joining reports starts from. */
export interface OpenedReports {
  readonly workspace: Workspace;
  readonly github: GithubContext;
  readonly trust: Trust;
  readonly requests: RequestPower;
}

/**
 * Events under which the workflow is that of the default branch, whoever caused them: what it posts runs nothing of
 * theirs, and its token may write.
 */
const ownWorkflow: ReadonlySet<string> = new Set(["workflow_run", "pull_request_target", "issue_comment"]);

/** Opens the folder that reports are in, and decides whether what they say may be posted. */
export async function openReports(
  settings: Settings,
  host: Pick<Host, "environment" | "directory">,
): Promise<Result<OpenedReports, Failure>> {
  const { environment } = host;
  const workingDirectory = resolvePath(host.directory, settings.workingDirectory);
  if (!existsSync(workingDirectory)) {
    const message = `the working directory ${settings.workingDirectory} does not exist`;
    return err(inputProblem(message, `Check ${settings.surface.setting("working-directory")}.`));
  }
  const opened = openWorkspace(workspaceRoot(host, workingDirectory), workingDirectory);
  if (!opened.ok) return err(inputProblem(opened.error));
  const workspace = opened.value;
  const github = readGithubContext(environment, readText);
  const trust = await decideTrust(environment, github, () => workspaceCommit(workspace.root));
  const granted = trust.trusted || ownWorkflow.has(environment.GITHUB_EVENT_NAME ?? "");
  return ok({ workspace, github, trust, requests: { granted, why: trust.why } });
}
