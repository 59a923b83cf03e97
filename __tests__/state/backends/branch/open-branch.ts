import { join } from "node:path";
import { runGit } from "../../../../src/node/git/git.ts";
import type { GitCall, GitEnd } from "../../../../src/ports/git.ts";
import { BranchStore } from "../../../../src/state/backends/branch/branch-store.ts";
import type { BranchStoreOptions } from "../../../../src/state/backends/branch/branch-store-options.ts";
import {
  BranchRepository,
  type BranchRepositoryOptions,
} from "../../../../src/state/backends/branch/git/branch-repository.ts";
import { clock, context, project } from "../../fixtures.ts";

export interface OpenOptions {
  /** Of the server. */
  readonly url: string;
  readonly token?: string;
  /** For the private repository, and for what stays on this machine. */
  readonly folder: string;
  readonly context?: string;
  readonly git?: (call: GitCall) => Promise<GitEnd>;
  readonly repository?: Partial<BranchRepositoryOptions>;
  readonly store?: Partial<BranchStoreOptions>;
}

export function openRepository(options: OpenOptions): BranchRepository {
  const { url, token, folder, git = runGit, repository } = options;
  return new BranchRepository({
    url: `${url}/octo/storefront`,
    shown: `${url}/octo/storefront`,
    server: url,
    ...(token !== undefined && { token }),
    branch: "opus-state",
    author: { name: "github-actions[bot]", email: "41898282+github-actions[bot]@users.noreply.github.com" },
    clock,
    git,
    environment: process.env,
    temporaryFolder: join(folder, "temporary"),
    ...repository,
  });
}

/** A store as a run would have it: with a private repository of its own. */
export function openBranch(options: OpenOptions): BranchStore {
  return new BranchStore({
    repository: openRepository(options),
    project,
    context: options.context ?? context,
    writer: "0.0.0",
    localFolder: join(options.folder, "local"),
    ...options.store,
  });
}
