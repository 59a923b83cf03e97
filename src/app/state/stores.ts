import { join } from "node:path";
import type { RunLookup } from "../../engine/ports/run-lookup.ts";
import type { StateName, StateStore } from "../../engine/ports/state-store.ts";
import { ownedPrefix } from "../../node/files/private-folders.ts";
import { runGit } from "../../node/git/git.ts";
import { sha256 } from "../../node/sha256.ts";
import type { GitProgram, StateLocation, StateStores, StoreServices } from "../../state/backend.ts";
import type { FileSystem } from "../../state/backends/file/file-system.ts";
import { folderName } from "../../state/backends/file/state-folder.ts";
import { localMachine } from "../../state/lock/process-identity.ts";
import { localRoot } from "./local-root.ts";
import { tracedStore } from "./traced-store.ts";

/** What the stores of a run share. */
export interface StoresOptions
  extends Pick<
    StoreServices,
    "environment" | "terminal" | "version" | "token" | "initialize" | "clock" | "sealing" | "redact" | "onProgress"
  > {
  readonly place: StateLocation;
  readonly project: string;
  /** See `StateLocation.open`. */
  readonly oneLook?: boolean;
  /** For state in a folder. */
  readonly stateFiles: FileSystem;
}

/** Git, as stores use it. */
export const gitProgram: GitProgram = {
  run: runGit,
  get folderPrefix() {
    return ownedPrefix("state");
  },
};

/** Opens the stores of a run's contexts, which share one place. */
export class Stores {
  readonly #project: string;
  readonly #stores: StateStores;

  constructor(options: StoresOptions) {
    this.#project = options.project;
    this.#stores = options.place.open(storeServices(options), options.oneLook);
  }

  /** @param project whose state it is; absent: that of the run's own */
  async open(context: string, project = this.#project): Promise<StateStore> {
    return tracedStore(await this.#stores.open({ project, context }));
  }

  /** Removes what is only needed while the run goes on. */
  dispose(): Promise<void> {
    return this.#stores.dispose();
  }
}

/** What a place needs to open its stores, or to look at all of them. */
export function storeServices({
  place: _,
  project: __,
  oneLook: ___,
  stateFiles: files,
  ...options
}: StoresOptions): StoreServices {
  const root = localRoot(options);
  return {
    ...options,
    files,
    git: gitProgram,
    machine: () => localMachine(join(root, "machine")),
    runLookup: () => runLookup(options),
    actionsCache: async (repository) => {
      const { openActionsCache } = await import("./actions-cache.ts");
      return openActionsCache(repository, options);
    },
    localFolder: (place, name) => localFolder(root, place, name),
  };
}

/** Runs with the same place that follow each other on one machine find what the one before has left. */
function localFolder(root: string, place: string, { project, context }: StateName): string {
  const key = sha256(place).slice(0, 16);
  return join(root, key, folderName(project), folderName(context));
}

/** Only a step knows which runs are of its repository. Few ever meet the lock of another run. */
function runLookup({
  environment,
  token = "",
  version,
  terminal,
}: Pick<StoreServices, "environment" | "token" | "version" | "terminal">): RunLookup | undefined {
  const {
    GITHUB_API_URL: apiUrl = "https://api.github.com",
    GITHUB_SERVER_URL: serverUrl,
    GITHUB_REPOSITORY: repository,
  } = environment;
  if (terminal || !serverUrl || !repository) return undefined;
  const userAgent = `magnum-opus/${version}`;
  let made: RunLookup | undefined;
  return async (run, signal) => {
    const { createRunLookup } = await import("../../github/run-lookup.ts");
    made ??= createRunLookup({ apiUrl, serverUrl, repository, token, userAgent, environment });
    return made(run, signal);
  };
}
