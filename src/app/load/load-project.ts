import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve as resolvePath } from "node:path";
import type { Settings } from "../../action/inputs.ts";
import { type GithubContext, readGithubContext } from "../../context/github-context.ts";
import { decideTrust, type Trust } from "../../context/trust.ts";
import { type Diagnostic, err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { builtInCommands, type CommandTable } from "../../engine/model/commands.ts";
import type { GivenValue } from "../../engine/references/values.ts";
import { type LoadedManifest, loadManifest } from "../../manifest/load.ts";
import { readMapping } from "../../manifest/mapping.ts";
import { workspaceCommit } from "../../node/git/workspace-commit.ts";
import { manifestFiles } from "../../node/workspace/manifest-files.ts";
import { Workspace } from "../../node/workspace/workspace.ts";
import { outputNames, verbatimFields } from "../../processors/built-in.ts";
import type { Host } from "../host.ts";
import { ownPaths } from "../state/state-location.ts";
import { defaultProject } from "./default-project.ts";

/** What every command starts from. */
export interface Loaded {
  readonly workspace: Workspace;
  /** Absolute. */
  readonly workingDirectory: string;
  readonly github: GithubContext;
  readonly trust: Trust;
  readonly manifest: LoadedManifest;
  /** Name of the project; where there is no Project document, of the repository and the folder. */
  readonly project: string;
  /** What earlier versions called it where no Project document names it. */
  readonly formerDefaults: readonly string[];
  /** The folder of state was named with the call: it may be anywhere. */
  readonly stateNamed: boolean;
}

/** The workspace: the runner's, else the repository around the working directory, else that directory. */
export function workspaceRoot(host: Pick<Host, "environment">, workingDirectory: string): string {
  const given = host.environment.GITHUB_WORKSPACE;
  if (given && host.environment.GITHUB_ACTIONS === "true") return given;
  for (let at = workingDirectory; ; at = dirname(at)) {
    if (existsSync(resolvePath(at, ".git"))) return at;
    if (dirname(at) === at) return workingDirectory;
  }
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
        "Check the input `working-directory`, and that the repository is checked out.",
      ),
    );
  }
  const opened = Workspace.open(workspaceRoot(host, workingDirectory), workingDirectory);
  if (!opened.ok) return err(inputProblem(opened.error));
  const github = readGithubContext(host.environment, readText);
  const trust = await decideTrust(host.environment, github, () => workspaceCommit(opened.value.root));
  const kinds = { verbatimFields, outputNames };
  const manifest = loadManifest(settings.manifest, manifestFiles(opened.value), kinds, commands);
  const workspace = Workspace.open(opened.value.root, workingDirectory, {
    refuse: ownPaths(settings, manifest.project, host, workingDirectory),
  });
  if (!workspace.ok) return err(inputProblem(workspace.error));
  const stateNamed = settings.state.path !== undefined;
  const named = manifest.project && { name: manifest.project.name, former: [] };
  const { name: project, former: formerDefaults } =
    named ??
    (await defaultProject({
      root: opened.value.root,
      workingDirectory,
      manifest: settings.manifest,
      repository: host.environment.GITHUB_REPOSITORY || undefined,
    }));
  return ok({
    workspace: workspace.value,
    workingDirectory,
    github,
    trust,
    manifest,
    project,
    formerDefaults,
    stateNamed,
  });
}

/** Something that was given from outside can't be used. */
export function inputProblem(message: string, suggestion?: string): Failure {
  const diagnostic: Diagnostic = {
    severity: "error",
    code: "invalid-input",
    message,
    ...(suggestion ? { suggestion } : {}),
  };
  return failure("invalid-input", message, [diagnostic]);
}

/** A file's text, or why it can't be read. */
export function readText(path: string): Result<string, string> {
  try {
    return ok(readFileSync(path, "utf8"));
  } catch (error) {
    return err(`${path} could not be read: ${(error as Error).message}`);
  }
}

/** Values from the input and the file; the input wins. */
export function givenValues(
  settings: Settings,
  workspace: Workspace,
  sources: Map<string, string>,
): Result<ReadonlyMap<string, GivenValue>, Failure> {
  const given = new Map<string, GivenValue>();
  const diagnostics: Diagnostic[] = [];
  const take = (text: string, shown: string, origin: string, located: boolean): void => {
    const mapping = readMapping(text, shown);
    if (!mapping.ok) {
      diagnostics.push(
        ...mapping.error.map((one) =>
          located ? one : { ...one, message: `${origin}, line ${one.location?.line ?? 1}: ${one.message}` },
        ),
      );
      return;
    }
    const lines = text.trim().includes("\n");
    for (const [name, { value, location, spelling }] of mapping.value) {
      const place = located || !lines ? origin : `${origin}, line ${location.line}`;
      const written = spelling === undefined ? {} : { spelling };
      given.set(name, { value, origin: place, ...(located ? { location } : {}), ...written });
    }
  };
  if (settings.valuesFile !== undefined) {
    const shown = workspace.display(settings.valuesFile);
    const read = workspace.read(settings.valuesFile, 4 * 1024 * 1024);
    if (read.ok) {
      const text = new TextDecoder().decode(read.value);
      sources.set(shown, text);
      take(text, shown, shown, true);
    } else {
      const message = `the values file ${settings.valuesFile} could not be read: ${read.error.message}`;
      diagnostics.push({ severity: "error", code: "invalid-input", message });
    }
  }
  if (settings.values !== undefined) take(settings.values.text, settings.values.origin, settings.values.origin, false);
  const [first] = diagnostics;
  if (!first) return ok(given);
  return err(
    failure(
      "invalid-input",
      first.message,
      diagnostics.map((one) => withoutInputPlace(one, settings)),
    ),
  );
}

/** An input is no file that could be annotated. */
function withoutInputPlace(diagnostic: Diagnostic, settings: Settings): Diagnostic {
  if (diagnostic.location?.file !== settings.values?.origin) return diagnostic;
  const { location: _, ...rest } = diagnostic;
  return rest;
}
