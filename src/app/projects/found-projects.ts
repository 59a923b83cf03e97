import { existsSync } from "node:fs";
import { basename, dirname, join, posix, resolve as resolvePath, sep } from "node:path";
import type { Settings } from "../../action/inputs.ts";
import { err, type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { openWorkspace } from "../../node/workspace/workspace.ts";
import type { Host } from "../host.ts";
import { inputProblem } from "../load/input-problem.ts";
import { workspaceRoot } from "../load/workspace-root.ts";

/** A manifest that makes a project: the inputs with which a step or terminal runs it. */
export interface FoundProject {
  /** Name of the file, in the folder. */
  readonly manifest: string;
  /** As the input: relative to where the run began, with `/`. */
  readonly workingDirectory: string;
}

/** What the input `manifest` is when nobody has set it. */
const standardManifest = "opus.yaml";
const everywhere = ["**/opus.yaml", "!**/node_modules/**"];

/**
 * The manifests of a repository, sorted: each with the folder that it lies in as its working directory.
 * @returns what is wrong with the globs, or that nothing matches
 */
export function foundProjects(
  { manifest, workingDirectory }: Settings,
  host: Pick<Host, "environment" | "directory">,
): Result<readonly FoundProject[], Failure> {
  const from = resolvePath(host.directory, workingDirectory);
  if (!existsSync(from)) return err(inputProblem(`the working directory ${workingDirectory} does not exist`));
  const workspace = openWorkspace(workspaceRoot(host, from), from);
  if (!workspace.ok) return err(inputProblem(workspace.error));
  const given = manifest.join() !== standardManifest;
  const globs = given ? manifest : everywhere;
  const paths = workspace.value.glob(globs);
  if (!paths.ok) return err(inputProblem(paths.error));
  if (paths.value.length > 0) return ok(paths.value.map((path) => projectAt(workingDirectory, path)));
  const where = workingDirectory === "." ? "" : ` below ${workingDirectory}`;
  const message = `no file${where} matches ${globs.filter((glob) => !glob.startsWith("!")).join(", ")}, so there is no project`;
  return err(
    inputProblem(message, "Check out the repository, or name the manifests with `manifest`: `services/*/opus.yaml`."),
  );
}

function projectAt(workingDirectory: string, path: string): FoundProject {
  const folder = join(workingDirectory, dirname(path)).split(sep).join(posix.sep);
  return { manifest: basename(path), workingDirectory: folder };
}
