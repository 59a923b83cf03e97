import { isAbsolute, relative } from "node:path";
import type { Settings } from "../../action/inputs.ts";
import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Project, ProjectState } from "../../engine/model/project.ts";
import type { Backend, Checkout, LocateRequest, StateLocation, StateSaid } from "../../state/backend.ts";
import { backendNamed, builtInBackends } from "../../state/backends.ts";
import type { Host } from "../host.ts";

type Backends = Pick<Host, "backends">;
type LocationSettings = Pick<Settings, "state" | "manifest" | "workingDirectory" | "project">;

function backendsOf({ backends = builtInBackends }: Backends): readonly Backend[] {
  return backends;
}

/** As the input `state-backend` takes them, sorted. */
export function backendNames(host: Backends): readonly string[] {
  return backendsOf(host)
    .map(({ name }) => name)
    .sort();
}

/** The backend of who says nothing. */
export function standardBackend(where: NonNullable<Backend["standardIn"]>, host: Backends): Backend {
  const found = backendsOf(host).find(({ standardIn }) => standardIn === where);
  if (found === undefined) throw new Error(`no state backend is the standard in a ${where}`);
  return found;
}

/** Paths in which no task may write, absolute: a backend keeps state there, whichever is chosen. */
export function ownPaths(
  { state: settings }: Pick<Settings, "state">,
  project: StateSaid | undefined,
  host: Backends,
  workingDirectory: string,
): readonly string[] {
  return backendsOf(host).flatMap((one) => one.ownPaths?.({ settings, project, workingDirectory }) ?? []);
}

/**
 * Finds out where the states of a run are. Inputs go before what the project says; without both it is a branch of this
 * repository in a workflow, a folder in a terminal. A `state-path` or `state-branch` alone chooses its backend.
 */
export async function stateLocation(
  settings: LocationSettings,
  project: StateSaid | undefined,
  host: Pick<Host, "terminal" | "environment" | "directory" | "backends">,
  workingDirectory: string,
  checkout: Checkout,
): Promise<Result<StateLocation, Failure>> {
  const backend = chosenBackend(settings, project, host);
  if (!backend.ok) return backend;
  return backend.value.locate(locateRequest(backend.value, settings, project, host, workingDirectory, checkout));
}

/** What a backend goes by to find its states. */
export function locateRequest(
  backend: Backend,
  settings: LocationSettings,
  project: StateSaid | undefined,
  host: Pick<Host, "terminal" | "environment" | "directory" | "backends">,
  workingDirectory: string,
  checkout: Checkout,
): LocateRequest {
  const { terminal, environment } = host;
  const flags = locationFlags(settings, project, host, backend.name);
  return { settings: settings.state, project, terminal, environment, workingDirectory, checkout, flags };
}

/**
 * What has to be said in a terminal, at the top of a clone, so that the same states are meant: files and folders as they
 * were given, and the place where it is not what a terminal would take anyway. Of a backend that no terminal reaches, it
 * is the one that takes its place.
 */
export function locationFlags(
  { state, manifest, workingDirectory, project: name }: LocationSettings,
  project: StateSaid | undefined,
  host: Pick<Host, "terminal" | "directory" | "backends">,
  backend: string,
): string[] {
  const { terminal, directory } = host;
  // A runner's path means nothing elsewhere.
  const folder = terminal || !isAbsolute(workingDirectory) ? workingDirectory : relative(directory, workingDirectory);
  const inTerminal =
    project?.state.backend ?? (meantBackend(project?.state ?? {}, host) ?? standardBackend("terminal", host)).name;
  const instead = backendNamed(backend, host.backends)?.insteadInTerminal;
  const said = instead ?? state.backend ?? (inTerminal === backend ? undefined : backend);
  const given: [flag: string, value: string | undefined][] = [
    ...(manifest.join() === "opus.yaml" ? [] : manifest.map((file): [string, string] => ["--manifest", file])),
    ["--project", project === undefined ? name : undefined],
    ["--working-directory", folder === "." || folder === "" ? undefined : folder],
    ["--state-backend", said],
    ["--state-path", state.path],
    ["--state-branch", state.branch],
  ];
  return given.flatMap(([flag, value]) => (value === undefined ? [] : [flag, value]));
}

/** Has anybody said where state is kept? Else it is where a terminal or a workflow keeps it by default. */
export function isChosen({ state }: Pick<Settings, "state">, project: Pick<Project, "state"> | undefined): boolean {
  const { backend, branch, path } = project?.state ?? {};
  return [state.backend, state.branch, state.path, backend, branch, path].some((one) => one !== undefined);
}

/** The backend of a run, wherever its states are then. */
export function chosenBackend(
  { state }: Pick<Settings, "state">,
  project: Pick<Project, "state"> | undefined,
  host: Pick<Host, "terminal" | "backends">,
): Result<Backend, Failure> {
  const said = project?.state ?? {};
  const given = state.backend ?? (state.branch || state.path ? meantBackend(state, host)?.name : undefined);
  if (given === undefined && state.branch !== undefined && state.path !== undefined) {
    const message = "both a branch and a path were given for state; say which of them counts with `state-backend`";
    return err(failure("invalid-input", message));
  }
  const name = given ?? said.backend;
  if (name === undefined)
    return ok(meantBackend(said, host) ?? standardBackend(host.terminal ? "terminal" : "workflow", host));
  const found = backendNamed(name, host.backends);
  return found ? ok(found) : err(failure("invalid-input", `there is no state backend "${name}"`));
}

/** A path alone means the file backend, a branch alone the branch. */
function meantBackend(state: ProjectState, host: Backends): Backend | undefined {
  const [meant, second] = backendsOf(host).filter(({ chosenBy }) => chosenBy && state[chosenBy] !== undefined);
  return second === undefined ? meant : undefined;
}
