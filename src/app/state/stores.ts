import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "../../engine/ports/clock.ts";
import type { RunLookup } from "../../engine/ports/run-lookup.ts";
import type { StateStore } from "../../engine/ports/state-store.ts";
import { createRunLookup } from "../../github/run-lookup.ts";
import { ownedPrefix } from "../../node/files/private-folders.ts";
import { runGit } from "../../node/git/git.ts";
import { BranchStore } from "../../state/backends/branch/branch-store.ts";
import { BranchRepository, type BranchRepositoryOptions } from "../../state/backends/branch/git/branch-repository.ts";
import { FileStore } from "../../state/backends/file/file-store.ts";
import type { FileSystem } from "../../state/backends/file/file-system.ts";
import { folderName } from "../../state/backends/file/state-folder.ts";
import { localMachine } from "../../state/lock/machine.ts";
import type { Sealing } from "../../state/seal/seal.ts";
import type { CacheStores } from "./cache-stores.ts";
import { localRoot } from "./local-folders.ts";
import { selfIgnoring } from "./self-ignoring-folder.ts";
import type { BranchLocation, CacheLocation, StateLocation } from "./state-location.ts";

/** What the stores of a run share. */
export interface StoresOptions {
  readonly place: StateLocation;
  readonly project: string;
  /** Of the whole process. */
  readonly environment: { readonly [name: string]: string | undefined };
  readonly terminal: boolean;
  /** For state in a folder. */
  readonly stateFiles: FileSystem;
  /** Version of the program. */
  readonly version: string;
  /** For this repository. When there is none, git signs in by itself in a terminal, and never in a step. */
  readonly token: string | undefined;
  /** State that the cache does not have was never there. */
  readonly initialize: boolean;
  readonly clock: Clock;
  /** Undefined: states are not sealed, and sealed ones can't be opened. */
  readonly sealing: Sealing | undefined;
  /** Takes secrets out of what git or GitHub said. */
  redact(text: string): string;
  /** Tells of something that takes long. */
  onProgress(text: string): void;
}

/** Opens the stores of a run's contexts, which share one place. */
export class Stores {
  readonly #options: StoresOptions;
  #repository: BranchRepository | undefined;
  #cache: CacheStores | undefined;

  constructor(options: StoresOptions) {
    this.#options = options;
  }

  /** @param project whose state it is; absent: that of the run's own */
  async open(context: string, project = this.#options.project): Promise<StateStore> {
    const { place, version, clock, sealing, stateFiles: files } = this.#options;
    switch (place.backend) {
      case "file":
        return new FileStore({
          statePath: place.path,
          project,
          context,
          writer: version,
          clock,
          sealing,
          files: selfIgnoring(files, place.path),
          flags: place.flags,
        });
      case "branch":
        return this.#branch(place, project, context);
      case "cache":
        return this.#cached(place, project, context);
    }
  }

  /** Removes what is only needed while the run goes on. */
  async dispose(): Promise<void> {
    await this.#repository?.dispose();
    await this.#cache?.dispose();
  }

  /** The client of the cache is large, and hardly ever wanted. */
  async #cached(place: CacheLocation, project: string, context: string): Promise<StateStore> {
    const { CacheStores } = await import("./cache-stores.ts");
    this.#cache ??= new CacheStores({ ...this.#options, place });
    return this.#cache.open(project, context, this.#localFolder(`cache\n${place.repository}`, project, context));
  }

  #branch(place: BranchLocation, project: string, context: string): BranchStore {
    const { version, environment, terminal, token, clock, sealing, redact, onProgress } = this.#options;
    const { shown, branch } = place;
    this.#repository ??= branchRepository(place, { environment, terminal, token, clock, redact });
    return new BranchStore({
      repository: this.#repository,
      project,
      context,
      writer: version,
      localFolder: this.#localFolder(`${shown}\n${branch}`, project, context),
      machine: localMachine(join(localRoot({ environment, terminal }), "machine")),
      ...this.#runLookup(),
      sealing,
      onProgress,
      flags: place.flags,
    });
  }

  /** Runs with the same place that follow each other on one machine find what the one before has left. */
  #localFolder(place: string, project: string, context: string): string {
    const { environment, terminal } = this.#options;
    const key = createHash("sha256").update(place).digest("hex").slice(0, 16);
    return join(localRoot({ environment, terminal }), key, folderName(project), folderName(context));
  }

  /** Only a step knows which runs are of its repository. */
  #runLookup(): { readonly runLookup?: RunLookup } {
    const { environment, token = "", version, terminal } = this.#options;
    const {
      GITHUB_API_URL: apiUrl = "https://api.github.com",
      GITHUB_SERVER_URL: serverUrl,
      GITHUB_REPOSITORY: repository,
    } = environment;
    if (terminal || !serverUrl || !repository) return {};
    const userAgent = `magnum-opus/${version}`;
    return { runLookup: createRunLookup({ apiUrl, serverUrl, repository, token, userAgent, environment }) };
  }
}

/**
 * The repository in which a branch of state is, not asked yet.
 * @param storeDeadline how long and how often the server is asked; default: as a store needs it
 */
export function branchRepository(
  { url, shown, branch, author, settings = [] }: BranchLocation,
  options: Pick<StoresOptions, "environment" | "terminal" | "token" | "clock" | "redact">,
  storeDeadline: Pick<BranchRepositoryOptions, "exchangeMs" | "tries"> = {},
): BranchRepository {
  const { environment, terminal, token, clock, redact } = options;
  return new BranchRepository({
    url,
    shown,
    branch,
    author,
    server: serverOf(url),
    ...(token === undefined ? {} : { token }),
    ...(terminal ? { ownSettings: settings } : {}),
    clock,
    git: runGit,
    environment,
    temporaryFolder: environment.RUNNER_TEMP || tmpdir(),
    folderPrefix: ownedPrefix("state"),
    // What git says of a URL with credentials.
    redact: (text) => redact(text.replaceAll(url, shown)),
    ...storeDeadline,
  });
}

/** `https://github.com` of `https://github.com/octo/storefront`; no token goes to any other. */
function serverOf(url: string): string {
  return /^https?:\/\/[^/]+/i.exec(url)?.[0] ?? url;
}
