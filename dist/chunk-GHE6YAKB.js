import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";

// src/github/api/proxy.ts
function usableProxy(url, environment) {
  const proxy = proxyFor(url, environment);
  if (proxy === void 0 || URL.canParse(proxy.url) && isHttp(proxy.url)) return proxy?.url;
  throw new TaskFailure(`the variable \`${proxy.variable}\` holds no address of an HTTP proxy`, {
    untouched: true,
    hint: "Write it as `host:port`, `http://host:port` or `http://user:password@host:port`."
  });
}
var forAll = ["all_proxy", "ALL_PROXY"];
function proxyFor(url, environment) {
  const name = url.startsWith("https:") ? "https_proxy" : "http_proxy";
  for (const variable of [name, name.toUpperCase(), ...forAll]) {
    const value = environment[variable];
    if (!value) continue;
    const address = withScheme(value.trim());
    if (forAll.includes(variable) && !isHttp(address)) continue;
    return { variable, url: address };
  }
  return void 0;
}
function withScheme(value) {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
}
function isHttp(address) {
  return /^https?:/i.test(address);
}
function noProxy(environment) {
  return environment.no_proxy || environment.NO_PROXY || "";
}

// src/github/servers.ts
var github = {
  called: "GitHub",
  graphql: true,
  jobLogin: "github-actions[bot]",
  numbersLabels: false,
  issuesOf: (author) => ({ creator: author }),
  wholeRuns: false,
  checkout: (pullRequest) => [`gh pr checkout ${pullRequest}`],
  pullOfCommit: "pulls"
};
var noCache = (name) => `${name} has no cache service of the version 2, which GitHub.com has`;
var gitea = {
  graphql: false,
  numbersLabels: true,
  // There is no account of the login of a job, and who asks for its issues is told "not found".
  issuesOf: () => ({ type: "issues", limit: "50" }),
  wholeRuns: true,
  checkout: (pullRequest) => [`git fetch origin pull/${pullRequest}/head`, "git checkout FETCH_HEAD"],
  pullOfCommit: "pull"
};
var servers = {
  "github.com": { ...github, name: "GitHub.com", lacks: {} },
  "ghe.com": { ...github, name: "GHE.com", lacks: {} },
  ghes: { ...github, name: "GitHub Enterprise Server", lacks: { cache: noCache("GitHub Enterprise Server") } },
  gitea: {
    ...gitea,
    name: "Gitea",
    called: "Gitea",
    jobLogin: "gitea-actions",
    lacks: { cache: noCache("Gitea"), checks: "Gitea has no checks" }
  },
  forgejo: {
    ...gitea,
    name: "Forgejo",
    called: "Forgejo",
    jobLogin: "forgejo-actions",
    lacks: {
      cache: noCache("Forgejo"),
      checks: "Forgejo has no checks",
      runs: "Forgejo does not tell whether an attempt of a run is over"
    }
  }
};
function serverKind(environment) {
  const { FORGEJO_ACTIONS, GITEA_ACTIONS, GITHUB_SERVER_URL, GITHUB_API_URL } = environment;
  if (FORGEJO_ACTIONS) return "forgejo";
  if (GITEA_ACTIONS || /\/api\/v1\/?$/.test(GITHUB_API_URL ?? "")) return "gitea";
  const host = URL.parse(GITHUB_SERVER_URL || "https://github.com")?.hostname ?? "";
  if (host === "github.com") return "github.com";
  return /\.(?:ghe\.com|localhost)$/.test(host) ? "ghe.com" : "ghes";
}
function serverOf(environment) {
  return servers[serverKind(environment)];
}

export {
  usableProxy,
  proxyFor,
  noProxy,
  serverKind,
  serverOf
};
