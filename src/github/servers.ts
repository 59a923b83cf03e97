/** Which server a workflow runs for, and what of GitHub's it has. docs/servers.md has the same as a table. */

export type ServerKind = "github.com" | "ghe.com" | "ghes" | "gitea" | "forgejo";

type Environment = { readonly [name: string]: string | undefined };

/** What is known of a server. */
export interface KnownServer {
  /** As people call it. */
  readonly name: string;
  /** The same in short, as "GitHub" for all of GitHub's. */
  readonly called: string;
  /** Half a sentence each: why a feature is missing; absent: it is there. */
  readonly lacks: { readonly [feature in Feature]?: string };
  /** Answers questions of GraphQL. */
  readonly graphql: boolean;
  /** As this login the token of a job writes. */
  readonly jobLogin: string;
  /** A new issue names its labels by their numbers, and only those that the repository has. */
  readonly numbersLabels: boolean;
  /** Parameters of a list of issues, without pull requests where that can be said. */
  readonly issuesOf: (author: string) => { readonly [name: string]: string };
  /** Tells of a run as a whole, in older versions not of its attempts. */
  readonly wholeRuns: boolean;
  /** Lines for a terminal in a clone that check a pull request out. */
  readonly checkout: (pullRequest: number) => readonly string[];
  /** The last name of the path that tells which pull request brought a commit. */
  readonly pullOfCommit: "pulls" | "pull";
}

/** What not every server has. */
export type Feature = "cache" | "checks" | "runs";

const github = {
  called: "GitHub",
  graphql: true,
  jobLogin: "github-actions[bot]",
  numbersLabels: false,
  issuesOf: (author: string) => ({ creator: author }),
  wholeRuns: false,
  checkout: (pullRequest: number) => [`gh pr checkout ${pullRequest}`],
  pullOfCommit: "pulls",
} as const satisfies Partial<KnownServer>;

const noCache = (name: string): string => `${name} has no cache service of the version 2, which GitHub.com has`;

const gitea = {
  graphql: false,
  numbersLabels: true,
  // There is no account of the login of a job, and who asks for its issues is told "not found".
  issuesOf: () => ({ type: "issues", limit: "50" }),
  wholeRuns: true,
  checkout: (pullRequest: number) => [`git fetch origin pull/${pullRequest}/head`, "git checkout FETCH_HEAD"],
  pullOfCommit: "pull",
} as const;

export const servers: { readonly [kind in ServerKind]: KnownServer } = {
  "github.com": { ...github, name: "GitHub.com", lacks: {} },
  "ghe.com": { ...github, name: "GHE.com", lacks: {} },
  ghes: { ...github, name: "GitHub Enterprise Server", lacks: { cache: noCache("GitHub Enterprise Server") } },
  gitea: {
    ...gitea,
    name: "Gitea",
    called: "Gitea",
    jobLogin: "gitea-actions",
    lacks: { cache: noCache("Gitea"), checks: "Gitea has no checks" },
  },
  forgejo: {
    ...gitea,
    name: "Forgejo",
    called: "Forgejo",
    jobLogin: "forgejo-actions",
    lacks: {
      cache: noCache("Forgejo"),
      checks: "Forgejo has no checks",
      runs: "Forgejo does not tell whether an attempt of a run is over",
    },
  },
};

/**
 * The sort of server that a workflow runs for. Runners of Gitea and Forgejo set the variables of GitHub's to addresses of
 * their own, and say who they are in further ones; those of Forgejo set Gitea's too.
 */
export function serverKind(environment: Environment): ServerKind {
  const { FORGEJO_ACTIONS, GITEA_ACTIONS, GITHUB_SERVER_URL, GITHUB_API_URL } = environment;
  if (FORGEJO_ACTIONS) return "forgejo";
  // Nobody else has an API of this version: it is known of a runner, too, that does not say who it is.
  if (GITEA_ACTIONS || /\/api\/v1\/?$/.test(GITHUB_API_URL ?? "")) return "gitea";
  const host = URL.parse(GITHUB_SERVER_URL || "https://github.com")?.hostname ?? "";
  if (host === "github.com") return "github.com";
  // The official client of the cache takes a name below `localhost` for one of these.
  return /\.(?:ghe\.com|localhost)$/.test(host) ? "ghe.com" : "ghes";
}

/** What is known of the server that a workflow runs for. */
export function serverOf(environment: Environment): KnownServer {
  return servers[serverKind(environment)];
}
