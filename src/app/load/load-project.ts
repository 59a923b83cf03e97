import { existsSync, readFileSync } from "node:fs";
import { resolve as resolvePath } from "node:path";
import type { Settings } from "../../action/inputs.ts";
import { err, type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { builtInCommands, type CommandTable } from "../../engine/model/commands.ts";
import { type GithubContext, readGithubContext } from "../../event/github-context.ts";
import { decideTrust, type Trust } from "../../event/trust.ts";
import { type LoadedManifest, readManifest } from "../../manifest/load.ts";
import { workspaceCommit } from "../../node/git/workspace-commit.ts";
import { manifestFiles } from "../../node/workspace/manifest-files.ts";
import { openWorkspace, type Workspace } from "../../node/workspace/workspace.ts";
import { keepYoungSpace, thisNode } from "../../node/young-space.ts";
import { specRules } from "../../processors/built-in.ts";
import { trace } from "../../trace/trace.ts";
import type { Host } from "../host.ts";
import { ownPaths } from "../state/state-location.ts";
import type { DefaultProject, DefaultProjectOptions } from "./default-project.ts";
import { goByProject } from "./go-by-project.ts";
import { inputProblem } from "./input-problem.ts";
import { loadBuiltIn } from "./load-built-in.ts";
import { workspaceRoot } from "./workspace-root.ts";

/** What every command starts from. */
export interface Loaded {
  readonly workspace: Workspace;
  /** Absolute. */
  readonly workingDirectory: string;
  readonly github: GithubContext;
  readonly trust: Trust;
  readonly manifest: LoadedManifest;
  /** Name of the project; where there is no Project document, what the input says, or of the repository and the folder. */
  readonly project: string;
  /** What earlier versions called it where no Project document names it. */
  readonly formerDefaults: readonly string[];
  /** The folder of state was named with the call: it may be anywhere. */
  readonly stateNamed: boolean;
  /** The command needs of the manifest the Project alone; what is wrong elsewhere is told as a warning. */
  readonly projectAlone: boolean;
}

/** Reads the event, decides on trust, and loads the manifest. Runs nothing of the repository. */
export async function load(
  settings: Settings,
  host: Host,
  commands: CommandTable = builtInCommands,
): Promise<Result<Loaded, Failure>> {
  const workingDirectory = resolvePath(host.directory, settings.workingDirectory);
  if (!existsSync(workingDirectory)) {
    return err(
      inputProblem(
        `the working directory ${settings.workingDirectory} does not exist`,
        `Check ${settings.surface.setting("working-directory")}${settings.surface.terminal ? "." : ", and that the repository is checked out."}`,
      ),
    );
  }
  const opened = openWorkspace(workspaceRoot(host, workingDirectory), workingDirectory);
  if (!opened.ok) return err(inputProblem(opened.error));
  const github = readGithubContext(host.environment, readText);
  const trust = await decideTrust(host.environment, github, () => workspaceCommit(opened.value.root));
  trace(() => eventWords(host.environment));
  trace(() => `trust: ${trust.trusted ? "yes" : "no"}, as ${trust.why}`);
  const files = manifestFiles(opened.value, {
    workingDirectory,
    surface: settings.surface,
    onLarge: () => keepYoungSpace(thisNode(host.environment)),
  });
  const read = readManifest(settings.manifest, files);
  await loadBuiltIn(read.kinds);
  const { manifest, projectAlone } = goByProject(read.check(specRules(), commands), settings, commands);
  const workspace = openWorkspace(opened.value.root, workingDirectory, {
    refuse: ownPaths(settings, manifest.project, host, workingDirectory),
  });
  if (!workspace.ok) return err(inputProblem(workspace.error));
  const stateNamed = settings.state.path !== undefined;
  const said = manifest.project?.name ?? settings.project;
  const repository = host.environment.GITHUB_REPOSITORY || undefined;
  const unnamed = { root: opened.value.root, workingDirectory, manifest: settings.manifest, repository };
  const { name: project, former: formerDefaults } =
    said === undefined ? await nameless(unnamed) : { name: said, former: [] };
  return ok({
    workspace: workspace.value,
    workingDirectory,
    github,
    trust,
    manifest,
    project,
    formerDefaults,
    stateNamed,
    projectAlone,
  });
}

/** What a project is called that no manifest names. Hardly any is. */
async function nameless(options: DefaultProjectOptions): Promise<DefaultProject> {
  const { defaultProject } = await import("./default-project.ts");
  return defaultProject(options);
}

function eventWords({ GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_SHA: sha }: Host["environment"]): string {
  return event ? `event: ${event} of ${ref || "no ref"} at ${sha || "no commit"}` : "event: none";
}

/** A file's text, or why it can't be read. */
export function readText(path: string): Result<string, string> {
  try {
    return ok(readFileSync(path, "utf8"));
  } catch (error) {
    return err(`${path} could not be read: ${(error as Error).message}`);
  }
}
