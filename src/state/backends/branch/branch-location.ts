import { tmpdir } from "node:os";
import { err, explained, type Failure, failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import { withoutEnd } from "../../../engine/text/line-ends.ts";
import { shownAddress, withoutCredentials } from "../../../engine/text/shown-url.ts";
import type { Checkout, LocateRequest, StoreServices } from "../../backend.ts";
import { BranchRepository, type BranchRepositoryOptions } from "./git/branch-repository.ts";
import type { GitSetting } from "./git/git-environment.ts";

/** The branch that state is on. Plain data. */
export interface BranchLocation {
  readonly branch: string;
  /** What git is given. In a terminal it may hold the user's credentials, in a step it never does. */
  readonly url: string;
  /** The same for messages, without credentials. */
  readonly shown: string;
  /** Of the commits on the branch. */
  readonly author: { readonly name: string; readonly email: string };
  /** In a terminal only: settings of the checkout that say how its server is reached. May hold credentials. */
  readonly settings?: readonly GitSetting[];
  /** See `LocateRequest.flags`. */
  readonly flags: readonly string[];
}

/** GitHub shows commits of this address as made by the workflow. */
const actionsAuthor = { name: "github-actions[bot]", email: "41898282+github-actions[bot]@users.noreply.github.com" };
const unknownAuthor = { name: "opus", email: "opus@localhost" };
/** Where nobody has named another one. */
export const defaultBranch = "opus-state";

/** The branch of the repository that a workflow runs for, or that a terminal's checkout has as `origin`. */
export async function branchLocation(request: LocateRequest): Promise<Result<BranchLocation, Failure>> {
  const { settings, project, terminal, workingDirectory, checkout, flags } = request;
  const branch = settings.branch ?? project?.state.branch ?? defaultBranch;
  const remote = terminal ? await checkoutRemote(workingDirectory, checkout) : repositoryRemote(request);
  if (!remote.ok) return remote;
  const place = { branch, flags, ...remote.value };
  if (!terminal) return ok({ ...place, author: actionsAuthor });
  const [author, connection] = await Promise.all([
    checkout.author(workingDirectory),
    checkout.connection(workingDirectory),
  ]);
  return ok({ ...place, author: author ?? unknownAuthor, settings: connection });
}

/**
 * The repository in which a branch of state is, not asked yet.
 * @param patience how long, how often and how many times over the server is asked; default: as a store needs it
 */
export function branchRepository(
  { url, shown, branch, author, settings = [] }: BranchLocation,
  services: Pick<StoreServices, "environment" | "terminal" | "token" | "clock" | "redact" | "git">,
  patience: Pick<BranchRepositoryOptions, "exchangeMs" | "tries" | "oneLook"> = {},
): BranchRepository {
  const { environment, terminal, token, clock, redact, git } = services;
  return new BranchRepository({
    url,
    shown,
    branch,
    author,
    server: serverOf(url),
    ...(token === undefined ? {} : { token }),
    ...(terminal ? { ownSettings: settings } : {}),
    clock,
    git: git.run,
    environment,
    temporaryFolder: environment.RUNNER_TEMP || tmpdir(),
    folderPrefix: git.folderPrefix,
    // What git says of an address: as it was given, or with its query alone.
    redact: (text) => redact(text.replaceAll(url, shown).replaceAll(withoutCredentials(url), shown)),
    ...patience,
  });
}

/** `https://github.com` of `https://github.com/octo/storefront`; no token goes to any other. */
function serverOf(url: string): string {
  return /^https?:\/\/[^/]+/i.exec(url)?.[0] ?? url;
}

type Remote = { readonly url: string; readonly shown: string };

function repositoryRemote({ environment }: Pick<LocateRequest, "environment">): Result<Remote, Failure> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  if (server && repository) {
    const url = `${withoutEnd(server, "/")}/${repository}`;
    return ok({ url, shown: shownAddress(url) });
  }
  const message =
    "state is kept on a branch of this repository, and the environment does not say which one that is (GITHUB_SERVER_URL and GITHUB_REPOSITORY)";
  return err(failure("invalid-input", message));
}

async function checkoutRemote(folder: string, checkout: Checkout): Promise<Result<Remote, Failure>> {
  const origin = await checkout.origin(folder);
  if (origin.ok) return ok({ url: origin.value, shown: shownAddress(origin.value) });
  const message = `state is kept on a branch of the repository that \`origin\` of this checkout names, and ${origin.error}`;
  const suggestion = "Run it inside a clone, add the remote, or use `--state-backend file`.";
  return err(explained("invalid-input", message, { suggestion }));
}
