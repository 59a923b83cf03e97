/** Which hosts a run reaches, and for what. docs/network.md has it as tables; a test connects with each of them. */

import { type ServerKind, serverKind } from "./servers.ts";

type Environment = { readonly [name: string]: string | undefined };

/** Hosts that belong to the server of a workflow. `own`: what manifests, modules and settings of a repository name. */
export type HostRole = keyof typeof serverHosts | "own";

interface ServerHost {
  readonly what: string;
  /** The variable that tells its address; absent: the service before it does. */
  readonly variable?: string;
  /** Port 443 of these; `ACME` stands for the name of an enterprise. Absent: such a server has none that opus asks. */
  readonly at: { readonly [kind in ServerKind]?: string };
}

const theServer = "the server's own";

export const serverHosts = {
  git: {
    what: "git",
    variable: "GITHUB_SERVER_URL",
    at: {
      "github.com": "github.com",
      "ghe.com": "ACME.ghe.com",
      ghes: theServer,
      gitea: theServer,
      forgejo: theServer,
    },
  },
  api: {
    what: "API",
    variable: "GITHUB_API_URL",
    at: {
      "github.com": "api.github.com",
      "ghe.com": "api.ACME.ghe.com",
      ghes: theServer,
      gitea: theServer,
      forgejo: theServer,
    },
  },
  cache: {
    what: "cache service",
    variable: "ACTIONS_RESULTS_URL",
    at: { "github.com": "*.actions.githubusercontent.com", "ghe.com": "*.actions.ACME.ghe.com" },
  },
  archives: {
    what: "archives of the cache",
    at: { "github.com": "*.blob.core.windows.net", "ghe.com": "*.blob.core.windows.net" },
  },
} as const satisfies { readonly [role: string]: ServerHost };

interface ReachingFeature {
  /** As the docs call it, with a link. */
  readonly what: string;
  readonly reaches: readonly HostRole[];
  /** More about it, for the docs. */
  readonly more?: string;
}

export const reachingFeatures = {
  nothing: {
    what: "Planning and applying, the log, the job summary, outputs and annotations, `File`, state [in files](state.md#in-files), [sealed state](state-encryption.md), [reports](pull-requests.md#several-contexts)",
    reaches: [],
  },
  branch: {
    what: "State [on a branch](state.md#on-a-branch), the default; `opus state`, [`opus site`](site.md)",
    reaches: ["git"],
  },
  terminal: {
    what: "A command in a [terminal](terminal.md), where nobody has said where state is",
    reaches: ["git"],
    more: "The server of `origin` is asked once whether it has the state of a context that is not here.",
  },
  lock: {
    what: "A lock that another run holds",
    reaches: ["git", "api"],
    more: "The API is asked whether that run is over.",
  },
  cache: {
    what: "State [in the cache](state-cache.md)",
    reaches: ["api", "cache", "archives"],
    more: "Which host has the archives is told with each signed address; on GitHub.com their names begin with `productionresultssa`.",
  },
  comment: {
    what: "[Previews](pull-requests.md) in a comment (`comment-pr`), reviewed plans",
    reaches: ["api"],
    more: "Only for pull requests, and after an apply on a branch.",
  },
  issue: { what: "The [drift issue](drift.md) (`drift-issue`)", reaches: ["api"] },
  checks: { what: "The hook [`check`](hooks.md#checks)", reaches: ["api"] },
  webhooks: { what: "[Webhooks](webhooks.md)", reaches: ["own"], more: "The hosts of their addresses." },
  http: {
    what: "[`HttpResource`](kinds/http-resource.md), [`Download`](kinds/download.md), [`Probe`](kinds/probe.md)",
    reaches: ["own"],
    more: "The hosts of their addresses, of the sign-in that they name, and where a `Download` is led on to.",
  },
  debug: { what: "[`opus debug-info`](bug-reports.md)", reaches: ["api"], more: "Only with a token." },
} as const satisfies { readonly [feature: string]: ReachingFeature };

/** The hosts that the variables of this run name, for people: `git: github.com, API: api.github.com`. */
export function hostsWords(environment: Environment): string {
  const kind = serverKind(environment);
  const words = Object.values<ServerHost>(serverHosts).flatMap(({ what, variable, at }) => {
    const host = variable === undefined ? undefined : URL.parse(environment[variable] ?? "")?.host;
    return at[kind] !== undefined && host ? [`${what}: ${host}`] : [];
  });
  return words.length === 0 ? "the environment names none" : words.join(", ");
}
