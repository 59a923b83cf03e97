import { isAbsolute, relative, resolve as resolvePath } from "node:path";
import type { Settings } from "../../action/inputs.ts";
import { err, type Failure, failure, type Location, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Project, ProjectState } from "../../engine/model/project.ts";
import { withoutEnd } from "../../engine/text/line-ends.ts";
import { withoutCredentials } from "../../engine/text/shown-url.ts";
import type { Host } from "../host.ts";

/** Where all states of a run are kept. Plain data. */
export type StateLocation = FileLocation | BranchLocation | CacheLocation;

interface AnyPlace {
  /**
   * Words that lead a terminal to the same states, in a clone and at its top: `--state-backend branch`. The context is
   * not among them. Where no terminal gets there, they lead to a branch.
   */
  readonly flags: readonly string[];
}

export interface FileLocation extends AnyPlace {
  readonly backend: "file";
  /** Absolute. */
  readonly path: string;
}

export interface BranchLocation extends AnyPlace {
  readonly backend: "branch";
  readonly branch: string;
  /** What git is given. In a terminal it may hold the user's credentials, in a step it never does. */
  readonly url: string;
  /** The same for messages, without credentials. */
  readonly shown: string;
  /** Of the commits on the branch. */
  readonly author: { readonly name: string; readonly email: string };
  /** In a terminal only: settings of the checkout that say how its server is reached. May hold credentials. */
  readonly settings?: readonly (readonly [name: string, value: string])[];
}

/** Only a step of a workflow gets there. */
export interface CacheLocation extends AnyPlace {
  readonly backend: "cache";
  /** `owner/name`. */
  readonly repository: string;
}

/** A Project, as far as it tells where state is. */
export interface StateSaid {
  readonly state: ProjectState;
  /** Where it says so; absent: that is not known any more. */
  locate?(pointer: string): Location;
}

/** What a checkout of git tells. */
export interface Checkout {
  /** Address or absolute path of its remote `origin`, or the end of a sentence that says why there is none. */
  origin(folder: string): Promise<Result<string, string>>;
  /** Whom git would name as the author of a commit there. */
  author(folder: string): Promise<BranchLocation["author"] | undefined>;
  /** What of its settings says how its server is reached. */
  connection(folder: string): Promise<NonNullable<BranchLocation["settings"]>>;
}

/** GitHub shows commits of this address as made by the workflow. */
const actionsAuthor = { name: "github-actions[bot]", email: "41898282+github-actions[bot]@users.noreply.github.com" };
const unknownAuthor = { name: "opus", email: "opus@localhost" };
/** Where nobody has named another one. */
export const defaultBranch = "opus-state";
const defaultPath = ".opus/state";

/** Where the file backend keeps state, absolute; whichever backend is chosen, no task may write there. */
export function statePath(
  settings: Pick<Settings, "state">,
  project: StateSaid | undefined,
  workingDirectory: string,
): string {
  return resolvePath(workingDirectory, settings.state.path ?? project?.state.path ?? defaultPath);
}

/**
 * Inputs go before what the project says; without both it is a branch of this repository in a workflow, a folder in a
 * terminal. A `state-path` or `state-branch` alone chooses its backend.
 */
export async function stateLocation(
  settings: Settings,
  project: StateSaid | undefined,
  host: Pick<Host, "terminal" | "environment" | "directory">,
  workingDirectory: string,
  checkout: Checkout,
): Promise<Result<StateLocation, Failure>> {
  const backend = chosenBackend(settings, project, host);
  if (!backend.ok) return backend;
  if (backend.value === "file") {
    const flags = locationFlags(settings, project, host, "file");
    return ok({ backend: "file", path: statePath(settings, project, workingDirectory), flags });
  }
  if (backend.value === "cache") return cachePlace(settings, project, host);
  return branchLocation(settings, project, host, workingDirectory, checkout);
}

/** The branch that state is on where it is on one. */
export async function branchLocation(
  settings: Settings,
  project: StateSaid | undefined,
  host: Pick<Host, "terminal" | "environment" | "directory">,
  workingDirectory: string,
  checkout: Checkout,
): Promise<Result<BranchLocation, Failure>> {
  const flags = locationFlags(settings, project, host, "branch");
  const branch = settings.state.branch ?? project?.state.branch ?? defaultBranch;
  const remote = host.terminal ? await checkoutRemote(workingDirectory, checkout) : repositoryRemote(host);
  if (!remote.ok) return remote;
  const place = { backend: "branch", branch, flags, ...remote.value } as const;
  if (!host.terminal) return ok({ ...place, author: actionsAuthor });
  const [author, connection] = await Promise.all([
    checkout.author(workingDirectory),
    checkout.connection(workingDirectory),
  ]);
  return ok({ ...place, author: author ?? unknownAuthor, settings: connection });
}

/**
 * What has to be said in a terminal, at the top of a clone, so that the same states are meant: files and folders as they
 * were given, and the place where it is not what a terminal would take anyway. Of the cache, which no terminal reaches,
 * it is the branch that could take its place.
 */
export function locationFlags(
  { state, manifest, workingDirectory }: PlaceSettings,
  project: Pick<Project, "state"> | undefined,
  { terminal, directory }: Pick<Host, "terminal" | "directory">,
  backend: string,
): string[] {
  // A runner's path means nothing elsewhere.
  const folder = terminal || !isAbsolute(workingDirectory) ? workingDirectory : relative(directory, workingDirectory);
  const inTerminal = project?.state.backend ?? meantBackend(project?.state ?? {}) ?? "file";
  const said = backend === "cache" ? "branch" : (state.backend ?? (inTerminal === backend ? undefined : backend));
  const given: [flag: string, value: string | undefined][] = [
    ...(manifest.join() === "opus.yaml" ? [] : manifest.map((file): [string, string] => ["--manifest", file])),
    ["--working-directory", folder === "." || folder === "" ? undefined : folder],
    ["--state-backend", said],
    ["--state-path", state.path],
    ["--state-branch", state.branch],
  ];
  return given.flatMap(([flag, value]) => (value === undefined ? [] : [flag, value]));
}

type PlaceSettings = Pick<Settings, "state" | "manifest" | "workingDirectory">;

/** Has anybody said where state is kept? Else it is where a terminal or a workflow keeps it by default. */
export function isChosen({ state }: Pick<Settings, "state">, project: Pick<Project, "state"> | undefined): boolean {
  const { backend, branch, path } = project?.state ?? {};
  return [state.backend, state.branch, state.path, backend, branch, path].some((one) => one !== undefined);
}

/** The backend of a run, wherever its states are then. */
export function chosenBackend(
  { state }: Pick<Settings, "state">,
  project: Pick<Project, "state"> | undefined,
  { terminal }: Pick<Host, "terminal">,
): Result<"branch" | "cache" | "file", Failure> {
  const given = state.backend ?? (state.branch || state.path ? meantBackend(state) : undefined);
  const backend = given ?? project?.state.backend ?? meantBackend(project?.state ?? {}) ?? fallback(terminal);
  if (given === undefined && state.branch !== undefined && state.path !== undefined) {
    const message = "both a branch and a path were given for state; say which of them counts with `state-backend`";
    return err(failure("invalid-input", message));
  }
  return ok(backend);
}

/** In a terminal the Project may say what only workflows can do: then its line is named. */
function cachePlace(
  settings: Settings,
  project: StateSaid | undefined,
  host: Pick<Host, "terminal" | "environment" | "directory">,
): Result<CacheLocation, Failure> {
  const { terminal, environment } = host;
  const { GITHUB_REPOSITORY: repository } = environment;
  const flags = locationFlags(settings, project, host, "cache");
  if (!terminal && repository) return ok({ backend: "cache", repository, flags });
  const location = settings.state.backend === undefined ? project?.locate?.("/spec/state/backend") : undefined;
  const [message, suggestion] = terminal
    ? [
        'the state backend "cache" can\'t be reached from a terminal: GitHub opens its Actions cache to steps of a workflow alone',
        "Run the command in a workflow (`describe` shows what is recorded); or keep state on a branch, which both reach: `state-backend: branch`.",
      ]
    : [
        "state is kept in the Actions cache of this repository, and the environment does not say which one that is (GITHUB_REPOSITORY)",
        "Use the action in a step of a workflow.",
      ];
  const problem = { severity: "error", code: "invalid-input", message, suggestion } as const;
  return err(failure("invalid-input", message, [location === undefined ? problem : { ...problem, location }]));
}

/** A path alone means the file backend, a branch alone the branch. */
function meantBackend(state: { readonly branch?: string; readonly path?: string }): "branch" | "file" | undefined {
  if (state.branch !== undefined) return state.path === undefined ? "branch" : undefined;
  return state.path === undefined ? undefined : "file";
}

function fallback(terminal: boolean): "branch" | "file" {
  return terminal ? "file" : "branch";
}

type Remote = { readonly url: string; readonly shown: string };

function repositoryRemote({ environment }: Pick<Host, "environment">): Result<Remote, Failure> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  if (server && repository) {
    const url = `${withoutEnd(server, "/")}/${repository}`;
    return ok({ url, shown: withoutCredentials(url) });
  }
  const message =
    "state is kept on a branch of this repository, and the environment does not say which one that is (GITHUB_SERVER_URL and GITHUB_REPOSITORY)";
  return err(failure("invalid-input", message));
}

async function checkoutRemote(folder: string, checkout: Checkout): Promise<Result<Remote, Failure>> {
  const origin = await checkout.origin(folder);
  if (origin.ok) return ok({ url: origin.value, shown: withoutCredentials(origin.value) });
  const message = `state is kept on a branch of the repository that \`origin\` of this checkout names, and ${origin.error}`;
  return err(
    failure("invalid-input", message, [
      {
        severity: "error",
        code: "invalid-input",
        message,
        suggestion: "Run it inside a clone, add the remote, or use `--state-backend file`.",
      },
    ]),
  );
}
