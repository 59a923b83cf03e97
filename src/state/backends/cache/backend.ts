import { type Diagnostic, err, explained, ok } from "../../../engine/diagnostics/diagnostic.ts";
import type { Backend, LocateRequest, RunBeginning, StateLocation, StateStores, StoreServices } from "../../backend.ts";
import { cacheScopes } from "./cache-scopes.ts";

/** State in the Actions cache of the repository, which only a step of a workflow reaches. */
export const cacheBackend: Backend = {
  name: "cache",
  help: "the Actions cache, best effort",
  noun: "Actions cache",
  insteadInTerminal: "branch",
  label: "best effort",
  async locate(request) {
    const { terminal, environment, flags } = request;
    const { GITHUB_REPOSITORY: repository } = environment;
    return !terminal && repository ? ok(inCache(repository, flags)) : err(notHere(request));
  },
  advise,
  takesNoFile: {
    afterConflict:
      ". The cache takes no file: run again. What this run made and the other one does not know of is adopted then where it is as the manifest says (or with `lifecycle.adopt`), is an error where it is not, and is made again where it can't be looked at",
    otherwise: (push) =>
      `. The cache takes no file: once the cause is mended, run again, which looks at each task of this run to find out what became of it; or go on from the file on a branch, with ${push} and \`state-backend: branch\` in the workflow`,
  },
};

function inCache(repository: string, flags: readonly string[]): StateLocation {
  return {
    backend: cacheBackend,
    flags,
    key: repository,
    open: (services) => openCache({ repository, flags }, services),
  };
}

/** The store and the client of the cache are large, and hardly ever wanted. */
function openCache(
  { repository, flags }: { readonly repository: string; readonly flags: readonly string[] },
  services: StoreServices,
): StateStores {
  const { environment, version, clock, initialize, sealing } = services;
  let opening: ReturnType<StoreServices["actionsCache"]> | undefined;
  return {
    async open(name) {
      opening ??= services.actionsCache(repository);
      const [{ CacheStore }, { cache, granted }] = await Promise.all([import("./cache-store.ts"), opening]);
      return new CacheStore({
        cache,
        scopes: cacheScopes(granted, environment),
        repository,
        ...name,
        writer: version,
        initialize,
        localFolder: services.localFolder(`cache\n${repository}`, name),
        clock,
        sealing,
        flags,
      });
    },
    dispose: async () => (await opening)?.cache.dispose(),
  };
}

/** In a terminal the Project may say what only workflows can do: then its line is named. */
function notHere({ terminal, settings, project }: LocateRequest) {
  const location = settings.backend === undefined ? project?.locate?.("/spec/state/backend") : undefined;
  const [message, suggestion] = terminal
    ? [
        'the state backend "cache" can\'t be reached from a terminal: GitHub opens its Actions cache to steps of a workflow alone',
        "Run the command in a workflow (`describe` shows what is recorded); or keep state on a branch, which both reach: `state-backend: branch`.",
      ]
    : [
        "state is kept in the Actions cache of this repository, and the environment does not say which one that is (GITHUB_REPOSITORY)",
        "Use the action in a step of a workflow.",
      ];
  return explained("invalid-input", message, { suggestion, location });
}

/**
 * What the cache asks of people. That nothing keeps two runs apart is a line in the log: the workflow may well have what
 * it takes, which no step can see, and a note on each run would only be got used to.
 */
function advise({
  project,
  context,
  writes,
  initialize,
  serial,
  sealed,
}: RunBeginning): readonly (string | Diagnostic)[] {
  return [
    ...(writes ? [noLock(project, context)] : []),
    // With a key there is a note of its own.
    ...(initialize && serial > 0 && !sealed ? [leftOn] : []),
  ];
}

/** The group of a project and context, as YAML. */
function noLock(project: string, context: string): string {
  const name = `opus-${project}-${context}`;
  const group = /^[\w.-]+$/.test(name) ? name : JSON.stringify(name);
  return `The cache has no lock. Two runs of ${project}/${context} at once are kept apart by this in their job: \`concurrency: { group: ${group}, queue: max }\``;
}

const leftOn: Diagnostic = {
  severity: "notice",
  code: "initialize-left-on",
  message:
    "the state is there, and `initialize` is still on: should GitHub evict the state, the next run would begin anew and know nothing of what was made",
  suggestion: "Take `initialize` out.",
};
