import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  GitHubServer
} from "./chunk-G5B4PQ7C.js";
import {
  serverOf
} from "./chunk-GHE6YAKB.js";
import {
  isRateLimit,
  limitEnd,
  saidOf
} from "./chunk-3KUNSIUL.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  textsBytes
} from "./chunk-35FI2EEV.js";
import {
  apiAttemptMs,
  apiLimitMs
} from "./chunk-IE326VUJ.js";

// src/github/repository.ts
var GitHubRepository = class {
  #options;
  #server;
  /** Which server it is on. */
  on;
  #repository;
  #client;
  #login;
  constructor(options) {
    const [owner = "", repo = ""] = options.repository.split("/");
    this.#options = options;
    this.#server = new GitHubServer(options);
    this.on = serverOf(options.environment);
    this.#repository = { owner, repo };
  }
  /**
   * The login under which this token writes. Tokens of installations may not ask who they are, but GraphQL tells them;
   * the token of a job writes as `github-actions[bot]`. Other servers have no GraphQL, and a login of their own for it.
   */
  async login(signal) {
    if (this.#login !== void 0) return ok(this.#login);
    const user = await this.ask("GET /user", {}, { signal });
    const query = "query { viewer { login } }";
    const refused = (trouble) => !["unreachable", "rate-limit"].includes(trouble.kind);
    if (!user.ok && !refused(user.error)) return user;
    const viewer = user.ok || !this.on.graphql ? user : await this.ask(`POST ${this.#options.graphqlUrl}`, { query }, { signal, once: true });
    if (!viewer.ok && !refused(viewer.error)) return viewer;
    this.#login = (viewer.ok ? loginIn(viewer.value.data) : void 0) ?? this.on.jobLogin;
    return ok(this.#login);
  }
  /**
   * All entries of a list, on all pages.
   * @param most no more entries are asked for than about so many; absent: all, and a list that does not end is refused
   */
  async pages(route, parameters, take, signal, most) {
    const client = await this.#open();
    const called = await client.pages(route, { ...this.#repository, ...parameters }, take, signal, most);
    return called.ok ? ok(called.value) : err(this.#trouble(called));
  }
  /** @param route as `GitHubClient.call` takes it; `{owner}` and `{repo}` are filled in */
  async ask(route, parameters, options) {
    const named = route.includes("{owner}") ? { ...this.#repository, ...parameters } : parameters;
    const called = await (await this.#open()).call(route, named, options);
    return called.ok ? ok(called.value) : err(this.#trouble(called, /\bhttps?:.*/.exec(route)?.[0]));
  }
  /** Ends all connections. */
  async dispose() {
    await (await this.#client)?.dispose();
  }
  #open() {
    const { graphqlUrl, attemptMs = apiAttemptMs, patienceMs = apiLimitMs } = this.#options;
    this.#client ??= this.#server.open({ alsoServers: [graphqlUrl], attemptMs, patienceMs, mostBytes: textsBytes });
    return this.#client;
  }
  /** @param address that was asked; absent: that of the REST API */
  #trouble(failed, address) {
    if ("error" in failed)
      return { kind: "unreachable", said: this.#server.whyUnreachable(failed.error, address), unclear: true };
    const { answer } = failed;
    const said = `${this.on.called} answered ${saidOf(answer, this.#options.token)}`;
    const { status } = answer;
    if (isRateLimit(answer)) return { kind: "rate-limit", unclear: false, ...limitOf(answer, said) };
    if (status === 401 || status === 403) return { kind: "forbidden", said, unclear: false };
    if (status === 404 || status === 410) return { kind: "missing", said, unclear: false };
    return { kind: status >= 500 ? "unreachable" : "refused", said, unclear: status >= 500 };
  }
};
function limitOf(answer, said) {
  const end = limitEnd(answer);
  if (end === void 0) return { said };
  const when = end.until === void 0 ? `to be tried again after ${end.seconds} s` : `until ${end.until}`;
  return { said: `${said} (${when})`, retryAfterMs: end.seconds * 1e3 };
}
function loginIn(data) {
  if (!isObject(data)) return void 0;
  const viewer = isObject(data.data) ? data.data.viewer : data;
  return isObject(viewer) && typeof viewer.login === "string" ? viewer.login : void 0;
}

export {
  GitHubRepository
};
