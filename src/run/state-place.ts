import { resolve as resolvePath } from "node:path";
import type { Settings } from "../action/inputs.ts";
import { err, type Failure, failure, ok, type Result } from "../engine/diagnostic.ts";
import type { Project } from "../engine/project.ts";
import type { Host } from "./host.ts";

/** Where all states of a run are kept. Plain data without secrets: a step hands it to its post step. */
export type StatePlace =
  | { readonly backend: "file" /** Absolute. */; readonly path: string }
  | {
      readonly backend: "branch";
      readonly branch: string;
      /** What git is given. May hold the user's credentials in a terminal, never the token of a step. */
      readonly url: string;
      /** The same for messages, without credentials. */
      readonly shown: string;
    };

/** Asks git for the URL of the checkout's `origin`. */
export type FindOrigin = (folder: string) => Promise<Result<string, string>>;

const defaultBranch = "opus-state";
const defaultPath = ".opus/state";

/** Where the file backend keeps state, absolute; whichever backend is chosen, no task may write there. */
export function statePath(settings: Settings, project: Project | undefined, workingDirectory: string): string {
  return resolvePath(workingDirectory, settings.state.path ?? project?.state.path ?? defaultPath);
}

/**
 * Inputs go before what the project says; without both it is a branch of this repository in a workflow, a folder in a
 * terminal. A `state-path` or `state-branch` alone chooses its backend.
 */
export async function statePlace(
  settings: Settings,
  project: Project | undefined,
  host: Host,
  workingDirectory: string,
  findOrigin: FindOrigin,
): Promise<Result<StatePlace, Failure>> {
  const backend = chosenBackend(settings, project, host);
  if (!backend.ok) return backend;
  if (backend.value === "file") return ok({ backend: "file", path: statePath(settings, project, workingDirectory) });
  const branch = settings.state.branch ?? project?.state.branch ?? defaultBranch;
  const remote = host.terminal ? await checkoutRemote(workingDirectory, findOrigin) : repositoryRemote(host);
  return remote.ok ? ok({ backend: "branch", branch, ...remote.value }) : remote;
}

function chosenBackend(
  { state }: Settings,
  project: Project | undefined,
  { terminal }: Host,
): Result<"branch" | "file", Failure> {
  const given = state.backend ?? (state.branch || state.path ? meantBackend(state) : undefined);
  const backend = given ?? project?.state.backend ?? meantBackend(project?.state ?? {}) ?? fallback(terminal);
  if (given === undefined && state.branch !== undefined && state.path !== undefined) {
    const message = "both a branch and a path were given for state; say which of them counts with `state-backend`";
    return err(failure("invalid-input", message));
  }
  if (backend !== "cache") return ok(backend);
  return err(failure("invalid-input", 'the state backend "cache" is not available yet'));
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

function repositoryRemote({ environment }: Host): Result<Remote, Failure> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  if (server && repository) {
    const url = `${server.replace(/\/+$/, "")}/${repository}`;
    return ok({ url, shown: withoutCredentials(url) });
  }
  const message =
    "state is kept on a branch of this repository, and the environment does not say which one that is (GITHUB_SERVER_URL and GITHUB_REPOSITORY)";
  return err(failure("invalid-input", message));
}

async function checkoutRemote(folder: string, findOrigin: FindOrigin): Promise<Result<Remote, Failure>> {
  const origin = await findOrigin(folder);
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

/** `https://user:word@host/x` as `https://host/x`. */
function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, "$1");
}
