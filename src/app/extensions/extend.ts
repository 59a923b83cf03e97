import { type Diagnostic, err, type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { placeFiles } from "../../processors/file/place-files.ts";
import { invalidManifest } from "../authorize/invalid-manifest.ts";
import { checkMappedOutputs } from "../report/mapped-outputs.ts";
import { type AskingCommand, isAskedAbout } from "./asked-about.ts";
import type { Extensions } from "./extensions.ts";
import type { loadHooks } from "./load-hooks.ts";
import { kindConfigurations, loadKinds } from "./load-kinds.ts";
import { isModule, type ModuleRequest } from "./module-paths.ts";

/** What a run is, as far as its kinds and hooks depend on it. */
interface ExtendedRun {
  readonly command: AskingCommand;
  /** The run is for a pull request, so what this changes of modules is told. */
  readonly inPullRequest: boolean;
}

/**
 * Loads the kinds and hooks of a run, or says what is wrong with them. In an untrusted run nothing of the repository runs.
 * A run that needs of the manifest the Project alone does without kinds that can't be loaded; without a hook only where
 * that could not have kept it from anything.
 */
export async function extend(
  request: ModuleRequest,
  { command, inPullRequest }: ExtendedRun,
  diagnose: (diagnostic: Diagnostic) => void,
): Promise<Result<Extensions, Failure>> {
  const { loaded, capabilities } = request;
  const kindsChanged = inPullRequest && (await tellChanges(request, diagnose));
  const warn = loaded.projectAlone ? (problem: Diagnostic) => diagnose({ ...problem, severity: "warning" }) : undefined;
  const kinds = await loadKinds(request, warn);
  if (!kinds.ok) return err(invalidManifest(kinds.error));
  const hooks = await hooksOf(request, ({ on }, problem) => {
    if (!warn || isAskedAbout(on, command)) return false;
    warn(problem);
    return true;
  });
  const mapped = checkMappedOutputs(loaded.manifest.project);
  const wrongOutputs = warn ? [] : mapped;
  if (warn) for (const problem of mapped) warn(problem);
  if (!hooks.ok || wrongOutputs.length > 0)
    return err(invalidManifest([...(hooks.ok ? [] : hooks.error), ...wrongOutputs]));
  const { files, startProcess } = capabilities;
  const configurations = kindConfigurations(loaded);
  return ok({
    processors: kinds.value,
    configurations,
    startProcess,
    placeFiles: placeFiles(files),
    kindsChanged,
    hooks: hooks.value,
  });
}

/** The repository's own hooks; see `loadHooks`, which few projects need. */
async function hooksOf(...[request, warn]: Parameters<typeof loadHooks>): ReturnType<typeof loadHooks> {
  if (!request.loaded.manifest.project?.hooks.some(isModule)) return ok([]);
  const { loadHooks } = await import("./load-hooks.ts");
  return loadHooks(request, warn);
}

/** @returns whether code of kinds is changed */
async function tellChanges({ loaded }: ModuleRequest, diagnose: (diagnostic: Diagnostic) => void): Promise<boolean> {
  const { moduleChanges } = await import("./changed-extensions.ts");
  const { diagnostics, ofKinds } = await moduleChanges(loaded);
  for (const change of diagnostics) diagnose(change);
  return ofKinds;
}
